/* item_part.h: a motion asks several things, and each has a life of its own: what became of each request.
 *
 * The requests of a motion are its parts, numbered from 1 in the order in which it asks them. A transition to `partly_settled` is about
 * the parts that its evidence names ("onderdeel 2", "het eerste en derde verzoek"); any other is about all.
 */
#ifndef GRIFFIE_CORE_ITEM_PART_H
#define GRIFFIE_CORE_ITEM_PART_H

#include "core/item.h"

enum { ITEM_PARTS_MOST = 64 };

/* The parts that `words` name, of `count`: bit 0 is part 1. None when they name none, or say of one that it is not done. */
uint64_t item_part_read(struct slice words, size_t count);
/* Sets state and day of each request, by the transitions in their order: what the executive calls settled is `settlement_proposed`, what
 * the council's own papers or a person do is `settled`. */
void item_parts_apply(struct item *item);

#endif
