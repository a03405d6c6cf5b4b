/* paper_question.c: written questions, with or without answers, and notices that an answer is late.
 *
 * Three forms: the paper of the Kamer ("Aanhangsel van de Handelingen"), its page on the web, and a letter to or of a council. Questions
 * are numbered; what stands behind "Antwoord 2", or behind the question itself where answers have no label, answers it.
 */
#include "core/paper.h"

enum { HEAD_LINES = 25 };

static bool head_holds(const struct paper_reader *reader, const char *words)
{
	size_t n = reader->document->text.lines.n;
	for (size_t i = 0; i < n && i < HEAD_LINES; i++)
		if (slice_holds(paper_line(reader, i), words))
			return true;
	return false;
}

static bool anywhere(const struct paper_reader *reader, const char *words)
{
	return paper_holding_paragraph(reader, 0, words) < reader->paragraph_count;
}

/* "Vraag 3", "• Vraag 3", "Vraag 2 en 3"; "Antwoord 3", "Antwoord op vraag 3". */
static bool is_heading(struct slice paragraph, const char *word, int *first, int *last, size_t *end)
{
	size_t i = 0; /* a bullet may stand before the word, no letter */
	while (i < paragraph.n && i < 6 && (paragraph.p[i] < 'A' || (unsigned char)paragraph.p[i] >= 0x80))
		i++;
	if (!slice_begins((struct slice){paragraph.p + i, paragraph.n - i}, word))
		return false;
	i += strlen(word);
	static const char *const between[] = {" op vraag", " op vragen", " vraag", "en"};
	for (size_t k = 0; k < ARRAY_SIZE(between); k++)
		if (slice_begins((struct slice){paragraph.p + i, paragraph.n - i}, between[k])) {
			i += strlen(between[k]);
			break;
		}
	int numbers[2] = {0, 0}, n = 0;
	while (n < 2) {
		while (i < paragraph.n && strchr(" ,.", paragraph.p[i]))
			i++;
		if (n == 1 && slice_begins((struct slice){paragraph.p + i, paragraph.n - i}, "en "))
			i += 3;
		else if (n == 1 && i < paragraph.n &&
			 slice_begins((struct slice){paragraph.p + i, paragraph.n - i}, "t/m "))
			i += 4;
		else if (n == 1)
			break;
		size_t digits = 0;
		for (; i < paragraph.n && digits < 3 && paragraph.p[i] >= '0' && paragraph.p[i] <= '9'; i++, digits++)
			numbers[n] = numbers[n] * 10 + paragraph.p[i] - '0';
		if (digits == 0)
			break;
		n++;
	}
	*first = numbers[0];
	*last = n == 2 ? numbers[1] : numbers[0];
	*end = i;
	return n > 0;
}

static bool has_heading(const struct paper_reader *reader, const char *word)
{
	int first, last;
	size_t end;
	for (size_t i = 0; i < reader->paragraph_count; i++)
		if (is_heading(paper_paragraph(reader, i), word, &first, &last, &end))
			return true;
	return false;
}

bool paper_question_is(const struct paper_reader *reader, enum document_kind *kind)
{
	static const char *const heads[] = {"Kamervraag 20",
					    "Aanhangsel van de Handelingen",
					    "Vragen gesteld door de leden",
					    "Vragen van het lid",
					    "Vragen van de leden",
					    "Schriftelijke vragen",
					    "Beantwoording Kamervragen",
					    "Beantwoording schriftelijke vragen",
					    "Antwoord van minister",
					    "Antwoord van staatssecretaris",
					    "Uitstel beantwoording",
					    "Uitstelbericht",
					    "Beantwoording vragen"};
	bool found = false;
	for (size_t i = 0; i < ARRAY_SIZE(heads) && !found; i++)
		found = head_holds(reader, heads[i]);
	enum document_kind letter;
	int a, b;
	size_t end;
	size_t first = paper_find_paragraph(reader, 0, "Vraag 1");
	bool numbered =
		first < reader->paragraph_count && is_heading(paper_paragraph(reader, first), "Vraag", &a, &b, &end);
	if (!found ||
	    (!numbered && paper_letter_is(reader, &letter) && letter == DOC_LETTER && !anywhere(reader, "uitstel") &&
	     !head_holds(reader, "Beantwoording") && !head_holds(reader, "Schriftelijke vragen")))
		return false;
	bool late = anywhere(reader, "niet binnen de gebruikelijke termijn") || head_holds(reader, "uitstel") ||
		    (head_holds(reader, "Mededeling van") && anywhere(reader, "zo spoedig mogelijk"));
	bool answered = head_holds(reader, "Beantwoord 1") || head_holds(reader, "Beantwoord 2") ||
			head_holds(reader, "Beantwoord 3") || has_heading(reader, "Antwoord") ||
			head_holds(reader, "Antwoord van") || head_holds(reader, "Beantwoording") ||
			anywhere(reader, "Antwoord op vraag");
	*kind = late ? DOC_POSTPONEMENT : answered ? DOC_ANSWER : DOC_QUESTION;
	return true;
}

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

