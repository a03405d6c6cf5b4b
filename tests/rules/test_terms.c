/* test_terms.c: terms of law as a pack gives them: the day and each step, with the Algemene termijnenwet and without. */
#include "rules/rules.h"

#include <check.h>
#include <stdio.h>
#include <unistd.h>

static struct arena *arena;

static void setup(void)
{
	arena = arena_new();
}

static void teardown(void)
{
	arena_free(arena);
}

/* A pack of body nl/proef in which an adopted motion is settled within `length`; `atw` is as a pack writes it. */
static struct rules *pack_open(const char *length, const char *atw)
{
	const char *text = arena_printf(
		arena,
		"body { id = \"nl/proef\", name = \"Test\", atw = %s, terms = { settlement = \"%s\" } }\n"
		"rule { id = \"settlement\", title = \"Test\", source = \"test\", applies_to = \"motion\",\n"
		"derive = function(item) return { { key = \"a\", due = term(item.adopted, terms.settlement) } } end "
		"}\n",
		atw, length);
	char name[] = "/tmp/griffie-test-XXXXXX";
	int fd = mkstemp(name);
	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	close(fd);
	const char *files[] = {name};
	struct rules *rules;
	struct err err = {0};
	enum status status = rules_open(files, 1, &rules, &err);
	unlink(name);
	ck_assert_msg(status == OK, "%s", status ? err.msg : "");
	return rules;
}

static struct followup derive_one(struct rules *rules, const char *body, const char *adopted)
{
	struct item item = {.ref = "A", .body = body, .title = "Bankjes", .kind = ITEM_MOTION};
	item.date = date_parse(slice_of(adopted));
	item.state = STATE_ADOPTED;
	*list_push(arena, &item.transitions) = (struct transition){.state = STATE_ADOPTED, .on = item.date};
	struct derived derived;
	struct err err = {0};
	enum status status = rules_derive(rules, &item, 1, arena, &derived, &err);
	ck_assert_msg(status == OK, "%s", status ? err.msg : "");
	ck_assert_uint_eq(derived.failures.n, 0);
	ck_assert_uint_eq(derived.followups.n, 1);
	return derived.followups.v[0];
}

/* The arithmetic of a follow-up, with "; " between the steps; whose derive it was comes behind it. */
static const char *steps_of(const struct followup *f)
{
	const char *text = "";
	for (size_t i = 0; i < f->step_count && strncmp(f->steps[i], "berekend als ", 13) != 0; i++)
		text = arena_printf(arena, "%s%s%s", text, i ? "; " : "", f->steps[i]);
	return text;
}

/* From the law and its cases. Of each: the last day by the calendar alone; the free day on which that falls, NULL when on none; the day to
 * which art. 1 moves it; the last day. `beyond`: art. 4 leaves the term outside the act. Texts are Dutch, as the body is. */
