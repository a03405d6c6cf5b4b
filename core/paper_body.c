/* paper_body.c: whose paper it is: the house or council that names itself, or the Kamer by its own numbers and words. */
#include "core/paper.h"

/* Words in capitals that stand behind a council's name in heads and columns, and are no part of it. */
static bool is_beside_name(struct slice word)
{
	static const char *const beside[] = {
		"Postbus",      "Postadres",  "Griffie",       "Raad",       "Raadsinformatiebrief",
		"College",      "Datum",      "Onderwerp",     "Afdeling",   "Dienst",
		"Pagina",       "Telefoon",   "Bezoekadres",   "Aan",        "Burgemeester",
		"Wethouder",    "Bestuur",    "Registratie",   "Kenmerk",    "Ons",
		"Behandeld",    "Zaaknummer", "Motie",         "Amendement", "Raadsvoorstel",
		"Raadsbesluit", "Gemeente",   "Schriftelijke", "Memo",       "Agendapunt"};
	for (size_t i = 0; i < ARRAY_SIZE(beside); i++)
		if (slice_begins(word, beside[i]))
			return true;
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] >= '0' && word.p[i] <= '9')
			return true;
	return slice_begins(word, "RIS") && word.n == 3;
}

static bool is_name_part(struct slice word)
{
	bool capital = word.n && ((word.p[0] >= 'A' && word.p[0] <= 'Z') || word.p[0] == '\'');
	return capital && !is_beside_name(word);
}

static bool joins_names(struct slice word)
{
	return slice_is(word, "aan") || slice_is(word, "den") || slice_is(word, "de") || slice_is(word, "en") ||
	       slice_is(word, "op") || slice_is(word, "bij") || slice_is(word, "van");
}

static void add_slug(struct buf *slug, struct slice word)
{
	if (slug->n)
		buf_add(slug, "-", 1);
	for (size_t i = 0; i < word.n; i++) {
		char c = word.p[i] >= 'A' && word.p[i] <= 'Z' ? (char)(word.p[i] + 32) : word.p[i];
		if (c != '\'')
			buf_add(slug, &c, 1);
	}
}

static struct slice word_at(struct slice s, size_t at)
{
	size_t n = 0;
	while (at + n < s.n && !strchr(" ,.;:()\n", s.p[at + n]))
		n++;
	return (struct slice){s.p + at, n};
}

/* The council's usual name where its seal or its people have another one. */
static const char *usual_name(const char *slug)
{
	static const char *const others[][2] = {
		{"s-gravenhage", "den-haag"}, {"den-bosch", "s-hertogenbosch"}, {"sudwest-fryslân", "súdwest-fryslân"}};
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (strcmp(others[i][0], slug) == 0)
			return others[i][1];
	return slug;
}

/* "nl/den-haag" from "gemeente Den Haag, ...": the capitalised words behind the noun, as far as one blank parts them: more is another
 * column. "Alphen aan den Rijn" has small words between. */
static const char *body_behind(const struct paper_reader *reader, struct slice s, size_t at)
{
	struct buf slug;
	buf_init(&slug);
	for (int words = 0; words < 4; words++) {
		struct slice word = word_at(s, at), next = word;
		size_t behind = at;
		while (words && joins_names(next)) {
			behind += next.n + 1;
			next = behind < s.n ? word_at(s, behind) : (struct slice){0};
		}
		if (!is_name_part(next))
			break;
		for (; at < behind; at += word.n + 1) {
			word = word_at(s, at);
			add_slug(&slug, word);
		}
		add_slug(&slug, next);
		at += next.n;
		if (at >= s.n || s.p[at] != ' ')
			break;
		at++;
	}
	const char *name = slug.n ? usual_name(arena_text(reader->arena, (struct slice){slug.p, slug.n})) : NULL;
	buf_release(&slug);
	return name ? arena_printf(reader->arena, "nl/%s", name) : NULL;
}

/* The part of a paper in which it says whose it is: a council names itself in its head, opening or side column. */
enum { HEAD_BYTES = 3000, TOP_BYTES = 800 };

static struct slice first_bytes(struct slice s, size_t most)
{
	return (struct slice){s.p, s.n < most ? s.n : most};
}

/* Its name, before that of the other Kamer: both number their papers alike. */
static bool is_of_senate(struct slice raw)
{
	struct slice top = first_bytes(raw, TOP_BYTES);
	size_t at = slice_find(top, "Eerste Kamer der Staten-Generaal");
	return at < top.n && at < slice_find(top, "Tweede Kamer");
}

