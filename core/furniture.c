/* furniture.c: each kind of furniture is known by its shape or by its place, never by one paper's words.
 *
 * pdftotext puts the side column before, after or between the paragraphs, and parts labels from their values, so values are
 * recognised by shape (a reference, a telephone number, an e-mail address) or by standing behind their label.
 */
#include "core/furniture.h"

enum {
	EDGE = 7,         /* lines from the top or bottom of a page where heads and feet stand */
	SHORT_LINE = 48,  /* bytes; a value of the side column is no longer */
	ADDRESS_RUN = 10, /* lines of an address block */
	IMPRINT = 100,    /* bytes; the most of a line of an imprint */
	LABEL = 19,       /* bytes; the most of a line that is a label, its colon included */
};

/* What may follow a label as its value. */
enum value { VALUE_NONE, VALUE_CODE, VALUE_SHORT, VALUE_PHONE, VALUE_MAIL };

static const struct {
	const char *label;
	enum value value;
} labels[] = {
	{"Ons kenmerk", VALUE_CODE},     {"Uw kenmerk", VALUE_CODE},
	{"Kenmerk", VALUE_CODE},         {"Registratienummer", VALUE_CODE},
	{"Contactpersoon", VALUE_SHORT}, {"Behandeld door", VALUE_SHORT},
	{"Dienst", VALUE_SHORT},         {"Afdeling", VALUE_SHORT},
	{"Telefoonnummer", VALUE_PHONE}, {"Telefoon", VALUE_PHONE},
	{"Doorkiesnummer", VALUE_PHONE}, {"E-mailadres", VALUE_MAIL},
	{"E-mail", VALUE_MAIL},          {"Aantal bijlagen", VALUE_CODE},
	{"Bijlage(n)", VALUE_CODE},      {"Datum", VALUE_NONE},
	{"Onderwerp", VALUE_NONE},       {"Portefeuillehouder", VALUE_SHORT},
	{"Uw brief van", VALUE_CODE},    {"Verzonden", VALUE_NONE},
};

static bool ends_sentence(struct slice line)
{
	return line.n && strchr(".;:?!,", line.p[line.n - 1]) != NULL;
}

static bool is_digit_at(struct slice s, size_t at)
{
	return at < s.n && is_digit(s.p[at]);
}

static size_t count_words(struct slice line)
{
	size_t n = 0;
	for (size_t i = 0; i < line.n; i++)
		n += line.p[i] != ' ' && (i == 0 || line.p[i - 1] == ' ');
	return n;
}

static bool is_short(struct slice line)
{
	return line.n <= SHORT_LINE && count_words(line) <= 6 && !ends_sentence(line);
}

/* Digits, blanks and the signs of a telephone number, "T" or "Tel." before them. */
static bool is_phone(struct slice line)
{
	if (slice_begins(line, "tel"))
		while (line.n && !is_digit(line.p[0]) && line.p[0] != '+')
			line.p++, line.n--;
	else if (slice_begins(line, "t "))
		line.p += 2, line.n -= 2;
	size_t digits = 0;
	for (size_t i = 0; i < line.n; i++) {
		if (is_digit(line.p[i]))
			digits++;
		else if (!strchr(" +-()/", line.p[i]))
			return false;
	}
	return digits >= 5 && digits <= 13;
}

static bool is_mail(struct slice line)
{
	return line.n && memchr(line.p, '@', line.n) && memchr(line.p, '.', line.n) && count_words(line) == 1;
}

/* "OCW/10064581", "RIS307041", "RIS 307041", "10366103": a reference and nothing else. */
static bool is_code(struct slice line)
{
	if (line.n > 24 || count_words(line) > 2)
		return false;
	size_t digits = 0;
	for (size_t i = 0; i < line.n; i++) {
		digits += is_digit(line.p[i]);
		if (!is_digit(line.p[i]) && !is_upper(line.p[i]) && !strchr("/-. ", line.p[i]))
			return false;
	}
	return digits >= 5 || (digits >= 1 && line.n == digits && digits <= 2);
}

