/* outcome.h: the words in which a list says what became of a motion or amendment: "Aangenomen met 23 stemmen voor (SP, VVD) en 9 tegen".
 *
 * An outcome is read as a whole: each of its words must be one that outcomes are made of. Words of two states ("Aangenomen/verworpen"), and
 * words that say that nothing was decided ("Niet in stemming gebracht"), are an outcome without a state: a question, never a guess.
 */
#ifndef GRIFFIE_CORE_OUTCOME_H
#define GRIFFIE_CORE_OUTCOME_H

#include "core/lifecycle.h"

/* Whether the whole of `words` is an outcome; `state` is STATE_NONE when it is one that no register knows. */
bool outcome_is(struct slice words, enum state *state);
/* Where the outcome begins with which `text` ends, and text.n when it ends with none: "Motie H.1 SP Maak de kade veilig Aangenomen". */
size_t outcome_tail(struct slice text, enum state *state);
/* Whether `words` may be an outcome that is not known, by its form: "Verdaagd", "Doorgeschoven naar maart". A heading is none. */
bool outcome_is_likely(struct slice words);
/* Whether a vote, or who put it forward, can bring a motion or amendment into this state. */
bool outcome_is_state(enum state state);

#endif
