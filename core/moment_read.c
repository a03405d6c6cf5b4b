/* moment_read.c: the upper half of the grammar of moments: operators, ranges, terms, and what has no day.
 *
 *   phrase  = vague [ bounded ] | recurring | bounded
 *   bounded = { adverb | operator } ( term | between period and period | at event | period [ to period ] )
 *   term    = ( within | over ) length [ count ] | length count
 *   count   = ( after | before ) period
 */
#include "core/moment_reader.h"

/* No moment has more words before its period; the bound keeps a text of nothing else linear. */
enum { OPERATORS_MOST = 6 };

/* Words before a period, as one operator: the last that moves the end counts ("uiterlijk voor", "uiterlijk in"). True
 * when it is a "voor" that may as well say what something is meant for. */
static bool read_operators(struct reader *r)
{
	bool faint = false, sure = false;
	for (int i = 0; i < OPERATORS_MOST; i++) {
		int op;
		if (skip(r, W_ADVERB)) {
			sure = true;
			continue;
		}
		if (moment_take(&r->c, W_THROUGH, NULL))
			op = OP_BY;
		else if (moment_take(&r->c, W_UNTIL, NULL))
			op = OP_BEFORE;
		else if (!moment_take(&r->c, W_OPERATOR, &op))
			break;
		if (op < W_FAINT)
			r->supported = sure = true;
		else
			faint = true;
		op %= W_FAINT;
		if (r->p.op == OP_NONE || (op != OP_ON && op != OP_DURING))
			r->p.op = (enum operator)op;
	}
	return faint && !sure;
}

/* "voor 2026", "voor het komende jaar", "voor de komende tijd" */
static bool is_meant_for(const struct named_period *period)
{
	bool whole = period->shape == SHAPE_YEAR || period->shape == SHAPE_UNIT;
	return (whole && period->edge == EDGE_NONE) || period->shape == SHAPE_VAGUE || period->shape == SHAPE_TERM;
}

/* tot en met 31 augustus, - 31 augustus, behind a first period */
static bool read_range_end(struct reader *r)
{
	bool through = skip(r, W_THROUGH) || skip(r, W_DASH) || skip(r, W_SLASH);
	if (!through && !skip(r, W_UNTIL))
		return false;
	r->supported = true;
	struct named_period until = {0};
	if (r->p.until.shape != SHAPE_NONE || !moment_period_read(r, &until) || until.shape == SHAPE_VAGUE ||
	    until.shape == SHAPE_TERM || r->p.until.shape != SHAPE_NONE)
		return false;
	r->p.until = until;
	r->p.exclusive = !through;
	return true;
}

/* tussen nu en de zomer: an end, by a day and before anything longer */
static bool read_from_now(struct reader *r)
{
	if (!is_next(r, W_TODAY) || r->c.next->value % W_FAINT != 0 || !skip(r, W_TODAY) || !skip(r, W_AND) ||
	    !moment_period_read(r, &r->p.period) || r->p.until.shape != SHAPE_NONE)
		return false;
	bool day = r->p.period.shape == SHAPE_DAY || r->p.period.shape == SHAPE_DATE;
	r->p.op = day ? OP_BY : OP_BEFORE;
	return true;
}

/* tussen 1 maart en 1 juni */
static bool read_between(struct reader *r)
{
	r->supported = true;
	r->p.op = OP_NONE;
	if (!skip(r, W_BETWEEN))
		return false;
	struct reader start = *r;
	if (read_from_now(r))
		return true;
	*r = start;
	return moment_period_read(r, &r->p.period) && r->p.until.shape == SHAPE_NONE && skip(r, W_AND) &&
	       moment_period_read(r, &r->p.until);
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

/* na 1 mei 2025, voor Prinsjesdag, behind a length: what it is counted from */
static bool read_base(struct reader *r)
{
	int op;
	if (!r->p.dated || !moment_take(&r->c, W_OPERATOR, &op))
		return false;
	bool faint = op >= W_FAINT;
	op %= W_FAINT;
	if (op != OP_AFTER && op != OP_FROM && op != OP_BEFORE)
		return false;
	r->supported = true;
	if (!moment_period_read(r, &r->p.base) || r->p.until.shape != SHAPE_NONE || !r->p.dated)
		return false;
	enum shape shape = r->p.base.shape;
	if (shape == SHAPE_TERM || shape == SHAPE_VAGUE || shape == SHAPE_RECURRING ||
	    (faint && is_meant_for(&r->p.base)))
		return false;
	r->p.counted = op == OP_BEFORE ? OP_BEFORE : OP_AFTER;
	return true;
}

static bool read_term(struct reader *r)
{
	bool over = skip(r, W_OVER);
	if (over)
		r->p.op = r->p.op == OP_BY ? OP_WITHIN : OP_NONE;
	if (!moment_length_read(r, &r->p.term, &r->p.dated))
		return false;
	struct reader start = *r;
	if (!over && r->p.op != OP_BEFORE && read_base(r)) {
		r->p.period.shape = SHAPE_TERM;
		return true;
	}
	*r = start;
	if (!over && r->p.op != OP_WITHIN)
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
	return (is_next(r, W_EVENT) || is_next(r, W_SESSION)) && moment_period_read(r, &r->p.period);
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
	if ((skip(&ahead, W_AND) || skip(&ahead, W_COMMA)) && moment_period_read(&ahead, &later) &&
	    later.shape == period->shape && !later.relative_year)
		period->year = later.year;
}

static bool read_bounded(struct reader *r)
{
	bool meant_for = read_operators(r);
	struct reader start = *r;
	if (read_term(r))
		return true;
	*r = start;
	/* A bare "in" is no part of the words; what follows it is read by itself. */
	if (r->p.op == OP_WITHIN || is_next(r, W_OVER))
		return false;
	if (is_next(r, W_BETWEEN))
		return read_between(r);
	if (is_next(r, W_AT))
		return read_at_event(r);
	if (!moment_period_read(r, &r->p.period) || (meant_for && is_meant_for(&r->p.period)))
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
		skip(r, W_HALF);
		return skip(r, W_UNIT) || skip(r, W_SEASON) || skip(r, W_MONTH) || skip(r, W_WEEKDAY);
	}
	bool often = skip(r, W_OFTEN) || ((skip(r, W_NUMBER) || skip(r, W_DIGITS)) && skip(r, W_TIMES));
	if (often && skip(r, W_RECURRING)) /* eens per kwartaal */
		return true;
	if (!often || (!skip(r, W_PER) && !skip(r, W_EVERY) && !skip(r, W_ARTICLE)))
		return false;
	skip(r, W_NUMBER);
	return skip(r, W_UNIT);
}

static bool may_recur(enum word_kind kind)
{
	return kind == W_RECURRING || kind == W_EVERY || kind == W_OFTEN || kind == W_NUMBER || kind == W_DIGITS;
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
	struct tokens tokens;
	struct cursor start = moment_cursor(text, at, language, &tokens);
	if (!moment_word_starts(start.next->kind))
		return false;
	for (size_t i = start.next->kind == W_VAGUE   ? 0
			: may_recur(start.next->kind) ? 1
						      : 2;
	     i < ARRAY_SIZE(readers); i++) {
		struct reader r = {.c = start, .p = {.dated = true, .start = at}};
		if (!readers[i](&r))
			continue;
		*out = r.p;
		out->end = r.c.at;
		return true;
	}
	return false;
}
