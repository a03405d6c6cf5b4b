/* db_decision.h: what settles an item, and whether it may. */
#ifndef GRIFFIE_DB_DECISION_H
#define GRIFFIE_DB_DECISION_H

#include "db/db_gate.h"

/* What speaks for and against settling an item. */
struct grounds {
	bool settled;    /* it is already, and may stay so */
	bool told;       /* a decision or a rule settles it */
	bool owing;      /* a decision does while something is owed */
	int64_t pending; /* follow-ups */
};

must_check enum status settlement_grounds(struct db *db, const char *ref, struct grounds *out, struct err *err);
/* Whether the item may become settled; the triggers of migration 0014 ask the same. */
bool settlement_holds(const struct grounds *grounds);
/* E_REFUSED with what to do when it may not. */
must_check enum status settlement_check(struct db *db, const char *ref, struct err *err);

#endif
