/* db_journal.h: writing entries of the journal.
 *
 * entry = canonical JSON of its fields with "at", "op", "prev" and "seq": ASCII keys in order, strings and integers, no blanks, which is
 * RFC 8785 under these limits. hash = SHA-256(00, "griffie1", newline, entry); the first prev is 64 zeros. Texts that people wrote, or that
 * may name them, stand as commitments "<key>_c" = SHA-256("c1", salt, key, 00, value), their values in the table `opening`.
 */
#ifndef GRIFFIE_DB_JOURNAL_H
#define GRIFFIE_DB_JOURNAL_H

#include "db/db_gate.h"

enum { JOURNAL_SALT = 32 };

enum field_kind { FIELD_TEXT, FIELD_NUMBER, FIELD_PRIVATE };

struct field {
	const char *key;
	const char *text; /* NULL: the field is left out; for FIELD_NUMBER unused */
	int64_t number;
	enum field_kind kind;
};

#define FIELD(key, value)         ((struct field){(key), (value), 0, FIELD_TEXT})
#define FIELD_INT(key, value)     ((struct field){(key), NULL, (value), FIELD_NUMBER})
#define FIELD_COVERED(key, value) ((struct field){(key), (value), 0, FIELD_PRIVATE})

/* Reads the head; called by db_begin. */
must_check enum status journal_begin(struct db *db, struct err *err);
/* Appends an entry in the open transaction; `seq` gets its number. Keys must be ASCII, at most 24 of them. */
must_check enum status journal_add(struct db *db, const char *op, const struct field *fields, size_t n, int64_t *seq,
				   struct err *err);
/* The text of a field of an entry, as it was before it was escaped, or its number; "" when it is not there. Without a parser: a key in its quotes can only
 * stand unescaped where the entry has it. */
const char *journal_field(struct slice entry, const char *key, struct arena *arena);
/* SHA-256 of an entry as the chain wants it. */
void journal_hash(struct slice entry, char out[SHA256_TEXT]);
/* The commitment to a private value; `salt` has JOURNAL_SALT bytes. */
void journal_commitment(const void *salt, const char *key, struct slice value, char out[SHA256_TEXT]);

#endif
