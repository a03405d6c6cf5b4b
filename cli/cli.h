/* cli.h: what commands share: the session of one call, the table of commands, options, output.
 *
 * A command declares what it needs; main.c reads the environment and the clock, opens, begins, commits or rolls back. Commands print through
 * print.h and json.h; messages go to stderr. What is recorded is told when it is committed, and not before: run() leaves it, tell() prints it.
 */
#ifndef GRIFFIE_CLI_CLI_H
#define GRIFFIE_CLI_CLI_H

#include "db/db.h"
#include "rules/rules.h"

#include <libintl.h>
#include <limits.h>

#define _(text)  gettext(text)
#define N_(text) text

/* What a command needs, as bits. */
enum need {
	NEED_NOTHING = 0,
	NEED_RULES = 1, /* the rule packs and their worker */
	NEED_DB = 2,    /* an open register */
	NEED_WRITE = 4, /* a transaction around the whole command */
	NEED_FRESH = 8, /* follow-ups that these packs and readers derived: they are derived anew when others did */
	NEED_STOP = 16, /* the first Ctrl-C only sets what session_interrupted tells */
};

enum { OPTIONS_MOST = 16, ARGUMENTS_MOST = INT_MAX };

/* Bytes of what a person writes: a title or name, and a reason. */
enum { TEXT_MOST = 400, REASON_MOST = 1000 };

#define GRIFFIE_VERSION "0.1"

/* How papers are read: raised with every change of core/ by which a stored paper would be read differently, so that registers read all of
 * theirs again. */
enum { READER_VERSION = 6 };

/* An option of a command: --name, or --name VALUE. */
struct option_spec {
	const char *name;
	const char *value; /* placeholder in the help ("DATE"); NULL for a flag */
	const char *help;
	char letter; /* "-o" for "--output"; 0 for none */
};

struct session;

struct command {
	const char *name;
	const char *usage; /* arguments, as in the help: "PATH..." */
	const char *help;  /* one line */
	const char *more;  /* paragraphs for --help; NULL when none */
	unsigned needs;
	int least; /* arguments */
	int most;
	struct option_spec options[OPTIONS_MOST];
	const char *many; /* the option that may be given again: its values then stand one a line; NULL for none */
	enum status (*run)(struct session *session, struct err *err);
	/* Prints what run() left in session->result, once it is committed; NULL when run() has printed all. */
	void (*tell)(const struct session *session);
	/* Before anything is opened; NULL for nothing. */
	enum status (*prepare)(struct session *session, struct err *err);
};

/* One call of the program. */
struct session {
	const struct command *command;
	unsigned needs; /* of the command; its prepare() may change them */
	int argument_count;
	const char **arguments;
	const char
		*values[OPTIONS_MOST]; /* of the command's options; "" for a flag that was given; NULL when not given */
	const char *db_path;
	const char *body; /* NULL when not given */
	const char *packs[8];
	size_t pack_count;
	int today;
	int64_t now;
	bool json;
	bool quiet;
	bool yes; /* do not ask */
	bool dutch;
	bool colour;        /* standard output is a terminal and NO_COLOR is not set */
	bool terminal;      /* standard error is a terminal */
	bool asks;          /* and standard input is one too: a question can be answered */
	bool help;          /* asked for; of the command, when there is one */
	bool version;       /* asked for */
	bool refused;       /* the store refused an item: the call fails, and the others are kept */
	bool failed;        /* a rule failed for an item: the same */
	bool renewed;       /* follow-ups changed before the command ran: others read or derived them before */
	bool unchanged;     /* what was to be recorded stood in the register already */
	const void *result; /* of run(), for tell(); in the arena */
	int width;          /* columns of the terminal; 100 when standard output is none */
	struct arena *arena;
	struct db *db;
	struct rules *rules;
};

extern const struct command *const commands[];
extern const size_t command_count;

/* The value of an option, "" for a flag that was given, NULL when it was not. */
const char *option_value(const struct session *session, const char *name);
bool option_given(const struct session *session, const char *name);
/* The day of an option; DATE_NONE when it was not given. */
must_check enum status option_day(const struct session *session, const char *name, int *out, struct err *err);
must_check enum status day_from_argument(const char *text, int *out, struct err *err);
must_check enum status kind_from_argument(const char *text, int *out, struct err *err);
/* The text of an option, without blanks around it, for what is recorded: one line of UTF-8 that is not blank, of at most `most` bytes; NULL when it
 * was not given. E_USAGE names the option. */
must_check enum status option_text(const struct session *session, const char *name, size_t most, const char **out,
				   struct err *err);
/* The kind or state of an option; -1 when it was not given. */
must_check enum status option_kind(const struct session *session, const char *name, int *out, struct err *err);
must_check enum status option_state(const struct session *session, const char *name, int *out, struct err *err);

/* Adds a rule pack to be loaded beside the shipped ones; E_USAGE when there are too many. */
must_check enum status session_add_pack(struct session *session, const char *file, struct err *err);
/* Parses the arguments into `session`, up to a --help or --version; E_USAGE names the word. */
must_check enum status option_parse(struct session *session, int count, char **words, struct err *err);
/* Prints the help of the program, or of one command. */
void help_print(const struct session *session);

