/* listener.h: the address at which a site listens, and who may reach it there. */
#ifndef GRIFFIE_SITE_LISTENER_H
#define GRIFFIE_SITE_LISTENER_H

#include "core/base.h"

#include <netinet/in.h>

struct listener {
	union {
		struct sockaddr any;
		struct sockaddr_in four;
		struct sockaddr_in6 six;
	} at;
	socklen_t size;
};

enum reach { REACH_MACHINE, REACH_OFFICE, REACH_PUBLIC };

/* The address and port; NULL is 127.0.0.1. E_USAGE. */
must_check enum status listener_parse(const char *address, int port, struct listener *out, struct err *err);
/* Who reaches it: this machine alone (loopback), a network of one's own (RFC 1918, 3927, 4193, link-local), or everybody; all addresses
 * at once (0.0.0.0 and ::) are everybody's. */
enum reach listener_reach(const struct listener *listener);
/* Binds and listens; `listener` then holds the port that was given where 0 was asked. E_IO. */
must_check enum status listener_open(struct listener *listener, int *out, struct err *err);
int listener_port(const struct listener *listener);
/* "http://127.0.0.1:8080/". */
void listener_url(const struct listener *listener, char *out, size_t size);

#endif
