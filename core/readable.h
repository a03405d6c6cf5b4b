/* readable.h: whether the text of a paper can be read, or came out of a bad scan or a broken font.
 *
 * Two measures, over the first words of the paper. Of any Dutch prose a fifth and more are small words ("de", "van", "dat"); where hardly
 * one is there, the letters make no words. And words stand in lines; where many stand alone between blank lines, in small letters, the
 * recognition of a scan took them apart and lost their order. A text too short to tell is readable.
 */
#ifndef GRIFFIE_CORE_READABLE_H
#define GRIFFIE_CORE_READABLE_H

#include "core/text.h"

enum readable { READABLE, READABLE_TORN, READABLE_NONSENSE };

enum readable readable_measure(const struct text *text);

#endif
