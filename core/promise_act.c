/* promise_act.c: what governs an act, what it reaches, who does it, and what it delivers.
 *
 * Each verb that can be an act is looked at. What governs its form decides whether it is promised, expected, asked or past:
 * an infinitive is governed by "zal" or "wil", one with "te" by "verwacht" or "verzoekt", a participle by "wordt" or "is",
 * and a finite verb governs itself.
 */
#include "core/promise_act.h"
#include "core/promise_grammar.h"

enum { NEAR = 20 }; /* words: a "plan" must stand that much nearer than an "evaluatie" */

#define HAS(i, c)      ((r->v[i].classes & (c)) != 0)
#define TASK_GOVERNORS (C_FUTURE | C_WISH | C_DUTY | C_UNREAL | C_REQUEST | C_PAST)
#define TE_GOVERNORS   (C_HEDGE | C_PLAN | C_REQUEST | C_DUTY)

/* `verb` is NULL for a task ("in gesprek"). */
struct act {
	size_t at;
	size_t governor;
	const struct verb_row *verb;
	bool passive;
	bool finite;
};

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
		    !reading_is(r, g, "bereid");
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
	if (inverted && (act->governor == NONE || r->v[act->governor].clause != r->v[act->at].clause))
		return finite_add(act, v);                        /* "zodra dat bekend is, sturen wij" */
	bool moves = reach == REACH_MOVE || reach == REACH_AWAIT; /* "de stukken komen naar de raad" */
	bool governed = act->governor != NONE && (!moves || r->v[act->governor].clause == r->v[act->at].clause);
	if (!governed && (moves || is_plural(r, act->at)))
		return finite_add(act, v);
	return mode_add(r, act->governor, false, v);
}

static bool infinitive_add(const struct reading *r, const struct verb_use *use, struct act *act, struct verdict *v)
{
	const char *particle = use->verb->particle;
	size_t te = grammar_te(r, act->at);
	size_t before = te != NONE ? te : act->at;
	bool parted = before > 0 && particle && reading_is(r, before - 1, particle);
	if (use->form == USE_BASE && !parted) /* "komen wij ... terug" */
		return te == NONE && is_plural(r, act->at) && grammar_has_particle(r, act->at, particle) &&
		       finite_add(act, v);
	if (use->form == USE_INFINITIVE && particle && te != NONE && te + 1 == act->at)
		return false;
	if (te == NONE)
		return bare_add(r, use, act, v);
	act->governor = grammar_back(r, te, 0, TE_GOVERNORS);
	return mode_add(r, act->governor, false, v);
}

/* "deel", "stel" are also nouns: the form of the first person has "ik" beside it, or ends its clause, or, where "ik" was
 * dropped, has the council behind it. Other forms pass. */
static bool is_first_person(const struct reading *r, const struct verb_row *verb, size_t i)
{
	if (!verb->first || !reading_is(r, i, verb->first) || (verb->third && strcmp(verb->first, verb->third) == 0))
		return true;
	for (size_t k = i + 1; k < r->n && k <= i + 2; k++)
		if (HAS(k, C_FIRST | C_COUNCIL | C_YOU))
			return true;
	bool last = i + 1 == grammar_clause_end(r, i);
	return i > 0 && (HAS(i - 1, C_FIRST | C_JOIN) ||
			 (last && grammar_back(r, i, grammar_clause_start(r, i), C_FIRST) != NONE));
}

