/* address.c: a base that a person gave is checked and refused; what a paper gave is encoded. */
#include "feed/address.h"

static const char scheme[] = "https://";

static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-._~", c));
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* RFC 3986, 2.2 and 2.3, without "@", which would carry a user name, and without "#" and "'". */
static bool is_uri(const char *p)
{
	for (; *p; p++)
		if (*p == '%' ? !is_hex(p[1]) || !is_hex(p[2]) : !is_unreserved(*p) && !strchr(":/?[]!$&()*+,;=", *p))
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
	*out = arena_printf(arena, "%s%s", base, strchr(base + n, '/') ? "" : "/");
	return OK;
}

const char *address_of(const char *base, const char *item, const char *anchor, struct arena *arena)
{
	struct buf url;
	buf_init(&url);
	buf_add_text(&url, base);
	for (; *item; item++) {
		if (is_unreserved(*item))
			buf_add(&url, item, 1);
		else
			buf_printf(&url, "%%%02X", (unsigned)(unsigned char)*item);
	}
	buf_printf(&url, "#%s", anchor);
	const char *text = arena_text(arena, (struct slice){url.p, url.n});
	buf_release(&url);
	return text;
}
