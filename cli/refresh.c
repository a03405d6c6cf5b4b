/* refresh.c: what was read and derived by another griffie, or with other packs, is read and derived anew.
 *
 * The register keeps what its items and follow-ups were made with: a row "reader", a row "pack ID" for each pack, and a row "failed REF" for
 * each item for which a rule failed. Papers come first, since items change with them. Every batch is a transaction; the rows are written
 * at the end, so that what is interrupted begins again. Other packs may know other recesses and other words for outcomes: papers are read
 * again for them too.
 */
#include "cli/print.h"
#include "cli/trial.h"

enum { BATCH = 256 };

static const char pack_row[] = "pack ", failed_row[] = "failed ";

/* What differs. */
struct lag {
	bool reader;
	struct names packs;  /* ids of those that came, changed or went */
	struct names failed; /* refs */
};

static bool has_prefix(const char *text, const char *prefix)
{
	return strncmp(text, prefix, strlen(prefix)) == 0;
}

static const char *reader_now(struct arena *arena)
{
	return arena_printf(arena, "%d", READER_VERSION);
}

static enum status packs_compare(struct session *session, struct lag *lag, struct err *err)
{
	const struct pack *packs;
	size_t n = rules_packs(session->rules, &packs);
	enum status status = OK;
	for (size_t i = 0; status == OK && i < n; i++) {
		const char *then = NULL;
		const char *name = arena_printf(session->arena, "%s%s", pack_row, packs[i].id);
		status = db_derivation_get(session->db, name, session->arena, &then, err);
		if (status == OK && (!then || strcmp(then, packs[i].sha256) != 0))
			*list_push(session->arena, &lag->packs) = packs[i].id;
	}
	return status;
}

static enum status lag_find(struct session *session, struct lag *out, struct err *err)
{
	struct derivations rows = {0};
	const char *reader = NULL;
	enum status status = packs_compare(session, out, err);
	if (status == OK)
		status = db_derivation_list(session->db, session->arena, &rows, err);
	for (size_t i = 0; i < rows.n; i++) {
		const char *name = rows.v[i].name;
		if (strcmp(name, "reader") == 0)
			reader = rows.v[i].value;
		else if (has_prefix(name, failed_row))
			*list_push(session->arena, &out->failed) = name + sizeof failed_row - 1;
		else if (has_prefix(name, pack_row) && !session_pack(session, name + sizeof pack_row - 1))
			*list_push(session->arena, &out->packs) = name + sizeof pack_row - 1;
	}
	out->reader = !reader || strcmp(reader, reader_now(session->arena)) != 0;
	return status;
}

/* ---- the work ---- */

static enum status papers_step(struct session *session, const struct names *some, struct register_changes *out,
			       struct err *err)
{
	struct items items = {0};
	struct read_papers papers = {0};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < some->n; i++) {
		struct stored_document stored;
		struct document *document = arena_alloc(session->arena, sizeof *document);
		status = db_document_load(session->db, some->v[i], session->arena, &stored, err);
		if (status != OK)
			break;
		register_read(session, &stored, session->arena, document);
		*list_push(session->arena, &papers) = (struct read_paper){stored.sha256, document};
		status = db_document_save(session->db, &stored, document, err);
	}
	return status == OK ? register_update(session, &papers, &items, out, err) : status;
}

/* One kind of work on a long list. */
struct pass {
	const char *label;
	enum status (*step)(struct session *session, const struct names *some, struct register_changes *out,
			    struct err *err);
};

static enum status batch_run(struct session *session, const struct pass *pass, const struct names *some,
			     struct register_changes *out, struct err *err)
{
	struct arena *own = session->arena;
	struct register_changes changes = *out;
	enum status status = db_begin(session->db, err);
	if (status != OK)
		return status;
	session->arena = arena_new(); /* what is made goes with the batch */
	status = pass->step(session, some, &changes, err);
	if (status == OK)
		status = db_commit(session->db, err);
	else
		db_rollback(session->db);
	if (status == OK)
		*out = changes;
	arena_free(session->arena);
	session->arena = own;
	return status;
}

static enum status pass_run(struct session *session, const struct pass *pass, const struct names *all,
			    struct register_changes *out, struct err *err)
{
	enum status status = OK;
	for (size_t at = 0; status == OK && at < all->n; at += BATCH) {
		struct names some = {.v = all->v + at, .n = all->n - at < BATCH ? all->n - at : BATCH};
		progress_show(session, _(pass->label), at, all->n);
		status = batch_run(session, pass, &some, out, err);
		if (status == OK && session_interrupted())
			status = err_set(err, E_IO, "%s", _("stopped; the same command begins this again"));
	}
	progress_clear(session);
	return status;
}

static enum status stamp_write(struct session *session, const struct lag *lag, struct err *err)
{
	enum status status = db_begin(session->db, err);
	if (status != OK)
		return status;
	if (lag->reader)
		status = db_derivation_set(session->db, "reader", reader_now(session->arena), err);
	for (size_t i = 0; status == OK && i < lag->packs.n; i++) {
		const struct pack *pack = session_pack(session, lag->packs.v[i]);
		status = db_derivation_set(session->db, arena_printf(session->arena, "%s%s", pack_row, lag->packs.v[i]),
					   pack ? pack->sha256 : NULL, err);
	}
	if (status == OK)
		return db_commit(session->db, err);
	db_rollback(session->db);
	return status;
}

/* ---- the question ---- */

