/* promise_grammar.c: looking back from an act for what governs it, and around a finite verb for its subject.
 *
 * In Dutch the finite verb stands second and the act it governs last ("Het college ZAL de raad in mei INFORMEREN"), so the
 * nearest word before the act that can govern its form is nearly always the right one. Every search is bounded by the
 * length of a reading.
 */
#include "core/promise_grammar.h"

#define HAS(i, c) ((r->v[i].classes & (c)) != 0)

size_t grammar_back(const struct reading *r, size_t from, size_t to, uint64_t classes)
{
	for (size_t i = from; i > to; i--)
		if (HAS(i - 1, classes))
			return i - 1;
	return NONE;
}

size_t grammar_clause_start(const struct reading *r, size_t i)
{
	const int clause = r->v[i].clause;
	while (i > 0 && r->v[i - 1].clause == clause)
		i--;
	return i;
}

size_t grammar_clause_end(const struct reading *r, size_t i)
{
	while (i + 1 < r->n && r->v[i + 1].clause == r->v[i].clause)
		i++;
	return i + 1;
}

size_t grammar_reach(const struct reading *r, size_t i)
{
	const uint64_t stops =
		C_SUB | C_WHEN | C_IF | C_FUTURE | C_PASSIVE | C_PAST | C_MODAL | C_DUTY | C_UNREAL | C_FIRST;
	size_t end = grammar_clause_end(r, i);
	while (end < r->n) {
		size_t next = grammar_clause_end(r, end);
		if (grammar_back(r, next, end, stops) != NONE)
			break;
		end = next;
	}
	return end;
}

static bool is_article(const struct reading *r, size_t i)
{
	static const char *const articles[] = {"de",   "het",   "een",      "uw",  "deze", "dit", "onze", "ons", "mijn",
					       "alle", "beide", "dezelfde", "the", "a",    "an",  "our",  "your"};
	for (size_t k = 0; k < ARRAY_SIZE(articles); k++)
		if (reading_is(r, i, articles[k]))
			return true;
	return false;
}

/* Whether a noun at `i` follows a preposition, with at most an article and an adjective between: then it is no subject. */
static bool is_governed(const struct reading *r, size_t i)
{
	for (size_t k = i, steps = 0; k > 0 && steps < 3; steps++) {
		k--;
		if (r->v[k].clause != r->v[i].clause)
			return false;
		if (HAS(k, C_PREP))
			return true;
		if (!HAS(k, C_LATE) && !is_article(r, k))
			return false;
	}
	return false;
}

/* "De provincie Drenthe": seen from outside. */
static bool has_name(const struct reading *r, size_t i)
{
	return i + 1 < r->n && r->v[i + 1].clause == r->v[i].clause && is_upper(r->sentence.p[r->v[i + 1].start]);
}

/* "Zeker, voorzitter, dat komt": spoken to, and no subject. */
static bool is_addressed(const struct reading *r, size_t i)
{
	return reading_is(r, i, "voorzitter") && grammar_clause_start(r, i) == i && grammar_clause_end(r, i) == i + 1;
}

static enum subject subject_at(const struct reading *r, size_t i)
{
	if (HAS(i, C_FIRST))
		return SUBJECT_AUTHOR;
	if (is_addressed(r, i))
		return SUBJECT_NONE;
	bool pronoun = reading_is(r, i, "hij") || reading_is(r, i, "zij") || reading_is(r, i, "ze");
	size_t noun = pronoun ? grammar_back(r, i, 0, C_ROLE | C_OTHER) : NONE;
	if (noun != NONE && HAS(noun, C_ROLE)) /* "de minister heeft gezegd dat zij" */
		return SUBJECT_ROLE;
	if (HAS(i, C_HOUSE) && r->organ && !is_governed(r, i) && !(HAS(i, C_OTHER) && has_name(r, i)))
		return strcmp(r->v[i].name, r->organ) == 0 ? SUBJECT_ROLE : SUBJECT_OTHER;
	if (HAS(i, C_OTHER) && !is_governed(r, i))
		return SUBJECT_OTHER;
	if (!HAS(i, C_ROLE) || is_governed(r, i))
		return SUBJECT_NONE;
	return i > 0 && HAS(i - 1, C_LATE) ? SUBJECT_OTHER : SUBJECT_ROLE;
}

