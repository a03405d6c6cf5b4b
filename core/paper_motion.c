/* paper_motion.c: motions and amendments, of councils and of the Tweede Kamer, as drafts and stamped.
 *
 * A council's motion has a head of labels and values that pdftotext may part ("RIS-nummer:" here, its number three lines on), a title
 * behind "Motie:", movers behind "Indiener:", an opening, what it considers and asks, signatures, and a closing line once voted
 * on. A motion of the Kamer has number, dossier and caption in place of the labels.
 */
#include "core/paper.h"

#include "core/party.h"

enum { HEAD_LINES = 40, OPENING_WITHIN = 14, LEAD_IN_MOST = 60 };

/* Captions with which a motion or amendment names itself; those of the Kamer name the movers too. */
static const struct {
	const char *words;
	enum document_kind kind;
	bool caption;
} names[] = {
	{"Motie:", DOC_MOTION, false},
	{"Motie vreemd", DOC_MOTION, false},
	{"Gewijzigde motie:", DOC_MOTION, false},
	{"Amendement:", DOC_AMENDMENT, false},
	{"Gewijzigd amendement:", DOC_AMENDMENT, false},
	{"Motie van ", DOC_MOTION, true},
	{"Gewijzigde motie van ", DOC_MOTION, true},
	{"Nader gewijzigde motie van ", DOC_MOTION, true},
	{"Amendement van ", DOC_AMENDMENT, true},
	{"Gewijzigd amendement van ", DOC_AMENDMENT, true},
	{"Nader gewijzigd amendement van ", DOC_AMENDMENT, true},
};

/* The line that names the paper; `*which` is its row. */
static size_t name_line(const struct paper_reader *reader, size_t *which)
{
	size_t n = reader->document->text.lines.n;
	for (size_t i = 0; i < n && i < HEAD_LINES; i++)
		for (size_t k = 0; k < ARRAY_SIZE(names); k++)
			if (slice_begins(paper_line(reader, i), names[k].words)) {
				*which = k;
				return i;
			}
	return n;
}

/* What only a paper that is put to a vote says; a letter that quotes it has a subject. */
static bool has_opening(const struct paper_reader *reader)
{
	static const char *const openings[] = {
		"De raad van de gemeente", "De gemeenteraad van", "De Kamer,", "De Kamer, gehoord",
		"Provinciale Staten",      "Ondergetekende",      "De raad,"};
	size_t n = reader->document->text.lines.n;
	if (paper_find_line(reader, 0, HEAD_LINES, "onderwerp", NULL))
		return false;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < ARRAY_SIZE(openings); k++)
			if (slice_begins(paper_line(reader, i), openings[k]))
				return true;
	return false;
}

bool paper_motion_is(const struct paper_reader *reader, enum document_kind *kind)
{
	size_t which;
	if (name_line(reader, &which) == reader->document->text.lines.n || !has_opening(reader))
		return false;
	*kind = names[which].kind;
	return true;
}

/* ---- head ---- */

/* "L.2", "M.B", "AA.10": letters, a full stop, a letter or figures. */
static size_t code_size(struct slice s)
{
	size_t i = 0, k;
	while (i < s.n && i < 3 && s.p[i] >= 'A' && s.p[i] <= 'Z')
		i++;
	if (i == 0 || i >= s.n || s.p[i] != '.')
		return 0;
	for (k = i + 1; k < s.n && k < i + 4 && ((s.p[k] >= '0' && s.p[k] <= '9') || (s.p[k] >= 'A' && s.p[k] <= 'Z'));)
		k++;
	return k > i + 1 && (k == s.n || s.p[k] == ' ') ? k : 0;
}

static const char *read_code(const struct paper_reader *reader, struct slice line)
{
	if (slice_begins(line, "stuknummer:"))
		line = slice_trim((struct slice){line.p + 11, line.n - 11});
	size_t n = code_size(line);
	return n ? arena_text(reader->arena, (struct slice){line.p, n}) : NULL;
}

