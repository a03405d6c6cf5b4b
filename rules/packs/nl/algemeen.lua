-- What rests on the papers themselves, and so holds for councils and parliament alike: the ground that their packs stand on.

body {
  id = "nl/algemeen",
  name = "Vertegenwoordigend orgaan (algemeen)",
  atw = "unknown",
  -- answer: within which questions are answered; answer_review: after which somebody looks; false: nobody knows.
  -- executive: who answers, settles and is asked.
  terms = { answer = false, answer_review = false, undated_promise = "42d", executive = "bestuur" },
}

rule {
  id = "answer",
  title = "Antwoord op schriftelijke vragen",
  source = "Geen algemene termijn: die staat in het reglement van orde van het orgaan",
  verified = true,
  applies_to = "question",
  derive = function(item)
    -- Answered on a day that no paper says: nothing is owed, and whether it was in time cannot be told.
    if item.withdrawn or (item.state == "answered" and not item.answered) then return {} end
    return { {
      key = "answer", form = "letter", owed_by = terms.executive, title = item.title,
      due = term(item.submitted, terms.answer),
      review = term(item.submitted, terms.answer_review),
      fulfilled_by = item.answered,
      moves = item.notices,
      quote = item.transitions.submitted,
    } }
  end,
  cases = {
    -- Owed, and nobody can say by when.
    { given = { submitted = "2025-01-31" }, expect = { answer = "undated" } },
    { given = { submitted = "2025-01-31", notices = { { on = "2025-02-27", edtf = "../2025-03-21" } } },
      expect = { answer = "2025-03-21" } },
    { given = { submitted = "2025-01-31", answered = "2025-02-11" }, expect = { answer = { fulfilled = "2025-02-11" } } },
    { given = { submitted = "2025-01-31", withdrawn = "2025-02-03" }, expect = {} },
    { given = { submitted = "2025-01-31", state = "answered" }, expect = {} },
  },
}

-- How often a promise comes back, by its words. "Periodiek" does not say.
local intervals = {
  ["jaarlijks"] = "1y", ["elk jaar"] = "1y", ["ieder jaar"] = "1y", ["eens per jaar"] = "1y", ["tweejaarlijks"] = "2y",
  ["halfjaarlijks"] = "6m", ["elk halfjaar"] = "6m", ["ieder halfjaar"] = "6m", ["elk half jaar"] = "6m", ["ieder half jaar"] = "6m",
  ["tweemaal per jaar"] = "6m", ["twee keer per jaar"] = "6m", ["elk kwartaal"] = "1q", ["ieder kwartaal"] = "1q",
  ["per kwartaal"] = "1q", ["eens per kwartaal"] = "1q", ["driemaandelijks"] = "3m", ["tweemaandelijks"] = "2m",
  ["maandelijks"] = "1m", ["elke maand"] = "1m", ["iedere maand"] = "1m",
}

