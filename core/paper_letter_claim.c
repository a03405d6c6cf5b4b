/* paper_letter_claim.c: sentences that call an item settled.
 *
 * A claim has a closing word ("afgedaan"), a verb that governs it, and the name of what is settled. "Beschouwen" performs by itself
 * when the executive is its subject; "is afgedaan" only with a word that ties it to this letter ("hiermee"), for else it may tell of
 * the past. A negation, a condition or a future makes it the claim of an item that stays open. In doubt there is no claim.
 */
#include "core/paper_letter.h"

#include "core/sentence.h"

/* A longer sentence is cut; a letter with more claims is none. */
enum { WORDS_MOST = 120, NONE = WORDS_MOST, SENTENCE_MOST = 4000, CLAIMS_MOST = 200 };

struct claim_word {
	struct slice text;
	int clause; /* counts commas, colons, brackets and quotations before it */
};

struct claim_words {
	struct claim_word v[WORDS_MOST];
	size_t n;
};

/* Words, with a blank between them. */
static const char closings[] = "afgedaan afgehandeld";
static const char closings_of_commitment[] = "afgedaan afgehandeld nagekomen";
static const char nouns[] = "motie moties amendement amendementen toezegging toezeggingen";
static const char considers[] = "beschouw beschouwt beschouwen";
static const char passives[] = "is zijn wordt worden";
static const char does[] = "doe doet doen";
static const char negations[] = "niet geen nooit evenmin pas onvoldoende";
static const char futures[] = "zal zullen verwacht verwachten verwachting hoopt hopen streeft streven";
static const char pasts[] = "heb heeft hebben had hadden hebt was waren werd werden";
static const char unreals[] = "zou zouden moet moeten";
static const char proposes[] =
	"stel stelt stellen voorstel voorstellen verzoek verzoekt verzoeken adviseert meen meent menen";
static const char conditions[] = "zodra wanneer nadat indien mits tenzij totdat voordat";
static const char holders[] =
	"college wij we ik gedeputeerde burgemeester wethouder wethouders minister staatssecretaris "
	"kabinet bestuur";
static const char others[] = "raad fractie fracties indiener indieners commissie u raadslid raadsleden bewoners";
static const char markers[] = "hiermee hiermede daarmee daarmede waarmee hierbij hierdoor zodat dezen";
static const char parts[] = "deels gedeeltelijk grotendeels onderdeel onderdelen dictum dictumpunt dictumpunten";
static const char shares[] = "deel punt verzoek"; /* "van de motie" */
static const char reports[] = "dat of hoe waarin";
static const char recalls[] = "eerder reeds destijds toen inmiddels al";
static const char generals[] = "een elke iedere elk ieder geen";
static const char points[] =
	"de deze die uw beide alle twee drie vier genoemde bovengenoemde bovenstaande onderstaande";

/* What ties a claim to this letter, in more than one word. */
static const char *const marks[] = {"met deze",   "met dit",  "middels deze", "via deze",
				    "door deze",  "in deze ", "bij deze",     "bovenstaande",
				    "voorgaande", "wat ons ", "wat mij ",     "wat het college betreft"};

/* "Indien uw raad hiermee instemt": the council is asked, so the claim stands. */
static const char *const consents[] = {"raad instem", "raad hiermee instem", "raad akkoord",     "raad hiermee akkoord",
				       "u instem",    "u hiermee instem",    "u hiermee akkoord"};

/* ---- words ---- */

static bool is_word_char(char c)
{
	return is_letter(c) || is_digit(c);
}

/* Letters, figures, and the two-byte letters of Latin. */
static size_t word_size(struct slice s)
{
	size_t n = 0;
	while (n < s.n) {
		bool wide = (unsigned char)s.p[n] == 0xc3 && n + 1 < s.n;
		if (!wide && !is_word_char(s.p[n]))
			break;
		n += wide ? 2 : 1;
	}
	return n;
}

