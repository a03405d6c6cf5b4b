/* publish.c: which files a folder has, and what each is made of.
 *
 * What a file is made of is told by numbers of entries in the journal, so that what did not change is neither made nor read. A calendar
 * that has lost all that stood in it stays, and says that nothing is due: subscribers see the last event go, and no error.
 */
#include "site/publish.h"

#include "feed/address.h"
#include "feed/prepare.h"
#include "hash/sha256.h"
#include "site/html.h"
#include "site/secret.h"

/* Raised with every change by which a page would be written differently. */
enum { SITE_VERSION = 1 };

struct site {
	struct db *db;
	const struct publishing *p;
	struct folder *folder;
	struct arena *arena;
	struct prepared prepared;
	struct private_feeds secrets;
	struct folder_counts secret_counts;
	struct shown_rows rows[FORM_KINDS]; /* the same, but sorted by their own uids */
	struct selections selections[FORM_KINDS];
	struct page_calendars calendars;
	struct page_head head;
	size_t done; /* for the progress */
	size_t all;
};

static void step(struct site *site)
{
	site->done++;
	if (site->p->progress && site->done % 64 == 0)
		site->p->progress(site->p->user, site->done, site->all);
}

/* ---- calendars ---- */

static const char *calendar_path(const struct site *site, const char *name, int form)
{
	return arena_printf(site->arena, "feeds/%s-%s%s.ics", site->p->prefix, name, form == TASKS ? "-tasks" : "");
}

static const char *calendar_title(const struct site *site, const char *title)
{
	return arena_printf(site->arena, "%s – %s", site->p->title, title);
}

/* A file that is being filled; counts what goes into it. */
struct filling {
	struct outfile *file;
	size_t n;
	size_t bytes;
};

static enum status filling_add(void *user, struct slice text, struct err *err)
{
	struct filling *filling = user;
	filling->n++;
	filling->bytes += text.n;
	return outfile_add(filling->file, text.p, text.n, err);
}

/* What stands between head and end. */
struct content {
	const struct selection *selection;    /* NULL when it is by filters */
	const struct followup_filter *filter; /* NULL when it is a selection, or nothing */
};

static enum status content_add(const struct site *site, int form, const struct content *content,
			       struct filling *filling, struct err *err)
{
	enum status status = OK;
	const struct selection *selection = content->selection;
	if (content->filter)
		return db_rendition_walk(site->db, &site->prepared.renditions[form], content->filter, filling_add,
					 filling, err);
	for (size_t i = 0; status == OK && selection && i < selection->n; i++)
		status = db_rendition_component(site->db, &site->prepared.renditions[form],
						site->rows[form].v[selection->rows[i]].followup, filling_add, filling,
						err);
	return status;
}

static enum status calendar_fill(const struct site *site, int form, const char *title, const struct content *content,
				 struct filling *filling, struct err *err)
{
	struct buf around;
	buf_init(&around);
	enum status status = feed_begin(&site->prepared.forms[form], title, &around, err);
	if (status == OK)
		status = outfile_add(filling->file, around.p, around.n, err);
	if (status == OK)
		status = content_add(site, form, content, filling, err);
	around.n = 0;
	if (status == OK)
		status = feed_end(&site->prepared.forms[form], title, filling->n == 0, &around, err);
	if (status == OK)
		status = outfile_add(filling->file, around.p, around.n, err);
	buf_release(&around);
	return status;
}

static enum status calendar_put(struct site *site, const char *path, int form, const char *title, const char *made_of,
				const struct content *content, struct filling *filling, struct err *err)
{
	*filling = (struct filling){0};
	enum status status = folder_begin(site->folder, path, &filling->file, err);
	if (status != OK)
		return status;
	status = calendar_fill(site, form, title, content, filling, err);
	if (status == OK)
		return folder_add(site->folder, path, made_of, filling->file, err);
	outfile_drop(filling->file);
	return status;
}

