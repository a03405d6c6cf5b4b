/* db_verify.c: is the journal whole, and does the register follow from it?
 *
 * The chain is checked by its bytes, without parsing: a key and its value can only stand unescaped where the entry has them. Then the
 * facts of every paper, item and follow-up are computed anew from its rows and compared with those in its row; that these, and all else
 * that an entry speaks of, are what the entry says, is for db_trace.c. A tail that was cut, or a whole that was computed anew, shows only
 * against a head that was kept elsewhere.
 */
#include "db/db_verify.h"

#include "db/db_document.h"
#include "db/db_followup.h"
#include "db/db_item.h"
#include "db/db_journal.h"
#include "db/db_names.h"
#include "db/db_trace.h"

#include "hash/sha256.h"

#include <stdio.h>

enum { PAIR_MAX = 160 };

static bool holds(struct slice entry, const char *pair)
{
	return memmem(entry.p, entry.n, pair, strlen(pair)) != NULL;
}

/* Every opening must be what the entry committed to; that one was erased is no fault of the journal. */
static enum status openings_check(struct db *db, int64_t seq, struct slice entry, struct arena *arena, bool *whole,
				  struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_OPENING_LIST);
	query_number(&q, ":seq", seq);
	while (query_row(&q)) {
		char commitment[SHA256_TEXT], pair[PAIR_MAX];
		const char *field = query_get_text(&q, 0, arena);
		size_t n = 0;
		const void *salt = query_peek_bytes(&q, 1, &n);
		if (!salt || n != JOURNAL_SALT) {
			*whole = false;
			continue;
		}
		journal_commitment(salt, field, query_get_slice(&q, 2, arena), commitment);
		snprintf(pair, sizeof pair, "\"%s_c\":\"%s\"", field, commitment);
		*whole = *whole && holds(entry, pair);
	}
	return query_end(&q, err);
}

static bool entry_follows(const struct journal_head *head, int64_t seq, struct slice entry, const char *hash)
{
	char prev[PAIR_MAX], inside[PAIR_MAX], last[PAIR_MAX], right[SHA256_TEXT];
	if (seq != head->entries + 1)
		return false;
	snprintf(prev, sizeof prev, "\"prev\":\"%s\"", head->hash);
	snprintf(inside, sizeof inside, "\"seq\":%lld,", (long long)seq);
	snprintf(last, sizeof last, "\"seq\":%lld}", (long long)seq);
	journal_hash(entry, right);
	return strcmp(right, hash) == 0 && holds(entry, prev) && (holds(entry, inside) || holds(entry, last));
}

/* `kept` holds what the traces need. */
static enum status chain_check(struct db *db, struct journal_head *head, struct arena *kept, struct traces *traces,
			       int64_t *first_bad, struct err *err)
{
	struct query q;
	enum status status = OK;
	memset(head->hash, '0', SHA256_TEXT - 1);
	query_begin(&q, db, SQL_JOURNAL_WALK);
	while (status == OK && !*first_bad && query_row(&q)) {
		struct arena *arena = arena_new();
		int64_t seq = query_get_number(&q, 0);
		struct slice entry = query_get_slice(&q, 1, arena);
		char hash[SHA256_TEXT];
		query_get_into(&q, 2, hash, sizeof hash);
		bool whole = entry_follows(head, seq, entry, hash);
		if (whole)
			status = openings_check(db, seq, entry, arena, &whole, err);
		if (!whole)
			*first_bad = head->entries + 1;
		trace_add(entry, seq, arena, kept, traces);
		head->entries = seq;
		memcpy(head->hash, hash, sizeof hash);
		arena_free(arena);
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	return status == OK ? ended : status;
}

/* ---- records ---- */

static enum status item_check(struct db *db, const char *ref, int64_t *first_bad, struct err *err)
{
	struct item item;
	struct item_stamp stamp;
	char facts[SHA256_TEXT];
	struct arena *arena = arena_new();
	enum status status = item_load(db, ref, arena, &item, &stamp, err);
	if (status == OK) {
		item_facts(&item, &stamp, facts);
		const char *title_key = item.title ? resolve_title_key(item.title, arena) : "";
		if (strcmp(facts, stamp.facts) != 0 || !names_equal(title_key, stamp.title_key))
			trace_bad(stamp.entry, first_bad);
	}
	arena_free(arena);
	return status;
}

static enum status followup_check(struct db *db, const char *uid, int64_t *first_bad, struct err *err)
{
	struct followup followup;
	char stored[SHA256_TEXT], facts[SHA256_TEXT];
	struct names reasons = {0};
	int64_t entry = 0;
	struct arena *arena = arena_new();
	enum status status = followup_load(db, uid, arena, &followup, stored, &entry, err);
	size_t told = status == OK ? followup.moves.n : 0;
	if (status == OK)
		status = words_apply(db, &followup, arena, &reasons, err);
	if (status == OK) {
		followup_facts(&followup, told, &reasons, facts);
		if (strcmp(facts, stored) != 0)
			trace_bad(entry, first_bad);
	}
	arena_free(arena);
	return status;
}

static enum status keys_load(struct db *db, int64_t document, int64_t ordinal, struct arena *arena, struct names *out,
			     struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_KEY_LIST);
	query_number(&q, ":document", document);
	query_number(&q, ":ordinal", ordinal);
	while (query_row(&q))
		names_put(out, query_get_text(&q, 0, arena), arena);
	return query_end(&q, err);
}

