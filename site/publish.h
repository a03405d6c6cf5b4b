/* publish.h: the calendars and pages of a register as a folder of files, for any web server. */
#ifndef GRIFFIE_SITE_PUBLISH_H
#define GRIFFIE_SITE_PUBLISH_H

#include "feed/feed.h"
#include "site/folder.h"
#include "site/page.h"

/* A calendar by filters that somebody gave. */
struct saved_selection {
	const char *name; /* of its file: as selection_slug gives it */
	const char *title;
	struct followup_filter filter;
};

struct saved_selections {
	struct saved_selection *v;
	size_t n;
	size_t cap;
};

enum { EVENTS, TASKS, FORM_KINDS };

struct publishing {
	const char *folder;
	const char *base_url; /* of the folder as people reach it: "https://raad.example.nl/" */
	const char *title;    /* of the whole: "Gemeenteraad Den Haag" */
	const char *prefix;   /* of the names of calendars, which programs show: "den-haag" */
	const char *body;     /* NULL: all */
	bool dutch;
	int today;
	struct saved_selections saved;
	/* Reads the filters of a private feed, as they are stored. */
	enum status (*filter_of)(void *user, const char *filters, struct followup_filter *out, struct err *err);
	void (*progress)(void *user, size_t done, size_t all); /* NULL: told nobody; `all` 0: not known */
	void *user;
};

/* Brings the folder in line with the register, of which it shows one moment. `current` says that nothing had to be looked at. E_INVALID,
 * E_REFUSED, E_BUSY, E_IO: what was published before stands as it was. */
must_check enum status publish(struct db *db, const struct publishing *publishing, struct folder_counts *out,
			       bool *current, struct err *err);

/* What components are stored in: the same for all calendars of a folder. */
struct prepared {
	const char *base; /* of all addresses, with "/" at its end */
	struct feed_form forms[FORM_KINDS];
	struct rendition renditions[FORM_KINDS];
};

/* Makes and stores what is not stored yet; `out` is in the arena. */
must_check enum status publish_prepare(struct db *db, const struct publishing *publishing, struct arena *arena,
				       struct prepared *out, struct err *err);

#endif
