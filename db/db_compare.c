/* db_compare.c: what storing derived follow-ups would change, and how often a rule fired. Nothing is written.
 *
 * It goes the way of followup_write: the words of people are put over what is derived, and over a withdrawal, before the two are compared.
 */
#include "db/db_followup.h"
#include "db/db_names.h"

#include <assert.h>

const char *followup_change_to_text(enum followup_change change)
{
	static const char *const texts[] = {
		[CHANGE_MOVED] = "moved", [CHANGE_WITHDRAWN] = "withdrawn", [CHANGE_STATE] = "state",
		[CHANGE_WORDS] = "words", [CHANGE_ADDED] = "added",
	};
	static_assert(ARRAY_SIZE(texts) == FOLLOWUP_CHANGE_COUNT, "a text for each change");
	return texts[change];
}

/* A stored follow-up, as far as it is compared. */
struct kept {
	struct followup followup;
	bool derived; /* it is still */
};

struct kept_list {
	struct kept *v;
	size_t n;
	size_t cap;
};

static enum followup_status status_of(const char *text)
{
	for (int i = 0; i < FOLLOWUP_STATUS_COUNT; i++)
		if (strcmp(followup_status_to_text((enum followup_status)i), text) == 0)
			return (enum followup_status)i;
	return FOLLOWUP_PENDING;
}

/* Lists FOLLOWUP_STORED: uid, rule, key, status, title, form, owed_by, earliest, latest, review. */
static enum status kept_load(struct db *db, const char *ref, struct arena *arena, struct kept_list *out,
			     struct err *err)
{
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_STORED);
	query_text(&q, ":item", ref);
	while (query_row(&q)) {
		struct followup *f = &list_push(arena, out)->followup;
		query_get_into(&q, 0, f->uid, sizeof f->uid);
		f->item = ref;
		f->rule = query_get_text(&q, 1, arena);
		f->key = query_get_text(&q, 2, arena);
		f->status = status_of(query_get_text(&q, 3, arena));
		f->title = query_get_text(&q, 4, arena);
		f->form = query_get_text(&q, 5, arena);
		f->owed_by = query_get_text(&q, 6, arena);
		f->earliest = query_get_day(&q, 7);
		f->latest = query_get_day(&q, 8);
		f->review = query_get_number(&q, 9) != 0;
	}
	return query_end(&q, err);
}

static struct kept *kept_find(const struct kept_list *kept, const struct followup *followup)
{
	for (size_t i = 0; i < kept->n; i++)
		if (strcmp(kept->v[i].followup.rule, followup->rule) == 0 &&
		    strcmp(kept->v[i].followup.key, followup->key) == 0)
			return &kept->v[i];
	return NULL;
}

static struct followup_difference *difference_add(struct followup_differences *out, struct arena *arena,
						  enum followup_change change, const struct followup *is,
						  const struct followup *was)
{
	struct followup_difference *difference = list_push(arena, out);
	*difference = (struct followup_difference){.change = change, .followup = *is, .was = DATE_NONE};
	if (was) {
		memcpy(difference->followup.uid, was->uid, sizeof was->uid);
		difference->was = was->latest;
		difference->was_review = was->review;
		difference->was_status = was->status;
	}
	return difference;
}

static void pair_compare(const struct followup *was, const struct followup *is, struct arena *arena,
			 struct followup_differences *out)
{
	if (was->status == FOLLOWUP_WITHDRAWN && is->status != FOLLOWUP_WITHDRAWN)
		difference_add(out, arena, CHANGE_ADDED, is, was)->was = DATE_NONE;
	else if (was->latest != is->latest || was->review != is->review)
		difference_add(out, arena, CHANGE_MOVED, is, was);
	else if (was->status != is->status)
		difference_add(out, arena, CHANGE_STATE, is, was);
	else if (was->earliest != is->earliest || !names_equal(was->title, is->title) ||
		 !names_equal(was->form, is->form) || !names_equal(was->owed_by, is->owed_by))
		difference_add(out, arena, CHANGE_WORDS, is, was);
}

static enum status derived_compare(struct db *db, const struct followup *derived, const struct kept_list *kept,
				   struct arena *arena, struct followup_differences *out, struct err *err)
{
	struct followup followup = *derived;
	if (!followup.title)
		followup.title = followup.item;
	struct kept *was = kept_find(kept, &followup);
	enum status status = words_apply(db, &followup, arena, NULL, err);
	if (was)
		was->derived = true;
	if (status == OK && was)
		pair_compare(&was->followup, &followup, arena, out);
	else if (status == OK)
		difference_add(out, arena, CHANGE_ADDED, &followup, NULL);
	return status;
}

/* What a person fulfilled or waived stays, though no rule derives it. */
static enum status gone_compare(struct db *db, const struct kept *kept, struct arena *arena,
				struct followup_differences *out, struct err *err)
{
	struct followup followup = kept->followup;
	if (kept->derived || followup.status == FOLLOWUP_WITHDRAWN)
		return OK;
	followup.status = FOLLOWUP_WITHDRAWN;
	enum status status = words_apply(db, &followup, arena, NULL, err);
	if (status == OK && followup.status == FOLLOWUP_WITHDRAWN)
		difference_add(out, arena, CHANGE_WITHDRAWN, &followup, &kept->followup);
	return status;
}

static enum status item_compare(struct db *db, const char *ref, const struct followup *derived, size_t n,
				struct arena *arena, struct followup_differences *out, struct err *err)
{
	struct kept_list kept = {0};
	enum status status = kept_load(db, ref, arena, &kept, err);
	for (size_t i = 0; status == OK && i < n; i++)
		status = derived_compare(db, &derived[i], &kept, arena, out, err);
	for (size_t i = 0; status == OK && i < kept.n; i++)
		status = gone_compare(db, &kept.v[i], arena, out, err);
	return status;
}

static size_t first_of(const struct followups *derived, const char *ref)
{
	size_t low = 0, high = derived->n;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (strcmp(derived->v[mid].item, ref) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

enum status db_followups_compare(struct db *db, const struct names *refs, const struct followups *derived,
				 const struct names *failed, struct arena *arena, struct followup_differences *out,
				 struct err *err)
{
	struct followup_differences all = {0};
	struct names left = {0};
	enum status status = OK;
	for (size_t i = 0; failed && i < failed->n; i++)
		names_put(&left, failed->v[i], arena);
	for (size_t i = 0; status == OK && i < refs->n; i++) {
		size_t first = first_of(derived, refs->v[i]), end = first;
		while (end < derived->n && strcmp(derived->v[end].item, refs->v[i]) == 0)
			end++;
		if (!names_has(&left, refs->v[i]))
			status = item_compare(db, refs->v[i], derived->v + first, end - first, arena, &all, err);
	}
	if (status == OK)
		*out = all;
	return status;
}

/* Lists FOLLOWUP_OF_RULE: status, how many, and how many of them are overdue. */
enum status db_followup_count(struct db *db, const char *rule, int today, struct followup_counts *out, struct err *err)
{
	struct followup_counts counts = {0};
	struct arena *arena = arena_new();
	struct query q;
	query_begin(&q, db, SQL_FOLLOWUP_OF_RULE);
	query_text(&q, ":rule", rule);
	query_day(&q, ":today", today);
	while (query_row(&q)) {
		enum followup_status state = status_of(query_get_text(&q, 0, arena));
		counts.overdue += query_get_number(&q, 2);
		counts.of[state] = query_get_number(&q, 1);
	}
	enum status status = query_end(&q, err);
	arena_free(arena);
	if (status == OK)
		*out = counts;
	return status;
}
