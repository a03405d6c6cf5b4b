/* paper_question_parts.c: the parts of written questions, what answers each, and who speaks where.
 *
 * A part begins with a label ("Vraag 3") or, in a paper without such labels, with its number in a list. Its answer begins with a label
 * ("Antwoord 2 en 3", "Ad 2") or, without one, below the question. A label counts at the start of a printed line, also where the line
 * is not the first of its paragraph. A part is unanswered only when nothing stands under it, or no more than that its answer is to come.
 */
#include "core/paper_question.h"
#include "core/part_label.h"

bool paper_question_has_label(const struct paper_reader *reader, bool answers)
{
	const struct lines *lines = &reader->document->text.lines;
	struct part_label label;
	for (size_t i = 0; i < lines->n; i++)
		if (!lines->v[i].furniture && part_label_read(paper_line(reader, i), &label) &&
		    label.answers == answers)
			return true;
	return false;
}

/* ---- pieces ---- */

/* A paragraph, or the part of one that begins or ends at a label. */
struct pieces {
	struct span *v;
	size_t n;
	size_t cap;
};

static void add_piece(const struct paper_reader *reader, size_t start, size_t end, struct pieces *out)
{
	const char *body = reader->document->text.body;
	while (end > start && body[end - 1] == ' ')
		end--;
	if (start < end)
		*list_push(reader->arena, out) = (struct span){start, end};
}

/* "... waarom niet? Mededeling De vragen van ...": where the notice begins whose heading has run into the last question. */
static size_t notice_within(struct slice s)
{
	static const char words[] = "? Mededeling ";
	size_t at = slice_find(s, words), from = at + sizeof words - 1;
	bool found = at < s.n && s.p[at + 2] == 'M' && from < s.n && s.p[from] >= 'A' && s.p[from] <= 'Z';
	return found ? at + 2 : s.n;
}

static void find_pieces(const struct paper_reader *reader, struct pieces *out)
{
	const struct text *text = &reader->document->text;
	struct part_label label;
	size_t line = 0;
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct span paragraph = reader->paragraphs[i];
		size_t start = paragraph.start;
		for (; line < text->lines.n; line++) {
			size_t at = text_place(text, text->lines.v[line].start);
			if (at >= paragraph.end)
				break;
			struct slice rest = paper_text(reader, (struct span){at, paragraph.end});
			if (text->lines.v[line].furniture || at <= start ||
			    !(part_label_read(rest, &label) || part_label_is_bare(paper_line(reader, line))))
				continue;
			add_piece(reader, start, at, out);
			start = at;
		}
		size_t notice = start + notice_within(paper_text(reader, (struct span){start, paragraph.end}));
		add_piece(reader, start, notice, out);
		add_piece(reader, notice, paragraph.end, out);
	}
}

/* ---- what a piece says ---- */

/* "Volledige titel: ...", "Bron antwoord https://...": what a page says about itself; the foot of a printed page. */
static bool is_field(struct slice s)
{
	const char *colon = memchr(s.p, ':', s.n < 40 ? s.n : 40);
	return (colon && slice_holds((struct slice){s.p, (size_t)(colon - s.p)}, "titel")) ||
	       slice_holds((struct slice){s.p, s.n < 40 ? s.n : 40}, "document nummer") || slice_begins(s, "ISSN ") ||
	       slice_begins(s, "ah-tk-") || slice_begins(s, "Tweede Kamer, vergaderjaar");
}

/* What stands below the last answer of a letter. */
static bool is_closing(struct slice s)
{
	static const struct {
		const char *words;
		size_t most; /* bytes of the piece */
	} closings[] = {
		{"Het college van burgemeester en wethouders,", SIZE_MAX},
		{"Het college van burgemeester en wethouders", 70},
		{"Burgemeester en wethouders van", 80},
		{"Gedeputeerde Staten van", 80},
		{"Namens het college", 80},
		{"Met vriendelijke groet", SIZE_MAX},
		{"Hoogachtend", SIZE_MAX},
	};
	for (size_t i = 0; i < ARRAY_SIZE(closings); i++)
		if (slice_begins(s, closings[i].words) && s.n <= closings[i].most)
			return true;
	return false;
}

