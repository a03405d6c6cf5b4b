/* db_document.c: papers, their texts, and the keys of what they mention.
 *
 * A paper that is stored already is written again only when what is understood of it differs.
 */
#include "db/db_document.h"

#include "db/db_facts.h"
#include "db/db_journal.h"
#include "db/db_names.h"
#include "db/db_quarantine.h"

#include "hash/sha256.h"

void document_facts(struct document_row *row)
{
	struct buf facts;
	buf_init(&facts);
	facts_open(&facts);
	facts_text(&facts, row->sha256);
	facts_text(&facts, row->kind);
	facts_day(&facts, row->date);
	facts_text(&facts, row->title);
	facts_number(&facts, row->pages);
	facts_text(&facts, row->body);
	facts_day(&facts, row->on);
	facts_text(&facts, row->text_hash);
	if (row->place || row->replaced_by) { /* registers of before know neither */
		facts_text(&facts, row->place);
		facts_text(&facts, row->replaced_by);
	}
	for (size_t i = 0; i < row->numbers.n; i++) {
		facts_text(&facts, row->numbers.v[i].scheme);
		facts_text(&facts, row->numbers.v[i].value);
	}
	for (size_t i = 0; i < row->mentions.n; i++) {
		const struct mention_row *m = &row->mentions.v[i];
		facts_open(&facts);
		facts_text(&facts, m->kind);
		facts_text(&facts, m->meeting_key);
		facts_text(&facts, m->title_key);
		for (size_t k = 0; k < m->keys.n; k++)
			facts_text(&facts, m->keys.v[k]);
		facts_close(&facts);
	}
	facts_close(&facts);
	facts_end(&facts, row->facts);
}

static void mention_make(const struct document *document, const struct mention *mention, struct arena *arena,
			 struct mention_row *out)
{
	struct keys keys = {0};
	*out = (struct mention_row){.kind = item_kind_to_text(mention->kind)};
	out->meeting_key = resolve_meeting_key(document, mention, arena);
	if (mention->title)
		out->title_key = resolve_title_key(mention->title, arena);
	resolve_keys(document, mention, arena, &keys);
	for (size_t i = 0; i < keys.n; i++)
		names_put(&out->keys, keys.v[i], arena);
}

static void row_make(const struct stored_document *stored, const struct document *document, struct arena *arena,
		     struct document_row *out)
{
	*out = (struct document_row){.sha256 = stored->sha256,
				     .path = stored->path,
				     .kind = document_kind_to_text(document->kind),
				     .date = document->date,
				     .title = document->title,
				     .pages = stored->pages,
				     .body = stored->body,
				     .on = stored->on,
				     .place = stored->place,
				     .replaced_by = stored->replaced_by,
				     .numbers = document->identifiers,
				     .text = stored->text.p ? stored->text : SLICE("")};
	sha256_text(out->text.p, out->text.n, out->text_hash);
	for (size_t i = 0; i < document->mentions.n; i++)
		mention_make(document, &document->mentions.v[i], arena, list_push(arena, &out->mentions));
	document_facts(out);
}

/* A paper that is stored already; `id` is 0 when it is not. */
struct known {
	int64_t id;
	char facts[SHA256_TEXT];
	const char *path;
};

static enum status find(struct db *db, const char *sha256, struct arena *arena, struct known *out, struct err *err)
{
	struct query q;
	*out = (struct known){0};
	query_begin(&q, db, SQL_DOCUMENT_FIND);
	query_text(&q, ":sha256", sha256);
	if (query_row(&q)) {
		out->id = query_get_number(&q, 0);
		query_get_into(&q, 1, out->facts, sizeof out->facts);
		out->path = query_get_text(&q, 2, arena);
	}
	return query_end(&q, err);
}

enum status db_document_known(struct db *db, const char *sha256, bool *out, struct err *err)
{
	struct known known;
	struct arena *arena = arena_new();
	enum status status = find(db, sha256, arena, &known, err);
	if (status == OK)
		*out = known.id != 0;
	arena_free(arena);
	return status;
}

enum status document_need(struct db *db, const char *sha256, struct err *err)
{
	bool known = true;
	enum status status = sha256 ? db_document_known(db, sha256, &known, err) : OK;
	if (status == OK && !known)
		return err_set(err, E_NOT_FOUND, "no paper '%s' in the register: import it first", sha256);
	return status;
}

