/* moment_stretch.c: the days of one period: in a given year, or around the anchor. */
#include "core/moment_stretch.h"

#include "core/holiday.h"

void moment_interval_format(int first, int last, char out[EDTF_TEXT])
{
	char a[DATE_TEXT] = "..", b[DATE_TEXT] = "..";
	if (first != DATE_NONE)
		date_format(first, a);
	if (last != DATE_NONE)
		date_format(last, b);
	moment_edtf_join(a, b, out);
}

void moment_edtf_join(const char *from, const char *to, char out[EDTF_TEXT])
{
	size_t a = strlen(from), b = strlen(to);
	if (a + b + 2 > EDTF_TEXT)
		return;
	memcpy(out, from, a);
	out[a] = '/';
	memcpy(out + a + 1, to, b + 1);
}

/* "2025-05": what the first day of a month begins with, or with `code` in the place of the month. */
static void month_format(int year, int code, char out[DATE_TEXT])
{
	date_format(date_make(year, 1, 1), out);
	out[5] = (char)('0' + code / 10);
	out[6] = (char)('0' + code % 10);
	out[7] = '\0';
}

static bool set_days(struct stretch *s, int first, int last, enum precision precision)
{
	if (first == DATE_NONE || last == DATE_NONE)
		return false;
	s->first = first;
	s->last = last;
	s->precision = precision;
	if (first == last)
		date_format(first, s->edtf);
	else
		moment_interval_format(first, last, s->edtf);
	return true;
}

/* `count` months from `month`; `code` is what EDTF writes in the place of the month, 0 for none. */
static bool set_months(struct stretch *s, int year, int month, int count, int code, enum precision precision)
{
	int months = month + count - 2;
	int end_year = year + months / 12, end_month = months % 12 + 1;
	s->first = date_make(year, month, 1);
	s->last = date_make(end_year, end_month, date_days_in_month(end_year, end_month));
	s->precision = precision;
	if (s->first == DATE_NONE || s->last == DATE_NONE)
		return false;
	char from[DATE_TEXT], to[DATE_TEXT];
	bool whole_year = count == 12 && month == 1;
	month_format(year, code ? code : month, from);
	if (whole_year)
		from[4] = '\0';
	month_format(end_year, end_month, to);
	if (code || whole_year)
		memcpy(s->edtf, from, sizeof from);
	else
		moment_edtf_join(from, to, s->edtf);
	return true;
}

static bool set_month(struct stretch *s, int year, int month)
{
	return set_months(s, year, month, 1, month, PRECISION_MONTH);
}

/* ---- periods that every year has ---- */

/* A feast on a day of the year, on a weekday of a month, or some days after Easter; `more`: days that follow it. The King's day has a
 * history (holiday.h). */
struct feast_day {
	int month; /* 0: from Easter */
	int day;   /* days after Easter when `month` is 0 */
	int weekday;
	int nth;
	int more;
};

static const struct feast_day feasts[] = {
	[FEAST_CHRISTMAS] = {.month = 12, .day = 25, .more = 1},
	[FEAST_EASTER] = {.more = 1},
	[FEAST_WHITSUN] = {.day = 49, .more = 1},
	[FEAST_ASCENSION] = {.day = 39},
	[FEAST_LIBERATION] = {.month = 5, .day = 5},
	[FEAST_NEW_YEAR] = {.month = 1, .day = 1},
	[FEAST_NEW_YEARS_EVE] = {.month = 12, .day = 31},
	[FEAST_SINTERKLAAS] = {.month = 12, .day = 5},
	[FEAST_BUDGET_DAY] = {.month = 9, .weekday = 2, .nth = 3},   /* Grondwet art. 65 */
	[FEAST_ACCOUNTS_DAY] = {.month = 5, .weekday = 3, .nth = 3}, /* Comptabiliteitswet 2016 art. 2.37 */
	[FEAST_TURN_OF_YEAR] = {.month = 12, .day = 31, .more = 1},
	[FEAST_CHRISTMAS_EVE] = {.month = 12, .day = 24},
	[FEAST_CHRISTMAS_1] = {.month = 12, .day = 25},
	[FEAST_CHRISTMAS_2] = {.month = 12, .day = 26},
	[FEAST_EASTER_1] = {.day = 0},
	[FEAST_EASTER_2] = {.day = 1},
	[FEAST_WHITSUN_1] = {.day = 49},
	[FEAST_WHITSUN_2] = {.day = 50},
	[FEAST_GOOD_FRIDAY] = {.day = -2},
	[FEAST_REMEMBRANCE] = {.month = 5, .day = 4},
};

