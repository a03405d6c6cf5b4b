/* db_document.h: a paper as rows. */
#ifndef GRIFFIE_DB_DOCUMENT_H
#define GRIFFIE_DB_DOCUMENT_H

#include "db/db_gate.h"

struct mention_row {
	const char *kind;
	const char *meeting_key; /* NULL when it has none */
	const char *title_key;   /* NULL when it has none */
	struct names keys;       /* sorted */
};

struct mention_rows {
	struct mention_row *v;
	size_t n;
	size_t cap;
};

struct document_row {
	const char *sha256;
	const char *path;
	const char *kind;
	int date;
	const char *title;
	int pages;
	const char *body;
	int on;
	const char *place;
	const char *replaced_by;
	struct identifiers numbers;
	struct slice text;
	char text_hash[SHA256_TEXT];
	struct mention_rows mentions;
	char facts[SHA256_TEXT];
};

/* Sets `facts` from all else but the path and the text itself. */
void document_facts(struct document_row *row);

/* E_NOT_FOUND, with what to do, when `sha256` (NULL: no paper is named) is not stored. */
must_check enum status document_need(struct db *db, const char *sha256, struct err *err);

#endif
