/* db_secrecy.c: what people said of who may read an item. It is kept by ref and put into the item whenever that is loaded or saved; without a word
 * of theirs a paper that calls itself confidential counts, since what was published by mistake cannot be taken back.
 */
#include "db/db_hand.h"
#include "db/db_item.h"
#include "db/db_journal.h"
#include "db/db_names.h"

struct said {
	bool known;
	bool confidential;
	int on;
	int64_t entry;
};

static enum status said_find(struct db *db, const char *ref, struct said *out, struct err *err)
{
	struct query q;
	*out = (struct said){.on = DATE_NONE};
	query_begin(&q, db, SQL_SECRECY_FIND);
	query_text(&q, ":item", ref);
	if (query_row(&q))
		*out = (struct said){true, query_get_number(&q, 0) != 0, query_get_day(&q, 1), query_get_number(&q, 2)};
	return query_end(&q, err);
}

enum status secrecy_apply(struct db *db, struct item *item, struct err *err)
{
	struct said said;
	enum status status = said_find(db, item->ref, &said, err);
	if (status != OK)
		return status;
	item->confidential = said.known && said.confidential;
	for (size_t i = 0; !said.known && i < item->findings.n; i++)
		item->confidential |= strcmp(item->findings.v[i].name, FINDING_CONFIDENTIAL) == 0;
	return OK;
}

static enum status said_save(struct db *db, const char *ref, const struct said *said, const char *because,
			     struct err *err)
{
	char on[DATE_TEXT];
	int64_t entry = 0;
	const struct field fields[] = {FIELD("change", "recorded"), FIELD("item", ref),
				       FIELD_INT("confidential", said->confidential),
				       FIELD("on", said->on == DATE_NONE ? NULL : date_format(said->on, on)),
				       FIELD_COVERED("because", because)};
	enum status status = journal_add(db, "secrecy", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_SECRECY_SAVE);
	query_text(&q, ":item", ref);
	query_number(&q, ":confidential", said->confidential);
	query_day(&q, ":day", said->on);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

enum status secrecy_rename(struct db *db, const char *ref, const char *now, struct err *err)
{
	static const enum sql texts[] = {SQL_SECRECY_RENAME, SQL_SECRECY_DELETE};
	struct said of[2];
	enum status status = said_find(db, ref, &of[0], err);
	if (status == OK)
		status = said_find(db, now, &of[1], err);
	if (status != OK || !of[0].known)
		return status;
	for (size_t i = 0; status == OK && i < ARRAY_SIZE(texts); i++) {
		struct query q;
		query_begin(&q, db, texts[i]);
		query_text(&q, ":ref", ref);
		if (texts[i] == SQL_SECRECY_RENAME)
			query_text(&q, ":now", now);
		status = query_run(&q, err);
	}
	/* The later word stays, unless it lets the secret of the other out. */
	bool later = of[1].known && of[1].entry > of[0].entry;
	const struct said *loser = &of[!later];
	bool out = of[1].known && loser->confidential && !of[later].confidential;
	return status == OK && out ? said_save(db, now, loser, NULL, err) : status;
}

/* Whether it was asked of the item since the last word on it. */
static enum status is_asked(struct db *db, const char *ref, struct arena *arena, bool *out, struct err *err)
{
	struct open_questions open = {0};
	enum status status = db_quarantine_list(db, arena, &open, err);
	*out = false;
	for (size_t i = 0; status == OK && i < open.n; i++)
		*out |= open.v[i].secrecy && names_equal(open.v[i].item, ref);
	return status;
}

enum status db_item_confide(struct db *db, const char *ref, bool confidential, int on, const char *because,
			    bool *changed, struct err *err)
{
	struct item item;
	struct item_stamp stamp;
	struct said said;
	bool asked = false, written = false;
	struct arena *arena = arena_new();
	enum status status = item_load(db, ref, arena, &item, &stamp, err);
	if (status == OK)
		status = said_find(db, item.ref, &said, err);
	if (status == OK)
		status = is_asked(db, item.ref, arena, &asked, err);
	if (status == OK) {
		*changed = asked || (said.known ? said.confidential : item.confidential) != confidential;
		said = (struct said){true, confidential, on, 0};
	}
	if (status == OK && *changed)
		status = said_save(db, item.ref, &said, because, err);
	item.confidential = confidential;
	if (status == OK && *changed)
		status = item_write(db, &item, &stamp, &written, err);
	arena_free(arena);
	return status;
}
