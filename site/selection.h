/* selection.h: which calendars there are of what is owed, and what stands in each. */
#ifndef GRIFFIE_SITE_SELECTION_H
#define GRIFFIE_SITE_SELECTION_H

#include "db/db.h"

enum selection_group {
	GROUP_WHOLE,     /* all, and what is late */
	GROUP_PARTY,     /* of submitters and cosignatories */
	GROUP_PORTFOLIO, /* of who owes it */
	GROUP_PERSON,    /* of submitters */
	GROUP_KIND,      /* of items */
	GROUP_ITEM,
	GROUP_SAVED, /* by the filters that somebody gave */
	GROUP_COUNT
};

struct selection {
	enum selection_group group;
	const char *name;  /* "party-vvd": letters, digits and "-"; no two are the same */
	const char *title; /* "VVD" */
	const size_t *rows;
	size_t n; /* 0 only for GROUP_WHOLE */
};

struct selections {
	struct selection *v;
	size_t n;
	size_t cap;
};

/* By group, then key; the rows of each in order. `supporters` are sorted by item. */
void selections_make(const struct shown_rows *rows, const struct supporters *supporters, bool dutch,
		     struct arena *arena, struct selections *out);

/* What of `text` can stand in the name of a file: small letters and digits of ASCII, with single "-" between. */
const char *selection_slug(const char *text, struct arena *arena);

#endif
