/* cmd_show.c: griffie show: one item with its papers, its life, what was asked and what is owed. */
#include "cli/commands.h"
#include "cli/facts.h"
#include "cli/followup_print.h"
#include "cli/print.h"
#include "cli/settlement.h"
#include "cli/stored.h"

/* A paper of the item as it is shown, beside what the item holds of it. */
struct shown_paper {
	const char *path;
	enum state outcome; /* STATE_NONE when it is not told */
};

static void add_quote(struct json *json, const struct quote *quote)
{
	json_text(json, "document", quote->document);
	json_text(json, "quote", quote->text);
	json_number(json, "start", (int64_t)quote->raw.start);
	json_number(json, "end", (int64_t)quote->raw.end);
}

static void add_identity(struct json *json, const struct item *item)
{
	json_text(json, "item", item->ref);
	json_text(json, "kind", item_kind_to_text(item->kind));
	json_text(json, "body", item->body);
	facts_identifiers(json, &item->identifiers);
	json_text(json, "title", item->title);
	json_day(json, "date", item->date);
	json_text(json, "state", state_to_text(item->state));
	facts_parties(json, &item->people);
	facts_people(json, &item->people);
}

/* The day of the last transition to settled, and what is still open. */
static void add_standing(struct json *json, const struct item *item, const struct due_rows *due, int today)
{
	int settled_on = DATE_NONE, pending = 0, overdue = 0;
	for (size_t i = 0; i < item->transitions.n; i++)
		if (item->transitions.v[i].state == STATE_SETTLED && !item->transitions.v[i].forbidden)
			settled_on = item->transitions.v[i].on;
	for (size_t i = 0; i < due->n; i++) {
		pending += due->v[i].followup.status == FOLLOWUP_PENDING;
		overdue += strcmp(followup_state(&due->v[i].followup, today), "overdue") == 0;
	}
	json_day(json, "settled_on", settled_on);
	json_number(json, "pending", pending);
	json_number(json, "overdue", overdue);
	json_bool(json, "confidential", item->confidential);
}

static void add_transitions(struct json *json, const struct item *item)
{
	json_begin_array(json, "transitions");
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		json_begin_object(json, NULL);
		json_text(json, "state", state_to_text(t->state));
		json_day(json, "on", t->on);
		json_bool(json, "forbidden", t->forbidden);
		json_begin_array(json, "quotes");
		for (size_t k = 0; k < t->quotes.n; k++) {
			json_begin_object(json, NULL);
			add_quote(json, &t->quotes.v[k]);
			json_end_object(json);
		}
		json_end_array(json);
		json_end_object(json);
	}
	json_end_array(json);
}

static void add_asked(struct json *json, const struct item *item)
{
	json_begin_array(json, "requests");
	for (size_t i = 0; i < item->requests.n; i++) {
		json_begin_object(json, NULL);
		json_number(json, "number", (int64_t)i + 1);
		json_text(json, "verb", item->requests.v[i].verb);
		json_text(json, "state", state_to_text(item->requests.v[i].state));
		json_day(json, "settled_on", item->requests.v[i].settled);
		facts_moment(json, &item->requests.v[i].moment, item->requests.v[i].date_text);
		add_quote(json, &item->requests.v[i].quote);
		json_end_object(json);
	}
	json_end_array(json);
	json_begin_array(json, "notices");
	for (size_t i = 0; i < item->notices.n; i++) {
		json_begin_object(json, NULL);
		json_day(json, "on", item->notices.v[i].on);
		json_day(json, "was", item->notices.v[i].was);
		facts_moment(json, &item->notices.v[i].moment, item->notices.v[i].date_text);
		add_quote(json, &item->notices.v[i].quote);
		json_end_object(json);
	}
	json_end_array(json);
	facts_questions(json, &item->questions);
}

