/* paper_motion_requests.c: what a motion asks. */
#include "core/paper_motion.h"

#include "core/party.h"

enum { LEAD_IN_MOST = 60, ADDRESS_MOST = 80, SIGNED_MOST = 60 };

static const struct {
	const char *words;
	const char *verb;
} verbs[] = {
	{"verzoekt", "verzoekt"},
	{"verzoeken", "verzoekt"},
	{"vraagt het college", "verzoekt"},
	{"vraagt de", "verzoekt"},
	{"draagt", "draagt op"},
	{"dragen", "draagt op"},
	{"roept", "roept op"},
	{"roepen", "roept op"},
	{"spreekt", "spreekt uit"},
	{"spreken uit", "spreekt uit"},
	{"nodigen", "nodigt uit"},
	{"nodigt", "nodigt uit"},
	{"zegt het vertrouwen", "zegt het vertrouwen op"},
};

const char *motion_verb(struct slice paragraph)
{
	static const char *const before[] = {"en ", "voorts ", "tevens "};
	for (size_t i = 0; i < ARRAY_SIZE(before); i++)
		if (slice_begins(paragraph, before[i])) {
			size_t n = strlen(before[i]);
			paragraph = (struct slice){paragraph.p + n, paragraph.n - n};
		}
	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
		if (slice_begins(paragraph, verbs[i].words))
			return verbs[i].verb;
	return NULL;
}

static bool is_end_of_requests(struct slice paragraph)
{
	static const char *const ends[] = {"en gaat over",     "en gaan over",   "aldus ",        "toelichting",
					   "overwegende",      "constaterende",  "van mening",    "van oordeel",
					   "indiener",         "ingediend door", "ondertekening", "namens de frac",
					   "uitslag stemming", "besluit:",       "status:"};
	static const char *const whole[] = {"status", "het lid van de gemeenteraad", "de leden van de gemeenteraad"};
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (slice_begins(paragraph, ends[i]))
			return true;
	while (paragraph.n && strchr(",:.", paragraph.p[paragraph.n - 1]))
		paragraph.n--;
	for (size_t i = 0; i < ARRAY_SIZE(whole); i++)
		if (paragraph.n == strlen(whole[i]) && slice_begins(paragraph, whole[i]))
			return true;
	return false;
}

/* "J. de Boer, PvdA": a name and a party, and no sentence. */
static bool is_signed_line(struct slice paragraph)
{
	size_t party = party_suffix(paragraph), words = 0;
	if (party == 0 || paragraph.n > SIGNED_MOST || paragraph.p[0] < 'A' || paragraph.p[0] > 'Z')
		return false;
	for (size_t i = 0; i < paragraph.n - party; i++)
		words += paragraph.p[i] == ' ';
	return words <= 5;
}

/* Whether a paragraph is a name under the text: of who signed, or of a party. */
static bool is_signature(const struct paper_reader *reader, struct slice paragraph)
{
	const struct persons *people = &reader->document->people;
	for (size_t i = 0; i < people->n; i++)
		if ((people->v[i].name && slice_is(paragraph, people->v[i].name)) ||
		    (people->v[i].party && slice_is(paragraph, people->v[i].party)))
			return true;
	return paragraph.n && (party_prefix(paragraph) == paragraph.n || is_signed_line(paragraph));
}

/* "Verzoekt het college:", "Verzoekt de burgemeester,", "Verzoekt het college van burgemeester en wethouders": what is asked stands
 * below. */
static bool is_lead_in(struct slice paragraph)
{
	char last = paragraph.p[paragraph.n - 1];
	bool asks = slice_holds(paragraph, " te ") || slice_holds(paragraph, " dat ");
	if (last == ':' || (last == ',' && paragraph.n <= LEAD_IN_MOST && !asks))
		return true;
	static const char *const addressed[] = {"wethouders", "college", "gedeputeerde staten", "om", "op", "op om"};
	for (size_t i = 0; paragraph.n <= ADDRESS_MOST && i < ARRAY_SIZE(addressed); i++) {
		size_t n = strlen(addressed[i]);
		if (paragraph.n > n && paragraph.p[paragraph.n - n - 1] == ' ' &&
		    slice_begins((struct slice){paragraph.p + paragraph.n - n, n}, addressed[i]))
			return !asks;
	}
	return false;
}

/* "Zegt het vertrouwen in de wethouder op,": with nothing below it but the formula, a short paragraph is the request itself. */
static bool is_whole(const struct paper_reader *reader, size_t i)
{
	struct slice paragraph = paper_paragraph(reader, i);
	struct slice below = i + 1 < reader->paragraph_count ? paper_paragraph(reader, i + 1) : SLICE("");
	return paragraph.p[paragraph.n - 1] != ':' && slice_begins(below, "en gaat over tot de orde");
}

static struct slice without_bullet(struct slice s)
{
	while (s.n && !((s.p[0] >= 'a' && s.p[0] <= 'z') || (s.p[0] >= 'A' && s.p[0] <= 'Z')) &&
	       (unsigned char)s.p[0] != 0xc3)
		s.p++, s.n--;
	if (s.n > 2 && s.p[0] == 'o' && s.p[1] == ' ')
		s = (struct slice){s.p + 2, s.n - 2};
	return slice_trim(s);
}

