/* db_gathering.h: what people said of the sentences that are one promise. */
#ifndef GRIFFIE_DB_GATHERING_H
#define GRIFFIE_DB_GATHERING_H

#include "db/db_gate.h"

/* Whether what a person last said of this follow-up merged it with another. */
must_check enum status gathering_merged(struct db *db, const struct followup *followup, struct arena *arena, bool *out,
					struct err *err);

#endif
