/* rules.c: which packs there are, and what they declared. The running of rules is derive.c, the worker's outside keeper.c. */
#include "rules/rules_own.h"

#include "rules/nearest.h"
#include "rules/source.h"

#include "core/embedded.h"
#include "hash/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define COMMON_PACK "nl/gemeente"

static int pack_named(const struct rules *rules, struct slice id)
{
	for (size_t i = 0; i < rules->sources.n; i++)
		if (!rules->sources.v[i].replaced && slice_is(id, rules->sources.v[i].report.pack.id))
			return (int)i;
	return -1;
}

/* Its own, or that of its kind: "nl/provincie" for "nl/provincie/zeeland". A name alone is that of a municipality. */
int rules_pack_of(const struct rules *rules, const char *body)
{
	const char *id = body ? body : COMMON_PACK;
	struct slice wanted = slice_of(id);
	int found = pack_named(rules, wanted);
	while (found < 0 && wanted.n) {
		while (wanted.n && wanted.p[wanted.n - 1] != '/')
			wanted.n--;
		wanted.n -= wanted.n > 0;
		found = pack_named(rules, wanted);
	}
	return found < 0 && strncmp(id, "nl/", 3) == 0 ? pack_named(rules, slice_of(COMMON_PACK)) : found;
}

enum status rules_ask(struct rules *rules, const struct buf *out, struct buf *in, struct reader *answer,
		      struct err *err)
{
	size_t sent = 0, taken;
	in->n = 0;
	for (;;) {
		enum keeper_event event = keeper_step(&rules->keeper, out, &sent, in);
		if (event == KEEPER_LATE)
			return err_set(err, E_RULE, "it took too long and was ended");
		if (event == KEEPER_ENDED)
			return err_set(err, E_RULE, "its process ended");
		int whole = in->n ? wire_frame((struct slice){in->p, in->n}, answer, &taken) : 0;
		if (whole > 0 && taken == in->n) {
			rules->frames++;
			return OK;
		}
		if (whole)
			return err_set(err, E_RULE, "its answer makes no sense");
	}
}

/* Sends a pack to the worker. What it reports is in `report`, unless that is NULL. */
static enum status pack_send(struct rules *rules, size_t number, struct pack_report *report, struct err *err)
{
	const struct pack_source *source = &rules->sources.v[number];
	struct buf out, in;
	struct reader answer;
	buf_init(&out);
	buf_init(&in);
	size_t start = wire_begin(&out, FRAME_LOAD);
	wire_put_int(&out, (int)number);
	wire_put_text(&out, source->file);
	wire_put_bytes(&out, source->text);
	wire_end(&out, start);
	enum status status = rules_ask(rules, &out, &in, &answer, err);
	if (status)
		goto out;
	int type = wire_get_int(&answer);
	struct pack_report got = {0};
	if (type == FRAME_PACK)
		wire_get_pack(&answer, rules->arena, &got);
	const char *message = type == FRAME_ERROR ? wire_get_text(&answer) : NULL;
	if (message)
		status = err_set(err, E_RULE, "%s", source_clean(slice_of(message), 200, rules->arena));
	else if (type != FRAME_PACK || answer.bad)
		status = err_set(err, E_RULE, "its answer makes no sense");
	else if (report)
		*report = got;
out:
	if (status && !strstr(err->msg, source->file))
		err_prefix(err, "%s: ", source->file);
	buf_release(&in);
	buf_release(&out);
	return status;
}

enum status rules_restart(struct rules *rules, struct err *err)
{
	enum status status = keeper_start_worker(&rules->keeper, err);
	rules->frames = 0;
	for (size_t i = 0; !status && i < rules->sources.n; i++)
		if (!rules->sources.v[i].replaced)
			status = pack_send(rules, i, NULL, err);
	return status;
}

/* A later file takes the place of a shipped pack with its id, not of another file. */
static enum status pack_place(struct rules *rules, size_t number, struct err *err)
{
	struct pack_source *source = &rules->sources.v[number];
	for (size_t i = 0; i < number; i++) {
		struct pack_source *old = &rules->sources.v[i];
		if (old->replaced || strcmp(old->report.pack.id, source->report.pack.id) != 0)
			continue;
		if (!old->shipped)
			return err_set(err, E_RULE, "%s: the id '%s' is that of %s; give one of them", source->file,
				       source->report.pack.id, old->file);
		old->replaced = true;
	}
	return OK;
}

