/* page.h: what stands on the pages of a published folder. */
#ifndef GRIFFIE_SITE_PAGE_H
#define GRIFFIE_SITE_PAGE_H

#include "db/db.h"
#include "site/selection.h"

/* The page of an item: what it is, and each follow-up under its uid, with the words, the rule and the arithmetic that it rests on. Nothing in
 * it depends on the day on which it is made. */
void page_item(const struct item *item, const struct due_rows *followups, bool dutch, struct buf *out);

/* One calendar, as the index lists it. */
struct page_calendar {
	enum selection_group group;
	const char *title;
	const char *events; /* "feeds/den-haag-all.ics" */
	const char *tasks;
	size_t n;     /* follow-ups in it */
	size_t bytes; /* of the events */
};

struct page_calendars {
	struct page_calendar *v;
	size_t n;
	size_t cap;
};

struct page_head {
	const char *title; /* of the whole */
	const char *base;  /* of all addresses, with "/" at its end */
	int today;         /* the day as of which it is */
	const char *other; /* the same page in the other language */
	struct journal_head journal;
};

/* The page from which people choose and subscribe; calendars of single items are not listed, but linked from their pages. */
void page_index(const struct page_head *head, const struct page_calendars *calendars, bool dutch, struct buf *out);
/* The same for programs: one JSON object. */
void page_json(const struct page_head *head, const struct page_calendars *calendars, struct buf *out);

#endif
