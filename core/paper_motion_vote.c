/* paper_motion_vote.c: what became of a motion, by its stamps and its closing line: "Uitslag stemming: verworpen", "aangenomen (in de raad van 23 januari 2025)",
 * "Besluit: aangenomen met 23 stemmen voor en 22 tegen".
 *
 * A stamp is an outcome and nothing else but its votes and its day; a title or a name is none, whatever it holds. A form with
 * several outcomes to choose from ("aangenomen/verworpen") says nothing, for what was struck out does not come through in the text.
 */
#include "core/paper_motion.h"

#include "core/party.h"

enum { STAMP_MOST = 40, PHRASE_MOST = 200, DAY_LINES = 3, STAMPS_MOST = 8, OPENING_WITHIN = 14, FOOT_LINES = 20 };

/* What was stamped on the paper, in order. */
struct stamp {
	enum state state;
	int on; /* DATE_NONE when no day is told */
	struct slice quote;
};

struct stamps {
	struct stamp v[STAMPS_MOST];
	size_t n;
	bool labelled;        /* "Uitslag stemming:" stands there */
	struct slice unknown; /* words that could be the outcome, and are none that is known or more than one */
};

static const struct {
	const char *words;
	bool asks; /* a word behind it that is no known outcome is a question to the clerk */
} labels[] = {
	{"uitslag stemming", true}, {"stemuitslag", true}, {"uitslag", true},  {"stemming", false},
	{"resultaat", false},       {"status", false},     {"besluit", false},
};

/* ---- the words of an outcome ---- */

static bool parts_outcomes(char c)
{
	return c == ' ' || c == '/' || c == ',' || c == ';' || c == '|' || c == '\0';
}

/* How many different outcomes the words name; a tie, and that it was put forward, are no choice. */
static size_t count_outcomes(struct slice words)
{
	unsigned seen = 0;
	size_t n = 0;
	for (size_t i = 0; i < words.n;) {
		size_t k = i;
		while (k < words.n && !parts_outcomes(words.p[k]))
			k++;
		enum state state = state_from_alias((struct slice){words.p + i, k - i});
		bool counts = state != STATE_NONE && state != STATE_TIED && state != STATE_SUBMITTED;
		n += counts && !(seen >> state & 1u);
		seen |= counts ? 1u << state : 0;
		i = k + 1;
	}
	return n;
}

/* The outcome without its votes and its day: "Aangenomen" of "Aangenomen met 23 stemmen voor en 22 tegen". */
static struct slice outcome_core(struct slice words)
{
	static const char *const tails[] = {"(",    ",",      ";", " met ", " bij ", " zonder ", " in de ",
					    " op ", " door ", ":", " – ",   " - ",   ".",        " nadat "};
	for (size_t i = 0; i < ARRAY_SIZE(tails); i++)
		words.n = slice_find(words, tails[i]);
	return slice_trim(words);
}

/* "met 10 stemmen voor en 7 stemmen tegen verworpen": the votes stand before the outcome. */
static struct slice behind_votes(struct slice words)
{
	static const char against[] = " tegen ";
	size_t at = slice_find(words, against);
	if (!slice_begins(words, "met ") || at == words.n || !is_digit(words.p[strlen("met ")]))
		return words;
	return slice_trim(slice_from(words, at + strlen(against)));
}

/* The state of a phrase that says an outcome and nothing else; NONE for any other. */
static enum state phrase_state(struct slice words)
{
	static const char *const leads[] = {
		"deze motie is ",     "de motie is ",          "de motie wordt ", "motie ",   "dit amendement is ",
		"het amendement is ", "het amendement wordt ", "amendement ",     "unaniem ", "raadsbreed ",
		"gewijzigd ",         "met algemene stemmen ", "bij acclamatie ", "is "};
	static const char *const tied[] = {"stemmen gestaakt",    "stemmen staken",    "staken van stemmen",
					   "staking van stemmen", "gestaakte stemmen", "de stemmen staken"};
	if (words.n > PHRASE_MOST)
		return STATE_NONE;
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++)
		if (slice_begins(words, leads[i])) {
			size_t n = strlen(leads[i]);
			words = slice_trim((struct slice){words.p + n, words.n - n});
		}
	words = behind_votes(words);
	struct slice core = outcome_core(words);
	for (size_t i = 0; i < ARRAY_SIZE(tied); i++)
		if (slice_is(core, tied[i]))
			return STATE_TIED;
	bool unaniem = slice_begins(words, "aangenomen unaniem");
	if (!unaniem && memchr(core.p, ' ', core.n) && !slice_begins(core, "niet "))
		return STATE_NONE;
	return count_outcomes(core) > 1 ? STATE_NONE : state_from_alias(core);
}

