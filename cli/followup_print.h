/* followup_print.h: one follow-up for people and as JSON, the same in due, why, fulfil, waive and move. */
#ifndef GRIFFIE_CLI_FOLLOWUP_PRINT_H
#define GRIFFIE_CLI_FOLLOWUP_PRINT_H

#include "cli/cli.h"

void followup_print_json(const struct session *session, const struct due_row *row);
/* Three lines: the day, how it stands, the item and what is owed; who owes it and how; the words that it rests on. */
void followup_print_line(const struct session *session, const struct due_row *row);
/* Filters as one text: "party=VVD portfolio=\"wethouder Barker\" overdue", with the names of the options. */
must_check enum status followup_filter_parse(const struct session *session, const char *text,
					     struct followup_filter *out, struct err *err);
/* The filters of due, that feed has too, from the options of the command. */
must_check enum status followup_filter_read(const struct session *session, struct followup_filter *out,
					    struct err *err);

#define FOLLOWUP_FILTERS                                                                                               \
	{"before", "DATE", N_("due before this day"), 0}, {"after", "DATE", N_("due after this day"), 0},              \
		{"overdue", NULL, N_("only what is overdue"), 0}, {"party", "PARTY", N_("of a submitter"), 0},         \
		{"portfolio", "PORTFOLIO", N_("of the member of the executive who owes it"), 0},                       \
		{"kind", "KIND", N_("of the item: motion, question, letter ..."), 0},                                  \
	{                                                                                                              \
		"state", "STATE", N_("pending, overdue, fulfilled, waived or withdrawn"), 0                            \
	}

#endif
