/* test_list.c: a list of commitments gives each row its number, holder, term and state, in whatever form its cells come. */
#include "core/resolve.h"

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

static struct document *read_text(const char *text)
{
	struct document_context context = {.on = DATE_NONE};
	struct document *out = arena_alloc(arena, sizeof *out);
	document_read(slice_of(text), &context, arena, out);
	document = *out;
	return out;
}

#define HEAD "Lijst van toezeggingen gemeenteraad Oeverdam\nStand per 1 april 2025\n\n"

static const char *const forms[] = {
	HEAD "Nr\tDatum\tAgendapunt\tToezegging\tPortefeuillehouder\tTermijn\tStatus\n"
	     "25-011\t13-02-2025\t8. Havenplan\tDe raad ontvangt een brief over de iepen langs de kade.\tWethouder "
	     "Duurkoop\tQ2 2025\topen\n"
	     "25-012\t13-02-2025\t9. Zwembad\tEen voorstel over de tarieven.\tWethouder Bakker\t-\tafgedaan (12 maart "
	     "2025)\n",
	HEAD
	"| Nr | Datum toezegging | Agendapunt | Omschrijving | P-houder | Deadline | Stand |\n"
	"|----|----|----|----|----|----|----|\n"
	"| 25-011 | 13 februari 2025 | 8. Havenplan | De raad ontvangt een brief over de iepen langs de kade. | "
	"Wethouder "
	"Duurkoop | Q2 2025 | openstaand |\n"
	"| 25-012 | 13 februari 2025 | 9. Zwembad | Een voorstel over de tarieven. | Wethouder Bakker | | afgedaan op "
	"12-3-2025 |\n",
	HEAD
	"Kenmerk;Datum toezegging;Agendapunt;Toezegging;Portefeuillehouder;Termijn;Afgedaan;Datum afgedaan\n"
	"25-011;13-02-2025;8. Havenplan;De raad ontvangt een brief over de iepen langs de kade.;Wethouder Duurkoop;Q2 "
	"2025;Nee;\n"
	"25-012;13-02-2025;9. Zwembad;Een voorstel over de tarieven.;Wethouder Bakker;;Ja;12-03-2025\n",
	/* Set out with blanks: a cell goes on in the lines below it. */
	HEAD " Nr       Datum        Agendapunt     Toezegging                        Portefeuillehouder    Termijn    "
	     " Status\n"
	     " 25-011   13-02-2025   8. Havenplan   De raad ontvangt een brief over   Wethouder Duurkoop    Q2 2025    "
	     " open\n"
	     "                                      de iepen langs de kade.\n"
	     " 25-012   13-02-2025   9. Zwembad     Een voorstel over de tarieven.    Wethouder Bakker                 "
	     " afgedaan\n"
	     "                                                                                                         "
	     "(12 maart 2025)\n",
	HEAD
	"Nummer: 25-011\nDatum toezegging: 13 februari 2025\nAgendapunt: 8. Havenplan\nToezegging: De raad ontvangt "
	"een "
	"brief over\nde iepen langs de kade.\nPortefeuillehouder: Wethouder Duurkoop\nTermijn: Q2 2025\nStatus: "
	"open\n\n"
	"Nummer: 25-012\nDatum toezegging: 13 februari 2025\nAgendapunt: 9. Zwembad\nToezegging: Een voorstel over de "
	"tarieven.\nPortefeuillehouder: Wethouder Bakker\nStatus: afgedaan\nDatum afdoening: 12 maart 2025\n",
};

START_TEST(each_row_is_a_commitment)
{
	read_text(forms[_i]);
	ck_assert_int_eq(document.kind, DOC_PROMISE_LIST);
	ck_assert_uint_eq(document.mentions.n, 2);
	const struct mention *m = document.mentions.v;
	ck_assert_str_eq(m[0].identifiers.v[0].value, "25-011");
	ck_assert_str_eq(m[0].title, "De raad ontvangt een brief over de iepen langs de kade.");
	ck_assert_int_eq(m[0].meeting, date_make(2025, 2, 13));
	ck_assert_str_eq(m[0].people.v[0].name, "wethouder Duurkoop");
	ck_assert_uint_eq(m[0].events.n, 1);
	ck_assert_int_eq(m[0].events.v[0].state, STATE_OPEN);
	ck_assert_uint_eq(m[1].events.n, 2);
	ck_assert_int_eq(m[1].events.v[1].state, STATE_SETTLEMENT_PROPOSED);
	ck_assert_int_eq(m[1].events.v[1].on, date_make(2025, 3, 12));
	ck_assert_uint_eq(document.findings.n, 0);
	ck_assert_uint_eq(document.promises.n, 2);
	const struct promise *p = document.promises.v;
	ck_assert_int_eq(p[0].moment.latest, date_make(2025, 6, 30));
	ck_assert_str_eq(p[0].date_text, "Q2 2025");
	ck_assert_int_eq(p[0].form, FORM_LETTER);
	ck_assert_str_eq(p[0].agenda->number, "8");
	ck_assert_str_eq(p[0].agenda->title, "Havenplan");
	ck_assert_int_eq(p[1].moment.latest, DATE_NONE);
	ck_assert_int_eq(memcmp(document.text.raw.p + p[0].raw.start, "De raad", 7), 0);
}
END_TEST

