/* cmd_confide.c: griffie confide: an item of which only number and kind are published. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"

struct confided {
	const char *ref;
	bool confidential;
};

static void tell(const struct session *session)
{
	const struct confided *c = session->result;
	if (session->json) {
		struct json json;
		json_init(&json);
		json_begin_object(&json, NULL);
		json_text(&json, "item", c->ref);
		json_bool(&json, "confidential", c->confidential);
		json_end_object(&json);
		json_print(&json);
		json_release(&json);
	} else if (!session->quiet && c->confidential) {
		print_format(session,
			     _("%s is confidential: the next 'griffie publish' leaves only its number and kind\n"),
			     c->ref);
	} else if (!session->quiet) {
		print_format(session, _("%s is not confidential: the next 'griffie publish' shows it in full\n"),
			     c->ref);
	}
}

static enum status run(struct session *session, struct err *err)
{
	struct confided *confided = arena_alloc(session->arena, sizeof *confided);
	const char *because = NULL;
	bool changed = true;
	confided->confidential = !option_given(session, "off");
	enum status status = option_text(session, "because", REASON_MOST, &because, err);
	if (status == OK)
		status = db_item_find(session->db, session->arguments[0], session->arena, &confided->ref, err);
	if (status == OK)
		status = db_item_confide(session->db, confided->ref, confided->confidential, session->today, because,
					 &changed, err);
	session->unchanged = !changed;
	session->result = confided;
	return status;
}

const struct command command_confide = {
	.name = "confide",
	.usage = "ITEM",
	.help = N_("publish no more of an item than its number and kind"),
	.more = N_(
		"In calendars and pages stand then its kind, number, days and whether they were met: no title, words, "
		"people or\n"
		"parties; and it leaves the calendars by party, member and portfolio, where its place would tell. "
		"What\n"
		"others have copied before stays with them. The register itself shows all. A paper that says in its "
		"head that it\n"
		"is secret asks by itself, and is treated so until confide, with or without --off, answers it."),
	.needs = NEED_DB | NEED_WRITE,
	.least = 1,
	.most = 1,
	.options = {{"off", NULL, N_("it is not confidential"), 0},
		    {"because", "TEXT", N_("why; kept in the register alone"), 0}},
	.run = run,
	.tell = tell,
};
