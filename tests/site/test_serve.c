/* test_serve.c: what a site answers to requests, good and hostile, and to what may lie in its folder. */
#include "hash/sha256.h"
#include "tests/site/serving.h"

#include <sys/resource.h>

static const char *const everywhere[][2] = {
	{"X-Content-Type-Options", "nosniff"},
	{"X-Frame-Options", "DENY"},
	{"Referrer-Policy", "no-referrer"},
	{"Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
				    "form-action 'none'; frame-ancestors 'none'"},
};

/* ---- files ---- */

START_TEST(a_calendar_is_sent_with_all_that_its_clients_need)
{
	char hash[SHA256_TEXT];
	struct timespec when[2] = {{.tv_sec = 784111777}, {.tv_sec = 784111777}};
	ck_assert_int_eq(utimensat(AT_FDCWD, scratch_path("moties.ics"), when, 0), 0);
	sha256_text(CALENDAR, strlen(CALENDAR), hash);
	struct buf answer = ask("GET", "/moties.ics", "");
	ck_assert_str_eq(statuses(&answer), "200");
	ck_assert_str_eq(header(&answer, "Content-Type"), "text/calendar; charset=utf-8");
	ck_assert_str_eq(header(&answer, "Content-Disposition"), "inline; filename=\"moties.ics\"");
	ck_assert_str_eq(header(&answer, "ETag"), arena_printf(arena, "\"%s\"", hash));
	ck_assert_str_eq(header(&answer, "Last-Modified"), "Sun, 06 Nov 1994 08:49:37 GMT");
	ck_assert_str_eq(header(&answer, "Cache-Control"), "public, max-age=900");
	ck_assert_str_eq(header(&answer, "Content-Length"), arena_printf(arena, "%zu", strlen(CALENDAR)));
	ck_assert_ptr_null(header(&answer, "Server"));
	ck_assert_str_eq(body_of(&answer), CALENDAR);
	buf_release(&answer);
}
END_TEST

START_TEST(head_is_get_without_the_body)
{
	struct buf get = ask("GET", "/moties.ics", ""), head = ask("HEAD", "/moties.ics", "");
	size_t n = (size_t)(body_of(&get) - get.p);
	const char *dates[] = {strstr(get.p, "Date: "), strstr(head.p, "Date: ")};
	ck_assert_uint_eq(head.n, n);
	ck_assert_int_eq(
		strncmp(strchr(dates[0], '\n'), strchr(dates[1], '\n'), n - (size_t)(strchr(dates[0], '\n') - get.p)),
		0);
	buf_release(&get);
	buf_release(&head);
}
END_TEST

static const struct {
	const char *path;
	const char *status;
	const char *type; /* NULL: text/plain, of a refusal */
} paths[] = {
	{"/", "200", "text/html; charset=utf-8"},
	{"/index.html", "200", "text/html; charset=utf-8"},
	{"/feeds.json", "200", "application/json"},
	{"/moties.ics?from=anywhere&x=%00", "400", NULL},
	{"/moties.ics?from=anywhere", "200", "text/calendar; charset=utf-8"},
	{"/private/3q2-7wABAgMEBQYHCAkKCw.ics", "200", "text/calendar; charset=utf-8"},
	{"/private/3Q2-7wABAgMEBQYHCAkKCw.ics", "404", NULL},
	{"/private/3q2-7wABAgMEBQYHCAkKC.ics", "404", NULL},
	{"/private/", "404", NULL},
	{"/private", "404", NULL},
	{"/moties.ics/", "404", NULL},
	{"/moties.ics/moties.ics", "404", NULL},
	{"//moties.ics", "404", NULL},
	{"/./moties.ics", "404", NULL},
	{"/private/../moties.ics", "404", NULL},
	{"/..", "404", NULL},
	{"/../../../../etc/passwd", "404", NULL},
	{"/%2e%2e/moties.ics", "404", NULL},
	{"/%6doties.ics", "404", NULL},
	{"/private%2f3q2-7wABAgMEBQYHCAkKCw.ics", "404", NULL},
	{"/moties.ics%00", "400", NULL},
	{"/moties.ics%00.html", "400", NULL},
	{"/moties.ics#x", "400", NULL},
	{"/private\\3q2-7wABAgMEBQYHCAkKCw.ics", "400", NULL},
	{"/\xc0\xae\xc0\xae/moties.ics", "400", NULL},
	{"/moties\x1b[2J.ics", "400", NULL},
	{"/a b", "400", NULL},
	{"moties.ics", "400", NULL},
	{"*", "400", NULL},
	{"http://a/moties.ics", "400", NULL},
	{"/.hidden.ics", "404", NULL},
	{"/.well-known/security.txt", "200", "text/plain; charset=utf-8"},
	{"/.well-known/other.txt", "404", NULL},
	{"/register.db", "404", NULL},
	{"/noot", "404", NULL},
	{"/link.ics", "404", NULL},
	{"/linked/moties.ics", "404", NULL},
	{"/pipe.ics", "404", NULL},
	{"/folder.ics", "404", NULL},
	{"/empty.ics", "503", NULL},
};

