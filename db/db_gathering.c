/* db_gathering.c: each word is a row for each quote, kept by the item's ref and put into the item whenever it is saved or derived: as a state
 * by hand, it outlives every new reading of the papers.
 */
#include "db/db_gathering.h"

#include "db/db_item.h"
#include "db/db_journal.h"

/* Lists GATHERING_COLUMNS, and the uid at the other end. False when the word is none that this release knows. */
static bool gathering_read(struct query *q, struct arena *arena, struct gathering *out)
{
	*out = (struct gathering){
		.quote = {query_get_text(q, 1, arena),
			  {(size_t)query_get_number(q, 2), (size_t)query_get_number(q, 3)},
			  query_get_text(q, 4, arena)},
		.text = query_get_text(q, 5, arena),
		.with = {query_get_text(q, 6, arena),
			 {(size_t)query_get_number(q, 7), (size_t)query_get_number(q, 8)},
			 query_get_text(q, 9, arena)},
		.key = query_get_text(q, 10, arena),
		.was = query_get_text(q, 11, arena),
		.on = query_get_day(q, 12),
		.because = query_get_text(q, 13, arena),
		.other = query_get_text(q, 14, arena),
	};
	const char *kind = query_peek_text(q, 0);
	return kind && gathering_word_from_text(slice_of(kind), &out->word);
}

static enum status gatherings_read(struct query *q, struct arena *arena, struct gatherings *out, struct err *err)
{
	const char *unknown = NULL;
	while (query_row(q))
		if (!gathering_read(q, arena, list_push(arena, out)) && !unknown)
			unknown = query_get_text(q, 0, arena);
	enum status status = query_end(q, err);
	if (status == OK && unknown)
		return err_set(err, E_DB, "the register holds '%s' for 'split' or 'merge': run 'griffie verify'",
			       unknown);
	return status;
}

/* ---- applying ---- */

enum { WORDS_MOST = 80 };

static const char not_found[] = "promise_not_found";

/* As many bytes of the words as a line has room for, without a part of a character. */
static int words_length(const char *text)
{
	size_t n = strlen(text);
	if (n <= WORDS_MOST)
		return (int)n;
	n = WORDS_MOST;
	while (n && ((unsigned char)text[n] & 0xc0) == 0x80)
		n--;
	return (int)n;
}

static void lost_tell(struct item *item, const struct gathering *word, struct arena *arena)
{
	const char *text = word->text ? word->text : "…";
	int n = words_length(text);
	const char *detail =
		word->word == GATHERING_SPLIT
			? arena_printf(arena,
				       "'%.*s', split off by hand, is no longer read as a promise: if it holds, use "
				       "'griffie add'",
				       n, text)
			: arena_printf(
				  arena,
				  "'%.*s', merged by hand, or what it went with, is no longer read: see what is owed",
				  n, text);
	*list_push(arena, &item->findings) = (struct finding){not_found, detail};
}

static void findings_clear(struct item *item, struct arena *arena)
{
	struct findings kept = {0};
	for (size_t i = 0; i < item->findings.n; i++)
		if (strcmp(item->findings.v[i].name, not_found) != 0)
			*list_push(arena, &kept) = item->findings.v[i];
	item->findings = kept;
}

enum status db_item_regroup(struct db *db, struct item *item, struct arena *arena, struct err *err)
{
	struct gatherings words = {0}, lost = {0};
	struct query q;
	query_begin(&q, db, SQL_GATHERING_LIST);
	query_text(&q, ":item", item->ref);
	enum status status = gatherings_read(&q, arena, &words, err);
	if (status != OK || !words.n)
		return status;
	regroup(item, &words, arena, &lost);
	findings_clear(item, arena);
	for (size_t i = 0; i < lost.n; i++)
		lost_tell(item, &lost.v[i], arena);
	return OK;
}

/* ---- of one follow-up ---- */

