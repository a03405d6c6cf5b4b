/* test_question.c: what makes a paper a question, a notice or an answer, which days it states, what was answered, and that the three papers
 * of one question become one item.
 */
#include "core/resolve.h"

#include <check.h>

static struct arena *arena;

static void setup(void)
{
	arena = arena_new();
}

static void teardown(void)
{
	arena_free(arena);
}

static struct document *read_paper(const char *text)
{
	struct document *document = arena_alloc(arena, sizeof *document);
	struct document_context context = {.on = DATE_NONE};
	document_read(slice_of(text), &context, arena, document);
	return document;
}

/* A letter of the college to its council. */
static const char *letter(const char *number, const char *day, const char *subject, const char *text)
{
	return arena_printf(arena,
			    "Retouradres: Postbus 12600, 2500 DJ Den Haag\n\nAan de gemeenteraad\n\nOns kenmerk\n"
			    "DSB/1099%s\nRIS99%s\nDatum\n%s\n\nOnderwerp\n\n%s\n\n%s\n\n"
			    "Het college van burgemeester en wethouders,\n",
			    number, number, day, subject, text);
}

static const char asked[] = "Het raadslid de heer Kalverda heeft op 3 maart 2025 een brief met daarin drie vragen aan "
			    "de voorzitter van de gemeenteraad gericht. Het college beantwoordt deze vragen als volgt.";

static const char questions[] = "Gemeente Den Haag\n\nAan de voorzitter van de gemeenteraad\n\n"
				"Schriftelijke vragen: Stille fonteinen\nIndiener: Sjoerd Kalverda, VVD\n"
				"Datum: 3 maart 2025\n\nOvereenkomstig artikel 30 van het Reglement van orde stelt "
				"het raadslid Sjoerd Kalverda (VVD) de volgende vragen:\n\n"
				"1. Weet het college welke fonteinen stil staan?\n2. Wanneer gaan ze weer aan?\n"
				"3. Kan het college de raad voor 1 juni 2025 inlichten?\n";

static const char answers[] =
	"1. Weet het college welke fonteinen stil staan?\n\nJa.\n\n2. Wanneer gaan ze weer aan?\n\n"
	"In april.\n\n3. Kan het college de raad voor 1 juni 2025 inlichten?\n\nNee.";

/* ---- what a paper is ---- */

static const struct {
	const char *subject;
	enum document_kind kind;
	const char *title; /* of the questions */
} subjects[] = {
	{"Beantwoording schriftelijke vragen ‘Stille fonteinen’", DOC_ANSWER, "Stille fonteinen"},
	{"Beantwoording schriftelijke vragen inzake Stille fonteinen", DOC_ANSWER, "Stille fonteinen"},
	{"Beantwoording schriftelijke vragen ‘Kijk over de rand’ (RIS990301)", DOC_ANSWER, "Kijk over de rand"},
	{"Beantwoording schriftelijke vragen over het bericht ‘Fontein zwijgt’", DOC_ANSWER,
	 "het bericht ‘Fontein zwijgt’"},
	{"Antwoord op schriftelijke vragen van S. Kalverda inzake Stille fonteinen", DOC_ANSWER, "Stille fonteinen"},
	{"Antwoorden op schriftelijke vragen over Stille fonteinen", DOC_ANSWER, "Stille fonteinen"},
	{"Beantwoording raadsvragen Stille fonteinen", DOC_ANSWER, "Stille fonteinen"},
	{"Beantwoording raadsvragen VVD - Stille fonteinen", DOC_ANSWER, "Stille fonteinen"},
	{"Beantwoording vragen ex artikel 38 RvO VVD Stille fonteinen", DOC_ANSWER, "Stille fonteinen"},
	{"Beantwoording vragen art. 41 Stille fonteinen", DOC_ANSWER, "Stille fonteinen"},
	{"Beantwoording van de\nraadsvragen over Stille fonteinen", DOC_ANSWER, "Stille fonteinen"},
	{"Uitstel beantwoording schriftelijke vragen inzake Stille fonteinen", DOC_POSTPONEMENT, "Stille fonteinen"},
	{"Verlenging termijn raadsvragen Stille fonteinen", DOC_POSTPONEMENT, "Stille fonteinen"},
	{"Schriftelijke vragen Stille fonteinen: uitstel beantwoording", DOC_POSTPONEMENT, "Stille fonteinen"},
	{"Schriftelijke vragen Stille fonteinen", DOC_ANSWER, "Stille fonteinen"},
	{"Beantwoording schriftelijke vragen van het lid Kalverda", DOC_ANSWER,
	 "Beantwoording schriftelijke vragen van het lid Kalverda"},
	{"Aanpak stille fonteinen", DOC_LETTER, NULL},
	{"Reactie op de beantwoording van de commissie", DOC_LETTER, NULL},
};

