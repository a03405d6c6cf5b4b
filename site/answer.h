/* answer.h: what is sent: a file, that it did not change, or a refusal; all with the same headers of security. NULL: no memory. */
#ifndef GRIFFIE_SITE_ANSWER_H
#define GRIFFIE_SITE_ANSWER_H

#include "site/published.h"

#include <microhttpd.h>

/* Takes file->fd over. The connection is closed afterwards when `last`. */
struct MHD_Response *answer_file(const struct published *file, bool last);
/* 304: nothing of the file is sent; its descriptor stays the caller's. */
struct MHD_Response *answer_unchanged(const struct published *file, bool last);
/* A refusal by this status, which closes the connection unless the status says only what is not there. */
struct MHD_Response *answer_refusal(unsigned status, bool last);

#endif
