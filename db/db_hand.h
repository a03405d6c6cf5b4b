/* db_hand.h: what people recorded of items by hand. */
#ifndef GRIFFIE_DB_HAND_H
#define GRIFFIE_DB_HAND_H

#include "db/db_gate.h"

/* Puts what people recorded of `item` (by its ref) into it: transitions, then links, behind what
 * papers tell, and which sentences are one promise. */
must_check enum status hand_merge(struct db *db, struct item *item, struct arena *arena, struct err *err);
/* A fact by hand: which state, since when, who says so, and of which parts of it. */
struct told {
	enum state state;
	int on;
	const char *document; /* NULL */
	const char *part;     /* "2"; NULL for the whole */
	const char *rule;     /* that it rests on; NULL */
	bool owing;           /* the decision says so while something is owed */
	bool refuses;         /* what was proposed */
};

/* Puts the fact into `item`, whose lifecycle judges the whole again. */
void hand_put(struct item *item, const struct told *told, struct arena *arena);
/* The same; E_REFUSED when the lifecycle does not allow it. */
must_check enum status hand_tell(struct item *item, const struct told *told, struct arena *arena, struct err *err);
/* Its entry in the journal and its row; `because` NULL, or the reason. Whether both are there already: hand_known. */
must_check enum status hand_save(struct db *db, const char *ref, const struct told *told, const char *because,
				 struct err *err);
must_check enum status hand_known(struct db *db, const char *ref, const struct told *told, bool *out, struct err *err);
/* Shows the links that people made with `ref` as that is now called and titled; after all items were saved. */
must_check enum status hand_links_follow(struct db *db, const char *ref, struct err *err);
/* Says of the item whether it is confidential. */
must_check enum status secrecy_apply(struct db *db, struct item *item, struct err *err);
/* Where two items become one and one was confidential, so is what they are now. */
must_check enum status secrecy_rename(struct db *db, const char *ref, const char *now, struct err *err);
/* Lets what was recorded of `ref` stand for `now`, words about follow-ups included. */
must_check enum status hand_rename(struct db *db, const char *ref, const char *now, struct err *err);

#endif
