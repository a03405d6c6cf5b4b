/* regroup.h: which sentences of an item are one promise: as its papers were read, and as people split and merged that.
 *
 * A person's word is about one quote: it stands apart, or goes with another quote. Of the words on a quote the last counts; a quote without
 * one follows the first of those that the reader gathered it with. So a word holds whatever else is read in the papers. A quote is found
 * again by its paper and place, and in another copy of the paper by its day and words.
 */
#ifndef GRIFFIE_CORE_REGROUP_H
#define GRIFFIE_CORE_REGROUP_H

#include "core/item.h"

struct quote_id {
	const char *document; /* SHA-256 of the paper */
	struct span raw;      /* bytes of the stored text */
	const char *name;     /* as in struct said_promise */
};

enum gathering_word { GATHERING_SPLIT, GATHERING_MERGE, GATHERING_WORD_COUNT };

struct gathering {
	enum gathering_word word;
	struct quote_id quote;
	const char *text;     /* the words of the quote; NULL when erased */
	struct quote_id with; /* the quote that it goes with; its own: it leads */
	const char *key;      /* of the promise that it is part of since */
	const char *was;      /* and before */
	int on;               /* the day of the word */
	const char *because;  /* NULL */
	const char *other;    /* uid of the follow-up at the other end, for those of db_followup_gatherings; NULL */
};

struct gatherings {
	struct gathering *v;
	size_t n;
	size_t cap;
};

const char *gathering_word_to_text(enum gathering_word word); /* "split" */
bool gathering_word_from_text(struct slice text, enum gathering_word *out);

/* Makes `item->promises` of `item->said`, with `words` in the order in which they were recorded. `lost` gets those words that decide
 * nothing, since their quote, or the one that it was merged with, is no longer read as a promise. */
void regroup(struct item *item, const struct gatherings *words, struct arena *arena, struct gatherings *lost);

/* The promise with this key; NULL when there is none. */
const struct item_promise *regroup_promise(const struct item *item, const char *key);

/* The words that make the quotes `numbers` of `promise`, from 0 on and each once, a promise of their own; of those that are named and those
 * that are not, the part with the first quote keeps its key, and `key` gets that of the other. E_USAGE when nothing would stay, or go. */
must_check enum status regroup_split(const struct item *item, const struct item_promise *promise, const size_t *numbers,
				     size_t n, struct arena *arena, struct gatherings *out, const char **key,
				     struct err *err);
/* The words that put the quotes of `other` to those of `promise`. */
void regroup_merge(const struct item *item, const struct item_promise *promise, const struct item_promise *other,
		   struct arena *arena, struct gatherings *out);

#endif
