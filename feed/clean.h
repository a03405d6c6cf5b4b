/* clean.h: text of papers made fit for a calendar: one line of valid UTF-8 that shows all it holds.
 *
 * Gone are control characters, direction marks and everything else that is not seen; any kind of blank or line end is one blank.
 * E-mail addresses and telephone numbers are blanked out (core/contact.h). What comes out always has a place to fold within 75 octets.
 */
#ifndef GRIFFIE_FEED_CLEAN_H
#define GRIFFIE_FEED_CLEAN_H

#include "core/base.h"

/* `text` (NULL is "") as one clean line of at most `max` characters, at least 2; cut at a word, and then it ends in "…". */
const char *clean_line(const char *text, size_t max, struct arena *arena);

#endif
