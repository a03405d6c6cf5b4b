/* cmd_split.c: griffie split, merge: a person's word on which sentences are one promise.
 *
 * What was recorded of a follow-up stays with its uid: the one that keeps the first quote, or is named first. What that means for the other
 * one is said, since nothing is carried over by itself.
 */
#include "cli/commands.h"
#include "cli/followup_print.h"
#include "cli/print.h"

#include <stdlib.h>

struct outcome {
	struct due_rows rows; /* the one that stays first */
	struct names notes;   /* what a person must know beside that */
};

static void note(struct session *session, struct outcome *outcome, const char *text)
{
	*list_push(session->arena, &outcome->notes) = text;
}

static void tell(const struct session *session)
{
	enum { INDENT = 21 };
	const struct outcome *outcome = session->result;
	for (size_t i = 0; i < outcome->rows.n; i++) {
		const struct due_row *row = &outcome->rows.v[i];
		const struct quotes *quotes = &row->followup.quotes;
		bool gone = row->followup.status == FOLLOWUP_WITHDRAWN;
		if (session->json)
			followup_print_json(session, row);
		else if (!session->quiet)
			followup_print_line(session, row);
		for (size_t k = 1; !session->json && !session->quiet && !gone && k < quotes->n; k++)
			print_wrapped(session, arena_printf(session->arena, "“%s”", quotes->v[k].text), INDENT);
	}
	for (size_t i = 0; !session->quiet && i < outcome->notes.n; i++)
		print_message(outcome->notes.v[i]);
}

/* ---- what both need ---- */

static enum status followup_open(struct session *session, const char *uid, struct due_row *out, struct err *err)
{
	enum status status = db_followup_load(session->db, uid, session->arena, out, err);
	if (status == OK && out->followup.status == FOLLOWUP_WITHDRAWN)
		return err_set(err, E_REFUSED, _("'%s' was withdrawn, see 'griffie why %.8s'"), uid, out->followup.uid);
	return status;
}

/* A follow-up of a promise has its key, and its quotes in the same order. */
static enum status promise_find(const struct item *item, const struct followup *followup,
				const struct item_promise **out, struct err *err)
{
	const struct item_promise *promise = regroup_promise(item, followup->key);
	bool same = promise && followup->quotes.n >= promise->quotes.n;
	for (size_t i = 0; same && i < promise->quotes.n; i++)
		same = promise->quotes.v[i].raw.start == followup->quotes.v[i].raw.start;
	if (!same)
		return err_set(err, E_REFUSED, _("'%.8s' does not rest on a promise: nothing can be split or merged"),
			       followup->uid);
	*out = promise;
	return OK;
}

/* Records the words and derives the item; without words nothing. */
static enum status record(struct session *session, struct item *item, struct gatherings *words, struct err *err)
{
	const char *because = NULL;
	int on = DATE_NONE;
	enum status status = option_text(session, "because", REASON_MOST, &because, err);
	if (status == OK)
		status = option_day(session, "on", &on, err);
	if (status != OK || !words->n)
		return status;
	for (size_t i = 0; i < words->n; i++) {
		words->v[i].because = because;
		words->v[i].on = on == DATE_NONE ? session->today : on;
	}
	status = db_gatherings_record(session->db, item, words, session->arena, err);
	return status == OK ? register_derive_one(session, item->ref, err) : status;
}

static enum status row_add(struct session *session, const char *uid, struct outcome *out, struct err *err)
{
	struct due_row row;
	enum status status = db_followup_load(session->db, uid, session->arena, &row, err);
	if (status == OK)
		*list_push(session->arena, &out->rows) = row;
	return status;
}

static bool is_moved_by_hand(const struct followup *followup)
{
	for (size_t i = 0; i < followup->moves.n; i++)
		if (!followup->moves.v[i].document)
			return true;
	return false;
}

static bool is_open(const struct followup *followup)
{
	return followup->status == FOLLOWUP_PENDING;
}

static const char *state_of(const struct session *session, const struct followup *followup)
{
	return print_followup_state(followup_state(followup, session->today));
}

/* ---- split ---- */

