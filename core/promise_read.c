/* promise_read.c: folds, looks up, and joins phrases.
 *
 * The lexicon is a hash of buckets with one entry a word, made from the tables when a paper is read. Phrases hang on their
 * first word. Words that lost the blank between them ("informerenover") are looked up again in two parts, but only when
 * the first part is a verb that ends in -en and the second is known: Dutch has no compound of that shape.
 */
#include "core/promise_read.h"

enum { BUCKETS = 2048, FOUR_BITS = 13, KNOWN = 65536 };

#define HASH_START 2166136261u /* FNV-1a */
#define HASH_STEP  16777619u

struct phrase {
	const char *text; /* all of it, folded */
	uint32_t second;  /* the hash of its second word, which tells most phrases apart */
	size_t size;
	uint64_t classes;
	const char *name;
	enum promise_form form;
	struct phrase *next;
};

struct lexicon {
	struct entry *buckets[BUCKETS];
	uint8_t known[KNOWN / 8]; /* a bit for the hash of each entry: most words are in none */
	char plain[256];          /* letters and digits of ASCII as they are folded, 0 for all other bytes */
	/* By four letters: whether a word that others may be glued to begins so, and whether a suffix ends so. Spares most words
	 * that the vocabulary lacks the search for parts. */
	bool heads[1 << FOUR_BITS];
	bool tails[1 << FOUR_BITS];
	struct arena *arena;
};

static uint32_t hash_of(const char *p, size_t n)
{
	uint32_t h = HASH_START;
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)p[i]) * HASH_STEP;
	return h;
}

static uint64_t phrase_bit(uint32_t second)
{
	return UINT64_C(1) << second % 64;
}

/* The slot of four letters; no head or suffix has fewer. */
static size_t four_of(const char *p)
{
	uint32_t letters;
	memcpy(&letters, p, sizeof letters);
	return letters * UINT32_C(0x9E3779B1) >> (32 - FOUR_BITS);
}

static struct entry *lexicon_find_hash(const struct lexicon *lexicon, const char *p, size_t n, uint32_t hash)
{
	if (!(lexicon->known[hash % KNOWN / 8] >> hash % 8 & 1))
		return NULL;
	for (struct entry *e = lexicon->buckets[hash % BUCKETS]; e; e = e->next)
		if (e->hash == hash && e->size == n && memcmp(e->text, p, n) == 0)
			return e;
	return NULL;
}

static struct entry *lexicon_find(const struct lexicon *lexicon, const char *p, size_t n)
{
	return lexicon_find_hash(lexicon, p, n, hash_of(p, n));
}

static struct entry *lexicon_entry(struct lexicon *lexicon, const char *p, size_t n)
{
	struct entry *e = lexicon_find(lexicon, p, n);
	if (e)
		return e;
	uint32_t hash = hash_of(p, n);
	struct entry **bucket = &lexicon->buckets[hash % BUCKETS];
	e = arena_alloc(lexicon->arena, sizeof *e);
	*e = (struct entry){.text = p, .size = n, .hash = hash, .next = *bucket};
	*bucket = e;
	lexicon->known[hash % KNOWN / 8] |= (uint8_t)(1u << hash % 8);
	return e;
}

static void lexicon_add_word(struct lexicon *lexicon, const struct word_row *row, const char *p, size_t n)
{
	const char *blank = memchr(p, ' ', n);
	struct entry *e = lexicon_entry(lexicon, p, blank ? (size_t)(blank - p) : n);
	if (!blank) {
		e->classes |= row->classes;
		e->name = row->name ? row->name : e->name;
		if (row->classes & (C_OBJECT | C_TASK | C_DECIDE))
			e->form = row->form;
		return;
	}
	for (struct phrase *f = e->phrases; f; f = f->next)
		if (f->size == n && memcmp(f->text, p, n) == 0) {
			f->classes |= row->classes;
			if (row->classes & (C_OBJECT | C_TASK | C_DECIDE))
				f->form = row->form;
			return;
		}
	struct phrase *f = arena_alloc(lexicon->arena, sizeof *f);
	size_t second = strcspn(blank + 1, " |");
	*f = (struct phrase){p, hash_of(blank + 1, second), n, row->classes, row->name, row->form, NULL};
	struct phrase **at = &e->phrases; /* the longest first */
	while (*at && (*at)->size >= n)
		at = &(*at)->next;
	f->next = *at;
	*at = f;
	e->seconds |= phrase_bit(f->second);
}

