/* cmd_import.c: griffie import: reads files and folders into the register.
 *
 * Papers are extracted and read in batches; a batch is one transaction, and its files are reported when it is committed. So what was
 * reported is in the register, whatever happens next.
 */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "ingest/ingest.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BATCH = 256, BATCH_BYTES = 24 * 1024 * 1024 };

enum outcome { NEW, UPDATED, UNCHANGED, QUARANTINED, FAILED, OUTCOME_COUNT };

static const char *const outcomes[] = {[NEW] = "new",
				       [UPDATED] = "updated",
				       [UNCHANGED] = "unchanged",
				       [QUARANTINED] = "quarantined",
				       [FAILED] = "failed"};

/* One file of the batch, to be reported when the batch is in. */
struct reported {
	const char *path;
	const char *place;  /* the file itself, links followed; NULL when it is not there */
	const char *sha256; /* NULL when its bytes could not be read */
	const char *kind;   /* of the paper; NULL */
	const char *reason; /* in English, as it is stored; NULL when there is nothing to say */
	enum outcome outcome;
	bool known; /* the register has it already */
};

struct batch {
	struct session *session;
	const struct paths *paths;
	struct err *err;                 /* for the user; what was wrong with a file is told apart from it */
	struct open_questions questions; /* of papers that the register has, or that were read by now */
	struct arena *arena;             /* of the batch */
	struct {
		struct reported *v;
		size_t n, cap;
	} files;
	struct {
		struct stored_document *v;
		size_t n, cap;
	} papers;
	struct read_papers documents; /* of `papers`, in the same order */
	size_t bytes;
	int counts[OUTCOME_COUNT];
	int again; /* of those with a question: known before */
	struct register_changes changes;
	size_t done;
	bool stopped; /* by Ctrl-C, between two files */
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

/* What is still asked about a paper; NULL when nothing. */
static const char *question_of(const struct batch *batch, const char *sha256)
{
	for (size_t i = 0; i < batch->questions.n; i++)
		if (batch->questions.v[i].sha256 && strcmp(batch->questions.v[i].sha256, sha256) == 0)
			return batch->questions.v[i].reason;
	return NULL;
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

static enum status report(struct batch *batch, const struct items *items, struct err *err)
{
	struct session *session = batch->session;
	progress_clear(session);
	for (size_t i = 0; i < batch->files.n; i++) {
		const struct reported *file = &batch->files.v[i];
		batch->counts[file->outcome]++;
		batch->again += file->known && file->outcome == QUARANTINED;
		if (session->json)
			report_json(file, item_of(items, file->sha256));
		else if (file->reason)
			print_message(arena_printf(batch->arena, "%s: %s", file->path,
						   register_reason(session, file->reason)));
	}
	return session_printed(err);
}

/* What another paper said at the same place no longer counts when this one puts it right. */
static enum status save_place(struct session *session, struct reported *file, struct read_papers *papers,
			      struct err *err)
{
	size_t before = papers->n;
	if (file->outcome == FAILED || !file->place)
		return OK;
	enum status status = register_place(session, file->place, file->sha256, papers, err);
	if (papers->n > before && (file->outcome == NEW || file->outcome == UNCHANGED))
		file->outcome = UPDATED;
	return status;
}

/* What is to be put right or decided stands in the register until it is. */
static enum status save_question(struct session *session, const struct reported *file, struct err *err)
{
	if (file->known)
		return db_quarantine_remove(session->db, file->path, file->sha256, err);
	return file->outcome == FAILED ? db_quarantine(session->db, file->path, file->sha256, file->reason, err) : OK;
}

static enum status save(struct batch *batch, struct items *items, struct register_changes *changes, struct err *err)
{
	struct session *session = batch->session;
	struct read_papers *documents = &batch->documents;
	enum status status = OK;
	for (size_t i = 0; status == OK && i < batch->papers.n; i++)
		status = db_document_save(session->db, &batch->papers.v[i], documents->v[i].document, err);
	for (size_t i = 0; status == OK && i < batch->files.n; i++)
		status = save_question(session, &batch->files.v[i], err);
	for (size_t i = 0; status == OK && i < batch->files.n; i++)
		status = save_place(session, &batch->files.v[i], documents, err);
	return status == OK && documents->n ? register_update(session, documents, items, changes, err) : status;
}

/* Writes the batch in one transaction, reports it, and begins a new one. */
static enum status flush(struct batch *batch, struct err *err)
{
	struct session *session = batch->session;
	struct arena *own = session->arena;
	struct items items = {0};
	struct register_changes changes = batch->changes;
	session->arena = batch->arena; /* what register_update makes goes with the batch */
	enum status status = db_begin(session->db, err);
	if (status == OK) {
		status = save(batch, &items, &changes, err);
		if (status == OK)
			status = db_commit(session->db, err);
		else
			db_rollback(session->db);
	}
	if (status == OK) {
		batch->changes = changes;
		status = report(batch, &items, err);
	}
	session->arena = own;
	arena_free(batch->arena);
	batch->arena = arena_new();
	batch->files.n = batch->files.cap = batch->papers.n = batch->papers.cap = 0;
	batch->documents.n = batch->documents.cap = batch->bytes = 0;
	return status;
}

/* The file itself, whatever it was called by; NULL when it is gone. */
static const char *place_of(const struct batch *batch, const char *path)
{
	char *real = realpath(path, NULL);
	const char *place = real ? arena_text(batch->arena, slice_of(real)) : NULL;
	free(real);
	return place;
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
		.place = place_of(batch, paper->path),
	};
	struct document *document = arena_alloc(batch->arena, sizeof *document);
	register_read(session, stored, batch->arena, document);
	*list_push(batch->arena, &batch->documents) = (struct read_paper){stored->sha256, document};
	batch->bytes += paper->text.n;
	const char *question = register_question(document);
	if (question)
		*list_push(session->arena, &batch->questions) =
			(struct open_question){.sha256 = arena_text(session->arena, slice_of(paper->sha256)),
					       .reason = arena_text(session->arena, slice_of(question))};
	const char *remark = paper->remark ? arena_text(batch->arena, slice_of(paper->remark)) : NULL;
	*list_push(batch->arena, &batch->files) = (struct reported){
		.path = stored->path,
		.place = stored->place,
		.sha256 = stored->sha256,
		.kind = document_kind_to_text(document->kind),
		.reason = question ? question : remark,
		.outcome = question ? QUARANTINED : NEW,
	};
}

/* A file that the register has already: its question is told again as long as it is open. */
static struct reported known_file(const struct batch *batch, const char *path, const struct paper *paper)
{
	const char *question = question_of(batch, paper->sha256);
	return (struct reported){
		.path = path,
		.place = place_of(batch, path),
		.sha256 = arena_text(batch->arena, slice_of(paper->sha256)),
		.reason = question,
		.outcome = question ? QUARANTINED : UNCHANGED,
		.known = true,
	};
}

static struct reported failed_file(const struct batch *batch, const char *path, const struct paper *paper,
				   const struct err *why)
{
	return (struct reported){
		.path = path,
		.sha256 = *paper->sha256 ? arena_text(batch->arena, slice_of(paper->sha256)) : NULL,
		.reason = arena_text(batch->arena, slice_of(why->msg)),
		.outcome = FAILED,
	};
}

static enum status take(void *user, size_t index, enum status status, struct paper *paper, struct arena *arena,
			struct err *why)
{
	(void)arena;
	struct batch *batch = user;
	const char *path = batch->paths->v[index];
	if (status != OK)
		*list_push(batch->arena, &batch->files) = failed_file(batch, path, paper, why);
	else if (is_known(batch, paper->sha256))
		*list_push(batch->arena, &batch->files) = known_file(batch, path, paper);
	else
		keep(batch, paper);
	progress_show(batch->session, _("reading"), ++batch->done, batch->paths->n);
	if (session_interrupted() && batch->done < batch->paths->n) {
		batch->stopped = true;
		return E_REFUSED;
	}
	bool full = batch->files.n >= BATCH || batch->bytes >= BATCH_BYTES;
	return full ? flush(batch, batch->err) : OK;
}

static void summarise(const struct batch *batch)
{
	const struct session *session = batch->session;
	if (session->quiet || session->json)
		return;
	printf(_("%d papers read, %d known already, %d failed\n"),
	       batch->counts[NEW] + batch->counts[UPDATED] + batch->counts[QUARANTINED] - batch->again,
	       batch->counts[UNCHANGED] + batch->again, batch->counts[FAILED]);
	if (batch->counts[UPDATED])
		printf(_("%d papers replace what was read from the same files before\n"), batch->counts[UPDATED]);
	if (batch->counts[QUARANTINED])
		printf(_("%d papers have a question for you: see above\n"), batch->counts[QUARANTINED]);
	printf(_("%d items new or changed; follow-ups: %d new, %d changed, %d withdrawn\n"), batch->changes.items,
	       batch->changes.followups.added, batch->changes.followups.changed, batch->changes.followups.withdrawn);
	if (batch->counts[NEW] + batch->counts[UPDATED])
		printf("%s\n", _("next: griffie due"));
}

static bool is_file(const char *path, const struct stat *file)
{
	struct stat st;
	return lstat(path, &st) == 0 && st.st_dev == file->st_dev && st.st_ino == file->st_ino;
}

/* The register itself lies in the working folder, as a rule: it is no paper. */
static void leave_register_out(const struct session *session, struct paths *paths, size_t first)
{
	struct stat file;
	size_t n = first;
	if (stat(session->db_path, &file) != 0)
		return;
	for (size_t i = first; i < paths->n; i++)
		if (!is_file(paths->v[i], &file))
			paths->v[n++] = paths->v[i];
	paths->n = n;
}

/* A path that is not there is one failure among the files, not the end of all. */
static enum status walk(struct batch *batch, struct paths *paths, struct err *err)
{
	struct session *session = batch->session;
	bool single = session->argument_count == 1;
	for (int i = 0; i < session->argument_count; i++) {
		size_t first = paths->n;
		struct err why = {0}; /* in English: it is stored */
		enum status status = ingest_walk(session->arguments[i], session->arena, paths, single ? err : &why);
		if (status == OK && (paths->n != first + 1 || strcmp(paths->v[first], session->arguments[i]) != 0))
			leave_register_out(session, paths, first);
		if (status != OK && single)
			return status;
		if (status != OK)
			*list_push(batch->arena, &batch->files) =
				(struct reported){.path = session->arguments[i],
						  .reason = arena_text(batch->arena, slice_of(why.msg)),
						  .outcome = FAILED};
	}
	return OK;
}

/* What was read before Ctrl-C is kept. */
static enum status read_all(struct batch *batch, const struct paths *paths, struct err *err)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	struct ingest_sink sink = {take, is_known, batch};
	struct err why = {0}; /* in English: it is stored */
	enum status status = ingest_read_all(paths, cores > 1 ? (int)cores : 1, &sink, &why);
	if (batch->stopped)
		status = OK;
	if (status == OK && batch->files.n)
		status = flush(batch, err);
	progress_clear(batch->session);
	return status;
}

