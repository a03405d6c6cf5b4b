/* promise_act.h: one way to read a sentence as an act, and the evidence that it gives. Internal to promise. */
#ifndef GRIFFIE_CORE_PROMISE_ACT_H
#define GRIFFIE_CORE_PROMISE_ACT_H

#include "core/promise_judge.h"

/* Collects in `out` what speaks for and against the verb at word `at`, or against the task there when `use` is NULL. A
 * sentence that is `pledged` governs any act that is named in it. False when this is no act that can be promised. */
bool act_read(const struct reading *r, const struct verb_use *use, size_t at, const struct bench *bench, bool pledged,
	      struct verdict *out);
/* Fills who is told, and whether doubt is said. */
void act_add_manner(const struct reading *r, struct verdict *v);
void evidence_add(struct verdict *v, enum evidence evidence);
bool evidence_has(const struct verdict *v, enum evidence evidence);

#endif
