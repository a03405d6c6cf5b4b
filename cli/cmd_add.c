/* cmd_add.c: griffie add: an item that is in no paper, recorded by hand. */
#include "cli/commands.h"
#include "cli/facts.h"
#include "cli/print.h"

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

enum { NUMBER_MOST = 60 };

/* What the options say of it. */
struct texts {
	const char *title;
	const char *number; /* NULL */
	const char *by;     /* NULL */
	const char *party;  /* NULL */
};

static enum status read_texts(const struct session *session, struct texts *out, struct err *err)
{
	enum status status = option_text(session, "title", TEXT_MOST, &out->title, err);
	if (status == OK)
		status = option_text(session, "number", NUMBER_MOST, &out->number, err);
	if (status == OK)
		status = option_text(session, "by", TEXT_MOST, &out->by, err);
	if (status == OK)
		status = option_text(session, "party", TEXT_MOST, &out->party, err);
	if (status == OK && !out->title)
		return err_set(err, E_USAGE, "%s", _("'griffie add' needs --title TEXT"));
	if (status == OK && out->party && !out->by)
		return err_set(err, E_USAGE, "%s", _("--party needs --by NAME: it is the party of a person"));
	return status;
}

static enum status read_item(struct session *session, struct item *item, struct err *err)
{
	int state;
	item->body = session->body;
	if (!item_kind_from_text(slice_of(session->arguments[0]), &item->kind))
		return err_set(err, E_USAGE,
			       _("unknown kind '%s': motion, amendment, question, letter, commitment or other"),
			       session->arguments[0]);
	enum status status = option_day(session, "on", &item->date, err);
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

static void add_facts(struct session *session, const struct texts *texts, struct item *item)
{
	item->title = texts->title;
	item->ref = texts->number;
	if (texts->number)
		*list_push(session->arena, &item->identifiers) =
			(struct identifier){scheme_of(texts->number), texts->number};
	if (texts->by)
		*list_push(session->arena, &item->people) = (struct person){texts->by, texts->party, "submitter"};
	if (item->state != STATE_NONE)
		*list_push(session->arena, &item->transitions) =
			(struct transition){.state = item->state, .on = item->date};
}

/* An item without a number is called by that of the journal entry that will tell of it: no two have the same. */
static enum status name_item(struct session *session, struct item *item, struct err *err)
{
	struct journal_head head;
	if (item->ref)
		return OK;
	enum status status = db_journal_head(session->db, &head, err);
	if (status == OK)
		item->ref = arena_printf(session->arena, "%s-%lld", item_kind_to_text(item->kind),
					 (long long)head.entries + 1);
	return status;
}

/* A number that means several items is as little free as one that means one. */
static enum status check_free(struct session *session, const char *ref, struct err *err)
{
	const char *known;
	struct err missing = err_like(err);
	enum status status = db_item_find(session->db, ref, session->arena, &known, &missing);
	if (status == E_NOT_FOUND)
		return OK;
	if (status == OK)
		return err_set(err, E_REFUSED, _("%s is in the register already: see 'griffie show %s'"), ref, known);
	*err = missing;
	return status;
}

static void tell(const struct session *session)
{
	const struct item *item = session->result;
	if (session->json)
		facts_print_state(item->ref, item->state, item->date);
	else if (!session->quiet)
		print_format(session, _("recorded %s (%s)\n"), item->ref, print_kind(item->kind));
}

static enum status run(struct session *session, struct err *err)
{
	struct item *item = arena_alloc(session->arena, sizeof *item);
	struct texts texts;
	enum status status = read_item(session, item, err);
	if (status == OK)
		status = read_texts(session, &texts, err);
	if (status != OK)
		return status;
	add_facts(session, &texts, item);
	status = name_item(session, item, err);
	if (status == OK)
		status = check_free(session, item->ref, err);
	if (status == OK)
		status = db_item_add(session->db, item, err);
	if (status == OK)
		status = register_derive_one(session, item->ref, err);
	session->result = item;
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
	.tell = tell,
};
