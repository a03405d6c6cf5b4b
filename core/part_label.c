/* part_label.c: the words and numbers with which a part of questions, or its answer, begins.
 *
 * "Vraag 3", "Vragen 1, 2 en 4", "Antwoord op vraag 1 t/m 3", "Ad 2", "Reactie college:". A label begins with a capital, perhaps behind a
 * bullet; "het antwoord op vraag 3" in running text is none.
 */
#include "core/part_label.h"

static const struct {
	const char *word;
	bool answers;
	bool names_part; /* "vraag" must follow: the word begins other things too */
} label_words[] = {
	{"Vragen", false, false},      {"Vraag", false, false}, {"Antwoorden", true, false}, {"Antwoord", true, false},
	{"Beantwoording", true, true}, {"Reactie", true, true}, {"Ad", true, false},
};

/* A bullet may stand before the word, no letter. */
static size_t bullet_size(struct slice s)
{
	size_t i = 0;
	while (i < s.n && i < 6 && (s.p[i] < 'A' || (unsigned char)s.p[i] >= 0x80))
		i++;
	return i;
}

/* " op de vragen", " vraag": bytes of what may stand between the word and the numbers; 0 when the part is not named. */
static size_t naming_size(struct slice s)
{
	static const char *const links[] = {" op", " bij", " van", " de", " uw"};
	static const char *const nouns[] = {" deelvragen", " deelvraag", " vragen", " vraag"};
	size_t i = 0;
	for (size_t k = 0; k < ARRAY_SIZE(links); k++)
		if (slice_begins(slice_from(s, i), links[k]))
			i += strlen(links[k]);
	for (size_t k = 0; k < ARRAY_SIZE(nouns); k++)
		if (slice_begins(slice_from(s, i), nouns[k]))
			return i + strlen(nouns[k]);
	return 0;
}

/* One number, "3" or "3a"; its size, 0 when there is none or it is a part of another word. */
static size_t number_size(struct slice s, int *number)
{
	size_t i = 0;
	*number = 0;
	for (; i < s.n && i < 3 && is_digit(s.p[i]); i++)
		*number = *number * 10 + s.p[i] - '0';
	bool lettered = i + 1 < s.n && s.p[i] >= 'a' && s.p[i] <= 'h' && !is_letter_byte(s.p[i + 1]);
	size_t end = i + (lettered || (i + 1 == s.n && s.p[i] >= 'a' && s.p[i] <= 'h') ? 1 : 0);
	bool ends = end == s.n || (!is_letter_byte(s.p[end]) && !is_digit(s.p[end]));
	return i && ends && *number ? end : 0;
}

/* What joins two numbers: a range, or one more. */
static size_t joint_size(struct slice s, bool *range)
{
	static const struct {
		const char *text;
		bool range;
	} joints[] = {
		{" t/m ", true}, {" tot en met ", true}, {"-", true},   {"–", true},  {", en ", false},
		{" en ", false}, {" & ", false},         {", ", false}, {",", false}, {"/", false},
	};
	for (size_t i = 0; i < ARRAY_SIZE(joints); i++) {
		if (!slice_begins(s, joints[i].text))
			continue;
		*range = joints[i].range;
		size_t n = strlen(joints[i].text);
		size_t named = n ? naming_size((struct slice){s.p + n - 1, s.n - n + 1}) : 0; /* "1 en vraag 2" */
		return named && s.p[n - 1] == ' ' ? n - 1 + named + 1 : n;
	}
	return 0;
}

static void add_parts(struct part_label *label, int first, int last)
{
	for (int number = first; number <= last && label->n < PART_LABEL_MOST; number++)
		label->parts[label->n++] = number;
}

static size_t read_numbers(struct slice s, struct part_label *label)
{
	int number;
	size_t i = number_size(s, &number);
	if (i == 0)
		return 0;
	add_parts(label, number, number);
	for (;;) {
		bool range = false;
		int next;
		size_t joint = joint_size(slice_from(s, i), &range);
		if (joint == 0 || i + joint > s.n)
			return i;
		size_t size = number_size(slice_from(s, i + joint), &next);
		if (size == 0 || next <= number)
			return i;
		add_parts(label, range ? number + 1 : next, next);
		number = next;
		i += joint + size;
	}
}

bool part_label_read(struct slice s, struct part_label *out)
{
	size_t start = bullet_size(s);
	for (size_t k = 0; k < ARRAY_SIZE(label_words); k++) {
		const char *word = label_words[k].word;
		if (start >= s.n || s.p[start] != word[0] || !slice_begins(slice_from(s, start), word))
			continue;
		size_t i = start + strlen(word);
		size_t named = naming_size(slice_from(s, i));
		if (label_words[k].names_part && named == 0)
			return false;
		i += named;
		while (i < s.n && s.p[i] == ' ')
			i++;
		*out = (struct part_label){.answers = label_words[k].answers};
		out->end = i + read_numbers(slice_from(s, i), out);
		return out->n > 0;
	}
	return false;
}

bool part_numbers_read(struct slice s, struct part_label *out)
{
	*out = (struct part_label){0};
	out->end = read_numbers(s, out);
	return out->n > 0;
}

bool part_label_is_bare(struct slice s)
{
	static const char *const words[] = {"Antwoord", "Reactie", "Beantwoording"};
	static const char *const whose[] = {" van ", " college", " het college", " wethouder", " B&W", " GS"};
	s = slice_from(s, bullet_size(s));
	for (size_t k = 0; k < ARRAY_SIZE(words); k++) {
		if (!slice_begins(s, words[k]) || s.p[0] != words[k][0])
			continue;
		struct slice rest = slice_from(s, strlen(words[k]));
		if (rest.n == 0 || rest.p[0] == ':' || rest.p[0] == '\n')
			return true;
		if (k == 0 && rest.n > 1 && rest.p[0] == ' ' && rest.p[1] >= 'A' && rest.p[1] <= 'Z')
			return true;
		for (size_t i = 0; i < ARRAY_SIZE(whose); i++)
			if (slice_begins(rest, whose[i]))
				return memchr(rest.p, ':', rest.n < 50 ? rest.n : 50) != NULL;
	}
	return false;
}
