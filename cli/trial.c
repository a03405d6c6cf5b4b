/* trial.c: see trial.h. */
#include "cli/trial.h"

#include "cli/print.h"

enum { BATCH = 256 };

/* Loaded rules decide which packs serve a body. */
struct wanted {
	const struct trial *trial;
	const struct rules *rules;
};

static bool is_wanted(const void *user, const struct item *item)
{
	const struct wanted *wanted = user;
	const struct names *packs = wanted->trial->packs;
	int since = wanted->trial->since;
	bool served = !packs;
	for (size_t i = 0; !served && i < packs->n; i++)
		served = rules_serve(wanted->rules, item->body, packs->v[i]);
	return served && (since == DATE_NONE || item->date == DATE_NONE || item->date >= since);
}

/* An item without a day was let through by is_wanted: its follow-ups are asked for theirs. */
static bool begins_in_time(const struct trial *trial, const struct items *items,
			   const struct followup_difference *difference)
{
	const struct followup *f = &difference->followup;
	if (trial->since == DATE_NONE)
		return true;
	for (size_t i = 0; i < items->n; i++)
		if (strcmp(items->v[i].ref, f->item) == 0 && items->v[i].date != DATE_NONE)
			return true;
	int start = f->earliest != DATE_NONE ? f->earliest : f->latest;
	return start != DATE_NONE && start >= trial->since;
}

static enum status differences_take(const struct trial *trial, const struct items *items,
				    const struct followup_differences *differences, struct trial_counts *out,
				    struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && i < differences->n; i++) {
		const struct followup_difference *difference = &differences->v[i];
		if (!begins_in_time(trial, items, difference))
			continue;
		out->of[difference->change]++;
		if (trial->take)
			status = trial->take(trial->user, difference, err);
	}
	return status;
}

/* What the loaded packs derive from the items, beside what is stored of them. */
static enum status items_compare(struct session *session, const struct trial *trial, const struct items *items,
				 struct followup_differences *out, struct trial_counts *counts, struct err *err)
{
	struct derived derived = {0};
	struct names refs = {0}, failed = {0};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < items->n; i++) {
		*list_push(session->arena, &refs) = items->v[i].ref;
		status = db_item_met(session->db, session->arena, &items->v[i], err);
	}
	if (status == OK)
		status = rules_derive(session->rules, items->v, items->n, session->arena, &derived, err);
	for (size_t i = 0; i < derived.failures.n; i++) {
		if (!trial->silent)
			print_message(derived.failures.v[i].message);
		*list_push(session->arena, &failed) = derived.failures.v[i].item;
	}
	counts->items += items->n;
	counts->failed += failed.n;
	return status == OK
		       ? db_followups_compare(session->db, &refs, &derived.followups, &failed, session->arena, out, err)
		       : status;
}

static enum status batch_run(struct session *session, const struct trial *trial, const struct names *some,
			     struct trial_counts *out, struct err *err)
{
	struct wanted wanted = {trial, session->rules};
	struct item_choice choice = {is_wanted, &wanted};
	struct items items = {0};
	struct names gone = {0};
	struct followup_differences differences = {0};
	struct arena *own = session->arena;
	enum status status = db_view_begin(session->db, err);
	if (status != OK)
		return status;
	session->arena = arena_new(); /* what is made goes with the batch */
	status = register_items(session, &choice, some, &items, &gone, err);
	if (status == OK)
		status = items_compare(session, trial, &items, &differences, out, err);
	db_view_end(session->db);
	if (status == OK)
		status = differences_take(trial, &items, &differences, out, err);
	arena_free(session->arena);
	session->arena = own;
	return status;
}

enum status trial_run(struct session *session, const struct trial *trial, struct trial_counts *out, struct err *err)
{
	struct trial_counts counts = {0};
	struct names refs = {0};
	enum status status = db_item_refs(session->db, session->arena, &refs, err);
	for (size_t at = 0; status == OK && at < refs.n; at += BATCH) {
		struct names some = {.v = refs.v + at, .n = refs.n - at < BATCH ? refs.n - at : BATCH};
		progress_show(session, _("trying"), at, refs.n);
		status = batch_run(session, trial, &some, &counts, err);
		if (status == OK && session_interrupted())
			status = err_set(err, E_IO, "%s", _("stopped; nothing was changed"));
	}
	progress_clear(session);
	if (status == OK)
		*out = counts;
	return status;
}
