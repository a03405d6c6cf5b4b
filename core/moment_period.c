/* moment_period.c: the middle of the grammar of moments: a period by its name, its number or its distance.
 *
 *   period = [ in ] [ the ] ( edge core | core )
 *   core   = date | day | month | weekday | season | quarter | ordinal-part | picked | week | year | feast | recess
 *          | sitting | event | today
 *   picked = ( this | next | last ) ( unit | season | month | weekday | feast | recess | sitting )
 */
#include "core/moment_reader.h"

static bool read_core(struct reader *r, struct named_period *period);

/* dinsdag 3 juni; dinsdag aanstaande. A bare weekday is none: it may recur. */
static bool read_weekday(struct reader *r, struct named_period *period)
{
	int weekday;
	if (!moment_take(&r->c, W_WEEKDAY, &weekday))
		return false;
	struct reader start = *r;
	skip(r, W_COMMA);
	if ((is_next(r, W_DIGITS) || is_next(r, W_ORDINAL) || is_next(r, W_MONTH) || is_next(r, W_DATE)) &&
	    read_core(r, period) && period->shape != SHAPE_MONTH) {
		if (period->shape == SHAPE_DAY)
			period->n = weekday;
		return true;
	}
	*r = start;
	*period = (struct named_period){.shape = SHAPE_WEEKDAY, .day = weekday};
	moment_pick_behind_read(r, period);
	return period->pick != PICK_FIRST;
}

/* ---- parts of the year ---- */

enum { WINTER = 3 };

/* voorjaar 2026, winter 2025-2026 */
static bool read_season(struct reader *r, struct named_period *period)
{
	struct token t = *r->c.next;
	int value;
	if (!moment_take(&r->c, W_SEASON, &value))
		return false;
	period->shape = SHAPE_SEASON;
	period->n = value % W_SHORT;
	struct reader start = *r;
	skip(r, W_OF);
	if (value != WINTER || !moment_take(&r->c, W_YEARS, &period->year)) {
		*r = start;
		moment_year_or_pick_read(r, period);
	}
	if (period->year || period->relative_year || period->pick != PICK_FIRST || moment_is_led(r, t.start))
		return true;
	return !t.capital && value < W_FAINT;
}

/* Q3 2025, Q2/Q3 2025 */
static bool read_quarter(struct reader *r, struct named_period *period)
{
	if (!moment_take(&r->c, W_QUARTER, &period->n))
		return false;
	period->shape = SHAPE_QUARTER;
	struct reader start = *r;
	int n;
	if ((skip(r, W_SLASH) || skip(r, W_DASH)) && moment_take(&r->c, W_QUARTER, &n) && n > period->n) {
		moment_year_or_pick_read(r, period);
		r->p.until = *period;
		r->p.until.n = n;
		return true;
	}
	*r = start;
	moment_year_or_pick_read(r, period);
	return true;
}

/* The part of a whole that an ordinal counts; false when the whole has no such part. */
static bool set_part(struct named_period *period, enum shape shape, int n, int parts)
{
	period->shape = shape;
	period->n = n == -1 ? parts : n;
	return period->n >= 1 && period->n <= parts;
}

/* The year that has the part; false when the part is of something else: "de eerste helft van de vorige eeuw". */
static bool read_whole_of(struct reader *r, struct named_period *period)
{
	return moment_year_read(r, period) || !is_next(r, W_OF);
}

/* What follows "tweede helft": of a month, else of a year. */
static bool read_half_of(struct reader *r, int n, struct named_period *period)
{
	struct reader start = *r;
	bool sure;
	skip(r, W_OF);
	if (moment_month_name_read(r, &period->month, &sure)) {
		moment_year_read(r, period);
		return set_part(period, SHAPE_MONTH_HALF, n, 2);
	}
	*r = start;
	if (!read_whole_of(r, period) || !set_part(period, SHAPE_HALF, n, 2))
		return false;
	/* Matches have halves too. */
	return period->year || period->relative_year || r->p.op != OP_NONE || moment_is_led(r, r->p.start);
}

/* What follows "eerste week" or "tweede dinsdag": a month. */
static bool read_of_month(struct reader *r, struct named_period *period)
{
	bool sure;
	skip(r, W_OF);
	skip_in(r);
	if (!moment_month_name_read(r, &period->month, &sure))
		return false;
	moment_year_read(r, period);
	return true;
}

