/* audit_walk.c: items are read, looked at and forgotten a batch at a time, so that the size of the register does not count. */
#include "cli/audit_walk.h"

#include "cli/print.h"
#include "core/audit_past.h"
#include "core/party.h"

enum { BATCH = 512, TIME_TEXT = 21 };

/* ---- the choice ---- */

/* A time as the journal writes it; a day stands for its end. */
static bool time_read(const char *text, char out[TIME_TEXT])
{
	static const char form[] = "0000-00-00T00:00:00Z";
	size_t n = strlen(text);
	if (n != 10 && n != sizeof form - 1)
		return false;
	memcpy(out, "0000-00-00T23:59:59Z", TIME_TEXT);
	memcpy(out, text, n);
	for (size_t i = 0; form[i]; i++)
		if (form[i] == '0' ? !is_digit(out[i]) : out[i] != form[i])
			return false;
	bool clock = memcmp(out + 11, "24", 2) < 0 && out[14] < '6' && out[17] < '6';
	return clock && date_parse((struct slice){out, 10}) != DATE_NONE;
}

static enum status known_read(struct session *session, struct audit_choice *out, struct err *err)
{
	char at[TIME_TEXT];
	const char *text = option_value(session, "known-on");
	if (!text)
		return OK;
	if (!time_read(text, at))
		return err_set(err, E_USAGE, _("'%s' is no time: write 2025-01-31T09:00:00Z, or a day"), text);
	out->day = date_parse((struct slice){at, 10});
	return db_journal_at(session->db, at, &out->known, err);
}

enum status audit_choice_read(struct session *session, struct audit_choice *out, struct err *err)
{
	*out = (struct audit_choice){.kind = -1,
				     .known = -1,
				     .as_of = DATE_NONE,
				     .day = session->today,
				     .party = option_value(session, "party")};
	enum status status = option_kind(session, "kind", &out->kind, err);
	if (status == OK)
		status = known_read(session, out, err);
	if (status == OK)
		status = option_day(session, "as-of", &out->as_of, err);
	if (status == OK && out->as_of != DATE_NONE)
		out->day = out->as_of;
	return status;
}

static bool is_of_party(const struct item *item, const char *party)
{
	struct slice wanted = party_short(slice_of(party));
	for (size_t i = 0; i < item->people.n; i++) {
		const char *name = item->people.v[i].party;
		struct slice brief = party_short(slice_of(name ? name : ""));
		if (brief.n == wanted.n && brief.n && strncasecmp(brief.p, wanted.p, brief.n) == 0)
			return true;
	}
	return false;
}

static bool is_wanted(const struct session *session, const struct audit_choice *choice, const struct item *item)
{
	if (choice->ref && strcmp(choice->ref, item->ref) != 0)
		return false;
	if (choice->kind >= 0 && (int)item->kind != choice->kind)
		return false;
	if (session->body && (!item->body || strcmp(item->body, session->body) != 0))
		return false;
	return !choice->party || is_of_party(item, choice->party);
}

/* ---- one item ---- */

/* The text of the paper that was read last: one paper moves one day after the other. */
struct shelf {
	struct session *session;
	const char *sha256;
	struct slice text;
};

static enum status text_load(void *user, const char *sha256, struct slice *out, struct err *err)
{
	struct shelf *shelf = user;
	struct stored_document stored;
	if (!shelf->sha256 || strcmp(shelf->sha256, sha256) != 0) {
		enum status status = db_document_load(shelf->session->db, sha256, shelf->session->arena, &stored, err);
		if (status != OK)
			return status;
		shelf->sha256 = stored.sha256;
		shelf->text = stored.text;
	}
	*out = shelf->text;
	return OK;
}

static enum status case_look(struct session *session, struct audit_choice *choice, struct audit_case *it,
			     audit_visit visit, void *user, struct err *err)
{
	struct shelf shelf = {.session = session};
	enum status status = OK;
	bool there = choice->as_of == DATE_NONE || audit_past(it, choice->as_of, session->arena);
	choice->untold += it->untold;
	for (size_t i = 0; there && status == OK && i < it->followups.n; i++)
		status = slip_list(&it->followups.v[i].followup, text_load, &shelf, session->arena, &it->slips, err);
	return there && status == OK ? visit(session, user, it, err) : status;
}

