/* test_packs.c: the form of a pack: what a rule leaves to its base, values that change with time, calendars, what recurs. It is long because
 * most of it is the text of packs. */
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

START_TEST(a_rule_that_applies_to_nothing_switches_that_of_the_base_off)
{
	const char *const texts[] = {
		ground, "body { id = \"test/c\", name = \"C\", base = \"test/ground\" }\n"
			"rule { id = \"answer\", applies_to = {},\n"
			"cases = { { given = { kind = \"question\", submitted = \"2025-03-03\" }, expect = {} } } }\n"};
	struct rules *rules = packs_open(texts, 2);
	struct item item = {
		.ref = "A", .body = "test/c", .kind = ITEM_QUESTION, .date = date_parse(slice_of("2025-03-03"))};
	*list_push(arena, &item.transitions) = (struct transition){.state = STATE_SUBMITTED, .on = item.date};
	struct derived derived;
	struct rule_cases cases = {0};
	struct err err = {0};
	ck_assert_int_eq(rules_derive(rules, &item, 1, arena, &derived, &err), OK);
	ck_assert_uint_eq(derived.followups.n + derived.failures.n, 0);
	ck_assert_int_eq(rules_test_rule(rules, rule_of(rules, "test/c", "answer"), arena, &cases, &err), OK);
	ck_assert_msg(cases.n == 1 && cases.v[0].passed, "%s", cases.v[0].detail);
	rules_free(rules);
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

/* ---- values that change with time ---- */

/* A pack with these terms and a rule that counts from the day of adoption. */
static const char *timed_pack(const char *terms)
{
	return arena_printf(
		arena,
		"body { id = \"test/timed\", name = \"Timed\", atw = false,\n"
		"terms = { %s } }\n"
		"rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", derive = function(item)\n"
		"return { { key = \"a\", due = term(item.adopted, terms.settlement) } } end }\n",
		terms);
}

static struct followup timed_derive(const char *terms, const char *submitted, const char *adopted)
{
	const char *const texts[] = {timed_pack(terms)};
	struct rules *rules = packs_open(texts, 1);
	struct item item = {.ref = "A", .body = "test/timed", .title = "De brug", .kind = ITEM_MOTION};
	item.date = date_parse(slice_of(submitted));
	item.state = STATE_ADOPTED;
	*list_push(arena, &item.transitions) = (struct transition){.state = STATE_SUBMITTED, .on = item.date};
	*list_push(arena, &item.transitions) =
		(struct transition){.state = STATE_ADOPTED, .on = date_parse(slice_of(adopted))};
	struct derived derived;
	struct err err = {0};
	ck_assert_int_eq(rules_derive(rules, &item, 1, arena, &derived, &err), OK);
	ck_assert_msg(derived.failures.n == 0, "%s", derived.failures.n ? derived.failures.v[0].message : "");
	ck_assert_uint_eq(derived.followups.n, 1);
	rules_free(rules);
	return derived.followups.v[0];
}

static const char two_lengths[] = "settlement = { { value = \"6w\" }, { from = \"2024-03-01\", value = \"13w\" } }";

START_TEST(the_value_in_force_when_the_term_started_applies)
{
	assert_day(timed_derive(two_lengths, "2024-01-10", "2024-02-29").latest, "2024-04-11");
	assert_day(timed_derive(two_lengths, "2024-01-10", "2024-03-01").latest, "2024-05-31");
	const char *ended =
		"settlement = { { to = \"2024-02-29\", value = \"6w\" }, { from = \"2024-03-01\", value = false } }";
	assert_day(timed_derive(ended, "2024-01-10", "2024-02-29").latest, "2024-04-11");
	assert_day(timed_derive(ended, "2024-01-10", "2024-03-01").latest, "none");
}
END_TEST

START_TEST(a_term_that_goes_on_from_another_keeps_the_values_of_its_first_day)
{
	const char *const texts[] = {
		"body { id = \"test/timed\", name = \"Timed\", atw = false,\n"
		"terms = { settlement = { { value = \"6w\" }, { from = \"2024-03-01\", value = \"13w\" } } } }\n"
		"rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", derive = function(item)\n"
		"return { { key = \"a\", due = term(term(item.adopted, terms.settlement), terms.settlement) } } end "
		"}\n"};
	struct rules *rules = packs_open(texts, 1);
	struct followup f = derive_one(rules, "test/timed", ITEM_MOTION, STATE_ADOPTED, "2024-02-29");
	assert_day(f.latest, "2024-05-23");
	rules_free(rules);
}
END_TEST

START_TEST(before_the_first_day_of_a_value_the_base_speaks)
{
	const char *const texts[] = {
		ground, "body { id = \"test/council\", name = \"Council\", base = \"test/ground\", atw = false,\n"
			"terms = { answer = { from = \"2024-01-01\", value = \"4w\", source = \"article 33\", verified "
			"= true } } }\n"};
	struct rules *rules = packs_open(texts, 2);
	struct followup before = derive_one(rules, "test/council", ITEM_QUESTION, STATE_SUBMITTED, "2023-12-29");
	struct followup after = derive_one(rules, "test/council", ITEM_QUESTION, STATE_SUBMITTED, "2024-01-02");
	assert_day(before.latest, "2024-01-28");
	assert_day(after.latest, "2024-01-30");
	ck_assert(before.verified && after.verified);
	ck_assert_uint_eq(before.step_count, 1);
	ck_assert_uint_eq(after.step_count, 2);
	ck_assert_msg(strstr(after.steps[1], "answer = 4w, from 2024-01-01 (test/council, SHA-256 ") == after.steps[1],
		      "%s", after.steps[1]);
	ck_assert_ptr_nonnull(strstr(after.steps[1], "; source: article 33)"));
	rules_free(rules);
}
END_TEST

START_TEST(a_value_of_another_pack_is_told_with_its_hash_and_unread_without_a_source)
{
	const char *const texts[] = {ground,
				     "body { id = \"nl/raad\", name = \"Raad\", base = \"test/ground\", atw = false,\n"
				     "terms = { answer = \"4w\" } }\n"};
	struct rules *rules = packs_open(texts, 2);
	const struct pack *packs;
	const char *sha256 = "";
	for (size_t i = 0, n = rules_packs(rules, &packs); i < n; i++)
		if (strcmp(packs[i].id, "nl/raad") == 0)
			sha256 = packs[i].sha256;
	struct followup f = derive_one(rules, "nl/raad", ITEM_QUESTION, STATE_SUBMITTED, "2024-01-02");
	ck_assert_str_eq(f.rule, "test/ground:answer");
	ck_assert(!f.verified);
	ck_assert_str_eq(f.steps[1],
			 arena_printf(arena, "answer = 4w (nl/raad, SHA-256 %s; zonder bron, niet nagelezen)", sha256));
	rules_free(rules);
}
END_TEST

static const struct {
	const char *terms, *says;
} bad_terms[] = {
	{"settlement = { { value = \"6w\" }, { value = \"7w\" } }",
	 ":2: terms: 'settlement': two values hold from the beginning on"},
	{"settlement = { { from = \"2024-01-01\", value = \"6w\" },\n{ from = \"2024-01-01\", value = \"7w\" } }",
	 "two values hold from 2024-01-01 on"},
	{"settlement = { { from = \"2024-01-01\", to = \"2024-06-30\", value = \"6w\" },\n{ from = \"2024-06-30\", "
	 "value = \"7w\" } }",
	 "two values hold on 2024-06-30; the earlier one ends too late"},
	{"settlement = { { from = \"2024-01-01\", to = \"2023-12-31\", value = \"6w\" } }",
	 "a value ends on 2023-12-31, before it begins"},
	{"settlement = { { form = \"2024-01-01\", value = \"6w\" } }",
	 ":2: terms: 'settlement': the key 'form' is not known; did you mean 'from'?"},
	{"settlement = { { from = \"2024-01-01\" } }", "'value' is missing"},
	{"settlement = { \"6w\", \"7w\" }", "is a list with a string"},
	{"settlement = { { value = \"6 weken\" } }", "a length like 30d"},
	{"settlement = { value = \"6w\", verified = true }", "'verified' speaks of a 'source'"},
	{"settlement = true", "is a boolean"},
	{"settlement = { from = \"2024-02-30\", value = \"6w\" }", "a day like '2025-01-23' is wanted"},
	{"settlement = \"6w\",\nsetlement = \"7w\"",
	 ":3: terms: no rule reads 'setlement'; did you mean 'settlement'?"},
};

START_TEST(values_that_make_no_sense_are_refused_with_file_line_and_key)
{
	const char *const texts[] = {timed_pack(bad_terms[_i].terms)};
	assert_refused(texts, 1, bad_terms[_i].says);
}
END_TEST

START_TEST(a_name_that_only_a_pack_above_or_hidden_code_reads_is_no_mistake)
{
	const char *const above[] = {
		"body { id = \"test/ground\", name = \"Ground\", terms = { mine = \"30d\" } }\n",
		"body { id = \"test/c\", name = \"C\", base = \"test/ground\" }\n"
		"rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", derive = function(item)\n"
		"return { { key = \"a\", due = term(item.adopted, terms.mine) } } end }\n"};
	rules_free(packs_open(above, 2));
	const char *const hidden[] = {
		"body { id = \"test/c\", name = \"C\", terms = { mine = \"30d\" } }\nlocal t = terms\n"
		"rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", derive = function(item)\n"
		"return { { key = \"a\", due = term(item.adopted, t.mine) } } end }\n"};
	rules_free(packs_open(hidden, 1));
	assert_refused(above, 1, ":1: terms: no rule reads 'mine'");
}
END_TEST

START_TEST(a_day_of_which_no_value_speaks_fails_that_item_and_says_why)
{
	const char *const texts[] = {timed_pack("settlement = { { from = \"2024-03-01\", value = \"13w\" } }")};
	struct rules *rules = packs_open(texts, 1);
	struct item item = {.ref = "A", .body = "test/timed", .title = "De brug", .kind = ITEM_MOTION};
	item.date = date_parse(slice_of("2024-02-29"));
	*list_push(arena, &item.transitions) = (struct transition){.state = STATE_ADOPTED, .on = item.date};
	struct derived derived;
	struct err err = {0};
	ck_assert_int_eq(rules_derive(rules, &item, 1, arena, &derived, &err), OK);
	ck_assert_uint_eq(derived.failures.n, 1);
	ck_assert_ptr_nonnull(
		strstr(derived.failures.v[0].message, "terms has no 'settlement' that holds on 2024-02-29"));
	rules_free(rules);
}
END_TEST

START_TEST(the_rule_in_force_on_the_day_that_starts_the_term_applies)
{
	const char *const texts[] = {
		"body { id = \"test/timed\", name = \"Timed\", atw = false }\n"
		"rule { id = \"r\", title = \"Old\", source = \"old\", applies_to = \"motion\", valid = { to = "
		"\"2024-02-29\" },\n"
		"derive = function(item) return { { key = \"a\", due = term(item.adopted, \"6w\") } } end,\n"
		"cases = { { given = { submitted = \"2024-01-10\", adopted = \"2024-03-01\" }, expect = {} } } }\n"
		"rule { id = \"r\", title = \"New\", source = \"new\", applies_to = \"motion\", valid = { from = "
		"\"2024-03-01\" },\n"
		"derive = function(item) return { { key = \"a\", due = term(item.adopted, \"13w\") } } end }\n"};
	struct rules *rules = packs_open(texts, 1);
	struct item item = {.ref = "A", .body = "test/timed", .title = "De brug", .kind = ITEM_MOTION};
	item.date = date_parse(slice_of("2024-01-10"));
	*list_push(arena, &item.transitions) = (struct transition){.state = STATE_SUBMITTED, .on = item.date};
	*list_push(arena, &item.transitions) =
		(struct transition){.state = STATE_ADOPTED, .on = date_parse(slice_of("2024-03-01"))};
	struct derived derived;
	struct err err = {0};
	ck_assert_int_eq(rules_derive(rules, &item, 1, arena, &derived, &err), OK);
	ck_assert_uint_eq(derived.followups.n, 1);
	ck_assert_str_eq(derived.followups.v[0].source, "new");
	struct rule_cases cases = {0};
	ck_assert_int_eq(rules_test_rule(rules, rule_of(rules, "test/timed", "r"), arena, &cases, &err), OK);
	ck_assert_msg(cases.v[0].passed, "%s", cases.v[0].detail ? cases.v[0].detail : "");
	rules_free(rules);
}
END_TEST

/* ---- what recurs ---- */

static struct derived recurring_derive(const char *due, const char *const *met, size_t n)
{
	const char *body = "body { id = \"nl/raad\", name = \"Raad\", atw = false }\n";
	const char *const texts[] = {arena_printf(
		arena,
		"%srule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", derive = function(item)\n"
		"return { { key = \"a\", %s, every = \"1m\" } } end }\n",
		body, due)};
	struct rules *rules = packs_open(texts, 1);
	struct item item = {
		.ref = "A", .body = "nl/raad", .title = "De brug", .kind = ITEM_MOTION, .state = STATE_ADOPTED};
	item.date = date_parse(slice_of("2025-01-31"));
	*list_push(arena, &item.transitions) = (struct transition){.state = STATE_ADOPTED, .on = item.date};
	for (size_t i = 0; i < n; i++)
		*list_push(arena, &item.met) = (struct item_met){"nl/raad:r", met[i], item.date};
	struct derived derived;
	struct err err = {0};
	ck_assert_int_eq(rules_derive(rules, &item, 1, arena, &derived, &err), OK);
	rules_free(rules);
	return derived;
}

START_TEST(what_recurs_is_owed_again_when_the_one_before_is_met)
{
	const char *const met[] = {"a", "a-2"};
	struct derived derived = recurring_derive("due = item.adopted", met, 2);
	ck_assert_uint_eq(derived.followups.n, 3);
	assert_day(derived.followups.v[0].latest, "2025-01-31");
	assert_day(derived.followups.v[1].latest, "2025-02-28");
	/* Counted from the first one: the 31st comes back. */
	assert_day(derived.followups.v[2].latest, "2025-03-31");
	ck_assert_str_eq(derived.followups.v[2].key, "a-3");
	ck_assert_str_eq(derived.followups.v[2].edtf, "2025-03-31");
	ck_assert_str_eq(derived.followups.v[2].steps[0], "keert terug: 2 keer eerder vervuld");
	ck_assert_str_eq(derived.followups.v[2].steps[1], "2025-01-31 + 2 maanden = 2025-03-31");
	ck_assert_str_ne(derived.followups.v[1].uid, derived.followups.v[2].uid);
	/* Of the second one nothing was said: the third waits. */
	ck_assert_uint_eq(recurring_derive("due = item.adopted", met, 1).followups.n, 2);
	ck_assert_uint_eq(recurring_derive("due = item.adopted", met, 0).followups.n, 1);
	const char *const other[] = {"a-2"};
	ck_assert_uint_eq(recurring_derive("due = item.adopted", other, 1).followups.n, 1);
}
END_TEST

START_TEST(what_recurs_may_be_a_day_to_look_and_needs_one)
{
	const char *const met[] = {"a"};
	struct derived derived = recurring_derive("review = term(item.adopted, \"1m\")", met, 1);
	ck_assert_uint_eq(derived.followups.n, 2);
	ck_assert(derived.followups.v[1].review);
	assert_day(derived.followups.v[1].latest, "2025-03-28");
	ck_assert_str_eq(derived.followups.v[1].edtf, "");
	derived = recurring_derive("fulfilled_by = item.adopted", met, 1);
	ck_assert_uint_eq(derived.failures.n, 1);
	ck_assert_ptr_nonnull(strstr(derived.failures.v[0].message, "'every' needs a day in 'due' or 'review'"));
}
END_TEST

/* ---- recess and meetings ---- */

static const char calendar_body[] =
	"body { id = \"nl/raad\", name = \"Raad\", atw = false,\n"
	"recess = { summer = { [\"2025\"] = \"2025-07-12/2025-08-24\" }, autumn = { [\"2025\"] = "
	"\"2025-10-18/2025-10-26\" } },\n"
	"meetings = { weekdays = { \"thursday\" }, from = \"2025-05-01\", to = \"2025-10-30\" },\n"
	"moments = { voorjaarsnota = { [\"2025\"] = \"2025-05-20\", [\"2026\"] = \"2026-05-19\" } } }\n";

/* What is due for a motion that was adopted on Thursday 26 June 2025. */
static const struct {
	const char *due, *latest, *steps;
} by_calendar[] = {
	{"term(item.adopted, \"4w\", { skip_recess = true })", "2025-09-06",
	 "2025-06-26 + 4 weken = 2025-07-24; reces 2025-07-12 t/m 2025-08-24 telt niet: 44 dagen verder, naar "
	 "2025-09-06"},
	{"term(item.adopted, \"4w\", { skip_recess = false })", "2025-07-24", "2025-06-26 + 4 weken = 2025-07-24"},
	/* Two recesses; and beyond the years that are known. */
	{"term(item.adopted, \"10w\", { skip_recess = true })", "2025-10-27",
	 "2025-06-26 + 10 weken = 2025-09-04; reces 2025-07-12 t/m 2025-08-24 telt niet: 44 dagen verder, naar "
	 "2025-10-18; "
	 "reces 2025-10-18 t/m 2025-10-26 telt niet: 9 dagen verder, naar 2025-10-27"},
	{"term(item.adopted, \"6m\", { skip_recess = true })", "none", ""},
	{"next_meeting(term(item.adopted, \"4w\"))", "2025-08-28",
	 "2025-06-26 + 4 weken = 2025-07-24; reces 2025-07-12 t/m 2025-08-24: geen vergadering; eerste vergadering op "
	 "of na "
	 "2025-07-24: 2025-08-28 (vergaderdagen van "
	 "nl/raad, bekend van 2025-05-01 t/m 2025-10-30)"},
	{"next_meeting(item.adopted)", "2025-06-26",
	 "eerste vergadering op of na 2025-06-26: 2025-06-26 (vergaderdagen van "
	 "nl/raad, bekend van 2025-05-01 t/m 2025-10-30)"},
	{"next_meeting(item.adopted, { after = true })", "2025-07-03",
	 "eerste vergadering op of na 2025-06-27: 2025-07-03 (vergaderdagen van "
	 "nl/raad, bekend van 2025-05-01 t/m 2025-10-30)"},
	/* Ascension Day is a Thursday, 29 May. */
	{"next_meeting(period(\"2025-05-23\").latest)", "2025-06-05",
	 "eerste vergadering op of na 2025-05-23: 2025-06-05 (vergaderdagen van "
	 "nl/raad, bekend van 2025-05-01 t/m 2025-10-30)"},
	/* Before the first and after the last day of which the meetings are known. */
	{"next_meeting(period(\"2025-04-29\").latest)", "none", ""},
	{"next_meeting(term(item.adopted, \"6m\"))", "none", ""},
	{"next_meeting(item.rejected)", "none", ""},
	{"period(\"voorjaarsnota\", item.adopted)", "2026-05-19", ""},
	{"period(\"voorjaarsnota\", 2025).latest", "2025-05-20", ""},
	{"period(\"najaarsnota\", 2025)", "none", ""},
};

static const char *steps_of(const struct followup *f)
{
	const char *text = "";
	for (size_t i = 0; i < f->step_count; i++)
		text = arena_printf(arena, "%s%s%s", text, i ? "; " : "", f->steps[i]);
	return text;
}

static const char *due_pack(const char *body, const char *due)
{
	return arena_printf(
		arena,
		"%srule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", derive = function(item)\n"
		"return { { key = \"a\", due = %s } } end }\n",
		body, due);
}

START_TEST(what_a_calendar_does_not_know_is_nothing_and_what_it_knows_is_told)
{
	const char *const texts[] = {due_pack(calendar_body, by_calendar[_i].due)};
	struct rules *rules = packs_open(texts, 1);
	struct followup f = derive_one(rules, "nl/raad", ITEM_MOTION, STATE_ADOPTED, "2025-06-26");
	assert_day(f.latest, by_calendar[_i].latest);
	ck_assert_str_eq(steps_of(&f), by_calendar[_i].steps);
	rules_free(rules);
}
END_TEST

START_TEST(stretches_of_known_recesses_are_taken_at_their_word)
{
	const char *body =
		"body { id = \"nl/raad\", name = \"Raad\", atw = false, recess = { known = { \"2025-06-01/2025-09-30\" "
		"},\n"
		"summer = { [\"2025\"] = \"2025-07-12/2025-08-24\", [\"2027\"] = \"2027-07-12/2027-08-24\" } } }\n";
	const char *const inside[] = {due_pack(body, "term(item.adopted, \"4w\", { skip_recess = true })")};
	struct rules *rules = packs_open(inside, 1);
	assert_day(derive_one(rules, "nl/raad", ITEM_MOTION, STATE_ADOPTED, "2025-06-26").latest, "2025-09-06");
	assert_day(derive_one(rules, "nl/raad", ITEM_MOTION, STATE_ADOPTED, "2025-08-28").latest, "2025-09-25");
	assert_day(derive_one(rules, "nl/raad", ITEM_MOTION, STATE_ADOPTED, "2025-09-25").latest, "none");
	rules_free(rules);
	const char *const wrong[] = {
		"body { id = \"nl/raad\", name = \"Raad\", recess = {\nknown = { \"2025\", \"zomer\" } } }\n"};
	assert_refused(wrong, 1, ":2: known: 'zomer' is no period");
	const char *const nothing[] = {"body { id = \"nl/raad\", name = \"Raad\", recess = {\nknown = {} } }\n"};
	assert_refused(nothing, 1, ":2: recess: 'known' lists periods");
}
END_TEST

START_TEST(an_option_that_is_not_known_names_the_one_that_is)
{
	const char *const texts[] = {due_pack(calendar_body, "term(item.adopted, \"4w\", { skip_reces = true })")};
	struct rules *rules = packs_open(texts, 1);
	struct item item = {.ref = "A", .body = "nl/raad", .title = "De brug", .kind = ITEM_MOTION, .date = DATE_NONE};
	*list_push(arena, &item.transitions) =
		(struct transition){.state = STATE_ADOPTED, .on = date_parse(slice_of("2025-06-26"))};
	struct derived derived;
	struct err err = {0};
	ck_assert_int_eq(rules_derive(rules, &item, 1, arena, &derived, &err), OK);
	ck_assert_uint_eq(derived.failures.n, 1);
	ck_assert_ptr_nonnull(strstr(derived.failures.v[0].message,
				     "the key 'skip_reces' is not known; did you mean 'skip_recess'?"));
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
	tcase_add_test(tc, a_rule_that_applies_to_nothing_switches_that_of_the_base_off);
	tcase_add_test(tc, which_of_several_rules_of_the_base_is_meant_must_be_said);
	tcase_add_test(tc, a_transition_is_found_by_the_name_of_its_state);
	tcase_add_test(tc, the_value_in_force_when_the_term_started_applies);
	tcase_add_test(tc, a_term_that_goes_on_from_another_keeps_the_values_of_its_first_day);
	tcase_add_test(tc, before_the_first_day_of_a_value_the_base_speaks);
	tcase_add_test(tc, a_value_of_another_pack_is_told_with_its_hash_and_unread_without_a_source);
	tcase_add_test(tc, a_name_that_only_a_pack_above_or_hidden_code_reads_is_no_mistake);
	tcase_add_test(tc, a_day_of_which_no_value_speaks_fails_that_item_and_says_why);
	tcase_add_test(tc, the_rule_in_force_on_the_day_that_starts_the_term_applies);
	tcase_add_loop_test(tc, values_that_make_no_sense_are_refused_with_file_line_and_key, 0, ARRAY_SIZE(bad_terms));
	tcase_add_test(tc, what_recurs_is_owed_again_when_the_one_before_is_met);
	tcase_add_test(tc, what_recurs_may_be_a_day_to_look_and_needs_one);
	tcase_add_loop_test(tc, what_a_calendar_does_not_know_is_nothing_and_what_it_knows_is_told, 0,
			    ARRAY_SIZE(by_calendar));
	tcase_add_test(tc, stretches_of_known_recesses_are_taken_at_their_word);
	tcase_add_test(tc, an_option_that_is_not_known_names_the_one_that_is);
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
