/* outcome.c: a phrase is read word by word: the words that tell what was decided, and those that keep them company (votes, by whom, until
 * when). One word beside these, and it is a title or a sentence. What stands between brackets is left out: parties, numbers of votes.
 */
#include "core/outcome.h"

#include "core/party.h"

enum { PHRASE_MOST = 240, LIKELY_MOST = 48 };

/* The words that tell what was decided, or that nothing was. */
static const char *const told[] = {
	"aangenomen",     "aanvaard",     "goedgekeurd", "verworpen",   "afgewezen",    "aangehouden",   "ingetrokken",
	"teruggetrokken", "vervallen",    "vervangen",   "overgenomen", "gestaakt",     "staken",        "staking",
	"ingediend",      "gebracht",     "behandeld",   "uitgesteld",  "verdaagd",     "doorgeschoven", "verschoven",
	"verwezen",       "doorverwezen", "afgevoerd",   "geagendeerd", "teruggenomen",
};

/* With these a phrase may begin that has such a word behind them. */
static const char *const first[] = {
	"besluit", "bij",     "de",          "geamendeerd", "gestemd", "gewijzigd", "hoofdelijk", "in",
	"met",     "motie",   "amendement",  "niet",        "raad",    "resultaat", "stemmen",    "stemming",
	"unaniem", "uitslag", "ongewijzigd", "zonder",      "wordt",   "is",        "niet-",
};

static const char *const company[] = {
	"aanwezige",
	"acclamatie",
	"advies",
	"agenda",
	"algemene",
	"alle",
	"als",
	"besluit",
	"bij",
	"blanco",
	"college",
	"daarna",
	"de",
	"deze",
	"door",
	"een",
	"en",
	"eenparig",
	"fractie",
	"fracties",
	"geamendeerd",
	"gelijke",
	"gewijzigd",
	"grote",
	"handopsteken",
	"heer",
	"het",
	"hoofdelijk",
	"hoofdelijke",
	"in",
	"indiener",
	"indieners",
	"is",
	"leden",
	"lid",
	"meerderheid",
	"met",
	"mevrouw",
	"motie",
	"na",
	"naar",
	"nadere",
	"niet",
	"of",
	"onthouding",
	"onthoudingen",
	"ongewijzigd",
	"op",
	"overige",
	"raad",
	"raads",
	"raadsvergadering",
	"resultaat",
	"ruime",
	"stem",
	"stemmen",
	"stemming",
	"stemonthouding",
	"stemonthoudingen",
	"tegen",
	"te",
	"toezegging",
	"tot",
	"uitslag",
	"unaniem",
	"unanieme",
	"van",
	"vergadering",
	"verzoek",
	"volgende",
	"voor",
	"vorm",
	"werd",
	"wethouder",
	"wordt",
	"worden",
	"zijn",
	"zonder",
	"amendement",
	"burgemeester",
	"uitgebrachte",
	"portefeuillehouder",
	"commissie",
	"versie",
	"nieuwe",
	"besluitvorming",
	"januari",
	"februari",
	"maart",
	"april",
	"mei",
	"juni",
	"juli",
	"augustus",
	"september",
	"oktober",
	"november",
	"december",
};

/* Behind these a name may stand: of a party, or of who took the motion back. */
static const char *const namers[] = {"voor",     "tegen",     "stemmen",  "stem",        "fractie",
				     "fracties", "wethouder", "indiener", "indieners",   "heer",
				     "mevrouw",  "lid",       "leden",    "burgemeester"};

/* Written small, and nothing before them but a title: only these begin an outcome. */
static const char *const plain[] = {"aangenomen",  "verworpen", "aanvaard", "aangehouden",
				    "ingetrokken", "unaniem",   "met",      "zonder"};

static bool word_in(struct slice word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_begins(word, list[i]) && strlen(list[i]) == word.n)
			return true;
	return false;
}

#define word_is_of(word, list) word_in((word), (list), ARRAY_SIZE(list))

/* The next word of `rest`, without the marks around it; what stands between brackets is stepped over. Empty at the end. */
static struct slice next_word(struct slice *rest)
{
	static const char marks[] =
		" \t,.;:/-*\"'()\xe2\x80\x93\x94\x98\x99"; /* and the bytes of dashes and quotation marks */
	while (rest->n && strchr(marks, rest->p[0])) {
		const char *close = rest->p[0] == '(' ? memchr(rest->p, ')', rest->n) : NULL;
		size_t n = close ? (size_t)(close + 1 - rest->p) : 1;
		*rest = (struct slice){rest->p + n, rest->n - n};
	}
	size_t n = 0;
	while (n < rest->n && !strchr(" \t,.;:/()", rest->p[n]))
		n++;
	struct slice word = {rest->p, n};
	*rest = (struct slice){rest->p + n, rest->n - n};
	return word;
}

