/* moment_gate.h: what a word can be to a moment, before any dictionary is asked: one look-up by a hash of its first eight bytes and its
 * length.
 *
 * The gate lets one word in twenty pass that is in no dictionary, and never refuses one that is: the table is derived from the dictionaries
 * (moment_words.c), and a test tells when it no longer is. Internal to core/moment*.c.
 */
#ifndef GRIFFIE_CORE_MOMENT_GATE_H
#define GRIFFIE_CORE_MOMENT_GATE_H

#include "core/base.h"

/* Three sets of languages, by their index: of which it may begin a moment, of which a moment may hold it, and in which it names a time.
 * Every moment holds a word that names a time, or a number. */
enum { GATE_BEGIN = 0, GATE_PART = 4, GATE_TIME = 8, GATE_LANGUAGES = 0x0F };

enum { MOMENT_GATE_BITS = 13 };
extern const uint16_t moment_gates[1 << MOMENT_GATE_BITS];

/* Eight bytes as a number, the first the lowest. */
static inline uint64_t moment_load(const void *bytes)
{
	uint64_t x;
	memcpy(&x, bytes, sizeof x);
#if defined __BYTE_ORDER__ && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	return x;
}

/* Eight bytes of a text, zeros beyond its end. */
static inline uint64_t moment_load_at(struct slice text, size_t at)
{
	char tail[8] = {0};
	if (text.n - at >= sizeof tail)
		return moment_load(text.p + at);
	memcpy(tail, text.p + at, text.n - at);
	return moment_load(tail);
}

/* The slot of a word of `length` bytes, 1 or more, whose first eight are `head`. A bit folds the case of ASCII and of Latin-1 in UTF-8.
 * The factor is one under which few of the commonest words of papers share a slot with one of the dictionaries. */
static inline size_t moment_gate_slot(uint64_t head, size_t length)
{
	/* Without a branch, because how long a word is cannot be guessed. */
	unsigned beyond = (64 - 8 * (unsigned)length) & (0u - (length < 8));
	uint64_t folded = (head | UINT64_C(0x2020202020202020)) << beyond;
	return (size_t)((folded + length) * UINT64_C(0xBBB64C42B5D2C4DF) >> (64 - MOMENT_GATE_BITS));
}

/* What the word text[at..at + length) can be. */
static inline unsigned moment_gate(struct slice text, size_t at, size_t length)
{
	return moment_gates[moment_gate_slot(moment_load_at(text, at), length)];
}

#endif
