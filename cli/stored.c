/* stored.c: the sentences stand in a table, as the formats by which they are written. A text that has the form of one is taken apart, and put
 * together again from the translation, which keeps the order; a state among the parts becomes the Dutch word. Of two forms that a text may have,
 * the narrower stands first.
 */
#include "cli/stored.h"

#include "cli/print.h"

#include <assert.h>

enum { SENTENCES_MOST = 48 };

static const char *const sentences[][SENTENCES_MOST] = {
	[STORED_REASON] = {N_("no longer derived by %s"), N_("merged by hand with another"),
			   N_("tentative: only a draft of the decision list tells of the decision")},
	[STORED_FINDING] =
		{N_("%s: '%.*s' is no outcome that is known: record it with 'griffie status'"),
		 N_("%s: no outcome could be read: record it with 'griffie status'"),
		 N_("%s: no title could be read"),
		 N_("'%.*s' does not say which: record it with 'griffie status'"),
		 N_("motions or amendments are named, but none could be read: record them with 'griffie add'"),
		 N_("the cells of the table do not stand in order: save it as text, a row a line"),
		 N_("%s on %s by one paper, on %s by another"),
		 N_("%s by one paper, but another that weighs no less says otherwise"),
		 N_("question %d has no answer"),
		 N_("another item is as like these papers; nothing was linked"),
		 N_("the paper does not say on which day the questions were put"),
		 N_("the paper does not say when it answers"),
		 N_("the paper does not say when it gives notice"),
		 N_("'%.*s' is no outcome that is known: record it with 'griffie status'"),
		 N_("'%.*s', split off by hand, is no longer read as a promise: if it holds, use 'griffie add'"),
		 N_("'%.*s', merged by hand, or what it went with, is no longer read: see what is owed"),
		 N_("a decision settles it, but follow-ups are pending: see what is owed"),
		 N_("the head says %s, the closing line %s; the closing line counts"),
		 N_("the head says %s, the closing line %s"),
		 N_("the head says %s, the text tells of %s"),
		 N_("its words are out of order: scan it again (ocrmypdf --force-ocr) or type it over, and import it"),
		 N_("%s on %s by a paper that still promises something, without a day"),
		 N_("%s on %s by a paper that still promises something by %s"),
		 N_("%s on %s, while this is still to come: %s"),
		 N_("%s on %s, and no paper says so"),
		 N_("proposed on %s, and the council has not confirmed it"),
		 N_("answered on %s, due on %s; days late: %d"),
		 N_("held, and its term ended on %s"),
		 N_("held since %s, and no rule sets a term; days: %d"),
		 N_("from %s to %s on %s, and no reason is given"),
		 N_("%s: due on %s; days late: %d"),
		 N_("%s: no day is named by '%s'"),
		 N_("%s: no day is named"),
		 N_("its letters make no words: scan it again (ocrmypdf --force-ocr) or type it over, and import it"),
		 N_("it says '%.*s': is it confidential? till 'griffie confide' answers, it is published as such"),
		 N_("%s and %s on %s"),
		 N_("%s after %s")},
	[STORED_REMARK] = {N_("not valid UTF-8: read as Windows-1252"),
			   N_("pdftotext found faults in this PDF: text may be missing"),
			   N_("the end of this PDF is missing: text may be missing too"),
			   N_("some characters could not be read and stand as '?'"),
			   N_("looks like %s, not read yet by this version: save it as PDF or plain text"),
			   N_("looks like %s, not read yet by this version: %s"),
			   N_("larger than %d MB: split it, or save it smaller"), N_("cannot be opened: %s"),
			   N_("cannot be read: %s"), N_("cannot be kept in memory: %s"),
			   N_("cannot start pdftotext: %s"),
			   N_("%s PDF (pdftotext: %.*s): get it again from its source"),
			   N_("pdftotext was not done after %d s: save it again as PDF, or split it"),
			   N_("more than %d MB of text: split it"),
			   N_("pdftotext needed more than %d s of processor time: save it again as PDF, or split it"),
			   N_("damaged PDF (pdftotext broke off, signal %d): save it again as PDF"),
			   N_("neither UTF-8 nor Windows-1252 (byte 0x%02x at %zu): save it as UTF-8"),
			   N_("cannot find '%s': %s")},
	[STORED_CHECK] = {N_("rollback journal, synchronous=EXTRA, foreign keys"), N_("on a local disk"),
			  N_("on %s, where locks may fail: move it to a local disk"),
			  N_("only its owner and group write it"), N_("anybody may write it: chmod o-w '%s'"),
			  N_("no answer"), N_("every row has its parent"),
			  N_("a row of %s has lost its parent: put back an earlier copy of the register"),
			  N_("not compared: the journal is not whole"),
			  N_("entry %lld does not follow from the one before"), N_("%lld entries, head %s"),
			  N_("what entry %lld recorded was changed outside griffie"),
			  N_("as the journal recorded them"), N_("%s: put back an earlier copy of the register")},
};
static_assert(ARRAY_SIZE(sentences) == STORED_COUNT, "the sentences of each");

