/* page_item.c: the page of one item. */
#include "feed/address.h"
#include "feed/reading.h"
#include "feed/wording.h"
#include "site/html.h"
#include "site/page.h"

enum { TITLE_MOST = 300, QUOTE_MOST = 1000, STEP_MOST = 300 };

static const char *in(bool dutch, const char *english, const char *own)
{
	return dutch ? own : english;
}

static void add_day(struct buf *out, const char *label, int day, bool dutch, struct arena *arena)
{
	if (day != DATE_NONE)
		html_fact(out, label, reading_day(day, true, dutch, arena), arena);
}

static const char *people_of(const struct item *item, struct arena *arena)
{
	const char *all = "";
	for (size_t i = 0; i < item->people.n; i++) {
		const struct person *p = &item->people.v[i];
		if (strcmp(p->role, "submitter") != 0 && strcmp(p->role, "cosignatory") != 0)
			continue;
		all = arena_printf(arena, "%s%s%s%s%s%s", all, *all ? ", " : "", p->name, p->party ? " (" : "",
				   p->party ? p->party : "", p->party ? ")" : "");
	}
	return all;
}

static const char *numbers_of(const struct item *item, struct arena *arena)
{
	const char *all = "";
	for (size_t i = 0; i < item->identifiers.n; i++)
		all = arena_printf(arena, "%s%s%s", all, *all ? ", " : "", item->identifiers.v[i].value);
	return all;
}

static void add_item(const struct item *item, bool dutch, struct arena *arena, struct buf *out)
{
	buf_add_text(out, "<h1>");
	html_clean(out, item->title ? item->title : item->ref, TITLE_MOST, arena);
	buf_add_text(out, "</h1>\n<dl>\n");
	html_fact(out, in(dutch, "Kind", "Soort"), wording_kind(item->kind, dutch), arena);
	html_fact(out, in(dutch, "Number", "Nummer"), numbers_of(item, arena), arena);
	if (item->state != STATE_NONE)
		html_fact(out, in(dutch, "State", "Stand"),
			  dutch ? state_to_dutch(item->state) : state_to_text(item->state), arena);
	add_day(out, in(dutch, "Date", "Datum"), item->date, dutch, arena);
	html_fact(out, in(dutch, "By", "Door"), people_of(item, arena), arena);
	buf_add_text(out, "</dl>\n");
}

static void add_quotes(const struct followup *f, struct arena *arena, struct buf *out)
{
	for (size_t i = 0; i < f->quotes.n; i++) {
		buf_add_text(out, "<blockquote>");
		html_clean(out, f->quotes.v[i].text, QUOTE_MOST, arena);
		buf_add_text(out, "</blockquote>\n");
	}
}

static void add_steps(const struct followup *f, bool dutch, struct arena *arena, struct buf *out)
{
	if (!f->step_count)
		return;
	buf_printf(out, "<details><summary>%s</summary>\n<ol>\n",
		   in(dutch, "How the day was found", "Zo is de dag bepaald"));
	for (size_t i = 0; i < f->step_count; i++) {
		buf_add_text(out, "<li>");
		html_clean(out, f->steps[i], STEP_MOST, arena);
		buf_add_text(out, "</li>\n");
	}
	buf_add_text(out, "</ol>\n</details>\n");
}

static void add_moves(const struct followup *f, bool dutch, struct arena *arena, struct buf *out)
{
	for (size_t i = 0; i < f->moves.n; i++)
		add_day(out, in(dutch, "Was due", "Was eerder"), f->moves.v[i].was, dutch, arena);
}

static void add_moment(const struct followup *f, bool dutch, struct arena *arena, struct buf *out)
{
	struct reading reading;
	if (f->latest == DATE_NONE || f->review) {
		html_fact(out, in(dutch, "By", "Uiterlijk"), in(dutch, "no day named", "geen dag genoemd"), arena);
	} else {
		reading_make(f, dutch, arena, &reading);
		html_fact(out, in(dutch, "By", "Uiterlijk"), reading_day(f->latest, true, dutch, arena), arena);
		if (reading.vague)
			html_fact(out, in(dutch, "Read as", "Gelezen als"), reading.span, arena);
	}
	html_fact(out, in(dutch, "In the text", "In de tekst"), f->date_text, arena);
	add_moves(f, dutch, arena, out);
}

