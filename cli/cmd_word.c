/* cmd_word.c: griffie fulfil, waive, move: a person's word on a follow-up. It is a fact too, and survives every derivation. */
#include "cli/commands.h"
#include "cli/followup_print.h"

static void tell(const struct session *session)
{
	const struct due_row *row = session->result;
	if (session->json)
		followup_print_json(session, row);
	else if (!session->quiet)
		followup_print_line(session, row);
}

static enum status record(struct session *session, struct word *word, struct err *err)
{
	struct due_row *row = arena_alloc(session->arena, sizeof *row);
	bool changed = true;
	enum status status = db_followup_load(session->db, session->arguments[0], session->arena, row, err);
	if (status == OK)
		status = option_day(session, "on", &word->on, err);
	if (status == OK && word->on == DATE_NONE)
		word->on = session->today;
	if (status == OK)
		status = db_followup_record(session->db, row->followup.uid, word, &changed, err);
	if (status == OK && changed && word->kind == WORD_FULFIL) /* what recurs is owed again */
		status = register_derive_one(session, row->followup.item, err);
	if (status == OK)
		status = db_followup_load(session->db, row->followup.uid, session->arena, row, err);
	session->result = row;
	session->unchanged = !changed;
	return status;
}

static enum status need_reason(const struct session *session, const char **out, struct err *err)
{
	enum status status = option_text(session, "because", REASON_MOST, out, err);
	if (status == OK && !*out)
		return err_set(err, E_USAGE, _("'griffie %s' needs --because TEXT: an auditor will ask"),
			       session->command->name);
	return status;
}

static enum status run_fulfil(struct session *session, struct err *err)
{
	struct word word = {.kind = WORD_FULFIL};
	struct stored_document stored;
	const char *with = option_value(session, "with");
	if (!with)
		return err_set(err, E_USAGE, "%s", _("'griffie fulfil' needs --with DOC: the paper that fulfils it"));
	enum status status = option_text(session, "because", REASON_MOST, &word.because, err);
	if (status == OK)
		status = db_document_load(session->db, with, session->arena, &stored, err);
	if (status != OK)
		return status;
	word.document = stored.sha256;
	return record(session, &word, err);
}

static enum status run_waive(struct session *session, struct err *err)
{
	struct word word = {.kind = WORD_WAIVE};
	enum status status = need_reason(session, &word.because, err);
	return status == OK ? record(session, &word, err) : status;
}

/* The new moment may be words ("eind 2025") or a day. */
static enum status read_moment(const struct session *session, const char *text, struct moment *out, struct err *err)
{
	struct moments moments = {0};
	struct moment_context context = {.anchor = session->today,
					 .calendar = session_calendar((void *)(uintptr_t)session, session->body)};
	int day = date_parse(slice_of(text));
	if (day != DATE_NONE) {
		*out = (struct moment){.earliest = day, .latest = day, .precision = PRECISION_DAY, .rule = "day"};
		date_format(day, out->edtf);
		return OK;
	}
	moment_list(slice_of(text), &context, session->arena, &moments);
	if (moments.n != 1 || moments.v[0].latest == DATE_NONE)
		return err_set(err, E_USAGE, _("'%s' names no day: write 2025-10-01, or words such as 'eind 2025'"),
			       text);
	*out = moments.v[0];
	return OK;
}

static enum status run_move(struct session *session, struct err *err)
{
	struct word word = {.kind = WORD_MOVE};
	enum status status = need_reason(session, &word.because, err);
	if (status == OK)
		status = option_text(session, "to", TEXT_MOST, &word.date_text, err);
	if (status == OK && !word.date_text)
		return err_set(err, E_USAGE, "%s", _("'griffie move' needs --to MOMENT"));
	if (status == OK)
		status = read_moment(session, word.date_text, &word.moment, err);
	return status == OK ? record(session, &word, err) : status;
}

#define ON                                                                                                             \
	{                                                                                                              \
		"on", "DATE", N_("the day of the word (default: today)"), 0                                            \
	}

const struct command command_fulfil = {
	.name = "fulfil",
	.usage = "UID",
	.help = N_("record that a follow-up was fulfilled"),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 1,
	.most = 1,
	.options = {{"with", "DOC", N_("the paper that fulfils it: its SHA-256, or the beginning of it"), 0},
		    {"because", "TEXT", N_("a remark"), 0},
		    ON},
	.run = run_fulfil,
	.tell = tell,
};

const struct command command_waive = {
	.name = "waive",
	.usage = "UID",
	.help = N_("record that a follow-up need not be met"),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 1,
	.most = 1,
	.options = {{"because", "TEXT", N_("the reason"), 0}, ON},
	.run = run_waive,
	.tell = tell,
};

const struct command command_move = {
	.name = "move",
	.usage = "UID",
	.help = N_("record that a follow-up got another date"),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 1,
	.most = 1,
	.options = {{"to", "MOMENT", N_("a day, or words: 'eind 2025'"), 0},
		    {"because", "TEXT", N_("the reason"), 0},
		    ON},
	.run = run_move,
	.tell = tell,
};