static const struct term_case {
	const char *from, *length, *words, *raw, *free_day, *moved, *end;
	bool beyond;
} term_cases[] = {
	/* The case of HR 1-9-2017, ECLI:NL:HR:2017:2225: 31 May is late. */
	{"2016-02-29", "3m", "3 maanden", "2016-05-29", "zondag", "2016-05-30", "2016-05-30", false},
	{"2017-12-19", "3d", "3 dagen", "2017-12-22", NULL, "2017-12-22", "2017-12-22", false},
	{"2017-12-20", "3d", "3 dagen", "2017-12-23", "zaterdag", "2017-12-27", "2017-12-27", false},
	/* Art. 1 gives Wednesday 27; then the term has one working day, and art. 2 asks for two. */
	{"2017-12-22", "3d", "3 dagen", "2017-12-25", "eerste kerstdag", "2017-12-27", "2017-12-28", false},
	{"2025-04-18", "3d", "3 dagen", "2025-04-21", "tweede paasdag", "2025-04-22", "2025-04-23", false},
	{"2025-04-17", "3d", "3 dagen", "2025-04-20", "zondag", "2025-04-22", "2025-04-23", false},
	/* 2 January 2026 is equated. */
	{"2025-12-31", "3d", "3 dagen", "2026-01-03", "zaterdag", "2026-01-05", "2026-01-06", false},
	{"2026-03-12", "4w", "4 weken", "2026-04-09", NULL, "2026-04-09", "2026-04-09", false},
	{"2026-04-06", "3w", "3 weken", "2026-04-27", "Koningsdag", "2026-04-28", "2026-04-28", false},
	/* Koningsdag on a Saturday, as the 27th is a Sunday. */
	{"2025-04-05", "3w", "3 weken", "2025-04-26", "Koningsdag", "2025-04-28", "2025-04-28", false},
	/* 27 December 2024 is equated; Friday 6 May 2022, below, is not. */
	{"2024-11-25", "30d", "30 dagen", "2024-12-25", "eerste kerstdag", "2024-12-30", "2024-12-30", false},
	{"2024-04-09", "30d", "30 dagen", "2024-05-09", "Hemelvaartsdag", "2024-05-13", "2024-05-13", false},
	{"2022-04-26", "30d", "30 dagen", "2022-05-26", "Hemelvaartsdag", "2022-05-30", "2022-05-30", false},
	{"2022-04-05", "30d", "30 dagen", "2022-05-05", "Bevrijdingsdag", "2022-05-06", "2022-05-06", false},
	{"2008-04-01", "30d", "30 dagen", "2008-05-01", "Hemelvaartsdag", "2008-05-06", "2008-05-06", false},
	/* Ninety days, twelve weeks and three months are reached by the act; a day, a week or a month more is not. */
	{"2024-09-27", "90d", "90 dagen", "2024-12-26", "tweede kerstdag", "2024-12-30", "2024-12-30", false},
	{"2024-09-26", "91d", "91 dagen", "2024-12-26", NULL, "2024-12-26", "2024-12-26", true},
	{"2024-10-09", "12w", "12 weken", "2025-01-01", "Nieuwjaarsdag", "2025-01-02", "2025-01-02", false},
	{"2024-10-02", "13w", "13 weken", "2025-01-01", NULL, "2025-01-01", "2025-01-01", true},
	{"2025-01-26", "3m", "3 maanden", "2025-04-26", "Koningsdag", "2025-04-28", "2025-04-28", false},
	{"2024-12-26", "4m", "4 maanden", "2025-04-26", NULL, "2025-04-26", "2025-04-26", true},
	{"2025-11-30", "3m", "3 maanden", "2026-02-28", "zaterdag", "2026-03-02", "2026-03-02", false},
	/* No 31 February. */
	{"2023-01-31", "1m", "1 maand", "2023-02-28", NULL, "2023-02-28", "2023-02-28", false},
	{"2024-01-31", "1m", "1 maand", "2024-02-29", NULL, "2024-02-29", "2024-02-29", false},
	{"2027-04-21", "2w", "2 weken", "2027-05-05", "Bevrijdingsdag", "2027-05-10", "2027-05-10", false},
};

static void assert_day(int day, const char *expected, const struct term_case *c)
{
	char text[DATE_TEXT];
	ck_assert_msg(day == date_parse(slice_of(expected)), "%s + %s: %s, %s is expected", c->from, c->length,
		      day == DATE_NONE ? "none" : date_format(day, text), expected);
}

static const char *steps_by_calendar(const struct term_case *c)
{
	return arena_printf(arena, "%s + %s = %s", c->from, c->words, c->raw);
}

static const char *steps_by_law(const struct term_case *c)
{
	const char *text = steps_by_calendar(c);
	if (c->free_day)
		text = arena_printf(arena, "%s; %s is %s: naar %s (Atw art. 1)", text, c->raw, c->free_day, c->moved);
	if (strcmp(c->moved, c->end) != 0)
		text = arena_printf(arena, "%s; minder dan twee werkdagen in de termijn: naar %s (Atw art. 2)", text,
				    c->end);
	if (c->beyond)
		text = arena_printf(arena,
				    "%s; langer dan 90 dagen, twaalf weken of drie maanden: niet verlengd (Atw art. 4)",
				    text);
	return text;
}

static void assert_term(const struct term_case *c, const char *atw, const char *end, const char *steps)
{
	struct rules *rules = pack_open(c->length, atw);
	struct followup f = derive_one(rules, "nl/proef", c->from);
	assert_day(f.latest, end, c);
	ck_assert_str_eq(steps_of(&f), steps);
	rules_free(rules);
}

START_TEST(a_term_under_the_act_ends_when_the_law_says_with_each_step)
{
	const struct term_case *c = &term_cases[_i];
	assert_term(c, "true", c->end, steps_by_law(c));
}
END_TEST

START_TEST(a_term_outside_the_act_ends_by_the_calendar_alone)
{
	const struct term_case *c = &term_cases[_i];
	assert_term(c, "false", c->raw, steps_by_calendar(c));
}
END_TEST

