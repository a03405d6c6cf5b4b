/* paper_motion.c: motions and amendments of councils, as drafts and stamped; those of the Kamer differ in their head only.
 *
 * A council's motion has a head of labels and values that pdftotext may part ("RIS-nummer:" here, its number three lines on), a title
 * behind "Motie:" or "Onderwerp:", movers behind "Indiener:" or under the text, an opening, what it considers and asks, signatures, and a
 * closing line once voted on.
 */
#include "core/paper_motion.h"

#include "core/party.h"
#include "core/person.h"

enum { SHORT_LINE = 40, TITLE_LINES = 3, SIGNED_MOST = 80 };

bool paper_motion_is(struct paper_reader *reader, enum document_kind *kind)
{
	struct motion_head *head = arena_alloc(reader->arena, sizeof *head);
	if (!motion_head_find(reader, head))
		return false;
	reader->motion = head;
	*kind = head->kind;
	return true;
}

/* ---- number ---- */

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

/* The number behind the caption: "M12", "A3", "2025-14", "nr. 12"; 0 when what stands there belongs to the title ("D66", "100 bankjes"). */
static size_t caption_code(const struct motion_head *head, struct slice s)
{
	size_t n = 0, digits = 0, marks = 0;
	while (n < s.n && !strchr(" :", s.p[n])) {
		digits += is_digit(s.p[n]);
		marks += strchr("-/.", s.p[n]) != NULL;
		if (!is_digit(s.p[n]) && !strchr("-/.", s.p[n]) && !(s.p[n] >= 'A' && s.p[n] <= 'Z'))
			return 0;
		n++;
	}
	if (digits == 0 || n > 12 || party_prefix(s))
		return 0;
	bool alone = n == s.n || s.p[n] == ':' || (n + 1 < s.n && strchr("-:", s.p[n + 1]));
	bool letter = s.p[0] == (head->kind == DOC_MOTION ? 'M' : 'A');
	return alone || letter || (marks && is_digit(s.p[0])) ? n : 0;
}

/* Takes number and punctuation off what stands behind the caption; what is left is the title, or movers, or nothing. */
static struct slice read_caption(struct paper_reader *reader, const struct motion_head *head, struct mention *mention)
{
	static const char *const numbers[] = {"nummer ", "nr. ", "nr ", "no. "};
	struct slice rest = slice_trim(head->rest);
	bool said = false;
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++)
		if (slice_begins(rest, numbers[i])) {
			size_t n = strlen(numbers[i]);
			rest = slice_trim((struct slice){rest.p + n, rest.n - n});
			said = true;
		}
	size_t n = head->rest.n && head->rest.p[0] == ':' ? 0 : caption_code(head, rest);
	if (said)
		for (n = 0; n < rest.n && !strchr(" :", rest.p[n]);)
			n++;
	if (n && !mention->code)
		mention->code = arena_text(reader->arena, (struct slice){rest.p, n});
	rest = (struct slice){rest.p + n, rest.n - n};
	static const char *const between[] = {":", "-", "–", "—", " ", "."};
	for (size_t i = 0; i < ARRAY_SIZE(between); i++)
		if (rest.n && slice_begins(rest, between[i])) {
			size_t size = strlen(between[i]);
			rest = (struct slice){rest.p + size, rest.n - size};
			i = SIZE_MAX; /* begin again: " - " */
		}
	static const char vreemd[] = "vreemd aan de orde van de dag";
	if (slice_begins(rest, vreemd)) {
		rest = (struct slice){rest.p + strlen(vreemd), rest.n - strlen(vreemd)};
		while (rest.n && strchr(":- .", rest.p[0]))
			rest.p++, rest.n--;
	}
	return slice_trim(rest);
}

