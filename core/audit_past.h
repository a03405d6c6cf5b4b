/* audit_past.h: an item as it was on an earlier day, by what is known of it now. */
#ifndef GRIFFIE_CORE_AUDIT_PAST_H
#define GRIFFIE_CORE_AUDIT_PAST_H

#include "core/audit.h"

/* Leaves in `it` what was true on `day`: transitions by the day of their effect, follow-ups by the day on which they were first owed, fulfilled,
 * waived and moved. What has no day counts from the day of its paper on; without one, always. Gives false when there was no such item
 * yet. `it->untold` counts what reading all the papers found, and follow-ups that are withdrawn by now, where a later paper may be the
 * cause: they are left out, since when they came to be cannot be told. */
bool audit_past(struct audit_case *it, int day, struct arena *arena);

#endif
