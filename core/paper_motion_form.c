/* paper_motion_form.c: whether a paper is a motion or an amendment, and where its head ends.
 *
 * Two things must come together: a caption in the head ("Motie:", "MOTIE", "Motie M12", "Amendement A3: ...") and the form of a paper that
 * is put to a vote: the council or the Kamer speaks, considers, asks, and goes over to the order of the day, or changes the text of a
 * proposal. A letter or report about a motion has the caption as its subject, may quote the form, and speaks in between.
 */
#include "core/paper_motion.h"

enum {
	NAME_WITHIN = 40,   /* lines of the paper in which its caption stands */
	HEAD_LINES = 64,    /* lines of the paper that are taken for its head */
	NAME_MOST = 160,    /* bytes of a caption */
	HEAD_SPAN = 30,     /* lines between caption and text */
	LONG_LINE = 60,     /* bytes; a head has few such lines */
	LONG_LINES = 5,     /* the most of them */
	BIJEEN_WITHIN = 300 /* bytes of the opening in which it says that the council is in meeting */
};

/* How a paper names itself; a longer name stands before a shorter one that it begins with. */
static const struct {
	const char *words;
	enum document_kind kind;
} names[] = {
	{"nader gewijzigde motie", DOC_MOTION},
	{"gewijzigde motie", DOC_MOTION},
	{"aangepaste motie", DOC_MOTION},
	{"herziene motie", DOC_MOTION},
	{"actuele motie", DOC_MOTION},
	{"concept motie", DOC_MOTION},
	{"conceptmotie", DOC_MOTION},
	{"concept-motie", DOC_MOTION},
	{"ontwerpmotie", DOC_MOTION},
	{"raadsmotie", DOC_MOTION},
	{"statenmotie", DOC_MOTION},
	{"spoedmotie", DOC_MOTION},
	{"m o t i e", DOC_MOTION},
	{"motie", DOC_MOTION},
	{"nader gewijzigd amendement", DOC_AMENDMENT},
	{"gewijzigd amendement", DOC_AMENDMENT},
	{"aangepast amendement", DOC_AMENDMENT},
	{"concept amendement", DOC_AMENDMENT},
	{"conceptamendement", DOC_AMENDMENT},
	{"concept-amendement", DOC_AMENDMENT},
	{"subamendement", DOC_AMENDMENT},
	{"sub-amendement", DOC_AMENDMENT},
	{"a m e n d e m e n t", DOC_AMENDMENT},
	{"amendement", DOC_AMENDMENT},
};

/* Fields that may stand in the middle of a line when the layout was lost. */
static const char *const cuts[] = {"Indiener:",         "Indieners:",       "Indiener(s):",
				   "Ingediend door:",   "Stuknummer:",      "RIS-nummer:",
				   "Uitslag stemming:", "Voorgesteld ",     "De raad van de gemeente ",
				   "De Raad van de",    "De gemeenteraad ", "Provinciale Staten",
				   "De raad,",          "De Raad,",         "De Kamer,"};

/* Who speaks in a paper that is put to a vote. */
static const char *const councils[] = {"De raad",        "De gemeenteraad",      "De deelraad",
				       "De eilandsraad", "De leden van de raad", "Provinciale Staten",
				       "De Staten",      "Het algemeen bestuur", "De verenigde vergadering",
				       "De Kamer"};

static const char *const considers[] = {"constaterende", "overwegende",  "van mening", "van oordeel",
					"gehoord",       "gelezen",      "gezien",     "kennisgenomen",
					"gelet op",      "in aanmerking"};

/* How an amendment says what it changes. */
static const char *const changes[] = {"te wijzigen",           "te vervangen",     "wordt vervangen",
				      "vervangen door",        "toe te voegen",    "toegevoegd",
				      "te schrappen",          "komt te luiden",   "komt te vervallen",
				      "te laten vervallen",    "als volgt te",     "voorgestelde tekst",
				      "oorspronkelijke tekst", "gewijzigde tekst", "nieuwe tekst",
				      "huidige tekst",         "beslispunt",       "dictumpunt"};