static bool is_capital(char c)
{
	return (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xc3;
}

static bool has_digit(struct slice word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] >= '0' && word.p[i] <= '9')
			return true;
	return false;
}

bool outcome_is_state(enum state state)
{
	switch (state) {
	case STATE_HELD:
	case STATE_ADOPTED:
	case STATE_REJECTED:
	case STATE_WITHDRAWN:
	case STATE_LAPSED:
	case STATE_REPLACED:
	case STATE_TAKEN_OVER:
	case STATE_TIED:
		return true;
	case STATE_NONE:
	case STATE_SUBMITTED:
	case STATE_IN_PROGRESS:
	case STATE_PARTLY_SETTLED:
	case STATE_SETTLEMENT_PROPOSED:
	case STATE_SETTLED:
	case STATE_NOT_EXECUTED:
	case STATE_DROPPED:
	case STATE_POSTPONED:
	case STATE_ANSWERED:
	case STATE_RECEIVED:
	case STATE_OPEN:
	case STATE_COUNT:
		return false;
	}
	return false;
}

bool outcome_is(struct slice words, enum state *state)
{
	struct slice rest = slice_trim(words);
	bool tells = false, names = false, begun = false;
	if (rest.n > PHRASE_MOST || !rest.n || rest.p[0] == '(')
		return false;
	for (struct slice word = next_word(&rest); word.n; word = next_word(&rest)) {
		bool telling = word_is_of(word, told);
		bool fits = telling || word_is_of(word, company) || (begun && has_digit(word)) ||
			    (names && (is_capital(word.p[0]) || party_prefix(word)));
		if (!fits || (!begun && !telling && !word_is_of(word, first)))
			return false;
		begun = true;
		tells |= telling;
		names |= word_is_of(word, namers);
	}
	if (!tells)
		return false;
	enum state read = state_from_alias(words);
	*state = outcome_is_state(read) ? read : STATE_NONE;
	return true;
}

/* Whether an outcome may begin at `at`: with a capital, behind a mark, or with a word that seldom ends a title. */
static bool may_begin(struct slice text, size_t at)
{
	if (at && !strchr(" \t", text.p[at - 1]))
		return false;
	if (at < 2 || is_capital(text.p[at]) || strchr(":;,.-)'\" \t\x93\x99\x9d", text.p[at - 2]))
		return true;
	struct slice rest = {text.p + at, text.n - at};
	return word_is_of(next_word(&rest), plain);
}

size_t outcome_tail(struct slice text, enum state *state)
{
	size_t from = text.n > PHRASE_MOST ? text.n - PHRASE_MOST : 0;
	for (size_t at = from; at < text.n; at++)
		if (text.p[at] != ' ' && may_begin(text, at) &&
		    outcome_is((struct slice){text.p + at, text.n - at}, state))
			return at;
	return text.n;
}

/* A participle: "Verdaagd", "Doorgeschoven", "Besproken"; not "Toezeggingen". */
static bool is_participle(struct slice word)
{
	struct slice tail = {word.p + (word.n > 5 ? word.n - 5 : 0), word.n > 5 ? 5 : word.n};
	if (word.n < 6 || word.n > 16 || slice_holds(tail, "ingen"))
		return false;
	bool closed = strchr("dt", word.p[word.n - 1]) != NULL;
	bool strong = word.p[word.n - 1] == 'n' && word.p[word.n - 2] == 'e';
	bool prefixed = slice_begins(word, "ver") || slice_begins(word, "be") || slice_begins(word, "ont");
	struct slice stem = {word.p, word.n - 5};
	return (closed || strong) && ((prefixed && word.n <= 11) || slice_holds(stem, "ge"));
}

bool outcome_is_likely(struct slice words)
{
	static const char *const others[] = {"akkoord", "conform", "unaniem", "niet",
					     "geen",    "zie",     "vervalt", "vastgesteld"};
	static const char *const headings[] = {"besluiten", "besluit", "gedachtewisseling", "bestemmingsplan"};
	struct slice rest = slice_trim(words);
	if (rest.n < 4 || rest.n > LIKELY_MOST || !is_capital(rest.p[0]))
		return false;
	struct slice word = next_word(&rest);
	return word_is_of(word, others) || (is_participle(word) && !word_is_of(word, headings));
}
