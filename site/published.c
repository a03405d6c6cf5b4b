/* published.c: opens by openat(2) with O_NOFOLLOW at every step, since a path that is checked first and opened afterwards can be another by
 * then. What is known of files lies in a table with one place for each remainder of a file's number: files of one folder have numbers that
 * follow each other, and where two meet, the later one is only worked out again.
 */
#include "site/published.h"

#include "hash/sha256.h"
#include "site/site.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KNOWN_MOST = 4096 };

/* The bytes of a file, as far as its folder tells them apart. */
struct version {
	dev_t device;
	ino_t number;
	off_t size;
	struct timespec modified;
	struct timespec changed;
};

struct known {
	struct version version;
	char hash[SHA256_TEXT]; /* "" in an empty place */
};

struct shelf {
	int folder;
	pthread_mutex_t lock;    /* of `known` */
	pthread_mutex_t hashing; /* held while a file is read, so that one request of many reads it */
	struct known known[KNOWN_MOST];
};

static const struct {
	const char *ending;
	const char *type;
} types[] = {
	{".ics", "text/calendar; charset=utf-8"},
	{".html", "text/html; charset=utf-8"},
	{".json", "application/json"},
	{".css", "text/css; charset=utf-8"},
	{".svg", "image/svg+xml"},
	{".png", "image/png"},
	{".txt", "text/plain; charset=utf-8"},
};

/* NULL for what is not published. */
static const char *type_of(struct slice name)
{
	for (size_t i = 0; i < ARRAY_SIZE(types); i++) {
		size_t n = strlen(types[i].ending);
		if (name.n > n && memcmp(name.p + name.n - n, types[i].ending, n) == 0)
			return types[i].type;
	}
	return NULL;
}

/* ---- paths ---- */

static bool name_is_published(const char *name)
{
	if (!is_letter(*name) && !is_digit(*name) && *name != '-' && *name != '_')
		return false;
	for (; *name; name++)
		if (!is_letter(*name) && !is_digit(*name) && *name != '.' && *name != '-' && *name != '_')
			return false;
	return true;
}

/* Copies the part of the path up to the next slash, and goes on behind it. E_NOT_FOUND for one that no file can have. */
static enum status next_name(const char **path, char name[PUBLISHED_NAME])
{
	size_t n = strcspn(*path, "/");
	if (n >= PUBLISHED_NAME)
		return E_NOT_FOUND;
	memcpy(name, *path, n);
	name[n] = '\0';
	*path += n;
	return OK;
}

/* Opens what lies at `path` within the folder; -1 with errno when it cannot be. */
static int walk(int folder, const char *path, char name[PUBLISHED_NAME])
{
	static const char well_known[] = ".well-known/security.txt";
	bool exempt = strcmp(path, well_known) == 0;
	int at = folder;
	for (;;) {
		bool fits = next_name(&path, name) == OK;
		if (fits && *name == '\0' && *path == '\0')
			snprintf(name, PUBLISHED_NAME, "index.html");
		fits = fits && (exempt || name_is_published(name));
		errno = ENOENT;
		int how = *path ? O_PATH | O_DIRECTORY : O_RDONLY | O_NONBLOCK | O_NOCTTY;
		int fd = fits ? openat(at, name, how | O_NOFOLLOW | O_CLOEXEC) : -1;
		int failure = errno;
		if (at != folder)
			close(at);
		errno = failure;
		if (fd < 0 || *path == '\0')
			return fd;
		at = fd;
		path++;
	}
}

/* ---- what is known of a file ---- */

