/* fold.h: content lines as they stand in a file (RFC 5545, 3.1 and 3.3.11): escaped, folded, ended by CRLF.
 *
 * A physical line has at most 75 octets. A fold stands inside no UTF-8 character and no escape, and beside no blank, since
 * readers that trim lines would join two words.
 */
#ifndef GRIFFIE_FEED_FOLD_H
#define GRIFFIE_FEED_FOLD_H

#include "core/base.h"

/* Adds `text` with its backslashes, semicolons, commas and line feeds escaped. */
void fold_escape(const char *text, struct buf *out);
/* Adds one content line, folded and ended. Where no place to fold is good, one that is merely allowed is taken. */
void fold_line(struct slice line, struct buf *out);
/* Adds what stood in `line`, a content line ended by CRLF, before it was folded, without its end. */
void fold_undo(const char *line, struct buf *out);

#endif
