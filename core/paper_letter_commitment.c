/* paper_letter_commitment.c: commitments that a letter tells of beside the item of its subject.
 *
 * A commitment has a number, or only the words in which the letter recalls it; these are its title. A letter that takes one along without
 * calling it settled reports on it and settles nothing.
 */
#include "core/paper_letter.h"

/* Bytes of the body before a claim in which its commitment is told; of a title. */
enum { TOLD_WITHIN = 20000, TITLE_MOST = 300, TITLE_LEAST = 8 };

/* Where a quotation that `s` begins with ends, quotations in it included; 0 when it begins with none or does not end. */
static size_t quoted_end(struct slice s)
{
	static const char open[] = "‘", close[] = "’";
	size_t depth = 0, size = strlen(open);
	for (size_t i = 0; i + size <= s.n; i++) {
		bool apostrophe = i + size < s.n && is_letter(s.p[i + size]);
		if (memcmp(s.p + i, open, size) == 0)
			depth++;
		else if (memcmp(s.p + i, close, size) == 0 && !apostrophe && --depth == 0)
			return i;
		if (depth == 0)
			return 0;
	}
	return 0;
}

/* What was promised, behind the words that say so: up to the end of its quotation or of the sentence. */
static struct slice read_title(struct slice s)
{
	static const char *const leads[] = {"om ", "dat "};
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++)
		if (slice_begins(s, leads[i]))
			s = slice_from(s, strlen(leads[i]));
	s.n = s.n < TITLE_MOST ? s.n : TITLE_MOST;
	size_t end = quoted_end(s), mark = strlen("‘");
	if (end > mark)
		return slice_trim((struct slice){s.p + mark, end - mark});
	for (end = 0; end < s.n && s.p[end] != '\n'; end++)
		if (strchr(".?!", s.p[end]) && (end + 1 == s.n || (unsigned char)s.p[end + 1] <= ' '))
			break;
	return slice_trim((struct slice){s.p, end});
}

bool letter_commitment_find(const struct paper_reader *reader, size_t before, struct handled *out)
{
	static const char *const tells[] = {"toezegging gedaan ", "toegezegd "};
	const char *body = reader->document->text.body;
	size_t from = before > TOLD_WITHIN ? before - TOLD_WITHIN : 0;
	struct slice near = {body + from, before - from};
	bool found = false;
	for (size_t k = 0; k < ARRAY_SIZE(tells); k++)
		for (size_t at = slice_find(near, tells[k]); at < near.n;) {
			struct slice rest = slice_from(near, at + strlen(tells[k]));
			struct slice title = read_title(rest);
			size_t place = from + at + 1;
			if (title.n >= TITLE_LEAST && (!found || place > out->place))
				*out = (struct handled){
					.kind = ITEM_COMMITMENT, .title = title, .place = place, .recited = true};
			found |= title.n >= TITLE_LEAST;
			at = near.n - rest.n + slice_find(rest, tells[k]);
		}
	return found;
}

struct slice letter_sentence_at(const struct paper_reader *reader, size_t place)
{
	for (size_t i = 0; place && i < reader->paragraph_count; i++)
		if (place > reader->paragraphs[i].start && place <= reader->paragraphs[i].end)
			return paper_sentence(reader, i, place - 1 - reader->paragraphs[i].start);
	return SLICE("");
}

static bool is_taken_along(struct slice sentence)
{
	static const char *const here[] = {"deze brief", "hierbij", "hiermee"};
	if (!slice_holds(sentence, "meegenomen") || slice_holds(sentence, "niet meegenomen"))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(here); i++)
		if (slice_holds(sentence, here[i]))
			return true;
	return false;
}

void letter_commitments_taken(const struct paper_reader *reader, const struct handled_list *named,
			      struct handled_list *out)
{
	for (size_t i = 0; i < named->n; i++) {
		struct handled item = named->v[i];
		struct slice sentence = item.kind == ITEM_COMMITMENT && item.number
						? letter_sentence_at(reader, item.place)
						: SLICE("");
		bool known = !is_taken_along(sentence);
		for (size_t k = 0; k < out->n && !known; k++)
			known = letter_item_is_same(&out->v[k], &item);
		if (known)
			continue;
		struct slice title = slice_from(sentence, slice_find(sentence, ": ") + 2);
		item.title = title.n >= TITLE_LEAST ? read_title(title) : SLICE("");
		item.verdict = VERDICT_TOLD;
		item.words = sentence;
		letter_item_add(reader, out, item, HANDLED_MOST);
	}
}