static bool same_instant(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/* The time of change moves also when the name of a file is given to another, which leaves its bytes alone. */
static bool same_bytes(const struct version *a, const struct version *b)
{
	return a->device == b->device && a->number == b->number && a->size == b->size &&
	       same_instant(a->modified, b->modified);
}

static bool same_version(const struct version *a, const struct version *b)
{
	return same_bytes(a, b) && same_instant(a->changed, b->changed);
}

static struct version version_of(const struct stat *st)
{
	return (struct version){st->st_dev, st->st_ino, st->st_size, st->st_mtim, st->st_ctim};
}

static bool recall(struct shelf *shelf, const struct version *version, char hash[SHA256_TEXT])
{
	const struct known *known = &shelf->known[version->number % KNOWN_MOST];
	pthread_mutex_lock(&shelf->lock);
	bool found = known->hash[0] && same_version(&known->version, version);
	if (found)
		memcpy(hash, known->hash, SHA256_TEXT);
	pthread_mutex_unlock(&shelf->lock);
	return found;
}

static void remember(struct shelf *shelf, const struct version *version, const char hash[SHA256_TEXT])
{
	struct known *known = &shelf->known[version->number % KNOWN_MOST];
	pthread_mutex_lock(&shelf->lock);
	known->version = *version;
	memcpy(known->hash, hash, SHA256_TEXT);
	pthread_mutex_unlock(&shelf->lock);
}

/* False when the file cannot be read whole, or changes while it is read. */
static bool hash_file(struct shelf *shelf, int fd, const struct version *version, char hash[SHA256_TEXT])
{
	struct stat after;
	if (recall(shelf, version, hash))
		return true;
	pthread_mutex_lock(&shelf->hashing);
	bool whole = recall(shelf, version, hash);
	if (!whole && sha256_file(fd, version->size, hash) && fstat(fd, &after) == 0) {
		struct version now = version_of(&after);
		whole = same_bytes(&now, version);
		if (whole)
			remember(shelf, version, hash);
	}
	pthread_mutex_unlock(&shelf->hashing);
	return whole;
}

/* ---- files ---- */

/* Whatever stands in the way of a file that is there is trouble: a client that is told "not found" may drop its events. */
static enum status not_opened(const struct shelf *shelf, const struct published *file, int failure, struct err *err)
{
	struct stat st;
	bool gone = failure == ENOENT || failure == ENOTDIR || failure == ELOOP || failure == ENAMETOOLONG ||
		    failure == ENXIO;
	if (gone && fstat(shelf->folder, &st) == 0 && st.st_nlink > 0)
		return E_NOT_FOUND;
	if (gone)
		return err_set(err, E_IO, "the published folder is gone: start serve again");
	const char *name = file->secret ? err_text(err, "a private feed") : file->name;
	return err_set(err, E_IO, "'%s' cannot be read: %s", name, strerror(failure));
}

static enum status fill(struct shelf *shelf, struct published *file, struct err *err)
{
	struct stat st;
	char hash[SHA256_TEXT];
	file->type = type_of(slice_of(file->name));
	if (fstat(file->fd, &st) != 0)
		return not_opened(shelf, file, errno, err);
	if (!file->type || !S_ISREG(st.st_mode))
		return E_NOT_FOUND;
	struct version version = version_of(&st);
	if (st.st_size == 0 || !hash_file(shelf, file->fd, &version, hash))
		return not_opened(shelf, file, EIO, err);
	file->size = st.st_size;
	file->modified = st.st_mtim.tv_sec;
	file->calendar = file->type == types[0].type;
	snprintf(file->etag, sizeof file->etag, "\"%s\"", hash);
	return OK;
}

enum status published_open(struct shelf *shelf, const char *path, struct published *out, struct err *err)
{
	struct published file = {.secret = strncmp(path + 1, SITE_SECRET, strlen(SITE_SECRET)) == 0};
	file.fd = walk(shelf->folder, path + 1, file.name);
	if (file.fd < 0)
		return not_opened(shelf, &file, errno, err);
	enum status status = fill(shelf, &file, err);
	if (status == OK)
		*out = file;
	else
		close(file.fd);
	return status;
}

/* ---- the folder ---- */

/* A folder of something else is not put on the net by a slip of the hand. */
static bool holds_published(int folder)
{
	bool found = false;
	DIR *dir = fdopendir(openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
	for (struct dirent *e = dir ? readdir(dir) : NULL; e && !found; e = readdir(dir))
		found = strcmp(e->d_name, "feeds.json") == 0 || strcmp(e->d_name, "index.html") == 0 ||
			slice_ends(slice_of(e->d_name), ".ics");
	if (dir)
		closedir(dir);
	return found;
}

enum status shelf_open(const char *folder, struct shelf **out, struct err *err)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return err_set(err, errno == ENOENT || errno == ENOTDIR ? E_NOT_FOUND : E_IO,
			       "the folder '%s' cannot be opened: %s", folder, strerror(errno));
	if (!holds_published(fd)) {
		close(fd);
		return err_set(err, E_INVALID,
			       "nothing in '%s' was published: it has no index.html, no feeds.json and no calendar",
			       folder);
	}
	struct shelf *shelf = calloc(1, sizeof *shelf);
	if (!shelf)
		memory_exhausted();
	shelf->folder = fd;
	pthread_mutex_init(&shelf->lock, NULL);
	pthread_mutex_init(&shelf->hashing, NULL);
	*out = shelf;
	return OK;
}

void shelf_free(struct shelf *shelf)
{
	if (!shelf)
		return;
	close(shelf->folder);
	pthread_mutex_destroy(&shelf->lock);
	pthread_mutex_destroy(&shelf->hashing);
	free(shelf);
}

int shelf_folder(const struct shelf *shelf)
{
	return shelf->folder;
}
