/* decided.c: one pass over a sentence: at each word a noun with its numbers, a number alone, or words that decide. */
#include "core/decided.h"

#include "core/outcome.h"
#include "core/paper.h"
#include "core/party.h"

enum { CODE_MOST = 9, BRACKET_MOST = 400 };

static bool begins_word(struct slice s, size_t at)
{
	return at == 0 || strchr(" (\"'/\x98\x9c", s.p[at - 1]) != NULL;
}

static size_t word_size(struct slice s)
{
	size_t n = 0;
	while (n < s.n && !strchr(" ,.;:()?!\"'", s.p[n]))
		n++;
	return n;
}

/* Whether `text` stands at `at` as whole words. */
static bool stands(struct slice s, size_t at, const char *text)
{
	size_t n = strlen(text);
	return begins_word(s, at) && slice_begins(slice_from(s, at), text) &&
	       (at + n == s.n || strchr(" ,.;:()?!\"'/\xe2", s.p[at + n]));
}

size_t decided_find(struct slice s, const char *text)
{
	for (size_t at = 0; at + strlen(text) <= s.n; at++)
		if (stands(s, at, text))
			return at;
	return s.n;
}

bool decided_holds(struct slice s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (decided_find(s, words[i]) < s.n)
			return true;
	return false;
}

/* ---- what a sentence names ---- */

/* A number with at most two capitals before it, and no party. */
struct slice decided_code(struct slice s)
{
	size_t n = 0, capitals = 0, digits = 0;
	for (; n < s.n && !strchr(" ,;:()'\"", s.p[n]); n++) {
		char c = s.p[n];
		if (c >= 'A' && c <= 'Z')
			capitals++;
		else if (c >= '0' && c <= '9')
			digits++;
		else if (!strchr(".-", c) &&
			 !(digits && c >= 'a' && c <= 'z' && n + 1 < s.n && strchr(" ,;:()", s.p[n + 1])))
			return (struct slice){0};
	}
	while (n && strchr(".-", s.p[n - 1]))
		n--;
	struct slice code = {s.p, n};
	bool lettered = n > 2 && n <= 4 && capitals >= 1 && s.p[1] == '.'; /* "H.A" */
	bool year = digits == 4 && n == 4;
	return capitals <= 2 && (digits || lettered) && digits <= 7 && n <= CODE_MOST && !year && !party_prefix(code)
		       ? code
		       : (struct slice){0};
}

static size_t skip_blanks(struct slice s, size_t at)
{
	while (at < s.n && strchr(" (", s.p[at]))
		at++;
	return at;
}

static void add_named(struct decided *parts, enum item_kind kind, struct slice code, size_t at, size_t end)
{
	for (size_t i = 0; i < parts->count; i++)
		if (!code.n ||
		    (parts->items[i].code.n == code.n && memcmp(parts->items[i].code.p, code.p, code.n) == 0))
			return; /* "de motie" behind "motie M1" */
	if (parts->count < DECIDED_MOST)
		parts->items[parts->count++] = (struct decided_item){kind, code, at, end};
	else
		parts->range = true;
}

/* The bytes of what joins the numbers of a list: ", ", " en ", "/"; 0 for none. */
static size_t joint_size(struct slice s, bool *range)
{
	static const char *const joints[] = {", en ", ", ", " en ", " & ", "/", " t/m ", " tot en met "};
	for (size_t i = 0; i < ARRAY_SIZE(joints); i++)
		if (slice_begins(s, joints[i])) {
			*range |= i >= ARRAY_SIZE(joints) - 2;
			return strlen(joints[i]);
		}
	return 0;
}

/* The numbers from `at` on: "M4", "M4, M5 en M6". Returns the offset behind the last, or `at` when there is none. */
static size_t take_codes(struct slice s, size_t at, size_t start, enum item_kind kind, struct decided *parts)
{
	size_t end = at;
	for (size_t from = skip_blanks(s, at);;) {
		struct slice code = decided_code(slice_from(s, from));
		if (!code.n)
			return end;
		end = from + code.n;
		add_named(parts, kind, code, start, end);
		bool range = false;
		size_t joint = joint_size(slice_from(s, end), &range);
		if (!joint || !decided_code(slice_from(s, end + joint)).n)
			return end;
		parts->range |= range;
		from = start = end + joint;
	}
}