/* What the head says of the vote beside a known outcome. */
struct stamps {
	bool labelled;        /* "Uitslag stemming:" stands there */
	struct slice unknown; /* a word that could be the outcome, and that no alias covers */
};

static bool is_low_words(struct slice line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] != ' ' && !(line.p[i] >= 'a' && line.p[i] <= 'z'))
			return false;
	return line.n >= 4;
}

/* What was stamped on the paper: "Uitslag stemming: verworpen", or the word alone, which may stand lines away from its label. A title or
 * a name is no stamp, whatever it holds. */
static void read_stamp(const struct paper_reader *reader, struct slice line, struct stamps *stamps)
{
	enum { STAMP_MOST = 40 };
	static const char label[] = "uitslag stemming:";
	struct document *document = reader->document;
	bool labelled = slice_begins(line, label);
	struct slice words =
		labelled ? slice_trim((struct slice){line.p + strlen(label), line.n - strlen(label)}) : line;
	bool low = line.n && line.p[0] >= 'a' && line.p[0] <= 'z';
	bool alone = line.n <= STAMP_MOST && (low || !memchr(line.p, ' ', line.n));
	stamps->labelled |= labelled;
	if (words.n == 0 || !(labelled || alone))
		return;
	enum state state = state_from_alias(words);
	if (state != STATE_NONE && (document->outcome == STATE_NONE || document->outcome == STATE_TIED))
		document->outcome = state;
	if (state == STATE_NONE && words.n <= STAMP_MOST && (labelled || is_low_words(words)) &&
	    !slice_is(words, "gewijzigd"))
		stamps->unknown = words;
}

/* The line on which the text of the motion begins: "De raad van de gemeente ...". */
static bool find_opening_line(const struct paper_reader *reader, size_t from, size_t to, size_t *at)
{
	return paper_find_line(reader, from, to, "De raad", at) ||
	       paper_find_line(reader, from, to, "De gemeenteraad", at);
}

static void read_council_head(struct paper_reader *reader, struct mention *mention, size_t last)
{
	struct document *document = reader->document;
	size_t end = last, movers = SIZE_MAX;
	find_opening_line(reader, last, last + OPENING_WITHIN, &end); /* values may also stand below the movers */
	paper_find_line(reader, last, end, "indiener", &movers);
	struct stamps stamps = {0};
	for (size_t i = 0; i < end; i++) {
		struct slice line = paper_line(reader, i);
		if (i >= last && line.n > 40)
			continue; /* title and movers */
		if (!mention->code)
			mention->code = read_code(reader, line);
		const char *ris = paper_ris(reader, line);
		if (ris && line.n <= 24)
			paper_add_identifier(reader, &document->identifiers, "RIS", ris);
		if (i < last || i > movers)
			read_stamp(reader, line, &stamps);
	}
	if (document->outcome == STATE_NONE && stamps.labelled && stamps.unknown.n)
		paper_add_finding(reader, "unknown_status",
				  arena_printf(reader->arena,
					       "'%.*s' is no outcome that is known: record it with 'griffie status'",
					       (int)stamps.unknown.n, stamps.unknown.p));
	mention->identifiers = document->identifiers;
	if (mention->code)
		paper_add_identifier(reader, &document->identifiers, "stuknummer", mention->code);
}

static void read_title(struct paper_reader *reader, size_t name, size_t which)
{
	struct buf title;
	buf_init(&title);
	struct slice first = paper_line(reader, name);
	const char *colon = memchr(first.p, ':', first.n);
	size_t skip = colon ? (size_t)(colon + 1 - first.p) : strlen(names[which].words);
	buf_add(&title, first.p + skip, first.n - skip);
	for (size_t i = name + 1; i < name + 4 && i < reader->document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		bool starts = slice_begins(line, "indiener") || slice_begins(line, "de raad") ||
			      slice_begins(line, "ondergetekende");
		if (starts || (slice_trim(slice_of(title.p)).n && reader->document->text.lines.v[i].gap))
			break;
		buf_add_text(&title, " ");
		buf_add(&title, line.p, line.n);
	}
	struct slice text = slice_trim(slice_of(title.p));
	while (text.n && strchr(". ", text.p[text.n - 1]))
		text.n--;
	reader->document->title = arena_text(reader->arena, text);
	buf_release(&title);
}

