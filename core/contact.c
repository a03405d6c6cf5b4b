/* contact.c: addresses by the word around an @, telephone numbers by the shape of a run of digits, persons by what stands beside them.
 *
 * A number is national (0 and eight to ten digits, or a service number), international (+ or 00), the number of a town hall
 * (14 and its area code), or any that follows a word such as "tel.". Days begin with a 0 too and are told apart by their shape.
 * A contact person is a name behind a label ("Behandeld door: mw. J. Jansen") or before a number or address ("mevrouw Jansen (06-...)"),
 * unless an office stands before it: "wethouder Bakker" is named by function. The file is long since all three are found in one walk over
 * the same words, and each looks at what another has blanked out.
 */
#include "core/contact.h"

#include "core/date.h"
#include "core/person.h"

/* Longer runs are blanked out in pieces; it keeps the whole linear. */
enum { MAX_DIGITS = 32, SPELLED_MOST = 120 };

#define TELEPHONE "[telefoonnummer]"
#define ADDRESS   "[e-mailadres]"
#define PERSON    "[contactpersoon]"

static bool is_blank(char c)
{
	return c == ' ' || c == '\n';
}

static bool slice_has(struct slice s, char c)
{
	return s.n && memchr(s.p, c, s.n);
}

static struct slice next_word(struct slice line, size_t at)
{
	size_t end = at;
	while (end < line.n && !is_blank(line.p[end]))
		end++;
	return (struct slice){line.p + at, end - at};
}

/* Bytes of the marks with which the word opens, or closes: "(", "<", a quotation mark; they stay around what is blanked out. */
static size_t quotation(struct slice s)
{
	return s.n >= 3 && memcmp(s.p, "\xe2\x80", 2) == 0 && s.p[2] >= '\x98' && s.p[2] <= '\x9f' ? 3 : 0;
}

static size_t opening_marks(struct slice word)
{
	size_t n = 0, mark = 1;
	for (; n < word.n && mark; n += mark)
		mark = strchr("(<\"'", word.p[n]) ? 1 : quotation(slice_from(word, n));
	return n;
}

static size_t closing_marks(struct slice word)
{
	size_t n = 0, mark = 1;
	for (; n < word.n && mark; n += mark) {
		size_t end = word.n - n;
		mark = strchr(")>\"',;:.!?", word.p[end - 1]) ? 1 : end >= 3 ? quotation(slice_from(word, end - 3)) : 0;
	}
	return n;
}

/* ---- "k dot smit at voorbeeldstad dot nl" ---- */

static size_t spelled_part(struct slice s)
{
	size_t n = 0;
	while (n < s.n && (is_letter(s.p[n]) || is_digit(s.p[n]) || (s.p[n] && strchr("._-", s.p[n]))))
		n++;
	return n;
}

/* Bytes of the mark that begins `s`; `*at` says whether it is that for an @, `*sure` that nobody writes it otherwise. */
static size_t spelled_mark(struct slice s, bool *at, bool *sure)
{
	static const struct {
		const char *text;
		bool at, sure;
	} marks[] = {{" dot ", false, true}, {" punt ", false, true},  {" at ", true, false}, {" (at) ", true, true},
		     {"(at)", true, true},   {" [at] ", true, true},   {"[at]", true, true},  {" (dot) ", false, true},
		     {"(dot)", false, true}, {" [dot] ", false, true}, {"[dot]", false, true}};
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		if (slice_begins(s, marks[i].text)) {
			*at = marks[i].at;
			*sure = marks[i].sure;
			return strlen(marks[i].text);
		}
	return 0;
}

