/* condition.h: whether a client has a file already (RFC 9110, 13): by the list of If-None-Match, else by If-Modified-Since. */
#ifndef GRIFFIE_SITE_CONDITION_H
#define GRIFFIE_SITE_CONDITION_H

#include "core/base.h"

/* Whether `list`, the value of If-None-Match, is "*" or names `etag` (with its quotes), weak or strong. What is no list names nothing. */
bool condition_names(const char *list, const char *etag);
/* Whether `since`, the value of If-Modified-Since, is a day and time not before `modified` (seconds since 1970). */
bool condition_is_since(const char *since, int64_t modified);

#endif
