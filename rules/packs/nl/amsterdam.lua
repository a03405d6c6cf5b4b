-- Gemeenteraad Amsterdam. Promises, requests and lists of promises come from the base.

body {
  id = "nl/amsterdam",
  name = "Gemeenteraad Amsterdam",
  base = "nl/gemeente",
  -- The reglement van orde is adopted and published as a verordening (Gemeenteblad 2020, 326999), and Gemeentewet art. 145
  -- lays the Algemene termijnenwet over terms in a verordening. Four weeks it lengthens; thirteen weeks are beyond its art. 4.
  atw = true,
  terms = { answer = "4w", settlement = "13w" },
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
  title = "Antwoord op schriftelijke vragen",
  source = "Rekenkamer Metropool Amsterdam, Raadsinstrumenten: tijdige afhandeling (11 maart 2020): vier weken; het artikel in het Reglement van orde (Gemeenteblad 2020, 326999, gewijzigd bij 2025, 160171) is niet nagelezen",
  verified = false,
  applies_to = "question",
  derive = function(item)
    -- Answered on a day that no paper says: nothing is owed, and whether it was in time cannot be told.
    if item.withdrawn or (item.state == "answered" and not item.answered) then return {} end
    return { {
      key = "answer", form = "letter", owed_by = terms.executive, title = item.title,
      due = term(item.submitted, terms.answer),
      fulfilled_by = item.answered,
      moves = item.notices,
      quote = last(item, "submitted"),
    } }
  end,
  cases = {
    { given = { submitted = "2026-03-12" }, expect = { answer = "2026-04-09" } },
    -- Four weeks after Monday 30 March is Koningsdag; after Thursday 7 April, 5 May, with a Friday behind it that is not equated.
    { given = { submitted = "2026-03-30" }, expect = { answer = "2026-04-28" } },
    { given = { submitted = "2022-04-07" }, expect = { answer = "2022-05-06" } },
    -- Four weeks after Thursday 1 February 2024 is 29 February.
    { given = { submitted = "2024-02-01" }, expect = { answer = "2024-02-29" } },
    -- Four weeks after Wednesday 27 November is Christmas Day; 27 December 2024 is an equated day.
    { given = { submitted = "2024-11-27" }, expect = { answer = "2024-12-30" } },
    { given = { submitted = "2026-03-12", answered = "2026-05-01" },
      expect = { answer = { due = "2026-04-09", fulfilled = "2026-05-01" } } },
    { given = { submitted = "2026-03-12", withdrawn = "2026-03-20" }, expect = {} },
    { given = { submitted = "2026-03-12", state = "answered" }, expect = {} },
  },
}

rule {
  id = "settlement",
  title = "Afdoening van een aangenomen of overgenomen motie",
  source = "Rekenkamer Metropool Amsterdam, Raadsinstrumenten: tijdige afhandeling (11 maart 2020): standaard dertien weken, een andere termijn kan, overschrijding wordt toegelicht; het artikel in het Reglement van orde (Gemeenteblad 2020, 326999) is niet nagelezen",
  verified = false,
  applies_to = "motion",
  derive = function(item)
    if not carried[item.state] then return {} end
    return { {
      key = "settlement", form = "letter", owed_by = terms.executive, title = item.title,
      due = term(item.adopted or item.taken_over, terms.settlement),
      fulfilled_by = item.settlement_proposed or item.settled,
      moves = item.notices,
      quote = last(item, "adopted") or last(item, "taken_over"),
    } }
  end,
  cases = {
    { given = { submitted = "2025-01-23", adopted = "2025-01-23" }, expect = { settlement = "2025-04-24" } },
    -- Thirteen weeks are not lengthened: New Year's Day stays the last day.
    { given = { adopted = "2024-10-02" }, expect = { settlement = "2025-01-01" } },
    -- Thirteen weeks after Thursday 30 November 2023 is 29 February.
    { given = { adopted = "2023-11-30" }, expect = { settlement = "2024-02-29" } },
    { given = { taken_over = "2025-01-23" }, expect = { settlement = "2025-04-24" } },
    -- Another term, told by letter.
    { given = { adopted = "2025-01-23", notices = { { on = "2025-04-10", edtf = "../2025-09-30" } } },
      expect = { settlement = "2025-09-30" } },
    { given = { adopted = "2025-01-23", settlement_proposed = "2025-05-20" },
      expect = { settlement = { due = "2025-04-24", fulfilled = "2025-05-20" } } },
    { given = { submitted = "2025-01-23", rejected = "2025-01-23" }, expect = {} },
    { given = { submitted = "2025-01-23", withdrawn = "2025-01-23" }, expect = {} },
    { given = { submitted = "2025-01-23", held = "2025-01-23" }, expect = {} },
  },
}
