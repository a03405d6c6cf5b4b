/* wire.h: what the register's process and the worker say to each other, as bytes.
 *
 * A frame is its length (4 bytes, of what follows), its type, and values in the order of the functions below; numbers as the
 * machine has them, texts with their length and an end. What is read is never trusted: a reader that meets anything else turns
 * bad and gives zeros and NULLs from then on.
 */
#ifndef GRIFFIE_RULES_WIRE_H
#define GRIFFIE_RULES_WIRE_H

#include "rules/rules.h"

#include "core/term.h"

#define FRAME_MAX ((size_t)8 * 1024 * 1024) /* of one frame */

enum frame {
	FRAME_LOAD = 1, /* number of the pack, file, source: answered by PACK or ERROR */
	FRAME_PACK,     /* a pack with its calendar and rules */
	FRAME_ITEM,     /* chain of packs, pack and number of each rule's derive, an item: answered by DONE */
	FRAME_DONE, /* of each rule: no text and its outcomes; or the message of the one that failed, and whether it ran out of budget */
	FRAME_CASE, /* chain of packs, pack and number of a rule and of its derive, its kinds and days, number of the case: answered by RESULT */
	FRAME_RESULT, /* whether it passed, what differs, and the case in words: what is given, what is expected */
	FRAME_ERROR,  /* a message */
};

enum {
	OUTCOMES_MAX = 512,
	OUTCOME_QUOTES = 64,
	OUTCOME_STEPS = 16,
	OUTCOME_VALUES = 32,
	NAME_MAX_BYTES = 96,
	TITLE_MAX_BYTES = 600,
	CHAIN_MAX = 8,
	PACKS_MAX = 256,
	RULES_MAX = 100,
	CONSTANTS_MAX = 100,
	CASE_TEXT_MAX = 400
};
#define PROGRESS_RULES ((uint64_t)4096) /* more than CHAIN_MAX * RULES_MAX */

/* Which part of the item something was taken from. */
enum origin_kind { ORIGIN_NONE, ORIGIN_PROMISE, ORIGIN_REQUEST, ORIGIN_NOTICE, ORIGIN_TRANSITION, ORIGIN_COUNT };

struct origin {
	enum origin_kind kind;
	int index; /* in the item's list of that kind */
};

enum step_kind { STEP_TERM, STEP_MEETING, STEP_COUNT };

/* One call of term() or next_meeting(): the text of its steps is written by who reads the outcome. */
struct outcome_step {
	enum step_kind kind;
	int from; /* of a meeting: the first day on which it may be */
	struct term term;
	bool atw;
	bool around; /* recesses do not count */
};

/* A value of `terms` that the rule read. */
struct outcome_value {
	int depth; /* of the pack in the chain */
	int index; /* in its constants */
};

struct pack_report;

/* One table that a rule's derive returned, checked. */
struct outcome {
	const char *key;
	const char *form;    /* NULL when not said */
	const char *owed_by; /* NULL when not said */
	const char *title;   /* NULL: that of the item */
	char edtf[EDTF_TEXT];
	int earliest;      /* DATE_NONE when no day is named */
	int latest;        /* the same */
	int review;        /* the same */
	int fulfilled;     /* the same */
	bool moves;        /* the item's notices move it */
	struct term every; /* when it is met it is owed again, so much later; n is 0: once */
	bool unsure; /* `earliest` is the last day if the Algemene termijnenwet, of which nobody knows, does not hold */
	struct origin moment; /* whose words the moment is */
	struct origin *quotes;
	size_t quote_count;                 /* at most OUTCOME_QUOTES */
	struct outcome_step *steps;         /* in order */
	size_t step_count;                  /* at most OUTCOME_STEPS */
	const struct outcome_value *values; /* one list for all outcomes of a rule */
	size_t value_count;                 /* at most OUTCOME_VALUES */
};

/* Packs from that of a body to its last base. */
struct pack_chain {
	const struct pack_report *v[CHAIN_MAX];
	size_t n;
};

struct outcomes {
	struct outcome *v;
	size_t n;
	size_t cap;
};

/* A value under `terms` in body, for some days: a text ("30d"), a whole number, or that none is known. Those of one name follow each
 * other in time. */
struct constant {
	const char *name;
	const char *text; /* NULL: a number, or none */
	int number;
	bool none;          /* it was said to be false: nobody knows a value */
	int from;           /* DATE_NONE: from the beginning */
	int to;             /* inclusive; DATE_NONE: still */
	const char *source; /* NULL when not said */
	bool verified;      /* the source was read */
	int line;           /* of the file */
};

struct constants {
	struct constant *v;
	size_t n;
	size_t cap;
};

/* How a rule stands in its file. What it does not say is that of the rule of the same id of a base. */
struct rule_form {
	bool derives; /* it has a derive of its own */
	bool kinds;   /* it says to which kinds it applies, perhaps to none */
	int verified; /* -1: not said */
	int line;     /* of rule { */
};

/* What the worker tells of a pack. */
struct pack_report {
	struct pack pack;
	struct calendar calendar;
	struct constants constants;
	struct {
		struct rule_form *v;
		size_t n;
		size_t cap;
	} forms; /* of each rule; title and source are NULL where a form without derive does not say them */
	struct {
		struct rule *v;
		size_t n;
		size_t cap;
	} rules;
};

struct reader {
	const char *p;
	size_t n;
	bool bad;
};

/* Starts a frame; gives the place that wire_end needs. */
size_t wire_begin(struct buf *out, enum frame type);
void wire_end(struct buf *out, size_t start);
void wire_put_int(struct buf *out, int value);
void wire_put_text(struct buf *out, const char *text); /* NULL allowed */
void wire_put_bytes(struct buf *out, struct slice bytes);
void wire_put_item(struct buf *out, const struct item *item);
void wire_put_outcomes(struct buf *out, const struct outcomes *outcomes);
void wire_put_pack(struct buf *out, const struct pack_report *report);

/* The bytes of the first whole frame of `bytes`, without its length; `taken` counts the length too. 0: not whole yet; 1: whole; -1: too long. */
int wire_frame(struct slice bytes, struct reader *out, size_t *taken);
int wire_get_int(struct reader *in);
/* A number of things of which each takes at least one byte; 0 when that cannot be. */
size_t wire_get_count(struct reader *in, size_t max);
/* Within the frame; terminated; NULL when none was put. */
const char *wire_get_text(struct reader *in);
struct slice wire_get_bytes(struct reader *in);
void wire_get_item(struct reader *in, struct arena *arena, struct item *out);
/* Days are real days, texts are clean, origins lie within `item` and values within `chain`; else the reader is bad. */
void wire_get_outcomes(struct reader *in, const struct item *item, const struct pack_chain *chain, struct arena *arena,
		       struct outcomes *out);
/* All texts are copies in `arena`. */
void wire_get_pack(struct reader *in, struct arena *arena, struct pack_report *out);

#endif
