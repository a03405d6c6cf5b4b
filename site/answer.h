/* answer.h: what is sent: a file, that it did not change, or a refusal; all with the same headers of security. NULL: no memory. */
#ifndef GRIFFIE_SITE_ANSWER_H
#define GRIFFIE_SITE_ANSWER_H

#include "site/published.h"

#include <microhttpd.h>

/* Takes file->fd over, of which nothing is sent with 304 (`unchanged`) but its length. The connection is closed afterwards when `last`. */
struct MHD_Response *answer_file(const struct published *file, bool unchanged, bool last);
/* A refusal by this status, which closes the connection unless the status says only what is not there. */
struct MHD_Response *answer_refusal(unsigned status, bool last);

#endif