/* Beside what is published lies what is not. */
static void put_others(void)
{
	scratch_write(".hidden.ics", SLICE(CALENDAR));
	scratch_write("register.db", SLICE("SQLite format 3"));
	scratch_write("noot", SLICE("noot\n"));
	scratch_write("empty.ics", SLICE(""));
	mkdir(scratch_path(".well-known"), 0755);
	scratch_write(".well-known/security.txt", SLICE("Contact: mailto:griffie@example.org\n"));
	scratch_write(".well-known/other.txt", SLICE("other\n"));
	mkdir(scratch_path("folder.ics"), 0755);
	ck_assert_int_eq(mkfifo(scratch_path("pipe.ics"), 0644), 0);
	ck_assert_int_eq(symlink("moties.ics", scratch_path("link.ics")), 0);
	ck_assert_int_eq(symlink(".", scratch_path("linked")), 0);
}

START_TEST(a_path_is_a_published_file_or_nothing)
{
	put_others();
	struct buf answer = ask("GET", paths[_i].path, "");
	const char *type = paths[_i].type ? paths[_i].type : "text/plain; charset=utf-8";
	ck_assert_msg(strcmp(statuses(&answer), paths[_i].status) == 0, "%s: %s", paths[_i].path, answer.p);
	ck_assert_msg(strcmp(header(&answer, "Content-Type"), type) == 0, "%s: %s", paths[_i].path, answer.p);
	for (size_t i = 0; i < ARRAY_SIZE(everywhere); i++)
		ck_assert_str_eq(header(&answer, everywhere[i][0]), everywhere[i][1]);
	buf_release(&answer);
}
END_TEST

START_TEST(a_secret_address_is_kept_by_no_shared_cache)
{
	struct buf answer = ask("GET", "/private/3q2-7wABAgMEBQYHCAkKCw.ics", "");
	ck_assert_str_eq(header(&answer, "Cache-Control"), "private, max-age=900");
	ck_assert_str_eq(header(&answer, "X-Robots-Tag"), "noindex");
	buf_release(&answer);
}
END_TEST

static const char *without_date(const struct buf *answer)
{
	const char *date = strstr(answer->p, "Date: ");
	return arena_printf(arena, "%.*s%s", (int)(date - answer->p), answer->p, strchr(date, '\n'));
}

START_TEST(a_revoked_address_looks_as_one_that_never_was)
{
	struct buf unknown = ask("GET", "/private/AAAAAAAAAAAAAAAAAAAAAA.ics", "");
	struct buf before = ask("HEAD", "/private/3q2-7wABAgMEBQYHCAkKCw.ics", "");
	remove(scratch_path("private/3q2-7wABAgMEBQYHCAkKCw.ics"));
	struct buf revoked = ask("GET", "/private/3q2-7wABAgMEBQYHCAkKCw.ics", "");
	ck_assert_str_eq(statuses(&before), "200");
	ck_assert_str_eq(statuses(&revoked), "404");
	ck_assert_str_eq(without_date(&revoked), without_date(&unknown));
	buf_release(&unknown);
	buf_release(&before);
	buf_release(&revoked);
}
END_TEST

