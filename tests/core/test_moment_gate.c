/* test_moment_gate.c: the gates are what the dictionaries make them. With --print it writes the rows of core/moment_gate.c.
 *
 * They are worked out here from every word of every entry, without the code that reads a text.
 */
#include "core/moment_gate.h"
#include "core/moment_words.h"

#include <check.h>
#include <stdlib.h>

/* Of the units only "week" and "kwartaal" begin a moment, with a number behind them. */
static bool begins(const struct word *word)
{
	return moment_word_starts(word->kind) &&
	       (word->kind != W_UNIT || word->value % W_MANY == UNIT_WEEK || word->value == UNIT_QUARTER);
}

/* Kinds of which every moment holds one, or a number; of an expression, its last word. */
static bool is_time(const struct word *word)
{
	static const bool kinds[W_KIND_COUNT] = {
		[W_MONTH] = true,   [W_SEASON] = true, [W_QUARTER] = true, [W_WEEKDAY] = true,   [W_UNIT] = true,
		[W_HOLIDAY] = true, [W_RECESS] = true, [W_EVENT] = true,   [W_SESSION] = true,   [W_SITTING] = true,
		[W_HALF_OF] = true, [W_TODAY] = true,  [W_VAGUE] = true,   [W_RECURRING] = true,
	};
	return kinds[word->kind];
}

static bool is_last(const char *behind)
{
	return behind[strspn(behind, ". ")] == '\0';
}

static void add_word(uint16_t *gates, unsigned language, const struct word *word, const char *text, bool first)
{
	char head[8] = {0};
	size_t length = moment_word_end(slice_of(text), 0);
	memcpy(head, text, length < sizeof head ? length : sizeof head);
	unsigned begin = first && begins(word), time = is_time(word) && is_last(text + length);
	unsigned bits = begin << GATE_BEGIN | 1u << GATE_PART | time << GATE_TIME;
	uint16_t *gate = &gates[moment_gate_slot(moment_load(head), length)];
	*gate = (uint16_t)(*gate | bits << language);
}

static void add_entry(uint16_t *gates, unsigned language, const struct word *word)
{
	for (const char *text = word->text; *text;) {
		size_t length = moment_word_end(slice_of(text), 0);
		if (length > 0)
			add_word(gates, language, word, text, text == word->text);
		text += length > 0 ? length : 1;
	}
}

static void derive(uint16_t *gates)
{
	for (unsigned i = 0; i < LANGUAGE_COUNT; i++)
		for (int letter = 0; letter < 32; letter++)
			for (size_t k = 0; k < moment_languages[i].sections[letter].count; k++)
				add_entry(gates, i, &moment_languages[i].sections[letter].words[k]);
}

START_TEST(the_gates_are_those_of_the_dictionaries)
{
	static uint16_t gates[ARRAY_SIZE(moment_gates)];
	derive(gates);
	ck_assert_msg(memcmp(gates, moment_gates, sizeof gates) == 0,
		      "core/moment_gate.c is of another vocabulary; this program writes its rows with --print");
}
END_TEST

static void print(void)
{
	static uint16_t gates[ARRAY_SIZE(moment_gates)];
	derive(gates);
	for (size_t i = 0; i < ARRAY_SIZE(gates); i++)
		if (gates[i])
			printf("[0x%04zx] = 0x%03x,\n", i, gates[i]);
}

int main(int count, char **words)
{
	if (count == 2 && strcmp(words[1], "--print") == 0) {
		print();
		return 0;
	}
	TCase *tcase = tcase_create("moment_gate");
	tcase_add_test(tcase, the_gates_are_those_of_the_dictionaries);
	Suite *suite = suite_create("moment_gate");
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
