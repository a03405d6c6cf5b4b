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

static const struct pack *pack_of(const struct session *session)
{
	return session->rules && session->body ? session_pack(session, session->body) : NULL;
}

/* A pack costs a process that reads it, which a call that says all by itself is spared. */
enum status publishing_prepare(struct session *session, struct err *err)
{
	(void)err;
	bool said = option_given(session, "base-url") && option_given(session, "title");
	if (session->body && !said)
		session->needs |= NEED_RULES;
	return OK;
}

const char *publishing_base(const struct session *session)
{
	const struct pack *pack = pack_of(session);
	const char *given = option_value(session, "base-url");
	return given ? given : pack ? pack->site : NULL;
}

/* What the whole is called where no title is given. */
static const char *name_of(const struct session *session)
{
	const struct pack *pack = pack_of(session);
	return pack ? pack->name : session->body ? session->body : "griffie";
}

enum status publishing_read(struct session *session, const char *folder, struct publishing *out, struct err *err)
{
	const char *title = NULL;
	struct publishing publishing = {.folder = folder,
					.base_url = publishing_base(session),
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
				 "https://raad.example.nl/opvolging/; or --body, with a pack that says 'site'"),
			       session->command->name);
	enum status status = option_text(session, "title", TEXT_MOST, &title, err);
	publishing.title = title ? title : name_of(session);
	if (status == OK)
		*out = publishing;
	return status;
}