/* Bytes of an address in words at the start of `s`; 0 when none is there. */
static size_t spelled_address(struct slice s)
{
	bool at = false, sure = false, found = false, dotted = false;
	size_t end = 0;
	s.n = s.n < SPELLED_MOST ? s.n : SPELLED_MOST;
	for (size_t i = 0, n; (n = spelled_part(slice_from(s, i))) > 0;) {
		const char *dot = found ? memchr(s.p + i, '.', n) : NULL;
		dotted |= sure && dot && dot + 1 < s.p + i + n;
		end = i + n;
		bool marked_sure = false;
		size_t mark = spelled_mark(slice_from(s, end), &at, &marked_sure);
		if (!mark || (at && found))
			break;
		dotted |= !at && found;
		sure |= at && marked_sure;
		found |= at;
		i = end + mark;
	}
	while (end && strchr(".-_", s.p[end - 1]))
		end--;
	return found && dotted ? end : 0;
}

/* ---- addresses ---- */

/* Where the address ends that has its @ in `word`, at `i`: the other half may stand behind a blank, where a line was wrapped. */
static size_t address_end(struct slice line, size_t i, struct slice word)
{
	size_t end = i + word.n;
	struct slice next = next_word(line, end + (end < line.n));
	if (word.p[word.n - 1] == '@' && next.n && slice_has(next, '.'))
		return (size_t)(next.p + next.n - line.p);
	return end;
}

/* Each word with an @ goes, and the half of it that a wrapped line parted; the marks around it stay. */
static void redact_addresses(struct slice line, struct buf *out)
{
	size_t before = 0; /* where the word before begins in `out` */
	for (size_t i = 0; i < line.n;) {
		struct slice word = next_word(line, i), next = next_word(line, i + word.n + (i + word.n < line.n));
		size_t start = out->n, end = i + word.n, open = opening_marks(word), close = 0;
		size_t spelled = spelled_address(slice_from(line, i + open));
		if (slice_has(word, '@')) {
			end = address_end(line, i, word);
			if (word.p[open < word.n ? open : 0] == '@' && (slice_has(word, '.') || slice_has(next, '.'))) {
				start = before;
				open = opening_marks((struct slice){out->p + before, out->n - before});
				out->n = before + open;
			} else {
				buf_add(out, word.p, open);
			}
			close = closing_marks((struct slice){line.p + i, end - i});
			buf_add_text(out, ADDRESS);
			buf_add(out, line.p + end - close, close);
		} else if (spelled) {
			buf_add(out, word.p, open);
			buf_add_text(out, ADDRESS);
			end = i + open + spelled;
		} else {
			buf_add(out, word.p, word.n);
		}
		if (end < line.n && is_blank(line.p[end]))
			buf_add(out, line.p + end++, 1);
		before = start;
		i = end;
	}
}

/* ---- telephone numbers ---- */

/* Bytes of the separator at the start of `s`: a blank, one of -./() or a dash; 0 for none. */
static size_t separator(struct slice s)
{
	if (s.n && strchr(" -./()", s.p[0]) && s.p[0])
		return 1;
	bool dash = s.n >= 3 && s.p[0] == '\xe2' && s.p[1] == '\x80' && s.p[2] >= '\x90' && s.p[2] <= '\x95';
	return dash ? 3 : 0;
}

struct run {
	size_t n;     /* bytes up to the last digit */
	size_t group; /* digits before the first separator */
	size_t digits;
};

static int number(struct slice s, size_t at, size_t n)
{
	int value = 0;
	for (size_t i = at; i < at + n; i++)
		value = value * 10 + s.p[i] - '0';
	return value;
}

