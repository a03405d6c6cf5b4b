/* term.c: civil addition, then arts. 1 and 2 of the Algemene termijnenwet behind the gate of art. 4.
 *
 * Order: art. 4 decides whether the act reaches the term; art. 1 moves the end; art. 2 looks at the term as moved.
 */
#include "core/term.h"
#include "core/holiday.h"

#include <assert.h>

enum { MONTHS_A_QUARTER = 3, MONTHS_A_YEAR = 12 };

struct unit {
	const char *suffix;
	const char *dutch[2]; /* one, more */
	const char *english[2];
	int covered; /* the most of these that art. 4(a) leaves under the act */
};

static const struct unit units[] = {
	[TERM_DAYS] = {"d", {"dag", "dagen"}, {"day", "days"}, 90},
	[TERM_WEEKS] = {"w", {"week", "weken"}, {"week", "weeks"}, 12},
	[TERM_MONTHS] = {"m", {"maand", "maanden"}, {"month", "months"}, 3},
	[TERM_QUARTERS] = {"q", {"kwartaal", "kwartalen"}, {"quarter", "quarters"}, 1},
	[TERM_YEARS] = {"y", {"jaar", "jaar"}, {"year", "years"}, 0},
	[TERM_WORKING_DAYS] = {"wd", {"werkdag", "werkdagen"}, {"working day", "working days"}, 90},
};
static_assert(ARRAY_SIZE(units) == TERM_WORKING_DAYS + 1, "a row for each unit");

static enum status refused(struct slice text, struct err *err)
{
	return err_set(err, E_INVALID,
		       "'%.*s' is no length; write a number from 1 to 9999 and d, w, m, q, y or wd: 3w, 10wd",
		       (int)(text.n < 40 ? text.n : 40), text.p ? text.p : "");
}

enum status term_parse(struct slice text, struct term *out, struct err *err)
{
	size_t digits = 0;
	int n = 0;
	while (digits < text.n && digits < 5 && text.p[digits] >= '0' && text.p[digits] <= '9')
		n = n * 10 + text.p[digits++] - '0';
	if (n < 1 || n > 9999)
		return refused(text, err);
	struct slice suffix = {text.p + digits, text.n - digits};
	for (size_t i = 0; i < ARRAY_SIZE(units); i++)
		if (slice_is(suffix, units[i].suffix)) {
			*out = (struct term){n, (enum term_unit)i};
			return OK;
		}
	return refused(text, err);
}

bool term_is_covered(struct term term)
{
	return term.n <= units[term.unit].covered;
}

static void note(struct arena *arena, struct steps *steps, const char *text)
{
	if (steps)
		*list_push(arena, steps) = text;
}

/* `n` may be negative. */
static int add_working_days(int from, int n)
{
	int day = from, step = n < 0 ? -1 : 1;
	while (n != 0 && day != DATE_NONE) {
		day = date_add_days(day, step);
		n -= holiday_is_free(day) ? 0 : step;
	}
	return day;
}

static int raw_end(int from, struct term term)
{
	switch (term.unit) {
	case TERM_DAYS:
		return date_add_days(from, term.n);
	case TERM_WEEKS:
		return date_add_days(from, 7 * term.n);
	case TERM_MONTHS:
		return date_add_months(from, term.n);
	case TERM_QUARTERS:
		return date_add_months(from, MONTHS_A_QUARTER * term.n);
	case TERM_YEARS:
		return date_add_months(from, MONTHS_A_YEAR * term.n);
	case TERM_WORKING_DAYS:
		return add_working_days(from, term.n);
	}
	return DATE_NONE;
}

int term_subtract(int day, struct term term)
{
	term.n = -term.n;
	return raw_end(day, term);
}

static const char *day_name(int day, bool dutch)
{
	const char *holiday = holiday_name(day);
	if (holiday)
		return holiday;
	if (date_weekday(day) == 6)
		return dutch ? "zaterdag" : "a Saturday";
	return dutch ? "zondag" : "a Sunday";
}

/* Art. 1(1): an end on a free day moves to the next day that is none. */
static int lengthen_end(int end, struct arena *arena, struct steps *steps)
{
	int day = end;
	while (holiday_is_free(day))
		day = date_add_days(day, 1);
	if (day == end || day == DATE_NONE || !steps)
		return day;
	char was[DATE_TEXT], is[DATE_TEXT];
	note(arena, steps,
	     arena_printf(arena, steps->dutch ? "%s is %s: naar %s (Atw art. 1)" : "%s is %s: to %s (Atw art. 1)",
			  date_format(end, was), day_name(end, steps->dutch), date_format(day, is)));
	return day;
}

/* Whether art. 2 reaches a term: one of at least three days. */
static bool is_short_term_protected(struct term term)
{
	return (term.unit != TERM_DAYS && term.unit != TERM_WORKING_DAYS) || term.n >= 3;
}

/* Art. 2: the term holds at least two days that are not Saturday, Sunday or holiday. */
static int lengthen_short(int from, int end, struct arena *arena, struct steps *steps)
{
	int open = 0;
	for (int day = end; day > from && open < 2; day--)
		open += !holiday_is_free(day);
	int day = end;
	for (; open < 2 && day != DATE_NONE; open += !holiday_is_free(day))
		day = date_add_days(day, 1);
	if (day == end || day == DATE_NONE || !steps)
		return day;
	char is[DATE_TEXT];
	note(arena, steps,
	     arena_printf(arena,
			  steps->dutch ? "minder dan twee werkdagen in de termijn: naar %s (Atw art. 2)"
				       : "fewer than two working days in the term: to %s (Atw art. 2)",
			  date_format(day, is)));
	return day;
}

