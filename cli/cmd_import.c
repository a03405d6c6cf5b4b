/* cmd_import.c: griffie import: reads files and folders into the register.
 *
 * Papers are extracted and read in batches; a batch is one transaction, and its files are reported when it is committed. So what was
 * reported is in the register, whatever happens next.
 */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "ingest/ingest.h"

#include <unistd.h>

enum { BATCH = 256, BATCH_BYTES = 24 * 1024 * 1024 };

enum outcome { NEW, UNCHANGED, QUARANTINED, FAILED, OUTCOME_COUNT };

static const char *const outcomes[] = {
	[NEW] = "new", [UNCHANGED] = "unchanged", [QUARANTINED] = "quarantined", [FAILED] = "failed"};

/* One file of the batch, to be reported when the batch is in. */
struct reported {
	const char *path;
	const char *sha256; /* NULL when it failed */
	const char *kind;   /* of the paper; NULL */
	const char *reason; /* NULL when there is nothing to say */
	enum outcome outcome;
};

struct batch {
	struct session *session;
	const struct paths *paths;
	struct arena *arena; /* of the batch */
	struct {
		struct reported *v;
		size_t n, cap;
	} files;
	struct {
		struct stored_document *v;
		size_t n, cap;
	} papers;
	struct {
		struct document **v;
		size_t n, cap;
	} documents;
	size_t bytes;
	int counts[OUTCOME_COUNT];
	struct register_changes changes;
	size_t done;
};

static bool is_known(void *user, const char *sha256)
{
	struct batch *batch = user;
	bool known = false;
	for (size_t i = 0; i < batch->papers.n && !known; i++)
		known = strcmp(batch->papers.v[i].sha256, sha256) == 0;
	if (!known && db_document_known(batch->session->db, sha256, &known, NULL) != OK)
		return false;
	return known;
}

static const char *item_of(const struct items *items, const char *sha256)
{
	const char *found = NULL;
	for (size_t i = 0; sha256 && i < items->n; i++)
		for (size_t k = 0; k < items->v[i].papers.n; k++)
			if (strcmp(items->v[i].papers.v[k].document, sha256) == 0) {
				if (found)
					return NULL; /* a decision list: many */
				found = items->v[i].ref;
			}
	return found;
}

static void report_json(const struct reported *file, const char *item)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "path", file->path);
	json_text(&json, "status", outcomes[file->outcome]);
	json_text(&json, "item", item);
	json_text(&json, "kind", file->kind);
	json_text(&json, "reason", file->reason);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static void report(struct batch *batch, const struct items *items)
{
	struct session *session = batch->session;
	progress_clear(session);
	for (size_t i = 0; i < batch->files.n; i++) {
		const struct reported *file = &batch->files.v[i];
		batch->counts[file->outcome]++;
		if (session->json)
			report_json(file, item_of(items, file->sha256));
		else if (file->reason)
			fprintf(stderr, "griffie: %s: %s\n", file->path, file->reason);
	}
	fflush(stdout);
}

static enum status save(struct batch *batch, struct items *items, struct err *err)
{
	struct session *session = batch->session;
	struct names documents = {0};
	struct register_changes changes = {0};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < batch->papers.n; i++) {
		status = db_document_save(session->db, &batch->papers.v[i], batch->documents.v[i], err);
		*list_push(batch->arena, &documents) = batch->papers.v[i].sha256;
	}
	for (size_t i = 0; status == OK && i < batch->files.n; i++) {
		const struct reported *file = &batch->files.v[i];
		if (file->outcome == FAILED || file->outcome == QUARANTINED)
			status = db_quarantine(session->db, file->path, file->sha256, file->reason, err);
	}
	if (status == OK && documents.n)
		status = register_update(session, &documents, items, &changes, err);
	batch->changes.items += changes.items;
	batch->changes.followups.added += changes.followups.added;
	batch->changes.followups.changed += changes.followups.changed;
	batch->changes.followups.withdrawn += changes.followups.withdrawn;
	return status;
}

/* Writes the batch in one transaction, reports it, and begins a new one. */
static enum status flush(struct batch *batch, struct err *err)
{
	struct session *session = batch->session;
	struct arena *own = session->arena;
	struct items items = {0};
	session->arena = batch->arena; /* what register_update makes goes with the batch */
	enum status status = db_begin(session->db, err);
	if (status == OK) {
		status = save(batch, &items, err);
		if (status == OK)
			status = db_commit(session->db, err);
		else
			db_rollback(session->db);
	}
	if (status == OK)
		report(batch, &items);
	session->arena = own;
	arena_free(batch->arena);
	batch->arena = arena_new();
	batch->files.n = batch->files.cap = batch->papers.n = batch->papers.cap = 0;
	batch->documents.n = batch->documents.cap = batch->bytes = 0;
	return status;
}

/* What the clerk must decide, since it is not guessed; NULL when nothing. */
static const char *open_question(const struct document *document)
{
	for (size_t i = 0; i < document->findings.n; i++)
		if (strcmp(document->findings.v[i].name, "unknown_status") == 0)
			return document->findings.v[i].detail;
	return NULL;
}

