/* db_quarantine.h: questions to the clerk that leave when they are answered. */
#ifndef GRIFFIE_DB_QUARANTINE_H
#define GRIFFIE_DB_QUARANTINE_H

#include "db/db_gate.h"

/* The file at `path` holds `sha256` (NULL: it cannot be read): what was asked of other bytes there leaves, and, unless `asked`, what was
 * asked of these. */
must_check enum status quarantine_leave(struct db *db, const char *path, const char *sha256, bool asked,
					struct err *err);

#endif
