/* db_word.c: a person's word on a follow-up. It is kept by item, rule and key, and wins over what rules derive. */
#include "db/db_document.h"
#include "db/db_followup.h"
#include "db/db_journal.h"
#include "db/db_names.h"

static const char *const kinds[] = {[WORD_FULFIL] = "fulfil", [WORD_WAIVE] = "waive", [WORD_MOVE] = "move"};

static void move_apply(struct query *q, struct followup *followup, struct arena *arena)
{
	query_get_into(q, 5, followup->edtf, sizeof followup->edtf);
	followup->earliest = query_get_day(q, 6);
	followup->latest = query_get_day(q, 7);
	followup->date_text = query_get_text(q, 8, arena);
	followup->review = false;
	struct move move = {query_get_day(q, 4), followup->latest, query_get_day(q, 1), query_get_text(q, 2, arena),
			    query_get_text(q, 3, arena)};
	*list_push(arena, &followup->moves) = move;
}

/* Lists WORD_LIST: kind, day, document, because, was, edtf, earliest, latest, date_text, entry of the journal. */
static void word_apply(struct query *q, struct followup *followup, struct arena *arena)
{
	const char *kind = query_get_text(q, 0, arena);
	if (strcmp(kind, kinds[WORD_MOVE]) == 0) {
		move_apply(q, followup, arena);
	} else if (strcmp(kind, kinds[WORD_FULFIL]) == 0) {
		followup->status = FOLLOWUP_FULFILLED;
		followup->fulfilled_on = query_get_day(q, 1);
		followup->because = NULL;
	} else {
		followup->status = FOLLOWUP_WAIVED;
		followup->fulfilled_on = DATE_NONE;
		followup->because = query_get_text(q, 3, arena);
	}
}

static void words_begin(struct query *q, struct db *db, const struct followup *followup)
{
	query_begin(q, db, SQL_WORD_LIST);
	query_text(q, ":item", followup->item);
	query_text(q, ":rule", followup->rule);
	query_text(q, ":key", followup->key);
}

enum status words_apply(struct db *db, struct followup *followup, struct arena *arena, struct names *reasons,
			struct err *err)
{
	struct moves moves = {0};
	for (size_t i = 0; i < followup->moves.n; i++)
		*list_push(arena, &moves) = followup->moves.v[i];
	followup->moves = moves;
	struct query q;
	words_begin(&q, db, followup);
	while (query_row(&q)) {
		word_apply(&q, followup, arena);
		if (reasons)
			*list_push(arena, reasons) = journal_field(query_get_slice(&q, 9, arena), "because_c", arena);
	}
	return query_end(&q, err);
}

enum status db_item_met(struct db *db, struct arena *arena, struct item *item, struct err *err)
{
	struct item_mets mets = {0};
	struct query q;
	query_begin(&q, db, SQL_WORD_MET);
	query_text(&q, ":item", item->ref);
	while (query_row(&q))
		*list_push(arena, &mets) = (struct item_met){query_get_text(&q, 0, arena), query_get_text(&q, 1, arena),
							     query_get_day(&q, 2)};
	item->met = mets;
	return query_end(&q, err);
}

/* ---- recording ---- */

/* The day that a move takes it from; a day to look again is none. */
static int day_before(const struct followup *followup, const struct word *word)
{
	return word->kind != WORD_MOVE || followup->review ? DATE_NONE : followup->latest;
}

static enum status word_journal(struct db *db, const struct followup *followup, const struct word *word, int64_t *entry,
				struct err *err)
{
	char on[DATE_TEXT], was[DATE_TEXT], earliest[DATE_TEXT], latest[DATE_TEXT];
	const struct moment *moment = &word->moment;
	bool move = word->kind == WORD_MOVE;
	int before = day_before(followup, word);
	const struct field fields[] = {
		FIELD("word", kinds[word->kind]),
		FIELD("followup", followup->uid),
		FIELD("item", followup->item),
		FIELD("rule", followup->rule),
		FIELD("key", followup->key),
		FIELD("on", word->on == DATE_NONE ? NULL : date_format(word->on, on)),
		FIELD("document", word->document),
		FIELD("was", before != DATE_NONE ? date_format(before, was) : NULL),
		FIELD("edtf", move ? moment->edtf : NULL),
		FIELD("earliest",
		      move && moment->earliest != DATE_NONE ? date_format(moment->earliest, earliest) : NULL),
		FIELD("latest", move && moment->latest != DATE_NONE ? date_format(moment->latest, latest) : NULL),
		FIELD_COVERED("words", move ? word->date_text : NULL),
		FIELD_COVERED("because", word->because),
	};
	return journal_add(db, "word", fields, ARRAY_SIZE(fields), entry, err);
}