/* Of the rows of a selection: changes whenever one comes, goes or may be written differently. */
static const char *made_of_rows(const struct site *site, int form, const struct selection *selection, const char *title)
{
	char digest[SHA256_TEXT];
	struct buf text;
	buf_init(&text);
	buf_printf(&text, "%d %s %s\n", SITE_VERSION, site->prepared.renditions[form].name, title);
	for (size_t i = 0; i < selection->n; i++) {
		const struct shown_row *row = &site->rows[form].v[selection->rows[i]];
		buf_printf(&text, "%s %s %lld\n", row->uid, row->made_of, (long long)row->last_modified);
	}
	sha256_text(text.p, text.n, digest);
	buf_release(&text);
	return arena_printf(site->arena, "rows %s", digest);
}

static void calendar_list(struct site *site, enum selection_group group, const char *name, const char *title, size_t n,
			  size_t bytes)
{
	struct page_calendar row = {group, title, calendar_path(site, name, EVENTS), calendar_path(site, name, TASKS),
				    n,     bytes};
	*list_push(site->arena, &site->calendars) = row;
}

static enum status selection_put(struct site *site, int form, const struct selection *selection, struct err *err)
{
	struct filling filling;
	const struct content content = {.selection = selection};
	const char *title = calendar_title(site, selection->title);
	const char *made_of = made_of_rows(site, form, selection, title);
	const char *path = calendar_path(site, selection->name, form);
	step(site);
	if (folder_keeps(site->folder, path, made_of))
		return OK;
	return calendar_put(site, path, form, title, made_of, &content, &filling, err);
}

static enum status selections_put(struct site *site, struct err *err)
{
	/* A component takes about so much: what a calendar that was kept weighs is not looked up. */
	enum { COMPONENT_BYTES = 1200 };
	const struct selections *all = &site->selections[EVENTS];
	enum status status = OK;
	for (int form = 0; form < FORM_KINDS; form++)
		for (size_t i = 0; status == OK && i < site->selections[form].n; i++)
			status = selection_put(site, form, &site->selections[form].v[i], err);
	for (size_t i = 0; status == OK && i < all->n; i++)
		calendar_list(site, all->v[i].group, all->v[i].name, all->v[i].title, all->v[i].n,
			      all->v[i].n * COMPONENT_BYTES);
	return status;
}

static enum status saved_put(struct site *site, const struct saved_selection *saved, struct err *err)
{
	struct filling filling[FORM_KINDS] = {{0}};
	const char *title = calendar_title(site, saved->title);
	const char *made_of = arena_printf(site->arena, "entry %lld", (long long)site->head.journal.entries);
	const struct content content = {.filter = &saved->filter};
	enum status status = OK;
	for (int form = 0; status == OK && form < FORM_KINDS; form++)
		status = calendar_put(site, calendar_path(site, saved->name, form), form, title, made_of, &content,
				      &filling[form], err);
	if (status == OK)
		calendar_list(site, GROUP_SAVED, saved->name, saved->title, filling[EVENTS].n, filling[EVENTS].bytes);
	return status;
}

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);
	return n >= m && strcmp(text + n - m, end) == 0;
}

/* What stood in the folder and is in no selection any more. */
static enum status emptied_put(struct site *site, struct err *err)
{
	struct filling filling;
	const struct content nothing = {0};
	enum status status = OK;
	size_t cursor = 0;
	for (const char *name; status == OK && (name = folder_left(site->folder, &cursor));) {
		int form = ends_with(name, "-tasks.ics") ? TASKS : EVENTS;
		if (strncmp(name, "feeds/", 6) == 0 && !folder_keeps(site->folder, name, "nothing"))
			status = calendar_put(site, name, form, site->p->title, "nothing", &nothing, &filling, err);
	}
	return status;
}

static enum status calendars_put(struct site *site, struct err *err)
{
	enum status status = selections_put(site, err);
	for (size_t i = 0; status == OK && i < site->p->saved.n; i++)
		status = saved_put(site, &site->p->saved.v[i], err);
	return status == OK ? emptied_put(site, err) : status;
}

/* ---- pages ---- */

