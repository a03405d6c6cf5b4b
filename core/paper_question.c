/* paper_question.c: written questions, with or without answers, and notices that an answer is late.
 *
 * Three forms: the paper of the Kamer ("Aanhangsel van de Handelingen"), its page on the web, and a letter to or of a council. What
 * the paper is, its title says with its first words. A day that a paper does not say is never taken from another event: an answer
 * whose day cannot be read has none. Head and title are read in paper_question_head.c, the parts in paper_question_parts.c.
 */
#include "core/paper_question.h"

#include "core/sentence.h"

enum { DATED_WITHIN = 30, SUBJECT_LINES = 9, SUBJECT_WITHIN = 80 };

/* ---- recognition ---- */

static bool head_holds(const struct paper_reader *reader, const char *words)
{
	size_t n = reader->document->text.lines.n;
	for (size_t i = 0; i < n && i < PAPER_QUESTION_HEAD; i++)
		if (slice_holds(paper_line(reader, i), words))
			return true;
	return false;
}

/* Whether a paragraph that holds `words` also holds one of `others`. */
static bool is_said(const struct paper_reader *reader, const char *words, const char *const *others, size_t n)
{
	for (size_t i = paper_holding_paragraph(reader, 0, words); i < reader->paragraph_count;
	     i = paper_holding_paragraph(reader, i + 1, words))
		for (size_t k = 0; k < n; k++)
			if (slice_holds(paper_paragraph(reader, i), others[k]))
				return true;
	return false;
}

/* What the first words of a title make of a paper, when the title speaks of questions. */
static const struct {
	const char *begins;
	enum document_kind kind;
} forms[] = {
	{"Uitstel", DOC_POSTPONEMENT},
	{"Verdaging", DOC_POSTPONEMENT},
	{"Verlenging", DOC_POSTPONEMENT},
	{"Beantwoording", DOC_ANSWER},
	{"Schriftelijke beantwoording", DOC_ANSWER},
	{"Gezamenlijke beantwoording", DOC_ANSWER},
	{"Antwoord op", DOC_ANSWER},
	{"Antwoorden op", DOC_ANSWER},
	{"Antwoorden van", DOC_ANSWER},
	{"Antwoordbrief", DOC_ANSWER},
	{"Schriftelijke vra", DOC_QUESTION},
	{"Raadsvra", DOC_QUESTION},
	{"Statenvra", DOC_QUESTION},
	{"Vragen ex ", DOC_QUESTION},
	{"Vragen art", DOC_QUESTION},
	{"Vragen conform art", DOC_QUESTION},
	{"Vragen op grond van art", DOC_QUESTION},
};

/* "Beantwoording raadsvragen ...", the question words perhaps on the next line; "Antwoord op vraag 3" and a sentence are none. */
static enum document_kind form_of(struct slice line, struct slice next)
{
	static const char *const late[] = {"uitstel beantwoording", "uitstel van beantwoording",
					   "uitstel van de beantwoording", "uitstelbericht"};
	size_t word = paper_question_word(line);
	bool part = word < line.n && line.n - word > 1 && line.p[word + 1] >= '0' && line.p[word + 1] <= '9';
	if (line.n == 0 || line.p[line.n - 1] == '.' || (part && !slice_holds(line, "vragen ")))
		return DOC_OTHER;
	for (size_t i = 0; i < ARRAY_SIZE(late); i++)
		if (slice_begins(line, late[i]) || (word <= line.n && slice_holds(line, late[i])))
			return DOC_POSTPONEMENT;
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++)
		if (slice_begins(line, forms[i].begins) && line.p[0] == forms[i].begins[0])
			return word <= line.n || paper_question_word(next) <= next.n ? forms[i].kind : DOC_OTHER;
	return DOC_OTHER;
}

/* The line without the label of the subject; empty when nothing else stands there. */
static struct slice without_label(struct slice line)
{
	static const char *const labels[] = {"onderwerp", "betreft"};
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
		size_t n = strlen(labels[i]);
		if (slice_begins(line, labels[i]) && (n == line.n || strchr(": ", line.p[n]))) {
			while (n < line.n && strchr(": ", line.p[n]))
				n++;
			return (struct slice){line.p + n, line.n - n};
		}
	}
	return line;
}