START_TEST(a_title_says_first_what_a_paper_is_then_what_it_is_about)
{
	const char *text = arena_printf(arena, "%s\n\n%s", _i < 16 ? asked : "Hierbij ontvangt u onze brief.", answers);
	struct document *d = read_paper(letter("0302", "25 maart 2025", subjects[_i].subject, text));
	ck_assert_msg(d->kind == subjects[_i].kind, "%s: %s", subjects[_i].subject, document_kind_to_text(d->kind));
	if (!subjects[_i].title)
		return;
	ck_assert_uint_eq(d->mentions.n, 1);
	ck_assert_str_eq(d->mentions.v[0].title, subjects[_i].title);
	ck_assert_int_eq(d->mentions.v[0].meeting, date_make(2025, 3, 3));
}
END_TEST

START_TEST(an_answer_without_the_form_of_a_letter_has_days_and_a_title)
{
	struct document *d =
		read_paper("Beantwoording raadsvragen SP inzake zwerfafval\n\nIngediend op: 4 maart 2025\n"
			   "Beantwoord op: 1 april 2025\n\nVraag 1: Hoeveel ligt er?\nAntwoord 1: Veel.\n");
	ck_assert_int_eq(d->kind, DOC_ANSWER);
	ck_assert_str_eq(d->mentions.v[0].title, "zwerfafval");
	ck_assert_int_eq(d->mentions.v[0].meeting, date_make(2025, 3, 4));
	ck_assert_int_eq(d->date, date_make(2025, 4, 1));
}
END_TEST

static const char *const heads[] = {"Raadsvragen over stille fonteinen", "Schriftelijke vragen: stille fonteinen",
				    "Schriftelijke vragen ex artikel 38 RvO inzake stille fonteinen",
				    "Vragen ex artikel 41 Reglement van orde: stille fonteinen",
				    "Schriftelijke vragen: uitstel van het onderhoud aan stille fonteinen"};

START_TEST(a_member_asks_under_many_names)
{
	struct document *d =
		read_paper(arena_printf(arena,
					"Gemeenteraad Epe\n\n%s\n\nDatum: 3 maart 2025\n\n"
					"1. Weet het college ervan?\n2. Wanneer gaan ze weer aan? Graag een dag.\n",
					heads[_i]));
	ck_assert_msg(d->kind == DOC_QUESTION, "%s: %s", heads[_i], document_kind_to_text(d->kind));
	ck_assert_msg(d->title && slice_holds(slice_of(d->title), "stille fonteinen"), "%s: %s", heads[_i], d->title);
	ck_assert_msg(!slice_holds(slice_of(d->title), "vragen"), "%s", d->title);
	ck_assert_int_eq(d->date, date_make(2025, 3, 3));
	ck_assert_uint_eq(d->questions.n, 2);
	ck_assert(!d->questions.v[0].answered && !d->questions.v[1].answered);
}
END_TEST

