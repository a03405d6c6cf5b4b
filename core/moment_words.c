/* moment_words.c: the dictionaries, and how a word is found in them. Over 600 lines, because 500 are tables.
 *
 * To add a language: its words by first letter, each section sorted bytewise and all in lower case, its gates, and a row in
 * moment_languages; the tests say which entry is out of order and which word the gates let slip. An entry with blanks or
 * points is a fixed expression, and the longest one that stands there wins. A section is found by the low bits of the
 * first byte, so that what begins with C3 stands behind the words with c.
 */
#include "core/moment_words.h"

/* The longest first word of an entry. */
enum { WORD_MAX = 24 };

/* A row of a gate: lengths of the words that begin with two letters, and the letters that may follow (moment_words.h). */
#define PAIR(first, second) MOMENT_PAIR(first, second)
#define N(length)           (UINT32_C(1) << (length))
#define T(third)            (UINT32_C(1) << ((third)&31))
#define ANY                 UINT32_MAX
/* The words of a language under one first letter. */
#define SECTION(letter, words) [(letter)&31] = {words, ARRAY_SIZE(words)}

static const struct word dutch_a[] = {
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
};

static const struct word dutch_b[] = {
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
};

static const struct word dutch_c[] = {
	{"collegeperiode", W_SESSION, 8}, {"één", W_NUMBER, 1}, /* C3 */
};

static const struct word dutch_d[] = {
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
};

static const struct word dutch_e[] = {
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
};

static const struct word dutch_f[] = {
	{"feb", W_MONTH, W_SHORT + 2},
	{"febr", W_MONTH, W_SHORT + 2},
	{"februari", W_MONTH, 2},
};

static const struct word dutch_g[] = {
	{"gedurende", W_OPERATOR, OP_DURING},
	{"gisteren", W_TODAY, -1},
};

static const struct word dutch_h[] = {
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
	{"huidige", W_PICK, PICK_THIS},
	{"huishoudens", W_COUNTED, 0},
};

static const struct word dutch_i[] = {
	{"ieder", W_EVERY, 0},      {"iedere", W_EVERY, 0}, {"in", W_IN, 0}, {"in de loop van", W_OPERATOR, OP_DURING},
	{"inwoners", W_COUNTED, 0},
};

static const struct word dutch_j[] = {
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
};

static const struct word dutch_k[] = {
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
};

static const struct word dutch_l[] = {
	{"laatste", W_ORDINAL, -1},   {"later", W_ADVERB, 0}, {"leden", W_COUNTED, 0},
	{"leerlingen", W_COUNTED, 0}, {"lente", W_SEASON, 0}, {"lopende", W_PICK, PICK_THIS},
};

static const struct word dutch_m[] = {
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
};

static const struct word dutch_n[] = {
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
};

static const struct word dutch_o[] = {
	{"of", W_AND, 1},
	{"okt", W_MONTH, W_SHORT + 10},
	{"oktober", W_MONTH, 10},
	{"om de", W_EVERY, 0},
	{"om het", W_EVERY, 0},
	{"omstreeks", W_OPERATOR, OP_AROUND},
	{"op", W_IN, 0},
	{"op afzienbare termijn", W_VAGUE, 0},
	{"op korte termijn", W_VAGUE, 0},
	{"op termijn", W_VAGUE, 0},
	{"op zeer korte termijn", W_VAGUE, 0},
	{"op zijn laatst", W_OPERATOR, OP_BY},
	{"op zo kort mogelijke termijn", W_VAGUE, 0},
	{"oudejaarsdag", W_HOLIDAY, FEAST_NEW_YEARS_EVE},
	{"over", W_OVER, 0},
	{"overmorgen", W_TODAY, 2},
};

static const struct word dutch_p[] = {
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
};

static const struct word dutch_q[] = {
	{"q1", W_QUARTER, 1},
	{"q2", W_QUARTER, 2},
	{"q3", W_QUARTER, 3},
	{"q4", W_QUARTER, 4},
};

static const struct word dutch_r[] = {
	{"raadsperiode", W_SESSION, 8},
	{"reces", W_RECESS, -1},
	{"rond", W_OPERATOR, OP_AROUND},
	{"rondom", W_OPERATOR, OP_AROUND},
};

