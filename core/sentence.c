/* sentence.c: one pass over the body; a stop ends a sentence unless what stands around it says otherwise.
 *
 * The body has a newline where a paragraph, heading, bullet or field ends, and a sentence never crosses it. Within a
 * line a full stop is the only doubtful sign: it also closes abbreviations, initials, numbers and addresses. Two things a
 * reader of PDF meets are mended here: a footnote's digits between stop and blank ("advocatuur.3 In"), and a blank that
 * was lost after the stop ("gedaan.Daarna").
 */
#include "core/sentence.h"

/* Lower case, without the last stop: those after which a name or a number goes on. Others ("jl", "mln", "enz") end a
 * sentence when a capital follows. */
static const char *const abbreviations[] = {
	"aant", "afd",  "afl",  "alg", "apr",  "art",  "artt", "aug",  "bijl", "bijv", "blz", "ca",  "cf",   "cq",
	"dd",   "dec",  "dhr",  "dr",  "drs",  "excl", "feb",  "febr", "fam",  "fig",  "gem", "hr",  "incl", "ing",
	"ir",   "jan",  "jhr",  "jr",  "kst",  "mej",  "mevr", "mgr",  "mr",   "mw",   "nov", "nr",  "nrs",  "okt",
	"pag",  "prof", "resp", "sep", "sept", "sr",   "st",   "tel",  "vgl",  "vnl",  "vlg", "wnd", "zgn",  "zogen"};

/* Letters with stops between them that often come last: "e.d.", "z.s.m.". */
static const char *const may_end[] = {"a.u.b", "b.v", "c.s", "e.a", "e.d", "e.v", "m.i", "n.v", "o.i", "v.v", "z.s.m"};

enum { ABBREVIATION_MAX = 8 };

/* The word that ends right before `stop`, in lower case; false when it is too long to be an abbreviation. */
static bool word_before(const char *p, size_t start, size_t stop, char out[ABBREVIATION_MAX + 1])
{
	size_t from = stop;
	while (from > start && (is_letter_byte(p[from - 1]) || p[from - 1] == '.' || p[from - 1] == '/'))
		if (stop - --from > ABBREVIATION_MAX)
			return false;
	for (size_t i = from; i < stop; i++)
		out[i - from] = is_upper(p[i]) ? (char)(p[i] + 32) : p[i];
	out[stop - from] = '\0';
	return stop > from;
}

/* "Delen wij deze met u. De Unie": a small letter alone is a word before a capital, unless it marks an item: "a. De raad; b. Het". */
static bool is_small_word(const char *p, size_t start, size_t stop, size_t end)
{
	size_t before = stop - 1;
	if (!is_lower(p[before]) || end - stop < 3 || !is_upper(p[stop + 2]) || before == start || p[before - 1] != ' ')
		return false;
	while (before > start && p[before - 1] == ' ')
		before--;
	return before > start && (is_letter_byte(p[before - 1]) || is_digit(p[before - 1]));
}

static bool is_abbreviation(const char *p, size_t start, size_t stop, size_t end)
{
	char word[ABBREVIATION_MAX + 1];
	if (!word_before(p, start, stop, word))
		return false;
	size_t n = strlen(word);
	for (size_t i = 0; i < ARRAY_SIZE(may_end); i++)
		if (word[0] == may_end[i][0] && strcmp(word, may_end[i]) == 0)
			return false;
	if (n == 1)
		return !is_small_word(p, start, stop, end);
	if (n >= 3 && word[n - 2] == '.') /* letters with stops between them */
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(abbreviations); i++)
		if (word[0] == abbreviations[i][0] && strcmp(word, abbreviations[i]) == 0)
			return true;
	return false;
}

/* Steps over what may stand between the last stop and the blank: brackets, quotation marks, a footnote's digits. */
static size_t closing_end(const char *p, size_t at, size_t end)
{
	for (bool more = true; more && at < end;) {
		more = false;
		if (p[at] == ')' || p[at] == ']' || p[at] == '"' || p[at] == '\'' || p[at] == '*')
			at++, more = true;
		else if (end - at >= 3 &&
			 (memcmp(p + at, "\xE2\x80\x9D", 3) == 0 || memcmp(p + at, "\xE2\x80\x99", 3) == 0))
			at += 3, more = true;
		else if (end - at >= 2 && memcmp(p + at, "\xC2\xBB", 2) == 0)
			at += 2, more = true;
	}
	return at;
}

static size_t digits_end(const char *p, size_t at, size_t end)
{
	while (at < end && is_digit(p[at]))
		at++;
	return at;
}

/* Whether what follows a stop can begin a sentence: not a small letter, not a sign that goes on. */
static bool can_begin(const char *p, size_t at, size_t end)
{
	while (at < end && p[at] == ' ')
		at++;
	return at == end || !(is_lower(p[at]) || p[at] == ',' || p[at] == ';' || p[at] == ')');
}

