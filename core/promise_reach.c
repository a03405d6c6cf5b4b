/* promise_reach.c: whom an act reaches, what is done with it, and so what form the council gets.
 *
 * A verb alone says little: "sturen" needs the council as its receiver, "doen" an object that says what is done. Both are looked
 * for in the act's own part of the sentence, where a preposition tells receiver, topic and place apart. The file is long because each
 * of its many short questions is about one verb or one kind of object.
 */
#include "core/promise_reach.h"

#include "core/promise_grammar.h"

enum { NEAR = 20 }; /* words: a "plan" must stand that much nearer than an "evaluatie" */

#define HAS(i, c) ((r->v[i].classes & (c)) != 0)

static bool is_verb(const struct act *act, const char *infinitive)
{
	return act->verb && strcmp(act->verb->infinitive, infinitive) == 0;
}

/* "Zorgen dat", "regelen dat". */
static bool is_ensurance(const struct act *act)
{
	return is_verb(act, "zorgen") || is_verb(act, "regelen");
}

/* How well the council at `i` can be the receiver: "informeert de raad" and "aan de raad" better than "in de raad", and not at
 * all "het besluit van de raad". */
static int receiver_rank(const struct reading *r, size_t i)
{
	static const char *const never[] = {"van", "over", "door", "namens", "tussen", "na", "volgens", "tijdens"};
	size_t k = i;
	while (k > 0 && i - k < 3 && r->v[k - 1].clause == r->v[i].clause &&
	       (HAS(k - 1, C_YOU | C_LATE) || reading_is(r, k - 1, "de") || reading_is(r, k - 1, "het") ||
		reading_is(r, k - 1, "deze") || reading_is(r, k - 1, "the")))
		k--;
	if (k == 0 || r->v[k - 1].clause != r->v[i].clause)
		return 3;
	for (size_t n = 0; n < ARRAY_SIZE(never); n++)
		if (reading_is(r, k - 1, never[n]))
			return 0;
	if (reading_is(r, i - 1, "haar") || reading_is(r, i - 1, "hun") || reading_is(r, i - 1, "zijn")) /* another's */
		return 0;
	bool place = reading_is(r, k - 1, "in") || reading_is(r, k - 1, "uit") || reading_is(r, k - 1, "voor");
	return place ? 1 : HAS(k - 1, C_PREP) && !HAS(k - 1, C_TO) ? 2 : 3;
}

/* The council within the act's part of the sentence: the one that is told, else the one that is addressed. */
size_t reach_council(const struct reading *r, const struct verdict *v)
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

/* "Na het gesprek", "tijdens het overleg": when it is done, and not what. */
static bool is_occasion(const struct reading *r, size_t i)
{
	for (size_t k = i; k > 0 && i - k < 3 && r->v[k - 1].clause == r->v[i].clause; k--) {
		if (reading_is(r, k - 1, "na") || reading_is(r, k - 1, "tijdens"))
			return true;
		if (HAS(k - 1, C_PREP | C_OBJECT) || (r->v[k - 1].entry && r->v[k - 1].entry->use_count))
			return false;
	}
	return false;
}