static enum status pack_add(struct rules *rules, const char *file, struct slice text, bool shipped, struct err *err)
{
	if (rules->sources.n == PACKS_MAX)
		return err_set(err, E_RULE, "%s: more than %d packs", file, PACKS_MAX);
	if (source_check(text, err)) {
		err_prefix(err, "%s: ", file);
		return E_RULE;
	}
	struct pack_source *source = list_push(rules->arena, &rules->sources);
	*source = (struct pack_source){.file = file, .text = text, .shipped = shipped, .base = -1};
	enum status status = pack_send(rules, rules->sources.n - 1, &source->report, err);
	if (status)
		return status;
	source->report.pack.file = shipped ? "(shipped)" : file;
	sha256_text(text.p, text.n, source->report.pack.sha256);
	return pack_place(rules, rules->sources.n - 1, err);
}

/* At most one byte more than a pack may have. Never waits on a pipe. */
static enum status file_read(const char *file, struct arena *arena, struct slice *out, struct err *err)
{
	enum status status = OK;
	struct stat about;
	int fd = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0)
		return err_set(err, errno == ENOENT ? E_NOT_FOUND : E_IO, "%s: %s", file, strerror(errno));
	char *bytes = arena_alloc(arena, SOURCE_MAX + 2);
	size_t n = 0;
	ssize_t got = 0;
	if (fstat(fd, &about) || !S_ISREG(about.st_mode)) {
		status = err_set(err, E_IO, "%s: it is no regular file", file);
		goto out;
	}
	while (n <= SOURCE_MAX && (got = read(fd, bytes + n, SOURCE_MAX + 1 - n)) > 0)
		n += (size_t)got;
	if (got < 0)
		status = err_set(err, E_IO, "%s: %s", file, strerror(errno));
	else
		*out = (struct slice){bytes, n};
out:
	close(fd);
	return status;
}

static int source_find(const struct rules *rules, const char *id)
{
	for (size_t i = 0; i < rules->sources.n; i++)
		if (!rules->sources.v[i].replaced && strcmp(rules->sources.v[i].report.pack.id, id) == 0)
			return (int)i;
	return -1;
}

static enum status base_missing(const struct rules *rules, const struct pack_source *source, const char *base,
				struct err *err)
{
	enum { NEAR = 3 };
	const char **known = arena_alloc(rules->arena, (rules->sources.n + 1) * sizeof *known);
	for (size_t i = 0; i < rules->sources.n; i++)
		known[i] = rules->sources.v[i].report.pack.id;
	const char *near = nearest_of(base, known);
	if (nearest_distance(base, near) <= NEAR)
		return err_set(err, E_RULE, "%s: there is no pack '%s' for its base; did you mean '%s'?", source->file,
			       base, near);
	return err_set(err, E_RULE, "%s: there is no pack '%s' for its base; give it with --pack too", source->file,
		       base);
}

/* Every base is there, and no pack is its own. */
static enum status bases_bind(struct rules *rules, struct err *err)
{
	for (size_t i = 0; i < rules->sources.n; i++) {
		struct pack_source *source = &rules->sources.v[i];
		const char *base = source->report.pack.base;
		source->base = base ? source_find(rules, base) : -1;
		if (base && source->base < 0)
			return base_missing(rules, source, base, err);
	}
	for (size_t i = 0; i < rules->sources.n; i++) {
		int at = (int)i;
		for (int depth = 0; at >= 0; depth++, at = rules->sources.v[at].base)
			if (depth == CHAIN_MAX)
				return err_set(err, E_RULE, "%s: its bases go round, or are more than %d",
					       rules->sources.v[i].file, CHAIN_MAX - 1);
	}
	return OK;
}

static int pack_cmp(const void *a, const void *b)
{
	return strcmp(((const struct pack *)a)->id, ((const struct pack *)b)->id);
}

