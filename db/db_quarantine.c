/* db_quarantine.c: files that were not read or not understood, and what is still to be decided.
 *
 * A file is known by its bytes; one that could not be read, by its path alone. What a paper asks of an item is answered by a state by hand:
 * the row then stays, so that the same question is not asked again, but the list leaves it out.
 */
#include "db/db_quarantine.h"

#include "db/db_journal.h"

struct row {
	int64_t id;
	const char *sha256; /* NULL */
	const char *path;
	const char *reason;
	int64_t entry; /* that asked */
};

struct rows {
	struct row *v;
	size_t n;
	size_t cap;
};

static enum status rows_load(struct db *db, const char *path, const char *sha256, struct arena *arena, struct rows *out,
			     struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_QUARANTINE_OF_FILE);
	query_text(&q, ":path", path);
	query_text(&q, ":sha256", sha256);
	while (query_row(&q)) {
		struct row row = {query_get_number(&q, 0), query_get_text(&q, 1, arena), query_get_text(&q, 2, arena),
				  query_get_text(&q, 3, arena), query_get_number(&q, 4)};
		*list_push(arena, out) = row;
	}
	return query_end(&q, err);
}

static enum status row_remove(struct db *db, const struct row *row, struct err *err)
{
	int64_t entry = 0;
	const struct field fields[] = {FIELD("change", "answered"), FIELD_INT("asked", row->entry),
				       FIELD("document", row->sha256), FIELD_COVERED("path", row->path),
				       FIELD_COVERED("reason", row->reason)};
	enum status status = journal_add(db, "quarantine", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_QUARANTINE_DELETE);
	query_number(&q, ":id", row->id);
	return query_run(&q, err);
}

static enum status row_write(struct db *db, const char *path, const char *sha256, const char *reason, struct err *err)
{
	int64_t entry = 0;
	const struct field fields[] = {FIELD("document", sha256), FIELD_COVERED("path", path),
				       FIELD_COVERED("reason", reason)};
	enum status status = journal_add(db, "quarantine", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_QUARANTINE_INSERT);
	query_text(&q, ":sha256", sha256);
	query_text(&q, ":path", path);
	query_text(&q, ":reason", reason);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

static bool is_of_file(const struct row *row, const char *sha256)
{
	return row->sha256 && sha256 ? strcmp(row->sha256, sha256) == 0 : row->sha256 == sha256;
}

static bool is_asked(const struct rows *rows, const char *sha256, const char *reason)
{
	for (size_t i = 0; i < rows->n; i++)
		if (is_of_file(&rows->v[i], sha256) && strcmp(rows->v[i].reason, reason) == 0)
			return true;
	return false;
}

static bool is_among(const struct names *reasons, const char *reason)
{
	for (size_t i = 0; i < reasons->n; i++)
		if (strcmp(reasons->v[i], reason) == 0)
			return true;
	return false;
}

enum status quarantine_save(struct db *db, const char *path, const char *sha256, const struct names *reasons,
			    struct err *err)
{
	struct rows rows = {0};
	struct arena *arena = arena_new();
	enum status status = rows_load(db, path, sha256, arena, &rows, err);
	for (size_t i = 0; status == OK && i < rows.n; i++)
		if (!is_of_file(&rows.v[i], sha256) || !is_among(reasons, rows.v[i].reason))
			status = row_remove(db, &rows.v[i], err);
	for (size_t i = 0; status == OK && i < reasons->n; i++)
		if (!is_asked(&rows, sha256, reasons->v[i]))
			status = row_write(db, path, sha256, reasons->v[i], err);
	arena_free(arena);
	return status;
}

/* One of several questions of a paper, asked once more, takes nothing from the others. */
enum status db_quarantine(struct db *db, const char *path, const char *sha256, const char *reason, struct err *err)
{
	struct rows rows = {0};
	const struct names one = {&reason, 1, 1};
	struct arena *arena = arena_new();
	enum status status = rows_load(db, path, sha256, arena, &rows, err);
	bool asked = status == OK && is_asked(&rows, sha256, reason);
	arena_free(arena);
	if (status != OK || !asked)
		return status == OK ? quarantine_save(db, path, sha256, &one, err) : status;
	return db_quarantine_remove(db, path, sha256, err);
}

enum status db_quarantine_remove(struct db *db, const char *path, const char *sha256, struct err *err)
{
	struct rows rows = {0};
	struct arena *arena = arena_new();
	enum status status = rows_load(db, path, sha256, arena, &rows, err);
	for (size_t i = 0; status == OK && i < rows.n; i++)
		if (!is_of_file(&rows.v[i], sha256))
			status = row_remove(db, &rows.v[i], err);
	arena_free(arena);
	return status;
}

/* ---- the list ---- */

/* Whether it is open; sets its item. */
static enum status question_check(struct db *db, struct open_question *question, int64_t entry, struct arena *arena,
				  bool *open, struct err *err)
{
	struct query q;
	*open = true;
	query_begin(&q, db, SQL_QUARANTINE_ITEM);
	query_text(&q, ":sha256", question->sha256);
	query_text(&q, ":reason", question->reason);
	query_number(&q, ":entry", entry);
	if (query_row(&q)) {
		question->item = query_get_text(&q, 0, arena);
		*open = query_get_number(&q, 1) == 0;
		question->secrecy = query_get_number(&q, 2) != 0;
	}
	return query_end(&q, err);
}

enum status db_quarantine_list(struct db *db, struct arena *arena, struct open_questions *out, struct err *err)
{
	struct open_questions all = {0};
	struct query q;
	enum status status = OK;
	query_begin(&q, db, SQL_QUARANTINE_LIST);
	while (status == OK && query_row(&q)) {
		struct open_question row = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena),
					    query_get_text(&q, 2, arena), NULL, false};
		bool open = false;
		status = question_check(db, &row, query_get_number(&q, 3), arena, &open, err);
		if (status == OK && open)
			*list_push(arena, &all) = row;
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	if (status == OK)
		status = ended;
	if (status == OK)
		*out = all;
	return status;
}
