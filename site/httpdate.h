/* httpdate.h: instants as HTTP writes them (RFC 9110, 5.6.7): seconds since 1970 in UTC. */
#ifndef GRIFFIE_SITE_HTTPDATE_H
#define GRIFFIE_SITE_HTTPDATE_H

#include "core/base.h"

enum { HTTPDATE_TEXT = 30 }; /* "Sun, 06 Nov 1994 08:49:37 GMT" and its end */

void httpdate_format(int64_t seconds, char out[HTTPDATE_TEXT]);
/* Reads that form, and the two old ones that a recipient must know; false for anything else. */
bool httpdate_parse(const char *text, int64_t *out);

#endif
