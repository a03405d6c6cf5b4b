/* db_connect.c: which mentions hang together.
 *
 * A walk over mentions: from each, to those that share a key with it, and to those that have a nearly equal title in the same meeting. A
 * decision list ties nothing together: only those of its rows that the walk comes upon are taken along. A paper that was read anew may
 * have lost what tied an item together, so the walk also begins at all that its items were made of before.
 */
#include "db/db_gate.h"
#include "db/db_names.h"

/* A mention as the file knows it. */
struct spot {
	int64_t document;
	int ordinal;
};

struct spots {
	struct spot *v;
	size_t n;
	size_t cap;
};

struct walk {
	struct db *db;
	struct arena *arena;
	struct spots seen;  /* sorted */
	struct spots queue; /* the same, in the order in which they were found */
	struct names asked; /* meeting and title that were compared already */
};

static int spot_cmp(const struct spot *a, const struct spot *b)
{
	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return a->ordinal - b->ordinal;
}

static void walk_add(struct walk *walk, struct spot spot)
{
	struct spots *seen = &walk->seen;
	size_t low = 0, high = seen->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (spot_cmp(&seen->v[mid], &spot) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < seen->n && spot_cmp(&seen->v[low], &spot) == 0)
		return;
	*list_push(walk->arena, seen) = spot;
	memmove(&seen->v[low + 1], &seen->v[low], (seen->n - 1 - low) * sizeof *seen->v);
	seen->v[low] = spot;
	*list_push(walk->arena, &walk->queue) = spot;
}

/* Adds each row of a query that lists document and ordinal, and ends it. */
static enum status walk_rows(struct walk *walk, struct query *q, struct err *err)
{
	while (query_row(q))
		walk_add(walk, (struct spot){query_get_number(q, 0), (int)query_get_number(q, 1)});
	return query_end(q, err);
}

static enum status walk_begin(struct walk *walk, const char *sha256, struct err *err)
{
	static const enum sql begins[] = {SQL_MENTION_OF_DOCUMENT, SQL_MENTION_BEFORE};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < ARRAY_SIZE(begins); i++) {
		struct query q;
		query_begin(&q, walk->db, begins[i]);
		query_text(&q, ":sha256", sha256);
		status = walk_rows(walk, &q, err);
	}
	return status;
}

static enum status walk_keys(struct walk *walk, struct spot spot, struct err *err)
{
	struct query q;
	query_begin(&q, walk->db, SQL_MENTION_OF_KEY);
	query_number(&q, ":document", spot.document);
	query_number(&q, ":ordinal", spot.ordinal);
	return walk_rows(walk, &q, err);
}

/* Titles come sorted, so that each different one is compared once. */
static enum status walk_meeting(struct walk *walk, const char *meeting_key, const char *title_key, struct err *err)
{
	struct query q;
	const char *last = NULL;
	bool near = false;
	query_begin(&q, walk->db, SQL_MENTION_OF_MEETING);
	query_text(&q, ":meeting_key", meeting_key);
	while (query_row(&q)) {
		const char *title = (const char *)sqlite3_column_text(q.statement, 2);
		if (!last || strcmp(last, title) != 0) {
			last = arena_text(walk->arena, slice_of(title));
			near = resolve_is_near(title_key, last);
		}
		if (near)
			walk_add(walk, (struct spot){query_get_number(&q, 0), (int)query_get_number(&q, 1)});
	}
	return query_end(&q, err);
}

static enum status walk_near(struct walk *walk, struct spot spot, struct err *err)
{
	struct query q;
	const char *meeting = NULL, *title = NULL;
	query_begin(&q, walk->db, SQL_MENTION_MEETING);
	query_number(&q, ":document", spot.document);
	query_number(&q, ":ordinal", spot.ordinal);
	if (query_row(&q)) {
		meeting = query_get_text(&q, 0, walk->arena);
		title = query_get_text(&q, 1, walk->arena);
	}
	enum status status = query_end(&q, err);
	if (status != OK || !meeting || !title)
		return status;
	const char *question = arena_printf(walk->arena, "%s\n%s", meeting, title);
	return names_put(&walk->asked, question, walk->arena) ? walk_meeting(walk, meeting, title, err) : OK;
}

static int by_place(const void *x, const void *y)
{
	const struct mention_id *a = x, *b = y;
	int c = strcmp(a->document, b->document);
	return c ? c : a->ordinal - b->ordinal;
}

/* Names the mentions that were seen as the rest of the world does. */
static enum status walk_end(struct walk *walk, struct mention_ids *out, struct err *err)
{
	struct mention_ids all = {0};
	enum status status = OK;
	const char *sha256 = NULL;
	for (size_t i = 0; status == OK && i < walk->seen.n; i++) {
		const struct spot *spot = &walk->seen.v[i];
		if (i == 0 || spot[-1].document != spot->document) {
			struct query q;
			query_begin(&q, walk->db, SQL_DOCUMENT_SHA256);
			query_number(&q, ":id", spot->document);
			if (query_row(&q))
				sha256 = query_get_text(&q, 0, walk->arena);
			status = query_end(&q, err);
		}
		*list_push(walk->arena, &all) = (struct mention_id){sha256, spot->ordinal};
	}
	if (status != OK)
		return status;
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_place);
	*out = all;
	return OK;
}

enum status db_mentions_connected(struct db *db, const struct names *documents, struct arena *arena,
				  struct mention_ids *out, struct err *err)
{
	struct walk walk = {.db = db, .arena = arena};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < documents->n; i++)
		status = walk_begin(&walk, documents->v[i], err);
	for (size_t i = 0; status == OK && i < walk.queue.n; i++) {
		struct spot spot = walk.queue.v[i];
		status = walk_keys(&walk, spot, err);
		if (status == OK)
			status = walk_near(&walk, spot, err);
	}
	return status == OK ? walk_end(&walk, out, err) : status;
}
