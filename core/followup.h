/* followup.h: something owed by somebody by some moment, derived by a rule from the facts of an item. */
#ifndef GRIFFIE_CORE_FOLLOWUP_H
#define GRIFFIE_CORE_FOLLOWUP_H

#include "core/item.h"

#define UUID_TEXT 37 /* as hash/uuid.h writes it, and its end */

/* What is stored; whether a pending one is overdue is computed when asked. */
enum followup_status {
	FOLLOWUP_PENDING,
	FOLLOWUP_FULFILLED,
	FOLLOWUP_WAIVED,
	FOLLOWUP_WITHDRAWN,
	FOLLOWUP_STATUS_COUNT
};

/* One change of the due day: from a notice of the executive or a person's word. */
struct move {
	int was;              /* the last day before; DATE_NONE when there was none */
	int latest;           /* the last day after; DATE_NONE when none was named */
	int on;               /* the day of the paper or word */
	const char *document; /* NULL when a person said so */
	const char *reason;   /* the quote, or the person's reason */
};

struct moves {
	struct move *v;
	size_t n;
	size_t cap;
};

struct followup {
	char uid[UUID_TEXT]; /* UUID v5 of item, rule and key */
	const char *item;    /* ref of the item */
	enum item_kind kind; /* of the item */
	const char *body;    /* of the item; NULL when unknown */
	const char *title;   /* what is owed, in a few words */
	const char *rule;    /* "nl/den-haag:settlement" */
	const char *rule_sha256;
	const char *source;    /* the article or paper that the rule rests on */
	bool verified;         /* the source was checked */
	const char *key;       /* distinguishes what one rule derives from one item */
	const char *form;      /* "report", "letter" ... */
	const char *owed_by;   /* "college" */
	const char *date_text; /* the words of the moment; NULL when a term was computed */
	char edtf[EDTF_TEXT];
	int earliest; /* DATE_NONE when no day is named */
	int latest;   /* the last day, inclusive; DATE_NONE: owed without a date */
	bool review;  /* `latest` is a day to look again, not a day on which it is due */
	enum followup_status status;
	int fulfilled_on; /* DATE_NONE unless fulfilled */
	const char *
		because; /* why withdrawn, waived or moved, or that the decision on which it rests is not final; NULL */
	struct moves moves;
	struct quotes quotes;
	const char **steps; /* the arithmetic, one line each */
	size_t step_count;
};

struct followups {
	struct followup *v;
	size_t n;
	size_t cap;
};

/* By which it is seen that an item gives what it gave before. */
struct outcome_mark {
	const char *facts; /* of all that the register knows of the item */
	char outcome
		[SHA256_TEXT]; /* of what was derived of it with which packs; "" when that is not known, or a rule failed */
	bool same;             /* set by the rules: it is what it was, and its follow-ups were not made again */
};

struct outcome_marks {
	struct outcome_mark *v; /* as many as items, in their order; NULL: none */
};

const char *followup_status_to_text(enum followup_status status);
/* "pending", "overdue" (pending, with a last day before `today` that is no review), "fulfilled", "waived", "withdrawn". */
const char *followup_state(const struct followup *followup, int today);

#endif