/* ---- conditions ---- */

static const struct {
	const char *headers; /* %s is the ETag, in its quotes */
	const char *status;
} conditions[] = {
	{"If-None-Match: %s\r\n", "304"},
	{"if-none-match:%s\r\n", "304"},
	{"If-None-Match: W/%s\r\n", "304"},
	{"If-None-Match: *\r\n", "304"},
	{"If-None-Match: \"a,b\", W/\"c\" ,%s\r\n", "304"},
	{"If-None-Match: \"a\"\r\nIf-None-Match: %s\r\n", "304"},
	{"If-None-Match: \"a\"\r\n", "200"},
	{"If-None-Match: \"a,%s\r\n", "200"},
	{"If-None-Match: \"a\"\r\nIf-Modified-Since: Sun, 06 Nov 2050 08:49:37 GMT\r\n", "200"},
	{"If-None-Match: %s\r\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT\r\n", "304"},
	{"If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n", "304"},
	{"If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT\r\n", "304"},
	{"If-Modified-Since: Sun Nov  6 08:49:37 1994\r\n", "304"},
	{"If-Modified-Since: Sun, 06 Nov 1994 08:49:36 GMT\r\n", "200"},
	{"If-Modified-Since: yesterday\r\n", "200"},
	{"If-Range: %s\r\nRange: bytes=0-3\r\n", "200"},
	{"Authorization: Bearer x\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\nCookie: a=b\r\n", "200"},
};

START_TEST(a_client_that_has_the_file_is_told_so)
{
	struct timespec when[2] = {{.tv_sec = 784111777}, {.tv_sec = 784111777}};
	utimensat(AT_FDCWD, scratch_path("moties.ics"), when, 0);
	struct buf first = ask("HEAD", "/moties.ics", "");
	const char *etag = header(&first, "ETag"), *headers = conditions[_i].headers;
	const char *at = strstr(headers, "%s");
	if (at)
		headers = arena_printf(arena, "%.*s%s%s", (int)(at - headers), headers, etag, at + 2);
	struct buf answer = ask("GET", "/moties.ics", headers);
	ck_assert_msg(strcmp(statuses(&answer), conditions[_i].status) == 0, "%s: %s", headers, answer.p);
	ck_assert_str_eq(body_of(&answer), *conditions[_i].status == '3' ? "" : CALENDAR);
	ck_assert_str_eq(header(&answer, "ETag"), etag);
	ck_assert_str_eq(header(&answer, "Last-Modified"), "Sun, 06 Nov 1994 08:49:37 GMT");
	ck_assert_str_eq(header(&answer, "Cache-Control"), "public, max-age=900");
	ck_assert_str_eq(header(&answer, everywhere[0][0]), everywhere[0][1]);
	buf_release(&first);
	buf_release(&answer);
}
END_TEST

/* ---- hostile requests ---- */

#define G         "GET / HTTP/1.1\r\n"
#define H         "Host: a\r\n"
#define S         "GET /moties.ics HTTP/1.1\r\nHost: a\r\n\r\n" /* smuggled behind */
#define RAW(text) text, sizeof(text) - 1