/* The lines of the head: with a label for the subject they end a few lines behind it, else after the first ones. */
static size_t head_size(const struct paper_reader *reader)
{
	size_t n = reader->document->text.lines.n;
	for (size_t i = 0; i < n && i < SUBJECT_WITHIN; i++) {
		struct slice line = paper_line(reader, i);
		if (without_label(line).n != line.n)
			return i + SUBJECT_LINES < n ? i + SUBJECT_LINES : n;
	}
	return n < PAPER_QUESTION_HEAD ? n : PAPER_QUESTION_HEAD;
}

/* The kind that the head names; DOC_OTHER when it names none. */
static enum document_kind named_kind(const struct paper_reader *reader)
{
	size_t n = head_size(reader);
	for (size_t i = 0; i < n; i++) {
		enum document_kind kind = form_of(without_label(paper_line(reader, i)), paper_line(reader, i + 1));
		if (kind != DOC_OTHER)
			return kind;
	}
	return DOC_OTHER;
}

/* The papers of the Kamer, which carry their form in the head. */
static bool is_of_chamber(const struct paper_reader *reader)
{
	static const char *const heads[] = {
		"Kamervraag 20",         "Aanhangsel van de Handelingen", "Vragen gesteld door de leden",
		"Vragen van het lid",    "Vragen van de leden",           "Beantwoording Kamervragen",
		"Antwoord van minister", "Antwoord van staatssecretaris", "Uitstelbericht"};
	for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
		if (head_holds(reader, heads[i]))
			return true;
	return false;
}

/* "kunnen niet binnen de gebruikelijke termijn worden beantwoord" */
static bool tells_delay(const struct paper_reader *reader)
{
	static const char *const terms[] = {"niet binnen de gebruikelijke termijn", "niet binnen de gestelde termijn",
					    "niet binnen de termijn"};
	static const char *const verbs[] = {"kunnen", "kan ", "lukt", "zullen"};
	if (paper_question_has_label(reader, true))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(terms); i++)
		if (is_said(reader, terms[i], verbs, ARRAY_SIZE(verbs)))
			return true;
	return head_holds(reader, "Mededeling van") &&
	       paper_holding_paragraph(reader, 0, "zo spoedig mogelijk") < reader->paragraph_count;
}

static bool tells_answer(const struct paper_reader *reader)
{
	static const char *const follows[] = {"als volgt"};
	size_t at = 0;
	bool field = paper_find_line(reader, 0, PAPER_QUESTION_HEAD, "Beantwoord ", &at);
	struct slice line = paper_line(reader, at);
	return (field && line.n > 11 && line.p[11] >= '0' && line.p[11] <= '9') ||
	       head_holds(reader, "Antwoord van minister") || head_holds(reader, "Antwoord van staatssecretaris") ||
	       paper_question_has_label(reader, true) || is_said(reader, "beantwoord", follows, ARRAY_SIZE(follows));
}

/* The executive answers questions; it puts none. */
static bool is_signed_by_executive(const struct paper_reader *reader)
{
	static const char *const names[] = {"Het college van burgemeester en wethouders",
					    "Burgemeester en wethouders van", "Gedeputeerde Staten van",
					    "De minister van", "De staatssecretaris van"};
	enum { SIGNATURE_MOST = 120, SIGNED_WITHIN = 12 };
	for (size_t i = reader->paragraph_count, seen = 0; i-- > 0 && seen < SIGNED_WITHIN; seen++)
		for (size_t k = 0; k < ARRAY_SIZE(names); k++) {
			struct slice s = paper_paragraph(reader, i);
			if (slice_begins(s, names[k]) && s.n <= SIGNATURE_MOST && !memchr(s.p, '?', s.n))
				return true;
		}
	return false;
}

