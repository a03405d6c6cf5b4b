/* random.h: bytes that nobody can guess, from the system through libsodium. */
#ifndef GRIFFIE_HASH_RANDOM_H
#define GRIFFIE_HASH_RANDOM_H

#include <stddef.h>

void random_bytes(void *out, size_t n);

#endif