/* ---- stamps ---- */

static struct stamp *last_stamp(struct stamps *stamps)
{
	return stamps->n ? &stamps->v[stamps->n - 1] : NULL;
}

static void push_stamp(struct stamps *stamps, enum state state, int on, struct slice quote)
{
	const struct stamp *last = last_stamp(stamps);
	if (stamps->n == STAMPS_MOST || (last && last->state == state && last->on == on))
		return;
	stamps->v[stamps->n++] = (struct stamp){state, on, quote};
}

static bool is_low_words(struct slice line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] != ' ' && !(line.p[i] >= 'a' && line.p[i] <= 'z'))
			return false;
	return line.n >= 4;
}

/* The day in a bracket that begins in the first line and may wrap: "(in de raad van 19 december" "2024)"; `*end` is the line's end behind it. */
static int bracket_day(const struct paper_reader *reader, const struct motion_line *lines, size_t n, const char **end)
{
	struct slice first = lines[0].text;
	const char *open = memchr(first.p, '(', first.n);
	if (!open || !slice_holds(first, "raad"))
		return DATE_NONE;
	for (size_t i = 0; i < n && i < DAY_LINES && (i == 0 || !lines[i].gap); i++) {
		*end = lines[i].text.p + lines[i].text.n;
		char *text = arena_text(reader->arena, (struct slice){open, (size_t)(*end - open)});
		for (char *p = text; *p; p++)
			*p = *p == '\n' || *p == '\r' ? ' ' : *p;
		int day = paper_day(reader, slice_of(text), NULL);
		if (day != DATE_NONE)
			return day;
	}
	return DATE_NONE;
}

/* The day of "(in de raad van 19 december 2024)" goes to the stamp in its line or before it. */
static void read_stamp_day(const struct paper_reader *reader, const struct motion_line *lines, size_t n,
			   struct stamps *stamps)
{
	struct stamp *stamp = last_stamp(stamps);
	struct slice line = lines[0].text;
	bool own = stamp && stamp->quote.p >= line.p && stamp->quote.p < line.p + line.n;
	const char *end;
	int day = stamp && stamp->on == DATE_NONE && (own || slice_begins(line, "("))
			  ? bracket_day(reader, lines, n, &end)
			  : DATE_NONE;
	if (day == DATE_NONE)
		return;
	stamp->on = day;
	stamp->quote.n = (size_t)(end - stamp->quote.p);
}

/* "H.2 SP verworpen": number and party may stand before the stamp. */
static struct slice behind_code(struct slice line)
{
	size_t n = 0;
	while (n < line.n && line.p[n] != ' ')
		n++;
	if (n < 3 || n > 7 || !memchr(line.p, '.', n) || n == line.n)
		return line;
	struct slice rest = slice_trim((struct slice){line.p + n, line.n - n});
	size_t party = party_prefix(rest);
	return party && party < rest.n ? slice_trim((struct slice){rest.p + party, rest.n - party}) : line;
}

/* What stands behind the label, or the line itself; `*label` is its row, or the count of labels. */
static struct slice without_label(struct slice line, size_t *label)
{
	struct slice value = line;
	for (*label = 0; *label < ARRAY_SIZE(labels); (*label)++)
		if (motion_field(line, labels[*label].words, &value))
			return value;
	return line;
}

/* One line. `loose`: it stands where stamps are put, so that low words alone are one too, known or not. */
static void read_stamp(const struct paper_reader *reader, struct slice line, bool loose, struct stamps *stamps)
{
	size_t label;
	struct slice words = behind_code(without_label(line, &label));
	bool labelled = label < ARRAY_SIZE(labels), asks = labelled && labels[label].asks;
	bool choice = words.n <= PHRASE_MOST && count_outcomes(words) > 1;
	stamps->labelled |= asks || (labelled && choice);
	if (words.n == 0)
		return;
	enum state state = phrase_state(words);
	bool low = words.p[0] >= 'a' && words.p[0] <= 'z';
	bool alone = loose && words.n <= STAMP_MOST && (low || !memchr(words.p, ' ', words.n));
	if (state == STATE_NONE && !choice && (asks || (alone && !labelled)))
		state = state_from_alias(words);
	bool odd = asks || (alone && is_low_words(words)) || (choice && (labelled || alone));
	if (state != STATE_NONE)
		push_stamp(stamps, state, paper_day(reader, words, NULL), words);
	else if (odd && words.n <= PHRASE_MOST && !slice_is(words, "gewijzigd"))
		stamps->unknown = words;
}

