/* print.c: see print.h. Width counts characters; wide and combining ones are rare in council papers and count as one. */
#include "cli/print.h"

#include "ingest/plain.h"

#include <assert.h>
#include <unistd.h>

static const char *const escapes[] = {
	[COLOUR_PLAIN] = "",       [COLOUR_BOLD] = "\033[1m",   [COLOUR_DIM] = "\033[2m",
	[COLOUR_RED] = "\033[31m", [COLOUR_GREEN] = "\033[32m", [COLOUR_YELLOW] = "\033[33m",
};

/* The bytes at the start of `s` that are shown, not sent: C0, DEL, C1, the marks that turn the direction of text, and what is no UTF-8.
 * 0 for any other character. */
static size_t unsafe_size(struct slice s)
{
	unsigned char a = (unsigned char)s.p[0];
	size_t whole = plain_valid((struct slice){s.p, s.n < 4 ? s.n : 4});
	if (a < 0x20 || a == 0x7f || whole == 0)
		return 1;
	unsigned char b = whole > 1 ? (unsigned char)s.p[1] : 0, c = whole > 2 ? (unsigned char)s.p[2] : 0;
	if (a == 0xc2 && b <= 0x9f)
		return 2;
	bool marks = a == 0xe2 && ((b == 0x80 && ((c >= 0xaa && c <= 0xae) || c == 0x8e || c == 0x8f)) ||
				   (b == 0x81 && c >= 0xa6 && c <= 0xa9));
	return marks ? 3 : 0;
}

bool print_is_safe(const char *text)
{
	for (size_t n = strlen(text); n; text++, n--)
		if (((unsigned char)*text & 0xc0) != 0x80 && unsafe_size((struct slice){text, n}))
			return false;
	return true;
}

