/* party.c: a table of names; a row holds the short name and one other. Longest match first, so that "Haagse VVD" is not "VVD". */
#include "core/party.h"

static const struct {
	const char *name;
	const char *brief;
} parties[] = {
	{"Hart voor Den Haag/Groep de Mos", "HvDH"},
	{"Groep de Mos/Hart voor Den Haag", "HvDH"},
	{"Hart voor Den Haag", "HvDH"},
	{"HvDH", "HvDH"},
	{"Groep de Mos", "HvDH"},
	{"Haagse Stadspartij", "HSP"},
	{"HSP", "HSP"},
	{"Haagse VVD", "VVD"},
	{"Volkspartij voor Vrijheid en Democratie", "VVD"},
	{"VVD", "VVD"},
	{"Partij voor de Dieren", "PvdD"},
	{"PvdD", "PvdD"},
	{"GroenLinks-PvdA", "GL-PvdA"},
	{"GroenLinks/PvdA", "GL-PvdA"},
	{"GROENLINKS – PvdA", "GL-PvdA"},
	{"GL-PvdA", "GL-PvdA"},
	{"Groen Links", "GL"},
	{"GroenLinks", "GL"},
	{"GL", "GL"},
	{"Partij van de Arbeid", "PvdA"},
	{"P.v.d.A.", "PvdA"},
	{"PvdA", "PvdA"},
	{"ChristenUnie/SGP", "CU/SGP"},
	{"ChristenUnie-SGP", "CU/SGP"},
	{"CU-SGP", "CU/SGP"},
	{"CU/SGP", "CU/SGP"},
	{"ChristenUnie", "CU"},
	{"CU", "CU"},
	{"Staatkundig Gereformeerde Partij", "SGP"},
	{"SGP", "SGP"},
	{"Christen-Democratisch Appèl", "CDA"},
	{"CDA", "CDA"},
	{"Democraten 66", "D66"},
	{"D66", "D66"},
	{"Partij voor de Vrijheid", "PVV"},
	{"PVV", "PVV"},
	{"Socialistische Partij", "SP"},
	{"SP", "SP"},
	{"Forum voor Democratie", "FVD"},
	{"FvD", "FVD"},
	{"FVD", "FVD"},
	{"BoerBurgerBeweging", "BBB"},
	{"BBB", "BBB"},
	{"Nieuw Sociaal Contract", "NSC"},
	{"NSC", "NSC"},
	{"DENK", "DENK"},
	{"JA21", "JA21"},
	{"Volt", "Volt"},
	{"50PLUS", "50PLUS"},
	{"50+", "50PLUS"},
	{"BIJ1", "BIJ1"},
	{"Groep Van den Goorbergh", "Groep Van den Goorbergh"},
	{"ROSA", "ROSA"},
	{"Leefbaar Rotterdam", "Leefbaar"},
};

static bool same_folded(const char *a, const char *b, size_t n)
{
	return slice_begins((struct slice){a, n}, b);
}

/* Short names count only as printed: "SP" is a party, "sp" is not. */
static bool matches(const char *text, const char *name, size_t n)
{
	return n > 5 ? same_folded(text, name, n) : memcmp(text, name, n) == 0;
}

size_t party_prefix(struct slice text)
{
	size_t best = 0;
	for (size_t i = 0; i < ARRAY_SIZE(parties); i++) {
		if (!slice_begins(text, parties[i].name))
			continue;
		size_t n = strlen(parties[i].name);
		if (n > best && matches(text.p, parties[i].name, n) && (text.n == n || !is_word_byte(text.p[n])))
			best = n;
	}
	return best;
}

size_t party_suffix(struct slice text)
{
	size_t best = 0;
	for (size_t i = 0; i < ARRAY_SIZE(parties); i++) {
		size_t n = strlen(parties[i].name);
		if (n > best && text.n >= n && matches(text.p + text.n - n, parties[i].name, n) &&
		    (text.n == n || !is_word_byte(text.p[text.n - n - 1])))
			best = n;
	}
	return best;
}

/* The same but for case and blanks: "GroenLinks / PvdA". */
static bool same_spaced(struct slice a, const char *b)
{
	for (size_t i = 0;; i++, b++) {
		while (i < a.n && a.p[i] == ' ')
			i++;
		while (*b == ' ')
			b++;
		if (i == a.n || !*b)
			return i == a.n && !*b;
		if (!same_folded(a.p + i, (const char[]){*b, '\0'}, 1))
			return false;
	}
}

struct slice party_short(struct slice name)
{
	for (size_t i = 0; i < ARRAY_SIZE(parties); i++)
		if (same_spaced(name, parties[i].name))
			return slice_of(parties[i].brief);
	return name;
}
