/* request.h: whether a request is written as HTTP/1.1 wants it (RFC 9112), and asks what can be asked here.
 *
 * libmicrohttpd takes lines that end in a bare LF, folded lines, several Hosts, a length beside an encoding: what a proxy may read otherwise.
 * It tells the size of the head that it read, though, and the lines as it understood them; where these, written strictly, do not add up to that
 * size, the request was not written strictly.
 */
#ifndef GRIFFIE_SITE_REQUEST_H
#define GRIFFIE_SITE_REQUEST_H

#include "core/base.h"

#include <microhttpd.h>

enum {
	REQUEST_HEAD_MOST = 16384, /* bytes */
	REQUEST_LINES_MOST = 100,
	REQUEST_TARGET_MOST = 2000,
	REQUEST_PATH_MOST = 256,
	REQUEST_BODY_NAMED = 65536, /* a body is refused; one above this by another name */
};

/* The target of a request, as it was written. */
struct target {
	size_t size;                      /* bytes, query and all */
	unsigned refusal;                 /* the status with which it is refused; 0 for none */
	char path[REQUEST_PATH_MOST + 1]; /* without query */
};

void target_read(const char *text, struct target *out);

/* The status with which a request is refused for its head alone; 0 for none. */
unsigned request_check(struct MHD_Connection *connection, const char *method, const char *version,
		       const struct target *target);

#endif