static const struct {
	const char *state;
	enum state want; /* NONE: a question */
} words[] = {
	{"nog niet afgedaan", STATE_OPEN},
	{"In behandeling; college besluit in mei", STATE_OPEN},
	{"Deels afgedaan", STATE_PARTLY_SETTLED},
	{"voldaan", STATE_SETTLEMENT_PROPOSED},
	{"Vervallen", STATE_LAPSED},
	{"afvoeren", STATE_DROPPED},
	{"-", STATE_OPEN},
	{"geparkeerd", STATE_NONE},
	{"afgedaan, maar niet voor de steiger", STATE_NONE},
	{"afgedaan?", STATE_NONE},
	{"openbaar", STATE_NONE},
};

START_TEST(a_state_is_known_or_asked_about)
{
	read_text(arena_printf(arena,
			       "%sNr\tToezegging\tPortefeuillehouder\tStatus\n3\tEen bel bij de pont\tBakker\t%s\n",
			       HEAD, words[_i].state));
	ck_assert_uint_eq(document.mentions.n, 1);
	const struct mention *m = &document.mentions.v[0];
	ck_assert_uint_eq(m->identifiers.n, 0); /* a number that only counts the rows names nothing */
	ck_assert_uint_eq(document.findings.n, words[_i].want == STATE_NONE);
	if (words[_i].want == STATE_NONE)
		ck_assert_ptr_nonnull(strstr(document.findings.v[0].detail, words[_i].state));
	else
		ck_assert_int_eq(m->events.v[m->events.n - 1].state, words[_i].want);
}
END_TEST

START_TEST(cells_that_stand_in_no_order_are_asked_about)
{
	read_text(HEAD "Nr\n25-011\n\nDatum\n13-02-2025\n\n25-012\n\n13-02-2025\n\nToezegging\nDe raad ontvangt een "
		       "brief\nover de "
		       "iepen.\nPortefeuillehouder\nDuurkoop\n\nStatus\nopen\n\nBakker\n\nafgedaan\n");
	ck_assert_int_eq(document.kind, DOC_PROMISE_LIST);
	ck_assert_uint_eq(document.mentions.n, 0);
	ck_assert_uint_eq(document.promises.n, 0);
	ck_assert_str_eq(document.findings.v[0].name, "unknown_status");
}
END_TEST

/* ---- lists in other forms ---- */

struct row_read {
	const char *promisor, *speaker; /* speaker NULL: nobody is named */
	int latest;                     /* DATE_NONE when no day is named */
	enum state state;               /* the last that is told */
};

