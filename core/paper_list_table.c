/* paper_list_table.c: the rows of a list of commitments.
 *
 * Headings are known by their words, in any order. Cells are parted by a tab, a bar or a semicolon, or stand below their heading, parted by
 * two blanks or more; there a cell may go on in the lines below. Or each commitment is a block of labelled fields, or a numbered entry
 * that ends with "Status: ...". A table whose headings
 * come one a line is one that was taken apart column by column: which cell belongs to which row is then not to be known.
 */
#include "core/paper_list.h"

enum { CELLS_MOST = 16, CELLS_LEAST = 3, HEADING_MOST = 40, JUMBLED_LEAST = 4, CELL_MOST = 4000 };

static const struct {
	const char *heading; /* folded: letters and digits */
	enum list_column column;
} headings[] = {
	{"nr", COLUMN_NUMBER},
	{"nummer", COLUMN_NUMBER},
	{"kenmerk", COLUMN_NUMBER},
	{"id", COLUMN_NUMBER},
	{"bbnummer", COLUMN_NUMBER},
	{"toezeggingnummer", COLUMN_NUMBER},
	{"toezeggingsnummer", COLUMN_NUMBER},
	{"volgnummer", COLUMN_NUMBER},
	{"zaaknummer", COLUMN_NUMBER},
	{"datum", COLUMN_DATE},
	{"datumtoezegging", COLUMN_DATE},
	{"toegezegdop", COLUMN_DATE},
	{"toezeggingsdatum", COLUMN_DATE},
	{"datumraad", COLUMN_DATE},
	{"datumvergadering", COLUMN_DATE},
	{"vergadering", COLUMN_DATE},
	{"raadcommissie", COLUMN_DATE},
	{"agendapunt", COLUMN_AGENDA},
	{"onderwerp", COLUMN_AGENDA},
	{"toezegging", COLUMN_TEXT},
	{"toezeggingen", COLUMN_TEXT},
	{"toezeggingcitaat", COLUMN_TEXT},
	{"actietoezegging", COLUMN_TEXT},
	{"toezeggingactie", COLUMN_TEXT},
	{"actiepunt", COLUMN_TEXT},
	{"afspraak", COLUMN_TEXT},
	{"omschrijving", COLUMN_TEXT},
	{"omschrijvingtoezegging", COLUMN_TEXT},
	{"inhoud", COLUMN_TEXT},
	{"inhoudtoezegging", COLUMN_TEXT},
	{"tekst", COLUMN_TEXT},
	{"portefeuillehouder", COLUMN_HOLDER},
	{"phouder", COLUMN_HOLDER},
	{"porthouder", COLUMN_HOLDER},
	{"wethouder", COLUMN_HOLDER},
	{"gedeputeerde", COLUMN_HOLDER},
	{"bewindspersoon", COLUMN_HOLDER},
	{"verantwoordelijke", COLUMN_HOLDER},
	{"toegezegddoor", COLUMN_HOLDER},
	{"bestuurder", COLUMN_HOLDER},
	{"dijkgraaf", COLUMN_HOLDER},
	{"heemraad", COLUMN_HOLDER},
	{"wie", COLUMN_HOLDER},
	{"termijn", COLUMN_TERM},
	{"deadline", COLUMN_TERM},
	{"planning", COLUMN_TERM},
	{"einddatum", COLUMN_TERM},
	{"termijnafdoening", COLUMN_TERM},
	{"verwachtedatumafdoening", COLUMN_TERM},
	{"afdoeningstermijn", COLUMN_TERM},
	{"streefdatum", COLUMN_TERM},
	{"wanneer", COLUMN_TERM},
	{"gereed", COLUMN_TERM}, /* by when, or that it is */
	{"status", COLUMN_STATE},
	{"stand", COLUMN_STATE},
	{"afgedaan", COLUMN_STATE},
	{"soort", COLUMN_KIND},
	{"type", COLUMN_KIND},
	{"datumafdoening", COLUMN_CLOSED},
	{"datumafgedaan", COLUMN_CLOSED},
	{"afdoeningsdatum", COLUMN_CLOSED},
	{"afgedaanop", COLUMN_CLOSED},
	{"standvanzaken", COLUMN_OTHER},
	{"toelichting", COLUMN_OTHER},
	{"opmerking", COLUMN_OTHER},
	{"opmerkingen", COLUMN_OTHER},
	{"fractie", COLUMN_OTHER},
	{"gedaanaan", COLUMN_OTHER},
	{"toegezegdaan", COLUMN_OTHER},
	{"vragensteller", COLUMN_OTHER},
	{"raadslid", COLUMN_OTHER},
	{"commissie", COLUMN_OTHER},
	{"beleidsveld", COLUMN_OTHER},
	{"behandelaar", COLUMN_OTHER},
	{"ambtenaar", COLUMN_OTHER},
	{"steller", COLUMN_OTHER},
	{"contactpersoon", COLUMN_OTHER},
	{"afdeling", COLUMN_OTHER},
};

