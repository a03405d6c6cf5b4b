/* site.c: the daemon: libmicrohttpd reads and sends in a few threads, each with an epoll of its own and files by sendfile(2).
 *
 * A request is looked at twice. The head is judged at the first call: an answer given there ends the connection, so that what may hide behind
 * a doubtful head is never read. What is in order is answered at the second, which leaves the connection open.
 */
#include "site/site.h"

#include "site/answer.h"
#include "site/condition.h"
#include "site/confine.h"
#include "site/connection.h"
#include "site/listener.h"

#include <unistd.h>

enum {
	THREADS = 4,
	PER_ADDRESS = 128, /* connections; an office shares one address */
	CONNECTION_MEMORY =
		40960, /* zeroed for each request; a head that fits, and is refused, gets an answer of ours */
};

struct site {
	struct shelf *shelf;
	struct MHD_Daemon *daemon;
	int socket;
	int port;
	char url[80];
	struct connections connections;
	pthread_mutex_t trouble_lock;
	bool troubled;
	struct err trouble;
	const char *(*translate)(const char *text);
};

/* ---- answers ---- */

static enum MHD_Result pass_on(struct MHD_Connection *to, unsigned status, struct MHD_Response *response)
{
	if (!response)
		return MHD_NO; /* no memory for an answer: the connection is closed */
	enum MHD_Result queued = MHD_queue_response(to, status, response);
	MHD_destroy_response(response);
	return queued;
}

static enum MHD_Result refuse(struct MHD_Connection *to, struct connection *connection, unsigned status)
{
	bool last = connection_answer(connection, 0);
	return pass_on(to, status, answer_refusal(status, last));
}

struct wanted {
	const struct published *file;
	bool listed; /* If-None-Match was there */
	bool named;  /* and names the file */
};

static enum MHD_Result take_none_match(void *user, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct wanted *wanted = user;
	(void)kind;
	if (value && name && slice_begins(slice_of(name), MHD_HTTP_HEADER_IF_NONE_MATCH) &&
	    strlen(name) == strlen(MHD_HTTP_HEADER_IF_NONE_MATCH)) {
		wanted->listed = true;
		wanted->named = wanted->named || condition_names(value, wanted->file->etag);
	}
	return MHD_YES;
}

/* Whether the client says that it has the file as it is: If-None-Match counts alone where it is there. */
static bool is_unchanged(struct MHD_Connection *from, const struct published *file)
{
	struct wanted wanted = {.file = file};
	MHD_get_connection_values(from, MHD_HEADER_KIND, take_none_match, &wanted);
	if (wanted.listed)
		return wanted.named;
	const char *since = MHD_lookup_connection_value(from, MHD_HEADER_KIND, MHD_HTTP_HEADER_IF_MODIFIED_SINCE);
	return since && condition_is_since(since, file->modified);
}

static void note_trouble(struct site *site, const struct err *err)
{
	pthread_mutex_lock(&site->trouble_lock);
	site->trouble = *err;
	site->troubled = true;
	pthread_mutex_unlock(&site->trouble_lock);
}

static enum MHD_Result answer(struct site *site, struct MHD_Connection *to, struct connection *connection)
{
	struct published file;
	struct err err = {.translate = site->translate};
	enum status status = published_open(site->shelf, connection->target.path, &file, &err);
	if (status == E_NOT_FOUND)
		return refuse(to, connection, MHD_HTTP_NOT_FOUND);
	if (status != OK) {
		note_trouble(site, &err);
		return refuse(to, connection, MHD_HTTP_SERVICE_UNAVAILABLE);
	}
	if (is_unchanged(to, &file)) {
		close(file.fd);
		bool last = connection_answer(connection, 0);
		return pass_on(to, MHD_HTTP_NOT_MODIFIED, answer_unchanged(&file, last));
	}
	bool last = connection_answer(connection, file.size);
	return pass_on(to, MHD_HTTP_OK, answer_file(&file, last));
}

/* ---- what the library calls ---- */

static void on_connection(void *user, struct MHD_Connection *mhd, void **context,
			  enum MHD_ConnectionNotificationCode code)
{
	struct site *site = user;
	if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
		connection_free(*context);
		*context = NULL;
		return;
	}
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CONNECTION_FD);
	*context = info ? connection_new(&site->connections, info->connect_fd) : NULL;
}

/* Called with the target as it came, before anything is decoded; what it returns is the request's own in the calls that follow. */
static void *on_target(void *user, const char *target, struct MHD_Connection *mhd)
{
	(void)user;
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct connection *connection = info ? info->socket_context : NULL;
	if (connection)
		target_read(target ? target : "", &connection->target);
	return connection;
}

