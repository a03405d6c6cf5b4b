/* test_listener.c: at which addresses a site listens, and what it serves at all. */
#include "site/listener.h"
#include "site/site.h"
#include "tests/ingest/scratch.h"

static void make_folder(void)
{
	scratch_make();
	scratch_write("moties.ics", SLICE("BEGIN:VCALENDAR\r\n"));
}

static const struct {
	const char *address;
	enum reach reach;
	const char *url;
} addresses[] = {
	{NULL, REACH_MACHINE, "http://127.0.0.1:8080/"},
	{"127.8.9.1", REACH_MACHINE, "http://127.8.9.1:8080/"},
	{"::1", REACH_MACHINE, "http://[::1]:8080/"},
	{"::ffff:127.0.0.1", REACH_MACHINE, "http://[::ffff:127.0.0.1]:8080/"},
	{"10.1.2.3", REACH_OFFICE, "http://10.1.2.3:8080/"},
	{"172.16.0.1", REACH_OFFICE, "http://172.16.0.1:8080/"},
	{"172.31.255.255", REACH_OFFICE, "http://172.31.255.255:8080/"},
	{"192.168.1.1", REACH_OFFICE, "http://192.168.1.1:8080/"},
	{"169.254.0.1", REACH_OFFICE, "http://169.254.0.1:8080/"},
	{"fd00::1", REACH_OFFICE, "http://[fd00::1]:8080/"},
	{"fe80::1", REACH_OFFICE, "http://[fe80::1]:8080/"},
	{"172.32.0.1", REACH_PUBLIC, "http://172.32.0.1:8080/"},
	{"172.15.0.1", REACH_PUBLIC, "http://172.15.0.1:8080/"},
	{"0.0.0.0", REACH_PUBLIC, "http://0.0.0.0:8080/"},
	{"::", REACH_PUBLIC, "http://[::]:8080/"},
	{"192.0.2.1", REACH_PUBLIC, "http://192.0.2.1:8080/"},
	{"2001:db8::1", REACH_PUBLIC, "http://[2001:db8::1]:8080/"},
	{"::ffff:192.0.2.1", REACH_PUBLIC, "http://[::ffff:192.0.2.1]:8080/"},
};

START_TEST(an_address_is_of_the_machine_the_office_or_the_public)
{
	struct listener listener;
	struct err err = {0};
	char url[80];
	ck_assert_int_eq(listener_parse(addresses[_i].address, 8080, &listener, &err), OK);
	ck_assert_msg(listener_reach(&listener) == addresses[_i].reach, "%s", addresses[_i].url);
	listener_url(&listener, url, sizeof url);
	ck_assert_str_eq(url, addresses[_i].url);
}
END_TEST

static enum status try_to_open(const char *folder, const char *address, int port, bool behind_proxy, struct err *err)
{
	struct site *tried = NULL;
	struct site_options options = {
		.folder = folder, .address = address, .port = port, .behind_proxy = behind_proxy};
	enum status status = site_open(&options, &tried, err);
	ck_assert_int_eq(status == OK, tried != NULL);
	site_free(tried);
	return status;
}

START_TEST(a_public_address_needs_a_proxy)
{
	struct err err = {0};
	ck_assert_int_eq(try_to_open(scratch, "0.0.0.0", 0, false, &err), E_REFUSED);
	ck_assert_ptr_nonnull(strstr(err.msg, "'0.0.0.0' is a public address"));
	ck_assert_int_eq(try_to_open(scratch, "::", 0, false, &err), E_REFUSED);
	ck_assert_int_eq(try_to_open(scratch, "192.0.2.1", 0, false, &err), E_REFUSED);
	ck_assert_int_eq(try_to_open(scratch, "0.0.0.0", 0, true, &err), OK);
}
END_TEST

START_TEST(what_is_no_address_is_said)
{
	static const char *const none[] = {"", "localhost", "127.0.0.1:80", "1.2.3", "[::1]", "::1%lo", "127.0.0.01"};
	for (size_t i = 0; i < ARRAY_SIZE(none); i++) {
		struct err err = {0};
		ck_assert_msg(try_to_open(scratch, none[i], 0, false, &err) == E_USAGE, "%s", none[i]);
	}
}
END_TEST

START_TEST(a_port_that_is_taken_is_said)
{
	struct err err = {0};
	struct site *first = NULL;
	struct site_options options = {.folder = scratch};
	ck_assert_int_eq(site_open(&options, &first, &err), OK);
	ck_assert_int_eq(try_to_open(scratch, NULL, site_port(first), false, &err), E_IO);
	ck_assert_str_eq(err.msg, arena_printf(arena, "cannot listen at %s: Address already in use", site_url(first)));
	site_free(first);
}
END_TEST

START_TEST(a_folder_in_which_nothing_was_published_is_refused)
{
	struct err err = {0};
	ck_assert_int_eq(try_to_open(scratch, NULL, 0, false, &err), OK);
	ck_assert_int_eq(try_to_open(scratch_path("none"), NULL, 0, false, &err), E_NOT_FOUND);
	ck_assert_int_eq(try_to_open(scratch_path("moties.ics"), NULL, 0, false, &err), E_NOT_FOUND);
	mkdir(scratch_path("papers"), 0755);
	scratch_write("papers/griffie.db", SLICE("SQLite format 3"));
	ck_assert_int_eq(try_to_open(scratch_path("papers"), NULL, 0, false, &err), E_INVALID);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("listener");
	TCase *tcase = tcase_create("listener");
	tcase_add_checked_fixture(tcase, make_folder, scratch_remove);
	tcase_add_loop_test(tcase, an_address_is_of_the_machine_the_office_or_the_public, 0,
			    (int)ARRAY_SIZE(addresses));
	tcase_add_test(tcase, a_public_address_needs_a_proxy);
	tcase_add_test(tcase, what_is_no_address_is_said);
	tcase_add_test(tcase, a_port_that_is_taken_is_said);
	tcase_add_test(tcase, a_folder_in_which_nothing_was_published_is_refused);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
