/* cmd_when.c: griffie when: the moments in a text. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"

#include <unistd.h>

static void print_json(const struct moment *moment, const char *text, int64_t line, int64_t offset)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_number(&json, "line", line);
	json_text(&json, "text", text);
	json_number(&json, "start", offset + (int64_t)moment->start);
	json_number(&json, "end", offset + (int64_t)moment->end);
	json_text(&json, "edtf", moment->edtf[0] ? moment->edtf : NULL);
	json_day(&json, "earliest", moment->earliest);
	json_day(&json, "latest", moment->latest);
	json_text(&json, "precision", precision_to_text(moment->precision));
	json_bool(&json, "recurring", moment->recurring);
	json_text(&json, "rule", moment->rule);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

/* What each rule of core takes words for: the defaults of a reading. */
static const struct {
	const char *rule;
	const char *words;
} readings[] = {
	{"none", N_("words that name no time")},
	{"vague", N_("words that name no day: kept as words, and no day is made up")},
	{"recurring", N_("it comes back: no single day")},
	{"event",
	 N_("an event of the body: its days are those of the rule pack; none where the pack does not know them")},
	{"date", N_("a date in figures")},
	{"day", N_("a day; without a year the first one that is not past, seen from the day of the text")},
	{"weekday", N_("a weekday: the first one from the day of the text on")},
	{"weekday-of-month", N_("a weekday of a month, counted from its first day")},
	{"week", N_("a week by ISO 8601: Monday to Sunday")},
	{"week-of-month", N_("a week of a month: days 1 to 7, 8 to 14, 15 to 21, 22 to 28, or its last seven")},
	{"month", N_("a month; without a year the first one that is not past")},
	{"half-month", N_("half a month: to the 15th, or from the 16th on")},
	{"season", N_("a season: spring from 1 March, summer from 1 June, autumn from 1 September, winter from 1 "
		      "December, three months each")},
	{"quarter", N_("a quarter: three months")},
	{"third-of-year", N_("a third of a year: four months")},
	{"months-of-year", N_("months at the beginning or end of a year")},
	{"half-year", N_("half a year: to 30 June, or from 1 July on")},
	{"year", N_("a calendar year")},
	{"relative", N_("counted from the day of the text, which begins what is going on")},
	{"relative-day", N_("counted from the day of the text")},
	{"holiday", N_("a feast, by its day of the year or from Easter")},
	{"recess", N_("a recess: its days are those of the rule pack; none where the pack does not know them")},
	{"parliamentary-year",
	 N_("a year of sittings, from the third Tuesday of September to the day before the next")},
	{"school-year", N_("a year of schools, from 1 August on, or of universities, from 1 September on")},
	{"term", N_("a length of time from the day of the text, which does not count itself")},
	{"before", N_("from the day of the text to the day before it begins, or to the end that is named")},
	{"by", N_("from the day of the text to that day, which is the last")},
	{"from", N_("that day and later: no end")},
	{"after", N_("the day after it and later: no end")},
	{"around", N_("the period itself: 'around' does not widen it")},
	{"within", N_("a length of time from the day of the text, which does not count itself, to its last day")},
	{"range", N_("from the first day of the one to the last day of the other")},
	{"counted", N_("counted from another moment")},
	{"before-recess", N_("to the day before the recess of the rule pack; without one, to 30 June before summer and "
			     "to 24 December before Christmas")},
	{"after-recess", N_("from the day after the recess of the rule pack, or 1 September after summer, to 30 "
			    "November; after another recess for 14 days")},
	{"edge", N_("begin, middle or end: of a year January to March, May to July, October to December; of a month "
		    "days 1 to 10, 11 to 20, 21 to the last")},
};

static const char *words_of(const char *rule)
{
	for (size_t i = 0; i < ARRAY_SIZE(readings); i++)
		if (strcmp(readings[i].rule, rule) == 0)
			return _(readings[i].words);
	return rule;
}

static void print_line(const struct session *session, const struct moment *moment, const char *text, int64_t line)
{
	char first[DATE_TEXT], last[DATE_TEXT];
	printf("%lld: ", (long long)line);
	print_coloured(session, COLOUR_BOLD, text);
	if (moment->edtf[0])
		printf("  %s", moment->edtf);
	if (moment->earliest != DATE_NONE || moment->latest != DATE_NONE)
		printf("  %s … %s", moment->earliest == DATE_NONE ? "" : date_format(moment->earliest, first),
		       moment->latest == DATE_NONE ? "" : date_format(moment->latest, last));
	printf("  (%s%s", print_name(precision_to_text(moment->precision)), moment->recurring ? _(", recurring") : "");
	if (option_given(session, "explain"))
		printf(_(", rule %s"), moment->rule);
	puts(")");
	if (option_given(session, "explain"))
		print_wrapped(session, words_of(moment->rule), 4);
}

/* A piece of a line, and which of its moments count. */
struct piece {
	struct slice text;
	int64_t line;
	int64_t offset; /* of the text in the line */
	size_t from;    /* moments that begin before it were printed with the piece before, */
	size_t to;      /* those that begin at or after it will be with the piece behind */
};

