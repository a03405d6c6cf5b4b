/* document.c: the order in which a paper is recognised, and what all papers have in common.
 *
 * The readers of single kinds stand in paper_*.c. Promises are looked for last, when the day, the body, the author and the zones are
 * known.
 */
#include "core/document.h"

#include "core/document_contact.h"
#include "core/paper.h"
#include "core/paper_minutes.h"
#include "core/readable.h"
#include "core/secrecy.h"

#include <assert.h>

static const char *const kinds[] = {
	[DOC_OTHER] = "other",
	[DOC_MOTION] = "motion",
	[DOC_AMENDMENT] = "amendment",
	[DOC_DECISION_LIST] = "decision_list",
	[DOC_SETTLEMENT] = "settlement",
	[DOC_INTERIM] = "interim",
	[DOC_LETTER] = "letter",
	[DOC_QUESTION] = "question",
	[DOC_ANSWER] = "answer",
	[DOC_POSTPONEMENT] = "postponement",
	[DOC_MINUTES] = "minutes",
	[DOC_PROPOSAL] = "proposal",
	[DOC_PROMISE_LIST] = "promise_list",
};
static_assert(ARRAY_SIZE(kinds) == DOC_KIND_COUNT, "a word for each kind");

static const char *const relations[] = {
	[REL_ABOUT] = "about",         [REL_AMENDS] = "amends",       [REL_REPLACES] = "replaces",
	[REL_ANSWERS] = "answers",     [REL_SETTLES] = "settles",     [REL_INTERIM_ON] = "interim_on",
	[REL_POSTPONES] = "postpones", [REL_REFERS_TO] = "refers_to",
};
static_assert(ARRAY_SIZE(relations) == REL_COUNT, "a word for each relation");

const char *document_kind_to_text(enum document_kind kind)
{
	return kinds[kind];
}

const char *relation_type_to_text(enum relation_type type)
{
	return relations[type];
}

bool relation_type_from_text(struct slice text, enum relation_type *out)
{
	for (int type = 0; type < REL_COUNT; type++)
		if (slice_is(text, relations[type])) {
			*out = (enum relation_type)type;
			return true;
		}
	return false;
}

static const char unreadable[] = "unreadable";

bool finding_asks(const struct finding *finding)
{
	return strcmp(finding->name, "unknown_status") == 0 || strcmp(finding->name, unreadable) == 0 ||
	       strcmp(finding->name, FINDING_CONFIDENTIAL) == 0;
}

bool document_is_unreadable(const struct document *document)
{
	for (size_t i = 0; i < document->findings.n; i++)
		if (strcmp(document->findings.v[i].name, unreadable) == 0)
			return true;
	return false;
}

static void find_paragraphs(struct paper_reader *reader)
{
	struct slice body = {reader->document->text.body, reader->document->text.body_size};
	reader->paragraphs = arena_alloc(reader->arena, (slice_count(body, '\n') + 1) * sizeof *reader->paragraphs);
	for (size_t start = 0, end; start < body.n; start = end + 1) {
		const char *newline = memchr(body.p + start, '\n', body.n - start);
		end = newline ? (size_t)(newline - body.p) : body.n;
		if (end > start)
			reader->paragraphs[reader->paragraph_count++] = (struct span){start, end};
	}
}

/* ---- recognition ---- */

/* A sentence or two, torn from their paper: what they speak of does not make them a paper of that kind. */
static bool is_torn(const struct paper_reader *reader)
{
	enum { LINES = 3, BYTES = 700 };
	const struct text *text = &reader->document->text;
	struct slice first = paper_line(reader, 0),
		     last = text->lines.n ? paper_line(reader, text->lines.n - 1) : first;
	bool sentences = last.n > 40 && strchr(".?!", last.p[last.n - 1]) && memchr(first.p, ' ', first.n);
	return text->lines.n <= LINES && text->body_size <= BYTES && sentences;
}

/* The order matters: a letter that settles a motion quotes it, and a motion may speak of written questions. */
static void recognise(struct paper_reader *reader)
{
	enum document_kind *kind = &reader->document->kind, letter;
	if (paper_decisions_is(reader)) {
		*kind = DOC_DECISION_LIST;
		return;
	}
	if (paper_minutes_is(reader, kind) || paper_motion_is(reader, kind) || is_torn(reader))
		return;
	bool is_letter = paper_letter_is(reader, &letter);
	if (is_letter && (letter == DOC_SETTLEMENT || letter == DOC_INTERIM))
		*kind = letter;
	else if (paper_question_is(reader, kind))
		return;
	else if (is_letter)
		*kind = letter;
	else if (paper_proposal_is(reader))
		*kind = DOC_PROPOSAL;
	else if (paper_minutes_is_debate(reader))
		*kind = DOC_MINUTES;
}

