/* register_all.c: all items through the rules as on a belt: while the worker derives one batch, the one before is stored and the next one is
 * read. A chunk of batches is a transaction, so that no other griffie changes an item between its reading and its storing; what is
 * held in memory is two batches.
 */
#include "cli/print.h"

enum { BATCH = 256, CHUNK = 32 };

struct batch {
	struct arena *arena; /* of what is read and made for it */
	struct items items;  /* none: there is no such batch */
	struct outcome_marks marks;
	struct derivation *derivation;
	struct derived derived;
};

struct belt {
	struct session *session;
	int64_t after; /* the number of the last item that was read */
	bool at_end;   /* there are no more */
	size_t all;
	struct register_changes changes;
};

static enum status batch_read(struct belt *belt, struct batch *out, struct err *err)
{
	struct arena *own = belt->session->arena;
	out->arena = belt->session->arena = arena_new();
	enum status status = register_next(belt->session, &belt->after, BATCH, &out->items, &out->marks, err);
	belt->session->arena = own;
	belt->at_end = status == OK && out->items.n == 0;
	return status;
}

static void batch_begin(struct belt *belt, struct batch *batch)
{
	if (batch->items.n)
		batch->derivation = rules_derive_begin(belt->session->rules, batch->items.v, batch->items.n,
						       &batch->marks, batch->arena);
}

static enum status batch_end(struct batch *batch, struct err *err)
{
	struct derivation *derivation = batch->derivation;
	batch->derivation = NULL;
	return derivation ? rules_derive_end(derivation, &batch->derived, err) : OK;
}

/* Those that gave something else than before, or of which that is not known. */
static struct items others_of(const struct batch *batch, struct arena *arena)
{
	struct items others = {0};
	for (size_t i = 0; i < batch->items.n; i++)
		if (!batch->marks.v[i].same)
			*list_push(arena, &others) = batch->items.v[i];
	return others;
}

static enum status marks_store(struct belt *belt, const struct batch *batch, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && i < batch->items.n; i++)
		if (!batch->marks.v[i].same)
			status = db_outcome_save(belt->session->db, batch->items.v[i].ref, &batch->marks.v[i], err);
	return status;
}

static enum status batch_store(struct belt *belt, const struct batch *batch, struct err *err)
{
	struct arena *own = belt->session->arena;
	const struct items others = others_of(batch, batch->arena);
	belt->session->arena = batch->arena;
	enum status status = register_store(belt->session, &others, &batch->derived, &belt->changes.followups, err);
	if (status == OK)
		status = marks_store(belt, batch, err);
	belt->session->arena = own;
	belt->changes.items += (int)batch->items.n;
	return status;
}

/* What the worker is still at is waited for: it must not answer to the next question. */
static void batch_release(struct batch *batch)
{
	if (batch_end(batch, NULL) == OK)
		batch->items.n = 0;
	arena_free(batch->arena);
	*batch = (struct batch){0};
}

static enum status chunk_derive(struct belt *belt, struct err *err)
{
	struct batch now = {0}, next = {0};
	enum status status = batch_read(belt, &now, err);
	batch_begin(belt, &now);
	for (int i = 1; status == OK && now.items.n; i++) {
		progress_show(belt->session, _("deriving"), (size_t)belt->changes.items, belt->all);
		if (i < CHUNK && !session_interrupted())
			status = batch_read(belt, &next, err);
		if (status == OK)
			status = batch_end(&now, err);
		if (status == OK) {
			batch_begin(belt, &next);
			status = batch_store(belt, &now, err);
		}
		batch_release(&now);
		now = next;
		next = (struct batch){0};
	}
	batch_release(&now);
	return status;
}

static enum status chunk_run(struct belt *belt, struct err *err)
{
	enum status status = db_begin(belt->session->db, err);
	if (status != OK)
		return status;
	status = chunk_derive(belt, err);
	if (status == OK)
		return db_commit(belt->session->db, err);
	db_rollback(belt->session->db);
	return status;
}

enum status register_derive_all(struct session *session, struct register_changes *out, struct err *err)
{
	struct belt belt = {.session = session, .changes = *out};
	enum status status = db_item_count(session->db, &belt.all, err);
	while (status == OK && !belt.at_end) {
		status = chunk_run(&belt, err);
		if (status == OK && !belt.at_end && session_interrupted())
			status = err_set(err, E_IO, "%s", _("stopped; the same command begins this again"));
	}
	progress_clear(session);
	*out = belt.changes;
	return status;
}
