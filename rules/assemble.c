/* assemble.c: the worker names parts of the item by their place; here the register's own copy of them is taken. */
#include "rules/assemble.h"

#include "hash/uuid.h"

static const struct moment *origin_moment(const struct item *item, const struct origin *origin, const char **date_text)
{
	switch (origin->kind) {
	case ORIGIN_PROMISE:
		*date_text = item->promises.v[origin->index].date_text;
		return &item->promises.v[origin->index].moment;
	case ORIGIN_REQUEST:
		*date_text = item->requests.v[origin->index].date_text;
		return &item->requests.v[origin->index].moment;
	case ORIGIN_NOTICE:
		*date_text = item->notices.v[origin->index].date_text;
		return &item->notices.v[origin->index].moment;
	case ORIGIN_NONE:
	case ORIGIN_TRANSITION:
	case ORIGIN_COUNT:
		break;
	}
	return NULL;
}

static void quotes_add(const struct item *item, const struct origin *origin, struct arena *arena, struct quotes *out)
{
	const struct quotes *many = NULL;
	switch (origin->kind) {
	case ORIGIN_PROMISE:
		many = &item->promises.v[origin->index].quotes;
		break;
	case ORIGIN_TRANSITION:
		many = &item->transitions.v[origin->index].quotes;
		break;
	case ORIGIN_REQUEST:
		*list_push(arena, out) = item->requests.v[origin->index].quote;
		break;
	case ORIGIN_NOTICE:
		*list_push(arena, out) = item->notices.v[origin->index].quote;
		break;
	case ORIGIN_NONE:
	case ORIGIN_COUNT:
		break;
	}
	for (size_t i = 0; many && i < many->n; i++)
		*list_push(arena, out) = many->v[i];
}

/* Texts of Dutch bodies are Dutch all through. */
static bool is_dutch(const struct item *item)
{
	return !item->body || strncmp(item->body, "nl/", 3) == 0;
}

/* The day of the paper from which something was taken; DATE_NONE when it was taken from none. */
static int origin_day(const struct item *item, const struct origin *origin)
{
	switch (origin->kind) {
	case ORIGIN_PROMISE:
		return item->promises.v[origin->index].on;
	case ORIGIN_REQUEST:
		return item->requests.v[origin->index].on;
	case ORIGIN_NOTICE:
		return item->notices.v[origin->index].on;
	case ORIGIN_NONE:
	case ORIGIN_TRANSITION:
	case ORIGIN_COUNT:
		break;
	}
	return DATE_NONE;
}

bool assemble_is_in_force(const struct outcome *outcome, const struct item *item, const struct rule *rule)
{
	int start = outcome->step_count ? outcome->steps[0].from : origin_day(item, &outcome->moment);
	start = start == DATE_NONE ? item->date : start;
	if (start == DATE_NONE)
		return rule->valid_to == DATE_NONE;
	return (rule->valid_from == DATE_NONE || start >= rule->valid_from) &&
	       (rule->valid_to == DATE_NONE || start <= rule->valid_to);
}

/* ---- where values come from ---- */

/* ", from 2024-01-01 up to and including 2025-12-31" */
static const char *validity_text(const struct constant *constant, bool dutch, struct arena *arena)
{
	char day[DATE_TEXT];
	const char *from = "", *to = "";
	if (constant->from != DATE_NONE)
		from = arena_printf(arena, dutch ? " vanaf %s" : " from %s", date_format(constant->from, day));
	if (constant->to != DATE_NONE)
		to = arena_printf(arena, dutch ? " t/m %s" : " up to and including %s", date_format(constant->to, day));
	return *from || *to ? arena_printf(arena, ",%s%s", from, to) : "";
}

/* Nearer to the body than the rule, a value is not covered by what the rule's source says. */
static bool value_is_foreign(const struct outcome_value *value, const struct assembly *assembly)
{
	return (size_t)value->depth < assembly->depth;
}

static const char *source_text(const struct constant *constant, bool foreign, bool dutch, struct arena *arena)
{
	const char *unread = dutch ? ", niet nagelezen" : ", not verified";
	if (constant->source)
		return arena_printf(arena, dutch ? "; bron: %s%s" : "; source: %s%s", constant->source,
				    constant->verified ? "" : unread);
	if (!foreign)
		return "";
	return dutch ? "; zonder bron, niet nagelezen" : "; without a source, not verified";
}

