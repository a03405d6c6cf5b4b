/* db.h: the register's file.
 *
 * One SQLite file: rollback journal, synchronous=EXTRA, STRICT tables, foreign keys, defensive mode. Every change is written together
 * with its journal entry in the caller's transaction; the journal is append-only and hash-chained (SHA-256 over canonical JSON).
 * Only what differs is written. Results live in the arena that is passed in.
 */
#ifndef GRIFFIE_DB_DB_H
#define GRIFFIE_DB_DB_H

#include "core/audit.h"
#include "core/followup.h"
#include "core/regroup.h"
#include "core/resolve.h"

struct db;

/* Opens a register; with `create` makes it when the file is not there (E_REFUSED when it is, and is a register already). `now` is the
 * instant that is recorded with what is written: seconds since 1970, UTC. E_NOT_FOUND with the remedy ("griffie init") when it is not
 * there; E_INVALID when the file is no register; E_BUSY when another one writes. */
must_check enum status db_open(const char *path, bool create, int64_t now, struct db **out, struct err *err);
void db_close(struct db *db);

/* The instant that was given to db_open: seconds since 1970, UTC. */
int64_t db_now(const struct db *db);

/* BEGIN IMMEDIATE, COMMIT, ROLLBACK. */
must_check enum status db_begin(struct db *db, struct err *err);
must_check enum status db_commit(struct db *db, struct err *err);
void db_rollback(struct db *db);
/* What is written between them is kept, or taken back alone when `status` is not OK; within db_begin, and not within each other. */
must_check enum status db_trial_begin(struct db *db, struct err *err);
must_check enum status db_trial_end(struct db *db, enum status status, struct err *err);
/* BEGIN DEFERRED, and its end: what is read between them is of one moment. Nothing may be written. */
must_check enum status db_view_begin(struct db *db, struct err *err);
void db_view_end(struct db *db);

/* ---- documents ---- */

struct stored_document {
	const char *sha256;
	const char *path;  /* under which it was first read */
	struct slice text; /* as extracted */
	int pages;
	const char *body;        /* that was given by hand (--body); NULL */
	int on;                  /* the day that was given by hand (--on); DATE_NONE */
	const char *place;       /* the file itself, links followed; NULL when unknown */
	const char *replaced_by; /* SHA-256 of the corrected paper that was read from the same place; NULL */
};

/* Whether a document with this SHA-256 is stored. */
must_check enum status db_document_known(struct db *db, const char *sha256, bool *out, struct err *err);
/* Stores the document with its kind, date and title, its text, and a row with the keys of each mention. What was asked of other bytes under
 * its path leaves the open questions; and what was asked of this file, unless the document has a finding that asks it. */
must_check enum status db_document_save(struct db *db, const struct stored_document *stored,
					const struct document *document, struct err *err);
/* E_NOT_FOUND when it is not stored; `sha256` may be a unique beginning of 8 digits or more, in capitals too. */
must_check enum status db_document_load(struct db *db, const char *sha256, struct arena *arena,
					struct stored_document *out, struct err *err);

struct names {
	const char **v;
	size_t n;
	size_t cap;
};

/* The paper that `word` means: as db_document_load, or the number of a paper ("RIS321238", "321238"), case ignored. E_NOT_FOUND, or E_INVALID
 * when it means several. */
must_check enum status db_document_find(struct db *db, const char *word, struct arena *arena, const char **sha256,
					struct err *err);
/* The SHA-256 of the papers that were read from `place` and not replaced, without `but`. */
must_check enum status db_document_at(struct db *db, const char *place, const char *but, struct arena *arena,
				      struct names *out, struct err *err);
/* The SHA-256 of every paper, in the order in which they were first read. */
must_check enum status db_document_list(struct db *db, struct arena *arena, struct names *out, struct err *err);

/* The mentions, sorted, that hang together with those of `documents`, these included: by shared keys, or by nearly equal titles within a
 * meeting, to any depth. Among them are those that a paper had before it was saved anew: an ordinal that the paper lacks. */
must_check enum status db_mentions_connected(struct db *db, const struct names *documents, struct arena *arena,
					     struct mention_ids *out, struct err *err);

/* ---- open questions ---- */

/* What a clerk must put right or decide. */
struct open_question {
	const char *path;   /* of the file */
	const char *sha256; /* of its bytes; NULL when it could not be read */
	const char *reason; /* what is wrong or asked, and what to do */
	const char *item;   /* ref: a state by hand of it is the answer; NULL: the file as a whole is in question */
	bool secrecy;       /* it is asked whether the item is confidential: db_item_confide is the answer */
};

