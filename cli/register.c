/* register.c: from papers to items to follow-ups: the way that all commands share.
 *
 * The facts of a paper are read from its stored text whenever they are needed; what is stored of them are the keys by which papers
 * find each other. So the register is a function of its papers and of what people recorded, in whatever order they came.
 */
#include "cli/print.h"
#include "cli/stored.h"
#include "core/item_part.h"

const struct calendar *session_calendar(void *user, const char *body)
{
	const struct session *session = user;
	return session->rules ? rules_calendar(session->rules, body) : NULL;
}

const struct pack *session_pack(const struct session *session, const char *id)
{
	const struct pack *packs;
	size_t n = rules_packs(session->rules, &packs);
	for (size_t i = 0; i < n; i++)
		if (strcmp(packs[i].id, id) == 0)
			return &packs[i];
	return NULL;
}

/* ---- papers ---- */

void register_read(struct session *session, const struct stored_document *stored, struct arena *arena,
		   struct document *out)
{
	struct document_context context = {stored->body, stored->on, session_calendar, session};
	document_read(stored->text, &context, arena, out);
	if (stored->replaced_by)
		out->mentions.n = out->findings.n = 0;
}

/* The papers that were read already, so that none is read twice in one call, nor a decision list for each of its items. */
struct shelf {
	struct session *session;
	struct arena *arena;
	struct read_papers papers;
};

static enum status paper_read(struct shelf *shelf, const char *sha256, struct document **out, struct err *err)
{
	for (size_t i = shelf->papers.n; i--;)
		if (strcmp(shelf->papers.v[i].sha256, sha256) == 0) {
			*out = shelf->papers.v[i].document;
			return OK;
		}
	struct stored_document stored;
	enum status status = db_document_load(shelf->session->db, sha256, shelf->arena, &stored, err);
	if (status != OK)
		return status;
	*out = arena_alloc(shelf->arena, sizeof **out);
	register_read(shelf->session, &stored, shelf->arena, *out);
	*list_push(shelf->arena, &shelf->papers) = (struct read_paper){stored.sha256, *out};
	return OK;
}

/* `mentions` are sorted. What a paper no longer says stands for nothing. */
static enum status sources_read(struct shelf *shelf, const struct mention_ids *mentions, struct sources *out,
				struct err *err)
{
	struct document *document = NULL;
	enum status status = OK;
	for (size_t i = 0; status == OK && i < mentions->n; i++) {
		const struct mention_id *id = &mentions->v[i];
		if (i == 0 || strcmp(id[-1].document, id->document) != 0)
			status = paper_read(shelf, id->document, &document, err);
		if (status == OK && (size_t)id->ordinal < document->mentions.n)
			*list_push(shelf->arena, out) = (struct sourced){id->document, id->ordinal, document,
									 &document->mentions.v[id->ordinal]};
	}
	return status;
}

/* ---- corrected papers ---- */

static bool share_number(const struct document *a, const struct document *b)
{
	for (size_t i = 0; i < a->identifiers.n; i++)
		for (size_t k = 0; k < b->identifiers.n; k++)
			if (strcmp(a->identifiers.v[i].scheme, b->identifiers.v[k].scheme) == 0 &&
			    strcmp(a->identifiers.v[i].value, b->identifiers.v[k].value) == 0)
				return true;
	return false;
}

/* A folder may use one name for many papers ("bijlage.pdf"): only what is of the same kind, and has a number or the title in common, is the
 * same paper put right. */
static bool is_same_paper(const struct document *a, const struct document *b, struct arena *arena)
{
	if (a->kind != b->kind)
		return false;
	if (share_number(a, b))
		return true;
	return a->title && b->title &&
	       strcmp(resolve_title_key(a->title, arena), resolve_title_key(b->title, arena)) == 0;
}

static enum status replace(struct session *session, struct stored_document *stored, const char *by,
			   struct read_papers *papers, struct err *err)
{
	struct document *document = arena_alloc(session->arena, sizeof *document);
	stored->replaced_by = by;
	register_read(session, stored, session->arena, document);
	*list_push(session->arena, papers) = (struct read_paper){stored->sha256, document};
	return db_document_save(session->db, stored, document, err);
}

/* Replaces `sha256` by `new` when they are the same paper. */
static enum status replace_same(struct session *session, const char *sha256, const struct stored_document *new,
				const struct document *after, struct read_papers *papers, struct err *err)
{
	struct stored_document old;
	struct document before;
	enum status status = db_document_load(session->db, sha256, session->arena, &old, err);
	if (status != OK)
		return status;
	register_read(session, &old, session->arena, &before);
	return is_same_paper(&before, after, session->arena) ? replace(session, &old, new->sha256, papers, err) : OK;
}

