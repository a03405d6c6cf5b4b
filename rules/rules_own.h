/* rules_own.h: what rules.c, derive.c and parameters.c share of a struct rules; nobody else includes it. */
#ifndef GRIFFIE_RULES_OWN_H
#define GRIFFIE_RULES_OWN_H

#include "rules/assemble.h"
#include "rules/keeper.h"

/* A rule, by the pack in whose file it stands. */
struct rule_place {
	int pack;
	int number;
};

/* A pack as it stands in a file. */
struct pack_source {
	const char *file;
	struct slice text;
	bool shipped;
	bool replaced; /* another file has its id */
	struct pack_report report;
	int base;                   /* index of its base; -1: none */
	struct rule_place *derives; /* of each of its rules: whose derive it runs */
	size_t first;               /* of its rules in rules.list */
	size_t own_aliases;         /* of those of its calendar, how many stand in its own file; they come first */
};

/* The packs of a body, from its own to the last base, by their numbers. */
struct chain {
	int packs[CHAIN_MAX];
	size_t n;
};

/* A rule that applies. */
struct plan_rule {
	struct rule_place place;
	struct rule_place derives; /* whose derive it runs */
	struct assembly assembly;
	bool timed; /* it holds for some days only */
};

struct plan {
	struct chain chain;
	struct plan_rule *v;
	size_t n;
	size_t cap;
};

/* What a pack and its bases have for each kind of item, from the nearest pack on; without rules that a nearer one overrules. */
struct plans {
	bool known[ITEM_KIND_COUNT];
	struct plan of[ITEM_KIND_COUNT];
};

struct rules {
	struct arena *arena;
	struct keeper keeper;
	uint64_t frames; /* that the worker answered since it started */
	struct {
		struct pack_source *v;
		size_t n;
		size_t cap;
	} sources; /* the index is the number by which the worker knows a pack */
	struct {
		struct pack *v;
		size_t n;
		size_t cap;
	} packs;
	struct {
		struct rule *v;
		size_t n;
		size_t cap;
	} list;
	struct plans *plans; /* by the number of the pack; made when first asked for */
	unsigned *spent; /* how often a rule ran out of time, by its place in `list`; made with the first derivation */
};

/* The pack that serves a body; -1 when none does. Bodies in the Netherlands without one, and NULL, have nl/gemeente. */
int rules_pack_of(const struct rules *rules, const char *body);
/* The source of a rule of `rules->list`. */
size_t rules_source_of(const struct rules *rules, const struct rule *rule);
/* Fills what rules leave to those of their bases. E_RULE: a rule leaves something that no base says. */
must_check enum status rules_inherit(struct rules *rules, struct err *err);
/* E_RULE: a value of `terms` has a name that no rule reads, of its pack, of the bases or of packs that stand on it. */
must_check enum status rules_check_terms(const struct rules *rules, struct err *err);
/* Ends the worker and starts one that has loaded all packs again. */
must_check enum status rules_restart(struct rules *rules, struct err *err);
/* One frame there and one back; `in` holds it, `answer` reads it. E_RULE when the worker ended or was late. */
must_check enum status rules_ask(struct rules *rules, const struct buf *out, struct buf *in, struct reader *answer,
				 struct err *err);

#endif
