/* secret.h: calendars whose addresses are known to few: private/TOKEN.ics and private/TOKEN-tasks.ics of a published folder.
 *
 * The token is a name that nobody can guess, and it stands in the names of these files alone: the register knows its digest, so
 * that neither the register nor a copy of it tells an address. A file of a token that the register does not know, or knows no
 * more, is removed. The list of the folder (folder.h) does not name them. All is done under the lock of the folder, so that what
 * publishes never sees a file before its row.
 */
#ifndef GRIFFIE_SITE_SECRET_H
#define GRIFFIE_SITE_SECRET_H

#include "site/publish.h"

struct secret_address {
	const char *events; /* "https://raad.example.nl/private/0f...e1.ics" */
	const char *tasks;
};

/* Whether each file there is one of `feeds`, and each of those has both its files. */
bool secret_is_current(const char *folder, const struct private_feeds *feeds);
/* Writes the files that are there and known anew where they differ, and removes the others; adds to `out`. */
must_check enum status secret_put(struct db *db, const struct publishing *publishing, const struct prepared *prepared,
				  const struct private_feeds *feeds, struct folder_counts *out, struct err *err);

/* Records a feed of this name and filters, since publishing->today, and writes its files; with `again` in place of the one of that
 * name, whose filters it takes, and whose files go. Begins and commits a transaction. E_NOT_FOUND, E_INVALID: the folder was not
 * published to; E_REFUSED: there is one of that name; E_NOT_FOUND: with `again`, there is none. */
must_check enum status secret_add(struct db *db, const struct publishing *publishing, const struct private_feed *feed,
				  bool again, struct arena *arena, struct secret_address *out, struct err *err);
/* Records that the feed is revoked, and removes its files from `folder`, unless that is NULL: the next publish does it then. */
must_check enum status secret_revoke(struct db *db, const char *folder, const char *name, struct err *err);

/* Takes names of files below private/ out of a message. */
void secret_hide(struct err *err);

#endif
