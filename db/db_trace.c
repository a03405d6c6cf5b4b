/* db_trace.c: for each kind of record, the entries that speak of it, the query that lists its rows, and what must agree.
 *
 * Of the entries that speak of one record the last counts. Rows are then taken in the order of their table, and each must rest on an entry
 * that counts and that no row before it rested on; an entry that no row rests on tells of one that was deleted. People's words are
 * recorded under the ref that the item had: which ref it has now, the journal says too.
 *
 * Left out is what `facts` covers, which db_verify.c works out anew: among it the evidence of transitions and whether they are forbidden,
 * which change with the item and have no entry of their own. Left out too are ids, which are of one copy of the file and decide nothing,
 * and `due`, which the table itself binds to `latest`.
 */
#include "db/db_trace.h"

#include "db/db_journal.h"

#include <stdlib.h>

enum column_kind {
	SAID,    /* stands in the entry in clear */
	NAMED,   /* the ref of an item in the entry, which may have got another since */
	COVERED, /* stands in the opening, which the next column has; where that was erased, it must be erased here too */
	FACTS,   /* the same, but no person's words: never erased */
};

struct column {
	const char *key;
	enum column_kind kind;
	const char
		*since; /* the field that an entry must have for this to be compared: those of before lack it; NULL */
};

/* `walk` lists the number of the entry, its text, and then the columns. */
static const struct kind {
	const char *op;
	const char
		*name[TRACE_PARTS]; /* keys of the fields that tell its records apart; none: each entry is a record */
	bool follows;               /* "item" and "other" in the name are what these are called now */
	bool dies;                  /* with its item */
	enum sql walk;
	struct column columns[16];
} kinds[] = {
	{.op = "document",
	 .name = {"document"},
	 .walk = SQL_CHECK_DOCUMENT,
	 .columns = {{"document", SAID, NULL},
		     {"kind", SAID, NULL},
		     {"date", SAID, NULL},
		     {"body", SAID, NULL},
		     {"text", SAID, NULL},
		     {"facts", FACTS, NULL},
		     {"path", COVERED, NULL}}},
	{.op = "item",
	 .name = {"item"},
	 .walk = SQL_CHECK_ITEM,
	 .columns = {{"item", SAID, NULL},
		     {"kind", SAID, NULL},
		     {"body", SAID, NULL},
		     {"date", SAID, NULL},
		     {"state", SAID, NULL},
		     {"facts", FACTS, NULL}}},
	{.op = "transition",
	 .name = {"item", "state", "on"},
	 .follows = true,
	 .dies = true,
	 .walk = SQL_CHECK_TRANSITION,
	 .columns = {{"item", NAMED, NULL}, {"state", SAID, NULL}, {"on", SAID, NULL}, {"at", SAID, NULL}}},
	{.op = "followup",
	 .name = {"followup"},
	 .walk = SQL_CHECK_FOLLOWUP,
	 .columns = {{"followup", SAID, NULL},
		     {"item", SAID, NULL},
		     {"rule", SAID, NULL},
		     {"pack", SAID, NULL},
		     {"key", SAID, NULL},
		     {"status", SAID, NULL},
		     {"edtf", SAID, NULL},
		     {"earliest", SAID, NULL},
		     {"latest", SAID, NULL},
		     {"fulfilled", SAID, NULL},
		     {"sequence", SAID, NULL},
		     {"created", SAID, "created"},
		     {"modified", SAID, "modified"},
		     {"facts", FACTS, NULL}}},
	{.op = "derivation",
	 .name = {"derivation"},
	 .walk = SQL_CHECK_DERIVATION,
	 .columns = {{"derivation", SAID, NULL}, {"value", SAID, NULL}}},
	{.op = "status",
	 .walk = SQL_CHECK_HAND_TRANSITION,
	 .columns = {{"item", NAMED, NULL},
		     {"state", SAID, NULL},
		     {"on", SAID, NULL},
		     {"document", SAID, NULL},
		     {"part", SAID, NULL},
		     {"by_rule", SAID, NULL},
		     {"owing", SAID, NULL},
		     {"refuses", SAID, NULL}}},
	{.op = "judgement",
	 .walk = SQL_CHECK_JUDGEMENT,
	 .columns = {{"item", NAMED, NULL},
		     {"judged", SAID, NULL},
		     {"verdict", SAID, NULL},
		     {"part", SAID, NULL},
		     {"on", SAID, NULL}}},
	{.op = "link",
	 .name = {"item", "type", "other"},
	 .follows = true,
	 .walk = SQL_CHECK_HAND_LINK,
	 .columns = {{"item", NAMED, NULL}, {"type", SAID, NULL}, {"other", NAMED, NULL}}},
	{.op = "word",
	 .walk = SQL_CHECK_WORD,
	 .columns = {{"item", NAMED, NULL},
		     {"rule", SAID, NULL},
		     {"key", SAID, NULL},
		     {"word", SAID, NULL},
		     {"on", SAID, NULL},
		     {"document", SAID, NULL},
		     {"was", SAID, NULL},
		     {"edtf", SAID, NULL},
		     {"earliest", SAID, NULL},
		     {"latest", SAID, NULL},
		     {"words", COVERED, "words_c"}}},
	{.op = "gathering",
	 .walk = SQL_CHECK_GATHERING,
	 .columns = {{"item", NAMED, NULL},
		     {"word", SAID, NULL},
		     {"document", SAID, NULL},
		     {"start", SAID, NULL},
		     {"end", SAID, NULL},
		     {"name", SAID, NULL},
		     {"with", SAID, NULL},
		     {"with_start", SAID, NULL},
		     {"with_end", SAID, NULL},
		     {"with_name", SAID, NULL},
		     {"key", SAID, NULL},
		     {"was", SAID, NULL},
		     {"on", SAID, NULL},
		     {"words", COVERED, NULL}}},
	{.op = "quarantine",
	 .name = {"asked"},
	 .walk = SQL_CHECK_QUARANTINE,
	 .columns = {{"document", SAID, NULL}, {"path", COVERED, NULL}, {"reason", COVERED, NULL}}},
	{.op = "secrecy",
	 .name = {"item"},
	 .follows = true,
	 .walk = SQL_CHECK_SECRECY,
	 .columns = {{"item", NAMED, NULL}, {"confidential", SAID, NULL}, {"on", SAID, NULL}}},
	{.op = "feed",
	 .name = {"digest"},
	 .walk = SQL_CHECK_PRIVATE_FEED,
	 .columns = {{"digest", SAID, NULL}, {"on", SAID, NULL}, {"name", COVERED, NULL}, {"filters", COVERED, NULL}}},
};

