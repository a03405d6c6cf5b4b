/* test_feed.c: whole calendars, as a subscriber gets them. */
#include "feed/feed.h"

#include <check.h>
#include <stdlib.h>

#define UID_A "0a0b7a44-0f6b-5a3e-9c1d-2b7f4d1e8a60"
#define UID_B "1b0b7a44-0f6b-5a3e-9c1d-2b7f4d1e8a60"

static struct followup followup_sample(void)
{
	struct followup f = {
		.uid = UID_A,
		.item = "RIS1",
		.kind = ITEM_MOTION,
		.title = "Groene daken",
		.rule = "nl/voorbeeld:promise",
		.source = "brief van het college",
		.verified = true,
		.form = "letter",
		.owed_by = "college",
		.date_text = "in het voorjaar van 2021",
		.edtf = "2021-21",
		.fulfilled_on = DATE_NONE,
	};
	f.earliest = date_make(2021, 3, 1);
	f.latest = date_make(2021, 5, 31);
	return f;
}

static struct feed_entry entry_of(const struct followup *f)
{
	return (struct feed_entry){.followup = f,
				   .stamp = {1612476000, 1614590100, 2},
				   .item_title = "Groene daken",
				   .party = "Lijst Een"};
}

static const struct feed_form dutch = {.dutch = true, .base_url = "https://raad.example.nl/"};

/* The feed with its folds undone, which the caller frees. */
static char *feed_named(const char *name, const struct feed_entry *entries, size_t n, const struct feed_form *form)
{
	struct buf out;
	buf_init(&out);
	struct err err = {0};
	ck_assert_msg(feed_begin(form, name, &out, &err) == OK, "%s", err.msg);
	for (size_t i = 0; i < n; i++)
		ck_assert_msg(feed_component(&entries[i], form, &out, &err) == OK, "%s", err.msg);
	ck_assert_msg(feed_end(form, name, n == 0, &out, &err) == OK, "%s", err.msg);
	size_t to = 0;
	for (size_t i = 0; i < out.n; i++) {
		if (memcmp(out.p + i, "\r\n ", 3) == 0)
			i += 2;
		else
			out.p[to++] = out.p[i];
	}
	out.p[to] = '\0';
	return out.p;
}

static char *feed_of(const struct feed_entry *entries, size_t n, const struct feed_form *form)
{
	return feed_named("Voorbeeldstad", entries, n, form);
}

static void assert_has(const char *feed, const char *part)
{
	ck_assert_msg(strstr(feed, part), "no '%s' in\n%s", part, feed);
}

START_TEST(a_follow_up_says_who_owes_what_by_when_and_why)
{
	struct followup f = followup_sample();
	struct quote quote = {.text = "Wij informeren de raad\nin het voorjaar van 2021."};
	f.quotes = (struct quotes){&quote, 1, 1};
	struct move move = {.was = date_make(2021, 2, 1), .latest = f.latest, .on = f.earliest};
	f.moves = (struct moves){&move, 1, 1};
	struct feed_entry entry = entry_of(&f);
	char *feed = feed_of(&entry, 1, &dutch);
	assert_has(feed, "\r\nSUMMARY:Uiterlijk (voorjaar 2021): RIS1 Groene daken \xe2\x80\x93 brief\r\n");
	assert_has(feed, "DESCRIPTION:Motie RIS1: Groene daken (Lijst Een)\\nWat: brief\\nDoor: college\\n"
			 "Termijn in de tekst: \xe2\x80\x9cin het voorjaar van 2021\xe2\x80\x9d\\n"
			 "Gelezen als: 1 maart t/m 31 mei 2021 (vaag)\\nVerschoven\\; eerder: 1 februari 2021\\n"
			 "Regel: nl/voorbeeld:promise (brief van het college)\\nStatus: open\\n"
			 "Citaat: \xe2\x80\x9cWij informeren de raad in het voorjaar van 2021.\xe2\x80\x9d\\n"
			 "https://raad.example.nl/items/RIS1.html#" UID_A
			 "\r\nURL:https://raad.example.nl/items/RIS1.html#" UID_A "\r\n");
	free(feed);
}
END_TEST

