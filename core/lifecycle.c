/* lifecycle.c: the tables. A set of states is a bit mask; a row says what may follow a state of a kind of item. */
#include "core/lifecycle.h"

#include <assert.h>

static const struct {
	const char *english;
	const char *dutch;
} states[] = {
	[STATE_NONE] = {NULL, NULL},
	[STATE_SUBMITTED] = {"submitted", "ingediend"},
	[STATE_HELD] = {"held", "aangehouden"},
	[STATE_ADOPTED] = {"adopted", "aangenomen"},
	[STATE_REJECTED] = {"rejected", "verworpen"},
	[STATE_WITHDRAWN] = {"withdrawn", "ingetrokken"},
	[STATE_LAPSED] = {"lapsed", "vervallen"},
	[STATE_REPLACED] = {"replaced", "vervangen"},
	[STATE_TAKEN_OVER] = {"taken_over", "overgenomen"},
	[STATE_TIED] = {"tied", "stemmen staken"},
	[STATE_IN_PROGRESS] = {"in_progress", "in uitvoering"},
	[STATE_PARTLY_SETTLED] = {"partly_settled", "deels afgedaan"},
	[STATE_SETTLEMENT_PROPOSED] = {"settlement_proposed", "afdoening voorgesteld"},
	[STATE_SETTLED] = {"settled", "afgedaan"},
	[STATE_NOT_EXECUTED] = {"not_executed", "niet uitgevoerd"},
	[STATE_DROPPED] = {"dropped", "afgevoerd"},
	[STATE_POSTPONED] = {"postponed", "uitgesteld"},
	[STATE_ANSWERED] = {"answered", "beantwoord"},
	[STATE_RECEIVED] = {"received", "ontvangen"},
	[STATE_OPEN] = {"open", "open"},
};
static_assert(ARRAY_SIZE(states) == STATE_COUNT, "a row for each state");

static const char *const kinds[] = {
	[ITEM_MOTION] = "motion", [ITEM_AMENDMENT] = "amendment",   [ITEM_QUESTION] = "question",
	[ITEM_LETTER] = "letter", [ITEM_COMMITMENT] = "commitment", [ITEM_OTHER] = "other",
};
static_assert(ARRAY_SIZE(kinds) == ITEM_KIND_COUNT, "a word for each kind");

/* Words that papers use, by state; a longer phrase stands before a shorter one with which it begins. What begins with "niet" and has no row
 * stands for no state: what became of it is not said. */
static const struct {
	const char *words;
	enum state state;
} aliases[] = {
	{"niet aangenomen", STATE_REJECTED},
	{"niet uitgevoerd", STATE_NOT_EXECUTED},
	{"niet nagekomen", STATE_NOT_EXECUTED},
	{"niet", STATE_NONE},
	{"deels afgedaan", STATE_PARTLY_SETTLED},
	{"deels voldaan", STATE_PARTLY_SETTLED},
	{"gedeeltelijk uitgevoerd", STATE_PARTLY_SETTLED},
	{"stemmen staken", STATE_TIED},
	{"staken de stemmen", STATE_TIED},
	{"staking van stemmen", STATE_TIED},
	{"gestaakt", STATE_TIED},
	{"ingetrokken", STATE_WITHDRAWN},
	{"teruggetrokken", STATE_WITHDRAWN},
	{"aangehouden", STATE_HELD},
	{"aan te houden", STATE_HELD},
	{"vervallen", STATE_LAPSED},
	{"vervangen", STATE_REPLACED},
	{"overgenomen", STATE_TAKEN_OVER},
	{"verworpen", STATE_REJECTED},
	{"afgewezen", STATE_REJECTED},
	{"aangenomen", STATE_ADOPTED},
	{"aanvaard", STATE_ADOPTED},
	{"aan te nemen", STATE_ADOPTED},
	{"goedgekeurd", STATE_ADOPTED},
	{"te aanvaarden", STATE_ADOPTED},
	{"in uitvoering", STATE_IN_PROGRESS},
	{"in behandeling", STATE_IN_PROGRESS},
	{"ingediend", STATE_SUBMITTED},
	{"voorgesteld", STATE_SUBMITTED},
	{"beantwoord", STATE_ANSWERED},
	{"uitgesteld", STATE_POSTPONED},
};

#define S(name) (1u << STATE_##name)

enum {
	VOTED = S(HELD) | S(ADOPTED) | S(REJECTED) | S(WITHDRAWN) | S(LAPSED) | S(REPLACED) | S(TAKEN_OVER) | S(TIED),
	EXECUTED =
		S(IN_PROGRESS) | S(PARTLY_SETTLED) | S(SETTLEMENT_PROPOSED) | S(SETTLED) | S(NOT_EXECUTED) | S(DROPPED),
};

/* What may follow; the row of STATE_NONE says in which states an item may begin: a register that starts in the middle knows
 * the outcome of a vote, not the day on which the motion was put forward. */
