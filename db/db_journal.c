/* db_journal.c: the chain: one entry a change, in the caller's transaction. */
#include "db/db_journal.h"

#include "hash/random.h"
#include "hash/sha256.h"

#include <stdio.h>
#include <stdlib.h>

enum { FIELDS_MAX = 32, COMMITMENT_KEY = 40 };

static const char zeros[SHA256_TEXT] = "0000000000000000000000000000000000000000000000000000000000000000";

static void text_add(struct buf *buf, const char *text)
{
	buf_add(buf, "\"", 1);
	for (const char *p = text; *p; p++) {
		static const char shorts[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
		unsigned char c = (unsigned char)*p;
		if (c == '"' || c == '\\')
			buf_printf(buf, "\\%c", c);
		else if (c < sizeof shorts && shorts[c])
			buf_printf(buf, "\\%c", shorts[c]);
		else if (c < 0x20)
			buf_printf(buf, "\\u%04x", c);
		else
			buf_add(buf, p, 1);
	}
	buf_add(buf, "\"", 1);
}

static int by_key(const void *x, const void *y)
{
	const struct field *a = x, *b = y;
	return strcmp(a->key, b->key);
}

/* The keys are ASCII, so that the order of bytes is the order of UTF-16 units that RFC 8785 asks for. */
static void entry_format(struct field *fields, size_t n, struct buf *out)
{
	qsort(fields, n, sizeof *fields, by_key);
	for (size_t i = 0; i < n; i++) {
		buf_add(out, i ? "," : "{", 1);
		text_add(out, fields[i].key);
		buf_add(out, ":", 1);
		if (fields[i].kind == FIELD_NUMBER)
			buf_printf(out, "%lld", (long long)fields[i].number);
		else
			text_add(out, fields[i].text);
	}
	buf_add(out, "}", 1);
}

void journal_hash(struct slice entry, char out[SHA256_TEXT])
{
	static const char domain[] = "\0griffie1\n";
	struct buf bytes;
	buf_init(&bytes);
	buf_add(&bytes, domain, sizeof domain - 1);
	buf_add(&bytes, entry.p, entry.n);
	sha256_text(bytes.p, bytes.n, out);
	buf_release(&bytes);
}

void journal_commitment(const void *salt, const char *key, struct slice value, char out[SHA256_TEXT])
{
	struct buf bytes;
	buf_init(&bytes);
	buf_add(&bytes, "c1", 2);
	buf_add(&bytes, salt, JOURNAL_SALT);
	buf_add(&bytes, key, strlen(key) + 1);
	buf_add(&bytes, value.p, value.n);
	sha256_text(bytes.p, bytes.n, out);
	buf_release(&bytes);
}

static void time_format(int64_t at, char out[21])
{
	char day[DATE_TEXT];
	int64_t days = at / 86400, seconds = at % 86400;
	if (seconds < 0)
		days--, seconds += 86400;
	snprintf(out, 21, "%.10sT%02d:%02d:%02dZ", date_format((int)days, day), (int)(seconds / 3600) % 24,
		 (int)(seconds / 60 % 60), (int)(seconds % 60));
}

/* The byte that the escape at `*at` stands for, as text_add writes them; moves to its last byte. Only \u00xx occurs. */
static char escape_read(const char **at, const char *end)
{
	static const char shorts[][2] = {{'b', '\b'}, {'t', '\t'}, {'n', '\n'}, {'f', '\f'}, {'r', '\r'}};
	const char *p = *at + 1;
	*at = p;
	for (size_t i = 0; i < ARRAY_SIZE(shorts); i++)
		if (*p == shorts[i][0])
			return shorts[i][1];
	if (*p != 'u' || end - p < 5)
		return *p;
	const char digits[] = {p[3], p[4], '\0'};
	*at = p + 4;
	return (char)strtol(digits, NULL, 16);
}

const char *journal_field(struct slice entry, const char *key, struct arena *arena)
{
	char start[COMMITMENT_KEY + 4];
	int n = snprintf(start, sizeof start, "\"%s\":", key);
	const char *p = memmem(entry.p, entry.n, start, (size_t)n), *end = entry.p + entry.n;
	if (!p)
		return "";
	p += n;
	bool number = p < end && *p != '"';
	const char *stop = number ? p : ++p;
	while (stop < end && (number ? *stop != ',' && *stop != '}' : *stop != '"'))
		stop += *stop == '\\' && end - stop > 1 ? 2 : 1;
	char *out = arena_alloc(arena, (size_t)(stop - p) + 1);
	for (size_t length = 0; p < stop; p++)
		out[length++] = *p == '\\' && stop - p > 1 ? escape_read(&p, stop) : *p;
	return out;
}

static enum status head_read(struct db *db, struct journal_head *out, char at[21], struct err *err)
{
	struct query q;
	struct arena *arena = arena_new();
	*out = (struct journal_head){0};
	memcpy(out->hash, zeros, sizeof zeros);
	at[0] = '\0';
	query_begin(&q, db, SQL_JOURNAL_HEAD);
	if (query_row(&q)) {
		out->entries = query_get_number(&q, 0);
		query_get_into(&q, 1, out->hash, sizeof out->hash);
		snprintf(at, 21, "%s", journal_field(query_get_slice(&q, 2, arena), "at", arena));
	}
	enum status status = query_end(&q, err);
	arena_free(arena);
	return status;
}

/* A new file has no journal yet while its first migration runs. */
enum status journal_begin(struct db *db, struct err *err)
{
	struct query q;
	int64_t tables = 0;
	query_begin(&q, db, SQL_TABLE_COUNT);
	if (query_row(&q))
		tables = query_get_number(&q, 0);
	enum status status = query_end(&q, err);
	if (status == OK && tables)
		status = head_read(db, &db->head, db->head_at, err);
	return status;
}

enum status db_journal_head(struct db *db, struct journal_head *out, struct err *err)
{
	char at[21];
	return head_read(db, out, at, err);
}

enum status db_journal_at(struct db *db, const char *at, int64_t *out, struct err *err)
{
	struct query q;
	int64_t last = 0;
	struct arena *arena = arena_new();
	query_begin(&q, db, SQL_JOURNAL_WALK);
	while (query_row(&q)) {
		const char *entry = query_peek_text(&q, 1);
		if (strcmp(journal_field(slice_of(entry ? entry : ""), "at", arena), at) > 0)
			break;
		last = query_get_number(&q, 0);
	}
	enum status status = query_end(&q, err);
	arena_free(arena);
	if (status == OK)
		*out = last;
	return status;
}

struct opening {
	const struct field *field;
	unsigned char salt[JOURNAL_SALT];
	char key[COMMITMENT_KEY]; /* "<field>_c" */
	char commitment[SHA256_TEXT];
};

static enum status openings_save(struct db *db, int64_t seq, const struct opening *openings, size_t n, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && i < n; i++) {
		struct query q;
		query_begin(&q, db, SQL_OPENING_INSERT);
		query_number(&q, ":seq", seq);
		query_text(&q, ":field", openings[i].field->key);
		query_bytes(&q, ":salt", openings[i].salt, JOURNAL_SALT);
		query_text(&q, ":value", openings[i].field->text);
		status = query_run(&q, err);
	}
	return status;
}

