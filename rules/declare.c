/* declare.c: body { } and rule { }: read once, when the pack is loaded, into C; only derive and cases stay in Lua. */
#include "rules/engine.h"

#include "rules/nearest.h"

enum { DECLARE_COST = 10000 };

static const char *const body_keys[] = {"id",  "name",  "base",    "recess", "moments", "meetings",
					"atw", "terms", "aliases", "site",   NULL};
static const char *const rule_keys[] = {"id",    "title",  "source", "verified", "applies_to",
					"valid", "derive", "cases",  NULL};
static const char *const valid_keys[] = {"from", "to", NULL};

static const char *text_required(lua_State *L, const char *what, const char *key, size_t max, const char *example)
{
	const char *text = table_text(L, 1, what, key, max);
	if (!text || !*text)
		luaL_error(L, "%s: '%s' is missing; write %s", what, key, example);
	return text;
}

static struct engine *engine_loading(lua_State *L, const char *what, const char *const *keys)
{
	struct engine *engine = engine_of(L);
	if (!engine->loading)
		luaL_error(L, "%s { } stands outside all functions of the pack", what);
	lua_settop(L, 1);
	if (!lua_istable(L, 1))
		luaL_error(L, "%s { } takes a table", what);
	engine_charge(L, DECLARE_COST);
	table_check_keys(L, 1, what, keys);
	return engine;
}

static int declare_body(lua_State *L)
{
	struct engine *engine = engine_loading(L, "body", body_keys);
	struct pack *pack = &engine->report.pack;
	struct calendar *calendar = &engine->report.calendar;
	if (engine->has_body)
		return luaL_error(L, "body { } stands twice; a pack is of one body");
	pack->id = text_required(L, "body", "id", NAME_MAX_BYTES, "id = \"nl/place\"");
	table_check_id(L, "body", pack->id, true);
	pack->name = text_required(L, "body", "name", TITLE_MAX_BYTES, "name = \"Gemeenteraad Place\"");
	pack->base = table_text(L, 1, "body", "base", NAME_MAX_BYTES);
	pack->site = table_text(L, 1, "body", "site", TITLE_MAX_BYTES);
	if (pack->site && !slice_begins(slice_of(pack->site), "https://"))
		hint_fail(L, "site", "body: the site '%s' is no address like https://raad.example.nl/", pack->site);
	calendar->body = pack->id;
	body_read_calendar(L, calendar);
	terms_read(L);
	engine->has_body = true;
	return 0;
}

/* A kind, or a list of kinds: the bits of them, the first one in `first`. Only a rule without derive may name none. */
static unsigned applies_read(lua_State *L, const char *what, bool derives, enum item_kind *first)
{
	unsigned bits = 0;
	int type = table_field(L, 1, "applies_to");
	if (type == LUA_TSTRING) {
		lua_createtable(L, 1, 0);
		lua_insert(L, -2);
		lua_rawseti(L, -2, 1);
	} else if (type != LUA_TTABLE) {
		luaL_error(L, "%s: 'applies_to' is missing; write applies_to = \"motion\", or a list", what);
	}
	for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
		enum item_kind kind;
		const char *known[ITEM_KIND_COUNT + 1] = {NULL};
		for (int k = 0; k < ITEM_KIND_COUNT; k++)
			known[k] = item_kind_to_text((enum item_kind)k);
		const char *name = table_text_top(L, what);
		if (!item_kind_from_text(slice_of(name), &kind))
			hint_fail(L, name, "%s: 'applies_to' names no kind '%s'; did you mean '%s'?", what, name,
				  nearest_of(name, known));
		*first = bits ? *first : kind;
		bits |= 1u << kind;
		lua_pop(L, 1);
	}
	lua_settop(L, 1);
	if (!bits && derives)
		hint_fail(L, "applies_to", "%s: 'applies_to' is empty", what);
	return bits;
}

static void valid_read(lua_State *L, const char *what, struct rule *rule)
{
	rule->valid_from = rule->valid_to = DATE_NONE;
	int type = table_field(L, 1, "valid");
	if (type == LUA_TTABLE) {
		table_check_keys(L, -1, what, valid_keys);
		rule->valid_from = table_day(L, -1, what, "from");
		rule->valid_to = table_day(L, -1, what, "to");
	} else if (type != LUA_TNIL) {
		hint_fail(L, "valid", "%s: 'valid' is a %s; write valid = { from = \"2020-01-01\" }", what,
			  record_type_name(L, -1));
	}
	lua_settop(L, 1);
	if (rule->valid_to != DATE_NONE && rule->valid_from != DATE_NONE && rule->valid_to < rule->valid_from)
		hint_fail(L, "valid", "%s: 'valid' ends before it begins", what);
}

/* A rule may stand several times in a pack, each for other days. */
static void rule_check_unique(lua_State *L, const struct engine *engine, const struct rule *rule)
{
	for (size_t i = 0; i < engine->report.rules.n; i++) {
		const struct rule *old = &engine->report.rules.v[i];
		bool before =
			old->valid_to != DATE_NONE && rule->valid_from != DATE_NONE && old->valid_to < rule->valid_from;
		bool after =
			rule->valid_to != DATE_NONE && old->valid_from != DATE_NONE && rule->valid_to < old->valid_from;
		if (strcmp(old->id, rule->id) == 0 && !before && !after)
			luaL_error(L, "rule '%s': it stands twice for the same days", rule->id);
	}
}

