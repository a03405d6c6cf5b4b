/* store.h: a register in a scratch folder, and papers and follow-ups to put into it. */
#ifndef GRIFFIE_TESTS_DB_STORE_H
#define GRIFFIE_TESTS_DB_STORE_H

#include "db/db.h"
#include "hash/sha256.h"
#include "hash/uuid.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define NOW 1735689600 /* 2025-01-01T00:00:00Z */

struct store {
	char folder[64];
	char path[96];
	struct arena *arena;
	struct db *db;
	struct err err;
};

/* `call` must succeed; else its message is shown. */
#define MUST(store, call) ck_assert_msg((call) == OK, "%s", (store)->err.msg)

static inline struct db *store_open(struct store *store, bool create, int64_t now)
{
	struct db *db = NULL;
	MUST(store, db_open(store->path, create, now, &db, &store->err));
	return db;
}

static inline void store_init(struct store *store)
{
	*store = (struct store){.folder = "/tmp/griffie-db-XXXXXX"};
	ck_assert_ptr_nonnull(mkdtemp(store->folder));
	snprintf(store->path, sizeof store->path, "%s/x.db", store->folder);
	store->arena = arena_new();
	store->db = store_open(store, true, NOW);
}

static inline void store_release(struct store *store)
{
	char journal[128];
	db_close(store->db);
	arena_free(store->arena);
	snprintf(journal, sizeof journal, "%s-journal", store->path);
	unlink(journal);
	unlink(store->path);
	rmdir(store->folder);
}

/* Closes and opens again at another time. */
static inline void store_again(struct store *store, int64_t now)
{
	db_close(store->db);
	store->db = store_open(store, false, now);
}

/* The register's answer to "is it whole?": 0, or the first entry that is not. */
static inline int64_t store_bad(struct store *store)
{
	struct journal_head head;
	int64_t bad = -1;
	MUST(store, db_journal_verify(store->db, &head, &bad, &store->err));
	return bad;
}

static inline int64_t store_entries(struct store *store)
{
	struct journal_head head;
	MUST(store, db_journal_head(store->db, &head, &store->err));
	return head.entries;
}

/* A paper with one mention: a motion called `title`, put forward on 2025-01-23, known by `number` (NULL: none), in `state`. */
struct paper_of {
	struct stored_document stored;
	struct document document;
};

static inline struct paper_of *paper_make(struct store *store, const char *name, const char *title, const char *number,
					  enum state state)
{
	struct arena *arena = store->arena;
	struct paper_of *p = arena_alloc(arena, sizeof *p);
	char *sha = arena_alloc(arena, SHA256_TEXT);
	sha256_text(name, strlen(name), sha);
	p->stored = (struct stored_document){
		sha, name, slice_of(arena_printf(arena, "text of %s", name)), 1, NULL, DATE_NONE, NULL, NULL};
	p->document = (struct document){
		.kind = DOC_MOTION, .date = date_make(2025, 1, 23), .title = title, .body = "nl/test"};
	struct mention *m = list_push(arena, &p->document.mentions);
	*m = (struct mention){
		.kind = ITEM_MOTION, .title = title, .meeting = date_make(2025, 1, 23), .own_paper = true};
	if (number)
		*list_push(arena, &m->identifiers) = (struct identifier){"RIS", number};
	*list_push(arena, &m->people) = (struct person){"A. de Vries", "Groene Lijst", "submitter"};
	if (state != STATE_NONE)
		*list_push(arena, &m->events) =
			(struct event){.state = state, .on = date_make(2025, 1, 23), .quote = "words", .raw = {0, 4}};
	return p;
}

/* The mentions of `ids` that papers[0..n) have. */
static inline struct sources sources_of(struct store *store, struct paper_of *const *papers, size_t n,
					const struct mention_ids *ids)
{
	struct sources sources = {0};
	for (size_t i = 0; i < ids->n; i++)
		for (size_t k = 0; k < n; k++) {
			const struct mention_id *id = &ids->v[i];
			const struct document *document = &papers[k]->document;
			if (strcmp(papers[k]->stored.sha256, id->document) == 0 &&
			    (size_t)id->ordinal < document->mentions.n)
				*list_push(store->arena, &sources) = (struct sourced){
					id->document, id->ordinal, document, &document->mentions.v[id->ordinal]};
		}
	return sources;
}

/* Imports papers[first..end) as one batch; of all n, what is connected is read along. `items` gets what they stand for. */
static inline struct saved_items papers_save(struct store *store, struct paper_of *const *papers, size_t n,
					     size_t first, size_t end, struct items *items)
{
	struct names given = {0};
	struct mention_ids ids = {0};
	struct saved_items saved = {0};
	MUST(store, db_begin(store->db, &store->err));
	for (size_t i = first; i < end; i++) {
		MUST(store, db_document_save(store->db, &papers[i]->stored, &papers[i]->document, &store->err));
		*list_push(store->arena, &given) = papers[i]->stored.sha256;
	}
	MUST(store, db_mentions_connected(store->db, &given, store->arena, &ids, &store->err));
	struct sources sources = sources_of(store, papers, n, &ids);
	resolve_items(&sources, store->arena, items);
	MUST(store, db_items_save(store->db, &ids, items, store->arena, &saved, &store->err));
	MUST(store, db_commit(store->db, &store->err));
	return saved;
}

/* Imports papers[first..n) as one batch; those before are in the register already. */
static inline void papers_import(struct store *store, struct paper_of *const *papers, size_t first, size_t n,
				 struct names *changed)
{
	struct items items = {0};
	*changed = papers_save(store, papers, n, first, n, &items).changed;
}

static inline struct followup followup_make(struct store *store, const char *item, const char *key, int latest)
{
	struct followup f = {.item = item,
			     .kind = ITEM_MOTION,
			     .body = "nl/test",
			     .title = "settlement of the motion",
			     .rule = "nl/test:settlement",
			     .source = "Rules of order, article 30",
			     .verified = true,
			     .key = key,
			     .form = "letter",
			     .owed_by = "college",
			     .earliest = DATE_NONE,
			     .latest = latest,
			     .fulfilled_on = DATE_NONE};
	f.rule_sha256 = "1111111111111111111111111111111111111111111111111111111111111111";
	uuid_from_name(slice_of(arena_printf(store->arena, "%s %s %s", item, f.rule, key)), f.uid);
	date_format(latest, f.edtf);
	static const char *steps[] = {"2025-01-23 + 3m = 2025-04-23"};
	f.steps = steps;
	f.step_count = 1;
	return f;
}

static inline struct followup_changes followups_save(struct store *store, const char *ref, struct followup *v, size_t n)
{
	struct followups derived = {v, n, n};
	const char *refs[] = {ref};
	struct names names = {refs, 1, 1};
	struct followup_changes changes = {0};
	MUST(store, db_begin(store->db, &store->err));
	MUST(store, db_followups_save(store->db, &names, &derived, NULL, &changes, &store->err));
	MUST(store, db_commit(store->db, &store->err));
	return changes;
}

static inline struct due_rows due_list(struct store *store, const char *state)
{
	struct followup_filter filter = {.before = DATE_NONE,
					 .after = DATE_NONE,
					 .kind = -1,
					 .state = state,
					 .today = date_make(2025, 6, 1),
					 .with_quotes = true};
	struct due_rows rows = {0};
	MUST(store, db_followup_list(store->db, &filter, store->arena, &rows, &store->err));
	return rows;
}

static inline int suite_run(Suite *suite)
{
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}

#endif
