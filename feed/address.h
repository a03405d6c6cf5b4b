/* address.h: the web address of a follow-up, which is a valid https URI whatever the reference of its item holds. */
#ifndef GRIFFIE_FEED_ADDRESS_H
#define GRIFFIE_FEED_ADDRESS_H

#include "core/base.h"

/* Checks that `base` (NULL: "https://griffie.invalid/") can stand before an address, and gives it with a "/" at its end.
 * E_INVALID: not https, a character that a URI has not, a user name, a query or a fragment. */
must_check enum status address_base(const char *base, struct arena *arena, const char **out, struct err *err);
/* The path of the page of an item: "items/RIS1.html". Different refs have different pages, which are valid names of files and need no
 * escape in an address. */
const char *address_page(const char *item, struct arena *arena);
/* base + the page of the item + "#" + anchor. */
const char *address_of(const char *base, const char *item, const char *anchor, struct arena *arena);

#endif
