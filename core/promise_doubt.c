/* promise_doubt.c: what speaks against an act that is named and governed.
 *
 * It may be denied, stand under a condition, be standing practice, be done by the paper itself or in this very meeting, be
 * asked for, be told of another text, or, in the present tense, have nothing that ties it to a later time.
 */
#include "core/promise_doubt.h"
#include "core/promise_grammar.h"

#define HAS(i, c) ((r->v[i].classes & (c)) != 0)

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
	    (act->verb->reach != REACH_OWN && !grammar_is_keeping(r, act->governor)))
		return false;
	for (size_t i = act->at; i > v->from && !HAS(i - 1, C_SUB); i--) {
		if (grammar_is_keeping(r, i - 1) && grammar_te(r, i - 1) == NONE)
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

/* "Het voorstel dat wij aanbieden": tells which one. */
static bool is_relative(const struct reading *r, size_t sub)
{
	return sub > 0 && (reading_is(r, sub, "dat") || reading_is(r, sub, "die")) && HAS(sub - 1, C_OBJECT) &&
	       !HAS(sub - 1, C_PLEDGES);
}

/* "De heer Jansen merkt op dat wij u zullen informeren": a member opens the sentence, and the act is in what it says. */
static bool is_of_member(const struct reading *r, const struct act *act)
{
	size_t opens = 0;
	while (opens < act->at && !HAS(opens, C_OTHER | C_ROLE | C_FIRST | C_PREP))
		opens++;
	size_t that = opens;
	while (that < act->at && !reading_is(r, that, "dat"))
		that++;
	return HAS(opens, C_DELEGATE) && that < act->at && !is_relative(r, that) &&
	       r->v[that].clause == r->v[act->governor].clause &&
	       grammar_back(r, that, opens, C_ROLE | C_FIRST) == NONE;
}

bool doubt_is_told(const struct reading *r, const struct act *act, const struct bench *bench)
{
	if (is_of_member(r, act))
		return true;
	bool present = act->governor == act->at || HAS(act->governor, C_PASSIVE);
	size_t first = act->governor < act->at ? act->governor : act->at;
	size_t sub = grammar_back(r, first, grammar_clause_start(r, first), C_SUB | C_REASON);
	if (!present || sub == NONE || !(HAS(sub, C_REASON) || is_relative(r, sub)))
		return false;
	return bench->date == SIZE_MAX || bench->date < r->v[sub].start ||
	       bench->date >= r->v[grammar_clause_end(r, sub) - 1].end;
}

void doubt_add(const struct reading *r, const struct act *act, const struct bench *bench, struct verdict *v)
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
		    reach_is_looked_into(r, act, v) ||
		    (act->verb && act->governor != act->at && HAS(act->governor, C_LET) &&
		     act->verb->reach == REACH_COUNCIL) || /* "laat ik u weten" */
		    reach_is_taken_on(r, act, v) ||
		    is_by_letter(r, v) || reach_is_report_of(r, act, v) || reach_is_for_paper(r, act, v);
	bool informs = evidence_has(v, EV_TO_COUNCIL) && act->verb && act->verb->reach == REACH_COUNCIL &&
		       act->verb->form == FORM_REPORT;
	bool vague = evidence_has(v, EV_WISH) && !bench->ahead && !informs; /* "ik wil u voorleggen" */
	tied |= is_before_meeting(r, v);
	bool reports = evidence_has(v, EV_TO_COUNCIL) && evidence_has(v, EV_LIGHT); /* "doe ik verslag" */
	tied |= (informs || reports) && is_of_outcome(r, v);
	if (r->classes & C_TODAY || (bench->today && !bench->tied && is_return(r, act)))
		evidence_add(v, EV_TODAY);
	if (late || vague || (evidence_has(v, EV_PRESENT) && !tied))
		evidence_add(v, EV_NO_TIME);
}