/* "2024Z12583": four digits, a Z, five digits. */
static size_t find_case_number(struct slice s)
{
	for (size_t i = 0; i + 10 <= s.n; i++) {
		if (s.p[i + 4] != 'Z' || (i && is_id_byte(s.p[i - 1]) && s.p[i - 1] != '-'))
			continue;
		size_t digits = 0;
		for (size_t k = 0; k < 10; k++)
			digits += k != 4 && s.p[i + k] >= '0' && s.p[i + k] <= '9';
		if (digits == 9)
			return i;
	}
	return s.n;
}

static void read_numbers(struct paper_reader *reader, struct mention *mention)
{
	struct document *document = reader->document;
	for (size_t i = 0; i < document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		bool head = i < HEAD_LINES || slice_holds(line, "document nummer");
		size_t at = head ? find_case_number(line) : line.n;
		if (at < line.n)
			paper_add_identifier(reader, &document->identifiers, "zaaknummer",
					     arena_text(reader->arena, (struct slice){line.p + at, 10}));
		at = head ? paper_find(line, "kv-tk-") : line.n;
		if (at < line.n)
			paper_add_identifier(reader, &document->identifiers, "document",
					     arena_text(reader->arena, (struct slice){line.p + at, 16}));
		at = head ? paper_find(line, "ah-tk-") : line.n;
		if (at < line.n) {
			const char *id = id_at(reader, line, at);
			paper_add_identifier(reader, &document->identifiers, "aanhangsel", id);
		}
		const char *ris =
			i < HEAD_LINES && slice_begins(line, "RIS") && line.n <= 24 ? paper_ris(reader, line) : NULL;
		if (ris)
			paper_add_identifier(reader, &document->identifiers, "RIS", ris);
	}
	mention->identifiers = document->identifiers;
}

