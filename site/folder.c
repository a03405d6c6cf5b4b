/* folder.c: the list is a text, a line a file: size, time of change, name, what it was made of. A file whose size or time is another than the
 * list says was touched by somebody else, and is written again. What was interrupted left files that the old list does not know as they are
 * now: they are written again too, which changes no byte of them.
 */
#include "site/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BATCH = 4096 };

static const char list_name[] = ".griffie";
static const char *const heads[FOLDER_KIND_COUNT] = {[FOLDER_SITE] = "griffie 1 ", [FOLDER_VDIR] = "griffie vdir 1 "};

struct entry {
	const char *name;
	const char *made_of;
	long long size;
	long long second; /* of the last change */
	long nanosecond;
	bool used; /* of an old one: kept or written again */
};

struct entries {
	struct entry *v;
	size_t n;
	size_t cap;
};

/* A file that is ready to take its place. */
struct ready {
	const char *name;
	const char *made_of;
	struct outfile *file;
	bool written;
};

struct folder {
	struct arena *arena;
	const char *path;
	enum folder_kind kind;
	bool is_other; /* the list that was found is of another kind */
	int fd;
	const char *made_with; /* of the list that was found; NULL when there was none */
	struct entries old;    /* sorted by name */
	struct entries now;
	bool unsorted;     /* the list that was found: none that we wrote is */
	const char *inner; /* the folder in it that was last looked into, as the name of a file begins; NULL: none */
	int inner_fd;
	struct ready ready[BATCH];
	size_t ready_count;
	struct folder_counts counts;
};

static enum status failed(const struct folder *folder, const char *name, struct err *err)
{
	return err_set(err, E_IO, "'%s/%s' cannot be written: %s", folder->path, name, strerror(errno));
}

static int by_name(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;
	return strcmp(a->name, b->name);
}

static struct entry *old_find(const struct folder *folder, const char *name)
{
	const struct entry key = {.name = name};
	return folder->old.n ? bsearch(&key, folder->old.v, folder->old.n, sizeof key, by_name) : NULL;
}

/* ---- the list ---- */

/* A number, and the character behind it; NULL when it is none. */
static char *number_read(char *p, char end, long long *out)
{
	*out = 0;
	for (int digits = 0; is_digit(*p) && digits < 18; p++, digits++)
		*out = *out * 10 + (*p - '0');
	return *p == end && p[-1] != end ? p + 1 : NULL;
}

/* "SIZE SECOND.NANOSECOND NAME MADE OF". A line that is not so is passed over: what it named is written again. */
static void line_read(struct folder *folder, char *line)
{
	struct entry entry = {0};
	long long nanosecond = 0;
	char *p = is_digit(*line) ? number_read(line, ' ', &entry.size) : NULL;
	if (p)
		p = number_read(p, '.', &entry.second);
	if (p)
		p = number_read(p, ' ', &nanosecond);
	char *blank = p ? strchr(p, ' ') : NULL;
	if (!blank || *p == '/' || *p == '.')
		return;
	*blank = '\0';
	if (strstr(p, ".."))
		return;
	entry.nanosecond = (long)nanosecond;
	entry.name = p;
	entry.made_of = blank + 1;
	folder->unsorted |= folder->old.n && strcmp(folder->old.v[folder->old.n - 1].name, p) > 0;
	*list_push(folder->arena, &folder->old) = entry;
}

/* The first line: which kind it is, and what it was made with. */
static void head_read(struct folder *folder, const char *line)
{
	for (int kind = 0; kind < FOLDER_KIND_COUNT; kind++)
		if (strncmp(line, heads[kind], strlen(heads[kind])) == 0) {
			folder->made_with = arena_text(folder->arena, slice_of(line + strlen(heads[kind])));
			folder->is_other = kind != (int)folder->kind;
		}
}

/* Reads it in place: `text` lasts as long as the folder. */
static void list_read(struct folder *folder, char *text)
{
	for (char *line = text, *end; *line; line = end) {
		end = line + strcspn(line, "\n");
		if (*end)
			*end++ = '\0';
		if (folder->made_with)
			line_read(folder, line);
		else
			head_read(folder, line);
		if (!folder->made_with || folder->is_other)
			break;
	}
	if (folder->unsorted)
		qsort(folder->old.v, folder->old.n, sizeof *folder->old.v, by_name);
}

