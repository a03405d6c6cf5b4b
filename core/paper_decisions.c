/* paper_decisions.c: the decision list of a meeting: a row for each motion and amendment, with its number and what became of it.
 *
 * pdftotext reads a table in columns as it pleases: a number, an outcome and a description belong together though they may stand in any
 * order, and outcomes may be left over at the foot of a page. Rows are filled as their parts come; what is left over goes to
 * the rows of that page that still wait, in order, only when the counts agree. Else the row has no outcome: no guess.
 */
#include "core/paper.h"

#include "core/party.h"

enum { HEAD_LINES = 6, OUTCOME_MOST = 24 };

enum part { PART_OTHER, PART_NUMBER, PART_OUTCOME, PART_ITEM, PART_PROPOSAL, PART_HEADING };

struct row {
	const char *ris;      /* NULL until known */
	enum state state;     /* NONE until known */
	struct slice outcome; /* its words */
	struct slice words;   /* the description; empty until known */
	enum item_kind kind;
	bool item;    /* a motion or amendment, not a proposal */
	bool voted;   /* an outcome stands in its row */
	bool skipped; /* "Niet ingediend" */
	int page;
};

struct rows {
	struct row *v;
	size_t n;
	size_t cap;
	size_t page_start; /* the first row of the page that is being read */
};

/* Outcomes that no row took, in order; those beyond the room are only counted. */
struct leftovers {
	struct slice v[16];
	size_t n;
};

bool paper_decisions_is(const struct paper_reader *reader)
{
	return paper_find_line(reader, 0, HEAD_LINES, "Besluitenlijst", NULL);
}

static const char *after_kind(struct slice line, enum item_kind *kind)
{
	static const struct {
		const char *words;
		enum item_kind kind;
	} kinds[] = {{"Motie ", ITEM_MOTION},
		     {"Gewijzigde motie ", ITEM_MOTION},
		     {"Nader gewijzigde motie ", ITEM_MOTION},
		     {"Amendement ", ITEM_AMENDMENT},
		     {"Gewijzigd amendement ", ITEM_AMENDMENT},
		     {"Nader gewijzigd amendement ", ITEM_AMENDMENT}};
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (slice_begins(line, kinds[i].words)) {
			*kind = kinds[i].kind;
			return line.p + strlen(kinds[i].words);
		}
	return NULL;
}

static bool is_number(struct slice line)
{
	size_t digits = 0;
	while (digits < line.n && line.p[digits] >= '0' && line.p[digits] <= '9')
		digits++;
	return digits == 6 && line.n == 6;
}

static bool is_proposal(struct slice line)
{
	return slice_begins(line, "voorstel ") || slice_begins(line, "gewijzigd voorstel ") ||
	       slice_begins(line, "geamendeerd voorstel ") ||
	       slice_begins(line, "gewijzigd en geamendeerd voorstel ") || slice_begins(line, "initiatiefvoorstel ");
}

static enum part part_of(struct slice line)
{
	enum item_kind kind;
	if (is_number(line))
		return PART_NUMBER;
	if (line.n <= OUTCOME_MOST && state_from_alias(line) != STATE_NONE)
		return PART_OUTCOME;
	if (after_kind(line, &kind))
		return PART_ITEM;
	if (is_proposal(line))
		return PART_PROPOSAL;
	if ((line.n && line.n <= 2 && line.p[0] >= 'A' && line.p[0] <= 'Z') || slice_begins(line, "niet ingediend"))
		return PART_HEADING; /* a point of the agenda, or a row in which nothing was decided */
	return PART_OTHER;
}

static struct row *add_row(const struct paper_reader *reader, struct rows *rows, int page)
{
	struct row *row = list_push(reader->arena, rows);
	*row = (struct row){.page = page};
	return row;
}

static void set_outcome(struct row *row, struct slice words)
{
	row->outcome = words;
	row->state = state_from_alias(words);
	row->voted = true;
}

/* The rows of the page that wait for an outcome: items, and proposals at the end of their point, where no number stands behind the title. */
static bool waits(const struct row *row, int page)
{
	return row->page == page && !row->voted && (row->item ? row->words.n > 0 : !slice_holds(row->words, "(RIS"));
}

