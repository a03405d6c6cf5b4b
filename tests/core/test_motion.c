/* test_motion.c: which papers are motions and amendments, in the forms of several councils and of the Kamer, and what is read of them. */
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

static void read_text(const char *text)
{
	struct document_context context = {.on = DATE_NONE};
	document_read(slice_of(text), &context, arena, &document);
}

static const struct mention *item(void)
{
	ck_assert_uint_eq(document.mentions.n, 1);
	return &document.mentions.v[0];
}

/* "submitted 2025-04-03, adopted 2025-04-03": the events of the item in a line. */
static const char *life(void)
{
	const char *out = "";
	for (size_t i = 0; i < item()->events.n; i++) {
		const struct event *event = &item()->events.v[i];
		char day[DATE_TEXT] = "-";
		if (event->on != DATE_NONE)
			date_format(event->on, day);
		out = arena_printf(arena, "%s%s%s %s", out, i ? ", " : "", state_to_text(event->state), day);
	}
	return out;
}

static const char *people(void)
{
	const char *out = "";
	for (size_t i = 0; i < document.people.n; i++)
		out = arena_printf(arena, "%s%s%s (%s)", out, i ? ", " : "",
				   document.people.v[i].name ? document.people.v[i].name : "-",
				   document.people.v[i].party ? document.people.v[i].party : "-");
	return out;
}

/* ---- captions ---- */

#define OPENING "De raad van de gemeente Waterveen, in vergadering bijeen op 3 april 2025,\n\n"
#define ASKS                                                                                                           \
	"overwegende dat de steigers verzakken,\n\nverzoekt het college:\n"                                            \
	"- voor 1 oktober 2025 de steigers te stutten en de raad daarover te informeren,\n\n"                          \
	"en gaat over tot de orde van de dag.\n\n"
#define SIGNED  "A. Visser, PvdA\nB. Bakker, D66\n\n"
#define MOTION  OPENING ASKS SIGNED
#define COUNCIL "Gemeenteraad Waterveen\n\n"

static const struct {
	const char *head;
	const char *title;
	const char *code;
} captions[] = {
	{"MOTIE\n\nOnderwerp: Stut de steigers\n\n", "Stut de steigers", NULL},
	{"MOTIE\n\nTitel: Stut de steigers\n\n", "Stut de steigers", NULL},
	{"MOTIE\n\nStut de steigers\n\n", "Stut de steigers", NULL},
	{"MOTIE\n\n", NULL, NULL},
	{"MOTIE Stut de steigers\n\n", "Stut de steigers", NULL},
	{"MOTIE M12\n\n", NULL, "M12"},
	{"MOTIE M12\n\nOnderwerp: Stut de steigers\n\n", "Stut de steigers", "M12"},
	{"Motie M12: Stut de steigers\n\n", "Stut de steigers", "M12"},
	{"Motie nr. 2025-14 - Stut de steigers\n\n", "Stut de steigers", "2025-14"},
	{"Motie\n\nNummer: 2025-14\nOnderwerp: Stut de steigers\n\n", "Stut de steigers", "2025-14"},
	{"Motie: Stut de steigers\n\n", "Stut de steigers", NULL},
	{"Motie vreemd aan de orde van de dag: Stut de steigers\n\n", "Stut de steigers", NULL},
	{"M O T I E\n\nBetreft: Stut de steigers\n\n", "Stut de steigers", NULL},
	{"Motie 100 palen\n\n", "100 palen", NULL},
	{"Motie van de leden Visser en Bakker inzake de steigers\n\n", "de steigers", NULL},
};

START_TEST(a_caption_with_the_form_of_a_motion_is_a_motion)
{
	read_text(arena_printf(arena, "%s%s%s", COUNCIL, captions[_i].head, MOTION));
	const char *head = captions[_i].head;
	ck_assert_msg(document.kind == DOC_MOTION, "'%s': kind %s", head, document_kind_to_text(document.kind));
	const char *title = document.title ? document.title : "none", *want = captions[_i].title;
	ck_assert_msg(strcmp(title, want ? want : "none") == 0, "'%s': title '%s'", head, title);
	const char *code = item()->code ? item()->code : "none";
	ck_assert_msg(strcmp(code, captions[_i].code ? captions[_i].code : "none") == 0, "'%s': code '%s'", head, code);
	ck_assert_str_eq(document.body, "nl/waterveen");
	ck_assert_str_eq(document.date_edtf, "2025-04-03");
	ck_assert_str_eq(people(), "A. Visser (PvdA), B. Bakker (D66)");
	ck_assert_str_eq(document.people.v[0].role, "submitter");
	ck_assert_uint_eq(document.requests.n, 1);
	ck_assert_str_eq(document.requests.v[0].date_text, "voor 1 oktober 2025");
	ck_assert_str_eq(life(), "submitted 2025-04-03");
}
END_TEST

