/* db_followup.h: one follow-up as rows. */
#ifndef GRIFFIE_DB_FOLLOWUP_H
#define GRIFFIE_DB_FOLLOWUP_H

#include "db/db_gate.h"

/* Puts the words of people about the follow-up into it, in the order in which they were recorded: status, moment, moves. To do so again
 * changes nothing but the moves, which are added. `reasons` (or NULL) gets the commitment of the journal to the reason of each word. */
must_check enum status words_apply(struct db *db, struct followup *followup, struct arena *arena, struct names *reasons,
				   struct err *err);

/* By its whole uid, without the moves that people made; `facts` gets the stored hash, `entry` the journal's number. */
must_check enum status followup_load(struct db *db, const char *uid, struct arena *arena, struct followup *out,
				     char facts[SHA256_TEXT], int64_t *entry, struct err *err);
/* Binds what a filter says of the item and of who owes. */
void followup_filter_bind(struct query *q, const struct followup_filter *filter);
/* The row `id` as a list gives it, with quotes. */
must_check enum status followup_row_load(struct db *db, int64_t id, struct arena *arena, struct due_row *out,
					 struct err *err);
/* Quotes, steps, and the moves that papers tell of. */
must_check enum status followup_details(struct db *db, int64_t id, struct arena *arena, struct followup *out,
					struct err *err);
/* Puts the words of people into `told`, which is as rules derive it or as followup_load gives it, and writes that, with its entry in the
 * journal, unless nothing differs. */
must_check enum status followup_write(struct db *db, const struct followup *told, struct followup_changes *changes,
				      struct err *err);
/* The hash of all that is stored of it, words of people included. What a person gave as a reason stands in it as `reasons`, so that it can be
 * erased: neither why it was waived, nor the reasons of moves after the first `told`, which papers tell of. */
void followup_facts(const struct followup *followup, size_t told, const struct names *reasons, char out[SHA256_TEXT]);

/* Gives the follow-ups of `ref` to `now`, where that has none of the same rule and key. */
must_check enum status followups_move(struct db *db, const char *ref, const char *now, struct err *err);
/* Writes those follow-ups of an item that differ from what is stored since its ref changed. */
must_check enum status followups_touch(struct db *db, const char *ref, struct err *err);
must_check enum status followups_remove(struct db *db, const char *ref, struct err *err);
/* One of an item, with its entry in the journal. */
must_check enum status followup_remove(struct db *db, const char *ref, const char *uid, struct err *err);

#endif
