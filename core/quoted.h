/* quoted.h: what a letter quotes of the motion that it is on. */
#ifndef GRIFFIE_CORE_QUOTED_H
#define GRIFFIE_CORE_QUOTED_H

#include "core/document.h"

/* The words with which the quoted motion asks, from its verb to the end of the quotation, on one line; and where they stand in the stored text.
 * False when the paper quotes no motion that asks. */
bool quoted_request(const struct document *document, struct arena *arena, const char **words, struct span *raw);

#endif
