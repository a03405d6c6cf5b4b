/* paper_decisions_told.c: a decision list that tells in sentences what was decided: "Het amendement A8.1 wordt verworpen.",
 * "De raad besluit unaniem: het amendement te aanvaarden.", "Motie 3 (SP) Betaalbaar wonen: aangenomen met 20 stemmen voor".
 *
 * An outcome belongs to the motions or amendments that its sentence names by number; without a number, to the one of its kind that waits
 * under the same point of the agenda, or was named last. In a sentence of several, numbers and outcomes must take turns. What is told of an
 * earlier meeting gives nothing. Whatever was named and is left without an outcome is asked about: no guess.
 */
#include "core/paper.h"

#include "core/decided.h"
#include "core/outcome.h"
#include "core/party.h"
#include "core/sentence.h"

#include <stdlib.h>

enum { NONE = -1, MENTIONS_MOST = 2000 }; /* more than any meeting decides on; each is compared with all */

struct told {
	const struct paper_reader *reader;
	int subject;       /* the mention that was named last under this point of the agenda; NONE for none */
	int first;         /* the first mention of this point */
	struct slice lead; /* "De raad besluit unaniem:", which the next sentence ends; empty for none */
	bool heads_point;  /* the point of the agenda is the subject itself */
	int point;         /* its number; 0 before the first */
	bool agenda;       /* the agenda is being set: what is announced here is decided later */
	bool named;        /* a motion or amendment was named anywhere */
	bool aside;        /* a proposal was spoken of since: an outcome alone may be its */
	struct {
		int *v;
		size_t n, cap;
	} asked; /* mentions whose outcome was asked for */
};

static struct mention *mention_of(const struct told *told, int i)
{
	return i == NONE ? NULL : &told->reader->document->mentions.v[i];
}

#define holds_any(s, words) decided_holds((s), (words), ARRAY_SIZE(words))

static int find_code(const struct told *told, struct slice code)
{
	const struct mentions *mentions = &told->reader->document->mentions;
	for (size_t i = 0; code.n && i < mentions->n; i++)
		if (mentions->v[i].code && slice_is(code, mentions->v[i].code))
			return (int)i;
	return NONE;
}

/* What might be, what is advised, and what was not done is no decision. */
static bool is_open(struct slice s)
{
	static const char *const words[] = {
		"niet",       "indien",   "mocht",      "zou",         "zouden",          "wanneer",
		"adviseert",  "ontraadt", "advies",     "verzoekt",    "vraagt",          "overweegt",
		"stelt voor", "ontraden", "geen motie", "geen moties", "geen amendement", "geen amendementen"};
	return holds_any(s, words);
}

/* The same, a title between quotation marks left out. */
static bool is_open_outside(struct slice s, const struct decided *parts)
{
	return is_open((struct slice){s.p, parts->quote.start}) || is_open(slice_from(s, parts->quote.end));
}

/* Who is speaking of it decides: a vote of the council, or the mover who takes it back. */
static bool decides(const struct told *told, struct slice s, const struct decided *parts)
{
	static const char *const words[] = {"wordt",   "worden",    "is",        "zijn",    "werd",  "werden",
					    "besluit", "besluiten", "trekt",     "trekken", "houdt", "houden",
					    "neemt",   "verwerpt",  "aanvaardt", "staken"};
	return told->lead.n || (parts->count && parts->items[0].at == 0) || holds_any(s, words);
}

static int year_at(struct slice s)
{
	int year = 0;
	for (size_t i = 0; i < 4 && i < s.n; i++)
		year = s.p[i] >= '0' && s.p[i] <= '9' ? year * 10 + (s.p[i] - '0') : 9999;
	return year;
}

