/* peer.c: what publishing is measured against, in milliseconds on standard output.
 *
 *     peer calendar FILE OUT   libical builds the events of FILE and prints them to OUT in one go; reading FILE is not timed
 *     peer files FOLDER OUT    the files of FOLDER, which are read before, are written below OUT
 */
#include "core/base.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct piece {
	char *name;
	char *bytes;
	size_t n;
	bool folder;
};

static struct {
	struct piece *v;
	size_t n;
	size_t cap;
} pieces;

static struct arena *arena;

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void must(bool done, const char *what)
{
	if (done)
		return;
	fprintf(stderr, "peer: %s: %s\n", what, strerror(errno));
	exit(1);
}

static char *file_read(const char *path, size_t *n)
{
	struct stat is;
	int fd = open(path, O_RDONLY);
	must(fd >= 0 && fstat(fd, &is) == 0, path);
	char *bytes = malloc((size_t)is.st_size + 1);
	must(bytes != NULL, path);
	*n = 0;
	for (ssize_t got; *n < (size_t)is.st_size && (got = read(fd, bytes + *n, (size_t)is.st_size - *n)) > 0;)
		*n += (size_t)got;
	bytes[*n] = '\0';
	close(fd);
	return bytes;
}

static void file_write(const char *path, const char *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	must(fd >= 0 && write(fd, bytes, n) == (ssize_t)n && close(fd) == 0, path);
}

/* ---- files ---- */

static int piece_add(const char *path, const struct stat *is, int type, struct FTW *at)
{
	(void)is, (void)at;
	struct piece piece = {.name = arena_text(arena, slice_of(path)), .folder = type == FTW_D};
	if (!piece.folder)
		piece.bytes = file_read(path, &piece.n);
	*list_push(arena, &pieces) = piece;
	return 0;
}

static double files(const char *from, const char *to)
{
	must(nftw(from, piece_add, 16, FTW_PHYS) == 0, from);
	for (size_t i = 0; i < pieces.n; i++)
		pieces.v[i].name = arena_printf(arena, "%s%s", to, pieces.v[i].name + strlen(from));
	double start = now_ms();
	for (size_t i = 0; i < pieces.n; i++) {
		const struct piece *p = &pieces.v[i];
		if (p->folder)
			must(mkdir(p->name, 0755) == 0, p->name);
		else
			file_write(p->name, p->bytes, p->n);
	}
	return now_ms() - start;
}

/* ---- a calendar ---- */

/* What a program has before it calls libical: kinds, names and texts. */
struct property {
	icalproperty_kind kind;
	const char *name; /* of what libical does not know */
	const char *value;
	const char *value_kind;
	bool begins; /* a component */
};

static struct {
	struct property *v;
	size_t n;
	size_t cap;
} properties;

static void component_take(icalcomponent *component)
{
	*list_push(arena, &properties) = (struct property){.begins = true};
	for (icalproperty *p = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); p;
	     p = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
		const char *name = icalproperty_get_x_name(p);
		*list_push(arena, &properties) = (struct property){
			.kind = icalproperty_isa(p),
			.name = name ? arena_text(arena, slice_of(name)) : NULL,
			.value = arena_text(arena, slice_of(icalproperty_get_value_as_string(p))),
			.value_kind = icalvalue_kind_to_string(icalvalue_isa(icalproperty_get_value(p)))};
	}
}

static void properties_build(icalcomponent *calendar)
{
	icalcomponent *event = NULL;
	for (size_t i = 0; i < properties.n; i++) {
		const struct property *from = &properties.v[i];
		if (from->begins) {
			event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
			icalcomponent_add_component(calendar, event);
			continue;
		}
		icalproperty *p = icalproperty_new(from->kind);
		icalproperty_set_value_from_string(p, from->value, from->value_kind);
		if (from->name)
			icalproperty_set_x_name(p, from->name);
		icalcomponent_add_property(event, p);
	}
}

static double calendar(const char *from, const char *to)
{
	size_t n;
	char *text = file_read(from, &n);
	icalcomponent *read = icalcomponent_new_from_string(text);
	must(read != NULL, from);
	for (icalcomponent *c = icalcomponent_get_first_component(read, ICAL_VEVENT_COMPONENT); c;
	     c = icalcomponent_get_next_component(read, ICAL_VEVENT_COMPONENT))
		component_take(c);
	icalcomponent_free(read);
	free(text);

	double start = now_ms();
	icalcomponent *built = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	properties_build(built);
	char *printed = icalcomponent_as_ical_string_r(built);
	file_write(to, printed, strlen(printed));
	double took = now_ms() - start;
	icalmemory_free_buffer(printed);
	icalcomponent_free(built);
	return took;
}

int main(int count, char **words)
{
	bool is_calendar = count == 4 && strcmp(words[1], "calendar") == 0;
	if (!is_calendar && (count != 4 || strcmp(words[1], "files") != 0)) {
		fputs("usage: peer calendar FILE OUT\n       peer files FOLDER OUT\n", stderr);
		return 2;
	}
	arena = arena_new();
	printf("%.1f\n", is_calendar ? calendar(words[2], words[3]) : files(words[2], words[3]));
	arena_free(arena);
	return 0;
}