/* Whether there is more than the name: rules of order and pages about the right to ask have headings of the same words. */
static bool is_borne_out(const struct paper_reader *reader, enum document_kind kind, bool letter)
{
	if (kind == DOC_QUESTION && is_signed_by_executive(reader))
		return false;
	if (letter && (kind != DOC_QUESTION || paper_holding_paragraph(reader, 0, "?") < reader->paragraph_count))
		return true;
	return paper_question_asks(reader) || is_of_chamber(reader) || (kind == DOC_ANSWER && tells_answer(reader));
}

bool paper_question_is(struct paper_reader *reader, enum document_kind *kind)
{
	enum document_kind named = named_kind(reader), form = DOC_OTHER;
	if (named == DOC_OTHER && !is_of_chamber(reader))
		return false;
	bool letter = paper_letter_is(reader, &form), late = named == DOC_POSTPONEMENT || tells_delay(reader);
	if (named == DOC_OTHER && letter && form == DOC_LETTER && !late && !paper_question_has_label(reader, false))
		return false;
	bool answered = named == DOC_ANSWER || tells_answer(reader);
	enum document_kind found = late ? DOC_POSTPONEMENT : answered ? DOC_ANSWER : DOC_QUESTION;
	if (!is_borne_out(reader, found, letter))
		return false;
	*kind = found;
	return true;
}

/* ---- days ---- */

/* The first day in `s`; where none can be read, also one whose month and year have run together ("18 november2024"). */
static int day_at(const struct paper_reader *reader, struct slice s, size_t *end)
{
	enum { NEAR = 40 };
	if (s.n > NEAR)
		s.n = NEAR;
	int day = paper_day(reader, s, end);
	if (day != DATE_NONE)
		return day;
	char *parted = arena_alloc(reader->arena, 2 * NEAR + 1);
	size_t n = 0, origin[2 * NEAR + 1] = {0};
	for (size_t i = 0; i < s.n; i++) {
		bool a = i && s.p[i - 1] >= '0' && s.p[i - 1] <= '9', b = s.p[i] >= '0' && s.p[i] <= '9';
		bool letter = i && strchr(" .,;:()-/?", (b ? s.p[i - 1] : s.p[i])) == NULL;
		if (i && a != b && letter) {
			origin[n] = i;
			parted[n++] = ' ';
		}
		origin[n] = i;
		parted[n++] = s.p[i];
	}
	origin[n] = s.n;
	day = paper_day(reader, (struct slice){parted, n}, end);
	*end = origin[*end];
	return day;
}

/* The words behind which a paper says a day. */
struct day_label {
	const char *words;
	bool begins; /* a paragraph; else anywhere */
};

static const struct day_label asked_labels[] = {
	{"Ingediend", true},       {"ingezonden ", false}, {"Datum indiening", true},
	{"Datum ingediend", true}, {"Datum vra", true},
};

static const struct day_label answered_labels[] = {
	{"Beantwoord", true},
	{"(ontvangen ", false},
	{"Datum antwoord", true},
	{"Datum beantwoord", true},
};

/* The day right behind one of the labels, in the first paragraphs: there a line's end and its hyphen are undone. `evidence` gets the words
 * up to the day. */
static int labelled_day(const struct paper_reader *reader, const struct day_label *labels, size_t n,
			struct slice *evidence)
{
	enum { BEHIND = 24 };
	for (size_t k = 0; k < n; k++)
		for (size_t i = 0; i < reader->paragraph_count && i < PAPER_QUESTION_HEAD; i++) {
			struct slice s = paper_paragraph(reader, i);
			size_t at = slice_find(s, labels[k].words), end;
			if (at == s.n || (labels[k].begins && at > 0))
				continue;
			at += strlen(labels[k].words);
			int day = day_at(reader, (struct slice){s.p + at, s.n - at}, &end);
			if (day == DATE_NONE || end > BEHIND)
				continue;
			*evidence = (struct slice){s.p, at + end};
			return day;
		}
	return DATE_NONE;
}

/* The line of the head that holds nothing but `day`, or but any day when that is DATE_NONE; empty when there is none. */
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

