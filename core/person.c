/* person.c: a surname begins at its first prefix, or is the last word; what stands before it are given names or initials.
 *
 * Initials show no more than first letters, so that they are taken for given names within one party alone.
 */
#include "core/person.h"

#include "core/party.h"

/* More than any council or chamber has members; each is compared with all. */
enum { PEOPLE_MOST = 200, INITIAL_MOST = 3 /* "Chr." */ };

bool person_is_prefix(struct slice word)
{
	static const char *const words[] = {"van", "de",  "den", "der", "het", "'t", "\xe2\x80\x99t",
					    "ter", "ten", "te",  "von", "el",  "al", "in",
					    "op",  "la",  "le",  "di"};
	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (word.n == strlen(words[i]) && slice_begins(word, words[i]))
			return true;
	return false;
}

static bool is_capital(char c)
{
	return is_upper(c) || (unsigned char)c >= 0xc3;
}

/* Cuts what stands before the next of `marks` off `rest`, and the marks themselves. */
static struct slice next_part(struct slice *rest, const char *marks)
{
	size_t start = 0, end;
	while (start < rest->n && strchr(marks, rest->p[start]))
		start++;
	for (end = start; end < rest->n && !strchr(marks, rest->p[end]);)
		end++;
	struct slice part = {rest->p + start, end - start};
	while (end < rest->n && strchr(marks, rest->p[end]))
		end++;
	*rest = slice_from(*rest, end);
	return part;
}

static bool is_initials(struct slice word)
{
	if (word.n == 0 || (word.n > 1 && word.p[word.n - 1] != '.'))
		return false;
	while (word.n) {
		struct slice initial = next_part(&word, ".-");
		if (initial.n == 0 || initial.n > INITIAL_MOST || !is_capital(initial.p[0]))
			return false;
	}
	return true;
}

/* ---- the parts of a name ---- */

struct name {
	struct slice given; /* empty when only the surname is there */
	struct slice surname;
};

static struct name name_of(const char *text)
{
	struct slice all = slice_trim(slice_of(text)), rest = all;
	while (rest.n) {
		struct slice word = next_part(&rest, " ");
		if (rest.n && !person_is_prefix(word))
			continue;
		size_t given = (size_t)(word.p - all.p);
		return (struct name){slice_trim((struct slice){all.p, given}), slice_from(all, given)};
	}
	return (struct name){.surname = all};
}

/* Equal but for the case of ASCII letters. */
static bool is_alike(struct slice a, struct slice b)
{
	for (size_t i = 0; i < a.n && a.n == b.n; i++) {
		bool letters = is_letter(a.p[i]) && is_letter(b.p[i]);
		if (a.p[i] != b.p[i] && !(letters && (a.p[i] | 0x20) == (b.p[i] | 0x20)))
			return false;
	}
	return a.n == b.n;
}

/* Whether all words of the given names are initials. */
static bool has_initials(struct slice given)
{
	while (given.n)
		if (!is_initials(next_part(&given, " ")))
			return false;
	return true;
}

/* Whether initials may stand for given names: "C.M.J." for "Coen", "Th." for "Theo". */
static bool stands_for(struct slice initials, struct slice names)
{
	while (names.n) {
		struct slice name = next_part(&names, " "), initial = next_part(&initials, " .-");
		if (initial.n == 0 || name.n < initial.n || !is_alike(initial, (struct slice){name.p, initial.n}))
			return false;
	}
	return true;
}

/* ---- two persons ---- */

static bool is_same_party(const char *a, const char *b)
{
	struct slice x = party_short(slice_of(a)), y = party_short(slice_of(b));
	return is_alike(x, y);
}

bool person_is_same(const struct person *a, const struct person *b)
{
	bool one_party = a->party && b->party && is_same_party(a->party, b->party);
	if (a->party && b->party && !one_party)
		return false;
	if (!a->name || !b->name)
		return one_party;
	struct name x = name_of(a->name), y = name_of(b->name);
	if (!is_alike(x.surname, y.surname))
		return false;
	if (x.given.n == 0 || y.given.n == 0 || is_alike(x.given, y.given))
		return true;
	bool initials_x = has_initials(x.given), initials_y = has_initials(y.given);
	if (initials_x == initials_y || !one_party)
		return false;
	return initials_x ? stands_for(x.given, y.given) : stands_for(y.given, x.given);
}

/* How much of a person's given names is told. */
static int fullness(const struct person *person)
{
	if (!person->name)
		return 0;
	struct slice given = name_of(person->name).given;
	return given.n == 0 ? 1 : has_initials(given) ? 2 : 3;
}

void person_add(struct persons *list, const struct person *person, struct arena *arena)
{
	for (size_t i = 0; i < list->n; i++) {
		struct person *known = &list->v[i];
		if (!person_is_same(known, person))
			continue;
		if (fullness(person) > fullness(known))
			known->name = person->name;
		if (!known->party)
			known->party = person->party;
		return;
	}
	if (list->n < PEOPLE_MOST && (person->name || person->party))
		*list_push(arena, list) = *person;
}
