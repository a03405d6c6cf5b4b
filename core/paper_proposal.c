/* paper_proposal.c: proposals to the council: a title that says so near the top, a number, a day.
 *
 * What a proposal plans hangs on the council's decision about it; what it says the council will get is owed (promise.h).
 */
#include "core/paper.h"

/* The word stands at the start of the title, behind what it was changed by, and not somewhere in a text. */
enum { HEAD_LINES = 14, TITLE_LINES = 4, SHORT_LINE = 60, TITLE_BEGINS = 26 };

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

/* Whether line `i` goes on with the title: it begins low, or it is the short end of it with a new sentence behind. */
static bool continues_title(const struct paper_reader *reader, size_t i)
{
	struct slice line = paper_line(reader, i), after = paper_line(reader, i + 1);
	if (line.n == 0 || reader->document->text.lines.v[i].gap || is_heading(line))
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

static const char *read_title(const struct paper_reader *reader)
{
	size_t first = title_line(reader), last = first + 1;
	while (last < first + TITLE_LINES && last < reader->document->text.lines.n && continues_title(reader, last))
		last++;
	struct slice a = paper_line(reader, first), b = paper_line(reader, last - 1);
	char *title = paper_copy(reader, (struct slice){a.p, (size_t)(b.p + b.n - a.p)});
	for (char *p = title; *p; p++)
		if (*p == '\n' || *p == '\f')
			*p = ' ';
	return mend_ligatures(reader, title);
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

void paper_proposal_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	document->title = read_title(reader);
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
	mark_decision(reader);
	struct mention *mention = paper_add_mention(reader, ITEM_OTHER);
	mention->own_paper = true;
	mention->title = document->title;
	mention->identifiers = document->identifiers;
	mention->meeting = document->date;
}
