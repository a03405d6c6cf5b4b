/* paper_letter_handled.c: which items a letter settles or reports on.
 *
 * The subject names them, or the claim itself does ("Hiermee beschouwen wij de motie ‘...’ als afgedaan"), or the claim says "de
 * motie" and means the one that the letter told of last. What a letter only mentions is not handled. For an adopted motion the
 * recital of its vote gives day, mover and number.
 */
#include "core/paper_letter.h"

struct handling {
	const struct paper_reader *reader;
	struct handled_list named;
	struct handled_list *out;
	size_t from_subject; /* the first of `out` */
};

static bool is_of_claim(const struct claim *claim, const struct handled *item)
{
	enum item_kind kind;
	return claim->noun.n == 0 || (letter_noun_find(claim->noun, &kind) == 0 && kind == item->kind);
}

static void judge(struct handled *item, const struct claim *claim)
{
	if (!item)
		return;
	item->verdict = claim->verdict;
	item->words = claim->sentence;
}

static struct handled *find_handled(const struct handling *handling, const struct handled *name)
{
	for (size_t i = 0; i < handling->out->n; i++)
		if (letter_item_is_same(&handling->out->v[i], name))
			return &handling->out->v[i];
	return NULL;
}

/* How many items of the kind of `claim` the subject names; `only` is the last of them. */
static size_t count_subject(const struct handling *handling, const struct claim *claim, struct handled **only)
{
	size_t n = 0;
	for (size_t i = 0; i < handling->from_subject; i++)
		if (is_of_claim(claim, &handling->out->v[i])) {
			*only = &handling->out->v[i];
			n++;
		}
	return n;
}

/* The handled item that `name` means, added where it is new. A number in the text belongs to the one item that the subject calls by a title
 * alone. */
static struct handled *take(const struct handling *handling, const struct claim *claim, const struct handled *name)
{
	struct handled *item = find_handled(handling, name), *only = NULL;
	if (item)
		return item;
	if (name->number && !name->title.n && count_subject(handling, claim, &only) == 1 && only && !only->number) {
		only->number = name->number;
		return only;
	}
	struct handled *added = letter_item_add(handling->reader, handling->out, *name, HANDLED_MOST);
	return added;
}

/* What the sentence of the claim names itself. */
static size_t judge_named(const struct handling *handling, const struct claim *claim, struct span sentence)
{
	size_t n = 0;
	for (size_t i = 0; i < handling->named.n; i++) {
		const struct handled *name = &handling->named.v[i];
		if (name->place <= sentence.start || name->place > sentence.end || !is_of_claim(claim, name))
			continue;
		judge(take(handling, claim, name), claim);
		n++;
	}
	for (size_t i = 0; n == 0 && i < handling->from_subject; i++) {
		struct handled *item = &handling->out->v[i];
		bool holds = item->title.n && is_of_claim(claim, item) &&
			     slice_holds(claim->sentence, arena_text(handling->reader->arena, item->title));
		if (holds)
			judge(item, claim);
		n += holds;
	}
	return n;
}

/* "De moties": all of the subject, else all that the letter told of so far. */
static void judge_all(const struct handling *handling, const struct claim *claim, size_t before)
{
	struct handled *only = NULL;
	if (count_subject(handling, claim, &only) > 0) {
		for (size_t i = 0; i < handling->from_subject; i++)
			if (is_of_claim(claim, &handling->out->v[i]))
				judge(&handling->out->v[i], claim);
		return;
	}
	for (size_t i = 0; i < handling->named.n; i++) {
		const struct handled *name = &handling->named.v[i];
		if (!name->recited || name->place > before || !is_of_claim(claim, name))
			continue;
		struct handled *item = take(handling, claim, name);
		judge(item, claim);
		if (item && name->verdict != VERDICT_NONE) {
			item->verdict = name->verdict; /* a row of a table says it for itself */
			item->words = name->words;
		}
	}
}

/* "De motie": the one of the subject, else the one that the letter named last; of several in the subject, likewise. */
static void judge_one(const struct handling *handling, const struct claim *claim, size_t before)
{
	struct handled *only = NULL;
	size_t n = count_subject(handling, claim, &only);
	if (n == 1) {
		judge(only, claim);
		return;
	}
	for (size_t i = handling->named.n; i > 0; i--) {
		const struct handled *name = &handling->named.v[i - 1];
		if (name->place > before || !is_of_claim(claim, name))
			continue;
		struct handled *item = find_handled(handling, name);
		if (n > 0 ? item == NULL : !name->recited)
			continue;
		judge(item ? item : take(handling, claim, name), claim);
		return;
	}
	struct handled told;
	if (claim->commitment && n == 0 && letter_commitment_find(handling->reader, before, &told))
		judge(take(handling, claim, &told), claim);
}

