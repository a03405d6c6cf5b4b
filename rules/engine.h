/* engine.h: one pack in the worker: its Lua state, what it declared, and the run of its rules.
 *
 * A state lives in a heap of its own (heap.h) and offers only what sandbox.c lists. Every run starts from the state as it
 * was after loading. Only the files of the worker include this header.
 */
#ifndef GRIFFIE_RULES_ENGINE_H
#define GRIFFIE_RULES_ENGINE_H

#include "rules/heap.h"
#include "rules/wire.h"

#include "core/holiday.h"

#include <lauxlib.h>
#include <lua.h>

enum { STEPS_MAX = 256 };

/* How far a run may still go. */
struct budget {
	long long steps;
	int64_t until;     /* nanoseconds of processor time of this process; 0: the clock was not read yet */
	const char *spent; /* what ran out; set once, then nothing catches it */
};

/* A date knows the term() or next_meeting() that gave it: `step` is its number in the run, from 1; 0 when it is of none. */
struct date {
	int day;
	int step;
};

struct run_step {
	struct outcome_step step;
	int before; /* the step that gave `from`, from 1; 0: none */
	int early;  /* the day that it gives if the Algemene termijnenwet, of which nobody knows, does not hold */
};

struct engine;

/* One call of a derive function. */
struct run {
	const struct item *item;
	const struct engine *chain[CHAIN_MAX]; /* the pack of the body, its base, and so on */
	size_t chain_count;
	struct run_step steps[STEPS_MAX];
	int step_count;
	struct outcome_value values[OUTCOME_VALUES]; /* that were read, each once */
	int value_count;
};

struct rule_code {
	int derive; /* references in the registry */
	int cases;  /* LUA_NOREF when it has none, or they were not kept */
	int line;   /* of rule { */
};

struct engine {
	struct heap *heap;
	lua_State *L;
	struct budget budget;
	struct arena *arena; /* what the pack declared */
	struct arena *texts; /* where table_text puts its copies: `arena` while loading, that of the request in a run */
	struct pack_report report;
	struct rule_code code[RULES_MAX];
	const char *file;
	struct slice source;
	int from_line;    /* where what is read now begins in the source; 0: nowhere */
	bool keeps_cases; /* set before engine_load: cases are most of a pack, and only its test reads them */
	bool loading;
	bool has_body;
	int env;         /* reference of the environment */
	struct run *run; /* NULL outside a run */
};

/* ---- sandbox.c ---- */

/* A new state with the functions that packs may call. NULL when the system has no memory. */
struct engine *engine_new(struct arena *arena);
void engine_free(struct engine *engine);
struct engine *engine_of(lua_State *L);
/* Runs the source and keeps what it declared. E_RULE: `err` names file and line. */
must_check enum status engine_load(struct engine *engine, const char *file, struct slice source, struct err *err);
/* Calls the function below its `args` arguments on the stack, within a fresh budget. The error's text is cleaned. */
must_check enum status engine_call(struct engine *engine, int args, int results, struct err *err);
/* Calls `f` with one light userdata in the state's protection: for C that may raise. */
must_check enum status engine_protect(struct engine *engine, lua_CFunction f, void *arg, struct err *err);
/* Counts work that the interpreter does not see; raises when the budget is spent. */
void engine_charge(lua_State *L, size_t cost);
/* Derives: `out` holds the outcomes of rule `number`. The state is as before afterwards. */
must_check enum status engine_derive(struct engine *engine, size_t number, struct run *run, struct arena *arena,
				     struct outcomes *out, struct err *err);

/* ---- library.c: bounded functions on texts and tables; each fills the table on top of the stack ---- */

void library_add_base(lua_State *L);
void library_add_string(lua_State *L);
void library_add_table(lua_State *L);

/* ---- record.c: dates, and the read-only view of an item ---- */

void record_init(lua_State *L);
void date_push(lua_State *L, int day, int step);     /* nil for DATE_NONE */
const struct date *date_at(lua_State *L, int index); /* NULL when it is none */
void record_push_item(lua_State *L, const struct item *item);
void record_push_terms(lua_State *L);
/* A moment of no promise: earliest and latest are days, `edtf` may be empty. */
void record_push_period(lua_State *L, const char *edtf, int earliest, int latest);
/* The moment at `index`, NULL when it is none; in `origin` whose it is. */
const struct moment *record_moment_at(lua_State *L, int index, struct origin *origin);
/* Whether a promise, request, notice or transition is at `index`; which in `origin`. */
bool record_origin_at(lua_State *L, int index, struct origin *origin);
bool record_is_notices(lua_State *L, int index);
/* A length that depends on the day, by its name in `terms`. */
void record_push_length(lua_State *L, const char *name);
/* Its name; NULL when it is none. */
const char *record_length_at(lua_State *L, int index);
/* "date", "moment", "promise" ... or the name of Lua's type. */
const char *record_type_name(lua_State *L, int index);

