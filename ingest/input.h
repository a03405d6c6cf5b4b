/* input.h: the bytes of one file, opened once. */
#ifndef GRIFFIE_INGEST_INPUT_H
#define GRIFFIE_INGEST_INPUT_H

#include "core/base.h"

enum { INPUT_MAX_MB = 64 };

struct input {
	int fd; /* the file, at its first byte; for standard input a copy in memory; -1: none */
	struct buf bytes;
};

/* Reads a regular file of at most INPUT_MAX_MB, or standard input for "-"; symbolic links are not followed. `out` is to be released
 * after OK only. E_NOT_FOUND; E_IO; E_INVALID for what is no file or is too large. Messages do not name the file: the caller does. */
must_check enum status input_read(const char *path, struct input *out, struct err *err);
void input_release(struct input *input);

#endif
