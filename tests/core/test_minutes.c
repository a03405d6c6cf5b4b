/* test_minutes.c: who promised what at which point of the agenda, and the commitments that come of it. */
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

static void read_text(const char *text)
{
	struct document_context context = {.on = DATE_NONE};
	document_read(slice_of(text), &context, arena, &document);
}

#define COUNCIL                                                                                                        \
	"Notulen\ngemeenteraad Oeverdam\ngehouden op\ndonderdag 13 februari 2025\n"                                    \
	"Voorzitter: de burgemeester, mr. A.B. van der Sluis\n\n"
#define LETTER "Ik stuur de raad voor 1 mei 2025 een brief over de iepen."

static const struct {
	const char *text;
	const char *speaker; /* NULL: nobody is named */
	const char *number;  /* of the agenda point; NULL */
	const char *title;
} places[] = {
	{"Aan de orde is:\nH.\nVoorstel van het college inzake het havenplan\n(RIS990013).\nDe beraadslaging wordt "
	 "geopend.\n"
	 "Teun Wagenvoort (SP). Ik hoor graag meer.\nWethouder Duurkoop (D66). " LETTER "\n",
	 "wethouder Duurkoop", "H", "Voorstel van het college inzake het havenplan (RIS990013)"},
	{"Agendapunt 8: Havenplan\n\nWethouder Van den Berg-Jansen: " LETTER "\n", "wethouder Van den Berg-Jansen", "8",
	 "Havenplan"},
	{"Agendapunt 8\nHavenplan\n\nWethouder Ten Have: " LETTER "\n", "wethouder Ten Have", "8", "Havenplan"},
	{"7. Vaststelling agenda\n\nDe voorzitter: Goedenavond.\n\n8.1. Havenplan\n\n"
	 "Wethouder mevrouw El Idrissi: " LETTER "\n",
	 "wethouder mevrouw El Idrissi", "8.1", "Havenplan"},
	{"8. Havenplan\n\nDe wethouder: " LETTER "\n", NULL, "8", "Havenplan"},
	{"Gedeputeerde Koster: " LETTER "\n", "gedeputeerde Koster", NULL, NULL},
	/* A line of a speech is no point of the agenda, whatever it begins with. */
	{"8. Havenplan\n\nTeun Wagenvoort (SP). Er zijn twee dingen.\n9. Iepen en kades\nhoren bij elkaar, vind ik.\n"
	 "Wethouder Duurkoop (D66). " LETTER "\n",
	 "wethouder Duurkoop", "8", "Havenplan"},
	{"8. Havenplan\n\nTeun Wagenvoort (SP). Ik was in de haven.\nAgendapunt 9 wil ik nu niet bespreken.\n"
	 "Wethouder Duurkoop (D66). " LETTER "\n",
	 "wethouder Duurkoop", "8", "Havenplan"},
	/* Where nobody is marked as beginning to speak, verbs report who said it. */
	{"8. Havenplan\n\nDe heer Wagenvoort (SP) vraagt of de iepen blijven staan en wanneer de raad daar meer van "
	 "hoort.\n"
	 "Wethouder Duurkoop (D66) antwoordt dat de meeste blijven. Het college zal de raad voor 1 mei 2025 een brief "
	 "over de iepen sturen.\n",
	 NULL, "8", "Havenplan"},
};

START_TEST(a_promise_says_who_made_it_at_which_point_of_the_agenda)
{
	read_text(arena_printf(arena, "%s%s", COUNCIL, places[_i].text));
	ck_assert_int_eq(document.kind, DOC_MINUTES);
	ck_assert_uint_eq(document.promises.n, 1);
	const struct promise *p = &document.promises.v[0];
	ck_assert_int_eq(p->moment.latest, date_make(2025, 4, 30));
	ck_assert_pstr_eq(p->speaker, places[_i].speaker);
	ck_assert_pstr_eq(p->agenda ? p->agenda->number : NULL, places[_i].number);
	ck_assert_pstr_eq(p->agenda ? p->agenda->title : NULL, places[_i].title);
}
END_TEST

