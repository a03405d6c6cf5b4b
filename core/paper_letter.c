/* paper_letter.c: letters: what they settle, report on or postpone, and the part that quotes a motion.
 *
 * A letter by the executive that settles a motion recites which motion it was and when it was adopted, quotes it, answers, and
 * says that it considers the motion settled. That proposes; only the council settles.
 */
#include "core/paper.h"

#include "core/furniture.h"

enum { HANDLED_MOST = 32 }; /* motions that one letter settles */

/* ---- subject ---- */

static size_t subject_label(const struct paper_reader *reader)
{
	size_t n = reader->document->text.lines.n;
	for (size_t i = 0; i < n && i < 80; i++) {
		struct slice line = paper_line(reader, i);
		if (slice_begins(line, "onderwerp") && (line.n == 9 || line.p[9] == ' ' || line.p[9] == ':'))
			return i;
	}
	return n;
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

/* The text behind the label, or the lines below it up to a gap. */
static const char *read_subject(const struct paper_reader *reader)
{
	const struct text *text = &reader->document->text;
	size_t label = subject_label(reader);
	if (label == text->lines.n)
		return NULL;
	struct slice line = paper_line(reader, label);
	struct slice rest = slice_trim((struct slice){line.p + 9, line.n - 9});
	while (rest.n && strchr(": ", rest.p[0]))
		rest.p++, rest.n--;
	if (rest.n)
		return arena_text(reader->arena, rest);
	struct buf subject;
	buf_init(&subject);
	for (size_t i = label + 1; i < text->lines.n && i < label + 8; i++) {
		const struct line *at = &text->lines.v[i];
		if (subject.n && (at->gap || begins_letter((struct slice){subject.p, subject.n}, text_line(text, at))))
			break;
		if (at->furniture || furniture_is_label(paper_line(reader, i)))
			continue;
		if (subject.n)
			buf_add_text(&subject, " ");
		line = text_line(text, at);
		buf_add(&subject, line.p, line.n);
	}
	char *out = subject.n ? arena_text(reader->arena, slice_trim((struct slice){subject.p, subject.n})) : NULL;
	buf_release(&subject);
	return out;
}

/* ---- kind ---- */

/* "Aan de gemeenteraad", "Geachte voorzitter,": the line that says to whom the letter goes. */
static bool is_addressed(const struct paper_reader *reader)
{
	static const char *const whom[] = {"Geachte ",
					   "Beste leden",
					   "Aan: ",
					   "Aan de gemeenteraad",
					   "Aan de raad",
					   "Aan de voorzitter",
					   "Aan de leden van",
					   "Aan de Tweede Kamer",
					   "Aan Provinciale",
					   "Aan het college"};
	for (size_t i = 0; i < reader->document->text.lines.n && i < 60; i++)
		for (size_t k = 0; k < ARRAY_SIZE(whom); k++) {
			struct slice line = paper_line(reader, i);
			if (slice_begins(line, whom[k]) && line.p[0] <= 'Z')
				return true;
		}
	return false;
}

bool paper_letter_is(const struct paper_reader *reader, enum document_kind *kind)
{
	const char *subject = read_subject(reader);
	if (!subject && !is_addressed(reader))
		return false;
	struct slice s = subject ? slice_of(subject) : SLICE("");
	if (slice_holds(s, "tussenbericht"))
		*kind = DOC_INTERIM;
	else if (slice_holds(s, "afdoening") || slice_holds(s, "afhandeling motie"))
		*kind = DOC_SETTLEMENT;
	else if (slice_holds(s, "uitstel") && (slice_holds(s, "vragen") || slice_holds(s, "beantwoording")))
		*kind = DOC_POSTPONEMENT;
	else
		*kind = DOC_LETTER;
	return true;
}

/* ---- quoted motion ---- */

static bool is_lead_in(struct slice paragraph)
{
	static const char *const leads[] = {"constaterende", "overwegende", "van mening",  "van oordeel", "verzoekt",
					    "roept",         "draagt",      "spreekt uit", "gehoord",     "gelezen"};
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++)
		if (slice_begins(paragraph, leads[i]))
			return true;
	return false;
}

