/* paper_motion_vote.c: what was stamped on a motion of the vote: "Uitslag stemming: verworpen", "aangenomen (in de raad van 23 januari 2025)",
 * "Besluit: aangenomen met 23 stemmen voor en 22 tegen".
 *
 * A stamp is an outcome and nothing else but its votes and its day; a title or a name is none, whatever it holds. A form with
 * several outcomes to choose from ("aangenomen/verworpen") says nothing, for what was struck out does not come through in the text.
 */
#include "core/paper_motion.h"

#include "core/party.h"

enum { STAMP_MOST = 40, PHRASE_MOST = 200, DAY_LINES = 3 };

static const struct {
	const char *words;
	bool asks; /* a word behind it that is no known outcome is a question to the clerk */
} labels[] = {
	{"uitslag stemming", true}, {"stemuitslag", true}, {"uitslag", true},  {"stemming", false},
	{"resultaat", false},       {"status", false},     {"besluit", false},
};

/* ---- the words of an outcome ---- */

/* How many different outcomes the words name; a tie, and that it was put forward, are no choice. */
static size_t count_outcomes(struct slice words)
{
	unsigned seen = 0;
	size_t n = 0;
	for (size_t i = 0; i < words.n;) {
		size_t k = i;
		while (k < words.n && !strchr(" /,;|", words.p[k]))
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
		words.n = paper_find(words, tails[i]);
	return slice_trim(words);
}

/* The state of a phrase that says an outcome and nothing else; NONE for any other. */
static enum state phrase_state(struct slice words)
{
	static const char *const leads[] = {
		"deze motie is ",     "de motie is ",          "motie ",          "dit amendement is ",
		"het amendement is ", "amendement ",           "unaniem ",        "raadsbreed ",
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

static struct motion_stamp *last_stamp(struct motion_stamps *stamps)
{
	return stamps->n ? &stamps->v[stamps->n - 1] : NULL;
}

static void push_stamp(struct motion_stamps *stamps, enum state state, int on, struct slice quote)
{
	const struct motion_stamp *last = last_stamp(stamps);
	if (stamps->n == MOTION_STAMPS_MOST || (last && last->state == state && last->on == on))
		return;
	stamps->v[stamps->n++] = (struct motion_stamp){state, on, quote};
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
			   struct motion_stamps *stamps)
{
	struct motion_stamp *stamp = last_stamp(stamps);
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
static void read_stamp(const struct paper_reader *reader, struct slice line, bool loose, struct motion_stamps *stamps)
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
static void drop_choices(struct motion_stamps *stamps)
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

void motion_stamps_read(const struct paper_reader *reader, const struct motion_head *head, size_t movers, size_t last,
			struct motion_stamps *out)
{
	*out = (struct motion_stamps){0};
	bool waits = false; /* a label stands alone: its value is the next line */
	for (size_t i = 0; i < last; i++) {
		struct slice line = head->v[i].text;
		size_t label;
		bool free = i < head->name || i > movers || waits;
		waits = without_label(line, &label).n == 0;
		if (free || label < ARRAY_SIZE(labels))
			read_stamp(reader, line, free, out);
		read_stamp_day(reader, &head->v[i], last - i, out);
	}
	drop_choices(out);
}

void motion_foot_read(const struct paper_reader *reader, size_t first, size_t last, struct motion_stamps *out)
{
	*out = (struct motion_stamps){0};
	for (size_t i = first; i < last; i++)
		read_stamp(reader, paper_line(reader, i), false, out);
	drop_choices(out);
}
