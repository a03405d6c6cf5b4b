/* redact.c: addresses by the word around an @, telephone numbers by the shape of a run of digits.
 *
 * A number is national (0 and eight to ten digits, or a service number), international (+ or 00), the number of a town hall
 * (14 and its area code), or any that follows a word such as "tel.". Days begin with a 0 too and are told apart by their shape.
 */
#include "feed/redact.h"

#include "core/date.h"

/* Longer runs are blanked out in pieces; it keeps the whole linear. */
enum { MAX_DIGITS = 32 };

#define REDACTED "[\xe2\x80\xa6]"

static bool slice_has(struct slice s, char c)
{
	return s.n && memchr(s.p, c, s.n);
}

static struct slice next_word(struct slice line, size_t at)
{
	size_t end = at;
	while (end < line.n && line.p[end] != ' ')
		end++;
	return (struct slice){line.p + at, end - at};
}

/* Each word with an @ goes. Extracted text has blanks where a line was wrapped: then the other half of the address goes too. */
static void redact_addresses(struct slice line, struct buf *out)
{
	size_t before = 0; /* where the word before begins in `out` */
	for (size_t i = 0; i < line.n;) {
		struct slice word = next_word(line, i);
		size_t after = i + word.n + (i + word.n < line.n);
		struct slice next = next_word(line, after);
		size_t start = out->n;
		if (!slice_has(word, '@')) {
			buf_add(out, word.p, word.n);
		} else {
			if (word.p[0] == '@' && (slice_has(word, '.') || slice_has(next, '.')))
				start = out->n = before;
			if (word.p[word.n - 1] == '@' && slice_has(next, '.'))
				after += next.n + (after + next.n < line.n);
			buf_add_text(out, REDACTED);
		}
		if (after < line.n)
			buf_add_text(out, " ");
		before = start;
		i = after;
	}
}

/* Bytes of the separator at the start of `s`: a blank, one of -./() or a dash; 0 for none. */
static size_t separator(struct slice s)
{
	if (s.n && strchr(" -./()", s.p[0]) && s.p[0])
		return 1;
	bool dash = s.n >= 3 && s.p[0] == '\xe2' && s.p[1] == '\x80' && s.p[2] >= '\x90' && s.p[2] <= '\x95';
	return dash ? 3 : 0;
}

struct run {
	size_t n;     /* bytes up to the last digit */
	size_t group; /* digits before the first separator */
	size_t digits;
};

static int number(struct slice s, size_t at, size_t n)
{
	int value = 0;
	for (size_t i = at; i < at + n; i++)
		value = value * 10 + s.p[i] - '0';
	return value;
}

/* Bytes of a day that exists, written as "2025-01-23" or "23-1-2025", with points or strokes too; 0 for none. */
static size_t day_length(struct slice s)
{
	static const struct {
		const char *shape;
		size_t day, day_size, month, month_size, year;
	} forms[] = {{"dddd-dd-dd", 8, 2, 5, 2, 0},
		     {"dd-dd-dddd", 0, 2, 3, 2, 6},
		     {"d-dd-dddd", 0, 1, 2, 2, 5},
		     {"dd-d-dddd", 0, 2, 3, 1, 5},
		     {"d-d-dddd", 0, 1, 2, 1, 4}};
	for (size_t k = 0; k < ARRAY_SIZE(forms); k++) {
		const char *shape = forms[k].shape;
		size_t n = strlen(shape), i = 0;
		while (i < n && i < s.n && (shape[i] == 'd' ? is_digit(s.p[i]) : s.p[i] && strchr("-./", s.p[i])))
			i++;
		if (i < n || (i < s.n && is_digit(s.p[i])))
			continue;
		if (date_make(number(s, forms[k].year, 4), number(s, forms[k].month, forms[k].month_size),
			      number(s, forms[k].day, forms[k].day_size)) != DATE_NONE)
			return n;
	}
	return 0;
}

/* Digits with at most three separators in a row between them, from the first byte on: a digit, a plus or a bracket. A day ends it. */
static struct run run_of(struct slice s)
{
	struct run run = {0};
	size_t i = s.p[0] == '(' ? 1 : 0;
	i += i < s.n && s.p[i] == '+';
	for (int separators = 0; i < s.n && separators <= 3 && run.digits < MAX_DIGITS;) {
		struct slice rest = {s.p + i, s.n - i};
		size_t n = separator(rest);
		if (separators && day_length(rest))
			break;
		if (is_digit(s.p[i])) {
			run.digits++;
			run.n = ++i;
			run.group += run.group + 1 == run.digits && separators == 0;
			separators = 0;
		} else if (n) {
			i += n;
			separators++;
		} else {
			break;
		}
	}
	return run;
}

static bool is_telephone(struct slice s, struct run run, bool announced)
{
	const char *p = s.p + (s.p[0] == '(');
	if (announced && run.digits >= 5)
		return true;
	if (p[0] == '+' || (run.digits >= 2 && p[0] == '0' && p[1] == '0'))
		return run.digits >= 8;
	if (p[0] == '0')
		return run.digits >= 9 || (run.digits == 8 && run.group == 4 && (p[1] == '8' || p[1] == '9'));
	return run.digits >= 5 && run.digits <= 6 && run.group == 2 && run.n >= 6 && memcmp(p, "14 0", 4) == 0;
}

static bool is_announcement(struct slice word)
{
	static const char *const words[] = {"tel",    "telefoon", "telefoonnummer", "telefoonnr", "telephone", "phone",
					    "mobiel", "mobile",   "doorkiesnummer", "gsm",        "fax"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (word.n == strlen(words[i]) && slice_begins(word, words[i]))
			return true;
	return false;
}

/* Whether a number may begin at `i`: not within a number of letters and digits, nor in the middle of an amount (1.000.000.000). */
static bool is_start(struct slice s, size_t i, bool announced)
{
	bool mark = s.p[i] == '+' || s.p[i] == '(';
	if (!is_digit(s.p[i]) && !mark)
		return false;
	char before = i ? s.p[i - 1] : ' ';
	bool capital = before >= 'A' && before <= 'Z'; /* of the number of a paper: 2024Z01234 */
	if (is_digit(before) || (capital && !mark && !announced))
		return false;
	return !(before == '.' && i > 1 && is_digit(s.p[i - 2]));
}

static void redact_telephones(struct slice line, struct buf *out)
{
	bool announced = false;
	for (size_t i = 0, n; i < line.n; i += n) {
		struct slice rest = {line.p + i, line.n - i};
		bool start = is_start(line, i, announced);
		n = start ? day_length(rest) : 0;
		struct run run = start && !n ? run_of(rest) : (struct run){0};
		if (run.n && is_telephone(rest, run, announced)) {
			buf_add_text(out, REDACTED);
			n = run.n;
			continue;
		}
		if (!n && is_letter(line.p[i])) {
			while (n < rest.n && is_letter(rest.p[n]))
				n++;
			announced = is_announcement((struct slice){rest.p, n});
		}
		n = n ? n : 1;
		buf_add(out, rest.p, n);
	}
}

void redact_line(struct slice line, struct buf *out)
{
	struct buf half;
	buf_init(&half);
	redact_telephones(line, &half);
	redact_addresses((struct slice){half.p, half.n}, out);
	buf_release(&half);
}