/* Several outcomes without a day are a form to choose from, unless the first is a tie. */
static void drop_choices(struct stamps *stamps)
{
	unsigned seen = 0;
	size_t n = 0;
	for (size_t i = 0; i < stamps->n; i++) {
		enum state state = stamps->v[i].state;
		bool counts = stamps->v[i].on == DATE_NONE && state != STATE_TIED && state != STATE_SUBMITTED;
		n += counts && !(seen >> state & 1u);
		seen |= counts ? 1u << state : 0;
	}
	if (n < 2)
		return;
	stamps->unknown = stamps->v[0].quote;
	stamps->n = 0;
}

/* The head, before line `last`; the lines of title and movers count only where a label says what they are. */
static void read_head(const struct paper_reader *reader, const struct motion_head *head, size_t last,
		      struct stamps *out)
{
	*out = (struct stamps){0};
	bool waits = false; /* a label stands alone: its value is the next line */
	for (size_t i = 0; i < last; i++) {
		struct slice line = head->v[i].text;
		size_t label;
		bool free = i < head->name || i > head->movers || waits;
		waits = without_label(line, &label).n == 0;
		if (free || label < ARRAY_SIZE(labels))
			read_stamp(reader, line, free, out);
		read_stamp_day(reader, &head->v[i], last - i, out);
	}
	drop_choices(out);
}

static void read_foot(const struct paper_reader *reader, size_t first, size_t last, struct stamps *out)
{
	*out = (struct stamps){0};
	for (size_t i = first; i < last; i++)
		read_stamp(reader, paper_line(reader, i), false, out);
	drop_choices(out);
}

/* The stamps of the head, or, where it has none, what was written under the text. */
static void read_stamps(const struct paper_reader *reader, const struct motion_head *head, struct stamps *out)
{
	size_t n = reader->document->text.lines.n;
	bool near = head->opening < head->n && head->opening - head->name <= OPENING_WITHIN;
	read_head(reader, head, near ? head->opening : head->name, out);
	if (out->n || out->unknown.n)
		return;
	bool labelled = out->labelled;
	read_foot(reader, head->foot ? head->foot : n > FOOT_LINES ? n - FOOT_LINES : 0, n, out);
	out->labelled |= labelled;
}

/* ---- the closing line ---- */

static bool is_same_day_of_year(int a, int b)
{
	struct ymd x = date_parts(a), y = date_parts(b);
	return x.month == y.month && x.day == y.day;
}

/* "Aldus verworpen in de openbare raadsvergadering van 22 mei 2025"; empty where there is no such line. */
struct closing {
	struct slice text;
	enum state state;
	int day;
};

/* Its paragraph, or, where the layout was lost, the part of one that begins with it. */
static struct slice find_closing(const struct paper_reader *reader)
{
	static const char inside[] = " Aldus ";
	size_t i = paper_find_paragraph(reader, 0, "Aldus ");
	if (i < reader->paragraph_count)
		return paper_paragraph(reader, i);
	struct slice paragraph = paper_paragraph(reader, paper_holding_paragraph(reader, 0, inside));
	size_t at = slice_find(paragraph, inside);
	struct slice text = {paragraph.p + at, paragraph.n - at};
	bool voted = text.n && text.p[1] == 'A' &&
		     state_from_alias((struct slice){text.p, slice_find(text, " in de ")}) != STATE_NONE;
	return voted ? slice_trim(text) : SLICE("");
}

static struct closing read_closing(const struct paper_reader *reader)
{
	struct closing closing = {.text = find_closing(reader)};
	size_t end;
	closing.day = paper_day(reader, closing.text, &end);
	closing.text.n = end; /* behind the day stands who signed */
	closing.state = state_from_alias((struct slice){closing.text.p, slice_find(closing.text, " in de ")});
	return closing;
}

