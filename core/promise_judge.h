/* promise_judge.h: whether one sentence promises something, and why.
 *
 * Internal to promise. Each way of reading the sentence as an act ("who does what to whom") collects evidence for and
 * against; each piece has a weight (promise_judge.c), and the best reading counts when its sum reaches the threshold.
 */
#ifndef GRIFFIE_CORE_PROMISE_JUDGE_H
#define GRIFFIE_CORE_PROMISE_JUDGE_H

#include "core/promise_read.h"

enum evidence {
	EV_PLEDGE_NOW,   /* "zeg toe" */
	EV_PLEDGE_ABLE,  /* "kan toezeggen" */
	EV_PLEDGE_OPEN,  /* "heb ik toegezegd" */
	EV_PLEDGE_OTHER, /* "heeft de minister toegezegd" */
	EV_FUTURE,       /* "zal", "gaat" */
	EV_EXPECTED,     /* "verwacht te", "streeft ernaar te" */
	EV_WISH,         /* "wil" */
	EV_PASSIVE,      /* "wordt" */
	EV_ABLE,         /* "kan" */
	EV_PRESENT,      /* "informeert" */
	EV_MOVES,        /* "komt naar de raad" */
	EV_RECEIVES,     /* "de raad ontvangt" */
	EV_TO_COUNCIL,   /* the act is toward the council */
	EV_OWN,          /* the act is work of its own */
	EV_STUDY,        /* that act studies, evaluates or talks */
	EV_LIGHT,        /* "doen", "maken" */
	EV_OBJECT,       /* "onderzoek", "in gesprek" */
	EV_HOLDER,       /* the executive is the subject */
	EV_NO_HOLDER,    /* somebody else is, or nobody, where one is needed */
	EV_OTHERS,       /* somebody else is */
	EV_AHEAD,        /* a moment that has not passed */
	EV_NO_TIME,      /* the present tense without any tie to later */
	EV_NEGATED,
	EV_CONDITION,
	EV_PROCESS,
	EV_THIS_PAPER,
	EV_FULFILLED,
	EV_RECALL,
	EV_TODAY,    /* in this very meeting */
	EV_ASKED,    /* somebody asks for it */
	EV_GOVERNED, /* the act's own verb was found to be governed */
	EV_TORN,     /* an item of a list, or a clause without its head */
	EV_COUNT
};

struct verdict {
	int score;
	uint32_t evidence; /* bits by enum evidence */
	bool found;
	bool hedged;
	bool meant; /* more than a manner of speaking, when said in a debate without a day */
	enum promise_form form;
	const char *role;      /* the executive that is named; NULL when the author speaks */
	const char *addressee; /* NULL when not said */
	size_t from;           /* words: where the act's part of the sentence begins */
	size_t to;             /* one past its last word */
	size_t verb;
};

/* What is known beside the sentence. */
struct bench {
	bool ahead;      /* it names a moment that has not passed */
	bool soon;       /* it names one that is near, without a day: "de komende weken" */
	bool tied;       /* it names any moment, with a day or without */
	size_t date;     /* where in the sentence; SIZE_MAX when none */
	bool today;      /* shortly before, a return in this very meeting was announced */
	bool fulfilled;  /* the sentences beside it say that a promise is kept here */
	bool named_only; /* a third party speaks: only an executive that is named counts */
};

void verdict_find(const struct reading *reading, const struct bench *bench, struct verdict *out);

#endif
