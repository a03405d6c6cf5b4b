/* page_index.c: the page from which people subscribe. */
#include "feed/clean.h"
#include "feed/reading.h"
#include "site/html.h"
#include "site/page.h"

enum { TITLE_MOST = 200, MANY = 1000, LARGE = 1000 * 1000 };

static const char *const groups[GROUP_COUNT][2] = {
	[GROUP_WHOLE] = {"Everything", "Alles"},
	[GROUP_PARTY] = {"By party", "Per partij"},
	[GROUP_PORTFOLIO] = {"By who owes it", "Per portefeuille"},
	[GROUP_PERSON] = {"By member", "Per raadslid"},
	[GROUP_KIND] = {"By kind", "Per soort"},
	[GROUP_ITEM] = {"By item", "Per zaak"},
	[GROUP_SAVED] = {"Selections", "Selecties"},
};

static const char *in(bool dutch, const char *english, const char *own)
{
	return dutch ? own : english;
}

/* An address as the value of a parameter: what is not plain is percent-encoded (RFC 3986, 2.1). */
static void add_parameter(struct buf *out, const char *scheme, const char *base, const char *path)
{
	const char *const parts[] = {scheme, "://", strstr(base, "://") + 3, path};
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		for (const char *c = parts[i]; *c; c++) {
			if (is_letter(*c) || is_digit(*c) || *c == '-' || *c == '.')
				buf_add(out, c, 1);
			else
				buf_printf(out, "%%%02X", (unsigned)(unsigned char)*c);
		}
}

/* Apple, Thunderbird and Evolution take webcal:, Google an address of its own, all others the address of the file, to be copied. */
static void add_links(const struct page_head *head, const char *path, bool dutch, struct buf *out)
{
	buf_printf(out,
		   "<a href=\"webcal://%s%s\">%s</a> · <a href=\"%s\">ics</a> · "
		   "<a rel=\"noreferrer\" href=\"https://calendar.google.com/calendar/r?cid=",
		   strstr(head->base, "://") + 3, path, in(dutch, "subscribe", "abonneren"), path);
	add_parameter(out, "webcal", head->base, path);
	buf_add_text(out, "\">Google</a>");
}

static void add_row(const struct page_head *head, const struct page_calendar *c, bool dutch, struct arena *arena,
		    struct buf *out)
{
	buf_add_text(out, "<tr><td>");
	html_clean(out, c->title, TITLE_MOST, arena);
	if (c->n > MANY || c->bytes > LARGE)
		buf_printf(out, " <small>(%s)</small>",
			   in(dutch, "too large for Google: choose a smaller one",
			      "te groot voor Google: kies een kleinere"));
	buf_printf(out, "</td><td class=\"n\">%zu</td><td>", c->n);
	add_links(head, c->events, dutch, out);
	buf_printf(out, "</td><td><a href=\"%s\">%s</a></td></tr>\n", c->tasks, in(dutch, "tasks", "taken"));
}

static void add_group(const struct page_head *head, const struct page_calendars *calendars, enum selection_group group,
		      bool dutch, struct arena *arena, struct buf *out)
{
	size_t n = 0;
	for (size_t i = 0; i < calendars->n; i++) {
		if (calendars->v[i].group != group)
			continue;
		if (n++ == 0)
			buf_printf(out, "<h2>%s</h2>\n<table>\n<tr><th>%s</th><th>%s</th><th>%s</th><th></th></tr>\n",
				   groups[group][dutch], in(dutch, "Calendar", "Agenda"),
				   in(dutch, "Terms", "Termijnen"), in(dutch, "Events", "Afspraken"));
		add_row(head, &calendars->v[i], dutch, arena, out);
	}
	if (n)
		buf_add_text(out, "</table>\n");
}

static void add_introduction(const struct page_head *head, bool dutch, struct arena *arena, struct buf *out)
{
	buf_add_text(out, "<h1>");
	html_clean(out, head->title, TITLE_MOST, arena);
	buf_printf(
		out, "</h1>\n<p>%s %s. <a href=\"%s\" lang=\"%s\">%s</a></p>\n",
		in(dutch, "What the council is still owed, as of", "Wat de raad nog te goed heeft, naar de stand van"),
		reading_day(head->today, true, dutch, arena), head->other, dutch ? "en" : "nl",
		dutch ? "English" : "Nederlands");
	buf_printf(
		out, "<p>%s</p>\n",
		in(dutch,
		   "Subscribe once: terms appear, move and close by themselves. A vague term stands on its last day. "
		   "Apple, Thunderbird: “subscribe”. Google: “Google”. Outlook, Nextcloud and others: copy the address "
		   "of “ics”. Google looks again within a day, Outlook within hours.",
		   "Eén keer abonneren: termijnen verschijnen, verschuiven en sluiten vanzelf. Een vage termijn staat "
		   "op haar laatste dag. Apple, Thunderbird: “abonneren”. Google: “Google”. Outlook, Nextcloud en "
		   "andere: kopieer het adres van “ics”. Google kijkt binnen een dag opnieuw, Outlook binnen uren."));
}

void page_index(const struct page_head *head, const struct page_calendars *calendars, bool dutch, struct buf *out)
{
	static const enum selection_group order[] = {GROUP_WHOLE,     GROUP_SAVED, GROUP_PARTY,
						     GROUP_PORTFOLIO, GROUP_KIND,  GROUP_PERSON};
	struct arena *arena = arena_new();
	html_begin(out, dutch, head->title, "", arena);
	add_introduction(head, dutch, arena, out);
	for (size_t i = 0; i < ARRAY_SIZE(order); i++)
		add_group(head, calendars, order[i], dutch, arena, out);
	buf_printf(out, "<footer>%s %lld · %s</footer>\n", in(dutch, "Journal, entry", "Journaal, regel"),
		   (long long)head->journal.entries, head->journal.hash);
	html_end(out);
	arena_free(arena);
}

/* ---- for programs ---- */

static void add_string(struct buf *out, const char *key, const char *text, struct arena *arena)
{
	buf_printf(out, "\"%s\":\"", key);
	for (const char *p = clean_line(text, TITLE_MOST, arena); *p; p++) { /* clean: no control character is left */
		if (*p == '"' || *p == '\\')
			buf_add_text(out, "\\");
		buf_add(out, p, 1);
	}
	buf_add_text(out, "\"");
}

void page_json(const struct page_head *head, const struct page_calendars *calendars, struct buf *out)
{
	static const char *const names[GROUP_COUNT] = {"whole", "party", "portfolio", "person",
						       "kind",  "item",  "saved"};
	char today[DATE_TEXT];
	struct arena *arena = arena_new();
	buf_add_text(out, "{");
	add_string(out, "title", head->title, arena);
	buf_printf(out,
		   ",\"base_url\":\"%s\",\"as_of\":\"%s\",\"journal\":{\"entries\":%lld,\"hash\":\"%s\"},\"feeds\":[",
		   head->base, date_format(head->today, today), (long long)head->journal.entries, head->journal.hash);
	for (size_t i = 0; i < calendars->n; i++) {
		const struct page_calendar *c = &calendars->v[i];
		buf_printf(out, "%s\n{\"group\":\"%s\",", i ? "," : "", names[c->group]);
		add_string(out, "title", c->title, arena);
		buf_printf(out, ",\"events\":\"%s\",\"tasks\":\"%s\",\"followups\":%zu}", c->events, c->tasks, c->n);
	}
	buf_add_text(out, "\n]}\n");
	arena_free(arena);
}
