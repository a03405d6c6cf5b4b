/* test_rules.c: packs and what is derived from them, through rules.h alone: the worker, its jail and the files are real. */
#include "rules/rules.h"

#include <check.h>
#include <ctype.h>
#include <dirent.h>
#include <signal.h>
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

/* Opens the shipped packs and one with this text, in a file that is gone afterwards. */
static enum status pack_try(const char *text, size_t n, struct rules **out, struct err *err)
{
	char name[] = "/tmp/griffie-test-XXXXXX";
	int fd = mkstemp(name);
	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, text, n), (ssize_t)n);
	close(fd);
	const char *files[] = {name};
	enum status status = rules_open(files, 1, out, err);
	unlink(name);
	return status;
}

static struct rules *pack_open(const char *text)
{
	struct rules *rules;
	struct err err = {0};
	enum status status = pack_try(text, strlen(text), &rules, &err);
	ck_assert_msg(status == OK, "%s", status ? err.msg : "");
	return rules;
}

static struct rules *shipped_open(void)
{
	struct rules *rules;
	struct err err = {0};
	enum status status = rules_open(NULL, 0, &rules, &err);
	ck_assert_msg(status == OK, "%s", status ? err.msg : "");
	return rules;
}

/* A pack of body test/one with one rule for motions, whose derive function has this body. */
static const char *pack_with(const char *derive)
{
	return arena_printf(arena,
			    "body { id = \"test/one\", name = \"Test\" }\n"
			    "rule { id = \"r\", title = \"Test\", source = \"test\", applies_to = \"motion\",\n"
			    "derive = function(item) %s end }\n",
			    derive);
}

static void transition_add(struct item *item, enum state state, const char *day)
{
	int on = date_parse(slice_of(day));
	*list_push(arena, &item->transitions) = (struct transition){.state = state, .on = on};
	item->state = state;
	item->date = item->transitions.v[0].on;
}

static struct item motion(const char *ref, const char *body, const char *adopted)
{
	struct item item = {
		.ref = ref, .body = body, .title = "Veilige oversteek", .kind = ITEM_MOTION, .date = DATE_NONE};
	transition_add(&item, STATE_ADOPTED, adopted);
	return item;
}

static struct moment moment_until(const char *edtf, const char *latest)
{
	struct moment m = {.earliest = DATE_NONE, .latest = date_parse(slice_of(latest)), .precision = PRECISION_DAY};
	memcpy(m.edtf, edtf, strlen(edtf) + 1);
	return m;
}

static struct derived derive(struct rules *rules, const struct item *items, size_t n)
{
	struct derived derived;
	struct err err = {0};
	enum status status = rules_derive(rules, items, n, arena, &derived, &err);
	ck_assert_msg(status == OK, "%s", status ? err.msg : "");
	return derived;
}

static const struct followup *followup_of(const struct derived *derived, const char *rule)
{
	for (size_t i = 0; i < derived->followups.n; i++)
		if (strcmp(derived->followups.v[i].rule, rule) == 0)
			return &derived->followups.v[i];
	ck_abort_msg("nothing derived by %s", rule);
	return NULL;
}

static void assert_day(int day, const char *wanted)
{
	char text[DATE_TEXT];
	ck_assert_str_eq(date_format(day, text), wanted);
}

START_TEST(every_case_of_the_shipped_packs_passes)
{
	struct rules *rules = shipped_open();
	struct rule_cases cases = {0};
	struct err err = {0};
	ck_assert_int_eq(rules_test(rules, arena, &cases, &err), OK);
	ck_assert_uint_gt(cases.n, 30);
	for (size_t i = 0; i < cases.n; i++)
		ck_assert_msg(cases.v[i].passed, "%s:%s case %d: %s", cases.v[i].pack, cases.v[i].rule,
			      cases.v[i].number, cases.v[i].detail ? cases.v[i].detail : "");
	rules_free(rules);
}
END_TEST

START_TEST(every_shipped_rule_has_a_source_and_a_case)
{
	struct rules *rules = shipped_open();
	const struct rule *list;
	size_t n = rules_list(rules, &list);
	ck_assert_uint_ge(n, 10);
	for (size_t i = 0; i < n; i++) {
		ck_assert_msg(list[i].source[0] != '\0', "%s:%s", list[i].pack, list[i].id);
		ck_assert_msg(list[i].cases > 0, "%s:%s", list[i].pack, list[i].id);
	}
	rules_free(rules);
}
END_TEST

