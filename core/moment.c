/* moment.c: one pass over the starts of words. Most words are refused by their first two letters and their length; what is
 * left is looked up, and only a word that can begin a moment is handed to the grammar, once for each language.
 */
#include "core/moment.h"
#include "core/moment_read.h"
#include "core/moment_token.h"

#include <assert.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A word behind a hyphen, a point or an at-sign is a part of another one: "mini-zomer", "www.juli.nl". */
static bool is_inside(struct slice text, size_t at)
{
	if (at < 2)
		return false;
	unsigned char before = (unsigned char)text.p[at - 1];
	return (before == '-' || before == '.' || before == '@' || before == '_' || before == '/') &&
	       moment_is_word_byte((unsigned char)text.p[at - 2]);
}

/* Reads the moment that begins with the word text[at..end) in whichever language knows one; the longest wins. */
static bool read_at(struct slice text, size_t at, size_t end, struct phrase *out)
{
	bool digit = is_digit(text.p[at]);
	size_t longest = 0; /* end of the longest reading; no reading ends at 0 */
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		const struct language *language = &moment_languages[i];
		struct phrase phrase;
		if ((digit || moment_word_gate(language, text, at, end)) && !is_inside(text, at) &&
		    moment_phrase_read(text, at, language, &phrase) && phrase.end > longest) {
			*out = phrase;
			longest = phrase.end;
		}
	}
	return longest > 0;
}

static bool may_begin(struct slice text, size_t at, size_t end)
{
	for (size_t i = 0; i < LANGUAGE_COUNT; i++)
		if (moment_word_gate(&moment_languages[i], text, at, end))
			return true;
	return false;
}

void moment_list(struct slice text, const struct moment_context *context, struct arena *arena, struct moments *out)
{
	size_t at = 0;
	while (at < text.n) {
		unsigned char c = (unsigned char)text.p[at];
		if (!moment_is_word_byte(c)) {
			/* A sign of more than one byte is skipped whole, so that its tail is not taken for letters. */
			at += c == 0xC2 ? 2 : c == 0xE2 ? 3 : 1;
			continue;
		}
		size_t end = at + 1;
		while (end < text.n && moment_is_word_byte((unsigned char)text.p[end]))
			end++;
		bool digit = is_digit(text.p[at]);
		if (digit)
			end = moment_number_end(text, at);
		struct phrase phrase;
		if ((digit || may_begin(text, at, end)) && read_at(text, at, end, &phrase)) {
			moment_phrase_resolve(&phrase, context, list_push(arena, out));
			end = phrase.end;
		}
		at = end;
	}
}

const char *precision_to_text(enum precision precision)
{
	static const char *const names[] = {
		[PRECISION_NONE] = "none",   [PRECISION_DAY] = "day",       [PRECISION_WEEK] = "week",
		[PRECISION_MONTH] = "month", [PRECISION_SEASON] = "season", [PRECISION_QUARTER] = "quarter",
		[PRECISION_HALF] = "half",   [PRECISION_YEAR] = "year",     [PRECISION_PERIOD] = "period",
	};
	static_assert(ARRAY_SIZE(names) == PRECISION_COUNT, "a name for each precision");
	return names[precision];
}
