/* moment_scan.c: the fast path. Text without a moment costs little more than finding where its words begin.
 *
 * Blocks of 64 bytes become bits: a word is a run of ones. Each word is looked up in the gates (moment_gate.h). One that may begin a
 * moment begins a chain, which lives as long as words follow that a moment of the same language may hold, and is handed to the grammar
 * when one names a time or is a number: "voor de zomer", not "voor de raad". What stands between the words is not looked at; the grammar
 * does. Numbers and runs with bytes above 127 are walked byte by byte.
 */
#include "core/moment_scan.h"
#include "core/moment_gate.h"
#include "core/moment_token.h"

static inline unsigned lowest(uint64_t bits)
{
	return (unsigned)__builtin_ctzll(bits);
}

/* ---- bytes to bits ---- */

#define EACH(byte) (UINT64_C(0x0101010101010101) * (uint64_t)(byte))

/* The bytes from `first` to `last` by their top bits: sums that carry into it above a bound. No byte disturbs the next, because each
 * is below 128. */
static inline uint64_t in_range(uint64_t x, char first, char last)
{
	return (x + EACH(0x80 - first)) & ~(x + EACH(0x7F - last));
}

/* Letters, digits and bytes above 127 by their top bits. */
static inline uint64_t word_tops(uint64_t x)
{
	uint64_t low = x & EACH(0x7F);
	return in_range(low | EACH(0x20), 'a', 'z') | in_range(low, '0', '9') | x;
}