/* Bytes of a day that exists, written as "2025-01-23" or "23-1-2025", with points or strokes too; 0 for none. */
static size_t day_length(struct slice s)
{
	static const struct {
		const char *shape;
		size_t day, day_size, month, month_size, year;
	} forms[] = {{"dddd-dd-dd", 8, 2, 5, 2, 0},
		     {"dd-dd-dddd", 0, 2, 3, 2, 6},
		     {"d-dd-dddd", 0, 1, 2, 2, 5},
		     {"dd-d-dddd", 0, 2, 3, 1, 5},
		     {"d-d-dddd", 0, 1, 2, 1, 4}};
	for (size_t k = 0; k < ARRAY_SIZE(forms); k++) {
		const char *shape = forms[k].shape;
		size_t n = strlen(shape), i = 0;
		while (i < n && i < s.n && (shape[i] == 'd' ? is_digit(s.p[i]) : s.p[i] && strchr("-./", s.p[i])))
			i++;
		if (i < n || (i < s.n && is_digit(s.p[i])))
			continue;
		if (date_make(number(s, forms[k].year, 4), number(s, forms[k].month, forms[k].month_size),
			      number(s, forms[k].day, forms[k].day_size)) != DATE_NONE)
			return n;
	}
	return 0;
}

/* Digits with at most three separators in a row between them, from the first byte on: a digit, a plus or a bracket. A day ends it. */
static struct run run_of(struct slice s)
{
	struct run run = {0};
	size_t i = s.p[0] == '(' ? 1 : 0;
	i += i < s.n && s.p[i] == '+';
	for (int separators = 0; i < s.n && separators <= 3 && run.digits < MAX_DIGITS;) {
		struct slice rest = {s.p + i, s.n - i};
		size_t n = separator(rest);
		if (separators && day_length(rest))
			break;
		if (is_digit(s.p[i])) {
			run.digits++;
			run.n = ++i;
			run.group += run.group + 1 == run.digits && separators == 0;
			separators = 0;
		} else if (n) {
			i += n;
			separators++;
		} else {
			break;
		}
	}
	return run;
}

static bool is_telephone(struct slice s, struct run run, bool announced)
{
	const char *p = s.p + (s.p[0] == '(');
	if (announced && run.digits >= 5)
		return true;
	if (p[0] == '+' || (run.digits >= 2 && p[0] == '0' && p[1] == '0'))
		return run.digits >= 8;
	if (p[0] == '0')
		return run.digits >= 9 || (run.digits == 8 && run.group == 4 && (p[1] == '8' || p[1] == '9'));
	return run.digits >= 5 && run.digits <= 6 && run.group == 2 && run.n >= 6 && memcmp(p, "14 0", 4) == 0;
}

/* Whether it is one of `n` words, without case. The first letter tells most apart, so it is looked at before the length. */
static bool is_one_of(struct slice word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_begins(word, words[i]) && word.n == strlen(words[i]))
			return true;
	return false;
}

static bool is_announcement(struct slice word)
{
	static const char *const words[] = {"tel",    "telefoon", "telefoonnummer", "telefoonnr", "telephone", "phone",
					    "mobiel", "mobile",   "doorkiesnummer", "gsm",        "fax"};
	return is_one_of(word, words, ARRAY_SIZE(words));
}

/* What the digits that come are, by the words before them. */
enum digits_of {
	DIGITS_OTHER,
	DIGITS_TELEPHONE, /* "tel." */
	DIGITS_REFERENCE, /* "zaak", "kenmerk nr." */
	DIGITS_ACCOUNT    /* "IBAN NL00 BANK": they come in groups */
};

static enum digits_of digits_behind(struct slice word, enum digits_of before)
{
	static const char *const references[] = {"zaak",          "zaaknummer",     "zaaknr",    "kenmerk",
						 "dossier",       "dossiernummer",  "dossiernr", "registratienummer",
						 "registratienr", "documentnummer", "kvk",       "btw"};
	static const char *const numbers[] = {"nummer", "nr", "no"};
	if (is_announcement(word))
		return DIGITS_TELEPHONE;
	if (is_one_of(word, references, ARRAY_SIZE(references)))
		return DIGITS_REFERENCE;
	if (slice_is(word, "IBAN") || slice_is(word, "rekeningnummer"))
		return DIGITS_ACCOUNT;
	bool capitals = word.n == 2 || word.n == 4; /* of a country, of a bank */
	for (size_t i = 0; i < word.n; i++)
		capitals = capitals && is_upper(word.p[i]);
	bool goes_on = is_one_of(word, numbers, ARRAY_SIZE(numbers)) || (before == DIGITS_ACCOUNT && capitals);
	return before != DIGITS_TELEPHONE && goes_on ? before : DIGITS_OTHER;
}