static bool is_surely_of_chamber(struct slice raw)
{
	struct slice top = first_bytes(raw, TOP_BYTES);
	static const char *const marks[] = {"kv-tk-", "kst-", "ah-tk-", "Kamervraag 20"};
	return slice_holds_any(first_bytes(raw, HEAD_BYTES), marks, ARRAY_SIZE(marks)) ||
	       paper_case_number(top) < top.n;
}

static bool is_of_chamber(struct slice head)
{
	static const char *const words[] = {"Tweede Kamer der Staten-Generaal", "Kamervragen", "De Kamer,",
					    "leden der Kamer", "voorzitter van de Tweede Kamer"};
	return slice_holds_any(head, words, ARRAY_SIZE(words));
}

/* The name behind the first `noun` from `*at` on that has one; NULL when none has. `*at` is where to go on. */
static const char *next_council(const struct paper_reader *reader, struct slice s, const char *noun, size_t *at)
{
	while (*at < s.n) {
		size_t found = *at + slice_find((struct slice){s.p + *at, s.n - *at}, noun);
		*at = found + strlen(noun);
		const char *body = found < s.n ? body_behind(reader, s, *at) : NULL;
		if (body)
			return body;
	}
	return NULL;
}

static const char *find_council(const struct paper_reader *reader, struct slice head)
{
	static const char *const nouns[] = {"raad van de gemeente ", "burgemeester en wethouders van ",
					    "gemeenteraad van ", "gemeenteraad ", "gemeente "};
	for (size_t i = 0; i < ARRAY_SIZE(nouns); i++) {
		size_t at = 0;
		const char *body = next_council(reader, head, nouns[i], &at);
		if (body)
			return body;
	}
	return NULL;
}

struct named {
	const char *body;
	size_t times;
};

/* The council that the whole paper names more often than all others together; NULL when none is. */
static const char *find_most_named(const struct paper_reader *reader, struct slice raw)
{
	struct {
		struct named *v;
		size_t n, cap;
	} named = {0};
	size_t at = 0, all = 0;
	for (const char *body; (body = next_council(reader, raw, "gemeente ", &at)) != NULL; all++) {
		size_t i = 0;
		while (i < named.n && strcmp(named.v[i].body, body) != 0)
			i++;
		if (i == named.n && named.n < 32)
			*list_push(reader->arena, &named) = (struct named){body, 0};
		if (i < named.n)
			named.v[i].times++;
	}
	for (size_t i = 0; i < named.n; i++)
		if (2 * named.v[i].times > all)
			return named.v[i].body;
	return NULL;
}

const char *paper_body(const struct paper_reader *reader)
{
	struct slice raw = reader->document->text.raw, head = first_bytes(raw, HEAD_BYTES);
	if (is_of_senate(raw))
		return "nl/eerste-kamer";
	if (is_surely_of_chamber(raw))
		return "nl/tweede-kamer";
	const char *council = paper_house(reader, first_bytes(raw, TOP_BYTES));
	if (!council)
		council = find_council(reader, head);
	if (council)
		return council;
	if (is_of_chamber(head))
		return "nl/tweede-kamer";
	/* Only Den Haag numbers its papers in a RIS. */
	for (size_t at = slice_find(head, "RIS"); at + 9 <= head.n; at++)
		if (slice_begins((struct slice){head.p + at, head.n - at}, "RIS") &&
		    paper_ris(reader, (struct slice){head.p + at, head.n - at}))
			return "nl/den-haag";
	return find_most_named(reader, raw);
}

const struct executive *paper_executive(const struct paper_reader *reader)
{
	static const struct executive municipal = {"wethouder", "college"}, state = {"minister", "minister"};
	static const struct {
		const char *body;
		struct executive of;
	} houses[] = {
		{"nl/provincie", {"gedeputeerde", "Gedeputeerde Staten"}},
		{"nl/waterschap", {"dagelijks bestuur", "dagelijks bestuur"}},
		{"nl/tweede-kamer", {"minister", "minister"}},
		{"nl/eerste-kamer", {"minister", "minister"}},
	};
	static const char *const councils[] = {"wethouder", "gemeente", "raadsvergadering"};
	static const char *const ministers[] = {"minister van", "minister voor", "staatssecretaris"};
	const char *body = reader->document->body;
	struct slice head = first_bytes(reader->document->text.raw, HEAD_BYTES);
	for (size_t i = 0; body && i < ARRAY_SIZE(houses); i++)
		if (slice_begins(slice_of(body), houses[i].body))
			return &houses[i].of;
	bool of_state = !body && slice_holds_any(head, ministers, ARRAY_SIZE(ministers)) &&
			!slice_holds_any(head, councils, ARRAY_SIZE(councils));
	return of_state ? &state : &municipal;
}
