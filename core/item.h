/* item.h: an item of the register with everything that is known of it, as rules and pages see it.
 *
 * An item is a function of what the papers say of it (resolve.h) and of what people recorded by hand. Lists are sorted and
 * the same whatever the order of import.
 */
#ifndef GRIFFIE_CORE_ITEM_H
#define GRIFFIE_CORE_ITEM_H

#include "core/document.h"

#define SHA256_TEXT 65 /* 64 hexadecimal digits and their end */

/* Where words stand: in which paper, and where in its stored text. */
struct quote {
	const char *document; /* SHA-256 of the paper's file, hexadecimal; NULL when a person said so */
	const char *text;
	struct span raw; /* bytes of the stored text; empty when a person said so */
};

struct quotes {
	struct quote *v;
	size_t n;
	size_t cap;
};

/* A mention, by where it stands. */
struct mention_id {
	const char *document; /* SHA-256 of the paper */
	int ordinal;          /* of the mention in the paper, from 0 */
};

struct mention_ids {
	struct mention_id *v;
	size_t n;
	size_t cap;
};

struct transition {
	enum state state;
	int on;               /* the day it took effect; DATE_NONE when no source says */
	struct quotes quotes; /* the evidence, the weightiest first */
	bool forbidden;       /* reported, but not allowed by the lifecycle: kept, without effect */
	bool overruled;       /* forbidden because a weightier source reports the contrary */
	bool provisional;     /* of its papers each is a draft of a decision list */
};

struct transitions {
	struct transition *v;
	size_t n;
	size_t cap;
};

/* A notice that moved a term, from one paper. */
struct item_notice {
	int on;  /* the day of the paper */
	int was; /* the last day that was set before, as the paper says; DATE_NONE when not said */
	struct moment moment;
	const char *date_text; /* NULL when none */
	struct quote quote;
};

struct item_notices {
	struct item_notice *v;
	size_t n;
	size_t cap;
};

/* Promises that deliver the same thing: of one paper, or gathered by a person. */
struct item_promise {
	int on;                /* the day on which it was made: that of the paper, unless that says another */
	int told;              /* the day of the paper by whose word it is owed then */
	const char *promisor;  /* "college", "wethouder"; of minutes by name too: "wethouder Barker" */
	const char *addressee; /* NULL when not said */
	enum promise_form form;
	enum promise_strength strength;
	const char *date_text; /* NULL when none */
	struct moment moment;  /* days DATE_NONE when no day is named */
	const char *key;       /* stable name within the item: 12 hexadecimal digits of paper and place */
	struct quotes quotes;  /* one or more */
};

struct item_promises {
	struct item_promise *v;
	size_t n;
	size_t cap;
};

/* One sentence that promises. */
struct said_promise {
	struct item_promise alone; /* with one quote; key: of those of its paper that deliver the same thing, as read */
	const char *name;          /* tells it apart from others of the paper: its day and words */
};

struct said_promises {
	struct said_promise *v;
	size_t n;
	size_t cap;
};

struct item_request {
	int on; /* the day of the paper */
	const char *verb;
	const char *date_text; /* NULL when none */
	struct moment moment;
	const char *key; /* as of a promise */
	struct quote quote;
	enum state state; /* of this request by itself (item_part.h) */
	int settled;      /* the day on which it was first called settled; DATE_NONE when it is not */
};

struct item_requests {
	struct item_request *v;
	size_t n;
	size_t cap;
};

/* That a person said of a follow-up of the item that it was fulfilled. */
struct item_met {
	const char *rule; /* "nl/gemeente:promise" */
	const char *key;
	int on; /* the day of the word */
};

struct item_mets {
	struct item_met *v;
	size_t n;
	size_t cap;
};

struct item {
	const char *ref;  /* how people call it: "RIS321238"; where it has no number "motion-3fa2c1d09b" */
	const char *body; /* NULL when no paper shows it */
	const char *title;
	enum item_kind kind;
	enum state state;
	int date;          /* of its first transition; DATE_NONE when none has a day */
	bool confidential; /* only its number and kind may be published: by a person's word, or by its papers and no word yet */
	struct identifiers identifiers;
	struct persons people;
	struct transitions transitions; /* in order of effect */
	struct item_notices notices;    /* in order of their papers' days */
	struct said_promises said;      /* in order of day, paper and place */
	struct item_promises promises;  /* of what was said, by regroup.h */
	struct item_requests requests;
	struct item_mets met; /* in order of rule and key */
	struct relations relations;
	struct questions questions;
	struct findings findings;
	struct quotes papers;        /* document and its role: text is the document kind; each paper once */
	struct mention_ids mentions; /* what it is made of, sorted; none when only people speak of it */
};

struct items {
	struct item *v;
	size_t n;
	size_t cap;
};

#endif
