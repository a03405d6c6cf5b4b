/* paper_letter.h: what the parts of the reader of letters share: the subject, the quotations, and what is said of settling.
 *
 * Internal to paper_letter*.c. A claim is a sentence that calls an item settled, settled in part, or not settled. Only what the
 * writer says here and now is one: what was said before, will be said, or is told of others, is none.
 */
#ifndef GRIFFIE_CORE_PAPER_LETTER_H
#define GRIFFIE_CORE_PAPER_LETTER_H

#include "core/paper.h"

struct letter_subject {
	const char *text; /* NULL when the letter has none */
	struct span raw;  /* from its first byte to its last, with what stands between wrapped lines */
};

enum verdict {
	VERDICT_NONE,
	VERDICT_TOLD, /* the letter takes it along, and does not say whether that settles it */
	VERDICT_OPEN,
	VERDICT_PARTLY,
	VERDICT_SETTLED
};

struct claim {
	enum verdict verdict;  /* never NONE or TOLD */
	struct slice sentence; /* of the body */
	struct slice noun;     /* "motie", "moties", "toezegging"; empty for "deze" */
	bool commitment;       /* the noun is a toezegging */
	bool plural;           /* "de moties" */
};

struct claims {
	struct claim *v;
	size_t n;
	size_t cap;
};

/* An item that a letter settles, or reports on. */
struct handled {
	enum item_kind kind;
	struct slice title; /* empty when not said */
	const char *number; /* "RIS321221"; of a commitment "789"; NULL when not said */
	size_t place;       /* where the body names it; 0 when the subject does */
	bool recited;       /* the body tells there that the council decided on it */
	enum verdict verdict;
	struct slice words; /* the sentence of the verdict; empty when the subject is all that says so */
};

struct handled_list {
	struct handled *v;
	size_t n;
	size_t cap;
};

/* A letter as paper_letter_is() finds it. */
struct letter {
	enum document_kind kind;
	struct letter_subject subject;
	struct zones quotes;         /* the parts of the body that quote a motion */
	struct handled_list handled; /* what it settles or reports on; empty where the subject alone tells the kind */
};

/* Reads the day of the letter and compares it with what the text tells; returns the line that says it, empty when none does. */
struct slice letter_date_read(struct paper_reader *reader);
void letter_subject_read(const struct paper_reader *reader, bool addressed, struct letter_subject *out);
bool letter_is_quoted(const struct zones *quotes, size_t at);
/* Whether the letter is signed or headed by the executive. */
bool letter_is_by_executive(const struct paper_reader *reader);
/* Whether somebody else signs it: a society, a group of members. */
bool letter_is_by_other(const struct paper_reader *reader);

/* The claims of the body, in order. */
void letter_claims_find(const struct paper_reader *reader, struct claims *out);

/* ---- names ---- */

/* Where `s` first has a noun for a kind of item ("motie", "toezeggingen"); s.n when it has none, and `kind` is left as it was. */
size_t letter_noun_find(struct slice s, enum item_kind *kind);
bool letter_noun_is_plural(struct slice s, size_t noun);
/* "(RIS321221)", "RIS 321221" at the start of `after`; `end` gets the offset behind it. NULL when there is none. */
const char *letter_ris_read(const struct paper_reader *reader, struct slice after, size_t *end);
/* Two names of one item: a shared number, or a shared title where no number speaks against it. */
bool letter_item_is_same(const struct handled *a, const struct handled *b);
/* Adds `item` unless it is named at that place already; NULL when there are `most`. */
struct handled *letter_item_add(const struct paper_reader *reader, struct handled_list *list, struct handled item,
				size_t most);
/* Adds what the subject names, without a verdict. */
void letter_subject_items(const struct paper_reader *reader, struct slice subject, struct handled_list *out);
/* Adds every name in the body with its place, quotations of a motion left out; `listed`: rows of a list count from the start, else from
 * the first plural on. */
void letter_names_find(const struct paper_reader *reader, bool listed, struct handled_list *out);

/* ---- commitments ---- */

/* The commitment that the body tells of last before offset `before`, in words and without a number: "de toezegging gedaan om ...". */
bool letter_commitment_find(const struct paper_reader *reader, size_t before, struct handled *out);
/* Adds the numbered commitments of `named` that the letter takes along ("In deze brief wordt ook toezegging 12 meegenomen"), unless they are
 * handled already. */
void letter_commitments_taken(const struct paper_reader *reader, const struct handled_list *named,
			      struct handled_list *out);
/* The sentence of the body that holds `place`, as struct handled has it; empty when none does. */
struct slice letter_sentence_at(const struct paper_reader *reader, size_t place);

/* ---- what is handled ---- */

enum { HANDLED_MOST = 32 }; /* items that one letter handles */

/* What the letter handles. `otherwise` is the verdict on what the subject names and no claim speaks of; with VERDICT_OPEN claims do not count. */
void letter_handled_find(const struct paper_reader *reader, const struct letter_subject *subject,
			 enum verdict otherwise, struct handled_list *out);
/* Adds a mention and a relation for each; to a document whose kind, date and numbers are known. */
void letter_handled_add(struct paper_reader *reader, const struct letter_subject *subject,
			const struct handled_list *list);
/* How many bytes of closing quotation mark `s` begins with. */
size_t letter_close_quote(struct slice s);

#endif
