/* cmd_rules.h: the words of griffie rules that have a file of their own. */
#ifndef GRIFFIE_CLI_CMD_RULES_H
#define GRIFFIE_CLI_CMD_RULES_H

#include "cli/cli.h"
#include "cli/json.h"

/* Opens an object with rule, pack, sha256 and result, as each line of griffie rules begins; more may follow. */
void cmd_rules_json(struct json *json, const char *rule, const char *pack, const char *sha256, const char *result);
/* Closes and prints it. */
void cmd_rules_json_end(struct json *json);

/* griffie rules try: what the loaded packs would change in the register. */
must_check enum status cmd_rules_try(struct session *session, struct err *err);
/* griffie rules show RULE: the rules that are called so. */
must_check enum status cmd_rules_show(struct session *session, const char *name, struct err *err);

#endif
