/* paper_list.c: a list of commitments that a clerk keeps: each row is a commitment, with the state that the list gives it.
 *
 * "Afgedaan" in a list is what the executive says, or what the clerk notes of it: it proposes to settle, as a letter does. A word for the
 * state that is not known is asked about, and the row stays open.
 */
#include "core/paper_list.h"

#include "core/paper_minutes.h"

enum { HOLDER_MOST = 80, NUMBER_MOST = 24, STATE_SHOWN = 60 };

/* Longer phrases before those that they begin with. */
static const struct {
	const char *words;
	enum state state;
} states[] = {
	{"nog niet afgedaan", STATE_OPEN},
	{"niet afgedaan", STATE_OPEN},
	{"nog open", STATE_OPEN},
	{"openstaand", STATE_OPEN},
	{"open", STATE_OPEN},
	{"lopend", STATE_OPEN},
	{"loopt", STATE_OPEN},
	{"nieuw", STATE_OPEN},
	{"in behandeling", STATE_OPEN},
	{"in uitvoering", STATE_OPEN},
	{"nee", STATE_OPEN},
	{"deels afgedaan", STATE_PARTLY_SETTLED},
	{"deels voldaan", STATE_PARTLY_SETTLED},
	{"gedeeltelijk afgedaan", STATE_PARTLY_SETTLED},
	{"afgedaan", STATE_SETTLEMENT_PROPOSED},
	{"afgehandeld", STATE_SETTLEMENT_PROPOSED},
	{"voldaan", STATE_SETTLEMENT_PROPOSED},
	{"nagekomen", STATE_SETTLEMENT_PROPOSED},
	{"uitgevoerd", STATE_SETTLEMENT_PROPOSED},
	{"gereed", STATE_SETTLEMENT_PROPOSED},
	{"ja", STATE_SETTLEMENT_PROPOSED},
	{"afgevoerd", STATE_DROPPED},
	{"afvoeren", STATE_DROPPED},
	{"vervallen", STATE_LAPSED},
};

/* STATE_NONE for a word that is not known, and for one that the words behind it may turn round. */
static enum state state_of(struct slice cell)
{
	for (size_t i = 0; i < ARRAY_SIZE(states); i++) {
		size_t n = strlen(states[i].words);
		if (!slice_begins(cell, states[i].words) || (cell.n > n && is_word_byte(cell.p[n])))
			continue;
		struct slice rest = slice_from(cell, n);
		return slice_holds(rest, "niet") || slice_holds(rest, "?") ? STATE_NONE : states[i].state;
	}
	return STATE_NONE;
}

/* "-", "n.v.t.", the rule below the headings: nothing is said. */
static bool is_empty(struct slice cell)
{
	static const char *const none[] = {"–", "n.v.t.", "nvt", "p.m.", "pm", "onbekend", "null"};
	for (size_t i = 0; i < ARRAY_SIZE(none); i++)
		if (slice_is(cell, none[i]))
			return true;
	while (cell.n && strchr("-=:_", cell.p[0]))
		cell = slice_from(cell, 1);
	return cell.n == 0;
}

/* A number under which a list knows a commitment: one that only counts its rows names nothing. */
static bool is_identifier(struct slice cell)
{
	size_t digits = 0;
	bool mark = false;
	for (size_t i = 0; i < cell.n; i++) {
		digits += is_digit(cell.p[i]);
		mark |= is_letter(cell.p[i]) || (i && strchr("-/.", cell.p[i]) && i + 1 < cell.n);
		if (cell.p[i] == ' ' || (unsigned char)cell.p[i] >= 0x80)
			return false;
	}
	return cell.n <= NUMBER_MOST && digits && (mark || digits >= 4);
}

/* "wethouder" of "Wethouder Duurkoop"; the executive as a whole where the cell has only a name. */
static const char *office_of(const struct paper_reader *reader, struct slice holder)
{
	static const char *const offices[] = {"wethouder", "burgemeester",     "gedeputeerde",
					      "minister",  "staatssecretaris", "college"};
	const char *body = reader->document->body;
	for (size_t i = 0; i < ARRAY_SIZE(offices); i++)
		if (slice_begins(holder, offices[i]))
			return offices[i];
	return body && strcmp(body, "nl/tweede-kamer") == 0 ? "minister" : "college";
}

/* "Wethouder Duurkoop" as minutes have it: "wethouder Duurkoop"; a name alone as it stands. */
static const char *speaker_of(const struct paper_reader *reader, struct slice holder)
{
	if (is_empty(holder) || holder.n > HOLDER_MOST || slice_is(holder, "college"))
		return NULL;
	char *name = arena_text(reader->arena, holder);
	for (char *p = name; *p; p++)
		*p = (char)(*p == '\n' ? ' ' : *p);
	if (strcmp(office_of(reader, holder), "college") != 0 && is_upper(name[0]))
		name[0] = (char)(name[0] + 32);
	return name;
}

/* What the words of the cell promise, read as a paper of their own: its form, and a day that it names itself. */
static void read_words(const struct paper_reader *reader, struct promise *out)
{
	struct text text;
	text_read(slice_of(out->quote), reader->arena, &text);
	const int anchor = out->has_day ? out->on : reader->document->date;
	const struct promise_context context = {.moments = {.anchor = anchor}, .author = out->promisor};
	struct promises found = {0};
	promise_list(&text, &context, reader->arena, &found);
	if (found.n == 0)
		return;
	out->form = found.v[0].form;
	out->strength = found.v[0].strength;
	out->addressee = found.v[0].addressee;
	for (size_t i = 0; i < found.n && !out->date_text; i++) {
		out->date_text = found.v[i].date_text;
		out->moment = found.v[i].moment;
	}
}

