/* paper_speech.c: who begins to speak.
 *
 * "Rita Verdonk (Hart voor Den Haag).", "Wethouder Barker.", "De voorzitter.", and in the Kamer with a colon. Minutes in reported speech
 * have no such mark: there "Wethouder Barker zegt toe dat ..." opens one by its verb.
 */
#include "core/paper_minutes.h"

#include "core/person.h"

enum { NAME_MOST = 80, NAMING_MOST = 3 * NAME_MOST };

static const struct {
	const char *words;
	const char *office;
} executives[] = {
	{"wethouder ", "wethouder"},
	{"weth. ", "wethouder"},
	{"de wethouder", "wethouder"},
	{"minister ", "minister"},
	{"de minister", "minister"},
	{"minister-president ", "minister"},
	{"de minister-president", "minister"},
	{"staatssecretaris ", "staatssecretaris"},
	{"de staatssecretaris", "staatssecretaris"},
	{"burgemeester ", "burgemeester"},
	{"de burgemeester", "burgemeester"},
	{"gedeputeerde ", "gedeputeerde"},
	{"de gedeputeerde", "gedeputeerde"},
	{"commissaris van de koning", "commissaris van de Koning"},
	{"de commissaris van de koning", "commissaris van de Koning"},
	{"dijkgraaf ", "dijkgraaf"},
	{"de dijkgraaf", "dijkgraaf"},
	{"heemraad ", "heemraad"},
	{"de heemraad", "heemraad"},
	{"hoogheemraad ", "hoogheemraad"},
	{"de hoogheemraad", "hoogheemraad"},
};

