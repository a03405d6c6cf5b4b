/* secrecy.h: whether a paper says in its head that it is not for everybody: "GEHEIM", "Vertrouwelijk", or secrecy imposed by law
 * (Gemeentewet 25, 55 and 86 to 2023, 87 to 89 since; Provinciewet and Waterschapswet alike).
 *
 * What a paper says of an annex, or of secrecy that is lifted, is not said of itself. It is no judgement: the clerk is asked.
 */
#ifndef GRIFFIE_CORE_SECRECY_H
#define GRIFFIE_CORE_SECRECY_H

#include "core/text.h"

/* `words` gets the line that says so, at most 80 bytes of it, without a part of a character. */
bool secrecy_said(const struct text *text, struct slice *words);

#endif
