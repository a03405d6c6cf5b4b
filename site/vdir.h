/* vdir.h: a calendar as a folder of single events ("vdir"): UID.ics, each a whole iCalendar with one component, as CalDAV keeps them.
 *
 * Programs that carry such a folder to a server write into it too: what griffie did not put there is left alone, and what it did is put right when
 * somebody changed or removed it.
 */
#ifndef GRIFFIE_SITE_VDIR_H
#define GRIFFIE_SITE_VDIR_H

#include "db/db.h"
#include "feed/feed.h"
#include "site/folder.h"

/* Brings the folder in line with what fits; `n` gets how many that are. Never empty: where nothing fits one says so, since programs take an
 * emptied folder for a mistake and stop. As folder_open. */
must_check enum status vdir_write(struct db *db, const char *path, const struct feed_form *form,
				  const struct rendition *rendition, const struct followup_filter *filter, size_t *n,
				  struct folder_counts *out, struct err *err);

#endif
