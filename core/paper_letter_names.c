/* paper_letter_names.c: the names that a letter gives to motions, amendments and commitments, in its subject and in its body.
 *
 * A name is a noun with a title in quotation marks or a number behind it; the subject of a letter may leave the marks out, and a row of a
 * list the noun.
 */
#include "core/paper_letter.h"

/* Beyond, a paper is no letter: what costs most is bounded. */
enum { NAMED_MOST = 400, NOUNS_MOST = 4000, LOOKED = 460 }; /* LOOKED: bytes within which a title ends */

static const struct {
	const char *word; /* begins a plural too */
	enum item_kind kind;
} nouns[] = {{"motie", ITEM_MOTION}, {"amendement", ITEM_AMENDMENT}, {"toezegging", ITEM_COMMITMENT}};

size_t letter_noun_find(struct slice s, enum item_kind *kind)
{
	for (size_t i = 0; i < s.n; i++) {
		if (i && is_letter_byte(s.p[i - 1]))
			continue;
		for (size_t k = 0; k < ARRAY_SIZE(nouns); k++)
			if (slice_begins(slice_from(s, i), nouns[k].word)) {
				*kind = nouns[k].kind;
				return i;
			}
	}
	return s.n;
}

static size_t word_end(struct slice s, size_t at)
{
	while (at < s.n && is_letter_byte(s.p[at]))
		at++;
	return at;
}

static bool same_text(struct slice a, struct slice b)
{
	if (a.n == 0 || a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++) {
		char x = a.p[i], y = b.p[i];
		x = x >= 'A' && x <= 'Z' ? (char)(x + 32) : x;
		y = y >= 'A' && y <= 'Z' ? (char)(y + 32) : y;
		if (x != y)
			return false;
	}
	return true;
}

bool letter_item_is_same(const struct handled *a, const struct handled *b)
{
	if (a->kind != b->kind)
		return false;
	if (a->number && b->number)
		return strcmp(a->number, b->number) == 0;
	return same_text(a->title, b->title);
}

struct handled *letter_item_add(const struct paper_reader *reader, struct handled_list *list, struct handled item,
				size_t most)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i].place == item.place && letter_item_is_same(&list->v[i], &item))
			return &list->v[i];
	if (list->n >= most)
		return NULL;
	struct handled *out = list_push(reader->arena, list);
	*out = item;
	return out;
}

/* ---- numbers ---- */

/* "(RIS321221)", "RIS 321221", ", RIS-nummer 321221" right behind a title or noun. */
const char *letter_ris_read(const struct paper_reader *reader, struct slice after, size_t *end)
{
	size_t i = 0;
	while (i < after.n && i < 3 && strchr(" (,:", after.p[i]))
		i++;
	struct slice rest = slice_from(after, i);
	const char *ris = slice_begins(rest, "RIS") ? paper_ris(reader, rest) : NULL;
	if (ris) {
		while (i < after.n && !(after.p[i] >= '0' && after.p[i] <= '9'))
			i++;
		*end = i + 6;
	}
	return ris;
}

static bool is_month(struct slice s)
{
	static const char *const months[] = {"januari", "februari", "maart",     "april",   "mei",      "juni",
					     "juli",    "augustus", "september", "oktober", "november", "december"};
	for (size_t i = 0; i < ARRAY_SIZE(months); i++)
		if (slice_begins(s, months[i]))
			return true;
	return false;
}

/* "789", "T01970", "TA 2017-001216", "TZ202504-057" at the start of `s`: the size of the number, 0 when there is none, or when it is a
 * day or a year. */
static size_t number_size(struct slice s)
{
	size_t i = 0, digits = 0;
	while (i < s.n && i < 3 && s.p[i] >= 'A' && s.p[i] <= 'Z')
		i++;
	if (i && i < s.n && s.p[i] == ' ')
		i++;
	if (i >= s.n || s.p[i] < '0' || s.p[i] > '9')
		return 0;
	size_t first = i;
	for (; i < s.n && i < 24; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9')
			digits++;
		else if (!strchr("-./", s.p[i]) || i + 1 >= s.n || s.p[i + 1] < '0' || s.p[i + 1] > '9')
			break;
	}
	bool year = digits == 4 && i - first == 4 &&
		    (slice_begins(slice_from(s, first), "19") || slice_begins(slice_from(s, first), "20"));
	bool day = digits <= 2 && i + 1 < s.n && is_month(slice_from(s, i + 1));
	return first == 0 && (year || day) ? 0 : i;
}

