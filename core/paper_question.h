/* paper_question.h: what the readers of written questions share: the head, the title, the parts that are asked and answered.
 *
 * Internal to paper_question*.c.
 */
#ifndef GRIFFIE_CORE_PAPER_QUESTION_H
#define GRIFFIE_CORE_PAPER_QUESTION_H

#include "core/paper.h"

/* The lines in which a paper says what it is and whose. */
enum { PAPER_QUESTION_HEAD = 25 };

/* Fills numbers, people and title of the document; `mention` gets the numbers. */
void paper_question_head_read(struct paper_reader *reader, struct mention *mention);
/* Whether the paper has a number under which the Kamer keeps questions. */
bool paper_question_is_numbered(const struct identifiers *identifiers);
/* What is asked about, out of the title of a paper on questions: "Kapotte lantaarns" from "Uitstel beantwoording schriftelijke vragen
 * inzake Kapotte lantaarns". The title itself when it has no such form; NULL for NULL. */
const char *paper_question_subject(const struct paper_reader *reader, const char *title);
/* The offset behind the first word "vragen" or "vraag", or a word that ends so ("raadsvragen"); s.n + 1 when there is none. */
size_t paper_question_word(struct slice s);

/* Whether a line begins with "Vraag 3" or, for `answers`, with "Antwoord 3" or a form of it. */
bool paper_question_has_label(const struct paper_reader *reader, bool answers);
/* Whether the paper puts numbered questions. */
bool paper_question_asks(const struct paper_reader *reader);
/* Fills the numbered questions of the document, says which have an answer, and marks who speaks where. */
void paper_question_parts_read(struct paper_reader *reader);

#endif
