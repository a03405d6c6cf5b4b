/* cmd_term.c: griffie term: a day and a length of time, with each step. */
#include "cli/commands.h"
#include "cli/json.h"
#include "core/holiday.h"
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

/* ---- by which rule ---- */

static void say(const struct session *session, struct steps *steps, const char *text)
{
	*list_push(session->arena, steps) = text;
}

/* How the unit was counted; `end` is the sum. */
static void explain_sum(const struct session *session, int from, struct term term, int end, struct steps *steps)
{
	struct ymd first = date_parts(from), last = date_parts(end);
	say(session, steps, _("the first day does not count (HR 1-9-2017, ECLI:NL:HR:2017:2225)"));
	if (term.unit == TERM_WORKING_DAYS)
		say(session, steps, _("Saturdays, Sundays and public holidays do not count (Atw art. 3)"));
	else if (term.unit == TERM_DAYS || term.unit == TERM_WEEKS)
		say(session, steps, _("every other day counts, Sundays and public holidays too"));
	else if (first.day == last.day)
		say(session, steps, _("months are counted to the day of the same number"));
	else
		say(session, steps,
		    arena_printf(session->arena, _("%d-%02d has no day %d: its last day stands in for it"), last.year,
				 last.month, first.day));
}

/* What the act makes of `end`, the sum; `to` is where it ends. */
static void explain_act(const struct session *session, struct term term, int end, int to, struct steps *steps)
{
	bool atw = option_given(session, "atw");
	char day[DATE_TEXT];
	date_format(end, day);
	if (atw && term_is_covered(term) && to == end)
		say(session, steps,
		    arena_printf(session->arena,
				 _("%s is no Saturday, Sunday or public holiday: it stays (Atw art. 1)"), day));
	if (!atw && holiday_is_free(end))
		say(session, steps,
		    arena_printf(session->arena,
				 _("%s is a Saturday, Sunday or public holiday: it moves only with --atw (Atw art. 1)"),
				 day));
	if (atw && term_is_covered(term))
		say(session, steps,
		    _("the act reaches terms of up to 90 days, twelve weeks or three months (Atw art. 4)"));
}

/* ---- the term ---- */

/* The last day of the term, by the options; DATE_NONE when there is none. */
static int end_of(struct session *session, int from, struct term term, const struct calendar *calendar,
		  struct steps *steps)
{
	bool explained = option_given(session, "explain");
	struct steps moves = {.dutch = session->dutch}; /* the sum, and what the act does */
	int end = term_add(from, term, false, NULL, NULL);
	int to = term_add(from, term, option_given(session, "atw"), session->arena, &moves);
	if (end == DATE_NONE || to == DATE_NONE)
		return DATE_NONE;
	for (size_t i = 0; i < moves.n; i++) {
		say(session, steps, moves.v[i]);
		if (i == 0 && explained)
			explain_sum(session, from, term, end, steps);
	}
	if (explained)
		explain_act(session, term, end, to, steps);
	if (option_given(session, "skip-recess"))
		to = term_skip_recesses(from, to, calendar, session->arena, steps);
	if (calendar && explained)
		say(session, steps,
		    arena_printf(session->arena, _("recesses and meetings are those of the rule pack of %s"),
				 session->body));
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
	.options = {{"explain", NULL, N_("say of each step by which rule"), 0},
		    {"atw", NULL, N_("by the Algemene termijnenwet"), 0},
		    {"skip-recess", NULL, N_("leave out the recesses of the body (--body)"), 0},
		    {"meeting", NULL, N_("to the first meeting of the body on or after the end"), 0}},
	.prepare = prepare,
	.run = run,
};
