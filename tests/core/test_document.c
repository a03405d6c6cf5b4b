/* test_document.c: what each sample paper is and says. The papers and the whole of what must come out are in tests/papers/README.md; the
 * suite runs from the root of the tree.
 */
#include "core/document.h"

#include <check.h>

static struct arena *arena;
static struct document document;

static void setup(void)
{
	arena = arena_new();
}

static void teardown(void)
{
	arena_free(arena);
}

static struct slice load(const char *name)
{
	FILE *file = fopen(arena_printf(arena, "tests/papers/%s", name), "rb");
	ck_assert_msg(file != NULL, "tests/papers/%s is missing", name);
	char *bytes = arena_alloc(arena, 64 * 1024);
	size_t n = fread(bytes, 1, 64 * 1024, file);
	fclose(file);
	struct slice text = {bytes, n};
	return slice_begins(text, "\xef\xbb\xbf") ? (struct slice){bytes + 3, n - 3} : text;
}

static void read_text(struct slice text)
{
	struct document_context context = {.on = DATE_NONE};
	document_read(text, &context, arena, &document);
}

static const struct {
	const char *file;
	enum document_kind kind;
	const char *body;
	const char *date;
	const char *title;
	const char *numbers; /* values, with a blank between */
	enum state outcome;
	int people;
	int requests;
	int questions;
	int unanswered;
} papers[] = {
	{"01-motie-bankjes-concept.txt", DOC_MOTION, "nl/den-haag", "2025-02-13", "Bankjes langs de Vlonderkade", "H.1",
	 STATE_NONE, 1, 3, 0, 0},
	{"02-motie-bankjes-definitief.txt", DOC_MOTION, "nl/den-haag", "2025-02-13", "Bankjes langs de Vlonderkade",
	 "RIS990101 H.1", STATE_ADOPTED, 2, 3, 0, 0},
	{"04-motie-toiletten-definitief.txt", DOC_MOTION, "nl/den-haag", "2025-02-13", "Wijs de weg naar het toilet",
	 "RIS990105 J.1", STATE_ADOPTED, 2, 3, 0, 0},
	{"06-motie-steiger-definitief.txt", DOC_MOTION, "nl/den-haag", "2025-02-13",
	 "Houd de steiger open voor roeiers", "RIS990102 H.2", STATE_REJECTED, 2, 2, 0, 0},
	{"07-amendement-vleermuizen-verworpen.txt", DOC_AMENDMENT, "nl/den-haag", "2025-02-13",
	 "Donkere routes voor vleermuizen", "RIS990111 M.B", STATE_REJECTED, 2, 0, 0, 0},
	{"08-amendement-avondmarkt-ingetrokken.txt", DOC_AMENDMENT, "nl/den-haag", "2025-02-13",
	 "Ruimte voor avondmarkten", "RIS990103 I.A", STATE_WITHDRAWN, 1, 0, 0, 0},
	{"09-besluitenlijst.txt", DOC_DECISION_LIST, "nl/den-haag", "2025-02-13", "Besluitenlijst", "RIS990001",
	 STATE_NONE, 0, 0, 0, 0},
	{"10-tussenbericht-bankjes.txt", DOC_INTERIM, "nl/den-haag", "2025-03-20",
	 "Tussenbericht motie: ‘Bankjes langs de Vlonderkade’", "DSO/10990310 RIS990101", STATE_NONE, 0, 0, 0, 0},
	{"13-afdoening-zwemdiploma.txt", DOC_SETTLEMENT, "nl/den-haag", "2025-04-08",
	 "Afdoening motie: ‘Zwemdiploma voor volwassenen’", "OCW/10990402 RIS990107", STATE_NONE, 0, 0, 0, 0},
	{"15-kamervragen-buurtbus.txt", DOC_ANSWER, "nl/tweede-kamer", "2025-03-24", "De toekomst van de buurtbus",
	 "2025Z99001 kv-tk-2025Z99001 ah-tk-20242025-9901", STATE_NONE, 2, 0, 7, 1},
	{"16-uitstel-kamervragen-veerpont.txt", DOC_POSTPONEMENT, "nl/tweede-kamer", "2025-04-01",
	 "het bericht «Veerpont vaart alleen nog op afspraak»", "2025Z99002 ah-tk-20242025-9902", STATE_NONE, 1, 0, 5,
	 5},
	{"17-schriftelijke-vragen-noodbrug.txt", DOC_QUESTION, "nl/den-haag", "2025-03-03",
	 "Over de drempel bij de noodbrug", "RIS990201", STATE_NONE, 1, 0, 4, 4},
	{"18-beantwoording-vragen-noodbrug.txt", DOC_ANSWER, "nl/den-haag", "2025-03-25",
	 "Beantwoording schriftelijke vragen ‘Over de drempel bij de noodbrug’", "DSB/10990371 RIS990201", STATE_NONE,
	 0, 0, 4, 0},
	{"19-brief-vereniging-oevers.txt", DOC_LETTER, NULL, "2025-02-06",
	 "Inbreng Vereniging Groene Oevers raadsdebat Licht in de avond 13 februari", "", STATE_NONE, 0, 4, 0, 0},
	{"20-column-eiland-van-licht.txt", DOC_OTHER, NULL, "2025-02", NULL, "", STATE_NONE, 0, 0, 0, 0},
	{"22-notulen.txt", DOC_MINUTES, "nl/den-haag", "2025-02-13", "Vergadering gemeenteraad Den Haag", "",
	 STATE_NONE, 0, 0, 0, 0},
};

