/* test_moments.c: the table of moments (moments.tsv) and of what is none (no_moments.txt). Each test goes over all lines and prints
 * every one that is wrong. */
#include "core/moment.h"

#include <check.h>
#include <stdarg.h>
#include <stdlib.h>

enum { LINES_MOST = 1000, LINE_MOST = 300 };

struct lines {
	char v[LINES_MOST][LINE_MOST];
	int n;
};

static struct lines moments, none;

/* Lines of a file without those that begin with '#'. */
static void read_lines(const char *path, struct lines *lines)
{
	FILE *file = fopen(path, "r");
	if (!file) {
		fprintf(stderr, "%s: not found; run from the top of the sources\n", path);
		exit(1);
	}
	while (lines->n < LINES_MOST && fgets(lines->v[lines->n], LINE_MOST, file)) {
		char *line = lines->v[lines->n];
		line[strcspn(line, "\n")] = '\0';
		lines->n += line[0] != '#' && line[0] != '\0';
	}
	fclose(file);
}

/* Cuts a line at its tabs. */
static void split(char *line, const char *fields[5])
{
	for (int i = 0; i < 5; i++) {
		size_t n = strcspn(line, "\t");
		bool more = line[n] == '\t';
		line[n] = '\0';
		fields[i] = line;
		line += n + more;
	}
}

/* Takes the brackets out of a text; what was between them goes to `start` and `end`. */
static void take_brackets(const char *marked, char *text, size_t *start, size_t *end)
{
	size_t n = 0;
	for (const char *c = marked; *c; c++) {
		if (*c == '[')
			*start = n;
		else if (*c == ']')
			*end = n;
		else
			text[n++] = *c;
	}
	text[n] = '\0';
}

static const char *day_or_dash(int day, char out[DATE_TEXT])
{
	return day == DATE_NONE ? "-" : date_format(day, out);
}

/* Prints what is wrong about a text; false. */
__attribute__((format(printf, 2, 3))) static bool wrong(const char *text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fprintf(stderr, "'%s': ", text);
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	return false;
}

/* Does a line of the table read as it says? */
static bool reads_as_said(const char *row, struct arena *arena)
{
	char line[LINE_MOST], text[LINE_MOST], first[DATE_TEXT], last[DATE_TEXT];
	const char *fields[5];
	size_t start = 0, end = 0;
	memcpy(line, row, sizeof line);
	split(line, fields);
	take_brackets(fields[1], text, &start, &end);
	struct moment_context context = {.anchor = date_parse(slice_of(fields[0]))};
	struct moments found = {0};
	moment_list(slice_of(text), &context, arena, &found);
	if (found.n != 1)
		return wrong(text, "%zu moments", found.n);
	const struct moment *m = &found.v[0];
	if (m->start != start || m->end != end)
		return wrong(text, "words '%.*s'", (int)(m->end - m->start), text + m->start);
	const char *edtf = m->recurring ? "recurring" : m->edtf[0] ? m->edtf : "-";
	if (strcmp(edtf, fields[2]) != 0)
		return wrong(text, "%s", edtf);
	if (strcmp(day_or_dash(m->earliest, first), fields[3]) != 0)
		return wrong(text, "from %s", first);
	return strcmp(day_or_dash(m->latest, last), fields[4]) == 0 || wrong(text, "to %s", last);
}

static bool reads_as_none(const char *text, struct arena *arena)
{
	struct moment_context context = {.anchor = date_make(2025, 3, 10)};
	struct moments found = {0};
	moment_list(slice_of(text), &context, arena, &found);
	return found.n == 0 || wrong(text, "'%.*s'", (int)(found.v[0].end - found.v[0].start), text + found.v[0].start);
}

/* How many of these lines does `holds` refuse? */
static int count_wrong(const struct lines *lines, bool (*holds)(const char *line, struct arena *arena))
{
	int n = 0;
	struct arena *arena = arena_new();
	for (int i = 0; i < lines->n; i++)
		n += !holds(lines->v[i], arena);
	arena_free(arena);
	return n;
}

START_TEST(each_text_names_its_moment)
{
	ck_assert_int_ge(moments.n, 400);
	ck_assert_int_eq(count_wrong(&moments, reads_as_said), 0);
}
END_TEST

START_TEST(a_text_without_a_moment_names_none)
{
	ck_assert_int_ge(none.n, 120);
	ck_assert_int_eq(count_wrong(&none, reads_as_none), 0);
}
END_TEST

/* ---- properties of every line ---- */

static bool is_sound(const struct moment *m, size_t end, size_t size)
{
	int first, last;
	bool placed = m->start >= end && m->end > m->start && m->end <= size;
	bool ordered = m->earliest == DATE_NONE || m->latest == DATE_NONE || m->earliest <= m->latest;
	bool named = (m->edtf[0] != '\0') == (m->earliest != DATE_NONE || m->latest != DATE_NONE);
	if (!placed || !ordered || !named || !m->edtf[0])
		return placed && ordered && named;
	return edtf_parse(slice_of(m->edtf), &first, &last, NULL) == OK && last == m->latest &&
	       (first == DATE_NONE || first <= m->earliest);
}