static enum status list_write(struct folder *folder, const char *made_with, struct err *err)
{
	struct outfile *file = NULL;
	struct buf text;
	buf_init(&text);
	qsort(folder->now.v, folder->now.n, sizeof *folder->now.v, by_name);
	buf_printf(&text, "%s%s\n", heads[folder->kind], made_with);
	for (size_t i = 0; i < folder->now.n; i++) {
		const struct entry *e = &folder->now.v[i];
		buf_printf(&text, "%lld %lld.%ld %s %s\n", e->size, e->second, e->nanosecond, e->name, e->made_of);
	}
	enum status status = outfile_open(arena_printf(folder->arena, "%s/%s", folder->path, list_name), &file, err);
	if (status == OK && (status = outfile_add(file, text.p, text.n, err)) != OK)
		outfile_drop(file);
	else if (status == OK)
		status = outfile_close(file, NULL, err);
	buf_release(&text);
	return status;
}

/* ---- opening ---- */

static bool is_empty(const char *path)
{
	bool empty = true;
	DIR *dir = opendir(path);
	for (struct dirent *e; dir && (e = readdir(dir));)
		empty &= strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0;
	if (dir)
		closedir(dir);
	return empty;
}

static enum status list_open(struct folder *folder, struct err *err)
{
	struct stat is;
	int fd = openat(folder->fd, list_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd >= 0 && fstat(fd, &is) == 0) {
		size_t n = 0, size = (size_t)is.st_size;
		char *text = arena_alloc(folder->arena, size + 1);
		for (ssize_t got; n < size && (got = read(fd, text + n, size - n)) > 0;)
			n += (size_t)got;
		list_read(folder, text);
	}
	if (fd >= 0)
		close(fd);
	if (folder->is_other)
		return err_set(err, E_REFUSED,
			       folder->kind == FOLDER_SITE
				       ? "'%s' holds single events of 'griffie feed --vdir': name another folder"
				       : "'%s' holds a site of 'griffie publish': name another folder",
			       folder->path);
	if (folder->made_with || is_empty(folder->path))
		return OK;
	return err_set(err, E_REFUSED, "'%s' holds files that griffie did not put there: name a new folder",
		       folder->path);
}