/* Told of an earlier meeting: by its day, or by words. */
static bool is_recited(const struct told *told, struct slice s)
{
	static const char *const words[] = {"eerder aangenomen",
					    "eerder aangehouden",
					    "eerder verworpen",
					    "eerder ingediende",
					    "destijds",
					    "indertijd",
					    "vorig jaar",
					    "vorige vergadering",
					    "vorige raad",
					    "vorige raadsvergadering",
					    "eerdere vergadering",
					    "uitvoering van",
					    "uitwerking van",
					    "afdoening van",
					    "uitvoering aan",
					    "de aangenomen",
					    "het aangenomen",
					    "een aangenomen",
					    "de overgenomen",
					    "aangenomen motie"};
	int on = told->reader->document->date;
	if (holds_any(s, words))
		return true;
	if (on == DATE_NONE)
		return false;
	int day = paper_day(told->reader, s, NULL);
	size_t year = decided_find(s, "uit") + 4;
	return (day != DATE_NONE && day < on) ||
	       (year + 4 <= s.n && year_at(slice_from(s, year)) < date_parts(on).year);
}

/* ---- titles and parties ---- */

/* What is behind "inzake", "over", a colon and their like, up to the end of the clause. */
static struct slice clause_of(struct slice s)
{
	static const char *const leads[] = {
		"inhoudende ", "met betrekking tot ", "inzake ", "betreffende ", "getiteld ", "genaamd ", "over ",
		": "};
	size_t best = s.n;
	struct slice title = {0};
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++) {
		size_t at = slice_find(s, leads[i]);
		if (at >= best)
			continue;
		best = at;
		title = slice_from(s, at + strlen(leads[i]));
	}
	size_t n = 0;
	while (n < title.n && !strchr(".;:(", title.p[n]))
		n++;
	title = slice_trim((struct slice){title.p, n});
	static const char *const luidt[] = {" welke luiden", " welke luidt", " die luiden", " die luidt", " luidende"};
	for (size_t i = 0; i < ARRAY_SIZE(luidt); i++)
		if (slice_ends(title, luidt[i]))
			title.n -= strlen(luidt[i]);
	return title;
}

/* The bytes of parties joined by "," and "en" with which `s` begins, each added to `people` (NULL: only measured). */
static size_t take_parties(const struct paper_reader *reader, struct slice s, struct persons *people)
{
	static const char *const joints[] = {", ", ",", " en het ", " en de ", " en ", "/", " & "};
	size_t at = 0, end = 0;
	for (;;) {
		size_t n = party_prefix(slice_from(s, at));
		if (!n)
			return end;
		struct slice party = {s.p + at, n};
		if (people)
			paper_add_person(reader, people, SLICE(""), party, "submitter");
		end = at += n;
		size_t i = 0;
		while (i < ARRAY_SIZE(joints) && !slice_begins(slice_from(s, at), joints[i]))
			i++;
		if (i == ARRAY_SIZE(joints))
			return end;
		at += strlen(joints[i]);
	}
}

/* Whose it is: "(PvdA, SP)", "van PvdA en SP"; those who voted are not. */
static void add_parties(const struct paper_reader *reader, struct slice s, struct mention *mention)
{
	static const char *const leads[] = {"(", " van ", " van de ", " van het ", " door ", " door de "};
	s.n = slice_find(s, "stem");
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++) {
		size_t at = slice_find(s, leads[i]) + strlen(leads[i]);
		if (at < s.n && take_parties(reader, slice_from(s, at), &mention->people))
			return;
	}
}

static struct slice strip(struct slice s)
{
	static const char *const verbs[] = {" wordt", " is", " werd", "wordt", "is"};
	for (size_t before = s.n + 1; before != s.n;) {
		before = s.n;
		s = slice_trim(s);
		while (s.n && strchr(":,;.-(\x93\xe2\x80", s.p[0]))
			s = slice_from(s, 1);
		while (s.n && strchr(":,;.-( ", s.p[s.n - 1]))
			s.n--;
		if (s.n > 3 && memcmp(s.p + s.n - 3, "\xe2\x80\x93", 3) == 0)
			s.n -= 3;
		for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
			if (s.n >= strlen(verbs[i]) && slice_begins(slice_from(s, s.n - strlen(verbs[i])), verbs[i]))
				s.n -= strlen(verbs[i]);
	}
	return s;
}

