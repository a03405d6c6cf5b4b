/* cmd_quarantine.c: griffie quarantine: the files and questions that wait for a person. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"

static void print_json(const struct open_question *question)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "path", question->path);
	json_text(&json, "sha256", question->sha256);
	json_text(&json, "reason", question->reason);
	json_text(&json, "item", question->item);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static void print_question(const struct session *session, const struct open_question *question)
{
	print_coloured(session, COLOUR_BOLD, question->path ? question->path : "-");
	putchar('\n');
	print_wrapped(session, register_reason(session, question->reason), 4);
	if (question->item)
		print_wrapped(session,
			      arena_printf(session->arena,
					   question->secrecy ? _("answer with: griffie confide %s, or with --off")
							     : _("answer with: griffie status %s STATE"),
					   question->item),
			      4);
}

static enum status run(struct session *session, struct err *err)
{
	struct open_questions questions = {0};
	enum status status = db_quarantine_list(session->db, session->arena, &questions, err);
	if (status != OK)
		return status;
	for (size_t i = 0; i < questions.n; i++) {
		if (session->json)
			print_json(&questions.v[i]);
		else
			print_question(session, &questions.v[i]);
	}
	if (!questions.n && !session->json && !session->quiet)
		printf("%s\n", _("no open questions"));
	return OK;
}

const struct command command_quarantine = {
	.name = "quarantine",
	.usage = "",
	.help = N_("files that could not be read or understood, and what they ask"),
	.more = N_(
		"A question stays until it is answered: the file is put right and imported, or the state of the item\n"
		"that it is about is recorded with griffie status."),
	.needs = NEED_DB,
	.run = run,
};