/* How many bytes of a quotation `s` begins with: what is quoted says nothing itself. */
static size_t quotation_size(struct slice s)
{
	enum { LOOKED = 420 };
	size_t end;
	if ((unsigned char)s.p[0] < 0x80 && !strchr("'\"`", s.p[0]))
		return 0;
	struct slice near = {s.p, s.n < LOOKED ? s.n : LOOKED};
	struct slice title = paper_quoted(near, &end);
	return title.n && title.p - s.p <= 3 ? end : 0;
}

static void words_split(struct slice s, struct claim_words *out)
{
	int clause = 0;
	out->n = 0;
	for (size_t i = 0; i < s.n && i < SENTENCE_MOST && out->n < WORDS_MOST;) {
		struct slice rest = {s.p + i, s.n - i};
		size_t n = word_size(rest);
		if (n) {
			out->v[out->n++] = (struct claim_word){{rest.p, n}, clause};
			i += n;
			continue;
		}
		n = quotation_size(rest);
		clause += n || strchr(",;:()", rest.p[0]);
		i += n ? n : 1;
	}
}

static bool same_word(struct slice word, const char *p, size_t n)
{
	if (word.n != n)
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = word.p[i];
		if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != p[i])
			return false;
	}
	return true;
}

static bool is_among(struct slice word, const char *list)
{
	for (const char *p = list; *p;) {
		size_t n = strcspn(p, " ");
		if (same_word(word, p, n))
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

/* The last word of `list` in [from, to), or the first; NONE when there is none. */
static size_t last_among(const struct claim_words *w, size_t from, size_t to, const char *list)
{
	for (size_t i = to < w->n ? to : w->n; i > from; i--)
		if (is_among(w->v[i - 1].text, list))
			return i - 1;
	return NONE;
}

static size_t first_among(const struct claim_words *w, size_t from, size_t to, const char *list)
{
	for (size_t i = from; i < to && i < w->n; i++)
		if (is_among(w->v[i].text, list))
			return i;
	return NONE;
}

static bool has_among(const struct claim_words *w, const char *list)
{
	return first_among(w, 0, w->n, list) != NONE;
}

/* ---- one sentence ---- */

struct reading {
	const struct claim_words *w;
	struct slice sentence;
	size_t verb;
	size_t closing;
	bool tied; /* to this letter */
};

static bool is_denied(const struct reading *r)
{
	size_t from = r->verb < r->closing ? r->verb : r->closing > 12 ? r->closing - 12 : 0;
	size_t to = r->verb < r->closing ? r->closing : r->verb;
	if (first_among(r->w, from, to, negations) != NONE)
		return true;
	return r->verb > 0 && is_among(r->w->v[r->verb - 1].text, negations); /* "nog niet is afgedaan" */
}

static size_t last_word(const struct reading *r)
{
	return r->verb > r->closing ? r->verb : r->closing;
}

/* "Zodra het rapport er is", "als de brug open is": not now. What follows the claim is another thought, unless it follows at once. */
static bool is_conditional(const struct reading *r)
{
	if (slice_holds_any(r->sentence, consents, ARRAY_SIZE(consents)))
		return false;
	const struct claim_words *w = r->w;
	for (size_t i = 0; i < w->n && i <= last_word(r) + 1; i++) {
		bool opens = i == 0 || w->v[i].clause != w->v[i - 1].clause || i > last_word(r);
		bool as = opens && same_word(w->v[i].text, "als", 3) && i + 1 < w->n &&
			  !is_among(w->v[i + 1].text, closings_of_commitment);
		if (as || is_among(w->v[i].text, conditions))
			return true;
	}
	return false;
}

/* "Onderdeel 1 van de motie", "het eerste verzoek van de motie", "gedeeltelijk". */
static bool is_partial(const struct reading *r)
{
	const struct claim_words *w = r->w;
	size_t from = r->verb < r->closing ? r->verb : r->closing;
	for (size_t i = 0; i < last_word(r); i++) {
		bool share = is_among(w->v[i].text, shares) && is_among(w->v[i + 1].text, "van uit");
		bool near = i >= from || w->v[i].clause == w->v[from].clause;
		if (near && (share || is_among(w->v[i].text, parts)))
			return true;
	}
	return slice_holds(r->sentence, "ten dele");
}

/* "Op 3 maart hebben wij u bericht dat ...": told again. */
static bool is_reported(const struct reading *r)
{
	size_t that = last_among(r->w, 0, r->verb, reports);
	return that != NONE && last_among(r->w, 0, that, pasts) != NONE;
}

/* Whether the executive is the subject of the verb: in its clause, or right behind it. */
static bool is_by_holder(const struct reading *r)
{
	const struct claim_words *w = r->w;
	size_t behind = r->verb + 5;
	size_t to = behind < w->n ? behind : w->n;
	if (first_among(w, r->verb + 1, to, holders) != NONE)
		return true;
	size_t holder = last_among(w, 0, r->verb, holders), other = last_among(w, 0, r->verb, others);
	return holder != NONE && (other == NONE || other < holder || r->verb - other > 2);
}

static enum verdict verdict_of(const struct reading *r, bool future)
{
	if (future || is_denied(r) || is_conditional(r))
		return VERDICT_OPEN;
	return is_partial(r) ? VERDICT_PARTLY : VERDICT_SETTLED;
}

/* "te beschouwen", "te kunnen beschouwen" */
static bool has_te(const struct reading *r)
{
	return last_among(r->w, r->verb > 3 ? r->verb - 3 : 0, r->verb, "te") != NONE;
}

/* "Wij stellen voor de motie als afgedaan te beschouwen", "kan de motie als afgedaan beschouwen". */
static enum verdict read_considering(const struct reading *r, bool *governed)
{
	const struct claim_words *w = r->w;
	bool future = last_among(w, 0, r->verb, futures) != NONE;
	bool te = has_te(r);
	*governed = te || future || last_among(w, 0, r->verb, "kan kunnen wil willen") != NONE;
	if (te && !future && !has_among(w, proposes) && !is_denied(r))
		return VERDICT_NONE;
	return verdict_of(r, future);
}

/* "Het college beschouwt de motie als afgedaan". */
static enum verdict read_considers(const struct reading *r)
{
	const struct claim_words *w = r->w;
	bool governed = false;
	enum verdict verdict =
		same_word(w->v[r->verb].text, "beschouwen", 10) ? read_considering(r, &governed) : verdict_of(r, false);
	if (is_reported(r) || last_among(w, 0, last_word(r), unreals) != NONE)
		return VERDICT_NONE;
	if (governed)
		return verdict;
	bool follows = r->verb > r->closing; /* "dat het college ... beschouwt" */
	if (!is_by_holder(r) || (follows && (!r->tied || has_among(w, recalls))))
		return VERDICT_NONE;
	return verdict;
}

/* "Hiermee is de motie afgedaan", "wordt toezegging 12 afgedaan". */
static enum verdict read_passive(const struct reading *r)
{
	const struct claim_words *w = r->w;
	if (is_reported(r) || last_among(w, 0, last_word(r), unreals) != NONE)
		return VERDICT_NONE;
	bool future = same_word(w->v[r->verb].text, "worden", 6) && last_among(w, 0, r->closing, futures) != NONE;
	if (future || is_denied(r))
		return VERDICT_OPEN;
	if (!r->tied || last_among(w, 0, last_word(r), recalls) != NONE)
		return VERDICT_NONE;
	return verdict_of(r, false);
}

/* "Hiermee doen wij de motie af." */
static enum verdict read_does(const struct reading *r)
{
	if (!is_by_holder(r) || is_reported(r) || (!r->tied && !is_denied(r)))
		return VERDICT_NONE;
	return verdict_of(r, false);
}

/* The verb that governs the closing word and what the sentence then says. */
static enum verdict read_closing(struct reading *r)
{
	const struct claim_words *w = r->w;
	size_t behind = r->closing + 6 < w->n ? r->closing + 6 : w->n;
	r->verb = last_among(w, 0, r->closing, considers);
	if (r->verb == NONE)
		r->verb = first_among(w, r->closing, behind, considers);
	if (r->verb != NONE)
		return read_considers(r);
	bool considered = first_among(w, r->closing, behind, "beschouwd") != NONE;
	r->verb = last_among(w, 0, r->closing, considered ? "kan kunnen mag mogen wordt worden" : passives);
	if (r->verb == NONE && considered)
		return VERDICT_NONE;
	if (r->verb == NONE)
		r->verb = first_among(w, r->closing, behind, passives);
	if (r->verb == NONE)
		return VERDICT_NONE;
	r->tied |= considered && is_among(w->v[r->verb].text, "kan kunnen mag mogen");
	return read_passive(r);
}

/* "af" at the end of its clause, with "doen" before it in the same one or one before. */
static size_t find_does(const struct claim_words *w, size_t *particle)
{
	for (size_t i = w->n; i > 0; i--) {
		bool ends = i == w->n || w->v[i].clause != w->v[i - 1].clause || is_among(w->v[i].text, "en");
		if (!ends || !same_word(w->v[i - 1].text, "af", 2))
			continue;
		*particle = i - 1;
		return last_among(w, 0, i - 1, does);
	}
	return NONE;
}

/* The name of what is settled: nearest to the closing word. A motion in general ("een motie", "moties") is none. */
static bool read_noun(const struct claim_words *w, struct claim *claim, size_t closing, bool tied)
{
	size_t noun = last_among(w, 0, closing, nouns);
	if (noun == NONE)
		noun = first_among(w, closing, w->n, nouns);
	if (noun == NONE) { /* "beschouwen deze hiermee als afgedaan" */
		size_t this = last_among(w, 0, closing, "deze");
		return this != NONE && this + 1 < w->n && is_among(w->v[this + 1].text, "hiermee daarmee als dan");
	}
	struct slice word = w->v[noun].text;
	bool plural = word.p[word.n - 1] == 's' || word.p[word.n - 1] == 'n';
	bool general = noun > 0 && is_among(w->v[noun - 1].text, generals);
	bool pointed = noun > 0 && is_among(w->v[noun - 1].text, points);
	if (general || (plural && !pointed && !tied))
		return false;
	claim->noun = word;
	claim->plural = plural;
	claim->commitment = slice_begins(word, "toezegging");
	return true;
}

static bool read_sentence(struct slice sentence, struct claim *out)
{
	struct claim_words w;
	words_split(sentence, &w);
	struct reading r = {.w = &w, .sentence = sentence};
	r.tied = has_among(&w, markers) || slice_holds_any(sentence, marks, ARRAY_SIZE(marks));
	*out = (struct claim){.sentence = sentence};
	r.closing = last_among(&w, 0, w.n, closings_of_commitment);
	bool does_it = r.closing == NONE;
	if (does_it)
		r.verb = find_does(&w, &r.closing);
	if (r.closing == NONE || r.closing >= w.n || (does_it && r.verb == NONE))
		return false;
	if (!read_noun(&w, out, r.closing, r.tied))
		return false;
	if (!does_it && !out->commitment && !is_among(w.v[r.closing].text, closings))
		return false;
	out->verdict = does_it ? read_does(&r) : read_closing(&r);
	return out->verdict != VERDICT_NONE;
}

/* ---- the letter ---- */

static bool may_claim(struct slice paragraph)
{
	static const char *const words[] = {"afgedaan", "afgehandeld", "nagekomen", " af"};
	return slice_holds_any(paragraph, words, ARRAY_SIZE(words));
}

void letter_claims_find(const struct paper_reader *reader, struct claims *out)
{
	for (size_t i = 0; i < reader->paragraph_count && out->n < CLAIMS_MOST; i++) {
		if (!may_claim(paper_paragraph(reader, i)) ||
		    letter_is_quoted(&reader->letter->quotes, reader->paragraphs[i].start))
			continue;
		struct sentences sentences = {0};
		sentence_list(&reader->document->text, reader->paragraphs[i], reader->arena, &sentences);
		for (size_t k = 0; k < sentences.n && out->n < CLAIMS_MOST; k++) {
			struct slice sentence = paper_text(reader, sentences.v[k].body);
			struct claim claim;
			if (!sentences.v[k].question && may_claim(sentence) && read_sentence(sentence, &claim))
				*list_push(reader->arena, out) = claim;
		}
	}
}
