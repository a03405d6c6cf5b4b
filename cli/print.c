/* print.c: see print.h. Width counts characters; wide and combining ones are rare in council papers and count as one. */
#include "cli/print.h"

#include <assert.h>
#include <unistd.h>

static const char *const escapes[] = {
	[COLOUR_PLAIN] = "",       [COLOUR_BOLD] = "\033[1m",   [COLOUR_DIM] = "\033[2m",
	[COLOUR_RED] = "\033[31m", [COLOUR_GREEN] = "\033[32m", [COLOUR_YELLOW] = "\033[33m",
};

/* C0, DEL, C1 and the marks that turn the direction of text are shown, not sent. */
static size_t unsafe_size(const char *p)
{
	unsigned char a = (unsigned char)p[0], b = a ? (unsigned char)p[1] : 0, c = b ? (unsigned char)p[2] : 0;
	if (a < 0x20 || a == 0x7f)
		return 1;
	if (a == 0xc2 && b >= 0x80 && b <= 0x9f)
		return 2;
	bool marks = a == 0xe2 && ((b == 0x80 && ((c >= 0xaa && c <= 0xae) || c == 0x8e || c == 0x8f)) ||
				   (b == 0x81 && c >= 0xa6 && c <= 0xa9));
	return marks ? 3 : 0;
}

static void put_safe(const char *text, size_t n)
{
	const char *end = text + n, *run = text; /* run: the first byte that is not written yet */
	for (const char *p = text; p < end;) {
		size_t unsafe = (unsigned char)*p > 0x7e || (unsigned char)*p < 0x20 ? unsafe_size(p) : 0;
		if (!unsafe || *p == '\n') {
			p++;
			continue;
		}
		fwrite(run, 1, (size_t)(p - run), stdout);
		printf("\\x%02x", (unsigned)(unsigned char)*p);
		p += unsafe;
		run = p;
	}
	if (run < end)
		fwrite(run, 1, (size_t)(end - run), stdout);
}

void print_text(const char *text)
{
	put_safe(text, strlen(text));
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
		put_safe(p, n);
		column += wide;
		p += n;
		while (*p == ' ' || *p == '\n')
			p++;
	}
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
	if (!session->terminal || session->quiet || all == 0)
		return;
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