enum list_column paper_list_column(struct slice heading)
{
	char folded[HEADING_MOST];
	size_t n = 0;
	if (heading.n >= HEADING_MOST)
		return COLUMN_COUNT;
	for (size_t i = 0; i < heading.n; i++)
		if (is_letter(heading.p[i]) || is_digit(heading.p[i]))
			folded[n++] = heading.p[i];
	for (size_t i = 0; i < ARRAY_SIZE(headings); i++)
		if (slice_begins((struct slice){folded, n}, headings[i].heading) && strlen(headings[i].heading) == n)
			return headings[i].column;
	return COLUMN_COUNT;
}

/* ---- lines into cells ---- */

struct cells {
	struct slice v[CELLS_MOST];
	size_t column[CELLS_MOST]; /* characters before each in its line */
	size_t n;
};

/* A line with what stands before it: the blanks that a table is set out with. */
static struct slice whole_line(const struct text *text, const struct line *line)
{
	size_t start = line->start;
	while (start && text->raw.p[start - 1] == ' ')
		start--;
	return (struct slice){text->raw.p + start, line->end - start};
}

static size_t characters(struct slice s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
	return n;
}

static void add_cell(struct cells *cells, struct slice line, size_t start, size_t end)
{
	if (cells->n == CELLS_MOST)
		return;
	cells->column[cells->n] = characters((struct slice){line.p, start});
	cells->v[cells->n++] = slice_trim((struct slice){line.p + start, end - start});
}

static struct slice without_quotes(struct slice cell)
{
	bool quoted = cell.n >= 2 && cell.p[0] == '"' && cell.p[cell.n - 1] == '"';
	return quoted ? slice_trim((struct slice){cell.p + 1, cell.n - 2}) : cell;
}

/* `mark` parts the cells; a blank stands for two blanks or more. */
static void split(struct slice line, char mark, struct cells *out)
{
	size_t start = 0;
	out->n = 0;
	if (mark == ' ') {
		for (size_t i = 0; i < line.n; i = start) {
			while (i < line.n && line.p[i] == ' ')
				i++;
			start = i;
			while (start < line.n &&
			       !(line.p[start] == ' ' && (start + 1 == line.n || line.p[start + 1] == ' ')))
				start++;
			if (i < start)
				add_cell(out, line, i, start);
		}
		return;
	}
	if (mark == '|' && line.n && line.p[0] == mark)
		start = 1;
	bool quoted = false; /* a cell of a spreadsheet that holds the mark itself */
	for (size_t i = start; i <= line.n; i++) {
		quoted ^= mark == ';' && i < line.n && line.p[i] == '"';
		if (i < line.n && (line.p[i] != mark || quoted))
			continue;
		if (i < line.n || mark != '|' || slice_trim(slice_from(line, start)).n)
			add_cell(out, line, start, i);
		start = i + 1;
	}
	for (size_t k = 0; mark == ';' && k < out->n; k++)
		out->v[k] = without_quotes(out->v[k]);
}

/* ---- tables ---- */

struct table {
	char mark;
	enum list_column columns[CELLS_MOST];
	struct cells heads;
	size_t line; /* of the headings */
};