/* ---- people ---- */

static const struct {
	const char *head;
	const char *signatures;
	const char *people;
} signers[] = {
	{"Indieners: A. van der Velden-de Wit (GL-PvdA), Kees Bakker c.s. (Hart voor Den Haag/Groep de Mos)", "",
	 "A. van der Velden-de Wit (GL-PvdA), Kees Bakker (Hart voor Den Haag/Groep de Mos)"},
	{"Indieners: Kees Bakker, GroenLinks-PvdA, mede namens Volt en D66", "",
	 "Kees Bakker (GroenLinks-PvdA), - (Volt), - (D66)"},
	{"Indiener: Kees Bakker (D66) c.s.", "", "Kees Bakker (D66)"},
	{"Indiener: Kees Bakker (D66), mede namens Piet Prins (Volt)", "", "Kees Bakker (D66), Piet Prins (Volt)"},
	{"Indieners: dhr. K. Bakker (D66), mw. drs. A. (Anna) de Vries-Jansen (VVD)", "",
	 "K. Bakker (D66), A. (Anna) de Vries-Jansen (VVD)"},
	{"Indieners: D66, GroenLinks en PvdA", "", "- (D66), - (GroenLinks), - (PvdA)"},
	{"Ingediend door: fractie D66, fractie VVD", "", "- (D66), - (VVD)"},
	{"Indieners: Kees Bakker en Anna de Wit (D66)", "", "Kees Bakker (D66), Anna de Wit (D66)"},
	{"Indieners: Kees Bakker, Anna de Wit", "", "Kees Bakker (-), Anna de Wit (-)"},
	{"Indiener: Kees Bakker, Fractie Jansen", "", "Kees Bakker (Fractie Jansen)"},
	{"Indieners: Kees Bakker (Leefbaar Oeverdam), Piet Prins (Gemeentebelangen)", "",
	 "Kees Bakker (Leefbaar Oeverdam), Piet Prins (Gemeentebelangen)"},
	{"Indieners: Kees Bakker - D66, Piet Prins - VVD", "", "Kees Bakker (D66), Piet Prins (VVD)"},
	{"Indieners: Kees Bakker namens D66 en Piet Prins namens de VVD", "", "Kees Bakker (D66), Piet Prins (VVD)"},
	{"Indiener: namens de fractie van D66, Kees Bakker", "", "Kees Bakker (D66)"},
	{"Indieners: Kees Bakker (D66), Anna van\nder Velden-\nde Wit (VVD)", "",
	 "Kees Bakker (D66), Anna van der Velden-de Wit (VVD)"},
	{"Indiener: Kees Bakker (D66)", "Anna van der Velden-de Wit Piet Prins\nGL-PvdA Volt\n",
	 "Kees Bakker (D66), Anna van der Velden-de Wit (GL-PvdA), Piet Prins (Volt)"},
	{"Indiener: Kees Bakker (D66)", "Anna van der Velden-de Wit     Piet Prins\nGL-PvdA      Volt\n",
	 "Kees Bakker (D66), Anna van der Velden-de Wit (GL-PvdA), Piet Prins (Volt)"},
	{"Indieners: Bakker (D66), De Wit (VVD)", "K. Bakker (D66)\nAnna de Wit (VVD)\nK. Bakker (SP)\n",
	 "K. Bakker (D66), Anna de Wit (VVD), K. Bakker (SP)"},
};

START_TEST(who_put_it_forward_is_named_once_with_the_party)
{
	read_text(arena_printf(arena, COUNCIL "Motie: Stut de steigers\n%s\n\n" OPENING ASKS "%s", signers[_i].head,
			       signers[_i].signatures));
	ck_assert_msg(strcmp(people(), signers[_i].people) == 0, "'%s': %s", signers[_i].head, people());
}
END_TEST

/* Papers in which a caption stands and that are no motions. */
static const char *const about[] = {
	"Aan de gemeenteraad\n\nDatum: 12 mei 2025\nOnderwerp:\nMotie Stut de steigers\n\nDe raad heeft op 3 april "
	"2025 een "
	"motie aangenomen. De motie luidt:\n\n" MOTION "Het college heeft de steigers gestut.\n",
	"Onderwerp\nMotie: Stut de steigers\n\nDe raad nam op 3 april 2025 deze motie aan:\n\n" MOTION
	"Met vriendelijke groet,\nhet college\n",
	"Geachte leden van de raad,\n\nMotie Stut de steigers\n\n" MOTION,
	"Stand van zaken\n\nMotie M12 Stut de steigers\nDe raad heeft het college op 3 april 2025 verzocht de steigers "
	"te "
	"stutten.\nStand van zaken: in uitvoering.\n",
	"Motie steigers aangenomen\n\nDe raad van Waterveen heeft een motie aangenomen. Die verzoekt het college te "
	"stutten.\n",
	"Moties van 3 april 2025\n\nMotie M12 Stut de steigers\n\n" MOTION "Motie M13 Stut de brug\n\n" MOTION,
	"Preadvies\n\nAmendement A3 Palen\n\nHet amendement wil beslispunt 2 wijzigen.\nVoorgestelde tekst:\nTien "
	"palen.\nHet "
	"college ontraadt het.\n",
};