static void give_leftovers(struct rows *rows, const struct leftovers *left, int page)
{
	size_t waiting = 0;
	for (size_t i = rows->page_start; i < rows->n; i++)
		waiting += waits(&rows->v[i], page);
	if (waiting != left->n || left->n > ARRAY_SIZE(left->v))
		return;
	for (size_t i = rows->page_start, k = 0; i < rows->n && k < left->n; i++)
		if (waits(&rows->v[i], page))
			set_outcome(&rows->v[i], left->v[k++]);
}

/* A number whose description was read elsewhere on the page, and one description without a number: they are one row. */
static void join_halves(struct rows *rows, int page)
{
	struct row *number = NULL, *words = NULL;
	for (size_t i = rows->page_start; i < rows->n; i++) {
		struct row *row = &rows->v[i];
		if (row->page != page || !row->item)
			continue;
		if (row->ris && row->words.n == 0) {
			if (number)
				return;
			number = row;
		} else if (!row->ris && row->words.n) {
			if (words)
				return;
			words = row;
		}
	}
	if (!number || !words)
		return;
	number->words = words->words;
	number->kind = words->kind;
	if (!number->voted && words->voted)
		set_outcome(number, words->outcome);
	words->item = false;
	words->words = SLICE("(RIS"); /* nothing is awaited of it */
}

/* A table while it is being read. */
struct table {
	struct rows rows;
	struct leftovers left;
	struct row *open; /* the row that the next part may belong to; NULL for none */
	int page;
};

static void end_page(struct table *table)
{
	join_halves(&table->rows, table->page);
	give_leftovers(&table->rows, &table->left, table->page);
	table->left.n = 0;
	table->rows.page_start = table->rows.n;
	table->open = NULL;
}

static void take_item(const struct paper_reader *reader, struct table *table, struct slice line)
{
	struct row *row = table->open;
	if (!row || !row->item || row->words.n)
		row = add_row(reader, &table->rows, table->page);
	row->item = true;
	row->words = line;
	after_kind(line, &row->kind);
	table->open = row;
}

/* A short line of its own, in the place of an outcome, in words that no alias covers: nothing is guessed. */
static bool is_unknown_outcome(const struct row *open, struct slice line, bool gap)
{
	bool waits_here = open->item && open->words.n && !open->voted && gap;
	if (!waits_here || line.n < 4 || line.n > OUTCOME_MOST || !(line.p[0] >= 'A' && line.p[0] <= 'Z'))
		return false;
	for (size_t i = 1; i < line.n; i++)
		if (line.p[i] != ' ' && !(line.p[i] >= 'a' && line.p[i] <= 'z'))
			return false;
	return true;
}

static void ask_about(const struct paper_reader *reader, struct row *row, struct slice line)
{
	row->voted = true;
	row->state = STATE_NONE;
	paper_add_finding(reader, "unknown_status",
			  arena_printf(reader->arena,
				       "%s: '%.*s' is no outcome that is known: record it with 'griffie status'",
				       row->ris ? row->ris : "a row without a number", (int)line.n, line.p));
}

static void take_outcome(struct table *table, struct slice line)
{
	struct leftovers *left = &table->left;
	if (table->open && !table->open->voted)
		set_outcome(table->open, line);
	else if (left->n++ < ARRAY_SIZE(left->v))
		left->v[left->n - 1] = line;
}

static void take_line(const struct paper_reader *reader, struct table *table, struct slice line, bool gap)
{
	switch (part_of(line)) {
	case PART_NUMBER:
		table->open = add_row(reader, &table->rows, table->page);
		table->open->item = true;
		table->open->ris = arena_printf(reader->arena, "RIS%.6s", line.p);
		return;
	case PART_OUTCOME:
		take_outcome(table, line);
		return;
	case PART_ITEM:
		take_item(reader, table, line);
		return;
	case PART_PROPOSAL:
		if (table->open && table->open->item && !table->open->words.n)
			return; /* the wrapped title of a point stands between a number and its description */
		table->open = add_row(reader, &table->rows, table->page);
		table->open->words = line;
		return;
	case PART_HEADING:
		table->open = NULL;
		return;
	case PART_OTHER:
		if (table->open && is_unknown_outcome(table->open, line, gap))
			ask_about(reader, table->open, line);
		return;
	}
}

