/* json.c: text is escaped as RFC 8259 asks. A byte that is no UTF-8, as a file's name may hold, becomes U+FFFD. */
#include "cli/json.h"

#include "ingest/plain.h"

void json_init(struct json *json)
{
	buf_init(&json->buf);
	json->comma = false;
}

void json_release(struct json *json)
{
	buf_release(&json->buf);
}

void json_print(struct json *json)
{
	buf_add_text(&json->buf, "\n");
	fwrite(json->buf.p, 1, json->buf.n, stdout);
	json->buf.n = 0;
	json->comma = false;
}

static bool is_plain(char c)
{
	return (unsigned char)c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

/* Adds text that is valid UTF-8. */
static void put_escaped(struct buf *buf, struct slice s)
{
	for (const char *p = s.p, *end = s.p + s.n; p < end;) {
		const char *run = p;
		while (p < end && is_plain(*p))
			p++;
		buf_add(buf, run, (size_t)(p - run));
		if (p == end)
			break;
		if (*p == '"' || *p == '\\')
			buf_printf(buf, "\\%c", *p);
		else if (*p == '\n')
			buf_add_text(buf, "\\n");
		else
			buf_printf(buf, "\\u%04x", (unsigned)(unsigned char)*p);
		p++;
	}
}

static void put_quoted(struct buf *buf, const char *text)
{
	buf_add_text(buf, "\"");
	for (struct slice s = slice_of(text); s.n;) {
		size_t valid = plain_valid(s);
		put_escaped(buf, (struct slice){s.p, valid});
		if (valid < s.n)
			buf_add_text(buf, "\xef\xbf\xbd");
		size_t taken = valid < s.n ? valid + 1 : valid;
		s = (struct slice){s.p + taken, s.n - taken};
	}
	buf_add_text(buf, "\"");
}

static void put_key(struct json *json, const char *key)
{
	if (json->comma)
		buf_add_text(&json->buf, ",");
	json->comma = true;
	if (!key)
		return;
	put_quoted(&json->buf, key);
	buf_add_text(&json->buf, ":");
}

void json_text(struct json *json, const char *key, const char *value)
{
	put_key(json, key);
	if (value)
		put_quoted(&json->buf, value);
	else
		buf_add_text(&json->buf, "null");
}

void json_number(struct json *json, const char *key, int64_t value)
{
	put_key(json, key);
	buf_printf(&json->buf, "%lld", (long long)value);
}

void json_bool(struct json *json, const char *key, bool value)
{
	put_key(json, key);
	buf_add_text(&json->buf, value ? "true" : "false");
}

void json_day(struct json *json, const char *key, int day)
{
	char text[DATE_TEXT];
	json_text(json, key, day == DATE_NONE ? NULL : date_format(day, text));
}

static void begin(struct json *json, const char *key, const char *bracket)
{
	put_key(json, key);
	buf_add_text(&json->buf, bracket);
	json->comma = false;
}

static void end(struct json *json, const char *bracket)
{
	buf_add_text(&json->buf, bracket);
	json->comma = true;
}

void json_begin_object(struct json *json, const char *key)
{
	begin(json, key, "{");
}

void json_end_object(struct json *json)
{
	end(json, "}");
}

void json_begin_array(struct json *json, const char *key)
{
	begin(json, key, "[");
}

void json_end_array(struct json *json)
{
	end(json, "]");
}
