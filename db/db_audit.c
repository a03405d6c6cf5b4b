/* db_audit.c: reading many items with what is owed because of them: each table once for a batch (db_walk.c), its rows in the order of the items,
 * and within an item in that of rule and key.
 */
#include "db/db_gate.h"

/* Where the rows of a table have come to. */
struct place {
	struct arena *arena;
	struct audit_cases *cases;
	size_t item;
	size_t followup; /* of that item */
};

/* The case of the row, whose ref is in column 0; NULL when it is none of them. */
static struct audit_case *case_of(struct place *place, struct query *q)
{
	const char *ref = query_peek_text(q, 0);
	for (size_t i = place->item; ref && i < place->cases->n; i++)
		if (strcmp(place->cases->v[i].item.ref, ref) == 0) {
			place->item = i;
			return &place->cases->v[i];
		}
	return NULL;
}

/* The follow-up of the row, whose uid is in column 0. */
static struct audit_followup *followup_of(struct place *place, struct query *q)
{
	const char *uid = query_peek_text(q, 0);
	for (; uid && place->item < place->cases->n; place->item++, place->followup = 0) {
		const struct audit_followups *list = &place->cases->v[place->item].followups;
		for (; place->followup < list->n; place->followup++)
			if (strcmp(list->v[place->followup].followup.uid, uid) == 0)
				return &list->v[place->followup];
	}
	return NULL;
}

static void finding_take(struct place *place, struct query *q)
{
	struct audit_case *it = case_of(place, q);
	if (it)
		*list_push(place->arena, &it->item.findings) =
			(struct finding){query_get_text(q, 1, place->arena), query_get_text(q, 2, place->arena)};
}

static enum followup_status status_of(const char *text)
{
	for (int i = 0; i < FOLLOWUP_STATUS_COUNT; i++)
		if (text && strcmp(followup_status_to_text((enum followup_status)i), text) == 0)
			return (enum followup_status)i;
	return FOLLOWUP_PENDING;
}

static void followup_take(struct place *place, struct query *q)
{
	struct audit_case *it = case_of(place, q);
	if (!it)
		return;
	struct audit_followup *row = list_push(place->arena, &it->followups);
	struct followup *f = &row->followup;
	row->waived_on = DATE_NONE;
	f->item = it->item.ref;
	f->kind = it->item.kind;
	f->body = it->item.body;
	query_get_into(q, 1, f->uid, sizeof f->uid);
	f->rule = query_get_text(q, 2, place->arena);
	f->key = query_get_text(q, 3, place->arena);
	f->status = status_of(query_peek_text(q, 4));
	f->title = query_get_text(q, 5, place->arena);
	f->form = query_get_text(q, 6, place->arena);
	f->owed_by = query_get_text(q, 7, place->arena);
	f->date_text = query_get_text(q, 8, place->arena);
	query_get_into(q, 9, f->edtf, sizeof f->edtf);
	f->earliest = query_get_day(q, 10);
	f->latest = query_get_day(q, 11);
	f->review = query_get_number(q, 12) != 0;
	f->fulfilled_on = query_get_day(q, 13);
}

static void quote_take(struct place *place, struct query *q)
{
	struct audit_followup *row = followup_of(place, q);
	struct span raw = {(size_t)query_get_number(q, 3), (size_t)query_get_number(q, 4)};
	if (row)
		*list_push(place->arena, &row->followup.quotes) =
			(struct quote){query_get_text(q, 1, place->arena), query_get_text(q, 2, place->arena), raw};
}

static void move_take(struct place *place, struct query *q)
{
	struct audit_followup *row = followup_of(place, q);
	if (row)
		*list_push(place->arena, &row->followup.moves) =
			(struct move){query_get_day(q, 1), query_get_day(q, 2), query_get_day(q, 3),
				      query_get_text(q, 4, place->arena), query_get_text(q, 5, place->arena)};
}

/* What a person said stands in the follow-up already, but for the moves and the day on which it was waived. */
static void word_take(struct place *place, struct query *q)
{
	struct audit_followup *row = followup_of(place, q);
	const char *kind = query_peek_text(q, 1);
	if (!row || !kind)
		return;
	if (strcmp(kind, "waive") == 0)
		row->waived_on = query_get_day(q, 2);
	if (strcmp(kind, "move") == 0)
		*list_push(place->arena, &row->followup.moves) =
			(struct move){query_get_day(q, 4), query_get_day(q, 5), query_get_day(q, 2), NULL,
				      query_get_text(q, 3, place->arena)};
}

static enum status papers_read(struct db *db, int64_t first, int64_t last, struct arena *arena,
			       struct audit_papers *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_PAPER_NEXT);
	query_number(&q, ":first", first);
	query_number(&q, ":last", last);
	while (query_row(&q)) {
		struct audit_paper *paper = list_push(arena, out);
		paper->sha256 = query_get_text(&q, 0, arena);
		paper->kind = query_get_text(&q, 1, arena);
		paper->path = query_get_text(&q, 2, arena);
		paper->day = query_get_day(&q, 3);
	}
	return query_end(&q, err);
}

static enum status lists_read(struct db *db, int64_t first, int64_t last, struct arena *arena,
			      struct audit_cases *cases, struct err *err)
{
	static const struct {
		enum sql sql;
		void (*take)(struct place *place, struct query *q);
	} lists[] = {{SQL_FINDING_NEXT, finding_take},
		     {SQL_FOLLOWUP_NEXT, followup_take},
		     {SQL_FOLLOWUP_QUOTE_NEXT, quote_take},
		     {SQL_FOLLOWUP_MOVE_NEXT, move_take},
		     {SQL_WORD_NEXT, word_take}};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < ARRAY_SIZE(lists); i++) {
		struct place place = {.arena = arena, .cases = cases};
		struct query q;
		query_begin(&q, db, lists[i].sql);
		query_number(&q, ":first", first);
		query_number(&q, ":last", last);
		while (query_row(&q))
			lists[i].take(&place, &q);
		status = query_end(&q, err);
	}
	return status;
}

enum status db_audit_next(struct db *db, int64_t *after, int most, struct arena *arena, struct audit_cases *out,
			  struct err *err)
{
	struct items items = {0};
	struct outcome_marks marks = {0};
	struct audit_cases cases = {0};
	struct audit_papers *papers = arena_alloc(arena, sizeof *papers);
	int64_t first = *after + 1;
	enum status status = db_items_next(db, after, most, arena, &items, &marks, err);
	if (status == OK && items.n)
		status = papers_read(db, first, *after, arena, papers, err);
	for (size_t i = 0; i < items.n; i++)
		*list_push(arena, &cases) = (struct audit_case){.item = items.v[i], .papers = papers};
	if (status == OK && items.n)
		status = lists_read(db, first, *after, arena, &cases, err);
	if (status == OK)
		*out = cases;
	return status;
}
