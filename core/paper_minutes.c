/* paper_minutes.c: minutes and reports of debates: who speaks decides what a sentence can be.
 *
 * A speech begins with its speaker (paper_speech.c), a point of the agenda with its number or title (paper_agenda.c). A member wishes, a
 * member of the executive undertakes; the chair does neither, but reads the list of promises, which as a paper of its own holds no
 * speeches. What is promised becomes a commitment of its own (paper_commitments.c).
 */
#include "core/paper_minutes.h"
#include "core/paper_list.h"

enum { HEAD_LINES = 20 };

bool paper_minutes_is(const struct paper_reader *reader, enum document_kind *kind)
{
	static const char *const heads[] = {"notulen", "verslag van een ", "vergadering gemeenteraad", "handelingen"};
	size_t n = reader->document->text.lines.n < HEAD_LINES ? reader->document->text.lines.n : HEAD_LINES;
	bool head = false, chair = false;
	for (size_t i = 0; i < n; i++) {
		struct slice line = paper_line(reader, i);
		for (size_t k = 0; k < ARRAY_SIZE(heads); k++)
			head |= slice_begins(line, heads[k]);
		head |= slice_begins(line, "gehouden op");
		chair |= slice_begins(line, "voorzitter:");
	}
	static const char *const lists[] = {"toezeggingenlijst",         "lijst van toezeggingen",
					    "lijst toezeggingen",        "lijst met toezeggingen",
					    "overzicht toezeggingen",    "overzicht van toezeggingen",
					    "termijnlijst toezeggingen", "openstaande toezeggingen",
					    "actielijst toezeggingen",   "stand van zaken toezeggingen"};
	bool list = false;
	for (size_t k = 0; k < ARRAY_SIZE(lists); k++)
		list |= paper_find_line(reader, 0, 6, lists[k], NULL);
	if (!list && !(head && chair))
		return false;
	*kind = list ? DOC_PROMISE_LIST : DOC_MINUTES;
	return true;
}

/* "Voorzitter: de burgemeester, mr. A.B. van der Linde": the surname of the mayor who is in the chair; while another is, he speaks for the
 * executive under that name. Empty when the head names none. */
static const char *mayor_of(const struct paper_reader *reader)
{
	size_t at;
	if (!paper_find_line(reader, 0, HEAD_LINES, "Voorzitter:", &at))
		return "";
	struct slice line = paper_line(reader, at);
	if (!slice_holds(line, "burgemeester"))
		return "";
	size_t start = line.n;
	while (start && line.p[start - 1] != '.' && line.p[start - 1] != ',')
		start--;
	return paper_copy(reader, slice_from(line, start));
}

/* Where a speech may begin, or a point of the agenda: on a line of its own, with a capital or a number, behind what is finished. `*place`
 * gets its place in the body. */
static bool may_open(const struct text *text, size_t line, size_t *place)
{
	const struct line *this = &text->lines.v[line];
	char first = text->raw.p[this->start];
	if (this->furniture || (!is_upper(first) && !is_digit(first) && (unsigned char)first < 0xc3))
		return false;
	size_t at = *place = text_place(text, this->start);
	if (at >= text->body_size || text->body[at] != first ||
	    text_origin(text, (struct span){at, at + 1}).start != this->start)
		return false;
	return at == 0 || text->body[at - 1] == '\n' || this->gap || (at > 1 && strchr(".!?:)", text->body[at - 2]));
}

/* "- De minister stuurt ...", "1. De wethouder ...": an item of the list that the chair reads. */
static bool is_item(struct slice text)
{
	size_t digits = 0;
	while (digits < text.n && digits < 3 && is_digit(text.p[digits]))
		digits++;
	if (digits)
		return digits + 1 < text.n && strchr(".)", text.p[digits]) && text.p[digits + 1] == ' ';
	return slice_begins(text, "- ") || slice_begins(text, "\xe2\x80\xa2 ") || slice_begins(text, "\xe2\x80\x93 ") ||
	       slice_begins(text, "\xe2\x97\x8f ");
}

/* Who speaks of what while the minutes are gone through. */
struct floor {
	enum zone_kind zone;
	struct voice voice;
	size_t since; /* where it began */
	bool chair;
	bool lists;  /* the chair has come to the promises */
	size_t item; /* the zone of the last of them, counted from 1; 0 while none can be taken back */
};

/* Another begins to speak at `at`; `mark` bytes say who, and belong to nobody's words. */
static void begin_zone(const struct paper_reader *reader, struct floor *floor, size_t at, size_t mark,
		       enum zone_kind zone, struct voice voice)
{
	struct zones *zones = &reader->document->zones;
	if (floor->since < at) {
		struct voice *said = arena_alloc(reader->arena, sizeof *said);
		*said = floor->voice;
		*list_push(reader->arena, zones) = (struct zone){{floor->since, at}, floor->zone, said};
		floor->item = floor->zone == ZONE_LISTED ? zones->n : floor->item;
	}
	floor->zone = zone;
	floor->voice = voice;
	floor->since = at + mark;
}

