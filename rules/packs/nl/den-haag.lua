-- Gemeenteraad Den Haag. Promises and requests that name a moment come from the base.

body {
  id = "nl/den-haag",
  name = "Gemeenteraad Den Haag",
  base = "nl/gemeente",
  -- The dates of the recesses are not published in a form that was checked: none are given here.
  terms = { answer = "30d", settlement = "6w" },
}

rule {
  id = "answer",
  title = "Antwoord op schriftelijke vragen (art. 30)",
  source = "Reglement van orde van de raad van Den Haag, art. 30; de lengte van de termijn is niet nagelezen, dertig dagen is die van het VNG-model",
  verified = false,
  cases = {
    { given = { submitted = "2025-01-31" }, expect = { answer = "2025-03-03" } },
    { given = { submitted = "2025-01-31", answered = "2025-03-10" },
      expect = { answer = { due = "2025-03-03", fulfilled = "2025-03-10" } } },
    -- A notice that names a new day moves the term.
    { given = { submitted = "2025-01-31", notices = { { on = "2025-02-27", edtf = "../2025-03-21" } } },
      expect = { answer = "2025-03-21" } },
    { given = { submitted = "2025-01-31", withdrawn = "2025-02-03" }, expect = {} },
    { given = { submitted = "2025-01-31", state = "answered" }, expect = {} },
  },
}

rule {
  id = "settlement",
  title = "Afdoening van een aangenomen of overgenomen motie",
  -- How the six weeks were found. Of the interim letters on the motions adopted on 23 January 2025 those of 5 March (RIS321253,
  -- RIS321255) put off what was due within 'de gestelde termijn van 6 weken': they were sent on day 41, the day before six weeks
  -- from adoption are over. Letters of 22 May 2024 and 4 August 2025 on other motions name the same six weeks. One letter speaks
  -- otherwise: RIS321237 calls 19 March 2025, day 55, the term of a motion of that same day.
  source = "Tussenberichten van het college aan de raad: 'de gestelde termijn van 6 weken' (22 mei 2024, 5 maart 2025 in RIS321253 en RIS321255, 4 augustus 2025); het besluit waarin die termijn staat is niet gevonden",
  verified = false,
  cases = {
    -- Six weeks after Thursday 23 January.
    { given = { submitted = "2025-01-23", adopted = "2025-01-23" }, expect = { settlement = "2025-03-06" } },
    -- The day before the term ends the letter of RIS321253 names 10 June.
    { given = { adopted = "2025-01-23", notices = { { on = "2025-03-05", edtf = "../2025-06-10" } } },
      expect = { settlement = "2025-06-10" } },
    -- Six weeks after Thursday 18 January is 29 February; after Thursday 20 November, New Year's Day and the equated Friday.
    { given = { adopted = "2024-01-18" }, expect = { settlement = "2024-02-29" } },
    { given = { adopted = "2025-11-20" }, expect = { settlement = "2026-01-05" } },
    -- Six weeks after Thursday 17 April is Ascension Day, and the Friday is an equated day.
    { given = { adopted = "2025-04-17" }, expect = { settlement = "2025-06-02" } },
    { given = { taken_over = "2025-01-23" }, expect = { settlement = "2025-03-06" } },
    -- Interim letters move it, one after the other.
    { given = { adopted = "2025-01-23", notices = { { on = "2025-03-04", was = "2025-03-06", edtf = "../2025-04-30" },
                                                    { on = "2025-04-29", edtf = "../2025-10-01" } } },
      expect = { settlement = "2025-10-01" } },
    { given = { adopted = "2025-01-23", settlement_proposed = "2025-02-18" },
      expect = { settlement = { due = "2025-03-06", fulfilled = "2025-02-18" } } },
    { given = { submitted = "2025-01-23", rejected = "2025-01-23" }, expect = {} },
    { given = { submitted = "2025-01-23", withdrawn = "2025-01-23" }, expect = {} },
    -- No term is known after which a held motion lapses in Den Haag.
    { given = { submitted = "2025-01-23", held = "2025-01-23" }, expect = {} },
  },
}