static const struct word dutch_s[] = {
	{"sep", W_MONTH, W_SHORT + 9},
	{"sept", W_MONTH, W_SHORT + 9},
	{"september", W_MONTH, 9},
	{"sinds", W_OPERATOR, OP_FROM},
	{"sinterklaas", W_HOLIDAY, FEAST_SINTERKLAAS},
	{"spoedig", W_VAGUE, 0},
	{"stuks", W_COUNTED, 0},
};

static const struct word dutch_t[] = {
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
};

static const struct word dutch_u[] = {
	{"uiterlijk", W_OPERATOR, OP_BY},
	{"uiterst", W_OPERATOR, OP_BY},
	{"uur", W_COUNTED, 0},
};

static const struct word dutch_v[] = {
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
};

static const struct word dutch_w[] = {
	{"week", W_UNIT, UNIT_WEEK},
	{"wekelijks", W_RECURRING, 0},
	{"weken", W_UNIT, W_MANY + UNIT_WEEK},
	{"werkdag", W_UNIT, UNIT_WORKING_DAY},
	{"werkdagen", W_UNIT, W_MANY + UNIT_WORKING_DAY},
	{"winter", W_SEASON, 3},
	{"winterreces", W_RECESS, RECESS_CHRISTMAS},
	{"woensdag", W_WEEKDAY, 3},
	{"woningen", W_COUNTED, 0},
};

static const struct word dutch_z[] = {
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
};

static const struct section dutch[32] = {
	SECTION('a', dutch_a), SECTION('b', dutch_b), SECTION('c', dutch_c), SECTION('d', dutch_d),
	SECTION('e', dutch_e), SECTION('f', dutch_f), SECTION('g', dutch_g), SECTION('h', dutch_h),
	SECTION('i', dutch_i), SECTION('j', dutch_j), SECTION('k', dutch_k), SECTION('l', dutch_l),
	SECTION('m', dutch_m), SECTION('n', dutch_n), SECTION('o', dutch_o), SECTION('p', dutch_p),
	SECTION('q', dutch_q), SECTION('r', dutch_r), SECTION('s', dutch_s), SECTION('t', dutch_t),
	SECTION('u', dutch_u), SECTION('v', dutch_v), SECTION('w', dutch_w), SECTION('z', dutch_z),
};