/* "Dan is het geen toezegging": the last item that was read is taken back. */
static bool is_taken_back(struct slice words)
{
	static const char *const back[] = {"geen toezegging", "toezegging vervalt",  "deze vervalt",
					   "die vervalt",     "komt te vervallen",   "kan vervallen",
					   "schrappen we",    "schrap ik",           "van de lijst af",
					   "die strepen we",  "toezegging vervallen"};
	return slice_holds_any(words, back, ARRAY_SIZE(back));
}

/* A line while the chair speaks: at the end of a debate the promises are read out, each an item of its own. */
static void read_chair(const struct paper_reader *reader, struct floor *floor, size_t line, size_t at)
{
	const struct text *text = &reader->document->text;
	struct slice words = paper_line(reader, line);
	floor->lists |= slice_holds(words, "toezegging");
	bool own_line = at > 0 && at < text->body_size && text->body[at - 1] == '\n';
	bool item = floor->lists && own_line && is_item((struct slice){text->body + at, text->body_size - at});
	struct voice voice = {.agenda = floor->voice.agenda};
	if (item || (own_line && floor->zone != ZONE_NONE)) /* each item is a zone of its own: it may be taken back */
		begin_zone(reader, floor, at, 0, item ? ZONE_LISTED : ZONE_NONE, voice);
	if (item) {
		floor->item = 0;
	} else if (floor->lists && floor->item && is_taken_back(words)) {
		reader->document->zones.v[floor->item - 1].kind = ZONE_NONE;
		floor->item = 0;
	}
}

/* A line on which a point of the agenda or a speech may begin. */
static void read_opening(const struct paper_reader *reader, struct floor *floor, size_t line, size_t at,
			 const struct speech_form *form)
{
	const struct text *text = &reader->document->text;
	struct agenda *point = arena_alloc(reader->arena, sizeof *point);
	struct speech speech;
	struct voice voice = {.agenda = floor->voice.agenda};
	if (paper_speech_opens(reader, (struct slice){text->body + at, text->body_size - at}, form, &speech)) {
		floor->chair = speech.chair;
		voice.office = speech.office;
		voice.speaker = speech.speaker;
		begin_zone(reader, floor, at, speech.size, speech.zone, voice);
	} else if (!(floor->chair && floor->lists) && paper_agenda_opens(reader, line, point)) {
		floor->chair = floor->lists = false;
		begin_zone(reader, floor, at, 0, ZONE_NONE, (struct voice){.agenda = point});
	}
}

/* Minutes in which nobody is marked as beginning to speak report what was said. */
static struct speech_form form_of(const struct paper_reader *reader)
{
	const struct text *text = &reader->document->text;
	struct speech_form form = {mayor_of(reader), false};
	struct speech speech;
	for (size_t i = 0; i < text->lines.n; i++) {
		size_t at;
		if (!may_open(text, i, &at))
			continue;
		struct slice words = {text->body + at, text->body_size - at};
		if (paper_speech_opens(reader, words, &form, &speech) && !speech.chair)
			return form;
	}
	form.reported = true;
	return form;
}

/* Speeches follow one another by the line, since papers leave no blank between them. */
static void read_speeches(const struct paper_reader *reader)
{
	const struct text *text = &reader->document->text;
	struct floor floor = {.zone = ZONE_NONE};
	struct agenda *whole = arena_alloc(reader->arena, sizeof *whole);
	const struct speech_form form = form_of(reader);
	if (paper_agenda_of_head(reader, whole))
		floor.voice.agenda = whole;
	for (size_t i = 0; i < text->lines.n; i++) {
		size_t at;
		if (may_open(text, i, &at))
			read_opening(reader, &floor, i, at, &form);
		if (floor.chair)
			read_chair(reader, &floor, i, text_place(text, text->lines.v[i].start));
	}
	begin_zone(reader, &floor, text->body_size, 0, ZONE_NONE, floor.voice);
	paper_recalled_find(reader);
}

/* "Vergadering" and whose: the second line, unless it says when. */
static const char *read_title(const struct paper_reader *reader)
{
	struct slice first = paper_line(reader, 0), second = paper_line(reader, 1);
	if (first.n > 40 || second.n > 60 || slice_begins(second, "gehouden") || strchr("(0123456789", second.p[0]))
		return paper_copy(reader, first);
	return arena_printf(reader->arena, "%.*s %.*s", (int)first.n, first.p, (int)second.n, second.p);
}

void paper_minutes_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	for (size_t i = 0; i < HEAD_LINES && document->date == DATE_NONE; i++)
		document->date = paper_day(reader, paper_line(reader, i), NULL);
	document->title = read_title(reader);
	if (document->kind == DOC_PROMISE_LIST && paper_list_read(reader))
		return; /* its rows are items, as those of a decision list are */
	struct mention *mention = paper_add_mention(reader, ITEM_OTHER);
	mention->own_paper = true;
	mention->title = document->title;
	mention->meeting = document->date;
	if (document->kind == DOC_MINUTES)
		read_speeches(reader);
}
