/* option.c: options of the program and of its commands. Both may stand before or behind the command's name; "--" ends them. */
#include "cli/print.h"

#include "ingest/plain.h"

struct global {
	const char *name;
	const char *value;
	const char *help;
	char letter; /* 0 for none */
	enum status (*take)(struct session *session, const char *value, struct err *err);
};

static enum status take_db(struct session *session, const char *value, struct err *err)
{
	(void)err;
	session->db_path = value;
	return OK;
}

static enum status take_json(struct session *session, const char *value, struct err *err)
{
	(void)value;
	(void)err;
	session->json = true;
	return OK;
}

static enum status take_today(struct session *session, const char *value, struct err *err)
{
	return day_from_argument(value, &session->today, err);
}

/* The language itself is chosen before the options are parsed, since messages about options are in it too. */
static enum status take_lang(struct session *session, const char *value, struct err *err)
{
	if (strcmp(value, "nl") != 0 && strcmp(value, "en") != 0)
		return err_set(err, E_USAGE, _("unknown language '%s': nl or en"), value);
	session->dutch = strcmp(value, "nl") == 0;
	return OK;
}

static enum status take_body(struct session *session, const char *value, struct err *err)
{
	(void)err;
	session->body = value;
	return OK;
}

enum status session_add_pack(struct session *session, const char *file, struct err *err)
{
	if (session->pack_count == ARRAY_SIZE(session->packs))
		return err_set(err, E_USAGE, _("more than %zu rule packs"), ARRAY_SIZE(session->packs));
	session->packs[session->pack_count++] = file;
	return OK;
}

static enum status take_quiet(struct session *session, const char *value, struct err *err)
{
	(void)value;
	(void)err;
	session->quiet = true;
	return OK;
}

static enum status take_yes(struct session *session, const char *value, struct err *err)
{
	(void)value;
	(void)err;
	session->yes = true;
	return OK;
}

static enum status take_help(struct session *session, const char *value, struct err *err)
{
	(void)value;
	(void)err;
	session->help = true;
	return OK;
}

static enum status take_version(struct session *session, const char *value, struct err *err)
{
	(void)value;
	(void)err;
	session->version = true;
	return OK;
}

static const struct global globals[] = {
	{"db", "FILE", N_("the register (default: $GRIFFIE_DB, else griffie.db)"), 0, take_db},
	{"json", NULL, N_("one JSON object a line"), 0, take_json},
	{"today", "DATE", N_("the day that counts as today"), 0, take_today},
	{"lang", "nl|en", N_("the language of messages (default: of the locale)"), 0, take_lang},
	{"body", "ID", N_("the council or parliament, e.g. nl/den-haag"), 0, take_body},
	{"pack", "FILE", N_("a rule pack beside the shipped ones"), 0, session_add_pack},
	{"quiet", NULL, N_("no messages but errors"), 0, take_quiet},
	{"yes", NULL, N_("do not ask before changed rule packs move follow-ups"), 0, take_yes},
	{"help", NULL, N_("this help"), 'h', take_help},
	{"version", NULL, N_("the version of griffie"), 0, take_version},
};

enum status day_from_argument(const char *text, int *out, struct err *err)
{
	int day = date_parse(slice_of(text));
	if (day == DATE_NONE)
		return err_set(err, E_USAGE, _("'%s' is no day: write it as 2025-01-31"), text);
	*out = day;
	return OK;
}

static size_t find_option(const struct session *session, const char *name)
{
	for (size_t i = 0; i < OPTIONS_MOST && session->command->options[i].name; i++)
		if (strcmp(session->command->options[i].name, name) == 0)
			return i;
	return OPTIONS_MOST;
}

const char *option_value(const struct session *session, const char *name)
{
	size_t i = find_option(session, name);
	return i < OPTIONS_MOST ? session->values[i] : NULL;
}

bool option_given(const struct session *session, const char *name)
{
	return option_value(session, name) != NULL;
}

enum status option_day(const struct session *session, const char *name, int *out, struct err *err)
{
	const char *value = option_value(session, name);
	*out = DATE_NONE;
	return value ? day_from_argument(value, out, err) : OK;
}