/* Another paper: nothing is known of its form; a month in its head is all the day it has. */
static void read_other(struct paper_reader *reader)
{
	struct document *document = reader->document;
	struct slice head = paper_line(reader, 0);
	size_t at = slice_find(head, "date ");
	if (at < head.n && at <= 2 && head.n >= at + 12) {
		struct slice text = slice_trim((struct slice){head.p + at + 5, 8});
		int earliest, latest;
		if (edtf_parse(text, &earliest, &latest, NULL) == OK)
			snprintf(document->date_edtf, sizeof document->date_edtf, "%.*s", (int)text.n, text.p);
	}
	for (size_t i = 0; i < 6 && i < document->text.lines.n && document->date == DATE_NONE; i++)
		document->date = paper_only_day(reader, paper_line(reader, i));
}

static void read_kind(struct paper_reader *reader)
{
	switch (reader->document->kind) {
	case DOC_MOTION:
	case DOC_AMENDMENT:
		paper_motion_read(reader);
		return;
	case DOC_DECISION_LIST:
		paper_decisions_read(reader);
		return;
	case DOC_SETTLEMENT:
	case DOC_INTERIM:
	case DOC_LETTER:
		paper_letter_read(reader);
		return;
	case DOC_QUESTION:
	case DOC_ANSWER:
	case DOC_POSTPONEMENT:
		paper_question_read(reader);
		return;
	case DOC_MINUTES:
	case DOC_PROMISE_LIST:
		paper_minutes_read(reader);
		return;
	case DOC_PROPOSAL:
		paper_proposal_read(reader);
		return;
	case DOC_OTHER:
	case DOC_KIND_COUNT:
		read_other(reader);
		return;
	}
}

/* ---- what it refers to ---- */

static bool is_own(const struct document *document, const char *value)
{
	for (size_t i = 0; i < document->identifiers.n; i++)
		if (strcmp(document->identifiers.v[i].value, value) == 0)
			return true;
	return false;
}

/* Among the relations that the reader of its kind found: few. */
static bool is_related(const struct document *document, const char *value)
{
	for (size_t i = 0; i < document->relations.n && document->relations.v[i].type != REL_REFERS_TO; i++)
		if (document->relations.v[i].value && strcmp(document->relations.v[i].value, value) == 0)
			return true;
	return false;
}

static int by_value(const void *x, const void *y)
{
	const struct identifier *a = x, *b = y;
	return strcmp(a->value, b->value);
}

/* Every other number of the same kind that the paper names, once each. */
static void find_references(struct paper_reader *reader)
{
	struct identifiers found = {0};
	struct slice body = {reader->document->text.body, reader->document->text.body_size};
	for (struct slice rest = body; rest.n >= 9; rest = slice_from(rest, 1)) {
		const char *next = memchr(rest.p, 'R', rest.n);
		if (!next)
			break;
		rest = slice_from(rest, (size_t)(next - rest.p));
		const char *ris = rest.n >= 9 && memcmp(rest.p, "RIS", 3) == 0 ? paper_ris(reader, rest) : NULL;
		if (ris)
			*list_push(reader->arena, &found) = (struct identifier){"RIS", ris};
	}
	if (found.n)
		qsort(found.v, found.n, sizeof *found.v, by_value);
	for (size_t i = 0; i < found.n; i++) {
		bool again = i && strcmp(found.v[i].value, found.v[i - 1].value) == 0;
		if (!again && !is_own(reader->document, found.v[i].value) &&
		    !is_related(reader->document, found.v[i].value))
			*list_push(reader->arena, &reader->document->relations) =
				(struct relation){REL_REFERS_TO, "RIS", found.v[i].value, NULL};
	}
}

/* ---- promises ---- */

static const char *author_of(const struct paper_reader *reader)
{
	switch (reader->document->kind) {
	case DOC_SETTLEMENT:
	case DOC_INTERIM:
	case DOC_LETTER:
		return paper_letter_author(reader);
	case DOC_ANSWER:
	case DOC_POSTPONEMENT: {
		struct slice head = {reader->document->text.raw.p, reader->document->text.raw.n};
		bool secretary = slice_holds(head, "Antwoord van staatssecretaris") ||
				 slice_holds(head, "Mededeling van staatssecretaris");
		bool chamber = reader->document->body && strcmp(reader->document->body, "nl/tweede-kamer") == 0;
		return !chamber ? "college" : secretary ? "staatssecretaris" : "minister";
	}
	case DOC_MINUTES:
	case DOC_PROMISE_LIST:
		return paper_executive(reader)->member;
	case DOC_PROPOSAL: /* members propose what they propose */
		return reader->document->title && slice_holds(slice_of(reader->document->title), "efvoorstel")
			       ? NULL
			       : "college";
	case DOC_DECISION_LIST:
		return "college";
	case DOC_OTHER:
		return paper_letter_author(reader);
	case DOC_MOTION:
	case DOC_AMENDMENT:
	case DOC_QUESTION:
	case DOC_KIND_COUNT:
		return NULL;
	}
	return NULL;
}

