/* reason.h: whether a paper that moves a day says why, and in which words. */
#ifndef GRIFFIE_CORE_REASON_H
#define GRIFFIE_CORE_REASON_H

#include "core/text.h"

/* The words that give the reason of what `quote` announces, in `arena`: those of the quote itself, or of a sentence of `text` (NULL: the
 * quote is all there is) that stands close by. NULL when none is given: that it takes longer is no reason. */
const char *reason_find(const struct text *text, const char *quote, struct arena *arena);

#endif