struct open_questions {
	struct open_question *v;
	size_t n;
	size_t cap;
};

/* Keeps a file that could not be read or understood, with the question to the clerk; `sha256` is NULL only when its bytes could not be read.
 * It takes the place of what was asked of this file or of other bytes under this path; the same question again changes nothing. */
must_check enum status db_quarantine(struct db *db, const char *path, const char *sha256, const char *reason,
				     struct err *err);
/* The file at `path` holds `sha256` now, which the register knows: what was asked of other bytes there is answered. To be called for each
 * file that is known already; db_document_save does it for those that are read. */
must_check enum status db_quarantine_remove(struct db *db, const char *path, const char *sha256, struct err *err);
/* The questions that are open, sorted by path. One is answered when the file is read without it, and when its item got a state by hand. */
must_check enum status db_quarantine_list(struct db *db, struct arena *arena, struct open_questions *out,
					  struct err *err);

/* ---- items ---- */

/* What the store refused of an item: what was stored of it stays. */
struct refusal {
	const char *item;
	const char *message;
};

struct saved_items {
	struct names changed; /* refs of items that are new or differ */
	struct {
		struct refusal *v;
		size_t n;
		size_t cap;
	} refused;
};

/* Brings the stored items in line with `items`, which is everything that `mentions` stand for (those of db_mentions_connected), sorted by
 * ref as resolve_items gives them: new ones are added, changed ones updated; of those that no longer stand alone, what people recorded goes to the item that their mentions are now
 * part of. What people recorded by hand is put into `items` (transitions, links) before saving. */
must_check enum status db_items_save(struct db *db, const struct mention_ids *mentions, struct items *items,
				     struct arena *arena, struct saved_items *out, struct err *err);
/* The ref that `word` means: a ref, or any identifier's value ("RIS321238", "321238", "2024Z12583"), case ignored. E_NOT_FOUND, or
 * E_INVALID when it means several (their refs are in the message). */
must_check enum status db_item_find(struct db *db, const char *word, struct arena *arena, const char **ref,
				    struct err *err);
/* All of an item but its promises, notices and requests: those are read from its documents. */
must_check enum status db_item_load(struct db *db, const char *ref, struct arena *arena, struct item *out,
				    struct err *err);

struct item_row {
	const char *ref;
	enum item_kind kind;
	const char *body;
	const char *title;
	int date;
	enum state state;
	struct identifiers identifiers;
	struct persons people;
	int settled_on; /* DATE_NONE */
	int pending;    /* follow-ups */
	int overdue;    /* of these, by `today` */
	bool confidential;
};

struct item_filter {
	const char *body;  /* NULL: all */
	const char *party; /* NULL: all; compared without case */
	int kind;          /* enum item_kind, or -1 */
	int state;         /* enum state, or -1 */
	const char *words; /* NULL: all; all of these words in title or numbers, without case */
	int today;
};

struct item_rows {
	struct item_row *v;
	size_t n;
	size_t cap;
};

/* Sorted by date, then ref. */
must_check enum status db_item_list(struct db *db, const struct item_filter *filter, struct arena *arena,
				    struct item_rows *out, struct err *err);
/* The refs of all items, sorted. */
must_check enum status db_item_refs(struct db *db, struct arena *arena, struct names *out, struct err *err);
must_check enum status db_item_count(struct db *db, size_t *out, struct err *err);
/* The items that were stored after the one with number `*after` (0: from the first on), at most `most` of them; `*after` becomes the number of
 * the last. All that rules and quotes need: what db_item_load gives without relations, questions, findings and papers; and what was derived of
 * each before. */
must_check enum status db_items_next(struct db *db, int64_t *after, int most, struct arena *arena, struct items *out,
				     struct outcome_marks *marks, struct err *err);
/* What was derived now of an item, whose follow-ups are saved. Of one that people spoke of nothing is kept. */
must_check enum status db_outcome_save(struct db *db, const char *ref, const struct outcome_mark *mark,
				       struct err *err);
/* What findings are made of, of the same items in the same order: all but `slips`. */
must_check enum status db_audit_next(struct db *db, int64_t *after, int most, struct arena *arena,
				     struct audit_cases *out, struct err *err);
/* What the register said at an entry of its journal, of those items that something was recorded of since; of the others it says the same
 * now. Lives in the arena that was given. */
struct past;
must_check enum status db_past_load(struct db *db, int64_t last, struct arena *arena, struct past **out,
				    struct err *err);
