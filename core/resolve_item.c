/* resolve_item.c: what several papers say of one item, weighed and put in order.
 *
 * A stamp on the item's own paper and a row of a decision list weigh more than what a later letter recites. What disagrees is not
 * dropped: it becomes a finding, and its words stay as evidence.
 *
 * Long, since each section gathers one list of the same item from the same members: numbers, people, votes, notices, requests, promises, relations.
 */
#include "core/resolve_item.h"

#include "core/person.h"
#include "core/regroup.h"

/* How much the word of a member counts. */
enum weight { WEIGHT_RECITED = 1, WEIGHT_DRAFT, WEIGHT_LIST, WEIGHT_STAMPED };

static const char *const scheme_order[] = {"RIS", "kamerstuk", "zaaknummer", "aanhangsel", "document", "toezegging"};

/* FNV-1a, 64 bits: names, not secrets. */
static uint64_t hash_add(uint64_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
	return (hash ^ 0xff) * 0x100000001b3u;
}

static const uint64_t hash_start = 0xcbf29ce484222325u;

static void add_finding(struct item *item, struct arena *arena, const char *name, const char *detail)
{
	for (size_t i = 0; i < item->findings.n; i++)
		if (strcmp(item->findings.v[i].name, name) == 0 && strcmp(item->findings.v[i].detail, detail) == 0)
			return;
	*list_push(arena, &item->findings) = (struct finding){name, detail};
}

static bool is_outcome(enum state state)
{
	return state == STATE_ADOPTED || state == STATE_REJECTED || state == STATE_WITHDRAWN || state == STATE_HELD ||
	       state == STATE_LAPSED || state == STATE_TAKEN_OVER || state == STATE_TIED;
}

static enum weight weight_of(const struct sourced *member)
{
	if (member->mention->own_paper) {
		for (size_t i = 0; i < member->mention->events.n; i++)
			if (is_outcome(member->mention->events.v[i].state) ||
			    member->mention->events.v[i].state == STATE_ANSWERED)
				return WEIGHT_STAMPED;
		return WEIGHT_DRAFT;
	}
	return member->document->kind == DOC_DECISION_LIST ? WEIGHT_LIST : WEIGHT_RECITED;
}

/* The member whose word on title, people and requests counts: the weightiest, own papers first, those whose text is in ruins last; the first
 * of equals. */
static const struct sourced *best_member(const struct sources *members, enum item_kind kind)
{
	const struct sourced *best = &members->v[0];
	int most = 0;
	for (size_t i = 0; i < members->n; i++) {
		const struct mention *mention = members->v[i].mention;
		bool own = mention->own_paper && !document_is_unreadable(members->v[i].document);
		int weight = (int)weight_of(&members->v[i]) + (own ? 4 : 0) + (mention->kind == kind ? 8 : 0);
		if (weight > most) {
			most = weight;
			best = &members->v[i];
		}
	}
	return best;
}

/* A letter that carries the number of a motion is about the motion. */
static enum item_kind strongest_kind(const struct sources *members)
{
	enum item_kind kind = ITEM_LETTER;
	for (size_t i = 0; i < members->n; i++) {
		enum item_kind other = members->v[i].mention->kind;
		if (kind == ITEM_LETTER || (kind == ITEM_OTHER && other != ITEM_LETTER))
			kind = other;
	}
	return kind;
}

/* ---- numbers and names ---- */

static size_t scheme_rank(const char *scheme)
{
	size_t i = 0;
	while (i < ARRAY_SIZE(scheme_order) && strcmp(scheme_order[i], scheme) != 0)
		i++;
	return i;
}

static int by_scheme(const void *x, const void *y)
{
	const struct identifier *a = x, *b = y;
	size_t i = scheme_rank(a->scheme), k = scheme_rank(b->scheme);
	int c = strcmp(a->scheme, b->scheme);
	return i != k ? (i > k) - (i < k) : c ? c : strcmp(a->value, b->value);
}

static void add_identifier(struct identifiers *list, struct arena *arena, const struct identifier *id)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->v[i].scheme, id->scheme) == 0 && strcmp(list->v[i].value, id->value) == 0)
			return;
	*list_push(arena, list) = *id;
}