START_TEST(a_wrong_expectation_is_a_failed_case_that_says_what_differs)
{
	struct rules *rules =
		pack_open("body { id = \"test/one\", name = \"Test\", atw = false }\n"
			  "rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\",\n"
			  "derive = function(item) return { { key = \"k\", due = term(item.adopted, \"6w\") } } end,\n"
			  "cases = { { given = { adopted = \"2025-01-23\" }, expect = { k = \"2025-03-07\" } },\n"
			  "          { given = { adopted = \"2025-01-23\" }, expect = {} },\n"
			  "          { given = { adoptd = \"2025-01-23\" }, expect = {} } } }\n");
	struct rule_cases cases = {0};
	struct err err = {0};
	ck_assert_int_eq(rules_test(rules, arena, &cases, &err), OK);
	const struct rule_case *own = &cases.v[cases.n - 3];
	ck_assert(!own[0].passed && !own[1].passed && !own[2].passed);
	ck_assert_ptr_nonnull(strstr(own[0].detail, "2025-03-06"));
	ck_assert_ptr_nonnull(strstr(own[1].detail, "not expected"));
	ck_assert_ptr_nonnull(strstr(own[2].detail, "did you mean 'adopted'"));
	rules_free(rules);
}
END_TEST

START_TEST(a_case_that_never_ends_fails_alone)
{
	struct rules *rules = pack_open("body { id = \"test/one\", name = \"Test\", atw = false }\n"
					"rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\",\n"
					"derive = function(item) while item.title == \"loop\" do end return {} end,\n"
					"cases = { { given = { title = \"loop\" }, expect = {} },\n"
					"          { given = { title = \"ends\" }, expect = {} } } }\n");
	struct rule_cases cases = {0};
	struct err err = {0};
	ck_assert_int_eq(rules_test(rules, arena, &cases, &err), OK);
	const struct rule_case *own = &cases.v[cases.n - 2];
	ck_assert(!own[0].passed && own[1].passed);
	ck_assert_ptr_nonnull(strstr(own[0].detail, "more than")); /* steps, or time on a busy machine */
	rules_free(rules);
}
END_TEST

START_TEST(an_adopted_motion_in_den_haag_is_due_six_weeks_later)
{
	struct rules *rules = shipped_open();
	struct item item = motion("RIS900001", "nl/den-haag", "2025-01-23");
	struct derived derived = derive(rules, &item, 1);
	const struct followup *f = followup_of(&derived, "nl/den-haag:settlement");
	assert_day(f->latest, "2025-03-06");
	ck_assert_str_eq(f->edtf, "2025-03-06");
	ck_assert_str_eq(f->owed_by, "college");
	ck_assert_str_eq(f->form, "letter");
	ck_assert_int_eq(f->status, FOLLOWUP_PENDING);
	ck_assert(!f->verified);
	ck_assert_uint_eq(f->step_count, 2);
	ck_assert_ptr_nonnull(strstr(f->steps[0], "2025-03-06"));
	ck_assert_ptr_nonnull(strstr(f->steps[1], "berekend als nl/gemeente:settlement (SHA-256 "));
	ck_assert_uint_eq(strlen(f->rule_sha256), 64);
	rules_free(rules);
}
END_TEST

START_TEST(notices_move_the_day_and_each_move_is_kept)
{
	struct rules *rules = shipped_open();
	struct item item = motion("RIS900002", "nl/den-haag", "2025-01-23");
	*list_push(arena, &item.notices) = (struct item_notice){.on = date_make(2025, 3, 4),
								.was = date_make(2025, 3, 19),
								.moment = moment_until("../2025-04-30", "2025-04-30"),
								.quote = {.document = "aa", .text = "niet gehaald"}};
	*list_push(arena, &item.notices) = (struct item_notice){.on = date_make(2025, 4, 29),
								.was = DATE_NONE,
								.moment = moment_until("../2025-10-01", "2025-10-01"),
								.quote = {.document = "bb", .text = "weer niet"}};
	struct derived derived = derive(rules, &item, 1);
	const struct followup *f = followup_of(&derived, "nl/den-haag:settlement");
	assert_day(f->latest, "2025-10-01");
	ck_assert_uint_eq(f->moves.n, 2);
	assert_day(f->moves.v[0].was, "2025-03-19");
	assert_day(f->moves.v[0].latest, "2025-04-30");
	assert_day(f->moves.v[1].was, "2025-04-30");
	assert_day(f->moves.v[1].latest, "2025-10-01");
	ck_assert_str_eq(f->moves.v[1].document, "bb");
	ck_assert_str_eq(f->moves.v[1].reason, "weer niet");
	rules_free(rules);
}
END_TEST

