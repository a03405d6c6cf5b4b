/* mix.h: the items of the benchmark of derivation: all kinds, of every body that has a pack and of one that has none, in the states of an
 * ordinary register. Item number i is the same whoever asks.
 */
#ifndef GRIFFIE_BENCH_MIX_H
#define GRIFFIE_BENCH_MIX_H

#include "core/item.h"

enum { COURSE_STEPS = 4 };

/* The states of an item, and the days between its first and each. */
struct course {
	enum item_kind kind;
	struct {
		enum state state; /* STATE_NONE: the course ends before it */
		int after;
	} steps[COURSE_STEPS];
};

static const char *const mix_bodies[] = {"nl/den-haag",     "nl/amsterdam", "nl/tweede-kamer", "nl/eerste-kamer",
					 "nl/zuid-holland", "nl/delfland",  "nl/gemeente",     "nl/voorbeeld"};

static const struct course mix_courses[] = {
	{ITEM_MOTION, {{STATE_SUBMITTED, 0}, {STATE_ADOPTED, 0}}},
	{ITEM_MOTION, {{STATE_SUBMITTED, 0}, {STATE_REJECTED, 0}}},
	{ITEM_MOTION, {{STATE_SUBMITTED, 0}, {STATE_HELD, 0}}},
	{ITEM_MOTION, {{STATE_SUBMITTED, 0}, {STATE_ADOPTED, 7}, {STATE_SETTLEMENT_PROPOSED, 40}, {STATE_SETTLED, 90}}},
	{ITEM_QUESTION, {{STATE_SUBMITTED, 0}}},
	{ITEM_QUESTION, {{STATE_SUBMITTED, 0}, {STATE_ANSWERED, 28}}},
	{ITEM_QUESTION, {{STATE_SUBMITTED, 0}, {STATE_POSTPONED, 20}, {STATE_ANSWERED, 48}}},
	{ITEM_AMENDMENT, {{STATE_SUBMITTED, 0}, {STATE_ADOPTED, 0}}},
	{ITEM_LETTER, {{STATE_RECEIVED, 0}}},
	{ITEM_COMMITMENT, {{STATE_OPEN, 0}}},
	{ITEM_COMMITMENT, {{STATE_OPEN, 0}, {STATE_SETTLED, 120}}},
};

static inline struct item mix_item(int i, struct arena *arena)
{
	const struct course *course = &mix_courses[(size_t)i % ARRAY_SIZE(mix_courses)];
	int day = date_make(2018, 1, 1) + i % 2900;
	struct item item = {.kind = course->kind, .date = day};
	item.body = mix_bodies[(size_t)i / ARRAY_SIZE(mix_courses) % ARRAY_SIZE(mix_bodies)];
	item.ref = arena_printf(arena, "RIS%07d", 1000000 + i);
	item.title = arena_printf(arena, "Voorbeeld nummer %d over de straten en pleinen van de stad", i);
	*list_push(arena, &item.identifiers) = (struct identifier){"RIS", item.ref};
	*list_push(arena, &item.people) = (struct person){"Jan Voorbeeld", i % 2 ? "PvdA" : "VVD", "submitter"};
	if (i % 3 == 0)
		*list_push(arena, &item.people) = (struct person){"An Voorbeeld", "D66", "cosignatory"};
	for (size_t k = 0; k < COURSE_STEPS && course->steps[k].state; k++) {
		struct transition *t = list_push(arena, &item.transitions);
		*t = (struct transition){.state = course->steps[k].state, .on = day + course->steps[k].after};
		item.state = t->state;
	}
	return item;
}

#endif
