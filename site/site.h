/* site.h: a published folder served over HTTP, for one office.
 *
 * What griffie publish wrote is handed out as it lies there, by GET and HEAD alone; the register is never opened. Every answer carries the same
 * security headers, every file a strong ETag, and what cannot be read whole is a 503 and never less than the file. Nothing is kept of who asks.
 *
 * Time is counted in ticks, which the caller gives with site_tick; no clock is read here. A connection has five seconds for a whole request,
 * whether or not bytes trickle in, and for an answer as long as its size allows.
 */
#ifndef GRIFFIE_SITE_SITE_H
#define GRIFFIE_SITE_SITE_H

#include "core/base.h"

/* The folder, within the published one, of feeds whose addresses are secret: their answers are kept by no cache that others share. */
#define SITE_SECRET "private/"

enum {
	SITE_TICK_MS = 250, /* between two calls of site_tick */
	SITE_REQUEST_SECONDS = 5,
	SITE_FINISH_SECONDS = 10, /* that a caller waits, at the end, for what is being sent */
	SITE_PORT = 8080,         /* unless told otherwise */
};

struct site_options {
	const char *folder;
	const char *address; /* an IPv4 or IPv6 address; NULL for the loopback */
	int port;            /* 0: any that is free */
	bool confined;     /* this thread gives up all files but those of the folder, for good, where the system can */
	bool behind_proxy; /* a public address is allowed, and no address is limited, since all are the proxy's */
};

struct site;

/* Opens the folder and listens. E_NOT_FOUND: no such folder; E_INVALID: it holds nothing that was published; E_USAGE: the address is none;
 * E_REFUSED: it is public and no proxy stands before it; E_IO. The caller ignores SIGPIPE. */
must_check enum status site_open(const struct site_options *options, struct site **out, struct err *err);
/* Ends all connections. */
void site_free(struct site *site);

/* The address to ask at: "http://127.0.0.1:8080/". */
const char *site_url(const struct site *site);
int site_port(const struct site *site);

/* Counts time on, and ends the connections whose time is over. */
void site_tick(struct site *site);
/* What last went wrong with a file since this was asked; false when nothing did. */
bool site_trouble(struct site *site, struct err *out);
/* Takes no more connections; site_is_quiet says when nothing is being sent any more. */
void site_finish(struct site *site);
bool site_is_quiet(const struct site *site);

#endif
