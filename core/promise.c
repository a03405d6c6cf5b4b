/* promise.c: from a paper's zones to its promises.
 *
 * Sentences are read one by one (promise_read.c), judged (promise_judge.c), given their moment (promise_moment.c) and, at
 * the end, gathered (promise_gather.c). Memory that is needed for one sentence only is used again for the next.
 */
#include "core/promise.h"
#include "core/promise_act.h"
#include "core/promise_parts.h"
#include "core/sentence.h"

#include <assert.h>

static const char *const form_names[] = {
	[FORM_REPORT] = "report",         [FORM_LETTER] = "letter",     [FORM_PROPOSAL] = "proposal",
	[FORM_EVALUATION] = "evaluation", [FORM_RESEARCH] = "research", [FORM_CONVERSATION] = "conversation",
	[FORM_OTHER] = "other",
};
static_assert(ARRAY_SIZE(form_names) == FORM_COUNT, "each form has its name");

const char *form_to_text(enum promise_form form)
{
	return form_names[form];
}

const char *strength_to_text(enum promise_strength strength)
{
	return strength == STRENGTH_FIRM ? "firm" : "intention";
}

enum { SHORT_ANSWER = 14 };    /* words */
enum { STRETCHED_MAX = 2000 }; /* bytes of a quote of more than one sentence */

/* What goes from sentence to sentence. */
struct reader {
	const struct text *text;
	const struct promise_context *context;
	struct arena *arena;
	const struct lexicon *lexicon;
	struct reading *now;
	struct reading *beside; /* a neighbour that is looked at */
	struct promises *out;
	struct subjects subjects;
	size_t last;                 /* the sentence of the last promise: where it begins in the body */
	bool last_read;              /* there was one */
	bool last_weak;              /* that was an intention to work, without a day */
	bool quoted;                 /* the next sentence begins inside a quotation */
	bool spoken;                 /* what is read was said in a debate */
	const struct zone *zone;     /* that is read; NULL between zones */
	const struct sentence *lead; /* that governs the items of the list being read; NULL when none does */
	size_t lead_size; /* of its words before those of `now`, with a blank; 0 when they are not read with it */
	size_t today;     /* for how many sentences a return still is one of this very meeting */
};

static struct slice sentence_text(const struct reader *reader, const struct sentence *s)
{
	return (struct slice){reader->text->body + s->body.start, s->body.end - s->body.start};
}

static bool same_paragraph(const struct reader *reader, const struct sentence *a, const struct sentence *b)
{
	return !memchr(reader->text->body + a->body.end, '\n', b->body.start - a->body.end);
}

/* Whether a sentence close by says that a promise is kept by this very paper, in words of one of `classes`. */
static bool is_fulfilled_beside(struct reader *reader, const struct sentences *all, size_t i, uint64_t classes)
{
	size_t from = i > 0 ? i - 1 : 0, to = i + 3 < all->n ? i + 3 : all->n;
	for (size_t k = from; k < to; k++) {
		bool quoted = false;
		reading_parse(reader->lexicon, sentence_text(reader, &all->v[k]), &quoted, reader->beside);
		if (reader->beside->classes & classes)
			return true;
	}
	return false;
}

static const struct voice *voice_of(const struct reader *reader)
{
	return reader->zone ? reader->zone->voice : NULL;
}

/* The office of who speaks; NULL where the paper's author does. */
static const char *office_of(const struct reader *reader)
{
	const struct voice *voice = voice_of(reader);
	return voice ? voice->office : NULL;
}

