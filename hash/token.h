/* token.h: names that nobody can guess, of which only a digest is kept. */
#ifndef GRIFFIE_HASH_TOKEN_H
#define GRIFFIE_HASH_TOKEN_H

#include "core/item.h"

enum { TOKEN_TEXT = 33 }; /* 128 random bits as hexadecimal digits, and their end */

void token_make(char out[TOKEN_TEXT]);
/* SHA-256 under a heading of its own, so that it is the digest of nothing else. */
void token_digest(const char *token, char out[SHA256_TEXT]);
/* Whether two digests are the same, in a time that does not tell how far they are. */
bool token_digest_is(const char *a, const char *b);

#endif