static bool has_column(const struct table *table, enum list_column column)
{
	for (size_t i = 0; i < table->heads.n; i++)
		if (table->columns[i] == column)
			return true;
	return false;
}

static bool is_heading(struct slice line, char mark, struct table *out)
{
	size_t known = 0;
	if (!line.n || !memchr(line.p, mark, line.n))
		return false;
	*out = (struct table){.mark = mark};
	split(line, mark, &out->heads);
	for (size_t i = 0; i < out->heads.n && out->heads.n >= CELLS_LEAST; i++) {
		out->columns[i] = paper_list_column(out->heads.v[i]);
		known += out->columns[i] != COLUMN_COUNT;
	}
	if (!has_column(out, COLUMN_TEXT)) /* "Onderwerp" is what was promised where nothing else is */
		for (size_t i = 0; i < out->heads.n; i++)
			out->columns[i] = out->columns[i] == COLUMN_AGENDA ? COLUMN_TEXT : out->columns[i];
	bool owed = has_column(out, COLUMN_HOLDER) || has_column(out, COLUMN_STATE) || has_column(out, COLUMN_TERM);
	return known >= CELLS_LEAST && known * 2 > out->heads.n && has_column(out, COLUMN_TEXT) && owed;
}

/* The table whose headings stand first, within the first `most` lines. */
static bool find_table(const struct paper_reader *reader, size_t most, struct table *out)
{
	static const char marks[] = "\t|; ";
	const struct text *text = &reader->document->text;
	for (size_t i = 0; i < text->lines.n && i < most; i++)
		for (const char *mark = marks; *mark; mark++)
			if (is_heading(whole_line(text, &text->lines.v[i]), *mark, out)) {
				out->line = i;
				return true;
			}
	return false;
}

bool paper_list_is_headed(const struct paper_reader *reader)
{
	enum { WITHIN = 8 }; /* lines */
	static const char *const begins[] = {"toezegging", "actie/toezegging", "actie / toezegging",
					     "omschrijving toezegging"};
	struct table table;
	if (!find_table(reader, WITHIN, &table))
		return false;
	for (size_t i = 0; i < table.heads.n; i++)
		for (size_t k = 0; k < ARRAY_SIZE(begins); k++)
			if (table.columns[i] == COLUMN_TEXT && slice_begins(table.heads.v[i], begins[k]))
				return true;
	return false;
}

static void set_cell(const struct paper_reader *reader, struct list_row *row, enum list_column column,
		     struct slice cell)
{
	const struct text *text = &reader->document->text;
	if (cell.n == 0 || column == COLUMN_COUNT)
		return;
	if (column == COLUMN_TEXT) {
		size_t at = (size_t)(cell.p - text->raw.p);
		row->raw.start = row->raw.end ? row->raw.start : at;
		row->raw.end = at + cell.n;
	}
	struct slice *to = &row->cells[column];
	if (to->n == 0) {
		*to = cell;
	} else if (to->n < CELL_MOST) {
		struct buf joined;
		buf_init(&joined);
		buf_add(&joined, to->p, to->n);
		text_join(&joined, cell);
		*to = slice_of(arena_text(reader->arena, (struct slice){joined.p, joined.n}));
		buf_release(&joined);
	}
}

/* The heading that a cell stands below: the last that does not begin behind it; a cell may begin a little before its own. */
static size_t heading_above(const struct table *table, size_t column)
{
	enum { LEFT = 1 };
	size_t found = 0;
	for (size_t i = 0; i < table->heads.n; i++)
		if (table->heads.column[i] <= column + LEFT)
			found = i;
	return found;
}

/* A line of a table that is set out with blanks: a new row begins where the first column has a cell. */
static void read_laid_out(const struct paper_reader *reader, const struct table *table, const struct cells *cells,
			  struct list_rows *out)
{
	bool first = cells->n && heading_above(table, cells->column[0]) == 0;
	if (first)
		list_push(reader->arena, out);
	for (size_t i = 0; i < cells->n && out->n; i++)
		set_cell(reader, &out->v[out->n - 1], table->columns[heading_above(table, cells->column[i])],
			 cells->v[i]);
}

