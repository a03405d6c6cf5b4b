/* secret.c: which files lie there is read anew each time, and what each holds is compared with what it shall hold: nothing is kept of them
 * elsewhere. There are few of them.
 */
#include "site/secret.h"

#include "feed/address.h"
#include "feed/prepare.h"
#include "hash/token.h"
#include "site/published.h"
#include "site/site.h"

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const endings[FORM_KINDS] = {[EVENTS] = ".ics", [TASKS] = "-tasks.ics"};

/* A token that has a file, and the feed that it is of. */
struct known {
	char token[TOKEN_TEXT];
	const struct private_feed *feed;
	bool has[FORM_KINDS];
};

struct found {
	struct known *v;
	size_t n;
	size_t cap;
	struct names others; /* files of no token that is known */
};

void secret_hide(struct err *err)
{
	for (char *p = err ? strstr(err->msg, SITE_SECRET) : NULL; p; p = strstr(p, SITE_SECRET)) {
		p += strlen(SITE_SECRET);
		char *end = p;
		while (is_letter(*end) || is_digit(*end) || *end == '-' || *end == '.' || *end == '_')
			end++;
		if (end > p)
			memmove(p + 1, end, strlen(end) + 1), *p = '*';
	}
}

/* ---- what is there ---- */

/* "0f...e1-tasks.ics": the token and the form; false for any other name. */
static bool name_read(const char *name, char token[TOKEN_TEXT], int *form)
{
	size_t n = strspn(name, "0123456789abcdef");
	if (n != TOKEN_TEXT - 1)
		return false;
	memcpy(token, name, n);
	token[n] = '\0';
	for (*form = 0; *form < FORM_KINDS; ++*form)
		if (strcmp(name + n, endings[*form]) == 0)
			return true;
	return false;
}

static const struct private_feed *feed_of(const struct private_feeds *feeds, const char *token)
{
	char digest[SHA256_TEXT];
	const struct private_feed *found = NULL;
	token_digest(token, digest);
	for (size_t i = 0; i < feeds->n; i++)
		found = token_digest_is(feeds->v[i].digest, digest) ? &feeds->v[i] : found;
	return found;
}

static void name_add(const struct private_feeds *feeds, const char *name, struct arena *arena, struct found *out)
{
	struct known known = {0};
	int form = 0;
	bool read = name_read(name, known.token, &form);
	known.feed = read ? feed_of(feeds, known.token) : NULL;
	if (!known.feed) {
		if (strstr(name, ".ics")) /* what was being written when the power went, too */
			*list_push(arena, &out->others) = arena_text(arena, slice_of(name));
		return;
	}
	size_t at = 0;
	while (at < out->n && strcmp(out->v[at].token, known.token) != 0)
		at++;
	if (at == out->n)
		*list_push(arena, out) = known;
	out->v[at].has[form] = true;
}

/* A folder that is not there has no files. */
static void look(const char *folder, const struct private_feeds *feeds, struct arena *arena, struct found *out)
{
	DIR *dir = opendir(arena_printf(arena, "%s/" SITE_SECRET, folder));
	for (struct dirent *e; dir && (e = readdir(dir));)
		name_add(feeds, e->d_name, arena, out);
	if (dir)
		closedir(dir);
}

bool secret_is_current(const char *folder, const struct private_feeds *feeds)
{
	struct found found = {0};
	struct arena *arena = arena_new();
	look(folder, feeds, arena, &found);
	bool current = found.others.n == 0;
	for (size_t i = 0; i < found.n; i++)
		for (int form = 0; form < FORM_KINDS; form++)
			current = current && found.v[i].has[form];
	arena_free(arena);
	return current;
}

/* ---- files ---- */

static const char *path_of(const char *folder, const char *token, int form, struct arena *arena)
{
	return arena_printf(arena, "%s/" SITE_SECRET "%s%s", folder, token, endings[form]);
}

static enum status piece_add(void *user, struct slice text, struct err *err)
{
	return outfile_add(user, text.p, text.n, err);
}

/* What one token is to show. */
struct showing {
	struct db *db;
	const struct publishing *p;
	const struct prepared *prepared;
	const struct private_feed *feed;
	const char *token;
};

static enum status file_put(const struct showing *s, int form, const struct followup_filter *filter,
			    struct arena *arena, enum outfile_end *how, struct err *err)
{
	struct outfile *file = NULL;
	const char *title = arena_printf(arena, "%s – %s", s->p->title, s->feed->name);
	size_t n = 0;
	enum status status = outfile_open(path_of(s->p->folder, s->token, form, arena), &file, err);
	if (status != OK)
		return status;
	status = feed_write(s->db, &s->prepared->forms[form], &s->prepared->renditions[form], title, filter, piece_add,
			    file, &n, err);
	if (status == OK)
		return outfile_close(file, how, err);
	outfile_drop(file);
	return status;
}

static enum status token_put(const struct showing *s, struct arena *arena, struct folder_counts *out, struct err *err)
{
	struct followup_filter filter;
	enum status status = s->p->filter_of(s->p->user, s->feed->filters, &filter, err);
	if (status != OK)
		err_prefix(err, "private feed '%s': ", s->feed->name);
	for (int form = 0; status == OK && form < FORM_KINDS; form++) {
		enum outfile_end how = OUTFILE_SAME;
		status = file_put(s, form, &filter, arena, &how, err);
		out->written += status == OK && how != OUTFILE_SAME;
		out->kept += status == OK && how == OUTFILE_SAME;
	}
	return status;
}

