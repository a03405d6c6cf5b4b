/* paper_motion_chamber.c: the head of a motion of the Kamer: dossier and its title, number, caption with the movers, day.
 *
 *     36 410 VI  Vaststelling van de begrotingsstaten ...
 *     Nr. 81     MOTIE VAN HET LID PIRI
 *                Voorgesteld tijdens het Wetgevingsoverleg van 12 februari 2024
 */
#include "core/paper_motion.h"

enum { BELOW_CAPTION = 6, TITLE_LEAST = 3, NAME_MOST = 40, SIGNED_MOST = 75 };

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

/* The first mover of `names`, which ends at a comma or " EN "; `*skip` gets the bytes up to the next. */
static size_t name_end(const char *names, size_t *skip)
{
	size_t n = strcspn(names, ",");
	const char *and = strstr(names, " EN ");
	*skip = names[n] ? n + 1 : n;
	if (and&&(size_t)(and-names) < n) {
		n = (size_t)(and-names);
		*skip = n + strlen(" EN ");
	}
	return n;
}

/* "MOTIE VAN HET LID GEURTS C.S.", "MOTIE VAN DE LEDEN VAN BAARLE EN PIRI" */
static void read_movers(struct paper_reader *reader, struct slice rest)
{
	static const char *const leads[] = {" van het lid ", " van de leden "};
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++) {
		size_t n = strlen(leads[i]), skip;
		if (!slice_begins(rest, leads[i]))
			continue;
		for (const char *p = arena_text(reader->arena, (struct slice){rest.p + n, rest.n - n}); *p; p += skip) {
			struct slice name = {p, name_end(p, &skip)};
			char *mover = arena_text(reader->arena, slice_trim(name));
			char *others = strstr(mover, " C.S.");
			if (others)
				*others = '\0';
			title_case(mover);
			paper_add_person(reader, &reader->document->people, slice_of(mover), SLICE(""), "submitter");
		}
	}
}

/* "Van der Plas", "Pouw-Verweij": a name without initials or party, as it stands under the text. */
static bool is_name(struct slice line)
{
	unsigned char first = line.n ? (unsigned char)line.p[0] : 0;
	bool capital = (first >= 'A' && first <= 'Z') || (first >= 0xc3 && first <= 0xc5); /* the letters of Latin */
	size_t words = 1;
	for (size_t i = 0; i < line.n; i++) {
		if (strchr(".,:;()/", line.p[i]) || (line.p[i] >= '0' && line.p[i] <= '9'))
			return false;
		words += line.p[i] == ' ';
	}
	return capital && line.n > 1 && line.n <= NAME_MOST && words <= 5;
}

/* Whether the names differ in nothing but capitals; in the caption letters beyond Latin 1 stay large. */
static bool is_same_name(struct slice a, const char *b)
{
	if (a.n != strlen(b))
		return false;
	for (size_t i = 0; i < a.n; i++) {
		bool letters = (unsigned char)a.p[i] < 0x80;
		if (letters ? (a.p[i] | 0x20) != (b[i] | 0x20) : (unsigned char)b[i] < 0x80)
			return false;
	}
	return true;
}

/* The names under the text: in the caption "C.S." stands for all but the first. */
static void read_others(struct paper_reader *reader)
{
	struct document *document = reader->document;
	size_t n = document->text.lines.n, at, movers = document->people.n;
	if (!paper_find_line(reader, 0, n, "en gaat over tot de orde", &at))
		return;
	for (size_t i = at + 1, signed_by = 0; i < n && signed_by < SIGNED_MOST; i++) {
		struct slice line = paper_line(reader, i);
		if (document->text.lines.v[i].furniture)
			continue;
		if (!is_name(line))
			return;
		bool known = false;
		for (size_t k = 0; k < movers && !known; k++)
			known = is_same_name(line, document->people.v[k].name);
		if (!known)
			paper_add_person(reader, &document->people, line, SLICE(""), "cosignatory");
		signed_by++;
	}
}

static bool is_words(struct slice line)
{
	size_t letters = 0;
	for (size_t i = 0; i < line.n; i++)
		letters += (line.p[i] >= 'a' && line.p[i] <= 'z') || (line.p[i] >= 'A' && line.p[i] <= 'Z');
	return letters >= TITLE_LEAST;
}

/* Above the caption: the dossier, its title, which may wrap to a single short word, the number, and on drafts the day. */
static const char *read_dossier(struct paper_reader *reader, const struct motion_head *head, const char **number)
{
	struct document *document = reader->document;
	const char *dossier = NULL;
	*number = NULL;
	for (size_t i = 0; i < head->name; i++) {
		struct slice line = head->v[i].text;
		int day = paper_only_day(reader, line);
		if (day != DATE_NONE)
			document->date = day;
		else if (!dossier)
			dossier = dossier_of(reader, line);
		else if (slice_begins(line, "nr. "))
			*number = arena_text(reader->arena, (struct slice){line.p + 4, line.n - 4});
		else if (!*number && is_words(line))
			document->title = document->title ? arena_printf(reader->arena, "%s %.*s", document->title,
									 (int)line.n, line.p)
							  : arena_text(reader->arena, line);
	}
	return dossier;
}

/* Below it: the day, also of the meeting in which it was put forward, and what it replaces. */
static void read_below(struct paper_reader *reader, const struct motion_head *head, const char *dossier,
		       struct mention *mention)
{
	static const char replaces[] = "gedrukt onder nr. ";
	for (size_t i = head->name + 1; i < head->name + BELOW_CAPTION && i < head->n; i++) {
		struct slice line = head->v[i].text;
		int day = slice_begins(line, "voorgesteld") || slice_begins(line, "ontvangen")
				  ? paper_day(reader, line, NULL)
				  : DATE_NONE;
		if (day != DATE_NONE)
			reader->document->date = day;
		size_t at = slice_find(line, replaces);
		if (at == line.n || !dossier)
			continue;
		at += strlen(replaces);
		const char *number = arena_text(reader->arena, (struct slice){line.p + at, line.n - at});
		paper_add_relation(
			reader, &mention->relations, REL_REPLACES, "kamerstuk",
			arena_printf(reader->arena, "%s-%.*s", dossier, (int)strspn(number, "0123456789"), number),
			NULL);
	}
}

void motion_chamber_read(struct paper_reader *reader, const struct motion_head *head, struct mention *mention)
{
	struct document *document = reader->document;
	const char *number;
	const char *dossier = read_dossier(reader, head, &number);
	read_below(reader, head, dossier, mention);
	if (dossier)
		paper_add_identifier(reader, &document->identifiers, "kamerstuk",
				     number ? arena_printf(reader->arena, "%s-%s", dossier, number) : dossier);
	mention->identifiers = document->identifiers;
	mention->meeting = document->date;
	paper_add_event(reader, mention, STATE_SUBMITTED, document->date, head->v[head->name].text, false);
	read_movers(reader, head->rest);
	if (slice_holds(head->rest, " c.s."))
		read_others(reader);
}
