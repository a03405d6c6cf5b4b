/* db_names.c: binary search; adding at the end, the common case, moves nothing. */
#include "db/db_names.h"

/* The place of the first name that is not less than `name`. */
static size_t place(const struct names *names, const char *name)
{
	size_t low = 0, high = names->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (strcmp(names->v[mid], name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

bool names_has(const struct names *names, const char *name)
{
	size_t i = place(names, name);
	return i < names->n && strcmp(names->v[i], name) == 0;
}

bool names_put(struct names *names, const char *name, struct arena *arena)
{
	size_t i = place(names, name);
	if (i < names->n && strcmp(names->v[i], name) == 0)
		return false;
	*list_push(arena, names) = NULL;
	memmove(&names->v[i + 1], &names->v[i], (names->n - 1 - i) * sizeof *names->v);
	names->v[i] = arena_text(arena, slice_of(name));
	return true;
}

bool names_equal(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}
