/* paper_turn.c: what within a turn is not said by who has it, or not for him.
 *
 * The chair concludes what another promised, and as a mayor may promise something himself. Reported speech goes on with "hij", who is the
 * one that is reported. Each such sentence is a zone of its own; what stands around it stays what it was.
 */
#include "core/paper_minutes.h"
#include "core/sentence.h"

static void push_zone(const struct paper_reader *reader, struct span body, enum zone_kind kind,
		      const struct voice *voice)
{
	struct voice *kept = arena_alloc(reader->arena, sizeof *kept);
	*kept = *voice;
	if (body.start < body.end)
		*list_push(reader->arena, &reader->document->zones) = (struct zone){body, kind, kept};
}

/* "Dan noteer ik dat wethouder Barker toezegt ...": what the chair notes is owed by whom it names. */
static bool is_concluded(const struct paper_reader *reader, struct slice words, struct zone *zone, struct voice *voice)
{
	static const char *const pledges[] = {"toegezegd", "toezegging", "zegt toe", "toezegt"};
	if (!slice_holds_any(words, pledges, ARRAY_SIZE(pledges)) || slice_holds(words, "geen toezegging"))
		return false;
	const char *office = NULL;
	voice->speaker = paper_speech_named(reader, words, &office);
	voice->office = office;
	zone->kind = ZONE_LISTED;
	return voice->speaker != NULL;
}

/* "Ik zal u als burgemeester ...": the mayor in the chair speaks for the executive. */
static bool is_of_mayor(const struct paper_reader *reader, struct slice words, const char *mayor, struct zone *zone,
			struct voice *voice)
{
	static const char *const offices[][2] = {{"als burgemeester", "burgemeester"},
						 {"als commissaris", "commissaris van de Koning"},
						 {"als dijkgraaf", "dijkgraaf"}};
	bool first = slice_begins(words, "ik ") || slice_holds(words, " ik ");
	for (size_t i = 0; first && i < ARRAY_SIZE(offices); i++) {
		if (!slice_holds(words, offices[i][0]))
			continue;
		bool named = i == 0 && mayor && *mayor;
		zone->kind = ZONE_EXECUTIVE;
		voice->office = offices[i][1];
		voice->speaker = named ? arena_printf(reader->arena, "burgemeester %s", mayor) : NULL;
		return true;
	}
	return false;
}

/* "Hij zegt toe ...": who is reported goes on; the sentence is read as his. */
static bool is_gone_on(const struct paper_reader *reader, struct slice words, const struct sentence *s,
		       struct zone *zone, struct voice *voice)
{
	static const char *const pronouns[] = {"Hij ", "Zij ", "Ze "};
	for (size_t i = 0; i < ARRAY_SIZE(pronouns); i++)
		if (slice_begins(words, pronouns[i])) {
			voice->lead = arena_printf(reader->arena, "De %s", voice->office);
			voice->clause = s->body.start + strlen(pronouns[i]);
			zone->kind = ZONE_EXECUTIVE;
			return true;
		}
	return false;
}

void paper_turn_add(const struct paper_reader *reader, const struct turn *turn)
{
	const struct text *text = &reader->document->text;
	struct sentences all = {0};
	bool chair = turn->chair && turn->zone == ZONE_NONE, told = turn->told && turn->voice.office;
	size_t from = turn->body.start;
	if (chair || told)
		sentence_list(text, turn->body, reader->arena, &all);
	for (size_t i = 0; i < all.n; i++) {
		const struct sentence *s = &all.v[i];
		struct slice words = {text->body + s->body.start, s->body.end - s->body.start};
		struct voice voice = turn->voice;
		struct zone zone = {.body = s->body};
		bool apart = !s->question && (chair ? is_concluded(reader, words, &zone, &voice) ||
							      is_of_mayor(reader, words, turn->mayor, &zone, &voice)
						    : is_gone_on(reader, words, s, &zone, &voice));
		if (!apart)
			continue;
		push_zone(reader, (struct span){from, s->body.start}, turn->zone, &turn->voice);
		push_zone(reader, s->body, zone.kind, &voice);
		from = s->body.end;
	}
	push_zone(reader, (struct span){from, turn->body.end}, turn->zone, &turn->voice);
}
