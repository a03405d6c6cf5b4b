/* moment_scan.h: where in a text a moment may begin. Internal to core/moment*.c. */
#ifndef GRIFFIE_CORE_MOMENT_SCAN_H
#define GRIFFIE_CORE_MOMENT_SCAN_H

#include "core/base.h"

/* Bytes of a block, and how many behind it can be read too. */
enum { SCAN_BLOCK = 64, SCAN_MORE = 8 };

struct scan {
	struct slice text;
	size_t base;       /* where the block in hand begins; beyond any text before the first */
	const char *block; /* its bytes: in the text, or at its end a copy with zeros behind it */
	/* Sets of them, the first in the lowest bit: what belongs to words (every byte above 127 does), and the first bytes of words with a
	 * byte above 127, which are walked byte by byte. */
	uint64_t words;
	uint64_t odd;
	struct chain {
		size_t start;       /* of the first word */
		unsigned languages; /* in which it may be a moment, as bits; 0 when there is none */
	} chain;                    /* words that may be the beginning of a moment */
	char tail[SCAN_BLOCK + SCAN_MORE];
};

static inline struct scan moment_scan(struct slice text)
{
	return (struct scan){.text = text, .base = SIZE_MAX - SCAN_BLOCK};
}

/* Finds the first word or number at or after `from`, where none goes on from before, at which a moment may begin: scan->chain. False
 * when there is none. */
bool moment_scan_next(struct scan *scan, size_t from);

#endif