static bool has_number(const char *value)
{
	for (size_t i = 0; i < document.identifiers.n; i++)
		if (strcmp(document.identifiers.v[i].value, value) == 0)
			return true;
	return false;
}

static void expect_numbers(const char *numbers, const char *file)
{
	size_t n = 0;
	for (const char *p = numbers; *p; n++) {
		size_t size = strcspn(p, " ");
		const char *value = arena_text(arena, (struct slice){p, size});
		ck_assert_msg(has_number(value), "%s: %s is missing", file, value);
		p += size + (p[size] != '\0');
	}
	ck_assert_msg(document.identifiers.n == n, "%s: %zu numbers", file, document.identifiers.n);
}

static void expect_text(const char *got, const char *want, const char *file)
{
	ck_assert_msg(want ? got && strcmp(got, want) == 0 : !got, "%s: '%s' in place of '%s'", file, got ? got : "",
		      want ? want : "");
}

START_TEST(a_paper_is_what_it_says)
{
	const char *file = papers[_i].file;
	read_text(load(file));
	ck_assert_msg(document.kind == papers[_i].kind, "%s: kind %s", file, document_kind_to_text(document.kind));
	expect_text(document.body, papers[_i].body, file);
	expect_text(document.date_edtf, papers[_i].date, file);
	expect_text(document.title, papers[_i].title, file);
	expect_numbers(papers[_i].numbers, file);
	ck_assert_msg(document.outcome == papers[_i].outcome, "%s: outcome", file);
	ck_assert_msg((int)document.people.n == papers[_i].people, "%s: %zu people", file, document.people.n);
	ck_assert_msg((int)document.requests.n == papers[_i].requests, "%s: %zu requests", file, document.requests.n);
	ck_assert_msg((int)document.questions.n == papers[_i].questions, "%s: %zu questions", file,
		      document.questions.n);
	int unanswered = 0;
	for (size_t i = 0; i < document.questions.n; i++)
		unanswered += !document.questions.v[i].answered;
	ck_assert_msg(unanswered == papers[_i].unanswered, "%s: %d unanswered", file, unanswered);
}
END_TEST

static const struct {
	const char *ris;
	const char *code;
	enum item_kind kind;
	enum state state;
} rows[] = {
	{"RIS990101", "H.1", ITEM_MOTION, STATE_ADOPTED},      {"RIS990102", "H.2", ITEM_MOTION, STATE_REJECTED},
	{"RIS990103", "I.A", ITEM_AMENDMENT, STATE_WITHDRAWN}, {"RIS990104", "I.1", ITEM_MOTION, STATE_HELD},
	{"RIS990105", "J.1", ITEM_MOTION, STATE_ADOPTED},      {"RIS990106", "J.2", ITEM_MOTION, STATE_WITHDRAWN},
	{"RIS990107", "K.1", ITEM_MOTION, STATE_ADOPTED},      {"RIS990108", "K.2", ITEM_MOTION, STATE_ADOPTED},
	{"RIS990109", "L.1", ITEM_MOTION, STATE_ADOPTED},      {"RIS990110", "M.A", ITEM_AMENDMENT, STATE_ADOPTED},
	{"RIS990111", "M.B", ITEM_AMENDMENT, STATE_REJECTED},  {"RIS990112", "M.1", ITEM_MOTION, STATE_ADOPTED},
};

START_TEST(a_decision_list_gives_each_row_its_own_outcome)
{
	read_text(load("09-besluitenlijst.txt"));
	ck_assert_uint_eq(document.mentions.n, ARRAY_SIZE(rows));
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		const struct mention *m = &document.mentions.v[i];
		ck_assert_str_eq(m->identifiers.v[0].value, rows[i].ris);
		ck_assert_str_eq(m->code, rows[i].code);
		ck_assert_int_eq(m->kind, rows[i].kind);
		ck_assert_msg(m->events.n == 1 && m->events.v[0].state == rows[i].state, "%s", rows[i].ris);
	}
}
END_TEST

/* A decision list of which one row has this outcome, in one of the forms in which a row comes out of a PDF. */
static void read_row(const char *row, const char *outcome)
{
	read_text(slice_of(arena_printf(arena,
					"Besluitenlijst\n\nRaad\n\n13 februari 2025\n\nH\n\nVoorstel van het college "
					"inzake kades (RIS990001)\n\n%s%s\n\n990108\n\nMotie H.2 SP Bewaar de kade\n\n"
					"Verworpen\n",
					row, outcome)));
}