rule {
  id = "promise",
  title = "Toegezegd door het bestuur",
  source = "De toezegging zelf; zonder termijn een herinnering na zes weken, een afspraak van griffie en geen regel van het orgaan",
  verified = true,
  applies_to = { "motion", "amendment", "question", "letter", "commitment", "other" },
  derive = function(item)
    local owed = {}
    -- Of a promise that stands in a list of its own, the list says what became of it.
    local listed = item.kind == "commitment"
    if listed and (item.lapsed or item.dropped) then return owed end
    for _, p in ipairs(item.promises) do
      local review, every
      -- The executive says that it is done, after it was promised: a letter that says so may still promise something.
      local done = item.settlement_proposed
      if done and not (p.on and p.on < done) then done = nil end
      if p.moment.recurring and not listed then
        -- "Jaarlijks" is never done with: look after a year, and when it was met, a year later again.
        every = p.date_text and intervals[string.lower(p.date_text)]
        if every then review = term(p.on, every) end
      elseif not p.moment.latest and not p.moment.recurring then
        review = term(p.on, terms.undated_promise)
      end
      table.insert(owed, {
        key = p.key, form = p.form, owed_by = p.promisor, title = item.title,
        due = p.moment, review = review, every = every, fulfilled_by = listed and (done or item.settled) or nil, quote = p,
      })
    end
    return owed
  end,
  cases = {
    { given = { kind = "letter", promises = { { key = "a", on = "2021-02-02", edtf = "2021-21", form = "report" } } },
      expect = { a = { earliest = "2021-03-01", due = "2021-05-31" } } },
    -- "Zo spoedig mogelijk" names no day: look again after six weeks.
    { given = { kind = "letter", promises = { { key = "a", on = "2025-03-04" } } },
      expect = { a = { review = "2025-04-15" } } },
    -- "Jaarlijks": a day to look after a year; met, the next one a year later; "periodiek" says nothing of when.
    { given = { kind = "letter", promises = { { key = "a", on = "2024-02-29", date_text = "Jaarlijks", recurring = true } } },
      expect = { a = { review = "2025-02-28" } } },
    { given = { kind = "letter", promises = { { key = "a", on = "2024-02-29", date_text = "jaarlijks", recurring = true } },
                met = { a = "2025-02-11", ["a-2"] = "2026-03-03" } },
      expect = { a = { review = "2025-02-28" }, ["a-2"] = { review = "2026-02-28" }, ["a-3"] = { review = "2027-02-28" } } },
    { given = { kind = "letter", promises = { { key = "a", on = "2025-03-04", date_text = "elk kwartaal", recurring = true } } },
      expect = { a = { review = "2025-06-04" } } },
    { given = { kind = "letter", promises = { { key = "a", on = "2025-03-04", date_text = "periodiek", recurring = true } } },
      expect = { a = "undated" } },
    { given = { kind = "commitment", open = "2025-03-04", settled = "2025-06-03",
                promises = { { key = "a", on = "2025-03-04", edtf = "2025-06" } } },
      expect = { a = { due = "2025-06-30", fulfilled = "2025-06-03" } } },
    { given = { kind = "commitment", open = "2025-03-04", settlement_proposed = "2025-06-03",
                promises = { { key = "a", on = "2025-03-04", edtf = "2025-06" }, { key = "b", on = "2025-06-03", edtf = "2025-07" } } },
      expect = { a = { due = "2025-06-30", fulfilled = "2025-06-03" }, b = "2025-07-31" } },
    { given = { kind = "commitment", open = "2025-03-04", dropped = "2025-06-03",
                promises = { { key = "a", on = "2025-03-04", edtf = "2025-06" } } },
      expect = {} },
  },
}

rule {
  id = "commitment",
  title = "Toezegging op de lijst, zonder termijn",
  source = "Geen regel van het orgaan: een herinnering zes weken na de toezegging, een afspraak van griffie",
  verified = true,
  applies_to = "commitment",
  derive = function(item)
    -- What its own words promise is the rule 'promise'.
    if #item.promises > 0 or item.lapsed or item.dropped then return {} end
    return { {
      key = "commitment", form = "other", owed_by = terms.executive, title = item.title,
      review = term(item.open, terms.undated_promise),
      fulfilled_by = item.settlement_proposed or item.settled,
      moves = item.notices,
      quote = item.transitions.open,
    } }
  end,
  cases = {
    { given = { open = "2025-03-04" }, expect = { commitment = { review = "2025-04-15" } } },
    { given = { open = "2025-03-04", settled = "2025-04-01" }, expect = { commitment = { fulfilled = "2025-04-01" } } },
    { given = { open = "2025-03-04", lapsed = "2025-04-01" }, expect = {} },
  },
}

rule {
  id = "request",
  title = "Gevraagd in een aangenomen motie",
  source = "De termijn die de aangenomen motie zelf noemt",
  verified = true,
  applies_to = "motion",
  derive = function(item)
    local owed = {}
    local won = item.transitions.adopted or item.transitions.taken_over
    if not won or item.transitions.dropped then return owed end
    for _, r in ipairs(item.requests) do
      if r.moment.latest and not r.moment.recurring then
        table.insert(owed, {
          key = r.key, form = "other", owed_by = terms.executive, title = item.title, due = r.moment, quote = r,
          -- The executive says that it, or this part of it, is done; whether the council agrees is another matter.
          fulfilled_by = item.settlement_proposed or r.settled,
        })
      end
    end
    return owed
  end,
  cases = {
    { given = { submitted = "2025-01-10", adopted = "2025-01-23",
                requests = { { key = "a", on = "2025-01-23", edtf = "../2025-06-30" }, { key = "b", on = "2025-01-23" } } },
      expect = { a = "2025-06-30" } },
    { given = { submitted = "2025-01-10", rejected = "2025-01-23",
                requests = { { key = "a", on = "2025-01-23", edtf = "../2025-06-30" } } },
      expect = {} },
    { given = { adopted = "2025-01-23", dropped = "2025-03-04",
                requests = { { key = "a", on = "2025-01-23", edtf = "../2025-06-30" } } },
      expect = {} },
  },
}
