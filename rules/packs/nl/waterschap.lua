-- Water boards in general: the ground for the pack of a water board. No term was found in a rule, so that days here only remind.

body {
  id = "nl/waterschap",
  name = "Algemeen bestuur van een waterschap (algemeen)",
  base = "nl/gemeente",
  -- Waterschapswet art. 172 lays the Algemene termijnenwet over terms in a verordening; whether a reglement van orde is one differs.
  atw = "unknown",
  terms = { executive = "dagelijks bestuur", answer = false, answer_review = "30d" },
}

rule {
  id = "answer",
  title = "Antwoord op schriftelijke vragen van leden van het algemeen bestuur",
  source = "Waterschapswet art. 89: het dagelijks bestuur geeft gevraagde inlichtingen, zonder termijn; geen reglement van orde nagelezen: een herinnering na dertig dagen, een afspraak van griffie",
  verified = false,
  cases = {
    { given = { submitted = "2025-01-31" }, expect = { answer = { review = "2025-03-03" } } },
    { given = { submitted = "2024-01-30" }, expect = { answer = { review = "2024-02-29" } } },
    -- Who names a day is held to it.
    { given = { submitted = "2025-01-31", notices = { { on = "2025-02-27", edtf = "../2025-03-31" } } },
      expect = { answer = "2025-03-31" } },
    { given = { submitted = "2025-01-31", answered = "2025-02-20" }, expect = { answer = { fulfilled = "2025-02-20" } } },
    { given = { submitted = "2025-01-31", withdrawn = "2025-02-03" }, expect = {} },
  },
}
