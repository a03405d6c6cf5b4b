/* audit_sink.c: each form writes an item's findings as they come; nothing is kept. */
#include "cli/audit_sink.h"

#include "cli/csv.h"
#include "cli/evidence.h"
#include "cli/json.h"
#include "cli/print.h"
#include "cli/stored.h"
#include "site/page_audit.h"

void audit_count(struct audit_counts *counts, const struct audit_findings *findings)
{
	counts->findings += findings->n;
	counts->items += findings->n > 0;
	for (size_t i = 0; i < findings->n; i++)
		for (size_t k = 0; k < AUDIT_NAMES_MOST && audit_name(k); k++)
			counts->of[k] += strcmp(audit_name(k), findings->v[i].name) == 0;
}

static const char *severity_word(enum audit_severity severity)
{
	static const char *const words[] = {
		[AUDIT_HIGH] = N_("high"), [AUDIT_MEDIUM] = N_("medium"), [AUDIT_LOW] = N_("low")};
	return _(words[severity]);
}

/* ---- people ---- */

static enum status quotes_print(struct session *session, const struct quotes *quotes, struct err *err)
{
	for (size_t i = 0; i < quotes->n; i++) {
		const struct quote *quote = &quotes->v[i];
		const char *place = NULL;
		enum status status = evidence_place(session, quote, &place, err);
		if (status != OK)
			return status;
		if (*quote->text)
			print_wrapped(session, arena_printf(session->arena, "“%s”", quote->text), 6);
		print_format(session, "      %s\n", place ? place : _("by hand"));
	}
	return OK;
}

static enum status item_print(struct session *session, const struct item *item, const struct audit_findings *findings,
			      struct err *err)
{
	static const enum colour colours[] = {
		[AUDIT_HIGH] = COLOUR_RED, [AUDIT_MEDIUM] = COLOUR_YELLOW, [AUDIT_LOW] = COLOUR_PLAIN};
	enum status status = OK;
	print_coloured(session, COLOUR_BOLD, item->ref);
	printf("  %s, %s\n", print_kind(item->kind), print_state(session, item->state));
	if (item->title)
		print_wrapped(session, item->title, 2);
	for (size_t i = 0; status == OK && i < findings->n; i++) {
		const struct audit_finding *finding = &findings->v[i];
		fputs("  ", stdout);
		print_cell(session, colours[finding->severity], severity_word(finding->severity), 7);
		print_format(session, "%s\n", stored_finding(session, finding->name, finding->detail));
		status = quotes_print(session, &finding->evidence, err);
	}
	putchar('\n');
	return status;
}

void audit_counts_print(const struct session *session, const struct audit_counts *counts, int day)
{
	char text[DATE_TEXT];
	for (size_t i = 0; audit_name(i); i++) {
		if (!counts->of[i])
			continue;
		printf("%6zu  ", counts->of[i]);
		print_cell(session, COLOUR_PLAIN, severity_word(audit_severity_of(audit_name(i))), 7);
		print_format(session, "%s\n", stored_name(audit_name(i)));
	}
	printf(ngettext("%zu finding of %zu items on %s\n", "%zu findings of %zu items on %s\n", counts->findings),
	       counts->findings, counts->items, date_format(day, text));
}

/* ---- programs ---- */

static void item_json(const struct item *item, const struct audit_findings *findings)
{
	struct json json;
	json_init(&json);
	for (size_t i = 0; i < findings->n; i++) {
		const struct audit_finding *finding = &findings->v[i];
		json_begin_object(&json, NULL);
		json_text(&json, "finding", finding->name);
		json_text(&json, "item", item->ref);
		json_text(&json, "severity", audit_severity_to_text(finding->severity));
		json_text(&json, "detail", finding->detail);
		json_begin_array(&json, "evidence");
		for (size_t k = 0; k < finding->evidence.n; k++) {
			const struct quote *quote = &finding->evidence.v[k];
			json_begin_object(&json, NULL);
			json_text(&json, "document", quote->document);
			json_text(&json, "text", quote->text);
			json_number(&json, "start", (int64_t)quote->raw.start);
			json_number(&json, "end", (int64_t)quote->raw.end);
			json_end_object(&json);
		}
		json_end_array(&json);
		json_end_object(&json);
		json_print(&json);
	}
	json_release(&json);
}

/* ---- tables ---- */

static enum status row_put(struct outfile *file, struct buf *row, struct err *err)
{
	csv_end(row);
	enum status status = outfile_add(file, row->p, row->n, err);
	row->n = 0;
	return status;
}

static enum status csv_begin(struct outfile *file, struct err *err)
{
	static const char *const columns[] = {"finding", "item",  "severity", "detail", "kind",
					      "title",   "state", "evidence", "places"};
	struct buf row;
	buf_init(&row);
	for (size_t i = 0; i < ARRAY_SIZE(columns); i++)
		csv_cell(&row, columns[i]);
	enum status status = row_put(file, &row, err);
	buf_release(&row);
	return status;
}

