/* moment_reader.h: the state of a reading of moments, shared by the two halves of the grammar.
 *
 * Each reader takes what it can and returns true, or false with the reader moved; whoever tries alternatives keeps a
 * copy and returns to it. Internal to core/moment_read.c and core/moment_period.c.
 */
#ifndef GRIFFIE_CORE_MOMENT_READER_H
#define GRIFFIE_CORE_MOMENT_READER_H

#include "core/moment_read.h"
#include "core/moment_token.h"

struct reader {
	struct cursor c;
	struct phrase p;
	bool supported; /* something before says that a time follows: a bare year or a capital may be one */
};

static inline bool skip(struct reader *r, enum word_kind kind)
{
	return moment_take(&r->c, kind, NULL);
}

static inline bool is_next(const struct reader *r, enum word_kind kind)
{
	return r->c.next->kind == kind;
}

static inline bool skip_in(struct reader *r)
{
	if (r->c.next->kind == W_OVER && r->c.next->value != 1)
		return false;
	return skip(r, W_IN) || skip(r, W_OVER) || skip(r, W_PER);
}

/* Whether something before text[at] says that a time follows there: an operator, "in", "in de". */
bool moment_is_led(const struct reader *r, size_t at);
/* Reads the year that belongs to a period; false, with nothing taken, when none follows. */
bool moment_year_read(struct reader *r, struct named_period *period);
/* Reads "jl.", "a.s." behind a day, a month or a weekday. */
void moment_pick_behind_read(struct reader *r, struct named_period *period);
/* Either of the two, or nothing. */
void moment_year_or_pick_read(struct reader *r, struct named_period *period);
/* Reads a month's name; `*sure` is false when it may be something else: an abbreviation, "May", a capital in Dutch. */
bool moment_month_name_read(struct reader *r, int *month, bool *sure);
/* Reads "22 januari 2025", and nothing less. */
bool moment_named_day_read(struct reader *r, struct named_period *period);
/* Reads "22 januari", "1e juli", "4 tot en met 22 januari", "6 en 11 november". */
bool moment_day_read(struct reader *r, struct named_period *period);
/* Reads "4-22 januari". */
bool moment_days_read(struct reader *r, struct named_period *period);
/* Reads "juli 2025", "juli", "July 1". */
bool moment_month_read(struct reader *r, struct named_period *period);
/* Reads a period, with what leads to it ("in het"); the end of a range goes to r->p.until, a term to r->p.term. */
bool moment_period_read(struct reader *r, struct named_period *period);
/* Reads a length of time: "zes weken", "een half jaar"; `*dated` is false for "enkele weken". */
bool moment_length_read(struct reader *r, struct term *term, bool *dated);

#endif
