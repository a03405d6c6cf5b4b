/* heap.c: blocks by size class, each class with a list of free blocks, new blocks cut from the end of what is used.
 *
 * Lua names the size of a block when it frees it, so blocks need no heads. Sizes are rounded to 16 bytes up to 256, then to
 * four classes a doubling: at most a quarter is lost. Free blocks are joined only by heap_keep; a full heap makes Lua collect
 * and, when that does not help, raise its memory error.
 *
 * Every run of a rule is followed by heap_restore, so that its cost is a good part of all derivation. Most of a state that
 * has loaded a pack is free blocks; what stands in them does not matter, but for the link at their start. heap_keep
 * joins those that lie side by side, and notes the stretches between the larger ones: only these are put back.
 */
#include "rules/heap.h"

#include <sys/mman.h>

enum { UNIT = 16, SMALL = 256, SMALL_CLASSES = SMALL / UNIT, CLASSES = SMALL_CLASSES + 48, STRETCHES = 256, GAP = 192 };

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
	_Alignas(UNIT) char copy[HEAP_SIZE];
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

_Static_assert(CLASSES < UINT8_MAX, "a mark holds each class and one");

/* The inverse of class_of. */
static size_t size_of_class(size_t rank)
{
	if (rank < SMALL_CLASSES)
		return (rank + 1) * UNIT;
	size_t base = (size_t)SMALL << (rank - SMALL_CLASSES) / 4;
	return base + ((rank - SMALL_CLASSES) % 4 + 1) * (base / 4);
}

/* Ends the stretch before a free block, and begins the next one behind it. */
static void gap_note(struct heap *heap, size_t at, size_t size)
{
	if (size < GAP || heap->stretch_count == STRETCHES)
		return;
	heap->stretches[heap->stretch_count - 1].to = at + sizeof(struct free_block);
	heap->stretches[heap->stretch_count++].from = at + size;
}

/* Cuts free bytes into the largest blocks that there are. */
static void bytes_give(struct heap *heap, size_t from, size_t to)
{
	while (from < to) {
		size_t rounded, rank = class_of(to - from, &rounded);
		if (rounded > to - from)
			rank--;
		block_give(heap, heap->bytes + from, size_of_class(rank));
		gap_note(heap, from, size_of_class(rank));
		from += size_of_class(rank);
	}
}

/* Where the free blocks lie: at the unit of each its class and one. Takes them from the lists. */
static void marks_set(struct heap *heap, uint8_t marks[HEAP_SIZE / UNIT])
{
	memset(marks, 0, HEAP_SIZE / UNIT);
	for (size_t rank = 0; rank < CLASSES; rank++) {
		for (const struct free_block *b = heap->now.lists[rank]; b; b = b->next)
			marks[((const char *)b - heap->bytes) / UNIT] = (uint8_t)(rank + 1);
		heap->now.lists[rank] = NULL;
	}
}

/* Joins free blocks side by side, and notes the stretches. (qsort would ask the system how much memory it has, which ends a worker.) */
static void blocks_join(struct heap *heap)
{
	uint8_t *marks = (uint8_t *)heap->copy; /* nothing is kept there yet */
	size_t used = heap->now.used / UNIT;
	marks_set(heap, marks);
	heap->stretches[0].from = 0;
	heap->stretch_count = 1;
	for (size_t at = 0; at < used; at++) {
		size_t end = at;
		while (end < used && marks[end])
			end += size_of_class(marks[end] - 1u) / UNIT;
		if (end == used)
			heap->now.used = at * UNIT;
		else if (end > at)
			bytes_give(heap, at * UNIT, end * UNIT);
		at = end;
	}
	heap->stretches[heap->stretch_count - 1].to = heap->now.used;
}

void heap_keep(struct heap *heap)
{
	blocks_join(heap);
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
