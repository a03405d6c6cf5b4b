/* stored.c: the sentences stand in a table, each %s for what was filled in. A text that has the form of one is taken apart, and put together
 * again from the translation, which keeps the order; a state among the parts becomes the Dutch word.
 */
#include "cli/stored.h"

#include <assert.h>

enum { SENTENCES_MOST = 16 };

static const char *const sentences[][SENTENCES_MOST] = {
	[STORED_REASON] = {N_("no longer derived by %s")},
	[STORED_FINDING] = {N_("%s on %s by one paper, on %s by another"), N_("%s and %s on %s"), N_("%s after %s"),
			    N_("question %s has no answer"),
			    N_("another item is as like these papers; nothing was linked"),
			    N_("'%s' is no outcome that is known: record it with 'griffie status'"),
			    N_("the head says %s, the closing line %s; the closing line counts"),
			    N_("the head says %s, the closing line %s")},
	[STORED_REMARK] = {N_("not valid UTF-8: read as Windows-1252"),
			   N_("pdftotext found faults in this PDF: text may be missing"),
			   N_("the end of this PDF is missing: text may be missing too"),
			   N_("some characters could not be read and stand as '?'")},
	[STORED_CHECK] = {N_("rollback journal, synchronous=EXTRA, foreign keys"), N_("on a local disk"),
			  N_("on %s, where locks may fail: move it to a local disk"),
			  N_("only its owner and group write it"), N_("anybody may write it: chmod o-w '%s'"),
			  N_("no answer"), N_("every row has its parent"),
			  N_("a row of %s has lost its parent: put back a backup"),
			  N_("entry %s does not follow from the one before"), N_("%s entries, head %s"),
			  N_("what entry %s recorded was changed outside griffie"), N_("as the journal recorded them")},
};
static_assert(ARRAY_SIZE(sentences) == STORED_COUNT, "the sentences of each");

/* What a finding is called; the English name is also the one in JSON. */
static const char *const findings[] = {
	N_("outcome_contradicts"),      N_("date_contradicts"),  N_("forbidden_transition"),
	N_("question_part_unanswered"), N_("identity_in_doubt"), N_("unknown_status"),
};

enum { PARTS_MOST = 3 };

/* Whether `text` has the form of `sentence`; `parts` gets what stands for each %s. A part ends where the next words first stand, the last
 * part where they last can. */
static bool take_apart(const char *sentence, const char *text, struct slice parts[PARTS_MOST])
{
	for (size_t n = 0;; n++) {
		const char *hole = strstr(sentence, "%s");
		size_t before = hole ? (size_t)(hole - sentence) : strlen(sentence);
		if (strncmp(text, sentence, before) != 0)
			return false;
		text += before;
		if (!hole)
			return !*text;
		if (n == PARTS_MOST)
			return false;
		sentence = hole + 2;
		const char *next = strstr(sentence, "%s");
		size_t words = next ? (size_t)(next - sentence) : strlen(sentence);
		const char *end = text;
		while (*end && (next ? strncmp(end, sentence, words) != 0 : strcmp(end, sentence) != 0))
			end++;
		parts[n] = (struct slice){text, (size_t)(end - text)};
		text = end;
	}
}

static void add_part(struct buf *out, struct slice part)
{
	enum state state;
	if (slice_is(part, "nothing"))
		buf_add_text(out, _("nothing"));
	else if (state_from_text(part, &state))
		buf_add_text(out, state_to_dutch(state));
	else
		buf_add(out, part.p, part.n);
}

static const char *put_together(const char *sentence, const struct slice parts[PARTS_MOST], struct arena *arena)
{
	struct buf out;
	buf_init(&out);
	for (size_t n = 0;; n++) {
		const char *hole = strstr(sentence, "%s");
		buf_add(&out, sentence, hole ? (size_t)(hole - sentence) : strlen(sentence));
		if (!hole || n == PARTS_MOST)
			break;
		add_part(&out, parts[n]);
		sentence = hole + 2;
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

const char *stored_finding(const struct session *session, const char *name, const char *detail)
{
	for (size_t i = 0; i < ARRAY_SIZE(findings); i++)
		if (strcmp(findings[i], name) == 0) {
			name = _(findings[i]);
			break;
		}
	return arena_printf(session->arena, "%s: %s", name, stored_text(session, STORED_FINDING, detail));
}
