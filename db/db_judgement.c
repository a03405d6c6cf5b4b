/* db_judgement.c: whether an item was answered, and whether in the sense of who put it forward: words of people, which decide nothing and are
 * kept beside what is decided. Who judged may be a person, so the name is an opening of the entry, which can be erased.
 */
#include "db/db_item.h"
#include "db/db_journal.h"
#include "db/db_names.h"

static const char *const kinds[] = {[JUDGED_ANSWERED] = "answered", [JUDGED_SENSE] = "sense"};
static const char *const verdicts[] = {[VERDICT_YES] = "yes", [VERDICT_PARTLY] = "partly", [VERDICT_NO] = "no"};

const char *judged_to_text(enum judged judged)
{
	return kinds[judged];
}

const char *verdict_to_text(enum verdict verdict)
{
	return verdicts[verdict];
}

bool verdict_from_text(struct slice text, enum verdict *out)
{
	for (size_t i = 0; i < ARRAY_SIZE(verdicts); i++)
		if (slice_is(text, verdicts[i])) {
			*out = (enum verdict)i;
			return true;
		}
	return false;
}

/* Lists JUDGEMENT_LIST: kind, verdict, part, day, who, because. */
static void judgement_read(struct query *q, struct arena *arena, struct judgement *out)
{
	*out = (struct judgement){.judged = strcmp(query_get_text(q, 0, arena), kinds[JUDGED_SENSE]) == 0
						    ? JUDGED_SENSE
						    : JUDGED_ANSWERED,
				  .part = query_get_text(q, 2, arena),
				  .on = query_get_day(q, 3),
				  .who = query_get_text(q, 4, arena),
				  .because = query_get_text(q, 5, arena)};
	if (!verdict_from_text(slice_of(query_get_text(q, 1, arena)), &out->verdict))
		out->verdict = VERDICT_NO;
}

enum status db_judgement_list(struct db *db, const char *ref, struct arena *arena, struct judgements *out,
			      struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_JUDGEMENT_LIST);
	query_text(&q, ":item", ref);
	while (query_row(&q))
		judgement_read(&q, arena, list_push(arena, out));
	return query_end(&q, err);
}

static bool is_same(const struct judgement *a, const struct judgement *b)
{
	return a->verdict == b->verdict && a->on == b->on && names_equal(a->because, b->because);
}

static enum status judgement_save(struct db *db, const char *ref, const struct judgement *judgement, struct err *err)
{
	char on[DATE_TEXT];
	int64_t entry = 0;
	date_format(judgement->on, on);
	const struct field fields[] = {
		FIELD("item", ref),
		FIELD("judged", kinds[judgement->judged]),
		FIELD("verdict", verdicts[judgement->verdict]),
		FIELD("part", judgement->part),
		FIELD("on", on),
		FIELD_COVERED("who", judgement->who),
		FIELD_COVERED("because", judgement->because),
	};
	enum status status = journal_add(db, "judgement", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_JUDGEMENT_INSERT);
	query_text(&q, ":item", ref);
	query_text(&q, ":kind", kinds[judgement->judged]);
	query_text(&q, ":verdict", verdicts[judgement->verdict]);
	query_text(&q, ":part", judgement->part);
	query_day(&q, ":day", judgement->on);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

enum status db_judgement_record(struct db *db, const char *ref, const struct judgement *judgement, bool *changed,
				struct err *err)
{
	struct judgements all = {0};
	bool known = false;
	struct arena *arena = arena_new();
	enum status status = db_judgement_list(db, ref, arena, &all, err);
	for (size_t i = 0; i < all.n; i++)
		if (judgement_replaces(judgement, &all.v[i]))
			known = is_same(judgement, &all.v[i]);
	if (status == OK && !known)
		status = judgement_save(db, ref, judgement, err);
	if (status == OK)
		*changed = !known;
	arena_free(arena);
	return status;
}

bool judgement_replaces(const struct judgement *later, const struct judgement *earlier)
{
	return later->judged == earlier->judged && names_equal(later->part, earlier->part) &&
	       names_equal(later->who, earlier->who);
}
