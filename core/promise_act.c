/* promise_act.c: what governs an act, who does it, and what speaks against it.
 *
 * Each verb that can be an act is looked at. What governs its form decides whether it is promised, expected, asked or past:
 * an infinitive is governed by "zal" or "wil", one with "te" by "verwacht" or "verzoekt", a participle by "wordt" or "is",
 * and a finite verb governs itself.
 */
#include "core/promise_act.h"
#include "core/promise_grammar.h"
#include "core/promise_reach.h"

#define HAS(i, c)      ((r->v[i].classes & (c)) != 0)
#define TASK_GOVERNORS (C_FUTURE | C_WISH | C_DUTY | C_UNREAL | C_REQUEST | C_PAST)
#define TE_GOVERNORS   (C_HEDGE | C_PLAN | C_REQUEST | C_DUTY)

void evidence_add(struct verdict *v, enum evidence evidence)
{
	v->evidence |= (uint32_t)1 << evidence;
}

bool evidence_has(const struct verdict *v, enum evidence evidence)
{
	return v->evidence >> evidence & 1;
}

/* How a governor presents its act; false when it promises nothing. */
static bool mode_add(const struct reading *r, size_t g, bool passive, struct verdict *v)
{
	if (g == NONE || HAS(g, C_PAST | C_UNREAL | C_DUTY | C_REQUEST))
		return false;
	if (HAS(g, C_WISH))
		evidence_add(v, EV_WISH);
	else if (HAS(g, C_HEDGE | C_PLAN | C_UNSURE))
		evidence_add(v, EV_EXPECTED);
	else if (HAS(g, C_MODAL))
		evidence_add(v, EV_ABLE);
	else if (HAS(g, C_LET))
		evidence_add(v, EV_PRESENT);
	else
		evidence_add(v, passive ? EV_PASSIVE : EV_FUTURE);
	v->hedged = (evidence_has(v, EV_WISH) || evidence_has(v, EV_EXPECTED) || evidence_has(v, EV_ABLE)) &&
		    !HAS(g, C_READY);
	return true;
}

static bool finite_add(struct act *act, struct verdict *v)
{
	act->governor = act->at;
	act->finite = true;
	evidence_add(v, EV_PRESENT);
	return true;
}

/* "informeren wij u", "wij informeren u", "waarna wij u informeren", "Gedeputeerde Staten sturen". */
static bool is_plural(const struct reading *r, size_t i)
{
	if (i + 1 == grammar_clause_end(r, i) && grammar_back(r, i, grammar_clause_start(r, i), C_FIRST) != NONE)
		return true;
	if (i > 0 && HAS(i - 1, C_JOIN) && grammar_back(r, i, grammar_clause_start(r, i), C_FIRST) != NONE)
		return true; /* "wij onderzoeken dat en bieden u het rapport aan" */
	if ((i > 0 && HAS(i - 1, C_FIRST | C_ROLE)) || (i + 1 < r->n && HAS(i + 1, C_FIRST)))
		return true;
	size_t k = i; /* over the rest of a name: "Gedeputeerde Staten van Drenthe", "B en W" */
	while (k > 0 && i - k < 4 && r->v[k - 1].clause == r->v[i].clause && !r->v[k - 1].entry &&
	       (r->v[k - 1].classes & ~C_PREP) == 0)
		k--;
	return k > 0 && k < i && HAS(k - 1, C_ROLE);
}

/* An infinitive without "te": governed, or itself the plural of the present tense. */
static bool bare_add(const struct reading *r, const struct verb_use *use, struct act *act, struct verdict *v)
{
	enum reach reach = use->verb->reach;
	if (reach == REACH_RECEIVE) { /* "kunt u verwachten" */
		act->governor = grammar_back(r, act->at, 0, C_MODAL | C_FUTURE | C_PAST | C_WISH | C_UNREAL);
		if (act->governor == NONE)
			return finite_add(act, v);
		return r->v[act->governor].classes & (C_MODAL | C_FUTURE);
	}
	act->governor = grammar_of_bare(r, act->at);
	bool inverted = act->at + 1 < grammar_clause_end(r, act->at) && HAS(act->at + 1, C_FIRST | C_ROLE);
	bool apart = act->governor == NONE || r->v[act->governor].clause != r->v[act->at].clause ||
		     grammar_back(r, act->governor, grammar_clause_start(r, act->at), C_WHEN) != NONE;
	if (inverted && apart)
		return finite_add(act, v);                        /* "zodra dat bekend is, sturen wij" */
	bool moves = reach == REACH_MOVE || reach == REACH_AWAIT; /* "de stukken komen naar de raad" */
	bool governed = act->governor != NONE && (!moves || r->v[act->governor].clause == r->v[act->at].clause);
	if (!governed && (moves || is_plural(r, act->at)))
		return finite_add(act, v);
	return mode_add(r, act->governor, false, v);
}

