/* feed.h: follow-ups as iCalendar (RFC 5545), by the profile of the project: one all-day event on the last day.
 *
 * libical builds each component and re-reads it; folding and the order of lines are ours. A follow-up without a day is in no
 * calendar. The same input gives the same bytes: nothing is read from the clock.
 */
#ifndef GRIFFIE_FEED_FEED_H
#define GRIFFIE_FEED_FEED_H

#include "core/followup.h"

/* What the store keeps with a follow-up about its component. */
struct feed_stamp {
	int64_t created;       /* seconds since 1970, UTC */
	int64_t last_modified; /* later at every change of bytes */
	int sequence;          /* raised by every change of day or status */
};

struct feed_entry {
	const struct followup *followup;
	struct feed_stamp stamp;
	const char *item_title; /* title of the item; NULL when it has none */
	const char *party;      /* of the first submitter; NULL */
	const char *entry;      /* number and hash of the journal entry that last changed it: "17 ab12..."; NULL */
};

struct feed_options {
	bool todo;        /* VTODO in place of VEVENT */
	bool dutch;       /* language of the words */
	const char *name; /* of the calendar */
	const char *
		base_url; /* "https://raad.example.nl/"; each URL is base + item + "#" + uid; NULL: "https://griffie.invalid/" */
	int today; /* what is overdue is said of this day; DATE_NONE: not said */
};

/* One whole calendar, sorted by day and uid; never empty: without entries one that says so. E_INVALID when a component does not survive
 * re-reading, with the follow-up's uid. */
must_check enum status feed_format(const struct feed_entry *entries, size_t n, const struct feed_options *options,
				   struct buf *out, struct err *err);

#endif