static enum status buf_put(struct site *site, const char *name, const char *made_of, struct buf *bytes, struct err *err)
{
	enum status status = folder_put(site->folder, name, made_of, (struct slice){bytes->p, bytes->n}, err);
	buf_release(bytes);
	return status;
}

static enum status followups_load(struct site *site, const char *ref, struct arena *arena, struct due_rows *out,
				  struct err *err)
{
	static const char *const states[] = {NULL, "fulfilled", "waived"};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < ARRAY_SIZE(states); i++) {
		struct due_rows rows = {0};
		struct followup_filter filter = {.before = DATE_NONE,
						 .after = DATE_NONE,
						 .kind = -1,
						 .item = ref,
						 .state = states[i],
						 .today = site->p->today,
						 .with_quotes = true};
		status = db_followup_list(site->db, &filter, arena, &rows, err);
		for (size_t k = 0; status == OK && k < rows.n; k++)
			*list_push(arena, out) = rows.v[k];
	}
	return status;
}

static enum status item_put(struct site *site, const char *ref, const char *path, const char *made_of, struct err *err)
{
	struct item item;
	struct due_rows followups = {0};
	struct buf page;
	struct arena *arena = arena_new();
	buf_init(&page);
	enum status status = db_item_load(site->db, ref, arena, &item, err);
	if (status == OK)
		status = followups_load(site, ref, arena, &followups, err);
	if (status == OK) {
		page_item(&item, &followups, site->p->dutch, &page);
		status = folder_put(site->folder, path, made_of, (struct slice){page.p, page.n}, err);
	}
	buf_release(&page);
	arena_free(arena);
	return status;
}

static enum status items_put(struct site *site, const struct followed_rows *rows, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && i < rows->n; i++) {
		const char *path = address_page(rows->v[i].ref, site->arena);
		const char *made_of =
			arena_printf(site->arena, "item %d %d %s", SITE_VERSION, site->p->dutch, rows->v[i].made_of);
		if (!folder_keeps(site->folder, path, made_of))
			status = item_put(site, rows->v[i].ref, path, made_of, err);
		step(site);
	}
	return status;
}

static enum status index_put(struct site *site, struct err *err)
{
	static const char *const names[] = {"index.en.html", "index.html"};
	struct buf page;
	enum status status = OK;
	for (int dutch = 0; status == OK && dutch <= 1; dutch++) {
		site->head.other = names[!dutch];
		buf_init(&page);
		page_index(&site->head, &site->calendars, dutch, &page);
		status = buf_put(site, names[dutch], "index", &page, err);
	}
	buf_init(&page);
	page_json(&site->head, &site->calendars, &page);
	if (status == OK)
		status = buf_put(site, "feeds.json", "index", &page, err);
	else
		buf_release(&page);
	return status == OK ? folder_put(site->folder, "style.css", "style", slice_of(html_style), err) : status;
}

/* ---- the whole ---- */

static enum status rows_load(struct site *site, struct followed_rows *items, struct err *err)
{
	struct supporters supporters = {0};
	enum status status = db_journal_head(site->db, &site->head.journal, err);
	if (status == OK)
		status = db_supporters(site->db, site->arena, &supporters, err);
	for (int form = 0; status == OK && form < FORM_KINDS; form++) {
		status = db_rendition_rows(site->db, &site->prepared.renditions[form], site->p->body, site->p->today,
					   site->arena, &site->rows[form], err);
		if (status == OK)
			selections_make(&site->rows[form], &supporters, site->p->dutch, site->arena,
					&site->selections[form]);
	}
	if (status == OK)
		status = db_followed_list(site->db, site->p->body, site->arena, items, err);
	site->all = FORM_KINDS * site->selections[EVENTS].n + items->n;
	return status;
}

