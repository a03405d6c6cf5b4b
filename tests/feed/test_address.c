/* test_address.c: addresses are https URIs, whatever a person or a paper gives. */
#include "feed/address.h"

#include <check.h>
#include <stdlib.h>

static const struct {
	const char *base;
	const char *out; /* NULL: refused */
} bases[] = {
	{NULL, "https://griffie.invalid/"},
	{"https://raad.example.nl/", "https://raad.example.nl/"},
	{"https://raad.example.nl", "https://raad.example.nl/"},
	{"https://raad.example.nl/opvolging", "https://raad.example.nl/opvolging/"},
	{"https://raad.example.nl/een%20raad/", "https://raad.example.nl/een%20raad/"},
	{"", NULL},
	{"https://raad.example.nl/zaak?id=", NULL},
	{"http://raad.example.nl/", NULL},
	{"https://", NULL},
	{"https:///zaken/", NULL},
	{"https://griffier@raad.example.nl/", NULL},
	{"https://raad.example.nl/een raad/", NULL},
	{"https://raad.example.nl/\r\nX:1", NULL},
	{"https://raad.example.nl/\xc3\xa9", NULL},
	{"https://raad.example.nl/%2", NULL},
	{"https://raad.example.nl/#", NULL},
	{"https://raad.example.nl/\"", NULL},
};

START_TEST(a_base_is_taken_or_refused_with_a_remedy)
{
	struct arena *arena = arena_new();
	const char *out = NULL;
	struct err err = {0};
	enum status status = address_base(bases[_i].base, arena, &out, &err);
	if (bases[_i].out) {
		ck_assert_int_eq(status, OK);
		ck_assert_str_eq(out, bases[_i].out);
	} else {
		ck_assert_msg(status == E_INVALID && !out, "'%s' was taken", bases[_i].base);
		ck_assert_ptr_nonnull(strstr(err.msg, "give one such as"));
	}
	arena_free(arena);
}
END_TEST

START_TEST(a_reference_is_the_name_of_a_page)
{
	struct arena *arena = arena_new();
	ck_assert_str_eq(address_of("https://x.nl/", "RIS1-a_b.c~", "t", arena),
			 "https://x.nl/items/RIS1-a_5Fb.c_7E.html#t");
	ck_assert_str_eq(address_of("https://x.nl/", "../b #?\r\n\xc3\xa9", "t", arena),
			 "https://x.nl/items/_2E._2Fb_20_23_3F_0D_0A_C3_A9.html#t");
	char longest[400] = "";
	memset(longest, 'a', sizeof longest - 1);
	const char *one = address_page(longest, arena);
	longest[sizeof longest - 2] = 'b';
	ck_assert_str_ne(one, address_page(longest, arena));
	ck_assert_uint_lt(strlen(one), 200);
	arena_free(arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("address");
	TCase *tcase = tcase_create("address");
	tcase_add_loop_test(tcase, a_base_is_taken_or_refused_with_a_remedy, 0, (int)ARRAY_SIZE(bases));
	tcase_add_test(tcase, a_reference_is_the_name_of_a_page);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
