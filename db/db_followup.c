/* db_followup.c: bringing the stored follow-ups in line with what the rules derive. Only differences are written. */
#include "db/db_followup.h"

#include "db/db_facts.h"
#include "db/db_gathering.h"
#include "db/db_item.h"
#include "db/db_journal.h"
#include "db/db_names.h"

#include <stdlib.h>

/* What is stored of a follow-up, found by item, rule and key. */
struct stored {
	int64_t id; /* 0 when it is not stored */
	char uid[UUID_TEXT];
	char facts[SHA256_TEXT];
	int64_t created;
	int64_t last_modified;
	int64_t sequence;
	char status[16];
	int latest;
};

static void moves_facts(struct buf *facts, const struct moves *moves, size_t told)
{
	for (size_t i = 0; i < moves->n; i++) {
		const struct move *move = &moves->v[i];
		facts_open(facts);
		facts_day(facts, move->was);
		facts_day(facts, move->latest);
		facts_day(facts, move->on);
		facts_text(facts, move->document);
		if (i < told)
			facts_text(facts, move->reason);
		facts_close(facts);
	}
}

/* Why it was withdrawn; a person's reason, which it has when it is waived, is never copied: it can be erased. */
static const char *own_reason(const struct followup *followup)
{
	return followup->status == FOLLOWUP_WAIVED ? NULL : followup->because;
}

void followup_facts(const struct followup *followup, size_t told, const struct names *reasons, char out[SHA256_TEXT])
{
	const char *const texts[] = {followup->uid,
				     followup->item,
				     followup->title,
				     followup->rule,
				     followup->rule_sha256,
				     followup->source,
				     followup->key,
				     followup->form,
				     followup->owed_by,
				     followup->edtf,
				     own_reason(followup),
				     followup->date_text,
				     followup_status_to_text(followup->status)};
	struct buf facts;
	buf_init(&facts);
	facts_open(&facts);
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		facts_text(&facts, texts[i]);
	facts_number(&facts, followup->verified);
	facts_number(&facts, followup->review);
	facts_day(&facts, followup->earliest);
	facts_day(&facts, followup->latest);
	facts_day(&facts, followup->fulfilled_on);
	moves_facts(&facts, &followup->moves, told);
	facts_text(&facts, "reasons");
	for (size_t i = 0; i < reasons->n; i++)
		facts_text(&facts, reasons->v[i]);
	facts_text(&facts, "quotes");
	for (size_t i = 0; i < followup->quotes.n; i++)
		facts_quote(&facts, &followup->quotes.v[i]);
	facts_text(&facts, "steps");
	for (size_t i = 0; i < followup->step_count; i++)
		facts_text(&facts, followup->steps[i]);
	facts_close(&facts);
	facts_end(&facts, out);
}

static enum status stored_find(struct db *db, const struct followup *followup, struct stored *out, struct err *err)
{
	struct query q;
	*out = (struct stored){.latest = DATE_NONE};
	query_begin(&q, db, SQL_FOLLOWUP_FIND);
	query_text(&q, ":item", followup->item);
	query_text(&q, ":rule", followup->rule);
	query_text(&q, ":key", followup->key);
	if (query_row(&q)) {
		out->id = query_get_number(&q, 0);
		query_get_into(&q, 1, out->uid, sizeof out->uid);
		query_get_into(&q, 2, out->facts, sizeof out->facts);
		out->created = query_get_number(&q, 3);
		out->last_modified = query_get_number(&q, 4);
		out->sequence = query_get_number(&q, 5);
		query_get_into(&q, 6, out->status, sizeof out->status);
		out->latest = query_get_day(&q, 7);
	}
	return query_end(&q, err);
}

/* Calendars need a later time at every change, and a higher sequence when the day or the status changes (RFC 5545, 3.8.7.3 and .4). */
static void stamp_raise(const struct db *db, const struct followup *followup, struct stored *stored)
{
	if (!stored->id) {
		stored->created = stored->last_modified = db->now;
		return;
	}
	stored->last_modified = db->now > stored->last_modified ? db->now : stored->last_modified + 1;
	if (followup->latest != stored->latest ||
	    strcmp(followup_status_to_text(followup->status), stored->status) != 0)
		stored->sequence++;
}

