/* resolve.c: mentions are gathered into groups by union-find; each group is one item (resolve_item.c).
 *
 * Numbers link first, then code and meeting, then title and meeting, then code and title in other meetings (a misprinted year), and
 * last nearly equal titles. A link is refused when it would put two numbers of one scheme, or two codes of one meeting, into one
 * item. Everything is sorted before it is looked at, so the order of import cannot be seen.
 */
#include "core/resolve.h"

#include "core/resolve_item.h"

/* ---- keys ---- */

static const struct {
	const char *letters;
	char plain;
} accents[] = {{"áàâäãå", 'a'}, {"éèêë", 'e'}, {"íìîï", 'i'}, {"óòôöõ", 'o'}, {"úùûü", 'u'}, {"ç", 'c'},
	       {"ÁÀÂÄÃÅ", 'a'}, {"ÉÈÊË", 'e'}, {"ÍÌÎÏ", 'i'}, {"ÓÒÔÖÕ", 'o'}, {"ÚÙÛÜ", 'u'}, {"Ç", 'c'}};

/* The plain letter for a two-byte letter with an accent; 0 when it has none. */
static char without_accent(const char *p)
{
	for (size_t i = 0; i < ARRAY_SIZE(accents); i++)
		for (const char *q = accents[i].letters; *q; q += 2)
			if (p[0] == q[0] && p[1] == q[1])
				return accents[i].plain;
	return 0;
}

/* Words that say what became of a paper, not what it is about. */
static bool is_status_word(const char *word, size_t n)
{
	static const char *const words[] = {"gewijzigd", "gewijzigde", "nader", "motie", "amendement"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strlen(words[i]) == n && memcmp(words[i], word, n) == 0)
			return true;
	return false;
}

const char *resolve_title_key(const char *title, struct arena *arena)
{
	char *key = arena_alloc(arena, strlen(title) + 2);
	size_t n = 0, word = 0;
	for (const char *p = title;; p++) {
		char c = *p;
		if ((unsigned char)c == 0xc3 && p[1]) {
			c = without_accent(p++);
		} else if (c >= 'A' && c <= 'Z') {
			c = (char)(c + 32);
		}
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
			key[n++] = c;
			continue;
		}
		if (n > word && is_status_word(key + word, n - word))
			n = word;
		else if (n > word)
			key[n++] = ' ';
		word = n;
		if (!*p)
			break;
	}
	while (n && key[n - 1] == ' ')
		n--;
	key[n] = '\0';
	return key;
}

/* Numbers that mean the same thing whoever prints them. */
static bool is_own_scheme(const struct identifier *id)
{
	static const char *const everywhere[] = {"RIS", "kamerstuk", "aanhangsel", "document"};
	for (size_t i = 0; i < ARRAY_SIZE(everywhere); i++)
		if (strcmp(id->scheme, everywhere[i]) == 0)
			return true;
	return strcmp(id->scheme, "zaaknummer") == 0 && strchr(id->value, 'Z');
}

static bool is_number(const struct identifier *id)
{
	return is_own_scheme(id) || strcmp(id->scheme, "zaaknummer") == 0 || strcmp(id->scheme, "toezegging") == 0;
}

static const char *body_of(const struct document *document)
{
	return document->body ? document->body : "-";
}

/* Begins a key that links nothing: items that may want the same ref are looked at together, so that each gets the same in any order. */
#define NEIGHBOUR '9'

static void add_key(struct keys *keys, struct arena *arena, const char *key)
{
	*list_push(arena, keys) = key;
}

void resolve_keys(const struct document *document, const struct mention *mention, struct arena *arena, struct keys *out)
{
	const char *body = body_of(document);
	const char *kind = item_kind_to_text(mention->kind);
	char day[DATE_TEXT];
	date_format(mention->meeting, day);
	for (size_t i = 0; i < mention->identifiers.n; i++) {
		const struct identifier *id = &mention->identifiers.v[i];
		if (is_own_scheme(id))
			add_key(out, arena, arena_printf(arena, "1 %s %s", id->scheme, id->value));
		else if (is_number(id))
			add_key(out, arena, arena_printf(arena, "1 %s %s %s", body, id->scheme, id->value));
		if (is_number(id))
			add_key(out, arena, arena_printf(arena, "%c %s", NEIGHBOUR, id->value));
	}
	const char *title = mention->title ? resolve_title_key(mention->title, arena) : "";
	if (mention->code && day[0])
		add_key(out, arena, arena_printf(arena, "2 %s %s %s %s", body, day, kind, mention->code));
	if (*title && day[0])
		add_key(out, arena, arena_printf(arena, "3 %s %s %s %s", body, day, kind, title));
	if (*title && mention->code)
		add_key(out, arena, arena_printf(arena, "4 %s %s %s %s", body, kind, mention->code, title));
}