static bool is_reference(struct slice line)
{
	return is_code(line) && (slice_begins(line, "RIS") || memchr(line.p, '/', line.n)) && line.n >= 8;
}

/* "Pagina 2 van 3", "2/2", "- 4 -". */
static bool is_page_mark(struct slice line)
{
	if (slice_begins(line, "pagina ") && line.n <= 20)
		return count_words(line) == 2 || slice_holds(line, " van ");
	bool slash = false;
	size_t digits = 0;
	for (size_t i = 0; i < line.n; i++) {
		digits += is_digit(line.p[i]);
		slash |= line.p[i] == '/';
		if (!is_digit(line.p[i]) && !strchr("/- ", line.p[i]))
			return false;
	}
	return digits >= 1 && digits <= 6 && (slash || line.p[0] == '-');
}

static bool is_page_number(struct slice line)
{
	if (line.n == 0 || line.n > 4)
		return false;
	for (size_t i = 0; i < line.n; i++)
		if (!is_digit(line.p[i]))
			return false;
	return true;
}

/* Placeholders that a letter's template left behind. */
static bool is_template(struct slice line)
{
	return slice_is(line, "Typ tekstTyp") || slice_is(line, "tekstTyp tekst") || slice_begins(line, "typ tekst") ||
	       slice_begins(line, "dienst: dienstcode") || slice_begins(line, "retouradres") ||
	       slice_begins(line, "> retouradres");
}

/* The imprint under a paper of the Kamer: "kst-36180-36", "ISSN 0921 - 7371", "’s-Gravenhage 2023", also run together, and "Tweede Kamer,
 * vergaderjaar 2022–2023, 36 180, nr. 36". */
static bool is_imprint(struct slice line)
{
	static const char *const begins[] = {"kst-", "ISSN ", "’s-Gravenhage ", "'s-Gravenhage "};
	if (line.n > IMPRINT)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
		if (slice_begins(line, begins[i]) && is_digit_at(line, strlen(begins[i])))
			return true;
	return slice_begins(line, "Tweede Kamer, vergaderjaar ") && slice_holds(line, ", nr. ");
}

static bool is_postcode(struct slice line)
{
	return line.n >= 8 && line.n <= SHORT_LINE && is_digit(line.p[0]) && is_digit(line.p[1]) &&
	       is_digit(line.p[2]) && is_digit(line.p[3]) && line.p[4] == ' ' && is_upper(line.p[5]) &&
	       is_upper(line.p[6]) && line.p[7] == ' ';
}

static bool is_address_end(struct slice line)
{
	return is_postcode(line) || slice_begins(line, "www.") ||
	       (slice_begins(line, "postbus ") && line.n <= 16 && is_digit(line.p[8]));
}

static enum value label_value(struct slice line, bool *found)
{
	*found = true;
	for (size_t i = 0; line.n <= LABEL && i < ARRAY_SIZE(labels); i++)
		if (slice_begins(line, labels[i].label) && line.n <= strlen(labels[i].label) + 1)
			return labels[i].value;
	*found = false;
	return VALUE_NONE;
}

bool furniture_is_label(struct slice line)
{
	bool found;
	label_value(line, &found);
	return found;
}

static bool has_shape(struct slice line, enum value value)
{
	switch (value) {
	case VALUE_NONE:
		return false;
	case VALUE_CODE:
		return is_code(line);
	case VALUE_SHORT:
		return is_short(line);
	case VALUE_PHONE:
		return is_phone(line);
	case VALUE_MAIL:
		return is_mail(line);
	}
	return false;
}

/* "Aan de gemeenteraad": to whom the letter goes may be printed between a label and its value. */
static bool is_address(struct slice line)
{
	static const char *const begins[] = {"Aan de ", "Aan het ", "Aan: ", "Aan uw "};
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++)
		if (slice_begins(line, begins[i]) && line.p[0] == 'A')
			return true;
	return false;
}