static enum status word_save(struct db *db, const struct followup *followup, const struct word *word, struct err *err)
{
	int64_t entry = 0;
	enum status status = word_journal(db, followup, word, &entry, err);
	if (status != OK)
		return status;
	bool move = word->kind == WORD_MOVE;
	struct query q;
	query_begin(&q, db, SQL_WORD_INSERT);
	query_text(&q, ":item", followup->item);
	query_text(&q, ":rule", followup->rule);
	query_text(&q, ":key", followup->key);
	query_text(&q, ":kind", kinds[word->kind]);
	query_day(&q, ":day", word->on);
	query_text(&q, ":document", word->document);
	query_day(&q, ":was", day_before(followup, word));
	query_text(&q, ":edtf", move ? word->moment.edtf : NULL);
	query_day(&q, ":earliest", move ? word->moment.earliest : DATE_NONE);
	query_day(&q, ":latest", move ? word->moment.latest : DATE_NONE);
	query_text(&q, ":date_text", move ? word->date_text : NULL);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

static enum status word_check(struct db *db, const struct followup *followup, const struct word *word, struct err *err)
{
	if (followup->status == FOLLOWUP_WITHDRAWN)
		return err_set(err, E_REFUSED, "'%s' was withdrawn: %s", followup->uid,
			       followup->because ? followup->because : "no rule derives it");
	return document_need(db, word->document, err);
}

/* Whether the row of WORD_LIST says what `word` does. */
static bool row_says(struct query *q, const struct word *word, struct arena *arena)
{
	char edtf[EDTF_TEXT];
	const struct moment *moment = &word->moment;
	if (strcmp(query_get_text(q, 0, arena), kinds[word->kind]) != 0 || query_get_day(q, 1) != word->on ||
	    !names_equal(query_get_text(q, 2, arena), word->document) ||
	    !names_equal(query_get_text(q, 3, arena), word->because))
		return false;
	query_get_into(q, 5, edtf, sizeof edtf);
	return word->kind != WORD_MOVE ||
	       (strcmp(edtf, moment->edtf) == 0 && query_get_day(q, 6) == moment->earliest &&
		query_get_day(q, 7) == moment->latest && names_equal(query_get_text(q, 8, arena), word->date_text));
}

/* Whether `word` is the last one on the follow-up: an older one was taken back by those after it. */
static enum status word_known(struct db *db, const struct followup *followup, const struct word *word,
			      struct arena *arena, bool *out, struct err *err)
{
	struct query q;
	*out = false;
	words_begin(&q, db, followup);
	while (query_row(&q))
		*out = row_says(&q, word, arena);
	return query_end(&q, err);
}

enum status db_followup_record(struct db *db, const char *uid, const struct word *word, bool *changed, struct err *err)
{
	struct due_row row;
	struct followup followup;
	struct followup_changes changes = {0};
	char facts[SHA256_TEXT];
	int64_t entry = 0;
	bool known = false;
	struct arena *arena = arena_new();
	enum status status = db_followup_load(db, uid, arena, &row, err);
	if (status == OK)
		status = word_check(db, &row.followup, word, err);
	if (status == OK)
		status = word_known(db, &row.followup, word, arena, &known, err);
	if (status != OK || known)
		goto out;
	status = word_save(db, &row.followup, word, err);
	if (status == OK)
		status = followup_load(db, row.followup.uid, arena, &followup, facts, &entry, err);
	if (status == OK)
		status = followup_write(db, &followup, &changes, err);
out:
	if (status == OK)
		*changed = !known;
	arena_free(arena);
	return status;
}