/* What a finding is called; the English name is also the one in JSON. */
static const char *const findings[] = {
	N_("outcome_contradicts"),
	N_("date_contradicts"),
	N_("forbidden_transition"),
	N_("question_part_unanswered"),
	N_("identity_in_doubt"),
	N_("unknown_status"),
	N_("answer_without_date"),
	N_("promise_not_found"),
	N_("unreadable"),
	N_("says_confidential"),
	N_("settled_while_promising"),
	N_("settled_without_evidence"),
	N_("settlement_unconfirmed"),
	N_("answer_late"),
	N_("answer_missing"),
	N_("overdue"),
	N_("held_too_long"),
	N_("moved_without_reason"),
	N_("promise_without_date"),
};

enum { PARTS_MOST = 3 };

/* The conversion of a format: "%s", "%.*s", "%02x". */
struct hole {
	size_t at;
	size_t n; /* 0 when there is none; `at` is the end of the format */
};

static struct hole hole_find(const char *format)
{
	size_t at = strcspn(format, "%");
	size_t flags = format[at] ? strspn(format + at + 1, "0123456789.*lz") : 0;
	return (struct hole){at, format[at] ? flags + 2 : 0};
}

/* Whether `text` has the form of `format`; `parts` gets what stands for each conversion. A part ends where the words behind it first stand,
 * the last part where they end the text. */
static bool take_apart(const char *format, const char *text, struct slice parts[PARTS_MOST])
{
	for (size_t n = 0;; n++) {
		struct hole hole = hole_find(format);
		if (strncmp(text, format, hole.at) != 0)
			return false;
		text += hole.at;
		if (!hole.n)
			return !*text;
		if (n == PARTS_MOST)
			return false;
		format += hole.at + hole.n;
		struct hole next = hole_find(format);
		const char *end = text;
		while (*end && (next.n ? strncmp(end, format, next.at) != 0 : strcmp(end, format) != 0))
			end++;
		parts[n] = (struct slice){text, (size_t)(end - text)};
		text = end;
	}
}

static const char *put_together(const char *format, const struct slice parts[PARTS_MOST], struct arena *arena)
{
	struct buf out;
	buf_init(&out);
	for (size_t n = 0;; n++) {
		struct hole hole = hole_find(format);
		buf_add(&out, format, hole.at);
		if (!hole.n || n == PARTS_MOST)
			break;
		buf_add_text(&out, print_translation(arena_text(arena, parts[n]))); /* "a ZIP archive" */
		format += hole.at + hole.n;
	}
	const char *text = arena_text(arena, (struct slice){out.p, out.n});
	buf_release(&out);
	return text;
}

const char *stored_text(const struct session *session, enum stored about, const char *text)
{
	struct slice parts[PARTS_MOST] = {{0}};
	if (!session->dutch || !text)
		return text;
	for (size_t i = 0; i < SENTENCES_MOST && sentences[about][i]; i++)
		if (take_apart(sentences[about][i], text, parts))
			return put_together(_(sentences[about][i]), parts, session->arena);
	return text;
}

const char *stored_name(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(findings); i++)
		if (strcmp(findings[i], name) == 0)
			return _(findings[i]);
	return name;
}

const char *stored_finding(const struct session *session, const char *name, const char *detail)
{
	return arena_printf(session->arena, "%s: %s", stored_name(name), stored_text(session, STORED_FINDING, detail));
}
