/* cmd_settle.c: griffie settle, refuse: the second key. The executive's letter proposed to settle; the council's decision confirms or refuses,
 * or a rule confirms whose term to object has ended. Parts of a motion go their own way.
 */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"

struct decided {
	const char *ref;
	struct decision decision;
	enum state now; /* of the item */
	int pending;    /* follow-ups that are owed still */
};

static void tell_json(const struct decided *d)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "item", d->ref);
	json_text(&json, "state", state_to_text(d->now));
	json_day(&json, "on", d->decision.on);
	json_text(&json, "decision", d->decision.refuses ? "refused" : "confirmed");
	json_text(&json, "part", d->decision.part);
	json_text(&json, "document", d->decision.document);
	json_text(&json, "rule", d->decision.rule);
	json_number(&json, "pending", d->pending);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static void tell(const struct session *session)
{
	const struct decided *d = session->result;
	char day[DATE_TEXT];
	if (session->json) {
		tell_json(d);
		return;
	}
	if (session->quiet)
		return;
	date_format(d->decision.on, day);
	if (d->decision.part)
		print_format(session,
			     d->decision.refuses ? _("%s, part %s: refused on %s; it is %s\n")
						 : _("%s, part %s: settled on %s; it is %s\n"),
			     d->ref, d->decision.part, day, print_state(session, d->now));
	else if (d->decision.refuses)
		print_format(session, _("%s: refused on %s; it is %s\n"), d->ref, day, print_state(session, d->now));
	else
		print_format(session, _("%s: confirmed on %s; it is %s\n"), d->ref, day, print_state(session, d->now));
	if (d->pending)
		print_format(
			session,
			ngettext("%d follow-up stays owed\n", "%d follow-ups stay owed\n", (unsigned long)d->pending),
			d->pending);
}

static enum status count_pending(struct session *session, struct decided *out, struct err *err)
{
	struct due_rows rows = {0};
	struct followup_filter filter = {
		.before = DATE_NONE, .after = DATE_NONE, .item = out->ref, .kind = -1, .today = session->today};
	enum status status = db_followup_list(session->db, &filter, session->arena, &rows, err);
	out->pending = (int)rows.n;
	return status;
}

static enum status record(struct session *session, struct decided *out, struct err *err)
{
	bool changed = true;
	struct item item = {0};
	enum status status = register_part(session, out->ref, &out->decision.part, err);
	if (status == OK)
		status = register_decide(session, out->ref, &out->decision, &changed, err);
	if (status == OK)
		status = db_item_load(session->db, out->ref, session->arena, &item, err);
	if (status == OK)
		status = count_pending(session, out, err);
	out->now = item.state;
	session->unchanged = !changed;
	session->result = out;
	return status;
}

static enum status decide(struct session *session, struct decided *out, struct err *err)
{
	const char *by = option_value(session, "by");
	struct decision *decision = &out->decision;
	enum status status = option_day(session, "on", &decision->on, err);
	if (status == OK && decision->on == DATE_NONE)
		decision->on = session->today;
	if (status == OK)
		status = option_text(session, "because", REASON_MOST, &decision->because, err);
	if (status == OK)
		status = db_item_find(session->db, session->arguments[0], session->arena, &out->ref, err);
	if (status == OK && by)
		status = db_document_find(session->db, by, session->arena, &decision->document, err);
	return status == OK ? record(session, out, err) : status;
}

static enum status run_settle(struct session *session, struct err *err)
{
	struct decided *out = arena_alloc(session->arena, sizeof *out);
	const char *rule = option_value(session, "by-rule");
	bool owing = option_given(session, "still-owed");
	if (option_given(session, "by") == (rule != NULL))
		return err_set(err, E_USAGE, "%s",
			       _("'griffie settle' needs --by DOC, the council's decision, or --by-rule PACK:RULE"));
	if (owing && rule)
		return err_set(err, E_USAGE, "%s", _("only a decision can say --still-owed, no rule does"));
	*out = (struct decided){.decision = {.rule = rule, .owing = owing}};
	return decide(session, out, err);
}

static enum status run_refuse(struct session *session, struct err *err)
{
	struct decided *out = arena_alloc(session->arena, sizeof *out);
	if (!option_given(session, "by"))
		return err_set(err, E_USAGE, "%s", _("'griffie refuse' needs --by DOC: the council's decision"));
	*out = (struct decided){.decision = {.refuses = true}};
	return decide(session, out, err);
}

#define BY                                                                                                             \
	{                                                                                                              \
		"by", "DOC", N_("the council's decision: a paper, by its number or SHA-256"), 0                        \
	}
#define PART                                                                                                           \
	{                                                                                                              \
		"part", "NUMBERS", N_("of what a motion asks: 2, or 1,3"), 0                                           \
	}
#define ON                                                                                                             \
	{                                                                                                              \
		"on", "DATE", N_("the day of the decision (default: today)"), 0                                        \
	}
#define BECAUSE                                                                                                        \
	{                                                                                                              \
		"because", "TEXT", N_("the reason"), 0                                                                 \
	}

const struct command command_settle = {
	.name = "settle",
	.usage = "ITEM",
	.help = N_("record that the council confirms that an item is settled"),
	.more = N_("A letter of the executive proposes; a decision list or minutes confirm. With --by-rule a rule "
		   "does, whose "
		   "term to\n"
		   "object has ended. While follow-ups are pending it is refused, unless the decision says so: with "
		   "--still-owed they\n"
		   "stay owed."),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 1,
	.most = 1,
	.options = {BY,
		    {"by-rule", "PACK:RULE", N_("the rule by which silence confirms"), 0},
		    PART,
		    {"still-owed", NULL, N_("the decision settles it while something is owed"), 0},
		    ON,
		    BECAUSE},
	.run = run_settle,
	.tell = tell,
};

const struct command command_refuse = {
	.name = "refuse",
	.usage = "ITEM",
	.help = N_("record that the council refuses to have an item settled"),
	.more = N_("It goes on, and what was owed is owed again."),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 1,
	.most = 1,
	.options = {BY, PART, ON, BECAUSE},
	.run = run_refuse,
	.tell = tell,
};