/* "De wethouder geeft aan het punt mee te nemen": minutes tell what one member of the executive says to do. */
static bool is_said(const struct reading *r, size_t te, size_t *governor)
{
	for (size_t i = grammar_clause_start(r, te); i + 1 < te; i++) {
		size_t at = NONE;
		if (!reading_is(r, i, "geeft") || !reading_is(r, i + 1, "aan") ||
		    grammar_subject(r, i, &at) != SUBJECT_ROLE || at == NONE || HAS(at, C_ORGAN))
			continue;
		*governor = i;
		return true;
	}
	return false;
}

static bool infinitive_add(const struct reading *r, const struct verb_use *use, struct act *act, struct verdict *v)
{
	const char *particle = use->verb->particle;
	size_t te = grammar_te(r, act->at);
	size_t before = te != NONE ? te : act->at;
	bool parted = before > 0 && particle && reading_is(r, before - 1, particle);
	if (use->form == USE_BASE && !parted) /* "komen wij ... terug" */
		return te == NONE && (use->verb->reach == REACH_RECEIVE || is_plural(r, act->at)) &&
		       grammar_has_particle(r, act->at, particle) && finite_add(act, v);
	if (use->form == USE_INFINITIVE && particle && te != NONE && te + 1 == act->at)
		return false;
	if (te == NONE)
		return bare_add(r, use, act, v);
	act->governor = grammar_back(r, act->at, te, C_FUTURE); /* "geeft aan u te zullen informeren" */
	if (act->governor == NONE && is_said(r, te, &act->governor)) {
		evidence_add(v, EV_EXPECTED);
		return true;
	}
	if (act->governor == NONE)
		act->governor = grammar_back(r, te, 0, TE_GOVERNORS);
	return mode_add(r, act->governor, false, v);
}

/* "Deelt mee dat", "meldt dat": told by these very words. */
static bool is_telling(const struct reading *r, const struct verb_use *use, size_t i)
{
	static const char *const telling[] = {"mededelen", "meedelen", "melden", "vertellen"};
	size_t dat = i + 1 + (use->verb->particle != NULL);
	for (size_t k = 0; k < ARRAY_SIZE(telling); k++)
		if (strcmp(use->verb->infinitive, telling[k]) == 0)
			return dat < r->n && reading_is(r, dat, "dat");
	return false;
}

/* "deel", "stel" are also nouns: the form of the first person has "ik" beside it, or ends its clause, or, where "ik" was
 * dropped, has the council behind it. Other forms pass. */
static bool is_first_person(const struct reading *r, const struct verb_row *verb, size_t i)
{
	if (!verb->first || !reading_is(r, i, verb->first) || (verb->third && strcmp(verb->first, verb->third) == 0))
		return true;
	bool opens = i == grammar_clause_start(r, i); /* "informeer de raad": an imperative */
	for (size_t k = i + 1; k < r->n && k <= i + 2; k++)
		if (HAS(k, C_FIRST) || (!opens && HAS(k, C_COUNCIL | C_YOU)))
			return true;
	bool last = i + 1 == grammar_clause_end(r, i);
	return i > 0 && (HAS(i - 1, C_FIRST | C_JOIN) ||
			 (last && grammar_back(r, i, grammar_clause_start(r, i), C_FIRST) != NONE));
}

/* "Is voorzien in mei", "staat voor mei gepland": a plan that stands, though it sounds like the past. */
static bool is_set_down(const struct reading *r, const struct verb_use *use, size_t i, size_t *governor)
{
	static const char *const standing[] = {"is", "zijn", "staat", "staan"};
	if (use->verb->reach != REACH_AWAIT ||
	    (strcmp(use->verb->infinitive, "plannen") != 0 && strcmp(use->verb->infinitive, "voorzien") != 0))
		return false;
	for (size_t k = grammar_clause_start(r, i); k < i; k++) /* not "de brief die in mei gepland staat" */
		for (size_t s = 0; s < ARRAY_SIZE(standing); s++)
			if (reading_is(r, k, standing[s])) {
				*governor = k;
				return true;
			}
	return false;
}

