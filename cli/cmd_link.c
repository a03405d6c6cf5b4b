/* cmd_link.c: griffie link: a relation between two items, recorded by hand. */
#include "cli/commands.h"
#include "cli/facts.h"
#include "cli/print.h"

struct linked {
	const char *a;
	enum relation_type type;
	const char *b;
	enum state state; /* of a */
};

static void tell(const struct session *session)
{
	const struct linked *l = session->result;
	if (session->json)
		facts_print_state(l->a, l->state, session->today);
	else if (!session->quiet)
		print_format(session, "%s %s %s\n", l->a, relation_type_to_text(l->type), l->b);
}

static enum status run(struct session *session, struct err *err)
{
	struct linked *linked = arena_alloc(session->arena, sizeof *linked);
	struct item item = {0};
	bool changed = true;
	if (!relation_type_from_text(slice_of(session->arguments[1]), &linked->type))
		return err_set(err, E_USAGE,
			       _("unknown relation '%s': about, amends, replaces, answers, settles, interim_on, "
				 "postpones or refers_to"),
			       session->arguments[1]);
	enum status status = db_item_find(session->db, session->arguments[0], session->arena, &linked->a, err);
	if (status == OK)
		status = db_item_find(session->db, session->arguments[2], session->arena, &linked->b, err);
	if (status == OK)
		status = db_item_link(session->db, linked->a, linked->type, linked->b, &changed, err);
	if (status == OK)
		status = db_item_load(session->db, linked->a, session->arena, &item, err);
	linked->state = item.state;
	session->unchanged = !changed;
	session->result = linked;
	return status;
}

const struct command command_link = {
	.name = "link",
	.usage = "ITEM RELATION ITEM",
	.help = N_("record by hand that one item concerns another"),
	.more = N_("Relations: about, amends, replaces, answers, settles, interim_on, postpones, refers_to."),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 3,
	.most = 3,
	.run = run,
	.tell = tell,
};