/* A label takes with it the lines behind it that have the shape of its value: one, or two references. */
static void mark_labels(struct text *text)
{
	for (size_t i = 0; i < text->lines.n; i++) {
		bool found;
		enum value value = label_value(text_line(text, &text->lines.v[i]), &found);
		if (!found)
			continue;
		text->lines.v[i].furniture = true;
		size_t taken = 0;
		size_t most = value == VALUE_CODE ? 2 : 1;
		for (size_t k = i + 1; k < text->lines.n && taken < most; k++, taken++) {
			struct slice next = text_line(text, &text->lines.v[k]);
			if (k == i + 1 && is_address(next) && k + 1 < text->lines.n)
				next = text_line(text, &text->lines.v[++k]);
			if (furniture_is_label(next) || !has_shape(next, value))
				break;
			text->lines.v[k].furniture = true;
		}
	}
}

static void mark_shapes(struct text *text)
{
	for (size_t i = 0; i < text->lines.n; i++) {
		struct line *line = &text->lines.v[i];
		struct slice s = text_line(text, line);
		bool ends_page = i + 1 == text->lines.n || text->lines.v[i + 1].page != line->page;
		if (is_template(s) || is_page_mark(s) || is_mail(s) || is_phone(s) || is_reference(s) ||
		    is_imprint(s) || (ends_page && text->pages > 1 && is_page_number(s)))
			line->furniture = true;
	}
}

/* An address block ends in a post box, a postcode or a site, and begins with the name of the organisation. */
static void mark_addresses(struct text *text)
{
	for (size_t i = 0; i < text->lines.n; i++) {
		if (!is_address_end(text_line(text, &text->lines.v[i])))
			continue;
		text->lines.v[i].furniture = true;
		for (size_t back = 1; back <= ADDRESS_RUN && back <= i; back++) {
			struct slice s = text_line(text, &text->lines.v[i - back]);
			if (!is_short(s))
				break;
			if (!slice_begins(s, "gemeente ") && !slice_begins(s, "ministerie ") &&
			    !slice_begins(s, "provincie "))
				continue;
			for (size_t k = i - back; k < i; k++)
				text->lines.v[k].furniture = true;
			break;
		}
	}
}

static bool same_line(const struct text *text, const struct line *a, const struct line *b)
{
	struct slice x = text_line(text, a), y = text_line(text, b);
	return x.n == y.n && memcmp(x.p, y.p, x.n) == 0;
}

/* Lines at the edge of a page that stand at the edge of the page before too. */
static void mark_repeated(struct text *text, struct arena *arena)
{
	bool *edge = arena_alloc(arena, text->lines.n + 1);
	size_t from_top = 0;
	for (size_t i = 0; i < text->lines.n; i++) {
		from_top = i && text->lines.v[i].page == text->lines.v[i - 1].page ? from_top + 1 : 0;
		size_t ahead = i + EDGE;
		edge[i] =
			from_top < EDGE || ahead >= text->lines.n || text->lines.v[ahead].page != text->lines.v[i].page;
	}
	for (size_t i = 0, page_start = 0, before = 0; i < text->lines.n; i++) {
		if (i && text->lines.v[i].page != text->lines.v[i - 1].page) {
			before = page_start;
			page_start = i;
		}
		for (size_t k = before; edge[i] && k < page_start; k++) {
			if (!edge[k] || !same_line(text, &text->lines.v[i], &text->lines.v[k]))
				continue;
			text->lines.v[i].furniture = text->lines.v[k].furniture = true;
			break;
		}
	}
}

void furniture_mark(struct text *text, struct arena *arena)
{
	mark_shapes(text);
	mark_labels(text);
	mark_addresses(text);
	mark_repeated(text, arena);
}
