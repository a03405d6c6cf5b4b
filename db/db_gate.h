/* db_gate.h: the one gate to SQLite: the handle, and queries that are prepared once and bound by name.
 *
 * A query is begun, bound, stepped and ended; the first failure is kept in it and comes out of query_end, so that nothing between needs
 * a check. A statement has one user at a time: no query may be begun again before it has ended.
 */
#ifndef GRIFFIE_DB_GATE_H
#define GRIFFIE_DB_GATE_H

#include "db/db.h"
#include "db/db_sql.h"

#include <sqlite3.h>

/* A part of a transaction that can be taken back alone, with its entries in the journal. */
struct part {
	struct journal_head head; /* as it was before */
	char head_at[21];
};

struct db {
	sqlite3 *handle;
	sqlite3_stmt *statements[SQL_COUNT]; /* prepared when first used */
	char *path;
	int64_t now;
	bool writing;             /* between db_begin and its end */
	bool constrained;         /* a constraint did not hold; set by gate_failed */
	struct journal_head head; /* of the journal, while writing */
	char head_at[21];         /* the time in the last entry; "" when there is none */
	struct part trial;        /* of db_trial_begin */
};

struct query {
	struct db *db;
	sqlite3_stmt *statement; /* NULL when it could not be prepared */
	int rc;                  /* SQLITE_OK, ROW or DONE; or the first failure */
};

void query_begin(struct query *query, struct db *db, enum sql sql);
/* Binds; a NULL text and DATE_NONE are NULL in SQL. The text must live until the query ends. */
void query_text(struct query *query, const char *name, const char *text);
void query_slice(struct query *query, const char *name, struct slice text);
void query_bytes(struct query *query, const char *name, const void *bytes, size_t n);
void query_number(struct query *query, const char *name, int64_t number);
void query_day(struct query *query, const char *name, int day);
/* Whether there is one more row. */
bool query_row(struct query *query);
/* Makes the statement ready for its next user. Any failure comes out here. */
must_check enum status query_end(struct query *query, struct err *err);
/* Steps to the end and ends; for statements without rows. */
must_check enum status query_run(struct query *query, struct err *err);

/* A column of the row, counted from 0; text is copied into `arena`, and NULL for NULL. Where SQLite finds no memory for it, the program ends:
 * a NULL would be taken for one that is stored. */
const char *query_get_text(struct query *query, int column, struct arena *arena);
struct slice query_get_slice(struct query *query, int column, struct arena *arena);
int64_t query_get_number(struct query *query, int column);
int query_get_day(struct query *query, int column);
/* Copies at most `size` - 1 bytes and ends them. */
void query_get_into(struct query *query, int column, char *out, size_t size);
/* Text without a copy, and bytes: good until the query steps or ends. */
const char *query_peek_text(struct query *query, int column);
const void *query_peek_bytes(struct query *query, int column, size_t *n);

/* A statement without parameters; and one with a single number, such as deleting what belongs to a row. */
must_check enum status gate_run(struct db *db, enum sql sql, struct err *err);
must_check enum status gate_run_id(struct db *db, enum sql sql, const char *name, int64_t id, struct err *err);

/* One view of the file for several queries, which also spares each its own lock; `own` says whether one was begun, and must be ended (not
 * so within db_begin). */
must_check enum status reading_begin(struct db *db, bool *own, struct err *err);
void reading_end(struct db *db, bool own);

/* Whether the file cannot be written. */
bool db_is_readonly(const struct db *db);

must_check enum status part_begin(struct db *db, struct part *part, struct err *err);
/* Keeps the part, or takes it back when `status` is not OK. */
must_check enum status part_end(struct db *db, const struct part *part, enum status status, struct err *err);

/* What a result code of SQLite means for people; E_DB is a fault of ours: a constraint does not hold, or settings_lock forbids the
 * statement. Does not return when SQLite is out of memory. */
enum status gate_failed(struct db *db, int rc, struct err *err);
/* How long to wait for another writer, in milliseconds. */
void gate_wait(struct db *db, int milliseconds);

#endif