static const struct {
	const char *word;
	enum item_kind kind;
	bool several;
} nouns[] = {{"motie", ITEM_MOTION, false},
	     {"amendement", ITEM_AMENDMENT, false},
	     {"subamendement", ITEM_AMENDMENT, false},
	     {"moties", ITEM_MOTION, true},
	     {"amendementen", ITEM_AMENDMENT, true},
	     {"subamendementen", ITEM_AMENDMENT, true}};

/* The row of the noun that stands at `at`; the count of rows when none does. */
static size_t noun_at(struct slice s, size_t at)
{
	size_t i = 0;
	while (i < ARRAY_SIZE(nouns) && !stands(s, at, nouns[i].word))
		i++;
	return i;
}

static const struct mention *find_known(const struct mentions *known, struct slice code)
{
	for (size_t i = 0; i < known->n; i++)
		if (known->v[i].code && slice_is(code, known->v[i].code))
			return &known->v[i];
	return NULL;
}

/* "M12", "A8.1" without a noun: at the head of a line, behind another such, or known already. */
static bool is_bare_code(const struct mentions *known, struct slice s, size_t at, const struct decided *parts,
			 enum item_kind *kind)
{
	struct slice code = decided_code(slice_from(s, at));
	if (!code.n || !strchr("MA", s.p[at]) || !begins_word(s, at))
		return false;
	bool lettered = code.n > 1 && (strchr(".-", code.p[1]) || (code.p[1] >= '0' && code.p[1] <= '9'));
	const struct mention *same = find_known(known, code);
	*kind = same ? same->kind : s.p[at] == 'M' ? ITEM_MOTION : ITEM_AMENDMENT;
	bool follows = parts->count && parts->items[0].at == 0 && parts->cue_count;
	return same || (lettered && (at == 0 || follows));
}

/* ---- what a sentence says was decided ---- */

/* The state of the cue that stands at `at`; STATE_NONE for none. What is said of a motion ("de aangenomen motie") is no decision. */
static enum state cue_at(struct slice s, size_t at, size_t *size)
{
	static const struct {
		const char *words;
		enum state state;
	} cues[] = {{"aangenomen", STATE_ADOPTED},      {"aan te nemen", STATE_ADOPTED},
		    {"aanvaard", STATE_ADOPTED},        {"te aanvaarden", STATE_ADOPTED},
		    {"aanvaardt", STATE_ADOPTED},       {"verworpen", STATE_REJECTED},
		    {"te verwerpen", STATE_REJECTED},   {"verwerpt", STATE_REJECTED},
		    {"afgewezen", STATE_REJECTED},      {"aangehouden", STATE_HELD},
		    {"aan te houden", STATE_HELD},      {"ingetrokken", STATE_WITHDRAWN},
		    {"in te trekken", STATE_WITHDRAWN}, {"teruggetrokken", STATE_WITHDRAWN},
		    {"overgenomen", STATE_TAKEN_OVER},  {"over te nemen", STATE_TAKEN_OVER},
		    {"staken de stemmen", STATE_TIED},  {"stemmen staken", STATE_TIED},
		    {"stemmen gestaakt", STATE_TIED},   {"vervangen door", STATE_REPLACED}};
	for (size_t i = 0; i < ARRAY_SIZE(cues); i++) {
		*size = strlen(cues[i].words);
		if (stands(s, at, cues[i].words))
			return s.p[at + *size - 1] == 'n' && noun_at(s, at + *size + 1) < ARRAY_SIZE(nouns)
				       ? STATE_NONE
				       : cues[i].state;
	}
	return STATE_NONE;
}

