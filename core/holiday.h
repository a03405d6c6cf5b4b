/* holiday.h: the general holidays of the Algemene termijnenwet (BWBR0002448), art. 3, by year.
 *
 * Art. 3(1): New Year's Day, second Easter and Whitsun day, both Christmas days, Ascension Day, the day on which
 * the King's birthday is celebrated, 5 May. Art. 3(2): Good Friday is equated. Art. 3(3): days equated by royal
 * decree, a table that ends where the last decree ends.
 */
#ifndef GRIFFIE_CORE_HOLIDAY_H
#define GRIFFIE_CORE_HOLIDAY_H

#include "core/date.h"

/* The holiday's name in Dutch ("Goede Vrijdag", "gelijkgestelde dag"), or NULL for an ordinary day. */
const char *holiday_name(int day);
/* Saturday, Sunday or holiday: a day on which a term does not end (art. 1). */
bool holiday_is_free(int day);
/* The last year for which equated days are known. */
int holiday_last_known_year(void);

#endif
