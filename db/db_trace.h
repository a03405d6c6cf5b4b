/* db_trace.h: what the journal says is stored, and whether it is what is stored.
 *
 * Every record rests on one entry: the last that speaks of it. What stands of it in clear in that entry must stand in its row.
 */
#ifndef GRIFFIE_DB_TRACE_H
#define GRIFFIE_DB_TRACE_H

#include "db/db_gate.h"

enum { TRACE_PARTS = 3 };

/* What one entry says of one record. */
struct trace {
	int kind;                      /* of record: its place in the table of db_trace.c */
	const char *name[TRACE_PARTS]; /* what tells it apart from others of its kind; NULL behind the last part */
	int64_t seq;
	bool gone; /* the entry says that it was removed, renamed, merged or answered */
	bool seen; /* its row was found */
};

/* An item that got another ref, was merged with another or removed. */
struct renaming {
	const char *ref;
	const char *now; /* NULL when it was removed */
	bool lost;       /* its row went: merged or removed */
	int64_t seq;
};

struct traces {
	struct trace *v;
	size_t n;
	size_t cap;
	struct {
		struct renaming *v;
		size_t n;
		size_t cap;
	} renamings;
	int64_t unnamed; /* the last answer that does not say which question it answers: those of before do not; 0: none */
};

/* Adds what the entry says of a record; other entries add nothing. */
void trace_add(struct slice entry, int64_t seq, struct arena *scratch, struct arena *arena, struct traces *traces);
/* Compares the last word of the journal on each record with its row; `first_bad` is lowered to the earliest entry that the register does
 * not follow. What was put in without an entry counts against the last one, `entries`. Reorders `traces`, which serve once. */
must_check enum status trace_check(struct db *db, struct traces *traces, int64_t entries, int64_t *first_bad,
				   struct err *err);
/* Lowers `first_bad`, where 0 stands for none, to `entry`. */
void trace_bad(int64_t entry, int64_t *first_bad);

#endif
