/* promise_gather.c: promises that deliver the same thing.
 *
 * A minister who answers six questions says six times that the Chamber hears of it in autumn; that is one thing to wait for.
 * Two promises share a group when holder and last day agree, their forms can be one paper, and their subjects overlap: a
 * word of content in common (two when no day is named, for then nothing else ties them), where a sentence that leads back
 * ("hierover") has the words of the sentence before it too. One that says so itself ("zoals gezegd") needs no overlap.
 * Each promise is compared with the last WINDOW before it only, so that the work stays linear.
 *
 * What the chair reads out at the end of a debate was promised in it: it joins the promise of the same holder that shares most words of
 * content with it. Neither form nor day must agree, since the list may say more of both than the speech; two days that differ do part them.
 */
#include "core/promise_parts.h"

enum { WINDOW = 48, RESTATED_WINDOW = 400, RESTATED_SHARED = 2, CONTENT_BYTES = 6 };

static bool in_moment(const struct moments *moments, const struct word *w)
{
	for (size_t i = 0; i < moments->n; i++)
		if (w->start < moments->v[i].end && moments->v[i].start < w->end)
			return true;
	return false;
}

void subject_add(struct subject_words *subject, const struct reading *reading, const struct moments *moments)
{
	for (size_t i = 0; i < reading->n && subject->n < SUBJECT_MAX; i++) {
		const struct word *w = &reading->v[i];
		if (w->classes & C_BACK && !in_moment(moments, w)) /* "dit najaar" leads nowhere back */
			subject->refers = true;
		if (w->classes || w->entry || w->number || w->end - w->start < CONTENT_BYTES || in_moment(moments, w))
			continue;
		subject->v[subject->n++] = w->hash;
	}
}

static size_t shared_words(const struct subject_words *a, const struct subject_words *b)
{
	size_t shared = 0;
	for (size_t i = 0; i < a->n; i++) {
		size_t k = 0;
		while (k < b->n && a->v[i] != b->v[k])
			k++;
		shared += k < b->n;
	}
	return shared;
}

/* A report may come as a letter. */
static enum promise_form paper_of(enum promise_form form)
{
	return form == FORM_LETTER ? FORM_REPORT : form;
}

/* Another speaker or another point of the agenda: another promise, whatever its words. */
static bool is_apart(const struct promise *a, const struct promise *b)
{
	return (a->speaker && b->speaker && strcmp(a->speaker, b->speaker) != 0) ||
	       (a->agenda && b->agenda && a->agenda != b->agenda);
}

static bool is_same(const struct promise *a, const struct subject_words *about_a, const struct promise *b,
		    const struct subject_words *about_b)
{
	if (strcmp(a->promisor, b->promisor) != 0 || paper_of(a->form) != paper_of(b->form) ||
	    a->moment.latest != b->moment.latest || is_apart(a, b))
		return false;
	if (about_b->again)
		return true;
	return shared_words(about_a, about_b) >= (a->moment.latest == DATE_NONE ? 2u : 1u);
}

/* The promise of a speech that the chair reads out as promise `i`; promises->n when there is none. */
static size_t restated(const struct promises *promises, size_t first, const struct subjects *subjects, size_t i)
{
	const struct promise *p = &promises->v[i];
	size_t found = promises->n, most = RESTATED_SHARED - 1;
	for (size_t k = i; k > first && i - k < RESTATED_WINDOW; k--) {
		const struct promise *spoken = &promises->v[k - 1];
		bool two_days = spoken->moment.latest != DATE_NONE && p->moment.latest != DATE_NONE &&
				spoken->moment.latest != p->moment.latest;
		if (spoken->listed || two_days || strcmp(spoken->promisor, p->promisor) != 0 || is_apart(spoken, p))
			continue;
		size_t shared = shared_words(&subjects->v[k - 1 - first], &subjects->v[i - first]);
		if (shared > most) {
			most = shared;
			found = k - 1;
		}
	}
	return found;
}

void promise_gather(struct promises *promises, size_t first, const struct subjects *subjects)
{
	int groups = 0;
	for (size_t i = first; i < promises->n; i++) {
		struct promise *p = &promises->v[i];
		size_t said = p->listed ? restated(promises, first, subjects, i) : promises->n;
		p->group = said < promises->n ? promises->v[said].group : -1;
		for (size_t k = i; k > first && i - k < WINDOW && p->group < 0; k--)
			if (is_same(&promises->v[k - 1], &subjects->v[k - 1 - first], p, &subjects->v[i - first]))
				p->group = promises->v[k - 1].group;
		if (p->group < 0)
			p->group = groups++;
	}
}
