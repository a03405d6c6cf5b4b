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
/* The words of a transition that a person recorded: of which parts it is ("2", "1,3"; NULL: of all), and whether it refuses what was
 * proposed. item_part_read finds the parts in them. */
const char *item_part_words(const char *part, bool refuses, struct arena *arena);
/* Sets state and day of each request, by the transitions in their order: what the executive calls settled is `settlement_proposed`, what
 * the council's own papers or a person do is `settled`. What is refused goes on: the parts that the refusal names, or all that were only
 * proposed. */
void item_parts_apply(struct item *item);

#endif
