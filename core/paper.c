/* paper.c: the ways to look into a paper; none of them knows a kind. */
#include "core/paper.h"

#include "core/person.h"
#include "core/sentence.h"

struct slice paper_text(const struct paper_reader *reader, struct span body)
{
	return (struct slice){reader->document->text.body + body.start, body.end - body.start};
}

struct slice paper_paragraph(const struct paper_reader *reader, size_t i)
{
	return i < reader->paragraph_count ? paper_text(reader, reader->paragraphs[i]) : SLICE("");
}

struct slice paper_line(const struct paper_reader *reader, size_t i)
{
	const struct text *text = &reader->document->text;
	return i < text->lines.n ? text_line(text, &text->lines.v[i]) : SLICE("");
}

bool paper_find_line(const struct paper_reader *reader, size_t from, size_t to, const char *text, size_t *at)
{
	for (size_t i = from; i < to && i < reader->document->text.lines.n; i++) {
		if (!slice_begins(paper_line(reader, i), text))
			continue;
		if (at)
			*at = i;
		return true;
	}
	return false;
}

size_t paper_find_paragraph(const struct paper_reader *reader, size_t from, const char *text)
{
	for (size_t i = from; i < reader->paragraph_count; i++)
		if (slice_begins(paper_paragraph(reader, i), text))
			return i;
	return reader->paragraph_count;
}

size_t paper_holding_paragraph(const struct paper_reader *reader, size_t from, const char *text)
{
	for (size_t i = from; i < reader->paragraph_count; i++)
		if (slice_holds(paper_paragraph(reader, i), text))
			return i;
	return reader->paragraph_count;
}

/* Days are looked for in heads and single sentences; a longer text is cut, not searched to its end. */
enum { DAY_WITHIN = 2000 };

static bool first_day(const struct paper_reader *reader, struct slice s, struct moment *out)
{
	struct moments *moments = reader->days;
	struct moment_context context = {.anchor = DATE_NONE};
	if (s.n > DAY_WITHIN)
		s.n = DAY_WITHIN;
	moments->n = 0;
	moment_list(s, &context, reader->arena, moments);
	for (size_t i = 0; i < moments->n; i++)
		if (moments->v[i].precision == PRECISION_DAY && moments->v[i].latest != DATE_NONE &&
		    moments->v[i].earliest == moments->v[i].latest) {
			*out = moments->v[i];
			return true;
		}
	return false;
}

int paper_day(const struct paper_reader *reader, struct slice s, size_t *end)
{
	struct moment day;
	bool found = first_day(reader, s, &day);
	if (end)
		*end = found ? day.end : s.n;
	return found ? day.latest : DATE_NONE;
}

int paper_only_day(const struct paper_reader *reader, struct slice s)
{
	static const char *const labels[] = {"datum", "voorgesteld", ":"};
	s = slice_trim(s);
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
		if (slice_begins(s, labels[i]))
			s = slice_trim((struct slice){s.p + strlen(labels[i]), s.n - strlen(labels[i])});
	if (s.n == 0 || s.n > 40)
		return DATE_NONE;
	struct moment day;
	bool alone = first_day(reader, s, &day) && s.n - day.end <= 1;
	bool behind_place = alone && day.start > 2 && s.p[day.start - 2] == ','; /* "'s-Hertogenbosch, 3 maart 2025" */
	return alone && (day.start <= 10 || behind_place) ? day.latest : DATE_NONE;
}

const struct calendar *paper_calendar(const struct paper_reader *reader)
{
	return reader->context->calendar && reader->document->body
		       ? reader->context->calendar(reader->context->user, reader->document->body)
		       : NULL;
}

char *paper_copy(const struct paper_reader *reader, struct slice s)
{
	return arena_text(reader->arena, slice_trim(s));
}

struct span paper_raw(const struct paper_reader *reader, struct slice in_body)
{
	const struct text *text = &reader->document->text;
	bool inside = in_body.p >= text->body && in_body.p < text->body + text->body_size && in_body.n > 0;
	if (inside) {
		size_t start = (size_t)(in_body.p - text->body);
		return text_origin(text, (struct span){start, start + in_body.n});
	}
	if (in_body.p >= text->raw.p && in_body.p < text->raw.p + text->raw.n) {
		size_t start = (size_t)(in_body.p - text->raw.p);
		return (struct span){start, start + in_body.n};
	}
	return (struct span){0, 0};
}

