/* audit.c: each check looks at one item and adds what it finds. A follow-up that rests on the words of a transition is owed because of that
 * state, as an answer is of a question that was put; one that rests on other words is a promise or a request. No check asks which rule
 * derived what: packs may call their rules as they like.
 */
#include "core/audit.h"

#include <assert.h>

enum { HELD_MOST = 365 };

/* The order is that of gravity, and in it that in which they are shown. */
static const struct {
	const char *name;
	enum audit_severity severity;
} names[] = {
	{"settled_while_promising", AUDIT_HIGH},
	{"settled_without_evidence", AUDIT_HIGH},
	{"question_part_unanswered", AUDIT_HIGH},
	{"answer_missing", AUDIT_HIGH},
	{"outcome_contradicts", AUDIT_HIGH},
	{"overdue", AUDIT_MEDIUM},
	{"answer_late", AUDIT_MEDIUM},
	{"moved_without_reason", AUDIT_MEDIUM},
	{"held_too_long", AUDIT_MEDIUM},
	{"forbidden_transition", AUDIT_MEDIUM},
	{"settlement_unconfirmed", AUDIT_LOW},
	{"promise_without_date", AUDIT_LOW},
	{"unknown_status", AUDIT_LOW},
	{"date_contradicts", AUDIT_LOW},
	{"identity_in_doubt", AUDIT_LOW},
	{"answer_without_date", AUDIT_LOW},
	{"promise_not_found", AUDIT_LOW},
	{"unreadable", AUDIT_LOW},
	{"says_confidential", AUDIT_LOW},
};

static const char *const severities[] = {[AUDIT_HIGH] = "high", [AUDIT_MEDIUM] = "medium", [AUDIT_LOW] = "low"};
static_assert(ARRAY_SIZE(severities) == AUDIT_SEVERITY_COUNT, "a word for each severity");

const char *audit_severity_to_text(enum audit_severity severity)
{
	return severities[severity];
}

bool audit_severity_from_text(const char *text, enum audit_severity *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(severities); i++)
		if (strcmp(severities[i], text) == 0) {
			*out = (enum audit_severity)i;
			return true;
		}
	return false;
}

const char *audit_name(size_t i)
{
	return i < ARRAY_SIZE(names) ? names[i].name : NULL;
}

static size_t rank_of(const char *name)
{
	size_t i = 0;
	while (i < ARRAY_SIZE(names) && strcmp(names[i].name, name) != 0)
		i++;
	return i;
}

enum audit_severity audit_severity_of(const char *name)
{
	size_t i = rank_of(name);
	return i < ARRAY_SIZE(names) ? names[i].severity : AUDIT_LOW;
}

static int by_sha256(const void *key, const void *paper)
{
	return strcmp(key, ((const struct audit_paper *)paper)->sha256);
}

const struct audit_paper *audit_paper_find(const struct audit_papers *papers, const char *sha256)
{
	if (!sha256 || !papers || !papers->n)
		return NULL;
	return bsearch(sha256, papers->v, papers->n, sizeof *papers->v, by_sha256);
}

/* ---- one look at an item ---- */

struct look {
	const struct audit_case *it;
	int today;
	struct arena *arena;
	struct audit_findings *out;
};

static struct audit_finding *find(const struct look *look, const char *name, const char *detail)
{
	struct audit_finding *finding = list_push(look->arena, look->out);
	*finding = (struct audit_finding){.name = name, .severity = audit_severity_of(name), .detail = detail};
	return finding;
}

static const char *day_text(const struct look *look, int day)
{
	char text[DATE_TEXT];
	return day == DATE_NONE ? "?" : arena_text(look->arena, slice_of(date_format(day, text)));
}

static void cite(const struct look *look, struct audit_finding *finding, const struct quotes *quotes)
{
	for (size_t i = 0; i < quotes->n; i++)
		*list_push(look->arena, &finding->evidence) = quotes->v[i];
}

/* What is owed, as a word for people. */
static const char *form_of(const struct followup *f)
{
	return f->form && strcmp(f->form, "other") != 0 ? f->form : "action";
}

