/* edtf.h: the part of EDTF (ISO 8601-2) in which griffie keeps moments, and the days it stands for.
 *
 * "2025-01-23", "2025-05", "2025", seasons "2021-21" to "-24" (meteorological; winter ends in February of the next
 * year), quarters "-33" to "-36", quadrimesters "-37" to "-39", halves "-40" and "-41", intervals "A/B", "../B", "A/..".
 */
#ifndef GRIFFIE_CORE_EDTF_H
#define GRIFFIE_CORE_EDTF_H

#include "core/date.h"

#define EDTF_TEXT 24

/* First and last day, inclusive; DATE_NONE for an open end. E_INVALID for anything else than the forms above. */
must_check enum status edtf_parse(struct slice text, int *earliest, int *latest, struct err *err);

#endif
