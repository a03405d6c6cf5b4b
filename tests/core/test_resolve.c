/* test_resolve.c: which mentions become one item, and that the order of import cannot be seen. */
#include "core/resolve.h"

#include <check.h>

static struct arena *arena;
static struct sources sources;

static void setup(void)
{
	arena = arena_new();
	sources = (struct sources){0};
}

static void teardown(void)
{
	arena_free(arena);
}

/* A paper of one meeting with one mention; `ris` and `code` may be NULL. */
static struct mention *add(const char *sha256, enum document_kind kind, const char *title, const char *code,
			   const char *ris)
{
	struct document *document = arena_alloc(arena, sizeof *document);
	*document = (struct document){.kind = kind, .body = "nl/den-haag", .date = date_make(2025, 2, 13)};
	struct mention *mention = list_push(arena, &document->mentions);
	*mention = (struct mention){.kind = ITEM_MOTION, .title = title, .code = code, .meeting = document->date};
	mention->own_paper = kind == DOC_MOTION;
	if (ris)
		*list_push(arena, &mention->identifiers) = (struct identifier){"RIS", ris};
	*list_push(arena, &sources) = (struct sourced){sha256, 0, document, mention};
	return mention;
}

static void report(struct mention *mention, enum state state, int on, bool recited)
{
	*list_push(arena, &mention->events) = (struct event){state, on, "woorden", {1, 2}, recited};
}

static struct items resolve(void)
{
	struct items items = {0};
	resolve_items(&sources, arena, &items);
	return items;
}

START_TEST(draft_final_and_list_row_are_one_item)
{
	add("a", DOC_MOTION, "Bankjes aan de kade", "H.1", NULL);
	add("b", DOC_MOTION, "Bankjes aan de kade", "H.1", "RIS990101");
	add("c", DOC_DECISION_LIST, "Bankjes langs de kade", "H.1", "RIS990101");
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 1);
	ck_assert_str_eq(items.v[0].ref, "RIS990101");
	ck_assert_uint_eq(items.v[0].papers.n, 3);
}
END_TEST

START_TEST(a_member_with_initials_in_one_paper_and_a_name_in_another_is_one)
{
	struct mention *draft = add("a", DOC_MOTION, "Bankjes aan de kade", "H.1", NULL);
	struct mention *final = add("b", DOC_MOTION, "Bankjes aan de kade", "H.1", "RIS990101");
	*list_push(arena, &draft->people) = (struct person){"Coen Prins", "D66", "submitter"};
	*list_push(arena, &final->people) = (struct person){"C.M.J. Prins", "D66", "submitter"};
	*list_push(arena, &final->people) = (struct person){"C. Prins", "VVD", "cosignatory"};
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 1);
	ck_assert_uint_eq(items.v[0].people.n, 2);
	ck_assert_str_eq(items.v[0].people.v[0].name, "Coen Prins");
}
END_TEST

START_TEST(a_paper_that_can_be_read_counts_before_one_in_ruins)
{
	struct mention *ruined = add("a", DOC_MOTION, "Bankjes", "H.1", "RIS990101");
	struct mention *typed = add("b", DOC_MOTION, "Bankjes aan de kade", "H.1", "RIS990101");
	report(ruined, STATE_ADOPTED, date_make(2025, 2, 13), false);
	*list_push(arena, &((struct document *)(uintptr_t)sources.v[0].document)->findings) =
		(struct finding){"unreadable", "no words"};
	*list_push(arena, &typed->requests) = (struct request){.verb = "verzoekt", .quote = "bankjes te plaatsen"};
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 1);
	ck_assert_str_eq(items.v[0].title, "Bankjes aan de kade");
	ck_assert_uint_eq(items.v[0].requests.n, 1);
}
END_TEST

