/* paper_letter.c: letters: what they settle, report on or postpone, and the part that quotes a motion.
 *
 * A letter by the executive that settles a motion recites which motion it was and when it was adopted, quotes it, answers, and
 * says that it considers the motion settled. That proposes; only the council settles.
 */
#include "core/paper_letter.h"

/* ---- quoted motion ---- */

static bool is_lead_in(struct slice paragraph)
{
	static const char *const leads[] = {"constaterende", "overwegende", "van mening",  "van oordeel", "verzoekt",
					    "roept",         "draagt",      "spreekt uit", "gehoord",     "gelezen"};
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++)
		if (slice_begins(paragraph, leads[i]))
			return true;
	return false;
}

static bool is_quote_begin(struct slice paragraph)
{
	return slice_holds(paragraph, "motie luidt") || slice_holds(paragraph, "dictum luidt") ||
	       slice_holds(paragraph, "verzoekt de motie") || slice_holds(paragraph, "tekst van de motie");
}

static bool begins_with_capital(struct slice paragraph)
{
	return paragraph.n && paragraph.p[0] >= 'A' && paragraph.p[0] <= 'Z';
}

/* The quotation goes on as long as its lead-ins, bullets and lower-case items follow. */
static size_t end_of_quote(const struct paper_reader *reader, size_t i)
{
	bool in_list = true;
	for (; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		if (is_lead_in(paragraph) || slice_begins(paragraph, "en gaat over tot")) {
			in_list = true;
			continue;
		}
		if (!in_list || begins_with_capital(paragraph))
			return i;
	}
	return i;
}

static void find_quotes(const struct paper_reader *reader, struct zones *out)
{
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		bool begins = is_quote_begin(paragraph);
		if (!begins && !is_lead_in(paragraph))
			continue;
		size_t first = begins ? i + 1 : i;
		size_t last = end_of_quote(reader, first);
		if (first < last && first < reader->paragraph_count)
			*list_push(reader->arena, out) = (struct zone){
				{reader->paragraphs[first].start, reader->paragraphs[last - 1].end}, ZONE_QUOTE, NULL};
		if (last > i)
			i = last - 1;
	}
}

