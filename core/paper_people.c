/* paper_people.c: who put a paper forward. Parties are found by name; what stands before one, or after, is a person. */
#include "core/paper.h"

#include "core/party.h"

/* The first place in `s` where a party's name begins; s.n when there is none. */
static size_t find_party(struct slice s, size_t *size)
{
	for (size_t i = 0; i < s.n; i++) {
		if (i && s.p[i - 1] != ' ' && s.p[i - 1] != '(' && s.p[i - 1] != ',')
			continue;
		*size = party_prefix((struct slice){s.p + i, s.n - i});
		if (*size)
			return i;
	}
	*size = 0;
	return s.n;
}

/* Drops what joins names: commas, "en", brackets, titles. */
static struct slice bare_name(struct slice s)
{
	static const char *const before[] = {",",   ";",       "(",        ")",        "-",       "–",
					     "en ", "namens ", "de heer ", "mevrouw ", "het lid "};
	bool changed = true;
	while (changed) {
		changed = false;
		s = slice_trim(s);
		for (size_t i = 0; i < ARRAY_SIZE(before); i++) {
			size_t n = strlen(before[i]);
			if (s.n >= n && slice_begins(s, before[i])) {
				s.p += n;
				s.n -= n;
				changed = true;
			}
		}
	}
	while (s.n && strchr(" ,;(-", s.p[s.n - 1]))
		s.n--;
	return s;
}

/* "Naam, Partij" or "Naam (Partij)" where the party is not known: a local one. */
static void add_stranger(const struct paper_reader *reader, struct slice name, const char *role, struct persons *out)
{
	const char *cut = memchr(name.p, '(', name.n);
	if (!cut)
		cut = memchr(name.p, ',', name.n);
	size_t n = cut ? (size_t)(cut - name.p) : name.n;
	struct slice party = {name.p + n, name.n - n};
	while (party.n && strchr(" ,(", party.p[0]))
		party.p++, party.n--;
	while (party.n && strchr(" )", party.p[party.n - 1]))
		party.n--;
	paper_add_person(reader, out, (struct slice){name.p, n}, party, role);
}

void paper_people_read(const struct paper_reader *reader, struct slice s, const char *role, struct persons *out)
{
	s = slice_trim(s);
	while (s.n) {
		size_t size;
		size_t at = find_party(s, &size);
		struct slice name = bare_name((struct slice){s.p, at});
		struct slice party = {s.p + at, size};
		struct slice rest = {s.p + at + size, s.n - at - size};
		if (at == s.n) {
			add_stranger(reader, name, role, out);
			return;
		}
		paper_add_person(reader, out, name, party, role);
		s = rest;
		while (s.n && strchr(" ,;)", s.p[0]))
			s.p++, s.n--;
	}
}

/* A party that the table does not hold: one that a mover of this paper belongs to, or a name in the form of a local one. */
static size_t stranger_prefix(const struct paper_reader *reader, struct slice line)
{
	for (size_t i = 0; i < reader->document->people.n; i++) {
		const char *party = reader->document->people.v[i].party;
		if (party && slice_begins(line, party))
			return strlen(party);
	}
	static const char *const begins[] = {"groep ",    "lijst ",           "fractie ",
					     "leefbaar ", "gemeentebelangen", "lokaal "};
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
		if (slice_begins(line, begins[i]))
			return line.n;
	bool partij = line.n > 6 && slice_begins((struct slice){line.p + line.n - 6, 6}, "partij");
	return partij && line.n <= 32 ? line.n : 0;
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

static bool is_name_prefix(struct slice word)
{
	static const char *const words[] = {"van", "de",  "den", "der", "het", "'t",
					    "ter", "ten", "te",  "von", "El",  "el"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_is(word, words[i]))
			return true;
	return false;
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
		while (word.n && is_name_prefix(word))
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
		if (!capital && !is_name_prefix(word))
			return false;
		words++;
	}
	return words >= 2 && words <= 12;
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

void paper_signatures_read(const struct paper_reader *reader, size_t first, size_t last, struct persons *out)
{
	struct waiting waiting = {0};
	for (size_t i = first; i < last; i++) {
		struct slice line = paper_line(reader, i), parties[COLUMNS];
		if (reader->document->text.lines.v[i].furniture)
			continue;
		size_t n = party_line(reader, line, parties, COLUMNS);
		if (n)
			marry(reader, &waiting, parties, n, out);
		else if (is_name_line(line) && waiting.n < ARRAY_SIZE(waiting.names))
			waiting.names[waiting.n++] = line;
		else
			waiting.n = 0; /* what looked like a name was none */
	}
}
