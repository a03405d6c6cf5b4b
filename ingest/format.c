/* format.c: a table of first bytes, then what text files begin with, then whether the bytes can be text at all.
 *
 * The table comes before the search for %PDF: an archive may hold a PDF within its first kilobyte.
 */
#include "ingest/format.h"

struct magic {
	struct slice bytes;
	size_t at;
	const char *name;
	const char *remedy;
};

#define BYTES(text)                                                                                                    \
	{                                                                                                              \
		text, sizeof(text) - 1                                                                                 \
	}

static const char unpack[] = err_word("unpack it and import what is in it");
static const char as_pdf[] = err_word("save it as PDF");
static const char as_scan[] = err_word("make it a PDF with text (OCR)");

static const struct magic magics[] = {
	{BYTES("PK\3\4"), 0, err_word("a ZIP archive"), unpack},
	{BYTES("PK\5\6"), 0, err_word("an empty ZIP archive"), unpack},
	{BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), 0, err_word("an old Office file (DOC, XLS or MSG)"), as_pdf},
	{BYTES("{\\rtf"), 0, "RTF", as_pdf},
	{BYTES("%!PS"), 0, "PostScript", as_pdf},
	{BYTES("\x1f\x8b"), 0, err_word("a gzip archive"), unpack},
	{BYTES("BZh"), 0, err_word("a bzip2 archive"), unpack},
	{BYTES("\xfd"
	       "7zXZ"),
	 0, err_word("an xz archive"), unpack},
	{BYTES("7z\xbc\xaf\x27\x1c"), 0, err_word("a 7z archive"), unpack},
	{BYTES("Rar!"), 0, err_word("a RAR archive"), unpack},
	{BYTES("\xff\xd8\xff"), 0, err_word("an image (JPEG)"), as_scan},
	{BYTES("\x89PNG"), 0, err_word("an image (PNG)"), as_scan},
	{BYTES("GIF8"), 0, err_word("an image (GIF)"), as_scan},
	{BYTES("II*\0"), 0, err_word("an image (TIFF)"), as_scan},
	{BYTES("MM\0*"), 0, err_word("an image (TIFF)"), as_scan},
	{BYTES("WEBP"), 8, err_word("an image (WebP)"), as_scan},
	{BYTES("ftyphei"), 4, err_word("an image (HEIC)"), as_scan},
	{BYTES("\xff\xfe"), 0, err_word("text in UTF-16"), err_word("save it as UTF-8")},
	{BYTES("\xfe\xff"), 0, err_word("text in UTF-16"), err_word("save it as UTF-8")},
	{BYTES("SQLite format 3"), 0, err_word("an SQLite database"),
	 err_word("name it with --db when it is a register")},
};

/* What a ZIP archive really is, by the name of a file in it. */
static const struct magic members[] = {
	{BYTES("word/document.xml"), 0, err_word("a Word document (DOCX)"), as_pdf},
	{BYTES("xl/workbook.xml"), 0, err_word("an Excel workbook (XLSX)"), as_pdf},
	{BYTES("ppt/presentation.xml"), 0, err_word("a presentation (PPTX)"), as_pdf},
	{BYTES("application/vnd.oasis.opendocument"), 0, err_word("an OpenDocument file"), as_pdf},
};

static bool holds(struct slice bytes, struct slice what)
{
	return bytes.n && memmem(bytes.p, bytes.n, what.p, what.n);
}

static const struct magic *magic_find(struct slice bytes)
{
	for (size_t i = 0; i < ARRAY_SIZE(magics); i++) {
		const struct magic *m = &magics[i];
		if (bytes.n < m->at + m->bytes.n || memcmp(bytes.p + m->at, m->bytes.p, m->bytes.n) != 0)
			continue;
		for (size_t k = 0; m->remedy == unpack && m->bytes.p[0] == 'P' && k < ARRAY_SIZE(members); k++)
			if (holds(bytes, members[k].bytes))
				return &members[k];
		return m;
	}
	return NULL;
}

/* Readers of PDF accept up to 1024 bytes of something else before it. */
static bool is_pdf(struct slice bytes)
{
	struct slice head = {bytes.p, bytes.n < 1024 ? bytes.n : 1024};
	return holds(head, SLICE("%PDF-"));
}

/* NUL never stands in a text, and of other control characters a text has few: old printers' codes, at most. */
static bool is_binary(struct slice bytes)
{
	size_t controls = 0;
	for (size_t i = 0; i < bytes.n; i++) {
		unsigned char c = (unsigned char)bytes.p[i];
		if (!c)
			return true;
		controls += c == 0x7f || (c < ' ' && !strchr("\t\n\v\f\r", c));
	}
	return controls > bytes.n / 20;
}