/* Councils, and members of the executive, with the executive that answers to them or that they belong to. */
static const struct {
	const char *name, *executive;
	bool council;
} organs[] = {
	{"raad", "college", true},
	{"Kamer", "kabinet", true},
	{"Staten", "Gedeputeerde Staten", true},
	{"verenigde vergadering", "dagelijks bestuur", true},
	{"algemeen bestuur", "dagelijks bestuur", true},
	{"college", "college", false},
	{"wethouder", "college", false},
	{"burgemeester", "college", false},
	{"Gedeputeerde Staten", "Gedeputeerde Staten", false},
	{"gedeputeerde", "Gedeputeerde Staten", false},
	{"commissaris van de Koning", "Gedeputeerde Staten", false},
	{"dagelijks bestuur", "dagelijks bestuur", false},
	{"dijkgraaf", "dagelijks bestuur", false},
	{"heemraad", "dagelijks bestuur", false},
	{"hoogheemraad", "dagelijks bestuur", false},
	{"kabinet", "kabinet", false},
	{"minister", "kabinet", false},
	{"staatssecretaris", "kabinet", false},
};

/* NULL when `name` is NULL or of no organ; a council only when `councils`. */
static const char *organ_of(const char *name, bool councils)
{
	for (size_t i = 0; name && i < ARRAY_SIZE(organs); i++)
		if (strcmp(name, organs[i].name) == 0 && (councils || !organs[i].council))
			return organs[i].executive;
	return NULL;
}

/* Whose paper a sentence stands in: of its author or speaker, else of the council or the executive that it names. */
static const char *organ_of_reading(const struct reader *reader, const struct reading *r)
{
	const char *office = office_of(reader);
	const char *author = office ? office : reader->context->author;
	if (author)
		return organ_of(author, false);
	for (size_t i = 0; i < r->n; i++)
		if (r->v[i].classes & (C_COUNCIL | C_ROLE) && !(r->v[i].classes & C_HOUSE) &&
		    organ_of(r->v[i].name, true))
			return organ_of(r->v[i].name, true);
	return NULL;
}

/* The organ that answers to the addressee, when the paper says no more. */
static const char *holder_of(const struct reader *reader, const struct verdict *v)
{
	if (v->role)
		return v->role;
	if (office_of(reader))
		return office_of(reader);
	if (reader->context->author)
		return reader->context->author;
	const char *organ = organ_of(v->addressee, true);
	return organ ? organ : "bestuur";
}

static void set_moment(const struct reader *reader, const struct sentence *s, const struct moment *m,
		       struct promise *out)
{
	bool leads = reader->lead && m->start < reader->lead_size;
	size_t start = leads ? reader->lead->body.start + m->start : s->body.start + m->start - reader->lead_size;
	out->date_text = arena_text(reader->arena, (struct slice){reader->text->body + start, m->end - m->start});
	out->moment = *m;
	out->moment.start = start;
	out->moment.end = start + (m->end - m->start);
}

static void promise_fill(const struct reader *reader, const struct sentence *s, const struct verdict *v,
			 const struct moment *m, struct promise *out)
{
	const struct voice *voice = voice_of(reader);
	const char *promisor = holder_of(reader, v);
	bool own = voice && voice->office && strcmp(voice->office, promisor) == 0; /* not what a colleague is to do */
	*out = (struct promise){
		.body = s->body,
		.raw = text_origin(reader->text, s->body),
		.quote = arena_text(reader->arena, sentence_text(reader, s)),
		.promisor = promisor,
		.addressee = v->addressee,
		.speaker = own ? voice->speaker : NULL,
		.named = v->role != NULL,
		.agenda = voice ? voice->agenda : NULL,
		.listed = reader->zone && reader->zone->kind == ZONE_LISTED,
		.form = v->form,
		.strength = v->hedged ? STRENGTH_INTENTION : STRENGTH_FIRM,
		.moment = {.earliest = DATE_NONE, .latest = DATE_NONE},
		.evidence = v->evidence,
	};
	if (m)
		set_moment(reader, s, m, out);
}

/* Lets the quote go from one place of the body to another. */
static void promise_stretch(const struct reader *reader, struct promise *p, size_t start, size_t end)
{
	p->body = (struct span){start, end};
	p->raw = text_origin(reader->text, p->body);
	p->quote = arena_text(reader->arena, (struct slice){reader->text->body + start, end - start});
}

