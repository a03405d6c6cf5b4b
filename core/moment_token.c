/* moment_token.c: words by the dictionary; numbers by their whole run, so that a part of an identifier, an amount or a
 * time of day is never taken for a day or a year. */
#include "core/moment_token.h"
#include "core/date.h"

/* What may stand inside a number and never at its end. */
static bool is_joint(char c)
{
	return c == '.' || c == ',' || c == ':' || c == '/' || c == '-' || c == '_';
}

/* Whether `joint` binds what follows to a number; a point before a letter ends a sentence. */
static bool is_bond(char joint, char after)
{
	if (is_digit(after))
		return is_joint(joint);
	return is_letter(after) && (joint == '-' || joint == '/' || joint == '_');
}

size_t moment_number_end(struct slice text, size_t at)
{
	size_t end = at;
	while (end < text.n) {
		size_t stop = moment_word_end(text, end);
		if (stop == end)
			break;
		end = stop;
		if (end + 1 < text.n && is_bond(text.p[end], text.p[end + 1]))
			end++;
	}
	return end;
}

/* Reads up to four digits at `*at`; their count, 0 when there is none or a fifth. */
static size_t read_digits(struct slice run, size_t *at, int *value)
{
	size_t n = 0;
	*value = 0;
	for (; *at < run.n && is_digit(run.p[*at]); ++*at, n++)
		if (n < 4)
			*value = *value * 10 + run.p[*at] - '0';
	return n <= 4 ? n : 0;
}

static bool is_year(int value, size_t digits)
{
	return digits == 4 && value >= 1800 && value <= 2199;
}

/* 1e, 2de, 21ste, 1st, 2nd, 3rd, 4th */
static bool is_ordinal_suffix(struct slice s)
{
	static const char *const suffixes[] = {"e", "de", "ste", "st", "nd", "rd", "th"};
	for (size_t i = 0; i < ARRAY_SIZE(suffixes); i++)
		if (s.n == strlen(suffixes[i]) && slice_begins(s, suffixes[i]))
			return true;
	return false;
}

static void set(struct token *t, enum word_kind kind, int value)
{
	t->kind = kind;
	t->value = value;
}

/* One number: a year, a day, an ordinal, 2x. */
static void classify_one(struct token *t, int value, size_t digits, struct slice rest)
{
	if (rest.n == 0 && is_year(value, digits))
		set(t, W_YEAR, value);
	else if (rest.n == 0 && digits <= 3)
		set(t, W_DIGITS, value);
	else if (digits <= 2 && value >= 1 && is_ordinal_suffix(rest))
		set(t, W_ORDINAL, value);
	else if (digits <= 2 && slice_is(rest, "x"))
		set(t, W_OFTEN, value);
}

/* Two numbers: 2023-2024, 2023/24, 4-22. */
static void classify_two(struct token *t, const int v[3], const size_t digits[3], char joint)
{
	bool follows = v[1] == v[0] + 1 || (digits[1] == 2 && v[1] == (v[0] + 1) % 100);
	if (is_year(v[0], digits[0]) && (joint == '-' || joint == '/') && follows)
		set(t, W_YEARS, v[0]);
	else if (digits[0] <= 2 && digits[1] <= 2 && joint == '-' && v[0] < v[1] && v[1] <= 53 && v[0] >= 1)
		set(t, W_DAYS, v[0] * 100 + v[1]);
}

/* Years of two digits: 25 is 2025, 98 is 1998. */
static int century_of(int year)
{
	return year < 70 ? 2000 : 1900;
}

/* Three numbers: 23-01-25, 2025-01-23, 23-01-2025, 23/1/2025, 23.1.2025. */
static void classify_three(struct token *t, const int v[3], const size_t digits[3], char joint)
{
	int day = DATE_NONE;
	if (is_year(v[0], digits[0]) && digits[1] == 2 && digits[2] == 2 && joint == '-')
		day = date_make(v[0], v[1], v[2]);
	else if (is_year(v[2], digits[2]) && digits[0] <= 2 && digits[1] <= 2)
		day = date_make(v[2], v[1], v[0]);
	else if (digits[2] == 2 && digits[0] <= 2 && digits[1] <= 2 && joint != '.')
		day = date_make(century_of(v[2]) + v[2], v[1], v[0]);
	if (day != DATE_NONE)
		set(t, W_DATE, day);
}

/* A run that begins with a digit; W_OTHER when it is nothing that the grammar knows. */
static void classify_number(struct slice run, struct token *t)
{
	int v[3];
	size_t digits[3], n = 0, at = 0;
	char joint = '\0';
	set(t, W_OTHER, 0);
	while (n < 3) {
		digits[n] = read_digits(run, &at, &v[n]);
		if (digits[n++] == 0)
			return;
		if (at == run.n || !is_joint(run.p[at]) || (joint && run.p[at] != joint))
			break;
		joint = run.p[at++];
	}
	if (n == 1)
		classify_one(t, v[0], digits[0], (struct slice){run.p + at, run.n - at});
	else if (at == run.n && n == 2)
		classify_two(t, v, digits, joint);
	else if (at == run.n && (joint == '-' || joint == '/' || joint == '.'))
		classify_three(t, v, digits, joint);
}

