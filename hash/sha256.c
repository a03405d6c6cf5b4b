/* sha256.c: the digest itself is libsodium's. */
#include "hash/sha256.h"

#include <errno.h>
#include <sodium.h>
#include <unistd.h>

void sha256_text(const void *bytes, size_t n, char out[SHA256_TEXT])
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	crypto_hash_sha256(digest, bytes, n);
	sodium_bin2hex(out, SHA256_TEXT, digest, sizeof digest);
}

bool sha256_file(int fd, int64_t size, char out[SHA256_TEXT])
{
	unsigned char bytes[65536], digest[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;
	crypto_hash_sha256_init(&state);
	int64_t at = 0;
	for (ssize_t n = 1; n > 0;) {
		do
			n = pread(fd, bytes, sizeof bytes, at);
		while (n < 0 && errno == EINTR);
		if (n < 0)
			return false;
		crypto_hash_sha256_update(&state, bytes, (size_t)n);
		at += n;
	}
	crypto_hash_sha256_final(&state, digest);
	sodium_bin2hex(out, SHA256_TEXT, digest, sizeof digest);
	return at == size;
}