static bool is_quoted(const struct quotes *quotes, const struct quote *quote)
{
	for (size_t i = 0; i < quotes->n; i++) {
		const struct quote *other = &quotes->v[i];
		bool same = quote->document ? other->document && strcmp(other->document, quote->document) == 0
					    : !other->document;
		if (same && other->raw.start == quote->raw.start && other->raw.end == quote->raw.end)
			return true;
	}
	return false;
}

static bool names_paper(const struct quotes *quotes, const char *document)
{
	for (size_t i = 0; i < quotes->n; i++)
		if (document && quotes->v[i].document && strcmp(quotes->v[i].document, document) == 0)
			return true;
	return false;
}

/* Whether it is owed because of a state, and not because somebody promised or asked it. */
static bool is_of_state(const struct audit_case *it, const struct followup *f)
{
	if (!f->quotes.n)
		return true;
	for (size_t i = 0; i < it->item.transitions.n; i++)
		if (is_quoted(&it->item.transitions.v[i].quotes, &f->quotes.v[0]))
			return true;
	return false;
}

/* The transition by which the item is in its state; NULL when none is. */
static const struct transition *in_force(const struct item *item)
{
	for (size_t i = item->transitions.n; i--;)
		if (!item->transitions.v[i].forbidden && item->transitions.v[i].state == item->state)
			return &item->transitions.v[i];
	return NULL;
}

static bool is_dated(const struct followup *f)
{
	return f->latest != DATE_NONE && !f->review;
}

/* ---- settlement ---- */

static bool settles(enum state state)
{
	return state == STATE_SETTLED || state == STATE_SETTLEMENT_PROPOSED;
}

/* What is still to come of what the papers that settle promise themselves. */
struct open_promises {
	size_t n;
	int latest; /* the last day; DATE_NONE when none of them has one */
	struct quotes quotes;
};

static void open_promises_find(const struct look *look, const struct transition *t, struct open_promises *out)
{
	*out = (struct open_promises){.latest = DATE_NONE};
	for (size_t i = 0; i < look->it->followups.n; i++) {
		const struct followup *f = &look->it->followups.v[i].followup;
		size_t known = out->quotes.n;
		if (f->status != FOLLOWUP_PENDING || is_of_state(look->it, f))
			continue;
		for (size_t k = 0; k < f->quotes.n; k++)
			if (names_paper(&t->quotes, f->quotes.v[k].document))
				*list_push(look->arena, &out->quotes) = f->quotes.v[k];
		if (out->quotes.n == known)
			continue;
		out->n++;
		if (is_dated(f) && (out->latest == DATE_NONE || f->latest > out->latest))
			out->latest = f->latest;
	}
}

/* A letter that settles and promises in one text: forbidden by the lifecycle or not, that is what it says. */
static void look_at_closing(const struct look *look, const struct transition *t)
{
	struct open_promises open;
	open_promises_find(look, t, &open);
	if (!open.n)
		return;
	const char *state = state_to_text(t->state), *on = day_text(look, t->on);
	const char *detail =
		open.latest == DATE_NONE
			? arena_printf(look->arena, "%s on %s by a paper that still promises something, without a day",
				       state, on)
			: arena_printf(look->arena, "%s on %s by a paper that still promises something by %s", state,
				       on, day_text(look, open.latest));
	struct audit_finding *finding = find(look, "settled_while_promising", detail);
	cite(look, finding, &t->quotes);
	cite(look, finding, &open.quotes);
}

/* Settled for good, while something is still to come that another paper promised. */
static void look_at_settled(const struct look *look, const struct transition *t)
{
	for (size_t i = 0; i < look->it->followups.n; i++) {
		const struct followup *f = &look->it->followups.v[i].followup;
		bool told = f->quotes.n && names_paper(&t->quotes, f->quotes.v[0].document);
		if (f->status != FOLLOWUP_PENDING || told)
			continue;
		struct audit_finding *finding =
			find(look, "settled_while_promising",
			     arena_printf(look->arena, "%s on %s, while this is still to come: %s",
					  state_to_text(t->state), day_text(look, t->on), form_of(f)));
		cite(look, finding, &t->quotes);
		cite(look, finding, &f->quotes);
	}
}

