/* paper_proposal.c: proposals to the council: a title that says so near the top, a number, a day. */
#include "core/paper.h"

enum { HEAD_PARAGRAPHS = 8, HEAD_LINES = 14 };

static size_t title_paragraph(const struct paper_reader *reader)
{
	for (size_t i = 0; i < reader->paragraph_count && i < HEAD_PARAGRAPHS; i++) {
		struct slice head = paper_paragraph(reader, i);
		if (head.n > 60)
			head.n = 60; /* the word stands at the start of the title, not somewhere in a text */
		if (slice_holds(head, "voorstel van het college") || slice_holds(head, "initiatiefvoorstel") ||
		    slice_holds(head, "raadsvoorstel") || slice_holds(head, "efvoorstel") ||
		    slice_begins(head, "voorstel "))
			return i;
	}
	return reader->paragraph_count;
}

bool paper_proposal_is(const struct paper_reader *reader)
{
	return title_paragraph(reader) < reader->paragraph_count;
}

void paper_proposal_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	document->title = paper_copy(reader, paper_paragraph(reader, title_paragraph(reader)));
	for (size_t i = 0; i < document->text.lines.n && i < HEAD_LINES; i++) {
		struct slice line = paper_line(reader, i);
		if (document->date == DATE_NONE)
			document->date = paper_only_day(reader, line);
		const char *ris = slice_begins(line, "RIS") && line.n <= 12 ? paper_ris(reader, line) : NULL;
		if (ris)
			paper_add_identifier(reader, &document->identifiers, "RIS", ris);
		else if (line.n <= 20 && memchr(line.p, '/', line.n) && line.p[0] >= 'A' && line.p[0] <= 'Z')
			paper_add_identifier(reader, &document->identifiers, "kenmerk", paper_copy(reader, line));
	}
	struct mention *mention = paper_add_mention(reader, ITEM_OTHER);
	mention->own_paper = true;
	mention->takes_promises = true;
	mention->title = document->title;
	mention->identifiers = document->identifiers;
	mention->meeting = document->date;
}
