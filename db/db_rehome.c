/* db_rehome.c: follow-ups whose item got another ref, was merged, or is gone. */
#include "db/db_followup.h"
#include "db/db_journal.h"

static enum status uids_load(struct db *db, const char *ref, struct arena *arena, struct names *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_UIDS);
	query_text(&q, ":item", ref);
	while (query_row(&q))
		*list_push(arena, out) = query_get_text(&q, 0, arena);
	return query_end(&q, err);
}

static enum status followup_touch(struct db *db, const char *uid, struct arena *arena, struct err *err)
{
	struct followup followup;
	struct followup_changes changes = {0};
	char facts[SHA256_TEXT];
	int64_t entry = 0;
	enum status status = followup_load(db, uid, arena, &followup, facts, &entry, err);
	return status == OK ? followup_write(db, &followup, &changes, err) : status;
}

enum status followups_touch(struct db *db, const char *ref, struct err *err)
{
	struct names uids = {0};
	struct arena *arena = arena_new();
	enum status status = uids_load(db, ref, arena, &uids, err);
	for (size_t i = 0; status == OK && i < uids.n; i++)
		status = followup_touch(db, uids.v[i], arena, err);
	arena_free(arena);
	return status;
}

enum status followup_remove(struct db *db, const char *ref, const char *uid, struct err *err)
{
	int64_t entry = 0;
	const struct field fields[] = {FIELD("change", "removed"), FIELD("followup", uid), FIELD("item", ref)};
	enum status status = journal_add(db, "followup", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_DELETE);
	query_text(&q, ":uid", uid);
	return query_run(&q, err);
}

enum status followups_remove(struct db *db, const char *ref, struct err *err)
{
	struct names uids = {0};
	struct arena *arena = arena_new();
	enum status status = uids_load(db, ref, arena, &uids, err);
	for (size_t i = 0; status == OK && i < uids.n; i++)
		status = followup_remove(db, ref, uids.v[i], err);
	arena_free(arena);
	return status;
}

/* What cannot move, because `now` has its like, goes. */
enum status followups_move(struct db *db, const char *ref, const char *now, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_REHOME);
	query_text(&q, ":ref", ref);
	query_text(&q, ":now", now);
	enum status status = query_run(&q, err);
	return status == OK ? followups_remove(db, ref, err) : status;
}
