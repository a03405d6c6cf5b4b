/* test_hostile.c: packs that mean harm. Each attack stands in a rule's derive, and by itself as a pack: one clean line, little time, little
 * memory, no process left, and what a good rule derives next in the same worker is right. What a worker may ask of the system is
 * test_jail.c; what happens when one is taken over all the same, test_misbehave.c.
 */
#include "rules/jail.h"
#include "rules/rules_own.h"
#include "rules/source.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { WORKER_MS = 200, WORKER_KB = 16 * 1024 };

static const char *const attacks[] = {
	/* loops that the interpreter runs */
	"while true do end",
	"repeat until false",
	"::top:: goto top",
	"do ::a:: do goto b end ::b:: goto a end",
	"for i = math.mininteger, math.maxinteger do end",
	"for i = 1, math.maxinteger, 1 do local x = i end",
	"for i = 1.0, 1e308 do end",
	"local function f() return f() end return f()",
	"local function f() return g() end function g() return f() end return f()",
	"for i in function() return 1 end do end",
	"for k in ipairs(item and item.transitions or {}) do while true do end end",
	/* shelter */
	"while true do pcall(error) end",
	"while true do pcall(pcall, pcall, pcall, error) end",
	"local function f() pcall(f) pcall(f) end f() while true do end",
	"local function f() local ok = pcall(f) while ok do end while true do end end f()",
	"pcall(function() local t = {} for i = 1, 1e9 do t[i] = i end end) while true do end",
	"while true do pcall(string.rep, 'x', 1 << 60) end",
	"while true do pcall(table.insert, {}, {}, {}) end",
	"while true do pcall(term, nil, nil) end",
	"local t = setmetatable({}, { __gc = function() while true do end end })",
	"local x <close> = setmetatable({}, { __close = function() while true do end end })",
	"local x <close> = {} while true do end",
	"xpcall(error, function() while true do end end)",
	/* one instruction or one call that works long */
	"local s = ('x'):rep(60000) local t = ('x'):rep(60000) while s == t do end",
	"local s = ('x'):rep(60000) local t = ('x'):rep(60000) while not (s < t) do end",
	"while true do local s = ('x'):rep(65536) end",
	"local s = ('x'):rep(65536) while true do s:find('y') end",
	"local s = ('ab'):rep(30000) while true do s:find(('ab'):rep(120) .. 'c') end",
	"local s = ('x'):rep(65536) while true do s:upper() s:lower() end",
	"local s = ('x'):rep(65536) while true do s:sub(2) end",
	"local t = {} for i = 1, 9000 do t[i] = i end while true do table.insert(t, 1, 0) t[#t] = nil end",
	"local t = {} for i = 1, 4000 do t[i] = 'abc' end while true do table.concat(t, ',') end",
	"local t = {} for i = 1, 4000 do t[i] = i end while true do for k in pairs(t) do break end end",
	"local t = {} for i = 1, 4000 do t['k' .. i] = i end while true do next(t) end",
	"local t = {} for i = 1, 4000 do t[i] = i end for i = 2, 4000 do t[i] = nil end while true do next(t, 1) end",
	"for n = 5, 14 do local t, m = {}, 2^n - 1 for i = 1, 2^n do t[i * (m // 1 | 0)] = i end end",
	"local t = {} for i = 0, 8191 do t[(i << 13) * 8191] = true end while true do t = {} end",
	"local function f(n, ...) return n == 0 and select('#', ...) or f(n - 1, n, ...) end while true do f(200) end",
	"while true do working_days(item.date, term(item.date, '9999d')) end",
	"while true do working_days(term(item.date, '1d'), term(item.date, '170y')) end",
	"while true do term(item.date, '9999wd') end",
	"while true do term(item.date, '9999m') end",
	"while true do period('2025-21') end",
	"while true do recess('summer', 2025) end",
	"while true do holiday(item.date) end",
	"while true do next_meeting(item.date) end",
	"while true do local x = item.title .. item.kind .. #item.transitions end",
	"while true do pcall(function() return item.nothing end) end",
	"while true do pcall(function() return terms.nothing end) end",
	"while true do tostring(1e308) tostring(0.1) end",
	"while true do tonumber(('9'):rep(60000)) end",
	"while true do tonumber(('z'):rep(60000), 36) end",
	"local s = ('1'):rep(200) while true do local x = s + 1 end",
	/* memory */
	"local s = 'x' while true do s = s .. s end",
	"local t = {} while true do t[#t + 1] = {} end",
	"local t = {} for i = 1, 1e9 do t[i] = 0 end",
	"local t = {} while true do t = { t, t } end",
	"local t = {} for i = 1, 1e9 do t['k' .. i] = ('v'):rep(1000) end",
	"local t = {} t[1 << 20] = 1 t[1 << 30] = 1 for i = 1, 1e9 do t[-i] = i end",
	"local f = function() end while true do local g = f f = function() return g end end",
	"local t = {} while true do t[#t + 1] = function() return t end end",
	"local t = {} while true do t[#t + 1] = item.transitions end",
	"local t = {} while true do t[#t + 1] = term(item.date, '1d') end",
	"local t = {} while true do t[#t + 1] = period('2025') end",
	"local t = {} while true do for i = 1, 9999 do t[i] = 'abcdefgh' .. i end table.concat(t) end",
	"while true do local a, b = {}, {} a[1], b[1] = b, a end",
	"local s = ('x'):rep(60000) local t = {} for i = 1, 1e6 do t[i] = s .. i end",
	"error(('x'):rep(65536) .. ('y'):rep(65536))",
	"local t = {} for i = 1, 250 do t[i] = ('x'):rep(1000) end error(table.concat(t, ' ', 1, 60))",
	/* stacks */
	"local function f() return 1 + f() end return f()",
	"local function f() return (f()) end return f()",
	"local function f(...) return f(1, ...) end return f()",
	"local function f(n) local a, b, c, d, e, g, h = n, n, n, n, n, n, n return f(n + 1) + a end return f(1)",
	"local function f() return pcall(f) end f() error('back')",
	"local function f() return pcall(pcall, f) end f() error('back')",
	"local t = {} for i = 1, 100000 do t = { t } end return t",
	/* names that are not there */
	"return os.execute('touch /tmp/griffie-was-here')",
	"return io.popen('id')",
	"return require('os')",
	"return package.loadlib('libc.so.6', 'system')",
	"return debug.getregistry()",
	"return string.dump(function() end)",
	"return string.format('%99999d', 1)",
	"return string.format('%s', {})",
	"return ('x'):gsub('.', '%0%0')",
	"return ('x'):match('(x*)*y')",
	"return load('\\27Lua')()",
	"return loadstring('return 1')",
	"return dofile('/etc/passwd')",
	"return collectgarbage('count')",
	"return coroutine.wrap(function() while true do end end)()",
	"return utf8.char(1 << 30)",
	"return math.random(10)",
	"return os.time()",
	"return rawset(_G, 'x', 1)",
	"return getmetatable('').__index.rep()",
	"return setmetatable(_ENV, {})",
	"return table.sort({ 3, 2, 1 }, function() return true end)",
	"return table.unpack({}, 1, 1e7)",
	"return table.move({ 1 }, 1, 1 << 53, 2)",
	"return print('x')",
	"return warn('@on')",
	"string.rep = nil string.find = nil pairs = nil error('shared')",
	"tostring = function() while true do end end error({})",
	"_ENV = {} return x.y",
	"local _ENV <const> = {} return x.y",
	/* what is raised */
	"error()",
	"error(nil)",
	"error({})",
	"error(function() end)",
	"error(item)",
	"error(0 / 0)",
	"error('\\27]0;owned\\7\\27[2J\\r\\nBEGIN:VEVENT\\0end', 0)",
	"error('\\xe2\\x80\\xaetxt.exe', 0)",
	"error('\\xff\\xfe\\x80', 0)",
	"assert(false, ('long '):rep(10000))",
	"assert(nil)",
	"error('x', 1e9)",
	"error('x', -1)",
	"error(1 // 0)",
	"local x = 1 < {}",
	"local x = #nil",
	"nothing.at.all()",
};