START_TEST(a_settlement_letter_fulfils_the_settlement_but_not_a_promise)
{
	struct rules *rules = shipped_open();
	struct item item = motion("RIS900003", "nl/den-haag", "2020-11-25");
	transition_add(&item, STATE_SETTLEMENT_PROPOSED, "2021-02-02");
	struct item_promise *promise = list_push(arena, &item.promises);
	*promise = (struct item_promise){.on = date_make(2021, 2, 2),
					 .promisor = "college",
					 .key = "0123456789ab",
					 .form = FORM_REPORT,
					 .date_text = "in het voorjaar van 2021",
					 .moment = {.edtf = "2021-21",
						    .earliest = date_make(2021, 3, 1),
						    .latest = date_make(2021, 5, 31),
						    .precision = PRECISION_SEASON}};
	*list_push(arena, &promise->quotes) =
		(struct quote){.document = "cc", .text = "Wij informeren u", .raw = {5, 21}};
	struct derived derived = derive(rules, &item, 1);
	const struct followup *settlement = followup_of(&derived, "nl/den-haag:settlement");
	ck_assert_int_eq(settlement->status, FOLLOWUP_FULFILLED);
	assert_day(settlement->fulfilled_on, "2021-02-02");
	const struct followup *f = followup_of(&derived, "nl/gemeente:promise");
	ck_assert_int_eq(f->status, FOLLOWUP_PENDING);
	ck_assert_str_eq(f->edtf, "2021-21");
	assert_day(f->earliest, "2021-03-01");
	assert_day(f->latest, "2021-05-31");
	ck_assert_str_eq(f->date_text, "in het voorjaar van 2021");
	ck_assert_str_eq(f->form, "report");
	ck_assert_uint_eq(f->quotes.n, 1);
	ck_assert_uint_eq(f->quotes.v[0].raw.start, 5);
	rules_free(rules);
}
END_TEST

START_TEST(what_the_council_refuses_is_owed_again)
{
	struct rules *rules = shipped_open();
	struct item item = motion("RIS900003", "nl/den-haag", "2020-11-25");
	transition_add(&item, STATE_SETTLEMENT_PROPOSED, "2021-02-02");
	transition_add(&item, STATE_IN_PROGRESS, "2021-03-04");
	struct derived derived = derive(rules, &item, 1);
	ck_assert_int_eq(followup_of(&derived, "nl/den-haag:settlement")->status, FOLLOWUP_PENDING);
	transition_add(&item, STATE_SETTLEMENT_PROPOSED, "2021-06-01");
	derived = derive(rules, &item, 1);
	const struct followup *again = followup_of(&derived, "nl/den-haag:settlement");
	ck_assert_int_eq(again->status, FOLLOWUP_FULFILLED);
	assert_day(again->fulfilled_on, "2021-06-01");
	rules_free(rules);
}
END_TEST

START_TEST(a_promise_without_a_day_gets_a_day_to_look_again)
{
	struct rules *rules = shipped_open();
	struct item item = {.ref = "RIS900004", .title = "Brief", .kind = ITEM_LETTER, .date = date_make(2025, 3, 4)};
	*list_push(arena, &item.promises) =
		(struct item_promise){.on = date_make(2025, 3, 4),
				      .promisor = "wethouder",
				      .key = "k",
				      .moment = {.earliest = DATE_NONE, .latest = DATE_NONE}};
	struct derived derived = derive(rules, &item, 1);
	const struct followup *f = followup_of(&derived, "nl/gemeente:promise");
	ck_assert(f->review);
	assert_day(f->latest, "2025-04-15");
	ck_assert_str_eq(f->edtf, "");
	ck_assert_str_eq(followup_state(f, date_make(2030, 1, 1)), "pending");
	rules_free(rules);
}
END_TEST

START_TEST(a_uid_names_item_rule_and_key_for_ever)
{
	struct rules *rules = shipped_open();
	struct item item = motion("RIS900001", "nl/den-haag", "2025-01-23");
	struct derived derived = derive(rules, &item, 1);
	ck_assert_str_eq(followup_of(&derived, "nl/den-haag:settlement")->uid, "d297cbc2-ab81-5867-9233-051402b76eaf");
	rules_free(rules);
}
END_TEST

START_TEST(a_dutch_body_without_a_pack_has_the_common_rules_and_a_foreign_one_none)
{
	struct rules *rules = shipped_open();
	struct item items[] = {motion("A", "nl/emmen", "2025-01-23"), motion("B", NULL, "2025-01-23"),
			       motion("C", "be/gent", "2025-01-23")};
	struct derived derived = derive(rules, items, 3);
	ck_assert_uint_eq(derived.followups.n, 2);
	ck_assert_str_eq(derived.followups.v[0].rule, "nl/gemeente:settlement");
	ck_assert_str_eq(derived.followups.v[1].item, "B");
	ck_assert_ptr_null(rules_calendar(rules, "be/gent"));
	ck_assert_str_eq(rules_calendar(rules, "nl/emmen")->body, "nl/gemeente");
	rules_free(rules);
}
END_TEST

