/* db_decision.c: the second key. A decision is a state by hand (db_hand.c) with what it rests on. It is recorded first; then the rules derive
 * with it, since settling fulfils what asks for it; and only then the item takes its state, if nothing is left that is pending.
 */
#include "db/db_decision.h"

#include "core/item_part.h"
#include "db/db_document.h"
#include "db/db_hand.h"
#include "db/db_item.h"
#include "db/db_journal.h"

enum status settlement_grounds(struct db *db, const char *ref, struct grounds *out, struct err *err)
{
	struct query q;
	struct grounds grounds = {0};
	query_begin(&q, db, SQL_SETTLEMENT_GROUNDS);
	query_text(&q, ":item", ref);
	if (query_row(&q))
		grounds = (struct grounds){query_get_number(&q, 0) != 0, query_get_number(&q, 1) != 0,
					   query_get_number(&q, 2) != 0, query_get_number(&q, 3)};
	enum status status = query_end(&q, err);
	if (status == OK)
		*out = grounds;
	return status;
}

bool settlement_holds(const struct grounds *grounds)
{
	return grounds->settled || (grounds->told && (grounds->pending == 0 || grounds->owing));
}

enum status settlement_check(struct db *db, const char *ref, struct err *err)
{
	struct grounds grounds;
	enum status status = settlement_grounds(db, ref, &grounds, err);
	if (status != OK || settlement_holds(&grounds))
		return status;
	if (!grounds.told)
		return err_set(err, E_REFUSED,
			       "'%s' is settled by a decision of the council: name it with 'griffie settle --by'", ref);
	return err_set(
		err, E_REFUSED,
		"'%s' still has follow-ups that are pending (%lld): fulfil or waive them, or use 'griffie settle "
		"--still-owed' where the decision says so",
		ref, (long long)grounds.pending);
}

/* ---- what a decision rests on ---- */

/* The executive's own letter only proposes, and what members put forward decides nothing. */
static bool is_decisive(const char *kind)
{
	static const enum document_kind kinds[] = {DOC_OTHER, DOC_DECISION_LIST, DOC_MINUTES, DOC_PROPOSAL,
						   DOC_PROMISE_LIST};
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (strcmp(document_kind_to_text(kinds[i]), kind) == 0)
			return true;
	return false;
}

static enum status document_check(struct db *db, const char *sha256, struct err *err)
{
	char kind[32] = "";
	struct query q;
	enum status status = document_need(db, sha256, err);
	if (status != OK)
		return status;
	query_begin(&q, db, SQL_DOCUMENT_KIND);
	query_text(&q, ":sha256", sha256);
	if (query_row(&q))
		query_get_into(&q, 0, kind, sizeof kind);
	status = query_end(&q, err);
	if (status == OK && !is_decisive(kind))
		return err_set(err, E_REFUSED,
			       "paper '%.12s' is no decision of the council (%s): name its decision list or minutes",
			       sha256, err_text(err, kind));
	return status;
}

/* Silence settles where a rule says so: it derives a term to object, by the key `tacit_settlement`, and that has ended. */
static enum status rule_check(struct db *db, const char *ref, const struct decision *decision, struct err *err)
{
	struct query q;
	bool found = false, rests = false;
	int ends = DATE_NONE;
	query_begin(&q, db, SQL_TACIT_TERM);
	query_text(&q, ":item", ref);
	query_text(&q, ":rule", decision->rule);
	if (query_row(&q)) {
		const char *source = query_peek_text(&q, 2);
		rests = source && *source && query_get_number(&q, 3) != 0;
		ends = query_get_number(&q, 1) == 0 ? query_get_day(&q, 0) : DATE_NONE;
		found = true;
	}
	enum status status = query_end(&q, err);
	if (status != OK)
		return status;
	if (!found || ends == DATE_NONE)
		return err_set(err, E_REFUSED,
			       "rule '%s' derives no term for '%s' after which silence settles it (key "
			       "tacit_settlement)",
			       decision->rule, ref);
	if (!rests)
		return err_set(err, E_REFUSED, "the source of rule '%s' was not verified: name the council's decision",
			       decision->rule);
	char day[DATE_TEXT];
	if (decision->on <= ends)
		return err_set(err, E_REFUSED, "the term of rule '%s' ends on %s: until then the council may object",
			       decision->rule, date_format(ends, day));
	return OK;
}

/* ---- recording ---- */

static enum state state_after(const struct item *item, const struct decision *decision)
{
	if (decision->refuses)
		return item->kind == ITEM_COMMITMENT ? STATE_OPEN : STATE_IN_PROGRESS;
	return decision->part ? STATE_PARTLY_SETTLED : STATE_SETTLED;
}

