/* test_promise.c: what is a promise and what is none, sentence by sentence; then whole papers. The table promises.tsv is gone
 * over whole, and every line that is wrong is printed. */
#include "core/promise.h"

#include <check.h>
#include <stdlib.h>

struct paper {
	struct arena *arena;
	struct text text;
	struct promises promises;
};

static struct paper paper_read(const char *raw, const char *author, bool unknown, const struct zones *zones)
{
	struct paper paper = {.arena = arena_new()};
	text_read(slice_of(raw), paper.arena, &paper.text);
	struct promise_context context = {.moments = {.anchor = date_make(2025, 3, 1)},
					  .zones = zones,
					  .author = author,
					  .unknown_paper = unknown};
	promise_list(&paper.text, &context, paper.arena, &paper.promises);
	return paper;
}

struct promised {
	const char *text;
	const char *promisor;
	enum promise_form form;
	enum promise_strength strength;
	const char *latest; /* "" when no day is named */
};

static const struct promised promised[] = {
	{"In mei informeren wij uw raad over de sporthal.", "college", FORM_REPORT, STRENGTH_FIRM, "2025-05-31"},
	{"Het college zal de raad voor 1 juli 2025 informeren over de kade.", "college", FORM_REPORT, STRENGTH_FIRM,
	 "2025-06-30"},
	{"Wij informeren de commissie voor de zomer over de kade.", "bestuur", FORM_REPORT, STRENGTH_FIRM,
	 "2025-06-30"},
	{"Het college zal de raad in juni over het zwembad informeren.", "college", FORM_REPORT, STRENGTH_FIRM,
	 "2025-06-30"},
	{"Over de veerpont wordt uw Kamer voor de zomer ge\xC3\xAFnformeerd.", "kabinet", FORM_REPORT, STRENGTH_FIRM,
	 "2025-06-30"},
	{"De wethouder zal de raad in mei informerenover de veerpont.", "wethouder", FORM_REPORT, STRENGTH_FIRM,
	 "2025-05-31"},
	{"Wij komen hier in het derde kwartaal bij uw raad op terug.", "college", FORM_REPORT, STRENGTH_FIRM,
	 "2025-09-30"},
	{"Wij verwachten de motie uiterlijk 3 juni 2025 af te kunnen doen.", "bestuur", FORM_LETTER, STRENGTH_INTENTION,
	 "2025-06-03"},
	{"Naar verwachting kan de motie in juni 2025 worden afgedaan.", "bestuur", FORM_LETTER, STRENGTH_INTENTION,
	 "2025-06-30"},
	{"Ik streef ernaar uw Kamer dit najaar een brief te sturen.", "kabinet", FORM_LETTER, STRENGTH_INTENTION,
	 "2025-11-30"},
	{"De wethouder zegt toe de speeltuin te evalueren.", "wethouder", FORM_EVALUATION, STRENGTH_FIRM, ""},
	{"Ik zeg u toe dat ik met de bewoners in gesprek ga.", "bestuur", FORM_CONVERSATION, STRENGTH_FIRM, ""},
	{"Het college gaat met de vervoerder in gesprek over de halte.", "college", FORM_CONVERSATION, STRENGTH_FIRM,
	 ""},
	{"Het college zal onderzoek laten doen naar de oversteek.", "college", FORM_RESEARCH, STRENGTH_FIRM, ""},
	{"Het college legt in september een aangepaste nota aan u voor.", "college", FORM_PROPOSAL, STRENGTH_FIRM,
	 "2025-09-30"},
	{"De Kamer ontvangt na de zomer een brief over de dijken.", "kabinet", FORM_LETTER, STRENGTH_FIRM,
	 "2025-11-30"},
	{"Gedeputeerde Staten sturen Provinciale Staten in juni een voorstel.", "Gedeputeerde Staten", FORM_PROPOSAL,
	 STRENGTH_FIRM, "2025-06-30"},
	{"De dijkgraaf zal het algemeen bestuur in mei informeren.", "dijkgraaf", FORM_REPORT, STRENGTH_FIRM,
	 "2025-05-31"},
	{"Zodra de proef in juli is afgerond, zal ik uw Kamer informeren.", "kabinet", FORM_REPORT, STRENGTH_FIRM, ""},
	{"De wethouder zegt toe de raad te informeren, indien het tarief stijgt.", "wethouder", FORM_REPORT,
	 STRENGTH_FIRM, ""},
	{"Wanneer komt de brief over de dijken? In het najaar.", "bestuur", FORM_LETTER, STRENGTH_FIRM, "2025-11-30"},
	{"De nota kunt u voor 1 september tegemoetzien.", "bestuur", FORM_PROPOSAL, STRENGTH_FIRM, "2025-08-31"},
	{"De suggestie wordt meegenomen in de evaluatie van het parkeren.", "bestuur", FORM_EVALUATION, STRENGTH_FIRM,
	 ""},
	{"Zoals in de brief van 3 juni 2025 is vermeld, informeer ik uw Kamer in oktober.", "kabinet", FORM_REPORT,
	 STRENGTH_FIRM, "2025-10-31"},
};

