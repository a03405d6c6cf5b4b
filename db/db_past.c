/* db_past.c: the register as it was at an entry of its journal.
 *
 * One walk behind that entry finds the items that something was recorded of since, and the papers that came since. One walk up to it replays
 * what was recorded of these items alone: their state, transitions, follow-ups and words. So what is held grows with what changed, and
 * not with the register. Items are found by ref, which follows each change of name.
 */
#include "db/db_journal.h"
#include "db/db_names.h"

struct past_item {
	const char *ref;
	bool there;
	bool taken;
	enum item_kind kind;
	const char *body;
	int date;
	enum state state;
	struct transitions transitions;
	struct audit_followups followups;
};

struct past {
	struct past_item *items; /* sorted by ref */
	size_t n;
	struct names papers; /* that came since, sorted */
};

/* One entry, while it is looked at. */
struct entry {
	int64_t seq;
	struct slice text;
	struct arena *arena;
};

static const char *get(const struct entry *entry, const char *key)
{
	return journal_field(entry->text, key, entry->arena);
}

static bool is(const struct entry *entry, const char *key, const char *value)
{
	return strcmp(get(entry, key), value) == 0;
}

static int get_day(const struct entry *entry, const char *key)
{
	return date_parse(slice_of(get(entry, key)));
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void names_sort(struct names *names)
{
	size_t kept = 0;
	if (names->n)
		qsort(names->v, names->n, sizeof *names->v, by_name);
	for (size_t i = 0; i < names->n; i++)
		if (!kept || strcmp(names->v[kept - 1], names->v[i]) != 0)
			names->v[kept++] = names->v[i];
	names->n = kept;
}

static bool names_hold(const struct names *sorted, const char *name)
{
	return sorted->n && bsearch(&name, sorted->v, sorted->n, sizeof *sorted->v, by_name);
}

/* ---- which items ---- */

struct rename {
	const char *was;
	const char *now;
};

struct renames {
	struct rename *v;
	size_t n;
	size_t cap;
};

struct walk {
	struct db *db;
	int64_t first; /* entries behind this one */
	int64_t last;  /* up to and with this one */
	void (*take)(void *user, const struct entry *entry);
	void *user;
};

static enum status walk_run(const struct walk *walk, struct err *err)
{
	struct query q;
	query_begin(&q, walk->db, SQL_JOURNAL_AFTER);
	query_number(&q, ":seq", walk->first);
	while (query_row(&q) && query_get_number(&q, 0) <= walk->last) {
		struct arena *arena = arena_new();
		const char *text = query_peek_text(&q, 1);
		const struct entry entry = {query_get_number(&q, 0), slice_of(text ? text : ""), arena};
		walk->take(walk->user, &entry);
		arena_free(arena);
	}
	return query_end(&q, err);
}

/* What the first two walks gather. */
struct gathered {
	struct arena *arena;
	struct names refs;
	struct names papers;
	struct renames renames;
};

static void name_add(struct names *names, const char *name, struct arena *arena)
{
	if (*name)
		*list_push(arena, names) = arena_text(arena, slice_of(name));
}

static void since_take(void *user, const struct entry *entry)
{
	struct gathered *gathered = user;
	if (is(entry, "op", "document")) {
		if (is(entry, "change", "added"))
			name_add(&gathered->papers, get(entry, "document"), gathered->arena);
		return;
	}
	name_add(&gathered->refs, get(entry, "item"), gathered->arena);
	if (is(entry, "op", "item"))
		name_add(&gathered->refs, get(entry, "now"), gathered->arena);
}

static bool is_rename(const struct entry *entry)
{
	return is(entry, "op", "item") && (is(entry, "change", "renamed") || is(entry, "change", "merged"));
}

static void rename_take(void *user, const struct entry *entry)
{
	struct gathered *gathered = user;
	if (is_rename(entry))
		*list_push(gathered->arena, &gathered->renames) =
			(struct rename){arena_text(gathered->arena, slice_of(get(entry, "item"))),
					arena_text(gathered->arena, slice_of(get(entry, "now")))};
}

/* What became one of them before counts too: the last change of name is followed first. */
static void refs_close(struct gathered *gathered)
{
	names_sort(&gathered->refs);
	for (size_t i = gathered->renames.n; i--;)
		if (names_hold(&gathered->refs, gathered->renames.v[i].now)) {
			*list_push(gathered->arena, &gathered->refs) = gathered->renames.v[i].was;
			names_sort(&gathered->refs);
		}
}

/* ---- the replay ---- */

struct replay {
	struct past *past;
	struct db *db;
	struct arena *arena;
	struct err *err;
	enum status status;
};

static int by_ref(const void *ref, const void *item)
{
	return strcmp(ref, ((const struct past_item *)item)->ref);
}

static struct past_item *item_find(const struct past *past, const char *ref)
{
	return past->n ? bsearch(ref, past->items, past->n, sizeof *past->items, by_ref) : NULL;
}

static struct audit_followup *followup_find(struct past_item *item, const char *rule, const char *key)
{
	for (size_t i = 0; i < item->followups.n; i++) {
		const struct followup *f = &item->followups.v[i].followup;
		if (strcmp(f->rule, rule) == 0 && strcmp(f->key, key) == 0)
			return &item->followups.v[i];
	}
	return NULL;
}

/* Another name, or part of another item, which keeps its own transitions and those follow-ups that both have. */
static void item_carry(struct replay *replay, struct past_item *from, struct past_item *to)
{
	if (!to->there) {
		const char *ref = to->ref;
		*to = *from;
		to->ref = ref;
	} else {
		for (size_t i = 0; i < from->followups.n; i++) {
			const struct audit_followup *owed = &from->followups.v[i];
			if (!followup_find(to, owed->followup.rule, owed->followup.key))
				*list_push(replay->arena, &to->followups) = *owed;
		}
	}
	*from = (struct past_item){.ref = from->ref};
}

static void item_take(struct replay *replay, struct past_item *item, const struct entry *entry)
{
	if (is_rename(entry)) {
		struct past_item *to = item_find(replay->past, get(entry, "now"));
		if (to && to != item)
			item_carry(replay, item, to);
		return;
	}
	if (is(entry, "change", "removed")) {
		*item = (struct past_item){.ref = item->ref};
		return;
	}
	item->there = true;
	if (!item_kind_from_text(slice_of(get(entry, "kind")), &item->kind))
		item->kind = ITEM_OTHER;
	const char *body = get(entry, "body");
	item->body = *body ? arena_text(replay->arena, slice_of(body)) : NULL;
	item->date = get_day(entry, "date");
	if (!state_from_text(slice_of(get(entry, "state")), &item->state))
		item->state = STATE_NONE;
}

static void transition_take(struct replay *replay, struct past_item *item, const struct entry *entry)
{
	enum state state;
	int on = get_day(entry, "on");
	if (!state_from_text(slice_of(get(entry, "state")), &state))
		return;
	if (is(entry, "change", "added")) {
		struct transition *t = list_push(replay->arena, &item->transitions);
		const char *document = get(entry, "document");
		*t = (struct transition){.state = state, .on = on, .forbidden = is(entry, "forbidden", "yes")};
		if (*document)
			*list_push(replay->arena, &t->quotes) =
				(struct quote){arena_text(replay->arena, slice_of(document)), "", {0, 0}};
		return;
	}
	for (size_t i = 0; i < item->transitions.n; i++)
		if (item->transitions.v[i].state == state && item->transitions.v[i].on == on) {
			item->transitions.v[i] = item->transitions.v[--item->transitions.n];
			return;
		}
}

static enum followup_status status_of(const char *text)
{
	for (int i = 0; i < FOLLOWUP_STATUS_COUNT; i++)
		if (strcmp(followup_status_to_text((enum followup_status)i), text) == 0)
			return (enum followup_status)i;
	return FOLLOWUP_PENDING;
}

static void followup_drop(struct past_item *item, const char *uid)
{
	for (size_t i = 0; i < item->followups.n; i++)
		if (strcmp(item->followups.v[i].followup.uid, uid) == 0) {
			item->followups.v[i] = item->followups.v[--item->followups.n];
			return;
		}
}

static struct audit_followup *followup_need(struct replay *replay, struct past_item *item, const struct entry *entry)
{
	const char *rule = get(entry, "rule"), *key = get(entry, "key");
	struct audit_followup *known = followup_find(item, rule, key);
	if (known)
		return known;
	known = list_push(replay->arena, &item->followups);
	known->waived_on = DATE_NONE;
	known->followup.rule = arena_text(replay->arena, slice_of(rule));
	known->followup.key = arena_text(replay->arena, slice_of(key));
	known->followup.item = item->ref;
	return known;
}

/* A moment without EDTF that has a day is one to look again. */
static void followup_take(struct replay *replay, struct past_item *item, const struct entry *entry)
{
	if (is(entry, "change", "removed")) {
		followup_drop(item, get(entry, "followup"));
		return;
	}
	if (is(entry, "change", "renamed"))
		return; /* all that it is called now comes with the next entry */
	struct followup *f = &followup_need(replay, item, entry)->followup;
	snprintf(f->uid, sizeof f->uid, "%s", get(entry, "followup"));
	snprintf(f->edtf, sizeof f->edtf, "%s", get(entry, "edtf"));
	f->status = status_of(get(entry, "status"));
	f->earliest = get_day(entry, "earliest");
	f->latest = get_day(entry, "latest");
	f->review = f->latest != DATE_NONE && !f->edtf[0];
	f->fulfilled_on = get_day(entry, "fulfilled");
}

/* Why a person said so; NULL when that was erased. */
static const char *reason_read(struct replay *replay, int64_t seq)
{
	const char *reason = NULL;
	struct query q;
	query_begin(&q, replay->db, SQL_OPENING_LIST);
	query_number(&q, ":seq", seq);
	while (query_row(&q))
		if (strcmp(query_peek_text(&q, 0), "because") == 0)
			reason = query_get_text(&q, 2, replay->arena);
	enum status status = query_end(&q, replay->status == OK ? replay->err : NULL);
	replay->status = replay->status == OK ? status : replay->status;
	return reason;
}

static void word_take(struct replay *replay, struct past_item *item, const struct entry *entry)
{
	struct audit_followup *owed = followup_need(replay, item, entry);
	if (is(entry, "word", "waive"))
		owed->waived_on = get_day(entry, "on");
	if (is(entry, "word", "move"))
		*list_push(replay->arena, &owed->followup.moves) =
			(struct move){get_day(entry, "was"), get_day(entry, "latest"), get_day(entry, "on"), NULL,
				      reason_read(replay, entry->seq)};
}

static void replay_take(void *user, const struct entry *entry)
{
	static const struct {
		const char *op;
		void (*take)(struct replay *replay, struct past_item *item, const struct entry *entry);
	} ops[] = {
		{"item", item_take}, {"transition", transition_take}, {"followup", followup_take}, {"word", word_take}};
	struct replay *replay = user;
	struct past_item *item = item_find(replay->past, get(entry, "item"));
	const char *op = item ? get(entry, "op") : "";
	for (size_t i = 0; i < ARRAY_SIZE(ops); i++)
		if (strcmp(ops[i].op, op) == 0)
			ops[i].take(replay, item, entry);
}

/* ---- what others ask ---- */

enum status db_past_load(struct db *db, int64_t last, struct arena *arena, struct past **out, struct err *err)
{
	struct past *past = arena_alloc(arena, sizeof *past);
	struct gathered gathered = {.arena = arena};
	struct replay replay = {past, db, arena, err, OK};
	const struct walk since = {db, last, INT64_MAX, since_take, &gathered};
	const struct walk names = {db, 0, last, rename_take, &gathered};
	const struct walk all = {db, 0, last, replay_take, &replay};
	enum status status = walk_run(&since, err);
	if (status == OK)
		status = walk_run(&names, err);
	if (status != OK)
		return status;
	refs_close(&gathered);
	names_sort(&gathered.papers);
	past->papers = gathered.papers;
	past->n = gathered.refs.n;
	past->items = arena_alloc(arena, (past->n + 1) * sizeof *past->items);
	for (size_t i = 0; i < past->n; i++)
		past->items[i] = (struct past_item){.ref = gathered.refs.v[i], .date = DATE_NONE};
	if (past->n)
		status = walk_run(&all, err);
	if (status == OK)
		status = replay.status;
	if (status == OK)
		*out = past;
	return status;
}

bool past_differs(const struct past *past, const char *ref)
{
	return item_find(past, ref) != NULL;
}

bool past_has_paper(const struct past *past, const char *sha256)
{
	return !names_hold(&past->papers, sha256);
}

const char *past_ref(const struct past *past, size_t i)
{
	return i < past->n ? past->items[i].ref : NULL;
}

/* The words of a transition are those of the same one as its papers tell of it. */
static void quotes_put(struct past_item *item, const struct item *read)
{
	for (size_t i = 0; read && i < item->transitions.n; i++)
		for (size_t k = 0; k < read->transitions.n; k++) {
			const struct transition *t = &read->transitions.v[k];
			if (t->state == item->transitions.v[i].state && t->on == item->transitions.v[i].on)
				item->transitions.v[i].quotes = t->quotes;
		}
}

/* The words of a promise or request of that name, as the papers of then say them. */
static struct quotes quotes_read(const struct item *read, const char *key, struct arena *arena)
{
	struct quotes found = {0};
	for (size_t i = 0; read && i < read->promises.n; i++)
		if (strcmp(read->promises.v[i].key, key) == 0)
			return read->promises.v[i].quotes;
	for (size_t i = 0; read && i < read->requests.n; i++)
		if (strcmp(read->requests.v[i].key, key) == 0)
			*list_push(arena, &found) = read->requests.v[i].quote;
	return found;
}

/* Words of papers that came since are left out; where the same was said before, it was in the words of then. */
static void quotes_keep(const struct past *past, const struct quotes *now, const struct item *read, struct followup *f,
			struct arena *arena)
{
	for (size_t i = 0; i < now->n; i++)
		if (!now->v[i].document || past_has_paper(past, now->v[i].document))
			*list_push(arena, &f->quotes) = now->v[i];
	if (f->quotes.n == now->n && now->n)
		return;
	const struct quotes said = quotes_read(read, f->key, arena);
	if (said.n)
		f->quotes = said;
}

static const struct followup *followup_now(const struct audit_case *now, const struct followup *f)
{
	for (size_t i = 0; now && i < now->followups.n; i++) {
		const struct followup *other = &now->followups.v[i].followup;
		if (strcmp(other->rule, f->rule) == 0 && strcmp(other->key, f->key) == 0)
			return other;
	}
	return NULL;
}

/* Moves that papers tell of, and behind them those by people. */
static void moves_keep(const struct past *past, const struct moves *now, struct followup *f, struct arena *arena)
{
	struct moves moves = {0};
	for (size_t i = 0; i < now->n; i++)
		if (now->v[i].document && past_has_paper(past, now->v[i].document))
			*list_push(arena, &moves) = now->v[i];
	for (size_t i = 0; i < f->moves.n; i++)
		*list_push(arena, &moves) = f->moves.v[i];
	f->moves = moves;
}

static void details_put(const struct past *past, struct followup *f, const struct item *read,
			const struct audit_case *now, struct arena *arena)
{
	static const struct followup none;
	const struct followup *other = followup_now(now, f);
	other = other ? other : &none;
	f->title = other->title;
	f->form = other->form;
	f->owed_by = other->owed_by;
	f->date_text = strcmp(other->edtf, f->edtf) == 0 ? other->date_text : NULL;
	quotes_keep(past, &other->quotes, read, f, arena);
	moves_keep(past, &other->moves, f, arena);
}

/* The order in which the register gives them. */
static int by_rule(const void *x, const void *y)
{
	const struct audit_followup *a = x, *b = y;
	int c = strcmp(a->followup.rule, b->followup.rule);
	return c ? c : strcmp(a->followup.key, b->followup.key);
}

static void followups_put(const struct past *past, const struct past_item *was, const struct item *read,
			  const struct audit_case *now, struct arena *arena, struct audit_followups *out)
{
	if (was->followups.n)
		qsort(was->followups.v, was->followups.n, sizeof *was->followups.v, by_rule);
	for (size_t i = 0; i < was->followups.n; i++) {
		struct followup *f = &was->followups.v[i].followup;
		f->item = was->ref;
		f->kind = was->kind;
		f->body = was->body;
		details_put(past, f, read, now, arena);
	}
	*out = was->followups;
}

static void findings_put(const struct item *read, struct arena *arena, struct item *out)
{
	for (size_t i = 0; read && i < read->findings.n; i++)
		if (strcmp(read->findings.v[i].name, "forbidden_transition") != 0)
			*list_push(arena, &out->findings) = read->findings.v[i];
}

/* The vote that was kept without effect, and why, are not in the journal: one of two contrary votes is. */
static void transitions_put(const struct past_item *was, struct arena *arena, struct item *out)
{
	out->transitions = was->transitions;
	for (size_t i = 0; i < out->transitions.n; i++) {
		struct transition *t = &out->transitions.v[i];
		t->overruled = t->forbidden && (t->state == STATE_ADOPTED || t->state == STATE_REJECTED);
	}
	resolve_apply(out, arena);
	out->state = was->state;
	out->date = was->date;
}

bool past_take(struct past *past, const char *ref, const struct item *read, const struct audit_case *now,
	       struct arena *arena, struct audit_case *out)
{
	struct past_item *was = item_find(past, ref);
	if (!was || !was->there || was->taken)
		return false;
	const struct item *seen = read ? read : now ? &now->item : NULL;
	was->taken = true;
	*out = (struct audit_case){.papers = now ? now->papers : NULL};
	if (seen)
		out->item = *seen;
	out->item.findings = (struct findings){0};
	out->item.ref = was->ref;
	out->item.kind = was->kind;
	out->item.body = was->body;
	findings_put(read, arena, &out->item);
	quotes_put(was, seen);
	transitions_put(was, arena, &out->item);
	followups_put(past, was, read, now, arena, &out->followups);
	return true;
}
