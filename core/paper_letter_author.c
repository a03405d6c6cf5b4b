/* paper_letter_author.c: who wrote a letter: a part of the executive that signs it or whose letterhead it bears, or somebody else. */
#include "core/paper_letter.h"

/* A line of a signature or letterhead, not one of those to whom a copy goes. */
static bool is_of_executive(struct slice line)
{
	enum { LINE_MOST = 120 };
	static const char *const words[] = {"burgemeester en wethouders", "wethouder",          "namens het college",
					    "gedeputeerde staten",        "de minister",        "de staatssecretaris",
					    "dagelijks bestuur",          "gemeentesecretaris", "college van b"};
	static const char *const to[] = {"aan ", "aan: ", "cc", "c.c.", "afschrift", "kopie", "t.a.v."};
	if (line.n > LINE_MOST)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(to); i++)
		if (slice_begins(line, to[i]))
			return false;
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_holds(line, words[i]))
			return true;
	return false;
}

/* "Het college van burgemeester en wethouders," above the names of those who sign, wherever annexes follow. */
static bool is_signature(struct slice line)
{
	static const char *const begins[] = {"het college van ", "college van burgemeester",
					     "burgemeester en wethouders", "gedeputeerde staten"};
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
		if (slice_begins(line, begins[i]))
			return line.n <= 80 && line.p[line.n - 1] == ',';
	return false;
}

bool letter_is_by_executive(const struct paper_reader *reader)
{
	enum { SIGNED = 30, HEADED = 8 };
	size_t n = reader->document->text.lines.n;
	for (size_t i = 0; i < n; i++) {
		struct slice line = paper_line(reader, i);
		if (is_signature(line) || ((i < HEADED || i + SIGNED >= n) && is_of_executive(line)))
			return true;
	}
	return false;
}

/* ---- the author ---- */

/* The executive of the house whose paper it is; "college" when none is known. */
static const char *executive_of(const char *body)
{
	static const struct {
		const char *house, *executive;
	} houses[] = {{"nl/provincie", "Gedeputeerde Staten"},
		      {"nl/waterschap", "dagelijks bestuur"},
		      {"nl/tweede-kamer", "kabinet"},
		      {"nl/eerste-kamer", "kabinet"}};
	for (size_t i = 0; body && i < ARRAY_SIZE(houses); i++)
		if (strncmp(body, houses[i].house, strlen(houses[i].house)) == 0)
			return houses[i].executive;
	return "college";
}

/* How those who sign call themselves, and what they are among promises; NULL is the executive of the house. The first that fits counts. */
static const struct sign {
	const char *words;
	const char *author;
} signs[] = {
	{"burgemeester en wethouders", "college"},
	{"gedeputeerde staten", "Gedeputeerde Staten"},
	{"dijkgraaf en ", "dagelijks bestuur"},
	{"dagelijks bestuur", "dagelijks bestuur"},
	{"namens het college", NULL},
	{"het college", NULL},
	{"staatssecretaris", "staatssecretaris"},
	{"minister ", "minister"},
	{"commissaris van de koning", "commissaris van de Koning"},
	{"gedeputeerde", "gedeputeerde"},
	{"dijkgraaf", "dijkgraaf"},
	{"heemraad", "heemraad"},
	{"wethouder", "wethouder"},
	{"burgemeester", "burgemeester"},
};

static const char *sign_in(const struct paper_reader *reader, struct slice line)
{
	for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
		if (slice_holds(line, signs[i].words))
			return signs[i].author ? signs[i].author : executive_of(reader->document->body);
	return NULL;
}

static bool begins_with_any(struct slice line, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_begins(line, words[i]))
			return true;
	return false;
}

/* Those to whom it goes, or a copy of it. */
static bool is_receiver(struct slice line)
{
	static const char *const to[] = {"aan", "cc", "c.c.", "afschrift", "kopie", "t.a.v.", "geacht"};
	return begins_with_any(line, to, ARRAY_SIZE(to));
}

/* The last line that ends a letter ("Hoogachtend,"); the number of lines when none does. */
static size_t closing_find(const struct paper_reader *reader)
{
	enum { LONGEST = 60 };
	static const char *const closings[] = {
		"hoogachtend",          "met vriendelijke groet",    "vriendelijke groet",
		"met hartelijke groet", "met de meeste hoogachting", "met groet"};
	size_t n = reader->document->text.lines.n;
	for (size_t i = n; i-- > 0;) {
		struct slice line = paper_line(reader, i);
		if (line.n <= LONGEST && begins_with_any(line, closings, ARRAY_SIZE(closings)))
			return i;
	}
	return n;
}