START_TEST(each_promise_of_a_debate_is_a_commitment)
{
	read_text(COUNCIL "Aan de orde is:\nH.\nVoorstel van het college inzake het havenplan (RIS990013).\n"
			  "Wethouder Duurkoop (D66). " LETTER "\n"
			  "Wethouder Bakker (SP). Ik stuur de raad voor 1 juni 2025 een voorstel over de steiger.\n");
	ck_assert_uint_eq(document.mentions.n, 3);
	ck_assert(document.mentions.v[0].own_paper && !document.mentions.v[0].takes_promises);
	const struct mention *m = &document.mentions.v[1];
	ck_assert_int_eq(m->kind, ITEM_COMMITMENT);
	ck_assert_str_eq(m->title, "Wethouder Duurkoop bij agendapunt H (het havenplan): " LETTER);
	ck_assert_int_eq(m->events.v[0].state, STATE_OPEN);
	ck_assert_int_eq(m->events.v[0].on, date_make(2025, 2, 13));
	ck_assert_str_eq(m->people.v[0].name, "wethouder Duurkoop");
	ck_assert_str_eq(m->relations.v[0].value, "RIS990013");
	struct sources sources = {0};
	struct items items = {0};
	for (size_t i = 0; i < document.mentions.n; i++)
		*list_push(arena, &sources) = (struct sourced){"a", (int)i, &document, &document.mentions.v[i]};
	resolve_items(&sources, arena, &items);
	ck_assert_uint_eq(items.n, 3);
	for (size_t i = 0; i < items.n; i++)
		ck_assert_uint_eq(items.v[i].promises.n, items.v[i].kind == ITEM_COMMITMENT ? 1 : 0);
}
END_TEST

START_TEST(the_same_words_about_two_things_are_two_commitments)
{
	read_text(COUNCIL "8. Havenplan\n\nWethouder Duurkoop: Dat zoek ik voor 1 juni 2025 voor de raad uit.\n"
			  "Teun Wagenvoort (SP). En de steiger?\n"
			  "Wethouder Duurkoop: Dat zoek ik voor 1 juli 2025 voor de raad uit.\n");
	struct sources sources = {0};
	struct items items = {0};
	for (size_t i = 0; i < document.mentions.n; i++)
		*list_push(arena, &sources) = (struct sourced){"a", (int)i, &document, &document.mentions.v[i]};
	resolve_items(&sources, arena, &items);
	ck_assert_uint_eq(items.n, 3);
	for (size_t i = 0; i < items.n; i++)
		ck_assert_uint_eq(items.v[i].findings.n, 0);
}
END_TEST

/* ---- which papers are minutes, and who speaks in them ---- */

#define SAID                                                                                                           \
	"De heer Brandsma (VVD): Dan zal ik u in mei een voorstel sturen.\n"                                           \
	"Wethouder Duurkoop: Ik zal de raad in april 2025 een brief sturen over de sluis.\n"                           \
	"Mevrouw Ten Kate (D66): Wij zullen hier in september op terugkomen.\n"                                        \
	"De griffier: Ik stuur u volgende week de stukken.\n"

static const char *const heads[] = {
	"Gemeente Oeverdam\nNotulen van de vergadering van de raad van 13 februari 2025\n\n" SAID,
	"Raadsnotulen gemeente Oeverdam\n13 februari 2025\n\n" SAID,
	"Verslag raadsvergadering gemeente Oeverdam d.d. 13 februari 2025\n\n" SAID,
	"Verslag commissie Water gemeente Oeverdam d.d. 13 februari 2025\n\n" SAID,
	"VERSLAG van de openbare vergadering van de gemeenteraad, gehouden op 13 februari 2025\n\n" SAID,
	"Concept-notulen gemeenteraad Oeverdam\n13 februari 2025\n\n" SAID,
	/* Whatever it calls itself, several speak in it. */
	"Gemeente Oeverdam\n13 februari 2025\nUitwerking van het gesprek over de sluis\n\n" SAID,
};

START_TEST(who_speaks_promises_whatever_the_head_of_the_paper_is)
{
	read_text(heads[_i]);
	ck_assert_int_eq(document.kind, DOC_MINUTES);
	ck_assert_int_eq(document.date, date_make(2025, 2, 13));
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert_str_eq(document.promises.v[0].speaker, "wethouder Duurkoop");
}
END_TEST

START_TEST(a_letter_that_quotes_a_debate_is_not_one_voice)
{
	read_text("Gemeente Oeverdam\nAan de gemeenteraad\nDatum: 3 maart 2025\nOnderwerp: Gesprek over de sluis\n\n"
		  "Geachte raad,\n\nIn het debat is het volgende gezegd.\n\n"
		  "De heer Brandsma (VVD): Wij zullen de raad in mei 2025 een voorstel sturen.\n\n"
		  "Mevrouw Ten Kate (D66): Wij zullen hier in juni 2025 op terugkomen.\n\n"
		  "Wij zullen u voor 1 september 2025 informeren over de sluis.\n\n"
		  "Met vriendelijke groet,\nhet college van burgemeester en wethouders van Oeverdam\n");
	ck_assert_int_eq(document.kind, DOC_LETTER);
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert_int_eq(document.promises.v[0].moment.latest, date_make(2025, 8, 31));
}
END_TEST

