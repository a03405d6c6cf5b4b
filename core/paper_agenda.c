/* paper_agenda.c: the point of the agenda that minutes have come to.
 *
 * "Aan de orde is:" with number and title below it, "Agendapunt 8: ...", "8. ..." as a heading, and in the Kamer "Aan de orde is het
 * debat over ..."; a committee debate is about one subject, which its head names. A sentence of a speech that begins a line with such
 * words is none: a heading is short, and behind it somebody begins to speak or a blank line stands.
 */
#include "core/paper_minutes.h"

enum { TITLE_LINES = 4, TITLE_MOST = 300, HEADING_MOST = 160, TITLE_LEAST = 4, HEAD_LINES = 20 };

/* Bytes of "8", "8.1", "8a", "H", "F.2" at the start of `s`, a full stop behind it left out; 0 for none. */
static size_t number_size(struct slice s)
{
	size_t i = 0;
	bool letter = s.n && is_upper(s.p[0]);
	i += letter;
	while (i < s.n && i < 4 && is_digit(s.p[i]) && !letter)
		i++;
	if (i == 0)
		return 0;
	while (i + 1 < s.n && s.p[i] == '.' && is_digit(s.p[i + 1]))
		for (i++; i < s.n && i < 8 && is_digit(s.p[i]);)
			i++;
	i += i < s.n && is_lower(s.p[i]) && !letter;
	return i == s.n || strchr(".:) -", s.p[i]) ? i : 0;
}

static struct slice without_marks(struct slice s)
{
	s = slice_trim(s);
	while (s.n && strchr(".:)-", s.p[0]))
		s = slice_trim(slice_from(s, 1));
	if (s.n >= 3 && memcmp(s.p, "–", 3) == 0)
		s = slice_trim(slice_from(s, 3));
	while (s.n && strchr(".;:", s.p[s.n - 1]))
		s.n--;
	return s;
}

static bool opens_speech(const struct paper_reader *reader, size_t line)
{
	const struct text *text = &reader->document->text;
	if (line >= text->lines.n)
		return true;
	size_t at = text_place(text, text->lines.v[line].start);
	static const struct speech_form form = {"", false};
	struct speech speech;
	return paper_speech_opens(reader, (struct slice){text->body + at, text->body_size - at}, &form, &speech);
}

static bool is_finished(const struct paper_reader *reader, size_t line)
{
	const struct lines *lines = &reader->document->text.lines;
	return line + 1 >= lines->n || lines->v[line + 1].gap || opens_speech(reader, line + 1);
}

/* A title from line `i` on, `first` being what of that line belongs to it: up to a full stop, or to where somebody speaks. */
static const char *title_from(const struct paper_reader *reader, size_t i, struct slice first)
{
	struct buf title;
	buf_init(&title);
	text_join(&title, first);
	for (size_t k = i + 1; k < i + TITLE_LINES && k < reader->document->text.lines.n; k++) {
		struct slice line = paper_line(reader, k);
		if (title.n && (strchr(".:;", title.p[title.n - 1]) || reader->document->text.lines.v[k].gap))
			break;
		if (opens_speech(reader, k) || slice_begins(line, "de beraadslaging wordt") ||
		    title.n + line.n > TITLE_MOST)
			break;
		text_join(&title, line);
	}
	struct slice words = without_marks((struct slice){title.p, title.n});
	const char *out = words.n >= TITLE_LEAST ? arena_text(reader->arena, words) : NULL;
	buf_release(&title);
	return out;
}

/* Number and title that stand in lines of their own from `i` on. */
static bool read_point(const struct paper_reader *reader, size_t i, struct slice line, struct agenda *out)
{
	size_t n = number_size(line);
	*out = (struct agenda){NULL, NULL};
	if (n) {
		out->number = arena_text(reader->arena, (struct slice){line.p, n});
		line = without_marks(slice_from(line, n));
	}
	if (line.n == 0 && n) /* the number stands alone, its title below */
		line = paper_line(reader, ++i);
	if (line.n && !opens_speech(reader, i))
		out->title = title_from(reader, i, line);
	return out->number || out->title;
}

