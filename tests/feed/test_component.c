/* test_component.c: what is written is what libical reads, and any change is seen. */
#include "feed/component.h"

#include <check.h>
#include <stdlib.h>

static struct component sample(bool todo)
{
	return (struct component){
		.todo = todo,
		.uid = "5e0b7a44-0f6b-5a3e-9c1d-2b7f4d1e8a60",
		.of = "5e0b7a44-0f6b-5a3e-9c1d-2b7f4d1e8a60",
		.created = 1612476000,
		.last_modified = 1614590100,
		.sequence = 2,
		.earliest = date_make(2021, 3, 1),
		.latest = date_make(2021, 5, 31),
		.summary = "Uiterlijk: M1 Groene; daken, en \"meer\"",
		.description = "een; twee, drie\nhttps://raad.example.nl/m",
		.url = "https://raad.example.nl/m",
		.categories = {"Motie", "Termijn vaag"},
		.edtf = "2021-21",
		.precision = "season",
		.words = "in het voorjaar; of, later",
		.entry = "17 ab12",
	};
}

static const char event[] = "BEGIN:VEVENT\r\n"
			    "UID:5e0b7a44-0f6b-5a3e-9c1d-2b7f4d1e8a60\r\n"
			    "DTSTAMP:20210301T091500Z\r\n"
			    "CREATED:20210204T220000Z\r\n"
			    "LAST-MODIFIED:20210301T091500Z\r\n"
			    "SEQUENCE:2\r\n"
			    "DTSTART;VALUE=DATE:20210531\r\n"
			    "DTEND;VALUE=DATE:20210601\r\n"
			    "SUMMARY:Uiterlijk: M1 Groene\\; daken\\, en \"meer\"\r\n"
			    "DESCRIPTION:een\\; twee\\, drie\\nhttps://raad.example.nl/m\r\n"
			    "URL:https://raad.example.nl/m\r\n"
			    "CATEGORIES:Motie,Termijn vaag\r\n"
			    "CLASS:PUBLIC\r\n"
			    "STATUS:CONFIRMED\r\n"
			    "TRANSP:TRANSPARENT\r\n"
			    "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"
			    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n"
			    "X-GRIFFIE-MOMENT;X-EDTF=2021-21;X-EARLIEST=20210301;X-LATEST=20210531;X-PRE\r\n"
			    " CISION=season:in het voorjaar\\; of\\, later\r\n"
			    "X-GRIFFIE-ENTRY:17 ab12\r\n"
			    "END:VEVENT\r\n";

START_TEST(an_event_has_these_bytes)
{
	struct component c = sample(false);
	struct buf out;
	buf_init(&out);
	ck_assert_int_eq(component_format(&c, &out, NULL), OK);
	ck_assert_str_eq(out.p, event);
	buf_release(&out);
}
END_TEST

static const struct {
	enum standing standing;
	bool todo;
	const char *part;
} standings[] = {
	{STANDING_OPEN, false, "STATUS:CONFIRMED\r\nTRANSP"},
	{STANDING_DONE, false, "STATUS:CONFIRMED\r\nTRANSP"},
	{STANDING_CANCELLED, false, "STATUS:CANCELLED\r\nTRANSP"},
	{STANDING_OPEN, true, "DTSTART;VALUE=DATE:20210301\r\nDUE;VALUE=DATE:20210531\r\n"},
	{STANDING_OPEN, true, "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\n"},
	{STANDING_DONE, true, "STATUS:COMPLETED\r\nCOMPLETED:20210615T120000Z\r\nPERCENT-COMPLETE:100\r\n"},
	{STANDING_CANCELLED, true, "STATUS:CANCELLED\r\nPERCENT-COMPLETE:0\r\n"},
};

START_TEST(a_standing_has_its_status)
{
	struct component c = sample(standings[_i].todo);
	c.standing = standings[_i].standing;
	c.completed = 1623758400;
	struct buf out;
	buf_init(&out);
	ck_assert_int_eq(component_format(&c, &out, NULL), OK);
	ck_assert_msg(strstr(out.p, standings[_i].part), "no %s in %s", standings[_i].part, out.p);
	buf_release(&out);
}
END_TEST

START_TEST(a_task_of_one_day_has_no_start)
{
	struct component c = sample(true);
	c.earliest = c.latest;
	struct buf out;
	buf_init(&out);
	ck_assert_int_eq(component_format(&c, &out, NULL), OK);
	ck_assert_ptr_null(strstr(out.p, "DTSTART"));
	buf_release(&out);
}
END_TEST

START_TEST(any_other_text_is_not_the_component)
{
	static const struct {
		const char *was;
		const char *is;
	} changes[] = {{"20210531\r\nDTEND", "20210530\r\nDTEND"},
		       {"Groene\\;", "Groene;;"},
		       {"CLASS:PUBLIC\r\n", "CLASS:PUBLIC\r\nCLASS:PUBLIC\r\n"},
		       {"SEQUENCE:2\r\n", ""},
		       {"X-LATEST=20210531", "X-LATEST=20210530"},
		       {"\\, later", "\\, latex"},
		       {",Termijn", ""},
		       {"END:VEVENT", "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT"}};
	struct component c = sample(false);
	ck_assert(component_is_text(&c, event));
	for (size_t i = 0; i < ARRAY_SIZE(changes); i++) {
		const char *at = strstr(event, changes[i].was);
		ck_assert_ptr_nonnull(at);
		struct buf text;
		buf_init(&text);
		buf_add(&text, event, (size_t)(at - event));
		buf_add_text(&text, changes[i].is);
		buf_add_text(&text, at + strlen(changes[i].was));
		ck_assert_msg(!component_is_text(&c, text.p), "'%s' is taken for '%s'", changes[i].is, changes[i].was);
		buf_release(&text);
	}
	ck_assert(!component_is_text(&c, ""));
	ck_assert(!component_is_text(&c, "nonsense"));
}
END_TEST

START_TEST(what_does_not_survive_is_refused_by_name)
{
	struct component broken[5];
	for (size_t i = 0; i < ARRAY_SIZE(broken); i++)
		broken[i] = sample(false);
	broken[0].summary = "a\rb"; /* the library drops a CR inside a text */
	broken[0].url = "https://raad.example.nl/\r\nX-A:1";
	broken[1].latest = date_make(2199, 12, 31);
	broken[2].created = broken[2].last_modified + 1;
	broken[3].last_modified = INT64_MAX;
	broken[4].sequence = -1;
	for (size_t i = 0; i < ARRAY_SIZE(broken); i++) {
		struct buf out;
		buf_init(&out);
		struct err err = {0};
		ck_assert_int_eq(component_format(&broken[i], &out, &err), E_INVALID);
		ck_assert_ptr_nonnull(strstr(err.msg, broken[i].of));
		ck_assert_uint_eq(out.n, 0);
		buf_release(&out);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("component");
	TCase *tcase = tcase_create("component");
	tcase_add_test(tcase, an_event_has_these_bytes);
	tcase_add_loop_test(tcase, a_standing_has_its_status, 0, (int)ARRAY_SIZE(standings));
	tcase_add_test(tcase, a_task_of_one_day_has_no_start);
	tcase_add_test(tcase, any_other_text_is_not_the_component);
	tcase_add_test(tcase, what_does_not_survive_is_refused_by_name);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