static const char *read_code(const struct paper_reader *reader, struct slice line)
{
	static const char *const labels[] = {"stuknummer", "motienummer", "nummer", "ingekomen onder nummer"};
	struct slice value;
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
		if (motion_field(line, labels[i], &value) && value.n && value.n <= 12 && !memchr(value.p, ' ', value.n))
			return arena_text(reader->arena, value);
	if (motion_field(line, "stuknummer", &value))
		line = value;
	size_t n = code_size(line);
	return n ? arena_text(reader->arena, (struct slice){line.p, n}) : NULL;
}

/* ---- head ---- */

static size_t find_movers(const struct motion_head *head)
{
	static const char *const labels[] = {"indieners", "indiener", "ingediend door"};
	struct slice value;
	for (size_t i = head->name; i < head->opening; i++)
		for (size_t k = 0; k < ARRAY_SIZE(labels); k++)
			if (motion_field(head->v[i].text, labels[k], &value))
				return i;
	return SIZE_MAX;
}

/* Where the fields of the head end: at the opening, or at the caption when that stands too far away. */
static size_t end_of_fields(const struct motion_head *head)
{
	return head->opening < head->n ? head->opening : head->name + 1;
}

static void read_fields(struct paper_reader *reader, const struct motion_head *head, struct mention *mention)
{
	struct document *document = reader->document;
	size_t end = end_of_fields(head);
	for (size_t i = 0; i < end; i++) {
		struct slice line = head->v[i].text;
		if (line.n > SHORT_LINE || i == head->name)
			continue; /* title and movers */
		if (!mention->code)
			mention->code = read_code(reader, line);
		const char *ris = paper_ris(reader, line);
		if (ris && line.n <= 24)
			paper_add_identifier(reader, &document->identifiers, "RIS", ris);
	}
	mention->identifiers = document->identifiers;
	if (mention->code)
		paper_add_identifier(reader, &document->identifiers, "stuknummer", mention->code);
}

/* Fields that name the day of the meeting, where the text does not say it; the most certain first. */
static const char *const meetings[] = {"datum raadsvergadering", "raadsvergadering", "datum vergadering",
				       "vergaderdatum",          "vergadering",      "datum"};
static const char *const publications[] = {"publicatiedatum", "datum publicatie"};

/* The day behind one of the labels, or in the line below it. */
static int field_day(const struct paper_reader *reader, const struct motion_head *head, const char *const *fields,
		     size_t count)
{
	struct slice value;
	for (size_t k = 0; k < count; k++)
		for (size_t i = 0; i < end_of_fields(head); i++) {
			if (!motion_field(head->v[i].text, fields[k], &value))
				continue;
			int day = paper_day(reader, value.n ? value : head->v[i + 1 < head->n ? i + 1 : i].text, NULL);
			if (day != DATE_NONE)
				return day;
		}
	return DATE_NONE;
}

/* ---- title ---- */

/* Whether a line of the head cannot belong to the title. */
static bool ends_title(const struct paper_reader *reader, const struct motion_head *head, size_t i)
{
	struct slice line = head->v[i].text;
	return i >= head->n || i == head->opening || motion_is_field(line) || code_size(line) ||
	       paper_only_day(reader, line) != DATE_NONE || slice_begins(line, "de raad") ||
	       slice_begins(line, "ondergetekende") || slice_begins(line, "de gemeenteraad");
}

/* The text that begins with `first`, in line `i`, and the lines that it wraps to. */
static struct slice read_wrapped(struct paper_reader *reader, const struct motion_head *head, size_t i,
				 struct slice first)
{
	struct buf text;
	buf_init(&text);
	buf_add(&text, first.p, first.n);
	for (size_t k = i + 1; k <= i + TITLE_LINES && k < head->n; k++) {
		if (ends_title(reader, head, k) || (text.n && head->v[k].gap))
			break;
		text_join(&text, head->v[k].text);
	}
	struct slice out = slice_of(text.n ? arena_text(reader->arena, (struct slice){text.p, text.n}) : "");
	buf_release(&text);
	return slice_trim(out);
}

