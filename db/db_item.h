/* db_item.h: one item as rows. */
#ifndef GRIFFIE_DB_ITEM_H
#define GRIFFIE_DB_ITEM_H

#include "db/db_gate.h"

/* What is stored of an item beside what `struct item` holds. */
struct item_stamp {
	int64_t id;
	bool by_hand;
	size_t told;               /* of its relations, those that papers tell of; links by hand stand behind them */
	char sources[SHA256_TEXT]; /* of its promises, notices and requests */
	char facts[SHA256_TEXT];
	int64_t entry;
	const char *title_key; /* as stored; of item_load alone */
};

/* E_NOT_FOUND when it is not stored. */
must_check enum status item_load(struct db *db, const char *ref, struct arena *arena, struct item *out,
				 struct item_stamp *stamp, struct err *err);
/* Whether it is stored, and its stamp, without `told`; `state` gets the state in force (STATE_NONE when there is none). */
must_check enum status item_find(struct db *db, const char *ref, bool *found, struct item_stamp *stamp,
				 enum state *state, struct err *err);
/* Writes the item, with its entries in the journal, unless nothing differs; `changed` says whether it did. Of `stamp`, which item_load or
 * its caller filled in, counts what the file cannot know: by_hand, told and sources. */
must_check enum status item_write(struct db *db, const struct item *item, const struct item_stamp *stamp, bool *changed,
				  struct err *err);
void item_sources(const struct item *item, char out[SHA256_TEXT]);
void item_facts(const struct item *item, const struct item_stamp *stamp, char out[SHA256_TEXT]);

/* REL_REFERS_TO for a word that this binary does not know. */
enum relation_type item_relation_type(const char *text);
/* The two lists that lists of items show. */
must_check enum status item_people_load(struct db *db, int64_t id, struct arena *arena, struct identifiers *identifiers,
					struct persons *people, struct err *err);
/* Rows of quotes, of transitions and of follow-ups; `parent` is the id of the row that they belong to. */
must_check enum status quotes_load(struct db *db, enum sql list, int64_t parent, struct arena *arena,
				   struct quotes *out, struct err *err);
must_check enum status quotes_write(struct db *db, enum sql clear, enum sql insert, int64_t parent,
				    const struct quotes *quotes, struct err *err);

#endif