/* The stamp that counts: the last that is no tie, for after a tie there is another vote. */
static const struct stamp *final_stamp(const struct stamps *stamps)
{
	for (size_t i = stamps->n; i-- > 0;)
		if (stamps->v[i].state != STATE_TIED)
			return &stamps->v[i];
	return stamps->n ? &stamps->v[0] : NULL;
}

static void add_stamp(const struct paper_reader *reader, struct mention *mention, const struct stamp *stamp, int on)
{
	char *quote = arena_text(reader->arena, stamp->quote), *end = quote;
	for (const char *p = quote; *p; p++) { /* runs of blanks and line ends become one blank */
		bool blank = (unsigned char)*p <= ' ';
		if (!blank)
			*end++ = *p;
		else if (end > quote && end[-1] != ' ')
			*end++ = ' ';
	}
	*end = '\0';
	*list_push(reader->arena, &mention->events) =
		(struct event){stamp->state, on, quote, paper_raw(reader, stamp->quote), false};
}

/* What became of it before the last vote: a tie, a motion that was held. A tie without a day is that of the meeting for which the
 * motion was written, when the outcome is of a later one (Gemeentewet, art. 32: the vote is taken again in a following meeting). */
static void add_earlier(const struct paper_reader *reader, struct mention *mention, const struct stamps *stamps,
			int outcome_day)
{
	const struct stamp *final = final_stamp(stamps);
	for (size_t i = 0; i < stamps->n; i++) {
		const struct stamp *stamp = &stamps->v[i];
		int on = stamp->on;
		if (on == DATE_NONE && stamp->state == STATE_TIED && mention->meeting < outcome_day)
			on = mention->meeting;
		if (stamp != final && on != DATE_NONE && on != outcome_day)
			add_stamp(reader, mention, stamp, on);
	}
}

static void find_contradictions(struct paper_reader *reader, const struct closing *closing, const struct stamp *stamp,
				struct mention *mention)
{
	char head[DATE_TEXT], foot[DATE_TEXT];
	if (stamp && stamp->state != STATE_TIED && closing->state != STATE_NONE && stamp->state != closing->state)
		paper_add_finding(reader, "outcome_contradicts",
				  arena_printf(reader->arena, "the head says %s, the closing line %s",
					       state_to_text(stamp->state), state_to_text(closing->state)));
	int said = stamp && stamp->on != DATE_NONE ? stamp->on : mention->meeting;
	bool differs = closing->day != DATE_NONE && said != DATE_NONE && closing->day != said;
	if (!differs || (said == mention->meeting && !is_same_day_of_year(closing->day, said)))
		return;
	paper_add_finding(reader, "date_contradicts",
			  arena_printf(reader->arena, "the head says %s, the closing line %s; the closing line counts",
				       date_format(said, head), date_format(closing->day, foot)));
	if (said == mention->meeting)
		mention->meeting = closing->day;
}

/* Stamp and closing line together: the closing line counts where they differ. */
static void read_outcome(struct paper_reader *reader, struct slice opening, const struct stamps *stamps,
			 struct mention *mention)
{
	struct document *document = reader->document;
	struct closing closing = read_closing(reader);
	const struct stamp *stamp = final_stamp(stamps);
	find_contradictions(reader, &closing, stamp, mention);
	document->outcome = closing.state != STATE_NONE ? closing.state : stamp ? stamp->state : STATE_NONE;
	int day = closing.day != DATE_NONE          ? closing.day
		  : stamp && stamp->on != DATE_NONE ? stamp->on
						    : mention->meeting;
	paper_add_event(reader, mention, STATE_SUBMITTED, mention->meeting, opening, false);
	add_earlier(reader, mention, stamps, day);
	if (document->outcome != STATE_NONE && closing.text.n)
		paper_add_event(reader, mention, document->outcome, day, closing.text, false);
	else if (document->outcome != STATE_NONE)
		add_stamp(reader, mention, stamp, day);
	if (document->outcome == STATE_NONE && stamps->labelled && stamps->unknown.n)
		paper_add_finding(reader, "unknown_status",
				  arena_printf(reader->arena,
					       "'%.*s' is no outcome that is known: record it with 'griffie status'",
					       (int)stamps->unknown.n, stamps->unknown.p));
	document->date = day;
}

void motion_vote_read(struct paper_reader *reader, const struct motion_head *head, struct slice opening,
		      struct mention *mention)
{
	struct stamps stamps;
	read_stamps(reader, head, &stamps);
	read_outcome(reader, opening, &stamps, mention);
}