/* Nothing is passed by in silence. */
static void tell_left_out(const struct session *session, size_t n)
{
	if (n == 1)
		print_message(_("1 link or special file was left out"));
	else if (n)
		print_message(arena_printf(session->arena, _("%zu links and special files were left out"), n));
}

static enum status run(struct session *session, struct err *err)
{
	struct paths paths = {0};
	struct batch batch = {.session = session, .paths = &paths, .err = err, .arena = arena_new()};
	int on;
	enum status status = option_day(session, "on", &on, err);
	if (status == OK)
		status = db_quarantine_list(session->db, session->arena, &batch.questions, err);
	if (status == OK)
		status = walk(&batch, &paths, err);
	if (status == OK)
		status = read_all(&batch, &paths, err);
	if (status == OK)
		summarise(&batch);
	if (status == OK && !session->quiet)
		tell_left_out(session, paths.left_out);
	arena_free(batch.arena);
	if (status == OK && batch.stopped)
		return err_set(err, E_IO, _("stopped after %zu of %zu files; give the same command again to go on"),
			       batch.done, paths.n);
	if (status == OK && batch.counts[FAILED])
		return err_set(err, E_INVALID, _("%d of %d files could not be read; the others are in the register"),
			       batch.counts[FAILED],
			       batch.counts[NEW] + batch.counts[UPDATED] + batch.counts[QUARANTINED] +
				       batch.counts[UNCHANGED] + batch.counts[FAILED]);
	return status;
}

const struct command command_import = {
	.name = "import",
	.usage = "PATH...",
	.help = N_("read files and folders into the register"),
	.more = N_("Reads PDF and plain text. A paper is recognised by what it says; a file that is in the register "
		   "already changes\n"
		   "nothing, under another name too. One bad file is reported and the others are read."),
	.needs = NEED_RULES | NEED_DB | NEED_FRESH | NEED_STOP,
	.least = 1,
	.most = ARGUMENTS_MOST,
	.options = {{"on", "DATE", N_("the day of papers that name none"), 0}},
	.run = run,
};
