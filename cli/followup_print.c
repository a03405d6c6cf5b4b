/* followup_print.c: see followup_print.h. */
#include "cli/followup_print.h"

#include "cli/facts.h"
#include "cli/print.h"

#include <assert.h>

void followup_print_json(const struct session *session, const struct due_row *row)
{
	const struct followup *f = &row->followup;
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "uid", f->uid);
	json_text(&json, "item", f->item);
	json_text(&json, "kind", item_kind_to_text(f->kind));
	json_text(&json, "title", f->title);
	json_text(&json, "owed_by", f->owed_by);
	json_text(&json, "form", f->form);
	json_text(&json, "edtf", f->edtf[0] ? f->edtf : NULL);
	json_day(&json, "earliest", f->review ? DATE_NONE : f->earliest);
	json_day(&json, "latest", f->review ? DATE_NONE : f->latest);
	json_text(&json, "state", followup_state(f, session->today));
	json_text(&json, "rule", f->rule);
	facts_quotes(&json, &f->quotes);
	json_text(&json, "date_text", f->date_text);
	json_day(&json, "review", f->review ? f->latest : DATE_NONE); /* a day to look again; no day is named */
	json_day(&json, "fulfilled_on", f->fulfilled_on);
	json_text(&json, "because", f->because);
	facts_moves(&json, &f->moves);
	json_bool(&json, "confidential", row->confidential);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static enum colour colour_of(const char *state)
{
	if (strcmp(state, "overdue") == 0)
		return COLOUR_RED;
	return strcmp(state, "fulfilled") == 0 ? COLOUR_GREEN : COLOUR_PLAIN;
}

/* "3 days late", "in 12 days", "" when there is no day. */
static const char *distance(const struct session *session, const struct followup *f, const char *state)
{
	if (f->latest == DATE_NONE)
		return "";
	int days = f->latest - session->today;
	if (strcmp(state, "overdue") == 0)
		return arena_printf(session->arena, ngettext("%d day late", "%d days late", (unsigned long)-days),
				    -days);
	if (strcmp(state, "pending") != 0)
		return "";
	if (days == 0)
		return _("today");
	if (days < 0)
		return _("to be looked at");
	return arena_printf(session->arena, ngettext("in %d day", "in %d days", (unsigned long)days), days);
}

/* One line of the words that it rests on, so that a list can be read without opening each paper. */
static void print_quote(const struct session *session, const char *quote)
{
	enum { INDENT = 21 };
	int room = session->width - INDENT - 2;
	bool whole = print_width(quote) <= room;
	printf("%*s", INDENT, "");
	print_coloured(session, COLOUR_DIM, "“");
	print_cell(session, COLOUR_DIM, quote, whole ? print_width(quote) : room);
	print_coloured(session, COLOUR_DIM, "”");
	putchar('\n');
}

void followup_print_line(const struct session *session, const struct due_row *row)
{
	const struct followup *f = &row->followup;
	const char *state = followup_state(f, session->today);
	char day[DATE_TEXT];
	print_cell(session, colour_of(state), f->latest == DATE_NONE ? _("no date") : date_format(f->latest, day), 10);
	putchar(' ');
	print_cell(session, colour_of(state), print_followup_state(state), 9);
	putchar(' ');
	print_ref(session, f->item);
	putchar(' ');
	print_coloured(session, COLOUR_PLAIN, f->title ? f->title : row->item_title ? row->item_title : "");
	if (row->party)
		print_text(arena_printf(session->arena, " (%s)", row->party));
	if (row->confidential)
		print_text(_(" [confidential]"));
	printf("\n%21s", "");
	const char *form = print_form(f->form);
	const char *away = distance(session, f, state);
	print_coloured(session, COLOUR_DIM,
		       arena_printf(session->arena, _("%s by %s%s%s%s%s · %.8s"), form, f->owed_by ? f->owed_by : "?",
				    f->date_text ? ", “" : "", f->date_text ? f->date_text : "",
				    f->date_text ? "”" : "", *away ? arena_printf(session->arena, ", %s", away) : "",
				    f->uid));
	putchar('\n');
	if (row->quote && *row->quote) /* a state by hand has no words */
		print_quote(session, row->quote);
}