/* The headings under which an amendment that has no opening puts the old text and the new. */
static const char *const texts[] = {"voorgestelde tekst", "oorspronkelijke tekst", "gewijzigde tekst",
				    "nieuwe tekst",       "huidige tekst",         "tekst amendement"};

/* What only a letter or a report has, at the head of a line. */
static const char *const letters[] = {"Geachte ",
				      "Beste ",
				      "Ons kenmerk",
				      "Uw kenmerk",
				      "Contactpersoon",
				      "Behandeld door",
				      "Retouradres",
				      "> Retouradres",
				      "Hoogachtend",
				      "Uw raad",
				      "Met vriendelijke groet",
				      "Met deze brief",
				      "Raadsinformatiebrief"};

/* What is said about a motion, and never between its caption and its text. */
static const char *const talk[] = {"luidt",  "uw raad", "hierbij",       "deze brief",   "informeren wij",
				   "luidde", "wij u",   "heeft de raad", "door de raad", "het college heeft"};

/* What is said of an amendment by others. */
static const char *const judged[] = {"advies", "ontraad", "reactie", "afdoening", "stand van zaken"};

static bool begins_any(struct slice s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_begins(s, words[i]))
			return true;
	return false;
}

static size_t count_held(struct slice s, const char *const *words, size_t n)
{
	size_t held = 0;
	for (size_t i = 0; i < n; i++)
		held += slice_holds(s, words[i]);
	return held;
}

/* ---- the head ---- */

static size_t find_cut(struct slice line)
{
	for (size_t i = 1; i < line.n; i++) {
		if (!is_upper(line.p[i]) || line.p[i - 1] != ' ') /* all begin with a capital */
			continue;
		for (size_t k = 0; k < ARRAY_SIZE(cuts); k++) {
			if (line.p[i] != cuts[k][0])
				continue;
			size_t n = strlen(cuts[k]);
			if (line.n - i >= n && memcmp(line.p + i, cuts[k], n) == 0)
				return i;
		}
	}
	return line.n;
}

/* Which line of the head the line NAME_WITHIN of the paper is. */
static size_t split_head(const struct paper_reader *reader, struct motion_head *head)
{
	const struct lines *lines = &reader->document->text.lines;
	size_t within = 0;
	for (size_t i = 0; i < lines->n && i < HEAD_LINES; i++) {
		struct slice line = paper_line(reader, i);
		bool gap = lines->v[i].gap;
		while (line.n && head->n < MOTION_HEAD_MOST) {
			size_t n = find_cut(line);
			head->v[head->n++] = (struct motion_line){slice_trim((struct slice){line.p, n}), gap};
			line = (struct slice){line.p + n, line.n - n};
			gap = false;
		}
		if (i < NAME_WITHIN)
			within = head->n;
	}
	return within;
}

bool motion_field(struct slice line, const char *label, struct slice *value)
{
	if (!slice_begins(line, label)) /* most lines */
		return false;
	size_t n = strlen(label);
	if (line.n > n && !strchr(": (", line.p[n]))
		return false;
	*value = (struct slice){line.p + n, line.n - n};
	if (slice_begins(*value, "(s)"))
		*value = (struct slice){value->p + 3, value->n - 3};
	if (value->n && value->p[0] == ':')
		*value = (struct slice){value->p + 1, value->n - 1};
	*value = slice_trim(*value);
	return true;
}

