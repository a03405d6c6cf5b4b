/* readable.c: counts of words. Measured over some 200 papers of councils and the Kamer, letters, lists and minutes among them: small words
 * are 20 to 42 of a hundred, English and Frisian ones counted too; words alone are at most 2, but 38 in a scan that was taken apart.
 */
#include "core/readable.h"

enum {
	WORDS_LEAST = 40,   /* fewer do not tell */
	WORDS_MOST = 1000,  /* more tell nothing new */
	SMALL_PERCENT = 8,  /* fewer are nonsense */
	ALONE_PERCENT = 15, /* more are torn */
	ALONE_WORDS = 2,    /* of a line, at most */
	SMALL_MOST = 6
};

/* By their first letter; an empty one ends a row. */
static const char small_words['z' - 'a' + 1][8][SMALL_MOST + 1] = {
	['a' - 'a'] = {"aan", "als", "and"},
	['b' - 'a'] = {"bij"},
	['d' - 'a'] = {"de", "dat", "die", "door", "deze"},
	['e' - 'a'] = {"en", "er", "een"},
	['f' - 'a'] = {"for", "fan", "foar"},
	['g' - 'a'] = {"geen"},
	['h' - 'a'] = {"het", "hun", "heeft", "hebben"},
	['i' - 'a'] = {"in", "is", "ik", "it"},
	['m' - 'a'] = {"me", "met", "maar", "meer"},
	['n' - 'a'] = {"niet", "naar"},
	['o' - 'a'] = {"op", "of", "om", "on", "ook", "over", "onder"},
	['t' - 'a'] = {"te", "to", "tot", "ten", "the", "that"},
	['u' - 'a'] = {"u", "uit"},
	['v' - 'a'] = {"van", "voor"},
	['w' - 'a'] = {"we", "wij", "with", "wordt", "worden"},
	['y' - 'a'] = {"yn"},
	['z' - 'a'] = {"ze", "zij", "zijn", "zoals"},
};

struct counts {
	size_t words; /* without figures and marks alone */
	size_t small;
	size_t alone; /* on short lines in small letters between blank lines */
};

static bool is_small(struct slice word)
{
	size_t initial = word.n ? ((unsigned char)word.p[0] | 0x20u) - 'a' : SIZE_MAX;
	if (word.n > SMALL_MOST || initial >= ARRAY_SIZE(small_words))
		return false;
	for (const char(*known)[SMALL_MOST + 1] = small_words[initial]; **known; known++)
		if ((*known)[word.n - 1] && !(*known)[word.n] && slice_begins(word, *known))
			return true;
	return false;
}

/* The next word of a line without the marks around it; empty for figures and marks alone. False at the end. */
static bool next_word(struct slice *rest, struct slice *word)
{
	*rest = slice_trim(*rest);
	if (rest->n == 0)
		return false;
	const char *blank = memchr(rest->p, ' ', rest->n); /* faster than a loop, whose end cannot be guessed */
	*word = (struct slice){rest->p, blank ? (size_t)(blank - rest->p) : rest->n};
	*rest = slice_from(*rest, word->n);
	while (word->n && !is_word_byte(word->p[word->n - 1]))
		word->n--;
	while (word->n && !is_word_byte(word->p[0]))
		*word = slice_from(*word, 1);
	size_t figures = 0;
	while (figures < word->n && !is_letter_byte(word->p[figures]))
		figures++;
	word->n = figures < word->n ? word->n : 0;
	return true;
}

static void count_line(struct slice line, bool between_gaps, struct counts *counts)
{
	struct slice rest = line, word;
	size_t words = 0, before = counts->words;
	for (; next_word(&rest, &word); words++) {
		counts->words += word.n > 0;
		counts->small += is_small(word);
	}
	if (between_gaps && words <= ALONE_WORDS && is_lower(line.p[0]))
		counts->alone += counts->words - before;
}

enum readable readable_measure(const struct text *text)
{
	struct counts counts = {0};
	const struct lines *lines = &text->lines;
	for (size_t i = 0; i < lines->n && counts.words < WORDS_MOST; i++) {
		bool before = i == 0 || lines->v[i].gap, behind = i + 1 == lines->n || lines->v[i + 1].gap;
		count_line(text_line(text, &lines->v[i]), before && behind, &counts);
	}
	if (counts.words < WORDS_LEAST)
		return READABLE;
	if (counts.small * 100 < counts.words * SMALL_PERCENT)
		return READABLE_NONSENSE;
	return counts.alone * 100 > counts.words * ALONE_PERCENT ? READABLE_TORN : READABLE;
}