static void add_followup(const struct followup *f, bool dutch, struct arena *arena, struct buf *out)
{
	const char *form = wording_form(f->form, dutch, arena);
	const char *doubt = f->verified ? "" : in(dutch, " (source not checked)", " (bron niet nagegaan)");
	bool open = f->status == FOLLOWUP_PENDING;
	buf_printf(out, "<section id=\"%s\">\n<h3>", f->uid);
	html_clean(out, f->title, TITLE_MOST, arena);
	buf_add_text(out, "</h3>\n<dl>\n");
	html_fact(out, "Status", open ? "open" : wording_status(f->status, dutch), arena);
	if (f->status == FOLLOWUP_FULFILLED)
		add_day(out, in(dutch, "On", "Op"), f->fulfilled_on, dutch, arena);
	add_moment(f, dutch, arena, out);
	html_fact(out, in(dutch, "What", "Wat"), form, arena);
	html_fact(out, in(dutch, "Owed by", "Van"), f->owed_by, arena);
	html_fact(out, in(dutch, "Rule", "Regel"), arena_printf(arena, "%s%s", f->source ? f->source : f->rule, doubt),
		  arena);
	buf_add_text(out, "</dl>\n");
	add_quotes(f, arena, out);
	add_steps(f, dutch, arena, out);
	buf_add_text(out, "</section>\n");
}

/* ---- a confidential item ---- */

static void add_bare_followup(const struct followup *f, bool dutch, struct arena *arena, struct buf *out)
{
	bool open = f->status == FOLLOWUP_PENDING;
	buf_printf(out, "<section id=\"%s\">\n<dl>\n", f->uid);
	html_fact(out, "Status", open ? "open" : wording_status(f->status, dutch), arena);
	if (f->status == FOLLOWUP_FULFILLED)
		add_day(out, in(dutch, "On", "Op"), f->fulfilled_on, dutch, arena);
	if (!f->review)
		add_day(out, in(dutch, "By", "Uiterlijk"), f->latest, dutch, arena);
	buf_add_text(out, "</dl>\n</section>\n");
}

static void add_bare_item(const char *name, bool dutch, struct arena *arena, struct buf *out)
{
	buf_add_text(out, "<h1>");
	html_clean(out, name, TITLE_MOST, arena);
	buf_printf(out, "</h1>\n<p>%s.</p>\n", wording_confidential(dutch));
}

/* ---- the page ---- */

void page_item(const struct item *item, const struct due_rows *followups, bool dutch, struct buf *out)
{
	struct arena *arena = arena_new();
	bool bare = item->confidential;
	const char *name = bare ? arena_printf(arena, "%s %s", wording_kind(item->kind, dutch), item->ref)
				: arena_printf(arena, "%s %s", item->ref, item->title ? item->title : "");
	html_begin(out, dutch, name, "../", arena);
	buf_printf(out, "<p><a href=\"../%s\">%s</a></p>\n", dutch ? "index.html" : "index.en.html",
		   in(dutch, "All calendars", "Alle agenda's"));
	if (bare)
		add_bare_item(name, dutch, arena, out);
	else
		add_item(item, dutch, arena, out);
	buf_printf(out, "<h2>%s</h2>\n", in(dutch, "What follows", "Wat daaruit volgt"));
	for (size_t i = 0; i < followups->n; i++)
		if (followups->v[i].followup.status != FOLLOWUP_WITHDRAWN)
			(bare ? add_bare_followup : add_followup)(&followups->v[i].followup, dutch, arena, out);
	html_end(out);
	arena_free(arena);
}
