/* test_contact.c: what is blanked out, and what must stay. */
#include "core/contact.h"

#include <check.h>
#include <stdlib.h>

#define PHONE  "[telefoonnummer]"
#define MAIL   "[e-mailadres]"
#define PERSON "[contactpersoon]"

static const struct {
	const char *line;
	const char *left; /* NULL: the line itself */
} cases[] = {
	{"", NULL},
	{"Mail p.puk@voorbeeldstad.nl vandaag", "Mail " MAIL " vandaag"},
	{"(p.puk@voorbeeldstad.nl)", "(" MAIL ")"},
	{"mailto:p.puk@voorbeeldstad.nl, of bel", MAIL ", of bel"},
	{"Piet Puk (p.puk@voorbeeldstad.nl, 0123-456789).", PERSON " (" MAIL ", " PHONE ")."},
	{"(p.puk @voorbeeldstad.nl) en (p.puk@ voorbeeldstad.nl)", "(" MAIL ") en (" MAIL ")"},
	{"\xe2\x80\x98p.puk@voorbeeldstad.nl\xe2\x80\x99", "\xe2\x80\x98" MAIL "\xe2\x80\x99"},
	{"Mail p dot puk at voorbeeldstad dot nl, of bel.", "Mail " MAIL ", of bel."},
	{"Mail (p.puk(at)voorbeeldstad.nl).", "Mail (" MAIL ")."},
	{"p.puk [at] voorbeeldstad [dot] nl", MAIL},
	{"look at p. 3 or at example.com", NULL},
	{"wij komen op dit punt terug", NULL},
	{"afgebroken: p.puk@ voorbeeldstad.nl hier", "afgebroken: " MAIL " hier"},
	{"afgebroken: p.puk @voorbeeldstad.nl hier", "afgebroken: " MAIL " hier"},
	{"los: p.puk @ voorbeeldstad.nl", "los: " MAIL},
	{"a@b.nl c@d.nl", MAIL " " MAIL},
	{"@", MAIL},
	{"bel 070-123 45 67.", "bel " PHONE "."},
	{"bel 070 1234567 of 0612345678", "bel " PHONE " of " PHONE},
	{"06 12 34 56 78", PHONE},
	{"06.12.34.56.78", PHONE},
	{"(070) 123 45 67", PHONE},
	{"+31 (0)70 - 123 45 67", PHONE},
	{"+31701234567", PHONE},
	{"0031 70 123 45 67", PHONE},
	{"+49 30 1234567", PHONE},
	{"070\xe2\x80\x93"
	 "1234567",
	 PHONE},
	{"0800-1234", PHONE},
	{"14 070", PHONE},
	{"tel. 123 45 67", "tel. " PHONE},
	{"Telefoonnummer: 12345", "Telefoonnummer: " PHONE},
	{"Telefoon070 123 45 67", "Telefoon" PHONE},
	{"puk070 123 45 67", "puk" PHONE},
	{"\xe2\x80\x9c"
	 "070 123 45 67\xe2\x80\x9d",
	 "\xe2\x80\x9c" PHONE "\xe2\x80\x9d"},
	{"070 123 45 67a@b.nl", MAIL},
	{"op 01-02-2025 om 09.00-10.30 uur", NULL},
	{"op 2025-01-23 en 07/05/2021", NULL},
	{"voor 1-7-2025", NULL},
	{"01-02-2025 070 123 45 67", "01-02-2025 " PHONE},
	{"RIS321237 en 2024Z01234 (2024-06-05)", NULL},
	{"nr. 0502 (05-06-2024)", NULL},
	{"0,5 procent van \xe2\x82\xac 1.000.000.000", NULL},
	{"BSD/10064581, 34334-27", NULL},
	{"artikel 14, vierde lid", NULL},
	{"in 2025 en 2026 zijn er 1200 en 1300", NULL},
	{"de telefoon gaat 12345 keer", NULL},
	{"Behandeld door: mw. J. Jansen, tel. 070-353 12 34, j.jansen@denhaag.nl",
	 "Behandeld door: " PERSON ", tel. " PHONE ", " MAIL},
	{"Contactpersoon\nJ.A. van der Berg\nDoorkiesnummer\n070-353 12 34",
	 "Contactpersoon\n" PERSON "\nDoorkiesnummer\n" PHONE},
	{"Contactpersoon: Jan Jansen", "Contactpersoon: " PERSON},
	{"Nadere inlichtingen bij de heer P. de Wit (070 - 353 12 34).",
	 "Nadere inlichtingen bij " PERSON " (" PHONE ")."},
	{"U hoort voor 1 juli van mevrouw Jansen (06-12345678).", "U hoort voor 1 juli van " PERSON " (" PHONE ")."},
	{"U kunt Jan de Boer bereiken op 06-12345678.", "U kunt " PERSON " bereiken op " PHONE "."},
	{"Bel drs. A. Bakker-Smit, telefoon 06-12345678", "Bel " PERSON ", telefoon " PHONE},
	/* Without any number. */
	{"Doorkiesnummer: J. Jansen", "Doorkiesnummer: " PERSON},
	{"Meer informatie\nbij mevrouw De Wit", "Meer informatie\nbij " PERSON},
	{"(Opgesteld door: Anna Bakker)", "(Opgesteld door: " PERSON ")"},
	{"na overleg met Anna Bakker (projectleider) het plan", "na overleg met " PERSON " (projectleider) het plan"},
	/* Other numbers. */
	{"over zaak 0201234567 en zaaknummer: 0123-456789.", NULL},
	{"ons kenmerk 0123-456789, tel. 0123-456789", "ons kenmerk 0123-456789, tel. " PHONE},
	{"KvK-nummer 01234567, IBAN NL00 BANK 0123 4567 89, 070 123 45 67",
	 "KvK-nummer 01234567, IBAN NL00 BANK 0123 4567 89, " PHONE},
	{"dossier 12, bel 070 123 45 67", "dossier 12, bel " PHONE},
	/* By function: public. */
	{"na overleg met wethouder Anna Bakker (projectleider) het plan", NULL},
	{"Wethouder Jan Bakker, 070-353 12 34", "Wethouder Jan Bakker, " PHONE},
	{"U kunt contact opnemen met wethouder Bakker.", NULL},
	{"Stel een contactpersoon Jeugd aan", NULL},
	{"De gemeente neemt contact op met Prorail.", NULL},
	{"De heer Wagenvoort (SP) vraagt inlichtingen over artikel 169.", NULL},
};

START_TEST(addresses_and_telephone_numbers_go_and_days_stay)
{
	struct buf out;
	buf_init(&out);
	contact_redact(slice_of(cases[_i].line), &out);
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
		contact_redact((struct slice){line.p, line.n}, &out);
		buf_release(&out);
		buf_release(&line);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("contact");
	TCase *tcase = tcase_create("contact");
	tcase_add_loop_test(tcase, addresses_and_telephone_numbers_go_and_days_stay, 0, (int)ARRAY_SIZE(cases));
	tcase_add_test(tcase, a_long_line_takes_no_longer_for_each_byte);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