START_TEST(a_title_is_one_line_of_bounded_length)
{
	char *title = arena_alloc(arena, 2001);
	memset(title, 'a', 2000);
	memcpy(title,
	       "Bankjes\t\r\n aan\xe2\x80\xa8"
	       "de\x1b[0m kade ",
	       29);
	add("a", DOC_MOTION, title, "H.1", NULL);
	struct items items = resolve();
	const char *got = items.v[0].title;
	ck_assert_msg(strncmp(got, "Bankjes aan de [0m kade ", 24) == 0, "%s", got);
	ck_assert_uint_le(strlen(got), 403);
	ck_assert_str_eq(got + strlen(got) - 3, "…");
}
END_TEST

START_TEST(two_numbers_are_never_one_item_whatever_the_titles)
{
	add("a", DOC_MOTION, "Bankjes aan de kade", NULL, "RIS990101");
	add("b", DOC_MOTION, "Bankjes aan de kade", NULL, "RIS990102");
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 2);
	ck_assert_str_eq(items.v[0].findings.v[0].name, "identity_in_doubt");
}
END_TEST

START_TEST(a_letter_with_the_number_of_a_motion_belongs_to_the_motion)
{
	struct mention *letter = add("a", DOC_LETTER, "Stand van zaken bankjes", NULL, "RIS990101");
	letter->kind = ITEM_LETTER;
	report(letter, STATE_RECEIVED, date_make(2025, 5, 1), false);
	report(add("b", DOC_MOTION, "Bankjes aan de kade", "H.1", "RIS990101"), STATE_ADOPTED, date_make(2025, 2, 13),
	       false);
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 1);
	ck_assert_int_eq(items.v[0].kind, ITEM_MOTION);
	ck_assert_int_eq(items.v[0].state, STATE_ADOPTED);
	ck_assert_uint_eq(items.v[0].findings.n, 0);
}
END_TEST

START_TEST(a_motion_and_an_amendment_never_share_a_ref)
{
	add("a", DOC_MOTION, "Bankjes", NULL, "RIS990101");
	add("b", DOC_AMENDMENT, "Bankjes", NULL, "RIS990101")->kind = ITEM_AMENDMENT;
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 2);
	ck_assert_str_ne(items.v[0].ref, items.v[1].ref);
}
END_TEST

START_TEST(every_item_that_claims_a_number_has_a_ref_of_its_own)
{
	static const char *const refs[] = {"RIS990101", "RIS990101-amendment", "RIS990101-motion-2"};
	add("a", DOC_MOTION, "Bankjes", "H.1", "RIS990101");
	add("b", DOC_MOTION, "Bomen", "H.2", "RIS990101");
	add("c", DOC_AMENDMENT, "Bankjes", NULL, "RIS990101")->kind = ITEM_AMENDMENT;
	struct items items = resolve();
	ck_assert_uint_eq(items.n, ARRAY_SIZE(refs));
	for (size_t i = 0; i < items.n; i++)
		ck_assert_str_eq(items.v[i].ref, refs[i]);
}
END_TEST

START_TEST(a_number_of_one_council_is_not_that_of_another)
{
	struct identifier number = {"zaaknummer", "2025-17"};
	for (int i = 0; i < 2; i++) {
		struct mention *m = add(i ? "b" : "a", DOC_MOTION, i ? "Bomen" : "Bankjes", NULL, NULL);
		*list_push(arena, &m->identifiers) = number;
	}
	struct document *other = arena_alloc(arena, sizeof *other);
	*other = *sources.v[1].document;
	other->body = "nl/elders";
	sources.v[1].document = other;
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 2);
	ck_assert_str_ne(items.v[0].ref, items.v[1].ref);
	ck_assert_uint_eq(items.v[0].findings.n, 0);
}
END_TEST

START_TEST(a_paper_is_listed_once_and_each_of_its_mentions_too)
{
	add("a", DOC_MINUTES, "Bankjes", NULL, "RIS990101");
	add("a", DOC_MINUTES, "Bankjes", NULL, "RIS990101");
	sources.v[1].ordinal = 1;
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 1);
	ck_assert_uint_eq(items.v[0].papers.n, 1);
	ck_assert_uint_eq(items.v[0].mentions.n, 2);
	ck_assert_int_eq(items.v[0].mentions.v[1].ordinal, 1);
}
END_TEST