static const unsigned motion[STATE_COUNT] = {
	[STATE_NONE] = S(SUBMITTED) | VOTED,
	[STATE_SUBMITTED] = VOTED,
	[STATE_HELD] = VOTED | S(SUBMITTED),
	[STATE_TIED] = VOTED,
	[STATE_ADOPTED] = EXECUTED,
	[STATE_TAKEN_OVER] = EXECUTED,
	[STATE_IN_PROGRESS] = EXECUTED,
	[STATE_PARTLY_SETTLED] = EXECUTED,
	[STATE_SETTLEMENT_PROPOSED] = EXECUTED,
	[STATE_SETTLED] = S(IN_PROGRESS),
	[STATE_NOT_EXECUTED] = S(IN_PROGRESS) | S(SETTLED) | S(DROPPED),
};

static const unsigned amendment[STATE_COUNT] = {
	[STATE_NONE] = S(SUBMITTED) | VOTED,
	[STATE_SUBMITTED] = VOTED,
	[STATE_HELD] = VOTED | S(SUBMITTED),
	[STATE_TIED] = VOTED,
};

static const unsigned question[STATE_COUNT] = {
	[STATE_NONE] = S(SUBMITTED) | S(POSTPONED) | S(ANSWERED) | S(WITHDRAWN),
	[STATE_SUBMITTED] = S(POSTPONED) | S(ANSWERED) | S(WITHDRAWN),
	[STATE_POSTPONED] = S(POSTPONED) | S(ANSWERED) | S(WITHDRAWN),
	[STATE_ANSWERED] = S(ANSWERED) | S(SETTLED),
};

static const unsigned letter[STATE_COUNT] = {
	[STATE_NONE] = S(RECEIVED),
	[STATE_RECEIVED] = S(SETTLED),
};

static const unsigned commitment[STATE_COUNT] = {
	[STATE_NONE] = S(OPEN),
	[STATE_OPEN] = S(PARTLY_SETTLED) | S(SETTLEMENT_PROPOSED) | S(SETTLED) | S(LAPSED) | S(DROPPED),
	[STATE_PARTLY_SETTLED] =
		S(OPEN) | S(PARTLY_SETTLED) | S(SETTLEMENT_PROPOSED) | S(SETTLED) | S(LAPSED) | S(DROPPED),
	[STATE_SETTLEMENT_PROPOSED] = S(OPEN) | S(PARTLY_SETTLED) | S(SETTLEMENT_PROPOSED) | S(SETTLED) | S(DROPPED),
	[STATE_SETTLED] = S(OPEN),
};

static const unsigned other[STATE_COUNT] = {0};

static const unsigned *const tables[] = {
	[ITEM_MOTION] = motion, [ITEM_AMENDMENT] = amendment,   [ITEM_QUESTION] = question,
	[ITEM_LETTER] = letter, [ITEM_COMMITMENT] = commitment, [ITEM_OTHER] = other,
};
static_assert(ARRAY_SIZE(tables) == ITEM_KIND_COUNT, "a table for each kind");

const char *item_kind_to_text(enum item_kind kind)
{
	return kinds[kind];
}

bool item_kind_from_text(struct slice text, enum item_kind *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (slice_is(text, kinds[i])) {
			*out = (enum item_kind)i;
			return true;
		}
	return false;
}

const char *state_to_text(enum state state)
{
	return states[state].english;
}

const char *state_to_dutch(enum state state)
{
	return states[state].dutch;
}

bool state_from_text(struct slice text, enum state *out)
{
	for (size_t i = STATE_NONE + 1; i < ARRAY_SIZE(states); i++)
		if (slice_is(text, states[i].english)) {
			*out = (enum state)i;
			return true;
		}
	return false;
}

/* The row whose words, whole, stand at `at`; the count of rows when none does. */
static size_t alias_at(struct slice words, size_t at)
{
	if (!is_lower(words.p[at] | 0x20) || (at && is_word_byte(words.p[at - 1])))
		return ARRAY_SIZE(aliases);
	struct slice rest = {words.p + at, words.n - at};
	for (size_t i = 0; i < ARRAY_SIZE(aliases); i++) {
		if (!slice_begins(rest, aliases[i].words))
			continue;
		size_t n = strlen(aliases[i].words);
		if (rest.n == n || !is_word_byte(rest.p[n]))
			return i;
	}
	return ARRAY_SIZE(aliases);
}

enum state state_from_alias(struct slice words)
{
	enum state found = STATE_NONE;
	for (size_t at = 0; at < words.n; at++) {
		size_t row = alias_at(words, at);
		if (row == ARRAY_SIZE(aliases))
			continue;
		enum state state = aliases[row].state;
		at += strlen(aliases[row].words) - 1;
		bool filed = state == STATE_SUBMITTED && found != STATE_NONE;
		if (state == STATE_NONE ||
		    (found != STATE_NONE && found != STATE_SUBMITTED && found != state && !filed))
			return STATE_NONE;
		if (!filed)
			found = state;
	}
	return found;
}

bool lifecycle_is_first(enum item_kind kind, enum state state)
{
	return lifecycle_allows(kind, STATE_NONE, state);
}

bool lifecycle_allows(enum item_kind kind, enum state from, enum state to)
{
	return (tables[kind][from] >> to & 1u) != 0;
}

bool lifecycle_is_closed(enum item_kind kind, enum state state)
{
	if (kind == ITEM_AMENDMENT && (state == STATE_ADOPTED || state == STATE_TAKEN_OVER))
		return true;
	return (1u << state & (S(REJECTED) | S(WITHDRAWN) | S(LAPSED) | S(REPLACED) | S(SETTLED) | S(DROPPED))) != 0;
}