/* The bytes up to the last question mark, and the figures of the footnotes behind it: they ask. */
static size_t question_size(struct slice s)
{
	size_t n = s.n;
	while (n && !(s.p[n - 1] == '?' &&
		      (n == s.n || strchr(" \n0123456789\"')", s.p[n]) || (unsigned char)s.p[n] >= 0x80)))
		n--;
	while (n && n < s.n &&
	       (is_digit(s.p[n]) || s.p[n] == ')' || s.p[n] == '\'' || s.p[n] == '"' ||
		(s.p[n] == ',' && n + 2 < s.n && is_digit(s.p[n + 2]))))
		n++;
	return n;
}

/* Whether `s` goes on asking without a question mark. */
static bool is_asking(struct slice s)
{
	static const char *const begins[] = {"Graag",   "Gaarne", "Zo ja",   "Zo nee",
					     "Verzoek", "Wil ",   "Kunt u ", "Kan "};
	s = slice_trim(s);
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
		if (slice_begins(s, begins[i]))
			return true;
	return false;
}

/* Whether something is said at all: more than a page number, the figure of a footnote, a quotation mark. */
static bool is_text(struct slice s)
{
	s = slice_trim(s);
	size_t letters = 0, digits = 0;
	for (size_t i = 0; i < s.n; i++) {
		letters += (s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= 'A' && s.p[i] <= 'Z');
		digits += is_digit(s.p[i]);
	}
	return letters > 1 || (digits && s.n > digits && s.n > 3);
}

/* "1NOS, 22 oktober 2024, ...", "1) Aanhangsel Handelingen": a footnote. */
static bool is_footnote(struct slice s)
{
	s = slice_trim(s);
	return s.n && is_digit(s.p[0]);
}

/* The number with which a piece begins ("3. "); 0 when it begins with none. */
static int list_number(struct slice s)
{
	int number = 0;
	size_t i = 0;
	for (; i < s.n && i < 2 && is_digit(s.p[i]); i++)
		number = number * 10 + s.p[i] - '0';
	return i && i + 1 < s.n && strchr(".)", s.p[i]) && s.p[i + 1] == ' ' ? number : 0;
}

bool paper_question_asks(const struct paper_reader *reader)
{
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice s = paper_paragraph(reader, i);
		if (list_number(s) && question_size(s))
			return true;
	}
	return paper_question_has_label(reader, false);
}

/* ---- the walk ---- */

struct walk {
	struct paper_reader *reader;
	struct pieces pieces;
	struct part_label current; /* the parts that are being asked */
	struct part_label replied; /* those whose answer begins; none once its first words were read */
	enum zone_kind zone;
	bool labelled;        /* answers have labels */
	bool listed;          /* questions have only their number in a list */
	bool answers;         /* the paper may answer */
	bool asked;           /* the text of the question was seen */
	int last;             /* of a list */
	struct zone *written; /* the zone that was added last; NULL before the first */
};

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

static void mark_answered(struct walk *walk, const struct part_label *label)
{
	walk->replied = *label;
	for (size_t i = 0; walk->answers && i < label->n; i++)
		question_numbered(walk->reader, label->parts[i])->answered = true;
}

/* "Deze vraag kunnen wij nog niet beantwoorden. Wij komen hier in juni op terug.": says when an answer will come, and is none. */
static bool is_put_off(struct slice s)
{
	enum { SHORT = 400 }; /* bytes: a longer text answers something */
	static const char *const refused[] = {"nog niet beantwoorden",      "nog niet te beantwoorden",
					      "nog niet worden beantwoord", "nog niet beantwoord worden",
					      "nog geen antwoord",          "later beantwoord",
					      "beantwoording volgt",        "antwoord volgt"};
	static const char *const unknown[] = {"nog niet bekend",    "nog onbekend",       "nog niet duidelijk",
					      "nog niet te zeggen", "weten wij nog niet", "nog geen duidelijkheid"};
	static const char *const later[] = {" op terug",   " bericht",       "informeren", "geïnformeerd",
					    "wij u nader", "nader antwoord", "laten wij u"};
	if (s.n > SHORT)
		return false;
	return slice_holds_any(s, refused, ARRAY_SIZE(refused)) ||
	       (slice_holds_any(s, unknown, ARRAY_SIZE(unknown)) && slice_holds_any(s, later, ARRAY_SIZE(later)));
}

