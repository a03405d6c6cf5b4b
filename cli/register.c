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

static enum status read_sources(struct session *session, const char *sha256, struct arena *arena,
				struct sources *sources, struct err *err)
{
	struct stored_document stored;
	enum status status = db_document_load(session->db, sha256, arena, &stored, err);
	if (status != OK)
		return status;
	struct document_context context = {stored.body, stored.on, session_calendar, session};
	struct document *document = arena_alloc(arena, sizeof *document);
	document_read(stored.text, &context, arena, document);
	for (size_t i = 0; i < document->mentions.n; i++)
		*list_push(arena, sources) =
			(struct sourced){stored.sha256, (int)i, document, &document->mentions.v[i]};
	return OK;
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
	struct names connected = {0}, changed = {0};
	struct sources sources = {0};
	enum status status = db_documents_connected(session->db, documents, session->arena, &connected, err);
	for (size_t i = 0; status == OK && i < connected.n; i++)
		status = read_sources(session, connected.v[i], session->arena, &sources, err);
	if (status != OK)
		return status;
	resolve_items(&sources, session->arena, items);
	status = db_items_save(session->db, &connected, items, session->arena, &changed, err);
	if (status != OK)
		return status;
	out->items = (int)changed.n;
	return derive(session, items, &changed, &out->followups, err);
}

enum status register_item(struct session *session, const char *ref, struct arena *arena, struct item *out,
			  struct err *err)
{
	struct names documents = {0};
	struct sources sources = {0};
	struct items items = {0};
	enum status status = db_item_load(session->db, ref, arena, out, err);
	if (status == OK)
		status = db_item_documents(session->db, ref, arena, &documents, err);
	for (size_t i = 0; status == OK && i < documents.n; i++)
		status = read_sources(session, documents.v[i], arena, &sources, err);
	if (status != OK)
		return status;
	resolve_items(&sources, arena, &items);
	for (size_t i = 0; i < items.n; i++) {
		if (strcmp(items.v[i].ref, ref) != 0)
			continue;
		out->notices = items.v[i].notices;
		out->promises = items.v[i].promises;
		out->requests = items.v[i].requests;
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
