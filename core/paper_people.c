/* paper_people.c: who put a paper forward, in running text. Text is cut into parties, which are found by name, and names: what stands
 * between separators. A party belongs to the name before it, and to those that "en" joins to that; one without a name stands alone.
 */
#include "core/paper.h"

#include "core/party.h"

enum { PENDING = 8, STRANGER_MOST = 40 };

struct people_scan {
	const struct paper_reader *reader;
	const char *role;
	struct persons *out;
	struct slice rest;
	struct slice names[PENDING]; /* that have no party yet */
	bool joined[PENDING];        /* by "en" to the one before */
	size_t n;
	bool and;      /* "en" stood before what comes */
	bool behalf;   /* "mede namens" did */
	size_t led_by; /* parties alone, before any name */
};

static bool skip(struct slice *s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_begins(*s, words[i])) {
			*s = slice_from(*s, strlen(words[i]));
			return true;
		}
	return false;
}

/* The bytes of a party at the start of `s`, with those that it is one group with: "GroenLinks / PvdA". */
static size_t group_prefix(struct slice s)
{
	size_t n = party_prefix(s), end = n;
	while (n) {
		struct slice rest = slice_trim(slice_from(s, end));
		if (rest.n == 0 || rest.p[0] != '/')
			return end;
		rest = slice_trim(slice_from(rest, 1));
		n = party_prefix(rest);
		end = n ? (size_t)(rest.p + n - s.p) : end;
	}
	return end;
}

/* ---- names ---- */

/* What may stand before a party, and only there: "de fracties van D66". */
static size_t party_lead(struct slice s)
{
	static const char *const leads[] = {"de fracties van de ",
					    "de fracties van ",
					    "de fractie van de ",
					    "de fractie van ",
					    "de fracties ",
					    "de fractie ",
					    "fracties ",
					    "fractie ",
					    "de ",
					    "het ",
					    "- ",
					    "– "};
	for (size_t i = 0; i < ARRAY_SIZE(leads); i++)
		if (slice_begins(s, leads[i]) && group_prefix(slice_from(s, strlen(leads[i]))))
			return strlen(leads[i]);
	return 0;
}

/* Drops separators and titles, and notes "en". */
static void skip_between(struct people_scan *scan)
{
	static const char *const and[] = {"en ", "& "};
	static const char *const behalf[] = {"mede namens ", "mede ingediend door ", "namens "};
	static const char *const titles[] = {"de heer ",  "mevrouw ",      "mevr. ",         "mw. ",
					     "dhr. ",     "drs. ",         "mr. ",           "ir. ",
					     "ing. ",     "dr. ",          "prof. ",         "het lid ",
					     "de leden ", "het raadslid ", "de raadsleden ", "raadslid "};
	static const char *const others[] = {"c.s.", "c.s", "cs.", "e.a.", "anderen"};
	for (;;) {
		struct slice s = scan->rest = slice_trim(scan->rest);
		size_t lead = party_lead(s);
		if (skip(&s, and, ARRAY_SIZE(and)))
			scan->and = true;
		else if (skip(&s, behalf, ARRAY_SIZE(behalf)))
			scan->behalf |= slice_begins(scan->rest, "mede");
		else if (lead)
			s = slice_from(s, lead);
		else if (s.n && strchr(",;()/", s.p[0]))
			s = slice_from(s, 1);
		else if (!skip(&s, titles, ARRAY_SIZE(titles)) && !skip(&s, others, ARRAY_SIZE(others)))
			return;
		scan->rest = s;
	}
}

/* "C.M.J. (Coen) Bom": the bytes of a given name in brackets, with them; 0 when what they hold ends there. */
static size_t given_in_brackets(struct slice s)
{
	const char *close = s.p[0] == '(' ? memchr(s.p, ')', s.n) : NULL;
	size_t n = close ? (size_t)(close + 1 - s.p) : 0;
	bool name = n && n + 1 < s.n && s.p[n] == ' ' && is_letter_byte(s.p[n + 1]) &&
		    !slice_begins(slice_from(s, n), " en ") && !slice_begins(slice_from(s, n), " namens ") &&
		    !slice_begins(slice_from(s, n), " c.s") && !slice_begins(slice_from(s, n), " mede ") &&
		    memchr(s.p, ' ', n) == NULL && party_prefix(slice_from(s, 1)) == 0;
	return name ? n : 0;
}

