/* test_readable.c: a text in ruins is told from one that can be read, and the head of a ruined paper still counts. */
#include "core/document.h"
#include "core/readable.h"

#include <check.h>

static struct arena *arena;

static void setup(void)
{
	arena = arena_new();
}

static void teardown(void)
{
	arena_free(arena);
}

static enum readable measure(const char *raw)
{
	struct text text;
	text_read(slice_of(raw), arena, &text);
	return readable_measure(&text);
}

static const char prose[] =
	"De raad van de gemeente Oeverdam, in vergadering bijeen op 3 april 2025,\n\nconstaterende dat de pont naar de "
	"overkant sinds de winter niet meer vaart, en dat wie naar school moet een uur later thuis is;\n\n"
	"overwegende dat een bel bij de steiger de schipper laat weten dat er iemand staat te wachten;\n\n"
	"verzoekt het college:\n- bij de steiger een bel te hangen;\n- de raad daarover te informeren,\n\n"
	"en gaat over tot de orde van de dag.\n";

/* What a font without a table of its characters gives: every letter another, nine places on. */
static char *shifted(const char *text)
{
	char *out = arena_text(arena, slice_of(text));
	for (char *p = out; *p; p++)
		if (is_letter(*p))
			*p = (char)((is_lower(*p) ? 'a' : 'A') + (*p - (is_lower(*p) ? 'a' : 'A') + 9) % 26);
	return out;
}

/* What a bad scan gives: each word on a line of its own between blank lines. */
static char *torn(const char *text)
{
	struct buf out;
	buf_init(&out);
	for (const char *p = text; *p; p++)
		buf_add_text(&out, strchr(" \n", *p) ? "\n\n" : (char[]){*p, '\0'});
	char *copy = arena_text(arena, (struct slice){out.p, out.n});
	buf_release(&out);
	return copy;
}

START_TEST(prose_can_be_read_and_letters_without_words_or_words_apart_cannot)
{
	ck_assert_int_eq(measure(prose), READABLE);
	ck_assert_int_eq(measure(shifted(prose)), READABLE_NONSENSE);
	ck_assert_int_eq(measure(torn(prose)), READABLE_TORN);
}
END_TEST

/* Texts with few small words, or many short lines, that can be read. */
static const char *const readable[] = {
	"",
	"Aangenomen\n",
	"xq zr tw\n", /* too short to tell */
	"Toelichting\n\n12 450,00\n\n13 000,00\n\n980,00\n\n1 200,00\n\n",
	("1. Opening\n\n2. Vaststelling agenda\n\n3. Ingekomen stukken\n\nVoorstel: voor kennisgeving aannemen\n\n"
	 "4. Verslag van de vergadering van 12 maart\n\n5. Voorstel tot aanleg van een steiger bij de pont\n\n"
	 "6. Motie over de bel bij de pont\n\n7. Rondvraag\n\nde heer Bakker: over de kade\n\n8. Sluiting\n\n"),
	("The council of the municipality has taken note of the report and asks the executive to send it to all who "
	 "live on the quay, and to those that work there, for the ferry is not in service until the end of March.\n"),
};

START_TEST(a_short_text_a_list_and_another_language_are_readable)
{
	ck_assert_msg(measure(readable[_i]) == READABLE, "'%s'", readable[_i]);
}
END_TEST

START_TEST(of_a_ruined_motion_the_head_counts_and_nothing_is_asked)
{
	struct document document;
	struct document_context context = {.on = DATE_NONE};
	const char *behind = strstr(prose, "constaterende");
	const char *raw =
		arena_printf(arena,
			     "RIS-nummer: 990961\n\nMotie: Een bel bij de pont\nIndiener: Teun Wagenvoort, SP\n"
			     "%.*s%s",
			     (int)(behind - prose), prose, torn(behind));
	document_read(slice_of(raw), &context, arena, &document);
	ck_assert_int_eq(document.kind, DOC_MOTION);
	ck_assert_str_eq(document.title, "Een bel bij de pont");
	ck_assert_str_eq(document.identifiers.v[0].value, "RIS990961");
	ck_assert_uint_eq(document.requests.n, 0);
	ck_assert_uint_eq(document.mentions.v[0].requests.n, 0);
	ck_assert(document_is_unreadable(&document));
	ck_assert_uint_eq(document.findings.n, 1);
	ck_assert(finding_asks(&document.findings.v[0]));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("readable");
	TCase *tc = tcase_create("readable");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_test(tc, prose_can_be_read_and_letters_without_words_or_words_apart_cannot);
	tcase_add_loop_test(tc, a_short_text_a_list_and_another_language_are_readable, 0, ARRAY_SIZE(readable));
	tcase_add_test(tc, of_a_ruined_motion_the_head_counts_and_nothing_is_asked);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