static void gather_identifiers(const struct sources *members, struct arena *arena, struct item *out)
{
	for (size_t i = 0; i < members->n; i++) {
		const struct mention *mention = members->v[i].mention;
		for (size_t k = 0; k < mention->identifiers.n; k++)
			add_identifier(&out->identifiers, arena, &mention->identifiers.v[k]);
		if (mention->code)
			add_identifier(&out->identifiers, arena, &(struct identifier){"stuknummer", mention->code});
	}
	if (out->identifiers.n)
		qsort(out->identifiers.v, out->identifiers.n, sizeof *out->identifiers.v, by_scheme);
}

/* The first number that people know it by; else the kind and a name made of its first key. */
static const char *make_ref(const struct sources *members, const struct item *item, struct arena *arena)
{
	if (item->identifiers.n && scheme_rank(item->identifiers.v[0].scheme) < ARRAY_SIZE(scheme_order))
		return item->identifiers.v[0].value;
	const char *first = NULL;
	for (size_t i = 0; i < members->n; i++) {
		struct keys keys = {0};
		resolve_keys(members->v[i].document, members->v[i].mention, arena, &keys);
		for (size_t k = 0; k < keys.n; k++)
			if (!first || strcmp(keys.v[k], first) < 0)
				first = keys.v[k];
	}
	if (!first)
		first = arena_printf(arena, "%s %d", members->v[0].sha256, members->v[0].ordinal);
	uint64_t hash = hash_add(hash_start, first);
	return arena_printf(arena, "%s-%010llx", item_kind_to_text(item->kind),
			    (unsigned long long)hash & 0xffffffffffu);
}

static void add_people(const struct mention *mention, struct arena *arena, struct item *out)
{
	for (size_t i = 0; i < mention->people.n; i++)
		person_add(&out->people, &mention->people.v[i], arena);
}

static void gather_people(const struct sources *members, const struct sourced *best, struct arena *arena,
			  struct item *out)
{
	add_people(best->mention, arena, out);
	for (size_t i = 0; i < members->n; i++)
		if (out->people.n == 0 || members->v[i].mention->own_paper)
			add_people(members->v[i].mention, arena, out);
}

/* ---- transitions ---- */

struct reported {
	const struct event *event;
	const struct sourced *member;
	enum weight weight;
};

struct reports {
	struct reported *v;
	size_t n;
	size_t cap;
};

static int by_report(const void *x, const void *y)
{
	const struct reported *a = x, *b = y;
	if (a->event->state != b->event->state)
		return (int)a->event->state - (int)b->event->state;
	if (a->weight != b->weight)
		return (int)b->weight - (int)a->weight;
	if (a->event->on != b->event->on)
		return a->event->on == DATE_NONE     ? 1
		       : b->event->on == DATE_NONE   ? -1
		       : a->event->on < b->event->on ? -1
						     : 1;
	int c = strcmp(a->member->sha256, b->member->sha256);
	return c ? c : (a->event->raw.start > b->event->raw.start) - (a->event->raw.start < b->event->raw.start);
}

/* States that an item can enter again on another day. */
static bool is_repeatable(enum state state)
{
	return state == STATE_HELD || state == STATE_POSTPONED || state == STATE_IN_PROGRESS ||
	       state == STATE_PARTLY_SETTLED || state == STATE_SETTLEMENT_PROPOSED;
}

/* The transition that a report belongs to; NULL when it is one of its own. */
static struct transition *transition_for(struct item *out, const struct event *event)
{
	for (size_t i = 0; i < out->transitions.n; i++) {
		struct transition *t = &out->transitions.v[i];
		if (t->state == event->state &&
		    (t->on == event->on || event->on == DATE_NONE || !is_repeatable(event->state)))
			return t;
	}
	return NULL;
}

static void add_report(const struct reported *report, struct arena *arena, struct item *out)
{
	const struct event *event = report->event;
	struct transition *t = transition_for(out, event);
	if (!t) {
		t = list_push(arena, &out->transitions);
		*t = (struct transition){.state = event->state, .on = event->on, .provisional = true};
	}
	t->provisional = t->provisional && report->member->document->provisional;
	if (t->on == DATE_NONE)
		t->on = event->on;
	if (t->on != event->on && event->on != DATE_NONE && event->state != STATE_SUBMITTED) {
		char a[DATE_TEXT], b[DATE_TEXT];
		add_finding(out, arena, "date_contradicts",
			    arena_printf(arena, "%s on %s by one paper, on %s by another", state_to_text(event->state),
					 date_format(t->on, a), date_format(event->on, b)));
	}
	struct quote *quote = list_push(arena, &t->quotes);
	*quote = (struct quote){report->member->sha256, event->quote, event->raw};
}