/* "3", as griffie why showed it, or words that stand in one quote only. */
static enum status number_read(const struct session *session, const struct item_promise *promise, const char *word,
			       size_t *out, struct err *err)
{
	size_t found = 0;
	char *end;
	unsigned long number = strtoul(word, &end, 10);
	if (*word >= '0' && *word <= '9' && !*end) {
		if (session->renewed)
			return err_set(err, E_REFUSED,
				       _("what is owed was worked out anew: look again with 'griffie why "
					 "%s' which quote is number %lu"),
				       session->arguments[0], number);
		if (number < 1 || number > promise->quotes.n)
			return err_set(err, E_USAGE, _("no quote '%s': there are %zu, see 'griffie why'"), word,
				       promise->quotes.n);
		*out = number - 1;
		return OK;
	}
	for (size_t i = 0; i < promise->quotes.n; i++)
		if (*word && strstr(promise->quotes.v[i].text, word)) {
			*out = i;
			found++;
		}
	return found == 1
		       ? OK
		       : err_set(err, found ? E_INVALID : E_NOT_FOUND,
				 _("'%s' stands in %zu of the quotes: give more of one, or its number"), word, found);
}

static enum status words_make(struct session *session, const struct item *item, const struct followup *followup,
			      struct gatherings *out, const char **key, struct err *err)
{
	const struct item_promise *promise = NULL;
	size_t n = (size_t)session->argument_count - 1;
	size_t *numbers = arena_alloc(session->arena, n * sizeof *numbers);
	enum status status = promise_find(item, followup, &promise, err);
	for (size_t i = 0; status == OK && i < n; i++)
		status = number_read(session, promise, session->arguments[i + 1], &numbers[i], err);
	return status == OK ? regroup_split(item, promise, numbers, n, session->arena, out, key, err) : status;
}

/* What was recorded of the one that stays does not hold for the one that left. */
static void split_notes(struct session *session, struct outcome *outcome)
{
	const struct followup *stays = &outcome->rows.v[0].followup, *left = &outcome->rows.v[1].followup;
	if (!is_open(stays))
		note(session, outcome,
		     arena_printf(session->arena, _("%.8s stays %s; that does not hold for %.8s, which is %s"),
				  stays->uid, state_of(session, stays), left->uid, state_of(session, left)));
	if (is_moved_by_hand(stays))
		note(session, outcome,
		     arena_printf(session->arena,
				  _("the date that %.8s got by hand does not hold for %.8s: give it one with 'griffie "
				    "move'"),
				  stays->uid, left->uid));
	if (!is_open(left) || is_moved_by_hand(left))
		note(session, outcome,
		     arena_printf(session->arena, _("what was recorded of %.8s before holds again"), left->uid));
}

static enum status run_split(struct session *session, struct err *err)
{
	struct outcome *outcome = arena_alloc(session->arena, sizeof *outcome);
	struct due_row row;
	struct item item;
	struct gatherings words = {0};
	const char *key = NULL, *uid = NULL;
	*outcome = (struct outcome){0};
	enum status status = followup_open(session, session->arguments[0], &row, err);
	if (status == OK)
		status = register_item(session, row.followup.item, session->arena, &item, err);
	if (status == OK)
		status = words_make(session, &item, &row.followup, &words, &key, err);
	if (status == OK)
		status = record(session, &item, &words, err);
	if (status == OK)
		status = db_followup_find(session->db, item.ref, row.followup.rule, key, session->arena, &uid, err);
	if (status == OK)
		status = row_add(session, row.followup.uid, outcome, err);
	if (status == OK && uid) /* not when the rule failed */
		status = row_add(session, uid, outcome, err);
	if (status == OK && uid)
		split_notes(session, outcome);
	session->result = outcome;
	return status;
}

/* ---- merge ---- */

static enum status may_merge(const struct followup *stays, const struct followup *goes, struct err *err)
{
	if (strcmp(stays->uid, goes->uid) == 0)
		return err_set(err, E_USAGE, _("'%.8s' is named twice"), goes->uid);
	if (strcmp(stays->item, goes->item) != 0)
		return err_set(
			err, E_REFUSED,
			_("'%.8s' is owed in %s, '%.8s' in %s: only promises of one item can be merged; link the "
			  "items with 'griffie link'"),
			stays->uid, stays->item, goes->uid, goes->item);
	if (!is_open(goes))
		return err_set(err, E_REFUSED, _("'%.8s' is %s: only what is still owed goes into another"), goes->uid,
			       err_text(err, followup_status_to_text(goes->status)));
	return OK;
}

/* Whether a person merged it with `stays` before. */
static enum status is_merged(struct session *session, const struct followup *stays, const struct followup *goes,
			     bool *out, struct err *err)
{
	struct gatherings words = {0};
	enum status status = db_followup_gatherings(session->db, goes, session->arena, &words, err);
	const struct gathering *last = words.n ? &words.v[words.n - 1] : NULL;
	*out = last && goes->status == FOLLOWUP_WITHDRAWN && strcmp(stays->item, goes->item) == 0 &&
	       last->word == GATHERING_MERGE && strcmp(last->was, goes->key) == 0 && strcmp(last->key, stays->key) == 0;
	return status;
}

