/* nearest.c: edit distance by one row. */
#include "rules/nearest.h"

enum { WORD_MAX = 40 };

size_t nearest_distance(const char *a, const char *b)
{
	size_t m = strnlen(a, WORD_MAX), n = strnlen(b, WORD_MAX);
	size_t row[WORD_MAX + 1];
	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 1; i <= m; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			size_t change = diagonal + (a[i - 1] != b[j - 1]);
			diagonal = row[j];
			size_t least = row[j - 1] + 1 < row[j] + 1 ? row[j - 1] + 1 : row[j] + 1;
			row[j] = change < least ? change : least;
		}
	}
	return row[n];
}

const char *nearest_of(const char *word, const char *const *known)
{
	const char *best = known[0];
	for (size_t i = 1; known[i]; i++)
		if (nearest_distance(word, known[i]) < nearest_distance(word, best))
			best = known[i];
	return best;
}