static bool feast_in(int n, int year, struct stretch *s)
{
	const struct feast_day *f = &feasts[n];
	int day = n == FEAST_KING ? holiday_kings_day(year)
		  : !f->month     ? date_add_days(date_easter(year), f->day)
		  : f->weekday    ? date_nth_weekday(year, f->month, f->weekday, f->nth)
				  : date_make(year, f->month, f->day);
	return set_days(s, day, date_add_days(day, f->more), PRECISION_DAY);
}

static bool recess_in(int name, int year, const struct calendar *calendar, struct stretch *s)
{
	if (name < 0)
		return false;
	const struct period *recess = calendar_recess_in(calendar, moment_recess_names[name], year);
	if (recess)
		return set_days(s, recess->first, recess->last, PRECISION_PERIOD);
	/* The words alone tell a default for the summer only, and the day before Christmas for what is before it. */
	if (name == RECESS_SUMMER)
		return set_months(s, year, 6, 3, EDTF_SUMMER, PRECISION_SEASON);
	return false;
}

static bool month_part_in(const struct named_period *p, int year, struct stretch *s)
{
	int length = date_days_in_month(year, p->month);
	int first = 1, last = length;
	if (p->shape == SHAPE_MONTH_HALF) {
		first = p->n == 1 ? 1 : 16;
		last = p->n == 1 ? 15 : length;
	} else if (p->n == 5) { /* the last week */
		first = length - 6;
	} else {
		first = 7 * p->n - 6;
		last = 7 * p->n;
	}
	return set_days(s, date_make(year, p->month, first), date_make(year, p->month, last), PRECISION_PERIOD);
}

/* The first or last `n` months of a year, by their name where they have one. */
static bool months_of(const struct named_period *p, int year, struct stretch *s)
{
	bool first = p->day > 0;
	int month = first ? 1 : 13 - p->n;
	switch (p->n) {
	case 3:
		return set_months(s, year, month, 3, first ? EDTF_FIRST_QUARTER : EDTF_LAST_QUARTER, PRECISION_QUARTER);
	case 4:
		return set_months(s, year, month, 4, first ? EDTF_FIRST_QUADRIMESTER : EDTF_LAST_QUADRIMESTER,
				  PRECISION_PERIOD);
	case 6:
		return set_months(s, year, month, 6, first ? EDTF_FIRST_HALF : EDTF_LAST_HALF, PRECISION_HALF);
	default:
		return set_months(s, year, month, p->n, p->n == 1 ? month : 0,
				  p->n == 1 ? PRECISION_MONTH : PRECISION_PERIOD);
	}
}

static int nth_weekday(const struct named_period *p, int year)
{
	if (p->n < 5)
		return date_nth_weekday(year, p->month, p->day, p->n);
	int fifth = date_nth_weekday(year, p->month, p->day, 5);
	return fifth == DATE_NONE ? date_nth_weekday(year, p->month, p->day, 4) : fifth;
}

static bool week_in(int week, int year, struct stretch *s)
{
	int monday = date_iso_week(year, week);
	return set_days(s, monday, date_add_days(monday, 6), PRECISION_WEEK);
}

/* From Prinsjesdag to Prinsjesdag (Grondwet art. 65); a school year from 1 August (Wpo art. 1), one of study from 1 September (WHW
 * art. 1.1). */
static bool sitting_in(int kind, int year, struct stretch *s)
{
	if (kind > 0)
		return set_days(s, date_make(year, 7 + kind, 1), date_add_days(date_make(year + 1, 7 + kind, 1), -1),
				PRECISION_PERIOD);
	int first = date_nth_weekday(year, 9, 2, 3), next = date_nth_weekday(year + 1, 9, 2, 3);
	return set_days(s, first, date_add_days(next, -1), PRECISION_PERIOD);
}

/* A season is three months, unless the body has another one. */
static bool season_in(int n, int year, const struct calendar *calendar, struct stretch *s)
{
	static const char *const names[] = {"spring", "summer", "autumn", "winter"};
	const struct period *own = calendar_moment_in(calendar, names[n], year);
	if (own)
		return set_days(s, own->first, own->last, PRECISION_SEASON);
	return set_months(s, year, 3 * n + 3, 3, EDTF_SPRING + n, PRECISION_SEASON);
}

