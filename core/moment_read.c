/* moment_read.c: the grammar of moments, top down. Each reader takes what it can and returns true, or false with the
 * reader moved; whoever tries alternatives keeps a copy and returns to it.
 *
 *   phrase    = recurring | vague [bounded] | event | bounded
 *   bounded   = { adverb | operator } ( term | between | period [ to period ] )
 *   period    = [ relative-year ] [ edge ] core [ year-of ]
 *   core      = date | day | month | season | quarter | ordinal-part | picked | week | year | feast | recess | sitting
 *   year-of   = [ of ] ( year | this year | next year | last year )
 */
#include "core/moment_read.h"
#include "core/moment_token.h"

struct reader {
	struct cursor c;
	struct phrase p;
	bool supported; /* something before says that a time follows: a bare year or a capital may be one */
};

static bool read_core(struct reader *r, struct named_period *period);
static bool read_period(struct reader *r, struct named_period *period);

/* ---- small words ---- */

static bool skip(struct reader *r, enum word_kind kind)
{
	return moment_take(&r->c, kind, NULL);
}

static bool skip_in(struct reader *r)
{
	if (r->c.next.kind == W_OVER && r->c.next.value != 1)
		return false;
	return skip(r, W_IN) || skip(r, W_OVER) || skip(r, W_PER);
}

static bool is_next(const struct reader *r, enum word_kind kind)
{
	return r->c.next.kind == kind;
}

/* The word before text[at] on the same line; its start goes to `before`. NULL when the dictionary does not know it. */
static const struct word *word_before(const struct reader *r, size_t at, size_t *before)
{
	struct slice text = r->c.text;
	size_t end = at;
	while (end > 0 && (text.p[end - 1] == ' ' || text.p[end - 1] == '\n'))
		end--;
	size_t start = end;
	while (start > 0 && moment_word_end((struct slice){text.p, start}, start - 1) == start)
		start--;
	*before = start;
	size_t stop;
	return start == end ? NULL : moment_word_find(r->c.language, (struct slice){text.p, end}, start, &stop);
}

/* Whether a preposition of time leads to the word at `at`, over an article: "in Mei", "in de Zomer", "in 2026". */
static bool is_led(const struct reader *r, size_t at)
{
	size_t before;
	const struct word *word = word_before(r, at, &before);
	if (word && word->kind == W_ARTICLE)
		word = word_before(r, before, &before);
	return word &&
	       ((word->kind == W_IN && strcmp(word->text, "in") == 0) || (word->kind == W_OVER && word->value == 1) ||
		(word->kind == W_UNIT && word->value == UNIT_YEAR));
}

static bool is_after_article(const struct reader *r, size_t at)
{
	size_t before;
	const struct word *word = word_before(r, at, &before);
	return word && word->kind == W_ARTICLE;
}

static bool is_supported(const struct reader *r, size_t at)
{
	return r->supported || is_led(r, at);
}

/* ---- the year of a period ---- */

/* dit jaar, volgend jaar */
static bool read_relative_year(struct reader *r, struct named_period *period)
{
	static const int offset[] = {[PICK_THIS] = 0, [PICK_NEXT] = 1, [PICK_COMING] = 1, [PICK_LAST] = -1};
	int pick, unit;
	if (!moment_take(&r->c, W_PICK, &pick) || !moment_take(&r->c, W_UNIT, &unit) || unit != UNIT_YEAR)
		return false;
	period->relative_year = true;
	period->year = offset[pick];
	return true;
}

/* het jaar, het jaar 2025 */
static bool read_the_year(struct reader *r, struct named_period *period)
{
	int unit;
	if (!skip(r, W_ARTICLE) || !moment_take(&r->c, W_UNIT, &unit) || unit != UNIT_YEAR)
		return false;
	period->relative_year = !moment_take(&r->c, W_YEAR, &period->year);
	return true;
}

/* Reads the year that belongs to a period, if one follows. */
static bool read_year_of(struct reader *r, struct named_period *period)
{
	struct reader start = *r;
	bool linked = skip(r, W_OF) || skip_in(r) || (skip(r, W_COMMA) && is_next(r, W_YEAR)) || skip(r, W_DASH) ||
		      skip(r, W_SLASH);
	if (moment_take(&r->c, W_YEAR, &period->year))
		return true;
	struct reader linked_start = *r;
	if (read_relative_year(r, period))
		return true;
	*r = linked_start;
	if (linked && read_the_year(r, period))
		return true;
	*r = start;
	period->year = 0;
	period->relative_year = false;
	return false;
}