static void print_json(const struct item *item, const struct due_rows *due, const struct settlement *settlement,
		       const struct shown_paper *papers, int today)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	add_identity(&json, item);
	add_standing(&json, item, due, today);
	add_transitions(&json, item);
	add_asked(&json, item);
	json_begin_array(&json, "followups");
	for (size_t i = 0; i < due->n; i++) {
		const struct followup *f = &due->v[i].followup;
		json_begin_object(&json, NULL);
		json_text(&json, "uid", f->uid);
		json_text(&json, "title", f->title);
		json_text(&json, "form", f->form);
		json_day(&json, "latest", f->review ? DATE_NONE : f->latest);
		json_day(&json, "review", f->review ? f->latest : DATE_NONE);
		json_text(&json, "state", followup_state(f, today));
		json_text(&json, "rule", f->rule);
		facts_moves(&json, &f->moves);
		json_end_object(&json);
	}
	json_end_array(&json);
	json_begin_array(&json, "papers");
	for (size_t i = 0; i < item->papers.n; i++) {
		json_begin_object(&json, NULL);
		json_text(&json, "document", item->papers.v[i].document);
		json_text(&json, "kind", item->papers.v[i].text);
		json_text(&json, "outcome", state_to_text(papers[i].outcome));
		json_end_object(&json);
	}
	json_end_array(&json);
	json_begin_array(&json, "findings");
	for (size_t i = 0; i < item->findings.n; i++) {
		json_begin_object(&json, NULL);
		json_text(&json, "finding", item->findings.v[i].name);
		json_text(&json, "detail", item->findings.v[i].detail);
		json_end_object(&json);
	}
	json_end_array(&json);
	settlement_json(&json, item, due, settlement);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static void print_head(const struct session *session, const struct item *item)
{
	print_coloured(session, COLOUR_BOLD, item->ref);
	printf("  %s, %s\n", print_kind(item->kind), print_state(session, item->state));
	print_wrapped(session, item->title ? item->title : _("(no title)"), 2);
	if (item->confidential)
		print_format(session, "  %s\n", _("confidential: only its number and kind are published"));
	print_people(session, &item->people);
	print_identifiers(session, &item->identifiers);
	for (size_t i = 0; i < item->relations.n; i++)
		if (item->relations.v[i].type == REL_ABOUT && item->relations.v[i].title)
			print_format(session, _("  about: %s\n"), item->relations.v[i].title);
}

/* Different papers among the evidence. */
static size_t count_papers(const struct quotes *quotes)
{
	size_t n = 0;
	for (size_t i = 0; i < quotes->n; i++) {
		bool seen = !quotes->v[i].document;
		for (size_t k = 0; k < i && !seen; k++)
			seen = quotes->v[k].document && strcmp(quotes->v[k].document, quotes->v[i].document) == 0;
		n += !seen;
	}
	return n;
}

static void print_life(const struct session *session, const struct item *item)
{
	if (item->transitions.n)
		print_section(session, _("Life"));
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		char day[DATE_TEXT];
		printf("  %-10s ", t->on == DATE_NONE ? "?" : date_format(t->on, day));
		print_cell(session, COLOUR_PLAIN, print_state(session, t->state), 22);
		size_t papers = count_papers(&t->quotes);
		if (papers)
			printf(ngettext("%zu paper", "%zu papers", papers), papers);
		else
			fputs(_("by hand"), stdout);
		if (t->forbidden)
			printf("  %s", _("(not allowed here: kept as a finding)"));
		putchar('\n');
	}
}

/* "     adopted; 2025-09-30: voor 1 oktober 2025": what became of one request, and by when it asks. */
static void print_request(const struct session *session, size_t number, const struct item_request *r)
{
	char day[DATE_TEXT];
	print_wrapped(session, arena_printf(session->arena, "%zu. %s", number, r->quote.text), 2);
	if (!r->state && !r->date_text)
		return;
	const char *state = r->state ? print_state(session, r->state) : "";
	if (r->settled != DATE_NONE)
		state = arena_printf(session->arena, "%s %s", state, date_format(r->settled, day));
	print_format(session, "     %s", state);
	if (r->date_text)
		print_format(session, "%s%s: %s", r->state ? "; " : "",
			     r->moment.latest == DATE_NONE ? _("no date") : date_format(r->moment.latest, day),
			     r->date_text);
	putchar('\n');
}

static void print_asked(const struct session *session, const struct item *item)
{
	if (item->requests.n)
		print_section(session, _("Asked"));
	for (size_t i = 0; i < item->requests.n; i++)
		print_request(session, i + 1, &item->requests.v[i]);
	if (item->notices.n)
		print_section(session, _("Term moved"));
	for (size_t i = 0; i < item->notices.n; i++) {
		const struct item_notice *n = &item->notices.v[i];
		char on[DATE_TEXT], was[DATE_TEXT], now[DATE_TEXT];
		printf(_("  %s: from %s to %s\n"), date_format(n->on, on),
		       n->was == DATE_NONE ? "?" : date_format(n->was, was),
		       n->moment.latest == DATE_NONE ? _("no date") : date_format(n->moment.latest, now));
	}
	size_t open = 0;
	for (size_t i = 0; i < item->questions.n; i++)
		open += !item->questions.v[i].answered;
	if (item->questions.n)
		printf(_("\n%zu questions, %zu without an answer\n"), item->questions.n, open);
}

