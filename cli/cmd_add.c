/* cmd_add.c: griffie add: an item that is in no paper, recorded by hand. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/print.h"
#include "ingest/plain.h"

/* The state in which an item of this kind begins when nobody says otherwise. */
static enum state first_state(enum item_kind kind)
{
	switch (kind) {
	case ITEM_MOTION:
	case ITEM_AMENDMENT:
	case ITEM_QUESTION:
		return STATE_SUBMITTED;
	case ITEM_LETTER:
		return STATE_RECEIVED;
	case ITEM_COMMITMENT:
		return STATE_OPEN;
	case ITEM_OTHER:
	case ITEM_KIND_COUNT:
		return STATE_NONE;
	}
	return STATE_NONE;
}

/* "RIS321238" is of the scheme RIS, "2025Z01234" a zaaknummer; another number is kept as a kenmerk. */
static const char *scheme_of(const char *number)
{
	if (strncmp(number, "RIS", 3) == 0)
		return "RIS";
	return strlen(number) == 10 && number[4] == 'Z' ? "zaaknummer" : "kenmerk";
}

enum { TEXT_MOST = 400, NUMBER_MOST = 60 };

/* What is recorded is one line of text, in UTF-8. */
static enum status check_text(const char *option, const char *text, size_t most, struct err *err)
{
	if (!text)
		return OK;
	size_t n = strlen(text);
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
			return err_set(err, E_USAGE, _("--%s holds a control character: give one line of text"),
				       option);
	if (n > most)
		return err_set(err, E_USAGE, _("--%s is longer than %zu bytes"), option, most);
	if (plain_valid(slice_of(text)) != n)
		return err_set(err, E_USAGE, _("--%s is no UTF-8"), option);
	return OK;
}

static enum status check_texts(const struct session *session, struct err *err)
{
	static const struct {
		const char *option;
		size_t most;
	} texts[] = {{"title", TEXT_MOST}, {"number", NUMBER_MOST}, {"by", TEXT_MOST}, {"party", TEXT_MOST}};
	enum status status = OK;
	for (size_t i = 0; status == OK && i < ARRAY_SIZE(texts); i++)
		status = check_text(texts[i].option, option_value(session, texts[i].option), texts[i].most, err);
	if (status == OK && option_given(session, "party") && !option_given(session, "by"))
		return err_set(err, E_USAGE, "%s", _("--party needs --by NAME: it is the party of a person"));
	return status;
}

static enum status read_item(struct session *session, struct item *item, struct err *err)
{
	int state;
	item->title = option_value(session, "title");
	item->body = session->body;
	if (!item_kind_from_text(slice_of(session->arguments[0]), &item->kind))
		return err_set(err, E_USAGE,
			       _("unknown kind '%s': motion, amendment, question, letter, commitment or other"),
			       session->arguments[0]);
	if (!item->title)
		return err_set(err, E_USAGE, "%s", _("'griffie add' needs --title TEXT"));
	enum status status = check_texts(session, err);
	if (status == OK)
		status = option_day(session, "on", &item->date, err);
	if (status == OK)
		status = option_state(session, "state", &state, err);
	if (status != OK)
		return status;
	if (item->date == DATE_NONE)
		item->date = session->today;
	item->state = state < 0 ? first_state(item->kind) : (enum state)state;
	if (item->state != STATE_NONE && !lifecycle_is_first(item->kind, item->state))
		return err_set(err, E_REFUSED, _("a %s cannot begin as %s"), print_kind(item->kind),
			       state_to_text(item->state));
	return OK;
}

static void add_facts(struct session *session, struct item *item)
{
	const char *number = option_value(session, "number"), *by = option_value(session, "by");
	if (number)
		*list_push(session->arena, &item->identifiers) = (struct identifier){scheme_of(number), number};
	if (by)
		*list_push(session->arena, &item->people) =
			(struct person){by, option_value(session, "party"), "submitter"};
	if (item->state != STATE_NONE)
		*list_push(session->arena, &item->transitions) =
			(struct transition){.state = item->state, .on = item->date};
}

/* An item without a number is called by that of the journal entry that will tell of it: no two have the same. */
static enum status name_item(struct session *session, struct item *item, struct err *err)
{
	struct journal_head head;
	item->ref = option_value(session, "number");
	if (item->ref)
		return OK;
	enum status status = db_journal_head(session->db, &head, err);
	if (status == OK)
		item->ref = arena_printf(session->arena, "%s-%lld", item_kind_to_text(item->kind),
					 (long long)head.entries + 1);
	return status;
}

static void print_result(const struct session *session, const struct item *item)
{
	if (!session->json) {
		if (!session->quiet)
			printf(_("recorded %s (%s)\n"), item->ref, print_kind(item->kind));
		return;
	}
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "item", item->ref);
	json_text(&json, "state", state_to_text(item->state));
	json_day(&json, "on", item->date);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static enum status run(struct session *session, struct err *err)
{
	struct item item = {0};
	const char *known;
	enum status status = read_item(session, &item, err);
	if (status != OK)
		return status;
	add_facts(session, &item);
	status = name_item(session, &item, err);
	if (status != OK)
		return status;
	if (db_item_find(session->db, item.ref, session->arena, &known, NULL) == OK)
		return err_set(err, E_REFUSED, _("%s is in the register already: see 'griffie show %s'"), item.ref,
			       known);
	status = db_item_add(session->db, &item, err);
	if (status == OK)
		status = register_derive_one(session, item.ref, err);
	if (status == OK)
		print_result(session, &item);
	return status;
}

const struct command command_add = {
	.name = "add",
	.usage = "KIND",
	.help = N_("record by hand an item that is in no paper"),
	.more = N_("KIND is motion, amendment, question, letter, commitment or other. An item that a paper speaks of\n"
		   "is made by griffie import; its state is recorded with griffie status."),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 1,
	.most = 1,
	.options = {{"title", "TEXT", N_("what it is about"), 0},
		    {"number", "NUMBER", N_("by which it is known: RIS321238, 2025Z01234"), 0},
		    {"on", "DATE", N_("the day of its first state (default: today)"), 0},
		    {"state", "STATE", N_("its first state (default: submitted, received or open)"), 0},
		    {"by", "NAME", N_("who put it forward"), 0},
		    {"party", "PARTY", N_("of whoever put it forward"), 0}},
	.run = run,
};
