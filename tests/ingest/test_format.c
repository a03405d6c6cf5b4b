/* test_format.c: what a file is taken for, by its bytes. */
#include "ingest/format.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

static const struct {
	const char *name;
	struct slice bytes;
	const char *message; /* a part of it; NULL: not refused */
	enum format format;
} cases[] = {
	{"a text", {"Motie\n", 6}, NULL, FORMAT_TEXT},
	{"a text with tabs and a form feed", {"a\tb\r\n\fc", 7}, NULL, FORMAT_TEXT},
	{"a text in brackets", {"[concept] Motie", 15}, NULL, FORMAT_TEXT},
	{"a text that begins with <", {"<geen onderwerp>", 16}, NULL, FORMAT_TEXT},
	{"a PDF", {"%PDF-1.4\n\0\0", 11}, NULL, FORMAT_PDF},
	{"a PDF after something else", {"\r\nHTTP/1.1 200\r\n%PDF-1.7\n", 26}, NULL, FORMAT_PDF},
	{"nothing", {"", 0}, "empty file", 0},
	{"blanks", {" \n\f\n", 4}, "empty file", 0},
	{"a BOM only", {"\xef\xbb\xbf\n", 4}, "empty file", 0},
	{"DOCX", {"PK\3\4....word/document.xml", 25}, "Word document (DOCX)", 0},
	{"XLSX", {"PK\3\4....xl/workbook.xml", 23}, "Excel workbook (XLSX)", 0},
	{"ZIP with a PDF in it", {"PK\3\4.....%PDF-1.4", 17}, "ZIP archive", 0},
	{"DOC", {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8}, "old Office file", 0},
	{"JPEG", {"\xff\xd8\xff\xe0", 4}, "image (JPEG)", 0},
	{"PNG", {"\x89PNG\r\n", 6}, "image (PNG)", 0},
	{"gzip", {"\x1f\x8b\x08", 3}, "gzip", 0},
	{"UTF-16", {"\xff\xfeM\0o\0", 6}, "UTF-16", 0},
	{"HTML", {"\n<!DOCTYPE html><p>x", 20}, "HTML", 0},
	{"XML", {"<?xml version=\"1.0\"?>", 21}, "XML", 0},
	{"XML without a declaration", {"<feed><x/></feed>", 17}, "XML", 0},
	{"JSON", {"{ \"a\": 1 }\n", 11}, "JSON", 0},
	{"JSON, a list", {"[{\"a\": 1}]", 10}, "JSON", 0},
	{"CSV", {"titel,datum,uitslag\nA,2025-01-02,x\nB,2025-01-03,\"y\"\n", 48}, "table (CSV)", 0},
	{"a list of commitments", {"nr;toezegging;status\n1;Een brief;open\n2;Een nota;open\n", 53}, NULL, FORMAT_TEXT},
	{"CSV of a Dutch Excel", {"titel;datum;uitslag\r\nA;2-1-2025;x\r\n", 35}, "table (CSV)", 0},
	{"a text with commas",
	 {"Den Haag, 2 januari, aan de raad,\nbeste leden, hier is, wat u vroeg, met groet\n", 79},
	 NULL,
	 FORMAT_TEXT},
	{"a NUL in a text", {"Motie\0tekst", 11}, "unknown format", 0},
	{"control characters", {"\1\2\3\4abc", 7}, "unknown format", 0},
};

START_TEST(bytes_decide_what_a_file_is)
{
	enum format format = FORMAT_TEXT;
	struct err err = {0};
	enum status status = format_of(cases[_i].bytes, &format, &err);
	if (!cases[_i].message) {
		ck_assert_msg(!status && format == cases[_i].format, "%s: %s", cases[_i].name, err.msg);
		return;
	}
	ck_assert_msg(status == E_INVALID, "%s was taken", cases[_i].name);
	ck_assert_msg(strstr(err.msg, cases[_i].message), "%s: %s", cases[_i].name, err.msg);
	ck_assert_msg(strstr(err.msg, ": "), "no remedy: %s", err.msg);
}
END_TEST

START_TEST(pdf_is_looked_for_in_the_first_kilobyte_only)
{
	char bytes[2000];
	enum format format = FORMAT_PDF;
	memset(bytes, 'x', sizeof bytes);
	memcpy(bytes + 1100, "%PDF-1.4", 8);
	ck_assert_int_eq(format_of((struct slice){bytes, sizeof bytes}, &format, NULL), OK);
	ck_assert_int_eq(format, FORMAT_TEXT);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("format");
	TCase *tc = tcase_create("format");
	tcase_add_loop_test(tc, bytes_decide_what_a_file_is, 0, (int)ARRAY_SIZE(cases));
	tcase_add_test(tc, pdf_is_looked_for_in_the_first_kilobyte_only);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
