/* sha256.h: SHA-256 through libsodium, in lower-case hexadecimal. */
#ifndef GRIFFIE_HASH_SHA256_H
#define GRIFFIE_HASH_SHA256_H

#include "core/item.h"

void sha256_text(const void *bytes, size_t n, char out[SHA256_TEXT]);

#endif
