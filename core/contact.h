/* contact.h: keeps contact persons, their e-mail addresses and telephone numbers out of what leaves the paper that they stand in.
 *
 * Who acts in public, by function, is named; whom a paper names so that people can call is not. In doubt it blanks out: a number that looks
 * like a telephone number is lost, a day or an amount is not. The paper's own text is never changed.
 */
#ifndef GRIFFIE_CORE_CONTACT_H
#define GRIFFIE_CORE_CONTACT_H

#include "core/base.h"

/* Adds `text`, which has single blanks or line ends between its words, to `out`, with "[telefoonnummer]", "[e-mailadres]" and
 * "[contactpersoon]" in the place of what they stand for. Linear. */
void contact_redact(struct slice text, struct buf *out);
/* The same as a text in `arena`; `text` itself when nothing is to be blanked out, NULL for NULL. */
const char *contact_free(const char *text, struct arena *arena);

#endif