/* ---- offer.c: what a rule can ask: term, working_days, period, recess, holiday, next_meeting ---- */

void offer_add(lua_State *L);

/* ---- declare.c: body and rule ---- */

void declare_add(lua_State *L);
/* Whether Algemene termijnenwet reaches the body of this run. */
enum atw declare_atw(const struct run *run);

/* ---- body.c ---- */

/* Reads recesses, meetings, moments, the act and aliases of the body at 1. Raises. */
void body_read_calendar(lua_State *L, struct calendar *out);

/* ---- terms.c: the values of `terms`, and which of them are in force ---- */

/* Reads `terms` of the body at 1 into what the engine reports. Raises. */
void terms_read(lua_State *L);
/* Pushes the value of this name: of the nearest pack that has one. One that changes with time, and is a length, is pushed as such: term()
 * knows the day. Raises when there is none. */
int terms_push(lua_State *L, const char *name);
/* The length called `name` that is in force on `day`, NULL when none is known to anybody. Raises when no pack speaks of that day. */
const char *terms_length_on(lua_State *L, const char *name, int day);

/* ---- hint.c ---- */

/* Raises as luaL_error does, naming the line of the pack in which `word` stands; NULL: that of the call or rule. */
int hint_fail(lua_State *L, const char *word, const char *fmt, ...);
/* The line in which hint_fail would say that `word` stands. */
int hint_line(lua_State *L, const char *word);
/* What to do about an error that Lua raised; NULL when nothing is known. */
const char *hint_for(const char *message, struct arena *arena);

/* ---- table.c: reading tables by type, without metamethods; errors name the key ---- */

/* Raises when the table at `index` has a key that is not in `known` (NULL-ended); names the nearest one. `what`: "body". */
void table_check_keys(lua_State *L, int index, const char *what, const char *const *known);
/* Pushes the field. */
int table_field(lua_State *L, int index, const char *key);
/* A clean text of at most `max` bytes, copied to the engine's `texts`; NULL when the field is nil. */
const char *table_text(lua_State *L, int index, const char *what, const char *key, size_t max);
/* "2025-01-23"; DATE_NONE when the field is nil. */
int table_day(lua_State *L, int index, const char *what, const char *key);
/* Raises unless it holds lower-case letters, digits, '-' and, with `slash`, as the id of a body may, '/'. */
void table_check_id(lua_State *L, const char *what, const char *id, bool slash);
/* The short text on top of the stack, which stays there; raises when there is none. */
const char *table_text_top(lua_State *L, const char *what);
/* -1 when the field is nil. */
int table_bool(lua_State *L, int index, const char *what, const char *key);

/* ---- outcome.c ---- */

/* Reads what derive returned, on top of the stack, into the engine's `texts`. Raises. */
void outcome_read(lua_State *L, const struct run *run, struct outcomes *out);

/* ---- case.c ---- */

struct case_result {
	bool passed;
	const char *detail; /* in the arena; NULL when it passed */
	const char *given;  /* in words; NULL when it is no table */
	const char *expect;
};

struct case_asked {
	struct engine *engine;  /* in whose pack the case stands */
	size_t rule;            /* there */
	struct engine *derives; /* whose derive is run */
	size_t derive;          /* there */
	enum item_kind kind;    /* of the item, where the case says none */
	unsigned applies;       /* to which kinds the rule does, as bits */
	int valid_from;         /* of the rule; DATE_NONE: always */
	int valid_to;           /* inclusive; DATE_NONE: still */
	int number;             /* of the case, from 1 */
};

/* Runs one case of a rule. */
struct case_result case_run(const struct case_asked *asked, struct run *run, struct arena *arena);

/* ---- worker.c ---- */

/* Serves one socket until it closes; never returns. `progress` holds the number of frames that were begun, and below PROGRESS_RULES how
 * many rules of the last one. */
_Noreturn void worker_run(int fd, _Atomic uint64_t *progress);

#endif
