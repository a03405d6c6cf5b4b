/* secrecy.c: a stamp stands on a line of its own, or behind a label; a sentence is believed only when it names the law. */
#include "core/secrecy.h"

enum { HEAD_LINES = 25, WORDS_MOST = 80 };

static const char *const stamps[] = {"geheim", "vertrouwelijk", "confidentieel"};
static const char *const degrees[] = {"strikt ", "streng ", "zeer ", "stg. ", "stg "};
static const char *const labels[] = {"classificatie", "rubricering", "vertrouwelijkheid", "geheimhouding",
				     "status",        "karakter",    "openbaarheid",      "vertrouwelijk"};

static bool is(struct slice s, const char *word)
{
	return s.n == strlen(word) && slice_begins(s, word);
}

/* Without the marks that stand around a stamp. */
static struct slice bare(struct slice s)
{
	s = slice_trim(s);
	while (s.n && strchr("*-_.!()[]\"'", s.p[0]))
		s = slice_trim(slice_from(s, 1));
	while (s.n && strchr("*-_.!()[]\"'", s.p[s.n - 1]))
		s = slice_trim((struct slice){s.p, s.n - 1});
	return s;
}

static bool is_stamp(struct slice s)
{
	s = bare(s);
	for (size_t i = 0; i < ARRAY_SIZE(degrees); i++)
		if (slice_begins(s, degrees[i])) {
			s = slice_trim(slice_from(s, strlen(degrees[i])));
			break;
		}
	for (size_t i = 0; i < ARRAY_SIZE(stamps); i++)
		if (is(s, stamps[i]))
			return true;
	return false;
}

/* "classificatie: strikt geheim", "vertrouwelijk: ja". */
static bool is_labelled(struct slice line)
{
	const char *colon = memchr(line.p, ':', line.n);
	if (!colon)
		return false;
	size_t at = (size_t)(colon - line.p);
	struct slice label = bare((struct slice){line.p, at}), value = bare(slice_from(line, at + 1));
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
		if (is(label, labels[i]))
			return is_stamp(value) || is(value, "ja") || is(value, "opgelegd");
	return false;
}

/* "geheimhouding opgelegd ex artikel 87 gemeentewet", and nothing that takes it back or says it of something else. */
static bool is_imposed(struct slice line)
{
	static const char *const laws[] = {"gemeentewet", "provinciewet", "waterschapswet", "wet open overheid"};
	static const char *const imposed[] = {"opgelegd", "bekrachtigd", "rust geheimhouding", "onder geheimhouding"};
	static const char *const others[] = {"opgeheven",   "opheff",      "op te heffen", "bijlage",  "bijgevoegd",
					     "geen geheim", "niet langer", "vervalt",      "vervallen"};
	return slice_holds(line, "geheimhouding") && slice_holds_any(line, laws, ARRAY_SIZE(laws)) &&
	       slice_holds_any(line, imposed, ARRAY_SIZE(imposed)) &&
	       !slice_holds_any(line, others, ARRAY_SIZE(others));
}

static struct slice cut(struct slice line)
{
	if (line.n <= WORDS_MOST)
		return line;
	line.n = WORDS_MOST;
	while (line.n && ((unsigned char)line.p[line.n] & 0xc0) == 0x80)
		line.n--;
	return slice_trim(line);
}

/* A sentence may go on over one line end; it is told by the line that has the word. */
static bool line_says(const struct text *text, size_t i)
{
	struct slice line = text_line(text, &text->lines.v[i]);
	if (is_stamp(line) || is_labelled(line))
		return true;
	if (!slice_holds(line, "geheimhouding"))
		return false;
	size_t first = i ? text->lines.v[i - 1].start : text->lines.v[i].start;
	size_t end = i + 1 < text->lines.n ? text->lines.v[i + 1].end : text->lines.v[i].end;
	struct slice ahead = {line.p, end - text->lines.v[i].start};
	struct slice before = {text->raw.p + first, text->lines.v[i].end - first};
	return is_imposed(ahead) || is_imposed(before);
}

bool secrecy_said(const struct text *text, struct slice *words)
{
	for (size_t i = 0; i < text->lines.n && i < HEAD_LINES; i++)
		if (line_says(text, i)) {
			*words = cut(text_line(text, &text->lines.v[i]));
			return true;
		}
	return false;
}