/* "1a2b...:120-160", the SHA-256 of the paper and the bytes of its text, a line each; and the words in the same order. */
static void evidence_join(const struct quotes *quotes, struct arena *arena, const char **words, const char **places)
{
	*words = *places = "";
	for (size_t i = 0; i < quotes->n; i++) {
		const struct quote *quote = &quotes->v[i];
		*words = arena_printf(arena, "%s%s%s", *words, i ? "\n" : "", quote->text);
		*places = arena_printf(arena, "%s%s%s:%zu-%zu", *places, i ? "\n" : "",
				       quote->document ? quote->document : "", quote->raw.start, quote->raw.end);
	}
}

static enum status item_csv(const struct session *session, struct outfile *file, const struct item *item,
			    const struct audit_findings *findings, struct err *err)
{
	struct buf row;
	enum status status = OK;
	buf_init(&row);
	for (size_t i = 0; status == OK && i < findings->n; i++) {
		const struct audit_finding *finding = &findings->v[i];
		const char *words, *places;
		evidence_join(&finding->evidence, session->arena, &words, &places);
		const char *const cells[] = {finding->name,
					     item->ref,
					     audit_severity_to_text(finding->severity),
					     stored_text(session, STORED_FINDING, finding->detail),
					     item_kind_to_text(item->kind),
					     item->title,
					     state_to_text(item->state),
					     words,
					     places};
		for (size_t k = 0; k < ARRAY_SIZE(cells); k++)
			csv_cell(&row, cells[k]);
		status = row_put(file, &row, err);
	}
	buf_release(&row);
	return status;
}

/* ---- pages ---- */

static enum status buf_put(struct outfile *file, struct buf *out, struct err *err)
{
	enum status status = out->n ? outfile_add(file, out->p, out->n, err) : OK;
	buf_release(out);
	return status;
}

static enum status html_begin_page(struct session *session, struct outfile *file, const struct audit_choice *choice,
				   const struct audit_counts *counts, struct err *err)
{
	struct page_audit_head head = {.day = choice->day,
				       .known = option_value(session, "known-on"),
				       .body = session->body,
				       .dutch = session->dutch,
				       .items = counts->items};
	struct page_audit_count rows[AUDIT_NAMES_MOST];
	for (size_t i = 0; audit_name(i) && head.count < AUDIT_NAMES_MOST; i++)
		if (counts->of[i])
			rows[head.count++] = (struct page_audit_count){severity_word(audit_severity_of(audit_name(i))),
								       stored_name(audit_name(i)), counts->of[i]};
	head.counts = rows;
	enum status status = db_journal_head(session->db, &head.journal, err);
	if (status != OK)
		return status;
	struct buf out;
	buf_init(&out);
	page_audit_begin(&head, &out);
	return buf_put(file, &out, err);
}

static enum status item_html(struct session *session, struct outfile *file, const struct item *item,
			     const struct audit_findings *findings, struct err *err)
{
	struct page_audit_finding *rows = arena_alloc(session->arena, findings->n * sizeof *rows);
	for (size_t i = 0; i < findings->n; i++) {
		const struct audit_finding *finding = &findings->v[i];
		const char **places = arena_alloc(session->arena, (finding->evidence.n + 1) * sizeof *places);
		for (size_t k = 0; k < finding->evidence.n; k++) {
			enum status status = evidence_place(session, &finding->evidence.v[k], &places[k], err);
			if (status != OK)
				return status;
		}
		rows[i] = (struct page_audit_finding){severity_word(finding->severity),
						      stored_finding(session, finding->name, finding->detail),
						      &finding->evidence, places};
	}
	struct buf out;
	buf_init(&out);
	page_audit_item(item, rows, findings->n, session->dutch, &out);
	return buf_put(file, &out, err);
}

/* ---- all ---- */

enum status audit_sink_begin(struct session *session, struct audit_sink *sink, const struct audit_choice *choice,
			     const struct audit_counts *counts, struct err *err)
{
	enum status status = sink->csv ? csv_begin(sink->csv, err) : OK;
	if (status == OK && sink->html)
		status = html_begin_page(session, sink->html, choice, counts, err);
	return status;
}

enum status audit_sink_add(struct session *session, struct audit_sink *sink, const struct item *item,
			   const struct audit_findings *findings, struct err *err)
{
	enum status status = OK;
	if (sink->json)
		item_json(item, findings);
	if (sink->text)
		status = item_print(session, item, findings, err);
	if (status == OK && sink->csv)
		status = item_csv(session, sink->csv, item, findings, err);
	if (status == OK && sink->html)
		status = item_html(session, sink->html, item, findings, err);
	return status;
}

enum status audit_sink_end(struct session *session, struct audit_sink *sink, struct err *err)
{
	struct buf out;
	if (!sink->html)
		return OK;
	buf_init(&out);
	page_audit_end(session->dutch, &out);
	return buf_put(sink->html, &out, err);
}
