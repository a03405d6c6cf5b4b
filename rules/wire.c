/* wire.c: writing and reading of frames. Every get_ stands beside the put_ whose order it repeats: that is why
 * the file is long. */
#include "rules/wire.h"

#include "rules/source.h"

#define LIST_MAX ((size_t)100000)

size_t wire_begin(struct buf *out, enum frame type)
{
	size_t start = out->n;
	wire_put_int(out, 0);
	wire_put_int(out, (int)type);
	return start;
}

void wire_end(struct buf *out, size_t start)
{
	int length = (int)(out->n - start - sizeof(int));
	memcpy(out->p + start, &length, sizeof length);
}

void wire_put_int(struct buf *out, int value)
{
	buf_add(out, &value, sizeof value);
}

void wire_put_bytes(struct buf *out, struct slice bytes)
{
	wire_put_int(out, (int)bytes.n);
	buf_add(out, bytes.p, bytes.n);
	buf_add(out, "", 1);
}

void wire_put_text(struct buf *out, const char *text)
{
	if (text)
		wire_put_bytes(out, slice_of(text));
	else
		wire_put_int(out, -1);
}

int wire_frame(struct slice bytes, struct reader *out, size_t *taken)
{
	int length;
	if (bytes.n < sizeof length)
		return 0;
	memcpy(&length, bytes.p, sizeof length);
	if (length < 0 || (size_t)length > FRAME_MAX)
		return -1;
	if (bytes.n - sizeof length < (size_t)length)
		return 0;
	*out = (struct reader){.p = bytes.p + sizeof length, .n = (size_t)length};
	*taken = sizeof length + (size_t)length;
	return 1;
}

int wire_get_int(struct reader *in)
{
	int value;
	if (in->bad || in->n < sizeof value) {
		in->bad = true;
		return 0;
	}
	memcpy(&value, in->p, sizeof value);
	in->p += sizeof value;
	in->n -= sizeof value;
	return value;
}

size_t wire_get_count(struct reader *in, size_t max)
{
	int n = wire_get_int(in);
	if (n < 0 || (size_t)n > max || (size_t)n > in->n)
		in->bad = true;
	return in->bad ? 0 : (size_t)n;
}

struct slice wire_get_bytes(struct reader *in)
{
	int n = wire_get_int(in);
	if (in->bad || n < 0 || (size_t)n >= in->n || in->p[n] != '\0') {
		in->bad = in->bad || n != -1;
		return (struct slice){NULL, 0};
	}
	struct slice s = {in->p, (size_t)n};
	in->p += s.n + 1;
	in->n -= s.n + 1;
	return s;
}

const char *wire_get_text(struct reader *in)
{
	struct slice s = wire_get_bytes(in);
	if (s.p && strlen(s.p) != s.n)
		in->bad = true;
	return in->bad ? NULL : s.p;
}

/* A number that must lie in [0, end). */
static int choice_get(struct reader *in, int end)
{
	int value = wire_get_int(in);
	if (value < 0 || value >= end)
		in->bad = true;
	return in->bad ? 0 : value;
}

static int day_get(struct reader *in)
{
	int day = wire_get_int(in);
	if (day != DATE_NONE && date_add_days(day, 0) == DATE_NONE)
		in->bad = true;
	return in->bad ? DATE_NONE : day;
}

static void edtf_get(struct reader *in, char out[EDTF_TEXT])
{
	const char *text = wire_get_text(in);
	size_t n = text ? strlen(text) : EDTF_TEXT;
	if (n >= EDTF_TEXT) {
		in->bad = true;
		return;
	}
	memcpy(out, text, n + 1);
}

static void moment_put(struct buf *out, const struct moment *moment)
{
	wire_put_text(out, moment->edtf);
	wire_put_int(out, moment->earliest);
	wire_put_int(out, moment->latest);
	wire_put_int(out, (int)moment->precision);
	wire_put_int(out, moment->recurring);
}

static void moment_get(struct reader *in, struct moment *out)
{
	edtf_get(in, out->edtf);
	out->earliest = day_get(in);
	out->latest = day_get(in);
	out->precision = (enum precision)choice_get(in, PRECISION_COUNT);
	out->recurring = choice_get(in, 2);
}

