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

const struct period *calendar_moment_after(const struct calendar *calendar, const char *name, int day)
{
	for (size_t i = 0; calendar && i < calendar->moment_count; i++)
		if (strcmp(calendar->moments[i].name, name) == 0 && calendar->moments[i].last >= day)
			return &calendar->moments[i];
	return NULL;
}

/* The next byte of a phrase: small, and one blank for many. 0 at the end. */
static char phrase_byte(struct slice *s)
{
	if (!s->n)
		return '\0';
	char c = s->p[0];
	bool blank = c == ' ' || c == '\t';
	do
		*s = (struct slice){s->p + 1, s->n - 1};
	while (blank && s->n && (s->p[0] == ' ' || s->p[0] == '\t'));
	return blank ? ' ' : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool phrase_is(struct slice a, struct slice b)
{
	char x, y;
	do {
		x = phrase_byte(&a);
		y = phrase_byte(&b);
	} while (x == y && x);
	return x == y;
}

enum state calendar_state(const struct calendar *calendar, struct slice words)
{
	words = slice_trim(words);
	if (words.n && words.p[words.n - 1] == '.')
		words.n--;
	for (size_t i = 0; calendar && i < calendar->alias_count; i++)
		if (phrase_is(words, slice_of(calendar->aliases[i].words)))
			return calendar->aliases[i].state;
	return STATE_NONE;
}

bool calendar_knows_recesses(const struct calendar *calendar, int first, int last)
{
	if (!calendar || !calendar->recess_count)
		return false;
	if (!calendar->known_count)
		return date_parts(calendar->recesses[0].first).year <= date_parts(first).year &&
		       date_parts(last).year <= date_parts(calendar->recesses[calendar->recess_count - 1].first).year;
	for (size_t i = 0; i < calendar->known_count; i++)
		if (calendar->known[i].first <= first && last <= calendar->known[i].last)
			return true;
	return false;
}

const struct period *calendar_recess_within(const struct calendar *calendar, int first, int last)
{
	for (size_t i = 0; calendar && i < calendar->recess_count; i++)
		if (calendar->recesses[i].first <= last && calendar->recesses[i].last >= first)
			return &calendar->recesses[i];
	return NULL;
}

int calendar_next_meeting(const struct calendar *calendar, int day)
{
	if (!calendar || day < calendar->meetings_first)
		return DATE_NONE;
	for (size_t i = 0; i < calendar->meeting_count; i++)
		if (calendar->meetings[i] >= day)
			return calendar->meetings[i];
	return DATE_NONE;
}