const char *resolve_meeting_key(const struct document *document, const struct mention *mention, struct arena *arena)
{
	if (mention->meeting == DATE_NONE || !mention->title)
		return NULL;
	char day[DATE_TEXT];
	return arena_printf(arena, "%s %s %s", body_of(document), date_format(mention->meeting, day),
			    item_kind_to_text(mention->kind));
}

/* ---- nearly equal titles ---- */

static struct slice next_word(const char **at)
{
	while (**at == ' ')
		++*at;
	struct slice word = {*at, strcspn(*at, " ")};
	*at += word.n;
	return word;
}

/* Edit distance of two words, cut off at 3; words of more than 30 bytes count as different unless equal. */
static int word_distance(struct slice a, struct slice b)
{
	enum { MOST = 30, FAR = 3 };
	if (a.n > MOST || b.n > MOST)
		return a.n == b.n && memcmp(a.p, b.p, a.n) == 0 ? 0 : FAR;
	int row[MOST + 1];
	for (size_t k = 0; k <= b.n; k++)
		row[k] = (int)k;
	for (size_t i = 1; i <= a.n; i++) {
		int diagonal = row[0];
		row[0] = (int)i;
		for (size_t k = 1; k <= b.n; k++) {
			int change = diagonal + (a.p[i - 1] != b.p[k - 1]);
			diagonal = row[k];
			int insert = row[k - 1] + 1, drop = row[k] + 1;
			row[k] = change < insert ? (change < drop ? change : drop) : (insert < drop ? insert : drop);
		}
	}
	return row[b.n] < FAR ? row[b.n] : FAR;
}

static bool is_small_word(struct slice word)
{
	static const char *const words[] = {"de", "het", "een", "in",  "op",  "van", "voor",
					    "te", "en",  "bij", "aan", "der", "den"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_is(word, words[i]))
			return true;
	return false;
}

/* A slip of the finger changes one letter of a word of four or more, two of one of eight or more; never a figure. */
static bool is_slip(struct slice a, struct slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	for (size_t i = 0; i < a.n; i++)
		if (a.p[i] >= '0' && a.p[i] <= '9')
			return false;
	int distance = word_distance(a, b);
	return (n >= 4 && distance <= 1) || (n >= 8 && distance <= 2);
}

bool resolve_is_near(const char *a, const char *b)
{
	int slips = 0;
	struct slice x = next_word(&a), y = next_word(&b);
	while (x.n || y.n) {
		if (x.n == y.n && memcmp(x.p, y.p, x.n) == 0) {
			x = next_word(&a);
			y = next_word(&b);
		} else if (x.n && y.n && is_slip(x, y)) {
			slips++;
			x = next_word(&a);
			y = next_word(&b);
		} else if (x.n && is_small_word(x)) {
			x = next_word(&a);
		} else if (y.n && is_small_word(y)) {
			y = next_word(&b);
		} else {
			return false;
		}
	}
	return slips <= 2;
}

/* ---- groups ---- */

struct groups {
	const struct sources *sources;
	size_t *parent; /* union-find over the sources */
	size_t *next;   /* the members of a group as a ring */
	bool *doubt;    /* a link to another group was refused, or several were as likely */
};

static size_t root_of(const struct groups *groups, size_t i)
{
	while (groups->parent[i] != i)
		i = groups->parent[i] = groups->parent[groups->parent[i]];
	return i;
}

enum numbers { NUMBERS_NONE, NUMBERS_SHARED, NUMBERS_DIFFERENT };

static enum numbers compare_numbers(const struct identifiers *a, const struct identifiers *b)
{
	enum numbers found = NUMBERS_NONE;
	for (size_t i = 0; i < a->n; i++)
		for (size_t k = 0; k < b->n; k++) {
			if (!is_number(&a->v[i]) || strcmp(a->v[i].scheme, b->v[k].scheme) != 0)
				continue;
			if (strcmp(a->v[i].value, b->v[k].value) == 0)
				return NUMBERS_SHARED;
			found = NUMBERS_DIFFERENT;
		}
	return found;
}

/* A letter or other paper that carries the number of something else belongs to it; else kinds keep apart. */
static bool is_attached(const struct mention *mention)
{
	return mention->kind == ITEM_LETTER || mention->kind == ITEM_OTHER;
}

/* A letter that answers questions, or postpones that, may carry a number of its own. */
static bool is_letter_on_questions(const struct mention *mention)
{
	return mention->kind == ITEM_QUESTION && !mention->own_paper;
}

/* Two commitments that one paper tells of are two, however alike their words: "dat zoek ik uit" is said of many things. */
static bool is_told_apart(const struct sourced *x, const struct sourced *y)
{
	return x->mention->kind == ITEM_COMMITMENT && y->mention->kind == ITEM_COMMITMENT && x->ordinal != y->ordinal &&
	       strcmp(x->sha256, y->sha256) == 0;
}