/* "Vergaderjaar 2024–2025" and the number that stands behind "gegeven antwoorden" make the Aanhangsel. */
static void read_annex_number(struct paper_reader *reader, struct mention *mention)
{
	size_t year = paper_holding_paragraph(reader, 0, "Vergaderjaar 20");
	size_t words = paper_holding_paragraph(reader, 0, "gegeven antwoorden");
	if (year >= HEAD_LINES || words >= HEAD_LINES || year == reader->paragraph_count ||
	    words == reader->paragraph_count)
		return;
	struct slice y = paper_paragraph(reader, year), w = paper_paragraph(reader, words);
	size_t at = paper_find(y, "Vergaderjaar 20") + 13;
	size_t next = at + 4;
	while (next < y.n && !(y.p[next] >= '0' && y.p[next] <= '9'))
		next++;
	size_t number = paper_find(w, "gegeven antwoorden") + 18;
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

/* ---- days and people ---- */

static int day_behind(const struct paper_reader *reader, const char *words)
{
	for (size_t i = 0; i < reader->document->text.lines.n && i < HEAD_LINES * 2; i++) {
		struct slice line = paper_line(reader, i);
		size_t at = paper_find(line, words);
		if (at == line.n)
			continue;
		at += strlen(words);
		size_t end;
		struct buf rest; /* a day may wrap: "(ingezonden 25 oktober" "2024)" */
		buf_init(&rest);
		buf_add(&rest, line.p + at, line.n - at);
		buf_add_text(&rest, " ");
		struct slice next = paper_line(reader, i + 1);
		buf_add(&rest, next.p, next.n < 30 ? next.n : 30);
		int day = paper_day(reader, (struct slice){rest.p, rest.n}, &end);
		buf_release(&rest);
		if (day != DATE_NONE && end <= 24)
			return day;
	}
	return DATE_NONE;
}

static int first_of(int a, int b)
{
	return a != DATE_NONE ? a : b;
}

/* "Vragen van de leden Van den Hil (VVD) en Bikker (ChristenUnie) aan de Staatssecretaris ... over ... (ingezonden ...)" */
static void read_caption(struct paper_reader *reader)
{
	struct document *document = reader->document;
	static const char *const captions[] = {"Vragen van het lid ", "Vragen van de leden ", "vragen van het lid ",
					       "vragen van het raadslid ", "Kamervragen van het lid "};
	for (size_t c = 0; c < ARRAY_SIZE(captions); c++)
		for (size_t i = 0; i < reader->paragraph_count && i < HEAD_LINES; i++) {
			struct slice paragraph = paper_paragraph(reader, i);
			size_t at = paper_find(paragraph, captions[c]);
			if (at == paragraph.n)
				continue;
			struct slice rest = {paragraph.p + at + strlen(captions[c]),
					     paragraph.n - at - strlen(captions[c])};
			size_t to = paper_find(rest, " aan de ");
			size_t about = paper_find(rest, " over ");
			if (paper_find(rest, " inzake ") < about)
				about = paper_find(rest, " inzake ") + 2;
			paper_people_read(reader, (struct slice){rest.p, to < about ? to : about}, "submitter",
					  &document->people);
			size_t sent = paper_find(rest, " (ingezonden");
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
	size_t n = document->text.lines.n < HEAD_LINES ? document->text.lines.n : HEAD_LINES;
	if (!slice_begins(paper_line(reader, 0), "Kamervraag 20"))
		return;
	document->title = paper_copy(reader, paper_line(reader, 1));
	size_t at = paper_find_line(reader, 0, n, "Indiener");
	struct slice line = paper_line(reader, at);
	size_t skip = slice_begins(line, "Indieners") ? 9 : 8;
	if (at < n)
		paper_people_read(reader, (struct slice){line.p + skip, line.n - skip}, "submitter", &document->people);
	at = paper_find_line(reader, 0, n, "Beantwoord door ");
	line = paper_line(reader, at);
	if (at < n) {
		char *name = arena_text(reader->arena, (struct slice){line.p + 16, line.n - 16});
		if (name[0] >= 'a' && name[0] <= 'z')
			name[0] = (char)(name[0] - 32); /* "van Weel" at the start of a name */
		paper_add_person(reader, &document->people, slice_of(name), SLICE(""), "answerer");
	}
}

/* ---- questions and answers ---- */

static struct question *question_numbered(struct paper_reader *reader, int number)
{
	struct questions *questions = &reader->document->questions;
	for (size_t i = 0; i < questions->n; i++)
		if (questions->v[i].number == number)
			return &questions->v[i];
	struct question *question = list_push(reader->arena, questions);
	*question = (struct question){number, false};
	return question;
}

/* "Volledige titel: ...", "Bron antwoord https://...": what a page says about itself. */
static bool is_field(struct slice paragraph)
{
	const char *colon = memchr(paragraph.p, ':', paragraph.n < 40 ? paragraph.n : 40);
	return (colon && slice_holds((struct slice){paragraph.p, (size_t)(colon - paragraph.p)}, "titel")) ||
	       slice_holds((struct slice){paragraph.p, paragraph.n < 40 ? paragraph.n : 40}, "document nummer") ||
	       slice_begins(paragraph, "ISSN ") || slice_begins(paragraph, "ah-tk-");
}

static void mark_answered(struct paper_reader *reader, int first, int last)
{
	for (int number = first; number <= last && number - first < 100; number++)
		question_numbered(reader, number)->answered = true;
}

/* Walks the paragraphs: the heading, the question, and what answers it. */
static void read_questions(struct paper_reader *reader)
{
	bool labelled = paper_find_paragraph(reader, 0, "Antwoord 1") < reader->paragraph_count ||
			paper_find_paragraph(reader, 0, "Antwoord op vra") < reader->paragraph_count ||
			paper_find_paragraph(reader, 0, "Antwoord:") < reader->paragraph_count;
	enum zone_kind zone = ZONE_NONE;
	size_t since = 0;
	int first = 0, last = 0, a, b;
	bool asked = false;
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		size_t end;
		enum zone_kind next = zone;
		if (is_heading(paragraph, "Vraag", &a, &b, &end)) {
			first = a, last = b;
			for (int number = first; number <= last && number - first < 100; number++)
				question_numbered(reader, number);
			next = ZONE_QUESTION;
			asked = end + 8 < paragraph.n; /* the question stands behind its number */
		} else if (is_heading(paragraph, "Antwoord", &a, &b, &end)) {
			mark_answered(reader, a, b);
			next = ZONE_ANSWER;
		} else if (first && slice_begins(paragraph, "Antwoord:")) {
			mark_answered(reader, first, last);
			next = ZONE_ANSWER;
		} else if (is_field(paragraph)) {
			next = ZONE_NONE;
		} else if (zone == ZONE_QUESTION && !labelled && asked &&
			   !strchr("?123456789", paragraph.p[paragraph.n - 1])) {
			mark_answered(reader, first, last);
			next = ZONE_ANSWER;
		} else if (zone == ZONE_QUESTION) {
			asked = true;
		}
		if (next != zone) {
			paper_add_zone(reader, since, i, zone);
			zone = next;
			since = i;
		}
	}
	paper_add_zone(reader, since, reader->paragraph_count, zone);
}

static void read_states(struct paper_reader *reader, struct mention *mention)
{
	struct document *document = reader->document;
	int sent = first_of(day_behind(reader, "Ingediend "), day_behind(reader, "ingezonden "));
	int back = first_of(day_behind(reader, "Beantwoord "), day_behind(reader, "ontvangen "));
	for (size_t i = 0; i < 30 && document->date == DATE_NONE && back == DATE_NONE; i++)
		document->date = paper_only_day(reader, paper_line(reader, i));
	back = first_of(back, document->date);
	document->date = document->kind == DOC_QUESTION ? first_of(sent, document->date) : first_of(back, sent);
	struct slice evidence = paper_paragraph(reader, 0);
	if (document->kind == DOC_QUESTION && sent == DATE_NONE)
		sent = document->date;
	if (sent != DATE_NONE)
		paper_add_event(reader, mention, STATE_SUBMITTED, sent, evidence, document->kind != DOC_QUESTION);
	if (document->kind == DOC_ANSWER)
		paper_add_event(reader, mention, STATE_ANSWERED, document->date, evidence, false);
	if (document->kind == DOC_POSTPONEMENT)
		paper_add_event(reader, mention, STATE_POSTPONED, document->date, evidence, false);
}

void paper_question_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	enum document_kind kind = document->kind;
	enum document_kind letter;
	if (!slice_begins(paper_line(reader, 0), "Kamervraag") && paper_letter_is(reader, &letter)) {
		paper_letter_read(reader); /* title, day and numbers of the letter around the questions */
		document->mentions.n = 0;
		document->zones.n = 0;
	}
	struct mention *mention = paper_add_mention(reader, ITEM_QUESTION);
	mention->own_paper = true;
	mention->takes_promises = kind != DOC_QUESTION;
	document->kind = kind;
	read_web_head(reader);
	read_caption(reader);
	read_numbers(reader, mention);
	read_annex_number(reader, mention);
	read_states(reader, mention);
	read_questions(reader);
	mention->title = document->title;
	mention->meeting = DATE_NONE;
	mention->people = document->people;
	mention->questions = document->questions;
}
