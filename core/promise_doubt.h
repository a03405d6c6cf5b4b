/* promise_doubt.h: what speaks against an act. Internal to promise. */
#ifndef GRIFFIE_CORE_PROMISE_DOUBT_H
#define GRIFFIE_CORE_PROMISE_DOUBT_H

#include "core/promise_reach.h"

/* Adds to the evidence of `v`, which has its holder and its reach, what speaks against it. */
void doubt_add(const struct reading *r, const struct act *act, const struct bench *bench, struct verdict *v);

/* Whether the act only describes a thing, explains another act, or is what a member says: no promise is made by naming it. */
bool doubt_is_told(const struct reading *r, const struct act *act, const struct bench *bench);

#endif
