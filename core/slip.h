/* slip.h: the ledger of moments that moved: by how many days, why, on whose authority, and whether the day had passed.
 *
 * A slip is a move of a day that was set. To name a day where none was set is no slip, and what comes back every year has no day to move.
 */
#ifndef GRIFFIE_CORE_SLIP_H
#define GRIFFIE_CORE_SLIP_H

#include "core/followup.h"

enum slip_authority {
	SLIP_UNSAID,  /* a person recorded it, and did not say who decided */
	SLIP_OWN,     /* the executive gave notice */
	SLIP_AGREED,  /* with those who asked */
	SLIP_DECIDED, /* by the council or a committee */
	SLIP_AUTHORITY_COUNT
};

struct slip {
	const struct followup *followup;
	const struct move *move;
	int days;           /* from the old day to the new, less than 0 when it came forward; 0 when none is named */
	const char *reason; /* NULL when none is given */
	enum slip_authority authority;
	bool expired; /* the old day had passed */
};

struct slips {
	struct slip *v;
	size_t n;
	size_t cap;
};

/* Gives the stored text of a paper: in `out`, empty when there is none. */
typedef enum status (*slip_text)(void *user, const char *sha256, struct slice *out, struct err *err);

/* Adds the slips of `followup`, whose moves stand in order. A paper's reason is looked for in its text; it may stand apart from the quote. */
must_check enum status slip_list(const struct followup *followup, slip_text text, void *user, struct arena *arena,
				 struct slips *out, struct err *err);
/* "own", "agreed", "decided"; NULL when not said. */
const char *slip_authority_to_text(enum slip_authority authority);

#endif