static size_t skip_words(struct slice s, size_t at)
{
	static const char *const words[] = {" ",     "(", "nr. ", "nr ", "nummers ", "nummer ", "met ",
					    "nrs. ", ",", "en ",  "& ",  ":",        "#",       "no. "};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_begins(slice_from(s, at), words[i])) {
			at += strlen(words[i]);
			i = SIZE_MAX; /* from the first again */
		}
	return at;
}

/* The numbers behind "toezegging" or "toezeggingen": "12", "12, 13 en 14". */
static size_t read_commitments(const struct paper_reader *reader, struct slice s, size_t at, struct handled item,
			       struct handled_list *list, size_t most)
{
	size_t n = 0, size;
	for (at = skip_words(s, at); (size = number_size(slice_from(s, at))) > 0; at = skip_words(s, at), n++) {
		item.number = arena_text(reader->arena, (struct slice){s.p + at, size});
		letter_item_add(reader, list, item, most);
		at += size;
	}
	return n;
}

/* ---- what the subject names ---- */

/* The title behind the noun in a subject without quotation marks. */
static struct slice bare_title(struct slice subject, size_t noun)
{
	size_t at = word_end(subject, noun);
	while (at < subject.n && strchr(": ", subject.p[at]))
		at++;
	struct slice title = slice_from(subject, at);
	size_t cut = slice_find(title, " (");
	return slice_trim((struct slice){title.p, cut});
}

static void add_quoted(const struct paper_reader *reader, struct slice subject, struct handled_list *out)
{
	enum item_kind kind = ITEM_MOTION;
	for (struct slice rest = subject; rest.n;) {
		size_t end, behind = 0;
		struct slice title = paper_quoted(rest, &end);
		if (title.n == 0)
			return;
		for (struct slice before = {rest.p, (size_t)(title.p - rest.p)}; before.n;) {
			size_t noun = letter_noun_find(before, &kind);
			before = slice_from(before, noun + 1);
		}
		const char *number =
			kind == ITEM_COMMITMENT ? NULL : letter_ris_read(reader, slice_from(rest, end), &behind);
		letter_item_add(reader, out, (struct handled){.kind = kind, .title = title, .number = number},
				HANDLED_MOST);
		rest = slice_from(rest, end);
	}
}

/* Numbers that stand in the subject without a title. */
static void add_numbered(const struct paper_reader *reader, struct slice subject, struct handled_list *out)
{
	enum item_kind kind = ITEM_MOTION;
	for (size_t at = 0; at < subject.n;) {
		struct slice rest = slice_from(subject, at);
		enum item_kind found = kind;
		size_t noun = letter_noun_find(rest, &found), end = 0;
		size_t ris = slice_find(rest, "RIS");
		if (ris < noun) {
			struct handled item = {.kind = kind,
					       .number = letter_ris_read(reader, slice_from(rest, ris), &end)};
			if (item.number && kind != ITEM_COMMITMENT)
				letter_item_add(reader, out, item, HANDLED_MOST);
			at += ris + (end ? end : 3);
			continue;
		}
		kind = found;
		at += word_end(rest, noun);
		if (noun < rest.n && kind == ITEM_COMMITMENT)
			read_commitments(reader, subject, at, (struct handled){.kind = kind}, out, HANDLED_MOST);
	}
}

bool letter_noun_is_plural(struct slice s, size_t noun)
{
	size_t end = word_end(s, noun);
	return end > noun && (s.p[end - 1] == 's' || s.p[end - 1] == 'n');
}

