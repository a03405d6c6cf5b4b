/* document_contact.c: done once, where a paper is read: lists, feeds, the journal, questions and what is searched all come from there. */
#include "core/document_contact.h"

#include "core/contact.h"

static void redact(const char **text, struct arena *arena)
{
	*text = contact_free(*text, arena);
}

static void redact_people(struct persons *people, struct arena *arena)
{
	for (size_t i = 0; i < people->n; i++)
		redact(&people->v[i].name, arena);
}

static void redact_relations(struct relations *relations, struct arena *arena)
{
	for (size_t i = 0; i < relations->n; i++)
		redact(&relations->v[i].title, arena);
}

static void redact_requests(struct requests *requests, struct arena *arena)
{
	for (size_t i = 0; i < requests->n; i++)
		redact(&requests->v[i].quote, arena);
}

static void redact_promises(struct promises *promises, struct arena *arena)
{
	for (size_t i = 0; i < promises->n; i++) {
		redact(&promises->v[i].quote, arena);
		redact(&promises->v[i].speaker, arena);
		redact(&promises->v[i].date_text, arena);
	}
}

static void redact_mention(struct mention *mention, struct arena *arena)
{
	redact(&mention->title, arena);
	redact_people(&mention->people, arena);
	redact_relations(&mention->relations, arena);
	redact_requests(&mention->requests, arena);
	for (size_t i = 0; i < mention->events.n; i++)
		redact(&mention->events.v[i].quote, arena);
	for (size_t i = 0; i < mention->notices.n; i++) {
		redact(&mention->notices.v[i].quote, arena);
		redact(&mention->notices.v[i].date_text, arena);
	}
}

void document_contact_redact(struct document *document, struct arena *arena)
{
	redact(&document->title, arena);
	redact_people(&document->people, arena);
	redact_relations(&document->relations, arena);
	redact_requests(&document->requests, arena);
	redact_promises(&document->promises, arena);
	for (size_t i = 0; i < document->mentions.n; i++)
		redact_mention(&document->mentions.v[i], arena);
	for (size_t i = 0; i < document->findings.n; i++)
		redact(&document->findings.v[i].detail, arena);
}
