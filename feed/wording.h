/* wording.h: what the calendar says of a follow-up, in Dutch or English. */
#ifndef GRIFFIE_FEED_WORDING_H
#define GRIFFIE_FEED_WORDING_H

#include "feed/feed.h"
#include "feed/reading.h"

/* What goes in: the entry and its moment. */
struct subject {
	const struct feed_entry *entry;
	const struct reading *reading;
	const char *url;
	bool dutch;
};

/* "Motie". */
const char *wording_kind(enum item_kind kind, bool dutch);
/* Why no more is said of a confidential item. */
const char *wording_confidential(bool dutch);
/* "Uiterlijk", "Voldaan". */
const char *wording_status(enum followup_status status, bool dutch);
/* "terugkoppeling"; a form that no table knows is its own name, cleaned; NULL when there is nothing to say. */
const char *wording_form(const char *form, bool dutch, struct arena *arena);
/* "Uiterlijk (voorjaar 2021): RIS1 Groene daken – brief", at most 120 characters. */
const char *wording_summary(const struct subject *subject, struct arena *arena);
/* Plain text, a line a fact, the address last. */
const char *wording_description(const struct subject *subject, struct arena *arena);
/* "Motie", and beside it "Termijn vaag", "Zonder termijn" or NULL. */
void wording_categories(const struct subject *subject, const char *out[2]);

#endif