static void print_papers(const struct session *session, const struct item *item, const struct shown_paper *papers)
{
	if (item->papers.n)
		print_section(session, _("Papers"));
	for (size_t i = 0; i < item->papers.n; i++) {
		printf("  %.12s  ", item->papers.v[i].document);
		print_cell(session, COLOUR_PLAIN, print_name(item->papers.v[i].text), 17);
		print_text(papers[i].path);
		if (papers[i].outcome)
			printf(", %s", print_state(session, papers[i].outcome));
		putchar('\n');
	}
}

/* Where the item has no states of its own, as a proposal has none, its papers say what became of it. */
static enum status read_papers(struct session *session, const struct item *item, struct shown_paper **out,
			       struct err *err)
{
	enum status status = OK;
	*out = arena_alloc(session->arena, (item->papers.n + 1) * sizeof **out);
	for (size_t i = 0; status == OK && i < item->papers.n; i++) {
		struct stored_document stored;
		struct document document;
		status = db_document_load(session->db, item->papers.v[i].document, session->arena, &stored, err);
		if (status != OK)
			return status;
		(*out)[i] = (struct shown_paper){stored.path, STATE_NONE};
		if (item->kind != ITEM_OTHER)
			continue;
		register_read(session, &stored, session->arena, &document);
		(*out)[i].outcome = document.outcome;
	}
	return status;
}

/* All of the item, whatever became of them. */
static enum status list_followups(struct session *session, const char *ref, struct due_rows *out, struct err *err)
{
	static const char *const states[] = {NULL, "fulfilled", "waived", "withdrawn"};
	for (size_t i = 0; i < ARRAY_SIZE(states); i++) {
		struct followup_filter filter = {.before = DATE_NONE,
						 .after = DATE_NONE,
						 .item = ref,
						 .kind = -1,
						 .state = states[i],
						 .today = session->today,
						 .with_quotes = true};
		struct due_rows rows = {0};
		enum status status = db_followup_list(session->db, &filter, session->arena, &rows, err);
		if (status != OK)
			return status;
		for (size_t k = 0; k < rows.n; k++)
			*list_push(session->arena, out) = rows.v[k];
	}
	return OK;
}

static enum status run(struct session *session, struct err *err)
{
	const char *ref;
	struct item item = {0};
	struct due_rows due = {0};
	struct settlement settlement;
	struct shown_paper *papers = NULL;
	enum status status = db_item_find(session->db, session->arguments[0], session->arena, &ref, err);
	if (status == OK)
		status = register_item(session, ref, session->arena, &item, err);
	if (status == OK)
		status = list_followups(session, ref, &due, err);
	if (status == OK)
		status = settlement_load(session, &item, &settlement, err);
	if (status == OK)
		status = read_papers(session, &item, &papers, err);
	if (status != OK)
		return status;
	if (session->json) {
		print_json(&item, &due, &settlement, papers, session->today);
		return OK;
	}
	print_head(session, &item);
	print_life(session, &item);
	print_asked(session, &item);
	if (due.n)
		print_section(session, _("Owed"));
	for (size_t i = 0; i < due.n; i++)
		followup_print_line(session, &due.v[i]);
	settlement_print(session, &item, &due, &settlement);
	if (item.findings.n)
		print_section(session, _("Findings"));
	for (size_t i = 0; i < item.findings.n; i++)
		print_wrapped(session, stored_finding(session, item.findings.v[i].name, item.findings.v[i].detail), 2);
	print_papers(session, &item, papers);
	return OK;
}

const struct command command_show = {
	.name = "show",
	.usage = "ITEM",
	.help = N_("one item: its papers, its life, what is owed"),
	.more = N_("ITEM is a number that the item is known by: RIS321238, 321238, 2024Z12583."),
	.needs = NEED_RULES | NEED_DB,
	.least = 1,
	.most = 1,
	.run = run,
};
