/* holiday.c: art. 3 of the Algemene termijnenwet: formulas from Easter, and a table of equated days.
 *
 * The act is of 1964; for years before, the same days are given. Terms before 1982 are out of scope, because 5 May
 * entered art. 3 around that year.
 */
#include "core/holiday.h"

enum { LAST_DECREE = 2028 };

/* Days equated by royal decree (art. 3(3)), as yyyymmdd, sorted. The decrees of 2017 and 2018 could not be read and
 * are missing. A pattern of bridging days exists but fails: Friday 6 May 2022 was not equated. */
static const int equated[] = {
	19900525, 19901224, 19901231, 19910510, 19911227, 19920501, 19920529,           /* BWBR0004691 */
	20050506, 20060526,                                                             /* decree for 2005 and 2006 */
	20070518, 20071224, 20071227, 20071228, 20071231,                               /* BWBR0015963 */
	20080502, 20090102, 20090501, 20090504, 20090522, 20100514,                     /* BWBR0022669 */
	20110506, 20110603, 20120518, 20121224, 20121231, 20130429, 20130510, 20131227, /* BWBR0027755 */
	20140530, 20150102, 20150504, 20150515, 20160506,                               /* BWBR0033679 */
	20190531, 20191227,                                                             /* by report of law firms */
	20200522, 20210514, 20220527,                                                   /* decree of 20-9-2019 */
	20230428, 20230519, 20240510, 20241227, 20250530,                               /* Stcrt. 2022, 7812 */
	20260102, 20260515, 20270507, 20280428, 20280526,                               /* Stcrt. 2025, 24713 */
};

/* A holiday at a fixed distance from Easter Sunday. */
static const struct {
	int offset;
	const char *name;
} movable[] = {
	{-2, "Goede Vrijdag"},
	{1, "tweede paasdag"},
	{39, "Hemelvaartsdag"},
	{50, "tweede pinksterdag"},
};

static bool is_equated(struct ymd d)
{
	int want = d.year * 10000 + d.month * 100 + d.day;
	for (size_t i = 0; i < ARRAY_SIZE(equated); i++)
		if (equated[i] == want)
			return true;
	return false;
}

int holiday_kings_day(int year)
{
	int day = year >= 2014   ? date_make(year, 4, 27)
		  : year >= 1949 ? date_make(year, 4, 30)
		  : year >= 1891 ? date_make(year, 8, 31)
				 : DATE_NONE;
	if (day == DATE_NONE || date_weekday(day) != 7)
		return day;
	return date_add_days(day, year >= 1980 ? -1 : 1);
}

/* The holidays with a date of their own. */
static const char *fixed_name(struct ymd d)
{
	switch (d.month * 100 + d.day) {
	case 101:
		return "Nieuwjaarsdag";
	case 505:
		return "Bevrijdingsdag";
	case 1225:
		return "eerste kerstdag";
	case 1226:
		return "tweede kerstdag";
	default:
		return NULL;
	}
}

const char *holiday_name(int day)
{
	if (day == DATE_NONE)
		return NULL;
	struct ymd d = date_parts(day);
	const char *fixed = fixed_name(d);
	if (fixed)
		return fixed;
	if (day == holiday_kings_day(d.year))
		return d.year >= 2014 ? "Koningsdag" : "Koninginnedag";
	int easter = date_easter(d.year);
	for (size_t i = 0; i < ARRAY_SIZE(movable); i++)
		if (day == easter + movable[i].offset)
			return movable[i].name;
	return is_equated(d) ? "gelijkgestelde dag" : NULL;
}

bool holiday_is_free(int day)
{
	return day != DATE_NONE && (date_weekday(day) >= 6 || holiday_name(day));
}

int holiday_last_known_year(void)
{
	return LAST_DECREE;
}