/* The first few, for a line. */
static const char *names_text(const struct session *session, const struct names *names)
{
	enum { FEW = 3 };
	const char *all = "";
	for (size_t i = 0; i < names->n && i < FEW; i++)
		all = arena_printf(session->arena, "%s%s%s", all, i ? ", " : "", names->v[i]);
	return names->n > FEW ? arena_printf(session->arena, "%s ...", all) : all;
}

/* Only a plain yes is one. */
static bool answer_is_yes(void)
{
	static const char *const yes[] = {"y", "yes", "j", "ja"};
	char line[16];
	if (!fgets(line, sizeof line, stdin))
		return false;
	struct slice said = slice_trim(slice_of(line));
	for (size_t i = 0; i < ARRAY_SIZE(yes); i++)
		if (said.n == strlen(yes[i]) && slice_begins(said, yes[i]))
			return true;
	return false;
}

static enum status question_ask(const struct session *session, const struct lag *lag, const struct trial_counts *counts,
				struct err *err)
{
	const char *packs = names_text(session, &lag->packs);
	size_t moved = counts->of[CHANGE_MOVED], gone = counts->of[CHANGE_WITHDRAWN], state = counts->of[CHANGE_STATE];
	if (!session->asks)
		return err_set(err, E_REFUSED,
			       _("other rule packs than before (%s); stored follow-ups that would move: %zu, go: %zu, "
				 "change state: %zu; see 'griffie rules try', then give --yes"),
			       packs, moved, gone, state);
	print_message(
		arena_printf(session->arena,
			     _("other rule packs than before (%s); stored follow-ups that would move: %zu, go: %zu, "
			       "change state: %zu; new ones: %zu; see 'griffie rules try'"),
			     packs, moved, gone, state, counts->of[CHANGE_ADDED]));
	fputs(_("go on? [y/N] "), stderr);
	fflush(stderr);
	if (answer_is_yes())
		return OK;
	return err_set(err, E_REFUSED, "%s", _("nothing was changed"));
}

/* Whether the items of other packs cannot be concerned: not when a pack went, of which nobody knows any more whom it served. */
static bool are_loaded(const struct session *session, const struct names *packs)
{
	for (size_t i = 0; i < packs->n; i++)
		if (!session_pack(session, packs->v[i]))
			return false;
	return true;
}

/* What is stored, and stands in people's calendars, does not move unseen. What is only new, or changes nothing that they see, needs no
 * question; nor does what another reader finds, which no pack decides. */
static enum status packs_confirm(struct session *session, const struct lag *lag, struct err *err)
{
	struct trial_counts counts = {0};
	struct trial trial = {
		.since = DATE_NONE, .packs = are_loaded(session, &lag->packs) ? &lag->packs : NULL, .silent = true};
	if (session->yes || !lag->packs.n)
		return OK;
	enum status status = trial_run(session, &trial, &counts, err);
	bool moves = counts.of[CHANGE_MOVED] || counts.of[CHANGE_WITHDRAWN] || counts.of[CHANGE_STATE];
	return status == OK && moves ? question_ask(session, lag, &counts, err) : status;
}

/* Says what is done, and why. */
static void tell(struct session *session, const struct lag *lag)
{
	struct buf packs;
	if (session->quiet)
		return;
	buf_init(&packs);
	for (size_t i = 0; i < lag->packs.n; i++)
		buf_printf(&packs, "%s%s", i ? ", " : "", lag->packs.v[i]);
	if (lag->reader)
		print_message(_("papers are read otherwise than before: all are read again, and all follow-ups derived "
				"anew"));
	else if (lag->packs.n)
		print_message(arena_printf(session->arena,
					   _("other rule packs than before (%s): all follow-ups are derived anew"),
					   packs.p));
	else
		print_message(_("items for which a rule failed before are tried again"));
	buf_release(&packs);
}

/* What is to be done: all of it, or the items that failed. Items are read when the papers are, which may make others of them. */
static enum status work_run(struct session *session, bool all, const struct lag *lag, const struct names *papers,
			    struct register_changes *out, struct err *err)
{
	static const struct pass reading = {N_("reading again"), papers_step};
	static const struct pass deriving = {N_("deriving"), register_derive};
	struct register_changes read = {0};
	enum status status = pass_run(session, &reading, papers, &read, err);
	out->followups = read.followups;
	if (status == OK)
		status = all ? register_derive_all(session, out, err)
			     : pass_run(session, &deriving, &lag->failed, out, err);
	return status == OK && (lag->reader || lag->packs.n) ? stamp_write(session, lag, err) : status;
}

enum status register_lag(struct session *session, struct names *packs, bool *reader, struct err *err)
{
	struct lag lag = {0};
	enum status status = lag_find(session, &lag, err);
	*packs = lag.packs;
	*reader = lag.reader;
	return status;
}

enum status register_refresh(struct session *session, bool always, struct register_changes *out, struct err *err)
{
	struct lag lag = {0};
	struct names papers = {0};
	size_t items = 0;
	enum status status = lag_find(session, &lag, err);
	bool differs = lag.reader || lag.packs.n;
	if (session->needs & NEED_WRITE) /* a word about one item does not wait for the failures of others */
		lag.failed.n = 0;
	if (status != OK || (!always && !differs && !lag.failed.n))
		return status;
	status = db_document_list(session->db, session->arena, &papers, err);
	if (status == OK)
		status = db_item_count(session->db, &items, err);
	if (status == OK && items)
		status = packs_confirm(session, &lag, err);
	if (status == OK && (papers.n || items) && (!always || lag.reader))
		tell(session, &lag);
	if (!lag.reader && !lag.packs.n)
		papers.n = 0;
	return status == OK ? work_run(session, always || differs, &lag, &papers, out, err) : status;
}