/* ---- movers ---- */

static void read_movers(struct paper_reader *reader, size_t name)
{
	size_t n = reader->document->text.lines.n;
	size_t at;
	if (paper_find_line(reader, name, name + 6, "indiener", &at)) {
		struct buf movers;
		buf_init(&movers);
		struct slice line = paper_line(reader, at);
		const char *colon = memchr(line.p, ':', line.n);
		size_t skip = colon ? (size_t)(colon + 1 - line.p) : strlen("indiener");
		buf_add(&movers, line.p + skip, line.n - skip);
		for (size_t i = at + 1; i < at + 4 && i < n && !reader->document->text.lines.v[i].gap; i++) {
			line = paper_line(reader, i);
			if (slice_begins(line, "de raad") || slice_begins(line, "de gemeenteraad") || code_size(line))
				break;
			buf_add_text(&movers, " ");
			buf_add(&movers, line.p, line.n);
		}
		paper_people_read(reader, slice_of(movers.p), "submitter", &reader->document->people);
		buf_release(&movers);
	}
}

/* Signatures stand between the end of the text and the closing line. */
static void read_signatures(struct paper_reader *reader, size_t name)
{
	size_t n = reader->document->text.lines.n;
	size_t from = name;
	for (size_t i = name; i < n; i++)
		if (slice_begins(paper_line(reader, i), "en gaat over tot") ||
		    slice_begins(paper_line(reader, i), "en gaan over tot"))
			from = i + 1;
	size_t to = n;
	paper_find_line(reader, from, n, "aldus ", &to);
	if (from == name) /* an amendment without the formula: the lines before the closing one that look like names */
		from = to > 12 ? to - 12 : 0;
	paper_signatures_read(reader, from, to, &reader->document->people);
}

/* ---- opening and closing ---- */

static struct slice find_opening(const struct paper_reader *reader)
{
	size_t at = paper_find_paragraph(reader, 0, "De raad");
	if (at == reader->paragraph_count)
		at = paper_find_paragraph(reader, 0, "De gemeenteraad");
	return paper_paragraph(reader, at);
}

/* "in vergadering bijeen op 23 januari 2025, ter bespreking van het voorstel ... (RIS319455)" */
static void read_opening(struct paper_reader *reader, struct mention *mention)
{
	struct slice opening = find_opening(reader);
	mention->meeting = paper_day(reader, opening, NULL);
	size_t about = paper_find(opening, "ter bespreking");
	for (size_t i = about; i < opening.n; i++) {
		const char *ris = slice_begins((struct slice){opening.p + i, opening.n - i}, "RIS")
					  ? paper_ris(reader, (struct slice){opening.p + i, opening.n - i})
					  : NULL;
		if (!ris)
			continue;
		enum relation_type type = reader->document->kind == DOC_AMENDMENT ? REL_AMENDS : REL_ABOUT;
		paper_add_relation(reader, &mention->relations, type, "RIS", ris, NULL);
		return;
	}
}

static bool is_same_day_of_year(int a, int b)
{
	struct ymd x = date_parts(a), y = date_parts(b);
	return x.month == y.month && x.day == y.day;
}

