/* test_redact.c: what is blanked out, and what must stay. */
#include "feed/redact.h"

#include <check.h>
#include <stdlib.h>

#define GONE "[\xe2\x80\xa6]"

static const struct {
	const char *line;
	const char *left; /* NULL: the line itself */
} cases[] = {
	{"", NULL},
	{"Mail p.puk@voorbeeldstad.nl vandaag", "Mail " GONE " vandaag"},
	{"(p.puk@voorbeeldstad.nl)", GONE},
	{"mailto:p.puk@voorbeeldstad.nl, of bel", GONE " of bel"},
	{"afgebroken: p.puk@ voorbeeldstad.nl hier", "afgebroken: " GONE " hier"},
	{"afgebroken: p.puk @voorbeeldstad.nl hier", "afgebroken: " GONE " hier"},
	{"los: p.puk @ voorbeeldstad.nl", "los: " GONE},
	{"a@b.nl c@d.nl", GONE " " GONE},
	{"@", GONE},
	{"bel 070-123 45 67.", "bel " GONE "."},
	{"bel 070 1234567 of 0612345678", "bel " GONE " of " GONE},
	{"06 12 34 56 78", GONE},
	{"06.12.34.56.78", GONE},
	{"(070) 123 45 67", GONE},
	{"+31 (0)70 - 123 45 67", GONE},
	{"+31701234567", GONE},
	{"0031 70 123 45 67", GONE},
	{"+49 30 1234567", GONE},
	{"070\xe2\x80\x93"
	 "1234567",
	 GONE},
	{"0800-1234", GONE},
	{"14 070", GONE},
	{"tel. 123 45 67", "tel. " GONE},
	{"Telefoonnummer: 12345", "Telefoonnummer: " GONE},
	{"Telefoon070 123 45 67", "Telefoon" GONE},
	{"puk070 123 45 67", "puk" GONE},
	{"\xe2\x80\x9c"
	 "070 123 45 67\xe2\x80\x9d",
	 "\xe2\x80\x9c" GONE "\xe2\x80\x9d"},
	{"070 123 45 67a@b.nl", GONE},
	{"op 01-02-2025 om 09.00-10.30 uur", NULL},
	{"op 2025-01-23 en 07/05/2021", NULL},
	{"voor 1-7-2025", NULL},
	{"01-02-2025 070 123 45 67", "01-02-2025 " GONE},
	{"RIS321237 en 2024Z01234 (2024-06-05)", NULL},
	{"nr. 0502 (05-06-2024)", NULL},
	{"0,5 procent van \xe2\x82\xac 1.000.000.000", NULL},
	{"BSD/10064581, 34334-27", NULL},
	{"artikel 14, vierde lid", NULL},
	{"in 2025 en 2026 zijn er 1200 en 1300", NULL},
	{"de telefoon gaat 12345 keer", NULL},
};

START_TEST(addresses_and_telephone_numbers_go_and_days_stay)
{
	struct buf out;
	buf_init(&out);
	redact_line(slice_of(cases[_i].line), &out);
	const char *left = cases[_i].left ? cases[_i].left : cases[_i].line;
	const char *got = out.p ? out.p : "";
	ck_assert_msg(strcmp(got, left) == 0, "'%s' gave '%s', not '%s'", cases[_i].line, got, left);
	buf_release(&out);
}
END_TEST

START_TEST(a_long_line_takes_no_longer_for_each_byte)
{
	static const char *const parts[] = {"0 ", "1 ", "@ ", "0-", "(", "+", "tel 1", "01-02-2025 ", "1.", "a@"};
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
		struct buf line, out;
		buf_init(&line);
		buf_init(&out);
		while (line.n < 200000)
			buf_add_text(&line, parts[i]);
		redact_line((struct slice){line.p, line.n}, &out);
		buf_release(&out);
		buf_release(&line);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("redact");
	TCase *tcase = tcase_create("redact");
	tcase_add_loop_test(tcase, addresses_and_telephone_numbers_go_and_days_stay, 0, (int)ARRAY_SIZE(cases));
	tcase_add_test(tcase, a_long_line_takes_no_longer_for_each_byte);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
