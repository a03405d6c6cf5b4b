/* address.h: the web address of a follow-up, which is a valid https URI whatever the reference of its item holds. */
#ifndef GRIFFIE_FEED_ADDRESS_H
#define GRIFFIE_FEED_ADDRESS_H

#include "core/base.h"

/* Checks that `base` (NULL: "https://griffie.invalid/") can stand before an address, and gives it with the "/" after a bare host.
 * E_INVALID: not https, a character that a URI has not, a user name, or a fragment. */
must_check enum status address_base(const char *base, struct arena *arena, const char **out, struct err *err);
/* base + item, percent-encoded (RFC 3986, 2.1), + "#" + anchor. */
const char *address_of(const char *base, const char *item, const char *anchor, struct arena *arena);

#endif