/* Whether a subject at `i` belongs to a clause that has had its finite verb before `g`: "nadat het college heeft besloten zal". */
static bool is_spent(const struct reading *r, size_t i, size_t g)
{
	size_t end =
		grammar_clause_end(r, i); /* not of a clause put in: "dat hij het rapport, zodra het klaar is, zal" */
	return grammar_back(r, i, grammar_clause_start(r, i), C_WHEN | C_SUB | C_IF) != NONE &&
	       grammar_back(r, g < end ? g : end, i, C_PAST | C_PASSIVE | C_MODAL | C_DUTY) != NONE;
}

/* A holder that opens the clause of the finite verb at `g` is its subject, whoever is named behind the verb: "De wethouder
 * stuurt de heer Bos". NONE when somebody or something else opens it. */
static size_t opening_holder(const struct reading *r, size_t g)
{
	size_t i = grammar_clause_start(r, g);
	while (i < g && (is_article(r, i) || HAS(i, C_JOIN | C_SUB)))
		i++;
	if (i == g || !HAS(i, C_FIRST | C_ROLE) || subject_at(r, i) == SUBJECT_OTHER)
		return NONE;
	const uint64_t finite = C_FUTURE | C_PASSIVE | C_PAST | C_MODAL | C_DUTY | C_WISH | C_SAY | C_SUB | C_WHEN;
	return grammar_back(r, g, i + 1, finite) == NONE ? i : NONE;
}

/* Whether the other at `i` is an object, because a holder stands before it in its clause: in Dutch the subject comes first. */
static bool is_object(const struct reading *r, size_t i)
{
	for (size_t k = i; k > 0 && r->v[k - 1].clause == r->v[i].clause; k--) {
		if (HAS(k - 1, C_SUB | C_WHEN | C_JOIN))
			return false;
		if (HAS(k - 1, C_FIRST | C_ROLE) && subject_at(r, k - 1) != SUBJECT_NONE)
			return subject_at(r, k - 1) != SUBJECT_OTHER;
	}
	return false;
}

enum subject grammar_subject(const struct reading *r, size_t g, size_t *at)
{
	if (HAS(g, C_FIRST)) /* "ik wens" is one phrase */
		return subject_at(r, *at = g);
	size_t opening = opening_holder(r, g);
	if (opening != NONE)
		return subject_at(r, *at = opening);
	for (size_t i = g + 1; i < r->n && i <= g + 3 && r->v[i].clause == r->v[g].clause && !HAS(i, C_PREP); i++)
		if (subject_at(r, i) != SUBJECT_NONE)
			return subject_at(r, *at = i);
	bool joined = g > 0 &&
		      HAS(g - 1, C_JOIN); /* "antwoordt dat dit niet kan en zegt toe": goes on where "dat" broke off */
	bool addressed = g + 1 < r->n && reading_is(r, g + 1, "u"); /* "legt u": then nobody is borrowed */
	for (size_t i = g; i > 0; i--) {
		enum subject subject = is_spent(r, i - 1, g) ? SUBJECT_NONE : subject_at(r, i - 1);
		if (subject == SUBJECT_OTHER && is_object(r, i - 1))
			subject = SUBJECT_NONE;
		if (subject != SUBJECT_NONE) {
			*at = HAS(i - 1, C_ROLE | C_FIRST | C_HOUSE) ? i - 1 : grammar_back(r, i - 1, 0, C_ROLE);
			return subject;
		}
		bool pointing = i > 1 && HAS(i - 2, C_FIRST | C_FUTURE | C_MODAL); /* "zal dat" */
		if ((HAS(i - 1, C_SUB) && !pointing && !joined) || (addressed && r->v[i - 1].clause != r->v[g].clause))
			break;
	}
	return SUBJECT_NONE;
}

