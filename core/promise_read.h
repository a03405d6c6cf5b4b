/* promise_read.h: a sentence as words with their classes and the verbs they may be forms of.
 *
 * Internal to promise. Words within quotation marks have no class: what is quoted is said by somebody else. A sentence of
 * more than READING_MAX words is cut there; none that people write is longer, and it bounds the work per sentence.
 */
#ifndef GRIFFIE_CORE_PROMISE_READ_H
#define GRIFFIE_CORE_PROMISE_READ_H

#include "core/promise_words.h"

enum { READING_MAX = 160, USES_MAX = 8, FOLDED_MAX = 32 };

enum use_form {
	USE_INFINITIVE,
	USE_BASE, /* infinitive of a separable verb without its particle: "af te doen" */
	USE_PARTICIPLE,
	USE_FINITE,       /* "stuurt"; of a separable verb the particle follows */
	USE_FINITE_JOINED /* "terugkomt", at the end of a subordinate clause */
};

struct verb_use {
	const struct verb_row *verb;
	enum use_form form;
};

/* What the vocabulary says of one word. */
struct entry {
	const char *text; /* folded */
	size_t size;
	uint32_t hash;
	uint64_t classes;
	const char *name;
	enum promise_form form; /* when `classes` has C_OBJECT, C_TASK or C_DECIDE */
	struct verb_use uses[USES_MAX];
	size_t use_count;
	struct phrase *phrases; /* that begin with this word */
	uint64_t seconds;   /* a bit for the hash of the second word of each, by phrase_bit(): most words are of none */
	struct entry *next; /* in the same bucket */
};

struct word {
	size_t start; /* in the sentence */
	size_t end;
	uint64_t classes;
	const struct entry *entry; /* NULL for a word that the vocabulary does not have */
	const char *name;
	enum promise_form form;
	uint32_t hash; /* of the folded word; 0 inside a quotation */
	char first;    /* of the folded word */
	int clause;    /* from 0, raised by commas, colons and dashes */
	bool number;
};

struct reading {
	struct slice sentence;
	struct word v[READING_MAX];
	size_t n;
	uint64_t classes; /* of all words together */
	const char *
		organ; /* the executive in whose papers it stands, for C_HOUSE; NULL when nothing tells. Not set by parsing */
	bool small; /* begins with a small letter: an item of a list, or a clause torn off */
};

struct lexicon;

/* Built from the tables at the first paper and kept as long as the program runs; papers are read in one thread. */
const struct lexicon *lexicon_of_words(void);
/* Reads a sentence. `quoted` says whether it begins inside a quotation, and afterwards whether it ends inside one. */
void reading_parse(const struct lexicon *lexicon, struct slice sentence, bool *quoted, struct reading *out);
/* Whether any word can be the verb of an act. */
bool reading_has_act(const struct reading *reading);
/* Whether word `i` is `text`, folded. The first letter tells most apart. */
bool reading_is_all(const struct reading *reading, size_t i, const char *text);
static inline bool reading_is(const struct reading *reading, size_t i, const char *text)
{
	return reading->v[i].first == text[0] && reading_is_all(reading, i, text);
}

#endif