void letter_subject_items(const struct paper_reader *reader, struct slice subject, struct handled_list *out)
{
	enum item_kind kind;
	size_t noun = letter_noun_find(subject, &kind);
	if (noun == subject.n)
		return;
	add_quoted(reader, subject, out);
	add_numbered(reader, subject, out);
	if (out->n || letter_noun_is_plural(subject, noun))
		return;
	struct slice title = bare_title(subject, noun);
	if (title.n)
		*list_push(reader->arena, out) = (struct handled){.kind = kind, .title = title};
}

/* ---- what the body names ---- */

/* Whether a title begins at once behind `at`, but for "en" and commas. */
static bool goes_on(struct slice s, size_t at, struct slice *title, size_t *end)
{
	enum { JOINED = 8 };
	*title = paper_quoted(slice_from(s, at), end);
	bool near = title->n && (size_t)(title->p - s.p) <= at + JOINED;
	*end += at;
	return near;
}

/* A paper names an item by noun and title or number: "de motie ‘...’ (RIS321221)", "motie RIS321221", "toezegging 789"; after a plural
 * several follow. */
static void add_named(const struct paper_reader *reader, struct slice paragraph, size_t noun, struct handled item,
		      struct handled_list *out)
{
	enum { NEAR = 40 };
	size_t at = word_end(paragraph, noun), end = 0;
	if (item.kind == ITEM_COMMITMENT) {
		read_commitments(reader, paragraph, at, item, out, NAMED_MOST);
		return;
	}
	struct slice rest = slice_from(paragraph, at);
	rest.n = rest.n < LOOKED ? rest.n : LOOKED;
	item.number = letter_ris_read(reader, rest, &end);
	struct slice title = paper_quoted(rest, &end);
	enum item_kind other;
	size_t gap = title.n ? (size_t)(title.p - rest.p) : NEAR + 1;
	if (gap > NEAR || letter_noun_find((struct slice){rest.p, gap}, &other) < gap) {
		if (item.number)
			letter_item_add(reader, out, item, NAMED_MOST);
		return;
	}
	bool plural = letter_noun_is_plural(paragraph, noun);
	for (bool more = true; more; more = plural && goes_on(rest, end, &title, &end)) {
		size_t behind = 0;
		item.title = title;
		if (!item.number)
			item.number = letter_ris_read(reader, slice_from(rest, end), &behind);
		letter_item_add(reader, out, item, NAMED_MOST);
		end += behind + (behind && end + behind < rest.n && rest.p[end + behind] == ')');
		item.number = NULL;
	}
}

static enum verdict verdict_of_row(struct slice row)
{
	static const struct {
		const char *words;
		enum verdict verdict;
	} cues[] = {{"niet afgedaan", VERDICT_OPEN},  {"nog niet", VERDICT_OPEN}, {"in uitvoering", VERDICT_OPEN},
		    {"in behandeling", VERDICT_OPEN}, {"deels", VERDICT_PARTLY},  {"gedeeltelijk", VERDICT_PARTLY},
		    {"afgedaan", VERDICT_SETTLED}};
	for (size_t i = 0; i < ARRAY_SIZE(cues); i++)
		if (slice_holds(row, cues[i].words))
			return cues[i].verdict;
	return VERDICT_NONE;
}

/* ---- lists and tables ---- */

/* A line that begins a row: "RIS321221 ...", "- ‘Maak de kade veilig’ (RIS321222)". A number alone is a cell of a table; it looks like that
 * of the letter and is not in the body. */
static bool is_row(const struct paper_reader *reader, struct slice line, struct handled *out)
{
	enum { BULLET = 8 };
	size_t at = 0, end = 0;
	while (at < line.n && at < BULLET && !strchr("'\"", line.p[at]) && !(line.p[at] >= 'A' && line.p[at] <= 'Z') &&
	       (unsigned char)line.p[at] != 0xe2)
		at++;
	struct slice rest = slice_from(line, at);
	rest.n = rest.n < LOOKED ? rest.n : LOOKED;
	out->number = letter_ris_read(reader, rest, &end);
	if (out->number)
		return true;
	out->title = paper_quoted(rest, &end);
	if (out->title.n == 0 || out->title.p - rest.p > BULLET)
		return false;
	out->number = letter_ris_read(reader, slice_from(rest, end), &end);
	return out->number != NULL;
}

