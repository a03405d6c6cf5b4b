/* prepare.c: a component is made by libical once; what was made before keeps its bytes unless what it says has changed, and then its stamp
 * rises (RFC 5545, 3.8.7.3), since readers take one with the old stamp for the one that they have.
 */
#include "feed/prepare.h"

enum { BATCH = 256 };

static struct feed_entry entry_of(const struct due_row *row)
{
	return (struct feed_entry){&row->followup,  {row->created, row->last_modified, row->sequence},
				   row->item_title, row->party,
				   row->entry,      row->confidential};
}

/* Its follow-up was stamped when it changed; what changed of the item alone is stamped now. */
static int64_t stamp_of(const struct unprinted *row, int64_t now)
{
	if (row->due.last_modified > row->last_modified)
		return row->due.last_modified;
	return now > row->last_modified ? now : row->last_modified + 1;
}

static enum status row_make(struct db *db, const struct rendition *rendition, const struct unprinted *row,
			    const struct feed_form *form, struct buf *text, struct err *err)
{
	char digest[SHA256_TEXT], uid[UUID_TEXT];
	struct feed_entry entry = entry_of(&row->due);
	enum status status = feed_component(&entry, form, text, err);
	if (status != OK)
		return status;
	feed_digest((struct slice){text->p, text->n}, digest);
	bool says_other = row->digest && strcmp(row->digest, digest) != 0;
	if (row->digest)
		entry.stamp.last_modified = says_other ? stamp_of(row, db_now(db)) : row->last_modified;
	if (entry.stamp.last_modified != row->due.last_modified) {
		text->n = 0;
		status = feed_component(&entry, form, text, err);
	}
	feed_uid(form, row->due.followup.uid, uid);
	struct printed printed = {uid, digest, entry.stamp.last_modified, {text->p, text->n}};
	return status == OK ? db_rendition_print(db, rendition, row, &printed, err) : status;
}

static enum status batch_make(struct db *db, struct rendition *rendition, const struct feed_form *form, int64_t *cursor,
			      size_t *made, struct err *err)
{
	struct unprinted_rows rows = {0};
	struct buf text;
	struct arena *arena = arena_new();
	buf_init(&text);
	enum status status = db_rendition_unprinted(db, rendition, *cursor, BATCH, arena, &rows, err);
	for (size_t i = 0; status == OK && i < rows.n; i++) {
		text.n = 0;
		status = row_make(db, rendition, &rows.v[i], form, &text, err);
		*cursor = rows.v[i].cursor;
	}
	*made = rows.n;
	buf_release(&text);
	arena_free(arena);
	return status;
}

static enum status all_make(struct db *db, struct rendition *rendition, const struct feed_form *form,
			    feed_progress progress, void *user, struct err *err)
{
	int64_t cursor = 0;
	size_t made = BATCH, all = 0;
	enum status status = OK;
	while (status == OK && made == BATCH) {
		if (progress && all)
			progress(user, all);
		status = batch_make(db, rendition, form, &cursor, &made, err);
		all += made;
	}
	return status == OK ? db_rendition_close(db, rendition, err) : status;
}

enum status feed_prepare(struct db *db, const struct feed_form *form, int today, feed_progress progress, void *user,
			 struct arena *arena, struct rendition *out, struct err *err)
{
	struct rendition rendition = {.version = FEED_VERSION, .since = today - FEED_SHOWN_CLOSED};
	enum status status = feed_form_name(form, arena, &rendition.name, err);
	if (status == OK)
		status = db_rendition_find(db, &rendition, err);
	if (status == OK && rendition.old) {
		status = db_print_begin(db, err);
		if (status != OK)
			return status;
		status = all_make(db, &rendition, form, progress, user, err);
		if (status == OK)
			status = db_commit(db, err);
		else
			db_rollback(db);
	}
	if (status == OK)
		*out = rendition;
	return status;
}

/* ---- a calendar ---- */

/* Counts what it passes on. */
struct counting {
	component_visit add;
	void *user;
	size_t n;
};

static enum status component_add(void *user, struct slice text, struct err *err)
{
	struct counting *counting = user;
	counting->n++;
	return counting->add(counting->user, text, err);
}

enum status feed_write(struct db *db, const struct feed_form *form, const struct rendition *rendition, const char *name,
		       const struct followup_filter *filter, component_visit add, void *user, size_t *n,
		       struct err *err)
{
	struct counting counting = {add, user, 0};
	struct buf around;
	buf_init(&around);
	enum status status = feed_begin(form, name, &around, err);
	if (status == OK)
		status = add(user, (struct slice){around.p, around.n}, err);
	if (status == OK)
		status = db_rendition_walk(db, rendition, filter, component_add, &counting, err);
	around.n = 0;
	if (status == OK)
		status = feed_end(form, name, counting.n == 0, &around, err);
	if (status == OK)
		status = add(user, (struct slice){around.p, around.n}, err);
	buf_release(&around);
	if (status == OK)
		*n = counting.n;
	return status;
}