void trace_bad(int64_t entry, int64_t *first_bad)
{
	if (!*first_bad || entry < *first_bad)
		*first_bad = entry;
}

/* ---- what entries say ---- */

static bool is_gone(const char *change)
{
	static const char *const ends[] = {"removed", "renamed", "merged", "answered"};
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (strcmp(change, ends[i]) == 0)
			return true;
	return false;
}

static void renaming_add(struct slice entry, const char *change, const struct trace *trace, struct arena *arena,
			 struct traces *traces)
{
	bool removed = strcmp(change, "removed") == 0, renamed = strcmp(change, "renamed") == 0;
	const char *now = removed ? NULL : journal_field(entry, "now", arena);
	*list_push(arena, &traces->renamings) = (struct renaming){trace->name[0], now, !renamed, trace->seq};
}

void trace_add(struct slice entry, int64_t seq, struct arena *scratch, struct arena *arena, struct traces *traces)
{
	const char *op = journal_field(entry, "op", scratch), *change = journal_field(entry, "change", scratch);
	int k = 0;
	while (k < (int)ARRAY_SIZE(kinds) && strcmp(kinds[k].op, op) != 0)
		k++;
	if (k == (int)ARRAY_SIZE(kinds))
		return;
	struct trace *trace = list_push(arena, traces);
	*trace = (struct trace){.kind = k, .seq = seq, .gone = is_gone(change)};
	for (size_t i = 0; i < TRACE_PARTS && kinds[k].name[i]; i++)
		trace->name[i] = journal_field(entry, kinds[k].name[i], arena);
	if (!trace->name[0] || !*trace->name[0])
		trace->name[0] = arena_printf(arena, "%lld", (long long)seq);
	if (strcmp(change, "answered") == 0 && !*journal_field(entry, "asked", scratch))
		traces->unnamed = seq;
	if (trace->gone && strcmp(op, "item") == 0)
		renaming_add(entry, change, trace, arena, traces);
}

/* ---- what then is stored ---- */

static int by_ref(const void *x, const void *y)
{
	const struct renaming *a = x, *b = y;
	int order = strcmp(a->ref, b->ref);
	return order ? order : (a->seq > b->seq) - (a->seq < b->seq);
}

/* The first renaming of `ref` after entry `seq`, or NULL. */
static const struct renaming *renaming_after(const struct traces *traces, const char *ref, int64_t seq)
{
	const struct renaming key = {.ref = ref, .seq = seq};
	size_t low = 0, high = traces->renamings.n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (by_ref(&traces->renamings.v[mid], &key) <= 0)
			low = mid + 1;
		else
			high = mid;
	}
	const struct renaming *found = traces->renamings.v + low;
	return low < traces->renamings.n && strcmp(found->ref, ref) == 0 ? found : NULL;
}

/* What the item that was called `ref` in entry `seq` is called now; `lost` is set when its row went since. */
static const char *name_now(const struct traces *traces, const char *ref, int64_t seq, bool *lost)
{
	for (const struct renaming *r; (r = renaming_after(traces, ref, seq)); seq = r->seq) {
		*lost |= r->lost;
		ref = r->now ? r->now : ref;
	}
	return ref;
}

