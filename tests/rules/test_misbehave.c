/* test_misbehave.c: a worker that does what no worker should. It is the real one, with a jail around it, until it is to derive from the item
 * "bad": then it does the worst, as if a pack had taken it over. What is owed because of the others is derived all the same, one
 * line tells of the bad one, and nothing is left of the worker.
 */
#include "rules/engine.h"

static enum status derive_or_misbehave(struct engine *engine, size_t number, struct run *run, struct arena *arena,
				       struct outcomes *out, struct err *err);

#define engine_derive derive_or_misbehave
#include "rules/worker.c"
#undef engine_derive

#include "rules/keeper.h"
#include "rules/rules_own.h"

#include <check.h>
#include <errno.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

enum { WORKER_FD = 3, MB = 1024 * 1024 };

static void hang(void)
{
	for (volatile unsigned i = 0;; i++)
		;
}

static void fault(void)
{
	volatile int *volatile nowhere = NULL;
	*nowhere = 1;
}

static void leave(void)
{
	syscall(SYS_exit_group, 0);
}

static void say(const void *bytes, size_t n)
{
	(void)!write(WORKER_FD, bytes, n);
}

static void answer_half(void)
{
	int head[] = {100, FRAME_DONE};
	say(head, sizeof head);
	leave();
}

static void answer_nonsense(void)
{
	say("\xff\xff\xff\xffHTTP/1.1 200 OK\r\n\r\n", 23);
	hang();
}

/* A frame of the right length and type, in which nothing else is right. */
static void answer_noise(void)
{
	int frame[60] = {sizeof frame - sizeof frame[0], FRAME_DONE};
	for (size_t i = 2; i < ARRAY_SIZE(frame); i++)
		frame[i] = (int)(i * 2654435761u);
	say(frame, sizeof frame);
	hang();
}

static void answer_other(void)
{
	int frame[] = {8, FRAME_PACK, 0};
	say(frame, sizeof frame);
	hang();
}

/* For every rule that may apply: no message, and no outcome; then again, and again. */
static void answer_twice(void)
{
	int frame[] = {5 * sizeof(int), FRAME_DONE, -1, 0, -1, 0};
	for (int i = 0; i < 20; i++)
		say(frame, sizeof frame);
	hang();
}

static void answer_gigabyte(void)
{
	static char much[MB];
	int head[] = {7 * MB, FRAME_DONE};
	say(head, sizeof head);
	for (int i = 0; i < 1024; i++)
		say(much, sizeof much);
	leave();
}

static void open_file(void)
{
	(void)syscall(SYS_openat, -100, "/etc/passwd", 0);
}

static void end_parent(void)
{
	(void)syscall(SYS_kill, getppid(), SIGKILL);
}

static void make_process(void)
{
	(void)syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
	hang();
}

/* An outcome that no rule could have given: C checks it again on the other side. */
static struct outcome outcome_of(const char *key)
{
	return (struct outcome){.key = key,
				.earliest = DATE_NONE,
				.latest = date_make(2025, 5, 1),
				.review = DATE_NONE,
				.fulfilled = DATE_NONE};
}

static struct outcome key_of_two_lines(void)
{
	return outcome_of("a\nBEGIN:VEVENT");
}

static struct outcome day_out_of_range(void)
{
	struct outcome outcome = outcome_of("a");
	outcome.latest = 2000000000;
	return outcome;
}

static struct outcome moment_of_nothing(void)
{
	struct outcome outcome = outcome_of("a");
	outcome.moment = (struct origin){ORIGIN_PROMISE, 77};
	return outcome;
}

static struct outcome title_right_to_left(void)
{
	struct outcome outcome = outcome_of("a");
	outcome.title = "motie \xe2\x80\xae einde";
	return outcome;
}

static struct outcome no_key(void)
{
	return outcome_of(NULL);
}

static const struct misdeed {
	const char *name;
	void (*act)(void); /* NULL: it answers with what follows */
	struct outcome (*answer)(void);
	const char *message;
} misdeeds[] = {
	{"hang", hang, NULL, "took too long"},
	{"fault", fault, NULL, "its process ended"},
	{"leave", leave, NULL, "its process ended"},
	{"half an answer", answer_half, NULL, "its process ended"},
	{"nonsense", answer_nonsense, NULL, "makes no sense"},
	{"noise", answer_noise, NULL, "makes no sense"},
	{"another frame", answer_other, NULL, "makes no sense"},
	{"many answers", answer_twice, NULL, ""},
	{"a gigabyte", answer_gigabyte, NULL, "makes no sense"},
	{"a file", open_file, NULL, "its process ended"},
	{"a signal", end_parent, NULL, "its process ended"},
	{"a process", make_process, NULL, "its process ended"},
	{"a key of two lines", NULL, key_of_two_lines, "makes no sense"},
	{"a day out of range", NULL, day_out_of_range, "makes no sense"},
	{"a moment of nothing", NULL, moment_of_nothing, "makes no sense"},
	{"a title from right to left", NULL, title_right_to_left, "makes no sense"},
	{"no key", NULL, no_key, "makes no sense"},
};

