/* terms.c: the values of `terms` in body: read once, and found by rules for the day that counts.
 *
 * A value may change with time: then it is a list of values, each with the first day on which it holds; before the first one, that of the
 * base holds. The rule in force on the day that starts the term applies, and only term() knows that day: so a length that changes goes to
 * the rule by its name, and term() asks again. Other values are those of the day on which the item began.
 */
#include "rules/engine.h"

#include "rules/nearest.h"
#include "rules/source.h"

#include <stdlib.h>

static const char *const value_keys[] = {"value", "from", "to", "source", "verified", NULL};

static bool is_length(const char *text)
{
	struct term term;
	struct err err = {0};
	return text && !term_parse(slice_of(text), &term, &err);
}

/* A length that nobody can read would fail for each item; other texts are the rule's own affair. */
static void length_check(lua_State *L, const char *name, const char *text)
{
	int first, last;
	struct err err = {0};
	if (*text < '0' || *text > '9' || is_length(text) || !edtf_parse(slice_of(text), &first, &last, &err))
		return;
	hint_fail(L, text, "terms: '%s' is '%s', a length like 30d, 3w, 2m, 1y or 10wd is wanted", name, text);
}

/* A text, a whole number or false, on top of the stack. */
static void plain_read(lua_State *L, struct constant *out)
{
	struct engine *engine = engine_of(L);
	size_t n = 0;
	const char *text = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &n) : NULL;
	if (lua_isinteger(L, -1) && lua_tointeger(L, -1) >= 0 && lua_tointeger(L, -1) <= INT_MAX)
		out->number = (int)lua_tointeger(L, -1);
	else if (lua_isboolean(L, -1) && !lua_toboolean(L, -1))
		out->none = true;
	else if (!text)
		hint_fail(L, out->name,
			  "terms: '%s' is a %s; a length like \"30d\", a text, a number or false is wanted", out->name,
			  record_type_name(L, -1));
	else if (n > NAME_MAX_BYTES || !source_is_clean((struct slice){text, n}))
		hint_fail(L, out->name, "terms: '%s' is too long or has control characters", out->name);
	else
		length_check(L, out->name, text);
	out->text = text ? arena_text(engine->arena, (struct slice){text, n}) : NULL;
}

/* { value = "30d", from = ..., to = ..., source = ..., verified = ... }, on top of the stack. */
static void period_read(lua_State *L, const char *what, struct constant *out)
{
	if (!lua_istable(L, -1))
		hint_fail(L, out->name, "%s is a list with a %s; write { from = \"2024-01-01\", value = \"4w\" }", what,
			  record_type_name(L, -1));
	table_check_keys(L, -1, what, value_keys);
	if (table_field(L, -1, "value") == LUA_TNIL)
		hint_fail(L, out->name, "%s: 'value' is missing; write { from = \"2024-01-01\", value = \"4w\" }",
			  what);
	plain_read(L, out);
	lua_pop(L, 1);
	out->from = table_day(L, -1, what, "from");
	out->to = table_day(L, -1, what, "to");
	out->source = table_text(L, -1, what, "source", TITLE_MAX_BYTES);
	out->verified = table_bool(L, -1, what, "verified") == 1;
	char day[DATE_TEXT];
	if (out->from != DATE_NONE && out->to != DATE_NONE && out->to < out->from)
		hint_fail(L, date_format(out->to, day), "%s: a value ends on %s, before it begins", what, day);
	if (out->verified && !out->source)
		hint_fail(L, out->name, "%s: 'verified' speaks of a 'source', and none is named", what);
}

static int constant_cmp(const void *a, const void *b)
{
	const struct constant *x = a, *y = b;
	int order = strcmp(x->name, y->name);
	return order ? order : (x->from > y->from) - (x->from < y->from); /* DATE_NONE is the least */
}

/* The values from `first` on are of one name: each ends before the next one begins. */
static void periods_close(lua_State *L, const char *what, struct constants *all, size_t first)
{
	char day[DATE_TEXT];
	qsort(all->v + first, all->n - first, sizeof *all->v, constant_cmp);
	for (size_t i = first; i + 1 < all->n; i++) {
		struct constant *this = &all->v[i];
		int next = all->v[i + 1].from;
		const char *begins = next == DATE_NONE ? "the beginning" : date_format(next, day);
		if (next == this->from)
			hint_fail(L, next == DATE_NONE ? this->name : begins,
				  "%s: two values hold from %s on; give each its own 'from'", what, begins);
		if (this->to != DATE_NONE && this->to >= next)
			hint_fail(L, begins, "%s: two values hold on %s; the earlier one ends too late", what, begins);
		if (this->to == DATE_NONE)
			this->to = date_add_days(next, -1);
	}
}

static struct constant *constant_add(lua_State *L, const char *name)
{
	struct engine *engine = engine_of(L);
	if (engine->report.constants.n == CONSTANTS_MAX)
		hint_fail(L, "terms", "terms: at most %d values", CONSTANTS_MAX);
	struct constant *constant = list_push(engine->arena, &engine->report.constants);
	*constant = (struct constant){.name = name, .from = DATE_NONE, .to = DATE_NONE, .line = hint_line(L, name)};
	return constant;
}

/* The value of `name`, on top of the stack, in one of its forms. */
static void value_read(lua_State *L, const char *name)
{
	struct engine *engine = engine_of(L);
	struct constants *all = &engine->report.constants;
	const char *what = arena_printf(engine->arena, "terms: '%s'", name);
	size_t first = all->n;
	lua_Integer n = lua_istable(L, -1) ? (lua_Integer)lua_rawlen(L, -1) : 0;
	if (!lua_istable(L, -1)) {
		plain_read(L, constant_add(L, name));
		return;
	}
	if (!n)
		period_read(L, what, constant_add(L, name));
	for (lua_Integer i = 1; i <= n; i++) {
		lua_rawgeti(L, -1, i);
		period_read(L, what, constant_add(L, name));
		lua_pop(L, 1);
	}
	periods_close(L, what, all, first);
}

