/* paper_question_head.c: which questions a paper is about: their numbers, who asked them, and what about.
 *
 * The title of a paper on questions says first what the paper is ("Beantwoording schriftelijke vragen van ... inzake ..."); only what
 * follows names the questions, and is the same in the paper that asks, the notice and the answer.
 */
#include "core/paper_question.h"

#include "core/party.h"

/* ---- numbers ---- */

static bool is_id_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

static const char *id_at(const struct paper_reader *reader, struct slice s, size_t at)
{
	size_t n = 0;
	while (at + n < s.n && is_id_byte(s.p[at + n]))
		n++;
	return arena_text(reader->arena, (struct slice){s.p + at, n});
}

static void read_numbers(struct paper_reader *reader, struct mention *mention)
{
	struct document *document = reader->document;
	for (size_t i = 0; i < document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		bool head = i < PAPER_QUESTION_HEAD || slice_holds(line, "document nummer");
		size_t at = head ? paper_case_number(line) : line.n;
		if (at < line.n)
			paper_add_identifier(reader, &document->identifiers, "zaaknummer",
					     arena_text(reader->arena, (struct slice){line.p + at, 10}));
		at = head ? slice_find(line, "kv-tk-") : line.n;
		if (at < line.n)
			paper_add_identifier(reader, &document->identifiers, "document", id_at(reader, line, at));
		at = head ? slice_find(line, "ah-tk-") : line.n;
		if (at < line.n) {
			const char *id = id_at(reader, line, at);
			paper_add_identifier(reader, &document->identifiers, "aanhangsel", id);
		}
		const char *ris = i < PAPER_QUESTION_HEAD && slice_begins(line, "RIS") && line.n <= 24
					  ? paper_ris(reader, line)
					  : NULL;
		if (ris)
			paper_add_identifier(reader, &document->identifiers, "RIS", ris);
	}
	for (size_t i = 0; i < reader->paragraph_count && document->identifiers.n == 0; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		size_t at = paper_case_number(paragraph);
		if (at < paragraph.n)
			paper_add_identifier(reader, &document->identifiers, "zaaknummer",
					     arena_text(reader->arena, (struct slice){paragraph.p + at, 10}));
	}
	mention->identifiers = document->identifiers;
}

/* "Vergaderjaar 2024–2025" and the number that stands behind "gegeven antwoorden" make the Aanhangsel. */
static void read_annex_number(struct paper_reader *reader, struct mention *mention)
{
	size_t year = paper_holding_paragraph(reader, 0, "Vergaderjaar 20");
	size_t words = paper_holding_paragraph(reader, 0, "gegeven antwoorden");
	if (year >= PAPER_QUESTION_HEAD || words >= PAPER_QUESTION_HEAD || year == reader->paragraph_count ||
	    words == reader->paragraph_count)
		return;
	struct slice y = paper_paragraph(reader, year), w = paper_paragraph(reader, words);
	size_t at = slice_find(y, "Vergaderjaar 20") + 13;
	size_t next = at + 4;
	while (next < y.n && !(y.p[next] >= '0' && y.p[next] <= '9'))
		next++;
	size_t number = slice_find(w, "gegeven antwoorden") + 18;
	while (number < w.n && !(w.p[number] >= '0' && w.p[number] <= '9'))
		number++;
	if (number == w.n) {
		w = paper_paragraph(reader, words + 1);
		number = 0;
	}
	size_t digits = 0;
	while (number + digits < w.n && w.p[number + digits] >= '0' && w.p[number + digits] <= '9')
		digits++;
	if (next + 4 > y.n || digits == 0 || digits > 5)
		return;
	paper_add_identifier(
		reader, &reader->document->identifiers, "aanhangsel",
		arena_printf(reader->arena, "ah-tk-%.4s%.4s-%.*s", y.p + at, y.p + next, (int)digits, w.p + number));
	mention->identifiers = reader->document->identifiers;
}

