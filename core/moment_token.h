/* moment_token.h: text as tokens for the grammar of moments, one at a time, with the token ahead known.
 *
 * Each token is worked out once and kept. Copying a cursor marks a place; assigning the copy back returns to it. Internal to
 * core/moment*.c.
 */
#ifndef GRIFFIE_CORE_MOMENT_TOKEN_H
#define GRIFFIE_CORE_MOMENT_TOKEN_H

#include "core/moment_words.h"

struct token {
	enum word_kind kind;
	int value;
	bool capital; /* begins with a capital letter */
	bool glued;   /* no blank before it */
	size_t start;
	size_t end;
};

/* No moment has as many tokens; what lies beyond is W_END. */
enum { TOKENS_MOST = 64 };

struct tokens {
	struct slice text;
	const struct language *language;
	size_t n;
	struct token v[TOKENS_MOST];
};

struct cursor {
	struct tokens *tokens;
	const struct token *next;
	size_t at; /* one past the last token taken */
};

/* A cursor whose next token begins at text[at]; `tokens` is filled, and must live as long as the cursor. */
struct cursor moment_cursor(struct slice text, size_t at, const struct language *language, struct tokens *tokens);
/* Takes the next token, whatever it is. */
void moment_advance(struct cursor *c);
/* Takes the next token if it is of `kind`; its value goes to `value`, which may be NULL. */
static inline bool moment_take(struct cursor *c, enum word_kind kind, int *value)
{
	if (c->next->kind != kind)
		return false;
	if (value)
		*value = c->next->value;
	moment_advance(c);
	return true;
}

/* One past the run of a number at text[at]: digits with what is written against them ("34.193", "2024Z12583"). */
size_t moment_number_end(struct slice text, size_t at);

#endif