/* The title between a number and an outcome on one line: "M3 (SP) Betaalbaar wonen: aangenomen". Empty when none stands there. */
static struct slice entry_title(const struct paper_reader *reader, struct slice s)
{
	s = slice_trim(s);
	size_t close = s.n ? decided_bracket(s, 0) : 0;
	s = strip(close ? slice_from(s, close + 1) : s);
	size_t party = take_parties(reader, s, NULL);
	if (party)
		s = strip(slice_from(s, party));
	size_t open = s.n;
	while (open && s.p[s.n - 1] == ')' && s.p[open - 1] != '(')
		open--;
	if (open && open < s.n) /* "Betaalbaar wonen (SP)" */
		s = strip((struct slice){s.p, open - 1});
	bool begins = s.n > 1 && ((s.p[0] >= 'A' && s.p[0] <= 'Z') || (s.p[0] >= '0' && s.p[0] <= '9') ||
				  (unsigned char)s.p[0] == 0xc3);
	return begins ? s : (struct slice){0};
}

/* ---- outcomes ---- */

static void ask(struct told *told, int i)
{
	const struct mention *mention = mention_of(told, i);
	for (size_t k = 0; k < told->asked.n; k++)
		if (told->asked.v[k] == i)
			return;
	*list_push(told->reader->arena, &told->asked) = i;
	const char *name = mention->code ? mention->code : mention->title ? mention->title : "a motion";
	paper_add_finding(told->reader, "unknown_status",
			  arena_printf(told->reader->arena,
				       "%s: no outcome could be read: record it with 'griffie status'", name));
}

static void ask_sentence(struct told *told, struct slice s)
{
	size_t n = s.n > 120 ? 120 : s.n;
	while (n < s.n && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	paper_add_finding(told->reader, "unknown_status",
			  arena_printf(told->reader->arena,
				       "'%.*s' does not say which: record it with 'griffie status'", (int)n, s.p));
}

static void give(struct told *told, int i, enum state state, struct slice quote)
{
	struct mention *mention = mention_of(told, i);
	for (size_t k = 0; k < mention->events.n; k++)
		if (mention->events.v[k].state == state)
			return;
	paper_add_event(told->reader, mention, state, told->reader->document->date, quote, false);
}

static bool was_asked(const struct told *told, int i)
{
	for (size_t k = 0; k < told->asked.n; k++)
		if (told->asked.v[k] == i)
			return true;
	return false;
}

/* How many of this kind (NULL: of any) wait under this point of the agenda, up to two; `last` gets the last of them. */
static int waiting(const struct told *told, const enum item_kind *kind, int *last)
{
	int n = 0;
	for (int i = told->first; n < 2 && i < (int)told->reader->document->mentions.n; i++) {
		const struct mention *mention = mention_of(told, i);
		if (mention->events.n || was_asked(told, i) || (kind && mention->kind != *kind))
			continue;
		*last = i;
		n++;
	}
	return n;
}

/* The one that is being spoken of, without a number: what heads the point, what has this title, or what was named last. */
static int find_spoken(const struct told *told, enum item_kind kind, struct slice title)
{
	int last = NONE;
	const struct mention *subject = mention_of(told, told->subject);
	for (int i = told->first; title.n && i < (int)told->reader->document->mentions.n; i++)
		if (mention_of(told, i)->title && slice_is(title, mention_of(told, i)->title))
			return i;
	if (subject && subject->kind == kind && (!title.n || told->heads_point))
		return told->subject;
	return !title.n && waiting(told, &kind, &last) == 1 ? last : NONE;
}

static int open_mention(struct told *told, const struct decided_item *named, struct slice title, struct slice sentence)
{
	struct arena *arena = told->reader->arena;
	int known = named->code.n ? find_code(told, named->code) : find_spoken(told, named->kind, title);
	if (known != NONE || (!named->code.n && !title.n) || told->reader->document->mentions.n >= MENTIONS_MOST)
		return told->subject = known;
	struct mention *mention = paper_add_mention(told->reader, named->kind);
	mention->meeting = told->reader->document->date;
	mention->code = named->code.n ? arena_text(arena, named->code) : NULL;
	mention->title = title.n ? arena_text(arena, title) : NULL;
	add_parties(told->reader, sentence, mention);
	return told->subject = (int)told->reader->document->mentions.n - 1;
}

/* ---- sentences ---- */

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
	struct slice words = {body.p + sentence.start, sentence.end - sentence.start};
	if (number_before(body, sentence.start) != told->point + 1)
		return false;
	told->point++;
	told->subject = NONE;
	told->first = (int)told->reader->document->mentions.n;
	told->heads_point = false;
	told->agenda =
		slice_begins(words, "agenda") || (slice_holds(words, "vaststell") && slice_holds(words, "agenda"));
	told->lead = (struct slice){0};
	return true;
}

