/* print.h: text for people: nothing that a terminal would obey, columns by width on the screen, colour never as the only sign. */
#ifndef GRIFFIE_CLI_PRINT_H
#define GRIFFIE_CLI_PRINT_H

#include "cli/cli.h"

enum colour { COLOUR_PLAIN, COLOUR_BOLD, COLOUR_DIM, COLOUR_RED, COLOUR_GREEN, COLOUR_YELLOW };

/* Whether a terminal obeys nothing in `text`, which must be valid UTF-8: no control characters, no line ends, no marks that turn its direction. */
bool print_is_safe(const char *text);
/* Prints `text`; what a terminal would obey, and what is no UTF-8, is made visible. Lines stay lines. */
void print_text(const char *text);
/* The same for what a format gives. */
void print_format(const struct session *session, const char *fmt, ...) printf_like(2, 3);
/* "griffie: ", `text` and a line end on standard error, made visible in the same way, on one line. */
void print_message(const char *text);
/* Says so where --party names one of which nothing was found. */
void print_party_hint(const struct session *session, size_t found);
/* Says that what a person records was recorded before; to programs, and with --quiet, nothing. */
void print_unchanged(const struct session *session);
/* `text` in Dutch, that of a state too: for struct err. */
const char *print_translation(const char *text);
/* The same, in a colour where the session has colours. */
void print_coloured(const struct session *session, enum colour colour, const char *text);
/* A heading, after an empty line. */
void print_section(const struct session *session, const char *name);
/* `text` in exactly `width` columns: cut with an ellipsis, or filled with blanks. */
void print_cell(const struct session *session, enum colour colour, const char *text, int width);
/* The name of an item in a list: a cell, but never cut, since people type what they read. */
void print_ref(const struct session *session, const char *ref);
/* Names with their parties, or identifiers, on one line; nothing when there are none. */
void print_people(const struct session *session, const struct persons *people);
void print_identifiers(const struct session *session, const struct identifiers *identifiers);
/* The text of a paper with its promises marked "[1> ... <1]" by their number in the list, and what it asks "[?> ... <?]". */
void marked_print(const struct session *session, const struct document *document);
/* Lines of at most `width` columns, each after `indent` blanks. */
void print_wrapped(const struct session *session, const char *text, int indent);
/* Columns that `text` takes. */
int print_width(const char *text);

/* Words for people, in the language of the session. */
const char *print_state(const struct session *session, enum state state);
const char *print_kind(enum item_kind kind);
const char *print_form(const char *form);
const char *print_followup_state(const char *state);
/* What core calls the kind of a paper, the strength of a promise or the precision of a moment. */
const char *print_name(const char *name);

/* A bar on standard error when that is a terminal; done of all, or a number when it is not known how many there are (0). */
void progress_show(const struct session *session, const char *what, size_t done, size_t all);
void progress_clear(const struct session *session);

#endif