/* "Aan de orde is het debat over ...": the title in the same sentence. */
static bool read_order(const struct paper_reader *reader, size_t i, struct agenda *out)
{
	static const char *const leads[] = {"aan de orde is", "aan de orde zijn", "aan de orde komt"};
	static const char *const handled[] = {" de behandeling van", " de voortzetting van de behandeling van"};
	struct slice line = paper_line(reader, i);
	size_t n = 0;
	for (size_t k = 0; k < ARRAY_SIZE(leads) && n == 0; k++)
		n = slice_begins(line, leads[k]) ? strlen(leads[k]) : 0;
	if (n == 0)
		return false;
	struct slice rest = slice_from(line, n);
	for (size_t k = 0; k < ARRAY_SIZE(handled); k++)
		if (slice_begins(rest, handled[k]))
			rest = slice_from(rest, strlen(handled[k]));
	rest = without_marks(rest);
	if (rest.n == 0)
		return read_point(reader, i + 1, paper_line(reader, i + 1), out);
	if (line.n > HEADING_MOST || !is_finished(reader, i))
		return false;
	*out = (struct agenda){NULL, title_from(reader, i, rest)};
	return out->title != NULL;
}

/* "Agendapunt 8: Havenplan", "8. Havenplan". */
static bool read_heading(const struct paper_reader *reader, size_t i, struct agenda *out)
{
	struct slice line = paper_line(reader, i);
	bool announced = slice_begins(line, "agendapunt ");
	if (announced)
		line = slice_trim(slice_from(line, strlen("agendapunt ")));
	size_t n = number_size(line);
	if (n == 0 || line.n > HEADING_MOST)
		return false;
	bool marked = n == line.n || strchr(".:)-", line.p[n]);
	struct slice title = without_marks(slice_from(line, n));
	bool capital = title.n && (is_upper(title.p[0]) || (unsigned char)title.p[0] >= 0x80);
	if (announced)
		return (marked || capital) && read_point(reader, i, line, out);
	bool heading = marked && capital && title.n >= TITLE_LEAST && !strchr(".;?!:,", line.p[line.n - 1]);
	return heading && reader->document->text.lines.v[i].gap && is_finished(reader, i) &&
	       read_point(reader, i, line, out);
}

void paper_agenda_part(const struct paper_reader *reader, struct slice s, struct agenda *out)
{
	size_t n = number_size(s);
	struct slice title = without_marks(slice_from(s, n));
	*out = (struct agenda){NULL, NULL};
	if (n)
		out->number = arena_text(reader->arena, (struct slice){s.p, n});
	if (title.n)
		out->title = arena_text(reader->arena, title);
}

bool paper_agenda_opens(const struct paper_reader *reader, size_t i, struct agenda *out)
{
	return read_order(reader, i, out) || read_heading(reader, i, out);
}

bool paper_agenda_of_head(const struct paper_reader *reader, struct agenda *out)
{
	for (size_t i = 0; i < reader->paragraph_count && i < HEAD_LINES; i++) {
		struct slice words = paper_paragraph(reader, i);
		size_t held = slice_find(words, "overleg gevoerd");
		struct slice rest = held < words.n ? slice_from(words, held) : SLICE("");
		size_t over = slice_find(rest, ", over "); /* behind whom they met with */
		size_t at = over < rest.n ? over + strlen(", over ") : slice_find(rest, " over ") + strlen(" over ");
		struct slice title = at < rest.n ? without_marks(slice_from(rest, at)) : SLICE("");
		if (title.n < TITLE_LEAST || title.n > TITLE_MOST)
			continue;
		*out = (struct agenda){NULL, arena_text(reader->arena, title)};
		return true;
	}
	return false;
}
