/* moment_words.c: the dictionaries, and how a word is found in them. Over 600 lines, because 500 are tables.
 *
 * To add a language: a table sorted bytewise by lower-case text, a row in moment_languages, and the first words that
 * may begin a moment in `gates`; the tests say which table is out of order and which word a gate lets slip. An entry
 * with blanks or points is a fixed expression, and the longest one that stands there wins.
 */
#include "core/moment_words.h"

/* The longest first word of an entry. */
enum { WORD_MAX = 24 };

static const struct word dutch[] = {
	{"a.s.", W_PICK, PICK_COMING},
	{"aan", W_IN, 0},
	{"aankomend", W_PICK, PICK_COMING},
	{"aankomende", W_PICK, PICK_COMING},
	{"aanstaand", W_PICK, PICK_COMING},
	{"aanstaande", W_PICK, PICK_COMING},
	{"acht", W_NUMBER, 8},
	{"achttien", W_NUMBER, 18},
	{"afgelopen", W_PICK, PICK_LAST},
	{"anderhalf", W_HALF_AGAIN, 0},
	{"apr", W_MONTH, W_SHORT + 4},
	{"april", W_MONTH, 4},
	{"aug", W_MONTH, W_SHORT + 8},
	{"augustus", W_MONTH, 8},
	{"banen", W_COUNTED, 0},
	{"begin", W_EDGE, EDGE_BEGIN},
	{"begroting", W_EVENT, 3},
	{"begrotingsbehandeling", W_SESSION, 4},
	{"bevrijdingsdag", W_HOLIDAY, FEAST_LIBERATION},
	{"bij", W_AT, 0},
	{"binnen", W_OPERATOR, OP_WITHIN},
	{"binnen afzienbare termijn", W_VAGUE, 0},
	{"binnen afzienbare tijd", W_VAGUE, 0},
	{"binnenkort", W_VAGUE, 0},
	{"bomen", W_COUNTED, 0},
	{"collegeperiode", W_SESSION, 8},
	{"dag", W_UNIT, UNIT_DAY},
	{"dagen", W_UNIT, W_MANY + UNIT_DAY},
	{"de", W_ARTICLE, 0},
	{"dec", W_MONTH, W_SHORT + 12},
	{"december", W_MONTH, 12},
	{"den", W_ARTICLE, 0},
	{"derde", W_ORDINAL, 3},
	{"dertien", W_NUMBER, 13},
	{"dertig", W_NUMBER, 30},
	{"deze", W_PICK, PICK_THIS},
	{"dinsdag", W_WEEKDAY, 2},
	{"direct", W_ADVERB, 0},
	{"dit", W_PICK, PICK_THIS},
	{"donderdag", W_WEEKDAY, 4},
	{"drie", W_NUMBER, 3},
	{"driemaal", W_OFTEN, 0},
	{"driemaandelijks", W_RECURRING, 0},
	{"een", W_NUMBER, 1},
	{"een aantal", W_SOME, 0},
	{"een paar", W_SOME, 0},
	{"eenentwintig", W_NUMBER, 21},
	{"eenmaal", W_OFTEN, 0},
	{"eens", W_OFTEN, 0},
	{"eerste", W_ORDINAL, 1},
	{"eerstkomende", W_PICK, PICK_COMING},
	{"eerstvolgende", W_PICK, PICK_COMING},
	{"eind", W_EDGE, EDGE_END},
	{"einde", W_EDGE, EDGE_END},
	{"elf", W_NUMBER, 11},
	{"elk", W_EVERY, 0},
	{"elke", W_EVERY, 0},
	{"en", W_AND, 0},
	{"enige", W_SOME, 0},
	{"enkele", W_SOME, 0},
	{"ergens", W_ADVERB, 0},
	{"euro", W_COUNTED, 0},
	{"feb", W_MONTH, W_SHORT + 2},
	{"febr", W_MONTH, W_SHORT + 2},
	{"februari", W_MONTH, 2},
	{"gedurende", W_OPERATOR, OP_DURING},
	{"gisteren", W_TODAY, -1},
	{"ha", W_COUNTED, 0},
	{"half", W_HALF, 0},
	{"halfjaar", W_UNIT, UNIT_HALF},
	{"halfjaarlijks", W_RECURRING, 0},
	{"halfjaren", W_UNIT, W_MANY + UNIT_HALF},
	{"halve", W_HALF, 0},
	{"halverwege", W_EDGE, EDGE_MIDDLE},
	{"hectare", W_COUNTED, 0},
	{"heden", W_TODAY, W_FAINT},
	{"heel binnenkort", W_VAGUE, 0},
	{"helft", W_HALF_OF, 0},
	{"hemelvaart", W_HOLIDAY, FEAST_ASCENSION},
	{"hemelvaartsdag", W_HOLIDAY, FEAST_ASCENSION},
	{"herfst", W_SEASON, 2},
	{"herfstreces", W_RECESS, RECESS_AUTUMN},
	{"het", W_ARTICLE, 0},
	{"het begin", W_EDGE, EDGE_BEGIN},
	{"huidige", W_PICK, PICK_THIS},
	{"huishoudens", W_COUNTED, 0},
	{"ieder", W_EVERY, 0},
	{"iedere", W_EVERY, 0},
	{"in", W_IN, 0},
	{"in de loop van", W_OPERATOR, OP_DURING},
	{"inwoners", W_COUNTED, 0},
	{"j.l.", W_PICK, PICK_LAST},
	{"jaar", W_UNIT, UNIT_YEAR},
	{"jaarlijks", W_RECURRING, 0},
	{"jaarrekening", W_EVENT, 5},
	{"jaarstukken", W_EVENT, 6},
	{"jaarverslag", W_EVENT, 7},
	{"jaarwisseling", W_HOLIDAY, FEAST_TURN_OF_YEAR},
	{"jan", W_MONTH, W_SHORT + 1},
	{"januari", W_MONTH, 1},
	{"jaren", W_UNIT, W_MANY + UNIT_YEAR},
	{"jl", W_PICK, PICK_LAST},
	{"jongstleden", W_PICK, PICK_LAST},
	{"jul", W_MONTH, W_SHORT + 7},
	{"juli", W_MONTH, 7},
	{"jun", W_MONTH, W_SHORT + 6},
	{"juni", W_MONTH, 6},
	{"k1", W_QUARTER, 1},
	{"k2", W_QUARTER, 2},
	{"k3", W_QUARTER, 3},
	{"k4", W_QUARTER, 4},
	{"kabinetsperiode", W_SESSION, 9},
	{"kadernota", W_EVENT, 2},
	{"kalenderjaar", W_UNIT, UNIT_YEAR},
	{"keer", W_TIMES, 0},
	{"kerst", W_HOLIDAY, FEAST_CHRISTMAS},
	{"kerstmis", W_HOLIDAY, FEAST_CHRISTMAS},
	{"kerstreces", W_RECESS, RECESS_CHRISTMAS},
	{"kilometer", W_COUNTED, 0},
	{"km", W_COUNTED, 0},
	{"komend", W_PICK, PICK_COMING},
	{"komende", W_PICK, PICK_COMING},
	{"koningsdag", W_HOLIDAY, FEAST_KING},
	{"kort", W_ADVERB, 0},
	{"krokusreces", W_RECESS, RECESS_SPRING},
	{"kwartaal", W_UNIT, UNIT_QUARTER},
	{"kwartalen", W_UNIT, W_MANY + UNIT_QUARTER},
	{"laatste", W_ORDINAL, -1},
	{"later", W_ADVERB, 0},
	{"leden", W_COUNTED, 0},
	{"leerlingen", W_COUNTED, 0},
	{"lente", W_SEASON, 0},
	{"lopende", W_PICK, PICK_THIS},
	{"m2", W_COUNTED, 0},
	{"m3", W_COUNTED, 0},
	{"maal", W_TIMES, 0},
	{"maand", W_UNIT, UNIT_MONTH},
	{"maandag", W_WEEKDAY, 1},
	{"maandelijks", W_RECURRING, 0},
	{"maanden", W_UNIT, W_MANY + UNIT_MONTH},
	{"maart", W_MONTH, 3},
	{"medio", W_EDGE, EDGE_MIDDLE},
	{"mei", W_MONTH, 5},
	{"meireces", W_RECESS, RECESS_MAY},
	{"mensen", W_COUNTED, 0},
	{"met", W_IN, 0},
	{"meteen", W_ADVERB, 0},
	{"meter", W_COUNTED, 0},
	{"midden", W_EDGE, EDGE_MIDDLE},
	{"morgen", W_TODAY, 1},
	{"mrt", W_MONTH, W_SHORT + 3},
	{"na", W_OPERATOR, OP_AFTER},
	{"na afloop van", W_OPERATOR, OP_AFTER},
	{"najaar", W_SEASON, 2},
	{"najaarsnota", W_EVENT, 1},
	{"negen", W_NUMBER, 9},
	{"negentig", W_NUMBER, 90},
	{"net", W_ADVERB, 0},
	{"niet later dan", W_OPERATOR, OP_BY},
	{"nieuwjaarsdag", W_HOLIDAY, FEAST_NEW_YEAR},
	{"nog", W_ADVERB, 0},
	{"nov", W_MONTH, W_SHORT + 11},
	{"november", W_MONTH, 11},
	{"ná", W_OPERATOR, OP_AFTER},
	{"of", W_AND, 1},
	{"okt", W_MONTH, W_SHORT + 10},
	{"oktober", W_MONTH, 10},
	{"om de", W_EVERY, 0},
	{"om het", W_EVERY, 0},
	{"omstreeks", W_OPERATOR, OP_AROUND},
	{"op", W_IN, 0},
	{"op afzienbare termijn", W_VAGUE, 0},
	{"op de kortst mogelijke termijn", W_VAGUE, 0},
	{"op korte termijn", W_VAGUE, 0},
	{"op termijn", W_VAGUE, 0},
	{"op zeer korte termijn", W_VAGUE, 0},
	{"op zijn laatst", W_OPERATOR, OP_BY},
	{"op zo kort mogelijke termijn", W_VAGUE, 0},
	{"oudejaarsdag", W_HOLIDAY, FEAST_NEW_YEARS_EVE},
	{"over", W_OVER, 0},
	{"overmorgen", W_TODAY, 2},
	{"paar", W_SOME, 0},
	{"parlementaire jaar", W_SITTING, 0},
	{"pasen", W_HOLIDAY, FEAST_EASTER},
	{"per", W_PER, 0},
	{"per kwartaal", W_RECURRING, 0},
	{"periode", W_UNIT, UNIT_SPAN},
	{"periodiek", W_RECURRING, 0},
	{"personen", W_COUNTED, 0},
	{"pinksteren", W_HOLIDAY, FEAST_WHITSUN},
	{"prinsjesdag", W_HOLIDAY, FEAST_BUDGET_DAY},
	{"programmabegroting", W_EVENT, 3},
	{"q1", W_QUARTER, 1},
	{"q2", W_QUARTER, 2},
	{"q3", W_QUARTER, 3},
	{"q4", W_QUARTER, 4},
	{"raadsperiode", W_SESSION, 8},
	{"reces", W_RECESS, -1},
	{"rond", W_OPERATOR, OP_AROUND},
	{"rondom", W_OPERATOR, OP_AROUND},
	{"sep", W_MONTH, W_SHORT + 9},
	{"sept", W_MONTH, W_SHORT + 9},
	{"september", W_MONTH, 9},
	{"sinds", W_OPERATOR, OP_FROM},
	{"sinterklaas", W_HOLIDAY, FEAST_SINTERKLAAS},
	{"spoedig", W_VAGUE, 0},
	{"stuks", W_COUNTED, 0},
	{"t.z.t.", W_VAGUE, 0},
	{"t/m", W_THROUGH, 0},
	{"te gelegener tijd", W_VAGUE, 0},
	{"te zijner tijd", W_VAGUE, 0},
	{"ten laatste", W_OPERATOR, OP_BY},
	{"tien", W_NUMBER, 10},
	{"tijd", W_UNIT, UNIT_SPAN},
	{"tijdens", W_OPERATOR, OP_DURING},
	{"tot", W_UNTIL, 0},
	{"tot en met", W_THROUGH, 0},
	{"tussen", W_BETWEEN, 0},
	{"twaalf", W_NUMBER, 12},
	{"twee", W_NUMBER, 2},
	{"tweede", W_ORDINAL, 2},
	{"tweejaarlijks", W_RECURRING, 0},
	{"tweemaal", W_OFTEN, 0},
	{"tweemaandelijks", W_RECURRING, 0},
	{"tweewekelijks", W_RECURRING, 0},
	{"twintig", W_NUMBER, 20},
	{"uiterlijk", W_OPERATOR, OP_BY},
	{"uiterst", W_OPERATOR, OP_BY},
	{"uur", W_COUNTED, 0},
	{"van", W_OF, 0},
	{"vanaf", W_OPERATOR, OP_FROM},
	{"vandaag", W_TODAY, 0},
	{"veertien", W_NUMBER, 14},
	{"veertig", W_NUMBER, 40},
	{"verantwoordingsdag", W_HOLIDAY, FEAST_ACCOUNTS_DAY},
	{"vergaderjaar", W_SITTING, 0},
	{"vier", W_NUMBER, 4},
	{"vierde", W_ORDINAL, 4},
	{"viermaal", W_OFTEN, 0},
	{"vijf", W_NUMBER, 5},
	{"vijfde", W_ORDINAL, 5},
	{"vijftien", W_NUMBER, 15},
	{"vlak", W_ADVERB, 0},
	{"volgend", W_PICK, PICK_NEXT},
	{"volgende", W_PICK, PICK_NEXT},
	{"voor", W_OPERATOR, W_FAINT + OP_BEFORE},
	{"voorafgaand aan", W_OPERATOR, OP_BEFORE},
	{"voorjaar", W_SEASON, 0},
	{"voorjaarsnota", W_EVENT, 0},
	{"voorjaarsreces", W_RECESS, RECESS_SPRING},
	{"vorig", W_PICK, PICK_LAST},
	{"vorige", W_PICK, PICK_LAST},
	{"vrijdag", W_WEEKDAY, 5},
	{"vóór", W_OPERATOR, OP_BEFORE},
	{"week", W_UNIT, UNIT_WEEK},
	{"wekelijks", W_RECURRING, 0},
	{"weken", W_UNIT, W_MANY + UNIT_WEEK},
	{"werkdag", W_UNIT, UNIT_WORKING_DAY},
	{"werkdagen", W_UNIT, W_MANY + UNIT_WORKING_DAY},
	{"winter", W_SEASON, 3},
	{"winterreces", W_RECESS, RECESS_CHRISTMAS},
	{"woensdag", W_WEEKDAY, 3},
	{"woningen", W_COUNTED, 0},
	{"z.s.m.", W_VAGUE, 0},
	{"zaterdag", W_WEEKDAY, 6},
	{"zeer spoedig", W_VAGUE, 0},
	{"zes", W_NUMBER, 6},
	{"zestien", W_NUMBER, 16},
	{"zestig", W_NUMBER, 60},
	{"zeven", W_NUMBER, 7},
	{"zo snel als mogelijk", W_VAGUE, 0},
	{"zo snel mogelijk", W_VAGUE, 0},
	{"zo spoedig als mogelijk", W_VAGUE, 0},
	{"zo spoedig mogelijk", W_VAGUE, 0},
	{"zomer", W_SEASON, 1},
	{"zomerperiode", W_SEASON, 1},
	{"zomerreces", W_RECESS, RECESS_SUMMER},
	{"zomervakantie", W_SEASON, 1},
	{"zondag", W_WEEKDAY, 7},
	{"zsm", W_VAGUE, 0},
	{"één", W_NUMBER, 1},
};

