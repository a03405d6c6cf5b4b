/* test_connection.c: how long a connection lasts, how many there may be, and how a site ends. The clock of a test runs faster where it can. */
#include "tests/site/serving.h"

#include <limits.h>
#include <time.h>

#define ASK       "GET /moties.ics HTTP/1.1\r\nHost: a\r\n\r\n"
#define ASK_LARGE "GET /large.ics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

enum { LARGE = 16000000, SECOND = 1000 / SITE_TICK_MS };

static int64_t now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* By how much a machine that is watched runs slower. */
static int64_t slower(void)
{
	const char *text = getenv("CK_TIMEOUT_MULTIPLIER");
	return text ? strtol(text, NULL, 10) : 1;
}

static void put_large(void)
{
	static char bytes[LARGE];
	memset(bytes, 'A', sizeof bytes);
	scratch_write("large.ics", (struct slice){bytes, sizeof bytes});
}

/* Asks for the large file, and waits until it begins to come. */
static int ask_large(void)
{
	char byte;
	put_large();
	int fd = connect_to_site();
	send_bytes(fd, ASK_LARGE, sizeof ASK_LARGE - 1);
	ck_assert_int_eq(recv(fd, &byte, 1, MSG_PEEK), 1);
	return fd;
}

static bool is_closed(int fd)
{
	char byte;
	ssize_t n = recv(fd, &byte, 1, MSG_DONTWAIT);
	return n == 0 || (n < 0 && errno != EAGAIN && errno != EWOULDBLOCK);
}

/* A whole answer of the calendar on a connection that stays; false when it is closed. */
static bool ask_again(int fd)
{
	static char bytes[4096];
	size_t n = 0;
	if (!send_bytes(fd, ASK, sizeof ASK - 1))
		return false;
	do {
		ssize_t got = recv(fd, bytes + n, sizeof bytes - 1 - n, 0);
		if (got <= 0)
			return false;
		n += (size_t)got;
		bytes[n] = '\0';
	} while (!strstr(bytes, "END:VCALENDAR"));
	return strncmp(bytes, "HTTP/1.1 200", 12) == 0;
}

/* The clock runs ten times as fast: a byte every two seconds is one every 200 ms. */
START_TEST(slow_connections_are_closed_and_keep_nobody_waiting)
{
	enum { SLOW = 50 };
	static const char text[] = ASK ASK;
	int fds[SLOW], closed = 0;
	int64_t longest = 0, start = now_ms(), next = start;
	atomic_store(&tick_ms, SITE_TICK_MS / 10);
	for (int i = 0; i < SLOW; i++)
		fds[i] = connect_to_site();
	for (size_t sent = 0; closed < SLOW && now_ms() < start + 1000 * slower();) {
		if (now_ms() >= next) {
			for (int i = 0; i < SLOW; i++)
				if (fds[i] >= 0)
					send_bytes(fds[i], text + sent, 1);
			sent++;
			next += 200;
		}
		int64_t asked = now_ms();
		struct buf answer = ask("GET", "/moties.ics", "");
		longest = now_ms() - asked > longest ? now_ms() - asked : longest;
		ck_assert_str_eq(statuses(&answer), "200");
		buf_release(&answer);
		for (int i = 0; i < SLOW; i++)
			if (fds[i] >= 0 && is_closed(fds[i])) {
				close(fds[i]);
				fds[i] = -1;
				closed++;
			}
	}
	ck_assert_int_eq(closed, SLOW);
	ck_assert_int_lt(longest, 200 * slower());
}
END_TEST

START_TEST(a_connection_that_says_nothing_is_closed)
{
	struct buf answer;
	atomic_store(&tick_ms, SITE_TICK_MS / 10);
	int silent = connect_to_site(), idle = connect_to_site();
	ck_assert(ask_again(idle));
	receive(silent, &answer);
	ck_assert_uint_eq(answer.n, 0);
	buf_release(&answer);
	receive(idle, &answer);
	ck_assert_uint_eq(answer.n, 0);
	buf_release(&answer);
	close(silent);
	close(idle);
}
END_TEST

START_TEST(who_does_not_take_an_answer_is_closed)
{
	int fd = ask_large();
	for (int i = 0; i < (20 + LARGE / 16384 + 2) * SECOND; i++)
		site_tick(site);
	struct buf answer;
	receive(fd, &answer);
	ck_assert_uint_gt(answer.n, 0);
	ck_assert_uint_lt(answer.n, LARGE);
	close(fd);
	buf_release(&answer);
	struct buf again = ask("GET", "/moties.ics", "");
	ck_assert_str_eq(statuses(&again), "200");
	buf_release(&again);
}
END_TEST

