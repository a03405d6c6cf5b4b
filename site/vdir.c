/* vdir.c: a file is named by the UID that its component says, and was made of the bytes of that. */
#include "site/vdir.h"

#include "hash/sha256.h"

static const char ending[] = ".ics";

/* What is written to. */
struct vdir {
	struct folder *folder;
	const struct feed_form *form;
	size_t n;
};

/* "UID.ics": ours are of hexadecimal digits and "-" alone. */
static const char *name_of(struct slice component, struct arena *arena)
{
	static const char key[] = "\nUID:";
	size_t at = slice_find(component, key) + sizeof key - 1;
	struct slice rest = slice_from(component, at);
	size_t n = 0;
	while (n < rest.n && (is_digit(rest.p[n]) || is_letter(rest.p[n]) || rest.p[n] == '-'))
		n++;
	return arena_printf(arena, "%.*s%s", (int)n, rest.n ? rest.p : "", ending);
}

static enum status alone_put(const struct vdir *vdir, struct slice component, struct arena *arena, struct err *err)
{
	char digest[SHA256_TEXT];
	struct buf bytes;
	const char *name = name_of(component, arena);
	sha256_text(component.p, component.n, digest);
	if (folder_keeps(vdir->folder, name, digest))
		return OK;
	buf_init(&bytes);
	feed_open(vdir->form, &bytes);
	buf_add(&bytes, component.p, component.n);
	enum status status = feed_end(vdir->form, "", false, &bytes, err);
	if (status == OK)
		status = folder_put(vdir->folder, name, digest, (struct slice){bytes.p, bytes.n}, err);
	buf_release(&bytes);
	return status;
}

static enum status component_put(void *user, struct slice component, struct err *err)
{
	struct vdir *vdir = user;
	struct arena *arena = arena_new();
	enum status status = alone_put(vdir, component, arena, err);
	vdir->n++;
	arena_free(arena);
	return status;
}

static enum status nothing_put(const struct vdir *vdir, struct err *err)
{
	struct buf bytes;
	struct arena *arena = arena_new();
	buf_init(&bytes);
	feed_open(vdir->form, &bytes);
	enum status status = feed_end(vdir->form, "", true, &bytes, err);
	struct slice all = {bytes.p, bytes.n};
	if (status == OK)
		status = folder_put(vdir->folder, name_of(all, arena), "nothing", all, err);
	buf_release(&bytes);
	arena_free(arena);
	return status;
}

enum status vdir_write(struct db *db, const char *path, const struct feed_form *form, const struct rendition *rendition,
		       const struct followup_filter *filter, size_t *n, struct folder_counts *out, struct err *err)
{
	struct vdir vdir = {.form = form};
	enum status status = folder_open(path, FOLDER_VDIR, &vdir.folder, err);
	if (status != OK)
		return status;
	status = db_rendition_walk(db, rendition, filter, component_put, &vdir, err);
	if (status == OK && vdir.n == 0)
		status = nothing_put(&vdir, err);
	*n = vdir.n;
	if (status == OK)
		return folder_close(vdir.folder, "", out, err);
	folder_drop(vdir.folder);
	return status;
}