/* "Aldus verworpen in de openbare raadsvergadering van 22 mei 2025" */
static void read_closing(struct paper_reader *reader, struct mention *mention)
{
	struct document *document = reader->document;
	size_t at = paper_find_paragraph(reader, 0, "Aldus ");
	struct slice closing = paper_paragraph(reader, at);
	size_t end;
	int day = paper_day(reader, closing, &end);
	closing.n = end; /* behind the day stands who signed */
	end = paper_find(closing, " in de ");
	enum state state = state_from_alias((struct slice){closing.p, end});
	if (state != STATE_NONE && document->outcome != STATE_NONE && document->outcome != STATE_TIED &&
	    state != document->outcome)
		paper_add_finding(reader, "outcome_contradicts",
				  arena_printf(reader->arena, "the head says %s, the closing line %s",
					       state_to_text(document->outcome), state_to_text(state)));
	if (state != STATE_NONE)
		document->outcome = state;
	if (day != DATE_NONE && mention->meeting != DATE_NONE && day != mention->meeting &&
	    is_same_day_of_year(day, mention->meeting)) {
		char head[DATE_TEXT], foot[DATE_TEXT];
		paper_add_finding(reader, "date_contradicts",
				  arena_printf(reader->arena,
					       "the head says %s, the closing line %s; the closing line counts",
					       date_format(mention->meeting, head), date_format(day, foot)));
		mention->meeting = day;
	}
	struct slice opening = find_opening(reader);
	if (mention->meeting != DATE_NONE)
		paper_add_event(reader, mention, STATE_SUBMITTED, mention->meeting, opening, false);
	if (document->outcome != STATE_NONE)
		paper_add_event(reader, mention, document->outcome, day != DATE_NONE ? day : mention->meeting,
				closing.n ? closing : opening, false);
	document->date = day != DATE_NONE ? day : mention->meeting;
}

/* ---- requests ---- */

static const struct {
	const char *words;
	const char *verb;
} verbs[] = {
	{"verzoekt", "verzoekt"},       {"verzoeken", "verzoekt"},
	{"draagt", "draagt op"},        {"dragen", "draagt op"},
	{"roept", "roept op"},          {"roepen", "roept op"},
	{"spreekt uit", "spreekt uit"}, {"spreken uit", "spreekt uit"},
	{"nodigt uit", "nodigt uit"},   {"zegt het vertrouwen", "zegt het vertrouwen op"},
};

static const char *request_verb(struct slice paragraph)
{
	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++)
		if (slice_begins(paragraph, verbs[i].words))
			return verbs[i].verb;
	return NULL;
}

static bool is_end_of_requests(struct slice paragraph)
{
	static const char *const ends[] = {"en gaat over", "en gaan over",  "aldus ",     "toelichting",
					   "overwegende",  "constaterende", "van mening", "van oordeel"};
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (slice_begins(paragraph, ends[i]))
			return true;
	return false;
}

/* Whether a paragraph is a name under the text: of who signed, or of a party. */
static bool is_signature(const struct paper_reader *reader, struct slice paragraph)
{
	const struct persons *people = &reader->document->people;
	for (size_t i = 0; i < people->n; i++)
		if (slice_is(paragraph, people->v[i].name) ||
		    (people->v[i].party && slice_is(paragraph, people->v[i].party)))
			return true;
	return paragraph.n && party_prefix(paragraph) == paragraph.n;
}

/* "Verzoekt het college:", "Verzoekt de burgemeester,": what is asked stands below. */
static bool is_lead_in(struct slice paragraph)
{
	char last = paragraph.p[paragraph.n - 1];
	return last == ':' || (last == ',' && paragraph.n <= LEAD_IN_MOST);
}

static struct slice without_bullet(struct slice s)
{
	while (s.n && !((s.p[0] >= 'a' && s.p[0] <= 'z') || (s.p[0] >= 'A' && s.p[0] <= 'Z')) &&
	       (unsigned char)s.p[0] != 0xc3)
		s.p++, s.n--;
	if (s.n > 2 && s.p[0] == 'o' && s.p[1] == ' ')
		s = (struct slice){s.p + 2, s.n - 2};
	return slice_trim(s);
}