START_TEST(an_undertaking_by_the_executive_is_found)
{
	const struct promised *want = &promised[_i];
	struct paper paper = paper_read(want->text, NULL, true, NULL);
	ck_assert_msg(paper.promises.n == 1, "'%s': %zu promises", want->text, paper.promises.n);
	const struct promise *got = &paper.promises.v[0];
	char latest[DATE_TEXT];
	date_format(got->moment.latest, latest);
	ck_assert_msg(strcmp(got->promisor, want->promisor) == 0, "'%s': promisor %s", want->text, got->promisor);
	ck_assert_msg(got->form == want->form, "'%s': form %s", want->text, form_to_text(got->form));
	ck_assert_msg(got->strength == want->strength, "'%s': strength %s", want->text,
		      strength_to_text(got->strength));
	ck_assert_msg(strcmp(latest, want->latest) == 0, "'%s': latest '%s'", want->text, latest);
	ck_assert_ptr_nonnull(strstr(want->text, got->quote));
	arena_free(paper.arena);
}
END_TEST

struct none {
	const char *why;
	const char *text;
};

static const struct none none[] = {
	{"request", "verzoekt het college de raad voor 1 juli te informeren;"},
	{"request", "Wij verzoeken u de raad in mei te informeren."},
	{"request", "Ik vraag het college: kom met een plan voor de zomer."},
	{"list item", "de raad uiterlijk in het najaar te informeren over de proef."},
	{"question", "Kunt u de Kamer voor de zomer informeren?"},
	{"question without its mark", "Kunt u toezeggen de Kamer in mei te informeren"},
	{"past", "Uw raad is hierover in januari ge\xC3\xAFnformeerd."},
	{"past", "In februari hebben wij u een brief gestuurd."},
	{"past", "De raad heeft twee rapportages ontvangen."},
	{"recall", "In de brief over de haven is toegezegd dat het college de raad in mei informeert."},
	{"recall", "De brief die de minister heeft toegezegd, is nog niet binnen."},
	{"fulfilled", "Ik heb uw raad toegezegd hierop terug te komen. Met deze brief doe ik die toezegging gestand."},
	{"third party", "De provincie zal de raad in juni informeren."},
	{"third party", "De raad wordt in juni door de omgevingsdienst ge\xC3\xAFnformeerd."},
	{"next college", "Het volgende college zal de raad hierover informeren."},
	{"not the council", "Het wetsvoorstel wordt in mei aan de Raad van State aangeboden."},
	{"planning", "Het zwembad gaat in mei 2025 open."},
	{"planning", "De werkzaamheden zullen in het najaar worden uitgevoerd."},
	{"condition", "Mocht het tarief stijgen, dan zal het college de raad informeren."},
	{"condition", "Indien nodig zal ik de Kamer in het najaar informeren."},
	{"refusal", "Dat kan ik niet toezeggen."},
	{"refusal", "Ik zal hier geen onderzoek naar doen."},
	{"this document", "Hierbij informeren wij u over de stand van zaken."},
	{"this document", "In deze brief zal ik uw Kamer informeren over de dijken."},
	{"this document", "Het college geeft als volgt antwoord op de vragen:"},
	{"this meeting", "Ik kom daar straks bij de motie op terug."},
	{"process", "Nieuws over de dijken wordt vanzelfsprekend met uw Kamer gedeeld."},
	{"delay without a new term", "Daarom zal de termijn van zes weken niet worden gehaald."},
	{"wish about another", "Ik hoop dat de minister de Kamer in mei informeert."},
	{"unreal", "Het college zou de raad in mei informeren."},
	{"duty", "Het college moet de raad in mei informeren."},
	{"third party", "De gemeente vraagt de Raad voor de Kinderbescherming in mei te rapporteren."},
	{"quotation", "In de motie staat: \xE2\x80\x9CHet college zal de raad in mei informeren.\xE2\x80\x9D"},
	{"quotation", "Als de wethouder zegt 'ik zeg toe dat ik de raad in mei informeer', dan ben ik tevreden."},
	{"recital", "overwegende dat het college de raad in mei zal informeren;"},
	{"nothing", ""},
};