/* "van de leden Khan en Ahmadi inzake de begroting": the title stands behind "inzake". */
static struct slice without_movers(struct slice title, struct slice *movers)
{
	static const char *const leads[] = {"motie van ", "amendement van ", "van "};
	static const char *const who[] = {"het lid ",     "de leden ",     "de fractie ",
					  "de fracties ", "het raadslid ", "de raadsleden "};
	static const char *const about[] = {" inzake ", " over ", " betreffende ", " m.b.t. ", " met betrekking tot "};
	*movers = SLICE("");
	struct slice rest = title;
	for (size_t i = 0; i < ARRAY_SIZE(leads) && rest.p == title.p; i++)
		if (slice_begins(title, leads[i]))
			rest = (struct slice){title.p + strlen(leads[i]), title.n - strlen(leads[i])};
	for (size_t k = 0; rest.p != title.p && k < ARRAY_SIZE(who); k++) {
		if (!slice_begins(rest, who[k]))
			continue;
		*movers = (struct slice){rest.p + strlen(who[k]), rest.n - strlen(who[k])};
		for (size_t i = 0; i < ARRAY_SIZE(about); i++) {
			size_t at = slice_find(*movers, about[i]), n = strlen(about[i]);
			if (at == movers->n)
				continue;
			title = slice_trim((struct slice){movers->p + at + n, movers->n - at - n});
			movers->n = at;
			return title;
		}
		return SLICE("");
	}
	return title;
}

/* The value of "Titel", "Onderwerp" or "Betreft"; the last that is there, for a second one is more precise. An earlier one may name the
 * movers. */
static struct slice title_field(struct paper_reader *reader, const struct motion_head *head, struct slice *movers)
{
	static const char *const labels[] = {"titel", "onderwerp", "betreft"};
	struct slice title = SLICE(""), value, named;
	for (size_t k = 0; k < ARRAY_SIZE(labels); k++)
		for (size_t i = end_of_fields(head); i-- > 0;) {
			if (!motion_field(head->v[i].text, labels[k], &value))
				continue;
			struct slice found = without_movers(read_wrapped(reader, head, i, value), &named);
			if (named.n)
				*movers = named;
			if (title.n == 0)
				title = found;
		}
	return title;
}

/* The first line below the caption that is no field. */
static struct slice title_below(struct paper_reader *reader, const struct motion_head *head)
{
	for (size_t i = head->name + 1; i < end_of_fields(head); i++) {
		struct slice line = head->v[i].text;
		if (!ends_title(reader, head, i) && line.n > 3 && party_prefix(line) != line.n &&
		    !slice_begins(line, "gemeente") && state_from_alias(line) == STATE_NONE)
			return read_wrapped(reader, head, i, line);
		if (motion_is_field(line))
			break;
	}
	return SLICE("");
}

/* "Motie: Statenfractie VVD": whose it is, and no title; the bytes before the party, 0 when something else stands there. */
static size_t caption_party(struct slice rest)
{
	static const char *const leads[] = {"statenfractie ", "raadsfractie ", "fractie "};
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++) {
		struct slice party = slice_from(rest, slice_begins(rest, leads[i]) ? strlen(leads[i]) : 0);
		if (party.n < rest.n && (party_prefix(party) == party.n || paper_is_local_party(party)))
			return rest.n - party.n;
	}
	return 0;
}

/* `rest` is what stands behind the caption; `movers` gets those that the title names. */
static void read_title(struct paper_reader *reader, const struct motion_head *head, struct slice rest,
		       struct slice *movers)
{
	struct slice title =
		rest.n || (slice_begins(head->rest, ":") && !caption_party(slice_trim(slice_from(head->rest, 1))))
			? without_movers(read_wrapped(reader, head, head->name, rest), movers)
			: SLICE("");
	if (title.n == 0)
		title = title_field(reader, head, movers);
	if (title.n == 0 && movers->n == 0)
		title = title_below(reader, head);
	while (title.n && strchr(". ", title.p[title.n - 1]))
		title.n--;
	if (title.n)
		reader->document->title = arena_text(reader->arena, title);
}

