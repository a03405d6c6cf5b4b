/* wording.c: each text of a paper is cleaned where it enters; the words of the calendar stand in tables. */
#include "feed/wording.h"

#include "feed/clean.h"

#include <assert.h>

enum {
	MAX_SUMMARY = 120,
	MAX_WHAT = 32,
	MAX_LABEL = 30,
	MAX_REF = 24,
	MAX_NAME = 80,
	MAX_TITLE = 300,
	MAX_REASON = 200,
	MAX_QUOTE = 400
};
enum { MAX_MOVES = 5 };

#define DASH        "\xe2\x80\x93"
#define OPEN_QUOTE  "\xe2\x80\x9c"
#define CLOSE_QUOTE "\xe2\x80\x9d"

static const char *const kinds[ITEM_KIND_COUNT][2] = {
	[ITEM_MOTION] = {"Motion", "Motie"},
	[ITEM_AMENDMENT] = {"Amendment", "Amendement"},
	[ITEM_QUESTION] = {"Written question", "Schriftelijke vraag"},
	[ITEM_LETTER] = {"Letter", "Brief"},
	[ITEM_COMMITMENT] = {"Commitment", "Toezegging"},
	[ITEM_OTHER] = {"Matter", "Zaak"},
};
static_assert(ARRAY_SIZE(kinds) == ITEM_KIND_COUNT, "a name for each kind");

/* A prefix of what is over is one that programs know to mean so. */
static const char *const statuses[FOLLOWUP_STATUS_COUNT][2] = {
	[FOLLOWUP_PENDING] = {"Due", "Uiterlijk"},
	[FOLLOWUP_FULFILLED] = {"Fulfilled", "Voldaan"},
	[FOLLOWUP_WAIVED] = {"Waived", "Vervallen"},
	[FOLLOWUP_WITHDRAWN] = {"Withdrawn", "Vervallen"},
};
static_assert(ARRAY_SIZE(statuses) == FOLLOWUP_STATUS_COUNT, "a prefix for each status");

static const struct {
	const char *form;
	const char *name[2];
} forms[] = {
	{"report", {"report", "terugkoppeling"}},
	{"letter", {"letter", "brief"}},
	{"proposal", {"proposal", "voorstel"}},
	{"evaluation", {"evaluation", "evaluatie"}},
	{"research", {"research", "onderzoek"}},
	{"conversation", {"conversation", "gesprek"}},
	{"other", {NULL, NULL}},
};

const char *wording_kind(enum item_kind kind, bool dutch)
{
	return kinds[kind][dutch];
}

const char *wording_confidential(bool dutch)
{
	return dutch ? "Vertrouwelijk: alleen soort, nummer en dag zijn openbaar"
		     : "Confidential: only kind, number and day are public";
}

const char *wording_status(enum followup_status status, bool dutch)
{
	return statuses[status][dutch];
}

const char *wording_form(const char *form, bool dutch, struct arena *arena)
{
	for (size_t i = 0; form && i < ARRAY_SIZE(forms); i++)
		if (strcmp(forms[i].form, form) == 0)
			return forms[i].name[dutch];
	const char *own = clean_line(form, MAX_WHAT, arena);
	return *own ? own : NULL;
}

/* What is owed, unless that is only the title of the item again: then its form. NULL when neither says anything. */
static const char *what(const struct subject *s, size_t max, struct arena *arena)
{
	const struct feed_entry *e = s->entry;
	const char *title = clean_line(e->followup->title, max, arena);
	bool repeats = e->item_title && e->followup->title && strcmp(e->item_title, e->followup->title) == 0;
	return *title && !repeats && e->item_title ? title : wording_form(e->followup->form, s->dutch, arena);
}

static const char *item_title(const struct subject *s, size_t max, struct arena *arena)
{
	const struct feed_entry *e = s->entry;
	return clean_line(e->item_title ? e->item_title : e->followup->title, max, arena);
}

/* "Uiterlijk (voorjaar 2021)", "Uiterlijk 30 juni", "Nakijken (binnenkort)", "Voldaan". */
static const char *prefix(const struct subject *s, struct arena *arena)
{
	const struct followup *f = s->entry->followup;
	const struct reading *r = s->reading;
	if (f->status != FOLLOWUP_PENDING)
		return statuses[f->status][s->dutch];
	const char *word = !f->review ? statuses[f->status][s->dutch] : s->dutch ? "Nakijken" : "Review";
	const char *label = f->review && r->words ? clean_line(r->words, MAX_LABEL, arena) : r->label;
	if (label)
		return arena_printf(arena, "%s (%s)", word, label);
	return f->review ? word : arena_printf(arena, "%s %s", word, reading_day(r->latest, false, s->dutch, arena));
}

static size_t characters(const char *text)
{
	size_t n = 0;
	for (; *text; text++)
		n += (*text & 0xc0) != 0x80;
	return n;
}

const char *wording_summary(const struct subject *s, struct arena *arena)
{
	const char *ref = clean_line(s->entry->followup->item, MAX_REF, arena);
	if (s->entry->confidential)
		return arena_printf(arena, "%s: %s %s", prefix(s, arena),
				    wording_kind(s->entry->followup->kind, s->dutch), ref);
	const char *head = arena_printf(arena, "%s: %s", prefix(s, arena), ref);
	const char *owed = what(s, MAX_WHAT, arena);
	const char *tail = owed ? arena_printf(arena, " " DASH " %s", owed) : "";
	/* The limits of the parts leave the title its share. */
	size_t room = MAX_SUMMARY - characters(head) - characters(tail) - 1;
	const char *title = item_title(s, room, arena);
	return arena_printf(arena, "%s%s%s%s", head, *title ? " " : "", title, tail);
}

