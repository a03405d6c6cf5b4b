/* test_sha256.c: the vectors of FIPS 180-4, and bytes that text functions stumble over. */
#include "hash/sha256.h"

#include <check.h>
#include <stdlib.h>

static const struct {
	struct slice bytes;
	const char *digest;
} cases[] = {
	{{"", 0}, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
	{{"abc", 3}, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
	{{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56},
	 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
	{{"\0", 1}, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
};

START_TEST(a_digest_is_lower_case_hexadecimal)
{
	char digest[SHA256_TEXT];
	sha256_text(cases[_i].bytes.p, cases[_i].bytes.n, digest);
	ck_assert_str_eq(digest, cases[_i].digest);
}
END_TEST

START_TEST(a_million_letters_have_the_published_digest)
{
	enum { MILLION = 1000000 };
	char *letters = malloc(MILLION);
	ck_assert_ptr_nonnull(letters);
	memset(letters, 'a', MILLION);
	char digest[SHA256_TEXT];
	sha256_text(letters, MILLION, digest);
	free(letters);
	ck_assert_str_eq(digest, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
END_TEST

START_TEST(the_bytes_of_a_file_have_the_digest_of_their_text)
{
	static char text[200000];
	char digest[SHA256_TEXT], of_file[SHA256_TEXT];
	memset(text, 'a', sizeof text);
	FILE *file = tmpfile();
	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(text, 1, sizeof text, file), sizeof text);
	fflush(file);
	sha256_text(text, sizeof text, digest);
	ck_assert(sha256_file(fileno(file), sizeof text, of_file));
	ck_assert_str_eq(of_file, digest);
	ck_assert(!sha256_file(fileno(file), sizeof text - 1, of_file));
	ck_assert(!sha256_file(fileno(file), sizeof text + 1, of_file));
	ck_assert(!sha256_file(-1, 0, of_file));
	fclose(file);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("sha256");
	TCase *tcase = tcase_create("sha256");
	tcase_add_loop_test(tcase, a_digest_is_lower_case_hexadecimal, 0, (int)ARRAY_SIZE(cases));
	tcase_add_test(tcase, a_million_letters_have_the_published_digest);
	tcase_add_test(tcase, the_bytes_of_a_file_have_the_digest_of_their_text);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