static enum status followup_journal(struct db *db, const struct followup *f, const struct stored *stored,
				    const char *change, const char *facts, int64_t *entry, struct err *err)
{
	char earliest[DATE_TEXT], latest[DATE_TEXT], fulfilled[DATE_TEXT];
	const struct field fields[] = {
		FIELD("change", change),
		FIELD("followup", f->uid),
		FIELD("item", f->item),
		FIELD("rule", f->rule),
		FIELD("pack", f->rule_sha256),
		FIELD("key", f->key),
		FIELD("status", followup_status_to_text(f->status)),
		FIELD("edtf", f->edtf),
		FIELD("earliest", f->earliest == DATE_NONE ? NULL : date_format(f->earliest, earliest)),
		FIELD("latest", f->latest == DATE_NONE ? NULL : date_format(f->latest, latest)),
		FIELD("fulfilled", f->fulfilled_on == DATE_NONE ? NULL : date_format(f->fulfilled_on, fulfilled)),
		FIELD_INT("sequence", stored->sequence),
		FIELD_INT("created", stored->created),
		FIELD_INT("modified", stored->last_modified),
		FIELD_COVERED("facts", facts),
	};
	return journal_add(db, "followup", fields, ARRAY_SIZE(fields), entry, err);
}

static void row_bind(struct query *q, const struct followup *f)
{
	query_text(q, ":uid", f->uid);
	query_text(q, ":status", followup_status_to_text(f->status));
	query_text(q, ":title", f->title);
	query_text(q, ":form", f->form);
	query_text(q, ":owed_by", f->owed_by);
	query_text(q, ":date_text", f->date_text);
	query_text(q, ":edtf", f->edtf);
	query_day(q, ":earliest", f->earliest);
	query_day(q, ":latest", f->latest);
	query_number(q, ":review", f->review);
	query_day(q, ":fulfilled_on", f->fulfilled_on);
	query_text(q, ":because", own_reason(f));
	query_text(q, ":rule_sha256", f->rule_sha256);
	query_text(q, ":source", f->source);
	query_number(q, ":verified", f->verified);
}

static enum status row_write(struct db *db, const struct followup *f, struct stored *stored, const char *facts,
			     int64_t entry, struct err *err)
{
	struct query q;
	query_begin(&q, db, stored->id ? SQL_FOLLOWUP_UPDATE : SQL_FOLLOWUP_INSERT);
	row_bind(&q, f);
	query_text(&q, ":facts", facts);
	query_number(&q, ":last_modified", stored->last_modified);
	query_number(&q, ":sequence", stored->sequence);
	query_number(&q, ":entry", entry);
	if (stored->id) {
		query_number(&q, ":id", stored->id);
		return query_run(&q, err);
	}
	query_text(&q, ":item", f->item);
	query_text(&q, ":rule", f->rule);
	query_text(&q, ":key", f->key);
	query_number(&q, ":created", stored->created);
	enum status status = query_run(&q, err);
	if (status == OK)
		stored->id = sqlite3_last_insert_rowid(db->handle);
	return status;
}

static enum status steps_write(struct db *db, int64_t id, const struct followup *f, struct err *err)
{
	enum status status = gate_run_id(db, SQL_FOLLOWUP_STEP_DELETE, ":parent", id, err);
	for (size_t i = 0; status == OK && i < f->step_count; i++) {
		struct query q;
		query_begin(&q, db, SQL_FOLLOWUP_STEP_INSERT);
		query_number(&q, ":parent", id);
		query_number(&q, ":ordinal", (int64_t)i);
		query_text(&q, ":text", f->steps[i]);
		status = query_run(&q, err);
	}
	return status;
}

static enum status moves_write(struct db *db, int64_t id, const struct followup *f, size_t told, struct err *err)
{
	enum status status = gate_run_id(db, SQL_FOLLOWUP_MOVE_DELETE, ":parent", id, err);
	for (size_t i = 0; status == OK && i < told; i++) {
		const struct move *move = &f->moves.v[i];
		struct query q;
		query_begin(&q, db, SQL_FOLLOWUP_MOVE_INSERT);
		query_number(&q, ":parent", id);
		query_number(&q, ":ordinal", (int64_t)i);
		query_day(&q, ":was", move->was);
		query_day(&q, ":latest", move->latest);
		query_day(&q, ":day", move->on);
		query_text(&q, ":document", move->document);
		query_text(&q, ":reason", move->reason);
		status = query_run(&q, err);
	}
	return status;
}

static void changes_count(const struct followup *f, const struct stored *stored, struct followup_changes *changes)
{
	bool was_withdrawn = strcmp(stored->status, followup_status_to_text(FOLLOWUP_WITHDRAWN)) == 0;
	if (!stored->id)
		changes->added++;
	else if (f->status == FOLLOWUP_WITHDRAWN && !was_withdrawn)
		changes->withdrawn++;
	else
		changes->changed++;
}

