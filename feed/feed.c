/* feed.c: a follow-up becomes a component; components stand between a head and an end.
 *
 * The head is the same at every poll, since one byte of it would make some readers delete and make anew every event: nothing of the
 * register's state is in it.
 */
#include "feed/feed.h"

#include "feed/address.h"
#include "feed/clean.h"
#include "feed/component.h"
#include "feed/fold.h"
#include "feed/wording.h"
#include "hash/sha256.h"
#include "hash/uuid.h"

enum { DAY_SECONDS = 86400, NOON = 43200, MAX_NAME = 200 };
/* Where nothing is due, the event that says so stands here: a day that nobody looks at. */
enum { EMPTY_DAY = 10957 }; /* 2000-01-01 */

/* Of what is no follow-up, or of its task. */
static void uid_of(const struct feed_form *form, const char *name, struct arena *arena, char out[UUID_TEXT])
{
	uuid_from_name(slice_of(arena_printf(arena, "feed %s%s", name, form->todo ? " todo" : "")), out);
}

void feed_uid(const struct feed_form *form, const char *followup, char out[UUID_TEXT])
{
	if (!form->todo) {
		snprintf(out, UUID_TEXT, "%s", followup);
		return;
	}
	struct arena *arena = arena_new();
	uid_of(form, followup, arena, out);
	arena_free(arena);
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

/* The day and nothing of the words that it was read from. */
static void reading_bare(int latest, bool dutch, struct arena *arena, struct reading *out)
{
	*out = (struct reading){.earliest = DATE_NONE,
				.latest = latest,
				.precision = "day",
				.span = reading_day(latest, true, dutch, arena)};
	char day[DATE_TEXT];
	snprintf(out->edtf, sizeof out->edtf, "%s", date_format(latest, day));
}

static void component_of(const struct feed_entry *entry, const struct feed_form *form, const char *base,
			 struct arena *arena, struct component *out)
{
	const struct followup *f = entry->followup;
	struct reading reading;
	if (entry->confidential)
		reading_bare(f->latest, form->dutch, arena, &reading);
	else
		reading_make(f, form->dutch, arena, &reading);
	const char *url = address_of(base, f->item, f->uid, arena);
	struct subject subject = {.entry = entry, .reading = &reading, .url = url, .dutch = form->dutch};
	*out = (struct component){
		.todo = form->todo,
		.of = f->uid,
		.created = entry->stamp.created,
		.last_modified = entry->stamp.last_modified,
		.sequence = entry->stamp.sequence,
		.earliest = reading.earliest,
		.latest = f->latest,
		.standing = standing_of(f->status),
		.completed = f->fulfilled_on == DATE_NONE ? entry->stamp.last_modified
							  : (int64_t)f->fulfilled_on * DAY_SECONDS + NOON,
		.summary = wording_summary(&subject, arena),
		.description = wording_description(&subject, arena),
		.url = url,
		.edtf = arena_text(arena, slice_of(reading.edtf)),
		.precision = reading.precision,
		.words = reading.words ? reading.words : reading.span,
		.entry = is_entry(entry->entry) ? entry->entry : NULL,
	};
	wording_categories(&subject, out->categories);
	feed_uid(form, f->uid, out->uid);
}

enum status feed_component(const struct feed_entry *entry, const struct feed_form *form, struct buf *out,
			   struct err *err)
{
	struct arena *arena = arena_new();
	struct component component;
	const char *base = NULL;
	enum status status = address_base(form->base_url, arena, &base, err);
	if (status == OK) {
		component_of(entry, form, base, arena, &component);
		status = component_format(&component, out, err);
	}
	arena_free(arena);
	return status;
}

void feed_digest(struct slice component, char out[SHA256_TEXT])
{
	static const char *const stamps[] = {"DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:"};
	struct buf said;
	buf_init(&said);
	while (component.n) {
		const char *end = memchr(component.p, '\n', component.n);
		struct slice line = {component.p, end ? (size_t)(end - component.p) + 1 : component.n};
		bool stamp = false;
		for (size_t i = 0; i < ARRAY_SIZE(stamps); i++)
			stamp |= slice_begins(line, stamps[i]);
		if (!stamp)
			buf_add(&said, line.p, line.n);
		component = (struct slice){component.p + line.n, component.n - line.n};
	}
	sha256_text(said.p, said.n, out);
	buf_release(&said);
}

enum status feed_form_name(const struct feed_form *form, struct arena *arena, const char **out, struct err *err)
{
	const char *base = NULL;
	enum status status = address_base(form->base_url, arena, &base, err);
	if (status == OK)
		*out = arena_printf(arena, "%s %s %s", form->todo ? "todo" : "event", form->dutch ? "nl" : "en", base);
	return status;
}

/* ---- the calendar around them ---- */

/* The one component of a feed without any: readers take an emptied feed for a broken one. */
static void component_of_nothing(const struct feed_form *form, const char *base, const char *name, struct arena *arena,
				 struct component *out)
{
	const char *said = form->dutch ? "Er staat niets meer open." : "There is nothing left to do.";
	int64_t midnight = (int64_t)EMPTY_DAY * DAY_SECONDS;
	*out = (struct component){
		.todo = form->todo,
		.of = "none",
		.created = midnight,
		.last_modified = midnight,
		.earliest = DATE_NONE,
		.latest = EMPTY_DAY,
		.standing = STANDING_DONE,
		.completed = midnight,
		.summary = form->dutch ? "Geen open termijnen" : "Nothing is due",
		.description = arena_printf(arena, "%s\n%s", said, base),
		.url = base,
		.categories = {form->dutch ? "Opvolging" : "Follow-up"},
	};
	uid_of(form, arena_printf(arena, "%s%s", base, name), arena, out->uid);
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

static const char *name_of(const struct feed_form *form, const char *name, struct arena *arena)
{
	const char *clean = clean_line(name, MAX_NAME, arena);
	const char *tasks = !form->todo ? "" : form->dutch ? " (taken)" : " (tasks)";
	return arena_printf(arena, "%s%s", *clean ? clean : "griffie", tasks);
}

void feed_open(const struct feed_form *form, struct buf *out)
{
	buf_printf(out,
		   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//griffie//griffie//%s\r\n"
		   "CALSCALE:GREGORIAN\r\n",
		   form->dutch ? "NL" : "EN");
}

enum status feed_begin(const struct feed_form *form, const char *name, struct buf *out, struct err *err)
{
	struct arena *arena = arena_new();
	const char *base = NULL;
	const char *own = name_of(form, name, arena);
	enum status status = address_base(form->base_url, arena, &base, err);
	if (status == OK) {
		feed_open(form, out);
		add_text_line("NAME", own, out);
		add_text_line("X-WR-CALNAME", own, out);
		add_text_line("X-WR-CALDESC",
			      form->dutch ? "Wat de raad nog te goed heeft; een vage termijn staat op haar laatste dag."
					  : "What the council is still owed; a vague term stands on its last day.",
			      out);
		buf_add_text(out, "X-WR-TIMEZONE:Europe/Amsterdam\r\n"
				  "REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n"
				  "COLOR:steelblue\r\nX-APPLE-CALENDAR-COLOR:#4682B4\r\n");
	}
	arena_free(arena);
	return status;
}

enum status feed_end(const struct feed_form *form, const char *name, bool empty, struct buf *out, struct err *err)
{
	struct arena *arena = arena_new();
	struct component nothing;
	const char *base = NULL;
	enum status status = address_base(form->base_url, arena, &base, err);
	if (status == OK && empty) {
		component_of_nothing(form, base, name_of(form, name, arena), arena, &nothing);
		status = component_format(&nothing, out, err);
	}
	if (status == OK)
		buf_add_text(out, "END:VCALENDAR\r\n");
	arena_free(arena);
	return status;
}
