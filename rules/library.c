/* library.c: what packs have in place of Lua's own functions: bounded, counted, the same in every run.
 *
 * Lua's string and table functions can run for ever inside one instruction, patterns in quadratic time and worse; its pairs
 * goes by addresses and its tostring shows them. Here the work is counted, `find` looks for plain text, and pairs goes in the order of keys.
 */
#include "rules/engine.h"

enum { LENGTH_MAX = 10000, TEXT_MAX = 64 * 1024, NEEDLE_MAX = 256, CHARGE_BYTES = 16 };

static struct slice text_arg(lua_State *L, int index)
{
	size_t n;
	const char *p = luaL_checklstring(L, index, &n);
	engine_charge(L, n / CHARGE_BYTES);
	return (struct slice){p, n};
}

static int base_tostring(lua_State *L)
{
	luaL_checkany(L, 1);
	const struct date *date = date_at(L, 1);
	char day[DATE_TEXT];
	if (date)
		lua_pushstring(L, date_format(date->day, day));
	else if (lua_type(L, 1) == LUA_TNUMBER || lua_type(L, 1) == LUA_TSTRING)
		lua_pushvalue(L, 1), lua_tolstring(L, -1, NULL);
	else if (lua_type(L, 1) == LUA_TBOOLEAN)
		lua_pushstring(L, lua_toboolean(L, 1) ? "true" : "false");
	else
		lua_pushstring(L, record_type_name(L, 1));
	return 1;
}

/* Numbers before texts; texts by bytes. */
static bool key_is_less(lua_State *L, int a, int b)
{
	int ta = lua_type(L, a), tb = lua_type(L, b);
	if (ta != tb)
		return ta == LUA_TNUMBER;
	return lua_compare(L, a, b, LUA_OPLT);
}

/* Puts element `root` of the heap of `n` keys, in the table on top, in its place. */
static void key_sift(lua_State *L, lua_Integer root, lua_Integer n)
{
	for (lua_Integer child; (child = 2 * root) <= n; root = child) {
		engine_charge(L, 2);
		lua_rawgeti(L, -1, child);
		if (child < n) {
			lua_rawgeti(L, -2, child + 1);
			if (key_is_less(L, -2, -1))
				lua_remove(L, -2), child++;
			else
				lua_pop(L, 1);
		}
		lua_rawgeti(L, -2, root);
		if (!key_is_less(L, -1, -2)) {
			lua_pop(L, 2);
			return;
		}
		lua_rawseti(L, -3, child);
		lua_rawseti(L, -2, root);
	}
}

static void keys_sort(lua_State *L, lua_Integer n)
{
	for (lua_Integer i = n / 2; i >= 1; i--)
		key_sift(L, i, n);
	for (lua_Integer i = n; i > 1; i--) {
		lua_rawgeti(L, -1, i);
		lua_rawgeti(L, -2, 1);
		lua_rawseti(L, -3, i);
		lua_rawseti(L, -2, 1);
		key_sift(L, 1, i - 1);
	}
}

/* Upvalues: the table, its sorted keys, how many were given. */
static int pairs_next(lua_State *L)
{
	lua_Integer at = lua_tointeger(L, lua_upvalueindex(3));
	for (;;) {
		at++;
		if (lua_rawgeti(L, lua_upvalueindex(2), at) == LUA_TNIL)
			return 1;
		lua_pushvalue(L, -1);
		if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
			break;
		lua_pop(L, 2); /* taken out since */
	}
	lua_pushinteger(L, at);
	lua_replace(L, lua_upvalueindex(3));
	return 2;
}