/* jl., a.s., aanstaande behind a day, a month or a weekday */
static void read_pick_behind(struct reader *r, struct named_period *period)
{
	struct reader start = *r;
	int pick;
	if (moment_take(&r->c, W_PICK, &pick) && (pick == PICK_COMING || pick == PICK_LAST) && !is_next(r, W_UNIT) &&
	    !is_next(r, W_SEASON) && !is_next(r, W_NUMBER) && !is_next(r, W_MONTH)) {
		period->pick = (enum pick)pick;
		/* The point of "jl." belongs to it when the word is shorter than a word. */
		if (is_next(r, W_DOT) && r->c.next.glued && r->c.at - start.c.next.start == 2)
			skip(r, W_DOT);
		return;
	}
	*r = start;
}

static void read_when(struct reader *r, struct named_period *period)
{
	if (!read_year_of(r, period))
		read_pick_behind(r, period);
}

/* ---- days and months ---- */

/* A month's name; `*sure` is false when it may be something else: an abbreviation, "May", a capital in Dutch. */
static bool read_month_name(struct reader *r, int *month, bool *sure)
{
	struct token t = r->c.next;
	int value;
	if (!moment_take(&r->c, W_MONTH, &value))
		return false;
	*sure = value < W_SHORT && t.capital == (r->c.language == &moment_languages[1]);
	*month = value % W_SHORT;
	if (value >= W_SHORT && value < W_FAINT && is_next(r, W_DOT) && r->c.next.glued) {
		struct reader start = *r;
		skip(r, W_DOT);
		if (!is_next(r, W_YEAR))
			*r = start;
	}
	return true;
}

static bool is_day_of(int day, int month)
{
	return day >= 1 && day <= date_days_in_month(2000, month);
}

/* The day of a range or list, read ahead: "tot en met 22 januari 2025", "en 11 november". */
static bool read_day_behind(struct reader *r, struct named_period *period)
{
	bool sure;
	if (!moment_take(&r->c, W_DIGITS, &period->day) || !read_month_name(r, &period->month, &sure) ||
	    !is_day_of(period->day, period->month))
		return false;
	period->shape = SHAPE_DAY;
	read_when(r, period);
	return true;
}

/* 4 tot en met 22 januari: the first takes month and year of the last. */
static bool read_day_range(struct reader *r, struct named_period *period)
{
	bool through = skip(r, W_THROUGH) || skip(r, W_DASH);
	if ((!through && !skip(r, W_UNTIL)) || !read_day_behind(r, &r->p.until) ||
	    !is_day_of(period->day, r->p.until.month) || period->day >= r->p.until.day)
		return false;
	int day = period->day;
	*period = r->p.until;
	period->day = day;
	r->p.exclusive = !through;
	return true;
}

/* 6, 7 en 11 november: the first takes month and year of the last and ends behind its own number. */
static bool read_day_list(struct reader *r, struct named_period *period)
{
	struct cursor start = r->c;
	struct named_period last = {0};
	while (skip(r, W_COMMA) || skip(r, W_AND)) {
		struct cursor here = r->c;
		if (read_day_behind(r, &last) && is_day_of(period->day, last.month) && period->day < last.day) {
			int day = period->day;
			*period = last;
			period->day = day;
			r->c = start;
			return true;
		}
		r->c = here;
		if (!skip(r, W_DIGITS))
			break;
	}
	r->c = start;
	return false;
}

/* 1 juli 2025, 1e juli, the 1st of July, 4-22 januari, 6 en 11 november 2014 */
static bool read_day(struct reader *r, struct named_period *period)
{
	bool sure;
	if (!moment_take(&r->c, W_DIGITS, &period->day) && !moment_take(&r->c, W_ORDINAL, &period->day))
		return false;
	struct reader start = *r;
	skip(r, W_OF);
	if (read_month_name(r, &period->month, &sure)) {
		period->shape = SHAPE_DAY;
		if (!is_day_of(period->day, period->month))
			return false;
		read_when(r, period);
		return true;
	}
	*r = start;
	if (read_day_range(r, period))
		return true;
	*r = start;
	r->p.until = (struct named_period){0};
	return read_day_list(r, period);
}

