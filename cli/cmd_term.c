/* cmd_term.c: griffie term: a day and a length of time, with each step. */
#include "cli/commands.h"
#include "cli/json.h"
#include "core/term.h"

static void print_term(const struct session *session, int from, int to, const struct steps *steps)
{
	char day[DATE_TEXT];
	if (!session->json) {
		for (size_t i = 0; i < steps->n; i++)
			puts(steps->v[i]);
		printf("%s\n", date_format(to, day));
		return;
	}
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_day(&json, "from", from);
	json_text(&json, "length", session->arguments[1]);
	json_day(&json, "to", to);
	json_begin_array(&json, "steps");
	for (size_t i = 0; i < steps->n; i++)
		json_text(&json, NULL, steps->v[i]);
	json_end_array(&json);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

/* The calendar that --skip-recess and --meeting need. */
static enum status calendar_of(const struct session *session, const struct calendar **out, struct err *err)
{
	bool needed = option_given(session, "skip-recess") || option_given(session, "meeting");
	if (!needed)
		return OK;
	if (option_given(session, "skip-recess") && option_given(session, "atw"))
		return err_set(err, E_USAGE, "%s",
			       _("--skip-recess and --atw are of different rules; give one of them"));
	if (!session->body)
		return err_set(err, E_USAGE, "%s", _("whose recesses and meetings: give --body ID"));
	*out = rules_calendar(session->rules, session->body);
	return *out ? OK : err_set(err, E_NOT_FOUND, _("no rule pack knows a calendar of '%s'"), session->body);
}

/* The last day of the term, by the options. */
static int end_of(struct session *session, int from, struct term term, const struct calendar *calendar,
		  struct steps *steps)
{
	int to = term_add(from, term, option_given(session, "atw"), session->arena, steps);
	if (option_given(session, "skip-recess"))
		to = term_skip_recesses(from, to, calendar, session->arena, steps);
	return to;
}

static enum status run(struct session *session, struct err *err)
{
	struct term term;
	struct steps steps = {.dutch = session->dutch};
	const struct calendar *calendar = NULL;
	int from;
	enum status status = day_from_argument(session->arguments[0], &from, err);
	if (status == OK)
		status = term_parse(slice_of(session->arguments[1]), &term, err);
	if (status != OK)
		return status == E_INVALID ? E_USAGE : status;
	status = calendar_of(session, &calendar, err);
	if (status != OK)
		return status;
	int to = end_of(session, from, term, calendar, &steps);
	if (to == DATE_NONE)
		return err_set(err, E_INVALID, _("%s + %s lies outside the years 1800 to 2199"), session->arguments[0],
			       session->arguments[1]);
	if (option_given(session, "meeting")) {
		to = term_to_meeting(to, calendar, session->arena, &steps);
		if (to == DATE_NONE)
			return err_set(err, E_NOT_FOUND,
				       _("the calendar of '%s' knows no meeting on or after that day"), session->body);
	}
	print_term(session, from, to, &steps);
	return OK;
}

/* The packs are read only for a calendar: without one, starting up costs nothing. */
static enum status prepare(struct session *session, struct err *err)
{
	(void)err;
	if (!option_given(session, "skip-recess") && !option_given(session, "meeting"))
		session->needs &= ~(unsigned)NEED_RULES;
	return OK;
}

const struct command command_term = {
	.name = "term",
	.usage = "FROM LENGTH",
	.help = N_("add a term to a day and show each step"),
	.more = N_("LENGTH is 21d (days), 3w (weeks), 2m (months), 1q (quarter), 1y (year) or 10wd (working days)."),
	.least = 2,
	.most = 2,
	.needs = NEED_RULES,
	.options = {{"atw", NULL, N_("by the Algemene termijnenwet"), 0},
		    {"skip-recess", NULL, N_("leave out the recesses of the body (--body)"), 0},
		    {"meeting", NULL, N_("to the first meeting of the body on or after the end"), 0}},
	.prepare = prepare,
	.run = run,
};