/* "Dat zeg ik graag toe.": a pledge of what was said before it, and of nothing that it names itself. */
static bool is_pledge_of_before(const struct reading *now, const struct verdict *v)
{
	const uint32_t pledges = 1u << EV_PLEDGE_NOW | 1u << EV_PLEDGE_ABLE;
	const uint32_t acts = 1u << EV_TO_COUNCIL | 1u << EV_OWN | 1u << EV_LIGHT | 1u << EV_OBJECT | 1u << EV_MOVES |
			      1u << EV_RECEIVES;
	bool points = false;
	for (size_t k = 0; k < now->n; k++)
		points |= reading_is(now, k, "dat") || reading_is(now, k, "dit") || reading_is(now, k, "het");
	return v->evidence & pledges && !(v->evidence & acts) && points && now->n <= SHORT_ANSWER;
}

/* Whether the sentence reports on what the one before it intends: it leads back, or names the same thing. */
static bool reports_on_before(struct reader *reader, const struct sentences *all, size_t i, const struct moment *m)
{
	enum { CONTENT_BYTES = 6 };
	const struct reading *now = reader->now, *before = reader->beside;
	bool quoted = false;
	reading_parse(reader->lexicon, sentence_text(reader, &all->v[i - 1]), &quoted, reader->beside);
	for (size_t k = 0; k < now->n; k++) {
		const struct word *w = &now->v[k];
		if (w->start < m->end && m->start < w->end) /* "dit najaar" leads nowhere back */
			continue;
		if (w->classes & C_BACK && !(w->classes & C_SUB))
			return true;
		bool content = w->end - w->start >= CONTENT_BYTES && !(w->classes & ~C_OBJECT) &&
			       !(w->entry && w->entry->use_count);
		for (size_t n = 0; content && n < before->n; n++)
			if (before->v[n].hash == w->hash)
				return true;
	}
	return false;
}

/* What the promise is about: its own words, and those of the sentence before when it leads back to it, or is `joined`. */
static void subject_fill(struct reader *reader, const struct sentences *all, size_t i, const struct moments *moments,
			 bool joined)
{
	struct subject_words *subject =
		joined ? &reader->subjects.v[reader->subjects.n - 1] : list_push(reader->arena, &reader->subjects);
	subject->again = (reader->now->classes & C_AGAIN) != 0;
	subject_add(subject, reader->now, moments);
	if (!subject->refers || joined || i == 0)
		return;
	bool quoted = false;
	struct moments none = {0};
	reading_parse(reader->lexicon, sentence_text(reader, &all->v[i - 1]), &quoted, reader->beside);
	subject_add(subject, reader->beside, &none);
}

/* Judges the sentence that was read into `now`. */
static void sentence_judge(struct reader *reader, const struct moments *moments, const struct sentences *all, size_t i,
			   struct verdict *out)
{
	struct bench bench = {.date = SIZE_MAX, .today = reader->today > 0};
	reader->now->organ = organ_of_reading(reader, reader->now);
	bench.tied = moments->n > 0;
	bench.named_only = !reader->context->author && !reader->context->unknown_paper;
	for (size_t k = moments->n; k > 0; k--)
		if (moments->v[k - 1].latest != DATE_NONE) {
			bench.ahead = true;
			bench.date = moments->v[k - 1].start;
		} else if (moments->v[k - 1].precision == PRECISION_NONE && !moments->v[k - 1].recurring) {
			bench.soon = true;
		}
	verdict_find(reader->now, &bench, out);
	bool recalled = out->evidence & (1u << EV_PLEDGE_OPEN | 1u << EV_PLEDGE_OTHER);
	/* Where the day is still to come, only plain words say that it was done before. */
	if (!out->found || !recalled || !is_fulfilled_beside(reader, all, i, bench.ahead ? C_KEPT : C_FULFILLED))
		return;
	bench.fulfilled = true;
	verdict_find(reader->now, &bench, out);
}

