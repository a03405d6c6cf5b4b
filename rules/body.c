/* body.c: what body { } says of the year and the words of a body: its recesses, meetings and moments, the act, its words for outcomes. */
#include "rules/engine.h"

#include "rules/nearest.h"

#include "core/outcome.h"

#include <stdlib.h>

enum { PERIODS_MAX = 1000, MEETINGS_MAX = 10000, ALIASES_MAX = 200 };

static const char *const weekday_names[] = {"monday", "tuesday",  "wednesday", "thursday",
					    "friday", "saturday", "sunday",    NULL};
static const char *const alias_keys[] = {"status", NULL};
static const char *const meeting_keys[] = {"weekdays", "from", "to", NULL};
static const char *const recess_names[] = {"spring", "may", "summer", "autumn", "christmas", "election", "known", NULL};

struct periods {
	struct period *v;
	size_t n;
	size_t cap;
};

/* The text on top of the stack; it stays there. */
static void period_top(lua_State *L, const char *what, int *first, int *last)
{
	struct err err = {0};
	const char *text = table_text_top(L, what);
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
	const char *year = table_text_top(L, what);
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
		table_check_id(L, key, name, false);
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
		if (periods.n)
			qsort(periods.v, periods.n, sizeof *periods.v, period_cmp);
		else
			hint_fail(L, "known", "recess: 'known' lists periods like \"2017-12-22/2020-02-20\"");
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
		const char *name = table_text_top(L, "meetings");
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
			const char *text = table_text_top(L, "meetings");
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
	const char *name = table_text_top(L, "aliases");
	struct alias alias = {.state = STATE_NONE};
	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++)
		if (outcome_is_state((enum state)state))
			known[n++] = state_to_text((enum state)state);
	if (!state_from_text(slice_of(name), &alias.state) || !outcome_is_state(alias.state))
		hint_fail(L, name, "aliases: '%s' is no outcome of a vote; did you mean '%s'?", name,
			  nearest_of(name, known));
	lua_pop(L, 1);
	alias.words = arena_text(arena, slice_trim(slice_of(table_text_top(L, "aliases"))));
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

void body_read_calendar(lua_State *L, struct calendar *out)
{
	out->atw = atw_read(L);
	struct periods recesses = periods_read(L, "recess", recess_names);
	struct periods moments = periods_read(L, "moments", NULL);
	struct aliases aliases = aliases_read(L);
	struct periods known = known_read(L);
	struct days meetings = meetings_read(L, &recesses);
	out->recesses = recesses.v;
	out->recess_count = recesses.n;
	out->known = known.v;
	out->known_count = known.n;
	out->aliases = aliases.v;
	out->alias_count = aliases.n;
	out->moments = moments.v;
	out->moment_count = moments.n;
	out->meetings = meetings.v;
	out->meeting_count = meetings.n;
	out->meetings_first = meetings.first;
	out->meetings_last = meetings.last;
}
