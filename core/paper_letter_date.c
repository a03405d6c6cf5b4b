/* paper_letter_date.c: the day of a letter, and whether what it tells can have been by then. */
#include "core/paper_letter.h"

/* "DATUM 11 augustus 2026 Telefoon 14 075": a head on one line. */
static int day_behind_label(const struct paper_reader *reader, struct slice line)
{
	enum { LABEL = 5, NEAR = 30 };
	size_t end, at = slice_find(line, "datum");
	bool word = at < line.n && (at == 0 || line.p[at - 1] == ' ') && at + LABEL < line.n &&
		    strchr(" :", line.p[at + LABEL]);
	struct slice rest = slice_from(line, at + LABEL);
	rest.n = rest.n < NEAR ? rest.n : NEAR;
	int day = word ? paper_day(reader, rest, &end) : DATE_NONE;
	return day != DATE_NONE && end <= 22 ? day : DATE_NONE;
}

/* "Op 22 november 2024 is het voorstel aangeboden": a day that lies behind the letter, by its own words; DATE_NONE when it tells of none. */
static int day_told(const struct paper_reader *reader, size_t i)
{
	enum { DAY_MOST = 30, SENTENCE_MOST = 400 };
	static const char *const done[] = {"aangeboden", "aangenomen",  "ingediend", "ontvangen",
					   "gevraagd",   "toegezegd",   "verstuurd", "verzonden",
					   "gestuurd",   "vastgesteld", "besloten",  "verzocht"};
	static const char *const helps[] = {" is ", " zijn ", " heeft ", " hebben ", " hebt ", " heb "};
	struct slice sentence = paper_paragraph(reader, i);
	if (!slice_begins(sentence, "op "))
		return DATE_NONE;
	sentence.n = slice_find(sentence, ". ");
	sentence.n = sentence.n < SENTENCE_MOST ? sentence.n : SENTENCE_MOST;
	size_t end;
	int day = paper_day(reader, sentence, &end);
	if (day == DATE_NONE || end > DAY_MOST)
		return DATE_NONE;
	struct slice rest = slice_from(sentence, end);
	bool helped = false, past = false;
	for (size_t k = 0; k < ARRAY_SIZE(helps); k++)
		helped |= slice_begins(rest, helps[k]);
	for (size_t k = 0; k < ARRAY_SIZE(done); k++)
		past |= slice_holds(rest, done[k]);
	return helped && past ? day : DATE_NONE;
}

static void find_contradiction(const struct paper_reader *reader)
{
	enum { PARAGRAPHS = 40 };
	char head[DATE_TEXT], text[DATE_TEXT];
	for (size_t i = 0; i < reader->paragraph_count && i < PARAGRAPHS; i++) {
		int day = day_told(reader, i);
		if (day == DATE_NONE || day <= reader->document->date)
			continue;
		paper_add_finding(reader, "date_contradicts",
				  arena_printf(reader->arena, "the head says %s, the text tells of %s",
					       date_format(reader->document->date, head), date_format(day, text)));
		return;
	}
}

struct slice letter_date_read(struct paper_reader *reader)
{
	enum { ALONE_WITHIN = 80, LABEL_WITHIN = 30 };
	struct document *document = reader->document;
	struct slice line = SLICE("");
	for (size_t i = 0; i < document->text.lines.n && i < ALONE_WITHIN && document->date == DATE_NONE; i++) {
		line = paper_line(reader, i);
		document->date = paper_only_day(reader, line);
	}
	for (size_t i = 0; i < document->text.lines.n && i < LABEL_WITHIN && document->date == DATE_NONE; i++) {
		line = paper_line(reader, i);
		document->date = day_behind_label(reader, line);
	}
	if (document->date == DATE_NONE)
		return SLICE("");
	find_contradiction(reader);
	return line;
}
