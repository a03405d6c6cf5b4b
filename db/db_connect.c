/* db_connect.c: which papers hang together.
 *
 * A walk over papers: from each, to those that share a key with one of its mentions, and to those that have a nearly equal title in the
 * same meeting. Whole papers, not single mentions, so that every item they stand for can be made from all that is said of it.
 */
#include "db/db_gate.h"
#include "db/db_names.h"

/* A mention as far as nearness goes. */
struct place {
	const char *meeting_key;
	const char *title_key;
};

struct places {
	struct place *v;
	size_t n;
	size_t cap;
};

struct walk {
	struct db *db;
	struct arena *arena;
	struct names seen;  /* papers, sorted */
	struct names queue; /* the same, in the order in which they were found */
	struct names asked; /* meeting and title that were compared already */
};

static void walk_add(struct walk *walk, const char *sha256)
{
	if (names_put(&walk->seen, sha256, walk->arena))
		*list_push(walk->arena, &walk->queue) = arena_text(walk->arena, slice_of(sha256));
}

static enum status walk_keys(struct walk *walk, const char *sha256, struct err *err)
{
	struct query q;
	query_begin(&q, walk->db, SQL_KEY_CONNECTED);
	query_text(&q, ":sha256", sha256);
	while (query_row(&q)) {
		char other[SHA256_TEXT];
		query_get_into(&q, 0, other, sizeof other);
		walk_add(walk, other);
	}
	return query_end(&q, err);
}

static enum status places_load(struct walk *walk, const char *sha256, struct places *out, struct err *err)
{
	struct query q;
	query_begin(&q, walk->db, SQL_MENTION_LIST);
	query_text(&q, ":sha256", sha256);
	while (query_row(&q)) {
		struct place place = {query_get_text(&q, 2, walk->arena), query_get_text(&q, 3, walk->arena)};
		if (place.meeting_key && place.title_key)
			*list_push(walk->arena, out) = place;
	}
	return query_end(&q, err);
}

/* Titles come sorted, so that each different one is compared once. */
static enum status walk_near(struct walk *walk, const struct place *place, struct err *err)
{
	const char *question = arena_printf(walk->arena, "%s\n%s", place->meeting_key, place->title_key);
	if (!names_put(&walk->asked, question, walk->arena))
		return OK;
	struct query q;
	const char *last = NULL;
	bool near = false;
	query_begin(&q, walk->db, SQL_MENTION_OF_MEETING);
	query_text(&q, ":meeting_key", place->meeting_key);
	while (query_row(&q)) {
		const char *title = (const char *)sqlite3_column_text(q.statement, 0);
		if (!last || strcmp(last, title) != 0) {
			last = arena_text(walk->arena, slice_of(title));
			near = resolve_is_near(place->title_key, last);
		}
		char other[SHA256_TEXT];
		query_get_into(&q, 1, other, sizeof other);
		if (near)
			walk_add(walk, other);
	}
	return query_end(&q, err);
}

enum status db_documents_connected(struct db *db, const struct names *documents, struct arena *arena, struct names *out,
				   struct err *err)
{
	struct walk walk = {.db = db, .arena = arena};
	enum status status = OK;
	for (size_t i = 0; i < documents->n; i++)
		walk_add(&walk, documents->v[i]);
	for (size_t i = 0; status == OK && i < walk.queue.n; i++) {
		struct places places = {0};
		status = walk_keys(&walk, walk.queue.v[i], err);
		if (status == OK)
			status = places_load(&walk, walk.queue.v[i], &places, err);
		for (size_t k = 0; status == OK && k < places.n; k++)
			status = walk_near(&walk, &places.v[k], err);
	}
	if (status == OK)
		*out = walk.seen;
	return status;
}

enum status db_item_documents(struct db *db, const char *ref, struct arena *arena, struct names *out, struct err *err)
{
	struct item item;
	enum status status = db_item_load(db, ref, arena, &item, err);
	for (size_t i = 0; status == OK && i < item.papers.n; i++)
		names_put(out, item.papers.v[i].document, arena);
	return status;
}