static void add_request(struct paper_reader *reader, const char *verb, struct slice quote)
{
	quote = slice_trim(quote);
	if (quote.n < 4)
		return;
	struct request *request = list_push(reader->arena, &reader->document->requests);
	*request = (struct request){
		.verb = verb, .quote = arena_text(reader->arena, quote), .raw = paper_raw(reader, quote)};
	request->moment = (struct moment){.earliest = DATE_NONE, .latest = DATE_NONE};
	const struct calendar *calendar =
		reader->context->calendar && reader->document->body
			? reader->context->calendar(reader->context->user, reader->document->body)
			: NULL;
	struct moment_context context = {.anchor = reader->document->date, .calendar = calendar};
	struct moments moments = {0};
	moment_list(quote, &context, reader->arena, &moments);
	/* A last day ("voor 1 oktober") binds whatever is asked; a period ("in Q3") only when the council is to hear of it, since it may
	   belong to the matter. */
	bool informs = slice_holds(quote, "raad") || slice_holds(quote, "kamer");
	for (size_t i = 0; i < moments.n; i++)
		if (moments.v[i].latest != DATE_NONE && moments.v[i].latest >= reader->document->date &&
		    (informs || moments.v[i].edtf[0] == '.')) {
			request->moment = moments.v[i];
			request->date_text =
				arena_text(reader->arena, (struct slice){quote.p + moments.v[i].start,
									 moments.v[i].end - moments.v[i].start});
			return;
		}
}

/* Each bullet below a verb is one request; a bullet of a bullet ("o ...") belongs to the one above. */
static void read_requests(struct paper_reader *reader)
{
	const char *verb = NULL;
	for (size_t i = 0; i < reader->paragraph_count; i++) {
		struct slice paragraph = paper_paragraph(reader, i);
		const char *next = request_verb(paragraph);
		if (next) {
			verb = next;
			if (!is_lead_in(paragraph))
				add_request(reader, verb, paragraph);
		} else if (verb && (is_end_of_requests(paragraph) || is_signature(reader, paragraph))) {
			verb = NULL;
		} else if (verb && !slice_begins(paragraph, "o ")) {
			size_t end = paper_find(paragraph, "en gaat over tot de orde");
			add_request(reader, verb, without_bullet((struct slice){paragraph.p, end}));
			if (end < paragraph.n)
				verb = NULL;
		}
	}
}

/* ---- the Kamer ---- */

/* "33 118", "36 200 VIII", "36410-V-71": "33118", "36200-VIII", "36410-V-71". NULL when the line is no dossier. */
static const char *dossier_of(const struct paper_reader *reader, struct slice line)
{
	char *out = arena_alloc(reader->arena, 2 * line.n + 1);
	size_t n = 0, digits = 0;
	for (size_t i = 0; i < line.n; i++) {
		unsigned char c = (unsigned char)line.p[i];
		bool digit = c >= '0' && c <= '9';
		if (c >= 0x80 || c == ' ')
			continue; /* blanks of any width */
		if (!digit && c != '-' && !strchr("IVXLC", c))
			return NULL;
		if (n && !digit && c != '-' && out[n - 1] >= '0' && out[n - 1] <= '9')
			out[n++] = '-'; /* the chapter of a budget */
		digits += digit;
		out[n++] = (char)c;
	}
	return digits >= 5 && digits <= 13 && out[0] >= '1' && out[0] <= '9' ? out : NULL;
}

static void title_case(char *name)
{
	bool first = true;
	for (char *p = name; *p; p++) {
		if (*p >= 'A' && *p <= 'Z' && !first)
			*p = (char)(*p + 32);
		else if ((unsigned char)p[0] == 0xc3 && (unsigned char)p[1] >= 0x80 && (unsigned char)p[1] <= 0x9e &&
			 !first)
			p[1] = (char)(p[1] + 0x20);
		first = *p == ' ' || *p == '-' || *p == '\'';
	}
	/* "Van Der Graaf" is "Van der Graaf": only the first prefix of a surname alone has a capital. */
	static const char *const inner[] = {" Der ", " Den ", " De ", " Het ", " Van "};
	for (size_t i = 0; i < ARRAY_SIZE(inner); i++)
		for (char *p = strstr(name, inner[i]); p; p = strstr(p + 1, inner[i]))
			p[1] = (char)(p[1] + 32);
}