START_TEST(what_is_no_undertaking_is_not_found)
{
	struct paper paper = paper_read(none[_i].text, NULL, true, NULL);
	ck_assert_msg(paper.promises.n == 0, "%s: '%s'", none[_i].why, none[_i].text);
	arena_free(paper.arena);
}
END_TEST

enum { FIELDS = 8, LINE_MOST = 600 };

/* Cuts a line at its tabs. */
static void split(char *line, const char *fields[FIELDS])
{
	for (int i = 0; i < FIELDS; i++) {
		size_t n = strcspn(line, "\t\n");
		bool more = line[n] == '\t';
		line[n] = '\0';
		fields[i] = line;
		line += n + more;
	}
}

/* Whether the sentence reads as its line says; prints what is wrong. */
static bool reads_as_said(const char *const fields[FIELDS])
{
	struct arena *arena = arena_new();
	struct text text;
	struct promises found = {0};
	struct promise_context context = {.moments = {.anchor = date_parse(slice_of(fields[6]))},
					  .unknown_paper = true};
	text_read(slice_of(fields[7]), arena, &text);
	promise_list(&text, &context, arena, &found);
	const char *got = "no";
	if (found.n) {
		const struct promise *p = &found.v[0];
		char day[DATE_TEXT];
		got = arena_printf(arena, "yes\t%s\t%s\t%s\t%s\t%s", p->promisor, p->addressee ? p->addressee : "-",
				   form_to_text(p->form), strength_to_text(p->strength),
				   p->moment.latest == DATE_NONE ? "-" : date_format(p->moment.latest, day));
	}
	const char *want = strcmp(fields[0], "no") == 0 ? "no"
							: arena_printf(arena, "yes\t%s\t%s\t%s\t%s\t%s", fields[1],
								       fields[2], fields[3], fields[4], fields[5]);
	bool right = strcmp(got, want) == 0;
	if (!right)
		fprintf(stderr, "'%s': '%s', not '%s'\n", fields[7], got, want);
	arena_free(arena);
	return right;
}

