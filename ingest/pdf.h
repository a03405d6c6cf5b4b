/* pdf.h: the text of one PDF, by pdftotext in a child process of its own group.
 *
 * The child has the file as its standard input, two pipes and no other descriptor, and limits on memory, processor time, wall time
 * and output. Many may run at a time: the caller polls `out` and `notes_fd` of each and calls pdf_pump.
 */
#ifndef GRIFFIE_INGEST_PDF_H
#define GRIFFIE_INGEST_PDF_H

#include "core/base.h"

#include <sys/types.h>

struct pdf {
	pid_t pid;        /* 0 once the child is gone */
	int out;          /* its standard output; -1 once closed */
	int notes_fd;     /* its standard error; -1 once closed */
	int64_t deadline; /* on the clock of `now`, in milliseconds */
	bool whole;       /* the file ends as a PDF ends */
	bool late;        /* ran into the deadline */
	bool flooding;    /* wrote more than is kept */
	int exit;         /* as waitpid gives it, once the child is gone */
	size_t noted;     /* bytes of `notes` */
	char notes[2048]; /* the beginning of what it complained of */
	struct buf text;
};

/* Starts on the file in `fd`, whose bytes are `bytes`; `out` is to be released after OK only. E_IO when no child can be made. */
must_check enum status pdf_start(int fd, struct slice bytes, int64_t now, struct pdf *out, struct err *err);
/* Takes of what is there, as much as a few pipes hold, and ends the child where it must end; never waits. */
void pdf_pump(struct pdf *pdf, int64_t now);
bool pdf_is_done(const struct pdf *pdf);
/* For one that is done: OK when `text` is all of the paper, and a remark (or NULL) on what may be wrong with it; else E_INVALID, or E_IO when there
 * is no pdftotext. */
must_check enum status pdf_result(struct pdf *pdf, const char **remark, struct err *err);
/* Ends a child that still runs. */
void pdf_release(struct pdf *pdf);

#endif
