/* evidence.c: places for people; programs get the SHA-256 and the bytes. */
#include "cli/evidence.h"

enum status evidence_place(struct session *session, const struct quote *quote, const char **out, struct err *err)
{
	struct stored_document stored;
	struct text text;
	*out = NULL;
	if (!quote->document)
		return OK;
	enum status status = db_document_load(session->db, quote->document, session->arena, &stored, err);
	if (status != OK)
		return status;
	*out = stored.path;
	if (!*quote->text)
		return OK;
	text_read(stored.text, session->arena, &text);
	*out = arena_printf(session->arena, _("%s, page %d, bytes %zu to %zu"), stored.path,
			    text_page(&text, quote->raw.start), quote->raw.start, quote->raw.end);
	return OK;
}