/* ---- movers ---- */

/* Adds a line of names to what stands above it: a double name keeps its hyphen ("Van der Velden-" "de Wit"). */
static void join_names(struct buf *movers, struct slice line)
{
	size_t first = slice_find(line, " ");
	if (movers->n && movers->p[movers->n - 1] == '-' && person_is_prefix((struct slice){line.p, first}))
		buf_add(movers, line.p, line.n);
	else
		text_join(movers, line);
}

static void read_movers(struct paper_reader *reader, const struct motion_head *head, size_t at)
{
	struct slice line = head->v[at].text, value;
	if (!motion_field(line, "indieners", &value) && !motion_field(line, "indiener", &value) &&
	    !motion_field(line, "ingediend door", &value))
		return;
	struct buf movers;
	buf_init(&movers);
	buf_add(&movers, value.p, value.n);
	for (size_t i = at + 1; i <= at + TITLE_LINES && i < head->n; i++) {
		if ((head->v[i].gap && slice_trim((struct slice){movers.p, movers.n}).n) || ends_title(reader, head, i))
			break;
		join_names(&movers, head->v[i].text);
	}
	paper_people_read(reader, slice_of(arena_text(reader->arena, (struct slice){movers.p, movers.n})), "submitter",
			  &reader->document->people);
	buf_release(&movers);
}

/* "Khan, Ahmadi en Bakker": surnames without a party. */
static void read_surnames(struct paper_reader *reader, struct slice names)
{
	while (names.n) {
		size_t comma = slice_find(names, ","), and = slice_find(names, " en ");
		size_t n = comma < and? comma : and;
		size_t skip = n == names.n ? 0 : comma < and? 1 : 4;
		struct slice name = slice_trim((struct slice){names.p, n});
		if (name.n && name.p[0] >= 'A' && name.p[0] <= 'Z' && party_prefix(name) != name.n &&
		    !slice_is(name, "c.s."))
			paper_add_person(reader, &reader->document->people, name, SLICE(""), "submitter");
		names = (struct slice){names.p + n + skip, names.n - n - skip};
	}
}

/* "S.Y. Khan": initials and a surname, and nothing else. */
static bool is_initialled(struct slice line)
{
	size_t words = 0;
	for (size_t i = 0; i < line.n; i++)
		words += line.p[i] == ' ';
	return line.n > 4 && line.n <= SHORT_LINE && line.p[0] >= 'A' && line.p[0] <= 'Z' && line.p[1] == '.' &&
	       words >= 1 && words <= 4 && !strchr(".,:;", line.p[line.n - 1]);
}

/* Names without a party below "Indieners" or "De leden van de gemeenteraad," under the text. */
static void read_listed(struct paper_reader *reader, const struct motion_head *head)
{
	static const char *const labels[] = {"indiener", "ondertekening", "het lid van de gemeenteraad",
					     "de leden van de gemeenteraad"};
	const char *text = head->v[head->opening < head->n ? head->opening : head->name].text.p;
	bool listed = false;
	for (size_t i = 0; i < reader->document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		listed = listed && is_initialled(line);
		if (listed)
			paper_add_person(reader, &reader->document->people, line, SLICE(""), "submitter");
		for (size_t k = 0; line.p > text && k < ARRAY_SIZE(labels); k++)
			listed |= slice_begins(line, labels[k]);
	}
}

/* "Leendert de Wit": a given name or initials, a surname, and its prefixes. */
static bool is_name(struct slice s)
{
	size_t words = 0;
	for (s = slice_trim(s); s.n; words++) {
		struct slice word = {s.p, slice_find(s, " ")};
		if (!is_letter_byte(word.p[0]) ||
		    (!is_upper(word.p[0]) && is_ascii(word.p[0]) && !person_is_prefix(word)))
			return false;
		s = slice_trim(slice_from(s, word.n));
	}
	return words >= 2 && words <= 6;
}