static void look_at_settlement(const struct look *look)
{
	const struct item *item = &look->it->item;
	const struct transition *now = in_force(item);
	bool papers = false;
	for (size_t i = 0; i < item->transitions.n; i++)
		if (settles(item->transitions.v[i].state) && !item->transitions.v[i].overruled)
			look_at_closing(look, &item->transitions.v[i]);
	if (!now || !settles(now->state))
		return;
	for (size_t i = 0; i < now->quotes.n; i++)
		papers |= now->quotes.v[i].document != NULL;
	if (!papers)
		find(look, "settled_without_evidence",
		     arena_printf(look->arena, "%s on %s, and no paper says so", state_to_text(now->state),
				  day_text(look, now->on)));
	if (now->state == STATE_SETTLED)
		look_at_settled(look, now);
	else
		cite(look,
		     find(look, "settlement_unconfirmed",
			  arena_printf(look->arena, "proposed on %s, and the council has not confirmed it",
				       day_text(look, now->on))),
		     &now->quotes);
}

/* ---- time ---- */

/* The answer to questions that came on that day. */
static const struct transition *answer_on(const struct item *item, int on)
{
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		if (t->state == STATE_ANSWERED && !t->forbidden && t->on == on)
			return t;
	}
	return NULL;
}

static void look_at_answer(const struct look *look, const struct followup *f)
{
	const struct item *item = &look->it->item;
	if (item->kind != ITEM_QUESTION || f->status != FOLLOWUP_FULFILLED || !is_dated(f) ||
	    f->fulfilled_on == DATE_NONE || f->fulfilled_on <= f->latest || !is_of_state(look->it, f))
		return;
	struct audit_finding *finding = find(look, "answer_late",
					     arena_printf(look->arena, "answered on %s, due on %s; days late: %d",
							  day_text(look, f->fulfilled_on), day_text(look, f->latest),
							  f->fulfilled_on - f->latest));
	const struct transition *answer = answer_on(item, f->fulfilled_on);
	if (answer)
		cite(look, finding, &answer->quotes);
	cite(look, finding, &f->quotes);
}

static const char *late_name(const struct look *look, const struct followup *f)
{
	const struct item *item = &look->it->item;
	bool open = item->state == STATE_SUBMITTED || item->state == STATE_POSTPONED;
	if (item->kind == ITEM_QUESTION && open && is_of_state(look->it, f))
		return "answer_missing";
	return "overdue";
}

static void look_at_delay(const struct look *look, const struct followup *f)
{
	if (f->status != FOLLOWUP_PENDING || !is_dated(f) || f->latest >= look->today)
		return;
	const char *due = day_text(look, f->latest);
	if (look->it->item.state == STATE_HELD && is_of_state(look->it, f)) {
		cite(look,
		     find(look, "held_too_long", arena_printf(look->arena, "held, and its term ended on %s", due)),
		     &f->quotes);
		return;
	}
	const char *name = late_name(look, f);
	cite(look,
	     find(look, name,
		  arena_printf(look->arena, "%s: due on %s; days late: %d", form_of(f), due, look->today - f->latest)),
	     &f->quotes);
}

/* Where no rule says how long a motion may be held, a year is long. */
static void look_at_holding(const struct look *look)
{
	const struct item *item = &look->it->item;
	const struct transition *now = item->state == STATE_HELD ? in_force(item) : NULL;
	if (!now || now->on == DATE_NONE || look->today - now->on <= HELD_MOST)
		return;
	for (size_t i = 0; i < look->it->followups.n; i++) {
		const struct followup *f = &look->it->followups.v[i].followup;
		if (f->status == FOLLOWUP_PENDING && is_dated(f) && is_of_state(look->it, f))
			return;
	}
	cite(look,
	     find(look, "held_too_long",
		  arena_printf(look->arena, "held since %s, and no rule sets a term; days: %d", day_text(look, now->on),
			       look->today - now->on)),
	     &now->quotes);
}

/* ---- promises and moves ---- */

