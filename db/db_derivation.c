/* db_derivation.c: what the stored items and follow-ups were made with, so that a newer pack or reader is noticed. */
#include "db/db_journal.h"

enum status db_derivation_get(struct db *db, const char *name, struct arena *arena, const char **value, struct err *err)
{
	const char *found = NULL;
	struct query q;
	query_begin(&q, db, SQL_DERIVATION_FIND);
	query_text(&q, ":name", name);
	if (query_row(&q))
		found = query_get_text(&q, 0, arena);
	enum status status = query_end(&q, err);
	if (status == OK)
		*value = found;
	return status;
}

static enum status row_write(struct db *db, const char *name, const char *value, int64_t entry, struct err *err)
{
	struct query q;
	query_begin(&q, db, value ? SQL_DERIVATION_SAVE : SQL_DERIVATION_DELETE);
	query_text(&q, ":name", name);
	if (value) {
		query_text(&q, ":value", value);
		query_number(&q, ":entry", entry);
	}
	return query_run(&q, err);
}

enum status db_derivation_set(struct db *db, const char *name, const char *value, struct err *err)
{
	const char *was = NULL;
	int64_t entry = 0;
	struct arena *arena = arena_new();
	enum status status = db_derivation_get(db, name, arena, &was, err);
	bool same = was && value ? strcmp(was, value) == 0 : was == value;
	const struct field fields[] = {FIELD("change", !value ? "removed"
						       : was  ? "changed"
							      : "added"),
				       FIELD("derivation", name), FIELD("value", value), FIELD("was", was)};
	if (status == OK && !same)
		status = journal_add(db, "derivation", fields, ARRAY_SIZE(fields), &entry, err);
	if (status == OK && !same)
		status = row_write(db, name, value, entry, err);
	arena_free(arena);
	return status;
}

enum status db_derivation_any(struct db *db, const char *prefix, bool *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_DERIVATION_AFTER);
	query_text(&q, ":name", prefix);
	bool any = query_row(&q) && strncmp(query_peek_text(&q, 0), prefix, strlen(prefix)) == 0;
	enum status status = query_end(&q, err);
	if (status == OK)
		*out = any;
	return status;
}

enum status db_derivation_list(struct db *db, struct arena *arena, struct derivations *out, struct err *err)
{
	struct derivations all = {0};
	struct query q;
	query_begin(&q, db, SQL_DERIVATION_LIST);
	while (query_row(&q)) {
		struct derivation row = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena)};
		*list_push(arena, &all) = row;
	}
	enum status status = query_end(&q, err);
	if (status == OK)
		*out = all;
	return status;
}
