/* facts.h: facts as JSON, in one form wherever they appear. */
#ifndef GRIFFIE_CLI_FACTS_H
#define GRIFFIE_CLI_FACTS_H

#include "cli/json.h"
#include "core/followup.h"

/* A line of its own: {item, state, on}, of an item and what was recorded of it. */
void facts_print_state(const char *ref, enum state state, int on);
/* "identifiers": [{scheme, value}] */
void facts_identifiers(struct json *json, const struct identifiers *identifiers);
/* "people": [{name, party, role}] */
void facts_people(struct json *json, const struct persons *people);
/* "parties": each once */
void facts_parties(struct json *json, const struct persons *people);
/* "questions": [{number, answered}] */
void facts_questions(struct json *json, const struct questions *questions);
/* date_text, edtf, earliest, latest of the object that is open */
void facts_moment(struct json *json, const struct moment *moment, const char *date_text);
/* "agenda": {number, title}, or null */
void facts_agenda(struct json *json, const struct agenda *agenda);
/* "quotes": [{document, text, start, end}] */
void facts_quotes(struct json *json, const struct quotes *quotes);
/* "moves": [{was, latest, on, document, reason}] */
void facts_moves(struct json *json, const struct moves *moves);

#endif
