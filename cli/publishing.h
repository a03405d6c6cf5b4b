/* publishing.h: what publish and feeds are told of a published folder. */
#ifndef GRIFFIE_CLI_PUBLISHING_H
#define GRIFFIE_CLI_PUBLISHING_H

#include "cli/cli.h"
#include "site/publish.h"

#define PUBLISHING_OPTIONS                                                                                             \
	{"base-url", "URL", N_("the address of the folder"), 0},                                                       \
	{                                                                                                              \
		"title", "TEXT", N_("what the whole is called; the body if not given"), 0                              \
	}

/* From the options and the session, without selections. E_USAGE names what is missing. */
must_check enum status publishing_read(struct session *session, const char *folder, struct publishing *out,
				       struct err *err);

#endif
