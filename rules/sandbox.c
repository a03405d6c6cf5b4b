/* sandbox.c: the state that packs run in, and the limits of every run.
 *
 * Three limits hold together, since each alone can be passed by: the heap (512 KiB), the budget that a hook counts every 100
 * instructions with the processor's clock, and, for work inside one instruction, the process outside that ends this one.
 * The functions offered are a list; no other can be named. There is no setmetatable, no coroutine, no load, no pattern:
 * in the library of Debian 12 three lines with a metatable write through freed memory.
 */
#include "rules/engine.h"

#include "rules/jail.h"
#include "rules/source.h"

#include <lualib.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { HOOK_EVERY = 100, MESSAGE_MAX = 200 };
static const long long step_budget = 2000000;
static const int64_t time_budget = (int64_t)50 * 1000 * 1000;

static int64_t processor_time(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

struct engine *engine_of(lua_State *L)
{
	struct engine *engine;
	memcpy(&engine, lua_getextraspace(L), sizeof engine);
	return engine;
}

static void hook_run(lua_State *L, lua_Debug *activation);

/* A light userdata as error: raising it takes no memory. */
_Noreturn static void budget_stop(lua_State *L, const char *spent)
{
	struct engine *engine = engine_of(L);
	if (!engine->budget.spent)
		engine->budget.spent = spent;
	lua_sethook(L, hook_run, LUA_MASKCOUNT, 1);
	lua_pushlightuserdata(L, engine);
	lua_error(L);
	abort();
}

static void budget_check(lua_State *L)
{
	struct engine *engine = engine_of(L);
	if (engine->budget.spent || engine->budget.steps < 0)
		budget_stop(L, "it takes more than 2,000,000 steps; a rule may not loop that long");
	if (!engine->budget.until)
		engine->budget.until = processor_time() + time_budget * jail_slowness();
	else if (processor_time() > engine->budget.until)
		budget_stop(L, "it takes more than 50 ms; a rule may not work that long");
}

static void hook_run(lua_State *L, lua_Debug *activation)
{
	(void)activation;
	engine_of(L)->budget.steps -= HOOK_EVERY;
	budget_check(L);
}

void engine_charge(lua_State *L, size_t cost)
{
	engine_of(L)->budget.steps -= (long long)cost;
	if (engine_of(L)->budget.steps < 0)
		budget_check(L);
}

/* Most rules end before the hook runs once: only then the clock is read, which is a system call. */
static void budget_start(struct engine *engine)
{
	engine->budget = (struct budget){.steps = step_budget};
	lua_sethook(engine->L, hook_run, LUA_MASKCOUNT, HOOK_EVERY);
}

/* As Lua's, but what ran out is not caught. */
static int sandbox_pcall(lua_State *L)
{
	luaL_checkany(L, 1);
	lua_pushboolean(L, 1);
	lua_insert(L, 1);
	int status = lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0);
	if (engine_of(L)->budget.spent)
		return lua_error(L);
	if (status == LUA_ERRMEM)
		budget_stop(L, "it needs more than 512 KiB of memory");
	if (status == LUA_OK)
		return lua_gettop(L);
	lua_pushboolean(L, 0);
	lua_insert(L, -2);
	return 2;
}

/* Copies the named functions of the table on top into the one below it, and drops it. */
static void names_copy(lua_State *L, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		lua_getfield(L, -1, names[i]);
		lua_setfield(L, -3, names[i]);
	}
	lua_pop(L, 1);
}

/* Leaves the environment on the stack. */
static void environment_push(lua_State *L)
{
	static const char *const base[] = {"assert", "error", "ipairs", "select", "tonumber", "type"};
	static const char *const math[] = {"abs",       "ceil", "floor",      "max",       "min",
					   "tointeger", "type", "maxinteger", "mininteger"};
	lua_newtable(L);
	luaL_requiref(L, "_G", luaopen_base, 0);
	names_copy(L, base, ARRAY_SIZE(base));
	lua_pushcfunction(L, sandbox_pcall);
	lua_setfield(L, -2, "pcall");
	library_add_base(L);
	lua_newtable(L);
	luaL_requiref(L, "math", luaopen_math, 0);
	names_copy(L, math, ARRAY_SIZE(math));
	lua_setfield(L, -2, "math");
	lua_newtable(L);
	library_add_string(L);
	lua_setfield(L, -2, "string");
	lua_newtable(L);
	library_add_table(L);
	lua_setfield(L, -2, "table");
	offer_add(L);
	declare_add(L);
	record_push_terms(L);
	lua_setfield(L, -2, "terms");
}

/* Methods of texts come from a table of their own, which no pack can reach. */
static void string_methods_set(lua_State *L)
{
	lua_pushliteral(L, "");
	lua_newtable(L);
	lua_newtable(L);
	library_add_string(L);
	lua_setfield(L, -2, "__index");
	lua_setmetatable(L, -2);
	lua_pop(L, 1);
}

/* Once the environment stands, the libraries that it was picked from go. */
static int state_fill(lua_State *L)
{
	record_init(L);
	string_methods_set(L);
	environment_push(L);
	lua_pushvalue(L, -1);
	engine_of(L)->env = luaL_ref(L, LUA_REGISTRYINDEX);
	lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
	lua_pushnil(L);
	lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
	lua_gc(L, LUA_GCCOLLECT);
	return 0;
}

