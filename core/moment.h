/* moment.h: points and periods of time named in a text.
 *
 * A moment keeps its words, its place, EDTF and the days it covers. It is never faked: words that name no day keep
 * `edtf` empty and both days DATE_NONE. The defaults are those of DESIGN.md, section 6; a body's calendar overrides
 * recesses and budget moments. Vocabulary is data (moment_words.c), the grammar is code (moment_read.c, moment_period.c,
 * moment_day.c), what a phrase means in days is a third part (moment_when.c, moment_stretch.c).
 */
#ifndef GRIFFIE_CORE_MOMENT_H
#define GRIFFIE_CORE_MOMENT_H

#include "core/calendar.h"
#include "core/edtf.h"

enum precision {
	PRECISION_NONE, /* words without a day: "binnenkort" */
	PRECISION_DAY,
	PRECISION_WEEK,
	PRECISION_MONTH,
	PRECISION_SEASON,
	PRECISION_QUARTER,
	PRECISION_HALF,
	PRECISION_YEAR,
	PRECISION_PERIOD, /* any other stretch: "medio 2025", "na het reces" */
	PRECISION_COUNT
};

struct moment {
	size_t start; /* byte offset of the first byte of the words */
	size_t end;   /* one past the last */
	char edtf[EDTF_TEXT];
	int earliest; /* inclusive; DATE_NONE when open or unknown */
	int latest;   /* inclusive; DATE_NONE when open or unknown */
	enum precision precision;
	bool recurring;   /* "tweemaal per jaar": no single day */
	const char *rule; /* the reading rule's name: "season", "before-recess", "day" ...; static */
};

struct moments {
	struct moment *v;
	size_t n;
	size_t cap;
};

struct moment_context {
	int anchor;                      /* the day of the document; DATE_NONE: moments without a year stay undated */
	const struct calendar *calendar; /* of the body; NULL for the defaults */
};

/* "day", "season" ... for output. */
const char *precision_to_text(enum precision precision);
/* Adds every moment in `text` to `out`, in order, not overlapping. One pass; linear in `text`. */
void moment_list(struct slice text, const struct moment_context *context, struct arena *arena, struct moments *out);

#endif