/* "gedaan.Daarna": small letters, a stop, a capital and a small letter; not in an address. */
static bool is_glued(const char *p, size_t start, size_t stop, size_t end)
{
	if (stop < start + 2 || end - stop < 3 || !is_lower(p[stop - 1]) || !is_lower(p[stop - 2]) ||
	    !is_upper(p[stop + 1]) || !is_lower(p[stop + 2]))
		return false;
	for (size_t i = stop; i > start && p[i - 1] != ' '; i--)
		if (p[i - 1] == '@' || p[i - 1] == '/' || p[i - 1] == '.' || stop - i > 40)
			return false;
	return true;
}

/* When body[stop] ends the sentence that began at `start`: one past its last byte. Otherwise 0. */
static size_t sentence_end(const char *p, size_t start, size_t stop, size_t end)
{
	if (p[stop] != '.' && p[stop] != '?' && p[stop] != '!')
		return 0;
	if (p[stop] == '.' && is_glued(p, start, stop, end))
		return stop + 1;
	size_t after = closing_end(p, stop + 1, end);
	if (p[stop] == '.' && stop > start && is_letter_byte(p[stop - 1])) {
		size_t digits = digits_end(p, after, end);
		if (digits - after <= 3 && (digits == end || p[digits] == ' '))
			after = digits;
	}
	if (after < end && p[after] != ' ')
		return 0;
	if (p[stop] == '.' && after == stop + 1 && after < end && is_abbreviation(p, start, stop, end))
		return 0;
	return can_begin(p, after, end) ? after : 0;
}

/* The length of a bullet or number that opens a line, with the blank behind it; 0 when there is none. */
static size_t bullet_size(const char *p, size_t n)
{
	static const char *const marks[] = {"- ",
					    "* ",
					    "\xE2\x80\xA2 ",
					    "\xE2\x80\x93 ",
					    "\xE2\x88\x92 ",
					    "\xE2\x96\xAA ",
					    "\xE2\x97\x8F ",
					    "\xE2\x97\x8B ",
					    "\xC2\xB7 ",
					    "\xEF\x82\xB7 ",
					    "o ",
					    "\xE2\x80\x94 "};
	bool sign = n && (p[0] == '-' || p[0] == '*' || p[0] == 'o' || (unsigned char)p[0] >= 0x80);
	for (size_t i = 0; sign && i < ARRAY_SIZE(marks); i++)
		if (n > strlen(marks[i]) && memcmp(p, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	size_t digits = digits_end(p, 0, n < 3 ? n : 3);
	size_t mark = digits ? digits : n && is_lower(p[0]) ? 1 : 0;
	if (mark && n > mark + 2 && (p[mark] == '.' || p[mark] == ')') && p[mark + 1] == ' ')
		return mark + 2;
	return 0;
}

static bool is_question(const char *p, size_t start, size_t end)
{
	while (end > start && (p[end - 1] == '"' || p[end - 1] == '\'' || p[end - 1] == ')' || is_digit(p[end - 1]) ||
			       (unsigned char)p[end - 1] >= 0x80))
		end--;
	return end > start && p[end - 1] == '?';
}

static void sentence_add(const char *p, struct span span, bool bullet, struct arena *arena, struct sentences *out)
{
	while (span.start < span.end && p[span.start] == ' ')
		span.start++;
	while (span.end > span.start && p[span.end - 1] == ' ')
		span.end--;
	if (span.start == span.end)
		return;
	struct sentence *s = list_push(arena, out);
	*s = (struct sentence){.body = span, .question = is_question(p, span.start, span.end), .bullet = bullet};
}

/* One line of the body, without its newline. */
static void sentence_line(const char *p, struct span line, struct arena *arena, struct sentences *out)
{
	while (line.start < line.end && p[line.start] == ' ')
		line.start++;
	size_t mark = bullet_size(p + line.start, line.end - line.start);
	size_t start = line.start + mark;
	for (size_t i = start; i < line.end; i++) {
		if ((unsigned char)p[i] > '?') /* the last of the stops: most bytes */
			continue;
		size_t end = sentence_end(p, start, i, line.end);
		if (!end)
			continue;
		sentence_add(p, (struct span){start, end}, mark != 0, arena, out);
		start = end;
		i = end - 1;
	}
	sentence_add(p, (struct span){start, line.end}, mark != 0, arena, out);
}

void sentence_list(const struct text *text, struct span within, struct arena *arena, struct sentences *out)
{
	const char *p = text->body;
	for (size_t at = within.start; at < within.end;) {
		const char *newline = memchr(p + at, '\n', within.end - at);
		size_t end = newline ? (size_t)(newline - p) : within.end;
		sentence_line(p, (struct span){at, end}, arena, out);
		at = end + 1;
	}
}
