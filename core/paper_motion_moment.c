/* paper_motion_moment.c: by when a motion wants what it asks.
 *
 * A last day ("voor 1 oktober") binds whatever is asked. A period may belong to the matter ("de begroting 2026", "een pilot van twee
 * jaar"), so it counts only where it says when to act: "in Q4 2025 met een plan te komen", or when the council is to hear: "in Q3 de raad te
 * informeren". Nothing is parsed: the clause in which it stands, between commas, tells by a few words.
 */
#include "core/paper_motion.h"

enum { CLAUSE_MOST = 300 };

/* "de Staten", "Provinciale Staten", but not those that are asked: "Gedeputeerde Staten". */
static bool names_states(struct slice s)
{
	static const char states[] = "de staten";
	for (size_t at = 0; at < s.n; at += strlen(states)) {
		at += slice_find(slice_from(s, at), states);
		if (at < s.n && (at == 0 || s.p[at - 1] == ' '))
			return true;
	}
	return slice_holds(s, "provinciale staten");
}

static bool names_council(struct slice s)
{
	return slice_holds(s, "raad") || slice_holds(s, "kamer") || names_states(s);
}

/* The clause in which the moment stands: what is before it, and behind. */
struct clause {
	struct slice before, behind;
};

static struct clause clause_of(struct slice quote, const struct moment *moment)
{
	size_t start = moment->start, end = moment->end;
	while (start > 0 && moment->start - start < CLAUSE_MOST && !strchr(",;", quote.p[start - 1]))
		start--;
	while (end < quote.n && end - moment->end < CLAUSE_MOST && !strchr(",;", quote.p[end]))
		end++;
	return (struct clause){{quote.p + start, moment->start - start}, {quote.p + moment->end, end - moment->end}};
}

static bool is_toward_council(const struct clause *clause)
{
	return names_council(
		(struct slice){clause->before.p, (size_t)(clause->behind.p + clause->behind.n - clause->before.p)});
}

/* ---- a period that says when to act ---- */

static bool begins_any(struct slice s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_begins(s, words[i]))
			return true;
	return false;
}

/* Cuts "in", "in het" off the end of `before`; false when the period does not answer "when": "de begroting 2026", "van 2026". What lasts,
 * "in de komende twee jaar", does not either. */
static bool cut_preposition(struct slice period, const char *edtf, struct slice *before)
{
	static const char *const own[] = {"begin ", "half ", "medio ", "eind ", "einde ", "na ", "rond "};
	static const char *const outer[] = {"in het", "in de", "in"};
	*before = slice_trim(*before);
	if (begins_any(period, own, ARRAY_SIZE(own)))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(outer) && !strchr(edtf, '/'); i++) {
		size_t n = before->n - (slice_ends(*before, outer[i]) ? strlen(outer[i]) : 0);
		if (n == before->n || (n > 0 && before->p[n - 1] != ' '))
			continue;
		*before = slice_trim((struct slice){before->p, n});
		return true;
	}
	return false;
}

/* Cuts off what stands before the act: "a.", what another "en" joins, "verzoekt het college om". */
static struct slice without_lead(struct slice before)
{
	static const char *const marks[] = {" en ", ": ", ". "};
	static const char *const asked[] = {"college", "burgemeester", "wethouders", "wethouder", "staten", "op", "om"};
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		for (size_t at; (at = slice_find(before, marks[i])) < before.n;)
			before = slice_from(before, at + strlen(marks[i]));
	before = slice_trim(before);
	while (before.n && !is_letter_byte(before.p[0]))
		before = slice_from(before, 1);
	if (motion_verb(before)) {
		size_t om = slice_find(before, " om ");
		struct slice lead = {before.p, om};
		for (size_t i = 0; i < ARRAY_SIZE(asked); i++)
			if (slice_ends(lead, asked[i]))
				return slice_from(before, om < before.n ? om + strlen(" om") : om);
	}
	return slice_begins(before, "om ") || slice_is(before, "om") ? slice_from(before, 2) : before;
}

/* "in september 2025 een campagne te starten": the infinitive of what is asked stands behind, and nothing that begins another clause
 * before. In the middle of a clause an object must begin behind it: "de kosten in 2026 van de brug" is the matter. */
static bool governs_act(struct slice quote, const struct moment *moment, const struct clause *clause)
{
	static const char *const inner[] = {" te ",   " of ",  " hoe ", " die ",     " dat ",  " om ",   " wat ",
					    " welke", " waar", " als ", " wanneer ", " zodat", " zoals", " toen "};
	static const char *const opens[] = {"te ",  "een ",  "het ",  "de ",  "met ", "aan ",      "deze ",  "dit ",
					    "die ", "alle ", "over ", "bij ", "tot ", "hierover ", "extra ", "nieuwe "};
	struct slice before = clause->before, behind = slice_trim(clause->behind);
	struct slice period = {quote.p + moment->start, moment->end - moment->start};
	if (moment->recurring || !cut_preposition(period, moment->edtf, &before))
		return false;
	before = slice_trim(without_lead(before));
	struct buf padded;
	buf_init(&padded);
	buf_printf(&padded, " %.*s ", (int)before.n, before.p);
	bool whole = !slice_holds_any((struct slice){padded.p, padded.n}, inner, ARRAY_SIZE(inner));
	buf_release(&padded);
	bool acts = slice_begins(behind, "te ") || slice_holds(behind, " te ");
	return whole && acts && (before.n == 0 || begins_any(behind, opens, ARRAY_SIZE(opens)));
}

/* ---- the choice ---- */

const struct moment *motion_moment(struct slice quote, const struct moments *moments, int date)
{
	const struct moment *first = NULL;
	bool informs = names_council(quote);
	for (size_t i = 0; i < moments->n; i++) {
		const struct moment *moment = &moments->v[i];
		struct clause clause = clause_of(quote, moment);
		if (moment->latest == DATE_NONE || moment->latest < date)
			continue;
		if (informs && is_toward_council(&clause))
			return moment;
		if (!first && (informs || moment->edtf[0] == '.' || governs_act(quote, moment, &clause)))
			first = moment;
	}
	return first;
}
