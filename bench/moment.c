/* moment.c: how fast moments are read, beside what else can be done with the same bytes: moment MEGABYTES.
 *
 * The text is made here, twice. As in council papers: a trigger, a word or number at which the grammar is asked, about every 130 bytes,
 * and a moment about every 430. And dense: a moment about every 130 bytes. Each pass runs over the same bytes in the same run, best
 * of five, in processor time. Fails when the first text is read at less than 400 MB/s and less than 0.4 of a pass of one table look-up a byte.
 */
#include "core/moment.h"
#include "core/moment_scan.h"

#include <sys/resource.h>

#ifdef HAVE_PCRE2
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif

enum { LINE = 100, BLOCK = 64 * 1024, RUNS = 5, MEGA = 1000 * 1000 };

/* ---- the text ---- */

static const char *const subjects[] = {
	"Het college",
	"De raad",
	"De wethouder",
	"De commissie Leefomgeving",
	"Een deel van de wijk",
	"De gemeente",
	"De fractie van de buurt",
	"De rekenkamer",
	"De bewonersvereniging",
	"Deze motie",
	"Dit voorstel",
	"Het bestuur van de stichting",
};

static const char *const verbs[] = {
	"vindt dat over dit onderwerp",
	"ziet in de praktijk dat",
	"heeft met de partners besproken dat",
	"vraagt aandacht voor de vraag of",
	"wijst er in de brief op dat",
	"is van mening dat in de stad",
	"stelt in RIS 318204 vast dat",
	"constateert op basis van de cijfers dat",
	"deelt de zorg dat",
	"licht bij de behandeling toe dat",
	"houdt rekening met het feit dat",
	"onderschrijft na overleg dat",
};

static const char *const objects[] = {
	"de kosten van het onderhoud per woning hoger zijn dan 1.250 euro",
	"een betere verbinding tussen de wijken voor veel mensen van belang is",
	"de inzet van vrijwilligers bij het wijkcentrum niet vanzelf spreekt",
	"er voor dit plan binnen de begroting geen dekking is gevonden",
	"de veiligheid op het plein om een andere aanpak vraagt",
	"het overleg met de ondernemers tot een goed resultaat heeft geleid",
	"de uitkomsten van het onderzoek nog niet met de raad zijn gedeeld",
	"alle scholen in het stadsdeel aan de regeling kunnen meedoen",
};

static const char *const promises[] = {
	"De raad ontvangt", "Wij sturen u",   "Het college verwacht", "De wethouder komt terug op dit punt",
	"U hoort van ons",  "Het plan volgt", "Een voorstel is er",   "De evaluatie wordt afgerond",
};

static const char *const moments[] = {
	"in het voorjaar van 2026",
	"uiterlijk 1 juli 2025",
	"voor het zomerreces",
	"in het derde kwartaal van 2025",
	"binnen zes weken",
	"op 14 mei 2025",
	"in Q4 2025",
	"eind dit jaar",
	"volgend jaar",
	"na de zomer",
	"zo spoedig mogelijk",
	"begin 2026",
	"tussen 1 maart en 1 juni 2026",
	"in de eerste helft van 2026",
	"medio september",
	"per 1 januari 2026",
	"in week 23",
	"voor het einde van het jaar",
	"komend najaar",
	"op 6 en 11 november 2025",
	"jaarlijks",
	"uiterlijk in mei",
	"over drie maanden",
	"op dinsdag 3 juni",
	"d.d. 14-02-2025",
	"binnenkort",
	"vóór 15 oktober 2025",
	"van 4 tot en met 22 januari",
	"in de loop van 2026",
	"in december",
};

static uint32_t pick(uint32_t *state, size_t n)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % (uint32_t)n;
}

/* Appends a sentence, wrapped at LINE bytes; `*column` is where the line stands. */
static void add(struct buf *out, const char *words, size_t *column)
{
	for (const char *word = words; *word;) {
		size_t n = strcspn(word, " ");
		bool wrap = *column + n > LINE;
		buf_add(out, wrap ? "\n" : " ", 1);
		buf_add(out, word, n);
		*column = (wrap ? 0 : *column + 1) + n;
		word += n + (word[n] == ' ');
	}
}

#define ONE_OF(list) (list)[pick(&state, ARRAY_SIZE(list))]

/* `percent` of the sentences name a moment. */
static void text_make(struct buf *out, size_t size, unsigned percent)
{
	uint32_t state = 20250123;
	size_t column = 0;
	while (out->n < size) {
		bool promise = pick(&state, 100) < percent;
		add(out, promise ? ONE_OF(promises) : ONE_OF(subjects), &column);
		add(out, promise ? ONE_OF(moments) : ONE_OF(verbs), &column);
		add(out, promise ? "een brief over de voortgang van het project." : ONE_OF(objects), &column);
	}
}

/* ---- the passes: each gives a number, so that none is optimised away ---- */

static unsigned char letters[256];

static size_t pass_table(struct slice text)
{
	size_t n = 0;
	for (size_t i = 0; i < text.n; i++)
		n += letters[(unsigned char)text.p[i]];
	return n;
}

