/* edtf.c: a date by its length and month number; an interval is two of them. */
#include "core/edtf.h"

static bool number(const char *p, size_t n, int *out)
{
	int value = 0;
	for (size_t i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return false;
		value = value * 10 + p[i] - '0';
	}
	*out = value;
	return true;
}

/* `count` months that begin with `month`, which may lie beyond December. */
static bool months(int year, int month, int count, int *first, int *last)
{
	*first = date_make(year, month, 1);
	*last = date_add_days(date_add_months(*first, count), -1);
	/* The last month of 2199 ends where the calendar ends. */
	if (*first != DATE_NONE && *last == DATE_NONE && month + count == 13)
		*last = date_make(year, 12, 31);
	return *first != DATE_NONE && *last != DATE_NONE;
}

static bool days_of_part(int year, int part, int *first, int *last)
{
	if (part == 0)
		return months(year, 1, 12, first, last);
	if (part <= 12)
		return months(year, part, 1, first, last);
	if (part <= EDTF_WINTER)
		return months(year, 3 * (part - EDTF_SPRING) + 3, 3, first, last);
	if (part <= EDTF_LAST_QUARTER)
		return months(year, 3 * (part - EDTF_FIRST_QUARTER) + 1, 3, first, last);
	if (part <= EDTF_LAST_QUADRIMESTER)
		return months(year, 4 * (part - EDTF_FIRST_QUADRIMESTER) + 1, 4, first, last);
	return months(year, 6 * (part - EDTF_FIRST_HALF) + 1, 6, first, last);
}

bool edtf_part_of_year(struct slice text, int *year, int *part)
{
	*part = 0;
	if (text.n == 4)
		return number(text.p, 4, year);
	if (text.n != 7 || text.p[4] != '-' || !number(text.p, 4, year) || !number(text.p + 5, 2, part))
		return false;
	return (*part >= 1 && *part <= 12) || (*part >= EDTF_SPRING && *part <= EDTF_WINTER) ||
	       (*part >= EDTF_FIRST_QUARTER && *part <= EDTF_LAST_HALF);
}

static bool single(struct slice s, int *first, int *last)
{
	int year, part;
	if (s.n != 10)
		return edtf_part_of_year(s, &year, &part) && days_of_part(year, part, first, last);
	*first = *last = date_parse(s);
	return *first != DATE_NONE;
}

static bool interval(struct slice from, struct slice to, int *first, int *last)
{
	bool open_from = slice_is(from, ".."), open_to = slice_is(to, "..");
	int ignored;
	*first = *last = DATE_NONE;
	if (open_from && open_to)
		return false;
	if (!open_from && !single(from, first, &ignored))
		return false;
	if (!open_to && !single(to, &ignored, last))
		return false;
	return open_from || open_to || *first <= *last;
}

enum status edtf_parse(struct slice text, int *earliest, int *latest, struct err *err)
{
	int first = DATE_NONE, last = DATE_NONE;
	const char *slash = text.n ? memchr(text.p, '/', text.n) : NULL;
	size_t head = slash ? (size_t)(slash - text.p) : text.n;
	bool known = slash ? interval((struct slice){text.p, head}, (struct slice){slash + 1, text.n - head - 1},
				      &first, &last)
			   : single(text, &first, &last);
	if (!known)
		return err_set(
			err, E_INVALID,
			"'%.*s' is no moment; write 2025-01-23, 2025-05, 2025, 2025-21 (spring) to -24, "
			"2025-33 (first quarter) to -36, 2025-40 or -41 (half), or an interval such as ../2025-06-30",
			(int)(text.n < 40 ? text.n : 40), text.p ? text.p : "");
	*earliest = first;
	*latest = last;
	return OK;
}