/* The weightiest report of a state; NULL when nothing reports it. Reports are in the order of by_report. */
static const struct reported *weightiest(const struct reports *reports, enum state state)
{
	for (size_t i = 0; i < reports->n; i++)
		if (reports->v[i].event->state == state)
			return &reports->v[i];
	return NULL;
}

/* Does the report of one vote yield to that of the contrary? What a letter recites always does; of one day the weightier counts, and of
 * equals neither. Votes of two days may both have been. */
static bool yields(const struct reported *report, const struct reported *contrary)
{
	if (report->weight == WEIGHT_RECITED && contrary->weight > WEIGHT_RECITED)
		return true;
	bool one_day = report->event->on == contrary->event->on;
	return one_day && contrary->weight >= report->weight;
}

/* A motion is not both adopted and rejected. */
static void overrule(const struct reports *reports, struct arena *arena, struct item *item)
{
	const struct reported *adopted = weightiest(reports, STATE_ADOPTED),
			      *rejected = weightiest(reports, STATE_REJECTED);
	if (!adopted || !rejected)
		return;
	for (size_t i = 0; i < item->transitions.n; i++) {
		struct transition *t = &item->transitions.v[i];
		t->overruled = (t->state == STATE_ADOPTED && yields(adopted, rejected)) ||
			       (t->state == STATE_REJECTED && yields(rejected, adopted));
		if (t->overruled)
			add_finding(item, arena, "outcome_contradicts",
				    arena_printf(arena,
						 "%s by one paper, but another that weighs no less says otherwise",
						 state_to_text(t->state)));
	}
}

static void gather_transitions(const struct sources *members, struct arena *arena, struct item *out)
{
	struct reports reports = {0};
	for (size_t i = 0; i < members->n; i++) {
		const struct mention *mention = members->v[i].mention;
		for (size_t k = 0; mention->kind == out->kind && k < mention->events.n; k++) {
			const struct event *event = &mention->events.v[k];
			enum weight weight = event->recited ? WEIGHT_RECITED : weight_of(&members->v[i]);
			*list_push(arena, &reports) = (struct reported){event, &members->v[i], weight};
		}
	}
	if (reports.n)
		qsort(reports.v, reports.n, sizeof *reports.v, by_report);
	for (size_t i = 0; i < reports.n; i++)
		add_report(&reports.v[i], arena, out);
	overrule(&reports, arena, out);
}

/* Two different outcomes of one day contradict each other. */
static void find_contradictions(struct item *item, struct arena *arena)
{
	for (size_t i = 0; i < item->transitions.n; i++)
		for (size_t k = i + 1; k < item->transitions.n; k++) {
			const struct transition *a = &item->transitions.v[i], *b = &item->transitions.v[k];
			if (a->on == DATE_NONE || a->on != b->on || !is_outcome(a->state) || !is_outcome(b->state))
				continue;
			char day[DATE_TEXT];
			add_finding(item, arena, "outcome_contradicts",
				    arena_printf(arena, "%s and %s on %s", state_to_text(a->state),
						 state_to_text(b->state), date_format(a->on, day)));
		}
}

static int state_rank(enum state state)
{
	static const int ranks[STATE_COUNT] = {
		[STATE_HELD] = 1,         [STATE_TIED] = 1,
		[STATE_POSTPONED] = 1,    [STATE_ADOPTED] = 2,
		[STATE_REJECTED] = 2,     [STATE_WITHDRAWN] = 2,
		[STATE_LAPSED] = 2,       [STATE_REPLACED] = 2,
		[STATE_TAKEN_OVER] = 2,   [STATE_ANSWERED] = 2,
		[STATE_IN_PROGRESS] = 3,  [STATE_PARTLY_SETTLED] = 4,
		[STATE_NOT_EXECUTED] = 5, [STATE_SETTLEMENT_PROPOSED] = 5,
		[STATE_SETTLED] = 6,      [STATE_DROPPED] = 6,
	};
	return ranks[state];
}

/* A transition without a day stands before all others of a vote, behind all others of execution; an answer, and the notice that it will be
 * later, behind the question. */