static size_t word_end(struct slice s, size_t at)
{
	while (at < s.n && s.p[at] != ' ' && s.p[at] != '\n' && !strchr(".:,(", s.p[at]))
		at++;
	return at;
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
		if (!begins_capital(word) && !person_is_prefix(word) && !slice_is(word, "mevrouw"))
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

/* "zegt toe dat", "zal": what an executive says or will do is reported behind it. */
static bool reports_speech(struct slice s)
{
	static const char *const verbs[] = {
		"zegt ",        "antwoordt ", "geeft ",      "licht ",         "meldt ",       "deelt ",    "reageert ",
		"bevestigt ",   "legt ",      "merkt ",      "stelt ",         "verwijst ",    "vindt ",    "vraagt ",
		"wil ",         "dankt ",     "zal ",        "kan ",           "gaat ",        "komt ",     "stuurt ",
		"neemt ",       "verwacht ",  "informeert ", "onderzoekt ",    "benadrukt ",   "beaamt ",   "herhaalt ",
		"concludeert ", "noemt ",     "schetst ",    "onderschrijft ", "beantwoordt ", "is bereid", "ziet ",
		"doet ",        "spreekt ",   "hoopt ",      "denkt ",         "begrijpt ",
	};
	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
		if (slice_begins(s, verbs[i]))
			return true;
	return false;
}

static size_t longest(struct slice text, const char *const *words, size_t n)
{
	size_t found = 0;
	for (size_t i = 0; i < n; i++)
		if (slice_begins(text, words[i]) && strlen(words[i]) > found)
			found = strlen(words[i]);
	return found;
}

/* Bytes of the words for who leads the meeting, or keeps its minutes. */
static size_t chair_size(struct slice text)
{
	static const char *const chairs[] = {"de voorzitter",
					     "voorzitter",
					     "de plaatsvervangend voorzitter",
					     "de plv. voorzitter",
					     "de waarnemend voorzitter",
					     "de griffier",
					     "griffier",
					     "de raadsgriffier",
					     "de statengriffier",
					     "de commissiegriffier",
					     "de plaatsvervangend griffier",
					     "de secretaris-directeur"};
	size_t n = longest(text, chairs, ARRAY_SIZE(chairs));
	return n < text.n && is_word_byte(text.p[n]) ? 0 : n;
}

static size_t office_size(struct slice text, const char **office)
{
	size_t found = 0;
	for (size_t i = 0; i < ARRAY_SIZE(executives); i++) {
		if (!slice_begins(text, executives[i].words))
			continue;
		size_t n = strlen(executives[i].words);
		bool whole = executives[i].words[n - 1] == ' ' || n >= text.n || !is_word_byte(text.p[n]);
		if (n > found && whole) {
			*office = executives[i].office;
			found = n;
		}
	}
	return found;
}

static size_t address_size(struct slice text)
{
	static const char *const addresses[] = {"de heer ", "mevrouw ", "het lid ", "dhr. ", "mw. ", "mevr. "};
	return longest(text, addresses, ARRAY_SIZE(addresses));
}

/* ", bij interruptie", " (PvdD)": bytes of what stands in brackets at `at`; 0 when nothing does. */
static size_t bracket_size(struct slice text, size_t at)
{
	size_t end = at + 2;
	if (at + 1 >= text.n || text.p[at] != ' ' || text.p[at + 1] != '(')
		return 0;
	while (end < text.n && end < at + NAME_MOST && text.p[end] != ')')
		end++;
	return end < text.n && text.p[end] == ')' ? end + 1 - at : 0;
}

/* "van Volkshuisvesting en Ruimtelijke Ordening": bytes of a name and, of one with an office, of its portfolio. */
static size_t names_size(struct slice text, bool office)
{
	static const char *const joins[] = {" en ", ", "};
	size_t size = name_size(text);
	for (bool more = office && size > 0; more;) {
		struct slice rest = slice_from(text, size);
		size_t join = longest(rest, joins, ARRAY_SIZE(joins)), next = name_size(slice_from(rest, join));
		more = join && next && size + join + next < NAME_MOST;
		size += more ? join + next : 0;
	}
	return size;
}

/* How the words at the start of `text` name somebody. */
struct naming {
	const char *office; /* of the executive; NULL */
	size_t title;       /* bytes of the office, the address or the chair */
	size_t size;        /* of all that names them, party included; 0 when nobody is named */
	bool chair;
	bool named;
	bool bracketed;
};

static struct naming naming_read(struct slice text)
{
	struct naming out = {.chair = chair_size(text) > 0};
	out.title = out.chair ? chair_size(text) : office_size(text, &out.office);
	if (out.title == 0)
		out.title = address_size(text);
	/* "Jansen (D66)": without a title only what stands in brackets makes a name one of a speaker. Most paragraphs have neither. */
	if (out.title == 0 && !memchr(text.p, '(', text.n < NAMING_MOST ? text.n : NAMING_MOST))
		return out;
	bool address = out.title && !out.chair && !out.office;
	size_t at = out.title, blank = at && at < text.n && text.p[at] == ' ' ? 1 : 0;
	size_t name = at + blank < text.n ? names_size(slice_from(text, at + blank), out.office) : 0;
	out.named = name > 0;
	at += name ? blank + name : 0;
	at -= !name && at && text.p[at - 1] == ' ';
	size_t bracket = bracket_size(text, at);
	out.bracketed = bracket > 0;
	at += bracket;
	bool somebody = out.title ? out.named || !address : out.named && out.bracketed;
	out.size = somebody ? at : 0;
	return out;
}

/* Bytes of the mark behind the naming that opens a speech: "." or ":" before a blank; 0 when it goes on otherwise. */
static size_t mark_size(struct slice text, const struct naming *naming)
{
	size_t at = naming->size;
	if (at == 0)
		return 0;
	at += bracket_size(text, at); /* "(D66) (bij interruptie):" */
	bool article = !naming->chair || slice_begins(text, "de ");
	if (at >= text.n || !(text.p[at] == ':' || (text.p[at] == '.' && article)))
		return 0;
	return at + 1 >= text.n || text.p[at + 1] == ' ' || text.p[at + 1] == '\n' ? at + 1 : 0;
}

/* "Wethouder Barker (PvdD) zegt toe", "De heer Jansen (SP) is": the sentence reports what was said. */
static bool is_reported(struct slice text, const struct naming *naming)
{
	if (naming->size == 0 || naming->title == 0 || naming->size + 1 >= text.n || text.p[naming->size] != ' ')
		return false;
	struct slice rest = slice_from(text, naming->size + 1);
	return naming->office ? reports_speech(rest) : is_lower(rest.p[0]);
}

/* "VAN DER LINDE" is written "Van der Linde", as others are. */
static const char *plain_name(const struct paper_reader *reader, struct slice name)
{
	char *out = arena_text(reader->arena, name);
	for (size_t i = 0, end; i < name.n; i = end + 1) {
		size_t small = 0;
		for (end = i; end < name.n && is_letter_byte(name.p[end]); end++)
			small += is_lower(name.p[end]);
		bool capitals = small == 0 && end - i > 1;
		for (size_t k = i + 1; capitals && k < end; k++)
			out[k] = (char)(is_upper(out[k]) ? out[k] + 32 : out[k]);
		char first = out[i];
		out[i] = (char)(capitals && is_upper(first) ? first + 32 : first);
		if (i == 0 || !person_is_prefix((struct slice){out + i, end - i}))
			out[i] = first;
	}
	return out;
}

/* "Wethouder Barker (PvdD)" is "wethouder Barker"; NULL when the office stands alone. */
static const char *speaker_of(const struct paper_reader *reader, const char *office, struct slice rest)
{
	rest = slice_trim(rest);
	size_t size = name_size(rest);
	if (size == 0)
		return NULL;
	return arena_printf(reader->arena, "%s %s", office, plain_name(reader, (struct slice){rest.p, size}));
}

/* The member of the executive, or of the council, that the words name. */
static void read_speaker(const struct paper_reader *reader, struct slice text, const struct naming *naming,
			 const struct speech_form *form, struct speech *out)
{
	struct slice words = {text.p, naming->size};
	out->chair = naming->chair;
	out->zone = naming->chair ? ZONE_NONE : naming->office ? ZONE_EXECUTIVE : ZONE_MEMBER;
	out->office = naming->office;
	if (naming->office)
		out->speaker = speaker_of(reader, naming->office, slice_from(words, naming->title));
	if (!naming->chair && !naming->office && *form->mayor && slice_ends(words, form->mayor)) {
		char first = form->mayor[0]; /* "van der Linde" without his initials is "Van der Linde" */
		out->zone = ZONE_EXECUTIVE;
		out->office = "burgemeester";
		out->speaker = arena_printf(reader->arena, "burgemeester %c%s", is_lower(first) ? first - 32 : first,
					    form->mayor + 1);
	}
}

bool paper_speech_opens(const struct paper_reader *reader, struct slice text, const struct speech_form *form,
			struct speech *out)
{
	struct naming naming = naming_read(text);
	*out = (struct speech){.size = mark_size(text, &naming)};
	if (out->size == 0 && !(form->reported && is_reported(text, &naming)))
		return false;
	read_speaker(reader, text, &naming, form, out);
	return true;
}

bool paper_speech_may_open(const struct text *text, size_t line, size_t *place)
{
	const struct line *this = &text->lines.v[line];
	char first = text->raw.p[this->start];
	if (this->furniture || (!is_upper(first) && !is_digit(first) && (unsigned char)first < 0xc3))
		return false;
	size_t at = *place = text_place(text, this->start);
	if (at >= text->body_size || text->body[at] != first ||
	    text_origin(text, (struct span){at, at + 1}).start != this->start)
		return false;
	return at == 0 || text->body[at - 1] == '\n' || this->gap || (at > 1 && strchr(".!?:)", text->body[at - 2]));
}

static struct speakers speakers_count(const struct paper_reader *reader, bool reported)
{
	const struct text *text = &reader->document->text;
	const struct speech_form form = {"", reported};
	struct speakers out = {0};
	for (size_t i = 0; i < text->lines.n; i++) {
		size_t at;
		struct speech speech;
		if (!paper_speech_may_open(text, i, &at))
			continue;
		struct slice words = {text->body + at, text->body_size - at};
		if (!paper_speech_opens(reader, words, &form, &speech))
			continue;
		out.chairs += speech.chair && slice_begins(words, "de "); /* "Voorzitter: de heer Bos" is of the head */
		out.executives += speech.zone == ZONE_EXECUTIVE;
		out.members += speech.zone == ZONE_MEMBER;
	}
	return out;
}

struct speakers paper_speakers(const struct paper_reader *reader, bool reported)
{
	struct speakers_count *marked = reader->speakers;
	if (reported)
		return speakers_count(reader, true);
	if (!marked->known)
		*marked = (struct speakers_count){speakers_count(reader, false), true};
	return marked->speakers;
}

const char *paper_speech_named(const struct paper_reader *reader, struct slice sentence, const char **office)
{
	for (size_t i = 0; i < sentence.n; i++) {
		if (i && is_word_byte(sentence.p[i - 1]))
			continue;
		struct slice rest = slice_from(sentence, i);
		size_t n = office_size(rest, office);
		const char *named = n ? speaker_of(reader, *office, slice_from(rest, n)) : NULL;
		if (named)
			return named;
	}
	return NULL;
}