static const struct gate dutch_gates[MOMENT_PAIR_COUNT] = {
	[PAIR('a', 'a')] = {N(9) | N(10), T('n')},
	[PAIR('a', 'c')] = {N(4) | N(8), T('h')},
	[PAIR('a', 'f')] = {N(9), T('g')},
	[PAIR('a', '.')] = {N(1), T('s')},
	[PAIR('a', 'p')] = {N(3) | N(5), T('r')},
	[PAIR('a', 'u')] = {N(3) | N(8), T('g')},
	[PAIR('b', 'e')] = {N(5) | N(14), T('g') | T('v')},
	[PAIR('b', 'i')] = {N(3) | N(6) | N(10), T('j') | T('n')},
	[PAIR('d', 'e')] = {N(3) | N(4) | N(5) | N(6) | N(7) | N(8), T('c') | T('r') | T('z')},
	[PAIR('d', 'i')] = {N(3) | N(6) | N(7), T('n') | T('r') | T('t')},
	[PAIR('d', 'o')] = {N(9), T('n')},
	[PAIR('d', 'r')] = {N(4) | N(8) | N(15), T('i')},
	[PAIR('e', 'e')] = {N(4) | N(6) | N(7) | N(12) | N(13), T('n') | T('r')},
	[PAIR('e', 'i')] = {N(4) | N(5), T('n')},
	[PAIR('e', 'l')] = {N(3) | N(4), T('f') | T('k')},
	[PAIR('e', 'r')] = {N(6), T('g')},
	[PAIR('f', 'e')] = {N(3) | N(4) | N(8), T('b')},
	[PAIR('g', 'e')] = {N(9), T('d')},
	[PAIR('g', 'i')] = {N(8), T('s')},
	[PAIR('h', 'a')] = {N(4) | N(5) | N(10) | N(13), T('l')},
	[PAIR('h', 'e')] = {N(4) | N(5) | N(6) | N(10) | N(11) | N(14), T('d') | T('e') | T('m') | T('r')},
	[PAIR('h', 'u')] = {N(7), T('i')},
	[PAIR('i', 'e')] = {N(5) | N(6), T('d')},
	[PAIR('i', 'n')] = {N(2), T('d')},
	[PAIR('j', 'a')] = {N(3) | N(7) | N(9) | N(13), T('a') | T('n')},
	[PAIR('j', 'l')] = {N(2), ANY},
	[PAIR('j', '.')] = {N(1), T('l')},
	[PAIR('j', 'o')] = {N(11), T('n')},
	[PAIR('j', 'u')] = {N(3) | N(4), T('l') | T('n')},
	[PAIR('k', 'e')] = {N(5) | N(8) | N(10), T('r')},
	[PAIR('k', 'o')] = {N(4) | N(6) | N(7) | N(10), T('m') | T('n') | T('r')},
	[PAIR('k', '1')] = {N(2), ANY},
	[PAIR('k', 'r')] = {N(2) | N(11), ANY},
	[PAIR('k', '3')] = {N(2), ANY},
	[PAIR('k', '4')] = {N(2), ANY},
	[PAIR('l', 'a')] = {N(5) | N(7), T('a') | T('t')},
	[PAIR('l', 'e')] = {N(5), T('n')},
	[PAIR('l', 'o')] = {N(7), T('p')},
	[PAIR('m', 'a')] = {N(5) | N(7) | N(11), T('a')},
	[PAIR('m', 'e')] = {N(3) | N(5) | N(6) | N(8), T('d') | T('i') | T('t')},
	[PAIR('m', 'i')] = {N(6), T('d')},
	[PAIR('m', 'o')] = {N(6), T('r')},
	[PAIR('m', 'r')] = {N(3), T('t')},
	[PAIR('n', 'a')] = {N(2) | N(6), ANY},
	[PAIR('n', 0xC3)] = {N(3), T('a')},
	[PAIR('n', 'e')] = {N(3) | N(5) | N(8), T('g') | T('t')},
	[PAIR('n', 'i')] = {N(4) | N(13), T('e')},
	[PAIR('n', 'o')] = {N(3) | N(8), T('g') | T('v')},
	[PAIR('o', 'k')] = {N(3) | N(7), T('t')},
	[PAIR('o', 'm')] = {N(2) | N(9), T('d') | T('h') | T('s')},
	[PAIR('o', 'p')] = {N(2), T('a') | T('k') | T('t') | T('z')},
	[PAIR('o', 'u')] = {N(12), T('d')},
	[PAIR('o', 'v')] = {N(4) | N(10), T('e')},
	[PAIR('p', 'a')] = {N(5) | N(13), T('r') | T('s')},
	[PAIR('p', 'e')] = {N(3) | N(9), T('r')},
	[PAIR('p', 'i')] = {N(10), T('n')},
	[PAIR('p', 'r')] = {N(11), T('i')},
	[PAIR('q', '1')] = {N(2), ANY},
	[PAIR('q', '2')] = {N(2), ANY},
	[PAIR('q', '3')] = {N(2), ANY},
	[PAIR('q', '4')] = {N(2), ANY},
	[PAIR('r', 'e')] = {N(5), T('c')},
	[PAIR('r', 'o')] = {N(4) | N(6), T('n')},
	[PAIR('s', 'e')] = {N(3) | N(4) | N(9), T('p')},
	[PAIR('s', 'i')] = {N(5) | N(11), T('n')},
	[PAIR('s', 'p')] = {N(7), T('o')},
	[PAIR('t', 'e')] = {N(2) | N(3), T('g') | T('n') | T('z')},
	[PAIR('t', 'i')] = {N(4) | N(7), T('e') | T('j')},
	[PAIR('t', '.')] = {N(1), T('z')},
	[PAIR('t', 'o')] = {N(1) | N(3), T('m') | T('t')},
	[PAIR('t', 'u')] = {N(6), T('s')},
	[PAIR('t', 'w')] = {N(4) | N(6) | N(7) | N(8) | N(13) | N(15), T('a') | T('e') | T('i')},
	[PAIR('u', 'i')] = {N(7) | N(9), T('t')},
	[PAIR('v', 'a')] = {N(5) | N(7), T('n')},
	[PAIR('v', 0xC3)] = {N(6), T('s')},
	[PAIR('v', 'e')] = {N(7) | N(8) | N(12) | N(18), T('e') | T('r')},
	[PAIR('v', 'i')] = {N(4) | N(6) | N(8), T('e') | T('j')},
	[PAIR('v', 'l')] = {N(4), T('a')},
	[PAIR('v', 'o')] = {N(4) | N(5) | N(6) | N(7) | N(8) | N(11) | N(14), T('l') | T('o') | T('r')},
	[PAIR('v', 'r')] = {N(7), T('i')},
	[PAIR('w', 'e')] = {N(4) | N(9), T('e') | T('k')},
	[PAIR('w', 'i')] = {N(6) | N(11), T('n')},
	[PAIR('w', 'o')] = {N(8), T('e')},
	[PAIR('z', 'a')] = {N(8), T('t')},
	[PAIR('z', 'e')] = {N(3) | N(4) | N(5) | N(6) | N(7), T('e') | T('s') | T('v')},
	[PAIR('z', '.')] = {N(1), T('s')},
	[PAIR('z', 'o')] = {N(2) | N(5) | N(6) | N(10) | N(12) | N(13), T('m') | T('n') | T('s')},
	[PAIR('z', 's')] = {N(3), T('m')},
};

