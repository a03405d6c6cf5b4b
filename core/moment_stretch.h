/* moment_stretch.h: the days of one period, before an operator moves them. Internal to core/moment*.c. */
#ifndef GRIFFIE_CORE_MOMENT_STRETCH_H
#define GRIFFIE_CORE_MOMENT_STRETCH_H

#include "core/moment_read.h"

struct stretch {
	int first;
	int last; /* inclusive */
	char edtf[EDTF_TEXT];
	enum precision precision;
};

/* The stretch of a period that each year has; false when `year` has none, or the period is not of that kind. */
bool moment_stretch_in(const struct named_period *p, int year, const struct calendar *calendar, struct stretch *s);
/* The stretch of a period that lies around the anchor or is a date; false for any other. */
bool moment_stretch_around(const struct named_period *p, const struct moment_context *context, struct stretch *s);
/* "2025-01-04/2025-01-22"; ".." for DATE_NONE. */
void moment_interval_format(int first, int last, char out[EDTF_TEXT]);
/* "A/B"; leaves `out` alone where that is too long. */
void moment_edtf_join(const char *from, const char *to, char out[EDTF_TEXT]);

#endif