/* Whether the sentence says that these questions were put: "heeft ... vragen gesteld", "een brief met daarin vier vragen ... gericht". */
static bool tells_asking(struct slice sentence)
{
	static const char *const verbs[] = {"gesteld",   "stelde",  "gericht",    "ingediend",     "diende",
					    "ontvangen", "ontving", "ingezonden", "binnengekomen", "toegezonden"};
	if (paper_question_word(sentence) > sentence.n || memchr(sentence.p, '?', sentence.n) ||
	    slice_holds(sentence, "eerder"))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
		if (slice_holds(sentence, verbs[i]))
			return true;
	return false;
}

/* The day in such a sentence: the one behind "op", else the only one. */
static int day_of_asking(const struct paper_reader *reader, struct slice sentence)
{
	struct moments moments = {0};
	struct moment_context context = {.anchor = reader->document->date};
	moment_list(sentence, &context, reader->arena, &moments);
	int only = DATE_NONE, count = 0;
	for (size_t i = 0; i < moments.n; i++) {
		const struct moment *m = &moments.v[i];
		if (m->precision != PRECISION_DAY || m->earliest != m->latest || m->latest == DATE_NONE)
			continue;
		if (m->start >= 3 && slice_begins((struct slice){sentence.p + m->start - 3, 3}, "op "))
			return m->latest;
		only = m->latest;
		count++;
	}
	return count == 1 ? only : DATE_NONE;
}

/* When the questions came, as a letter of answers or a notice tells it in one of its first paragraphs. */
static int day_of_questions(const struct paper_reader *reader, struct slice *evidence)
{
	enum { PARAGRAPHS = 2 * PAPER_QUESTION_HEAD, BYTES = 4000 };
	const struct document *document = reader->document;
	for (size_t i = 0; i < reader->paragraph_count && i < PARAGRAPHS; i++) {
		struct span within = reader->paragraphs[i];
		if (within.end - within.start > BYTES)
			continue;
		struct sentences sentences = {0};
		sentence_list(&document->text, within, reader->arena, &sentences);
		for (size_t k = 0; k < sentences.n; k++) {
			struct slice sentence = paper_text(reader, sentences.v[k].body);
			int day = tells_asking(sentence) ? day_of_asking(reader, sentence) : DATE_NONE;
			if (day == DATE_NONE || (document->date != DATE_NONE && day > document->date))
				continue;
			*evidence = sentence;
			return day;
		}
	}
	return DATE_NONE;
}

/* The words with which the executive answers or tells that it will be later; `line` when the paper has none. */
static struct slice telling_words(const struct paper_reader *reader, struct slice line)
{
	static const char *const words[] = {"beantwoordt", "Antwoord van ", "Mededeling van "};
	for (size_t k = 0; k < ARRAY_SIZE(words); k++) {
		size_t i = paper_holding_paragraph(reader, 0, words[k]);
		if (i < reader->paragraph_count && (k == 0 || line.n == 0))
			return paper_sentence(reader, i, slice_find(paper_paragraph(reader, i), words[k]));
	}
	return line;
}

/* ---- states ---- */

/* Whether the paper has a number under which its questions can be found. */
static bool is_findable(const struct identifiers *identifiers)
{
	for (size_t i = 0; i < identifiers->n; i++)
		if (strcmp(identifiers->v[i].scheme, "RIS") == 0)
			return true;
	return paper_question_is_numbered(identifiers);
}

/* When the questions were put. The day and the title are what question, notice and answer have in common; in the Kamer it is the number
 * alone, since many members ask about one report on one day. */
