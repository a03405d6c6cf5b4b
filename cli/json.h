/* json.h: one JSON object a line, written as it is made; UTF-8, keys in the order in which they are added. */
#ifndef GRIFFIE_CLI_JSON_H
#define GRIFFIE_CLI_JSON_H

#include "core/date.h"

struct json {
	struct buf buf;
	bool comma; /* the next value needs one before it */
};

void json_init(struct json *json);
void json_release(struct json *json);
/* Writes what was made and a newline to standard output, and begins anew. */
void json_print(struct json *json);

/* `key` is NULL for an element of an array; NULL text is null, DATE_NONE too. */
void json_text(struct json *json, const char *key, const char *value);
void json_number(struct json *json, const char *key, int64_t value);
void json_bool(struct json *json, const char *key, bool value);
void json_day(struct json *json, const char *key, int day);
void json_begin_object(struct json *json, const char *key);
void json_end_object(struct json *json);
void json_begin_array(struct json *json, const char *key);
void json_end_array(struct json *json);

#endif
