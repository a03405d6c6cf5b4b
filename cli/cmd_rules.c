/* cmd_rules.c: griffie rules: the packs, their own cases, and what they derive; try and show have files of their own. */
#include "cli/cmd_rules.h"
#include "cli/commands.h"
#include "cli/print.h"

#include <unistd.h>

void cmd_rules_json(struct json *json, const char *rule, const char *pack, const char *sha256, const char *result)
{
	json_begin_object(json, NULL);
	json_text(json, "rule", rule);
	json_text(json, "pack", pack);
	json_text(json, "sha256", sha256);
	json_text(json, "result", result);
}

void cmd_rules_json_end(struct json *json)
{
	json_end_object(json);
	json_print(json);
	json_release(json);
}

static void print_json(const char *rule, const char *pack, const char *sha256, const char *result)
{
	struct json json;
	json_init(&json);
	cmd_rules_json(&json, rule, pack, sha256, result);
	cmd_rules_json_end(&json);
}

static enum status list(struct session *session)
{
	const struct rule *rules;
	size_t n = rules_list(session->rules, &rules);
	for (size_t i = 0; i < n; i++) {
		const struct pack *pack = session_pack(session, rules[i].pack);
		if (session->json) {
			print_json(rules[i].id, rules[i].pack, pack ? pack->sha256 : NULL,
				   rules[i].verified ? "verified" : "unverified");
			continue;
		}
		print_cell(session, COLOUR_BOLD, arena_printf(session->arena, "%s:%s", rules[i].pack, rules[i].id), 44);
		print_format(session, " %s%s\n    %s\n", rules[i].title,
			     rules[i].verified ? "" : _(" (source not verified)"), rules[i].source);
	}
	return OK;
}

static enum status test(struct session *session, struct err *err)
{
	struct rule_cases cases = {0};
	size_t failed = 0;
	enum status status = rules_test(session->rules, session->arena, &cases, err);
	for (size_t i = 0; status == OK && i < cases.n; i++) {
		const struct rule_case *c = &cases.v[i];
		const struct pack *pack = session_pack(session, c->pack);
		failed += !c->passed;
		if (session->json)
			print_json(arena_printf(session->arena, "%s#%d", c->rule, c->number), c->pack,
				   pack ? pack->sha256 : NULL, c->passed ? "passed" : c->detail);
		else if (!c->passed)
			print_format(session, _("%s:%s, case %d: %s\n"), c->pack, c->rule, c->number,
				     c->detail ? c->detail : "");
	}
	if (status == OK && !session->json && !session->quiet)
		printf(_("%zu cases passed, %zu failed\n"), cases.n - failed, failed);
	return status == OK && failed ? err_set(err, E_RULE, _("%zu cases failed"), failed) : status;
}

/* The packs were loaded when the command began, so that they are well formed. */
static enum status check(struct session *session)
{
	const struct pack *packs;
	size_t n = rules_packs(session->rules, &packs);
	for (size_t i = 0; i < n; i++) {
		if (session->json)
			print_json(NULL, packs[i].id, packs[i].sha256, "ok");
		else
			print_format(session, "%-20s %.16s  %s\n", packs[i].id, packs[i].sha256, packs[i].file);
	}
	return OK;
}

/* What failed for single items was told, and fails the call. */
static enum status derive(struct session *session, struct err *err)
{
	struct register_changes changes = {0};
	enum status status = register_refresh(session, true, &changes, err);
	if (status != OK)
		return status;
	if (session->json)
		print_json(NULL, NULL, NULL, session->failed || session->refused ? "failed" : "ok");
	else if (!session->quiet)
		printf(_("%d items derived; follow-ups: %d new, %d changed, %d withdrawn\n"), changes.items,
		       changes.followups.added, changes.followups.changed, changes.followups.withdrawn);
	return OK;
}

static enum status list_run(struct session *session, struct err *err)
{
	(void)err;
	return list(session);
}

static enum status check_run(struct session *session, struct err *err)
{
	(void)err;
	return check(session);
}

static enum status show_run(struct session *session, struct err *err)
{
	return cmd_rules_show(session, session->arguments[1], err);
}

/* What stands behind griffie rules. */
struct word_of_rules {
	const char *name;
	bool takes_pack; /* its argument is a file: a pack that is loaded beside the shipped ones */
	unsigned needs;
	enum status (*run)(struct session *session, struct err *err);
};

static const struct word_of_rules words[] = {
	{"list", true, 0, list_run},  {"check", true, 0, check_run},
	{"test", true, 0, test},      {"try", true, NEED_DB | NEED_STOP, cmd_rules_try},
	{"show", false, 0, show_run}, {"run", true, NEED_DB | NEED_STOP, derive},
};

static const struct word_of_rules *word_asked(const struct session *session)
{
	const char *name = session->argument_count ? session->arguments[0] : "list";
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strcmp(words[i].name, name) == 0)
			return &words[i];
	return NULL;
}

static enum status run(struct session *session, struct err *err)
{
	return word_asked(session)->run(session, err);
}

/* Nothing is opened for what is no word of rules. How often a rule fired is told where there is a register. */
static enum status prepare(struct session *session, struct err *err)
{
	const struct word_of_rules *word = word_asked(session);
	if (!word)
		return err_set(err, E_USAGE, _("unknown word '%s': list, check, test, try, show or run"),
			       session->arguments[0]);
	bool show = word->run == show_run;
	if (show && session->argument_count < 2)
		return err_set(err, E_USAGE, "%s", _("'griffie rules show' needs RULE: see 'griffie rules list'"));
	if (option_given(session, "since") && word->run != cmd_rules_try)
		return err_set(err, E_USAGE, _("--since goes with 'griffie rules try', not with '%s'"), word->name);
	session->needs |= word->needs;
	if (show && access(session->db_path, F_OK) == 0)
		session->needs |= NEED_DB;
	bool pack = word->takes_pack && session->argument_count == 2;
	return pack ? session_add_pack(session, session->arguments[1], err) : OK;
}

const struct command command_rules = {
	.name = "rules",
	.usage = "[list|check|test|try|run [FILE]] | show RULE",
	.help = N_("the rule packs: what there is, do their cases pass, what would they change"),
	.more = N_("try FILE derives with that pack what the register holds and shows each follow-up that would be "
		   "new, move or go,\n"
		   "the largest shifts first; nothing is written. run derives all follow-ups of the register anew; "
		   "import does so\n"
		   "by itself when packs changed, and asks before any that are stored move or go."),
	.needs = NEED_RULES,
	.most = 2,
	.options = {{"since", "DATE", N_("try: only items that began on this day or later"), 0}},
	.run = run,
	.prepare = prepare,
};
