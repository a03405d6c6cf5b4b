-- Tweede Kamer der Staten-Generaal. Reglement van orde of 2021 (BWBR0044975). The Algemene termijnenwet does not reach it.

body {
  id = "nl/tweede-kamer",
  name = "Tweede Kamer der Staten-Generaal",
  base = "nl/algemeen",
  atw = false,
  -- From the Friday after the last sitting up to and including the Monday. From May 2023 to the summer of 2024 it is the official
  -- list; 2017 to 2019 are the gaps between the dates of motions; the summer of 2022 and Christmas 2025 are those of the press. What is
  -- not known with both ends, or was broken by sittings, is left out.
  recess = {
    known = { "2017-12-22/2020-02-20", "2023-04-21/2024-10-10" },
    spring = { ["2018"] = "2018-02-23/2018-03-05", ["2019"] = "2019-02-22/2019-03-04", ["2024"] = "2024-02-16/2024-02-26" },
    may = { ["2018"] = "2018-04-27/2018-05-14", ["2019"] = "2019-04-26/2019-05-13", ["2023"] = "2023-04-21/2023-05-08",
            ["2024"] = "2024-04-26/2024-05-13" },
    summer = { ["2018"] = "2018-07-06/2018-09-03", ["2019"] = "2019-07-05/2019-09-02", ["2022"] = "2022-07-08/2022-09-05",
               ["2023"] = "2023-07-07/2023-09-04", ["2024"] = "2024-07-05/2024-09-02" },
    autumn = { ["2018"] = "2018-10-19/2018-10-29", ["2019"] = "2019-10-18/2019-10-28", ["2023"] = "2023-10-13/2023-10-23" },
    christmas = { ["2017"] = "2017-12-22/2018-01-15", ["2018"] = "2018-12-21/2019-01-14", ["2019"] = "2019-12-20/2020-01-13",
                  ["2023"] = "2023-12-22/2024-01-15", ["2025"] = "2025-12-19/2026-01-12" },
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
  terms = { answer = "3w", after_notice = "42d", held = "12w", held_until_2021 = "2m", new_rules = "2021-03-31",
            executive = "minister" },
}

-- The last day of each session: a newly chosen Kamer met on the day after it (2023: tweedekamer.nl; 2021, 2025: the press).
local sessions = { "2021-03-30", "2023-12-05", "2025-11-11" }

-- The last day on which a motion held on `day` can still be voted on: the first meeting after twelve weeks, where it is known.
local function lapse(day)
  local twelve_weeks = term(day, terms.held)
  local due = next_meeting(twelve_weeks) or twelve_weeks
  for _, text in ipairs(sessions) do
    local ends = period(text).latest
    if day <= ends and ends < due then return ends end
  end
  return due
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
      quote = item.transitions.submitted,
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
    -- In the midst of the summer recess; on 29 February.
    { given = { submitted = "2024-07-08" }, expect = { answer = "2024-07-29" } },
    { given = { submitted = "2024-02-08" }, expect = { answer = "2024-02-29" } },
    { given = { submitted = "2024-08-27", state = "answered" }, expect = {} },
    { given = { submitted = "2024-08-27", withdrawn = "2024-09-03" }, expect = {} },
  },
}

rule {
  id = "answer-after-notice",
  title = "Antwoord na een uitstelbericht",
  source = "Reglement van orde van de Tweede Kamer, artikel 12.2, tweede lid: overzicht van vragen die langer dan zes weken wachten; geen termijn, een dag om te kijken, geteld vanaf het uitstelbericht zoals op de wekelijkse lijst (niet nagelezen)",
  verified = false,
  applies_to = "question",
  derive = function(item)
    if not item.postponed or item.withdrawn then return {} end
    if item.state == "answered" and not item.answered then return {} end
    return { {
      key = "answer-after-notice", form = "letter", owed_by = "minister", title = item.title,
      review = term(item.postponed, terms.after_notice),
      fulfilled_by = item.answered,
      moves = item.notices,
      quote = item.transitions.postponed,
    } }
  end,
  cases = {
    { given = { submitted = "2024-10-24", postponed = "2024-11-14" },
      expect = { ["answer-after-notice"] = { review = "2024-12-26" } } },
    -- The notice names a day.
    { given = { submitted = "2024-10-24", postponed = "2024-11-14", notices = { { on = "2024-11-14", edtf = "../2024-12-20" } } },
      expect = { ["answer-after-notice"] = "2024-12-20" } },
    { given = { submitted = "2024-10-24" }, expect = {} },
    { given = { submitted = "2024-10-24", postponed = "2024-11-14", answered = "2024-12-03" },
      expect = { ["answer-after-notice"] = { fulfilled = "2024-12-03" } } },
  },
}

rule {
  id = "held",
  title = "Aangehouden motie vervalt",
  source = "Reglement van orde van de Tweede Kamer, artikel 8.23, tweede lid: eerste vergadering twaalf weken na het besluit tot aanhouden, een reces telt mee, tenzij de Kamer anders besluit; bij het eindigen van een zitting vervallen alle aangehouden moties",
  verified = true,
  applies_to = "motion",
  derive = function(item)
    -- The rule in force on the day of holding applies, not that of the day on which the motion was submitted.
    if item.state ~= "held" or not item.held or item.held < period(terms.new_rules).earliest then return {} end
    return { {
      key = "held", form = "other", owed_by = "indiener", title = item.title,
      due = lapse(item.held), moves = item.notices, quote = item.transitions.held,
    } }
  end,
  cases = {
    -- Twelve weeks end in the summer recess: the first meeting after it.
    { given = { submitted = "2024-04-16", held = "2024-04-18" }, expect = { held = "2024-09-03" } },
    -- They end on a Monday, on which the Kamer does not meet; on Ascension Day; on days of which the meetings are not known.
    { given = { submitted = "2024-03-05", held = "2024-03-11" }, expect = { held = "2024-06-04" } },
    { given = { submitted = "2023-02-21", held = "2023-02-23" }, expect = { held = "2023-05-23" } },
    { given = { submitted = "2025-07-02", held = "2025-07-03" }, expect = { held = "2025-09-25" } },
    { given = { submitted = "2022-06-30", held = "2022-06-30" }, expect = { held = "2022-09-22" } },
    -- A newly chosen Kamer met on 6 December 2023: what was held before lapsed.
    { given = { submitted = "2023-10-10", held = "2023-10-10" }, expect = { held = "2023-12-05" } },
    { given = { submitted = "2024-04-16", held = "2024-04-18", adopted = "2024-05-14" }, expect = {} },
    -- Held under the rules of before 2021.
    { given = { submitted = "2018-04-10", held = "2018-04-10" }, expect = {} },
  },
}

