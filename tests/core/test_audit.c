/* test_audit.c: what is found of an item, and of the same item on an earlier day. */
#include "core/audit_past.h"
#include "core/reason.h"

#include <check.h>

#define LETTER    "letter"
#define DECISIONS "decisions"
#define OTHER     "other"

static struct arena *arena;
static struct audit_case it;

/* Sorted, as audit_paper_find wants them. */
static struct audit_paper papers[] = {{DECISIONS, "decision_list", "lijst.txt", 0},
				      {LETTER, "settlement", "brief.txt", 0},
				      {OTHER, "letter", "andere.txt", 0}};
static const struct audit_papers all_papers = {papers, ARRAY_SIZE(papers), ARRAY_SIZE(papers)};

static int day(int month, int of_month)
{
	return date_make(2025, month, of_month);
}

static void setup(void)
{
	arena = arena_new();
	papers[0].day = day(1, 23);
	papers[1].day = day(3, 4);
	papers[2].day = day(5, 6);
	it = (struct audit_case){.item = {.ref = "RIS990401", .kind = ITEM_MOTION, .date = day(1, 23)},
				 .papers = &all_papers};
}

static void teardown(void)
{
	arena_free(arena);
}

/* The item becomes `state`, as the sentence at `place` of `document` says. */
static struct transition *becomes(enum state state, int on, const char *document, size_t place)
{
	struct transition *t = list_push(arena, &it.item.transitions);
	*t = (struct transition){.state = state, .on = on};
	if (document)
		*list_push(arena, &t->quotes) = (struct quote){document, "zin", {place, place + 3}};
	it.item.state = state;
	for (size_t i = 0; document && i <= it.item.mentions.n; i++) {
		if (i == it.item.mentions.n) {
			*list_push(arena, &it.item.mentions) = (struct mention_id){document, 0};
			break;
		}
		if (strcmp(it.item.mentions.v[i].document, document) == 0)
			break;
	}
	return t;
}

/* What is owed by `latest` because of that sentence. */
static struct followup *owes(const char *document, size_t place, int latest)
{
	struct audit_followup *owed = list_push(arena, &it.followups);
	*owed = (struct audit_followup){.waived_on = DATE_NONE};
	owed->followup = (struct followup){.item = it.item.ref,
					   .form = "report",
					   .rule = "nl/x:promise",
					   .key = "k",
					   .earliest = DATE_NONE,
					   .latest = latest,
					   .fulfilled_on = DATE_NONE};
	*list_push(arena, &owed->followup.quotes) = (struct quote){document, "zin", {place, place + 3}};
	return &owed->followup;
}

static enum status no_text(void *user, const char *sha256, struct slice *out, struct err *err)
{
	(void)user, (void)sha256, (void)err;
	*out = (struct slice){0};
	return OK;
}

/* "name name": what is found on `today`. */
static const char *found(int today)
{
	struct audit_findings findings = {0};
	struct err err = {0};
	const char *text = "";
	it.slips = (struct slips){0};
	for (size_t i = 0; i < it.followups.n; i++)
		ck_assert_int_eq(slip_list(&it.followups.v[i].followup, no_text, NULL, arena, &it.slips, &err), OK);
	audit_item(&it, today, arena, &findings);
	for (size_t i = 0; i < findings.n; i++)
		text = arena_printf(arena, "%s%s%s", text, i ? " " : "", findings.v[i].name);
	return text;
}

START_TEST(a_letter_that_settles_and_promises_is_found_until_the_promise_is_kept)
{
	becomes(STATE_ADOPTED, day(1, 23), DECISIONS, 0);
	becomes(STATE_SETTLEMENT_PROPOSED, day(3, 4), LETTER, 100);
	struct followup *f = owes(LETTER, 50, day(5, 31));
	ck_assert_str_eq(found(day(4, 1)), "settled_while_promising settlement_unconfirmed");
	ck_assert_str_eq(found(day(6, 1)), "settled_while_promising overdue settlement_unconfirmed");
	f->latest = DATE_NONE;
	ck_assert_str_eq(found(day(4, 1)), "settled_while_promising settlement_unconfirmed promise_without_date");
	f->status = FOLLOWUP_FULFILLED;
	ck_assert_str_eq(found(day(6, 1)), "settlement_unconfirmed");
}
END_TEST

START_TEST(what_another_letter_promises_does_not_speak_against_one_that_settles)
{
	becomes(STATE_ADOPTED, day(1, 23), DECISIONS, 0);
	becomes(STATE_SETTLEMENT_PROPOSED, day(3, 4), LETTER, 100);
	owes(OTHER, 50, day(5, 31));
	ck_assert_str_eq(found(day(4, 1)), "settlement_unconfirmed");
	becomes(STATE_SETTLED, day(5, 1), DECISIONS, 200);
	ck_assert_str_eq(found(day(5, 2)), "settled_while_promising");
}
END_TEST