START_TEST(the_calendar_of_a_pack_reaches_the_program)
{
	struct rules *rules = shipped_open();
	const struct calendar *calendar = rules_calendar(rules, "nl/tweede-kamer");
	ck_assert_int_eq(calendar->atw, ATW_NO);
	const struct period *summer = calendar_recess_in(calendar, "summer", 2024);
	ck_assert_ptr_nonnull(summer);
	assert_day(summer->first, "2024-07-05");
	assert_day(summer->last, "2024-09-02");
	assert_day(calendar_next_meeting(calendar, date_make(2024, 7, 11)), "2024-09-03");
	rules_free(rules);
}
END_TEST

START_TEST(a_pack_changes_a_term_or_a_rule_of_its_base)
{
	struct rules *rules =
		pack_open("body { id = \"nl/proef\", name = \"Proef\", base = \"nl/gemeente\", atw = false,\n"
			  "terms = { answer = \"3w\" } }\n"
			  "rule { id = \"settlement\", title = \"T\", source = \"s\", applies_to = \"motion\",\n"
			  "derive = function(item) return {} end }\n");
	struct item items[] = {motion("A", "nl/proef", "2025-01-23"),
			       {.ref = "B", .body = "nl/proef", .title = "Vraag", .kind = ITEM_QUESTION}};
	transition_add(&items[1], STATE_SUBMITTED, "2025-04-05");
	struct derived derived = derive(rules, items, 2);
	ck_assert_uint_eq(derived.followups.n, 1);
	assert_day(derived.followups.v[0].latest, "2025-04-26");
	ck_assert_str_eq(derived.followups.v[0].rule, "nl/gemeente:answer");
	rules_free(rules);
}
END_TEST

START_TEST(the_rule_in_force_on_the_day_of_the_item_applies)
{
	struct rules *rules = pack_open(
		"body { id = \"test/one\", name = \"Test\", atw = false }\n"
		"rule { id = \"r\", title = \"old\", source = \"s\", applies_to = \"motion\", valid = { to = "
		"\"2020-12-31\" },\n"
		"derive = function(item) return { { key = \"k\", due = term(item.adopted, \"1w\") } } end }\n"
		"rule { id = \"r\", title = \"new\", source = \"s\", applies_to = \"motion\", valid = { from = "
		"\"2021-01-01\" },\n"
		"derive = function(item) return { { key = \"k\", due = term(item.adopted, \"2w\") } } end }\n");
	struct item items[] = {motion("A", "test/one", "2020-12-31"), motion("B", "test/one", "2021-01-01")};
	struct derived derived = derive(rules, items, 2);
	ck_assert_uint_eq(derived.followups.n, 2);
	assert_day(derived.followups.v[0].latest, "2021-01-07");
	assert_day(derived.followups.v[1].latest, "2021-01-15");
	rules_free(rules);
}
END_TEST

START_TEST(a_file_with_the_id_of_a_shipped_pack_takes_its_place)
{
	struct rules *shipped = shipped_open();
	struct rules *rules = pack_open("body { id = \"nl/den-haag\", name = \"Eigen\", base = \"nl/gemeente\" }");
	const struct pack *packs;
	size_t n = rules_packs(rules, &packs), own = 0;
	for (size_t i = 0; i < n; i++)
		if (strcmp(packs[i].id, "nl/den-haag") == 0)
			own += strcmp(packs[i].name, "Eigen") == 0 ? 1 : 2;
	ck_assert_uint_eq(own, 1);
	ck_assert_uint_eq(n, rules_packs(shipped, &packs));
	rules_free(shipped);
	struct item item = motion("A", "nl/den-haag", "2025-01-23");
	struct derived derived = derive(rules, &item, 1);
	ck_assert_str_eq(derived.followups.v[0].rule, "nl/gemeente:settlement");
	rules_free(rules);
}
END_TEST

START_TEST(many_items_with_long_texts_pass_through_without_a_deadlock)
{
	enum { MANY = 3000 };
	struct rules *rules = shipped_open();
	char *long_text = arena_alloc(arena, 4001);
	memset(long_text, 'x', 4000);
	struct item *items = arena_alloc(arena, MANY * sizeof *items);
	for (size_t i = 0; i < MANY; i++) {
		items[i] = motion(arena_printf(arena, "R%05zu", MANY - i), "nl/den-haag", "2025-01-23");
		*list_push(arena, &items[i].requests) =
			(struct item_request){.on = items[i].date,
					      .verb = "verzoekt",
					      .key = "q",
					      .moment = moment_until("2025-06-30", "2025-06-30"),
					      .quote = {.text = long_text}};
	}
	struct derived derived = derive(rules, items, MANY);
	ck_assert_uint_eq(derived.failures.n, 0);
	ck_assert_uint_eq(derived.followups.n, 2 * MANY);
	for (size_t i = 1; i < derived.followups.n; i++)
		ck_assert_int_le(strcmp(derived.followups.v[i - 1].item, derived.followups.v[i].item), 0);
	rules_free(rules);
}
END_TEST

