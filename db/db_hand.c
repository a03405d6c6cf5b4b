/* db_hand.c: facts by hand stand in tables of their own, by ref, and are put into an item whenever it is saved: so they survive every new
 * reading of the papers.
 */
#include "db/db_hand.h"

#include "core/item_part.h"
#include "db/db_decision.h"
#include "db/db_document.h"
#include "db/db_item.h"
#include "db/db_journal.h"
#include "db/db_names.h"

/* ---- putting them in ---- */

static struct transition *transition_of(struct transitions *list, enum state state, int on)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].state == state && list->v[i].on == on)
			return &list->v[i];
	return NULL;
}

static void transition_put(struct item *item, const struct told *told, struct arena *arena)
{
	struct transition *t = transition_of(&item->transitions, told->state, told->on);
	const char *words = told->rule ? told->rule : item_part_words(told->part, told->refuses, arena);
	if (!t) {
		t = list_push(arena, &item->transitions);
		*t = (struct transition){.state = told->state, .on = told->on};
	}
	for (size_t i = 0; i < t->quotes.n; i++)
		if (names_equal(t->quotes.v[i].document, told->document) &&
		    (!*words || strcmp(t->quotes.v[i].text, words) == 0))
			return;
	*list_push(arena, &t->quotes) = (struct quote){told->document, words, {0, 0}};
}

/* Where papers contradict each other on a vote, a person's word decides. */
static void vote_decide(struct item *item, enum state state)
{
	enum state contrary = state == STATE_ADOPTED ? STATE_REJECTED : STATE_ADOPTED;
	if (state != STATE_ADOPTED && state != STATE_REJECTED)
		return;
	for (size_t i = 0; i < item->transitions.n; i++) {
		struct transition *t = &item->transitions.v[i];
		if (t->state == state)
			t->overruled = false;
		else if (t->state == contrary)
			t->overruled = true;
	}
}

/* The lifecycle judges the whole again, so what it found before goes. */
static void judge_again(struct item *item, struct arena *arena)
{
	struct findings kept = {0};
	for (size_t i = 0; i < item->findings.n; i++)
		if (strcmp(item->findings.v[i].name, "forbidden_transition") != 0 &&
		    strcmp(item->findings.v[i].name, "settled_while_promising") != 0)
			*list_push(arena, &kept) = item->findings.v[i];
	item->findings = kept;
	resolve_apply(item, arena);
}

/* Papers in another order may settle what something is owed of: the decision is then kept, without effect. */
static enum status settlement_ground(struct db *db, struct item *item, struct arena *arena, struct err *err)
{
	struct grounds grounds;
	enum status status = settlement_grounds(db, item->ref, &grounds, err);
	if (status != OK || settlement_holds(&grounds))
		return status;
	for (size_t i = 0; i < item->transitions.n; i++)
		if (item->transitions.v[i].state == STATE_SETTLED)
			item->transitions.v[i].overruled = true;
	judge_again(item, arena);
	*list_push(arena, &item->findings) = (struct finding){
		"settled_while_promising", "a decision settles it, but follow-ups are pending: see what is owed"};
	return OK;
}

static enum status transitions_merge(struct db *db, struct item *item, struct arena *arena, struct err *err)
{
	struct query q;
	bool any = false;
	query_begin(&q, db, SQL_HAND_TRANSITION_LIST);
	query_text(&q, ":item", item->ref);
	while (query_row(&q)) {
		struct told told = {.on = query_get_day(&q, 1),
				    .document = query_get_text(&q, 2, arena),
				    .part = query_get_text(&q, 3, arena),
				    .rule = query_get_text(&q, 4, arena),
				    .owing = query_get_number(&q, 5) != 0,
				    .refuses = query_get_number(&q, 6) != 0};
		if (!state_from_text(slice_of(query_get_text(&q, 0, arena)), &told.state))
			continue;
		transition_put(item, &told, arena);
		vote_decide(item, told.state);
		any = true;
	}
	enum status status = query_end(&q, err);
	if (status == OK && any)
		judge_again(item, arena);
	if (status == OK && any && item->state == STATE_SETTLED)
		status = settlement_ground(db, item, arena, err);
	return status;
}

static void relation_put(struct item *item, const struct relation *relation, struct arena *arena)
{
	for (size_t i = 0; i < item->relations.n; i++)
		if (item->relations.v[i].type == relation->type &&
		    names_equal(item->relations.v[i].value, relation->value))
			return;
	*list_push(arena, &item->relations) = *relation;
}

static enum status links_merge(struct db *db, struct item *item, struct arena *arena, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_HAND_LINK_LIST);
	query_text(&q, ":item", item->ref);
	while (query_row(&q)) {
		struct relation relation = {item_relation_type(query_get_text(&q, 0, arena)),
					    query_get_text(&q, 2, arena), query_get_text(&q, 1, arena),
					    query_get_text(&q, 3, arena)};
		if (!relation.scheme)
			relation.scheme = "ref";
		relation_put(item, &relation, arena);
	}
	return query_end(&q, err);
}

