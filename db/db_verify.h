/* db_verify.h: the two halves of db_journal_verify. */
#ifndef GRIFFIE_DB_VERIFY_H
#define GRIFFIE_DB_VERIFY_H

#include "db/db_trace.h"

/* Walks the chain and the openings; `first_bad` is the first entry that does not follow, or 0. `out` is the head of what was walked, and
 * `traces` what its entries say of each record. */
must_check enum status verify_journal(struct db *db, struct arena *arena, struct journal_head *out,
				      struct traces *traces, int64_t *first_bad, struct err *err);
/* Compares every record with the entry that last changed it, and the records that there are with those that the journal knows;
 * `first_bad` is the earliest entry that the register does not follow, or 0. */
must_check enum status verify_records(struct db *db, struct traces *traces, int64_t entries, int64_t *first_bad,
				      struct err *err);

#endif