START_TEST(a_slow_reader_has_the_time_that_a_large_file_takes)
{
	int fd = ask_large();
	for (int i = 0; i < (LARGE / 16384) * SECOND; i++)
		site_tick(site);
	struct buf answer;
	receive(fd, &answer);
	ck_assert_uint_eq(strspn(body_of(&answer), "A"), LARGE);
	close(fd);
	buf_release(&answer);
}
END_TEST

START_TEST(a_connection_stays_for_a_thousand_requests)
{
	int fd = connect_to_site(), answered = 0;
	while (answered < 2000 && ask_again(fd))
		answered++;
	ck_assert_int_eq(answered, 1000);
	close(fd);
}
END_TEST

START_TEST(a_connection_is_not_kept_for_ever)
{
	int fd = connect_to_site();
	for (int second = 0; second < 300; second++) {
		ck_assert(ask_again(fd));
		for (int i = 0; i < SECOND; i++)
			site_tick(site);
	}
	ck_assert(ask_again(fd));
	ck_assert(!ask_again(fd));
	close(fd);
}
END_TEST

START_TEST(one_address_has_not_all_connections)
{
	enum { MANY = 140 };
	int fds[MANY], kept = 0;
	atomic_store(&tick_ms, INT_MAX); /* time stands still */
	for (int i = 0; i < MANY; i++)
		fds[i] = connect_to_site();
	sleep_ms((int)(300 * slower()));
	for (int i = 0; i < MANY; i++)
		kept += !is_closed(fds[i]);
	ck_assert_int_eq(kept, 128);
	for (int i = 0; i < MANY; i++)
		close(fds[i]);
}
END_TEST

START_TEST(a_crowd_is_told_to_come_back_and_can)
{
	enum { MANY = 365 };
	int fds[MANY], busy = 0;
	atomic_store(&tick_ms, INT_MAX);
	stop();
	serve(true);
	for (int i = 0; i < MANY; i++)
		fds[i] = connect_to_site();
	sleep_ms((int)(300 * slower()));
	struct buf answer = ask("GET", "/moties.ics", "");
	ck_assert_str_eq(statuses(&answer), "503");
	ck_assert_str_eq(header(&answer, "Retry-After"), "300");
	for (int i = 0; i < MANY; i++)
		busy += ask_again(fds[i]);
	ck_assert_int_eq(busy, 360);
	for (int i = 0; i < MANY; i++)
		close(fds[i]);
	sleep_ms((int)(300 * slower()));
	struct buf again = ask("GET", "/moties.ics", "");
	ck_assert_str_eq(statuses(&again), "200");
	buf_release(&answer);
	buf_release(&again);
}
END_TEST

START_TEST(what_is_being_sent_arrives_before_the_end)
{
	int fd = ask_large();
	ck_assert(!site_is_quiet(site));
	site_finish(site);
	ck_assert_int_lt(connect_to_site(), 0);
	struct buf answer;
	receive(fd, &answer);
	ck_assert_uint_eq(strspn(body_of(&answer), "A"), LARGE);
	for (int i = 0; i < 100 && !site_is_quiet(site); i++)
		sleep_ms(20);
	ck_assert(site_is_quiet(site));
	close(fd);
	buf_release(&answer);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("connection");
	TCase *tcase = tcase_create("connection");
	tcase_add_checked_fixture(tcase, serving_make, serving_remove);
	tcase_set_timeout(tcase, 30);
	tcase_add_test(tcase, slow_connections_are_closed_and_keep_nobody_waiting);
	tcase_add_test(tcase, a_connection_that_says_nothing_is_closed);
	tcase_add_test(tcase, who_does_not_take_an_answer_is_closed);
	tcase_add_test(tcase, a_slow_reader_has_the_time_that_a_large_file_takes);
	tcase_add_test(tcase, a_connection_stays_for_a_thousand_requests);
	tcase_add_test(tcase, a_connection_is_not_kept_for_ever);
	tcase_add_test(tcase, one_address_has_not_all_connections);
	tcase_add_test(tcase, a_crowd_is_told_to_come_back_and_can);
	tcase_add_test(tcase, what_is_being_sent_arrives_before_the_end);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