static bool is_quote_begin(struct slice paragraph)
{
	return slice_holds(paragraph, "motie luidt") || slice_holds(paragraph, "dictum luidt") ||
	       slice_holds(paragraph, "verzoekt de motie") || slice_holds(paragraph, "tekst van de motie");
}

static bool begins_with_capital(struct slice paragraph)
{
	return paragraph.n && paragraph.p[0] >= 'A' && paragraph.p[0] <= 'Z';
}

/* The quotation goes on as long as its lead-ins, bullets and lower-case items follow. */
static size_t end_of_quote(const struct paper_reader *reader, size_t i)
{
	bool in_list = true;
	for (; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		if (is_lead_in(paragraph) || slice_begins(paragraph, "en gaat over tot")) {
			in_list = true;
			continue;
		}
		if (!in_list || begins_with_capital(paragraph))
			return i;
	}
	return i;
}

static void read_zones(struct paper_reader *reader)
{
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		bool begins = is_quote_begin(paragraph);
		if (!begins && !is_lead_in(paragraph))
			continue;
		size_t first = begins ? i + 1 : i;
		size_t last = end_of_quote(reader, first);
		paper_add_zone(reader, first, last, ZONE_QUOTE);
		if (last > i)
			i = last - 1;
	}
}

/* ---- the motion that the letter is about ---- */

static const char *const open_quotes[] = {"‘", "'", "“", "\"", "„", "’", "`", "«", "´"};
static const char *const close_quotes[] = {"’", "'", "”", "\"", "´", "`", "»", "‘"};

static size_t quote_size(struct slice s, const char *const *quotes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t size = strlen(quotes[i]);
		if (s.n >= size && memcmp(s.p, quotes[i], size) == 0)
			return size;
	}
	return 0;
}

struct slice paper_quoted(struct slice s, size_t *end)
{
	enum { TITLE_MOST = 400 }; /* bytes; a longer quotation is no title */
	for (size_t i = 0; i < s.n; i++) {
		size_t open = quote_size((struct slice){s.p + i, s.n - i}, open_quotes, ARRAY_SIZE(open_quotes));
		if (!open || (i && s.p[i - 1] != ' ' && s.p[i - 1] != ':' && s.p[i - 1] != '('))
			continue;
		for (size_t k = i + open; k < s.n && k < i + TITLE_MOST; k++) {
			size_t close =
				quote_size((struct slice){s.p + k, s.n - k}, close_quotes, ARRAY_SIZE(close_quotes));
			bool ends = close && (k + close == s.n || strchr(" ,.;:)(", s.p[k + close]));
			if (!ends)
				continue;
			*end = k + close;
			return (struct slice){s.p + i + open, k - i - open};
		}
	}
	*end = s.n;
	return SLICE("");
}

/* The title behind the word "motie" in a subject without quotation marks. */
static struct slice bare_title(struct slice subject)
{
	static const char *const words[] = {"motie:", "motie ", "amendement:", "amendement ", "moties "};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		size_t at = paper_find(subject, words[i]);
		if (at < subject.n)
			return slice_trim(
				(struct slice){subject.p + at + strlen(words[i]), subject.n - at - strlen(words[i])});
	}
	return SLICE("");
}

