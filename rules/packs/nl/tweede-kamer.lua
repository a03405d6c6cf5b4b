-- Tweede Kamer der Staten-Generaal. Reglement van orde of 2021 (BWBR0044975). The Algemene termijnenwet does not reach it.

body {
  id = "nl/tweede-kamer",
  name = "Tweede Kamer der Staten-Generaal",
  atw = false,
  -- From the Friday after the last sitting up to and including the Monday. 2023 and 2024 are the official list; 2017 to 2019 are
  -- the gaps between the dates of motions. What is not known with both ends is left out.
  recess = {
    spring = { ["2018"] = "2018-02-23/2018-03-05", ["2019"] = "2019-02-22/2019-03-04", ["2024"] = "2024-02-16/2024-02-26" },
    may = { ["2018"] = "2018-04-27/2018-05-14", ["2019"] = "2019-04-26/2019-05-13", ["2023"] = "2023-04-21/2023-05-08",
            ["2024"] = "2024-04-26/2024-05-13" },
    summer = { ["2018"] = "2018-07-06/2018-09-03", ["2019"] = "2019-07-05/2019-09-02", ["2023"] = "2023-07-07/2023-09-04",
               ["2024"] = "2024-07-05/2024-09-02" },
    autumn = { ["2018"] = "2018-10-19/2018-10-29", ["2019"] = "2019-10-18/2019-10-28", ["2023"] = "2023-10-13/2023-10-23" },
    christmas = { ["2017"] = "2017-12-22/2018-01-15", ["2018"] = "2018-12-21/2019-01-14", ["2019"] = "2019-12-20/2020-01-13",
                  ["2023"] = "2023-12-22/2024-01-15" },
  },
  -- The days of the week on which the Kamer sits, while its recesses are known.
  meetings = { weekdays = { "tuesday", "wednesday", "thursday" }, from = "2023-05-09", to = "2024-10-10" },
  -- Comptabiliteitswet 2016, art. 2.26: the notes are due by 1 June and 1 December.
  moments = {
    voorjaarsnota = { ["2022"] = "2022-06-01", ["2023"] = "2023-06-01", ["2024"] = "2024-06-01", ["2025"] = "2025-06-01",
                      ["2026"] = "2026-06-01", ["2027"] = "2027-06-01" },
    najaarsnota = { ["2022"] = "2022-12-01", ["2023"] = "2023-12-01", ["2024"] = "2024-12-01", ["2025"] = "2025-12-01",
                    ["2026"] = "2026-12-01", ["2027"] = "2027-12-01" },
  },
  terms = { answer = "3w", after_notice = "42d", held = "12w", undated_promise = "42d" },
}

local carried = {
  adopted = true, taken_over = true, in_progress = true, partly_settled = true,
  settlement_proposed = true, settled = true, not_executed = true,
}

local function last(item, state)
  local found
  for _, t in ipairs(item.transitions) do
    if t.state == state and not t.forbidden then found = t end
  end
  return found
end

rule {
  id = "answer",
  title = "Antwoord op Kamervragen, of een uitstelbericht",
  source = "Reglement van orde van de Tweede Kamer, artikel 12.2, eerste lid: antwoord binnen drie weken, of bericht dat het niet lukt; een reces schorst niet",
  verified = true,
  applies_to = "question",
  derive = function(item)
    -- Answered on a day that no paper says: nothing is owed, and whether it was in time cannot be told.
    if item.withdrawn or (item.state == "answered" and not item.answered) then return {} end
    return { {
      key = "answer", form = "letter", owed_by = "minister", title = item.title,
      due = term(item.submitted, terms.answer),
      fulfilled_by = item.postponed or item.answered,
      quote = last(item, "submitted"),
    } }
  end,
  cases = {
    -- Tuesday 27 August 2024: three weeks on is Prinsjesdag, and it counts.
    { given = { submitted = "2024-08-27", answered = "2024-09-10" },
      expect = { answer = { due = "2024-09-17", fulfilled = "2024-09-10" } } },
    -- A notice of delay meets this term; what is owed after it is the next rule's.
    { given = { submitted = "2024-10-24", postponed = "2024-11-14" },
      expect = { answer = { due = "2024-11-14", fulfilled = "2024-11-14" } } },
    -- Christmas Day does not lengthen the term, nor does the recess stop it.
    { given = { submitted = "2024-12-04" }, expect = { answer = "2024-12-25" } },
    { given = { submitted = "2024-08-27", withdrawn = "2024-09-03" }, expect = {} },
  },
}

