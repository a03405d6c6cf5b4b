/* published.h: the files of a published folder, by the path of an address.
 *
 * A file is opened once and all that is said of it comes from what was opened: publishing replaces files by renaming, so that what is being
 * sent stays whole. A path is walked name by name, never through a link and never out of the folder; only names of letters, digits, '.', '-'
 * and '_' that begin with no dot and end as what is published exist (and .well-known/security.txt). The ETag is worked out at the first
 * request and kept by the file's number, size and times. Any thread may ask.
 */
#ifndef GRIFFIE_SITE_PUBLISHED_H
#define GRIFFIE_SITE_PUBLISHED_H

#include "core/item.h"

struct shelf;

enum { PUBLISHED_NAME = 256 };

/* A file that was opened. */
struct published {
	int fd; /* the caller's to close */
	int64_t size;
	int64_t modified;           /* seconds since 1970 */
	char etag[SHA256_TEXT + 2]; /* with its quotes */
	const char *type;           /* a static text */
	char name[PUBLISHED_NAME];  /* the last part of its path */
	bool calendar;
	bool secret; /* its address is known to few */
};

/* E_NOT_FOUND, E_INVALID when nothing in it was published, E_IO. */
must_check enum status shelf_open(const char *folder, struct shelf **out, struct err *err);
void shelf_free(struct shelf *shelf);
/* Its descriptor, which stays its own. */
int shelf_folder(const struct shelf *shelf);

/* Opens the file at `path`, which begins with a slash; one that ends with a slash is the index.html there. E_NOT_FOUND; E_IO when it is there and
 * cannot be read whole, or the folder is gone. */
must_check enum status published_open(struct shelf *shelf, const char *path, struct published *out, struct err *err);

#endif
