/* paper_list_table.c: the rows of a list of commitments.
 *
 * Headings are known by their words, in any order. Cells are parted by a tab, a bar or a semicolon, or stand below their heading, parted by
 * two blanks or more; there a cell may go on in the lines below. Or each commitment is a block of labelled fields. A table whose headings
 * come one a line is one that was taken apart column by column: which cell belongs to which row is then not to be known.
 */
#include "core/paper_list.h"

enum { CELLS_MOST = 16, CELLS_LEAST = 3, HEADING_MOST = 40, JUMBLED_LEAST = 4, ROWS_MOST = 5000, CELL_MOST = 4000 };

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
	{"termijn", COLUMN_TERM},
	{"deadline", COLUMN_TERM},
	{"planning", COLUMN_TERM},
	{"einddatum", COLUMN_TERM},
	{"termijnafdoening", COLUMN_TERM},
	{"verwachtedatumafdoening", COLUMN_TERM},
	{"afdoeningstermijn", COLUMN_TERM},
	{"streefdatum", COLUMN_TERM},
	{"status", COLUMN_STATE},
	{"stand", COLUMN_STATE},
	{"afgedaan", COLUMN_STATE},
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
	for (size_t i = start; i <= line.n; i++)
		if (i == line.n || line.p[i] == mark) {
			if (i < line.n || mark != '|' || slice_trim(slice_from(line, start)).n)
				add_cell(out, line, start, i);
			start = i + 1;
		}
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
	*out = (struct table){.mark = mark};
	split(line, mark, &out->heads);
	for (size_t i = 0; i < out->heads.n; i++) {
		out->columns[i] = paper_list_column(out->heads.v[i]);
		known += out->columns[i] != COLUMN_COUNT;
	}
	if (!has_column(out, COLUMN_TEXT)) /* "Onderwerp" is what was promised where nothing else is */
		for (size_t i = 0; i < out->heads.n; i++)
			out->columns[i] = out->columns[i] == COLUMN_AGENDA ? COLUMN_TEXT : out->columns[i];
	bool owed = has_column(out, COLUMN_HOLDER) || has_column(out, COLUMN_STATE) || has_column(out, COLUMN_TERM);
	return known >= CELLS_LEAST && known * 2 > out->heads.n && has_column(out, COLUMN_TEXT) && owed;
}

static bool find_table(const struct paper_reader *reader, struct table *out)
{
	static const char marks[] = "\t|; ";
	const struct text *text = &reader->document->text;
	for (size_t i = 0; i < text->lines.n; i++)
		for (const char *mark = marks; *mark; mark++)
			if (is_heading(whole_line(text, &text->lines.v[i]), *mark, out)) {
				out->line = i;
				return true;
			}
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
	for (size_t i = table->line + 1; i < text->lines.n && out->n < ROWS_MOST; i++) {
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

static void read_labels(const struct paper_reader *reader, struct list_rows *out)
{
	const struct text *text = &reader->document->text;
	enum list_column now = COLUMN_COUNT;
	unsigned filled = 0;
	for (size_t i = 0; i < text->lines.n && out->n < ROWS_MOST; i++) {
		struct slice line = text_line(text, &text->lines.v[i]), value = line;
		enum list_column column = label_of(line, &value);
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
	if (find_table(reader, &table)) {
		read_table(reader, &table, out);
		return out->n > 0;
	}
	read_labels(reader, out);
	if (is_labelled(out))
		return true;
	*jumbled = is_jumbled(reader);
	return false;
}