START_TEST(a_paper_about_a_motion_is_none)
{
	read_text(arena_printf(arena, "%s%s", COUNCIL, about[_i]));
	ck_assert_msg(document.kind != DOC_MOTION && document.kind != DOC_AMENDMENT, "%s", about[_i]);
	ck_assert_uint_eq(document.requests.n, 0);
}
END_TEST

static const char *const changes[] = {
	"AMENDEMENT A3\n\nOnderwerp: Tien palen\n\n" OPENING
	"besluit:\nbeslispunt 2 als volgt te wijzigen: tien palen te "
	"slaan.\n\nToelichting\nTien is meer dan vijf.\n\n" SIGNED,
	"Amendement A3: Tien palen\n\n" OPENING "Besluit het voorgestelde besluit te wijzigen.\n\n" SIGNED,
	"Raadsvergadering 3 april 2025\nAmendement A3: Tien palen\n\nOorspronkelijke tekst beslispunt 2:\nVijf palen "
	"te slaan.\n\n"
	"Voorgestelde tekst beslispunt 2:\nTien palen te slaan.\n\n" SIGNED,
};

START_TEST(a_caption_with_a_change_of_text_is_an_amendment)
{
	read_text(arena_printf(arena, "%s%s", COUNCIL, changes[_i]));
	ck_assert_int_eq(document.kind, DOC_AMENDMENT);
	ck_assert_int_eq(item()->kind, ITEM_AMENDMENT);
	ck_assert_str_eq(document.title, "Tien palen");
	ck_assert_str_eq(item()->code, "A3");
	ck_assert_str_eq(people(), "A. Visser (PvdA), B. Bakker (D66)");
	ck_assert_str_eq(life(), "submitted 2025-04-03");
}
END_TEST

START_TEST(a_motion_may_have_its_facts_in_fields_above_and_names_below)
{
	read_text(
		"Gemeente Waterveen\nGemeenteraad\n\nMotie\n\nDatum raadsvergadering 3 april 2025\nIngekomen onder "
		"nummer 412\n"
		"Status Verworpen\nOnderwerp Motie van de leden Visser en Bakker inzake de Voorjaarsnota\n\nOnderwerp\n"
		"Stut de steigers\n\nAan de gemeenteraad\n\nOndergetekenden hebben de eer voor te stellen:\n\nDe "
		"Raad,\n\n"
		"Gehoord de discussie over de Voorjaarsnota,\n\nOverwegende dat:\n• de steigers verzakken;\n\n"
		"Verzoekt het college van burgemeester en wethouders\n• de steigers te stutten;\n"
		"• de raad voor 1 oktober 2025 te informeren.\n\nIndieners\nA.B. Visser\nC. Bakker\n");
	ck_assert_int_eq(document.kind, DOC_MOTION);
	ck_assert_str_eq(document.title, "Stut de steigers");
	ck_assert_str_eq(item()->code, "412");
	ck_assert_str_eq(people(), "A.B. Visser (-), C. Bakker (-)");
	ck_assert_uint_eq(document.requests.n, 2);
	ck_assert_str_eq(document.requests.v[1].date_text, "voor 1 oktober 2025");
	ck_assert_str_eq(life(), "submitted 2025-04-03, rejected 2025-04-03");
}
END_TEST

START_TEST(a_head_that_lost_its_line_ends_is_parted_at_its_labels)
{
	read_text("GEMEENTERAAD Stuknummer: Uitslag stemming:\nN.1 SP ingetrokken\nRIS-nummer: 990901\n"
		  "Motie: Stut de steigers Indiener: Anna Visser, SP De raad van de gemeente Den Haag, in vergadering "
		  "bijeen op 3 "
		  "april 2025, ter bespreking van de nota Water (RIS990902)\nVerzoekt het college:\n● de steigers te "
		  "stutten;\n"
		  "En gaat over tot de orde van de dag. Anna Visser SP\n");
	ck_assert_int_eq(document.kind, DOC_MOTION);
	ck_assert_str_eq(document.title, "Stut de steigers");
	ck_assert_str_eq(item()->code, "N.1");
	ck_assert_str_eq(people(), "Anna Visser (SP)");
	ck_assert_uint_eq(document.requests.n, 1);
	ck_assert_str_eq(life(), "submitted 2025-04-03, withdrawn 2025-04-03");
}
END_TEST

