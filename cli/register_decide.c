/* register_decide.c: the way of a decision into the register: recorded, derived with, applied. All in the transaction of the command, so that
 * a refusal at the end leaves nothing.
 */
#include "cli/cli.h"
#include "core/item_part.h"
#include "core/part_label.h"

enum { PART_WORDS_MOST = 32 };

/* "1 een bel te hangen; 2 de raad te ...": the parts of what is asked, in short. */
const char *register_parts_text(const struct session *session, const struct item_requests *requests)
{
	const char *text = "";
	for (size_t i = 0; i < requests->n; i++) {
		struct slice words = slice_of(requests->v[i].quote.text);
		size_t n = words.n < PART_WORDS_MOST ? words.n : PART_WORDS_MOST;
		while (n && n < words.n && words.p[n] != ' ')
			n--;
		text = arena_printf(session->arena, "%s%s%zu %.*s%s", text, i ? "; " : "", i + 1, (int)n, words.p,
				    n < words.n ? " …" : "");
	}
	return text;
}

/* "2", "1, 3", "3,1" and "1 t/m 3" as they are recorded: "2", "1,3", "1,3", "1,2,3". False when a number is none of `most` parts. */
static bool parts_read(const char *text, size_t most, struct arena *arena, const char **out)
{
	bool named[ITEM_PARTS_MOST + 1] = {false};
	struct slice rest = slice_of(text);
	while (rest.n) {
		struct part_label label;
		if (!part_numbers_read(rest, &label) || (size_t)label.parts[label.n - 1] > most)
			return false;
		for (size_t i = 0; i < label.n; i++)
			named[label.parts[i]] = true;
		rest = slice_trim(slice_from(rest, label.end));
		if (rest.n && (rest.p[0] != ',' || rest.n == 1))
			return false;
		rest = rest.n ? slice_trim(slice_from(rest, 1)) : rest;
	}
	*out = "";
	for (size_t i = 1; i <= most; i++)
		if (named[i])
			*out = arena_printf(arena, "%s%s%zu", *out, **out ? "," : "", i);
	return **out != '\0';
}

enum status register_part(struct session *session, const char *ref, const char **out, struct err *err)
{
	const char *text = option_value(session, "part");
	struct item item = {0};
	*out = NULL;
	if (!text)
		return OK;
	enum status status = register_item(session, ref, session->arena, &item, err);
	if (status != OK)
		return status;
	size_t most = item.requests.n < ITEM_PARTS_MOST ? item.requests.n : ITEM_PARTS_MOST;
	if (!parts_read(text, most, session->arena, out))
		return err_set(err, E_INVALID, _("no part '%s': %s asks %zu things, as 'griffie show %s' numbers them"),
			       text, ref, item.requests.n, ref);
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
