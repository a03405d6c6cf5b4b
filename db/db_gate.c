/* db_gate.c: statements are prepared with SQLITE_PREPARE_PERSISTENT and kept until the handle is closed. */
#include "db/db_gate.h"

void gate_wait(struct db *db, int milliseconds)
{
	sqlite3_busy_timeout(db->handle, milliseconds);
}

static bool is_out_of_memory(int rc)
{
	return rc == SQLITE_NOMEM || rc == SQLITE_IOERR_NOMEM;
}

enum status gate_failed(struct db *db, int rc, struct err *err)
{
	if (is_out_of_memory(rc))
		memory_exhausted();
	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(err, E_BUSY, "'%s' is being written by another griffie: try again in a moment",
			       db->path);
	case SQLITE_NOTADB:
		return err_set(err, E_INVALID, "'%s' is no register: name another file with --db", db->path);
	case SQLITE_CORRUPT:
		return err_set(err, E_INVALID, "'%s' is damaged: put back an earlier copy of the file (%s)", db->path,
			       sqlite3_errmsg(db->handle));
	case SQLITE_FULL:
		return err_set(err, E_IO, "'%s': the disk is full; nothing was changed", db->path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return err_set(err, E_IO, "'%s' cannot be written: check the rights of the file and its folder",
			       db->path);
	case SQLITE_CANTOPEN:
	case SQLITE_IOERR:
		return err_set(err, E_IO, "'%s': %s", db->path, sqlite3_errmsg(db->handle));
	case SQLITE_CONSTRAINT:
		db->constrained = true;
		return err_set(err, E_DB, "'%s': %s", db->path, sqlite3_errmsg(db->handle));
	default:
		return err_set(err, E_DB, "'%s': %s", db->path, sqlite3_errmsg(db->handle));
	}
}

void query_begin(struct query *query, struct db *db, enum sql sql)
{
	*query = (struct query){.db = db, .rc = SQLITE_OK};
	if (!db->statements[sql])
		query->rc = sqlite3_prepare_v3(db->handle, sql_text(sql), -1, SQLITE_PREPARE_PERSISTENT,
					       &db->statements[sql], NULL);
	query->statement = db->statements[sql];
}

/* The index of a parameter, or 0; a name that the text does not have is a mistake of ours and fails the query. */
static int parameter(struct query *query, const char *name)
{
	if (query->rc != SQLITE_OK)
		return 0;
	int index = sqlite3_bind_parameter_index(query->statement, name);
	if (!index)
		query->rc = SQLITE_RANGE;
	return index;
}

void query_slice(struct query *query, const char *name, struct slice text)
{
	int index = parameter(query, name);
	if (index)
		query->rc = sqlite3_bind_text64(query->statement, index, text.p, text.n, SQLITE_STATIC, SQLITE_UTF8);
}

void query_text(struct query *query, const char *name, const char *text)
{
	int index = parameter(query, name);
	if (index)
		query->rc = sqlite3_bind_text(query->statement, index, text, -1, SQLITE_STATIC);
}

void query_bytes(struct query *query, const char *name, const void *bytes, size_t n)
{
	int index = parameter(query, name);
	if (index)
		query->rc = sqlite3_bind_blob64(query->statement, index, bytes, n, SQLITE_STATIC);
}

void query_number(struct query *query, const char *name, int64_t number)
{
	int index = parameter(query, name);
	if (index)
		query->rc = sqlite3_bind_int64(query->statement, index, number);
}

void query_day(struct query *query, const char *name, int day)
{
	char text[DATE_TEXT];
	int index = parameter(query, name);
	if (!index)
		return;
	if (day == DATE_NONE)
		query->rc = sqlite3_bind_null(query->statement, index);
	else
		query->rc = sqlite3_bind_text(query->statement, index, date_format(day, text), -1, SQLITE_TRANSIENT);
}

bool query_row(struct query *query)
{
	if (query->rc != SQLITE_OK && query->rc != SQLITE_ROW)
		return false;
	query->rc = sqlite3_step(query->statement);
	return query->rc == SQLITE_ROW;
}

