/* edtf.h: the part of EDTF (ISO 8601-2) in which griffie keeps moments, and the days it stands for.
 *
 * "2025-01-23", "2025-05", "2025", seasons "2021-21" to "-24" (meteorological; winter ends in February of the next
 * year), quarters "-33" to "-36", quadrimesters "-37" to "-39", halves "-40" and "-41", intervals "A/B", "../B", "A/..".
 */
#ifndef GRIFFIE_CORE_EDTF_H
#define GRIFFIE_CORE_EDTF_H

#include "core/date.h"

#define EDTF_TEXT 24

/* What stands in the place of the month for another part of the year. */
enum edtf_part {
	EDTF_SPRING = 21,
	EDTF_SUMMER,
	EDTF_AUTUMN,
	EDTF_WINTER,
	EDTF_FIRST_QUARTER = 33,
	EDTF_LAST_QUARTER = 36,
	EDTF_FIRST_QUADRIMESTER = 37,
	EDTF_LAST_QUADRIMESTER = 39,
	EDTF_FIRST_HALF = 40,
	EDTF_LAST_HALF = 41
};

/* First and last day, inclusive; DATE_NONE for an open end. E_INVALID for anything else than the forms above. */
must_check enum status edtf_parse(struct slice text, int *earliest, int *latest, struct err *err);

/* "2021" (part 0), "2021-05" (a month, 5) and "2021-21" (an enum edtf_part); false for any other form. */
bool edtf_part_of_year(struct slice text, int *year, int *part);

#endif