static void people_put(struct buf *out, const struct item *item)
{
	wire_put_int(out, (int)item->identifiers.n);
	for (size_t i = 0; i < item->identifiers.n; i++) {
		wire_put_text(out, item->identifiers.v[i].scheme);
		wire_put_text(out, item->identifiers.v[i].value);
	}
	wire_put_int(out, (int)item->people.n);
	for (size_t i = 0; i < item->people.n; i++) {
		wire_put_text(out, item->people.v[i].name);
		wire_put_text(out, item->people.v[i].party);
		wire_put_text(out, item->people.v[i].role);
	}
}

static void people_get(struct reader *in, struct arena *arena, struct item *out)
{
	for (size_t i = 0, n = wire_get_count(in, LIST_MAX); i < n; i++) {
		struct identifier *identifier = list_push(arena, &out->identifiers);
		identifier->scheme = wire_get_text(in);
		identifier->value = wire_get_text(in);
	}
	for (size_t i = 0, n = wire_get_count(in, LIST_MAX); i < n; i++) {
		struct person *person = list_push(arena, &out->people);
		person->name = wire_get_text(in);
		person->party = wire_get_text(in);
		person->role = wire_get_text(in);
	}
}

static void course_put(struct buf *out, const struct item *item)
{
	wire_put_int(out, (int)item->transitions.n);
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		wire_put_int(out, (int)t->state);
		wire_put_int(out, t->on);
		wire_put_int(out, t->forbidden);
	}
	wire_put_int(out, (int)item->notices.n);
	for (size_t i = 0; i < item->notices.n; i++) {
		const struct item_notice *notice = &item->notices.v[i];
		wire_put_int(out, notice->on);
		wire_put_int(out, notice->was);
		moment_put(out, &notice->moment);
		wire_put_text(out, notice->date_text);
		wire_put_text(out, notice->quote.text);
	}
}

static void course_get(struct reader *in, struct arena *arena, struct item *out)
{
	for (size_t i = 0, n = wire_get_count(in, LIST_MAX); i < n; i++) {
		struct transition *t = list_push(arena, &out->transitions);
		t->state = (enum state)choice_get(in, STATE_COUNT);
		t->on = day_get(in);
		t->forbidden = choice_get(in, 2);
	}
	for (size_t i = 0, n = wire_get_count(in, LIST_MAX); i < n; i++) {
		struct item_notice *notice = list_push(arena, &out->notices);
		notice->on = day_get(in);
		notice->was = day_get(in);
		moment_get(in, &notice->moment);
		notice->date_text = wire_get_text(in);
		notice->quote.text = wire_get_text(in);
	}
}

static void promises_put(struct buf *out, const struct item_promises *promises)
{
	wire_put_int(out, (int)promises->n);
	for (size_t i = 0; i < promises->n; i++) {
		const struct item_promise *p = &promises->v[i];
		wire_put_int(out, p->on);
		wire_put_text(out, p->promisor);
		wire_put_text(out, p->addressee);
		wire_put_int(out, (int)p->form);
		wire_put_int(out, (int)p->strength);
		wire_put_text(out, p->date_text);
		moment_put(out, &p->moment);
		wire_put_text(out, p->key);
		wire_put_text(out, p->quotes.n ? p->quotes.v[0].text : NULL);
	}
}

static void promises_get(struct reader *in, struct arena *arena, struct item_promises *out)
{
	for (size_t i = 0, n = wire_get_count(in, LIST_MAX); i < n; i++) {
		struct item_promise *p = list_push(arena, out);
		p->on = day_get(in);
		p->promisor = wire_get_text(in);
		p->addressee = wire_get_text(in);
		p->form = (enum promise_form)choice_get(in, FORM_COUNT);
		p->strength = (enum promise_strength)choice_get(in, STRENGTH_INTENTION + 1);
		p->date_text = wire_get_text(in);
		moment_get(in, &p->moment);
		p->key = wire_get_text(in);
		list_push(arena, &p->quotes)->text = wire_get_text(in);
	}
}

