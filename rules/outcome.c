/* outcome.c: what derive returned, by type and with raw access; everything that is not plainly right is an error that names the key. */
#include "rules/engine.h"

#include "rules/source.h"

static const char *const known_keys[] = {"key",    "form",  "owed_by", "title",  "due",   "earliest", "fulfilled_by",
					 "review", "moves", "quote",   "quotes", "every", NULL};

/* The terms that led to a date, first to last. */
static void steps_follow(lua_State *L, const struct run *run, int step, const char *what, struct outcome *out)
{
	size_t n = 0;
	for (int s = step; s; s = run->steps[s - 1].before)
		n++;
	if (n > OUTCOME_STEPS)
		hint_fail(L, "due", "%s: 'due' rests on more than %d terms", what, OUTCOME_STEPS);
	out->step_count = n;
	out->steps = arena_alloc(engine_of(L)->texts, n * sizeof *out->steps);
	for (int s = step; s; s = run->steps[s - 1].before)
		out->steps[--n] = run->steps[s - 1].step;
}

/* A date or nothing under `key`. */
static const struct date *date_field(lua_State *L, const char *what, const char *key)
{
	const struct date *date = NULL;
	if (table_field(L, -1, key) != LUA_TNIL) {
		date = date_at(L, -1);
		if (!date)
			hint_fail(L, key, "%s: '%s' is a %s, a date is wanted", what, key, record_type_name(L, -1));
	}
	lua_pop(L, 1);
	return date;
}

static int day_field(lua_State *L, const char *what, const char *key)
{
	const struct date *date = date_field(L, what, key);
	return date ? date->day : DATE_NONE;
}

static void due_read(lua_State *L, const struct run *run, const char *what, struct outcome *out)
{
	out->earliest = out->latest = DATE_NONE;
	int type = table_field(L, -1, "due");
	const struct date *date = date_at(L, -1);
	const struct moment *moment = date ? NULL : record_moment_at(L, -1, &out->moment);
	if (date) {
		out->latest = date->day;
		date_format(date->day, out->edtf);
		steps_follow(L, run, date->step, what, out);
	} else if (moment) {
		out->earliest = moment->earliest;
		out->latest = moment->latest;
		memcpy(out->edtf, moment->edtf, sizeof out->edtf);
	} else if (type != LUA_TNIL) {
		hint_fail(L, "due", "%s: 'due' is a %s, a date or a moment is wanted", what, record_type_name(L, -1));
	}
	lua_pop(L, 1);
	int earliest = day_field(L, what, "earliest");
	int early = date && date->step ? run->steps[date->step - 1].early : DATE_NONE;
	out->unsure = earliest == DATE_NONE && early != DATE_NONE && early < out->latest;
	if (earliest != DATE_NONE || out->unsure)
		out->earliest = out->unsure ? early : earliest;
	if (out->earliest != DATE_NONE && out->latest != DATE_NONE && out->latest < out->earliest)
		hint_fail(L, "earliest", "%s: 'due' lies before 'earliest'", what);
}

/* A day to look again counts only when nothing is due; its steps are then those of the follow-up. */
static void review_read(lua_State *L, const struct run *run, const char *what, struct outcome *out)
{
	const struct date *date = date_field(L, what, "review");
	out->review = date ? date->day : DATE_NONE;
	if (date && out->latest == DATE_NONE)
		steps_follow(L, run, date->step, what, out);
}

/* every = "1y": when it is met, it is owed again a year later. */
static void every_read(lua_State *L, const char *what, struct outcome *out)
{
	struct err err = {0};
	const char *text = table_text(L, -1, what, "every", NAME_MAX_BYTES);
	if (!text)
		return;
	if (term_parse(slice_of(text), &out->every, &err))
		hint_fail(L, "every", "%s: 'every': %s", what, err.msg);
	if (out->latest == DATE_NONE && out->review == DATE_NONE)
		hint_fail(L, "every", "%s: 'every' needs a day in 'due' or 'review' to count from", what);
}

