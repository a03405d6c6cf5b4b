/* case.c: a case is a small item and what must come of it, in words that a clerk can read:
 *     { given = { kind = "question", submitted = "2025-01-31" }, expect = { answer = "2025-03-03" } }
 * `given` takes the days of states by name, and what was met; `expect` has, for each key that must be derived and for no other, the last day, "undated", or a
 * table of due, earliest, review, fulfilled.
 */
#include "rules/engine.h"

#include "rules/assemble.h"
#include "rules/nearest.h"

static const char *const case_keys[] = {"given", "expect", NULL};
static const char *const fact_keys[] = {"kind",     "state",    "title",   "body", "date",
					"promises", "requests", "notices", "met",  NULL};
static const char *const promise_keys[] = {"key",  "on",        "promisor",  "addressee", "form",
					   "edtf", "date_text", "recurring", NULL};
static const char *const request_keys[] = {"key", "on", "verb", "edtf", "date_text", "settled", NULL};
static const char *const notice_keys[] = {"on", "was", "edtf", "date_text", NULL};
static const char *const expect_keys[] = {"due", "earliest", "review", "fulfilled", NULL};

struct case_context {
	const struct case_asked *asked;
	struct item *item;
	struct followups *followups;
	const char *detail;
	const char *given;
	const char *expect;
};

/* Pushes the case and one half of it. */
static void case_push(lua_State *L, const struct case_context *context, const char *half)
{
	lua_rawgeti(L, LUA_REGISTRYINDEX, engine_of(L)->code[context->asked->rule].cases);
	if (lua_rawgeti(L, -1, context->asked->number) != LUA_TTABLE)
		hint_fail(L, "cases", "a case is a %s, a table is wanted", record_type_name(L, -1));
	table_check_keys(L, -1, "case", case_keys);
	if (table_field(L, -1, half) != LUA_TTABLE)
		hint_fail(L, half, "case: '%s' is a %s, a table is wanted", half, record_type_name(L, -1));
}

static void moment_read(lua_State *L, const char *what, struct moment *out)
{
	const char *text = table_text(L, -1, what, "edtf", EDTF_TEXT - 1);
	*out = (struct moment){.earliest = DATE_NONE, .latest = DATE_NONE};
	struct err err = {0};
	if (!text)
		return;
	if (edtf_parse(slice_of(text), &out->earliest, &out->latest, &err))
		hint_fail(L, text, "%s: '%s' is no moment like '2025-07' or '2025-21'", what, text);
	memcpy(out->edtf, text, strlen(text) + 1);
	out->precision = PRECISION_PERIOD;
}

static void promise_read(lua_State *L, struct item *item, lua_Integer i)
{
	struct arena *arena = engine_of(L)->texts;
	struct item_promise *p = list_push(arena, &item->promises);
	table_check_keys(L, -1, "promise", promise_keys);
	p->key = table_text(L, -1, "promise", "key", NAME_MAX_BYTES);
	p->key = p->key ? p->key : arena_printf(arena, "%d", (int)i);
	p->on = table_day(L, -1, "promise", "on");
	p->promisor = table_text(L, -1, "promise", "promisor", NAME_MAX_BYTES);
	p->addressee = table_text(L, -1, "promise", "addressee", NAME_MAX_BYTES);
	p->date_text = table_text(L, -1, "promise", "date_text", NAME_MAX_BYTES);
	const char *form = table_text(L, -1, "promise", "form", NAME_MAX_BYTES);
	const char *forms[FORM_COUNT + 1] = {NULL};
	p->form = FORM_COUNT;
	for (int f = 0; f < FORM_COUNT; f++) {
		forms[f] = form_to_text((enum promise_form)f);
		if (form && strcmp(forms[f], form) == 0)
			p->form = (enum promise_form)f;
	}
	if (p->form == FORM_COUNT && form)
		hint_fail(L, form, "promise: no form '%s'; did you mean '%s'?", form, nearest_of(form, forms));
	p->form = form ? p->form : FORM_OTHER;
	moment_read(L, "promise", &p->moment);
	p->moment.recurring = table_bool(L, -1, "promise", "recurring") == 1;
}

static void request_read(lua_State *L, struct item *item, lua_Integer i)
{
	struct arena *arena = engine_of(L)->texts;
	struct item_request *r = list_push(arena, &item->requests);
	table_check_keys(L, -1, "request", request_keys);
	r->key = table_text(L, -1, "request", "key", NAME_MAX_BYTES);
	r->key = r->key ? r->key : arena_printf(arena, "%d", (int)i);
	r->on = table_day(L, -1, "request", "on");
	r->verb = table_text(L, -1, "request", "verb", NAME_MAX_BYTES);
	r->date_text = table_text(L, -1, "request", "date_text", NAME_MAX_BYTES);
	r->settled = table_day(L, -1, "request", "settled");
	moment_read(L, "request", &r->moment);
}