/* Whether something was recorded of it since. */
bool past_differs(const struct past *past, const char *ref);
/* Whether the paper was in the register then. */
bool past_has_paper(const struct past *past, const char *sha256);
/* The refs of items of which something was recorded since; NULL behind their end. */
const char *past_ref(const struct past *past, size_t i);
/* The item as it was, but for what the journal does not hold: title, people and findings are those of `read` (what its papers of then say) and
 * so are quotes; what is owed and by whom those of `now`. Either may be NULL. False when it was not there, or was asked for before. */
bool past_take(struct past *past, const char *ref, const struct item *read, const struct audit_case *now,
	       struct arena *arena, struct audit_case *out);
/* A state recorded by hand: a transition whose evidence is a person's word or `document` (NULL: none). `changed` says whether it was written:
 * the same once more is not, unless a question that came since waits for it. E_REFUSED when the lifecycle does not allow it, and when the
 * item would be settled without a document, or while follow-ups of it are pending. */
must_check enum status db_item_record(struct db *db, const char *ref, enum state state, int on, const char *document,
				      bool *changed, struct err *err);
/* The same of parts of a motion, which are settled while the others are not: `part` names them, "2" or "1,3". */
must_check enum status db_item_record_part(struct db *db, const char *ref, const char *part, int on,
					   const char *document, bool *changed, struct err *err);
/* The second key: the council, or a rule, confirms or refuses that an item is settled. */
struct decision {
	bool refuses;
	enum state state;     /* that the item has by it; of db_decision_list alone */
	int on;               /* the day of the decision */
	const char *document; /* of the council; NULL where a rule settles */
	const char *rule; /* "nl/x:tacit": derived a term to object (key `tacit_settlement`) that ended before; NULL */
	const char *part; /* "2" or "1,3": of what a motion asks; NULL: all */
	bool owing;       /* it says so while follow-ups are pending: they stay owed */
	const char *because; /* NULL, also when erased */
};

struct decisions {
	struct decision *v;
	size_t n;
	size_t cap;
};

/* Records the decision, but not yet the state that the item has by it: that is db_decision_apply, after the rules derived from what
 * db_item_decided gives. `changed` is false when it was recorded before. E_REFUSED when the paper is no decision of the council, the
 * rule yields no term that ended, nothing was proposed, or the lifecycle forbids it. */
must_check enum status db_decision_record(struct db *db, const char *ref, const struct decision *decision,
					  bool *changed, struct err *err);
/* As db_item_load, with every decision on it. */
must_check enum status db_item_decided(struct db *db, const char *ref, struct arena *arena, struct item *out,
				       struct err *err);
/* E_REFUSED when it would be settled while follow-ups are pending, unless a decision says so. */
must_check enum status db_decision_apply(struct db *db, const char *ref, struct err *err);
/* In the order in which they were recorded. */
must_check enum status db_decision_list(struct db *db, const char *ref, struct arena *arena, struct decisions *out,
					struct err *err);

enum judged { JUDGED_ANSWERED, JUDGED_SENSE };
enum verdict { VERDICT_YES, VERDICT_PARTLY, VERDICT_NO };

struct judgement {
	enum judged judged;   /* formal: was it answered; of substance: in the sense of who put it forward */
	enum verdict verdict; /* `partly` of substance alone */
	const char *who;      /* a person or party; NULL when not said, or erased */
	int on;
	const char *part;    /* as of a decision */
	const char *because; /* NULL, also when erased */
};

struct judgements {
	struct judgement *v;
	size_t n;
	size_t cap;
};

const char *judged_to_text(enum judged judged);
const char *verdict_to_text(enum verdict verdict);
bool verdict_from_text(struct slice text, enum verdict *out);
/* Whether `later` takes the place of `earlier`: of the same thing, on the same part, by the same. */
bool judgement_replaces(const struct judgement *later, const struct judgement *earlier);
/* `changed` is false when it is the last one of its kind by the same already. */
must_check enum status db_judgement_record(struct db *db, const char *ref, const struct judgement *judgement,
					   bool *changed, struct err *err);
/* In the order in which they were recorded. */
must_check enum status db_judgement_list(struct db *db, const char *ref, struct arena *arena, struct judgements *out,
					 struct err *err);
/* A link recorded by hand: "a settles b"; REL_* types. `changed` is false when it was recorded before. */
must_check enum status db_item_link(struct db *db, const char *a, enum relation_type type, const char *b, bool *changed,
				    struct err *err);
