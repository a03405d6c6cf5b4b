/* db_private.c: the calendars whose addresses are known to few. A row goes when its address is revoked; the journal keeps that it was there. Name and
 * filters may name people, and so stand in openings.
 */
#include "db/db_journal.h"

enum status db_private_feed_list(struct db *db, struct arena *arena, struct private_feeds *out, struct err *err)
{
	struct private_feeds all = {0};
	struct query q;
	query_begin(&q, db, SQL_PRIVATE_FEED_LIST);
	while (query_row(&q)) {
		struct private_feed row = {query_get_text(&q, 0, arena), query_get_text(&q, 1, arena),
					   query_get_text(&q, 2, arena), query_get_day(&q, 3)};
		*list_push(arena, &all) = row;
	}
	enum status status = query_end(&q, err);
	if (status == OK)
		*out = all;
	return status;
}

enum status db_private_feed_load(struct db *db, const char *name, struct arena *arena, struct private_feed *out,
				 struct err *err)
{
	struct private_feeds all = {0};
	enum status status = db_private_feed_list(db, arena, &all, err);
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.v[i].name, name) == 0) {
			*out = all.v[i];
			return OK;
		}
	return status == OK ? err_set(err, E_NOT_FOUND, "no private feed '%s': see 'griffie feeds list'", name)
			    : status;
}

enum status db_private_feed_add(struct db *db, const struct private_feed *feed, struct err *err)
{
	char on[DATE_TEXT];
	int64_t entry = 0;
	struct private_feed other;
	struct arena *arena = arena_new();
	enum status status = db_private_feed_load(db, feed->name, arena, &other, err);
	arena_free(arena);
	if (status != OK && status != E_NOT_FOUND)
		return status;
	if (status == OK)
		return err_set(err, E_REFUSED,
			       "there is a private feed '%s' already: rotate or revoke it, or take another name",
			       feed->name);
	const struct field fields[] = {FIELD("change", "added"), FIELD("digest", feed->digest),
				       FIELD("on", date_format(feed->on, on)), FIELD_COVERED("name", feed->name),
				       FIELD_COVERED("filters", feed->filters)};
	status = journal_add(db, "feed", fields, ARRAY_SIZE(fields), &entry, err);
	if (status != OK)
		return status;
	struct query q;
	query_begin(&q, db, SQL_PRIVATE_FEED_INSERT);
	query_text(&q, ":digest", feed->digest);
	query_text(&q, ":name", feed->name);
	query_text(&q, ":filters", feed->filters);
	query_day(&q, ":day", feed->on);
	query_number(&q, ":entry", entry);
	return query_run(&q, err);
}

enum status db_private_feed_remove(struct db *db, const char *name, struct err *err)
{
	struct private_feed feed = {0};
	int64_t entry = 0;
	struct arena *arena = arena_new();
	enum status status = db_private_feed_load(db, name, arena, &feed, err);
	if (status == OK) {
		const struct field fields[] = {FIELD("change", "removed"), FIELD("digest", feed.digest)};
		status = journal_add(db, "feed", fields, ARRAY_SIZE(fields), &entry, err);
	}
	if (status == OK) {
		struct query q;
		query_begin(&q, db, SQL_PRIVATE_FEED_DELETE);
		query_text(&q, ":digest", feed.digest);
		status = query_run(&q, err);
	}
	arena_free(arena);
	return status;
}
