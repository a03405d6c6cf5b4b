/* moment_words.c: the dictionaries, and how a word is found in them. Over 600 lines, because 500 are tables.
 *
 * To add a language: its words by first letter, each section sorted bytewise and all in lower case, and a row in
 * moment_languages; the tests say which entry is out of order and that the gates (moment_gate.c) must be made anew. An entry with
 * blanks or points is a fixed expression, and the longest one that stands there wins. A section is found by the low bits of the
 * first byte, so that what begins with C3 stands behind the words with c.
 */
#include "core/moment_words.h"
#include "core/moment_gate.h"

/* The longest first word of an entry. */
enum { WORD_MAX = 24 };

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
	{"begrotingsjaar", W_UNIT, UNIT_YEAR},
	{"bestuursperiode", W_SESSION, 8},
	{"bestuursrapportage", W_EVENT, 17},
	{"bevrijdingsdag", W_HOLIDAY, FEAST_LIBERATION},
	{"bij", W_AT, 0},
	{"binnen", W_OPERATOR, OP_WITHIN},
	{"binnen afzienbare termijn", W_VAGUE, 0},
	{"binnen afzienbare tijd", W_VAGUE, 0},
	{"binnenkort", W_VAGUE, 0},
	{"boekjaar", W_UNIT, UNIT_YEAR},
	{"bomen", W_COUNTED, 0},
	{"bouwvak", W_SESSION, 14},
};

static const struct word dutch_c[] = {
	{"circa", W_ABOUT, 0}, {"coalitieperiode", W_SESSION, 8}, {"collegeperiode", W_SESSION, 8}, {"à", W_AND, 1},
	{"één", W_NUMBER, 1},
};

static const struct word dutch_d[] = {
	{"dag", W_UNIT, UNIT_DAY},
	{"dagen", W_UNIT, W_MANY + UNIT_DAY},
	{"de", W_ARTICLE, 0},
	{"de termijn van", W_ABOUT, 0},
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
	{"dodenherdenking", W_HOLIDAY, FEAST_REMEMBRANCE},
	{"donderdag", W_WEEKDAY, 4},
	{"drie", W_NUMBER, 3},
	{"driemaal", W_OFTEN, 0},
	{"driemaandelijks", W_RECURRING, 0},
};

static const struct word dutch_e[] = {
	{"een", W_NUMBER, 1},
	{"een aantal", W_SOME, 0},
	{"een paar", W_SOME, 0},
	{"een periode van", W_ABOUT, 0},
	{"een termijn van", W_ABOUT, 0},
	{"eenentwintig", W_NUMBER, 21},
	{"eenmaal", W_OFTEN, 0},
	{"eens", W_OFTEN, 0},
	{"eerdaags", W_VAGUE, 0},
	{"eerste", W_ORDINAL, 1},
	{"eerste kerstdag", W_HOLIDAY, FEAST_CHRISTMAS_1},
	{"eerste paasdag", W_HOLIDAY, FEAST_EASTER_1},
	{"eerste pinksterdag", W_HOLIDAY, FEAST_WHITSUN_1},
	{"eerstkomend", W_PICK, PICK_COMING},
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
	{"gemeenteraadsverkiezingen", W_SESSION, 16},
	{"gisteren", W_TODAY, -1},
	{"goede vrijdag", W_HOLIDAY, FEAST_GOOD_FRIDAY},
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
	{"herfstvakantie", W_SESSION, 10},
	{"het", W_ARTICLE, 0},
	{"hooguit", W_ABOUT, 0},
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
	{"kerstvakantie", W_SESSION, 11},
	{"kilometer", W_COUNTED, 0},
	{"km", W_COUNTED, 0},
	{"komend", W_PICK, PICK_COMING},
	{"komende", W_PICK, PICK_COMING},
	{"koninginnedag", W_HOLIDAY, FEAST_KING},
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
	{"maximaal", W_ABOUT, 0},
	{"medio", W_EDGE, EDGE_MIDDLE},
	{"mei", W_MONTH, 5},
	{"meireces", W_RECESS, RECESS_MAY},
	{"meivakantie", W_SESSION, 13},
	{"mensen", W_COUNTED, 0},
	{"met", W_IN, 0},
	{"meteen", W_ADVERB, 0},
	{"meter", W_COUNTED, 0},
	{"midden", W_EDGE, EDGE_MIDDLE},
	{"miljoenennota", W_EVENT, W_SHORT + FEAST_BUDGET_DAY},
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
	{"nieuwjaar", W_HOLIDAY, FEAST_NEW_YEAR},
	{"nieuwjaarsdag", W_HOLIDAY, FEAST_NEW_YEAR},
	{"nog", W_ADVERB, 0},
	{"nov", W_MONTH, W_SHORT + 11},
	{"november", W_MONTH, 11},
	{"nu", W_TODAY, W_FAINT},
	{"ná", W_OPERATOR, OP_AFTER},
};

