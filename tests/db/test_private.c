/* Private feeds: the register knows the digest, the journal that it was there, and names stand in the clear in neither. */
#include "hash/token.h"
#include "tests/db/store.h"

#include <sqlite3.h>

static struct store s;

static void setup(void)
{
	store_init(&s);
}

static void teardown(void)
{
	store_release(&s);
}

static struct private_feed feed_make(const char *name, const char *token)
{
	char *digest = arena_alloc(s.arena, SHA256_TEXT);
	token_digest(token, digest);
	return (struct private_feed){digest, name, "party=VVD", date_make(2025, 1, 1)};
}

static enum status add(const struct private_feed *feed)
{
	MUST(&s, db_begin(s.db, &s.err));
	enum status status = db_private_feed_add(s.db, feed, &s.err);
	if (status == OK)
		MUST(&s, db_commit(s.db, &s.err));
	else
		db_rollback(s.db);
	return status;
}

static enum status removal(const char *name)
{
	MUST(&s, db_begin(s.db, &s.err));
	enum status status = db_private_feed_remove(s.db, name, &s.err);
	if (status == OK)
		MUST(&s, db_commit(s.db, &s.err));
	else
		db_rollback(s.db);
	return status;
}

/* "name filters, ..." */
static const char *feeds(void)
{
	struct private_feeds all = {0};
	const char *text = "";
	MUST(&s, db_private_feed_list(s.db, s.arena, &all, &s.err));
	for (size_t i = 0; i < all.n; i++)
		text = arena_printf(s.arena, "%s%s%s %s", text, i ? ", " : "", all.v[i].name, all.v[i].filters);
	return text;
}

static bool file_holds(const char *words)
{
	struct buf bytes;
	char part[4096];
	buf_init(&bytes);
	FILE *file = fopen(s.path, "rb");
	for (size_t n; (n = fread(part, 1, sizeof part, file)) > 0;)
		buf_add(&bytes, part, n);
	fclose(file);
	bool found = memmem(bytes.p, bytes.n, words, strlen(words)) != NULL;
	buf_release(&bytes);
	return found;
}

START_TEST(a_feed_is_listed_until_it_is_revoked)
{
	struct private_feed b = feed_make("b", "11111111111111111111111111111111");
	struct private_feed a = feed_make("a", "22222222222222222222222222222222");
	MUST(&s, add(&b));
	MUST(&s, add(&a));
	ck_assert_str_eq(feeds(), "a party=VVD, b party=VVD");
	ck_assert_int_eq(store_bad(&s), 0);
	MUST(&s, removal("a"));
	ck_assert_str_eq(feeds(), "b party=VVD");
	ck_assert_int_eq(store_bad(&s), 0);
	ck_assert_int_eq(store_entries(&s), 3);
}
END_TEST

START_TEST(a_name_is_of_one_feed_and_free_again_when_that_is_revoked)
{
	struct private_feed one = feed_make("a", "11111111111111111111111111111111");
	struct private_feed two = feed_make("a", "22222222222222222222222222222222");
	MUST(&s, add(&one));
	ck_assert_int_eq(add(&two), E_REFUSED);
	ck_assert_ptr_nonnull(strstr(s.err.msg, "rotate"));
	MUST(&s, removal("a"));
	ck_assert_int_eq(removal("a"), E_NOT_FOUND);
	MUST(&s, add(&two));
	ck_assert_int_eq(store_bad(&s), 0);
}
END_TEST

START_TEST(the_register_does_not_know_the_token)
{
	struct private_feed feed = feed_make("a", "1234567890abcdef1234567890abcdef");
	MUST(&s, add(&feed));
	ck_assert(file_holds(feed.digest));
	ck_assert(!file_holds("1234567890abcdef1234567890abcdef"));
}
END_TEST

START_TEST(a_row_that_nobody_recorded_or_that_was_changed_is_found)
{
	static const char *const attacks[] = {
		"DELETE FROM private_feed",
		"UPDATE private_feed SET filters = ''",
		"UPDATE private_feed SET name = 'b'",
		"INSERT INTO private_feed SELECT upper(digest), 'c', '', day, entry FROM private_feed",
	};
	struct private_feed feed = feed_make("a", "11111111111111111111111111111111");
	sqlite3 *other = NULL;
	MUST(&s, add(&feed));
	ck_assert_int_eq(store_bad(&s), 0);
	ck_assert_int_eq(sqlite3_open(s.path, &other), SQLITE_OK);
	ck_assert_int_eq(sqlite3_exec(other, attacks[_i], NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(other);
	ck_assert_int_eq(store_bad(&s), 1);
}
END_TEST

START_TEST(tokens_are_128_bits_and_none_comes_twice)
{
	char tokens[64][TOKEN_TEXT];
	for (int i = 0; i < 64; i++) {
		token_make(tokens[i]);
		ck_assert_uint_eq(strspn(tokens[i], "0123456789abcdef"), 32);
		ck_assert_uint_eq(strlen(tokens[i]), 32);
		for (int k = 0; k < i; k++)
			ck_assert_str_ne(tokens[i], tokens[k]);
	}
}
END_TEST

START_TEST(a_digest_is_the_same_only_when_each_digit_is)
{
	char a[SHA256_TEXT], b[SHA256_TEXT];
	token_digest("11111111111111111111111111111111", a);
	token_digest("11111111111111111111111111111112", b);
	ck_assert(token_digest_is(a, a));
	ck_assert(!token_digest_is(a, b));
	ck_assert(!token_digest_is(a, ""));
	memcpy(b, a, sizeof b);
	b[SHA256_TEXT - 2] = b[SHA256_TEXT - 2] == '0' ? '1' : '0';
	ck_assert(!token_digest_is(a, b));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("private");
	TCase *tc = tcase_create("private");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, a_feed_is_listed_until_it_is_revoked);
	tcase_add_test(tc, a_name_is_of_one_feed_and_free_again_when_that_is_revoked);
	tcase_add_test(tc, the_register_does_not_know_the_token);
	tcase_add_loop_test(tc, a_row_that_nobody_recorded_or_that_was_changed_is_found, 0, 4);
	tcase_add_test(tc, tokens_are_128_bits_and_none_comes_twice);
	tcase_add_test(tc, a_digest_is_the_same_only_when_each_digit_is);
	suite_add_tcase(suite, tc);
	return suite_run(suite);
}
