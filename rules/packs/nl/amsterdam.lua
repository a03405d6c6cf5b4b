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

rule {
  id = "answer",
  source = "Rekenkamer Metropool Amsterdam, Raadsinstrumenten: tijdige afhandeling (11 maart 2020): vier weken; het artikel in het Reglement van orde (Gemeenteblad 2020, 326999, gewijzigd bij 2025, 160171) is niet nagelezen",
  verified = false,
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
