/* db_due.c: reading follow-ups: lists soonest first, and one by its uid.
 *
 * A list takes ids from the index on status, day and uid. Rows are read in the order in which they lie in the file and then sorted as the
 * index is: in a long list each page is so read once. A whole list is one query; one with a limit takes as many ids as it needs.
 */
#include "db/db_followup.h"
#include "db/db_item.h"

#include <stdlib.h>

static enum followup_status status_of(const char *text)
{
	for (int i = 0; i < FOLLOWUP_STATUS_COUNT; i++)
		if (strcmp(followup_status_to_text((enum followup_status)i), text) == 0)
			return (enum followup_status)i;
	return FOLLOWUP_PENDING;
}

/* Most rows repeat what the row before says: one copy then serves both. */
static const char *again(struct query *q, int column, const char *before, struct arena *arena)
{
	const char *text = query_peek_text(q, column);
	return text && before && strcmp(text, before) == 0 ? before : query_get_text(q, column, arena);
}

static void followup_read(struct query *q, const struct followup *last, struct arena *arena, struct followup *out)
{
	char status[16];
	query_get_into(q, 1, out->uid, sizeof out->uid);
	out->item = query_get_text(q, 2, arena);
	if (!item_kind_from_text(slice_of(query_get_text(q, 3, arena)), &out->kind))
		out->kind = ITEM_OTHER;
	out->body = again(q, 4, last->body, arena);
	out->title = again(q, 5, last->title, arena);
	out->rule = again(q, 6, last->rule, arena);
	out->rule_sha256 = again(q, 7, last->rule_sha256, arena);
	out->source = again(q, 8, last->source, arena);
	out->verified = query_get_number(q, 9) != 0;
	out->key = again(q, 10, last->key, arena);
	out->form = again(q, 11, last->form, arena);
	out->owed_by = again(q, 12, last->owed_by, arena);
	out->date_text = query_get_text(q, 13, arena);
	query_get_into(q, 14, out->edtf, sizeof out->edtf);
	out->earliest = query_get_day(q, 15);
	out->latest = query_get_day(q, 16);
	out->review = query_get_number(q, 17) != 0;
	query_get_into(q, 18, status, sizeof status);
	out->status = status_of(status);
	out->fulfilled_on = query_get_day(q, 19);
	out->because = query_get_text(q, 20, arena);
}

/* Lists FOLLOWUP_COLUMNS. */
static void due_read(struct query *q, const struct due_row *last, struct arena *arena, struct due_row *out)
{
	static const struct due_row none;
	*out = (struct due_row){0};
	followup_read(q, last ? &last->followup : &none.followup, arena, &out->followup);
	out->item_title = query_get_text(q, 21, arena);
	out->party = again(q, 22, last ? last->party : NULL, arena);
	const char *hash = query_get_text(q, 24, arena);
	if (hash)
		out->entry = arena_printf(arena, "%lld %s", (long long)query_get_number(q, 23), hash);
	out->created = query_get_number(q, 25);
	out->last_modified = query_get_number(q, 26);
	out->sequence = (int)query_get_number(q, 27);
	out->quote = query_get_text(q, 29, arena);
	out->confidential = query_get_number(q, 30) != 0;
}

/* ---- details ---- */

static enum status steps_load(struct db *db, int64_t id, struct arena *arena, struct followup *out, struct err *err)
{
	struct names steps = {0};
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_STEP_LIST);
	query_number(&q, ":parent", id);
	while (query_row(&q))
		*list_push(arena, &steps) = query_get_text(&q, 0, arena);
	out->steps = steps.v;
	out->step_count = steps.n;
	return query_end(&q, err);
}

static enum status moves_load(struct db *db, int64_t id, struct arena *arena, struct moves *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_MOVE_LIST);
	query_number(&q, ":parent", id);
	while (query_row(&q)) {
		struct move move = {query_get_day(&q, 0), query_get_day(&q, 1), query_get_day(&q, 2),
				    query_get_text(&q, 3, arena), query_get_text(&q, 4, arena)};
		*list_push(arena, out) = move;
	}
	return query_end(&q, err);
}

enum status followup_details(struct db *db, int64_t id, struct arena *arena, struct followup *out, struct err *err)
{
	enum status status = quotes_load(db, SQL_FOLLOWUP_QUOTE_LIST, id, arena, &out->quotes, err);
	if (status == OK)
		status = steps_load(db, id, arena, out, err);
	if (status == OK)
		status = moves_load(db, id, arena, &out->moves, err);
	return status;
}

/* ---- lists ---- */

struct due_filter {
	const char *status;
	char before[DATE_TEXT];
	char after[DATE_TEXT];
	bool overdue;
	bool undated;
	int not_overdue; /* the day; DATE_NONE: overdue ones too */
};