/* Whether a number may begin at `i`: not within a number of letters and digits, nor in the middle of an amount (1.000.000.000). */
static bool is_start(struct slice s, size_t i, bool announced)
{
	bool mark = s.p[i] == '+' || s.p[i] == '(';
	if (!is_digit(s.p[i]) && !mark)
		return false;
	char before = i ? s.p[i - 1] : ' ';
	bool capital = before >= 'A' && before <= 'Z'; /* of the number of a paper: 2024Z01234 */
	if (is_digit(before) || (capital && !mark && !announced))
		return false;
	return !(before == '.' && i > 1 && is_digit(s.p[i - 2]));
}

/* Bytes of the number at the start of `s`, which is a reference: up to the next blank. */
static size_t reference_size(struct slice s)
{
	size_t n = 0;
	while (n < s.n && !is_blank(s.p[n]) && !strchr(",;", s.p[n]))
		n++;
	return n;
}

/* One number, or what else stands at `i`; returns its bytes. */
static size_t redact_at(struct slice line, size_t i, enum digits_of *digits, struct buf *out)
{
	struct slice rest = slice_from(line, i);
	bool announced = *digits == DIGITS_TELEPHONE, start = is_start(line, i, announced);
	size_t n = start ? day_length(rest) : 0;
	struct run run = start && !n ? run_of(rest) : (struct run){0};
	if (*digits >= DIGITS_REFERENCE && is_digit(rest.p[0])) {
		n = reference_size(rest);
		*digits = *digits == DIGITS_ACCOUNT ? *digits : DIGITS_OTHER;
	} else if (run.n && is_telephone(rest, run, announced)) {
		if (rest.p[0] == '(' && !memchr(rest.p, ')', run.n)) /* opens what the number stands in */
			buf_add_text(out, "(");
		buf_add_text(out, TELEPHONE);
		return run.n;
	} else if (!n && is_letter(rest.p[0])) {
		while (n < rest.n && is_letter(rest.p[n]))
			n++;
		*digits = digits_behind((struct slice){rest.p, n}, *digits);
	} else if (*digits == DIGITS_ACCOUNT && strchr(",;", rest.p[0])) {
		*digits = DIGITS_OTHER;
	}
	n = n ? n : 1;
	buf_add(out, rest.p, n);
	return n;
}

static void redact_telephones(struct slice line, struct buf *out)
{
	enum digits_of digits = DIGITS_OTHER;
	for (size_t i = 0; i < line.n;)
		i += redact_at(line, i, &digits, out);
}

/* ---- contact persons ---- */

enum word_class {
	WORD_OTHER,
	WORD_COURTESY, /* "mevrouw" */
	WORD_INITIAL,  /* "J.", "A.B." */
	WORD_NAME,     /* begins with a capital */
	WORD_PARTICLE, /* "van" */
	WORD_LINK,     /* "tel.", between a person and a number */
	WORD_BLANKED   /* a number or an address stood here */
};

struct word {
	struct slice all;  /* with the marks around it */
	struct slice core; /* without */
	enum word_class class;
};

struct words {
	const struct word *v;
	size_t n;
};

static bool is_initial(struct slice word)
{
	if (word.n < 2 || word.n > 12 || word.n % 2)
		return false;
	for (size_t i = 0; i < word.n; i += 2)
		if (!is_upper(word.p[i]) || word.p[i + 1] != '.')
			return false;
	return true;
}