static int state_panic(lua_State *L)
{
	(void)L;
	_exit(1);
}

struct engine *engine_new(struct arena *arena)
{
	struct engine *engine = arena_alloc(arena, sizeof *engine);
	engine->arena = arena;
	engine->texts = arena;
	engine->heap = heap_new();
	engine->L = engine->heap ? lua_newstate(heap_alloc, engine->heap) : NULL;
	if (!engine->L) {
		heap_free(engine->heap);
		return NULL;
	}
	memcpy(lua_getextraspace(engine->L), &engine, sizeof engine);
	lua_atpanic(engine->L, state_panic);
	budget_start(engine);
	lua_pushcfunction(engine->L, state_fill);
	if (lua_pcall(engine->L, 0, 0, 0) != LUA_OK) {
		heap_free(engine->heap);
		return NULL;
	}
	return engine;
}

/* No lua_close: it would run code of the state. Its memory goes at once. */
void engine_free(struct engine *engine)
{
	if (engine)
		heap_free(engine->heap);
}

/* The error on top of the stack, in words. Never through metamethods. */
static enum status error_take(struct engine *engine, int status, struct err *err)
{
	lua_State *L = engine->L;
	const char *text = NULL;
	size_t n = 0;
	if (engine->budget.spent)
		text = engine->budget.spent;
	else if (status == LUA_ERRMEM)
		text = "it needs more than 512 KiB of memory";
	else if (lua_type(L, -1) == LUA_TSTRING)
		text = lua_tolstring(L, -1, &n);
	if (!text)
		return err_set(err, E_RULE, "it raised an error that is no text but a %s", luaL_typename(L, -1));
	struct arena *arena = arena_new();
	const char *clean = source_clean((struct slice){text, n ? n : strlen(text)}, MESSAGE_MAX, arena);
	const char *hint = hint_for(clean, arena);
	err_set(err, E_RULE, "%s%s%s", clean, hint ? "; " : "", hint ? hint : "");
	arena_free(arena);
	return E_RULE;
}

enum status engine_call(struct engine *engine, int args, int results, struct err *err)
{
	budget_start(engine);
	int status = lua_pcall(engine->L, args, results, 0);
	if (status == LUA_OK && !engine->budget.spent)
		return OK;
	return error_take(engine, status, err);
}

enum status engine_protect(struct engine *engine, lua_CFunction f, void *arg, struct err *err)
{
	budget_start(engine);
	lua_pushcfunction(engine->L, f);
	lua_pushlightuserdata(engine->L, arg);
	int status = lua_pcall(engine->L, 1, 0, 0);
	return status == LUA_OK && !engine->budget.spent ? OK : error_take(engine, status, err);
}

static void cases_drop(struct engine *engine)
{
	for (size_t i = 0; i < engine->report.rules.n; i++) {
		luaL_unref(engine->L, LUA_REGISTRYINDEX, engine->code[i].cases);
		engine->code[i].cases = LUA_NOREF;
	}
}

enum status engine_load(struct engine *engine, const char *file, struct slice source, struct err *err)
{
	lua_State *L = engine->L;
	struct arena *arena = arena_new();
	engine->loading = true;
	engine->file = arena_text(engine->arena, slice_of(file));
	engine->source = (struct slice){arena_text(engine->arena, source), source.n};
	budget_start(engine);
	int loaded = luaL_loadbufferx(L, source.p, source.n, arena_printf(arena, "@%s", file), "t");
	enum status status = loaded == LUA_OK ? engine_call(engine, 0, 0, err) : error_take(engine, loaded, err);
	arena_free(arena);
	engine->loading = false;
	if (status)
		return status;
	if (!engine->has_body)
		return err_set(err, E_RULE, "%s: it declares no body; a pack begins with body { id = ..., name = ... }",
			       file);
	lua_settop(L, 0);
	if (!engine->keeps_cases)
		cases_drop(engine);
	lua_gc(L, LUA_GCCOLLECT);
	heap_keep(engine->heap);
	return OK;
}

struct derivation {
	size_t number;
	const struct run *run;
	struct outcomes *out;
};

static int derive_call(lua_State *L)
{
	const struct derivation *d = lua_touserdata(L, 1);
	lua_rawgeti(L, LUA_REGISTRYINDEX, engine_of(L)->code[d->number].derive);
	record_push_item(L, d->run->item);
	lua_call(L, 1, 1);
	outcome_read(L, d->run, d->out);
	return 0;
}

enum status engine_derive(struct engine *engine, size_t number, struct run *run, struct arena *arena,
			  struct outcomes *out, struct err *err)
{
	struct derivation d = {number, run, out};
	run->step_count = run->value_count = 0;
	engine->run = run;
	engine->texts = arena;
	engine->from_line = engine->report.rules.v[number].first_line;
	enum status status = engine_protect(engine, derive_call, &d, err);
	engine->run = NULL;
	engine->from_line = 0;
	heap_restore(engine->heap);
	return status;
}
