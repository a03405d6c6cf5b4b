/* promise_grammar.h: who governs whom in a sentence that was read as words. Internal to promise.
 *
 * Places are indexes of words; NONE stands for "no such word".
 */
#ifndef GRIFFIE_CORE_PROMISE_GRAMMAR_H
#define GRIFFIE_CORE_PROMISE_GRAMMAR_H

#include "core/promise_read.h"

enum { NONE = READING_MAX };

enum subject { SUBJECT_NONE, SUBJECT_AUTHOR, SUBJECT_ROLE, SUBJECT_OTHER };

/* The nearest word before `from`, and not before `to`, with one of the classes. */
size_t grammar_back(const struct reading *r, size_t from, size_t to, uint64_t classes);
/* The clause around word `i`, between commas, colons and dashes: its first word, and one past its last. */
size_t grammar_clause_start(const struct reading *r, size_t i);
size_t grammar_clause_end(const struct reading *r, size_t i);
/* One past the last word that an act at `i` can reach: its clause, and those behind it without a verb of their own, which
 * only go on with a list. */
size_t grammar_reach(const struct reading *r, size_t i);
/* The subject of the finite verb at `g`: right behind it ("zal het college"), else before it, where a clause that begins with
 * "en" borrows it from the one before. `at` is its place when there is one. */
enum subject grammar_subject(const struct reading *r, size_t g, size_t *at);
/* Whether somebody asks when, how or whether the act at `i` will be done: "de leden vragen wanneer", "wil weten of". */
bool grammar_is_asked(const struct reading *r, size_t i);
/* Whether the word at `i` is a form of "blijven": what goes on as before. */
bool grammar_is_keeping(const struct reading *r, size_t i);
/* Whether the particle of a separable verb stands behind its finite form at `i`. */
bool grammar_has_particle(const struct reading *r, size_t i, const char *particle);
/* Whether "zeg" at `i` has its "toe" behind it. */
bool grammar_has_toe(const struct reading *r, size_t i);
/* The "te" of the infinitive at `i`, over auxiliaries: "te kunnen informeren". */
size_t grammar_te(const struct reading *r, size_t i);
/* What governs the infinitive at `i` that has no "te". */
size_t grammar_of_bare(const struct reading *r, size_t i);
/* What governs the participle at `i`; `present` says that it is "wordt" itself. NONE when it tells of the past. */
size_t grammar_of_participle(const struct reading *r, size_t i, bool *present);

#endif