static void notice_read(lua_State *L, struct item *item, lua_Integer i)
{
	(void)i;
	struct item_notice *notice = list_push(engine_of(L)->texts, &item->notices);
	table_check_keys(L, -1, "notice", notice_keys);
	notice->on = table_day(L, -1, "notice", "on");
	notice->was = table_day(L, -1, "notice", "was");
	notice->date_text = table_text(L, -1, "notice", "date_text", NAME_MAX_BYTES);
	moment_read(L, "notice", &notice->moment);
}

static void list_read(lua_State *L, struct item *item, const char *key,
		      void (*read)(lua_State *, struct item *, lua_Integer))
{
	int type = table_field(L, -1, key);
	if (type != LUA_TNIL && type != LUA_TTABLE)
		hint_fail(L, key, "given: '%s' is a %s, a list is wanted", key, record_type_name(L, -1));
	int top = lua_gettop(L);
	for (lua_Integer i = 1; type == LUA_TTABLE && lua_rawgeti(L, top, i) == LUA_TTABLE; i++) {
		read(L, item, i);
		lua_pop(L, 1);
	}
	lua_settop(L, top - 1);
}

/* met = { a = "2026-02-20" }: what a person called fulfilled. */
static void met_read(lua_State *L, const struct case_context *context, struct item *item)
{
	struct engine *engine = engine_of(L);
	int type = table_field(L, -1, "met");
	if (type != LUA_TNIL && type != LUA_TTABLE)
		hint_fail(L, "met", "given: 'met' is a %s, a table is wanted", record_type_name(L, -1));
	const char *rule = arena_printf(engine->texts, "%s:%s", engine->report.pack.id,
					engine->report.rules.v[context->asked->rule].id);
	lua_pushnil(L);
	while (type == LUA_TTABLE && lua_next(L, -2)) {
		lua_pop(L, 1);
		if (lua_type(L, -1) != LUA_TSTRING)
			hint_fail(L, "met", "given: 'met' names what was met, like met = { a = \"2026-02-20\" }");
		const char *key = arena_text(engine->texts, slice_of(lua_tostring(L, -1)));
		int on = table_day(L, -2, "met", key);
		*list_push(engine->texts, &item->met) = (struct item_met){rule, key, on};
	}
	lua_pop(L, 1);
}

/* One transition for each state that has a day, in the order of their days. */
static void transitions_read(lua_State *L, struct item *item)
{
	struct arena *arena = engine_of(L)->texts;
	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++) {
		int day = table_day(L, -1, "given", state_to_text((enum state)state));
		if (day == DATE_NONE)
			continue;
		(void)list_push(arena, &item->transitions);
		size_t i = item->transitions.n - 1;
		for (; i && item->transitions.v[i - 1].on > day; i--)
			item->transitions.v[i] = item->transitions.v[i - 1];
		item->transitions.v[i] = (struct transition){.state = (enum state)state, .on = day};
	}
	if (item->transitions.n) {
		item->date = item->transitions.v[0].on;
		item->state = item->transitions.v[item->transitions.n - 1].state;
	}
}

static void facts_check(lua_State *L)
{
	const char *known[ARRAY_SIZE(fact_keys) + STATE_COUNT] = {NULL};
	size_t n = 0;
	for (; fact_keys[n]; n++)
		known[n] = fact_keys[n];
	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++)
		known[n++] = state_to_text((enum state)state);
	table_check_keys(L, -1, "given", known);
}

static const char *kinds_known(struct arena *arena)
{
	const char *all = "";
	for (int kind = 0; kind < ITEM_KIND_COUNT; kind++)
		all = arena_printf(arena, "%s%s%s", all, kind ? ", " : "", item_kind_to_text((enum item_kind)kind));
	return all;
}

static const char *state_near(const char *word)
{
	const char *known[STATE_COUNT] = {NULL};
	for (int state = STATE_NONE + 1; state < STATE_COUNT; state++)
		known[state - 1] = state_to_text((enum state)state);
	return nearest_of(word, known);
}

