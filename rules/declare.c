/* declare.c: body { } and rule { }: read once, when the pack is loaded, into C; only derive and cases stay in Lua. */
#include "rules/engine.h"

#include "rules/nearest.h"
#include "rules/source.h"

#include "core/outcome.h"

#include <stdlib.h>

enum { PERIODS_MAX = 1000, MEETINGS_MAX = 10000, ALIASES_MAX = 200, DECLARE_COST = 10000 };

static const char *const body_keys[] = {"id",       "name", "base",  "recess",  "moments",
					"meetings", "atw",  "terms", "aliases", NULL};
static const char *const rule_keys[] = {"id",    "title",  "source", "verified", "applies_to",
					"valid", "derive", "cases",  NULL};
static const char *const recess_names[] = {"spring", "may", "summer", "autumn", "christmas", "election", "known", NULL};
static const char *const meeting_keys[] = {"weekdays", "from", "to", NULL};
static const char *const alias_keys[] = {"status", NULL};
static const char *const valid_keys[] = {"from", "to", NULL};
static const char *const weekday_names[] = {"monday", "tuesday",  "wednesday", "thursday",
					    "friday", "saturday", "sunday",    NULL};

static const char *text_required(lua_State *L, const char *what, const char *key, size_t max, const char *example)
{
	const char *text = table_text(L, 1, what, key, max);
	if (!text || !*text)
		luaL_error(L, "%s: '%s' is missing; write %s", what, key, example);
	return text;
}

/* Lower-case letters, digits, '-' and, in the id of a body, '/'. */
static void id_check(lua_State *L, const char *what, const char *id, bool slash)
{
	for (const char *p = id; *p; p++)
		if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-' || (slash && *p == '/')))
			hint_fail(L, id, "%s: the id '%s' may hold only a to z, 0 to 9 and '-'%s", what, id,
				  slash ? " and '/'" : "");
}

/* The text on top of the stack. */
static const char *text_top(lua_State *L, const char *what)
{
	size_t n;
	if (lua_type(L, -1) != LUA_TSTRING)
		hint_fail(L, NULL, "%s: a %s stands where a text is wanted", what, record_type_name(L, -1));
	const char *text = lua_tolstring(L, -1, &n);
	if (n > NAME_MAX_BYTES || !source_is_clean((struct slice){text, n}))
		hint_fail(L, NULL, "%s: a text is too long or has control characters", what);
	return text;
}

struct periods {
	struct period *v;
	size_t n;
	size_t cap;
};

/* The text on top of the stack; it stays there. */
static void period_top(lua_State *L, const char *what, int *first, int *last)
{
	struct err err = {0};
	const char *text = text_top(L, what);
	if (edtf_parse(slice_of(text), first, last, &err) || *first == DATE_NONE || *last == DATE_NONE ||
	    *last < *first)
		hint_fail(L, text, "%s: '%s' is no period like '2025-07-12/2025-08-24'", what, text);
}

static void period_push(lua_State *L, const char *what, const char *name, int first, int last, struct periods *out)
{
	engine_charge(L, 1000);
	if (out->n == PERIODS_MAX)
		luaL_error(L, "%s: more than %d periods", what, PERIODS_MAX);
	struct arena *arena = engine_of(L)->arena;
	*list_push(arena, out) = (struct period){arena_text(arena, slice_of(name)), first, last};
}

/* ["2025"] = "2025-07-12/2025-08-24"; the key and the value are on top of the stack. */
static void period_add(lua_State *L, const char *what, const char *name, struct periods *out)
{
	int first, last;
	period_top(L, what, &first, &last);
	const char *text = lua_tostring(L, -1);
	lua_pop(L, 1);
	if (lua_isinteger(L, -1)) {
		const char *bare = lua_pushfstring(L, "[%I]", lua_tointeger(L, -1));
		hint_fail(L, bare, "%s: the year %s stands bare; write [\"%I\"] = \"%s\"", what, bare,
			  lua_tointeger(L, -2), text);
	}
	const char *year = text_top(L, what);
	char begins[DATE_TEXT];
	if (strlen(year) != 4 || strncmp(year, date_format(first, begins), 4) != 0)
		hint_fail(L, year, "%s: the key '%s' is not the year in which '%s' begins", what, year, begins);
	period_push(L, what, name, first, last, out);
}

static int period_cmp(const void *a, const void *b)
{
	const struct period *x = a, *y = b;
	return x->first != y->first ? (x->first > y->first) - (x->first < y->first) : strcmp(x->name, y->name);
}

