/* cmd_rules_show.c: griffie rules show: one rule, what it reads, what it was tried on, and how often it fired. */
#include "cli/cmd_rules.h"
#include "cli/print.h"

/* All that is told of a rule. */
struct shown {
	const struct rule *rule;
	const struct pack *pack;
	struct rule_terms terms;
	struct rule_cases cases;
	struct followup_counts counts;
};

/* Whether `name` is "settlement" or "nl/den-haag:settlement" of the rule. */
static bool is_called(const struct rule *rule, const char *name)
{
	size_t n = strlen(rule->pack);
	if (strncmp(name, rule->pack, n) == 0 && name[n] == ':')
		name += n + 1;
	return strcmp(rule->id, name) == 0;
}

/* ---- JSON ---- */

static void terms_json(struct json *json, const struct rule_terms *terms)
{
	json_begin_array(json, "terms");
	for (size_t i = 0; i < terms->n; i++) {
		json_begin_object(json, NULL);
		json_text(json, "name", terms->v[i].name);
		json_text(json, "value", terms->v[i].value);
		json_text(json, "pack", terms->v[i].pack);
		json_text(json, "from_pack", terms->v[i].from_pack);
		json_day(json, "valid_from", terms->v[i].valid_from);
		json_day(json, "valid_to", terms->v[i].valid_to);
		json_text(json, "source", terms->v[i].source);
		json_bool(json, "verified", terms->v[i].verified);
		json_end_object(json);
	}
	json_end_array(json);
}

static void cases_json(struct json *json, const struct rule_cases *cases)
{
	json_begin_array(json, "cases");
	for (size_t i = 0; i < cases->n; i++) {
		const struct rule_case *c = &cases->v[i];
		json_begin_object(json, NULL);
		json_number(json, "number", c->number);
		json_text(json, "given", c->given);
		json_text(json, "expect", c->expect);
		json_text(json, "result", c->passed ? "passed" : c->detail);
		json_end_object(json);
	}
	json_end_array(json);
}

static void counts_json(const struct session *session, struct json *json, const struct followup_counts *counts)
{
	if (!session->db) {
		json_text(json, "followups", NULL);
		return;
	}
	json_begin_object(json, "followups");
	json_number(json, "pending", counts->of[FOLLOWUP_PENDING] - counts->overdue);
	json_number(json, "overdue", counts->overdue);
	json_number(json, "fulfilled", counts->of[FOLLOWUP_FULFILLED]);
	json_number(json, "waived", counts->of[FOLLOWUP_WAIVED]);
	json_number(json, "withdrawn", counts->of[FOLLOWUP_WITHDRAWN]);
	json_end_object(json);
}

static void shown_json(const struct session *session, const struct shown *shown)
{
	const struct rule *rule = shown->rule;
	struct json json;
	json_init(&json);
	cmd_rules_json(&json, rule->id, rule->pack, shown->pack ? shown->pack->sha256 : NULL,
		       rule->verified ? "verified" : "unverified");
	json_text(&json, "title", rule->title);
	json_text(&json, "source", rule->source);
	json_text(&json, "file", shown->pack ? shown->pack->file : NULL);
	json_begin_array(&json, "applies_to");
	for (int kind = 0; kind < ITEM_KIND_COUNT; kind++)
		if (rule->applies >> kind & 1u)
			json_text(&json, NULL, item_kind_to_text((enum item_kind)kind));
	json_end_array(&json);
	json_day(&json, "valid_from", rule->valid_from);
	json_day(&json, "valid_to", rule->valid_to);
	json_text(&json, "derives_as", rule->derives_as);
	terms_json(&json, &shown->terms);
	cases_json(&json, &shown->cases);
	counts_json(session, &json, &shown->counts);
	cmd_rules_json_end(&json);
}

/* ---- for people ---- */

static const char *kinds_of(const struct session *session, const struct rule *rule)
{
	const char *all = "";
	for (int kind = 0; kind < ITEM_KIND_COUNT; kind++)
		if (rule->applies >> kind & 1u)
			all = arena_printf(session->arena, "%s%s%s", all, *all ? ", " : "",
					   print_kind((enum item_kind)kind));
	return all;
}

static const char *validity_of(const struct session *session, int first, int last)
{
	char from[DATE_TEXT], to[DATE_TEXT];
	if (first == DATE_NONE && last == DATE_NONE)
		return _("for all days");
	if (last == DATE_NONE)
		return arena_printf(session->arena, _("from %s on"), date_format(first, from));
	if (first == DATE_NONE)
		return arena_printf(session->arena, _("up to and including %s"), date_format(last, to));
	return arena_printf(session->arena, _("from %s up to and including %s"), date_format(first, from),
			    date_format(last, to));
}