/* What a question asks for, as far as it names a paper; FORM_OTHER when it does not. */
static enum promise_form form_asked(const struct reading *asked)
{
	for (size_t k = 0; k < asked->n; k++)
		if (asked->v[k].classes & C_OBJECT && asked->v[k].form <= FORM_PROPOSAL)
			return asked->v[k].form;
	return FORM_OTHER;
}

/* "Wanneer komt de brief? In het najaar.": a moment alone, after a sentence that asks when something is delivered. */
static bool is_short_answer(struct reader *reader, const struct moments *moments, const struct sentences *all, size_t i,
			    struct verdict *out)
{
	const struct reading *now = reader->now, *asked = reader->beside;
	if (i == 0 || !same_paragraph(reader, &all->v[i - 1], &all->v[i]) || now->n > SHORT_ANSWER || !moments->n ||
	    moments->v[0].latest == DATE_NONE || reading_has_act(now))
		return false;
	bool quoted = false, when = false;
	reading_parse(reader->lexicon, sentence_text(reader, &all->v[i - 1]), &quoted, reader->beside);
	*out = (struct verdict){.found = true, .form = form_asked(asked), .to = now->n};
	for (size_t k = 0; k < asked->n; k++)
		when |= reading_is(asked, k, "wanneer");
	return when && out->form != FORM_OTHER;
}

enum { TAKEN_UP = 1u << EV_FUTURE | 1u << EV_HOLDER | 1u << EV_LIGHT };

/* "Dat zal ik doen", "dat gaan we doen", from word `from` on. */
static bool says_to_do(const struct reading *now, size_t from)
{
	bool that = false, doing = false;
	uint64_t classes = 0;
	for (size_t k = from; k < now->n; k++) {
		classes |= now->v[k].classes;
		that |= reading_is(now, k, "dat") || reading_is(now, k, "dit");
		doing |= that && reading_is(now, k, "doen");
	}
	return doing && now->n - from <= SHORT_ANSWER && classes & C_FIRST && classes & C_FUTURE &&
	       !(classes & (C_NOT | C_IF | C_TODAY));
}

/* "Uw raad heeft ons gevraagd te rapporteren; dat gaan we doen.": asked and taken up in one sentence. */
static bool is_taken_up_within(const struct reading *now)
{
	size_t from = now->n;
	while (from > 0 && now->v[from - 1].clause == now->v[now->n - 1].clause)
		from--;
	bool asked = false;
	for (size_t k = 0; k < from; k++)
		asked |= (now->v[k].classes & (C_REQUEST | C_WONDER | C_MEMBER)) != 0;
	return asked && says_to_do(now, from);
}

/* "U vraagt mij om daarvoor te pleiten. Dat zal ik doen.": takes up what the sentence before it says was asked. */
static bool is_taken_up(struct reader *reader, const struct sentences *all, size_t i, struct verdict *out)
{
	const struct reading *now = reader->now;
	*out = (struct verdict){.found = true, .meant = true, .form = FORM_OTHER, .to = now->n, .evidence = TAKEN_UP};
	if (is_taken_up_within(now)) {
		evidence_add(out, EV_OBJECT);
		return true;
	}
	if (i == 0 || !same_paragraph(reader, &all->v[i - 1], &all->v[i]) || !says_to_do(now, 0))
		return false;
	bool quoted = false;
	reading_parse(reader->lexicon, sentence_text(reader, &all->v[i - 1]), &quoted, reader->beside);
	return reader->beside->classes & (C_REQUEST | C_WONDER | C_MEMBER) || all->v[i - 1].question;
}

/* In a debate "we gaan nog praten" is a manner of speaking: without a day, a pledge counts, and what the council is to hear. */
static bool is_toward_council(const struct verdict *v)
{
	return v->evidence & (1u << EV_PLEDGE_NOW | 1u << EV_PLEDGE_ABLE | 1u << EV_PLEDGE_OPEN | 1u << EV_TO_COUNCIL);
}