enum status option_text(const struct session *session, const char *name, size_t most, const char **out, struct err *err)
{
	const char *value = option_value(session, name);
	*out = NULL;
	if (!value)
		return OK;
	struct slice text = slice_trim(slice_of(value));
	if (!text.n)
		return err_set(err, E_USAGE, _("--%s is blank: leave it out, or give a text"), name);
	if (text.n > most)
		return err_set(err, E_USAGE, _("--%s is longer than %zu bytes"), name, most);
	if (plain_valid(text) != text.n)
		return err_set(err, E_USAGE, _("--%s is no UTF-8"), name);
	const char *copy = arena_text(session->arena, text);
	if (!print_is_safe(copy))
		return err_set(err, E_USAGE, _("--%s holds a control character: give one line of text"), name);
	*out = copy;
	return OK;
}

enum status kind_from_argument(const char *text, int *out, struct err *err)
{
	enum item_kind kind;
	if (!item_kind_from_text(slice_of(text), &kind))
		return err_set(err, E_USAGE,
			       _("unknown kind '%s': motion, amendment, question, letter, commitment or other"), text);
	*out = (int)kind;
	return OK;
}

enum status option_kind(const struct session *session, const char *name, int *out, struct err *err)
{
	const char *value = option_value(session, name);
	*out = -1;
	return value ? kind_from_argument(value, out, err) : OK;
}

enum status option_state(const struct session *session, const char *name, int *out, struct err *err)
{
	const char *value = option_value(session, name);
	enum state state;
	*out = -1;
	if (!value)
		return OK;
	if (!state_from_text(slice_of(value), &state))
		return err_set(err, E_USAGE, _("unknown state '%s': see 'griffie status --help'"), value);
	*out = (int)state;
	return OK;
}

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < command_count; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

/* An option as it stands on the command line: "--name", "--name VALUE", "--name=VALUE". */
struct given {
	char name[32];
	const char *value; /* behind "="; NULL when there is none */
};

/* The name of the option with this letter; NULL when there is none. */
static const char *name_of_letter(const struct command *command, char letter)
{
	for (size_t i = 0; command && i < OPTIONS_MOST && command->options[i].name; i++)
		if (letter == command->options[i].letter)
			return command->options[i].name;
	for (size_t i = 0; i < ARRAY_SIZE(globals); i++)
		if (letter == globals[i].letter)
			return globals[i].name;
	return NULL;
}

static bool split_option(const struct command *command, const char *word, struct given *out)
{
	*out = (struct given){.name = ""};
	if (word[1] != '-') {
		const char *named = word[2] ? NULL : name_of_letter(command, word[1]);
		snprintf(out->name, sizeof out->name, "%s", named ? named : "");
		return named != NULL;
	}
	const char *name = word + 2;
	size_t n = strcspn(name, "=");
	if (n == 0 || n >= sizeof out->name)
		return false;
	memcpy(out->name, name, n);
	out->name[n] = '\0';
	out->value = name[n] ? name + n + 1 : NULL;
	return true;
}

struct words {
	int count;
	char **v;
	int at;
};

/* The value of an option that asks for one. */
static enum status value_of(const struct given *given, const char *placeholder, struct words *words, const char **out,
			    struct err *err)
{
	*out = "";
	if (!placeholder && given->value)
		return err_set(err, E_USAGE, _("option '--%s' takes no value"), given->name);
	if (!placeholder)
		return OK;
	if (given->value) {
		*out = given->value;
		return OK;
	}
	if (words->at >= words->count)
		return err_set(err, E_USAGE, _("option '--%s' needs a value: %s"), given->name, placeholder);
	*out = words->v[words->at++];
	return OK;
}

static enum status take_option(struct session *session, const char *word, struct words *words, struct err *err)
{
	struct given given;
	const char *value;
	enum status status;
	if (!split_option(session->command, word, &given))
		return err_set(err, E_USAGE, _("unknown option '%s'"), word);
	size_t own = session->command ? find_option(session, given.name) : OPTIONS_MOST;
	if (own < OPTIONS_MOST) {
		status = value_of(&given, session->command->options[own].value, words, &value, err);
		const char *many = session->command->many;
		const char *before = many && strcmp(many, given.name) == 0 ? session->values[own] : NULL;
		if (status == OK)
			session->values[own] = before ? arena_printf(session->arena, "%s\n%s", before, value) : value;
		return status;
	}
	for (size_t i = 0; i < ARRAY_SIZE(globals); i++) {
		if (strcmp(globals[i].name, given.name) != 0)
			continue;
		status = value_of(&given, globals[i].value, words, &value, err);
		return status == OK ? globals[i].take(session, value, err) : status;
	}
	if (!session->command)
		return err_set(err, E_USAGE, _("unknown option '%s': see 'griffie --help'"), word);
	return err_set(err, E_USAGE, _("unknown option '%s': see 'griffie %s --help'"), word, session->command->name);
}