static const struct word dutch_o[] = {
	{"of", W_AND, 1},
	{"okt", W_MONTH, W_SHORT + 10},
	{"oktober", W_MONTH, 10},
	{"om de", W_EVERY, 0},
	{"om het", W_EVERY, 0},
	{"omstreeks", W_OPERATOR, OP_AROUND},
	{"ongeveer", W_ABOUT, 0},
	{"op", W_IN, 0},
	{"op afzienbare termijn", W_VAGUE, 0},
	{"op de kortst mogelijke termijn", W_VAGUE, 0},
	{"op den duur", W_VAGUE, 0},
	{"op een later moment", W_VAGUE, 0},
	{"op een nader te bepalen moment", W_VAGUE, 0},
	{"op korte termijn", W_VAGUE, 0},
	{"op of voor", W_OPERATOR, OP_BY},
	{"op of vóór", W_OPERATOR, OP_BY},
	{"op termijn", W_VAGUE, 0},
	{"op zeer korte termijn", W_VAGUE, 0},
	{"op zijn laatst", W_OPERATOR, OP_BY},
	{"op zo kort mogelijke termijn", W_VAGUE, 0},
	{"oud en nieuw", W_HOLIDAY, FEAST_TURN_OF_YEAR},
	{"oudejaarsdag", W_HOLIDAY, FEAST_NEW_YEARS_EVE},
	{"oudjaar", W_HOLIDAY, FEAST_NEW_YEARS_EVE},
	{"over", W_OVER, 0},
	{"overmorgen", W_TODAY, 2},
};

static const struct word dutch_p[] = {
	{"paar", W_SOME, 0},
	{"parlementaire jaar", W_SITTING, 0},
	{"pasen", W_HOLIDAY, FEAST_EASTER},
	{"per", W_PER, 0},
	{"per half jaar", W_RECURRING, 0},
	{"per halfjaar", W_RECURRING, 0},
	{"per kwartaal", W_RECURRING, 0},
	{"periode", W_UNIT, UNIT_SPAN},
	{"periodiek", W_RECURRING, 0},
	{"personen", W_COUNTED, 0},
	{"pinksteren", W_HOLIDAY, FEAST_WHITSUN},
	{"primo", W_EDGE, EDGE_FIRST},
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
	{"schooljaar", W_SITTING, 1}, {"sep", W_MONTH, W_SHORT + 9},  {"sept", W_MONTH, W_SHORT + 9},
	{"september", W_MONTH, 9},    {"sinds", W_OPERATOR, OP_FROM}, {"sinterklaas", W_HOLIDAY, FEAST_SINTERKLAAS},
	{"spoedig", W_VAGUE, 0},      {"studiejaar", W_SITTING, 2},   {"stuks", W_COUNTED, 0},
};

static const struct word dutch_t[] = {
	{"t.z.t.", W_VAGUE, 0},
	{"t/m", W_THROUGH, 0},
	{"te gelegener tijd", W_VAGUE, 0},
	{"te zijner tijd", W_VAGUE, 0},
	{"ten hoogste", W_ABOUT, 0},
	{"ten laatste", W_OPERATOR, OP_BY},
	{"tertaal", W_UNIT, UNIT_THIRD},
	{"tien", W_NUMBER, 10},
	{"tijd", W_UNIT, UNIT_SPAN},
	{"tijdens", W_OPERATOR, OP_DURING},
	{"tot", W_UNTIL, 0},
	{"tot en met", W_THROUGH, 0},
	{"tot uiterlijk", W_OPERATOR, OP_BY},
	{"trimester", W_UNIT, UNIT_THIRD},
	{"tussen", W_BETWEEN, 0},
	{"twaalf", W_NUMBER, 12},
	{"twee", W_NUMBER, 2},
	{"tweede", W_ORDINAL, 2},
	{"tweede kerstdag", W_HOLIDAY, FEAST_CHRISTMAS_2},
	{"tweede paasdag", W_HOLIDAY, FEAST_EASTER_2},
	{"tweede pinksterdag", W_HOLIDAY, FEAST_WHITSUN_2},
	{"tweejaarlijks", W_RECURRING, 0},
	{"tweemaal", W_OFTEN, 0},
	{"tweemaandelijks", W_RECURRING, 0},
	{"tweewekelijks", W_RECURRING, 0},
	{"twintig", W_NUMBER, 20},
};