/* "Ik zal dat uitzoeken": work that who speaks takes upon himself; "we gaan dat weer evalueren" is a plan that is talked of. */
static bool is_undertaken(const struct reading *now, const struct verdict *v)
{
	size_t first = v->from;
	while (first < v->to && !(now->v[first].classes & C_FIRST))
		first++;
	return v->meant && (v->evidence == TAKEN_UP || (first < v->to && reading_is(now, first, "ik")));
}

/* Whether a sentence that follows a promise only names its day: "Dat zal in september zijn." */
static bool is_day_of_last(const struct reading *now, const struct moments *moments)
{
	static const char *const tails[] = {"zijn", "worden", "gebeuren", "plaatsvinden", "komen"};
	size_t dated = now->n, k = 0;
	if (moments->n != 1 || moments->v[0].latest == DATE_NONE || now->n > SHORT_ANSWER)
		return false;
	for (size_t i = now->n; i > 0 && now->v[i - 1].end > moments->v[0].start; i--)
		dated = i - 1;
	while (k + 1 < dated && !((reading_is(now, k, "dat") || reading_is(now, k, "dit")) &&
				  now->v[k + 1].classes & (C_FUTURE | C_PAST | C_PASSIVE)))
		k++;
	if (k + 1 >= dated || dated - k > 6)
		return false;
	for (size_t i = dated; i < now->n; i++) {
		bool tail = now->v[i].start < moments->v[0].end;
		for (size_t t = 0; t < ARRAY_SIZE(tails); t++)
			tail |= reading_is(now, i, tails[t]);
		if (!tail)
			return false;
	}
	return true;
}

/* "Ik kom straks terug op de haven. Die is diep. Ik kom erop terug.": all of it is of this meeting. */
static void today_carry(struct reader *reader)
{
	enum { CARRIED = 3 }; /* sentences */
	const struct reading *now = reader->now;
	bool announced = false;
	for (size_t i = 0; now->classes & C_TODAY && i < now->n; i++)
		announced |=
			reading_is(now, i, "terug") || reading_is(now, i, "terugkomen") || reading_is(now, i, "ingaan");
	reader->today = announced ? CARRIED + 1 : reader->today;
	reader->today -= reader->today > 0;
}

/* Whether sentence `i` comes right after the last promise. */
static bool is_after_last(const struct reader *reader, const struct sentences *all, size_t i)
{
	return i > 0 && reader->last_read && reader->last == all->v[i - 1].body.start &&
	       same_paragraph(reader, &all->v[i - 1], &all->v[i]);
}

/* A pledge of the sentence before it takes its form from there, and when that is a question, its day: "Kunt u voor 1 mei een
 * overzicht sturen? Dat kan ik toezeggen." */
static void fill_of_before(struct reader *reader, const struct sentence *before, struct promise *p)
{
	struct reading *asked = reader->beside;
	struct verdict v;
	struct bench bench = {.date = SIZE_MAX};
	bool quoted = false;
	reading_parse(reader->lexicon, sentence_text(reader, before), &quoted, asked);
	asked->organ = organ_of_reading(reader, asked);
	verdict_find(asked, &bench, &v);
	if (v.evidence >> EV_GOVERNED & 1)
		p->form = v.form;
	else if (before->question && p->form == FORM_OTHER)
		p->form = form_asked(asked);
	if (!before->question || p->date_text)
		return;
	struct moments moments = {0};
	promise_moments_find(asked, &reader->context->moments, reader->arena, &moments);
	v = (struct verdict){.to = asked->n};
	const struct moment *m = promise_moment_choose(asked, &moments, &v);
	if (m) {
		reader->lead_size = 0;
		set_moment(reader, before, m, p);
	}
}

/* Adds the promise of sentence `i`. One that seals the sentence before it, or is the report on what that intends, becomes
 * one promise with it, with the words of both: nobody waits for each apart. */