START_TEST(the_head_is_the_same_whatever_is_in_the_feed)
{
	struct followup f = followup_sample();
	struct feed_entry entry = entry_of(&f);
	char *empty = feed_of(NULL, 0, &dutch), *one = feed_of(&entry, 1, &dutch);
	size_t head = (size_t)(strstr(one, "BEGIN:VEVENT") - one);
	ck_assert_int_eq(strncmp(empty, one, head), 0);
	assert_has(one, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//griffie//griffie//"
			"NL\r\nCALSCALE:GREGORIAN\r\nNAME:Voorbeeldstad\r\n"
			"X-WR-CALNAME:Voorbeeldstad\r\n");
	ck_assert_ptr_null(strstr(one, "METHOD"));
	free(empty);
	free(one);
}
END_TEST

static const struct {
	enum followup_status status;
	bool review;
	bool dutch;
	const char *parts[2];
} statuses[] = {
	{FOLLOWUP_PENDING, false, true, {"SUMMARY:Uiterlijk (voorjaar 2021): ", "STATUS:CONFIRMED"}},
	{FOLLOWUP_PENDING,
	 true,
	 true,
	 {"SUMMARY:Nakijken (in het voorjaar van 2021): ", "CATEGORIES:Motie,Zonder termijn"}},
	{FOLLOWUP_FULFILLED, false, true, {"SUMMARY:Voldaan: RIS1", "STATUS:CONFIRMED"}},
	{FOLLOWUP_WAIVED, false, true, {"SUMMARY:Vervallen: RIS1", "STATUS:CANCELLED"}},
	{FOLLOWUP_WITHDRAWN, true, true, {"SUMMARY:Vervallen: RIS1", "STATUS:CANCELLED"}},
	{FOLLOWUP_PENDING,
	 false,
	 false,
	 {"SUMMARY:Due (spring 2021): RIS1 Groene daken \xe2\x80\x93 letter", "Status: open"}},
	{FOLLOWUP_FULFILLED, false, false, {"SUMMARY:Fulfilled: RIS1", "Status: fulfilled on 15 May 2021"}},
	{FOLLOWUP_WAIVED, false, false, {"SUMMARY:Waived: RIS1", "Status: waived\\nhttps"}},
	{FOLLOWUP_WITHDRAWN, false, false, {"SUMMARY:Withdrawn: RIS1", "Reason: besluit"}},
};

START_TEST(what_became_of_it_stands_first)
{
	struct followup f = followup_sample();
	f.status = statuses[_i].status;
	f.review = statuses[_i].review;
	f.fulfilled_on = date_make(2021, 5, 15);
	f.because = "besluit";
	struct feed_entry entry = entry_of(&f);
	struct feed_form form = dutch;
	form.dutch = statuses[_i].dutch;
	char *feed = feed_of(&entry, 1, &form);
	assert_has(feed, statuses[_i].parts[0]);
	assert_has(feed, statuses[_i].parts[1]);
	free(feed);
}
END_TEST

START_TEST(a_feed_without_anything_says_so)
{
	struct feed_form form = dutch;
	char *feed = feed_of(NULL, 0, &form);
	assert_has(feed, "SUMMARY:Geen open termijnen\r\n");
	ck_assert_ptr_null(strstr(feed, "X-GRIFFIE-MOMENT"));
	free(feed);
	form.todo = true, form.dutch = false;
	feed = feed_of(NULL, 0, &form);
	assert_has(feed, "BEGIN:VTODO\r\n");
	assert_has(feed, "SUMMARY:Nothing is due\r\n");
	assert_has(feed, "STATUS:COMPLETED\r\n");
	free(feed);
}
END_TEST

START_TEST(a_task_has_a_uid_of_its_own_and_a_calendar_of_its_own)
{
	struct followup f = followup_sample();
	struct feed_entry entry = entry_of(&f);
	struct feed_form form = dutch;
	form.todo = true;
	char *feed = feed_of(&entry, 1, &form);
	ck_assert_ptr_null(strstr(feed, "UID:" UID_A));
	assert_has(feed, "NAME:Voorbeeldstad (taken)\r\n");
	assert_has(feed, "DUE;VALUE=DATE:20210531\r\n");
	free(feed);
}
END_TEST

START_TEST(an_overdue_one_keeps_its_bytes)
{
	struct followup f = followup_sample();
	struct feed_entry entry = entry_of(&f);
	char *feed = feed_of(&entry, 1, &dutch);
	assert_has(feed, "Status: open\\nhttps"); /* what is late is read off the day: nothing comes from the clock */
	free(feed);
}
END_TEST

