/* cmd_publish.c: griffie publish: the calendars and pages of the register as a folder of files. */
#include "cli/commands.h"
#include "cli/followup_print.h"
#include "cli/print.h"
#include "cli/publishing.h"

/* "wonen=party=VVD overdue": the name, and behind the first "=" the filters. */
static enum status saved_add(struct session *session, struct slice line, struct saved_selections *out, struct err *err)
{
	const char *text = arena_text(session->arena, line);
	const char *equals = strchr(text, '=');
	struct slice name = {text, equals ? (size_t)(equals - text) : 0};
	struct saved_selection saved = {.title = arena_text(session->arena, name)};
	const char *slug = selection_slug(saved.title, session->arena);
	if (!*slug)
		return err_set(err, E_USAGE, _("'%s' has no name: write --feed NAME='FILTERS'"), text);
	saved.name = arena_printf(session->arena, "selection-%s", slug);
	for (size_t i = 0; i < out->n; i++)
		if (strcmp(out->v[i].name, saved.name) == 0)
			return err_set(err, E_USAGE, _("two calendars '%s': name one of them otherwise"), slug);
	enum status status = followup_filter_parse(session, equals + 1, &saved.filter, err);
	if (status == OK)
		*list_push(session->arena, out) = saved;
	return status;
}

static enum status saved_read(struct session *session, struct saved_selections *out, struct err *err)
{
	const char *lines = option_value(session, "feed");
	enum status status = OK;
	while (status == OK && lines && *lines) {
		size_t n = strcspn(lines, "\n");
		status = saved_add(session, (struct slice){lines, n}, out, err);
		lines += n + (lines[n] == '\n');
	}
	return status;
}

static void tell(const struct session *session, const struct folder_counts *counts, bool current)
{
	const char *folder = session->arguments[0];
	if (session->quiet)
		return;
	if (current)
		print_text(arena_printf(session->arena, _("%s is up to date\n"), folder));
	else
		print_text(arena_printf(session->arena,
					_("%s: %zu files written, %zu left as they were, %zu removed\n"), folder,
					counts->written, counts->kept, counts->removed));
}

/* What is kept back waits for a person, who may not know it. */
static enum status tell_kept_back(struct session *session, struct err *err)
{
	struct open_questions open = {0};
	enum status status = db_quarantine_list(session->db, session->arena, &open, err);
	size_t n = 0;
	for (size_t i = 0; i < open.n; i++)
		n += open.v[i].secrecy;
	if (status == OK && n && !session->quiet)
		print_message(
			arena_printf(session->arena,
				     _("%zu papers say that they are confidential: no more than number and kind is "
				       "published until 'griffie confide' answers; see 'griffie quarantine'"),
				     n));
	return status;
}

static enum status run(struct session *session, struct err *err)
{
	struct folder_counts counts = {0};
	bool current = false;
	struct publishing publishing = {0};
	enum status status = publishing_read(session, session->arguments[0], &publishing, err);
	if (status == OK)
		status = saved_read(session, &publishing.saved, err);
	if (status == OK)
		status = publish(session->db, &publishing, &counts, &current, err);
	progress_clear(session);
	if (status == OK)
		tell(session, &counts, current);
	return status == OK ? tell_kept_back(session, err) : status;
}

const struct command command_publish = {
	.name = "publish",
	.usage = "DIR",
	.help = N_("all calendars and their pages as a folder for a web server"),
	.more = N_("Writes calendars by party, portfolio, member, kind and item, of everything and of what is late, "
		   "each as\n"
		   "events and as tasks; pages to subscribe from, in Dutch and English; a page an item, to which the "
		   "events\n"
		   "lead; and feeds.json. Only what changed is written, whole or not at all, so that it can run from "
		   "cron\n"
		   "while a web server serves the folder. A calendar that was published once stays, empty if need be.\n"
		   "Example: griffie publish /var/www/raad --body nl/den-haag --base-url https://raad.example.nl/"),
	.needs = NEED_DB,
	.least = 1,
	.most = 1,
	.options = {PUBLISHING_OPTIONS, {"feed", "NAME=FILTERS", N_("one more calendar; may be given again"), 0}},
	.many = "feed",
	.run = run,
	.prepare = publishing_prepare,
};