void terms_read(lua_State *L)
{
	struct engine *engine = engine_of(L);
	int type = table_field(L, 1, "terms");
	if (type != LUA_TNIL && type != LUA_TTABLE)
		hint_fail(L, "terms", "body: 'terms' is a %s, a table is wanted", record_type_name(L, -1));
	lua_pushnil(L);
	while (type == LUA_TTABLE && lua_next(L, -2)) {
		if (lua_type(L, -2) != LUA_TSTRING)
			hint_fail(L, "terms", "terms: values stand by name, like answer = \"30d\"");
		const char *name = lua_tostring(L, -2);
		if (strlen(name) > NAME_MAX_BYTES || !source_is_clean(slice_of(name)))
			hint_fail(L, "terms", "terms: a name is too long or has control characters");
		value_read(L, arena_text(engine->arena, slice_of(name)));
		lua_pop(L, 1);
	}
	lua_settop(L, 1);
	if (engine->report.constants.n)
		qsort(engine->report.constants.v, engine->report.constants.n, sizeof(struct constant), constant_cmp);
}

/* ---- which is in force ---- */

static bool is_in_force(const struct constant *constant, int day)
{
	if (day == DATE_NONE)
		return constant->to == DATE_NONE;
	return (constant->from == DATE_NONE || day >= constant->from) &&
	       (constant->to == DATE_NONE || day <= constant->to);
}

/* The first value of this name that the pack has; NULL when it has none. */
static const struct constant *constant_first(const struct engine *pack, const char *name)
{
	const struct constants *all = &pack->report.constants;
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->v[i].name, name) == 0)
			return &all->v[i];
	return NULL;
}

/* What the rule rests on is told with what it derives. */
static void value_note(lua_State *L, size_t depth, const struct constant *constant)
{
	struct run *run = engine_of(L)->run;
	struct outcome_value value = {(int)depth, (int)(constant - run->chain[depth]->report.constants.v)};
	for (int i = 0; i < run->value_count; i++)
		if (run->values[i].depth == value.depth && run->values[i].index == value.index)
			return;
	if (run->value_count == OUTCOME_VALUES)
		luaL_error(L, "terms: a rule may read at most %d values", OUTCOME_VALUES);
	run->values[run->value_count++] = value;
}

/* In the nearest pack that speaks of that day; NULL when none does. */
static const struct constant *constant_on(lua_State *L, const char *name, int day)
{
	const struct run *run = engine_of(L)->run;
	for (size_t i = 0; i < run->chain_count; i++) {
		const struct constants *all = &run->chain[i]->report.constants;
		const struct constant *constant = constant_first(run->chain[i], name);
		for (; constant && constant < all->v + all->n && strcmp(constant->name, name) == 0; constant++)
			if (is_in_force(constant, day)) {
				value_note(L, i, constant);
				return constant;
			}
	}
	return NULL;
}

static int day_missing(lua_State *L, const char *name, int day)
{
	char text[DATE_TEXT];
	return luaL_error(
		L, "terms has no '%s' that holds on %s: leave out the 'from' of the first one, or the 'to' of the last",
		name, day == DATE_NONE ? "an unknown day" : date_format(day, text));
}

/* The name that is written nearly so; NULL when none is. */
static const char *name_near(const struct run *run, const char *name)
{
	enum { NEAR = 2 };
	const char *best = NULL;
	for (size_t i = 0; i < run->chain_count; i++) {
		const struct constants *constants = &run->chain[i]->report.constants;
		for (size_t k = 0; k < constants->n; k++)
			if (!best || nearest_distance(name, constants->v[k].name) < nearest_distance(name, best))
				best = constants->v[k].name;
	}
	return best && nearest_distance(name, best) <= NEAR ? best : NULL;
}

static void constant_push(lua_State *L, const struct constant *constant)
{
	if (constant->none)
		lua_pushboolean(L, 0);
	else if (constant->text)
		lua_pushstring(L, constant->text);
	else
		lua_pushinteger(L, constant->number);
}

int terms_push(lua_State *L, const char *name)
{
	const struct run *run = engine_of(L)->run;
	const struct constant *first = NULL;
	size_t depth = 0;
	for (size_t i = 0; run && !first && i < run->chain_count; i++) {
		first = constant_first(run->chain[i], name);
		depth = i;
	}
	if (!first && run && name_near(run, name))
		return luaL_error(L, "terms has no '%s'; did you mean '%s'?", name, name_near(run, name));
	if (!first)
		return luaL_error(L, "terms has no '%s': body { terms = { %s = \"30d\" } } declares it", name, name);
	bool always = first->from == DATE_NONE && first->to == DATE_NONE;
	if (!always && is_length(first->text)) {
		record_push_length(L, first->name);
		return 1;
	}
	if (always)
		value_note(L, depth, first);
	else
		first = constant_on(L, name, run->item->date);
	if (!first)
		return day_missing(L, name, run->item->date);
	constant_push(L, first);
	return 1;
}

const char *terms_length_on(lua_State *L, const char *name, int day)
{
	const struct constant *constant = constant_on(L, name, day);
	if (!constant)
		day_missing(L, name, day);
	else if (!constant->none && !constant->text)
		luaL_error(L, "terms: '%s' is a number, a length like \"30d\" is wanted", name);
	return constant && !constant->none ? constant->text : NULL;
}