static void read_asking(struct paper_reader *reader, struct mention *mention)
{
	struct document *document = reader->document;
	struct slice evidence = paper_paragraph(reader, 0);
	int day = labelled_day(reader, asked_labels, ARRAY_SIZE(asked_labels), &evidence);
	if (document->kind == DOC_QUESTION) {
		struct slice line = day == DATE_NONE ? dated_line(reader, &document->date) : SLICE("");
		evidence = line.n ? line : evidence;
		day = document->date = day != DATE_NONE ? day : document->date;
	} else if (day == DATE_NONE) {
		day = day_of_questions(reader, &evidence);
	}
	if (day != DATE_NONE)
		paper_add_event(reader, mention, STATE_SUBMITTED, day, evidence, document->kind != DOC_QUESTION);
	if (!paper_question_is_numbered(&mention->identifiers))
		mention->meeting = day;
	if (!mention->own_paper && day == DATE_NONE && !is_findable(&mention->identifiers))
		paper_add_finding(reader, "identity_in_doubt",
				  "the paper does not say on which day the questions were put");
}

/* The day on which the executive answered, or told that it would be later: the one that it says, else that of its letter. */
static int day_of_telling(const struct paper_reader *reader, struct slice *evidence)
{
	int day = labelled_day(reader, answered_labels, ARRAY_SIZE(answered_labels), evidence);
	if (day != DATE_NONE)
		return day;
	struct slice asked;
	int sent = labelled_day(reader, asked_labels, ARRAY_SIZE(asked_labels), &asked);
	day = reader->document->date;
	*evidence = telling_words(reader, dated_line(reader, &day));
	return day == sent ? DATE_NONE : day; /* what stands there is the day of the questions */
}

static void read_states(struct paper_reader *reader, struct mention *mention)
{
	struct document *document = reader->document;
	struct slice told = SLICE("");
	if (document->kind == DOC_QUESTION) {
		read_asking(reader, mention);
		return;
	}
	document->date = day_of_telling(reader, &told);
	read_asking(reader, mention);
	bool answered = document->kind == DOC_ANSWER;
	paper_add_event(reader, mention, answered ? STATE_ANSWERED : STATE_POSTPONED, document->date,
			told.n ? told : paper_paragraph(reader, 0), false);
	if (document->date == DATE_NONE)
		paper_add_finding(reader, "answer_without_date",
				  answered ? "the paper does not say when it answers"
					   : "the paper does not say when it gives notice");
}

/* "AH 611 2024Z17900": the Aanhangsel of the parliamentary year in which the answer came, which begins on Prinsjesdag. What is printed is kept
 * too, for people who look for it; it comes again each year. */
static void read_annex_of_year(struct paper_reader *reader, struct mention *mention)
{
	struct document *document = reader->document;
	struct slice line = paper_line(reader, 0);
	size_t digits = 0;
	while (3 + digits < line.n && line.p[3 + digits] >= '0' && line.p[3 + digits] <= '9')
		digits++;
	if (!slice_begins(line, "AH ") || digits < 1 || digits > 5)
		return;
	paper_add_identifier(reader, &document->identifiers, "AH",
			     arena_printf(reader->arena, "AH %.*s", (int)digits, line.p + 3));
	mention->identifiers = document->identifiers;
	if (document->kind != DOC_ANSWER || document->date == DATE_NONE)
		return;
	int year = date_parts(document->date).year;
	year -= document->date < date_nth_weekday(year, 9, 2, 3);
	paper_add_identifier(reader, &document->identifiers, "aanhangsel",
			     arena_printf(reader->arena, "ah-tk-%d%d-%.*s", year, year + 1, (int)digits, line.p + 3));
	mention->identifiers = document->identifiers;
}

void paper_question_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	enum document_kind kind = document->kind, form;
	bool letter = !slice_begins(paper_line(reader, 0), "Kamervraag") && paper_letter_is(reader, &form);
	if (letter) {
		paper_letter_read(reader); /* title, day and numbers of the letter around the questions */
		document->mentions.n = 0;
		document->zones.n = 0;
	}
	struct mention *mention = paper_add_mention(reader, ITEM_QUESTION);
	mention->own_paper = kind == DOC_QUESTION || !letter;
	mention->takes_promises = kind != DOC_QUESTION;
	document->kind = kind;
	paper_question_head_read(reader, mention);
	read_states(reader, mention);
	read_annex_of_year(reader, mention);
	paper_question_parts_read(reader);
	mention->title = paper_question_subject(reader, document->title);
	mention->people = document->people;
	mention->questions = document->questions;
}