static const char *const others[] = {
	/* A rule of order has articles on questions, and asks none. */
	"Reglement van orde\n\nArtikel 37\nSchriftelijke vragen\n1. Een lid kan schriftelijke vragen stellen.\n"
	"2. Het college antwoordt binnen dertig dagen.\n",
	/* A page that explains the right to ask. */
	"Schriftelijke vragen\n\nRaadsleden kunnen schriftelijke vragen stellen. Hoe werkt dat? Het college antwoordt "
	"binnen dertig dagen.\n",
	/* A citizen is answered too. */
	"Aan de heer Pols\n\nDatum\n4 maart 2025\n\nOnderwerp\n\nAntwoord op uw brief\n\nGeachte heer Pols,\n\n"
	"Op 3 februari vroeg u om een bankje. Heeft u nog vragen?\n\nHet college van burgemeester en wethouders,\n",
	/* The college does not ask itself. */
	"Aan de gemeenteraad\n\nDatum\n4 maart 2025\n\nOnderwerp\n\nSchriftelijke vragen en hun behandeling\n\n"
	"Hoe gaan wij met vragen om? Dat leest u in de bijlage.\n\nHet college van burgemeester en wethouders,\n",
};

START_TEST(a_paper_about_questions_asks_none)
{
	struct document *d = read_paper(others[_i]);
	ck_assert_msg(d->kind != DOC_QUESTION && d->kind != DOC_ANSWER, "%s", document_kind_to_text(d->kind));
}
END_TEST

/* ---- days ---- */

static struct event *event_of(struct document *document, enum state state)
{
	for (size_t i = 0; i < document->mentions.v[0].events.n; i++)
		if (document->mentions.v[0].events.v[i].state == state)
			return &document->mentions.v[0].events.v[i];
	return NULL;
}

static const struct {
	const char *told; /* of the answer */
	const char *day;  /* of the answer; NULL: not said */
	const char *quote;
} days[] = {
	{"(ontvangen 2 december 2024)", "2024-12-02", "ontvangen 2 december 2024"},
	{"(ontvangen 2 december2024)", "2024-12-02", "ontvangen 2 december2024"},
	{"(ontvangen 2december 2024)", "2024-12-02", "ontvangen 2december 2024"},
	{"(ontvangen 31 november 2024)", NULL, "Antwoord van minister Oldenziel"},
	{"", NULL, "Antwoord van minister Oldenziel"},
};

START_TEST(the_day_of_an_answer_is_never_that_of_the_questions)
{
	struct document *d = read_paper(arena_printf(
		arena,
		"2024Z99003\nVragen van het lid Wittebrood (ChristenUnie) aan de minister van Infrastructuur en "
		"Waterstaat over de pont (ingezonden 4 november 2024).\n\nAntwoord van minister Oldenziel "
		"(Infrastructuur en Waterstaat) %s.\n\nVraag 1\nVaart de pont?\n\nAntwoord 1\nJa.\n",
		days[_i].told));
	char day[DATE_TEXT];
	struct event *answered = event_of(d, STATE_ANSWERED);
	ck_assert_int_eq(d->kind, DOC_ANSWER);
	ck_assert_ptr_nonnull(answered);
	ck_assert_str_eq(date_format(answered->on, day), days[_i].day ? days[_i].day : "");
	ck_assert_str_eq(date_format(d->date, day), days[_i].day ? days[_i].day : "");
	ck_assert_msg(slice_holds(slice_of(answered->quote), days[_i].quote), "%s", answered->quote);
	ck_assert_int_eq(event_of(d, STATE_SUBMITTED)->on, date_make(2024, 11, 4));
	ck_assert_uint_eq(d->findings.n, days[_i].day ? 0 : 1);
}
END_TEST

static const struct {
	const char *sentence;
	const char *day; /* of the questions; NULL: not said */
} askings[] = {
	{"Op 3 maart 2025 heeft het raadslid de heer Kalverda schriftelijke vragen gesteld over Stille fonteinen.",
	 "2025-03-03"},
	{"Naar aanleiding van de brief van 7 januari 2025 heeft de heer Kalverda op 3 maart 2025 vragen gesteld.",
	 "2025-03-03"},
	{"De fractie van de VVD stelde op 3 maart jl. vragen over de fonteinen.", "2025-03-03"},
	{"Wij ontvingen uw vragen op 3 maart 2025.", "2025-03-03"},
	{"Op 7 januari 2025 zijn eerder vragen gesteld over fonteinen.", NULL},
	{"Op 7 januari 2025 zijn de fonteinen uitgezet. Er zijn vragen gesteld.", NULL},
};