START_TEST(two_codes_of_one_meeting_are_never_one_item)
{
	add("a", DOC_MOTION, "Bewaar een plek voor de kraam", "H.1", NULL);
	add("b", DOC_MOTION, "Bewaar een plek voor de kramen", "H.4", NULL);
	ck_assert_uint_eq(resolve().n, 2);
}
END_TEST

START_TEST(a_conflicting_mention_between_two_others_does_not_part_them)
{
	add("a", DOC_MOTION, "Bankjes", NULL, "RIS990101");
	add("b", DOC_MOTION, "Bankjes", NULL, "RIS990102");
	add("c", DOC_SETTLEMENT, "Bankjes", NULL, "RIS990101");
	ck_assert_uint_eq(resolve().n, 2);
}
END_TEST

START_TEST(a_slip_in_a_title_links_within_a_meeting)
{
	add("a", DOC_MOTION, "Bewaar een plekje voor een Haags icoon", "H.1", "RIS990101");
	add("b", DOC_SETTLEMENT, "bewaar een plekje voor een Haagse icoon", NULL, NULL);
	ck_assert_uint_eq(resolve().n, 1);
}
END_TEST

START_TEST(in_doubt_nothing_is_linked_and_a_finding_says_so)
{
	add("a", DOC_MOTION, "Veilige oversteek Kadeplein", "H.1", "RIS990101");
	add("b", DOC_MOTION, "Veilige oversteek Kadeplain", "H.2", "RIS990102");
	add("c", DOC_SETTLEMENT, "Veilige oversteek Kadeplin", NULL, NULL);
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 3);
	bool said = false;
	for (size_t i = 0; i < items.n; i++)
		for (size_t k = 0; k < items.v[i].findings.n; k++)
			said |= strcmp(items.v[i].findings.v[k].name, "identity_in_doubt") == 0;
	ck_assert(said);
}
END_TEST

START_TEST(a_misprinted_year_does_not_part_code_and_title)
{
	add("a", DOC_MOTION, "Ruimte voor markten", "I.A", NULL)->meeting = date_make(2024, 2, 13);
	add("b", DOC_MOTION, "Ruimte voor markten", "I.A", "RIS990103");
	ck_assert_uint_eq(resolve().n, 1);
}
END_TEST

static const struct {
	const char *a;
	const char *b;
	bool near;
} titles[] = {
	{"bewaar een plekje", "bewaar een plekje", true},
	{"bewaar een haags icoon", "bewaar een haagse icoon", true},
	{"watertappunt in speeltuinen", "watertappunt in de speeltuinen", true},
	{"bewaar een plekje", "behoud een plekje", false},
	{"fase 1 van het plan", "fase 2 van het plan", false},
	{"wel bomen", "geen bomen", false},
	{"bankjes", "bankjes en prullenbakken", false},
};

START_TEST(nearly_equal_is_a_typing_difference_not_another_word)
{
	ck_assert_msg(resolve_is_near(titles[_i].a, titles[_i].b) == titles[_i].near, "'%s' and '%s'", titles[_i].a,
		      titles[_i].b);
	ck_assert(resolve_is_near(titles[_i].b, titles[_i].a) == titles[_i].near);
}
END_TEST

START_TEST(a_title_key_leaves_out_what_does_not_count)
{
	ck_assert_str_eq(resolve_title_key("Gewijzigde motie: ‘Cafés aan Zée!’", arena), "cafes aan zee");
	ck_assert_str_eq(resolve_title_key("", arena), "");
}
END_TEST

START_TEST(a_stamp_outweighs_what_a_letter_recites)
{
	int voted = date_make(2025, 2, 13), wrong = date_make(2024, 12, 18);
	report(add("b", DOC_SETTLEMENT, "Bankjes", NULL, "RIS990101"), STATE_ADOPTED, wrong, true);
	report(add("a", DOC_MOTION, "Bankjes", "H.1", "RIS990101"), STATE_ADOPTED, voted, false);
	struct items items = resolve();
	ck_assert_uint_eq(items.n, 1);
	ck_assert_uint_eq(items.v[0].transitions.n, 1);
	ck_assert_int_eq(items.v[0].transitions.v[0].on, voted);
	ck_assert_str_eq(items.v[0].findings.v[0].name, "date_contradicts");
}
END_TEST

