/* db_facts.h: one text for all that is stored of a thing, and its hash: equal texts mean that there is nothing to write.
 *
 * A JSON array without blanks: texts, integers, null for what is not known, arrays for lists; always in the same order.
 */
#ifndef GRIFFIE_DB_FACTS_H
#define GRIFFIE_DB_FACTS_H

#include "db/db.h"

void facts_open(struct buf *facts);
void facts_close(struct buf *facts);
void facts_text(struct buf *facts, const char *text);
void facts_number(struct buf *facts, int64_t number);
void facts_day(struct buf *facts, int day);
void facts_quote(struct buf *facts, const struct quote *quote);
/* Hashes and releases. */
void facts_end(struct buf *facts, char out[SHA256_TEXT]);

#endif
