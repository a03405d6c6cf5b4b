/* reading.c: what is stored as EDTF is kept where it ends on the last day; else the days speak for themselves.
 *
 * EDTF tells the precision: the follow-up does not keep it. Quadrimesters become intervals, since few readers know them.
 */
#include "feed/reading.h"

#include "core/edtf.h"
#include "feed/clean.h"

#include <stdio.h>

enum { MAX_LABEL = 30, MAX_WORDS = 120 };

static const char *const months[2][12] = {
	{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
	 "December"},
	{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
	 "december"},
};

/* The parts of a year that EDTF knows by a number, with what stands before the year. */
static const struct {
	int code;
	const char *precision;
	const char *name[2];
} parts[] = {
	{EDTF_SPRING, "season", {"spring", "voorjaar"}},
	{EDTF_SUMMER, "season", {"summer", "zomer"}},
	{EDTF_AUTUMN, "season", {"autumn", "najaar"}},
	{EDTF_WINTER, "season", {"winter", "winter"}},
	{EDTF_FIRST_QUARTER, "quarter", {"first quarter of", "eerste kwartaal"}},
	{EDTF_FIRST_QUARTER + 1, "quarter", {"second quarter of", "tweede kwartaal"}},
	{EDTF_FIRST_QUARTER + 2, "quarter", {"third quarter of", "derde kwartaal"}},
	{EDTF_LAST_QUARTER, "quarter", {"fourth quarter of", "vierde kwartaal"}},
	{EDTF_FIRST_HALF, "half", {"first half of", "eerste helft"}},
	{EDTF_LAST_HALF, "half", {"second half of", "tweede helft"}},
};

const char *reading_day(int day, bool year, bool dutch, struct arena *arena)
{
	if (day == DATE_NONE)
		return "";
	struct ymd d = date_parts(day);
	const char *text = arena_printf(arena, "%d %s", d.day, months[dutch][d.month - 1]);
	return year ? arena_printf(arena, "%s %d", text, d.year) : text;
}

static const char *span_text(int earliest, int latest, bool dutch, struct arena *arena)
{
	const char *last = reading_day(latest, true, dutch, arena);
	if (earliest == DATE_NONE || earliest == latest)
		return arena_printf(arena, "%s %s", dutch ? "uiterlijk" : "by", last);
	bool year = date_parts(earliest).year != date_parts(latest).year;
	return arena_printf(arena, "%s %s %s", reading_day(earliest, year, dutch, arena), dutch ? "t/m" : "to", last);
}

/* Fills `label` and `precision` for "2021", "2021-05" and "2021-21"; false for any other form. */
static bool name_part(const char *edtf, bool dutch, struct arena *arena, struct reading *out)
{
	int year, code;
	if (!edtf_part_of_year(slice_of(edtf), &year, &code))
		return false;
	if (code == 0) {
		out->precision = "year";
		out->label = arena_printf(arena, "%d", year);
		return true;
	}
	if (code <= 12) {
		out->precision = "month";
		out->label = arena_printf(arena, "%s %d", months[dutch][code - 1], year);
		return true;
	}
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
		if (parts[i].code != code)
			continue;
		bool crosses = code == EDTF_WINTER; /* a winter ends in the next year */
		const char *name = parts[i].name[dutch];
		out->precision = parts[i].precision;
		out->label = crosses ? arena_printf(arena, "%s %d-%d", name, year, year + 1)
				     : arena_printf(arena, "%s %d", name, year);
		return true;
	}
	return false;
}

/* A stretch of days, an open one, or one day, told by its days alone. */
static void name_days(const struct followup *followup, struct arena *arena, struct reading *out)
{
	char first[DATE_TEXT], last[DATE_TEXT];
	date_format(out->earliest, first);
	date_format(out->latest, last);
	out->precision = "day";
	if (out->earliest == out->latest || followup->review) {
		snprintf(out->edtf, sizeof out->edtf, "%s", last);
		return;
	}
	bool open = out->earliest == DATE_NONE || strncmp(followup->edtf, "..", 2) == 0;
	snprintf(out->edtf, sizeof out->edtf, "%s/%s", open ? ".." : first, last);
	if (open)
		return;
	out->precision = "term";
	if (!out->words)
		return;
	bool week = out->latest - out->earliest == 6 && date_weekday(out->earliest) == 1;
	out->precision = week ? "week" : "period";
	out->label = clean_line(followup->date_text, MAX_LABEL, arena);
}

void reading_make(const struct followup *followup, bool dutch, struct arena *arena, struct reading *out)
{
	const char *words = clean_line(followup->date_text, MAX_WORDS, arena);
	*out = (struct reading){.latest = followup->latest, .earliest = followup->earliest};
	out->words = *words ? words : NULL;
	if (out->earliest > out->latest)
		out->earliest = DATE_NONE;
	int first = DATE_NONE, last = DATE_NONE;
	bool agrees = edtf_parse(slice_of(followup->edtf), &first, &last, NULL) == OK && last == out->latest;
	if (agrees && out->earliest == DATE_NONE)
		out->earliest = first;
	if (followup->review)
		out->earliest = out->latest;
	if (!followup->review && agrees && name_part(followup->edtf, dutch, arena, out))
		snprintf(out->edtf, sizeof out->edtf, "%s", followup->edtf);
	else
		name_days(followup, arena, out);
	if (followup->review)
		out->precision = "review";
	out->vague = out->label != NULL;
	out->span = span_text(out->earliest, out->latest, dutch, arena);
}