/* Of those who sign below the closing: the first of the executive; "" when somebody else does. */
static const char *author_below(const struct paper_reader *reader)
{
	enum { LINES = 12, LINE_MOST = 120 };
	static const char *const others[] = {"stichting", "vereniging", "fractie", "bewoners",          "comit",
					     "wijkraad",  "buurt",      "b.v.",    "voorzitter van de", "namens de",
					     "griffier"};
	size_t from = closing_find(reader), n = reader->document->text.lines.n;
	bool other = false;
	for (size_t i = from; i < n && i < from + LINES; i++) {
		struct slice line = paper_line(reader, i);
		const char *author = line.n > LINE_MOST || is_receiver(line) ? NULL : sign_in(reader, line);
		other |= slice_holds_any(line, others, ARRAY_SIZE(others));
		if (author && !other)
			return author;
	}
	return other ? "" : NULL;
}

bool letter_is_by_other(const struct paper_reader *reader)
{
	const char *author = author_below(reader);
	return author && !*author;
}

/* Of a paragraph of its own near the end, or on a line that ends in a comma wherever annexes follow. */
static const char *author_signed(const struct paper_reader *reader)
{
	enum { LAST = 12, SHORT = 100 };
	static const char *const begins[] = {
		"het college van",     "college van ",         "burgemeester en wethouders",
		"gedeputeerde staten", "dijkgraaf en ",        "het dagelijks bestuur",
		"namens het college",  "de wethouder",         "de burgemeester",
		"de gedeputeerde",     "de heemraad",          "de dijkgraaf",
		"de minister ",        "de staatssecretaris ", "de commissaris van de koning"};
	for (size_t i = reader->paragraph_count, seen = 0; i-- > 0; seen++) {
		struct slice paragraph = paper_paragraph(reader, i);
		bool near = seen < LAST && paragraph.n <= SHORT && paragraph.n && paragraph.p[paragraph.n - 1] != '.';
		if ((near || is_signature(paragraph)) && begins_with_any(paragraph, begins, ARRAY_SIZE(begins)))
			return sign_in(reader, paragraph);
	}
	return NULL;
}

/* "Van: college van B&W", "Portefeuillehouder: wethouder De Boer": who sends it, by its head; or a letterhead that names the alderman. */
static const char *author_headed(const struct paper_reader *reader)
{
	enum { HEAD_LINES = 25, TOP_LINES = 6, LETTERHEAD = 60 };
	bool letter = reader->document->kind != DOC_OTHER;
	static const char *const from[] = {"van: ", "van het college", "afzender", "portefeuillehouder"};
	for (size_t i = 0; i < HEAD_LINES && i < reader->document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		if (begins_with_any(line, from, ARRAY_SIZE(from))) {
			bool college = slice_begins(line, "portefeuillehouder") || slice_holds(line, "college");
			const char *author = college ? executive_of(reader->document->body) : sign_in(reader, line);
			if (author)
				return author;
		}
		bool top = letter && i < TOP_LINES && line.n <= LETTERHEAD && !is_receiver(line);
		if (top && slice_holds(line, "wethouder "))
			return "wethouder";
	}
	return NULL;
}

/* Whether it is sent to the council of its house: by its address, or by how it begins. */
static bool is_to_council(const struct paper_reader *reader)
{
	enum { HEAD_LINES = 25 };
	static const char *const councils[] = {"raad",  "staten",        "verenigde vergadering", "algemeen bestuur",
					       "kamer", "geachte leden", "geacht bestuur"};
	for (size_t i = 0; i < HEAD_LINES && i < reader->document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		if (is_receiver(line) && slice_holds_any(line, councils, ARRAY_SIZE(councils)))
			return true;
	}
	return false;
}

/* Whether it begins with the name of a house: one that writes to it names itself first. */
static bool bears_letterhead(const struct paper_reader *reader)
{
	enum { TOP_LINES = 2 };
	static const char *const houses[] = {"gemeente ", "provincie ", "waterschap ", "hoogheemraadschap ",
					     "wetterskip "};
	for (size_t i = 0; i < TOP_LINES && i < reader->document->text.lines.n; i++)
		if (begins_with_any(paper_line(reader, i), houses, ARRAY_SIZE(houses)))
			return true;
	return false;
}

const char *paper_letter_author(const struct paper_reader *reader)
{
	bool handles = reader->document->kind == DOC_SETTLEMENT || reader->document->kind == DOC_INTERIM;
	const char *author = author_below(reader);
	if (author)
		return *author ? author : NULL;
	author = author_signed(reader);
	if (!author)
		author = author_headed(reader);
	if (!author && (handles || (bears_letterhead(reader) && is_to_council(reader))))
		author = executive_of(reader->document->body);
	return author;
}
