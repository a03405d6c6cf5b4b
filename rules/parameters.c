/* parameters.c: which values of `terms` rules read, from their text.
 *
 * Running the cases would show only what they reach; the text names them all. Of one rule, a name that a function outside derive looks up
 * is not seen; whether any rule reads a name is asked of whole files.
 */
#include "rules/rules_own.h"

#include "rules/nearest.h"

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

/* One name that code looks up in `terms`; `name` is empty where the code does not show it: terms[x], or terms handed on. */
struct lookup {
	struct slice name;
	const char *after;
};

/* Behind a comment that begins at `p`; `p` itself when none does. Only comments of one line are known: what stands in others counts as
 * read, which keeps nothing from being found but a slip of the pen. */
static const char *comment_skip(const char *p, const char *end)
{
	if (end - p < 2 || p[0] != '-' || p[1] != '-')
		return p;
	const char *line = memchr(p, '\n', (size_t)(end - p));
	return line ? line : end;
}

/* What stands behind the word `terms` at `p`. False where `terms` is declared: terms = { ... }. */
static bool lookup_read(const char *p, const char *end, struct lookup *out)
{
	struct slice rest = slice_trim((struct slice){p, (size_t)(end - p)});
	const char *q = rest.p, *stop = rest.p + rest.n;
	*out = (struct lookup){{q, 0}, q};
	if (!rest.n)
		return true;
	if (*q == '=' && (stop - q < 2 || q[1] != '='))
		return false;
	bool dot = *q == '.';
	bool quoted = *q == '[' && stop - q > 1 && (q[1] == '"' || q[1] == '\'');
	if (!dot && !quoted)
		return true;
	const char *first = q + (dot ? 1 : 2), *last = first;
	while (last < stop && (dot ? is_word(*last) : *last != q[1]))
		last++;
	*out = (struct lookup){{first, (size_t)(last - first)}, last};
	return true;
}

/* The next lookup from `p` on. False when there is none. */
static bool lookup_next(const char *p, const char *start, const char *end, struct lookup *out)
{
	static const char terms[] = "terms";
	const size_t n = sizeof terms - 1;
	while ((size_t)(end - p) >= n) {
		const char *behind = comment_skip(p, end);
		if (behind != p) {
			p = behind;
			continue;
		}
		bool word =
			memcmp(p, terms, n) == 0 && (p == start || !is_word(p[-1])) && (p + n == end || !is_word(p[n]));
		if (word && lookup_read(p + n, end, out))
			return true;
		p += word ? n : 1;
	}
	return false;
}

/* Whether code holds `terms.name` or `terms["name"]`. */
static bool code_names(struct slice code, const char *name)
{
	const char *end = code.p + code.n;
	struct lookup lookup = {.after = code.p};
	while (lookup_next(lookup.after, code.p, end, &lookup))
		if (lookup.name.n == strlen(name) && memcmp(lookup.name.p, name, lookup.name.n) == 0)
			return true;
	return false;
}

/* The nearest pack of the chain from `at` that speaks of this name; -1 when none does. */
static int pack_naming(const struct rules *rules, int at, const char *name)
{
	for (; at >= 0; at = rules->sources.v[at].base) {
		const struct constants *constants = &rules->sources.v[at].report.constants;
		for (size_t i = 0; i < constants->n; i++)
			if (strcmp(constants->v[i].name, name) == 0)
				return at;
	}
	return -1;
}

static const char *value_text(const struct constant *constant, struct arena *arena)
{
	if (constant->none)
		return "false";
	return constant->text ? constant->text : arena_printf(arena, "%d", constant->number);
}

