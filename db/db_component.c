/* db_component.c: what calendars print of follow-ups.
 *
 * A calendar is a walk along the index on rendition, day and uid. A component is old when its follow-up or its item
 * has a newer entry in the journal; when neither has, and the same is shown as the last time, nothing is looked at at all.
 */
#include "db/db_followup.h"

enum { DAY_SECONDS = 86400 };

static void shown_bind(struct query *q, const struct rendition *rendition)
{
	query_day(q, ":since", rendition->since);
	query_number(q, ":since_second", (int64_t)rendition->since * DAY_SECONDS);
}

enum status db_rendition_find(struct db *db, struct rendition *rendition, struct err *err)
{
	struct journal_head head = {0};
	int64_t seq = -1;
	struct query q;
	rendition->id = 0;
	rendition->old = true;
	query_begin(&q, db, SQL_RENDITION_FIND);
	query_text(&q, ":name", rendition->name);
	if (query_row(&q)) {
		rendition->id = query_get_number(&q, 0);
		rendition->old = query_get_number(&q, 1) != rendition->version;
		seq = query_get_number(&q, 2);
		rendition->old |= query_get_day(&q, 3) != rendition->since;
	}
	enum status status = query_end(&q, err);
	if (status == OK)
		status = db_journal_head(db, &head, err);
	rendition->old |= head.entries != seq;
	return status;
}

enum status db_print_begin(struct db *db, struct err *err)
{
	return db_is_readonly(db) ? gate_run(db, SQL_READ, err) : db_begin(db, err);
}

static enum status rendition_make(struct db *db, struct rendition *rendition, struct err *err)
{
	struct query q;
	enum status status = db_rendition_find(db, rendition, err);
	if (status != OK || rendition->id)
		return status;
	query_begin(&q, db, SQL_RENDITION_INSERT);
	query_text(&q, ":name", rendition->name);
	status = query_run(&q, err);
	if (status == OK)
		rendition->id = sqlite3_last_insert_rowid(db->handle);
	return status;
}

enum status db_rendition_unprinted(struct db *db, struct rendition *rendition, int64_t cursor, int limit,
				   struct arena *arena, struct unprinted_rows *out, struct err *err)
{
	struct query q;
	size_t first = out->n;
	enum status status = rendition->id ? OK : rendition_make(db, rendition, err);
	if (status != OK)
		return status;
	query_begin(&q, db, SQL_COMPONENT_MISSING);
	query_number(&q, ":rendition", rendition->id);
	query_number(&q, ":version", rendition->version);
	query_number(&q, ":cursor", cursor);
	query_number(&q, ":limit", limit);
	shown_bind(&q, rendition);
	while (query_row(&q)) {
		struct unprinted row = {.cursor = query_get_number(&q, 0),
					.made_of = query_get_text(&q, 1, arena),
					.digest = query_get_text(&q, 2, arena),
					.last_modified = query_get_number(&q, 3)};
		*list_push(arena, out) = row;
	}
	status = query_end(&q, err);
	for (size_t i = first; status == OK && i < out->n; i++)
		status = followup_row_load(db, out->v[i].cursor, arena, &out->v[i].due, err);
	return status;
}

static enum status component_delete(struct db *db, const struct rendition *rendition, int64_t followup, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_COMPONENT_DELETE);
	query_number(&q, ":followup", followup);
	query_number(&q, ":rendition", rendition->id);
	return query_run(&q, err);
}

enum status db_rendition_print(struct db *db, const struct rendition *rendition, const struct unprinted *row,
			       const struct printed *printed, struct err *err)
{
	struct query q;
	enum status status = component_delete(db, rendition, row->cursor, err);
	if (status != OK)
		return status;
	query_begin(&q, db, SQL_COMPONENT_INSERT);
	query_number(&q, ":rendition", rendition->id);
	query_number(&q, ":followup", row->cursor);
	query_text(&q, ":uid", printed->uid);
	query_text(&q, ":made_of", row->made_of);
	query_text(&q, ":digest", printed->digest);
	query_number(&q, ":last_modified", printed->last_modified);
	query_slice(&q, ":text", printed->text);
	return query_run(&q, err);
}

enum status db_rendition_close(struct db *db, const struct rendition *rendition, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_COMPONENT_FORGET);
	query_number(&q, ":rendition", rendition->id);
	shown_bind(&q, rendition);
	enum status status = query_run(&q, err);
	if (status != OK)
		return status;
	query_begin(&q, db, SQL_RENDITION_UPDATE);
	query_number(&q, ":rendition", rendition->id);
	query_number(&q, ":version", rendition->version);
	query_day(&q, ":since", rendition->since);
	return query_run(&q, err);
}

/* ---- calendars ---- */

static bool is_all(const struct followup_filter *f)
{
	return f->before == DATE_NONE && f->after == DATE_NONE && !f->overdue && !f->party && !f->portfolio &&
	       !f->body && !f->item && f->kind < 0 && !f->state;
}