bool letter_is_quoted(const struct zones *quotes, size_t at)
{
	size_t low = 0, high = quotes->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (quotes->v[middle].body.end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < quotes->n && quotes->v[low].body.start <= at;
}

/* ---- kind ---- */

/* "Aan de gemeenteraad", "Geachte voorzitter,": the line that says to whom the letter goes. */
static bool is_addressed(const struct paper_reader *reader)
{
	static const char *const whom[] = {"Geacht",
					   "Beste leden",
					   "Aan: ",
					   "Aan de gemeenteraad",
					   "Aan de raad",
					   "Aan de voorzitter",
					   "Aan de leden van",
					   "Aan de Tweede Kamer",
					   "Aan Provinciale",
					   "Aan het algemeen bestuur",
					   "Aan de verenigde vergadering",
					   "Aan het college"};
	for (size_t i = 0; i < reader->document->text.lines.n && i < 60; i++)
		for (size_t k = 0; k < ARRAY_SIZE(whom); k++) {
			struct slice line = paper_line(reader, i);
			if (slice_begins(line, whom[k]) && line.p[0] <= 'Z')
				return true;
		}
	return false;
}

/* A subject that is about settling without doing it: "Voortgang afdoening moties". */
static bool is_about_settling(struct slice subject)
{
	static const char *const words[] = {"voortgang", "stand van zaken", "planning", "overzicht", "procedure"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_holds(subject, words[i]))
			return true;
	return false;
}

/* The verdict on what the subject names, by the subject alone. */
static enum verdict verdict_of_subject(struct slice subject)
{
	enum item_kind kind;
	bool names = letter_noun_find(subject, &kind) < subject.n;
	bool moves = slice_holds(subject, "tussenbericht") || slice_holds(subject, "uitstel");
	if (names && moves)
		return VERDICT_OPEN;
	bool settles = slice_holds(subject, "afdoening") || slice_holds(subject, "afhandeling");
	return names && settles && !is_about_settling(subject) ? VERDICT_SETTLED : VERDICT_NONE;
}

static enum document_kind kind_of(const struct paper_reader *reader, struct letter *letter)
{
	struct slice s = letter->subject.text ? slice_of(letter->subject.text) : SLICE("");
	enum verdict verdict = verdict_of_subject(s);
	bool interim = slice_holds(s, "tussenbericht"), asked = slice_holds(s, "vragen");
	if (letter_is_by_other(reader)) /* settles nothing, whatever it says */
		return DOC_LETTER;
	if (asked && verdict == VERDICT_NONE && interim)
		return DOC_POSTPONEMENT;
	if (interim)
		return DOC_INTERIM;
	if (verdict != VERDICT_SETTLED && (asked || slice_holds(s, "beantwoording")))
		return slice_holds(s, "uitstel") ? DOC_POSTPONEMENT : DOC_LETTER;
	letter_handled_find(reader, &letter->subject, verdict, &letter->handled);
	bool open = false;
	for (size_t i = 0; i < letter->handled.n; i++) {
		if (letter->handled.v[i].verdict >= VERDICT_PARTLY)
			return DOC_SETTLEMENT;
		open |= letter->handled.v[i].verdict == VERDICT_OPEN;
	}
	return open ? DOC_INTERIM : DOC_LETTER;
}

bool paper_letter_is(struct paper_reader *reader, enum document_kind *kind)
{
	if (!reader->letter) {
		struct letter_subject subject;
		bool addressed = is_addressed(reader);
		letter_subject_read(reader, addressed, &subject);
		if (!subject.text && !addressed)
			return false;
		reader->letter = arena_alloc(reader->arena, sizeof *reader->letter);
		reader->letter->subject = subject;
		find_quotes(reader, &reader->letter->quotes);
		reader->letter->kind = kind_of(reader, reader->letter);
	}
	*kind = reader->letter->kind;
	return true;
}

/* ---- quotation marks ---- */

static const char *const open_quotes[] = {"‘", "'", "“", "\"", "„", "’", "`", "«", "´"};
static const char *const close_quotes[] = {"’", "'", "”", "\"", "´", "`", "»", "‘"};

static size_t quote_size(struct slice s, const char *const *quotes, size_t n)
{
	bool mark = s.n && (!is_ascii(s.p[0]) || s.p[0] == '\'' || s.p[0] == '"' || s.p[0] == '`');
	for (size_t i = 0; mark && i < n; i++) {
		size_t size = strlen(quotes[i]);
		if (s.n >= size && memcmp(s.p, quotes[i], size) == 0)
			return size;
	}
	return 0;
}

struct slice paper_quoted(struct slice s, size_t *end)
{
	enum { TITLE_MOST = 400 }; /* bytes; a longer quotation is no title */
	for (size_t i = 0; i < s.n; i++) {
		size_t open = quote_size((struct slice){s.p + i, s.n - i}, open_quotes, ARRAY_SIZE(open_quotes));
		if (!open || (i && s.p[i - 1] != ' ' && s.p[i - 1] != ':' && s.p[i - 1] != '('))
			continue;
		for (size_t k = i + open; k < s.n && k < i + TITLE_MOST; k++) {
			size_t close =
				quote_size((struct slice){s.p + k, s.n - k}, close_quotes, ARRAY_SIZE(close_quotes));
			bool ends = close && (k + close == s.n || strchr(" ,.;:)(", s.p[k + close]));
			if (!ends)
				continue;
			*end = k + close;
			return (struct slice){s.p + i + open, k - i - open};
		}
	}
	*end = s.n;
	return SLICE("");
}

size_t letter_close_quote(struct slice s)
{
	return quote_size(s, close_quotes, ARRAY_SIZE(close_quotes));
}

/* ---- what a third party asks ---- */

static void add_request(struct paper_reader *reader, const char *verb, struct slice quote)
{
	quote = slice_trim(quote);
	struct request *request = list_push(reader->arena, &reader->document->requests);
	*request = (struct request){.verb = verb,
				    .quote = arena_text(reader->arena, quote),
				    .raw = paper_raw(reader, quote),
				    .moment = {.earliest = DATE_NONE, .latest = DATE_NONE}};
}

/* A letter to a council or parliament puts what it asks behind arrows; without arrows its sentences of asking count. */
static void read_requests(struct paper_reader *reader)
{
	static const char *const arrows[] = {"➔", "→", "➢", "⇒"};
	static const char *const verbs[] = {"verzoeken wij", "wij verzoeken", "wij pleiten", "pleiten wij",
					    "dringen wij",   "wij dringen",   "wij roepen",  "roepen wij",
					    "wij vragen u",  "vragen wij u"};
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		size_t from = paragraph.n && paragraph.p[0] == '-' ? 2 : 0; /* "- ➔ ..." */
		struct slice rest = {paragraph.p + from, paragraph.n - from};
		for (size_t k = 0; k < ARRAY_SIZE(arrows); k++)
			if (slice_begins(rest, arrows[k]))
				add_request(reader, "vraagt",
					    (struct slice){rest.p + strlen(arrows[k]), rest.n - strlen(arrows[k])});
	}
	for (size_t i = 0; reader->document->requests.n == 0 && i < reader->paragraph_count; i++)
		for (size_t k = 0; k < ARRAY_SIZE(verbs); k++) {
			size_t at = slice_find(paper_paragraph(reader, i), verbs[k]);
			if (at < paper_paragraph(reader, i).n) {
				add_request(reader, "vraagt", paper_sentence(reader, i, at));
				break;
			}
		}
}

