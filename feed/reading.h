/* reading.h: the moment of a follow-up as a calendar tells it: EDTF and precision that agree with its last day, and words. */
#ifndef GRIFFIE_FEED_READING_H
#define GRIFFIE_FEED_READING_H

#include "core/followup.h"

struct reading {
	char edtf[EDTF_TEXT]; /* its last day is that of the follow-up */
	int earliest;         /* DATE_NONE when unknown, and `edtf` is open then */
	int latest;
	const char *
		precision; /* "day", "week", "month", "quarter", "half", "season", "year", "period", "term", "review" */
	bool vague;        /* less precise than a day */
	const char *label; /* a vague one in a few words: "voorjaar 2021"; NULL */
	const char *words; /* as in the paper, clean; NULL when a term was computed */
	const char *span;  /* "1 maart t/m 31 mei 2021", "uiterlijk 30 juni 2021" */
};

/* `followup` must have a last day. */
void reading_make(const struct followup *followup, bool dutch, struct arena *arena, struct reading *out);
/* "30 juni 2021", or "30 juni" without its year. */
const char *reading_day(int day, bool year, bool dutch, struct arena *arena);

#endif
