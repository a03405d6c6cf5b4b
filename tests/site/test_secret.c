/* Messages about private feeds do not tell where they are. */
#include "site/secret.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

static const char *hidden(const char *message)
{
	static struct err err;
	snprintf(err.msg, sizeof err.msg, "%s", message);
	secret_hide(&err);
	return err.msg;
}

START_TEST(a_message_loses_the_name_of_a_private_file)
{
	ck_assert_str_eq(hidden("'site/private/0123456789abcdef-tasks.ics.aB3_x' cannot be written: disk full"),
			 "'site/private/*' cannot be written: disk full");
	ck_assert_str_eq(hidden("private/a.ics, private/b.ics"), "private/*, private/*");
	ck_assert_str_eq(hidden("'site/private/' cannot be made: no"), "'site/private/' cannot be made: no");
	ck_assert_str_eq(hidden("'site/feeds/a.ics' cannot be written"), "'site/feeds/a.ics' cannot be written");
	secret_hide(NULL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("secret");
	TCase *tc = tcase_create("secret");
	tcase_add_test(tc, a_message_loses_the_name_of_a_private_file);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
