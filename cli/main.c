/* main.c: the only place that reads the environment and the clock. It finds the command, opens what the command declares, begins and
 * commits, and turns a status into an exit code.
 */
#include "cli/print.h"

#include <errno.h>
#include <locale.h>
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

/* The first Ctrl-C asks to stop, a second one stops. A full disk or a closed pipe is an error, not a signal. */
static void catch_signals(void)
{
	struct sigaction stop = {.sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND};
	sigaction(SIGINT, &stop, NULL);
	sigaction(SIGTERM, &stop, NULL);
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	sigaction(SIGXFSZ, &ignore, NULL);
	sigaction(SIGPIPE, &ignore, NULL);
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

static int64_t seconds_of(int day, int hour, int minute, int second)
{
	return (int64_t)day * 86400 + hour * 3600 + minute * 60 + second;
}

/* GRIFFIE_NOW is "2025-03-20T10:00:00Z". */
static enum status read_clock(struct session *session, struct err *err)
{
	const char *now = getenv("GRIFFIE_NOW");
	if (now) {
		int hour = 0, minute = 0, second = 0, n = 0;
		int day = strlen(now) >= 10 ? date_parse((struct slice){now, 10}) : DATE_NONE;
		if (day == DATE_NONE || sscanf(now + 10, "T%2d:%2d:%2dZ%n", &hour, &minute, &second, &n) != 3 ||
		    now[10 + n])
			return err_set(err, E_USAGE, _("GRIFFIE_NOW is '%s': write it as 2025-01-31T09:00:00Z"), now);
		session->now = seconds_of(day, hour, minute, second);
		session->today = day;
		return OK;
	}
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

static enum status run_command(struct session *session, struct err *err)
{
	unsigned needs = session->command->needs;
	enum status status = OK;
	/* The worker is forked before the register is opened: a connection must not be carried across. */
	if (session->command->prepare)
		session->command->prepare(session);
	if (needs & NEED_RULES)
		status = rules_open(session->packs, session->pack_count, &session->rules, err);
	if (status == OK && (needs & NEED_DB))
		status = db_open(session->db_path, false, session->now, &session->db, err);
	if (status == OK && (needs & NEED_WRITE))
		status = db_begin(session->db, err);
	if (status != OK)
		return status;
	status = session->command->run(session, err);
	if (!(needs & NEED_WRITE))
		return status;
	if (status == OK)
		return db_commit(session->db, err);
	db_rollback(session->db);
	return status;
}

static bool wants_help(int count, char **words)
{
	for (int i = 1; i < count; i++)
		if (strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0)
			return true;
	return count == 2 && strcmp(words[1], "help") == 0;
}

/* Help is asked for a command when its name stands anywhere before. */
static void find_helped(struct session *session, int count, char **words)
{
	for (int i = 1; i < count && !session->command; i++)
		for (size_t k = 0; k < command_count; k++)
			if (strcmp(commands[k]->name, words[i]) == 0)
				session->command = commands[k];
}

int main(int count, char **words)
{
	struct err err = {.translate = print_translation};
	struct session session = {.db_path = getenv("GRIFFIE_DB"), .arena = arena_new()};
	if (!session.db_path || !*session.db_path)
		session.db_path = "griffie.db";
	session.dutch = set_language(count, words);
	look_at_terminal(&session);
	catch_signals();
	enum status status = OK;
	if (wants_help(count, words)) {
		find_helped(&session, count, words);
		help_print(&session);
	} else {
		status = read_clock(&session, &err);
		if (status == OK)
			status = option_parse(&session, count, words, &err);
		if (status == OK)
			status = run_command(&session, &err);
	}
	errno = 0;
	if (fflush(stdout) != 0 && errno != EPIPE && status == OK) /* "griffie due | head" is no fault */
		status = err_set(&err, E_IO, "%s", _("standard output cannot be written to"));
	if (status != OK && err.msg[0])
		fprintf(stderr, "griffie: %s\n", err.msg);
	db_close(session.db);
	rules_free(session.rules);
	arena_free(session.arena);
	return exit_code(status);
}
