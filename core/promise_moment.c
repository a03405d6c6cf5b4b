/* promise_moment.c: which of the moments in a sentence is the moment of the act.
 *
 * A sentence names other days too: of the meeting, the letter or the promise that it recalls, of the event after which
 * the act will come, or a year that is part of a name ("jaarverslag 2025"). Those are put aside first; of the rest the one
 * in the act's own clause and nearest to its verb is taken.
 */
#include "core/promise_grammar.h"
#include "core/promise_parts.h"

#define HAS(i, c) ((r->v[i].classes & (c)) != 0)

/* The first word that begins at or after byte `at`. */
static size_t word_at(const struct reading *r, size_t at)
{
	size_t i = 0;
	while (i < r->n && r->v[i].start < at)
		i++;
	return i;
}

static bool is_year_only(struct slice words)
{
	if (words.n != 4)
		return false;
	for (size_t i = 0; i < 4; i++)
		if (words.p[i] < '0' || words.p[i] > '9')
			return false;
	return true;
}

/* "Actieplan Kust 2025": a year is a moment only behind a preposition of time. */
static bool is_part_of_name(const struct reading *r, const struct moment *m, size_t word)
{
	struct slice words = {r->sentence.p + m->start, m->end - m->start};
	if (!is_year_only(words))
		return false;
	static const char *const time[] = {"in", "voor",      "uiterlijk", "per",   "vanaf",
					   "na", "gedurende", "over",      "begin", "eind"};
	for (size_t i = 0; word > 0 && i < ARRAY_SIZE(time); i++)
		if (reading_is(r, word - 1, time[i]))
			return false;
	return true;
}

/* "na het debat van 11 september", "de motie van 3 juni": the day of a meeting or a paper. */
static bool is_of_meeting(const struct reading *r, size_t word)
{
	if (word < 2)
		return false;
	size_t noun = word - 2;
	if (!HAS(noun, C_MEETING) || !(reading_is(r, word - 1, "van") || reading_is(r, word - 1, "dd")))
		return false;
	size_t before = grammar_back(r, noun, noun > 3 ? noun - 3 : 0, C_PREP | C_EVENT);
	return before == NONE || !(reading_is(r, before, "in") || reading_is(r, before, "tijdens"));
}

/* "voor de raadsvergadering van 24 april": the day before. The meeting is known to be one. */
static bool is_before_meeting(const struct reading *r, const struct moment *m, size_t word)
{
	size_t noun = word - 2, before = grammar_back(r, noun, noun > 3 ? noun - 3 : 0, C_PREP);
	return !HAS(noun, C_OBJECT) && before != NONE && reading_is(r, before, "voor") && m->latest != DATE_NONE &&
	       m->earliest == m->latest;
}

static void moment_end_before(struct moment *m, int anchor)
{
	char day[DATE_TEXT];
	m->latest--;
	m->earliest = anchor <= m->latest ? anchor : DATE_NONE;
	snprintf(m->edtf, sizeof m->edtf, "../%s", date_format(m->latest, day));
}

/* "halfjaarlijks tot 2028": comes again and again, and is not owed in 2028. */
static bool ends_recurrence(const struct reading *r, const struct moments *before, size_t word)
{
	if (before->n == 0 || !before->v[before->n - 1].recurring)
		return false;
	return reading_is(r, word, "tot") || (word > 0 && reading_is(r, word - 1, "tot"));
}

/* "zodra het onderzoek in september is afgerond": the day of another event. */
static bool is_of_event(const struct reading *r, size_t word)
{
	size_t when = grammar_back(r, word, grammar_clause_start(r, word), C_WHEN);
	if (when == NONE || grammar_back(r, word, when, C_FUTURE | C_PASSIVE | C_SAY) != NONE)
		return false;
	for (size_t i = when; HAS(when, C_CAUSE) && i < word; i++) /* "op basis daarvan sturen wij u in mei" */
		if (r->v[i].entry && r->v[i].entry->use_count)
			return false;
	return true;
}

/* "heeft in oktober toegezegd": the day of the earlier promise. */
static bool is_of_earlier_pledge(const struct reading *r, const struct moment *m, size_t word)
{
	if (m->edtf[0] == '.')
		return false;
	size_t end = grammar_clause_end(r, word);
	size_t done = grammar_back(r, end, word, C_PLEDGE_DONE);
	return done != NONE && grammar_back(r, done, grammar_clause_start(r, word), C_PAST) != NONE &&
	       grammar_back(r, done, word, C_SUB) == NONE;
}

