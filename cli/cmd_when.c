/* cmd_when.c: griffie when: the moments in a text. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"

static void print_json(const struct moment *moment, const char *text, int64_t line)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_number(&json, "line", line);
	json_text(&json, "text", text);
	json_number(&json, "start", (int64_t)moment->start);
	json_number(&json, "end", (int64_t)moment->end);
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
}

static size_t read_text(const struct session *session, const struct moment_context *context, struct slice text,
			int64_t line)
{
	struct arena *arena = arena_new();
	struct moments moments = {0};
	moment_list(text, context, arena, &moments);
	for (size_t i = 0; i < moments.n; i++) {
		const struct moment *m = &moments.v[i];
		const char *words = arena_text(arena, (struct slice){text.p + m->start, m->end - m->start});
		if (session->json)
			print_json(m, words, line);
		else
			print_line(session, m, words, line);
	}
	size_t n = moments.n;
	arena_free(arena);
	return n;
}

/* Line by line, so that any size streams in the memory of its longest line. */
static enum status read_lines(const struct session *session, const struct moment_context *context, size_t *found,
			      struct err *err)
{
	char *text = NULL;
	size_t size = 0;
	int64_t line = 0;
	for (ssize_t n; (n = getline(&text, &size, stdin)) >= 0 && !session_interrupted();)
		*found += read_text(session, context, (struct slice){text, (size_t)n}, ++line);
	free(text);
	return ferror(stdin) ? err_set(err, E_IO, "%s", _("standard input cannot be read")) : OK;
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
		status = read_lines(session, &context, &found, err);
	else
		found = read_text(session, &context, slice_of(text), 1);
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
		    {"explain", NULL, N_("name the reading rule"), 0}},
	.run = run,
};
