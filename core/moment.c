/* moment.c: one pass over the places where a moment may begin (moment_scan.c); what stands there is handed to the grammar, once for
 * each language.
 */
#include "core/moment.h"
#include "core/moment_read.h"
#include "core/moment_scan.h"
#include "core/moment_token.h"

#include <assert.h>

/* A word behind a hyphen, a point or an at-sign is a part of another one: "mini-zomer", "www.juli.nl". */
static bool is_inside(struct slice text, size_t at)
{
	if (at < 2)
		return false;
	unsigned char before = (unsigned char)text.p[at - 1];
	return (before == '-' || before == '.' || before == '@' || before == '_' || before == '/') &&
	       moment_is_word_byte((unsigned char)text.p[at - 2]);
}

/* Reads the moment that begins at text[at] in whichever of the languages knows one; the longest wins. */
static bool read_at(struct slice text, size_t at, unsigned languages, struct phrase *out)
{
	size_t longest = 0; /* end of the longest reading; no reading ends at 0 */
	for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
		struct phrase phrase;
		if ((languages >> i & 1) && moment_phrase_read(text, at, &moment_languages[i], &phrase) &&
		    phrase.end > longest) {
			*out = phrase;
			longest = phrase.end;
		}
	}
	return longest > 0;
}

void moment_list(struct slice text, const struct moment_context *context, struct arena *arena, struct moments *out)
{
	struct scan scan = moment_scan(text);
	for (size_t from = 0; moment_scan_next(&scan, from);) {
		struct phrase phrase;
		size_t at = scan.chain.start;
		from = is_digit(text.p[at]) ? moment_number_end(text, at) : moment_word_end(text, at);
		if (is_inside(text, at) || !read_at(text, at, scan.chain.languages, &phrase))
			continue;
		moment_phrase_resolve(&phrase, context, list_push(arena, out));
		from = phrase.end;
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
