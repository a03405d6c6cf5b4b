/* httpdate.c: the names of days and months are those of RFC 9110, whatever the locale. */
#include "site/httpdate.h"

#include "core/date.h"

static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
				     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

enum { DAY_SECONDS = 86400 };

struct parts {
	char month[4];
	int year, day, hour, minute, second;
};

void httpdate_format(int64_t seconds, char out[HTTPDATE_TEXT])
{
	int64_t day = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
	int rest = (int)(seconds - day * DAY_SECONDS);
	int64_t first = date_make(1800, 1, 1), last = date_make(2199, 12, 31);
	int known = (int)(day < first ? first : day > last ? last : day);
	struct ymd ymd = date_parts(known);
	snprintf(out, HTTPDATE_TEXT, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[date_weekday(known) - 1],
		 ymd.day % 100, months[ymd.month - 1], ymd.year % 10000, rest / 3600 % 100, rest / 60 % 60, rest % 60);
}

static int month_of(const char *name)
{
	for (int i = 0; i < (int)ARRAY_SIZE(months); i++)
		if (strcmp(name, months[i]) == 0)
			return i + 1;
	return 0;
}

/* Years of two digits are those of POSIX: 69 to 99 are of the twentieth century. */
static int full_year(int year)
{
	return year >= 100 ? year : year < 69 ? 2000 + year : 1900 + year;
}

/* The instant of the parts, when there is one. */
static bool instant(const struct parts *p, int64_t *out)
{
	int day = date_make(full_year(p->year), month_of(p->month), p->day);
	if (day == DATE_NONE || p->hour < 0 || p->hour > 23 || p->minute < 0 || p->minute > 59 || p->second < 0 ||
	    p->second > 60)
		return false;
	*out = (int64_t)day * DAY_SECONDS + p->hour * 3600 + p->minute * 60 + p->second;
	return true;
}

bool httpdate_parse(const char *text, int64_t *out)
{
	struct parts p;
	int end = 0; /* set by %n, when all before it fitted */
	/* The form of today, that of RFC 850, that of asctime() in C. */
	sscanf(text, "%*3[A-Za-z], %2d %3[A-Za-z] %4d %2d:%2d:%2d GMT%n", &p.day, p.month, &p.year, &p.hour, &p.minute,
	       &p.second, &end);
	if (!end)
		sscanf(text, "%*9[A-Za-z], %2d-%3[A-Za-z]-%2d %2d:%2d:%2d GMT%n", &p.day, p.month, &p.year, &p.hour,
		       &p.minute, &p.second, &end);
	if (!end)
		sscanf(text, "%*3[A-Za-z] %3[A-Za-z] %2d %2d:%2d:%2d %4d%n", p.month, &p.day, &p.hour, &p.minute,
		       &p.second, &p.year, &end);
	return end && text[end] == '\0' && instant(&p, out);
}