/* `whole` is cleared where they are not counted from 0 on. */
static enum status mentions_load(struct db *db, int64_t document, const char *sha256, struct arena *arena,
				 struct mention_rows *out, bool *whole, struct err *err)
{
	struct query q;
	enum status status = OK;
	query_begin(&q, db, SQL_MENTION_LIST);
	query_text(&q, ":sha256", sha256);
	while (status == OK && query_row(&q)) {
		*whole = *whole && query_get_number(&q, 0) == (int64_t)out->n;
		struct mention_row *row = list_push(arena, out);
		row->kind = query_get_text(&q, 1, arena);
		row->meeting_key = query_get_text(&q, 2, arena);
		row->title_key = query_get_text(&q, 3, arena);
		status = keys_load(db, document, query_get_number(&q, 0), arena, &row->keys, err);
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	return status == OK ? ended : status;
}

static enum status numbers_load(struct db *db, int64_t document, struct arena *arena, struct identifiers *out,
				struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_DOCUMENT_NUMBER_LIST);
	query_number(&q, ":document", document);
	while (query_row(&q))
		*list_push(arena, out) =
			(struct identifier){query_get_text(&q, 0, arena), query_get_text(&q, 1, arena)};
	return query_end(&q, err);
}

/* Lists DOCUMENT_WALK: id, sha256, kind, day, title, pages, body, read_on, text_hash, facts, entry, text, place,
 * replaced_by. */
static enum status document_check(struct db *db, struct query *q, int64_t *first_bad, struct err *err)
{
	struct arena *arena = arena_new();
	char facts[SHA256_TEXT], text_hash[SHA256_TEXT];
	struct document_row row = {.sha256 = query_get_text(q, 1, arena),
				   .kind = query_get_text(q, 2, arena),
				   .date = query_get_day(q, 3),
				   .title = query_get_text(q, 4, arena),
				   .pages = (int)query_get_number(q, 5),
				   .body = query_get_text(q, 6, arena),
				   .on = query_get_day(q, 7),
				   .place = query_get_text(q, 12, arena),
				   .replaced_by = query_get_text(q, 13, arena)};
	query_get_into(q, 8, text_hash, sizeof text_hash);
	query_get_into(q, 9, facts, sizeof facts);
	struct slice text = query_get_slice(q, 11, arena);
	sha256_text(text.p ? text.p : "", text.n, row.text_hash);
	bool whole = strcmp(text_hash, row.text_hash) == 0;
	enum status status = numbers_load(db, query_get_number(q, 0), arena, &row.numbers, err);
	if (status == OK)
		status = mentions_load(db, query_get_number(q, 0), row.sha256, arena, &row.mentions, &whole, err);
	if (status == OK) {
		document_facts(&row);
		if (!whole || strcmp(facts, row.facts) != 0)
			trace_bad(query_get_number(q, 10), first_bad);
	}
	arena_free(arena);
	return status;
}

static enum status documents_check(struct db *db, int64_t *first_bad, struct err *err)
{
	struct query q;
	enum status status = OK;
	query_begin(&q, db, SQL_DOCUMENT_WALK);
	while (status == OK && query_row(&q))
		status = document_check(db, &q, first_bad, err);
	enum status ended = query_end(&q, status == OK ? err : NULL);
	return status == OK ? ended : status;
}

static enum status names_check(struct db *db, enum sql sql,
			       enum status (*check)(struct db *, const char *, int64_t *, struct err *),
			       int64_t *first_bad, struct err *err)
{
	struct query q;
	enum status status = OK;
	query_begin(&q, db, sql);
	while (status == OK && query_row(&q)) {
		struct arena *arena = arena_new();
		status = check(db, query_get_text(&q, 0, arena), first_bad, err);
		arena_free(arena);
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	return status == OK ? ended : status;
}

enum status verify_journal(struct db *db, struct arena *arena, struct journal_head *out, struct traces *traces,
			   int64_t *first_bad, struct err *err)
{
	*out = (struct journal_head){0};
	*first_bad = 0;
	return chain_check(db, out, arena, traces, first_bad, err);
}

enum status verify_records(struct db *db, struct traces *traces, int64_t entries, int64_t *first_bad, struct err *err)
{
	*first_bad = 0;
	enum status status = documents_check(db, first_bad, err);
	if (status == OK)
		status = names_check(db, SQL_ITEM_WALK, item_check, first_bad, err);
	if (status == OK)
		status = names_check(db, SQL_FOLLOWUP_WALK, followup_check, first_bad, err);
	if (status == OK)
		status = trace_check(db, traces, entries, first_bad, err);
	return status;
}

enum status db_journal_verify(struct db *db, struct journal_head *out, int64_t *first_bad, struct err *err)
{
	struct journal_head head = {0};
	struct traces traces = {0};
	int64_t bad = 0;
	bool own = false;
	struct arena *arena = arena_new();
	enum status status = reading_begin(db, &own, err);
	if (status == OK)
		status = verify_journal(db, arena, &head, &traces, &bad, err);
	if (status == OK && !bad)
		status = verify_records(db, &traces, head.entries, &bad, err);
	reading_end(db, own);
	if (status == OK)
		*out = head, *first_bad = bad;
	arena_free(arena);
	return status;
}
