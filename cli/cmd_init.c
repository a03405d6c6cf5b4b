/* cmd_init.c: griffie init: makes the register. */
#include "cli/commands.h"
#include "cli/print.h"

static enum status run(struct session *session, struct err *err)
{
	enum status status = db_open(session->db_path, true, session->now, &session->db, err);
	if (status == OK && !session->quiet && !session->json)
		print_format(session, _("made the register %s\nnext: griffie import FOLDER\n"), session->db_path);
	return status;
}

const struct command command_init = {
	.name = "init",
	.usage = "",
	.help = N_("make an empty register"),
	.more = N_(
		"The register is one file, griffie.db in the working folder unless --db or $GRIFFIE_DB names another.\n"
		"A register that is there already is left alone."),
	.run = run,
};