static bool same_as_heading(const struct table *table, const struct cells *cells)
{
	size_t same = 0;
	for (size_t i = 0; i < cells->n && i < table->heads.n; i++)
		same += paper_list_column(cells->v[i]) != COLUMN_COUNT && cells->v[i].n == table->heads.v[i].n;
	return same >= CELLS_LEAST;
}

static void read_table(const struct paper_reader *reader, const struct table *table, struct list_rows *out)
{
	const struct text *text = &reader->document->text;
	for (size_t i = table->line + 1; i < text->lines.n; i++) {
		struct cells cells;
		if (text->lines.v[i].furniture && table->mark == ' ')
			continue;
		split(whole_line(text, &text->lines.v[i]), table->mark, &cells);
		if (same_as_heading(table, &cells))
			continue;
		if (table->mark == ' ') {
			read_laid_out(reader, table, &cells, out);
			continue;
		}
		if (cells.n < CELLS_LEAST)
			continue; /* a line below or between the rows */
		struct list_row *row = list_push(reader->arena, out);
		for (size_t k = 0; k < cells.n && k < table->heads.n; k++)
			set_cell(reader, row, table->columns[k], cells.v[k]);
	}
}

/* ---- labelled fields ---- */

/* "Termijn: Q2 2025"; COLUMN_COUNT when the line begins with no label that is known. */
static enum list_column label_of(struct slice line, struct slice *value)
{
	const char *colon = memchr(line.p, ':', line.n < HEADING_MOST ? line.n : HEADING_MOST);
	if (!colon)
		return COLUMN_COUNT;
	size_t at = (size_t)(colon - line.p);
	*value = slice_trim(slice_from(line, at + 1));
	return paper_list_column((struct slice){line.p, at});
}

/* "Toezegging nr. 2025-07": a heading that gives the number of the block below it. */
static bool heads_block(struct slice line, struct slice *number)
{
	static const char *const words[] = {"toezegging ", "motie ", "actiepunt "}, *const marks[] = {"nr. ", "nr ",
												      "nummer "};
	struct slice rest = {0};
	for (size_t i = 0; i < ARRAY_SIZE(words) && rest.n == 0; i++)
		if (slice_begins(line, words[i]))
			rest = slice_trim(slice_from(line, strlen(words[i])));
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		if (slice_begins(rest, marks[i]))
			rest = slice_trim(slice_from(rest, strlen(marks[i])));
	bool digit = false;
	for (size_t i = 0; i < rest.n; i++) {
		if (!is_word_byte(rest.p[i]) && !strchr("-./", rest.p[i]))
			return false;
		digit |= is_digit(rest.p[i]);
	}
	*number = digit ? rest : *number;
	return digit;
}

static void read_labels(const struct paper_reader *reader, struct list_rows *out)
{
	const struct text *text = &reader->document->text;
	enum list_column now = COLUMN_COUNT;
	unsigned filled = 0;
	out->line = text->lines.n;
	for (size_t i = 0; i < text->lines.n; i++) {
		struct slice line = text_line(text, &text->lines.v[i]), value = line;
		enum list_column column = heads_block(line, &value) ? COLUMN_NUMBER : label_of(line, &value);
		out->line = column != COLUMN_COUNT && i < out->line ? i : out->line;
		if (column == COLUMN_COUNT && text->lines.v[i].gap)
			now = COLUMN_COUNT;
		if (column != COLUMN_COUNT && (out->n == 0 || filled >> column & 1)) {
			list_push(reader->arena, out);
			filled = 0;
		}
		if (column != COLUMN_COUNT) {
			now = column;
			filled |= column == COLUMN_OTHER ? 0 : 1u << column;
		}
		if (now != COLUMN_COUNT && out->n)
			set_cell(reader, &out->v[out->n - 1], now, value);
	}
}

/* ---- numbered entries ---- */

