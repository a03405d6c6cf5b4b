/* source.c: UTF-8 by the table of RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF. */
#include "rules/source.h"

/* Bytes of the character at `s`, and the character; 0 when it is none. */
static size_t character_read(struct slice s, uint32_t *out)
{
	const unsigned char *p = (const unsigned char *)s.p;
	unsigned char c = p[0];
	size_t n = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
	if (!n || n > s.n)
		return 0;
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	uint32_t value = n == 1 ? c : c & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (p[i] & 0x3fu);
	}
	if (value < least[n] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
		return 0;
	*out = value;
	return n;
}

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

static bool is_direction(uint32_t c)
{
	return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

enum status source_check(struct slice source, struct err *err)
{
	if (source.n > SOURCE_MAX)
		return err_set(err, E_RULE,
			       "%zu bytes, at most %zu are allowed: leave rules out or split the pack by 'base'",
			       source.n, SOURCE_MAX);
	size_t line = 1;
	for (size_t i = 0; i < source.n;) {
		uint32_t c = 0;
		size_t n = character_read((struct slice){source.p + i, source.n - i}, &c);
		if (!n)
			return err_set(err, E_RULE, "line %zu, byte %zu is not UTF-8: save the file as UTF-8", line,
				       i + 1);
		if (c == 0xfeff && i == 0)
			return err_set(
				err, E_RULE,
				"line 1 begins with a byte order mark (U+FEFF): save the file as UTF-8 without it");
		bool line_form = c == '\t' || c == '\n' || c == '\r';
		line += c == '\n';
		if ((is_control(c) && !line_form) || is_direction(c) || c == 0xfeff)
			return err_set(err, E_RULE, "line %zu, byte %zu: the character U+%04X is not allowed in a pack",
				       line, i + 1, (unsigned)c);
		i += n;
	}
	return OK;
}

bool source_is_clean(struct slice text)
{
	for (size_t i = 0; i < text.n;) {
		uint32_t c = 0;
		size_t n = character_read((struct slice){text.p + i, text.n - i}, &c);
		if (!n || is_control(c) || is_direction(c))
			return false;
		i += n;
	}
	return true;
}

const char *source_clean(struct slice text, size_t max, struct arena *arena)
{
	char *out = arena_alloc(arena, max + 1);
	size_t used = 0;
	for (size_t i = 0; i < text.n;) {
		uint32_t c = 0;
		size_t n = character_read((struct slice){text.p + i, text.n - i}, &c);
		size_t wide = n ? n : 1;
		bool bad = !n || is_control(c) || is_direction(c);
		if (used + (bad ? 1 : wide) > max)
			break;
		if (bad)
			out[used++] = n ? ' ' : '?';
		else
			memcpy(out + used, text.p + i, n), used += n;
		i += wide;
	}
	return out;
}
