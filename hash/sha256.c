/* sha256.c: the digest itself is libsodium's. */
#include "hash/sha256.h"

#include <sodium.h>

void sha256_text(const void *bytes, size_t n, char out[SHA256_TEXT])
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	crypto_hash_sha256(digest, bytes, n);
	sodium_bin2hex(out, SHA256_TEXT, digest, sizeof digest);
}
