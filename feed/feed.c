/* feed.c: entries become components, are sorted, and stand below a head that is the same at every poll.
 *
 * A head that changed by one byte would make some readers delete and make anew every event, so nothing of the register's state is
 * in it. An overdue follow-up says so; since a component that says something new must also be stamped anew, its stamp is then at
 * least the end of its last day: a function of the facts still.
 */
#include "feed/feed.h"

#include "feed/address.h"
#include "feed/clean.h"
#include "feed/component.h"
#include "feed/fold.h"
#include "feed/wording.h"
#include "hash/uuid.h"

#include <stdlib.h>

enum { DAY_SECONDS = 86400, NOON = 43200, MAX_NAME = 200 };
/* A day ends in the Netherlands at 22:00 or 23:00 UTC. */
enum { LAST_DAY_ENDS = 79200 };
/* Where nothing is due and no later day is given, the event that says so stands here. */
enum { EMPTY_DAY = 10957 }; /* 2000-01-01 */

struct feed {
	const struct feed_options *options;
	const char *base;
	const char *name;
	struct arena *arena;
};

static void uid_of(const struct feed *feed, const char *name, char out[UUID_TEXT])
{
	uuid_from_name(slice_of(arena_printf(feed->arena, "feed %s%s", name, feed->options->todo ? " todo" : "")), out);
}

static enum standing standing_of(enum followup_status status)
{
	switch (status) {
	case FOLLOWUP_PENDING:
		return STANDING_OPEN;
	case FOLLOWUP_FULFILLED:
		return STANDING_DONE;
	case FOLLOWUP_WAIVED:
	case FOLLOWUP_WITHDRAWN:
	case FOLLOWUP_STATUS_COUNT:
		break;
	}
	return STANDING_CANCELLED;
}

/* "17 ab12": digits only, so that it stands as it is. */
static bool is_entry(const char *text)
{
	return text && *text && strspn(text, "0123456789abcdef ") == strlen(text);
}

static int64_t stamp_of(const struct feed_entry *entry, bool overdue)
{
	int64_t stored = entry->stamp.last_modified;
	int64_t ended = (int64_t)entry->followup->latest * DAY_SECONDS + LAST_DAY_ENDS;
	if (!overdue)
		return stored;
	return stored + 1 > ended ? stored + 1 : ended;
}

static void component_of(const struct feed *feed, const struct feed_entry *entry, struct component *out)
{
	const struct followup *f = entry->followup;
	const struct feed_options *o = feed->options;
	struct reading reading;
	reading_make(f, o->dutch, feed->arena, &reading);
	bool overdue = strcmp(followup_state(f, o->today), "overdue") == 0; /* never, when DATE_NONE is today */
	const char *url = address_of(feed->base, f->item, f->uid, feed->arena);
	struct subject subject = {
		.entry = entry, .reading = &reading, .url = url, .overdue = overdue, .dutch = o->dutch};
	int64_t stamp = stamp_of(entry, overdue);
	*out = (struct component){
		.todo = o->todo,
		.of = f->uid,
		.created = entry->stamp.created,
		.last_modified = stamp,
		.sequence = entry->stamp.sequence,
		.earliest = reading.earliest,
		.latest = f->latest,
		.standing = standing_of(f->status),
		.completed = f->fulfilled_on == DATE_NONE ? stamp : (int64_t)f->fulfilled_on * DAY_SECONDS + NOON,
		.summary = wording_summary(&subject, feed->arena),
		.description = wording_description(&subject, feed->arena),
		.url = url,
		.edtf = arena_text(feed->arena, slice_of(reading.edtf)),
		.precision = reading.precision,
		.words = reading.words ? reading.words : reading.span,
		.entry = is_entry(entry->entry) ? entry->entry : NULL,
	};
	wording_categories(&subject, out->categories);
	/* An event and a task are two things to a reader that has both. */
	if (o->todo)
		uid_of(feed, f->uid, out->uid);
	else
		memcpy(out->uid, f->uid, sizeof out->uid);
}

