/* text.c: from the lines of a page to running text.
 *
 * A line is joined to the one before it unless something says that a paragraph, heading, bullet or field ends there. When in
 * doubt it is joined: a sentence that is cut loses its meaning, two joined ones are parted again by their full stop.
 */
#include "core/text.h"

#include "core/furniture.h"

static bool is_blank_at(struct slice s, size_t i, size_t *width)
{
	unsigned char c = (unsigned char)s.p[i];
	*width = 1;
	if (c <= ' ')
		return true;
	*width = 2;
	if (c == 0xc2 && i + 1 < s.n && (unsigned char)s.p[i + 1] == 0xa0) /* no-break space */
		return true;
	*width = 3;
	/* U+2000 to U+200B, U+202F, U+FEFF */
	if (c == 0xe2 && i + 2 < s.n && (unsigned char)s.p[i + 1] == 0x80) {
		unsigned char d = (unsigned char)s.p[i + 2];
		return (d >= 0x80 && d <= 0x8b) || d == 0xaf;
	}
	return c == 0xef && i + 2 < s.n && (unsigned char)s.p[i + 1] == 0xbb && (unsigned char)s.p[i + 2] == 0xbf;
}

/* Adds the line [start, end) without the blanks around it, unless nothing is left. */
static void add_line(struct text *text, size_t start, size_t end, int page, bool *gap, struct arena *arena)
{
	size_t width;
	while (start < end && is_blank_at(text->raw, start, &width))
		start += width;
	while (end > start) {
		size_t last = end - 1;
		while (last > start && ((unsigned char)text->raw.p[last] & 0xc0) == 0x80)
			last--;
		if (!is_blank_at(text->raw, last, &width))
			break;
		end = last;
	}
	if (start >= end) {
		*gap = true;
		return;
	}
	struct line *line = list_push(arena, &text->lines);
	*line = (struct line){.start = start, .end = end, .page = page, .gap = *gap};
	*gap = false;
}

/* The next line feed, form feed and carriage return; raw.n where there is none. Each is looked for again only once it was passed. */
struct ends {
	size_t line;
	size_t page;
	size_t carriage;
};

static size_t place_of(struct slice raw, char c, size_t from)
{
	const char *found = from < raw.n ? memchr(raw.p + from, c, raw.n - from) : NULL;
	return found ? (size_t)(found - raw.p) : raw.n;
}

/* Where the line ends that begins at `i`: at a line feed, a form feed, or a carriage return that has no line feed behind it. */
static size_t line_end(struct slice raw, size_t i, struct ends *next)
{
	if (next->line < i)
		next->line = place_of(raw, '\n', i);
	if (next->page < i)
		next->page = place_of(raw, '\f', i);
	if (next->carriage < i)
		next->carriage = place_of(raw, '\r', i);
	size_t end = next->line < next->page ? next->line : next->page;
	return next->carriage < end && next->carriage + 1 != next->line ? next->carriage : end;
}

static void split_lines(struct text *text, struct arena *arena)
{
	enum { LIKELY_LINE = 32 }; /* bytes: few papers have shorter ones, and the list grows for them */
	struct slice raw = text->raw;
	struct ends next = {place_of(raw, '\n', 0), place_of(raw, '\f', 0), place_of(raw, '\r', 0)};
	bool gap = false;
	size_t likely = raw.n / LIKELY_LINE + 1;
	text->lines = (struct lines){.v = arena_alloc(arena, likely * sizeof *text->lines.v), .cap = likely};
	text->pages = 1;
	for (size_t start = 0, end; start < raw.n; start = end + 1) {
		end = line_end(raw, start, &next);
		add_line(text, start, end, text->pages, &gap, arena);
		if (end + 1 < raw.n && raw.p[end] == '\f') {
			text->pages++;
			gap = true;
		}
	}
}

static size_t count_shorter(const size_t *sizes, size_t n, size_t than)
{
	size_t shorter = 0;
	for (size_t i = 0; i < n; i++)
		shorter += sizes[i] < than;
	return shorter;
}

