/* db_quarantine.c: files that were not read or not understood, and what is still to be decided.
 *
 * A file is known by its bytes; one that could not be read, by its path alone. That a paper asks what became of it is both a row here and a
 * finding of its item: the list joins the two, so that each question stands in it once, and a state by hand takes it out.
 */
#include "db/db_quarantine.h"

#include "db/db_journal.h"

#include <stdlib.h>

struct row {
	int64_t id;
	const char *sha256; /* NULL */
	const char *path;
};

struct rows {
	struct row *v;
	size_t n;
	size_t cap;
};

static enum status row_remove(struct db *db, const struct row *row, struct err *err)
{
	int64_t entry = 0;
	const struct field fields[] = {FIELD("change", "answered"), FIELD("document", row->sha256),
				       FIELD_COVERED("path", row->path)};
	enum status status = journal_add(db, "quarantine", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_QUARANTINE_DELETE);
	query_number(&q, ":id", row->id);
	return query_run(&q, err);
}

enum status quarantine_leave(struct db *db, const char *path, const char *sha256, bool asked, struct err *err)
{
	struct rows rows = {0};
	struct query q;
	struct arena *arena = arena_new();
	query_begin(&q, db, SQL_QUARANTINE_LEAVING);
	query_text(&q, ":path", path);
	query_text(&q, ":sha256", sha256);
	query_number(&q, ":asked", asked);
	while (query_row(&q)) {
		struct row row = {query_get_number(&q, 0), query_get_text(&q, 1, arena), query_get_text(&q, 2, arena)};
		*list_push(arena, &rows) = row;
	}
	enum status status = query_end(&q, err);
	for (size_t i = 0; status == OK && i < rows.n; i++)
		status = row_remove(db, &rows.v[i], err);
	arena_free(arena);
	return status;
}

enum status db_quarantine_remove(struct db *db, const char *path, const char *sha256, struct err *err)
{
	return quarantine_leave(db, path, sha256, true, err);
}

/* ---- asking ---- */

static enum status row_find(struct db *db, const char *path, const char *sha256, const char *reason, int64_t *id,
			    bool *same, struct err *err)
{
	struct query q;
	struct arena *arena = arena_new();
	query_begin(&q, db, SQL_QUARANTINE_FIND);
	query_text(&q, ":sha256", sha256);
	query_text(&q, ":path", path);
	if (query_row(&q)) {
		*id = query_get_number(&q, 0);
		*same = strcmp(query_get_text(&q, 1, arena), reason) == 0;
	}
	enum status status = query_end(&q, err);
	arena_free(arena);
	return status;
}

static enum status row_write(struct db *db, int64_t id, const char *path, const char *sha256, const char *reason,
			     struct err *err)
{
	int64_t entry = 0;
	const struct field fields[] = {FIELD("document", sha256), FIELD_COVERED("path", path),
				       FIELD_COVERED("reason", reason)};
	enum status status = journal_add(db, "quarantine", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, id ? SQL_QUARANTINE_UPDATE : SQL_QUARANTINE_INSERT);
	if (id)
		query_number(&q, ":id", id);
	else
		query_text(&q, ":sha256", sha256);
	query_text(&q, ":path", path);
	query_text(&q, ":reason", reason);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

enum status db_quarantine(struct db *db, const char *path, const char *sha256, const char *reason, struct err *err)
{
	int64_t id = 0;
	bool same = false;
	enum status status = quarantine_leave(db, path, sha256, true, err);
	if (status == OK)
		status = row_find(db, path, sha256, reason, &id, &same, err);
	if (status != OK || same)
		return status;
	return row_write(db, id, path, sha256, reason, err);
}

/* ---- the list ---- */

static enum status questions_add(struct db *db, enum sql sql, struct arena *arena, struct open_questions *out,
				 struct err *err)
{
	struct query q;
	query_begin(&q, db, sql);
	while (query_row(&q)) {
		struct open_question row = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena),
					    query_get_text(&q, 2, arena), query_get_text(&q, 3, arena)};
		*list_push(arena, out) = row;
	}
	return query_end(&q, err);
}

static int by_path(const void *x, const void *y)
{
	const struct open_question *a = x, *b = y;
	int order = strcmp(a->path ? a->path : "", b->path ? b->path : "");
	return order ? order : strcmp(a->reason, b->reason);
}

enum status db_quarantine_list(struct db *db, struct arena *arena, struct open_questions *out, struct err *err)
{
	struct open_questions all = {0};
	bool own = false;
	enum status status = reading_begin(db, &own, err);
	if (status == OK)
		status = questions_add(db, SQL_QUARANTINE_LIST, arena, &all, err);
	if (status == OK)
		status = questions_add(db, SQL_FINDING_OPEN, arena, &all, err);
	reading_end(db, own);
	if (status != OK)
		return status;
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_path);
	*out = all;
	return OK;
}