/* "de heer Thepass", "mevrouw De Groot", "het raadslid Bom": the mover, as a letter names them. */
static void read_mover(const struct paper_reader *reader, struct slice sentence, struct mention *mention)
{
	static const char *const titles[] = {"de heer ", "mevrouw ", "mevr. ", "het raadslid "};
	for (size_t i = 0; i < ARRAY_SIZE(titles); i++) {
		size_t at = paper_find(sentence, titles[i]);
		if (at == sentence.n)
			continue;
		struct slice rest = {sentence.p + at + strlen(titles[i]), sentence.n - at - strlen(titles[i])};
		size_t n = 0;
		while (n < rest.n && !slice_begins((struct slice){rest.p + n, rest.n - n}, " ingediende") &&
		       !slice_begins((struct slice){rest.p + n, rest.n - n}, " de ingediende") && rest.p[n] != ',' &&
		       rest.p[n] != '(')
			n++;
		if (n < rest.n && n <= 40)
			paper_add_person(reader, &mention->people, (struct slice){rest.p, n}, SLICE(""), "submitter");
		return;
	}
}

/* The RIS number that stands, in brackets, right behind the title. */
static void read_number(const struct paper_reader *reader, struct slice after, struct mention *mention)
{
	after = slice_trim(after);
	if (after.n && after.p[0] == '(') {
		after.p++;
		after.n--;
	} else if (!slice_begins(after, "RIS")) {
		return;
	}
	const char *ris = slice_begins(after, "RIS") ? paper_ris(reader, after) : NULL;
	if (ris)
		paper_add_identifier(reader, &mention->identifiers, "RIS", ris);
}

/* The words up to the end of the vote, back to the start of the paragraph: a title may hold a full stop or a question mark. */
static struct slice recital_before(struct slice paragraph, size_t end)
{
	enum { MOST = 700 };
	size_t start = end > MOST ? end - MOST : 0;
	return (struct slice){paragraph.p + start, end - start};
}

/* The number that stands behind the title where the letter names it; behind whatever is quoted when the title is written otherwise. */
static void read_number_of(const struct paper_reader *reader, struct slice recital, struct mention *mention)
{
	size_t end, motion = paper_find(recital, "motie");
	struct slice tail = {recital.p + motion, recital.n - motion};
	size_t at = mention->title ? paper_find(tail, mention->title) : tail.n;
	if (at < tail.n) {
		end = at + strlen(mention->title);
		end += quote_size((struct slice){tail.p + end, tail.n - end}, close_quotes, ARRAY_SIZE(close_quotes));
	} else {
		paper_quoted(tail, &end);
	}
	read_number(reader, (struct slice){tail.p + end, tail.n - end}, mention);
}

/* The paragraph that recites the vote on a motion; with several motions in one letter only that which names it. */
static size_t find_recital(const struct paper_reader *reader, const char *title)
{
	for (size_t i = 0; i < reader->paragraph_count && i < 40; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		if (slice_holds(paragraph, "aangenomen") && slice_holds(paragraph, "motie") &&
		    (!title || slice_holds(paragraph, title)))
			return i;
	}
	return reader->paragraph_count;
}

/* "Uw raad heeft ... op 25 november 2020 ... de motie '...' (RIS ...) aangenomen.": its first day is that of the meeting. `single`: the letter
 * is about one motion, which it may name otherwise here. */
static void read_recital(const struct paper_reader *reader, struct mention *mention, bool single)
{
	size_t i = mention->title ? find_recital(reader, mention->title) : reader->paragraph_count;
	if (i == reader->paragraph_count && single)
		i = find_recital(reader, NULL);
	if (i == reader->paragraph_count)
		return;
	struct slice paragraph = paper_paragraph(reader, i);
	size_t named = mention->title ? paper_find(paragraph, mention->title) : paragraph.n;
	size_t from = named < paragraph.n ? named : 0;
	size_t voted = from + paper_find((struct slice){paragraph.p + from, paragraph.n - from}, "aangenomen");
	if (voted == paragraph.n)
		voted = paper_find(paragraph, "aangenomen");
	struct slice recital = recital_before(paragraph, voted + strlen("aangenomen"));
	int day = paper_day(reader, recital, NULL);
	if (day != DATE_NONE)
		mention->meeting = day;
	read_mover(reader, recital, mention);
	paper_add_event(reader, mention, STATE_ADOPTED, day, recital, true);
	read_number_of(reader, recital, mention);
}