/* Finds what governs the act and what that makes of it; false when it is none. */
static bool verb_add(const struct reading *r, const struct verb_use *use, struct act *act, struct verdict *v)
{
	switch (use->form) {
	case USE_INFINITIVE:
	case USE_BASE:
		return infinitive_add(r, use, act, v);
	case USE_PARTICIPLE:
		act->governor = grammar_of_participle(r, act->at, &act->passive);
		if (!mode_add(r, act->governor, act->passive, v))
			return false;
		act->passive = true;
		return true;
	case USE_FINITE:
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
	act->governor = grammar_back(r, act->at, 0, TASK_GOVERNORS);
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

/* How well the council at `i` can be the receiver: "informeert de raad" and "aan de raad" better than "in de raad", and not at
 * all "het besluit van de raad". */
static int receiver_rank(const struct reading *r, size_t i)
{
	static const char *const never[] = {"van", "over", "door", "namens", "tussen", "na", "volgens", "tijdens"};
	size_t k = i;
	while (k > 0 && i - k < 3 && r->v[k - 1].clause == r->v[i].clause &&
	       (HAS(k - 1, C_YOU | C_LATE) || reading_is(r, k - 1, "de") || reading_is(r, k - 1, "het") ||
		reading_is(r, k - 1, "deze")))
		k--;
	if (k == 0 || r->v[k - 1].clause != r->v[i].clause)
		return 3;
	for (size_t n = 0; n < ARRAY_SIZE(never); n++)
		if (reading_is(r, k - 1, never[n]))
			return 0;
	bool place = reading_is(r, k - 1, "in") || reading_is(r, k - 1, "uit") || reading_is(r, k - 1, "voor");
	return place ? 1 : HAS(k - 1, C_PREP) && !HAS(k - 1, C_TO) ? 2 : 3;
}

/* The council within the act's part of the sentence: the one that is told, else the one that is addressed. */
static size_t find_council(const struct reading *r, const struct verdict *v)
{
	size_t found = NONE, addressed = NONE;
	int best = 0;
	for (size_t i = v->to; i > v->from; i--) {
		if (!HAS(i - 1, C_COUNCIL | C_YOU | C_SENT))
			continue;
		int rank = receiver_rank(r, i - 1);
		if (HAS(i - 1, C_COUNCIL) && rank > best) {
			found = i - 1;
			best = rank;
		} else if (!HAS(i - 1, C_COUNCIL) && rank && addressed == NONE) {
			addressed = i - 1;
		}
	}
	return found != NONE ? found : addressed;
}

static bool has_decision(const struct reading *r, const struct verdict *v)
{
	return grammar_back(r, v->to, v->from, C_DECIDE) != NONE;
}

/* Whether a noun only is the topic: "over het onderzoek". */
static bool is_topic(const struct reading *r, size_t i, size_t from)
{
	if (HAS(i, C_EVENT)) /* "op de hoogte" */
		return false;
	size_t prep = grammar_back(r, i, i > from + 4 ? i - 4 : from, C_PREP);
	return prep != NONE && reading_is(r, prep, "over");
}

/* "verslag van de gevoerde gesprekken" */
static bool is_of(const struct reading *r, size_t i)
{
	size_t prep = grammar_back(r, i, i > 3 ? i - 3 : 0, C_PREP);
	return prep != NONE && reading_is(r, prep, "van");
}

/* What the act is done with, or delivers: the nearest to the verb that says more than "uitvoering". */
static size_t find_object(const struct reading *r, const struct verdict *v, size_t to)
{
	size_t found = NONE, nearest = SIZE_MAX;
	for (size_t i = v->from; i < to; i++) {
		if (i == v->verb || !HAS(i, C_OBJECT | C_TASK) || is_topic(r, i, v->from))
			continue;
		size_t apart = i < v->verb ? v->verb - i : i - v->verb;
		apart += i > 0 && is_of(r, i) ? NEAR : 0;
		apart += r->v[i].form == FORM_OTHER ? READING_MAX : r->v[i].form == FORM_REPORT ? NEAR : 0;
		if (apart < nearest) {
			nearest = apart;
			found = i;
		}
	}
	return found;
}

static bool is_delivered(enum promise_form form)
{
	return form == FORM_REPORT || form == FORM_LETTER || form == FORM_PROPOSAL;
}

static bool is_towards(const struct reading *r, size_t council)
{
	for (size_t i = council; i > 0 && council - i < 3; i--)
		if (HAS(i - 1, C_PREP))
			return HAS(i - 1, C_TO) || reading_is(r, i - 1, "in") || reading_is(r, i - 1, "bij");
	return false;
}

static bool is_with(const struct reading *r, size_t object)
{
	size_t prep = grammar_back(r, object, object > 4 ? object - 4 : 0, C_PREP);
	return prep != NONE && reading_is(r, prep, "met");
}

/* "in de voortgangsrapportage", "bij de evaluatie". */
static bool is_paper_to_come(const struct reading *r, size_t object)
{
	size_t prep = grammar_back(r, object, object > 4 ? object - 4 : 0, C_PREP);
	if (prep == NONE || !(reading_is(r, prep, "in") || reading_is(r, prep, "bij")))
		return false;
	bool noun = prep + 1 == object || reading_is(r, prep + 1, "de") || reading_is(r, prep + 1, "het") ||
		    reading_is(r, prep + 1, "een") || HAS(prep + 1, C_FIRST | C_LATE); /* not "in mei een rapport" */
	return noun && (is_delivered(r->v[object].form) || r->v[object].form == FORM_EVALUATION);
}

/* "komt naar de raad", "komt met een brief". */
static bool move_add(const struct reading *r, size_t object, const struct bench *bench, struct verdict *v)
{
	size_t council = find_council(r, v);
	bool towards = council != NONE && is_towards(r, council);
	bool with = object != NONE && is_delivered(r->v[object].form) && is_with(r, object);
	/* "de brief komt in mei", "dat komt in de volgende rapportage" */
	bool letter = object != NONE && bench->ahead &&
		      (r->v[object].form == FORM_LETTER ||
		       (is_paper_to_come(r, object) && grammar_back(r, object, v->from, C_LATE) != NONE));
	if (!towards && !with && !letter && !has_decision(r, v))
		return false;
	evidence_add(v, EV_TO_COUNCIL);
	if (towards || !with)
		evidence_add(v, EV_MOVES);
	return true;
}

/* "ontvangt u", "de Kamer krijgt": the council is the subject, so it stands without preposition. */
static bool receive_add(const struct reading *r, const struct act *act, size_t object, struct verdict *v)
{
	size_t to = act->governor + 4 < r->n ? act->governor + 4 : r->n;
	for (size_t i = v->from; i < to; i++) {
		bool governed = (i > 0 && HAS(i - 1, C_PREP)) || (i > 1 && HAS(i - 2, C_PREP) && !HAS(i - 1, C_FUTURE));
		if (!HAS(i, C_COUNCIL | C_YOU) || governed)
			continue;
		evidence_add(v, EV_RECEIVES);
		if (object != NONE)
			evidence_add(v, EV_TO_COUNCIL);
		return true;
	}
	return false;
}

static bool await_add(const struct reading *r, size_t object, struct verdict *v)
{
	size_t council = find_council(r, v);
	if (evidence_has(v, EV_ABLE)) /* "kunt u verwachten" is the council's */
		return false;
	if (object == NONE ||
	    (r->v[object].form != FORM_LETTER && !HAS(object, C_SENT) && (council == NONE || !is_towards(r, council))))
		return false;
	v->hedged = !reading_is(r, v->verb, "volgt") && !reading_is(r, v->verb, "volgen");
	evidence_add(v, EV_MOVES);
	evidence_add(v, EV_TO_COUNCIL);
	return true;
}

/* "De minister stuurt na de zomer een brief": to whom, goes without saying, unless it is said. */
static bool is_letter_to_come(const struct reading *r, const struct act *act, const struct verdict *v, size_t object)
{
	if (object == NONE || r->v[object].form != FORM_LETTER || act->verb->form != FORM_REPORT)
		return false;
	for (size_t i = v->from; i < v->to; i++)
		if (reading_is(r, i, "aan") || reading_is(r, i, "naar"))
			return false;
	return !reading_is(r, object, "per"); /* "wordt per brief geinformeerd" */
}

/* "Wij nemen uw suggestie mee bij de herziening." */
static bool goes_along(const struct reading *r, const struct act *act, const struct verdict *v)
{
	bool along = act->verb && (strcmp(act->verb->infinitive, "meenemen") == 0 ||
				   (!act->passive && strcmp(act->verb->infinitive, "betrekken") == 0));
	for (size_t i = v->from; along && i < v->to; i++)
		if (reading_is(r, i, "in") || reading_is(r, i, "bij"))
			return true;
	return false;
}

/* "Ik zoek dat uit", "dat ga ik na": said of what was just asked. */
static bool is_taken_on(const struct reading *r, const struct act *act, const struct verdict *v)
{
	size_t g = act->governor;
	if (!act->finite || !act->verb || !act->verb->particle ||
	    !(act->verb->reach == REACH_OWN || goes_along(r, act, v)) || g == 0 || g + 1 >= r->n)
		return false;
	size_t that = reading_is(r, g - 1, "ik") ? g + 1 : reading_is(r, g + 1, "ik") ? v->from : NONE;
	return that != NONE && (reading_is(r, that, "dat") || reading_is(r, that, "dit") || reading_is(r, that, "het"));
}

/* "De motie zal worden uitgevoerd": by whom, goes without saying. */
static bool carries_out_motion(const struct reading *r, const struct act *act, const struct verdict *v)
{
	if (!act->passive || !evidence_has(v, EV_FUTURE))
		return false;
	for (size_t i = v->from; i < v->to; i++)
		if (reading_is(r, i, "motie") || reading_is(r, i, "moties") || reading_is(r, i, "amendement"))
			return true;
	return false;
}

/* "laten we evalueren" is said to everybody; "wij laten evalueren" is not. */
static bool is_exhorted(const struct reading *r, const struct act *act)
{
	size_t g = act->governor;
	return HAS(g, C_LET) && g != act->at && g + 1 < r->n && HAS(g + 1, C_FIRST) && g == grammar_clause_start(r, g);
}

/* What the verb reaches; false when it is no act that can be promised. */
static bool reach_add(const struct reading *r, const struct act *act, const struct bench *bench, bool pledged,
		      struct verdict *v)
{
	size_t object = find_object(r, v, v->to);
	if (!act->verb) {
		evidence_add(v, EV_LIGHT);
		evidence_add(v, EV_OBJECT);
		return true;
	}
	bool meets =
		strcmp(act->verb->infinitive, "agenderen") == 0 && grammar_back(r, v->to, v->from, C_MEETING) != NONE;
	bool council =
		meets || find_council(r, v) != NONE || has_decision(r, v) || is_letter_to_come(r, act, v, object);
	bool delivers = act->verb->form == FORM_REPORT;
	switch (act->verb->reach) {
	case REACH_COUNCIL:
		if (council || pledged) /* who pledges speaks to the council: "dat ik hem zal informeren" */
			evidence_add(v, EV_TO_COUNCIL);
		return council || pledged;
	case REACH_SELF:
		evidence_add(v, EV_TO_COUNCIL);
		return true;
	case REACH_RECEIVE:
		return receive_add(r, act, pledged ? act->at : object, v);
	case REACH_AWAIT:
		return await_add(r, object, v);
	case REACH_MOVE:
		return move_add(r, object, bench, v);
	case REACH_OWN:
		if (is_exhorted(r, act))
			return false;
		if (council && act->verb->form == FORM_REPORT) { /* "rapporteren aan de raad" */
			evidence_add(v, EV_TO_COUNCIL);
			return true;
		}
		evidence_add(v, EV_OWN);
		if (act->verb->form != FORM_OTHER)
			evidence_add(v, EV_STUDY);
		if (is_taken_on(r, act, v) || carries_out_motion(r, act, v))
			evidence_add(v, EV_OBJECT);
		return true;
	case REACH_LIGHT:
		evidence_add(v, EV_LIGHT);
		if (evidence_has(v, EV_PRESENT) && object != NONE && r->v[object].form != FORM_CONVERSATION &&
		    r->v[object].form != FORM_RESEARCH && !council && !goes_along(r, act, v))
			return false; /* "maakt een plan": what is being done */
		if (object != NONE)
			evidence_add(v, council && delivers && is_delivered(r->v[object].form) ? EV_TO_COUNCIL
											       : EV_OBJECT);
		if (object != NONE && (is_paper_to_come(r, object) || goes_along(r, act, v)))
			evidence_add(v, EV_STUDY); /* "wordt meegenomen in de evaluatie" */
		return object != NONE;
	}
	return false;
}

/* Whether a passive names somebody else as the one who acts: "door de provincie". `role` is the executive, when named. */
static bool has_other_agent(const struct reading *r, const struct verdict *v, size_t *role)
{
	for (size_t i = v->from; i + 1 < v->to; i++) {
		if (!reading_is(r, i, "door") || reading_is(r, i + 1, "middel") || reading_is(r, i + 1, "te"))
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

/* Who acts. A passive, a paper that moves and a plan without a holder are said by the author, who is the executive. */
static void holder_add(const struct reading *r, const struct act *act, const struct bench *bench, struct verdict *v)
{
	size_t at = NONE;
	bool council = evidence_has(v, EV_TO_COUNCIL);
	if (act->passive || evidence_has(v, EV_RECEIVES) || (council && HAS(act->governor, C_PLAN)) ||
	    (council && HAS(act->governor, C_UNSURE) && !HAS(act->governor, C_HEDGE | C_WISH))) {
		size_t planned = NONE; /* "de planning is dat het dagelijks bestuur" */
		if (has_other_agent(r, v, &at) || (bench->named_only && at == NONE))
			evidence_add(v, EV_NO_HOLDER);
		if (HAS(act->governor, C_PLAN) && !act->passive && at == NONE &&
		    grammar_subject(r, act->at, &planned) == SUBJECT_ROLE && planned > act->governor)
			at = planned;
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

static bool is_negated(const struct reading *r, const struct act *act, const struct verdict *v)
{
	size_t first = act->governor < act->at ? act->governor : act->at;
	size_t last = act->governor < act->at ? act->at : act->governor;
	size_t start = grammar_clause_start(r, first);
	size_t join = act->finite ? grammar_back(r, first, start, C_JOIN) : NONE;
	if (join != NONE) /* "kan dat nu niet doen en komt hierop terug": denied before, not here */
		start = join;
	size_t not = grammar_back(r, act->finite ? v->to : last, start, C_NOT);
	return not != NONE && grammar_back(r, not, start, C_SUB) == NONE;
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

/* "via een raadsinformatiebrief": a letter of its own, and so to come. */
static bool is_by_letter(const struct reading *r, const struct verdict *v)
{
	for (size_t i = v->from + 1; i + 1 < v->to; i++)
		if (reading_is(r, i, "via") &&
		    (r->v[i + 1].classes & C_OBJECT || (i + 2 < v->to && HAS(i + 2, C_OBJECT))))
			return true;
	return false;
}

/* Minutes and lists of promises tell in the present tense what one member of the executive will do. */
static bool is_told_of(const struct reading *r, const struct act *act)
{
	static const char *const telling[] = {"beantwoorden", "toelichten", "ingaan", "melden",      "mededelen",
					      "meedelen",     "vertellen",  "geven",  "presenteren", "bespreken"};
	size_t at = NONE;
	for (size_t i = 0; act->verb && i < ARRAY_SIZE(telling); i++) /* done in the meeting itself */
		if (strcmp(act->verb->infinitive, telling[i]) == 0)
			return false;
	return grammar_subject(r, act->governor, &at) == SUBJECT_ROLE && at != NONE && !HAS(at, C_ORGAN);
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

/* "Met deze brief informeren wij u", but not "in deze brief melden wij dat wij u in mei zullen informeren". */
static bool is_of_this_paper(const struct reading *r, const struct act *act)
{
	size_t paper = grammar_back(r, r->n, 0, C_THIS_PAPER);
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

/* What speaks against the act. */
static void doubts_add(const struct reading *r, const struct act *act, const struct bench *bench, struct verdict *v)
{
	bool told = evidence_has(v, EV_PRESENT) || evidence_has(v, EV_PASSIVE) || evidence_has(v, EV_RECEIVES);
	if (is_negated(r, act, v))
		evidence_add(v, EV_NEGATED);
	bool offered = reading_is(r, act->governor, "bereid") && r->classes & C_WHEN &&
		       grammar_back(r, act->governor, 0, C_WHEN) != NONE;
	if (r->classes & C_IF || offered)
		evidence_add(v, EV_CONDITION);
	size_t process = grammar_back(r, v->to, v->from, C_PROCESS);
	if (process != NONE && !is_awaited(r, process))
		evidence_add(v, EV_PROCESS);
	if (is_of_this_paper(r, act) || (told && is_here(r, act, v)))
		evidence_add(v, EV_THIS_PAPER);
	size_t asked = grammar_back(r, act->at, 0, C_REQUEST);
	if (r->classes & C_MEMBER || grammar_is_asked(r, act->at) || (asked != NONE && !evidence_has(v, EV_HOLDER)) ||
	    is_wished_for(r, act, v))
		evidence_add(v, EV_ASKED);
	bool late = evidence_has(v, EV_ABLE) && !(bench->date < r->v[act->at].start);
	bool tied = bench->tied || r->classes & C_EVENT || evidence_has(v, EV_RECEIVES) || evidence_has(v, EV_MOVES) ||
		    (act->verb && act->verb->reach == REACH_SELF && act->verb->particle) || /* "komt terug" */
		    is_told_of(r, act) || /* "de wethouder stuurt een memo" */
		    is_taken_on(r, act, v) || is_by_letter(r, v);
	bool informs = evidence_has(v, EV_TO_COUNCIL) && act->verb && act->verb->reach == REACH_COUNCIL &&
		       act->verb->form == FORM_REPORT;
	bool vague = evidence_has(v, EV_WISH) && !bench->ahead && !informs; /* "ik wil u voorleggen" */
	if (r->classes & C_TODAY)
		evidence_add(v, EV_TODAY);
	if (late || vague || (evidence_has(v, EV_PRESENT) && !tied))
		evidence_add(v, EV_NO_TIME);
}

void act_add_manner(const struct reading *r, struct verdict *v)
{
	size_t council = find_council(r, v);
	if (council == NONE || !r->v[council].name)
		council = grammar_back(r, r->n, 0, C_COUNCIL);
	v->addressee = council == NONE ? NULL : r->v[council].name;
	for (size_t i = 0; i < r->n; i++)
		if (!(i == v->verb && evidence_has(v, EV_RECEIVES)) && HAS(i, C_UNSURE) && !HAS(i, C_WISH))
			v->hedged = true;
}

/* "neemt het mee in de evaluatie van het plan": the first thing named behind "in" or "bij". */
static enum promise_form form_of_goal(const struct reading *r, const struct verdict *v)
{
	bool within = false;
	for (size_t i = v->from; i < v->to; i++) {
		if (within && HAS(i, C_OBJECT | C_TASK))
			return r->v[i].form;
		within |= reading_is(r, i, "in") || reading_is(r, i, "bij");
	}
	return FORM_OTHER;
}

/* "houdt op de hoogte van de gesprekken", "stelt in kennis". */
static bool is_kept_informed(const struct reading *r, const struct verdict *v)
{
	for (size_t i = v->from; i < v->to; i++)
		if (HAS(i, C_OBJECT) &&
		    (reading_is(r, i, "op") || (reading_is(r, i, "in") && r->v[i].form == FORM_REPORT)))
			return true;
	return false;
}

/* What is informed about is no form; what is sent, is. */
static enum promise_form form_of(const struct reading *r, const struct act *act, const struct verdict *v)
{
	if (!act->verb)
		return r->v[act->at].form;
	enum promise_form form = act->verb->form;
	if (goes_along(r, act, v))
		return form_of_goal(r, v);
	if (act->verb->reach == REACH_LIGHT && form == FORM_REPORT && is_kept_informed(r, v))
		return form;
	size_t object = find_object(r, v, v->to);
	if (act->verb->reach == REACH_LIGHT && (object == NONE || r->v[object].form == FORM_OTHER))
		object = find_object(r, v, r->n);
	enum promise_form named = object == NONE ? FORM_OTHER : r->v[object].form;
	if (act->verb->reach == REACH_LIGHT)
		return named;
	if (act->verb->reach == REACH_SELF && named != FORM_LETTER)
		return form;
	if (act->verb->reach == REACH_OWN && form == FORM_OTHER && named != FORM_OTHER && !is_delivered(named))
		return named;
	if (act->verb->reach == REACH_OWN || form != FORM_REPORT)
		return form;
	if (strcmp(act->verb->infinitive, "informeren") == 0) /* by what, not about what */
		return named == FORM_LETTER ? named : form;
	if (has_decision(r, v))
		return FORM_PROPOSAL;
	return named == FORM_LETTER || named == FORM_PROPOSAL || named == FORM_EVALUATION ? named : form;
}

bool act_read(const struct reading *r, const struct verb_use *use, size_t at, const struct bench *bench, bool pledged,
	      struct verdict *out)
{
	struct act act = {.at = at, .verb = use ? use->verb : NULL, .governor = at};
	*out = (struct verdict){0};
	bool governed = use ? verb_add(r, use, &act, out) : task_add(r, &act, out);
	if (!governed && !pledged)
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
	}
	if (bench->ahead && evidence_has(out, EV_RECEIVES)) /* "hoort u in mei" */
		evidence_add(out, EV_TO_COUNCIL);
	doubts_add(r, &act, bench, out);
	/* A dated passive that does not reach the council is a plan of works. */
	if (bench->ahead && (!act.passive || evidence_has(out, EV_TO_COUNCIL)))
		evidence_add(out, EV_AHEAD);
	act_add_manner(r, out);
	out->form = form_of(r, &act, out);
	return true;
}