static void requests_put(struct buf *out, const struct item_requests *requests)
{
	wire_put_int(out, (int)requests->n);
	for (size_t i = 0; i < requests->n; i++) {
		const struct item_request *r = &requests->v[i];
		wire_put_int(out, r->on);
		wire_put_text(out, r->verb);
		wire_put_text(out, r->date_text);
		moment_put(out, &r->moment);
		wire_put_text(out, r->key);
		wire_put_text(out, r->quote.text);
		wire_put_int(out, r->settled);
	}
}

static void requests_get(struct reader *in, struct arena *arena, struct item_requests *out)
{
	for (size_t i = 0, n = wire_get_count(in, LIST_MAX); i < n; i++) {
		struct item_request *r = list_push(arena, out);
		r->on = day_get(in);
		r->verb = wire_get_text(in);
		r->date_text = wire_get_text(in);
		moment_get(in, &r->moment);
		r->key = wire_get_text(in);
		r->quote.text = wire_get_text(in);
		r->settled = day_get(in);
	}
}

void wire_put_item(struct buf *out, const struct item *item)
{
	wire_put_text(out, item->ref);
	wire_put_text(out, item->body);
	wire_put_text(out, item->title);
	wire_put_int(out, (int)item->kind);
	wire_put_int(out, (int)item->state);
	wire_put_int(out, item->date);
	people_put(out, item);
	course_put(out, item);
	promises_put(out, &item->promises);
	requests_put(out, &item->requests);
}

void wire_get_item(struct reader *in, struct arena *arena, struct item *out)
{
	struct item item = {0};
	item.ref = wire_get_text(in);
	item.body = wire_get_text(in);
	item.title = wire_get_text(in);
	item.kind = (enum item_kind)choice_get(in, ITEM_KIND_COUNT);
	item.state = (enum state)choice_get(in, STATE_COUNT);
	item.date = day_get(in);
	people_get(in, arena, &item);
	course_get(in, arena, &item);
	promises_get(in, arena, &item.promises);
	requests_get(in, arena, &item.requests);
	*out = item;
}

static void origin_put(struct buf *out, const struct origin *origin)
{
	wire_put_int(out, (int)origin->kind);
	wire_put_int(out, origin->index);
}

static void origin_get(struct reader *in, const struct item *item, struct origin *out)
{
	const size_t counts[ORIGIN_COUNT] = {
		[ORIGIN_NONE] = 1,
		[ORIGIN_PROMISE] = item->promises.n,
		[ORIGIN_REQUEST] = item->requests.n,
		[ORIGIN_NOTICE] = item->notices.n,
		[ORIGIN_TRANSITION] = item->transitions.n,
	};
	out->kind = (enum origin_kind)choice_get(in, ORIGIN_COUNT);
	out->index = wire_get_int(in);
	if (out->index < 0 || (size_t)out->index >= counts[out->kind])
		in->bad = true;
}

static void outcome_put(struct buf *out, const struct outcome *o)
{
	wire_put_text(out, o->key);
	wire_put_text(out, o->form);
	wire_put_text(out, o->owed_by);
	wire_put_text(out, o->title);
	wire_put_text(out, o->edtf);
	wire_put_int(out, o->earliest);
	wire_put_int(out, o->latest);
	wire_put_int(out, o->review);
	wire_put_int(out, o->fulfilled);
	wire_put_int(out, o->moves);
	wire_put_int(out, o->unsure);
	wire_put_int(out, o->every.n);
	wire_put_int(out, (int)o->every.unit);
	origin_put(out, &o->moment);
	wire_put_int(out, (int)o->quote_count);
	for (size_t i = 0; i < o->quote_count; i++)
		origin_put(out, &o->quotes[i]);
	wire_put_int(out, (int)o->step_count);
	for (size_t i = 0; i < o->step_count; i++) {
		wire_put_int(out, (int)o->steps[i].kind);
		wire_put_int(out, o->steps[i].around);
		wire_put_int(out, o->steps[i].from);
		wire_put_int(out, o->steps[i].term.n);
		wire_put_int(out, (int)o->steps[i].term.unit);
		wire_put_int(out, o->steps[i].atw);
	}
}