static void read_moment(struct paper_reader *reader, struct slice quote, struct request *request)
{
	int date = reader->document->date;
	struct moment_context context = {.anchor = date, .calendar = paper_calendar(reader)};
	struct moments moments = {0};
	moment_list(quote, &context, reader->arena, &moments);
	const struct moment *moment = motion_moment(quote, &moments, date);
	if (!moment)
		return;
	request->moment = *moment;
	request->date_text =
		arena_text(reader->arena, (struct slice){quote.p + moment->start, moment->end - moment->start});
}

static void add_request(struct paper_reader *reader, const char *verb, struct slice quote)
{
	quote = slice_trim(quote);
	if (quote.n < 4)
		return;
	struct request *request = list_push(reader->arena, &reader->document->requests);
	*request = (struct request){
		.verb = verb, .quote = arena_text(reader->arena, quote), .raw = paper_raw(reader, quote)};
	request->moment = (struct moment){.earliest = DATE_NONE, .latest = DATE_NONE};
	read_moment(reader, quote, request);
}

/* ---- several requests in one paragraph ---- */

/* Whether a line of the paper ends with the byte before the blank at `at`: such a blank has the origin of what follows it. */
static bool ends_line(const struct text *text, const char *at)
{
	size_t i = (size_t)(at - text->body);
	if (i + 1 >= text->body_size)
		return false;
	struct span both = text_origin(text, (struct span){i, i + 2});
	return both.end - both.start == 1;
}

/* Where the first request of `s` ends: a clause ends with its line, and a capital begins the next. `apart`: the bullets were printed before
 * the text, so a full stop parts too. */
static size_t request_end(const struct paper_reader *reader, struct slice s, bool apart)
{
	for (size_t i = 1; i + 1 < s.n; i++) {
		bool capital = s.p[i + 1] >= 'A' && s.p[i + 1] <= 'Z';
		bool parts = s.p[i - 1] == ';' || (apart && s.p[i - 1] == '.');
		if (s.p[i] == ' ' && capital && parts && ends_line(&reader->document->text, s.p + i))
			return i;
	}
	return s.n;
}

/* Each has the verb that it begins with, or that of the one before: "Dragen ... op ...; Spreken uit dat ...". */
static const char *add_requests(struct paper_reader *reader, const char *verb, struct slice asked, bool apart)
{
	while (asked.n) {
		size_t end = request_end(reader, asked, apart);
		struct slice request = slice_trim((struct slice){asked.p, end});
		const char *own = motion_verb(request);
		verb = own ? own : verb;
		add_request(reader, verb, request);
		asked = slice_from(asked, end);
	}
	return verb;
}

/* ---- bullets ---- */

static bool is_bullet_of_bullet(struct slice paragraph)
{
	return slice_begins(paragraph, "o ");
}

/* A bullet without text: pdftotext may print those of a list before its items. */
static bool is_bare_bullet(struct slice paragraph)
{
	return paragraph.n > 0 && paragraph.n <= 3 && without_bullet(paragraph).n == 0;
}

/* "In elk geval over:" goes on in bullets of its own, and what they say belongs to its quote. `below` is emptied. */
static void append_below(struct paper_reader *reader, struct buf *below, struct span raw)
{
	struct requests *requests = &reader->document->requests;
	if (below->n == 0)
		return;
	struct request *request = &requests->v[requests->n - 1];
	request->quote = arena_printf(reader->arena, "%s%.*s", request->quote, (int)below->n, below->p);
	request->raw.end = raw.end;
	if (!request->date_text)
		read_moment(reader, slice_of(request->quote), request);
	below->n = 0;
}

/* What is read below a verb. */
struct asking {
	const char *verb;  /* NULL: nothing is asked */
	bool apart;        /* bare bullets were seen */
	bool above;        /* the last request may have bullets of its own */
	struct buf below;  /* these */
	struct span ended; /* where the last of them stands in raw */
};

static void read_asked(struct paper_reader *reader, struct asking *asking, struct slice asked, bool with_verb)
{
	bool inner = is_bullet_of_bullet(asked);
	size_t known = reader->document->requests.n;
	struct slice words = with_verb ? slice_trim(asked) : without_bullet(asked);
	if (inner && asking->above && words.n) {
		buf_add_text(&asking->below, " ");
		buf_add(&asking->below, words.p, words.n);
		asking->ended = paper_raw(reader, words);
		return;
	}
	append_below(reader, &asking->below, asking->ended);
	asking->verb = add_requests(reader, asking->verb, words, asking->apart);
	asking->above |= reader->document->requests.n > known && !inner;
}

/* Each bullet below a verb is one request; a bullet of a bullet ("o ...") belongs to the one above. */
void motion_requests_read(struct paper_reader *reader)
{
	struct asking asking = {0};
	buf_init(&asking.below);
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		const char *verb = motion_verb(paragraph);
		if (verb) {
			asking.verb = verb;
			asking.apart = asking.above = false;
			if (is_lead_in(paragraph) && !is_whole(reader, i))
				continue;
		} else if (asking.verb && (is_end_of_requests(paragraph) || is_signature(reader, paragraph))) {
			asking.verb = NULL;
		}
		if (!asking.verb)
			continue;
		asking.apart |= is_bare_bullet(paragraph);
		size_t end = slice_find(paragraph, "en gaat over tot de orde");
		read_asked(reader, &asking, (struct slice){paragraph.p, end}, verb != NULL);
		if (end < paragraph.n)
			asking.verb = NULL;
	}
	append_below(reader, &asking.below, asking.ended);
	buf_release(&asking.below);
}
