/* cmd_read.c: griffie read: what a paper says, as griffie understands it. Stores nothing. */
#include "cli/commands.h"
#include "cli/facts.h"
#include "cli/print.h"
#include "cli/stored.h"
#include "ingest/ingest.h"

static void add_relations(struct json *json, const struct relations *relations)
{
	json_begin_array(json, "relations");
	for (size_t i = 0; i < relations->n; i++) {
		json_begin_object(json, NULL);
		json_text(json, "type", relation_type_to_text(relations->v[i].type));
		json_text(json, "scheme", relations->v[i].scheme);
		json_text(json, "value", relations->v[i].value);
		json_text(json, "title", relations->v[i].title);
		json_end_object(json);
	}
	json_end_array(json);
}

static void add_promises(struct json *json, const struct promises *promises)
{
	json_begin_array(json, "promises");
	for (size_t i = 0; i < promises->n; i++) {
		const struct promise *p = &promises->v[i];
		json_begin_object(json, NULL);
		json_text(json, "quote", p->quote);
		json_number(json, "start", (int64_t)p->raw.start);
		json_number(json, "end", (int64_t)p->raw.end);
		json_text(json, "promisor", p->promisor);
		json_text(json, "addressee", p->addressee);
		json_text(json, "form", form_to_text(p->form));
		json_text(json, "strength", strength_to_text(p->strength));
		facts_moment(json, &p->moment, p->date_text);
		json_number(json, "group", p->group);
		json_text(json, "speaker", p->speaker);
		facts_agenda(json, p->agenda);
		json_end_object(json);
	}
	json_end_array(json);
}

static void add_requests(struct json *json, const struct requests *requests)
{
	json_begin_array(json, "requests");
	for (size_t i = 0; i < requests->n; i++) {
		json_begin_object(json, NULL);
		json_text(json, "verb", requests->v[i].verb);
		json_text(json, "quote", requests->v[i].quote);
		facts_moment(json, &requests->v[i].moment, requests->v[i].date_text);
		json_end_object(json);
	}
	json_end_array(json);
}

/* Every moment that the paper names, whatever for. */
static void add_moments(struct json *json, const struct session *session, const struct document *document)
{
	struct slice body = {document->text.body, document->text.body_size};
	struct moment_context context = {.anchor = document->date};
	struct moments moments = {0};
	moment_list(body, &context, session->arena, &moments);
	json_begin_array(json, "moments");
	for (size_t i = 0; i < moments.n; i++) {
		const struct moment *m = &moments.v[i];
		struct span raw = text_origin(&document->text, (struct span){m->start, m->end});
		json_begin_object(json, NULL);
		json_text(json, "text",
			  arena_text(session->arena, (struct slice){body.p + m->start, m->end - m->start}));
		json_number(json, "start", (int64_t)raw.start);
		json_number(json, "end", (int64_t)raw.end);
		json_text(json, "edtf", m->edtf[0] ? m->edtf : NULL);
		json_day(json, "earliest", m->earliest);
		json_day(json, "latest", m->latest);
		json_end_object(json);
	}
	json_end_array(json);
}

/* What the paper says of items, itself or others: the rows of a decision list, the motion that a letter settles. */
static void add_mentions(struct json *json, const struct mentions *mentions)
{
	json_begin_array(json, "mentions");
	for (size_t i = 0; i < mentions->n; i++) {
		const struct mention *m = &mentions->v[i];
		json_begin_object(json, NULL);
		json_text(json, "kind", item_kind_to_text(m->kind));
		json_text(json, "title", m->title);
		json_text(json, "code", m->code);
		json_day(json, "meeting", m->meeting);
		facts_identifiers(json, &m->identifiers);
		json_begin_array(json, "events");
		for (size_t k = 0; k < m->events.n; k++) {
			json_begin_object(json, NULL);
			json_text(json, "state", state_to_text(m->events.v[k].state));
			json_day(json, "on", m->events.v[k].on);
			json_text(json, "quote", m->events.v[k].quote);
			json_end_object(json);
		}
		json_end_array(json);
		json_end_object(json);
	}
	json_end_array(json);
}