/* Where the name with which `s` begins ends. */
static size_t name_size(struct slice s)
{
	static const char *const ends[] = {" en ", " & ", " namens ", " mede ", " c.s", " e.a.", " cs "};
	for (size_t i = 0; i < s.n; i++) {
		struct slice here = slice_from(s, i);
		size_t given = given_in_brackets(here);
		if (given) {
			i += given - 1;
			continue;
		}
		if (strchr(",;()/", s.p[i]) || skip(&here, ends, ARRAY_SIZE(ends)) || slice_is(here, " cs"))
			return i;
		if (s.p[i] == ' ' && (group_prefix(slice_from(s, i + 1)) || party_lead(slice_from(s, i + 1))))
			return i;
	}
	return s.n;
}

/* ---- parties ---- */

bool paper_is_local_party(struct slice s)
{
	static const char *const begins[] = {"groep ", "lijst ", "fractie "};
	static const char *const inside[] = {"leefbaar ", "lokaal ",     "democraten",   "liberalen",
					     "hart voor", "progressief", "onafhankelijk"};
	static const char *const ends[] = {"partij", "belang", "belangen"};
	struct slice rest = s;
	bool stranger = skip(&rest, begins, ARRAY_SIZE(begins)) || slice_holds_any(s, inside, ARRAY_SIZE(inside));
	for (size_t i = 0; i < s.n; i++)
		for (size_t k = 0; k < ARRAY_SIZE(ends); k++) {
			size_t end = i + strlen(ends[k]);
			stranger |= slice_begins(slice_from(s, i), ends[k]) && (end == s.n || s.p[end] == ' ');
		}
	return stranger && s.n <= STRANGER_MOST;
}

static void add_pending(struct people_scan *scan, size_t i, struct slice party)
{
	paper_add_person(scan->reader, scan->out, scan->names[i], party, scan->behalf ? "cosignatory" : scan->role);
}

/* Gives the party to the last name, and to those that "en" joins to it; the names before have none. */
static void take_party(struct people_scan *scan, struct slice party)
{
	size_t first = scan->n;
	while (first > 1 && scan->joined[first - 1])
		first--;
	first = first ? first - 1 : 0;
	for (size_t i = 0; i < scan->n; i++)
		add_pending(scan, i, i < first ? SLICE("") : party);
	if (scan->n == 0) {
		const char *role = scan->behalf ? "cosignatory" : scan->role;
		paper_add_person(scan->reader, scan->out, SLICE(""), party, role);
		scan->led_by++;
	}
	scan->n = 0;
}

/* The name of one who stands behind the only party: "namens D66, Anna Visser". */
static bool is_led(const struct people_scan *scan)
{
	const struct persons *people = scan->out;
	return scan->n == 1 && scan->led_by == 1 && people->n && !people->v[people->n - 1].name;
}

static void take_name(struct people_scan *scan, struct slice name, bool bracketed)
{
	static const char *const marks = " -\xe2\x80\x93"; /* blank, hyphen, dash */
	while (name.n && strchr(marks, name.p[name.n - 1]))
		name.n--;
	if (name.n == 0)
		return;
	if (scan->n && (bracketed || (!scan->and &&paper_is_local_party(name)))) {
		take_party(scan, name);
		return;
	}
	if (scan->n == PENDING)
		take_party(scan, SLICE(""));
	scan->joined[scan->n] = scan->and;
	scan->names[scan->n++] = name;
}

void paper_people_read(const struct paper_reader *reader, struct slice s, const char *role, struct persons *out)
{
	struct people_scan scan = {.reader = reader, .role = role, .out = out, .rest = s};
	for (;;) {
		const char *before = scan.rest.p;
		skip_between(&scan);
		if (scan.rest.n == 0)
			break;
		bool bracketed = scan.rest.p > before && scan.rest.p[-1] == '(';
		size_t party = group_prefix(scan.rest), n = party ? party : name_size(scan.rest);
		struct slice token = {scan.rest.p, n};
		scan.rest = slice_from(scan.rest, n ? n : 1);
		if (party)
			take_party(&scan, token);
		else
			take_name(&scan, token, bracketed);
		scan.and = false;
	}
	if (is_led(&scan))
		out->v[out->n - 1].name = arena_text(reader->arena, scan.names[0]);
	else if (scan.n)
		take_party(&scan, SLICE(""));
}
