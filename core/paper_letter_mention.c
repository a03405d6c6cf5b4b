/* paper_letter_mention.c: what a letter says of each item that it handles.
 *
 * For an adopted motion the recital of its vote gives day, mover and number. Every event has its place in the text: the sentence that says
 * so, else the subject.
 */
#include "core/paper_letter.h"

/* "de heer Thepass", "mevrouw De Groot", "het raadslid Bom": the mover, as a letter names them. */
static void read_mover(const struct paper_reader *reader, struct slice sentence, struct mention *mention)
{
	static const char *const titles[] = {"de heer ", "mevrouw ", "mevr. ", "het raadslid "};
	for (size_t i = 0; i < ARRAY_SIZE(titles); i++) {
		size_t at = slice_find(sentence, titles[i]);
		if (at == sentence.n)
			continue;
		struct slice rest = slice_from(sentence, at + strlen(titles[i]));
		size_t n = 0;
		while (n < rest.n && !slice_begins(slice_from(rest, n), " ingediende") &&
		       !slice_begins(slice_from(rest, n), " de ingediende") && rest.p[n] != ',' && rest.p[n] != '(')
			n++;
		if (n < rest.n && n <= 40)
			paper_add_person(reader, &mention->people, (struct slice){rest.p, n}, SLICE(""), "submitter");
		return;
	}
}

/* The words up to the end of the vote, back to the start of the paragraph: a title may hold a full stop or a question mark. */
static struct slice recital_before(struct slice paragraph, size_t end)
{
	enum { MOST = 700 };
	size_t start = end > MOST ? end - MOST : 0;
	return (struct slice){paragraph.p + start, end - start};
}

/* The number behind the title where the letter names it; behind whatever is quoted when the title is written otherwise. */
static void read_number_of(const struct paper_reader *reader, struct slice recital, struct mention *mention)
{
	size_t end, behind;
	struct slice tail = slice_from(recital, slice_find(recital, "motie"));
	size_t at = mention->title ? slice_find(tail, mention->title) : tail.n;
	if (at < tail.n) {
		end = at + strlen(mention->title);
		end += letter_close_quote(slice_from(tail, end));
	} else {
		paper_quoted(tail, &end);
	}
	const char *ris = letter_ris_read(reader, slice_from(tail, end), &behind);
	if (ris && mention->identifiers.n == 0)
		paper_add_identifier(reader, &mention->identifiers, "RIS", ris);
}

/* The paragraph that recites the vote on a motion; with several motions in one letter only that which names it. */
static size_t find_recital(const struct paper_reader *reader, const char *name)
{
	for (size_t i = 0; i < reader->paragraph_count && (name || i < 40); i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		if (slice_holds(paragraph, "aangenomen") && slice_holds(paragraph, "motie") &&
		    (!name || slice_holds(paragraph, name)))
			return i;
	}
	return reader->paragraph_count;
}

/* What a recital calls the motion: its title, else the digits of its number. */
static const char *name_of(const struct paper_reader *reader, const struct mention *mention)
{
	const char *number = mention->identifiers.n ? mention->identifiers.v[0].value + 3 : NULL;
	if (mention->title && find_recital(reader, mention->title) < reader->paragraph_count)
		return mention->title;
	return number ? number : mention->title;
}

/* "aangenomen op 25 november 2020", "aangenomen in de vergadering van 25 november 2020" */
static int day_behind(const struct paper_reader *reader, struct slice paragraph, size_t end)
{
	enum { NEAR = 70 };
	struct slice rest = slice_from(paragraph, end);
	size_t n = 0;
	while (n < rest.n && n < NEAR && !strchr(".;", rest.p[n]))
		n++;
	return paper_day(reader, (struct slice){rest.p, n}, NULL);
}

/* "Uw raad heeft ... op 25 november 2020 ... de motie '...' (RIS ...) aangenomen.": its first day is that of the meeting. `single`: the letter
 * is about one motion, which it may name otherwise here. */
static void read_recital(const struct paper_reader *reader, struct mention *mention, bool single)
{
	const char *name = name_of(reader, mention);
	size_t i = name ? find_recital(reader, name) : reader->paragraph_count;
	if (i == reader->paragraph_count)
		i = single ? find_recital(reader, NULL) : find_recital(reader, "moties");
	if (i == reader->paragraph_count)
		return;
	struct slice paragraph = paper_paragraph(reader, i);
	size_t named = name ? slice_find(paragraph, name) : paragraph.n;
	size_t from = named < paragraph.n ? named : 0;
	size_t voted = from + slice_find(slice_from(paragraph, from), "aangenomen");
	if (voted == paragraph.n)
		voted = slice_find(paragraph, "aangenomen");
	size_t end = voted + strlen("aangenomen");
	struct slice recital = recital_before(paragraph, end);
	int day = paper_day(reader, recital, NULL);
	if (day == DATE_NONE)
		day = day_behind(reader, paragraph, end);
	if (day != DATE_NONE)
		mention->meeting = day;
	read_mover(reader, recital, mention);
	paper_add_event(reader, mention, STATE_ADOPTED, day, recital, true);
	if (named < paragraph.n || single)
		read_number_of(reader, recital, mention);
}

/* Adds an event whose evidence is `words`, or the subject where there are none. */
static void add_event(const struct paper_reader *reader, struct mention *mention, enum state state, int on,
		      struct slice words, const struct letter_subject *subject)
{
	bool bare = words.n == 0 && subject->text;
	paper_add_event(reader, mention, state, on, bare ? slice_of(subject->text) : words, state == STATE_OPEN);
	if (bare)
		mention->events.v[mention->events.n - 1].raw = subject->raw;
}