bool motion_is_field(struct slice line)
{
	static const char *const labels[] = {"onderwerp",
					     "titel",
					     "betreft",
					     "indiener",
					     "indieners",
					     "ingediend",
					     "fractie",
					     "fracties",
					     "datum",
					     "publicatiedatum",
					     "afdeling",
					     "jaar",
					     "agendapunt",
					     "nummer",
					     "motienummer",
					     "raadsvoorstel",
					     "stuknummer",
					     "ris-nummer",
					     "uitslag",
					     "status",
					     "stemming",
					     "ingekomen",
					     "raadsvergadering",
					     "vergadering",
					     "portefeuille",
					     "besluit",
					     "aan de gemeenteraad",
					     "aan de raad",
					     "aan de voorzitter",
					     "behoort bij",
					     "zaaknummer"};
	struct slice value;
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
		if (motion_field(line, labels[i], &value))
			return true;
	return false;
}

/* The bytes of the name with which the line begins, with a capital; 0 when it begins with none. */
static size_t name_size(struct slice line, enum document_kind *kind)
{
	if (line.n == 0 || line.n > NAME_MOST || line.p[0] < 'A' || line.p[0] > 'Z')
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		if (!slice_begins(line, names[i].words))
			continue;
		size_t n = strlen(names[i].words);
		if (line.n == n || strchr(" :.", line.p[n])) {
			*kind = names[i].kind;
			return n;
		}
	}
	return 0;
}

/* "Motie:", "Motie vreemd aan de orde van de dag", "MOTIE VAN HET LID ...": no subject of a letter looks like it. */
static bool is_plain_name(struct slice rest)
{
	return slice_begins(rest, ":") || slice_begins(rest, " vreemd") || slice_begins(rest, " van ");
}

/* Finds the caption: the first that is plain, else the first at all. */
static bool find_name(struct motion_head *head, size_t within, bool *plain)
{
	bool found = false;
	*plain = false;
	for (size_t i = 0; i < within && !*plain; i++) {
		enum document_kind kind;
		struct slice line = head->v[i].text;
		size_t n = name_size(line, &kind);
		struct slice rest = {line.p + n, line.n - n};
		if (n == 0 || (found && !is_plain_name(rest)))
			continue;
		*plain = is_plain_name(rest);
		found = true;
		head->name = i;
		head->kind = kind;
		head->rest = rest;
	}
	return found;
}

/* ---- the form ---- */

static size_t sentence_end(struct slice s)
{
	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '.' && (unsigned char)s.p[i + 1] <= ' ')
			return i;
	return s.n;
}

/* Whether the text begins on line `i`: "De raad van de gemeente X, in vergadering bijeen op ...", "De Raad," with what it heard or
 * considers behind it. "De raad heeft gevraagd" begins no motion. */
static bool is_opening(const struct motion_head *head, size_t i)
{
	struct slice line = head->v[i].text;
	if (slice_begins(line, "ondergetekende") || slice_begins(line, "de ondergetekende"))
		return slice_holds(line, "voor te stellen") || slice_holds(line, "stelt") ||
		       slice_holds(line, "stellen") || slice_holds(line, "dien");
	if (!begins_any(line, councils, ARRAY_SIZE(councils)))
		return false;
	for (size_t k = i; k < head->n && k < i + 4; k++) {
		struct slice text = {line.p, (size_t)(head->v[k].text.p + head->v[k].text.n - line.p)};
		text.n = sentence_end(text);
		if (text.n <= BIJEEN_WITHIN && slice_holds(text, "bijeen"))
			return true;
	}
	const char *comma = memchr(line.p, ',', line.n);
	struct slice behind =
		slice_trim(comma ? (struct slice){comma + 1, (size_t)(line.p + line.n - comma - 1)} : SLICE(""));
	if (behind.n == 0 && i + 1 < head->n)
		behind = head->v[i + 1].text;
	return begins_any(behind, considers, ARRAY_SIZE(considers)) || motion_verb(behind) != NULL;
}

static void find_opening(struct motion_head *head)
{
	for (head->opening = head->name; head->opening < head->n; head->opening++)
		if (is_opening(head, head->opening))
			return;
}

