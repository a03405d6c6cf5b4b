/* reason.c: reasons are known by the words that join cause and consequence, and by those that tell what is not there yet. Letters put them
 * before the sentence that names the new day more often than behind it, so that side is looked at first, the nearest sentence at a time. What
 * was asked is no reason why it comes later, and is passed over.
 */
#include "core/reason.h"

#include "core/sentence.h"

enum { BEFORE_MOST = 4, BEHIND_MOST = 2 };

static const char *const causes[] = {
	"vanwege",
	"wegens",
	"omdat",
	"aangezien",
	"doordat",
	"zodat",
	"waardoor",
	"in verband met",
	"i.v.m.",
	"als gevolg van",
	"ten gevolge van",
	"gezien de",
	"gezien het",
	"gelet op",
	"met het oog op",
	"de reden",
	"reden hiervoor",
	"in afwachting van",
	"wachten op",
	"wacht op",
	"afhankelijk van",
	"nog in overleg",
	"nog in gesprek",
	"nog bezig",
	"nog niet afgerond",
	"nog niet gereed",
	"nog niet klaar",
	"nog niet bekend",
	"nog niet beschikbaar",
	"nog niet ontvangen",
	"nog niet compleet",
	"nog niet onderzocht",
};

/* They point to what was said before. */
static const char *const consequences[] = {"daarom",       "daardoor",      "hierdoor",
					   "om die reden", "om deze reden", "dientengevolge"};

/* What the council asked, or what is only recited. */
static const char *const recitals[] = {"verzoekt het college", "verzoekt de raad", "heeft u gevraagd",
				       "wordt het college verzocht"};

/* Whether one of the words stands in `s` as a whole. */
static bool holds_word(struct slice s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t length = strlen(words[i]);
		for (size_t at = 0; at < s.n;) {
			size_t found = at + slice_find(slice_from(s, at), words[i]);
			if (found >= s.n)
				break;
			bool begins = found == 0 || !is_word_byte(s.p[found - 1]);
			bool ends = found + length == s.n || !is_word_byte(s.p[found + length]);
			if (begins && ends)
				return true;
			at = found + 1;
		}
	}
	return false;
}

static bool is_cause(struct slice s)
{
	return holds_word(s, causes, ARRAY_SIZE(causes)) && !holds_word(s, recitals, ARRAY_SIZE(recitals));
}

static bool is_consequence(struct slice s)
{
	return holds_word(s, consequences, ARRAY_SIZE(consequences));
}

/* The body of a text in sentences, and which of them announces. */
struct letter {
	const struct text *text;
	struct sentences sentences;
	size_t at; /* sentences.n when it is not among them */
};

static struct slice sentence_of(const struct letter *letter, size_t i)
{
	struct span span = letter->sentences.v[i].body;
	return slice_trim((struct slice){letter->text->body + span.start, span.end - span.start});
}

static void letter_read(const struct text *text, const char *quote, struct arena *arena, struct letter *out)
{
	*out = (struct letter){.text = text};
	sentence_list(text, (struct span){0, text->body_size}, arena, &out->sentences);
	for (out->at = 0; out->at < out->sentences.n; out->at++) {
		struct slice sentence = sentence_of(out, out->at);
		if (sentence.n &&
		    (slice_holds(sentence, quote) || slice_holds(slice_of(quote), arena_text(arena, sentence))))
			return;
	}
}

/* What `i` says, with the sentence before it where it only points back. */
static const char *reason_at(const struct letter *letter, size_t i, struct arena *arena)
{
	struct slice sentence = sentence_of(letter, i);
	if (is_cause(sentence))
		return arena_text(arena, sentence);
	if (!is_consequence(sentence))
		return NULL;
	if (i == 0)
		return arena_text(arena, sentence);
	return arena_printf(arena, "%s %s", arena_text(arena, sentence_of(letter, i - 1)), arena_text(arena, sentence));
}

const char *reason_find(const struct text *text, const char *quote, struct arena *arena)
{
	struct letter letter;
	if (is_cause(slice_of(quote)))
		return quote;
	if (!text)
		return is_consequence(slice_of(quote)) ? quote : NULL;
	letter_read(text, quote, arena, &letter);
	if (letter.at == letter.sentences.n)
		return is_consequence(slice_of(quote)) ? quote : NULL;
	const char *reason = reason_at(&letter, letter.at, arena);
	for (size_t k = 1; !reason && k <= BEFORE_MOST && k <= letter.at; k++)
		reason = reason_at(&letter, letter.at - k, arena);
	for (size_t k = 1; !reason && k <= BEHIND_MOST && letter.at + k < letter.sentences.n; k++)
		reason = reason_at(&letter, letter.at + k, arena);
	return reason;
}
