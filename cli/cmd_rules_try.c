/* cmd_rules_try.c: griffie rules try: what other packs would change, the largest shifts first.
 *
 * All differences must be known before the first is told, and there may be as many as the register has follow-ups. So they go to a file
 * without a name; what stays in memory of each is its place there and what it is sorted by.
 */
#include "cli/cmd_rules.h"
#include "cli/print.h"
#include "cli/trial.h"

#include <assert.h>
#include <errno.h>

/* One difference in the file; its texts follow, each with its end. */
struct record {
	enum followup_change change;
	int was; /* DATE_NONE: none */
	int latest;
	bool was_review;
	bool review;
	enum followup_status was_status;
	enum followup_status status;
	char uid[UUID_TEXT];
	char sha256[SHA256_TEXT]; /* empty: the pack is not loaded */
};

enum { TEXT_ITEM, TEXT_RULE, TEXT_TITLE, TEXT_COUNT };

struct place {
	long at;
	int days; /* of the shift, without its sign */
	enum followup_change change;
};

struct spool {
	struct session *session;
	FILE *file;
	struct arena *arena;
	struct {
		struct place *v;
		size_t n;
		size_t cap;
	} places;
	char *texts[TEXT_COUNT]; /* of the record that was read last */
	size_t sizes[TEXT_COUNT];
};

static enum status spool_failed(struct err *err)
{
	return err_set(err, E_IO, _("a file for the differences cannot be written: %s"), strerror(errno));
}

/* A date that comes or goes is the largest of shifts. */
static int shift_of(int was, int latest)
{
	if (was == DATE_NONE || latest == DATE_NONE)
		return INT_MAX;
	return was < latest ? latest - was : was - latest;
}

/* "nl/den-haag" of "nl/den-haag:settlement". */
static const char *pack_of(const char *rule, struct arena *arena)
{
	return arena_text(arena, (struct slice){rule, strcspn(rule, ":")});
}

/* Who withdraws a follow-up is the pack as it is now, when there is one. */
static const char *sha256_of(const struct session *session, const struct followup *f)
{
	const struct pack *pack = f->rule_sha256 ? NULL : session_pack(session, pack_of(f->rule, session->arena));
	return f->rule_sha256 ? f->rule_sha256 : pack ? pack->sha256 : "";
}

static enum status spool_take(void *user, const struct followup_difference *difference, struct err *err)
{
	struct spool *spool = user;
	const struct followup *f = &difference->followup;
	const char *const texts[TEXT_COUNT] = {f->item, f->rule, f->title ? f->title : ""};
	struct record record = {.change = difference->change,
				.was = difference->was,
				.latest = f->status == FOLLOWUP_WITHDRAWN ? DATE_NONE : f->latest,
				.was_review = difference->was_review,
				.review = f->review,
				.was_status = difference->was_status,
				.status = f->status};
	memcpy(record.uid, f->uid, sizeof record.uid);
	memcpy(record.sha256, sha256_of(spool->session, f), strlen(sha256_of(spool->session, f)));
	*list_push(spool->arena, &spool->places) =
		(struct place){ftell(spool->file), shift_of(record.was, record.latest), record.change};
	bool written = fwrite(&record, sizeof record, 1, spool->file) == 1;
	for (int i = 0; i < TEXT_COUNT; i++)
		written = fwrite(texts[i], strlen(texts[i]) + 1, 1, spool->file) == 1 && written;
	return written ? OK : spool_failed(err);
}

static enum status spool_read(struct spool *spool, const struct place *place, struct record *out, struct err *err)
{
	bool got = fseek(spool->file, place->at, SEEK_SET) == 0 && fread(out, sizeof *out, 1, spool->file) == 1;
	for (int i = 0; got && i < TEXT_COUNT; i++)
		got = getdelim(&spool->texts[i], &spool->sizes[i], '\0', spool->file) > 0;
	return got ? OK : spool_failed(err);
}

static void spool_release(struct spool *spool)
{
	for (int i = 0; i < TEXT_COUNT; i++)
		free(spool->texts[i]);
	if (spool->file)
		fclose(spool->file);
	arena_free(spool->arena);
}

/* Moved ones first, and of these the largest shift; else in the order of items. */
static int place_cmp(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	if (x->change != y->change)
		return (x->change > y->change) - (x->change < y->change);
	if (x->change == CHANGE_MOVED && x->days != y->days)
		return (x->days < y->days) - (x->days > y->days);
	return (x->at > y->at) - (x->at < y->at);
}

/* ---- output ---- */

static const char *state_of(const struct session *session, const struct record *r)
{
	const struct followup f = {.status = r->status, .latest = r->latest, .review = r->review};
	return followup_state(&f, session->today);
}

static void record_json(const struct spool *spool, const struct record *r)
{
	const char *rule = spool->texts[TEXT_RULE], *colon = strchr(rule, ':');
	struct json json;
	json_init(&json);
	cmd_rules_json(&json, colon ? colon + 1 : rule, pack_of(rule, spool->session->arena),
		       *r->sha256 ? r->sha256 : NULL, state_of(spool->session, r));
	json_text(&json, "item", spool->texts[TEXT_ITEM]);
	json_text(&json, "uid", r->uid);
	json_text(&json, "change", followup_change_to_text(r->change));
	json_day(&json, "was", r->was);
	json_day(&json, "latest", r->latest);
	if (r->was == DATE_NONE || r->latest == DATE_NONE)
		json_text(&json, "days", NULL);
	else
		json_number(&json, "days", r->latest - r->was);
	cmd_rules_json_end(&json);
}

