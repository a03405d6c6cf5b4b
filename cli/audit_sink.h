/* audit_sink.h: findings on a terminal, as JSON lines, as comma-separated values and as a page to print. */
#ifndef GRIFFIE_CLI_AUDIT_SINK_H
#define GRIFFIE_CLI_AUDIT_SINK_H

#include "cli/audit_walk.h"
#include "site/outfile.h"

/* Counts of findings by their place in audit_name. */
enum { AUDIT_NAMES_MOST = 32 };

struct audit_counts {
	size_t of[AUDIT_NAMES_MOST];
	size_t findings;
	size_t items; /* with one or more */
};

void audit_count(struct audit_counts *counts, const struct audit_findings *findings);

/* Where findings go; NULL and false for what is not wanted. */
struct audit_sink {
	bool text;
	bool json;
	struct outfile *csv;
	struct outfile *html;
};

/* The findings of one item, one or more. */
must_check enum status audit_sink_add(struct session *session, struct audit_sink *sink, const struct item *item,
				      const struct audit_findings *findings, struct err *err);
/* What stands before and behind them in files; `counts` are of all that comes. */
must_check enum status audit_sink_begin(struct session *session, struct audit_sink *sink,
					const struct audit_choice *choice, const struct audit_counts *counts,
					struct err *err);
must_check enum status audit_sink_end(struct session *session, struct audit_sink *sink, struct err *err);
/* For people: how many of each. */
void audit_counts_print(const struct session *session, const struct audit_counts *counts, int day);

#endif