bool paper_question_is_numbered(const struct identifiers *identifiers)
{
	static const char *const schemes[] = {"zaaknummer", "document", "aanhangsel"};
	for (size_t i = 0; i < identifiers->n; i++)
		for (size_t k = 0; k < ARRAY_SIZE(schemes); k++)
			if (strcmp(identifiers->v[i].scheme, schemes[k]) == 0)
				return true;
	return false;
}

/* ---- people ---- */

/* "Vragen van de leden Van den Hil (VVD) en Bikker (ChristenUnie) aan de Staatssecretaris ... over ... (ingezonden ...)" */
static void read_caption(struct paper_reader *reader)
{
	struct document *document = reader->document;
	static const char *const captions[] = {"Vragen van het lid ", "Vragen van de leden ", "vragen van het lid ",
					       "vragen van het raadslid ", "Kamervragen van het lid "};
	for (size_t c = 0; c < ARRAY_SIZE(captions); c++)
		for (size_t i = 0; i < reader->paragraph_count && i < PAPER_QUESTION_HEAD; i++) {
			struct slice paragraph = paper_paragraph(reader, i);
			size_t at = slice_find(paragraph, captions[c]);
			if (at == paragraph.n)
				continue;
			struct slice rest = {paragraph.p + at + strlen(captions[c]),
					     paragraph.n - at - strlen(captions[c])};
			size_t to = slice_find(rest, " aan de ");
			size_t about = slice_find(rest, " over ");
			if (slice_find(rest, " inzake ") < about)
				about = slice_find(rest, " inzake ") + 2;
			paper_people_read(reader, (struct slice){rest.p, to < about ? to : about}, "submitter",
					  &document->people);
			size_t sent = slice_find(rest, " (ingezonden");
			if (!document->title && about + 6 < sent)
				document->title =
					paper_copy(reader, (struct slice){rest.p + about + 6,
									  (sent < rest.n ? sent : rest.n) - about - 6});
			return;
		}
}

/* The web page: "Indiener Mikal Tseggai (PvdA)", "Beantwoord door van Weel", the title on the second line. */
static void read_web_head(struct paper_reader *reader)
{
	struct document *document = reader->document;
	size_t n = document->text.lines.n < PAPER_QUESTION_HEAD ? document->text.lines.n : PAPER_QUESTION_HEAD;
	if (!slice_begins(paper_line(reader, 0), "Kamervraag 20"))
		return;
	document->title = paper_copy(reader, paper_line(reader, 1));
	size_t at = 0;
	bool found = paper_find_line(reader, 0, n, "Indiener", &at);
	struct slice line = paper_line(reader, at);
	size_t skip = slice_begins(line, "Indieners") ? 9 : 8;
	if (found)
		paper_people_read(reader, (struct slice){line.p + skip, line.n - skip}, "submitter", &document->people);
	if (paper_find_line(reader, 0, n, "Beantwoord door ", &at)) {
		line = paper_line(reader, at);
		char *name = arena_text(reader->arena, (struct slice){line.p + 16, line.n - 16});
		if (name[0] >= 'a' && name[0] <= 'z')
			name[0] = (char)(name[0] - 32); /* "van Weel" at the start of a name */
		paper_add_person(reader, &document->people, slice_of(name), SLICE(""), "answerer");
	}
}

/* "Schriftelijke vragen: TITLE", "Beantwoording raadsvragen over TITLE"; else what stands behind "Betreft:". */
static void read_council_title(struct paper_reader *reader)
{
	static const char *const forms[] = {"Schriftelijke vra", "Raadsvra",        "Statenvra",     "Vragen ex ",
					    "Vragen art",        "Vragen conform ", "Beantwoording "};
	enum { TITLE_MOST = 300 };
	struct document *document = reader->document;
	for (size_t i = 0; i < PAPER_QUESTION_HEAD && i < reader->paragraph_count; i++)
		for (size_t k = 0; k < ARRAY_SIZE(forms); k++) {
			struct slice s = paper_paragraph(reader, i);
			bool labelled = slice_begins(s, "Schriftelijke vragen:");
			if (!slice_begins(s, forms[k]) || s.n > TITLE_MOST || (document->title && !labelled))
				continue;
			const char *line = paper_copy(reader, s), *subject = paper_question_subject(reader, line);
			if (subject != line) {
				document->title = subject;
				return;
			}
		}
	size_t at = paper_find_paragraph(reader, 0, "Betreft:");
	struct slice s = paper_paragraph(reader, at);
	if (!document->title && at < PAPER_QUESTION_HEAD && s.n > 8 && s.n <= TITLE_MOST)
		document->title = paper_copy(reader, (struct slice){s.p + 8, s.n - 8});
}

