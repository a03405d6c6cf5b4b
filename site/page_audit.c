/* page_audit.c: the style stands in the page, since such a page is sent and kept as one file. */
#include "site/page_audit.h"

#include "feed/wording.h"
#include "site/html.h"

enum { TITLE_MOST = 300, DETAIL_MOST = 1000, QUOTE_MOST = 2000, PLACE_MOST = 400 };

static const char *in(bool dutch, const char *english, const char *own)
{
	return dutch ? own : english;
}

static void add_counts(const struct page_audit_head *head, struct arena *arena, struct buf *out)
{
	buf_printf(out, "<table>\n<tr><th>%s</th><th>%s</th><th>%s</th></tr>\n", in(head->dutch, "Severity", "Ernst"),
		   in(head->dutch, "Finding", "Bevinding"), in(head->dutch, "Number", "Aantal"));
	for (size_t i = 0; i < head->count; i++) {
		buf_add_text(out, "<tr><td>");
		html_clean(out, head->counts[i].severity, TITLE_MOST, arena);
		buf_add_text(out, "</td><td>");
		html_clean(out, head->counts[i].name, TITLE_MOST, arena);
		buf_printf(out, "</td><td class=\"n\">%zu</td></tr>\n", head->counts[i].n);
	}
	buf_add_text(out, "</table>\n");
}

void page_audit_begin(const struct page_audit_head *head, struct buf *out)
{
	char day[DATE_TEXT];
	struct arena *arena = arena_new();
	const char *title = arena_printf(arena, "%s %s", in(head->dutch, "Findings on", "Bevindingen op"),
					 date_format(head->day, day));
	html_begin_alone(out, head->dutch, title, arena);
	buf_add_text(out, "<h1>");
	html_clean(out, title, TITLE_MOST, arena);
	buf_add_text(out, "</h1>\n<dl>\n");
	html_fact(out, in(head->dutch, "Body", "Orgaan"), head->body, arena);
	html_fact(out, in(head->dutch, "As known on", "Zoals bekend op"), head->known, arena);
	html_fact(out, in(head->dutch, "Items", "Zaken"), arena_printf(arena, "%zu", head->items), arena);
	html_fact(out, in(head->dutch, "Head of the journal", "Kop van het journaal"),
		  arena_printf(arena, "%lld %s", (long long)head->journal.entries, head->journal.hash), arena);
	buf_add_text(out, "</dl>\n");
	add_counts(head, arena, out);
	arena_free(arena);
}

static void add_evidence(const struct page_audit_finding *finding, bool dutch, struct arena *arena, struct buf *out)
{
	for (size_t i = 0; i < finding->evidence->n; i++) {
		const struct quote *quote = &finding->evidence->v[i];
		buf_add_text(out, "<blockquote>");
		html_clean(out, quote->text, QUOTE_MOST, arena);
		buf_add_text(out, *quote->text ? "<br><small>" : "<small>");
		html_clean(out, finding->places[i] ? finding->places[i] : in(dutch, "by hand", "met de hand"),
			   PLACE_MOST, arena);
		if (quote->document)
			buf_printf(out, "<br>SHA-256 %s", quote->document);
		buf_add_text(out, "</small></blockquote>\n");
	}
}

void page_audit_item(const struct item *item, const struct page_audit_finding *findings, size_t n, bool dutch,
		     struct buf *out)
{
	struct arena *arena = arena_new();
	buf_add_text(out, "<section>\n<h3>");
	html_clean(out, arena_printf(arena, "%s %s", item->ref, item->title ? item->title : ""), TITLE_MOST, arena);
	buf_add_text(out, "</h3>\n<p>");
	html_clean(out, wording_kind(item->kind, dutch), TITLE_MOST, arena);
	if (item->state != STATE_NONE) {
		buf_add_text(out, ", ");
		html_clean(out, dutch ? state_to_dutch(item->state) : state_to_text(item->state), TITLE_MOST, arena);
	}
	buf_add_text(out, "</p>\n");
	for (size_t i = 0; i < n; i++) {
		buf_add_text(out, "<p><strong>");
		html_clean(out, findings[i].severity, TITLE_MOST, arena);
		buf_add_text(out, "</strong> ");
		html_clean(out, findings[i].text, DETAIL_MOST, arena);
		buf_add_text(out, "</p>\n");
		add_evidence(&findings[i], dutch, arena, out);
	}
	buf_add_text(out, "</section>\n");
	arena_free(arena);
}

void page_audit_end(bool dutch, struct buf *out)
{
	buf_printf(
		out, "<footer>%s</footer>\n",
		in(dutch,
		   "Made by griffie. Quotes are as they stand in the papers; places are pages and bytes of their text.",
		   "Gemaakt met griffie. De citaten staan zo in de stukken; plaatsen zijn bladzijden en bytes van hun "
		   "tekst."));
	html_end(out);
}