static const char *const forms[] = {
	"990107\n\nMotie H.1 SP Maak de kade veilig\n\n", "990107\n\nMotie H.1 SP Maak de kade veilig\n",
	"990107 Motie H.1 SP Maak de kade veilig ",       "990107      Motie H.1 SP Maak de kade veilig          ",
	"990107 Motie H.1 SP Maak de kade\nveilig ",
};

static const struct {
	const char *words;
	enum state state; /* NONE: asked about */
} outcomes[] = {
	{"Aangenomen met 23 stemmen voor", STATE_ADOPTED},
	{"Zonder hoofdelijke stemming aangenomen", STATE_ADOPTED},
	{"Met algemene stemmen aanvaard", STATE_ADOPTED},
	{"Aangenomen bij hoofdelijke stemming", STATE_ADOPTED},
	{"Unaniem aangenomen", STATE_ADOPTED},
	{"Aangenomen (SP, VVD en Lokaal Belang voor)", STATE_ADOPTED},
	{"Verworpen met 10 stemmen voor en 25 tegen", STATE_REJECTED},
	{"Overgenomen door het college", STATE_TAKEN_OVER},
	{"Aangehouden tot 13 maart 2025", STATE_HELD},
	{"Ingetrokken door indiener", STATE_WITHDRAWN},
	{"Ingetrokken na toezegging", STATE_WITHDRAWN},
	{"Stemmen gestaakt", STATE_TIED},
	{"Niet in stemming gebracht", STATE_NONE},
	{"Aangenomen/verworpen", STATE_NONE},
	{"Niet verworpen", STATE_NONE},
	{"Verdaagd", STATE_NONE},
	{"Doorgeschoven naar 13 maart", STATE_NONE},
};

START_TEST(an_outcome_of_a_row_is_read_or_asked_about_in_every_form)
{
	const char *words = outcomes[_i].words;
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++) {
		read_row(forms[i], words);
		ck_assert_uint_eq(document.mentions.n, 2);
		const struct mention *m = &document.mentions.v[0];
		enum state state = m->events.n ? m->events.v[0].state : STATE_NONE;
		ck_assert_msg(state == outcomes[_i].state, "'%s' in form %zu: %s", words, i, state_to_text(state));
		expect_text(m->title, "Maak de kade veilig", words);
		ck_assert_msg(document.findings.n == (state == STATE_NONE), "'%s' in form %zu", words, i);
		if (state == STATE_NONE)
			ck_assert_ptr_nonnull(strstr(document.findings.v[0].detail, words));
		ck_assert_int_eq(document.mentions.v[1].events.v[0].state, STATE_REJECTED);
	}
}
END_TEST

START_TEST(a_heading_is_no_outcome_and_a_row_without_one_is_asked_about)
{
	read_row(forms[0], "Toezeggingen");
	ck_assert_uint_eq(document.mentions.v[0].events.n, 0);
	ck_assert_uint_eq(document.findings.n, 1);
	ck_assert_str_eq(document.findings.v[0].name, "unknown_status");
	ck_assert_ptr_null(strstr(document.findings.v[0].detail, "Toezeggingen"));
	ck_assert_ptr_nonnull(strstr(document.findings.v[0].detail, "RIS990107: no outcome"));
}
END_TEST

START_TEST(an_outcome_before_its_motion_and_a_row_not_put_forward)
{
	read_text(slice_of("Besluitenlijst\n13 februari 2025\nI Voorstel van het college inzake de markt (RIS990014)\n"
			   "990103 Ingetrokken Amendement I.A D66 Ruimte voor avondmarkten -\nNiet ingediend I.2 -\n"
			   "990104      Aangehouden          Motie I.1 HWP Een kraam voor de buurt      -\n"
			   "I Voorstel van het college inzake de markt Aangenomen\n"));
	ck_assert_uint_eq(document.mentions.n, 2);
	ck_assert_int_eq(document.mentions.v[0].events.v[0].state, STATE_WITHDRAWN);
	ck_assert_str_eq(document.mentions.v[0].title, "Ruimte voor avondmarkten");
	ck_assert_int_eq(document.mentions.v[1].events.v[0].state, STATE_HELD);
	ck_assert_uint_eq(document.findings.n, 0);
}
END_TEST