/* The whole of a period in `year`, its edge not yet looked at; false when that year has none. */
static bool whole_in(const struct named_period *p, int year, const struct calendar *calendar, struct stretch *s)
{
	switch (p->shape) {
	case SHAPE_DAY:
		return set_days(s, date_make(year, p->month, p->day), date_make(year, p->month, p->day), PRECISION_DAY);
	case SHAPE_NTH_WEEKDAY:
		return set_days(s, nth_weekday(p, year), nth_weekday(p, year), PRECISION_DAY);
	case SHAPE_WEEK:
		return week_in(p->n, year, s);
	case SHAPE_MONTH:
		return set_month(s, year, p->month);
	case SHAPE_MONTH_WEEK:
	case SHAPE_MONTH_HALF:
		return month_part_in(p, year, s);
	case SHAPE_SEASON:
		return season_in(p->n, year, calendar, s);
	case SHAPE_QUARTER:
		return set_months(s, year, 3 * p->n - 2, 3, EDTF_FIRST_QUARTER - 1 + p->n, PRECISION_QUARTER);
	case SHAPE_THIRD:
		return set_months(s, year, 4 * p->n - 3, 4, EDTF_FIRST_QUADRIMESTER - 1 + p->n, PRECISION_PERIOD);
	case SHAPE_MONTHS:
		return months_of(p, year, s);
	case SHAPE_HALF:
		return set_months(s, year, 6 * p->n - 5, 6, EDTF_FIRST_HALF - 1 + p->n, PRECISION_HALF);
	case SHAPE_YEAR:
		return set_months(s, year, 1, 12, 0, PRECISION_YEAR);
	case SHAPE_HOLIDAY:
		return feast_in(p->n, year, s);
	case SHAPE_RECESS:
		return recess_in(p->n, year, calendar, s);
	case SHAPE_SITTING:
		return sitting_in(p->n, year, s);
	case SHAPE_NONE:
	case SHAPE_DATE:
	case SHAPE_WEEKDAY:
	case SHAPE_UNIT:
	case SHAPE_EVENT:
	case SHAPE_TODAY:
	case SHAPE_TERM:
	case SHAPE_VAGUE:
	case SHAPE_RECURRING:
	case SHAPE_COUNT:
		break;
	}
	return false;
}

/* ---- begin, medio, eind ---- */

/* Months of a stretch of 1, 3, 6 or 12 whole months; 0 for any other. */
static int months_in(const struct stretch *s)
{
	struct ymd a = date_parts(s->first), b = date_parts(s->last);
	int months = (b.year - a.year) * 12 + b.month - a.month + 1;
	bool whole = a.day == 1 && b.day == date_days_in_month(b.year, b.month);
	return whole && (months == 1 || months == 3 || months == 4 || months == 6 || months == 12) ? months : 0;
}

static bool edge_of_month(enum edge edge, struct ymd first, struct stretch *s)
{
	int from = edge == EDGE_BEGIN ? 1 : edge == EDGE_MIDDLE ? 11 : 21;
	int to = edge == EDGE_BEGIN ? 10 : edge == EDGE_MIDDLE ? 20 : date_days_in_month(first.year, first.month);
	return set_days(s, date_make(first.year, first.month, from), date_make(first.year, first.month, to),
			PRECISION_PERIOD);
}

static bool edge_of_week(enum edge edge, struct stretch *s)
{
	int from = edge == EDGE_BEGIN ? 0 : edge == EDGE_MIDDLE ? 2 : 4;
	int to = edge == EDGE_BEGIN ? 1 : edge == EDGE_MIDDLE ? 3 : 6;
	return set_days(s, date_add_days(s->first, from), date_add_days(s->first, to), PRECISION_PERIOD);
}

/* Thirds: months of a quarter, season or half year, ten days of a month; of a year the first three, May to July, and the
 * last three months. */
static bool cut_edge(enum edge edge, struct stretch *s)
{
	if (edge == EDGE_NONE)
		return true;
	if (edge == EDGE_FIRST || edge == EDGE_LAST) {
		int day = edge == EDGE_FIRST ? s->first : s->last;
		return set_days(s, day, day, PRECISION_DAY);
	}
	int months = months_in(s);
	struct ymd first = date_parts(s->first);
	if (months == 1)
		return edge_of_month(edge, first, s);
	if (months == 0)
		return s->precision != PRECISION_WEEK || edge_of_week(edge, s);
	int count = months == 6 ? 2 : months == 12 ? 3 : 1;
	int skipped = edge == EDGE_BEGIN ? 0 : edge == EDGE_END ? months - count : months == 12 ? 4 : count;
	struct ymd from = date_parts(date_add_months(s->first, skipped));
	return set_months(s, from.year, from.month, count, count == 1 ? from.month : 0,
			  count == 1 ? PRECISION_MONTH : PRECISION_PERIOD);
}