static void promise_keep(struct reader *reader, const struct sentences *all, size_t i, const struct verdict *v,
			 const struct moments *moments)
{
	const struct sentence *s = &all->v[i], *before = i > 0 ? &all->v[i - 1] : s;
	const struct moment *m = promise_moment_choose(reader->now, moments, v);
	bool to_council = v->evidence >> EV_TO_COUNCIL & 1;
	bool undertaken = (m && m->latest != DATE_NONE) || is_undertaken(reader->now, v);
	bool talk = reader->spoken && !undertaken;
	if ((reader->context->proposal || talk) && !is_toward_council(v))
		return;
	bool after = is_after_last(reader, all, i);
	struct promise *last = after ? &reader->out->v[reader->out->n - 1] : NULL;
	bool near = s->body.end - (after ? last->body : before->body).start <= STRETCHED_MAX;
	last = near ? last : NULL;
	bool seals = near && i > 0 && same_paragraph(reader, before, s) &&
		     (v->evidence == TAKEN_UP || is_pledge_of_before(reader->now, v));
	bool reports = last && reader->last_weak && to_council && m && reports_on_before(reader, all, i, m);
	reader->last = s->body.start;
	reader->last_read = true;
	reader->last_weak = v->hedged && !m && !to_council;
	size_t start = reports || (last && seals) ? last->body.start : (seals ? before : s)->body.start;
	if (last && seals) {
		last->evidence |= v->evidence;
		last->strength = v->hedged ? last->strength : STRENGTH_FIRM;
		if (m && !last->date_text)
			set_moment(reader, s, m, last);
	} else {
		struct promise *p = reports ? last : list_push(reader->arena, reader->out);
		promise_fill(reader, s, v, m, p);
		subject_fill(reader, all, i, moments, reports);
		if (seals)
			fill_of_before(reader, before, p);
		last = p;
	}
	promise_stretch(reader, last, start, s->body.end);
}

/* "Wij zullen:", "Het college zegt toe:": has no act of its own, and governs those of the list behind it. */
static bool is_lead_in(const struct reading *r)
{
	enum { LEAD_MAX = 200 }; /* bytes: it is read again with each item */
	bool governs = false;
	if (!r->n || r->n > SHORT_ANSWER || r->sentence.n > LEAD_MAX || r->sentence.p[r->sentence.n - 1] != ':' ||
	    r->v[r->n - 1].classes & C_PREP)
		return false;
	for (size_t k = 0; k < r->n; k++) {
		bool governor = r->v[k].classes & (C_FUTURE | C_HEDGE | C_WISH | C_SAY | C_PLEDGE_NOW);
		if (governs && !governor && r->v[k].entry && r->v[k].entry->use_count)
			return false;
		governs |= governor;
	}
	return governs;
}

/* Reads sentence `i` as what `lead` goes on with. */
static void led_read(struct reader *reader, struct slice lead, const struct sentences *all, size_t i,
		     struct moments *moments, struct verdict *out)
{
	struct slice item = sentence_text(reader, &all->v[i]);
	bool quoted = false;
	reader->lead_size = lead.n + 1;
	reading_parse(reader->lexicon,
		      slice_of(arena_printf(reader->arena, "%.*s %.*s", (int)lead.n, lead.p, (int)item.n, item.p)),
		      &quoted, reader->now);
	*moments = (struct moments){0};
	promise_moments_find(reader->now, &reader->context->moments, reader->arena, moments);
	sentence_judge(reader, moments, all, i, out);
}