/* What follows "eerste" or "laatste": vier maanden van 2025. */
static bool read_months_of(struct reader *r, int n, struct named_period *period)
{
	int unit;
	if ((!moment_take(&r->c, W_NUMBER, &period->n) && !moment_take(&r->c, W_DIGITS, &period->n)) ||
	    !moment_take(&r->c, W_UNIT, &unit) || unit != W_MANY + UNIT_MONTH || period->n < 2 || period->n > 11)
		return false;
	period->shape = SHAPE_MONTHS;
	period->day = n;
	return moment_year_read(r, period);
}

/* What follows "derde kwartaal", "laatste week": what it is a part of. */
static bool read_nth_unit(struct reader *r, int n, int unit, struct named_period *period)
{
	if (unit == UNIT_WEEK)
		return set_part(period, SHAPE_MONTH_WEEK, n, 5) && read_of_month(r, period);
	if ((unit != UNIT_QUARTER && unit != UNIT_THIRD && unit != UNIT_HALF) || !read_whole_of(r, period))
		return false;
	return unit == UNIT_QUARTER ? set_part(period, SHAPE_QUARTER, n, 4)
	       : unit == UNIT_THIRD ? set_part(period, SHAPE_THIRD, n, 3)
				    : set_part(period, SHAPE_HALF, n, 2);
}

/* eerste kwartaal, tweede helft, laatste week van augustus, derde dinsdag van september */
static bool read_ordinal(struct reader *r, struct named_period *period)
{
	int n, unit, weekday;
	if (!moment_take(&r->c, W_ORDINAL, &n))
		return false;
	if (skip(r, W_HALF_OF))
		return read_half_of(r, n, period);
	if (moment_take(&r->c, W_WEEKDAY, &weekday)) {
		period->day = weekday;
		return set_part(period, SHAPE_NTH_WEEKDAY, n, 5) && read_of_month(r, period);
	}
	if (n == 1 || n == -1) {
		struct reader start = *r;
		if (read_months_of(r, n, period))
			return true;
		*r = start;
	}
	bool half = skip(r, W_HALF);
	if (half && !is_next(r, W_UNIT))
		return read_half_of(r, n, period);
	return moment_take(&r->c, W_UNIT, &unit) &&
	       read_nth_unit(r, n, half && unit == UNIT_YEAR ? UNIT_HALF : unit, period);
}

/* derde en vierde kwartaal: the first takes the unit and year of the last. */
static bool read_ordinal_list(struct reader *r, struct named_period *period)
{
	int n;
	if (!moment_take(&r->c, W_ORDINAL, &n))
		return false;
	struct cursor start = r->c;
	struct named_period last = {0};
	if (!skip(r, W_AND) || !read_ordinal(r, &last) || (last.shape != SHAPE_QUARTER && last.shape != SHAPE_HALF))
		return false;
	*period = last;
	period->n = n;
	r->c = start;
	return n >= 1 && n < last.n;
}

/* ---- picked around the anchor ---- */

/* volgende week dinsdag; volgend jaar voorjaar, volgend jaar in mei */
static void read_within_unit(struct reader *r, struct named_period *period)
{
	static const int offset[] = {[PICK_THIS] = 0, [PICK_NEXT] = 1, [PICK_COMING] = 1, [PICK_LAST] = -1};
	struct reader start = *r;
	if (period->n == UNIT_WEEK && moment_take(&r->c, W_WEEKDAY, &period->day))
		return;
	skip(r, W_COMMA);
	skip_in(r);
	skip(r, W_ARTICLE);
	struct named_period part = {0};
	if (period->n == UNIT_YEAR && !is_next(r, W_PICK) && !is_next(r, W_YEAR) && !is_next(r, W_HOLIDAY) &&
	    read_core(r, &part) && part.shape != SHAPE_DATE && part.year == 0 && !part.relative_year) {
		part.relative_year = true;
		part.year = offset[period->pick];
		*period = part;
		return;
	}
	*r = start;
}

