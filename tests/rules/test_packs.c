/* test_packs.c: packs that stand on others: what a rule leaves to its base, and where values come from. */
#include "rules/rules.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct arena *arena;

static void setup(void)
{
	arena = arena_new();
}

static void teardown(void)
{
	arena_free(arena);
}

/* Opens the shipped packs and one for each text, each in a file that is gone afterwards. */
static enum status packs_try(const char *const *texts, size_t n, struct rules **out, struct err *err)
{
	const char *files[4];
	ck_assert_uint_le(n, ARRAY_SIZE(files));
	for (size_t i = 0; i < n; i++) {
		char name[] = "/tmp/griffie-test-XXXXXX";
		int fd = mkstemp(name);
		ck_assert_int_ge(fd, 0);
		ck_assert_int_eq(write(fd, texts[i], strlen(texts[i])), (ssize_t)strlen(texts[i]));
		close(fd);
		files[i] = arena_text(arena, slice_of(name));
	}
	enum status status = rules_open(files, n, out, err);
	for (size_t i = 0; i < n; i++)
		unlink(files[i]);
	return status;
}

static struct rules *packs_open(const char *const *texts, size_t n)
{
	struct rules *rules;
	struct err err = {0};
	enum status status = packs_try(texts, n, &rules, &err);
	ck_assert_msg(status == OK, "%s", status ? err.msg : "");
	return rules;
}

static void assert_refused(const char *const *texts, size_t n, const char *says)
{
	struct rules *rules;
	struct err err = {0};
	ck_assert_int_eq(packs_try(texts, n, &rules, &err), E_RULE);
	ck_assert_msg(strstr(err.msg, says) != NULL, "'%s' is not in '%s'", says, err.msg);
}

static struct followup derive_one(struct rules *rules, const char *body, enum item_kind kind, enum state state,
				  const char *day)
{
	struct item item = {.ref = "A", .body = body, .title = "De brug", .kind = kind, .state = state};
	item.date = date_parse(slice_of(day));
	*list_push(arena, &item.transitions) = (struct transition){.state = state, .on = item.date};
	struct derived derived;
	struct err err = {0};
	enum status status = rules_derive(rules, &item, 1, arena, &derived, &err);
	ck_assert_msg(status == OK, "%s", status ? err.msg : "");
	ck_assert_msg(derived.failures.n == 0, "%s", derived.failures.n ? derived.failures.v[0].message : "");
	ck_assert_uint_eq(derived.followups.n, 1);
	return derived.followups.v[0];
}

static void assert_day(int day, const char *wanted)
{
	char text[DATE_TEXT];
	ck_assert_str_eq(day == DATE_NONE ? "none" : date_format(day, text), wanted);
}

static const struct rule *rule_of(struct rules *rules, const char *pack, const char *id)
{
	const struct rule *list;
	size_t n = rules_list(rules, &list);
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].pack, pack) == 0 && strcmp(list[i].id, id) == 0)
			return &list[i];
	ck_abort_msg("no rule %s:%s", pack, id);
	return NULL;
}

/* ---- what a rule leaves to its base ---- */

static const char ground[] =
	"body { id = \"test/ground\", name = \"Ground\", terms = { answer = \"30d\" } }\n"
	"rule { id = \"answer\", title = \"Answer\", source = \"article 1\", verified = true, applies_to = "
	"\"question\",\n"
	"derive = function(item) return { { key = \"a\", due = term(item.submitted, terms.answer) } } end }\n";

static const char council[] =
	"body { id = \"test/council\", name = \"Council\", base = \"test/ground\", atw = false, terms = { answer = "
	"\"4w\" } }\n"
	"rule { id = \"answer\", source = \"article 33\",\n"
	"cases = { { given = { submitted = \"2025-03-03\" }, expect = { a = \"2025-03-31\" } } } }\n";

START_TEST(a_rule_without_derive_runs_that_of_its_base_under_its_own_name)
{
	const char *const texts[] = {ground, council};
	struct rules *rules = packs_open(texts, 2);
	struct followup f = derive_one(rules, "test/council", ITEM_QUESTION, STATE_SUBMITTED, "2025-03-03");
	assert_day(f.latest, "2025-03-31");
	ck_assert_str_eq(f.rule, "test/council:answer");
	ck_assert_str_eq(f.source, "article 33");
	const struct rule *rule = rule_of(rules, "test/council", "answer");
	ck_assert_str_eq(rule->title, "Answer");
	ck_assert_str_eq(rule->derives_as, "test/ground");
	ck_assert_int_eq(rule->applies_to, ITEM_QUESTION);
	ck_assert_ptr_null(rule_of(rules, "test/ground", "answer")->derives_as);
	rules_free(rules);
}
END_TEST

