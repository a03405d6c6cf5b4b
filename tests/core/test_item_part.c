/* test_item_part.c: which part of a motion a sentence speaks of, and what becomes of each. */
#include "core/item_part.h"

#include <check.h>

static const struct {
	const char *words;
	uint64_t parts; /* of four */
} sentences[] = {
	{"Het college beschouwt hiermee onderdeel 2 van de motie als afgedaan.", 1u << 1},
	{"Hiermee zijn de onderdelen 1, 2 en 4 van de motie afgedaan.", 1u | 1u << 1 | 1u << 3},
	{"Dictumpunten 1 t/m 3 beschouwen wij als afgedaan.", 7},
	{"Het eerste en het derde verzoek van de motie zijn hiermee afgedaan.", 1u | 1u << 2},
	{"Wij doen het tweede onderdeel van de motie hiermee af.", 1u << 1},
	{"onderdeel 1,3", 1u | 1u << 2},
	{"Onderdeel 7 van de motie is hiermee afgedaan.", 0},
	{"Onderdeel 1 is hiermee afgedaan, onderdeel 2 nog niet.", 0},
	{"Hiermee is de motie deels afgedaan.", 0},
	{"In de eerste vergadering van 2025 is de motie deels afgedaan.", 0},
	{"De twee onderdelen van de motie zijn hiermee afgedaan.", 0},
	{"", 0},
};

START_TEST(a_part_is_named_by_number_or_ordinal)
{
	uint64_t parts = item_part_read(slice_of(sentences[_i].words), 4);
	ck_assert_msg(parts == sentences[_i].parts, "'%s': %llx", sentences[_i].words, (unsigned long long)parts);
}
END_TEST

START_TEST(the_words_of_a_person_name_the_parts)
{
	struct arena *arena = arena_new();
	ck_assert_uint_eq(item_part_read(slice_of(item_part_words("1,3", false, arena)), 4), 1u | 1u << 2);
	ck_assert_uint_eq(item_part_read(slice_of(item_part_words("2", true, arena)), 4), 1u << 1);
	ck_assert_uint_eq(item_part_read(slice_of(item_part_words(NULL, true, arena)), 4), 0);
	ck_assert_str_eq(item_part_words(NULL, false, arena), "");
	arena_free(arena);
}
END_TEST

#define LETTER    "letter"
#define DECISIONS "decisions"

/* Transitions in their order, and the states of three requests in a line, each with the day on which it was called settled. */
static const struct {
	struct {
		enum state state;
		int day; /* of April 2025 */
		const char *document, *words;
	} steps[4];
	const char *states;
} lives[] = {
	{{{STATE_ADOPTED, 1, DECISIONS, ""}}, "adopted adopted adopted"},
	{{{STATE_ADOPTED, 1, DECISIONS, ""}, {STATE_PARTLY_SETTLED, 2, LETTER, "onderdeel 2 is hiermee afgedaan"}},
	 "adopted settlement_proposed 2 adopted"},
	{{{STATE_ADOPTED, 1, DECISIONS, ""}, {STATE_PARTLY_SETTLED, 2, DECISIONS, "onderdeel 2 is afgedaan"}},
	 "adopted settled 2 adopted"},
	{{{STATE_ADOPTED, 1, DECISIONS, ""}, {STATE_PARTLY_SETTLED, 2, NULL, "onderdeel 1,3"}},
	 "settled 2 adopted settled 2"},
	{{{STATE_ADOPTED, 1, DECISIONS, ""},
	  {STATE_PARTLY_SETTLED, 2, LETTER, "onderdeel 2 is hiermee afgedaan"},
	  {STATE_IN_PROGRESS, 3, LETTER, ""}},
	 "in_progress settlement_proposed 2 in_progress"},
	{{{STATE_ADOPTED, 1, DECISIONS, ""},
	  {STATE_PARTLY_SETTLED, 2, LETTER, "onderdeel 2 is hiermee afgedaan"},
	  {STATE_SETTLED, 4, DECISIONS, ""}},
	 "settled 4 settled 2 settled 4"},
	{{{STATE_ADOPTED, 1, DECISIONS, ""}, {STATE_SETTLED, 2, DECISIONS, ""}, {STATE_IN_PROGRESS, 3, LETTER, ""}},
	 "in_progress in_progress in_progress"},
	{{{STATE_ADOPTED, 1, DECISIONS, ""}, {STATE_PARTLY_SETTLED, 2, LETTER, "hiermee deels afgedaan"}},
	 "adopted adopted adopted"},
	{{{STATE_ADOPTED, 1, DECISIONS, ""},
	  {STATE_SETTLEMENT_PROPOSED, 2, LETTER, ""},
	  {STATE_PARTLY_SETTLED, 3, "of the council", "onderdeel 1"},
	  {STATE_IN_PROGRESS, 4, "of the council", "onderdeel 2, afdoening geweigerd"}},
	 "settled 2 in_progress settlement_proposed 2"},
	{{{STATE_ADOPTED, 1, DECISIONS, ""},
	  {STATE_SETTLEMENT_PROPOSED, 2, LETTER, ""},
	  {STATE_PARTLY_SETTLED, 3, NULL, "onderdeel 1"},
	  {STATE_IN_PROGRESS, 4, NULL, "afdoening geweigerd"}},
	 "settled 2 in_progress in_progress"},
};

START_TEST(each_request_has_a_life_of_its_own)
{
	struct arena *arena = arena_new();
	struct item item = {.kind = ITEM_MOTION};
	*list_push(arena, &item.papers) = (struct quote){LETTER, "settlement", {0, 0}};
	*list_push(arena, &item.papers) = (struct quote){DECISIONS, "decision_list", {0, 0}};
	for (size_t i = 0; i < 3; i++)
		*list_push(arena, &item.requests) = (struct item_request){.verb = "verzoekt"};
	for (size_t i = 0; i < ARRAY_SIZE(lives[_i].steps) && lives[_i].steps[i].state; i++) {
		struct transition *t = list_push(arena, &item.transitions);
		*t = (struct transition){.state = lives[_i].steps[i].state,
					 .on = date_make(2025, 4, lives[_i].steps[i].day)};
		*list_push(arena, &t->quotes) =
			(struct quote){lives[_i].steps[i].document, lives[_i].steps[i].words, {0, 0}};
	}
	item_parts_apply(&item);
	const char *states = "";
	for (size_t i = 0; i < item.requests.n; i++) {
		const struct item_request *r = &item.requests.v[i];
		states = arena_printf(arena, "%s%s%s", states, i ? " " : "", state_to_text(r->state));
		if (r->settled != DATE_NONE)
			states = arena_printf(arena, "%s %d", states, r->settled - date_make(2025, 3, 31));
	}
	ck_assert_str_eq(states, lives[_i].states);
	arena_free(arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("item_part");
	TCase *tc = tcase_create("parts");
	tcase_add_loop_test(tc, a_part_is_named_by_number_or_ordinal, 0, ARRAY_SIZE(sentences));
	tcase_add_test(tc, the_words_of_a_person_name_the_parts);
	tcase_add_loop_test(tc, each_request_has_a_life_of_its_own, 0, ARRAY_SIZE(lives));
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