struct slice paper_sentence(const struct paper_reader *reader, size_t i, size_t at)
{
	struct sentences sentences = {0};
	struct span whole = reader->paragraphs[i];
	sentence_list(&reader->document->text, whole, reader->arena, &sentences);
	for (size_t k = 0; k < sentences.n; k++)
		if (sentences.v[k].body.end > whole.start + at)
			return paper_text(reader, sentences.v[k].body);
	return paper_text(reader, whole);
}

void paper_add_identifier(const struct paper_reader *reader, struct identifiers *list, const char *scheme,
			  const char *value)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->v[i].scheme, scheme) == 0 && strcmp(list->v[i].value, value) == 0)
			return;
	*list_push(reader->arena, list) = (struct identifier){scheme, value};
}

void paper_add_person(const struct paper_reader *reader, struct persons *list, struct slice name, struct slice party,
		      const char *role)
{
	name = slice_trim(name);
	party = slice_trim(party);
	const struct person person = {name.n ? arena_text(reader->arena, name) : NULL,
				      party.n ? arena_text(reader->arena, party) : NULL, role};
	person_add(list, &person, reader->arena);
}

void paper_add_relation(const struct paper_reader *reader, struct relations *list, enum relation_type type,
			const char *scheme, const char *value, const char *title)
{
	for (size_t i = 0; i < list->n; i++)
		if (value && list->v[i].value && strcmp(list->v[i].value, value) == 0)
			return;
	*list_push(reader->arena, list) = (struct relation){type, scheme, value, title};
}

void paper_add_event(const struct paper_reader *reader, struct mention *mention, enum state state, int on,
		     struct slice quote, bool recited)
{
	quote = slice_trim(quote);
	*list_push(reader->arena, &mention->events) =
		(struct event){state, on, arena_text(reader->arena, quote), paper_raw(reader, quote), recited};
}

void paper_add_finding(const struct paper_reader *reader, const char *name, const char *detail)
{
	*list_push(reader->arena, &reader->document->findings) = (struct finding){name, detail};
}

void paper_add_zone(const struct paper_reader *reader, size_t first, size_t last, enum zone_kind kind)
{
	if (first >= last || first >= reader->paragraph_count)
		return;
	struct zone *zone = list_push(reader->arena, &reader->document->zones);
	*zone = (struct zone){{reader->paragraphs[first].start, reader->paragraphs[last - 1].end}, kind, NULL};
}

struct mention *paper_add_mention(const struct paper_reader *reader, enum item_kind kind)
{
	struct mention *mention = list_push(reader->arena, &reader->document->mentions);
	*mention = (struct mention){.kind = kind, .meeting = DATE_NONE};
	return mention;
}

size_t paper_case_number(struct slice s)
{
	for (size_t i = 0; i + 10 <= s.n; i++) {
		const char *p = s.p + i;
		if (p[4] != 'Z' || p[0] != '2' || p[1] != '0' || (i && (is_letter(p[-1]) || is_digit(p[-1]))))
			continue;
		size_t digits = 0;
		for (size_t k = 0; k < 10; k++)
			digits += k != 4 && is_digit(p[k]);
		bool longer = i + 10 < s.n && is_digit(p[10]);
		if (digits == 9 && !longer)
			return i;
	}
	return s.n;
}

const char *paper_ris(const struct paper_reader *reader, struct slice s)
{
	size_t i = 0;
	while (i < s.n && !(s.p[i] >= '0' && s.p[i] <= '9'))
		if (i >= 12 || !strchr("RISris-numme: .", s.p[i++]))
			return NULL;
	size_t digits = 0;
	while (i + digits < s.n && s.p[i + digits] >= '0' && s.p[i + digits] <= '9')
		digits++;
	return digits == 6 ? arena_printf(reader->arena, "RIS%.6s", s.p + i) : NULL;
}
