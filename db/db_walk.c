/* db_walk.c: reading many items for the rules: each table once for all of them, its rows in the order of the items. */
#include "db/db_item.h"

/* The items that are read, by the numbers that the tables know them by. */
struct walk {
	struct db *db;
	struct arena *arena;
	struct item *items;
	struct outcome_mark *marks;
	int64_t *ids; /* rising */
	size_t n;
	size_t at; /* the item of the last row */
};

static enum status items_read(struct walk *walk, int64_t after, int most, struct err *err)
{
	struct query q;
	enum state state;
	query_begin(&q, walk->db, SQL_ITEM_NEXT);
	query_number(&q, ":after", after);
	query_number(&q, ":most", most);
	while (query_row(&q) && walk->n < (size_t)most) {
		struct item *item = &walk->items[walk->n];
		walk->ids[walk->n++] = query_get_number(&q, 0);
		item->ref = query_get_text(&q, 1, walk->arena);
		if (!item_kind_from_text(slice_of(query_peek_text(&q, 2)), &item->kind))
			item->kind = ITEM_OTHER;
		const char *text = query_peek_text(&q, 3);
		item->state = text && state_from_text(slice_of(text), &state) ? state : STATE_NONE;
		item->title = query_get_text(&q, 4, walk->arena);
		item->body = query_get_text(&q, 5, walk->arena);
		item->date = query_get_day(&q, 6);
		struct outcome_mark *mark = &walk->marks[walk->n - 1];
		mark->facts = query_get_text(&q, 7, walk->arena);
		query_get_into(&q, 8, mark->outcome, sizeof mark->outcome);
	}
	return query_end(&q, err);
}

/* The item of the row, whose number is in column 0; NULL when it is none of them. */
static struct item *item_of(struct walk *walk, struct query *q)
{
	int64_t id = query_get_number(q, 0);
	while (walk->at + 1 < walk->n && walk->ids[walk->at] < id)
		walk->at++;
	return walk->ids[walk->at] == id ? &walk->items[walk->at] : NULL;
}

static void identifier_take(struct walk *walk, struct query *q, struct item *item)
{
	struct identifier row = {query_get_text(q, 1, walk->arena), query_get_text(q, 2, walk->arena)};
	*list_push(walk->arena, &item->identifiers) = row;
}

static void person_take(struct walk *walk, struct query *q, struct item *item)
{
	struct person row = {query_get_text(q, 1, walk->arena), query_get_text(q, 2, walk->arena),
			     query_get_text(q, 3, walk->arena)};
	*list_push(walk->arena, &item->people) = row;
}

/* One row for each quote of a transition, and one for a transition without any. */
static void transition_take(struct walk *walk, struct query *q, struct item *item)
{
	enum state state;
	if (query_get_number(q, 5) == 0) {
		struct transition *row = list_push(walk->arena, &item->transitions);
		const char *text = query_peek_text(q, 1);
		row->state = text && state_from_text(slice_of(text), &state) ? state : STATE_NONE;
		row->on = query_get_day(q, 2);
		row->forbidden = query_get_number(q, 3) != 0;
		row->overruled = query_get_number(q, 4) != 0;
	}
	const char *words = query_get_text(q, 7, walk->arena);
	if (!words || !item->transitions.n)
		return;
	struct span raw = {(size_t)query_get_number(q, 8), (size_t)query_get_number(q, 9)};
	struct quote quote = {query_get_text(q, 6, walk->arena), words, raw};
	*list_push(walk->arena, &item->transitions.v[item->transitions.n - 1].quotes) = quote;
}

static void mention_take(struct walk *walk, struct query *q, struct item *item)
{
	const char *document = query_get_text(q, 1, walk->arena);
	*list_push(walk->arena, &item->mentions) = (struct mention_id){document, (int)query_get_number(q, 2)};
}

static void met_take(struct walk *walk, struct query *q, struct item *item)
{
	struct item_met row = {query_get_text(q, 1, walk->arena), query_get_text(q, 2, walk->arena),
			       query_get_day(q, 3)};
	*list_push(walk->arena, &item->met) = row;
}

enum status db_items_next(struct db *db, int64_t *after, int most, struct arena *arena, struct items *out,
			  struct outcome_marks *marks, struct err *err)
{
	static const struct {
		enum sql sql;
		void (*take)(struct walk *walk, struct query *q, struct item *item);
	} lists[] = {{SQL_IDENTIFIER_NEXT, identifier_take},
		     {SQL_PERSON_NEXT, person_take},
		     {SQL_TRANSITION_NEXT, transition_take},
		     {SQL_ITEM_MENTION_NEXT, mention_take},
		     {SQL_WORD_MET_NEXT, met_take}};
	struct walk walk = {.db = db, .arena = arena};
	walk.items = arena_alloc(arena, (size_t)most * sizeof *walk.items);
	walk.marks = arena_alloc(arena, (size_t)most * sizeof *walk.marks);
	walk.ids = arena_alloc(arena, (size_t)most * sizeof *walk.ids);
	enum status status = items_read(&walk, *after, most, err);
	for (size_t i = 0; status == OK && walk.n && i < ARRAY_SIZE(lists); i++) {
		struct query q;
		walk.at = 0;
		query_begin(&q, db, lists[i].sql);
		query_number(&q, ":first", walk.ids[0]);
		query_number(&q, ":last", walk.ids[walk.n - 1]);
		while (query_row(&q)) {
			struct item *item = item_of(&walk, &q);
			if (item)
				lists[i].take(&walk, &q, item);
		}
		status = query_end(&q, err);
	}
	if (status != OK)
		return status;
	*out = (struct items){walk.items, walk.n, (size_t)most};
	marks->v = walk.marks;
	if (walk.n)
		*after = walk.ids[walk.n - 1];
	return OK;
}

enum status db_outcome_save(struct db *db, const char *ref, const struct outcome_mark *mark, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_ITEM_OUTCOME);
	query_text(&q, ":item", ref);
	query_text(&q, ":outcome", mark->outcome[0] ? mark->outcome : NULL);
	return query_run(&q, err);
}

enum status db_item_count(struct db *db, size_t *out, struct err *err)
{
	struct query q;
	size_t n = 0;
	query_begin(&q, db, SQL_ITEM_COUNT);
	if (query_row(&q))
		n = (size_t)query_get_number(&q, 0);
	enum status status = query_end(&q, err);
	if (status == OK)
		*out = n;
	return status;
}