/* The calendar of a body, for readers of papers: `user` is the session. */
const struct calendar *session_calendar(void *user, const char *body);
/* The rule pack with this id; NULL when none has it. */
const struct pack *session_pack(const struct session *session, const char *id);
/* Whether Ctrl-C was pressed, for commands with NEED_STOP. */
bool session_interrupted(void);
/* E_IO when something that was printed did not get through. A reader that has left ("griffie due | head") is no fault. */
must_check enum status session_printed(struct err *err);
/* E_USAGE when --body names no council that there can be, or nearly one that has rules; a message when it has none of its own. */
must_check enum status session_check_body(const struct session *session, struct err *err);

/* What was brought in line. */
struct register_changes {
	int items;
	struct followup_changes followups;
};

/* Papers as this call read them. */
struct read_papers {
	struct read_paper {
		const char *sha256;
		struct document *document;
	} * v;
	size_t n;
	size_t cap;
};

/* Brings the items and follow-ups that these papers, which are stored, concern in line, reading what hangs together with them, and adds what
 * changed to `out`. */
must_check enum status register_update(struct session *session, const struct read_papers *papers, struct items *items,
				       struct register_changes *out, struct err *err);
/* Which items are wanted, by what is stored of them. */
struct item_choice {
	bool (*wants)(const void *user, const struct item *item);
	const void *user;
};

/* Those of the items `refs` that are wanted (`choice` NULL: all), with everything that their papers say; `gone` gets those that are not in the
 * register any more. */
must_check enum status register_items(struct session *session, const struct item_choice *choice,
				      const struct names *refs, struct items *out, struct names *gone, struct err *err);
/* Derives the follow-ups of these items again, each from all that its papers say; those that are gone are passed over. */
must_check enum status register_derive(struct session *session, const struct names *refs, struct register_changes *out,
				       struct err *err);
/* The items after number `*after` (db_items_next), with everything that their papers say and rules ask. */
must_check enum status register_next(struct session *session, int64_t *after, int most, struct items *out,
				     struct outcome_marks *marks, struct err *err);
/* The items that these mentions alone stand for, without what people recorded. */
must_check enum status register_resolve(struct session *session, const struct mention_ids *mentions, struct items *out,
					struct err *err);
/* Derives the follow-ups of every item again, in transactions of its own, and shows how far it is. E_IO when it is asked to stop: what was
 * stored until then stays. */
must_check enum status register_derive_all(struct session *session, struct register_changes *out, struct err *err);
/* Stores what was derived of all of `items`, and tells what failed. */
must_check enum status register_store(struct session *session, const struct items *items, const struct derived *derived,
				      struct followup_changes *out, struct err *err);
/* The same for one item, after something was recorded of it by hand. */
must_check enum status register_derive_one(struct session *session, const char *ref, struct err *err);
/* "1 een bel te hangen; 2 de raad te ...": the parts of what is asked, in short; in the arena of the session. */
const char *register_parts_text(const struct session *session, const struct item_requests *requests);
/* The value of --part as it is recorded ("2", "1,3"): numbers of what the item asks; NULL when it was not given. E_INVALID names what there is. */
must_check enum status register_part(struct session *session, const char *ref, const char **out, struct err *err);
/* Records a decision on the item, derives its follow-ups with it, and lets it have its state. Where a decision settles the last part of
 * a motion of which nothing is pending, it settles the whole. `changed` is false when it was recorded before. */
must_check enum status register_decide(struct session *session, const char *ref, const struct decision *decision,
				       bool *changed, struct err *err);
/* What a stored paper says; one that was replaced says nothing any more. */
void register_read(struct session *session, const struct stored_document *stored, struct arena *arena,
		   struct document *out);
/* The paper `sha256`, which is stored, is the one that lies at `place` now: another that was read from there, and is the same paper with
 * other bytes, is replaced by it. Adds each paper that says something else by that to `papers`. */
must_check enum status register_place(struct session *session, const char *place, const char *sha256,
				      struct read_papers *papers, struct err *err);
/* What the clerk must decide about a paper, since it is not guessed; NULL when nothing. */
const char *register_question(const struct document *document);
/* What is wrong with a file or asked about it, as it is stored, in the language of the session where it is a sentence of griffie's own. */
const char *register_reason(const struct session *session, const char *reason);
/* The item with everything that its papers say. */
must_check enum status register_item(struct session *session, const char *ref, struct arena *arena, struct item *out,
				     struct err *err);
/* The same with every decision on it, also one that is not applied yet. */
must_check enum status register_decided(struct session *session, const char *ref, struct item *out, struct err *err);
/* Reads papers and derives follow-ups anew where that was done by other readers and packs, or failed; with `always` derives all in any case. In
 * transactions of its own; says in one line what it does. */
must_check enum status register_refresh(struct session *session, bool always, struct register_changes *out,
					struct err *err);
/* The ids of the packs that the register was derived without, or with another text of; and of those that it was derived with and that are not
 * loaded. `reader` says whether its papers are read otherwise by now. */
must_check enum status register_lag(struct session *session, struct names *packs, bool *reader, struct err *err);

#endif