static bool is_filed(struct slice sentence)
{
	return (slice_holds(sentence, "dient ") || slice_holds(sentence, "dienen ")) && slice_holds(sentence, " in");
}

/* Motions and outcomes that take turns, either first: "M4 en M5 verworpen, M6 aangenomen". False when they do not. */
static bool take_turns(struct told *told, const struct decided *parts, struct slice sentence)
{
	enum state states[DECIDED_MOST] = {STATE_NONE};
	bool after = parts->items[0].at > parts->cues[0].at; /* "Verworpen worden M4 en M5" */
	for (size_t k = 0; k < parts->cue_count; k++) {
		const struct decided_cue *cue = &parts->cues[k];
		size_t from = after ? cue->at : k ? cue[-1].at : 0;
		size_t to = !after ? cue->at : k + 1 < parts->cue_count ? cue[1].at : sentence.n + 1;
		bool any = false;
		for (size_t i = 0; i < parts->count; i++)
			if (parts->items[i].at >= from && parts->items[i].at < to) {
				states[i] = cue->state;
				any = true;
			}
		if (!any)
			return false;
	}
	for (size_t i = 0; i < parts->count; i++)
		if (states[i] == STATE_NONE && parts->cues[parts->cue_count - 1].state != STATE_REPLACED)
			return false;
	for (size_t i = 0; i < parts->count; i++) {
		int one = states[i] == STATE_NONE ? NONE
						  : open_mention(told, &parts->items[i], (struct slice){0}, SLICE(""));
		if (one != NONE)
			give(told, one, states[i], sentence);
		else if (states[i] != STATE_NONE)
			ask_sentence(told, sentence);
	}
	return true;
}

static void take_several(struct told *told, const struct decided *parts, struct slice sentence)
{
	bool decided = parts->cue_count && decides(told, sentence, parts) && !is_open_outside(sentence, parts);
	if (parts->range || (decided && !take_turns(told, parts, sentence))) {
		if (decided)
			ask_sentence(told, sentence);
		return;
	}
	for (size_t i = 0; i < parts->count; i++)
		open_mention(told, &parts->items[i], (struct slice){0}, SLICE(""));
}

/* What the sentence says became of the one that it names. */
static enum state outcome_of(const struct told *told, struct slice sentence, const struct decided *parts)
{
	if (!parts->cue_count || !decides(told, sentence, parts) || is_open_outside(sentence, parts))
		return STATE_NONE;
	for (size_t i = 1; i < parts->cue_count; i++)
		if (parts->cues[i].state != parts->cues[0].state)
			return STATE_NONE;
	/* "Het voorstel wordt aangenomen met inachtneming van amendement A1." */
	size_t cue = parts->cues[parts->cue_count - 1].at;
	bool other = cue < parts->items[0].at && slice_find((struct slice){sentence.p, cue}, "voorstel") < cue;
	return other ? STATE_NONE : parts->cues[0].state;
}