/* Whether what is owed rests on it: a length that was counted, a day or a number. A word, such as who owes, stands in the follow-up itself. */
static bool value_counts(const struct constant *constant, const struct outcome *outcome)
{
	struct term term;
	struct err err = {0};
	int first, last;
	if (constant->none || !constant->text)
		return !constant->none;
	if (term_parse(slice_of(constant->text), &term, &err))
		return !edtf_parse(slice_of(constant->text), &first, &last, &err);
	for (size_t i = 0; i < outcome->step_count; i++)
		if (outcome->steps[i].kind == STEP_TERM && outcome->steps[i].term.n == term.n &&
		    outcome->steps[i].term.unit == term.unit)
			return true;
	return false;
}

/* What the rule's own pack says for always is covered by the rule's source and the hash of the pack: it needs no line. */
static void value_write(const struct outcome *outcome, const struct outcome_value *value,
			const struct assembly *assembly, struct arena *arena, struct steps *steps)
{
	const struct pack_report *pack = assembly->chain.v[value->depth];
	const struct constant *constant = &pack->constants.v[value->index];
	bool own = (size_t)value->depth == assembly->depth;
	bool always = constant->from == DATE_NONE && constant->to == DATE_NONE;
	if ((own && always && !constant->source) || !value_counts(constant, outcome))
		return;
	const char *validity = validity_text(constant, steps->dutch, arena);
	const char *is = constant->text ? constant->text : arena_printf(arena, "%d", constant->number);
	const char *hash = own ? "" : arena_printf(arena, ", SHA-256 %s", pack->pack.sha256);
	*list_push(arena, steps) =
		arena_printf(arena, "%s = %s%s (%s%s%s)", constant->name, is, validity, pack->pack.id, hash,
			     source_text(constant, value_is_foreign(value, assembly), steps->dutch, arena));
}

/* A value without a source that was read leaves the whole unread. */
static bool values_are_verified(const struct outcome *outcome, const struct assembly *assembly)
{
	for (size_t i = 0; i < outcome->value_count; i++) {
		const struct outcome_value *value = &outcome->values[i];
		const struct constant *constant = &assembly->chain.v[value->depth]->constants.v[value->index];
		bool asks = constant->source || value_is_foreign(value, assembly);
		if (asks && !constant->verified && value_counts(constant, outcome))
			return false;
	}
	return true;
}

static void derive_write(const struct assembly *assembly, struct arena *arena, struct steps *steps)
{
	if (assembly->derives == assembly->depth)
		return;
	const struct pack *pack = &assembly->chain.v[assembly->derives]->pack;
	*list_push(arena, steps) =
		arena_printf(arena, steps->dutch ? "berekend als %s:%s (SHA-256 %s)" : "computed as %s:%s (SHA-256 %s)",
			     pack->id, assembly->rule->id, pack->sha256);
}

/* The arithmetic is done once more: the worker's is not taken on trust, and texts are written here. */
static void step_write(const struct outcome_step *step, const struct calendar *calendar, struct arena *arena,
		       struct steps *steps)
{
	if (step->kind == STEP_MEETING)
		(void)term_to_known_meeting(step->from, calendar, arena, steps);
	else
		(void)term_add_around(step->from, step->term, step->atw, step->around ? calendar : NULL, arena, steps);
}

static void steps_write(const struct outcome *outcome, const struct item *item, const struct assembly *assembly,
			struct arena *arena, struct followup *out)
{
	struct steps steps = {.dutch = is_dutch(item)};
	const char *words = NULL;
	char first[DATE_TEXT], last[DATE_TEXT];
	if (origin_moment(item, &outcome->moment, &words) && words && outcome->edtf[0])
		*list_push(arena, &steps) =
			arena_printf(arena, "'%s' = %s = %s/%s", words, outcome->edtf,
				     date_format(outcome->earliest, first), date_format(outcome->latest, last));
	for (size_t i = 0; i < outcome->step_count; i++)
		step_write(&outcome->steps[i], &assembly->chain.v[0]->calendar, arena, &steps);
	if (outcome->unsure)
		*list_push(arena, &steps) =
			arena_printf(arena,
				     steps.dutch ? "niet bekend of de Algemene termijnenwet geldt: zonder haar is %s "
						   "de laatste dag; te laat "
						   "is het pas na %s"
						 : "not known whether the Algemene termijnenwet holds: without it %s "
						   "is the last day; it is "
						   "late only after %s",
				     date_format(outcome->earliest, first), date_format(outcome->latest, last));
	for (size_t i = 0; i < outcome->value_count; i++)
		value_write(outcome, &outcome->values[i], assembly, arena, &steps);
	derive_write(assembly, arena, &steps);
	out->steps = steps.v;
	out->step_count = steps.n;
}