/* One moment of the register. */
static enum status all_put(struct site *site, struct err *err)
{
	struct followed_rows items = {0};
	enum status status = db_view_begin(site->db, err);
	if (status != OK)
		return status;
	status = rows_load(site, &items, err);
	if (status == OK)
		status = calendars_put(site, err);
	if (status == OK)
		status = items_put(site, &items, err);
	if (status == OK)
		status = index_put(site, err);
	if (status == OK)
		status = secret_put(site->db, site->p, &site->prepared, &site->secrets, &site->secret_counts, err);
	db_view_end(site->db);
	return status;
}

static void tell_prepared(void *user, size_t made)
{
	const struct publishing *p = user;
	p->progress(p->user, made, 0);
}

enum status publish_prepare(struct db *db, const struct publishing *p, struct arena *arena, struct prepared *out,
			    struct err *err)
{
	struct publishing *teller = arena_alloc(arena, sizeof *teller);
	*teller = *p;
	enum status status = address_base(p->base_url, arena, &out->base, err);
	for (int form = 0; status == OK && form < FORM_KINDS; form++) {
		out->forms[form] = (struct feed_form){.todo = form == TASKS, .dutch = p->dutch, .base_url = out->base};
		status = feed_prepare(db, &out->forms[form], p->today, p->progress ? tell_prepared : NULL, teller,
				      arena, &out->renditions[form], err);
	}
	return status;
}

/* All that decides what is in the folder, on one line. */
static enum status made_with_of(const struct site *site, const char **out, struct err *err)
{
	const struct publishing *p = site->p;
	struct journal_head head;
	char today[DATE_TEXT], digest[SHA256_TEXT];
	struct buf text;
	buf_init(&text);
	enum status status = db_journal_head(site->db, &head, err);
	buf_printf(&text, "%d %d %d\n%s\n%s\n%s\n%s\n%s\n", SITE_VERSION, FEED_VERSION, p->dutch,
		   date_format(p->today, today), p->base_url, p->title, p->prefix, p->body ? p->body : "");
	for (size_t i = 0; i < p->saved.n; i++) {
		const struct followup_filter *f = &p->saved.v[i].filter;
		buf_printf(&text, "%s %d %d %d %d\n%s\n%s\n%s\n%s\n", p->saved.v[i].name, f->before, f->after,
			   f->overdue, f->kind, p->saved.v[i].title, f->party ? f->party : "",
			   f->portfolio ? f->portfolio : "", f->state ? f->state : "");
	}
	sha256_text(text.p, text.n, digest);
	buf_release(&text);
	if (status == OK)
		*out = arena_printf(site->arena, "%lld %s %s", (long long)head.entries, head.hash, digest);
	return status;
}

/* What is not known as it is: it is looked at, made and put in place. */
static enum status site_make(struct site *site, const char *made_with, struct folder_counts *out, struct err *err)
{
	enum status status = publish_prepare(site->db, site->p, site->arena, &site->prepared, err);
	site->head.base = site->prepared.base;
	if (status == OK)
		status = all_put(site, err);
	if (status != OK) {
		folder_drop(site->folder);
		return status;
	}
	status = folder_close(site->folder, made_with, out, err);
	out->written += site->secret_counts.written;
	out->kept += site->secret_counts.kept;
	out->removed += site->secret_counts.removed;
	return status;
}

enum status publish(struct db *db, const struct publishing *publishing, struct folder_counts *out, bool *current,
		    struct err *err)
{
	const char *made_with = NULL;
	struct arena *arena = arena_new();
	struct site site = {.db = db, .p = publishing, .arena = arena};
	site.head = (struct page_head){.title = publishing->title, .today = publishing->today};
	enum status status = folder_open(publishing->folder, FOLDER_SITE, &site.folder, err);
	if (status == OK)
		status = made_with_of(&site, &made_with, err);
	/* Behind the lock: a private feed that is added now waits for its end. */
	if (status == OK)
		status = db_private_feed_list(db, arena, &site.secrets, err);
	*current = status == OK && folder_is_current(site.folder, made_with) &&
		   secret_is_current(publishing->folder, &site.secrets);
	if (status == OK && !*current)
		status = site_make(&site, made_with, out, err);
	else
		folder_drop(site.folder);
	secret_hide(err);
	arena_free(arena);
	return status;
}
