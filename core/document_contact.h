/* document_contact.h: what a paper states, without the people whom it names to be called. Internal to document.c. */
#ifndef GRIFFIE_CORE_DOCUMENT_CONTACT_H
#define GRIFFIE_CORE_DOCUMENT_CONTACT_H

#include "core/document.h"

/* Blanks out contact data (contact.h) in all that was read of the paper. The stored text stays, and so do the places in it. */
void document_contact_redact(struct document *document, struct arena *arena);

#endif
