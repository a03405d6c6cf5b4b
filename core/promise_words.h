/* promise_words.h: the vocabulary by which promises are read, as data: words by class, verbs by form.
 *
 * Words are written folded: small letters without diacritics ("geinformeerd"). A word may be a phrase of up to five words,
 * parted by one blank. What a class means for the decision is said in promise_judge.c, where the weights stand.
 */
#ifndef GRIFFIE_CORE_PROMISE_WORDS_H
#define GRIFFIE_CORE_PROMISE_WORDS_H

#include "core/promise.h"

#define CLASS(n) ((uint64_t)1 << (n))

/* Who */
#define C_FIRST   CLASS(0) /* "ik", "wij": the author */
#define C_ROLE    CLASS(1) /* an organ or member of the executive; `name` is its plain name */
#define C_COUNCIL CLASS(2) /* the council or parliament; `name` likewise */
#define C_YOU     CLASS(3) /* "u": the council addressed; also "uw" before its name */
#define C_OTHER   CLASS(4) /* somebody else who can be the subject: "provincie", "inspectie" */
/* What the finite verb makes of the act */
#define C_FUTURE  CLASS(5)  /* "zal", "gaat" */
#define C_PASSIVE CLASS(6)  /* "wordt" */
#define C_PAST    CLASS(7)  /* "is", "heeft", with a participle */
#define C_MODAL   CLASS(8)  /* "kan" */
#define C_WISH    CLASS(9)  /* "wil" */
#define C_HEDGE   CLASS(10) /* governs "te": "verwacht", "streeft" */
#define C_PLAN    CLASS(11) /* the same as a noun, which needs no holder: "de planning is om" */
#define C_DUTY    CLASS(12) /* "moet" */
#define C_UNREAL  CLASS(13) /* "zou", "had" */
#define C_REQUEST CLASS(14)
/* The word toezegging and its verb */
#define C_SAY         CLASS(15) /* "zeg", which pledges with "toe" */
#define C_PLEDGE_NOW  CLASS(16) /* "toezegt" */
#define C_PLEDGE_INF  CLASS(17) /* "toezeggen" */
#define C_PLEDGE_DONE CLASS(18) /* "toegezegd" */
#define C_PLEDGE_NOUN CLASS(19) /* "toezegging" */
#define C_PLEDGES     (C_SAY | C_PLEDGE_NOW | C_PLEDGE_INF | C_PLEDGE_DONE | C_PLEDGE_NOUN)
/* What speaks against, or weakens */
#define C_NOT        CLASS(20)
#define C_IF         CLASS(21) /* a condition that may never come true */
#define C_HERE       CLASS(22) /* "hierbij": the paper itself does it */
#define C_THIS_PAPER CLASS(23) /* "met deze brief" */
#define C_PROCESS    CLASS(24) /* standing practice: "vanzelfsprekend" */
#define C_RECITAL    CLASS(25) /* "constaterende": considerations of a motion */
#define C_UNSURE     CLASS(26) /* adverbs that hedge: "naar verwachting" */
#define C_FULFILLED  CLASS(27) /* "gestand": an earlier promise is kept here */
#define C_WHEN       CLASS(28) /* opens a clause whose moment is that of another event: "zodra" */
/* What helps to read it */
#define C_EVENT      CLASS(29) /* ties the act to a later event: "bij", "na", "volgende" */
#define C_TO         CLASS(30) /* prepositions before a receiver */
#define C_PREP       CLASS(31) /* prepositions that make what follows no subject */
#define C_OBJECT     CLASS(32) /* what is done or delivered; `form` says which form it gives */
#define C_BACK       CLASS(33) /* refers back to what was said: "hierover" */
#define C_AGAIN      CLASS(34) /* says that it was promised before: "zoals gezegd" */
#define C_TASK       CLASS(35) /* with "gaat" or "wil" an act by itself: "in gesprek", "aan de slag" */
#define C_DECIDE     CLASS(36) /* the council is to decide: "ter besluitvorming" */
#define C_NO_COUNCIL CLASS(37) /* looks like the council and is not: "Raad van State" */
#define C_ASKING     CLASS(38) /* opens a question: "kunt u" */
#define C_JOIN       CLASS(39) /* "en", "maar": the clause may borrow its subject */
#define C_LATE       CLASS(40) /* "volgende", "nieuwe" college: cannot be bound by this one */
#define C_FILLER     CLASS(41) /* says nothing of the subject matter */
#define C_SUB        CLASS(42) /* opens a clause with a finite verb of its own */
#define C_SENT       CLASS(43) /* goes to the council by its name: "raadsbrief" */
#define C_DOES       CLASS(44) /* makes a pledge of the noun: "doe een toezegging" */
#define C_MEETING    CLASS(45) /* whose day beside it is not that of the act: "debat" */
#define C_LET        CLASS(46) /* "laat", "doet": with another verb, or by another's hand */
#define C_MEMBER     CLASS(47) /* a member asks: "vraag ik de minister" */
#define C_SUCH       CLASS(48) /* "zoals", "conform": what was said before, not what is said now */
#define C_ORGAN      CLASS(49) /* a role of many: writes letters itself, and is not told of in minutes by its acts */
#define C_TODAY      CLASS(50) /* "straks": in this very meeting */
#define C_CAUSE      CLASS(51) /* with C_WHEN: "naar aanleiding van", whose noun may have its day beside it */
#define C_WONDER     CLASS(52) /* asks, before "of" or "wanneer": "vragen", "benieuwd" */
#define C_SOON       CLASS(53) /* a time that is no moment: "binnen afzienbare tijd" */
#define C_HOUSE      CLASS(54) /* a body that stands for its executive, in its own papers: "de provincie" */
#define C_QUOTES     CLASS(55) /* says what another text says: "luidt", "staat dat" */
#define C_READY      CLASS(56) /* governs "te" as C_HEDGE does, without a doubt: "bereid", "geeft aan" */
#define C_KEPT       CLASS(57) /* with C_FULFILLED: kept for sure, whatever day was set: "dat is gebeurd" */
#define C_REASON     CLASS(58) /* opens a clause that explains or says what a paper holds: "omdat", "daarin" */
#define C_DELEGATE   CLASS(59) /* with C_OTHER: who speaks in the council, and not for the executive: "raadslid" */
#define C_EARLIER    CLASS(60) /* in brackets, before a day that was set and no longer counts: "eerder" */
#define C_TAIL       CLASS(61) /* opens what stands behind the particle of a verb, and no noun: "ter" */

