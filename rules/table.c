/* table.c: raw access only. A pack has no metatables, but nothing here rests on that. */
#include "rules/engine.h"

#include "rules/nearest.h"
#include "rules/source.h"

static bool is_known(const char *word, const char *const *known)
{
	for (size_t i = 0; known[i]; i++)
		if (strcmp(word, known[i]) == 0)
			return true;
	return false;
}

void table_check_keys(lua_State *L, int index, const char *what, const char *const *known)
{
	index = lua_absindex(L, index);
	lua_pushnil(L);
	while (lua_next(L, index)) {
		lua_pop(L, 1);
		engine_charge(L, 16);
		if (lua_type(L, -1) != LUA_TSTRING)
			hint_fail(L, NULL, "%s: a key is a %s, a name is wanted; the first is '%s'", what,
				  luaL_typename(L, -1), known[0]);
		const char *key = lua_tostring(L, -1);
		if (!is_known(key, known))
			hint_fail(L, key, "%s: the key '%s' is not known; did you mean '%s'?", what, key,
				  nearest_of(key, known));
	}
}

int table_field(lua_State *L, int index, const char *key)
{
	index = lua_absindex(L, index);
	lua_pushstring(L, key);
	return lua_rawget(L, index);
}

const char *table_text(lua_State *L, int index, const char *what, const char *key, size_t max)
{
	index = lua_absindex(L, index);
	int type = table_field(L, index, key);
	const char *text = NULL;
	if (type == LUA_TSTRING) {
		size_t n;
		text = lua_tolstring(L, -1, &n);
		if (n > max)
			hint_fail(L, key, "%s: '%s' has %d bytes, at most %d are allowed", what, key, (int)n, (int)max);
		if (!source_is_clean((struct slice){text, n}))
			hint_fail(L, key, "%s: '%s' must be one line of text without control characters", what, key);
		text = arena_text(engine_of(L)->texts, (struct slice){text, n});
	} else if (type != LUA_TNIL) {
		hint_fail(L, key, "%s: '%s' is a %s, a text is wanted", what, key, record_type_name(L, -1));
	}
	lua_pop(L, 1);
	return text;
}

int table_day(lua_State *L, int index, const char *what, const char *key)
{
	const char *text = table_text(L, index, what, key, NAME_MAX_BYTES);
	if (!text)
		return DATE_NONE;
	int day = date_parse(slice_of(text));
	if (day == DATE_NONE)
		hint_fail(L, text, "%s: '%s' is '%s', a day like '2025-01-23' is wanted", what, key, text);
	return day;
}

int table_bool(lua_State *L, int index, const char *what, const char *key)
{
	int type = table_field(L, index, key);
	if (type != LUA_TNIL && type != LUA_TBOOLEAN)
		hint_fail(L, key, "%s: '%s' is a %s, true or false is wanted", what, key, record_type_name(L, -1));
	int value = type == LUA_TNIL ? -1 : lua_toboolean(L, -1);
	lua_pop(L, 1);
	return value;
}

void table_check_id(lua_State *L, const char *what, const char *id, bool slash)
{
	for (const char *p = id; *p; p++)
		if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-' || (slash && *p == '/')))
			hint_fail(L, id, "%s: the id '%s' may hold only a to z, 0 to 9 and '-'%s", what, id,
				  slash ? " and '/'" : "");
}

const char *table_text_top(lua_State *L, const char *what)
{
	size_t n;
	if (lua_type(L, -1) != LUA_TSTRING)
		hint_fail(L, NULL, "%s: a %s stands where a text is wanted", what, record_type_name(L, -1));
	const char *text = lua_tolstring(L, -1, &n);
	if (n > NAME_MAX_BYTES || !source_is_clean((struct slice){text, n}))
		hint_fail(L, NULL, "%s: a text is too long or has control characters", what);
	return text;
}