/* "Indiener: NAME", the party behind the name or below the signature. */
static void read_council_head(struct paper_reader *reader)
{
	struct document *document = reader->document;
	size_t n = document->text.lines.n < PAPER_QUESTION_HEAD ? document->text.lines.n : PAPER_QUESTION_HEAD;
	size_t at;
	read_council_title(reader);
	if (document->people.n ||
	    (!paper_find_line(reader, 0, n, "Indiener", &at) && !paper_find_line(reader, 0, n, "Vragensteller", &at)))
		return;
	struct slice line = paper_line(reader, at);
	const char *colon = memchr(line.p, ':', line.n);
	if (!colon)
		return;
	struct slice name = slice_trim((struct slice){colon + 1, (size_t)(line.p + line.n - colon - 1)});
	for (size_t i = 0; i < reader->paragraph_count; i++) { /* "het raadslid NAME (PARTY)" */
		struct slice paragraph = paper_paragraph(reader, i);
		size_t found = slice_find(paragraph, arena_text(reader->arena, name));
		size_t open = found + name.n + 1;
		if (found == paragraph.n || open >= paragraph.n || paragraph.p[open] != '(')
			continue;
		size_t close = open;
		while (close < paragraph.n && paragraph.p[close] != ')')
			close++;
		paper_add_person(reader, &document->people, name,
				 (struct slice){paragraph.p + open + 1, close - open - 1}, "submitter");
		return;
	}
	paper_people_read(reader, name, "submitter", &document->people);
}

/* ---- title ---- */

size_t paper_question_word(struct slice s)
{
	static const char *const words[] = {"vragen", "vraag"};
	for (size_t i = 0; i < s.n; i++)
		for (size_t k = 0; k < ARRAY_SIZE(words); k++) {
			size_t end = i + strlen(words[k]);
			if (slice_begins(slice_from(s, i), words[k]) && (end == s.n || !is_letter_byte(s.p[end])))
				return end;
		}
	return s.n + 1;
}

/* Whether the title says first that the paper is about questions. */
static bool begins_with_form(struct slice title)
{
	static const char *const forms[] = {"Uitstel",   "Verdaging",     "Verlenging",   "Beantwoording",
					    "Antwoord",  "Schriftelijke", "Gezamenlijke", "Raadsvra",
					    "Statenvra", "Kamervra",      "Vragen "};
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++)
		if (slice_begins(title, forms[i]))
			return true;
	return false;
}

/* Drops what the title says at its end of the paper, not of its subject: ": uitstel beantwoording". */
static struct slice without_notice(struct slice s)
{
	static const char *const notices[] = {": uitstel",  "; uitstel",  ", uitstel",
					      " - uitstel", " – uitstel", " (uitstel"};
	for (size_t i = 0; i < ARRAY_SIZE(notices); i++) {
		size_t at = slice_find(s, notices[i]);
		if (at > 0 && at < s.n && slice_holds(slice_from(s, at), "beantwoord"))
			s.n = at;
	}
	return s;
}

/* Drops the words in brackets at the end when they are a number or an article: "(RIS990201)", "(art. 38 RvO)". */
static struct slice without_reference(struct slice s)
{
	static const char *const marks[] = {"RIS", "art.", "artikel", "RvO", "kenmerk", "nr."};
	while (s.n && strchr(" \n", s.p[s.n - 1]))
		s.n--;
	size_t open = s.n;
	while (s.n && s.p[s.n - 1] == ')' && open && s.p[open - 1] != '(')
		open--;
	struct slice inside = open < s.n ? slice_from(s, open) : SLICE("");
	for (size_t i = 0; open && i < ARRAY_SIZE(marks); i++)
		if (slice_holds(inside, marks[i]))
			return (struct slice){s.p, open - 1};
	return (struct slice){s.p, slice_find(s, " d.d. ")};
}

