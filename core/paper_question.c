/* paper_question.c: written questions, with or without answers, and notices that an answer is late.
 *
 * Three forms: the paper of the Kamer ("Aanhangsel van de Handelingen"), its page on the web, and a letter to or of a council. Questions
 * are numbered; what stands behind "Antwoord 2", or behind the question itself where answers have no label, answers it.
 */
#include "core/paper.h"

enum { HEAD_LINES = 25, DATED_WITHIN = 30 };

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
			paper_add_identifier(reader, &document->identifiers, "document", id_at(reader, line, at));
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
	for (size_t i = 0; i < reader->paragraph_count && document->identifiers.n == 0; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		size_t at = find_case_number(paragraph);
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

/* The day right behind `words`, in the first paragraphs: there a line's end and its hyphen are undone. `evidence` gets the words up to
 * the day. */
static int day_behind(const struct paper_reader *reader, const char *words, struct slice *evidence)
{
	for (size_t i = 0; i < reader->paragraph_count && i < HEAD_LINES; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		size_t at = paper_find(paragraph, words);
		if (at == paragraph.n)
			continue;
		at += strlen(words);
		size_t end;
		int day = paper_day(reader, (struct slice){paragraph.p + at, paragraph.n - at}, &end);
		if (day == DATE_NONE || end > 24)
			continue;
		*evidence = (struct slice){paragraph.p, at + end};
		return day;
	}
	return DATE_NONE;
}

/* "heeft op 3 maart 2025 een brief met daarin vier vragen ... gericht": when a letter of answers says the questions came. */
static int day_of_questions(const struct paper_reader *reader, struct slice *evidence)
{
	for (size_t i = 0; i < reader->paragraph_count && i < HEAD_LINES; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		if (!slice_holds(paragraph, "vragen") || !slice_holds(paragraph, "heeft"))
			continue;
		int day = paper_day(reader, paragraph, NULL);
		if (day == DATE_NONE || day > reader->document->date)
			continue;
		*evidence = paper_sentence(reader, i, 0);
		return day;
	}
	return DATE_NONE;
}

/* The sentence with which the college answers; `line` when the paper has none. */
static struct slice answering_words(const struct paper_reader *reader, struct slice line)
{
	static const char words[] = "beantwoordt";
	size_t i = paper_holding_paragraph(reader, 0, words);
	return i < reader->paragraph_count ? paper_sentence(reader, i, paper_find(paper_paragraph(reader, i), words))
					   : line;
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

/* Questions to a council: "Schriftelijke vragen: TITLE", "Indiener: NAME", the party behind the name or below the signature. */
static void read_council_head(struct paper_reader *reader)
{
	struct document *document = reader->document;
	size_t n = document->text.lines.n < HEAD_LINES ? document->text.lines.n : HEAD_LINES;
	size_t at;
	struct slice line;
	if (paper_find_line(reader, 0, n, "Schriftelijke vragen:", &at)) {
		line = paper_line(reader, at);
		document->title = paper_copy(reader, (struct slice){line.p + 21, line.n - 21});
	}
	if (document->people.n || !paper_find_line(reader, 0, n, "Indiener", &at))
		return;
	line = paper_line(reader, at);
	const char *colon = memchr(line.p, ':', line.n);
	if (!colon)
		return;
	struct slice name = slice_trim((struct slice){colon + 1, (size_t)(line.p + line.n - colon - 1)});
	for (size_t i = 0; i < reader->paragraph_count; i++) { /* "het raadslid NAME (PARTY)" */
		struct slice paragraph = paper_paragraph(reader, i);
		size_t found = paper_find(paragraph, arena_text(reader->arena, name));
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

/* The item is called as its questions are, not as the letter that answers them. */
static const char *item_title(const struct paper_reader *reader)
{
	const char *title = reader->document->title;
	size_t end;
	struct slice inner =
		title && slice_holds(slice_of(title), "vragen") ? paper_quoted(slice_of(title), &end) : SLICE("");
	return inner.n ? arena_text(reader->arena, inner) : title;
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

static int by_zone(const void *x, const void *y)
{
	const struct zone *a = x, *b = y;
	return (a->body.start > b->body.start) - (a->body.start < b->body.start);
}

/* "3. Is het college bereid ...? Zo nee, waarom niet? Het college vindt ...": the bytes up to the last question mark ask. */
static size_t question_size(struct slice paragraph)
{
	size_t n = paragraph.n;
	while (n &&
	       !(paragraph.p[n - 1] == '?' && (n == paragraph.n || paragraph.p[n] == ' ' || paragraph.p[n] == '\n')))
		n--;
	return n;
}

/* The number with which a paragraph begins ("3. "); 0 when it begins with none. */
static int list_number(struct slice paragraph)
{
	int number = 0;
	size_t i = 0;
	for (; i < paragraph.n && i < 2 && paragraph.p[i] >= '0' && paragraph.p[i] <= '9'; i++)
		number = number * 10 + paragraph.p[i] - '0';
	return i && i + 1 < paragraph.n && strchr(".)", paragraph.p[i]) && paragraph.p[i + 1] == ' ' ? number : 0;
}

static void add_zone(struct paper_reader *reader, size_t start, size_t end, enum zone_kind kind)
{
	if (start < end)
		*list_push(reader->arena, &reader->document->zones) = (struct zone){{start, end}, kind};
}

/* Questions of a council: a numbered list, answered below each number. */
static void read_numbered(struct paper_reader *reader)
{
	int number = 0;
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		size_t start = reader->paragraphs[i].start;
		int next = list_number(paragraph);
		size_t asks = next == number + 1 ? question_size(paragraph) : 0;
		if (asks) {
			number = next;
			question_numbered(reader, number)->answered |= asks + 1 < paragraph.n;
			add_zone(reader, start, start + asks, ZONE_QUESTION);
			add_zone(reader, start + asks, reader->paragraphs[i].end, ZONE_ANSWER);
		} else if (slice_begins(paragraph, "Het college van burgemeester en wethouders,")) {
			number = 0;
		} else if (number && reader->document->kind == DOC_ANSWER) {
			question_numbered(reader, number)->answered = true;
			add_zone(reader, start, reader->paragraphs[i].end, ZONE_ANSWER);
		}
	}
	if (reader->document->zones.n)
		qsort(reader->document->zones.v, reader->document->zones.n, sizeof(struct zone), by_zone);
}

/* What a paragraph opens: its zone, and the numbers that it asks or answers. */
struct walk {
	enum zone_kind zone;
	int first;
	int last;
	bool asked;    /* the text of the question was seen */
	bool labelled; /* answers have labels */
};

static enum zone_kind next_zone(struct paper_reader *reader, struct walk *walk, struct slice paragraph)
{
	int a, b;
	size_t end;
	if (is_heading(paragraph, "Vraag", &a, &b, &end)) {
		walk->first = a, walk->last = b;
		for (int number = a; number <= b && number - a < 100; number++)
			question_numbered(reader, number);
		walk->asked = end + 8 < paragraph.n; /* the question stands behind its number */
		return ZONE_QUESTION;
	}
	if (is_heading(paragraph, "Antwoord", &a, &b, &end)) {
		mark_answered(reader, a, b);
		return ZONE_ANSWER;
	}
	if (walk->first && slice_begins(paragraph, "Antwoord:")) {
		mark_answered(reader, walk->first, walk->last);
		return ZONE_ANSWER;
	}
	if (slice_begins(paragraph, "Mededeling"))
		return ZONE_ANSWER; /* of the one who is asked, but an answer to none */
	if (is_field(paragraph))
		return ZONE_NONE;
	bool asks = strchr("?123456789", paragraph.p[paragraph.n - 1]) !=
		    NULL; /* a footnote's figure may follow the mark */
	if (walk->zone == ZONE_QUESTION && !walk->labelled && walk->asked && !asks) {
		mark_answered(reader, walk->first, walk->last);
		return ZONE_ANSWER;
	}
	walk->asked |= walk->zone == ZONE_QUESTION;
	return walk->zone;
}

/* Walks the paragraphs: the heading, the question, and what answers it. */
static void read_questions(struct paper_reader *reader)
{
	if (!has_heading(reader, "Vraag")) {
		read_numbered(reader);
		return;
	}
	struct walk walk = {.zone = ZONE_NONE};
	walk.labelled = has_heading(reader, "Antwoord") ||
			paper_find_paragraph(reader, 0, "Antwoord:") < reader->paragraph_count ||
			reader->document->kind == DOC_POSTPONEMENT;
	size_t since = 0;
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		enum zone_kind next = next_zone(reader, &walk, paper_paragraph(reader, i));
		if (next == walk.zone)
			continue;
		paper_add_zone(reader, since, i, walk.zone);
		walk.zone = next;
		since = i;
	}
	paper_add_zone(reader, since, reader->paragraph_count, walk.zone);
}

/* The line of the head that holds nothing but `*day`, or but any day when that is DATE_NONE; empty when there is none. */
static struct slice dated_line(const struct paper_reader *reader, int *day)
{
	for (size_t i = 0; i < DATED_WITHIN; i++) {
		int found = paper_only_day(reader, paper_line(reader, i));
		if (found == DATE_NONE || (*day != DATE_NONE && found != *day))
			continue;
		*day = found;
		return paper_line(reader, i);
	}
	return SLICE("");
}

static void read_states(struct paper_reader *reader, struct mention *mention)
{
	struct document *document = reader->document;
	struct slice asked = paper_paragraph(reader, 0), told = asked;
	int sent = first_of(day_behind(reader, "Ingediend ", &asked), day_behind(reader, "ingezonden ", &asked));
	int back = first_of(day_behind(reader, "Beantwoord ", &told), day_behind(reader, "ontvangen ", &told));
	struct slice line = back == DATE_NONE ? dated_line(reader, &document->date) : SLICE("");
	if (back == DATE_NONE)
		told = answering_words(reader, line.n ? line : told);
	if (sent == DATE_NONE && line.n)
		asked = line;
	back = first_of(back, document->date);
	document->date = document->kind == DOC_QUESTION ? first_of(sent, document->date) : first_of(back, sent);
	if (sent == DATE_NONE && document->kind == DOC_ANSWER)
		sent = day_of_questions(reader, &asked);
	if (document->kind == DOC_QUESTION && sent == DATE_NONE)
		sent = document->date;
	if (sent != DATE_NONE)
		paper_add_event(reader, mention, STATE_SUBMITTED, sent, asked, document->kind != DOC_QUESTION);
	if (document->kind == DOC_ANSWER)
		paper_add_event(reader, mention, STATE_ANSWERED, document->date, told, false);
	if (document->kind == DOC_POSTPONEMENT)
		paper_add_event(reader, mention, STATE_POSTPONED, document->date, told, false);
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
	read_council_head(reader);
	read_numbers(reader, mention);
	read_annex_number(reader, mention);
	read_states(reader, mention);
	read_questions(reader);
	mention->title = item_title(reader);
	mention->meeting = DATE_NONE;
	mention->people = document->people;
	mention->questions = document->questions;
}