static const struct word english_a[] = {
	{"a", W_ARTICLE, 1},
	{"a few", W_SOME, 0},
	{"a number of", W_SOME, 0},
	{"after", W_OPERATOR, OP_AFTER},
	{"ahead of", W_OPERATOR, OP_BEFORE},
	{"and", W_AND, 0},
	{"annually", W_RECURRING, 0},
	{"apr", W_MONTH, W_SHORT + 4},
	{"april", W_MONTH, 4},
	{"around", W_OPERATOR, OP_AROUND},
	{"as of", W_OPERATOR, OP_ON},
	{"as soon as possible", W_VAGUE, 0},
	{"ascension day", W_HOLIDAY, FEAST_ASCENSION},
	{"at", W_IN, 0},
	{"at short notice", W_VAGUE, 0},
	{"at the latest", W_OPERATOR, OP_BY},
	{"at the latest by", W_OPERATOR, OP_BY},
	{"aug", W_MONTH, W_SHORT + 8},
	{"august", W_MONTH, 8},
	{"autumn", W_SEASON, 2},
	{"autumn memorandum", W_EVENT, 1},
	{"autumn recess", W_RECESS, RECESS_AUTUMN},
};

static const struct word english_b[] = {
	{"before", W_OPERATOR, OP_BEFORE}, {"beginning", W_EDGE, EDGE_BEGIN},           {"between", W_BETWEEN, 0},
	{"biannually", W_RECURRING, 0},    {"budget day", W_HOLIDAY, FEAST_BUDGET_DAY}, {"by", W_OPERATOR, OP_BY},
};

static const struct word english_c[] = {
	{"calendar year", W_UNIT, UNIT_YEAR},
	{"christmas", W_HOLIDAY, FEAST_CHRISTMAS},
	{"christmas recess", W_RECESS, RECESS_CHRISTMAS},
	{"coming", W_PICK, PICK_COMING},
	{"current", W_PICK, PICK_THIS},
};

static const struct word english_d[] = {
	{"day", W_UNIT, UNIT_DAY}, {"days", W_UNIT, W_MANY + UNIT_DAY}, {"dec", W_MONTH, W_SHORT + 12},
	{"december", W_MONTH, 12}, {"during", W_OPERATOR, OP_DURING},
};