/* Finds what governs the act and what that makes of it; false when it is none. */
static bool verb_add(const struct reading *r, const struct verb_use *use, struct act *act, struct verdict *v)
{
	if (use->form <= USE_PARTICIPLE && is_set_down(r, use, act->at, &act->governor)) { /* "voorzien" is both */
		act->passive = true;
		evidence_add(v, EV_EXPECTED);
		return true;
	}
	switch (use->form) {
	case USE_INFINITIVE:
	case USE_BASE:
		return infinitive_add(r, use, act, v);
	case USE_PARTICIPLE:
		act->governor = grammar_of_participle(r, act->at, &act->passive);
		if (!mode_add(r, act->governor, act->passive, v) || evidence_has(v, EV_WISH)) /* "wil worden" */
			return false;
		act->passive = true;
		return true;
	case USE_FINITE:
		if (is_telling(r, use, act->at))
			return false;
		if (!is_first_person(r, use->verb, act->at))
			return false;
		if (use->verb->particle && !grammar_has_particle(r, act->at, use->verb->particle))
			return false;
		return finite_add(act, v);
	case USE_FINITE_JOINED:
		return finite_add(act, v);
	}
	return false;
}

static bool is_keeping(const struct reading *r, size_t i)
{
	return reading_is(r, i, "blijven") || reading_is(r, i, "blijft") || reading_is(r, i, "blijf");
}

/* "in gesprek" is an act where somebody goes, wants or expects to go. */
static bool task_add(const struct reading *r, struct act *act, struct verdict *v)
{
	size_t end = grammar_clause_end(r, act->at);
	for (size_t i = act->at + 1; i < end && i < act->at + 5; i++)
		if (reading_is(r, i, "te")) {
			act->governor = grammar_back(r, act->at, 0, TE_GOVERNORS);
			return mode_add(r, act->governor, false, v);
		}
	if (reading_is(r, act->at, "naar")) { /* "streven naar beantwoording" */
		act->governor = grammar_back(r, act->at, 0, C_HEDGE);
		return mode_add(r, act->governor, false, v);
	}
	act->governor = grammar_back(r, act->at, 0, TASK_GOVERNORS);
	if (act->governor != NONE && is_keeping(r, act->governor)) /* "blijft in gesprek" */
		return false;
	size_t sub = grammar_back(r, act->at, 0, C_SUB);
	if (sub != NONE && act->governor != NONE && sub > act->governor) /* "is belangrijk dat wij in gesprek gaan" */
		return false;
	return mode_add(r, act->governor, false, v);
}

static void act_set_range(const struct reading *r, const struct act *act, struct verdict *v)
{
	size_t first = act->governor < act->at ? act->governor : act->at;
	size_t last = act->governor < act->at ? act->at : act->governor;
	v->from = grammar_clause_start(r, first);
	v->to = grammar_reach(r, last);
	v->verb = act->at;
}

/* "Door de provincie te betrekken": how, and not by whom. */
static bool is_means(const struct reading *r, size_t by)
{
	for (size_t i = by + 1; i < grammar_clause_end(r, by); i++)
		if (reading_is(r, i, "te"))
			return true;
	return false;
}

/* Whether a passive names somebody else as the one who acts: "door de provincie". `role` is the executive, when named. */
static bool has_other_agent(const struct reading *r, const struct verdict *v, size_t *role)
{
	for (size_t i = v->from; i + 1 < v->to; i++) {
		bool attribute = i > 0 && (reading_is(r, i - 1, "de") ||
					   reading_is(r, i - 1, "het")); /* "de door u gevraagde" */
		if (!reading_is(r, i, "door") || reading_is(r, i + 1, "middel") || attribute || is_means(r, i))
			continue;
		size_t end = i + 4 < v->to ? i + 4 : v->to;
		for (size_t k = i + 1; k < end; k++) {
			if (HAS(k, C_ROLE)) {
				*role = k;
				return HAS(k - 1, C_LATE);
			}
			if (HAS(k, C_FIRST) || reading_is(r, k, "mij") || reading_is(r, k, "ons"))
				return false;
		}
		return true;
	}
	return false;
}