static const struct word english[] = {
	{"a", W_ARTICLE, 1},
	{"a few", W_SOME, 0},
	{"a number of", W_SOME, 0},
	{"after", W_OPERATOR, OP_AFTER},
	{"ahead of", W_OPERATOR, OP_BEFORE},
	{"and", W_AND, 0},
	{"annually", W_RECURRING, 0},
	{"Apr", W_MONTH, W_SHORT + 4},
	{"April", W_MONTH, 4},
	{"around", W_OPERATOR, OP_AROUND},
	{"as of", W_OPERATOR, OP_ON},
	{"as soon as possible", W_VAGUE, 0},
	{"Ascension Day", W_HOLIDAY, FEAST_ASCENSION},
	{"at", W_IN, 0},
	{"at short notice", W_VAGUE, 0},
	{"at the latest", W_OPERATOR, OP_BY},
	{"at the latest by", W_OPERATOR, OP_BY},
	{"Aug", W_MONTH, W_SHORT + 8},
	{"August", W_MONTH, 8},
	{"autumn", W_SEASON, 2},
	{"autumn memorandum", W_EVENT, 1},
	{"autumn recess", W_RECESS, RECESS_AUTUMN},
	{"before", W_OPERATOR, OP_BEFORE},
	{"beginning", W_EDGE, EDGE_BEGIN},
	{"between", W_BETWEEN, 0},
	{"biannually", W_RECURRING, 0},
	{"Budget Day", W_HOLIDAY, FEAST_BUDGET_DAY},
	{"by", W_OPERATOR, OP_BY},
	{"calendar year", W_UNIT, UNIT_YEAR},
	{"Christmas", W_HOLIDAY, FEAST_CHRISTMAS},
	{"Christmas recess", W_RECESS, RECESS_CHRISTMAS},
	{"coming", W_PICK, PICK_COMING},
	{"current", W_PICK, PICK_THIS},
	{"day", W_UNIT, UNIT_DAY},
	{"days", W_UNIT, W_MANY + UNIT_DAY},
	{"Dec", W_MONTH, W_SHORT + 12},
	{"December", W_MONTH, 12},
	{"during", W_OPERATOR, OP_DURING},
	{"each", W_EVERY, 0},
	{"early", W_EDGE, EDGE_BEGIN},
	{"early in", W_EDGE, EDGE_BEGIN},
	{"Easter", W_HOLIDAY, FEAST_EASTER},
	{"eight", W_NUMBER, 8},
	{"eleven", W_NUMBER, 11},
	{"end", W_EDGE, EDGE_END},
	{"euros", W_COUNTED, 0},
	{"every", W_EVERY, 0},
	{"Feb", W_MONTH, W_SHORT + 2},
	{"February", W_MONTH, 2},
	{"fifteen", W_NUMBER, 15},
	{"fifth", W_ORDINAL, 5},
	{"final", W_ORDINAL, -1},
	{"first", W_ORDINAL, 1},
	{"five", W_NUMBER, 5},
	{"following", W_OPERATOR, OP_AFTER},
	{"four", W_NUMBER, 4},
	{"fourteen", W_NUMBER, 14},
	{"fourth", W_ORDINAL, 4},
	{"Friday", W_WEEKDAY, 5},
	{"from", W_OPERATOR, OP_FROM},
	{"half", W_HALF, 0},
	{"half year", W_UNIT, UNIT_HALF},
	{"homes", W_COUNTED, 0},
	{"in", W_OVER, 1},
	{"in due course", W_VAGUE, 0},
	{"in the course of", W_OPERATOR, OP_DURING},
	{"in the near future", W_VAGUE, 0},
	{"in the short term", W_VAGUE, 0},
	{"Jan", W_MONTH, W_SHORT + 1},
	{"January", W_MONTH, 1},
	{"Jul", W_MONTH, W_SHORT + 7},
	{"July", W_MONTH, 7},
	{"Jun", W_MONTH, W_SHORT + 6},
	{"June", W_MONTH, 6},
	{"just", W_ADVERB, 0},
	{"King's Day", W_HOLIDAY, FEAST_KING},
	{"last", W_PICK, PICK_LAST},
	{"late", W_EDGE, EDGE_END},
	{"late in", W_EDGE, EDGE_END},
	{"later", W_ADVERB, 0},
	{"Liberation Day", W_HOLIDAY, FEAST_LIBERATION},
	{"Mar", W_MONTH, W_SHORT + 3},
	{"March", W_MONTH, W_FAINT + 3},
	{"May", W_MONTH, W_FAINT + 5},
	{"May recess", W_RECESS, RECESS_MAY},
	{"metres", W_COUNTED, 0},
	{"mid", W_EDGE, EDGE_MIDDLE},
	{"middle", W_EDGE, EDGE_MIDDLE},
	{"Monday", W_WEEKDAY, 1},
	{"month", W_UNIT, UNIT_MONTH},
	{"monthly", W_RECURRING, 0},
	{"months", W_UNIT, W_MANY + UNIT_MONTH},
	{"New Year's Day", W_HOLIDAY, FEAST_NEW_YEAR},
	{"New Year's Eve", W_HOLIDAY, FEAST_NEW_YEARS_EVE},
	{"next", W_PICK, PICK_NEXT},
	{"nine", W_NUMBER, 9},
	{"ninety", W_NUMBER, 90},
	{"no later than", W_OPERATOR, OP_BY},
	{"not later than", W_OPERATOR, OP_BY},
	{"Nov", W_MONTH, W_SHORT + 11},
	{"November", W_MONTH, 11},
	{"Oct", W_MONTH, W_SHORT + 10},
	{"October", W_MONTH, 10},
	{"of", W_OF, 0},
	{"on", W_IN, 0},
	{"once", W_OFTEN, 0},
	{"one", W_NUMBER, 1},
	{"parliamentary year", W_SITTING, 0},
	{"past", W_PICK, PICK_LAST},
	{"people", W_COUNTED, 0},
	{"per", W_PER, 0},
	{"period", W_UNIT, UNIT_SPAN},
	{"periodically", W_RECURRING, 0},
	{"previous", W_PICK, PICK_LAST},
	{"prior to", W_OPERATOR, OP_BEFORE},
	{"q1", W_QUARTER, 1},
	{"q2", W_QUARTER, 2},
	{"q3", W_QUARTER, 3},
	{"q4", W_QUARTER, 4},
	{"quarter", W_UNIT, UNIT_QUARTER},
	{"quarterly", W_RECURRING, 0},
	{"quarters", W_UNIT, W_MANY + UNIT_QUARTER},
	{"recess", W_RECESS, -1},
	{"Saturday", W_WEEKDAY, 6},
	{"second", W_ORDINAL, 2},
	{"Sep", W_MONTH, W_SHORT + 9},
	{"Sept", W_MONTH, W_SHORT + 9},
	{"September", W_MONTH, 9},
	{"seven", W_NUMBER, 7},
	{"several", W_SOME, 0},
	{"shortly", W_ADVERB, 0},
	{"since", W_OPERATOR, OP_FROM},
	{"six", W_NUMBER, 6},
	{"sixty", W_NUMBER, 60},
	{"some", W_SOME, 0},
	{"soon", W_ADVERB, 0},
	{"spring", W_SEASON, W_FAINT + 0},
	{"spring memorandum", W_EVENT, 0},
	{"spring recess", W_RECESS, RECESS_SPRING},
	{"start", W_EDGE, EDGE_BEGIN},
	{"still", W_ADVERB, 0},
	{"summer", W_SEASON, 1},
	{"summer recess", W_RECESS, RECESS_SUMMER},
	{"Sunday", W_WEEKDAY, 7},
	{"ten", W_NUMBER, 10},
	{"the", W_ARTICLE, 0},
	{"third", W_ORDINAL, 3},
	{"thirty", W_NUMBER, 30},
	{"this", W_PICK, PICK_THIS},
	{"three", W_NUMBER, 3},
	{"through", W_THROUGH, 0},
	{"Thursday", W_WEEKDAY, 4},
	{"till", W_UNTIL, 0},
	{"times", W_TIMES, 0},
	{"to", W_UNTIL, 0},
	{"today", W_TODAY, 0},
	{"tomorrow", W_TODAY, 1},
	{"Tuesday", W_WEEKDAY, 2},
	{"turn of the year", W_HOLIDAY, FEAST_TURN_OF_YEAR},
	{"twelve", W_NUMBER, 12},
	{"twenty", W_NUMBER, 20},
	{"twice", W_OFTEN, 0},
	{"two", W_NUMBER, 2},
	{"until", W_UNTIL, 0},
	{"up to and including", W_THROUGH, 0},
	{"upcoming", W_PICK, PICK_COMING},
	{"Wednesday", W_WEEKDAY, 3},
	{"week", W_UNIT, UNIT_WEEK},
	{"weekly", W_RECURRING, 0},
	{"weeks", W_UNIT, W_MANY + UNIT_WEEK},
	{"Whitsun", W_HOLIDAY, FEAST_WHITSUN},
	{"winter", W_SEASON, 3},
	{"with effect from", W_OPERATOR, OP_ON},
	{"within", W_OPERATOR, OP_WITHIN},
	{"working day", W_UNIT, UNIT_WORKING_DAY},
	{"working days", W_UNIT, W_MANY + UNIT_WORKING_DAY},
	{"year", W_UNIT, UNIT_YEAR},
	{"years", W_UNIT, W_MANY + UNIT_YEAR},
	{"yesterday", W_TODAY, -1},
};

