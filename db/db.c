/* db.c: opening the register, and transactions.
 *
 * Any other file is refused before SQLite touches it: its header is read first, since opening alone may roll a stranger's journal back.
 * Every setting is read back (settings in db_settings.c). A new register is made by running the migrations in one transaction.
 */
#include "db/db_gate.h"
#include "db/db_journal.h"
#include "db/db_settings.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes 68 to 71 of the file: application_id. */
enum { HEADER_SIZE = 100, ID_OFFSET = 68 };

static bool is_ours(const unsigned char header[HEADER_SIZE])
{
	const unsigned char *id = header + ID_OFFSET;
	uint32_t number = (uint32_t)id[0] << 24 | (uint32_t)id[1] << 16 | (uint32_t)id[2] << 8 | id[3];
	return memcmp(header, "SQLite format 3", 16) == 0 && number == SETTINGS_APPLICATION_ID;
}

static enum status header_check(const char *path, int fd, bool create, struct err *err)
{
	unsigned char header[HEADER_SIZE];
	ssize_t n = read(fd, header, sizeof header);
	if (n < 0)
		return err_set(err, E_IO, "'%s': %s", path, strerror(errno));
	bool ours = n == HEADER_SIZE && is_ours(header);
	if (create && ours)
		return err_set(err, E_REFUSED, "'%s' is a register already", path);
	if (create && n > 0)
		return err_set(err, E_REFUSED, "'%s' exists and is no register: name another file with --db", path);
	if (!create && !ours)
		return err_set(err, E_INVALID, "'%s' is no register: name another file with --db", path);
	return OK;
}

/* The descriptor must be closed before SQLite opens the file: closing it later would drop SQLite's locks. */
static enum status file_check(const char *path, bool create, struct err *err)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (create ? O_CREAT : 0), 0666);
	if (fd < 0 && errno == ENOENT && !create)
		return err_set(err, E_NOT_FOUND, "no register at '%s': make one with 'griffie init'", path);
	if (fd < 0 && errno == ELOOP)
		return err_set(err, E_INVALID, "'%s' is a symbolic link: name the register itself", path);
	if (fd < 0)
		return err_set(err, E_IO, "'%s': %s", path, strerror(errno));
	struct stat st;
	enum status status;
	if (fstat(fd, &st) != 0)
		status = err_set(err, E_IO, "'%s': %s", path, strerror(errno));
	else if (!S_ISREG(st.st_mode))
		status = err_set(err, E_INVALID, "'%s' is no register: it is not a file", path);
	else if (st.st_nlink > 1)
		status = err_set(err, E_INVALID, "'%s' has a second name (a hard link): its journal could be missed",
				 path);
	else
		status = header_check(path, fd, create, err);
	close(fd);
	return status;
}

/* SQLITE_OPEN_NOFOLLOW refuses links anywhere in the path; links to folders are fine, so those are followed here. */
static char *path_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t n = slash ? (size_t)(slash - path) : 0;
	char *folder = slash ? strndup(path, n ? n : 1) : strdup(".");
	char *real = folder ? realpath(folder, NULL) : NULL;
	char *whole = NULL;
	if (real && asprintf(&whole, "%s/%s", strcmp(real, "/") ? real : "", slash ? slash + 1 : path) < 0)
		whole = NULL;
	free(folder);
	free(real);
	return whole;
}

static enum status handle_open(struct db *db, struct err *err)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE |
		    SQLITE_OPEN_EXRESCODE;
	char *path = path_of(db->path);
	if (!path)
		return err_set(err, E_IO, "'%s' cannot be opened: %s", db->path, strerror(errno));
	int rc = sqlite3_open_v2(path, &db->handle, flags, NULL);
	free(path);
	if (!db->handle)
		memory_exhausted();
	return rc == SQLITE_OK ? OK : gate_failed(db, rc, err);
}

enum status db_open(const char *path, bool create, int64_t now, struct db **out, struct err *err)
{
	struct db *db = NULL;
	enum status status = file_check(path, create, err);
	if (status != OK)
		return status;
	char *copy = strdup(path);
	db = calloc(1, sizeof *db);
	if (!db || !copy)
		memory_exhausted();
	db->path = copy;
	db->now = now;
	status = handle_open(db, err);
	if (status == OK)
		status = settings_apply(db, err);
	if (status == OK)
		status = settings_migrate(db, create, err);
	if (status == OK)
		status = settings_functions(db, err);
	if (status == OK)
		status = settings_shadow(db, err);
	if (status == OK)
		status = settings_lock(db, err);
	if (status == OK)
		*out = db;
	else
		db_close(db);
	return status;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	if (db->writing)
		db_rollback(db);
	for (size_t i = 0; i < SQL_COUNT; i++)
		sqlite3_finalize(db->statements[i]);
	sqlite3_close(db->handle);
	free(db->path);
	free(db);
}

int64_t db_now(const struct db *db)
{
	return db->now;
}

enum status db_begin(struct db *db, struct err *err)
{
	enum status status = gate_run(db, SQL_BEGIN, err);
	if (status != OK)
		return status;
	db->writing = true;
	status = journal_begin(db, err);
	if (status != OK)
		db_rollback(db);
	return status;
}

enum status db_commit(struct db *db, struct err *err)
{
	enum status status = gate_run(db, SQL_COMMIT, err);
	if (status == OK)
		db->writing = false;
	else
		db_rollback(db);
	return status;
}

/* After some failures SQLite has rolled back itself; then there is nothing to do, and nothing to report. */
void db_rollback(struct db *db)
{
	db->writing = false;
	if (!sqlite3_get_autocommit(db->handle) && gate_run(db, SQL_ROLLBACK, NULL) != OK)
		return;
}

enum status db_trial_begin(struct db *db, struct err *err)
{
	return part_begin(db, &db->trial, err);
}

enum status db_trial_end(struct db *db, enum status status, struct err *err)
{
	return part_end(db, &db->trial, status, err);
}

enum status db_view_begin(struct db *db, struct err *err)
{
	return gate_run(db, SQL_READ, err);
}

void db_view_end(struct db *db)
{
	reading_end(db, !sqlite3_get_autocommit(db->handle));
}