/* { summer = { ["2025"] = ..., ... }, ... } under `key`. `known` is NULL when any name will do. What is `known` among recesses is no recess. */
static struct periods periods_read(lua_State *L, const char *key, const char *const *known)
{
	struct periods periods = {0};
	if (table_field(L, 1, key) == LUA_TNIL) {
		lua_pop(L, 1);
		return periods;
	}
	if (!lua_istable(L, -1))
		hint_fail(L, key, "body: '%s' is a %s, a table is wanted", key, record_type_name(L, -1));
	if (known)
		table_check_keys(L, -1, key, known);
	lua_pushnil(L);
	while (lua_next(L, -2)) {
		if (lua_type(L, -2) != LUA_TSTRING || !lua_istable(L, -1))
			hint_fail(L, key, "body: '%s' holds tables by name, like summer = { [\"2025\"] = ... }", key);
		const char *name = lua_tostring(L, -2);
		bool stretches = known && strcmp(name, "known") == 0;
		id_check(L, key, name, false);
		lua_pushnil(L);
		while (!stretches && lua_next(L, -2))
			period_add(L, key, name, &periods);
		if (stretches)
			lua_pop(L, 1);
		lua_pop(L, 1);
	}
	lua_pop(L, 1);
	if (periods.n)
		qsort(periods.v, periods.n, sizeof *periods.v, period_cmp);
	return periods;
}

/* recess = { known = { "2017-12-22/2020-02-20", ... }, ... }: stretches without a recess that is not listed. */
static struct periods known_read(lua_State *L)
{
	struct periods periods = {0};
	int first, last;
	if (table_field(L, 1, "recess") == LUA_TTABLE && table_field(L, -1, "known") == LUA_TTABLE) {
		for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
			period_top(L, "known", &first, &last);
			period_push(L, "known", "known", first, last, &periods);
			lua_pop(L, 1);
		}
		if (!periods.n)
			hint_fail(L, "known", "recess: 'known' lists periods like \"2017-12-22/2020-02-20\"");
		qsort(periods.v, periods.n, sizeof *periods.v, period_cmp);
	}
	lua_settop(L, 1);
	return periods;
}

/* Meeting days, and the stretch in which none is left out. */
struct days {
	int *v;
	size_t n;
	size_t cap;
	int first;
	int last;
};

static int day_cmp(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;
	return (x > y) - (x < y);
}

static void meeting_add(lua_State *L, struct days *out, int day)
{
	if (out->n == MEETINGS_MAX)
		luaL_error(L, "meetings: more than %d days", MEETINGS_MAX);
	engine_charge(L, 10);
	*list_push(engine_of(L)->arena, out) = day;
}

/* The bits of the weekdays that are named in the list on top of the stack. */
static unsigned weekdays_read(lua_State *L)
{
	unsigned bits = 0;
	if (!lua_istable(L, -1))
		hint_fail(L, "weekdays", "meetings: 'weekdays' is a %s, a list is wanted", record_type_name(L, -1));
	for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
		const char *name = text_top(L, "meetings");
		int day = 0;
		while (weekday_names[day] && strcmp(weekday_names[day], name) != 0)
			day++;
		if (!weekday_names[day])
			hint_fail(L, name, "meetings: '%s' is no weekday; did you mean '%s'?", name,
				  nearest_of(name, weekday_names));
		bits |= 1u << (day + 1);
		lua_pop(L, 1);
	}
	lua_pop(L, 1);
	return bits;
}

static bool is_recess(const struct periods *recesses, int day)
{
	for (size_t i = 0; i < recesses->n; i++)
		if (recesses->v[i].first <= day && day <= recesses->v[i].last)
			return true;
	return false;
}

/* { weekdays = { "tuesday" }, from = ..., to = ... }, on top of the stack: those days outside the recesses, and no holidays. */
static void weekdays_meet(lua_State *L, const struct periods *recesses, struct days *out)
{
	table_check_keys(L, -1, "meetings", meeting_keys);
	out->first = table_day(L, -1, "meetings", "from");
	out->last = table_day(L, -1, "meetings", "to");
	table_field(L, -1, "weekdays");
	unsigned weekdays = weekdays_read(L);
	if (out->first == DATE_NONE || out->last == DATE_NONE)
		hint_fail(L, "meetings", "meetings: 'weekdays' need 'from' and 'to'");
	for (int day = out->first; day <= out->last; day++)
		if (weekdays >> date_weekday(day) & 1u && !is_recess(recesses, day) && !holiday_name(day))
			meeting_add(L, out, day);
}

