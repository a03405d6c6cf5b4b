/* What a letter quotes of a motion, from its verb on. */
#include "core/quoted.h"

#include <check.h>

#define LETTER                                                                                                         \
	"Gemeente Den Haag\n\nAan de gemeenteraad\n\nDatum\n\n8 april 2025\n\nOnderwerp\n\n"                           \
	"Afdoening motie 'Een trap bij de pont'\n\nGeachte voorzitter,\n\n"                                            \
	"Op 13 februari 2025 heeft uw raad de motie 'Een trap bij de pont' (RIS990989) aangenomen.\n\n"

static const struct {
	const char *text;
	const char *words; /* NULL: nothing that asks is quoted */
	const char *begins;
} letters[] = {
	{LETTER "Deze motie luidt als volgt:\n\nconstaterende, dat:\n\n- de kade hoog is;\n\nverzoekt het college:\n\n"
		"- een trap te maken;\n- en een hek.\n\nHet college beschouwt de motie hiermee als afgedaan.\n",
	 "verzoekt het college: - een trap te maken; - en een hek.", "verzoekt het college:\n\n- een trap"},
	{LETTER "Deze motie luidt als volgt:\n\nconstaterende, dat:\n\n- de kade hoog is;\n\n"
		"Het college beschouwt de motie hiermee als afgedaan.\n",
	 NULL, NULL},
	{LETTER "De trap is er. Het college beschouwt de motie hiermee als afgedaan.\n", NULL, NULL},
};

START_TEST(what_is_asked_begins_with_the_verb_and_ends_with_the_quotation)
{
	struct arena *arena = arena_new();
	struct document_context context = {.on = DATE_NONE};
	struct document document;
	const char *words = NULL;
	struct span raw = {0, 0};
	document_read(slice_of(letters[_i].text), &context, arena, &document);
	bool found = quoted_request(&document, arena, &words, &raw);
	ck_assert(found == (letters[_i].words != NULL));
	if (found) {
		ck_assert_str_eq(words, letters[_i].words);
		const char *at = letters[_i].text + raw.start;
		ck_assert_int_eq(strncmp(at, letters[_i].begins, strlen(letters[_i].begins)), 0);
	}
	arena_free(arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("quoted");
	TCase *tc = tcase_create("quoted");
	tcase_add_loop_test(tc, what_is_asked_begins_with_the_verb_and_ends_with_the_quotation, 0, ARRAY_SIZE(letters));
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