START_TEST(each_sentence_of_the_table_reads_as_it_says)
{
	FILE *file = fopen("tests/core/promises.tsv", "r");
	ck_assert_msg(file != NULL, "tests/core/promises.tsv: not found; run from the top of the sources");
	char line[LINE_MOST];
	int lines = 0, wrong = 0;
	while (fgets(line, sizeof line, file)) {
		const char *fields[FIELDS];
		if (line[0] == '#')
			continue;
		split(line, fields);
		lines++;
		wrong += !reads_as_said(fields);
	}
	fclose(file);
	ck_assert_int_ge(lines, 400);
	ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(a_promise_tells_its_reasons)
{
	struct paper paper =
		paper_read("Indien nodig zegt de wethouder toe de raad in mei te informeren.", NULL, true, NULL);
	ck_assert_uint_eq(paper.promises.n, 1);
	const char *why;
	int weight, sum = 0, against = 0;
	for (size_t i = 0; promise_reason(&paper.promises.v[0], i, &why, &weight); i++) {
		ck_assert_int_gt((int)strlen(why), 0);
		sum += weight;
		against += weight < 0;
	}
	ck_assert_int_ge(sum, PROMISE_THRESHOLD);
	ck_assert_int_eq(against, 1);
	arena_free(paper.arena);
}
END_TEST

/* The day that the sentences give to the first promise in them; "" for none. */
static const struct {
	const char *text, *latest;
} followed[] = {
	{"Wij zullen u een brief sturen. Dat zal in september zijn.", "2025-09-30"},
	{"Wij zullen u na de zomer een brief sturen. Dat wordt waarschijnlijk oktober.", "2025-10-31"},
	{"Wij zullen u een brief sturen. Dat debat is in september.", ""},
	{"Wij zullen u een brief sturen. Dat is in september gemeld door de provincie.", ""},
	{"Wij zullen u een brief sturen.\n\nDat zal in september zijn.", ""},
	{"Wij zullen u halfjaarlijks tot 2028 informeren over de voortgang.", ""},
};

START_TEST(the_next_sentence_may_name_the_day)
{
	struct paper paper = paper_read(followed[_i].text, "college", false, NULL);
	ck_assert_msg(paper.promises.n == 1, "'%s': %zu promises", followed[_i].text, paper.promises.n);
	char latest[DATE_TEXT];
	date_format(paper.promises.v[0].moment.latest, latest);
	ck_assert_msg(strcmp(latest, followed[_i].latest) == 0, "'%s': latest '%s'", followed[_i].text, latest);
	arena_free(paper.arena);
}
END_TEST

/* Words that lost the blank between them. */
static const char *const glued[] = {
	"In mei zal hetcollege de raad informeren.",
	"In mei zal het college deraad informeren.",
	"In mei wordt uwKamer door hetkabinet ge\xC3\xAFnformeerd.",
	"Het college zal de raadover de kade informeren.",
};

START_TEST(a_holder_or_council_that_is_glued_is_known)
{
	struct paper paper = paper_read(glued[_i], NULL, true, NULL);
	ck_assert_msg(paper.promises.n == 1, "'%s': %zu promises", glued[_i], paper.promises.n);
	ck_assert_ptr_nonnull(paper.promises.v[0].addressee);
	arena_free(paper.arena);
}
END_TEST

START_TEST(the_place_of_a_promise_is_known_in_body_and_raw)
{
	struct paper paper = paper_read("Geachte raad,\n\nDe haven is klaar. In mei\ninformeren wij u nader.\n",
					"college", false, NULL);
	ck_assert_uint_eq(paper.promises.n, 1);
	const struct promise *p = &paper.promises.v[0];
	ck_assert_str_eq(p->quote, "In mei informeren wij u nader.");
	ck_assert_uint_eq(p->body.end - p->body.start, strlen(p->quote));
	struct slice raw = {paper.text.raw.p + p->raw.start, p->raw.end - p->raw.start};
	ck_assert(slice_is(raw, "In mei\ninformeren wij u nader."));
	ck_assert(strncmp(paper.text.body + p->moment.start, p->date_text, strlen(p->date_text)) == 0);
	arena_free(paper.arena);
}
END_TEST

START_TEST(a_third_party_promises_nothing_itself)
{
	struct paper paper = paper_read(
		"Wij zullen de Kamer in mei informeren. De Kamer wordt in mei ge\xC3\xAFnformeerd.", NULL, false, NULL);
	ck_assert_uint_eq(paper.promises.n, 0);
	arena_free(paper.arena);
	paper = paper_read("De minister zal de Kamer in mei informeren.", NULL, false, NULL);
	ck_assert_uint_eq(paper.promises.n, 1);
	arena_free(paper.arena);
}
END_TEST

START_TEST(zones_in_which_others_speak_hold_none)
{
	static const enum zone_kind kinds[] = {ZONE_PLAIN,  ZONE_QUOTE,  ZONE_DICTUM,    ZONE_QUESTION,
					       ZONE_ANSWER, ZONE_MEMBER, ZONE_EXECUTIVE, ZONE_NONE};
	static const size_t want[] = {1, 0, 0, 0, 1, 0, 1, 0};
	static const char text[] = "Het college zal de raad in mei informeren.";
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
		struct zone zone = {{0, sizeof text - 1}, kinds[i], NULL};
		struct zones zones = {&zone, 1, 1};
		struct paper paper = paper_read(text, "college", false, &zones);
		ck_assert_msg(paper.promises.n == want[i], "zone %d: %zu", (int)kinds[i], paper.promises.n);
		arena_free(paper.arena);
	}
}
END_TEST

/* How many promises an alderman makes by these words in a debate. */
static const struct {
	const char *text;
	size_t n;
} spoken[] = {
	{"We gaan de nieuwe dienstregeling volgend jaar nog eens goed met elkaar bespreken.", 1},
	{"We gaan daar nog over praten.", 0},
	{"We gaan over twee zomers gewoon evalueren hoe het met de terrassen loopt.", 0},
	{"We gaan in mei evalueren hoe het met de terrassen loopt.", 1},
	{"Ik zeg u toe dat we gaan evalueren hoe het met de terrassen loopt.", 1},
	{"We gaan het natuurlijk ook gewoon weer monitoren.", 0},
	{"Ik zal laten uitzoeken waar die paaltjes zijn gebleven.", 1},
	{"We gaan kijken of we die paaltjes kunnen inventariseren.", 0},
	{"Ik ga ervan uit dat we dat nog gaan evalueren.", 0},
	{"Dat zullen wij opstellen.", 0},
	{"Dat zullen wij binnen afzienbare tijd opstellen.", 0},
	{"Dat zullen wij binnen afzienbare tijd aan de raad sturen.", 1},
	{"Ik zal een toelichting geven.", 0},
	{"Ik kom straks terug op de pont. Ik heb het genoteerd. Ik kom daar echt op terug.", 0},
	{"Ik kom straks terug op de pont. Ik kom daar in mei bij u op terug.", 1},
	{"Ik kom straks terug op de pont. Hij vaart niet. Hij ligt stil. Hij roest. Ik kom daar bij u op terug.", 1},
	{"Ik kom straks terug op de pont. Ik kom daar ook nog schriftelijk op terug.", 1},
	{"Ik kom daar echt op terug.", 1},
	{"Ik zal informatie geven over de vraag wanneer dat aan de raad kan worden voorgelegd.", 1},
};

