/* selection.c: every row gets a tag for each calendar that it stands in; sorted, the tags are the calendars. */
#include "site/selection.h"

#include "core/party.h"
#include "feed/wording.h"
#include "hash/sha256.h"

#include <stdlib.h>

struct tag {
	enum selection_group group;
	const char *key; /* equal for what belongs together */
	const char *title;
	size_t row;
};

struct tags {
	struct tag *v;
	size_t n;
	size_t cap;
};

static int tag_cmp(const void *x, const void *y)
{
	const struct tag *a = x, *b = y;
	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	int order = strcmp(a->key, b->key);
	return order ? order : (a->row > b->row) - (a->row < b->row);
}

const char *selection_slug(const char *text, struct arena *arena)
{
	char *out = arena_text(arena, slice_of(text));
	size_t n = 0;
	for (const char *p = text; *p; p++) {
		char c = is_upper(*p) ? (char)(*p - 'A' + 'a') : *p;
		if (is_lower(c) || is_digit(c))
			out[n++] = c;
		else if (n && out[n - 1] != '-')
			out[n++] = '-';
	}
	n -= n && out[n - 1] == '-';
	out[n] = '\0';
	return out;
}

/* ---- tags ---- */

static const char *lower(const char *text, struct arena *arena)
{
	char *out = arena_text(arena, slice_of(text));
	for (char *p = out; *p; p++)
		*p = is_upper(*p) ? (char)(*p - 'A' + 'a') : *p;
	return out;
}

static void tag_add(struct tags *tags, enum selection_group group, const char *key, const char *title, size_t row,
		    struct arena *arena)
{
	*list_push(arena, tags) = (struct tag){group, key, title, row};
}

static void supporters_add(struct tags *tags, const struct supporter *v, size_t n, size_t row, struct arena *arena)
{
	for (size_t i = 0; i < n; i++) {
		if (v[i].party) {
			const char *brief = arena_text(arena, party_short(slice_of(v[i].party)));
			tag_add(tags, GROUP_PARTY, lower(brief, arena), brief, row, arena);
		}
		if (v[i].first)
			tag_add(tags, GROUP_PERSON, lower(v[i].name, arena), v[i].name, row, arena);
	}
}

/* The supporters of an item; `v` of the first of them. */
static struct supporters supporters_of(const struct supporters *all, int64_t item)
{
	size_t low = 0, high = all->n, end;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (all->v[mid].item < item)
			low = mid + 1;
		else
			high = mid;
	}
	for (end = low; end < all->n && all->v[end].item == item;)
		end++;
	return (struct supporters){all->v + low, end - low, 0};
}

static void row_tag(struct tags *tags, const struct shown_row *row, size_t at, const struct supporters *supporters,
		    bool dutch, struct arena *arena)
{
	struct supporters of = supporters_of(supporters, row->item);
	tag_add(tags, GROUP_KIND, item_kind_to_text(row->kind), wording_kind(row->kind, dutch), at, arena);
	tag_add(tags, GROUP_ITEM, row->ref, row->ref, at, arena);
	if (row->confidential)
		return;
	if (row->owed_by)
		tag_add(tags, GROUP_PORTFOLIO, lower(row->owed_by, arena), row->owed_by, at, arena);
	supporters_add(tags, of.v, of.n, at, arena);
}

/* ---- calendars ---- */

static void run_name(struct selection *selection, const char *key, struct arena *arena)
{
	static const char *const prefixes[GROUP_COUNT] = {"", "party-", "portfolio-", "person-", "kind-", "item-", ""};
	selection->name = arena_printf(arena, "%s%s", prefixes[selection->group], selection_slug(key, arena));
}

static int by_name(const void *x, const void *y)
{
	const struct selection *const *a = x, *const *b = y;
	int order = strcmp((*a)->name, (*b)->name);
	return order ? order : strcmp((*a)->title, (*b)->title);
}

/* Keys that differ in what no name of a file shows: all but the first get a digest of their title behind it. */
static void names_part(struct selections *all, struct arena *scratch, struct arena *arena)
{
	char digest[SHA256_TEXT];
	struct selection **sorted = arena_alloc(scratch, (all->n + 1) * sizeof(struct selection *));
	for (size_t i = 0; i < all->n; i++)
		sorted[i] = &all->v[i];
	qsort(sorted, all->n, sizeof *sorted, by_name);
	for (size_t i = all->n; i-- > 1;)
		if (strcmp(sorted[i]->name, sorted[i - 1]->name) == 0) {
			sha256_text(sorted[i]->title, strlen(sorted[i]->title), digest);
			sorted[i]->name = arena_printf(arena, "%s-%.8s", sorted[i]->name, digest);
		}
}

static void run_add(const struct tag *tags, size_t n, struct arena *arena, struct selections *out)
{
	size_t *rows = arena_alloc(arena, n * sizeof *rows), count = 0;
	for (size_t i = 0; i < n; i++)
		if (i == 0 || tags[i].row != tags[i - 1].row)
			rows[count++] = tags[i].row;
	struct selection *made = list_push(arena, out);
	*made = (struct selection){.group = tags->group, .rows = rows, .n = count};
	made->title = arena_text(arena, slice_of(tags->title)); /* the tag's own goes with the tags */
	run_name(made, tags->key, arena);
}

/* These are there also when nothing stands in them. */
static void whole_add(const struct shown_rows *rows, bool dutch, struct arena *arena, struct selections *out)
{
	size_t *all = arena_alloc(arena, (rows->n + 1) * sizeof *all),
	       *late = arena_alloc(arena, (rows->n + 1) * sizeof *late);
	size_t n = 0;
	for (size_t i = 0; i < rows->n; i++) {
		all[i] = i;
		if (rows->v[i].late)
			late[n++] = i;
	}
	*list_push(arena, out) = (struct selection){GROUP_WHOLE, "all", dutch ? "alles" : "everything", all, rows->n};
	*list_push(arena, out) = (struct selection){GROUP_WHOLE, "overdue", dutch ? "te laat" : "overdue", late, n};
}

void selections_make(const struct shown_rows *rows, const struct supporters *supporters, bool dutch,
		     struct arena *arena, struct selections *out)
{
	struct tags tags = {0};
	struct arena *scratch = arena_new();
	for (size_t i = 0; i < rows->n; i++)
		row_tag(&tags, &rows->v[i], i, supporters, dutch, scratch);
	if (tags.n)
		qsort(tags.v, tags.n, sizeof *tags.v, tag_cmp);
	whole_add(rows, dutch, arena, out);
	for (size_t i = 0, end; i < tags.n; i = end) {
		for (end = i + 1; end < tags.n && tags.v[end].group == tags.v[i].group &&
				  strcmp(tags.v[end].key, tags.v[i].key) == 0;)
			end++;
		run_add(&tags.v[i], end - i, arena, out);
	}
	names_part(out, scratch, arena);
	arena_free(scratch);
}
