/* read.c: how fast papers are read, and where the time goes: read FILE..., each the text of one paper.
 *
 * All papers are read in one go, best of five, in processor time: whole, and the passes alone that the whole is made of. Prints papers a
 * second and MB/s. Then one long paper, made of them all, beside them: the cost of a byte shall not grow with the length. Fails when the
 * whole is read at less than 50 MB/s.
 */
#include "core/document.h"
#include "core/sentence.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 5, LIMIT_MB = 50, MEGA = 1000 * 1000 };

struct texts {
	struct slice *v;
	size_t n;
	size_t cap;
	size_t bytes;
};

static struct slice file_read(const char *path, struct arena *arena)
{
	FILE *file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END) != 0)
		return (struct slice){0};
	long size = ftell(file);
	rewind(file);
	char *bytes = arena_alloc(arena, (size_t)(size > 0 ? size : 1));
	size_t n = fread(bytes, 1, (size_t)(size > 0 ? size : 0), file);
	fclose(file);
	return (struct slice){bytes, n};
}

static void read_whole(struct slice text, struct arena *arena)
{
	struct document document;
	struct document_context context = {.on = date_make(2025, 3, 10)};
	document_read(text, &context, arena, &document);
}

static void read_text(struct slice raw, struct arena *arena)
{
	struct text text = {0};
	text_read(raw, arena, &text);
}

static void read_sentences(struct slice raw, struct arena *arena)
{
	struct text text = {0};
	struct sentences sentences = {0};
	text_read(raw, arena, &text);
	sentence_list(&text, (struct span){0, text.body_size}, arena, &sentences);
}

static void read_moments(struct slice raw, struct arena *arena)
{
	struct moments moments = {0};
	struct moment_context context = {.anchor = date_make(2025, 3, 10)};
	moment_list(raw, &context, arena, &moments);
}

/* Seconds of the processor for one pass over all texts, best of five. */
static double pass_time(const struct texts *texts, void (*pass)(struct slice, struct arena *))
{
	double best = 0;
	for (int run = 0; run < RUNS; run++) {
		clock_t start = clock();
		for (size_t i = 0; i < texts->n; i++) {
			struct arena *arena = arena_new();
			pass(texts->v[i], arena);
			arena_free(arena);
		}
		double took = (double)(clock() - start) / CLOCKS_PER_SEC;
		if (run == 0 || took < best)
			best = took;
	}
	return best;
}

static double pass_print(const char *name, const struct texts *texts, void (*pass)(struct slice, struct arena *))
{
	double took = pass_time(texts, pass), speed = (double)texts->bytes / MEGA / took;
	printf("  %-34s %8.1f MB/s %10.0f papers/s\n", name, speed, (double)texts->n / took);
	return speed;
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct texts texts = {0}, one = {0};
	struct buf all;
	buf_init(&all);
	for (int i = 1; i < argc; i++) {
		struct slice text = file_read(argv[i], arena);
		*list_push(arena, &texts) = text;
		texts.bytes += text.n;
		buf_add(&all, text.p, text.n);
		buf_add(&all, "\n\n", 2);
	}
	if (!texts.bytes) {
		fprintf(stderr, "usage: read FILE...\n");
		return 2;
	}
	*list_push(arena, &one) = (struct slice){all.p, all.n};
	one.bytes = all.n;
	printf("%zu papers of %.1f MB\n", texts.n, (double)texts.bytes / MEGA);
	double whole = pass_print("whole", &texts, read_whole);
	pass_print("text: lines, furniture, wraps", &texts, read_text);
	pass_print("the same, and sentences", &texts, read_sentences);
	pass_print("moments alone", &texts, read_moments);
	double longer = pass_print("whole, as one long paper", &one, read_whole);
	printf("a byte of the long paper costs %.2f of one of the papers\n", whole / longer);
	printf("at least %d MB/s: %s\n", LIMIT_MB, whole >= LIMIT_MB ? "yes" : "no");
	buf_release(&all);
	arena_free(arena);
	return whole < LIMIT_MB;
}
