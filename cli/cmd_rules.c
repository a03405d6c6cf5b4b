/* cmd_rules.c: griffie rules list, check, test: the packs and their own cases. */
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

static const struct pack *pack_of(const struct rules *rules, const char *id)
{
	const struct pack *packs;
	size_t n = rules_packs(rules, &packs);
	for (size_t i = 0; i < n; i++)
		if (strcmp(packs[i].id, id) == 0)
			return &packs[i];
	return NULL;
}

static enum status list(struct session *session)
{
	const struct rule *rules;
	size_t n = rules_list(session->rules, &rules);
	for (size_t i = 0; i < n; i++) {
		const struct pack *pack = pack_of(session->rules, rules[i].pack);
		if (session->json) {
			print_json(rules[i].id, rules[i].pack, pack ? pack->sha256 : NULL,
				   rules[i].verified ? "verified" : "unverified");
			continue;
		}
		print_cell(session, COLOUR_BOLD, arena_printf(session->arena, "%s:%s", rules[i].pack, rules[i].id), 44);
		printf(" %s%s\n    ", rules[i].title, rules[i].verified ? "" : _(" (source not verified)"));
		print_text(rules[i].source);
		putchar('\n');
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
		const struct pack *pack = pack_of(session->rules, c->pack);
		failed += !c->passed;
		if (session->json)
			print_json(arena_printf(session->arena, "%s#%d", c->rule, c->number), c->pack,
				   pack ? pack->sha256 : NULL, c->passed ? "passed" : c->detail);
		else if (!c->passed)
			printf(_("%s:%s, case %d: %s\n"), c->pack, c->rule, c->number, c->detail ? c->detail : "");
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
			printf("%-20s %.16s  %s\n", packs[i].id, packs[i].sha256, packs[i].file);
	}
	return OK;
}

static enum status run(struct session *session, struct err *err)
{
	const char *what = session->argument_count ? session->arguments[0] : "list";
	if (strcmp(what, "list") == 0)
		return list(session);
	if (strcmp(what, "check") == 0)
		return check(session);
	if (strcmp(what, "test") == 0)
		return test(session, err);
	return err_set(err, E_USAGE, _("unknown word '%s': list, check or test"), what);
}

/* A file that is named is loaded beside the shipped packs. */
static void prepare(struct session *session)
{
	if (session->argument_count == 2 && session->pack_count < ARRAY_SIZE(session->packs))
		session->packs[session->pack_count++] = session->arguments[1];
}

const struct command command_rules = {
	.name = "rules",
	.usage = "[list|check|test [FILE]]",
	.help = N_("the rule packs: what there is, is it well formed, do its cases pass"),
	.needs = NEED_RULES,
	.most = 2,
	.run = run,
	.prepare = prepare,
};