/* What derive gives back: each is refused by type, length or range. */
static const char *const results[] = {
	"nil",
	"true",
	"0",
	"-0.0",
	"0 / 0",
	"1 / 0",
	"-1 / 0",
	"math.mininteger",
	"\"2025-01-01\"",
	"function() end",
	"item",
	"item.transitions",
	"item.date",
	"term",
	"{ key = \"k\" }",
	"{ nil, { key = \"k\" } }",
	"{ [0] = { key = \"k\" } }",
	"{ [1.5] = { key = \"k\" } }",
	"{ [1] = { key = \"k\" }, n = 1 }",
	"{ { key = \"k\" }, [1 << 40] = { key = \"l\" } }",
	"{ item }",
	"{ { } }",
	"{ { key = 1 } }",
	"{ { key = \"\" } }",
	"{ { key = {} } }",
	"{ { key = (\"k\"):rep(97) } }",
	"{ { key = (\"k\"):rep(65536) } }",
	"{ { key = \"a\\nb\" } }",
	"{ { key = \"a\\rb\" } }",
	"{ { key = \"a\\0b\" } }",
	"{ { key = \"a\\27[2Jb\" } }",
	"{ { key = \"a\\u{202e}b\" } }",
	"{ { key = \"a\\u{2066}b\" } }",
	"{ { key = \"a\\u{85}b\" } }",
	"{ { key = \"a\\u{2028}b\" } }",
	"{ { key = \"a\\xffb\" } }",
	"{ { key = \"a\\xc0\\x80b\" } }",
	"{ { key = \"a\\xed\\xa0\\x80b\" } }",
	"{ { key = \"k\", title = 7 } }",
	"{ { key = \"k\", title = \"a\\r\\nATTENDEE:mailto:x\" } }",
	"{ { key = \"k\", title = \"\\u{202e}a\" } }",
	"{ { key = \"k\", title = (\"t\"):rep(601) } }",
	"{ { key = \"k\", form = {} } }",
	"{ { key = \"k\", form = (\"f\"):rep(97) } }",
	"{ { key = \"k\", owed_by = \"a\\tb\" } }",
	"{ { key = \"k\", owed_by = true } }",
	"{ { key = \"k\", due = 0 / 0 } }",
	"{ { key = \"k\", due = 1 / 0 } }",
	"{ { key = \"k\", due = -0.0 } }",
	"{ { key = \"k\", due = 20250101 } }",
	"{ { key = \"k\", due = \"2025-02-29\" } }",
	"{ { key = \"k\", due = { year = 2025 } } }",
	"{ { key = \"k\", due = term(item.date, \"300y\") } }",
	"{ { key = \"k\", due = term(item.date, \"-1d\") } }",
	"{ { key = \"k\", due = term(item.date, \"99999999999999999999d\") } }",
	"{ { key = \"k\", due = term(item.date, \"\") } }",
	"{ { key = \"k\", due = item.date, earliest = term(item.date, \"1d\") } }",
	"{ { key = \"k\", fulfilled_by = true } }",
	"{ { key = \"k\", review = \"later\" } }",
	"{ { key = \"k\", moves = true } }",
	"{ { key = \"k\", quote = \"words\" } }",
	"{ { key = \"k\", quotes = { 1 } } }",
	"{ { key = \"k\", quotes = item.transitions } }",
	"{ { key = \"k\", status = \"fulfilled\" } }",
	"{ { key = \"k\", uid = \"x\" } }",
	"{ { key = \"k\", [1] = 1 } }",
	"{ { key = \"k\", [{}] = 1 } }",
	"{ { key = \"k\" }, { key = \"k\" } }",
	"(function() local t = {} t[1] = t return t end)()",
	"(function() local t = { key = \"k\" } t.title = t return { t } end)()",
	"(function() local t = {} for i = 1, 513 do t[i] = { key = \"k\" .. i } end return t end)()",
	"(function() local t = {} for i = 1, 10000 do t[i] = 0 end return t end)()",
	"(function(d) for i = 1, 17 do d = term(d, '1d') end return { { key = 'k', due = d } } end)(item.date)",
	"(function(q) for i = 1, 64 do q[i] = item.transitions[1] end return { { key = 'k', quotes = q } } end)({})",
};