static void quote_add(lua_State *L, const char *what, struct outcome *out)
{
	if (!record_origin_at(L, -1, &out->quotes[out->quote_count]))
		hint_fail(L, "quote",
			  "%s: a quote is a %s; a promise, request, notice or transition of the item is wanted", what,
			  record_type_name(L, -1));
	out->quote_count++;
}

static void quotes_read(lua_State *L, const char *what, struct outcome *out)
{
	int type = table_field(L, -1, "quotes");
	if (type != LUA_TNIL && type != LUA_TTABLE)
		hint_fail(L, "quotes", "%s: 'quotes' is a %s, a list is wanted", what, record_type_name(L, -1));
	lua_Unsigned n = type == LUA_TTABLE ? lua_rawlen(L, -1) : 0;
	if (n >= OUTCOME_QUOTES)
		hint_fail(L, "quotes", "%s: %I quotes, at most %d are allowed", what, (lua_Integer)n,
			  OUTCOME_QUOTES - 1);
	out->quotes = arena_alloc(engine_of(L)->texts, (n + 1) * sizeof *out->quotes);
	for (lua_Unsigned i = 1; i <= n; i++) {
		lua_rawgeti(L, -1, (lua_Integer)i);
		quote_add(L, what, out);
		lua_pop(L, 1);
	}
	lua_pop(L, 1);
	if (table_field(L, -1, "quote") != LUA_TNIL)
		quote_add(L, what, out);
	lua_pop(L, 1);
}

static void moves_read(lua_State *L, const char *what, struct outcome *out)
{
	int type = table_field(L, -1, "moves");
	out->moves = record_is_notices(L, -1);
	if (type != LUA_TNIL && !out->moves)
		hint_fail(L, "moves", "%s: 'moves' is a %s; item.notices is wanted", what, record_type_name(L, -1));
	lua_pop(L, 1);
}

/* The table on top of the stack. */
static void outcome_take(lua_State *L, const struct run *run, struct outcome *out)
{
	out->key = table_text(L, -1, "result", "key", NAME_MAX_BYTES);
	if (!out->key || !*out->key)
		hint_fail(L, "return", "result: 'key' is missing; it tells apart what one rule derives from one item");
	const char *what = arena_printf(engine_of(L)->texts, "result '%s'", out->key);
	table_check_keys(L, -1, what, known_keys);
	out->form = table_text(L, -1, what, "form", NAME_MAX_BYTES);
	out->owed_by = table_text(L, -1, what, "owed_by", NAME_MAX_BYTES);
	out->title = table_text(L, -1, what, "title", TITLE_MAX_BYTES);
	due_read(L, run, what, out);
	review_read(L, run, what, out);
	out->fulfilled = day_field(L, what, "fulfilled_by");
	every_read(L, what, out);
	moves_read(L, what, out);
	quotes_read(L, what, out);
	out->values = run->values;
	out->value_count = (size_t)run->value_count;
}

void outcome_read(lua_State *L, const struct run *run, struct outcomes *out)
{
	if (!lua_istable(L, -1))
		hint_fail(L, "return", "derive returned a %s; a list of tables is wanted, {} for nothing",
			  record_type_name(L, -1));
	size_t count = 0;
	lua_pushnil(L);
	while (lua_next(L, -2)) {
		lua_pop(L, 1);
		count++;
	}
	if (count != lua_rawlen(L, -1))
		hint_fail(L, "return",
			  "derive returned a table with names or gaps; a list of tables is wanted: { { key = ... } }");
	if (count > OUTCOMES_MAX)
		hint_fail(L, "return", "derive returned %d results, at most %d are allowed", (int)count, OUTCOMES_MAX);
	for (size_t i = 0; i < count; i++) {
		if (lua_rawgeti(L, -1, (lua_Integer)i + 1) != LUA_TTABLE)
			hint_fail(L, "return", "derive returned a list with a %s; a list of tables is wanted",
				  record_type_name(L, -1));
		struct outcome *outcome = list_push(engine_of(L)->texts, out);
		outcome_take(L, run, outcome);
		lua_pop(L, 1);
		for (size_t k = 0; k < i; k++)
			if (strcmp(out->v[k].key, out->v[i].key) == 0)
				hint_fail(L, out->v[i].key, "derive returned the key '%s' twice", out->v[i].key);
	}
}