static const char told[] =
	"Besluitenlijst gemeenteraad Oeverdam 12 maart 2025\n\n1. Opening\nDe voorzitter opent de vergadering.\n\n"
	"2. Vaststelling agenda\nDe fractie van de VVD kondigt een motie aan over zwerfvuil.\n\n"
	"3. Voorstel tot vaststelling van het havenplan\n"
	"De motie M1 'Meer ligplaatsen' van PvdA en SP wordt met 20 stemmen voor en 9 stemmen tegen aangenomen.\n"
	"Amendement A2 'Lager liggeld' (VVD) wordt unaniem verworpen.\n"
	"De fractie van D66 dient een amendement (A3) in inhoudende het schrappen van artikel 4.\n"
	"De raad besluit:\n1. het havenplan vast te stellen;\nNaar aanleiding van het debat besluit de fractie het "
	"amendement aan te houden.\nDe motie M4 'Stille steigers' (SP) is niet aangenomen of verworpen.\n"
	"De moties M5 en M6 worden ingetrokken.\nHet voorstel wordt aangenomen.\n"
	"Wethouder Oudsluys zegt toe de raad voor 1 juni 2025 te informeren over de tarieven.\n\n"
	"4. Motie vreemd aan de orde van de dag: Sluis langer open\n"
	"De raad besluit met 15 stemmen voor en 14 stemmen tegen het college te verzoeken de sluis langer te "
	"openen.\n\n"
	"5. Sluiting\n";

START_TEST(a_decision_list_without_a_table_tells_what_was_decided)
{
	static const struct {
		const char *code;
		const char *title;
		enum item_kind kind;
		enum state state;
	} want[] = {{"M1", "Meer ligplaatsen", ITEM_MOTION, STATE_ADOPTED},
		    {"A2", "Lager liggeld", ITEM_AMENDMENT, STATE_REJECTED},
		    {"A3", "het schrappen van artikel 4", ITEM_AMENDMENT, STATE_HELD},
		    {"M4", "Stille steigers", ITEM_MOTION, STATE_NONE},
		    {"M5", NULL, ITEM_MOTION, STATE_WITHDRAWN},
		    {"M6", NULL, ITEM_MOTION, STATE_WITHDRAWN},
		    {NULL, "Sluis langer open", ITEM_MOTION, STATE_ADOPTED}};
	read_text(slice_of(told));
	ck_assert_uint_eq(document.mentions.n, ARRAY_SIZE(want) + 1);
	for (size_t i = 0; i < ARRAY_SIZE(want); i++) {
		const struct mention *m = &document.mentions.v[i];
		ck_assert_pstr_eq(m->code, want[i].code);
		ck_assert_pstr_eq(m->title, want[i].title);
		ck_assert_int_eq(m->kind, want[i].kind);
		ck_assert_int_eq(m->events.n ? m->events.v[0].state : STATE_NONE, want[i].state);
		ck_assert_uint_le(m->events.n, 1);
	}
	ck_assert_uint_eq(document.findings.n, 1);
	ck_assert_ptr_nonnull(strstr(document.findings.v[0].detail, "M4: no outcome"));
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert(document.mentions.v[ARRAY_SIZE(want)].takes_promises);
}
END_TEST

/* Sentences of other councils: what they give, as "number: state", with a blank between. */
static const struct {
	const char *words;
	const char *want;
	int asked;
} sentences[] = {
	{"Motie 3 (SP) Betaalbaar wonen: aangenomen met 20 stemmen voor (PvdA, SP) en 9 tegen", "3:adopted", 0},
	{"M12 verworpen", "M12:rejected", 0},
	{"M13 Groen dak - met algemene stemmen aangenomen", "M13:adopted", 0},
	{"De moties M4 en M5 worden verworpen.", "M4:rejected M5:rejected", 0},
	{"M4 en M5 aangenomen, M6 verworpen", "M4:adopted M5:adopted M6:rejected", 0},
	{"Verworpen worden de moties M4 en M5.", "M4:rejected M5:rejected", 0},
	{"De raad verwerpt motie M7.", "M7:rejected", 0},
	{"De raad neemt amendement A7 met 20 stemmen voor aan.", "A7:adopted", 0},
	{"De indiener trekt motie M8 in.", "M8:withdrawn", 0},
	{"Over motie M9 staken de stemmen.", "M9:tied", 0},
	{"Motie M1 Laat Oost niet zakken (VVD): aangehouden", "M1:held", 0},
	{"Motie H.1 SP Bewaar de kade\n\nUnaniem aangenomen", "H.1:adopted", 0},
	{"Motie M1 Rode haven\n\nMotie M2 Groene haven\n\nAangenomen\n\nVerworpen", "M1: M2:", 2},
	{"Motie M1 Rode haven\n\nVerdaagd", "M1:", 1},
	{"De motie M1 is niet in stemming gebracht.", "M1:", 1},
	{"De motie M1 'Niet zonder ons' wordt aangenomen.", "M1:adopted", 0},
	{"De wethouder adviseert motie M1 aan te houden, dat is beter.", "M1:", 1},
	{"De moties M1 t/m M4 worden verworpen.", "", 1},
	{"De motie M1 die op 12 december 2024 is aangenomen, komt later terug.", "", 0},
	{"Motie M1 van 12 december 2024 wordt aangenomen.", "", 1},
	{"Ter uitvoering van motie M2 stuurt de wethouder een brief.", "", 0},
	{"De aangenomen motie M2 wordt uitgevoerd.", "", 0},
	{"Het voorstel wordt aangenomen met inachtneming van amendement A1.", "A1:", 1},
	{"Na bespreking van motie M3 wordt het voorstel aangenomen.", "M3:", 1},
	{"De moties worden verworpen.", "", 1},
	{"De motie en amendement A5 worden verworpen.", "A5:rejected", 1},
	{"Er worden twee moties ingediend.", "", 1},
	{"Er zijn geen moties ingediend.", "", 0},
	{"Er is geen voorstel besproken.", "", 0},
};

