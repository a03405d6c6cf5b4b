/* record.c: an item as rules see it, without a copy: a userdata points at a C struct, and a table of its fields (a shape) says what
 * each name gives. Nothing can be written, a name that no shape has is an error, and what a rule hands back (a promise as
 * quote, its moment as due) is known by its place in the item. Userdata live no longer than the run: the heap is put back.
 */
#include "rules/engine.h"

#include "rules/nearest.h"

enum field_type {
	FIELD_TEXT,
	FIELD_INLINE, /* char[] in the struct */
	FIELD_DAY,
	FIELD_BOOL,
	FIELD_KIND,
	FIELD_STATE,
	FIELD_FORM,
	FIELD_STRENGTH,
	FIELD_PRECISION,
	FIELD_MOMENT,
	FIELD_LIST,
	FIELD_FIRST_QUOTE,
	FIELD_QUOTE,
};

struct shape;

struct field {
	const char *name;
	size_t length; /* of the name */
	enum field_type type;
	size_t offset;
	const struct shape *shape; /* of the elements of a list */
};

/* The list of any element begins alike: v, n, cap. */
struct any_list {
	const char *v;
	size_t n;
	size_t cap;
};

struct shape {
	const char *name;
	size_t size; /* of one element */
	enum origin_kind origin;
	const struct field *fields;
	size_t count;
	bool states; /* the names of states are fields too */
};

struct record {
	const struct shape *shape;
	const void *object;
	bool list; /* `object` is a list of what `shape` tells */
	struct origin origin;
};

struct period_record {
	struct record record;
	struct moment moment;
};

static const char date_name[] = "date", record_name[] = "record", length_name[] = "length";

#define FIELD(type, kind, member)                                                                                      \
	{                                                                                                              \
#member, sizeof #member - 1, (kind), offsetof(struct type, member), NULL                               \
	}
#define LIST(type, member, of)                                                                                         \
	{                                                                                                              \
#member, sizeof #member - 1, FIELD_LIST, offsetof(struct type, member), &(of)                          \
	}
#define SHAPE(label, type, origin, list, states)                                                                       \
	{                                                                                                              \
		(label), sizeof(struct type), (origin), (list), ARRAY_SIZE(list), (states)                             \
	}

static const struct field moment_fields[] = {
	FIELD(moment, FIELD_INLINE, edtf),    FIELD(moment, FIELD_DAY, earliest),
	FIELD(moment, FIELD_DAY, latest),     FIELD(moment, FIELD_PRECISION, precision),
	FIELD(moment, FIELD_BOOL, recurring),
};
static const struct shape moment_shape = SHAPE("moment", moment, ORIGIN_NONE, moment_fields, false);

static const struct field identifier_fields[] = {
	FIELD(identifier, FIELD_TEXT, scheme),
	FIELD(identifier, FIELD_TEXT, value),
};
static const struct shape identifier_shape = SHAPE("identifier", identifier, ORIGIN_NONE, identifier_fields, false);

static const struct field person_fields[] = {
	FIELD(person, FIELD_TEXT, name),
	FIELD(person, FIELD_TEXT, party),
	FIELD(person, FIELD_TEXT, role),
};
static const struct shape person_shape = SHAPE("person", person, ORIGIN_NONE, person_fields, false);

static const struct field transition_fields[] = {
	FIELD(transition, FIELD_STATE, state),
	FIELD(transition, FIELD_DAY, on),
	FIELD(transition, FIELD_BOOL, forbidden),
};
static const struct shape transition_shape =
	SHAPE("transition", transition, ORIGIN_TRANSITION, transition_fields, false);

static const struct field notice_fields[] = {
	FIELD(item_notice, FIELD_DAY, on),        FIELD(item_notice, FIELD_DAY, was),
	FIELD(item_notice, FIELD_MOMENT, moment), FIELD(item_notice, FIELD_TEXT, date_text),
	FIELD(item_notice, FIELD_QUOTE, quote),
};
static const struct shape notice_shape = SHAPE("notice", item_notice, ORIGIN_NOTICE, notice_fields, false);

