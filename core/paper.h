/* paper.h: what the readers of single kinds of paper share: the paper as paragraphs and lines, and small ways to look into it.
 *
 * Internal to document.c and paper_*.c.
 */
#ifndef GRIFFIE_CORE_PAPER_H
#define GRIFFIE_CORE_PAPER_H

#include "core/document.h"

/* A paper while it is being read. */
struct paper_reader {
	struct document *document;
	const struct document_context *context;
	struct arena *arena;
	struct span *paragraphs; /* of the body: parts between newlines, in order */
	size_t paragraph_count;
	struct moments *days; /* of paper_day(), which fills it anew each time */
	/* What recognition found, kept for the reader of that kind; NULL: it is none, or was not asked for yet. */
	struct motion_head *motion;
	struct letter *letter;
	struct speakers_count *speakers; /* of marked speeches, counted when they are first asked for */
};

struct slice paper_text(const struct paper_reader *reader, struct span body);
struct slice paper_paragraph(const struct paper_reader *reader, size_t i);
struct slice paper_line(const struct paper_reader *reader, size_t i);
/* Whether a line from `from` on, and before `to`, begins with `text` (without case); `at` gets the first (NULL: not asked). */
bool paper_find_line(const struct paper_reader *reader, size_t from, size_t to, const char *text, size_t *at);
/* The first paragraph from `from` on that begins with, or holds, `text`; the count when there is none. */
size_t paper_find_paragraph(const struct paper_reader *reader, size_t from, const char *text);
size_t paper_holding_paragraph(const struct paper_reader *reader, size_t from, const char *text);

/* The first whole day named in `s`, or DATE_NONE; `end` gets the offset behind it (NULL: not asked). */
int paper_day(const struct paper_reader *reader, struct slice s, size_t *end);
/* The day when the text is a day and nothing else but a weekday, a label or a full stop. */
int paper_only_day(const struct paper_reader *reader, struct slice s);

/* The first text between quotation marks in `s`; `*end` is the offset behind it. Empty when there is none. */
struct slice paper_quoted(struct slice s, size_t *end);

/* The calendar of the body; NULL when the paper shows none, or nothing is known of it. */
const struct calendar *paper_calendar(const struct paper_reader *reader);
char *paper_copy(const struct paper_reader *reader, struct slice s);
struct span paper_raw(const struct paper_reader *reader, struct slice in_body);
/* The sentence of paragraph `i` that holds byte `at` of it. */
struct slice paper_sentence(const struct paper_reader *reader, size_t i, size_t at);

void paper_add_identifier(const struct paper_reader *reader, struct identifiers *list, const char *scheme,
			  const char *value);
/* Adds the person as person_add does; without a name, the party. */
void paper_add_person(const struct paper_reader *reader, struct persons *list, struct slice name, struct slice party,
		      const char *role);
/* Whether a name is that of a local party by its words: "Leefbaar Waterdam", "Fractie Jansen", "Dorpsbelang". */
bool paper_is_local_party(struct slice s);
void paper_add_relation(const struct paper_reader *reader, struct relations *list, enum relation_type type,
			const char *scheme, const char *value, const char *title);
void paper_add_event(const struct paper_reader *reader, struct mention *mention, enum state state, int on,
		     struct slice quote, bool recited);
void paper_add_finding(const struct paper_reader *reader, const char *name, const char *detail);
/* Adds a zone from paragraph `first` up to, not including, paragraph `last`. */
void paper_add_zone(const struct paper_reader *reader, size_t first, size_t last, enum zone_kind kind);
/* A mention with its lists empty, its meeting unknown. */
struct mention *paper_add_mention(const struct paper_reader *reader, enum item_kind kind);

/* Where a number of the Kamer ("2024Z12583") first stands in `s` by itself, ten bytes; s.n when none does. */
size_t paper_case_number(struct slice s);
/* "RIS321235" from "RIS-nummer: 321235", "RIS 321235", "(RIS321235)" at the start of `s`; NULL when it is none. */
const char *paper_ris(const struct paper_reader *reader, struct slice s);

/* "nl/provincie/zeeland", "nl/waterschap/delfland", or without a name when none is known: the house, no municipality, whose paper begins
 * with `top`; NULL when it shows none, or a municipality first. */
const char *paper_house(const struct paper_reader *reader, struct slice top);
/* "nl/den-haag", "nl/tweede-kamer"; NULL when the paper does not show whose it is. */
const char *paper_body(const struct paper_reader *reader);

/* The executive that answers to the council whose meeting a paper is about. */
struct executive {
	const char *member; /* "wethouder" */
	const char *organ;  /* "college" */
};

/* As the head of the paper shows; of a municipality when it does not. */
const struct executive *paper_executive(const struct paper_reader *reader);

/* The readers: each recognises its kinds and fills document and mentions. Promises are looked for afterwards, by document.c. */
bool paper_motion_is(struct paper_reader *reader, enum document_kind *kind);
void paper_motion_read(struct paper_reader *reader);
bool paper_decisions_is(const struct paper_reader *reader);
void paper_decisions_read(struct paper_reader *reader);
/* A decision list without a table: what its sentences tell. */
void paper_decisions_told(struct paper_reader *reader);
bool paper_question_is(struct paper_reader *reader, enum document_kind *kind);
void paper_question_read(struct paper_reader *reader);
bool paper_letter_is(struct paper_reader *reader, enum document_kind *kind);
void paper_letter_read(struct paper_reader *reader);
bool paper_minutes_is(const struct paper_reader *reader, enum document_kind *kind);
/* Whether somebody of the executive and others take turns to speak in it, whatever it calls itself. */
bool paper_minutes_is_debate(const struct paper_reader *reader);
void paper_minutes_read(struct paper_reader *reader);
/* In a paper of another kind: what members and the chair say, each to the end of a paragraph, is not said by its author. */
void paper_minutes_voices(struct paper_reader *reader);
bool paper_proposal_is(const struct paper_reader *reader);
void paper_proposal_read(struct paper_reader *reader);
/* Once the promises are known: what of them belongs to which mention. */
void paper_letter_finish(struct paper_reader *reader);
/* Once the promises are known: each that minutes, or a list of promises, hold is a commitment of its own. */
void paper_commitments_finish(struct paper_reader *reader);
/* Who of the executive wrote the letter: "college", "wethouder", "minister" ...; NULL when a third party did. Static. */
const char *paper_letter_author(const struct paper_reader *reader);

/* Names and parties in running text: "Robin Smit, Partij voor de Dieren", "Coen Bom (Hart voor Den Haag)", joined by "," or "en". */
void paper_people_read(const struct paper_reader *reader, struct slice s, const char *role, struct persons *out);
/* A block of signatures, lines [first, last): a name above its party, or names and parties of two columns in one line. */
void paper_signatures_read(const struct paper_reader *reader, size_t first, size_t last, struct persons *out);

#endif
