/* paper_minutes.c: minutes and reports of debates: who speaks decides what a sentence can be.
 *
 * A speech begins with its speaker (paper_speech.c), a point of the agenda with its number or title (paper_agenda.c). A member wishes, a
 * member of the executive undertakes; the chair does neither, but reads the list of promises, which as a paper of its own holds no
 * speeches. What is promised becomes a commitment of its own (paper_commitments.c).
 */
#include "core/paper_minutes.h"
#include "core/paper_list.h"

enum { HEAD_LINES = 20, TITLE_LINES = 6, TITLE_MOST = 100 };

/* ---- recognition ---- */

static bool begins_any(struct slice s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_begins(s, words[i]))
			return true;
	return false;
}

/* "Raadsnotulen gemeente ...", "Beknopt verslag van de vergadering van ...": the line that says what the paper is. */
static bool is_head(struct slice line)
{
	static const char *const minutes[] = {
		"notulen",         "raadsnotulen",     "statennotulen",   "conceptnotulen",  "concept-notulen",
		"concept notulen", "ontwerpnotulen",   "handelingen",     "gehouden op",     "vergadering gemeenteraad",
		"raadsverslag",    "commissieverslag", "vergaderverslag", "verslag van een "};
	static const char *const reports[] = {"verslag",
					      "conceptverslag",
					      "concept-verslag",
					      "concept verslag",
					      "kort verslag",
					      "beknopt verslag",
					      "ontwerpverslag",
					      "samenvattend verslag",
					      "woordelijk verslag",
					      "stenografisch verslag"};
	static const char *const meetings[] = {"vergadering", "commissie", "raad",   "overleg",
					       "debat",       "staten",    "bestuur"};
	return begins_any(line, minutes, ARRAY_SIZE(minutes)) ||
	       (begins_any(line, reports, ARRAY_SIZE(reports)) &&
		slice_holds_any(line, meetings, ARRAY_SIZE(meetings)));
}

static bool is_list(const struct paper_reader *reader)
{
	static const char *const lists[] = {"toezeggingenlijst",         "lijst van toezeggingen",
					    "lijst toezeggingen",        "lijst met toezeggingen",
					    "overzicht toezeggingen",    "overzicht van toezeggingen",
					    "termijnlijst toezeggingen", "openstaande toezeggingen",
					    "actielijst toezeggingen",   "stand van zaken toezeggingen"};
	static const char *const kinds[] = {"lijst", "register", "overzicht"};
	struct list_rows rows = {0};
	bool jumbled, named = false;
	for (size_t k = 0; k < ARRAY_SIZE(lists); k++)
		if (paper_find_line(reader, 0, TITLE_LINES, lists[k], NULL))
			return true;
	for (size_t i = 0; i < TITLE_LINES && i < reader->document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i); /* "ACTIELIJST / TOEZEGGINGEN" */
		bool title = line.n <= TITLE_MOST && !memchr(line.p, ':', line.n) && line.p[line.n - 1] != '.';
		named |= title && slice_holds(line, "toezegging") && slice_holds_any(line, kinds, ARRAY_SIZE(kinds));
	}
	return paper_list_is_headed(reader) || (named && paper_list_rows(reader, &rows, &jumbled));
}

bool paper_minutes_is(const struct paper_reader *reader, enum document_kind *kind)
{
	size_t n = reader->document->text.lines.n < HEAD_LINES ? reader->document->text.lines.n : HEAD_LINES;
	bool head = false, chair = false, list = is_list(reader);
	for (size_t i = 0; i < n; i++) {
		head |= is_head(paper_line(reader, i));
		chair |= slice_begins(paper_line(reader, i), "voorzitter:");
	}
	if (head && !chair && !list) { /* nobody is said to have the chair: somebody must speak */
		struct speakers speakers = paper_speakers(reader, true);
		chair = speakers.executives || speakers.members;
	}
	if (!list && !(head && chair))
		return false;
	*kind = list ? DOC_PROMISE_LIST : DOC_MINUTES;
	return true;
}

