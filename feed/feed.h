/* feed.h: follow-ups as iCalendar (RFC 5545), by the profile of the project: one all-day event on the last day.
 *
 * libical builds each component and re-reads it; folding and the order of lines are ours. A component is made once and stored (db.h), and a
 * calendar is what stands between its head and its end. A follow-up without a day is in no calendar. The same input gives the same
 * bytes: nothing is read from the clock, so that what is overdue is not said.
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
	bool confidential;      /* only number, kind and day are said */
};

/* What decides the bytes of a component beside the follow-up. */
struct feed_form {
	bool todo;  /* VTODO in place of VEVENT */
	bool dutch; /* language of the words */
	const char *
		base_url; /* "https://raad.example.nl/"; each URL is base + item + "#" + uid; NULL: "https://griffie.invalid/" */
};

/* Raised with every change by which a stored component would be written differently. */
enum { FEED_VERSION = 2 };

/* "event nl https://raad.example.nl/": under which components of this form are stored. E_INVALID when the base is no address. */
must_check enum status feed_form_name(const struct feed_form *form, struct arena *arena, const char **out,
				      struct err *err);
/* The UID of the component of a follow-up: an event and a task are two things to a reader that has both. */
void feed_uid(const struct feed_form *form, const char *followup, char out[UUID_TEXT]);
/* Adds the component of a follow-up that has a day. E_INVALID, with its uid, when it does not survive re-reading. */
must_check enum status feed_component(const struct feed_entry *entry, const struct feed_form *form, struct buf *out,
				      struct err *err);
/* SHA-256 of what a component says, its stamps (DTSTAMP, LAST-MODIFIED, SEQUENCE) left out: where it differs, the stamps must rise. */
void feed_digest(struct slice component, char out[SHA256_TEXT]);

/* A calendar is its head, components of one form, and its end. The head is the same at every poll. */
/* The first lines of any, for one that is a component alone, as CalDAV keeps them (RFC 4791, 4.1); feed_end ends that too. */
void feed_open(const struct feed_form *form, struct buf *out);
must_check enum status feed_begin(const struct feed_form *form, const char *name, struct buf *out, struct err *err);
/* `empty`: there was no component; then one is added that says so. */
must_check enum status feed_end(const struct feed_form *form, const char *name, bool empty, struct buf *out,
				struct err *err);

#endif