/* 4-22 januari */
static bool read_days(struct reader *r, struct named_period *period)
{
	int days;
	bool sure;
	struct named_period *until = &r->p.until;
	if (!moment_take(&r->c, W_DAYS, &days) || !read_month_name(r, &until->month, &sure) ||
	    !is_day_of(days % 100, until->month))
		return false;
	until->shape = SHAPE_DAY;
	until->day = days % 100;
	read_when(r, until);
	*period = *until;
	period->day = days / 100;
	return true;
}

/* July 1, 2025; juli 2025; juli */
static bool read_month(struct reader *r, struct named_period *period)
{
	bool sure;
	size_t at = r->c.next.start;
	if (!read_month_name(r, &period->month, &sure))
		return false;
	period->shape = SHAPE_MONTH;
	struct reader start = *r;
	if (r->c.language == &moment_languages[1] &&
	    (moment_take(&r->c, W_DIGITS, &period->day) || moment_take(&r->c, W_ORDINAL, &period->day)) &&
	    is_day_of(period->day, period->month)) {
		period->shape = SHAPE_DAY;
		read_when(r, period);
		return true;
	}
	*r = start;
	read_when(r, period);
	return sure || period->year || period->relative_year || period->pick != PICK_FIRST || is_supported(r, at);
}

/* dinsdag 3 juni; dinsdag aanstaande. A bare weekday is none: it may recur. */
static bool read_weekday(struct reader *r, struct named_period *period)
{
	int weekday;
	if (!moment_take(&r->c, W_WEEKDAY, &weekday))
		return false;
	struct reader start = *r;
	skip(r, W_COMMA);
	if ((is_next(r, W_DIGITS) || is_next(r, W_ORDINAL) || is_next(r, W_MONTH) || is_next(r, W_DATE)) &&
	    read_core(r, period) && period->shape != SHAPE_MONTH)
		return true;
	*r = start;
	*period = (struct named_period){.shape = SHAPE_WEEKDAY, .day = weekday};
	read_pick_behind(r, period);
	return period->pick != PICK_FIRST;
}

/* ---- parts of the year ---- */

static bool read_season(struct reader *r, struct named_period *period)
{
	struct token t = r->c.next;
	int value;
	if (!moment_take(&r->c, W_SEASON, &value))
		return false;
	period->shape = SHAPE_SEASON;
	period->n = value % W_SHORT;
	read_when(r, period);
	if (period->year || period->relative_year || period->pick != PICK_FIRST || is_supported(r, t.start))
		return true;
	return !t.capital && (value < W_FAINT || is_after_article(r, t.start));
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
		read_when(r, period);
		r->p.until = *period;
		r->p.until.n = n;
		return true;
	}
	*r = start;
	read_when(r, period);
	return true;
}

/* The part of a whole that an ordinal counts; false when the whole has no such part. */
static bool set_part(struct named_period *period, enum shape shape, int n, int parts)
{
	period->shape = shape;
	period->n = n == -1 ? parts : n;
	return period->n >= 1 && period->n <= parts;
}

/* What follows "tweede helft": of a month, else of a year. */
static bool read_half_of(struct reader *r, int n, struct named_period *period)
{
	struct reader start = *r;
	bool sure;
	if (skip(r, W_OF) && read_month_name(r, &period->month, &sure)) {
		read_year_of(r, period);
		return set_part(period, SHAPE_MONTH_HALF, n, 2);
	}
	*r = start;
	read_year_of(r, period);
	return set_part(period, SHAPE_HALF, n, 2);
}