static struct slice closing_sentence(const struct paper_reader *reader)
{
	static const char *const words[] = {"als afgedaan", "afgedaan", "afdoening"};
	for (size_t w = 0; w < ARRAY_SIZE(words); w++)
		for (size_t i = reader->paragraph_count; i-- > 0;) {
			size_t at = paper_find(paper_paragraph(reader, i), words[w]);
			if (at < paper_paragraph(reader, i).n)
				return paper_sentence(reader, i, at);
		}
	return paper_paragraph(reader, 0);
}

static enum state settlement_state(struct slice closing)
{
	if (slice_holds(closing, "deels afgedaan") || slice_holds(closing, "gedeeltelijk afgedaan"))
		return STATE_PARTLY_SETTLED;
	return STATE_SETTLEMENT_PROPOSED;
}

static void add_handled(struct paper_reader *reader, struct slice title, bool single)
{
	struct document *document = reader->document;
	bool amendment = document->title && slice_holds(slice_of(document->title), "amendement");
	struct mention *mention = paper_add_mention(reader, amendment ? ITEM_AMENDMENT : ITEM_MOTION);
	mention->title = title.n ? paper_copy(reader, title) : NULL;
	read_recital(reader, mention, single);
	if (document->kind == DOC_SETTLEMENT) {
		struct slice closing = closing_sentence(reader);
		paper_add_event(reader, mention, settlement_state(closing), document->date, closing, false);
	} else {
		paper_add_event(reader, mention, STATE_IN_PROGRESS, document->date,
				document->title ? slice_of(document->title) : SLICE("tussenbericht"), false);
	}
	mention->takes_promises = document->mentions.n == 1; /* what a letter promises is owed once */
	const char *ris = mention->identifiers.n ? mention->identifiers.v[0].value : NULL;
	paper_add_relation(reader, &document->relations,
			   document->kind == DOC_SETTLEMENT ? REL_SETTLES : REL_INTERIM_ON, ris ? "RIS" : NULL, ris,
			   mention->title);
}

/* Every title that the subject names; one mention each. */
static void read_handled(struct paper_reader *reader)
{
	struct slice subject = reader->document->title ? slice_of(reader->document->title) : SLICE("");
	struct slice titles[HANDLED_MOST];
	size_t n = 0;
	for (struct slice rest = subject; rest.n && n < HANDLED_MOST;) {
		size_t end;
		struct slice title = paper_quoted(rest, &end);
		if (title.n == 0)
			break;
		titles[n++] = title;
		rest = (struct slice){rest.p + end, rest.n - end};
	}
	if (n == 0)
		titles[n++] = bare_title(subject);
	for (size_t i = 0; i < n; i++)
		add_handled(reader, titles[i], n == 1);
}

/* ---- author ---- */

static bool holds_anywhere(const struct paper_reader *reader, const char *words)
{
	return slice_holds((struct slice){reader->document->text.body, reader->document->text.body_size}, words);
}

/* ---- what a third party asks ---- */

static void add_request(struct paper_reader *reader, const char *verb, struct slice quote)
{
	quote = slice_trim(quote);
	struct request *request = list_push(reader->arena, &reader->document->requests);
	*request = (struct request){.verb = verb,
				    .quote = arena_text(reader->arena, quote),
				    .raw = paper_raw(reader, quote),
				    .moment = {.earliest = DATE_NONE, .latest = DATE_NONE}};
}

