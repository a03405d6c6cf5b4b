/* outfile.h: a file that readers see whole, the old one or the new one. */
#ifndef GRIFFIE_CLI_OUTFILE_H
#define GRIFFIE_CLI_OUTFILE_H

#include "cli/cli.h"

/* Puts the bytes in the place of the regular file at `path`, or of the one that a link there leads to, with its rights; makes it when it is
 * not there. What is no regular file, a pipe or a device, is written to as it is, and `*written` stays false. E_IO. */
must_check enum status outfile_write(const char *path, const struct buf *bytes, bool *written, struct err *err);

#endif
