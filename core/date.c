/* date.c: days from civil and back by the 400-year cycle (Howard Hinnant, chrono-compatible algorithms). */
#include "core/date.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2199, FIRST_DAY = -62091, LAST_DAY = 84005 };

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return 0;
	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

int date_make(int year, int month, int day)
{
	if (year < FIRST_YEAR || year > LAST_YEAR || day < 1 || day > date_days_in_month(year, month))
		return DATE_NONE;
	int y = month <= 2 ? year - 1 : year;
	int era = y / 400;
	int year_of_era = y - era * 400;
	int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

struct ymd date_parts(int day)
{
	int z = day + 719468;
	int era = z / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	int month = mp < 10 ? mp + 3 : mp - 9;
	return (struct ymd){yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1};
}

int date_add_days(int day, int n)
{
	if (day == DATE_NONE)
		return DATE_NONE;
	long long sum = (long long)day + n;
	return sum < FIRST_DAY || sum > LAST_DAY ? DATE_NONE : (int)sum;
}

int date_add_months(int day, int n)
{
	if (day == DATE_NONE || n < -12 * (LAST_YEAR - FIRST_YEAR) || n > 12 * (LAST_YEAR - FIRST_YEAR))
		return DATE_NONE;
	struct ymd d = date_parts(day);
	int months = d.year * 12 + d.month - 1 + n;
	int year = months / 12, month = months % 12 + 1;
	int last = date_days_in_month(year, month);
	return date_make(year, month, d.day < last ? d.day : last);
}

int date_weekday(int day)
{
	int w = (day + 3) % 7; /* 1970-01-01 was a Thursday */
	return (w < 0 ? w + 7 : w) + 1;
}

int date_iso_week(int year, int week)
{
	int fourth = date_make(year, 1, 4); /* always in week 1 */
	if (fourth == DATE_NONE || week < 1 || week > 53)
		return DATE_NONE;
	int monday = date_add_days(fourth, 1 - date_weekday(fourth) + 7 * (week - 1));
	/* A week belongs to the year of its Thursday. */
	int thursday = date_add_days(monday, 3);
	return thursday == DATE_NONE || date_parts(thursday).year != year ? DATE_NONE : monday;
}

/* Anonymous Gregorian computus (Nature, 20 April 1876). */
int date_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4;
	int l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int month = (h + l - 7 * m + 114) / 31;
	return date_make(year, month, (h + l - 7 * m + 114) % 31 + 1);
}

int date_nth_weekday(int year, int month, int weekday, int nth)
{
	int first = date_make(year, month, 1);
	if (first == DATE_NONE || nth < 1 || weekday < 1 || weekday > 7)
		return DATE_NONE;
	int offset = (weekday - date_weekday(first) + 7) % 7;
	return date_make(year, month, 1 + offset + 7 * (nth - 1));
}

/* Two digits; printf would cost ten times as much, and a day is written with each moment that is read. */
static void put_two(int value, char *out)
{
	out[0] = (char)('0' + value / 10);
	out[1] = (char)('0' + value % 10);
}

char *date_format(int day, char out[DATE_TEXT])
{
	if (day == DATE_NONE) {
		out[0] = '\0';
		return out;
	}
	struct ymd d = date_parts(day);
	put_two(d.year / 100, out);
	put_two(d.year % 100, out + 2);
	out[4] = out[7] = '-';
	put_two(d.month, out + 5);
	put_two(d.day, out + 8);
	out[10] = '\0';
	return out;
}

static int digits(const char *p, int n)
{
	int value = 0;
	for (int i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return -1;
		value = value * 10 + p[i] - '0';
	}
	return value;
}

int date_parse(struct slice text)
{
	if (text.n != 10 || text.p[4] != '-' || text.p[7] != '-')
		return DATE_NONE;
	return date_make(digits(text.p, 4), digits(text.p + 5, 2), digits(text.p + 8, 2));
}
