/* promise_parts.h: what promise.c leaves to its other files. Internal to promise. */
#ifndef GRIFFIE_CORE_PROMISE_PARTS_H
#define GRIFFIE_CORE_PROMISE_PARTS_H

#include "core/promise_judge.h"

/* promise_moment.c. The moments of a sentence that can be the moment of an act: `v` keeps the others out. */
void promise_moments_find(const struct reading *reading, const struct moment_context *context, struct arena *arena,
			  struct moments *out);
/* The one that governs the act of `verdict`; NULL when none does. */
const struct moment *promise_moment_choose(const struct reading *reading, const struct moments *moments,
					   const struct verdict *verdict);

/* promise_gather.c. What a promise is about, as hashes of its words of content. */
enum { SUBJECT_MAX = 24 };

struct subject_words {
	uint32_t v[SUBJECT_MAX];
	size_t n;
	bool refers; /* leads back to the sentence before ("hierover") */
	bool again;  /* says that it was promised before ("zoals gezegd") */
};

struct subjects {
	struct subject_words *v; /* one for each promise */
	size_t n;
	size_t cap;
};

/* Adds the content words of a sentence, leaving out those of its moments; sets `refers` when it leads back. */
void subject_add(struct subject_words *subject, const struct reading *reading, const struct moments *moments);
/* Numbers the groups of promises[first ..]. */
void promise_gather(struct promises *promises, size_t first, const struct subjects *subjects);

#endif