static enum MHD_Result on_request(void *user, struct MHD_Connection *mhd, const char *decoded, const char *method,
				  const char *version, const char *body, size_t *body_size, void **context)
{
	struct connection *connection = *context;
	(void)decoded, (void)body, (void)body_size;
	if (!connection)
		return MHD_NO;
	if (connection->heard)
		return answer(user, mhd, connection);
	connection->heard = true;
	unsigned refusal = connection->crowded ? MHD_HTTP_SERVICE_UNAVAILABLE
					       : request_check(mhd, method, version, &connection->target);
	return refusal ? refuse(mhd, connection, refusal) : MHD_YES;
}

static void on_completed(void *user, struct MHD_Connection *mhd, void **context, enum MHD_RequestTerminationCode code)
{
	(void)user, (void)mhd, (void)code;
	if (*context)
		connection_rest(*context);
}

/* Addresses are taken as they are written. */
static size_t leave_escaped(void *user, struct MHD_Connection *mhd, char *text)
{
	(void)user, (void)mhd;
	return strlen(text);
}

/* ---- life ---- */

static enum status start(struct site *site, const struct site_options *options, struct err *err)
{
	const unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC;
	site->daemon = MHD_start_daemon(
		flags, 0, NULL, NULL, on_request, site, MHD_OPTION_LISTEN_SOCKET, site->socket,
		MHD_OPTION_THREAD_POOL_SIZE, (unsigned)THREADS, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MOST,
		MHD_OPTION_PER_IP_CONNECTION_LIMIT, options->behind_proxy ? 0U : (unsigned)PER_ADDRESS,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY, MHD_OPTION_NOTIFY_CONNECTION,
		on_connection, site, MHD_OPTION_NOTIFY_COMPLETED, on_completed, site, MHD_OPTION_URI_LOG_CALLBACK,
		on_target, site, MHD_OPTION_UNESCAPE_CALLBACK, leave_escaped, NULL, MHD_OPTION_END);
	if (!site->daemon)
		return err_set(err, E_IO, "the server cannot be started: too few threads, files or memory");
	return OK;
}

static enum status check_reach(const struct listener *listener, const struct site_options *options, struct err *err)
{
	if (options->behind_proxy || listener_reach(listener) != REACH_PUBLIC)
		return OK;
	return err_set(err, E_REFUSED,
		       "'%s' is a public address: put a proxy that speaks https before this server, and give "
		       "--behind-proxy",
		       options->address);
}

static enum status open_all(struct site *site, const struct site_options *options, struct err *err)
{
	struct listener listener;
	enum status status = listener_parse(options->address, options->port, &listener, err);
	if (status == OK)
		status = check_reach(&listener, options, err);
	if (status == OK)
		status = shelf_open(options->folder, &site->shelf, err);
	if (status == OK)
		status = listener_open(&listener, &site->socket, err);
	if (status != OK)
		return status;
	site->port = listener_port(&listener);
	listener_url(&listener, site->url, sizeof site->url);
	if (options->confined)
		(void)confine_to(shelf_folder(site->shelf)); /* a second wall: without it there is still the first */
	return start(site, options, err);
}

enum status site_open(const struct site_options *options, struct site **out, struct err *err)
{
	struct site *site = calloc(1, sizeof *site);
	if (!site)
		memory_exhausted();
	site->socket = -1;
	site->translate = err ? err->translate : NULL;
	pthread_mutex_init(&site->trouble_lock, NULL);
	pthread_mutex_init(&site->connections.lock, NULL);
	enum status status = open_all(site, options, err);
	if (status == OK)
		*out = site;
	else
		site_free(site);
	return status;
}

void site_free(struct site *site)
{
	if (!site)
		return;
	if (site->daemon)
		MHD_stop_daemon(site->daemon);
	if (site->socket >= 0)
		close(site->socket);
	shelf_free(site->shelf);
	pthread_mutex_destroy(&site->connections.lock);
	pthread_mutex_destroy(&site->trouble_lock);
	free(site);
}

const char *site_url(const struct site *site)
{
	return site->url;
}

int site_port(const struct site *site)
{
	return site->port;
}

void site_tick(struct site *site)
{
	connections_tick(&site->connections);
}

bool site_trouble(struct site *site, struct err *out)
{
	pthread_mutex_lock(&site->trouble_lock);
	bool troubled = site->troubled;
	if (troubled)
		*out = site->trouble;
	site->troubled = false;
	pthread_mutex_unlock(&site->trouble_lock);
	return troubled;
}

void site_finish(struct site *site)
{
	atomic_store(&site->connections.finishing, true);
	MHD_quiesce_daemon(site->daemon);
	/* Who comes now is refused at once, and does not wait for the end. */
	shutdown(site->socket, SHUT_RDWR);
}

bool site_is_quiet(const struct site *site)
{
	return atomic_load(&site->connections.answering) == 0;
}