START_TEST(nothing_that_a_rule_remembers_reaches_the_next_item)
{
	struct rules *rules = pack_open(
		"body { id = \"test/one\", name = \"Test\" }\n"
		"local seen = 0\n"
		"rule { id = \"r\", title = \"T\", source = \"s\", applies_to = \"motion\", derive = function(item)\n"
		"seen = seen + 1  times = (times or 0) + 1  string.mark = (string.mark or 0) + 1\n"
		"return { { key = seen .. \"-\" .. times .. \"-\" .. string.mark } } end }\n");
	struct item items[] = {motion("A", "test/one", "2025-01-23"), motion("B", "test/one", "2025-01-23"),
			       motion("C", "test/one", "2025-01-23")};
	struct derived derived = derive(rules, items, 3);
	ck_assert_uint_eq(derived.followups.n, 3);
	for (size_t i = 0; i < 3; i++)
		ck_assert_str_eq(derived.followups.v[i].key, "1-1-1");
	rules_free(rules);
}
END_TEST

/* The process whose parent is `parent`, from /proc; 0 when there is none. */
static pid_t child_of(pid_t parent)
{
	DIR *dir = opendir("/proc");
	pid_t found = 0;
	for (struct dirent *e; dir && !found && (e = readdir(dir));) {
		long pid = strtol(e->d_name, NULL, 10);
		char line[512] = "";
		FILE *f = pid > 0 ? fopen(arena_printf(arena, "/proc/%ld/stat", pid), "r") : NULL;
		if (f && fgets(line, sizeof line, f) && strrchr(line, ')')) {
			char *fields = strrchr(line, ')') + 3; /* the state, then the parent */
			found = strtol(fields + 1, NULL, 10) == parent ? (pid_t)pid : 0;
		}
		if (f)
			fclose(f);
	}
	if (dir)
		closedir(dir);
	return found;
}

START_TEST(a_worker_that_is_killed_is_replaced_and_no_item_is_lost)
{
	struct rules *rules = shipped_open();
	pid_t keeper = child_of(getpid());
	pid_t worker = keeper ? child_of(keeper) : 0;
	ck_assert_int_gt(worker, 0);
	ck_assert_int_eq(kill(worker, SIGKILL), 0);
	struct item items[] = {motion("A", "nl/den-haag", "2025-01-23"), motion("B", "nl/den-haag", "2025-01-23")};
	struct derived derived = derive(rules, items, 2);
	ck_assert_uint_eq(derived.failures.n, 0);
	ck_assert_uint_eq(derived.followups.n, 2);
	rules_free(rules);
	ck_assert_int_eq(child_of(getpid()), 0);
}
END_TEST

/* What a rule may not do, and what the message must name. */
static const struct bad_rule {
	const char *derive;
	const char *says;
} bad_rules[] = {
	{"while true do end", "steps"},
	{"::a:: goto a", "steps"},
	{"local function f() return f() end return f()", "steps"},
	{"local function f() return 1 + f() end return f()", ""},
	{"pcall(function() while true do end end) return {}", "steps"},
	{"while true do pcall(function() local s = \"x\" while true do s = s .. s end end) end", "512 KiB"},
	{"local t = {} for i = 1, 1000000 do t[i] = {} end", "512 KiB"},
	{"return { { key = (\"x\"):rep(1 << 40) } }", "rep"},
	{"return { { key = (\"\"):rep(1 << 62) } }", "'key'"},
	{"local t = {} t[1 << 40] = 1 table.insert(t, 1 << 50, 2)", "insert"},
	{"for i = 1, 9000 do (\"a\"):rep(60000):find((\"a\"):rep(200) .. \"b\") end", "steps"},
	{"return os.time()", "os"},
	{"return io.open(\"/etc/passwd\")", "io"},
	{"return load(\"return 1\")()", "load"},
	{"return setmetatable({}, {})", "setmetatable"},
	{"return (\"x\"):gsub(\"x\", \"y\")", "gsub"},
	{"error({})", "no text"},
	{"error(\"a\\27[2J\\r\\nb\\0c\", 0)", "a"},
	{"item.state = \"settled\"", "read-only"},
	{"item.promises[1] = {}", "read-only"},
	{"return { { key = \"k\", due = item.adoptd } }", "did you mean 'adopted'"},
	{"return nil", "nil"},
	{"return 3", "number"},
	{"return \"2025-01-01\"", "string"},
	{"return { key = \"k\" }", "list"},
	{"return { 1 }", "number"},
	{"return { {} }", "'key' is missing"},
	{"return { { key = 3 } }", "'key' is a number"},
	{"return { { key = \"a\\nb\" } }", "one line"},
	{"return { { key = \"k\", due = \"2025-02-29\" } }", "'due' is a string"},
	{"return { { key = \"k\", due = 0/0 } }", "'due' is a number"},
	{"return { { key = \"k\", du = item.adopted } }", "did you mean 'due'"},
	{"return { { key = \"k\", title = \"a\\r\\nATTENDEE:b\" } }", "'title'"},
	{"return { { key = \"k\", quote = \"said\" } }", "promise"},
	{"return { { key = \"k\", moves = {} } }", "item.notices"},
	{"return { { key = \"k\" }, { key = \"k\" } }", "twice"},
	{"return { { key = \"k\", due = item.adopted, earliest = term(item.adopted, \"1d\") } }", "earliest"},
	{"return { { key = \"k\", due = term(item.adopted, \"6 weeks\") } }", "term"},
	{"return { { key = \"k\", due = term(\"2025-01-01\", \"6w\") } }", "date is wanted"},
	{"return { { key = \"k\", due = item.adopted + 1 } }", "arithmetic"},
	{"return item.adopted < 3", "date"},
	{"body { id = \"x\", name = \"y\" }", "outside"},
	{"return { { key = terms.nothing } }", "terms"},
	{"local t = {} t[{}] = 1 for k in pairs(t) do end", "pairs"},
};

