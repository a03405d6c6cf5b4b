/* db_names.h: sets of names as sorted lists. */
#ifndef GRIFFIE_DB_NAMES_H
#define GRIFFIE_DB_NAMES_H

#include "db/db.h"

bool names_has(const struct names *names, const char *name);
/* Adds a copy of `name` where it belongs, unless it is there; false when it was. */
bool names_put(struct names *names, const char *name, struct arena *arena);

/* Whether both are one name, or both NULL. */
bool names_equal(const char *a, const char *b);

#endif
