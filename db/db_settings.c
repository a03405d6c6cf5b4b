/* db_settings.c: settings as tables; migrations from the binary, numbered by their file names. */
#include "db/db_settings.h"

#include "core/embedded.h"
#include "core/party.h"

#include <stdlib.h>

struct option {
	int option; /* SQLITE_DBCONFIG_ */
	int value;
};

static const struct option options[] = {
	{SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},        {SQLITE_DBCONFIG_DQS_DDL, 0},
	{SQLITE_DBCONFIG_DQS_DML, 0},   {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
};

struct pragma {
	const char *name;
	const char *set;
	const char *ask;
	const char *value;
};

/* EXTRA (3) syncs the folder after the journal was removed: without it a power loss may take back the last acknowledged commit. */
static const struct pragma pragmas[] = {
	{"journal_mode", "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete"},
	{"synchronous", "PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3"},
	{"foreign_keys", "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},
	{"recursive_triggers", "PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers", "1"},
	{"cell_size_check", "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
	{"cache_size", "PRAGMA cache_size = -16384", "PRAGMA cache_size", "-16384"},
	{"mmap_size", "PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0"},
	{"secure_delete", "PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"},
};

struct limit {
	int id; /* SQLITE_LIMIT_ */
	int value;
};

/* LENGTH must hold the text of the largest paper; the rest is what our own statements need. */
static const struct limit limits[] =
	{
		{SQLITE_LIMIT_LENGTH, 64 << 20},
		{SQLITE_LIMIT_SQL_LENGTH, 100000},
		{SQLITE_LIMIT_COLUMN, 100},
		{SQLITE_LIMIT_EXPR_DEPTH, 30},
		{SQLITE_LIMIT_COMPOUND_SELECT, 3},
		{SQLITE_LIMIT_VDBE_OP, 25000},
		{SQLITE_LIMIT_FUNCTION_ARG, 8},
		{SQLITE_LIMIT_ATTACHED, 1}, /* VACUUM INTO needs one; ATTACH itself is denied */
		{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
		{SQLITE_LIMIT_VARIABLE_NUMBER, 64},
		{SQLITE_LIMIT_TRIGGER_DEPTH, 10},
};

#define BUSY_MILLISECONDS 30000
#define HEAP_BYTES        ((sqlite3_int64)256 << 20)

static enum status options_apply(struct db *db, struct err *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(options); i++) {
		int is = -1;
		int rc = sqlite3_db_config(db->handle, options[i].option, options[i].value, &is);
		if (rc != SQLITE_OK || is != options[i].value)
			return err_set(err, E_DB, "'%s': sqlite does not take setting %d", db->path, options[i].option);
	}
	return OK;
}

/* Whether the pragma has its value; a failure counts as no. */
static int pragma_ask(struct db *db, const struct pragma *pragma, bool *out)
{
	sqlite3_stmt *statement = NULL;
	int rc = sqlite3_prepare_v2(db->handle, pragma->ask, -1, &statement, NULL);
	/* Without memory mapping compiled in, mmap_size gives no row. */
	*out = strcmp(pragma->name, "mmap_size") == 0;
	if (rc == SQLITE_OK)
		rc = sqlite3_step(statement);
	if (rc == SQLITE_ROW) {
		const char *is = (const char *)sqlite3_column_text(statement, 0);
		*out = is && strcmp(is, pragma->value) == 0;
	}
	sqlite3_finalize(statement);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : rc;
}

enum status settings_check(struct db *db, struct err *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(pragmas); i++) {
		bool right = false;
		int rc = pragma_ask(db, &pragmas[i], &right);
		if (rc != SQLITE_OK)
			return gate_failed(db, rc, err);
		if (!right)
			return err_set(err, E_DB, "'%s': %s is not '%s'", db->path, pragmas[i].name, pragmas[i].value);
	}
	return OK;
}

enum status settings_apply(struct db *db, struct err *err)
{
	sqlite3_hard_heap_limit64(HEAP_BYTES);
	gate_wait(db, BUSY_MILLISECONDS);
	for (size_t i = 0; i < ARRAY_SIZE(limits); i++)
		sqlite3_limit(db->handle, limits[i].id, limits[i].value);
	enum status status = options_apply(db, err);
	for (size_t i = 0; status == OK && i < ARRAY_SIZE(pragmas); i++) {
		int rc = sqlite3_exec(db->handle, pragmas[i].set, NULL, NULL, NULL);
		if (rc != SQLITE_OK)
			status = gate_failed(db, rc, err);
	}
	return status == OK ? settings_check(db, err) : status;
}

/* ---- migrations ---- */

/* The number of a migration's file, or 0 for any other file. */
static int migration_number(const struct embedded *file)
{
	static const char folder[] = "migrations/";
	if (strncmp(file->name, folder, sizeof folder - 1) != 0)
		return 0;
	return (int)strtol(file->name + sizeof folder - 1, NULL, 10);
}

static enum status number_ask(struct db *db, enum sql sql, int64_t *out, struct err *err)
{
	struct query q;
	query_begin(&q, db, sql);
	if (query_row(&q))
		*out = query_get_number(&q, 0);
	return query_end(&q, err);
}

static enum status migrations_run(struct db *db, int64_t version, struct err *err)
{
	for (const struct embedded *f = embedded_files; f->name; f++) {
		if (migration_number(f) <= version)
			continue;
		int rc = sqlite3_exec(db->handle, f->begin, NULL, NULL, NULL);
		if (rc != SQLITE_OK) {
			enum status status = gate_failed(db, rc, err);
			err_prefix(err, "%s: ", f->name);
			return status;
		}
	}
	return OK;
}

static int64_t newest(void)
{
	int version = 0;
	for (const struct embedded *f = embedded_files; f->name; f++)
		if (migration_number(f) > version)
			version = migration_number(f);
	return version;
}

/* The version is asked again under the lock: two may want to bring the file up to date at once. */
static enum status migrate_locked(struct db *db, bool create, struct err *err)
{
	int64_t version = 0, tables = 0;
	enum status status = number_ask(db, SQL_SCHEMA_VERSION, &version, err);
	if (status == OK)
		status = number_ask(db, SQL_TABLE_COUNT, &tables, err);
	if (status == OK && create && tables)
		status = err_set(err, E_REFUSED, "'%s' is a register already", db->path);
	if (status == OK)
		status = migrations_run(db, version, err);
	return status;
}

enum status settings_migrate(struct db *db, bool create, struct err *err)
{
	int64_t version = 0;
	enum status status = number_ask(db, SQL_SCHEMA_VERSION, &version, err);
	if (status != OK || version == newest())
		return status;
	if (version > newest())
		return err_set(err, E_INVALID,
			       "'%s' was made by a newer griffie (schema %lld): bring griffie up to date", db->path,
			       (long long)version);
	status = db_begin(db, err);
	if (status != OK)
		return status;
	status = migrate_locked(db, create, err);
	if (status == OK)
		return db_commit(db, err);
	db_rollback(db);
	return status;
}

/* ---- files that cannot be written ---- */

/* As in the migrations, without references: those cannot leave the connection's own schema. */
static const char shadow[] =
	"CREATE TEMP TABLE rendition (\n"
	"    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, seq INTEGER NOT NULL, since "
	"TEXT\n"
	") STRICT;\n"
	"CREATE TEMP TABLE component (\n"
	"    id INTEGER PRIMARY KEY, rendition INTEGER NOT NULL, due TEXT NOT NULL, uid TEXT NOT NULL, followup "
	"INTEGER NOT NULL,\n"
	"    made_of TEXT NOT NULL, digest TEXT NOT NULL, last_modified INTEGER NOT NULL, text TEXT NOT NULL\n"
	") STRICT;\n"
	"CREATE UNIQUE INDEX temp.component_due ON component (rendition, due, uid);\n"
	"CREATE UNIQUE INDEX temp.component_followup ON component (followup, rendition);\n";

enum status settings_shadow(struct db *db, struct err *err)
{
	int rc = db_is_readonly(db) ? sqlite3_exec(db->handle, shadow, NULL, NULL, NULL) : SQLITE_OK;
	return rc == SQLITE_OK ? OK : gate_failed(db, rc, err);
}

/* ---- the authorizer ---- */

static bool is_one_of(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; name && i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static int pragma_allowed(const char *name, const char *value)
{
	static const char *const checks[] = {"integrity_check", "foreign_key_check"};
	static const char *const questions[] = {
		"application_id",     "user_version",    "journal_mode",  "synchronous", "foreign_keys", "mmap_size",
		"recursive_triggers", "cell_size_check", "secure_delete", "cache_size",  "page_size"};
	if (is_one_of(name, checks, ARRAY_SIZE(checks)))
		return SQLITE_OK;
	return !value && is_one_of(name, questions, ARRAY_SIZE(questions)) ? SQLITE_OK : SQLITE_DENY;
}

/* What our statements do is allowed; all else is not: ATTACH, PRAGMA, CREATE, ALTER, DROP, and changes of the journal's past. */
static int authorize(void *user, int action, const char *a, const char *b, const char *schema, const char *trigger)
{
	(void)user, (void)schema, (void)trigger;
	static const char *const kept[] = {"journal", "sqlite_schema", "sqlite_master"};
	static const char *const fixed[] = {"journal", "opening", "sqlite_schema", "sqlite_master"};
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_FUNCTION:
	case SQLITE_INSERT:
	case SQLITE_TRANSACTION:
	case SQLITE_SAVEPOINT:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	case SQLITE_UPDATE:
		return is_one_of(a, fixed, ARRAY_SIZE(fixed)) ? SQLITE_DENY : SQLITE_OK;
	case SQLITE_DELETE:
		return is_one_of(a, kept, ARRAY_SIZE(kept)) ? SQLITE_DENY : SQLITE_OK;
	case SQLITE_PRAGMA:
		return pragma_allowed(a, b);
	default:
		return SQLITE_DENY;
	}
}

/* ---- functions of ours ---- */

/* party_short(TEXT): one name for a party, whatever papers call it. */
static void party_short_sql(sqlite3_context *context, int n, sqlite3_value **values)
{
	(void)n;
	const char *text = (const char *)sqlite3_value_text(values[0]);
	if (!text)
		return;
	struct slice brief = party_short((struct slice){text, (size_t)sqlite3_value_bytes(values[0])});
	sqlite3_result_text(context, brief.p, (int)brief.n, SQLITE_TRANSIENT);
}

enum status settings_functions(struct db *db, struct err *err)
{
	int rc = sqlite3_create_function(db->handle, "party_short", 1,
					 SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, party_short_sql,
					 NULL, NULL);
	return rc == SQLITE_OK ? OK : gate_failed(db, rc, err);
}

enum status settings_lock(struct db *db, struct err *err)
{
	int rc = sqlite3_set_authorizer(db->handle, authorize, NULL);
	return rc == SQLITE_OK ? OK : gate_failed(db, rc, err);
}