static void head_print(const struct session *session, const struct shown *shown)
{
	const struct rule *rule = shown->rule;
	print_coloured(session, COLOUR_BOLD, arena_printf(session->arena, "%s:%s", rule->pack, rule->id));
	putchar('\n');
	print_wrapped(session, rule->title, 2);
	print_wrapped(session, arena_printf(session->arena, _("source: %s"), rule->source), 2);
	printf("  %s\n", rule->verified ? _("this source was verified") : _("this source was not verified"));
	print_format(session, _("  applies to: %s\n"), kinds_of(session, rule));
	print_format(session, _("  valid: %s, by the day that starts the term\n"),
		     validity_of(session, rule->valid_from, rule->valid_to));
	if (rule->derives_as)
		print_format(session, _("  computed as: %s:%s\n"), rule->derives_as, rule->id);
	if (shown->pack) {
		print_format(session, _("  pack: %s, %s\n"), shown->pack->name, shown->pack->file);
		print_format(session, _("  the pack's SHA-256: %s\n"), shown->pack->sha256);
	}
}

static void terms_print(const struct session *session, const struct rule *rule, const struct rule_terms *terms)
{
	if (!terms->n)
		return;
	print_section(session, _("Terms"));
	for (size_t i = 0; i < terms->n; i++) {
		const struct rule_term *t = &terms->v[i];
		print_format(session, "  %s = %s", t->name, t->value);
		if (t->valid_from != DATE_NONE || t->valid_to != DATE_NONE)
			print_format(session, ", %s", validity_of(session, t->valid_from, t->valid_to));
		if (strcmp(t->pack, rule->pack) != 0)
			print_format(session, _(" for %s"), t->pack);
		putchar('\n');
		if (t->source)
			print_wrapped(session,
				      arena_printf(session->arena, _("source: %s%s"), t->source,
						   t->verified ? "" : _(" (source not verified)")),
				      4);
	}
}

static void cases_print(const struct session *session, const struct rule_cases *cases)
{
	if (!cases->n)
		return;
	print_section(session, _("Cases"));
	for (size_t i = 0; i < cases->n; i++) {
		const struct rule_case *c = &cases->v[i];
		const char *expect = c->expect && *c->expect ? c->expect : _("nothing");
		print_wrapped(session,
			      arena_printf(session->arena, "%d. %s → %s", c->number, c->given ? c->given : "?", expect),
			      2);
		if (!c->passed)
			print_wrapped(
				session,
				arena_printf(session->arena, _("this case fails: %s"), c->detail ? c->detail : ""), 5);
	}
}

static void counts_print(const struct session *session, const struct followup_counts *counts)
{
	print_section(session, _("Follow-ups in the register"));
	if (!session->db) {
		print_format(session, _("  there is no register '%s'\n"), session->db_path);
		return;
	}
	printf(_("  %lld pending, %lld overdue, %lld fulfilled, %lld waived, %lld withdrawn\n"),
	       (long long)(counts->of[FOLLOWUP_PENDING] - counts->overdue), (long long)counts->overdue,
	       (long long)counts->of[FOLLOWUP_FULFILLED], (long long)counts->of[FOLLOWUP_WAIVED],
	       (long long)counts->of[FOLLOWUP_WITHDRAWN]);
}

static enum status rule_show(struct session *session, const struct rule *rule, struct err *err)
{
	struct shown shown = {.rule = rule, .pack = session_pack(session, rule->pack)};
	const char *name = arena_printf(session->arena, "%s:%s", rule->pack, rule->id);
	rules_terms(session->rules, rule, session->arena, &shown.terms);
	enum status status = rules_test_rule(session->rules, rule, session->arena, &shown.cases, err);
	if (status == OK && session->db)
		status = db_followup_count(session->db, name, session->today, &shown.counts, err);
	if (status != OK)
		return status;
	if (session->json) {
		shown_json(session, &shown);
		return OK;
	}
	head_print(session, &shown);
	terms_print(session, rule, &shown.terms);
	cases_print(session, &shown.cases);
	counts_print(session, &shown.counts);
	return OK;
}

/* Several packs may have a rule of this name, and a pack may have it for several times: all are shown. */
enum status cmd_rules_show(struct session *session, const char *name, struct err *err)
{
	const struct rule *rules;
	size_t n = rules_list(session->rules, &rules), found = 0;
	enum status status = OK;
	for (size_t i = 0; status == OK && i < n; i++) {
		if (!is_called(&rules[i], name))
			continue;
		if (found++ && !session->json)
			putchar('\n');
		status = rule_show(session, &rules[i], err);
	}
	if (status == OK && !found)
		return err_set(err, E_NOT_FOUND, _("no rule '%s': see 'griffie rules list'"), name);
	return status;
}
