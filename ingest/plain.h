/* plain.h: plain text in UTF-8, or in Windows-1252 when it is not valid UTF-8. */
#ifndef GRIFFIE_INGEST_PLAIN_H
#define GRIFFIE_INGEST_PLAIN_H

#include "core/base.h"

enum { PLAIN_MAX_MB = 16 }; /* of text; no paper for people is longer */

struct plain {
	struct slice text;  /* valid UTF-8 without BOM; in the bytes that were read, or in the arena */
	const char *remark; /* NULL when there is nothing to tell */
};

/* E_INVALID when the bytes are in neither, with the first that fits neither and its place, or hold more than PLAIN_MAX_MB. */
must_check enum status plain_read(struct slice bytes, struct arena *arena, struct plain *out, struct err *err);
/* How many of the first bytes are valid UTF-8 without NUL: no overlong forms, no surrogates, nothing beyond U+10FFFF. */
size_t plain_valid(struct slice bytes);
/* Makes each byte that is not valid UTF-8 a '?', and each NUL a blank. Returns how many there were. */
size_t plain_repair(char *bytes, size_t n);
/* Form feeds part pages; one at the very end ends the last page and begins none. */
int plain_pages(struct slice text);

#endif