/* A letter to a council or parliament puts what it asks behind arrows; without arrows its sentences of asking count. */
static void read_requests(struct paper_reader *reader)
{
	static const char *const arrows[] = {"➔", "→", "➢", "⇒"};
	static const char *const verbs[] = {"verzoeken wij", "wij verzoeken", "wij pleiten", "pleiten wij",
					    "dringen wij",   "wij dringen",   "wij roepen",  "roepen wij",
					    "wij vragen u",  "vragen wij u"};
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		size_t from = paragraph.n && paragraph.p[0] == '-' ? 2 : 0; /* "- ➔ ..." */
		struct slice rest = {paragraph.p + from, paragraph.n - from};
		for (size_t k = 0; k < ARRAY_SIZE(arrows); k++)
			if (slice_begins(rest, arrows[k]))
				add_request(reader, "vraagt",
					    (struct slice){rest.p + strlen(arrows[k]), rest.n - strlen(arrows[k])});
	}
	for (size_t i = 0; reader->document->requests.n == 0 && i < reader->paragraph_count; i++)
		for (size_t k = 0; k < ARRAY_SIZE(verbs); k++) {
			size_t at = paper_find(paper_paragraph(reader, i), verbs[k]);
			if (at < paper_paragraph(reader, i).n) {
				add_request(reader, "vraagt", paper_sentence(reader, i, at));
				break;
			}
		}
}

/* ---- the letter ---- */

static void read_numbers(struct paper_reader *reader)
{
	struct document *document = reader->document;
	for (size_t i = 0; i < document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		if (!document->text.lines.v[i].furniture || line.n > 24)
			continue;
		const char *ris = slice_begins(line, "RIS") ? paper_ris(reader, line) : NULL;
		if (ris)
			paper_add_identifier(reader, &document->identifiers, "RIS", ris);
		const char *slash = memchr(line.p, '/', line.n);
		bool reference =
			slash && slash - line.p >= 2 && slash - line.p <= 5 && line.p[0] >= 'A' && line.p[0] <= 'Z';
		bool first = true; /* a later page may carry the reference of the template */
		for (size_t k = 0; k < document->identifiers.n; k++)
			first &= strcmp(document->identifiers.v[k].scheme, "kenmerk") != 0;
		if (reference && first)
			paper_add_identifier(reader, &document->identifiers, "kenmerk", paper_copy(reader, line));
	}
}

static void read_date(struct paper_reader *reader)
{
	struct document *document = reader->document;
	for (size_t i = 0; i < document->text.lines.n && i < 80 && document->date == DATE_NONE; i++)
		document->date = paper_only_day(reader, paper_line(reader, i));
}

void paper_letter_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	document->title = read_subject(reader);
	read_date(reader);
	read_numbers(reader);
	read_zones(reader);
	if (document->kind == DOC_SETTLEMENT || document->kind == DOC_INTERIM) {
		read_handled(reader);
		return;
	}
	if (document->kind == DOC_POSTPONEMENT)
		return;
	struct mention *mention = paper_add_mention(reader, ITEM_LETTER);
	mention->own_paper = true;
	mention->title = document->title;
	mention->identifiers = document->identifiers;
	mention->meeting = document->date;
	mention->takes_promises = true;
	if (!paper_letter_author(reader))
		read_requests(reader);
	mention->requests = document->requests;
	if (document->date != DATE_NONE)
		paper_add_event(reader, mention, STATE_RECEIVED, document->date, paper_paragraph(reader, 0), false);
}

/* ---- notices: after the promises are known ---- */

