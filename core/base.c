/* base.c: arena as a chain of blocks; errors formatted into their slot. */
#include "core/base.h"

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_EXACT 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_EXACT 1
#endif
#endif
#ifndef ARENA_EXACT
#define ARENA_EXACT 0
#endif

/* Blocks begin small and double: many arenas serve one short call, and a block is zeroed as a whole. */
#define BLOCK_SIZE  ((size_t)64 * 1024)
#define FIRST_BLOCK ((size_t)4 * 1024)
#define ALIGNMENT   _Alignof(max_align_t)

struct block {
	struct block *next;
	size_t used;
	size_t size;
	_Alignas(max_align_t) char bytes[];
};

struct arena {
	struct block *blocks;
};

void memory_exhausted(void)
{
	fputs("griffie: out of memory\n", stderr);
	_Exit(1);
}

static void *must_alloc(size_t size)
{
	void *p = calloc(1, size ? size : 1);
	if (!p)
		memory_exhausted();
	return p;
}

const char *err_text(const struct err *err, const char *text)
{
	return err && err->translate ? err->translate(text) : text;
}

enum status err_set(struct err *err, enum status status, const char *fmt, ...)
{
	if (err) {
		va_list args;
		va_start(args, fmt);
		vsnprintf(err->msg, sizeof err->msg, err_text(err, fmt), args);
		va_end(args);
	}
	return status;
}

void err_prefix(struct err *err, const char *fmt, ...)
{
	if (!err)
		return;
	struct err old = *err;
	va_list args;
	va_start(args, fmt);
	int n = vsnprintf(err->msg, sizeof err->msg, err_text(err, fmt), args);
	va_end(args);
	if (n >= 0 && (size_t)n < sizeof err->msg)
		snprintf(err->msg + n, sizeof err->msg - (size_t)n, "%s", old.msg);
}

struct err err_like(const struct err *err)
{
	return (struct err){.translate = err ? err->translate : NULL};
}