/* ---- filters ---- */

enum filter_name {
	FILTER_BEFORE,
	FILTER_AFTER,
	FILTER_OVERDUE,
	FILTER_PARTY,
	FILTER_PORTFOLIO,
	FILTER_KIND,
	FILTER_STATE,
	FILTER_COUNT
};

static const char *const filter_names[] = {"before", "after", "overdue", "party", "portfolio", "kind", "state"};
static_assert(ARRAY_SIZE(filter_names) == FILTER_COUNT, "a name for each filter");

static enum status day_make(const char *text, int *out, struct err *err)
{
	*out = DATE_NONE;
	return text ? day_from_argument(text, out, err) : OK;
}

static enum status kind_make(const char *text, int *out, struct err *err)
{
	*out = -1;
	return text ? kind_from_argument(text, out, err) : OK;
}

static enum status state_check(const char *state, struct err *err)
{
	static const char *const states[] = {"pending", "overdue", "fulfilled", "waived", "withdrawn"};
	for (size_t i = 0; state && i < ARRAY_SIZE(states); i++)
		if (strcmp(state, states[i]) == 0)
			return OK;
	return state ? err_set(err, E_USAGE, _("unknown state '%s': pending, overdue, fulfilled, waived or withdrawn"),
			       state)
		     : OK;
}

/* `values` by name; "" for a flag that was given. */
static enum status filter_make(const struct session *session, const char *const values[FILTER_COUNT],
			       struct followup_filter *out, struct err *err)
{
	*out = (struct followup_filter){.today = session->today,
					.body = session->body,
					.overdue = values[FILTER_OVERDUE] != NULL,
					.party = values[FILTER_PARTY],
					.portfolio = values[FILTER_PORTFOLIO],
					.state = values[FILTER_STATE]};
	enum status status = day_make(values[FILTER_BEFORE], &out->before, err);
	if (status == OK)
		status = day_make(values[FILTER_AFTER], &out->after, err);
	if (status == OK)
		status = kind_make(values[FILTER_KIND], &out->kind, err);
	return status == OK ? state_check(out->state, err) : status;
}

enum status followup_filter_read(const struct session *session, struct followup_filter *out, struct err *err)
{
	const char *values[FILTER_COUNT];
	for (size_t i = 0; i < FILTER_COUNT; i++)
		values[i] = option_value(session, filter_names[i]);
	return filter_make(session, values, out, err);
}

/* The next `name` or `name=value` of `text`, and what is behind it; a value with blanks stands in quotes. */
static bool word_next(const char **text, struct arena *arena, const char **name, const char **value)
{
	const char *p = *text + strspn(*text, " ");
	if (!*p)
		return false;
	size_t n = strcspn(p, " =");
	*name = arena_text(arena, (struct slice){p, n});
	p += n;
	*value = "";
	if (*p == '=') {
		bool quoted = *++p == '"';
		p += quoted;
		n = strcspn(p, quoted ? "\"" : " ");
		*value = arena_text(arena, (struct slice){p, n});
		p += n + (quoted && p[n]);
	}
	*text = p;
	return true;
}

enum status followup_filter_parse(const struct session *session, const char *text, struct followup_filter *out,
				  struct err *err)
{
	const char *values[FILTER_COUNT] = {NULL}, *name, *value;
	while (word_next(&text, session->arena, &name, &value)) {
		size_t i = 0;
		while (i < FILTER_COUNT && strcmp(filter_names[i], name) != 0)
			i++;
		if (i == FILTER_COUNT || (i == FILTER_OVERDUE) != (*value == '\0'))
			return err_set(err, E_USAGE,
				       _("'%s' is no filter: write before=DATE after=DATE overdue party=PARTY "
					 "portfolio=NAME kind=KIND state=STATE, a value with blanks in double quotes"),
				       name);
		values[i] = value;
	}
	return filter_make(session, values, out, err);
}
