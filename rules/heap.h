/* heap.h: a fixed piece of memory for one Lua state, with a hard end, that can be put back to how it was.
 *
 * Everything that a state allocates, the state itself included, lies in these bytes. heap_keep copies what is in use;
 * heap_restore puts it back, so that nothing that a run of a rule did outlives it: no global, no upvalue, no garbage.
 */
#ifndef GRIFFIE_RULES_HEAP_H
#define GRIFFIE_RULES_HEAP_H

#include "core/base.h"

#define HEAP_SIZE ((size_t)512 * 1024)

struct heap;

/* NULL when the system has no memory. */
struct heap *heap_new(void);
void heap_free(struct heap *heap);
/* A lua_Alloc; `user` is the heap. NULL when the heap is full. */
void *heap_alloc(void *user, void *old, size_t old_size, size_t new_size);
void heap_keep(struct heap *heap);
/* Back to the last heap_keep. No call into the state may be under way. */
void heap_restore(struct heap *heap);

#endif
