/* html.h: pages without scripts. Every text goes through html_text or html_clean, so that none can add a tag. */
#ifndef GRIFFIE_SITE_HTML_H
#define GRIFFIE_SITE_HTML_H

#include "core/base.h"

/* Adds `text` (NULL: nothing), with the characters of markup escaped; between tags and in quoted attributes. */
void html_text(struct buf *out, const char *text);
/* The same of text of a paper: cleaned as in calendars, telephone numbers and addresses of people out, at most `max` characters. */
void html_clean(struct buf *out, const char *text, size_t max, struct arena *scratch);
/* A whole document around its body; `up` leads to the folder of the style ("", "../"). */
void html_begin(struct buf *out, bool dutch, const char *title, const char *up, struct arena *scratch);
/* The same of a page that is kept as one file: its style stands in it, fit for paper too. */
void html_begin_alone(struct buf *out, bool dutch, const char *title, struct arena *scratch);
void html_end(struct buf *out);
/* "<dt>label</dt><dd>text</dd>", unless the text is NULL or empty; cleaned. */
void html_fact(struct buf *out, const char *label, const char *text, struct arena *scratch);

/* The style of all pages. */
extern const char html_style[];

#endif
