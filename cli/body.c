/* body.c: whether --body can be meant. What is stored under a wrong name is found by nobody, so that a slip of the pen is refused; any
 * council of the country goes, since those without a pack of their own have the common rules.
 */
#include "cli/print.h"

#include "core/embedded.h"

/* Where no packs are loaded, those that are shipped: a pack's file is named after its body. */
static struct names shipped_bodies(struct arena *arena)
{
	static const char folder[] = "rules/packs/", ending[] = ".lua";
	const size_t around = sizeof folder - 1 + sizeof ending - 1;
	struct names bodies = {0};
	for (const struct embedded *e = embedded_files; e->name; e++) {
		size_t n = strlen(e->name);
		if (n > around && strncmp(e->name, folder, sizeof folder - 1) == 0)
			*list_push(arena, &bodies) =
				arena_text(arena, (struct slice){e->name + sizeof folder - 1, n - around});
	}
	return bodies;
}

static struct names known_bodies(const struct session *session)
{
	const struct pack *packs;
	struct names bodies = {0};
	if (!session->rules)
		return shipped_bodies(session->arena);
	size_t n = rules_packs(session->rules, &packs);
	for (size_t i = 0; i < n; i++)
		*list_push(session->arena, &bodies) = packs[i].id;
	return bodies;
}

/* Letters and digits only, small. */
static const char *fold(struct arena *arena, const char *name)
{
	char *out = arena_alloc(arena, strlen(name) + 1), *at = out;
	for (; *name; name++) {
		char c = *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name;
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			*at++ = c;
	}
	return out;
}

/* Whether one letter more, less or other makes them the same. */
static bool is_near(const char *a, const char *b)
{
	size_t i = 0, na = strlen(a), nb = strlen(b);
	while (a[i] && a[i] == b[i])
		i++;
	while (na > i && nb > i && a[na - 1] == b[nb - 1]) {
		na--;
		nb--;
	}
	return na - i <= 1 && nb - i <= 1;
}

/* The one that may be meant, with its country or without; NULL when none is near. */
static const char *nearest(const struct session *session, const struct names *bodies)
{
	const char *asked = fold(session->arena, session->body);
	for (size_t i = 0; i < bodies->n; i++) {
		const char *slash = strchr(bodies->v[i], '/');
		if (is_near(asked, fold(session->arena, bodies->v[i])) ||
		    (slash && is_near(asked, fold(session->arena, slash))))
			return bodies->v[i];
	}
	return NULL;
}

/* "nl/zaanstad"; without packs at hand, "be/gent" may have been read with one. */
static bool is_shaped(const struct session *session)
{
	const char *body = session->body;
	size_t country = strspn(body, "abcdefghijklmnopqrstuvwxyz");
	if (body[country] != '/' || (session->rules && strncmp(body, "nl/", 3) != 0))
		return false;
	size_t n = strspn(body + country + 1, "abcdefghijklmnopqrstuvwxyz0123456789-");
	return n && !body[country + 1 + n];
}

enum status session_check_body(const struct session *session, struct err *err)
{
	struct names bodies = known_bodies(session);
	struct buf list;
	enum status status = OK;
	for (size_t i = 0; i < bodies.n; i++)
		if (strcmp(bodies.v[i], session->body) == 0)
			return OK;
	const char *near = nearest(session, &bodies);
	if (near)
		return err_set(err, E_USAGE, _("unknown body '%s': did you mean '%s'?"), session->body, near);
	buf_init(&list);
	for (size_t i = 0; i < bodies.n; i++)
		buf_printf(&list, "%s%s", i ? ", " : "", bodies.v[i]);
	if (!is_shaped(session))
		status = err_set(err, E_USAGE, _("unknown body '%s': one of %s, or another council as nl/NAME"),
				 session->body, list.p ? list.p : "");
	else if (session->rules && !session->quiet)
		print_message(arena_printf(session->arena,
					   _("there is no rule pack for '%s': it has the common rules (packs: %s)"),
					   session->body, list.p ? list.p : ""));
	buf_release(&list);
	return status;
}
