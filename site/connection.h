/* connection.h: the open connections of a site and the tick by which each must have got on.
 *
 * The threads of libmicrohttpd open, use and close them; one other thread counts the ticks and shuts those down that are overdue. A connection
 * that is shut down is still closed by its own thread, which finds it at its end.
 */
#ifndef GRIFFIE_SITE_CONNECTION_H
#define GRIFFIE_SITE_CONNECTION_H

#include "site/request.h"

#include <pthread.h>
#include <stdatomic.h>

enum {
	CONNECTIONS_MOST = 400,
	CONNECTIONS_ANSWERED = 360, /* those beyond are told to come back later */
	REQUESTS_MOST = 1000,       /* on one connection */
};

struct connections;

/* Used by one thread at a time, but for `deadline`. */
struct connection {
	struct connections *all;
	int fd;
	size_t place;         /* in all->v */
	unsigned opened;      /* tick */
	atomic_uint deadline; /* tick */
	unsigned requests;
	bool crowded;   /* it is one too many */
	bool heard;     /* the head of the request was looked at */
	bool answering; /* an answer is on its way */
	struct target target;
};

struct connections {
	pthread_mutex_t lock; /* of v and n, and of the descriptors being open */
	struct connection *v[CONNECTIONS_MOST];
	size_t n;
	atomic_uint now; /* ticks */
	atomic_int answering;
	atomic_bool finishing;
};

/* NULL when there are too many; memory that cannot be had counts as that. */
struct connection *connection_new(struct connections *all, int fd);
void connection_free(struct connection *connection);
/* An answer of `size` bytes begins; true when it is to be the last of the connection. */
bool connection_answer(struct connection *connection, int64_t size);
/* The answer, or the attempt at one, is over: the connection may wait for another request. */
void connection_rest(struct connection *connection);
/* Counts one tick, and shuts down what is overdue. */
void connections_tick(struct connections *all);

#endif