/* Keeps what was read until the batch is written: the text must outlive the paper's own arena. */
static void keep(struct batch *batch, const struct paper *paper)
{
	struct session *session = batch->session;
	int on = DATE_NONE;
	if (option_day(session, "on", &on, NULL) != OK)
		on = DATE_NONE;
	struct stored_document *stored = list_push(batch->arena, &batch->papers);
	*stored = (struct stored_document){
		.sha256 = arena_text(batch->arena, slice_of(paper->sha256)),
		.path = arena_text(batch->arena, slice_of(paper->path)),
		.text = {arena_text(batch->arena, paper->text), paper->text.n},
		.pages = paper->pages,
		.body = session->body,
		.on = on,
	};
	struct document_context context = {stored->body, stored->on, session_calendar, session};
	struct document *document = arena_alloc(batch->arena, sizeof *document);
	document_read(stored->text, &context, batch->arena, document);
	*list_push(batch->arena, &batch->documents) = document;
	batch->bytes += paper->text.n;
	const char *question = open_question(document);
	const char *remark = paper->remark ? arena_text(batch->arena, slice_of(paper->remark)) : NULL;
	*list_push(batch->arena, &batch->files) = (struct reported){
		.path = stored->path,
		.sha256 = stored->sha256,
		.kind = document_kind_to_text(document->kind),
		.reason = question ? question : remark,
		.outcome = question ? QUARANTINED : NEW,
	};
}

static enum status take(void *user, size_t index, enum status status, struct paper *paper, struct arena *arena,
			struct err *err)
{
	(void)arena;
	struct batch *batch = user;
	const char *path = batch->paths->v[index];
	bool readable = status == OK;
	if (readable && is_known(batch, paper->sha256))
		*list_push(batch->arena, &batch->files) =
			(struct reported){.path = path,
					  .sha256 = arena_text(batch->arena, slice_of(paper->sha256)),
					  .outcome = UNCHANGED};
	else if (readable)
		keep(batch, paper);
	else
		*list_push(batch->arena, &batch->files) = (struct reported){
			.path = path, .reason = arena_text(batch->arena, slice_of(err->msg)), .outcome = FAILED};
	progress_show(batch->session, _("reading"), ++batch->done, batch->paths->n);
	if (session_interrupted())
		return err_set(err, E_REFUSED, "%s", "interrupted");
	err->msg[0] = '\0';
	return batch->files.n >= BATCH || batch->bytes >= BATCH_BYTES ? flush(batch, err) : OK;
}

static void summarise(const struct batch *batch)
{
	const struct session *session = batch->session;
	if (session->quiet || session->json)
		return;
	printf(_("%d papers read, %d known already, %d failed\n"), batch->counts[NEW] + batch->counts[QUARANTINED],
	       batch->counts[UNCHANGED], batch->counts[FAILED]);
	if (batch->counts[QUARANTINED])
		printf(_("%d papers have a question for you: see above\n"), batch->counts[QUARANTINED]);
	printf(_("%d items new or changed; follow-ups: %d new, %d changed, %d withdrawn\n"), batch->changes.items,
	       batch->changes.followups.added, batch->changes.followups.changed, batch->changes.followups.withdrawn);
	if (batch->counts[NEW])
		printf("%s\n", _("next: griffie due"));
}

/* A path that is not there is one failure among the files, not the end of all. */
static enum status walk(struct batch *batch, struct paths *paths, struct err *err)
{
	struct session *session = batch->session;
	for (int i = 0; i < session->argument_count; i++) {
		enum status status = ingest_walk(session->arguments[i], session->arena, paths, err);
		bool single = session->argument_count == 1;
		if (status != OK && (single || (status != E_NOT_FOUND && status != E_IO && status != E_INVALID)))
			return status;
		if (status != OK)
			*list_push(batch->arena, &batch->files) =
				(struct reported){.path = session->arguments[i],
						  .reason = arena_text(batch->arena, slice_of(err->msg)),
						  .outcome = FAILED};
	}
	err->msg[0] = '\0';
	return OK;
}

static enum status read_all(struct batch *batch, const struct paths *paths, struct err *err)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	struct ingest_sink sink = {take, is_known, batch};
	enum status status = ingest_read_all(paths, cores > 1 ? (int)cores : 1, &sink, err);
	if (session_interrupted()) /* what was read is kept */
		status = OK;
	if (status == OK && batch->files.n)
		status = flush(batch, err);
	progress_clear(batch->session);
	return status;
}

static enum status run(struct session *session, struct err *err)
{
	struct paths paths = {0};
	struct batch batch = {.session = session, .paths = &paths, .arena = arena_new()};
	int on;
	enum status status = option_day(session, "on", &on, err);
	if (status == OK)
		status = walk(&batch, &paths, err);
	if (status == OK)
		status = read_all(&batch, &paths, err);
	if (status == OK)
		summarise(&batch);
	arena_free(batch.arena);
	if (status == OK && session_interrupted())
		return err_set(err, E_IO, _("stopped after %zu of %zu files; give the same command again to go on"),
			       batch.done, paths.n);
	if (status == OK && batch.counts[FAILED])
		return err_set(err, E_INVALID, _("%d of %d files could not be read; the others are in the register"),
			       batch.counts[FAILED],
			       batch.counts[NEW] + batch.counts[QUARANTINED] + batch.counts[UNCHANGED] +
				       batch.counts[FAILED]);
	return status;
}

const struct command command_import = {
	.name = "import",
	.usage = "PATH...",
	.help = N_("read files and folders into the register"),
	.more = N_("Reads PDF and plain text. A paper is recognised by what it says; a file that is in the register "
		   "already changes\n"
		   "nothing, under another name too. One bad file is reported and the others are read."),
	.needs = NEED_RULES | NEED_DB,
	.least = 1,
	.most = ARGUMENTS_MOST,
	.options = {{"on", "DATE", N_("the day of papers that name none"), 0}},
	.run = run,
};
