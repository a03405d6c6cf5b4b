/* db_item.c: reading an item, and the text of its facts. */
#include "db/db_item.h"

#include "db/db_facts.h"
#include "db/db_hand.h"

enum status quotes_load(struct db *db, enum sql list, int64_t parent, struct arena *arena, struct quotes *out,
			struct err *err)
{
	struct query q;
	query_begin(&q, db, list);
	query_number(&q, ":parent", parent);
	while (query_row(&q)) {
		struct span raw = {(size_t)query_get_number(&q, 2), (size_t)query_get_number(&q, 3)};
		struct quote quote = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena), raw};
		*list_push(arena, out) = quote;
	}
	return query_end(&q, err);
}

static enum status identifiers_load(struct db *db, int64_t id, struct arena *arena, struct identifiers *out,
				    struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_IDENTIFIER_LIST);
	query_number(&q, ":item", id);
	while (query_row(&q)) {
		struct identifier row = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena)};
		*list_push(arena, out) = row;
	}
	return query_end(&q, err);
}

/* A party that is named alone has no name: '' in its row. */
static enum status people_load(struct db *db, int64_t id, struct arena *arena, struct persons *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_PERSON_LIST);
	query_number(&q, ":item", id);
	while (query_row(&q)) {
		struct person row = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena),
				     query_get_text(&q, 2, arena)};
		if (*row.name == '\0')
			row.name = NULL;
		*list_push(arena, out) = row;
	}
	return query_end(&q, err);
}

enum status item_people_load(struct db *db, int64_t id, struct arena *arena, struct identifiers *identifiers,
			     struct persons *people, struct err *err)
{
	enum status status = identifiers_load(db, id, arena, identifiers, err);
	return status == OK ? people_load(db, id, arena, people, err) : status;
}

enum relation_type item_relation_type(const char *text)
{
	for (int i = 0; i < REL_COUNT; i++)
		if (strcmp(relation_type_to_text((enum relation_type)i), text) == 0)
			return (enum relation_type)i;
	return REL_REFERS_TO;
}

static enum status relations_load(struct db *db, int64_t id, struct arena *arena, struct relations *out, size_t *told,
				  struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_RELATION_LIST);
	query_number(&q, ":item", id);
	while (query_row(&q)) {
		struct relation row = {item_relation_type(query_get_text(&q, 0, arena)), query_get_text(&q, 1, arena),
				       query_get_text(&q, 2, arena), query_get_text(&q, 3, arena)};
		*list_push(arena, out) = row;
		*told += query_get_number(&q, 4) == 0;
	}
	return query_end(&q, err);
}

static enum status questions_load(struct db *db, int64_t id, struct arena *arena, struct questions *out,
				  struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_QUESTION_LIST);
	query_number(&q, ":item", id);
	while (query_row(&q)) {
		struct question row = {(int)query_get_number(&q, 0), query_get_number(&q, 1) != 0};
		*list_push(arena, out) = row;
	}
	return query_end(&q, err);
}

static enum status findings_load(struct db *db, int64_t id, struct arena *arena, struct findings *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_FINDING_LIST);
	query_number(&q, ":item", id);
	while (query_row(&q)) {
		struct finding row = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena)};
		*list_push(arena, out) = row;
	}
	return query_end(&q, err);
}

/* Rows come sorted, so that those of one paper stand together. */
static enum status mentions_load(struct db *db, int64_t id, struct arena *arena, struct item *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_ITEM_MENTION_LIST);
	query_number(&q, ":item", id);
	while (query_row(&q)) {
		struct quote paper = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena), {0, 0}};
		if (!out->papers.n || strcmp(out->papers.v[out->papers.n - 1].document, paper.document) != 0)
			*list_push(arena, &out->papers) = paper;
		*list_push(arena, &out->mentions) = (struct mention_id){paper.document, (int)query_get_number(&q, 2)};
	}
	return query_end(&q, err);
}

/* A word for a state that this binary does not know gives STATE_NONE. */
static enum state state_of(struct query *q, int column, struct arena *arena)
{
	enum state state = STATE_NONE;
	const char *text = query_get_text(q, column, arena);
	if (text && !state_from_text(slice_of(text), &state))
		return STATE_NONE;
	return state;
}

