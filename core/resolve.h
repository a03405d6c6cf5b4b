/* resolve.h: which mentions in many papers are one item, and what the item then is.
 *
 * Two mentions link when they share a number, or code and meeting, or title and meeting; or when their titles are nearly equal
 * within a meeting and nothing contradicts. Linking is pairwise and symmetric, so that the order of import does not matter.
 * In doubt nothing is linked, and a finding says so.
 */
#ifndef GRIFFIE_CORE_RESOLVE_H
#define GRIFFIE_CORE_RESOLVE_H

#include "core/item.h"

/* A mention with the paper that it stands in. */
struct sourced {
	const char *sha256; /* of the paper */
	int ordinal;        /* of the mention in the paper, from 0 */
	const struct document *document;
	const struct mention *mention;
};

struct sources {
	struct sourced *v;
	size_t n;
	size_t cap;
};

struct keys {
	const char **v;
	size_t n;
	size_t cap;
};

/* The keys of a mention, texts that need no more than equality. Mentions that share one hang together: they must be resolved at once, and
 * are one item unless something contradicts. */
void resolve_keys(const struct document *document, const struct mention *mention, struct arena *arena,
		  struct keys *out);
/* The key under which mentions of one meeting are found ("nl/den-haag 2025-01-23 motion"), or NULL when it has none: candidates for
 * resolve_is_near. */
const char *resolve_meeting_key(const struct document *document, const struct mention *mention, struct arena *arena);
/* A title reduced to what counts: lower case, no punctuation, no "gewijzigd", no accents. */
const char *resolve_title_key(const char *title, struct arena *arena);
/* Whether two reduced titles are nearly equal: a typing difference, not another word that carries meaning. */
bool resolve_is_near(const char *a, const char *b);

/* Sorts the transitions of `item` by effect, marks those that the lifecycle forbids (a finding `forbidden_transition` each), and sets its
 * state and date. Also called after a person's transitions were put in. */
void resolve_apply(struct item *item, struct arena *arena);

/* The items that a set of connected mentions stands for, sorted by ref. A pure function: any order of `sources` gives the same. */
void resolve_items(const struct sources *sources, struct arena *arena, struct items *out);

#endif
