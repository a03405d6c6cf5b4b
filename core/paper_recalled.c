/* paper_recalled.c: what the dialogue on the chair's list of promises corrects in it or adds to it.
 *
 * "Het was een toezegging om de toegang te onderzoeken." - "Dat wordt gecorrigeerd opgenomen.": the words that were recalled count, the
 * item that was read out does not. "Ik heb de toezegging gekregen dat de minister ons informeert." - "Die staat genoteerd.": another
 * promise. Nothing counts that the chair does not note, and nothing whose holder is not said.
 */
#include "core/paper_minutes.h"
#include "core/sentence.h"

/* Bytes of a dialogue that belong to the item before it; of the words behind a recalled promise in which the chair notes it; between
 * "toezegging" and what it is. */
enum { DIALOGUE_MOST = 6000, NOTED_WITHIN = 600, CLAUSE_WITHIN = 100 };

/* A recalled promise, and the item that gives way to it. */
struct recalled {
	struct span body;
	struct voice voice;
	bool corrects;
};

static struct slice body_between(const struct text *text, size_t start, size_t end)
{
	end = end < text->body_size ? end : text->body_size;
	return start < end ? (struct slice){text->body + start, end - start} : SLICE("");
}

/* Where what was promised begins in "Het was een toezegging aan mevrouw X om ..."; 0 when the sentence recalls none. */
static size_t clause_of(struct slice sentence)
{
	static const char *const begins[] = {" om ", " dat "};
	size_t said = slice_find(sentence, "toezegging "), found = 0;
	if (said == sentence.n || slice_holds(sentence, "geen toezegging"))
		return 0;
	struct slice rest = slice_from(sentence, said);
	for (size_t i = 0; i < ARRAY_SIZE(begins); i++) {
		size_t at = slice_find(rest, begins[i]);
		if (at < rest.n && at < CLAUSE_WITHIN && (!found || at < found))
			found = at;
	}
	return found ? said + found + 1 : 0;
}

/* "De minister zegt toe": its holder as the words before the clause say, else the member of the executive who speaks. */
static const char *lead_of(const struct paper_reader *reader, struct slice before, const struct zone *zone)
{
	static const char *const holders[] = {"minister",     "staatssecretaris", "wethouder",
					      "burgemeester", "gedeputeerde",     "college"};
	const char *holder = zone->kind == ZONE_EXECUTIVE ? zone->voice->office : NULL;
	for (size_t i = 0; i < ARRAY_SIZE(holders) && !holder; i++)
		if (slice_holds(before, arena_printf(reader->arena, " van %s %s",
						     i == ARRAY_SIZE(holders) - 1 ? "het" : "de", holders[i])))
			holder = holders[i];
	const char *article = holder && strcmp(holder, "college") == 0 ? "Het" : "De";
	return holder ? arena_printf(reader->arena, "%s %s zegt toe", article, holder) : NULL;
}

/* Whether the chair, who alone speaks in ZONE_NONE, says one of `words` within [start, end). */
static bool chair_says(const struct document *document, size_t zone, struct span within, const char *const *words,
		       size_t n)
{
	for (size_t i = zone; i < document->zones.n && document->zones.v[i].body.start < within.end; i++) {
		struct span body = document->zones.v[i].body;
		size_t start = body.start > within.start ? body.start : within.start;
		size_t end = body.end < within.end ? body.end : within.end;
		if (document->zones.v[i].kind == ZONE_NONE &&
		    slice_holds_any(body_between(&document->text, start, end), words, n))
			return true;
	}
	return false;
}

