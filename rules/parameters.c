/* parameters.c: which values of `terms` a rule reads, from the text of its derive.
 *
 * Running the cases would show only what they reach; the text names them all. A name that a function outside derive looks up is not seen.
 */
#include "rules/rules_own.h"

/* The lines `first` to `last`, counted from 1. */
static struct slice lines_of(struct slice text, int first, int last)
{
	const char *p = text.p, *end = text.p + text.n, *start = end;
	for (int line = 1; p < end; line++) {
		const char *next = memchr(p, '\n', (size_t)(end - p));
		if (line == first)
			start = p;
		if (line == last)
			return (struct slice){start, (size_t)((next ? next : end) - start)};
		p = next ? next + 1 : end;
	}
	return (struct slice){start, (size_t)(end - start)};
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Whether code holds `terms.name` or `terms["name"]`. */
static bool code_names(struct slice code, const char *name)
{
	static const char terms[] = "terms";
	size_t n = strlen(name);
	for (size_t i = 0; i + sizeof terms + n <= code.n; i++) {
		const char *p = code.p + i;
		if (memcmp(p, terms, sizeof terms - 1) != 0 || (i && is_word(p[-1])))
			continue;
		struct slice rest = slice_trim((struct slice){p + sizeof terms - 1, code.n - i - sizeof terms + 1});
		bool dot = rest.n && rest.p[0] == '.';
		size_t skip = dot ? 1 : 2;
		if (rest.n < skip + n || (!dot && rest.p[0] != '['))
			continue;
		const char *after = rest.p + skip + n;
		if (memcmp(rest.p + skip, name, n) == 0 &&
		    (after == code.p + code.n || (dot ? !is_word(*after) : *after == rest.p[1])))
			return true;
	}
	return false;
}

/* As the nearest pack of the chain from `at` gives it; NULL when none does. */
static const char *value_of(const struct rules *rules, int at, const char *name, struct arena *arena)
{
	for (; at >= 0; at = rules->sources.v[at].base) {
		const struct constants *constants = &rules->sources.v[at].report.constants;
		for (size_t i = 0; i < constants->n; i++)
			if (strcmp(constants->v[i].name, name) == 0)
				return constants->v[i].text ? constants->v[i].text
							    : arena_printf(arena, "%d", constants->v[i].number);
	}
	return NULL;
}

/* Whether the rules of pack `own` count for the body of pack `at`, and this one with them. */
static bool pack_has(const struct rules *rules, int at, int own, const char *id)
{
	for (; at >= 0 && at != own; at = rules->sources.v[at].base) {
		const struct pack_report *report = &rules->sources.v[at].report;
		for (size_t i = 0; i < report->rules.n; i++)
			if (strcmp(report->rules.v[i].id, id) == 0)
				return false;
	}
	return at == own;
}

static int text_cmp(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct texts {
	const char **v;
	size_t n;
	size_t cap;
};

/* The names that derive reads and any pack gives, sorted, each once. */
static struct texts names_of(const struct rules *rules, struct slice code, struct arena *arena)
{
	struct texts all = {0}, names = {0};
	for (size_t i = 0; i < rules->sources.n; i++) {
		const struct constants *constants = &rules->sources.v[i].report.constants;
		for (size_t k = 0; !rules->sources.v[i].replaced && k < constants->n; k++)
			if (code_names(code, constants->v[k].name))
				*list_push(arena, &all) = constants->v[k].name;
	}
	if (all.n)
		qsort(all.v, all.n, sizeof *all.v, text_cmp);
	for (size_t i = 0; i < all.n; i++)
		if (i == 0 || strcmp(all.v[i - 1], all.v[i]) != 0)
			*list_push(arena, &names) = all.v[i];
	return names;
}

void rules_terms(const struct rules *rules, const struct rule *rule, struct arena *arena, struct rule_terms *out)
{
	int own = (int)rules_source_of(rules, rule);
	size_t number = (size_t)(rule - rules->list.v) - rules->sources.v[own].first;
	struct slice text = rules->sources.v[rules->sources.v[own].derives[number].pack].text;
	struct slice code = lines_of(text, rule->first_line, rule->last_line);
	struct texts names = names_of(rules, code, arena);
	for (size_t i = 0; i < names.n; i++) {
		const char *value = value_of(rules, own, names.v[i], arena);
		if (value)
			*list_push(arena, out) = (struct rule_term){names.v[i], value, rule->pack};
		for (int at = 0; at < (int)rules->sources.n; at++) {
			if (at == own || rules->sources.v[at].replaced || !pack_has(rules, at, own, rule->id))
				continue;
			const char *other = value_of(rules, at, names.v[i], arena);
			if (other && (!value || strcmp(other, value) != 0))
				*list_push(arena, out) =
					(struct rule_term){names.v[i], other, rules->sources.v[at].report.pack.id};
		}
	}
}