static const struct word english_e[] = {
	{"each", W_EVERY, 0},
	{"early", W_EDGE, EDGE_BEGIN},
	{"early in", W_EDGE, EDGE_BEGIN},
	{"easter", W_HOLIDAY, FEAST_EASTER},
	{"eight", W_NUMBER, 8},
	{"eleven", W_NUMBER, 11},
	{"end", W_EDGE, EDGE_END},
	{"euros", W_COUNTED, 0},
	{"every", W_EVERY, 0},
};

static const struct word english_f[] = {
	{"feb", W_MONTH, W_SHORT + 2}, {"february", W_MONTH, 2},
	{"fifteen", W_NUMBER, 15},     {"fifth", W_ORDINAL, 5},
	{"final", W_ORDINAL, -1},      {"first", W_ORDINAL, 1},
	{"five", W_NUMBER, 5},         {"following", W_OPERATOR, OP_AFTER},
	{"four", W_NUMBER, 4},         {"fourteen", W_NUMBER, 14},
	{"fourth", W_ORDINAL, 4},      {"friday", W_WEEKDAY, 5},
	{"from", W_OPERATOR, OP_FROM},
};

static const struct word english_h[] = {
	{"half", W_HALF, 0},
	{"half year", W_UNIT, UNIT_HALF},
	{"homes", W_COUNTED, 0},
};

static const struct word english_i[] = {
	{"in", W_OVER, 1},
	{"in due course", W_VAGUE, 0},
	{"in the course of", W_OPERATOR, OP_DURING},
	{"in the near future", W_VAGUE, 0},
	{"in the short term", W_VAGUE, 0},
};

static const struct word english_j[] = {
	{"jan", W_MONTH, W_SHORT + 1}, {"january", W_MONTH, 1}, {"jul", W_MONTH, W_SHORT + 7}, {"july", W_MONTH, 7},
	{"jun", W_MONTH, W_SHORT + 6}, {"june", W_MONTH, 6},    {"just", W_ADVERB, 0},
};

static const struct word english_k[] = {
	{"king's day", W_HOLIDAY, FEAST_KING},
};

static const struct word english_l[] = {
	{"last", W_PICK, PICK_LAST},
	{"late", W_EDGE, EDGE_END},
	{"late in", W_EDGE, EDGE_END},
	{"later", W_ADVERB, 0},
	{"liberation day", W_HOLIDAY, FEAST_LIBERATION},
};

static const struct word english_m[] = {
	{"mar", W_MONTH, W_SHORT + 3},
	{"march", W_MONTH, W_FAINT + 3},
	{"may", W_MONTH, W_FAINT + 5},
	{"may recess", W_RECESS, RECESS_MAY},
	{"metres", W_COUNTED, 0},
	{"mid", W_EDGE, EDGE_MIDDLE},
	{"middle", W_EDGE, EDGE_MIDDLE},
	{"monday", W_WEEKDAY, 1},
	{"month", W_UNIT, UNIT_MONTH},
	{"monthly", W_RECURRING, 0},
	{"months", W_UNIT, W_MANY + UNIT_MONTH},
};

static const struct word english_n[] = {
	{"new year's day", W_HOLIDAY, FEAST_NEW_YEAR},
	{"new year's eve", W_HOLIDAY, FEAST_NEW_YEARS_EVE},
	{"next", W_PICK, PICK_NEXT},
	{"nine", W_NUMBER, 9},
	{"ninety", W_NUMBER, 90},
	{"no later than", W_OPERATOR, OP_BY},
	{"not later than", W_OPERATOR, OP_BY},
	{"nov", W_MONTH, W_SHORT + 11},
	{"november", W_MONTH, 11},
};

static const struct word english_o[] = {
	{"oct", W_MONTH, W_SHORT + 10}, {"october", W_MONTH, 10}, {"of", W_OF, 0}, {"on", W_IN, 0},
	{"once", W_OFTEN, 0},           {"one", W_NUMBER, 1},
};

static const struct word english_p[] = {
	{"parliamentary year", W_SITTING, 0},
	{"past", W_PICK, PICK_LAST},
	{"people", W_COUNTED, 0},
	{"per", W_PER, 0},
	{"period", W_UNIT, UNIT_SPAN},
	{"periodically", W_RECURRING, 0},
	{"previous", W_PICK, PICK_LAST},
	{"prior to", W_OPERATOR, OP_BEFORE},
};