/* "1 september (en niet, zoals gemeld, 1 juli)": in brackets, denied or said to be the day that was set before. */
static bool is_put_aside(const struct reading *r, const struct moment *m, size_t word)
{
	size_t open = m->start;
	while (open > 0 && r->sentence.p[open] != '(' && r->sentence.p[open] != ')')
		open--;
	return r->sentence.p[open] == '(' && grammar_back(r, word, word_at(r, open), C_NOT | C_EARLIER) != NONE;
}

/* "Gepland voor mei" is in May, and not before it: reads the words again without their "voor". */
static void moment_mend_planned(const struct reading *r, const struct moment_context *context, struct arena *arena,
				size_t word, struct moment *m)
{
	static const char *const planned[] = {"gepland", "ingepland", "voorzien", "geagendeerd"};
	struct moments again = {0};
	size_t behind = word_at(r, m->end);
	if (word == 0 || word + 1 >= r->n || !reading_is(r, word, "voor") || m->end <= r->v[word + 1].start)
		return;
	for (size_t i = 0; i < ARRAY_SIZE(planned) && !again.n; i++)
		if (reading_is(r, word - 1, planned[i]) || (behind < r->n && reading_is(r, behind, planned[i]))) {
			size_t start = r->v[word + 1].start;
			moment_list((struct slice){r->sentence.p + start, m->end - start}, context, arena, &again);
			if (!again.n)
				return;
			*m = again.v[0];
			m->start += start;
			m->end += start;
		}
}

void promise_moments_find(const struct reading *r, const struct moment_context *context, struct arena *arena,
			  struct moments *out)
{
	struct moments all = {0};
	moment_list(r->sentence, context, arena, &all);
	for (size_t i = 0; i < all.n; i++) {
		const struct moment *m = &all.v[i];
		size_t word = word_at(r, m->start);
		struct moment day = *m;
		moment_mend_planned(r, context, arena, word, &day);
		bool past = context->anchor != DATE_NONE && m->latest != DATE_NONE && m->latest < context->anchor;
		if (word == r->n || past || is_of_earlier_pledge(r, m, word) || is_part_of_name(r, m, word) ||
		    is_of_event(r, word) || is_put_aside(r, m, word) || ends_recurrence(r, out, word))
			continue;
		if (is_of_meeting(r, word)) {
			if (!is_before_meeting(r, m, word))
				continue;
			moment_end_before(&day, context->anchor);
		}
		struct moment *kept = list_push(arena, out);
		*kept = day;
	}
}

/* "De inspectie rondt in mei het onderzoek af, waarna wij u": a clause before that of the act, in which another acts. */
static bool is_of_other(const struct reading *r, size_t word, const struct verdict *v)
{
	if (word >= v->from || r->v[word].clause == r->v[v->from].clause)
		return false;
	size_t start = grammar_clause_start(r, word), end = grammar_clause_end(r, word);
	if (grammar_back(r, end, start, C_FIRST | C_ROLE | C_COUNCIL | C_YOU) != NONE)
		return false;
	for (size_t i = start; i < end; i++)
		if (HAS(i, C_OTHER) && grammar_back(r, i, i > start + 2 ? i - 2 : start, C_PREP) == NONE)
			return true;
	return false;
}

/* Lower is nearer: the act's own clauses first, then how many words part it from the verb. */
static size_t distance_of(const struct reading *r, const struct moment *m, const struct verdict *v)
{
	size_t word = word_at(r, m->start);
	size_t apart = word < v->verb ? v->verb - word : word - v->verb;
	if (word < v->from || word >= v->to)
		apart += READING_MAX;
	if (m->latest == DATE_NONE && m->earliest == DATE_NONE)
		apart += (size_t)4 * READING_MAX; /* words without a day, only when there are no others */
	return apart;
}

const struct moment *promise_moment_choose(const struct reading *reading, const struct moments *moments,
					   const struct verdict *verdict)
{
	const struct moment *best = NULL;
	for (size_t i = 0; i < moments->n; i++) {
		if (is_of_other(reading, word_at(reading, moments->v[i].start), verdict))
			continue;
		if (!best || distance_of(reading, &moments->v[i], verdict) < distance_of(reading, best, verdict))
			best = &moments->v[i];
	}
	return best;
}
