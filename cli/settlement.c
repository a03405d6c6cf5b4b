/* settlement.c: a part is shown with all that speaks of it: a quote, decision or judgement that names no part speaks of each. */
#include "cli/settlement.h"

#include "cli/print.h"
#include "core/item_part.h"
#include "core/quoted.h"

static enum status asked_load(struct session *session, const struct item *item, const char **out, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && !*out && item->requests.n == 0 && i < item->papers.n; i++) {
		struct stored_document stored;
		struct document document;
		struct span raw;
		status = db_document_load(session->db, item->papers.v[i].document, session->arena, &stored, err);
		if (status != OK)
			break;
		register_read(session, &stored, session->arena, &document);
		if (!quoted_request(&document, session->arena, out, &raw))
			*out = NULL;
	}
	return status;
}

enum status settlement_load(struct session *session, const struct item *item, struct settlement *out, struct err *err)
{
	struct judgements all = {0};
	*out = (struct settlement){0};
	enum status status = db_decision_list(session->db, item->ref, session->arena, &out->decisions, err);
	if (status == OK)
		status = db_judgement_list(session->db, item->ref, session->arena, &all, err);
	for (size_t i = 0; i < all.n; i++) {
		bool stands = true;
		for (size_t k = i + 1; k < all.n; k++)
			stands &= !judgement_replaces(&all.v[k], &all.v[i]);
		if (stands)
			*list_push(session->arena, &out->judgements) = all.v[i];
	}
	return status == OK && item->kind == ITEM_MOTION ? asked_load(session, item, &out->asked, err) : status;
}

/* ---- what speaks of a part, counted from 1; 0 is the whole ---- */

static bool is_of_part(uint64_t parts, size_t part)
{
	return !part || !parts || part > ITEM_PARTS_MOST || (parts >> (part - 1) & 1) != 0;
}

static bool is_named(const char *parts, size_t part, const struct item *item, struct arena *arena)
{
	return !parts ||
	       is_of_part(item_part_read(slice_of(item_part_words(parts, false, arena)), item->requests.n), part);
}

static bool closes(const struct transition *t)
{
	return !t->forbidden && (t->state == STATE_SETTLEMENT_PROPOSED || t->state == STATE_PARTLY_SETTLED ||
				 t->state == STATE_SETTLED || t->state == STATE_ANSWERED);
}

/* The words of papers alone. */
static bool is_closing(const struct item *item, const struct transition *t, const struct quote *quote, size_t part)
{
	if (!closes(t) || !quote->document || quote->raw.end == 0)
		return false;
	bool whole = t->state != STATE_PARTLY_SETTLED;
	return whole || is_of_part(item_part_read(slice_of(quote->text), item->requests.n), part);
}

static bool is_told(const struct item *item, const struct settlement *settlement)
{
	if (settlement->decisions.n || settlement->judgements.n)
		return true;
	for (size_t i = 0; i < item->transitions.n; i++)
		for (size_t k = 0; k < item->transitions.v[i].quotes.n; k++)
			if (is_closing(item, &item->transitions.v[i], &item->transitions.v[i].quotes.v[k], 0))
				return true;
	return false;
}

/* What the item asks: a promise, where it is one; its title, where nothing tells more. */
static const char *asked(const struct item *item, const struct settlement *settlement, size_t part)
{
	if (part)
		return item->requests.v[part - 1].quote.text;
	if (settlement->asked)
		return settlement->asked;
	if (item->promises.n && item->kind == ITEM_COMMITMENT)
		return item->promises.v[0].quotes.v[0].text;
	return item->title;
}

/* ---- for people ---- */

const char *settlement_judgement(const struct session *session, const struct judgement *judgement)
{
	static const char *const verdicts[] = {
		[VERDICT_YES] = N_("yes"), [VERDICT_PARTLY] = N_("partly"), [VERDICT_NO] = N_("no")};
	char day[DATE_TEXT];
	const char *what = judgement->judged == JUDGED_SENSE ? _("in the sense of who put it forward") : _("answered");
	const char *text = arena_printf(session->arena, "%s: %s, %s%s%s", what, _(verdicts[judgement->verdict]),
					judgement->who ? judgement->who : "", judgement->who ? ", " : "",
					date_format(judgement->on, day));
	return judgement->because ? arena_printf(session->arena, "%s: %s", text, judgement->because) : text;
}

static const char *decision_text(const struct session *session, const struct decision *d)
{
	char day[DATE_TEXT];
	const char *what = d->refuses ? _("refused")
			   : d->owing ? _("confirmed, while something is owed")
				      : _("confirmed");
	const char *by = d->rule       ? arena_printf(session->arena, _("by rule %s"), d->rule)
			 : d->document ? arena_printf(session->arena, _("by paper %.12s"), d->document)
				       : _("by hand");
	return arena_printf(session->arena, "%s %s, %s%s%s", date_format(d->on, day), what, by, d->because ? ": " : "",
			    d->because ? d->because : "");
}

static void print_closing(const struct session *session, const struct item *item, size_t part)
{
	char day[DATE_TEXT];
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		for (size_t k = 0; k < t->quotes.n; k++)
			if (is_closing(item, t, &t->quotes.v[k], part))
				print_wrapped(session,
					      arena_printf(session->arena, "%s %s: “%s”",
							   t->on == DATE_NONE ? "?" : date_format(t->on, day),
							   print_state(session, t->state), t->quotes.v[k].text),
					      5);
	}
}

