/* address.c: a base that a person gave is checked and refused; what a paper gave is encoded. */
#include "feed/address.h"

#include "hash/sha256.h"

static const char scheme[] = "https://";

static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-._~", c));
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* RFC 3986, 2.2 and 2.3, without "@", which would carry a user name, "?" and "#", which end a path, and "'". */
static bool is_uri(const char *p)
{
	for (; *p; p++)
		if (*p == '%' ? !is_hex(p[1]) || !is_hex(p[2]) : !is_unreserved(*p) && !strchr(":/[]!$&()*+,;=", *p))
			return false;
	return true;
}

enum status address_base(const char *base, struct arena *arena, const char **out, struct err *err)
{
	if (!base)
		base = "https://griffie.invalid/";
	size_t n = sizeof scheme - 1;
	if (strncmp(base, scheme, n) != 0 || !is_unreserved(base[n]) || !is_uri(base))
		return err_set(err, E_INVALID,
			       "'%.150s' is no address for a feed: give one such as https://raad.example.nl/", base);
	*out = arena_printf(arena, "%s%s", base, base[strlen(base) - 1] == '/' ? "" : "/");
	return OK;
}

/* What is no letter, digit, "-" or "." stands as "_" and its hexadecimal digits, "_" too, so that nothing is lost; and so does a "."
 * that would hide the file. */
const char *address_page(const char *item, struct arena *arena)
{
	enum { MOST = 180, KEPT = 120 };
	char digest[SHA256_TEXT];
	struct buf path;
	buf_init(&path);
	for (const char *p = item; *p; p++) {
		if (is_unreserved(*p) && *p != '_' && *p != '~' && (*p != '.' || p > item))
			buf_add(&path, p, 1);
		else
			buf_printf(&path, "_%02X", (unsigned)(unsigned char)*p);
	}
	if (path.n > MOST) {
		sha256_text(item, strlen(item), digest);
		path.n = KEPT;
		buf_printf(&path, "_%.32s", digest);
	}
	const char *text = arena_printf(arena, "items/%.*s.html", (int)path.n, path.n ? path.p : "");
	buf_release(&path);
	return text;
}

const char *address_of(const char *base, const char *item, const char *anchor, struct arena *arena)
{
	return arena_printf(arena, "%s%s#%s", base, address_page(item, arena), anchor);
}
