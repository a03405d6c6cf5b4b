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

/* By their length; a row ends at NULL. */
static const char *const small_words[SMALL_MOST + 1][24] = {
	[0] = {NULL},
	[1] = {"u", NULL},
	[2] = {"de", "en", "in", "op", "te", "is", "of", "om", "er", "ik", "we", "me", "ze", "to", "it", "yn", "on",
	       NULL},
	[3] = {"het", "een", "van", "dat", "die", "met", "aan", "als", "uit", "bij", "wij",
	       "tot", "ook", "zij", "ten", "hun", "the", "and", "for", "fan", NULL},
	[4] = {"niet", "voor", "door", "naar", "zijn", "deze", "over", "maar", "geen", "meer", "that", "with", "foar",
	       NULL},
	[5] = {"heeft", "wordt", "onder", "zoals", NULL},
	[6] = {"worden", "hebben", NULL},
};

struct counts {
	size_t words; /* without figures and marks alone */
	size_t small;
	size_t alone; /* on short lines in small letters between blank lines */
};

static bool is_small(struct slice word)
{
	if (word.n > SMALL_MOST)
		return false;
	for (const char *const *known = small_words[word.n]; *known; known++)
		if (slice_begins(word, *known))
			return true;
	return false;
}

/* The next word of a line without the marks around it; empty for figures and marks alone. False at the end. */
static bool next_word(struct slice *rest, struct slice *word)
{
	size_t n = 0;
	*rest = slice_trim(*rest);
	if (rest->n == 0)
		return false;
	while (n < rest->n && rest->p[n] != ' ')
		n++;
	*word = (struct slice){rest->p, n};
	*rest = slice_from(*rest, n);
	while (word->n && !is_word_byte(word->p[word->n - 1]))
		word->n--;
	while (word->n && !is_word_byte(word->p[0]))
		*word = slice_from(*word, 1);
	size_t letters = 0;
	for (size_t i = 0; i < word->n; i++)
		letters += is_letter_byte(word->p[i]);
	word->n = letters ? word->n : 0;
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