bool paper_minutes_is_debate(const struct paper_reader *reader)
{
	struct speakers speakers = paper_speakers(reader, false);
	return speakers.executives && (speakers.members || speakers.chairs);
}

/* ---- who speaks ---- */

/* "Voorzitter: de burgemeester, mr. A.B. van der Linde", "Voorzitter: de heer M. Polak, burgemeester": the surname of the mayor who is in the
 * chair; while another is, he speaks for the executive under that name. Empty when the head names none. */
static const char *mayor_of(const struct paper_reader *reader)
{
	static const char label[] = "Voorzitter:", office[] = "burgemeester";
	size_t line;
	if (!paper_find_line(reader, 0, HEAD_LINES, label, &line))
		return "";
	struct slice all = slice_trim(slice_from(paper_line(reader, line), strlen(label)));
	size_t at = slice_find(all, office);
	if (at == all.n)
		return "";
	struct slice name = memchr(all.p, ',', at) ? (struct slice){all.p, at} : slice_from(all, at + strlen(office));
	while (name.n && strchr(", ", name.p[name.n - 1]))
		name.n--;
	size_t start = name.n;
	while (start && name.p[start - 1] != '.' && name.p[start - 1] != ',')
		start--;
	name = slice_trim(slice_from(name, start));
	for (const char *const *word = (const char *const[]){"de heer ", "mevrouw ", NULL}; *word; word++)
		name = slice_begins(name, *word) ? slice_from(name, strlen(*word)) : name;
	return paper_copy(reader, name);
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

/* "Toezegging: ...", "Toezegging wethouder Barker: ...", "Toezeggingen" above a list: what the clerk notes. */
static bool is_note(struct slice line)
{
	static const char word[] = "toezegging";
	enum { LABEL_MOST = 60 };
	if (!slice_begins(line, word))
		return false;
	size_t n = strlen(word);
	n += slice_begins(slice_from(line, n), "en") ? 2 : 0;
	return n == line.n || memchr(line.p + n, ':', line.n - n < LABEL_MOST ? line.n - n : LABEL_MOST);
}

/* Who speaks of what while the minutes are gone through. */
struct floor {
	struct turn turn;   /* its body ends where the next begins */
	struct voice spoke; /* of the executive, last */
	bool noted;         /* the clerk's notes are being read */
	bool lists;         /* the chair has come to the promises */
	size_t item;        /* the zone of the last of them, counted from 1; 0 while none can be taken back */
};

/* Another begins to speak at `at`; `mark` bytes say who, and belong to nobody's words. */
static void begin_turn(const struct paper_reader *reader, struct floor *floor, size_t at, size_t mark,
		       const struct turn *next)
{
	struct zones *zones = &reader->document->zones;
	struct turn *turn = &floor->turn;
	turn->body.end = at;
	if (turn->body.start < at) {
		paper_turn_add(reader, turn);
		floor->item = turn->zone == ZONE_LISTED ? zones->n : floor->item;
	}
	*turn = *next;
	floor->noted = false;
	turn->body.start = at + mark;
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
	struct turn next = floor->turn;
	next.voice = (struct voice){.agenda = floor->turn.voice.agenda};
	next.zone = item ? ZONE_LISTED : ZONE_NONE;
	if (item ||
	    (own_line && floor->turn.zone != ZONE_NONE)) /* each item is a zone of its own: it may be taken back */
		begin_turn(reader, floor, at, 0, &next);
	if (item) {
		floor->item = 0;
	} else if (floor->lists && floor->item && is_taken_back(words)) {
		reader->document->zones.v[floor->item - 1].kind = ZONE_NONE;
		floor->item = 0;
	}
}

/* While the chair reads the list, "1. De minister stuurt ..." is an item of it, and no point of the agenda. */
static bool is_listed_item(const struct paper_reader *reader, const struct floor *floor, size_t line)
{
	static const char *const holders[] = {"minister",     "staatssecretaris", "wethouder", "burgemeester",
					      "gedeputeerde", "college",          "bestuur",   "portefeuillehouder"};
	return floor->turn.chair && floor->lists &&
	       slice_holds_any(paper_line(reader, line), holders, ARRAY_SIZE(holders));
}

/* A line on which a point of the agenda or a speech may begin. */
static void read_opening(const struct paper_reader *reader, struct floor *floor, size_t line, size_t at,
			 const struct speech_form *form)
{
	const struct text *text = &reader->document->text;
	struct agenda *point = arena_alloc(reader->arena, sizeof *point);
	struct speech speech;
	if (paper_speech_opens(reader, (struct slice){text->body + at, text->body_size - at}, form, &speech)) {
		struct voice voice = {
			.office = speech.office, .speaker = speech.speaker, .agenda = floor->turn.voice.agenda};
		struct turn next = {
			.zone = speech.zone, .voice = voice, .chair = speech.chair, .told = speech.size == 0};
		next.mayor = form->mayor;
		if (next.told && speech.office && !speech.speaker && floor->spoke.office &&
		    strcmp(floor->spoke.office, speech.office) == 0)
			next.voice.speaker = floor->spoke.speaker; /* "De wethouder antwoordt": who spoke last */
		floor->spoke = speech.office ? next.voice : floor->spoke;
		begin_turn(reader, floor, at, speech.size, &next);
	} else if (!floor->turn.chair && is_note(paper_line(reader, line))) {
		struct turn next = {.zone = ZONE_LISTED, .voice = {.agenda = floor->turn.voice.agenda}};
		begin_turn(reader, floor, at, 0, &next);
		floor->noted = true;
	} else if (!is_listed_item(reader, floor, line) && paper_agenda_opens(reader, line, point)) {
		floor->lists = false;
		floor->spoke = (struct voice){0};
		begin_turn(reader, floor, at, 0, &(struct turn){.zone = ZONE_NONE, .voice = {.agenda = point}});
	} else if (floor->noted && text->lines.v[line].gap && !is_item(paper_line(reader, line))) {
		struct turn next = {.zone = ZONE_NONE, .voice = {.agenda = floor->turn.voice.agenda}};
		begin_turn(reader, floor, at, 0, &next);
	}
}

/* Minutes in which nobody is marked as beginning to speak report what was said. */
static struct speech_form form_of(const struct paper_reader *reader)
{
	struct speakers marked = paper_speakers(reader, false);
	return (struct speech_form){mayor_of(reader), !marked.executives && !marked.members};
}

/* Speeches follow one another by the line, since papers leave no blank between them. */
static void read_speeches(const struct paper_reader *reader)
{
	const struct text *text = &reader->document->text;
	struct floor floor = {.turn = {.zone = ZONE_NONE}};
	struct agenda *whole = arena_alloc(reader->arena, sizeof *whole);
	const struct speech_form form = form_of(reader);
	if (paper_agenda_of_head(reader, whole))
		floor.turn.voice.agenda = whole;
	for (size_t i = 0; i < text->lines.n; i++) {
		size_t at;
		if (paper_speech_may_open(text, i, &at))
			read_opening(reader, &floor, i, at, &form);
		if (floor.turn.chair)
			read_chair(reader, &floor, i, text_place(text, text->lines.v[i].start));
	}
	begin_turn(reader, &floor, text->body_size, 0, &(struct turn){.zone = ZONE_NONE});
	paper_recalled_find(reader);
}

/* What members and the chair say in a paper that is none of minutes, each to the end of a paragraph, in order. */
static void find_voices(const struct paper_reader *reader, struct zones *out)
{
	const struct text *text = &reader->document->text;
	const struct speech_form form = {"", false};
	for (size_t i = 0; i < text->lines.n; i++) {
		size_t at, end;
		struct speech speech;
		if (!paper_speech_may_open(text, i, &at))
			continue;
		struct slice words = {text->body + at, text->body_size - at};
		bool speaks = paper_speech_opens(reader, words, &form, &speech);
		struct zone *last = out->n ? &out->v[out->n - 1] : NULL;
		if (last && last->body.end > at && (speaks || is_note(paper_line(reader, i))))
			last->body.end = at; /* in one paragraph */
		if (!speaks || speech.zone == ZONE_EXECUTIVE)
			continue;
		const char *newline = memchr(words.p, '\n', words.n);
		end = newline ? (size_t)(newline - text->body) : text->body_size;
		*list_push(reader->arena, out) = (struct zone){{at, end}, speech.zone, NULL};
	}
}

static void push_zone(const struct paper_reader *reader, struct zones *out, struct span body, const struct zone *of)
{
	if (body.start < body.end)
		*list_push(reader->arena, out) = (struct zone){body, of->kind, of->voice};
}

void paper_minutes_voices(struct paper_reader *reader)
{
	const struct zones known = reader->document->zones;
	struct speakers speakers = paper_speakers(reader, false);
	size_t others = speakers.members + speakers.chairs, next = 0;
	struct zones voices = {0}, out = {0};
	if (others == 0 || others + speakers.executives < 2)
		return;
	find_voices(reader, &voices);
	for (size_t i = 0; i < known.n; i++) {
		const struct zone *zone = &known.v[i];
		bool parted =
			zone->kind == ZONE_PLAIN || zone->kind == ZONE_ANSWER; /* in others the author does not speak */
		size_t from = zone->body.start;
		for (; next < voices.n && voices.v[next].body.start < zone->body.end; next++) {
			struct span voice = voices.v[next].body;
			if (voice.start < zone->body.start) {
				voice.end = voice.end < from ? voice.end : from;
				push_zone(reader, &out, voice, &voices.v[next]);
			} else if (parted && voice.start >= from) {
				voice.end = voice.end < zone->body.end ? voice.end : zone->body.end;
				push_zone(reader, &out, (struct span){from, voice.start}, zone);
				push_zone(reader, &out, voice, &voices.v[next]);
				from = voice.end;
			}
		}
		push_zone(reader, &out, (struct span){from, zone->body.end}, zone);
	}
	for (; next < voices.n; next++)
		push_zone(reader, &out, voices.v[next].body, &voices.v[next]);
	reader->document->zones = out;
}

/* "Vergadering" and whose: the second line, unless it says when. Below the name of the council, the line that says what the paper is. */
static const char *read_title(const struct paper_reader *reader)
{
	static const char *const names[] = {"notulen", "verslag"};
	for (size_t i = 0; i < TITLE_LINES && i < reader->document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		if (is_head(line) && slice_holds_any(line, names, ARRAY_SIZE(names)) && i > 0)
			return paper_copy(reader, line);
		if (is_head(line))
			break;
	}
	struct slice first = paper_line(reader, 0), second = paper_line(reader, 1);
	static const char *const marks[] = {";",          "|",         "\t",
					    "bijgewerkt", "peildatum", "stand "}; /* headings of a table, its day */
	if (first.n > 40 || slice_holds_any(second, marks, ARRAY_SIZE(marks)) || second.n > 60 ||
	    slice_begins(second, "gehouden") || strchr("(0123456789", second.p[0]))
		return paper_copy(reader, first);
	return arena_printf(reader->arena, "%.*s %.*s", (int)first.n, first.p, (int)second.n, second.p);
}

void paper_minutes_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	document->title = read_title(reader);
	if (document->kind == DOC_PROMISE_LIST && paper_list_read(reader))
		return; /* its rows are items, as those of a decision list are */
	for (size_t i = 0; i < HEAD_LINES && document->date == DATE_NONE; i++)
		document->date = paper_day(reader, paper_line(reader, i), NULL);
	struct mention *mention = paper_add_mention(reader, ITEM_OTHER);
	mention->own_paper = true;
	mention->title = document->title;
	mention->meeting = document->date;
	if (document->kind == DOC_MINUTES)
		read_speeches(reader);
}
