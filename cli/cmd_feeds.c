/* cmd_feeds.c: griffie feeds: calendars whose addresses are known to few. */
#include "cli/commands.h"
#include "cli/followup_print.h"
#include "cli/json.h"
#include "cli/print.h"
#include "cli/publishing.h"
#include "ingest/plain.h"
#include "site/secret.h"

enum { NAME_MOST = 100 };

static enum status name_read(struct session *session, const char *word, const char **out, struct err *err)
{
	struct slice name = slice_trim(slice_of(word));
	const char *copy = arena_text(session->arena, name);
	if (!name.n || name.n > NAME_MOST || plain_valid(name) != name.n || !print_is_safe(copy))
		return err_set(err, E_USAGE, _("'%s' is no name of a feed: one line of text, of at most %d bytes"),
			       word, (int)NAME_MOST);
	*out = copy;
	return OK;
}

static void print_address(const struct session *session, const char *name, const struct secret_address *address)
{
	if (session->json) {
		struct json json;
		json_init(&json);
		json_begin_object(&json, NULL);
		json_text(&json, "name", name);
		json_text(&json, "events", address->events);
		json_text(&json, "tasks", address->tasks);
		json_end_object(&json);
		json_print(&json);
		json_release(&json);
		return;
	}
	printf("%s\n%s\n", address->events, address->tasks);
	if (!session->quiet)
		print_format(session, "%s\n",
			     _("The first is for calendars, the second for lists of tasks. Whoever has an address can "
			       "read it, and it\ncannot be shown again: give it to its reader now."));
}

/* ---- the words ---- */

static enum status put(struct session *session, bool again, struct err *err)
{
	struct private_feed feed = {.filters = option_value(session, "filters")};
	struct secret_address address;
	struct followup_filter filter;
	struct publishing publishing;
	enum status status = name_read(session, session->arguments[2], &feed.name, err);
	if (!feed.filters)
		feed.filters = "";
	if (status == OK)
		status = followup_filter_parse(session, feed.filters, &filter, err);
	if (status == OK)
		status = publishing_read(session, session->arguments[1], &publishing, err);
	if (status == OK)
		status = secret_add(session->db, &publishing, &feed, again, session->arena, &address, err);
	progress_clear(session);
	if (status == OK)
		print_address(session, feed.name, &address);
	return status;
}

static enum status add(struct session *session, struct err *err)
{
	return put(session, false, err);
}

static enum status rotate(struct session *session, struct err *err)
{
	return put(session, true, err);
}

static enum status revoke(struct session *session, struct err *err)
{
	bool folder = session->argument_count == 3;
	const char *name = NULL;
	enum status status = name_read(session, session->arguments[folder ? 2 : 1], &name, err);
	if (status == OK)
		status = secret_revoke(session->db, folder ? session->arguments[1] : NULL, name, err);
	if (status == OK && !session->quiet && !session->json && folder)
		print_format(session, _("'%s' is revoked: its address is gone\n"), name);
	else if (status == OK && !session->quiet && !session->json)
		print_format(session, _("'%s' is revoked: its address goes with the next 'griffie publish'\n"), name);
	return status;
}

static void print_feed(const struct session *session, const struct private_feed *feed)
{
	char day[DATE_TEXT];
	struct json json;
	date_format(feed->on, day);
	if (!session->json) {
		print_format(session, "%s  %s  %s\n", day, feed->name,
			     *feed->filters ? feed->filters : _("(everything)"));
		return;
	}
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "name", feed->name);
	json_text(&json, "filters", feed->filters);
	json_text(&json, "since", day);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static enum status list(struct session *session, struct err *err)
{
	struct private_feeds feeds = {0};
	enum status status = db_private_feed_list(session->db, session->arena, &feeds, err);
	for (size_t i = 0; status == OK && i < feeds.n; i++)
		print_feed(session, &feeds.v[i]);
	if (status == OK && !feeds.n && !session->json && !session->quiet)
		printf("%s\n", _("no private feeds"));
	return status;
}

/* What stands behind griffie feeds. */
static const struct word_of_feeds {
	const char *name;
	const char *usage;
	int least; /* words, this one included */
	int most;
	bool writes; /* a calendar, and so takes the options of publish */
	bool filters;
	enum status (*run)(struct session *session, struct err *err);
} words[] = {
	{"list", "feeds list", 1, 1, false, false, list},
	{"add", "feeds add DIR NAME", 3, 3, true, true, add},
	{"rotate", "feeds rotate DIR NAME", 3, 3, true, false, rotate},
	{"revoke", "feeds revoke [DIR] NAME", 2, 3, false, false, revoke},
};

static const struct word_of_feeds *word_asked(const struct session *session)
{
	const char *name = session->argument_count ? session->arguments[0] : "list";
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (strcmp(words[i].name, name) == 0)
			return &words[i];
	return NULL;
}

static enum status prepare(struct session *session, struct err *err)
{
	const struct word_of_feeds *word = word_asked(session);
	int n = session->argument_count ? session->argument_count : 1;
	if (!word)
		return err_set(err, E_USAGE, _("unknown word '%s': list, add, rotate or revoke"),
			       session->arguments[0]);
	if (n < word->least || n > word->most)
		return err_set(err, E_USAGE, _("write: griffie %s"), word->usage);
	if (option_given(session, "filters") && !word->filters)
		return err_set(err, E_USAGE, _("--filters goes with 'griffie feeds add', not with '%s'"), word->name);
	return word->writes ? publishing_prepare(session, err) : OK;
}

static enum status run(struct session *session, struct err *err)
{
	return word_asked(session)->run(session, err);
}

const struct command command_feeds = {
	.name = "feeds",
	.usage = "[list] | add DIR NAME | rotate DIR NAME | revoke [DIR] NAME",
	.help = N_("calendars at addresses that nobody can guess"),
	.more = N_("add puts a calendar into the folder DIR of griffie publish and prints its address, once: it is "
		   "kept nowhere\n"
		   "else, and the register knows only its SHA-256. publish then keeps it up to date. rotate gives it "
		   "another\n"
		   "address; revoke ends it, at once where DIR is named, else with the next publish. What stands in it "
		   "is what\n"
		   "stands in public calendars: nothing is secret but the choice.\n"
		   "Example: griffie feeds add /var/www/raad 'fractie' --filters 'party=VVD overdue' --base-url "
		   "https://raad.example.nl/"),
	.needs = NEED_DB,
	.most = 3,
	.options = {{"filters", "FILTERS", N_("what stands in it, as in publish --feed; everything if not given"), 0},
		    PUBLISHING_OPTIONS},
	.run = run,
	.prepare = prepare,
};