START_TEST(another_source_is_not_verified_by_the_base_but_the_same_one_is)
{
	const char *const texts[] = {ground, council,
				     "body { id = \"test/silent\", name = \"Silent\", base = \"test/ground\" }\nrule { "
				     "id = \"answer\", title = \"Reply\" }\n"};
	struct rules *rules = packs_open(texts, 3);
	ck_assert(!rule_of(rules, "test/council", "answer")->verified);
	ck_assert(rule_of(rules, "test/silent", "answer")->verified);
	ck_assert_str_eq(rule_of(rules, "test/silent", "answer")->title, "Reply");
	ck_assert_str_eq(rule_of(rules, "test/silent", "answer")->source, "article 1");
	rules_free(rules);
}
END_TEST

START_TEST(the_cases_of_a_rule_without_derive_are_run)
{
	const char *const texts[] = {ground, council};
	struct rules *rules = packs_open(texts, 2);
	struct rule_cases cases = {0};
	struct err err = {0};
	const struct rule *rule = rule_of(rules, "test/council", "answer");
	ck_assert_int_eq(rules_test_rule(rules, rule, arena, &cases, &err), OK);
	ck_assert_uint_eq(cases.n, 1);
	ck_assert_msg(cases.v[0].passed, "%s", cases.v[0].detail ? cases.v[0].detail : "");
	struct rule_terms terms = {0};
	rules_terms(rules, rule, arena, &terms);
	ck_assert_uint_eq(terms.n, 1);
	ck_assert_str_eq(terms.v[0].value, "4w");
	rules_free(rules);
}
END_TEST

START_TEST(a_rule_that_no_base_has_needs_derive_and_source)
{
	const char *const unknown[] = {ground, "body { id = \"test/c\", name = \"C\", base = \"test/ground\" }\n"
					       "rule { id = \"anser\", source = \"article 2\" }\n"};
	assert_refused(unknown, 2, ":2: rule 'anser': 'derive' is missing");
	assert_refused(unknown, 2, "did you mean 'answer'?");
	const char *const alone[] = {"body { id = \"test/c\", name = \"C\" }\n"
				     "rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\" }\n"};
	assert_refused(alone, 1, "'derive' is a nil, a function is wanted");
	const char *const sourceless[] = {ground, "body { id = \"test/c\", name = \"C\", base = \"test/ground\" }\n"
						  "rule { id = \"answer\", title = \"T\", applies_to = \"question\",\n"
						  "derive = function(item) return {} end }\n"};
	assert_refused(sourceless, 2, "a rule without a source is refused");
}
END_TEST

START_TEST(which_of_several_rules_of_the_base_is_meant_must_be_said)
{
	const char *const texts[] = {"body { id = \"test/ground\", name = \"Ground\" }\n"
				     "rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", valid "
				     "= { to = \"2023-12-31\" },\n"
				     "derive = function(item) return {} end }\n"
				     "rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", valid "
				     "= { from = \"2024-01-01\" },\n"
				     "derive = function(item) return {} end }\n",
				     "body { id = \"test/c\", name = \"C\", base = \"test/ground\" }\nrule { id = "
				     "\"r\", source = \"t\" }\n"};
	assert_refused(texts, 2, "the base has this rule 2 times");
}
END_TEST

START_TEST(a_transition_is_found_by_the_name_of_its_state)
{
	const char *const texts[] = {
		"body { id = \"test/c\", name = \"C\" }\n"
		"rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", derive = function(item)\n"
		"  assert(item.transitions.held == nil)\n"
		"  return { { key = \"a\", due = item.transitions.adopted.on, quote = item.transitions.adopted } }\n"
		"end }\n"};
	struct rules *rules = packs_open(texts, 1);
	struct followup f = derive_one(rules, "test/c", ITEM_MOTION, STATE_ADOPTED, "2025-01-23");
	assert_day(f.latest, "2025-01-23");
	rules_free(rules);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("packs");
	TCase *tc = tcase_create("packs");
	tcase_set_timeout(tc, 60);
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, a_rule_without_derive_runs_that_of_its_base_under_its_own_name);
	tcase_add_test(tc, another_source_is_not_verified_by_the_base_but_the_same_one_is);
	tcase_add_test(tc, the_cases_of_a_rule_without_derive_are_run);
	tcase_add_test(tc, a_rule_that_no_base_has_needs_derive_and_source);
	tcase_add_test(tc, which_of_several_rules_of_the_base_is_meant_must_be_said);
	tcase_add_test(tc, a_transition_is_found_by_the_name_of_its_state);
	suite_add_tcase(s, tc);
	return s;
}

int main(void)
{
	SRunner *runner = srunner_create(suite());
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