/* The sentence that names a commitment tells that it was made, and perhaps when. */
static void read_commitment(const struct paper_reader *reader, const struct handled *item,
			    const struct letter_subject *subject, bool single, struct mention *mention)
{
	struct slice sentence = letter_sentence_at(reader, item->place);
	size_t told = single ? paper_holding_paragraph(reader, 0, "toegezegd") : reader->paragraph_count;
	if (told < reader->paragraph_count)
		sentence = paper_sentence(reader, told, slice_find(paper_paragraph(reader, told), "toegezegd"));
	int day = slice_holds(sentence, "toegezegd") ? paper_day(reader, sentence, NULL) : DATE_NONE;
	mention->meeting = day;
	add_event(reader, mention, STATE_OPEN, day, sentence, subject);
}

static enum state state_of(const struct handled *item)
{
	switch (item->verdict) {
	case VERDICT_SETTLED:
		return STATE_SETTLEMENT_PROPOSED;
	case VERDICT_PARTLY:
		return STATE_PARTLY_SETTLED;
	case VERDICT_TOLD:
	case VERDICT_OPEN:
	case VERDICT_NONE:
		break;
	}
	return item->kind == ITEM_COMMITMENT ? STATE_NONE : STATE_IN_PROGRESS;
}

/* The sentence that speaks of settling, the last one where the letter settles. */
static struct slice find_words(const struct paper_reader *reader, enum verdict verdict)
{
	static const char *const settling[] = {"als afgedaan", "afgedaan", "afdoening"};
	static const char *const moving[] = {"af te kunnen doen", "kunnen afdoen", "af te doen", "haalbaar", "afdoen"};
	bool open = verdict == VERDICT_OPEN;
	for (size_t w = 0; w < (open ? ARRAY_SIZE(moving) : ARRAY_SIZE(settling)); w++)
		for (size_t k = 0; k < reader->paragraph_count; k++) {
			size_t i = open ? k : reader->paragraph_count - 1 - k;
			struct slice paragraph = paper_paragraph(reader, i);
			size_t at = slice_find(paragraph, open ? moving[w] : settling[w]);
			if (at < paragraph.n)
				return paper_sentence(reader, i, at);
		}
	return SLICE("");
}

static enum relation_type relation_of(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_TOLD:
		return REL_REFERS_TO;
	case VERDICT_OPEN:
		return REL_INTERIM_ON;
	case VERDICT_PARTLY:
	case VERDICT_SETTLED:
	case VERDICT_NONE:
		break;
	}
	return REL_SETTLES;
}

static void add_relation(struct paper_reader *reader, const struct mention *mention, enum verdict verdict)
{
	const struct identifier *id = mention->identifiers.n ? &mention->identifiers.v[0] : NULL;
	paper_add_relation(reader, &reader->document->relations, relation_of(verdict), id ? id->scheme : NULL,
			   id ? id->value : NULL, mention->title);
}

static const char *number_of(const struct document *document, const char *scheme)
{
	for (size_t i = 0; i < document->identifiers.n; i++)
		if (strcmp(document->identifiers.v[i].scheme, scheme) == 0)
			return document->identifiers.v[i].value;
	return NULL;
}

/* A letter with a reference of its own prints above its text the number of what it is about. That is the one motion of its subject, unless the
 * text says of what else the number is. */
static void read_number_above(const struct paper_reader *reader, struct mention *mention)
{
	const struct document *document = reader->document;
	const char *ris = number_of(document, "RIS"), *own = number_of(document, "kenmerk");
	if (document->mentions.v[0].kind == ITEM_LETTER || mention->identifiers.n || !ris || !own ||
	    strcmp(ris, own) == 0)
		return;
	struct slice body = {document->text.body, document->text.body_size};
	if (!slice_holds(body, ris + strlen("RIS")))
		paper_add_identifier(reader, &mention->identifiers, "RIS", ris);
}

static void add_handled(struct paper_reader *reader, const struct letter_subject *subject, const struct handled *item,
			bool single)
{
	struct document *document = reader->document;
	int day = document->date != DATE_NONE ? document->date : reader->context->on;
	struct mention *mention = paper_add_mention(reader, item->kind);
	mention->title = item->title.n ? paper_copy(reader, item->title) : NULL;
	mention->takes_promises = document->mentions.n == 1; /* what a letter promises is owed once */
	if (item->number)
		paper_add_identifier(reader, &mention->identifiers,
				     item->kind == ITEM_COMMITMENT ? "toezegging" : "RIS", item->number);
	if (item->kind == ITEM_COMMITMENT)
		read_commitment(reader, item, subject, single, mention);
	else
		read_recital(reader, mention, single);
	if (single && item->kind != ITEM_COMMITMENT)
		read_number_above(reader, mention);
	enum state state = state_of(item);
	struct slice words = item->words.n ? item->words : find_words(reader, item->verdict);
	if (state != STATE_NONE)
		add_event(reader, mention, state, day, words, subject);
	add_relation(reader, mention, item->verdict);
}

void letter_handled_add(struct paper_reader *reader, const struct letter_subject *subject,
			const struct handled_list *list)
{
	size_t commitments = 0;
	for (size_t i = 0; i < list->n; i++)
		commitments += list->v[i].kind == ITEM_COMMITMENT;
	for (size_t i = 0; i < list->n; i++) {
		bool single = (list->v[i].kind == ITEM_COMMITMENT ? commitments : list->n - commitments) == 1;
		add_handled(reader, subject, &list->v[i], single);
	}
}
