/* paper_proposal.c: proposals to the council: a title that says so near the top, a number, a day, and what the council decided.
 *
 * What a proposal plans hangs on the council's decision about it; what it says the council will get is owed (promise.h).
 */
#include "core/paper.h"

/* The word stands at the start of the title, behind what it was changed by, and not somewhere in a text. */
enum {
	HEAD_LINES = 14,
	TITLE_LINES = 4,
	SHORT_LINE = 60,
	TITLE_BEGINS = 26,
	CLOSING_MOST = 160,
	NUMBER_MOST = 12,
	MENDED_MOST = 400,
	MENDS_MOST = 4
};

static bool is_title(struct slice head)
{
	static const char *const words[] = {"voorstel van het college", "initiatiefvoorstel", "raadsvoorstel",
					    "efvoorstel"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		size_t at = slice_find(head, words[i]);
		if (at < head.n && at <= TITLE_BEGINS) /* "Gewijzigd en geamendeerd voorstel van het college" */
			return true;
	}
	return slice_begins(head, "voorstel ");
}

static bool is_heading(struct slice line)
{
	static const char *const words[] = {"toelichting", "inleiding", "aanleiding", "samenvatting",
					    "recente historie"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_begins(line, words[i]))
			return true;
	return false;
}

static bool begins_low(struct slice line)
{
	return line.n && line.p[0] >= 'a' && line.p[0] <= 'z';
}

/* The number that the line is and nothing else: "RIS990901", "(RIS 990901)"; NULL when it is none. */
static const char *own_number(const struct paper_reader *reader, struct slice line)
{
	if (line.n && line.p[0] == '(')
		line = (struct slice){line.p + 1, line.n - 1};
	return line.n <= NUMBER_MOST && slice_begins(line, "RIS") ? paper_ris(reader, line) : NULL;
}

/* Whether line `i` goes on with the title: it begins low, or it is the short end of it with a new sentence behind. */
static bool continues_title(const struct paper_reader *reader, size_t i)
{
	struct slice line = paper_line(reader, i), after = paper_line(reader, i + 1);
	if (line.n == 0 || reader->document->text.lines.v[i].gap || is_heading(line) || own_number(reader, line))
		return false;
	return begins_low(line) || (line.n < SHORT_LINE && !strchr(".:", line.p[line.n - 1]) && !begins_low(after));
}

/* The first line near the top that says it is a proposal; the count of lines when there is none. */
static size_t title_line(const struct paper_reader *reader)
{
	size_t n = reader->document->text.lines.n;
	for (size_t i = 0; i < n && i < HEAD_LINES; i++)
		if (is_title(paper_line(reader, i)))
			return i;
	return n;
}

bool paper_proposal_is(const struct paper_reader *reader)
{
	return title_line(reader) < reader->document->text.lines.n;
}

/* Some fonts give '%' for the ligature "ti". Between two small letters no per cent sign stands, but only a title in which the paper's own
 * name becomes whole by it ("Ini%a%efvoorstel") shows that this is such a font. */
static const char *mend_ligatures(const struct paper_reader *reader, const char *title)
{
	if (!slice_begins(slice_of(title), "Ini%a%efvoorstel"))
		return title;
	struct buf mended;
	buf_init(&mended);
	for (const char *p = title; *p; p++) {
		bool inside = *p == '%' && p > title && p[-1] >= 'A' && p[1] >= 'a' && p[1] <= 'z';
		buf_add(&mended, inside ? "ti" : p, inside ? 2 : 1);
	}
	const char *out = arena_text(reader->arena, (struct slice){mended.p, mended.n});
	buf_release(&mended);
	return out;
}

/* Whether the body writes the word around the byte before `at` with a hyphen there. */
static bool is_hyphened(const struct paper_reader *reader, const char *title, const char *at)
{
	const struct text *text = &reader->document->text;
	const char *start = at, *end = at + strcspn(at, " ");
	while (start > title && start[-1] != ' ')
		start--;
	const char *word = arena_printf(reader->arena, "%.*s-%.*s", (int)(at - start), start, (int)(end - at), at);
	return slice_holds((struct slice){text->body, text->body_size}, word);
}

/* pdftotext drops a hyphen at a line's end, so that "Molenweg-" and "De Bongerd" become "MolenwegDe Bongerd". Where the paper writes the word
 * with the hyphen elsewhere it is put back. */
static const char *mend_hyphens(const struct paper_reader *reader, const char *title)
{
	if (strlen(title) > MENDED_MOST)
		return title;
	struct buf mended;
	size_t looked = 0;
	buf_init(&mended);
	for (const char *p = title; *p; p++) {
		bool inside = p > title && p[-1] >= 'a' && p[-1] <= 'z' && *p >= 'A' && *p <= 'Z';
		if (inside && looked++ < MENDS_MOST && is_hyphened(reader, title, p))
			buf_add_text(&mended, "-");
		buf_add(&mended, p, 1);
	}
	const char *out = arena_text(reader->arena, (struct slice){mended.p, mended.n});
	buf_release(&mended);
	return out;
}

