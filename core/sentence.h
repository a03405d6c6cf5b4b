/* sentence.h: where the sentences of a body begin and end. */
#ifndef GRIFFIE_CORE_SENTENCE_H
#define GRIFFIE_CORE_SENTENCE_H

#include "core/text.h"

struct sentence {
	struct span body;
	bool question; /* ends with a question mark */
	bool bullet;   /* an item of a list */
};

struct sentences {
	struct sentence *v;
	size_t n;
	size_t cap;
};

/* Adds the sentences of body[within] to `out`, in order. Abbreviations, numbers and initials end none; a newline ends one. */
void sentence_list(const struct text *text, struct span within, struct arena *arena, struct sentences *out);

#endif