/* Of the days up to that of the decision. */
static enum status proposed_check(const struct item *item, const struct decision *decision, struct err *err)
{
	bool proposed = false;
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		if (t->forbidden || (t->on != DATE_NONE && t->on > decision->on))
			continue;
		proposed = t->state == STATE_SETTLEMENT_PROPOSED || t->state == STATE_PARTLY_SETTLED ||
			   t->state == STATE_SETTLED;
	}
	return proposed ? OK
			: err_set(err, E_REFUSED, "'%s': nobody proposed to settle it, so there is nothing to refuse",
				  item->ref);
}

static enum status grounds_check(struct db *db, const struct item *item, const struct decision *decision,
				 struct err *err)
{
	if (decision->document) {
		enum status status = document_check(db, decision->document, err);
		if (status != OK)
			return status;
	} else {
		enum status status = rule_check(db, item->ref, decision, err);
		if (status != OK)
			return status;
	}
	return decision->refuses ? proposed_check(item, decision, err) : OK;
}

enum status db_decision_record(struct db *db, const char *ref, const struct decision *decision, bool *changed,
			       struct err *err)
{
	struct item item;
	bool known = false;
	struct arena *arena = arena_new();
	struct told told = {.on = decision->on,
			    .document = decision->document,
			    .part = decision->part,
			    .rule = decision->rule,
			    .owing = decision->owing,
			    .refuses = decision->refuses};
	enum status status = db_item_load(db, ref, arena, &item, err);
	if (status != OK)
		goto out;
	told.state = state_after(&item, decision);
	status = hand_known(db, ref, &told, &known, err);
	if (status != OK || known)
		goto out;
	status = grounds_check(db, &item, decision, err);
	if (status == OK)
		status = hand_tell(&item, &told, arena, err);
	if (status == OK)
		status = hand_save(db, ref, &told, decision->because, err);
out:
	if (status == OK)
		*changed = !known;
	arena_free(arena);
	return status;
}

/* What was without effect for want of a ground is judged anew. */
static enum status decided_load(struct db *db, const char *ref, struct arena *arena, struct item *out,
				struct item_stamp *stamp, struct err *err)
{
	struct decisions all = {0};
	enum status status = item_load(db, ref, arena, out, stamp, err);
	if (status == OK)
		status = db_decision_list(db, ref, arena, &all, err);
	for (size_t i = 0; i < out->transitions.n; i++)
		if (out->transitions.v[i].state == STATE_SETTLED)
			out->transitions.v[i].overruled = false;
	for (size_t i = 0; status == OK && i < all.n; i++) {
		const struct decision *d = &all.v[i];
		hand_put(out, &(struct told){d->state, d->on, d->document, d->part, d->rule, d->owing, d->refuses},
			 arena);
	}
	return status;
}

enum status db_item_decided(struct db *db, const char *ref, struct arena *arena, struct item *out, struct err *err)
{
	struct item_stamp stamp;
	return decided_load(db, ref, arena, out, &stamp, err);
}

enum status db_decision_apply(struct db *db, const char *ref, struct err *err)
{
	struct item item;
	struct item_stamp stamp;
	bool changed = false;
	struct arena *arena = arena_new();
	enum status status = decided_load(db, ref, arena, &item, &stamp, err);
	if (status == OK && item.state == STATE_SETTLED)
		status = settlement_check(db, ref, err);
	if (status == OK)
		status = item_write(db, &item, &stamp, &changed, err);
	arena_free(arena);
	return status;
}

/* ---- reading ---- */

/* Lists DECISION_LIST: state, day, document, part, by_rule, owing, refuses, because. */
static void decision_read(struct query *q, struct arena *arena, struct decision *out)
{
	*out = (struct decision){.on = query_get_day(q, 1),
				 .document = query_get_text(q, 2, arena),
				 .part = query_get_text(q, 3, arena),
				 .rule = query_get_text(q, 4, arena),
				 .owing = query_get_number(q, 5) != 0,
				 .refuses = query_get_number(q, 6) != 0,
				 .because = query_get_text(q, 7, arena)};
	const char *state = query_peek_text(q, 0);
	if (!state || !state_from_text(slice_of(state), &out->state))
		out->state = STATE_NONE;
}

enum status db_decision_list(struct db *db, const char *ref, struct arena *arena, struct decisions *out,
			     struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_DECISION_LIST);
	query_text(&q, ":item", ref);
	while (query_row(&q))
		decision_read(&q, arena, list_push(arena, out));
	return query_end(&q, err);
}