/* A line that begins with the motion and ends with its outcome: "Motie 3 (SP) Betaalbaar wonen: aangenomen". */
static bool is_entry(struct slice sentence, const struct decided_item *named)
{
	static const char *const before[] = {"gewijzigde ",      "gewijzigd ",  "nader gewijzigde ",
					     "nader gewijzigd ", "aangepaste ", "aangepast "};
	if (named->at == 0)
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(before); i++)
		if (named->at == strlen(before[i]) && slice_begins(sentence, before[i]))
			return true;
	return false;
}

static struct slice title_of(const struct told *told, struct slice sentence, const struct decided *parts, bool point,
			     size_t end)
{
	const struct decided_item *named = &parts->items[0];
	struct slice rest = slice_from(sentence, named->end);
	struct slice title = {sentence.p + parts->quote.start, parts->quote.end - parts->quote.start};
	bool entry = is_entry(sentence, named);
	if (!named->code.n && parts->quote.start > named->end + 4)
		title.n = 0; /* "Het aangepaste amendement luidt: '...'" */
	if (!title.n && entry && (named->code.n || end < sentence.n) && end > named->end)
		title = entry_title(told->reader, (struct slice){rest.p, end - named->end});
	if (!title.n && ((point && entry) || is_filed(sentence)))
		title = clause_of(rest);
	return title;
}

static void take_one(struct told *told, const struct decided *parts, struct slice sentence, bool point)
{
	const struct decided_item *named = &parts->items[0];
	enum state state = STATE_NONE;
	bool entry = is_entry(sentence, named);
	size_t end = entry ? outcome_tail(sentence, &state) : sentence.n;
	if (end < named->end)
		end = sentence.n;
	if (end == sentence.n)
		state = outcome_of(told, sentence, parts);
	bool told_of = parts->cue_count || end < sentence.n;
	int i = open_mention(told, named, title_of(told, sentence, parts, point, end), sentence);
	told->heads_point |= point && entry && i != NONE;
	if (i != NONE && state != STATE_NONE)
		give(told, i, state, sentence);
	else if (i != NONE && end < sentence.n && !mention_of(told, i)->events.n)
		ask(told, i);
	else if (i == NONE && told_of && state != STATE_NONE)
		ask_sentence(told, sentence);
}

/* A sentence that names none: an outcome alone, or, under "Motie over ...", what the council decides. */
static void take_unnamed(struct told *told, struct slice sentence)
{
	static const char *const others[] = {
		"besluit niet", "niet in te stemmen", "niet over te gaan", "niet in stemming", "geen",  "indien",
		"agenda",       "te verwijzen",       "uit te stellen",    "te verdagen",      "kennis"};
	enum state state;
	int last = NONE;
	const struct mention *subject = mention_of(told, told->subject);
	bool alone = !told->aside && outcome_is(sentence, &state);
	if (alone && waiting(told, NULL, &last) == 1) {
		if (state != STATE_NONE)
			give(told, last, state, sentence);
		else
			ask(told, last);
	} else if (told->heads_point && subject && !subject->events.n && slice_begins(sentence, "de raad besluit") &&
		   sentence.p[sentence.n - 1] != ':' && !holds_any(sentence, others)) {
		give(told, told->subject, STATE_ADOPTED, sentence); /* what the motion asks */
	}
	told->aside |= slice_holds(sentence, "voorstel");
}

/* What is told of an earlier meeting gives nothing; but what is decided of it now is asked about. */
static void take_recited(struct told *told, const struct decided *parts, struct slice sentence)
{
	size_t now = decided_find(sentence, "wordt");
	if (now == sentence.n)
		now = decided_find(sentence, "worden");
	bool entry = parts->count && is_entry(sentence, &parts->items[0]);
	if (parts->cue_count && (now < parts->cues[parts->cue_count - 1].at || entry))
		ask_sentence(told, sentence);
	told->subject = NONE;
}

