/* moment.c: one pass over the starts of words. Most words are refused by their first two letters and their length; what is
 * left is looked up, and only a word that can begin a moment is handed to the grammar, once for each language.
 */
#include "core/moment.h"
#include "core/moment_read.h"
#include "core/moment_token.h"

#include <assert.h>

enum byte_class { BYTE_OTHER, BYTE_LETTER, BYTE_DIGIT };

/* Letters are ASCII letters and all bytes of UTF-8 but C2 and E2, which begin signs and punctuation; their tails are
 * skipped with them. */
static enum byte_class class_of(unsigned char c)
{
	if (c >= '0' && c <= '9')
		return BYTE_DIGIT;
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x80 && c != 0xC2 && c != 0xE2))
		return BYTE_LETTER;
	return BYTE_OTHER;
}

static size_t skip_sign(struct slice text, size_t at)
{
	unsigned char c = (unsigned char)text.p[at];
	size_t n = c == 0xC2 ? 2 : c == 0xE2 ? 3 : 1;
	return at + n < text.n ? at + n : text.n;
}

/* A word behind a hyphen, a point or an at-sign is a part of another one: "mini-zomer", "www.juli.nl". */
static bool is_inside(struct slice text, size_t at)
{
	if (at < 2)
		return false;
	unsigned char before = (unsigned char)text.p[at - 1];
	return (before == '-' || before == '.' || before == '@' || before == '_' || before == '/') &&
	       class_of((unsigned char)text.p[at - 2]) != BYTE_OTHER;
}

/* Reads the moment that begins at text[at] in whichever language knows one; the longest wins. */
static bool read_at(struct slice text, size_t at, struct phrase *out)
{
	bool found = false;
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct phrase phrase;
		if (moment_phrase_read(text, at, &moment_languages[i], &phrase) && (!found || phrase.end > out->end)) {
			*out = phrase;
			found = true;
		}
	}
	return found;
}

void moment_list(struct slice text, const struct moment_context *context, struct arena *arena, struct moments *out)
{
	size_t at = 0;
	while (at < text.n) {
		unsigned char c = (unsigned char)text.p[at];
		enum byte_class class = class_of(c);
		if (class == BYTE_OTHER) {
			at = skip_sign(text, at);
			continue;
		}
		size_t end = class == BYTE_DIGIT ? moment_number_end(text, at) : moment_word_end(text, at);
		unsigned char second = end - at > 1 ? (unsigned char)text.p[at + 1] : 0;
		struct phrase phrase;
		bool may = class == BYTE_DIGIT || moment_word_gate(c, second, end - at);
		if (may && (class == BYTE_DIGIT || !is_inside(text, at)) && read_at(text, at, &phrase)) {
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
