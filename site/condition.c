/* condition.c: an entity tag may hold commas, so that a list is walked tag by tag and not cut at them. */
#include "site/condition.h"

#include "site/httpdate.h"

static const char *skip_blanks(const char *p)
{
	return p + strspn(p, " \t,");
}

bool condition_names(const char *list, const char *etag)
{
	size_t n = strlen(etag);
	const char *p = skip_blanks(list);
	if (*p == '*')
		return *skip_blanks(p + 1) == '\0';
	while (*p) {
		if (strncmp(p, "W/", 2) == 0)
			p += 2;
		const char *end = *p == '"' ? strchr(p + 1, '"') : NULL;
		if (!end)
			return false;
		if ((size_t)(end + 1 - p) == n && memcmp(p, etag, n) == 0)
			return true;
		p = skip_blanks(end + 1);
	}
	return false;
}

bool condition_is_since(const char *since, int64_t modified)
{
	int64_t instant;
	return httpdate_parse(since, &instant) && modified <= instant;
}