/* The words of its bases, behind its own. */
static void aliases_inherit(struct rules *rules, struct pack_source *source)
{
	struct {
		struct alias *v;
		size_t n;
		size_t cap;
	} all = {0};
	const struct pack_source *from = source;
	for (;; from = &rules->sources.v[from->base]) {
		for (size_t i = 0; i < from->own_aliases; i++)
			*list_push(rules->arena, &all) = from->report.calendar.aliases[i];
		if (from->base < 0)
			break;
	}
	source->report.calendar.aliases = all.v;
	source->report.calendar.alias_count = all.n;
}

static void lists_fill(struct rules *rules)
{
	for (size_t i = 0; i < rules->sources.n; i++)
		rules->sources.v[i].own_aliases = rules->sources.v[i].report.calendar.alias_count;
	for (size_t i = 0; i < rules->sources.n; i++) {
		struct pack_source *source = &rules->sources.v[i];
		source->first = rules->list.n;
		if (source->replaced)
			continue;
		aliases_inherit(rules, source);
		*list_push(rules->arena, &rules->packs) = source->report.pack;
		for (size_t k = 0; k < source->report.rules.n; k++)
			*list_push(rules->arena, &rules->list) = source->report.rules.v[k];
		for (int at = source->base; at >= 0 && source->report.calendar.atw == ATW_UNKNOWN;
		     at = rules->sources.v[at].base)
			source->report.calendar.atw = rules->sources.v[at].report.calendar.atw;
	}
	qsort(rules->packs.v, rules->packs.n, sizeof *rules->packs.v, pack_cmp);
}

static enum status packs_load(struct rules *rules, const char *const *files, size_t n, struct err *err)
{
	static const char folder[] = "rules/packs/";
	enum status status = OK;
	for (const struct embedded *e = embedded_files; !status && e->name; e++)
		if (strncmp(e->name, folder, sizeof folder - 1) == 0)
			status = pack_add(rules, e->name, (struct slice){e->begin, (size_t)(e->end - e->begin)}, true,
					  err);
	for (size_t i = 0; !status && i < n; i++) {
		struct slice text = {0};
		status = file_read(files[i], rules->arena, &text, err);
		if (!status)
			status = pack_add(rules, arena_text(rules->arena, slice_of(files[i])), text, false, err);
	}
	status = status ? status : bases_bind(rules, err);
	status = status ? status : rules_inherit(rules, err);
	return status ? status : rules_check_terms(rules, err);
}

enum status rules_open(const char *const *files, size_t n, struct rules **out, struct err *err)
{
	struct arena *arena = arena_new();
	struct rules *rules = arena_alloc(arena, sizeof *rules);
	*rules = (struct rules){.arena = arena, .keeper = {.control = -1, .fd = -1}};
	enum status status = keeper_open(&rules->keeper, err);
	if (!status)
		status = keeper_start_worker(&rules->keeper, err);
	if (!status)
		status = packs_load(rules, files, n, err);
	if (status) {
		rules_free(rules);
		return status;
	}
	lists_fill(rules);
	*out = rules;
	return OK;
}

void rules_free(struct rules *rules)
{
	if (!rules)
		return;
	keeper_close(&rules->keeper);
	arena_free(rules->arena);
}

size_t rules_source_of(const struct rules *rules, const struct rule *rule)
{
	size_t number = (size_t)(rule - rules->list.v), at = 0;
	for (size_t i = 0; i < rules->sources.n; i++)
		if (!rules->sources.v[i].replaced && rules->sources.v[i].first <= number)
			at = i;
	return at;
}

bool rules_serve(const struct rules *rules, const char *body, const char *pack)
{
	for (int at = rules_pack_of(rules, body); at >= 0; at = rules->sources.v[at].base)
		if (strcmp(rules->sources.v[at].report.pack.id, pack) == 0)
			return true;
	return false;
}

size_t rules_packs(const struct rules *rules, const struct pack **out)
{
	*out = rules->packs.v;
	return rules->packs.n;
}

size_t rules_list(const struct rules *rules, const struct rule **out)
{
	*out = rules->list.v;
	return rules->list.n;
}

const struct calendar *rules_calendar(const struct rules *rules, const char *body)
{
	int pack = rules_pack_of(rules, body);
	return pack < 0 ? NULL : &rules->sources.v[pack].report.calendar;
}