/* The unit after a pick. Of several ("komende maanden") no day is named; those behind us are no moment. */
static bool read_picked_unit(struct reader *r, struct named_period *period)
{
	int unit;
	if (!moment_take(&r->c, W_UNIT, &unit))
		return false;
	if (unit >= W_MANY || unit == UNIT_SPAN) {
		period->shape = SHAPE_VAGUE;
		return period->pick == PICK_COMING || (period->pick == PICK_NEXT && unit != W_MANY + UNIT_DAY);
	}
	if (period->pick == PICK_LAST && is_next(r, W_OF)) { /* the last quarter of 2025 */
		struct reader start = *r;
		*period = (struct named_period){0};
		if (read_nth_unit(r, -1, unit, period))
			return true;
		*r = start;
		period->pick = PICK_LAST;
	}
	period->shape = SHAPE_UNIT;
	period->n = unit;
	if (unit == UNIT_DAY || unit == UNIT_WORKING_DAY)
		return false;
	read_within_unit(r, period);
	return true;
}

/* zes, 14, zes tot acht, 6-8, twee à drie: of two numbers the last. */
static bool read_count(struct reader *r, int *n)
{
	if (moment_take(&r->c, W_DAYS, n)) {
		*n %= 100;
		return true;
	}
	if (!moment_take(&r->c, W_NUMBER, n) && !moment_take(&r->c, W_DIGITS, n))
		return false;
	struct reader start = *r;
	int more;
	if ((skip(r, W_UNTIL) || skip(r, W_AND) || skip(r, W_DASH)) &&
	    (moment_take(&r->c, W_NUMBER, &more) || moment_take(&r->c, W_DIGITS, &more)) && more > *n)
		*n = more;
	else
		*r = start;
	return true;
}

bool moment_length_read(struct reader *r, struct term *term, bool *dated)
{
	static const struct term lengths[] = {
		[UNIT_DAY] = {1, TERM_DAYS},         [UNIT_WORKING_DAY] = {1, TERM_WORKING_DAYS},
		[UNIT_WEEK] = {1, TERM_WEEKS},       [UNIT_MONTH] = {1, TERM_MONTHS},
		[UNIT_QUARTER] = {1, TERM_QUARTERS}, [UNIT_THIRD] = {4, TERM_MONTHS},
		[UNIT_HALF] = {6, TERM_MONTHS},      [UNIT_YEAR] = {1, TERM_YEARS},
	};
	int n = 1, unit;
	skip(r, W_ABOUT);
	*dated = !skip(r, W_SOME);
	bool again = *dated && skip(r, W_HALF_AGAIN);
	bool counted = !*dated || again || read_count(r, &n) ||
		       (is_next(r, W_ARTICLE) && r->c.next->value == 1 && skip(r, W_ARTICLE));
	bool half = !again && skip(r, W_HALF);
	if ((!counted && !half) || n < 1 || !moment_take(&r->c, W_UNIT, &unit))
		return false;
	unit %= W_MANY;
	if (unit == UNIT_SPAN || ((half || again) && unit != UNIT_YEAR))
		return false;
	*term = half || again ? (struct term){again ? 18 : 6, TERM_MONTHS} : lengths[unit];
	term->n *= n;
	return true;
}

/* dit voorjaar, volgende week, komende drie maanden, aankomend najaar */
static bool read_picked(struct reader *r, struct named_period *period)
{
	int pick;
	if (!moment_take(&r->c, W_PICK, &pick))
		return false;
	period->pick = (enum pick)pick;
	if (is_next(r, W_UNIT))
		return read_picked_unit(r, period);
	struct reader start = *r;
	if ((pick == PICK_COMING || pick == PICK_NEXT) && moment_length_read(r, &r->p.term, &r->p.dated)) {
		period->shape = r->p.dated ? SHAPE_TERM : SHAPE_VAGUE;
		r->p.op = OP_DURING;
		return true;
	}
	*r = start;
	r->p.dated = true;
	r->supported = true;
	if (moment_take(&r->c, W_WEEKDAY, &period->day)) {
		struct reader named = *r;
		if (moment_named_day_read(r, period))
			return true;
		*r = named;
		period->shape = SHAPE_WEEKDAY;
		return true;
	}
	if (!is_next(r, W_SEASON) && !is_next(r, W_MONTH) && !is_next(r, W_QUARTER) && !is_next(r, W_HOLIDAY) &&
	    !is_next(r, W_RECESS) && !is_next(r, W_SITTING) && !is_next(r, W_SESSION))
		return false;
	return read_core(r, period);
}

