/* calendar.h: what a body's calendar says: its recesses, its meetings, its budget moments; and its own words for outcomes.
 *
 * The data come from a rule pack; this module only answers questions about them. All ends are inclusive days.
 */
#ifndef GRIFFIE_CORE_CALENDAR_H
#define GRIFFIE_CORE_CALENDAR_H

#include "core/date.h"
#include "core/lifecycle.h"

/* Whether the Algemene termijnenwet reaches a body's own terms (legal fact of the body). */
enum atw { ATW_UNKNOWN, ATW_NO, ATW_YES };

/* A named stretch of days: a recess ("spring", "may", "summer", "autumn", "christmas") or a budget moment. */
struct period {
	const char *name;
	int first;
	int last; /* inclusive */
};

/* Words in which this body says what became of a motion, and what they mean there. */
struct alias {
	const char *words;
	enum state state;
};

struct calendar {
	const char *body; /* "nl/den-haag" */
	enum atw atw;
	struct period *recesses; /* sorted by first day */
	size_t recess_count;
	struct period
		*known; /* stretches of which all recesses are known, sorted; none: the years in which some begin */
	size_t known_count;
	struct period
		*moments; /* "voorjaarsnota", "begroting", or a season of its own, "summer"; sorted by first day */
	size_t moment_count;
	int *meetings; /* known meeting days, sorted */
	size_t meeting_count;
	int meetings_first; /* from this day on no meeting is left out; of what was before nothing is known */
	int meetings_last;  /* up to this day */
	struct alias *aliases;
	size_t alias_count;
};

/* The recess called `name` that ends on or after `day`, the earliest such one; NULL when none is known.
 * `calendar` may be NULL everywhere here. */
const struct period *calendar_recess_after(const struct calendar *calendar, const char *name, int day);
/* The recess called `name` that begins in `year`, or NULL. */
const struct period *calendar_recess_in(const struct calendar *calendar, const char *name, int year);
/* The moment called `name` that begins in `year`, or NULL. */
const struct period *calendar_moment_in(const struct calendar *calendar, const char *name, int year);
/* Whether all recesses with a day from `first` to `last` are known. */
bool calendar_knows_recesses(const struct calendar *calendar, int first, int last);
/* The first recess, by its first day, with a day from `first` to `last`; NULL when none is known. */
const struct period *calendar_recess_within(const struct calendar *calendar, int first, int last);
/* The moment called `name` that ends on or after `day`, the earliest such one, or NULL. */
const struct period *calendar_moment_after(const struct calendar *calendar, const char *name, int day);
/* The state for which the words, whole, stand with this body, whatever their case and the blanks between them; STATE_NONE when it has no such
 * alias. */
enum state calendar_state(const struct calendar *calendar, struct slice words);
/* The first meeting on or after `day`; DATE_NONE when none is known, or `day` lies before the days of which the meetings are known: there an
 * earlier one may have been. */
int calendar_next_meeting(const struct calendar *calendar, int day);

#endif
