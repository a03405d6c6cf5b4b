/* moment_when.c: from what the words say to days: DESIGN.md, section 6, with a body's calendar where it has the period.
 *
 * A period without a year stands for one stretch of days in each year. Which one is meant is decided on the result, after
 * the operator: the first that has not ended at the anchor, so that "voor 1 juli" on 5 July is next year's.
 */
#include "core/moment_stretch.h"

#include <assert.h>

/* Years that are tried around the anchor; 29 February may be eight years away. */
enum { YEARS_AHEAD = 9, DAYS_AFTER_RECESS = 14 };

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
	if (is_summer(p) && p->edge != EDGE_MIDDLE) {
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
		static const struct named_period autumn_season = {.shape = SHAPE_SEASON, .n = 2};
		struct stretch autumn;
		if (!recess && moment_stretch_in(&autumn_season, year, NULL, &autumn)) {
			memcpy(out->edtf, autumn.edtf, sizeof out->edtf);
			return;
		}
	} else if (p->shape == SHAPE_RECESS) {
		out->latest = date_add_days(s->last, DAYS_AFTER_RECESS);
	}
	moment_interval_format(out->earliest, out->latest, out->edtf);
}

/* An end, inclusive, with the anchor as the beginning where it is before it. */
static void set_end(int last, int anchor, struct moment *out)
{
	out->latest = last;
	out->earliest = anchor != DATE_NONE && anchor <= last ? anchor : DATE_NONE;
	moment_interval_format(DATE_NONE, last, out->edtf);
}

static void set_by(const struct stretch *s, int anchor, struct moment *out)
{
	set_end(s->last, anchor, out);
	if (!strchr(s->edtf, '/'))
		moment_edtf_join("..", s->edtf, out->edtf);
}

static void set_whole(const struct named_period *p, const struct stretch *s, int anchor, struct moment *out)
{
	out->earliest = s->first;
	out->latest = s->last;
	memcpy(out->edtf, s->edtf, sizeof out->edtf);
	/* "dit jaar" is what is left of it. */
	if ((p->shape == SHAPE_UNIT || p->shape == SHAPE_SITTING) && p->pick == PICK_THIS && p->edge == EDGE_NONE &&
	    s->first <= anchor && anchor <= s->last)
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
		moment_interval_format(s->first, DATE_NONE, out->edtf);
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

/* Whether the stretch of last year may still go on: a winter, a recess, a parliamentary year, the last days or week of a year. */
static bool reaches_over(const struct named_period *p)
{
	return p->shape != SHAPE_DAY && p->shape != SHAPE_MONTH && p->shape != SHAPE_QUARTER &&
	       p->shape != SHAPE_HALF && !(p->shape == SHAPE_SEASON && p->n < 3);
}

/* "maandag 3 maart": of the days around the anchor, next and then last, the one that is a Monday. DATE_NONE when neither is. */
static int year_of_weekday(const struct named_period *p, int anchor)
{
	int year = date_parts(anchor).year, past = DATE_NONE;
	for (int i = -1; i <= 1; i++) {
		int day = date_make(year + i, p->month, p->day);
		if (day == DATE_NONE || date_weekday(day) != p->n)
			continue;
		if (day >= anchor)
			return year + i;
		past = year + i;
	}
	return past;
}

static bool find_year(const struct phrase *phrase, const struct moment_context *context, struct moment *out)
{
	const struct named_period *p = &phrase->period;
	if (context->anchor == DATE_NONE)
		return false;
	int known = p->shape == SHAPE_DAY && p->n && p->pick == PICK_FIRST ? year_of_weekday(p, context->anchor)
									   : DATE_NONE;
	struct stretch day;
	if (known != DATE_NONE && moment_stretch_in(p, known, context->calendar, &day)) {
		bound(phrase, &day, context, out);
		return true;
	}
	int now = date_parts(context->anchor).year;
	int step = p->pick == PICK_LAST ? -1 : 1;
	for (int i = reaches_over(p) ? -1 : 0; i <= YEARS_AHEAD; i++) {
		struct stretch s;
		struct moment m = *out;
		if (!moment_stretch_in(p, now + step * i, context->calendar, &s))
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
		const struct period *recess = &calendar->recesses[i];
		struct stretch s = {recess->first, recess->last, "", PRECISION_PERIOD};
		struct moment m = *out;
		moment_interval_format(s.first, s.last, s.edtf);
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
	if (moment_stretch_around(p, context, &s)) {
		bound(&phrase, &s, context, out);
		return true;
	}
	if (p->shape == SHAPE_RECESS && p->n < 0)
		return find_any_recess(&phrase, context, out);
	if (!has_year(p))
		return find_year(&phrase, context, out);
	int year = said_year(p, context->anchor);
	if (year == DATE_NONE || !moment_stretch_in(p, year, context->calendar, &s))
		return false;
	bound(&phrase, &s, context, out);
	return true;
}

/* ---- ranges and terms ---- */

/* A period by itself, the year nearest to what the caller knows. */
static bool stretch_of(const struct named_period *p, int year, const struct moment_context *context, struct stretch *s)
{
	if (moment_stretch_around(p, context, s))
		return true;
	int said = said_year(p, context->anchor);
	return moment_stretch_in(p, said == DATE_NONE ? year : said, context->calendar, s);
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
	moment_interval_format(from.first, last, out->edtf);
	if (!phrase->exclusive && !strchr(from.edtf, '/') && !strchr(to.edtf, '/'))
		moment_edtf_join(from.edtf, to.edtf, out->edtf);
	return true;
}

/* "zes weken na 1 mei", "twee weken voor Prinsjesdag": counted on from its last day, or back from its first. */
static bool resolve_counted(const struct phrase *phrase, const struct moment_context *context, struct moment *out)
{
	const struct phrase from = {.op = phrase->counted, .period = phrase->base, .dated = true};
	struct moment base = {.earliest = DATE_NONE, .latest = DATE_NONE};
	if (!resolve_period(&from, context, &base))
		return false;
	bool after = phrase->counted == OP_AFTER;
	int end = after ? term_add(date_add_days(base.earliest, -1), phrase->term, false, NULL, NULL)
			: term_subtract(date_add_days(base.latest, 1), phrase->term);
	if (end == DATE_NONE)
		return false;
	out->precision = PRECISION_DAY;
	if (phrase->op != OP_WITHIN && phrase->op != OP_BY) {
		out->earliest = out->latest = end;
		date_format(end, out->edtf);
		return true;
	}
	set_end(end, context->anchor, out);
	if (phrase->op == OP_WITHIN && after) {
		out->earliest = base.earliest;
		moment_interval_format(out->earliest, end, out->edtf);
	}
	return true;
}

static bool resolve_term(const struct phrase *phrase, const struct moment_context *context, struct moment *out)
{
	if (phrase->counted != OP_NONE)
		return resolve_counted(phrase, context, out);
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
		moment_interval_format(context->anchor, end, out->edtf);
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
		[SHAPE_THIRD] = "third-of-year",
		[SHAPE_MONTHS] = "months-of-year",
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
	if (phrase->counted != OP_NONE)
		return "counted";
	bool recess = p->shape == SHAPE_RECESS || is_summer(p) || is_christmas(p);
	if (recess && phrase->op == OP_BEFORE)
		return "before-recess";
	if (recess && phrase->op == OP_AFTER)
		return "after-recess";
	if (p->shape == SHAPE_SITTING && p->n > 0 && phrase->op == OP_NONE)
		return "school-year";
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