static const char *day_words(int day, bool review, struct arena *arena)
{
	char text[DATE_TEXT];
	if (day == DATE_NONE)
		return _("no date");
	return arena_printf(arena, review ? _("%s (to look again)") : "%s", date_format(day, text));
}

static const char *shift_words(const struct record *r, struct arena *arena)
{
	if (r->was == DATE_NONE || r->latest == DATE_NONE || r->was == r->latest)
		return "";
	int days = shift_of(r->was, r->latest);
	unsigned long n = (unsigned long)days;
	return arena_printf(arena,
			    r->was < r->latest ? ngettext(", %d day later", ", %d days later", n)
					       : ngettext(", %d day earlier", ", %d days earlier", n),
			    days);
}

/* What becomes of it. */
static const char *record_words(const struct session *session, const struct record *r, struct arena *arena)
{
	const char *was = day_words(r->was, r->was_review, arena), *is = day_words(r->latest, r->review, arena);
	const char *state = print_followup_state(state_of(session, r));
	switch (r->change) {
	case CHANGE_MOVED:
		return arena_printf(arena, "%s → %s%s (%s)", was, is, shift_words(r, arena), state);
	case CHANGE_WITHDRAWN:
		return was;
	case CHANGE_STATE:
		return arena_printf(arena, "%s: %s → %s", is,
				    print_followup_state(followup_status_to_text(r->was_status)), state);
	case CHANGE_WORDS:
	case CHANGE_ADDED:
	case FOLLOWUP_CHANGE_COUNT:
		break;
	}
	return arena_printf(arena, "%s (%s)", is, state);
}

static void record_print(const struct spool *spool, const struct record *r)
{
	const struct session *session = spool->session;
	enum { ITEM = 12 };
	const char *item = spool->texts[TEXT_ITEM];
	print_text("  ");
	if (print_width(item) > ITEM)
		print_coloured(session, COLOUR_BOLD, item);
	else
		print_cell(session, COLOUR_BOLD, item, ITEM);
	print_format(session, "  %s · %s\n", record_words(session, r, session->arena), spool->texts[TEXT_RULE]);
	print_wrapped(session, spool->texts[TEXT_TITLE], ITEM + 4);
}

static enum status spool_print(struct spool *spool, struct err *err)
{
	static const char *const headings[] = {
		[CHANGE_MOVED] = N_("Moved"),       [CHANGE_WITHDRAWN] = N_("Withdrawn"),
		[CHANGE_STATE] = N_("Other state"), [CHANGE_WORDS] = N_("Other words"),
		[CHANGE_ADDED] = N_("New"),
	};
	static_assert(ARRAY_SIZE(headings) == FOLLOWUP_CHANGE_COUNT, "a heading for each change");
	struct session *session = spool->session;
	struct arena *own = session->arena;
	enum status status = OK;
	if (spool->places.n)
		qsort(spool->places.v, spool->places.n, sizeof *spool->places.v, place_cmp);
	for (size_t i = 0; status == OK && i < spool->places.n; i++) {
		const struct place *place = &spool->places.v[i];
		struct record record = {0};
		session->arena = arena_new(); /* what is made for a line goes with it */
		status = spool_read(spool, place, &record, err);
		if (status == OK && !session->json && (i == 0 || place[-1].change != place->change))
			print_section(session, _(headings[place->change]));
		if (status == OK && session->json)
			record_json(spool, &record);
		else if (status == OK)
			record_print(spool, &record);
		arena_free(session->arena);
		if (status == OK && session_interrupted())
			status = err_set(err, E_IO, "%s", _("stopped; nothing was changed"));
	}
	session->arena = own;
	return status;
}

/* What is compared is the whole register: the difference of other packs is in it too. */
static enum status tell_lag(struct session *session, struct err *err)
{
	struct names packs = {0};
	bool reader = false;
	enum status status = register_lag(session, &packs, &reader, err);
	const char *tried = session->argument_count == 2 ? session->arguments[1] : NULL;
	for (size_t i = 0; status == OK && tried && !session->quiet && i < packs.n; i++) {
		const struct pack *pack = session_pack(session, packs.v[i]);
		if (!pack || strcmp(pack->file, tried) != 0)
			print_message(arena_printf(session->arena,
						   _("the register was derived with another pack '%s' than now: its "
						     "difference is in this too"),
						   packs.v[i]));
	}
	if (status == OK && reader && !session->quiet)
		print_message(_("the papers of the register are still to be read again, which may change more: any "
				"import does so"));
	return status;
}

static void summarise(const struct session *session, const struct trial_counts *counts)
{
	if (session->json || session->quiet)
		return;
	printf(_("%zu items: %zu follow-ups moved, %zu withdrawn, %zu in another state, %zu in other words, %zu new\n"),
	       counts->items, counts->of[CHANGE_MOVED], counts->of[CHANGE_WITHDRAWN], counts->of[CHANGE_STATE],
	       counts->of[CHANGE_WORDS], counts->of[CHANGE_ADDED]);
	printf("%s\n", _("this was a trial: nothing was changed"));
}

enum status cmd_rules_try(struct session *session, struct err *err)
{
	struct trial_counts counts = {0};
	struct spool spool = {.session = session, .arena = arena_new(), .file = tmpfile()};
	struct trial trial = {.since = DATE_NONE, .take = spool_take, .user = &spool};
	enum status status = spool.file ? OK : spool_failed(err);
	if (status == OK)
		status = option_day(session, "since", &trial.since, err);
	if (status == OK)
		status = tell_lag(session, err);
	if (status == OK)
		status = trial_run(session, &trial, &counts, err);
	if (status == OK)
		status = spool_print(&spool, err);
	if (status == OK)
		summarise(session, &counts);
	session->failed |= counts.failed > 0;
	spool_release(&spool);
	return status;
}
