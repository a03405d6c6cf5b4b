/* inherit.c: what a rule leaves unsaid is that of the rule of the same id of its base.
 *
 * Only its file knows a rule, and only here are all files known. A rule that has no derive of its own runs that of the nearest base that
 * has one; title, source and kinds come from the nearest that says them. One that applies to nothing (applies_to = {}) only stands in the way
 * of that of the base. `verified` speaks of a source, and comes or stays with it.
 */
#include "rules/rules_own.h"

#include "rules/nearest.h"

/* The rule of this id in the nearest base above `pack`. False when there is none; `n` is how many of that id stand there. */
static bool base_rule(const struct rules *rules, int pack, const char *id, struct rule_place *out, size_t *n)
{
	*n = 0;
	for (int at = rules->sources.v[pack].base; at >= 0 && !*n; at = rules->sources.v[at].base) {
		const struct pack_report *report = &rules->sources.v[at].report;
		for (size_t i = report->rules.n; i--;)
			if (strcmp(report->rules.v[i].id, id) == 0) {
				*out = (struct rule_place){at, (int)i};
				++*n;
			}
	}
	return *n != 0;
}

/* Says which rule was meant. */
static enum status rule_missing(const struct rules *rules, int pack, const struct rule *rule, int line, struct err *err)
{
	const char *known[RULES_MAX * CHAIN_MAX + 1] = {NULL};
	size_t n = 0;
	for (int at = rules->sources.v[pack].base; at >= 0; at = rules->sources.v[at].base)
		for (size_t i = 0; i < rules->sources.v[at].report.rules.n; i++)
			known[n++] = rules->sources.v[at].report.rules.v[i].id;
	const char *file = rules->sources.v[pack].file;
	if (!n)
		return err_set(err, E_RULE, "%s:%d: rule '%s': 'derive' is missing, and no base has rules", file, line,
			       rule->id);
	return err_set(err, E_RULE,
		       "%s:%d: rule '%s': 'derive' is missing, and no base has a rule of this id; did you mean '%s'?",
		       file, line, rule->id, nearest_of(rule->id, known));
}

/* What `rule` leaves unsaid, from `base`. */
static void words_fill(struct rule *rule, struct rule_form *form, const struct rule *base,
		       const struct rule_form *base_form)
{
	if (!rule->title)
		rule->title = base->title;
	if (!rule->source && form->verified < 0)
		form->verified = base_form->verified;
	if (!rule->source)
		rule->source = base->source;
	if (!form->kinds) {
		form->kinds = base_form->kinds;
		rule->applies = base->applies;
		rule->applies_to = base->applies_to;
	}
	if (rule->valid_from == DATE_NONE && rule->valid_to == DATE_NONE) {
		rule->valid_from = base->valid_from;
		rule->valid_to = base->valid_to;
	}
}

static enum status rule_fill(struct rules *rules, struct rule_place place, struct err *err)
{
	struct pack_source *source = &rules->sources.v[place.pack];
	struct rule *rule = &source->report.rules.v[place.number];
	struct rule_form form = source->report.forms.v[place.number];
	struct rule_place at = place;
	while (!rules->sources.v[at.pack].report.forms.v[at.number].derives) {
		size_t n;
		if (!base_rule(rules, at.pack, rule->id, &at, &n))
			return rule_missing(rules, place.pack, rule, form.line, err);
		if (n > 1)
			return err_set(err, E_RULE,
				       "%s:%d: rule '%s': 'derive' is missing, and the base has this rule %zu times, "
				       "each for other days",
				       source->file, form.line, rule->id, n);
		const struct pack_report *base = &rules->sources.v[at.pack].report;
		words_fill(rule, &form, &base->rules.v[at.number], &base->forms.v[at.number]);
	}
	const struct rule *derives = &rules->sources.v[at.pack].report.rules.v[at.number];
	rule->verified = form.verified == 1;
	source->derives[place.number] = at;
	if (at.pack == place.pack)
		return OK;
	rule->derives_as = rules->sources.v[at.pack].report.pack.id;
	rule->first_line = derives->first_line;
	rule->last_line = derives->last_line;
	return OK;
}

enum status rules_inherit(struct rules *rules, struct err *err)
{
	enum status status = OK;
	for (size_t i = 0; i < rules->sources.n; i++) {
		struct pack_source *source = &rules->sources.v[i];
		size_t n = source->report.rules.n;
		source->derives = n ? arena_alloc(rules->arena, n * sizeof *source->derives) : NULL;
		for (size_t k = 0; status == OK && !source->replaced && k < n; k++)
			status = rule_fill(rules, (struct rule_place){(int)i, (int)k}, err);
	}
	return status;
}
