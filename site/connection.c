/* connection.c: a deadline counts from the moment at which a connection could begin to send its request, so that bytes which trickle in
 * gain it nothing; libmicrohttpd's own time-out begins anew with each byte.
 */
#include "site/connection.h"

#include "site/site.h"

#include <sys/socket.h>

enum {
	TICKS = 1000 / SITE_TICK_MS, /* in a second */
	ANSWER_SECONDS = 20,         /* for any answer, and as long again for each: */
	ANSWER_BYTES_A_SECOND = 16384,
	LIFE_SECONDS = 300,
};

struct connection *connection_new(struct connections *all, int fd)
{
	struct connection *connection = calloc(1, sizeof *connection);
	if (!connection)
		return NULL;
	connection->all = all;
	connection->fd = fd;
	connection->opened = atomic_load(&all->now);
	atomic_init(&connection->deadline, connection->opened + SITE_REQUEST_SECONDS * TICKS);
	pthread_mutex_lock(&all->lock);
	bool fits = all->n < CONNECTIONS_MOST;
	connection->crowded = all->n >= CONNECTIONS_ANSWERED;
	if (fits) {
		connection->place = all->n;
		all->v[all->n++] = connection;
	}
	pthread_mutex_unlock(&all->lock);
	if (fits)
		return connection;
	free(connection);
	return NULL;
}

void connection_free(struct connection *connection)
{
	if (!connection)
		return;
	struct connections *all = connection->all;
	connection_rest(connection);
	pthread_mutex_lock(&all->lock);
	struct connection *last = all->v[--all->n];
	all->v[connection->place] = last;
	last->place = connection->place;
	pthread_mutex_unlock(&all->lock);
	free(connection);
}

bool connection_answer(struct connection *connection, int64_t size)
{
	struct connections *all = connection->all;
	unsigned now = atomic_load(&all->now);
	int64_t seconds = ANSWER_SECONDS + size / ANSWER_BYTES_A_SECOND;
	atomic_store(&connection->deadline, now + (unsigned)(seconds * TICKS));
	if (!connection->answering)
		atomic_fetch_add(&all->answering, 1);
	connection->answering = true;
	connection->requests++;
	return connection->requests >= REQUESTS_MOST || now - connection->opened >= LIFE_SECONDS * TICKS ||
	       atomic_load(&all->finishing);
}

void connection_rest(struct connection *connection)
{
	if (connection->answering)
		atomic_fetch_sub(&connection->all->answering, 1);
	connection->answering = false;
	connection->heard = false;
	atomic_store(&connection->deadline, atomic_load(&connection->all->now) + SITE_REQUEST_SECONDS * TICKS);
}

void connections_tick(struct connections *all)
{
	unsigned now = atomic_fetch_add(&all->now, 1) + 1;
	pthread_mutex_lock(&all->lock);
	for (size_t i = 0; i < all->n; i++)
		if ((int)(now - atomic_load(&all->v[i]->deadline)) > 0)
			shutdown(all->v[i]->fd, SHUT_RDWR);
	pthread_mutex_unlock(&all->lock);
}
