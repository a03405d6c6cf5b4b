/* cmd_link.c: griffie link: a relation between two items, recorded by hand. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"

static enum status print_json(struct session *session, const char *ref, struct err *err)
{
	struct item item = {0};
	struct json json;
	enum status status = db_item_load(session->db, ref, session->arena, &item, err);
	if (status != OK)
		return status;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "item", ref);
	json_text(&json, "state", state_to_text(item.state));
	json_day(&json, "on", session->today);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
	return OK;
}

static enum status run(struct session *session, struct err *err)
{
	enum relation_type type;
	const char *a, *b;
	bool changed = true;
	if (!relation_type_from_text(slice_of(session->arguments[1]), &type))
		return err_set(err, E_USAGE,
			       _("unknown relation '%s': about, amends, replaces, answers, settles, interim_on, "
				 "postpones or refers_to"),
			       session->arguments[1]);
	enum status status = db_item_find(session->db, session->arguments[0], session->arena, &a, err);
	if (status == OK)
		status = db_item_find(session->db, session->arguments[2], session->arena, &b, err);
	if (status == OK)
		status = db_item_link(session->db, a, type, b, &changed, err);
	if (status == OK && session->json)
		return print_json(session, a, err);
	if (status == OK && !session->quiet)
		print_format(session, "%s %s %s\n", a, session->arguments[1], b);
	if (status == OK && !changed)
		print_unchanged(session);
	return status;
}

const struct command command_link = {
	.name = "link",
	.usage = "ITEM RELATION ITEM",
	.help = N_("record by hand that one item concerns another"),
	.more = N_("Relations: about, amends, replaces, answers, settles, interim_on, postpones, refers_to."),
	.needs = NEED_DB | NEED_WRITE,
	.least = 3,
	.most = 3,
	.run = run,
};