START_TEST(a_sentence_gives_what_it_says_or_a_question)
{
	struct buf got;
	read_text(slice_of(arena_printf(arena, "Besluitenlijst gemeenteraad Oeverdam 12 maart 2025\n\n%s\n",
					sentences[_i].words)));
	buf_init(&got);
	buf_add_text(&got, "");
	for (size_t i = 0; i < document.mentions.n; i++) {
		const struct mention *m = &document.mentions.v[i];
		if (m->kind != ITEM_OTHER)
			buf_printf(&got, "%s%s:%s", got.n ? " " : "", m->code ? m->code : "",
				   m->events.n ? state_to_text(m->events.v[0].state) : "");
		ck_assert_uint_le(m->events.n, 1);
	}
	ck_assert_msg(strcmp(got.n ? got.p : "", sentences[_i].want) == 0, "'%s': %s", sentences[_i].words,
		      got.n ? got.p : "");
	ck_assert_msg((int)document.findings.n == sentences[_i].asked, "'%s': %zu questions", sentences[_i].words,
		      document.findings.n);
	buf_release(&got);
}
END_TEST

static const struct {
	const char *head;
	const char *title;
} heads[] = {
	{"Besluitenlijst raadsvergadering 12 maart 2025 aanvang 19.30 uur\n1. Opening.\nDe raad besluit.\n",
	 "Besluitenlijst raadsvergadering 12 maart 2025"},
	{"Besluitenlijst gemeenteraad Oeverdam, 12 maart 2025, aanvang: 19:30 uur\n1. Opening.\nDe raad besluit.\n",
	 "Besluitenlijst gemeenteraad Oeverdam, 12 maart 2025"},
	{"Besluitenlijst van de raad van 12 maart 2025 om 19.30 uur\n1. Opening.\nDe raad besluit.\n",
	 "Besluitenlijst van de raad van 12 maart 2025"},
	{"gemeente Waterrijk Kennisgeving AAN Gemeenteraad\nDATUM 12 maart 2025 Telefoon 14 099 ONDERWERP Kade te "
	 "Waterrijk\nGeachte leden van de raad,\nDe kade is klaar.\nMet vriendelijke groet,\nwethouder\n",
	 "Kade te Waterrijk"},
	{"Aan de Voorzitter van de Tweede Kamer\nder Staten-Generaal\nDatum\n12 maart 2025\nOnderwerp\nStand van "
	 "zaken\nveren en ponten\nDirectoraat-Generaal Water\nKadeweg 12\n2500 AB Den Haag\nGeachte voorzitter,\n"
	 "De veren varen.\n",
	 "Stand van zaken veren en ponten"},
};

START_TEST(a_title_holds_neither_the_hour_nor_the_letterhead)
{
	read_text(slice_of(heads[_i].head));
	ck_assert_msg(document.title != NULL, "'%s': no title", heads[_i].head);
	ck_assert_str_eq(document.title, heads[_i].title);
}
END_TEST

START_TEST(whose_a_motion_is_stands_in_brackets_and_those_who_voted_are_not)
{
	read_text(
		slice_of("Besluitenlijst gemeenteraad Oeverdam 12 maart 2025\n\nMotie M3 (SP, PvdA) Betaalbaar wonen: "
			 "aangenomen met 20 stemmen voor (D66, VVD) en 9 tegen (CDA)\n"));
	const struct mention *m = &document.mentions.v[0];
	ck_assert_str_eq(m->title, "Betaalbaar wonen");
	ck_assert_uint_eq(m->people.n, 2);
	ck_assert_ptr_null(m->people.v[0].name);
	ck_assert_str_eq(m->people.v[0].party, "SP");
	ck_assert_str_eq(m->people.v[1].party, "PvdA");
}
END_TEST

START_TEST(a_settlement_letter_proposes_and_tells_when_the_motion_was_adopted)
{
	read_text(load("13-afdoening-zwemdiploma.txt"));
	ck_assert_uint_eq(document.mentions.n, 1);
	const struct mention *m = &document.mentions.v[0];
	ck_assert_str_eq(m->title, "Zwemdiploma voor volwassenen");
	ck_assert_str_eq(m->identifiers.v[0].value, "RIS990107");
	ck_assert_uint_eq(m->events.n, 2);
	ck_assert_int_eq(m->events.v[0].state, STATE_ADOPTED);
	ck_assert_int_eq(m->events.v[0].on, date_make(2025, 2, 13));
	ck_assert(m->events.v[0].recited);
	ck_assert_int_eq(m->events.v[1].state, STATE_SETTLEMENT_PROPOSED);
	ck_assert_int_eq(m->events.v[1].on, date_make(2025, 4, 8));
}
END_TEST