START_TEST(a_bad_rule_costs_one_clear_line_and_the_next_item_is_derived)
{
	const struct bad_rule *bad = &bad_rules[_i];
	struct rules *rules = pack_open(pack_with(bad->derive));
	struct item items[] = {motion("RIS1", "test/one", "2025-01-23"), motion("RIS2", "nl/den-haag", "2025-01-23")};
	struct derived derived = derive(rules, items, 2);
	ck_assert_msg(derived.failures.n == 1, "%s", bad->derive);
	const char *message = derived.failures.v[0].message;
	ck_assert_msg(strncmp(message, "pack 'test/one', rule 'r', item 'RIS1': ", 40) == 0, "%s", message);
	ck_assert_msg(strstr(message, bad->says) != NULL, "%s: %s", bad->derive, message);
	for (const char *p = message; *p; p++)
		ck_assert_msg(!iscntrl((unsigned char)*p), "%s", bad->derive);
	ck_assert_uint_eq(derived.followups.n, 1);
	ck_assert_str_eq(derived.followups.v[0].item, "RIS2");
	rules_free(rules);
}
END_TEST

/* What a pack may not be. */
static const struct bad_pack {
	const char *text;
	size_t n; /* 0: that of the text */
	const char *says;
} bad_packs[] = {
	{"", 0, "no body"},
	{"while true do end", 0, "steps"},
	{"body {", 0, ":1:"},
	{"body { id = \"test/x\" }", 0, "'name' is missing"},
	{"body { id = \"test/X\", name = \"n\" }", 0, "a to z"},
	{"\nbody { id = \"test/x\", name = \"n\", bass = \"y\" }", 0,
	 ":2: body: the key 'bass' is not known; did you mean 'base'?"},
	{"body { id = \"test/x\", name = \"n\", base = \"nl/none\" }", 0, "nl/none"},
	{"body { id = \"test/x\", name = \"n\", base = \"test/x\" }", 0, "go round"},
	{"body { id = \"test/x\", name = \"n\", recess = { sumer = {} } }", 0, "did you mean 'summer'"},
	{"body { id = \"test/x\", name = \"n\", recess = { summer = { [\"2025\"] = \"2024-07-01/2024-08-01\" } } }", 0,
	 "2025"},
	{"body { id = \"test/x\", name = \"n\", recess = { summer = { [\"2025\"] = \"2025-02-30/2025-08-01\" } } }", 0,
	 "no period"},
	{"body { id = \"test/x\", name = \"n\" } body { id = \"test/y\", name = \"n\" }", 0, "twice"},
	{"rule { id = \"r\" }", 0, "before body"},
	{"body { id = \"test/x\", name = \"n\" } rule { id = \"r\", title = \"t\", applies_to = \"motion\", derive = "
	 "print }",
	 0, "'source' is missing"},
	{"body { id = \"test/x\", name = \"n\" } rule { id = \"r\", title = \"t\", source = \"s\", applies_to = "
	 "\"moton\" }",
	 0, "did you mean 'motion'"},
	{"body { id = \"test/x\", name = \"n\" } rule { id = \"r\", title = \"t\", source = \"s\", applies_to = "
	 "\"motion\" }",
	 0, "'derive' is a nil"},
	{"body { id = \"test/x\", name = \"n\" } rule { id = \"r\", title = \"t\", source = \"s\", applies_to = "
	 "\"motion\", "
	 "valid = { from = \"2021-02-29\" }, derive = pcall }",
	 0, "2021-02-29"},
	{"\xef\xbb\xbf"
	 "body { }",
	 0, "U+FEFF"},
	{"-- \xe2\x80\xae", 0, "U+202E"},
	{"-- \xc0\x80", 0, "byte 4 is not UTF-8"},
	{"-- a\0b", 6, "U+0000"},
	{"\x1bLua", 0, "U+001B"},
	{"#!/usr/bin/lua\n", 0, ":1:"},
};