static void print_json(const struct session *session, const struct document *document, const struct paper *paper)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "kind", document_kind_to_text(document->kind));
	json_text(&json, "body", document->body);
	json_text(&json, "date", document->date_edtf[0] ? document->date_edtf : NULL);
	json_text(&json, "title", document->title);
	facts_identifiers(&json, &document->identifiers);
	facts_people(&json, &document->people);
	json_text(&json, "outcome", state_to_text(document->outcome));
	add_relations(&json, &document->relations);
	facts_questions(&json, &document->questions);
	add_promises(&json, &document->promises);
	add_requests(&json, &document->requests);
	add_mentions(&json, &document->mentions);
	add_moments(&json, session, document);
	json_text(&json, "sha256", paper->sha256);
	json_number(&json, "pages", paper->pages);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static void print_head(const struct session *session, const struct document *document)
{
	print_coloured(session, COLOUR_BOLD, document->title ? document->title : _("(no title)"));
	printf("\n  %s", print_name(document_kind_to_text(document->kind)));
	if (document->date_edtf[0])
		printf(_(", of %s"), document->date_edtf);
	if (document->body)
		print_format(session, ", %s", document->body);
	if (document->outcome)
		printf(", %s", print_state(session, document->outcome));
	putchar('\n');
	print_identifiers(session, &document->identifiers);
	print_people(session, &document->people);
}

static void print_items(const struct session *session, const struct document *document)
{
	bool headed = false;
	for (size_t i = 0; i < document->mentions.n; i++) {
		const struct mention *m = &document->mentions.v[i];
		bool below = document->kind == DOC_MINUTES && m->kind == ITEM_COMMITMENT; /* among the promises */
		if (m->own_paper || below)
			continue;
		if (!headed)
			print_section(session, _("Speaks of"));
		headed = true;
		print_format(session, "  %-12s %-5s %s", m->identifiers.n ? m->identifiers.v[0].value : "",
			     m->code ? m->code : "", m->title ? m->title : "?");
		for (size_t k = 0; k < m->events.n; k++) {
			char day[DATE_TEXT];
			printf("%s %s %s", k ? "," : ":", print_state(session, m->events.v[k].state),
			       date_format(m->events.v[k].on, day));
		}
		putchar('\n');
	}
}

/* Why a sentence counts as a promise: what speaks for it and against it, and how much. */
static void print_reasons(const struct session *session, const struct promise *p)
{
	const char *why;
	int weight, sum = 0;
	for (size_t i = 0; promise_reason(p, i, &why, &weight); i++) {
		print_format(session, "      %+3d %s\n", weight, _(why));
		sum += weight;
	}
	if (p->evidence)
		print_format(session, _("      %3d in all; %d make a promise\n"), sum, PROMISE_THRESHOLD);
	else
		print_format(session, "      %s\n", _("a short answer to the question before it"));
}

static void print_agenda(const struct session *session, const struct agenda *agenda)
{
	if (!agenda)
		return;
	const char *title = agenda->title ? agenda->title : "";
	print_wrapped(session,
		      agenda->number ? arena_printf(session->arena, _("said at agenda point %s%s%s"), agenda->number,
						    *title ? ": " : "", title)
				     : arena_printf(session->arena, _("said in the debate about %s"), title),
		      4);
}

/* "by 2025-06-30 (“before the summer”)"; the words alone where they name no day. */
static const char *term_of(const struct session *session, const struct moment *moment, const char *date_text)
{
	char day[DATE_TEXT];
	const char *words = date_text ? arena_printf(session->arena, " (“%s”)", date_text) : "";
	if (moment->latest == DATE_NONE)
		return arena_printf(session->arena, "%s%s", _("no date"), words);
	return arena_printf(session->arena, _("by %s%s"), date_format(moment->latest, day), words);
}

static void print_requests(const struct session *session, const struct requests *requests)
{
	if (requests->n)
		print_section(session, _("Asks"));
	for (size_t i = 0; i < requests->n; i++) {
		const struct request *r = &requests->v[i];
		print_wrapped(session, arena_printf(session->arena, "%s: %s", r->verb, r->quote), 2);
		if (r->date_text)
			print_format(session, "    %s\n", term_of(session, &r->moment, r->date_text));
	}
}

/* How many there are, and which of them have no answer. */
static void print_questions(const struct session *session, const struct questions *questions)
{
	enum { NAMED_MOST = 20 };
	size_t open = 0;
	struct buf which;
	buf_init(&which);
	for (size_t i = 0; i < questions->n; i++) {
		if (!questions->v[i].answered && open < NAMED_MOST)
			buf_printf(&which, "%s%d", open ? ", " : ": ", questions->v[i].number);
		open += !questions->v[i].answered;
	}
	bool some = open && open < questions->n && open <= NAMED_MOST;
	if (questions->n)
		print_format(session, _("\n%zu questions, %zu without an answer%s\n"), questions->n, open,
			     some ? which.p : "");
	buf_release(&which);
}

/* The promise before `i` that delivers the same thing, counted from 1; 0 when there is none. */
static size_t first_of_group(const struct promises *promises, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (promises->v[k].group == promises->v[i].group)
			return k + 1;
	return 0;
}

