/* derive.c: what the bare interpreter needs for the shipped packs: derive COUNT calls their derive functions on COUNT items of mix.h, which
 * are plain tables in memory, and prints how many microseconds an item takes and how many calls it is.
 *
 * No jail, no limits, no check of what comes back, no pipe: only the functions that packs may call are griffie's own. All packs are in one
 * state, so that an item is one table for its pack and the bases of that. More than RING items are the first ones again: the
 * tables of a million take two gigabytes.
 */
#include "bench/mix.h"
#include "core/embedded.h"
#include "rules/engine.h"

#include <lualib.h>
#include <stdlib.h>
#include <time.h>

enum { RING = 250000, BODIES = ARRAY_SIZE(mix_bodies), PACKS = 16 };

static lua_State *L;
static struct engine engines[PACKS];
static size_t engine_count;

static void fail(const char *what)
{
	fprintf(stderr, "derive: %s\n", what);
	exit(1);
}

/* All libraries, the allocator of the system, and what griffie offers to packs. */
static void state_make(void)
{
	L = luaL_newstate();
	luaL_openlibs(L);
	record_init(L);
	lua_pushglobaltable(L);
	library_add_base(L);
	offer_add(L);
	declare_add(L);
	record_push_terms(L);
	lua_setfield(L, -2, "terms");
	lua_settop(L, 0);
}

/* What griffie's functions take for the pack that calls them. */
static void engine_use(struct engine *engine)
{
	memcpy(lua_getextraspace(L), &engine, sizeof engine);
}

static void engine_make(struct engine *engine, const struct embedded *file, struct arena *arena)
{
	*engine = (struct engine){.L = L, .arena = arena, .texts = arena, .loading = true, .file = file->name};
	engine->budget = (struct budget){.steps = INT64_MAX, .until = INT64_MAX};
	engine->source = (struct slice){file->begin, (size_t)(file->end - file->begin)};
	engine_use(engine);
	if (luaL_loadbuffer(L, engine->source.p, engine->source.n, file->name) || lua_pcall(L, 0, 0, 0))
		fail(lua_tostring(L, -1));
	engine->loading = false;
}

static struct engine *engine_find(const char *id)
{
	for (size_t i = 0; i < engine_count; i++)
		if (strcmp(engines[i].report.pack.id, id) == 0)
			return &engines[i];
	return NULL;
}

static void run_begin(const char *body, struct run *run)
{
	struct engine *engine = engine_find(body);
	for (engine = engine ? engine : engine_find("nl/gemeente"); engine;
	     engine = engine->report.pack.base ? engine_find(engine->report.pack.base) : NULL)
		run->chain[run->chain_count++] = engine;
}

/* ---- an item as a table ---- */

static void text_set(const char *name, const char *text)
{
	lua_pushstring(L, text);
	lua_setfield(L, -2, name);
}

static void day_set(const char *name, int day)
{
	date_push(L, day, 0);
	lua_setfield(L, -2, name);
}

