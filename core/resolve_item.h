/* resolve_item.h: from the mentions of one item to the item; internal to resolve. */
#ifndef GRIFFIE_CORE_RESOLVE_ITEM_H
#define GRIFFIE_CORE_RESOLVE_ITEM_H

#include "core/resolve.h"

/* `members` are sorted, one or more; `doubt`: a link to another item was as likely. */
void resolve_item(const struct sources *members, bool doubt, struct arena *arena, struct item *out);

#endif