static void print_part(const struct session *session, const struct item *item, const struct settlement *settlement,
		       size_t part)
{
	const char *words = asked(item, settlement, part);
	if (part)
		print_wrapped(session, arena_printf(session->arena, "%zu. “%s”", part, words), 2);
	else if (words)
		print_wrapped(session, arena_printf(session->arena, "“%s”", words), 2);
	print_closing(session, item, part);
	for (size_t i = 0; i < settlement->decisions.n; i++)
		if (is_named(settlement->decisions.v[i].part, part, item, session->arena))
			print_wrapped(session, decision_text(session, &settlement->decisions.v[i]), 5);
	for (size_t i = 0; i < settlement->judgements.n; i++)
		if (is_named(settlement->judgements.v[i].part, part, item, session->arena))
			print_wrapped(session, settlement_judgement(session, &settlement->judgements.v[i]), 5);
}

static bool is_promised(const struct due_row *row)
{
	return row->followup.status == FOLLOWUP_PENDING;
}

void settlement_print(const struct session *session, const struct item *item, const struct due_rows *due,
		      const struct settlement *settlement)
{
	char day[DATE_TEXT];
	if (!is_told(item, settlement))
		return;
	print_section(session, _("Settlement"));
	if (!item->requests.n)
		print_part(session, item, settlement, 0);
	for (size_t i = 0; i < item->requests.n; i++)
		print_part(session, item, settlement, i + 1);
	for (size_t i = 0; i < due->n; i++) {
		const struct followup *f = &due->v[i].followup;
		if (is_promised(&due->v[i]))
			print_wrapped(session,
				      arena_printf(session->arena, _("still owed, %s: “%s”"),
						   f->latest == DATE_NONE ? _("no date") : date_format(f->latest, day),
						   f->quotes.n ? f->quotes.v[0].text : f->title),
				      2);
	}
}

/* ---- for programs ---- */

static void add_closing(struct json *json, const struct item *item, size_t part)
{
	json_begin_array(json, "closing");
	for (size_t i = 0; i < item->transitions.n; i++) {
		const struct transition *t = &item->transitions.v[i];
		for (size_t k = 0; k < t->quotes.n; k++) {
			const struct quote *quote = &t->quotes.v[k];
			if (!is_closing(item, t, quote, part))
				continue;
			json_begin_object(json, NULL);
			json_text(json, "state", state_to_text(t->state));
			json_day(json, "on", t->on);
			json_text(json, "document", quote->document);
			json_text(json, "quote", quote->text);
			json_number(json, "start", (int64_t)quote->raw.start);
			json_number(json, "end", (int64_t)quote->raw.end);
			json_end_object(json);
		}
	}
	json_end_array(json);
}

static void add_decision(struct json *json, const struct decision *d)
{
	json_begin_object(json, NULL);
	json_text(json, "decision", d->refuses ? "refused" : "confirmed");
	json_day(json, "on", d->on);
	json_text(json, "document", d->document);
	json_text(json, "rule", d->rule);
	json_bool(json, "still_owed", d->owing);
	json_text(json, "because", d->because);
	json_end_object(json);
}

static void add_judgement(struct json *json, const struct judgement *j)
{
	json_begin_object(json, NULL);
	json_text(json, "judged", judged_to_text(j->judged));
	json_text(json, "verdict", verdict_to_text(j->verdict));
	json_text(json, "by", j->who);
	json_day(json, "on", j->on);
	json_text(json, "because", j->because);
	json_end_object(json);
}

static void add_part(struct json *json, const struct item *item, const struct settlement *settlement, size_t part,
		     struct arena *arena)
{
	json_begin_object(json, NULL);
	json_number(json, "part", (int64_t)part);
	json_text(json, "asked", asked(item, settlement, part));
	json_text(json, "state", state_to_text(part ? item->requests.v[part - 1].state : item->state));
	add_closing(json, item, part);
	json_begin_array(json, "decisions");
	for (size_t i = 0; i < settlement->decisions.n; i++)
		if (is_named(settlement->decisions.v[i].part, part, item, arena))
			add_decision(json, &settlement->decisions.v[i]);
	json_end_array(json);
	json_begin_array(json, "judgements");
	for (size_t i = 0; i < settlement->judgements.n; i++)
		if (is_named(settlement->judgements.v[i].part, part, item, arena))
			add_judgement(json, &settlement->judgements.v[i]);
	json_end_array(json);
	json_end_object(json);
}

void settlement_json(struct json *json, const struct item *item, const struct due_rows *due,
		     const struct settlement *settlement)
{
	struct arena *arena = arena_new();
	bool told = is_told(item, settlement);
	json_begin_array(json, "settlement");
	if (told && !item->requests.n)
		add_part(json, item, settlement, 0, arena);
	for (size_t i = 0; told && i < item->requests.n; i++)
		add_part(json, item, settlement, i + 1, arena);
	json_end_array(json);
	json_begin_array(json, "promised");
	for (size_t i = 0; i < due->n; i++) {
		const struct followup *f = &due->v[i].followup;
		if (!is_promised(&due->v[i]))
			continue;
		json_begin_object(json, NULL);
		json_text(json, "uid", f->uid);
		json_day(json, "latest", f->review ? DATE_NONE : f->latest);
		json_text(json, "quote", f->quotes.n ? f->quotes.v[0].text : NULL);
		json_end_object(json);
	}
	json_end_array(json);
	arena_free(arena);
}
