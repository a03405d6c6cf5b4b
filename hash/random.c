/* random.c: libsodium ends the program when the system has no entropy to give; there is no error to report. */
#include "hash/random.h"

#include <sodium.h>

void random_bytes(void *out, size_t n)
{
	randombytes_buf(out, n);
}
