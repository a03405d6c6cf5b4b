/* rules.h: rule packs, and the worker process that runs them.
 *
 * A pack is a Lua file, never trusted. rules_open starts a worker that parses and runs the packs in a jail; it must be
 * called before the database is opened, since a connection must not be carried across a fork. No Lua shows here.
 */
#ifndef GRIFFIE_RULES_RULES_H
#define GRIFFIE_RULES_RULES_H

#include "core/followup.h"

struct rules;

struct pack {
	const char *id;   /* "nl/den-haag" */
	const char *name; /* "Gemeenteraad Den Haag" */
	const char *base; /* NULL when it has none */
	const char *site; /* "https://raad.example.nl/": where its calendars are published; NULL when it does not say */
	const char *file; /* path, or "(shipped)" */
	char sha256[SHA256_TEXT];
};

struct rule {
	const char *pack;
	const char *id; /* "answer-to-written-question" */
	const char *title;
	const char *source;
	bool verified;
	enum item_kind applies_to; /* the first kind that it names */
	unsigned applies;          /* bit `1u << kind` of every kind that it names */
	int valid_from;            /* DATE_NONE: always */
	int valid_to;              /* inclusive; DATE_NONE: still */
	int cases;
	const char *derives_as; /* the pack whose rule of the same id has the derive; NULL: its own */
	int first_line;         /* of derive in the file of that pack */
	int last_line;
};

/* A value of `terms` that a rule reads, as it is for a body. */
struct rule_term {
	const char *name;
	const char *value;     /* "30d"; "false": nobody knows one */
	const char *pack;      /* of the body */
	const char *from_pack; /* that says so: the same, or a base of it */
	int valid_from;        /* DATE_NONE: always */
	int valid_to;          /* inclusive; DATE_NONE: still */
	const char *source;    /* NULL: that of the rule, or none */
	bool verified;         /* the source was read */
};

struct rule_terms {
	struct rule_term *v;
	size_t n;
	size_t cap;
};

/* One case of a pack that was run. */
struct rule_case {
	const char *pack;
	const char *rule;
	int number; /* from 1 */
	bool passed;
	const char *detail; /* what differs; NULL when it passed */
	const char *given;  /* "submitted = 2025-01-31"; NULL when the case has none */
	const char *expect; /* the same: "answer = 2025-03-03" */
};

struct rule_cases {
	struct rule_case *v;
	size_t n;
	size_t cap;
};

/* What could not be derived: the follow-ups of this item must stay as they are stored. */
struct rule_failure {
	const char *item;
	const char *message; /* one line: names pack, rule and item */
};

struct derived {
	struct followups followups;
	struct {
		struct rule_failure *v;
		size_t n;
		size_t cap;
	} failures;
};

/* Loads the shipped packs and then `files` (a file with the id of a shipped pack takes its place). E_RULE names file, line and remedy;
 * E_NOT_FOUND, E_IO for a file that cannot be read. */
must_check enum status rules_open(const char *const *files, size_t n, struct rules **out, struct err *err);
void rules_free(struct rules *rules);

size_t rules_packs(const struct rules *rules, const struct pack **out);
size_t rules_list(const struct rules *rules, const struct rule **out);
/* The calendar of `body`; that of its base where it has no pack of its own; NULL when nothing is known. */
const struct calendar *rules_calendar(const struct rules *rules, const char *body);

/* Derives the follow-ups of `items`, sorted by item, rule and key. Failures of single items are in `out`, not in the status. */
must_check enum status rules_derive(struct rules *rules, const struct item *items, size_t n, struct arena *arena,
				    struct derived *out, struct err *err);
/* The same in two halves, so that the worker derives while the caller does something else: items and arena must last until the end, and
 * nothing else may be asked of `rules` in between. rules_derive_end frees the derivation, whatever it gives. With `marks` (NULL: none) an
 * item that gives what its mark says is passed over, and the others get the mark of what they give now. */
struct derivation;
struct derivation *rules_derive_begin(struct rules *rules, const struct item *items, size_t n,
				      const struct outcome_marks *marks, struct arena *arena);
must_check enum status rules_derive_end(struct derivation *derivation, struct derived *out, struct err *err);
/* Runs the cases inside all packs. */
must_check enum status rules_test(struct rules *rules, struct arena *arena, struct rule_cases *out, struct err *err);
/* Runs the cases of one rule of rules_list. */
must_check enum status rules_test_rule(struct rules *rules, const struct rule *rule, struct arena *arena,
				       struct rule_cases *out, struct err *err);
/* The terms that derive of a rule of rules_list names: for its own pack, and for each pack that stands on that one, has no such rule itself
 * and gives another value. */
void rules_terms(const struct rules *rules, const struct rule *rule, struct arena *arena, struct rule_terms *out);
/* Whether the pack with this id has a say in what is derived for `body`: it is the one of it, or a base of that. */
bool rules_serve(const struct rules *rules, const char *body, const char *pack);

#endif