/* { "2025-01-23", ... }, or weekdays. A list knows nothing of the days before its first and after its last. */
static struct days meetings_read(lua_State *L, const struct periods *recesses)
{
	struct days days = {.first = DATE_NONE, .last = DATE_NONE};
	int type = table_field(L, 1, "meetings");
	if (type != LUA_TNIL && type != LUA_TTABLE)
		hint_fail(L, "meetings", "body: 'meetings' is a %s, a table is wanted", record_type_name(L, -1));
	if (type == LUA_TTABLE && lua_rawlen(L, -1)) {
		for (lua_Integer i = 1; lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
			const char *text = text_top(L, "meetings");
			int day = date_parse(slice_of(text));
			if (day == DATE_NONE)
				hint_fail(L, text, "meetings: '%s' is no day like '2025-01-23'", text);
			meeting_add(L, &days, day);
			lua_pop(L, 1);
		}
		lua_pop(L, 1);
	} else if (type == LUA_TTABLE) {
		weekdays_meet(L, recesses, &days);
	}
	lua_pop(L, 1);
	if (days.n)
		qsort(days.v, days.n, sizeof *days.v, day_cmp);
	if (days.n && days.first == DATE_NONE) {
		days.first = days.v[0];
		days.last = days.v[days.n - 1];
	}
	return days;
}

static enum atw atw_read(lua_State *L)
{
	int type = table_field(L, 1, "atw");
	enum atw atw = ATW_UNKNOWN;
	if (type == LUA_TBOOLEAN)
		atw = lua_toboolean(L, -1) ? ATW_YES : ATW_NO;
	else if (type != LUA_TNIL && (type != LUA_TSTRING || strcmp(lua_tostring(L, -1), "unknown") != 0))
		hint_fail(L, "atw", "body: 'atw' is true, false or \"unknown\"");
	lua_pop(L, 1);
	return atw;
}

struct aliases {
	struct alias *v;
	size_t n;
	size_t cap;
};

static int alias_cmp(const void *a, const void *b)
{
	return strcmp(((const struct alias *)a)->words, ((const struct alias *)b)->words);
}

/* ["words"] = "adopted": the key and the value are on top of the stack. */
static void alias_add(lua_State *L, struct aliases *out)
{
	const char *known[STATE_COUNT] = {NULL};
	size_t n = 0;
	struct arena *arena = engine_of(L)->arena;
	const char *name = text_top(L, "aliases");
	struct alias alias = {.state = STATE_NONE};
	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++)
		if (outcome_is_state((enum state)state))
			known[n++] = state_to_text((enum state)state);
	if (!state_from_text(slice_of(name), &alias.state) || !outcome_is_state(alias.state))
		hint_fail(L, name, "aliases: '%s' is no outcome of a vote; did you mean '%s'?", name,
			  nearest_of(name, known));
	lua_pop(L, 1);
	alias.words = arena_text(arena, slice_trim(slice_of(text_top(L, "aliases"))));
	if (!*alias.words || out->n == ALIASES_MAX)
		hint_fail(L, "aliases", "aliases: at most %d phrases, like [\"akkoord bevonden\"] = \"adopted\"",
			  ALIASES_MAX);
	engine_charge(L, 100);
	*list_push(arena, out) = alias;
}

/* aliases = { status = { ["akkoord bevonden"] = "adopted" } } */
static struct aliases aliases_read(lua_State *L)
{
	struct aliases aliases = {0};
	int type = table_field(L, 1, "aliases");
	if (type != LUA_TNIL && type != LUA_TTABLE)
		hint_fail(L, "aliases", "body: 'aliases' is a %s, a table is wanted", record_type_name(L, -1));
	if (type == LUA_TTABLE) {
		table_check_keys(L, -1, "aliases", alias_keys);
		int status = table_field(L, -1, "status");
		if (status != LUA_TNIL && status != LUA_TTABLE)
			hint_fail(L, "status", "aliases: 'status' is a %s, a table is wanted", record_type_name(L, -1));
		lua_pushnil(L);
		while (status == LUA_TTABLE && lua_next(L, -2))
			alias_add(L, &aliases);
	}
	lua_settop(L, 1);
	if (aliases.n)
		qsort(aliases.v, aliases.n, sizeof *aliases.v, alias_cmp);
	return aliases;
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
	id_check(L, "body", pack->id, true);
	pack->name = text_required(L, "body", "name", TITLE_MAX_BYTES, "name = \"Gemeenteraad Place\"");
	pack->base = table_text(L, 1, "body", "base", NAME_MAX_BYTES);
	calendar->body = pack->id;
	calendar->atw = atw_read(L);
	struct periods recesses = periods_read(L, "recess", recess_names);
	struct periods moments = periods_read(L, "moments", NULL);
	struct aliases aliases = aliases_read(L);
	struct periods known = known_read(L);
	struct days meetings = meetings_read(L, &recesses);
	calendar->recesses = recesses.v;
	calendar->recess_count = recesses.n;
	calendar->known = known.v;
	calendar->known_count = known.n;
	calendar->aliases = aliases.v;
	calendar->alias_count = aliases.n;
	calendar->moments = moments.v;
	calendar->moment_count = moments.n;
	calendar->meetings = meetings.v;
	calendar->meeting_count = meetings.n;
	calendar->meetings_first = meetings.first;
	calendar->meetings_last = meetings.last;
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
		const char *name = text_top(L, what);
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
	id_check(L, "rule", rule.id, false);
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
