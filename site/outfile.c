/* outfile.c: the name beside is new, so that no file of anybody is lost. After the rename the folder is synced too: only then does it last. */
#include "site/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

struct outfile {
	char *path;   /* as it was given, for messages */
	char *target; /* behind a link; NULL: the same */
	char *beside; /* NULL while nothing differs */
	int fd;       /* of what is written to; -1 while nothing differs */
	int old;      /* of what stands there; -1 when nothing does, or when it is compared no more */
	mode_t rights;
	bool direct;   /* no regular file */
	off_t same;    /* bytes that are as they were */
	struct buf to; /* not written yet */
};

static enum status failed(const struct outfile *file, struct err *err)
{
	return err_set(err, E_IO, "'%s' cannot be written: %s", file->path, strerror(errno));
}

static bool write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t done = write(fd, p, n);
		if (done < 0 && errno != EINTR)
			return false;
		p += done > 0 ? done : 0;
		n -= done > 0 ? (size_t)done : 0;
	}
	return true;
}

/* ---- opening ---- */

/* What a new file would get where there is no old one. */
static mode_t rights_of_new(void)
{
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

static void old_open(struct outfile *file, mode_t rights)
{
	file->target = realpath(file->path, NULL);
	file->rights = rights;
	file->old = open(file->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
}

enum status outfile_open(const char *path, struct outfile **out, struct err *err)
{
	struct stat there;
	struct outfile *file = calloc(1, sizeof *file);
	if (!file || !(file->path = strdup(path)))
		memory_exhausted();
	file->fd = file->old = -1;
	file->rights = rights_of_new();
	buf_init(&file->to);
	bool exists = stat(path, &there) == 0;
	file->direct = exists && !S_ISREG(there.st_mode);
	if (file->direct)
		file->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	else if (exists)
		old_open(file, there.st_mode & 0777);
	if (file->direct && file->fd < 0) {
		enum status status = failed(file, err);
		outfile_drop(file);
		return status;
	}
	*out = file;
	return OK;
}

/* ---- writing ---- */

static bool copy_same(const struct outfile *file)
{
	char chunk[CHUNK];
	for (off_t at = 0; at < file->same;) {
		size_t want = file->same - at < CHUNK ? (size_t)(file->same - at) : CHUNK;
		ssize_t n = pread(file->old, chunk, want, at);
		if (n <= 0 || !write_all(file->fd, chunk, (size_t)n))
			return false;
		at += n;
	}
	return true;
}

static const char *place_of(const struct outfile *file)
{
	return file->target ? file->target : file->path;
}

static void forget_beside(struct outfile *file)
{
	free(file->beside);
	file->beside = NULL;
}

/* From here on it is another file. */
static bool part_ways(struct outfile *file)
{
	if (asprintf(&file->beside, "%s.XXXXXX", place_of(file)) < 0)
		memory_exhausted();
	file->fd = mkostemp(file->beside, O_CLOEXEC);
	if (file->fd >= 0)
		return copy_same(file);
	forget_beside(file);
	return false;
}

/* Whether the next bytes of what stands there are these. */
static bool is_same(const struct outfile *file, const char *p, size_t n)
{
	char chunk[CHUNK];
	off_t at = file->same;
	while (n) {
		ssize_t got = pread(file->old, chunk, n < CHUNK ? n : CHUNK, at);
		if (got <= 0 || memcmp(chunk, p, (size_t)got) != 0)
			return false;
		p += got;
		n -= (size_t)got;
		at += got;
	}
	return true;
}

static bool flush(struct outfile *file)
{
	size_t n = file->to.n;
	bool done = true;
	if (file->fd < 0 && file->old >= 0 && is_same(file, file->to.p, n)) {
		file->same += (off_t)n;
	} else {
		done = file->fd >= 0 || part_ways(file);
		done = done && write_all(file->fd, file->to.p, n);
	}
	file->to.n = 0;
	return done;
}

enum status outfile_add(struct outfile *file, const char *bytes, size_t n, struct err *err)
{
	buf_add(&file->to, bytes, n);
	return file->to.n < CHUNK || flush(file) ? OK : failed(file, err);
}

/* ---- closing ---- */

void outfile_drop(struct outfile *file)
{
	if (!file)
		return;
	if (file->fd >= 0)
		close(file->fd);
	if (file->old >= 0)
		close(file->old);
	if (file->beside)
		unlink(file->beside);
	buf_release(&file->to);
	free(file->beside);
	free(file->target);
	free(file->path);
	free(file);
}

/* Some file systems cannot sync a folder, and need not. */
static bool sync_folder(const struct outfile *file)
{
	char *folder = strdup(place_of(file));
	char *slash = folder ? strrchr(folder, '/') : NULL;
	if (slash)
		slash[slash == folder] = '\0';
	int fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	if (fd < 0)
		return false;
	bool synced = fsync(fd) == 0 || errno == EINVAL;
	int failure = errno;
	close(fd);
	errno = failure;
	return synced;
}

static bool close_fd(struct outfile *file)
{
	int fd = file->fd;
	file->fd = -1;
	return close(fd) == 0;
}

/* Whether what stands there ends where the new one does. */
static bool is_whole(const struct outfile *file)
{
	struct stat there;
	return file->old >= 0 && fstat(file->old, &there) == 0 && there.st_size == file->same;
}

/* All is written, with its rights; what is no regular file is done with. */
static bool finish(struct outfile *file, enum outfile_end *how)
{
	bool done = flush(file);
	bool same = done && file->fd < 0 && is_whole(file);
	if (done && !same && !file->direct)
		done = (file->fd >= 0 || part_ways(file)) && fchmod(file->fd, file->rights) == 0;
	buf_release(&file->to);
	buf_init(&file->to);
	*how = file->direct ? OUTFILE_PASSED_ON : same ? OUTFILE_SAME : OUTFILE_REPLACED;
	return done;
}

enum status outfile_finish(struct outfile *file, enum outfile_end *how, struct err *err)
{
	bool done = finish(file, how);
	if (done && file->fd >= 0)
		done = close_fd(file);
	if (done && file->old >= 0) {
		close(file->old);
		file->old = -1;
	}
	return done ? OK : failed(file, err);
}

enum status outfile_place(struct outfile *file, struct err *err)
{
	enum status status = OK;
	if (file->beside && rename(file->beside, place_of(file)) != 0)
		status = failed(file, err);
	else
		forget_beside(file);
	outfile_drop(file);
	return status;
}

enum status outfile_close(struct outfile *file, enum outfile_end *how, struct err *err)
{
	enum outfile_end end = OUTFILE_SAME;
	bool done = finish(file, &end);
	if (done && end == OUTFILE_REPLACED)
		done = fsync(file->fd) == 0 && close_fd(file) && rename(file->beside, place_of(file)) == 0;
	if (done && end == OUTFILE_REPLACED) {
		forget_beside(file);
		done = sync_folder(file);
	} else if (done && end == OUTFILE_PASSED_ON) {
		done = close_fd(file);
	}
	enum status status = done ? OK : failed(file, err);
	if (done && how)
		*how = end;
	outfile_drop(file);
	return status;
}
