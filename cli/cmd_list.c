/* cmd_list.c: griffie list, griffie search: items, a line each. */
#include "cli/commands.h"
#include "cli/facts.h"
#include "cli/print.h"

static void print_json(const struct item_row *row)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "item", row->ref);
	json_text(&json, "kind", item_kind_to_text(row->kind));
	json_text(&json, "body", row->body);
	facts_identifiers(&json, &row->identifiers);
	json_text(&json, "title", row->title);
	json_day(&json, "date", row->date);
	json_text(&json, "state", state_to_text(row->state));
	facts_parties(&json, &row->people);
	facts_people(&json, &row->people);
	json_day(&json, "settled_on", row->settled_on);
	json_number(&json, "pending", row->pending);
	json_number(&json, "overdue", row->overdue);
	json_bool(&json, "confidential", row->confidential);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static void print_row(const struct session *session, const struct item_row *row)
{
	char day[DATE_TEXT];
	const char *party = row->people.n && row->people.v[0].party ? row->people.v[0].party : "";
	print_cell(session, COLOUR_PLAIN, date_format(row->date, day), 10);
	putchar(' ');
	print_ref(session, row->ref);
	putchar(' ');
	print_cell(session, COLOUR_PLAIN, print_kind(row->kind), 10);
	putchar(' ');
	print_cell(session, COLOUR_PLAIN, print_state(session, row->state), 21);
	putchar(' ');
	const char *open = row->overdue   ? arena_printf(session->arena, _("%d overdue"), row->overdue)
			   : row->pending ? arena_printf(session->arena, _("%d owed"), row->pending)
					  : "";
	print_cell(session, row->overdue ? COLOUR_RED : COLOUR_PLAIN, open, 11);
	putchar(' ');
	const char *title = row->title ? row->title : _("(no title)");
	print_text(arena_printf(session->arena, "%s%s%s%s%s", title, *party ? " (" : "", party, *party ? ")" : "",
				row->confidential ? _(" [confidential]") : ""));
	putchar('\n');
}

static enum status list(struct session *session, const char *words, struct err *err)
{
	struct item_filter filter = {.body = session->body, .words = words, .today = session->today};
	struct item_rows rows = {0};
	enum status status = option_kind(session, "kind", &filter.kind, err);
	if (status == OK)
		status = option_state(session, "state", &filter.state, err);
	filter.party = option_value(session, "party");
	if (status == OK)
		status = db_item_list(session->db, &filter, session->arena, &rows, err);
	if (status == OK)
		print_party_hint(session, rows.n);
	for (size_t i = 0; status == OK && i < rows.n; i++) {
		if (session->json)
			print_json(&rows.v[i]);
		else
			print_row(session, &rows.v[i]);
	}
	if (status == OK && rows.n == 0 && !session->json && !session->quiet)
		fprintf(stderr, "%s\n", _("no items"));
	return status;
}

static enum status run_list(struct session *session, struct err *err)
{
	return list(session, NULL, err);
}

static enum status run_search(struct session *session, struct err *err)
{
	struct buf words;
	buf_init(&words);
	for (int i = 0; i < session->argument_count; i++)
		buf_printf(&words, "%s%s", i ? " " : "", session->arguments[i]);
	enum status status = list(session, arena_text(session->arena, (struct slice){words.p, words.n}), err);
	buf_release(&words);
	return status;
}

#define FILTERS                                                                                                        \
	{"kind", "KIND", N_("motion, amendment, question, letter, commitment or other"), 0},                           \
		{"state", "STATE", N_("e.g. adopted, settlement_proposed, settled"), 0},                               \
	{                                                                                                              \
		"party", "PARTY", N_("of a submitter"), 0                                                              \
	}

const struct command command_list = {
	.name = "list",
	.usage = "",
	.help = N_("the items of the register"),
	.needs = NEED_DB,
	.options = {FILTERS},
	.run = run_list,
};

const struct command command_search = {
	.name = "search",
	.usage = "WORDS",
	.help = N_("items whose title or numbers hold all the words"),
	.needs = NEED_DB,
	.least = 1,
	.most = 20,
	.options = {FILTERS},
	.run = run_search,
};
