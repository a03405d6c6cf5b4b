/* assemble.h: from a checked outcome of a rule to a follow-up, with the item's own words. No Lua here. */
#ifndef GRIFFIE_RULES_ASSEMBLE_H
#define GRIFFIE_RULES_ASSEMBLE_H

#include "rules/wire.h"

/* Fills `out`: its uid, moment, quotes, moves and steps. Its texts are those of the arguments, or in `arena`. */
void assemble_followup(const struct outcome *outcome, const struct item *item, const struct pack *pack,
		       const struct rule *rule, struct arena *arena, struct followup *out);

#endif
