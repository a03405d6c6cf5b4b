/* followup_print.c: see followup_print.h. */
#include "cli/followup_print.h"

#include "cli/facts.h"
#include "cli/print.h"

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
	print_cell(session, COLOUR_BOLD, f->item, 17);
	putchar(' ');
	print_coloured(session, COLOUR_PLAIN, f->title ? f->title : row->item_title ? row->item_title : "");
	if (row->party)
		print_text(arena_printf(session->arena, " (%s)", row->party));
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

enum status followup_filter_read(const struct session *session, struct followup_filter *out, struct err *err)
{
	*out = (struct followup_filter){.today = session->today, .body = session->body};
	enum status status = option_day(session, "before", &out->before, err);
	if (status == OK)
		status = option_day(session, "after", &out->after, err);
	if (status == OK)
		status = option_kind(session, "kind", &out->kind, err);
	if (status != OK)
		return status;
	out->overdue = option_given(session, "overdue");
	out->party = option_value(session, "party");
	out->portfolio = option_value(session, "portfolio");
	out->state = option_value(session, "state");
	static const char *const states[] = {"pending", "overdue", "fulfilled", "waived", "withdrawn"};
	for (size_t i = 0; out->state && i < ARRAY_SIZE(states); i++)
		if (strcmp(out->state, states[i]) == 0)
			return OK;
	return out->state
		       ? err_set(err, E_USAGE,
				 _("unknown state '%s': pending, overdue, fulfilled, waived or withdrawn"), out->state)
		       : OK;
}
