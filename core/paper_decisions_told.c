/* paper_decisions_told.c: a decision list that tells in sentences what was decided: "Het amendement A8.1 wordt verworpen.",
 * "De raad besluit unaniem: het amendement te aanvaarden."
 *
 * An outcome belongs to the motion or amendment that its sentence names by number, else to the last one that was introduced under the same
 * point of the agenda. A sentence of several ("de moties M1 en M2") gives no outcome: no guess.
 */
#include "core/paper.h"

#include "core/sentence.h"

#include <stdlib.h>

struct told {
	const struct paper_reader *reader;
	struct mention *subject; /* the last one under this point of the agenda; NULL for none */
	struct slice lead;       /* "De raad besluit unaniem:", which the next sentence ends; empty for none */
	bool heads_point;        /* the point of the agenda is the subject itself */
	int point;               /* its number; 0 before the first */
	bool agenda;             /* the agenda is being set: what is announced here is decided later */
};

static size_t word_size(struct slice s)
{
	size_t n = 0;
	while (n < s.n && !strchr(" ,.;:()", s.p[n]))
		n++;
	return n;
}

static bool begins_word(struct slice s, size_t at)
{
	return at == 0 || strchr(" (\"'", s.p[at - 1]) != NULL;
}

/* The first "motie" or "amendement" in the sentence; `*at` is where it ends. Its plural is none. */
static bool find_kind(struct slice sentence, enum item_kind *kind, size_t *start, size_t *end)
{
	static const struct {
		const char *word;
		enum item_kind kind;
	} words[] = {{"motie", ITEM_MOTION}, {"amendement", ITEM_AMENDMENT}, {"subamendement", ITEM_AMENDMENT}};
	for (size_t at = 0; at < sentence.n; at++) {
		struct slice rest = {sentence.p + at, sentence.n - at};
		for (size_t i = 0; begins_word(sentence, at) && i < ARRAY_SIZE(words); i++)
			if (slice_begins(rest, words[i].word) && word_size(rest) == strlen(words[i].word)) {
				*kind = words[i].kind;
				*start = at;
				*end = at + strlen(words[i].word);
				return true;
			}
	}
	return false;
}

static bool is_of_several(struct slice sentence)
{
	return slice_holds(sentence, "moties") || slice_holds(sentence, "amendementen");
}

/* "A8.1", "M1", "12.3" behind the kind, in brackets or not: a number with at most two capitals before it. */
static struct slice code_of(struct slice behind)
{
	while (behind.n && strchr(" (", behind.p[0]))
		behind = (struct slice){behind.p + 1, behind.n - 1};
	size_t n = 0, capitals = 0, digits = 0;
	for (; n < behind.n && !strchr(" ,;:()", behind.p[n]); n++) {
		char c = behind.p[n];
		if (c >= 'A' && c <= 'Z')
			capitals++;
		else if (c >= '0' && c <= '9')
			digits++;
		else if (!strchr(".-", c))
			return (struct slice){0};
	}
	while (n && behind.p[n - 1] == '.')
		n--;
	bool code = capitals <= 2 && digits >= 1 && digits <= 4 && n <= 8;
	return code ? (struct slice){behind.p, n} : (struct slice){0};
}

/* What is behind "inzake", "over", a colon and their like, up to the end of the clause. */
static struct slice clause_of(struct slice behind)
{
	static const char *const leads[] = {
		"inhoudende ", "met betrekking tot ", "inzake ", "betreffende ", "getiteld ", "genaamd ", "over ",
		": "};
	size_t best = behind.n;
	struct slice title = {0};
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++) {
		size_t at = paper_find(behind, leads[i]);
		if (at >= best)
			continue;
		best = at;
		title = (struct slice){behind.p + at + strlen(leads[i]), behind.n - at - strlen(leads[i])};
	}
	size_t n = 0;
	while (n < title.n && !strchr(".;:(", title.p[n]))
		n++;
	return slice_trim((struct slice){title.p, n});
}

static bool is_filed(struct slice sentence)
{
	return (slice_holds(sentence, "dient ") || slice_holds(sentence, "dienen ")) && slice_holds(sentence, " in");
}

/* STATE_NONE when the sentence tells of no outcome. */
static enum state outcome_of(struct slice sentence)
{
	static const struct {
		const char *words;
		enum state state;
	} cues[] = {{"aangenomen", STATE_ADOPTED},      {"aan te nemen", STATE_ADOPTED},
		    {"aanvaard", STATE_ADOPTED},        {"verworpen", STATE_REJECTED},
		    {"te verwerpen", STATE_REJECTED},   {"aangehouden", STATE_HELD},
		    {"aan te houden", STATE_HELD},      {"ingetrokken", STATE_WITHDRAWN},
		    {"in te trekken", STATE_WITHDRAWN}, {"overgenomen", STATE_TAKEN_OVER}};
	static const char *const open[] = {"niet ", "indien ", "mocht ", "zou ", "wanneer ", "eerder ", "destijds "};
	for (size_t i = 0; i < ARRAY_SIZE(open); i++)
		if (slice_holds(sentence, open[i]))
			return STATE_NONE;
	enum state state = STATE_NONE;
	for (size_t i = 0; i < ARRAY_SIZE(cues); i++)
		if (slice_holds(sentence, cues[i].words)) {
			if (state != STATE_NONE && state != cues[i].state)
				return STATE_NONE;
			state = cues[i].state;
		}
	return state;
}

