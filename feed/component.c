/* component.c: build, print, read back.
 *
 * Traps of libical 3.0.16: it folds some lines wrongly, so each is unfolded and folded again; it cannot escape ; and , in an X-
 * property, so those are printed here; it reads a list of categories as one property each, so they are built so and joined in
 * print; its iterators live in the component, so no two walks of one component are nested.
 */
#include "feed/component.h"

#include "feed/fold.h"

#include <libical/ical.h>
#include <stdio.h>
#include <threads.h>

enum { DAY_SECONDS = 86400, HOUR_SECONDS = 3600 };

/* The settings are global. UTC is asked for once here, since the first to ask sets up the table of zones. */
static void library_init(void)
{
	icalerror_set_errors_are_fatal(false);
	(void)icaltimezone_get_utc_timezone();
}

static int day_of(int64_t instant)
{
	int64_t day = instant / DAY_SECONDS - (instant % DAY_SECONDS < 0);
	return day < INT_MIN / 2 || day > INT_MAX / 2 ? DATE_NONE : date_add_days((int)day, 0);
}

static struct icaltimetype date_value(int day)
{
	struct ymd d = date_parts(day);
	return (struct icaltimetype){.year = d.year, .month = d.month, .day = d.day, .is_date = 1};
}

static struct icaltimetype instant_value(int64_t instant)
{
	struct icaltimetype t = date_value(day_of(instant));
	int second = (int)((instant % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS);
	t.hour = second / HOUR_SECONDS;
	t.minute = second / 60 % 60;
	t.second = second % 60;
	t.is_date = 0;
	t.zone = icaltimezone_get_utc_timezone();
	return t;
}

static icalproperty *add_x(icalcomponent *to, const char *name, const char *value)
{
	icalproperty *p = icalproperty_new_x(value);
	icalproperty_set_x_name(p, name);
	icalcomponent_add_property(to, p);
	return p;
}

static void add_parameter(icalproperty *to, const char *name, const char *value)
{
	icalparameter *p = icalparameter_new_x(value);
	icalparameter_set_xname(p, name);
	icalproperty_add_parameter(to, p);
}

static void add_day(icalproperty *to, const char *name, int day)
{
	char text[sizeof "20250123"];
	struct ymd d = date_parts(day);
	snprintf(text, sizeof text, "%04u%02u%02u", (unsigned)d.year % 10000, (unsigned)d.month % 100,
		 (unsigned)d.day % 100);
	add_parameter(to, name, text);
}

static void add_head(icalcomponent *to, const struct component *c)
{
	icalcomponent_add_property(to, icalproperty_new_uid(c->uid));
	icalcomponent_add_property(to, icalproperty_new_dtstamp(instant_value(c->last_modified)));
	icalcomponent_add_property(to, icalproperty_new_created(instant_value(c->created)));
	icalcomponent_add_property(to, icalproperty_new_lastmodified(instant_value(c->last_modified)));
	icalcomponent_add_property(to, icalproperty_new_sequence(c->sequence));
}

/* The end of an event is the day after (RFC 5545, 3.6.1); DUE is shown as it is, and must be later than DTSTART (3.8.2.3). */
static void add_days(icalcomponent *to, const struct component *c)
{
	int start = c->todo ? c->earliest : c->latest;
	if (start != DATE_NONE && (!c->todo || start < c->latest))
		icalcomponent_add_property(to, icalproperty_new_dtstart(date_value(start)));
	icalcomponent_add_property(to, c->todo ? icalproperty_new_due(date_value(c->latest))
					       : icalproperty_new_dtend(date_value(date_add_days(c->latest, 1))));
}

static void add_texts(icalcomponent *to, const struct component *c)
{
	icalcomponent_add_property(to, icalproperty_new_summary(c->summary));
	icalcomponent_add_property(to, icalproperty_new_description(c->description));
	icalcomponent_add_property(to, icalproperty_new_url(c->url));
	for (size_t i = 0; i < ARRAY_SIZE(c->categories) && c->categories[i]; i++)
		icalcomponent_add_property(to, icalproperty_new_categories(c->categories[i]));
	icalcomponent_add_property(to, icalproperty_new_class(ICAL_CLASS_PUBLIC));
}

static void add_status(icalcomponent *to, const struct component *c)
{
	static const enum icalproperty_status status[][2] = {
		[STANDING_OPEN] = {ICAL_STATUS_CONFIRMED, ICAL_STATUS_NEEDSACTION},
		[STANDING_DONE] = {ICAL_STATUS_CONFIRMED, ICAL_STATUS_COMPLETED},
		[STANDING_CANCELLED] = {ICAL_STATUS_CANCELLED, ICAL_STATUS_CANCELLED},
	};
	bool completed = c->todo && c->standing == STANDING_DONE;
	icalcomponent_add_property(to, icalproperty_new_status(status[c->standing][c->todo]));
	if (completed)
		icalcomponent_add_property(to, icalproperty_new_completed(instant_value(c->completed)));
	if (c->todo) {
		icalcomponent_add_property(to, icalproperty_new_percentcomplete(completed ? 100 : 0));
		return;
	}
	icalcomponent_add_property(to, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	add_x(to, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
	add_x(to, "X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE");
}

static void add_own(icalcomponent *to, const struct component *c)
{
	if (c->edtf) {
		icalproperty *moment = add_x(to, "X-GRIFFIE-MOMENT", c->words);
		add_parameter(moment, "X-EDTF", c->edtf);
		if (c->earliest != DATE_NONE)
			add_day(moment, "X-EARLIEST", c->earliest);
		add_day(moment, "X-LATEST", c->latest);
		add_parameter(moment, "X-PRECISION", c->precision);
	}
	if (c->entry)
		add_x(to, "X-GRIFFIE-ENTRY", c->entry);
}

static icalcomponent *build(const struct component *c)
{
	static once_flag once = ONCE_FLAG_INIT;
	call_once(&once, library_init);
	icalcomponent *built = icalcomponent_new(c->todo ? ICAL_VTODO_COMPONENT : ICAL_VEVENT_COMPONENT);
	add_head(built, c);
	add_days(built, c);
	add_texts(built, c);
	add_status(built, c);
	add_own(built, c);
	return built;
}

static void print_x(icalproperty *p, struct buf *line)
{
	buf_add_text(line, icalproperty_get_x_name(p));
	for (icalparameter *q = icalproperty_get_first_parameter(p, ICAL_ANY_PARAMETER); q;
	     q = icalproperty_get_next_parameter(p, ICAL_ANY_PARAMETER))
		buf_printf(line, ";%s=%s", icalparameter_get_xname(q), icalparameter_get_xvalue(q));
	buf_add_text(line, ":");
	fold_escape(icalproperty_get_x(p), line);
}

static void print_property(icalproperty *p, struct buf *line)
{
	if (icalproperty_isa(p) == ICAL_X_PROPERTY) {
		print_x(p, line);
		return;
	}
	char *text = icalproperty_as_ical_string_r(p);
	fold_undo(text, line);
	icalmemory_free_buffer(text);
}

static void print(icalcomponent *component, struct buf *out)
{
	const char *name = icalcomponent_isa(component) == ICAL_VTODO_COMPONENT ? "VTODO" : "VEVENT";
	struct buf line;
	buf_init(&line);
	buf_printf(out, "BEGIN:%s\r\n", name);
	icalproperty *p = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY);
	while (p) {
		icalproperty *next = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY);
		print_property(p, &line);
		while (next && icalproperty_isa(p) == ICAL_CATEGORIES_PROPERTY &&
		       icalproperty_isa(next) == ICAL_CATEGORIES_PROPERTY) {
			buf_printf(&line, ",%s", icalproperty_get_categories(next));
			next = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY);
		}
		fold_line((struct slice){line.p, line.n}, out);
		line.n = 0;
		p = next;
	}
	buf_printf(out, "END:%s\r\n", name);
	buf_release(&line);
}