static const struct field promise_fields[] = {
	FIELD(item_promise, FIELD_TEXT, key),
	FIELD(item_promise, FIELD_DAY, on),
	FIELD(item_promise, FIELD_TEXT, promisor),
	FIELD(item_promise, FIELD_TEXT, addressee),
	FIELD(item_promise, FIELD_FORM, form),
	FIELD(item_promise, FIELD_STRENGTH, strength),
	FIELD(item_promise, FIELD_TEXT, date_text),
	FIELD(item_promise, FIELD_MOMENT, moment),
	{"quote", 5, FIELD_FIRST_QUOTE, offsetof(struct item_promise, quotes), NULL},
};
static const struct shape promise_shape = SHAPE("promise", item_promise, ORIGIN_PROMISE, promise_fields, false);

static const struct field request_fields[] = {
	FIELD(item_request, FIELD_TEXT, key),      FIELD(item_request, FIELD_DAY, on),
	FIELD(item_request, FIELD_TEXT, verb),     FIELD(item_request, FIELD_TEXT, date_text),
	FIELD(item_request, FIELD_MOMENT, moment), FIELD(item_request, FIELD_QUOTE, quote),
	FIELD(item_request, FIELD_DAY, settled),
};
static const struct shape request_shape = SHAPE("request", item_request, ORIGIN_REQUEST, request_fields, false);

static const struct field item_fields[] = {
	FIELD(item, FIELD_KIND, kind),       FIELD(item, FIELD_STATE, state),
	FIELD(item, FIELD_TEXT, title),      FIELD(item, FIELD_TEXT, body),
	FIELD(item, FIELD_DAY, date),        LIST(item, identifiers, identifier_shape),
	LIST(item, people, person_shape),    LIST(item, transitions, transition_shape),
	LIST(item, notices, notice_shape),   LIST(item, promises, promise_shape),
	LIST(item, requests, request_shape),
};
static const struct shape item_shape = SHAPE("item", item, ORIGIN_NONE, item_fields, true);

/* What a list of transitions has beside its places. */
static const struct shape state_names_shape = {.name = "transitions", .states = true};

/* `terms` has no fields of its own: its names are what the bodies of the chain declare. */
static const struct shape terms_shape = {.name = "terms"};

/* ---- dates ---- */

void date_push(lua_State *L, int day, int step)
{
	if (day == DATE_NONE) {
		lua_pushnil(L);
		return;
	}
	struct date *date = lua_newuserdatauv(L, sizeof *date, 0);
	*date = (struct date){day, step};
	luaL_setmetatable(L, date_name);
}

const struct date *date_at(lua_State *L, int index)
{
	return luaL_testudata(L, index, date_name);
}

static const struct date *date_arg(lua_State *L, int index, const char *verb)
{
	const struct date *date = date_at(L, index);
	if (!date)
		luaL_error(L, "a date can be %s only with a date, not with a %s", verb, record_type_name(L, index));
	return date;
}

static int date_eq(lua_State *L)
{
	const struct date *a = date_at(L, 1), *b = date_at(L, 2);
	lua_pushboolean(L, a && b && a->day == b->day);
	return 1;
}

static int date_lt(lua_State *L)
{
	lua_pushboolean(L, date_arg(L, 1, "compared")->day < date_arg(L, 2, "compared")->day);
	return 1;
}

static int date_le(lua_State *L)
{
	lua_pushboolean(L, date_arg(L, 1, "compared")->day <= date_arg(L, 2, "compared")->day);
	return 1;
}

static int date_sub(lua_State *L)
{
	lua_pushinteger(L, date_arg(L, 1, "subtracted")->day - date_arg(L, 2, "subtracted")->day);
	return 1;
}

static int date_index(lua_State *L)
{
	return luaL_error(L, "a date has no fields; use tostring(date), or compare it");
}

/* ---- records ---- */

static const struct record *record_at(lua_State *L, int index)
{
	return luaL_testudata(L, index, record_name);
}

static void record_push(lua_State *L, const struct shape *shape, const void *object, bool list, struct origin origin)
{
	struct record *record = lua_newuserdatauv(L, sizeof *record, 0);
	*record = (struct record){shape, object, list, origin};
	luaL_setmetatable(L, record_name);
}

void record_push_item(lua_State *L, const struct item *item)
{
	record_push(L, &item_shape, item, false, (struct origin){0});
}