static bool settles_itself(const struct paper_reader *reader, const char *quote)
{
	if (reader->document->kind == DOC_POSTPONEMENT)
		return slice_holds(slice_of(quote), "antwoord");
	static const char *const words[] = {"af te kunnen doen", "afdoen",      "afgedaan",    "af te doen",
					    "afdoening",         "afgehandeld", "af te ronden"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (slice_holds(slice_of(quote), words[i]))
			return true;
	return false;
}

/* The last day that was set before: "binnen de gestelde termijn van 19 maart 2025". */
static int day_that_was(const struct paper_reader *reader)
{
	static const char *const words[] = {"gestelde termijn van ", "termijn van ", "uitgesteld tot ",
					    "eerder toegezegd"};
	for (size_t w = 0; w < ARRAY_SIZE(words); w++)
		for (size_t i = 0; i < reader->paragraph_count; i++) {
			struct slice paragraph = paper_paragraph(reader, i);
			size_t at = paper_find(paragraph, words[w]);
			if (at == paragraph.n)
				continue;
			size_t end;
			size_t from = at + strlen(words[w]);
			int day = paper_day(reader, (struct slice){paragraph.p + from, paragraph.n - from}, &end);
			if (day != DATE_NONE && end <= 24)
				return day;
		}
	return DATE_NONE;
}

/* The new moment of an interim letter or notice of delay: of a promise to settle or to answer, else of a sentence that expects it. */
static bool read_new_moment(const struct paper_reader *reader, struct notice *notice)
{
	struct document *document = reader->document;
	bool found = false;
	for (size_t i = 0; i < document->promises.n; i++) {
		struct promise *promise = &document->promises.v[i];
		if (!settles_itself(reader, promise->quote))
			continue;
		promise->is_notice = true; /* what is promised is the settlement itself, with or without a day */
		if (promise->moment.latest == DATE_NONE)
			continue;
		found = true;
		notice->moment = promise->moment;
		notice->date_text = promise->date_text;
		notice->quote = promise->quote;
		notice->raw = promise->raw;
	}
	return found;
}

static void expect_new_moment(const struct paper_reader *reader, struct notice *notice)
{
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		size_t at = paper_find(paragraph, "verwacht");
		if (at == paragraph.n)
			continue;
		struct slice sentence = paper_sentence(reader, i, at);
		const char *quote = arena_text(reader->arena, sentence);
		struct moments moments = {0};
		struct moment_context context = {.anchor = reader->document->date};
		moment_list(sentence, &context, reader->arena, &moments);
		if (!settles_itself(reader, quote) || moments.n == 0 || moments.v[moments.n - 1].latest == DATE_NONE)
			continue;
		notice->moment = moments.v[moments.n - 1];
		notice->date_text =
			arena_text(reader->arena, (struct slice){sentence.p + notice->moment.start,
								 notice->moment.end - notice->moment.start});
		notice->quote = quote;
		notice->raw = paper_raw(reader, sentence);
		return;
	}
}

void paper_letter_finish(struct paper_reader *reader)
{
	struct document *document = reader->document;
	if (document->kind != DOC_INTERIM && document->kind != DOC_POSTPONEMENT)
		return;
	struct notice notice = {.was = day_that_was(reader),
				.moment = {.earliest = DATE_NONE, .latest = DATE_NONE},
				.quote = document->title ? document->title : ""};
	if (!read_new_moment(reader, &notice) && document->kind == DOC_INTERIM)
		expect_new_moment(reader, &notice);
	for (size_t i = 0; i < document->mentions.n; i++)
		*list_push(reader->arena, &document->mentions.v[i].notices) = notice;
}

const char *paper_letter_author(const struct paper_reader *reader)
{
	static const struct {
		const char *words;
		const char *author;
	} signs[] = {
		{"Het college van burgemeester en wethouders", "college"},
		{"college van burgemeester en wethouders,", "college"},
		{"Gedeputeerde Staten van", "Gedeputeerde Staten"},
		{"De Staatssecretaris", "staatssecretaris"},
		{"De Minister", "minister"},
	};
	for (size_t i = reader->paragraph_count, seen = 0; i-- > 0 && seen < 12; seen++)
		for (size_t k = 0; k < ARRAY_SIZE(signs); k++)
			if (slice_begins(paper_paragraph(reader, i), signs[k].words))
				return signs[k].author;
	for (size_t i = 0; i < 6; i++) /* the letterhead names the alderman; an address would begin with "Aan" */
		if (slice_holds(paper_line(reader, i), "wethouder ") && !slice_begins(paper_line(reader, i), "aan "))
			return "wethouder";
	if (reader->document->kind == DOC_SETTLEMENT || reader->document->kind == DOC_INTERIM)
		return "college";
	if (holds_anywhere(reader, "Het college van burgemeester en wethouders"))
		return "college";
	return NULL;
}
