/* test_person.c: which names are one member of a council. */
#include "core/person.h"

#include <check.h>

static const struct {
	const char *a, *a_party, *b, *b_party;
	bool same;
} pairs[] = {
	{"C.M.J. Prins", "D66", "Coen Prins", "D66", true},
	{"C.M.J. Prins", "D66", "Coen Prins", "Democraten 66", true},
	{"Th. de Wit", "SP", "Theo de Wit", "SP", true},
	{"J.P. Prins", "SP", "Jan Peter Prins", "SP", true},
	{"A. van der Velden-de Wit", "SP", "Anna van der Velden-de Wit", "SP", true},
	{"Van Duin", NULL, "Karel van Duin", "VVD", true},
	{"Karel van Duin", "VVD", "Karel van Duin", NULL, true},
	{"KAREL VAN DUIN", NULL, "Karel van Duin", "VVD", true},
	{NULL, "Volt", "Karel van Duin", "Volt", true},
	{NULL, "GroenLinks / PvdA", NULL, "GL-PvdA", true},
	{"Karel van Duin", "GroenLinks/ PvdA", "Karel van Duin", "GroenLinks-PvdA", true},
	{"C.M.J. Prins", "D66", "Coen Prins", "VVD", false},
	{"C.M.J. Prins", NULL, "Coen Prins", NULL, false},
	{"C.M.J. Prins", "D66", "Coen Prins", NULL, false},
	{"C.M.J. Prins", "D66", "C. Prins", "D66", false},
	{"C. Prins", "D66", "K. Prins", "D66", false},
	{"C. Prins", "D66", "Karel Prins", "D66", false},
	{"Coen Prins", "D66", "Karel Prins", "D66", false},
	{"J.P. Prins", "SP", "Jan Karel Prins", "SP", false},
	{"Duin", NULL, "Karel van Duin", "VVD", false},
	{"De Wit", "SP", "Anna van der Velden-de Wit", "SP", false},
	{"Karel van Duin", "VVD", "Karel van Duin", "SP", false},
	{NULL, "Volt", "Karel van Duin", NULL, false},
	{NULL, "Volt", NULL, "SP", false},
};

START_TEST(names_are_one_person_when_nothing_differs)
{
	const struct person a = {pairs[_i].a, pairs[_i].a_party, "submitter"},
			    b = {pairs[_i].b, pairs[_i].b_party, "cosignatory"};
	ck_assert_msg(person_is_same(&a, &b) == pairs[_i].same, "'%s' (%s) and '%s' (%s)", a.name, a.party, b.name,
		      b.party);
	ck_assert_msg(person_is_same(&b, &a) == pairs[_i].same, "'%s' (%s) and '%s' (%s)", b.name, b.party, a.name,
		      a.party);
}
END_TEST

START_TEST(the_fuller_name_and_the_party_stay)
{
	struct arena *arena = arena_new();
	struct persons list = {0};
	const struct person said[] = {{"Prins", NULL, "submitter"},
				      {"C.M.J. Prins", "D66", "cosignatory"},
				      {"Coen Prins", "D66", "cosignatory"},
				      {"C.M.J. Prins", "D66", "cosignatory"},
				      {NULL, "D66", "submitter"},
				      {NULL, "Volt", "submitter"},
				      {"Karel van Duin", "Volt", "cosignatory"}};
	for (size_t i = 0; i < ARRAY_SIZE(said); i++)
		person_add(&list, &said[i], arena);
	ck_assert_uint_eq(list.n, 2);
	ck_assert_str_eq(list.v[0].name, "Coen Prins");
	ck_assert_str_eq(list.v[0].party, "D66");
	ck_assert_str_eq(list.v[0].role, "submitter");
	ck_assert_str_eq(list.v[1].name, "Karel van Duin");
	arena_free(arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("person");
	TCase *tc = tcase_create("names");
	tcase_add_loop_test(tc, names_are_one_person_when_nothing_differs, 0, ARRAY_SIZE(pairs));
	tcase_add_test(tc, the_fuller_name_and_the_party_stay);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
