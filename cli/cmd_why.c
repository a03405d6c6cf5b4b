/* cmd_why.c: griffie why: evidence, rule and arithmetic of one follow-up. */
#include "cli/commands.h"
#include "cli/evidence.h"
#include "cli/facts.h"
#include "cli/print.h"
#include "cli/stored.h"

/* Whether the quote went away from this follow-up, else it came to it. */
static bool went(const struct gathering *word, const struct followup *f)
{
	return strcmp(word->was, f->key) == 0;
}

static void gathered_json(struct json *json, const struct followup *f, const struct gatherings *gathered)
{
	json_begin_array(json, "gathered");
	for (size_t i = 0; i < gathered->n; i++) {
		const struct gathering *word = &gathered->v[i];
		json_begin_object(json, NULL);
		json_text(json, "word", gathering_word_to_text(word->word));
		json_day(json, "on", word->on);
		json_text(json, "from", went(word, f) ? f->uid : word->other);
		json_text(json, "to", went(word, f) ? word->other : f->uid);
		json_text(json, "quote", word->text);
		json_text(json, "document", word->quote.document);
		json_text(json, "because", word->because);
		json_end_object(json);
	}
	json_end_array(json);
}

static void print_json(const struct due_row *row, const struct gatherings *gathered)
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
	gathered_json(&json, f, gathered);
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

static const char *gathered_text(const struct gathering *word, const struct followup *f)
{
	if (word->word == GATHERING_SPLIT)
		return went(word, f) ? _("split off, to") : _("split off, from");
	return went(word, f) ? _("merged, to") : _("merged, from");
}

static void print_gathered(const struct session *session, const struct followup *f, const struct gatherings *gathered)
{
	if (gathered->n)
		print_section(session, _("Split and merged by hand"));
	for (size_t i = 0; i < gathered->n; i++) {
		const struct gathering *word = &gathered->v[i];
		char on[DATE_TEXT];
		print_wrapped(session,
			      arena_printf(session->arena, "%s: %s %.8s: “%s”", date_format(word->on, on),
					   gathered_text(word, f), word->other ? word->other : "?",
					   word->text ? word->text : "…"),
			      2);
		if (word->because)
			print_wrapped(session, word->because, 4);
	}
}

/* A state by hand has no words, and a paper where one was named; `number` is that for griffie split, 0: none. */
static enum status print_quote(struct session *session, const struct quote *quote, size_t number, struct err *err)
{
	const char *place = NULL;
	const char *words = *quote->text ? arena_printf(session->arena, "“%s”", quote->text) : _("by hand");
	print_wrapped(session, number ? arena_printf(session->arena, "%zu. %s", number, words) : words, 2);
	enum status status = evidence_place(session, quote, &place, err);
	if (status == OK && place)
		print_format(session, "    %s\n", place);
	return status;
}

static enum status print_page(struct session *session, const struct due_row *row, const struct gatherings *gathered,
			      struct err *err)
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
		status = print_quote(session, &f->quotes.v[i], f->quotes.n > 1 ? i + 1 : 0, err);
	print_gathered(session, f, gathered);
	return status;
}

static enum status run(struct session *session, struct err *err)
{
	struct due_row row;
	struct gatherings gathered = {0};
	enum status status = db_followup_load(session->db, session->arguments[0], session->arena, &row, err);
	if (status == OK)
		status = db_followup_gatherings(session->db, &row.followup, session->arena, &gathered, err);
	if (status != OK)
		return status;
	if (!session->json)
		return print_page(session, &row, &gathered, err);
	print_json(&row, &gathered);
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
