/* evidence.h: the words that a finding rests on, and where they stand. */
#ifndef GRIFFIE_CLI_EVIDENCE_H
#define GRIFFIE_CLI_EVIDENCE_H

#include "cli/cli.h"

/* "besluitenlijst.pdf, page 2, bytes 120 to 160" in the language of the session; NULL when a person said so. The stored text of the paper is
 * read for its page. */
must_check enum status evidence_place(struct session *session, const struct quote *quote, const char **out,
				      struct err *err);

#endif
