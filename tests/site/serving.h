/* serving.h: a site of a small published folder, its clock, and a client that sends bytes as they are. */
#ifndef GRIFFIE_TESTS_SITE_SERVING_H
#define GRIFFIE_TESTS_SITE_SERVING_H

#include "site/site.h"
#include "tests/ingest/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/socket.h>

#define CALENDAR "BEGIN:VCALENDAR\r\nX-FEED:moties\r\nEND:VCALENDAR\r\n"

static struct site *site;
static atomic_int tick_ms;
static atomic_bool clock_stops;
static pthread_t clock_thread;

static void sleep_ms(int ms)
{
	poll(NULL, 0, ms);
}

static void *run_clock(void *user)
{
	for (int slept = 0; !atomic_load(&clock_stops); slept += 5) {
		sleep_ms(5);
		if (slept >= atomic_load(&tick_ms)) {
			site_tick(site);
			slept = 0;
		}
	}
	return user;
}

static void serve(bool behind_proxy)
{
	struct err err = {0};
	struct site_options options = {.folder = scratch, .behind_proxy = behind_proxy};
	ck_assert_msg(site_open(&options, &site, &err) == OK, "%s", err.msg);
	pthread_create(&clock_thread, NULL, run_clock, NULL);
}

static void stop(void)
{
	if (!site)
		return;
	atomic_store(&clock_stops, true);
	pthread_join(clock_thread, NULL);
	atomic_store(&clock_stops, false);
	site_free(site);
	site = NULL;
}

static void serving_make(void)
{
	signal(SIGPIPE, SIG_IGN);
	scratch_make();
	atomic_store(&tick_ms, SITE_TICK_MS);
	scratch_write("index.html", SLICE("<!doctype html><title>Feeds</title>\n"));
	scratch_write("moties.ics", SLICE(CALENDAR));
	scratch_write("feeds.json", SLICE("{}\n"));
	mkdir(scratch_path("private"), 0755);
	scratch_write("private/3q2-7wABAgMEBQYHCAkKCw.ics", SLICE(CALENDAR));
	serve(false);
}

static void serving_remove(void)
{
	stop();
	scratch_remove();
}

/* ---- the client ---- */

static int connect_to_site(void)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)site_port(site))};
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	struct timeval patience = {.tv_sec = 20};
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	if (connect(fd, (struct sockaddr *)&at, sizeof at) == 0)
		return fd;
	close(fd);
	return -1;
}

static bool send_bytes(int fd, const void *bytes, size_t n)
{
	for (size_t at = 0; at < n;) {
		ssize_t sent = send(fd, (const char *)bytes + at, n - at, MSG_NOSIGNAL);
		if (sent <= 0)
			return false;
		at += (size_t)sent;
	}
	return true;
}

/* All that comes until the other side closes; "" when nothing does. */
static void receive(int fd, struct buf *out)
{
	char bytes[65536];
	buf_init(out);
	buf_add_text(out, "");
	for (ssize_t n; (n = recv(fd, bytes, sizeof bytes, 0)) > 0;)
		buf_add(out, bytes, (size_t)n);
}

/* What is answered to these bytes on a connection of their own, which must end. */
static struct buf exchange(const void *bytes, size_t n)
{
	struct buf answer;
	int fd = connect_to_site();
	ck_assert_int_ge(fd, 0);
	send_bytes(fd, bytes, n);
	receive(fd, &answer);
	close(fd);
	return answer;
}

/* The statuses in what was received: "200 400". */
static const char *statuses(const struct buf *answer)
{
	const char *said = "";
	for (const char *p = answer->p; (p = strstr(p, "HTTP/1.1 ")); p += 9)
		said = arena_printf(arena, "%s%s%.3s", said, *said ? " " : "", p + 9);
	return said;
}

/* GET or another method; `headers` are whole lines. */
static struct buf ask(const char *method, const char *path, const char *headers)
{
	const char *text =
		arena_printf(arena, "%s %s HTTP/1.1\r\nHost: a\r\n%sConnection: close\r\n\r\n", method, path, headers);
	return exchange(text, strlen(text));
}

static const char *body_of(const struct buf *answer)
{
	const char *end = strstr(answer->p, "\r\n\r\n");
	return end ? end + 4 : "";
}

/* The value of a header; NULL when it is not there. */
static const char *header(const struct buf *answer, const char *name)
{
	const char *at = strstr(answer->p, arena_printf(arena, "\r\n%s: ", name));
	const char *end = strstr(answer->p, "\r\n\r\n");
	if (!at || at >= end)
		return NULL;
	at += strlen(name) + 4;
	return arena_text(arena, (struct slice){at, strcspn(at, "\r")});
}

#endif