START_TEST(what_members_say_in_a_decision_list_is_not_of_the_executive)
{
	read_text("Gemeente Oeverdam\nBesluitenlijst raad 13 februari 2025\n\n4. Havenplan\n"
		  "Besluit: de raad stelt het havenplan vast.\n"
		  "De heer Brandsma (VVD): Wij zullen de raad in mei 2025 een voorstel sturen.\n"
		  "Mevrouw Ten Kate (D66): Ik zal de raad in juni 2025 informeren.\n"
		  "Toezegging wethouder Duurkoop: de raad ontvangt voor 1 mei 2025 een brief over de iepen.\n");
	ck_assert_int_eq(document.kind, DOC_DECISION_LIST);
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert_str_eq(document.promises.v[0].speaker, "wethouder Duurkoop");
}
END_TEST

#define TOLD                                                                                                           \
	"Gemeente Oeverdam\nNotulen van de openbare raadsvergadering van 13 februari 2025\n\n"                         \
	"Voorzitter: de heer M. Polder, burgemeester\nGriffier: mevrouw P. Vos\n\n2. Havenplan\n"

static const struct {
	const char *text;
	const char *speaker; /* of the one promise; NULL: there is none */
} told[] = {
	/* Behind a sentence about a member in the same form. */
	{TOLD "De heer Brandsma (VVD) vraagt naar de haven.\n"
	      "Wethouder Duurkoop zegt toe de raad voor 1 juli 2025 te informeren over de haven.\n",
	 "wethouder Duurkoop"},
	{TOLD
	 "Wethouder Duurkoop antwoordt dat de haven in april wordt gemeten. Hij zegt toe de raad voor 1 juli 2025 te "
	 "informeren over de uitkomsten.\n",
	 "wethouder Duurkoop"},
	{TOLD "Wethouder Ten Have kan niet toezeggen dat er een steiger komt. Zij gaat wel met de provincie in gesprek "
	      "en komt "
	      "daar in het derde kwartaal van 2025 bij de raad op terug.\n",
	 "wethouder Ten Have"},
	/* "Hij" is the member here. */
	{TOLD "Wethouder Duurkoop antwoordt dat de haven diep is.\n"
	      "De heer Brandsma (VVD) is daar blij mee. Hij zal hier in mei 2025 bij de raad op terugkomen.\n",
	 NULL},
	/* What the clerk notes behind the words of a member. */
	{TOLD "Wethouder Duurkoop: Voorzitter. De haven is diep.\nMevrouw Ten Kate (D66): Ik kom daar in mei 2025 bij "
	      "de raad op "
	      "terug.\n\nToezegging: wethouder Duurkoop stuurt de raad voor 1 juli 2025 een brief over de haven.\n",
	 "wethouder Duurkoop"},
	/* The chair names whose it is. */
	{TOLD "Wethouder Ten Have antwoordt dat de haven diep is.\n"
	      "De voorzitter concludeert dat wethouder Duurkoop heeft toegezegd de raad voor 1 juli 2025 te informeren "
	      "over de "
	      "haven.\n",
	 "wethouder Duurkoop"},
	{TOLD
	 "Wethouder Ten Have antwoordt dat de haven diep is.\nDe griffier zal de raad voor 1 juli 2025 informeren.\n",
	 NULL},
	{TOLD "Wethouder Duurkoop antwoordt dat de haven diep is.\nDe heer Brandsma (VVD) dringt aan.\n"
	      "De wethouder zegt toe de raad voor 1 juli 2025 te informeren over de haven.\n",
	 "wethouder Duurkoop"},
	/* In the chair a mayor promises nothing, but as a mayor. */
	{TOLD "Wethouder Duurkoop: Voorzitter. De haven is diep.\n"
	      "De voorzitter: Ik zal u straks de tweede termijn geven. Ik zal u als burgemeester voor 1 juli 2025 een "
	      "overzicht "
	      "van de branden sturen.\n",
	 "burgemeester Polder"},
	{TOLD "Wethouder Duurkoop: Voorzitter. De haven is diep.\n"
	      "De voorzitter: Dan zal ik u voor 1 juli 2025 een overzicht van de sprekers sturen.\n",
	 NULL},
};

