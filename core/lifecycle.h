/* lifecycle.h: which kinds of item there are, their states, and which transitions each kind allows.
 *
 * One table decides; what a source reports and the table forbids is a finding for others to keep.
 */
#ifndef GRIFFIE_CORE_LIFECYCLE_H
#define GRIFFIE_CORE_LIFECYCLE_H

#include "core/base.h"

enum item_kind {
	ITEM_MOTION,
	ITEM_AMENDMENT,
	ITEM_QUESTION,
	ITEM_LETTER,
	ITEM_COMMITMENT,
	ITEM_OTHER,
	ITEM_KIND_COUNT
};

enum state {
	STATE_NONE, /* not known; no item is in it */
	STATE_SUBMITTED,
	STATE_HELD,
	STATE_ADOPTED,
	STATE_REJECTED,
	STATE_WITHDRAWN,
	STATE_LAPSED,
	STATE_REPLACED,
	STATE_TAKEN_OVER,
	STATE_TIED,
	STATE_IN_PROGRESS,
	STATE_PARTLY_SETTLED,
	STATE_SETTLEMENT_PROPOSED,
	STATE_SETTLED,
	STATE_NOT_EXECUTED,
	STATE_DROPPED,
	STATE_POSTPONED,
	STATE_ANSWERED,
	STATE_RECEIVED,
	STATE_OPEN,
	STATE_COUNT
};

const char *item_kind_to_text(enum item_kind kind); /* "motion" */
bool item_kind_from_text(struct slice text, enum item_kind *out);
const char *state_to_text(enum state state); /* "settlement_proposed"; NULL for none */
bool state_from_text(struct slice text, enum state *out);
/* The Dutch word: "afdoening voorgesteld". */
const char *state_to_dutch(enum state state);
/* The state that a word or phrase of a Dutch paper stands for ("ingetrokken", "Stemmen - aangenomen"); STATE_NONE when no alias covers it,
 * or when it speaks of two states ("aangenomen/verworpen"): never a guess. */
enum state state_from_alias(struct slice words);

/* The states in which an item of this kind begins. */
bool lifecycle_is_first(enum item_kind kind, enum state state);
bool lifecycle_allows(enum item_kind kind, enum state from, enum state to);
/* Nothing more is expected: rejected, withdrawn, lapsed, replaced, settled, dropped. */
bool lifecycle_is_closed(enum item_kind kind, enum state state);

#endif
