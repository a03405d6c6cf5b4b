/* paper_house.c: papers of houses that are no municipality: provinces and water boards, which are few and known by name, and the Eerste
 * Kamer. A house shows itself in the first lines by its organs; a municipality that writes about or to one names itself before.
 */
#include "core/paper.h"

struct place {
	const char *name; /* as papers print it; of two that begin alike the longer stands first */
	const char *slug;
};

static const struct place provinces[] = {
	{"Noord-Brabant", "noord-brabant"},
	{"Noord-Holland", "noord-holland"},
	{"Zuid-Holland", "zuid-holland"},
	{"Groningen", "groningen"},
	{"Friesland", "fryslan"},
	{"Frysl\xc3\xa2n", "fryslan"},
	{"Drenthe", "drenthe"},
	{"Overijssel", "overijssel"},
	{"Flevoland", "flevoland"},
	{"Gelderland", "gelderland"},
	{"Utrecht", "utrecht"},
	{"Zeeland", "zeeland"},
	{"Brabant", "noord-brabant"},
	{"Limburg", "limburg"},
};

/* Waterschapsbesluit; Unie van Waterschappen: the twenty-one. */
static const struct place water_boards[] = {
	{"Drents Overijsselse Delta", "drents-overijsselse-delta"},
	{"Hollands Noorderkwartier", "hollands-noorderkwartier"},
	{"Stichtse Rijnlanden", "de-stichtse-rijnlanden"},
	{"Amstel, Gooi en Vecht", "amstel-gooi-en-vecht"},
	{"Schieland", "schieland-en-de-krimpenerwaard"},
	{"Vallei en Veluwe", "vallei-en-veluwe"},
	{"Rijn en IJssel", "rijn-en-ijssel"},
	{"Brabantse Delta", "brabantse-delta"},
	{"Hollandse Delta", "hollandse-delta"},
	{"Hunze en Aa", "hunze-en-aas"},
	{"Aa en Maas", "aa-en-maas"},
	{"Noorderzijlvest", "noorderzijlvest"},
	{"Scheldestromen", "scheldestromen"},
	{"Zuiderzeeland", "zuiderzeeland"},
	{"Vechtstromen", "vechtstromen"},
	{"Rivierenland", "rivierenland"},
	{"De Dommel", "de-dommel"},
	{"Rijnland", "rijnland"},
	{"Delfland", "delfland"},
	{"Limburg", "limburg"},
	{"Frysl\xc3\xa2n", "fryslan"},
};

static const char *const province_signs[] = {"provinciale staten", "gedeputeerde staten", "statenvoorstel",
					     "statenbrief",        "statenvragen",        "provincie "};
static const char *const water_signs[] = {"waterschap ",           "hoogheemraadschap", "wetterskip ",
					  "verenigde vergadering", "dijkgraaf en ",     "algemeen bestuur van het "};

static const struct house {
	const char *id;
	const char *const *signs;
	size_t sign_count;
	const struct place *places;
	size_t place_count;
} houses[] = {
	{"nl/provincie", province_signs, ARRAY_SIZE(province_signs), provinces, ARRAY_SIZE(provinces)},
	{"nl/waterschap", water_signs, ARRAY_SIZE(water_signs), water_boards, ARRAY_SIZE(water_boards)},
};

static size_t first_of(struct slice s, const char *const *words, size_t n)
{
	size_t first = s.n;
	for (size_t i = 0; i < n; i++)
		first = slice_find((struct slice){s.p, first}, words[i]);
	return first;
}

/* The place that is named first. */
static const struct place *place_of(const struct place *places, size_t n, struct slice s)
{
	const struct place *found = NULL;
	size_t first = s.n;
	for (size_t i = 0; i < n; i++) {
		size_t at = slice_find((struct slice){s.p, first}, places[i].name);
		if (at < first) {
			found = &places[i];
			first = at;
		}
	}
	return found;
}

const char *paper_house(const struct paper_reader *reader, struct slice top)
{
	static const char *const councils[] = {"gemeente", "burgemeester en wethouders"};
	size_t municipal = first_of(top, councils, ARRAY_SIZE(councils));
	const struct house *nearest = NULL;
	size_t first = municipal;
	for (size_t i = 0; i < ARRAY_SIZE(houses); i++) {
		size_t at = first_of((struct slice){top.p, first}, houses[i].signs, houses[i].sign_count);
		if (at < first) {
			nearest = &houses[i];
			first = at;
		}
	}
	if (!nearest)
		return NULL;
	const struct place *places = nearest->places;
	const size_t n = nearest->place_count;
	const struct place *place = place_of(places, n, slice_from(top, first));
	if (!place)
		place = place_of(places, n, top);
	return place ? arena_printf(reader->arena, "%s/%s", nearest->id, place->slug) : nearest->id;
}