static struct slice content_of(struct slice bytes)
{
	if (slice_begins(bytes, "\xef\xbb\xbf"))
		bytes = (struct slice){bytes.p + 3, bytes.n - 3};
	return slice_trim(bytes);
}

enum { XML_WITHIN = 24 }; /* a byte order mark that was encoded twice may stand before it */

/* The name of the markup or data format that a text is, or NULL for plain text. */
static const char *markup_of(struct slice s)
{
	if (s.n < 2)
		return NULL;
	if (slice_begins(s, "<!doctype html") || slice_begins(s, "<html"))
		return "HTML";
	if (holds((struct slice){s.p, s.n < XML_WITHIN ? s.n : XML_WITHIN}, SLICE("<?xml ")) ||
	    ((is_letter(s.p[1]) || s.p[1] == '!') && s.p[0] == '<' && holds(s, SLICE("</"))))
		return "XML";
	struct slice inner = slice_trim((struct slice){s.p + 1, s.n - 1});
	if (s.p[0] == '{' && s.p[s.n - 1] == '}' && (inner.p[0] == '"' || inner.p[0] == '}'))
		return "JSON";
	if (s.p[0] == '[' && s.p[s.n - 1] == ']' && strchr("{[\"", inner.p[0]))
		return "JSON";
	return NULL;
}

static struct slice line_take(struct slice *rest)
{
	const char *end = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;
	struct slice line = {rest->p, end ? (size_t)(end - rest->p) : rest->n};
	rest->p += line.n + (end != NULL);
	rest->n -= line.n + (end != NULL);
	return line;
}

/* How often `mark` parts fields in a line; in running text a blank follows a comma. */
static int fields_parted(struct slice line, char mark)
{
	int n = 0;
	for (size_t i = 0; i < line.n; i++)
		n += line.p[i] == mark && !(mark == ',' && i + 1 < line.n && line.p[i + 1] == ' ');
	return n;
}

enum { ROWS_LOOKED_AT = 10, MARKS_LEAST = 2, TITLE_ROWS = 3 };

/* A table as text: a head of three columns or more, below a title or not, and rows of which most have as many. */
static bool is_table(struct slice s, char mark)
{
	int columns = 0, rows = 0, alike = 0;
	for (int i = 0; i < TITLE_ROWS && columns < MARKS_LEAST; i++)
		columns = fields_parted(line_take(&s), mark);
	for (; s.n && rows < ROWS_LOOKED_AT; rows++)
		alike += fields_parted(line_take(&s), mark) >= columns / 2;
	return columns >= MARKS_LEAST && rows > 0 && alike * 10 >= rows * 7;
}

/* A list of commitments is read as text, in cells parted by ";" or a tab: its title or its headings say what it is. */
static bool is_promise_list(struct slice s)
{
	for (int i = 0; i < TITLE_ROWS; i++) {
		struct slice line = line_take(&s);
		if (holds(line, SLICE("oezegging")) || holds(line, SLICE("TOEZEGGING")))
			return true;
	}
	return false;
}

enum status format_of(struct slice bytes, enum format *out, struct err *err)
{
	if (!content_of(bytes).n)
		return err_set(err, E_INVALID, "empty file: get it again from its source");
	const struct magic *magic = magic_find(bytes);
	if (magic)
		return err_set(err, E_INVALID, "looks like %s, not read yet by this version: %s",
			       err_text(err, magic->name), err_text(err, magic->remedy));
	if (is_pdf(bytes)) {
		*out = FORMAT_PDF;
		return OK;
	}
	if (is_binary(bytes))
		return err_set(err, E_INVALID, "neither a PDF nor a text, of an unknown format: save it as PDF");
	const char *markup = markup_of(content_of(bytes));
	if (markup)
		return err_set(err, E_INVALID,
			       "looks like %s, not read yet by this version: save it as PDF or plain text", markup);
	struct slice content = content_of(bytes);
	bool list = is_promise_list(content);
	if ((!list && is_table(content, ';')) || is_table(content, ',') || (!list && is_table(content, '\t')))
		return err_set(err, E_INVALID, "looks like %s, not read yet by this version: %s",
			       err_text(err, err_word("a table (CSV)")),
			       err_text(err, err_word("save its papers as PDF")));
	*out = FORMAT_TEXT;
	return OK;
}
