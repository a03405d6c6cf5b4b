/* fuzz_moment.c: any bytes are read for moments; each that is found lies in the text, in order, with bounds in order. */
#include "core/moment.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice text = {(const char *)data, size};
	struct moment_context context = {.anchor = date_make(2025, 3, 10)};
	struct arena *arena = arena_new();
	struct moments found = {0};
	moment_list(text, &context, arena, &found);
	for (size_t i = 0, end = 0; i < found.n; end = found.v[i++].end) {
		const struct moment *m = &found.v[i];
		bool ordered = m->earliest == DATE_NONE || m->latest == DATE_NONE || m->earliest <= m->latest;
		if (m->start < end || m->end <= m->start || m->end > size || !ordered)
			abort();
	}
	arena_free(arena);
	return 0;
}
