/* answer.c: headers as tables. What libmicrohttpd itself refuses gets its bare status and nothing of these, and then the connection is closed: a
 * head of more than it takes, a line without a colon, a length that is no number (which it answers twice). No browser sends such, and no proxy
 * passes it on.
 */
#include "site/answer.h"

#include "site/httpdate.h"

#include <unistd.h>

struct header {
	const char *name;
	const char *value;
};

/* The rules of internet.nl; pages have neither script nor style of their own. */
static const struct header everywhere[] = {
	{"X-Content-Type-Options", "nosniff"},
	{"X-Frame-Options", "DENY"},
	{"Referrer-Policy", "no-referrer"},
	{"Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
				    "form-action 'none'; frame-ancestors 'none'"},
};

static const struct {
	const char *text;
	struct header more;
	unsigned status;
	bool stays; /* the connection */
} refusals[] = {
	{"400 bad request\n", {0}, MHD_HTTP_BAD_REQUEST, false},
	{"404 not found\n", {0}, MHD_HTTP_NOT_FOUND, true},
	{"405 only GET and HEAD\n", {"Allow", "GET, HEAD"}, MHD_HTTP_METHOD_NOT_ALLOWED, false},
	{"413 no body is taken\n", {0}, MHD_HTTP_CONTENT_TOO_LARGE, false},
	{"414 address too long\n", {0}, MHD_HTTP_URI_TOO_LONG, false},
	{"431 headers too large\n", {0}, MHD_HTTP_REQUEST_HEADER_FIELDS_TOO_LARGE, false},
	{"503 try again later\n", {"Retry-After", "300"}, MHD_HTTP_SERVICE_UNAVAILABLE, false},
	{"505 only HTTP/1.1\n", {0}, MHD_HTTP_HTTP_VERSION_NOT_SUPPORTED, false},
};

static bool add(struct MHD_Response *response, const char *name, const char *value)
{
	return MHD_add_response_header(response, name, value) == MHD_YES;
}

/* Adds what every answer has; NULL where that fails. */
static struct MHD_Response *finish(struct MHD_Response *response, bool last, bool whole)
{
	for (size_t i = 0; whole && i < ARRAY_SIZE(everywhere); i++)
		whole = add(response, everywhere[i].name, everywhere[i].value);
	if (whole && last)
		whole = add(response, MHD_HTTP_HEADER_CONNECTION, "close");
	if (!whole && response)
		MHD_destroy_response(response);
	return whole ? response : NULL;
}

/* By which a client and the caches between keep a file. */
static bool add_validators(struct MHD_Response *response, const struct published *file)
{
	char modified[HTTPDATE_TEXT];
	httpdate_format(file->modified, modified);
	return add(response, MHD_HTTP_HEADER_ETAG, file->etag) &&
	       add(response, MHD_HTTP_HEADER_LAST_MODIFIED, modified) &&
	       add(response, MHD_HTTP_HEADER_CACHE_CONTROL,
		   file->secret ? "private, max-age=900" : "public, max-age=900") &&
	       (!file->secret || add(response, "X-Robots-Tag", "noindex"));
}

static bool add_description(struct MHD_Response *response, const struct published *file)
{
	char disposition[PUBLISHED_NAME + 32];
	snprintf(disposition, sizeof disposition, "inline; filename=\"%s\"", file->name);
	return add(response, MHD_HTTP_HEADER_CONTENT_TYPE, file->type) &&
	       (!file->calendar || add(response, MHD_HTTP_HEADER_CONTENT_DISPOSITION, disposition));
}

struct MHD_Response *answer_file(const struct published *file, bool last)
{
	struct MHD_Response *response = MHD_create_response_from_fd64((uint64_t)file->size, file->fd);
	if (!response)
		close(file->fd);
	return finish(response, last, response && add_description(response, file) && add_validators(response, file));
}

static struct MHD_Response *answer_text(const char *text)
{
	/* The text is copied: the library takes no constant one. */
	char bytes[64];
	size_t n = strlen(text);
	memcpy(bytes, text, n);
	return MHD_create_response_from_buffer(n, bytes, MHD_RESPMEM_MUST_COPY);
}

/* The library gives every answer a length: with 304 the 0 of what is sent, since some clients wait for as many bytes as the file has. */
struct MHD_Response *answer_unchanged(const struct published *file, bool last)
{
	struct MHD_Response *response = answer_text("");
	return finish(response, last, response && add_validators(response, file));
}

struct MHD_Response *answer_refusal(unsigned status, bool last)
{
	size_t i = 0;
	while (i + 1 < ARRAY_SIZE(refusals) && refusals[i].status != status)
		i++;
	struct MHD_Response *response = answer_text(refusals[i].text);
	bool whole = response && add(response, MHD_HTTP_HEADER_CONTENT_TYPE, "text/plain; charset=utf-8") &&
		     add(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store") &&
		     (!refusals[i].more.name || add(response, refusals[i].more.name, refusals[i].more.value));
	return finish(response, last || !refusals[i].stays, whole);
}