/* The top bits of eight bytes, as the lowest eight. */
static inline uint64_t gather(uint64_t x)
{
	return ((x & EACH(0x80)) >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

/* The first byte of the word that holds byte `bit`. */
static inline unsigned first_of(uint64_t words, unsigned bit)
{
	uint64_t gaps = ~words & ((UINT64_C(1) << bit) - 1);
	return gaps ? 64 - (unsigned)__builtin_clzll(gaps) : 0;
}

static void block_mark_odd(struct scan *s)
{
	for (int i = 0; i < SCAN_BLOCK; i += 8)
		for (uint64_t high = gather(moment_load(s->block + i)) << i; high; high &= high - 1)
			s->odd |= UINT64_C(1) << first_of(s->words, lowest(high));
}

static void block_load(struct scan *s, size_t base)
{
	size_t left = s->text.n - base;
	s->base = base;
	s->block = s->text.p + base;
	if (left < sizeof s->tail) {
		memset(s->tail, 0, sizeof s->tail);
		s->block = memcpy(s->tail, s->block, left);
	}
	uint64_t words = 0, seen = 0;
	for (int i = 0; i < SCAN_BLOCK; i += 8) {
		uint64_t x = moment_load(s->block + i);
		words |= gather(word_tops(x)) << i;
		seen |= x;
	}
	s->words = words;
	s->odd = 0;
	if (seen & EACH(0x80))
		block_mark_odd(s);
}

/* ---- chains of words ---- */

/* Takes a word into the chain, or begins one with it, or ends it; true when the chain may be a moment. Without branches, because a third
 * of all words can be part of a moment. */
static inline bool take_word(struct chain *chain, size_t at, unsigned gate)
{
	unsigned kept = chain->languages & gate >> GATE_PART;
	chain->start = kept ? chain->start : at;
	chain->languages = kept ? kept : gate & GATE_LANGUAGES;
	return (chain->languages & gate >> GATE_TIME) != 0;
}

/* Whether the word before text[at] can be part of a moment: without such a word a year is none. */
static bool is_led(struct slice text, size_t at)
{
	while (at > 0 &&
	       ((unsigned char)text.p[at - 1] <= ' ' || text.p[at - 1] == (char)0xA0 || text.p[at - 1] == (char)0xC2))
		at--;
	size_t end = at;
	while (at > 0 && moment_is_word_byte((unsigned char)text.p[at - 1]))
		at--;
	return at < end && (moment_gate(text, at, end - at) >> GATE_PART & GATE_LANGUAGES) != 0;
}

enum number { NUMBER_OTHER, NUMBER_OF, NUMBER_ALONE };

/* A date is a moment by itself, a year when a chain or a word has led to it, a day by what follows. */
static enum number number_kind(struct slice text, size_t at, size_t end, bool led)
{
	enum { DATE_LONGEST = 10, DATE_SHORTEST = 6, DAYS_LONGEST = 5 };
	size_t length = end - at, digits = 0;
	while (digits < length && is_digit(text.p[at + digits]))
		digits++;
	if (length > DATE_LONGEST || digits > 4)
		return NUMBER_OTHER;
	if (digits == 4 && length == 4)
		return led || is_led(text, at) ? NUMBER_ALONE : NUMBER_OTHER;
	char joint = digits < length ? text.p[at + digits] : ' ';
	bool joined = joint == '-' || joint == '/' || joint == '.';
	if (joined && length >= DATE_SHORTEST)
		return NUMBER_ALONE;
	return length <= DAYS_LONGEST ? NUMBER_OF : NUMBER_OTHER;
}

/* The same for a number, which continues any chain. */
static bool take_number(struct scan *s, size_t at, size_t end)
{
	enum number kind = number_kind(s->text, at, end, s->chain.languages != 0);
	if (kind != NUMBER_OTHER && s->chain.languages != 0)
		return true;
	s->chain = (struct chain){at, kind == NUMBER_OTHER ? 0 : GATE_LANGUAGES};
	return kind == NUMBER_ALONE;
}

/* ---- the pass ---- */

/* Walks the word bytes from `at` to `*end`, with signs of more than one byte among them; `*end` is then one past what was walked. True
 * when the chain may be a moment. */
static bool walk(struct scan *s, size_t at, size_t *end)
{
	struct slice text = s->text;
	while (at < *end) {
		unsigned char c = (unsigned char)text.p[at];
		if (c == 0xC2 || c == 0xE2) {
			at += c == 0xC2 ? 2 : 3;
			continue;
		}
		size_t stop = is_digit(text.p[at]) ? moment_number_end(text, at) : moment_word_end(text, at);
		if (is_digit(text.p[at]) ? take_number(s, at, stop)
					 : take_word(&s->chain, at, moment_gate(text, at, stop - at)))
			return true;
		at = stop;
	}
	*end = at;
	return false;
}

/* One past the word bytes at `at`, which go on beyond the block. */
static size_t long_run_end(struct slice text, size_t at)
{
	while (at < text.n && (moment_is_word_byte((unsigned char)text.p[at]) || (unsigned char)text.p[at] >= 0x80))
		at++;
	return at;
}

/* The length of the word that begins at `bit` and ends in the block. */
static inline unsigned length_at(uint64_t words, unsigned bit)
{
	return lowest(~words & UINT64_MAX << bit) - bit;
}

/* Looks at the words of the block in hand that begin at or after bit `first`; what goes on at `first` counts as a beginning. True when
 * the chain may be a moment; else `*next` is from where to go on. */
static bool scan_block(struct scan *s, unsigned first, size_t *next)
{
	const char *block = s->block;
	size_t base = s->base, over = base + SCAN_BLOCK;
	uint64_t words = s->words >> first << first, odd = first ? s->odd | UINT64_C(1) << first : s->odd;
	uint64_t starts = words & ~(words << 1);
	unsigned last = words >> 63 ? first_of(words, 63) : SCAN_BLOCK; /* of a word that goes on: a block of its own */
	if (last == 0) {
		odd |= 1;
	} else if (last < SCAN_BLOCK) {
		starts &= (UINT64_C(1) << last) - 1;
		over = base + last;
	}
	struct chain chain = s->chain; /* in registers */
	for (; starts; starts &= starts - 1) {
		unsigned bit = lowest(starts);
		if ((odd >> bit & 1) | ((unsigned char)block[bit] < 'A')) {
			size_t end = *next = last ? base + bit + length_at(words, bit) : long_run_end(s->text, base);
			s->chain = chain;
			if (walk(s, base + bit, next))
				return true;
			if (*next > end || last == 0)
				return false;
			chain = s->chain;
			continue;
		}
		unsigned gate = moment_gates[moment_gate_slot(moment_load(block + bit), length_at(words, bit))];
		if (take_word(&chain, base + bit, gate)) {
			s->chain = chain;
			return true;
		}
	}
	s->chain = chain;
	*next = over;
	return false;
}

bool moment_scan_next(struct scan *s, size_t from)
{
	s->chain.languages = 0;
	while (from < s->text.n) {
		if (from - s->base >= SCAN_BLOCK)
			block_load(s, from);
		if (scan_block(s, (unsigned)(from - s->base), &from))
			return true;
		s->base = SIZE_MAX - SCAN_BLOCK; /* the next block begins there */
	}
	return false;
}