/* What follows "eerste week" or "tweede dinsdag": a month. */
static bool read_of_month(struct reader *r, struct named_period *period)
{
	bool sure;
	skip(r, W_OF);
	skip_in(r);
	if (!read_month_name(r, &period->month, &sure))
		return false;
	read_year_of(r, period);
	return true;
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
	bool half = skip(r, W_HALF);
	if (half && !is_next(r, W_UNIT))
		return read_half_of(r, n, period);
	if (!moment_take(&r->c, W_UNIT, &unit))
		return false;
	if (unit == UNIT_WEEK)
		return set_part(period, SHAPE_MONTH_WEEK, n, 5) && read_of_month(r, period);
	if (unit != UNIT_QUARTER && unit != UNIT_HALF && !(half && unit == UNIT_YEAR))
		return false;
	read_year_of(r, period);
	return unit == UNIT_QUARTER ? set_part(period, SHAPE_QUARTER, n, 4) : set_part(period, SHAPE_HALF, n, 2);
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
	period->shape = SHAPE_UNIT;
	period->n = unit;
	if (unit == UNIT_DAY || unit == UNIT_WORKING_DAY)
		return false;
	read_within_unit(r, period);
	return true;
}

/* The length of a term; `*dated` is false for "enkele weken". */
static bool read_length(struct reader *r, struct term *term, bool *dated)
{
	static const struct term lengths[] = {
		[UNIT_DAY] = {1, TERM_DAYS},         [UNIT_WORKING_DAY] = {1, TERM_WORKING_DAYS},
		[UNIT_WEEK] = {1, TERM_WEEKS},       [UNIT_MONTH] = {1, TERM_MONTHS},
		[UNIT_QUARTER] = {1, TERM_QUARTERS}, [UNIT_HALF] = {6, TERM_MONTHS},
		[UNIT_YEAR] = {1, TERM_YEARS},
	};
	int n = 1, unit;
	*dated = !skip(r, W_SOME);
	bool again = *dated && skip(r, W_HALF_AGAIN);
	bool counted = !*dated || again || moment_take(&r->c, W_NUMBER, &n) || moment_take(&r->c, W_DIGITS, &n) ||
		       (is_next(r, W_ARTICLE) && r->c.next.value == 1 && skip(r, W_ARTICLE));
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
	if ((pick == PICK_COMING || pick == PICK_NEXT) && read_length(r, &r->p.term, &r->p.dated)) {
		period->shape = r->p.dated ? SHAPE_TERM : SHAPE_VAGUE;
		r->p.op = OP_DURING;
		return true;
	}
	*r = start;
	r->p.dated = true;
	r->supported = true;
	if (moment_take(&r->c, W_WEEKDAY, &period->day)) {
		struct reader named = *r;
		if (read_day_behind(r, period))
			return true;
		*r = named;
		period->shape = SHAPE_WEEKDAY;
		return true;
	}
	if (!is_next(r, W_SEASON) && !is_next(r, W_MONTH) && !is_next(r, W_QUARTER) && !is_next(r, W_HOLIDAY) &&
	    !is_next(r, W_RECESS) && !is_next(r, W_SITTING) && !is_next(r, W_EVENT))
		return false;
	return read_core(r, period);
}

/* ---- named days and periods ---- */

static bool read_week(struct reader *r, struct named_period *period)
{
	int unit;
	if (!moment_take(&r->c, W_UNIT, &unit) || unit != UNIT_WEEK || !moment_take(&r->c, W_DIGITS, &period->n) ||
	    period->n < 1 || period->n > 53)
		return false;
	period->shape = SHAPE_WEEK;
	read_year_of(r, period);
	return true;
}

/* A bare year counts where a time is expected and no counted thing follows: "in 2026", not "begroting 2026". */
static bool read_year(struct reader *r, struct named_period *period)
{
	size_t at = r->c.next.start;
	if (!moment_take(&r->c, W_YEAR, &period->year) || is_next(r, W_COUNTED))
		return false;
	period->shape = SHAPE_YEAR;
	return is_supported(r, at);
}

static bool read_sitting(struct reader *r, struct named_period *period)
{
	if (!skip(r, W_SITTING))
		return false;
	period->shape = SHAPE_SITTING;
	return moment_take(&r->c, W_YEARS, &period->year) || period->pick != PICK_FIRST;
}

static bool read_named(struct reader *r, enum word_kind kind, enum shape shape, struct named_period *period)
{
	if (!moment_take(&r->c, kind, &period->n))
		return false;
	period->shape = shape;
	read_when(r, period);
	return true;
}

