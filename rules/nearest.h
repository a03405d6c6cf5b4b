/* nearest.h: the known word that was meant by one that is not known. */
#ifndef GRIFFIE_RULES_NEAREST_H
#define GRIFFIE_RULES_NEAREST_H

#include "core/base.h"

/* How many letters must be put in, left out or changed to make `b` of `a`; words are cut at 40 bytes. */
size_t nearest_distance(const char *a, const char *b);
/* The nearest of `known`, which ends with NULL and is not empty. */
const char *nearest_of(const char *word, const char *const *known);

#endif
