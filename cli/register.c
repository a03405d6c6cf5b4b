/* register.c: from papers to items to follow-ups: the way that import, status and link share.
 *
 * The facts of a paper are read from its stored text whenever they are needed; what is stored of them are the keys by which papers
 * find each other. So the register is a function of its papers and of what people recorded, in whatever order they came.
 */
#include "cli/cli.h"

const struct calendar *session_calendar(void *user, const char *body)
{
	const struct session *session = user;
	return session->rules ? rules_calendar(session->rules, body) : NULL;
}

static enum status paper_read(struct session *session, const char *sha256, struct arena *arena, struct document **out,
			      struct err *err)
{
	struct stored_document stored;
	enum status status = db_document_load(session->db, sha256, arena, &stored, err);
	if (status != OK)
		return status;
	struct document_context context = {stored.body, stored.on, session_calendar, session};
	*out = arena_alloc(arena, sizeof **out);
	document_read(stored.text, &context, arena, *out);
	return OK;
}

/* Reads each paper once; `mentions` are sorted. What a paper no longer says stands for nothing. */
static enum status sources_read(struct session *session, const struct mention_ids *mentions, struct arena *arena,
				struct sources *out, struct err *err)
{
	struct document *document = NULL;
	enum status status = OK;
	for (size_t i = 0; status == OK && i < mentions->n; i++) {
		const struct mention_id *id = &mentions->v[i];
		if (i == 0 || strcmp(id[-1].document, id->document) != 0)
			status = paper_read(session, id->document, arena, &document, err);
		if (status == OK && (size_t)id->ordinal < document->mentions.n)
			*list_push(arena, out) = (struct sourced){id->document, id->ordinal, document,
								  &document->mentions.v[id->ordinal]};
	}
	return status;
}

static enum status derive(struct session *session, const struct items *items, const struct names *changed,
			  struct followup_changes *out, struct err *err)
{
	struct derived derived = {0};
	struct names failed = {0};
	struct items todo = {0};
	for (size_t i = 0; i < items->n; i++)
		for (size_t k = 0; k < changed->n; k++)
			if (strcmp(items->v[i].ref, changed->v[k]) == 0)
				*list_push(session->arena, &todo) = items->v[i];
	enum status status = rules_derive(session->rules, todo.v, todo.n, session->arena, &derived, err);
	if (status != OK)
		return status;
	for (size_t i = 0; i < derived.failures.n; i++) {
		fprintf(stderr, "griffie: %s\n", derived.failures.v[i].message);
		*list_push(session->arena, &failed) = derived.failures.v[i].item;
	}
	return db_followups_save(session->db, changed, &derived.followups, &failed, out, err);
}

enum status register_update(struct session *session, const struct names *documents, struct items *items,
			    struct register_changes *out, struct err *err)
{
	struct mention_ids mentions = {0};
	struct saved_items saved;
	struct sources sources = {0};
	enum status status = db_mentions_connected(session->db, documents, session->arena, &mentions, err);
	if (status == OK)
		status = sources_read(session, &mentions, session->arena, &sources, err);
	if (status != OK)
		return status;
	resolve_items(&sources, session->arena, items);
	status = db_items_save(session->db, &mentions, items, session->arena, &saved, err);
	if (status != OK)
		return status;
	for (size_t i = 0; i < saved.refused.n; i++)
		fprintf(stderr, "griffie: %s: %s\n", saved.refused.v[i].item, saved.refused.v[i].message);
	out->items = (int)saved.changed.n;
	return derive(session, items, &saved.changed, &out->followups, err);
}

/* What an item is made of makes one item; a newer griffie may part it, until its papers are read anew. */
enum status register_item(struct session *session, const char *ref, struct arena *arena, struct item *out,
			  struct err *err)
{
	struct sources sources = {0};
	struct items items = {0};
	enum status status = db_item_load(session->db, ref, arena, out, err);
	if (status == OK)
		status = sources_read(session, &out->mentions, arena, &sources, err);
	if (status != OK)
		return status;
	resolve_items(&sources, arena, &items);
	if (items.n) {
		out->notices = items.v[0].notices;
		out->promises = items.v[0].promises;
		out->requests = items.v[0].requests;
	}
	return OK;
}

enum status register_derive(struct session *session, const char *ref, struct err *err)
{
	struct items items = {0};
	struct names refs = {0};
	struct followup_changes changes;
	enum status status = register_item(session, ref, session->arena, list_push(session->arena, &items), err);
	*list_push(session->arena, &refs) = ref;
	return status == OK ? derive(session, &items, &refs, &changes, err) : status;
}
