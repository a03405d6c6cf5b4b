/* ingest.h: files into text.
 *
 * Recognises a file by its content, never by its name. PDF goes through pdftotext in a child process with limits on time, memory
 * and output; text is taken as UTF-8 (with or without BOM) or, when it is not valid UTF-8, as Windows-1252.
 */
#ifndef GRIFFIE_INGEST_INGEST_H
#define GRIFFIE_INGEST_INGEST_H

#include "core/item.h"

struct paper {
	const char *path;
	char sha256[SHA256_TEXT]; /* of the file's bytes; "" when they could not be read */
	struct slice
		text; /* valid UTF-8 without BOM or NUL, pages parted by form feeds; NULL when it is known already */
	int pages;    /* 1 for plain text without form feeds; 0 when it is known already */
	const char *remark; /* something to tell the user ("read as Windows-1252"); NULL when nothing */
};

struct paths {
	const char **v;
	size_t n;
	size_t cap;
	size_t left_out; /* symbolic links and special files that walks passed by */
};

/* Adds the files below `path` (a file or a folder, walked without following symbolic links, hidden names left out), sorted bytewise.
 * "-" stands for itself, and a folder that cannot be read, or not to its end, too: reading it then says why. E_NOT_FOUND. */
must_check enum status ingest_walk(const char *path, struct arena *arena, struct paths *out, struct err *err);
/* Reads one file, or standard input for "-". E_INVALID: not a paper that can be read (empty, encrypted, damaged, too large, of an
 * unknown format), with what to do; E_IO, E_NOT_FOUND. Messages speak of the file without its name: the caller puts it before them. */
must_check enum status ingest_read(const char *path, struct arena *arena, struct paper *out, struct err *err);

/* Reads many files with up to `jobs` children at a time, and hands each over in the order of `paths`. */
struct ingest_sink {
	/* `status` is that of reading, and `err` what went wrong; `paper` lives until the call returns and is filled when OK, else it holds
	 * path and sha256; `arena` is the paper's own. Anything but OK stops the whole. */
	enum status (*take)(void *user, size_t index, enum status status, struct paper *paper, struct arena *arena,
			    struct err *err);
	/* Whether a file with these bytes need not be extracted (it is in the register): take() then gets it without text. Asked ahead of
	 * take(): of two equal files in `paths`, the second may be asked for before the first was taken. May be NULL. */
	bool (*known)(void *user, const char *sha256);
	void *user;
};
must_check enum status ingest_read_all(const struct paths *paths, int jobs, const struct ingest_sink *sink,
				       struct err *err);

#endif