/* "-2025" behind a letter, a blank or a quarter. */
static bool is_dash_free(struct slice text, size_t dash)
{
	if (dash == 0 || text.p[dash - 1] == ' ' || is_letter(text.p[dash - 1]))
		return true;
	return dash >= 2 && is_digit(text.p[dash - 1]) && strchr("QqKk", text.p[dash - 2]) != NULL;
}

/* A number may follow what opens or separates, not what it would be a part of: €, §, the point of 1.500. */
static bool is_free_before(struct slice text, size_t at)
{
	if (at == 0)
		return true;
	char before = text.p[at - 1];
	if (is_joint(before) || before == '@' || before == '#' || before == '$' || before == '+')
		return before == '-' && is_dash_free(text, at - 1);
	return true;
}

static void load_number(const struct tokens *c, struct token *t)
{
	size_t end = moment_number_end(c->text, t->start);
	t->end = end;
	classify_number((struct slice){c->text.p + t->start, end - t->start}, t);
	if (!is_free_before(c->text, t->start) || (end < c->text.n && c->text.p[end] == '%'))
		set(t, W_OTHER, 0);
}

/* A word against a hyphen is a part of another ("zomer-", "niet-april"), but for "mid-May" and "Q2-Q3". */
static bool is_part(struct slice text, const struct token *t)
{
	char after = t->end + 1 < text.n ? text.p[t->end] : ' ';
	char beyond = t->end + 1 < text.n ? text.p[t->end + 1] : ' ';
	bool continued = (after == '-' || after == '.' || after == '@' || after == '_') &&
			 (is_letter(beyond) || is_digit(beyond));
	if (continued && after == '-' && (t->kind == W_EDGE || t->kind == W_QUARTER || t->kind == W_MONTH))
		return false;
	bool hanging = after == '-' && (t->kind == W_SEASON || t->kind == W_RECESS || t->kind == W_WEEKDAY);
	return continued || hanging;
}

static void load_word(const struct tokens *c, struct token *t)
{
	t->capital = c->text.p[t->start] >= 'A' && c->text.p[t->start] <= 'Z';
	const struct word *word = moment_word_find(c->language, c->text, t->start, &t->end);
	if (!word)
		return;
	t->kind = word->kind;
	t->value = word->value;
	if (is_part(c->text, t))
		t->kind = W_OTHER;
}

/* '25, with either apostrophe: one past it, and the year; 0 when it is none. */
static size_t short_year_end(struct slice text, size_t at, int *year)
{
	static const unsigned char curly[] = {0xE2, 0x80, 0x99};
	if (text.p[at] == '\'')
		at++;
	else if (text.n - at > sizeof curly && memcmp(text.p + at, curly, sizeof curly) == 0)
		at += sizeof curly;
	else
		return 0;
	size_t start = at;
	struct slice run = {text.p, moment_number_end(text, at)};
	if (read_digits(run, &at, year) != 2 || at != run.n || at != start + 2)
		return 0;
	*year += century_of(*year);
	return at;
}

/* What is neither word nor number; dashes are - and the en dash E2 80 93. */
static void load_mark(const struct tokens *c, struct token *t)
{
	static const unsigned char dash[] = {0xE2, 0x80, 0x93};
	const char *p = c->text.p + t->start;
	size_t end = short_year_end(c->text, t->start, &t->value);
	if (end > 0) {
		t->end = end;
		t->kind = W_YEAR;
		return;
	}
	if (c->text.n - t->start >= sizeof dash && memcmp(p, dash, sizeof dash) == 0) {
		t->end = t->start + sizeof dash;
		t->kind = W_DASH;
		return;
	}
	t->end = t->start + 1;
	t->kind = *p == '-' ? W_DASH : *p == ',' ? W_COMMA : *p == '/' ? W_SLASH : *p == '.' ? W_DOT : W_OTHER;
}

/* Works out the token at `at` and puts it behind the others. */
static void load(struct tokens *tokens, size_t at)
{
	struct slice text = tokens->text;
	size_t start = moment_blank_end(text, at);
	struct token *t = &tokens->v[tokens->n++];
	*t = (struct token){.kind = W_OTHER, .start = start, .end = start, .glued = start == at};
	if (start >= text.n || tokens->n == TOKENS_MOST)
		t->kind = W_END;
	else if (is_digit(text.p[start]))
		load_number(tokens, t);
	else if (moment_is_word_byte((unsigned char)text.p[start]))
		load_word(tokens, t);
	else
		load_mark(tokens, t);
}

struct cursor moment_cursor(struct slice text, size_t at, const struct language *language, struct tokens *tokens)
{
	tokens->text = text;
	tokens->language = language;
	tokens->n = 0;
	load(tokens, at);
	return (struct cursor){tokens, tokens->v, at};
}

void moment_advance(struct cursor *c)
{
	struct tokens *tokens = c->tokens;
	size_t next = (size_t)(c->next - tokens->v) + 1;
	c->at = c->next->end;
	if (next == TOKENS_MOST)
		return;
	if (next == tokens->n)
		load(tokens, c->at);
	c->next = &tokens->v[next];
}