static enum status row_journal(struct db *db, const struct document_row *row, bool is_new, int64_t *entry,
			       struct err *err)
{
	char day[DATE_TEXT];
	const struct field fields[] = {
		FIELD("change", is_new ? "added" : "changed"),
		FIELD("document", row->sha256),
		FIELD("kind", row->kind),
		FIELD("date", row->date == DATE_NONE ? NULL : date_format(row->date, day)),
		FIELD("body", row->body),
		FIELD("text", row->text_hash),
		FIELD("replaced_by", row->replaced_by),
		FIELD_COVERED("path", row->path),
		FIELD_COVERED("facts", row->facts),
	};
	return journal_add(db, "document", fields, ARRAY_SIZE(fields), entry, err);
}

static enum status row_write(struct db *db, const struct document_row *row, bool is_new, int64_t entry, struct err *err)
{
	struct query q;
	query_begin(&q, db, is_new ? SQL_DOCUMENT_INSERT : SQL_DOCUMENT_UPDATE);
	query_text(&q, ":sha256", row->sha256);
	if (is_new)
		query_text(&q, ":path", row->path);
	query_text(&q, ":kind", row->kind);
	query_day(&q, ":day", row->date);
	query_text(&q, ":title", row->title);
	query_number(&q, ":pages", row->pages);
	query_text(&q, ":body", row->body);
	query_day(&q, ":read_on", row->on);
	query_text(&q, ":text_hash", row->text_hash);
	query_text(&q, ":place", row->place);
	query_text(&q, ":replaced_by", row->replaced_by);
	query_text(&q, ":facts", row->facts);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

static enum status key_write(struct db *db, int64_t document, int ordinal, const char *key, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_KEY_INSERT);
	query_text(&q, ":key", key);
	query_number(&q, ":document", document);
	query_number(&q, ":ordinal", ordinal);
	return query_run(&q, err);
}

static enum status mention_write(struct db *db, int64_t document, int ordinal, const struct mention_row *mention,
				 struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_MENTION_INSERT);
	query_number(&q, ":document", document);
	query_number(&q, ":ordinal", ordinal);
	query_text(&q, ":kind", mention->kind);
	query_text(&q, ":meeting_key", mention->meeting_key);
	query_text(&q, ":title_key", mention->title_key);
	enum status status = query_run(&q, err);
	for (size_t i = 0; status == OK && i < mention->keys.n; i++)
		status = key_write(db, document, ordinal, mention->keys.v[i], err);
	return status;
}

static enum status number_write(struct db *db, int64_t document, size_t ordinal, const struct identifier *number,
				struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_DOCUMENT_NUMBER_INSERT);
	query_number(&q, ":document", document);
	query_number(&q, ":ordinal", (int64_t)ordinal);
	query_text(&q, ":scheme", number->scheme);
	query_text(&q, ":value", number->value);
	return query_run(&q, err);
}

static enum status numbers_write(struct db *db, int64_t id, const struct identifiers *numbers, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_DOCUMENT_NUMBER_DELETE);
	query_number(&q, ":document", id);
	enum status status = query_run(&q, err);
	for (size_t i = 0; status == OK && i < numbers->n; i++)
		status = number_write(db, id, i, &numbers->v[i], err);
	return status;
}

static enum status children_write(struct db *db, int64_t id, const struct document_row *row, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_TEXT_SAVE);
	query_number(&q, ":document", id);
	query_slice(&q, ":text", row->text);
	enum status status = query_run(&q, err);
	if (status == OK)
		status = numbers_write(db, id, &row->numbers, err);
	if (status != OK)
		return status;
	query_begin(&q, db, SQL_MENTION_DELETE);
	query_number(&q, ":document", id);
	status = query_run(&q, err);
	for (size_t i = 0; status == OK && i < row->mentions.n; i++)
		status = mention_write(db, id, (int)i, &row->mentions.v[i], err);
	return status;
}

/* What the paper says that only a person can decide. */
static enum status questions_save(struct db *db, const struct stored_document *stored, const struct document *document,
				  struct arena *arena, struct err *err)
{
	struct names questions = {0};
	for (size_t i = 0; i < document->findings.n; i++)
		if (finding_asks(&document->findings.v[i]))
			names_put(&questions, document->findings.v[i].detail, arena);
	return quarantine_save(db, stored->path, stored->sha256, &questions, err);
}

