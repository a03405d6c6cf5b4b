/* sha256.h: SHA-256 through libsodium, in lower-case hexadecimal. */
#ifndef GRIFFIE_HASH_SHA256_H
#define GRIFFIE_HASH_SHA256_H

#include "core/item.h"

void sha256_text(const void *bytes, size_t n, char out[SHA256_TEXT]);
/* Of the bytes of an open file, whose place for reading does not move; false when it does not have exactly `size` of them. */
must_check bool sha256_file(int fd, int64_t size, char out[SHA256_TEXT]);

#endif
