/* moment_day.c: the lowest part of the grammar of moments: days, months and years, and what must stand before them.
 *
 *   day     = number month [ year-of ] | month number [ year-of ] | number to number month | number { , number } month
 *   month   = name [ year-of ]
 *   year-of = [ of ] ( year | this year | next year | last year | the year ) | pick
 */
#include "core/moment_reader.h"

/* ---- what stands before ---- */

/* The word before text[at] on the same line; its start goes to `before`. NULL when the dictionary does not know it. */
static const struct word *word_before(const struct reader *r, size_t at, size_t *before)
{
	struct slice text = r->c.tokens->text;
	size_t end = at;
	while (end > 0 && (text.p[end - 1] == ' ' || text.p[end - 1] == '\n'))
		end--;
	size_t start = end;
	while (start > 0 && moment_word_end((struct slice){text.p, start}, start - 1) == start)
		start--;
	*before = start;
	size_t stop;
	return start == end ? NULL : moment_word_find(r->c.tokens->language, (struct slice){text.p, end}, start, &stop);
}

static bool is_preposition(const struct word *word)
{
	return (word->kind == W_IN && strcmp(word->text, "in") == 0) || (word->kind == W_OVER && word->value == 1) ||
	       (word->kind == W_UNIT && word->value == UNIT_YEAR);
}

/* The start of the number of four digits that ends before text[at], or `at`. */
static size_t year_before(struct slice text, size_t at)
{
	size_t end = at;
	while (end > 0 && text.p[end - 1] == ' ')
		end--;
	size_t start = end;
	while (start > 0 && end - start < 4 && text.p[start - 1] >= '0' && text.p[start - 1] <= '9')
		start--;
	return end - start == 4 ? start : at;
}

/* Whether a preposition of time leads to the word at `at`, over an article or another year: "in Mei", "in de Zomer", "in 2026", "in 2025 en
 * 2026". */
static bool is_after_preposition(const struct reader *r, size_t at)
{
	size_t before;
	const struct word *word = word_before(r, at, &before);
	if (word && word->kind == W_ARTICLE) {
		word = word_before(r, before, &before);
	} else if (word && word->kind == W_AND) {
		size_t year = year_before(r->c.tokens->text, before);
		word = year < before ? word_before(r, year, &before) : NULL;
	}
	return word && is_preposition(word);
}

/* "30 februari" is no day, and no February either: whether a number of a day stands before text[at]. */
static bool is_after_day(const struct reader *r, size_t at)
{
	const char *p = r->c.tokens->text.p;
	while (at > 0 && p[at - 1] == ' ')
		at--;
	size_t end = at;
	while (at > 0 && p[at - 1] >= '0' && p[at - 1] <= '9')
		at--;
	return end - at == 1 || end - at == 2;
}

