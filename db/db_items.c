/* db_items.c: bringing the stored items in line with what their papers now stand for.
 *
 * An item that is stored but no longer among the given ones got another ref (its number became known), was merged with another, or is
 * gone. Its successor is the given item of the same kind that shares a paper with it and, beside that, a number, the place of an event
 * or a nearly equal title. Follow-ups and the words of people go with it. Which item that is does not depend on the order of import.
 */
#include "db/db_followup.h"
#include "db/db_hand.h"
#include "db/db_item.h"
#include "db/db_journal.h"
#include "db/db_names.h"

static const struct item *items_find(const struct items *items, const char *ref)
{
	for (size_t i = 0; i < items->n; i++)
		if (strcmp(items->v[i].ref, ref) == 0)
			return &items->v[i];
	return NULL;
}

static enum status stored_refs(struct db *db, const char *sha256, struct arena *arena, struct names *out,
			       struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_ITEM_OF_DOCUMENT);
	query_text(&q, ":sha256", sha256);
	while (query_row(&q))
		names_put(out, query_get_text(&q, 0, arena), arena);
	return query_end(&q, err);
}

/* ---- successors ---- */

static bool shares_paper(const struct item *a, const struct item *b)
{
	for (size_t i = 0; i < a->papers.n; i++)
		for (size_t k = 0; k < b->papers.n; k++)
			if (strcmp(a->papers.v[i].document, b->papers.v[k].document) == 0)
				return true;
	return false;
}

static int shared_numbers(const struct item *a, const struct item *b)
{
	int n = 0;
	for (size_t i = 0; i < a->identifiers.n; i++)
		for (size_t k = 0; k < b->identifiers.n; k++)
			n += strcmp(a->identifiers.v[i].scheme, b->identifiers.v[k].scheme) == 0 &&
			     strcmp(a->identifiers.v[i].value, b->identifiers.v[k].value) == 0;
	return n;
}

static bool has_place(const struct item *item, const struct quote *quote)
{
	for (size_t i = 0; i < item->transitions.n; i++)
		for (size_t k = 0; k < item->transitions.v[i].quotes.n; k++) {
			const struct quote *q = &item->transitions.v[i].quotes.v[k];
			if (q->document && quote->document && strcmp(q->document, quote->document) == 0 &&
			    q->raw.start == quote->raw.start && q->raw.end > q->raw.start)
				return true;
		}
	return false;
}

static int shared_places(const struct item *a, const struct item *b)
{
	int n = 0;
	for (size_t i = 0; i < a->transitions.n; i++)
		for (size_t k = 0; k < a->transitions.v[i].quotes.n; k++)
			n += has_place(b, &a->transitions.v[i].quotes.v[k]);
	return n;
}

static bool near_titles(const struct item *a, const struct item *b, struct arena *arena)
{
	return a->title && b->title &&
	       resolve_is_near(resolve_title_key(a->title, arena), resolve_title_key(b->title, arena));
}

static const struct item *successor_find(const struct item *gone, const struct items *items, struct arena *arena)
{
	const struct item *best = NULL;
	int most = 0;
	for (size_t i = 0; i < items->n; i++) {
		const struct item *item = &items->v[i];
		if (item->kind != gone->kind || !shares_paper(gone, item))
			continue;
		int score = 4 * shared_numbers(gone, item) + 2 * shared_places(gone, item) +
			    3 * near_titles(gone, item, arena);
		if (score > most)
			best = item, most = score;
	}
	return best;
}

static enum status gone_journal(struct db *db, const char *change, const char *ref, const char *now, struct err *err)
{
	int64_t entry = 0;
	const struct field fields[] = {FIELD("change", change), FIELD("item", ref), FIELD("now", now)};
	return journal_add(db, "item", fields, ARRAY_SIZE(fields), &entry, err);
}

static enum status rename_row(struct db *db, const char *ref, const char *now, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_ITEM_RENAME);
	query_text(&q, ":ref", ref);
	query_text(&q, ":now", now);
	return query_run(&q, err);
}

