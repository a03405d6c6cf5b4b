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

static void steps_write(const struct outcome *outcome, const struct item *item, struct arena *arena,
			struct followup *out)
{
	struct steps steps = {.dutch = is_dutch(item)};
	const char *words = NULL;
	char first[DATE_TEXT], last[DATE_TEXT];
	if (origin_moment(item, &outcome->moment, &words) && words && outcome->edtf[0])
		*list_push(arena, &steps) =
			arena_printf(arena, "'%s' = %s = %s/%s", words, outcome->edtf,
				     date_format(outcome->earliest, first), date_format(outcome->latest, last));
	for (size_t i = 0; i < outcome->step_count; i++)
		(void)term_add(outcome->steps[i].from, outcome->steps[i].term, outcome->steps[i].atw, arena, &steps);
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
	memcpy(out->edtf, outcome->edtf, sizeof out->edtf);
	out->earliest = outcome->earliest;
	out->latest = outcome->latest;
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

void assemble_followup(const struct outcome *outcome, const struct item *item, const struct pack *pack,
		       const struct rule *rule, struct arena *arena, struct followup *out)
{
	const char *const rule_parts[] = {pack->id, rule->id};
	*out = (struct followup){
		.item = item->ref,
		.kind = item->kind,
		.body = item->body,
		.title = outcome->title ? outcome->title : item->title,
		.rule = texts_join(rule_parts, ARRAY_SIZE(rule_parts), ':', arena).p,
		.rule_sha256 = pack->sha256,
		.source = rule->source,
		.verified = rule->verified,
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
	steps_write(outcome, item, arena, out);
	if (outcome->moves)
		moves_apply(item, arena, out);
	if (out->latest == DATE_NONE && outcome->review != DATE_NONE) {
		out->latest = outcome->review;
		out->review = true;
	}
}