struct slice slice_of(const char *text)
{
	return (struct slice){text, strlen(text)};
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

struct slice slice_trim(struct slice s)
{
	while (s.n && is_blank(s.p[0]))
		s.p++, s.n--;
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

bool slice_is(struct slice s, const char *text)
{
	return strlen(text) == s.n && memcmp(s.p, text, s.n) == 0;
}

static char folded(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool slice_begins_at_length(struct slice s, const char *text)
{
	for (size_t i = 0; text[i]; i++)
		if (i >= s.n || folded(s.p[i]) != folded(text[i]))
			return false;
	return true;
}

bool slice_ends(struct slice s, const char *text)
{
	size_t n = strlen(text);
	return s.n >= n && slice_begins((struct slice){s.p + (s.n - n), n}, text);
}

/* Where `c` stands next from `from` on; `end` when it does not. */
static const char *next_of(const char *from, const char *end, char c)
{
	const char *found = from < end ? memchr(from, c, (size_t)(end - from)) : NULL;
	return found ? found : end;
}

/* How rare a byte is in Dutch: a letter by its rank among the letters, of other signs only the blank is frequent. */
static char rarity(char c)
{
	static const char ranks[32] = " cqvhawkmetnjobgrzfidplsyxu"; /* of a to z: `e` is first, `q` last */
	return c & 0x40 ? ranks[c & 31] : c == ' ' ? '\0' : 'v';
}

/* The place of the rarest byte of `text`: whoever looks for that one stops least. */
static size_t rarest_of(const char *text, size_t n)
{
	size_t at = 0;
	char most = 0;
	for (size_t i = 0; i < n; i++) {
		char c = rarity(text[i]);
		at = c > most ? i : at;
		most = c > most ? c : most;
	}
	return at;
}

size_t slice_find(struct slice s, const char *text)
{
	size_t n = strlen(text);
	if (n == 0 || n > s.n)
		return n == 0 ? 0 : s.n;
	size_t ahead = rarest_of(text, n);
	char small = folded(text[ahead]), capital = is_lower(small) ? (char)(small - 32) : small;
	const char *first = s.p + ahead, *end = first + (s.n - n + 1); /* one past the last place where it fits */
	const char *a = next_of(first, end, small), *b = capital == small ? end : next_of(first, end, capital);
	while (a < end || b < end) {
		const char *at = a < b ? a : b;
		if (slice_begins(slice_from(s, (size_t)(at - first)), text))
			return (size_t)(at - first);
		if (at == a)
			a = next_of(a + 1, end, small);
		else
			b = next_of(b + 1, end, capital);
	}
	return s.n;
}

size_t slice_count(struct slice s, char c)
{
	size_t n = 0;
	for (const char *p; s.n && (p = memchr(s.p, c, s.n)) != NULL; s = slice_from(s, (size_t)(p - s.p) + 1))
		n++;
	return n;
}

bool slice_holds(struct slice s, const char *text)
{
	return slice_find(s, text) < s.n || !*text;
}

bool slice_holds_any(struct slice s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_holds(s, words[i]))
			return true;
	return false;
}

struct arena *arena_new(void)
{
	return must_alloc(sizeof(struct arena));
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	for (struct block *b = arena->blocks, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	free(arena);
}

static struct block *block_new(struct arena *arena, size_t size)
{
	struct block *b = must_alloc(sizeof *b + size);
	b->size = size;
	b->next = arena->blocks;
	arena->blocks = b;
	return b;
}

/* Of a new block with room for `want`, which is less than BLOCK_SIZE. */
static size_t next_size(const struct block *last, size_t want)
{
	size_t size = last ? last->size * 2 : FIRST_BLOCK;
	while (size < want)
		size *= 2;
	return size < BLOCK_SIZE ? size : BLOCK_SIZE;
}

/* A large request gets a block of its own behind the current one, so that the current one is used up. */
static struct block *block_behind(struct arena *arena, size_t size)
{
	if (!arena->blocks)
		return block_new(arena, size);
	struct block *b = must_alloc(sizeof *b + size);
	b->size = size;
	b->next = arena->blocks->next;
	arena->blocks->next = b;
	return b;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size_t want = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	struct block *b = arena->blocks;
	if (ARENA_EXACT)
		b = block_behind(arena, size);
	else if (want > BLOCK_SIZE / 4)
		b = block_behind(arena, want);
	else if (!b || b->size - b->used < want)
		b = block_new(arena, next_size(b, want));
	void *p = b->bytes + b->used;
	b->used += ARENA_EXACT ? size : want;
	return p;
}

char *arena_text(struct arena *arena, struct slice s)
{
	char *copy = arena_alloc(arena, s.n + 1);
	if (s.n)
		memcpy(copy, s.p, s.n);
	return copy;
}

char *arena_printf(struct arena *arena, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	char *text = arena_alloc(arena, n < 0 ? 1 : (size_t)n + 1);
	if (n > 0)
		vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	return text;
}

void *arena_grow(struct arena *arena, void *old, size_t *cap, size_t element)
{
	size_t more = *cap ? *cap * 2 : 8;
	void *p = arena_alloc(arena, more * element);
	if (*cap)
		memcpy(p, old, *cap * element);
	*cap = more;
	return p;
}

void buf_init(struct buf *buf)
{
	*buf = (struct buf){0};
}

void buf_release(struct buf *buf)
{
	free(buf->p);
	*buf = (struct buf){0};
}

static void buf_reserve(struct buf *buf, size_t more)
{
	if (buf->cap - buf->n > more)
		return;
	size_t cap = buf->cap ? buf->cap : 256;
	while (cap - buf->n <= more)
		cap *= 2;
	char *p = realloc(buf->p, cap);
	if (!p)
		memory_exhausted();
	buf->p = p;
	buf->cap = cap;
}

void buf_add(struct buf *buf, const void *bytes, size_t n)
{
	buf_reserve(buf, n);
	if (n)
		memcpy(buf->p + buf->n, bytes, n);
	buf->n += n;
	buf->p[buf->n] = '\0';
}

void buf_add_text(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_printf(struct buf *buf, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (n > 0) {
		buf_reserve(buf, (size_t)n);
		vsnprintf(buf->p + buf->n, (size_t)n + 1, fmt, again);
		buf->n += (size_t)n;
	}
	va_end(again);
}
