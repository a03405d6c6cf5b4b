/* cmd_feed.c: griffie feed: follow-ups as one iCalendar. */
#include "cli/commands.h"
#include "cli/followup_print.h"
#include "feed/feed.h"

#include <errno.h>
#include <unistd.h>

/* Writes beside the file, syncs and renames, so that a reader sees the old feed or the new one. */
static enum status write_file(const char *path, const struct buf *bytes, struct err *err)
{
	char beside[4096];
	if (snprintf(beside, sizeof beside, "%s.new", path) >= (int)sizeof beside)
		return err_set(err, E_USAGE, _("'%.100s...': the name is too long"), path);
	FILE *file = fopen(beside, "w");
	if (!file)
		return err_set(err, E_IO, _("'%s' cannot be written: %s"), beside, strerror(errno));
	bool whole = fwrite(bytes->p, 1, bytes->n, file) == bytes->n && fflush(file) == 0 && fsync(fileno(file)) == 0;
	whole = fclose(file) == 0 && whole;
	if (whole && rename(beside, path) == 0)
		return OK;
	err_set(err, E_IO, _("'%s' cannot be written: %s"), path, strerror(errno));
	unlink(beside);
	return E_IO;
}

static const char *calendar_name(const struct session *session)
{
	const char *whose = session->body ? session->body : "";
	const char *party = option_value(session, "party");
	return arena_printf(session->arena, "griffie%s%s%s%s", *whose ? " – " : "", whose, party ? " – " : "",
			    party ? party : "");
}

static enum status write_feed(struct session *session, const struct due_rows *rows, struct err *err)
{
	const char *as = option_value(session, "as");
	const char *path = option_value(session, "output");
	if (as && strcmp(as, "event") != 0 && strcmp(as, "todo") != 0)
		return err_set(err, E_USAGE, _("unknown form '%s': event or todo"), as);
	struct feed_entry *entries = arena_alloc(session->arena, (rows->n + 1) * sizeof *entries);
	for (size_t i = 0; i < rows->n; i++) {
		const struct due_row *row = &rows->v[i];
		entries[i] = (struct feed_entry){&row->followup,
						 {row->created, row->last_modified, row->sequence},
						 row->item_title,
						 row->party,
						 row->entry};
	}
	struct feed_options options = {
		.todo = as && strcmp(as, "todo") == 0,
		.dutch = session->dutch,
		.name = calendar_name(session),
		.base_url = option_value(session, "base-url"),
		.today = DATE_NONE,
	};
	struct buf bytes;
	buf_init(&bytes);
	enum status status = feed_format(entries, rows->n, &options, &bytes, err);
	if (status == OK && path && strcmp(path, "-") != 0)
		status = write_file(path, &bytes, err);
	else if (status == OK)
		fwrite(bytes.p, 1, bytes.n, stdout);
	if (status == OK && path && !session->quiet && !session->json)
		printf(_("wrote %s\n"), path);
	buf_release(&bytes);
	return status;
}

/* Days for which a calendar still shows what was fulfilled, waived or withdrawn, so that subscribers see it close. */
enum { SHOWN_CLOSED = 30 };

/* Whether it closed on `since` or later: on the day of the paper that fulfilled it, else when that was recorded. */
static bool closed_since(const struct due_row *row, int since)
{
	int fulfilled_on = row->followup.fulfilled_on;
	return fulfilled_on != DATE_NONE ? fulfilled_on >= since : row->last_modified >= (int64_t)since * 86400;
}

/* A day to look again is no day on which something is due: it stands in no calendar. */
static enum status add_rows(struct session *session, const struct followup_filter *filter, int since,
			    struct due_rows *out, struct err *err)
{
	struct due_rows rows = {0};
	enum status status = db_followup_list(session->db, filter, session->arena, &rows, err);
	for (size_t i = 0; status == OK && i < rows.n; i++)
		if (!rows.v[i].followup.review && (since == DATE_NONE || closed_since(&rows.v[i], since)))
			*list_push(session->arena, out) = rows.v[i];
	return status;
}

static enum status run(struct session *session, struct err *err)
{
	static const char *const closed[] = {"fulfilled", "waived", "withdrawn"};
	struct followup_filter filter;
	struct due_rows rows = {0};
	enum status status = followup_filter_read(session, &filter, err);
	filter.with_quotes = true;
	bool open_only = filter.state || filter.overdue;
	if (status == OK)
		status = add_rows(session, &filter, DATE_NONE, &rows, err);
	for (size_t i = 0; status == OK && !open_only && i < ARRAY_SIZE(closed); i++) {
		filter.state = closed[i];
		status = add_rows(session, &filter, session->today - SHOWN_CLOSED, &rows, err);
	}
	return status == OK ? write_feed(session, &rows, err) : status;
}

const struct command command_feed = {
	.name = "feed",
	.usage = "",
	.help = N_("what is owed as an iCalendar"),
	.more = N_(
		"One all-day event on the last day of each follow-up; those without a date are in no calendar.\n"
		"The filters are those of griffie due. What was fulfilled, waived or withdrawn stays for thirty days,\n"
		"marked so. Nothing else is read from the clock: unchanged follow-ups give unchanged bytes."),
	.needs = NEED_DB,
	.options = {FOLLOWUP_FILTERS,
		    {"as", "event|todo", N_("events (the default) or tasks"), 0},
		    {"output", "FILE", N_("write to this file, not to standard output"), 'o'},
		    {"base-url", "URL", N_("where the pages of items are"), 0}},
	.run = run,
};