static void values_put(struct buf *out, const struct outcome *o)
{
	wire_put_int(out, (int)o->value_count);
	for (size_t i = 0; i < o->value_count; i++) {
		wire_put_int(out, o->values[i].depth);
		wire_put_int(out, o->values[i].index);
	}
}

void wire_put_outcomes(struct buf *out, const struct outcomes *outcomes)
{
	wire_put_int(out, (int)outcomes->n);
	if (outcomes->n)
		values_put(out, &outcomes->v[0]);
	for (size_t i = 0; i < outcomes->n; i++)
		outcome_put(out, &outcomes->v[i]);
}

static const char *name_get(struct reader *in, size_t max, struct arena *arena)
{
	const char *text = wire_get_text(in);
	if (text && (strlen(text) > max || !source_is_clean(slice_of(text))))
		in->bad = true;
	return in->bad || !text ? NULL : arena_text(arena, slice_of(text));
}

static void steps_get(struct reader *in, struct arena *arena, struct outcome *out)
{
	out->step_count = wire_get_count(in, OUTCOME_STEPS);
	out->steps = out->step_count ? arena_alloc(arena, out->step_count * sizeof *out->steps) : NULL;
	for (size_t i = 0; i < out->step_count; i++) {
		struct outcome_step *step = &out->steps[i];
		step->kind = (enum step_kind)choice_get(in, STEP_COUNT);
		step->around = choice_get(in, 2);
		step->from = day_get(in);
		step->term.n = choice_get(in, 10000);
		step->term.unit = (enum term_unit)choice_get(in, TERM_WORKING_DAYS + 1);
		step->atw = choice_get(in, 2);
	}
}

static const struct outcome_value *values_get(struct reader *in, const struct pack_chain *chain, struct arena *arena,
					      size_t *n)
{
	*n = wire_get_count(in, OUTCOME_VALUES);
	struct outcome_value *values = *n ? arena_alloc(arena, *n * sizeof *values) : NULL;
	for (size_t i = 0; i < *n && !in->bad; i++) {
		values[i].depth = choice_get(in, (int)chain->n);
		values[i].index = in->bad ? 0 : choice_get(in, (int)chain->v[values[i].depth]->constants.n);
	}
	return values;
}

static void outcome_get(struct reader *in, const struct item *item, struct arena *arena, struct outcome *out)
{
	out->key = name_get(in, NAME_MAX_BYTES, arena);
	out->form = name_get(in, NAME_MAX_BYTES, arena);
	out->owed_by = name_get(in, NAME_MAX_BYTES, arena);
	out->title = name_get(in, TITLE_MAX_BYTES, arena);
	edtf_get(in, out->edtf);
	out->earliest = day_get(in);
	out->latest = day_get(in);
	out->review = day_get(in);
	out->fulfilled = day_get(in);
	out->moves = choice_get(in, 2);
	out->unsure = choice_get(in, 2);
	out->every.n = choice_get(in, 10000);
	out->every.unit = (enum term_unit)choice_get(in, TERM_WORKING_DAYS + 1);
	if (out->every.n && out->latest == DATE_NONE && out->review == DATE_NONE)
		in->bad = true;
	if (out->unsure && (out->earliest == DATE_NONE || out->latest < out->earliest))
		in->bad = true;
	origin_get(in, item, &out->moment);
	out->quote_count = wire_get_count(in, OUTCOME_QUOTES);
	out->quotes = out->quote_count ? arena_alloc(arena, out->quote_count * sizeof *out->quotes) : NULL;
	for (size_t i = 0; i < out->quote_count && !in->bad; i++)
		origin_get(in, item, &out->quotes[i]);
	steps_get(in, arena, out);
	if (!out->key)
		in->bad = true;
}

