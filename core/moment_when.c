/* moment_when.c: from what the words say to days: DESIGN.md, section 6, with a body's calendar where it has the period.
 *
 * A period without a year stands for one stretch of days in each year. Which one is meant is decided on the result, after
 * the operator: the first that has not ended at the anchor, so that "voor 1 juli" on 5 July is next year's.
 */
#include "core/moment_read.h"

#include <assert.h>
#include <stdio.h>

/* The stretch of days that a period is in one year. */
struct stretch {
	int first;
	int last;
	char edtf[EDTF_TEXT];
	enum precision precision;
};

/* Years that are tried around the anchor; 29 February may be eight years away. */
enum { YEARS_AHEAD = 9, DAYS_AFTER_RECESS = 14 };

static void interval(int first, int last, char out[EDTF_TEXT])
{
	char a[DATE_TEXT], b[DATE_TEXT];
	snprintf(out, EDTF_TEXT, "%s/%s", first == DATE_NONE ? ".." : date_format(first, a),
		 last == DATE_NONE ? ".." : date_format(last, b));
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
		interval(first, last, s->edtf);
	return true;
}

/* `count` months from `month`; `code` is what EDTF writes in the place of the month, 0 for none. */
static bool set_months(struct stretch *s, int year, int month, int count, int code, enum precision precision)
{
	int first = date_make(year, month, 1);
	int last_month = date_add_months(first, count - 1);
	if (last_month == DATE_NONE)
		return false;
	struct ymd end = date_parts(last_month);
	s->first = first;
	s->last = date_make(end.year, end.month, date_days_in_month(end.year, end.month));
	s->precision = precision;
	unsigned y = (unsigned)year % 10000;
	if (code)
		snprintf(s->edtf, EDTF_TEXT, "%04u-%02u", y, (unsigned)code % 100);
	else if (count == 12 && month == 1)
		snprintf(s->edtf, EDTF_TEXT, "%04u", y);
	else
		snprintf(s->edtf, EDTF_TEXT, "%04u-%02u/%04u-%02u", y, (unsigned)month % 100,
			 (unsigned)end.year % 10000, (unsigned)end.month % 100);
	return true;
}

static bool set_month(struct stretch *s, int year, int month)
{
	return set_months(s, year, month, 1, month, PRECISION_MONTH);
}

/* ---- periods that every year has ---- */

