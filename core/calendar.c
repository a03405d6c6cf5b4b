/* calendar.c: linear looks through lists of a few dozen periods; a body has no more. */
#include "core/calendar.h"

const struct period *calendar_recess_after(const struct calendar *calendar, const char *name, int day)
{
	if (!calendar)
		return NULL;
	for (size_t i = 0; i < calendar->recess_count; i++) {
		const struct period *recess = &calendar->recesses[i];
		if (recess->last >= day && strcmp(recess->name, name) == 0)
			return recess;
	}
	return NULL;
}

const struct period *calendar_recess_in(const struct calendar *calendar, const char *name, int year)
{
	if (!calendar)
		return NULL;
	for (size_t i = 0; i < calendar->recess_count; i++) {
		const struct period *recess = &calendar->recesses[i];
		if (date_parts(recess->first).year == year && strcmp(recess->name, name) == 0)
			return recess;
	}
	return NULL;
}

const struct period *calendar_moment_in(const struct calendar *calendar, const char *name, int year)
{
	for (size_t i = 0; calendar && i < calendar->moment_count; i++)
		if (strcmp(calendar->moments[i].name, name) == 0 && date_parts(calendar->moments[i].first).year == year)
			return &calendar->moments[i];
	return NULL;
}

int calendar_next_meeting(const struct calendar *calendar, int day)
{
	if (!calendar)
		return DATE_NONE;
	for (size_t i = 0; i < calendar->meeting_count; i++)
		if (calendar->meetings[i] >= day)
			return calendar->meetings[i];
	return DATE_NONE;
}