/* Who may read it: `confidential`, only its number and kind are published; else all of it is, whatever its papers say of themselves. `because`
 * may be NULL. `changed` is false when that was the last word on it already, and nothing was asked since. */
must_check enum status db_item_confide(struct db *db, const char *ref, bool confidential, int on, const char *because,
				       bool *changed, struct err *err);
/* An item recorded by hand, without a paper. */
must_check enum status db_item_add(struct db *db, const struct item *item, struct err *err);

/* ---- follow-ups ---- */

struct followup_changes {
	int added;
	int changed;
	int withdrawn;
};

/* Brings the stored follow-ups of `refs` in line with `derived`; what is no longer derived is withdrawn with the reason; items in `failed`
 * (NULL: none) keep what they have. A person's word stays. */
must_check enum status db_followups_save(struct db *db, const struct names *refs, const struct followups *derived,
					 const struct names *failed, struct followup_changes *out, struct err *err);

/* What people would see change of a follow-up. */
enum followup_change {
	CHANGE_MOVED, /* another day, or a day to look again where it was due on one */
	CHANGE_WITHDRAWN,
	CHANGE_STATE, /* on the same day: fulfilled, or open again */
	CHANGE_WORDS, /* in the same state too: what is owed, in which form, by whom, or from which day on */
	CHANGE_ADDED, /* not stored, or withdrawn until now */
	FOLLOWUP_CHANGE_COUNT
};

const char *followup_change_to_text(enum followup_change change);

struct followup_difference {
	enum followup_change change;
	struct followup followup; /* as it would be; of one that is withdrawn only what is compared */
	int was;                  /* the last day that is stored; DATE_NONE when there is none */
	bool was_review;          /* that is a day to look again */
	enum followup_status was_status;
};

struct followup_differences {
	struct followup_difference *v;
	size_t n;
	size_t cap;
};

/* What db_followups_save would change of what people see; writes nothing. `derived` is sorted by item. */
must_check enum status db_followups_compare(struct db *db, const struct names *refs, const struct followups *derived,
					    const struct names *failed, struct arena *arena,
					    struct followup_differences *out, struct err *err);

struct followup_counts {
	int64_t of[FOLLOWUP_STATUS_COUNT];
	int64_t overdue; /* of those that are pending */
};

/* The stored follow-ups of a rule ("nl/den-haag:settlement"). Reads all follow-ups. */
must_check enum status db_followup_count(struct db *db, const char *rule, int today, struct followup_counts *out,
					 struct err *err);

struct followup_filter {
	int before;            /* latest day < before; DATE_NONE: all */
	int after;             /* latest day > after; DATE_NONE: all */
	bool overdue;          /* only overdue ones */
	const char *party;     /* of a submitter of the item; NULL: all */
	const char *portfolio; /* of owed_by; NULL: all */
	const char *body;      /* NULL: all */
	const char *item;      /* ref; NULL: all */
	int kind;              /* of the item, or -1 */
	const char *state;     /* "pending", "overdue", "fulfilled", "waived", "withdrawn"; NULL: pending and overdue */
	int today;
	bool with_quotes; /* load quotes, steps and moves too, and the journal entry */
	int limit;        /* at most so many; 0: all */
};

struct due_row {
	struct followup followup;
	const char *item_title;
	const char *party; /* of the first submitter; NULL */
	const char
		*entry; /* number and hash of the journal entry that last changed it; NULL in a list without quotes */
	const char *quote; /* the text of its first quote; NULL when it has none */
	bool confidential; /* its item is */
	int64_t created;
	int64_t last_modified;
	int sequence;
};

struct due_rows {
	struct due_row *v;
	size_t n;
	size_t cap;
};

/* Soonest first, those without a day last; then by uid. */
must_check enum status db_followup_list(struct db *db, const struct followup_filter *filter, struct arena *arena,
					struct due_rows *out, struct err *err);
/* By uid or a unique beginning of 4 characters or more, in capitals too. */
must_check enum status db_followup_load(struct db *db, const char *uid, struct arena *arena, struct due_row *out,
					struct err *err);