static const struct {
	const char *bytes;
	size_t n;
	const char *status;
} hostile[] = {
	{RAW("GET / HTTP/1.1\nHost: a\n\n"), "400"},
	{RAW("GET / HTTP/1.1\nHost: a\r\n\r\n"), "400"},
	{RAW(G "Host: a\nX: y\r\n\r\n"), "400"},
	{RAW(G "Host: a\nX:  y\r\n\r\n"), "400"},
	{RAW(G H "\n" S), "400"},
	{RAW(G "Host: a\rX: y\r\n\r\n"), "400"},
	{RAW(G "\r\n"), "400"},
	{RAW(G H "Host: b\r\n\r\n" S), "400"},
	{RAW(G "Host : a\r\n\r\n"), "400"},
	{RAW(G "Host: a, b\r\n\r\n"), "400"},
	{RAW(G "Host: a/b\r\n\r\n"), "400"},
	{RAW(G H "X: a\r\n b\r\n\r\n"), "400"},
	{RAW(G "Host: a\r\n b\r\n\r\n"), "400"},
	{RAW(G H "X: a\0b\r\n\r\n"), "400"},
	{RAW(G H "X: a\033b\r\n\r\n"), "400"},
	{RAW(G H ": b\r\n\r\n"), "400"},
	{RAW(G H "foo\r\n\r\n"), "400"},
	{RAW("GET /moties.ics\0 HTTP/1.1\r\n" H "\r\n"), "400"},
	{RAW("GET  / HTTP/1.1\r\n" H "\r\n"), "400"},
	{RAW(G H "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" S), "400"},
	{RAW(G H "Content-Length: 0\r\nTransfer-Encoding:\tchunked\r\n\r\n0\r\n\r\n" S), "400"},
	{RAW(G H "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" S), "400"},
	{RAW(G H "Transfer-Encoding: xchunked\r\n\r\n" S), "400"},
	{RAW(G H "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n"), "400"},
	{RAW(G H "Content-Length: 0\r\nContent-Length: 38\r\n\r\n" S), "400"},
	{RAW(G H "Content-Length: 38\r\n\r\n" S), "400"},
	{RAW(G H "Content-Length: 1000000\r\n\r\n"), "413"},
	{RAW(G H "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"), "400"},
	{RAW("GET / HTTP/1.2\r\n" H "\r\n"), "505"},
	{RAW("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), "505"},
	{RAW("GET /\r\n\r\n"), "400"},
	{RAW("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"), ""},
	{RAW("POST / HTTP/1.1\r\n" H "Content-Length: 38\r\n\r\n" S), "405"},
	{RAW("PUT / HTTP/1.1\r\n" H "\r\n" S), "405"},
	{RAW("DELETE /moties.ics HTTP/1.1\r\n" H "\r\n"), "405"},
	{RAW("OPTIONS / HTTP/1.1\r\n" H "\r\n"), "405"},
	{RAW("PROPFIND / HTTP/1.1\r\n" H "\r\n"), "405"},
	{RAW("TRACE / HTTP/1.1\r\n" H "\r\n"), "405"},
	{RAW("get / HTTP/1.1\r\n" H "\r\n"), "405"},
	{RAW("FOO / HTTP/1.1\r\n" H "\r\n"), "405"},
	{RAW("GET / HTTP/1.0\r\n\r\n"), "200"},
	{RAW("\r\n" G H "Connection: close\r\n\r\n"), "200"},
	{RAW(G H "\r\n" G H "Connection: close\r\n\r\n"), "200 200"},
	{RAW(G H "\r\n" G "Host: a\nX: y\r\n\r\n" S), "200 400"},
};

START_TEST(what_is_not_written_strictly_is_refused_and_ends_the_connection)
{
	struct buf answer = exchange(hostile[_i].bytes, hostile[_i].n);
	ck_assert_msg(strcmp(statuses(&answer), hostile[_i].status) == 0, "%s: '%s'", hostile[_i].bytes, answer.p);
	ck_assert_ptr_null(strstr(answer.p, "BEGIN:VCALENDAR"));
	if (strcmp(hostile[_i].status, "405") == 0)
		ck_assert_str_eq(header(&answer, "Allow"), "GET, HEAD");
	buf_release(&answer);
}
END_TEST

static const struct {
	const char *begin;
	const char *again; /* `times` of it */
	int times;
	const char *end;
	const char *status;
} large[] = {
	{"GET /", "a", 300, " HTTP/1.1\r\n" H "\r\n", "414"},
	{"GET /", "a", 20000, " HTTP/1.1\r\n" H "\r\n", "414"},
	{"GET /", "../", 7000, " HTTP/1.1\r\n" H "\r\n", "414"},
	{"GET /", "a", 100000, " HTTP/1.1\r\n" H "\r\n", "414"},
	{"GET /?", "q", 3000, " HTTP/1.1\r\n" H "\r\n", "414"},
	{G H "X: ", "y", 20000, "\r\n\r\n", "431"},
	{G H "X: ", "y", 100000, "\r\n\r\n", "431"},
	{G H, "X: y\r\n", 500, "\r\n", "431"},
};

START_TEST(what_is_too_large_is_refused)
{
	struct buf text;
	buf_init(&text);
	buf_add_text(&text, large[_i].begin);
	for (int i = 0; i < large[_i].times; i++)
		buf_add_text(&text, large[_i].again);
	buf_add_text(&text, large[_i].end);
	struct buf answer = exchange(text.p, text.n);
	ck_assert_msg(strcmp(statuses(&answer), large[_i].status) == 0, "%d of '%s': %.200s", large[_i].times,
		      large[_i].again, answer.p);
	buf_release(&text);
	buf_release(&answer);
}
END_TEST

/* ---- trouble ---- */

START_TEST(what_cannot_be_read_is_no_answer_with_less_but_a_503)
{
	struct err err = {0};
	scratch_write("moties.ics", SLICE(""));
	struct buf answer = ask("GET", "/moties.ics", "");
	ck_assert_str_eq(statuses(&answer), "503");
	ck_assert_str_eq(header(&answer, "Retry-After"), "300");
	ck_assert(site_trouble(site, &err));
	ck_assert_str_eq(err.msg, "'moties.ics' cannot be read: Input/output error");
	ck_assert(!site_trouble(site, &err));
	scratch_write("moties.ics", SLICE(CALENDAR));
	struct buf again = ask("GET", "/moties.ics", "");
	ck_assert_str_eq(body_of(&again), CALENDAR);
	buf_release(&answer);
	buf_release(&again);
}
END_TEST

START_TEST(a_folder_that_is_gone_is_trouble_and_not_an_empty_one)
{
	char moved[64];
	snprintf(moved, sizeof moved, "%s.old", scratch);
	ck_assert_int_eq(rename(scratch, moved), 0);
	struct buf still = ask("GET", "/moties.ics", "");
	ck_assert_str_eq(statuses(&still), "200");
	ck_assert_int_eq(rename(moved, scratch), 0);
	nftw(scratch, scratch_remove_entry, 8, FTW_DEPTH | FTW_PHYS);
	struct buf gone = ask("GET", "/moties.ics", "");
	ck_assert_str_eq(statuses(&gone), "503");
	buf_release(&still);
	buf_release(&gone);
}
END_TEST

START_TEST(too_many_open_files_are_trouble_that_passes)
{
	static const char ask_once[] = "GET /moties.ics HTTP/1.1\r\n" H "\r\n";
	struct rlimit limit, none;
	int first = connect_to_site(), second = connect_to_site();
	sleep_ms(200);
	getrlimit(RLIMIT_NOFILE, &limit);
	none = limit;
	none.rlim_cur = 0;
	ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &none), 0);
	send_bytes(first, ask_once, sizeof ask_once - 1);
	struct buf answer;
	receive(first, &answer);
	setrlimit(RLIMIT_NOFILE, &limit);
	ck_assert_str_eq(statuses(&answer), "503");
	struct buf again = ask("GET", "/moties.ics", "");
	ck_assert_str_eq(statuses(&again), "200");
	close(first);
	close(second);
	buf_release(&answer);
	buf_release(&again);
}
END_TEST