/* The uid follows the ref of the item; the journal says which became which. */
static enum status uid_journal(struct db *db, const struct followup *followup, const struct stored *stored,
			       struct err *err)
{
	int64_t entry = 0;
	if (!stored->id || strcmp(stored->uid, followup->uid) == 0)
		return OK;
	const struct field fields[] = {FIELD("change", "renamed"), FIELD("followup", stored->uid),
				       FIELD("now", followup->uid), FIELD("item", followup->item)};
	return journal_add(db, "followup", fields, ARRAY_SIZE(fields), &entry, err);
}

static enum status children_write(struct db *db, int64_t id, const struct followup *followup, size_t told,
				  struct err *err)
{
	enum status status =
		quotes_write(db, SQL_FOLLOWUP_QUOTE_DELETE, SQL_FOLLOWUP_QUOTE_INSERT, id, &followup->quotes, err);
	if (status == OK)
		status = steps_write(db, id, followup, err);
	return status == OK ? moves_write(db, id, followup, told, err) : status;
}

enum status followup_write(struct db *db, const struct followup *told, struct followup_changes *changes,
			   struct err *err)
{
	struct followup followup = *told;
	struct names reasons = {0};
	struct stored stored = {0};
	char facts[SHA256_TEXT];
	int64_t entry = 0;
	struct arena *arena = arena_new();
	enum status status = words_apply(db, &followup, arena, &reasons, err);
	followup_facts(&followup, told->moves.n, &reasons, facts);
	if (status == OK)
		status = stored_find(db, &followup, &stored, err);
	if (status != OK || (stored.id && strcmp(stored.facts, facts) == 0))
		goto out;
	changes_count(&followup, &stored, changes);
	stamp_raise(db, &followup, &stored);
	status = uid_journal(db, &followup, &stored, err);
	if (status == OK)
		status = followup_journal(db, &followup, &stored, stored.id ? "changed" : "added", facts, &entry, err);
	if (status == OK)
		status = row_write(db, &followup, &stored, facts, entry, err);
	if (status == OK)
		status = children_write(db, stored.id, &followup, told->moves.n, err);
out:
	arena_free(arena);
	return status;
}

/* ---- all of an item ---- */

/* What is stored of an item, as far as it takes to see that nothing differs. */
struct known {
	const char *rule;
	const char *key;
	char uid[UUID_TEXT];
	char facts[SHA256_TEXT];
	bool withdrawn;
};

struct knowns {
	struct known *v;
	size_t n;
	size_t cap;
	bool words; /* people spoke of one of them */
};

static int by_uid(const void *x, const void *y)
{
	const struct known *a = x, *b = y;
	return strcmp(a->uid, b->uid);
}

/* Lists FOLLOWUP_KNOWN: whether there are words, then uid (NULL when there is no follow-up), rule, key, status, facts. */
static enum status knowns_load(struct db *db, const char *ref, struct arena *arena, struct knowns *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_KNOWN);
	query_text(&q, ":item", ref);
	while (query_row(&q)) {
		out->words = query_get_number(&q, 0) != 0;
		if (!query_peek_text(&q, 1))
			continue;
		struct known *known = list_push(arena, out);
		query_get_into(&q, 1, known->uid, sizeof known->uid);
		known->rule = query_get_text(&q, 2, arena);
		known->key = query_get_text(&q, 3, arena);
		known->withdrawn = strcmp(query_peek_text(&q, 4), followup_status_to_text(FOLLOWUP_WITHDRAWN)) == 0;
		query_get_into(&q, 5, known->facts, sizeof known->facts);
	}
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_uid);
	return query_end(&q, err);
}

static int by_item(const void *x, const void *y)
{
	const struct followup *const *a = x, *const *b = y;
	int order = strcmp((*a)->item, (*b)->item);
	return order ? order : strcmp((*a)->uid, (*b)->uid);
}

/* The derived follow-ups, sorted by item. */
struct by_ref {
	const struct followup **v;
	size_t n;
};