static const struct word english_q[] = {
	{"q1", W_QUARTER, 1},
	{"q2", W_QUARTER, 2},
	{"q3", W_QUARTER, 3},
	{"q4", W_QUARTER, 4},
	{"quarter", W_UNIT, UNIT_QUARTER},
	{"quarterly", W_RECURRING, 0},
	{"quarters", W_UNIT, W_MANY + UNIT_QUARTER},
};

static const struct word english_r[] = {
	{"recess", W_RECESS, -1},
};

static const struct word english_s[] = {
	{"saturday", W_WEEKDAY, 6},
	{"second", W_ORDINAL, 2},
	{"sep", W_MONTH, W_SHORT + 9},
	{"sept", W_MONTH, W_SHORT + 9},
	{"september", W_MONTH, 9},
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
	{"sunday", W_WEEKDAY, 7},
};

static const struct word english_t[] = {
	{"ten", W_NUMBER, 10},     {"the", W_ARTICLE, 0},       {"third", W_ORDINAL, 3},
	{"thirty", W_NUMBER, 30},  {"this", W_PICK, PICK_THIS}, {"three", W_NUMBER, 3},
	{"through", W_THROUGH, 0}, {"thursday", W_WEEKDAY, 4},  {"till", W_UNTIL, 0},
	{"times", W_TIMES, 0},     {"to", W_UNTIL, 0},          {"today", W_TODAY, 0},
	{"tomorrow", W_TODAY, 1},  {"tuesday", W_WEEKDAY, 2},   {"turn of the year", W_HOLIDAY, FEAST_TURN_OF_YEAR},
	{"twelve", W_NUMBER, 12},  {"twenty", W_NUMBER, 20},    {"twice", W_OFTEN, 0},
	{"two", W_NUMBER, 2},
};

static const struct word english_u[] = {
	{"until", W_UNTIL, 0},
	{"up to and including", W_THROUGH, 0},
	{"upcoming", W_PICK, PICK_COMING},
};

static const struct word english_w[] = {
	{"wednesday", W_WEEKDAY, 3},
	{"week", W_UNIT, UNIT_WEEK},
	{"weekly", W_RECURRING, 0},
	{"weeks", W_UNIT, W_MANY + UNIT_WEEK},
	{"whitsun", W_HOLIDAY, FEAST_WHITSUN},
	{"winter", W_SEASON, 3},
	{"with effect from", W_OPERATOR, OP_ON},
	{"within", W_OPERATOR, OP_WITHIN},
	{"working day", W_UNIT, UNIT_WORKING_DAY},
	{"working days", W_UNIT, W_MANY + UNIT_WORKING_DAY},
};

static const struct word english_y[] = {
	{"year", W_UNIT, UNIT_YEAR},
	{"years", W_UNIT, W_MANY + UNIT_YEAR},
	{"yesterday", W_TODAY, -1},
};

static const struct section english[32] = {
	SECTION('a', english_a), SECTION('b', english_b), SECTION('c', english_c), SECTION('d', english_d),
	SECTION('e', english_e), SECTION('f', english_f), SECTION('h', english_h), SECTION('i', english_i),
	SECTION('j', english_j), SECTION('k', english_k), SECTION('l', english_l), SECTION('m', english_m),
	SECTION('n', english_n), SECTION('o', english_o), SECTION('p', english_p), SECTION('q', english_q),
	SECTION('r', english_r), SECTION('s', english_s), SECTION('t', english_t), SECTION('u', english_u),
	SECTION('w', english_w), SECTION('y', english_y),
};

