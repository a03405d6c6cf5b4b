/* item_part.c: numbers and ordinals beside a word for a part, in the sentence that calls it settled.
 *
 * Where the same sentence says of something that it is not, or not yet, done, no part is taken from it: which of them is meant takes more
 * than words to tell.
 */
#include "core/item_part.h"

#include "core/part_label.h"

/* Of a longer sentence, the rest is not looked at. */
enum { WORDS_MOST = 100, BETWEEN_MOST = 5 };

static const char *const nouns[] = {"onderdeel",    "onderdelen", "dictumpunt", "dictumpunten", "dictum",  "beslispunt",
				    "beslispunten", "punt",       "punten",     "deel",         "verzoek", "verzoeken"};

static const char *const ordinals[] = {"eerste", "tweede",  "derde",   "vierde",  "vijfde",
				       "zesde",  "zevende", "achtste", "negende", "tiende"};

static const char *const between[] = {"en", "het", "de", "onder"};
static const char *const denials[] = {"niet", "nog", "nooit", "geen", "evenmin"};

static size_t place_of(struct slice word, const char *const *list, size_t n)
{
	size_t i = 0;
	while (i < n && !(strlen(list[i]) == word.n && slice_begins(word, list[i])))
		i++;
	return i;
}

#define IS_ONE(word, list) (place_of((word), (list), ARRAY_SIZE(list)) < ARRAY_SIZE(list))

static size_t split(struct slice s, struct slice words[WORDS_MOST])
{
	size_t n = 0;
	for (size_t i = 0; i < s.n && n < WORDS_MOST; i++) {
		size_t end = i;
		while (end < s.n && is_word_byte(s.p[end]))
			end++;
		if (end > i)
			words[n++] = (struct slice){s.p + i, end - i};
		i = end;
	}
	return n;
}

/* Whether an ordinal at `i` belongs to a noun: "het eerste en het derde verzoek". */
static bool has_noun(const struct slice *words, size_t n, size_t i)
{
	for (size_t k = i + 1; k < n && k <= i + BETWEEN_MOST; k++) {
		if (IS_ONE(words[k], nouns))
			return true;
		if (!IS_ONE(words[k], ordinals) && !IS_ONE(words[k], between))
			return false;
	}
	return false;
}

static uint64_t bit_of(size_t part, size_t count)
{
	return part >= 1 && part <= count && part <= ITEM_PARTS_MOST ? (uint64_t)1 << (part - 1) : 0;
}

uint64_t item_part_read(struct slice words, size_t count)
{
	struct slice split_words[WORDS_MOST];
	size_t n = split(words, split_words);
	uint64_t parts = 0;
	for (size_t i = 0; i < n; i++) {
		struct slice word = split_words[i];
		if (IS_ONE(word, denials))
			return 0;
		size_t ordinal = place_of(word, ordinals, ARRAY_SIZE(ordinals));
		if (ordinal < ARRAY_SIZE(ordinals) && has_noun(split_words, n, i))
			parts |= bit_of(ordinal + 1, count);
		struct part_label label;
		struct slice behind = slice_trim(slice_from(words, (size_t)(word.p + word.n - words.p)));
		if (!IS_ONE(word, nouns) || !part_numbers_read(behind, &label))
			continue;
		for (size_t k = 0; k < label.n; k++)
			parts |= bit_of((size_t)label.parts[k], count);
	}
	return parts;
}

static const char refused_words[] = "afdoening geweigerd";

const char *item_part_words(const char *part, bool refuses, struct arena *arena)
{
	if (!part)
		return refuses ? refused_words : "";
	return refuses ? arena_printf(arena, "onderdeel %s, %s", part, refused_words)
		       : arena_printf(arena, "onderdeel %s", part);
}

/* ---- what became of them ---- */

/* Whether the council itself, or a person, speaks: the word of the executive proposes. A paper that does not speak of the item was named by a
 * person. */
static bool is_decided(const struct item *item, const struct quote *quote)
{
	if (!quote->document)
		return true;
	for (size_t i = 0; i < item->papers.n; i++)
		if (strcmp(item->papers.v[i].document, quote->document) == 0)
			return strcmp(item->papers.v[i].text, document_kind_to_text(DOC_DECISION_LIST)) == 0 ||
			       strcmp(item->papers.v[i].text, document_kind_to_text(DOC_MINUTES)) == 0;
	return quote->raw.end == 0;
}

static bool is_done(enum state state)
{
	return state == STATE_SETTLED || state == STATE_SETTLEMENT_PROPOSED;
}

static void settle(struct item_request *request, enum state state, int on)
{
	if (request->state == STATE_SETTLED)
		return;
	if (!is_done(request->state))
		request->settled = on;
	request->state = state;
}

static void settle_parts(struct item *item, const struct transition *t)
{
	for (size_t i = 0; i < t->quotes.n; i++) {
		const struct quote *quote = &t->quotes.v[i];
		uint64_t parts = item_part_read(slice_of(quote->text), item->requests.n);
		enum state state = is_decided(item, quote) ? STATE_SETTLED : STATE_SETTLEMENT_PROPOSED;
		for (size_t k = 0; k < item->requests.n && k < ITEM_PARTS_MOST; k++)
			if (parts & bit_of(k + 1, item->requests.n))
				settle(&item->requests.v[k], state, t->on);
	}
}

/* By hand, and in the words of item_part_words. */
static bool is_refusal(const struct quote *quote)
{
	size_t n = strlen(quote->text), end = sizeof refused_words - 1;
	return quote->raw.end == 0 && n >= end && strcmp(quote->text + n - end, refused_words) == 0;
}

/* Takes back what a refusal is about; false when the transition refuses nothing. */
static bool refuse_parts(struct item *item, const struct transition *t)
{
	bool refuses = false;
	for (size_t i = 0; i < t->quotes.n; i++) {
		if (!is_refusal(&t->quotes.v[i]))
			continue;
		uint64_t parts = item_part_read(slice_of(t->quotes.v[i].text), item->requests.n);
		refuses = true;
		for (size_t k = 0; k < item->requests.n && k < ITEM_PARTS_MOST; k++) {
			struct item_request *request = &item->requests.v[k];
			if (parts ? (parts & bit_of(k + 1, item->requests.n)) == 0 : request->state == STATE_SETTLED)
				continue;
			request->state = t->state;
			request->settled = DATE_NONE;
		}
	}
	return refuses;
}

/* Work that goes on, after parts were settled, goes on in the others; after the whole was, in all. */
static void settle_whole(struct item_request *request, const struct transition *t, enum state was)
{
	bool apart = was == STATE_PARTLY_SETTLED || was == STATE_IN_PROGRESS;
	if (is_done(t->state)) {
		settle(request, t->state, t->on);
	} else if (t->state != STATE_IN_PROGRESS || !apart || !is_done(request->state)) {
		request->state = t->state;
		request->settled = DATE_NONE;
	}
}

void item_parts_apply(struct item *item)
{
	enum state was = STATE_NONE;
	for (size_t k = 0; k < item->requests.n; k++) {
		item->requests.v[k].state = STATE_NONE;
		item->requests.v[k].settled = DATE_NONE;
	}
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		if (t->forbidden)
			continue;
		if (t->state == STATE_PARTLY_SETTLED)
			settle_parts(item, t);
		bool refuses = refuse_parts(item, t);
		for (size_t k = 0; t->state != STATE_PARTLY_SETTLED && !refuses && k < item->requests.n; k++)
			settle_whole(&item->requests.v[k], t, was);
		was = t->state;
	}
}
