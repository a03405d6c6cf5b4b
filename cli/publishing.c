/* publishing.c: see publishing.h. */
#include "cli/publishing.h"

#include "cli/followup_print.h"
#include "cli/print.h"

/* "den-haag" of "nl/den-haag". */
static const char *prefix_of(struct session *session)
{
	const char *body = session->body ? session->body : "griffie";
	const char *slash = strrchr(body, '/');
	return selection_slug(slash ? slash + 1 : body, session->arena);
}

static void tell_progress(void *user, size_t done, size_t all)
{
	progress_show(user, _("publishing"), done, all);
}

static enum status filter_of(void *user, const char *filters, struct followup_filter *out, struct err *err)
{
	return followup_filter_parse(user, filters, out, err);
}

enum status publishing_read(struct session *session, const char *folder, struct publishing *out, struct err *err)
{
	const char *title = NULL;
	struct publishing publishing = {.folder = folder,
					.base_url = option_value(session, "base-url"),
					.prefix = prefix_of(session),
					.body = session->body,
					.dutch = session->dutch,
					.today = session->today,
					.filter_of = filter_of,
					.progress = tell_progress,
					.user = session};
	if (!publishing.base_url)
		return err_set(err, E_USAGE,
			       _("%s needs --base-url: the address under which people will find the folder, such as "
				 "https://raad.example.nl/opvolging/"),
			       session->command->name);
	enum status status = option_text(session, "title", TEXT_MOST, &title, err);
	publishing.title = title ? title : session->body ? session->body : "griffie";
	if (status == OK)
		*out = publishing;
	return status;
}
