/* cmd_feed.c: griffie feed: follow-ups as one iCalendar. */
#include "cli/commands.h"
#include "cli/followup_print.h"
#include "cli/outfile.h"
#include "cli/print.h"
#include "cli/stored.h"
#include "feed/feed.h"

static const char *calendar_name(const struct session *session)
{
	const char *whose = session->body ? session->body : "";
	const char *party = option_value(session, "party");
	return arena_printf(session->arena, "griffie%s%s%s%s", *whose ? " – " : "", whose, party ? " – " : "",
			    party ? party : "");
}

static enum status put_out(const struct session *session, const char *path, const struct buf *bytes, struct err *err)
{
	bool written = false;
	if (!path || strcmp(path, "-") == 0) {
		fwrite(bytes->p, 1, bytes->n, stdout);
		return session_printed(err);
	}
	enum status status = outfile_write(path, bytes, &written, err);
	if (written && !session->quiet && !session->json)
		print_text(arena_printf(session->arena, _("wrote %s\n"), path));
	return status;
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
	if (status == OK)
		status = put_out(session, path, &bytes, err);
	buf_release(&bytes);
	return status;
}

/* Days for which a calendar still shows what was fulfilled, waived or withdrawn, so that subscribers see it close. */
enum { SHOWN_CLOSED = 30 };

/* Whether it closed on `since` or later: on the day of the paper that fulfilled it, or, when subscribers may have seen it open, when
 * that was recorded. An archive that is imported today brings nothing that was settled long ago. */
static bool closed_since(const struct due_row *row, int since)
{
	int fulfilled_on = row->followup.fulfilled_on;
	bool recorded = row->last_modified >= (int64_t)since * 86400;
	return fulfilled_on >= since || (recorded && (fulfilled_on == DATE_NONE || row->sequence > 0));
}

/* A day to look again is no day on which something is due: it stands in no calendar. */
static enum status add_rows(struct session *session, const struct followup_filter *filter, int since,
			    struct due_rows *out, struct err *err)
{
	struct due_rows rows = {0};
	enum status status = db_followup_list(session->db, filter, session->arena, &rows, err);
	for (size_t i = 0; status == OK && i < rows.n; i++) {
		struct followup *f = &rows.v[i].followup;
		f->because = stored_text(session, STORED_REASON, f->because);
		if (!f->review && (since == DATE_NONE || closed_since(&rows.v[i], since)))
			*list_push(session->arena, out) = rows.v[i];
	}
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
	if (status == OK)
		print_party_hint(session, rows.n);
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