static enum status filter_make(const struct followup_filter *filter, struct due_filter *out, struct err *err)
{
	const char *state = filter->state;
	int before = filter->before;
	*out = (struct due_filter){.status = "pending", .before = "~", .not_overdue = DATE_NONE};
	out->overdue = filter->overdue || (state && strcmp(state, "overdue") == 0);
	out->undated = filter->after == DATE_NONE;
	if (out->overdue && (before == DATE_NONE || filter->today < before))
		before = filter->today;
	if (before != DATE_NONE)
		date_format(before, out->before);
	if (filter->after != DATE_NONE)
		date_format(filter->after, out->after);
	if (state && strcmp(state, "pending") == 0)
		out->not_overdue = filter->today;
	else if (state && strcmp(state, "overdue") != 0)
		out->status = state;
	if (strcmp(out->status, followup_status_to_text(status_of(out->status))) != 0)
		return err_set(err, E_USAGE, "no state '%s': use pending, overdue, fulfilled, waived or withdrawn",
			       out->status);
	return OK;
}

static void ids_bind(struct query *q, const struct due_filter *due)
{
	query_text(q, ":status", due->status);
	query_text(q, ":after", due->after);
	query_text(q, ":before", due->before);
}

static void ids_begin(struct query *q, struct db *db, const struct followup_filter *filter,
		      const struct due_filter *due)
{
	query_begin(q, db, filter->item ? SQL_FOLLOWUP_OF_ITEM : SQL_FOLLOWUP_DUE);
	ids_bind(q, due);
	if (filter->item)
		query_text(q, ":item", filter->item);
}

void followup_filter_bind(struct query *q, const struct followup_filter *filter)
{
	query_text(q, ":body", filter->body);
	query_text(q, ":kind", filter->kind >= 0 ? item_kind_to_text((enum item_kind)filter->kind) : NULL);
	query_text(q, ":portfolio", filter->portfolio);
	query_text(q, ":party", filter->party);
}

static void rows_bind(struct query *q, const struct followup_filter *filter, const struct due_filter *due)
{
	query_number(q, ":stamped", filter->with_quotes);
	query_number(q, ":undated", due->undated);
	query_number(q, ":overdue", due->overdue);
	query_day(q, ":not_overdue", due->not_overdue);
	followup_filter_bind(q, filter);
}

static enum status details_apply(struct db *db, int64_t id, struct arena *arena, struct followup *out, struct err *err)
{
	enum status status = followup_details(db, id, arena, out, err);
	return status == OK ? words_apply(db, out, arena, NULL, err) : status;
}

struct ids {
	int64_t *v;
	size_t n;
	size_t cap;
};

static int by_id(const void *x, const void *y)
{
	const int64_t *a = x, *b = y;
	return (*a > *b) - (*a < *b);
}

/* The order of the index: those without a day last. */
static int by_due(const void *x, const void *y)
{
	const struct due_row *a = x, *b = y;
	int on_a = a->followup.latest == DATE_NONE ? INT_MAX : a->followup.latest;
	int on_b = b->followup.latest == DATE_NONE ? INT_MAX : b->followup.latest;
	return on_a != on_b ? (on_a > on_b) - (on_a < on_b) : strcmp(a->followup.uid, b->followup.uid);
}

/* Adds the rows of a query that list FOLLOWUP_COLUMNS, and ends it. */
static enum status rows_add(struct db *db, struct query *q, const struct followup_filter *filter, struct arena *arena,
			    struct due_rows *rows, struct err *err)
{
	enum status status = OK;
	while (status == OK && query_row(q)) {
		struct due_row *row = list_push(arena, rows);
		due_read(q, rows->n > 1 ? row - 1 : NULL, arena, row);
		if (filter->with_quotes)
			status = details_apply(db, query_get_number(q, 0), arena, &row->followup, err);
	}
	enum status ended = query_end(q, status == OK ? err : NULL);
	return status == OK ? ended : status;
}

enum status followup_row_load(struct db *db, int64_t id, struct arena *arena, struct due_row *out, struct err *err)
{
	const struct followup_filter any = {.kind = -1, .with_quotes = true};
	const struct due_filter due = {.undated = true, .not_overdue = DATE_NONE};
	struct due_rows rows = {0};
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_ROW);
	query_number(&q, ":id", id);
	rows_bind(&q, &any, &due);
	enum status status = rows_add(db, &q, &any, arena, &rows, err);
	if (status == OK && rows.n)
		*out = rows.v[0];
	return status;
}

static void rows_sort(struct due_rows *rows, size_t first)
{
	if (rows->n > first)
		qsort(rows->v + first, rows->n - first, sizeof *rows->v, by_due);
}

static enum status all_add(struct db *db, const struct followup_filter *filter, const struct due_filter *due,
			   struct arena *arena, struct due_rows *rows, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_ALL);
	ids_bind(&q, due);
	rows_bind(&q, filter, due);
	enum status status = rows_add(db, &q, filter, arena, rows, err);
	rows_sort(rows, 0);
	return status;
}