static size_t by_ref_first(const struct by_ref *derived, const char *ref)
{
	size_t low = 0, high = derived->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (strcmp(derived->v[mid]->item, ref) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The uid of a derived follow-up may still be held by another one, of an item that was called so before: that one goes, since what it was
 * derived from is derived anew. */
static enum status uid_free(struct db *db, const struct followup *followup, struct arena *arena, struct err *err)
{
	const char *ref = NULL;
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_HOLDER);
	query_text(&q, ":uid", followup->uid);
	if (query_row(&q) && (strcmp(query_get_text(&q, 0, arena), followup->item) != 0 ||
			      strcmp(query_get_text(&q, 1, arena), followup->rule) != 0 ||
			      strcmp(query_get_text(&q, 2, arena), followup->key) != 0))
		ref = query_get_text(&q, 0, arena);
	enum status status = query_end(&q, err);
	return status == OK && ref ? followup_remove(db, ref, followup->uid, err) : status;
}

enum status db_followup_find(struct db *db, const char *item, const char *rule, const char *key, struct arena *arena,
			     const char **uid, struct err *err)
{
	struct stored stored;
	const struct followup followup = {.item = item, .rule = rule, .key = key};
	enum status status = stored_find(db, &followup, &stored, err);
	if (status == OK)
		*uid = stored.id ? arena_text(arena, slice_of(stored.uid)) : NULL;
	return status;
}

static const struct known *known_find(const struct knowns *knowns, const struct followup *followup)
{
	for (size_t i = 0; i < knowns->n; i++)
		if (strcmp(knowns->v[i].rule, followup->rule) == 0 && strcmp(knowns->v[i].key, followup->key) == 0)
			return &knowns->v[i];
	return NULL;
}

/* Whether it is stored as it is derived, so that nobody need look closer: nearly all are, of a register that is derived anew. */
static bool is_stored(const struct knowns *knowns, const struct followup *followup)
{
	static const struct names no_reasons = {0};
	char facts[SHA256_TEXT];
	const struct known *known = knowns->words ? NULL : known_find(knowns, followup);
	if (!known || strcmp(known->uid, followup->uid) != 0)
		return false;
	followup_facts(followup, followup->moves.n, &no_reasons, facts);
	return strcmp(known->facts, facts) == 0;
}

static enum status derived_save(struct db *db, const struct followup *derived, const struct knowns *knowns,
				struct arena *arena, struct followup_changes *changes, struct err *err)
{
	struct followup followup = *derived;
	if (!followup.title)
		followup.title = followup.item;
	if (is_stored(knowns, &followup))
		return OK;
	enum status status = uid_free(db, &followup, arena, err);
	return status == OK ? followup_write(db, &followup, changes, err) : status;
}

/* What a person said of it stays: followup_write puts that over the withdrawal. */
static enum status followup_withdraw(struct db *db, const char *uid, struct arena *arena,
				     struct followup_changes *changes, struct err *err)
{
	struct followup followup;
	char facts[SHA256_TEXT];
	int64_t entry = 0;
	enum status status = followup_load(db, uid, arena, &followup, facts, &entry, err);
	if (status != OK)
		return status;
	followup.status = FOLLOWUP_WITHDRAWN;
	followup.fulfilled_on = DATE_NONE;
	bool merged = false;
	status = gathering_merged(db, &followup, arena, &merged, err);
	if (status != OK)
		return status;
	followup.because =
		merged ? "merged by hand with another" : arena_printf(arena, "no longer derived by %s", followup.rule);
	return followup_write(db, &followup, changes, err);
}

static bool is_derived(const struct known *known, const struct followup *const *derived, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(derived[i]->rule, known->rule) == 0 && strcmp(derived[i]->key, known->key) == 0)
			return true;
	return false;
}

static enum status item_save(struct db *db, const char *ref, const struct by_ref *derived, struct arena *arena,
			     struct followup_changes *changes, struct err *err)
{
	struct knowns knowns = {0};
	size_t first = by_ref_first(derived, ref), end = first;
	while (end < derived->n && strcmp(derived->v[end]->item, ref) == 0)
		end++;
	enum status status = knowns_load(db, ref, arena, &knowns, err);
	for (size_t i = 0; status == OK && i < knowns.n; i++)
		if (!knowns.v[i].withdrawn && !is_derived(&knowns.v[i], derived->v + first, end - first))
			status = followup_withdraw(db, knowns.v[i].uid, arena, changes, err);
	for (size_t i = first; status == OK && i < end; i++)
		status = derived_save(db, derived->v[i], &knowns, arena, changes, err);
	return status;
}

enum status db_followups_save(struct db *db, const struct names *refs, const struct followups *derived,
			      const struct names *failed, struct followup_changes *out, struct err *err)
{
	struct followup_changes changes = {0};
	struct arena *arena = arena_new();
	struct names kept = {0};
	for (size_t i = 0; failed && i < failed->n; i++)
		names_put(&kept, failed->v[i], arena);
	struct by_ref sorted = {arena_alloc(arena, (derived->n + 1) * sizeof *sorted.v), derived->n};
	for (size_t i = 0; i < derived->n; i++)
		sorted.v[i] = &derived->v[i];
	qsort(sorted.v, sorted.n, sizeof *sorted.v, by_item);
	enum status status = OK;
	for (size_t i = 0; status == OK && i < refs->n; i++)
		if (!names_has(&kept, refs->v[i]))
			status = item_save(db, refs->v[i], &sorted, arena, &changes, err);
	arena_free(arena);
	if (status == OK)
		*out = changes;
	return status;
}
