/* cmd_audit.c: griffie audit: what does not fit, by name, with the words that it rests on. */
#include "cli/audit_sink.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/stored.h"

/* What is asked for, and what came of it. */
struct audit {
	struct audit_choice choice;
	const char *finding;        /* NULL: all */
	int severity;               /* enum audit_severity, or -1 */
	struct open_questions open; /* of items, sorted by ref; none of an earlier day or time */
	struct audit_sink sink;
	struct audit_counts counts;
	bool counting; /* nothing is written yet */
};

/* ---- questions that the clerk has not answered ---- */

static int by_item(const void *x, const void *y)
{
	const struct open_question *a = x, *b = y;
	int c = strcmp(a->item, b->item);
	return c ? c : strcmp(a->reason, b->reason);
}

static enum status questions_read(struct session *session, struct audit *out, struct err *err)
{
	struct open_questions all = {0};
	if (out->choice.known >= 0 || out->choice.as_of != DATE_NONE)
		return OK;
	enum status status = db_quarantine_list(session->db, session->arena, &all, err);
	for (size_t i = 0; status == OK && i < all.n; i++)
		if (all.v[i].item)
			*list_push(session->arena, &out->open) = all.v[i];
	if (out->open.n)
		qsort(out->open.v, out->open.n, sizeof *out->open.v, by_item);
	return status;
}

static bool is_known(const struct audit_findings *findings, const char *detail)
{
	for (size_t i = 0; i < findings->n; i++)
		if (strcmp(findings->v[i].detail, detail) == 0)
			return true;
	return false;
}

/* A row of a list says something of an item that nobody could read; its own papers may be in order. */
static void questions_add(const struct session *session, const struct audit *audit, const char *ref,
			  struct audit_findings *out)
{
	static const char name[] = "unknown_status";
	size_t low = 0, high = audit->open.n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (strcmp(audit->open.v[mid].item, ref) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < audit->open.n && strcmp(audit->open.v[low].item, ref) == 0; low++) {
		const struct open_question *question = &audit->open.v[low];
		if (is_known(out, question->reason))
			continue;
		struct audit_finding *finding = list_push(session->arena, out);
		*finding = (struct audit_finding){
			.name = name, .severity = audit_severity_of(name), .detail = question->reason};
		if (question->sha256)
			*list_push(session->arena, &finding->evidence) = (struct quote){question->sha256, "", {0, 0}};
	}
}

/* ---- one item ---- */

static bool is_wanted(const struct audit *audit, const struct audit_finding *finding)
{
	if (audit->finding && strcmp(audit->finding, finding->name) != 0)
		return false;
	return audit->severity < 0 || (int)finding->severity == audit->severity;
}

static enum status item_audit(struct session *session, void *user, const struct audit_case *it, struct err *err)
{
	struct audit *audit = user;
	struct audit_findings all = {0}, wanted = {0};
	audit_item(it, audit->choice.day, session->arena, &all);
	questions_add(session, audit, it->item.ref, &all);
	for (size_t i = 0; i < all.n; i++)
		if (is_wanted(audit, &all.v[i]))
			*list_push(session->arena, &wanted) = all.v[i];
	if (!wanted.n)
		return OK;
	audit_count(&audit->counts, &wanted);
	return audit->counting ? OK : audit_sink_add(session, &audit->sink, &it->item, &wanted, err);
}

/* ---- options ---- */

static enum status finding_read(const struct session *session, struct audit *out, struct err *err)
{
	out->finding = option_value(session, "finding");
	for (size_t i = 0; out->finding && audit_name(i); i++)
		if (strcmp(audit_name(i), out->finding) == 0)
			return OK;
	if (out->finding)
		return err_set(err, E_USAGE, _("unknown finding '%s': see 'griffie audit --help'"), out->finding);
	return OK;
}

static enum status severity_read(const struct session *session, struct audit *out, struct err *err)
{
	const char *text = option_value(session, "severity");
	enum audit_severity severity;
	out->severity = -1;
	if (!text)
		return OK;
	if (!audit_severity_from_text(text, &severity))
		return err_set(err, E_USAGE, _("unknown severity '%s': high, medium or low"), text);
	out->severity = (int)severity;
	return OK;
}

/* Files take the place of what is printed; with --json, that goes on. */
static enum status sink_open(const struct session *session, struct audit_sink *sink, struct err *err)
{
	const char *csv = option_value(session, "csv"), *html = option_value(session, "html");
	sink->json = session->json;
	sink->text = !session->json && !csv && !html;
	enum status status = csv ? outfile_open(csv, &sink->csv, err) : OK;
	return status == OK && html ? outfile_open(html, &sink->html, err) : status;
}

static enum status file_close(struct outfile **file, enum status status, struct err *err)
{
	struct outfile *own = *file;
	*file = NULL;
	if (own && status == OK)
		return outfile_close(own, NULL, err);
	outfile_drop(own);
	return status;
}

/* ---- the command ---- */

/* The totals stand at the head of a page, so that for one the register is looked at twice. */
static enum status audit_write(struct session *session, struct audit *audit, struct err *err)
{
	enum status status = OK;
	audit->counting = audit->sink.html != NULL;
	if (audit->counting)
		status = audit_walk(session, &audit->choice, item_audit, audit, err);
	const struct audit_counts head = audit->counts;
	audit->counts = (struct audit_counts){0};
	audit->counting = false;
	if (status == OK)
		status = audit_sink_begin(session, &audit->sink, &audit->choice, &head, err);
	if (status == OK)
		status = audit_walk(session, &audit->choice, item_audit, audit, err);
	return status == OK ? audit_sink_end(session, &audit->sink, err) : status;
}

static enum status run(struct session *session, struct err *err)
{
	struct audit audit = {0};
	enum status status = audit_choice_read(session, &audit.choice, err);
	if (status == OK)
		status = finding_read(session, &audit, err);
	if (status == OK)
		status = severity_read(session, &audit, err);
	if (status == OK)
		status = questions_read(session, &audit, err);
	if (status == OK)
		status = sink_open(session, &audit.sink, err);
	if (status == OK)
		status = audit_write(session, &audit, err);
	status = file_close(&audit.sink.csv, status, err);
	status = file_close(&audit.sink.html, status, err);
	if (status != OK)
		return status;
	print_party_hint(session, audit.counts.findings);
	audit_tell_untold(session, &audit.choice);
	if (!session->json && !session->quiet)
		audit_counts_print(session, &audit.counts, audit.choice.day);
	return session_printed(err);
}

const struct command command_audit = {
	.name = "audit",
	.usage = "",
	.help = N_("what does not fit: findings with their evidence"),
	.more = N_(
		"Findings of high severity: settled_while_promising, settled_without_evidence,\n"
		"question_part_unanswered, answer_missing, outcome_contradicts. Of medium severity: overdue,\n"
		"answer_late, moved_without_reason, held_too_long, forbidden_transition. Of low severity:\n"
		"settlement_unconfirmed, promise_without_date, unknown_status, date_contradicts, identity_in_doubt,\n"
		"answer_without_date, promise_not_found, unreadable, says_confidential. The manual says what each "
		"means.\n"
		"Example: griffie audit --as-of 2025-06-30 --severity high --html bevindingen.html"),
	.needs = NEED_RULES | NEED_DB,
	.options = {AUDIT_CHOICES,
		    {"finding", "NAME", N_("only findings of this name"), 0},
		    {"severity", "LEVEL", N_("high, medium or low"), 0},
		    {"csv", "FILE", N_("write a table to this file"), 0},
		    {"html", "FILE", N_("write a page to this file, to read and to print"), 0}},
	.run = run,
};
