-- Eerste Kamer der Staten-Generaal. Reglement van orde BWBR0007428, text of 8 March 2022. The Algemene termijnenwet does not reach it.

body {
  id = "nl/eerste-kamer",
  name = "Eerste Kamer der Staten-Generaal",
  base = "nl/algemeen",
  atw = false,
  -- It has two recesses; weeks without meetings in spring and autumn are none. Only these were found published with both ends
  -- (eerstekamer.nl, 31 August 2009). Who adds years moves `known` too.
  recess = {
    known = { "2009-07-09/2011-01-17" },
    summer = { ["2009"] = "2009-07-09/2009-09-07", ["2010"] = "2010-07-08/2010-09-13" },
    christmas = { ["2009"] = "2009-12-24/2010-01-18", ["2010"] = "2010-12-23/2011-01-17" },
  },
  terms = { answer_review = "6w", held = "6m", executive = "minister" },
}

-- The first 1 January or 1 July after a day.
local function rappel(day)
  if not day then return nil end
  local year = tonumber(string.sub(tostring(day), 1, 4))
  local july = period(year .. "-07-01").earliest
  if day < july then return july end
  return period((year + 1) .. "-01-01").earliest
end

rule {
  id = "answer",
  source = "Reglement van orde van de Eerste Kamer, artikel 140, noemt geen termijn; een herinnering na zes weken, een afspraak van griffie",
  verified = true,
  cases = {
    { given = { submitted = "2024-01-18" }, expect = { answer = { review = "2024-02-29" } } },
    -- Who names a day is held to it.
    { given = { submitted = "2024-01-18", notices = { { on = "2024-02-20", edtf = "../2024-03-29" } } },
      expect = { answer = "2024-03-29" } },
    { given = { submitted = "2024-01-18", answered = "2024-02-06" }, expect = { answer = { fulfilled = "2024-02-06" } } },
    { given = { submitted = "2024-01-18", withdrawn = "2024-01-23" }, expect = {} },
  },
}

rule {
  id = "held",
  title = "Aangehouden motie vervalt",
  source = "Reglement van orde van de Eerste Kamer, artikel 93, derde lid: uiterlijk in de eerste vergadering zes maanden na het besluit tot aanhouden, recessen niet meegerekend, tenzij de Kamer anders besluit",
  verified = true,
  applies_to = "motion",
  derive = function(item)
    if item.state ~= "held" or not item.held then return {} end
    -- Six months always touch a recess. Where it is not known when that was, the motion lapses some weeks after the day to look.
    local six_months = term(item.held, terms.held, { skip_recess = true })
    return { {
      key = "held", form = "other", owed_by = "indiener", title = item.title,
      due = next_meeting(six_months) or six_months,
      review = term(item.held, terms.held),
      moves = item.notices,
      quote = item.transitions.held,
    } }
  end,
  cases = {
    -- Tuesday 19 January, the day after a recess: six months to 19 July, in the summer recess of 68 days.
    { given = { submitted = "2010-01-19", held = "2010-01-19" }, expect = { held = { due = "2010-09-25" } } },
    -- Tuesday 16 March: to 16 September, with the whole recess in between.
    { given = { submitted = "2010-03-16", held = "2010-03-16" }, expect = { held = { due = "2010-11-23" } } },
    -- Two recesses in one term: the summer moves the end into that of Christmas, and what comes after it is not known.
    { given = { submitted = "2010-04-20", held = "2010-04-20" }, expect = { held = { review = "2010-10-20" } } },
    -- The recesses of these years are not known: a day to look, no day on which it lapses. 31 August has no like in February.
    { given = { submitted = "2023-05-23", held = "2023-05-23" }, expect = { held = { review = "2023-11-23" } } },
    { given = { submitted = "2023-08-31", held = "2023-08-31" }, expect = { held = { review = "2024-02-29" } } },
    { given = { submitted = "2023-05-23", held = "2023-05-23", adopted = "2023-07-04" }, expect = {} },
    { given = { submitted = "2023-05-23", withdrawn = "2023-07-04" }, expect = {} },
  },
}

