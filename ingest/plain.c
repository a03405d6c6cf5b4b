/* plain.c: strict UTF-8 (RFC 3629, section 4), and the 32 places in which Windows-1252 differs from Latin-1. */
#include "ingest/plain.h"

/* What 0x80 to 0x9f stand for; 0 where Windows-1252 has nothing. */
static const uint16_t windows_1252[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* Which second bytes may follow a first byte from `first` on. */
static const struct lead {
	unsigned char first;
	unsigned char size;
	unsigned char low;
	unsigned char high;
} leads[] = {
	{0x01, 1, 0x80, 0xbf}, {0x80, 0, 0x80, 0xbf}, {0xc2, 2, 0x80, 0xbf}, {0xe0, 3, 0xa0, 0xbf},
	{0xe1, 3, 0x80, 0xbf}, {0xed, 3, 0x80, 0x9f}, {0xee, 3, 0x80, 0xbf}, {0xf0, 4, 0x90, 0xbf},
	{0xf1, 4, 0x80, 0xbf}, {0xf4, 4, 0x80, 0x8f}, {0xf5, 0, 0x80, 0xbf},
};

/* The length of the character at `p`; 0 when it is none. */
static size_t character_size(const unsigned char *p, size_t n)
{
	size_t i = ARRAY_SIZE(leads);
	while (i && p[0] < leads[i - 1].first)
		i--;
	if (!i || leads[i - 1].size > n)
		return 0;
	const struct lead *lead = &leads[i - 1];
	if (lead->size > 1 && (p[1] < lead->low || p[1] > lead->high))
		return 0;
	for (size_t k = 2; k < lead->size; k++)
		if (p[k] < 0x80 || p[k] > 0xbf)
			return 0;
	return lead->size;
}

size_t plain_valid(struct slice bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.p;
	size_t at = 0;
	while (at < bytes.n) {
		size_t size = p[at] && p[at] < 0x80 ? 1 : character_size(p + at, bytes.n - at);
		if (!size)
			break;
		at += size;
	}
	return at;
}

size_t plain_repair(char *bytes, size_t n)
{
	size_t repaired = 0;
	for (size_t at = 0; (at += plain_valid((struct slice){bytes + at, n - at})) < n; repaired++)
		bytes[at] = bytes[at] ? '?' : ' ';
	return repaired;
}

/* Writes the one to three bytes of a character below U+10000; returns how many. */
static size_t character_write(unsigned code, char *out)
{
	if (code < 0x80) {
		out[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (char)(0xc0 | code >> 6);
		out[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	out[0] = (char)(0xe0 | code >> 12);
	out[1] = (char)(0x80 | (code >> 6 & 0x3f));
	out[2] = (char)(0x80 | (code & 0x3f));
	return 3;
}

static enum status from_windows_1252(struct slice bytes, struct arena *arena, struct slice *out, struct err *err)
{
	char *text = arena_alloc(arena, bytes.n * 3 + 1);
	size_t n = 0;
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned code = (unsigned char)bytes.p[i];
		if (code >= 0x80 && code < 0xa0)
			code = windows_1252[code - 0x80];
		if (!code)
			return err_set(err, E_INVALID,
				       "neither UTF-8 nor Windows-1252 (byte 0x%02x at %zu): save it as UTF-8",
				       (unsigned char)bytes.p[i], i);
		n += character_write(code, text + n);
	}
	*out = (struct slice){text, n};
	return OK;
}

enum status plain_read(struct slice bytes, struct arena *arena, struct plain *out, struct err *err)
{
	struct slice text = bytes;
	const char *remark = NULL;
	if (bytes.n > (size_t)PLAIN_MAX_MB << 20)
		return err_set(err, E_INVALID, "more than %d MB of text: split it", PLAIN_MAX_MB);
	if (slice_begins(text, "\xef\xbb\xbf")) {
		text.p += 3;
		text.n -= 3;
	}
	if (plain_valid(text) < text.n) {
		enum status status = from_windows_1252(bytes, arena, &text, err);
		if (status)
			return status;
		remark = "not valid UTF-8: read as Windows-1252";
	}
	*out = (struct plain){.text = text, .remark = remark};
	return OK;
}

int plain_pages(struct slice text)
{
	int pages = 1;
	for (size_t i = 0; i + 1 < text.n; i++)
		pages += text.p[i] == '\f';
	return pages;
}
