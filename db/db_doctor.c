/* db_doctor.c: the register's health, as a table of checks. A check that fails says what to do; only trouble in asking is an error. */
#include "db/db_settings.h"
#include "db/db_verify.h"

#include <sys/stat.h>
#include <sys/vfs.h>

/* What the checks work with, and what one leaves for the next: the journal is walked once. */
struct patient {
	struct db *db;
	struct arena *arena;
	struct journal_head head;
	struct traces traces;
	int64_t first_bad;
};

/* Sets `ok` and `detail` of the check. */
typedef enum status (*check_fn)(struct patient *patient, struct db_check *out, struct err *err);

static enum status check_settings(struct patient *patient, struct db_check *out, struct err *err)
{
	struct err why = err_like(err);
	out->ok = settings_check(patient->db, &why) == OK;
	out->detail = out->ok ? "rollback journal, synchronous=EXTRA, foreign keys"
			      : arena_text(patient->arena, slice_of(why.msg));
	return OK;
}

/* Locks do not hold on shared folders, and without locks two writers destroy the file. */
static enum status check_place(struct patient *patient, struct db_check *out, struct err *err)
{
	static const struct {
		unsigned long type;
		const char *name;
	} remote[] = {
		{0x6969, "NFS"}, {0xff534d42, "CIFS"}, {0xfe534d42, "SMB"}, {0x65735546, "FUSE"}, {0x01021997, "9P"}};
	struct statfs fs;
	(void)err;
	out->ok = true;
	out->detail = "on a local disk";
	if (statfs(patient->db->path, &fs) != 0)
		return OK;
	for (size_t i = 0; i < ARRAY_SIZE(remote); i++)
		if ((unsigned long)fs.f_type == remote[i].type) {
			out->ok = false;
			out->detail = arena_printf(
				patient->arena, "on %s, where locks may fail: move it to a local disk", remote[i].name);
		}
	return OK;
}

static enum status check_rights(struct patient *patient, struct db_check *out, struct err *err)
{
	struct stat st;
	(void)err;
	bool asked = stat(patient->db->path, &st) == 0;
	out->ok = !asked || (st.st_mode & S_IWOTH) == 0;
	out->detail = out->ok ? "only its owner and group write it"
			      : arena_printf(patient->arena, "anybody may write it: chmod o-w '%s'", patient->db->path);
	return OK;
}

static enum status check_integrity(struct patient *patient, struct db_check *out, struct err *err)
{
	struct query q;
	out->detail = "no answer";
	query_begin(&q, patient->db, SQL_INTEGRITY);
	if (query_row(&q))
		out->detail = query_get_text(&q, 0, patient->arena);
	enum status status = query_end(&q, err);
	out->ok = status == OK && out->detail && strcmp(out->detail, "ok") == 0;
	if (!out->ok)
		out->detail = arena_printf(patient->arena, "%s: put back an earlier copy of the register", out->detail);
	return status;
}

static enum status check_references(struct patient *patient, struct db_check *out, struct err *err)
{
	struct query q;
	out->ok = true;
	out->detail = "every row has its parent";
	query_begin(&q, patient->db, SQL_FOREIGN_KEYS);
	if (query_row(&q)) {
		out->ok = false;
		out->detail = arena_printf(patient->arena,
					   "a row of %s has lost its parent: put back an earlier copy of the register",
					   query_get_text(&q, 0, patient->arena));
	}
	return query_end(&q, err);
}

static enum status check_journal(struct patient *patient, struct db_check *out, struct err *err)
{
	enum status status =
		verify_journal(patient->db, patient->arena, &patient->head, &patient->traces, &patient->first_bad, err);
	out->ok = patient->first_bad == 0;
	out->detail = out->ok ? arena_printf(patient->arena, "%lld entries, head %s", (long long)patient->head.entries,
					     patient->head.hash)
			      : arena_printf(patient->arena, "entry %lld does not follow from the one before",
					     (long long)patient->first_bad);
	return status;
}

static enum status check_records(struct patient *patient, struct db_check *out, struct err *err)
{
	int64_t bad = 0;
	out->ok = false;
	out->detail = "not compared: the journal is not whole";
	if (patient->first_bad)
		return OK;
	enum status status = verify_records(patient->db, &patient->traces, patient->head.entries, &bad, err);
	out->ok = bad == 0;
	out->detail = bad ? arena_printf(patient->arena, "what entry %lld recorded was changed outside griffie",
					 (long long)bad)
			  : "as the journal recorded them";
	return status;
}

enum status db_doctor(struct db *db, struct arena *arena, struct db_checks *out, struct err *err)
{
	static const struct {
		const char *name;
		check_fn run;
	} checks[] = {
		{"settings", check_settings},   {"place", check_place},           {"rights", check_rights},
		{"integrity", check_integrity}, {"references", check_references}, {"journal", check_journal},
		{"records", check_records},
	};
	struct db_checks done = {0};
	struct patient patient = {.db = db, .arena = arena};
	bool own = false;
	enum status status = reading_begin(db, &own, err);
	for (size_t i = 0; status == OK && i < ARRAY_SIZE(checks); i++) {
		struct db_check *check = list_push(arena, &done);
		check->name = checks[i].name;
		status = checks[i].run(&patient, check, err);
	}
	reading_end(db, own);
	if (status == OK)
		*out = done;
	return status;
}