/* "Anna de Wit, Dorpsbelang", "Anna de Wit (Partij van het Eiland)": a party that no table holds. */
static bool is_signed_locally(struct slice line)
{
	while (line.n && strchr(") ", line.p[line.n - 1]))
		line.n--;
	size_t at = slice_find(line, ","), bracket = slice_find(line, " (");
	at = bracket < at ? bracket + 1 : at;
	return line.n <= SIGNED_MOST && at < line.n && !memchr(line.p, ':', line.n) &&
	       paper_is_local_party(slice_trim(slice_from(line, at + 1))) && is_name((struct slice){line.p, at});
}

/* "Fractie VVD: J. de Boer": the text of the names, and the party behind each as it stands behind a name. */
static struct slice signed_behind_party(const struct paper_reader *reader, struct slice line)
{
	static const char *const leads[] = {"namens de fractie van ", "namens de fractie ", "namens ",
					    "de fractie van ",        "fractie van ",       "fractie ",
					    "raadsfractie ",          "statenfractie "};
	size_t colon = slice_find(line, ":");
	if (colon == line.n || line.n > SIGNED_MOST)
		return SLICE("");
	struct slice party = slice_trim((struct slice){line.p, colon}), names = slice_trim(slice_from(line, colon + 1));
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++)
		if (slice_begins(party, leads[i])) {
			party = slice_from(party, strlen(leads[i]));
			break;
		}
	bool known = party.n && (party_prefix(party) == party.n || paper_is_local_party(party));
	if (!known ||
	    !is_name((struct slice){names.p, slice_find((struct slice){names.p, slice_find(names, ",")}, " en ")}))
		return SLICE("");
	return slice_of(arena_printf(reader->arena, "%.*s (%.*s)", (int)names.n, names.p, (int)party.n, party.p));
}

/* "J. de Boer, PvdA", "K. Smit (D66)": a name and its party on one line. */
static bool is_signed_line(struct slice line)
{
	while (line.n && strchr(") ,", line.p[line.n - 1]))
		line.n--;
	size_t party = party_suffix(line), words = 0;
	if (party == 0 || party == line.n || line.n > SIGNED_MOST || line.p[0] < 'A' || line.p[0] > 'Z' ||
	    memchr(line.p, ':', line.n) || slice_begins(line, "fractie") || slice_begins(line, "namens") ||
	    party_prefix(line) || motion_verb(line))
		return false;
	struct slice name = slice_trim((struct slice){line.p, line.n - party});
	if (paper_is_local_party(name) || slice_holds(name, "  ")) /* columns of parties */
		return false;
	for (size_t i = 0; i < name.n; i++)
		words += name.p[i] == ' ';
	return words >= 1 && words <= 5;
}

/* Signatures stand between the end of the text and the closing line. Where the head names no mover, who signed first is one. */
static size_t read_signatures(struct paper_reader *reader)
{
	size_t n = reader->document->text.lines.n, from = 0, to = n;
	for (size_t i = 0; i < n; i++)
		if (slice_begins(paper_line(reader, i), "en gaat over tot") ||
		    slice_begins(paper_line(reader, i), "en gaan over tot"))
			from = i + 1;
	paper_find_line(reader, from, n, "aldus ", &to);
	if (from == 0) /* an amendment without the formula: the lines before the closing one that look like names */
		from = to > 12 ? to - 12 : 0;
	struct persons *people = &reader->document->people;
	const char *role = people->n ? "cosignatory" : "submitter";
	size_t known = people->n;
	for (size_t i = from; i < to; i++) {
		struct slice line = paper_line(reader, i), behind = signed_behind_party(reader, line);
		if (reader->document->text.lines.v[i].furniture)
			continue;
		if (behind.n || is_signed_line(line) || is_signed_locally(line))
			paper_people_read(reader, behind.n ? behind : line, role, people);
	}
	paper_signatures_read(reader, from, to, people);
	for (size_t i = known; i < people->n; i++)
		people->v[i].role = role;
	return from;
}

