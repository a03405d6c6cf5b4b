/* test_lifecycle.c: what may follow what, as the table says it. */
#include "core/lifecycle.h"

#include <check.h>

static const struct {
	enum item_kind kind;
	enum state from;
	enum state to;
	bool allowed;
} steps[] = {
	{ITEM_MOTION, STATE_NONE, STATE_SUBMITTED, true},
	{ITEM_MOTION, STATE_NONE, STATE_ADOPTED, true},
	{ITEM_MOTION, STATE_NONE, STATE_SETTLED, false},
	{ITEM_MOTION, STATE_SUBMITTED, STATE_HELD, true},
	{ITEM_MOTION, STATE_HELD, STATE_ADOPTED, true},
	{ITEM_MOTION, STATE_TIED, STATE_ADOPTED, true},
	{ITEM_MOTION, STATE_ADOPTED, STATE_SETTLEMENT_PROPOSED, true},
	{ITEM_MOTION, STATE_SETTLEMENT_PROPOSED, STATE_IN_PROGRESS, true},
	{ITEM_MOTION, STATE_SETTLEMENT_PROPOSED, STATE_SETTLED, true},
	{ITEM_MOTION, STATE_REJECTED, STATE_SETTLED, false},
	{ITEM_MOTION, STATE_REJECTED, STATE_ADOPTED, false},
	{ITEM_MOTION, STATE_WITHDRAWN, STATE_IN_PROGRESS, false},
	{ITEM_AMENDMENT, STATE_SUBMITTED, STATE_REJECTED, true},
	{ITEM_AMENDMENT, STATE_ADOPTED, STATE_SETTLEMENT_PROPOSED, false},
	{ITEM_QUESTION, STATE_SUBMITTED, STATE_POSTPONED, true},
	{ITEM_QUESTION, STATE_POSTPONED, STATE_ANSWERED, true},
	{ITEM_QUESTION, STATE_ANSWERED, STATE_SUBMITTED, false},
	{ITEM_QUESTION, STATE_SUBMITTED, STATE_ADOPTED, false},
	{ITEM_LETTER, STATE_NONE, STATE_RECEIVED, true},
	{ITEM_COMMITMENT, STATE_OPEN, STATE_SETTLED, true},
	{ITEM_COMMITMENT, STATE_SETTLEMENT_PROPOSED, STATE_SETTLEMENT_PROPOSED, true},
	{ITEM_OTHER, STATE_NONE, STATE_ADOPTED, false},
};

START_TEST(a_step_is_allowed_as_the_table_says)
{
	ck_assert_msg(lifecycle_allows(steps[_i].kind, steps[_i].from, steps[_i].to) == steps[_i].allowed,
		      "%s from %s to %s", item_kind_to_text(steps[_i].kind),
		      steps[_i].from ? state_to_text(steps[_i].from) : "nothing", state_to_text(steps[_i].to));
}
END_TEST

static const struct {
	const char *words;
	enum state state;
} aliases[] = {
	{"aangenomen", STATE_ADOPTED},
	{"Stemmen - aangenomen", STATE_ADOPTED},
	{"niet aangenomen", STATE_REJECTED},
	{"Uitslag stemming: verworpen", STATE_REJECTED},
	{"Ingetrokken", STATE_WITHDRAWN},
	{"aangehouden", STATE_HELD},
	{"stemmen gestaakt", STATE_TIED},
	{"Deels afgedaan", STATE_PARTLY_SETTLED},
	{"niet ingediend", STATE_NONE},
	{"niet in stemming gebracht", STATE_NONE},
	{"doorverwezen naar commissie", STATE_NONE},
	{"Aangenomen/verworpen", STATE_NONE},
	{"niet verworpen", STATE_NONE},
	{"onaanvaardbaar", STATE_NONE},
	{"ingediend en verworpen", STATE_REJECTED},
	{"Ingetrokken na toezegging", STATE_WITHDRAWN},
	{"", STATE_NONE},
};

START_TEST(a_word_without_an_alias_is_no_state)
{
	ck_assert_msg(state_from_alias(slice_of(aliases[_i].words)) == aliases[_i].state, "'%s'", aliases[_i].words);
}
END_TEST

START_TEST(every_state_and_kind_reads_back_from_its_name)
{
	for (int i = STATE_NONE + 1; i < STATE_COUNT; i++) {
		enum state state;
		ck_assert(state_from_text(slice_of(state_to_text((enum state)i)), &state));
		ck_assert_int_eq((int)state, i);
		ck_assert_ptr_nonnull(state_to_dutch(state));
	}
	for (int i = 0; i < ITEM_KIND_COUNT; i++) {
		enum item_kind kind;
		ck_assert(item_kind_from_text(slice_of(item_kind_to_text((enum item_kind)i)), &kind));
		ck_assert_int_eq((int)kind, i);
	}
}
END_TEST

START_TEST(an_adopted_amendment_is_closed_and_an_adopted_motion_is_not)
{
	ck_assert(lifecycle_is_closed(ITEM_AMENDMENT, STATE_ADOPTED));
	ck_assert(!lifecycle_is_closed(ITEM_MOTION, STATE_ADOPTED));
	ck_assert(lifecycle_is_closed(ITEM_MOTION, STATE_REJECTED));
	ck_assert(!lifecycle_is_closed(ITEM_MOTION, STATE_SETTLEMENT_PROPOSED));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("lifecycle");
	TCase *tcase = tcase_create("lifecycle");
	tcase_add_loop_test(tcase, a_step_is_allowed_as_the_table_says, 0, ARRAY_SIZE(steps));
	tcase_add_loop_test(tcase, a_word_without_an_alias_is_no_state, 0, ARRAY_SIZE(aliases));
	tcase_add_test(tcase, every_state_and_kind_reads_back_from_its_name);
	tcase_add_test(tcase, an_adopted_amendment_is_closed_and_an_adopted_motion_is_not);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
