/* paper_list.c: a list of commitments that a clerk keeps: each row is a commitment, with the state that the list gives it.
 *
 * "Afgedaan" in a list is what the executive says, or what the clerk notes of it: it proposes to settle, as a letter does. A word for the
 * state that is not known is asked about, and the row stays open. A motion in the list is one, and asks.
 */
#include "core/paper_list.h"

#include "core/paper_minutes.h"
#include "core/paper_motion.h"

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

/* How the cell of a holder names an office. */
static const struct {
	const char *words, *office;
} offices[] = {
	{"wethouder", "wethouder"},
	{"weth.", "wethouder"},
	{"burgemeester", "burgemeester"},
	{"burg.", "burgemeester"},
	{"gedeputeerde", "gedeputeerde"},
	{"ged.", "gedeputeerde"},
	{"minister", "minister"},
	{"staatssecretaris", "staatssecretaris"},
	{"college", "college"},
	{"dijkgraaf", "dijkgraaf"},
	{"heemraad", "heemraad"},
	{"hoogheemraad", "hoogheemraad"},
	{"dagelijks bestuur", "dagelijks bestuur"},
};

/* The office that it begins with; NULL where the cell has only a name. `size` gets the bytes of it. */
static const char *office_of(struct slice holder, size_t *size)
{
	for (size_t i = 0; i < ARRAY_SIZE(offices); i++)
		if (slice_begins(holder, offices[i].words)) {
			*size = strlen(offices[i].words);
			return offices[i].office;
		}
	return NULL;
}

/* "Wethouder Duurkoop", "Weth. Duurkoop" as minutes have it: "wethouder Duurkoop"; a name alone as it stands. */
static const char *speaker_of(const struct paper_reader *reader, struct slice holder)
{
	size_t size = 0;
	const char *office = office_of(holder, &size);
	struct slice name = slice_trim(slice_from(holder, size));
	if (is_empty(holder) || holder.n > HOLDER_MOST || (office && name.n == 0))
		return NULL;
	char *out = office && name.n && !is_word_byte(holder.p[size])
			    ? arena_printf(reader->arena, "%s %.*s", office, (int)name.n, name.p)
			    : arena_text(reader->arena, holder);
	for (char *p = out; *p; p++)
		*p = (char)(*p == '\n' ? ' ' : *p);
	if (office && is_upper(out[0]))
		out[0] = (char)(out[0] + 32);
	return out;
}