enum status register_place(struct session *session, const char *place, const char *sha256, struct read_papers *papers,
			   struct err *err)
{
	struct stored_document new;
	struct document after;
	struct names others = {0};
	enum status status = db_document_at(session->db, place, sha256, session->arena, &others, err);
	if (status != OK || others.n == 0)
		return status;
	status = db_document_load(session->db, sha256, session->arena, &new, err);
	if (status != OK)
		return status;
	bool comes_back = new.replaced_by != NULL;
	size_t known = papers->n;
	new.replaced_by = NULL;
	register_read(session, &new, session->arena, &after);
	for (size_t i = 0; status == OK && i < others.n; i++)
		status = replace_same(session, others.v[i], &new, &after, papers, err);
	if (status == OK && comes_back && papers->n > known)
		status = replace(session, &new, NULL, papers, err);
	return status;
}

const char *register_question(const struct document *document)
{
	for (size_t i = 0; i < document->findings.n; i++)
		if (finding_asks(&document->findings.v[i]))
			return document->findings.v[i].detail;
	return NULL;
}

const char *register_reason(const struct session *session, const char *reason)
{
	const char *text = *reason ? _(reason) : reason;
	text = text == reason ? stored_text(session, STORED_REMARK, reason) : text;
	return text == reason ? stored_text(session, STORED_FINDING, reason) : text;
}

/* ---- follow-ups ---- */