START_TEST(a_bad_pack_is_refused_with_file_and_remedy)
{
	const struct bad_pack *bad = &bad_packs[_i];
	struct rules *rules;
	struct err err = {0};
	enum status status = pack_try(bad->text, bad->n ? bad->n : strlen(bad->text), &rules, &err);
	ck_assert_msg(status == E_RULE, "%s", bad->text);
	ck_assert_msg(strncmp(err.msg, "/tmp/griffie-test-", 18) == 0, "%s", err.msg);
	ck_assert_msg(strstr(err.msg, bad->says) != NULL, "%s: %s", bad->text, err.msg);
}
END_TEST

START_TEST(a_pack_of_16_kib_is_read_and_one_byte_more_is_not)
{
	enum { MOST = 16 * 1024 };
	char *text = arena_alloc(arena, MOST + 2);
	memset(text, ' ', MOST + 1);
	static const char head[] = "body { id = \"test/x\", name = \"n\" }";
	memcpy(text, head, sizeof head - 1);
	struct rules *rules;
	struct err err = {0};
	ck_assert_int_eq(pack_try(text, MOST, &rules, &err), OK);
	rules_free(rules);
	ck_assert_int_eq(pack_try(text, MOST + 1, &rules, &err), E_RULE);
	ck_assert_ptr_nonnull(strstr(err.msg, "16384"));
}
END_TEST

START_TEST(a_file_that_is_not_there_or_no_file_is_said)
{
	struct rules *rules;
	struct err err = {0};
	const char *none[] = {"/nonexistent/pack.lua"}, *folder[] = {"/tmp"};
	ck_assert_int_eq(rules_open(none, 1, &rules, &err), E_NOT_FOUND);
	ck_assert_int_eq(rules_open(folder, 1, &rules, &err), E_IO);
}
END_TEST

START_TEST(a_rule_sees_these_names_and_no_other)
{
	struct rules *rules = pack_open(pack_with("local names = {}\n"
						  "for k, v in pairs(_ENV) do table.insert(names, k)\n"
						  "if type(v) == \"table\" then for n in pairs(v) do\n"
						  "table.insert(names, k .. \".\" .. n) end end end\n"
						  "local whole = table.concat(names, \" \")\n"
						  "local half = whole:find(\" rule\")\n"
						  "return { { key = \"1\", title = whole:sub(1, half - 1) },\n"
						  "         { key = \"2\", title = whole:sub(half + 1) } }"));
	struct item item = motion("A", "test/one", "2025-01-23");
	struct derived derived = derive(rules, &item, 1);
	ck_assert_uint_eq(derived.followups.n, 2);
	ck_assert_str_eq(
		derived.followups.v[0].title,
		"assert body error holiday ipairs math math.abs math.ceil math.floor math.max math.maxinteger "
		"math.min math.mininteger math.tointeger math.type next next_meeting pairs pcall period recess");
	ck_assert_str_eq(derived.followups.v[1].title,
			 "rule select string string.find string.len string.lower string.rep string.sub string.upper "
			 "table table.concat table.insert term terms tonumber tostring type working_days");
	rules_free(rules);
}
END_TEST

/* What must keep working in a rule: a condition that holds. */
static const char *const good_conditions[] = {
	"tostring(item.adopted) == \"2025-01-23\"",
	"term(item.adopted, \"1w\") - item.adopted == 7",
	"item.adopted < term(item.adopted, \"1d\") and item.adopted == item.adopted and item.adopted <= item.adopted",
	"item.rejected == nil and term(item.rejected, \"1w\") == nil",
	"working_days(item.adopted, term(item.adopted, \"7d\")) == 5",
	"tostring(period(\"2025-21\").latest) == \"2025-05-31\"",
	"period(\"../2025-05-31\").earliest == nil",
	"holiday(item.adopted) == nil",
	"#item.promises == 0 and #item.transitions == 1 and item.transitions[1].state == \"adopted\"",
	"item.transitions[2] == nil and item.transitions[0] == nil",
	"item.kind == \"motion\" and item.title == \"Veilige oversteek\" and item.body == \"test/one\"",
	"select(\"#\", pcall(error, \"x\")) == 2",
	"(\"Abc\"):upper() == \"ABC\" and (\"abc\"):sub(-2) == \"bc\" and (\"abc\"):find(\"c\") == 3",
	"next({}) == nil and next({ b = 1, a = 1 }) == \"a\" and next({ b = 1, a = 1 }, \"a\") == \"b\"",
	"tostring({}) == \"table\" and tostring(print) == \"nil\" and tostring(pcall) == \"function\"",
	"recess(\"summer\", 2025) == nil and next_meeting(item.adopted) == nil",
	"(function() local t = {} for i = 1, 5000 do table.insert(t, i % 10) end return #table.concat(t) end)() == "
	"5000",
	"(function() local s = \"\" for k in pairs({ z = 1, a = 1, m = 1, [2] = 1 }) do s = s .. k end return s end)() "
	"== \"2amz\"",
};