/* Adds "label: value" and a line end, unless there is no value. */
static void add_fact(struct buf *out, const char *label, const char *value)
{
	if (value && *value)
		buf_printf(out, "%s: %s\n", label, value);
}

static void add_item(const struct subject *s, struct arena *arena, struct buf *out)
{
	const struct followup *f = s->entry->followup;
	const char *title = item_title(s, MAX_TITLE, arena);
	const char *party = clean_line(s->entry->party, MAX_NAME, arena);
	buf_printf(out, "%s %s", kinds[f->kind][s->dutch], clean_line(f->item, MAX_NAME, arena));
	if (*title)
		buf_printf(out, ": %s", title);
	if (*party)
		buf_printf(out, " (%s)", party);
	buf_add_text(out, "\n");
	add_fact(out, s->dutch ? "Wat" : "What", what(s, MAX_REASON, arena));
	add_fact(out, s->dutch ? "Door" : "Owed by", clean_line(f->owed_by, MAX_NAME, arena));
}

static void add_moment(const struct subject *s, struct arena *arena, struct buf *out)
{
	const struct followup *f = s->entry->followup;
	const struct reading *r = s->reading;
	if (r->words)
		buf_printf(out, "%s: " OPEN_QUOTE "%s" CLOSE_QUOTE "\n",
			   s->dutch ? "Termijn in de tekst" : "Term in the text", r->words);
	if (f->review)
		add_fact(out, s->dutch ? "Geen datum genoemd; nakijken op" : "No date named; look again on",
			 reading_day(r->latest, true, s->dutch, arena));
	else if (r->vague)
		buf_printf(out, "%s: %s (%s)\n", s->dutch ? "Gelezen als" : "Read as", r->span,
			   s->dutch ? "vaag" : "vague");
	else
		add_fact(out, s->dutch ? "Gelezen als" : "Read as", r->span);
	size_t first = f->moves.n > MAX_MOVES ? f->moves.n - MAX_MOVES : 0;
	const char *was = "";
	for (size_t i = first; i < f->moves.n; i++)
		if (f->moves.v[i].was != DATE_NONE)
			was = arena_printf(arena, "%s%s%s", was, *was ? ", " : "",
					   reading_day(f->moves.v[i].was, true, s->dutch, arena));
	add_fact(out, s->dutch ? "Verschoven; eerder" : "Moved; before", was);
}

static void add_rule(const struct subject *s, struct arena *arena, struct buf *out)
{
	const struct followup *f = s->entry->followup;
	const char *rule = clean_line(f->rule, MAX_NAME, arena);
	const char *source = clean_line(f->source, MAX_REASON, arena);
	const char *doubt = f->verified ? "" : s->dutch ? ", bron niet nagegaan" : ", source not checked";
	if (*rule && *source)
		buf_printf(out, "%s: %s (%s%s)\n", s->dutch ? "Regel" : "Rule", rule, source, doubt);
	else
		add_fact(out, s->dutch ? "Regel" : "Rule", rule);
}

static const char *status_text(const struct subject *s, struct arena *arena)
{
	const struct followup *f = s->entry->followup;
	bool nl = s->dutch;
	switch (f->status) {
	case FOLLOWUP_PENDING:
		return "open";
	case FOLLOWUP_FULFILLED:
		if (f->fulfilled_on == DATE_NONE)
			return nl ? "voldaan" : "fulfilled";
		return arena_printf(arena, "%s %s", nl ? "voldaan op" : "fulfilled on",
				    reading_day(f->fulfilled_on, true, nl, arena));
	case FOLLOWUP_WAIVED:
		return nl ? "vervallen door een besluit" : "waived";
	case FOLLOWUP_WITHDRAWN:
		return nl ? "vervallen" : "withdrawn";
	case FOLLOWUP_STATUS_COUNT:
		break;
	}
	return "";
}

static const char *confidential_description(const struct subject *s, struct arena *arena)
{
	const struct followup *f = s->entry->followup;
	return arena_printf(arena, "%s %s\n%s\nStatus: %s\n%s", kinds[f->kind][s->dutch],
			    clean_line(f->item, MAX_NAME, arena), wording_confidential(s->dutch), status_text(s, arena),
			    s->url);
}

const char *wording_description(const struct subject *s, struct arena *arena)
{
	const struct followup *f = s->entry->followup;
	struct buf out;
	if (s->entry->confidential)
		return confidential_description(s, arena);
	buf_init(&out);
	add_item(s, arena, &out);
	add_moment(s, arena, &out);
	add_rule(s, arena, &out);
	add_fact(&out, "Status", status_text(s, arena));
	if (f->status != FOLLOWUP_WAIVED) /* a person's reason may be erased: it is not spread */
		add_fact(&out, s->dutch ? "Reden" : "Reason", clean_line(f->because, MAX_REASON, arena));
	const char *quote = f->quotes.n ? clean_line(f->quotes.v[0].text, MAX_QUOTE, arena) : "";
	if (*quote)
		buf_printf(&out, "%s: " OPEN_QUOTE "%s" CLOSE_QUOTE "\n", s->dutch ? "Citaat" : "Quote", quote);
	buf_add_text(&out, s->url);
	const char *text = arena_text(arena, (struct slice){out.p, out.n});
	buf_release(&out);
	return text;
}

void wording_categories(const struct subject *s, const char *out[2])
{
	const struct followup *f = s->entry->followup;
	out[0] = kinds[f->kind][s->dutch];
	out[1] = NULL;
	if (f->review)
		out[1] = s->dutch ? "Zonder termijn" : "No term named";
	else if (s->reading->vague)
		out[1] = s->dutch ? "Termijn vaag" : "Vague term";
}