static enum status transitions_load(struct db *db, int64_t id, struct arena *arena, struct transitions *out,
				    struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_TRANSITION_LIST);
	query_number(&q, ":item", id);
	enum status status = OK;
	while (status == OK && query_row(&q)) {
		struct transition *row = list_push(arena, out);
		row->state = state_of(&q, 1, arena);
		row->on = query_get_day(&q, 2);
		row->forbidden = query_get_number(&q, 3) != 0;
		row->overruled = query_get_number(&q, 4) != 0;
		status = quotes_load(db, SQL_TRANSITION_QUOTE_LIST, query_get_number(&q, 0), arena, &row->quotes, err);
	}
	enum status ended = query_end(&q, status == OK ? err : NULL);
	return status == OK ? ended : status;
}

static enum status children_load(struct db *db, int64_t id, struct arena *arena, struct item *out, size_t *told,
				 struct err *err)
{
	enum status status = item_people_load(db, id, arena, &out->identifiers, &out->people, err);
	if (status == OK)
		status = transitions_load(db, id, arena, &out->transitions, err);
	if (status == OK)
		status = relations_load(db, id, arena, &out->relations, told, err);
	if (status == OK)
		status = questions_load(db, id, arena, &out->questions, err);
	if (status == OK)
		status = findings_load(db, id, arena, &out->findings, err);
	if (status == OK)
		status = mentions_load(db, id, arena, out, err);
	return status;
}

enum status item_load(struct db *db, const char *ref, struct arena *arena, struct item *out, struct item_stamp *stamp,
		      struct err *err)
{
	struct item item = {.kind = ITEM_OTHER};
	struct item_stamp found = {0};
	struct query q;
	query_begin(&q, db, SQL_ITEM_LOAD);
	query_text(&q, ":ref", ref);
	if (query_row(&q)) {
		found.id = query_get_number(&q, 0);
		item.ref = query_get_text(&q, 1, arena);
		if (!item_kind_from_text(slice_of(query_get_text(&q, 2, arena)), &item.kind))
			item.kind = ITEM_OTHER;
		item.state = state_of(&q, 3, arena);
		item.title = query_get_text(&q, 4, arena);
		item.body = query_get_text(&q, 5, arena);
		item.date = query_get_day(&q, 6);
		found.by_hand = query_get_number(&q, 7) != 0;
		query_get_into(&q, 8, found.sources, sizeof found.sources);
		query_get_into(&q, 9, found.facts, sizeof found.facts);
		found.entry = query_get_number(&q, 10);
		found.title_key = query_get_text(&q, 11, arena);
	}
	enum status status = query_end(&q, err);
	if (status == OK && !found.id)
		return err_set(err, E_NOT_FOUND, "no item '%s' in the register", ref);
	if (status == OK)
		status = children_load(db, found.id, arena, &item, &found.told, err);
	if (status == OK)
		status = secrecy_apply(db, &item, err);
	if (status == OK)
		*out = item, *stamp = found;
	return status;
}

enum status item_find(struct db *db, const char *ref, bool *found, struct item_stamp *stamp, enum state *state,
		      struct err *err)
{
	struct query q;
	char text[32] = "";
	*found = false;
	*state = STATE_NONE;
	query_begin(&q, db, SQL_ITEM_FIND);
	query_text(&q, ":ref", ref);
	if (query_row(&q)) {
		*found = true;
		stamp->id = query_get_number(&q, 0);
		query_get_into(&q, 1, stamp->facts, sizeof stamp->facts);
		query_get_into(&q, 2, stamp->sources, sizeof stamp->sources);
		stamp->by_hand = query_get_number(&q, 3) != 0;
		query_get_into(&q, 4, text, sizeof text);
		stamp->entry = query_get_number(&q, 5);
	}
	if (*text && !state_from_text(slice_of(text), state))
		*state = STATE_NONE;
	return query_end(&q, err);
}

enum status db_item_load(struct db *db, const char *ref, struct arena *arena, struct item *out, struct err *err)
{
	struct item_stamp stamp;
	return item_load(db, ref, arena, out, &stamp, err);
}

/* ---- facts ---- */

static void quotes_facts(struct buf *facts, const struct quotes *quotes)
{
	facts_open(facts);
	for (size_t i = 0; i < quotes->n; i++)
		facts_quote(facts, &quotes->v[i]);
	facts_close(facts);
}

static void moment_facts(struct buf *facts, const struct moment *moment, const char *date_text)
{
	facts_open(facts);
	facts_text(facts, date_text);
	facts_text(facts, moment->edtf);
	facts_day(facts, moment->earliest);
	facts_day(facts, moment->latest);
	facts_number(facts, moment->recurring);
	facts_close(facts);
}