static struct paper debate_read(const char *raw)
{
	struct zone zone = {{0, strlen(raw)}, ZONE_EXECUTIVE, NULL};
	struct zones zones = {&zone, 1, 1};
	return paper_read(raw, "wethouder", false, &zones);
}

START_TEST(a_manner_of_speaking_is_no_promise)
{
	struct paper paper = debate_read(spoken[_i].text);
	ck_assert_msg(paper.promises.n == spoken[_i].n, "'%s': %zu promises", spoken[_i].text, paper.promises.n);
	arena_free(paper.arena);
}
END_TEST

START_TEST(an_intention_is_owed_through_the_report_on_it)
{
	struct paper paper =
		paper_read("Het college is voornemens het onderzoek uit te voeren. In mei wordt de raad over de "
			   "invulling van dit onderzoek ge\xC3\xAFnformeerd.",
			   "college", false, NULL);
	ck_assert_uint_eq(paper.promises.n, 1);
	ck_assert_int_eq(paper.promises.v[0].form, FORM_REPORT);
	ck_assert_ptr_nonnull(strstr(paper.promises.v[0].quote, "voornemens het onderzoek"));
	ck_assert_ptr_nonnull(strstr(paper.promises.v[0].quote, "In mei wordt de raad"));
	arena_free(paper.arena);
	paper = paper_read("Het college is voornemens het onderzoek uit te voeren. In mei wordt de raad over "
			   "de nieuwe sluizen ge\xC3\xAFnformeerd.",
			   "college", false, NULL);
	ck_assert_uint_eq(paper.promises.n, 2);
	ck_assert_int_eq(paper.promises.v[0].form, FORM_RESEARCH);
	ck_assert_int_eq(paper.promises.v[0].strength, STRENGTH_INTENTION);
	arena_free(paper.arena);
}
END_TEST

START_TEST(a_pledge_of_what_was_said_is_one_with_it)
{
	struct paper paper =
		debate_read("Ik heb toegezegd dat we de bakken nog eens tellen. Dat zeg ik graag toe. Ik "
			    "zeg ook een overzicht toe. De gracht moet schoon zijn. Ja, dat zeg ik toe. Rust "
			    "en orde! We gaan praten met de schippers. Dat zeg ik toe.");
	ck_assert_uint_eq(paper.promises.n, 4);
	ck_assert_str_eq(paper.promises.v[0].quote,
			 "Ik heb toegezegd dat we de bakken nog eens tellen. Dat zeg ik graag toe.");
	ck_assert_str_eq(paper.promises.v[1].quote, "Ik zeg ook een overzicht toe.");
	ck_assert_str_eq(paper.promises.v[2].quote, "De gracht moet schoon zijn. Ja, dat zeg ik toe.");
	ck_assert_int_eq(paper.promises.v[2].strength, STRENGTH_FIRM);
	ck_assert_int_eq(paper.promises.v[3].form, FORM_CONVERSATION);
	arena_free(paper.arena);
}
END_TEST

/* How many of a list's items are promises, and the day of the first; "" for none. */
static const struct {
	const char *text;
	size_t n;
	const char *latest;
} lists[] = {
	{"Wij zullen:\n- de raad in mei informeren over de sluis;\n- met de schippers in gesprek gaan;\n- de deuren "
	 "verven.",
	 2, "2025-05-31"},
	{"Het college zegt toe voor de zomer:\n1. een overzicht van de bruggen te sturen;\n2. de raad bij te praten.",
	 2, "2025-06-30"},
	{"Het college verwacht:\n\xE2\x80\xA2 de raad in juni te kunnen informeren.\n\xE2\x80\xA2 dat het droog "
	 "blijft.",
	 1, "2025-06-30"},
	{"Wij verzoeken het college:\n- de raad in mei te informeren;", 0, ""},
	{"Wij zullen:\n- de deuren verven.\nDe werkgroep vraagt:\n- de raad in mei te informeren;", 0, ""},
	{"De bewoners willen:\n- de raad in mei informeren;", 0, ""},
	{"Wij gaan in op:\n- het onderzoek naar de sluis;", 0, ""},
};

