/* What a paper says of itself in its head, and what it only says of others. */
#include "core/secrecy.h"

#include <check.h>
#include <stdlib.h>

static const struct {
	const char *head;
	const char *words; /* NULL: nothing */
} cases[] = {
	{"GEHEIM\nMotie: Groene daken", "GEHEIM"},
	{"Gemeente Voorbeeld\n** Vertrouwelijk **\nBrief", "** Vertrouwelijk **"},
	{"Strikt vertrouwelijk\nBrief", "Strikt vertrouwelijk"},
	{"(STG. GEHEIM)\nBrief", "(STG. GEHEIM)"},
	{"Classificatie: vertrouwelijk\nBrief", "Classificatie: vertrouwelijk"},
	{"Vertrouwelijk: ja\nBrief", "Vertrouwelijk: ja"},
	{"Brief\nGeheimhouding opgelegd ex artikel 25 Gemeentewet", "Geheimhouding opgelegd ex artikel 25 Gemeentewet"},
	{"Op dit stuk rust geheimhouding op\ngrond van artikel 87 van de Gemeentewet.",
	 "Op dit stuk rust geheimhouding op"},
	{"Op grond van artikel 87 van de Gemeentewet is\ngeheimhouding opgelegd.", "geheimhouding opgelegd."},
	{"Vertrouwelijk: nee\nBrief", NULL},
	{"Classificatie: openbaar\nBrief", NULL},
	{"Niet vertrouwelijk\nBrief", NULL},
	{"Motie: Vertrouwelijk stemmen", NULL},
	{"Het college gaat vertrouwelijk om met gegevens van bewoners.", NULL},
	{"Bekrachtigen van geheimhouding op de bijlage ex artikel 25 Gemeentewet", NULL},
	{"Op de bijlage is geheimhouding opgelegd ex artikel 87 Gemeentewet.", NULL},
	{"De geheimhouding, opgelegd ex artikel 25 Gemeentewet, wordt opgeheven.", NULL},
	{"verzoekt het college geheimhouding ex artikel 25 Gemeentewet op te heffen", NULL},
	{"Het bekende geheim\nvan de stad", NULL},
	{"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n22\n23\n24\n25\nGEHEIM", NULL},
	{"", NULL},
};

START_TEST(a_paper_is_secret_when_its_head_says_so_of_itself)
{
	struct text text;
	struct slice words = SLICE("");
	struct arena *arena = arena_new();
	text_read(slice_of(cases[_i].head), arena, &text);
	bool said = secrecy_said(&text, &words);
	ck_assert_msg(said == (cases[_i].words != NULL), "%s", cases[_i].head);
	if (said)
		ck_assert_str_eq(arena_text(arena, words), cases[_i].words);
	arena_free(arena);
}
END_TEST

START_TEST(long_words_are_cut_between_characters)
{
	struct text text;
	struct slice words = SLICE("");
	struct arena *arena = arena_new();
	const char *head = "Geheimhouding opgelegd ex artikel 87 Gemeentewet "
			   "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\xc3\xab\xc3\xab\xc3\xab";
	text_read(slice_of(head), arena, &text);
	ck_assert(secrecy_said(&text, &words));
	ck_assert_uint_le(words.n, 80);
	ck_assert((words.p[words.n] & 0xc0) != 0x80);
	arena_free(arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("secrecy");
	TCase *tc = tcase_create("secrecy");
	tcase_add_loop_test(tc, a_paper_is_secret_when_its_head_says_so_of_itself, 0, (int)ARRAY_SIZE(cases));
	tcase_add_test(tc, long_words_are_cut_between_characters);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