/* "en informeer de Kamer": the form itself says who. */
static bool is_first_form(const struct reading *r, const struct act *act)
{
	return act->finite && act->at > 0 && act->verb && act->verb->first &&
	       reading_is(r, act->at, act->verb->first) &&
	       !(act->verb->third && strcmp(act->verb->first, act->verb->third) == 0);
}

/* "De wethouder meldt dat de raad wordt geinformeerd": who opens the sentence tells what is promised; NONE. */
static size_t teller_of(const struct reading *r, const struct act *act)
{
	size_t that = grammar_back(r, act->governor, 0, C_SUB);
	for (size_t i = 0; that != NONE && reading_is(r, that, "dat") && i < that && i <= 1; i++)
		if (HAS(i, C_ROLE) && !HAS(i, C_ORGAN))
			return i;
	return NONE;
}

/* Who acts. A passive, a paper that moves and a plan without a holder are said by the author, who is the executive. */
static void holder_add(const struct reading *r, const struct act *act, const struct bench *bench, struct verdict *v)
{
	size_t at = NONE;
	bool council = evidence_has(v, EV_TO_COUNCIL);
	if (act->passive || evidence_has(v, EV_RECEIVES) || (council && HAS(act->governor, C_PLAN)) ||
	    (council && HAS(act->governor, C_UNSURE) && !HAS(act->governor, C_HEDGE | C_WISH))) {
		size_t planned = NONE; /* "de planning is dat het dagelijks bestuur" */
		size_t finite = grammar_back(r, act->at, act->governor + 2, C_MODAL | C_FUTURE);
		if (has_other_agent(r, v, &at) || (bench->named_only && at == NONE))
			evidence_add(v, EV_NO_HOLDER);
		if (HAS(act->governor, C_PLAN) && !act->passive && at == NONE &&
		    grammar_subject(r, finite != NONE ? finite : act->at, &planned) == SUBJECT_ROLE &&
		    planned > act->governor)
			at = planned;
		if (at == NONE)
			at = teller_of(r, act);
		v->role = at == NONE ? NULL : r->v[at].name;
		return;
	}
	enum subject subject = grammar_subject(r, act->governor, &at);
	bool author = subject == SUBJECT_AUTHOR || (subject == SUBJECT_NONE && council && is_first_form(r, act));
	if (subject == SUBJECT_ROLE || (author && !bench->named_only))
		evidence_add(v, EV_HOLDER);
	else if (!evidence_has(v, EV_MOVES) || subject == SUBJECT_OTHER || bench->named_only)
		evidence_add(v, EV_NO_HOLDER);
	if (subject == SUBJECT_OTHER)
		evidence_add(v, EV_OTHERS);
	v->role = subject == SUBJECT_ROLE ? r->v[at].name : NULL;
}

/* "De beslissing om niet te bouwen": what is denied is another act, which ends with its "te". */
static bool is_of_purpose(const struct reading *r, size_t denial, size_t end)
{
	size_t om = denial, te = denial;
	while (om > 0 && !reading_is(r, om, "om") && r->v[om].clause == r->v[denial].clause)
		om--;
	while (te < end && !reading_is(r, te, "te") && r->v[te].clause == r->v[denial].clause)
		te++;
	return reading_is(r, om, "om") && te < end && reading_is(r, te, "te");
}

static bool is_negated(const struct reading *r, const struct act *act, const struct verdict *v)
{
	size_t first = act->governor < act->at ? act->governor : act->at;
	size_t last = act->governor < act->at ? act->at : act->governor;
	size_t start = grammar_clause_start(r, first);
	bool joined = first > 0 && HAS(first - 1, C_JOIN);
	size_t join = act->finite || joined ? grammar_back(r, first, start, C_JOIN) : NONE;
	if (join != NONE) /* "kan dat nu niet doen en komt hierop terug": denied before, not here */
		start = join;
	size_t denial = grammar_back(r, act->finite ? v->to : last, start, C_NOT);
	if (denial != NONE && denial < first && is_of_purpose(r, denial, first))
		denial = grammar_back(r, act->finite ? v->to : last, first, C_NOT);
	return denial != NONE && grammar_back(r, denial, start, C_SUB) == NONE;
}

