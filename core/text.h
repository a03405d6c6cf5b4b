/* text.h: a paper's extracted text, cleaned for reading, with the way back to where each byte came from.
 *
 * `raw` is what is stored: UTF-8, pages parted by form feeds, never changed. `body` is what is read: page furniture
 * (repeated heads, page numbers, the side column of a letter) taken out, wrapped lines joined with one blank, hyphens at line
 * ends undone, a newline only where a paragraph, heading, bullet or field ends. Each byte of `body` has an origin in `raw`.
 */
#ifndef GRIFFIE_CORE_TEXT_H
#define GRIFFIE_CORE_TEXT_H

#include "core/base.h"

/* One line of `raw`, trimmed of blanks. */
struct line {
	size_t start;   /* byte offset in raw */
	size_t end;     /* one past the last byte */
	int page;       /* from 1 */
	bool furniture; /* not part of the running text */
	bool gap;       /* a blank line, or a page, stands before it */
};

struct lines {
	struct line *v;
	size_t n;
	size_t cap;
};

/* A stretch of bytes [start, end). */
struct span {
	size_t start;
	size_t end;
};

/* Bytes of the body that stand together in raw too: from `body` on, to where the next piece begins. */
struct text_piece {
	size_t body;
	size_t raw;
};

struct text_pieces {
	struct text_piece *v;
	size_t n;
	size_t cap;
};

struct text {
	struct slice raw;
	struct lines lines; /* the lines of raw that are not blank */
	char *body;
	size_t body_size;
	struct text_pieces pieces; /* where the body comes from: none is empty, `body` rises, `raw` does not fall */
	int pages;
};

/* Splits and cleans. `raw` must be valid UTF-8 and live as long as `out`. */
void text_read(struct slice raw, struct arena *arena, struct text *out);
/* Where bytes of the body stand in raw; `span` must not be empty. Logarithmic. */
struct span text_origin(const struct text *text, struct span span);
/* The byte of the body that comes from `raw_offset`, or the first behind it; body_size when there is none. Logarithmic. */
size_t text_place(const struct text *text, size_t raw_offset);
/* The page, from 1, of a byte of raw. */
int text_page(const struct text *text, size_t raw_offset);
static inline struct slice text_line(const struct text *text, const struct line *line)
{
	return (struct slice){text->raw.p + line->start, line->end - line->start};
}
/* Adds a line that goes on with what `out` holds, a hyphen between them as in the body. */
void text_join(struct buf *out, struct slice line);

#endif