static enum word_class class_of(struct slice word)
{
	static const char *const courtesy[] = {"mevrouw", "mw",     "mw.",  "mevr", "mevr.", "mvr.", "heer", "dhr",
					       "dhr.",    "meneer", "drs.", "mr.",  "ir.",   "ing.", "dr."};
	static const char *const links[] = {"tel",        "tel.",        "telefoon", "telefoonnummer",
					    "telefoonnr", "telefoonnr.", "mobiel",   "e-mail",
					    "email",      "e-mailadres", "mail",     "via",
					    "op",         "of",          "en",       "doorkiesnummer",
					    "bereikbaar", "telefonisch", "is",       "bereiken",
					    "-",          "/",           "per",      "nummer"};
	static const char *const houses[] = {"gemeente", "stichting",  "ministerie", "provincie", "afdeling",
					     "dienst",   "vereniging", "directie",   "team",      "postbus"};
	if (slice_begins(word, TELEPHONE) || slice_begins(word, ADDRESS))
		return WORD_BLANKED;
	if (is_one_of(word, courtesy, ARRAY_SIZE(courtesy)))
		return WORD_COURTESY;
	if (is_one_of(word, links, ARRAY_SIZE(links)))
		return WORD_LINK;
	if (is_initial(word))
		return WORD_INITIAL;
	if (word.n && (is_upper(word.p[0]) || (unsigned char)word.p[0] == 0xc3))
		return is_one_of(word, houses, ARRAY_SIZE(houses)) ? WORD_OTHER : WORD_NAME;
	return person_is_prefix(word) ? WORD_PARTICLE : WORD_OTHER;
}

static struct slice core_of(struct slice word)
{
	while (word.n && strchr("(\"", word.p[0]))
		word = slice_from(word, 1);
	while (word.n && strchr("),;:\"", word.p[word.n - 1]))
		word.n--;
	enum word_class class = class_of(word);
	if (word.n > 1 && word.p[word.n - 1] == '.' && (class == WORD_OTHER || class == WORD_NAME))
		word.n--; /* the end of a sentence is no part of its word */
	return word;
}

static struct words words_of(struct slice text, struct buf *room)
{
	for (size_t i = 0; i < text.n;) {
		struct word word = {.all = next_word(text, i)};
		i += word.all.n + 1;
		if (word.all.n == 0)
			continue;
		word.core = core_of(word.all);
		word.class = class_of(word.core);
		buf_add(room, &word, sizeof word);
	}
	return (struct words){(const struct word *)(const void *)room->p, room->n / sizeof(struct word)};
}

/* Whether a mark behind the word parts it from the next: "Jansen, " but not "J. ". */
static bool is_parted(const struct word *word)
{
	char last = word->all.p[word->all.n - 1];
	return strchr(",;:)", last) || (last == '.' && word->class == WORD_NAME);
}

static bool is_office(const struct word *word)
{
	static const char *const offices[] = {"wethouder",         "burgemeester", "minister", "staatssecretaris",
					      "gedeputeerde",      "raadslid",     "kamerlid", "fractievoorzitter",
					      "statenlid",         "commissielid", "griffier", "voorzitter",
					      "portefeuillehouder"};
	return is_one_of(word->core, offices, ARRAY_SIZE(offices));
}

enum { NAME_WORDS = 7 };

/* The name that ends before word `end`; `*first` gets its first word. */
static bool name_before(const struct words *words, size_t end, size_t *first)
{
	size_t at = end, names = 0;
	bool sure = false;
	while (at > 0 && end - at < NAME_WORDS) {
		const struct word *word = &words->v[at - 1];
		bool part = word->class == WORD_NAME || word->class == WORD_INITIAL || word->class == WORD_COURTESY ||
			    word->class == WORD_PARTICLE;
		if (!part || (at < end && is_parted(word)) || is_office(word))
			break;
		names += word->class == WORD_NAME;
		sure |= word->class == WORD_INITIAL || word->class == WORD_COURTESY;
		at--;
		if (word->class == WORD_COURTESY && !(at > 0 && words->v[at - 1].class == WORD_COURTESY))
			break;
	}
	while (at < end && words->v[at].class == WORD_PARTICLE)
		at++;
	if (at > 0 && at < end && slice_is(words->v[at].core, "heer") && slice_is(words->v[at - 1].core, "de"))
		at--;
	bool public = at > 0 && is_office(&words->v[at - 1]);
	*first = at;
	return at < end && words->v[end - 1].class == WORD_NAME && !public && (sure || names >= 2);
}

