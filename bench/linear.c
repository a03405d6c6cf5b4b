/* linear.c: does the cost of reading grow with the text, and no faster: linear SMALL LARGE [FILE...], sizes in MB, each file a paper.
 *
 * Behind each paper, which says of what kind the text is, stands one piece over and over: a mark that opens and never closes, a line, a
 * heading, a question, a day. Each text is read in a process of its own, so that its memory can be told. A row names the paper with which
 * the large text takes longest; it fails when a byte of it costs FACTOR times one of the small text or more, or reading does not end.
 */
#include "core/document.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define EACH "*"

enum { MEGA = 1000 * 1000, FACTOR = 3, SECONDS_MOST = 60, PAPERS_MOST = 64 };

static const struct {
	const char *name;
	const char *piece; /* NULL: random bytes of ASCII; "": the paper itself; EACH: all of these in turn */
} texts[] = {
	{"all of these in turn", EACH},
	{"the paper again and again", ""},
	{"random bytes", NULL},
	{"one word", "a"},
	{"one line", "woord "},
	{"capitals", "Aa "},
	{"opening quotation marks", " ‘"},
	{"quotation marks of all kinds", " ‘“\"'„« "},
	{"quoted in lines", "‘zo\n"},
	{"brackets", "("},
	{"brackets that close", "(a) "},
	{"bullets", "- \n"},
	{"items", "- iets\n"},
	{"blank lines", "\n\n"},
	{"pages", "\f"},
	{"pages of a line", "Pagina 2\f"},
	{"full stops", ". "},
	{"commas", "een, "},
	{"colons", "een: "},
	{"commanding lines", "verzoekt het college:\n"},
	{"considering lines", "overwegende dat\n"},
	{"answers", "Antwoord 2 en 3\n"},
	{"questions", "Vraag 1\nWat?\nAntwoord 1\nDat.\n"},
	{"numbered lines", "1. Is dat zo?\n"},
	{"days", "3 maart 2025 "},
	{"days in lines", "Op 3 maart 2025 wordt u bericht.\n"},
	{"seasons", "in het voorjaar of de zomer van 2025 "},
	{"promises", "Wij zullen u voor de zomer informeren. "},
	{"a promise without an end", "en zullen wij u informeren "},
	{"motions", "de motie ‘Een’ (RIS321221) is aangenomen. "},
	{"motions in lines", "Motie: Een (RIS321221) aangenomen\n"},
	{"settled motions", "Hiermee beschouwen wij de motie als afgedaan. "},
	{"commitments", "toezegging 12, 13 en "},
	{"numbers", "RIS321221 "},
	{"numbers of the Kamer", "2024Z12583 "},
	{"parties", "D66, VVD, "},
	{"speakers", "Wethouder Smit: dat doe ik.\n"},
	{"members", "Jan Smit (D66). Nee.\n"},
	{"heads of a letter", "Onderwerp: motie ‘\n"},
	{"fields", "Indiener: Smit, D66\n"},
	{"formulas", "en gaat over tot de orde van de dag.\n"},
	{"rows of a list", "L.2 Motie Een aangenomen\n"},
	{"hyphens", "ge-\n"},
	{"councils", "gemeente Den Haag "},
};

struct paper {
	const char *path;
	struct slice text;
};

/* What reading took. */
struct cost {
	double seconds; /* 0: it did not end */
	double megabytes;
};

static struct slice file_read(const char *path, struct arena *arena)
{
	FILE *file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END) != 0) {
		fprintf(stderr, "linear: cannot read %s\n", path);
		exit(2);
	}
	long size = ftell(file);
	rewind(file);
	char *bytes = arena_alloc(arena, (size_t)(size > 0 ? size : 1));
	size_t n = fread(bytes, 1, (size_t)(size > 0 ? size : 0), file);
	fclose(file);
	return (struct slice){bytes, n};
}

static void add_random(struct buf *out, size_t size)
{
	uint64_t state = 88172645463325252u;
	while (out->n < size) {
		state ^= state << 13;
		state ^= state >> 7;
		state ^= state << 17;
		char c = (char)(state >> 32 & 0x7f);
		buf_add(out, c ? &c : " ", 1);
	}
}

