/* format.h: what kind of file these bytes are, judged by the bytes alone; names are never asked. */
#ifndef GRIFFIE_INGEST_FORMAT_H
#define GRIFFIE_INGEST_FORMAT_H

#include "core/base.h"

enum format { FORMAT_TEXT, FORMAT_PDF };

/* E_INVALID for everything that is neither, saying what it looks like and what to do. */
must_check enum status format_of(struct slice bytes, enum format *out, struct err *err);

#endif
