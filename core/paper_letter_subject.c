/* paper_letter_subject.c: the subject of a letter: beside its label or below it, without what the letterhead puts around it. */
#include "core/paper_letter.h"

#include "core/furniture.h"

/* The offset behind the label in a line: at its start, or, where a letterhead lost its line ends, as a label among others: "DATUM 12 juni 2025
 * ONDERWERP Kademuren". "Betreft:" is such a label too in what is addressed like a letter. 0 when there is none. */
static size_t subject_in(struct slice line, bool addressed)
{
	static const char *const labels[] = {" ONDERWERP ", " Onderwerp: "};
	static const char word[] = "onderwerp";
	if (slice_begins(line, word) && (line.n == strlen(word) || strchr(" :", line.p[strlen(word)])))
		return strlen(word);
	if (addressed && slice_begins(line, "betreft:"))
		return strlen("betreft");
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
		size_t at = slice_find(line, labels[i]), n = strlen(labels[i]);
		if (at < line.n && memcmp(line.p + at, labels[i], n) == 0)
			return at + n;
	}
	return 0;
}

static size_t subject_label(const struct paper_reader *reader, bool addressed)
{
	size_t n = reader->document->text.lines.n;
	for (size_t i = 0; i < n && i < 80; i++)
		if (subject_in(paper_line(reader, i), addressed))
			return i;
	return n;
}

/* "2511 DP Den Haag": a postal code begins the line. */
static bool has_postal_code(struct slice line)
{
	for (size_t i = 0; i < 7; i++)
		if (i >= line.n || (i < 4 ? !is_digit(line.p[i]) : i == 4 ? line.p[i] != ' ' : !is_upper(line.p[i])))
			return false;
	return line.n == 7 || line.p[7] == ' ';
}

/* Whether an address begins on line `i`: with a capital, and with a postal code below. */
static bool begins_address(const struct paper_reader *reader, size_t i)
{
	enum { ADDRESS_LINES = 4 };
	struct slice line = paper_line(reader, i);
	for (size_t k = i; line.n && is_upper(line.p[0]) && k < i + ADDRESS_LINES; k++)
		if (has_postal_code(paper_line(reader, k)))
			return true;
	return false;
}

/* Whether the letter itself begins on `line`: with its salutation or first words, or, with a capital, after a subject that ends in a
 * quotation. */
static bool begins_letter(struct slice subject, struct slice line)
{
	static const char *const begins[] = {"geachte", "beste ",          "uw raad",
					     "hierbij", "naar aanleiding", "met deze brief"};
	static const char *const ends[] = {"’", "'", "”", "\"", "»"};
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
		if (slice_begins(line, begins[i]))
			return true;
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
		size_t n = strlen(ends[i]);
		if (subject.n > n && memcmp(subject.p + subject.n - n, ends[i], n) == 0)
			return line.n && line.p[0] >= 'A' && line.p[0] <= 'Z';
	}
	return false;
}

/* What a letterhead puts behind the subject on one line. */
static size_t subject_size(struct slice s)
{
	static const char *const labels[] = {" Portefeuillehouder", " Contactpersoon", " Behandeld door",
					     " Ons kenmerk",        " Uw kenmerk",     " Bijlage"};
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
		size_t at = slice_find(s, labels[i]);
		if (at < s.n && memcmp(s.p + at, labels[i], 2) == 0)
			s.n = at;
	}
	return s.n;
}

/* Whether a quotation begins in `s` that does not end there: the subject goes on in the next line. */
static bool is_open_quoted(struct slice s)
{
	static const char *const opens[] = {" ‘", " “", " „", " «"};
	size_t end;
	for (struct slice rest = s; rest.n; rest = slice_from(rest, end)) {
		if (paper_quoted(rest, &end).n)
			continue;
		for (size_t i = 0; i < ARRAY_SIZE(opens); i++)
			if (slice_holds(rest, opens[i]))
				return true;
		return false;
	}
	return false;
}

/* A subject behind its label, with the lines on which its quotation goes on. */
static void read_subject_beside(const struct paper_reader *reader, size_t label, struct slice rest, struct buf *out,
				struct span *raw)
{
	const struct text *text = &reader->document->text;
	rest.n = subject_size(rest);
	buf_add(out, rest.p, rest.n);
	*raw = paper_raw(reader, rest);
	for (size_t i = label + 1; i < text->lines.n && i < label + 4; i++) {
		struct slice line = paper_line(reader, i);
		if (text->lines.v[i].gap || !is_open_quoted((struct slice){out->p, out->n}))
			return;
		text_join(out, line);
		raw->end = text->lines.v[i].end;
	}
}

/* A subject on the lines below its label, up to a gap. */
static void read_subject_below(const struct paper_reader *reader, size_t label, struct buf *out, struct span *raw)
{
	const struct text *text = &reader->document->text;
	for (size_t i = label + 1; i < text->lines.n && i < label + 8; i++) {
		const struct line *at = &text->lines.v[i];
		struct slice line = text_line(text, at);
		if (out->n &&
		    (at->gap || begins_letter((struct slice){out->p, out->n}, line) || begins_address(reader, i)))
			return;
		if (at->furniture || furniture_is_label(line))
			continue;
		if (out->n == 0)
			raw->start = at->start;
		text_join(out, line);
		raw->end = at->end;
	}
}

void letter_subject_read(const struct paper_reader *reader, bool addressed, struct letter_subject *out)
{
	*out = (struct letter_subject){0};
	size_t label = subject_label(reader, addressed);
	if (label == reader->document->text.lines.n)
		return;
	struct slice line = paper_line(reader, label);
	struct slice rest = slice_trim(slice_from(line, subject_in(line, addressed)));
	while (rest.n && strchr(": ", rest.p[0]))
		rest.p++, rest.n--;
	struct buf subject;
	buf_init(&subject);
	if (rest.n)
		read_subject_beside(reader, label, rest, &subject, &out->raw);
	else
		read_subject_below(reader, label, &subject, &out->raw);
	if (subject.n)
		out->text = arena_text(reader->arena, slice_trim((struct slice){subject.p, subject.n}));
	buf_release(&subject);
}
