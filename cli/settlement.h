/* settlement.h: what was asked beside what closed it: the words of the letter, the decisions of the council, the judgements, and what is owed. */
#ifndef GRIFFIE_CLI_SETTLEMENT_H
#define GRIFFIE_CLI_SETTLEMENT_H

#include "cli/cli.h"
#include "cli/json.h"

struct settlement {
	struct decisions decisions;
	struct judgements judgements; /* those that no later one took the place of */
	const char *asked;            /* what a letter quotes, where the motion itself is not there; NULL */
};

must_check enum status settlement_load(struct session *session, const struct item *item, struct settlement *out,
				       struct err *err);
/* A section, for each thing that the item asks; nothing where nobody spoke of settling it. */
void settlement_print(const struct session *session, const struct item *item, const struct due_rows *due,
		      const struct settlement *settlement);
/* "settlement": [{part, asked, state, closing[{state, on, document, quote, start, end}], decisions[...], judgements[...]}],
 * "promised": [{uid, latest, quote}]; a part 0 where the item asks nothing by itself. */
void settlement_json(struct json *json, const struct item *item, const struct due_rows *due,
		     const struct settlement *settlement);
/* "answered: yes, 2025-05-20" */
const char *settlement_judgement(const struct session *session, const struct judgement *judgement);

#endif
