/* paper_speech.c: who begins to speak.
 *
 * "Rita Verdonk (Hart voor Den Haag).", "Wethouder Barker.", "De voorzitter.", and in the Kamer with a colon. Minutes in reported speech
 * have no such mark: there "Wethouder Barker zegt toe dat ..." opens one by its verb.
 */
#include "core/paper_minutes.h"

enum { SPEAKER_MOST = 80, NAME_MOST = 60 };

static const struct {
	const char *words;
	const char *office;
} executives[] = {{"wethouder ", "wethouder"},
		  {"de wethouder", "wethouder"},
		  {"minister ", "minister"},
		  {"minister-president ", "minister"},
		  {"staatssecretaris ", "staatssecretaris"},
		  {"burgemeester ", "burgemeester"},
		  {"de burgemeester", "burgemeester"},
		  {"gedeputeerde ", "gedeputeerde"},
		  {"de gedeputeerde", "gedeputeerde"}};

static size_t word_end(struct slice s, size_t at)
{
	while (at < s.n && s.p[at] != ' ' && s.p[at] != '\n' && !strchr(".:,(", s.p[at]))
		at++;
	return at;
}

/* "van", "der", "'t": within a surname. */
static bool is_particle(struct slice word)
{
	static const char *const particles[] = {"van", "de", "der", "den", "het", "ten", "ter", "te",     "el",
						"al",  "in", "la",  "le",  "di",  "'t",  "’t",  "mevrouw"};
	for (size_t i = 0; i < ARRAY_SIZE(particles); i++)
		if (slice_is(word, particles[i]))
			return true;
	return false;
}

static bool begins_capital(struct slice word)
{
	return word.n && (is_upper(word.p[0]) || (unsigned char)word.p[0] >= 0xc3);
}

/* Bytes of the name at the start of `s`: words with capitals, and the particles before them; 0 when there is none. */
static size_t name_size(struct slice s)
{
	size_t size = 0;
	for (size_t at = 0; at < s.n && at < NAME_MOST;) {
		size_t end = word_end(s, at);
		struct slice word = {s.p + at, end - at};
		bool initial = end < s.n && s.p[end] == '.' && word.n == 1 && begins_capital(word);
		if (!begins_capital(word) && !is_particle(word))
			break;
		if (begins_capital(word) && !initial)
			size = end;
		at = end + initial;
		if (at >= s.n || s.p[at] != ' ')
			break;
		at++;
	}
	return size;
}

/* "Wethouder Barker (PvdD)" is "wethouder Barker"; NULL when the office stands alone. */
static const char *speaker_of(const struct paper_reader *reader, struct slice text, size_t office_size)
{
	if (office_size >= text.n)
		return NULL;
	struct slice rest = slice_trim(slice_from(text, office_size));
	size_t size = name_size(rest);
	if (size == 0)
		return NULL;
	return arena_printf(reader->arena, "%c%.*s %.*s", text.p[0] | 0x20,
			    (int)(slice_trim((struct slice){text.p, office_size}).n - 1), text.p + 1, (int)size,
			    rest.p);
}

/* "zegt toe dat", "antwoordt": what is said is reported behind it. */
static bool reports_speech(struct slice s)
{
	static const char *const verbs[] = {"zegt ",      "antwoordt ", "geeft aan", "licht toe", "meldt ", "deelt mee",
					    "reageert ",  "bevestigt ", "legt uit",  "merkt op",  "stelt ", "verwijst ",
					    "geeft als ", "vindt ",     "vraagt ",   "wil ",      "dankt "};
	s = slice_trim(s);
	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
		if (slice_begins(s, verbs[i]))
			return true;
	return false;
}