/* A person's word on a follow-up: fulfilled with a document, waived for a reason, moved to a moment for a reason. Survives every derivation. */
struct word {
	enum { WORD_FULFIL, WORD_WAIVE, WORD_MOVE } kind;
	int on;               /* the day of the word */
	const char *document; /* SHA-256; NULL */
	const char *because;  /* NULL */
	struct moment moment; /* for WORD_MOVE */
	const char *date_text;
};
/* Fills `met` of the item: which of its follow-ups a person called fulfilled. */
must_check enum status db_item_met(struct db *db, struct arena *arena, struct item *item, struct err *err);
/* `changed` is false when `word` is the last one on it already: nothing is written then. E_REFUSED when it was withdrawn. */
must_check enum status db_followup_record(struct db *db, const char *uid, const struct word *word, bool *changed,
					  struct err *err);

/* A person's words on quotes of `item`, which is in the register and has all that its papers say: those of regroup_split or regroup_merge, each
 * with its day and reason. Gathers `item` by them; its follow-ups are then to be derived. */
must_check enum status db_gatherings_record(struct db *db, struct item *item, const struct gatherings *words,
					    struct arena *arena, struct err *err);
/* Gathers what the papers of `item` promise as people said; a finding `promise_not_found` tells of each word that decides nothing, since what
 * it speaks of is no longer read, and of no others. To do so again changes nothing. */
must_check enum status db_item_regroup(struct db *db, struct item *item, struct arena *arena, struct err *err);
/* The words on quotes that came to this follow-up or went from it, in the order in which they were recorded. */
must_check enum status db_followup_gatherings(struct db *db, const struct followup *followup, struct arena *arena,
					      struct gatherings *out, struct err *err);
/* The uid of a follow-up; NULL when none is stored. */
must_check enum status db_followup_find(struct db *db, const char *item, const char *rule, const char *key,
					struct arena *arena, const char **uid, struct err *err);

/* ---- what calendars print ---- */

/* One way to print follow-ups. Those that have a day, not one to look again, are shown while they are pending, and what closed as long as
 * subscribers are to see it close: from the day on which the paper came that fulfilled it, or, when they may have seen it open, on
 * which its end was recorded. */
struct rendition {
	const char *name; /* whatever decides the bytes beside the follow-up: "event nl https://raad.example.nl/" */
	int version;      /* of what writes them */
	int since;        /* the first day of what closed and is shown */
	int64_t id;       /* 0 when nothing is stored */
	bool old;         /* something was recorded since all was printed, or other things are shown */
};

/* What is shown and was not printed yet, or was before it changed. */
struct unprinted {
	struct due_row due;
	int64_t cursor; /* the next batch begins behind it */
	const char *made_of;
	const char *digest;    /* of what is stored; NULL when nothing is */
	int64_t last_modified; /* the same */
};

struct unprinted_rows {
	struct unprinted *v;
	size_t n;
	size_t cap;
};

/* A component as it stands in a calendar. */
struct printed {
	const char *uid;    /* of the component itself */
	const char *digest; /* of what it says, without its stamps */
	int64_t last_modified;
	struct slice text;
};

/* What is stored of it. */
must_check enum status db_rendition_find(struct db *db, struct rendition *rendition, struct err *err);
/* A transaction for what follows; on a file that cannot be written, what is printed lasts as long as the connection. */
must_check enum status db_print_begin(struct db *db, struct err *err);
/* Makes the rendition unless it is there, and adds at most `limit` rows behind `cursor` (0: from the start), with quotes. */
must_check enum status db_rendition_unprinted(struct db *db, struct rendition *rendition, int64_t cursor, int limit,
					      struct arena *arena, struct unprinted_rows *out, struct err *err);
must_check enum status db_rendition_print(struct db *db, const struct rendition *rendition, const struct unprinted *row,
					  const struct printed *printed, struct err *err);
/* All that is shown is printed: forgets what is not. */
must_check enum status db_rendition_close(struct db *db, const struct rendition *rendition, struct err *err);

/* Gets each component that is shown and fits, soonest first; what `visit` gives back other than OK ends the walk. */
typedef enum status (*component_visit)(void *user, struct slice text, struct err *err);
/* `filter->state` NULL: those that are pending, and what closed; with `overdue` those of either that were not in time. With `party` or
 * `portfolio` none of a confidential item. */
must_check enum status db_rendition_walk(struct db *db, const struct rendition *rendition,
					 const struct followup_filter *filter, component_visit visit, void *user,
					 struct err *err);

/* What a component is of, for choosing the calendars that it stands in. */
struct shown_row {
	int64_t followup;
	int64_t item;
	const char *uid;
	const char *ref;     /* of the item */
	enum item_kind kind; /* of the item */
	const char *owed_by; /* NULL when the rule names nobody */
	bool late;           /* pending past its day, or closed after it */
	bool confidential;   /* its item is: who put it forward, or owes it, must not show by where it stands */
	const char *made_of; /* entries in the journal, and the writer: changes whenever the component may */
	int64_t last_modified;
};