/* ---- opening ---- */

/* The paragraph in which the council begins to speak, from there on; the caption where there is none. */
static struct slice find_opening(const struct paper_reader *reader, const struct motion_head *head)
{
	const struct text *text = &reader->document->text;
	size_t line = head->opening < head->n ? head->opening : head->name;
	size_t place = text_place(text, (size_t)(head->v[line].text.p - text->raw.p));
	for (size_t i = 0; i < reader->paragraph_count; i++)
		if (reader->paragraphs[i].end > place) {
			size_t start = reader->paragraphs[i].start > place ? reader->paragraphs[i].start : place;
			return paper_text(reader, (struct span){start, reader->paragraphs[i].end});
		}
	return SLICE("");
}

/* The day that the opening names, or, where "De raad," stands alone, what follows: "in vergadering bijeen op ...". */
static int opening_day(const struct paper_reader *reader, struct slice opening)
{
	int day = paper_day(reader, opening, NULL);
	const char *end = reader->document->text.body + reader->document->text.body_size;
	if (day != DATE_NONE || opening.n == 0 || opening.n > SHORT_LINE || opening.p + opening.n >= end)
		return day;
	struct slice next = {opening.p + opening.n + 1, (size_t)(end - opening.p) - opening.n - 1};
	next.n = slice_find(next, "\n");
	return slice_holds(next, "bijeen") ? paper_day(reader, next, NULL) : DATE_NONE;
}

/* "in vergadering bijeen op 23 januari 2025, ter bespreking van het voorstel ... (RIS319455)" */
static void read_opening(struct paper_reader *reader, const struct motion_head *head, struct mention *mention)
{
	struct slice opening = find_opening(reader, head);
	mention->meeting = opening_day(reader, opening);
	if (mention->meeting == DATE_NONE)
		mention->meeting = field_day(reader, head, meetings, ARRAY_SIZE(meetings));
	size_t about = slice_find(opening, "ter bespreking");
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

static void read_council(struct paper_reader *reader, struct motion_head *head, struct mention *mention)
{
	struct slice movers = SLICE(""), rest = read_caption(reader, head, mention);
	size_t owned = caption_party(rest);
	if (owned) {
		paper_add_person(reader, &reader->document->people, SLICE(""), slice_from(rest, owned), "submitter");
		rest = SLICE("");
	}
	head->movers = find_movers(head);
	read_fields(reader, head, mention);
	read_title(reader, head, rest, &movers);
	if (head->movers != SIZE_MAX)
		read_movers(reader, head, head->movers);
	head->foot = read_signatures(reader);
	if (reader->document->people.n == 0)
		read_listed(reader, head);
	if (reader->document->people.n == 0)
		read_surnames(reader, movers);
	read_opening(reader, head, mention);
	motion_vote_read(reader, head, find_opening(reader, head), mention);
	if (reader->document->date == DATE_NONE)
		reader->document->date = field_day(reader, head, publications, ARRAY_SIZE(publications));
}

void paper_motion_read(struct paper_reader *reader)
{
	struct document *document = reader->document;
	struct mention *mention =
		paper_add_mention(reader, document->kind == DOC_MOTION ? ITEM_MOTION : ITEM_AMENDMENT);
	mention->own_paper = true;
	if (reader->motion->chamber)
		motion_chamber_read(reader, reader->motion, mention);
	else
		read_council(reader, reader->motion, mention);
	paper_add_zone(reader, 0, reader->paragraph_count, ZONE_DICTUM);
	if (document->kind == DOC_MOTION)
		motion_requests_read(reader);
	mention->title = document->title;
	mention->people = document->people;
	mention->requests = document->requests;
	document->relations = mention->relations;
}