START_TEST(a_lead_in_governs_its_list)
{
	struct paper paper = paper_read(lists[_i].text, "college", false, NULL);
	ck_assert_msg(paper.promises.n == lists[_i].n, "'%s': %zu promises", lists[_i].text, paper.promises.n);
	if (paper.promises.n) {
		const struct promise *p = &paper.promises.v[0];
		char latest[DATE_TEXT];
		ck_assert_str_eq(date_format(p->moment.latest, latest), lists[_i].latest);
		ck_assert(strncmp(paper.text.body + p->moment.start, p->date_text, strlen(p->date_text)) == 0);
		ck_assert(strncmp(paper.text.body + p->body.start, p->quote, strlen(p->quote)) == 0);
	}
	arena_free(paper.arena);
}
END_TEST

START_TEST(restatements_share_a_group_and_other_subjects_do_not)
{
	struct paper paper = paper_read(
		"Dit najaar informeer ik uw Kamer over de voortgang van de waterberging.\n\n"
		"De waterberging ligt bij Lochem. Hierover stuur ik uw Kamer dit najaar tevens een brief.\n\n"
		"Zoals gezegd informeer ik uw Kamer hierover dit najaar.\n\n"
		"Dit najaar ontvangt uw Kamer het overzicht van de zeesluizen.\n\n"
		"In mei informeer ik uw Kamer over de waterberging.",
		"minister", false, NULL);
	const struct promises *p = &paper.promises;
	ck_assert_uint_eq(p->n, 5);
	ck_assert_int_eq(p->v[0].group, 0);
	ck_assert_int_eq(p->v[1].group, 0);
	ck_assert_int_eq(p->v[2].group, 0);
	ck_assert_int_ne(p->v[3].group, 0);
	ck_assert_int_ne(p->v[4].group, p->v[0].group);
	arena_free(paper.arena);
}
END_TEST

START_TEST(a_long_sentence_costs_no_more_than_its_length)
{
	enum { TIMES = 100000 };
	static const char part[] = "zal \"ik\" de raad (informeren), ";
	char *raw = malloc(TIMES * (sizeof part - 1) + 1);
	ck_assert_ptr_nonnull(raw);
	for (size_t i = 0; i < TIMES; i++)
		memcpy(raw + i * (sizeof part - 1), part, sizeof part);
	struct paper paper = paper_read(raw, "college", false, NULL);
	ck_assert_uint_le(paper.promises.n, 1);
	arena_free(paper.arena);
	free(raw);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("promise");
	TCase *tcase = tcase_create("promise");
	tcase_add_loop_test(tcase, an_undertaking_by_the_executive_is_found, 0, (int)ARRAY_SIZE(promised));
	tcase_add_loop_test(tcase, what_is_no_undertaking_is_not_found, 0, (int)ARRAY_SIZE(none));
	tcase_add_test(tcase, each_sentence_of_the_table_reads_as_it_says);
	tcase_add_test(tcase, a_promise_tells_its_reasons);
	tcase_add_loop_test(tcase, the_next_sentence_may_name_the_day, 0, (int)ARRAY_SIZE(followed));
	tcase_add_loop_test(tcase, a_holder_or_council_that_is_glued_is_known, 0, (int)ARRAY_SIZE(glued));
	tcase_add_test(tcase, the_place_of_a_promise_is_known_in_body_and_raw);
	tcase_add_test(tcase, a_third_party_promises_nothing_itself);
	tcase_add_test(tcase, zones_in_which_others_speak_hold_none);
	tcase_add_loop_test(tcase, a_manner_of_speaking_is_no_promise, 0, (int)ARRAY_SIZE(spoken));
	tcase_add_test(tcase, an_intention_is_owed_through_the_report_on_it);
	tcase_add_test(tcase, a_pledge_of_what_was_said_is_one_with_it);
	tcase_add_loop_test(tcase, a_lead_in_governs_its_list, 0, (int)ARRAY_SIZE(lists));
	tcase_add_test(tcase, restatements_share_a_group_and_other_subjects_do_not);
	tcase_add_test(tcase, a_long_sentence_costs_no_more_than_its_length);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