static void look_at_promise(const struct look *look, const struct followup *f)
{
	bool promise = look->it->item.kind == ITEM_COMMITMENT || !is_of_state(look->it, f);
	if (f->status != FOLLOWUP_PENDING || is_dated(f) || !promise)
		return;
	const char *detail =
		f->date_text ? arena_printf(look->arena, "%s: no day is named by '%s'", form_of(f), f->date_text)
			     : arena_printf(look->arena, "%s: no day is named", form_of(f));
	cite(look, find(look, "promise_without_date", detail), &f->quotes);
}

static void look_at_slip(const struct look *look, const struct slip *slip)
{
	const struct move *move = slip->move;
	if (slip->reason || (!move->document && !move->reason))
		return;
	struct audit_finding *finding =
		find(look, "moved_without_reason",
		     arena_printf(look->arena, "from %s to %s on %s, and no reason is given", day_text(look, move->was),
				  day_text(look, move->latest), day_text(look, move->on)));
	for (size_t i = 0; i < slip->followup->quotes.n; i++) {
		const struct quote *quote = &slip->followup->quotes.v[i];
		if (quote->document && move->document && strcmp(quote->document, move->document) == 0)
			*list_push(look->arena, &finding->evidence) = *quote;
	}
}

/* ---- what reading the papers found ---- */

static bool is_vote(enum state state)
{
	return state == STATE_ADOPTED || state == STATE_REJECTED || state == STATE_WITHDRAWN || state == STATE_HELD ||
	       state == STATE_LAPSED || state == STATE_TAKEN_OVER || state == STATE_TIED;
}

/* Whether the words of `t` are what a finding of this name speaks of. */
static bool speaks_of(const char *name, const char *detail, const struct transition *t)
{
	if (strcmp(name, "outcome_contradicts") == 0)
		return is_vote(t->state);
	if (strcmp(name, "forbidden_transition") == 0)
		return t->forbidden && slice_begins(slice_of(detail), state_to_text(t->state));
	if (strcmp(name, "date_contradicts") == 0)
		return slice_begins(slice_of(detail), state_to_text(t->state)) || is_vote(t->state);
	return strcmp(name, "question_part_unanswered") == 0 && t->state == STATE_ANSWERED;
}

static void look_at_stored(const struct look *look)
{
	const struct item *item = &look->it->item;
	for (size_t i = 0; i < item->findings.n; i++) {
		const struct finding *stored = &item->findings.v[i];
		struct audit_finding *finding = find(look, stored->name, stored->detail);
		for (size_t k = 0; k < item->transitions.n; k++)
			if (speaks_of(stored->name, stored->detail, &item->transitions.v[k]))
				cite(look, finding, &item->transitions.v[k].quotes);
	}
}

static int by_rank(const void *x, const void *y)
{
	const struct audit_finding *a = x, *b = y;
	size_t i = rank_of(a->name), k = rank_of(b->name);
	if (i != k)
		return (i > k) - (i < k);
	int c = strcmp(a->detail, b->detail);
	if (c || !a->evidence.n || !b->evidence.n)
		return c ? c : (a->evidence.n > b->evidence.n) - (a->evidence.n < b->evidence.n);
	const struct quote *p = &a->evidence.v[0], *q = &b->evidence.v[0];
	c = strcmp(p->document ? p->document : "", q->document ? q->document : "");
	return c ? c : (p->raw.start > q->raw.start) - (p->raw.start < q->raw.start);
}

void audit_item(const struct audit_case *it, int today, struct arena *arena, struct audit_findings *out)
{
	const struct look look = {it, today, arena, out};
	size_t first = out->n;
	look_at_settlement(&look);
	look_at_holding(&look);
	for (size_t i = 0; i < it->followups.n; i++) {
		const struct followup *f = &it->followups.v[i].followup;
		look_at_answer(&look, f);
		look_at_delay(&look, f);
		look_at_promise(&look, f);
	}
	for (size_t i = 0; i < it->slips.n; i++)
		look_at_slip(&look, &it->slips.v[i]);
	look_at_stored(&look);
	if (out->n > first)
		qsort(out->v + first, out->n - first, sizeof *out->v, by_rank);
}
