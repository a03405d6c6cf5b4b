/* furniture.h: which lines of a paper are not running text: page numbers, repeated heads and feet, the side column of a letter
 * with its labels and contact data, address blocks, leftovers of templates.
 */
#ifndef GRIFFIE_CORE_FURNITURE_H
#define GRIFFIE_CORE_FURNITURE_H

#include "core/text.h"

/* Sets `furniture` on the lines of `text`, whose lines must be split already. */
void furniture_mark(struct text *text, struct arena *arena);
/* Whether the line is exactly a label of the side column: "Ons kenmerk", "Datum", "Onderwerp". */
bool furniture_is_label(struct slice line);

#endif
