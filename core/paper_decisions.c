/* paper_decisions.c: the decision list of a meeting: a row for each motion and amendment, with its number and what became of it.
 *
 * pdftotext reads a table in columns as it pleases: a number, an outcome and a description belong together though they may stand in any
 * order, on one line or on several, and outcomes may be left over at the foot of a page. A line is parted into what it holds, and rows are
 * filled as their parts come; what is left over goes to the rows of that page that still wait, in order, only when the counts agree. Else the
 * row has no outcome, and a question asks for it: no guess.
 */
#include "core/paper.h"

#include "core/outcome.h"
#include "core/party.h"

enum { HEAD_LINES = 6, NUMBER_SIZE = 6, MORE_MOST = 300 };

enum part { PART_OTHER, PART_NUMBER, PART_OUTCOME, PART_ITEM, PART_PROPOSAL, PART_HEADING };

struct row {
	const char *ris;      /* NULL until known */
	enum state state;     /* NONE until known */
	struct slice outcome; /* its words */
	struct slice words;   /* the description; empty until known */
	const char *more;     /* the lines on which it goes on; NULL for none */
	struct slice unknown; /* a line in the place of an outcome that is none that is known; empty for none */
	enum item_kind kind;
	bool item;    /* a motion or amendment, not a proposal */
	bool parked;  /* `unknown` stands apart, as outcomes do: the row waits for no other */
	bool voted;   /* an outcome stands in its row */
	bool skipped; /* "Niet ingediend" */
	int page;
};

struct rows {
	struct row *v;
	size_t n;
	size_t cap;
	size_t page_start;               /* the first row of the page that is being read */
	const struct calendar *calendar; /* of the body; NULL when nothing is known */
};

/* Outcomes that no row took, in order; those beyond the room are only counted. */
struct leftovers {
	struct slice v[16];
	size_t n;
};

/* What such a list calls itself, with which a line of its head begins. */
static bool find_title(const struct paper_reader *reader, size_t *at)
{
	static const char *const names[] = {"besluitenlijst",
					    "openbare besluitenlijst",
					    "vastgestelde besluitenlijst",
					    "definitieve besluitenlijst",
					    "concept besluitenlijst",
					    "concept-besluitenlijst",
					    "conceptbesluitenlijst",
					    "ontwerp-besluitenlijst",
					    "ontwerpbesluitenlijst",
					    "voorlopige besluitenlijst",
					    "korte besluitenlijst",
					    "raadsbesluitenlijst",
					    "lijst van besluiten",
					    "overzicht van besluiten"};
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (paper_find_line(reader, 0, HEAD_LINES, names[i], at))
			return true;
	return false;
}