START_TEST(a_letter_says_when_the_questions_came)
{
	const char *text = arena_printf(arena, "%s Wij antwoorden als volgt.\n\n%s", askings[_i].sentence, answers);
	struct document *d = read_paper(
		letter("0303", "25 maart 2025", "Beantwoording schriftelijke vragen ‘Stille fonteinen’", text));
	struct event *submitted = event_of(d, STATE_SUBMITTED);
	char day[DATE_TEXT] = "";
	if (submitted)
		date_format(submitted->on, day);
	ck_assert_msg(strcmp(day, askings[_i].day ? askings[_i].day : "") == 0, "%s: %s", askings[_i].sentence, day);
	ck_assert_int_eq(event_of(d, STATE_ANSWERED)->on, date_make(2025, 3, 25));
}
END_TEST

/* ---- parts ---- */

static const char chamber[] = "2024Z99004\nAntwoord van minister Oldenziel (Infrastructuur en Waterstaat) "
			      "(ontvangen 2 december 2024)\n";

static const struct {
	const char *text;
	const char *parts; /* a letter each: a, answered; n, nothing stands under it */
	bool council;
} parts[] = {
	{"Vraag 1 Vaart de pont die alle bewoners van het eiland iedere dag gebruiken nog?\nAntwoord 1 Ja.\n"
	 "Vraag 2 Hoe lang nog, en wat gebeurt er daarna met de mensen die er werken?\nAntwoord 2 Nog een jaar.\n",
	 "aa", false},
	{"Vraag 1\nA?\nVraag 2\nB?\nVraag 3\nC?\nAntwoord vragen 1,2 en 3\nJa.\n", "aaa", false},
	{"Vraag 1\nA?\nVraag 2\nB?\nVraag 3\nC?\nAntwoord op de vragen 1 t/m 3\nJa.\n", "aaa", false},
	{"Vraag 1\nA?\nVraag 2\nB?\nVraag 3\nC?\nAntwoord 1\nJa.\nAntwoord 2 en 3\nNee.\n", "aaa", false},
	{"Vraag 1\nA?\nVraag 2\nB?\nVraag 3\nC?\nAntwoord 1 en 3\nJa.\n", "ana", false},
	{"Vraag 1\nA?\nAntwoord 1\nJa.\nVraag 2\nB?\nAntwoord 2\nZie het antwoord op vraag 1.\n", "aa", false},
	{"Vraag 1\nA?\n\nAntwoord\nJa.\n\nVraag 2\nB?\n\nAntwoord\nDeze vraag kan ik niet beantwoorden.\n", "aa",
	 false},
	{"Vragen 1 en 2\nA? B?\nAntwoord op vraag 1 en vraag 2\nJa.\n", "aa", false},
	{"Vraag 1\nWat vindt u van het bericht?1\n\nJa.\n\nVraag 2\nHoeveel zijn er?\n\nDat zijn er 35\n\n"
	 "Vraag 3\nWaarom?2\n",
	 "aan", false},
	{"Vraag 1\nA?\nAntwoord 1\nJa.\nVraag 2\nB?\n1 De Polderbode, 3 maart 2025, «Pont»\n", "an", false},
	{"1. Weet het college ervan?\n\nJa.\n\n2. Wanneer gaan ze aan?\n\nIn april.\n", "aa", true},
	{"1. Weet het college ervan?\nJa.\n2. Wanneer gaan ze aan? Zo nee,\nwaarom niet?\nIn april.\n3. Wat kost "
	 "dat?\n",
	 "aan", true},
	{"1. Weet het college ervan?\n\nJa.\n\n2. Graag ontvangt de fractie een lijst.\n\nDie is er niet.\n\n"
	 "3. Wat kost dat?\n\nNiets.\n",
	 "aaa", true},
	{"1. Weet het college ervan?\n2. Wanneer gaan ze aan?\n\nAd 1. Ja.\n\nAd 2. In april.\n", "aa", true},
	{"1. Weet het college ervan?\n2. Wanneer gaan ze aan?\n3. Wat kost dat?\n\nAntwoord op vraag 1 t/m 3\nNiets.\n",
	 "aaa", true},
	{"1. Weet het college ervan?\n2. Wanneer gaan ze aan?\n3. Wat kost dat?\n\nBeantwoording\n\n1. Ja.\n2. In "
	 "april.\n",
	 "aan", true},
	{"1. Weet het college ervan?\n2. Wanneer gaan ze aan?\n3. Wat kost dat?\n\nDe fonteinen gaan in april aan.\n",
	 "aaa", true},
	{"1. Weet het college ervan?\nReactie college: Ja, 3 fonteinen.\n2. Wanneer gaan ze aan?\nReactie college: In "
	 "april.\n",
	 "aa", true},
	/* What only says that the answer is to come answers nothing. */
	{"1. Weet het college ervan?\n\nJa.\n\n2. Wanneer gaan ze aan?\n\nDeze vraag kunnen wij nog niet beantwoorden. "
	 "Wij komen "
	 "hier in juni op terug.\n",
	 "an", true},
	{"Vraag 1\nA?\nAntwoord 1\nHet is nog niet bekend. U ontvangt hierover uiterlijk 1 september 2025 bericht.\n"
	 "Vraag 2\nB?\nAntwoord 2\nDat is nog niet bekend.\n",
	 "na", false},
	{"1. Weet het college ervan?\n\nAntwoord: Ja.\n\n2. Wanneer gaan ze aan?\n\nAntwoord: Dat kunnen wij nu nog "
	 "niet "
	 "beantwoorden.\n",
	 "an", true},
	{"1. Weet het college ervan?\n\nJa. Er zijn drie soorten:\n1. grote;\n2. kleine;\n3. stille.\n\n"
	 "2. Wanneer gaan ze aan?\n\nIn april.\n",
	 "aa", true},
};

