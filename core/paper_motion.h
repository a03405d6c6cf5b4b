/* paper_motion.h: what the readers of motions and amendments share: the head of the paper as fields, its caption.
 *
 * Internal to paper_motion*.c; quoted.c asks it for verbs. A head ends where the text begins ("De raad van de gemeente ...", "De Kamer,").
 */
#ifndef GRIFFIE_CORE_PAPER_MOTION_H
#define GRIFFIE_CORE_PAPER_MOTION_H

#include "core/paper.h"

enum { MOTION_HEAD_MOST = 96 };

/* A line of the head, or a part of one where several fields were run together. */
struct motion_line {
	struct slice text; /* within raw */
	bool gap;          /* a blank line or a page stands before it */
};

struct motion_head {
	struct motion_line v[MOTION_HEAD_MOST];
	size_t n;
	size_t name;    /* the line with the caption */
	size_t opening; /* the line with which the text begins; n when none was found */
	size_t movers;  /* the line that names the movers; SIZE_MAX when none does */
	size_t foot;    /* the line of the paper behind its text; 0 when that is not known */
	enum document_kind kind;
	struct slice rest; /* what stands behind the word "motie" or "amendement" in its line */
	bool chamber;      /* a paper of the Tweede Kamer */
};

/* Whether the paper is a motion or an amendment; fills `out` when it is. */
bool motion_head_find(const struct paper_reader *reader, struct motion_head *out);
/* Whether `line` begins with `label`, and a colon, a blank or its end behind it; `value` gets what stands behind. */
bool motion_field(struct slice line, const char *label, struct slice *value);
/* Whether the line names its value: "Onderwerp", "Titel: ...", "Datum raadsvergadering 5 juli 2023". */
bool motion_is_field(struct slice line);

/* What became of it: each vote on its own day, the outcome, the day of the paper. `opening` is the quote for having been submitted. */
void motion_vote_read(struct paper_reader *reader, const struct motion_head *head, struct slice opening,
		      struct mention *mention);

/* "verzoekt", "draagt op", ...: what the paragraph does; NULL when it asks nothing. */
const char *motion_verb(struct slice paragraph);
void motion_requests_read(struct paper_reader *reader);
/* By when a request wants what it asks: one of its `moments`, or NULL; `date` is the paper's, and what ended before it is of the matter. */
const struct moment *motion_moment(struct slice quote, const struct moments *moments, int date);

/* The head of a paper of the Kamer: dossier, number, day, movers. */
void motion_chamber_read(struct paper_reader *reader, const struct motion_head *head, struct mention *mention);

#endif