bool grammar_is_asked(const struct reading *r, size_t i)
{
	static const char *const asking[] = {"of", "wanneer", "hoe", "welke", "waarom", "wat", "naar"};
	for (size_t k = 0; r->classes & C_WONDER && k + 1 < i; k++) {
		if (!HAS(k, C_WONDER))
			continue;
		bool knows = reading_is(r, k, "weten") || reading_is(r, k, "horen"); /* "wil weten", but "laat weten" */
		if (knows && grammar_back(r, k, grammar_clause_start(r, k), C_WISH) == NONE)
			continue;
		for (size_t n = k + 1; n < i && n <= k + 3; n++)
			for (size_t a = 0; a < ARRAY_SIZE(asking); a++)
				if (reading_is(r, n, asking[a]) &&
				    (n == k + 1 || r->v[n].clause != r->v[k].clause || a < 2))
					return true;
	}
	return false;
}

bool grammar_is_keeping(const struct reading *r, size_t i)
{
	return reading_is(r, i, "blijven") || reading_is(r, i, "blijft") || reading_is(r, i, "blijf");
}

#define BARE_GOVERNORS (C_FUTURE | C_WISH | C_DUTY | C_UNREAL | C_PAST)

/* The particle of a separable verb behind its finite form: last in its clause, or before a word that goes on. */
bool grammar_has_particle(const struct reading *r, size_t i, const char *particle)
{
	size_t end = grammar_reach(r, i);
	for (size_t k = i + 1; k < end; k++)
		if (reading_is(r, k, particle) && (k + 1 == end || HAS(k + 1, C_SUB | C_JOIN | C_WHEN | C_IF) ||
						   (HAS(k + 1, C_PREP) && !HAS(k, C_TO)) ||
						   HAS(k + 1, C_TAIL | C_DECIDE) || reading_is(r, k + 1, "te")))
			return true;
	return false;
}

bool grammar_has_toe(const struct reading *r, size_t i)
{
	for (size_t k = i + 1; k < r->n && k < i + 25 && !HAS(k, C_SAY); k++)
		if (reading_is(r, k, "toe"))
			return true;
	return false;
}

size_t grammar_te(const struct reading *r, size_t i)
{
	for (size_t k = i, steps = 0; k > 0 && steps < 4; steps++) {
		k--;
		if (reading_is(r, k, "te") || reading_is(r, k, "to"))
			return k;
		bool auxiliary = HAS(k, C_MODAL | C_WISH | C_FUTURE) || reading_is(r, k, "laten") ||
				 reading_is(r, k, "doen") || reading_is(r, k, "worden");
		if (!auxiliary)
			return NONE;
	}
	return NONE;
}

/* "Zullen zoeken en dat ook opstellen": points, where "dat" behind an "en" has no subject behind it. */
static bool is_pointing(const struct reading *r, size_t i, size_t verb)
{
	if (i == 0 || !HAS(i - 1, C_JOIN) || !reading_is(r, i, "dat"))
		return false;
	for (size_t k = i + 1; k < verb; k++)
		if (HAS(k, C_FIRST | C_ROLE | C_COUNCIL | C_OTHER | C_YOU) || is_article(r, k))
			return false;
	return true;
}

/* A subordinator right before the act, with no finite verb between, takes the act as its own: "omdat gemeenten onderzoek doen". */
static bool is_cut_off(const struct reading *r, size_t governor, size_t verb)
{
	for (size_t i = verb; i > governor + 1; i--) {
		if (HAS(i - 1, C_PASSIVE | C_PAST | C_MODAL | C_DUTY))
			return false;
		bool pointing = i - 1 == governor + 1 ||
				(i - 1 == governor + 2 && HAS(i - 2, C_FIRST | C_YOU)) || /* "zal ik dat" */
				is_pointing(r, i - 1, verb);
		if (HAS(i - 1, C_SUB) && !pointing)
			return true;
	}
	return false;
}

/* Whoever expects, or says "naar verwachting", hedges a "kan" behind it; what others "kunnen verwachten" does not. */
static size_t hedge_before(const struct reading *r, size_t modal)
{
	size_t hedge = grammar_back(r, modal, 0, C_HEDGE | C_PLAN | C_UNSURE);
	while (hedge != NONE && hedge > 0 && HAS(hedge - 1, C_MODAL))
		hedge = grammar_back(r, hedge, 0, C_HEDGE | C_PLAN | C_UNSURE);
	return hedge;
}