void record_push_terms(lua_State *L)
{
	record_push(L, &terms_shape, NULL, false, (struct origin){0});
}

void record_push_period(lua_State *L, const char *edtf, int earliest, int latest)
{
	struct period_record *period = lua_newuserdatauv(L, sizeof *period, 0);
	*period = (struct period_record){
		.moment = {.earliest = earliest, .latest = latest, .precision = PRECISION_PERIOD}};
	size_t n = strnlen(edtf, EDTF_TEXT - 1);
	memcpy(period->moment.edtf, edtf, n);
	period->record = (struct record){.shape = &moment_shape, .object = &period->moment};
	luaL_setmetatable(L, record_name);
}

const struct moment *record_moment_at(lua_State *L, int index, struct origin *origin)
{
	const struct record *record = record_at(L, index);
	if (!record || record->shape != &moment_shape)
		return NULL;
	*origin = record->origin;
	return record->object;
}

bool record_origin_at(lua_State *L, int index, struct origin *origin)
{
	const struct record *record = record_at(L, index);
	if (!record || record->list || record->shape->origin == ORIGIN_NONE)
		return false;
	*origin = record->origin;
	return true;
}

bool record_is_notices(lua_State *L, int index)
{
	const struct record *record = record_at(L, index);
	return record && record->list && record->shape == &notice_shape;
}

void record_push_length(lua_State *L, const char *name)
{
	const char **length = lua_newuserdatauv(L, sizeof *length, 0);
	*length = name;
	luaL_setmetatable(L, length_name);
}

const char *record_length_at(lua_State *L, int index)
{
	const char *const *length = luaL_testudata(L, index, length_name);
	return length ? *length : NULL;
}

const char *record_type_name(lua_State *L, int index)
{
	if (date_at(L, index))
		return date_name;
	if (record_length_at(L, index))
		return length_name;
	const struct record *record = record_at(L, index);
	if (record)
		return record->list ? "list" : record->shape->name;
	return luaL_typename(L, index);
}

static void text_push(lua_State *L, const char *text)
{
	if (text)
		engine_charge(L, strlen(text) / 16);
	lua_pushstring(L, text); /* nil for NULL */
}

/* Pushes the field of an object; `origin` is that of the record. */
static void field_push(lua_State *L, const struct field *field, const char *object, struct origin origin)
{
	const void *p = object + field->offset;
	switch (field->type) {
	case FIELD_TEXT:
		text_push(L, *(const char *const *)p);
		return;
	case FIELD_INLINE:
		text_push(L, p);
		return;
	case FIELD_DAY:
		date_push(L, *(const int *)p, 0);
		return;
	case FIELD_BOOL:
		lua_pushboolean(L, *(const bool *)p);
		return;
	case FIELD_KIND:
		text_push(L, item_kind_to_text(*(const enum item_kind *)p));
		return;
	case FIELD_STATE:
		text_push(L, state_to_text(*(const enum state *)p));
		return;
	case FIELD_FORM:
		text_push(L, form_to_text(*(const enum promise_form *)p));
		return;
	case FIELD_STRENGTH:
		text_push(L, strength_to_text(*(const enum promise_strength *)p));
		return;
	case FIELD_PRECISION:
		text_push(L, precision_to_text(*(const enum precision *)p));
		return;
	case FIELD_MOMENT:
		record_push(L, &moment_shape, p, false, origin);
		return;
	case FIELD_LIST:
		record_push(L, field->shape, p, true, origin);
		return;
	case FIELD_QUOTE:
		text_push(L, ((const struct quote *)p)->text);
		return;
	case FIELD_FIRST_QUOTE:
		text_push(L, ((const struct quotes *)p)->n ? ((const struct quotes *)p)->v[0].text : NULL);
		return;
	}
}

/* Where an item went on, what was said to be done before was not. */
static bool takes_back(enum state state, enum state claim)
{
	bool goes_on = state == STATE_IN_PROGRESS || state == STATE_OPEN;
	return goes_on && (claim == STATE_SETTLEMENT_PROPOSED || claim == STATE_SETTLED);
}

