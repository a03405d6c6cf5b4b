/* cmd_slips.c: griffie slips: every move of a day that was set, with the days it slipped, why and on whose authority. */
#include "cli/audit_walk.h"
#include "cli/commands.h"
#include "cli/csv.h"
#include "cli/json.h"
#include "cli/print.h"
#include "site/outfile.h"

/* What the ledger adds up to. */
struct ledger {
	struct audit_choice choice;
	struct outfile *csv; /* NULL: print */
	size_t slips;
	size_t items;
	size_t silent;  /* without a reason */
	size_t expired; /* when the old day had passed */
	long long days;
};

static const char *authority_word(enum slip_authority authority)
{
	static const char *const words[] = {[SLIP_UNSAID] = N_("recorded by hand"),
					    [SLIP_OWN] = N_("by notice of who owes it"),
					    [SLIP_AGREED] = N_("agreed with those who asked"),
					    [SLIP_DECIDED] = N_("decided by the council")};
	return _(words[authority]);
}

static const char *day_word(const struct session *session, int day)
{
	char text[DATE_TEXT];
	return day == DATE_NONE ? _("no date") : arena_text(session->arena, slice_of(date_format(day, text)));
}

static void slip_json(const struct item *item, const struct slip *slip)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "item", item->ref);
	json_text(&json, "uid", slip->followup->uid);
	json_text(&json, "title", slip->followup->title);
	json_day(&json, "was", slip->move->was);
	json_day(&json, "latest", slip->move->latest);
	if (slip->move->latest == DATE_NONE)
		json_text(&json, "days", NULL);
	else
		json_number(&json, "days", slip->days);
	json_day(&json, "on", slip->move->on);
	json_bool(&json, "expired", slip->expired);
	json_text(&json, "authority", slip_authority_to_text(slip->authority));
	json_text(&json, "reason", slip->reason);
	json_text(&json, "document", slip->move->document);
	json_text(&json, "quote", slip->move->document ? slip->move->reason : NULL);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

static void slip_print(const struct session *session, const struct audit_case *it, const struct slip *slip)
{
	const struct move *move = slip->move;
	const struct audit_paper *paper = audit_paper_find(it->papers, move->document);
	const char *days = move->latest == DATE_NONE ? "?" : arena_printf(session->arena, "%+d", slip->days);
	print_format(session, _("  %s: from %s to %s; days: %s"), day_word(session, move->on),
		     day_word(session, move->was), day_word(session, move->latest), days);
	print_format(session, "  (%s%s%s)\n", authority_word(slip->authority), slip->expired ? ", " : "",
		     slip->expired ? _("the day had passed") : "");
	if (slip->reason)
		print_wrapped(session, arena_printf(session->arena, "“%s”", slip->reason), 6);
	else
		print_format(session, "      %s\n", _("no reason is given"));
	if (paper)
		print_format(session, "      %s\n", paper->path);
}

static enum status row_put(struct outfile *file, const char *const *cells, size_t n, struct err *err)
{
	struct buf row;
	buf_init(&row);
	for (size_t i = 0; i < n; i++)
		csv_cell(&row, cells[i]);
	csv_end(&row);
	enum status status = outfile_add(file, row.p, row.n, err);
	buf_release(&row);
	return status;
}

static enum status slip_csv(const struct session *session, struct outfile *file, const struct item *item,
			    const struct slip *slip, struct err *err)
{
	char was[DATE_TEXT], latest[DATE_TEXT], on[DATE_TEXT];
	const struct move *move = slip->move;
	const char *const cells[] = {item->ref,
				     slip->followup->uid,
				     slip->followup->title,
				     date_format(move->was, was),
				     date_format(move->latest, latest),
				     move->latest == DATE_NONE ? NULL : arena_printf(session->arena, "%d", slip->days),
				     date_format(move->on, on),
				     slip->expired ? "yes" : "no",
				     slip_authority_to_text(slip->authority),
				     slip->reason,
				     move->document};
	return row_put(file, cells, ARRAY_SIZE(cells), err);
}

static void slip_count(struct ledger *ledger, const struct slip *slip)
{
	ledger->slips++;
	ledger->silent += slip->reason == NULL;
	ledger->expired += slip->expired;
	ledger->days += slip->days;
}

static enum status item_slips(struct session *session, void *user, const struct audit_case *it, struct err *err)
{
	struct ledger *ledger = user;
	enum status status = OK;
	ledger->items += it->slips.n > 0;
	if (it->slips.n && !session->json && !ledger->csv) {
		print_coloured(session, COLOUR_BOLD, it->item.ref);
		print_format(session, "  %s\n", it->item.title ? it->item.title : "");
	}
	for (size_t i = 0; status == OK && i < it->slips.n; i++) {
		const struct slip *slip = &it->slips.v[i];
		slip_count(ledger, slip);
		if (session->json)
			slip_json(&it->item, slip);
		else if (!ledger->csv)
			slip_print(session, it, slip);
		if (ledger->csv)
			status = slip_csv(session, ledger->csv, &it->item, slip, err);
	}
	return status;
}

static enum status ledger_write(struct session *session, struct ledger *ledger, struct err *err)
{
	static const char *const columns[] = {"item", "uid",     "title",     "was",    "latest",  "days",
					      "on",   "expired", "authority", "reason", "document"};
	const char *csv = option_value(session, "csv");
	enum status status = csv ? outfile_open(csv, &ledger->csv, err) : OK;
	if (status == OK && ledger->csv)
		status = row_put(ledger->csv, columns, ARRAY_SIZE(columns), err);
	if (status == OK)
		status = audit_walk(session, &ledger->choice, item_slips, ledger, err);
	if (status == OK && ledger->csv)
		return outfile_close(ledger->csv, NULL, err);
	outfile_drop(ledger->csv);
	return status;
}

static enum status run(struct session *session, struct err *err)
{
	struct ledger ledger = {0};
	enum status status = audit_choice_read(session, &ledger.choice, err);
	if (status == OK && session->argument_count)
		status = db_item_find(session->db, session->arguments[0], session->arena, &ledger.choice.ref, err);
	if (status == OK)
		status = ledger_write(session, &ledger, err);
	if (status != OK)
		return status;
	print_party_hint(session, ledger.slips);
	audit_tell_untold(session, &ledger.choice);
	if (!session->json && !session->quiet)
		printf(_("moves: %zu, of %zu items; days: %lld; without a reason: %zu; when the day had passed: %zu\n"),
		       ledger.slips, ledger.items, ledger.days, ledger.silent, ledger.expired);
	return session_printed(err);
}

const struct command command_slips = {
	.name = "slips",
	.usage = "[ITEM]",
	.help = N_("every move of a day that was set, with its reason"),
	.more = N_(
		"A move is by notice of who owes it, agreed with those who asked, or decided by the council. To name\n"
		"a day where none was set is no slip. Example: griffie slips RIS321237"),
	.needs = NEED_RULES | NEED_DB,
	.most = 1,
	.options = {AUDIT_CHOICES, {"csv", "FILE", N_("write a table to this file"), 0}},
	.run = run,
};