static bool feast_in(enum feast feast, int year, struct stretch *s)
{
	int easter = date_easter(year);
	int day = DATE_NONE, more = 0;
	switch (feast) {
	case FEAST_CHRISTMAS:
		day = date_make(year, 12, 25);
		more = 1;
		break;
	case FEAST_EASTER:
		day = easter;
		more = 1;
		break;
	case FEAST_WHITSUN:
		day = date_add_days(easter, 49);
		more = 1;
		break;
	case FEAST_ASCENSION:
		day = date_add_days(easter, 39);
		break;
	case FEAST_KING:
		day = date_make(year, 4, 27);
		day = day != DATE_NONE && date_weekday(day) == 7 ? day - 1 : day;
		break;
	case FEAST_LIBERATION:
		day = date_make(year, 5, 5);
		break;
	case FEAST_NEW_YEAR:
		day = date_make(year, 1, 1);
		break;
	case FEAST_NEW_YEARS_EVE:
		day = date_make(year, 12, 31);
		break;
	case FEAST_SINTERKLAAS:
		day = date_make(year, 12, 5);
		break;
	case FEAST_BUDGET_DAY: /* Grondwet art. 65 */
		day = date_nth_weekday(year, 9, 2, 3);
		break;
	case FEAST_ACCOUNTS_DAY: /* Comptabiliteitswet 2016 art. 2.37 */
		day = date_nth_weekday(year, 5, 3, 3);
		break;
	case FEAST_TURN_OF_YEAR:
		day = date_make(year, 12, 31);
		more = 1;
		break;
	}
	return set_days(s, day, date_add_days(day, more), PRECISION_DAY);
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
		return set_months(s, year, 6, 3, 22, PRECISION_SEASON);
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

static bool sitting_in(int year, struct stretch *s)
{
	int first = date_nth_weekday(year, 9, 2, 3), next = date_nth_weekday(year + 1, 9, 2, 3);
	return set_days(s, first, date_add_days(next, -1), PRECISION_PERIOD);
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
		return set_months(s, year, 3 * p->n + 3, 3, 21 + p->n, PRECISION_SEASON);
	case SHAPE_QUARTER:
		return set_months(s, year, 3 * p->n - 2, 3, 32 + p->n, PRECISION_QUARTER);
	case SHAPE_HALF:
		return set_months(s, year, 6 * p->n - 5, 6, 39 + p->n, PRECISION_HALF);
	case SHAPE_YEAR:
		return set_months(s, year, 1, 12, 0, PRECISION_YEAR);
	case SHAPE_HOLIDAY:
		return feast_in((enum feast)p->n, year, s);
	case SHAPE_RECESS:
		return recess_in(p->n, year, calendar, s);
	case SHAPE_SITTING:
		return sitting_in(year, s);
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
	return whole && (months == 1 || months == 3 || months == 6 || months == 12) ? months : 0;
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

static bool stretch_in(const struct named_period *p, int year, const struct calendar *calendar, struct stretch *s)
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
	int length = p->n == UNIT_MONTH ? 1 : p->n == UNIT_QUARTER ? 3 : p->n == UNIT_HALF ? 6 : 12;
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
		return set_months(s, f.year, f.month, 3, 32 + part, PRECISION_QUARTER);
	if (p->n == UNIT_HALF)
		return set_months(s, f.year, f.month, 6, 39 + part, PRECISION_HALF);
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
static bool stretch_around(const struct named_period *p, const struct moment_context *context, struct stretch *s)
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

/* ---- operators ---- */

static bool is_summer(const struct named_period *p)
{
	return (p->shape == SHAPE_SEASON && p->n == 1) || (p->shape == SHAPE_RECESS && p->n == RECESS_SUMMER);
}

static bool is_christmas(const struct named_period *p)
{
	return (p->shape == SHAPE_HOLIDAY && p->n == FEAST_CHRISTMAS) ||
	       (p->shape == SHAPE_RECESS && p->n == RECESS_CHRISTMAS);
}

static const struct period *summer_recess(const struct stretch *s, const struct calendar *calendar)
{
	return calendar_recess_in(calendar, moment_recess_names[RECESS_SUMMER], date_parts(s->first).year);
}

/* The last day before a period: before its recess where the body has one; 30 June and 24 December by default. */
static int day_before(const struct named_period *p, const struct stretch *s, const struct calendar *calendar)
{
	if (p->edge == EDGE_END) /* "voor eind april" is by its end */
		return s->last;
	int year = date_parts(s->first).year;
	const struct period *recess = NULL;
	if (is_summer(p) && p->edge == EDGE_NONE) {
		recess = summer_recess(s, calendar);
		if (!recess)
			return date_make(year, 6, 30);
	} else if (is_christmas(p)) {
		recess = calendar_recess_in(calendar, moment_recess_names[RECESS_CHRISTMAS], year);
	}
	return date_add_days(recess ? recess->first : s->first, -1);
}

/* From a day on: open, or to `last` when the period has an afterwards of its own. */
static void set_after(const struct named_period *p, const struct stretch *s, const struct calendar *calendar,
		      struct moment *out)
{
	out->earliest = date_add_days(s->last, 1);
	if (is_summer(p) && p->edge == EDGE_NONE) {
		int year = date_parts(s->first).year;
		const struct period *recess = summer_recess(s, calendar);
		out->earliest = recess ? date_add_days(recess->last, 1) : date_make(year, 9, 1);
		out->latest = date_make(year, 11, 30);
		struct stretch autumn;
		if (!recess && set_months(&autumn, year, 9, 3, 23, PRECISION_SEASON)) {
			memcpy(out->edtf, autumn.edtf, sizeof out->edtf);
			return;
		}
	} else if (p->shape == SHAPE_RECESS) {
		out->latest = date_add_days(s->last, DAYS_AFTER_RECESS);
	}
	interval(out->earliest, out->latest, out->edtf);
}

/* An end, inclusive, with the anchor as the beginning where it is before it. */
static void set_end(int last, int anchor, struct moment *out)
{
	out->latest = last;
	out->earliest = anchor != DATE_NONE && anchor <= last ? anchor : DATE_NONE;
	interval(DATE_NONE, last, out->edtf);
}

static void set_by(const struct stretch *s, int anchor, struct moment *out)
{
	set_end(s->last, anchor, out);
	if (!strchr(s->edtf, '/'))
		snprintf(out->edtf, EDTF_TEXT, "../%.*s", EDTF_TEXT - 4, s->edtf);
}

static void set_whole(const struct named_period *p, const struct stretch *s, int anchor, struct moment *out)
{
	out->earliest = s->first;
	out->latest = s->last;
	memcpy(out->edtf, s->edtf, sizeof out->edtf);
	/* "dit jaar" is what is left of it. */
	if (p->shape == SHAPE_UNIT && p->pick == PICK_THIS && p->edge == EDGE_NONE && s->first <= anchor &&
	    anchor <= s->last)
		out->earliest = anchor;
}

/* What the operator makes of a stretch. */
static void bound(const struct phrase *phrase, const struct stretch *s, const struct moment_context *context,
		  struct moment *out)
{
	const struct named_period *p = &phrase->period;
	out->earliest = out->latest = DATE_NONE;
	out->precision = s->precision;
	switch (phrase->op) {
	case OP_BEFORE:
		set_end(day_before(p, s, context->calendar), context->anchor, out);
		break;
	case OP_BY:
		set_by(s, context->anchor, out);
		break;
	case OP_FROM:
		out->earliest = s->first;
		interval(s->first, DATE_NONE, out->edtf);
		break;
	case OP_AFTER:
		set_after(p, s, context->calendar, out);
		break;
	case OP_NONE:
	case OP_ON:
	case OP_AROUND:
	case OP_DURING:
	case OP_WITHIN:
		set_whole(p, s, context->anchor, out);
		break;
	}
	bool moved = phrase->op == OP_BEFORE || phrase->op == OP_AFTER || phrase->op == OP_FROM;
	if (moved && s->precision != PRECISION_DAY)
		out->precision = PRECISION_PERIOD;
}

/* ---- which year ---- */

static bool has_year(const struct named_period *p)
{
	return p->relative_year || p->year != 0;
}

/* The year that is said, or DATE_NONE. */
static int said_year(const struct named_period *p, int anchor)
{
	if (!p->relative_year)
		return p->year ? p->year : DATE_NONE;
	return anchor == DATE_NONE ? DATE_NONE : date_parts(anchor).year + p->year;
}

/* Whether the stretch and what the operator made of it fit what was picked. */
static bool fits(const struct named_period *p, const struct stretch *s, const struct moment *m, int anchor)
{
	int last = m->latest == DATE_NONE ? s->last : m->latest;
	switch (p->pick) {
	case PICK_FIRST:
		return last >= anchor;
	case PICK_COMING:
		return s->first > anchor;
	case PICK_LAST:
		return s->last < anchor;
	case PICK_THIS:
		return s->last >= anchor || date_parts(s->first).year == date_parts(anchor).year;
	case PICK_NEXT:
		if (p->shape == SHAPE_SEASON || p->shape == SHAPE_MONTH)
			return date_parts(s->first).year > date_parts(anchor).year;
		return s->first > anchor;
	}
	return false;
}

static bool find_year(const struct phrase *phrase, const struct moment_context *context, struct moment *out)
{
	const struct named_period *p = &phrase->period;
	if (context->anchor == DATE_NONE)
		return false;
	int now = date_parts(context->anchor).year;
	int step = p->pick == PICK_LAST ? -1 : 1;
	for (int i = -1; i <= YEARS_AHEAD; i++) {
		struct stretch s;
		struct moment m = *out;
		if (!stretch_in(p, now + step * i, context->calendar, &s))
			continue;
		bound(phrase, &s, context, &m);
		if (fits(p, &s, &m, context->anchor)) {
			*out = m;
			return true;
		}
	}
	return false;
}

/* "na het reces": whichever comes first. */
static bool find_any_recess(const struct phrase *phrase, const struct moment_context *context, struct moment *out)
{
	const struct calendar *calendar = context->calendar;
	for (size_t i = 0; calendar && context->anchor != DATE_NONE && i < calendar->recess_count; i++) {
		struct stretch s;
		struct moment m = *out;
		if (!set_days(&s, calendar->recesses[i].first, calendar->recesses[i].last, PRECISION_PERIOD))
			continue;
		bound(phrase, &s, context, &m);
		if (fits(&phrase->period, &s, &m, context->anchor)) {
			*out = m;
			return true;
		}
	}
	return false;
}

/* Without a calendar "voor het kerstreces" still has a default: 24 December. */
static struct named_period with_default(const struct phrase *phrase, const struct calendar *calendar)
{
	struct named_period p = phrase->period;
	bool known = calendar_recess_after(calendar, moment_recess_names[RECESS_CHRISTMAS], -1000000) != NULL;
	if (p.shape == SHAPE_RECESS && p.n == RECESS_CHRISTMAS && !known && phrase->op == OP_BEFORE) {
		p.shape = SHAPE_HOLIDAY;
		p.n = FEAST_CHRISTMAS;
	}
	return p;
}

static bool resolve_period(const struct phrase *given, const struct moment_context *context, struct moment *out)
{
	struct phrase phrase = *given;
	phrase.period = with_default(given, context->calendar);
	const struct named_period *p = &phrase.period;
	struct stretch s;
	if (stretch_around(p, context, &s)) {
		bound(&phrase, &s, context, out);
		return true;
	}
	if (p->shape == SHAPE_RECESS && p->n < 0)
		return find_any_recess(&phrase, context, out);
	if (!has_year(p))
		return find_year(&phrase, context, out);
	int year = said_year(p, context->anchor);
	if (year == DATE_NONE || !stretch_in(p, year, context->calendar, &s))
		return false;
	bound(&phrase, &s, context, out);
	return true;
}

/* ---- ranges and terms ---- */

/* A period by itself, the year nearest to what the caller knows. */
static bool stretch_of(const struct named_period *p, int year, const struct moment_context *context, struct stretch *s)
{
	if (stretch_around(p, context, s))
		return true;
	int said = said_year(p, context->anchor);
	return stretch_in(p, said == DATE_NONE ? year : said, context->calendar, s);
}

/* Both ends in or around `year`, the first not after the last. */
static bool range_in(const struct phrase *phrase, int year, const struct moment_context *context, struct stretch *from,
		     struct stretch *to)
{
	if (!stretch_of(&phrase->until, year, context, to))
		return false;
	int end = date_parts(to->first).year;
	return (stretch_of(&phrase->period, end, context, from) && from->first <= to->last) ||
	       (stretch_of(&phrase->period, end - 1, context, from) && from->first <= to->last);
}

static bool find_range(const struct phrase *phrase, const struct moment_context *context, struct stretch *from,
		       struct stretch *to)
{
	const struct named_period *p = &phrase->period;
	int said = said_year(p, context->anchor);
	if (p->shape == SHAPE_DATE)
		said = date_parts(p->day).year;
	for (int i = 0; said != DATE_NONE && i <= 1; i++)
		if (range_in(phrase, said + i, context, from, to))
			return true;
	if (said != DATE_NONE || (context->anchor == DATE_NONE && !has_year(&phrase->until)))
		return false;
	int now = context->anchor == DATE_NONE ? phrase->until.year : date_parts(context->anchor).year;
	bool years = has_year(&phrase->until);
	for (int i = -1; i <= YEARS_AHEAD; i++)
		if (range_in(phrase, now + i, context, from, to) && (years || to->last >= context->anchor))
			return true;
	return false;
}

static bool resolve_range(const struct phrase *phrase, const struct moment_context *context, struct moment *out)
{
	struct stretch from, to;
	if (!find_range(phrase, context, &from, &to))
		return false;
	int last = phrase->exclusive ? date_add_days(to.first, -1) : to.last;
	if (last == DATE_NONE || last < from.first)
		return false;
	out->earliest = from.first;
	out->latest = last;
	out->precision = PRECISION_PERIOD;
	interval(from.first, last, out->edtf);
	size_t room = strlen(from.edtf) + strlen(to.edtf) + 2;
	if (!phrase->exclusive && room <= EDTF_TEXT && !strchr(from.edtf, '/') && !strchr(to.edtf, '/'))
		snprintf(out->edtf, EDTF_TEXT, "%.11s/%.11s", from.edtf, to.edtf);
	return true;
}

static bool resolve_term(const struct phrase *phrase, const struct moment_context *context, struct moment *out)
{
	int end = term_add(context->anchor, phrase->term, false, NULL, NULL);
	if (end == DATE_NONE)
		return false;
	out->precision = PRECISION_DAY;
	if (phrase->op == OP_WITHIN) {
		set_end(end, context->anchor, out);
	} else if (phrase->op == OP_DURING) {
		out->earliest = context->anchor;
		out->latest = end;
		out->precision = PRECISION_PERIOD;
		interval(context->anchor, end, out->edtf);
	} else {
		out->earliest = out->latest = end;
		date_format(end, out->edtf);
	}
	return true;
}

/* ---- the rule's name ---- */

static const char *rule_of(const struct phrase *phrase)
{
	static const char *const shapes[] = {
		[SHAPE_NONE] = "none",
		[SHAPE_DATE] = "date",
		[SHAPE_DAY] = "day",
		[SHAPE_WEEKDAY] = "weekday",
		[SHAPE_NTH_WEEKDAY] = "weekday-of-month",
		[SHAPE_WEEK] = "week",
		[SHAPE_MONTH] = "month",
		[SHAPE_MONTH_WEEK] = "week-of-month",
		[SHAPE_MONTH_HALF] = "half-month",
		[SHAPE_SEASON] = "season",
		[SHAPE_QUARTER] = "quarter",
		[SHAPE_HALF] = "half-year",
		[SHAPE_YEAR] = "year",
		[SHAPE_UNIT] = "relative",
		[SHAPE_HOLIDAY] = "holiday",
		[SHAPE_RECESS] = "recess",
		[SHAPE_EVENT] = "event",
		[SHAPE_SITTING] = "parliamentary-year",
		[SHAPE_TODAY] = "relative-day",
		[SHAPE_TERM] = "term",
		[SHAPE_VAGUE] = "vague",
		[SHAPE_RECURRING] = "recurring",
	};
	static const char *const operators[] = {
		[OP_NONE] = NULL,       [OP_BEFORE] = "before", [OP_BY] = "by",
		[OP_ON] = NULL,         [OP_FROM] = "from",     [OP_AFTER] = "after",
		[OP_AROUND] = "around", [OP_DURING] = NULL,     [OP_WITHIN] = "within",
	};
	static_assert(ARRAY_SIZE(shapes) == SHAPE_COUNT, "a name for each shape");
	const struct named_period *p = &phrase->period;
	if (p->shape == SHAPE_VAGUE || p->shape == SHAPE_RECURRING || p->shape == SHAPE_EVENT)
		return shapes[p->shape];
	if (phrase->until.shape != SHAPE_NONE)
		return "range";
	bool recess = p->shape == SHAPE_RECESS || is_summer(p) || is_christmas(p);
	if (recess && phrase->op == OP_BEFORE)
		return "before-recess";
	if (recess && phrase->op == OP_AFTER)
		return "after-recess";
	if (operators[phrase->op])
		return operators[phrase->op];
	return p->edge != EDGE_NONE ? "edge" : shapes[p->shape];
}

void moment_phrase_resolve(const struct phrase *phrase, const struct moment_context *context, struct moment *out)
{
	*out = (struct moment){.start = phrase->start, .end = phrase->end, .earliest = DATE_NONE, .latest = DATE_NONE};
	out->rule = rule_of(phrase);
	out->recurring = phrase->period.shape == SHAPE_RECURRING;
	if (!phrase->dated)
		return;
	struct moment dated = *out;
	bool known = phrase->period.shape == SHAPE_TERM  ? resolve_term(phrase, context, &dated)
		     : phrase->until.shape != SHAPE_NONE ? resolve_range(phrase, context, &dated)
							 : resolve_period(phrase, context, &dated);
	if (known && (dated.earliest != DATE_NONE || dated.latest != DATE_NONE))
		*out = dated;
}
