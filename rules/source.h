/* source.h: which text may be a rule pack, and which text may leave one. */
#ifndef GRIFFIE_RULES_SOURCE_H
#define GRIFFIE_RULES_SOURCE_H

#include "core/base.h"

#define SOURCE_MAX ((size_t)16 * 1024)

/* Valid UTF-8 of at most SOURCE_MAX bytes without NUL, byte order mark, control characters other than tab and line ends, and without
 * the characters that turn the direction of text (U+202A to 202E, U+2066 to 2069). E_RULE names line and byte. */
must_check enum status source_check(struct slice source, struct err *err);
/* Whether a text is valid UTF-8 on one line, without control or direction characters. */
bool source_is_clean(struct slice text);
/* A copy of at most `max` bytes that is clean: what is not, is a blank or a question mark. */
const char *source_clean(struct slice text, size_t max, struct arena *arena);

#endif