/* Each notice moves the day that the one before it left; what the last one names is what is owed now. */
static void moves_apply(const struct item *item, struct arena *arena, struct followup *out)
{
	int day = out->latest;
	for (size_t i = 0; i < item->notices.n; i++) {
		const struct item_notice *notice = &item->notices.v[i];
		struct move *move = list_push(arena, &out->moves);
		move->was = notice->was != DATE_NONE ? notice->was : day;
		move->latest = notice->moment.latest;
		move->on = notice->on;
		move->document = notice->quote.document;
		move->reason = notice->quote.text;
		*list_push(arena, &out->quotes) = notice->quote;
		if (notice->moment.latest == DATE_NONE)
			continue;
		day = notice->moment.latest;
		out->latest = day;
		out->earliest = notice->moment.earliest;
		out->date_text = notice->date_text;
		memcpy(out->edtf, notice->moment.edtf, sizeof out->edtf);
	}
}

static void moment_fill(const struct outcome *outcome, const struct item *item, struct followup *out)
{
	(void)origin_moment(item, &outcome->moment, &out->date_text);
	char first[DATE_TEXT], last[DATE_TEXT];
	memcpy(out->edtf, outcome->edtf, sizeof out->edtf);
	out->earliest = outcome->earliest;
	out->latest = outcome->latest;
	if (outcome->unsure)
		snprintf(out->edtf, sizeof out->edtf, "%s/%s", date_format(outcome->earliest, first),
			 date_format(outcome->latest, last));
}

/* The texts, with `between` between them: what printf does, for every follow-up there is, in a fraction of its time. */
static struct slice texts_join(const char *const *texts, size_t n, char between, struct arena *arena)
{
	size_t size = 0, at = 0;
	for (size_t i = 0; i < n; i++)
		size += strlen(texts[i]) + 1;
	char *whole = arena_alloc(arena, size);
	for (size_t i = 0; i < n; i++) {
		size_t length = strlen(texts[i]);
		memcpy(whole + at, texts[i], length);
		at += length;
		whole[at++] = i + 1 < n ? between : '\0';
	}
	return (struct slice){whole, size - 1};
}

static void uid_write(const struct item *item, struct arena *arena, struct followup *out)
{
	const char *const parts[] = {item->body ? item->body : "-", item->ref, out->rule, out->key};
	uuid_from_name(texts_join(parts, ARRAY_SIZE(parts), '\n', arena), out->uid);
}

static void followup_fill(const struct outcome *outcome, const struct item *item, const struct assembly *assembly,
			  struct arena *arena, struct followup *out)
{
	const struct pack *pack = &assembly->chain.v[assembly->depth]->pack;
	const struct rule *rule = assembly->rule;
	const char *const rule_parts[] = {pack->id, rule->id};
	*out = (struct followup){
		.item = item->ref,
		.kind = item->kind,
		.body = item->body,
		.title = outcome->title ? outcome->title : item->title,
		.rule = texts_join(rule_parts, ARRAY_SIZE(rule_parts), ':', arena).p,
		.rule_sha256 = pack->sha256,
		.source = rule->source,
		.verified = rule->verified && values_are_verified(outcome, assembly),
		.key = outcome->key,
		.form = outcome->form ? outcome->form : form_to_text(FORM_OTHER),
		.owed_by = outcome->owed_by,
		.status = outcome->fulfilled == DATE_NONE ? FOLLOWUP_PENDING : FOLLOWUP_FULFILLED,
		.fulfilled_on = outcome->fulfilled,
	};
	uid_write(item, arena, out);
	moment_fill(outcome, item, out);
	for (size_t i = 0; i < outcome->quote_count; i++)
		quotes_add(item, &outcome->quotes[i], arena, &out->quotes);
	steps_write(outcome, item, assembly, arena, out);
	if (outcome->moves)
		moves_apply(item, arena, out);
	if (out->latest == DATE_NONE && outcome->review != DATE_NONE) {
		out->latest = outcome->review;
		out->review = true;
	}
}