static void judge_claim(const struct handling *handling, const struct claim *claim)
{
	const char *body = handling->reader->document->text.body;
	size_t start = (size_t)(claim->sentence.p - body);
	if (judge_named(handling, claim, (struct span){start, start + claim->sentence.n}))
		return;
	if (claim->plural)
		judge_all(handling, claim, start);
	else
		judge_one(handling, claim, start);
}

/* ---- the letter ---- */

/* Title or number, where the body tells what the subject left out. */
static void complete(const struct handling *handling)
{
	for (size_t i = 0; i < handling->named.n; i++) {
		const struct handled *name = &handling->named.v[i];
		struct handled *item = find_handled(handling, name);
		if (!item)
			continue;
		if (!item->number)
			item->number = name->number;
		if (!item->title.n)
			item->title = name->title;
		if (!item->place)
			item->place = name->place;
	}
}

/* A letter about one motion may write its title otherwise where it recites the vote: the one number told there is that motion's. */
static void complete_single(const struct handling *handling)
{
	struct handled *item = &handling->out->v[0];
	const char *number = NULL;
	for (size_t i = 0; i < handling->named.n; i++) {
		const struct handled *name = &handling->named.v[i];
		if (!name->recited || !name->number || name->kind != item->kind)
			continue;
		if (number && strcmp(number, name->number) != 0)
			return;
		number = name->number;
	}
	if (!item->number)
		item->number = number;
}

/* A subject that names none ("Afdoening diverse moties"): what the letter tells of; of a single motion only when it tells of one. */
static void take_recited(const struct handling *handling, struct slice subject)
{
	enum item_kind kind;
	size_t noun = letter_noun_find(subject, &kind), n = 0;
	for (size_t i = 0; i < handling->out->n; i++)
		if (noun < subject.n && handling->out->v[i].kind == kind)
			return;
	for (size_t i = 0; noun < subject.n && i < handling->named.n; i++) {
		const struct handled *name = &handling->named.v[i];
		if (!name->recited || name->kind != kind || find_handled(handling, name))
			continue;
		struct handled *item = letter_item_add(handling->reader, handling->out, *name, HANDLED_MOST);
		n += item != NULL;
	}
	if (n > 1 && !letter_noun_is_plural(subject, noun))
		handling->out->n -= n;
}

/* Whether the first item is the only one of its kind. */
static bool is_only_of_kind(const struct handled_list *list)
{
	for (size_t i = 1; i < list->n; i++)
		if (list->v[i].kind == list->v[0].kind)
			return false;
	return list->n > 0;
}

static void drop_unjudged(struct handled_list *list, enum verdict otherwise)
{
	size_t n = 0;
	for (size_t i = 0; i < list->n; i++) {
		struct handled item = list->v[i];
		if (item.verdict == VERDICT_NONE)
			item.verdict = otherwise;
		if (item.verdict != VERDICT_NONE)
			list->v[n++] = item;
	}
	list->n = n;
}

void letter_handled_find(const struct paper_reader *reader, const struct letter_subject *subject,
			 enum verdict otherwise, struct handled_list *out)
{
	struct slice text = subject->text ? slice_of(subject->text) : SLICE("");
	struct handling handling = {.reader = reader, .out = out};
	struct claims claims = {0};
	enum item_kind kind;
	size_t noun = letter_noun_find(text, &kind);
	letter_subject_items(reader, text, out);
	handling.from_subject = out->n;
	if (otherwise != VERDICT_OPEN && (otherwise == VERDICT_SETTLED || letter_is_by_executive(reader)))
		letter_claims_find(reader, &claims);
	if (claims.n || otherwise != VERDICT_NONE)
		letter_names_find(reader, noun < text.n && letter_noun_is_plural(text, noun), &handling.named);
	for (size_t i = 0; i < claims.n; i++)
		judge_claim(&handling, &claims.v[i]);
	if (otherwise != VERDICT_NONE)
		take_recited(&handling, text);
	complete(&handling);
	drop_unjudged(out, otherwise);
	if (handling.from_subject == 1 && is_only_of_kind(out))
		complete_single(&handling);
	letter_commitments_taken(reader, &handling.named, out);
}
