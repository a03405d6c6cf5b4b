/* paper_minutes.h: what the files that read minutes share. Internal to paper_minutes.c, paper_turn.c, paper_speech.c,
 * paper_agenda.c, paper_recalled.c, and to those who ask whom words name. */
#ifndef GRIFFIE_CORE_PAPER_MINUTES_H
#define GRIFFIE_CORE_PAPER_MINUTES_H

#include "core/paper.h"

struct speech {
	enum zone_kind zone;
	const char *office; /* of the executive, static; NULL */
	const char *
		speaker; /* as printed, party left out: "wethouder Barker"; NULL for members, and when nobody is named */
	bool chair;
	size_t size; /* bytes of the mark that names who speaks; 0 when it is part of the sentence: "Wethouder Barker zegt toe" */
};

/* How a paper writes down who speaks. */
struct speech_form {
	const char *mayor; /* the surname of the mayor who has the chair; "" when none is named */
	bool reported; /* "Wethouder Barker zegt toe dat ...": verbs open a speech; in verbatim minutes they stand within one */
};

/* Whether somebody begins to speak where `text` begins. */
bool paper_speech_opens(const struct paper_reader *reader, struct slice text, const struct speech_form *form,
			struct speech *out);

/* Whether a speech, or a point of the agenda, may begin with line `line`: on a line of its own, with a capital or a number, behind what is
 * finished. `*place` gets its place in the body. */
bool paper_speech_may_open(const struct text *text, size_t line, size_t *place);

/* How often somebody begins to speak; `reported`: also where a verb says so. */
struct speakers {
	size_t executives, members, chairs;
};

struct speakers_count {
	struct speakers speakers;
	bool known;
};

struct speakers paper_speakers(const struct paper_reader *reader, bool reported);

/* "wethouder Barker", the first member of the executive whom the words name with an office, and that office; NULL when they name none. */
const char *paper_speech_named(const struct paper_reader *reader, struct slice sentence, const char **office);

/* From where somebody begins to speak to where the next does. */
struct turn {
	struct span body;
	enum zone_kind zone;
	struct voice voice;
	bool chair;
	bool told;         /* in reported speech: "hij" is who speaks */
	const char *mayor; /* as in struct speech_form; NULL before the first speech */
};

/* Adds the zones of a turn, which is not empty. */
void paper_turn_add(const struct paper_reader *reader, const struct turn *turn);

/* What the head says that a debate is about: "over Nationale fiscaliteit."; false when it does not. */
bool paper_agenda_of_head(const struct paper_reader *reader, struct agenda *out);
/* "8. Havenplan" into number and title. */
void paper_agenda_part(const struct paper_reader *reader, struct slice s, struct agenda *out);
/* Whether line `i`, where a speech could begin, opens a point of the agenda. */
bool paper_agenda_opens(const struct paper_reader *reader, size_t i, struct agenda *out);

/* Once the zones are known: what the dialogue on the chair's list corrects in it or adds to it. */
void paper_recalled_find(const struct paper_reader *reader);

#endif