const struct language moment_languages[LANGUAGE_COUNT] = {
	{dutch, ARRAY_SIZE(dutch)},
	{english, ARRAY_SIZE(english)},
};

const char *const moment_recess_names[RECESS_COUNT] = {
	[RECESS_SUMMER] = "summer", [RECESS_CHRISTMAS] = "christmas", [RECESS_MAY] = "may",
	[RECESS_AUTUMN] = "autumn", [RECESS_SPRING] = "spring",
};

const char *const moment_event_names[EVENT_COUNT] = {
	"voorjaarsnota", "najaarsnota", "kadernota",   "begroting",    "begrotingsbehandeling",
	"jaarrekening",  "jaarstukken", "jaarverslag", "raadsperiode", "kabinetsperiode",
};

/* Second letters and lengths of the first words of entries that may begin a moment, by first letter; case and the
 * upper bits do not count. */
struct gate {
	uint32_t second;
	uint32_t lengths;
};

#define S(c) (UINT32_C(1) << ((c)&31))
#define N(n) (UINT32_C(1) << (n))
static const struct gate gates[32] = {
	['a' & 31] = {S(0) | S('a') | S('c') | S('f') | S('h') | S('n') | S('p') | S('r') | S('s') | S('t') | S('u'),
		      N(1) | N(2) | N(3) | N(4) | N(5) | N(6) | N(8) | N(9) | N(10)},
	['b' & 31] = {S('e') | S('i') | S('u') | S('y'), N(2) | N(3) | N(5) | N(6) | N(7) | N(9) | N(10) | N(14)},
	['c' & 31] = {S('h') | S('o') | S('u'), N(6) | N(7) | N(9)},
	['d' & 31] = {S('e') | S('i') | S('o') | S('r') | S('u'),
		      N(3) | N(4) | N(5) | N(6) | N(7) | N(8) | N(9) | N(15)},
	['e' & 31] = {S('a') | S('e') | S('i') | S('l') | S('n') | S('r') | S('v'),
		      N(3) | N(4) | N(5) | N(6) | N(7) | N(12) | N(13)},
	['f' & 31] = {S('e') | S('i') | S('o') | S('r'), N(3) | N(4) | N(5) | N(6) | N(7) | N(8) | N(9)},
	['g' & 31] = {S('e') | S('i'), N(8) | N(9)},
	['h' & 31] = {S('a') | S('e') | S('u'), N(3) | N(4) | N(5) | N(6) | N(7) | N(10) | N(11) | N(13) | N(14)},
	['i' & 31] = {S('e') | S('n'), N(2) | N(5) | N(6)},
	['j' & 31] = {S(0) | S('a') | S('l') | S('o') | S('u'),
		      N(1) | N(2) | N(3) | N(4) | N(7) | N(9) | N(11) | N(13)},
	['k' & 31] = {S('1') | S('2') | S('3') | S('4') | S('e') | S('i') | S('o') | S('r'),
		      N(2) | N(4) | N(5) | N(6) | N(7) | N(8) | N(10) | N(11)},
	['l' & 31] = {S('a') | S('e') | S('i') | S('o'), N(4) | N(5) | N(7) | N(10)},
	['m' & 31] = {S('a') | S('e') | S('i') | S('o') | S('r'), N(3) | N(5) | N(6) | N(7) | N(8) | N(11)},
	['n' & 31] = {S('a') | S('e') | S('i') | S('o') | S(0xC3), N(2) | N(3) | N(4) | N(5) | N(6) | N(8) | N(13)},
	['o' & 31] = {S('c') | S('k') | S('m') | S('n') | S('p') | S('u') | S('v'),
		      N(2) | N(3) | N(4) | N(7) | N(9) | N(10) | N(12)},
	['p' & 31] = {S('a') | S('e') | S('i') | S('r'),
		      N(3) | N(4) | N(5) | N(8) | N(9) | N(10) | N(11) | N(12) | N(13)},
	['q' & 31] = {S('1') | S('2') | S('3') | S('4') | S('u'), N(2) | N(9)},
	['r' & 31] = {S('e') | S('o'), N(4) | N(5) | N(6)},
	['s' & 31] = {S('a') | S('e') | S('h') | S('i') | S('o') | S('p') | S('t') | S('u'),
		      N(3) | N(4) | N(5) | N(6) | N(7) | N(8) | N(9) | N(11)},
	['t' & 31] = {S(0) | S('e') | S('h') | S('i') | S('o') | S('u') | S('w'),
		      N(1) | N(2) | N(3) | N(4) | N(5) | N(6) | N(7) | N(8) | N(13) | N(15)},
	['u' & 31] = {S('i') | S('n') | S('p'), N(2) | N(5) | N(7) | N(8) | N(9)},
	['v' & 31] = {S('a') | S('e') | S('i') | S('l') | S('o') | S('r') | S(0xC3),
		      N(4) | N(5) | N(6) | N(7) | N(8) | N(11) | N(12) | N(14) | N(18)},
	['w' & 31] = {S('e') | S('h') | S('i') | S('o'), N(4) | N(6) | N(7) | N(8) | N(9) | N(11)},
	['y' & 31] = {S('e'), N(9)},
	['z' & 31] = {S(0) | S('a') | S('e') | S('o') | S('s'),
		      N(1) | N(2) | N(3) | N(4) | N(5) | N(6) | N(7) | N(8) | N(10) | N(12) | N(13)},
};