/* Of a character that is valid UTF-8, by its first byte. */
static size_t character_size(char first)
{
	unsigned char c = (unsigned char)first;
	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* `keep` is a control character that is sent; 0 for none. */
static void put_safe(FILE *to, const char *text, size_t n, char keep)
{
	const char *end = text + n, *run = text; /* run: the first byte that is not written yet */
	for (const char *p = text; p < end;) {
		bool plain = ((unsigned char)*p >= 0x20 && (unsigned char)*p <= 0x7e) || (keep && *p == keep);
		size_t unsafe = plain ? 0 : unsafe_size((struct slice){p, (size_t)(end - p)});
		if (!unsafe) {
			p += plain ? 1 : character_size(*p);
			continue;
		}
		fwrite(run, 1, (size_t)(p - run), to);
		for (size_t i = 0; i < unsafe; i++)
			fprintf(to, "\\x%02x", (unsigned)(unsigned char)p[i]);
		p += unsafe;
		run = p;
	}
	if (run < end)
		fwrite(run, 1, (size_t)(end - run), to);
}

void print_text(const char *text)
{
	put_safe(stdout, text, strlen(text), '\n');
}

void print_format(const struct session *session, const char *fmt, ...)
{
	va_list args, again;
	va_start(args, fmt);
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	char *text = arena_alloc(session->arena, n < 0 ? 1 : (size_t)n + 1);
	if (n > 0)
		vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	print_text(text);
}

void print_party_hint(const struct session *session, size_t found)
{
	const char *party = option_value(session, "party");
	if (party && !found && !session->quiet)
		print_message(arena_printf(session->arena,
					   _("nothing of a party '%s': give its name as papers print it, or the short "
					     "one, like HSP or VVD"),
					   party));
}

void print_message(const char *text)
{
	fputs("griffie: ", stderr);
	put_safe(stderr, text, strlen(text), '\0');
	fputc('\n', stderr);
}

void print_unchanged(const struct session *session)
{
	if (!session->quiet && !session->json)
		print_message(_("this was recorded before: nothing was changed"));
}

const char *print_translation(const char *text)
{
	enum state state;
	if (state_from_text(slice_of(text), &state))
		return state_to_dutch(state);
	return *text ? gettext(text) : text; /* of an empty text, gettext gives the head of the catalogue */
}

void print_coloured(const struct session *session, enum colour colour, const char *text)
{
	bool on = session->colour && colour != COLOUR_PLAIN;
	if (on)
		fputs(escapes[colour], stdout);
	print_text(text);
	if (on)
		fputs("\033[0m", stdout);
}

void print_section(const struct session *session, const char *name)
{
	putchar('\n');
	print_coloured(session, COLOUR_BOLD, name);
	putchar('\n');
}

int print_width(const char *text)
{
	int width = 0;
	for (; *text; text++)
		width += ((unsigned char)*text & 0xc0) != 0x80;
	return width;
}

/* The bytes of the first `width` characters. */
static size_t bytes_of(const char *text, int width)
{
	size_t n = 0;
	while (text[n] && (width > 0 || ((unsigned char)text[n] & 0xc0) == 0x80)) {
		width -= ((unsigned char)text[n] & 0xc0) != 0x80;
		n++;
		while (((unsigned char)text[n] & 0xc0) == 0x80)
			n++;
	}
	return n;
}

void print_cell(const struct session *session, enum colour colour, const char *text, int width)
{
	char *copy = arena_text(session->arena, slice_of(text));
	int wide = print_width(copy);
	if (wide > width) {
		copy[bytes_of(copy, width - 1)] = '\0';
		copy = arena_printf(session->arena, "%s…", copy);
		wide = width;
	}
	print_coloured(session, colour, copy);
	printf("%*s", width - wide, "");
}

void print_ref(const struct session *session, const char *ref)
{
	enum { REF = 17 };
	int width = print_width(ref);
	print_cell(session, COLOUR_BOLD, ref, width > REF ? width : REF);
}

void print_wrapped(const struct session *session, const char *text, int indent)
{
	int room = session->width - indent;
	int column = 0;
	printf("%*s", indent, "");
	for (const char *p = text; *p;) {
		size_t n = strcspn(p, " \n");
		int wide = print_width(arena_text(session->arena, (struct slice){p, n}));
		if (column && column + 1 + wide > room) {
			printf("\n%*s", indent, "");
			column = 0;
		} else if (column) {
			putchar(' ');
			column++;
		}
		put_safe(stdout, p, n, '\0');
		column += wide;
		p += n;
		while (*p == ' ' || *p == '\n')
			p++;
	}
	putchar('\n');
}

void print_people(const struct session *session, const struct persons *people)
{
	for (size_t i = 0; i < people->n; i++) {
		const struct person *person = &people->v[i];
		print_format(session, "%s%s", i ? ", " : "  ", person->name ? person->name : person->party);
		if (person->name && person->party)
			print_format(session, " (%s)", person->party);
		else if (person->name && person->role && strcmp(person->role, "answerer") == 0)
			print_format(session, " (%s)", _("answers"));
	}
	if (people->n)
		putchar('\n');
}

void print_identifiers(const struct session *session, const struct identifiers *identifiers)
{
	for (size_t i = 0; i < identifiers->n; i++)
		print_format(session, "%s%s %s", i ? ", " : "  ", identifiers->v[i].scheme, identifiers->v[i].value);
	if (identifiers->n)
		putchar('\n');
}

const char *print_state(const struct session *session, enum state state)
{
	if (state == STATE_NONE)
		return "-";
	return session->dutch ? state_to_dutch(state) : state_to_text(state);
}

const char *print_kind(enum item_kind kind)
{
	static const char *const words[] = {
		[ITEM_MOTION] = N_("motion"), [ITEM_AMENDMENT] = N_("amendment"),   [ITEM_QUESTION] = N_("question"),
		[ITEM_LETTER] = N_("letter"), [ITEM_COMMITMENT] = N_("commitment"), [ITEM_OTHER] = N_("other"),
	};
	static_assert(ARRAY_SIZE(words) == ITEM_KIND_COUNT, "a word for each kind");
	return _(words[kind]);
}

const char *print_form(const char *form)
{
	static const char *const words[] = {N_("report"),   N_("letter"),       N_("proposal"), N_("evaluation"),
					    N_("research"), N_("conversation"), N_("action"),   N_("lapse")};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (form && strcmp(form, words[i]) == 0)
			return _(words[i]);
	return form && strcmp(form, "other") == 0 ? _("action") : form ? form : "-";
}

const char *print_followup_state(const char *state)
{
	static const char *const words[] = {N_("pending"), N_("overdue"), N_("fulfilled"), N_("waived"),
					    N_("withdrawn")};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strcmp(state, words[i]) == 0)
			return _(words[i]);
	return state;
}

const char *print_name(const char *name)
{
	static const char *const words[] = {
		N_("other"),        N_("motion"),  N_("amendment"), N_("decision_list"), N_("promise_list"),
		N_("settlement"),   N_("interim"), N_("letter"),    N_("question"),      N_("answer"),
		N_("postponement"), N_("minutes"), N_("proposal"),  N_("firm"),          N_("intention"),
		N_("none"),         N_("day"),     N_("week"),      N_("month"),         N_("season"),
		N_("quarter"),      N_("half"),    N_("year"),      N_("period"),
	};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strcmp(name, words[i]) == 0)
			return _(words[i]);
	return name;
}

enum { BAR = 30 };

void progress_show(const struct session *session, const char *what, size_t done, size_t all)
{
	if (!session->terminal || session->quiet)
		return;
	if (all == 0) {
		fprintf(stderr, "\r%s %zu", what, done);
		fflush(stderr);
		return;
	}
	int filled = (int)(done * BAR / all);
	fprintf(stderr, "\r%s [%.*s%*s] %zu/%zu", what, filled, "##############################", BAR - filled, "",
		done, all);
	fflush(stderr);
}

void progress_clear(const struct session *session)
{
	if (session->terminal && !session->quiet)
		fputs("\r\033[K", stderr);
}