START_TEST(a_part_is_unanswered_only_when_nothing_stands_under_it)
{
	const char *text = parts[_i].council
				   ? letter("0304", "25 maart 2025", "Beantwoording raadsvragen Stille fonteinen",
					    arena_printf(arena, "%s\n\n%s", asked, parts[_i].text))
				   : arena_printf(arena, "%s%s", chamber, parts[_i].text);
	struct document *d = read_paper(text);
	char got[100] = "";
	for (size_t i = 0; i < d->questions.n && i < sizeof got - 1; i++) {
		ck_assert_int_eq(d->questions.v[i].number, (int)i + 1);
		got[i] = d->questions.v[i].answered ? 'a' : 'n';
	}
	ck_assert_int_eq(d->kind, DOC_ANSWER);
	ck_assert_msg(strcmp(got, parts[_i].parts) == 0, "%s: %s", parts[_i].text, got);
}
END_TEST

START_TEST(what_is_promised_under_a_question_is_promised_and_what_is_asked_is_not)
{
	struct document *d = read_paper(
		letter("0305", "25 maart 2025", "Beantwoording raadsvragen Stille fonteinen",
		       arena_printf(arena,
				    "%s\n\n1. Zal het college de raad voor 1 juni 2025 informeren?\n\n"
				    "Het college zal de raad voor 1 juli 2025 informeren over de fonteinen.\n",
				    asked)));
	ck_assert_uint_eq(d->promises.n, 1);
	ck_assert_int_eq(d->promises.v[0].moment.latest, date_make(2025, 6, 30));
}
END_TEST

/* ---- one item ---- */

static struct items resolve(const char *const *papers, size_t n)
{
	struct sources sources = {0};
	struct items items = {0};
	for (size_t i = 0; i < n; i++) {
		struct document *d = read_paper(papers[i]);
		for (size_t k = 0; k < d->mentions.n; k++)
			*list_push(arena, &sources) =
				(struct sourced){arena_printf(arena, "%zu", i), (int)k, d, &d->mentions.v[k]};
	}
	resolve_items(&sources, arena, &items);
	return items;
}