void wire_get_outcomes(struct reader *in, const struct item *item, const struct pack_chain *chain, struct arena *arena,
		       struct outcomes *out)
{
	struct outcomes got = {.n = wire_get_count(in, OUTCOMES_MAX)};
	got.cap = got.n;
	got.v = got.n ? arena_alloc(arena, got.n * sizeof *got.v) : NULL;
	size_t value_count = 0;
	const struct outcome_value *values = got.n ? values_get(in, chain, arena, &value_count) : NULL;
	for (size_t i = 0; i < got.n && !in->bad; i++) {
		outcome_get(in, item, arena, &got.v[i]);
		got.v[i].values = values;
		got.v[i].value_count = value_count;
	}
	*out = got;
}

static void periods_put(struct buf *out, const struct period *periods, size_t n)
{
	wire_put_int(out, (int)n);
	for (size_t i = 0; i < n; i++) {
		wire_put_text(out, periods[i].name);
		wire_put_int(out, periods[i].first);
		wire_put_int(out, periods[i].last);
	}
}

static struct period *periods_get(struct reader *in, struct arena *arena, size_t *n)
{
	*n = wire_get_count(in, LIST_MAX);
	struct period *periods = arena_alloc(arena, *n * sizeof *periods);
	for (size_t i = 0; i < *n; i++) {
		periods[i].name = name_get(in, NAME_MAX_BYTES, arena);
		periods[i].first = day_get(in);
		periods[i].last = day_get(in);
		if (!periods[i].name || periods[i].first == DATE_NONE || periods[i].last < periods[i].first)
			in->bad = true;
	}
	return periods;
}

static void aliases_put(struct buf *out, const struct calendar *calendar)
{
	wire_put_int(out, (int)calendar->alias_count);
	for (size_t i = 0; i < calendar->alias_count; i++) {
		wire_put_text(out, calendar->aliases[i].words);
		wire_put_int(out, (int)calendar->aliases[i].state);
	}
}

static void aliases_get(struct reader *in, struct arena *arena, struct calendar *out)
{
	out->alias_count = wire_get_count(in, LIST_MAX);
	out->aliases = arena_alloc(arena, out->alias_count * sizeof *out->aliases);
	for (size_t i = 0; i < out->alias_count; i++) {
		out->aliases[i].words = name_get(in, NAME_MAX_BYTES, arena);
		out->aliases[i].state = (enum state)choice_get(in, STATE_COUNT);
		if (!out->aliases[i].words)
			in->bad = true;
	}
}

static void rule_put(struct buf *out, const struct rule *rule, const struct rule_form *form)
{
	wire_put_int(out, form->derives);
	wire_put_int(out, form->kinds);
	wire_put_int(out, form->verified);
	wire_put_int(out, form->line);
	wire_put_text(out, rule->id);
	wire_put_text(out, rule->title);
	wire_put_text(out, rule->source);
	wire_put_int(out, (int)rule->applies_to);
	wire_put_int(out, (int)rule->applies);
	wire_put_int(out, rule->valid_from);
	wire_put_int(out, rule->valid_to);
	wire_put_int(out, rule->cases);
	wire_put_int(out, rule->first_line);
	wire_put_int(out, rule->last_line);
}

static void rule_get(struct reader *in, struct arena *arena, struct rule *out, struct rule_form *form)
{
	form->derives = choice_get(in, 2);
	form->kinds = choice_get(in, 2);
	form->verified = wire_get_int(in);
	form->line = wire_get_int(in);
	out->id = name_get(in, NAME_MAX_BYTES, arena);
	out->title = name_get(in, TITLE_MAX_BYTES, arena);
	out->source = name_get(in, TITLE_MAX_BYTES, arena);
	out->verified = form->verified == 1;
	out->applies_to = (enum item_kind)choice_get(in, ITEM_KIND_COUNT);
	out->applies = (unsigned)choice_get(in, 1 << ITEM_KIND_COUNT);
	out->valid_from = day_get(in);
	out->valid_to = day_get(in);
	out->cases = wire_get_int(in);
	out->first_line = wire_get_int(in);
	out->last_line = wire_get_int(in);
	bool whole = out->title && out->source && out->applies;
	if (!out->id || out->cases < 0 || (form->derives && !whole) || form->verified < -1 || form->verified > 1)
		in->bad = true;
}