START_TEST(a_lone_carriage_return_ends_a_line)
{
	char *text = arena_printf(arena, "%s%s%s", COUNCIL, "MOTIE\n\nOnderwerp: Stut de steigers\n\n", MOTION);
	for (char *p = text; *p; p++)
		if (*p == '\n')
			*p = '\r';
	read_text(text);
	ck_assert_int_eq(document.kind, DOC_MOTION);
	ck_assert_str_eq(document.title, "Stut de steigers");
	ck_assert_uint_eq(document.requests.n, 1);
}
END_TEST

/* ---- requests ---- */

/* What is asked, parted by strokes, each with its moment in brackets. */
static const char *requests(void)
{
	const char *out = "";
	for (size_t i = 0; i < document.requests.n; i++) {
		const struct request *request = &document.requests.v[i];
		out = arena_printf(arena, "%s%s%s", out, i ? " | " : "", request->quote);
		if (request->date_text)
			out = arena_printf(arena, "%s (%s)", out, request->date_text);
	}
	return out;
}

static const struct {
	const char *asks;
	const char *want;
} asked[] = {
	/* pdftotext printed the bullets before the items */
	{"•\n•\n•\n\nDe steigers te stutten;\nTe bezien wat de eigenaren van de boten daaraan kunnen doen, en daarbij "
	 "de\n"
	 "Vereniging van schippers te horen;\nDe raad te informeren.\n",
	 "De steigers te stutten; | Te bezien wat de eigenaren van de boten daaraan kunnen doen, en daarbij de "
	 "Vereniging "
	 "van schippers te horen; | De raad te informeren."},
	{"▪\n▪\n\nDe steigers te stutten langs de hele kade, ook bij de brug.\nDe raad te informeren.\n",
	 "De steigers te stutten langs de hele kade, ook bij de brug. | De raad te informeren."},
	/* a second sentence of the same item, where the bullets stand before their own */
	{"- De steigers te stutten langs de hele kade, ook bij de brug.\nDat moet voor de kades aan beide zijden.\n"
	 "- De raad te informeren.\n",
	 "De steigers te stutten langs de hele kade, ook bij de brug. Dat moet voor de kades aan beide zijden. | "
	 "De raad te informeren."},
	{"• De schippers te horen over:\no De steigers.\no De brug, en het\nonderhoud daarvan.\n• De raad te "
	 "informeren.\n",
	 "De schippers te horen over: De steigers. De brug, en het onderhoud daarvan. | De raad te informeren."},
	{"o de steigers te stutten;\no de raad te informeren.\n", "de steigers te stutten; | de raad te informeren."},
	{"- de steigers in 2026 te stutten, en de raad daarover voor 1 oktober 2025 te informeren.\n",
	 "de steigers in 2026 te stutten, en de raad daarover voor 1 oktober 2025 te informeren. (voor 1 oktober "
	 "2025)"},
	{"- de raad in Q3 te informeren over het onderhoud, dat voor 1 mei 2026 moet beginnen.\n",
	 "de raad in Q3 te informeren over het onderhoud, dat voor 1 mei 2026 moet beginnen. (Q3)"},
	/* a period in which to act */
	{"- om in Q4 2025 met een plan te komen voor de steigers.\n",
	 "om in Q4 2025 met een plan te komen voor de steigers. (Q4 2025)"},
	{"- samen met de schippers in het najaar een proef van twee jaar te beginnen;\n"
	 "- hierover in september 2025 te spreken met het waterschap.\n",
	 "samen met de schippers in het najaar een proef van twee jaar te beginnen; (najaar) | hierover in september "
	 "2025 te spreken met het waterschap. (september 2025)"},
	{"- eind 2025 steigers te stutten;\n- de Staten daarover in Q1 2026 bij te praten.\n",
	 "eind 2025 steigers te stutten; (eind 2025) | de Staten daarover in Q1 2026 bij te praten. (Q1 2026)"},
	{"\nRoept het college op om na overleg met de schippers in het eerste kwartaal van 2026 een steiger te "
	 "plaatsen;\n\nVerzoekt de burgemeester om in maart 2026 langs te gaan;\n",
	 "Roept het college op om na overleg met de schippers in het eerste kwartaal van 2026 een steiger te plaatsen; "
	 "(eerste kwartaal van 2026) | Verzoekt de burgemeester om in maart 2026 langs te gaan; (maart 2026)"},
	/* a period of the matter */
	{"- voor de begroting 2026 middelen te zoeken;\n- een proef van twee jaar te houden;\n"
	 "- de kosten in 2026 van de steigers te melden;\n- te bezien of in 2026 een brug te bouwen is;\n"
	 "- de mogelijkheden om in 2026 een brug te bouwen te verkennen;\n- in de komende twee jaar een steiger te "
	 "sluiten.\n",
	 "voor de begroting 2026 middelen te zoeken; | een proef van twee jaar te houden; | de kosten in 2026 van de "
	 "steigers te melden; | te bezien of in 2026 een brug te bouwen is; | de mogelijkheden om in 2026 een brug te "
	 "bouwen te verkennen; | in de komende twee jaar een steiger te sluiten."},
	{"- voor 1 mei 2026 de steigers te stutten, en de raad te informeren.\n",
	 "voor 1 mei 2026 de steigers te stutten, en de raad te informeren. (voor 1 mei 2026)"},
};

