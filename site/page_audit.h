/* page_audit.h: the findings of an audit as one page to read and to print, that stands alone. */
#ifndef GRIFFIE_SITE_PAGE_AUDIT_H
#define GRIFFIE_SITE_PAGE_AUDIT_H

#include "db/db.h"

/* Words come in the language of the reader. */
struct page_audit_count {
	const char *severity;
	const char *name;
	size_t n;
};

struct page_audit_head {
	int day;           /* as of which it is */
	const char *known; /* the time at which it was known; NULL: now */
	const char *body;  /* NULL: all */
	bool dutch;
	size_t items; /* that something was found of */
	const struct page_audit_count *counts;
	size_t count;
	struct journal_head journal;
};

struct page_audit_finding {
	const char *severity;
	const char *text; /* its name and detail */
	const struct quotes *evidence;
	const char *const *places; /* of each; NULL for a person's word */
};

/* The page in three parts, so that it need not be held as a whole. */
void page_audit_begin(const struct page_audit_head *head, struct buf *out);
void page_audit_item(const struct item *item, const struct page_audit_finding *findings, size_t n, bool dutch,
		     struct buf *out);
void page_audit_end(bool dutch, struct buf *out);

#endif