enum status db_document_save(struct db *db, const struct stored_document *stored, const struct document *document,
			     struct err *err)
{
	struct document_row row;
	struct known known = {0};
	int64_t entry = 0;
	struct arena *arena = arena_new();
	row_make(stored, document, arena, &row);
	enum status status = questions_save(db, stored, document, arena, err);
	if (status == OK)
		status = find(db, stored->sha256, arena, &known, err);
	if (status != OK || (known.id && strcmp(known.facts, row.facts) == 0))
		goto out;
	if (known.id)
		row.path = known.path; /* the first */
	status = row_journal(db, &row, known.id == 0, &entry, err);
	if (status == OK)
		status = row_write(db, &row, known.id == 0, entry, err);
	if (status == OK)
		status = children_write(db, known.id ? known.id : sqlite3_last_insert_rowid(db->handle), &row, err);
out:
	arena_free(arena);
	return status;
}

/* Lists DOCUMENT_LOAD: sha256, path, text, pages, body, read_on, place, replaced_by. */
static void document_read_row(struct query *q, struct arena *arena, struct stored_document *out)
{
	out->sha256 = query_get_text(q, 0, arena);
	out->path = query_get_text(q, 1, arena);
	out->text = query_get_slice(q, 2, arena);
	out->pages = (int)query_get_number(q, 3);
	out->body = query_get_text(q, 4, arena);
	out->on = query_get_day(q, 5);
	out->place = query_get_text(q, 6, arena);
	out->replaced_by = query_get_text(q, 7, arena);
}

enum status db_document_load(struct db *db, const char *sha256, struct arena *arena, struct stored_document *out,
			     struct err *err)
{
	struct stored_document found = {0};
	struct query q;
	int n = 0;
	if (strlen(sha256) < 8)
		return err_set(err, E_NOT_FOUND, "no paper '%s': give at least 8 digits of its SHA-256", sha256);
	query_begin(&q, db, SQL_DOCUMENT_LOAD);
	query_text(&q, ":from", sha256);
	query_text(&q, ":to", arena_printf(arena, "%sg", sha256));
	for (; query_row(&q); n++)
		if (n == 0)
			document_read_row(&q, arena, &found);
	enum status status = query_end(&q, err);
	if (status != OK)
		return status;
	if (n == 0)
		return err_set(err, E_NOT_FOUND, "no paper '%s' in the register", sha256);
	if (n > 1)
		return err_set(err, E_INVALID, "'%s' begins more than one SHA-256: give more digits", sha256);
	*out = found;
	return OK;
}

static enum status names_list(struct query *q, struct arena *arena, struct names *out, struct err *err)
{
	struct names all = {0};
	while (query_row(q))
		*list_push(arena, &all) = query_get_text(q, 0, arena);
	enum status status = query_end(q, err);
	if (status == OK)
		*out = all;
	return status;
}

enum status db_document_at(struct db *db, const char *place, const char *but, struct arena *arena, struct names *out,
			   struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_DOCUMENT_AT);
	query_text(&q, ":place", place);
	query_text(&q, ":but", but);
	return names_list(&q, arena, out, err);
}

enum status db_document_list(struct db *db, struct arena *arena, struct names *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_DOCUMENT_LIST);
	return names_list(&q, arena, out, err);
}

/* Digits alone may be a number and the beginning of a hash: the number counts, since people write it. */
enum status db_document_find(struct db *db, const char *word, struct arena *arena, const char **sha256, struct err *err)
{
	struct names found = {0};
	struct stored_document stored = {0};
	struct query q;
	query_begin(&q, db, SQL_DOCUMENT_BY_NUMBER);
	query_text(&q, ":word", word);
	enum status status = names_list(&q, arena, &found, err);
	if (status != OK)
		return status;
	if (found.n > 1)
		return err_set(err, E_INVALID, "'%s' is the number of %zu papers: name one by its SHA-256", word,
			       found.n);
	if (found.n == 0) {
		status = db_document_load(db, word, arena, &stored, err);
		if (status != OK)
			return status;
	}
	*sha256 = found.n ? found.v[0] : stored.sha256;
	return OK;
}
