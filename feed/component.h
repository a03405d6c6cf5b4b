/* component.h: one VEVENT or VTODO, by the profile of the project; the one module that knows libical.
 *
 * libical builds it and escapes its values; lines of our own names are written here, and fold.h folds. What is written is read back
 * by libical, and it must hold the same properties with the same values.
 */
#ifndef GRIFFIE_FEED_COMPONENT_H
#define GRIFFIE_FEED_COMPONENT_H

#include "core/followup.h"

enum standing { STANDING_OPEN, STANDING_DONE, STANDING_CANCELLED };

/* What a component says. Texts are clean and not empty unless NULL is allowed. */
struct component {
	bool todo;
	char uid[UUID_TEXT];
	const char *of;        /* uid of the follow-up, for messages */
	int64_t created;       /* seconds since 1970, UTC */
	int64_t last_modified; /* DTSTAMP too: RFC 5545, 3.8.7.2 */
	int sequence;
	int earliest; /* of a VTODO; DATE_NONE when unknown */
	int latest;   /* the last day, inclusive */
	enum standing standing;
	int64_t completed; /* of a VTODO that is done */
	const char *summary;
	const char *description;
	const char *url;
	const char *categories[2]; /* the second may be NULL */
	const char *edtf;          /* NULL: no moment, in a component that only says that there is nothing */
	const char *precision;
	const char *words;
	const char *entry; /* of the journal; NULL */
};

/* Adds the component to `out`, folded. E_INVALID when a day or an instant is outside the years that are known, or when it does not
 * survive being read back; the message names the follow-up. */
must_check enum status component_format(const struct component *component, struct buf *out, struct err *err);
/* Whether libical reads `text` as just this component. */
bool component_is_text(const struct component *component, const char *text);

#endif
