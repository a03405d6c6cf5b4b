/* cmd_judge.c: griffie judge: was it answered, and in the sense of who put it forward? Two records, which settle nothing. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "cli/settlement.h"

struct judged_item {
	const char *ref;
	struct judgement judgement;
};

static void tell_json(const struct judged_item *j)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "item", j->ref);
	json_text(&json, "judged", judged_to_text(j->judgement.judged));
	json_text(&json, "verdict", verdict_to_text(j->judgement.verdict));
	json_text(&json, "by", j->judgement.who);
	json_day(&json, "on", j->judgement.on);
	json_text(&json, "part", j->judgement.part);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static void tell(const struct session *session)
{
	const struct judged_item *j = session->result;
	if (session->json)
		tell_json(j);
	else if (!session->quiet)
		print_format(session, "%s: %s\n", j->ref, settlement_judgement(session, &j->judgement));
}

/* One of the two, with its verdict. */
static enum status read_verdict(const struct session *session, struct judgement *out, struct err *err)
{
	const char *answered = option_value(session, "answered"), *sense = option_value(session, "sense");
	if (!answered == !sense)
		return err_set(err, E_USAGE, "%s",
			       _("'griffie judge' needs --answered yes|no, or --sense yes|partly|no --by WHO"));
	out->judged = sense ? JUDGED_SENSE : JUDGED_ANSWERED;
	if (!verdict_from_text(slice_of(sense ? sense : answered), &out->verdict) ||
	    (answered && out->verdict == VERDICT_PARTLY))
		return err_set(err, E_USAGE,
			       sense ? _("'%s' is no judgement: yes, partly or no")
				     : _("'%s' is no judgement: yes or no"),
			       sense ? sense : answered);
	if (sense && !option_given(session, "by"))
		return err_set(err, E_USAGE, "%s",
			       _("--sense needs --by WHO: the person or party that put it forward"));
	return OK;
}

static enum status run(struct session *session, struct err *err)
{
	struct judged_item *out = arena_alloc(session->arena, sizeof *out);
	struct judgement *judgement = &out->judgement;
	bool changed = true;
	*out = (struct judged_item){0};
	enum status status = read_verdict(session, judgement, err);
	if (status == OK)
		status = option_text(session, "by", TEXT_MOST, &judgement->who, err);
	if (status == OK)
		status = option_text(session, "because", REASON_MOST, &judgement->because, err);
	if (status == OK)
		status = option_day(session, "on", &judgement->on, err);
	if (status == OK && judgement->on == DATE_NONE)
		judgement->on = session->today;
	if (status == OK)
		status = db_item_find(session->db, session->arguments[0], session->arena, &out->ref, err);
	if (status == OK)
		status = register_part(session, out->ref, &judgement->part, err);
	if (status == OK)
		status = db_judgement_record(session->db, out->ref, judgement, &changed, err);
	session->unchanged = !changed;
	session->result = out;
	return status;
}

const struct command command_judge = {
	.name = "judge",
	.usage = "ITEM",
	.help = N_("record a judgement: was it answered, and as it was meant"),
	.more = N_(
		"--answered is the formal judgement. --sense is that of substance, by who put the item forward. They "
		"are kept "
		"beside\n"
		"the decision of the council, which settles; a later one by the same takes the place of an earlier."),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE,
	.least = 1,
	.most = 1,
	.options = {{"answered", "VERDICT", N_("yes or no"), 0},
		    {"sense", "VERDICT", N_("yes, partly or no"), 0},
		    {"by", "WHO", N_("the person or party that judges"), 0},
		    {"part", "NUMBERS", N_("of what a motion asks: 2, or 1,3"), 0},
		    {"on", "DATE", N_("the day of the judgement (default: today)"), 0},
		    {"because", "TEXT", N_("the reason"), 0}},
	.run = run,
	.tell = tell,
};
