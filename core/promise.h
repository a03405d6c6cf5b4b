/* promise.h: sentences in which the executive undertakes something toward the council.
 *
 * A promise has a holder, a form, a strength and, if it names one, the moment by which. Requests, quotations, questions,
 * reports of what was done, conditions and wishes of third parties are none. Cues are data (promise_words.c).
 */
#ifndef GRIFFIE_CORE_PROMISE_H
#define GRIFFIE_CORE_PROMISE_H

#include "core/moment.h"
#include "core/text.h"

enum promise_form {
	FORM_REPORT,
	FORM_LETTER,
	FORM_PROPOSAL,
	FORM_EVALUATION,
	FORM_RESEARCH,
	FORM_CONVERSATION,
	FORM_OTHER,
	FORM_COUNT
};

enum promise_strength { STRENGTH_FIRM, STRENGTH_INTENTION };

/* A point of the agenda of a meeting. */
struct agenda {
	const char *number; /* "8", "H"; NULL when it has none */
	const char *title;  /* NULL when not said */
};

struct promise {
	struct span body;      /* in the text's body */
	struct span raw;       /* the same words in raw */
	const char *quote;     /* the sentence */
	const char *promisor;  /* "college", "wethouder", "minister" ...; "bestuur" when nothing tells which */
	const char *addressee; /* "raad", "Kamer" ...; NULL when not said */
	const char *speaker;   /* who said it, as minutes print it: "wethouder Barker"; NULL when they name nobody */
	bool named;            /* its words name the holder, who need not be who speaks */
	const struct agenda *agenda; /* that it was said at; NULL when not said */
	bool has_day;                /* the paper says on which day it was made: a list of commitments does */
	int on;                      /* that day; without `has_day` it is that of the paper */
	bool listed;                 /* the chair read it out among what was promised */
	enum promise_form form;
	enum promise_strength strength;
	const char *date_text; /* the words of the moment; NULL when none */
	struct moment moment;  /* that governs the act; precision NONE and no days when none */
	bool is_notice; /* names the new day of a term that is late: what it promises is the item's own settlement; set by the reader of
	                          the paper, never here */
	uint32_t evidence; /* why it counts: see promise_reason */
	int group;         /* promises of one document that deliver the same thing share a number, from 0 */
};

struct promises {
	struct promise *v;
	size_t n;
	size_t cap;
};

/* A part of the body and what its sentences can be. Parts are sorted and do not overlap; what no zone covers is PLAIN. */
enum zone_kind {
	ZONE_PLAIN,  /* the author of the paper speaks */
	ZONE_QUOTE,  /* another paper is quoted: a motion in a letter */
	ZONE_DICTUM, /* what a motion asks or an amendment decides, and its considerations */
	ZONE_QUESTION,
	ZONE_ANSWER,    /* the executive answers */
	ZONE_MEMBER,    /* a member of the council speaks */
	ZONE_EXECUTIVE, /* a member of the executive speaks in a debate */
	ZONE_LISTED,    /* the chair reads out what was promised */
	ZONE_NONE       /* nothing to read: signatures, tables, contact data */
};

/* Who speaks in a debate, and of what. */
struct voice {
	const char *office;          /* "wethouder", "minister"; NULL: the paper's author */
	const char *speaker;         /* as the paper prints it: "wethouder Barker"; NULL when it names nobody */
	const struct agenda *agenda; /* NULL when not said */
	/* "De minister zegt toe": the words that stand for those before `clause` where a promise is recalled, as in "het was een
	 * toezegging om dat na te gaan"; NULL when none is. */
	const char *lead;
	size_t clause; /* in the body: where what was promised begins; 0 without a lead */
};

struct zone {
	struct span body;
	enum zone_kind kind;
	const struct voice *voice; /* NULL: the paper's author */
};

struct zones {
	struct zone *v;
	size_t n;
	size_t cap;
};

struct promise_context {
	struct moment_context moments;
	const struct zones *zones;
	/* Who speaks in ZONE_PLAIN and ZONE_ANSWER when a sentence only says "ik" or "wij" or is passive: "college", "minister";
	 * NULL when a third party wrote the paper: then it holds no promise, unless the executive is named. */
	const char *author;
	bool proposal;      /* a proposal to the council: of its plans, only what the council is to get is promised */
	bool unknown_paper; /* a bare sentence, of which nothing else is known */
};

const char *form_to_text(enum promise_form form);             /* "report" */
const char *strength_to_text(enum promise_strength strength); /* "firm", "intention" */

/* The reasons for which it counts, from `i` 0 on: in words, and with its weight. False when there are no more. A promise needs
 * PROMISE_THRESHOLD together; one without reasons is a short answer to a question ("In het najaar."). */
enum { PROMISE_THRESHOLD = 7 };
bool promise_reason(const struct promise *promise, size_t i, const char **why, int *weight);

/* Adds the promises of `text` to `out`, in order, grouped. Linear in the text. */
void promise_list(const struct text *text, const struct promise_context *context, struct arena *arena,
		  struct promises *out);

#endif