START_TEST(what_a_letter_quotes_of_a_motion_is_no_promise)
{
	read_text(load("13-afdoening-zwemdiploma.txt"));
	bool quoted = false;
	for (size_t i = 0; i < document.zones.n; i++)
		quoted |= document.zones.v[i].kind == ZONE_QUOTE;
	ck_assert(quoted);
	ck_assert_uint_eq(document.promises.n, 2);
	ck_assert_str_eq(document.promises.v[0].moment.edtf, "2025-36");
	ck_assert_int_eq(document.promises.v[1].moment.latest, date_make(2026, 5, 31));
}
END_TEST

START_TEST(interim_letters_keep_every_term_that_they_name)
{
	read_text(load("10-tussenbericht-bankjes.txt"));
	const struct notice *first = &document.mentions.v[0].notices.v[0];
	ck_assert_int_eq(first->was, date_make(2025, 3, 27));
	ck_assert_int_eq(first->moment.latest, date_make(2025, 5, 30));
	read_text(load("11-tweede-tussenbericht-bankjes.txt"));
	const struct notice *second = &document.mentions.v[0].notices.v[0];
	ck_assert_int_eq(second->was, date_make(2025, 5, 30));
	ck_assert_int_eq(second->moment.latest, date_make(2025, 10, 1));
}
END_TEST

START_TEST(the_stamp_wins_over_a_misprinted_head_and_a_finding_says_so)
{
	read_text(load("08-amendement-avondmarkt-ingetrokken.txt"));
	ck_assert_int_eq(document.mentions.v[0].meeting, date_make(2025, 2, 13));
	ck_assert_uint_eq(document.findings.n, 1);
	ck_assert_str_eq(document.findings.v[0].name, "date_contradicts");
}
END_TEST

START_TEST(a_request_has_its_own_moment)
{
	read_text(load("04-motie-toiletten-definitief.txt"));
	ck_assert_str_eq(document.requests.v[2].moment.edtf, "2025-35");
	ck_assert_str_eq(document.requests.v[2].date_text, "Q3 2025");
}
END_TEST

START_TEST(head_and_closing_line_that_disagree_are_a_finding)
{
	read_text(slice_of(
		"GEMEENTERAAD\nStuknummer: A.1 SP\nUitslag stemming: aangenomen\nRIS-nummer: 990901\n\nMotie: Water\n"
		"Indiener: Jan Visser, SP\nDe raad van de gemeente Den Haag, in vergadering bijeen op 13 februari "
		"2025,\n"
		"Verzoekt het college:\n- water te geven.\n\nEn gaat over tot de orde van de dag.\nJan Visser\nSP\n\n"
		"Aldus verworpen in de openbare raadsvergadering van 13 februari 2025\n"));
	ck_assert_int_eq(document.outcome, STATE_REJECTED);
	ck_assert_str_eq(document.findings.v[0].name, "outcome_contradicts");
}
END_TEST

START_TEST(a_title_is_no_stamp_and_an_unknown_stamp_is_a_question)
{
	read_text(slice_of(
		"GEMEENTERAAD\nStuknummer: A.1 SP\nUitslag stemming: doorgeschoven\n\nMotie: Stop vervallen huizen\n"
		"Indiener: Jan Visser, SP\nDe raad van de gemeente Den Haag, in vergadering bijeen op 13 februari "
		"2025,\nVerzoekt het college:\n- op te knappen.\n"));
	ck_assert_int_eq(document.outcome, STATE_NONE);
	ck_assert_uint_eq(document.findings.n, 1);
	ck_assert_str_eq(document.findings.v[0].name, "unknown_status");
}
END_TEST

START_TEST(a_third_party_promises_nothing_to_the_council)
{
	read_text(load("19-brief-vereniging-oevers.txt"));
	ck_assert_uint_eq(document.promises.n, 0);
	read_text(load("20-column-eiland-van-licht.txt"));
	ck_assert_uint_eq(document.promises.n, 0);
	ck_assert_uint_eq(document.mentions.n, 0);
}
END_TEST

START_TEST(what_shows_that_a_question_was_asked_and_answered)
{
	read_text(load("17-schriftelijke-vragen-noodbrug.txt"));
	const struct mention *asks = &document.mentions.v[0];
	ck_assert_uint_eq(asks->events.n, 1);
	ck_assert_str_eq(asks->events.v[0].quote, "Datum: 3 maart 2025");
	read_text(load("18-beantwoording-vragen-noodbrug.txt"));
	const struct mention *answers = &document.mentions.v[0];
	ck_assert_uint_eq(answers->events.n, 2);
	ck_assert_ptr_nonnull(strstr(answers->events.v[0].quote, "heeft op 3 maart 2025 een brief"));
	ck_assert_ptr_nonnull(strstr(answers->events.v[1].quote, "beantwoordt het college"));
}
END_TEST