enum status folder_open(const char *path, enum folder_kind kind, struct folder **out, struct err *err)
{
	struct arena *arena = arena_new();
	struct folder *folder = arena_alloc(arena, sizeof *folder);
	*folder = (struct folder){
		.arena = arena, .path = arena_text(arena, slice_of(path)), .kind = kind, .fd = -1, .inner_fd = -1};
	enum status status = OK;
	if (mkdir(path, 0755) != 0 && errno != EEXIST)
		status = err_set(err, E_IO, "'%s' cannot be made: %s", path, strerror(errno));
	if (status == OK && (folder->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
		status = err_set(err, E_IO, "'%s' cannot be opened: %s", path, strerror(errno));
	if (status == OK && flock(folder->fd, LOCK_EX | LOCK_NB) != 0)
		status = err_set(err, E_BUSY, "another griffie publishes to '%s': try again", path);
	if (status == OK)
		status = list_open(folder, err);
	if (status == OK)
		*out = folder;
	else
		folder_drop(folder);
	return status;
}

/* ---- what stands there ---- */

/* The folder in which the file stands, and of `*name` what it is called there. Files are looked at in the order of folders: the last one stays
 * open, so that the way to it is not looked up for each. -1 when it is not there. */
static int inner_find(struct folder *folder, const char **name)
{
	const char *slash = strchr(*name, '/'), *whole = *name;
	if (!slash)
		return folder->fd;
	size_t n = (size_t)(slash - whole) + 1;
	*name = slash + 1;
	if (folder->inner && strncmp(folder->inner, whole, n) == 0)
		return folder->inner_fd;
	if (folder->inner_fd >= 0)
		close(folder->inner_fd);
	char *own = arena_text(folder->arena, (struct slice){whole, n});
	folder->inner_fd = openat(folder->fd, own, O_PATH | O_DIRECTORY | O_CLOEXEC);
	folder->inner = folder->inner_fd >= 0 ? own : NULL;
	return folder->inner_fd;
}

static bool stamp(struct folder *folder, const char *name, struct entry *out)
{
	struct stat there;
	int fd = inner_find(folder, &name);
	if (fd < 0 || fstatat(fd, name, &there, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(there.st_mode))
		return false;
	out->size = there.st_size;
	out->second = there.st_mtim.tv_sec;
	out->nanosecond = there.st_mtim.tv_nsec;
	return true;
}

static bool is_as_left(struct folder *folder, const struct entry *entry)
{
	struct entry is;
	return stamp(folder, entry->name, &is) && is.size == entry->size && is.second == entry->second &&
	       is.nanosecond == entry->nanosecond;
}

bool folder_is_current(struct folder *folder, const char *made_with)
{
	if (!folder->made_with || strcmp(folder->made_with, made_with) != 0)
		return false;
	for (size_t i = 0; i < folder->old.n; i++)
		if (!is_as_left(folder, &folder->old.v[i]))
			return false;
	return true;
}

bool folder_keeps(struct folder *folder, const char *name, const char *made_of)
{
	struct entry *old = old_find(folder, name);
	if (!old || strcmp(old->made_of, made_of) != 0 || !is_as_left(folder, old))
		return false;
	old->used = true;
	folder->counts.kept++;
	*list_push(folder->arena, &folder->now) = *old;
	return true;
}

const char *folder_left(const struct folder *folder, size_t *cursor)
{
	while (*cursor < folder->old.n) {
		const struct entry *old = &folder->old.v[(*cursor)++];
		if (!old->used)
			return old->name;
	}
	return NULL;
}

/* ---- writing ---- */

/* All that is ready goes to the disk at once, and then into its place. */
static enum status settle(struct folder *folder, struct err *err)
{
	enum status status = OK;
	if (folder->ready_count && syncfs(folder->fd) != 0)
		status = failed(folder, "", err);
	for (size_t i = 0; i < folder->ready_count; i++) {
		struct ready *ready = &folder->ready[i];
		struct entry entry = {.name = ready->name, .made_of = ready->made_of};
		if (status != OK) {
			outfile_drop(ready->file);
			continue;
		}
		status = outfile_place(ready->file, err);
		if (status == OK && !stamp(folder, ready->name, &entry))
			status = failed(folder, ready->name, err);
		if (status == OK)
			*list_push(folder->arena, &folder->now) = entry;
		if (status == OK && ready->written)
			folder->counts.written++;
		else if (status == OK)
			folder->counts.kept++;
	}
	folder->ready_count = 0;
	return status;
}

enum status folder_begin(struct folder *folder, const char *name, struct outfile **out, struct err *err)
{
	const char *slash = strchr(name, '/'), *in = name;
	if (slash && inner_find(folder, &in) < 0) {
		char *own = arena_text(folder->arena, (struct slice){name, (size_t)(slash - name)});
		if (mkdirat(folder->fd, own, 0755) != 0 && errno != EEXIST)
			return failed(folder, own, err);
	}
	return outfile_open(arena_printf(folder->arena, "%s/%s", folder->path, name), out, err);
}

enum status folder_add(struct folder *folder, const char *name, const char *made_of, struct outfile *file,
		       struct err *err)
{
	enum outfile_end end = OUTFILE_SAME;
	enum status status = outfile_finish(file, &end, err);
	if (status != OK) {
		outfile_drop(file);
		return status;
	}
	struct entry *old = old_find(folder, name);
	if (old)
		old->used = true;
	folder->ready[folder->ready_count++] =
		(struct ready){arena_text(folder->arena, slice_of(name)), arena_text(folder->arena, slice_of(made_of)),
			       file, end == OUTFILE_REPLACED};
	return folder->ready_count == BATCH ? settle(folder, err) : OK;
}

enum status folder_put(struct folder *folder, const char *name, const char *made_of, struct slice bytes,
		       struct err *err)
{
	struct outfile *file = NULL;
	enum status status = folder_begin(folder, name, &file, err);
	if (status == OK && (status = outfile_add(file, bytes.p, bytes.n, err)) != OK)
		outfile_drop(file);
	else if (status == OK)
		status = folder_add(folder, name, made_of, file, err);
	return status;
}

/* ---- closing ---- */

static enum status remove_left(struct folder *folder, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && i < folder->old.n; i++) {
		const struct entry *old = &folder->old.v[i];
		if (old->used)
			continue;
		if (unlinkat(folder->fd, old->name, 0) != 0 && errno != ENOENT)
			status = failed(folder, old->name, err);
		folder->counts.removed++;
	}
	return status;
}

enum status folder_close(struct folder *folder, const char *made_with, struct folder_counts *out, struct err *err)
{
	enum status status = settle(folder, err);
	if (status == OK)
		status = remove_left(folder, err);
	/* The renames last before the list says that they were done. */
	if (status == OK && syncfs(folder->fd) != 0)
		status = failed(folder, "", err);
	if (status == OK)
		status = list_write(folder, made_with, err);
	if (status == OK)
		*out = folder->counts;
	folder_drop(folder);
	return status;
}

void folder_drop(struct folder *folder)
{
	if (!folder)
		return;
	for (size_t i = 0; i < folder->ready_count; i++)
		outfile_drop(folder->ready[i].file);
	if (folder->inner_fd >= 0)
		close(folder->inner_fd);
	if (folder->fd >= 0)
		close(folder->fd);
	arena_free(folder->arena);
}