static const struct {
	const char *text;
	int date;
	struct row_read rows[2];
} others[] = {
	{"GEMEENTERAAD OEVERDAM \xe2\x80\x93 ACTIELIJST / TOEZEGGINGEN\nvergadering 19 juni 2025\n\n"
	 "| Nr | Datum | Onderwerp | Actie/toezegging | Wie | Gereed |\n|---|---|---|---|---|---|\n"
	 "| 1 | 15-05-2025 | Haven | Terugkoppelen van het gesprek | Weth. Duurkoop | 3e kwartaal 2025 |\n"
	 "| 2 | 17-04-2025 | Zwembad | Raad informeren | Burg. Polder | gereed |\n",
	 20250619,
	 {{"wethouder", "wethouder Duurkoop", 20250930, STATE_OPEN},
	  {"burgemeester", "burgemeester Polder", 0, STATE_SETTLEMENT_PROPOSED}}},
	{"TOEZEGGINGENREGISTER GEMEENTE OEVERDAM\nPeildatum 1 mei 2025\n\n"
	 "1. Wethouder Duurkoop zegt toe om de raad voor 1 juli 2025 te informeren over de iepen\nlangs de kade (raad "
	 "11 februari "
	 "2025). Status: open.\n"
	 "2. Burgemeester Polder zegt toe om de raad een evaluatie te sturen (raad 25 maart 2025). Status: afgedaan "
	 "met brief "
	 "van 10 april 2025.\n",
	 20250501,
	 {{"wethouder", "wethouder Duurkoop", 20250630, STATE_OPEN},
	  {"burgemeester", "burgemeester Polder", 0, STATE_SETTLEMENT_PROPOSED}}},
	/* The day of the list is not that of its first row. */
	{"Toezeggingenlijst gemeenteraad Oeverdam\nBijgewerkt tot en met 20 mei 2025\n\n"
	 "Toezegging nr. 2025-07\nDatum: 13 februari 2025\nPortefeuillehouder: P. Duurkoop\nInhoud: De wethouder "
	 "stuurt de raad "
	 "een memo over de haven.\nTermijn: voor 1 juni 2025\nStatus: openstaand\n\n"
	 "Toezegging nr. 2025-08\nDatum: 13 februari 2025\nPortefeuillehouder: burgemeester A. Polder\nInhoud: Bericht "
	 "over de "
	 "brandweer.\nTermijn: n.t.b.\nStatus: afgehandeld 15 april 2025\n",
	 20250520,
	 {{"wethouder", "P. Duurkoop", 20250531, STATE_OPEN},
	  {"burgemeester", "burgemeester A. Polder", 0, STATE_SETTLEMENT_PROPOSED}}},
	/* Whose council it is, is whose executive it is; the words say more. */
	{"Waterschap Vechtstromen\nLijst van toezeggingen algemeen bestuur\nStand per 2 april 2025\n\n"
	 "Nr\tDatum\tToezegging\tPortefeuillehouder\tTermijn\tStatus\n"
	 "T1\t22-01-2025\tDe dijkgraaf zegt toe het AB te informeren over de sloot.\tKoster\tjuni 2025\tOpen\n"
	 "T2\t22-01-2025\tPortefeuillehouder Bakker zegt toe een evaluatie aan te bieden.\tBakker\tQ4 2025\tOpen\n",
	 20250402,
	 {{"dijkgraaf", "Koster", 20250630, STATE_OPEN}, {"dagelijks bestuur", "Bakker", 20251231, STATE_OPEN}}},
	/* A spreadsheet: no title, and a cell that holds its mark. */
	{"nummer;toezegging;portefeuillehouder;termijn;status\n"
	 "25-1;\"Raad informeren; ook de commissie\";Wethouder Duurkoop;1 juni 2025;open\n"
	 "25-2;Notitie toesturen;Burgemeester;Q3 2025;open\n",
	 0,
	 {{"wethouder", "wethouder Duurkoop", 20250601, STATE_OPEN}, {"burgemeester", NULL, 20250930, STATE_OPEN}}},
};

static int day_of(int ymd)
{
	return ymd ? date_make(ymd / 10000, ymd / 100 % 100, ymd % 100) : DATE_NONE;
}

START_TEST(lists_come_in_many_forms)
{
	read_text(others[_i].text);
	ck_assert_int_eq(document.kind, DOC_PROMISE_LIST);
	ck_assert_int_eq(document.date, day_of(others[_i].date));
	ck_assert_uint_eq(document.findings.n, 0);
	ck_assert_uint_eq(document.promises.n, 2);
	for (size_t i = 0; i < 2; i++) {
		const struct promise *p = &document.promises.v[i];
		const struct row_read *want = &others[_i].rows[i];
		const struct events *events = &document.mentions.v[i].events;
		ck_assert_str_eq(p->promisor, want->promisor);
		ck_assert_pstr_eq(p->speaker, want->speaker);
		ck_assert_int_eq(p->moment.latest, day_of(want->latest));
		ck_assert_int_eq(events->v[events->n - 1].state, want->state);
		ck_assert_int_eq(memcmp(document.text.raw.p + p->raw.start, p->quote, 8), 0);
	}
}
END_TEST

START_TEST(a_block_has_the_number_of_its_heading)
{
	read_text(others[2].text);
	ck_assert_str_eq(document.mentions.v[1].identifiers.v[0].value, "2025-08");
	ck_assert_int_eq(document.mentions.v[1].events.v[1].on, date_make(2025, 4, 15));
}
END_TEST

START_TEST(an_entry_tells_when_it_was_promised_and_settled)
{
	read_text(others[1].text);
	const struct mention *m = &document.mentions.v[1];
	ck_assert_int_eq(m->events.v[0].on, date_make(2025, 3, 25));
	ck_assert_int_eq(m->events.v[1].on, date_make(2025, 4, 10));
	ck_assert_str_eq(m->title, "Burgemeester Polder zegt toe om de raad een evaluatie te sturen");
}
END_TEST

