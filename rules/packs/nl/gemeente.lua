-- What holds in most Dutch municipalities: the ground that a council's own pack stands on, and what a council without a pack gets.
-- A pack changes a length by body { terms = { answer = "4w" } }, and a rule by a rule with the same id; docs/rules.md tells how.

body {
  id = "nl/gemeente",
  name = "Gemeente (algemeen)",
  base = "nl/algemeen",
  -- Gemeentewet art. 145: the Algemene termijnenwet reaches terms in a verordening. Whether a reglement van orde is one differs.
  atw = "unknown",
  -- settlement: within which a carried motion is settled, false: nobody knows; settlement_review: after which somebody looks.
  terms = { answer = "30d", settlement = false, settlement_review = "6m", executive = "college" },
}

rule {
  id = "answer",
  source = "VNG-modelreglement van orde, zoals overgenomen door o.a. Maassluis (art. 51), Gulpen-Wittem (art. 37) en Leeuwarden (2006, art. 37, derde lid): dertig dagen; een gemotiveerd bericht noemt een nieuwe termijn; het model zelf is niet nagelezen",
  verified = false,
  cases = {
    -- Thirty days after Friday 31 January is Sunday 2 March. Where the act holds it is the Monday after; warn on the Sunday.
    { given = { submitted = "2025-01-31" }, expect = { answer = { earliest = "2025-03-02", due = "2025-03-03" } } },
    -- Thirty days after Monday 25 November is Christmas Day; 27 December 2024 is an equated day.
    { given = { submitted = "2024-11-25" }, expect = { answer = "2024-12-30" } },
    -- Thirty days after 2 December is New Year's Day; 2 January 2026 is an equated day, and then comes a weekend.
    { given = { submitted = "2025-12-02" }, expect = { answer = "2026-01-05" } },
    -- The last day is 29 February.
    { given = { submitted = "2024-01-30" }, expect = { answer = "2024-02-29" } },
    -- Koningsdag; 5 May, with a Friday behind it that is not equated; Ascension Day, with one that is.
    { given = { submitted = "2026-03-28" }, expect = { answer = "2026-04-28" } },
    { given = { submitted = "2022-04-05" }, expect = { answer = "2022-05-06" } },
    { given = { submitted = "2024-04-09" }, expect = { answer = "2024-05-13" } },
    { given = { submitted = "2025-01-31", answered = "2025-02-11" },
      expect = { answer = { due = "2025-03-03", fulfilled = "2025-02-11" } } },
    -- A notice that names a new day moves the term.
    { given = { submitted = "2025-01-31", notices = { { on = "2025-02-27", edtf = "../2025-03-21" } } },
      expect = { answer = "2025-03-21" } },
    -- A notice that names none does not.
    { given = { submitted = "2025-01-31", notices = { { on = "2025-02-27" } } }, expect = { answer = "2025-03-03" } },
    -- Too late, and still answered.
    { given = { submitted = "2025-01-31", answered = "2025-04-01" },
      expect = { answer = { due = "2025-03-03", fulfilled = "2025-04-01" } } },
    -- Put off without a word on when: the term stays.
    { given = { submitted = "2025-01-31", postponed = "2025-02-27" }, expect = { answer = "2025-03-03" } },
    { given = { submitted = "2025-01-31", withdrawn = "2025-02-03" }, expect = {} },
    { given = { submitted = "2025-01-31", state = "answered" }, expect = {} },
  },
}

rule {
  id = "promise",
  source = "De toezegging zelf; zonder termijn een herinnering na zes weken, een afspraak van griffie en geen regel van de raad",
  verified = true,
  cases = {
    -- "Zo spoedig mogelijk" names no day: look again after six weeks.
    { given = { kind = "letter", promises = { { key = "a", on = "2025-03-04" } } },
      expect = { a = { review = "2025-04-15" } } },
    -- "Jaarlijks" is never done with: it is listed without a day.
    { given = { kind = "letter", promises = { { key = "a", on = "2025-03-04", recurring = true } } },
      expect = { a = "undated" } },
    -- Two promises in one letter are two follow-ups.
    { given = { kind = "letter", promises = { { key = "a", on = "2025-03-04", edtf = "2025-33" },
                                              { key = "b", on = "2025-03-04", edtf = "../2025-12-31" } } },
      expect = { a = { earliest = "2025-01-01", due = "2025-03-31" }, b = "2025-12-31" } },
    -- Six weeks after 13 November is Christmas Day, and 27 December 2024 is equated.
    { given = { kind = "letter", promises = { { key = "a", on = "2024-11-13" } } }, expect = { a = { review = "2024-12-30" } } },
    { given = { kind = "motion", rejected = "2025-03-04" }, expect = {} },
  },
}