START_TEST(a_digest_leaves_the_stamps_out_and_nothing_else)
{
	struct followup f = followup_sample();
	struct feed_entry entry = entry_of(&f);
	char first[SHA256_TEXT], stamped[SHA256_TEXT], changed[SHA256_TEXT];
	char *text = feed_of(&entry, 1, &dutch);
	feed_digest(slice_of(text), first);
	free(text);
	entry.stamp.last_modified += 60, entry.stamp.sequence++;
	text = feed_of(&entry, 1, &dutch);
	feed_digest(slice_of(text), stamped);
	free(text);
	entry.party = "Lijst Twee";
	text = feed_of(&entry, 1, &dutch);
	feed_digest(slice_of(text), changed);
	free(text);
	ck_assert_str_eq(first, stamped);
	ck_assert_str_ne(first, changed);
}
END_TEST

START_TEST(no_text_of_a_paper_can_add_a_line_or_an_address)
{
	static const char nasty[] = "x\r\nATTENDEE:mailto:p@x.nl\nEND:VEVENT; 070-123 45 67 \\n \xe2\x80\xa8\x1b\"";
	struct followup f = followup_sample();
	f.item = f.title = f.rule = f.source = f.form = f.owed_by = f.date_text = f.because = nasty;
	struct quote quote = {.text = nasty};
	f.quotes = (struct quotes){&quote, 1, 1};
	struct feed_entry entry = entry_of(&f);
	entry.item_title = entry.party = entry.entry = nasty;
	struct feed_form form = dutch;
	char *feed = feed_named(nasty, &entry, 1, &form);
	ck_assert_ptr_null(strstr(feed, "\r\nATTENDEE"));
	ck_assert_ptr_null(strstr(feed, "p@x.nl"));
	ck_assert_ptr_null(strstr(feed, "123 45"));
	ck_assert_ptr_null(strstr(feed, "X-GRIFFIE-ENTRY"));
	ck_assert_ptr_null(strstr(strstr(feed, "\r\nEND:VEVENT") + 2, "\r\nEND:VEVENT"));
	free(feed);
}
END_TEST

/* The names of the lines of a component, folds left out, as "BEGIN UID ..."; and no line is too long, or begins within a character. */
static char *names_of(const char *component)
{
	struct buf names;
	buf_init(&names);
	for (const char *line = component, *end; *line; line = end + 2) {
		end = strstr(line, "\r\n");
		ck_assert_ptr_nonnull(end);
		ck_assert_int_le(end - line, 75);
		ck_assert_int_ne(line[*line == ' '] & 0xc0, 0x80);
		size_t n = strcspn(line, ";:");
		if (*line != ' ')
			buf_printf(&names, "%.*s ", (int)n, line);
	}
	return names.p;
}

/* With each text in every place, behind 1 to 80 letters, so that each of its characters once stands where a line is folded. */
static const struct {
	const char *text;
	int times;
} hostile[] = {
	{"\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n", 2},
	{"\r", 40},
	{";,\\\"':", 40},
	{"\\n\\,\\;", 40},
	{"\xe2\x80\xa8\xe2\x80\xa9\xc2\x85", 20},             /* U+2028, U+2029, U+0085 */
	{"\x1b[31m\x07\x7f", 20},                             /* ESC, BEL, DEL */
	{"\xe2\x80\xae om \xe2\x81\xa6 \xe2\x80\x8f", 20},    /* bidi */
	{"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", 30}, /* two emoji that are joined */
	{"\xf0\x9f\x87\xb3\xf0\x9f\x87\xb1 ", 30},            /* a flag */
	{"</script><script>alert(1)</script>", 5},
	{"https://x.example/;a=1,2?q=\"b\"#\\ ", 5},
	{"lang ", 2000},
	{"a", 10000},
	{"\xc3\x28\xff\xed\xa0\x80", 20}, /* no UTF-8 */
};

