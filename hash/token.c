/* token.c: a digest without a salt will do, since 128 random bits cannot be tried one by one. */
#include "hash/token.h"

#include "hash/random.h"
#include "hash/sha256.h"

#include <sodium.h>

void token_make(char out[TOKEN_TEXT])
{
	unsigned char bytes[(TOKEN_TEXT - 1) / 2];
	random_bytes(bytes, sizeof bytes);
	sodium_bin2hex(out, TOKEN_TEXT, bytes, sizeof bytes);
	sodium_memzero(bytes, sizeof bytes);
}

void token_digest(const char *token, char out[SHA256_TEXT])
{
	struct buf text;
	buf_init(&text);
	buf_printf(&text, "griffie feed 1\n%s", token);
	sha256_text(text.p, text.n, out);
	buf_release(&text);
}

bool token_digest_is(const char *a, const char *b)
{
	return strlen(a) == SHA256_TEXT - 1 && strlen(b) == SHA256_TEXT - 1 &&
	       sodium_memcmp(a, b, SHA256_TEXT - 1) == 0;
}