/* Whether the follow-up was met: by the papers, or because a person said so. */
static bool is_met(const struct followup *followup, const struct item *item)
{
	bool met = followup->fulfilled_on != DATE_NONE;
	for (size_t i = 0; !met && i < item->met.n; i++)
		met = strcmp(item->met.v[i].key, followup->key) == 0 &&
		      strcmp(item->met.v[i].rule, followup->rule) == 0;
	return met;
}

static int day_later(int day, struct term by)
{
	return day == DATE_NONE ? DATE_NONE : term_add(day, by, false, NULL, NULL);
}

/* Occurrence `n`, from 2 on, of what is owed again: counted from the first one, so that a 31st comes back after a February. What the papers
 * say of the first one, that it was met or moved, says nothing of the others. False beyond the years that are known. */
static bool outcome_repeat(const struct outcome *first, int n, struct arena *arena, struct outcome *out)
{
	struct term by = {first->every.n * (n - 1), first->every.unit};
	*out = *first;
	out->key = arena_printf(arena, "%s-%d", first->key, n);
	out->earliest = day_later(first->earliest, by);
	out->latest = day_later(first->latest, by);
	out->review = day_later(first->review, by);
	out->fulfilled = DATE_NONE;
	out->moves = false;
	if (first->latest != DATE_NONE)
		date_format(out->latest, out->edtf);
	return (out->latest == DATE_NONE) == (first->latest == DATE_NONE) &&
	       (out->review == DATE_NONE) == (first->review == DATE_NONE);
}

/* The sum behind those of the first occurrence. */
static void repeat_write(const struct outcome *first, int n, const struct item *item, struct arena *arena,
			 struct followup *out)
{
	struct steps steps = {.dutch = is_dutch(item)};
	struct term by = {first->every.n * (n - 1), first->every.unit};
	for (size_t i = 0; i < out->step_count; i++)
		*list_push(arena, &steps) = out->steps[i];
	*list_push(arena, &steps) = arena_printf(
		arena, steps.dutch ? "keert terug: %d keer eerder vervuld" : "recurs: met %d times before", n - 1);
	(void)term_add(first->latest != DATE_NONE ? first->latest : first->review, by, false, arena, &steps);
	out->steps = steps.v;
	out->step_count = steps.n;
}

/* A draft alone tells of it: neither a final list, nor a person. */
static bool is_provisional(const struct transition *transition)
{
	bool draft = transition->provisional && !transition->forbidden;
	for (size_t i = 0; draft && i < transition->quotes.n; i++)
		draft = transition->quotes.v[i].document != NULL;
	return draft;
}

/* Whether it is owed because of a decision that is not final. What was promised is promised, whatever becomes of the motion. */
static bool is_tentative(const struct outcome *outcome, const struct item *item)
{
	bool decided = outcome->moment.kind != ORIGIN_PROMISE;
	for (size_t i = 0; decided && i < outcome->quote_count; i++)
		decided = outcome->quotes[i].kind != ORIGIN_PROMISE;
	for (size_t i = 0; decided && i < item->transitions.n; i++) {
		enum state state = item->transitions.v[i].state;
		if ((state == STATE_ADOPTED || state == STATE_TAKEN_OVER || state == STATE_HELD) &&
		    is_provisional(&item->transitions.v[i]))
			return true;
	}
	return false;
}

void assemble_followups(const struct outcome *outcome, const struct item *item, const struct assembly *assembly,
			struct arena *arena, struct followups *out)
{
	enum { OCCURRENCES_MAX = 400 };
	struct followup *followup = list_push(arena, out);
	followup_fill(outcome, item, assembly, arena, followup);
	if (followup->status == FOLLOWUP_PENDING && is_tentative(outcome, item))
		followup->because = "tentative: only a draft of the decision list tells of the decision";
	for (int n = 2; outcome->every.n && n <= OCCURRENCES_MAX && is_met(followup, item); n++) {
		struct outcome next;
		if (!outcome_repeat(outcome, n, arena, &next))
			return;
		followup = list_push(arena, out);
		followup_fill(&next, item, assembly, arena, followup);
		repeat_write(outcome, n, item, arena, followup);
	}
}
