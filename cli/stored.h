/* stored.h: texts that the register keeps, in English, for people who read Dutch.
 *
 * What is stored must not depend on who stored it, so findings, reasons and remarks are English in the register and in JSON. The sentences
 * among them that griffie itself wrote are translated when they are printed; what a person or a paper wrote stays as it is.
 */
#ifndef GRIFFIE_CLI_STORED_H
#define GRIFFIE_CLI_STORED_H

#include "cli/cli.h"

/* What a text is about; a remark is about a file, and tells also why it could not be read. */
enum stored { STORED_REASON, STORED_FINDING, STORED_REMARK, STORED_CHECK, STORED_COUNT };

/* `text` in the language of the session; itself when it is none of griffie's own sentences. NULL for NULL. */
const char *stored_text(const struct session *session, enum stored about, const char *text);
/* The name of a finding, in the language of the locale. */
const char *stored_name(const char *name);
/* "name: detail" of a finding, in the language of the session. */
const char *stored_finding(const struct session *session, const char *name, const char *detail);

#endif