START_TEST(a_stamp_without_a_day_takes_that_of_the_decision_list)
{
	int voted = date_make(2025, 2, 13);
	report(add("a", DOC_MOTION, "Bankjes", "H.1", "RIS990101"), STATE_ADOPTED, DATE_NONE, false);
	report(add("b", DOC_DECISION_LIST, "Bankjes", "H.1", "RIS990101"), STATE_ADOPTED, voted, false);
	struct item item = resolve().v[0];
	ck_assert_uint_eq(item.transitions.n, 1);
	ck_assert_int_eq(item.transitions.v[0].on, voted);
	ck_assert_uint_eq(item.findings.n, 0);
}
END_TEST

START_TEST(what_is_asked_twice_is_asked_once)
{
	struct mention *mention = add("a", DOC_MOTION, "Bankjes", "H.1", "RIS990101");
	for (int i = 0; i < 2; i++)
		*list_push(arena, &mention->requests) =
			(struct request){.verb = "verzoekt", .quote = "De raad te informeren.", .raw = {1, 2}};
	ck_assert_uint_eq(resolve().v[0].requests.n, 1);
}
END_TEST

START_TEST(a_vote_that_a_weightier_source_contradicts_has_no_effect)
{
	int day = date_make(2025, 2, 13);
	report(add("a", DOC_MOTION, "Bankjes", "H.1", "RIS990101"), STATE_REJECTED, day, false);
	report(add("b", DOC_SETTLEMENT, "Bankjes", NULL, "RIS990101"), STATE_ADOPTED, _i ? DATE_NONE : day - 1, true);
	struct item item = resolve().v[0];
	ck_assert_int_eq(item.state, STATE_REJECTED);
	ck_assert_uint_eq(item.transitions.n, 2);
	for (size_t i = 0; i < 2; i++)
		ck_assert_int_eq(item.transitions.v[i].overruled, item.transitions.v[i].state == STATE_ADOPTED);
	ck_assert_str_eq(item.findings.v[0].name, "outcome_contradicts");
}
END_TEST

START_TEST(two_equal_sources_that_contradict_decide_nothing)
{
	int day = date_make(2025, 2, 13);
	report(add("a", DOC_DECISION_LIST, "Bankjes", "H.1", "RIS990101"), STATE_REJECTED, day, false);
	report(add("b", DOC_DECISION_LIST, "Bankjes", "H.1", "RIS990101"), STATE_ADOPTED, day, false);
	ck_assert_int_eq(resolve().v[0].state, STATE_NONE);
}
END_TEST

START_TEST(two_outcomes_of_one_day_are_a_finding)
{
	int day = date_make(2025, 2, 13);
	report(add("a", DOC_MOTION, "Bankjes", "H.1", "RIS990101"), STATE_ADOPTED, day, false);
	report(add("b", DOC_DECISION_LIST, "Bankjes", "H.1", "RIS990101"), STATE_REJECTED, day, false);
	struct item item = resolve().v[0];
	bool said = false;
	for (size_t k = 0; k < item.findings.n; k++)
		said |= strcmp(item.findings.v[k].name, "outcome_contradicts") == 0;
	ck_assert(said);
}
END_TEST

START_TEST(what_the_lifecycle_forbids_is_kept_without_effect)
{
	int day = date_make(2025, 2, 13);
	report(add("a", DOC_MOTION, "Bankjes", "H.1", "RIS990101"), STATE_REJECTED, day, false);
	report(add("b", DOC_SETTLEMENT, "Bankjes", NULL, "RIS990101"), STATE_SETTLEMENT_PROPOSED, day + 40, false);
	struct item item = resolve().v[0];
	ck_assert_int_eq(item.state, STATE_REJECTED);
	ck_assert_uint_eq(item.transitions.n, 2);
	ck_assert(item.transitions.v[1].forbidden);
	ck_assert_str_eq(item.findings.v[0].name, "forbidden_transition");
}
END_TEST