START_TEST(reported_speech_belongs_to_whom_it_names)
{
	read_text(told[_i].text);
	ck_assert_int_eq(document.kind, DOC_MINUTES);
	ck_assert_uint_eq(document.promises.n, told[_i].speaker ? 1 : 0);
	if (!told[_i].speaker)
		return;
	ck_assert_pstr_eq(document.promises.v[0].speaker, told[_i].speaker);
	ck_assert_str_eq(document.title, "Notulen van de openbare raadsvergadering van 13 februari 2025");
}
END_TEST

static const struct {
	const char *text, *promisor, *speaker;
} holders[] = {
	{"NOTULEN van de vergadering van Provinciale Staten van Oeverland van 5 februari 2025\n\n"
	 "De heer BRANDSMA (PvdA): Komt er een notitie?\n"
	 "Gedeputeerde VAN DER SLUIS: Jazeker. Wij zullen uw Staten voor 1 juli 2025 een notitie toesturen.\n",
	 "gedeputeerde", "gedeputeerde Van der Sluis"},
	{"Verslag van de vergadering van het algemeen bestuur van waterschap Oever, 5 februari 2025\n\n"
	 "De heer Brandsma (Ongebouwd): Wat zegt het ministerie?\n"
	 "Dijkgraaf Koster: Ik zal het algemeen bestuur voor 1 juli 2025 een notitie toesturen.\n",
	 "dijkgraaf", "dijkgraaf Koster"},
};

START_TEST(each_council_has_an_executive_of_its_own)
{
	read_text(holders[_i].text);
	ck_assert_int_eq(document.kind, DOC_MINUTES);
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert_str_eq(document.promises.v[0].promisor, holders[_i].promisor);
	ck_assert_str_eq(document.promises.v[0].speaker, holders[_i].speaker);
}
END_TEST

#define CHAMBER                                                                                                        \
	"Verslag van een commissiedebat\nDe vaste commissie voor Wadden heeft op 2 juli 2025 overleg gevoerd met "     \
	"mevrouw Tasman, minister van Wadden, en de heer Barends, staatssecretaris Eilanden, over Veerboten.\n"        \
	"De voorzitter van de commissie, Rozendal\nVoorzitter: Rozendal Griffier: Bakker\nAanvang 10.00 uur.\n"

START_TEST(what_the_chair_reads_out_was_promised_in_the_debate)
{
	read_text(CHAMBER
		  "Minister Tasman: Ik zal de Kamer een brief sturen over de dienstregeling van de nachtboot.\n"
		  "De voorzitter: Dan lees ik de toezeggingen voor.\n"
		  "- De minister stuurt na de zomer een brief over de dienstregeling van de nachtboot naar de Kamer.\n"
		  "- De minister stuurt na de zomer een brief over de tarieven naar de Kamer.\n"
		  "Ik sluit de vergadering.\n");
	ck_assert_uint_eq(document.promises.n, 3);
	ck_assert_int_eq(document.promises.v[0].group, document.promises.v[1].group);
	ck_assert_int_ne(document.promises.v[1].group, document.promises.v[2].group);
	ck_assert_str_eq(document.promises.v[2].speaker, "minister Tasman"); /* no other minister took part */
	ck_assert_uint_eq(document.mentions.n, 3);
	ck_assert_pstr_eq(document.mentions.v[2].title,
			  "Minister Tasman over Veerboten: De minister stuurt na de zomer "
			  "een brief over de tarieven naar de…");
	struct sources sources = {0};
	struct items items = {0};
	*list_push(arena, &sources) = (struct sourced){"a", 1, &document, &document.mentions.v[1]};
	resolve_items(&sources, arena, &items);
	ck_assert_uint_eq(items.v[0].promises.n, 1);
	ck_assert_uint_eq(items.v[0].promises.v[0].quotes.n, 2);
	ck_assert_int_eq(items.v[0].promises.v[0].moment.latest, date_make(2025, 11, 30)); /* the list says by when */
}
END_TEST

#define LIST CHAMBER "De voorzitter: Dan lees ik de toezeggingen voor.\n"
#define ITEM "- De staatssecretaris zegt toe de Kamer te informeren over een kortere vaartijd naar Vlieland.\n"