START_TEST(each_thing_asked_is_a_request)
{
	read_text(arena_printf(arena, "%sMOTIE\n\nOnderwerp: Stut de steigers\n\n%sVerzoekt het college:\n%s\n%s%s",
			       COUNCIL, OPENING, asked[_i].asks, "En gaat over tot de orde van de dag.\n\n", SIGNED));
	ck_assert_int_eq(document.kind, DOC_MOTION);
	ck_assert_msg(strcmp(requests(), asked[_i].want) == 0, "'%s': %s", asked[_i].asks, requests());
}
END_TEST

/* ---- outcomes ---- */

/* A form with a head of labels; `stamp` stands behind "Uitslag stemming:", `foot` under the signatures. */
static void read_stamped(const char *stamp, const char *foot)
{
	read_text(arena_printf(
		arena,
		"GEMEENTERAAD\nStuknummer: J.3 SP\nUitslag stemming:\n%s\nRIS-nummer: 990901\n\n"
		"Motie: Stut de steigers\nIndiener: Anna Visser, SP\n\n"
		"De raad van de gemeente Den Haag, in vergadering bijeen op 18 december 2024,\n\n"
		"Verzoekt het college:\n- de steigers te stutten.\n\nEn gaat over tot de orde van de dag.\n"
		"Anna Visser\nSP\n\n%s\n",
		stamp, foot));
}

static const struct {
	const char *stamp, *foot, *life;
} votes[] = {
	{"aangenomen", "", "submitted 2024-12-18, adopted 2024-12-18"},
	{"aangenomen (in de raad van 6 februari 2025)", "", "submitted 2024-12-18, adopted 2025-02-06"},
	{"stemmen gestaakt\n(in de raad van 19 december 2024)\naangenomen\n(in de raad van 23 januari 2025)", "",
	 "submitted 2024-12-18, tied 2024-12-19, adopted 2025-01-23"},
	{"stemmen gestaakt\n(in de raad van 19 december\n2024)\nverworpen\n(in de raad van 23 januari 2025",
	 "Aldus verworpen in de openbare vergadering van 23 januari 2025",
	 "submitted 2024-12-18, tied 2024-12-19, rejected 2025-01-23"},
	{"stemmen gestaakt\naangenomen", "Aldus aangenomen in de openbare vergadering van 23 januari 2025",
	 "submitted 2024-12-18, tied 2024-12-18, adopted 2025-01-23"},
	{"stemmen gestaakt (in de raad van 19 december 2024)", "", "submitted 2024-12-18, tied 2024-12-19"},
	{"aangehouden (in de raad van 18 december 2024)\nverworpen (in de raad van 23 januari 2025)", "",
	 "submitted 2024-12-18, held 2024-12-18, rejected 2025-01-23"},
	{"Aangenomen met 23 stemmen voor en 22 tegen", "", "submitted 2024-12-18, adopted 2024-12-18"},
	{"", "Uitslag stemming: Verworpen met 22 stemmen voor en 23 tegen",
	 "submitted 2024-12-18, rejected 2024-12-18"},
	{"", "Besluit: unaniem aangenomen", "submitted 2024-12-18, adopted 2024-12-18"},
	{"", "Deze motie is aangenomen op 23 januari 2025.", "submitted 2024-12-18, adopted 2025-01-23"},
};

START_TEST(each_vote_is_an_event_on_its_own_day)
{
	read_stamped(votes[_i].stamp, votes[_i].foot);
	ck_assert_msg(strcmp(life(), votes[_i].life) == 0, "'%s' '%s': %s", votes[_i].stamp, votes[_i].foot, life());
	ck_assert_uint_eq(document.findings.n, 0);
}
END_TEST

static const char *const choices[][2] = {
	{"Aangenomen/verworpen", ""},
	{"aangenomen / verworpen / aangehouden", ""},
	{"aangenomen\nverworpen\ningetrokken", ""},
	{"", "Uitslag stemming: Aangenomen/verworpen"},
	{"", "Besluit: aangenomen / verworpen"},
	{"", "Aangenomen\nVerworpen"},
};

START_TEST(a_form_that_was_not_filled_in_is_a_question)
{
	read_stamped(choices[_i][0], choices[_i][1]);
	ck_assert_int_eq(document.outcome, STATE_NONE);
	ck_assert_str_eq(life(), "submitted 2024-12-18");
	ck_assert_uint_eq(document.findings.n, 1);
	ck_assert_str_eq(document.findings.v[0].name, "unknown_status");
}
END_TEST

