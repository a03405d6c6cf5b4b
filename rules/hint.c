/* hint.c: where in a pack a mistake stands, and what to do about those that Lua words for programmers.
 *
 * The tables of a pack know no lines. So the word that is wrong is looked for in the text, from the line on where what holds it begins;
 * where it is not found, that line is named.
 */
#include "rules/engine.h"
#include "rules/nearest.h"

#include <ctype.h>

static bool is_name(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* The first byte behind the line that is no comment. */
static const char *code_end(const char *line, const char *end)
{
	char quote = '\0';
	for (const char *p = line; p < end; p++) {
		if (quote && *p == '\\')
			p++;
		else if (quote)
			quote = *p == quote ? '\0' : quote;
		else if (*p == '"' || *p == '\'')
			quote = *p;
		else if (*p == '-' && end - p > 1 && p[1] == '-')
			return p;
	}
	return end;
}

/* Whether the word stands in it as a whole. */
static bool code_has(const char *p, const char *end, const char *word)
{
	size_t n = strlen(word);
	const char *start = p;
	for (; n && (size_t)(end - p) >= n; p++)
		if (memcmp(p, word, n) == 0 && (p == start || !is_name(p[-1]) || !is_name(word[0])) &&
		    (p + n == end || !is_name(p[n]) || !is_name(word[n - 1])))
			return true;
	return false;
}

/* The line, from `from` on, in which `word` stands; `from` when it stands in none. */
static int line_of(struct slice source, int from, const char *word)
{
	const char *p = source.p, *end = source.p + source.n;
	for (int line = 1; word && p < end; line++) {
		const char *next = memchr(p, '\n', (size_t)(end - p));
		const char *stop = next ? next : end;
		if (line >= from && code_has(p, code_end(p, stop), word))
			return line;
		p = next ? next + 1 : end;
	}
	return from;
}

int hint_line(lua_State *L, const char *word)
{
	const struct engine *engine = engine_of(L);
	int from = engine->from_line;
	lua_Debug about;
	if (engine->loading && lua_getstack(L, 1, &about) && lua_getinfo(L, "l", &about))
		from = about.currentline;
	return from > 0 ? line_of(engine->source, from, word) : 0;
}

int hint_fail(lua_State *L, const char *word, const char *fmt, ...)
{
	int line = hint_line(L, word);
	va_list args;
	if (line > 0)
		lua_pushfstring(L, "%s:%d: ", engine_of(L)->file, line);
	else
		luaL_where(L, 1);
	va_start(args, fmt);
	lua_pushvfstring(L, fmt, args);
	va_end(args);
	lua_concat(L, 2);
	return lua_error(L);
}

/* ---- Lua's own errors ---- */

/* The name in "... (global 'name')". */
static bool global_of(const char *message, char *out, size_t size)
{
	static const char begins[] = "(global '";
	const char *p = strstr(message, begins);
	size_t n = p ? strcspn(p + sizeof begins - 1, "'") : 0;
	if (!n || n >= size)
		return false;
	memcpy(out, p + sizeof begins - 1, n);
	out[n] = '\0';
	return true;
}

static const char *global_hint(const char *message, struct arena *arena)
{
	static const char *const known[] = {"assert",   "body",         "error",  "holiday", "ipairs",       "math",
					    "next",     "next_meeting", "pairs",  "pcall",   "period",       "recess",
					    "rule",     "select",       "string", "table",   "term",         "tonumber",
					    "tostring", "type",         "terms",  "unpack",  "working_days", NULL};
	char name[40];
	if (!global_of(message, name, sizeof name))
		return NULL;
	if (strcmp(name, "terms") == 0)
		return "did you mean 'term'?";
	const char *near = nearest_of(name, known);
	if (strcmp(near, name) == 0)
		return NULL;
	if (nearest_distance(name, near) <= strlen(name) / 3 + 1)
		return arena_printf(arena, "did you mean '%s'?", near);
	return arena_printf(arena, "there is no '%s' in a pack", name);
}

const char *hint_for(const char *message, struct arena *arena)
{
	static const struct {
		const char *holds;
		const char *says;
	} hints[] = {
		{"near <eof>", "the file ends before all is closed: a '}' or 'end' is missing"},
		{"near '<\\226>'", "write straight quotes: \""},
		{"'then' expected near '='", "compare with '=='"},
		{"'}' expected", "is a comma missing before it?"},
		{"unexpected symbol near '}'", "is an 'end' or a value missing before it?"},
		{"arithmetic on a date", "write term(day, \"30d\")"},
		{"to 'pairs' (table expected, got record)", "write ipairs"},
		{"<name> expected near", "is a comma too many, or a name missing?"},
	};
	for (size_t i = 0; i < ARRAY_SIZE(hints); i++)
		if (strstr(message, hints[i].holds))
			return hints[i].says;
	return global_hint(message, arena);
}