enum status hand_merge(struct db *db, struct item *item, struct arena *arena, struct err *err)
{
	enum status status = transitions_merge(db, item, arena, err);
	if (status == OK)
		status = links_merge(db, item, arena, err);
	if (status == OK)
		status = secrecy_apply(db, item, err);
	return status == OK ? db_item_regroup(db, item, arena, err) : status;
}

enum status hand_rename(struct db *db, const char *ref, const char *now, struct err *err)
{
	static const enum sql texts[] = {SQL_HAND_TRANSITION_RENAME, SQL_HAND_LINK_RENAME,
					 SQL_HAND_LINK_DELETE,       SQL_WORD_RENAME,
					 SQL_GATHERING_RENAME,       SQL_JUDGEMENT_RENAME};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < ARRAY_SIZE(texts); i++) {
		struct query q;
		query_begin(&q, db, texts[i]);
		query_text(&q, ":ref", ref);
		query_text(&q, ":now", now);
		status = query_run(&q, err);
	}
	return status == OK ? secrecy_rename(db, ref, now, err) : status;
}

/* Takes the links by hand out and puts them in again, as they are now. */
static enum status links_again(struct db *db, struct item *item, const struct item_stamp *stamp, struct arena *arena,
			       struct err *err)
{
	bool changed = false;
	item->relations.n = stamp->told;
	enum status status = links_merge(db, item, arena, err);
	return status == OK ? item_write(db, item, stamp, &changed, err) : status;
}

static enum status linker_save(struct db *db, const char *ref, struct arena *arena, struct err *err)
{
	struct item item;
	struct item_stamp stamp;
	enum status status = item_load(db, ref, arena, &item, &stamp, err);
	if (status != OK)
		return status == E_NOT_FOUND ? OK : status;
	return links_again(db, &item, &stamp, arena, err);
}

enum status hand_links_follow(struct db *db, const char *ref, struct err *err)
{
	struct names linkers = {0};
	struct query q;
	struct arena *arena = arena_new();
	query_begin(&q, db, SQL_HAND_LINK_OF_OTHER);
	query_text(&q, ":other", ref);
	while (query_row(&q))
		*list_push(arena, &linkers) = query_get_text(&q, 0, arena);
	enum status status = query_end(&q, err);
	for (size_t i = 0; status == OK && i < linkers.n; i++)
		status = linker_save(db, linkers.v[i], arena, err);
	arena_free(arena);
	return status;
}

/* ---- recording them ---- */

static void told_bind(struct query *q, const struct told *told)
{
	query_text(q, ":state", state_to_text(told->state));
	query_day(q, ":day", told->on);
	query_text(q, ":document", told->document);
	query_text(q, ":part", told->part);
	query_text(q, ":by_rule", told->rule);
	query_number(q, ":owing", told->owing);
	query_number(q, ":refuses", told->refuses);
}

enum status hand_save(struct db *db, const char *ref, const struct told *told, const char *because, struct err *err)
{
	char day[DATE_TEXT];
	int64_t entry = 0;
	const struct field fields[] = {
		FIELD("change", "recorded"),
		FIELD("item", ref),
		FIELD("state", state_to_text(told->state)),
		FIELD("on", told->on == DATE_NONE ? NULL : date_format(told->on, day)),
		FIELD("document", told->document),
		FIELD("part", told->part),
		FIELD("by_rule", told->rule),
		FIELD("owing", told->owing ? "yes" : NULL),
		FIELD("refuses", told->refuses ? "yes" : NULL),
		FIELD_COVERED("because", because),
	};
	enum status status = journal_add(db, "status", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_HAND_TRANSITION_INSERT);
	query_text(&q, ":item", ref);
	told_bind(&q, told);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

/* The transitions stand in the order in which they took effect: what the item was on that day decides, not what it is now. */
static enum status allowed_check(const struct item *item, enum state state, int on, struct err *err)
{
	enum state was = STATE_NONE;
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		if (t->state == state && t->on == on && t->forbidden)
			return err_set(err, E_REFUSED, "'%s': a %s that is %s on that day cannot become %s", item->ref,
				       err_text(err, item_kind_to_text(item->kind)),
				       was ? err_text(err, state_to_text(was)) : err_text(err, "without a state"),
				       err_text(err, state_to_text(state)));
		if (!t->forbidden)
			was = t->state;
	}
	return OK;
}

enum status hand_known(struct db *db, const char *ref, const struct told *told, bool *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_HAND_TRANSITION_FIND);
	query_text(&q, ":item", ref);
	told_bind(&q, told);
	*out = query_row(&q);
	return query_end(&q, err);
}

void hand_put(struct item *item, const struct told *told, struct arena *arena)
{
	transition_put(item, told, arena);
	judge_again(item, arena);
}

enum status hand_tell(struct item *item, const struct told *told, struct arena *arena, struct err *err)
{
	hand_put(item, told, arena);
	return allowed_check(item, told->state, told->on, err);
}