/* ---- named days and periods ---- */

static bool is_week(int n)
{
	return n >= 1 && n <= 53;
}

/* week 23, week 23-24, weken 23 en 24, week 23 t/m 25 */
static bool read_week(struct reader *r, bool several, struct named_period *period)
{
	period->shape = SHAPE_WEEK;
	if (moment_take(&r->c, W_DAYS, &period->n)) {
		moment_year_read(r, period);
		r->p.until = *period;
		r->p.until.n %= 100;
		period->n /= 100;
		return true;
	}
	if (!moment_take(&r->c, W_DIGITS, &period->n) || !is_week(period->n))
		return false;
	struct reader start = *r;
	int last;
	if ((skip(r, W_THROUGH) || skip(r, W_DASH) || skip(r, W_AND)) && moment_take(&r->c, W_DIGITS, &last) &&
	    is_week(last) && last > period->n && !is_next(r, W_MONTH)) {
		moment_year_read(r, period);
		r->p.until = *period;
		r->p.until.n = last;
		return true;
	}
	*r = start;
	moment_year_read(r, period);
	return !several;
}

/* kwartaal 3, kwartaal 3 van 2025 */
static bool read_numbered_quarter(struct reader *r, struct named_period *period)
{
	if (!moment_take(&r->c, W_DIGITS, &period->n) || period->n < 1 || period->n > 4)
		return false;
	period->shape = SHAPE_QUARTER;
	moment_year_read(r, period);
	return true;
}

static bool read_unit(struct reader *r, struct named_period *period)
{
	int unit;
	if (!moment_take(&r->c, W_UNIT, &unit))
		return false;
	if (unit % W_MANY == UNIT_WEEK)
		return read_week(r, unit >= W_MANY, period);
	return unit == UNIT_QUARTER && read_numbered_quarter(r, period);
}

/* "2024 tot en met 2026": whether another year follows. */
static bool is_year_range(const struct reader *r)
{
	struct reader ahead = *r;
	return (skip(&ahead, W_THROUGH) || skip(&ahead, W_UNTIL)) && is_next(&ahead, W_YEAR);
}

/* A bare year counts where a time is expected and no counted thing follows: "in 2026", not "begroting 2026". */
static bool read_year(struct reader *r, struct named_period *period)
{
	size_t at = r->c.next->start;
	if (!moment_take(&r->c, W_YEAR, &period->year) || is_next(r, W_COUNTED))
		return false;
	period->shape = SHAPE_YEAR;
	return moment_is_led(r, at) || is_year_range(r);
}

/* in 2025-2026 */
static bool read_years(struct reader *r, struct named_period *period)
{
	size_t at = r->c.next->start;
	if (!moment_take(&r->c, W_YEARS, &period->year) || r->p.until.shape != SHAPE_NONE)
		return false;
	period->shape = SHAPE_YEAR;
	r->p.until = *period;
	r->p.until.year++;
	return moment_is_led(r, at);
}

static bool read_sitting(struct reader *r, struct named_period *period)
{
	if (!moment_take(&r->c, W_SITTING, &period->n))
		return false;
	period->shape = SHAPE_SITTING;
	return moment_take(&r->c, W_YEARS, &period->year) || period->pick != PICK_FIRST;
}

static bool read_named(struct reader *r, enum word_kind kind, enum shape shape, struct named_period *period)
{
	if (!moment_take(&r->c, kind, &period->n))
		return false;
	period->shape = shape;
	moment_year_or_pick_read(r, period);
	return true;
}

/* "Het reces" alone names no time; "na het reces" does. */
static bool read_recess(struct reader *r, struct named_period *period)
{
	size_t at = r->c.next->start;
	return read_named(r, W_RECESS, SHAPE_RECESS, period) &&
	       (period->n >= 0 || r->p.op != OP_NONE || moment_is_led(r, at));
}

static bool read_holiday(struct reader *r, struct named_period *period)
{
	return read_named(r, W_HOLIDAY, SHAPE_HOLIDAY, period);
}