/* "We blijven dat onderzoeken": work that goes on as before. "Wij blijven u informeren" is toward the council all the same. */
static bool is_kept_up(const struct reading *r, const struct act *act, const struct verdict *v)
{
	if (!act->verb || evidence_has(v, EV_TO_COUNCIL) ||
	    (act->verb->reach != REACH_OWN && !is_keeping(r, act->governor)))
		return false;
	for (size_t i = act->at; i > v->from && !HAS(i - 1, C_SUB); i--) {
		if (is_keeping(r, i - 1) && grammar_te(r, i - 1) == NONE)
			return true;
	}
	return false;
}

/* "Wordt hier vanzelfsprekend over bericht": of what was just said, and so no practice. */
static bool is_of_matter(const struct reading *r, const struct verdict *v, size_t process)
{
	if (!reading_is(r, process, "vanzelfsprekend") || !evidence_has(v, EV_TO_COUNCIL))
		return false;
	for (size_t i = v->from; i < v->to; i++)
		if (reading_is(r, i, "daar") || reading_is(r, i, "hier") || reading_is(r, i, "er") ||
		    reading_is(r, i, "daarover") || reading_is(r, i, "hierover"))
			return true;
	return false;
}

/* "Ik hoop dat de minister ...": said about the executive, not by it. */
static bool is_wished_for(const struct reading *r, const struct act *act, const struct verdict *v)
{
	size_t that = grammar_back(r, act->governor + 1, 0, C_SUB);
	if (!v->role || that == NONE || !reading_is(r, that, "dat"))
		return false;
	size_t wish = grammar_back(r, that, 0, C_WISH | C_HEDGE | C_UNREAL | C_REQUEST);
	return wish != NONE && grammar_back(r, that, 0, C_FIRST | C_OTHER) != NONE &&
	       grammar_back(r, that, 0, C_ROLE) == NONE;
}

/* "via een raadsinformatiebrief", "per memo": a letter of its own, and so to come. */
static bool is_by_letter(const struct reading *r, const struct verdict *v)
{
	for (size_t i = v->from + 1; i + 1 < v->to; i++)
		if ((reading_is(r, i, "via") &&
		     (r->v[i + 1].classes & C_OBJECT || (i + 2 < v->to && HAS(i + 2, C_OBJECT)))) ||
		    (reading_is(r, i, "per") && HAS(i, C_OBJECT)))
			return true;
	return false;
}

/* "De wethouder gaat na of", "de heemraad laat die vraag uitzoeken", "ik laat uitzoeken": what was asked is looked into. */
static bool is_looked_into(const struct reading *r, const struct act *act, const struct verdict *v)
{
	static const char *const already[] = {"momenteel", "thans", "nu", "reeds", "al"};
	size_t at = NONE;
	if (!act->verb || act->verb->form != FORM_RESEARCH || !evidence_has(v, EV_PRESENT))
		return false;
	bool let = act->governor != act->at && HAS(act->governor, C_LET);
	enum subject subject = grammar_subject(r, act->governor, &at);
	bool told = subject == SUBJECT_ROLE && at != NONE && !HAS(at, C_ORGAN);
	bool that = reading_is(r, v->from, "dat") || reading_is(r, v->from, "dit"); /* "dat laten we uitzoeken" */
	bool own = subject == SUBJECT_AUTHOR && act->finite && act->verb->particle; /* "wij gaan na welke" */
	if (!told && !own && !(let && subject == SUBJECT_AUTHOR && (that || reading_is(r, at, "ik"))))
		return false;
	bool joined = told && act->finite && act->verb->particle &&
		      !reading_is(r, act->at, act->verb->third); /* "dat hij dit nagaat" */
	bool asks = let || joined;
	for (size_t i = v->from; i < v->to; i++) {
		for (size_t k = 0; k < ARRAY_SIZE(already); k++)
			if (reading_is(r, i, already[k]))
				return false;
		asks |= i > act->at && reach_is_asking(r, i);
	}
	return asks;
}

/* "Het wordt september voordat ik terugkom": the moment is that of the act. */
static bool is_awaited(const struct reading *r, size_t before)
{
	size_t start = grammar_clause_start(r, before);
	for (size_t i = start; i + 1 < before; i++)
		if (reading_is(r, i, "het") && (reading_is(r, i + 1, "wordt") || reading_is(r, i + 1, "duurt")))
			return reading_is(r, before, "voordat");
	return false;
}

