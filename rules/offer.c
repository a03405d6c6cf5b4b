/* offer.c: the calendar's arithmetic for rules. What cannot be known is nil; what is of the wrong type is an error. */
#include "rules/engine.h"

static const struct run *run_of(lua_State *L, const char *name)
{
	const struct run *run = engine_of(L)->run;
	if (!run)
		luaL_error(L, "%s can only be called inside derive", name);
	return run;
}

/* The calendar of the body itself: a base knows no body's recesses. */
static const struct calendar *calendar_of(const struct run *run)
{
	return &run->chain[0]->report.calendar;
}

static const struct date *date_wanted(lua_State *L, int index, const char *name)
{
	const struct date *date = date_at(L, index);
	if (!date)
		luaL_error(L, "%s: argument %d is a %s, a date is wanted", name, index, record_type_name(L, index));
	return date;
}

/* The day that a date is if the act does not hold. */
static int date_early(const struct run *run, const struct date *date)
{
	return date->step ? run->steps[date->step - 1].early : date->day;
}

static int step_note(lua_State *L, struct outcome_step step, int before, int early)
{
	struct run *run = engine_of(L)->run;
	if (run->step_count == STEPS_MAX)
		return luaL_error(L, "term: more than %d terms in one rule", STEPS_MAX);
	run->steps[run->step_count] = (struct run_step){.step = step, .before = before, .early = early};
	return ++run->step_count;
}

/* An option of the table at `index`, which may be missing: { after = true }. */
static bool option_read(lua_State *L, int index, const char *what, const char *name)
{
	const char *const known[] = {name, NULL};
	if (lua_isnoneornil(L, index))
		return false;
	if (!lua_istable(L, index))
		luaL_error(L, "%s: argument %d is a %s, { %s = true } is wanted", what, index,
			   record_type_name(L, index), name);
	table_check_keys(L, index, what, known);
	return table_bool(L, index, what, name) == 1;
}

/* The day with which the arithmetic of a date began: the one that starts the term. */
static int date_start(const struct run *run, const struct date *date)
{
	int day = date->day;
	for (int s = date->step; s; s = run->steps[s - 1].before)
		day = run->steps[s - 1].step.from;
	return day;
}

/* The length at 2, in force on the day that starts the term. False when nobody knows one. */
static bool length_read(lua_State *L, const struct run *run, const struct date *from, struct term *out)
{
	struct err err = {0};
	const char *name = record_length_at(L, 2);
	const char *text = name ? terms_length_on(L, name, date_start(run, from)) : NULL;
	if (name && !text)
		return false;
	size_t n = name ? strlen(text) : 0;
	if (!name && lua_type(L, 2) != LUA_TSTRING)
		luaL_error(L, "term: argument 2 is a %s, a length like \"30d\" is wanted", record_type_name(L, 2));
	if (!name)
		text = lua_tolstring(L, 2, &n);
	if (term_parse((struct slice){text, n}, out, &err))
		luaL_error(L, "term: %s", err.msg);
	return true;
}

/* term(date, "30d"): the last day of the term; nil of nil, and where the length is false: nobody knows it. With { skip_recess = true } the
 * days of recess do not count, and where these are not known the answer is nil. A body of which nobody knows whether the Algemene termijnenwet reaches
 * it gets the longer term: nothing is called late too early. The shorter one is kept beside it, to be warned on. */
static int offer_term(lua_State *L)
{
	const struct run *run = run_of(L, "term");
	struct term term;
	bool known = !lua_isnil(L, 1) && !(lua_isboolean(L, 2) && !lua_toboolean(L, 2));
	const struct date *from = known ? date_wanted(L, 1, "term") : NULL;
	if (!known || !length_read(L, run, from, &term)) {
		lua_pushnil(L);
		return 1;
	}
	enum atw atw = declare_atw(run);
	struct outcome_step step = {.kind = STEP_TERM,
				    .from = from->day,
				    .term = term,
				    .atw = atw != ATW_NO,
				    .around = option_read(L, 3, "term", "skip_recess")};
	const struct calendar *around = step.around ? calendar_of(run) : NULL;
	int day = term_add_around(step.from, term, step.atw, around, NULL, NULL);
	int early = term_add_around(date_early(run, from), term, atw == ATW_YES, around, NULL, NULL);
	if (day == DATE_NONE && !step.around)
		return luaL_error(L, "term: the last day lies after the year 2199");
	date_push(L, day, day == DATE_NONE ? 0 : step_note(L, step, from->step, early));
	return 1;
}

