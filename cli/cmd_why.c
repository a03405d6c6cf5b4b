/* cmd_why.c: griffie why: evidence, rule and arithmetic of one follow-up. */
#include "cli/commands.h"
#include "cli/facts.h"
#include "cli/print.h"
#include "cli/stored.h"

static void print_json(const struct due_row *row)
{
	const struct followup *f = &row->followup;
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "uid", f->uid);
	json_text(&json, "rule", f->rule);
	json_text(&json, "rule_sha256", f->rule_sha256);
	facts_quotes(&json, &f->quotes);
	json_begin_array(&json, "steps");
	for (size_t i = 0; i < f->step_count; i++)
		json_text(&json, NULL, f->steps[i]);
	json_end_array(&json);
	json_text(&json, "source", f->source);
	json_bool(&json, "verified", f->verified);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static void print_head(const struct session *session, const struct due_row *row)
{
	const struct followup *f = &row->followup;
	char day[DATE_TEXT];
	print_coloured(session, COLOUR_BOLD, arena_printf(session->arena, "%s  %s", f->item, f->title ? f->title : ""));
	printf("\n%s\n", f->uid);
	if (row->item_title)
		print_wrapped(session, row->item_title, 2);
	print_format(session, _("  owed by %s: %s, %s\n"), f->owed_by ? f->owed_by : "?", print_form(f->form),
		     f->latest == DATE_NONE ? _("no date")
					    : arena_printf(session->arena,
							   f->review ? _("look again on %s") : _("at the latest on %s"),
							   date_format(f->latest, day)));
	printf(_("  state: %s\n"), print_followup_state(followup_state(f, session->today)));
	if (f->because)
		print_format(session, _("  because: %s\n"), stored_text(session, STORED_REASON, f->because));
}

static void print_rule(const struct session *session, const struct followup *f)
{
	print_section(session, _("Rule"));
	print_format(session, "  %s\n", f->rule);
	if (f->source)
		print_wrapped(session, f->source, 2);
	if (!f->verified)
		printf("  %s\n", _("this source was not verified"));
	printf(_("  the pack's SHA-256: %s\n"), f->rule_sha256 ? f->rule_sha256 : "?");
}

static void print_moves(const struct session *session, const struct followup *f)
{
	if (f->moves.n == 0)
		return;
	print_section(session, _("How the date moved"));
	for (size_t i = 0; i < f->moves.n; i++) {
		const struct move *move = &f->moves.v[i];
		char on[DATE_TEXT], was[DATE_TEXT], now[DATE_TEXT];
		printf(_("  %s: from %s to %s\n"), date_format(move->on, on),
		       move->was == DATE_NONE ? "?" : date_format(move->was, was),
		       move->latest == DATE_NONE ? _("no date") : date_format(move->latest, now));
		if (move->reason)
			print_wrapped(session, move->reason, 4);
	}
}

/* A state by hand has no words, and a paper where one was named. */
static enum status print_quote(struct session *session, const struct quote *quote, struct err *err)
{
	struct stored_document stored;
	struct text text;
	print_wrapped(session, *quote->text ? arena_printf(session->arena, "“%s”", quote->text) : _("by hand"), 2);
	if (!quote->document)
		return OK;
	enum status status = db_document_load(session->db, quote->document, session->arena, &stored, err);
	if (status != OK)
		return status;
	if (!*quote->text) {
		print_format(session, "    %s\n", stored.path);
		return OK;
	}
	text_read(stored.text, session->arena, &text);
	print_format(session, _("    %s, page %d, bytes %zu to %zu\n"), stored.path, text_page(&text, quote->raw.start),
		     quote->raw.start, quote->raw.end);
	return OK;
}

static enum status print_page(struct session *session, const struct due_row *row, struct err *err)
{
	const struct followup *f = &row->followup;
	enum status status = OK;
	print_head(session, row);
	print_rule(session, f);
	if (f->step_count)
		print_section(session, _("Arithmetic"));
	for (size_t i = 0; i < f->step_count; i++)
		print_wrapped(session, f->steps[i], 2);
	print_moves(session, f);
	if (f->quotes.n)
		print_section(session, _("Evidence"));
	for (size_t i = 0; status == OK && i < f->quotes.n; i++)
		status = print_quote(session, &f->quotes.v[i], err);
	return status;
}

static enum status run(struct session *session, struct err *err)
{
	struct due_row row;
	enum status status = db_followup_load(session->db, session->arguments[0], session->arena, &row, err);
	if (status != OK)
		return status;
	if (!session->json)
		return print_page(session, &row, err);
	print_json(&row);
	return OK;
}

const struct command command_why = {
	.name = "why",
	.usage = "UID",
	.help = N_("why something is owed: evidence, rule, arithmetic"),
	.more = N_("UID is that of a follow-up, or its beginning, as griffie due shows it."),
	.needs = NEED_DB,
	.least = 1,
	.most = 1,
	.run = run,
};