bool paper_decisions_is(const struct paper_reader *reader)
{
	size_t at;
	return find_title(reader, &at);
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

/* The bytes of a number of six digits, with or without "RIS" before it, that begins the line; 0 for none. */
static size_t number_size(struct slice line)
{
	size_t n = slice_begins(line, "RIS") ? 3 : 0, digits = 0;
	while (n < line.n && line.p[n] >= '0' && line.p[n] <= '9')
		n++, digits++;
	return digits == NUMBER_SIZE && (n == line.n || line.p[n] == ' ' || line.p[n] == '\t') ? n : 0;
}

static bool is_proposal(struct slice line)
{
	return slice_begins(line, "voorstel ") || slice_begins(line, "gewijzigd voorstel ") ||
	       slice_begins(line, "geamendeerd voorstel ") ||
	       slice_begins(line, "gewijzigd en geamendeerd voorstel ") || slice_begins(line, "initiatiefvoorstel ");
}

/* The bytes of the letter of a point of the agenda, "H" or "F.1", that begins the line; 0 for none. */
static size_t letter_size(struct slice line)
{
	size_t n = 0;
	while (n < line.n && n < 2 && line.p[n] >= 'A' && line.p[n] <= 'Z')
		n++;
	if (n && n < line.n && line.p[n] == '.')
		for (n++; n < line.n && line.p[n] >= '0' && line.p[n] <= '9';)
			n++;
	return n && (n == line.n || line.p[n] == ' ' || line.p[n] == '\t') ? n : 0;
}

/* Whether the words are an outcome, everywhere or in the lists of this body. */
static bool is_outcome(const struct calendar *calendar, struct slice words, enum state *state)
{
	bool common = outcome_is(words, state);
	enum state own = common && *state != STATE_NONE ? STATE_NONE : calendar_state(calendar, words);
	if (own != STATE_NONE)
		*state = own;
	return common || own != STATE_NONE;
}

static enum part part_of(const struct calendar *calendar, struct slice line)
{
	enum item_kind kind;
	enum state state;
	if (number_size(line) == line.n && line.n == NUMBER_SIZE)
		return PART_NUMBER;
	if (is_outcome(calendar, line, &state))
		return slice_begins(line, "niet ingediend") ? PART_HEADING : PART_OUTCOME;
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

/* An outcome that no register knows ("Niet in stemming gebracht") fills the place too: the row waits for no other. */
static void set_outcome(const struct rows *rows, struct row *row, struct slice words)
{
	row->outcome = words;
	if (!is_outcome(rows->calendar, words, &row->state))
		row->state = STATE_NONE;
	row->voted = true;
	if (row->state == STATE_NONE)
		row->unknown = words;
}

/* The rows of the page that wait for an outcome: items, and proposals at the end of their point, where no number stands behind the title. */
static bool waits(const struct row *row, int page)
{
	return row->page == page && !row->voted && !row->parked &&
	       (row->item ? row->words.n > 0 : !slice_holds(row->words, "(RIS"));
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
			set_outcome(rows, &rows->v[i], left->v[k++]);
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
		set_outcome(rows, number, words->outcome);
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

static void take_number(const struct paper_reader *reader, struct table *table, struct slice number)
{
	table->open = add_row(reader, &table->rows, table->page);
	table->open->item = true;
	table->open->ris = arena_printf(reader->arena, "RIS%.6s", number.p);
}

/* Where a column ends: at two blanks or a tab; s.n when there is no other. */
static size_t gap_at(struct slice s)
{
	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '\t' || (s.p[i] == ' ' && s.p[i + 1] == ' '))
			return i;
	return s.n;
}

static void take_outcome(struct table *table, struct slice line)
{
	struct leftovers *left = &table->left;
	if (table->open && !table->open->voted)
		set_outcome(&table->rows, table->open, line);
	else if (left->n++ < ARRAY_SIZE(left->v))
		left->v[left->n - 1] = line;
}

/* What stands in the columns behind a description, or at the end of its line. */
static void take_columns(struct table *table, struct slice columns)
{
	enum state state;
	while (columns.n) {
		size_t n = gap_at(columns);
		struct slice cell = {columns.p, n};
		columns = slice_trim((struct slice){columns.p + n, columns.n - n});
		if (is_outcome(table->rows.calendar, cell, &state))
			take_outcome(table, cell);
		else if (!columns.n && table->open && outcome_is_likely(cell))
			table->open->unknown = cell;
	}
}

/* A description, and what stands behind it on its line: in a column of its own, or an outcome that ends the line. */
static void take_described(const struct paper_reader *reader, struct table *table, struct slice line, enum part part)
{
	enum item_kind kind;
	enum state state;
	const char *behind = part == PART_ITEM ? after_kind(line, &kind) : line.p;
	struct slice rest = slice_trim((struct slice){behind, (size_t)(line.p + line.n - behind)});
	size_t n = gap_at(rest);
	if (n == rest.n)
		n = outcome_tail(rest, &state);
	if (n == 0)
		n = rest.n;
	struct slice words = {line.p, (size_t)(rest.p + n - line.p)};
	if (part == PART_ITEM) {
		take_item(reader, table, words);
	} else if (table->open && table->open->item && !table->open->words.n) {
		return; /* the wrapped title of a point stands between a number and its description */
	} else {
		table->open = add_row(reader, &table->rows, table->page);
		table->open->words = words;
	}
	take_columns(table, slice_trim((struct slice){rest.p + n, rest.n - n}));
}

/* A line that is no part of its own: the end of a description, with or without the outcome behind it, or an outcome that is not known. */
static void take_other(const struct paper_reader *reader, struct table *table, struct slice line, bool gap)
{
	enum state state;
	struct row *open = table->open;
	if (!open || !open->item || !open->words.n)
		return;
	size_t n = gap ? line.n : outcome_tail(line, &state);
	if (n < line.n && !open->voted)
		set_outcome(&table->rows, open, (struct slice){line.p + n, line.n - n});
	else if (!open->voted && outcome_is_likely(line)) {
		open->unknown = line;
		open->parked = gap;
		return;
	}
	if (open->more && strlen(open->more) > MORE_MOST)
		return;
	bool goes_on = !gap && line.n && line.p[0] >= 'a' && line.p[0] <= 'z';
	struct slice end = slice_trim((struct slice){line.p, n});
	if (goes_on || (n && n < line.n))
		open->more = arena_printf(reader->arena, "%s %.*s", open->more ? open->more : "", (int)end.n, end.p);
}

/* The place of a motion or amendment behind an outcome: "Ingetrokken  Motie P.2 ..."; 0 for none. */
static size_t item_behind_outcome(struct slice line)
{
	enum item_kind kind;
	enum state state;
	for (size_t at = 1; at < line.n; at++)
		if (line.p[at - 1] == ' ' && after_kind((struct slice){line.p + at, line.n - at}, &kind))
			return outcome_is((struct slice){line.p, at}, &state) ? at : 0;
	return 0;
}

static void take_part(const struct paper_reader *reader, struct table *table, struct slice line, bool gap)
{
	enum part part = part_of(table->rows.calendar, line);
	size_t at = part == PART_OTHER ? item_behind_outcome(line) : 0;
	if (at) {
		take_outcome(table, slice_trim((struct slice){line.p, at}));
		take_described(reader, table, (struct slice){line.p + at, line.n - at}, PART_ITEM);
		return;
	}
	switch (part) {
	case PART_NUMBER:
		take_number(reader, table, line);
		return;
	case PART_OUTCOME:
		take_outcome(table, line);
		return;
	case PART_ITEM:
	case PART_PROPOSAL:
		take_described(reader, table, line, part);
		return;
	case PART_HEADING:
		table->open = NULL;
		return;
	case PART_OTHER:
		take_other(reader, table, line, gap);
		return;
	}
}

/* A row on one line begins with its number; a point of the agenda with its letter. */
static void take_line(const struct paper_reader *reader, struct table *table, struct slice line, bool gap)
{
	size_t number = number_size(line), letter = letter_size(line);
	struct slice rest = slice_trim((struct slice){line.p + letter, line.n - letter});
	bool waits_on = table->open && table->open->item && table->open->words.n && !table->open->voted && !gap;
	if (number && number < line.n) {
		take_number(reader, table, (struct slice){line.p + number - NUMBER_SIZE, NUMBER_SIZE});
		line = slice_trim((struct slice){line.p + number, line.n - number});
	} else if (letter && rest.n && (is_proposal(rest) || !waits_on)) {
		table->open = NULL;
		line = rest;
	}
	take_part(reader, table, line, gap);
}

static void read_rows(const struct paper_reader *reader, struct rows *out)
{
	const struct text *text = &reader->document->text;
	struct table table = {.page = 1, .rows = {.calendar = paper_calendar(reader)}};
	for (size_t i = 0; i < text->lines.n; i++) {
		if (text->lines.v[i].page != table.page) {
			end_page(&table);
			table.page = text->lines.v[i].page;
		}
		struct slice line = paper_line(reader, i);
		if (slice_begins(line, "RIS") && line.n <= 12)
			table.open = NULL; /* the foot of the page: what follows was left over */
		take_line(reader, &table, line, text->lines.v[i].gap);
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
	struct slice rest = slice_trim((struct slice){p, (size_t)(row->words.p + row->words.n - p)});
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
	mention->title = arena_printf(reader->arena, "%.*s%s", (int)rest.n, rest.p, row->more ? row->more : "");
}

/* What became of a row is asked for when it could not be read. */
static void ask_about(const struct paper_reader *reader, const struct row *row)
{
	struct arena *arena = reader->arena;
	const char *name = row->ris ? row->ris : arena_text(arena, row->words), *question;
	if (row->unknown.n)
		question =
			arena_printf(arena, "%s: '%.*s' is no outcome that is known: record it with 'griffie status'",
				     name, (int)row->unknown.n, row->unknown.p);
	else if (row->words.n)
		question = arena_printf(arena, "%s: no outcome could be read: record it with 'griffie status'", name);
	else
		question = arena_printf(arena, "%s: no title could be read", name);
	paper_add_finding(reader, "unknown_status", question);
}

/* In a table of decisions the rows are numbered. */
static bool is_table(const struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->v[i].ris)
			return true;
	return false;
}

static void add_rows(const struct paper_reader *reader, const struct rows *rows)
{
	int on = reader->document->date;
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *row = &rows->v[i];
		if (!row->item || (row->words.n == 0 && !row->voted))
			continue;
		if (row->state == STATE_NONE || row->words.n == 0)
			ask_about(reader, row);
		if (row->words.n == 0)
			continue; /* a number and an outcome, of nobody knows what */
		struct mention *mention = paper_add_mention(reader, row->kind);
		mention->meeting = on;
		read_words(reader, row, mention);
		if (row->ris)
			paper_add_identifier(reader, &mention->identifiers, "RIS", row->ris);
		if (row->state != STATE_NONE)
			paper_add_event(reader, mention, row->state, on, row->words, false);
	}
}

/* "Besluitenlijst raadsvergadering 29 juni 2015, aanvang 17.00 uur": when the meeting began is no part of its name. */
static struct slice without_hour(struct slice title)
{
	static const char *const hours[] = {" aanvang", " (aanvang", " om ", " van "};
	for (size_t i = 0; i < ARRAY_SIZE(hours); i++) {
		size_t at = slice_find(title, hours[i]);
		struct slice behind = slice_from(title, at);
		if (at < title.n && slice_holds(behind, " uur") && behind.n <= 40)
			title.n = at;
	}
	while (title.n && strchr(" ,;-", title.p[title.n - 1]))
		title.n--;
	return title;
}

/* "Concept besluitenlijst", "Besluitenlijst (voorlopig)". */
static bool is_draft(struct slice title)
{
	return slice_holds(title, "concept") || slice_holds(title, "ontwerp") || slice_holds(title, "voorlopig");
}

static void read_head(struct paper_reader *reader)
{
	struct document *document = reader->document;
	for (size_t i = 0; i < 16 && document->date == DATE_NONE; i++)
		document->date = paper_day(reader, paper_line(reader, i), NULL);
	size_t title;
	if (find_title(reader, &title))
		document->title = paper_copy(reader, without_hour(paper_line(reader, title)));
	document->provisional = document->title && is_draft(slice_of(document->title));
	for (size_t i = 0; i < document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		if (slice_begins(line, "RIS") && line.n <= 12 && paper_ris(reader, line))
			paper_add_identifier(reader, &document->identifiers, "RIS", paper_ris(reader, line));
	}
}

void paper_decisions_read(struct paper_reader *reader)
{
	struct rows rows = {0};
	read_head(reader);
	read_rows(reader, &rows);
	if (is_table(&rows))
		add_rows(reader, &rows);
	else
		paper_decisions_told(reader);
	paper_add_zone(reader, 0, reader->paragraph_count, ZONE_PLAIN);
}