START_TEST(whatever_a_text_holds_the_lines_are_the_same)
{
	struct buf text, plain, out;
	struct followup f = followup_sample();
	struct quote quote = {.text = "x"};
	struct feed_entry entry = entry_of(&f);
	buf_init(&plain);
	f.quotes = (struct quotes){&quote, 1, 1};
	ck_assert_int_eq(feed_component(&entry, &dutch, &plain, NULL), OK);
	char *expected = names_of(plain.p);
	for (int shift = 1; shift <= 80; shift++) {
		buf_init(&text);
		buf_init(&out);
		buf_printf(&text, "%.*s", shift,
			   "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
		for (int i = 0; i < hostile[_i].times; i++)
			buf_add_text(&text, hostile[_i].text);
		f.item = f.title = f.rule = f.source = f.form = f.owed_by = f.date_text = f.because = text.p;
		entry.item_title = entry.party = quote.text = text.p;
		ck_assert_int_eq(feed_component(&entry, &dutch, &out, NULL), OK);
		char *names = names_of(out.p);
		ck_assert_str_eq(names, expected);
		free(names);
		buf_release(&out);
		buf_release(&text);
	}
	free(expected);
	buf_release(&plain);
}
END_TEST

START_TEST(a_summary_keeps_what_is_owed_and_stays_within_120_characters)
{
	struct followup f = followup_sample();
	f.title = "een brief over de gevolgen van het besluit voor de bewoners van de wijk";
	f.item = "een-verwijzing-die-veel-te-lang-is-om-te-tonen";
	f.review = true;
	f.date_text = "op een moment dat nog nader te bepalen is en dat volgt";
	struct feed_entry entry = entry_of(&f);
	entry.item_title = "Een titel die zo lang is dat hij nooit in zijn geheel in de samenvatting van een afspraak "
			   "past, wat er ook staat";
	char *feed = feed_of(&entry, 1, &dutch);
	const char *p = strstr(feed, "SUMMARY:") + strlen("SUMMARY:");
	size_t characters = 0;
	for (const char *end = strstr(p, "\r\n"); p < end; p++)
		characters += (*p & 0xc0) != 0x80;
	ck_assert_uint_le(characters, 120);
	ck_assert_uint_ge(characters, 90);
	assert_has(feed, "\xe2\x80\x93 een brief over de gevolgen van\xe2\x80\xa6\r\n");
	free(feed);
}
END_TEST

START_TEST(a_journal_entry_stands_as_it_is)
{
	struct followup f = followup_sample();
	struct feed_entry entry = entry_of(&f);
	entry.entry = "17 0612345678abcdef";
	char *feed = feed_of(&entry, 1, &dutch);
	assert_has(feed, "X-GRIFFIE-ENTRY:17 0612345678abcdef\r\n");
	free(feed);
}
END_TEST

START_TEST(a_refused_component_leaves_the_output_untouched)
{
	struct followup f = followup_sample();
	struct feed_entry entry = entry_of(&f);
	struct feed_form form = dutch;
	struct buf out;
	buf_init(&out);
	struct err err = {0};
	f.latest = DATE_NONE;
	ck_assert_int_eq(feed_component(&entry, &form, &out, &err), E_INVALID);
	ck_assert_ptr_nonnull(strstr(err.msg, UID_A));
	form.base_url = "http://raad.example.nl/";
	ck_assert_int_eq(feed_begin(&form, "x", &out, &err), E_INVALID);
	ck_assert_uint_eq(out.n, 0);
	buf_release(&out);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("feed");
	TCase *tcase = tcase_create("feed");
	tcase_add_test(tcase, a_follow_up_says_who_owes_what_by_when_and_why);
	tcase_add_test(tcase, the_head_is_the_same_whatever_is_in_the_feed);
	tcase_add_loop_test(tcase, what_became_of_it_stands_first, 0, (int)ARRAY_SIZE(statuses));
	tcase_add_test(tcase, a_feed_without_anything_says_so);
	tcase_add_test(tcase, a_task_has_a_uid_of_its_own_and_a_calendar_of_its_own);
	tcase_add_test(tcase, an_overdue_one_keeps_its_bytes);
	tcase_add_test(tcase, a_digest_leaves_the_stamps_out_and_nothing_else);
	tcase_add_test(tcase, no_text_of_a_paper_can_add_a_line_or_an_address);
	tcase_add_loop_test(tcase, whatever_a_text_holds_the_lines_are_the_same, 0, (int)ARRAY_SIZE(hostile));
	tcase_add_test(tcase, a_summary_keeps_what_is_owed_and_stays_within_120_characters);
	tcase_add_test(tcase, a_journal_entry_stands_as_it_is);
	tcase_add_test(tcase, a_refused_component_leaves_the_output_untouched);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