/* Bytes of the words that name who speaks; 0 when none do. */
static size_t opening_size(struct slice text)
{
	size_t end = 0;
	while (end < text.n && end < SPEAKER_MOST && text.p[end] != ':' && !(text.p[end] == '.' && end > 5))
		end++;
	bool marked = end < SPEAKER_MOST && end < text.n &&
		      (end + 1 >= text.n || text.p[end + 1] == ' ' || text.p[end + 1] == '\n');
	return marked ? end : 0;
}

/* Bytes of "Wethouder Barker (PvdD)" or "De heer Jansen (SP)" before a verb that reports what was said; 0 when none stands there. */
static size_t reported_size(struct slice text, size_t office_size)
{
	if (office_size == 0 || office_size >= text.n)
		return 0;
	size_t at = office_size, name = name_size(slice_from(text, at));
	if (name == 0)
		return 0;
	at += name;
	if (at + 1 < text.n && text.p[at] == ' ' && text.p[at + 1] == '(')
		while (at < text.n && at < SPEAKER_MOST && text.p[at] != ')')
			at++;
	at += at < text.n && text.p[at] == ')';
	return at < text.n && reports_speech(slice_from(text, at)) ? at : 0;
}

static size_t office_size(struct slice text, const char **office)
{
	for (size_t i = 0; i < ARRAY_SIZE(executives); i++)
		if (slice_begins(text, executives[i].words)) {
			*office = executives[i].office;
			return strlen(executives[i].words);
		}
	return 0;
}

static size_t address_size(struct slice text)
{
	static const char *const addresses[] = {"de heer ", "mevrouw ", "het lid "};
	for (size_t i = 0; i < ARRAY_SIZE(addresses); i++)
		if (slice_begins(text, addresses[i]))
			return strlen(addresses[i]);
	return 0;
}

/* "Rita Verdonk (Hart voor Den Haag)": a name, and a party in brackets. */
static bool is_member(struct slice speaker)
{
	const char *open = memchr(speaker.p, '(', speaker.n);
	if (!open || speaker.p[speaker.n - 1] != ')')
		return false;
	struct slice name = {speaker.p, (size_t)(open - speaker.p)};
	bool named = false;
	for (size_t at = 0; at < name.n;) {
		size_t end = word_end(name, at);
		struct slice word = {name.p + at, end - at};
		if (word.n && !begins_capital(word) && !is_particle(word))
			return false;
		named |= begins_capital(word);
		at = end + 1;
	}
	return named;
}

/* Who it is that the words name; false when nobody. */
static bool read_speaker(const struct paper_reader *reader, struct slice speaker, const struct speech_form *form,
			 struct speech *out)
{
	const char *office = NULL;
	size_t title = office_size(speaker, &office), address = address_size(speaker);
	*out = (struct speech){.zone = ZONE_NONE, .chair = slice_begins(speaker, "de voorzitter")};
	if (out->chair)
		return true;
	if (title) {
		out->zone = ZONE_EXECUTIVE;
		out->office = office;
		out->speaker = speaker_of(reader, speaker, title);
		return true;
	}
	if (address && *form->mayor && slice_ends(speaker, form->mayor)) {
		char first = form->mayor[0]; /* "van der Linde" without his initials is "Van der Linde" */
		out->zone = ZONE_EXECUTIVE;
		out->office = "burgemeester";
		out->speaker = arena_printf(reader->arena, "burgemeester %c%s", is_lower(first) ? first - 32 : first,
					    form->mayor + 1);
		return true;
	}
	out->zone = ZONE_MEMBER;
	return address || is_member(speaker);
}

bool paper_speech_opens(const struct paper_reader *reader, struct slice text, const struct speech_form *form,
			struct speech *out)
{
	const char *office = NULL;
	size_t title = office_size(text, &office), size = opening_size(text);
	bool marked = size > 0;
	if (!marked && form->reported)
		size = reported_size(text, title ? title : address_size(text));
	if (size == 0 || !read_speaker(reader, (struct slice){text.p, size}, form, out))
		return false;
	out->size = marked ? size + 1 : 0;
	return true;
}