/* The values of this name for the body of pack `at`; before the first day of which a pack speaks, those of its base. */
static void values_add(const struct rules *rules, int at, const char *name, struct arena *arena, struct rule_terms *out)
{
	const char *body = rules->sources.v[at].report.pack.id;
	int until = DATE_NONE;
	for (int in = pack_naming(rules, at, name); in >= 0; in = pack_naming(rules, rules->sources.v[in].base, name)) {
		const struct pack_report *report = &rules->sources.v[in].report;
		int first = INT_MAX;
		for (size_t i = 0; i < report->constants.n; i++) {
			const struct constant *c = &report->constants.v[i];
			if (strcmp(c->name, name) != 0 || (until != DATE_NONE && c->from >= until))
				continue;
			bool cut = until != DATE_NONE && (c->to == DATE_NONE || c->to >= until);
			*list_push(arena, out) = (struct rule_term){name,      value_text(c, arena),
								    body,      report->pack.id,
								    c->from,   cut ? date_add_days(until, -1) : c->to,
								    c->source, c->verified};
			first = c->from < first ? c->from : first;
		}
		if (first == DATE_NONE)
			break;
		until = first == INT_MAX ? until : first;
	}
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

/* Whether two bodies have the same values of a name. */
static bool values_agree(const struct rule_term *a, size_t na, const struct rule_term *b, size_t nb)
{
	bool same = na == nb;
	for (size_t i = 0; same && i < na; i++)
		same = strcmp(a[i].value, b[i].value) == 0 && a[i].valid_from == b[i].valid_from &&
		       a[i].valid_to == b[i].valid_to;
	return same;
}

void rules_terms(const struct rules *rules, const struct rule *rule, struct arena *arena, struct rule_terms *out)
{
	int own = (int)rules_source_of(rules, rule);
	size_t number = (size_t)(rule - rules->list.v) - rules->sources.v[own].first;
	struct slice text = rules->sources.v[rules->sources.v[own].derives[number].pack].text;
	struct slice code = lines_of(text, rule->first_line, rule->last_line);
	struct texts names = names_of(rules, code, arena);
	for (size_t i = 0; i < names.n; i++) {
		size_t from = out->n;
		values_add(rules, own, names.v[i], arena, out);
		size_t n = out->n - from;
		for (int at = 0; at < (int)rules->sources.n; at++) {
			if (at == own || rules->sources.v[at].replaced || !pack_has(rules, at, own, rule->id))
				continue;
			size_t first = out->n;
			values_add(rules, at, names.v[i], arena, out);
			if (values_agree(out->v + from, n, out->v + first, out->n - first))
				out->n = first;
		}
	}
}

/* ---- names that nobody reads ---- */

/* Whether the pack `at` is `below`, or stands on it. */
static bool stands_on(const struct rules *rules, int at, int below)
{
	while (at >= 0 && at != below)
		at = rules->sources.v[at].base;
	return at == below;
}

/* What the code of the packs that see the values of pack `own` looks up. False where that cannot be told from the code. */
static bool names_read(const struct rules *rules, int own, struct arena *arena, struct texts *out)
{
	for (int at = 0; at < (int)rules->sources.n; at++) {
		struct slice code = rules->sources.v[at].text;
		const char *end = code.p + code.n;
		struct lookup lookup = {.after = code.p};
		if (rules->sources.v[at].replaced || (!stands_on(rules, at, own) && !stands_on(rules, own, at)))
			continue;
		while (lookup_next(lookup.after, code.p, end, &lookup)) {
			if (!lookup.name.n)
				return false;
			*list_push(arena, out) = arena_text(arena, lookup.name);
		}
	}
	return true;
}

static bool texts_hold(const struct texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->n; i++)
		if (strcmp(texts->v[i], text) == 0)
			return true;
	return false;
}

/* The first value, by line, that nobody reads; NULL when each is read. */
static const struct constant *constant_unread(const struct constants *constants, const struct texts *read)
{
	const struct constant *found = NULL;
	for (size_t i = 0; i < constants->n; i++)
		if (!texts_hold(read, constants->v[i].name) && (!found || constants->v[i].line < found->line))
			found = &constants->v[i];
	return found;
}

enum status rules_check_terms(const struct rules *rules, struct err *err)
{
	struct arena *arena = arena_new();
	enum status status = OK;
	for (size_t i = 0; status == OK && i < rules->sources.n; i++) {
		const struct pack_source *source = &rules->sources.v[i];
		struct texts read = {0};
		if (source->replaced || source->shipped || !source->report.constants.n ||
		    !names_read(rules, (int)i, arena, &read))
			continue;
		const struct constant *unread = constant_unread(&source->report.constants, &read);
		*list_push(arena, &read) = NULL;
		if (unread && read.n > 1)
			status = err_set(err, E_RULE, "%s:%d: terms: no rule reads '%s'; did you mean '%s'?",
					 source->file, unread->line, unread->name, nearest_of(unread->name, read.v));
		else if (unread)
			status =
				err_set(err, E_RULE,
					"%s:%d: terms: no rule reads '%s'; leave it out, or name a base whose rules do",
					source->file, unread->line, unread->name);
	}
	arena_free(arena);
	return status;
}