/* ---- publishing meanwhile ---- */

enum { LARGE = 4000000 };

/* In a thread of its own too, which the arena is not for. */
static void publish(char letter)
{
	static char bytes[LARGE];
	char beside[64], place[64];
	snprintf(beside, sizeof beside, "%s/beside", scratch);
	snprintf(place, sizeof place, "%s/large.ics", scratch);
	memset(bytes, letter, sizeof bytes);
	FILE *file = fopen(beside, "wb");
	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes, 1, sizeof bytes, file), sizeof bytes);
	fclose(file);
	ck_assert_int_eq(rename(beside, place), 0);
}

START_TEST(a_file_that_is_replaced_while_it_is_sent_arrives_as_it_was)
{
	static const char text[] = "GET /large.ics HTTP/1.1\r\n" H "Connection: close\r\n\r\n";
	publish('A');
	int fd = connect_to_site();
	send_bytes(fd, text, sizeof text - 1);
	char one;
	ck_assert_int_eq(recv(fd, &one, 1, MSG_PEEK), 1);
	publish('B');
	struct buf before, after = ask("GET", "/large.ics", "");
	receive(fd, &before);
	ck_assert_uint_eq(strspn(body_of(&before), "A"), LARGE);
	ck_assert_uint_eq(strspn(body_of(&after), "B"), LARGE);
	ck_assert_str_ne(header(&before, "ETag"), header(&after, "ETag"));
	close(fd);
	buf_release(&before);
	buf_release(&after);
}
END_TEST