static int given_read(lua_State *L)
{
	struct case_context *context = lua_touserdata(L, 1);
	struct engine *engine = engine_of(L);
	struct item *item = context->item;
	case_push(L, context, "given");
	facts_check(L);
	*item = (struct item){.ref = "case", .date = DATE_NONE, .kind = context->asked->kind};
	item->title = table_text(L, -1, "given", "title", TITLE_MAX_BYTES);
	item->title = item->title ? item->title : "case";
	item->body = table_text(L, -1, "given", "body", NAME_MAX_BYTES);
	item->body = item->body ? item->body : engine->report.pack.id;
	const char *kind = table_text(L, -1, "given", "kind", NAME_MAX_BYTES);
	if (kind && !item_kind_from_text(slice_of(kind), &item->kind))
		return hint_fail(L, kind, "given: no kind '%s'; there are %s", kind, kinds_known(engine->texts));
	transitions_read(L, item);
	const char *state = table_text(L, -1, "given", "state", NAME_MAX_BYTES);
	if (state && !state_from_text(slice_of(state), &item->state))
		return hint_fail(L, state, "given: no state '%s'; did you mean '%s'?", state, state_near(state));
	int date = table_day(L, -1, "given", "date");
	item->date = date != DATE_NONE ? date : item->date;
	list_read(L, item, "promises", promise_read);
	list_read(L, item, "requests", request_read);
	list_read(L, item, "notices", notice_read);
	met_read(L, context, item);
	return 0;
}

static const char *day_text(int day, char out[DATE_TEXT])
{
	return day == DATE_NONE ? "none" : date_format(day, out);
}

/* Whether a day is what the table on top of the stack says under `key`; silent keys are not compared. */
static bool day_agrees(lua_State *L, struct case_context *context, const struct followup *f, const char *key, int got)
{
	int wanted = table_day(L, -1, "expect", key);
	char a[DATE_TEXT], b[DATE_TEXT];
	if (wanted == DATE_NONE || wanted == got)
		return true;
	context->detail = arena_printf(engine_of(L)->texts, "%s: %s is %s, %s is expected", f->key, key,
				       day_text(got, a), day_text(wanted, b));
	return false;
}

/* The expectation is on top of the stack. */
static bool followup_agrees(lua_State *L, struct case_context *context, const struct followup *f)
{
	int due = f->review ? DATE_NONE : f->latest, review = f->review ? f->latest : DATE_NONE;
	if (lua_istable(L, -1)) {
		table_check_keys(L, -1, "expect", expect_keys);
		return day_agrees(L, context, f, "due", due) && day_agrees(L, context, f, "earliest", f->earliest) &&
		       day_agrees(L, context, f, "review", review) &&
		       day_agrees(L, context, f, "fulfilled", f->fulfilled_on);
	}
	if (lua_type(L, -1) != LUA_TSTRING)
		hint_fail(L, f->key, "expect: '%s' is a %s; a day, \"undated\" or a table is wanted", f->key,
			  record_type_name(L, -1));
	const char *wanted = lua_tostring(L, -1);
	char got[DATE_TEXT];
	const char *is = due == DATE_NONE ? "undated" : date_format(due, got);
	if (strcmp(wanted, is) == 0)
		return true;
	context->detail =
		arena_printf(engine_of(L)->texts, "%s: the last day is %s, %.40s is expected", f->key, is, wanted);
	return false;
}

static int expect_compare(lua_State *L)
{
	struct case_context *context = lua_touserdata(L, 1);
	struct arena *arena = engine_of(L)->texts;
	case_push(L, context, "expect");
	const struct followups *followups = context->followups;
	for (size_t i = 0; i < followups->n; i++) {
		const struct followup *f = &followups->v[i];
		char day[DATE_TEXT];
		if (table_field(L, -1, f->key) == LUA_TNIL) {
			context->detail = arena_printf(arena, "%s: derived (%s), but not expected", f->key,
						       day_text(f->latest, day));
			return 0;
		}
		if (!followup_agrees(L, context, f))
			return 0;
		lua_pop(L, 1);
	}
	lua_pushnil(L);
	while (lua_next(L, -2)) {
		lua_pop(L, 1);
		bool derived = false;
		const char *key = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "";
		for (size_t i = 0; i < followups->n; i++)
			derived = derived || strcmp(followups->v[i].key, key) == 0;
		if (!derived) {
			context->detail = arena_printf(arena, "%.60s: expected, but not derived", key);
			return 0;
		}
	}
	return 0;
}

/* ---- in words ---- */

/* What is written of a case; it ends with "..." where there is more than CASE_TEXT_MAX. */
struct words {
	char text[CASE_TEXT_MAX];
	size_t n;
};

static void words_add(struct words *words, const char *text)
{
	for (; *text && words->n < sizeof words->text - 4; text++)
		words->text[words->n++] = *text;
	if (*text)
		memcpy(words->text + sizeof words->text - 4, "...", 4), words->n = sizeof words->text;
}

