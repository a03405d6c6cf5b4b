/* commands.c: the table of commands, in the order of the help. A new one is a row here and a file of its own. */
#include "cli/commands.h"

const struct command *const commands[] = {
	&command_init,   &command_import,     &command_due,     &command_list,  &command_search, &command_show,
	&command_why,    &command_feed,       &command_publish, &command_feeds, &command_serve,  &command_add,
	&command_status, &command_settle,     &command_refuse,  &command_judge, &command_link,   &command_confide,
	&command_fulfil, &command_waive,      &command_move,    &command_split, &command_merge,  &command_read,
	&command_when,   &command_term,       &command_rules,   &command_audit, &command_slips,  &command_verify,
	&command_doctor, &command_quarantine,
};

const size_t command_count = ARRAY_SIZE(commands);