START_TEST(what_only_a_person_calls_settled_has_no_evidence)
{
	becomes(STATE_ADOPTED, day(1, 23), DECISIONS, 0);
	becomes(STATE_SETTLED, day(3, 4), NULL, 0);
	ck_assert_str_eq(found(day(4, 1)), "settled_without_evidence");
}
END_TEST

START_TEST(a_question_is_answered_late_or_not_at_all)
{
	it.item.kind = ITEM_QUESTION;
	becomes(STATE_SUBMITTED, day(1, 23), DECISIONS, 0);
	struct followup *f = owes(DECISIONS, 0, day(2, 24));
	ck_assert_str_eq(found(day(2, 24)), "");
	ck_assert_str_eq(found(day(2, 25)), "answer_missing");
	becomes(STATE_ANSWERED, day(3, 4), LETTER, 0);
	f->status = FOLLOWUP_FULFILLED;
	f->fulfilled_on = day(3, 4);
	ck_assert_str_eq(found(day(4, 1)), "answer_late");
	f->fulfilled_on = day(2, 24);
	ck_assert_str_eq(found(day(4, 1)), "");
}
END_TEST

START_TEST(what_is_held_has_the_term_of_a_rule_or_a_year)
{
	becomes(STATE_HELD, day(1, 23), DECISIONS, 0);
	ck_assert_str_eq(found(day(1, 23) + 365), "");
	ck_assert_str_eq(found(day(1, 23) + 366), "held_too_long");
	struct followup *f = owes(DECISIONS, 0, day(4, 17));
	ck_assert_str_eq(found(day(4, 18)), "held_too_long");
	f->latest = day(12, 31) + 300;
	ck_assert_str_eq(found(day(1, 23) + 366), "");
}
END_TEST

START_TEST(a_move_has_a_reason_or_is_found)
{
	becomes(STATE_ADOPTED, day(1, 23), DECISIONS, 0);
	struct followup *f = owes(DECISIONS, 0, day(4, 30));
	struct move *move = list_push(arena, &f->moves);
	*move = (struct move){day(3, 6), day(4, 30), day(3, 4), LETTER,
			      "Wij verwachten de motie op 30 april af te doen."};
	ck_assert_str_eq(found(day(4, 1)), "moved_without_reason");
	ck_assert_int_eq(it.slips.v[0].days, 55);
	ck_assert_int_eq(it.slips.v[0].authority, SLIP_OWN);
	ck_assert(!it.slips.v[0].expired);
	move->reason = "Omdat de studie nog loopt, verwachten wij de motie op 30 april af te doen.";
	move->on = day(3, 7);
	ck_assert_str_eq(found(day(4, 1)), "");
	ck_assert(it.slips.v[0].expired);
	*move = (struct move){day(3, 6), day(4, 30), day(3, 4), NULL, "afgesproken met de indiener"};
	ck_assert_str_eq(found(day(4, 1)), "");
	ck_assert_int_eq(it.slips.v[0].authority, SLIP_AGREED);
	move->reason = "de raad heeft besloten te wachten";
	(void)found(day(4, 1));
	ck_assert_int_eq(it.slips.v[0].authority, SLIP_DECIDED);
	move->was = DATE_NONE;
	(void)found(day(4, 1));
	ck_assert_uint_eq(it.slips.n, 0);
}
END_TEST

START_TEST(what_reading_found_comes_with_its_words)
{
	struct audit_findings findings = {0};
	it.item.kind = ITEM_QUESTION;
	becomes(STATE_SUBMITTED, day(1, 23), DECISIONS, 0);
	becomes(STATE_ANSWERED, day(3, 4), LETTER, 70);
	*list_push(arena, &it.item.findings) = (struct finding){"question_part_unanswered", "question 5 has no answer"};
	audit_item(&it, day(4, 1), arena, &findings);
	ck_assert_uint_eq(findings.n, 1);
	ck_assert_int_eq(findings.v[0].severity, AUDIT_HIGH);
	ck_assert_uint_eq(findings.v[0].evidence.n, 1);
	ck_assert_uint_eq(findings.v[0].evidence.v[0].raw.start, 70);
}
END_TEST

START_TEST(every_name_has_a_gravity_that_does_not_rise)
{
	for (size_t i = 1; audit_name(i); i++)
		ck_assert_int_ge(audit_severity_of(audit_name(i)), audit_severity_of(audit_name(i - 1)));
	ck_assert_int_eq(audit_severity_of("nothing of that name"), AUDIT_LOW);
}
END_TEST

/* ---- as of an earlier day ---- */

START_TEST(an_earlier_day_knows_nothing_of_what_came_after)
{
	becomes(STATE_ADOPTED, day(1, 23), DECISIONS, 0);
	becomes(STATE_SETTLEMENT_PROPOSED, day(3, 4), LETTER, 100);
	struct followup *f = owes(DECISIONS, 0, day(2, 20));
	f->status = FOLLOWUP_FULFILLED;
	f->fulfilled_on = day(3, 4);
	owes(LETTER, 50, day(5, 31));
	ck_assert(audit_past(&it, day(3, 3), arena));
	ck_assert_int_eq(it.item.state, STATE_ADOPTED);
	ck_assert_uint_eq(it.followups.n, 1);
	ck_assert_str_eq(found(day(3, 3)), "overdue");
}
END_TEST

