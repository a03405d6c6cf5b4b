/* confine.h: what a process that faces the net may still do to files. */
#ifndef GRIFFIE_SITE_CONFINE_H
#define GRIFFIE_SITE_CONFINE_H

#include "core/base.h"

/* From here on this thread, and those that it starts, read files below `folder` and no others, write none, and get no rights by starting programs.
 * False where the system knows no way to that; the caller goes on as before. */
bool confine_to(int folder);

#endif