static enum status others_remove(const char *folder, const struct found *found, struct arena *arena,
				 struct folder_counts *out, struct err *err)
{
	for (size_t i = 0; i < found->others.n; i++) {
		const char *path = arena_printf(arena, "%s/" SITE_SECRET "%s", folder, found->others.v[i]);
		if (unlink(path) != 0 && errno != ENOENT)
			return err_set(err, E_IO, "'%s' cannot be removed: %s", path, strerror(errno));
		out->removed++;
	}
	return OK;
}

enum status secret_put(struct db *db, const struct publishing *p, const struct prepared *prepared,
		       const struct private_feeds *feeds, struct folder_counts *out, struct err *err)
{
	struct found found = {0};
	struct arena *arena = arena_new();
	look(p->folder, feeds, arena, &found);
	enum status status = others_remove(p->folder, &found, arena, out, err);
	for (size_t i = 0; status == OK && i < found.n; i++)
		status = token_put(&(struct showing){db, p, prepared, found.v[i].feed, found.v[i].token}, arena, out,
				   err);
	arena_free(arena);
	return status;
}

/* Removes what the register does not know, as it is now. */
static enum status sweep(struct db *db, const char *folder, struct err *err)
{
	struct private_feeds feeds = {0};
	struct found found = {0};
	struct folder_counts counts = {0};
	struct arena *arena = arena_new();
	enum status status = db_private_feed_list(db, arena, &feeds, err);
	if (status == OK) {
		look(folder, &feeds, arena, &found);
		status = others_remove(folder, &found, arena, &counts, err);
	}
	arena_free(arena);
	return status;
}

/* ---- adding and revoking ---- */

/* Locks a folder that was published to. */
static enum status folder_lock(const char *path, struct folder **out, struct err *err)
{
	struct shelf *shelf = NULL;
	enum status status = shelf_open(path, &shelf, err);
	shelf_free(status == OK ? shelf : NULL);
	return status == OK ? folder_open(path, FOLDER_SITE, out, err) : status;
}

/* Its names are not for everybody on this machine either: who does not own it must know what to ask for. */
static enum status place_make(const char *folder, struct arena *arena, struct err *err)
{
	const char *path = arena_printf(arena, "%s/" SITE_SECRET, folder);
	if (mkdir(path, 0711) == 0 || errno == EEXIST)
		return OK;
	return err_set(err, E_IO, "'%s' cannot be made: %s", path, strerror(errno));
}

static enum status row_add(struct db *db, const struct private_feed *feed, bool again, struct arena *arena,
			   struct private_feed *out, struct err *err)
{
	struct private_feed before = {0};
	enum status status = again ? db_private_feed_load(db, feed->name, arena, &before, err) : OK;
	if (status == OK && again)
		status = db_private_feed_remove(db, feed->name, err);
	*out = *feed;
	if (again)
		out->filters = before.filters;
	return status == OK ? db_private_feed_add(db, out, err) : status;
}

static enum status both_add(struct db *db, const struct publishing *p, const struct prepared *prepared,
			    const struct private_feed *feed, bool again, const char *token, struct arena *arena,
			    struct err *err)
{
	struct private_feed row = {0};
	struct folder_counts counts = {0};
	enum status status = db_begin(db, err);
	if (status != OK)
		return status;
	status = row_add(db, feed, again, arena, &row, err);
	if (status == OK)
		status = place_make(p->folder, arena, err);
	if (status == OK)
		status = token_put(&(struct showing){db, p, prepared, &row, token}, arena, &counts, err);
	if (status == OK)
		return db_commit(db, err);
	db_rollback(db);
	return status;
}

enum status secret_add(struct db *db, const struct publishing *p, const struct private_feed *feed, bool again,
		       struct arena *arena, struct secret_address *out, struct err *err)
{
	char token[TOKEN_TEXT], digest[SHA256_TEXT];
	struct private_feed row = *feed;
	struct prepared prepared = {0};
	struct folder *folder = NULL;
	enum status status = folder_lock(p->folder, &folder, err);
	if (status == OK)
		status = publish_prepare(db, p, arena, &prepared, err);
	if (status == OK) {
		token_make(token);
		token_digest(token, digest);
		row.digest = digest;
		row.on = p->today;
		status = both_add(db, p, &prepared, &row, again, token, arena, err);
		struct err lost = err_like(err);
		enum status swept = sweep(db, p->folder, status == OK ? err : &lost);
		status = status == OK ? swept : status;
	}
	folder_drop(folder);
	if (status == OK)
		*out = (struct secret_address){
			arena_printf(arena, "%s" SITE_SECRET "%s%s", prepared.base, token, endings[EVENTS]),
			arena_printf(arena, "%s" SITE_SECRET "%s%s", prepared.base, token, endings[TASKS])};
	else
		secret_hide(err);
	return status;
}

enum status secret_revoke(struct db *db, const char *path, const char *name, struct err *err)
{
	struct folder *folder = NULL;
	enum status status = path ? folder_lock(path, &folder, err) : OK;
	if (status == OK)
		status = db_begin(db, err);
	if (status == OK && (status = db_private_feed_remove(db, name, err)) != OK)
		db_rollback(db);
	else if (status == OK)
		status = db_commit(db, err);
	if (status == OK && path)
		status = sweep(db, path, err);
	folder_drop(folder);
	secret_hide(err);
	return status;
}