/* What the act is done with, or delivers: the nearest to the verb that says more than "uitvoering". */
static size_t find_object(const struct reading *r, const struct verdict *v, size_t to)
{
	size_t found = NONE, nearest = SIZE_MAX;
	for (size_t i = v->from; i < to; i++) {
		if (i == v->verb || !HAS(i, C_OBJECT | C_TASK) || is_topic(r, i, v->from) || is_occasion(r, i))
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
	if (council + 1 < r->n && reading_is(r, council + 1, "kant")) /* "komt uw kant op" */
		return true;
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
static bool move_add(const struct reading *r, const struct act *act, size_t object, const struct bench *bench,
		     struct verdict *v)
{
	if (is_verb(act, "liggen") && act->governor == act->at && !bench->ahead && !bench->soon &&
	    !(r->classes & C_PLEDGES)) /* "het voorstel ligt bij de raad" */
		return false;
	size_t council = reach_council(r, v);
	bool apart = council < v->verb && grammar_back(r, v->verb, council, C_SUB) != NONE; /* "in de raad en waar" */
	bool towards = council != NONE && !apart && is_towards(r, council);
	if (towards && council + 1 < r->n && reading_is(r, council + 1, "kant")) /* said by the way, too */
		towards = object != NONE || bench->ahead;
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

/* "Schriftelijk", "per brief": how it reaches the council. */
static bool is_in_writing(const struct reading *r, const struct verdict *v)
{
	for (size_t i = v->from; i < v->to; i++)
		if (reading_is(r, i, "schriftelijk") || (reading_is(r, i, "per") && HAS(i, C_OBJECT)))
			return true;
	return false;
}

/* "Van mij", "van ons". */
static bool is_from_us(const struct reading *r, const struct verdict *v)
{
	for (size_t i = v->from + 1; i < v->to; i++)
		if (reading_is(r, i - 1, "van") && (reading_is(r, i, "mij") || reading_is(r, i, "ons")))
			return true;
	return false;
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
		if (object != NONE || is_from_us(r, v) || is_in_writing(r, v))
			evidence_add(v, EV_TO_COUNCIL);
		return true;
	}
	return false;
}

/* "Een overzicht volgt in augustus": a paper opens the clause, is of nobody else, and its day is still to come. */
static bool is_paper_due(const struct reading *r, size_t object, const struct bench *bench, const struct verdict *v)
{
	if (!bench->ahead || !(reading_is(r, v->verb, "volgt") || reading_is(r, v->verb, "volgen")) ||
	    object >= v->verb || object > v->from + 2 || !is_delivered(r->v[object].form))
		return false;
	return grammar_back(r, v->to, v->from, C_OTHER | C_COUNCIL | C_ROLE) == NONE;
}

static bool await_add(const struct reading *r, size_t object, const struct bench *bench, struct verdict *v)
{
	size_t council = reach_council(r, v);
	if (evidence_has(v, EV_ABLE)) /* "kunt u verwachten" is the council's */
		return false;
	if (object == NONE)
		return false;
	if (r->v[object].form != FORM_LETTER && !HAS(object, C_SENT) && (council == NONE || !is_towards(r, council)) &&
	    !is_paper_due(r, object, bench, v))
		return false;
	v->hedged = !reading_is(r, v->verb, "volgt") && !reading_is(r, v->verb, "volgen");
	evidence_add(v, EV_MOVES);
	evidence_add(v, EV_TO_COUNCIL);
	return true;
}

/* "In de beantwoording": this one, more often than one to come. */
static bool is_given_now(const struct reading *r, size_t object)
{
	bool answer = reading_is(r, object, "antwoord") || reading_is(r, object, "antwoorden") ||
		      reading_is(r, object, "beantwoording");
	return answer && is_paper_to_come(r, object);
}

bool reach_is_told_of(const struct reading *r, const struct act *act)
{
	static const char *const telling[] = {"beantwoorden", "toelichten", "ingaan", "melden",      "mededelen",
					      "meedelen",     "vertellen",  "geven",  "presenteren", "bespreken"};
	size_t at = NONE;
	for (size_t i = 0; act->verb && i < ARRAY_SIZE(telling); i++) /* done in the meeting itself */
		if (strcmp(act->verb->infinitive, telling[i]) == 0)
			return false;
	return grammar_subject(r, act->governor, &at) == SUBJECT_ROLE && at != NONE && !HAS(at, C_ORGAN);
}

/* "De minister stuurt na de zomer een brief", "de wethouder levert een overzicht aan": to whom, goes without saying, unless it is said. */
static bool is_letter_to_come(const struct reading *r, const struct act *act, const struct verdict *v, size_t object)
{
	bool told = object != NONE && r->v[object].form == FORM_REPORT && reach_is_told_of(r, act);
	if (object == NONE || (r->v[object].form != FORM_LETTER && !told) || act->verb->form != FORM_REPORT ||
	    (evidence_has(v, EV_PRESENT) && is_given_now(r, object)))
		return false;
	size_t from = act->governor < act->at ? act->governor : v->from; /* not of "geeft aan dat hij" */
	for (size_t i = from; i < v->to; i++)
		if (reading_is(r, i, "aan") || reading_is(r, i, "naar"))
			return false;
	return !reading_is(r, object, "per"); /* "wordt per brief geinformeerd" */
}

/* "Wij nemen uw suggestie mee bij de herziening." */
static bool goes_along(const struct reading *r, const struct act *act, const struct verdict *v)
{
	bool along = act->verb && act->verb->reach == REACH_LIGHT;
	along = along && (is_verb(act, "meenemen") || (!act->passive && is_verb(act, "betrekken")));
	for (size_t i = v->from; along && i < v->to; i++)
		if (reading_is(r, i, "in") || reading_is(r, i, "bij"))
			return true;
	return false;
}

/* "Ik zoek dat uit", "dat ga ik na": said of what was just asked. */
bool reach_is_taken_on(const struct reading *r, const struct act *act, const struct verdict *v)
{
	size_t g = act->governor;
	if (act->finite && is_ensurance(act))
		return (g > 0 && reading_is(r, g - 1, "ik")) || (g + 1 < r->n && reading_is(r, g + 1, "ik"));
	if (!act->finite || !act->verb || !act->verb->particle ||
	    !(act->verb->reach == REACH_OWN || goes_along(r, act, v)) || g == 0 || g + 1 >= r->n)
		return false;
	size_t that = reading_is(r, g - 1, "ik") ? g + 1 : reading_is(r, g + 1, "ik") ? v->from : NONE;
	return that != NONE && (reading_is(r, that, "dat") || reading_is(r, that, "dit") || reading_is(r, that, "het"));
}

/* "De wethouder gaat na of", "de heemraad laat die vraag uitzoeken", "ik laat uitzoeken": what was asked is looked into. */
bool reach_is_looked_into(const struct reading *r, const struct act *act, const struct verdict *v)
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

bool reach_is_report_of(const struct reading *r, const struct act *act, const struct verdict *v)
{
	if (!is_verb(act, "rapporteren") || !(r->classes & C_BACK))
		return false;
	for (size_t i = v->from; i < v->to; i++)
		if (HAS(i, C_OBJECT) && is_paper_to_come(r, i))
			return true;
	return false;
}

/* "Wij nemen dit mee in de Kadernota 2026": in a paper that is named with its year. */
bool reach_is_for_paper(const struct reading *r, const struct act *act, const struct verdict *v)
{
	for (size_t i = v->from; is_verb(act, "meenemen") && i + 1 < v->to; i++)
		if (HAS(i, C_OBJECT) && r->v[i + 1].number && is_paper_to_come(r, i))
			return true;
	return false;
}

/* "Ik zal het in de afdoening opschrijven": told in a letter to come. */
static bool is_told_by_letter(const struct reading *r, const struct act *act, const struct verdict *v, size_t object)
{
	if (act->verb->form != FORM_REPORT || evidence_has(v, EV_PRESENT) || object == NONE ||
	    r->v[object].form != FORM_LETTER || !is_paper_to_come(r, object))
		return false;
	return !is_given_now(r, object);
}

/* "Dat zullen wij opstellen": of what was just said. */
static bool is_drawn_up(const struct reading *r, const struct act *act, const struct verdict *v)
{
	if (!is_verb(act, "opstellen") || !evidence_has(v, EV_FUTURE))
		return false;
	for (size_t i = act->at; i > v->from; i--)
		if (reading_is(r, i - 1, "dat") || reading_is(r, i - 1, "dit") || reading_is(r, i - 1, "het"))
			return true;
	return false;
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

/* "rapporteert aan de inspectie" */
static bool names_receiver(const struct reading *r, const struct verdict *v)
{
	for (size_t i = v->from; i < v->to; i++)
		if (reading_is(r, i, "aan"))
			return true;
	return false;
}

/* "Neemt de raad mee in de keuzes": the council itself, and not what it said: "de suggestie van de raad", "uw suggestie". */
static bool is_taken_along(const struct reading *r, const struct verdict *v)
{
	for (size_t i = v->from; i < v->to; i++) {
		bool council = HAS(i, C_COUNCIL) || reading_is(r, i, "u") || reading_is(r, i, "jullie");
		size_t first = i < v->verb ? i : v->verb, last = i < v->verb ? v->verb : i;
		bool other = grammar_back(r, last, first, C_SUB | C_JOIN) != NONE;
		for (size_t k = i + 1; k < v->verb; k++) /* "belooft de raad de suggestie mee te nemen" */
			other |= HAS(k, C_OBJECT) && grammar_back(r, k, k > 3 ? k - 3 : 0, C_PREP) == NONE;
		if (council && receiver_rank(r, i) == 3 && !other)
			return true;
	}
	return false;
}

bool reach_is_asking(const struct reading *r, size_t i)
{
	static const char *const asking[] = {"of", "hoe", "hoeveel", "hoeverre", "wat", "welke", "waar", "waarom"};
	for (size_t k = 0; k < ARRAY_SIZE(asking); k++)
		if (reading_is(r, i, asking[k]))
			return true;
	return false;
}

/* "Kijkt of", "daarnaar kijken", but not "kijkt uit naar". */
static bool is_looking(const struct reading *r, const struct act *act)
{
	for (size_t i = act->at; i > 0 && i + 3 > act->at; i--)
		if (reading_is(r, i - 1, "naar") || reading_is(r, i - 1, "daarnaar") || reading_is(r, i - 1, "ernaar"))
			return true;
	return act->at + 1 < r->n && reach_is_asking(r, act->at + 1);
}

/* "Ik zorg dat", "ik zal ervoor zorgen dat": what will be so is told. */
static bool is_ensured(const struct reading *r, const struct act *act)
{
	for (size_t i = act->at + 1; i < r->n && i <= act->at + 3; i++)
		if (reading_is(r, i, "dat"))
			return true;
	return false;
}

/* "Zorgen ervoor dat de raad dat krijgt". */
static bool is_for_council(const struct reading *r, const struct act *act)
{
	for (size_t i = act->at; i < r->n; i++)
		if (HAS(i, C_COUNCIL) || reading_is(r, i, "u"))
			return receiver_rank(r, i) == 3;
	return false;
}

/* "Zal de corporatie vragen om te ...": the verb, and not the noun of "uw vragen". */
static bool is_asking_for(const struct reading *r, const struct act *act)
{
	static const char *const nouns[] = {"de",      "deze",          "uw",       "alle",
					    "overige", "schriftelijke", "gestelde", "andere"};
	if (act->at > 0 && HAS(act->at - 1, C_OBJECT)) /* "aandacht vragen" */
		return act->governor != act->at;
	for (size_t i = 0; act->at > 0 && i < ARRAY_SIZE(nouns); i++)
		if (reading_is(r, act->at - 1, nouns[i]))
			return false;
	for (size_t i = act->at + 1; i < grammar_clause_end(r, act->at); i++)
		if (reading_is(r, i, "te"))
			return act->governor != act->at && !act->finite;
	return false;
}

/* "Zal de minister een brief sturen", "stuurt een brief aan Gedeputeerde Staten": to another authority. */
static bool is_letter_to_others(const struct reading *r, const struct act *act, const struct verdict *v, size_t object)
{
	if (object == NONE || r->v[object].form != FORM_LETTER || act->verb->form != FORM_REPORT ||
	    !(evidence_has(v, EV_FUTURE) || reach_is_told_of(r, act)))
		return false;
	for (size_t i = v->from; i < v->to; i++)
		for (size_t k = i + 1; (reading_is(r, i, "aan") || reading_is(r, i, "naar")) && k < v->to && k <= i + 3;
		     k++)
			if (HAS(k, C_ROLE | C_HOUSE) || reading_is(r, k, "ministerie") || reading_is(r, k, "rijk"))
				return true;
	return false;
}

/* Work of the executive's own. */
static bool own_add(const struct reading *r, const struct act *act, bool council, struct verdict *v)
{
	if (is_exhorted(r, act) || (is_verb(act, "kijken") && !is_looking(r, act)) ||
	    (is_ensurance(act) && !is_ensured(r, act)) || (is_verb(act, "vragen") && !is_asking_for(r, act)))
		return false;
	/* "Wij rapporteren hierover" is to the council; "de bevindingen worden gerapporteerd" is to anybody. */
	bool reports =
		act->verb->form == FORM_REPORT && (council || !(names_receiver(r, v) || evidence_has(v, EV_PASSIVE)));
	if (reports || (is_ensurance(act) && is_for_council(r, act))) {
		evidence_add(v, EV_TO_COUNCIL);
		return true;
	}
	evidence_add(v, EV_OWN);
	if (act->verb->form != FORM_OTHER)
		evidence_add(v, EV_STUDY);
	if (reach_is_taken_on(r, act, v) || carries_out_motion(r, act, v))
		evidence_add(v, EV_OBJECT);
	return true;
}

/* Whether work comes to something though its verb says little: "neemt contact op", "wordt meegenomen in de evaluatie". */
static bool is_more_than_light(const struct reading *r, const struct act *act, size_t object, const struct verdict *v)
{
	return is_paper_to_come(r, object) || goes_along(r, act, v) ||
	       (is_verb(act, "meenemen") && reach_is_told_of(r, act)) ||
	       (is_verb(act, "opnemen") && reading_is(r, object, "contact"));
}

/* What is done with an object. */
static bool light_add(const struct reading *r, const struct act *act, size_t object, bool council, struct verdict *v)
{
	bool delivers = act->verb->form == FORM_REPORT || is_verb(act, "doen"); /* "doet u verslag" */
	evidence_add(v, EV_LIGHT);
	if (is_verb(act, "doen") && act->finite && is_in_writing(r, v)) { /* "dat doe ik schriftelijk" */
		evidence_add(v, EV_TO_COUNCIL);
		return true;
	}
	if (object == NONE && is_drawn_up(r, act, v))
		evidence_add(v, EV_OWN);
	if (object == NONE)
		return evidence_has(v, EV_OWN);
	if (evidence_has(v, EV_PRESENT) && r->v[object].form != FORM_CONVERSATION &&
	    r->v[object].form != FORM_RESEARCH && !council && !goes_along(r, act, v) && !is_verb(act, "meenemen"))
		return false; /* "maakt een plan": what is being done */
	council = council && delivers && is_delivered(r->v[object].form);
	evidence_add(v, council || is_told_by_letter(r, act, v, object) ? EV_TO_COUNCIL : EV_OBJECT);
	if (is_more_than_light(r, act, object, v))
		evidence_add(v, EV_STUDY);
	return true;
}

/* What goes to the council, or, of letters, to another authority. */
static bool council_add(const struct reading *r, const struct act *act, size_t object, bool council, struct verdict *v)
{
	if ((is_verb(act, "meenemen") || is_verb(act, "betrekken")) && !is_taken_along(r, v))
		return false;
	if (council) {
		evidence_add(v, EV_TO_COUNCIL);
		return true;
	}
	if (!is_letter_to_others(r, act, v, object))
		return false;
	evidence_add(v, EV_OWN);
	evidence_add(v, EV_OBJECT);
	return true;
}

/* What the verb reaches; false when it is no act that can be promised. */
bool reach_add(const struct reading *r, const struct act *act, const struct bench *bench, bool pledged,
	       struct verdict *v)
{
	size_t object = find_object(r, v, v->to);
	if (!act->verb) {
		evidence_add(v, EV_LIGHT);
		evidence_add(v, EV_OBJECT);
		return true;
	}
	bool meets = is_verb(act, "agenderen") && grammar_back(r, v->to, v->from, C_MEETING) != NONE;
	bool council =
		meets || reach_council(r, v) != NONE || has_decision(r, v) || is_letter_to_come(r, act, v, object);
	switch (act->verb->reach) {
	case REACH_COUNCIL: /* who pledges speaks to the council: "dat ik hem zal informeren" */
		return council_add(r, act, object, council || pledged, v);
	case REACH_SELF:
		evidence_add(v, EV_TO_COUNCIL);
		return true;
	case REACH_RECEIVE:
		return receive_add(r, act, pledged ? act->at : object, v);
	case REACH_AWAIT:
		return await_add(r, object, bench, v);
	case REACH_MOVE:
		return move_add(r, act, object, bench, v);
	case REACH_OWN:
		return own_add(r, act, council, v);
	case REACH_LIGHT:
		return light_add(r, act, object, council, v);
	}
	return false;
}

/* "neemt het mee in de evaluatie van het plan": the first thing named behind "in" or "bij". */
static enum promise_form form_of_goal(const struct reading *r, size_t from, size_t to)
{
	bool within = false;
	for (size_t i = from; i < to; i++) {
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
enum promise_form reach_form(const struct reading *r, const struct act *act, const struct verdict *v)
{
	if (is_verb(act, "doen") && act->finite && is_in_writing(r, v))
		return FORM_LETTER;
	if (!act->verb)
		return r->v[act->at].form;
	enum promise_form form = act->verb->form;
	if (goes_along(r, act, v)) {
		enum promise_form goal = form_of_goal(r, v->from, v->to);
		return goal != FORM_OTHER ? goal : form_of_goal(r, 0, v->from);
	}
	if (act->verb->reach == REACH_LIGHT && form == FORM_REPORT && is_kept_informed(r, v))
		return form;
	size_t object = find_object(r, v, v->to);
	if (act->verb->reach == REACH_LIGHT && (object == NONE || r->v[object].form == FORM_OTHER))
		object = find_object(r, v, r->n);
	enum promise_form named = object == NONE ? FORM_OTHER : r->v[object].form;
	if (act->verb->reach == REACH_LIGHT && form == FORM_REPORT && named == FORM_PROPOSAL &&
	    is_paper_to_come(r, object))
		return form; /* "gaan bij de voorjaarsnota in op" */
	if (act->verb->reach == REACH_LIGHT || (is_ensurance(act) && is_delivered(named)))
		return named;
	if (act->verb->reach == REACH_SELF && named != FORM_LETTER)
		return form;
	if (act->verb->reach == REACH_COUNCIL && evidence_has(v, EV_OWN)) /* a letter, but to others */
		return FORM_OTHER;
	if (act->verb->reach == REACH_OWN && form == FORM_OTHER && named != FORM_OTHER && !is_delivered(named))
		return named;
	if (is_verb(act, "agenderen") && is_delivered(named))
		return named;
	if (act->verb->reach == REACH_OWN || form != FORM_REPORT)
		return form;
	if (is_verb(act, "informeren")) /* by what, not about what */
		return named == FORM_LETTER ? named : form;
	if (has_decision(r, v))
		return FORM_PROPOSAL;
	return named == FORM_LETTER || named == FORM_PROPOSAL || named == FORM_EVALUATION ? named : form;
}
