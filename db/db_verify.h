/* db_verify.h: the two halves of db_journal_verify. */
#ifndef GRIFFIE_DB_VERIFY_H
#define GRIFFIE_DB_VERIFY_H

#include "db/db_gate.h"

/* Walks the chain and the openings; `first_bad` is the first entry that does not follow, or 0. `out` is the head of what was walked. */
must_check enum status verify_journal(struct db *db, struct journal_head *out, int64_t *first_bad, struct err *err);
/* Compares every record with the entry that last changed it; `first_bad` is the earliest such entry, or 0. */
must_check enum status verify_records(struct db *db, int64_t *first_bad, struct err *err);

#endif
