/* db_item_write.c: writing an item that differs from what is stored.
 *
 * Lists are written anew; transitions are matched by state and day, so that one that was known keeps the instant at which the register
 * learned of it, and each that comes or goes has an entry of its own in the journal.
 */
#include "db/db_facts.h"
#include "db/db_item.h"
#include "db/db_journal.h"

/* A stored transition, as far as matching goes. */
struct old_transition {
	int64_t id;
	char state[32];
	int on;
	bool kept;
};

struct old_transitions {
	struct old_transition *v;
	size_t n;
	size_t cap;
};

/* ---- lists ---- */

static void child_begin(struct query *q, struct db *db, enum sql sql, int64_t id, size_t ordinal)
{
	query_begin(q, db, sql);
	query_number(q, ":item", id);
	query_number(q, ":ordinal", (int64_t)ordinal);
}

enum status quotes_write(struct db *db, enum sql clear, enum sql insert, int64_t parent, const struct quotes *quotes,
			 struct err *err)
{
	enum status status = gate_run_id(db, clear, ":parent", parent, err);
	for (size_t i = 0; status == OK && i < quotes->n; i++) {
		struct query q;
		query_begin(&q, db, insert);
		query_number(&q, ":parent", parent);
		query_number(&q, ":ordinal", (int64_t)i);
		query_text(&q, ":document", quotes->v[i].document);
		query_text(&q, ":text", quotes->v[i].text);
		query_number(&q, ":start", (int64_t)quotes->v[i].raw.start);
		query_number(&q, ":stop", (int64_t)quotes->v[i].raw.end);
		status = query_run(&q, err);
	}
	return status;
}

static enum status identifiers_write(struct db *db, int64_t id, const struct identifiers *list, struct err *err)
{
	enum status status = gate_run_id(db, SQL_IDENTIFIER_DELETE, ":item", id, err);
	for (size_t i = 0; status == OK && i < list->n; i++) {
		struct query q;
		child_begin(&q, db, SQL_IDENTIFIER_INSERT, id, i);
		query_text(&q, ":scheme", list->v[i].scheme);
		query_text(&q, ":value", list->v[i].value);
		status = query_run(&q, err);
	}
	return status;
}

static enum status people_write(struct db *db, int64_t id, const struct persons *list, struct err *err)
{
	enum status status = gate_run_id(db, SQL_PERSON_DELETE, ":item", id, err);
	for (size_t i = 0; status == OK && i < list->n; i++) {
		struct query q;
		child_begin(&q, db, SQL_PERSON_INSERT, id, i);
		query_text(&q, ":name", list->v[i].name ? list->v[i].name : "");
		query_text(&q, ":party", list->v[i].party);
		query_text(&q, ":role", list->v[i].role);
		status = query_run(&q, err);
	}
	return status;
}

static enum status relations_write(struct db *db, int64_t id, const struct relations *list, size_t told,
				   struct err *err)
{
	enum status status = gate_run_id(db, SQL_RELATION_DELETE, ":item", id, err);
	for (size_t i = 0; status == OK && i < list->n; i++) {
		struct query q;
		child_begin(&q, db, SQL_RELATION_INSERT, id, i);
		query_text(&q, ":type", relation_type_to_text(list->v[i].type));
		query_text(&q, ":scheme", list->v[i].scheme);
		query_text(&q, ":value", list->v[i].value);
		query_text(&q, ":title", list->v[i].title);
		query_number(&q, ":by_hand", i >= told);
		status = query_run(&q, err);
	}
	return status;
}

static enum status questions_write(struct db *db, int64_t id, const struct questions *list, struct err *err)
{
	enum status status = gate_run_id(db, SQL_QUESTION_DELETE, ":item", id, err);
	for (size_t i = 0; status == OK && i < list->n; i++) {
		struct query q;
		child_begin(&q, db, SQL_QUESTION_INSERT, id, i);
		query_number(&q, ":number", list->v[i].number);
		query_number(&q, ":answered", list->v[i].answered);
		status = query_run(&q, err);
	}
	return status;
}