enum status db_followup_gatherings(struct db *db, const struct followup *followup, struct arena *arena,
				   struct gatherings *out, struct err *err)
{
	struct gatherings words = {0};
	struct query q;
	query_begin(&q, db, SQL_GATHERING_OF_KEY);
	query_text(&q, ":item", followup->item);
	query_text(&q, ":rule", followup->rule);
	query_text(&q, ":key", followup->key);
	enum status status = gatherings_read(&q, arena, &words, err);
	if (status == OK)
		*out = words;
	return status;
}

enum status gathering_merged(struct db *db, const struct followup *followup, struct arena *arena, bool *out,
			     struct err *err)
{
	struct gatherings words = {0};
	enum status status = db_followup_gatherings(db, followup, arena, &words, err);
	if (status == OK)
		*out = words.n && words.v[words.n - 1].word == GATHERING_MERGE &&
		       strcmp(words.v[words.n - 1].was, followup->key) == 0;
	return status;
}

/* ---- recording ---- */

static enum status gathering_journal(struct db *db, const char *ref, const struct gathering *g, int64_t *entry,
				     struct err *err)
{
	char on[DATE_TEXT];
	const struct field fields[] = {
		FIELD("word", gathering_word_to_text(g->word)),
		FIELD("item", ref),
		FIELD("document", g->quote.document),
		FIELD_INT("start", (int64_t)g->quote.raw.start),
		FIELD_INT("end", (int64_t)g->quote.raw.end),
		FIELD("name", g->quote.name),
		FIELD("with", g->with.document),
		FIELD_INT("with_start", (int64_t)g->with.raw.start),
		FIELD_INT("with_end", (int64_t)g->with.raw.end),
		FIELD("with_name", g->with.name),
		FIELD("key", g->key),
		FIELD("was", g->was),
		FIELD("on", g->on == DATE_NONE ? NULL : date_format(g->on, on)),
		FIELD_COVERED("words", g->text),
		FIELD_COVERED("because", g->because),
	};
	return journal_add(db, "gathering", fields, ARRAY_SIZE(fields), entry, err);
}

static void id_bind(struct query *q, const struct quote_id *id, const char *const names[4])
{
	query_text(q, names[0], id->document);
	query_number(q, names[1], (int64_t)id->raw.start);
	query_number(q, names[2], (int64_t)id->raw.end);
	query_text(q, names[3], id->name);
}

static enum status gathering_save(struct db *db, const char *ref, const struct gathering *gathering, struct err *err)
{
	static const char *const quote[] = {":document", ":start", ":stop", ":name"};
	static const char *const with[] = {":with_document", ":with_start", ":with_stop", ":with_name"};
	int64_t entry = 0;
	enum status status = gathering_journal(db, ref, gathering, &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_GATHERING_INSERT);
	query_text(&q, ":item", ref);
	query_text(&q, ":kind", gathering_word_to_text(gathering->word));
	id_bind(&q, &gathering->quote, quote);
	id_bind(&q, &gathering->with, with);
	query_text(&q, ":text", gathering->text);
	query_text(&q, ":key", gathering->key);
	query_text(&q, ":was", gathering->was);
	query_day(&q, ":day", gathering->on);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

/* What was asked about a quote may be answered by the word. */
static enum status findings_save(struct db *db, const struct item *item, struct arena *arena, struct err *err)
{
	struct item stored;
	struct item_stamp stamp;
	bool changed = false;
	enum status status = item_load(db, item->ref, arena, &stored, &stamp, err);
	if (status != OK)
		return status;
	stored.findings = item->findings;
	return item_write(db, &stored, &stamp, &changed, err);
}

enum status db_gatherings_record(struct db *db, struct item *item, const struct gatherings *words, struct arena *arena,
				 struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && i < words->n; i++)
		status = gathering_save(db, item->ref, &words->v[i], err);
	if (status == OK)
		status = db_item_regroup(db, item, arena, err);
	return status == OK ? findings_save(db, item, arena, err) : status;
}