static void lexicon_add_use(struct lexicon *lexicon, const struct verb_row *verb, struct slice word, enum use_form form)
{
	struct entry *e = lexicon_entry(lexicon, word.p, word.n);
	if (e->use_count < USES_MAX)
		e->uses[e->use_count++] = (struct verb_use){verb, form};
}

static void lexicon_add_verb(struct lexicon *lexicon, const struct verb_row *verb)
{
	lexicon_add_use(lexicon, verb, slice_of(verb->infinitive), USE_INFINITIVE);
	if (verb->particle)
		lexicon_add_use(lexicon, verb, slice_of(verb->infinitive + strlen(verb->particle)), USE_BASE);
	if (verb->participle && strcmp(verb->participle, verb->infinitive) != 0)
		lexicon_add_use(lexicon, verb, slice_of(verb->participle), USE_PARTICIPLE);
	const char *const finite[] = {verb->first, verb->third};
	for (size_t i = 0; i < ARRAY_SIZE(finite); i++) {
		if (!finite[i] || (i && finite[0] && strcmp(finite[0], finite[1]) == 0))
			continue;
		lexicon_add_use(lexicon, verb, slice_of(finite[i]), USE_FINITE);
		if (verb->particle)
			lexicon_add_use(lexicon, verb,
					slice_of(arena_printf(lexicon->arena, "%s%s", verb->particle, finite[i])),
					USE_FINITE_JOINED);
	}
}

static bool takes_glue(const struct entry *e)
{
	return e->use_count || e->classes & (C_PASSIVE | C_MODAL | C_ROLE | C_COUNCIL);
}

static void lexicon_index(struct lexicon *lexicon)
{
	for (size_t c = 0; c < sizeof lexicon->plain; c++) {
		bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		lexicon->plain[c] = (char)(plain ? c : c >= 'A' && c <= 'Z' ? c + 32 : 0);
	}
	for (size_t i = 0; i < BUCKETS; i++)
		for (const struct entry *e = lexicon->buckets[i]; e; e = e->next)
			if (e->size >= 4 && takes_glue(e))
				lexicon->heads[four_of(e->text)] = true;
	for (size_t i = 0; i < promise_suffix_count; i++) {
		const char *end = promise_suffixes[i].words + strlen(promise_suffixes[i].words);
		lexicon->tails[four_of(end - 4)] = true;
	}
}

static void lexicon_make(struct lexicon *lexicon)
{
	lexicon->arena = arena_new();
	for (size_t i = 0; i < promise_word_count; i++)
		for (const char *p = promise_words[i].words; *p;) {
			size_t n = strcspn(p, "|");
			lexicon_add_word(lexicon, &promise_words[i], p, n);
			p += p[n] ? n + 1 : n;
		}
	for (size_t i = 0; i < promise_verb_count; i++)
		lexicon_add_verb(lexicon, &promise_verbs[i]);
	lexicon_index(lexicon);
}

const struct lexicon *lexicon_of_words(void)
{
	static struct lexicon made;
	if (!made.arena)
		lexicon_make(&made);
	return &made;
}

/* One letter of Latin-1 Supplement, by its second byte, without its accent; 0 when it has no plain form. */
static char plain_letter(unsigned char second)
{
	static const char plain[] = "aaaaaaaceeeeiiiidnooooo\0ouuuuyts";
	return plain[(second - 0x80) & 0x1F];
}

static bool is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The bytes of the word character at p[0], 0 when it is none. Beyond ASCII, letters of two bytes count. */
static size_t letter_size(const char *p, size_t n)
{
	unsigned char c = (unsigned char)p[0];
	if (c < 0x80)
		return is_alnum(p[0]);
	return n >= 2 && c >= 0xC3 && c <= 0xDF ? 2 : 0;
}