/* ---- what the register said ---- */

/* One walk, and the register as it was known. */
struct look {
	struct session *session;
	struct audit_choice *choice;
	audit_visit visit;
	void *user;
	struct past *past; /* NULL: as it is known now */
};

static enum status case_show(struct look *look, struct audit_case *it, struct err *err)
{
	if (!is_wanted(look->session, look->choice, &it->item))
		return OK;
	return case_look(look->session, look->choice, it, look->visit, look->user, err);
}

/* The mentions that stood in the register then. */
static struct mention_ids mentions_known(const struct look *look, const struct item *item)
{
	struct mention_ids known = {0};
	for (size_t i = 0; i < item->mentions.n; i++)
		if (past_has_paper(look->past, item->mentions.v[i].document))
			*list_push(look->session->arena, &known) = item->mentions.v[i];
	return known;
}

/* What an item of now was made of may have been several then, or had another name. */
static enum status case_known(struct look *look, const struct audit_case *now, struct err *err)
{
	struct arena *arena = look->session->arena;
	struct items read = {0};
	struct audit_case was;
	const struct mention_ids mentions = mentions_known(look, &now->item);
	enum status status = mentions.n ? register_resolve(look->session, &mentions, &read, err) : OK;
	for (size_t i = 0; status == OK && i < read.n; i++)
		if (past_take(look->past, read.v[i].ref, &read.v[i], now, arena, &was))
			status = case_show(look, &was, err);
	if (status == OK && past_take(look->past, now->item.ref, NULL, now, arena, &was)) {
		look->choice->untold += mentions.n > 0;
		status = case_show(look, &was, err);
	}
	return status;
}

/* What is gone by now, under the name that it had. */
static enum status gone_known(struct look *look, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && look->past && past_ref(look->past, i); i++) {
		struct audit_case was;
		if (!past_take(look->past, past_ref(look->past, i), NULL, NULL, look->session->arena, &was))
			continue;
		look->choice->untold++;
		status = case_show(look, &was, err);
	}
	return status;
}

static enum status batch_look(struct look *look, struct audit_cases *cases, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && i < cases->n; i++) {
		bool differs = look->past && past_differs(look->past, cases->v[i].item.ref);
		status = differs ? case_known(look, &cases->v[i], err) : case_show(look, &cases->v[i], err);
	}
	return status;
}

/* ---- the walk ---- */

static enum status all_look(struct look *look, struct err *err)
{
	struct session *session = look->session;
	struct arena *own = session->arena;
	enum status status = OK;
	int64_t after = 0;
	for (bool more = true; more && status == OK;) {
		struct audit_cases cases = {0};
		session->arena = arena_new();
		status = db_audit_next(session->db, &after, BATCH, session->arena, &cases, err);
		more = cases.n > 0;
		if (status == OK)
			status = batch_look(look, &cases, err);
		arena_free(session->arena);
	}
	session->arena = own;
	return status == OK ? gone_known(look, err) : status;
}

enum status audit_walk(struct session *session, struct audit_choice *choice, audit_visit visit, void *user,
		       struct err *err)
{
	struct look look = {session, choice, visit, user, NULL};
	struct arena *arena = arena_new();
	choice->untold = 0;
	enum status status = db_view_begin(session->db, err);
	if (status == OK && choice->known >= 0)
		status = db_past_load(session->db, choice->known, arena, &look.past, err);
	if (status == OK)
		status = all_look(&look, err);
	db_view_end(session->db);
	arena_free(arena);
	return status;
}
void audit_tell_untold(const struct session *session, const struct audit_choice *choice)
{
	if (choice->untold && !session->quiet)
		print_message(arena_printf(session->arena,
					   ngettext("left out: %zu finding or follow-up of which it cannot be told "
						    "whether it held then",
						    "left out: %zu findings and follow-ups of which it cannot be told "
						    "whether they held then",
						    choice->untold),
					   choice->untold));
}