START_TEST(the_order_of_the_papers_cannot_be_seen)
{
	int day = date_make(2025, 2, 13);
	add("a", DOC_MOTION, "Bankjes aan de kade", "H.1", NULL);
	report(add("b", DOC_MOTION, "Bankjes aan de kade", "H.1", "RIS990101"), STATE_ADOPTED, day, false);
	report(add("c", DOC_SETTLEMENT, "Bankjes aan de kades", NULL, NULL), STATE_SETTLEMENT_PROPOSED, day + 40,
	       false);
	add("d", DOC_MOTION, "Iets heel anders", "H.2", NULL);
	struct items first = resolve();
	for (size_t shift = 1; shift < sources.n; shift++) {
		struct sourced head = sources.v[0];
		memmove(sources.v, sources.v + 1, (sources.n - 1) * sizeof head);
		sources.v[sources.n - 1] = head;
		struct items again = resolve();
		ck_assert_uint_eq(again.n, first.n);
		for (size_t i = 0; i < first.n; i++) {
			ck_assert_str_eq(again.v[i].ref, first.v[i].ref);
			ck_assert_str_eq(again.v[i].title, first.v[i].title);
			ck_assert_int_eq(again.v[i].state, first.v[i].state);
			ck_assert_uint_eq(again.v[i].papers.n, first.v[i].papers.n);
		}
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("resolve");
	TCase *tcase = tcase_create("resolve");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, draft_final_and_list_row_are_one_item);
	tcase_add_test(tcase, a_member_with_initials_in_one_paper_and_a_name_in_another_is_one);
	tcase_add_test(tcase, a_paper_that_can_be_read_counts_before_one_in_ruins);
	tcase_add_test(tcase, a_title_is_one_line_of_bounded_length);
	tcase_add_test(tcase, two_numbers_are_never_one_item_whatever_the_titles);
	tcase_add_test(tcase, a_letter_with_the_number_of_a_motion_belongs_to_the_motion);
	tcase_add_test(tcase, a_motion_and_an_amendment_never_share_a_ref);
	tcase_add_test(tcase, every_item_that_claims_a_number_has_a_ref_of_its_own);
	tcase_add_test(tcase, a_number_of_one_council_is_not_that_of_another);
	tcase_add_test(tcase, a_paper_is_listed_once_and_each_of_its_mentions_too);
	tcase_add_test(tcase, two_codes_of_one_meeting_are_never_one_item);
	tcase_add_test(tcase, a_conflicting_mention_between_two_others_does_not_part_them);
	tcase_add_test(tcase, a_slip_in_a_title_links_within_a_meeting);
	tcase_add_test(tcase, in_doubt_nothing_is_linked_and_a_finding_says_so);
	tcase_add_test(tcase, a_misprinted_year_does_not_part_code_and_title);
	tcase_add_loop_test(tcase, nearly_equal_is_a_typing_difference_not_another_word, 0, ARRAY_SIZE(titles));
	tcase_add_test(tcase, a_title_key_leaves_out_what_does_not_count);
	tcase_add_test(tcase, a_stamp_outweighs_what_a_letter_recites);
	tcase_add_test(tcase, a_stamp_without_a_day_takes_that_of_the_decision_list);
	tcase_add_test(tcase, what_is_asked_twice_is_asked_once);
	tcase_add_loop_test(tcase, a_vote_that_a_weightier_source_contradicts_has_no_effect, 0, 2);
	tcase_add_test(tcase, two_equal_sources_that_contradict_decide_nothing);
	tcase_add_test(tcase, two_outcomes_of_one_day_are_a_finding);
	tcase_add_test(tcase, what_the_lifecycle_forbids_is_kept_without_effect);
	tcase_add_test(tcase, the_order_of_the_papers_cannot_be_seen);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