static bool is_same_property(icalproperty *a, icalproperty *b)
{
	char *left = icalproperty_as_ical_string_r(a);
	char *right = icalproperty_as_ical_string_r(b);
	bool same = left && right && strcmp(left, right) == 0;
	icalmemory_free_buffer(left);
	icalmemory_free_buffer(right);
	return same;
}

static bool is_read_as(icalcomponent *built, const char *text)
{
	icalcomponent *read = icalcomponent_new_from_string(text);
	bool same = read && icalcomponent_isa(read) == icalcomponent_isa(built) &&
		    icalcomponent_count_components(read, ICAL_ANY_COMPONENT) == 0;
	if (same) {
		icalproperty *a = icalcomponent_get_first_property(built, ICAL_ANY_PROPERTY);
		icalproperty *b = icalcomponent_get_first_property(read, ICAL_ANY_PROPERTY);
		while (a && b && is_same_property(a, b)) {
			a = icalcomponent_get_next_property(built, ICAL_ANY_PROPERTY);
			b = icalcomponent_get_next_property(read, ICAL_ANY_PROPERTY);
		}
		same = !a && !b;
	}
	if (read)
		icalcomponent_free(read);
	return same;
}

static bool is_known(const struct component *c)
{
	bool completed = !c->todo || c->standing != STANDING_DONE || day_of(c->completed) != DATE_NONE;
	return date_add_days(c->latest, 1) != DATE_NONE && day_of(c->created) != DATE_NONE &&
	       day_of(c->last_modified) != DATE_NONE && c->created <= c->last_modified && completed && c->sequence >= 0;
}

enum status component_format(const struct component *component, struct buf *out, struct err *err)
{
	if (!is_known(component))
		return err_set(err, E_INVALID,
			       "feed: the day or the stamps of follow-up '%s' cannot stand in a calendar",
			       component->of);
	icalcomponent *built = build(component);
	struct buf text;
	buf_init(&text);
	print(built, &text);
	bool survives = is_read_as(built, text.p);
	icalcomponent_free(built);
	if (survives)
		buf_add(out, text.p, text.n);
	buf_release(&text);
	if (!survives)
		return err_set(err, E_INVALID, "feed: follow-up '%s' is not read back as it was written",
			       component->of);
	return OK;
}

bool component_is_text(const struct component *component, const char *text)
{
	if (!is_known(component))
		return false;
	icalcomponent *built = build(component);
	bool same = is_read_as(built, text);
	icalcomponent_free(built);
	return same;
}