START_TEST(a_rule_can_ask_and_compute)
{
	struct rules *rules = pack_open(pack_with(
		arena_printf(arena, "return { { key = (%s) and \"holds\" or \"fails\" } }", good_conditions[_i])));
	struct item item = motion("A", "test/one", "2025-01-23");
	struct derived derived = derive(rules, &item, 1);
	ck_assert_msg(derived.failures.n == 0, "%s", derived.failures.n ? derived.failures.v[0].message : "");
	ck_assert_msg(strcmp(derived.followups.v[0].key, "holds") == 0, "%s", good_conditions[_i]);
	rules_free(rules);
}
END_TEST

START_TEST(a_rule_that_runs_out_of_time_again_and_again_is_given_up)
{
	enum { MANY = 200 };
	struct rules *rules = pack_open(pack_with("while true do end"));
	struct item *items = arena_alloc(arena, MANY * sizeof *items);
	for (size_t i = 0; i < MANY; i++)
		items[i] = motion(arena_printf(arena, "R%zu", i), "test/one", "2025-01-23");
	struct derived derived = derive(rules, items, MANY);
	ck_assert_uint_eq(derived.failures.n, MANY);
	ck_assert_uint_eq(derived.followups.n, 0);
	rules_free(rules);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("rules");
	TCase *tc = tcase_create("rules");
	tcase_set_timeout(tc, 60);
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, every_case_of_the_shipped_packs_passes);
	tcase_add_test(tc, every_shipped_rule_has_a_source_and_a_case);
	tcase_add_test(tc, a_case_that_never_ends_fails_alone);
	tcase_add_test(tc, a_wrong_expectation_is_a_failed_case_that_says_what_differs);
	tcase_add_test(tc, an_adopted_motion_in_den_haag_is_due_six_weeks_later);
	tcase_add_test(tc, notices_move_the_day_and_each_move_is_kept);
	tcase_add_test(tc, a_settlement_letter_fulfils_the_settlement_but_not_a_promise);
	tcase_add_test(tc, what_the_council_refuses_is_owed_again);
	tcase_add_test(tc, a_promise_without_a_day_gets_a_day_to_look_again);
	tcase_add_test(tc, a_uid_names_item_rule_and_key_for_ever);
	tcase_add_test(tc, a_dutch_body_without_a_pack_has_the_common_rules_and_a_foreign_one_none);
	tcase_add_test(tc, the_calendar_of_a_pack_reaches_the_program);
	tcase_add_test(tc, a_pack_changes_a_term_or_a_rule_of_its_base);
	tcase_add_test(tc, the_rule_in_force_on_the_day_of_the_item_applies);
	tcase_add_test(tc, a_file_with_the_id_of_a_shipped_pack_takes_its_place);
	tcase_add_test(tc, many_items_with_long_texts_pass_through_without_a_deadlock);
	tcase_add_test(tc, nothing_that_a_rule_remembers_reaches_the_next_item);
	tcase_add_test(tc, a_worker_that_is_killed_is_replaced_and_no_item_is_lost);
	tcase_add_loop_test(tc, a_bad_rule_costs_one_clear_line_and_the_next_item_is_derived, 0, ARRAY_SIZE(bad_rules));
	tcase_add_loop_test(tc, a_bad_pack_is_refused_with_file_and_remedy, 0, ARRAY_SIZE(bad_packs));
	tcase_add_test(tc, a_pack_of_16_kib_is_read_and_one_byte_more_is_not);
	tcase_add_test(tc, a_file_that_is_not_there_or_no_file_is_said);
	tcase_add_test(tc, a_rule_sees_these_names_and_no_other);
	tcase_add_loop_test(tc, a_rule_can_ask_and_compute, 0, ARRAY_SIZE(good_conditions));
	tcase_add_test(tc, a_rule_that_runs_out_of_time_again_and_again_is_given_up);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
