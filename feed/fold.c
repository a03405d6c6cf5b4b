/* fold.c: each physical line takes as much as it can up to the last good place. */
#include "feed/fold.h"

enum { MAX_OCTETS = 75 };

void fold_escape(const char *text, struct buf *out)
{
	for (size_t n; *text; text += n + (text[n] != '\0')) {
		n = strcspn(text, "\n\\;,");
		buf_add(out, text, n);
		if (text[n] == '\n')
			buf_add_text(out, "\\n");
		else if (text[n])
			buf_printf(out, "\\%c", text[n]);
	}
}

/* Whether the line may be parted before byte `i`. A line never begins inside an escape, so counting from its start is enough. */
static bool is_allowed(struct slice line, size_t i)
{
	size_t backslashes = 0;
	while (backslashes < i && line.p[i - 1 - backslashes] == '\\')
		backslashes++;
	return (line.p[i] & 0xc0) != 0x80 && backslashes % 2 == 0;
}

static bool is_good(struct slice line, size_t i)
{
	return line.p[i - 1] != ' ' && line.p[i] != ' ' && is_allowed(line, i);
}

static size_t place(struct slice line, size_t room)
{
	for (size_t i = room; i > 1; i--)
		if (is_good(line, i))
			return i;
	for (size_t i = room; i > 1; i--)
		if (is_allowed(line, i))
			return i;
	return room;
}

void fold_line(struct slice line, struct buf *out)
{
	for (size_t room = MAX_OCTETS; line.n > room; room = MAX_OCTETS - 1) {
		size_t n = place(line, room);
		buf_add(out, line.p, n);
		buf_add_text(out, "\r\n ");
		line.p += n;
		line.n -= n;
	}
	buf_add(out, line.p, line.n);
	buf_add_text(out, "\r\n");
}

/* The library may put a fold within the line end: it is an end only once the folds are out. */
void fold_undo(const char *line, struct buf *out)
{
	size_t first = out->n;
	for (const char *p = line; *p;) {
		size_t n = strcspn(p, "\r");
		bool fold = p[n] && p[n + 1] == '\n' && (p[n + 2] == ' ' || p[n + 2] == '\t');
		buf_add(out, p, n + (p[n] && !fold));
		p += n + (fold ? 3 : p[n] != '\0');
	}
	if (out->n >= first + 2 && memcmp(out->p + out->n - 2, "\r\n", 2) == 0)
		out->p[out->n -= 2] = '\0';
}