rule {
  id = "answer-after-notice",
  title = "Antwoord na een uitstelbericht",
  source = "Reglement van orde van de Tweede Kamer, artikel 12.2, tweede lid: overzicht van vragen die langer dan zes weken wachten; geen termijn, een dag om te kijken",
  verified = true,
  applies_to = "question",
  derive = function(item)
    if not item.postponed or item.withdrawn then return {} end
    if item.state == "answered" and not item.answered then return {} end
    return { {
      key = "answer-after-notice", form = "letter", owed_by = "minister", title = item.title,
      review = term(item.postponed, terms.after_notice),
      fulfilled_by = item.answered,
      moves = item.notices,
      quote = last(item, "postponed"),
    } }
  end,
  cases = {
    { given = { submitted = "2024-10-24", postponed = "2024-11-14" },
      expect = { ["answer-after-notice"] = { review = "2024-12-26" } } },
    { given = { submitted = "2024-10-24" }, expect = {} },
    { given = { submitted = "2024-10-24", postponed = "2024-11-14", answered = "2024-12-03" },
      expect = { ["answer-after-notice"] = { fulfilled = "2024-12-03" } } },
  },
}

rule {
  id = "held",
  title = "Aangehouden motie vervalt",
  source = "Reglement van orde van de Tweede Kamer, artikel 8.23, tweede lid: eerste vergadering twaalf weken na het besluit tot aanhouden; een reces telt mee",
  verified = true,
  applies_to = "motion",
  valid = { from = "2021-03-31" },
  derive = function(item)
    if item.state ~= "held" or not item.held then return {} end
    local twelve_weeks = term(item.held, terms.held)
    return { {
      key = "held", form = "other", owed_by = "indiener", title = item.title,
      due = next_meeting(twelve_weeks) or twelve_weeks,
      quote = last(item, "held"),
    } }
  end,
  cases = {
    -- Twelve weeks end in the summer recess: the first meeting after it.
    { given = { submitted = "2024-04-16", held = "2024-04-18" }, expect = { held = "2024-09-03" } },
    { given = { submitted = "2025-07-02", held = "2025-07-03" }, expect = { held = "2025-09-25" } },
    { given = { submitted = "2024-04-16", held = "2024-04-18", adopted = "2024-05-14" }, expect = {} },
  },
}

rule {
  id = "promise",
  title = "Toegezegd door een bewindspersoon",
  source = "De toezegging zelf; zonder termijn een herinnering na zes weken, een afspraak van griffie en geen regel van de Kamer",
  verified = true,
  applies_to = { "motion", "amendment", "question", "letter", "commitment", "other" },
  derive = function(item)
    local owed = {}
    for _, p in ipairs(item.promises) do
      local review
      if not p.moment.latest and not p.moment.recurring then review = term(p.on, terms.undated_promise) end
      table.insert(owed, {
        key = p.key, form = p.form, owed_by = p.promisor, title = item.title,
        due = p.moment, review = review, quote = p,
      })
    end
    return owed
  end,
  cases = {
    { given = { kind = "question", submitted = "2024-08-27", answered = "2024-09-10",
                promises = { { key = "a", on = "2024-09-10", edtf = "2024-23", promisor = "minister" } } },
      expect = { a = { earliest = "2024-09-01", due = "2024-11-30" } } },
    { given = { kind = "letter", promises = { { key = "a", on = "2024-09-10" } } }, expect = { a = { review = "2024-10-22" } } },
  },
}

rule {
  id = "request",
  title = "Gevraagd in een aangenomen motie",
  source = "De termijn die de aangenomen motie zelf noemt; het Reglement van orde kent er geen",
  verified = true,
  applies_to = "motion",
  derive = function(item)
    local owed = {}
    if not carried[item.state] then return owed end
    for _, r in ipairs(item.requests) do
      if r.moment.latest and not r.moment.recurring then
        table.insert(owed, {
          key = r.key, form = "other", owed_by = "minister", title = item.title, due = r.moment, quote = r,
        })
      end
    end
    return owed
  end,
  cases = {
    { given = { submitted = "2023-02-23", adopted = "2023-03-07",
                requests = { { key = "a", on = "2023-02-23", edtf = "../2023-03-23" } } },
      expect = { a = "2023-03-23" } },
    { given = { submitted = "2023-02-23", requests = { { key = "a", on = "2023-02-23", edtf = "../2023-03-23" } } }, expect = {} },
  },
}