/* The name that begins with word `at`; `*end` gets the word behind it. `field`: it stands behind a label and a colon. */
static bool name_after(const struct words *words, size_t at, bool field, size_t *end)
{
	size_t names = 0, i = at;
	bool sure = field;
	if (i < words->n && slice_is(words->v[i].core, "de") && i + 1 < words->n &&
	    slice_is(words->v[i + 1].core, "heer"))
		i++;
	for (; i < words->n && i - at < NAME_WORDS; i++) {
		const struct word *word = &words->v[i];
		bool part = word->class == WORD_NAME || word->class == WORD_INITIAL || word->class == WORD_COURTESY ||
			    (word->class == WORD_PARTICLE && i > at);
		if (!part || is_office(word))
			break;
		names += word->class == WORD_NAME;
		sure |= word->class == WORD_INITIAL || word->class == WORD_COURTESY;
		if (is_parted(word)) {
			i++;
			break;
		}
	}
	*end = i;
	return names > 0 && sure;
}

/* Words of a label that begins with word `at`; 0 when none does. */
static size_t label_size(const struct words *words, size_t at)
{
	enum { LABEL_WORDS = 3 };
	static const char *const labels[][LABEL_WORDS] = {{"contactpersoon"},
							  {"contactpersonen"},
							  {"behandeld", "door"},
							  {"behandelaar"},
							  {"behandelend", "ambtenaar"},
							  {"steller"},
							  {"opgesteld", "door"},
							  {"inlichtingen", "bij"},
							  {"informatie", "bij"},
							  {"inlichtingen", "geeft"},
							  {"inlichtingen"},
							  {"contact", "opnemen", "met"},
							  {"contact", "op", "met"},
							  {"vragen", "aan"},
							  {"doorkiesnummer"},
							  {"contact"}};
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
		size_t n = 0;
		while (n < LABEL_WORDS && labels[i][n] && at + n < words->n &&
		       is_one_of(words->v[at + n].core, &labels[i][n], 1))
			n++;
		if (n == LABEL_WORDS || !labels[i][n])
			return n;
	}
	return 0;
}

/* Work of one who does not act in public: "(projectleider)" behind a name. */
static bool is_work(const struct word *word)
{
	static const char *const works[] = {"ambtenaar",       "beleidsambtenaar", "beleidsmedewerker",
					    "beleidsadviseur", "medewerker",       "projectleider",
					    "projectmanager",  "programmamanager", "projectmedewerker",
					    "projectleidster", "contactpersoon"};
	return is_one_of(word->core, works, ARRAY_SIZE(works));
}

/* Where the name of a contact person stands, from word `at` on; false when none begins there. */
static bool person_at(const struct words *words, size_t at, size_t *first, size_t *end)
{
	size_t label = label_size(words, at);
	if (label) {
		const struct word *last = &words->v[at + label - 1];
		*first = at + label;
		return name_after(words, *first, last->all.p[last->all.n - 1] == ':', end);
	}
	if (at > 0 && words->v[at].all.p[0] == '(' && is_work(&words->v[at])) {
		*end = at;
		return name_before(words, at, first);
	}
	size_t link = at;
	while (link < words->n && words->v[link].class == WORD_LINK)
		link++;
	*end = at;
	return at > 0 && link < words->n && words->v[link].class == WORD_BLANKED && name_before(words, at, first);
}

