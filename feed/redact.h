/* redact.h: keeps e-mail addresses and telephone numbers out of what is published.
 *
 * In doubt it blanks out: a number of a paper that looks like a telephone number is lost, a day or an amount is not.
 */
#ifndef GRIFFIE_FEED_REDACT_H
#define GRIFFIE_FEED_REDACT_H

#include "core/base.h"

/* Adds `line`, which has single blanks only, to `out`, with "[…]" in place of each e-mail address and telephone number. Linear. */
void redact_line(struct slice line, struct buf *out);

#endif