/* Inside a word a hyphen or apostrophe belongs to it: "MIRT-brief", "foto's". */
static size_t joiner_size(const char *p, size_t n)
{
	size_t size = p[0] == '-' || p[0] == '\'' ? 1 : n >= 3 && memcmp(p, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
	return size && n > size && letter_size(p + size, n - size) ? size : 0;
}

/* A word as it is looked up: small, without diacritics, cut when it is long. */
struct folded {
	char v[FOLDED_MAX];
	size_t n;
	uint32_t hash; /* as hash_of() */
};

static void folded_add(struct folded *f, char c)
{
	if (!c || f->n == FOLDED_MAX)
		return;
	f->v[f->n++] = c;
	f->hash = (f->hash ^ (unsigned char)c) * HASH_STEP;
}

/* Folds the letters and digits of ASCII at p[0 .. n); returns how many there were. */
static size_t plain_fold(const struct lexicon *lexicon, const char *p, size_t n, struct folded *out)
{
	size_t at = 0, size = out->n;
	uint32_t hash = out->hash;
	for (char c; at < n && (c = lexicon->plain[(unsigned char)p[at]]) != 0; at++) {
		if (size == FOLDED_MAX)
			continue;
		out->v[size++] = c;
		hash = (hash ^ (unsigned char)c) * HASH_STEP;
	}
	out->n = size;
	out->hash = hash;
	return at;
}

/* Folds the word at `at`; returns its end, `at` itself when there is none. */
static size_t word_fold(const struct lexicon *lexicon, struct slice s, size_t at, struct folded *out)
{
	out->n = 0;
	out->hash = HASH_START;
	while (at < s.n) {
		at += plain_fold(lexicon, s.p + at, s.n - at, out);
		if (at == s.n || s.p[at] == ' ')
			break;
		const char *p = s.p + at;
		size_t letter = letter_size(p, s.n - at), step = letter ? letter : joiner_size(p, s.n - at);
		if (!step)
			break;
		if (letter == 2)
			folded_add(out, (unsigned char)p[0] == 0xC3 ? plain_letter((unsigned char)p[1]) : '\0');
		else
			folded_add(out, step == 3 ? '\'' : p[0]);
		at += step;
	}
	return at;
}

static void word_set(struct word *w, const struct entry *e)
{
	w->entry = e;
	w->classes = e->classes;
	w->name = e->name;
	w->form = e->form;
}

static void word_set_receiver(struct word *w, const char *folded, size_t n)
{
	static const struct {
		const char *begin, *name;
	} councils[] = {{"raad", "raad"}, {"kamer", "Kamer"}, {"staten", "Staten"}, {"commissie", "commissie"}};
	for (size_t i = 0; i < ARRAY_SIZE(councils); i++)
		if (n > strlen(councils[i].begin) &&
		    memcmp(folded, councils[i].begin, strlen(councils[i].begin)) == 0) {
			w->classes |= C_SENT;
			w->name = councils[i].name;
		}
}

/* "voortgangsbrief" is a "brief". A letter to the council by its name is sent to the council. */
static void word_set_compound(const struct lexicon *lexicon, struct word *w, const char *folded, size_t n)
{
	if (n < 4 || !lexicon->tails[four_of(folded + n - 4)])
		return;
	for (size_t i = 0; i < promise_suffix_count; i++) {
		const struct word_row *row = &promise_suffixes[i];
		size_t size = strlen(row->words);
		if (n < size + 3 || memcmp(folded + n - size, row->words, size) != 0)
			continue;
		w->classes = row->classes;
		w->form = row->form;
		if (row->form == FORM_LETTER || row->form == FORM_PROPOSAL)
			word_set_receiver(w, folded, n);
		return;
	}
}

static bool is_glued_head(char c)
{
	return c == 'h' || c == 'd' || c == 'u' || c == 'a';
}

/* "hetkabinet", "uwKamer", "Kamerover": a holder or council that lost the blank beside it. Before it stands an article, behind
 * it a preposition or auxiliary; no word of Dutch has that shape. */
static size_t glued_noun(const struct lexicon *lexicon, const char *folded, size_t n)
{
	static const char *const before[] = {"het", "de", "uw", "deze", "aan", "door"};
	for (size_t i = 0; i < ARRAY_SIZE(before) && is_glued_head(folded[0]); i++) {
		size_t at = strlen(before[i]);
		if (n < at + 4 || memcmp(folded, before[i], at) != 0)
			continue;
		const struct entry *noun = lexicon_find(lexicon, folded + at, n - at);
		if (noun && noun->classes & (C_ROLE | C_COUNCIL))
			return at;
	}
	for (size_t at = 4; at + 2 <= n && at < 16 && lexicon->heads[four_of(folded)]; at++) {
		const struct entry *noun = lexicon_find(lexicon, folded, at);
		if (!noun || !(noun->classes & (C_ROLE | C_COUNCIL)))
			continue;
		const struct entry *next = lexicon_find(lexicon, folded + at, n - at);
		if (next && next->classes & (C_PREP | C_FUTURE | C_PASSIVE))
			return at;
	}
	return 0;
}

/* Where "informerenover" parts: after a verb in -en; 0 when it does not. */
static size_t glue_place(const struct lexicon *lexicon, const char *folded, size_t n)
{
	if (n < 6)
		return 0;
	for (size_t at = n - 2; at >= 4 && lexicon->heads[four_of(folded)]; at--) {
		if (memcmp(folded + at - 2, "en", 2) != 0 && folded[at - 1] != 't')
			continue;
		const struct entry *head = lexicon_find(lexicon, folded, at);
		if (head && (head->use_count || head->classes & (C_PASSIVE | C_MODAL)) &&
		    lexicon_find(lexicon, folded + at, n - at))
			return at;
	}
	size_t joined = glued_noun(lexicon, folded, n);
	if (joined)
		return joined;
	/* "tedienen" */
	const struct entry *tail = memcmp(folded, "te", 2) == 0 ? lexicon_find(lexicon, folded + 2, n - 2) : NULL;
	return tail && tail->use_count && tail->uses[0].form <= USE_BASE ? 2 : 0;
}

static struct word *reading_push(struct reading *out, struct span at, int clause, char first, uint32_t hash)
{
	struct word *w = &out->v[out->n++];
	*w = (struct word){.start = at.start, .end = at.end, .clause = clause, .hash = hash, .first = first};
	w->number = first >= '0' && first <= '9';
	return w;
}

/* Adds the word, or the two words that were glued together; the glued ones share their place in the sentence. */
static void reading_add(const struct lexicon *lexicon, struct reading *out, const struct folded *f, struct span at,
			int clause, bool quoted)
{
	if (!f->n)
		return;
	struct word *w = reading_push(out, at, clause, f->v[0], quoted ? 0 : f->hash);
	const struct entry *e = quoted ? NULL : lexicon_find_hash(lexicon, f->v, f->n, f->hash);
	if (e)
		word_set(w, e);
	if (e || quoted)
		return;
	size_t part = f->n < FOLDED_MAX && out->n < READING_MAX ? glue_place(lexicon, f->v, f->n) : 0;
	if (!part) {
		word_set_compound(lexicon, w, f->v, f->n);
		return;
	}
	w->hash = hash_of(f->v, part);
	e = lexicon_find(lexicon, f->v, part);
	if (e)
		word_set(w, e);
	w = reading_push(out, at, clause, f->v[part], hash_of(f->v + part, f->n - part));
	e = lexicon_find(lexicon, f->v + part, f->n - part);
	if (e)
		word_set(w, e);
}

/* Quotation marks as they are met: those that pair are counted, a straight one opens or closes by what is beside it. */
struct quotes {
	bool curly; /* inside “ ” or « », which may span sentences */
	char straight;
};

static size_t quotes_step(struct quotes *q, struct slice s, size_t at)
{
	const char *p = s.p + at;
	bool elision = s.n - at > 2 && p[0] == '\'' && p[2] == ' '; /* "'s avonds" */
	bool after_blank = at == 0 || p[-1] == ' ' || p[-1] == '(';
	size_t three =
		s.n - at >= 3 && (unsigned char)p[0] == 0xE2 && (unsigned char)p[1] == 0x80 ? (unsigned char)p[2] : 0;
	if (three == 0x9C || three == 0x9E) /* “ „ */
		q->curly = true;
	else if (three == 0x9D)
		q->curly = false;
	else if (three == 0x98) /* ‘ */
		q->straight = '\'';
	else if (three == 0x99 && q->straight == '\'')
		q->straight = '\0';
	else if ((p[0] == '"' || p[0] == '\'') && q->straight == p[0])
		q->straight = '\0';
	else if ((p[0] == '"' || p[0] == '\'') && !q->straight && after_blank && !elision &&
		 memchr(p + 1, p[0], s.n - at - 1))
		q->straight = p[0];
	else if (s.n - at >= 2 && memcmp(p, "\xC2\xAB", 2) == 0)
		q->curly = true;
	else if (s.n - at >= 2 && memcmp(p, "\xC2\xBB", 2) == 0)
		q->curly = false;
	return three ? 3 : 1;
}

static bool is_break(struct slice s, size_t at)
{
	bool in_number = at + 1 < s.n && s.p[at + 1] >= '0' && s.p[at + 1] <= '9';
	return (memchr(",;:", s.p[at], 3) && !in_number) ||
	       (s.n - at >= 3 && memcmp(s.p + at, "\xE2\x80\x93", 3) == 0 && at && s.p[at - 1] == ' ');
}

/* The phrases of which word `i` and the next may be the first two; NULL for none. */
static const struct phrase *phrases_at(const struct reading *r, size_t i)
{
	const struct entry *e = r->v[i].entry;
	return e && i + 1 < r->n && e->seconds & phrase_bit(r->v[i + 1].hash) ? e->phrases : NULL;
}

/* How many words from `i` on spell the phrase; 0 when they do not. */
static size_t phrase_match(const struct reading *r, size_t i, const struct phrase *f)
{
	if (r->v[i + 1].hash != f->second)
		return 0;
	size_t count = 0;
	for (const char *p = f->text, *end = f->text + f->size; p < end; count++) {
		const char *blank = memchr(p, ' ', (size_t)(end - p));
		size_t n = blank ? (size_t)(blank - p) : (size_t)(end - p);
		if (i + count >= r->n || r->v[i + count].hash != hash_of(p, n))
			return 0;
		p += n + (blank != NULL);
	}
	return count;
}

/* "Kunt u" asks at the head of a sentence, or behind "Vraag 3"; elsewhere it is "de nota kunt u verwachten". */
static bool opens_question(const struct reading *r, size_t i)
{
	return i == 0 || (i <= 2 && reading_is(r, 0, "vraag"));
}

/* The first word of a phrase takes its classes, the others lose theirs. */
static void reading_join_phrases(struct reading *r)
{
	for (size_t i = 0; i < r->n; i++) {
		for (const struct phrase *f = phrases_at(r, i); f; f = f->next) {
			size_t count = phrase_match(r, i, f);
			if (!count || (f->classes & C_ASKING && !opens_question(r, i)))
				continue;
			r->v[i].classes = f->classes;
			r->v[i].name = f->name;
			r->v[i].form = f->form;
			r->v[i].entry = NULL;
			for (size_t k = 1; k < count; k++) {
				r->v[i + k].classes = 0;
				r->v[i + k].entry = NULL;
			}
			i += count - 1;
			break;
		}
	}
}

/* What can stand behind an "of" that opens a clause; in "in mei of juni" it joins words. */
static bool begins_clause(const struct reading *r, size_t i)
{
	static const char *const words[] = {"de",   "het", "een",  "er", "en",   "dit", "dat", "deze",
					    "die",  "hij", "zij",  "ze", "u",    "men", "al",  "ook",
					    "alle", "wel", "zo'n", "in", "daar", "hier"};
	if (r->v[i].classes & (C_FIRST | C_ROLE | C_COUNCIL))
		return true;
	for (size_t k = 0; k < ARRAY_SIZE(words); k++)
		if (reading_is(r, i, words[k]))
			return true;
	return false;
}

static bool opens_clause(const struct reading *r, size_t i)
{
	const struct word *w = &r->v[i];
	return i == 0 || w->clause != w[-1].clause || w[-1].classes & (C_JOIN | C_SUB) ||
	       (w[-1].entry && w[-1].entry->use_count) || reading_is(r, i - 1, "ook");
}

static bool is_we(const struct reading *r, size_t i)
{
	return reading_is(r, i, "we") || reading_is(r, i, "wij");
}

/* A pronoun between quotation marks, whose word was not looked up. */
static bool is_quoted_we(const struct reading *r, size_t i)
{
	const char *p = r->sentence.p + r->v[i].start;
	size_t n = r->v[i].end - r->v[i].start;
	return !r->v[i].hash && ((n == 2 && memcmp(p, "we", n) == 0) || (n == 3 && memcmp(p, "wij", n) == 0));
}

/* "'We' is de corporatie": whoever says so speaks for another. */
static void reading_settle_we(struct reading *r)
{
	enum { NEAR = 4 };
	bool other = false;
	for (size_t i = 0; i < r->n; i++) {
		if (!is_quoted_we(r, i))
			continue;
		size_t from = i > NEAR ? i - NEAR : 0, to = i + NEAR + 1 < r->n ? i + NEAR + 1 : r->n;
		bool means = false, named = false;
		for (size_t k = from; k < to; k++) {
			means |= reading_is(r, k, "is") || reading_is(r, k, "zijn") || reading_is(r, k, "bedoel");
			named |= k > i && r->v[k].classes & C_OTHER;
		}
		other |= means && named;
	}
	for (size_t i = 0; other && i < r->n; i++)
		if (is_we(r, i))
			r->v[i].classes = C_OTHER;
}

/* Words that have a class only in their place: "als" opens a condition only where a clause begins, and "uw" is the council
 * only before its name. */
static void reading_settle(struct reading *r)
{
	bool unreal = false;
	reading_settle_we(r);
	for (size_t i = 0; i < r->n; i++) {
		struct word *w = &r->v[i];
		if (w->classes & C_YOU && reading_is(r, i, "uw") &&
		    !(i + 1 < r->n &&
		      (r->v[i + 1].classes & C_COUNCIL || reading_is(r, i + 1, "kant")))) /* "uw kant op" */
			w->classes &= ~C_YOU;
		unreal |= (w->classes & C_UNREAL) != 0;
		if (w->classes & C_IF && reading_is(r, i, "als") && !opens_clause(r, i) &&
		    !unreal) /* "zou goed zijn als" */
			w->classes &= ~C_IF;
		if (w->classes & C_SUB && reading_is(r, i, "of") && i + 1 < r->n && !begins_clause(r, i + 1))
			w->classes &= ~C_SUB;
		if (w->classes & C_ASKING && !opens_question(r, i))
			w->classes &= ~C_ASKING;
		r->classes |= w->classes;
	}
}

void reading_parse(const struct lexicon *lexicon, struct slice sentence, bool *quoted, struct reading *out)
{
	out->sentence = sentence;
	out->n = 0;
	out->classes = 0;
	out->small = sentence.n && sentence.p[0] >= 'a' && sentence.p[0] <= 'z';
	struct quotes quotes = {.curly = *quoted};
	int clause = 0;
	for (size_t at = 0; at < sentence.n;) {
		if (sentence.p[at] == ' ') {
			at++;
			continue;
		}
		if (out->n < READING_MAX && letter_size(sentence.p + at, sentence.n - at)) {
			struct folded folded;
			size_t end = word_fold(lexicon, sentence, at, &folded);
			reading_add(lexicon, out, &folded, (struct span){at, end}, clause,
				    quotes.curly || quotes.straight);
			at = end;
			continue;
		}
		clause += is_break(sentence, at);
		at += quotes_step(&quotes, sentence, at);
	}
	*quoted = quotes.curly;
	if (out->n > 1 && out->v[0].end - out->v[0].start == 1 && reading_is(out, 1, "dat")) /* "C. dat" */
		out->small = true;
	reading_join_phrases(out);
	reading_settle(out);
}

bool reading_is_all(const struct reading *reading, size_t i, const char *text)
{
	return reading->v[i].hash == hash_of(text, strlen(text));
}

bool reading_has_act(const struct reading *reading)
{
	for (size_t i = 0; i < reading->n; i++)
		if (reading->v[i].entry && reading->v[i].entry->use_count)
			return true;
	return false;
}