/* ---- the letter ---- */

static bool has_scheme(const struct document *document, const char *scheme)
{
	for (size_t i = 0; i < document->identifiers.n; i++)
		if (strcmp(document->identifiers.v[i].scheme, scheme) == 0)
			return true;
	return false;
}

static struct slice first_word(struct slice line)
{
	const char *blank = line.n ? memchr(line.p, ' ', line.n) : NULL;
	return (struct slice){line.p, blank ? (size_t)(blank - line.p) : line.n};
}

/* "OCW/10064581", "BOW/2025.123": capitals, a stroke, and what tells it apart. */
static bool is_reference(struct slice word)
{
	const char *slash = word.n ? memchr(word.p, '/', word.n) : NULL;
	return slash && slash - word.p >= 2 && slash - word.p <= 5 && word.p[0] >= 'A' && word.p[0] <= 'Z';
}

/* A number of its own: letters, digits and signs, and at least five digits in a row. */
static bool is_number(struct slice word)
{
	size_t row = 0, longest = 0;
	for (size_t i = 0; i < word.n; i++) {
		char c = word.p[i];
		bool digit = c >= '0' && c <= '9', letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!digit && !letter && !strchr("/.-_", c))
			return false;
		row = digit ? row + 1 : 0;
		longest = row > longest ? row : longest;
	}
	return longest >= 5 && word.n <= 24;
}

static void add_own(struct paper_reader *reader, const char *scheme, struct slice value)
{
	if (!has_scheme(reader->document, scheme)) /* a later one stands in a table, or is that of the template */
		paper_add_identifier(reader, &reader->document->identifiers, scheme, paper_copy(reader, value));
}

static void add_own_ris(struct paper_reader *reader, struct slice s)
{
	const char *ris = slice_begins(s, "RIS") ? paper_ris(reader, s) : NULL;
	if (ris)
		add_own(reader, "RIS", slice_of(ris));
}

