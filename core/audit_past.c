/* audit_past.c: nothing is derived anew. What has a day later than the one asked for is taken off, the last first, and the state follows from the
 * transitions that are left.
 */
#include "core/audit_past.h"

#include "core/resolve.h"

static int paper_day(const struct audit_case *it, const char *document)
{
	const struct audit_paper *paper = audit_paper_find(it->papers, document);
	return paper ? paper->day : DATE_NONE;
}

/* The first day of those papers that have one. */
static int first_day(const struct audit_case *it, const struct quotes *quotes)
{
	int first = DATE_NONE;
	for (size_t i = 0; i < quotes->n; i++) {
		int day = paper_day(it, quotes->v[i].document);
		if (day != DATE_NONE && (first == DATE_NONE || day < first))
			first = day;
	}
	return first;
}

static int day_of(const struct audit_case *it, const struct transition *t)
{
	return t->on != DATE_NONE ? t->on : first_day(it, &t->quotes);
}

static bool is_later(int a, int day)
{
	return a != DATE_NONE && a > day;
}

/* Whether a paper that tells of the item is of a later day: it may be the cause of anything that has no day of its own. */
static bool has_later_paper(const struct audit_case *it, int day)
{
	for (size_t i = 0; i < it->item.mentions.n; i++)
		if (is_later(paper_day(it, it->item.mentions.v[i].document), day))
			return true;
	return false;
}

/* ---- the item ---- */

/* The contrary of a vote may not have been reported yet. */
static bool is_contradicted(const struct transitions *kept, const struct transition *t)
{
	for (size_t i = 0; i < kept->n; i++)
		if (kept->v[i].state == (t->state == STATE_ADOPTED ? STATE_REJECTED : STATE_ADOPTED))
			return true;
	return false;
}

/* Gives whether any was taken off. */
static bool transitions_cut(struct audit_case *it, int day, struct arena *arena)
{
	struct transitions kept = {0};
	for (size_t i = 0; i < it->item.transitions.n; i++)
		if (!is_later(day_of(it, &it->item.transitions.v[i]), day))
			*list_push(arena, &kept) = it->item.transitions.v[i];
	bool cut = kept.n < it->item.transitions.n;
	for (size_t i = 0; i < kept.n; i++)
		kept.v[i].overruled = kept.v[i].overruled && is_contradicted(&kept, &kept.v[i]);
	it->item.transitions = kept;
	return cut;
}

/* What the lifecycle found follows from the transitions; of the rest it cannot be told since when it holds, once a later paper came. */
static void findings_cut(struct audit_case *it, bool cut, int day, struct arena *arena)
{
	struct findings kept = {0};
	bool unsure = cut || has_later_paper(it, day);
	for (size_t i = 0; i < it->item.findings.n; i++) {
		const struct finding *finding = &it->item.findings.v[i];
		bool lifecycle = strcmp(finding->name, "forbidden_transition") == 0;
		if (!unsure || (lifecycle && !cut))
			*list_push(arena, &kept) = *finding;
		else
			it->untold += !lifecycle;
	}
	it->item.findings = kept;
	if (cut)
		resolve_apply(&it->item, arena);
}

/* An item without a life of its own is there since its first paper. */
static bool is_there(const struct audit_case *it, bool cut, int day)
{
	bool known = false;
	if (it->item.transitions.n)
		return true;
	for (size_t i = 0; i < it->item.mentions.n; i++) {
		int on = paper_day(it, it->item.mentions.v[i].document);
		known |= on != DATE_NONE;
		if (on != DATE_NONE && on <= day)
			return true;
	}
	return !known && !cut;
}

/* ---- what was owed ---- */

static bool has_quote(const struct transition *t, const struct quote *quote)
{
	for (size_t i = 0; i < t->quotes.n; i++) {
		const struct quote *other = &t->quotes.v[i];
		bool papers = quote->document && other->document;
		if (papers ? strcmp(quote->document, other->document) == 0 && quote->raw.start == other->raw.start
			   : quote->document == other->document)
			return true;
	}
	return false;
}

/* The day on which a sentence began to count: that of the transition that it stands for, else that of its paper. A person's words are all the
 * same: what was owed by `latest` began by the last of them before that. */
static int day_of_quote(const struct audit_case *it, const struct transitions *all, const struct quote *quote,
			int latest)
{
	int began = paper_day(it, quote->document);
	for (size_t i = 0; i < all->n; i++) {
		int day = day_of(it, &all->v[i]);
		if (!has_quote(&all->v[i], quote))
			continue;
		if (quote->document)
			return day;
		if (began == DATE_NONE || latest == DATE_NONE || day <= latest)
			began = day;
	}
	return began;
}

/* The last moves first; what they took the day from is what was owed. */
static void moves_cut(struct followup *f, int day)
{
	while (f->moves.n && is_later(f->moves.v[f->moves.n - 1].on, day)) {
		const struct move *move = &f->moves.v[--f->moves.n];
		if (move->latest != DATE_NONE || !f->moves.n) {
			f->latest = move->was;
			f->review = false;
			f->date_text = NULL;
			date_format(move->was, f->edtf);
		}
	}
}

static void quotes_cut(const struct audit_case *it, const struct transitions *all, struct followup *f, int day,
		       struct arena *arena)
{
	struct quotes kept = {0};
	for (size_t i = 0; i < f->quotes.n; i++)
		if (!is_later(day_of_quote(it, all, &f->quotes.v[i], f->latest), day))
			*list_push(arena, &kept) = f->quotes.v[i];
	f->quotes = kept;
}

/* Gives whether it was owed at all. */
static bool followup_cut(struct audit_case *it, const struct transitions *all, struct audit_followup *owed, int day,
			 struct arena *arena)
{
	struct followup *f = &owed->followup;
	bool told = f->quotes.n > 0;
	quotes_cut(it, all, f, day, arena);
	if (told && !f->quotes.n)
		return false;
	if (f->status == FOLLOWUP_WITHDRAWN) {
		it->untold += has_later_paper(it, day);
		return false;
	}
	moves_cut(f, day);
	bool fulfilled = f->status == FOLLOWUP_FULFILLED && is_later(f->fulfilled_on, day);
	bool waived = f->status == FOLLOWUP_WAIVED && is_later(owed->waived_on, day);
	if (fulfilled || waived) {
		f->status = FOLLOWUP_PENDING;
		f->fulfilled_on = DATE_NONE;
		f->because = NULL;
	}
	return true;
}

bool audit_past(struct audit_case *it, int day, struct arena *arena)
{
	const struct transitions all = it->item.transitions;
	struct audit_followups owed = {0};
	bool cut = transitions_cut(it, day, arena);
	if (!is_there(it, cut, day))
		return false;
	findings_cut(it, cut, day, arena);
	for (size_t i = 0; i < it->followups.n; i++)
		if (followup_cut(it, &all, &it->followups.v[i], day, arena))
			*list_push(arena, &owed) = it->followups.v[i];
	it->followups = owed;
	return true;
}
