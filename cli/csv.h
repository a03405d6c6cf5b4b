/* csv.h: comma-separated values as RFC 4180 has them, with cells that no spreadsheet takes for a formula. */
#ifndef GRIFFIE_CLI_CSV_H
#define GRIFFIE_CLI_CSV_H

#include "core/base.h"

/* Adds a cell; NULL is empty. What begins as a formula does (= + - @, a tab or a carriage return) gets a quote before it. */
void csv_cell(struct buf *row, const char *text);
/* Ends the row. */
void csv_end(struct buf *row);

#endif
