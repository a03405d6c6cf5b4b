/* cmd_status.c: griffie status: a state recorded by hand. */
#include "cli/commands.h"
#include "cli/facts.h"
#include "cli/print.h"

struct recorded {
	const char *ref;
	enum state state;
	int on;
	enum state now; /* of the item: another one when it went on since */
	bool whole;     /* each part of what it asks is settled, and the item is not */
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
	if (r->whole)
		print_format(session, _("Each part of it is settled: 'griffie settle %s' settles the whole\n"), r->ref);
}

/* A motion that asks several things is never partly settled without saying which. */
static enum status require_part(struct session *session, const struct recorded *recorded, struct err *err)
{
	struct item item = {0};
	if (recorded->state != STATE_PARTLY_SETTLED || option_given(session, "part"))
		return OK;
	enum status status = register_item(session, recorded->ref, session->arena, &item, err);
	if (status != OK || item.requests.n < 2)
		return status;
	return err_set(err, E_USAGE, _("say with --part which of these is settled: %s"),
		       register_parts_text(session, &item.requests));
}

static bool is_wholly_settled(const struct item *item)
{
	size_t settled = 0;
	for (size_t i = 0; i < item->requests.n; i++)
		settled += item->requests.v[i].state == STATE_SETTLED;
	return settled && settled == item->requests.n && item->state == STATE_PARTLY_SETTLED;
}

static enum status record(struct session *session, const char *document, struct recorded *out, struct err *err)
{
	struct item item = {0};
	bool changed = true;
	const char *part = NULL;
	enum status status = OK;
	if (option_given(session, "part") && out->state != STATE_PARTLY_SETTLED)
		return err_set(err, E_USAGE, _("--part goes with partly_settled"));
	status = require_part(session, out, err);
	if (status == OK)
		status = register_part(session, out->ref, &part, err);
	const struct decision decision = {.on = out->on, .document = document};
	if (status == OK && out->state == STATE_SETTLED && document)
		status = register_decide(session, out->ref, &decision, &changed, err);
	else if (status == OK && part)
		status = db_item_record_part(session->db, out->ref, part, out->on, document, &changed, err);
	else if (status == OK)
		status = db_item_record(session->db, out->ref, out->state, out->on, document, &changed, err);
	if (status == OK)
		status = register_item(session, out->ref, session->arena, &item, err);
	if (status == OK)
		status = register_derive_one(session, out->ref, err);
	out->now = item.state;
	out->whole = is_wholly_settled(&item);
	session->unchanged = !changed;
	return status;
}

static enum status run(struct session *session, struct err *err)
{
	struct recorded *recorded = arena_alloc(session->arena, sizeof *recorded);
	const char *document = NULL;
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
		status = db_document_find(session->db, because, session->arena, &document, err);
	if (status == OK)
		status = record(session, document, recorded, err);
	session->result = recorded;
	return status;
}

const struct command command_status = {
	.name = "status",
	.usage = "ITEM STATE",
	.help = N_("record by hand what became of an item"),
	.more = N_(
		"States of a motion or amendment: submitted held adopted rejected withdrawn lapsed replaced "
		"taken_over tied, and of a\n"
		"motion that was adopted: in_progress partly_settled settlement_proposed settled not_executed "
		"dropped.\n"
		"Of a question: submitted postponed answered withdrawn settled. Of a letter: received settled.\n"
		"What the lifecycle does not allow is refused; so is settled without the decision of the council, see "
		"griffie settle."),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 2,
	.most = 2,
	.options = {{"on", "DATE", N_("the day it took effect (default: today)"), 0},
		    {"part", "NUMBERS", N_("of what a motion asks, with partly_settled: 2, or 1,3"), 0},
		    {"because", "DOC", N_("the paper that says so: its number or SHA-256, or the beginning of that"),
		     0}},
	.run = run,
	.tell = tell,
};
