/* paper_motion_requests.c: what a motion asks, and by when. */
#include "core/paper_motion.h"

#include "core/party.h"

enum { LEAD_IN_MOST = 60, ADDRESS_MOST = 80, SIGNED_MOST = 60 };

static const struct {
	const char *words;
	const char *verb;
} verbs[] = {
	{"verzoekt", "verzoekt"},       {"verzoeken", "verzoekt"}, {"vraagt het college", "verzoekt"},
	{"vraagt de", "verzoekt"},      {"draagt", "draagt op"},   {"dragen", "draagt op"},
	{"roept", "roept op"},          {"roepen", "roept op"},    {"spreekt", "spreekt uit"},
	{"spreken uit", "spreekt uit"}, {"nodigt", "nodigt uit"},  {"zegt het vertrouwen", "zegt het vertrouwen op"},
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
		if (slice_is(paragraph, people->v[i].name) ||
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

static struct slice without_bullet(struct slice s)
{
	while (s.n && !((s.p[0] >= 'a' && s.p[0] <= 'z') || (s.p[0] >= 'A' && s.p[0] <= 'Z')) &&
	       (unsigned char)s.p[0] != 0xc3)
		s.p++, s.n--;
	if (s.n > 2 && s.p[0] == 'o' && s.p[1] == ' ')
		s = (struct slice){s.p + 2, s.n - 2};
	return slice_trim(s);
}

static const struct calendar *calendar_of(const struct paper_reader *reader)
{
	return reader->context->calendar && reader->document->body
		       ? reader->context->calendar(reader->context->user, reader->document->body)
		       : NULL;
}

/* A last day ("voor 1 oktober") binds whatever is asked; a period ("in Q3") only when the council is to hear of it, since it may belong to
 * the matter. */
static void read_moment(struct paper_reader *reader, struct slice quote, struct request *request)
{
	int date = reader->document->date;
	struct moment_context context = {.anchor = date, .calendar = calendar_of(reader)};
	struct moments moments = {0};
	moment_list(quote, &context, reader->arena, &moments);
	bool informs = slice_holds(quote, "raad") || slice_holds(quote, "kamer");
	for (size_t i = 0; i < moments.n; i++) {
		const struct moment *moment = &moments.v[i];
		if (moment->latest == DATE_NONE || moment->latest < date || (!informs && moment->edtf[0] != '.'))
			continue;
		request->moment = *moment;
		request->date_text =
			arena_text(reader->arena, (struct slice){quote.p + moment->start, moment->end - moment->start});
		return;
	}
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

/* Each bullet below a verb is one request; a bullet of a bullet ("o ...") belongs to the one above. */
void motion_requests_read(struct paper_reader *reader)
{
	const char *verb = NULL;
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		const char *next = motion_verb(paragraph);
		if (next) {
			verb = next;
			if (is_lead_in(paragraph))
				continue;
		} else if (verb && (is_end_of_requests(paragraph) || is_signature(reader, paragraph))) {
			verb = NULL;
		}
		if (!verb || slice_begins(paragraph, "o "))
			continue;
		size_t end = slice_find(paragraph, "en gaat over tot de orde");
		struct slice asked = {paragraph.p, end};
		add_request(reader, verb, next ? asked : without_bullet(asked));
		if (end < paragraph.n)
			verb = NULL;
	}
}
