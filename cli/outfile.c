/* outfile.c: writes beside the file, syncs, renames and syncs the folder. The name beside is new, so that no file of anybody is lost. */
#include "cli/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status failed(const char *path, struct err *err)
{
	return err_set(err, E_IO, _("'%s' cannot be written: %s"), path, strerror(errno));
}

static bool write_all(int fd, const struct buf *bytes)
{
	for (size_t at = 0; at < bytes->n;) {
		ssize_t n = write(fd, bytes->p + at, bytes->n - at);
		if (n < 0 && errno != EINTR)
			return false;
		at += n > 0 ? (size_t)n : 0;
	}
	return true;
}

static enum status write_through(const char *path, const struct buf *bytes, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0)
		return failed(path, err);
	enum status status = write_all(fd, bytes) ? OK : failed(path, err);
	if (close(fd) != 0 && status == OK)
		status = failed(path, err);
	return status;
}

/* What a new file would get where there is no old one. */
static mode_t rights_of(const char *path)
{
	struct stat old;
	if (stat(path, &old) == 0)
		return old.st_mode & 0777;
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/* The rename lasts only when the folder is on the disk too. */
static bool sync_folder(const char *path, struct arena *arena)
{
	char *folder = arena_text(arena, slice_of(path));
	char *slash = strrchr(folder, '/');
	if (slash)
		slash[slash == folder] = '\0';
	int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return false;
	/* Some file systems cannot sync a folder, and need not. */
	bool synced = fsync(fd) == 0 || errno == EINVAL;
	close(fd);
	return synced;
}

static enum status replace(const char *path, const struct buf *bytes, struct arena *arena, struct err *err)
{
	char *beside = arena_printf(arena, "%s.XXXXXX", path);
	int fd = mkostemp(beside, O_CLOEXEC);
	if (fd < 0)
		return failed(path, err);
	bool whole = write_all(fd, bytes) && fchmod(fd, rights_of(path)) == 0 && fsync(fd) == 0;
	int failure = errno;
	if (close(fd) != 0 && whole) {
		failure = errno;
		whole = false;
	}
	if (whole && rename(beside, path) == 0)
		return sync_folder(path, arena) ? OK : failed(path, err);
	errno = whole ? errno : failure;
	enum status status = failed(path, err);
	unlink(beside);
	return status;
}

enum status outfile_write(const char *path, const struct buf *bytes, bool *written, struct err *err)
{
	struct stat there;
	bool exists = stat(path, &there) == 0;
	if (exists && !S_ISREG(there.st_mode))
		return write_through(path, bytes, err);
	char *target = exists ? realpath(path, NULL) : NULL;
	struct arena *arena = arena_new();
	enum status status = replace(target ? target : path, bytes, arena, err);
	*written = status == OK;
	arena_free(arena);
	free(target);
	return status;
}