rule {
  id = "commitment",
  source = "Geen regel van de raad: een herinnering zes weken na de toezegging, een afspraak van griffie",
  verified = true,
  cases = {
    { given = { open = "2025-03-04" }, expect = { commitment = { review = "2025-04-15" } } },
    { given = { open = "2025-03-04", partly_settled = "2025-04-01" }, expect = { commitment = { review = "2025-04-15" } } },
    { given = { open = "2025-03-04", settled = "2025-04-01" }, expect = { commitment = { fulfilled = "2025-04-01" } } },
    { given = { open = "2025-03-04", dropped = "2025-04-01" }, expect = {} },
    { given = { open = "2025-03-04", lapsed = "2025-04-01" }, expect = {} },
  },
}

rule {
  id = "request",
  source = "De termijn die de aangenomen motie zelf noemt gaat voor de standaardtermijn van de raad",
  verified = true,
  cases = {
    { given = { adopted = "2025-01-23", settlement_proposed = "2025-04-22",
                requests = { { key = "a", on = "2025-01-23", edtf = "../2025-04-23" } } },
      expect = { a = { due = "2025-04-23", fulfilled = "2025-04-22" } } },
    -- A part that is settled apart is done; the other is not.
    { given = { adopted = "2025-01-23", partly_settled = "2025-04-22",
                requests = { { key = "a", on = "2025-01-23", edtf = "../2025-06-30", settled = "2025-04-22" },
                             { key = "b", on = "2025-01-23", edtf = "../2025-06-30" } } },
      expect = { a = { due = "2025-06-30", fulfilled = "2025-04-22" }, b = "2025-06-30" } },
    -- Taken over without a vote, it binds as much.
    { given = { submitted = "2025-01-10", taken_over = "2025-01-23",
                requests = { { key = "a", on = "2025-01-23", edtf = "2025-33" } } },
      expect = { a = { earliest = "2025-01-01", due = "2025-03-31" } } },
    { given = { adopted = "2025-01-23", requests = { { key = "a", on = "2025-01-23", edtf = "2025" } } },
      expect = { a = { earliest = "2025-01-01", due = "2025-12-31" } } },
    { given = { submitted = "2025-01-10", held = "2025-01-23",
                requests = { { key = "a", on = "2025-01-23", edtf = "../2025-06-30" } } },
      expect = {} },
    { given = { submitted = "2025-01-10", rejected = "2025-01-23",
                requests = { { key = "a", on = "2025-01-23", edtf = "../2025-06-30" } } },
      expect = {} },
    { given = { submitted = "2025-01-10", withdrawn = "2025-01-23",
                requests = { { key = "a", on = "2025-01-23", edtf = "../2025-06-30" } } },
      expect = {} },
  },
}

rule {
  id = "settlement",
  title = "Afdoening van een aangenomen motie",
  source = "Geen algemene termijn bekend (modelreglement noemt er geen; Amsterdam 13 weken, Leiderdorp juli of december): een herinnering na zes maanden, een afspraak van griffie",
  verified = false,
  applies_to = "motion",
  derive = function(item)
    local won = item.transitions.adopted or item.transitions.taken_over
    if not won or item.transitions.dropped then return {} end
    return { {
      key = "settlement", form = "letter", owed_by = terms.executive, title = item.title,
      due = term(won.on, terms.settlement),
      review = term(won.on, terms.settlement_review),
      fulfilled_by = item.settlement_proposed or item.settled,
      moves = item.notices,
      quote = won,
    } }
  end,
  cases = {
    { given = { adopted = "2025-01-23" }, expect = { settlement = { review = "2025-07-23" } } },
    -- February has no 31st; six months are never lengthened, so that a Saturday stays one.
    { given = { adopted = "2023-08-31" }, expect = { settlement = { review = "2024-02-29" } } },
    { given = { adopted = "2025-08-31" }, expect = { settlement = { review = "2026-02-28" } } },
    -- The executive named a day itself.
    { given = { adopted = "2025-01-23", notices = { { on = "2025-04-01", edtf = "../2025-09-01" } } },
      expect = { settlement = "2025-09-01" } },
    { given = { adopted = "2025-01-23", settlement_proposed = "2025-03-04" },
      expect = { settlement = { fulfilled = "2025-03-04" } } },
    { given = { adopted = "2025-01-23", dropped = "2025-03-04" }, expect = {} },
    { given = { submitted = "2025-01-10", held = "2025-01-23" }, expect = {} },
    { given = { submitted = "2025-01-10", rejected = "2025-01-23" }, expect = {} },
    { given = { submitted = "2025-01-10", withdrawn = "2025-01-23" }, expect = {} },
    { given = { submitted = "2025-01-10", lapsed = "2025-01-23" }, expect = {} },
  },
}