static bool read_core(struct reader *r, struct named_period *period)
{
	struct reader start = *r;
	struct named_period before = *period;
	switch (r->c.next.kind) {
	case W_DATE:
		period->shape = SHAPE_DATE;
		return moment_take(&r->c, W_DATE, &period->day);
	case W_DAYS:
		return read_days(r, period);
	case W_DIGITS:
		return read_day(r, period);
	case W_MONTH:
		return read_month(r, period);
	case W_WEEKDAY:
		return read_weekday(r, period);
	case W_SEASON:
		return read_season(r, period);
	case W_QUARTER:
		return read_quarter(r, period);
	case W_ORDINAL:
		if (read_ordinal(r, period))
			return true;
		*r = start;
		*period = before;
		if (read_day(r, period))
			return true;
		*r = start;
		*period = before;
		return read_ordinal_list(r, period);
	case W_PICK:
		return read_picked(r, period);
	case W_UNIT:
		return read_week(r, period);
	case W_YEAR:
		return read_year(r, period);
	case W_SITTING:
		return read_sitting(r, period);
	case W_HOLIDAY:
		return read_named(r, W_HOLIDAY, SHAPE_HOLIDAY, period);
	case W_RECESS:
		return read_named(r, W_RECESS, SHAPE_RECESS, period);
	case W_EVENT:
		return r->supported && read_named(r, W_EVENT, SHAPE_EVENT, period);
	case W_TODAY:
		period->shape = SHAPE_TODAY;
		return moment_take(&r->c, W_TODAY, &period->n);
	default: /* no other token begins a period */
		return false;
	}
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
	if (!moment_take(&r->c, W_EDGE, &edge) && !skip(r, W_HALF))
		return false;
	skip(r, W_DASH);
	skip(r, W_OF);
	skip(r, W_ARTICLE);
	r->supported = true;
	struct reader start = *r;
	/* "end of week 3" is that week; "end of the week" is ours. */
	bool known = read_core(r, period);
	if (!known) {
		*r = start;
		*period = (struct named_period){0};
		known = read_current_unit(r, period);
	}
	period->edge = (enum edge)edge;
	return known && period->edge != EDGE_NONE;
}

static bool read_period(struct reader *r, struct named_period *period)
{
	skip_in(r);
	skip(r, W_ARTICLE);
	if (is_next(r, W_EDGE) || is_next(r, W_HALF))
		return read_edged(r, period);
	return read_core(r, period);
}

/* ---- operators ---- */

/* Words before a period, as one operator: the last that moves the end counts ("uiterlijk voor", "uiterlijk in"). */
static void read_operators(struct reader *r)
{
	for (;;) {
		int op;
		if (skip(r, W_ADVERB))
			continue;
		if (moment_take(&r->c, W_THROUGH, NULL))
			op = OP_BY;
		else if (moment_take(&r->c, W_UNTIL, NULL))
			op = OP_BEFORE;
		else if (!moment_take(&r->c, W_OPERATOR, &op))
			return;
		/* "voor 2026" is mostly "meant for 2026". */
		r->supported = r->supported || op < W_FAINT;
		op %= W_FAINT;
		if (r->p.op == OP_NONE || (op != OP_ON && op != OP_DURING))
			r->p.op = (enum operator)op;
	}
}

/* tot en met 31 augustus, - 31 augustus, behind a first period */
static bool read_range_end(struct reader *r)
{
	bool through = skip(r, W_THROUGH) || skip(r, W_DASH);
	if (!through && !skip(r, W_UNTIL))
		return false;
	r->supported = true;
	struct named_period until = {0};
	if (r->p.until.shape != SHAPE_NONE || !read_period(r, &until) || until.shape == SHAPE_VAGUE ||
	    until.shape == SHAPE_TERM || r->p.until.shape != SHAPE_NONE)
		return false;
	r->p.until = until;
	r->p.exclusive = !through;
	return true;
}

/* tussen 1 maart en 1 juni */
static bool read_between(struct reader *r)
{
	r->supported = true;
	r->p.op = OP_NONE;
	return skip(r, W_BETWEEN) && read_period(r, &r->p.period) && r->p.until.shape == SHAPE_NONE && skip(r, W_AND) &&
	       read_period(r, &r->p.until);
}

/* "zes weken na ontvangst": counted from what the text does not date. */
static bool is_from_an_event(struct reader *r)
{
	struct reader start = *r;
	int op;
	bool bound = moment_take(&r->c, W_OPERATOR, &op) && (op == OP_AFTER || op == OP_FROM) && !is_next(r, W_TODAY);
	*r = start;
	return bound;
}

