/* paper_minutes.c: minutes and reports of debates: who speaks decides what a sentence can be.
 *
 * A speech begins with its speaker: "Rita Verdonk (Hart voor Den Haag).", "Wethouder Barker.", "De voorzitter.", and in the Kamer with a
 * colon. A member wishes, a member of the executive undertakes; the chair does neither, but reads the list of promises, which as a
 * paper of its own holds no speeches.
 */
#include "core/paper.h"

#include "core/party.h"

enum { HEAD_LINES = 20, SPEAKER_MOST = 80 };

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
	bool list = paper_find_line(reader, 0, 6, "toezeggingenlijst", NULL) ||
		    paper_find_line(reader, 0, 6, "lijst van toezeggingen", NULL) ||
		    paper_find_line(reader, 0, 6, "overzicht toezeggingen", NULL);
	if (!list && !(head && chair))
		return false;
	*kind = list ? DOC_PROMISE_LIST : DOC_MINUTES;
	return true;
}

static bool is_chair(struct slice text)
{
	return slice_begins(text, "de voorzitter");
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
	return paper_copy(reader, (struct slice){line.p + start, line.n - start});
}

struct voice {
	enum zone_kind zone;
	const char *office; /* of the executive; NULL */
};

/* The voice that a speech opens here; false when nobody is named who begins to speak. */
static bool opens_speech(struct slice text, const char *mayor, struct voice *out)
{
	static const struct {
		const char *words;
		const char *office;
	} executives[] = {{"wethouder ", "wethouder"},       {"de wethouder", "wethouder"},
			  {"minister ", "minister"},         {"staatssecretaris ", "staatssecretaris"},
			  {"burgemeester ", "burgemeester"}, {"de burgemeester", "burgemeester"},
			  {"gedeputeerde ", "gedeputeerde"}, {"de gedeputeerde", "gedeputeerde"}};
	size_t end = 0;
	while (end < text.n && end < SPEAKER_MOST && text.p[end] != ':' && !(text.p[end] == '.' && end > 5))
		end++;
	if (end == SPEAKER_MOST || end == text.n || (end + 1 < text.n && !strchr(" \n", text.p[end + 1])))
		return false;
	struct slice speaker = {text.p, end};
	*out = (struct voice){ZONE_NONE, NULL};
	if (is_chair(speaker))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(executives); i++)
		if (slice_begins(speaker, executives[i].words)) {
			*out = (struct voice){ZONE_EXECUTIVE, executives[i].office};
			return true;
		}
	const char *open = memchr(speaker.p, '(', speaker.n);
	bool named = slice_begins(speaker, "de heer ") || slice_begins(speaker, "mevrouw ");
	bool is_mayor = named && *mayor && slice_ends(speaker, mayor);
	*out = is_mayor ? (struct voice){ZONE_EXECUTIVE, "burgemeester"} : (struct voice){ZONE_MEMBER, NULL};
	return named || (open && speaker.p[speaker.n - 1] == ')');
}

/* Where a speech may begin: on a line of its own, with a capital, behind what is finished. */
static bool may_open(const struct text *text, size_t line, size_t at)
{
	const struct line *this = &text->lines.v[line];
	if (this->furniture || at >= text->body_size)
		return false;
	unsigned char first = (unsigned char)text->body[at];
	if (!(first >= 'A' && first <= 'Z') && first < 0xc3)
		return false;
	if (text_origin(text, (struct span){at, at + 1}).start != this->start)
		return false;
	return at == 0 || text->body[at - 1] == '\n' || this->gap || (at > 1 && strchr(".!?:)", text->body[at - 2]));
}

static void add_zone(const struct paper_reader *reader, size_t start, size_t end, struct voice voice)
{
	if (start < end)
		*list_push(reader->arena, &reader->document->zones) =
			(struct zone){{start, end}, voice.zone, voice.office};
}

/* "- De minister stuurt ...", "1. De wethouder ...": an item of the list that the chair reads. */
static bool is_item(struct slice text)
{
	size_t digits = 0;
	while (digits < text.n && digits < 3 && text.p[digits] >= '0' && text.p[digits] <= '9')
		digits++;
	if (digits)
		return digits + 1 < text.n && strchr(".)", text.p[digits]) && text.p[digits + 1] == ' ';
	return slice_begins(text, "- ") || slice_begins(text, "\xe2\x80\xa2 ") || slice_begins(text, "\xe2\x80\x93 ") ||
	       slice_begins(text, "\xe2\x97\x8f ");
}

/* Who speaks while the minutes are gone through. */
struct floor {
	struct voice voice;
	size_t since; /* where it began */
	bool chair;
	bool lists; /* the chair has come to the promises */
};

static void begin_zone(const struct paper_reader *reader, struct floor *floor, size_t at, struct voice next)
{
	add_zone(reader, floor->since, at, floor->voice);
	floor->voice = next;
	floor->since = at;
}

/* "Dan is het geen toezegging": the last item that was read is taken back. */
static void take_back(struct document *document)
{
	for (size_t i = document->zones.n; i-- > 0;)
		if (document->zones.v[i].kind == ZONE_PLAIN) {
			document->zones.v[i].kind = ZONE_NONE;
			return;
		}
}

/* A line while the chair speaks: at the end of a debate the promises are read out, each an item of its own. */
static void read_chair(const struct paper_reader *reader, struct floor *floor, size_t line, size_t at)
{
	const struct text *text = &reader->document->text;
	struct slice words = paper_line(reader, line);
	floor->lists |= slice_holds(words, "toezegging");
	if (floor->lists && slice_holds(words, "geen toezegging"))
		take_back(reader->document);
	if (at == 0 || at >= text->body_size || text->body[at - 1] != '\n')
		return;
	bool item = floor->lists && is_item((struct slice){text->body + at, text->body_size - at});
	if (item || floor->voice.zone != ZONE_NONE) /* each item is a zone of its own: it may be taken back */
		begin_zone(reader, floor, at, (struct voice){item ? ZONE_PLAIN : ZONE_NONE, NULL});
}

/* Speeches follow one another by the line, since papers leave no blank between them. */
static void read_speeches(const struct paper_reader *reader)
{
	const struct text *text = &reader->document->text;
	struct floor floor = {.voice = {ZONE_NONE, NULL}};
	const char *mayor = mayor_of(reader);
	for (size_t i = 0; i < text->lines.n; i++) {
		size_t at = text_place(text, text->lines.v[i].start);
		struct slice speech = {text->body + at, text->body_size - at};
		struct voice next;
		if (may_open(text, i, at) && opens_speech(speech, mayor, &next)) {
			floor.chair = is_chair(speech);
			if (next.zone != floor.voice.zone || next.office != floor.voice.office)
				begin_zone(reader, &floor, at, next);
		}
		if (floor.chair)
			read_chair(reader, &floor, i, at);
	}
	add_zone(reader, floor.since, text->body_size, floor.voice);
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
	if (document->kind == DOC_MINUTES)
		read_speeches(reader);
	struct mention *mention = paper_add_mention(reader, ITEM_OTHER);
	mention->own_paper = true;
	mention->takes_promises = true;
	mention->title = document->title;
	mention->meeting = document->date;
}