static int day_of_effect(const struct transition *t)
{
	bool early = state_rank(t->state) <= 2 && t->state != STATE_ANSWERED && t->state != STATE_POSTPONED;
	return t->on != DATE_NONE ? t->on : early ? INT_MIN : INT_MAX;
}

static int by_effect(const void *x, const void *y)
{
	const struct transition *a = x, *b = y;
	int i = state_rank(a->state), k = state_rank(b->state);
	int on_a = day_of_effect(a), on_b = day_of_effect(b);
	if (on_a != on_b)
		return on_a < on_b ? -1 : 1;
	return i != k ? i - k : (int)a->state - (int)b->state;
}

void resolve_apply(struct item *item, struct arena *arena)
{
	if (item->transitions.n)
		qsort(item->transitions.v, item->transitions.n, sizeof *item->transitions.v, by_effect);
	item->state = STATE_NONE;
	item->date = DATE_NONE;
	for (size_t i = 0; i < item->transitions.n; i++) {
		struct transition *t = &item->transitions.v[i];
		t->forbidden = t->overruled || !lifecycle_allows(item->kind, item->state, t->state);
		if (t->overruled)
			continue;
		if (t->forbidden) {
			add_finding(item, arena, "forbidden_transition",
				    arena_printf(arena, "%s after %s", state_to_text(t->state),
						 item->state ? state_to_text(item->state) : "nothing"));
			continue;
		}
		item->state = t->state;
		if (item->date == DATE_NONE)
			item->date = t->on;
	}
}

/* ---- notices, requests, promises ---- */

static const char *content_key(int on, const char *quote, struct arena *arena)
{
	char day[DATE_TEXT];
	uint64_t hash = hash_add(hash_add(hash_start, date_format(on, day)), resolve_title_key(quote, arena));
	return arena_printf(arena, "%012llx", (unsigned long long)hash & 0xffffffffffffu);
}

static int by_notice(const void *x, const void *y)
{
	const struct item_notice *a = x, *b = y;
	if (a->on != b->on)
		return a->on < b->on ? -1 : 1;
	int c = strcmp(a->quote.document, b->quote.document);
	return c ? c : (a->quote.raw.start > b->quote.raw.start) - (a->quote.raw.start < b->quote.raw.start);
}

static bool same_notice(const struct item_notice *a, const struct item_notice *b)
{
	return a->on == b->on && a->moment.latest == b->moment.latest && strcmp(a->quote.text, b->quote.text) == 0;
}

static void gather_notices(const struct sources *members, struct arena *arena, struct item *out)
{
	struct item_notices all = {0};
	for (size_t i = 0; i < members->n; i++) {
		const struct mention *mention = members->v[i].mention;
		for (size_t k = 0; k < mention->notices.n; k++) {
			const struct notice *notice = &mention->notices.v[k];
			*list_push(arena, &all) = (struct item_notice){
				.on = members->v[i].document->date,
				.was = notice->was,
				.moment = notice->moment,
				.date_text = notice->date_text,
				.quote = {members->v[i].sha256, notice->quote, notice->raw},
			};
		}
	}
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_notice);
	for (size_t i = 0; i < all.n; i++)
		if (out->notices.n == 0 || !same_notice(&out->notices.v[out->notices.n - 1], &all.v[i]))
			*list_push(arena, &out->notices) = all.v[i];
}

static bool is_asked(const struct item *item, const char *key)
{
	for (size_t i = 0; i < item->requests.n; i++)
		if (strcmp(item->requests.v[i].key, key) == 0)
			return true;
	return false;
}

/* The requests of the weightiest paper only: a draft may ask something else. What it asks twice in the same words is asked once. */
static void gather_requests(const struct sourced *best, struct arena *arena, struct item *out)
{
	for (size_t i = 0; i < best->mention->requests.n; i++) {
		const struct request *request = &best->mention->requests.v[i];
		const char *key = content_key(DATE_NONE, request->quote, arena);
		if (is_asked(out, key))
			continue;
		*list_push(arena, &out->requests) = (struct item_request){
			.on = best->document->date,
			.verb = request->verb,
			.date_text = request->date_text,
			.moment = request->moment,
			.key = key,
			.quote = {best->sha256, request->quote, request->raw},
		};
	}
}

static const struct promise *first_of_group(const struct promises *promises, int group)
{
	for (size_t i = 0; i < promises->n; i++)
		if (promises->v[i].group == group)
			return &promises->v[i];
	return NULL;
}

