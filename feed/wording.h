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

/* "Uiterlijk (voorjaar 2021): RIS1 Groene daken – brief", at most 120 characters. */
const char *wording_summary(const struct subject *subject, struct arena *arena);
/* Plain text, a line a fact, the address last. */
const char *wording_description(const struct subject *subject, struct arena *arena);
/* "Motie", and beside it "Termijn vaag", "Zonder termijn" or NULL. */
void wording_categories(const struct subject *subject, const char *out[2]);

#endif