/* "kan" alone promises nothing, but one who expects or will be able to does. */
static size_t governor_of_modal(const struct reading *r, size_t modal, size_t outer)
{
	size_t hedge = hedge_before(r, modal);
	bool copula = hedge != NONE && outer == hedge + 1 && HAS(hedge, C_PLAN) && HAS(outer, C_PAST);
	if (hedge != NONE && (outer == NONE || hedge > outer || copula)) /* "de planning is dat" */
		return hedge;
	if (outer != NONE && r->v[outer].clause == r->v[modal].clause)
		return outer;
	return modal;
}

size_t grammar_of_bare(const struct reading *r, size_t i)
{
	size_t g = grammar_back(r, i, 0, BARE_GOVERNORS);
	while (g != NONE && r->v[g].clause != r->v[i].clause && reading_is(r, g + 1, "worden")) /* has its own act */
		g = grammar_back(r, g, 0, BARE_GOVERNORS);
	size_t modal = grammar_back(r, i, g == NONE ? 0 : g, C_MODAL);
	size_t let = grammar_back(r, i, g == NONE ? 0 : g, C_LET);
	if (g != NONE && reading_is(r, g, "willen")) { /* "zou willen", "zal willen" */
		size_t outer = grammar_back(r, g, grammar_clause_start(r, g), C_UNREAL | C_FUTURE);
		g = outer != NONE ? outer : g;
	}
	if (g != NONE && HAS(g, C_FUTURE) && reading_is(r, g, "blijven")) { /* "zal blijven" */
		size_t outer = grammar_back(r, g, grammar_clause_start(r, g), BARE_GOVERNORS);
		g = outer != NONE ? outer : g;
	}
	if (modal != NONE)
		return is_cut_off(r, modal, i) ? NONE : governor_of_modal(r, modal, g);
	if (let != NONE && (g == NONE || r->v[g].clause != r->v[let].clause))
		return is_cut_off(r, let, i) ? NONE : let;
	if (g == NONE && i + 1 < r->n && HAS(i + 1, C_FUTURE))
		return i + 1;
	return g != NONE && is_cut_off(r, g, i) ? NONE : g;
}

/* Auxiliaries around the participle come first, else the nearest "wordt" or "is" before it. */
size_t grammar_of_participle(const struct reading *r, size_t i, bool *present)
{
	const uint64_t auxiliaries = C_PASSIVE | C_PAST | C_MODAL | C_FUTURE | C_DUTY | C_UNREAL;
	size_t first = i, last = i + 1;
	while (first > 0 && HAS(first - 1, auxiliaries))
		first--;
	while (last < r->n && r->v[last].clause == r->v[i].clause && HAS(last, auxiliaries))
		last++;
	size_t passive = grammar_back(r, last, first, C_PASSIVE), past = grammar_back(r, last, first, C_PAST);
	if (passive == NONE && past == NONE) {
		size_t start = grammar_clause_start(r, i);
		passive = grammar_back(r, i, 0, C_PASSIVE);
		past = grammar_back(r, i, passive == NONE || passive < start ? 0 : passive, C_PAST);
		if (past != NONE && passive != NONE && passive >= start && reading_is(r, past, "zijn"))
			past = NONE; /* the possessive */
	}
	*present = false;
	if (past != NONE || passive == NONE)
		return NONE;
	size_t aux = grammar_back(r, last, first, C_MODAL | C_FUTURE | C_DUTY | C_UNREAL);
	if (aux == NONE && reading_is(r, passive, "worden"))
		aux = grammar_back(r, passive, grammar_clause_start(r, passive),
				   C_MODAL | C_WISH | C_FUTURE | C_DUTY | C_UNREAL | C_HEDGE | C_PLAN);
	if (aux == NONE && reading_is(r, passive, "worden") && passive == grammar_clause_start(r, passive)) {
		aux = grammar_back(r, passive, 0,
				   C_FUTURE | C_SUB); /* "zal de raad, als altijd, worden geinformeerd" */
		aux = aux != NONE && HAS(aux, C_FUTURE) ? aux : NONE;
	}
	if (aux == NONE) {
		*present = true;
		return passive;
	}
	if (!HAS(aux, C_MODAL))
		return aux;
	return hedge_before(r, aux);
}
