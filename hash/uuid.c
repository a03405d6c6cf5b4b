/* uuid.c: SHA-1 (RFC 3174) stands here because version 5 asks for it and libsodium leaves it out; nothing rests on its strength. */
#include "hash/uuid.h"

static const uint8_t namespace_griffie[16] = {0x2d, 0x5c, 0x9f, 0x1e, 0x7a, 0x43, 0x4b, 0x06,
					      0x9e, 0x58, 0xd1, 0x0b, 0x63, 0xc4, 0x8a, 0xf7};

static uint32_t rotate(uint32_t x, int n)
{
	return x << n | x >> (32 - n);
}

static void sha1_block(uint32_t h[5], const uint8_t block[64])
{
	uint32_t w[80];
	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
		       (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < 80; i++)
		w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
	uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
	for (int i = 0; i < 80; i++) {
		uint32_t f = i < 20   ? (b & c) | (~b & d)
			     : i < 40 ? b ^ c ^ d
			     : i < 60 ? (b & c) | (b & d) | (c & d)
				      : b ^ c ^ d;
		static const uint32_t k[] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
		uint32_t next = rotate(a, 5) + f + e + k[i / 20] + w[i];
		e = d, d = c, c = rotate(b, 30), b = a, a = next;
	}
	h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
}

/* SHA-1 of the namespace and the name, first 16 bytes. */
static void digest(struct slice name, uint8_t out[16])
{
	uint32_t h[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
	uint64_t total = sizeof namespace_griffie + name.n;
	uint64_t padded = (total + 9 + 63) / 64 * 64;
	uint8_t block[64];
	for (uint64_t i = 0; i < padded; i++) {
		uint8_t byte = 0;
		if (i < sizeof namespace_griffie)
			byte = namespace_griffie[i];
		else if (i < total)
			byte = (uint8_t)name.p[i - sizeof namespace_griffie];
		else if (i == total)
			byte = 0x80;
		else if (i >= padded - 8)
			byte = (uint8_t)(total * 8 >> 8 * (padded - 1 - i));
		block[i % 64] = byte;
		if (i % 64 == 63)
			sha1_block(h, block);
	}
	for (int i = 0; i < 16; i++)
		out[i] = (uint8_t)(h[i / 4] >> (24 - 8 * (i % 4)));
}

void uuid_from_name(struct slice name, char out[UUID_TEXT])
{
	uint8_t u[16];
	digest(name, u);
	u[6] = (uint8_t)((u[6] & 0x0f) | 0x50);
	u[8] = (uint8_t)((u[8] & 0x3f) | 0x80);
	static const char digits[] = "0123456789abcdef";
	char *p = out;
	for (int i = 0; i < 16; i++) {
		if (i == 4 || i == 6 || i == 8 || i == 10)
			*p++ = '-';
		*p++ = digits[u[i] >> 4];
		*p++ = digits[u[i] & 0x0f];
	}
	*p = '\0';
}