rule {
  id = "held-until-2021",
  title = "Aangehouden motie vervalt (regels van voor 31 maart 2021)",
  source = "Reglement van orde van de Tweede Kamer van 1993 (BWBR0006023), artikel 69, tweede lid: twee maanden, een reces niet meegerekend (niet nagelezen); wat op 31 maart 2021 aangehouden was, telt volgens artikel 16.4, vierde lid, als aangehouden vanaf die dag",
  verified = false,
  applies_to = "motion",
  derive = function(item)
    local start = period(terms.new_rules).earliest
    if item.state ~= "held" or not item.held or item.held >= start then return {} end
    local review = term(item.held, terms.held_until_2021)
    local due = term(item.held, terms.held_until_2021, { skip_recess = true })
    if (due or review) >= start then due = lapse(start) end
    return { {
      key = "held", form = "other", owed_by = "indiener", title = item.title,
      due = due, review = review, moves = item.notices, quote = item.transitions.held,
    } }
  end,
  cases = {
    -- 60 days of summer recess; and where they move the end into autumn, its 11 too.
    { given = { submitted = "2018-06-12", held = "2018-06-12" }, expect = { held = "2018-10-11" } },
    { given = { submitted = "2018-06-28", held = "2018-06-28" }, expect = { held = "2018-11-07" } },
    -- The day before a recess.
    { given = { submitted = "2018-12-20", held = "2018-12-20" }, expect = { held = "2019-03-28" } },
    -- The recesses of 2020 are not known: a day to look.
    { given = { submitted = "2020-06-09", held = "2020-06-09" }, expect = { held = { review = "2020-08-09" } } },
    -- Still held when the rules changed: twelve weeks from that day.
    { given = { submitted = "2021-02-10", held = "2021-02-10" }, expect = { held = "2021-06-23" } },
    { given = { submitted = "2021-04-06", held = "2021-04-08" }, expect = {} },
  },
}

rule {
  id = "promise",
  title = "Toegezegd door een bewindspersoon",
  source = "De toezegging zelf; zonder termijn een herinnering na zes weken, een afspraak van griffie en geen regel van de Kamer",
  verified = true,
  cases = {
    { given = { kind = "question", submitted = "2024-08-27", answered = "2024-09-10",
                promises = { { key = "a", on = "2024-09-10", edtf = "2024-23", promisor = "minister" } } },
      expect = { a = { earliest = "2024-09-01", due = "2024-11-30" } } },
    { given = { kind = "letter", promises = { { key = "a", on = "2024-09-10" } } }, expect = { a = { review = "2024-10-22" } } },
    { given = { kind = "commitment", open = "2024-09-10", settled = "2024-11-26",
                promises = { { key = "a", on = "2024-09-10", edtf = "2024-23" } } },
      expect = { a = { due = "2024-11-30", fulfilled = "2024-11-26" } } },
    { given = { kind = "motion", rejected = "2024-09-10" }, expect = {} },
  },
}

rule {
  id = "commitment",
  title = "Toezegging in het register, zonder termijn",
  source = "Reglement van orde van de Tweede Kamer, artikelen 15.22 en 15.23: register van toezeggingen, zonder termijn; een herinnering na zes weken, een afspraak van griffie",
  verified = true,
  cases = {
    { given = { open = "2025-01-15" }, expect = { commitment = { review = "2025-02-26" } } },
    -- The register names a day.
    { given = { open = "2025-01-15", notices = { { on = "2025-01-15", edtf = "2025-03" } } },
      expect = { commitment = { earliest = "2025-03-01", due = "2025-03-31" } } },
    { given = { open = "2025-01-15", settled = "2025-02-04" }, expect = { commitment = { fulfilled = "2025-02-04" } } },
    { given = { open = "2025-01-15", lapsed = "2025-02-04" }, expect = {} },
  },
}

rule {
  id = "request",
  source = "De termijn die de aangenomen motie zelf noemt; het Reglement van orde kent er geen",
  verified = true,
  cases = {
    { given = { submitted = "2023-02-23", adopted = "2023-03-07",
                requests = { { key = "a", on = "2023-02-23", edtf = "../2023-03-23" } } },
      expect = { a = "2023-03-23" } },
    { given = { submitted = "2023-02-23", taken_over = "2023-02-23",
                requests = { { key = "a", on = "2023-02-23", edtf = "2023-33" } } },
      expect = { a = { earliest = "2023-01-01", due = "2023-03-31" } } },
    -- Asked without a day: nothing that can be late.
    { given = { submitted = "2023-02-23", adopted = "2023-03-07", requests = { { key = "a", on = "2023-02-23" } } }, expect = {} },
    { given = { submitted = "2023-02-23", requests = { { key = "a", on = "2023-02-23", edtf = "../2023-03-23" } } }, expect = {} },
  },
}
