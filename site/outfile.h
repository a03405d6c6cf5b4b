/* outfile.h: a file that readers see whole, the old one or the new one, and that is left alone when nothing in it differs.
 *
 * Bytes are compared with what stands there as they come; from the first that differs on they go to a file beside it, which takes its place
 * when all is written and on the disk.
 */
#ifndef GRIFFIE_SITE_OUTFILE_H
#define GRIFFIE_SITE_OUTFILE_H

#include "core/base.h"

struct outfile;

enum outfile_end {
	OUTFILE_SAME,     /* nothing differed, and nothing was written */
	OUTFILE_REPLACED, /* or made */
	OUTFILE_PASSED_ON /* to what is no regular file */
};

/* For the regular file at `path`, or the one that a link there leads to, whose rights it keeps; it is made when it is not there. What is no
 * regular file, a pipe or a device, is written to as it is. E_IO. */
must_check enum status outfile_open(const char *path, struct outfile **out, struct err *err);
must_check enum status outfile_add(struct outfile *file, const char *bytes, size_t n, struct err *err);
/* Puts it in its place, and frees it; `how` (NULL: not asked) gets what became of it. */
must_check enum status outfile_close(struct outfile *file, enum outfile_end *how, struct err *err);
/* The same in two steps, for many files: ends it beside its place, not yet on the disk; and puts it there, and frees it. Between them the
 * caller syncs the file system, and after them the folder. */
must_check enum status outfile_finish(struct outfile *file, enum outfile_end *how, struct err *err);
must_check enum status outfile_place(struct outfile *file, struct err *err);
/* Leaves what stood there, and frees it; NULL is fine. */
void outfile_drop(struct outfile *file);

#endif
