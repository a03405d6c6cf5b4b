/* embedded.h: the files that are part of the binary: migrations and shipped rule packs, by their path in the source tree. */
#ifndef GRIFFIE_CORE_EMBEDDED_H
#define GRIFFIE_CORE_EMBEDDED_H

struct embedded {
	const char *name; /* "rules/packs/nl/den-haag.lua"; NULL ends the table */
	const char *begin;
	const char *end; /* one past the last byte; a NUL stands there */
};

/* Sorted by name. */
extern const struct embedded embedded_files[];

#endif