/* The name of a paper is a moment only where a time is expected: "bij de begroting", not "de begroting". */
static bool read_event(struct reader *r, struct named_period *period)
{
	if (!r->supported || !read_named(r, W_EVENT, SHAPE_EVENT, period))
		return false;
	if (period->n >= W_SHORT) {
		period->shape = SHAPE_HOLIDAY;
		period->n -= W_SHORT;
	}
	return true;
}

static bool read_session(struct reader *r, struct named_period *period)
{
	return (r->supported || r->p.op != OP_NONE || moment_is_led(r, r->c.next->start)) &&
	       read_named(r, W_SESSION, SHAPE_EVENT, period);
}

static bool read_today(struct reader *r, struct named_period *period)
{
	period->shape = SHAPE_TODAY;
	if (!moment_take(&r->c, W_TODAY, &period->n) || (period->n >= W_FAINT && r->p.op != OP_FROM))
		return false;
	period->n %= W_FAINT;
	return true;
}

static bool read_date(struct reader *r, struct named_period *period)
{
	period->shape = SHAPE_DATE;
	return moment_take(&r->c, W_DATE, &period->day);
}

/* An ordinal counts a part of a whole, or a day of a month, or stands for a part that is named later. */
static bool read_counted(struct reader *r, struct named_period *period)
{
	static bool (*const readers[])(struct reader *, struct named_period *) = {read_ordinal, moment_day_read,
										  read_ordinal_list};
	struct reader start = *r;
	struct named_period before = *period;
	for (size_t i = 0; i < ARRAY_SIZE(readers); i++) {
		if (readers[i](r, period))
			return true;
		*r = start;
		*period = before;
	}
	return false;
}

static bool read_core(struct reader *r, struct named_period *period)
{
	static bool (*const readers[W_KIND_COUNT])(struct reader *, struct named_period *) = {
		[W_DATE] = read_date,          [W_DAYS] = moment_days_read, [W_DIGITS] = moment_day_read,
		[W_MONTH] = moment_month_read, [W_WEEKDAY] = read_weekday,  [W_SEASON] = read_season,
		[W_QUARTER] = read_quarter,    [W_ORDINAL] = read_counted,  [W_PICK] = read_picked,
		[W_UNIT] = read_unit,          [W_YEAR] = read_year,        [W_YEARS] = read_years,
		[W_SITTING] = read_sitting,    [W_HOLIDAY] = read_holiday,  [W_RECESS] = read_recess,
		[W_EVENT] = read_event,        [W_SESSION] = read_session,  [W_TODAY] = read_today,
	};
	return readers[r->c.next->kind] && readers[r->c.next->kind](r, period);
}

/* "eind van het jaar", "einde van de maand", "einde kwartaal": the unit in which we are. */
static bool read_current_unit(struct reader *r, struct named_period *period)
{
	int unit;
	if (!moment_take(&r->c, W_UNIT, &unit) || unit > UNIT_YEAR || unit < UNIT_WEEK)
		return false;
	if (unit == UNIT_YEAR && moment_take(&r->c, W_YEAR, &period->year)) {
		period->shape = SHAPE_YEAR;
		return true;
	}
	period->shape = SHAPE_UNIT;
	period->n = unit;
	period->pick = PICK_THIS;
	return true;
}

static bool read_edged(struct reader *r, struct named_period *period)
{
	int edge = EDGE_MIDDLE;
	bool half = !moment_take(&r->c, W_EDGE, &edge);
	if (half && !skip(r, W_HALF))
		return false;
	skip(r, W_DASH);
	skip(r, W_OF);
	skip(r, W_ARTICLE);
	r->supported = true;
	struct reader start = *r;
	/* "end of week 3" is that week; "end of the week" is ours; "half jaar" is a length. */
	bool known = read_core(r, period);
	if (!known && !half) {
		*r = start;
		*period = (struct named_period){0};
		known = read_current_unit(r, period);
	}
	period->edge = (enum edge)edge;
	return known && period->edge != EDGE_NONE;
}

bool moment_period_read(struct reader *r, struct named_period *period)
{
	skip_in(r);
	skip(r, W_ARTICLE);
	if (is_next(r, W_EDGE) || is_next(r, W_HALF))
		return read_edged(r, period);
	struct reader start = *r;
	if (read_core(r, period))
		return true;
	*r = start;
	*period = (struct named_period){0};
	return r->p.op == OP_DURING && read_current_unit(r, period); /* in de loop van het jaar */
}
