/* test_sentence.c: where sentences end, and where they do not. */
#include "core/sentence.h"

#include <check.h>
#include <stdlib.h>

struct fixture {
	const char *body;
	const char *sentences[5];
};

static const struct fixture fixtures[] = {
	{"De raad is akkoord. Het college ook.", {"De raad is akkoord.", "Het college ook."}},
	{"Zie art. 5 van nr. 12 d.d. 3 mei. Daarna volgt mw. Bakker.",
	 {"Zie art. 5 van nr. 12 d.d. 3 mei.", "Daarna volgt mw. Bakker."}},
	{"De heer A. de Vries sprak in. Hij woont er.", {"De heer A. de Vries sprak in.", "Hij woont er."}},
	{"Op 15 november jl. De brief volgt.", {"Op 15 november jl.", "De brief volgt."}},
	{"Dat kost 1.500 euro per jaar. Meer niet.", {"Dat kost 1.500 euro per jaar.", "Meer niet."}},
	{"Dit gaat de advocatuur aan.3 In mei meer.", {"Dit gaat de advocatuur aan.3", "In mei meer."}},
	{"Het is gedaan.Daarna kwam de rest.", {"Het is gedaan.", "Daarna kwam de rest."}},
	{"Mail naar info@gemeente.Nl of www.raad.Nl voor meer.",
	 {"Mail naar info@gemeente.Nl of www.raad.Nl voor meer."}},
	{"Onderwerp\nDe brief zelf.", {"Onderwerp", "De brief zelf."}},
	{"\xE2\x80\xA2 eerste punt\n- tweede punt\n1. Derde punt", {"eerste punt", "tweede punt", "Derde punt"}},
	{"Hij zei: \xE2\x80\x9CKom maar.\xE2\x80\x9D En toen?",
	 {"Hij zei: \xE2\x80\x9CKom maar.\xE2\x80\x9D", "En toen?"}},
	{"Bomen, struiken e.d. Daarna gras.", {"Bomen, struiken e.d.", "Daarna gras."}},
	{"Er zijn er drie, o.a. Delft en Gouda.", {"Er zijn er drie, o.a. Delft en Gouda."}},
	{"Wij delen deze met u. De Unie komt later.", {"Wij delen deze met u.", "De Unie komt later."}},
	{"Besluit: a. De kade te bouwen; b. Het plein te laten; zie p. 3 van art. 5a. De rest volgt.",
	 {"Besluit: a. De kade te bouwen; b. Het plein te laten; zie p. 3 van art. 5a. De rest volgt."}},
	{"", {NULL}},
	{"   ", {NULL}},
	{"...", {"..."}},
};

/* A body as it is, without reading it from paper. */
static struct text text_of(char *body)
{
	return (struct text){.body = body, .body_size = strlen(body)};
}

START_TEST(sentences_end_where_a_reader_ends_them)
{
	const struct fixture *f = &fixtures[_i];
	struct arena *arena = arena_new();
	struct text text = text_of(arena_text(arena, slice_of(f->body)));
	struct sentences got = {0};
	sentence_list(&text, (struct span){0, text.body_size}, arena, &got);
	size_t n = 0;
	for (; n < ARRAY_SIZE(f->sentences) && f->sentences[n]; n++) {
		ck_assert_msg(n < got.n, "'%s': only %zu sentences", f->body, got.n);
		struct slice s = {text.body + got.v[n].body.start, got.v[n].body.end - got.v[n].body.start};
		ck_assert_msg(slice_is(s, f->sentences[n]), "'%s': got '%.*s'", f->body, (int)s.n, s.p);
	}
	ck_assert_msg(got.n == n, "'%s': %zu sentences", f->body, got.n);
	arena_free(arena);
}
END_TEST

START_TEST(questions_and_bullets_are_told)
{
	struct arena *arena = arena_new();
	struct text text = text_of(arena_text(arena, SLICE("Kunt u dat toezeggen? Ja.\n- een punt\n\"Klopt dat?\"")));
	struct sentences got = {0};
	sentence_list(&text, (struct span){0, text.body_size}, arena, &got);
	ck_assert_uint_eq(got.n, 4);
	ck_assert(got.v[0].question && !got.v[1].question && got.v[3].question);
	ck_assert(got.v[2].bullet && !got.v[0].bullet);
	arena_free(arena);
}
END_TEST

START_TEST(only_the_part_asked_for_is_read)
{
	struct arena *arena = arena_new();
	struct text text = text_of(arena_text(arena, SLICE("Een. Twee. Drie.")));
	struct sentences got = {0};
	sentence_list(&text, (struct span){5, 10}, arena, &got);
	ck_assert_uint_eq(got.n, 1);
	ck_assert_uint_eq(got.v[0].body.start, 5);
	ck_assert_uint_eq(got.v[0].body.end, 10);
	arena_free(arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("sentence");
	TCase *tcase = tcase_create("sentence");
	tcase_add_loop_test(tcase, sentences_end_where_a_reader_ends_them, 0, (int)ARRAY_SIZE(fixtures));
	tcase_add_test(tcase, questions_and_bullets_are_told);
	tcase_add_test(tcase, only_the_part_asked_for_is_read);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