static bool is_by(const struct reading *r, size_t i)
{
	static const char *const by[] = {"middels", "met", "in", "via", "per", "van"}; /* "door middel van" */
	for (size_t k = 0; k < ARRAY_SIZE(by); k++)
		if (reading_is(r, i, by[k]))
			return true;
	return false;
}

/* "Middels deze raadsbrief", "in dit memo": whatever such a paper is called. */
static size_t this_letter(const struct reading *r)
{
	for (size_t i = 2; i < r->n; i++)
		if (HAS(i, C_OBJECT) && r->v[i].form == FORM_LETTER && is_by(r, i - 2) &&
		    (reading_is(r, i - 1, "deze") || reading_is(r, i - 1, "dit")))
			return i;
	return NONE;
}

/* "Met deze brief informeren wij u", but not "in deze brief melden wij dat wij u in mei zullen informeren". */
static bool is_of_this_paper(const struct reading *r, const struct act *act)
{
	size_t paper = grammar_back(r, r->n, 0, C_THIS_PAPER);
	if (paper == NONE)
		paper = this_letter(r);
	if (paper == NONE)
		return false;
	size_t that = act->governor > paper ? grammar_back(r, act->governor, paper, C_SUB) : NONE;
	return that == NONE || !reading_is(r, that, "dat") || !(HAS(act->governor, C_FUTURE) || act->passive);
}

/* "Hierbij informeren wij u", but not "hoort u hoe wij hiermee omgaan". */
static bool is_here(const struct reading *r, const struct act *act, const struct verdict *v)
{
	size_t here = grammar_back(r, r->n, 0, C_HERE);
	return here != NONE &&
	       !(here > act->governor && here < v->to && grammar_back(r, here, act->governor, C_SUB) != NONE);
}

/* "Wij doen dat zo nodig en zullen u informeren": the condition is of the clause that the "en" ends. */
static bool has_condition(const struct reading *r, const struct act *act)
{
	size_t g = act->governor;
	bool joined = g > 0 && HAS(g - 1, C_JOIN);
	for (size_t i = 0; r->classes & C_IF && i < r->n; i++) {
		bool adverb = reading_is(r, i, "desgewenst") || (i + 1 < r->n && reading_is(r, i + 1, "nodig"));
		if (HAS(i, C_IF) && !(joined && adverb && i > 1 && i < g))
			return true;
	}
	return false;
}

/* "Zodra dat bekend is, kan ik", "kan ik spoedig daarna": what can be done at a time that is sure to come. */
static bool is_after_event(const struct reading *r, const struct act *act)
{
	for (size_t i = 0; i < act->at; i++)
		if (HAS(i, C_SOON) || reading_is(r, i, "zodra") || reading_is(r, i, "nadat"))
			return true;
	return false;
}

/* "Ik kom daarop terug", by word of mouth. */
static bool is_return(const struct reading *r, const struct act *act)
{
	for (size_t i = 0; i < r->n; i++)
		if (reading_is(r, i, "schriftelijk") || (HAS(i, C_OBJECT) && r->v[i].form == FORM_LETTER))
			return false;
	return act->verb &&
	       (strcmp(act->verb->infinitive, "terugkomen") == 0 || strcmp(act->verb->infinitive, "ingaan") == 0);
}

/* "Voor het debat stuur ik". */
static bool is_before_meeting(const struct reading *r, const struct verdict *v)
{
	for (size_t i = v->from; i < v->to; i++)
		for (size_t k = i + 1; reading_is(r, i, "voor") && k < v->to && k <= i + 3; k++)
			if (HAS(k, C_MEETING) && !HAS(k, C_OBJECT | C_PLEDGES))
				return true;
	return false;
}

/* "Over de uitkomst informeren wij u", "wij informeren u over de resultaten": of what the paper says is being done. With more
 * behind the noun it may be what the paper itself tells: "over de resultaten van het onderzoek". */
static bool is_of_outcome(const struct reading *r, const struct verdict *v)
{
	static const char *const outcomes[] = {"uitkomst",   "uitkomsten",  "resultaat",
					       "resultaten", "bevindingen", "afloop"};
	for (size_t i = v->from; i < v->to; i++)
		for (size_t k = 0; k < ARRAY_SIZE(outcomes); k++) {
			bool last = i + 1 == grammar_clause_end(r, i);
			bool fronted = reading_is(r, v->from, "over") && i < v->verb;
			if (reading_is(r, i, outcomes[k]) && (last || fronted))
				return true;
		}
	return false;
}

