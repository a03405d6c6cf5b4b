/* decided.h: what one sentence of a decision list names, and what it says was decided, in the order in which the words stand: "De moties M4 en
 * M5 worden verworpen", "M4 aangenomen, M5 verworpen". What belongs together is for others to say.
 *
 * Internal to paper_decisions_told.c.
 */
#ifndef GRIFFIE_CORE_DECIDED_H
#define GRIFFIE_CORE_DECIDED_H

#include "core/document.h"

enum { DECIDED_MOST = 16, DECIDED_CUES_MOST = 8 };

/* A motion or amendment that a sentence names. */
struct decided_item {
	enum item_kind kind;
	struct slice code; /* empty for none */
	size_t at;
	size_t end; /* behind the code, or the noun */
};

struct decided_cue {
	enum state state;
	size_t at;
};

/* What a sentence holds, in order. What is quoted, or stands between brackets, holds nothing but numbers. */
struct decided {
	struct decided_item items[DECIDED_MOST];
	struct decided_cue cues[DECIDED_CUES_MOST];
	size_t count;
	size_t cue_count;
	struct span quote; /* a title between quotation marks; empty for none */
	bool range;        /* "M1 t/m M4", "de moties": not all are named */
};

/* `known` are the motions and amendments that the list named before: their numbers are known without a noun. */
void decided_read(struct slice sentence, const struct mentions *known, struct decided *out);
/* The number of a motion or amendment with which `s` begins: "A8.1", "M1", "12.3", "2025-014". Empty when there is none. */
struct slice decided_code(struct slice s);
/* Whether a line begins what stands alone, however the text flows: "Motie M3 ...", "De moties M4 en M5 ...", "M12 verworpen". */
bool decided_begins(struct slice line);
/* Where the bracket that opens at `at` closes; `at` when none opens there. */
size_t decided_bracket(struct slice s, size_t at);

/* Where `text` first stands in `s` as whole words, without case; s.n when it does not. */
size_t decided_find(struct slice s, const char *text);
bool decided_holds(struct slice s, const char *const *words, size_t n);

#endif
