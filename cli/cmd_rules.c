/* cmd_rules.c: griffie rules list, check, test, run: the packs, their own cases, and what they derive. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"

static void print_json(const char *rule, const char *pack, const char *sha256, const char *result)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "rule", rule);
	json_text(&json, "pack", pack);
	json_text(&json, "sha256", sha256);
	json_text(&json, "result", result);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
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

static const char *asked(const struct session *session)
{
	return session->argument_count ? session->arguments[0] : "list";
}

static enum status run(struct session *session, struct err *err)
{
	const char *what = asked(session);
	if (strcmp(what, "list") == 0)
		return list(session);
	if (strcmp(what, "check") == 0)
		return check(session);
	if (strcmp(what, "test") == 0)
		return test(session, err);
	if (strcmp(what, "run") == 0)
		return derive(session, err);
	return err_set(err, E_USAGE, _("unknown word '%s': list, check, test or run"), what);
}

/* A file that is named is loaded beside the shipped packs. Only to derive needs a register. */
static enum status prepare(struct session *session, struct err *err)
{
	if (strcmp(asked(session), "run") == 0)
		session->needs |= NEED_DB | NEED_STOP;
	return session->argument_count == 2 ? session_add_pack(session, session->arguments[1], err) : OK;
}

const struct command command_rules = {
	.name = "rules",
	.usage = "[list|check|test|run [FILE]]",
	.help = N_("the rule packs: what there is, is it well formed, do its cases pass"),
	.more = N_("run derives all follow-ups of the register anew; import does so by itself when packs changed."),
	.needs = NEED_RULES,
	.most = 2,
	.run = run,
	.prepare = prepare,
};