/* "help" is no command: it asks for the help of the one that follows, or of all. */
static enum status take_command(struct session *session, const char *word, struct err *err)
{
	if (!session->help && strcmp(word, "help") == 0) {
		session->help = true;
		return OK;
	}
	session->command = find_command(word);
	return session->command ? OK : err_set(err, E_USAGE, _("unknown command '%s': see 'griffie --help'"), word);
}

static enum status take_word(struct session *session, const char *word, struct err *err)
{
	if (!session->command)
		return take_command(session, word, err);
	if (session->argument_count >= session->command->most)
		return err_set(err, E_USAGE, _("'%s' is one argument too many: see 'griffie %s --help'"), word,
			       session->command->name);
	session->arguments[session->argument_count++] = word;
	return OK;
}

enum status option_parse(struct session *session, int count, char **words, struct err *err)
{
	struct words all = {count, words, 1};
	bool options = true;
	session->arguments = arena_alloc(session->arena, ((size_t)count + 1) * sizeof *session->arguments);
	while (all.at < count) {
		const char *word = words[all.at++];
		bool option = options && word[0] == '-' && word[1];
		enum status status = OK;
		if (option && strcmp(word, "--") == 0)
			options = false;
		else
			status = option ? take_option(session, word, &all, err) : take_word(session, word, err);
		if (status != OK)
			return status;
		if (option && (session->help || session->version)) {
			if (!session->command && all.at < count)
				session->command = find_command(words[all.at]);
			return OK;
		}
	}
	if (session->help)
		return OK;
	if (!session->command)
		return err_set(err, E_USAGE, "%s", _("no command given: see 'griffie --help'"));
	if (session->argument_count < session->command->least)
		return err_set(err, E_USAGE, _("'griffie %s' needs %s"), session->command->name,
			       session->command->usage);
	return OK;
}

static void print_option(char short_name, const char *name, const char *value, const char *help)
{
	char letter[8] = "";
	if (short_name)
		snprintf(letter, sizeof letter, "-%c, ", short_name);
	char left[48];
	snprintf(left, sizeof left, "%s--%s%s%s", letter, name, value ? " " : "", value ? value : "");
	printf("  %-24s %s\n", left, _(help));
}

static void print_globals(void)
{
	printf("\n%s\n", _("Options of every command:"));
	for (size_t i = 0; i < ARRAY_SIZE(globals); i++)
		print_option(globals[i].letter, globals[i].name, globals[i].value, globals[i].help);
}

static void print_overview(void)
{
	printf("%s\n\n", _("griffie: the register that tells a council what it is still owed"));
	printf("%s\n\n", _("usage: griffie COMMAND [OPTION]... [ARGUMENT]..."));
	for (size_t i = 0; i < command_count; i++)
		printf("  %-11s %s\n", commands[i]->name, _(commands[i]->help));
	print_globals();
	printf("\n%s\n", _("Begin with: griffie init, then griffie import FOLDER, then griffie due."));
}

void help_print(const struct session *session)
{
	const struct command *command = session->command;
	if (!command) {
		print_overview();
		return;
	}
	printf(_("usage: griffie %s [OPTION]...%s%s\n\n%s\n"), command->name, *command->usage ? " " : "",
	       command->usage, _(command->help));
	if (command->more)
		printf("\n%s\n", _(command->more));
	if (command->options[0].name)
		printf("\n%s\n", _("Options:"));
	for (size_t i = 0; i < OPTIONS_MOST && command->options[i].name; i++)
		print_option(command->options[i].letter, command->options[i].name, command->options[i].value,
			     command->options[i].help);
	print_globals();
}