/* A passage of a few sentences without the form of a paper. */
enum { PASSAGE_BYTES = 1500 };

static void find_promises(struct paper_reader *reader)
{
	struct document *document = reader->document;
	const struct document_context *context = reader->context;
	bool passage =
		document->kind == DOC_OTHER && document->text.body_size <= PASSAGE_BYTES && !document->date_edtf[0];
	const char *body = document->body, *author = author_of(reader);
	document->author = author;
	document->searched = author || passage;
	if (!document->searched)
		return; /* a third party's paper: what it says of the executive is a wish or a report */
	const struct promise_context promises = {
		.moments = {.anchor = document->date != DATE_NONE ? document->date : context->on,
			    .calendar = context->calendar && body ? context->calendar(context->user, body) : NULL},
		.zones = &document->zones,
		.author = author,
		.proposal = document->kind == DOC_PROPOSAL,
		.unknown_paper = passage,
	};
	promise_list(&document->text, &promises, reader->arena, &document->promises);
}

static bool is_taken(const struct document *document)
{
	for (size_t i = 0; i < document->mentions.n; i++)
		if (document->mentions.v[i].takes_promises)
			return true;
	return false;
}

/* What the paper itself is, when it is no motion or question: a proposal, a letter, another paper. */
static struct mention *own_mention(const struct paper_reader *reader)
{
	struct document *document = reader->document;
	for (size_t i = 0; i < document->mentions.n; i++)
		if (document->mentions.v[i].own_paper)
			return &document->mentions.v[i];
	struct mention *mention = paper_add_mention(reader, ITEM_OTHER);
	mention->own_paper = true;
	mention->title = document->title;
	mention->meeting = document->date;
	mention->identifiers = document->identifiers;
	return mention;
}

/* A promise is owed whatever paper it stands in: where its reader gave it to no item, the paper is the item. */
static void place_promises(const struct paper_reader *reader)
{
	bool promised = false;
	for (size_t i = 0; i < reader->document->promises.n; i++)
		promised |= !reader->document->promises.v[i].is_notice;
	if (promised && !is_taken(reader->document))
		own_mention(reader)->takes_promises = true;
}

/* ---- a text in ruins ---- */

/* What was read out of the running text is nonsense and goes; what the head says (number, title, movers, day) was found whole, or not at
 * all, and stays. */
static void drop_text(const struct paper_reader *reader, enum readable measure)
{
	struct document *document = reader->document;
	document->requests = (struct requests){0};
	document->questions = (struct questions){0};
	for (size_t i = 0; i < document->mentions.n; i++) {
		struct mention *mention = &document->mentions.v[i];
		mention->requests = (struct requests){0};
		mention->questions = (struct questions){0};
		mention->notices = (struct notices){0};
	}
	paper_add_finding(reader, unreadable,
			  measure == READABLE_TORN ? "its words are out of order: scan it again (ocrmypdf --force-ocr) "
						     "or type it over, and import it"
						   : "its letters make no words: scan it again (ocrmypdf --force-ocr) "
						     "or type it over, and import it");
}

static void secrecy_ask(const struct paper_reader *reader)
{
	struct slice words;
	if (secrecy_said(&reader->document->text, &words))
		paper_add_finding(reader, FINDING_CONFIDENTIAL,
				  arena_printf(reader->arena,
					       "it says '%.*s': is it confidential? till 'griffie confide' answers, it "
					       "is published as such",
					       (int)words.n, words.p));
}

void document_read(struct slice raw, const struct document_context *context, struct arena *arena, struct document *out)
{
	*out = (struct document){.date = DATE_NONE, .body = context->body};
	text_read(raw, arena, &out->text);
	struct moments days = {0};
	struct speakers_count speakers = {.known = false};
	struct paper_reader reader = {
		.document = out, .context = context, .arena = arena, .days = &days, .speakers = &speakers};
	find_paragraphs(&reader);
	if (!out->body)
		out->body = paper_body(&reader);
	recognise(&reader);
	read_kind(&reader);
	if (out->date == DATE_NONE && out->kind != DOC_OTHER)
		out->date = context->on;
	if (out->date != DATE_NONE)
		date_format(out->date, out->date_edtf);
	find_references(&reader);
	secrecy_ask(&reader);
	bool minutes = out->kind == DOC_MINUTES || out->kind == DOC_PROMISE_LIST;
	bool asks = out->kind == DOC_MOTION || out->kind == DOC_AMENDMENT || out->kind == DOC_QUESTION;
	if (!minutes && !asks) /* where nothing is promised, it does not matter who speaks */
		paper_minutes_voices(&reader);
	enum readable measure = readable_measure(&out->text);
	if (measure != READABLE) {
		drop_text(&reader, measure);
		return;
	}
	find_promises(&reader);
	paper_letter_finish(&reader);
	paper_commitments_finish(&reader);
	place_promises(&reader);
	document_contact_redact(out, arena);
}