/* Reads a copy of exact size, so that a sanitizer sees every byte read too far. Are its moments what moments can be? */
static bool reads_soundly(const char *bytes, size_t n, struct arena *arena)
{
	char *copy = malloc(n + 1);
	if (!copy)
		return false;
	memcpy(copy + 1, bytes, n);
	struct slice text = {copy + 1, n};
	struct moment_context context = {.anchor = date_make(2025, 3, 10)};
	struct moments found = {0};
	moment_list(text, &context, arena, &found);
	bool sound = true;
	for (size_t i = 0, end = 0; i < found.n; end = found.v[i++].end)
		sound &= is_sound(&found.v[i], end, n);
	free(copy);
	return sound;
}

static bool survives_cuts_and_changes(const char *line, struct arena *arena)
{
	static const unsigned char bytes[] = {0, ' ', '-', '.', '9', 'e', '\'', 0x80, 0xC2, 0xC3, 0xE2, 0xFF};
	char text[LINE_MOST];
	memcpy(text, line, sizeof text);
	size_t n = strlen(text);
	bool sound = true;
	for (size_t i = 0; i <= n; i++)
		sound &= reads_soundly(text, i, arena);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < sizeof bytes; k++) {
			char was = text[i];
			text[i] = (char)bytes[k];
			sound &= reads_soundly(text, n, arena);
			text[i] = was;
		}
	return sound || wrong(line, "a cut or changed copy gives a moment that cannot be");
}

START_TEST(every_prefix_and_every_changed_byte_is_read_without_fault)
{
	ck_assert_int_eq(count_wrong(&moments, survives_cuts_and_changes), 0);
}
END_TEST

/* Words whose days do not come back on the same day of the next year. */
static bool is_of_the_calendar(const char *text)
{
	static const char *const words[] = {
		"week",     "weken",       "dag",    "Day",          "Paas",         "Pasen",
		"Pinkster", "Hemelvaart",  "Goede",  "vergaderjaar", "parlementair", "parliamentary",
		"day",      "29 februari", "Easter", "Miljoenen",    "'26",          "/24",
		"/2025",    "-24",         "/25",    "-98"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strstr(text, words[i]))
			return true;
	return false;
}

/* Adds one to each year of four digits. */
static void raise_years(char *text)
{
	for (char *c = text; *c; c++) {
		if (strspn(c, "0123456789") == 4 && (strncmp(c, "19", 2) == 0 || strncmp(c, "20", 2) == 0)) {
			char year[8];
			snprintf(year, sizeof year, "%04ld", (strtol(c, NULL, 10) + 1) % 10000);
			memcpy(c, year, 4);
		}
		c += strspn(c, "0123456789");
		if (*c == '\0')
			break;
	}
}

static int year_later(int day)
{
	return day == DATE_NONE ? DATE_NONE : date_add_months(day, 12);
}

/* But for the end of February, which a leap year moves. */
static bool is_same_day(int a, int b)
{
	return a == b || (a != DATE_NONE && b != DATE_NONE && date_parts(a).month == 2 && abs(a - b) <= 1);
}

static bool moves_with_the_year(const char *row, struct arena *arena)
{
	char line[LINE_MOST], text[LINE_MOST];
	const char *fields[5];
	size_t start, end;
	memcpy(line, row, sizeof line);
	split(line, fields);
	take_brackets(fields[1], text, &start, &end);
	if (is_of_the_calendar(text))
		return true;
	struct moment_context context = {.anchor = date_parse(slice_of(fields[0]))};
	struct moments now = {0}, later = {0};
	moment_list(slice_of(text), &context, arena, &now);
	raise_years(text);
	context.anchor = year_later(context.anchor);
	moment_list(slice_of(text), &context, arena, &later);
	if (later.n != now.n)
		return wrong(text, "%zu moments", later.n);
	for (size_t i = 0; i < now.n; i++)
		if (!is_same_day(later.v[i].earliest, year_later(now.v[i].earliest)) ||
		    !is_same_day(later.v[i].latest, year_later(now.v[i].latest)))
			return wrong(text, "%s", later.v[i].edtf);
	return true;
}

START_TEST(a_year_later_the_same_words_mean_a_year_later)
{
	ck_assert_int_eq(count_wrong(&moments, moves_with_the_year), 0);
}
END_TEST

int main(void)
{
	read_lines("tests/core/moments.tsv", &moments);
	read_lines("tests/core/no_moments.txt", &none);
	TCase *tcase = tcase_create("moments");
	tcase_add_test(tcase, each_text_names_its_moment);
	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, every_prefix_and_every_changed_byte_is_read_without_fault);
	tcase_add_test(tcase, a_year_later_the_same_words_mean_a_year_later);
	tcase_add_test(tcase, a_text_without_a_moment_names_none);
	Suite *suite = suite_create("moments");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