static void constants_put(struct buf *out, const struct constants *constants)
{
	wire_put_int(out, (int)constants->n);
	for (size_t i = 0; i < constants->n; i++) {
		const struct constant *constant = &constants->v[i];
		wire_put_text(out, constant->name);
		wire_put_text(out, constant->text);
		wire_put_int(out, constant->number);
		wire_put_int(out, constant->none);
		wire_put_int(out, constant->from);
		wire_put_int(out, constant->to);
		wire_put_text(out, constant->source);
		wire_put_int(out, constant->verified);
		wire_put_int(out, constant->line);
	}
}

static void constants_get(struct reader *in, struct arena *arena, struct constants *out)
{
	for (size_t i = 0, n = wire_get_count(in, CONSTANTS_MAX); i < n && !in->bad; i++) {
		struct constant *constant = list_push(arena, out);
		constant->name = name_get(in, NAME_MAX_BYTES, arena);
		constant->text = name_get(in, NAME_MAX_BYTES, arena);
		constant->number = wire_get_int(in);
		constant->none = choice_get(in, 2);
		constant->from = day_get(in);
		constant->to = day_get(in);
		constant->source = name_get(in, TITLE_MAX_BYTES, arena);
		constant->verified = choice_get(in, 2);
		constant->line = wire_get_int(in);
		if (!constant->name)
			in->bad = true;
	}
}

void wire_put_pack(struct buf *out, const struct pack_report *report)
{
	const struct calendar *calendar = &report->calendar;
	wire_put_text(out, report->pack.id);
	wire_put_text(out, report->pack.name);
	wire_put_text(out, report->pack.base);
	wire_put_text(out, report->pack.site);
	wire_put_int(out, (int)calendar->atw);
	periods_put(out, calendar->recesses, calendar->recess_count);
	periods_put(out, calendar->known, calendar->known_count);
	periods_put(out, calendar->moments, calendar->moment_count);
	wire_put_int(out, calendar->meetings_first);
	wire_put_int(out, calendar->meetings_last);
	wire_put_int(out, (int)calendar->meeting_count);
	for (size_t i = 0; i < calendar->meeting_count; i++)
		wire_put_int(out, calendar->meetings[i]);
	aliases_put(out, calendar);
	constants_put(out, &report->constants);
	wire_put_int(out, (int)report->rules.n);
	for (size_t i = 0; i < report->rules.n; i++)
		rule_put(out, &report->rules.v[i], &report->forms.v[i]);
}

void wire_get_pack(struct reader *in, struct arena *arena, struct pack_report *out)
{
	struct calendar *calendar = &out->calendar;
	out->pack.id = name_get(in, NAME_MAX_BYTES, arena);
	out->pack.name = name_get(in, TITLE_MAX_BYTES, arena);
	out->pack.base = name_get(in, NAME_MAX_BYTES, arena);
	out->pack.site = name_get(in, TITLE_MAX_BYTES, arena);
	calendar->body = out->pack.id;
	calendar->atw = (enum atw)choice_get(in, ATW_YES + 1);
	calendar->recesses = periods_get(in, arena, &calendar->recess_count);
	calendar->known = periods_get(in, arena, &calendar->known_count);
	calendar->moments = periods_get(in, arena, &calendar->moment_count);
	calendar->meetings_first = day_get(in);
	calendar->meetings_last = day_get(in);
	calendar->meeting_count = wire_get_count(in, LIST_MAX);
	calendar->meetings = arena_alloc(arena, calendar->meeting_count * sizeof *calendar->meetings);
	for (size_t i = 0; i < calendar->meeting_count; i++)
		calendar->meetings[i] = day_get(in);
	aliases_get(in, arena, calendar);
	constants_get(in, arena, &out->constants);
	for (size_t i = 0, n = wire_get_count(in, LIST_MAX); i < n && !in->bad; i++) {
		struct rule *rule = list_push(arena, &out->rules);
		rule_get(in, arena, rule, list_push(arena, &out->forms));
		rule->pack = out->pack.id;
	}
	if (!out->pack.id || !out->pack.name)
		in->bad = true;
}