static bool mentions_conflict(const struct sourced *x, const struct sourced *y)
{
	const struct mention *a = x->mention, *b = y->mention;
	enum numbers numbers = compare_numbers(&a->identifiers, &b->identifiers);
	if (numbers != NUMBERS_SHARED && is_told_apart(x, y))
		return true;
	bool letter = a->kind == b->kind && (is_letter_on_questions(a) || is_letter_on_questions(b));
	if (numbers == NUMBERS_DIFFERENT && !letter)
		return true;
	if (a->kind != b->kind)
		return numbers != NUMBERS_SHARED || !(is_attached(a) || is_attached(b));
	return a->code && b->code && a->meeting != DATE_NONE && a->meeting == b->meeting &&
	       strcmp(a->code, b->code) != 0;
}

static bool groups_conflict(const struct groups *groups, size_t a, size_t b)
{
	const struct sourced *v = groups->sources->v;
	size_t i = a;
	do {
		size_t k = b;
		do {
			if (mentions_conflict(&v[i], &v[k]))
				return true;
			k = groups->next[k];
		} while (k != b);
		i = groups->next[i];
	} while (i != a);
	return false;
}

static void link_groups(struct groups *groups, size_t i, size_t k)
{
	size_t a = root_of(groups, i), b = root_of(groups, k);
	if (a == b)
		return;
	if (groups_conflict(groups, a, b)) {
		groups->doubt[a] = groups->doubt[b] = true;
		return;
	}
	if (a < b)
		groups->parent[b] = a;
	else
		groups->parent[a] = b;
	size_t after = groups->next[a];
	groups->next[a] = groups->next[b];
	groups->next[b] = after;
}

struct keyed {
	const char *key;
	size_t source;
};

static int by_key(const void *x, const void *y)
{
	const struct keyed *a = x, *b = y;
	int c = strcmp(a->key, b->key);
	return c ? c : (a->source > b->source) - (a->source < b->source);
}

/* Links by strong keys, the strongest first: keys sort by the digit that they begin with. */
static void link_by_keys(struct groups *groups, struct arena *arena)
{
	struct {
		struct keyed *v;
		size_t n, cap;
	} all = {0};
	for (size_t i = 0; i < groups->sources->n; i++) {
		struct keys keys = {0};
		resolve_keys(groups->sources->v[i].document, groups->sources->v[i].mention, arena, &keys);
		for (size_t k = 0; k < keys.n; k++)
			if (keys.v[k][0] != NEIGHBOUR)
				*list_push(arena, &all) = (struct keyed){keys.v[k], i};
	}
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_key);
	/* A mention that conflicts with the one before it may still belong to an earlier one: a few are tried. */
	enum { TRIED = 16 };
	for (size_t i = 1; i < all.n; i++)
		for (size_t back = 1; back <= TRIED && back <= i; back++) {
			if (strcmp(all.v[i].key, all.v[i - back].key) != 0)
				break;
			link_groups(groups, all.v[i - back].source, all.v[i].source);
		}
}

struct candidate {
	const char *meeting;
	const char *title;
	size_t source;
};

struct candidates {
	struct candidate *v; /* sorted by meeting */
	size_t n;
	size_t cap;
};

static int by_meeting(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;
	int c = strcmp(a->meeting, b->meeting);
	return c ? c : (a->source > b->source) - (a->source < b->source);
}

/* The one other group in [first, last) that candidate `i` is nearly equal to; SIZE_MAX when there is none or more than one. */
static size_t only_near_group(struct groups *groups, const struct candidates *all, size_t first, size_t last, size_t i)
{
	size_t found = SIZE_MAX, own = root_of(groups, all->v[i].source);
	for (size_t k = first; k < last; k++) {
		size_t other = root_of(groups, all->v[k].source);
		if (other == own || other == found || !resolve_is_near(all->v[i].title, all->v[k].title) ||
		    groups_conflict(groups, own, other))
			continue;
		if (found != SIZE_MAX) {
			groups->doubt[own] = true;
			return SIZE_MAX;
		}
		found = other;
	}
	return found;
}

/* No meeting has more mentions; beyond, comparing all titles with all would let one paper hold up the others. */
enum { COMPARED_MOST = 2000 };

