/* db_trace.c: finds what comparing each record with its own entry cannot: records that were deleted, put back to an older entry, or put in
 * without one. All traces are sorted by subject, so that the last one of each is next to the following subject.
 */
#include "db/db_trace.h"

#include "db/db_journal.h"

#include <stdlib.h>

static const struct {
	const char *op; /* also the key of the name */
	enum sql find;
	const char *parameter;
} kinds[] = {
	{"document", SQL_DOCUMENT_ENTRY, ":sha256"},
	{"item", SQL_ITEM_ENTRY, ":ref"},
	{"followup", SQL_FOLLOWUP_ENTRY, ":uid"},
	{"derivation", SQL_DERIVATION_ENTRY, ":name"},
};

void trace_add(struct slice entry, int64_t seq, struct arena *scratch, struct arena *arena, struct traces *traces)
{
	const char *op = journal_field(entry, "op", scratch);
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
		if (strcmp(op, kinds[i].op) != 0)
			continue;
		const char *name = journal_field(entry, op, scratch), *change = journal_field(entry, "change", scratch);
		bool stays = strcmp(change, "added") == 0 || strcmp(change, "changed") == 0;
		*list_push(arena, traces) = (struct trace){arena_printf(arena, "%s %s", op, name), seq, !stays};
	}
}

static int by_subject(const void *x, const void *y)
{
	const struct trace *a = x, *b = y;
	int order = strcmp(a->subject, b->subject);
	return order ? order : (a->seq > b->seq) - (a->seq < b->seq);
}

/* `entry` is 0 when the record is not stored. */
static enum status entry_find(struct db *db, const char *subject, int64_t *entry, struct err *err)
{
	size_t n = strcspn(subject, " ");
	struct query q;
	enum status status = OK;
	*entry = 0;
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
		if (strlen(kinds[i].op) != n || memcmp(kinds[i].op, subject, n) != 0)
			continue;
		query_begin(&q, db, kinds[i].find);
		query_text(&q, kinds[i].parameter, subject + n + 1);
		if (query_row(&q))
			*entry = query_get_number(&q, 0);
		status = query_end(&q, err);
	}
	return status;
}

static enum status records_count(struct db *db, int64_t *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_RECORD_COUNT);
	if (query_row(&q))
		*out = query_get_number(&q, 0);
	return query_end(&q, err);
}

enum status trace_check(struct db *db, struct traces *traces, int64_t entries, int64_t *first_bad, struct err *err)
{
	enum status status = OK;
	int64_t living = 0, stored = 0, bad = 0;
	if (traces->n)
		qsort(traces->v, traces->n, sizeof *traces->v, by_subject);
	for (size_t i = 0; status == OK && i < traces->n; i++) {
		const struct trace *t = &traces->v[i];
		if (i + 1 < traces->n && strcmp(t[0].subject, t[1].subject) == 0)
			continue;
		int64_t entry = 0;
		status = entry_find(db, t->subject, &entry, err);
		living += !t->gone;
		if (entry != (t->gone ? 0 : t->seq) && (!bad || t->seq < bad))
			bad = t->seq;
	}
	if (status == OK)
		status = records_count(db, &stored, err);
	if (!bad && stored > living)
		bad = entries ? entries : 1;
	if (status == OK && bad && (!*first_bad || bad < *first_bad))
		*first_bad = bad;
	return status;
}