START_TEST(in_minutes_only_the_executive_promises)
{
	read_text(load("22-notulen.txt"));
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert_str_eq(document.promises.v[0].promisor, "wethouder");
	ck_assert_int_eq(document.promises.v[0].moment.latest, date_make(2025, 4, 30));
}
END_TEST

static const char debate[] = "Verslag van een commissiedebat\nDe vaste commissie voor Wadden heeft op 2 juli 2025 "
			     "overleg gevoerd over veerboten.\n"
			     "De voorzitter van de commissie, Rozendal\nVoorzitter: Rozendal Griffier: Bakker\n"
			     "Aanvang 10.00 uur.\n"
			     "De voorzitter: Goedemorgen. Als eerste is het woord aan de minister.\n"
			     "- Op de agenda staan de veerboten.\n"
			     "Minister Tasman: Wij hebben daar al vaak over gesproken.\n"
			     "De voorzitter: Dan lees ik de toezeggingen voor.\n"
			     "- De minister stuurt na de zomer een brief over de dienstregeling naar de Kamer.\n"
			     "Is dat goed? Dan de tweede.\n"
			     "- De minister zal de Kamer in oktober informeren over de tarieven.\n"
			     "Minister Tasman: Dat heb ik niet beloofd.\n"
			     "De voorzitter: Dan is dat geen toezegging. De derde.\n"
			     "- De minister gaat over de steigers in gesprek met de eilanden.\n"
			     "Wij zullen daar samen op letten. Ik sluit de vergadering.\n";

START_TEST(the_chair_reads_the_list_of_promises)
{
	read_text(slice_of(debate));
	ck_assert_int_eq(document.kind, DOC_MINUTES);
	ck_assert_uint_eq(document.promises.n, 2);
	ck_assert_int_eq(document.promises.v[0].moment.latest, date_make(2025, 11, 30));
	ck_assert_ptr_nonnull(strstr(document.promises.v[1].quote, "steigers"));
}
END_TEST

START_TEST(the_mayor_speaks_for_the_executive_under_the_name_of_the_chair)
{
	read_text(SLICE("Vergadering\ngemeenteraad Oeverdam\ngehouden op\ndonderdag 13 februari 2025\n"
			"Voorzitter: de burgemeester, mr. A.B. van der Sluis\n\n"
			"De heer Van der Sluis. Uw raad wordt hierover in Q2 geïnformeerd.\n"
			"De heer Bakker. Uw raad wordt hierover in Q3 geïnformeerd.\n"));
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert_int_eq(document.promises.v[0].moment.latest, date_make(2025, 6, 30));
	ck_assert_str_eq(document.promises.v[0].promisor, "burgemeester");
}
END_TEST

static const char proposal[] =
	"Voorstel van het college inzake het havenplan\nHAV/20250001\n3 februari 2025\nRIS990999\n\nInleiding\n"
	"Het college zal de raad voor 1 juli 2025 informeren over de kades.\n\n"
	"Gezien het vorenstaande stelt het college de raad voor het volgende besluit te nemen:\n\n"
	"I. het havenplan vast te stellen;\nII. Het college zal de raad voor 1 mei 2025 informeren over de steigers.\n";

START_TEST(what_the_council_is_to_decide_is_no_promise)
{
	read_text(slice_of(proposal));
	ck_assert_int_eq(document.kind, DOC_PROPOSAL);
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert_int_eq(document.promises.v[0].moment.latest, date_make(2025, 6, 30));
}
END_TEST

START_TEST(a_manner_of_speaking_is_no_promise)
{
	read_text(slice_of("Vergadering\ngemeenteraad Den Haag\ngehouden op\ndonderdag 13 februari 2025\n"
			   "Voorzitter: de burgemeester\n\nAgenda\nDe voorzitter. Aan de orde is de kade.\n"
			   "Wethouder Duurkoop (D66). We gaan nog praten over de kade. Dat zeg ik graag toe. "
			   "Wij gaan de raad informeren over de iepen.\n"));
	ck_assert_uint_eq(document.promises.n, 2);
	ck_assert_str_eq(document.promises.v[0].quote, "We gaan nog praten over de kade. Dat zeg ik graag toe.");
}
END_TEST