static void add_between(const char *from, const char *to, struct buf *out)
{
	if (from < to)
		buf_add(out, from, (size_t)(to - from));
}

/* Names are found word by word; what stood behind the one before is written as it is. */
static void redact_persons(struct slice text, struct buf *out)
{
	struct buf room;
	buf_init(&room);
	struct words words = words_of(text, &room);
	const char *written = text.p;
	for (size_t i = 0; i < words.n; i++) {
		size_t first, end;
		if (!person_at(&words, i, &first, &end) || words.v[first].core.p < written)
			continue;
		const struct slice last = words.v[end - 1].core;
		add_between(written, words.v[first].core.p, out);
		buf_add_text(out, PERSON);
		written = last.p + last.n;
	}
	add_between(written, text.p + text.n, out);
	buf_release(&room);
}

/* ---- the whole ---- */

/* What a text may hold. Most hold neither, and a look spares them the rest. */
struct traces {
	bool number; /* or an address */
	bool label;
};

static bool begins_label(struct slice text)
{
	static const char *const begins[] = {"behandel",       "contact",      "doorkiesnummer", "informatie",
					     "inlichtingen",   "opgesteld",    "steller",        "vragen",
					     "ambtenaar",      "projectleid",  "projectmanager", "programmamanager",
					     "beleidsmedewer", "beleidsadvis", "beleidsambt",    "medewerker"};
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
		if (slice_begins(text, begins[i]))
			return true;
	return false;
}

/* A mark of an address in words, with which a word begins. */
static bool begins_spelled(struct slice text)
{
	static const char *const begins[] = {"dot ", "punt ", "at)", "at]"};
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
		if (slice_begins(text, begins[i]))
			return true;
	return false;
}

/* Five digits make a number, when nothing parts them but what `separator` knows: of a character beyond ASCII, any. */
static struct traces traces_of(struct slice text)
{
	enum { LEAST_DIGITS = 5 };
	struct traces traces = {0};
	size_t digits = 0;
	char before = ' ';
	for (size_t i = 0; i < text.n && !(traces.number && traces.label); i++) {
		char c = text.p[i];
		if (is_letter(c)) {
			digits = 0;
			traces.label |= !is_letter(before) && begins_label(slice_from(text, i));
			traces.number |= !is_letter(before) && begins_spelled(slice_from(text, i));
		} else if (is_digit(c)) {
			traces.number |= ++digits == LEAST_DIGITS;
		} else if (c == '@') {
			traces.number = true;
		} else if (is_ascii(c) && !separator((struct slice){&c, 1})) {
			digits = 0;
		}
		before = c;
	}
	return traces;
}

/* A person is found by a label, or by what was blanked out. */
static void redact(struct slice text, struct traces traces, struct buf *out)
{
	struct buf numbers, addresses;
	buf_init(&numbers);
	buf_init(&addresses);
	if (traces.number) {
		redact_telephones(text, &numbers);
		redact_addresses((struct slice){numbers.p, numbers.n}, &addresses);
		text = (struct slice){addresses.p, addresses.n};
	}
	if (traces.label || (traces.number && (slice_holds(text, TELEPHONE) || slice_holds(text, ADDRESS))))
		redact_persons(text, out);
	else
		buf_add(out, text.p, text.n);
	buf_release(&addresses);
	buf_release(&numbers);
}

void contact_redact(struct slice text, struct buf *out)
{
	redact(text, traces_of(text), out);
}

const char *contact_free(const char *text, struct arena *arena)
{
	if (!text)
		return NULL;
	struct slice whole = slice_of(text);
	struct traces traces = traces_of(whole);
	if (!traces.number && !traces.label)
		return text;
	struct buf out;
	buf_init(&out);
	redact(whole, traces, &out);
	bool same = out.n == whole.n && memcmp(out.p, text, out.n) == 0;
	const char *left = same ? text : arena_text(arena, (struct slice){out.p, out.n});
	buf_release(&out);
	return left;
}
