/* db_items.c: bringing the stored items in line with what their mentions now stand for.
 *
 * An item that is stored but no longer among the given ones got another ref (its number became known), was merged with another, or is
 * gone. Its successor is the given item that most of its mentions are part of now. Follow-ups and the words of people go with it.
 */
#include "db/db_followup.h"
#include "db/db_hand.h"
#include "db/db_item.h"
#include "db/db_journal.h"
#include "db/db_names.h"

/* A stored item that no longer stands alone. */
struct gone {
	struct item item;
	bool by_hand;
	struct item *successor; /* NULL when there is none */
};

struct gones {
	struct gone *v;
	size_t n;
	size_t cap;
};

static int ref_cmp(const void *ref, const void *item)
{
	return strcmp(ref, ((const struct item *)item)->ref);
}

static bool items_have(const struct items *items, const char *ref)
{
	return items->n && bsearch(ref, items->v, items->n, sizeof *items->v, ref_cmp);
}

static enum status stored_ref(struct db *db, const struct mention_id *mention, struct arena *arena, struct names *out,
			      struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_ITEM_OF_MENTION);
	query_text(&q, ":document", mention->document);
	query_number(&q, ":ordinal", mention->ordinal);
	if (query_row(&q))
		names_put(out, query_get_text(&q, 0, arena), arena);
	return query_end(&q, err);
}

/* ---- successors ---- */