static bool is_letter_to_council(const struct paper_reader *reader)
{
	for (size_t i = 0; i < reader->document->text.lines.n; i++)
		if (begins_any(paper_line(reader, i), letters, ARRAY_SIZE(letters)) &&
		    paper_line(reader, i).p[0] <= 'Z')
			return true;
	return false;
}

/* Whether somebody speaks about the motion between its caption and its text. */
static bool has_talk(const struct motion_head *head)
{
	size_t lengthy = 0;
	for (size_t i = head->name; i < head->opening; i++) {
		lengthy += head->v[i].text.n > LONG_LINE;
		if (count_held(head->v[i].text, talk, ARRAY_SIZE(talk)))
			return true;
	}
	return lengthy > LONG_LINES || head->opening - head->name > HEAD_SPAN;
}

/* What the paragraphs do. */
struct form {
	size_t asks, considers, formulas, changes, texts, judged;
};

static struct form read_form(const struct paper_reader *reader)
{
	struct form form = {0};
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		form.asks += motion_verb(paragraph) != NULL;
		form.considers += begins_any(paragraph, considers, ARRAY_SIZE(considers));
		form.formulas += slice_holds(paragraph, "over tot de orde");
		form.changes += count_held(paragraph, changes, ARRAY_SIZE(changes));
		form.texts += begins_any(paragraph, texts, ARRAY_SIZE(texts));
		form.judged += count_held(paragraph, judged, ARRAY_SIZE(judged));
	}
	return form;
}

/* Where the caption could as well be the subject of a letter, the whole form must be there; a paper with several motions is none. */
static bool has_form(const struct paper_reader *reader, const struct motion_head *head)
{
	bool opened = head->opening < head->n;
	if (is_letter_to_council(reader) || (opened ? has_talk(head) : head->kind == DOC_MOTION))
		return false;
	struct form form = read_form(reader);
	if (form.formulas > 1)
		return false;
	if (head->kind == DOC_AMENDMENT)
		return opened ? form.changes > 0 : form.texts && form.changes > 1 && !form.judged;
	return form.asks && (form.considers || form.formulas);
}

/* What only a paper that is put to a vote says. */
static bool has_opening(const struct paper_reader *reader, const struct motion_head *head)
{
	static const char *const openings[] = {
		"De raad van de gemeente", "De gemeenteraad van", "De Kamer,", "Provinciale Staten",
		"Ondergetekende",          "De ondergetekende",   "De raad,"};
	for (size_t i = head->name; i < head->n; i++)
		if (begins_any(head->v[i].text, openings, ARRAY_SIZE(openings)))
			return true;
	for (size_t i = 0; i < reader->document->text.lines.n; i++)
		if (begins_any(paper_line(reader, i), openings, ARRAY_SIZE(openings)))
			return true;
	return false;
}

/* By who speaks; where nobody says it, by the caption, unless the paper shows that it is of a council. */
static bool is_of_chamber(const struct paper_reader *reader, const struct motion_head *head)
{
	struct slice opening = head->opening < head->n ? head->v[head->opening].text : SLICE("");
	if (slice_begins(opening, "De Kamer"))
		return true;
	const char *body = reader->document->body;
	if (begins_any(opening, councils, ARRAY_SIZE(councils)) || (body && strcmp(body, "nl/tweede-kamer") != 0))
		return false;
	return slice_begins(head->rest, " van het lid ") || slice_begins(head->rest, " van de leden ");
}

bool motion_head_find(const struct paper_reader *reader, struct motion_head *out)
{
	bool plain;
	*out = (struct motion_head){.movers = SIZE_MAX};
	if (!find_name(out, split_head(reader, out), &plain))
		return false;
	find_opening(out);
	out->chamber = is_of_chamber(reader, out);
	bool subject = paper_find_line(reader, 0, NAME_WITHIN, "onderwerp", NULL);
	return (plain && !subject && has_opening(reader, out)) || has_form(reader, out);
}