static enum status delete_row(struct db *db, const char *ref, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_ITEM_DELETE);
	query_text(&q, ":ref", ref);
	return query_run(&q, err);
}

static enum status carry_over(struct db *db, const char *ref, const char *now, struct err *err)
{
	bool found = false;
	struct item_stamp stamp = {0};
	enum state state;
	enum status status = item_find(db, now, &found, &stamp, &state, err);
	if (status == OK)
		status = gone_journal(db, found ? "merged" : "renamed", ref, now, err);
	if (status == OK)
		status = hand_rename(db, ref, now, err);
	if (status == OK && !found)
		status = rename_row(db, ref, now, err);
	if (status == OK && found)
		status = followups_move(db, ref, now, err);
	if (status == OK && found)
		status = delete_row(db, ref, err);
	return status == OK ? followups_touch(db, now, err) : status;
}

static enum status item_remove(struct db *db, const char *ref, struct err *err)
{
	enum status status = gone_journal(db, "removed", ref, NULL, err);
	if (status == OK)
		status = followups_remove(db, ref, err);
	return status == OK ? delete_row(db, ref, err) : status;
}

static enum status gone_save(struct db *db, const char *ref, const struct items *items, struct arena *arena,
			     struct err *err)
{
	struct item gone;
	enum status status = db_item_load(db, ref, arena, &gone, err);
	if (status != OK)
		return status;
	const struct item *successor = successor_find(&gone, items, arena);
	return successor ? carry_over(db, ref, successor->ref, err) : item_remove(db, ref, err);
}

/* ---- saving ---- */

/* An item that was first recorded by hand keeps the numbers and people that a person gave it. */
static enum status by_hand_merge(struct db *db, struct item *item, struct arena *arena, struct err *err)
{
	struct item old;
	enum status status = db_item_load(db, item->ref, arena, &old, err);
	for (size_t i = 0; status == OK && i < old.identifiers.n; i++) {
		size_t k = 0;
		while (k < item->identifiers.n && strcmp(item->identifiers.v[k].value, old.identifiers.v[i].value) != 0)
			k++;
		if (k == item->identifiers.n)
			*list_push(arena, &item->identifiers) = old.identifiers.v[i];
	}
	for (size_t i = 0; status == OK && i < old.people.n; i++) {
		size_t k = 0;
		while (k < item->people.n && strcmp(item->people.v[k].name, old.people.v[i].name) != 0)
			k++;
		if (k == item->people.n)
			*list_push(arena, &item->people) = old.people.v[i];
	}
	if (status == OK && !item->title)
		item->title = old.title;
	return status;
}

static enum status item_save(struct db *db, struct item *item, struct arena *arena, bool *changed, struct err *err)
{
	bool found = false;
	struct item_stamp stamp = {0};
	enum state state;
	char sources[SHA256_TEXT];
	item_sources(item, sources);
	enum status status = item_find(db, item->ref, &found, &stamp, &state, err);
	if (status == OK && stamp.by_hand)
		status = by_hand_merge(db, item, arena, err);
	if (status == OK)
		status = hand_merge(db, item, arena, err);
	return status == OK ? item_write(db, item, sources, stamp.by_hand, changed, err) : status;
}

enum status db_items_save(struct db *db, const struct names *documents, struct items *items, struct arena *arena,
			  struct names *changed, struct err *err)
{
	struct names stored = {0};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < documents->n; i++)
		status = stored_refs(db, documents->v[i], arena, &stored, err);
	for (size_t i = 0; status == OK && i < stored.n; i++)
		if (!items_find(items, stored.v[i]))
			status = gone_save(db, stored.v[i], items, arena, err);
	for (size_t i = 0; status == OK && i < items->n; i++) {
		bool differs = false;
		status = item_save(db, &items->v[i], arena, &differs, err);
		if (status == OK && differs)
			names_put(changed, items->v[i].ref, arena);
	}
	return status;
}
