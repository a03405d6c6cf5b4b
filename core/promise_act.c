/* promise_act.c: what governs an act, and who does it.
 *
 * Each verb that can be an act is looked at. What governs its form decides whether it is promised, expected, asked or past:
 * an infinitive is governed by "zal" or "wil", one with "te" by "verwacht" or "verzoekt", a participle by "wordt" or "is",
 * and a finite verb governs itself.
 */
#include "core/promise_act.h"
#include "core/promise_doubt.h"
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
	if (act->governor != NONE && grammar_is_keeping(r, act->governor)) /* "blijft in gesprek" */
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
		bool by = reading_is(r, i, "by");                        /* as in "by May", too */
		if (!(by || reading_is(r, i, "door")) || reading_is(r, i + 1, "middel") || attribute || is_means(r, i))
			continue;
		size_t end = i + 4 < v->to ? i + 4 : v->to;
		for (size_t k = i + 1; k < end; k++) {
			if (HAS(k, C_ROLE)) {
				*role = k;
				return HAS(k - 1, C_LATE);
			}
			if (HAS(k, C_FIRST) || reading_is(r, k, "mij") || reading_is(r, k, "ons"))
				return false;
			if (by && HAS(k, C_OTHER))
				return true;
		}
		if (!by)
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
		bool meant = i > 0 && i + 1 < r->n && i < v->verb && HAS(i, C_PLAN) && reading_is(r, i + 1, "dat");
		if (meant && grammar_back(r, i, 0, C_PAST) != NONE) /* "het is de bedoeling dat u hoort" */
			v->hedged = true;
	}
}

/* "na te gaan" is the work of "nagaan", and no going. */
static bool is_parted_other(const struct reading *r, const struct verb_use *use, size_t at)
{
	const struct entry *e = r->v[at].entry;
	if (use && use->form == USE_FINITE && !use->verb->particle) { /* "deelt mee" is not "deelt" */
		for (size_t i = 0; e && i < e->use_count; i++)
			if (e->uses[i].form == USE_FINITE && e->uses[i].verb->particle && at + 1 < r->n &&
			    reading_is(r, at + 1, e->uses[i].verb->particle) &&
			    grammar_has_particle(r, at, e->uses[i].verb->particle))
				return true;
		return false;
	}
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
	if (!pledged && doubt_is_told(r, &act, bench))
		return false;
	act_set_range(r, &act, out);
	if (!reach_add(r, &act, bench, pledged, out))
		return false;
	if (governed) {
		evidence_add(out, EV_GOVERNED);
		holder_add(r, &act, bench, out);
		if (reach_is_looked_into(r, &act, out))
			evidence_add(out, EV_OBJECT);
	}
	if (bench->ahead && evidence_has(out, EV_RECEIVES)) /* "hoort u in mei" */
		evidence_add(out, EV_TO_COUNCIL);
	doubt_add(r, &act, bench, out);
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