START_TEST(a_motion_in_the_list_asks_and_promises_nothing)
{
	read_text(
		"Waterschap Vechtstromen\nLijst van toezeggingen en moties algemeen bestuur\nStand per 2 april 2025\n\n"
		"Nr\tDatum\tOnderwerp\tToezegging\tPortefeuillehouder\tTermijn\tStatus\n"
		"M1\t27-11-2024\tMotie exoten (PvdD)\tVerzoekt het dagelijks bestuur een plan op te stellen.\tBakker\t"
		"1 juli 2025\tLopend\n");
	ck_assert_uint_eq(document.promises.n, 0);
	ck_assert_uint_eq(document.mentions.n, 1);
	const struct mention *m = &document.mentions.v[0];
	ck_assert_int_eq(m->kind, ITEM_MOTION);
	ck_assert_str_eq(m->title, "exoten");
	ck_assert_uint_eq(m->people.n, 0);
	ck_assert_uint_eq(m->requests.n, 1);
	ck_assert_str_eq(m->requests.v[0].verb, "verzoekt");
	ck_assert_int_eq(m->requests.v[0].moment.latest, date_make(2025, 7, 1));
	ck_assert_int_eq(m->events.v[m->events.n - 1].state, STATE_IN_PROGRESS);
}
END_TEST

START_TEST(no_row_of_a_long_list_is_left_out)
{
	enum { ROWS = 6000 };
	struct buf text;
	buf_init(&text);
	buf_add_text(&text, HEAD "Nr\tToezegging\tPortefeuillehouder\tStatus\n");
	for (int i = 0; i < ROWS; i++)
		buf_printf(&text, "25-%d\tEen brief over boom %d\tWethouder Bakker\topen\n", i, i);
	read_text(text.p);
	ck_assert_uint_eq(document.promises.n, ROWS);
	buf_release(&text);
}
END_TEST

#define MONTH(day, term, state)                                                                                        \
	"Lijst van toezeggingen gemeenteraad Oeverdam\nStand per " day "\n\n"                                          \
	"Nr\tDatum\tToezegging\tPortefeuillehouder\tTermijn\tStatus\n25-011\t13-02-2025\tEen brief over de "           \
	"iepen\tDuurkoop\t" term "\t" state "\n"

START_TEST(the_list_of_next_month_tells_of_the_same_commitment)
{
	static const char *const months[] = {MONTH("1 juni 2025", "Q3 2025", "afgedaan"),
					     MONTH("1 mei 2025", "Q3 2025", "afgedaan"),
					     MONTH("1 april 2025", "Q2 2025", "open")};
	static const char *const names[] = {"a", "b", "c"};
	struct sources sources = {0};
	struct items items = {0};
	for (size_t i = 0; i < ARRAY_SIZE(months); i++) {
		struct document *list = read_text(months[i]);
		*list_push(arena, &sources) = (struct sourced){names[i], 0, list, &list->mentions.v[0]};
	}
	resolve_items(&sources, arena, &items);
	ck_assert_uint_eq(items.n, 1);
	const struct item *item = &items.v[0];
	ck_assert_str_eq(item->ref, "25-011");
	ck_assert_int_eq(item->state, STATE_SETTLEMENT_PROPOSED);
	ck_assert_uint_eq(item->findings.n, 0);
	ck_assert_uint_eq(item->promises.n, 1);
	ck_assert_int_eq(item->promises.v[0].on, date_make(2025, 2, 13));
	ck_assert_int_eq(item->promises.v[0].moment.latest, date_make(2025, 9, 30)); /* the later list moved it */
}
END_TEST

START_TEST(every_prefix_of_a_list_is_read)
{
	for (size_t n = 0; n < strlen(forms[_i]); n++) {
		struct arena *own = arena_new();
		struct document_context context = {.on = DATE_NONE};
		struct document out;
		document_read(slice_of(arena_text(own, (struct slice){forms[_i], n})), &context, own, &out);
		arena_free(own);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("list");
	TCase *tcase = tcase_create("list");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, each_row_is_a_commitment, 0, ARRAY_SIZE(forms));
	tcase_add_loop_test(tcase, a_state_is_known_or_asked_about, 0, ARRAY_SIZE(words));
	tcase_add_loop_test(tcase, lists_come_in_many_forms, 0, ARRAY_SIZE(others));
	tcase_add_test(tcase, a_block_has_the_number_of_its_heading);
	tcase_add_test(tcase, an_entry_tells_when_it_was_promised_and_settled);
	tcase_add_test(tcase, a_motion_in_the_list_asks_and_promises_nothing);
	tcase_add_test(tcase, no_row_of_a_long_list_is_left_out);
	tcase_add_test(tcase, cells_that_stand_in_no_order_are_asked_about);
	tcase_add_test(tcase, the_list_of_next_month_tells_of_the_same_commitment);
	tcase_add_loop_test(tcase, every_prefix_of_a_list_is_read, 0, ARRAY_SIZE(forms));
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
