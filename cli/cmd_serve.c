/* cmd_serve.c: griffie serve: a published folder over HTTP. The register is not opened. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "site/site.h"

#include <unistd.h>

static enum status read_port(const struct session *session, int *out, struct err *err)
{
	const char *text = option_value(session, "port");
	size_t n = text ? strspn(text, "0123456789") : 0;
	long port = text ? strtol(text, NULL, 10) : SITE_PORT;
	if (text && (n == 0 || text[n] || n > 5 || port > 65535))
		return err_set(err, E_USAGE, _("'%s' is no port: a number from 0, for any that is free, to 65535"),
			       text);
	*out = (int)port;
	return OK;
}

static void tell_where(const struct session *session, const struct site *site)
{
	if (session->json) {
		struct json json;
		json_init(&json);
		json_begin_object(&json, NULL);
		json_text(&json, "folder", session->arguments[0]);
		json_text(&json, "url", site_url(site));
		json_number(&json, "port", site_port(site));
		json_end_object(&json);
		json_print(&json);
		json_release(&json);
	} else if (!session->quiet) {
		print_format(session, _("serving %s at %s\nCtrl-C ends it\n"), session->arguments[0], site_url(site));
	}
}

static void wait_tick(void)
{
	struct timespec tick = {.tv_nsec = SITE_TICK_MS * 1000000L};
	nanosleep(&tick, NULL);
}

static void tend(const struct session *session, struct site *site, struct err *err)
{
	struct err trouble = err_like(err);
	wait_tick();
	site_tick(site);
	if (site_trouble(site, &trouble) && !session->quiet)
		print_message(trouble.msg);
}

/* Until it is told to end; what is being sent then gets some time to arrive. */
static void serve(const struct session *session, struct site *site, struct err *err)
{
	while (!session_interrupted())
		tend(session, site, err);
	site_finish(site);
	for (int i = 0; !site_is_quiet(site) && i < SITE_FINISH_SECONDS * 1000 / SITE_TICK_MS; i++)
		tend(session, site, err);
}

static enum status run(struct session *session, struct err *err)
{
	struct site *site = NULL;
	struct site_options options = {
		.folder = session->arguments[0],
		.address = option_value(session, "address"),
		.confined = true,
		.behind_proxy = option_given(session, "behind-proxy"),
	};
	if (geteuid() == 0 || getuid() == 0)
		return err_set(err, E_REFUSED, "%s",
			       _("serve does not run as root: start it as a user who owns nothing"));
	enum status status = read_port(session, &options.port, err);
	(void)_("serving %s at %s\nCtrl-C ends it\n"); /* the catalogue is read while it can be */
	if (status == OK)
		status = site_open(&options, &site, err);
	if (status != OK)
		return status;
	tell_where(session, site);
	status = session_printed(err);
	if (status == OK)
		serve(session, site, err);
	site_free(site);
	return status;
}

const struct command command_serve = {
	.name = "serve",
	.usage = "DIR",
	.help = N_("serve a published folder over HTTP, for one office"),
	.more = N_("DIR is what griffie publish wrote. It is read only, and the register is never opened. Without "
		   "--address\n"
		   "only this machine can ask; a public address needs --behind-proxy, and a proxy that speaks https.\n"
		   "Nothing is kept of who asks, and there is no log of requests. Ctrl-C, or SIGTERM, ends it when "
		   "what is\n"
		   "being sent has been sent."),
	.needs = NEED_STOP,
	.least = 1,
	.most = 1,
	.options = {{"port", "N", N_("listen at this port (default: 8080); 0 for any that is free"), 0},
		    {"address", "A", N_("listen at this address (default: 127.0.0.1)"), 0},
		    {"behind-proxy", NULL, N_("a proxy stands before it: any address, no limit for each"), 0}},
	.run = run,
};