static void *publish_often(void *user)
{
	for (int i = 0; i < 40; i++)
		publish((char)('A' + i % 26));
	return user;
}

START_TEST(no_answer_is_torn_by_publishing)
{
	pthread_t publisher;
	publish('Z');
	pthread_create(&publisher, NULL, publish_often, NULL);
	for (int i = 0; i < 40; i++) {
		char hash[SHA256_TEXT];
		struct buf answer = ask("GET", "/large.ics", "");
		const char *body = body_of(&answer);
		ck_assert_str_eq(statuses(&answer), "200");
		sha256_text(body, strlen(body), hash);
		ck_assert_uint_eq(strlen(body), LARGE);
		ck_assert_str_eq(header(&answer, "ETag"), arena_printf(arena, "\"%s\"", hash));
		buf_release(&answer);
	}
	pthread_join(publisher, NULL);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("serve");
	TCase *tcase = tcase_create("serve");
	tcase_add_checked_fixture(tcase, serving_make, serving_remove);
	tcase_set_timeout(tcase, 30);
	tcase_add_test(tcase, a_calendar_is_sent_with_all_that_its_clients_need);
	tcase_add_test(tcase, head_is_get_without_the_body);
	tcase_add_loop_test(tcase, a_path_is_a_published_file_or_nothing, 0, (int)ARRAY_SIZE(paths));
	tcase_add_test(tcase, a_secret_address_is_kept_by_no_shared_cache);
	tcase_add_test(tcase, a_revoked_address_looks_as_one_that_never_was);
	tcase_add_loop_test(tcase, a_client_that_has_the_file_is_told_so, 0, (int)ARRAY_SIZE(conditions));
	tcase_add_loop_test(tcase, what_is_not_written_strictly_is_refused_and_ends_the_connection, 0,
			    (int)ARRAY_SIZE(hostile));
	tcase_add_loop_test(tcase, what_is_too_large_is_refused, 0, (int)ARRAY_SIZE(large));
	tcase_add_test(tcase, what_cannot_be_read_is_no_answer_with_less_but_a_503);
	tcase_add_test(tcase, a_folder_that_is_gone_is_trouble_and_not_an_empty_one);
	tcase_add_test(tcase, too_many_open_files_are_trouble_that_passes);
	tcase_add_test(tcase, a_file_that_is_replaced_while_it_is_sent_arrives_as_it_was);
	tcase_add_test(tcase, no_answer_is_torn_by_publishing);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
