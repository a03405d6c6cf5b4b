/* cmd_term.c: griffie term: a day and a length of time, with each step. */
#include "cli/commands.h"
#include "cli/json.h"
#include "core/term.h"

static enum status run(struct session *session, struct err *err)
{
	struct term term;
	struct steps steps = {.dutch = session->dutch};
	int from;
	enum status status = day_from_argument(session->arguments[0], &from, err);
	if (status == OK)
		status = term_parse(slice_of(session->arguments[1]), &term, err);
	if (status != OK)
		return status == E_INVALID ? E_USAGE : status;
	int to = term_add(from, term, option_given(session, "atw"), session->arena, &steps);
	if (to == DATE_NONE)
		return err_set(err, E_INVALID, _("%s + %s lies outside the years 1800 to 2199"), session->arguments[0],
			       session->arguments[1]);
	char day[DATE_TEXT];
	if (!session->json) {
		for (size_t i = 0; i < steps.n; i++)
			puts(steps.v[i]);
		printf("%s\n", date_format(to, day));
		return OK;
	}
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_day(&json, "from", from);
	json_text(&json, "length", session->arguments[1]);
	json_day(&json, "to", to);
	json_begin_array(&json, "steps");
	for (size_t i = 0; i < steps.n; i++)
		json_text(&json, NULL, steps.v[i]);
	json_end_array(&json);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
	return OK;
}

const struct command command_term = {
	.name = "term",
	.usage = "FROM LENGTH",
	.help = N_("add a term to a day and show each step"),
	.more = N_("LENGTH is 21d (days), 3w (weeks), 2m (months), 1q (quarter), 1y (year) or 10wd (working days)."),
	.least = 2,
	.most = 2,
	.options = {{"atw", NULL, N_("by the Algemene termijnenwet"), 0}},
	.run = run,
};
