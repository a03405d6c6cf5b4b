/* slip.c: what moved is in the follow-up; its reason and authority are read from the words of the paper, or of the person. */
#include "core/slip.h"

#include "core/reason.h"

#include <assert.h>

const char *slip_authority_to_text(enum slip_authority authority)
{
	static const char *const texts[] = {
		[SLIP_UNSAID] = NULL, [SLIP_OWN] = "own", [SLIP_AGREED] = "agreed", [SLIP_DECIDED] = "decided"};
	static_assert(ARRAY_SIZE(texts) == SLIP_AUTHORITY_COUNT, "a text for each authority");
	return texts[authority];
}

static enum slip_authority authority_of(const struct move *move, const char *reason)
{
	static const char *const agreed[] = {"met de indiener", "met indiener",   "met de vragensteller",
					     "afgesproken",     "overeengekomen", "met instemming van",
					     "akkoord van"};
	static const char *const decided[] = {"raad heeft besloten", "raad besluit",      "besluit van de raad",
					      "raadsbesluit",        "commissie besluit", "commissie heeft besloten"};
	const char *const words[] = {reason, move->reason};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		struct slice said = slice_of(words[i] ? words[i] : "");
		if (slice_holds_any(said, decided, ARRAY_SIZE(decided)))
			return SLIP_DECIDED;
		if (slice_holds_any(said, agreed, ARRAY_SIZE(agreed)))
			return SLIP_AGREED;
	}
	return move->document ? SLIP_OWN : SLIP_UNSAID;
}

/* A person who moves a day gives the reason in so many words; of a paper, words that announce it are none. */
static enum status reason_read(const struct move *move, slip_text load, void *user, struct arena *arena,
			       const char **out, struct err *err)
{
	struct slice raw = {0};
	*out = move->reason;
	if (!move->document || !move->reason)
		return OK;
	enum status status = load(user, move->document, &raw, err);
	if (status != OK)
		return status;
	struct text text;
	if (raw.n)
		text_read(raw, arena, &text);
	*out = reason_find(raw.n ? &text : NULL, move->reason, arena);
	return OK;
}

enum status slip_list(const struct followup *followup, slip_text text, void *user, struct arena *arena,
		      struct slips *out, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; status == OK && i < followup->moves.n; i++) {
		const struct move *move = &followup->moves.v[i];
		const char *reason = NULL;
		if (move->was == DATE_NONE || move->was == move->latest)
			continue;
		status = reason_read(move, text, user, arena, &reason, err);
		if (status != OK)
			return status;
		*list_push(arena, out) = (struct slip){
			.followup = followup,
			.move = move,
			.days = move->latest == DATE_NONE ? 0 : move->latest - move->was,
			.reason = reason && *reason ? reason : NULL,
			.authority = authority_of(move, reason),
			.expired = move->on != DATE_NONE && move->on > move->was,
		};
	}
	return status;
}