/* What the row that begins on line `i` says of its motion, with the short cells and the wrapped lines that follow. */
static void judge_row(const struct paper_reader *reader, size_t i, struct handled *row)
{
	enum { LINES = 5, CELL = 40 };
	const struct text *text = &reader->document->text;
	size_t start = text_place(text, text->lines.v[i].start);
	for (size_t k = i; k < text->lines.n && k < i + LINES && row->verdict == VERDICT_NONE; k++) {
		const struct line *line = &text->lines.v[k];
		struct handled next = {0};
		bool apart = line->gap && line->end - line->start > CELL;
		if (k > i && (apart || is_row(reader, text_line(text, line), &next)))
			return;
		struct slice words = {text->body + start, text_place(text, line->end) - start};
		row->verdict = verdict_of_row(words);
		row->words = row->verdict == VERDICT_NONE ? SLICE("") : slice_trim(words);
	}
}

/* The rows behind place `from` of the body. */
static void read_rows(const struct paper_reader *reader, size_t from, struct handled_list *out)
{
	const struct text *text = &reader->document->text;
	bool own = true; /* the first number that stands alone is the letter's */
	for (size_t i = 0; i < text->lines.n && out->n < NAMED_MOST; i++) {
		const struct line *line = &text->lines.v[i];
		struct handled row = {.kind = ITEM_MOTION, .recited = true};
		if (!is_row(reader, text_line(text, line), &row))
			continue;
		bool skipped = line->furniture && own;
		own &= !line->furniture;
		row.place = text_place(text, line->start) + 1;
		if (skipped || row.place <= from || letter_is_quoted(&reader->letter->quotes, row.place - 1))
			continue;
		judge_row(reader, i, &row);
		letter_item_add(reader, out, row, NAMED_MOST);
	}
}

/* ---- the body ---- */

static bool is_recital(struct slice paragraph)
{
	static const char *const words[] = {"aangenomen", "overgenomen", "ingediende"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_holds(paragraph, words[i]))
			return true;
	return false;
}

/* Adds the names in a paragraph that begins at `start`; tries at most `*tries` nouns. Returns where the first plural of motions stands, or
 * SIZE_MAX. */
static size_t read_paragraph(const struct paper_reader *reader, struct span span, size_t *tries,
			     struct handled_list *out)
{
	struct slice paragraph = paper_text(reader, span);
	size_t plural = SIZE_MAX, noun;
	bool recited = is_recital(paragraph);
	for (size_t at = 0; at < paragraph.n && out->n<NAMED_MOST && * tries> 0; at = noun + 1, --*tries) {
		enum item_kind kind = ITEM_MOTION;
		noun = at + letter_noun_find(slice_from(paragraph, at), &kind);
		if (noun >= paragraph.n)
			break;
		struct handled item = {.kind = kind, .place = span.start + noun + 1};
		item.recited = recited || kind == ITEM_COMMITMENT;
		add_named(reader, paragraph, noun, item, out);
		if (plural == SIZE_MAX && kind == ITEM_MOTION && letter_noun_is_plural(paragraph, noun))
			plural = item.place;
	}
	return plural;
}

static int by_place(const void *x, const void *y)
{
	const struct handled *a = x, *b = y;
	return (a->place > b->place) - (a->place < b->place);
}

void letter_names_find(const struct paper_reader *reader, bool listed, struct handled_list *out)
{
	size_t from = listed ? 0 : SIZE_MAX, tries = NOUNS_MOST;
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		if (letter_is_quoted(&reader->letter->quotes, reader->paragraphs[i].start))
			continue;
		size_t plural = read_paragraph(reader, reader->paragraphs[i], &tries, out);
		from = plural < from ? plural : from;
	}
	if (from != SIZE_MAX)
		read_rows(reader, from, out);
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, by_place);
}
