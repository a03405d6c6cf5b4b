/* audit_walk.h: the items of the register one by one, as audit and slips look at them: chosen, as of a day, as known at a time. */
#ifndef GRIFFIE_CLI_AUDIT_WALK_H
#define GRIFFIE_CLI_AUDIT_WALK_H

#include "cli/cli.h"

/* Which items, and how they are seen. */
struct audit_choice {
	const char *ref;   /* NULL: all */
	const char *party; /* NULL: all */
	int kind;          /* enum item_kind, or -1 */
	int as_of;         /* DATE_NONE: with all that is known */
	int64_t known;     /* the last entry of the journal that counts; -1: all */
	int day;           /* on which it is asked what is overdue */
	size_t untold;     /* out: what can no longer be told of that day or time */
};

/* Gets each item that is wanted and was there, with its slips; while it runs, session->arena holds what lasts no longer than the call. */
typedef enum status (*audit_visit)(struct session *session, void *user, const struct audit_case *it, struct err *err);

/* Reads the choice from the options that audit and slips share. */
must_check enum status audit_choice_read(struct session *session, struct audit_choice *out, struct err *err);
/* All in one view of the register, in the order in which items came into it. */
must_check enum status audit_walk(struct session *session, struct audit_choice *choice, audit_visit visit, void *user,
				  struct err *err);
/* Says on standard error what could not be told, if anything. */
void audit_tell_untold(const struct session *session, const struct audit_choice *choice);

#define AUDIT_CHOICES                                                                                                  \
	{"as-of", "DATE", N_("what was true on this day, by what is known now"), 0},                                   \
		{"known-on", "TIME", N_("what the register said at this time: 2025-01-31T09:00:00Z, or a day"), 0},    \
		{"kind", "KIND", N_("of the item: motion, question, letter ..."), 0},                                  \
	{                                                                                                              \
		"party", "PARTY", N_("of a submitter"), 0                                                              \
	}

#endif
