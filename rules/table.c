/* table.c: raw access only. A pack has no metatables, but nothing here rests on that. */
#include "rules/engine.h"

#include "rules/source.h"

enum { WORD_MAX = 40 };

/* Edit distance by one row; words are cut at WORD_MAX. */
static size_t distance(const char *a, const char *b)
{
	size_t m = strnlen(a, WORD_MAX), n = strnlen(b, WORD_MAX);
	size_t row[WORD_MAX + 1];
	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 1; i <= m; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			size_t change = diagonal + (a[i - 1] != b[j - 1]);
			diagonal = row[j];
			size_t least = row[j - 1] + 1 < row[j] + 1 ? row[j - 1] + 1 : row[j] + 1;
			row[j] = change < least ? change : least;
		}
	}
	return row[n];
}

const char *table_nearest(const char *word, const char *const *known)
{
	const char *best = known[0];
	for (size_t i = 1; known[i]; i++)
		if (distance(word, known[i]) < distance(word, best))
			best = known[i];
	return best;
}

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
			luaL_error(L, "%s: a key is a %s, a name is wanted; the first is '%s'", what,
				   luaL_typename(L, -1), known[0]);
		const char *key = lua_tostring(L, -1);
		if (!is_known(key, known))
			luaL_error(L, "%s: the key '%s' is not known; did you mean '%s'?", what, key,
				   table_nearest(key, known));
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
			luaL_error(L, "%s: '%s' has %d bytes, at most %d are allowed", what, key, (int)n, (int)max);
		if (!source_is_clean((struct slice){text, n}))
			luaL_error(L, "%s: '%s' must be one line of text without control characters", what, key);
		text = arena_text(engine_of(L)->texts, (struct slice){text, n});
	} else if (type != LUA_TNIL) {
		luaL_error(L, "%s: '%s' is a %s, a text is wanted", what, key, record_type_name(L, -1));
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
		luaL_error(L, "%s: '%s' is '%s', a day like '2025-01-23' is wanted", what, key, text);
	return day;
}

int table_bool(lua_State *L, int index, const char *what, const char *key)
{
	int type = table_field(L, index, key);
	if (type != LUA_TNIL && type != LUA_TBOOLEAN)
		luaL_error(L, "%s: '%s' is a %s, true or false is wanted", what, key, record_type_name(L, -1));
	int value = type == LUA_TNIL ? -1 : lua_toboolean(L, -1);
	lua_pop(L, 1);
	return value;
}