START_TEST(question_notice_and_answer_are_one_item)
{
	const char *notice =
		"Op 3 maart 2025 heeft het raadslid de heer Kalverda schriftelijke vragen gesteld. Het college "
		"verwacht de vragen uiterlijk 15 april 2025 te beantwoorden.";
	const char *papers[] = {
		questions,
		letter("0311", "18 maart 2025", "Uitstel beantwoording schriftelijke vragen inzake Stille fonteinen",
		       notice),
		letter("0312", "14 april 2025", "Beantwoording schriftelijke vragen ‘Stille fonteinen’",
		       arena_printf(arena, "%s\n\n%s", asked, answers)),
	};
	struct items items = resolve(papers, ARRAY_SIZE(papers));
	ck_assert_uint_eq(items.n, 1);
	ck_assert_str_eq(items.v[0].title, "Stille fonteinen");
	ck_assert_int_eq(items.v[0].state, STATE_ANSWERED);
	ck_assert_uint_eq(items.v[0].transitions.n, 3);
	ck_assert_uint_eq(items.v[0].notices.n, 1);
	ck_assert_uint_eq(items.v[0].questions.n, 3);
	ck_assert_uint_eq(items.v[0].findings.n, 0);
}
END_TEST

START_TEST(questions_of_another_day_or_number_are_another_item)
{
	const char *later = "Gemeente Den Haag\n\nSchriftelijke vragen: Stille fonteinen\nIndiener: Loes Bijvank, D66\n"
			    "Datum: 5 mei 2025\n\n1. Wanneer gaan ze weer aan?\n";
	const char *papers[] = {questions, later};
	ck_assert_uint_eq(resolve(papers, 2).n, 2);
	const char *numbered[] = {arena_printf(arena, "RIS990321\n\n%s", questions),
				  arena_printf(arena, "RIS990322\n\n%s", questions)};
	ck_assert_uint_eq(resolve(numbered, 2).n, 2);
}
END_TEST

static const char *chamber_page(int number, const char *member)
{
	return arena_printf(arena,
			    "Kamervraag 2024Z9900%d\n\nHet bericht «Pont vaart niet»\n\nIngediend 4 november 2024\n"
			    "Indiener %s\n  • Vraag 1\n    Kent u het bericht?\n",
			    number, member);
}

START_TEST(questions_of_the_kamer_go_by_their_number)
{
	const char *papers[] = {chamber_page(5, "Noor Wittebrood (ChristenUnie)"),
				chamber_page(6, "Bas Harmelink (CDA)")};
	struct items items = resolve(papers, 2);
	ck_assert_uint_eq(items.n, 2);
	ck_assert_uint_eq(items.v[0].findings.n, 0);
}
END_TEST

START_TEST(an_answer_without_a_day_follows_its_question)
{
	const char *papers[] = {"2024Z99007\nVragen van het lid Wittebrood (ChristenUnie) aan de minister over de pont "
				"(ingezonden 4 november 2024).\n\nAntwoord van minister Oldenziel.\n\n"
				"Vraag 1\nVaart de pont?\n\nAntwoord 1\nJa.\n"};
	struct items items = resolve(papers, 1);
	ck_assert_uint_eq(items.n, 1);
	ck_assert_int_eq(items.v[0].state, STATE_ANSWERED);
	ck_assert_int_eq(items.v[0].date, date_make(2024, 11, 4));
	ck_assert_uint_eq(items.v[0].findings.n, 1);
	ck_assert_str_eq(items.v[0].findings.v[0].name, "answer_without_date");
}
END_TEST

START_TEST(an_answer_in_one_text_leaves_no_part_unanswered)
{
	const char *papers[] = {questions,
				letter("0313", "14 april 2025", "Beantwoording schriftelijke vragen ‘Stille fonteinen’",
				       arena_printf(arena, "%s\n\nDe fonteinen gaan in april weer aan.", asked))};
	struct items items = resolve(papers, 2);
	ck_assert_uint_eq(items.n, 1);
	ck_assert_int_eq(items.v[0].state, STATE_ANSWERED);
	ck_assert_uint_eq(items.v[0].findings.n, 0);
}
END_TEST

