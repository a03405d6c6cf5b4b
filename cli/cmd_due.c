/* cmd_due.c: griffie due: what is owed, soonest first. */
#include "cli/commands.h"
#include "cli/followup_print.h"
#include "cli/print.h"

static bool is_dated(const struct followup *followup)
{
	return followup->latest != DATE_NONE && !followup->review;
}

static bool is_open(const char *state)
{
	return !state || strcmp(state, "pending") == 0 || strcmp(state, "overdue") == 0;
}

/* What is closed is neither owed nor overdue: `closed` is its state, NULL for what is open. */
static void print_totals(const struct session *session, const struct due_rows *rows, const char *closed)
{
	int overdue = 0, undated = 0;
	if (closed) {
		printf("%zu %s\n", rows->n, print_followup_state(closed));
		return;
	}
	for (size_t i = 0; i < rows->n; i++) {
		overdue += strcmp(followup_state(&rows->v[i].followup, session->today), "overdue") == 0;
		undated += !is_dated(&rows->v[i].followup);
	}
	char day[DATE_TEXT];
	printf(_("%zu owed, %d of them overdue on %s, %d without a date\n"), rows->n, overdue,
	       date_format(session->today, day), undated);
}

/* What names no day stands apart: its day is one to look again, not one on which it is due. */
static void print_rows(const struct session *session, const struct due_rows *rows)
{
	bool apart = false;
	for (size_t i = 0; i < rows->n; i++)
		if (is_dated(&rows->v[i].followup))
			followup_print_line(session, &rows->v[i]);
	for (size_t i = 0; i < rows->n; i++) {
		if (is_dated(&rows->v[i].followup))
			continue;
		if (!apart) {
			putchar('\n');
			print_coloured(session, COLOUR_BOLD, _("Without a date; to be looked at on the day shown"));
			putchar('\n');
		}
		apart = true;
		followup_print_line(session, &rows->v[i]);
	}
}

static enum status run(struct session *session, struct err *err)
{
	struct followup_filter filter;
	struct due_rows rows = {0};
	enum status status = followup_filter_read(session, &filter, err);
	filter.with_quotes = session->json;
	if (status == OK)
		status = db_followup_list(session->db, &filter, session->arena, &rows, err);
	if (status != OK)
		return status;
	print_party_hint(session, rows.n);
	for (size_t i = 0; session->json && i < rows.n; i++)
		followup_print_json(session, &rows.v[i]);
	if (!session->json)
		print_rows(session, &rows);
	if (!session->json && !session->quiet)
		print_totals(session, &rows, is_open(filter.state) ? NULL : filter.state);
	return OK;
}

const struct command command_due = {
	.name = "due",
	.usage = "",
	.help = N_("what is owed, soonest first"),
	.more = N_("Shows follow-ups that are pending or overdue; those without a date stand last. The eight "
		   "characters at the end of a\n"
		   "line are enough to name it: griffie why 1a2b3c4d."),
	.needs = NEED_DB,
	.options = {FOLLOWUP_FILTERS},
	.run = run,
};