static int base_pairs(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 1);
	lua_newtable(L);
	lua_Integer n = 0;
	lua_pushnil(L);
	while (lua_next(L, 1)) {
		lua_pop(L, 1);
		int type = lua_type(L, -1);
		if (type != LUA_TNUMBER && type != LUA_TSTRING)
			return luaL_error(L, "pairs: a key is a %s; only numbers and texts can be put in order",
					  record_type_name(L, -1));
		engine_charge(L, 2);
		lua_pushvalue(L, -1);
		lua_rawseti(L, 2, ++n);
	}
	keys_sort(L, n);
	lua_pushinteger(L, 0);
	lua_pushcclosure(L, pairs_next, 3);
	return 1;
}

/* The least key after the given one. */
static int base_next(lua_State *L)
{
	luaL_checktype(L, 1, LUA_TTABLE);
	lua_settop(L, 2);
	lua_pushnil(L); /* the best key so far */
	lua_pushnil(L);
	while (lua_next(L, 1)) {
		lua_pop(L, 1);
		engine_charge(L, 2);
		int type = lua_type(L, -1);
		if (type != LUA_TNUMBER && type != LUA_TSTRING)
			return luaL_error(L, "next: a key is a %s; only numbers and texts can be put in order",
					  record_type_name(L, -1));
		bool after = lua_isnil(L, 2) || key_is_less(L, 2, -1);
		if (after && (lua_isnil(L, 3) || key_is_less(L, -1, 3))) {
			lua_pushvalue(L, -1);
			lua_replace(L, 3);
		}
	}
	if (lua_isnil(L, 3))
		return 1;
	lua_pushvalue(L, 3);
	lua_rawget(L, 1);
	return 2;
}

static int string_len(lua_State *L)
{
	lua_pushinteger(L, (lua_Integer)text_arg(L, 1).n);
	return 1;
}

/* A place as Lua counts it: from 1, or from the end when negative. */
static size_t place(lua_Integer at, size_t n)
{
	if (at >= 0)
		return at > (lua_Integer)n ? n + 1 : (size_t)at;
	return (size_t) - (at + 1) >= n ? 0 : n - (size_t) - (at + 1);
}

static int string_sub(lua_State *L)
{
	struct slice s = text_arg(L, 1);
	size_t first = place(luaL_checkinteger(L, 2), s.n), last = place(luaL_optinteger(L, 3, -1), s.n);
	first = first ? first : 1;
	last = last > s.n ? s.n : last;
	lua_pushlstring(L, first <= last ? s.p + first - 1 : "", first <= last ? last - first + 1 : 0);
	return 1;
}

static int string_rep(lua_State *L)
{
	struct slice s = text_arg(L, 1), part = {luaL_optstring(L, 3, ""), 0};
	part.n = strlen(part.p);
	lua_Integer times = luaL_checkinteger(L, 2);
	if (times <= 0 || !(s.n + part.n)) {
		lua_pushliteral(L, "");
		return 1;
	}
	if (times > TEXT_MAX || (s.n + part.n) > TEXT_MAX / (size_t)times)
		return luaL_error(L, "rep: the text would be longer than %d bytes", TEXT_MAX);
	engine_charge(L, (s.n + part.n) * (size_t)times / CHARGE_BYTES);
	luaL_Buffer out;
	luaL_buffinit(L, &out);
	for (lua_Integer i = 0; i < times; i++) {
		luaL_addlstring(&out, s.p, s.n);
		if (i + 1 < times)
			luaL_addlstring(&out, part.p, part.n);
	}
	luaL_pushresult(&out);
	return 1;
}

/* Changes the case of ASCII letters only: no locale. */
static int case_change(lua_State *L, char from, char to)
{
	struct slice s = text_arg(L, 1);
	luaL_Buffer out;
	char *p = luaL_buffinitsize(L, &out, s.n);
	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i] >= from && s.p[i] < from + 26 ? (char)(s.p[i] - from + to) : s.p[i];
	luaL_pushresultsize(&out, s.n);
	return 1;
}

static int string_upper(lua_State *L)
{
	return case_change(L, 'a', 'A');
}

static int string_lower(lua_State *L)
{
	return case_change(L, 'A', 'a');
}

