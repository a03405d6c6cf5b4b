/* Stored components: made once, stamped when they say something else, forgotten when nobody is to see them any more. */
#include "feed/prepare.h"

#include "tests/db/store.h"

#include <sys/stat.h>

#define REF   "RIS300001"
#define DAY   date_make(2025, 4, 23)
#define TODAY date_make(2025, 1, 1)

static struct store s;
static const struct feed_form dutch = {.dutch = true, .base_url = "https://raad.example.nl/"};
static size_t made;

static void setup(void)
{
	store_init(&s);
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", "Groene daken", REF, STATE_ADOPTED)};
	papers_import(&s, papers, 0, 1, &changed);
}

static void teardown(void)
{
	store_release(&s);
}

static struct followup_filter everything(void)
{
	return (struct followup_filter){.before = DATE_NONE, .after = DATE_NONE, .kind = -1, .today = TODAY};
}

static enum status add(void *user, struct slice text, struct err *err)
{
	struct buf *out = user;
	(void)err;
	buf_add(out, text.p, text.n);
	made++;
	return OK;
}

/* The components of the calendar that `today` shows; in the arena. */
static const char *calendar_of(const struct feed_form *form, const struct followup_filter *filter, int today)
{
	struct rendition rendition;
	struct buf out;
	buf_init(&out);
	made = 0;
	MUST(&s, feed_prepare(s.db, form, today, NULL, NULL, s.arena, &rendition, &s.err));
	MUST(&s, db_rendition_walk(s.db, &rendition, filter, add, &out, &s.err));
	const char *text = arena_text(s.arena, (struct slice){out.p, out.n});
	buf_release(&out);
	return text;
}

static const char *calendar(int today)
{
	struct followup_filter filter = everything();
	return calendar_of(&dutch, &filter, today);
}

static void title_set(const char *title)
{
	struct names changed = {0};
	struct paper_of *papers[] = {paper_make(&s, "a", title, REF, STATE_ADOPTED)};
	papers_import(&s, papers, 0, 1, &changed);
}

START_TEST(what_did_not_change_keeps_its_bytes)
{
	struct followup v[] = {followup_make(&s, REF, "a", DAY + 1), followup_make(&s, REF, "b", DAY)};
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	const char *first = calendar(TODAY);
	ck_assert_uint_eq(made, 2);
	ck_assert_ptr_nonnull(strstr(strstr(first, "DTSTART;VALUE=DATE:20250423"), "DTSTART;VALUE=DATE:20250424"));
	store_again(&s, NOW + 86400);
	ck_assert_str_eq(first, calendar(TODAY + 1));
}
END_TEST

START_TEST(another_title_raises_the_stamp_and_not_the_sequence)
{
	struct followup f = followup_make(&s, REF, "a", DAY);
	followups_save(&s, REF, &f, 1);
	ck_assert_ptr_nonnull(strstr(calendar(TODAY), "LAST-MODIFIED:20250101T000000Z\r\nSEQUENCE:0\r\n"));
	store_again(&s, NOW + 60);
	title_set("Groene gevels");
	const char *after = calendar(TODAY);
	ck_assert_ptr_nonnull(strstr(after, "Groene gevels"));
	ck_assert_ptr_nonnull(strstr(after, "LAST-MODIFIED:20250101T000100Z\r\nSEQUENCE:0\r\n"));
	title_set("Groene daken"); /* in the same second */
	ck_assert_ptr_nonnull(strstr(calendar(TODAY), "LAST-MODIFIED:20250101T000101Z\r\nSEQUENCE:0\r\n"));
}
END_TEST

START_TEST(another_day_is_the_same_event_at_its_new_place)
{
	struct followup f = followup_make(&s, REF, "a", DAY);
	followups_save(&s, REF, &f, 1);
	calendar(TODAY);
	store_again(&s, NOW + 60);
	f.latest = DAY + 7;
	followups_save(&s, REF, &f, 1);
	const char *after = calendar(TODAY);
	ck_assert_uint_eq(made, 1);
	ck_assert_ptr_nonnull(strstr(after, "SEQUENCE:1\r\nDTSTART;VALUE=DATE:20250430\r\n"));
	ck_assert_ptr_nonnull(strstr(after, f.uid));
}
END_TEST

