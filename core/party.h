/* party.h: the parties of councils and parliament, under all the names that papers print. */
#ifndef GRIFFIE_CORE_PARTY_H
#define GRIFFIE_CORE_PARTY_H

#include "core/base.h"

/* The bytes of the party's name with which `text` begins, the longest known; 0 when it begins with none. A name ends at a word's end. */
size_t party_prefix(struct slice text);
/* The same at the end of `text`. */
size_t party_suffix(struct slice text);
/* The common short name of a party ("HvDH", "PvdA") for comparison, by any of its names whatever the case; the text itself when it is not
 * known. */
struct slice party_short(struct slice name);

#endif
