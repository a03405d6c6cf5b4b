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
/* The day on which the King's or Queen's birthday is celebrated: KB 30-1-2013 (BWBR0032908) from 2014, KB 24-4-1980
 * from 1980, and custom before; DATE_NONE before 1891. A Sunday moves it: to Monday before 1980, to Saturday since. */
int holiday_kings_day(int year);
/* The last year for which equated days are known. */
int holiday_last_known_year(void);

#endif
