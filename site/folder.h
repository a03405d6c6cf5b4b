/* folder.h: a published folder: files that change only when what they are made of did, all at once, while a web server reads them.
 *
 * A hidden list in the folder (".griffie") says what was written there, of what, and when; only what it names is ever removed. New files are
 * written beside the old ones, go to the disk together, and then take their places one by one. One writer at a time.
 */
#ifndef GRIFFIE_SITE_FOLDER_H
#define GRIFFIE_SITE_FOLDER_H

#include "site/outfile.h"

struct folder;

struct folder_counts {
	size_t kept;
	size_t written;
	size_t removed;
};

/* What griffie wrote there before: the one is never made of the other. */
enum folder_kind {
	FOLDER_SITE, /* for a web server */
	FOLDER_VDIR, /* an event a file */
	FOLDER_KIND_COUNT
};

/* Makes the folder when it is not there. E_BUSY when another writes to it; E_REFUSED when it is not empty and griffie never wrote to it, or wrote
 * another kind. */
must_check enum status folder_open(const char *path, enum folder_kind kind, struct folder **out, struct err *err);
/* Whether it was last closed with the same `made_with`, and each of its files stands there as it was left. */
bool folder_is_current(struct folder *folder, const char *made_with);
/* Whether this file stands there as it was left, and was made of the same: then it stays, and need not be made. */
bool folder_keeps(struct folder *folder, const char *name, const char *made_of);
/* A new file ("feeds/all.ics"; its folder is made), to be filled with outfile_add and ended with folder_add. */
must_check enum status folder_begin(struct folder *folder, const char *name, struct outfile **out, struct err *err);
must_check enum status folder_add(struct folder *folder, const char *name, const char *made_of, struct outfile *file,
				  struct err *err);
/* A whole file of bytes. */
must_check enum status folder_put(struct folder *folder, const char *name, const char *made_of, struct slice bytes,
				  struct err *err);
/* The next name that the folder had when it was opened and that was neither kept nor added since; `cursor` begins at 0. NULL at the end. */
const char *folder_left(const struct folder *folder, size_t *cursor);
/* Puts all in place, removes what is left over, and frees it. */
must_check enum status folder_close(struct folder *folder, const char *made_with, struct folder_counts *out,
				    struct err *err);
/* Leaves what was not put in place yet; NULL is fine. */
void folder_drop(struct folder *folder);

#endif
