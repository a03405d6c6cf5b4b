/* publishing.h: what publish and feeds are told of a published folder. */
#ifndef GRIFFIE_CLI_PUBLISHING_H
#define GRIFFIE_CLI_PUBLISHING_H

#include "cli/cli.h"
#include "site/publish.h"

#define PUBLISHING_OPTIONS                                                                                             \
	{"base-url", "URL", N_("the address of the folder; that of the pack if not given"), 0},                        \
	{                                                                                                              \
		"title", "TEXT", N_("what the whole is called; the name of the body if not given"), 0                  \
	}

/* For prepare() of a command: the pack of the body is needed for what the options do not say. */
must_check enum status publishing_prepare(struct session *session, struct err *err);
/* The address that calendars give: --base-url, else that of the pack of --body; NULL when neither says one. */
const char *publishing_base(const struct session *session);
/* From the options and the session, without selections. E_USAGE names what is missing. */
must_check enum status publishing_read(struct session *session, const char *folder, struct publishing *out,
				       struct err *err);

#endif