static enum status findings_write(struct db *db, int64_t id, const struct findings *list, struct err *err)
{
	enum status status = gate_run_id(db, SQL_FINDING_DELETE, ":item", id, err);
	for (size_t i = 0; status == OK && i < list->n; i++) {
		struct query q;
		child_begin(&q, db, SQL_FINDING_INSERT, id, i);
		query_text(&q, ":name", list->v[i].name);
		query_text(&q, ":detail", list->v[i].detail);
		status = query_run(&q, err);
	}
	return status;
}

/* A mention that was part of another item is taken from it: that one is saved too, or gone. */
static enum status mentions_write(struct db *db, int64_t id, const struct mention_ids *list, struct err *err)
{
	enum status status = gate_run_id(db, SQL_ITEM_MENTION_DELETE, ":item", id, err);
	for (size_t i = 0; status == OK && i < list->n; i++) {
		struct query q;
		query_begin(&q, db, SQL_ITEM_MENTION_SAVE);
		query_text(&q, ":document", list->v[i].document);
		query_number(&q, ":ordinal", list->v[i].ordinal);
		query_number(&q, ":item", id);
		status = query_run(&q, err);
	}
	return status;
}

/* ---- transitions ---- */

static enum status old_load(struct db *db, int64_t id, struct arena *arena, struct old_transitions *out,
			    struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_TRANSITION_LIST);
	query_number(&q, ":item", id);
	while (query_row(&q)) {
		struct old_transition *old = list_push(arena, out);
		old->id = query_get_number(&q, 0);
		query_get_into(&q, 1, old->state, sizeof old->state);
		old->on = query_get_day(&q, 2);
	}
	return query_end(&q, err);
}

static struct old_transition *old_match(struct old_transitions *olds, const struct transition *t)
{
	for (size_t i = 0; i < olds->n; i++) {
		struct old_transition *old = &olds->v[i];
		if (!old->kept && old->on == t->on && strcmp(old->state, state_to_text(t->state)) == 0)
			return old;
	}
	return NULL;
}

static enum status transition_journal(struct db *db, const char *ref, const char *change, const char *state, int on,
				      const struct transition *t, int64_t *entry, struct err *err)
{
	char day[DATE_TEXT];
	const struct field fields[] = {
		FIELD("change", change),
		FIELD("item", ref),
		FIELD("state", state),
		FIELD("on", on == DATE_NONE ? NULL : date_format(on, day)),
		FIELD("document", t && t->quotes.n ? t->quotes.v[0].document : NULL),
		FIELD("forbidden", t && t->forbidden ? "yes" : NULL),
	};
	return journal_add(db, "transition", fields, ARRAY_SIZE(fields), entry, err);
}

static enum status transition_insert(struct db *db, int64_t item, const char *ref, size_t ordinal,
				     const struct transition *t, int64_t *id, struct err *err)
{
	int64_t entry = 0;
	enum status status = transition_journal(db, ref, "added", state_to_text(t->state), t->on, t, &entry, err);
	if (status != OK)
		return status;
	struct query q;
	child_begin(&q, db, SQL_TRANSITION_INSERT, item, ordinal);
	query_text(&q, ":state", state_to_text(t->state));
	query_day(&q, ":day", t->on);
	query_number(&q, ":forbidden", t->forbidden);
	query_number(&q, ":overruled", t->overruled);
	query_number(&q, ":recorded", db->now);
	query_number(&q, ":entry", entry);
	status = query_run(&q, err);
	if (status == OK)
		*id = sqlite3_last_insert_rowid(db->handle);
	return status;
}

static enum status transition_keep(struct db *db, struct old_transition *old, size_t ordinal,
				   const struct transition *t, struct err *err)
{
	struct query q;
	old->kept = true;
	query_begin(&q, db, SQL_TRANSITION_UPDATE);
	query_number(&q, ":id", old->id);
	query_number(&q, ":ordinal", (int64_t)ordinal);
	query_number(&q, ":forbidden", t->forbidden);
	query_number(&q, ":overruled", t->overruled);
	return query_run(&q, err);
}

static enum status transition_remove(struct db *db, const char *ref, const struct old_transition *old, struct err *err)
{
	int64_t entry = 0;
	enum status status = transition_journal(db, ref, "removed", old->state, old->on, NULL, &entry, err);
	return status == OK ? gate_run_id(db, SQL_TRANSITION_DELETE, ":id", old->id, err) : status;
}