START_TEST(what_closed_is_shown_for_thirty_days)
{
	struct followup f = followup_make(&s, REF, "a", DAY);
	followups_save(&s, REF, &f, 1);
	calendar(TODAY);
	f.status = FOLLOWUP_FULFILLED;
	f.fulfilled_on = TODAY;
	followups_save(&s, REF, &f, 1);
	ck_assert_ptr_nonnull(strstr(calendar(TODAY + FEED_SHOWN_CLOSED), "SUMMARY:Voldaan: "));
	calendar(TODAY + FEED_SHOWN_CLOSED + 1);
	ck_assert_uint_eq(made, 0);
	f.status = FOLLOWUP_PENDING; /* the paper turned out to be another */
	f.fulfilled_on = DATE_NONE;
	followups_save(&s, REF, &f, 1);
	ck_assert_ptr_nonnull(strstr(calendar(TODAY + FEED_SHOWN_CLOSED + 1), "SEQUENCE:2\r\n"));
}
END_TEST

START_TEST(what_was_settled_long_ago_and_what_has_no_day_are_not_shown)
{
	struct followup v[] = {followup_make(&s, REF, "a", DAY), followup_make(&s, REF, "b", DAY),
			       followup_make(&s, REF, "c", DAY)};
	v[0].status = FOLLOWUP_FULFILLED;
	v[0].fulfilled_on = date_make(2024, 3, 1);
	v[1].latest = DATE_NONE;
	v[2].review = true;
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	calendar(TODAY);
	ck_assert_uint_eq(made, 0);
}
END_TEST

START_TEST(forms_are_stamped_apart)
{
	struct feed_form tasks = {.dutch = true, .todo = true, .base_url = dutch.base_url};
	struct followup_filter filter = everything();
	struct followup f = followup_make(&s, REF, "a", DAY);
	followups_save(&s, REF, &f, 1);
	const char *events = calendar(TODAY);
	ck_assert_ptr_nonnull(strstr(calendar_of(&tasks, &filter, TODAY), "BEGIN:VTODO\r\n"));
	ck_assert_str_eq(events, calendar(TODAY));
}
END_TEST

START_TEST(a_filter_keeps_what_fits_and_shows_it_close)
{
	struct followup v[] = {followup_make(&s, REF, "a", DAY), followup_make(&s, REF, "b", DAY + 60)};
	struct followup_filter late = everything();
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	late.overdue = true;
	late.today = DAY + 1;
	ck_assert_ptr_nonnull(strstr(calendar_of(&dutch, &late, late.today), v[0].uid));
	ck_assert_uint_eq(made, 1);
	for (size_t i = 0; i < ARRAY_SIZE(v); i++) {
		v[i].status = FOLLOWUP_FULFILLED;
		v[i].fulfilled_on = DAY + 2;
	}
	followups_save(&s, REF, v, ARRAY_SIZE(v));
	late.today = DAY + 3;
	ck_assert_ptr_nonnull(
		strstr(calendar_of(&dutch, &late, late.today), v[0].uid)); /* it closes before their eyes */
	ck_assert_uint_eq(made, 1);                                        /* the other was in time */
	late = everything();
	late.party = "Groene Lijst";
	calendar_of(&dutch, &late, DAY + 3);
	ck_assert_uint_eq(made, 2);
	late.party = "Blauwe Lijst";
	calendar_of(&dutch, &late, DAY + 3);
	ck_assert_uint_eq(made, 0);
}
END_TEST

START_TEST(a_register_that_cannot_be_written_still_gives_calendars)
{
	struct followup f = followup_make(&s, REF, "a", DAY);
	followups_save(&s, REF, &f, 1);
	ck_assert_int_eq(chmod(s.path, 0444), 0);
	if (access(s.path, W_OK) == 0) /* root writes to anything */
		return;
	store_again(&s, NOW);
	ck_assert_ptr_nonnull(strstr(calendar(TODAY), f.uid));
	ck_assert_ptr_nonnull(strstr(calendar(TODAY), f.uid));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("prepare");
	TCase *tcase = tcase_create("prepare");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_test(tcase, what_did_not_change_keeps_its_bytes);
	tcase_add_test(tcase, another_title_raises_the_stamp_and_not_the_sequence);
	tcase_add_test(tcase, another_day_is_the_same_event_at_its_new_place);
	tcase_add_test(tcase, what_closed_is_shown_for_thirty_days);
	tcase_add_test(tcase, what_was_settled_long_ago_and_what_has_no_day_are_not_shown);
	tcase_add_test(tcase, forms_are_stamped_apart);
	tcase_add_test(tcase, a_filter_keeps_what_fits_and_shows_it_close);
	tcase_add_test(tcase, a_register_that_cannot_be_written_still_gives_calendars);
	suite_add_tcase(suite, tcase);
	return suite_run(suite);
}
