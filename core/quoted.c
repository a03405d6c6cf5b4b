/* quoted.c: the quotations are zones of the body (paper_letter.c); in them a paragraph that begins with a verb of motions asks, and so does
 * what stands below it.
 */
#include "core/quoted.h"

#include "core/paper_motion.h"

/* Where the asking begins in a zone; its end when nothing asks. */
static size_t asking_find(const struct text *text, const struct zone *zone)
{
	size_t at = zone->body.start;
	while (at < zone->body.end) {
		struct slice rest = {text->body + at, zone->body.end - at};
		if (motion_verb(rest))
			return at;
		const char *line = memchr(rest.p, '\n', rest.n);
		at = line ? (size_t)(line - text->body) + 1 : zone->body.end;
	}
	return at;
}

static const char *one_line(struct slice words, struct arena *arena)
{
	char *out = arena_alloc(arena, words.n + 1);
	memcpy(out, words.p, words.n);
	for (size_t i = 0; i < words.n; i++)
		if (out[i] == '\n')
			out[i] = ' ';
	return out;
}

bool quoted_request(const struct document *document, struct arena *arena, const char **words, struct span *raw)
{
	const struct text *text = &document->text;
	for (size_t i = 0; i < document->zones.n; i++) {
		const struct zone *zone = &document->zones.v[i];
		size_t at = zone->kind == ZONE_QUOTE ? asking_find(text, zone) : zone->body.end;
		struct slice asked = slice_trim((struct slice){text->body + at, zone->body.end - at});
		if (!asked.n)
			continue;
		*words = one_line(asked, arena);
		size_t start = (size_t)(asked.p - text->body);
		*raw = text_origin(text, (struct span){start, start + asked.n});
		return true;
	}
	return false;
}