static int string_find(lua_State *L)
{
	struct slice s = text_arg(L, 1), needle = text_arg(L, 2);
	size_t from = place(luaL_optinteger(L, 3, 1), s.n);
	from = from ? from : 1;
	if (needle.n > NEEDLE_MAX)
		return luaL_error(L, "find: at most %d bytes can be looked for", NEEDLE_MAX);
	engine_charge(L, s.n * needle.n / CHARGE_BYTES);
	const char *at = from <= s.n + 1 ? memmem(s.p + from - 1, s.n - (from - 1), needle.p, needle.n) : NULL;
	if (!at) {
		lua_pushnil(L);
		return 1;
	}
	lua_pushinteger(L, at - s.p + 1);
	lua_pushinteger(L, at - s.p + (lua_Integer)needle.n);
	return 2;
}

static lua_Integer length_arg(lua_State *L, int index)
{
	luaL_checktype(L, index, LUA_TTABLE);
	lua_Unsigned n = lua_rawlen(L, index);
	if (n >= LENGTH_MAX)
		luaL_error(L, "a list may have at most %d elements", LENGTH_MAX);
	return (lua_Integer)n;
}

static int table_insert(lua_State *L)
{
	lua_Integer n = length_arg(L, 1) + 1, at = n;
	if (lua_gettop(L) == 3)
		at = luaL_checkinteger(L, 2);
	else if (lua_gettop(L) != 2)
		return luaL_error(L, "insert: a list, perhaps a place, and a value are wanted");
	if (at < 1 || at > n)
		return luaL_error(L, "insert: the place %I is not in the list", at);
	engine_charge(L, (size_t)(n - at));
	for (lua_Integer i = n; i > at; i--) {
		lua_rawgeti(L, 1, i - 1);
		lua_rawseti(L, 1, i);
	}
	lua_rawseti(L, 1, at);
	return 0;
}

static int table_concat(lua_State *L)
{
	lua_Integer n = length_arg(L, 1);
	const char *part = luaL_optstring(L, 2, "");
	lua_Integer first = luaL_optinteger(L, 3, 1), last = luaL_optinteger(L, 4, n);
	if (first < 1 || last > n)
		return luaL_error(L, "concat: the places are not in the list");
	size_t size = 0;
	luaL_Buffer out;
	luaL_buffinit(L, &out);
	for (lua_Integer i = first; i <= last; i++) {
		int type = lua_rawgeti(L, 1, i);
		if (type != LUA_TSTRING && type != LUA_TNUMBER)
			return luaL_error(L, "concat: element %I is a %s, a text is wanted", i,
					  record_type_name(L, -1));
		size += lua_rawlen(L, -1) + strlen(part);
		engine_charge(L, 1 + lua_rawlen(L, -1) / CHARGE_BYTES);
		if (size > TEXT_MAX)
			return luaL_error(L, "concat: the text would be longer than %d bytes", TEXT_MAX);
		luaL_addvalue(&out);
		if (i < last)
			luaL_addstring(&out, part);
	}
	luaL_pushresult(&out);
	return 1;
}

void library_add_base(lua_State *L)
{
	static const luaL_Reg functions[] = {
		{"next", base_next}, {"pairs", base_pairs}, {"tostring", base_tostring}, {NULL, NULL}};
	luaL_setfuncs(L, functions, 0);
}

void library_add_string(lua_State *L)
{
	static const luaL_Reg functions[] = {{"find", string_find}, {"len", string_len}, {"lower", string_lower},
					     {"rep", string_rep},   {"sub", string_sub}, {"upper", string_upper},
					     {NULL, NULL}};
	luaL_setfuncs(L, functions, 0);
}

void library_add_table(lua_State *L)
{
	static const luaL_Reg functions[] = {{"concat", table_concat}, {"insert", table_insert}, {NULL, NULL}};
	luaL_setfuncs(L, functions, 0);
}