/* What speaks against the act. */
static void doubts_add(const struct reading *r, const struct act *act, const struct bench *bench, struct verdict *v)
{
	bool told = evidence_has(v, EV_PRESENT) || evidence_has(v, EV_PASSIVE) || evidence_has(v, EV_RECEIVES);
	if (is_negated(r, act, v))
		evidence_add(v, EV_NEGATED);
	bool offered = reading_is(r, act->governor, "bereid") && r->classes & C_WHEN &&
		       grammar_back(r, act->governor, 0, C_WHEN) != NONE;
	if (has_condition(r, act) || offered)
		evidence_add(v, EV_CONDITION);
	size_t process = grammar_back(r, v->to, v->from, C_PROCESS);
	if ((process != NONE && !is_awaited(r, process) && !is_of_matter(r, v, process)) || is_kept_up(r, act, v))
		evidence_add(v, EV_PROCESS);
	if (is_of_this_paper(r, act) || (told && is_here(r, act, v)))
		evidence_add(v, EV_THIS_PAPER);
	size_t asked = grammar_back(r, act->at, 0, C_REQUEST);
	size_t quotes = grammar_back(r, act->at, 0, C_QUOTES);
	if (quotes != NONE)
		evidence_add(v, EV_RECALL);
	if (r->classes & C_MEMBER || grammar_is_asked(r, act->at) || (asked != NONE && !evidence_has(v, EV_HOLDER)) ||
	    is_wished_for(r, act, v))
		evidence_add(v, EV_ASKED);
	bool soon = evidence_has(v, EV_ABLE) && is_after_event(r, act);
	bool late = evidence_has(v, EV_ABLE) && !soon && !(bench->date < r->v[act->at].start);
	if (soon)
		evidence_add(v, EV_AHEAD);
	bool tied = bench->tied || r->classes & C_EVENT || evidence_has(v, EV_RECEIVES) || evidence_has(v, EV_MOVES) ||
		    (act->verb && act->verb->reach == REACH_SELF && act->verb->particle) || /* "komt terug" */
		    reach_is_told_of(r, act) || /* "de wethouder stuurt een memo" */
		    is_looked_into(r, act, v) ||
		    (act->verb && act->governor != act->at && HAS(act->governor, C_LET) &&
		     act->verb->reach == REACH_COUNCIL) || /* "laat ik u weten" */
		    reach_is_taken_on(r, act, v) ||
		    is_by_letter(r, v) || reach_is_report_of(r, act, v);
	bool informs = evidence_has(v, EV_TO_COUNCIL) && act->verb && act->verb->reach == REACH_COUNCIL &&
		       act->verb->form == FORM_REPORT;
	bool vague = evidence_has(v, EV_WISH) && !bench->ahead && !informs; /* "ik wil u voorleggen" */
	tied |= is_before_meeting(r, v);
	tied |= informs && is_of_outcome(r, v);
	if (r->classes & C_TODAY || (bench->today && !bench->tied && is_return(r, act)))
		evidence_add(v, EV_TODAY);
	if (late || vague || (evidence_has(v, EV_PRESENT) && !tied))
		evidence_add(v, EV_NO_TIME);
}

/* "Verwachten dat in mei af te ronden en zullen u dan informeren": the doubt is of the part before the "en". */
static bool is_joined_before(const struct reading *r, size_t doubt, size_t verb)
{
	for (size_t i = doubt + 1; i + 1 < verb; i++)
		if (HAS(i, C_JOIN) && HAS(i + 1, C_FUTURE))
			return true;
	return false;
}