START_TEST(a_stamp_is_quoted_with_its_day)
{
	read_stamped("stemmen gestaakt\n   (in de raad van 19 december\n   2024)\naangenomen", "");
	ck_assert_str_eq(item()->events.v[1].quote, "stemmen gestaakt (in de raad van 19 december 2024)");
}
END_TEST

/* ---- the Kamer ---- */

START_TEST(the_imprint_of_a_chamber_paper_is_not_asked_for)
{
	read_text(
		"Tweede Kamer der Staten-Generaal\n\n2\n\nVergaderjaar 2023–2024\n\n36 999 VI\n\n"
		"Vaststelling van de begroting voor het water en de\nKade\n\nNr. 81\n\nMOTIE VAN DE LEDEN VAN DEN BERG "
		"EN VISSER\n"
		"Voorgesteld tijdens het Wetgevingsoverleg van 12 februari 2024\nDe Kamer,\ngehoord de beraadslaging,\n"
		"verzoekt de regering de Kamer voor 1 mei 2024 te informeren,\n\nkst-36999-VI-81\nISSN 0921 - 7371\n"
		"’s-Gravenhage 2024\n\nTweede Kamer, vergaderjaar 2023–2024, 36 999 VI, nr. 81\n\n1\n\n\f"
		"en gaat over tot de orde van de dag.\nVan den Berg\nVisser\n\n"
		"Tweede Kamer, vergaderjaar 2023–2024, 36 999 VI, nr. 81\n\n2\n");
	ck_assert_int_eq(document.kind, DOC_MOTION);
	ck_assert_str_eq(document.title, "Vaststelling van de begroting voor het water en de Kade");
	ck_assert_str_eq(document.identifiers.v[0].value, "36999-VI-81");
	ck_assert_str_eq(people(), "Van den Berg (-), Visser (-)");
	ck_assert_str_eq(life(), "submitted 2024-02-12");
	ck_assert_uint_eq(document.requests.n, 1);
	ck_assert_str_eq(document.requests.v[0].quote, "verzoekt de regering de Kamer voor 1 mei 2024 te informeren,");
}
END_TEST

START_TEST(a_motion_of_the_chamber_may_be_run_together)
{
	read_text("Tweede Kamer der Staten-Generaal\n36 999\nKades\nNr. 7\nMOTIE VAN HET LID VISSER C.S. Voorgesteld "
		  "12 februari "
		  "2024 De Kamer, gehoord de beraadslaging,\nverzoekt de regering de kades te stutten,\n"
		  "en gaat over tot de orde van de dag. Visser\nkst-36999-7 ISSN 0921 - 7371 ’s-Gravenhage 2024\n");
	ck_assert_int_eq(document.kind, DOC_MOTION);
	ck_assert_str_eq(document.title, "Kades");
	ck_assert_str_eq(people(), "Visser (-)");
	ck_assert_str_eq(life(), "submitted 2024-02-12");
	ck_assert_uint_eq(document.requests.n, 1);
}
END_TEST

START_TEST(those_behind_c_s_have_signed_under_the_text)
{
	read_text("Tweede Kamer der Staten-Generaal\n\n2\n\nVergaderjaar 2023–2024\n\n36 999\n\nKades\n\nNr. 8\n\n"
		  "MOTIE VAN HET LID ŞAHIN C.S.\nVoorgesteld 12 februari 2024\nDe Kamer,\ngehoord de beraadslaging,\n"
		  "zegt het vertrouwen in de Minister van Water op,\nen gaat over tot de orde van de dag.\nŞahin\n"
		  "Van den Berg\n\nkst-36999-8\nISSN 0921 - 7371\n’s-Gravenhage 2024\n\n"
		  "Tweede Kamer, vergaderjaar 2023–2024, 36 999, nr. 8\n\n1\n\n\fJan de Visser-Ås\n\n"
		  "Tweede Kamer, vergaderjaar 2023–2024, 36 999, nr. 8\n\n2\n");
	ck_assert_str_eq(people(), "Şahin (-), Van den Berg (-), Jan de Visser-Ås (-)");
	ck_assert_str_eq(document.people.v[0].role, "submitter");
	ck_assert_str_eq(document.people.v[2].role, "cosignatory");
	ck_assert_str_eq(requests(), "zegt het vertrouwen in de Minister van Water op,");
	ck_assert_str_eq(document.requests.v[0].verb, "zegt het vertrouwen op");
}
END_TEST

/* ---- a proposal's font ---- */