/* "12. Wethouder Barker zegt toe ...": bytes of the number and its mark; 0 when the line begins with none. */
static size_t entry_number(struct slice line)
{
	size_t n = 0;
	while (n < line.n && n < 4 && is_digit(line.p[n]))
		n++;
	return n && n + 1 < line.n && strchr(".)", line.p[n]) && line.p[n + 1] == ' ' ? n + 2 : 0;
}

/* "(raad 11 februari 2025)": what stands in the last brackets of the entry, where that has a day. */
static void set_day(const struct paper_reader *reader, struct list_row *row)
{
	struct slice words = row->cells[COLUMN_TEXT];
	size_t open = words.n;
	while (open && words.p[open - 1] != '(')
		open--;
	struct slice held = slice_from(words, open), raw = reader->document->text.raw;
	if (open == 0 || !memchr(held.p, ')', held.n) || paper_day(reader, held, NULL) == DATE_NONE)
		return;
	row->cells[COLUMN_DATE] = held;
	row->cells[COLUMN_TEXT] = slice_trim((struct slice){words.p, open - 1});
	if (words.p >= raw.p && words.p < raw.p + raw.n) /* not joined of several lines */
		row->raw.end = row->raw.start + row->cells[COLUMN_TEXT].n;
}

static void read_entries(const struct paper_reader *reader, struct list_rows *out)
{
	static const char label[] = "Status:";
	const struct text *text = &reader->document->text;
	bool told = false; /* the status of this entry has come */
	*out = (struct list_rows){0};
	for (size_t i = 0; i < text->lines.n; i++) {
		struct slice line = text_line(text, &text->lines.v[i]);
		size_t number = entry_number(line);
		if (text->lines.v[i].furniture || (number == 0 && (out->n == 0 || text->lines.v[i].gap)))
			continue;
		if (number) {
			out->line = out->n ? out->line : i;
			list_push(reader->arena, out);
			told = false;
			line = slice_from(line, number);
		}
		struct list_row *row = &out->v[out->n - 1];
		size_t at = told ? 0 : slice_find(line, label);
		set_cell(reader, row, COLUMN_TEXT, slice_trim((struct slice){line.p, at}));
		told |= at < line.n;
		if (told)
			set_cell(reader, row, COLUMN_STATE, slice_trim(slice_from(line, at ? at + strlen(label) : 0)));
	}
	for (size_t i = 0; i < out->n; i++)
		set_day(reader, &out->v[i]);
}

/* Entries without a status are the agenda, or a letter with a list. */
static bool are_entries(const struct list_rows *rows)
{
	size_t told = 0;
	for (size_t i = 0; i < rows->n; i++)
		told += rows->v[i].cells[COLUMN_STATE].n > 0;
	return rows->n > 0 && told * 2 > rows->n;
}

static bool is_labelled(const struct list_rows *rows)
{
	size_t whole = 0;
	for (size_t i = 0; i < rows->n; i++) {
		size_t filled = 0;
		for (size_t k = 0; k < COLUMN_OTHER; k++)
			filled += rows->v[i].cells[k].n > 0;
		whole += rows->v[i].cells[COLUMN_TEXT].n > 0 && filled >= CELLS_LEAST;
	}
	return whole > 0 && whole * 2 > rows->n;
}

/* ---- */

static bool is_jumbled(const struct paper_reader *reader)
{
	size_t alone = 0;
	bool text = false;
	for (size_t i = 0; i < reader->document->text.lines.n; i++) {
		enum list_column column = paper_list_column(paper_line(reader, i));
		alone += column != COLUMN_COUNT;
		text |= column == COLUMN_TEXT;
	}
	return text && alone >= JUMBLED_LEAST;
}

bool paper_list_rows(const struct paper_reader *reader, struct list_rows *out, bool *jumbled)
{
	struct table table;
	*jumbled = false;
	if (find_table(reader, SIZE_MAX, &table)) {
		read_table(reader, &table, out);
		out->line = table.line;
		return out->n > 0;
	}
	read_labels(reader, out);
	if (is_labelled(out))
		return true;
	read_entries(reader, out);
	if (are_entries(out))
		return true;
	*jumbled = is_jumbled(reader);
	return false;
}
