/* term.h: a length of time given by a rule of order or law, and how it is added to a day.
 *
 * Counting: the day of the event is not counted (HR 1-9-2017, ECLI:NL:HR:2017:2225); months clamp to the last
 * day of the target month; working days skip Saturdays, Sundays and holidays. The Algemene termijnenwet lengthens
 * the end (art. 1) and short terms (art. 2), unless art. 4 excludes the term.
 */
#ifndef GRIFFIE_CORE_TERM_H
#define GRIFFIE_CORE_TERM_H

#include "core/calendar.h"

enum term_unit { TERM_DAYS, TERM_WEEKS, TERM_MONTHS, TERM_QUARTERS, TERM_YEARS, TERM_WORKING_DAYS };

struct term {
	int n; /* 1 to 9999 */
	enum term_unit unit;
};

/* One step of a computation, for people: "2024-08-27 + 3 weken = 2024-09-17". */
struct steps {
	const char **v;
	size_t n;
	size_t cap;
	bool dutch; /* else English */
};

/* Reads "21d", "3w", "2m", "1q", "1y", "10wd". E_INVALID with the allowed forms otherwise. */
must_check enum status term_parse(struct slice text, struct term *out, struct err *err);
/* Whether the Algemene termijnenwet reaches a term of this length (art. 4). */
bool term_is_covered(struct term term);
/* `from` + `term`, the last day of the term, inclusive; with `atw` lengthened by arts. 1 and 2 where art. 4 lets
 * it. DATE_NONE when out of range. Each step is added to `steps` (NULL for none), its text in `arena`. */
int term_add(int from, struct term term, bool atw, struct arena *arena, struct steps *steps);
/* The same, with the days of each recess of `recesses` in the term left out (NULL: they count); the act then looks at the end. DATE_NONE, too,
 * when the calendar does not know all recesses of those days. */
int term_add_around(int from, struct term term, bool atw, const struct calendar *recesses, struct arena *arena,
		    struct steps *steps);
/* The day that lies `term` before `day`; DATE_NONE when out of range. */
int term_subtract(int day, struct term term);
/* `end` of a term that began on `from`, moved by the days of each recess of `calendar` that lie in the term, those into which it moves
 * included: a recess is not counted. */
int term_skip_recesses(int from, int end, const struct calendar *calendar, struct arena *arena, struct steps *steps);
/* The first known meeting on or after `end`; DATE_NONE when the calendar knows none. */
int term_to_meeting(int end, const struct calendar *calendar, struct arena *arena, struct steps *steps);
/* The same; the steps tell from which calendar the meeting is, and which recess lies between. */
int term_to_known_meeting(int end, const struct calendar *calendar, struct arena *arena, struct steps *steps);

#endif
