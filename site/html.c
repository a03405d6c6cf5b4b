/* html.c: the few shapes that pages are made of. */
#include "site/html.h"

#include "feed/clean.h"

enum { FACT_MOST = 400 };

const char html_style[] =
	":root{color-scheme:light dark}\n"
	"body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1rem}\n"
	"h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1.05rem;margin:0}\n"
	"table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid "
	"#8886}\n"
	"td.n{text-align:right;font-variant-numeric:tabular-nums}\n"
	"dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dt{opacity:.75}dd{margin:0}\n"
	"blockquote{margin:.5rem 0;padding-left:.8rem;border-left:3px solid #8888}\n"
	"section{border-top:1px solid #8886;padding:.8rem 0}section:target{outline:2px solid "
	"steelblue;outline-offset:.3rem}\n"
	"footer{margin-top:3rem;opacity:.75;font-size:.85rem;overflow-wrap:anywhere}\n";

void html_text(struct buf *out, const char *text)
{
	static const char markup[] = "&<>\"'";
	static const char *const escaped[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
	for (const char *p = text; p && *p;) {
		size_t n = strcspn(p, markup);
		buf_add(out, p, n);
		p += n;
		if (*p)
			buf_add_text(out, escaped[strchr(markup, *p++) - markup]);
	}
}

void html_clean(struct buf *out, const char *text, size_t max, struct arena *scratch)
{
	html_text(out, clean_line(text, max, scratch));
}

static void head_begin(struct buf *out, bool dutch, const char *title, struct arena *scratch)
{
	buf_printf(out,
		   "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		   "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
		   dutch ? "nl" : "en");
	html_clean(out, title, FACT_MOST, scratch);
	buf_add_text(out, "</title>\n");
}

void html_begin(struct buf *out, bool dutch, const char *title, const char *up, struct arena *scratch)
{
	head_begin(out, dutch, title, scratch);
	buf_printf(out, "<link rel=\"stylesheet\" href=\"%sstyle.css\">\n</head>\n<body>\n", up);
}

void html_begin_alone(struct buf *out, bool dutch, const char *title, struct arena *scratch)
{
	static const char paper[] = "@media print{body{max-width:none;padding:0;font-size:10pt}\n"
				    "section,blockquote,tr{break-inside:avoid}h2,h3{break-after:avoid}}\n";
	head_begin(out, dutch, title, scratch);
	buf_printf(out, "<style>\n%s%s</style>\n</head>\n<body>\n", html_style, paper);
}

void html_end(struct buf *out)
{
	buf_add_text(out, "</body>\n</html>\n");
}

void html_fact(struct buf *out, const char *label, const char *text, struct arena *scratch)
{
	if (!text || !*text)
		return;
	buf_printf(out, "<dt>%s</dt><dd>", label);
	html_clean(out, text, FACT_MOST, scratch);
	buf_add_text(out, "</dd>\n");
}