/* One case without braces around it would be no case at all. */
static void cases_check(lua_State *L, const char *what, struct rule *rule)
{
	size_t keys = 0;
	rule->cases = (int)lua_rawlen(L, -1);
	lua_pushnil(L);
	while (lua_next(L, -2)) {
		lua_pop(L, 1);
		keys++;
	}
	if (keys != (size_t)rule->cases)
		hint_fail(L, "cases", "%s: 'cases' is no list; write cases = { { given = ..., expect = ... } }", what);
}

/* derive, where the rule has one, stays in the registry. */
static void derive_keep(lua_State *L, const char *what, struct rule_code *code, struct rule *rule)
{
	lua_Debug about;
	int type = table_field(L, 1, "derive");
	code->derive = LUA_NOREF;
	if (type == LUA_TFUNCTION) {
		lua_pushvalue(L, -1);
		lua_getinfo(L, ">S", &about);
		rule->first_line = about.linedefined;
		rule->last_line = about.lastlinedefined;
		code->derive = luaL_ref(L, LUA_REGISTRYINDEX);
	} else if (type == LUA_TNIL && engine_of(L)->report.pack.base) {
		lua_pop(L, 1);
	} else {
		hint_fail(L, "derive", "%s: 'derive' is a %s, a function is wanted", what, record_type_name(L, -1));
	}
}

/* derive and cases stay in the registry. */
static void code_keep(lua_State *L, struct engine *engine, const char *what, struct rule *rule)
{
	struct rule_code *code = &engine->code[engine->report.rules.n];
	lua_Debug call;
	code->line = lua_getstack(L, 1, &call) && lua_getinfo(L, "l", &call) ? call.currentline : 0;
	derive_keep(L, what, code, rule);
	code->cases = LUA_NOREF;
	int type = table_field(L, 1, "cases");
	if (type == LUA_TTABLE) {
		cases_check(L, what, rule);
		code->cases = luaL_ref(L, LUA_REGISTRYINDEX);
	} else if (type != LUA_TNIL) {
		hint_fail(L, "cases", "%s: 'cases' is a %s, a list is wanted", what, record_type_name(L, -1));
	}
}

/* Title, source and kinds. A rule with a derive of its own has them all; another has those of the base where it is silent. Whether
 * it names kinds. */
static bool words_read(lua_State *L, const char *what, bool derives, struct rule *rule)
{
	if (derives) {
		rule->title = text_required(L, what, "title", TITLE_MAX_BYTES, "title = \"...\"");
		rule->source = text_required(
			L, what, "source", TITLE_MAX_BYTES,
			"source = \"Reglement van orde, artikel ...\"; a rule without a source is refused");
	} else {
		rule->title = table_text(L, 1, what, "title", TITLE_MAX_BYTES);
		rule->source = table_text(L, 1, what, "source", TITLE_MAX_BYTES);
		if ((rule->title && !*rule->title) || (rule->source && !*rule->source))
			hint_fail(L, rule->source ? "source" : "title", "%s: 'title' or 'source' is empty", what);
	}
	bool kinds = table_field(L, 1, "applies_to") != LUA_TNIL;
	lua_settop(L, 1);
	if (kinds || derives)
		rule->applies = applies_read(L, what, derives, &rule->applies_to);
	return kinds;
}

static int declare_rule(lua_State *L)
{
	struct engine *engine = engine_loading(L, "rule", rule_keys);
	if (!engine->has_body)
		return luaL_error(L, "rule { } stands before body { }");
	if (engine->report.rules.n == RULES_MAX)
		return luaL_error(L, "a pack may have at most %d rules", RULES_MAX);
	struct rule rule = {.pack = engine->report.pack.id};
	rule.id = text_required(L, "rule", "id", NAME_MAX_BYTES, "id = \"answer\"");
	table_check_id(L, "rule", rule.id, false);
	const char *what = arena_printf(engine->arena, "rule '%s'", rule.id);
	bool derives = table_field(L, 1, "derive") != LUA_TNIL || !engine->report.pack.base;
	lua_settop(L, 1);
	bool kinds = words_read(L, what, derives, &rule);
	valid_read(L, what, &rule);
	rule_check_unique(L, engine, &rule);
	code_keep(L, engine, what, &rule);
	struct rule_form *form = list_push(engine->arena, &engine->report.forms);
	*form = (struct rule_form){derives, kinds, table_bool(L, 1, what, "verified"),
				   engine->code[engine->report.rules.n].line};
	rule.verified = form->verified == 1;
	*list_push(engine->arena, &engine->report.rules) = rule;
	return 0;
}

void declare_add(lua_State *L)
{
	static const luaL_Reg functions[] = {{"body", declare_body}, {"rule", declare_rule}, {NULL, NULL}};
	luaL_setfuncs(L, functions, 0);
}

enum atw declare_atw(const struct run *run)
{
	for (size_t i = 0; i < run->chain_count; i++)
		if (run->chain[i]->report.calendar.atw != ATW_UNKNOWN)
			return run->chain[i]->report.calendar.atw;
	return ATW_UNKNOWN;
}
