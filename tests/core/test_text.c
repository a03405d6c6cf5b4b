/* test_text.c: what of a page is running text, and where each word of it came from. */
#include "core/text.h"

#include <check.h>

static const struct {
	const char *rule;
	const char *raw;
	const char *body;
} cases[] = {
	{"wrapped lines are joined", "De raad wordt in het najaar nader over de\nvoortgang geïnformeerd.\n",
	 "De raad wordt in het najaar nader over de voortgang geïnformeerd."},
	{"a hyphen at a line's end goes", "vlak voor het zo-\nmerreces komt er een brief aan de raad.\n",
	 "vlak voor het zomerreces komt er een brief aan de raad."},
	{"a hanging hyphen stays", "de fiets-\nen wandelpaden in de wijk aan de rand.\n",
	 "de fiets- en wandelpaden in de wijk aan de rand."},
	{"a hyphen of a compound stays", "een oud-\nraadslid van de gemeente sprak daar lang.\n",
	 "een oud-raadslid van de gemeente sprak daar lang."},
	{"a bullet begins a line", "Verzoekt het college:\n• een brief te sturen;\n• een plan te maken.\n",
	 "Verzoekt het college:\n• een brief te sturen;\n• een plan te maken."},
	{"a bullet alone takes the line below", "Overwegende dat:\n▪\nde kade smal is en dat dit zo niet langer kan.\n",
	 "Overwegende dat:\n▪ de kade smal is en dat dit zo niet langer kan."},
	{"page numbers go",
	 "Eerste blad met een zin die doorloopt tot aan de\n\nPagina 1 van 2\n\f"
	 "volgende bladzijde, waar hij eindigt.\n\nPagina 2 van 2\n",
	 "Eerste blad met een zin die doorloopt tot aan de volgende bladzijde, waar hij eindigt."},
	{"the side column goes",
	 "Ons kenmerk\nDSO/10990001\nRIS990101\nContactpersoon\nAnna de Wit\nTelefoonnummer\n"
	 "14070\nE-mailadres\nanna@denhaag.example\n\nHet college stuurt de raad een brief.\n",
	 "Het college stuurt de raad een brief."},
	{"a no-break space is a blank", "voor 1\xc2\xa0juli komt er bericht.\n", "voor 1 juli komt er bericht."},
	{"a soft hyphen goes",
	 "de wijk\xc2\xad"
	 "raad komt bijeen.\n",
	 "de wijkraad komt bijeen."},
	{"a hyphen behind a soft one goes",
	 "de wijk\xc2\xad-\n"
	 "raad komt bijeen.\n",
	 "de wijkraad komt bijeen."},
	{"a line ends at a carriage return as well, alone or before a line feed",
	 "Verzoekt het college:\r* een brief te sturen;\r\n* een plan te maken;\r\f* het te melden.\r",
	 "Verzoekt het college:\n* een brief te sturen;\n* een plan te maken;\n* het te melden."},
	{"nothing gives nothing", "", ""},
	{"blank pages give nothing", "\n\f\n\f  \n", ""},
};

static struct text read_raw(const char *raw, struct arena *arena)
{
	struct text text;
	text_read(slice_of(raw), arena, &text);
	return text;
}

START_TEST(running_text_is_what_a_reader_would_read_aloud)
{
	struct arena *arena = arena_new();
	struct text text = read_raw(cases[_i].raw, arena);
	char *body = arena_text(arena, (struct slice){text.body, text.body_size});
	ck_assert_msg(strcmp(body, cases[_i].body) == 0, "%s:\n%s\n", cases[_i].rule, body);
	arena_free(arena);
}
END_TEST

START_TEST(lines_of_a_title_are_joined_as_those_of_the_text)
{
	static const char *const lines[] = {
		"Nota Zeilweg-", "De Bongerd en de stei-", "gers, de fiets-", "en looproute", "", "2025"};
	struct buf out;
	buf_init(&out);
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		text_join(&out, slice_of(lines[i]));
	ck_assert_str_eq(out.p, "Nota Zeilweg-De Bongerd en de steigers, de fiets- en looproute 2025");
	buf_release(&out);
}
END_TEST

START_TEST(every_byte_of_the_body_points_to_itself_in_the_raw_text)
{
	struct arena *arena = arena_new();
	struct text text = read_raw(cases[_i].raw, arena);
	for (size_t i = 0; i < text.body_size; i++) {
		char c = text.body[i];
		if (c == ' ' || c == '\n')
			continue;
		size_t origin = text_origin(&text, (struct span){i, i + 1}).start;
		ck_assert_uint_lt(origin, text.raw.n);
		ck_assert_int_eq(text.raw.p[origin], c);
	}
	arena_free(arena);
}
END_TEST

START_TEST(a_quote_over_a_line_end_spans_the_hyphen_in_the_raw_text)
{
	struct arena *arena = arena_new();
	const char *raw = "Er komt voor het zo-\nmerreces een brief aan de raad over de kade.\n";
	struct text text = read_raw(raw, arena);
	const char *at = strstr(text.body, "zomerreces");
	ck_assert_ptr_nonnull(at);
	size_t start = (size_t)(at - text.body);
	struct span span = text_origin(&text, (struct span){start, start + strlen("zomerreces")});
	ck_assert_int_eq((int)(span.end - span.start), (int)strlen("zo-\nmerreces"));
	ck_assert_int_eq(memcmp(raw + span.start, "zo-\nmerreces", span.end - span.start), 0);
	arena_free(arena);
}
END_TEST

START_TEST(pages_are_counted_from_one)
{
	struct arena *arena = arena_new();
	struct text text = read_raw("een\n\ftwee\n\fdrie\n\f", arena);
	ck_assert_int_eq(text.pages, 3);
	ck_assert_int_eq(text_page(&text, 0), 1);
	ck_assert_int_eq(text_page(&text, 5), 2);
	ck_assert_int_eq(text_page(&text, 11), 3);
	arena_free(arena);
}
END_TEST

/* A page is cut anywhere: nothing is read beyond its end, and what comes out is never longer than what went in. */
START_TEST(every_prefix_is_read)
{
	struct arena *arena = arena_new();
	const char *raw = "Ons kenmerk\nDSO/1\n\n• een\n\f2/2\nzo-\nmer \xc3\xab\xe2\x80\xa6\n";
	for (size_t n = 0; n <= strlen(raw); n++) {
		char *copy = arena_text(arena, (struct slice){raw, n});
		struct text text;
		text_read((struct slice){copy, n}, arena, &text);
		ck_assert_uint_le(text.body_size, n + text.lines.n);
	}
	arena_free(arena);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("text");
	TCase *tcase = tcase_create("text");
	tcase_add_loop_test(tcase, running_text_is_what_a_reader_would_read_aloud, 0, ARRAY_SIZE(cases));
	tcase_add_loop_test(tcase, every_byte_of_the_body_points_to_itself_in_the_raw_text, 0, ARRAY_SIZE(cases));
	tcase_add_test(tcase, a_quote_over_a_line_end_spans_the_hyphen_in_the_raw_text);
	tcase_add_test(tcase, pages_are_counted_from_one);
	tcase_add_test(tcase, every_prefix_is_read);
	tcase_add_test(tcase, lines_of_a_title_are_joined_as_those_of_the_text);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