/* "MOTIE VAN HET LID GEURTS C.S.", "MOTIE VAN DE LEDEN VAN BAARLE EN PIRI" */
static void read_caption(struct paper_reader *reader, size_t name)
{
	struct slice line = paper_line(reader, name);
	size_t at = paper_find(line, " het lid ");
	size_t skip = at < line.n ? 9 : 0;
	if (!skip && (at = paper_find(line, " de leden ")) < line.n)
		skip = 10;
	if (!skip)
		return;
	char *rest = arena_text(reader->arena, (struct slice){line.p + at + skip, line.n - at - skip});
	for (char *p = rest; *p;) {
		size_t n = strcspn(p, ",");
		char *last = strstr(p, " EN ");
		size_t skipped = 1;
		if (last && (size_t)(last - p) < n) {
			n = (size_t)(last - p);
			skipped = 4;
		}
		char *mover = arena_text(reader->arena, slice_trim((struct slice){p, n}));
		char *others = strstr(mover, " C.S.");
		if (others)
			*others = '\0';
		title_case(mover);
		paper_add_person(reader, &reader->document->people, slice_of(mover), SLICE(""), "submitter");
		p += p[n] ? n + skipped : n;
	}
}

static void read_chamber_head(struct paper_reader *reader, struct mention *mention, size_t name)
{
	struct document *document = reader->document;
	const char *dossier = NULL, *number = NULL;
	for (size_t i = 0; i < name; i++) {
		struct slice line = paper_line(reader, i);
		int day = paper_only_day(reader, line);
		if (day != DATE_NONE) {
			document->date = day;
		} else if (!dossier && dossier_of(reader, line)) {
			dossier = dossier_of(reader, line);
		} else if (dossier && slice_begins(line, "nr. ")) {
			number = arena_text(reader->arena, (struct slice){line.p + 4, line.n - 4});
		} else if (dossier && !number && line.n > 8) { /* the dossier's title, which may wrap */
			document->title = document->title ? arena_printf(reader->arena, "%s %.*s", document->title,
									 (int)line.n, line.p)
							  : arena_text(reader->arena, line);
		}
	}
	for (size_t i = name + 1; i < name + 6; i++) {
		struct slice line = paper_line(reader, i);
		if (slice_begins(line, "voorgesteld"))
			document->date = paper_only_day(reader, line);
		size_t at = paper_find(line, "gedrukt onder nr. ");
		if (at == line.n || !dossier)
			continue;
		const char *replaced = arena_text(reader->arena, (struct slice){line.p + at + 18, line.n - at - 18});
		paper_add_relation(
			reader, &mention->relations, REL_REPLACES, "kamerstuk",
			arena_printf(reader->arena, "%s-%.*s", dossier, (int)strspn(replaced, "0123456789"), replaced),
			NULL);
	}
	if (dossier) {
		const char *value = number ? arena_printf(reader->arena, "%s-%s", dossier, number) : dossier;
		paper_add_identifier(reader, &document->identifiers, "kamerstuk", value);
	}
	mention->identifiers = document->identifiers;
	mention->meeting = document->date;
	if (document->date != DATE_NONE)
		paper_add_event(reader, mention, STATE_SUBMITTED, document->date, paper_line(reader, name), false);
	read_caption(reader, name);
}

void paper_motion_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	size_t which = 0, name = name_line(reader, &which);
	struct mention *mention =
		paper_add_mention(reader, document->kind == DOC_MOTION ? ITEM_MOTION : ITEM_AMENDMENT);
	mention->own_paper = true;
	if (names[which].caption) {
		read_chamber_head(reader, mention, name);
	} else {
		read_council_head(reader, mention, name);
		read_title(reader, name, which);
		read_movers(reader, name);
		read_opening(reader, mention);
		read_closing(reader, mention);
		read_signatures(reader, name);
	}
	paper_add_zone(reader, 0, reader->paragraph_count, ZONE_DICTUM);
	if (document->kind == DOC_MOTION)
		read_requests(reader);
	mention->title = document->title;
	mention->people = document->people;
	mention->requests = document->requests;
	document->relations = mention->relations;
}
