/* cmd_status.c: griffie status: a state recorded by hand. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"

/* The lifecycle decides also about what a person records: nothing is forced. */
static enum status check_allowed(const struct session *session, const struct item *item, enum state state,
				 struct err *err)
{
	if (lifecycle_allows(item->kind, item->state, state))
		return OK;
	return err_set(err, E_REFUSED, _("%s (%s) is %s and cannot become %s"), item->ref, print_kind(item->kind),
		       item->state ? print_state(session, item->state) : _("without a state"),
		       print_state(session, state));
}

static enum status check_settled(struct session *session, const struct item *item, enum state state,
				 const char *because, struct err *err)
{
	struct followup_filter filter = {
		.before = DATE_NONE, .after = DATE_NONE, .item = item->ref, .kind = -1, .today = session->today};
	struct due_rows rows = {0};
	if (state != STATE_SETTLED || because)
		return OK;
	enum status status = db_followup_list(session->db, &filter, session->arena, &rows, err);
	if (status == OK && rows.n)
		return err_set(err, E_REFUSED,
			       _("%s still has %zu pending follow-ups: fulfil or waive them, or name the decision with "
				 "--because"),
			       item->ref, rows.n);
	return status;
}

static void print_result(const struct session *session, const char *ref, enum state state, int on)
{
	char day[DATE_TEXT];
	if (!session->json) {
		if (!session->quiet)
			printf(_("%s is %s since %s\n"), ref, print_state(session, state), date_format(on, day));
		return;
	}
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "item", ref);
	json_text(&json, "state", state_to_text(state));
	json_day(&json, "on", on);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static enum status run(struct session *session, struct err *err)
{
	const char *ref, *because = option_value(session, "because");
	struct item item = {0};
	struct stored_document stored = {0};
	enum state state;
	bool changed = true;
	int on;
	if (!state_from_text(slice_of(session->arguments[1]), &state))
		return err_set(err, E_USAGE, _("unknown state '%s': see 'griffie status --help'"),
			       session->arguments[1]);
	enum status status = option_day(session, "on", &on, err);
	if (status == OK)
		status = db_item_find(session->db, session->arguments[0], session->arena, &ref, err);
	if (status == OK)
		status = db_item_load(session->db, ref, session->arena, &item, err);
	if (status == OK && because)
		status = db_document_load(session->db, because, session->arena, &stored, err);
	if (status == OK)
		status = check_allowed(session, &item, state, err);
	if (status == OK)
		status = check_settled(session, &item, state, because, err);
	if (on == DATE_NONE)
		on = session->today;
	if (status == OK)
		status = db_item_record(session->db, ref, state, on, stored.sha256, &changed, err);
	if (status == OK)
		status = register_derive_one(session, ref, err);
	if (status == OK)
		print_result(session, ref, state, on);
	if (status == OK && !changed)
		print_unchanged(session);
	return status;
}

const struct command command_status = {
	.name = "status",
	.usage = "ITEM STATE",
	.help = N_("record by hand what became of an item"),
	.more = N_("States of a motion or amendment: submitted held adopted rejected withdrawn lapsed replaced "
		   "taken_over tied, and of a\n"
		   "motion that was adopted: in_progress partly_settled settlement_proposed settled not_executed "
		   "dropped.\n"
		   "Of a question: submitted postponed answered withdrawn settled. Of a letter: received settled.\n"
		   "What the lifecycle does not allow is refused."),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 2,
	.most = 2,
	.options = {{"on", "DATE", N_("the day it took effect (default: today)"), 0},
		    {"because", "DOC", N_("the paper that says so: its SHA-256, or the beginning of it"), 0}},
	.run = run,
};