static size_t pass_memchr(struct slice text)
{
	size_t n = 0;
	for (const char *p = text.p, *end = p + text.n; (p = memchr(p, '\n', (size_t)(end - p))); p++)
		n++;
	return n;
}

static size_t pass_moments(struct slice text)
{
	struct moment_context context = {.anchor = date_make(2025, 1, 23)};
	size_t n = 0;
	while (text.n > 0) {
		size_t block = text.n < BLOCK ? text.n : BLOCK;
		while (block < text.n && text.p[block] != '\n')
			block++;
		struct arena *arena = arena_new();
		struct moments found = {0};
		moment_list((struct slice){text.p, block}, &context, arena, &found);
		n += found.n;
		arena_free(arena);
		text = (struct slice){text.p + block, text.n - block};
	}
	return n;
}

/* How often the grammar is asked. */
static size_t count_triggers(struct slice text)
{
	struct scan scan = moment_scan(text);
	size_t n = 0;
	for (size_t from = 0; moment_scan_next(&scan, from); n++)
		for (from = scan.chain.start; from < text.n && text.p[from] > ' '; from++)
			;
	return n;
}

#ifdef HAVE_PCRE2
/* The words with which moments begin or that carry them: what a regular expression would have to look for first. */
static const char cue_words[] = "\\b(?:jan(?:uari)?|feb(?:ruari)?|maart|april|mei|juni|juli|aug(?:ustus)?|sep(?:tember)"
				"?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
				"|voorjaar|lente|zomer|najaar|herfst|winter|kwartaal|q[1-4]|helft|week|weken|maand(?:"
				"en)?|jaar|jaarlijks|reces|zomerreces|kerst(?:reces)?"
				"|prinsjesdag|uiterlijk|binnenkort|zo spoedig "
				"mogelijk|begin|medio|eind|maandag|dinsdag|woensdag|donderdag|vrijdag"
				"|\\d{1,2}-\\d{1,2}-\\d{4})\\b";

static size_t pass_pcre2(struct slice text)
{
	int code;
	PCRE2_SIZE at;
	pcre2_code *re = pcre2_compile((PCRE2_SPTR)cue_words, PCRE2_ZERO_TERMINATED, PCRE2_CASELESS, &code, &at, NULL);
	if (!re || pcre2_jit_compile(re, PCRE2_JIT_COMPLETE) != 0)
		return 0;
	pcre2_match_data *match = pcre2_match_data_create_from_pattern(re, NULL);
	size_t n = 0;
	for (PCRE2_SIZE from = 0; pcre2_jit_match(re, (PCRE2_SPTR)text.p, text.n, from, 0, match, NULL) > 0; n++)
		from = pcre2_get_ovector_pointer(match)[1];
	pcre2_match_data_free(match);
	pcre2_code_free(re);
	return n;
}
#endif

/* ---- measuring ---- */

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Prints and returns the MB/s of the best of RUNS. */
static double measure(const char *name, size_t (*pass)(struct slice), struct slice text)
{
	double best = 0;
	size_t n = 0;
	for (int i = 0; i < RUNS; i++) {
		double start = now();
		n = pass(text);
		double speed = (double)text.n / MEGA / (now() - start);
		if (speed > best)
			best = speed;
	}
	printf("  %-28s %8.0f MB/s %10zu found\n", name, best, n);
	return best;
}

static long peak_kilobytes(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

/* False when the target is missed. */
static bool compare_passes(const char *name, size_t size, unsigned percent)
{
	struct buf made;
	buf_init(&made);
	text_make(&made, size, percent);
	struct slice text = {made.p, made.n};
	printf("%zu MB, %s: a trigger every %zu bytes, a moment every %zu\n", size / MEGA, name,
	       text.n / count_triggers(text), text.n / pass_moments(text));
	double table = measure("one table look-up a byte", pass_table, text);
	measure("memchr for line ends", pass_memchr, text);
	long before = peak_kilobytes();
	double ours = measure("moments", pass_moments, text);
	long grown = peak_kilobytes() - before;
#ifdef HAVE_PCRE2
	measure("PCRE2 with JIT, cue words", pass_pcre2, text);
#else
	puts("  PCRE2: libpcre2-dev is not installed");
#endif
	printf("  ratio to the look-up pass %.2f; memory grew by %ld KB\n", ours / table, grown);
	buf_release(&made);
	return ours >= 400 || ours / table >= 0.4;
}

int main(int count, char **words)
{
	int size = count == 2 ? (int)strtol(words[1], NULL, 10) : 0;
	if (size < 1) {
		fputs("usage: moment MEGABYTES\n", stderr);
		return 2;
	}
	for (int c = 0; c < 256; c++)
		letters[c] = (c | 32) >= 'a' && (c | 32) <= 'z';
	bool reached = compare_passes("as in papers", (size_t)size * MEGA, 24);
	compare_passes("dense", (size_t)size * MEGA, 71);
	puts(reached ? "at least 400 MB/s, or 0.4 of the look-up pass: yes"
		     : "at least 400 MB/s, or 0.4 of the look-up pass: no");
	return !reached;
}