static void print_promise(const struct session *session, const struct promises *promises, size_t i)
{
	const struct promise *p = &promises->v[i];
	size_t first = first_of_group(promises, i);
	print_wrapped(session, arena_printf(session->arena, "%zu. “%s”", i + 1, p->quote), 2);
	print_format(session, _("    %s owes the %s: %s (%s), %s\n"), p->speaker ? p->speaker : p->promisor,
		     p->addressee ? p->addressee : _("council"), print_form(form_to_text(p->form)),
		     print_name(strength_to_text(p->strength)), term_of(session, &p->moment, p->date_text));
	print_agenda(session, p->agenda);
	if (first)
		print_format(session, _("    one follow-up with %zu\n"), first);
	if (option_given(session, "explain"))
		print_reasons(session, p);
}

/* How many parts of the paper were skipped, by what they are. */
static void print_skipped(const struct session *session, const struct zones *zones)
{
	static const struct {
		enum zone_kind kind;
		const char *text;
	} skipped[] = {{ZONE_QUOTE, N_("they quote another paper")},
		       {ZONE_DICTUM, N_("a motion or an amendment speaks")},
		       {ZONE_QUESTION, N_("they ask")},
		       {ZONE_MEMBER, N_("a member of the council speaks")},
		       {ZONE_NONE, N_("signatures, tables, addresses")}};
	for (size_t i = 0; i < ARRAY_SIZE(skipped); i++) {
		size_t n = 0;
		for (size_t k = 0; k < zones->n; k++)
			n += zones->v[k].kind == skipped[i].kind;
		if (n)
			print_format(session, _("  %zu parts were not read as promises: %s\n"), n, _(skipped[i].text));
	}
}

/* Why something may be missing above: who speaks, and what was not read. */
static void print_search(const struct session *session, const struct document *document)
{
	if (document_is_unreadable(document))
		return;
	print_section(session, _("How promises were looked for"));
	if (document->author)
		print_format(session, _("  what nobody else says is read as of the %s\n"), document->author);
	else if (document->searched)
		print_wrapped(session, _("only where the executive is named: nobody of it signs or sends this paper"),
			      2);
	else
		print_wrapped(
			session,
			_("nobody of the executive signs or sends this paper: its sentences are not read as promises"),
			2);
	if (document->searched)
		print_skipped(session, &document->zones);
}

static void print_owed(const struct session *session, const struct document *document)
{
	print_requests(session, &document->requests);
	print_questions(session, &document->questions);
	print_section(session, document->promises.n ? _("Promises") : _("Promises: none found"));
	for (size_t i = 0; i < document->promises.n; i++)
		print_promise(session, &document->promises, i);
	if (option_given(session, "explain"))
		print_search(session, document);
	for (size_t i = 0; i < document->findings.n; i++)
		print_format(session, _("finding: %s\n"),
			     stored_finding(session, document->findings.v[i].name, document->findings.v[i].detail));
}

static enum status run(struct session *session, struct err *err)
{
	struct paper paper = {0};
	struct document document;
	struct document_context context = {session->body, DATE_NONE, session_calendar, session};
	enum status status = option_day(session, "on", &context.on, err);
	if (status == OK)
		status = ingest_read(session->arguments[0], session->arena, &paper, err);
	if (status != OK) {
		if (status == E_INVALID || status == E_NOT_FOUND || status == E_IO)
			err_prefix(err, "%s: ", session->arguments[0]);
		return status;
	}
	if (paper.remark && !session->quiet)
		print_message(arena_printf(session->arena, "%s: %s", session->arguments[0],
					   stored_text(session, STORED_REMARK, paper.remark)));
	document_read(paper.text, &context, session->arena, &document);
	if (session->json) {
		print_json(session, &document, &paper);
		return OK;
	}
	print_head(session, &document);
	if (option_given(session, "text"))
		marked_print(session, &document);
	print_items(session, &document);
	print_owed(session, &document);
	return OK;
}

const struct command command_read = {
	.name = "read",
	.usage = "FILE|-",
	.help = N_("show what griffie understands of a paper"),
	.more = N_("Reads one PDF or text, or standard input, and shows what it is, whose, of when, what it asks and "
		   "what it promises.\n"
		   "Stores nothing."),
	.needs = NEED_RULES,
	.least = 1,
	.most = 1,
	.options = {{"on", "DATE", N_("the day of the paper when it names none"), 0},
		    {"text", NULL, N_("print its text too, with what it promises and asks marked"), 0},
		    {"explain", NULL, N_("say of each promise what makes it one, and what was not read as promises"),
		     0}},
	.run = run,
};
