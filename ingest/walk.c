/* walk.c: the files below a folder. Folders are opened relative to the one above and never through a symbolic link, so that nothing
 * that is moved meanwhile leads outside. A folder that cannot be read, or not to its end, stands in the list itself: reading it then
 * says why. */
#include "ingest/ingest.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 32 };

struct walk {
	struct arena *arena;
	struct paths *paths;
};

static void path_add(const struct walk *walk, const char *path)
{
	*list_push(walk->arena, walk->paths) = path;
}

static const char *path_join(struct arena *arena, const char *folder, const char *name)
{
	size_t n = strlen(folder);
	return arena_printf(arena, n && folder[n - 1] == '/' ? "%s%s" : "%s/%s", folder, name);
}

/* DT_REG, DT_DIR or something else. */
static int entry_type(int folder, const struct dirent *entry)
{
	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type;
	struct stat st;
	if (fstatat(folder, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
		return DT_UNKNOWN;
	return S_ISREG(st.st_mode) ? DT_REG : S_ISDIR(st.st_mode) ? DT_DIR : DT_UNKNOWN;
}

static DIR *folder_open(int parent, const char *name)
{
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (fd < 0)
		return NULL;
	DIR *folder = fdopendir(fd);
	if (!folder)
		close(fd);
	return folder;
}

static void folder_walk(const struct walk *walk, int parent, const char *name, const char *path, int depth)
{
	DIR *folder = depth > DEPTH_MAX ? NULL : folder_open(parent, name);
	if (!folder) {
		path_add(walk, path);
		return;
	}
	const struct dirent *entry;
	while (errno = 0, (entry = readdir(folder))) {
		if (entry->d_name[0] == '.')
			continue;
		int type = entry_type(dirfd(folder), entry);
		if (type != DT_REG && type != DT_DIR) {
			walk->paths->left_out++;
			continue;
		}
		const char *below = path_join(walk->arena, path, entry->d_name);
		if (type == DT_DIR)
			folder_walk(walk, dirfd(folder), entry->d_name, below, depth + 1);
		else
			path_add(walk, below);
	}
	if (errno)
		path_add(walk, path);
	closedir(folder);
}

static int path_cmp(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

enum status ingest_walk(const char *path, struct arena *arena, struct paths *out, struct err *err)
{
	struct walk walk = {arena, out};
	struct stat st = {0};
	if (strcmp(path, "-") != 0 && lstat(path, &st) != 0)
		return err_set(err, errno == ENOENT || errno == ENOTDIR ? E_NOT_FOUND : E_IO, "cannot find '%s': %s",
			       path, strerror(errno));
	size_t first = out->n;
	if (S_ISDIR(st.st_mode))
		folder_walk(&walk, AT_FDCWD, path, path, 0);
	else
		path_add(&walk, arena_text(arena, slice_of(path)));
	if (out->n > first)
		qsort(out->v + first, out->n - first, sizeof *out->v, path_cmp);
	return OK;
}