static void read_rows(const struct paper_reader *reader, struct rows *out)
{
	const struct text *text = &reader->document->text;
	struct table table = {.page = 1};
	for (size_t i = 0; i < text->lines.n; i++) {
		if (text->lines.v[i].page != table.page) {
			end_page(&table);
			table.page = text->lines.v[i].page;
		}
		if (slice_begins(paper_line(reader, i), "RIS"))
			table.open = NULL; /* the foot of the page: what follows was left over */
		take_line(reader, &table, paper_line(reader, i), text->lines.v[i].gap);
	}
	end_page(&table);
	*out = table.rows;
}

/* A local party's short name before a title: two capitals or more, and a capital behind it. 0 when there is none. */
static size_t brief_party(struct slice s)
{
	size_t n = 0, capitals = 0;
	while (n < s.n && s.p[n] != ' ' && s.p[n] != ')')
		capitals += s.p[n] >= 'A' && s.p[n] <= 'Z', n++;
	size_t next = n + 1;
	bool title = next < s.n && ((s.p[next] >= 'A' && s.p[next] <= 'Z') || (unsigned char)s.p[next] >= 0xc3);
	return capitals >= 2 && n <= 8 && title ? n : 0;
}

/* "J.3 (HvDH) Watertappunt ..." into code, party and title. */
static void read_words(const struct paper_reader *reader, const struct row *row, struct mention *mention)
{
	enum item_kind kind;
	const char *p = after_kind(row->words, &kind);
	struct slice rest = {p, (size_t)(row->words.p + row->words.n - p)};
	size_t n = 0;
	while (n < rest.n && rest.p[n] != ' ')
		n++;
	if (n && n <= 8 && memchr(rest.p, '.', n)) {
		mention->code = arena_text(reader->arena, (struct slice){rest.p, n});
		rest = slice_trim((struct slice){rest.p + n, rest.n - n});
	}
	bool bracket = rest.n && rest.p[0] == '(';
	if (bracket)
		rest = (struct slice){rest.p + 1, rest.n - 1};
	size_t party = party_prefix(rest);
	if (!party)
		party = brief_party(rest);
	if (party) {
		rest = (struct slice){rest.p + party, rest.n - party};
		if (bracket && rest.n && rest.p[0] == ')')
			rest = (struct slice){rest.p + 1, rest.n - 1};
	}
	rest = slice_trim(rest);
	while (rest.n && strchr("- ", rest.p[rest.n - 1]))
		rest.n--;
	mention->title = arena_text(reader->arena, rest);
}

/* In a table of decisions the rows are numbered. */
static bool is_table(const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->v[i].ris)
			return true;
	return false;
}

void paper_decisions_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	for (size_t i = 0; i < 16 && document->date == DATE_NONE; i++)
		document->date = paper_day(reader, paper_line(reader, i), NULL);
	size_t title;
	if (paper_find_line(reader, 0, HEAD_LINES, "Besluitenlijst", &title))
		document->title = paper_copy(reader, paper_line(reader, title));
	for (size_t i = 0; i < document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		if (slice_begins(line, "RIS") && line.n <= 12 && paper_ris(reader, line))
			paper_add_identifier(reader, &document->identifiers, "RIS", paper_ris(reader, line));
	}
	struct rows rows = {0};
	read_rows(reader, &rows);
	if (!is_table(&rows)) {
		paper_decisions_told(reader);
		rows.n = 0;
	}
	for (size_t i = 0; i < rows.n; i++) {
		const struct row *row = &rows.v[i];
		if (!row->item || row->words.n == 0)
			continue;
		struct mention *mention = paper_add_mention(reader, row->kind);
		mention->meeting = document->date;
		read_words(reader, row, mention);
		if (row->ris)
			paper_add_identifier(reader, &mention->identifiers, "RIS", row->ris);
		if (row->state != STATE_NONE)
			paper_add_event(reader, mention, row->state, document->date, row->words, false);
	}
	paper_add_zone(reader, 0, reader->paragraph_count, ZONE_PLAIN);
}