struct word_row {
	uint64_t classes;
	const char *name;       /* canonical name of a role or council, else NULL */
	enum promise_form form; /* for C_OBJECT, C_TASK and C_DECIDE */
	const char *words;      /* parted by bars */
};

/* What makes a verb an act that can be promised. */
enum reach {
	REACH_COUNCIL, /* needs the council as receiver: "informeren" */
	REACH_SELF,    /* is toward the council by itself: "terugkomen", "afdoen" */
	REACH_RECEIVE, /* the council is the subject: "ontvangen" */
	REACH_AWAIT,   /* an answer is due: "de afdoening volgt", "verwachten de beantwoording" */
	REACH_MOVE,    /* a paper moves: "komt naar de raad"; a holder comes "met een brief" */
	REACH_OWN,     /* work of the executive's own: "onderzoeken" */
	REACH_LIGHT /* says what is done only with an object: "doen" and "onderzoek"; with FORM_REPORT it can deliver one */
};

/* A separable verb gives its particle; its other forms are then without it ("kom", "komt" of "terugkomen"). */
struct verb_row {
	const char *infinitive;
	const char *participle;
	const char *first; /* present tense, first person and inverted second */
	const char *third;
	const char *particle; /* NULL when it does not part */
	enum promise_form form;
	enum reach reach;
};

extern const struct word_row promise_words[];
extern const size_t promise_word_count;
extern const struct verb_row promise_verbs[];
extern const size_t promise_verb_count;
/* Nouns whose compounds count too: "voortgangsbrief" is a "brief". */
extern const struct word_row promise_suffixes[];
extern const size_t promise_suffix_count;

#endif