/* Both days are kept: the one to be warned on, and the one after which it is late. */
START_TEST(where_nobody_knows_whether_the_act_holds_nothing_is_late_too_early)
{
	const struct term_case *c = &term_cases[_i];
	bool differ = strcmp(c->raw, c->end) != 0;
	const char *steps = steps_by_law(c);
	if (differ)
		steps = arena_printf(
			arena,
			"%s; niet bekend of de Algemene termijnenwet geldt: zonder haar is %s de laatste dag; te "
			"laat is het pas na %s",
			steps, c->raw, c->end);
	assert_term(c, "\"unknown\"", c->end, steps);
	struct rules *rules = pack_open(c->length, "\"unknown\"");
	struct followup f = derive_one(rules, "nl/proef", c->from);
	if (differ)
		assert_day(f.earliest, c->raw, c);
	else
		ck_assert_int_eq(f.earliest, DATE_NONE);
	ck_assert_str_eq(f.edtf, differ ? arena_printf(arena, "%s/%s", c->raw, c->end) : c->end);
	ck_assert_str_eq(followup_state(&f, f.latest), "pending");
	ck_assert_str_eq(followup_state(&f, f.latest + 1), "overdue");
	rules_free(rules);
}
END_TEST

/* The same law through shipped packs: a motion adopted on that day, and when its settlement is owed. */
static const struct pack_case {
	const char *body, *adopted, *due, *steps;
} pack_cases[] = {
	{"nl/amsterdam", "2024-10-02", "2025-01-01",
	 "2024-10-02 + 13 weken = 2025-01-01; langer dan 90 dagen, twaalf weken of drie maanden: niet verlengd (Atw "
	 "art. 4)"},
	{"nl/den-haag", "2025-04-17", "2025-06-02",
	 "2025-04-17 + 6 weken = 2025-05-29; 2025-05-29 is Hemelvaartsdag: naar 2025-06-02 (Atw art. 1); niet bekend "
	 "of de Algemene termijnenwet geldt: zonder haar is 2025-05-29 de laatste dag; "
	 "te laat is het pas na 2025-06-02"},
	{"nl/den-haag", "2025-11-20", "2026-01-05",
	 "2025-11-20 + 6 weken = 2026-01-01; 2026-01-01 is Nieuwjaarsdag: naar 2026-01-05 (Atw art. 1); niet bekend of "
	 "de Algemene termijnenwet geldt: zonder haar is 2026-01-01 de laatste dag; "
	 "te laat is het pas na 2026-01-05"},
	{"nl/gemeente", "2023-08-31", "2024-02-29",
	 "2023-08-31 + 6 maanden = 2024-02-29; langer dan 90 dagen, twaalf weken of drie maanden: niet verlengd (Atw "
	 "art. 4)"},
	{"nl/provincie", "2025-08-31", "2026-02-28",
	 "2025-08-31 + 6 maanden = 2026-02-28; langer dan 90 dagen, twaalf weken of drie maanden: niet verlengd (Atw "
	 "art. 4)"},
};

START_TEST(a_shipped_pack_counts_its_term_as_the_law_does)
{
	const struct pack_case *c = &pack_cases[_i];
	struct rules *rules;
	struct err err = {0};
	enum status status = rules_open(NULL, 0, &rules, &err);
	ck_assert_msg(status == OK, "%s", status ? err.msg : "");
	struct followup f = derive_one(rules, c->body, c->adopted);
	ck_assert_int_eq(f.latest, date_parse(slice_of(c->due)));
	ck_assert_str_eq(steps_of(&f), c->steps);
	rules_free(rules);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("terms");
	TCase *tc = tcase_create("terms");
	tcase_add_checked_fixture(tc, setup, teardown);
	int n = (int)ARRAY_SIZE(term_cases);
	tcase_add_loop_test(tc, a_term_under_the_act_ends_when_the_law_says_with_each_step, 0, n);
	tcase_add_loop_test(tc, a_term_outside_the_act_ends_by_the_calendar_alone, 0, n);
	tcase_add_loop_test(tc, where_nobody_knows_whether_the_act_holds_nothing_is_late_too_early, 0, n);
	tcase_add_loop_test(tc, a_shipped_pack_counts_its_term_as_the_law_does, 0, (int)ARRAY_SIZE(pack_cases));
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