/* Whether there can be a row: a transition goes with its item, and a link of an item with itself goes when two become one. */
static bool names_follow(const struct traces *traces, struct trace *trace)
{
	const struct kind *kind = &kinds[trace->kind];
	const char *item = NULL, *other = NULL;
	bool lost = false;
	for (size_t i = 0; kind->follows && i < TRACE_PARTS && kind->name[i]; i++) {
		bool is_item = strcmp(kind->name[i], "item") == 0, is_other = strcmp(kind->name[i], "other") == 0;
		if (is_item || is_other)
			trace->name[i] = name_now(traces, trace->name[i], trace->seq, &lost);
		item = is_item ? trace->name[i] : item;
		other = is_other ? trace->name[i] : other;
	}
	return !(kind->dies && lost) && !(item && other && strcmp(item, other) == 0);
}

static int name_cmp(const struct trace *a, const struct trace *b)
{
	int order = a->kind - b->kind;
	for (size_t i = 0; !order && i < TRACE_PARTS && a->name[i]; i++)
		order = strcmp(a->name[i], b->name[i]);
	return order;
}

static int by_name(const void *x, const void *y)
{
	const struct trace *a = x, *b = y;
	int order = name_cmp(a, b);
	return order ? order : (a->seq > b->seq) - (a->seq < b->seq);
}

static int by_entry(const void *x, const void *y)
{
	const struct trace *a = x, *b = y;
	return a->kind != b->kind ? a->kind - b->kind : (a->seq > b->seq) - (a->seq < b->seq);
}

/* Leaves the last word on each record that is stored, sorted by kind and entry. */
static void traces_settle(struct traces *traces)
{
	size_t n = 0, stored = 0;
	if (traces->renamings.n)
		qsort(traces->renamings.v, traces->renamings.n, sizeof *traces->renamings.v, by_ref);
	for (size_t i = 0; i < traces->n; i++)
		if (names_follow(traces, &traces->v[i]))
			traces->v[n++] = traces->v[i];
	if (n)
		qsort(traces->v, n, sizeof *traces->v, by_name);
	for (size_t i = 0; i < n; i++)
		if ((i + 1 == n || name_cmp(&traces->v[i], &traces->v[i + 1]) != 0) && !traces->v[i].gone)
			traces->v[stored++] = traces->v[i];
	traces->n = stored;
	if (stored)
		qsort(traces->v, stored, sizeof *traces->v, by_entry);
}

/* ---- rows ---- */

/* What the entry, or what was opened of it, says of a column; NULL when its facts are missing. `at` is the place of the next column. */
static const char *said(struct query *q, const struct column *column, const struct traces *traces, struct slice entry,
			int *at, struct arena *arena)
{
	bool lost = false;
	const char *text = "";
	switch (column->kind) {
	case SAID:
		return journal_field(entry, column->key, arena);
	case NAMED:
		text = journal_field(entry, column->key, arena);
		return name_now(traces, text, query_get_number(q, 0), &lost);
	case COVERED:
		text = query_get_text(q, (*at)++, arena);
		return text ? text : "";
	case FACTS:
		return query_get_text(q, (*at)++, arena);
	}
	return text;
}

static bool row_follows(struct query *q, const struct kind *kind, const struct traces *traces, struct arena *arena)
{
	struct slice entry = query_get_slice(q, 1, arena);
	int at = 2;
	for (const struct column *column = kind->columns; entry.p && column->key; column++) {
		const char *is = query_get_text(q, at++, arena);
		const char *must = said(q, column, traces, entry, &at, arena);
		bool told = !column->since || *journal_field(entry, column->since, arena);
		if (told && (!must || strcmp(is ? is : "", must) != 0))
			return false;
	}
	return entry.p != NULL;
}

static void row_check(struct query *q, int kind, const struct traces *traces, int64_t entries, int64_t *first_bad)
{
	struct arena *arena = arena_new();
	const struct trace key = {.kind = kind, .seq = query_get_number(q, 0)};
	struct trace *trace = traces->n ? bsearch(&key, traces->v, traces->n, sizeof *traces->v, by_entry) : NULL;
	if (!trace || trace->seen || !row_follows(q, &kinds[kind], traces, arena))
		trace_bad(key.seq > 0 && key.seq <= entries ? key.seq : entries ? entries : 1, first_bad);
	if (trace)
		trace->seen = true;
	arena_free(arena);
}

static bool may_be_answered(const struct traces *traces, const struct trace *trace)
{
	return kinds[trace->kind].walk == SQL_CHECK_QUARANTINE && trace->seq < traces->unnamed;
}

enum status trace_check(struct db *db, struct traces *traces, int64_t entries, int64_t *first_bad, struct err *err)
{
	enum status status = OK;
	traces_settle(traces);
	for (int k = 0; status == OK && k < (int)ARRAY_SIZE(kinds); k++) {
		struct query q;
		query_begin(&q, db, kinds[k].walk);
		while (query_row(&q))
			row_check(&q, k, traces, entries, first_bad);
		status = query_end(&q, err);
	}
	for (size_t i = 0; i < traces->n; i++)
		if (!traces->v[i].seen && !may_be_answered(traces, &traces->v[i]))
			trace_bad(traces->v[i].seq, first_bad);
	return status;
}
