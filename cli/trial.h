/* trial.h: what the loaded packs would make of the register, told without a write.
 *
 * Items are derived in batches, each of which is read at one moment and forgotten when it was told. A follow-up is compared with what is
 * stored, words of people included; only what people see counts, so that another hash of a pack alone is no difference.
 */
#ifndef GRIFFIE_CLI_TRIAL_H
#define GRIFFIE_CLI_TRIAL_H

#include "cli/cli.h"

struct trial {
	int since; /* only items whose first transition is on or after this day, and of those without a day the follow-ups that
				    * begin so; DATE_NONE: all */
	const struct names *packs; /* only items that one of these packs serves; NULL: all */
	bool silent;               /* failures of rules are counted, not told */
	/* Takes one difference, which lives until it returns; NULL: they are counted only. */
	enum status (*take)(void *user, const struct followup_difference *difference, struct err *err);
	void *user;
};

struct trial_counts {
	size_t of[FOLLOWUP_CHANGE_COUNT];
	size_t items;  /* that were derived */
	size_t failed; /* for which a rule failed: they would keep what they have */
};

/* E_IO when it was stopped by Ctrl-C. */
must_check enum status trial_run(struct session *session, const struct trial *trial, struct trial_counts *out,
				 struct err *err);

#endif