static enum status transitions_write(struct db *db, int64_t item, const char *ref, const struct transitions *list,
				     struct err *err)
{
	struct old_transitions olds = {0};
	struct arena *arena = arena_new();
	enum status status = old_load(db, item, arena, &olds, err);
	for (size_t i = 0; status == OK && i < list->n; i++) {
		struct old_transition *old = old_match(&olds, &list->v[i]);
		int64_t id = old ? old->id : 0;
		status = old ? transition_keep(db, old, i, &list->v[i], err)
			     : transition_insert(db, item, ref, i, &list->v[i], &id, err);
		if (status == OK)
			status = quotes_write(db, SQL_TRANSITION_QUOTE_DELETE, SQL_TRANSITION_QUOTE_INSERT, id,
					      &list->v[i].quotes, err);
	}
	for (size_t i = 0; status == OK && i < olds.n; i++)
		if (!olds.v[i].kept)
			status = transition_remove(db, ref, &olds.v[i], err);
	arena_free(arena);
	return status;
}

/* ---- the item ---- */

static enum status item_journal(struct db *db, const struct item *item, bool is_new, enum state was, const char *facts,
				int64_t *entry, struct err *err)
{
	char day[DATE_TEXT];
	const struct field fields[] = {
		FIELD("change", is_new ? "added" : "changed"),
		FIELD("item", item->ref),
		FIELD("kind", item_kind_to_text(item->kind)),
		FIELD("body", item->body),
		FIELD("date", item->date == DATE_NONE ? NULL : date_format(item->date, day)),
		FIELD("state", state_to_text(item->state)),
		FIELD("was", was == item->state ? NULL : state_to_text(was)),
		FIELD_COVERED("facts", facts),
	};
	return journal_add(db, "item", fields, ARRAY_SIZE(fields), entry, err);
}

static enum status row_write(struct db *db, const struct item *item, const struct item_stamp *stamp, bool is_new,
			     struct err *err)
{
	struct arena *arena = arena_new();
	struct query q;
	query_begin(&q, db, is_new ? SQL_ITEM_INSERT : SQL_ITEM_UPDATE);
	query_text(&q, ":ref", item->ref);
	query_text(&q, ":kind", item_kind_to_text(item->kind));
	query_text(&q, ":state", state_to_text(item->state));
	query_text(&q, ":title", item->title);
	query_text(&q, ":title_key", item->title ? resolve_title_key(item->title, arena) : "");
	query_text(&q, ":body", item->body);
	query_day(&q, ":day", item->date);
	query_number(&q, ":by_hand", stamp->by_hand);
	query_text(&q, ":sources", stamp->sources);
	query_text(&q, ":facts", stamp->facts);
	query_number(&q, ":entry", stamp->entry);
	enum status status = query_run(&q, err);
	arena_free(arena);
	return status;
}

static enum status children_write(struct db *db, const struct item *item, const struct item_stamp *stamp,
				  struct err *err)
{
	int64_t id = stamp->id;
	enum status status = identifiers_write(db, id, &item->identifiers, err);
	if (status == OK)
		status = people_write(db, id, &item->people, err);
	if (status == OK)
		status = relations_write(db, id, &item->relations, stamp->told, err);
	if (status == OK)
		status = questions_write(db, id, &item->questions, err);
	if (status == OK)
		status = findings_write(db, id, &item->findings, err);
	if (status == OK)
		status = mentions_write(db, id, &item->mentions, err);
	if (status == OK)
		status = transitions_write(db, id, item->ref, &item->transitions, err);
	return status;
}

enum status item_write(struct db *db, const struct item *item, const struct item_stamp *stamp, bool *changed,
		       struct err *err)
{
	struct item_stamp old = {0}, now = *stamp;
	bool found = false;
	enum state was = STATE_NONE;
	item_facts(item, stamp, now.facts);
	enum status status = item_find(db, item->ref, &found, &old, &was, err);
	if (status != OK)
		return status;
	*changed = !found || strcmp(old.facts, now.facts) != 0;
	if (!*changed)
		return OK;
	status = item_journal(db, item, !found, was, now.facts, &now.entry, err);
	if (status != OK)
		return status;
	now.id = old.id;
	status = row_write(db, item, &now, !found, err);
	if (status == OK && !found)
		now.id = sqlite3_last_insert_rowid(db->handle);
	return status == OK ? children_write(db, item, &now, err) : status;
}