static bool read_recalled(const struct paper_reader *reader, size_t zone, const struct sentence *s, size_t end,
			  struct recalled *out)
{
	static const char *const noted[] = {"genoteerd",  "noteren",     "noteer ",       "opgenomen",
					    "toegevoegd", "nemen we op", "voegen we toe", "voeg ik toe"};
	static const char *const corrected[] = {"gecorrigeerd", "corrigeren", "aangepast", "aanpassen",
						"passen we",    "pas ik",     "gewijzigd", "verbeterd"};
	const struct document *document = reader->document;
	struct slice words = body_between(&document->text, s->body.start, s->body.end);
	size_t clause = s->question ? 0 : clause_of(words);
	struct span after = {s->body.end, s->body.end + NOTED_WITHIN < end ? s->body.end + NOTED_WITHIN : end};
	if (!clause || !chair_says(document, zone, after, noted, ARRAY_SIZE(noted)))
		return false;
	const struct zone *in = &document->zones.v[zone];
	struct voice voice = *in->voice;
	voice.lead = lead_of(reader, (struct slice){words.p, clause}, in);
	voice.clause = s->body.start + clause;
	*out = (struct recalled){s->body, voice, chair_says(document, zone, after, corrected, ARRAY_SIZE(corrected))};
	return voice.lead != NULL;
}

/* A zone in the parts before, of and behind what was recalled in it. */
static void push_parts(const struct paper_reader *reader, const struct zone *zone, const struct recalled *recalled,
		       struct zones *out)
{
	struct voice *voice = arena_alloc(reader->arena, sizeof *voice);
	*voice = recalled->voice;
	if (zone->body.start < recalled->body.start)
		*list_push(reader->arena, out) =
			(struct zone){{zone->body.start, recalled->body.start}, zone->kind, zone->voice};
	*list_push(reader->arena, out) = (struct zone){recalled->body, ZONE_LISTED, voice};
	if (recalled->body.end < zone->body.end)
		*list_push(reader->arena, out) =
			(struct zone){{recalled->body.end, zone->body.end}, zone->kind, zone->voice};
}

/* The last promise that is recalled in a zone of the dialogue. */
static bool find_in_zone(const struct paper_reader *reader, size_t zone, size_t end, struct recalled *out)
{
	struct sentences all = {0};
	bool found = false;
	const struct zone *z = &reader->document->zones.v[zone];
	if (!slice_holds(body_between(&reader->document->text, z->body.start, z->body.end), "toezegging "))
		return false;
	sentence_list(&reader->document->text, z->body, reader->arena, &all);
	for (size_t i = all.n; i-- > 0 && !found;)
		found = read_recalled(reader, zone, &all.v[i], end, out);
	return found;
}

/* Where the dialogue that zone `i` is part of ends: at the next item, or at `until`. */
static size_t dialogue_end(const struct document *document, size_t i, size_t until)
{
	while (i < document->zones.n && document->zones.v[i].body.start < until &&
	       document->zones.v[i].kind != ZONE_LISTED)
		i++;
	size_t next = i < document->zones.n ? document->zones.v[i].body.start : document->text.body_size;
	return next < until ? next : until;
}

void paper_recalled_find(const struct paper_reader *reader)
{
	struct document *document = reader->document;
	struct zones out = {0};
	size_t item = 0, until = 0; /* of `out`, counted from 1: the item that the dialogue is on */
	for (size_t i = 0; i < document->zones.n; i++) {
		const struct zone *zone = &document->zones.v[i];
		struct recalled recalled;
		bool spoken = zone->kind == ZONE_EXECUTIVE || zone->kind == ZONE_MEMBER;
		if (spoken && zone->body.start < until &&
		    find_in_zone(reader, i, dialogue_end(document, i, until), &recalled)) {
			if (recalled.corrects && item)
				out.v[item - 1].kind = ZONE_NONE;
			item = recalled.corrects ? 0 : item;
			push_parts(reader, zone, &recalled, &out);
			continue;
		}
		*list_push(reader->arena, &out) = *zone;
		if (zone->kind == ZONE_LISTED) {
			item = out.n;
			until = zone->body.end + DIALOGUE_MOST;
		}
	}
	document->zones = out;
}