/* Who holds it: by the cell, else by the words, else the executive of the council as a whole. */
static void read_holder(const struct paper_reader *reader, struct slice cell, struct promise *out)
{
	size_t size;
	const char *named = NULL;
	out->promisor = office_of(cell, &size);
	out->speaker = speaker_of(reader, cell);
	if (!out->speaker && !out->promisor) {
		out->speaker = paper_speech_named(reader, slice_of(out->quote), &named);
		out->promisor = out->speaker ? named : NULL;
	}
	if (!out->promisor)
		out->promisor = paper_executive(reader)->organ;
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
	const struct executive *ours = paper_executive(reader);
	bool foreign = strcmp(found.v[0].promisor, "wethouder") == 0 && strcmp(ours->member, "wethouder") != 0;
	if (found.v[0].named && !foreign && strcmp(out->promisor, ours->organ) == 0)
		out->promisor = found.v[0].promisor; /* "De dijkgraaf zegt toe ...", beside a name without an office */
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
	if (is_empty(cell) || state_of(cell) != STATE_NONE)
		return; /* "gereed" in a column of terms */
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
	read_holder(reader, row->cells[COLUMN_HOLDER], p);
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
	struct slice words = is_empty(cell) ? closed : cell, term = row->cells[COLUMN_TERM];
	if (is_empty(words) && state_of(term) != STATE_NONE)
		words = cell = term;
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

/* ---- motions among them ---- */

static bool is_motion(const struct list_row *row)
{
	return slice_begins(row->cells[COLUMN_KIND], "motie") || slice_begins(row->cells[COLUMN_AGENDA], "motie ") ||
	       motion_verb(row->cells[COLUMN_TEXT]);
}

/* "Motie exoten (PvdD)" is "exoten". */
static struct slice motion_title(const struct list_row *row)
{
	struct slice title = row->cells[COLUMN_AGENDA];
	if (is_empty(title))
		return row->cells[COLUMN_TEXT];
	if (slice_begins(title, "motie "))
		title = slice_trim(slice_from(title, strlen("motie ")));
	const char *open = title.n && title.p[title.n - 1] == ')' ? memchr(title.p, '(', title.n) : NULL;
	return open && open > title.p ? slice_trim((struct slice){title.p, (size_t)(open - title.p)}) : title;
}

/* What the list says of its execution; what is carried out was adopted. */
static void add_execution(const struct paper_reader *reader, const struct list_row *row, int on,
			  struct mention *mention)
{
	static const char *const going[] = {"lopend", "loopt", "in behandeling", "in uitvoering"};
	struct slice cell = row->cells[COLUMN_STATE];
	enum state state = state_of(cell);
	bool goes = false;
	for (size_t i = 0; i < ARRAY_SIZE(going); i++)
		goes |= slice_begins(cell, going[i]);
	state = goes ? STATE_IN_PROGRESS : state;
	int day = paper_day(reader, is_empty(row->cells[COLUMN_CLOSED]) ? cell : row->cells[COLUMN_CLOSED], NULL);
	if (is_empty(cell) || state == STATE_NONE || state == STATE_OPEN || state == STATE_LAPSED)
		return;
	paper_add_event(reader, mention, STATE_ADOPTED, on, cell, true);
	paper_add_event(reader, mention, state, day != DATE_NONE ? day : reader->document->date, cell, false);
}

/* A motion in the list asks; who has to do with it has promised nothing. */
static void add_motion(const struct paper_reader *reader, const struct list_row *row, int on)
{
	struct slice words = row->cells[COLUMN_TEXT], number = row->cells[COLUMN_NUMBER],
		     term = row->cells[COLUMN_TERM];
	const struct moment_context context = {.anchor = on != DATE_NONE ? on : reader->document->date};
	struct moments moments = {0};
	struct mention *mention = paper_add_mention(reader, ITEM_MOTION);
	mention->title = arena_text(reader->arena, motion_title(row));
	mention->meeting = on;
	if (is_identifier(number))
		paper_add_identifier(reader, &mention->identifiers, "motie", arena_text(reader->arena, number));
	add_execution(reader, row, on, mention);
	const char *verb = motion_verb(words);
	if (!verb)
		return;
	struct request *request = list_push(reader->arena, &mention->requests);
	*request = (struct request){.verb = verb, .quote = arena_text(reader->arena, words), .raw = row->raw};
	request->moment = (struct moment){.earliest = DATE_NONE, .latest = DATE_NONE};
	moment_list(is_empty(term) ? words : term, &context, reader->arena, &moments);
	if (moments.n == 0)
		return;
	request->moment = moments.v[0];
	request->date_text =
		arena_text(reader->arena, is_empty(term) ? (struct slice){words.p + moments.v[0].start,
									  moments.v[0].end - moments.v[0].start}
							 : term);
}

static void add_row(const struct paper_reader *reader, const struct list_row *row)
{
	struct slice number = row->cells[COLUMN_NUMBER];
	int on = paper_day(reader, row->cells[COLUMN_DATE], NULL);
	if (is_empty(row->cells[COLUMN_TEXT]))
		return;
	if (is_motion(row)) {
		add_motion(reader, row, on);
		return;
	}
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

/* The day up to which the list tells: "Bijgewerkt tot en met 20 mei 2025" above its rows, or below them. */
static int list_day(const struct paper_reader *reader, size_t first)
{
	static const char *const until[] = {"tot en met ", "t/m "};
	static const char *const says[] = {"bijgewerkt", "stand ", "peildatum", "versie", "actueel"};
	for (size_t i = 0; i < reader->document->text.lines.n; i++) {
		struct slice line = paper_line(reader, i);
		bool told = false;
		for (size_t k = 0; k < ARRAY_SIZE(says); k++)
			told |= slice_begins(line, says[k]);
		if (i >= first && !told)
			continue;
		for (size_t k = 0; k < ARRAY_SIZE(until); k++) {
			size_t at = slice_find(line, until[k]);
			line = at < line.n ? slice_from(line, at + strlen(until[k])) : line;
		}
		int day = paper_day(reader, line, NULL);
		if (day != DATE_NONE)
			return day;
	}
	return DATE_NONE;
}

bool paper_list_read(struct paper_reader *reader)
{
	struct list_rows rows = {0};
	bool jumbled;
	if (paper_list_rows(reader, &rows, &jumbled)) {
		reader->document->date = list_day(reader, rows.line);
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
