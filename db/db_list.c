/* db_list.c: finding items and listing them. */
#include "db/db_item.h"
#include "db/db_names.h"

#include <stdio.h>

/* ---- one item by a word ---- */

static enum status refs_query(struct db *db, enum sql sql, const char *name, const char *word, struct arena *arena,
			      struct names *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, sql);
	query_text(&q, name, word);
	while (query_row(&q))
		names_put(out, query_get_text(&q, 0, arena), arena);
	return query_end(&q, err);
}

static enum status several(const char *word, const struct names *refs, struct err *err)
{
	struct buf list;
	buf_init(&list);
	for (size_t i = 0; i < refs->n; i++)
		buf_printf(&list, "%s%s", i ? ", " : "", refs->v[i]);
	enum status status = err_set(err, E_INVALID, "'%s' means several items: %s", word, list.p);
	buf_release(&list);
	return status;
}

enum status db_item_find(struct db *db, const char *word, struct arena *arena, const char **ref, struct err *err)
{
	struct names refs = {0};
	enum status status = refs_query(db, SQL_ITEM_BY_REF, ":ref", word, arena, &refs, err);
	if (status == OK && !refs.n)
		status = refs_query(db, SQL_ITEM_BY_NUMBER, ":word", word, arena, &refs, err);
	if (status == OK && !refs.n)
		status = refs_query(db, SQL_ITEM_BY_PAPER, ":word", word, arena, &refs, err);
	if (status != OK)
		return status;
	if (!refs.n)
		return err_set(err, E_NOT_FOUND, "no item '%s': see 'griffie list'", word);
	if (refs.n > 1)
		return several(word, &refs, err);
	*ref = refs.v[0];
	return OK;
}

/* ---- lists ---- */

static struct slice next_word(struct slice *text)
{
	*text = slice_trim(*text);
	struct slice word = {text->p, 0};
	while (word.n < text->n && word.p[word.n] != ' ')
		word.n++;
	text->p += word.n, text->n -= word.n;
	return word;
}

static bool row_has(const struct item_row *row, const char *title_key, struct slice word, struct arena *arena)
{
	const char *plain = arena_text(arena, word);
	const char *key = resolve_title_key(plain, arena);
	if ((*key && strstr(title_key, key)) || (row->title && slice_holds(slice_of(row->title), plain)))
		return true;
	for (size_t i = 0; i < row->identifiers.n; i++)
		if (slice_holds(slice_of(row->identifiers.v[i].value), plain))
			return true;
	return slice_holds(slice_of(row->ref), plain);
}

static bool row_matches(const struct item_row *row, const char *title_key, const char *words, struct arena *arena)
{
	struct slice rest = words ? slice_of(words) : SLICE("");
	for (struct slice word = next_word(&rest); word.n; word = next_word(&rest))
		if (!row_has(row, title_key, word, arena))
			return false;
	return true;
}

/* Lists ITEM_COLUMNS: id, ref, kind, body, title, day, state, title_key, settled_on, pending, overdue, confidential. */
static void row_read(struct query *q, struct arena *arena, struct item_row *out)
{
	const char *state = query_get_text(q, 6, arena);
	*out = (struct item_row){.ref = query_get_text(q, 1, arena), .kind = ITEM_OTHER};
	if (!item_kind_from_text(slice_of(query_get_text(q, 2, arena)), &out->kind))
		out->kind = ITEM_OTHER;
	out->body = query_get_text(q, 3, arena);
	out->title = query_get_text(q, 4, arena);
	out->date = query_get_day(q, 5);
	if (state && !state_from_text(slice_of(state), &out->state))
		out->state = STATE_NONE;
	out->settled_on = query_get_day(q, 8);
	out->pending = (int)query_get_number(q, 9);
	out->overdue = (int)query_get_number(q, 10);
	out->confidential = query_get_number(q, 11) != 0;
}

static void filter_bind(struct query *q, const struct item_filter *filter)
{
	query_text(q, ":body", filter->body);
	query_text(q, ":party", filter->party);
	query_text(q, ":kind", filter->kind >= 0 ? item_kind_to_text((enum item_kind)filter->kind) : NULL);
	query_day(q, ":today", filter->today);
	if (filter->state >= 0)
		query_text(q, ":state", state_to_text((enum state)filter->state));
}

enum status db_item_list(struct db *db, const struct item_filter *filter, struct arena *arena, struct item_rows *out,
			 struct err *err)
{
	struct query q;
	struct item_rows rows = {0};
	enum status status = OK;
	query_begin(&q, db, filter->state >= 0 ? SQL_ITEM_LIST_STATE : SQL_ITEM_LIST);
	filter_bind(&q, filter);
	while (status == OK && query_row(&q)) {
		struct item_row row;
		row_read(&q, arena, &row);
		status = item_people_load(db, query_get_number(&q, 0), arena, &row.identifiers, &row.people, err);
		if (status == OK && row_matches(&row, query_get_text(&q, 7, arena), filter->words, arena))
			*list_push(arena, &rows) = row;
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	if (status == OK)
		status = ended;
	if (status == OK)
		*out = rows;
	return status;
}

enum status db_item_refs(struct db *db, struct arena *arena, struct names *out, struct err *err)
{
	struct names all = {0};
	struct query q;
	query_begin(&q, db, SQL_ITEM_WALK);
	while (query_row(&q))
		*list_push(arena, &all) = query_get_text(&q, 0, arena);
	enum status status = query_end(&q, err);
	if (status == OK)
		*out = all;
	return status;
}