static const struct {
	const char *text;
	const char *quotes[3]; /* how they begin */
} dialogues[] = {
	{LIST ITEM
	 "Klopt dat?\nStaatssecretaris Barends: Het was een toezegging aan de heer Prins om een tweede steiger te "
	 "laten onderzoeken.\nDe voorzitter: Dat nemen we gecorrigeerd op; het is genoteerd. Dan de volgende.\n"
	 "- De minister stuurt na de zomer een brief over de tarieven naar de Kamer.\n",
	 {"Het was een toezegging aan de heer Prins", "De minister stuurt"}},
	/* Another promise, beside the item. */
	{LIST ITEM
	 "Mis ik er een?\nDe heer Prins (CDA): Ik heb van de minister de toezegging gekregen dat zij de Kamer over de "
	 "steiger gaat informeren.\nDe voorzitter: Die staat ook genoteerd. Ik sluit de vergadering.\n",
	 {"De staatssecretaris zegt toe", "Ik heb van de minister de toezegging gekregen"}},
	/* Not noted: a member's memory alone. */
	{LIST ITEM
	 "De heer Prins (CDA): Ik heb van de minister de toezegging gekregen dat zij de Kamer over de steiger gaat "
	 "informeren.\nMinister Tasman: Dat herinner ik mij niet.\nDe voorzitter: Ik sluit de vergadering.\n",
	 {"De staatssecretaris zegt toe"}},
	/* Whose it is, is not said. */
	{LIST ITEM "De heer Prins (CDA): Het was een toezegging om de steiger te laten onderzoeken.\n"
		   "De voorzitter: Dat wordt gecorrigeerd opgenomen.\n",
	 {"De staatssecretaris zegt toe"}},
	/* Taken back twice is taken back once: the item before it stays. */
	{LIST "- De minister stuurt na de zomer een brief over de tarieven naar de Kamer.\n" ITEM
	      "Nee? Dan is het geen toezegging.\nStaatssecretaris Barends: Dank u.\n"
	      "De voorzitter: Dus dat is geen toezegging. Ik sluit de vergadering.\n",
	 {"De minister stuurt"}},
	{LIST ITEM
	 "Staatssecretaris Barends: Die brief is vanmorgen verzonden.\nDe voorzitter: Dan kan die vervallen; die "
	 "vervalt.\n",
	 {NULL}},
};

START_TEST(the_dialogue_on_the_list_corrects_it)
{
	read_text(dialogues[_i].text);
	size_t n = 0;
	for (; n < 3 && dialogues[_i].quotes[n]; n++) {
		ck_assert_uint_gt(document.promises.n, n);
		ck_assert_msg(slice_begins(slice_of(document.promises.v[n].quote), dialogues[_i].quotes[n]), "%s",
			      document.promises.v[n].quote);
	}
	ck_assert_uint_eq(document.promises.n, n);
}
END_TEST

START_TEST(what_is_recalled_is_owed_by_its_holder_and_quoted_whole)
{
	read_text(dialogues[0].text);
	const struct promise *p = &document.promises.v[0];
	ck_assert_str_eq(p->promisor, "staatssecretaris");
	ck_assert_str_eq(p->speaker, "staatssecretaris Barends");
	ck_assert(slice_ends(slice_of(p->quote), "te laten onderzoeken."));
	ck_assert_int_eq(memcmp(document.text.raw.p + p->raw.start, p->quote, strlen(p->quote)), 0);
	read_text(dialogues[1].text);
	ck_assert_str_eq(document.promises.v[1].promisor, "minister");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("minutes");
	TCase *tcase = tcase_create("minutes");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, a_promise_says_who_made_it_at_which_point_of_the_agenda, 0, ARRAY_SIZE(places));
	tcase_add_loop_test(tcase, who_speaks_promises_whatever_the_head_of_the_paper_is, 0, ARRAY_SIZE(heads));
	tcase_add_test(tcase, a_letter_that_quotes_a_debate_is_not_one_voice);
	tcase_add_test(tcase, what_members_say_in_a_decision_list_is_not_of_the_executive);
	tcase_add_loop_test(tcase, reported_speech_belongs_to_whom_it_names, 0, ARRAY_SIZE(told));
	tcase_add_loop_test(tcase, each_council_has_an_executive_of_its_own, 0, ARRAY_SIZE(holders));
	tcase_add_test(tcase, each_promise_of_a_debate_is_a_commitment);
	tcase_add_test(tcase, the_same_words_about_two_things_are_two_commitments);
	tcase_add_test(tcase, what_the_chair_reads_out_was_promised_in_the_debate);
	tcase_add_loop_test(tcase, the_dialogue_on_the_list_corrects_it, 0, ARRAY_SIZE(dialogues));
	tcase_add_test(tcase, what_is_recalled_is_owed_by_its_holder_and_quoted_whole);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