/* Under "De raad ... gaat over tot de orde van de dag": who signed. */
static const struct {
	const char *signs;
	const char *want;
} signed_by[] = {
	{"Namens de fracties van\nDorpsbelang Rietdam    ChristenUnie        SGP\nJ. Wagenaar            T. van der "
	 "Slee    L. "
	 "Brandt\n",
	 "J. Wagenaar/Dorpsbelang Rietdam, T. van der Slee/ChristenUnie, L. Brandt/SGP"},
	{"Hart voor Rietdam    CDA\nJ. Wagenaar          T. van der Slee\n",
	 "J. Wagenaar/Hart voor Rietdam, T. van der Slee/CDA"},
	{"J. Wagenaar          T. van der Slee\nHart voor Rietdam    CDA\n",
	 "J. Wagenaar/Hart voor Rietdam, T. van der Slee/CDA"},
	{"Fractie VVD: J. de Wit\nFractie Dorpsbelang: T. van der Slee en L. Brandt\n",
	 "J. de Wit/VVD, T. van der Slee/Dorpsbelang, L. Brandt/Dorpsbelang"},
	{"Ondertekening:\nLena van der Slee, Partij voor het Eiland\nJan Brandt (SP)\n",
	 "Lena van der Slee/Partij voor het Eiland, Jan Brandt/SP"},
};

static const char *signed_names(void)
{
	const char *out = "";
	for (size_t i = 0; i < document.people.n; i++)
		out = arena_printf(arena, "%s%s%s/%s", out, i ? ", " : "", document.people.v[i].name,
				   document.people.v[i].party);
	return out;
}

START_TEST(who_signed_under_the_text_has_the_party_above_below_or_beside)
{
	read_text(arena_printf(arena,
			       "%sMOTIE\n\nOnderwerp: Stut de steigers\n\n%sVerzoekt het college:\n- de steigers te "
			       "stutten;\n\nEn gaat over tot de orde van de dag.\n\n%s",
			       COUNCIL, OPENING, signed_by[_i].signs));
	ck_assert_int_eq(document.kind, DOC_MOTION);
	ck_assert_str_eq(signed_names(), signed_by[_i].want);
}
END_TEST

START_TEST(a_fraction_behind_the_caption_put_it_forward_and_is_no_title)
{
	read_text("Motie: Statenfractie Partij voor het Eiland\n\nProvinciale Staten van Zeeland, in vergadering "
		  "bijeen op 2 "
		  "april 2025;\n\nOverwegende dat de pont stilligt;\n\nDragen Gedeputeerde Staten op de pont te laten "
		  "varen;\nSpreken uit dat de pont gratis is.\n\nOndertekening:\nLena van der Slee, Partij voor het "
		  "Eiland\n");
	ck_assert_int_eq(document.kind, DOC_MOTION);
	ck_assert_ptr_null(document.title);
	ck_assert_str_eq(signed_names(), "Lena van der Slee/Partij voor het Eiland");
	ck_assert_str_eq(document.people.v[0].role, "submitter");
	ck_assert_uint_eq(document.requests.n, 2);
	ck_assert_str_eq(document.requests.v[0].verb, "draagt op");
	ck_assert_str_eq(document.requests.v[1].verb, "spreekt uit");
}
END_TEST

static const struct {
	const char *line;
	enum state want;
} voted[] = {{"Met 10 stemmen voor en 7 stemmen tegen verworpen.", STATE_REJECTED},
	     {"De motie is met 12 stemmen voor en 5 tegen aangenomen", STATE_ADOPTED},
	     {"De motie wordt aangenomen met 12 stemmen voor en 5 tegen.", STATE_ADOPTED},
	     {"Met 10 stemmen voor en 7 stemmen tegen is de zaal leeg.", STATE_NONE}};

START_TEST(the_votes_may_stand_before_the_outcome)
{
	read_text(arena_printf(arena,
			       "%sMOTIE\n\nOnderwerp: Stut de steigers\n\n%sVerzoekt het college:\n- de steigers te "
			       "stutten;\n\nEn gaat over tot de orde van de dag.\n\nJ. de Wit, VVD\n\n%s\n",
			       COUNCIL, OPENING, voted[_i].line));
	ck_assert_msg(document.outcome == voted[_i].want, "%s: %s", voted[_i].line, state_to_text(document.outcome));
}
END_TEST

START_TEST(a_broken_ligature_is_mended_only_where_the_paper_proves_it)
{
	read_text("RIS990903\n\nIni%a%efvoorstel. Ac%eve steigers: 5% meer\n\nInleiding\nEr zijn steigers.\n");
	ck_assert_str_eq(document.title, "Initiatiefvoorstel. Actieve steigers: 5% meer");
	read_text("RIS990903\n\nInitiatiefvoorstel. Ac%eve steigers\n\nInleiding\nEr zijn steigers.\n");
	ck_assert_str_eq(document.title, "Initiatiefvoorstel. Ac%eve steigers");
}
END_TEST

