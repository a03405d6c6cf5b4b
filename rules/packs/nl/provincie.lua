-- Provinciale Staten in general: the ground for the pack of a province. It differs from a council in who owes, and in its sources.

body {
  id = "nl/provincie",
  name = "Provinciale Staten (algemeen)",
  base = "nl/gemeente",
  -- Provinciewet art. 141 lays the Algemene termijnenwet over terms in a verordening; whether a reglement van orde is one differs.
  atw = "unknown",
  terms = { executive = "gedeputeerde staten" },
}

rule {
  id = "answer",
  title = "Antwoord op schriftelijke statenvragen",
  source = "Provinciewet art. 151 noemt geen termijn; Reglement van orde van Gelderland, art. 42, derde en vierde lid (aangehaald door Rekenkamer Oost-Nederland): dertig dagen na binnenkomst, anders een gemotiveerd bericht met een nieuwe termijn; voor andere provincies niet nagelezen",
  verified = false,
  cases = {
    -- Thirty days after Friday 31 January is a Sunday.
    { given = { submitted = "2025-01-31" }, expect = { answer = "2025-03-03" } },
    { given = { submitted = "2024-01-30" }, expect = { answer = "2024-02-29" } },
    -- Thirty days after Saturday 10 May is Whit Monday.
    { given = { submitted = "2025-05-10" }, expect = { answer = "2025-06-10" } },
    -- The reasoned notice names a new term.
    { given = { submitted = "2025-01-31", notices = { { on = "2025-02-27", edtf = "../2025-03-31" } } },
      expect = { answer = "2025-03-31" } },
    { given = { submitted = "2025-01-31", answered = "2025-02-20" },
      expect = { answer = { due = "2025-03-03", fulfilled = "2025-02-20" } } },
    { given = { submitted = "2025-01-31", withdrawn = "2025-02-03" }, expect = {} },
  },
}
