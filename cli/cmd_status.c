/* cmd_status.c: griffie status: a state recorded by hand. */
#include "cli/commands.h"
#include "cli/facts.h"
#include "cli/print.h"
#include "core/item_part.h"
#include "core/part_label.h"

struct recorded {
	const char *ref;
	enum state state;
	int on;
	enum state now; /* of the item: another one when it went on since */
};

static void tell(const struct session *session)
{
	const struct recorded *r = session->result;
	char day[DATE_TEXT];
	if (session->json) {
		facts_print_state(r->ref, r->state, r->on);
		return;
	}
	if (session->quiet)
		return;
	date_format(r->on, day);
	if (r->now == r->state)
		print_format(session, _("%s is %s since %s\n"), r->ref, print_state(session, r->state), day);
	else
		print_format(session, _("%s was %s on %s; now it is %s\n"), r->ref, print_state(session, r->state), day,
			     print_state(session, r->now));
}

/* "2", "1, 3" and "1 t/m 3" as they are recorded: "2", "1,3", "1,2,3". */
static enum status read_part(struct session *session, const struct recorded *recorded, const char **out,
			     struct err *err)
{
	const char *text = option_value(session, "part");
	struct part_label label;
	struct item item = {0};
	*out = NULL;
	if (!text)
		return OK;
	if (recorded->state != STATE_PARTLY_SETTLED)
		return err_set(err, E_USAGE, _("--part goes with partly_settled"));
	enum status status = register_item(session, recorded->ref, session->arena, &item, err);
	if (status != OK)
		return status;
	size_t most = item.requests.n < ITEM_PARTS_MOST ? item.requests.n : ITEM_PARTS_MOST;
	bool read = part_numbers_read(slice_of(text), &label) && !text[label.end];
	if (!read || (size_t)label.parts[label.n - 1] > most)
		return err_set(err, E_INVALID, _("no part '%s': %s asks %zu things, as 'griffie show %s' numbers them"),
			       text, recorded->ref, item.requests.n, recorded->ref);
	*out = "";
	for (size_t i = 0; i < label.n; i++)
		*out = arena_printf(session->arena, "%s%s%d", *out, i ? "," : "", label.parts[i]);
	return OK;
}

static enum status record(struct session *session, const char *document, struct recorded *out, struct err *err)
{
	struct item item = {0};
	bool changed = true;
	const char *part;
	enum status status = read_part(session, out, &part, err);
	if (status == OK && part)
		status = db_item_record_part(session->db, out->ref, part, out->on, document, &changed, err);
	else if (status == OK)
		status = db_item_record(session->db, out->ref, out->state, out->on, document, &changed, err);
	if (status == OK)
		status = db_item_load(session->db, out->ref, session->arena, &item, err);
	if (status == OK)
		status = register_derive_one(session, out->ref, err);
	out->now = item.state;
	session->unchanged = !changed;
	return status;
}

static enum status run(struct session *session, struct err *err)
{
	struct recorded *recorded = arena_alloc(session->arena, sizeof *recorded);
	struct stored_document stored = {0};
	const char *because = option_value(session, "because");
	if (!state_from_text(slice_of(session->arguments[1]), &recorded->state))
		return err_set(err, E_USAGE, _("unknown state '%s': see 'griffie status --help'"),
			       session->arguments[1]);
	enum status status = option_day(session, "on", &recorded->on, err);
	if (status == OK && recorded->on == DATE_NONE)
		recorded->on = session->today;
	if (status == OK)
		status = db_item_find(session->db, session->arguments[0], session->arena, &recorded->ref, err);
	if (status == OK && because)
		status = db_document_load(session->db, because, session->arena, &stored, err);
	if (status == OK)
		status = record(session, stored.sha256, recorded, err);
	session->result = recorded;
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
		    {"part", "NUMBERS", N_("of what a motion asks, with partly_settled: 2, or 1,3"), 0},
		    {"because", "DOC", N_("the paper that says so: its SHA-256, or the beginning of it"), 0}},
	.run = run,
	.tell = tell,
};
