/* test_uuid.c: the same UUIDs as an independent implementation of version 5 gives. */
#include "hash/uuid.h"

#include <check.h>
#include <stdlib.h>

/* Computed with Python's uuid.uuid5 in the namespace of the project. The lengths stand around the blocks of SHA-1: with the 16 bytes of
 * the namespace, 39 is the last that fits in one block and 103 the last that fits in two. */
static const struct {
	size_t repeat; /* of the letter a; 0: `name` */
	const char *name;
	const char *uuid;
} cases[] = {
	{0, "", "26c8865f-ff14-5b32-a0e8-f96b63f9fb62"},
	{0, "RIS1 nl/voorbeeld:settlement ", "88f3a161-c519-5725-b844-b8399604da77"},
	{0, "caf\xc3\xa9", "e3f563ee-8cee-53be-84c1-59a902eb23d2"},
	{1, NULL, "c955a667-8ff0-5d84-af6f-0641d275814f"},
	{39, NULL, "a1b29f6a-157c-5ec1-97d5-19bac452d028"},
	{40, NULL, "a85cd14d-5dd7-5ab8-95fc-a273bb158a37"},
	{47, NULL, "0355db41-9096-5581-8612-f790b03d8f42"},
	{48, NULL, "d5ab70c4-0527-5a68-9c2c-ee0c317efb17"},
	{103, NULL, "a99edd29-02a4-5fae-a734-0e51616c76f6"},
	{104, NULL, "2a872344-098f-5fc7-a8d7-3570643f797e"},
	{1000, NULL, "16d9b507-832f-5f3e-964a-5172b19674fa"},
};

START_TEST(a_name_has_the_uuid_of_rfc_9562)
{
	char name[1000], uuid[UUID_TEXT];
	memset(name, 'a', sizeof name);
	struct slice given = {name, cases[_i].repeat};
	uuid_from_name(cases[_i].name ? slice_of(cases[_i].name) : given, uuid);
	ck_assert_msg(strcmp(uuid, cases[_i].uuid) == 0, "case %d: %s, not %s", _i, uuid, cases[_i].uuid);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("uuid");
	TCase *tcase = tcase_create("uuid");
	tcase_add_loop_test(tcase, a_name_has_the_uuid_of_rfc_9562, 0, (int)ARRAY_SIZE(cases));
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
