/* test_wire.c: the protocol, and above all what it refuses: the worker may have been taken over. */
#include "rules/wire.h"

#include <check.h>

static struct arena *arena;
static struct buf out;

static void setup(void)
{
	arena = arena_new();
	buf_init(&out);
}

static void teardown(void)
{
	buf_release(&out);
	arena_free(arena);
}

static struct item sample_item(void)
{
	struct item item = {
		.ref = "RIS1", .title = "Titel", .kind = ITEM_MOTION, .state = STATE_ADOPTED, .date = DATE_NONE};
	*list_push(arena, &item.identifiers) = (struct identifier){"RIS", "RIS1"};
	*list_push(arena, &item.people) = (struct person){.name = "A. Voorbeeld", .role = "submitter"};
	*list_push(arena, &item.transitions) = (struct transition){.state = STATE_ADOPTED, .on = 20000};
	*list_push(arena, &item.notices) =
		(struct item_notice){.on = 20010, .was = DATE_NONE, .quote = {.text = "later"}};
	*list_push(arena, &item.promises) =
		(struct item_promise){.on = 20010, .key = "k", .moment = {.edtf = "2025-21"}};
	*list_push(arena, &item.requests) = (struct item_request){.on = 20010, .verb = "verzoekt", .key = "r"};
	return item;
}

static struct reader frame_of(void)
{
	struct reader in = {0};
	size_t taken = 0;
	ck_assert_int_eq(wire_frame((struct slice){out.p, out.n}, &in, &taken), 1);
	ck_assert_uint_eq(taken, out.n);
	return in;
}

START_TEST(an_item_comes_back_as_it_was_sent)
{
	struct item item = sample_item(), back;
	size_t start = wire_begin(&out, FRAME_ITEM);
	wire_put_item(&out, &item);
	wire_end(&out, start);
	struct reader in = frame_of();
	ck_assert_int_eq(wire_get_int(&in), FRAME_ITEM);
	wire_get_item(&in, arena, &back);
	ck_assert(!in.bad);
	ck_assert_uint_eq(in.n, 0);
	ck_assert_str_eq(back.title, "Titel");
	ck_assert_ptr_null(back.body);
	ck_assert_ptr_null(back.people.v[0].party);
	ck_assert_int_eq(back.notices.v[0].was, DATE_NONE);
	ck_assert_str_eq(back.promises.v[0].moment.edtf, "2025-21");
	ck_assert_str_eq(back.requests.v[0].verb, "verzoekt");
}
END_TEST

START_TEST(every_cut_of_an_item_is_bad_and_no_byte_beyond_it_is_read)
{
	struct item item = sample_item(), back;
	wire_put_item(&out, &item);
	for (size_t n = 0; n < out.n; n++) {
		char *copy = arena_text(arena, (struct slice){out.p, n});
		struct reader in = {.p = copy, .n = n};
		wire_get_item(&in, arena, &back);
		ck_assert_msg(in.bad, "%zu bytes", n);
	}
}
END_TEST

START_TEST(a_frame_waits_for_its_last_byte_and_one_that_is_too_long_is_refused)
{
	size_t start = wire_begin(&out, FRAME_ERROR);
	wire_put_text(&out, "message");
	wire_end(&out, start);
	struct reader in;
	size_t taken;
	for (size_t n = 0; n < out.n; n++)
		ck_assert_int_eq(wire_frame((struct slice){out.p, n}, &in, &taken), 0);
	int length = (int)FRAME_MAX + 1;
	memcpy(out.p, &length, sizeof length);
	ck_assert_int_eq(wire_frame((struct slice){out.p, out.n}, &in, &taken), -1);
	length = -1;
	memcpy(out.p, &length, sizeof length);
	ck_assert_int_eq(wire_frame((struct slice){out.p, out.n}, &in, &taken), -1);
}
END_TEST

/* What an outcome may not be. */
static const struct bad_outcome {
	const char *what;
	struct outcome outcome;
} bad_outcomes[] = {
	{"no key", {.title = "t"}},
	{"a control character", {.key = "a\nb"}},
	{"a turned text", {.key = "k", .title = "\xe2\x80\xae"}},
	{"no UTF-8", {.key = "k", .form = "\xff"}},
	{"no day", {.key = "k", .latest = 90000}},
	{"no day", {.key = "k", .fulfilled = INT_MIN + 1}},
	{"a promise that is not there", {.key = "k", .moment = {ORIGIN_PROMISE, 1}}},
	{"a place before the list", {.key = "k", .moment = {ORIGIN_PROMISE, -1}}},
	{"no origin", {.key = "k", .moment = {ORIGIN_COUNT, 0}}},
};

START_TEST(an_outcome_that_is_not_plainly_right_is_bad)
{
	struct item item = sample_item();
	struct outcome bad = bad_outcomes[_i].outcome;
	struct outcomes one = {&bad, 1, 1}, back = {0};
	wire_put_outcomes(&out, &one);
	struct reader in = {.p = out.p, .n = out.n};
	wire_get_outcomes(&in, &item, &(struct pack_chain){.n = 0}, arena, &back);
	ck_assert_msg(in.bad, "%s", bad_outcomes[_i].what);
}
END_TEST

START_TEST(a_good_outcome_comes_back)
{
	struct item item = sample_item();
	struct origin quote = {ORIGIN_PROMISE, 0};
	struct outcome_step step = {.from = 20000, .term = {6, TERM_WEEKS}, .atw = true};
	struct outcome good = {.key = "k",
			       .edtf = "2025-21",
			       .earliest = DATE_NONE,
			       .latest = 20100,
			       .review = DATE_NONE,
			       .fulfilled = DATE_NONE,
			       .moves = true,
			       .moment = quote,
			       .quotes = &quote,
			       .quote_count = 1,
			       .steps = &step,
			       .step_count = 1};
	struct outcomes one = {&good, 1, 1}, back = {0};
	wire_put_outcomes(&out, &one);
	struct reader in = {.p = out.p, .n = out.n};
	wire_get_outcomes(&in, &item, &(struct pack_chain){.n = 0}, arena, &back);
	ck_assert(!in.bad);
	ck_assert_uint_eq(in.n, 0);
	ck_assert_uint_eq(back.n, 1);
	ck_assert_int_eq(back.v[0].steps[0].term.unit, TERM_WEEKS);
	ck_assert_int_eq(back.v[0].quotes[0].kind, ORIGIN_PROMISE);
	ck_assert(back.v[0].moves);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("wire");
	TCase *tc = tcase_create("wire");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, an_item_comes_back_as_it_was_sent);
	tcase_add_test(tc, every_cut_of_an_item_is_bad_and_no_byte_beyond_it_is_read);
	tcase_add_test(tc, a_frame_waits_for_its_last_byte_and_one_that_is_too_long_is_refused);
	tcase_add_loop_test(tc, an_outcome_that_is_not_plainly_right_is_bad, 0, ARRAY_SIZE(bad_outcomes));
	tcase_add_test(tc, a_good_outcome_comes_back);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
