/* csv.c: every cell but an empty one stands in double quotes, so that commas and line ends need no look at what it holds. */
#include "cli/csv.h"

void csv_cell(struct buf *row, const char *text)
{
	if (row->n && row->p[row->n - 1] != '\n')
		buf_add(row, ",", 1);
	buf_add(row, "\"", 1);
	if (text && *text && strchr("=+-@\t\r", *text))
		buf_add(row, "'", 1);
	for (const char *p = text; p && *p; p++)
		buf_add(row, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
	buf_add(row, "\"", 1);
}

void csv_end(struct buf *row)
{
	buf_add(row, "\r\n", 2);
}