static const struct gate english_gates[MOMENT_PAIR_COUNT] = {
	[PAIR('a', 'f')] = {N(5), T('t')},
	[PAIR('a', 'h')] = {N(5), T('e')},
	[PAIR('a', 'n')] = {N(8), T('n')},
	[PAIR('a', 'p')] = {N(3) | N(5), T('r')},
	[PAIR('a', 'r')] = {N(6), T('o')},
	[PAIR('a', 's')] = {N(2) | N(9), T('c') | T('o') | T('s')},
	[PAIR('a', 't')] = {N(2), T('s') | T('t')},
	[PAIR('a', 'u')] = {N(3) | N(6), T('g') | T('t')},
	[PAIR('b', 'e')] = {N(6) | N(7) | N(9), T('f') | T('g') | T('t')},
	[PAIR('b', 'i')] = {N(10), T('a')},
	[PAIR('b', 'u')] = {N(6), T('d')},
	[PAIR('b', 'y')] = {N(2), ANY},
	[PAIR('c', 'h')] = {N(9), T('r')},
	[PAIR('c', 'o')] = {N(6), T('m')},
	[PAIR('c', 'u')] = {N(7), T('r')},
	[PAIR('d', 'e')] = {N(3) | N(8), T('c')},
	[PAIR('d', 'u')] = {N(6), T('r')},
	[PAIR('e', 'a')] = {N(4) | N(5) | N(6), T('c') | T('r') | T('s')},
	[PAIR('e', 'i')] = {N(5), T('g')},
	[PAIR('e', 'l')] = {N(6), T('e')},
	[PAIR('e', 'n')] = {N(3), T('d')},
	[PAIR('e', 'v')] = {N(5), T('e')},
	[PAIR('f', 'e')] = {N(3) | N(8), T('b')},
	[PAIR('f', 'i')] = {N(4) | N(5) | N(7), T('f') | T('n') | T('r') | T('v')},
	[PAIR('f', 'o')] = {N(4) | N(6) | N(8) | N(9), T('l') | T('u')},
	[PAIR('f', 'r')] = {N(4) | N(6), T('i') | T('o')},
	[PAIR('h', 'a')] = {N(4), T('l')},
	[PAIR('i', 'n')] = {N(2), ANY},
	[PAIR('j', 'a')] = {N(3) | N(7), T('n')},
	[PAIR('j', 'u')] = {N(3) | N(4), T('l') | T('n') | T('s')},
	[PAIR('k', 'i')] = {N(4), T('n')},
	[PAIR('l', 'a')] = {N(4) | N(5), T('s') | T('t')},
	[PAIR('l', 'i')] = {N(10), T('b')},
	[PAIR('m', 'a')] = {N(3) | N(5), T('r') | T('y')},
	[PAIR('m', 'i')] = {N(3) | N(6), T('d')},
	[PAIR('m', 'o')] = {N(6) | N(7), T('n')},
	[PAIR('n', 'e')] = {N(3) | N(4), T('w') | T('x')},
	[PAIR('n', 'i')] = {N(4) | N(6), T('n')},
	[PAIR('n', 'o')] = {N(2) | N(3) | N(8), T('l') | T('t') | T('v')},
	[PAIR('o', 'c')] = {N(3) | N(7), T('t')},
	[PAIR('o', 'n')] = {N(3) | N(4), T('c') | T('e')},
	[PAIR('p', 'a')] = {N(4) | N(13), T('r') | T('s')},
	[PAIR('p', 'e')] = {N(12), T('r')},
	[PAIR('p', 'r')] = {N(5) | N(8), T('e') | T('i')},
	[PAIR('q', '1')] = {N(2), ANY},
	[PAIR('q', '2')] = {N(2), ANY},
	[PAIR('q', '3')] = {N(2), ANY},
	[PAIR('q', '4')] = {N(2), ANY},
	[PAIR('q', 'u')] = {N(9), T('a')},
	[PAIR('r', 'e')] = {N(6), T('c')},
	[PAIR('s', 'a')] = {N(8), T('t')},
	[PAIR('s', 'e')] = {N(3) | N(4) | N(5) | N(6) | N(9), T('c') | T('p') | T('v')},
	[PAIR('s', 'h')] = {N(7), T('o')},
	[PAIR('s', 'i')] = {N(3) | N(5), T('n') | T('x')},
	[PAIR('s', 'o')] = {N(4), T('o')},
	[PAIR('s', 'p')] = {N(6), T('r')},
	[PAIR('s', 't')] = {N(5), T('a') | T('i')},
	[PAIR('s', 'u')] = {N(6), T('m') | T('n')},
	[PAIR('t', 'e')] = {N(3), T('n')},
	[PAIR('t', 'h')] = {N(4) | N(5) | N(6) | N(7) | N(8), T('i') | T('r') | T('u')},
	[PAIR('t', 'i')] = {N(4), T('l')},
	[PAIR('t', 'o')] = {N(2) | N(5) | N(8), ANY},
	[PAIR('t', 'u')] = {N(4) | N(7), T('e') | T('r')},
	[PAIR('t', 'w')] = {N(3) | N(5) | N(6), T('e') | T('i') | T('o')},
	[PAIR('u', 'n')] = {N(5), T('t')},
	[PAIR('u', 'p')] = {N(2) | N(8), T('c') | T('t')},
	[PAIR('w', 'e')] = {N(4) | N(6) | N(9), T('d') | T('e')},
	[PAIR('w', 'h')] = {N(7), T('i')},
	[PAIR('w', 'i')] = {N(4) | N(6), T('n') | T('t')},
	[PAIR('y', 'e')] = {N(9), T('s')},
};