/* "De raad neemt motie M3 aan.", "De SP trekt de motie in.": a verb, and its other half at the end. STATE_NONE for none. */
static enum state parted_verb(struct slice s)
{
	static const struct {
		const char *verb;
		const char *end;
		enum state state;
	} verbs[] = {{"trekt", " in", STATE_WITHDRAWN}, {"trekken", " in", STATE_WITHDRAWN},
		     {"houdt", " aan", STATE_HELD},     {"houden", " aan", STATE_HELD},
		     {"neemt", " aan", STATE_ADOPTED},  {"neemt", " over", STATE_TAKEN_OVER}};
	while (s.n && strchr(". ", s.p[s.n - 1]))
		s.n--;
	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++) {
		size_t n = strlen(verbs[i].end);
		bool ends = s.n > n && slice_begins(slice_from(s, s.n - n), verbs[i].end);
		if (ends && decided_find(s, verbs[i].verb) < s.n)
			return verbs[i].state;
	}
	return STATE_NONE;
}

/* ---- the whole of a sentence ---- */

size_t decided_bracket(struct slice s, size_t at)
{
	size_t most = s.n - at < BRACKET_MOST ? s.n - at : BRACKET_MOST;
	const char *close = s.p[at] == '(' ? memchr(s.p + at, ')', most) : NULL;
	return close ? (size_t)(close - s.p) : at;
}

/* From here on the sentence speaks of the proposal: "..., wordt het gewijzigde voorstel aangenomen". */
static size_t proposal_at(struct slice s)
{
	static const char *const verbs[] = {"wordt het", "is het", "wordt het aldus gewijzigde",
					    "wordt het geamendeerde", "wordt het gewijzigde"};
	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++) {
		size_t at = decided_find(s, verbs[i]), n = strlen(verbs[i]) + 1;
		struct slice next = at + n < s.n ? slice_from(s, at + n) : SLICE("");
		struct slice word = {next.p, word_size(next)};
		if (word.n >= 8 && slice_begins(slice_from(word, word.n - 8), "voorstel"))
			return at;
	}
	return s.n;
}

/* Brackets are stepped over, unless a number stands in them: "een amendement (A3)". */
void decided_read(struct slice s, const struct mentions *known, struct decided *parts)
{
	enum item_kind kind;
	size_t size, end;
	struct slice quoted = paper_quoted(s, &end);
	if (quoted.n)
		parts->quote = (struct span){(size_t)(quoted.p - s.p), (size_t)(quoted.p - s.p) + quoted.n};
	s.n = proposal_at(s);
	for (size_t at = 0; at < s.n; at++) {
		if (at == parts->quote.start)
			at = parts->quote.end;
		if (at >= s.n)
			return;
		at = decided_bracket(s, at);
		size_t noun = noun_at(s, at);
		enum state state = cue_at(s, at, &size);
		if (noun < ARRAY_SIZE(nouns)) {
			size_t from = at + strlen(nouns[noun].word);
			size_t behind_codes = take_codes(s, from, at, nouns[noun].kind, parts);
			parts->range |= behind_codes == from && nouns[noun].several;
			if (behind_codes == from && !nouns[noun].several)
				add_named(parts, nouns[noun].kind, (struct slice){0}, at, from);
			at = behind_codes - 1;
		} else if (is_bare_code(known, s, at, parts, &kind)) {
			at = take_codes(s, at, at, kind, parts) - 1;
		} else if (state != STATE_NONE && parts->cue_count < DECIDED_CUES_MOST) {
			parts->cues[parts->cue_count++] = (struct decided_cue){state, at};
		}
	}
	if (!parts->cue_count && parted_verb(s) != STATE_NONE)
		parts->cues[parts->cue_count++] = (struct decided_cue){parted_verb(s), s.n};
}

bool decided_begins(struct slice line)
{
	enum state state;
	if (!line.n || !(line.p[0] >= 'A' && line.p[0] <= 'Z'))
		return false;
	size_t article = slice_begins(line, "de ") ? 3 : slice_begins(line, "het ") ? 4 : 0;
	if (article < line.n && noun_at(line, article) < ARRAY_SIZE(nouns))
		return true;
	return strchr("MA", line.p[0]) && decided_code(line).n && outcome_tail(line, &state) < line.n;
}
