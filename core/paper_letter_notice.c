/* paper_letter_notice.c: the term that an interim letter or notice of delay says was set, and the new one. Read once the promises are
 * known.
 */
#include "core/paper_letter.h"

#include "core/term.h"

static bool settles_itself(const struct paper_reader *reader, const char *quote)
{
	if (reader->document->kind == DOC_POSTPONEMENT)
		return slice_holds(slice_of(quote), "antwoord");
	static const char *const words[] = {"af te kunnen doen", "afdoen",      "afgedaan",    "af te doen",
					    "afdoening",         "afgehandeld", "af te ronden"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_holds(slice_of(quote), words[i]))
			return true;
	return false;
}

/* The last day that was set before: "binnen de gestelde termijn van 19 maart 2025". */
static int day_that_was(const struct paper_reader *reader)
{
	static const char *const words[] = {"gestelde termijn van ", "termijn van ", "uitgesteld tot ",
					    "eerder toegezegd"};
	for (size_t w = 0; w < ARRAY_SIZE(words); w++)
		for (size_t i = 0; i < reader->paragraph_count; i++) {
			struct slice paragraph = paper_paragraph(reader, i);
			size_t at = slice_find(paragraph, words[w]);
			if (at == paragraph.n)
				continue;
			size_t end;
			size_t from = at + strlen(words[w]);
			int day = paper_day(reader, (struct slice){paragraph.p + from, paragraph.n - from}, &end);
			if (day != DATE_NONE && end <= 24)
				return day;
		}
	return DATE_NONE;
}

/* The new moment of an interim letter or notice of delay: of a promise to settle or to answer, else of a sentence that expects it. */
static bool read_new_moment(const struct paper_reader *reader, struct notice *notice)
{
	struct document *document = reader->document;
	bool found = false;
	for (size_t i = 0; i < document->promises.n; i++) {
		struct promise *promise = &document->promises.v[i];
		if (!settles_itself(reader, promise->quote))
			continue;
		promise->is_notice = true; /* what is promised is the settlement itself, with or without a day */
		if (promise->moment.latest == DATE_NONE)
			continue;
		found = true;
		notice->moment = promise->moment;
		notice->date_text = promise->date_text;
		notice->quote = promise->quote;
		notice->raw = promise->raw;
	}
	return found;
}

static void expect_new_moment(const struct paper_reader *reader, struct notice *notice)
{
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		size_t at = slice_find(paragraph, "verwacht");
		if (at == paragraph.n)
			continue;
		struct slice sentence = paper_sentence(reader, i, at);
		const char *quote = arena_text(reader->arena, sentence);
		struct moments moments = {0};
		struct moment_context context = {.anchor = reader->document->date};
		moment_list(sentence, &context, reader->arena, &moments);
		if (!settles_itself(reader, quote) || moments.n == 0 || moments.v[moments.n - 1].latest == DATE_NONE)
			continue;
		notice->moment = moments.v[moments.n - 1];
		notice->date_text =
			arena_text(reader->arena, (struct slice){sentence.p + notice->moment.start,
								 notice->moment.end - notice->moment.start});
		notice->quote = quote;
		notice->raw = paper_raw(reader, sentence);
		return;
	}
}

/* "de gestelde termijn van 6 weken", "dan de gestelde 6 weken": the length that was set; n is 0 when none is. */
static struct term length_that_was(const struct paper_reader *reader)
{
	static const char *const words[] = {"gestelde termijn van ", "termijn van ", "gestelde "};
	static const struct {
		const char *word;
		enum term_unit unit;
	} units[] = {{"week", TERM_WEEKS}, {"weken", TERM_WEEKS}, {"maand", TERM_MONTHS}, {"dagen", TERM_DAYS}};
	static const char *const numbers[] = {"een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"};
	for (size_t i = 0; i < reader->paragraph_count; i++)
		for (size_t w = 0; w < ARRAY_SIZE(words); w++) {
			struct slice paragraph = paper_paragraph(reader, i);
			struct slice rest = slice_from(paragraph, slice_find(paragraph, words[w]) + strlen(words[w]));
			int n = 0;
			size_t at = 0;
			while (at < 2 && at < rest.n && rest.p[at] >= '0' && rest.p[at] <= '9')
				n = n * 10 + rest.p[at++] - '0';
			for (size_t k = 0; at == 0 && k < ARRAY_SIZE(numbers); k++)
				if (slice_begins(rest, numbers[k])) {
					n = (int)k + 1;
					at = strlen(numbers[k]);
				}
			for (size_t k = 0; n > 0 && k < ARRAY_SIZE(units); k++)
				if (slice_begins(slice_from(rest, at), " ") &&
				    slice_begins(slice_from(rest, at + 1), units[k].word))
					return (struct term){n, units[k].unit};
		}
	return (struct term){0};
}

/* The day that was set before: named, or by its length from the vote. */
static int was_for(const struct paper_reader *reader, const struct mention *mention, int named, struct term length)
{
	if (named != DATE_NONE || length.n == 0 || mention->meeting == DATE_NONE)
		return named;
	return term_add(mention->meeting, length, false, reader->arena, NULL);
}

void paper_letter_finish(struct paper_reader *reader)
{
	struct document *document = reader->document;
	if (document->kind != DOC_INTERIM && document->kind != DOC_POSTPONEMENT)
		return;
	struct letter_subject subject;
	letter_subject_read(reader, true, &subject);
	struct notice notice = {.moment = {.earliest = DATE_NONE, .latest = DATE_NONE},
				.quote = document->title ? document->title : "",
				.raw = subject.raw};
	if (!read_new_moment(reader, &notice) && document->kind == DOC_INTERIM)
		expect_new_moment(reader, &notice);
	int named = day_that_was(reader);
	struct term length = length_that_was(reader);
	for (size_t i = 0; i < document->mentions.n; i++) {
		struct mention *mention = &document->mentions.v[i];
		if (mention->kind == ITEM_LETTER)
			continue;
		notice.was = was_for(reader, mention, named, length);
		*list_push(reader->arena, &mention->notices) = notice;
	}
}