/* Only groups that mean each other are linked: a title that is nearly equal to two others belongs to neither. */
static void link_near_in_meeting(struct groups *groups, const struct candidates *all, size_t first, size_t last,
				 struct arena *arena)
{
	size_t n = last - first;
	size_t *own = arena_alloc(arena, n * sizeof *own), *near = arena_alloc(arena, n * sizeof *near);
	for (size_t i = 0; i < n; i++) {
		own[i] = root_of(groups, all->v[first + i].source);
		near[i] = only_near_group(groups, all, first, last, first + i);
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			if (near[i] == own[k] && near[k] == own[i])
				link_groups(groups, all->v[first + i].source, all->v[first + k].source);
}

static void link_by_near_titles(struct groups *groups, struct arena *arena)
{
	const struct sources *s = groups->sources;
	struct candidates all = {0};
	for (size_t i = 0; i < s->n; i++) {
		const char *meeting = resolve_meeting_key(s->v[i].document, s->v[i].mention, arena);
		if (meeting)
			*list_push(arena, &all) =
				(struct candidate){meeting, resolve_title_key(s->v[i].mention->title, arena), i};
	}
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, by_meeting);
	for (size_t first = 0, last; first < all.n; first = last) {
		for (last = first + 1; last < all.n && strcmp(all.v[last].meeting, all.v[first].meeting) == 0;)
			last++;
		if (last - first <= COMPARED_MOST)
			link_near_in_meeting(groups, &all, first, last, arena);
	}
}

/* ---- items ---- */

static int by_source(const void *x, const void *y)
{
	const struct sourced *a = x, *b = y;
	int c = strcmp(a->sha256, b->sha256);
	return c ? c : a->ordinal - b->ordinal;
}

static int by_ref(const void *x, const void *y)
{
	const struct item *a = x, *b = y;
	int c = strcmp(a->ref, b->ref);
	if (c || a->kind != b->kind)
		return c ? c : (int)a->kind - (int)b->kind;
	const struct mention_id *first = &a->mentions.v[0], *other = &b->mentions.v[0];
	c = strcmp(first->document, other->document);
	return c ? c : first->ordinal - other->ordinal;
}

static int by_index(const void *x, const void *y)
{
	size_t a = *(const size_t *)x, b = *(const size_t *)y;
	return (a > b) - (a < b);
}

/* The members of the group with root `root`, in the order of the sources. */
static bool gather(const struct groups *groups, size_t root, struct arena *arena, struct sources *out)
{
	struct {
		size_t *v;
		size_t n, cap;
	} ring = {0};
	size_t i = root;
	do {
		*list_push(arena, &ring) = i;
		i = groups->next[i];
	} while (i != root);
	qsort(ring.v, ring.n, sizeof *ring.v, by_index);
	bool doubt = false;
	for (size_t k = 0; k < ring.n; k++) {
		*list_push(arena, out) = groups->sources->v[ring.v[k]];
		doubt |= groups->doubt[ring.v[k]];
	}
	return doubt;
}

/* A number that several items claim: each keeps it, and all but the first have a ref of their own. `items` are sorted. */
static void part_refs(struct items *items, struct arena *arena)
{
	for (size_t first = 0, i; first < items->n; first = i) {
		const char *ref = items->v[first].ref;
		int nth = 1;
		for (i = first + 1; i < items->n && strcmp(items->v[i].ref, ref) == 0; i++) {
			const char *kind = item_kind_to_text(items->v[i].kind);
			nth = items->v[i].kind == items->v[i - 1].kind ? nth + 1 : 1;
			items->v[i].ref = nth == 1 ? arena_printf(arena, "%s-%s", ref, kind)
						   : arena_printf(arena, "%s-%s-%d", ref, kind, nth);
		}
	}
	if (items->n)
		qsort(items->v, items->n, sizeof *items->v, by_ref);
}

void resolve_items(const struct sources *sources, struct arena *arena, struct items *out)
{
	if (sources->n == 0)
		return;
	struct sources sorted = {.n = sources->n, .v = arena_alloc(arena, sources->n * sizeof *sorted.v)};
	memcpy(sorted.v, sources->v, sources->n * sizeof *sorted.v);
	qsort(sorted.v, sorted.n, sizeof *sorted.v, by_source);
	struct groups groups = {
		.sources = &sorted,
		.parent = arena_alloc(arena, sorted.n * sizeof(size_t)),
		.next = arena_alloc(arena, sorted.n * sizeof(size_t)),
		.doubt = arena_alloc(arena, sorted.n),
	};
	for (size_t i = 0; i < sorted.n; i++)
		groups.parent[i] = groups.next[i] = i;
	link_by_keys(&groups, arena);
	link_by_near_titles(&groups, arena);
	for (size_t i = 0; i < sorted.n; i++) {
		if (root_of(&groups, i) != i)
			continue;
		struct sources members = {0};
		bool doubt = gather(&groups, i, arena, &members);
		resolve_item(&members, doubt, arena, list_push(arena, out));
	}
	qsort(out->v, out->n, sizeof *out->v, by_ref);
	part_refs(out, arena);
}