START_TEST(before_its_first_day_there_is_no_item)
{
	becomes(STATE_ADOPTED, day(1, 23), DECISIONS, 0);
	struct audit_case before = it;
	ck_assert(!audit_past(&before, day(1, 22), arena));
	ck_assert(audit_past(&it, day(1, 23), arena));
}
END_TEST

START_TEST(moves_and_waivers_are_undone_the_last_first)
{
	becomes(STATE_ADOPTED, day(1, 23), DECISIONS, 0);
	struct followup *f = owes(DECISIONS, 0, day(10, 1));
	*list_push(arena, &f->moves) = (struct move){day(3, 6), day(4, 30), day(3, 4), LETTER, "omdat"};
	*list_push(arena, &f->moves) = (struct move){day(4, 30), day(10, 1), day(5, 6), OTHER, "omdat"};
	f->status = FOLLOWUP_WAIVED;
	it.followups.v[0].waived_on = day(6, 1);
	struct audit_case before = it;
	ck_assert(audit_past(&before, day(5, 5), arena));
	ck_assert_int_eq(before.followups.v[0].followup.latest, day(4, 30));
	ck_assert_int_eq(before.followups.v[0].followup.status, FOLLOWUP_PENDING);
	ck_assert_uint_eq(before.followups.v[0].followup.moves.n, 1);
}
END_TEST

START_TEST(what_cannot_be_placed_in_time_is_counted_and_left_out)
{
	becomes(STATE_ADOPTED, day(1, 23), DECISIONS, 0);
	becomes(STATE_SETTLEMENT_PROPOSED, day(3, 4), LETTER, 100);
	*list_push(arena, &it.item.findings) = (struct finding){"date_contradicts", "the head says otherwise"};
	struct audit_case after = it;
	ck_assert(audit_past(&after, day(3, 4), arena));
	ck_assert_uint_eq(after.item.findings.n, 1);
	ck_assert_uint_eq(after.untold, 0);
	ck_assert(audit_past(&it, day(3, 3), arena));
	ck_assert_uint_eq(it.item.findings.n, 0);
	ck_assert_uint_eq(it.untold, 1);
}
END_TEST

/* ---- reasons ---- */

#define NEW_DAY "Wij verwachten de motie op 30 april 2025 af te doen."

static const struct {
	const char *letter;
	const char *reason; /* NULL: none */
} letters[] = {
	{"Vanwege de drukte is dat niet haalbaar. " NEW_DAY, "Vanwege de drukte is dat niet haalbaar."},
	{"Er zijn gesprekken nodig. De brief komt daarom later. " NEW_DAY,
	 "Er zijn gesprekken nodig. De brief komt daarom later."},
	{NEW_DAY " Het onderzoek is namelijk nog niet afgerond.", "Het onderzoek is namelijk nog niet afgerond."},
	{"Op 23 januari is de motie aangenomen. " NEW_DAY, NULL},
	{"De afdoening vraagt meer tijd. " NEW_DAY, NULL},
	{"De motie verzoekt het college te kijken, omdat de brug kraakt. " NEW_DAY, NULL},
	{"Omdat het regent, is dit een andere brief.", NULL},
};

START_TEST(a_reason_stands_close_to_the_new_day)
{
	struct text text;
	text_read(slice_of(letters[_i].letter), arena, &text);
	const char *reason = reason_find(&text, NEW_DAY, arena);
	if (letters[_i].reason)
		ck_assert_pstr_eq(reason, letters[_i].reason);
	else
		ck_assert_ptr_null(reason);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("audit");
	TCase *tcase = tcase_create("audit");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, a_letter_that_settles_and_promises_is_found_until_the_promise_is_kept);
	tcase_add_test(tcase, what_another_letter_promises_does_not_speak_against_one_that_settles);
	tcase_add_test(tcase, what_only_a_person_calls_settled_has_no_evidence);
	tcase_add_test(tcase, a_question_is_answered_late_or_not_at_all);
	tcase_add_test(tcase, what_is_held_has_the_term_of_a_rule_or_a_year);
	tcase_add_test(tcase, a_move_has_a_reason_or_is_found);
	tcase_add_test(tcase, what_reading_found_comes_with_its_words);
	tcase_add_test(tcase, every_name_has_a_gravity_that_does_not_rise);
	tcase_add_test(tcase, an_earlier_day_knows_nothing_of_what_came_after);
	tcase_add_test(tcase, before_its_first_day_there_is_no_item);
	tcase_add_test(tcase, moves_and_waivers_are_undone_the_last_first);
	tcase_add_test(tcase, what_cannot_be_placed_in_time_is_counted_and_left_out);
	tcase_add_loop_test(tcase, a_reason_stands_close_to_the_new_day, 0, (int)ARRAY_SIZE(letters));
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