rule {
  id = "promise",
  title = "Toegezegd door een bewindspersoon",
  source = "De toezegging zelf; zonder termijn het eerstvolgende rappel: de Eerste Kamer rappelleert per 1 januari en 1 juli (Kamerstukken I 2012/13, 33 268, F)",
  verified = true,
  applies_to = { "motion", "amendment", "question", "letter", "commitment", "other" },
  derive = function(item)
    local owed = {}
    -- Of a promise in the register of toezeggingen, the register says what became of it.
    local listed = item.kind == "commitment"
    if listed and (item.lapsed or item.dropped) then return owed end
    for _, p in ipairs(item.promises) do
      local review
      -- The executive says that it is done, after it was promised: a letter that says so may still promise something.
      local done = item.settlement_proposed
      if done and not (p.on and p.on < done) then done = nil end
      if not p.moment.latest and not p.moment.recurring then review = rappel(p.on) end
      table.insert(owed, {
        key = p.key, form = p.form, owed_by = p.promisor, title = item.title,
        due = p.moment, review = review, fulfilled_by = listed and (done or item.settled) or nil, quote = p,
      })
    end
    return owed
  end,
  cases = {
    { given = { kind = "letter", promises = { { key = "a", on = "2024-09-10", edtf = "2024-23" } } },
      expect = { a = { earliest = "2024-09-01", due = "2024-11-30" } } },
    -- No day named: the next 1 January or 1 July, and never the day itself.
    { given = { kind = "letter", promises = { { key = "a", on = "2024-05-27" } } }, expect = { a = { review = "2024-07-01" } } },
    { given = { kind = "letter", promises = { { key = "a", on = "2024-07-01" } } }, expect = { a = { review = "2025-01-01" } } },
    { given = { kind = "letter", promises = { { key = "a", on = "2023-12-31" } } }, expect = { a = { review = "2024-01-01" } } },
    { given = { kind = "letter", promises = { { key = "a", on = "2024-05-27", recurring = true } } }, expect = { a = "undated" } },
    { given = { kind = "motion", rejected = "2024-05-27" }, expect = {} },
  },
}

rule {
  id = "rappel",
  title = "Rappel van een openstaande toezegging",
  source = "Halfjaarlijks rappel van toezeggingen per 1 januari en 1 juli (Kamerstukken I 2012/13, 33 268, F); de commissie stelt vast of een toezegging is voldaan",
  verified = true,
  applies_to = "commitment",
  derive = function(item)
    -- What its own words promise is the rule 'promise'.
    if #item.promises > 0 or item.lapsed or item.dropped then return {} end
    return { {
      key = "rappel", form = "other", owed_by = "minister", title = item.title,
      review = rappel(item.partly_settled or item.open),
      fulfilled_by = item.settled,
      moves = item.notices,
      quote = item.transitions.partly_settled or item.transitions.open,
    } }
  end,
  cases = {
    { given = { open = "2014-05-27" }, expect = { rappel = { review = "2014-07-01" } } },
    -- Partly met: the next rappel after that.
    { given = { open = "2014-05-27", partly_settled = "2014-12-09" }, expect = { rappel = { review = "2015-01-01" } } },
    -- The committee sets another day.
    { given = { open = "2014-05-27", notices = { { on = "2014-06-24", edtf = "2015-04-01" } } }, expect = { rappel = "2015-04-01" } },
    { given = { open = "2014-05-27", settled = "2014-06-10" }, expect = { rappel = { fulfilled = "2014-06-10" } } },
    { given = { open = "2014-05-27", dropped = "2014-06-10" }, expect = {} },
    { given = { open = "2014-05-27", lapsed = "2014-06-10" }, expect = {} },
  },
}

rule {
  id = "commitment",
  source = "Van een openstaande toezegging is er een rappel: zie de regel 'rappel'",
  verified = true,
  applies_to = {},
  cases = { { given = { kind = "commitment", open = "2014-05-27" }, expect = {} } },
}

rule {
  id = "request",
  source = "De termijn die de aangenomen motie zelf noemt; het Reglement van orde kent er geen",
  verified = true,
  cases = {
    { given = { submitted = "2023-02-23", adopted = "2023-03-07",
                requests = { { key = "a", on = "2023-02-23", edtf = "../2023-06-30" }, { key = "b", on = "2023-02-23" } } },
      expect = { a = "2023-06-30" } },
    { given = { submitted = "2023-02-23", held = "2023-03-07",
                requests = { { key = "a", on = "2023-02-23", edtf = "../2023-06-30" } } },
      expect = {} },
  },
}