static int name_cmp(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, so that it can be searched. */
static struct names names_sorted(const struct names *names, struct arena *arena)
{
	struct names sorted = {0};
	for (size_t i = 0; i < names->n; i++)
		*list_push(arena, &sorted) = names->v[i];
	if (sorted.n)
		qsort(sorted.v, sorted.n, sizeof *sorted.v, name_cmp);
	return sorted;
}

static bool names_hold(const struct names *sorted, const char *name)
{
	return sorted->n && bsearch(&name, sorted->v, sorted->n, sizeof *sorted->v, name_cmp);
}

/* A failure is remembered, so that the item gets another chance without a change of its own. */
static enum status failures_keep(struct session *session, const struct names *refs, const struct names *failed,
				 struct err *err)
{
	bool any = failed->n > 0;
	enum status status = any ? OK : db_derivation_any(session->db, "failed ", &any, err);
	for (size_t i = 0; status == OK && any && i < refs->n; i++)
		status = db_derivation_set(session->db, arena_printf(session->arena, "failed %s", refs->v[i]),
					   names_hold(failed, refs->v[i]) ? "a rule failed" : NULL, err);
	return status;
}

enum status register_store(struct session *session, const struct items *items, const struct derived *derived,
			   struct followup_changes *out, struct err *err)
{
	struct names refs = {0}, failed = {0};
	for (size_t i = 0; i < items->n; i++)
		*list_push(session->arena, &refs) = items->v[i].ref;
	for (size_t i = 0; i < derived->failures.n; i++) {
		print_message(derived->failures.v[i].message);
		*list_push(session->arena, &failed) = derived->failures.v[i].item;
	}
	session->failed |= failed.n > 0;
	failed = names_sorted(&failed, session->arena);
	refs = names_sorted(&refs, session->arena);
	struct followup_changes changes = {0};
	enum status status = db_followups_save(session->db, &refs, &derived->followups, &failed, &changes, err);
	out->added += changes.added;
	out->changed += changes.changed;
	out->withdrawn += changes.withdrawn;
	return status == OK ? failures_keep(session, &refs, &failed, err) : status;
}

/* Derives those of `items` whose ref is in `changed`. */
static enum status derive(struct session *session, const struct items *items, const struct names *changed,
			  struct followup_changes *out, struct err *err)
{
	struct derived derived = {0};
	struct names refs = names_sorted(changed, session->arena);
	struct items todo = {0};
	for (size_t i = 0; i < items->n; i++)
		if (names_hold(&refs, items->v[i].ref))
			*list_push(session->arena, &todo) = items->v[i];
	enum status status = OK;
	for (size_t i = 0; i < todo.n; i++)
		item_parts_apply(&todo.v[i]);
	for (size_t i = 0; status == OK && i < todo.n; i++)
		status = db_item_met(session->db, session->arena, &todo.v[i], err);
	if (status == OK)
		status = rules_derive(session->rules, todo.v, todo.n, session->arena, &derived, err);
	return status == OK ? register_store(session, &todo, &derived, out, err) : status;
}

enum status register_update(struct session *session, const struct read_papers *papers, struct items *items,
			    struct register_changes *out, struct err *err)
{
	struct mention_ids mentions = {0};
	struct saved_items saved;
	struct sources sources = {0};
	struct names documents = {0};
	struct shelf shelf = {.session = session, .arena = session->arena};
	for (size_t i = 0; i < papers->n; i++) {
		*list_push(session->arena, &documents) = papers->v[i].sha256;
		*list_push(session->arena, &shelf.papers) = papers->v[i];
	}
	enum status status = db_mentions_connected(session->db, &documents, session->arena, &mentions, err);
	if (status == OK)
		status = sources_read(&shelf, &mentions, &sources, err);
	if (status != OK)
		return status;
	resolve_items(&sources, session->arena, items);
	status = db_items_save(session->db, &mentions, items, session->arena, &saved, err);
	if (status != OK)
		return status;
	for (size_t i = 0; i < saved.refused.n; i++)
		print_message(
			arena_printf(session->arena, "%s: %s", saved.refused.v[i].item, saved.refused.v[i].message));
	session->refused |= saved.refused.n > 0;
	out->items += (int)saved.changed.n;
	return derive(session, items, &saved.changed, &out->followups, err);
}

/* Which transitions rest on drafts alone, as the papers tell. */
static void provisional_add(const struct transitions *told, struct transitions *out)
{
	for (size_t i = 0; i < out->n; i++)
		for (size_t k = 0; k < told->n; k++)
			if (told->v[k].state == out->v[i].state && told->v[k].on == out->v[i].on)
				out->v[i].provisional = told->v[k].provisional;
}

/* Adds what stands in the papers alone. What an item is made of makes one item; a newer griffie may part it, until its papers are read
 * anew. */
static enum status papers_add(struct shelf *shelf, struct item *out, struct err *err)
{
	struct sources sources = {0};
	struct items items = {0};
	enum status status = sources_read(shelf, &out->mentions, &sources, err);
	if (status != OK)
		return status;
	resolve_items(&sources, shelf->arena, &items);
	if (items.n) {
		out->notices = items.v[0].notices;
		out->promises = items.v[0].promises;
		out->requests = items.v[0].requests;
		out->said = items.v[0].said;
		provisional_add(&items.v[0].transitions, &out->transitions);
	}
	item_parts_apply(out);
	return db_item_regroup(shelf->session->db, out, shelf->arena, err);
}

enum status register_resolve(struct session *session, const struct mention_ids *mentions, struct items *out,
			     struct err *err)
{
	struct shelf shelf = {.session = session, .arena = session->arena};
	struct sources sources = {0};
	enum status status = sources_read(&shelf, mentions, &sources, err);
	if (status == OK)
		resolve_items(&sources, session->arena, out);
	return status;
}

enum status register_next(struct session *session, int64_t *after, int most, struct items *out,
			  struct outcome_marks *marks, struct err *err)
{
	struct shelf shelf = {.session = session, .arena = session->arena};
	enum status status = db_items_next(session->db, after, most, session->arena, out, marks, err);
	for (size_t i = 0; status == OK && i < out->n; i++)
		if (out->v[i].mentions.n)
			status = papers_add(&shelf, &out->v[i], err);
	return status;
}

enum status register_item(struct session *session, const char *ref, struct arena *arena, struct item *out,
			  struct err *err)
{
	struct shelf shelf = {.session = session, .arena = arena};
	enum status status = db_item_load(session->db, ref, arena, out, err);
	return status == OK ? papers_add(&shelf, out, err) : status;
}

enum status register_decided(struct session *session, const char *ref, struct item *out, struct err *err)
{
	struct shelf shelf = {.session = session, .arena = session->arena};
	enum status status = db_item_decided(session->db, ref, session->arena, out, err);
	return status == OK ? papers_add(&shelf, out, err) : status;
}

enum status register_items(struct session *session, const struct item_choice *choice, const struct names *refs,
			   struct items *out, struct names *gone, struct err *err)
{
	struct shelf shelf = {.session = session, .arena = session->arena};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < refs->n; i++) {
		struct item item;
		status = db_item_load(session->db, refs->v[i], session->arena, &item, err);
		if (status == E_NOT_FOUND) {
			*list_push(session->arena, gone) = refs->v[i];
			status = OK;
		} else if (status == OK && (!choice || choice->wants(choice->user, &item))) {
			status = papers_add(&shelf, &item, err);
			*list_push(session->arena, out) = item;
		}
	}
	return status;
}

enum status register_derive(struct session *session, const struct names *refs, struct register_changes *out,
			    struct err *err)
{
	struct items items = {0};
	struct names found = {0}, gone = {0};
	enum status status = register_items(session, NULL, refs, &items, &gone, err);
	for (size_t i = 0; status == OK && i < gone.n; i++)
		status =
			db_derivation_set(session->db, arena_printf(session->arena, "failed %s", gone.v[i]), NULL, err);
	for (size_t i = 0; i < items.n; i++)
		*list_push(session->arena, &found) = items.v[i].ref;
	out->items += (int)items.n;
	return status == OK ? derive(session, &items, &found, &out->followups, err) : status;
}

enum status register_derive_one(struct session *session, const char *ref, struct err *err)
{
	struct names refs = {0};
	struct register_changes changes = {0};
	*list_push(session->arena, &refs) = ref;
	return register_derive(session, &refs, &changes, err);
}
