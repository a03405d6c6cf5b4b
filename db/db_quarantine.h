/* db_quarantine.h: questions to the clerk that leave when they are answered. */
#ifndef GRIFFIE_DB_QUARANTINE_H
#define GRIFFIE_DB_QUARANTINE_H

#include "db/db_gate.h"

/* `reasons` are all that is asked of the file at `path`, whose bytes are `sha256` (NULL: not readable): whatever else was asked of these
 * bytes, or of others there, leaves. What is asked already stays as it is. */
must_check enum status quarantine_save(struct db *db, const char *path, const char *sha256, const struct names *reasons,
				       struct err *err);

#endif
