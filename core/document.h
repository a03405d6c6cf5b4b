/* document.h: what a paper is and which facts it states; nothing that it does not say.
 *
 * Recognised by what the paper says, never by its file name. Every quote points into the stored text (text.h).
 */
#ifndef GRIFFIE_CORE_DOCUMENT_H
#define GRIFFIE_CORE_DOCUMENT_H

#include "core/lifecycle.h"
#include "core/promise.h"

enum document_kind {
	DOC_OTHER,
	DOC_MOTION,
	DOC_AMENDMENT,
	DOC_DECISION_LIST, /* besluitenlijst */
	DOC_SETTLEMENT,    /* letter: afdoening */
	DOC_INTERIM,       /* letter: tussenbericht */
	DOC_LETTER,        /* any other letter */
	DOC_QUESTION,      /* written questions, no answers */
	DOC_ANSWER,        /* written questions with answers */
	DOC_POSTPONEMENT,  /* notice that an answer is late */
	DOC_MINUTES,
	DOC_PROPOSAL,
	DOC_PROMISE_LIST, /* toezeggingenlijst */
	DOC_KIND_COUNT
};

/* A number by which others know a thing. Values carry their prefix: "RIS321235", "ah-tk-20232024-2502", "34334-27". */
struct identifier {
	const char *
		scheme; /* "RIS", "stuknummer", "kenmerk", "zaaknummer", "kamerstuk", "aanhangsel", "AH", "document", "toezegging" and so on */
	const char *value;
};

struct identifiers {
	struct identifier *v;
	size_t n;
	size_t cap;
};

struct person {
	const char *name;  /* NULL when the paper names the party alone */
	const char *party; /* NULL when not said */
	const char *role;  /* "submitter", "cosignatory", "answerer", "signatory", "promisor" */
};

struct persons {
	struct person *v;
	size_t n;
	size_t cap;
};

enum relation_type {
	REL_ABOUT, /* the proposal that is discussed */
	REL_AMENDS,
	REL_REPLACES,
	REL_ANSWERS,
	REL_SETTLES,
	REL_INTERIM_ON,
	REL_POSTPONES,
	REL_REFERS_TO,
	REL_COUNT
};

struct relation {
	enum relation_type type;
	const char *scheme; /* NULL when only a title is known */
	const char *value;
	const char *title; /* NULL when not said */
};

struct relations {
	struct relation *v;
	size_t n;
	size_t cap;
};

struct question {
	int number;
	bool answered;
};

struct questions {
	struct question *v;
	size_t n;
	size_t cap;
};

/* One thing a motion asks. */
struct request {
	const char *verb; /* "verzoekt", "draagt op", "roept op", "spreekt uit" */
	const char *quote;
	struct span raw;
	struct moment moment; /* by when; precision NONE when not said */
	const char *date_text;
};

struct requests {
	struct request *v;
	size_t n;
	size_t cap;
};

/* That a term will not be met or was moved: a tussenbericht, an uitstelbericht. */
struct notice {
	int was;              /* the last day that it says was set; DATE_NONE when not said */
	struct moment moment; /* the new one; precision NONE when none is named */
	const char *date_text;
	const char *quote;
	struct span raw;
};

struct notices {
	struct notice *v;
	size_t n;
	size_t cap;
};

/* What a paper says of the state of an item. */
struct event {
	enum state state;
	int on; /* the day it took effect; DATE_NONE when not said */
	const char *quote;
	struct span raw;
	bool recited; /* told in passing by a later paper: weighs less than a stamp or a decision list */
};

struct events {
	struct event *v;
	size_t n;
	size_t cap;
};

/* What one paper says of one item: the item itself, a row of a decision list, the motion that a letter settles. */
struct mention {
	enum item_kind kind;
	const char *title; /* NULL when not said */
	const char *code;  /* its number within the meeting: "L.2"; NULL when not said */
	int meeting;       /* the day of the meeting that code and title belong to; DATE_NONE when not said */
	struct identifiers identifiers; /* of the item */
	struct persons people;
	struct events events;
	struct notices notices;
	struct requests requests;
	struct relations relations;
	struct questions questions;
	bool own_paper;      /* the paper is the item, not about it */
	bool takes_promises; /* the paper's promises are follow-ups of this item */
	int takes_group;     /* of these the group of this number, counted from 1, alone; 0: all */
};

struct mentions {
	struct mention *v;
	size_t n;
	size_t cap;
};

/* Something that does not fit, for the clerk to see. */
struct finding {
	const char *name;   /* of DESIGN.md, section 7: "outcome_contradicts" */
	const char *detail; /* one line */
};

struct findings {
	struct finding *v;
	size_t n;
	size_t cap;
};

struct document {
	enum document_kind kind;
	const char *body;          /* "nl/den-haag", "nl/tweede-kamer"; NULL when the paper does not show it */
	int date;                  /* DATE_NONE when no day is said */
	char date_edtf[EDTF_TEXT]; /* the same, or a month or year where the paper says no more; "" when nothing */
	const char *title;         /* NULL when it has none */
	struct identifiers identifiers;
	struct persons people;
	enum state outcome; /* STATE_NONE when not said */
	bool provisional;   /* a draft of a decision list: what it tells is not final */
	struct relations relations;
	struct questions questions;
	struct promises promises;
	struct requests requests;
	struct mentions mentions;
	struct findings findings;
	struct zones zones;
	const char *
		author; /* of the executive, who signs or sends it: "college", "minister"; NULL when nobody of it does */
	bool searched;  /* its sentences were read as promises */
	struct text text;
};

struct document_context {
	const char *body; /* NULL: only what the paper shows */
	int on;           /* the day to read from when the paper has no date; DATE_NONE: none */
	/* The calendar of a body, or NULL; asked once the body is known. */
	const struct calendar *(*calendar)(void *user, const char *body);
	void *user;
};

/* Whether it asks a person to decide: what became of an item, or what a text in ruins says. */
bool finding_asks(const struct finding *finding);
/* A paper says of itself that it is not for everybody: a question, and until it is answered a reason to publish no more than number and kind. */
#define FINDING_CONFIDENTIAL "says_confidential"
/* Whether the text is in ruins: only what the head says of the paper was taken from it. */
bool document_is_unreadable(const struct document *document);

const char *document_kind_to_text(enum document_kind kind); /* "decision_list" */
const char *relation_type_to_text(enum relation_type type); /* "settles" */
bool relation_type_from_text(struct slice text, enum relation_type *out);

/* Reads `raw`, which must be valid UTF-8 and live as long as `out`. Any text is read; none is an error.
 * Whom the paper names to be called is blanked out in quotes, titles and names (contact.h); places lead to the words as they stand. */
void document_read(struct slice raw, const struct document_context *context, struct arena *arena, struct document *out);

#endif
