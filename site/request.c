/* request.c: what is refused, and in which order: what cannot be read for sure comes first, since nothing else about it can be believed. */
#include "site/request.h"

#include <strings.h>

/* ---- the target ---- */

/* Nothing but what a URI is written with (RFC 3986), and no NUL in disguise. */
static bool target_is_clean(const char *text)
{
	for (const char *p = text; *p; p++)
		if (*p <= ' ' || *p > '~' || strchr("\\\"<>^`{|}#", *p) || (p[0] == '%' && p[1] == '0' && p[2] == '0'))
			return false;
	return true;
}

void target_read(const char *text, struct target *out)
{
	size_t path = strcspn(text, "?");
	*out = (struct target){.size = strlen(text)};
	if (out->size > REQUEST_TARGET_MOST || path > REQUEST_PATH_MOST)
		out->refusal = MHD_HTTP_URI_TOO_LONG;
	else if (*text != '/' || !target_is_clean(text))
		out->refusal = MHD_HTTP_BAD_REQUEST;
	else
		memcpy(out->path, text, path);
}

/* ---- the lines of the head ---- */

struct head {
	size_t size; /* of the lines, written strictly */
	unsigned lines;
	unsigned hosts;
	unsigned lengths;
	unsigned encodings;
	unsigned long long body; /* bytes */
	bool broken;
};

static bool is_token(const char *name, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!is_letter(name[i]) && !is_digit(name[i]) && !memchr("!#$%&'*+-.^_`|~", name[i], 15))
			return false;
	return n > 0;
}

static bool is_value(const char *value, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)value[i] < ' ' && value[i] != '\t') || value[i] == 0x7f)
			return false;
	return true;
}

static bool is_host(const char *value)
{
	for (; *value; value++)
		if (!is_letter(*value) && !is_digit(*value) && !strchr("-._~:[]", *value))
			return false;
	return true;
}

static bool is_number(const char *value)
{
	return *value && value[strspn(value, "0123456789")] == '\0' && strlen(value) < 19;
}

static void weigh(struct head *head, const char *name, const char *value)
{
	if (strcasecmp(name, MHD_HTTP_HEADER_HOST) == 0) {
		head->hosts++;
		head->broken |= !is_host(value);
	} else if (strcasecmp(name, MHD_HTTP_HEADER_CONTENT_LENGTH) == 0) {
		head->lengths++;
		head->broken |= !is_number(value);
		head->body = strtoull(value, NULL, 10);
	} else if (strcasecmp(name, MHD_HTTP_HEADER_TRANSFER_ENCODING) == 0) {
		head->encodings++;
	}
}

/* Name and value point into the line as it came: what lies between them is the colon and blanks. */
static enum MHD_Result take_line(void *user, enum MHD_ValueKind kind, const char *name, size_t name_size,
				 const char *value, size_t value_size)
{
	struct head *head = user;
	(void)kind;
	uintptr_t gap = value ? (uintptr_t)value - (uintptr_t)name - name_size : 0;
	head->lines++;
	if (!value || gap < 1 || gap > REQUEST_HEAD_MOST || !is_token(name, name_size) ||
	    !is_value(value, value_size)) {
		head->broken = true;
		return MHD_NO;
	}
	head->size += name_size + gap + value_size + 2;
	weigh(head, name, value);
	return MHD_YES;
}

static size_t head_size(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
	return info ? info->header_size : 0;
}

unsigned request_check(struct MHD_Connection *connection, const char *method, const char *version,
		       const struct target *target)
{
	size_t size = head_size(connection);
	struct head head = {.size = strlen(method) + 1 + target->size + 1 + strlen(version) + 2 + 2};
	bool newer = strcmp(version, MHD_HTTP_VERSION_1_1) == 0;
	if (target->refusal == MHD_HTTP_URI_TOO_LONG)
		return MHD_HTTP_URI_TOO_LONG;
	MHD_get_connection_values_n(connection, MHD_HEADER_KIND, take_line, &head);
	if (size > REQUEST_HEAD_MOST || head.lines > REQUEST_LINES_MOST)
		return MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE;
	if (!newer && strcmp(version, MHD_HTTP_VERSION_1_0) != 0)
		return MHD_HTTP_HTTP_VERSION_NOT_SUPPORTED;
	if (target->refusal || head.broken || head.size != size || head.hosts > 1 || (newer && head.hosts == 0) ||
	    head.lengths > 1 || (head.lengths && head.encodings))
		return MHD_HTTP_BAD_REQUEST;
	if (strcmp(method, MHD_HTTP_METHOD_GET) != 0 && strcmp(method, MHD_HTTP_METHOD_HEAD) != 0)
		return MHD_HTTP_METHOD_NOT_ALLOWED;
	if (head.encodings)
		return MHD_HTTP_BAD_REQUEST;
	return head.body > REQUEST_BODY_NAMED ? MHD_HTTP_CONTENT_TOO_LARGE : head.body ? MHD_HTTP_BAD_REQUEST : 0;
}