#undef S
#undef N

bool moment_word_gate(unsigned char first, unsigned char second, size_t length)
{
	const struct gate *gate = &gates[first & 31];
	return (gate->second >> (second & 31) & 1) != 0 && length <= WORD_MAX && (gate->lengths >> length & 1) != 0;
}

bool moment_word_starts(enum word_kind kind)
{
	static const bool starts[W_KIND_COUNT] = {
		[W_OPERATOR] = true, [W_THROUGH] = true, [W_UNTIL] = true,   [W_BETWEEN] = true,   [W_OVER] = true,
		[W_AT] = true,       [W_ADVERB] = true,  [W_EDGE] = true,    [W_HALF] = true,      [W_MONTH] = true,
		[W_SEASON] = true,   [W_QUARTER] = true, [W_WEEKDAY] = true, [W_ORDINAL] = true,   [W_NUMBER] = true,
		[W_UNIT] = true,     [W_PICK] = true,    [W_HOLIDAY] = true, [W_RECESS] = true,    [W_SITTING] = true,
		[W_TODAY] = true,    [W_VAGUE] = true,   [W_OFTEN] = true,   [W_RECURRING] = true, [W_EVERY] = true,
		[W_DIGITS] = true,   [W_YEAR] = true,    [W_DATE] = true,    [W_DAYS] = true,
	};
	return starts[kind];
}

