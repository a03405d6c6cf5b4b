/* followup.c: what is stored of a follow-up is its status; whether it is overdue depends on the day of asking. */
#include "core/followup.h"

#include <assert.h>

const char *followup_status_to_text(enum followup_status status)
{
	static const char *const texts[] = {
		[FOLLOWUP_PENDING] = "pending",
		[FOLLOWUP_FULFILLED] = "fulfilled",
		[FOLLOWUP_WAIVED] = "waived",
		[FOLLOWUP_WITHDRAWN] = "withdrawn",
	};
	static_assert(ARRAY_SIZE(texts) == FOLLOWUP_STATUS_COUNT, "a text for each status");
	return texts[status];
}

const char *followup_state(const struct followup *followup, int today)
{
	bool dated = followup->latest != DATE_NONE && !followup->review;
	if (followup->status == FOLLOWUP_PENDING && dated && followup->latest < today)
		return "overdue";
	return followup_status_to_text(followup->status);
}
