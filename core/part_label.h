/* part_label.h: the words and numbers with which a part of questions, or its answer, begins.
 *
 * Internal to paper_question*.c, but for the numbers, which name the parts of a motion too.
 */
#ifndef GRIFFIE_CORE_PART_LABEL_H
#define GRIFFIE_CORE_PART_LABEL_H

#include "core/base.h"

enum { PART_LABEL_MOST = 100 };

/* "Vraag 3", "Vragen 1, 2 en 4", "Antwoord op vraag 1 t/m 3", "Ad 2". */
struct part_label {
	bool answers;
	size_t end; /* offset behind the last number */
	size_t n;
	int parts[PART_LABEL_MOST]; /* rising */
};

/* Reads the label with which `s` begins; false when it begins with none. */
bool part_label_read(struct slice s, struct part_label *out);
/* The numbers alone with which `s` begins: "1, 2 en 4", "1 t/m 3"; false when it begins with none. */
bool part_numbers_read(struct slice s, struct part_label *out);
/* Whether `s` begins with an answer to what was asked last: "Antwoord:", "Antwoord" on a line of its own, "Reactie college: ...",
 * "Antwoord Ja.". */
bool part_label_is_bare(struct slice s);

#endif