static enum status batch_add(struct db *db, const struct followup_filter *filter, const struct due_filter *due,
			     struct ids *ids, struct arena *arena, struct due_rows *rows, struct err *err)
{
	enum status status = OK;
	size_t first = rows->n;
	if (ids->n)
		qsort(ids->v, ids->n, sizeof *ids->v, by_id);
	for (size_t i = 0; status == OK && i < ids->n; i++) {
		struct query q;
		query_begin(&q, db, SQL_FOLLOWUP_ROW);
		query_number(&q, ":id", ids->v[i]);
		rows_bind(&q, filter, due);
		status = rows_add(db, &q, filter, arena, rows, err);
	}
	rows_sort(rows, first);
	return status;
}

/* As many batches of ids as it takes to fill `limit` rows. */
static enum status batches_add(struct db *db, const struct followup_filter *filter, const struct due_filter *due,
			       size_t limit, struct arena *arena, struct due_rows *rows, struct err *err)
{
	enum { SMALL_BATCH = 64 };
	struct ids ids = {0};
	struct query q;
	struct arena *scratch = arena_new();
	size_t batch = limit < SMALL_BATCH ? SMALL_BATCH : limit;
	bool more = true;
	enum status status = OK;
	ids_begin(&q, db, filter, due);
	while (status == OK && more && rows->n < limit) {
		ids.n = 0;
		while (ids.n < batch && (more = query_row(&q)))
			*list_push(scratch, &ids) = query_get_number(&q, 0);
		status = batch_add(db, filter, due, &ids, arena, rows, err);
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	if (rows->n > limit)
		rows->n = limit;
	arena_free(scratch);
	return status == OK ? ended : status;
}

enum status db_followup_list(struct db *db, const struct followup_filter *filter, struct arena *arena,
			     struct due_rows *out, struct err *err)
{
	struct due_filter due;
	struct due_rows rows = {0};
	bool own = false;
	size_t limit = filter->limit > 0 ? (size_t)filter->limit : SIZE_MAX;
	enum status status = filter_make(filter, &due, err);
	if (status == OK)
		status = reading_begin(db, &own, err);
	if (status != OK)
		return status;
	if (filter->item || filter->limit > 0)
		status = batches_add(db, filter, &due, limit, arena, &rows, err);
	else
		status = all_add(db, filter, &due, arena, &rows, err);
	reading_end(db, own);
	if (status == OK)
		*out = rows;
	return status;
}

/* ---- one ---- */

/* The row whose uid begins with `uid`; `id` and `facts` as stored. */
static enum status row_load(struct db *db, const char *uid, struct arena *arena, struct due_row *out, int64_t *id,
			    char facts[SHA256_TEXT], struct err *err)
{
	struct query q;
	int n = 0;
	query_begin(&q, db, SQL_FOLLOWUP_LOAD);
	query_text(&q, ":from", uid);
	query_text(&q, ":to", arena_printf(arena, "%sg", uid));
	query_number(&q, ":stamped", true);
	for (; query_row(&q); n++) {
		if (n)
			continue;
		due_read(&q, NULL, arena, out);
		*id = query_get_number(&q, 0);
		query_get_into(&q, 28, facts, SHA256_TEXT);
	}
	enum status status = query_end(&q, err);
	if (status == OK && n == 0)
		return err_set(err, E_NOT_FOUND, "no follow-up '%s': see 'griffie due'", uid);
	if (status == OK && n > 1)
		return err_set(err, E_INVALID, "'%s' begins more than one uid: give more of it", uid);
	return status;
}

enum status followup_load(struct db *db, const char *uid, struct arena *arena, struct followup *out,
			  char facts[SHA256_TEXT], int64_t *entry, struct err *err)
{
	struct due_row row;
	int64_t id = 0;
	enum status status = row_load(db, uid, arena, &row, &id, facts, err);
	if (status == OK)
		status = followup_details(db, id, arena, &row.followup, err);
	if (status != OK)
		return status;
	*out = row.followup;
	*entry = row.entry ? strtoll(row.entry, NULL, 10) : 0;
	return OK;
}

enum status db_followup_load(struct db *db, const char *uid, struct arena *arena, struct due_row *out, struct err *err)
{
	struct due_row row;
	int64_t id = 0;
	char facts[SHA256_TEXT];
	if (strlen(uid) < 4)
		return err_set(err, E_NOT_FOUND, "no follow-up '%s': give at least 4 characters of its uid", uid);
	enum status status = row_load(db, uid, arena, &row, &id, facts, err);
	if (status == OK)
		status = details_apply(db, id, arena, &row.followup, err);
	if (status == OK)
		*out = row;
	return status;
}
