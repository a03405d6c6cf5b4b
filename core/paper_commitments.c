/* paper_commitments.c: what was promised in a meeting, each a commitment with a life of its own.
 *
 * A debate is no item that could be settled; each promise in it is. Its title says who said it at which point of the agenda, and the words:
 * so it keeps its name when the minutes are read again, and the same minutes as text and as PDF give the same commitments.
 */
#include "core/contact.h"
#include "core/paper_minutes.h"

enum { WORDS_MOST = 70, SUBJECT_MOST = 60 };

/* The one member of the executive who speaks in the minutes under an office; NULL when there are several, or none is named. */
static const char *only_speaker(const struct document *document, const char *office)
{
	const char *found = NULL;
	for (size_t i = 0; i < document->zones.n; i++) {
		const struct voice *voice = document->zones.v[i].voice;
		if (!voice || !voice->speaker || !voice->office || strcmp(voice->office, office) != 0)
			continue;
		if (found && strcmp(found, voice->speaker) != 0)
			return NULL;
		found = voice->speaker;
	}
	return found;
}

/* "Wethouder Barker zegt toe ...": whom the words name, whoever says them. "De minister stuurt ...", read out by the chair: the minister who
 * took part, when there was one. */
static void name_speakers(const struct paper_reader *reader)
{
	struct document *document = reader->document;
	for (size_t i = 0; i < document->promises.n; i++) {
		struct promise *p = &document->promises.v[i];
		const char *office = NULL;
		const char *named = p->named ? paper_speech_named(reader, slice_of(p->quote), &office) : NULL;
		if (named && strcmp(office, p->promisor) == 0)
			p->speaker = named;
		if (p->listed && !p->speaker)
			p->speaker = only_speaker(document, p->promisor);
	}
}

/* The first words of a text of more than `most` bytes, cut between two. */
static const char *first_words(const struct paper_reader *reader, const char *text, size_t most)
{
	size_t n = strlen(text);
	if (n <= most)
		return text;
	n = most;
	while (n > most / 2 && text[n] != ' ')
		n--;
	while (n && ((unsigned char)text[n] & 0xc0) == 0x80)
		n--;
	return arena_printf(reader->arena, "%.*s…", (int)n, text);
}

/* What a point of the agenda is about, without the formula that every proposal begins with and the number that it ends with. */
static const char *subject_of(const struct paper_reader *reader, const struct agenda *agenda)
{
	static const char *const formulas[] = {"Voorstel van het college inzake ", "Voorstel van het college tot ",
					       "Gewijzigd voorstel van het college inzake "};
	const char *title = agenda->title;
	for (size_t i = 0; i < ARRAY_SIZE(formulas); i++)
		if (slice_begins(slice_of(title), formulas[i]))
			title = agenda->title + strlen(formulas[i]);
	size_t number = slice_find(slice_of(title), " (RIS");
	return first_words(reader, arena_text(reader->arena, (struct slice){title, number}), SUBJECT_MOST);
}

/* " bij agendapunt 8 (Havenplan)", " over veerboten", "". */
static const char *occasion_of(const struct paper_reader *reader, const struct agenda *agenda)
{
	if (!agenda)
		return "";
	if (!agenda->number)
		return arena_printf(reader->arena, " over %s", subject_of(reader, agenda));
	return agenda->title ? arena_printf(reader->arena, " bij agendapunt %s (%s)", agenda->number,
					    subject_of(reader, agenda))
			     : arena_printf(reader->arena, " bij agendapunt %s", agenda->number);
}

/* "Wethouder Barker bij agendapunt 8 (Havenplan): Ik stuur de raad ...": titles are in the language of the paper. */
static const char *title_of(const struct paper_reader *reader, const struct promise *p)
{
	char *title = arena_printf(reader->arena, "%s%s: %s", p->speaker ? p->speaker : p->promisor,
				   occasion_of(reader, p->agenda),
				   first_words(reader, contact_free(p->quote, reader->arena), WORDS_MOST));
	title[0] = (char)(is_lower(title[0]) ? title[0] - 32 : title[0]);
	return title;
}

/* The same words twice, of two promises: a number tells their titles apart. */
static const char *title_apart(const struct paper_reader *reader, const char *title, size_t first)
{
	const struct mentions *mentions = &reader->document->mentions;
	enum { COMPARED = 64 }; /* what is repeated, is so close by */
	int nth = 1;
	size_t from = mentions->n - first > COMPARED ? mentions->n - COMPARED : first;
	for (size_t i = from; i < mentions->n; i++)
		nth += mentions->v[i].title && strncmp(mentions->v[i].title, title, strlen(title)) == 0;
	return nth == 1 ? title : arena_printf(reader->arena, "%s (%d)", title, nth);
}

static void add_relation(const struct paper_reader *reader, const struct agenda *agenda, struct mention *mention)
{
	if (!agenda || !agenda->title)
		return;
	struct slice title = slice_of(agenda->title);
	size_t at = slice_find(title, "RIS");
	const char *ris = at < title.n ? paper_ris(reader, slice_from(title, at)) : NULL;
	const char *whole =
		agenda->number ? arena_printf(reader->arena, "%s. %s", agenda->number, agenda->title) : agenda->title;
	paper_add_relation(reader, &mention->relations, REL_ABOUT, ris ? "RIS" : NULL, ris, whole);
}

static void add_commitment(const struct paper_reader *reader, const struct promise *p, size_t first)
{
	struct document *document = reader->document;
	const char *title = title_apart(reader, title_of(reader, p), first);
	struct mention *mention = paper_add_mention(reader, ITEM_COMMITMENT);
	struct slice quote = {document->text.body + p->body.start, p->body.end - p->body.start};
	mention->title = title;
	mention->meeting = document->date;
	mention->takes_promises = true;
	mention->takes_group = p->group + 1;
	paper_add_event(reader, mention, STATE_OPEN, document->date, quote, false);
	if (p->speaker)
		paper_add_person(reader, &mention->people, slice_of(p->speaker), SLICE(""), "promisor");
	add_relation(reader, p->agenda, mention);
}

void paper_commitments_finish(struct paper_reader *reader)
{
	struct document *document = reader->document;
	bool rows = document->mentions.n && !document->mentions.v[0].own_paper; /* which are commitments already */
	bool said = document->kind == DOC_MINUTES || (document->kind == DOC_PROMISE_LIST && !rows);
	if (said || document->kind == DOC_DECISION_LIST)
		name_speakers(reader);
	if (!said)
		return;
	size_t first = document->mentions.n;
	int groups = 0; /* they are numbered as they first appear */
	for (size_t i = 0; i < document->promises.n; i++)
		if (document->promises.v[i].group == groups) {
			add_commitment(reader, &document->promises.v[i], first);
			groups++;
		}
}