static const struct word dutch_u[] = {
	{"uiterlijk", W_OPERATOR, OP_BY},
	{"uiterst", W_OPERATOR, OP_BY},
	{"ultimo", W_EDGE, EDGE_LAST},
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
	{"verkiezingen", W_SESSION, 16},
	{"verkiezingsreces", W_SESSION, 15},
	{"verslagjaar", W_UNIT, UNIT_YEAR},
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
	{"voor of op", W_OPERATOR, OP_BY},
	{"voorafgaand aan", W_OPERATOR, OP_BEFORE},
	{"voorjaar", W_SEASON, 0},
	{"voorjaarsnota", W_EVENT, 0},
	{"voorjaarsreces", W_RECESS, RECESS_SPRING},
	{"voorjaarsvakantie", W_SESSION, 12},
	{"voortgangsrapportage", W_EVENT, 18},
	{"vorig", W_PICK, PICK_LAST},
	{"vorige", W_PICK, PICK_LAST},
	{"vrijdag", W_WEEKDAY, 5},
	{"vóór", W_OPERATOR, OP_BEFORE},
	{"vóór of op", W_OPERATOR, OP_BY},
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
	{"zittingsperiode", W_SESSION, 8},
	{"zo gauw mogelijk", W_VAGUE, 0},
	{"zo snel als mogelijk", W_VAGUE, 0},
	{"zo snel mogelijk", W_VAGUE, 0},
	{"zo spoedig als mogelijk", W_VAGUE, 0},
	{"zo spoedig mogelijk", W_VAGUE, 0},
	{"zo vroeg mogelijk", W_VAGUE, 0},
	{"zodra mogelijk", W_VAGUE, 0},
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

static const struct word english_a[] = {
	{"a", W_ARTICLE, 1},
	{"a few", W_SOME, 0},
	{"a number of", W_SOME, 0},
	{"a period of", W_ABOUT, 0},
	{"about", W_ABOUT, 0},
	{"academic year", W_SITTING, 2},
	{"after", W_OPERATOR, OP_AFTER},
	{"ahead of", W_OPERATOR, OP_BEFORE},
	{"and", W_AND, 0},
	{"annual report", W_EVENT, 7},
	{"annually", W_RECURRING, 0},
	{"approximately", W_ABOUT, 0},
	{"apr", W_MONTH, W_SHORT + 4},
	{"april", W_MONTH, 4},
	{"around", W_OPERATOR, OP_AROUND},
	{"as from", W_OPERATOR, OP_FROM},
	{"as of", W_OPERATOR, OP_ON},
	{"as soon as possible", W_VAGUE, 0},
	{"ascension day", W_HOLIDAY, FEAST_ASCENSION},
	{"at", W_IN, 0},
	{"at most", W_ABOUT, 0},
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
	{"before", W_OPERATOR, OP_BEFORE},
	{"beginning", W_EDGE, EDGE_BEGIN},
	{"between", W_BETWEEN, 0},
	{"biannually", W_RECURRING, 0},
	{"boxing day", W_HOLIDAY, FEAST_CHRISTMAS_2},
	{"budget", W_EVENT, 3},
	{"budget day", W_HOLIDAY, FEAST_BUDGET_DAY},
	{"by", W_OPERATOR, OP_BY},
};

static const struct word english_c[] = {
	{"calendar year", W_UNIT, UNIT_YEAR},
	{"christmas", W_HOLIDAY, FEAST_CHRISTMAS},
	{"christmas day", W_HOLIDAY, FEAST_CHRISTMAS_1},
	{"christmas eve", W_HOLIDAY, FEAST_CHRISTMAS_EVE},
	{"christmas recess", W_RECESS, RECESS_CHRISTMAS},
	{"coming", W_PICK, PICK_COMING},
	{"council term", W_SESSION, 8},
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
	{"easter monday", W_HOLIDAY, FEAST_EASTER_2},
	{"eight", W_NUMBER, 8},
	{"elections", W_SESSION, 16},
	{"eleven", W_NUMBER, 11},
	{"end", W_EDGE, EDGE_END},
	{"euros", W_COUNTED, 0},
	{"every", W_EVERY, 0},
};

static const struct word english_f[] = {
	{"feb", W_MONTH, W_SHORT + 2}, {"february", W_MONTH, 2},      {"fifteen", W_NUMBER, 15},
	{"fifth", W_ORDINAL, 5},       {"final", W_ORDINAL, -1},      {"financial year", W_UNIT, UNIT_YEAR},
	{"first", W_ORDINAL, 1},       {"five", W_NUMBER, 5},         {"following", W_OPERATOR, OP_AFTER},
	{"four", W_NUMBER, 4},         {"fourteen", W_NUMBER, 14},    {"fourth", W_ORDINAL, 4},
	{"friday", W_WEEKDAY, 5},      {"from", W_OPERATOR, OP_FROM},
};

static const struct word english_h[] = {
	{"half", W_HALF, 0},
	{"half year", W_UNIT, UNIT_HALF},
	{"homes", W_COUNTED, 0},
};

static const struct word english_i[] = {
	{"in", W_OVER, 1},
	{"in due course", W_VAGUE, 0},
	{"in the coming period", W_VAGUE, 0},
	{"in the course of", W_OPERATOR, OP_DURING},
	{"in the long term", W_VAGUE, 0},
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
	{"new year", W_HOLIDAY, FEAST_NEW_YEAR},
	{"new year's day", W_HOLIDAY, FEAST_NEW_YEAR},
	{"new year's eve", W_HOLIDAY, FEAST_NEW_YEARS_EVE},
	{"next", W_PICK, PICK_NEXT},
	{"nine", W_NUMBER, 9},
	{"ninety", W_NUMBER, 90},
	{"no later than", W_OPERATOR, OP_BY},
	{"not before", W_OPERATOR, OP_FROM},
	{"not later than", W_OPERATOR, OP_BY},
	{"nov", W_MONTH, W_SHORT + 11},
	{"november", W_MONTH, 11},
	{"now", W_TODAY, W_FAINT},
};

static const struct word english_o[] = {
	{"oct", W_MONTH, W_SHORT + 10},      {"october", W_MONTH, 10}, {"of", W_OF, 0},      {"on", W_IN, 0},
	{"on or before", W_OPERATOR, OP_BY}, {"once", W_OFTEN, 0},     {"one", W_NUMBER, 1}, {"or", W_AND, 1},
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
	{"school year", W_SITTING, 1},
	{"second", W_ORDINAL, 2},
	{"sep", W_MONTH, W_SHORT + 9},
	{"sept", W_MONTH, W_SHORT + 9},
	{"september", W_MONTH, 9},
	{"seven", W_NUMBER, 7},
	{"several", W_SOME, 0},
	{"shortly", W_VAGUE, 0},
	{"since", W_OPERATOR, OP_FROM},
	{"six", W_NUMBER, 6},
	{"sixty", W_NUMBER, 60},
	{"some", W_SOME, 0},
	{"soon", W_VAGUE, 0},
	{"spring", W_SEASON, W_FAINT + 0},
	{"spring memorandum", W_EVENT, 0},
	{"spring recess", W_RECESS, RECESS_SPRING},
	{"start", W_EDGE, EDGE_BEGIN},
	{"starting", W_OPERATOR, OP_FROM},
	{"starting on", W_OPERATOR, OP_FROM},
	{"still", W_ADVERB, 0},
	{"summer", W_SEASON, 1},
	{"summer holidays", W_SEASON, 1},
	{"summer recess", W_RECESS, RECESS_SUMMER},
	{"sunday", W_WEEKDAY, 7},
};

static const struct word english_t[] = {
	{"ten", W_NUMBER, 10},       {"the", W_ARTICLE, 0},
	{"third", W_ORDINAL, 3},     {"thirty", W_NUMBER, 30},
	{"this", W_PICK, PICK_THIS}, {"three", W_NUMBER, 3},
	{"through", W_THROUGH, 0},   {"thursday", W_WEEKDAY, 4},
	{"till", W_UNTIL, 0},        {"times", W_TIMES, 0},
	{"to", W_THROUGH, 0},        {"today", W_TODAY, 0},
	{"tomorrow", W_TODAY, 1},    {"towards", W_OPERATOR, OP_AROUND},
	{"tuesday", W_WEEKDAY, 2},   {"turn of the year", W_HOLIDAY, FEAST_TURN_OF_YEAR},
	{"twelve", W_NUMBER, 12},    {"twenty", W_NUMBER, 20},
	{"twice", W_OFTEN, 0},       {"two", W_NUMBER, 2},
};

static const struct word english_u[] = {
	{"ultimately", W_OPERATOR, OP_BY},
	{"until", W_UNTIL, 0},
	{"up to and including", W_THROUGH, 0},
	{"upcoming", W_PICK, PICK_COMING},
};

static const struct word english_w[] = {
	{"wednesday", W_WEEKDAY, 3},
	{"week", W_UNIT, UNIT_WEEK},
	{"weekly", W_RECURRING, 0},
	{"weeks", W_UNIT, W_MANY + UNIT_WEEK},
	{"whit monday", W_HOLIDAY, FEAST_WHITSUN_2},
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

static const struct word english_g[] = {
	{"good friday", W_HOLIDAY, FEAST_GOOD_FRIDAY},
};

static const struct section english[32] = {
	SECTION('a', english_a), SECTION('b', english_b), SECTION('c', english_c), SECTION('d', english_d),
	SECTION('e', english_e), SECTION('f', english_f), SECTION('h', english_h), SECTION('i', english_i),
	SECTION('j', english_j), SECTION('k', english_k), SECTION('l', english_l), SECTION('m', english_m),
	SECTION('n', english_n), SECTION('o', english_o), SECTION('p', english_p), SECTION('q', english_q),
	SECTION('r', english_r), SECTION('s', english_s), SECTION('t', english_t), SECTION('u', english_u),
	SECTION('w', english_w), SECTION('y', english_y), SECTION('g', english_g),
};

#undef SECTION

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
	{dutch, 0, false},
	{english, 1, true},
};

const char *const moment_recess_names[RECESS_COUNT] = {
	[RECESS_SUMMER] = "summer", [RECESS_CHRISTMAS] = "christmas", [RECESS_MAY] = "may",
	[RECESS_AUTUMN] = "autumn", [RECESS_SPRING] = "spring",
};

const char *const moment_event_names[EVENT_COUNT] = {
	"voorjaarsnota",
	"najaarsnota",
	"kadernota",
	"begroting",
	"begrotingsbehandeling",
	"jaarrekening",
	"jaarstukken",
	"jaarverslag",
	"raadsperiode",
	"kabinetsperiode",
	"herfstvakantie",
	"kerstvakantie",
	"voorjaarsvakantie",
	"meivakantie",
	"bouwvak",
	"verkiezingsreces",
	"verkiezingen",
	"bestuursrapportage",
	"voortgangsrapportage",
};

bool moment_word_starts(enum word_kind kind)
{
	static const bool starts[W_KIND_COUNT] = {
		[W_OPERATOR] = true, [W_THROUGH] = true, [W_UNTIL] = true,   [W_BETWEEN] = true,   [W_OVER] = true,
		[W_AT] = true,       [W_ADVERB] = true,  [W_EDGE] = true,    [W_HALF] = true,      [W_MONTH] = true,
		[W_SEASON] = true,   [W_QUARTER] = true, [W_WEEKDAY] = true, [W_ORDINAL] = true,   [W_NUMBER] = true,
		[W_UNIT] = true,     [W_PICK] = true,    [W_HOLIDAY] = true, [W_RECESS] = true,    [W_SITTING] = true,
		[W_TODAY] = true,    [W_VAGUE] = true,   [W_OFTEN] = true,   [W_RECURRING] = true, [W_EVERY] = true,
		[W_DIGITS] = true,   [W_YEAR] = true,    [W_DATE] = true,    [W_DAYS] = true,      [W_YEARS] = true,
	};
	return starts[kind];
}

/* ASCII and the Latin-1 letters in lower case; `before` is the byte before. */
static unsigned char lower(unsigned char c, unsigned char before)
{
	if (c >= 'A' && c <= 'Z')
		return (unsigned char)(c + 32);
	return before == 0xC3 && c >= 0x80 && c <= 0x9E ? (unsigned char)(c + 32) : c;
}

/* The first word of what stands in a text; its first eight bytes also as a number that orders like them. */
struct key {
	struct slice word;
	uint64_t head;
	uint64_t mask; /* of the bytes of `head` that the word has */
};

/* A bit folds the case of ASCII and of Latin-1, and keeps the order of what stands in the tables. */
static inline uint64_t fold(uint64_t bytes)
{
	return __builtin_bswap64(bytes | UINT64_C(0x2020202020202020));
}

static inline struct key key_of(struct slice text, size_t at, size_t n)
{
	uint64_t mask = n < 8 ? ~(UINT64_MAX >> (8 * n)) : UINT64_MAX;
	return (struct key){{text.p + at, n}, fold(moment_load_at(text, at)) & mask, mask};
}

/* Orders the bytes of an entry behind its eighth against those of a word. */
static int compare_rest(const char *entry, struct slice word)
{
	for (size_t i = 8; i < word.n; i++) {
		unsigned char e = (unsigned char)entry[i],
			      c = lower((unsigned char)word.p[i], (unsigned char)word.p[i - 1]);
		if (e != c)
			return e < c ? -1 : 1;
	}
	return 0;
}

/* Orders the first word of an entry against a key. */
static inline int compare(const char entry[MOMENT_WORD_TEXT], const struct key *key)
{
	uint64_t head = fold(moment_load(entry)) & key->mask;
	if (head != key->head)
		return head < key->head ? -1 : 1;
	int order = compare_rest(entry, key->word);
	return order == 0 && moment_is_word_byte((unsigned char)entry[key->word.n]) ? 1 : order;
}

/* The first entry whose first word is not before the key. */
static size_t lower_bound(const struct section *section, const struct key *key)
{
	size_t low = 0, high = section->count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (compare(section->words[middle].text, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* One past the rest of an entry when it stands whole at text[at], else 0. A blank in it stands for any blanks. */
static size_t rest_end(const char *rest, struct slice text, size_t at)
{
	for (; *rest; rest++) {
		unsigned char e = (unsigned char)*rest;
		if (e == ' ') {
			size_t next = moment_blank_end(text, at);
			if (next == at)
				return 0;
			at = next;
			continue;
		}
		if (at >= text.n || lower((unsigned char)text.p[at], (unsigned char)text.p[at - 1]) != e)
			return 0;
		at++;
	}
	bool goes_on = at < text.n && moment_is_word_byte((unsigned char)text.p[at]);
	return goes_on && moment_is_word_byte((unsigned char)text.p[at - 1]) ? 0 : at;
}

/* Names that a language writes with a capital are other words without: "may", "march". */
static bool is_written_right(const struct language *language, const struct word *word, char first)
{
	bool name = word->kind == W_MONTH || word->kind == W_WEEKDAY ||
		    (word->kind == W_HOLIDAY && word->value != FEAST_TURN_OF_YEAR);
	return !name || !language->capitals || (first >= 'A' && first <= 'Z');
}

const struct word *moment_word_find(const struct language *language, struct slice text, size_t at, size_t *end)
{
	size_t n = moment_word_end(text, at) - at;
	*end = at + n;
	if (n == 0 || n > WORD_MAX || !(moment_gate(text, at, n) >> GATE_PART >> language->index & 1))
		return NULL;
	struct key key = key_of(text, at, n);
	const struct section *section = &language->sections[text.p[at] & 31];
	const struct word *best = NULL;
	size_t reach = at;
	for (size_t i = lower_bound(section, &key); i < section->count; i++) {
		const struct word *entry = &section->words[i];
		if (compare(entry->text, &key) != 0)
			break;
		size_t stop = entry->text[n] == '\0' ? at + n : rest_end(entry->text + n, text, at + n);
		if (stop > reach && is_written_right(language, entry, text.p[at])) {
			reach = stop;
			best = entry;
		}
	}
	if (best)
		*end = reach;
	return best;
}
