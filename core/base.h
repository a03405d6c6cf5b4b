/* base.h: what every module needs: statuses, the error slot, the arena, slices and growing text.
 *
 * Memory. What a request reads or builds lives in one arena and goes with it; nothing in an arena is freed
 * alone. Under AddressSanitizer each allocation is a malloc of its own, so that overruns are still caught.
 * Running out of memory ends the program (exit 1), here and nowhere else.
 */
#ifndef GRIFFIE_CORE_BASE_H
#define GRIFFIE_CORE_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define must_check             __attribute__((warn_unused_result))
#define printf_like(fmt, args) __attribute__((format(printf, fmt, args)))

/* What kind of failure; `struct err` says what happened. */
enum status { OK = 0, E_USAGE, E_INVALID, E_NOT_FOUND, E_REFUSED, E_BUSY, E_DB, E_RULE, E_IO };

/* One line for a person: lower case, no full stop, the offending text in single quotes. Always initialised ({0} will do), since `translate` is
 * called: with each format, before it is filled in. */
struct err {
	char msg[256];
	const char *(*translate)(const char *text); /* into the reader's language, from English; NULL: as it is */
};

/* Fills `err` (which may be NULL) and returns `status`. */
enum status err_set(struct err *err, enum status status, const char *fmt, ...) printf_like(3, 4);
/* Puts context before the message that is there. */
void err_prefix(struct err *err, const char *fmt, ...) printf_like(2, 3);
/* `text` in the language of `err`, for what is filled in; where it stands in a table, err_word marks it for the catalogues. */
const char *err_text(const struct err *err, const char *text) __attribute__((format_arg(2)));
#define err_word(text) text
/* An empty slot for a lower failure, in the language of `err` (which may be NULL). */
struct err err_like(const struct err *err);

/* Ends the program: for memory that a library could not get. */
void memory_exhausted(void) __attribute__((noreturn));

/* A piece of text that somebody else owns; not terminated. */
struct slice {
	const char *p;
	size_t n;
};

/* What is behind the first `at` bytes; empty when there are no more. */
static inline struct slice slice_from(struct slice s, size_t at)
{
	at = at < s.n ? at : s.n;
	return (struct slice){s.p + at, s.n - at};
}

/* Bytes of text, whatever the locale. */
static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool is_letter(char c)
{
	return is_lower(c) || is_upper(c);
}

static inline bool is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* A letter of ASCII, or a byte of a character beyond it, which is taken for a letter. */
static inline bool is_letter_byte(char c)
{
	return is_letter(c) || !is_ascii(c);
}

static inline bool is_word_byte(char c)
{
	return is_letter_byte(c) || is_digit(c);
}

#define SLICE(literal) ((struct slice){(literal), sizeof(literal) - 1})
struct slice slice_of(const char *text);
struct slice slice_trim(struct slice s);
bool slice_is(struct slice s, const char *text);
/* Whether `s` begins with, ends with or holds `text`, ASCII letters compared without case. */
bool slice_begins_at_length(struct slice s, const char *text);
static inline bool slice_begins(struct slice s, const char *text)
{
	bool other = s.n && text[0] && (s.p[0] ^ text[0]) & ~0x20; /* in more than the bit of the case: most are */
	return !other && slice_begins_at_length(s, text);
}
bool slice_ends(struct slice s, const char *text);
bool slice_holds(struct slice s, const char *text);
/* Whether it holds one of `n` words. */
bool slice_holds_any(struct slice s, const char *const *words, size_t n);
/* Where `text` first stands in `s`, compared in the same way; s.n when it does not. */
size_t slice_find(struct slice s, const char *text);
/* How often the byte `c` stands in it. */
size_t slice_count(struct slice s, char c);

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);
/* Zeroed and aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);
char *arena_text(struct arena *arena, struct slice s);
char *arena_printf(struct arena *arena, const char *fmt, ...) printf_like(2, 3);
/* A copy of `old` (of `*cap` elements) with room for at least one more; raises `*cap`. */
void *arena_grow(struct arena *arena, void *old, size_t *cap, size_t element);

/* The address of a new, zeroed last element of a list: any struct with `v`, `n` and `cap`. */
#define list_push(arena, list)                                                                                         \
	((void)((list)->n == (list)->cap                                                                               \
			? ((list)->v = arena_grow((arena), (list)->v, &(list)->cap, sizeof *(list)->v))                \
			: (list)->v),                                                                                  \
	 &(list)->v[(list)->n++])

/* Text that grows on the heap; always terminated once something was added. */
struct buf {
	char *p;
	size_t n;
	size_t cap;
};

void buf_init(struct buf *buf);
void buf_release(struct buf *buf);
void buf_add(struct buf *buf, const void *bytes, size_t n);
void buf_add_text(struct buf *buf, const char *text);
void buf_printf(struct buf *buf, const char *fmt, ...) printf_like(2, 3);

#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

/* Functions that lead to trouble. The headers that declare them stand above, since a poisoned name may not appear at all. */
#ifdef __GNUC__
#undef sprintf /* a macro under clang with _FORTIFY_SOURCE */
#pragma GCC poison strcpy strcat sprintf strncpy strtok atoi gets localtime gmtime mktime popen
#endif

#endif
