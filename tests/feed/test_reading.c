/* test_reading.c: a stored moment as the calendar tells it. */
#include "feed/reading.h"

#include <check.h>
#include <stdlib.h>

static const struct {
	const char *edtf;
	const char *earliest; /* "" for none */
	const char *latest;
	const char *words; /* NULL: computed */
	bool review;
	const char *out; /* EDTF that comes out */
	const char *precision;
	const char *label; /* Dutch; NULL: not vague */
	const char *span;
} cases[] = {
	{"2021-21", "2021-03-01", "2021-05-31", "in het voorjaar", false, "2021-21", "season", "voorjaar 2021",
	 "1 maart t/m 31 mei 2021"},
	{"2021-24", "2021-12-01", "2022-02-28", "in de winter", false, "2021-24", "season", "winter 2021-2022",
	 "1 december 2021 t/m 28 februari 2022"},
	{"2024-33", "2024-01-01", "2024-03-31", "Q1", false, "2024-33", "quarter", "eerste kwartaal 2024",
	 "1 januari t/m 31 maart 2024"},
	{"2024-40", "2024-01-01", "2024-06-30", "eerste helft", false, "2024-40", "half", "eerste helft 2024",
	 "1 januari t/m 30 juni 2024"},
	{"2024-07", "2024-07-01", "2024-07-31", "in juli", false, "2024-07", "month", "juli 2024",
	 "1 juli t/m 31 juli 2024"},
	{"2024", "2024-02-01", "2024-12-31", "dit jaar", false, "2024", "year", "2024",
	 "1 februari t/m 31 december 2024"},
	{"2024-07-01", "2024-07-01", "2024-07-01", "per 1 juli", false, "2024-07-01", "day", NULL,
	 "uiterlijk 1 juli 2024"},
	{"../2024-06-30", "2024-02-01", "2024-06-30", "voor 1 juli", false, "../2024-06-30", "day", NULL,
	 "1 februari t/m 30 juni 2024"},
	{"2024-05-01/2024-07-31", "2024-05-01", "2024-07-31", "medio 2024", false, "2024-05-01/2024-07-31", "period",
	 "medio 2024", "1 mei t/m 31 juli 2024"},
	{"2024-06-03/2024-06-09", "2024-06-03", "2024-06-09", "week 23", false, "2024-06-03/2024-06-09", "week",
	 "week 23", "3 juni t/m 9 juni 2024"},
	{"2021-02-01/2021-03-15", "2021-02-01", "2021-03-15", NULL, false, "2021-02-01/2021-03-15", "term", NULL,
	 "1 februari t/m 15 maart 2021"},
	{"../2040", "2039-02-01", "2040-12-31", "uiterlijk in 2040", false, "../2040-12-31", "day", NULL,
	 "1 februari 2039 t/m 31 december 2040"},
	{"", "", "2021-03-15", NULL, false, "../2021-03-15", "day", NULL, "uiterlijk 15 maart 2021"},
	{"2021-21", "2021-03-01", "2021-06-30", NULL, false, "2021-03-01/2021-06-30", "term", NULL,
	 "1 maart t/m 30 juni 2021"},
	{"", "2021-08-01", "2021-06-30", NULL, false, "../2021-06-30", "day", NULL, "uiterlijk 30 juni 2021"},
	{"nonsense", "", "2021-06-30", NULL, false, "../2021-06-30", "day", NULL, "uiterlijk 30 juni 2021"},
	{"", "", "2021-06-30", "binnenkort", true, "2021-06-30", "review", NULL, "uiterlijk 30 juni 2021"},
};

START_TEST(a_moment_is_told_in_agreement_with_its_last_day)
{
	struct arena *arena = arena_new();
	struct followup f = {.date_text = cases[_i].words, .review = cases[_i].review};
	f.earliest = date_parse(slice_of(cases[_i].earliest));
	f.latest = date_parse(slice_of(cases[_i].latest));
	memcpy(f.edtf, cases[_i].edtf, strlen(cases[_i].edtf));
	struct reading reading;
	reading_make(&f, true, arena, &reading);
	ck_assert_str_eq(reading.edtf, cases[_i].out);
	ck_assert_str_eq(reading.precision, cases[_i].precision);
	ck_assert_int_eq(reading.vague, cases[_i].label != NULL);
	ck_assert_pstr_eq(reading.label, cases[_i].label);
	ck_assert_str_eq(reading.span, cases[_i].span);
	ck_assert_pstr_eq(reading.words, cases[_i].words);
	arena_free(arena);
}
END_TEST

START_TEST(english_has_its_own_words)
{
	struct arena *arena = arena_new();
	struct followup f = {.edtf = "2021-21", .earliest = DATE_NONE, .date_text = "in het voorjaar"};
	f.latest = date_make(2021, 5, 31);
	struct reading reading;
	reading_make(&f, false, arena, &reading);
	ck_assert_str_eq(reading.label, "spring 2021");
	ck_assert_str_eq(reading.span, "1 March to 31 May 2021");
	ck_assert_str_eq(reading_day(f.latest, false, false, arena), "31 May");
	arena_free(arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("reading");
	TCase *tcase = tcase_create("reading");
	tcase_add_loop_test(tcase, a_moment_is_told_in_agreement_with_its_last_day, 0, (int)ARRAY_SIZE(cases));
	tcase_add_test(tcase, english_has_its_own_words);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