bool moment_is_led(const struct reader *r, size_t at)
{
	return r->supported || is_after_preposition(r, at);
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
bool moment_year_read(struct reader *r, struct named_period *period)
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
void moment_pick_behind_read(struct reader *r, struct named_period *period)
{
	struct reader start = *r;
	int pick;
	if (moment_take(&r->c, W_PICK, &pick) && (pick == PICK_COMING || pick == PICK_LAST) && !is_next(r, W_UNIT) &&
	    !is_next(r, W_SEASON) && !is_next(r, W_NUMBER) && !is_next(r, W_MONTH)) {
		period->pick = (enum pick)pick;
		/* The point of "jl." belongs to it when the word is shorter than a word. */
		if (is_next(r, W_DOT) && r->c.next->glued && r->c.at - start.c.next->start == 2)
			skip(r, W_DOT);
		return;
	}
	*r = start;
}

void moment_year_or_pick_read(struct reader *r, struct named_period *period)
{
	if (!moment_year_read(r, period))
		moment_pick_behind_read(r, period);
}

/* ---- days and months ---- */

/* A month's name; `*sure` is false when it may be something else: an abbreviation, "May", a capital in Dutch. */
bool moment_month_name_read(struct reader *r, int *month, bool *sure)
{
	struct token t = *r->c.next;
	int value;
	if (!moment_take(&r->c, W_MONTH, &value))
		return false;
	*sure = value < W_SHORT && !t.capital;
	*month = value % W_SHORT;
	if (value >= W_SHORT && value < W_FAINT && is_next(r, W_DOT) && r->c.next->glued) {
		struct reader start = *r;
		skip(r, W_DOT);
		if (!is_next(r, W_YEAR) && !(r->c.tokens->language->capitals && is_next(r, W_DIGITS)))
			*r = start;
	}
	return true;
}

static bool is_day_of(int day, int month)
{
	return day >= 1 && day <= date_days_in_month(2000, month);
}

/* The day of a range or list, read ahead: "tot en met 22 januari 2025", "en 11 november". */
bool moment_named_day_read(struct reader *r, struct named_period *period)
{
	bool sure;
	skip(r, W_WEEKDAY);
	if (!moment_take(&r->c, W_DIGITS, &period->day) || !moment_month_name_read(r, &period->month, &sure) ||
	    !is_day_of(period->day, period->month))
		return false;
	period->shape = SHAPE_DAY;
	moment_year_or_pick_read(r, period);
	return true;
}

/* 4 tot en met 22 januari: the first takes month and year of the last. */
static bool read_day_range(struct reader *r, struct named_period *period)
{
	bool through = skip(r, W_THROUGH) || skip(r, W_DASH);
	if ((!through && !skip(r, W_UNTIL)) || !moment_named_day_read(r, &r->p.until) ||
	    !is_day_of(period->day, r->p.until.month) || period->day >= r->p.until.day)
		return false;
	int day = period->day;
	*period = r->p.until;
	period->day = day;
	r->p.exclusive = !through;
	return true;
}

/* How far a list of days is read ahead; the bound keeps a text of numbers linear. */
enum { LIST_MOST = 12 };

/* 6, 7 en 11 november: the first takes month and year of the last and ends behind its own number. */
static bool read_day_list(struct reader *r, struct named_period *period)
{
	struct cursor start = r->c;
	struct named_period last = {0};
	for (int i = 0; i < LIST_MOST && (skip(r, W_COMMA) || skip(r, W_AND)); i++) {
		struct cursor here = r->c;
		if (moment_named_day_read(r, &last) && is_day_of(period->day, last.month) && period->day < last.day) {
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
bool moment_day_read(struct reader *r, struct named_period *period)
{
	bool sure;
	if (!moment_take(&r->c, W_DIGITS, &period->day) && !moment_take(&r->c, W_ORDINAL, &period->day))
		return false;
	struct reader start = *r;
	skip(r, W_OF);
	if (moment_month_name_read(r, &period->month, &sure)) {
		period->shape = SHAPE_DAY;
		if (!is_day_of(period->day, period->month))
			return false;
		moment_year_or_pick_read(r, period);
		return period->relative_year || !period->year ||
		       period->day <= date_days_in_month(period->year, period->month);
	}
	*r = start;
	if (read_day_range(r, period))
		return true;
	*r = start;
	r->p.until = (struct named_period){0};
	return read_day_list(r, period);
}

/* 4-22 januari */
bool moment_days_read(struct reader *r, struct named_period *period)
{
	int days;
	bool sure;
	struct named_period *until = &r->p.until;
	if (!moment_take(&r->c, W_DAYS, &days) || !moment_month_name_read(r, &until->month, &sure) ||
	    !is_day_of(days % 100, until->month))
		return false;
	until->shape = SHAPE_DAY;
	until->day = days % 100;
	moment_year_or_pick_read(r, until);
	*period = *until;
	period->day = days / 100;
	return true;
}

/* January 4-22, 2026: what follows the month. */
static bool read_days_behind(struct reader *r, struct named_period *period)
{
	int days;
	if (!moment_take(&r->c, W_DAYS, &days) || !is_day_of(days % 100, period->month))
		return false;
	period->shape = SHAPE_DAY;
	moment_year_or_pick_read(r, period);
	r->p.until = *period;
	r->p.until.day = days % 100;
	period->day = days / 100;
	return true;
}

/* July 1, 2025; juli 2025; juli */
bool moment_month_read(struct reader *r, struct named_period *period)
{
	bool sure;
	size_t at = r->c.next->start;
	if (!moment_month_name_read(r, &period->month, &sure))
		return false;
	period->shape = SHAPE_MONTH;
	struct reader start = *r;
	if (r->c.tokens->language->capitals && is_next(r, W_DAYS))
		return read_days_behind(r, period);
	if (r->c.tokens->language->capitals &&
	    (moment_take(&r->c, W_DIGITS, &period->day) || moment_take(&r->c, W_ORDINAL, &period->day)) &&
	    is_day_of(period->day, period->month)) {
		period->shape = SHAPE_DAY;
		moment_year_or_pick_read(r, period);
		return true;
	}
	*r = start;
	moment_year_or_pick_read(r, period);
	if (is_after_day(r, at))
		return false;
	return sure || period->year || period->relative_year || period->pick != PICK_FIRST || moment_is_led(r, at);
}
