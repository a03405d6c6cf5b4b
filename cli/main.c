/* main.c: the only place that reads the environment and the clock. It finds the command, opens what the command declares, begins and
 * commits, and turns a status into an exit code.
 */
#include "cli/print.h"

#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

bool session_interrupted(void)
{
	return interrupted != 0;
}

/* A full disk or a closed pipe is an error, not a signal. */
static void ignore_signals(void)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	sigaction(SIGXFSZ, &ignore, NULL);
	sigaction(SIGPIPE, &ignore, NULL);
}

/* The first Ctrl-C asks to stop, a second one stops. A command that does not ask is ended at once: SQLite rolls back. */
static void catch_signals(void)
{
	struct sigaction stop = {.sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND};
	sigaction(SIGINT, &stop, NULL);
	sigaction(SIGTERM, &stop, NULL);
}

/* ---- language ---- */

static const char *asked_language(int count, char **words)
{
	for (int i = 1; i < count; i++) {
		if (strcmp(words[i], "--lang") == 0 && i + 1 < count)
			return words[i + 1];
		if (strncmp(words[i], "--lang=", 7) == 0)
			return words[i] + 7;
	}
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < ARRAY_SIZE(variables); i++) {
		const char *value = getenv(variables[i]);
		if (value && *value)
			return value;
	}
	return "en";
}

/* Catalogues lie beside the program when it runs from where it was built, else where it was installed. */
static const char *catalogue_folder(char *out, size_t size)
{
	ssize_t n = readlink("/proc/self/exe", out, size - 16);
	if (n > 0) {
		out[n] = '\0';
		char *slash = strrchr(out, '/');
		if (slash) {
			snprintf(slash, 16, "/locale");
			if (access(out, R_OK) == 0)
				return out;
		}
	}
	return PREFIX "/share/locale";
}

/* Messages only: numbers, dates and sorting stay as in C, whatever the locale. C.UTF-8 stands in for a Dutch locale that is not installed:
 * the catalogue is chosen by LANGUAGE. */
static bool set_language(int count, char **words)
{
	bool dutch = strncmp(asked_language(count, words), "nl", 2) == 0;
	char folder[4096];
	setenv("LANGUAGE", dutch ? "nl" : "en", 1);
	setlocale(LC_CTYPE, "C.UTF-8");
	setlocale(LC_MESSAGES, "C.UTF-8");
	bindtextdomain("griffie", catalogue_folder(folder, sizeof folder));
	bind_textdomain_codeset("griffie", "UTF-8");
	textdomain("griffie");
	return dutch;
}

/* ---- the clock ---- */

/* Two digits below `limit`; -1 for anything else. */
static int read_two(const char *text, int limit)
{
	if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
		return -1;
	int number = (text[0] - '0') * 10 + text[1] - '0';
	return number < limit ? number : -1;
}

/* "2025-03-20T10:00:00Z". */
static bool read_instant(const char *text, int *day, int64_t *out)
{
	if (strlen(text) != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
		return false;
	int hour = read_two(text + 11, 24), minute = read_two(text + 14, 60), second = read_two(text + 17, 60);
	*day = date_parse((struct slice){text, 10});
	if (*day == DATE_NONE || hour < 0 || minute < 0 || second < 0)
		return false;
	*out = (int64_t)*day * 86400 + hour * 3600 + minute * 60 + second;
	return true;
}

static enum status read_clock(struct session *session, struct err *err)
{
	const char *now = getenv("GRIFFIE_NOW");
	if (now && !read_instant(now, &session->today, &session->now))
		return err_set(err, E_USAGE, _("GRIFFIE_NOW is '%s': write it as 2025-01-31T09:00:00Z"), now);
	if (now)
		return OK;
	struct timespec instant;
	clock_gettime(CLOCK_REALTIME, &instant);
	session->now = instant.tv_sec;
	struct tm local;
	time_t seconds = instant.tv_sec;
	localtime_r(&seconds, &local); /* today is the day on the clerk's wall */
	session->today = date_make(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
	return OK;
}

static void look_at_terminal(struct session *session)
{
	struct winsize size;
	const char *no_colour = getenv("NO_COLOR");
	session->terminal = isatty(STDERR_FILENO);
	session->asks = session->terminal && isatty(STDIN_FILENO);
	session->colour = isatty(STDOUT_FILENO) && !(no_colour && *no_colour);
	session->width = 100;
	if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
		session->width = size.ws_col;
}

/* ---- one call ---- */

static int exit_code(enum status status)
{
	static const int codes[] = {[OK] = 0,      [E_USAGE] = 2, [E_INVALID] = 4, [E_NOT_FOUND] = 3, [E_REFUSED] = 5,
				    [E_BUSY] = 75, [E_DB] = 1,    [E_RULE] = 1,    [E_IO] = 1};
	return codes[status];
}

enum status session_printed(struct err *err)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return OK;
	struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
	if (poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP)))
		return OK;
	return err_set(err, E_IO, "%s", _("standard output cannot be written to"));
}