void act_add_manner(const struct reading *r, struct verdict *v)
{
	size_t council = reach_council(r, v);
	if (council == NONE || !r->v[council].name) {
		struct verdict whole = {.from = 0, .to = r->n};
		council = reach_council(r, &whole);
	}
	v->addressee = council == NONE ? NULL : r->v[council].name;
	for (size_t i = 0; i < r->n; i++) {
		bool theirs = i > v->verb && HAS(i - 1, C_MODAL); /* "wat men kan verwachten" */
		if (HAS(i, C_HEDGE) && evidence_has(v, EV_FUTURE) && is_joined_before(r, i, v->verb))
			continue;
		if (!(i == v->verb && evidence_has(v, EV_RECEIVES)) && HAS(i, C_UNSURE) && !HAS(i, C_WISH) && !theirs)
			v->hedged = true;
		bool meant = HAS(i, C_PLAN) && i < v->verb && i > 0 && i + 1 < r->n && reading_is(r, i + 1, "dat");
		if (meant && grammar_back(r, i, 0, C_PAST) != NONE) /* "het is de bedoeling dat u hoort" */
			v->hedged = true;
	}
}

/* "na te gaan" is the work of "nagaan", and no going. */
static bool is_parted_other(const struct reading *r, const struct verb_use *use, size_t at)
{
	const struct entry *e = r->v[at].entry;
	if (!use || use->form != USE_INFINITIVE || !e || at < 2 || !reading_is(r, at - 1, "te"))
		return false;
	for (size_t i = 0; i < e->use_count; i++)
		if (e->uses[i].form == USE_BASE && reading_is(r, at - 2, e->uses[i].verb->particle))
			return true;
	return false;
}

/* Work that is named only when it will be done, and any work that has a time: "binnen afzienbare tijd". */
static bool is_work(const struct reading *r, const struct act *act)
{
	static const char *const work[] = {"evalueren", "monitoren",   "onderzoeken", "uitzoeken",
					   "nagaan",    "navragen",    "uitvragen",   "achterhalen",
					   "narekenen", "doorrekenen", "doorlichten", "inventariseren"};
	for (size_t i = act->governor; i < act->at; i++) /* "kijken of we dat kunnen onderzoeken" */
		if (reading_is(r, i, "of"))
			return false;
	for (size_t i = 0; act->verb && i < ARRAY_SIZE(work); i++)
		if (strcmp(act->verb->infinitive, work[i]) == 0)
			return true;
	return grammar_back(r, grammar_clause_end(r, act->at), grammar_clause_start(r, act->at), C_SOON) != NONE;
}

bool act_read(const struct reading *r, const struct verb_use *use, size_t at, const struct bench *bench, bool pledged,
	      struct verdict *out)
{
	struct act act = {.at = at, .verb = use ? use->verb : NULL, .governor = at};
	*out = (struct verdict){0};
	if (is_parted_other(r, use, at))
		return false;
	bool governed = use ? verb_add(r, use, &act, out) : task_add(r, &act, out);
	bool was = use && use->form == USE_PARTICIPLE &&
		   ((at > 0 && HAS(at - 1, C_PAST)) || (at + 1 < r->n && HAS(at + 1, C_PAST)));
	bool parted = use && use->form == USE_BASE && grammar_te(r, at) != NONE &&
		      !(at > 1 && reading_is(r, at - 2, use->verb->particle)); /* "door te nemen" is not "meenemen" */
	if (!governed && (!pledged || was || parted)) /* "hebben ingediend" is nobody's pledge */
		return false;
	if (!governed) {
		*out = (struct verdict){0};
		act = (struct act){.at = at, .verb = act.verb, .governor = at};
	}
	act_set_range(r, &act, out);
	if (!reach_add(r, &act, bench, pledged, out))
		return false;
	if (governed) {
		evidence_add(out, EV_GOVERNED);
		holder_add(r, &act, bench, out);
		if (is_looked_into(r, &act, out))
			evidence_add(out, EV_OBJECT);
	}
	if (bench->ahead && evidence_has(out, EV_RECEIVES)) /* "hoort u in mei" */
		evidence_add(out, EV_TO_COUNCIL);
	doubts_add(r, &act, bench, out);
	/* A dated passive that does not reach the council is a plan of works. */
	if ((bench->ahead || bench->soon) && (!act.passive || evidence_has(out, EV_TO_COUNCIL)))
		evidence_add(out, EV_AHEAD);
	act_add_manner(r, out);
	out->form = reach_form(r, &act, out);
	bool delivers = act.verb && act.verb->form == FORM_REPORT && out->addressee;
	out->meant = evidence_has(out, EV_FUTURE) && evidence_has(out, EV_HOLDER) && !out->hedged &&
		     (delivers || is_work(r, &act));
	return true;
}
