/* db_connect.c: which mentions hang together.
 *
 * A walk over mentions: from each, to those that share a key with it, and to those that have a nearly equal title in the same meeting. A
 * decision list ties nothing together: only those of its rows that the walk comes upon are taken along. A paper that was read anew may
 * have lost what tied an item together, so the walk also begins at all that its items were made of before.
 *
 * Keys go first, since equal titles of a meeting share one. Titles are then compared only with what the walk has not seen, of which each
 * meeting is read once: for a list of many rows that is next to nothing, where each row against each would be all.
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

/* A mention that was not seen when its meeting was read; those with one title stand together and share its text. */
struct candidate {
	struct spot spot;
	const char *title;
};

struct meeting {
	const char *key;
	struct names asked; /* titles that were compared already */
	struct candidate *v;
	size_t n;
	size_t cap;
};

struct walk {
	struct db *db;
	struct arena *arena; /* of the walk alone */
	struct spots seen;   /* sorted */
	struct spots queue;  /* the same, in the order in which they were found */
	struct {
		struct meeting *v;
		size_t n;
		size_t cap;
	} meetings;
};

static int spot_cmp(const struct spot *a, const struct spot *b)
{
	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	return a->ordinal - b->ordinal;
}

/* The place of the first spot that is not less. */
static size_t spots_place(const struct spots *spots, const struct spot *spot)
{
	size_t low = 0, high = spots->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (spot_cmp(&spots->v[mid], spot) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static bool spots_have(const struct spots *spots, const struct spot *spot)
{
	size_t i = spots_place(spots, spot);
	return i < spots->n && spot_cmp(&spots->v[i], spot) == 0;
}

static void walk_add(struct walk *walk, struct spot spot)
{
	struct spots *seen = &walk->seen;
	size_t i = spots_place(seen, &spot);
	if (i < seen->n && spot_cmp(&seen->v[i], &spot) == 0)
		return;
	*list_push(walk->arena, seen) = spot;
	memmove(&seen->v[i + 1], &seen->v[i], (seen->n - 1 - i) * sizeof *seen->v);
	seen->v[i] = spot;
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

/* Rows come sorted by title. */
static enum status meeting_load(struct walk *walk, struct meeting *meeting, struct err *err)
{
	struct query q;
	const char *last = NULL;
	query_begin(&q, walk->db, SQL_MENTION_OF_MEETING);
	query_text(&q, ":meeting_key", meeting->key);
	while (query_row(&q)) {
		struct spot spot = {query_get_number(&q, 0), (int)query_get_number(&q, 1)};
		const char *title = query_peek_text(&q, 2);
		if (spots_have(&walk->seen, &spot))
			continue;
		if (!last || strcmp(last, title) != 0)
			last = arena_text(walk->arena, slice_of(title));
		*list_push(walk->arena, meeting) = (struct candidate){spot, last};
	}
	return query_end(&q, err);
}

static enum status meeting_find(struct walk *walk, const char *key, struct meeting **out, struct err *err)
{
	for (size_t i = 0; i < walk->meetings.n; i++)
		if (strcmp(walk->meetings.v[i].key, key) == 0) {
			*out = &walk->meetings.v[i];
			return OK;
		}
	*out = list_push(walk->arena, &walk->meetings);
	(*out)->key = arena_text(walk->arena, slice_of(key));
	return meeting_load(walk, *out, err);
}

/* What is near is taken out of the candidates, so that it is not compared again. */
static void meeting_walk(struct walk *walk, struct meeting *meeting, const char *title)
{
	size_t left = 0;
	const char *last = NULL;
	bool near = false;
	for (size_t i = 0; i < meeting->n; i++) {
		struct candidate candidate = meeting->v[i];
		if (candidate.title != last)
			near = resolve_is_near(title, candidate.title);
		last = candidate.title;
		if (near)
			walk_add(walk, candidate.spot);
		else
			meeting->v[left++] = candidate;
	}
	meeting->n = left;
}

static enum status walk_near(struct walk *walk, struct spot spot, struct err *err)
{
	struct query q;
	struct meeting *meeting = NULL;
	enum status status = OK;
	query_begin(&q, walk->db, SQL_MENTION_MEETING);
	query_number(&q, ":document", spot.document);
	query_number(&q, ":ordinal", spot.ordinal);
	if (query_row(&q))
		status = meeting_find(walk, query_peek_text(&q, 0), &meeting, err);
	if (status == OK && meeting && meeting->n) {
		const char *title = query_get_text(&q, 1, walk->arena);
		if (names_put(&meeting->asked, title, walk->arena))
			meeting_walk(walk, meeting, title);
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	return status == OK ? ended : status;
}

static int by_place(const void *x, const void *y)
{
	const struct mention_id *a = x, *b = y;
	int c = strcmp(a->document, b->document);
	return c ? c : a->ordinal - b->ordinal;
}

/* Names the mentions that were seen as the rest of the world does. */
static enum status walk_end(struct walk *walk, struct arena *arena, struct mention_ids *out, struct err *err)
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
				sha256 = query_get_text(&q, 0, arena);
			status = query_end(&q, err);
		}
		*list_push(arena, &all) = (struct mention_id){sha256, spot->ordinal};
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
	struct walk walk = {.db = db, .arena = arena_new()};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < documents->n; i++)
		status = walk_begin(&walk, documents->v[i], err);
	for (size_t near = 0, keyed = 0; status == OK && near < walk.queue.n;) {
		if (keyed < walk.queue.n)
			status = walk_keys(&walk, walk.queue.v[keyed++], err);
		else
			status = walk_near(&walk, walk.queue.v[near++], err);
	}
	if (status == OK)
		status = walk_end(&walk, arena, out, err);
	arena_free(walk.arena);
	return status;
}
