/* prepare.h: components of follow-ups that are stored, so that a calendar is what stands between its head and its end. */
#ifndef GRIFFIE_FEED_PREPARE_H
#define GRIFFIE_FEED_PREPARE_H

#include "db/db.h"
#include "feed/feed.h"

/* Days for which a calendar still shows what was fulfilled, waived or withdrawn, so that subscribers see it close. */
enum { FEED_SHOWN_CLOSED = 30 };

/* Told now and then while many components are made; NULL for nobody. */
typedef void (*feed_progress)(void *user, size_t made);

/* Makes and stores what is not stored of this form, or was made of what has changed; `out`, in the arena, is then ready for
 * db_rendition_walk. In a transaction of its own, and none when there is nothing to do. E_INVALID when one cannot stand in a calendar: nothing
 * is stored then. */
must_check enum status feed_prepare(struct db *db, const struct feed_form *form, int today, feed_progress progress,
				    void *user, struct arena *arena, struct rendition *out, struct err *err);

/* Gives `add` a calendar called `name` piece by piece: its head, the components that fit, its end; `n` gets how many fit. */
must_check enum status feed_write(struct db *db, const struct feed_form *form, const struct rendition *rendition,
				  const char *name, const struct followup_filter *filter, component_visit add,
				  void *user, size_t *n, struct err *err);

#endif
