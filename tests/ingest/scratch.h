/* scratch.h: a temporary folder for one test, and small files in it; gone afterwards. */
#ifndef GRIFFIE_TESTS_INGEST_SCRATCH_H
#define GRIFFIE_TESTS_INGEST_SCRATCH_H

#include "core/base.h"

#include <check.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char scratch[32];
static struct arena *arena;

static void scratch_make(void)
{
	snprintf(scratch, sizeof scratch, "/tmp/griffie-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(scratch));
	arena = arena_new();
}

static int scratch_remove_entry(const char *path, const struct stat *st, int type, struct FTW *place)
{
	(void)st, (void)type, (void)place;
	return remove(path);
}

static void scratch_remove(void)
{
	nftw(scratch, scratch_remove_entry, 8, FTW_DEPTH | FTW_PHYS);
	arena_free(arena);
}

/* The path of `name` in the folder. */
static const char *scratch_path(const char *name)
{
	return arena_printf(arena, "%s/%s", scratch, name);
}

static const char *scratch_write(const char *name, struct slice bytes)
{
	const char *path = scratch_path(name);
	FILE *file = fopen(path, "wb");
	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes.p, 1, bytes.n, file), bytes.n);
	fclose(file);
	return path;
}

#endif
