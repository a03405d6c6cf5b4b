/* commands.h: the commands, one file each (cmd_*.c). */
#ifndef GRIFFIE_CLI_COMMANDS_H
#define GRIFFIE_CLI_COMMANDS_H

#include "cli/cli.h"

extern const struct command command_init, command_import, command_due, command_list, command_search, command_show,
	command_why, command_feed, command_publish, command_serve, command_add, command_status, command_link,
	command_fulfil, command_waive, command_move, command_read, command_when, command_term, command_rules,
	command_verify, command_doctor, command_quarantine, command_split, command_merge, command_feeds,
	command_confide, command_settle, command_refuse, command_judge, command_audit, command_slips;

#endif
