/* cmd_feed.c: griffie feed: follow-ups as one iCalendar. */
#include "cli/commands.h"
#include "cli/followup_print.h"
#include "cli/print.h"
#include "cli/publishing.h"
#include "feed/prepare.h"
#include "site/vdir.h"

static const char *calendar_name(const struct session *session)
{
	const char *whose = session->body ? session->body : "";
	const char *party = option_value(session, "party");
	return arena_printf(session->arena, "griffie%s%s%s%s", *whose ? " – " : "", whose, party ? " – " : "",
			    party ? party : "");
}

enum { CHUNK = 64 * 1024 };

/* Where a calendar goes. */
struct sink {
	struct outfile *file; /* NULL: standard output */
	struct buf to;        /* the same: not printed yet, since components are small and calendars large */
};

static void sink_print(struct sink *sink)
{
	if (sink->to.n)
		fwrite(sink->to.p, 1, sink->to.n, stdout);
	sink->to.n = 0;
}

static enum status sink_add(void *user, struct slice text, struct err *err)
{
	struct sink *sink = user;
	if (sink->file)
		return outfile_add(sink->file, text.p, text.n, err);
	buf_add(&sink->to, text.p, text.n);
	if (sink->to.n >= CHUNK)
		sink_print(sink);
	return OK;
}

static enum status calendar_write(struct session *session, const struct feed_form *form,
				  const struct rendition *rendition, const struct followup_filter *filter,
				  struct sink *sink, struct err *err)
{
	size_t n = 0;
	enum status status =
		feed_write(session->db, form, rendition, calendar_name(session), filter, sink_add, sink, &n, err);
	if (status == OK)
		print_party_hint(session, n);
	return status;
}

static enum status calendar_put(struct session *session, const struct feed_form *form,
				const struct rendition *rendition, const struct followup_filter *filter,
				struct err *err)
{
	const char *path = option_value(session, "output");
	struct sink sink = {0};
	enum outfile_end how = OUTFILE_PASSED_ON;
	if (!path || strcmp(path, "-") == 0) {
		enum status status = calendar_write(session, form, rendition, filter, &sink, err);
		sink_print(&sink);
		buf_release(&sink.to);
		return status == OK ? session_printed(err) : status;
	}
	enum status status = outfile_open(path, &sink.file, err);
	if (status != OK)
		return status;
	status = calendar_write(session, form, rendition, filter, &sink, err);
	if (status != OK) {
		outfile_drop(sink.file);
		return status;
	}
	status = outfile_close(sink.file, &how, err);
	if (status == OK && how != OUTFILE_PASSED_ON && !session->quiet && !session->json)
		print_text(arena_printf(session->arena,
					how == OUTFILE_REPLACED ? _("wrote %s\n") : _("%s needed no change\n"), path));
	return status;
}

static enum status vdir_put(struct session *session, const struct feed_form *form, const struct rendition *rendition,
			    const struct followup_filter *filter, struct err *err)
{
	const char *path = option_value(session, "vdir");
	struct folder_counts counts = {0};
	size_t n = 0;
	enum status status = vdir_write(session->db, path, form, rendition, filter, &n, &counts, err);
	if (status == OK)
		print_party_hint(session, n);
	if (status == OK && !session->quiet && !session->json)
		print_text(arena_printf(session->arena,
					_("%s: %zu files written, %zu left as they were, %zu removed\n"), path,
					counts.written, counts.kept, counts.removed));
	return status;
}

static void tell_made(void *user, size_t made)
{
	progress_show(user, _("writing the calendar"), made, 0);
}

static enum status run(struct session *session, struct err *err)
{
	const char *as = option_value(session, "as");
	struct feed_form form = {
		.todo = as && strcmp(as, "todo") == 0, .dutch = session->dutch, .base_url = publishing_base(session)};
	struct followup_filter filter;
	struct rendition rendition;
	if (as && strcmp(as, "event") != 0 && strcmp(as, "todo") != 0)
		return err_set(err, E_USAGE, _("unknown form '%s': event or todo"), as);
	if (option_given(session, "vdir") && option_given(session, "output"))
		return err_set(err, E_USAGE, "%s", _("--vdir and --output cannot go together: leave one out"));
	enum status status = followup_filter_read(session, &filter, err);
	if (status == OK)
		status = feed_prepare(session->db, &form, session->today, tell_made, session, session->arena,
				      &rendition, err);
	progress_clear(session);
	if (status != OK)
		return status;
	return option_given(session, "vdir") ? vdir_put(session, &form, &rendition, &filter, err)
					     : calendar_put(session, &form, &rendition, &filter, err);
}

/* The address of the pages may stand in the pack of the body. */
static enum status prepare(struct session *session, struct err *err)
{
	(void)err;
	if (session->body && !option_given(session, "base-url"))
		session->needs |= NEED_RULES;
	return OK;
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
		    {"vdir", "DIR", N_("a file an event into this folder, for khal and vdirsyncer"), 0},
		    {"base-url", "URL", N_("where the pages of items are; as the pack says if not given"), 0}},
	.run = run,
	.prepare = prepare,
};