static const struct misdeed *misdeed; /* known to the worker, which is forked from here */

static enum status derive_or_misbehave(struct engine *engine, size_t number, struct run *run, struct arena *arena,
				       struct outcomes *out, struct err *err)
{
	if (strcmp(run->item->ref, "bad") != 0)
		return engine_derive(engine, number, run, arena, out, err);
	if (misdeed->act)
		misdeed->act();
	else
		*list_push(arena, out) = misdeed->answer();
	return OK;
}

static struct arena *arena;
static struct rules *rules;

static void setup(void)
{
	arena = arena_new();
}

static void teardown(void)
{
	rules_free(rules);
	arena_free(arena);
}

static struct item item_make(const char *ref)
{
	struct item item = {.ref = ref,
			    .body = "nl/den-haag",
			    .title = "Veilige oversteek",
			    .kind = ITEM_MOTION,
			    .state = STATE_ADOPTED};
	item.date = date_make(2025, 1, 23);
	*list_push(arena, &item.transitions) = (struct transition){.state = STATE_ADOPTED, .on = item.date};
	return item;
}

static struct derived derive(const struct item *items, size_t n)
{
	struct derived derived = {0};
	struct err err = {0};
	enum status status = rules_derive(rules, items, n, arena, &derived, &err);
	ck_assert_msg(status == OK, "%s: %s", misdeed->name, status ? err.msg : "");
	return derived;
}

static size_t peak_kilobytes(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return (size_t)usage.ru_maxrss;
}

START_TEST(a_worker_that_misbehaves_harms_one_item)
{
	const char *refs[] = {"a", "b", "bad", "c", "d"};
	struct item items[ARRAY_SIZE(refs)];
	struct err err = {0};
	misdeed = &misdeeds[_i];
	ck_assert_int_eq(rules_open(NULL, 0, &rules, &err), OK);
	for (size_t i = 0; i < ARRAY_SIZE(refs); i++)
		items[i] = item_make(refs[i]);
	size_t before = peak_kilobytes();
	struct derived derived = derive(items, ARRAY_SIZE(refs));
	if (!JAIL_SANITIZED)
		ck_assert_msg(peak_kilobytes() - before < 16 * 1024, "%s: %zu KB more", misdeed->name,
			      peak_kilobytes() - before);
	bool told = false;
	for (size_t i = 0; i < derived.failures.n; i++) {
		const struct rule_failure *failure = &derived.failures.v[i];
		bool bad = strcmp(failure->item, "bad") == 0;
		ck_assert_msg(bad || !*misdeed->message, "%s: %s", misdeed->name, failure->message);
		if (!bad)
			continue;
		told = true;
		ck_assert_msg(strstr(failure->message, "pack 'nl/") && strstr(failure->message, "rule '") &&
				      strstr(failure->message, "item 'bad'") &&
				      strstr(failure->message, misdeed->message) && !strchr(failure->message, '\n'),
			      "%s: %s", misdeed->name, failure->message);
	}
	for (size_t i = 0; i < derived.followups.n; i++)
		ck_assert_str_ne(derived.followups.v[i].item, "bad");
	if (*misdeed->message) {
		ck_assert_msg(told, "%s", misdeed->name);
		ck_assert_uint_eq(derived.failures.n, 1);
		ck_assert_uint_eq(derived.followups.n, ARRAY_SIZE(refs) - 1);
	}
}
END_TEST

START_TEST(after_it_the_next_derivation_is_right_and_no_process_is_left)
{
	struct err err = {0};
	misdeed = &misdeeds[_i];
	ck_assert_int_eq(rules_open(NULL, 0, &rules, &err), OK);
	struct item bad = item_make("bad"), good = item_make("good");
	derive(&bad, 1);
	pid_t worker = rules->keeper.worker, keeper = rules->keeper.pid;
	struct derived derived = derive(&good, 1);
	ck_assert_uint_eq(derived.failures.n, 0);
	ck_assert_uint_eq(derived.followups.n, 1);
	ck_assert_int_eq(derived.followups.v[0].latest, date_make(2025, 3, 6));
	rules_free(rules);
	rules = NULL;
	ck_assert(kill(worker, 0) < 0 && errno == ESRCH);
	ck_assert(kill(keeper, 0) < 0 && errno == ESRCH);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("misbehave");
	TCase *tc = tcase_create("misbehave");
	tcase_set_timeout(tc, 60);
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, a_worker_that_misbehaves_harms_one_item, 0, ARRAY_SIZE(misdeeds));
	tcase_add_loop_test(tc, after_it_the_next_derivation_is_right_and_no_process_is_left, 0, ARRAY_SIZE(misdeeds));
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