/* "Opheffen geheimhouding (RIS990901)": the paper's own number behind its title is none of it. */
static struct slice without_number(const struct paper_reader *reader, struct slice title)
{
	const struct identifiers *own = &reader->document->identifiers;
	for (size_t at = title.n > NUMBER_MOST + 3 ? title.n - NUMBER_MOST - 3 : 0; at < title.n; at++) {
		const char *ris = title.p[at] == ' '
					  ? own_number(reader, (struct slice){title.p + at + 1, title.n - at - 1})
					  : NULL;
		for (size_t i = 0; ris && i < own->n; i++)
			if (strcmp(ris, own->v[i].value) == 0)
				return slice_trim((struct slice){title.p, at});
	}
	return title;
}

static const char *read_title(const struct paper_reader *reader)
{
	size_t first = title_line(reader), last = first + 1;
	while (last < first + TITLE_LINES && last < reader->document->text.lines.n && continues_title(reader, last))
		last++;
	struct buf words;
	buf_init(&words);
	for (size_t i = first; i < last; i++)
		text_join(&words, paper_line(reader, i));
	const char *title = arena_text(reader->arena, without_number(reader, (struct slice){words.p, words.n}));
	buf_release(&words);
	return mend_hyphens(reader, mend_ligatures(reader, title));
}

/* Behind "besluit:" stands what the council is to decide, in its own name: that the college "zal" do something is no promise. */
static void mark_decision(struct paper_reader *reader)
{
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice words = slice_trim(paper_paragraph(reader, i));
		if (!slice_ends(words, "besluit:") && !slice_ends(words, "besluit te nemen:") &&
		    !(words.n == 7 && slice_ends(words, "besluit")))
			continue;
		paper_add_zone(reader, 0, i, ZONE_PLAIN);
		paper_add_zone(reader, i, reader->paragraph_count, ZONE_DICTUM);
		return;
	}
}

/* "Aldus geamendeerd besloten in de openbare raadsvergadering van 3 april 2025": the words up to its day. A form without a day was not filled
 * in. */
static struct slice closing_at(const struct paper_reader *reader, size_t i, int *day)
{
	const struct text *text = &reader->document->text;
	size_t place = text_place(text, text->lines.v[i].start), end;
	struct slice words = {text->body + place, text->body_size - place};
	words.n = words.n < CLOSING_MOST ? words.n : CLOSING_MOST;
	while (words.n && strchr("* ", words.p[0]))
		words = (struct slice){words.p + 1, words.n - 1};
	int named = slice_begins(words, "aldus ") ? paper_day(reader, words, &end) : DATE_NONE;
	if (named == DATE_NONE || !slice_holds((struct slice){words.p, end}, "vergadering"))
		return SLICE("");
	*day = named;
	return (struct slice){words.p, end};
}

/* What the council decided, and when. */
static enum state read_closing(const struct paper_reader *reader, int *day)
{
	static const char *const decided[] = {"besloten", "vastgesteld"};
	struct slice words = SLICE("");
	for (size_t i = 0; words.n == 0 && i < reader->document->text.lines.n; i++)
		words = closing_at(reader, i, day);
	words.n = slice_find(words, " in de ");
	enum state state = state_from_alias(words);
	for (size_t k = 0; state == STATE_NONE && k < ARRAY_SIZE(decided); k++)
		if (slice_holds(words, decided[k]) && !slice_holds(words, "niet "))
			state = STATE_ADOPTED;
	return state;
}

void paper_proposal_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	int decided = DATE_NONE;
	for (size_t i = 0; i < document->text.lines.n && i < HEAD_LINES; i++) {
		struct slice line = paper_line(reader, i);
		if (document->date == DATE_NONE)
			document->date = paper_only_day(reader, line);
		const char *ris = slice_begins(line, "RIS") && line.n <= 12 ? paper_ris(reader, line) : NULL;
		if (ris)
			paper_add_identifier(reader, &document->identifiers, "RIS", ris);
		else if (line.n <= 20 && memchr(line.p, '/', line.n) && line.p[0] >= 'A' && line.p[0] <= 'Z')
			paper_add_identifier(reader, &document->identifiers, "kenmerk", paper_copy(reader, line));
	}
	document->title = read_title(reader);
	document->outcome = read_closing(reader, &decided);
	if (document->date == DATE_NONE)
		document->date = decided;
	mark_decision(reader);
	struct mention *mention = paper_add_mention(reader, ITEM_OTHER);
	mention->own_paper = true;
	mention->title = document->title;
	mention->identifiers = document->identifiers;
	mention->meeting = document->date;
}