static void sentence_read(struct reader *reader, const struct sentences *all, size_t i)
{
	const struct sentence *s = &all->v[i];
	reader->lead_size = 0;
	if (i == 0 || !same_paragraph(reader, &all->v[i - 1], s))
		reader->quoted = false;
	reader->quoted |= reader->text->body[s->body.start] == '>'; /* a line of the mail that is answered */
	reading_parse(reader->lexicon, sentence_text(reader, s), &reader->quoted, reader->now);
	today_carry(reader);
	if (!s->bullet)
		reader->lead = is_lead_in(reader->now) ? s : NULL;
	if (reader->lead == s && i + 1 < all->n && all->v[i + 1].bullet) /* its items say what */
		return;
	bool acts = reading_has_act(reader->now) || reader->now->classes & (C_PLEDGES | C_TASK);
	if (s->question || (!acts && reader->now->n > SHORT_ANSWER)) /* saves judging most sentences */
		return;
	struct moments moments = {0};
	promise_moments_find(reader->now, &reader->context->moments, reader->arena, &moments);
	struct verdict v;
	sentence_judge(reader, &moments, all, i, &v);
	bool alone = reader->context->author || reader->context->unknown_paper;
	if (!v.found && is_after_last(reader, all, i) && is_day_of_last(reader->now, &moments)) {
		set_moment(reader, s, &moments.v[0], &reader->out->v[reader->out->n - 1]);
		return;
	}
	if (!v.found && reader->lead && s->bullet) {
		struct slice lead = sentence_text(reader, reader->lead);
		lead.n--; /* its colon */
		led_read(reader, lead, all, i, &moments, &v);
	}
	if (v.found || (alone && is_short_answer(reader, &moments, all, i, &v)) ||
	    ((alone || reader->spoken) && is_taken_up(reader, all, i, &v)))
		promise_keep(reader, all, i, &v, &moments);
}

/* "Het was een toezegging om dat na te gaan": what the clause says, read as what its holder undertakes now. */
static void recalled_read(struct reader *reader, const struct zone *zone)
{
	struct sentence clause = {.body = {zone->voice->clause, zone->body.end}};
	const struct sentences one = {&clause, 1, 1};
	struct moments moments = {0};
	struct verdict v;
	size_t known = reader->out->n;
	led_read(reader, slice_of(zone->voice->lead), &one, 0, &moments, &v);
	if (v.found)
		promise_keep(reader, &one, 0, &v, &moments);
	if (reader->out->n > known)
		promise_stretch(reader, &reader->out->v[known], zone->body.start, zone->body.end);
	reader->last_read = false;
}

static bool zone_speaks(enum zone_kind kind)
{
	switch (kind) {
	case ZONE_PLAIN:
	case ZONE_ANSWER:
	case ZONE_EXECUTIVE:
	case ZONE_LISTED:
		return true;
	case ZONE_QUOTE:
	case ZONE_DICTUM:
	case ZONE_QUESTION:
	case ZONE_MEMBER:
	case ZONE_NONE:
		return false;
	}
	return false;
}

static void part_read(struct reader *reader, struct span part)
{
	struct sentences all = {0};
	if (part.start >= part.end)
		return;
	sentence_list(reader->text, part, reader->arena, &all);
	for (size_t i = 0; i < all.n; i++)
		sentence_read(reader, &all, i);
	reader->last_weak = false;
	reader->lead = NULL;
	reader->today = 0;
}

void promise_list(const struct text *text, const struct promise_context *context, struct arena *arena,
		  struct promises *out)
{
	struct reader reader = {.text = text, .context = context, .arena = arena, .out = out};
	reader.lexicon = lexicon_of_words();
	reader.now = arena_alloc(arena, sizeof *reader.now);
	reader.beside = arena_alloc(arena, sizeof *reader.beside);
	size_t first = out->n, at = 0;
	for (size_t i = 0; context->zones && i < context->zones->n; i++) {
		const struct zone *zone = &context->zones->v[i];
		part_read(&reader, (struct span){at, zone->body.start});
		reader.spoken = zone->kind == ZONE_EXECUTIVE;
		reader.zone = zone;
		if (zone->voice && zone->voice->lead)
			recalled_read(&reader, zone);
		else if (zone_speaks(zone->kind))
			part_read(&reader, zone->body);
		reader.spoken = false;
		reader.zone = NULL;
		at = zone->body.end;
	}
	part_read(&reader, (struct span){at, text->body_size});
	promise_gather(out, first, &reader.subjects);
}
