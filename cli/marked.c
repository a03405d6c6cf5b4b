/* marked.c: the text of a paper with the words marked in which griffie found something, to check it against the paper.
 *
 * A promise stands between "[1>" and "<1]", its number in the list below the text; what is asked between "[?>" and "<?]". So the marks can
 * be seen without colour, and be searched for.
 */
#include "cli/print.h"

#include <stdlib.h>

struct mark {
	struct span raw;
	size_t promise; /* its number, from 1; 0: a request */
};

struct marks {
	struct mark *v;
	size_t n;
	size_t cap;
};

static int mark_cmp(const void *x, const void *y)
{
	const struct mark *a = x, *b = y;
	return (a->raw.start > b->raw.start) - (a->raw.start < b->raw.start);
}

static void mark_add(struct marks *marks, struct arena *arena, struct span raw, size_t promise, size_t size)
{
	if (raw.start < raw.end && raw.end <= size)
		*list_push(arena, marks) = (struct mark){raw, promise};
}

/* Text as it stands, tabs and returns as blanks; a page is parted from the next by its number. */
static void part_print(const struct session *session, struct slice part, enum colour colour, int *page)
{
	while (part.n) {
		const char *feed = memchr(part.p, '\f', part.n);
		size_t n = feed ? (size_t)(feed - part.p) : part.n;
		char *text = arena_text(session->arena, (struct slice){part.p, n});
		for (char *c = text; *c; c++)
			if (*c == '\t' || *c == '\r')
				*c = ' ';
		print_coloured(session, colour, text);
		n += feed != NULL;
		part = (struct slice){part.p + n, part.n - n};
		if (feed && part.n)
			print_format(session, _("\n-- page %d --\n"), ++*page);
	}
}

static const char *mark_name(const struct session *session, const struct mark *mark)
{
	return mark->promise ? arena_printf(session->arena, "%zu", mark->promise) : "?";
}

void marked_print(const struct session *session, const struct document *document)
{
	struct marks marks = {0};
	struct slice raw = document->text.raw;
	for (size_t i = 0; i < document->promises.n; i++)
		mark_add(&marks, session->arena, document->promises.v[i].raw, i + 1, raw.n);
	for (size_t i = 0; i < document->requests.n; i++)
		mark_add(&marks, session->arena, document->requests.v[i].raw, 0, raw.n);
	if (marks.n)
		qsort(marks.v, marks.n, sizeof *marks.v, mark_cmp);
	size_t at = 0;
	int page = 1;
	putchar('\n');
	for (size_t i = 0; i < marks.n; i++) {
		const struct mark *m = &marks.v[i];
		if (m->raw.start < at)
			continue; /* two readings of the same words: the first is marked */
		part_print(session, (struct slice){raw.p + at, m->raw.start - at}, COLOUR_PLAIN, &page);
		print_coloured(session, COLOUR_BOLD, arena_printf(session->arena, "[%s>", mark_name(session, m)));
		part_print(session, (struct slice){raw.p + m->raw.start, m->raw.end - m->raw.start}, COLOUR_BOLD,
			   &page);
		print_coloured(session, COLOUR_BOLD, arena_printf(session->arena, "<%s]", mark_name(session, m)));
		at = m->raw.end;
	}
	part_print(session, (struct slice){raw.p + at, raw.n - at}, COLOUR_PLAIN, &page);
	putchar('\n');
}