/* A question that came after a state was recorded waits for one that is recorded after it, be it the same. */
static enum status answer_awaited(struct db *db, const char *ref, struct arena *arena, bool *out, struct err *err)
{
	struct open_questions open = {0};
	enum status status = db_quarantine_list(db, arena, &open, err);
	*out = false;
	for (size_t i = 0; i < open.n; i++)
		*out |= names_equal(open.v[i].item, ref) && !open.v[i].secrecy;
	return status;
}

static enum status record(struct db *db, struct item *item, const struct item_stamp *stamp, const struct told *told,
			  struct arena *arena, struct err *err)
{
	bool changed = false;
	enum status status = hand_tell(item, told, arena, err);
	if (status == OK && told->state == STATE_SETTLED && !told->document)
		status = err_set(err, E_REFUSED,
				 "'%s' is settled by a decision of the council: name it with 'griffie settle --by'",
				 item->ref);
	if (status == OK)
		status = hand_save(db, item->ref, told, NULL, err);
	if (status == OK && item->state == STATE_SETTLED)
		status = settlement_check(db, item->ref, err);
	return status == OK ? item_write(db, item, stamp, &changed, err) : status;
}

static enum status told_record(struct db *db, const char *ref, const struct told *told, bool *changed, struct err *err)
{
	struct item item;
	struct item_stamp stamp;
	bool known = false, awaited = false;
	struct arena *arena = arena_new();
	enum status status = item_load(db, ref, arena, &item, &stamp, err);
	if (status == OK)
		status = document_need(db, told->document, err);
	if (status == OK)
		status = hand_known(db, ref, told, &known, err);
	if (status == OK && known)
		status = answer_awaited(db, ref, arena, &awaited, err);
	bool again = known && !awaited;
	if (status == OK && !again)
		status = record(db, &item, &stamp, told, arena, err);
	if (status == OK)
		*changed = !again;
	arena_free(arena);
	return status;
}

enum status db_item_record(struct db *db, const char *ref, enum state state, int on, const char *document,
			   bool *changed, struct err *err)
{
	return told_record(db, ref, &(struct told){.state = state, .on = on, .document = document}, changed, err);
}

enum status db_item_record_part(struct db *db, const char *ref, const char *part, int on, const char *document,
				bool *changed, struct err *err)
{
	return told_record(db, ref, &(struct told){STATE_PARTLY_SETTLED, on, document, part, NULL, false, false},
			   changed, err);
}

static enum status link_known(struct db *db, const char *a, const char *type, const char *b, bool *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_HAND_LINK_FIND);
	query_text(&q, ":item", a);
	query_text(&q, ":type", type);
	query_text(&q, ":other", b);
	*out = query_row(&q);
	return query_end(&q, err);
}

static enum status link_save(struct db *db, const char *a, const char *type, const char *b, struct err *err)
{
	int64_t entry = 0;
	const struct field fields[] = {FIELD("item", a), FIELD("type", type), FIELD("other", b)};
	enum status status = journal_add(db, "link", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_HAND_LINK_INSERT);
	query_text(&q, ":item", a);
	query_text(&q, ":type", type);
	query_text(&q, ":other", b);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

enum status db_item_link(struct db *db, const char *a, enum relation_type type, const char *b, bool *changed,
			 struct err *err)
{
	struct item item, other;
	struct item_stamp stamp;
	bool known = false;
	const char *name = relation_type_to_text(type);
	struct arena *arena = arena_new();
	enum status status = db_item_load(db, b, arena, &other, err);
	if (status == OK)
		status = item_load(db, a, arena, &item, &stamp, err);
	if (status == OK && strcmp(item.ref, other.ref) == 0)
		status = err_set(err, E_INVALID, "'%s' cannot be linked to itself", a);
	if (status == OK)
		status = link_known(db, item.ref, name, other.ref, &known, err);
	if (status == OK && !known)
		status = link_save(db, item.ref, name, other.ref, err);
	if (status == OK)
		status = links_again(db, &item, &stamp, arena, err);
	if (status == OK)
		*changed = !known;
	arena_free(arena);
	return status;
}

enum status db_item_add(struct db *db, const struct item *item, struct err *err)
{
	struct item_stamp stamp = {0};
	enum state state;
	bool found = false, changed = false;
	struct arena *arena = arena_new();
	enum status status = item_find(db, item->ref, &found, &stamp, &state, err);
	if (status == OK && found)
		status = err_set(err, E_REFUSED, "'%s' is in the register already", item->ref);
	for (size_t i = 0; status == OK && i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		const struct told told = {
			.state = t->state, .on = t->on, .document = t->quotes.n ? t->quotes.v[0].document : NULL};
		status = hand_save(db, item->ref, &told, NULL, err);
	}
	stamp.by_hand = true;
	stamp.told = item->relations.n;
	struct item copy = *item;
	copy.transitions = (struct transitions){0};
	if (status == OK)
		status = hand_merge(db, &copy, arena, err);
	item_sources(&copy, stamp.sources);
	if (status == OK)
		status = item_write(db, &copy, &stamp, &changed, err);
	if (status == OK)
		status = hand_links_follow(db, item->ref, err);
	arena_free(arena);
	return status;
}
