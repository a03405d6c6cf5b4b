/* calendar.h: what a body's calendar says: its recesses, its meetings, its budget moments.
 *
 * The data come from a rule pack; this module only answers questions about them. All ends are inclusive days.
 */
#ifndef GRIFFIE_CORE_CALENDAR_H
#define GRIFFIE_CORE_CALENDAR_H

#include "core/date.h"

/* Whether the Algemene termijnenwet reaches a body's own terms (legal fact of the body). */
enum atw { ATW_UNKNOWN, ATW_NO, ATW_YES };

/* A named stretch of days: a recess ("spring", "may", "summer", "autumn", "christmas") or a budget moment. */
struct period {
	const char *name;
	int first;
	int last; /* inclusive */
};

struct calendar {
	const char *body; /* "nl/den-haag" */
	enum atw atw;
	struct period *recesses; /* sorted by first day */
	size_t recess_count;
	struct period
		*moments; /* "voorjaarsnota", "begroting", or a season of its own, "summer"; sorted by first day */
	size_t moment_count;
	int *meetings; /* known meeting days, sorted */
	size_t meeting_count;
};

/* The recess called `name` that ends on or after `day`, the earliest such one; NULL when none is known.
 * `calendar` may be NULL everywhere here. */
const struct period *calendar_recess_after(const struct calendar *calendar, const char *name, int day);
/* The recess called `name` that begins in `year`, or NULL. */
const struct period *calendar_recess_in(const struct calendar *calendar, const char *name, int year);
/* The moment called `name` that begins in `year`, or NULL. */
const struct period *calendar_moment_in(const struct calendar *calendar, const char *name, int year);
/* The first known meeting on or after `day`, or DATE_NONE. */
int calendar_next_meeting(const struct calendar *calendar, int day);

#endif