/* Once the first words of an answer are known. */
static void check_answer(struct walk *walk, struct slice s)
{
	enum { LABEL = 40 }; /* bytes: "Antwoord van het college:" alone */
	struct part_label label;
	if (part_label_read(s, &label))
		s = slice_from(s, label.end);
	if (!is_text(s) || (s.n <= LABEL && part_label_is_bare(s)))
		return;
	for (size_t i = 0; is_put_off(s) && i < walk->replied.n; i++)
		question_numbered(walk->reader, walk->replied.parts[i])->answered = false;
	walk->replied.n = 0;
}

/* What stands outside of labelled questions and answers is the letter or page around them and speaks for nobody; around a list it may be
 * the answer itself. */
static void add_zone(struct walk *walk, size_t start, size_t end, enum zone_kind kind)
{
	struct zones *zones = &walk->reader->document->zones;
	if ((kind == ZONE_NONE && walk->listed) || start >= end)
		return;
	if (kind == ZONE_ANSWER)
		check_answer(walk, paper_text(walk->reader, (struct span){start, end}));
	struct zone *last = walk->written;
	bool goes_on = last && last->kind == kind && start <= last->body.end + 1;
	if (!goes_on) {
		walk->written = list_push(walk->reader->arena, zones);
		*walk->written = (struct zone){{start, end}, kind, NULL};
	} else {
		last->body.end = end;
	}
}

static struct slice piece_text(const struct walk *walk, size_t i)
{
	return paper_text(walk->reader, walk->pieces.v[i]);
}

/* Takes [at, end) of a piece as words of the question that is open: what stands behind its last question mark answers it, where answers
 * have no label. */
static void take_question(struct walk *walk, size_t at, size_t end)
{
	struct slice s = paper_text(walk->reader, (struct span){at, end});
	size_t asks = question_size(s);
	struct slice rest = slice_from(s, asks);
	bool told = asks && is_text(rest) && !is_asking(rest);
	walk->asked |= asks > 0 || s.n > 8;
	walk->zone = ZONE_QUESTION;
	if (!told || !walk->answers || (walk->labelled && is_footnote(rest))) {
		add_zone(walk, at, end, ZONE_QUESTION);
		return;
	}
	mark_answered(walk, &walk->current);
	if (!walk->labelled)
		walk->zone = ZONE_ANSWER;
	add_zone(walk, at, at + asks, ZONE_QUESTION);
	add_zone(walk, at + asks, end, walk->zone);
}

static void open_question(struct walk *walk, const struct part_label *label, size_t i)
{
	struct span piece = walk->pieces.v[i];
	walk->current = *label;
	walk->asked = false;
	for (size_t k = 0; k < label->n; k++)
		question_numbered(walk->reader, label->parts[k]);
	add_zone(walk, piece.start, piece.start + label->end, ZONE_QUESTION);
	take_question(walk, piece.start + label->end, piece.end);
}

/* A piece without a label: more of the question, or what stands under it. */
static void take_text(struct walk *walk, size_t i)
{
	struct slice s = piece_text(walk, i);
	bool under = walk->zone == ZONE_QUESTION && walk->answers && walk->asked && is_text(s) && !is_asking(s) &&
		     question_size(s) < s.n && !(walk->labelled && is_footnote(s));
	if (under)
		mark_answered(walk, &walk->current);
	if (under && !walk->labelled)
		walk->zone = ZONE_ANSWER;
	if (walk->zone == ZONE_QUESTION && walk->listed && !walk->answers && question_size(s) < s.n)
		walk->zone = ZONE_NONE; /* a notice goes on below the questions that it quotes */
	if (walk->zone == ZONE_QUESTION && !walk->asked && !walk->listed) {
		take_question(walk, walk->pieces.v[i].start, walk->pieces.v[i].end);
		return;
	}
	walk->asked |= walk->zone == ZONE_QUESTION;
	add_zone(walk, walk->pieces.v[i].start, walk->pieces.v[i].end, walk->zone);
}

/* Whether a piece not far behind has this number in a list and asks. */
static bool is_asked_later(const struct walk *walk, size_t i, int number)
{
	enum { FAR = 200 };
	for (size_t end = i + FAR; ++i < walk->pieces.n && i < end;)
		if (list_number(piece_text(walk, i)) == number && question_size(piece_text(walk, i)))
			return true;
	return false;
}

