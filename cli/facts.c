/* facts.c: see facts.h. */
#include "cli/facts.h"

void facts_print_state(const char *ref, enum state state, int on)
{
	struct json json;
	json_init(&json);
	json_begin_object(&json, NULL);
	json_text(&json, "item", ref);
	json_text(&json, "state", state_to_text(state));
	json_day(&json, "on", on);
	json_end_object(&json);
	json_print(&json);
	json_release(&json);
}

void facts_identifiers(struct json *json, const struct identifiers *identifiers)
{
	json_begin_array(json, "identifiers");
	for (size_t i = 0; i < identifiers->n; i++) {
		json_begin_object(json, NULL);
		json_text(json, "scheme", identifiers->v[i].scheme);
		json_text(json, "value", identifiers->v[i].value);
		json_end_object(json);
	}
	json_end_array(json);
}

void facts_people(struct json *json, const struct persons *people)
{
	json_begin_array(json, "people");
	for (size_t i = 0; i < people->n; i++) {
		json_begin_object(json, NULL);
		json_text(json, "name", people->v[i].name);
		json_text(json, "party", people->v[i].party);
		json_text(json, "role", people->v[i].role);
		json_end_object(json);
	}
	json_end_array(json);
}

static bool is_first_of_party(const struct persons *people, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (people->v[k].party && strcmp(people->v[k].party, people->v[i].party) == 0)
			return false;
	return true;
}

void facts_parties(struct json *json, const struct persons *people)
{
	json_begin_array(json, "parties");
	for (size_t i = 0; i < people->n; i++)
		if (people->v[i].party && is_first_of_party(people, i))
			json_text(json, NULL, people->v[i].party);
	json_end_array(json);
}

void facts_questions(struct json *json, const struct questions *questions)
{
	json_begin_array(json, "questions");
	for (size_t i = 0; i < questions->n; i++) {
		json_begin_object(json, NULL);
		json_number(json, "number", questions->v[i].number);
		json_bool(json, "answered", questions->v[i].answered);
		json_end_object(json);
	}
	json_end_array(json);
}

void facts_moment(struct json *json, const struct moment *moment, const char *date_text)
{
	json_text(json, "date_text", date_text);
	json_text(json, "edtf", moment->edtf[0] ? moment->edtf : NULL);
	json_day(json, "earliest", moment->earliest);
	json_day(json, "latest", moment->latest);
}

void facts_agenda(struct json *json, const struct agenda *agenda)
{
	if (!agenda) {
		json_text(json, "agenda", NULL);
		return;
	}
	json_begin_object(json, "agenda");
	json_text(json, "number", agenda->number);
	json_text(json, "title", agenda->title);
	json_end_object(json);
}

void facts_quotes(struct json *json, const struct quotes *quotes)
{
	json_begin_array(json, "quotes");
	for (size_t i = 0; i < quotes->n; i++) {
		json_begin_object(json, NULL);
		json_text(json, "document", quotes->v[i].document);
		json_text(json, "text", quotes->v[i].text);
		json_number(json, "start", (int64_t)quotes->v[i].raw.start);
		json_number(json, "end", (int64_t)quotes->v[i].raw.end);
		json_end_object(json);
	}
	json_end_array(json);
}

void facts_moves(struct json *json, const struct moves *moves)
{
	json_begin_array(json, "moves");
	for (size_t i = 0; i < moves->n; i++) {
		json_begin_object(json, NULL);
		json_day(json, "was", moves->v[i].was);
		json_day(json, "latest", moves->v[i].latest);
		json_day(json, "on", moves->v[i].on);
		json_text(json, "document", moves->v[i].document);
		json_text(json, "reason", moves->v[i].reason);
		json_end_object(json);
	}
	json_end_array(json);
}
