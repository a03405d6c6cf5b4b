/* date.h: civil days as numbers.
 *
 * A day is an `int`: days since 1970-01-01 in the proleptic Gregorian calendar, so that subtraction counts days
 * and comparison orders them. DATE_NONE stands for "no day". Years 1800 to 2199 are known; anything outside is
 * DATE_NONE. No times, no time zones.
 */
#ifndef GRIFFIE_CORE_DATE_H
#define GRIFFIE_CORE_DATE_H

#include "core/base.h"

#include <limits.h>

#define DATE_NONE INT_MIN
#define DATE_TEXT 11 /* "2025-01-23" and its end */

struct ymd {
	int year;
	int month; /* 1 to 12 */
	int day;   /* 1 to 31 */
};

/* The day number, or DATE_NONE when there is no such day (30 February) or it is outside 1800 to 2199. */
int date_make(int year, int month, int day);
/* The parts of a day number, which must not be DATE_NONE. */
struct ymd date_parts(int day);
/* 28 to 31; 0 when `month` is none. */
int date_days_in_month(int year, int month);

/* Any of these gives DATE_NONE when the result is out of range or `day` is DATE_NONE. */
int date_add_days(int day, int n);
/* The same day number `n` months on; where there is none, the last day of that month. */
int date_add_months(int day, int n);

/* 1 Monday to 7 Sunday. */
int date_weekday(int day);
/* Monday of ISO week `week` of `year`, or DATE_NONE when the year has no such week. */
int date_iso_week(int year, int week);
/* Gregorian Easter Sunday of `year`. */
int date_easter(int year);
/* The `nth` (1 to 5) `weekday` of a month, or DATE_NONE. */
int date_nth_weekday(int year, int month, int weekday, int nth);

/* Writes "2025-01-23" into `out` ("" for DATE_NONE) and returns it. */
char *date_format(int day, char out[DATE_TEXT]);
/* Reads exactly "2025-01-23"; DATE_NONE for anything else. */
int date_parse(struct slice text);

#endif