static void take_named(struct told *told, const struct decided *parts, struct slice sentence, bool point)
{
	if (!parts->count && is_open(sentence))
		return; /* "Er zijn geen moties ingediend." */
	told->named = true;
	told->aside = false;
	if (parts->count > 1 || parts->range)
		take_several(told, parts, sentence);
	else
		take_one(told, parts, sentence, point);
}

static void take_sentence(struct told *told, struct slice sentence, bool point)
{
	struct decided parts = {0};
	decided_read(sentence, &told->reader->document->mentions, &parts);
	bool named = parts.count || parts.range;
	if (named && is_recited(told, sentence))
		take_recited(told, &parts, sentence);
	else if (named && !told->agenda)
		take_named(told, &parts, sentence, point);
	else if (!named)
		take_unnamed(told, sentence);
	told->lead = slice_begins(sentence, "de raad besluit") ? sentence : (struct slice){0};
}

/* One past the last byte of what is told in one go from `start` on; `line` is moved past the lines before it. */
static size_t unit_end(const struct paper_reader *reader, struct span sentence, size_t *line)
{
	const struct text *text = &reader->document->text;
	for (; *line < text->lines.n; (*line)++) {
		if (text->lines.v[*line].furniture)
			continue;
		size_t at = text_place(text, text->lines.v[*line].start);
		if (at >= sentence.end)
			return sentence.end;
		if (at > sentence.start && decided_begins(paper_line(reader, *line)))
			return at;
	}
	return sentence.end;
}

/* What was named and is left without an outcome; when nothing at all was read, that. */
static void ask_for_rest(struct told *told)
{
	const struct mentions *mentions = &told->reader->document->mentions;
	for (int i = 0; i < (int)mentions->n; i++)
		if (!mentions->v[i].events.n)
			ask(told, i);
	if (told->named && !mentions->n && !told->reader->document->findings.n)
		paper_add_finding(
			told->reader, "unknown_status",
			"motions or amendments are named, but none could be read: record them with 'griffie add'");
}

/* Whether a sentence was cut behind the number of a motion: "Motie H.1 | SP Bewaar de kade". */
static bool is_cut(struct slice body, struct span sentence, struct span next)
{
	struct slice words = slice_trim((struct slice){body.p + sentence.start, sentence.end - sentence.start});
	size_t at = words.n;
	while (at && words.p[at - 1] != ' ')
		at--;
	struct slice last = slice_from(words, at);
	bool goes_on = !memchr(body.p + sentence.end, '\n', next.start - sentence.end);
	return goes_on && words.n && decided_code(last).n == last.n && memchr(last.p, '.', last.n);
}

void paper_decisions_told(struct paper_reader *reader)
{
	struct sentences sentences = {0};
	struct told told = {.reader = reader, .subject = NONE};
	struct slice body = {reader->document->text.body, reader->document->text.body_size};
	size_t line = 0;
	sentence_list(&reader->document->text, (struct span){0, body.n}, reader->arena, &sentences);
	for (size_t i = 0; i < sentences.n; i++) {
		bool point = begins_point(&told, body, sentences.v[i].body);
		for (; i + 1 < sentences.n && is_cut(body, sentences.v[i].body, sentences.v[i + 1].body); i++)
			sentences.v[i + 1].body.start = sentences.v[i].body.start;
		for (struct span rest = sentences.v[i].body; rest.start < rest.end;) {
			size_t end = unit_end(reader, rest, &line);
			struct slice unit = slice_trim(paper_text(reader, (struct span){rest.start, end}));
			if (unit.n)
				take_sentence(&told, unit, point);
			rest.start = end;
		}
	}
	ask_for_rest(&told);
	struct mention *list = paper_add_mention(reader, ITEM_OTHER);
	list->own_paper = true;
	list->takes_promises = true;
	list->title = reader->document->title;
	list->meeting = reader->document->date;
}