static bool is_word_byte(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= 0x80 && c != 0xC2 && c != 0xE2);
}

size_t moment_word_end(struct slice text, size_t at)
{
	while (at < text.n && is_word_byte((unsigned char)text.p[at]))
		at++;
	return at;
}

size_t moment_blank_end(struct slice text, size_t at)
{
	for (bool line = false; at < text.n; at++) {
		char c = text.p[at];
		if (c == '\n' && !line)
			line = true;
		else if ((unsigned char)c == 0xC2 && at + 1 < text.n && (unsigned char)text.p[at + 1] == 0xA0)
			at++;
		else if (c != ' ' && c != '\t' && c != '\r')
			break;
	}
	return at;
}

/* ASCII and the Latin-1 letters in lower case; `before` is the byte before. */
static unsigned char lower(unsigned char c, unsigned char before)
{
	if (c >= 'A' && c <= 'Z')
		return (unsigned char)(c + 32);
	return before == 0xC3 && c >= 0x80 && c <= 0x9E ? (unsigned char)(c + 32) : c;
}

/* Orders the first word of an entry against `word`. */
static int compare(const char *entry, const unsigned char *word, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = lower((unsigned char)entry[i], i ? (unsigned char)entry[i - 1] : 0);
		if (c != word[i])
			return c < word[i] ? -1 : 1;
	}
	return entry[n] && is_word_byte((unsigned char)entry[n]) ? 1 : 0;
}

