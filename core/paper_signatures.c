/* paper_signatures.c: who signed, as a block of lines: a name above its party or below it, or names and parties of two columns in one line. */
#include "core/paper.h"

#include "core/party.h"
#include "core/person.h"

/* A party that the table does not hold: one that a mover of this paper belongs to, or a name in the form of a local one. */
static size_t stranger_prefix(const struct paper_reader *reader, struct slice line)
{
	for (size_t i = 0; i < reader->document->people.n; i++) {
		const char *party = reader->document->people.v[i].party;
		if (party && slice_begins(line, party))
			return strlen(party);
	}
	struct slice column = slice_trim((struct slice){line.p, slice_find(line, "  ")});
	return !memchr(column.p, ',', column.n) && paper_is_local_party(column) ? column.n : 0;
}

/* The parties of a line that holds parties and nothing else; 0 when it holds anything else. */
static size_t party_line(const struct paper_reader *reader, struct slice line, struct slice *parties, size_t most)
{
	size_t n = 0;
	line = slice_trim(line);
	while (line.n) {
		size_t size = party_prefix(line);
		if (size == 0)
			size = stranger_prefix(reader, line);
		if (size == 0 || n == most)
			return 0;
		parties[n++] = (struct slice){line.p, size};
		line = slice_trim((struct slice){line.p + size, line.n - size});
		while (line.n && strchr(",/-", line.p[0]))
			line = slice_trim((struct slice){line.p + 1, line.n - 1});
	}
	return n;
}

static struct slice word_of(struct slice *rest)
{
	*rest = slice_trim(*rest);
	size_t n = 0;
	while (n < rest->n && rest->p[n] != ' ')
		n++;
	struct slice word = {rest->p, n};
	rest->p += n;
	rest->n -= n;
	return word;
}

/* "van", and "Velden-de" of "Velden-de Wit": the surname goes on. */
static bool goes_on(struct slice word)
{
	size_t at = word.n;
	while (at && word.p[at - 1] != '-')
		at--;
	return person_is_prefix(slice_from(word, at));
}

/* Parts a line of `count` names: each is a given name, prefixes, and a surname; the last takes what is left. */
static size_t split_names(struct slice line, size_t count, struct slice *names)
{
	struct slice rest = slice_trim(line);
	for (size_t i = 0; i < count; i++) {
		if (i + 1 == count) {
			names[i] = slice_trim(rest);
			return names[i].n ? count : i;
		}
		rest = slice_trim(rest);
		const char *start = rest.p;
		word_of(&rest); /* the given name or initials */
		struct slice word = word_of(&rest);
		while (word.n && goes_on(word))
			word = word_of(&rest);
		names[i] = (struct slice){start, (size_t)(rest.p - start)};
		if (names[i].n == 0)
			return i;
	}
	return count;
}

enum { COLUMNS = 4 };

static bool is_name_line(struct slice line)
{
	size_t words = 0;
	if (line.n < 3 || line.n > 80 || memchr(line.p, ':', line.n) || strchr(".;,?", line.p[line.n - 1]))
		return false;
	for (struct slice rest = line; rest.n;) {
		struct slice word = word_of(&rest);
		if (word.n == 0)
			break;
		bool capital = (word.p[0] >= 'A' && word.p[0] <= 'Z') || (unsigned char)word.p[0] >= 0xc3;
		if (!capital && !person_is_prefix(word))
			return false;
		words++;
	}
	return words >= 2 && words <= 12;
}

/* The first column of a line: what two blanks or more part from the rest. Cuts it off. */
static struct slice next_column(struct slice *line)
{
	size_t n = slice_find(*line, "  ");
	struct slice column = {line->p, n};
	*line = slice_trim(slice_from(*line, n));
	return column;
}

/* Names wait until their parties come: on the next line, or, when columns were read one below the other, after all names. */
struct waiting {
	struct slice names[COLUMNS * 2];
	size_t n;
};

static void marry(const struct paper_reader *reader, struct waiting *waiting, const struct slice *parties, size_t n,
		  struct persons *out)
{
	if (waiting->n == 1 && n > 1) { /* one line that holds several names */
		struct slice names[COLUMNS];
		size_t split = split_names(waiting->names[0], n, names);
		for (size_t i = 0; i < split; i++)
			paper_add_person(reader, out, names[i], parties[i], "cosignatory");
		waiting->n = 0;
		return;
	}
	size_t used = n < waiting->n ? n : waiting->n;
	for (size_t i = 0; i < used; i++)
		paper_add_person(reader, out, waiting->names[i], parties[i], "cosignatory");
	for (size_t i = used; i < waiting->n; i++)
		waiting->names[i - used] = waiting->names[i];
	waiting->n -= used;
}

/* Takes the names of a line; what looked like a name before a line of other words was none. */
static void await(struct waiting *waiting, struct slice line)
{
	if (!is_name_line(line)) {
		waiting->n = 0;
		return;
	}
	for (line = slice_trim(line); line.n && waiting->n < ARRAY_SIZE(waiting->names);)
		waiting->names[waiting->n++] = next_column(&line);
}

/* ---- names below their parties ---- */

/* Whether the line says that parties come: "Namens de fracties van". */
static bool is_lead(struct slice line)
{
	static const char *const leads[] = {"namens",         "de fractie",    "fractie", "indiener",
					    "ingediend door", "ondertekening", "getekend"};
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++)
		if (slice_begins(line, leads[i]))
			return true;
	return false;
}

/* The names of a line that stands below `n` parties, one for each; false when it holds others. */
static bool names_below(struct slice line, size_t n, struct slice *names)
{
	size_t columns = 0;
	if (!is_name_line(line))
		return false;
	for (struct slice rest = slice_trim(line); rest.n && columns < COLUMNS; columns++)
		names[columns] = next_column(&rest);
	return columns == n || (columns == 1 && split_names(line, n, names) == n);
}

/* Parties in the line `i`, where a block begins, and in the next one their names; false when it is not so. */
static bool read_below(const struct paper_reader *reader, size_t i, const struct slice *parties, size_t n,
		       struct persons *out)
{
	const struct lines *lines = &reader->document->text.lines;
	struct slice names[COLUMNS];
	bool begins = i > 0 && (is_lead(paper_line(reader, i - 1)) || lines->v[i].gap);
	if (!begins || i + 1 >= lines->n || lines->v[i + 1].gap || !names_below(paper_line(reader, i + 1), n, names))
		return false;
	for (size_t k = 0; k < n; k++)
		paper_add_person(reader, out, names[k], parties[k], "cosignatory");
	return true;
}

void paper_signatures_read(const struct paper_reader *reader, size_t first, size_t last, struct persons *out)
{
	struct waiting waiting = {0};
	for (size_t i = first; i < last; i++) {
		struct slice line = paper_line(reader, i), parties[COLUMNS];
		if (reader->document->text.lines.v[i].furniture)
			continue;
		size_t n = party_line(reader, line, parties, COLUMNS);
		if (n && waiting.n == 0 && i + 1 < last && read_below(reader, i, parties, n, out))
			i++;
		else if (n)
			marry(reader, &waiting, parties, n, out);
		else
			await(&waiting, line);
	}
}
