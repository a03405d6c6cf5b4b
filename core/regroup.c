/* regroup.c: each quote points to the one that it follows; where that ends is the leader, whose facts are those of the promise. */
#include "core/regroup.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const char *gathering_word_to_text(enum gathering_word word)
{
	static const char *const texts[] = {[GATHERING_SPLIT] = "split", [GATHERING_MERGE] = "merge"};
	static_assert(ARRAY_SIZE(texts) == GATHERING_WORD_COUNT, "a text for each word");
	return texts[word];
}

bool gathering_word_from_text(struct slice text, enum gathering_word *out)
{
	for (size_t i = 0; i < GATHERING_WORD_COUNT; i++)
		if (slice_is(text, gathering_word_to_text((enum gathering_word)i))) {
			*out = (enum gathering_word)i;
			return true;
		}
	return false;
}

static const struct quote *quote_of(const struct said_promise *said)
{
	return &said->alone.quotes.v[0];
}

static size_t overlap(struct span a, struct span b)
{
	size_t start = a.start > b.start ? a.start : b.start, end = a.end < b.end ? a.end : b.end;
	return end > start ? end - start : 0;
}

/* The number of the sentence, or `said->n`. In its own paper the place counts, since the same words may stand there twice. */
static size_t said_find(const struct said_promises *said, const struct quote_id *id)
{
	size_t found = said->n, most = 0;
	for (size_t i = 0; i < said->n; i++) {
		const struct quote *quote = quote_of(&said->v[i]);
		bool same = strcmp(quote->document, id->document) == 0;
		size_t shared = same ? overlap(quote->raw, id->raw) + (quote->raw.start == id->raw.start) : 0;
		if (shared > most) {
			most = shared;
			found = i;
		}
	}
	for (size_t i = 0; i < said->n && found == said->n; i++)
		if (strcmp(said->v[i].name, id->name) == 0 &&
		    strcmp(quote_of(&said->v[i])->document, id->document) != 0)
			found = i;
	return found;
}

static bool is_same_quote(const struct quote_id *a, const struct quote_id *b)
{
	return strcmp(a->document, b->document) == 0 && a->raw.start == b->raw.start;
}

/* ---- who follows whom ---- */

struct following {
	size_t to;       /* the sentence that it follows; itself: it leads */
	const char *key; /* of the promise when it leads */
};

static size_t first_of_key(const struct said_promises *said, const char *key)
{
	size_t i = 0;
	while (strcmp(said->v[i].alone.key, key) != 0)
		i++;
	return i;
}

static void follow_word(const struct said_promises *said, const struct gathering *word, struct arena *arena,
			struct following *following, struct gatherings *lost)
{
	size_t i = said_find(said, &word->quote);
	size_t to = is_same_quote(&word->quote, &word->with) ? i : said_find(said, &word->with);
	if (to == said->n && word->word == GATHERING_SPLIT)
		to = i; /* what was split off together stays apart */
	if (i == said->n || to == said->n)
		*list_push(arena, lost) = *word;
	else
		following[i] = (struct following){to, to == i ? word->key : said->v[i].alone.key};
}

/* A circle, which a new reader may close, has no leader: each of it leads then. */
static size_t leader_of(const struct following *following, size_t n, size_t i)
{
	size_t at = i;
	for (size_t steps = 0; following[at].to != at; at = following[at].to)
		if (steps++ == n)
			return i;
	return at;
}

/* ---- promises ---- */

static int by_promise(const void *x, const void *y)
{
	const struct item_promise *a = x, *b = y;
	if (a->on != b->on)
		return a->on < b->on ? -1 : 1;
	return strcmp(a->key, b->key);
}

/* The promise that `leader` leads; two leaders may have one key, where a paper says the same in the same words. */
static struct item_promise *promise_for(struct item *item, const struct said_promise *leader, const char *key,
					struct arena *arena)
{
	for (size_t i = 0; i < item->promises.n; i++)
		if (strcmp(item->promises.v[i].key, key) == 0)
			return &item->promises.v[i];
	struct item_promise *promise = list_push(arena, &item->promises);
	*promise = leader->alone;
	promise->key = key;
	promise->quotes = (struct quotes){0};
	*list_push(arena, &promise->quotes) = *quote_of(leader);
	return promise;
}

/* What the reader gathered is delivered once: a quote that names a day says it for one that names none, as the chair's list does for a
 * speech. What a person put together keeps the term of its leader. */
static void take_term(const struct item_promise *from, const struct item_promise *leader, struct item_promise *promise)
{
	if (strcmp(from->key, leader->key) != 0 || promise->moment.latest != DATE_NONE ||
	    from->moment.latest == DATE_NONE)
		return;
	promise->date_text = from->date_text;
	promise->moment = from->moment;
}

/* Whether a later word is about the same quote. */
static bool is_taken_back(const struct said_promises *said, const struct gatherings *words, size_t at)
{
	size_t found = said_find(said, &words->v[at].quote);
	for (size_t i = at + 1; i < words->n; i++)
		if (is_same_quote(&words->v[i].quote, &words->v[at].quote) ||
		    (found < said->n && said_find(said, &words->v[i].quote) == found))
			return true;
	return false;
}