/* The last transition into the state that counts; NULL when there is none. */
static const struct transition *transition_last(const struct transitions *all, enum state state)
{
	for (size_t i = all->n; i--;) {
		const struct transition *t = &all->v[i];
		if (t->forbidden)
			continue;
		if (t->state == state)
			return t;
		if (takes_back(t->state, state))
			return NULL;
	}
	return NULL;
}

static int state_day(const struct item *item, enum state state)
{
	const struct transition *t = transition_last(&item->transitions, state);
	return t ? t->on : DATE_NONE;
}

static int field_unknown(lua_State *L, const struct shape *shape, const char *name)
{
	const char *known[ARRAY_SIZE(item_fields) + STATE_COUNT + 1];
	size_t n = 0;
	for (size_t i = 0; i < shape->count; i++)
		known[n++] = shape->fields[i].name;
	for (int state = STATE_NONE + 1; shape->states && state < STATE_COUNT; state++)
		known[n++] = state_to_text((enum state)state);
	known[n] = NULL;
	return luaL_error(L, "%s has no field '%s'; did you mean '%s'?", shape->name, name, nearest_of(name, known));
}

/* item.transitions.adopted: the last one into that state that counts; nil when there is none. */
static int transition_index(lua_State *L, const struct record *record, const char *name)
{
	const struct transitions *all = record->object;
	enum state state;
	if (!state_from_text(slice_of(name), &state))
		return field_unknown(L, &state_names_shape, name);
	const struct transition *last = transition_last(all, state);
	if (last)
		record_push(L, &transition_shape, last, false,
			    (struct origin){ORIGIN_TRANSITION, (int)(last - all->v)});
	else
		lua_pushnil(L);
	return 1;
}

static int list_index(lua_State *L, const struct record *record)
{
	const struct any_list *list = record->object;
	if (record->shape == &transition_shape && lua_type(L, 2) == LUA_TSTRING)
		return transition_index(L, record, lua_tostring(L, 2));
	lua_Integer i = luaL_checkinteger(L, 2);
	if (i < 1 || (size_t)i > list->n) {
		lua_pushnil(L);
		return 1;
	}
	const char *element = list->v + (size_t)(i - 1) * record->shape->size;
	record_push(L, record->shape, element, false, (struct origin){record->shape->origin, (int)i - 1});
	return 1;
}

static int record_index(lua_State *L)
{
	const struct record *record = luaL_checkudata(L, 1, record_name);
	if (record->list)
		return list_index(L, record);
	size_t n;
	const char *name = luaL_checklstring(L, 2, &n);
	if (record->shape == &terms_shape)
		return terms_push(L, name);
	for (size_t i = 0; i < record->shape->count; i++) {
		const struct field *field = &record->shape->fields[i];
		if (field->length == n && memcmp(field->name, name, n) == 0) {
			field_push(L, field, record->object, record->origin);
			return 1;
		}
	}
	enum state state;
	if (!record->shape->states || !state_from_text((struct slice){name, n}, &state))
		return field_unknown(L, record->shape, name);
	date_push(L, state_day(record->object, state), 0);
	return 1;
}

static int record_newindex(lua_State *L)
{
	return luaL_error(L, "%s is read-only", record_type_name(L, 1));
}

static int record_len(lua_State *L)
{
	const struct record *record = luaL_checkudata(L, 1, record_name);
	if (!record->list)
		return luaL_error(L, "%s has no length", record->shape->name);
	lua_pushinteger(L, (lua_Integer)((const struct any_list *)record->object)->n);
	return 1;
}

void record_init(lua_State *L)
{
	static const luaL_Reg date_methods[] = {
		{"__eq", date_eq},   {"__lt", date_lt},       {"__le", date_le},
		{"__sub", date_sub}, {"__index", date_index}, {"__newindex", record_newindex},
		{NULL, NULL}};
	static const luaL_Reg record_methods[] = {
		{"__index", record_index}, {"__newindex", record_newindex}, {"__len", record_len}, {NULL, NULL}};
	luaL_newmetatable(L, date_name);
	luaL_setfuncs(L, date_methods, 0);
	luaL_newmetatable(L, record_name);
	luaL_setfuncs(L, record_methods, 0);
	luaL_newmetatable(L, length_name);
	lua_pop(L, 3);
}