/* What was recorded of the one that goes does not hold for the one that stays; what was of that, holds for both. */
static void merge_notes(struct session *session, const struct followup *stays, const struct followup *goes,
			struct outcome *outcome)
{
	char was[DATE_TEXT], now[DATE_TEXT];
	if (is_moved_by_hand(goes))
		note(session, outcome,
		     arena_printf(session->arena,
				  _("the date that %.8s got by hand stays with it and does not hold for %.8s"),
				  goes->uid, stays->uid));
	if (!is_open(stays))
		note(session, outcome,
		     arena_printf(session->arena, _("%.8s is %s: that now holds for what %.8s promised too"),
				  stays->uid, state_of(session, stays), goes->uid));
	else if (goes->latest != stays->latest)
		note(session, outcome,
		     arena_printf(
			     session->arena,
			     _("the day of %.8s was %s; now that of %.8s counts, %s: change it with 'griffie move'"),
			     goes->uid, goes->latest == DATE_NONE ? _("no date") : date_format(goes->latest, was),
			     stays->uid, stays->latest == DATE_NONE ? _("no date") : date_format(stays->latest, now)));
}

/* Adds the words that put the follow-up `uid` to the one that stays; none when it is there already. */
static enum status merge_one(struct session *session, const struct item *item, const struct followup *stays,
			     const char *uid, struct gatherings *words, struct outcome *outcome, struct err *err)
{
	struct due_row row;
	bool merged = false;
	const struct item_promise *promise = NULL, *other = NULL;
	enum status status = db_followup_load(session->db, uid, session->arena, &row, err);
	if (status == OK)
		status = is_merged(session, stays, &row.followup, &merged, err);
	if (status == OK && !merged)
		status = may_merge(stays, &row.followup, err);
	if (status == OK && !merged)
		status = promise_find(item, stays, &promise, err);
	if (status == OK && !merged)
		status = promise_find(item, &row.followup, &other, err);
	if (status != OK)
		return status;
	*list_push(session->arena, &outcome->rows) = row;
	if (merged)
		return OK;
	regroup_merge(item, promise, other, session->arena, words);
	merge_notes(session, stays, &row.followup, outcome);
	return OK;
}

static enum status run_merge(struct session *session, struct err *err)
{
	struct outcome *outcome = arena_alloc(session->arena, sizeof *outcome);
	struct due_row row;
	struct item item;
	struct gatherings words = {0};
	*outcome = (struct outcome){0};
	enum status status = followup_open(session, session->arguments[0], &row, err);
	if (status == OK)
		status = register_item(session, row.followup.item, session->arena, &item, err);
	if (status != OK)
		return status;
	*list_push(session->arena, &outcome->rows) = row;
	for (int i = 1; status == OK && i < session->argument_count; i++)
		status = merge_one(session, &item, &row.followup, session->arguments[i], &words, outcome, err);
	if (status == OK)
		status = record(session, &item, &words, err);
	for (size_t i = 0; status == OK && i < outcome->rows.n; i++)
		status = db_followup_load(session->db, outcome->rows.v[i].followup.uid, session->arena,
					  &outcome->rows.v[i], err);
	session->unchanged = status == OK && !words.n;
	session->result = outcome;
	return status;
}

#define SAID                                                                                                           \
	{"because", "TEXT", N_("the reason"), 0},                                                                      \
	{                                                                                                              \
		"on", "DATE", N_("the day of the word (default: today)"), 0                                            \
	}

const struct command command_split = {
	.name = "split",
	.usage = "UID QUOTE...",
	.help = N_("record that some quotes of a follow-up are another promise"),
	.more = N_("QUOTE is its number in griffie why UID, or words that stand in that one only. All that are named "
		   "become one\nfollow-up. The one with the first quote keeps its UID, and what was recorded of it. "
		   "griffie merge takes it back."),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 2,
	.most = ARGUMENTS_MOST,
	.options = {SAID},
	.run = run_split,
	.tell = tell,
};

const struct command command_merge = {
	.name = "merge",
	.usage = "UID UID...",
	.help = N_("record that follow-ups are one promise"),
	.more = N_("The first stays, with its day and what was recorded of it; the quotes of the others go to it. "
		   "griffie split takes it\nback."),
	.needs = NEED_RULES | NEED_DB | NEED_WRITE | NEED_FRESH,
	.least = 2,
	.most = ARGUMENTS_MOST,
	.options = {SAID},
	.run = run_merge,
	.tell = tell,
};