/* The one component of a feed without any: readers take an emptied feed for a broken one. */
static void component_of_nothing(const struct feed *feed, struct component *out)
{
	const struct feed_options *o = feed->options;
	int day = o->today < EMPTY_DAY ? EMPTY_DAY : o->today; /* DATE_NONE is before every day */
	const char *summary = o->dutch ? "Geen open termijnen" : "Nothing is due";
	const char *said = o->dutch ? "Er staat niets meer open." : "There is nothing left to do.";
	int64_t midnight = (int64_t)day * DAY_SECONDS;
	*out = (struct component){
		.todo = o->todo,
		.of = "none",
		.created = (int64_t)EMPTY_DAY * DAY_SECONDS,
		.last_modified = midnight,
		.sequence = day - EMPTY_DAY, /* it moves from day to day */
		.earliest = DATE_NONE,
		.latest = day,
		.standing = STANDING_DONE,
		.completed = midnight,
		.summary = summary,
		.description = arena_printf(feed->arena, "%s\n%s", said, feed->base),
		.url = feed->base,
		.categories = {o->dutch ? "Opvolging" : "Follow-up"},
	};
	uid_of(feed, arena_printf(feed->arena, "%s%s", feed->base, feed->name), out->uid);
}

static int component_cmp(const void *a, const void *b)
{
	const struct component *left = a, *right = b;
	if (left->latest != right->latest)
		return left->latest < right->latest ? -1 : 1;
	return strcmp(left->uid, right->uid);
}

static void add_text_line(const char *name, const char *value, struct buf *out)
{
	struct buf line;
	buf_init(&line);
	buf_printf(&line, "%s:", name);
	fold_escape(value, &line);
	fold_line((struct slice){line.p, line.n}, out);
	buf_release(&line);
}

static void add_head(const struct feed *feed, struct buf *out)
{
	bool dutch = feed->options->dutch;
	buf_printf(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//griffie//griffie//%s\r\nCALSCALE:GREGORIAN\r\n",
		   dutch ? "NL" : "EN");
	add_text_line("NAME", feed->name, out);
	add_text_line("X-WR-CALNAME", feed->name, out);
	add_text_line("X-WR-CALDESC",
		      dutch ? "Wat de raad nog te goed heeft; een vage termijn staat op haar laatste dag."
			    : "What the council is still owed; a vague term stands on its last day.",
		      out);
	buf_add_text(
		out,
		"X-WR-TIMEZONE:Europe/Amsterdam\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n"
		"COLOR:steelblue\r\nX-APPLE-CALENDAR-COLOR:#4682B4\r\n");
}

/* Fills `v`, which has room for one more than `n`, with what has a day, sorted; at least one. */
static size_t collect(const struct feed *feed, const struct feed_entry *entries, size_t n, struct component *v)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		if (entries[i].followup->latest != DATE_NONE)
			component_of(feed, &entries[i], &v[count++]);
	if (count == 0)
		component_of_nothing(feed, &v[count++]);
	qsort(v, count, sizeof *v, component_cmp);
	return count;
}

static enum status format_all(const struct component *v, size_t n, struct buf *out, struct err *err)
{
	for (size_t i = 0; i < n; i++) {
		if (i && strcmp(v[i - 1].uid, v[i].uid) == 0)
			return err_set(err, E_INVALID, "feed: follow-up '%s' is there twice", v[i].of);
		enum status status = component_format(&v[i], out, err);
		if (status != OK)
			return status;
	}
	return OK;
}

static void name_of(struct feed *feed)
{
	const struct feed_options *o = feed->options;
	const char *name = clean_line(o->name, MAX_NAME, feed->arena);
	const char *tasks = !o->todo ? "" : o->dutch ? " (taken)" : " (tasks)";
	feed->name = arena_printf(feed->arena, "%s%s", *name ? name : "griffie", tasks);
}

enum status feed_format(const struct feed_entry *entries, size_t n, const struct feed_options *options, struct buf *out,
			struct err *err)
{
	struct arena *arena = arena_new();
	struct feed feed = {.options = options, .arena = arena};
	struct buf text;
	buf_init(&text);
	enum status status = address_base(options->base_url, arena, &feed.base, err);
	if (status != OK)
		goto out;
	name_of(&feed);
	struct component *components = arena_alloc(arena, (n + 1) * sizeof *components);
	size_t count = collect(&feed, entries, n, components);
	add_head(&feed, &text);
	status = format_all(components, count, &text, err);
	if (status != OK)
		goto out;
	buf_add_text(&text, "END:VCALENDAR\r\n");
	buf_add(out, text.p, text.n);
out:
	buf_release(&text);
	arena_free(arena);
	return status;
}