static struct mention *find_code(const struct told *told, struct slice code)
{
	struct mentions *mentions = &told->reader->document->mentions;
	for (size_t i = 0; code.n && i < mentions->n; i++)
		if (mentions->v[i].code && slice_is(code, mentions->v[i].code))
			return &mentions->v[i];
	return NULL;
}

static void open_subject(struct told *told, enum item_kind kind, struct slice code, struct slice title)
{
	struct arena *arena = told->reader->arena;
	struct mention *known = find_code(told, code);
	if (known)
		told->subject = known;
	if (known || (!code.n && (!title.n || told->subject)))
		return; /* without a number of its own it is the one that is being spoken of */
	told->subject = paper_add_mention(told->reader, kind);
	told->subject->meeting = told->reader->document->date;
	told->subject->code = code.n ? arena_text(arena, code) : NULL;
	told->subject->title = title.n ? arena_text(arena, title) : NULL;
}

/* The number before a numbered line: "16. Motie over ..."; 0 when there is none. */
static int number_before(struct slice body, size_t at)
{
	size_t end = at;
	while (end && body.p[end - 1] == ' ')
		end--;
	if (!end || body.p[end - 1] != '.')
		return 0;
	size_t start = --end;
	while (start && body.p[start - 1] >= '0' && body.p[start - 1] <= '9')
		start--;
	bool number = start < end && end - start <= 3 && (start == 0 || body.p[start - 1] == '\n');
	return number ? (int)strtol(body.p + start, NULL, 10) : 0;
}

/* A point of the agenda has the number behind the last one, unlike the parts of a decision. */
static bool begins_point(struct told *told, struct slice body, struct span sentence)
{
	if (number_before(body, sentence.start) != told->point + 1)
		return false;
	told->point++;
	told->subject = NULL;
	told->heads_point = false;
	told->agenda = slice_holds((struct slice){body.p + sentence.start, sentence.end - sentence.start}, "agenda");
	told->lead = (struct slice){0};
	return true;
}

/* Who is speaking of it decides: a vote of the council, or the mover who takes it back. */
static bool decides(struct slice sentence, struct slice lead)
{
	return lead.n || slice_holds(sentence, "wordt ") || slice_holds(sentence, "worden ") ||
	       slice_holds(sentence, "is ") || slice_holds(sentence, "besluit ") ||
	       slice_holds(sentence, "besluiten ") || slice_begins(sentence, "motie") ||
	       slice_begins(sentence, "amendement");
}

static void take_sentence(struct told *told, struct slice sentence, bool point)
{
	enum item_kind kind;
	size_t start = 0, end = 0;
	bool named = find_kind(sentence, &kind, &start, &end) && !is_of_several(sentence);
	if (named) {
		struct slice behind = {sentence.p + end, sentence.n - end};
		size_t behind_quote;
		struct slice code = code_of(behind), title = paper_quoted(behind, &behind_quote);
		bool heads = point && start == 0;
		if (!title.n && (heads || is_filed(sentence)))
			title = clause_of(behind);
		if (!told->agenda)
			open_subject(told, kind, code, title);
		told->heads_point |= heads && told->subject;
	}
	enum state state = named && decides(sentence, told->lead) ? outcome_of(sentence) : STATE_NONE;
	bool unsaid = told->heads_point && slice_begins(sentence, "de raad besluit") && told->subject->events.n == 0;
	if (state == STATE_NONE && unsaid && sentence.p[sentence.n - 1] != ':' && outcome_of(sentence) == STATE_NONE)
		state = STATE_ADOPTED; /* under "Motie over ...", what the motion asks is what the council decides */
	if (state != STATE_NONE && told->subject)
		paper_add_event(told->reader, told->subject, state, told->reader->document->date, sentence, false);
	told->lead = slice_begins(sentence, "de raad besluit") ? sentence : (struct slice){0};
}

void paper_decisions_told(struct paper_reader *reader)
{
	struct sentences sentences = {0};
	struct told told = {.reader = reader};
	struct slice body = {reader->document->text.body, reader->document->text.body_size};
	sentence_list(&reader->document->text, (struct span){0, body.n}, reader->arena, &sentences);
	for (size_t i = 0; i < sentences.n; i++) {
		struct slice sentence = slice_trim(paper_text(reader, sentences.v[i].body));
		if (sentence.n)
			take_sentence(&told, sentence, begins_point(&told, body, sentences.v[i].body));
	}
	struct mention *list = paper_add_mention(reader, ITEM_OTHER);
	list->own_paper = true;
	list->takes_promises = true;
	list->title = reader->document->title;
	list->meeting = reader->document->date;
}