static int mention_cmp(const struct mention_id *a, const struct mention_id *b)
{
	int c = strcmp(a->document, b->document);
	return c ? c : (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

/* Both lists are sorted. */
static int shared_mentions(const struct item *a, const struct item *b)
{
	int n = 0;
	for (size_t i = 0, k = 0; i < a->mentions.n && k < b->mentions.n;) {
		int c = mention_cmp(&a->mentions.v[i], &b->mentions.v[k]);
		n += c == 0;
		i += c <= 0;
		k += c >= 0;
	}
	return n;
}

/* Of equals the one of the same kind, then the first by its ref. */
static struct item *successor_find(const struct item *gone, const struct items *items)
{
	struct item *best = NULL;
	int most = 0;
	for (size_t i = 0; i < items->n; i++) {
		int score = 2 * shared_mentions(gone, &items->v[i]);
		if (score)
			score += items->v[i].kind == gone->kind;
		if (score > most) {
			best = &items->v[i];
			most = score;
		}
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

/* What a person said of an item that was first recorded by hand: its numbers, people and title. */
static void by_hand_put(struct item *item, const struct item *old, struct arena *arena)
{
	for (size_t i = 0; i < old->identifiers.n; i++) {
		size_t k = 0;
		while (k < item->identifiers.n &&
		       strcmp(item->identifiers.v[k].value, old->identifiers.v[i].value) != 0)
			k++;
		if (k == item->identifiers.n)
			*list_push(arena, &item->identifiers) = old->identifiers.v[i];
	}
	for (size_t i = 0; i < old->people.n; i++) {
		size_t k = 0;
		while (k < item->people.n && strcmp(item->people.v[k].name, old->people.v[i].name) != 0)
			k++;
		if (k == item->people.n)
			*list_push(arena, &item->people) = old->people.v[i];
	}
	if (!item->title)
		item->title = old->title;
}

static enum status by_hand_mark(struct db *db, const char *ref, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_ITEM_BY_HAND);
	query_text(&q, ":ref", ref);
	return query_run(&q, err);
}

/* No paper speaks of it any more: what a person recorded stays, the rest goes. */
static enum status item_leave(struct db *db, const struct item *gone, struct arena *arena, struct err *err)
{
	bool changed = false;
	struct item left = {.ref = gone->ref, .kind = gone->kind, .body = gone->body, .date = DATE_NONE};
	struct item_stamp stamp = {.by_hand = true};
	by_hand_put(&left, gone, arena);
	item_sources(&left, stamp.sources);
	enum status status = hand_merge(db, &left, arena, err);
	return status == OK ? item_write(db, &left, &stamp, &changed, err) : status;
}

static enum status item_remove(struct db *db, const char *ref, struct err *err)
{
	enum status status = gone_journal(db, "removed", ref, NULL, err);
	if (status == OK)
		status = followups_remove(db, ref, err);
	return status == OK ? delete_row(db, ref, err) : status;
}

/* Without a successor it goes at once; else its successor takes what people recorded of it along when that is saved. */
static enum status gone_find(struct db *db, const char *ref, const struct items *items, struct arena *arena,
			     struct gones *out, struct err *err)
{
	struct gone gone;
	struct item_stamp stamp;
	enum status status = item_load(db, ref, arena, &gone.item, &stamp, err);
	if (status != OK)
		return status;
	gone.by_hand = stamp.by_hand;
	gone.successor = successor_find(&gone.item, items);
	*list_push(arena, out) = gone;
	if (gone.successor)
		return OK;
	return gone.by_hand ? item_leave(db, &gone.item, arena, err) : item_remove(db, ref, err);
}

static enum status gone_save(struct db *db, const struct gone *gone, struct item *successor, struct arena *arena,
			     struct err *err)
{
	enum status status = carry_over(db, gone->item.ref, successor->ref, err);
	if (status != OK || !gone->by_hand)
		return status;
	by_hand_put(successor, &gone->item, arena);
	return by_hand_mark(db, successor->ref, err);
}

/* ---- saving ---- */

static enum status by_hand_merge(struct db *db, struct item *item, struct arena *arena, struct err *err)
{
	struct item old;
	enum status status = db_item_load(db, item->ref, arena, &old, err);
	if (status == OK)
		by_hand_put(item, &old, arena);
	return status;
}

static enum status item_save(struct db *db, const struct gones *gones, struct item *item, struct arena *arena,
			     bool *changed, struct err *err)
{
	bool found = false;
	struct item_stamp stamp = {0};
	enum state state;
	enum status status = OK;
	for (size_t i = 0; status == OK && i < gones->n; i++)
		if (gones->v[i].successor == item)
			status = gone_save(db, &gones->v[i], item, arena, err);
	if (status == OK)
		status = item_find(db, item->ref, &found, &stamp, &state, err);
	if (status == OK && stamp.by_hand)
		status = by_hand_merge(db, item, arena, err);
	item_sources(item, stamp.sources);
	stamp.told = item->relations.n;
	if (status == OK)
		status = hand_merge(db, item, arena, err);
	return status == OK ? item_write(db, item, &stamp, changed, err) : status;
}

/* An item that the store refuses costs nothing but itself: also what it would take along stays. */
static enum status item_try(struct db *db, const struct gones *gones, struct item *item, struct arena *arena,
			    struct saved_items *out, struct err *err)
{
	struct part part;
	bool differs = false;
	enum status status = part_begin(db, &part, err);
	if (status != OK)
		return status;
	db->constrained = false;
	enum status saved = item_save(db, gones, item, arena, &differs, err);
	if (saved != OK && !db->constrained)
		return saved;
	if (saved != OK)
		*list_push(arena, &out->refused) = (struct refusal){item->ref, arena_text(arena, slice_of(err->msg))};
	else if (differs)
		names_put(&out->changed, item->ref, arena);
	return part_end(db, &part, saved, err);
}

/* What stays as it was may have lost a mention to an item that was saved: it then says so, with an entry of its own. */
static enum status kept_save(struct db *db, const char *ref, struct arena *arena, struct err *err)
{
	struct item item;
	struct item_stamp stamp;
	bool changed = false;
	enum status status = item_load(db, ref, arena, &item, &stamp, err);
	if (status != OK)
		return status == E_NOT_FOUND ? OK : status;
	return item_write(db, &item, &stamp, &changed, err);
}

static enum status refused_keep(struct db *db, const char *refused, const struct gones *gones, struct arena *arena,
				struct err *err)
{
	enum status status = kept_save(db, refused, arena, err);
	for (size_t i = 0; status == OK && i < gones->n; i++)
		if (gones->v[i].successor && strcmp(gones->v[i].successor->ref, refused) == 0)
			status = kept_save(db, gones->v[i].item.ref, arena, err);
	return status;
}

/* Items that are linked by hand to one that differs show its name and title. */
static enum status links_follow(struct db *db, const struct names *changed, const struct gones *gones, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && i < changed->n; i++)
		status = hand_links_follow(db, changed->v[i], err);
	for (size_t i = 0; status == OK && i < gones->n; i++)
		if (!gones->v[i].successor)
			status = hand_links_follow(db, gones->v[i].item.ref, err);
	return status;
}

enum status db_items_save(struct db *db, const struct mention_ids *mentions, struct items *items, struct arena *arena,
			  struct saved_items *out, struct err *err)
{
	struct names stored = {0};
	struct gones gones = {0};
	struct saved_items saved = {0};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < mentions->n; i++)
		status = stored_ref(db, &mentions->v[i], arena, &stored, err);
	for (size_t i = 0; status == OK && i < stored.n; i++)
		if (!items_have(items, stored.v[i]))
			status = gone_find(db, stored.v[i], items, arena, &gones, err);
	for (size_t i = 0; status == OK && i < items->n; i++)
		status = item_try(db, &gones, &items->v[i], arena, &saved, err);
	for (size_t i = 0; status == OK && i < saved.refused.n; i++)
		status = refused_keep(db, saved.refused.v[i].item, &gones, arena, err);
	if (status == OK)
		status = links_follow(db, &saved.changed, &gones, err);
	if (status == OK)
		*out = saved;
	return status;
}
