/* heap.c: blocks by size class, each class with a list of free blocks, new blocks cut from the end of what is used.
 *
 * Lua names the size of a block when it frees it, so blocks need no heads. Sizes are rounded to 16 bytes up to 256, then to
 * four classes a doubling: at most a quarter is lost. Free blocks are never joined; a full heap makes Lua collect and, when
 * that does not help, raise its memory error.
 *
 * Every run of a rule is followed by heap_restore, so that its cost is a good part of all derivation. Half of a state that
 * has loaded a pack is free blocks; what stands in them does not matter, but for the link at their start. heap_keep
 * notes the stretches between the larger ones, and only these are put back.
 */
#include "rules/heap.h"

#include <stdlib.h>
#include <sys/mman.h>

enum { UNIT = 16, SMALL = 256, SMALL_CLASSES = SMALL / UNIT, CLASSES = SMALL_CLASSES + 48, STRETCHES = 256, GAP = 128 };

struct free_block {
	struct free_block *next;
};

/* The books; kept and restored together with the bytes. */
struct books {
	size_t used;
	struct free_block *lists[CLASSES];
};

/* Bytes that heap_restore puts back: from `from` up to `to`. */
struct stretch {
	size_t from;
	size_t to;
};

struct heap {
	struct books now;
	struct books kept;
	struct stretch stretches[STRETCHES];
	size_t stretch_count;
	_Alignas(UNIT) char bytes[HEAP_SIZE];
	char copy[HEAP_SIZE];
};

/* Mapped, not allocated: pages that are never touched cost nothing. */
struct heap *heap_new(void)
{
	void *p = mmap(NULL, sizeof(struct heap), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return p == MAP_FAILED ? NULL : p;
}

void heap_free(struct heap *heap)
{
	if (heap)
		munmap(heap, sizeof *heap);
}

/* The class of a size, and in `rounded` the bytes that a block of it takes. */
static size_t class_of(size_t size, size_t *rounded)
{
	if (size <= SMALL) {
		*rounded = (size + UNIT - 1) / UNIT * UNIT;
		return *rounded / UNIT - 1;
	}
	size_t quarter = SMALL / 4, class = SMALL_CLASSES;
	size_t base = SMALL;
	while (size > 2 * base)
		base *= 2, quarter *= 2, class += 4;
	size_t quarters = (size - base + quarter - 1) / quarter;
	*rounded = base + quarters * quarter;
	return class + quarters - 1;
}

static void *block_take(struct heap *heap, size_t size)
{
	if (size > HEAP_SIZE)
		return NULL;
	size_t rounded, class = class_of(size, &rounded);
	struct free_block *block = heap->now.lists[class];
	if (block) {
		heap->now.lists[class] = block->next;
		return block;
	}
	if (HEAP_SIZE - heap->now.used < rounded)
		return NULL;
	void *p = heap->bytes + heap->now.used;
	heap->now.used += rounded;
	return p;
}

static void block_give(struct heap *heap, void *p, size_t size)
{
	size_t rounded, class = class_of(size, &rounded);
	struct free_block *block = p;
	block->next = heap->now.lists[class];
	heap->now.lists[class] = block;
}

void *heap_alloc(void *user, void *old, size_t old_size, size_t new_size)
{
	struct heap *heap = user;
	if (!new_size) {
		if (old && old_size)
			block_give(heap, old, old_size);
		return NULL;
	}
	if (!old)
		return block_take(heap, new_size);
	size_t had, wanted;
	if (new_size <= HEAP_SIZE && class_of(old_size, &had) == class_of(new_size, &wanted))
		return old;
	void *p = block_take(heap, new_size);
	if (!p)
		return new_size <= old_size ? old : NULL;
	memcpy(p, old, old_size < new_size ? old_size : new_size);
	block_give(heap, old, old_size);
	return p;
}

/* The inverse of class_of. */
static size_t size_of_class(size_t class)
{
	if (class < SMALL_CLASSES)
		return (class + 1) * UNIT;
	size_t base = (size_t)SMALL << (class - SMALL_CLASSES) / 4;
	return base + ((class - SMALL_CLASSES) % 4 + 1) * (base / 4);
}

static int stretch_cmp(const void *a, const void *b)
{
	const struct stretch *x = a, *y = b;
	return (x->from > y->from) - (x->from < y->from);
}

/* The free blocks of which it pays to leave the inside alone, sorted; when there are too many, some. */
static size_t gaps_find(const struct heap *heap, struct stretch gaps[STRETCHES])
{
	size_t n = 0;
	for (size_t class = CLASSES; class --&&size_of_class(class) >= GAP;)
		for (const struct free_block *b = heap->now.lists[class]; b && n < STRETCHES - 1; b = b->next) {
			size_t at = (size_t)((const char *)b - heap->bytes);
			gaps[n++] = (struct stretch){at + sizeof *b, at + size_of_class(class)};
		}
	qsort(gaps, n, sizeof *gaps, stretch_cmp);
	return n;
}

void heap_keep(struct heap *heap)
{
	struct stretch gaps[STRETCHES];
	size_t n = gaps_find(heap, gaps), from = 0;
	for (size_t i = 0; i < n; i++) {
		heap->stretches[i] = (struct stretch){from, gaps[i].from};
		from = gaps[i].to;
	}
	heap->stretches[n] = (struct stretch){from, heap->now.used};
	heap->stretch_count = n + 1;
	heap->kept = heap->now;
	memcpy(heap->copy, heap->bytes, heap->now.used);
}

void heap_restore(struct heap *heap)
{
	heap->now = heap->kept;
	for (size_t i = 0; i < heap->stretch_count; i++) {
		const struct stretch *stretch = &heap->stretches[i];
		memcpy(heap->bytes + stretch->from, heap->copy + stretch->from, stretch->to - stretch->from);
	}
}
