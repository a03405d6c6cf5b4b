/* paper_motion.h: what the readers of motions and amendments share: the head of the paper as fields, its caption, its outcomes.
 *
 * Internal to paper_motion*.c. A head ends where the text begins ("De raad van de gemeente ...", "De Kamer,").
 */
#ifndef GRIFFIE_CORE_PAPER_MOTION_H
#define GRIFFIE_CORE_PAPER_MOTION_H

#include "core/paper.h"

enum { MOTION_HEAD_MOST = 96, MOTION_STAMPS_MOST = 8 };

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
	enum document_kind kind;
	struct slice rest; /* what stands behind the word "motie" or "amendement" in its line */
	bool chamber;      /* a paper of the Tweede Kamer */
};

/* What was stamped on the paper, in order. */
struct motion_stamp {
	enum state state;
	int on; /* DATE_NONE when no day is told */
	struct slice quote;
};

struct motion_stamps {
	struct motion_stamp v[MOTION_STAMPS_MOST];
	size_t n;
	bool labelled;        /* "Uitslag stemming:" stands there */
	struct slice unknown; /* words that could be the outcome, and are none that is known or more than one */
};

/* Whether the paper is a motion or an amendment; fills `out` when it is. */
bool motion_head_find(const struct paper_reader *reader, struct motion_head *out);
/* Whether `line` begins with `label`, and a colon, a blank or its end behind it; `value` gets what stands behind. */
bool motion_field(struct slice line, const char *label, struct slice *value);
/* Whether the line names its value: "Onderwerp", "Titel: ...", "Datum raadsvergadering 5 juli 2023". */
bool motion_is_field(struct slice line);

/* Reads the lines [first, last) of the head; those of title and movers, [name, movers], only where a label says what they are. */
void motion_stamps_read(const struct paper_reader *reader, const struct motion_head *head, size_t movers, size_t last,
			struct motion_stamps *out);
/* The same for what was written under the text: lines [first, last) of the paper. */
void motion_foot_read(const struct paper_reader *reader, size_t first, size_t last, struct motion_stamps *out);

/* "verzoekt", "draagt op", ...: what the paragraph does; NULL when it asks nothing. */
const char *motion_verb(struct slice paragraph);
void motion_requests_read(struct paper_reader *reader);

/* The head of a paper of the Kamer: dossier, number, day, movers. */
void motion_chamber_read(struct paper_reader *reader, const struct motion_head *head, struct mention *mention);

#endif