/* Prints the moments of a piece; `*end` is one past the last. Their number. */
static size_t read_piece(const struct session *session, const struct moment_context *context, const struct piece *piece,
			 struct arena *arena, size_t *end)
{
	struct moments moments = {0};
	size_t n = 0;
	moment_list(piece->text, context, arena, &moments);
	for (size_t i = 0; i < moments.n; i++) {
		struct moment *m = &moments.v[i];
		if (m->start < piece->from || m->start >= piece->to)
			continue;
		*end = m->end;
		const char *words = arena_text(arena, (struct slice){piece->text.p + m->start, m->end - m->start});
		if (session->json)
			print_json(m, words, piece->line, piece->offset);
		else
			print_line(session, m, words, piece->line);
		n++;
	}
	return n;
}

/* ---- standard input ---- */

/* Input is read in bounded memory: whole lines, and pieces of a line that is longer. A moment is read whole when it is shorter than the
 * overlap; what stands before a piece is kept for what leads to a moment ("in 2026"). */
enum { INPUT = 1024 * 1024, OVERLAP = 4096, BEFORE = 256 };

struct stream {
	char *p; /* INPUT bytes */
	size_t n;
	int64_t line;
	int64_t offset; /* of the first byte in its line */
	size_t from;    /* what lies before it was read */
};

/* Where a line that fills the input can be cut: at the last blank that leaves the overlap. */
static size_t cut_of(const struct stream *s)
{
	size_t cut = s->n - OVERLAP;
	while (cut > s->n / 2 && s->p[cut] != ' ')
		cut--;
	return cut > s->n / 2 ? cut : s->n - OVERLAP;
}

static void drop(struct stream *s, size_t n)
{
	memmove(s->p, s->p + n, s->n - n);
	s->n -= n;
}

/* Reads the lines that are whole, and a piece of one that fills the input; `last` also what is left. */
static size_t read_stream(const struct session *session, const struct moment_context *context, struct stream *s,
			  bool last)
{
	struct arena *arena = arena_new();
	size_t found = 0, at = 0, end = 0;
	for (const char *stop; (stop = memchr(s->p + at, '\n', s->n - at)) != NULL || (last && at < s->n);) {
		size_t n = stop ? (size_t)(stop - s->p) - at : s->n - at;
		struct piece piece = {{s->p + at, n}, ++s->line, s->offset, s->from, n};
		found += read_piece(session, context, &piece, arena, &end);
		at += n + (stop != NULL);
		s->offset = 0;
		s->from = 0;
	}
	drop(s, at);
	if (s->n == INPUT) {
		struct piece piece = {{s->p, s->n}, s->line + 1, s->offset, s->from, cut_of(s)};
		end = piece.to;
		found += read_piece(session, context, &piece, arena, &end);
		s->from = end > piece.to ? end : piece.to;
		size_t gone = s->from - BEFORE;
		s->from = BEFORE;
		s->offset += (int64_t)gone;
		drop(s, gone);
	}
	arena_free(arena);
	return found;
}

static enum status read_input(const struct session *session, const struct moment_context *context, size_t *found,
			      struct err *err)
{
	struct stream s = {.p = arena_alloc(session->arena, INPUT)};
	ssize_t n;
	while ((n = read(STDIN_FILENO, s.p + s.n, INPUT - s.n)) > 0) {
		s.n += (size_t)n;
		*found += read_stream(session, context, &s, false);
	}
	if (n == 0)
		*found += read_stream(session, context, &s, true);
	return n < 0 ? err_set(err, E_IO, "%s", _("standard input cannot be read")) : OK;
}

static size_t read_argument(const struct session *session, const struct moment_context *context, const char *text)
{
	struct piece piece = {slice_of(text), 1, 0, 0, strlen(text)};
	size_t end;
	return read_piece(session, context, &piece, session->arena, &end);
}

static enum status run(struct session *session, struct err *err)
{
	struct moment_context context = {.anchor = session->today};
	int on;
	size_t found = 0;
	enum status status = option_day(session, "on", &on, err);
	if (status != OK)
		return status;
	if (on != DATE_NONE)
		context.anchor = on;
	if (session->body)
		context.calendar = session_calendar(session, session->body);
	const char *text = session->argument_count ? session->arguments[0] : "-";
	if (strcmp(text, "-") == 0)
		status = read_input(session, &context, &found, err);
	else
		found = read_argument(session, &context, text);
	if (status == OK && found == 0 && !session->json && !session->quiet)
		fprintf(stderr, "%s\n", _("no moment found"));
	return status;
}

const struct command command_when = {
	.name = "when",
	.usage = "[TEXT|-]",
	.help = N_("read the moments in a text"),
	.more = N_("Reads every date, season, quarter, recess and term in Dutch or English text, and shows the days it "
		   "covers. With -, or\n"
		   "without TEXT, reads standard input line by line. Stores nothing."),
	.needs = NEED_RULES,
	.most = 1,
	.options = {{"on", "DATE", N_("the day from which the text speaks (default: today)"), 0},
		    {"explain", NULL, N_("name the reading rule, and say what it takes the words for"), 0}},
	.run = run,
};