/* The first entry whose first word is not before `word`. */
static size_t lower_bound(const struct language *language, const unsigned char *word, size_t n)
{
	size_t low = 0, high = language->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(language->words[middle].text, word, n) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* One past `entry` when it stands whole at text[at], else 0. A blank in it stands for any blanks. */
static size_t entry_end(const char *entry, struct slice text, size_t at)
{
	bool word = false;
	for (size_t i = 0; entry[i]; i++) {
		unsigned char e = (unsigned char)entry[i], c = at < text.n ? (unsigned char)text.p[at] : 0;
		if (e == ' ') {
			size_t next = moment_blank_end(text, at);
			if (next == at)
				return 0;
			at = next;
			continue;
		}
		bool capital = e >= 'A' && e <= 'Z';
		if (at >= text.n || (capital ? c : lower(c, at ? (unsigned char)text.p[at - 1] : 0)) != e)
			return 0;
		word = is_word_byte(c);
		at++;
	}
	return word && at < text.n && is_word_byte((unsigned char)text.p[at]) ? 0 : at;
}

const struct word *moment_word_find(const struct language *language, struct slice text, size_t at, size_t *end)
{
	unsigned char word[WORD_MAX];
	size_t n = 0;
	for (size_t i = at; i < text.n && is_word_byte((unsigned char)text.p[i]); i++, n++) {
		if (n == WORD_MAX)
			return NULL;
		word[n] = lower((unsigned char)text.p[i], n ? (unsigned char)text.p[i - 1] : 0);
	}
	const struct word *best = NULL;
	size_t reach = at;
	for (size_t i = lower_bound(language, word, n);
	     n && i < language->count && compare(language->words[i].text, word, n) == 0; i++) {
		size_t stop = entry_end(language->words[i].text, text, at);
		if (stop > reach) {
			reach = stop;
			best = &language->words[i];
		}
	}
	if (best)
		*end = reach;
	return best;
}