struct shown_rows {
	struct shown_row *v;
	size_t n;
	size_t cap;
};

struct supporter {
	int64_t item;
	const char *name;
	const char *party; /* NULL when not said */
	bool first;        /* a submitter, no cosignatory */
};

struct supporters {
	struct supporter *v;
	size_t n;
	size_t cap;
};

/* Those of a body (NULL: all), soonest first. */
must_check enum status db_rendition_rows(struct db *db, const struct rendition *rendition, const char *body, int today,
					 struct arena *arena, struct shown_rows *out, struct err *err);
/* Submitters and cosignatories of all items, by item and in their order. */
must_check enum status db_supporters(struct db *db, struct arena *arena, struct supporters *out, struct err *err);
/* The component of one follow-up; E_NOT_FOUND when it is not shown. */
must_check enum status db_rendition_component(struct db *db, const struct rendition *rendition, int64_t followup,
					      component_visit visit, void *user, struct err *err);

/* An item that something follows from, for pages of its own. */
struct followed {
	const char *ref;
	const char *made_of; /* entries in the journal: changes whenever the item or a follow-up of it does */
};

struct followed_rows {
	struct followed *v;
	size_t n;
	size_t cap;
};

/* Of a body (NULL: all), by ref. */
must_check enum status db_followed_list(struct db *db, const char *body, struct arena *arena, struct followed_rows *out,
					struct err *err);

/* ---- calendars whose addresses are known to few ---- */

struct private_feed {
	const char *digest;  /* token_digest of its unguessable name, which the register does not know */
	const char *name;    /* how the clerk calls it */
	const char *filters; /* as given: "party=VVD overdue" */
	int on;              /* the day since which its address holds */
};

struct private_feeds {
	struct private_feed *v;
	size_t n;
	size_t cap;
};

/* Sorted by name. */
must_check enum status db_private_feed_list(struct db *db, struct arena *arena, struct private_feeds *out,
					    struct err *err);
/* E_NOT_FOUND. */
must_check enum status db_private_feed_load(struct db *db, const char *name, struct arena *arena,
					    struct private_feed *out, struct err *err);
/* E_REFUSED when there is one of that name. */
must_check enum status db_private_feed_add(struct db *db, const struct private_feed *feed, struct err *err);
/* E_NOT_FOUND. */
must_check enum status db_private_feed_remove(struct db *db, const char *name, struct err *err);

/* ---- what items and follow-ups were made with ---- */

/* One thing that decides what is read and derived: the caller names it ("reader", "pack nl/den-haag") and gives its version or SHA-256.
 * Where it differs from what the caller has, all is to be read or derived anew: db_document_list, db_item_refs. */
struct derivation {
	const char *name;
	const char *value;
};

struct derivations {
	struct derivation *v;
	size_t n;
	size_t cap;
};

/* `value` gets NULL when nothing stands under that name. */
must_check enum status db_derivation_get(struct db *db, const char *name, struct arena *arena, const char **value,
					 struct err *err);
/* Whether there is one whose name begins with `prefix`. */
must_check enum status db_derivation_any(struct db *db, const char *prefix, bool *out, struct err *err);
/* Written, with an entry in the journal that holds both values, only when it differs; NULL removes it. */
must_check enum status db_derivation_set(struct db *db, const char *name, const char *value, struct err *err);
/* All, sorted by name. */
must_check enum status db_derivation_list(struct db *db, struct arena *arena, struct derivations *out, struct err *err);

/* ---- the whole ---- */

struct journal_head {
	int64_t entries;
	char hash[SHA256_TEXT];
};
must_check enum status db_journal_head(struct db *db, struct journal_head *out, struct err *err);
/* The last entry that was recorded by `at` ("2025-01-31T09:00:00Z"): those before the first one that is later. 0 when there is none. */
must_check enum status db_journal_at(struct db *db, const char *at, int64_t *out, struct err *err);
/* Walks the whole chain; `first_bad` is 0 when it is whole. */
must_check enum status db_journal_verify(struct db *db, struct journal_head *out, int64_t *first_bad, struct err *err);

/* One check of health. */
struct db_check {
	const char *name;
	bool ok;
	const char *detail;
};

struct db_checks {
	struct db_check *v;
	size_t n;
	size_t cap;
};
must_check enum status db_doctor(struct db *db, struct arena *arena, struct db_checks *out, struct err *err);

#endif