/* Its words, and which of those in the same words of its paper it is. */
static const char *promise_name(const struct item *item, const char *sha256, const char *words, struct arena *arena)
{
	int before = 0;
	for (size_t i = 0; i < item->said.n; i++)
		before += strncmp(item->said.v[i].name, words, strlen(words)) == 0 &&
			  strcmp(item->said.v[i].alone.quotes.v[0].document, sha256) == 0;
	return before ? arena_printf(arena, "%s-%d", words, before + 1) : words;
}

/* A group is there once: the same letter may be there as text and as PDF. NULL when no other paper has it. */
static struct said_promise *of_another(const struct item *item, const char *key, const char *sha256)
{
	for (size_t i = 0; i < item->said.n; i++)
		if (strcmp(item->said.v[i].alone.key, key) == 0)
			return strcmp(item->said.v[i].alone.quotes.v[0].document, sha256) != 0 ? &item->said.v[i]
											       : NULL;
	return NULL;
}

/* A later list of commitments may have moved the term of a row, or given it to another. */
static void retell(const struct sourced *member, const struct promise *promise, struct item_promise *known)
{
	if (!promise->has_day || member->document->date <= known->told)
		return;
	known->told = member->document->date;
	known->promisor = promise->speaker ? promise->speaker : promise->promisor;
	known->date_text = promise->date_text;
	known->moment = promise->moment;
}

static void add_promise(const struct sourced *member, size_t at, struct arena *arena, struct item *out)
{
	const struct promises *promises = &member->document->promises;
	const struct promise *promise = &promises->v[at];
	int on = promise->has_day ? promise->on : member->document->date;
	const char *key = content_key(on, first_of_group(promises, promise->group)->quote, arena);
	struct said_promise *known = of_another(out, key, member->sha256);
	if (known) {
		retell(member, promise, &known->alone);
		return;
	}
	const char *name = promise_name(out, member->sha256, content_key(on, promise->quote, arena), arena);
	struct said_promise *said = list_push(arena, &out->said);
	said->name = name;
	said->alone = (struct item_promise){
		.on = on,
		.told = member->document->date,
		.promisor = promise->speaker ? promise->speaker : promise->promisor,
		.addressee = promise->addressee,
		.form = promise->form,
		.strength = promise->strength,
		.date_text = promise->date_text,
		.moment = promise->moment,
		.key = key,
	};
	*list_push(arena, &said->alone.quotes) = (struct quote){member->sha256, promise->quote, promise->raw};
}

static int by_day_and_place(const void *x, const void *y)
{
	const struct item_promise *a = &((const struct said_promise *)x)->alone;
	const struct item_promise *b = &((const struct said_promise *)y)->alone;
	const struct quote *p = a->quotes.v, *q = b->quotes.v;
	if (a->on != b->on)
		return a->on < b->on ? -1 : 1;
	int c = strcmp(p->document, q->document);
	return c ? c : (p->raw.start > q->raw.start) - (p->raw.start < q->raw.start);
}

static void gather_promises(const struct sources *members, struct arena *arena, struct item *out)
{
	struct gatherings lost = {0};
	for (size_t i = 0; i < members->n; i++) {
		const struct mention *mention = members->v[i].mention;
		const struct promises *promises = &members->v[i].document->promises;
		for (size_t k = 0; mention->takes_promises && k < promises->n; k++) {
			bool own = mention->takes_group == 0 || mention->takes_group == promises->v[k].group + 1;
			if (own && !promises->v[k].is_notice)
				add_promise(&members->v[i], k, arena, out);
		}
	}
	if (out->said.n)
		qsort(out->said.v, out->said.n, sizeof *out->said.v, by_day_and_place);
	regroup(out, &(struct gatherings){0}, arena, &lost);
}

/* ---- relations, questions, papers ---- */

static bool same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static void add_relation(const struct relation *relation, struct arena *arena, struct item *out)
{
	for (size_t i = 0; i < out->relations.n; i++) {
		const struct relation *r = &out->relations.v[i];
		if (r->type == relation->type && same_text(r->value, relation->value) &&
		    same_text(r->title, relation->title))
			return;
	}
	*list_push(arena, &out->relations) = *relation;
}

