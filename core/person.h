/* person.h: whether two names are one member, and which of them says more.
 *
 * A name is given names or initials and a surname with its prefixes: "C.M.J. Prins", "Coen Prins", "Van der Velden-de Wit".
 */
#ifndef GRIFFIE_CORE_PERSON_H
#define GRIFFIE_CORE_PERSON_H

#include "core/document.h"

/* "van", "der", "'t": a word that belongs to the surname behind it, with a capital or without. */
bool person_is_prefix(struct slice word);
/* Whether two are one person: the same name; a surname alone beside the whole name; or, within one party, initials beside the given names
 * that they stand for. Never when parties differ, or both have initials, or both have given names, and these differ. */
bool person_is_same(const struct person *a, const struct person *b);
/* Adds `person`, or to the one of `list` who it is what it says beyond that: a fuller name, a party. The role of who was there stays. One
 * without a name stands for a party of which the list holds nobody. The texts must live as long as the list. */
void person_add(struct persons *list, const struct person *person, struct arena *arena);

#endif