#undef SECTION
#undef PAIR
#undef N
#undef T
#undef ANY

const unsigned char moment_word_bytes[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
};

const struct language moment_languages[LANGUAGE_COUNT] = {
	{dutch, dutch_gates, false},
	{english, english_gates, true},
};

const char *const moment_recess_names[RECESS_COUNT] = {
	[RECESS_SUMMER] = "summer", [RECESS_CHRISTMAS] = "christmas", [RECESS_MAY] = "may",
	[RECESS_AUTUMN] = "autumn", [RECESS_SPRING] = "spring",
};

const char *const moment_event_names[EVENT_COUNT] = {
	"voorjaarsnota", "najaarsnota", "kadernota",   "begroting",    "begrotingsbehandeling",
	"jaarrekening",  "jaarstukken", "jaarverslag", "raadsperiode", "kabinetsperiode",
};

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

size_t moment_word_end(struct slice text, size_t at)
{
	while (at < text.n && moment_is_word_byte((unsigned char)text.p[at]))
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
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)entry[i] != word[i])
			return (unsigned char)entry[i] < word[i] ? -1 : 1;
	return moment_is_word_byte((unsigned char)entry[n]) ? 1 : 0;
}

/* The first entry whose first word is not before `word`. */
static size_t lower_bound(const struct section *section, const unsigned char *word, size_t n)
{
	size_t low = 0, high = section->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(section->words[middle].text, word, n) < 0)
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
		if (at >= text.n || lower(c, at ? (unsigned char)text.p[at - 1] : 0) != e)
			return 0;
		word = moment_is_word_byte(c);
		at++;
	}
	return word && at < text.n && moment_is_word_byte((unsigned char)text.p[at]) ? 0 : at;
}

/* Names that a language writes with a capital are other words without: "may", "march". */
static bool is_written_right(const struct language *language, const struct word *word, char first)
{
	bool name = word->kind == W_MONTH || word->kind == W_WEEKDAY || word->kind == W_HOLIDAY;
	return !name || !language->capitals || (first >= 'A' && first <= 'Z');
}

const struct word *moment_word_find(const struct language *language, struct slice text, size_t at, size_t *end)
{
	unsigned char word[WORD_MAX];
	size_t n = 0;
	for (size_t i = at; i < text.n && moment_is_word_byte((unsigned char)text.p[i]); i++, n++) {
		if (n == WORD_MAX)
			return NULL;
		word[n] = lower((unsigned char)text.p[i], n ? (unsigned char)text.p[i - 1] : 0);
	}
	if (n == 0)
		return NULL;
	const struct section *section = &language->sections[word[0] & 31];
	const struct word *best = NULL;
	size_t reach = at;
	for (size_t i = lower_bound(section, word, n); i < section->count; i++) {
		const struct word *entry = &section->words[i];
		if (compare(entry->text, word, n) != 0)
			break;
		size_t stop = entry_end(entry->text, text, at);
		if (stop > reach && is_written_right(language, entry, text.p[at])) {
			reach = stop;
			best = entry;
		}
	}
	if (best)
		*end = reach;
	return best;
}
