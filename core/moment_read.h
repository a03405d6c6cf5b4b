/* moment_read.h: what the words of a moment say, before any calendar is asked; how it is read and how it becomes days.
 *
 * A phrase is an operator ("uiterlijk") on one or two periods ("het derde kwartaal", "1 maart" ... "1 juni") or on a
 * term ("zes weken"). Reading needs no anchor; resolving (moment_when.c) needs no text. Internal to core/moment*.c.
 */
#ifndef GRIFFIE_CORE_MOMENT_READ_H
#define GRIFFIE_CORE_MOMENT_READ_H

#include "core/moment.h"
#include "core/moment_words.h"
#include "core/term.h"

enum shape {
	SHAPE_NONE,
	SHAPE_DATE,        /* `day` is a day number */
	SHAPE_DAY,         /* `day` of `month`; `n`: its weekday, 0 when not said */
	SHAPE_NTH_WEEKDAY, /* the `n`th weekday `day` of `month` */
	SHAPE_WEEKDAY,     /* `day` picked around the anchor */
	SHAPE_WEEK,        /* ISO week `n` */
	SHAPE_MONTH,       /* `month` */
	SHAPE_MONTH_WEEK,  /* the `n`th seven days of `month` */
	SHAPE_MONTH_HALF,  /* half `n` of `month` */
	SHAPE_SEASON,      /* `n`: 0 spring to 3 winter */
	SHAPE_QUARTER,     /* `n` */
	SHAPE_THIRD,       /* `n`: four months */
	SHAPE_MONTHS,      /* the first `n` months of a year, or with `day` -1 the last */
	SHAPE_HALF,        /* `n` */
	SHAPE_YEAR,
	SHAPE_UNIT, /* week, month, quarter, half or year `n` (enum unit) picked around the anchor; `day`: a weekday in it */
	SHAPE_HOLIDAY, /* `n`: enum feast */
	SHAPE_RECESS,  /* `n`: index of moment_recess_names; -1 for any */
	SHAPE_EVENT,   /* `n`: index of moment_event_names */
	SHAPE_SITTING, /* the parliamentary year that begins in `year`, or the school year: `n` */
	SHAPE_TODAY,   /* `n` days from the anchor */
	SHAPE_TERM,    /* counted from the anchor or from another period */
	SHAPE_VAGUE,
	SHAPE_RECURRING,
	SHAPE_COUNT
};

struct named_period {
	enum shape shape;
	int n;
	int month;
	int day;
	enum edge edge;
	enum pick pick;
	int year;           /* 0 when not said */
	bool relative_year; /* `year` counts from the anchor's: 0 "dit jaar", 1 "volgend jaar" */
};

struct phrase {
	enum operator op;
	struct named_period period;
	struct named_period until; /* the end of a range; SHAPE_NONE when there is none */
	bool exclusive;            /* the range ends before `until` */
	struct term term;          /* of SHAPE_TERM */
	enum operator counted; /* OP_AFTER or OP_BEFORE: the term is counted from `base`; OP_NONE: from the anchor */
	struct named_period base;
	bool dated; /* false: the words are kept, but they name no day */
	size_t start;
	size_t end;
};

/* Reads the phrase of `language` whose first word begins at text[at]; false when there is none. */
bool moment_phrase_read(struct slice text, size_t at, const struct language *language, struct phrase *out);
/* The days of a phrase; leaves them DATE_NONE where the phrase, the anchor or the calendar does not tell. */
void moment_phrase_resolve(const struct phrase *phrase, const struct moment_context *context, struct moment *out);

#endif