static void add_questions(const struct questions *questions, struct arena *arena, struct item *out)
{
	for (size_t i = 0; i < questions->n; i++) {
		size_t k = 0;
		while (k < out->questions.n && out->questions.v[k].number != questions->v[i].number)
			k++;
		if (k == out->questions.n)
			*list_push(arena, &out->questions) = questions->v[i];
		else
			out->questions.v[k].answered |= questions->v[i].answered;
	}
}

/* A question that was answered in part: each number without an answer is named. A paper that answers none by its number answers them in a
 * text of its own, and does not show which. */
static void find_unanswered(struct item *item, struct arena *arena)
{
	bool shown = false;
	for (size_t i = 0; i < item->questions.n; i++)
		shown |= item->questions.v[i].answered;
	for (size_t i = 0; shown && item->state == STATE_ANSWERED && i < item->questions.n; i++)
		if (!item->questions.v[i].answered)
			add_finding(item, arena, "question_part_unanswered",
				    arena_printf(arena, "question %d has no answer", item->questions.v[i].number));
}

static void gather_papers(const struct sources *members, struct arena *arena, struct item *out)
{
	for (size_t i = 0; i < members->n; i++) {
		const struct sourced *m = &members->v[i];
		const char *kind = document_kind_to_text(m->document->kind);
		if (i == 0 || strcmp(members->v[i - 1].sha256, m->sha256) != 0)
			*list_push(arena, &out->papers) = (struct quote){m->sha256, kind, {0, 0}};
		*list_push(arena, &out->mentions) = (struct mention_id){m->sha256, m->ordinal};
		for (size_t k = 0; k < m->mention->relations.n; k++)
			add_relation(&m->mention->relations.v[k], arena, out);
		add_questions(&m->mention->questions, arena, out);
		bool about_it = m->mention->own_paper || m->mention->kind == ITEM_QUESTION;
		for (size_t k = 0; about_it && k < m->document->findings.n; k++)
			add_finding(out, arena, m->document->findings.v[k].name, m->document->findings.v[k].detail);
	}
}

enum { TITLE_MOST = 400 };

static size_t character_size(const char *p)
{
	size_t n = 1;
	while (((unsigned char)p[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* What breaks a line or steers a terminal: C0 and C1 controls, DEL, and the separators of lines and paragraphs. */
static bool breaks_line(const char *p)
{
	unsigned char c = (unsigned char)p[0];
	return c < 0x20 || c == 0x7f || (c == 0xc2 && (unsigned char)p[1] < 0xa0) ||
	       strncmp(p, "\xe2\x80\xa8", 3) == 0 || strncmp(p, "\xe2\x80\xa9", 3) == 0;
}

/* A title on one line, single blanks, of at most TITLE_MOST bytes: what a paper calls itself may hold anything. */
static const char *one_line(const char *title, struct arena *arena)
{
	char *out = arena_alloc(arena, TITLE_MOST + sizeof "…");
	size_t n = 0;
	for (size_t size; *title; title += size) {
		size = character_size(title);
		bool blank = *title == ' ' || breaks_line(title);
		if (n + size > TITLE_MOST) {
			memcpy(out + n, "…", sizeof "…" - 1);
			return out;
		}
		if (blank && n && out[n - 1] != ' ')
			out[n++] = ' ';
		if (blank)
			continue;
		memcpy(out + n, title, size);
		n += size;
	}
	while (n && out[n - 1] == ' ')
		out[--n] = '\0';
	return out;
}

void resolve_item(const struct sources *members, bool doubt, struct arena *arena, struct item *out)
{
	enum item_kind kind = strongest_kind(members);
	const struct sourced *best = best_member(members, kind);
	*out = (struct item){.kind = kind, .title = best->mention->title};
	for (size_t i = 0; i < members->n; i++) {
		if (!out->body)
			out->body = members->v[i].document->body;
		if (!out->title)
			out->title = members->v[i].mention->title;
	}
	if (out->title)
		out->title = one_line(out->title, arena);
	gather_identifiers(members, arena, out);
	gather_people(members, best, arena, out);
	gather_transitions(members, arena, out);
	find_contradictions(out, arena);
	resolve_apply(out, arena);
	gather_notices(members, arena, out);
	gather_requests(best, arena, out);
	gather_promises(members, arena, out);
	gather_papers(members, arena, out);
	find_unanswered(out, arena);
	out->ref = make_ref(members, out, arena);
	if (doubt)
		add_finding(out, arena, "identity_in_doubt",
			    "another item is as like these papers; nothing was linked");
}
