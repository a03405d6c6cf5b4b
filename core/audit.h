/* audit.h: what does not fit in the life of an item: findings by name, each with the words that it rests on.
 *
 * Findings are computed, not stored: a function of an item, its follow-ups and a day. Those that reading the papers gave (outcome_contradicts
 * and others) are stored with the item and come out with the words of what they speak of.
 */
#ifndef GRIFFIE_CORE_AUDIT_H
#define GRIFFIE_CORE_AUDIT_H

#include "core/slip.h"

enum audit_severity {
	AUDIT_HIGH, /* something counts as done, or as decided, that the papers do not bear out; or there is nothing at all */
	AUDIT_MEDIUM, /* something came late, was moved or waits against the rules */
	AUDIT_LOW,    /* a person has still to decide, to name a day or to put the register right */
	AUDIT_SEVERITY_COUNT
};

struct audit_finding {
	const char *name; /* of DESIGN.md, section 7: "overdue" */
	enum audit_severity severity;
	const char *detail; /* one line, in English */
	struct quotes evidence;
};

struct audit_findings {
	struct audit_finding *v;
	size_t n;
	size_t cap;
};

/* A paper that is evidence. */
struct audit_paper {
	const char *sha256;
	const char *kind; /* of document_kind_to_text */
	const char *path; /* under which it was first read */
	int day;          /* DATE_NONE when it has none */
};

struct audit_papers {
	struct audit_paper *v; /* sorted by SHA-256 */
	size_t n;
	size_t cap;
};

struct audit_followup {
	struct followup followup; /* with quotes and moves */
	int waived_on;            /* DATE_NONE unless a person waived it */
};

struct audit_followups {
	struct audit_followup *v;
	size_t n;
	size_t cap;
};

/* An item with all that its findings are made of. */
struct audit_case {
	struct item
		item; /* without promises, notices, requests and questions: what counts of them is a follow-up or a finding */
	struct audit_followups followups;
	const struct audit_papers *papers; /* those that are quoted, and those that tell of the item */
	struct slips slips;                /* of all its follow-ups */
	size_t untold; /* of what was found or owed then, how much can no longer be told (audit_past.h) */
};

struct audit_cases {
	struct audit_case *v;
	size_t n;
	size_t cap;
};

/* Adds what is found of `it` on the day `today`, the gravest first. */
void audit_item(const struct audit_case *it, int today, struct arena *arena, struct audit_findings *out);

/* NULL when it is none of them. */
const struct audit_paper *audit_paper_find(const struct audit_papers *papers, const char *sha256);
/* The gravity of findings of this name. A name that is not known is low. */
enum audit_severity audit_severity_of(const char *name);
/* The names of all findings, the gravest first; NULL at and behind their end. */
const char *audit_name(size_t i);
const char *audit_severity_to_text(enum audit_severity severity); /* "high" */
bool audit_severity_from_text(const char *text, enum audit_severity *out);

#endif
