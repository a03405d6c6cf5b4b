/* fuzz_document.c: any bytes that are text are read as a paper; the words of each promise lie in it. */
#include "core/document.h"
#include "ingest/plain.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct document_context context = {.on = date_make(2025, 3, 10)};
	struct arena *arena = arena_new();
	struct document document;
	struct plain plain;
	struct err err = {0};
	if (plain_read((struct slice){(const char *)data, size}, arena, &plain, &err) == OK) {
		document_read(plain.text, &context, arena, &document);
		for (size_t i = 0; i < document.promises.n; i++)
			if (document.promises.v[i].raw.end > plain.text.n)
				abort();
	}
	arena_free(arena);
	return 0;
}