START_TEST(a_part_that_the_answer_leaves_out_is_a_finding)
{
	const char *papers[] = {
		questions,
		letter("0314", "14 april 2025", "Beantwoording schriftelijke vragen ‘Stille fonteinen’",
		       arena_printf(arena, "%s\n\n1. Weet het college welke fonteinen stil staan?\n\nJa.\n", asked))};
	struct items items = resolve(papers, 2);
	ck_assert_uint_eq(items.n, 1);
	ck_assert_uint_eq(items.v[0].findings.n, 2);
	ck_assert_str_eq(items.v[0].findings.v[0].name, "question_part_unanswered");
}
END_TEST

START_TEST(a_short_number_is_of_the_parliamentary_year)
{
	static const struct {
		const char *day, *id;
	} years[] = {{"19 november 2024", "ah-tk-20242025-611"},
		     {"16 september 2024", "ah-tk-20232024-611"},
		     {"17 september 2024", "ah-tk-20242025-611"}};
	char text[400];
	struct document document;
	struct arena *own = arena_new();
	struct document_context context = {.on = DATE_NONE};
	snprintf(text, sizeof text,
		 "AH 611 2024Z99001\nAntwoord van minister Tasman (Infrastructuur en Waterstaat) (ontvangen %s)\n"
		 "Vraag 1 Vaart de boot?\nAntwoord 1 Ja.\n",
		 years[_i].day);
	document_read(slice_of(text), &context, own, &document);
	ck_assert_int_eq(document.kind, DOC_ANSWER);
	bool found = false, printed = false;
	for (size_t i = 0; i < document.mentions.v[0].identifiers.n; i++) {
		found |= strcmp(document.mentions.v[0].identifiers.v[i].value, years[_i].id) == 0;
		printed |= strcmp(document.mentions.v[0].identifiers.v[i].value, "AH 611") == 0;
	}
	ck_assert(found);
	ck_assert(printed);
	struct keys keys = {0};
	resolve_keys(&document, &document.mentions.v[0], own, &keys);
	for (size_t i = 0; i < keys.n; i++) /* it comes again each year: it links nothing */
		ck_assert_ptr_null(strstr(keys.v[i], "AH 611"));
	arena_free(own);
}
END_TEST

int main(void)
{
	Suite *s = suite_create("question");
	TCase *tc = tcase_create("core");
	tcase_add_checked_fixture(tc, setup, teardown);
	tcase_add_loop_test(tc, a_title_says_first_what_a_paper_is_then_what_it_is_about, 0, ARRAY_SIZE(subjects));
	tcase_add_test(tc, an_answer_without_the_form_of_a_letter_has_days_and_a_title);
	tcase_add_loop_test(tc, a_member_asks_under_many_names, 0, ARRAY_SIZE(heads));
	tcase_add_loop_test(tc, a_paper_about_questions_asks_none, 0, ARRAY_SIZE(others));
	tcase_add_loop_test(tc, the_day_of_an_answer_is_never_that_of_the_questions, 0, ARRAY_SIZE(days));
	tcase_add_loop_test(tc, a_letter_says_when_the_questions_came, 0, ARRAY_SIZE(askings));
	tcase_add_loop_test(tc, a_part_is_unanswered_only_when_nothing_stands_under_it, 0, ARRAY_SIZE(parts));
	tcase_add_test(tc, what_is_promised_under_a_question_is_promised_and_what_is_asked_is_not);
	tcase_add_test(tc, question_notice_and_answer_are_one_item);
	tcase_add_test(tc, questions_of_another_day_or_number_are_another_item);
	tcase_add_test(tc, questions_of_the_kamer_go_by_their_number);
	tcase_add_test(tc, an_answer_without_a_day_follows_its_question);
	tcase_add_test(tc, an_answer_in_one_text_leaves_no_part_unanswered);
	tcase_add_loop_test(tc, a_short_number_is_of_the_parliamentary_year, 0, 3);
	tcase_add_test(tc, a_part_that_the_answer_leaves_out_is_a_finding);
	suite_add_tcase(s, tc);
	SRunner *runner = srunner_create(s);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
