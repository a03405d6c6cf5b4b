/* assemble.h: from a checked outcome of a rule to a follow-up, with the item's own words. No Lua here. */
#ifndef GRIFFIE_RULES_ASSEMBLE_H
#define GRIFFIE_RULES_ASSEMBLE_H

#include "rules/wire.h"

/* The rule that gave an outcome, and the packs among which it was run. */
struct assembly {
	struct pack_chain chain;
	size_t depth;            /* of the rule's pack in the chain */
	size_t derives;          /* of the pack whose derive it runs */
	const struct rule *rule; /* as it stands after rules_inherit */
};

/* Whether the rule was in force on the day that starts the term: the one with which the arithmetic of the day began; where the day is that of
 * a promise, a request or a notice, the day of its paper; else the day on which the item began. */
bool assemble_is_in_force(const struct outcome *outcome, const struct item *item, const struct rule *rule);
/* Adds the follow-up to `out`, with its uid, moment, quotes, moves and steps; of one that recurs, as many as were met, and the next. Texts are
 * those of the arguments, or in `arena`. */
void assemble_followups(const struct outcome *outcome, const struct item *item, const struct assembly *assembly,
			struct arena *arena, struct followups *out);

#endif