/* The last word of a line that is a number, for a label that stands in the same line: "ZAAKNUMMER PAGINA ... 10366103 1/2". */
static struct slice number_in(struct slice line)
{
	struct slice found = {0};
	for (struct slice word = first_word(line); line.n; word = first_word(line)) {
		struct slice bare = word;
		while (bare.n && strchr(".-/", bare.p[bare.n - 1]))
			bare.n--;
		if (is_number(bare))
			found = bare;
		line = slice_trim(slice_from(line, word.n));
	}
	return found;
}

/* A head that lost its columns: the numbers stand among other things, behind their label or below it. */
static void read_labelled_numbers(struct paper_reader *reader, size_t i)
{
	static const struct {
		const char *label;
		const char *scheme;
		bool first; /* in the line: "Uw kenmerk" is another's */
	} labels[] = {
		{"zaaknummer", "zaaknummer", false}, {"ons kenmerk", "kenmerk", false}, {"kenmerk", "kenmerk", true}};
	struct slice line = paper_line(reader, i), below = paper_line(reader, i + 1);
	for (size_t k = 0; k < ARRAY_SIZE(labels); k++) {
		size_t at = slice_find(line, labels[k].label);
		if (at == line.n || (labels[k].first && at > 0))
			continue;
		size_t end = at + strlen(labels[k].label);
		if (!is_upper(line.p[at]) && (end == line.n || line.p[end] != ':'))
			continue; /* of what a sentence speaks of: "over zaaknummer 0123" */
		struct slice number = number_in(slice_from(line, at));
		if (!number.n && is_number(below))
			number = below;
		if (number.n)
			add_own(reader, labels[k].scheme, number);
		return;
	}
}

static void read_numbers(struct paper_reader *reader)
{
	enum { HEAD = 16, SHORT = 24 };
	struct document *document = reader->document;
	for (size_t i = 0; i < document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i), word = first_word(line);
		bool column = document->text.lines.v[i].furniture && line.n <= SHORT;
		if (column)
			add_own_ris(reader, line);
		if (column && is_reference(line))
			add_own(reader, "kenmerk", line);
		if (column || i >= HEAD)
			continue;
		if (is_reference(word) && is_number(word)) {
			add_own(reader, "kenmerk", word);
			add_own_ris(reader, first_word(slice_trim(slice_from(line, word.n))));
		}
	}
	for (size_t i = 0; i < document->text.lines.n && i < 2 * HEAD; i++)
		read_labelled_numbers(reader, i);
}

/* The letter as an item of its own. */
static void add_letter(struct paper_reader *reader, const struct letter_subject *subject, struct slice dated)
{
	struct document *document = reader->document;
	struct mention *mention = paper_add_mention(reader, ITEM_LETTER);
	mention->own_paper = true;
	mention->title = document->title;
	mention->identifiers = document->identifiers;
	mention->meeting = document->date;
	mention->takes_promises = true;
	if (!paper_letter_author(reader))
		read_requests(reader);
	mention->requests = document->requests;
	if (document->date == DATE_NONE)
		return;
	paper_add_event(reader, mention, STATE_RECEIVED, document->date,
			subject->text ? slice_of(subject->text) : dated, false);
	if (subject->text)
		mention->events.v[0].raw = subject->raw;
}

void paper_letter_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	struct letter *letter = reader->letter;
	document->title = letter->subject.text;
	struct slice dated = letter_date_read(reader);
	read_numbers(reader);
	document->zones = letter->quotes;
	bool handles = document->kind == DOC_SETTLEMENT || document->kind == DOC_INTERIM;
	struct slice text = letter->subject.text ? slice_of(letter->subject.text) : SLICE("");
	enum item_kind kind;
	if (!handles || letter_noun_find(text, &kind) == text.n)
		add_letter(reader, &letter->subject,
			   dated); /* what it settles in passing does not make it that item's letter */
	if (!handles)
		return;
	if (letter->handled.n == 0)
		letter_handled_find(reader, &letter->subject, verdict_of_subject(text), &letter->handled);
	letter_handled_add(reader, &letter->subject, &letter->handled);
}
