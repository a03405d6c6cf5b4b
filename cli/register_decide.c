/* register_decide.c: the way of a decision into the register: recorded, derived with, applied. All in the transaction of the command, so that
 * a refusal at the end leaves nothing.
 */
#include "cli/cli.h"
#include "core/item_part.h"
#include "core/part_label.h"

enum status register_part(struct session *session, const char *ref, const char **out, struct err *err)
{
	const char *text = option_value(session, "part");
	struct part_label label;
	struct item item = {0};
	*out = NULL;
	if (!text)
		return OK;
	enum status status = register_item(session, ref, session->arena, &item, err);
	if (status != OK)
		return status;
	size_t most = item.requests.n < ITEM_PARTS_MOST ? item.requests.n : ITEM_PARTS_MOST;
	bool read = part_numbers_read(slice_of(text), &label) && !text[label.end];
	if (!read || (size_t)label.parts[label.n - 1] > most)
		return err_set(err, E_INVALID, _("no part '%s': %s asks %zu things, as 'griffie show %s' numbers them"),
			       text, ref, item.requests.n, ref);
	*out = "";
	for (size_t i = 0; i < label.n; i++)
		*out = arena_printf(session->arena, "%s%s%d", *out, i ? "," : "", label.parts[i]);
	return OK;
}

/* The state of the item counts for what is owed, so it is derived with it before it is stored. */
static enum status decided_derive(struct session *session, const char *ref, struct err *err)
{
	struct item item = {0};
	struct derived derived = {0};
	struct followup_changes changes = {0};
	struct items items = {&item, 1, 1};
	enum status status = register_decided(session, ref, &item, err);
	if (status == OK)
		status = rules_derive(session->rules, items.v, items.n, session->arena, &derived, err);
	return status == OK ? register_store(session, &items, &derived, &changes, err) : status;
}

static enum status decide(struct session *session, const char *ref, const struct decision *decision, bool *changed,
			  struct err *err)
{
	enum status status = db_decision_record(session->db, ref, decision, changed, err);
	if (status == OK)
		status = decided_derive(session, ref, err);
	return status == OK ? db_decision_apply(session->db, ref, err) : status;
}

/* Whether each thing that the item asks is settled by the council. */
static enum status is_done(struct session *session, const char *ref, bool *out, struct err *err)
{
	struct item item = {0};
	enum status status = register_item(session, ref, session->arena, &item, err);
	bool done = item.requests.n > 0 && item.requests.n <= ITEM_PARTS_MOST;
	for (size_t i = 0; i < item.requests.n; i++)
		done &= item.requests.v[i].state == STATE_SETTLED;
	*out = done;
	return status;
}

/* Of all its parts: of the whole, unless something else of it is owed. */
static enum status decide_whole(struct session *session, const char *ref, const struct decision *part, bool *changed,
				struct err *err)
{
	struct err refusal = *err;
	struct decision whole = *part;
	bool more = false;
	whole.part = NULL;
	enum status status = db_trial_begin(session->db, err);
	if (status != OK)
		return status;
	enum status decided = decide(session, ref, &whole, &more, &refusal);
	*changed |= decided == OK && more;
	status = db_trial_end(session->db, decided, err);
	if (status == OK && decided != OK && decided != E_REFUSED)
		return err_set(err, decided, "%s", refusal.msg);
	return status;
}

enum status register_decide(struct session *session, const char *ref, const struct decision *decision, bool *changed,
			    struct err *err)
{
	bool done = false;
	enum status status = decide(session, ref, decision, changed, err);
	if (status == OK && decision->part && !decision->refuses)
		status = is_done(session, ref, &done, err);
	return status == OK && done ? decide_whole(session, ref, decision, changed, err) : status;
}