static enum status entry_save(struct db *db, int64_t seq, struct slice entry, const char *hash, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_JOURNAL_INSERT);
	query_number(&q, ":seq", seq);
	query_slice(&q, ":entry", entry);
	query_text(&q, ":hash", hash);
	return query_run(&q, err);
}

static void opening_make(const struct field *field, struct opening *out)
{
	*out = (struct opening){.field = field};
	random_bytes(out->salt, sizeof out->salt);
	snprintf(out->key, sizeof out->key, "%s_c", field->key);
	journal_commitment(out->salt, field->key, slice_of(field->text), out->commitment);
}

enum status journal_add(struct db *db, const char *op, const struct field *fields, size_t n, int64_t *seq,
			struct err *err)
{
	if (!db->writing || n > FIELDS_MAX - 5)
		return err_set(err, E_DB, "'%s': a change outside a transaction", db->path);
	struct field all[FIELDS_MAX];
	struct opening openings[FIELDS_MAX];
	size_t count = 0, opened = 0;
	char at[21], hash[SHA256_TEXT];
	time_format(db->now, at);
	all[count++] = FIELD("at", at);
	all[count++] = FIELD("op", op);
	all[count++] = FIELD("prev", db->head.hash);
	all[count++] = FIELD_INT("seq", db->head.entries + 1);
	/* Order is seq, never time: a clock that went back is kept as read, and marked. */
	if (strcmp(at, db->head_at) < 0)
		all[count++] = FIELD("clock", "back");
	for (size_t i = 0; i < n; i++) {
		if (fields[i].kind != FIELD_NUMBER && !fields[i].text)
			continue;
		all[count++] = fields[i];
		if (fields[i].kind == FIELD_PRIVATE) {
			struct opening *opening = &openings[opened++];
			opening_make(&fields[i], opening);
			all[count - 1] = FIELD(opening->key, opening->commitment);
		}
	}
	struct buf entry;
	buf_init(&entry);
	entry_format(all, count, &entry);
	journal_hash((struct slice){entry.p, entry.n}, hash);
	int64_t number = db->head.entries + 1;
	enum status status = entry_save(db, number, (struct slice){entry.p, entry.n}, hash, err);
	if (status == OK)
		status = openings_save(db, number, openings, opened, err);
	if (status == OK) {
		db->head.entries = number;
		memcpy(db->head.hash, hash, sizeof hash);
		memcpy(db->head_at, at, sizeof at);
		*seq = number;
	}
	buf_release(&entry);
	return status;
}
