/* paper_minutes.h: what the files that read minutes share. Internal to paper_minutes.c, paper_speech.c, paper_agenda.c, paper_recalled.c. */
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

/* What the head says that a debate is about: "over Nationale fiscaliteit."; false when it does not. */
bool paper_agenda_of_head(const struct paper_reader *reader, struct agenda *out);
/* "8. Havenplan" into number and title. */
void paper_agenda_part(const struct paper_reader *reader, struct slice s, struct agenda *out);
/* Whether line `i`, where a speech could begin, opens a point of the agenda. */
bool paper_agenda_opens(const struct paper_reader *reader, size_t i, struct agenda *out);

/* Once the zones are known: what the dialogue on the chair's list corrects in it or adds to it. */
void paper_recalled_find(const struct paper_reader *reader);

#endif