static void lists_set(const struct item *item)
{
	lua_newtable(L);
	for (size_t i = 0; i < item->identifiers.n; i++) {
		lua_newtable(L);
		text_set("scheme", item->identifiers.v[i].scheme);
		text_set("value", item->identifiers.v[i].value);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	lua_setfield(L, -2, "identifiers");
	lua_newtable(L);
	for (size_t i = 0; i < item->people.n; i++) {
		lua_newtable(L);
		text_set("name", item->people.v[i].name);
		text_set("party", item->people.v[i].party);
		text_set("role", item->people.v[i].role);
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	lua_setfield(L, -2, "people");
	static const char *const none[] = {"notices", "promises", "requests"};
	for (size_t i = 0; i < ARRAY_SIZE(none); i++) {
		lua_newtable(L);
		lua_setfield(L, -2, none[i]);
	}
}

static void item_push(const struct item *item)
{
	lua_newtable(L);
	text_set("kind", item_kind_to_text(item->kind));
	text_set("state", state_to_text(item->state));
	text_set("title", item->title);
	text_set("body", item->body);
	day_set("date", item->date);
	lists_set(item);
	lua_newtable(L);
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		lua_newtable(L);
		text_set("state", state_to_text(t->state));
		day_set("on", t->on);
		lua_pushboolean(L, t->forbidden);
		lua_setfield(L, -2, "forbidden");
		lua_pushvalue(L, -1);
		lua_setfield(L, -3, state_to_text(t->state));
		lua_rawseti(L, -2, (lua_Integer)i + 1);
	}
	lua_setfield(L, -2, "transitions");
	for (size_t i = 0; i < item->transitions.n; i++)
		day_set(state_to_text(item->transitions.v[i].state), item->transitions.v[i].on);
}

/* ---- the loop ---- */

/* The items of one body, and the packs that serve it. */
struct lap {
	struct run run;
	int items; /* reference of a list of their tables */
	int count;
	struct {
		enum item_kind kind;
		int date;
	} facts[RING / BODIES + ARRAY_SIZE(mix_courses)];
};

static void lap_fill(struct lap *lap, const char *body, int all)
{
	run_begin(body, &lap->run);
	lua_newtable(L);
	for (int i = 0; i < all; i++) {
		struct arena *arena = arena_new();
		struct item item = mix_item(i, arena);
		if (strcmp(item.body, body) == 0) {
			item_push(&item);
			lap->facts[lap->count].kind = item.kind;
			lap->facts[lap->count++].date = item.date;
			lua_rawseti(L, -2, lap->count);
		}
		arena_free(arena);
	}
	lap->items = luaL_ref(L, LUA_REGISTRYINDEX);
}

static bool is_overruled(const struct run *run, size_t depth, const char *id)
{
	for (size_t i = 0; i < depth; i++)
		for (size_t k = 0; k < run->chain[i]->report.rules.n; k++)
			if (strcmp(run->chain[i]->report.rules.v[k].id, id) == 0)
				return true;
	return false;
}

/* What is called for a rule, and for which kinds of items. */
struct call {
	struct engine *engine;
	int derive;
	unsigned applies;
};

/* What the rule does not say, that of the same id of a base does. */
static struct call call_of(const struct run *run, size_t depth, size_t number)
{
	const struct engine *engine = run->chain[depth];
	const char *id = engine->report.rules.v[number].id;
	bool kinds = engine->report.forms.v[number].kinds;
	unsigned applies = engine->report.rules.v[number].applies;
	while (!engine->report.forms.v[number].derives) {
		if (++depth == run->chain_count)
			fail(id);
		const struct engine *base = run->chain[depth];
		size_t at = 0;
		while (at < base->report.rules.n && strcmp(base->report.rules.v[at].id, id) != 0)
			at++;
		if (at == base->report.rules.n)
			continue;
		engine = base;
		number = at;
		applies = kinds ? applies : base->report.rules.v[at].applies;
		kinds = kinds || base->report.forms.v[at].kinds;
	}
	return (struct call){engine_find(engine->report.pack.id), engine->code[number].derive, applies};
}

/* One rule on all items of its kinds. */
static long rule_go(struct lap *lap, const struct call *call)
{
	long calls = 0;
	struct item item = {0};
	engine_use(call->engine);
	call->engine->run = &lap->run;
	lap->run.item = &item; // cppcheck-suppress autoVariables -- it is replaced before the next call
	lua_rawgeti(L, LUA_REGISTRYINDEX, lap->items);
	lua_rawgeti(L, LUA_REGISTRYINDEX, call->derive);
	for (int i = 0; i < lap->count; i++) {
		if (!(call->applies >> lap->facts[i].kind & 1u))
			continue;
		item.date = lap->facts[i].date;
		lap->run.step_count = lap->run.value_count = 0;
		lua_pushvalue(L, -1);
		lua_rawgeti(L, -3, i + 1);
		if (lua_pcall(L, 1, 1, 0))
			fail(lua_tostring(L, -1));
		lua_pop(L, 1);
		calls++;
	}
	lua_settop(L, 0);
	return calls;
}

static long lap_go(struct lap *lap)
{
	long calls = 0;
	for (size_t i = 0; i < lap->run.chain_count; i++) {
		const struct engine *engine = lap->run.chain[i];
		for (size_t k = 0; k < engine->report.rules.n; k++) {
			if (is_overruled(&lap->run, i, engine->report.rules.v[k].id))
				continue;
			struct call call = call_of(&lap->run, i, k);
			calls += rule_go(lap, &call);
		}
	}
	return calls;
}

static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int count, char **words)
{
	static struct lap laps[BODIES];
	struct arena *arena = arena_new();
	long all = count == 2 ? strtol(words[1], NULL, 10) : 0;
	if (all < 1) {
		fputs("usage: derive COUNT\n", stderr);
		return 2;
	}
	state_make();
	for (const struct embedded *e = embedded_files; e->name; e++)
		if (strncmp(e->name, "rules/packs/", 12) == 0 && engine_count < PACKS)
			engine_make(&engines[engine_count++], e, arena);
	int ring = all < RING ? (int)all : RING;
	for (size_t b = 0; b < BODIES; b++)
		lap_fill(&laps[b], mix_bodies[b], ring);
	double start = seconds();
	long done = 0, calls = 0;
	for (; done < all; done += ring)
		for (size_t b = 0; b < BODIES; b++)
			calls += lap_go(&laps[b]);
	printf("%.3f %.2f\n", (seconds() - start) * 1e6 / (double)done, (double)calls / (double)done);
	arena_free(arena);
	return 0;
}