static struct arena *arena;
static struct rules *rules;
static char name[] = "/tmp/griffie-hostile-XXXXXX";

static void setup(void)
{
	arena = arena_new();
	int fd = mkstemp(name);
	ck_assert_int_ge(fd, 0);
	close(fd);
}

static void teardown(void)
{
	rules_free(rules);
	unlink(name);
	arena_free(arena);
}

static enum status pack_open(const char *text, struct err *err)
{
	const char *files[] = {name};
	FILE *file = fopen(name, "w");
	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	ck_assert_int_eq(fclose(file), 0);
	return rules_open(files, 1, &rules, err);
}

static struct item motion(const char *ref, const char *body)
{
	struct item item = {
		.ref = ref, .body = body, .title = "Oversteek", .kind = ITEM_MOTION, .state = STATE_ADOPTED};
	item.date = date_make(2025, 1, 23);
	*list_push(arena, &item.transitions) = (struct transition){.state = STATE_ADOPTED, .on = item.date};
	return item;
}

/* Of a worker that is still there: what it took. One that was ended had less. */
static void worker_check(const char *attack, pid_t worker)
{
	clockid_t clock;
	struct timespec t;
	char path[64], line[128];
	long kilobytes = 0;
	if (worker != rules->keeper.worker || clock_getcpuclockid(worker, &clock) || clock_gettime(clock, &t))
		return;
	int64_t ms = (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
	ck_assert_msg(ms <= WORKER_MS * jail_slowness(), "%s: %lld ms", attack, (long long)ms);
	snprintf(path, sizeof path, "/proc/%d/status", (int)worker);
	FILE *file = fopen(path, "r");
	while (file && fgets(line, sizeof line, file))
		if (strncmp(line, "VmHWM:", 6) == 0)
			kilobytes = strtol(line + 6, NULL, 10);
	if (file)
		fclose(file);
	ck_assert_msg(jail_slowness() > 1 || kilobytes <= WORKER_KB, "%s: %ld KB", attack, kilobytes);
}

static void line_check(const char *attack, const char *line)
{
	ck_assert_msg(source_is_clean(slice_of(line)) && strlen(line) < 420, "%s: %s", attack, line);
}

/* Derives from a motion by the attack, and in the same worker from one of Den Haag. */
static void rule_attack(const char *derive)
{
	struct err err = {0};
	struct derived derived = {0};
	enum status status = pack_open(
		arena_printf(
			arena,
			"body { id = \"test/hostile\", name = \"Test\" }\n"
			"rule { id = \"r\", title = \"Test\", source = \"test\", applies_to = \"motion\", derive = "
			"function(item) %s end }\n",
			derive),
		&err);
	if (status != OK) { /* it is no Lua: then so much is said */
		line_check(derive, err.msg);
		return;
	}
	struct item items[] = {motion("RIS1", "test/hostile"), motion("RIS2", "nl/den-haag")};
	pid_t worker = rules->keeper.worker;
	ck_assert_int_eq(rules_derive(rules, items, 2, arena, &derived, &err), OK);
	ck_assert_msg(derived.failures.n == 1, "%s: %zu failures", derive, derived.failures.n);
	ck_assert_msg(strncmp(derived.failures.v[0].message, "pack 'test/hostile', rule 'r', item 'RIS1': ", 44) == 0,
		      "%s: %s", derive, derived.failures.v[0].message);
	line_check(derive, derived.failures.v[0].message);
	ck_assert_uint_eq(derived.followups.n, 1);
	ck_assert_str_eq(derived.followups.v[0].item, "RIS2");
	ck_assert_int_eq(derived.followups.v[0].latest, date_make(2025, 3, 6));
	worker_check(derive, worker);
}

START_TEST(an_attack_in_a_rule_costs_one_line_and_the_next_rule_is_right)
{
	rule_attack(attacks[_i]);
}
END_TEST

START_TEST(a_result_that_is_none_costs_one_line_and_the_next_rule_is_right)
{
	rule_attack(arena_printf(arena, "return %s", results[_i]));
}
END_TEST

START_TEST(an_attack_as_a_pack_is_refused_with_one_line)
{
	struct err err = {0};
	ck_assert_msg(pack_open(attacks[_i], &err) == E_RULE, "%s", attacks[_i]);
	line_check(attacks[_i], err.msg);
	ck_assert_msg(strncmp(err.msg, name, strlen(name)) == 0, "%s", err.msg);
}
END_TEST

/* ---- the parser, where no hook runs ---- */

static const struct parser_attack {
	const char *head;
	const char *piece; /* as often as the file may be long */
	const char *tail;
} parser_attacks[] = {
	{"local a = a", " or a", ""},
	{"local a = a", " and a", ""},
	{"local a = ", "(", ""},
	{"local a = ", "-", "1"},
	{"local a = ", "not ", "1"},
	{"local a = ", "{", ""},
	{"local a = ", "a.", "a"},
	{"local a = a", "..a", ""},
	{"local a = a", "^a", ""},
	{"local a = a", "{}", ""},
	{"local a = 1", "<1", ""},
	{"", "do ", ""},
	{"", "if a then ", ""},
	{"", "while a do ", ""},
	{"", "for i=1,1 do ", ""},
	{"", "repeat ", ""},
	{"", "function f() ", ""},
	{"", "local a ", ""},
	{"", "goto a ", "::a::"},
	{"", "do goto a end ", "::a::"},
	{"", ";", "error()"},
	{"return {", "1,", "}"},
	{"return {", "{},", "}"},
	{"return {", "a=1,", "}"},
	{"return f(", "1,", "1)"},
	{"return function(a", ",a", ") end"},
	{"a", ",a", "=1"},
	{"--[", "=", "["},
	{"local s = [", "=", "[x"},
	{"local s = \"", "\\z", "\""},
	{"local s = \"", "\\065", "\""},
	{"local n = 0x", "f", ""},
	{"local n = ", "9", ""},
	{"local n = 1e", "9", ""},
};

START_TEST(a_pack_that_the_parser_chokes_on_is_refused_in_time)
{
	const struct parser_attack *attack = &parser_attacks[_i];
	struct err err = {0};
	struct buf text;
	buf_init(&text);
	buf_add_text(&text, attack->head);
	while (text.n + strlen(attack->piece) + strlen(attack->tail) <= SOURCE_MAX)
		buf_add_text(&text, attack->piece);
	buf_add_text(&text, attack->tail);
	ck_assert_msg(pack_open(text.p, &err) == E_RULE, "%s", attack->piece);
	ck_assert_msg(!strstr(err.msg, "its process ended"), "%s: %s", attack->piece, err.msg);
	line_check(attack->piece, err.msg);
	buf_release(&text);
}
END_TEST

/* ---- files ---- */

static const struct file_attack {
	const char *bytes;
	size_t n;
	const char *says;
} file_attacks[] = {
	{"\x1bLua\x54\x00\x19\x93\r\n\x1a\n", 12, "U+001B"},
	{"\xef\xbb\xbf"
	 "body { }",
	 11, "U+FEFF"},
	{"-- \0", 4, "U+0000"},
	{"-- \xff", 4, "not UTF-8"},
	{"-- \xe2\x82", 5, "not UTF-8"},
	{"-- \xed\xa0\x80", 6, "not UTF-8"},
	{"-- \xf4\x90\x80\x80", 7, "not UTF-8"},
	{"-- \xe2\x80\xae", 6, "U+202E"},
	{"-- \xe2\x81\xa9", 6, "U+2069"},
	{"-- \x7f", 4, "U+007F"},
	{"-- \xc2\x85", 5, "U+0085"},
	{"-- \xe2\x80\xa8", 6, "U+2028"},
};

START_TEST(bytes_that_are_no_pack_are_refused_by_place)
{
	const struct file_attack *attack = &file_attacks[_i];
	const char *files[] = {name};
	struct err err = {0};
	int fd = open(name, O_WRONLY);
	ck_assert_int_eq(write(fd, attack->bytes, attack->n), (ssize_t)attack->n);
	close(fd);
	ck_assert_int_eq(rules_open(files, 1, &rules, &err), E_RULE);
	ck_assert_msg(strstr(err.msg, attack->says), "%s", err.msg);
	line_check(attack->says, err.msg);
}
END_TEST

START_TEST(what_is_no_file_is_not_waited_for)
{
	const char *files[][1] = {{"/dev/zero"}, {"/dev/null"}, {"/tmp"}, {"/proc/self/mem"}, {name}};
	struct err err = {0};
	unlink(name);
	ck_assert_int_eq(mkfifo(name, 0600), 0);
	enum status status = rules_open(files[_i], 1, &rules, &err);
	ck_assert_msg(status == E_IO || status == E_RULE, "%s", files[_i][0]);
	line_check(files[_i][0], err.msg);
}
END_TEST

START_TEST(a_file_of_a_gigabyte_is_not_read)
{
	const char *files[] = {name};
	struct err err = {0};
	ck_assert_int_eq(truncate(name, (off_t)1 << 30), 0);
	ck_assert_int_eq(rules_open(files, 1, &rules, &err), E_RULE);
	ck_assert_ptr_nonnull(strstr(err.msg, "16384"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("hostile");
	TCase *tc = tcase_create("hostile");
	tcase_set_timeout(tc, 60);
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, an_attack_in_a_rule_costs_one_line_and_the_next_rule_is_right, 0, ARRAY_SIZE(attacks));
	tcase_add_loop_test(tc, an_attack_as_a_pack_is_refused_with_one_line, 0, ARRAY_SIZE(attacks));
	tcase_add_loop_test(tc, a_result_that_is_none_costs_one_line_and_the_next_rule_is_right, 0,
			    ARRAY_SIZE(results));
	tcase_add_loop_test(tc, a_pack_that_the_parser_chokes_on_is_refused_in_time, 0, ARRAY_SIZE(parser_attacks));
	tcase_add_loop_test(tc, bytes_that_are_no_pack_are_refused_by_place, 0, ARRAY_SIZE(file_attacks));
	tcase_add_loop_test(tc, what_is_no_file_is_not_waited_for, 0, 5);
	tcase_add_test(tc, a_file_of_a_gigabyte_is_not_read);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
