/* uuid.h: UUID version 5 (RFC 9562, 5.5) in the namespace of the project: the same name gives the same UUID for ever. */
#ifndef GRIFFIE_HASH_UUID_H
#define GRIFFIE_HASH_UUID_H

#include "core/followup.h"

void uuid_from_name(struct slice name, char out[UUID_TEXT]);

#endif