void regroup(struct item *item, const struct gatherings *words, struct arena *arena, struct gatherings *lost)
{
	const struct said_promises *said = &item->said;
	struct following *following = arena_alloc(arena, (said->n + 1) * sizeof *following);
	for (size_t i = 0; i < said->n; i++)
		following[i] = (struct following){first_of_key(said, said->v[i].alone.key), said->v[i].alone.key};
	for (size_t i = 0; i < words->n; i++)
		if (!is_taken_back(said, words, i))
			follow_word(said, &words->v[i], arena, following, lost);
	item->promises = (struct item_promises){0};
	for (size_t i = 0; i < said->n; i++) {
		size_t leader = leader_of(following, said->n, i);
		struct item_promise *promise = promise_for(item, &said->v[leader], following[leader].key, arena);
		if (i != leader || promise->quotes.v[0].raw.start != quote_of(&said->v[i])->raw.start ||
		    strcmp(promise->quotes.v[0].document, quote_of(&said->v[i])->document) != 0)
			*list_push(arena, &promise->quotes) = *quote_of(&said->v[i]);
		take_term(&said->v[i].alone, &said->v[leader].alone, promise);
	}
	if (item->promises.n)
		qsort(item->promises.v, item->promises.n, sizeof *item->promises.v, by_promise);
}

const struct item_promise *regroup_promise(const struct item *item, const char *key)
{
	for (size_t i = 0; i < item->promises.n; i++)
		if (strcmp(item->promises.v[i].key, key) == 0)
			return &item->promises.v[i];
	return NULL;
}

/* ---- what a person says ---- */

/* Every quote of a promise is one of a sentence. */
static struct quote_id id_of(const struct item *item, const struct quote *quote)
{
	struct quote_id id = {quote->document, quote->raw, ""};
	for (size_t i = 0; i < item->said.n; i++) {
		const struct quote *said = quote_of(&item->said.v[i]);
		if (strcmp(said->document, quote->document) == 0 && said->raw.start == quote->raw.start)
			id.name = item->said.v[i].name;
	}
	return id;
}

static bool is_among(const size_t *numbers, size_t n, size_t number)
{
	for (size_t i = 0; i < n; i++)
		if (numbers[i] == number)
			return true;
	return false;
}

/* The quotes that leave: those that are named, or, when the first is among them, the others. */
static bool *leaving_make(const struct item_promise *promise, const size_t *numbers, size_t n, struct arena *arena)
{
	bool *leaves = arena_alloc(arena, promise->quotes.n * sizeof *leaves);
	bool first = is_among(numbers, n, 0);
	for (size_t i = 0; i < promise->quotes.n; i++)
		leaves[i] = is_among(numbers, n, i) != first;
	return leaves;
}

/* Whether the reader gathered the quote `i`, which stays, with one that leaves, and would let it go along. */
static bool is_drawn(const struct item *item, const struct item_promise *promise, const bool *leaves, size_t i)
{
	const struct quote_id id = id_of(item, &promise->quotes.v[i]);
	const struct said_promises *said = &item->said;
	size_t own = said_find(said, &id);
	if (own == said->n) /* no sentence is left that the reader could gather */
		return false;
	const struct quote *first = quote_of(&said->v[first_of_key(said, said->v[own].alone.key)]);
	for (size_t k = 0; i && k < promise->quotes.n; k++)
		if (leaves[k] && promise->quotes.v[k].raw.start == first->raw.start &&
		    strcmp(promise->quotes.v[k].document, first->document) == 0)
			return true;
	return false;
}

/* Its name, unless a sentence of another paper of that day gave that to a promise in the same words. */
static const char *key_for(const struct item *item, const struct quote_id *id, struct arena *arena)
{
	return regroup_promise(item, id->name) ? arena_printf(arena, "%s-%.8s", id->name, id->document) : id->name;
}

enum status regroup_split(const struct item *item, const struct item_promise *promise, const size_t *numbers, size_t n,
			  struct arena *arena, struct gatherings *out, const char **key, struct err *err)
{
	struct gatherings words = {0}, stay = {0};
	const bool *leaves = leaving_make(promise, numbers, n, arena);
	const struct quote_id lead = id_of(item, &promise->quotes.v[0]);
	for (size_t i = 0; i < promise->quotes.n; i++) {
		struct gathering word = {.word = GATHERING_SPLIT,
					 .quote = id_of(item, &promise->quotes.v[i]),
					 .text = promise->quotes.v[i].text,
					 .was = promise->key};
		if (leaves[i]) {
			word.with = words.n ? words.v[0].with : word.quote;
			word.key = words.n ? words.v[0].key : key_for(item, &word.quote, arena);
			*list_push(arena, &words) = word;
		} else if (is_drawn(item, promise, leaves, i)) {
			word.word = GATHERING_MERGE;
			word.with = lead;
			word.key = promise->key;
			*list_push(arena, &stay) = word;
		}
	}
	if (!words.n)
		return err_set(err, E_USAGE, "that is the whole of it: name only the quotes that are another promise");
	*key = words.v[0].key;
	for (size_t i = 0; i < stay.n; i++)
		*list_push(arena, &words) = stay.v[i];
	*out = words;
	return OK;
}

void regroup_merge(const struct item *item, const struct item_promise *promise, const struct item_promise *other,
		   struct arena *arena, struct gatherings *out)
{
	struct quote_id with = id_of(item, &promise->quotes.v[0]);
	for (size_t i = 0; i < other->quotes.n; i++) {
		const struct quote *quote = &other->quotes.v[i];
		*list_push(arena, out) = (struct gathering){.word = GATHERING_MERGE,
							    .quote = id_of(item, quote),
							    .text = quote->text,
							    .with = with,
							    .key = promise->key,
							    .was = other->key};
	}
}
