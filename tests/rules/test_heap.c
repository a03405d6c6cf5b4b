/* test_heap.c: the memory of a Lua state. */
#include "rules/heap.h"

#include <check.h>

START_TEST(the_heap_ends_at_its_size_and_serves_again_what_was_freed)
{
	struct heap *heap = heap_new();
	size_t n = 0;
	void *blocks[HEAP_SIZE / 1024 + 1];
	while ((blocks[n] = heap_alloc(heap, NULL, 0, 1024)))
		n++;
	ck_assert_uint_eq(n, HEAP_SIZE / 1024);
	ck_assert_ptr_null(heap_alloc(heap, NULL, 0, 1));
	ck_assert_ptr_null(heap_alloc(heap, blocks[3], 1024, 0));
	ck_assert_ptr_eq(heap_alloc(heap, NULL, 0, 1000), blocks[3]);
	heap_free(heap);
}
END_TEST

START_TEST(a_block_keeps_its_bytes_when_it_grows_and_shrinks)
{
	struct heap *heap = heap_new();
	char *p = heap_alloc(heap, NULL, 0, 10);
	memcpy(p, "abcdefghi", 10);
	size_t size = 10;
	while (size < 80000) {
		p = heap_alloc(heap, p, size, size * 3 / 2);
		size = size * 3 / 2;
		ck_assert_ptr_nonnull(p);
		ck_assert_str_eq(p, "abcdefghi");
		ck_assert_uint_eq((uintptr_t)p % 16, 0);
	}
	p = heap_alloc(heap, p, size, 12);
	ck_assert_str_eq(p, "abcdefghi");
	heap_free(heap);
}
END_TEST

START_TEST(blocks_of_every_size_do_not_overlap)
{
	struct heap *heap = heap_new();
	unsigned char *blocks[700];
	size_t n = 0;
	for (size_t size = 1; size < ARRAY_SIZE(blocks); size++, n++) {
		blocks[n] = heap_alloc(heap, NULL, 0, size);
		ck_assert_ptr_nonnull(blocks[n]);
		for (size_t i = 0; i < size; i++)
			blocks[n][i] = (unsigned char)size;
	}
	for (size_t k = 0; k < n; k++)
		for (size_t i = 0; i <= k; i++)
			ck_assert_uint_eq(blocks[k][i], (unsigned char)(k + 1));
	heap_free(heap);
}
END_TEST

START_TEST(restoring_brings_back_bytes_and_free_blocks)
{
	struct heap *heap = heap_new();
	char *kept = heap_alloc(heap, NULL, 0, 32);
	memcpy(kept, "before", 7);
	heap_keep(heap);
	memcpy(kept, "after", 6);
	void *later = heap_alloc(heap, NULL, 0, 5000);
	ck_assert_ptr_null(heap_alloc(heap, kept, 32, 0));
	heap_restore(heap);
	ck_assert_str_eq(kept, "before");
	ck_assert_ptr_eq(heap_alloc(heap, NULL, 0, 5000), later);
	heap_free(heap);
}
END_TEST

START_TEST(what_lies_between_free_blocks_is_restored_and_every_block_serves_again)
{
	enum { BLOCKS = 900 };
	struct heap *heap = heap_new();
	unsigned char *blocks[BLOCKS];
	for (size_t i = 0; i < BLOCKS; i++) {
		blocks[i] = heap_alloc(heap, NULL, 0, i % 430 + 1);
		memset(blocks[i], (int)(i % 251), i % 430 + 1);
	}
	bool freed[BLOCKS] = {false};
	for (size_t i = 0; i < BLOCKS; i += 1 + i % 3) {
		ck_assert_ptr_null(heap_alloc(heap, blocks[i], i % 430 + 1, 0));
		freed[i] = true;
	}
	heap_keep(heap);
	void *first[430] = {NULL};
	for (int run = 0; run < 3; run++) {
		for (size_t size = 1; size < ARRAY_SIZE(first); size++) {
			unsigned char *p = heap_alloc(heap, NULL, 0, size);
			ck_assert(run == 0 || p == first[size]);
			first[size] = p;
			memset(p, 0xee, size);
		}
		for (size_t i = 0; i < BLOCKS; i++)
			if (!freed[i])
				memset(blocks[i], 0xdd, i % 430 + 1);
		heap_restore(heap);
		for (size_t i = 0; i < BLOCKS; i++)
			for (size_t k = 0; !freed[i] && k < i % 430 + 1; k++)
				ck_assert_uint_eq(blocks[i][k], i % 251);
	}
	heap_free(heap);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("heap");
	TCase *tc = tcase_create("heap");
	tcase_add_test(tc, the_heap_ends_at_its_size_and_serves_again_what_was_freed);
	tcase_add_test(tc, a_block_keeps_its_bytes_when_it_grows_and_shrinks);
	tcase_add_test(tc, blocks_of_every_size_do_not_overlap);
	tcase_add_test(tc, restoring_brings_back_bytes_and_free_blocks);
	tcase_add_test(tc, what_lies_between_free_blocks_is_restored_and_every_block_serves_again);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