static bool read_term(struct reader *r)
{
	bool over = is_next(r, W_OVER);
	if (over) {
		skip(r, W_OVER);
		r->p.op = r->p.op == OP_BY ? OP_WITHIN : OP_NONE;
	} else if (r->p.op != OP_WITHIN) {
		return false;
	}
	if (!read_length(r, &r->p.term, &r->p.dated))
		return false;
	if (is_from_an_event(r)) {
		if (over)
			return false;
		r->p.dated = false;
	}
	r->p.period.shape = r->p.dated ? SHAPE_TERM : SHAPE_VAGUE;
	return true;
}

/* bij de voorjaarsnota 2025 */
static bool read_at_event(struct reader *r)
{
	if (!skip(r, W_AT))
		return false;
	skip(r, W_ARTICLE);
	r->supported = true;
	skip(r, W_PICK);
	return is_next(r, W_EVENT) && read_core(r, &r->p.period);
}

/* "1 mei en 1 juli 2025", "voorjaar of zomer 2026": a year that comes later holds for both. */
static void borrow_year(struct reader *r)
{
	struct named_period *period = &r->p.period;
	if (period->year || period->relative_year || period->pick != PICK_FIRST || r->p.until.shape != SHAPE_NONE)
		return;
	struct reader ahead = *r;
	struct named_period later = {0};
	ahead.supported = false;
	if ((skip(&ahead, W_AND) || skip(&ahead, W_COMMA)) && read_period(&ahead, &later) &&
	    later.shape == period->shape && !later.relative_year)
		period->year = later.year;
}

static bool read_bounded(struct reader *r)
{
	read_operators(r);
	struct reader start = *r;
	if (read_term(r))
		return true;
	*r = start;
	if (r->p.op == OP_WITHIN)
		return false;
	if (is_next(r, W_BETWEEN))
		return read_between(r);
	if (is_next(r, W_AT))
		return read_at_event(r);
	if (!read_period(r, &r->p.period))
		return false;
	start = *r;
	if (!read_range_end(r))
		*r = start;
	borrow_year(r);
	return true;
}

/* ---- without a day ---- */

static bool read_recurring(struct reader *r)
{
	r->p.period.shape = SHAPE_RECURRING;
	r->p.dated = false;
	if (skip(r, W_RECURRING))
		return true;
	if (skip(r, W_EVERY)) {
		if (!skip(r, W_ORDINAL) && !skip(r, W_NUMBER))
			skip(r, W_DIGITS);
		return skip(r, W_UNIT) || skip(r, W_SEASON) || skip(r, W_MONTH) || skip(r, W_WEEKDAY);
	}
	bool often = skip(r, W_OFTEN) || ((skip(r, W_NUMBER) || skip(r, W_DIGITS)) && skip(r, W_TIMES));
	if (!often || (!skip(r, W_PER) && !skip(r, W_EVERY) && !skip(r, W_ARTICLE)))
		return false;
	skip(r, W_NUMBER);
	return skip(r, W_UNIT);
}

/* "zo snel mogelijk" and, when it follows at once, what gives it an end: "na de zomer". */
static bool read_vague(struct reader *r)
{
	if (!skip(r, W_VAGUE))
		return false;
	struct reader start = *r;
	if ((is_next(r, W_OPERATOR) || is_next(r, W_ADVERB)) && read_bounded(r) && r->p.dated)
		return true;
	*r = start;
	r->p.period.shape = SHAPE_VAGUE;
	r->p.dated = false;
	return true;
}

bool moment_phrase_read(struct slice text, size_t at, const struct language *language, struct phrase *out)
{
	static bool (*const readers[])(struct reader *) = {read_vague, read_recurring, read_bounded};
	struct reader fresh = {.c = moment_cursor(text, at, language), .p = {.dated = true, .start = at}};
	if (fresh.c.next.start != at || !moment_word_starts(fresh.c.next.kind))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(readers); i++) {
		struct reader r = fresh;
		if (!readers[i](&r))
			continue;
		*out = r.p;
		out->end = r.c.at;
		return true;
	}
	return false;
}