static void add_each(struct buf *out, size_t size)
{
	for (size_t i = 0; out->n < size; i = (i + 1) % ARRAY_SIZE(texts))
		if (texts[i].piece && strcmp(texts[i].piece, EACH) != 0)
			buf_add_text(out, texts[i].piece);
}

static void text_make(const struct paper *paper, const char *piece, size_t size, struct buf *out)
{
	buf_init(out);
	buf_add(out, paper->text.p, paper->text.n);
	buf_add_text(out, "\n");
	if (!piece)
		add_random(out, size);
	else if (strcmp(piece, EACH) == 0)
		add_each(out, size);
	struct slice again = piece && *piece ? slice_of(piece) : paper->text;
	while (out->n < size)
		buf_add(out, again.p, again.n);
}

static void text_read_whole(const struct buf *text)
{
	struct arena *arena = arena_new();
	struct document document;
	struct document_context context = {.on = date_make(2025, 3, 10)};
	document_read((struct slice){text->p, text->n}, &context, arena, &document);
	arena_free(arena);
}

static struct cost cost_of(const struct paper *paper, const char *piece, size_t size)
{
	struct rusage use;
	int status;
	pid_t child = fork();
	if (child == 0) {
		struct rlimit limit = {SECONDS_MOST, SECONDS_MOST};
		struct buf text;
		setrlimit(RLIMIT_CPU, &limit);
		text_make(paper, piece, size, &text);
		text_read_whole(&text);
		_exit(0);
	}
	if (child < 0 || wait4(child, &status, 0, &use) < 0 || status != 0)
		return (struct cost){0};
	return (struct cost){(double)use.ru_utime.tv_sec + (double)use.ru_stime.tv_sec +
				     (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / MEGA,
			     (double)use.ru_maxrss * 1024 / MEGA};
}

/* How much more a byte of the large text costs. */
static double factor_of(const struct cost cost[2], const size_t sizes[2])
{
	const double least = 0.005; /* seconds; less cannot be told apart */
	double small = cost[0].seconds > least ? cost[0].seconds : least;
	return cost[1].seconds / small * (double)sizes[0] / (double)sizes[1];
}

/* The paper with which it takes longest, or the first with which it takes too long; false when there is one. */
static bool row_print(size_t row, const struct paper *papers, size_t n, const size_t sizes[2])
{
	struct cost slowest[2] = {{0}};
	const char *path = "", *verdict = "";
	for (size_t i = 0; i < n && !*verdict; i++) {
		struct cost cost[2] = {cost_of(&papers[i], texts[row].piece, sizes[0] * MEGA),
				       cost_of(&papers[i], texts[row].piece, sizes[1] * MEGA)};
		bool ends = cost[0].seconds > 0 && cost[1].seconds > 0;
		verdict = !ends ? "  DOES NOT END" : factor_of(cost, sizes) >= FACTOR ? "  TOO SLOW" : "";
		if (!*verdict && cost[1].seconds <= slowest[1].seconds)
			continue;
		memcpy(slowest, cost, sizeof slowest);
		path = papers[i].path;
	}
	printf("%-30s %7.2f s %7.2f s %5.2f %7.1f MB %7.1f MB/s  %s%s\n", texts[row].name, slowest[0].seconds,
	       slowest[1].seconds, factor_of(slowest, sizes), slowest[1].megabytes,
	       slowest[1].seconds > 0 ? (double)sizes[1] / slowest[1].seconds : 0, path, verdict);
	fflush(stdout);
	return !*verdict;
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct paper papers[PAPERS_MOST];
	size_t sizes[2] = {0}, n = 1;
	papers[0] = (struct paper){"no paper", SLICE("Zo maar tekst.")};
	for (int i = 1; i < argc && i < 3; i++)
		sizes[i - 1] = strtoul(argv[i], NULL, 10);
	for (int i = 3; i < argc && n < PAPERS_MOST; i++)
		papers[n++] = (struct paper){argv[i], file_read(argv[i], arena)};
	if (!sizes[0] || !sizes[1]) {
		fprintf(stderr, "usage: linear SMALL LARGE [FILE...]\n");
		return 2;
	}
	printf("%-30s %6zu MB %6zu MB a byte   memory\n", "", sizes[0], sizes[1]);
	bool ok = true;
	for (size_t row = 0; row < ARRAY_SIZE(texts); row++)
		ok = row_print(row, papers, n, sizes) && ok;
	arena_free(arena);
	return !ok;
}