/* ---- a proposal ---- */

static const struct {
	const char *text;
	const char *title;
	const char *date;
	enum state outcome;
} proposals[] = {
	{"Initiatiefvoorstel: Stut de steigers\nRIS990903\n\nAanleiding:\nEr zijn steigers.\n\nAldus verworpen in de "
	 "openbare raadsvergadering van 3 "
	 "april "
	 "2025.\n",
	 "Initiatiefvoorstel: Stut de steigers", "2025-04-03", STATE_REJECTED},
	{"Datum\n4 maart 2025\nRIS990903\n\nVoorstel van het college inzake de steigers (RIS990903)\n\n"
	 "*Aldus geamendeerd besloten in de openbare\nraadsvergadering van 3 april 2025.\nDe griffier,\n",
	 "Voorstel van het college inzake de steigers", "2025-03-04", STATE_ADOPTED},
	{"RIS990903\n\nVoorstel van het college inzake RIS990904\n\nAldus besloten in de openbare raadsvergadering "
	 "van\n\n"
	 "De griffier,\n",
	 "Voorstel van het college inzake RIS990904", "", STATE_NONE},
	{"RIS990903\n\nVoorstel van het college inzake nota Zeilweg-\nDe Bongerd\n\nInleiding\nEr zijn steigers.\n",
	 "Voorstel van het college inzake nota Zeilweg-De Bongerd", "", STATE_NONE},
	/* as pdftotext prints it; without the proof below both words may be a name */
	{"RIS990903\n\nVoorstel van het college inzake nota ZeilwegDe Bongerd\n\nInleiding\nDe Zeilweg-De Bongerd is "
	 "smal.\n",
	 "Voorstel van het college inzake nota Zeilweg-De Bongerd", "", STATE_NONE},
	{"RIS990903\n\nVoorstel van het college inzake nota ZeilwegDe Bongerd\n\nInleiding\nDe Zeilweg is smal.\n",
	 "Voorstel van het college inzake nota ZeilwegDe Bongerd", "", STATE_NONE},
};

START_TEST(a_proposal_says_below_what_became_of_it)
{
	read_text(proposals[_i].text);
	ck_assert_int_eq(document.kind, DOC_PROPOSAL);
	ck_assert_str_eq(document.title, proposals[_i].title);
	ck_assert_str_eq(document.date_edtf, proposals[_i].date);
	ck_assert_int_eq(document.outcome, proposals[_i].outcome);
	ck_assert_uint_eq(document.identifiers.n, 1);
	ck_assert_uint_eq(item()->events.n, 0);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("motion");
	TCase *tcase = tcase_create("motion");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, a_caption_with_the_form_of_a_motion_is_a_motion, 0, ARRAY_SIZE(captions));
	tcase_add_loop_test(tcase, who_put_it_forward_is_named_once_with_the_party, 0, ARRAY_SIZE(signers));
	tcase_add_loop_test(tcase, a_paper_about_a_motion_is_none, 0, ARRAY_SIZE(about));
	tcase_add_loop_test(tcase, a_caption_with_a_change_of_text_is_an_amendment, 0, ARRAY_SIZE(changes));
	tcase_add_loop_test(tcase, who_signed_under_the_text_has_the_party_above_below_or_beside, 0,
			    ARRAY_SIZE(signed_by));
	tcase_add_test(tcase, a_fraction_behind_the_caption_put_it_forward_and_is_no_title);
	tcase_add_loop_test(tcase, the_votes_may_stand_before_the_outcome, 0, ARRAY_SIZE(voted));
	tcase_add_test(tcase, a_motion_may_have_its_facts_in_fields_above_and_names_below);
	tcase_add_test(tcase, a_head_that_lost_its_line_ends_is_parted_at_its_labels);
	tcase_add_test(tcase, a_lone_carriage_return_ends_a_line);
	tcase_add_loop_test(tcase, each_thing_asked_is_a_request, 0, ARRAY_SIZE(asked));
	tcase_add_loop_test(tcase, each_vote_is_an_event_on_its_own_day, 0, ARRAY_SIZE(votes));
	tcase_add_loop_test(tcase, a_form_that_was_not_filled_in_is_a_question, 0, ARRAY_SIZE(choices));
	tcase_add_test(tcase, a_stamp_is_quoted_with_its_day);
	tcase_add_test(tcase, the_imprint_of_a_chamber_paper_is_not_asked_for);
	tcase_add_test(tcase, a_motion_of_the_chamber_may_be_run_together);
	tcase_add_test(tcase, those_behind_c_s_have_signed_under_the_text);
	tcase_add_test(tcase, a_broken_ligature_is_mended_only_where_the_paper_proves_it);
	tcase_add_loop_test(tcase, a_proposal_says_below_what_became_of_it, 0, ARRAY_SIZE(proposals));
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
