/* cmd_doctor.c: griffie doctor, griffie verify: health, and whether the journal is whole. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "cli/stored.h"

#include <unistd.h>

/* The names of checks, as JSON has them, are words for people too. */
static const char *const names[] = {
	N_("settings"),   N_("place"),   N_("rights"),  N_("integrity"),
	N_("references"), N_("journal"), N_("records"), N_("rules"),
};

static const char *name_of(const char *check)
{
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (strcmp(names[i], check) == 0)
			return _(names[i]);
	return check;
}

static bool print_check(const struct session *session, const char *name, bool ok, const char *detail)
{
	if (session->json) {
		struct json json;
		json_init(&json);
		json_begin_object(&json, NULL);
		json_text(&json, "check", name);
		json_bool(&json, "ok", ok);
		json_text(&json, "detail", detail);
		json_end_object(&json);
		json_print(&json);
		json_release(&json);
		return ok;
	}
	print_coloured(session, ok ? COLOUR_GREEN : COLOUR_RED, ok ? _("ok    ") : _("wrong "));
	putchar(' ');
	print_cell(session, COLOUR_PLAIN, name_of(name), 24);
	putchar(' ');
	print_text(detail ? stored_text(session, STORED_CHECK, detail) : "");
	putchar('\n');
	return ok;
}

/* pdftotext is the one program that griffie runs. */
static bool has_program(const char *name)
{
	const char *path = getenv("PATH");
	char file[4096];
	for (const char *p = path ? path : "/usr/bin:/bin"; *p;) {
		size_t n = strcspn(p, ":");
		if (snprintf(file, sizeof file, "%.*s/%s", (int)n, p, name) < (int)sizeof file &&
		    access(file, X_OK) == 0)
			return true;
		p += p[n] ? n + 1 : n;
	}
	return false;
}

static enum status run_doctor(struct session *session, struct err *err)
{
	struct db_checks checks = {0};
	enum status status = db_doctor(session->db, session->arena, &checks, err);
	if (status != OK)
		return status;
	bool pdf = has_program("pdftotext");
	bool well = print_check(session, "pdftotext", pdf,
				pdf ? _("found") : _("not found: PDF cannot be read; install poppler-utils"));
	const struct pack *packs;
	size_t n = rules_packs(session->rules, &packs);
	well &= print_check(session, "rules", n > 0, arena_printf(session->arena, _("%zu packs loaded"), n));
	for (size_t i = 0; i < checks.n; i++)
		well &= print_check(session, checks.v[i].name, checks.v[i].ok, checks.v[i].detail);
	return well ? OK : err_set(err, E_DB, "%s", _("something is wrong: see above"));
}

static enum status run_verify(struct session *session, struct err *err)
{
	struct journal_head head;
	int64_t first_bad = 0;
	enum status status = db_journal_verify(session->db, &head, &first_bad, err);
	if (status != OK)
		return status;
	if (session->json) {
		struct json json;
		json_init(&json);
		json_begin_object(&json, NULL);
		json_number(&json, "entries", head.entries);
		json_text(&json, "head", head.hash);
		json_text(&json, "result", first_bad ? "broken" : "whole");
		if (first_bad)
			json_number(&json, "first_bad", first_bad);
		else
			json_text(&json, "first_bad", NULL);
		json_end_object(&json);
		json_print(&json);
		json_release(&json);
	} else if (!first_bad && !session->quiet) {
		printf(_("the journal is whole: %lld entries, head %s\n"), (long long)head.entries, head.hash);
	}
	return first_bad ? err_set(err, E_DB, _("the journal is broken at entry %lld"), (long long)first_bad) : OK;
}

const struct command command_doctor = {
	.name = "doctor",
	.usage = "",
	.help = N_("is everything in order"),
	.needs = NEED_RULES | NEED_DB,
	.run = run_doctor,
};

const struct command command_verify = {
	.name = "verify",
	.usage = "",
	.help = N_("is the journal whole, and the register what it says"),
	.more = N_("Walks the chain of the journal, works out every stored record again,\n"
		   "and names the first entry that does not fit."),
	.needs = NEED_DB,
	.run = run_verify,
};