static void some_bind(struct query *q, const struct followup_filter *filter, char before[DATE_TEXT],
		      char after[DATE_TEXT])
{
	bool pending = filter->state && strcmp(filter->state, "pending") == 0;
	bool overdue = filter->state && strcmp(filter->state, "overdue") == 0;
	query_text(q, ":before", filter->before == DATE_NONE ? "~" : date_format(filter->before, before));
	query_text(q, ":after", filter->after == DATE_NONE ? "" : date_format(filter->after, after));
	query_text(q, ":status", overdue ? "pending" : filter->state);
	query_number(q, ":late", filter->overdue || overdue);
	query_number(q, ":in_time", pending);
	query_day(q, ":today", filter->today);
	query_text(q, ":item", filter->item);
	/* Who put it forward, or whose it is, is nobody's business: that it stands in such a calendar would tell. */
	query_number(q, ":tells", filter->party || filter->portfolio);
	followup_filter_bind(q, filter);
}

enum status db_rendition_walk(struct db *db, const struct rendition *rendition, const struct followup_filter *filter,
			      component_visit visit, void *user, struct err *err)
{
	char before[DATE_TEXT], after[DATE_TEXT];
	struct query q;
	enum status status = OK;
	query_begin(&q, db, is_all(filter) ? SQL_COMPONENT_ALL : SQL_COMPONENT_SOME);
	query_number(&q, ":rendition", rendition->id);
	if (!is_all(filter))
		some_bind(&q, filter, before, after);
	while (status == OK && query_row(&q)) {
		size_t n;
		const char *text = query_peek_bytes(&q, 0, &n);
		status = visit(user, (struct slice){text, n}, err);
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	return status == OK ? ended : status;
}

/* ---- for publishing ---- */

enum status db_rendition_component(struct db *db, const struct rendition *rendition, int64_t followup,
				   component_visit visit, void *user, struct err *err)
{
	struct query q;
	enum status status = E_NOT_FOUND;
	query_begin(&q, db, SQL_COMPONENT_OF);
	query_number(&q, ":rendition", rendition->id);
	query_number(&q, ":followup", followup);
	if (query_row(&q)) {
		size_t n;
		const char *text = query_peek_bytes(&q, 0, &n);
		status = visit(user, (struct slice){text, n}, err);
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	return ended == OK && status == E_NOT_FOUND ? err_set(err, status, "a component is missing: try again")
	       : status == OK                       ? ended
						    : status;
}

enum status db_rendition_rows(struct db *db, const struct rendition *rendition, const char *body, int today,
			      struct arena *arena, struct shown_rows *out, struct err *err)
{
	struct shown_rows rows = {0};
	struct query q;
	query_begin(&q, db, SQL_COMPONENT_ROWS);
	query_number(&q, ":rendition", rendition->id);
	query_text(&q, ":body", body);
	query_day(&q, ":today", today);
	while (query_row(&q)) {
		struct shown_row row = {.followup = query_get_number(&q, 0),
					.item = query_get_number(&q, 1),
					.uid = query_get_text(&q, 2, arena),
					.ref = query_get_text(&q, 3, arena),
					.kind = ITEM_OTHER,
					.owed_by = query_get_text(&q, 5, arena),
					.late = query_get_number(&q, 6) != 0,
					.made_of = query_get_text(&q, 7, arena),
					.last_modified = query_get_number(&q, 8),
					.confidential = query_get_number(&q, 9) != 0};
		(void)item_kind_from_text(slice_of(query_peek_text(&q, 4)), &row.kind);
		*list_push(arena, &rows) = row;
	}
	enum status status = query_end(&q, err);
	if (status == OK)
		*out = rows;
	return status;
}

enum status db_supporters(struct db *db, struct arena *arena, struct supporters *out, struct err *err)
{
	struct supporters rows = {0};
	struct query q;
	query_begin(&q, db, SQL_SUPPORTER_LIST);
	while (query_row(&q)) {
		struct supporter row = {query_get_number(&q, 0), query_get_text(&q, 1, arena),
					query_get_text(&q, 2, arena), query_get_number(&q, 3) != 0};
		*list_push(arena, &rows) = row;
	}
	enum status status = query_end(&q, err);
	if (status == OK)
		*out = rows;
	return status;
}

enum status db_followed_list(struct db *db, const char *body, struct arena *arena, struct followed_rows *out,
			     struct err *err)
{
	struct followed_rows rows = {0};
	struct query q;
	query_begin(&q, db, SQL_FOLLOWED_LIST);
	query_text(&q, ":body", body);
	while (query_row(&q)) {
		struct followed row = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena)};
		*list_push(arena, &rows) = row;
	}
	enum status status = query_end(&q, err);
	if (status == OK)
		*out = rows;
	return status;
}