static void promise_facts(struct buf *facts, const struct item_promise *promise)
{
	facts_open(facts);
	facts_day(facts, promise->on);
	facts_text(facts, promise->promisor);
	facts_text(facts, promise->addressee);
	facts_number(facts, promise->form);
	facts_number(facts, promise->strength);
	moment_facts(facts, &promise->moment, promise->date_text);
	facts_text(facts, promise->key);
	quotes_facts(facts, &promise->quotes);
	facts_close(facts);
}

void item_sources(const struct item *item, char out[SHA256_TEXT])
{
	struct buf facts;
	buf_init(&facts);
	facts_open(&facts);
	for (size_t i = 0; i < item->said.n; i++)
		promise_facts(&facts, &item->said.v[i].alone);
	facts_text(&facts, "notices");
	for (size_t i = 0; i < item->notices.n; i++) {
		const struct item_notice *notice = &item->notices.v[i];
		facts_day(&facts, notice->on);
		facts_day(&facts, notice->was);
		moment_facts(&facts, &notice->moment, notice->date_text);
		facts_quote(&facts, &notice->quote);
	}
	facts_text(&facts, "requests");
	for (size_t i = 0; i < item->requests.n; i++) {
		const struct item_request *request = &item->requests.v[i];
		facts_day(&facts, request->on);
		facts_text(&facts, request->verb);
		moment_facts(&facts, &request->moment, request->date_text);
		facts_text(&facts, request->key);
		facts_quote(&facts, &request->quote);
	}
	facts_close(&facts);
	facts_end(&facts, out);
}

static void transitions_facts(struct buf *facts, const struct transitions *transitions)
{
	facts_open(facts);
	for (size_t i = 0; i < transitions->n; i++) {
		facts_text(facts, state_to_text(transitions->v[i].state));
		facts_day(facts, transitions->v[i].on);
		facts_number(facts, transitions->v[i].forbidden + 2 * transitions->v[i].overruled);
		quotes_facts(facts, &transitions->v[i].quotes);
	}
	facts_close(facts);
}

static void people_facts(struct buf *facts, const struct item *item)
{
	facts_open(facts);
	for (size_t i = 0; i < item->identifiers.n; i++) {
		facts_text(facts, item->identifiers.v[i].scheme);
		facts_text(facts, item->identifiers.v[i].value);
	}
	facts_close(facts);
	facts_open(facts);
	for (size_t i = 0; i < item->people.n; i++) {
		facts_text(facts, item->people.v[i].name);
		facts_text(facts, item->people.v[i].party);
		facts_text(facts, item->people.v[i].role);
	}
	facts_close(facts);
}

static void lists_facts(struct buf *facts, const struct item *item, size_t told)
{
	facts_open(facts);
	for (size_t i = 0; i < item->relations.n; i++) {
		facts_text(facts, relation_type_to_text(item->relations.v[i].type));
		facts_text(facts, item->relations.v[i].scheme);
		facts_text(facts, item->relations.v[i].value);
		facts_text(facts, item->relations.v[i].title);
	}
	if (told < item->relations.n) /* registers of before have no such mark */
		facts_number(facts, (int64_t)told);
	facts_close(facts);
	facts_open(facts);
	for (size_t i = 0; i < item->questions.n; i++) {
		facts_number(facts, item->questions.v[i].number);
		facts_number(facts, item->questions.v[i].answered);
	}
	facts_close(facts);
	facts_open(facts);
	for (size_t i = 0; i < item->findings.n; i++) {
		facts_text(facts, item->findings.v[i].name);
		facts_text(facts, item->findings.v[i].detail);
	}
	facts_close(facts);
	quotes_facts(facts, &item->papers);
	facts_open(facts);
	for (size_t i = 0; i < item->mentions.n; i++) {
		facts_text(facts, item->mentions.v[i].document);
		facts_number(facts, item->mentions.v[i].ordinal);
	}
	facts_close(facts);
}

void item_facts(const struct item *item, const struct item_stamp *stamp, char out[SHA256_TEXT])
{
	struct buf facts;
	buf_init(&facts);
	facts_open(&facts);
	facts_text(&facts, item->ref);
	facts_text(&facts, item_kind_to_text(item->kind));
	facts_text(&facts, state_to_text(item->state));
	facts_text(&facts, item->title);
	facts_text(&facts, item->body);
	facts_day(&facts, item->date);
	facts_number(&facts, stamp->by_hand);
	facts_text(&facts, stamp->sources);
	transitions_facts(&facts, &item->transitions);
	people_facts(&facts, item);
	lists_facts(&facts, item, stamp->told);
	if (item->confidential) /* of others nothing is added, so that what was stored before this was known stays true */
		facts_text(&facts, "confidential");
	facts_close(&facts);
	facts_end(&facts, out);
}