/* Where the words that name the subject begin, behind the first of "inzake", "over" ...; s.n when there is none. */
static size_t find_subject(struct slice s, size_t *before)
{
	static const char *const leads[] = {
		" inzake ",  " over ",      " betreffende ", " met betrekking tot ", " m.b.t. ",
		" omtrent ", " aangaande ", " getiteld ",    " met als onderwerp ",  ": ",
		" - ",       " – ",         " met de titel "};
	size_t to = s.n;
	*before = s.n;
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++) {
		size_t at = slice_find(s, leads[i]);
		if (at < *before) {
			*before = at;
			to = at + strlen(leads[i]);
		}
	}
	return to;
}

/* Bytes of the next word and the blanks before it. */
static size_t word_size(struct slice s)
{
	size_t i = 0;
	while (i < s.n && s.p[i] == ' ')
		i++;
	while (i < s.n && s.p[i] != ' ')
		i++;
	return i;
}

/* The party that asks, with or without brackets; its size, 0 when there is none. */
static size_t party_size(struct slice s)
{
	size_t open = s.n && s.p[0] == '(';
	size_t party = party_prefix(slice_from(s, open));
	if (party == 0 || !open)
		return party;
	return party + 1 < s.n && s.p[party + 1] == ')' ? party + 2 : 0;
}

/* A word of the article on which questions rest: "ex", "art.", "38", "RvO"; a figure only behind another of them. */
static size_t basis_size(struct slice s, bool begun)
{
	static const char *const words[] = {"ex",        "art.",     "artikel",      "conform", "RvO",
					    "reglement", "van orde", "op grond van", "o.g.v.",  "lid"};
	if (begun && s.n && s.p[0] >= '0' && s.p[0] <= '9')
		return word_size(s);
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		size_t size = strlen(words[i]);
		if (slice_begins(s, words[i]) && size < s.n && strchr(" ,", s.p[size]))
			return size;
	}
	return 0;
}

/* Drops the article on which the questions rest and the party that asks: "ex art. 38 RvO", "(VVD)". */
static struct slice without_basis(struct slice s)
{
	for (size_t n = 1, basis = 0; n > 0;) {
		s = slice_trim(s);
		size_t party = party_size(s), word = party ? 0 : basis_size(s, basis > 0);
		basis += word;
		n = party + word;
		s = slice_from(s, n);
	}
	return s;
}

/* The text between quotation marks when it goes on to the end of `s`; empty otherwise. */
static struct slice quoted_to_end(struct slice s)
{
	size_t end;
	struct slice inner = paper_quoted(s, &end);
	struct slice rest = inner.n ? slice_trim(slice_from(s, end)) : s;
	return inner.n && rest.n <= 1 ? inner : SLICE("");
}

const char *paper_question_subject(const struct paper_reader *reader, const char *title)
{
	struct slice s = title ? slice_of(title) : SLICE("");
	size_t form = paper_question_word(s);
	if (form > s.n || !begins_with_form(s))
		return title;
	s = without_reference(without_notice(slice_from(s, form)));
	struct slice inner = quoted_to_end(s);
	size_t before, about = find_subject(s, &before);
	bool led = about < s.n && !(inner.n && inner.p < s.p + before);
	if (led) {
		s = slice_from(s, about);
		inner = quoted_to_end(s);
		if (inner.n && inner.p <= s.p + 3)
			s = inner;
	} else {
		s = inner.n ? inner : without_basis(s);
	}
	s = slice_trim(s);
	bool of_person = !led && !inner.n && (slice_begins(s, "van ") || slice_begins(s, "door "));
	return s.n && !of_person ? arena_text(reader->arena, s) : title;
}

/* ---- the head ---- */

void paper_question_head_read(struct paper_reader *reader, struct mention *mention)
{
	read_web_head(reader);
	read_caption(reader);
	read_council_head(reader);
	read_numbers(reader, mention);
	read_annex_number(reader, mention);
}