bool moment_stretch_in(const struct named_period *p, int year, const struct calendar *calendar, struct stretch *s)
{
	return whole_in(p, year, calendar, s) && cut_edge(p->edge, s);
}

/* ---- periods around the anchor ---- */

static int offset_of(enum pick pick)
{
	return pick == PICK_THIS || pick == PICK_FIRST ? 0 : pick == PICK_LAST ? -1 : 1;
}

static bool unit_around(const struct named_period *p, int anchor, struct stretch *s)
{
	struct ymd d = date_parts(anchor);
	int by = offset_of(p->pick);
	int monday = date_add_days(anchor, 1 - date_weekday(anchor) + 7 * by);
	int length = p->n == UNIT_MONTH     ? 1
		     : p->n == UNIT_QUARTER ? 3
		     : p->n == UNIT_THIRD   ? 4
		     : p->n == UNIT_HALF    ? 6
					    : 12;
	int first = date_add_months(date_make(d.year, (d.month - 1) / length * length + 1, 1), by * length);
	if (first == DATE_NONE || monday == DATE_NONE)
		return false;
	if (p->n == UNIT_WEEK && p->day)
		return set_days(s, date_add_days(monday, p->day - 1), date_add_days(monday, p->day - 1), PRECISION_DAY);
	if (p->n == UNIT_WEEK)
		return set_days(s, monday, date_add_days(monday, 6), PRECISION_WEEK);
	struct ymd f = date_parts(first);
	int part = (f.month - 1) / length + 1;
	if (p->n == UNIT_MONTH)
		return set_month(s, f.year, f.month);
	if (p->n == UNIT_QUARTER)
		return set_months(s, f.year, f.month, 3, EDTF_FIRST_QUARTER - 1 + part, PRECISION_QUARTER);
	if (p->n == UNIT_THIRD)
		return set_months(s, f.year, f.month, 4, EDTF_FIRST_QUADRIMESTER - 1 + part, PRECISION_PERIOD);
	if (p->n == UNIT_HALF)
		return set_months(s, f.year, f.month, 6, EDTF_FIRST_HALF - 1 + part, PRECISION_HALF);
	return set_months(s, f.year, 1, 12, 0, PRECISION_YEAR);
}

static int weekday_around(const struct named_period *p, int anchor)
{
	int ahead = (p->day - date_weekday(anchor) + 7) % 7;
	if (p->pick == PICK_LAST)
		return date_add_days(anchor, ahead - 7);
	return date_add_days(anchor, ahead == 0 && p->pick != PICK_THIS ? 7 : ahead);
}

/* The budget moment of the calendar that ends on or after the anchor, or in the year that is said. */
static bool event_around(const struct named_period *p, const struct moment_context *context, struct stretch *s)
{
	const struct calendar *calendar = context->calendar;
	int year =
		p->relative_year && context->anchor != DATE_NONE ? date_parts(context->anchor).year + p->year : p->year;
	for (size_t i = 0; calendar && i < calendar->moment_count; i++) {
		const struct period *moment = &calendar->moments[i];
		if (strcmp(moment->name, moment_event_names[p->n]) != 0)
			continue;
		if (year || p->relative_year ? date_parts(moment->first).year == year : moment->last >= context->anchor)
			return set_days(s, moment->first, moment->last, PRECISION_PERIOD);
	}
	return false;
}

/* Periods that do not come back each year; false when this one does, or has no days. */
bool moment_stretch_around(const struct named_period *p, const struct moment_context *context, struct stretch *s)
{
	int anchor = context->anchor;
	if (p->shape == SHAPE_DATE)
		return set_days(s, p->day, p->day, PRECISION_DAY);
	if (p->shape == SHAPE_EVENT)
		return event_around(p, context, s);
	if (anchor == DATE_NONE)
		return false;
	if (p->shape == SHAPE_TODAY)
		return set_days(s, date_add_days(anchor, p->n), date_add_days(anchor, p->n), PRECISION_DAY);
	if (p->shape == SHAPE_WEEKDAY)
		return set_days(s, weekday_around(p, anchor), weekday_around(p, anchor), PRECISION_DAY);
	return p->shape == SHAPE_UNIT && unit_around(p, anchor, s) && cut_edge(p->edge, s);
}