/* working_days(a, b): the days after a, up to and including b, that are no Saturday, Sunday or holiday. */
static int offer_working_days(lua_State *L)
{
	int from = date_wanted(L, 1, "working_days")->day, to = date_wanted(L, 2, "working_days")->day;
	if (to > from)
		engine_charge(L, (size_t)(to - from));
	lua_Integer n = 0;
	for (int day = from + 1; day <= to; day++)
		n += !holiday_is_free(day);
	lua_pushinteger(L, n);
	return 1;
}

static void period_push(lua_State *L, const struct period *period)
{
	if (!period) {
		lua_pushnil(L);
		return;
	}
	char first[DATE_TEXT], last[DATE_TEXT], edtf[2 * DATE_TEXT + 1];
	date_format(period->first, first);
	date_format(period->last, last);
	memcpy(edtf, first, 10);
	edtf[10] = '/';
	memcpy(edtf + 11, last, 11);
	record_push_period(L, edtf, period->first, period->last);
}

/* A year, or a date: DATE_NONE in `day` or 0 in `year`. */
static void when_read(lua_State *L, int *year, int *day)
{
	const struct date *date = date_at(L, 2);
	*year = 0;
	*day = date ? date->day : DATE_NONE;
	if (date)
		return;
	lua_Integer wanted = luaL_checkinteger(L, 2);
	luaL_argcheck(L, wanted >= 1800 && wanted <= 2199, 2, "a year or a date is wanted");
	*year = (int)wanted;
}

/* period("2025-07"): the days that EDTF names; period("voorjaarsnota", 2025), or a date in place of the year: the moment of that name in the
 * calendar of the body, that begins in that year, or the first that ends on or after that day. */
static int offer_period(lua_State *L)
{
	size_t n;
	const char *text = luaL_checklstring(L, 1, &n);
	int earliest, latest, year, day;
	struct err err = {0};
	if (!lua_isnone(L, 2)) {
		const struct calendar *calendar = calendar_of(run_of(L, "period"));
		when_read(L, &year, &day);
		period_push(L, year ? calendar_moment_in(calendar, text, year)
				    : calendar_moment_after(calendar, text, day));
		return 1;
	}
	if (n >= EDTF_TEXT || edtf_parse((struct slice){text, n}, &earliest, &latest, &err))
		return luaL_error(L, "period: '%s' is no moment like '2025-07' or '2025-07-01/2025-08-15'", text);
	record_push_period(L, text, earliest, latest);
	return 1;
}

/* recess("summer", 2025): the one that begins in that year; recess("summer", date): the first that ends on or after it. */
static int offer_recess(lua_State *L)
{
	const struct calendar *calendar = calendar_of(run_of(L, "recess"));
	const char *name = luaL_checkstring(L, 1);
	int year, day;
	when_read(L, &year, &day);
	period_push(L, year ? calendar_recess_in(calendar, name, year) : calendar_recess_after(calendar, name, day));
	return 1;
}

static int offer_holiday(lua_State *L)
{
	lua_pushstring(L, holiday_name(date_wanted(L, 1, "holiday")->day));
	return 1;
}

/* next_meeting(date): the first meeting on or after it, with { after = true } the first after it; nil where the calendar of the body does not
 * know it, and of nil. */
static int offer_next_meeting(lua_State *L)
{
	const struct run *run = run_of(L, "next_meeting");
	const struct calendar *calendar = calendar_of(run);
	if (lua_isnil(L, 1)) {
		lua_pushnil(L);
		return 1;
	}
	const struct date *date = date_wanted(L, 1, "next_meeting");
	int from = date_add_days(date->day, option_read(L, 2, "next_meeting", "after"));
	struct outcome_step step = {.kind = STEP_MEETING, .from = from};
	int day = calendar_next_meeting(calendar, from);
	int early = calendar_next_meeting(calendar, from - date->day + date_early(run, date));
	date_push(L, day, day == DATE_NONE ? 0 : step_note(L, step, date->step, early));
	return 1;
}

void offer_add(lua_State *L)
{
	static const luaL_Reg functions[] = {{"holiday", offer_holiday},
					     {"next_meeting", offer_next_meeting},
					     {"period", offer_period},
					     {"recess", offer_recess},
					     {"term", offer_term},
					     {"working_days", offer_working_days},
					     {NULL, NULL}};
	luaL_setfuncs(L, functions, 0);
}