static void note_sum(int from, struct term term, int end, struct arena *arena, struct steps *steps)
{
	if (!steps)
		return;
	char a[DATE_TEXT], b[DATE_TEXT];
	const char *const *names = steps->dutch ? units[term.unit].dutch : units[term.unit].english;
	note(arena, steps,
	     arena_printf(arena, "%s + %d %s = %s", date_format(from, a), term.n, names[term.n != 1],
			  date_format(end, b)));
}

/* What a reader must know of a result that the act did not reach, or reached without knowing all decrees. */
static void note_limits(struct term term, int end, bool atw, struct arena *arena, struct steps *steps)
{
	if (!steps || end == DATE_NONE)
		return;
	if (atw && !term_is_covered(term))
		note(arena, steps,
		     steps->dutch ? "langer dan 90 dagen, twaalf weken of drie maanden: niet verlengd (Atw art. 4)"
				  : "more than 90 days, twelve weeks or three months: not lengthened (Atw art. 4)");
	else if ((atw || term.unit == TERM_WORKING_DAYS) && date_parts(end).year > holiday_last_known_year())
		note(arena, steps,
		     arena_printf(arena,
				  steps->dutch ? "gelijkgestelde dagen zijn bekend tot en met %d (Atw art. 3)"
					       : "equated days are known up to %d (Atw art. 3)",
				  holiday_last_known_year()));
}

int term_add(int from, struct term term, bool atw, struct arena *arena, struct steps *steps)
{
	return term_add_around(from, term, atw, NULL, arena, steps);
}

int term_add_around(int from, struct term term, bool atw, const struct calendar *recesses, struct arena *arena,
		    struct steps *steps)
{
	int end = from == DATE_NONE ? DATE_NONE : raw_end(from, term);
	if (end == DATE_NONE)
		return DATE_NONE;
	note_sum(from, term, end, arena, steps);
	if (recesses)
		end = term_skip_recesses(from, end, recesses, arena, steps);
	if (recesses && (end == DATE_NONE || !calendar_knows_recesses(recesses, from, end)))
		return DATE_NONE;
	if (atw && term_is_covered(term)) {
		end = lengthen_end(end, arena, steps);
		if (end != DATE_NONE && is_short_term_protected(term))
			end = lengthen_short(from, end, arena, steps);
	}
	note_limits(term, end, atw, arena, steps);
	return end;
}

int term_skip_recesses(int from, int end, const struct calendar *calendar, struct arena *arena, struct steps *steps)
{
	for (size_t i = 0; end != DATE_NONE && calendar && i < calendar->recess_count; i++) {
		const struct period *recess = &calendar->recesses[i];
		int first = recess->first > from ? recess->first : date_add_days(from, 1);
		if (recess->last < first || first > end)
			continue;
		int days = recess->last - first + 1;
		from = recess->last; /* recesses that overlap count once */
		end = date_add_days(end, days);
		if (end == DATE_NONE || !steps)
			continue;
		char a[DATE_TEXT], b[DATE_TEXT], to[DATE_TEXT];
		note(arena, steps,
		     arena_printf(arena,
				  steps->dutch ? "reces %s t/m %s telt niet: %d dagen verder, naar %s"
					       : "recess %s to %s does not count: %d days on, to %s",
				  date_format(first, a), date_format(recess->last, b), days, date_format(end, to)));
	}
	return end;
}

int term_to_meeting(int end, const struct calendar *calendar, struct arena *arena, struct steps *steps)
{
	int day = end == DATE_NONE ? DATE_NONE : calendar_next_meeting(calendar, end);
	char text[DATE_TEXT];
	if (day != DATE_NONE && day != end && steps)
		note(arena, steps,
		     arena_printf(arena,
				  steps->dutch ? "eerste vergadering op of na die dag: %s"
					       : "first meeting on or after that day: %s",
				  date_format(day, text)));
	return day;
}

int term_to_known_meeting(int end, const struct calendar *calendar, struct arena *arena, struct steps *steps)
{
	int day = end == DATE_NONE ? DATE_NONE : calendar_next_meeting(calendar, end);
	char a[DATE_TEXT], b[DATE_TEXT], first[DATE_TEXT], last[DATE_TEXT];
	if (day == DATE_NONE || !steps)
		return day;
	const struct period *recess = calendar_recess_within(calendar, end, day);
	if (recess)
		note(arena, steps,
		     arena_printf(arena,
				  steps->dutch ? "reces %s t/m %s: geen vergadering" : "recess %s to %s: no meeting",
				  date_format(recess->first, first), date_format(recess->last, last)));
	note(arena, steps,
	     arena_printf(arena,
			  steps->dutch
				  ? "eerste vergadering op of na %s: %s (vergaderdagen van %s, bekend van %s t/m %s)"
				  : "first meeting on or after %s: %s (meetings of %s, known from %s to %s)",
			  date_format(end, a), date_format(day, b), calendar->body,
			  date_format(calendar->meetings_first, first), date_format(calendar->meetings_last, last)));
	return day;
}
