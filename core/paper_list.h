/* paper_list.h: a list of commitments that a clerk keeps, as rows. Internal to paper_list.c, paper_list_table.c, paper_minutes.c. */
#ifndef GRIFFIE_CORE_PAPER_LIST_H
#define GRIFFIE_CORE_PAPER_LIST_H

#include "core/paper.h"

enum list_column {
	COLUMN_NUMBER,
	COLUMN_DATE, /* on which it was promised */
	COLUMN_AGENDA,
	COLUMN_TEXT,
	COLUMN_HOLDER,
	COLUMN_TERM,
	COLUMN_STATE,
	COLUMN_KIND,   /* "motie", "toezegging" */
	COLUMN_CLOSED, /* the day on which it was settled, or whether it was */
	COLUMN_OTHER,  /* known, and not needed: notes, who keeps it */
	COLUMN_COUNT
};

/* One commitment. Cells that wrap are joined; those that are missing are empty. */
struct list_row {
	struct slice cells[COLUMN_COUNT]; /* in raw, or in the arena where they wrap */
	struct span raw;                  /* of its text: from its first to its last piece */
};

struct list_rows {
	struct list_row *v;
	size_t n;
	size_t cap;
	size_t line; /* with which they begin, headings included */
};

/* The column that a heading names; COLUMN_COUNT for one that is not known. */
enum list_column paper_list_column(struct slice heading);

/* Whether the paper has a table near its start whose headings say that its rows are promises. */
bool paper_list_is_headed(const struct paper_reader *reader);

/* The rows of a table with one heading line, of blocks of labelled fields, or of numbered entries that end with their status. False when the paper has neither, or when a table was found
 * whose cells do not stand in order: then `jumbled`. */
bool paper_list_rows(const struct paper_reader *reader, struct list_rows *out, bool *jumbled);

/* Fills mentions and promises from the rows; false when the paper is no such list: then it is read sentence by sentence. */
bool paper_list_read(struct paper_reader *reader);

#endif