/* The length that nine of ten lines do not exceed: the width of the column. Looked for by halves, which spares sorting. */
static size_t column_width(const struct text *text, struct arena *arena)
{
	size_t n = 0, low = 0, high = 0;
	size_t *sizes = arena_alloc(arena, (text->lines.n + 1) * sizeof *sizes);
	for (size_t i = 0; i < text->lines.n; i++) {
		if (text->lines.v[i].furniture)
			continue;
		sizes[n] = text->lines.v[i].end - text->lines.v[i].start;
		high = sizes[n] > high ? sizes[n] : high;
		n++;
	}
	while (low < high) { /* the largest size than which at most nine of ten are shorter */
		size_t middle = high - (high - low) / 2;
		if (count_shorter(sizes, n, middle) <= n * 9 / 10)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

/* Bytes of the bullet with which a line begins; 0 for none. */
static size_t bullet_size(struct slice line)
{
	static const char *const bullets[] = {"•", "▪", "●", "■", "➔", "→", "·", "–", "−", "◦", "", "", "-", "*", "o"};
	bool sign = line.n && (line.p[0] == '-' || line.p[0] == '*' || line.p[0] == 'o' || !is_ascii(line.p[0]));
	for (size_t i = 0; sign && i < ARRAY_SIZE(bullets); i++) {
		size_t n = bullets[i][0] == line.p[0] ? strlen(bullets[i]) : SIZE_MAX;
		if (line.n >= n && memcmp(line.p, bullets[i], n) == 0 &&
		    (line.n == n || line.p[n] == ' ' || line.p[n] == '\t'))
			return n;
	}
	size_t digits = 0;
	while (digits < line.n && digits < 3 && is_digit(line.p[digits]))
		digits++;
	if (digits == 0 && line.n > 1 && is_lower(line.p[0]))
		digits = 1;
	if (digits && digits + 1 < line.n && (line.p[digits] == '.' || line.p[digits] == ')') &&
	    line.p[digits + 1] == ' ')
		return digits + 1;
	return 0;
}

static bool ends_with(struct slice line, char c)
{
	return line.n && line.p[line.n - 1] == c;
}

static bool ends_with_any(struct slice line, const char *set)
{
	return line.n && strchr(set, line.p[line.n - 1]);
}

/* "Motie: ...", "RIS-nummer: 322279", "Indiener: ...": a field on a line of its own. */
static bool is_field(struct slice line)
{
	const char *colon = memchr(line.p, ':', line.n < 24 ? line.n : 24);
	if (!colon || !is_upper(line.p[0]))
		return false;
	for (const char *p = line.p; p < colon; p++)
		if (*p == ' ' && p + 1 < colon && !is_lower(p[1]))
			return false;
	return colon + 1 < line.p + line.n && colon[1] == ' ';
}

/* "Indiener: ...": the label is one word. */
static bool is_label_field(struct slice line)
{
	const char *colon = memchr(line.p, ':', line.n < 24 ? line.n : 24);
	return is_field(line) && !memchr(line.p, ' ', (size_t)(colon - line.p));
}

static bool begins_low(struct slice line)
{
	return line.n && (is_lower(line.p[0]) || line.p[0] == ',' || line.p[0] == ')');
}

/* Bytes of the closing quote, bracket or mark of emphasis with which the line ends; 0 for none. */
static size_t closing_size(struct slice line)
{
	static const char *const wide[] = {"”", "’", "»"};
	char last = line.p[line.n - 1];
	if (is_ascii(last))
		return last == '*' || last == '\'' || last == '"' || last == ')';
	for (size_t i = 0; i < ARRAY_SIZE(wide); i++)
		if (slice_ends(line, wide[i]))
			return strlen(wide[i]);
	return 0;
}

/* Whether a sentence or a clause of a list ends with the line; what closes behind it counts for nothing: "afgedaan.’)". */
static bool is_ended(struct slice line)
{
	if (line.n == 0 || is_letter(line.p[line.n - 1])) /* most lines */
		return false;
	for (size_t closing; (closing = closing_size(line)) != 0 && closing < line.n;)
		line.n -= closing;
	size_t n = line.n; /* the figure of a footnote: "... op afspraak?1" */
	while (n && line.n - n < 2 && is_digit(line.p[n - 1]))
		n--;
	if (n && n < line.n && strchr(".?!", line.p[n - 1]))
		return true;
	return ends_with_any(line, ".;?!");
}

/* A lead-in ("Verzoekt het college:") or, before another line that begins with a capital, a heading. */
static bool is_heading(struct slice line, struct slice after, size_t width)
{
	if (ends_with(line, ':') && line.n <= 40)
		return true;
	return line.n * 2 < width && !is_ended(line) && !begins_low(line) && after.n && !begins_low(after);
}

/* The formula that ends every motion stands alone, however the line before it ends. */
static bool is_formula(struct slice line)
{
	return slice_begins(line, "en gaat over tot de orde") || slice_begins(line, "en gaan over tot de orde");
}

/* The clauses of a motion of the Kamer begin low, one after the other: "overwegende dat ...;", "verzoekt de regering ...,". */
static bool is_clause(struct slice line)
{
	static const char *const begins[] = {"constaterende", "overwegende", "van mening", "van oordeel",
					     "gehoord de",    "verzoekt ",   "roept ",     "draagt ",
					     "spreekt uit",   "nodigt ",     "voorts ",    "zegt het vertrouwen"};
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
		if (slice_begins(line, begins[i]))
			return true;
	return false;
}

/* Whether `next` continues the paragraph that `line` belongs to; `after` is the line behind `next`, empty at the end. */
static bool is_joined(struct slice line, struct slice next, struct slice after, bool gap, size_t width)
{
	size_t bullet = bullet_size(line);
	if (bullet && bullet == line.n)
		return bullet_size(next) == 0; /* a bullet alone: its text follows */
	if (bullet_size(next) || ends_with(line, ':') || (is_field(next) && !begins_low(next)))
		return false;
	bool ended = is_ended(line);
	if (is_formula(next) || ((ended || ends_with_any(line, ",;")) && is_clause(next)))
		return false;
	if (ended && is_heading(next, after, width))
		return false;
	if (begins_low(next) && !ended)
		return true;
	if (gap || (is_label_field(line) && !begins_low(next)))
		return false;
	return line.n * 10 >= width * 6 || begins_low(next);
}

/* Adds bytes that stand in raw from `origin` on. */
static void put(struct text *text, const char *bytes, size_t n, size_t origin, struct arena *arena)
{
	struct text_piece last = {0};
	if (text->pieces.n)
		last = text->pieces.v[text->pieces.n - 1];
	if (!text->pieces.n || text->body_size - last.body != origin - last.raw)
		*list_push(arena, &text->pieces) = (struct text_piece){text->body_size, origin};
	memcpy(text->body + text->body_size, bytes, n);
	text->body_size += n;
}

/* Takes the last byte back. */
static void unput(struct text *text)
{
	text->body_size--;
	if (text->pieces.n && text->pieces.v[text->pieces.n - 1].body == text->body_size)
		text->pieces.n--;
}

/* The hyphen at a line's end goes when the word goes on in lower case: "zo-" "mer". It stays, without a blank, in a compound
 * ("oud-", "niet-", after a figure) and as a hanging hyphen before "en" or "of". */
enum hyphen { HYPHEN_NONE, HYPHEN_DROPPED, HYPHEN_KEPT, HYPHEN_HANGING };

static enum hyphen hyphen_at_end(struct slice a, struct slice b)
{
	if (a.n < 2 || a.p[a.n - 1] != '-' || !is_letter_byte(a.p[a.n - 2]))
		return a.n >= 2 && a.p[a.n - 1] == '-' && a.p[a.n - 2] != ' ' && begins_low(b) ? HYPHEN_KEPT
											       : HYPHEN_NONE;
	if (!begins_low(b))
		return HYPHEN_KEPT;
	if (slice_begins(b, "en ") || slice_begins(b, "of "))
		return HYPHEN_HANGING;
	static const char *const kept[] = {"oud-", "niet-", "semi-", "ex-", "non-", "vice-"};
	for (size_t i = 0; i < ARRAY_SIZE(kept); i++) {
		size_t n = strlen(kept[i]);
		if (a.n >= n && slice_begins((struct slice){a.p + a.n - n, n}, kept[i]) &&
		    (a.n == n || !is_letter_byte(a.p[a.n - n - 1])))
			return HYPHEN_KEPT;
	}
	return HYPHEN_DROPPED;
}

void text_join(struct buf *out, struct slice line)
{
	switch (hyphen_at_end((struct slice){out->p, out->n}, line)) {
	case HYPHEN_DROPPED:
		out->n--;
		break;
	case HYPHEN_KEPT:
		break;
	case HYPHEN_NONE:
	case HYPHEN_HANGING:
		if (out->n && line.n)
			buf_add_text(out, " ");
	}
	buf_add(out, line.p, line.n);
}

/* 0 for a byte that stands for itself, 1 for a blank, 2 for control characters and the first byte of a wider blank or soft hyphen. */
static const unsigned char roughness[256] = {
	2,         2,          2,          2,          2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, /* U+0000 to U+000F */
	2,         2,          2,          2,          2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, /* to U+001F */
	[' '] = 1, [0xc2] = 2, [0xe2] = 2, [0xef] = 2,
};

/* Where the words end that begin at `i` and are parted by single blanks: they are copied as they are. Two blanks end them, and so does
 * what is rough: two neighbours must come to less than two together. */
static size_t plain_end(struct slice s, size_t i)
{
	size_t start = i;
	int before = 1, now;
	for (; i < s.n && (now = roughness[(unsigned char)s.p[i]]) + before < 2; i++)
		before = now;
	return i > start && before == 1 ? i - 1 : i;
}

/* Copies the line: runs of blanks become one, soft hyphens and control characters go. */
static void put_line(struct text *text, const struct line *line, struct arena *arena)
{
	struct slice s = {text->raw.p, line->end};
	for (size_t i = line->start; i < line->end;) {
		size_t plain = plain_end(s, i), width;
		if (plain > i) {
			put(text, s.p + i, plain - i, i, arena);
			i = plain;
		} else if (is_blank_at(s, i, &width)) {
			if (text->body_size && text->body[text->body_size - 1] != ' ')
				put(text, " ", 1, i, arena);
			i += width;
		} else if ((unsigned char)s.p[i] == 0xc2 && i + 1 < line->end && (unsigned char)s.p[i + 1] == 0xad) {
			i += 2;
		} else {
			put(text, s.p + i, 1, i, arena);
			i++;
		}
	}
}

/* The first line from `i` on that belongs to the running text; the number of lines when there is none. */
static size_t next_line(const struct text *text, size_t i)
{
	while (i < text->lines.n && text->lines.v[i].furniture)
		i++;
	return i;
}

static void put_break(struct text *text, size_t before, size_t i, bool gap, size_t width, struct arena *arena)
{
	size_t after = next_line(text, i + 1);
	struct slice a = text_line(text, &text->lines.v[before]), b = text_line(text, &text->lines.v[i]);
	struct slice c = after < text->lines.n ? text_line(text, &text->lines.v[after]) : SLICE("");
	switch (hyphen_at_end(a, b)) {
	case HYPHEN_DROPPED:
		unput(text);
		return;
	case HYPHEN_KEPT:
		return;
	case HYPHEN_NONE:
	case HYPHEN_HANGING:
		put(text, is_joined(a, b, c, gap, width) ? " " : "\n", 1, text->lines.v[i].start, arena);
	}
}

static void join_lines(struct text *text, size_t width, struct arena *arena)
{
	size_t likely = 2 * text->lines.n; /* a line, and what parts it from the one before it */
	text->pieces = (struct text_pieces){.v = arena_alloc(arena, likely * sizeof *text->pieces.v), .cap = likely};
	size_t before = text->lines.n;
	for (size_t i = 0; i < text->lines.n; i++) {
		const struct line *line = &text->lines.v[i];
		if (line->furniture)
			continue;
		bool gap = line->gap;
		for (size_t k = before + 1; k < i; k++)
			gap |= text->lines.v[k].gap;
		if (before < text->lines.n)
			put_break(text, before, i, gap, width, arena);
		put_line(text, line, arena);
		before = i;
	}
}

void text_read(struct slice raw, struct arena *arena, struct text *out)
{
	*out = (struct text){.raw = raw};
	split_lines(out, arena);
	furniture_mark(out, arena);
	/* Joining adds at most one byte for each line. */
	out->body = arena_alloc(arena, raw.n + out->lines.n + 1);
	join_lines(out, column_width(out, arena), arena);
}

/* Where body[at] stands in raw. */
static size_t origin_of(const struct text_pieces *pieces, size_t at)
{
	size_t low = 0, high = pieces->n; /* the last piece that begins at or before it is one before `low` */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (pieces->v[middle].body <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return pieces->v[low - 1].raw + (at - pieces->v[low - 1].body);
}

struct span text_origin(const struct text *text, struct span span)
{
	size_t start = origin_of(&text->pieces, span.start);
	size_t end = origin_of(&text->pieces, span.end - 1) + 1;
	while (end < text->raw.n && ((unsigned char)text->raw.p[end] & 0xc0) == 0x80)
		end++;
	return (struct span){start, end};
}

size_t text_place(const struct text *text, size_t raw_offset)
{
	const struct text_pieces *pieces = &text->pieces;
	size_t low = 0,
	       high = pieces->n; /* a blank that joins two lines has the origin of what follows it: the last one counts */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (pieces->v[middle].raw <= raw_offset)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return 0;
	size_t at = pieces->v[low - 1].body + (raw_offset - pieces->v[low - 1].raw);
	size_t end = low < pieces->n ? pieces->v[low].body : text->body_size;
	return at < end ? at : end;
}

int text_page(const struct text *text, size_t raw_offset)
{
	int page = 1;
	for (size_t i = 0; i < text->lines.n && text->lines.v[i].start <= raw_offset; i++)
		page = text->lines.v[i].page;
	return page;
}
