/* keeper.h: the worker process, from outside: its start, its end, and the bytes to and from it.
 *
 * A worker that is ended must be replaced, and by then this process may hold a database, which must not be carried across a fork. So a
 * small process, the keeper, is forked first; it forks the workers, ends them when told, and ends itself with this one.
 */
#ifndef GRIFFIE_RULES_KEEPER_H
#define GRIFFIE_RULES_KEEPER_H

#include "core/base.h"

#include <sys/types.h>

struct keeper {
	int control; /* to the keeper; -1: none */
	pid_t pid;
	int fd; /* to the worker; -1: none */
	pid_t worker;
	_Atomic uint64_t *progress; /* shared with the worker (worker_run) */
	uint64_t seen;              /* of progress */
	int64_t processor;          /* of the worker, when progress was last seen */
	int64_t wall;
};

/* What became of a worker. */
enum keeper_event { KEEPER_MOVED, KEEPER_ENDED, KEEPER_LATE };

/* Forks the keeper. No database may be open. E_IO when the system refuses. */
must_check enum status keeper_open(struct keeper *out, struct err *err);
/* Ends keeper and worker. */
void keeper_close(struct keeper *keeper);
/* A new worker; the one before is ended. E_IO when the keeper is gone. */
must_check enum status keeper_start_worker(struct keeper *keeper, struct err *err);
/* Work begins after a pause, however long: sends what the socket takes of `out`, and waits for nothing. */
void keeper_send(struct keeper *keeper, const struct buf *out, size_t *sent);
/* Waits for the worker a little while: sends of `out` from `*sent` on, adds what comes to `in`. Never blocks on a full socket. LATE when one
 * rule has taken more than its time, ENDED when the worker is gone. */
enum keeper_event keeper_step(struct keeper *keeper, const struct buf *out, size_t *sent, struct buf *in);

#endif