enum status query_end(struct query *query, struct err *err)
{
	enum status status = OK;
	if (query->rc != SQLITE_OK && query->rc != SQLITE_ROW && query->rc != SQLITE_DONE)
		status = gate_failed(query->db, query->rc, err);
	if (query->statement) {
		sqlite3_reset(query->statement);
		sqlite3_clear_bindings(query->statement);
	}
	return status;
}

enum status query_run(struct query *query, struct err *err)
{
	while (query_row(query))
		continue;
	return query_end(query, err);
}

enum status reading_begin(struct db *db, bool *own, struct err *err)
{
	*own = false;
	if (!sqlite3_get_autocommit(db->handle))
		return OK;
	enum status status = gate_run(db, SQL_READ, err);
	*own = status == OK;
	return status;
}

/* Nothing was written, so that a failure to end loses nothing; the next statement would report it. */
void reading_end(struct db *db, bool own)
{
	if (own && gate_run(db, SQL_COMMIT, NULL) != OK)
		return;
}

enum status gate_run(struct db *db, enum sql sql, struct err *err)
{
	struct query q;
	query_begin(&q, db, sql);
	return query_run(&q, err);
}

enum status gate_run_id(struct db *db, enum sql sql, const char *name, int64_t id, struct err *err)
{
	struct query q;
	query_begin(&q, db, sql);
	query_number(&q, name, id);
	return query_run(&q, err);
}

/* ---- parts ---- */

enum status part_begin(struct db *db, struct part *part, struct err *err)
{
	part->head = db->head;
	memcpy(part->head_at, db->head_at, sizeof part->head_at);
	return gate_run(db, SQL_PART_BEGIN, err);
}

enum status part_end(struct db *db, const struct part *part, enum status status, struct err *err)
{
	if (status != OK) {
		status = gate_run(db, SQL_PART_UNDO, err);
		db->head = part->head;
		memcpy(db->head_at, part->head_at, sizeof db->head_at);
	}
	return status == OK ? gate_run(db, SQL_PART_KEEP, err) : status;
}

/* ---- columns ---- */

const char *query_peek_text(struct query *query, int column)
{
	const char *text = (const char *)sqlite3_column_text(query->statement, column);
	if (!text && is_out_of_memory(sqlite3_errcode(query->db->handle)))
		memory_exhausted();
	return text;
}

const void *query_peek_bytes(struct query *query, int column, size_t *n)
{
	const void *bytes = sqlite3_column_blob(query->statement, column);
	*n = (size_t)sqlite3_column_bytes(query->statement, column);
	if (!bytes && is_out_of_memory(sqlite3_errcode(query->db->handle)))
		memory_exhausted();
	return bytes;
}

struct slice query_get_slice(struct query *query, int column, struct arena *arena)
{
	const char *text = query_peek_text(query, column);
	size_t n = (size_t)sqlite3_column_bytes(query->statement, column);
	return text ? (struct slice){arena_text(arena, (struct slice){text, n}), n} : (struct slice){0};
}

const char *query_get_text(struct query *query, int column, struct arena *arena)
{
	return query_get_slice(query, column, arena).p;
}

int64_t query_get_number(struct query *query, int column)
{
	return sqlite3_column_int64(query->statement, column);
}

int query_get_day(struct query *query, int column)
{
	const char *text = query_peek_text(query, column);
	return text ? date_parse(slice_of(text)) : DATE_NONE;
}

void query_get_into(struct query *query, int column, char *out, size_t size)
{
	const char *text = query_peek_text(query, column);
	size_t n = text ? (size_t)sqlite3_column_bytes(query->statement, column) : 0;
	if (n >= size)
		n = size - 1;
	if (text && n)
		memcpy(out, text, n);
	out[n] = '\0';
}

bool db_is_readonly(const struct db *db)
{
	return sqlite3_db_readonly(db->handle, "main") == 1;
}
