/* db_trace.h: which entry of the journal speaks last of each record. */
#ifndef GRIFFIE_DB_TRACE_H
#define GRIFFIE_DB_TRACE_H

#include "db/db_gate.h"

struct trace {
	const char *subject; /* "item RIS321238", the name as it stands in the entry */
	int64_t seq;
	bool gone; /* the entry says that it was removed, renamed or merged */
};

struct traces {
	struct trace *v;
	size_t n;
	size_t cap;
};

/* Adds what the entry says of a paper, an item, a follow-up or a derivation; other entries add nothing. */
void trace_add(struct slice entry, int64_t seq, struct arena *scratch, struct arena *arena, struct traces *traces);
/* Compares the last word of the journal on each record with what is stored; `first_bad` is lowered to the earliest entry that the register
 * does not follow. What was put in without an entry counts against the last one, `entries`. */
must_check enum status trace_check(struct db *db, struct traces *traces, int64_t entries, int64_t *first_bad,
				   struct err *err);

#endif