START_TEST(a_speech_begins_on_a_line_of_its_own)
{
	read_text(slice_of("Vergadering\ngemeenteraad Den Haag\ngehouden op\ndonderdag 13 februari 2025\n"
			   "Voorzitter: de burgemeester\n\nAgenda\nDe voorzitter. Aan de orde is de kade.\n"
			   "Wethouder Duurkoop (D66). Ik stuur de raad voor 1 mei 2025 een brief over de iepen.\n"
			   "Teun Wagenvoort (SP). Voorzitter. Over een jaar sturen wij de raad een brief over\n"
			   "wethouder Duurkoop. Ik stuur de raad voor 1 juni 2025 een brief over de steiger.\n"));
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert_int_eq(document.promises.v[0].moment.latest, date_make(2025, 4, 30));
}
END_TEST

START_TEST(who_signed_is_not_asked_for)
{
	read_text(
		slice_of("GEMEENTERAAD\nStuknummer: A.1 SP\n\nMotie: Knap de huizen op\nIndiener: Jan Visser, SP\n\n"
			 "De raad van de gemeente Den Haag, in vergadering bijeen op 13 februari 2025,\n\n"
			 "Verzoekt de burgemeester,\n\n- de huizen in de straat op te knappen.\n\nJan Visser\n\nSP\n"));
	ck_assert_uint_eq(document.requests.n, 1);
	ck_assert_str_eq(document.requests.v[0].quote, "de huizen in de straat op te knappen.");
}
END_TEST

START_TEST(the_formula_is_no_part_of_the_last_request)
{
	read_text(slice_of("GEMEENTERAAD\nStuknummer: A.1 SP\n\nMotie: Knap de huizen op\nIndiener: Jan Visser, SP\n\n"
			   "De raad van de gemeente Den Haag, in vergadering bijeen op 13 februari 2025,\n\n"
			   "Verzoekt het college:\n\n- de huizen in de straat op te knappen,\n"
			   "en gaat over tot de orde van de dag.\n"));
	ck_assert_uint_eq(document.requests.n, 1);
	ck_assert_ptr_null(strstr(document.requests.v[0].quote, "orde van de dag"));
}
END_TEST

START_TEST(every_prefix_of_a_paper_is_read)
{
	struct slice text = load(papers[_i].file);
	for (size_t n = 0; n < text.n; n += 37) {
		struct arena *own = arena_new();
		struct document cut;
		struct document_context context = {.on = DATE_NONE};
		document_read((struct slice){text.p, n}, &context, own, &cut);
		arena_free(own);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("document");
	TCase *tcase = tcase_create("document");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, a_paper_is_what_it_says, 0, ARRAY_SIZE(papers));
	tcase_add_test(tcase, a_decision_list_gives_each_row_its_own_outcome);
	tcase_add_loop_test(tcase, an_outcome_of_a_row_is_read_or_asked_about_in_every_form, 0, ARRAY_SIZE(outcomes));
	tcase_add_test(tcase, a_heading_is_no_outcome_and_a_row_without_one_is_asked_about);
	tcase_add_test(tcase, an_outcome_before_its_motion_and_a_row_not_put_forward);
	tcase_add_test(tcase, a_decision_list_without_a_table_tells_what_was_decided);
	tcase_add_loop_test(tcase, a_sentence_gives_what_it_says_or_a_question, 0, ARRAY_SIZE(sentences));
	tcase_add_loop_test(tcase, a_title_holds_neither_the_hour_nor_the_letterhead, 0, ARRAY_SIZE(heads));
	tcase_add_test(tcase, whose_a_motion_is_stands_in_brackets_and_those_who_voted_are_not);
	tcase_add_test(tcase, a_settlement_letter_proposes_and_tells_when_the_motion_was_adopted);
	tcase_add_test(tcase, what_a_letter_quotes_of_a_motion_is_no_promise);
	tcase_add_test(tcase, interim_letters_keep_every_term_that_they_name);
	tcase_add_test(tcase, the_stamp_wins_over_a_misprinted_head_and_a_finding_says_so);
	tcase_add_test(tcase, a_request_has_its_own_moment);
	tcase_add_test(tcase, head_and_closing_line_that_disagree_are_a_finding);
	tcase_add_test(tcase, a_title_is_no_stamp_and_an_unknown_stamp_is_a_question);
	tcase_add_test(tcase, a_third_party_promises_nothing_to_the_council);
	tcase_add_test(tcase, what_shows_that_a_question_was_asked_and_answered);
	tcase_add_test(tcase, in_minutes_only_the_executive_promises);
	tcase_add_test(tcase, the_chair_reads_the_list_of_promises);
	tcase_add_test(tcase, the_mayor_speaks_for_the_executive_under_the_name_of_the_chair);
	tcase_add_test(tcase, what_the_council_is_to_decide_is_no_promise);
	tcase_add_test(tcase, a_manner_of_speaking_is_no_promise);
	tcase_add_test(tcase, a_speech_begins_on_a_line_of_its_own);
	tcase_add_test(tcase, who_signed_is_not_asked_for);
	tcase_add_test(tcase, the_formula_is_no_part_of_the_last_request);
	tcase_add_loop_test(tcase, every_prefix_of_a_paper_is_read, 0, ARRAY_SIZE(papers));
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
