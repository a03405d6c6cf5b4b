/* clean.c: a pass that decodes and sieves, one that blanks out, one that cuts, one that makes room for folds.
 *
 * The sieve comes first, so that no invisible character can hide an address from the blanking out. A backslash becomes a stroke: some
 * readers unescape twice, and papers do not need it.
 */
#include "feed/clean.h"

#include "core/contact.h"

/* Past this many octets without a place to fold, a blank becomes one that may stand at a fold. */
enum { FOLD_NEED = 40, REPLACEMENT = 0xfffd };

#define NO_BREAK "\xc2\xa0"
#define ELLIPSIS "\xe2\x80\xa6"

enum sieve { KEEP, BLANK, DROP };

/* Sorted. The joiners U+200C and U+200D stay: scripts and emoji need them. */
static const struct {
	uint32_t first;
	uint32_t last;
	enum sieve sieve;
} sieves[] = {
	{0x0000, 0x0008, DROP},   {0x0009, 0x000d, BLANK}, {0x000e, 0x001f, DROP},  {0x0020, 0x0020, BLANK},
	{0x007f, 0x0084, DROP},   {0x0085, 0x0085, BLANK}, {0x0086, 0x009f, DROP},  {0x00a0, 0x00a0, BLANK},
	{0x00ad, 0x00ad, DROP},   {0x061c, 0x061c, DROP},  {0x1680, 0x1680, BLANK}, {0x180e, 0x180e, DROP},
	{0x2000, 0x200a, BLANK},  {0x200b, 0x200b, DROP},  {0x200e, 0x200f, DROP},  {0x2028, 0x2029, BLANK},
	{0x202a, 0x202e, DROP},   {0x202f, 0x202f, BLANK}, {0x205f, 0x205f, BLANK}, {0x2060, 0x206f, DROP},
	{0x3000, 0x3000, BLANK},  {0xfeff, 0xfeff, DROP},  {0xfff9, 0xfffb, DROP},  {0xfffe, 0xffff, DROP},
	{0xe0000, 0xe007f, DROP},
};

static enum sieve sieve_of(uint32_t c)
{
	for (size_t i = 0; i < ARRAY_SIZE(sieves) && sieves[i].first <= c; i++)
		if (c <= sieves[i].last)
			return sieves[i].sieve;
	return KEEP;
}

/* The code point at the start of `s`, which is not empty, and its length; a byte that begins none is REPLACEMENT (RFC 3629). */
static uint32_t decode(struct slice s, size_t *length)
{
	static const struct {
		uint8_t mask;
		uint8_t lead;
		uint32_t least;
	} forms[] = {{0x80, 0x00, 0}, {0xe0, 0xc0, 0x80}, {0xf0, 0xe0, 0x800}, {0xf8, 0xf0, 0x10000}};
	uint8_t lead = (uint8_t)s.p[0];
	*length = 1;
	for (size_t i = 0; i < ARRAY_SIZE(forms); i++) {
		if ((lead & forms[i].mask) != forms[i].lead || s.n <= i)
			continue;
		uint32_t c = lead & (uint8_t)~forms[i].mask;
		for (size_t k = 1; k <= i; k++) {
			if ((s.p[k] & 0xc0) != 0x80)
				return REPLACEMENT;
			c = c << 6 | ((uint8_t)s.p[k] & 0x3f);
		}
		if (c < forms[i].least || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
			return REPLACEMENT;
		*length = i + 1;
		return c;
	}
	return REPLACEMENT;
}

/* How many bytes of it are visible characters of ASCII, which stay as they are: most are. */
static size_t plain_run(struct slice s)
{
	size_t n = 0;
	while (n < s.n && s.p[n] > ' ' && s.p[n] < 0x7f && s.p[n] != '\\')
		n++;
	return n;
}

/* Visible characters with single blanks between them, none at the ends. */
static void sieve(struct slice text, struct buf *out)
{
	bool blank = false;
	size_t length;
	for (; text.n; text.p += length, text.n -= length) {
		size_t run = plain_run(text);
		uint32_t c = run ? (uint32_t)text.p[0] : decode(text, &length);
		enum sieve kind = run ? KEEP : sieve_of(c);
		if (run)
			length = run;
		if (kind == BLANK)
			blank = true;
		if (kind != KEEP)
			continue;
		if (blank && out->n)
			buf_add_text(out, " ");
		blank = false;
		if (c == REPLACEMENT)
			buf_add_text(out, "\xef\xbf\xbd");
		else if (c == '\\')
			buf_add_text(out, "/");
		else
			buf_add(out, text.p, length);
	}
}

/* Byte offset of character number `n`, or the end. */
static size_t offset_of(struct slice s, size_t n)
{
	size_t i = 0;
	for (; i < s.n; i++)
		if ((s.p[i] & 0xc0) != 0x80 && n-- == 0)
			break;
	return i;
}

/* At most `max` characters. A word is split only where that saves more than half of the room. */
static void cut(struct buf *text, size_t max)
{
	struct slice s = {text->p, text->n};
	size_t end = offset_of(s, max);
	if (end == s.n)
		return;
	end = offset_of(s, max - 1);
	size_t word = end;
	while (word > end / 2 && s.p[word] != ' ')
		word--;
	text->n = s.p[word] == ' ' ? word : end;
	while (text->n && strchr(" ,;:-", text->p[text->n - 1]))
		text->n--;
	buf_add_text(text, ELLIPSIS);
}

/* A fold stands beside no blank and inside no escape. "a b c d ..." offers no such place, so now and then its blank does not break. */
static void loosen(struct slice text, struct buf *out)
{
	size_t since = 0, from = 0;
	bool after_blank = true;
	for (size_t i = 0, length; i < text.n; i += length) {
		for (length = 1; i + length < text.n && (text.p[i + length] & 0xc0) == 0x80;)
			length++;
		bool blank = text.p[i] == ' ';
		if (blank && since > FOLD_NEED) {
			buf_add(out, text.p + from, i - from);
			buf_add_text(out, NO_BREAK);
			since = 0, after_blank = false, from = i + 1;
			continue;
		}
		since = !blank && !after_blank ? 0 : since;
		since += length + (text.p[i] == ';' || text.p[i] == ',');
		after_blank = blank;
	}
	buf_add(out, text.p + from, text.n - from);
}

const char *clean_line(const char *text, size_t max, struct arena *arena)
{
	struct buf seen, open, loose;
	buf_init(&seen);
	buf_init(&open);
	buf_init(&loose);
	sieve(slice_of(text ? text : ""), &seen);
	contact_redact((struct slice){seen.p, seen.n}, &open);
	cut(&open, max);
	loosen((struct slice){open.p, open.n}, &loose);
	const char *line = arena_text(arena, (struct slice){loose.p, loose.n});
	buf_release(&loose);
	buf_release(&open);
	buf_release(&seen);
	return line;
}