/* A number of a list: the next question, the questions once more, or an answer under its number. */
static bool take_listed(struct walk *walk, size_t i)
{
	struct slice s = piece_text(walk, i);
	int number = list_number(s);
	size_t size = number > 9 ? 4 : 3;
	if (number == 0)
		return false;
	bool asks = question_size(s) > 0;
	bool next = number == walk->last + 1 &&
		    (asks || (is_asking(slice_from(s, size)) && !is_asked_later(walk, i, number)));
	struct part_label label = {.end = size, .n = 1, .parts = {number}};
	if (next || (asks && number == 1 && walk->answers)) {
		walk->last = number;
		open_question(walk, &label, i);
		return true;
	}
	if (!asks && number <= walk->last && !question_numbered(walk->reader, number)->answered) {
		walk->current = label; /* the answers stand together, below the questions */
		mark_answered(walk, &label);
		walk->zone = ZONE_ANSWER;
	}
	return false;
}

static bool is_part(const struct walk *walk, int number)
{
	const struct questions *questions = &walk->reader->document->questions;
	for (size_t i = 0; i < questions->n; i++)
		if (questions->v[i].number == number)
			return true;
	return false;
}

/* "Beantwoording" above the answers, which then follow under their numbers. */
static bool heads_list(const struct walk *walk, size_t i)
{
	return walk->listed && walk->last > 1 && i + 1 < walk->pieces.n && list_number(piece_text(walk, i + 1)) == 1 &&
	       question_size(piece_text(walk, i + 1)) == 0;
}

static void take_piece(struct walk *walk, size_t i)
{
	struct slice s = piece_text(walk, i);
	struct part_label label;
	bool labelled = part_label_read(s, &label);
	if (labelled && !label.answers) {
		open_question(walk, &label, i);
		return;
	}
	if (!labelled && walk->listed && take_listed(walk, i))
		return;
	if (labelled || (walk->current.n && part_label_is_bare(s))) {
		bool known = labelled && (walk->current.n == 0 || is_part(walk, label.parts[0]));
		if (labelled || !heads_list(walk, i))
			mark_answered(walk, known ? &label : &walk->current);
		walk->zone = ZONE_ANSWER;
	} else if (slice_begins(s, "Mededeling")) {
		walk->zone = ZONE_ANSWER; /* of the one who is asked, but an answer to none */
	} else if (is_field(s) || is_closing(s)) {
		walk->zone = ZONE_NONE;
	}
	take_text(walk, i);
}

/* Several questions below each other and one text under the last: it answers them together. */
static void join_answers(const struct walk *walk)
{
	struct questions *questions = &walk->reader->document->questions;
	size_t answered = 0;
	for (size_t i = 0; i < questions->n; i++)
		answered += questions->v[i].answered;
	if (walk->labelled || questions->n < 3 || answered != 1 || !questions->v[questions->n - 1].answered)
		return;
	for (size_t i = 0; i < questions->n; i++)
		questions->v[i].answered = true;
}

/* Whether answers begin with a word and no number, "Antwoord:": every other one at least, so that a heading above all is none. */
static bool has_bare_answers(const struct walk *walk)
{
	size_t asked = 0, answered = 0;
	struct part_label label;
	for (size_t i = 0; i < walk->pieces.n; i++) {
		struct slice s = piece_text(walk, i);
		asked += (part_label_read(s, &label) && !label.answers) || (list_number(s) && question_size(s));
		answered += asked && part_label_is_bare(s);
	}
	return answered && answered * 2 >= asked;
}

void paper_question_parts_read(struct paper_reader *reader)
{
	struct walk walk = {.reader = reader, .zone = ZONE_NONE, .answers = reader->document->kind == DOC_ANSWER};
	find_pieces(reader, &walk.pieces);
	walk.listed = !paper_question_has_label(reader, false);
	walk.labelled = !walk.answers || paper_question_has_label(reader, true) || has_bare_answers(&walk);
	for (size_t i = 0; i < walk.pieces.n; i++)
		take_piece(&walk, i);
	join_answers(&walk);
}