static int name_cmp(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void table_words(lua_State *L, struct words *words, int depth);

/* The value on top of the stack. */
static void value_words(lua_State *L, struct words *words, int depth)
{
	enum { DEPTH_MAX = 4 };
	engine_charge(L, 10);
	if (lua_type(L, -1) == LUA_TSTRING)
		words_add(words, lua_tostring(L, -1));
	else if (lua_isinteger(L, -1))
		words_add(words, arena_printf(engine_of(L)->texts, "%lld", (long long)lua_tointeger(L, -1)));
	else if (lua_isboolean(L, -1))
		words_add(words, lua_toboolean(L, -1) ? "true" : "false");
	else if (lua_istable(L, -1) && depth < DEPTH_MAX) {
		words_add(words, "{ ");
		table_words(L, words, depth + 1);
		words_add(words, " }");
	} else {
		words_add(words, luaL_typename(L, -1));
	}
}

/* The list and then the names of the table on top of the stack, these sorted: pairs gives another order each time. */
static void table_words(lua_State *L, struct words *words, int depth)
{
	enum { NAMES_MAX = 64 };
	const char *names[NAMES_MAX];
	size_t n = 0;
	lua_Integer i = 1;
	luaL_checkstack(L, 4, "a case");
	for (; words->n < sizeof words->text && lua_rawgeti(L, -1, i) != LUA_TNIL; i++) {
		words_add(words, i > 1 ? ", " : "");
		value_words(L, words, depth);
		lua_pop(L, 1);
	}
	if (words->n == sizeof words->text)
		return;
	lua_pop(L, 1);
	lua_pushnil(L);
	while (lua_next(L, -2)) {
		lua_pop(L, 1);
		if (lua_type(L, -1) == LUA_TSTRING && n < NAMES_MAX)
			names[n++] = lua_tostring(L, -1);
	}
	if (n)
		qsort(names, n, sizeof *names, name_cmp);
	for (size_t k = 0; k < n; k++) {
		words_add(words, k || i > 1 ? ", " : "");
		words_add(words, names[k]);
		words_add(words, " = ");
		lua_pushstring(L, names[k]);
		lua_rawget(L, -2);
		value_words(L, words, depth);
		lua_pop(L, 1);
	}
}

static int halves_read(lua_State *L)
{
	struct case_context *context = lua_touserdata(L, 1);
	static const char *const halves[] = {"given", "expect"};
	const char **outs[] = {&context->given, &context->expect};
	for (size_t i = 0; i < ARRAY_SIZE(halves); i++) {
		struct words words = {.n = 0};
		case_push(L, context, halves[i]);
		table_words(L, &words, 0);
		*outs[i] = arena_text(engine_of(L)->texts, slice_of(words.text));
		lua_settop(L, 1);
	}
	return 0;
}

/* As the register would: what the rule derives for days on which it does not hold counts for nothing. */
static void outcomes_assemble(const struct case_asked *asked, const struct run *run, const struct outcomes *outcomes,
			      struct arena *arena, struct followups *out)
{
	struct rule rule = asked->engine->report.rules.v[asked->rule];
	struct assembly assembly = {.chain = {.n = run->chain_count}, .rule = &rule};
	rule.valid_from = asked->valid_from;
	rule.valid_to = asked->valid_to;
	for (size_t i = 0; i < run->chain_count; i++) {
		assembly.chain.v[i] = &run->chain[i]->report;
		assembly.depth = run->chain[i] == asked->engine ? i : assembly.depth;
		assembly.derives = run->chain[i] == asked->derives ? i : assembly.derives;
	}
	for (size_t i = 0; i < outcomes->n; i++)
		if (assemble_is_in_force(&outcomes->v[i], run->item, &rule))
			assemble_followups(&outcomes->v[i], run->item, &assembly, arena, out);
}

struct case_result case_run(const struct case_asked *asked, struct run *run, struct arena *arena)
{
	struct engine *engine = asked->engine;
	size_t rule = asked->rule;
	struct item item = {0};
	struct outcomes outcomes = {0};
	struct followups followups = {0};
	struct case_context context = {.asked = asked, .item = &item, .followups = &followups};
	struct err err = {0};
	engine->from_line = engine->code[rule].line;
	run->item = &item; // cppcheck-suppress autoVariables -- the run ends before this function does
	engine->texts = arena;
	if (engine_protect(engine, halves_read, &context, &err))
		context.given = context.expect = NULL; /* what is wrong is told by the next */
	heap_restore(engine->heap);
	enum status status = engine_protect(engine, given_read, &context, &err);
	heap_restore(engine->heap);
	if (!status && asked->applies >> item.kind & 1u)
		status = engine_derive(asked->derives, asked->derive, run, arena, &outcomes, &err);
	if (!status)
		outcomes_assemble(asked, run, &outcomes, arena, &followups);
	engine->from_line = engine->code[rule].line;
	if (!status)
		status = engine_protect(engine, expect_compare, &context, &err);
	engine->from_line = 0;
	heap_restore(engine->heap);
	if (status)
		context.detail = arena_text(arena, slice_of(err.msg));
	return (struct case_result){
		.passed = !context.detail, .detail = context.detail, .given = context.given, .expect = context.expect};
}