/* The worker is forked before the register is opened: a connection must not be carried across. */
static enum status open_all(struct session *session, struct err *err)
{
	struct register_changes changes = {0};
	enum status status = OK;
	if (session->needs & NEED_RULES)
		status = rules_open(session->packs, session->pack_count, &session->rules, err);
	if (status == OK && session->body)
		status = session_check_body(session, err);
	if (status == OK && (session->needs & NEED_DB))
		status = db_open(session->db_path, false, session->now, &session->db, err);
	if (status == OK && (session->needs & NEED_FRESH))
		status = register_refresh(session, false, &changes, err);
	const struct followup_changes *renewed = &changes.followups;
	session->renewed = renewed->added || renewed->changed || renewed->withdrawn;
	return status;
}

static enum status run_and_commit(struct session *session, struct err *err)
{
	enum status status = db_begin(session->db, err);
	if (status != OK)
		return status;
	status = session->command->run(session, err);
	if (status == OK)
		return db_commit(session->db, err);
	db_rollback(session->db);
	return status;
}

static enum status run_command(struct session *session, struct err *err)
{
	const struct command *command = session->command;
	session->needs = command->needs;
	enum status status = command->prepare ? command->prepare(session, err) : OK;
	if (session->needs & NEED_STOP)
		catch_signals();
	if (status == OK)
		status = open_all(session, err);
	if (status == OK)
		status = session->needs & NEED_WRITE ? run_and_commit(session, err) : command->run(session, err);
	if (status == OK && command->tell)
		command->tell(session);
	if (status == OK && session->unchanged)
		print_unchanged(session);
	return status;
}

/* What went wrong for single items was told when it happened; the rest is done. */
static enum status tell_rest(const struct session *session, struct err *err)
{
	if (session->refused)
		return err_set(err, E_REFUSED, "%s", _("some items were refused, see above: they stay as they were"));
	if (session->failed)
		return err_set(err, E_RULE, "%s",
			       _("a rule failed for some items, see above: they keep the follow-ups that they had"));
	return OK;
}

static enum status answer(struct session *session, int count, char **words, struct err *err)
{
	enum status status = read_clock(session, err);
	if (status == OK)
		status = option_parse(session, count, words, err);
	if (status != OK)
		return status;
	if (session->version)
		printf("griffie %s\n", GRIFFIE_VERSION);
	else if (session->help)
		help_print(session);
	else
		status = run_command(session, err);
	return status == OK ? tell_rest(session, err) : status;
}

int main(int count, char **words)
{
	struct session session = {.db_path = getenv("GRIFFIE_DB"), .arena = arena_new()};
	if (!session.db_path || !*session.db_path)
		session.db_path = "griffie.db";
	session.dutch = set_language(count, words);
	struct err err = {.translate = session.dutch ? print_translation : NULL};
	look_at_terminal(&session);
	ignore_signals();
	enum status status = answer(&session, count, words, &err);
	struct err lost = err_like(&err);
	if (session_printed(&lost) != OK && status == OK) {
		status = E_IO;
		err = lost;
	}
	if (status != OK && err.msg[0])
		print_message(err.msg);
	db_close(session.db);
	rules_free(session.rules);
	arena_free(session.arena);
	return exit_code(status);
}
