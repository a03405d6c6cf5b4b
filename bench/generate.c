/* generate.c: a register of many items for the benchmarks. `generate FILE COUNT`: each with one pending follow-up, which make 300 calendars
 * beside those of single items: everything, what is late, two kinds, and those of the parties, portfolios and members below. `generate FILE
 * COUNT mix`: those of mix.h, from which nothing was derived yet.
 */
#include "bench/mix.h"

#include "db/db.h"
#include "hash/uuid.h"

enum { BATCH = 1000, NOW = 1735689600 /* 2025-01-01 */ };
enum { PARTIES = 20, PORTFOLIOS = 30, MEMBERS = 246 };

static struct item make_item(int i, int day, struct arena *arena)
{
	struct item item = {.kind = i % 3 ? ITEM_MOTION : ITEM_QUESTION, .body = "nl/den-haag", .date = day};
	item.ref = arena_printf(arena, "RIS%06d", 100000 + i);
	item.title = arena_printf(arena, "Voorbeeld nummer %d over de straten en pleinen van de stad", i);
	*list_push(arena, &item.identifiers) = (struct identifier){"RIS", item.ref};
	int member = i % MEMBERS;
	*list_push(arena, &item.people) =
		(struct person){arena_printf(arena, "Jan Voorbeeld %d", member),
				arena_printf(arena, "Partij %d", member % PARTIES), "submitter"};
	struct transition *t = list_push(arena, &item.transitions);
	*t = (struct transition){.state = item.kind == ITEM_MOTION ? STATE_ADOPTED : STATE_SUBMITTED, .on = day};
	item.state = t->state;
	return item;
}

static struct followup make_followup(int i, const struct item *item, struct arena *arena)
{
	struct followup f = {.item = item->ref,
			     .kind = item->kind,
			     .body = item->body,
			     .title = item->title,
			     .rule = "nl/den-haag:settlement",
			     .rule_sha256 = "00",
			     .source = "voorbeeld",
			     .key = "settlement",
			     .form = "letter",
			     .owed_by = arena_printf(arena, "wethouder Voorbeeld %d", i / 7 % PORTFOLIOS),
			     .earliest = item->date,
			     .latest = item->date + 42,
			     .fulfilled_on = DATE_NONE};
	uuid_from_name(slice_of(item->ref), f.uid);
	date_format(f.latest, f.edtf);
	*list_push(arena, &f.quotes) =
		(struct quote){NULL, "Een zin van gewone lengte uit een stuk van de raad.", {0, 0}};
	return f;
}

static enum status write_batch(struct db *db, int first, int count, struct err *err)
{
	struct arena *arena = arena_new();
	struct followups followups = {0};
	struct names refs = {0}, failed = {0};
	struct followup_changes changes;
	enum status status = OK;
	for (int i = first; status == OK && i < first + count; i++) {
		struct item *item = arena_alloc(arena, sizeof *item);
		*item = make_item(i, date_make(2020, 1, 1) + i % 3000, arena);
		*list_push(arena, &followups) = make_followup(i, item, arena);
		*list_push(arena, &refs) = item->ref;
		status = db_item_add(db, item, err);
	}
	if (status == OK)
		status = db_followups_save(db, &refs, &followups, &failed, &changes, err);
	arena_free(arena);
	return status;
}

static enum status write_mix(struct db *db, int first, int count, struct err *err)
{
	struct arena *arena = arena_new();
	enum status status = OK;
	for (int i = first; status == OK && i < first + count; i++) {
		struct item item = mix_item(i, arena);
		status = db_item_add(db, &item, err);
	}
	arena_free(arena);
	return status;
}

int main(int count, char **words)
{
	struct err err = {0};
	struct db *db = NULL;
	bool mix = count == 4 && strcmp(words[3], "mix") == 0;
	int all = count == 3 || mix ? (int)strtol(words[2], NULL, 10) : 0;
	if (all < 1) {
		fputs("usage: generate FILE COUNT [mix]\n", stderr);
		return 2;
	}
	enum status status = db_open(words[1], true, NOW, &db, &err);
	if (status == OK)
		status = db_begin(db, &err);
	for (int i = 0; status == OK && i < all; i += BATCH)
		status = (mix ? write_mix : write_batch)(db, i, all - i < BATCH ? all - i : BATCH, &err);
	if (status == OK)
		status = db_commit(db, &err);
	if (status != OK)
		fprintf(stderr, "generate: %s\n", err.msg);
	db_close(db);
	return status != OK;
}