/* The term of the list counts before what the words name: it is what was agreed last. */
static void read_term(const struct paper_reader *reader, struct slice cell, struct promise *out)
{
	const struct moment_context context = {.anchor = out->has_day ? out->on : reader->document->date};
	struct moments moments = {0};
	if (is_empty(cell))
		return;
	moment_list(cell, &context, reader->arena, &moments);
	out->date_text = arena_text(reader->arena, cell);
	out->moment = (struct moment){.earliest = DATE_NONE, .latest = DATE_NONE};
	for (size_t i = 0; i < moments.n && out->moment.latest == DATE_NONE; i++)
		if (moments.v[i].latest != DATE_NONE)
			out->moment = moments.v[i];
}

static const struct promise *add_promise(const struct paper_reader *reader, const struct list_row *row, int on)
{
	struct document *document = reader->document;
	struct slice words = row->cells[COLUMN_TEXT], point = row->cells[COLUMN_AGENDA];
	struct agenda *agenda = NULL;
	if (!is_empty(point)) {
		agenda = arena_alloc(reader->arena, sizeof *agenda);
		paper_agenda_part(reader, point, agenda);
	}
	struct promise *p = list_push(reader->arena, &document->promises);
	*p = (struct promise){
		.raw = row->raw,
		.quote = arena_text(reader->arena, words),
		.promisor = office_of(reader, row->cells[COLUMN_HOLDER]),
		.speaker = speaker_of(reader, row->cells[COLUMN_HOLDER]),
		.agenda = agenda,
		.has_day = on != DATE_NONE,
		.on = on,
		.listed = true,
		.form = FORM_OTHER,
		.moment = {.earliest = DATE_NONE, .latest = DATE_NONE},
		.group = (int)document->promises.n - 1,
	};
	p->body.start = text_place(&document->text, row->raw.start);
	p->body.end = text_place(&document->text, row->raw.end);
	read_words(reader, p);
	read_term(reader, row->cells[COLUMN_TERM], p);
	return p;
}

static void ask_about(const struct paper_reader *reader, const struct promise *p, struct slice number,
		      struct slice state)
{
	const char *name = number.n ? arena_text(reader->arena, number) : p->quote;
	int shown = (int)(state.n < STATE_SHOWN ? state.n : STATE_SHOWN);
	paper_add_finding(reader, "unknown_status",
			  arena_printf(reader->arena,
				       "%s: '%.*s' is no outcome that is known: record it with 'griffie status'", name,
				       shown, state.p));
}

/* What the list says became of it. A day stands in a column of its own or beside the word, else it is that of the list. */
static void add_state(const struct paper_reader *reader, const struct list_row *row, const struct promise *p,
		      struct mention *mention)
{
	struct slice cell = row->cells[COLUMN_STATE], closed = row->cells[COLUMN_CLOSED];
	struct slice words = is_empty(cell) ? closed : cell;
	if (is_empty(words))
		return;
	int on = paper_day(reader, closed, NULL);
	enum state state = state_of(words);
	if (state == STATE_NONE && is_empty(cell) && on != DATE_NONE)
		state = STATE_SETTLEMENT_PROPOSED;
	if (state == STATE_NONE || (state == STATE_OPEN && on != DATE_NONE)) {
		ask_about(reader, p, row->cells[COLUMN_NUMBER], words);
		return;
	}
	if (state == STATE_OPEN)
		return;
	if (on == DATE_NONE)
		on = paper_day(reader, words, NULL);
	paper_add_event(reader, mention, state, on != DATE_NONE ? on : reader->document->date, words, false);
}

static void add_row(const struct paper_reader *reader, const struct list_row *row)
{
	struct slice number = row->cells[COLUMN_NUMBER];
	int on = paper_day(reader, row->cells[COLUMN_DATE], NULL);
	if (is_empty(row->cells[COLUMN_TEXT]))
		return;
	const struct promise *p = add_promise(reader, row, on);
	struct mention *mention = paper_add_mention(reader, ITEM_COMMITMENT);
	mention->title = p->quote;
	mention->meeting = on;
	mention->takes_promises = true;
	mention->takes_group = p->group + 1;
	if (is_identifier(number))
		paper_add_identifier(reader, &mention->identifiers, "toezegging", arena_text(reader->arena, number));
	if (p->speaker)
		paper_add_person(reader, &mention->people, slice_of(p->speaker), SLICE(""), "promisor");
	if (p->agenda)
		paper_add_relation(reader, &mention->relations, REL_ABOUT, NULL, NULL,
				   arena_text(reader->arena, row->cells[COLUMN_AGENDA]));
	*list_push(reader->arena, &mention->events) = (struct event){STATE_OPEN, on, p->quote, p->raw, false};
	add_state(reader, row, p, mention);
}

bool paper_list_read(struct paper_reader *reader)
{
	struct list_rows rows = {0};
	bool jumbled;
	if (paper_list_rows(reader, &rows, &jumbled)) {
		for (size_t i = 0; i < rows.n; i++)
			add_row(reader, &rows.v[i]);
	} else if (jumbled) {
		paper_add_finding(reader, "unknown_status",
				  "the cells of the table do not stand in order: save it as text, a row a line");
	} else {
		return false;
	}
	paper_add_zone(reader, 0, reader->paragraph_count, ZONE_NONE); /* the rows are all that it promises */
	return true;
}
