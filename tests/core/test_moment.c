/* test_moment.c: what moments are found in a text, with which words and days; and what is none. Over 400 lines, because most
 * are tables. */
#include "core/moment.h"
#include "core/moment_words.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

/* A body with its recesses and budget moments of 2025. */
static struct calendar *calendar_2025(struct arena *arena)
{
	static const struct period recesses[] = {
		{"may", 20204, 20212},       /* 2025-04-26 to 05-04 */
		{"summer", 20281, 20324},    /* 2025-07-12 to 08-24 */
		{"christmas", 20442, 20457}, /* 2025-12-20 to 2026-01-04 */
	};
	static const struct period moments[] = {
		{"voorjaarsnota", 20236, 20240}, /* 2025-05-28 to 06-01 */
		{"summer", 20635, 20711},        /* 2026-07-01 to 09-15: a summer of its own */
	};
	struct calendar *calendar = arena_alloc(arena, sizeof *calendar);
	calendar->recesses = arena_alloc(arena, sizeof recesses);
	memcpy(calendar->recesses, recesses, sizeof recesses);
	calendar->recess_count = ARRAY_SIZE(recesses);
	calendar->moments = arena_alloc(arena, sizeof moments);
	memcpy(calendar->moments, moments, sizeof moments);
	calendar->moment_count = ARRAY_SIZE(moments);
	return calendar;
}

static struct moments read(struct arena *arena, const char *on, struct slice text, const struct calendar *calendar)
{
	struct moment_context context = {date_parse(slice_of(on)), calendar};
	struct moments out = {0};
	moment_list(text, &context, arena, &out);
	return out;
}

/* ---- one moment a line ---- */

struct line {
	const char *on, *text, *words, *edtf, *earliest, *latest, *rule;
};

static void expect(struct arena *arena, const struct line *line, const struct calendar *calendar)
{
	char a[DATE_TEXT], b[DATE_TEXT];
	struct moments found = read(arena, line->on, slice_of(line->text), calendar);
	ck_assert_msg(found.n == 1, "'%s': %zu moments", line->text, found.n);
	const struct moment *m = &found.v[0];
	struct slice words = {line->text + m->start, m->end - m->start};
	ck_assert_msg(slice_is(words, line->words), "'%s': words '%.*s'", line->text, (int)words.n, words.p);
	ck_assert_msg(strcmp(m->edtf, line->edtf) == 0, "'%s': %s", line->text, m->edtf);
	ck_assert_msg(strcmp(date_format(m->earliest, a), line->earliest) == 0, "'%s': from %s", line->text, a);
	ck_assert_msg(strcmp(date_format(m->latest, b), line->latest) == 0, "'%s': to %s", line->text, b);
	ck_assert_msg(strcmp(m->rule, line->rule) == 0, "'%s': rule %s", line->text, m->rule);
}

static const struct line dated[] = {
	{"2020-11-03", "In het voorjaar van 2021 hoort u van ons.", "voorjaar van 2021", "2021-21", "2021-03-01",
	 "2021-05-31", "season"},
	{"2020-11-03", "Komend voorjaar is het klaar.", "Komend voorjaar", "2021-21", "2021-03-01", "2021-05-31",
	 "season"},
	{"2020-11-03", "De lente van 2022 is de streefdatum.", "lente van 2022", "2022-21", "2022-03-01", "2022-05-31",
	 "season"},
	{"2025-07-02", "Dit volgt in de zomer.", "zomer", "2025-22", "2025-06-01", "2025-08-31", "season"},
	{"2025-07-02", "Dit volgt na de zomer.", "na de zomer", "2025-23", "2025-09-01", "2025-11-30", "after-recess"},
	{"2025-07-02", "Dit volgt in het najaar.", "najaar", "2025-23", "2025-09-01", "2025-11-30", "season"},
	{"2025-07-02", "Dit volgt dit najaar.", "dit najaar", "2025-23", "2025-09-01", "2025-11-30", "season"},
	{"2025-12-05", "Dit volgt in het najaar.", "najaar", "2026-23", "2026-09-01", "2026-11-30", "season"},
	{"2025-01-15", "Deze winter komt er een brief.", "Deze winter", "2024-24", "2024-12-01", "2025-02-28",
	 "season"},
	{"2025-11-15", "In de winter komt er een brief.", "winter", "2025-24", "2025-12-01", "2026-02-28", "season"},
	{"2025-03-10", "Wij sturen de nota voor de zomer.", "voor de zomer", "../2025-06-30", "2025-03-10",
	 "2025-06-30", "before-recess"},
	{"2025-03-10", "Wij sturen de nota nog voor de zomer van 2026.", "nog voor de zomer van 2026", "../2026-06-30",
	 "2025-03-10", "2026-06-30", "before-recess"},
	{"2025-07-02", "Wij sturen de nota voor de zomer.", "voor de zomer", "../2026-06-30", "2025-07-02",
	 "2026-06-30", "before-recess"},
	{"2025-03-10", "Wij sturen de nota voor het zomerreces.", "voor het zomerreces", "../2025-06-30", "2025-03-10",
	 "2025-06-30", "before-recess"},
	{"2025-03-10", "Wij sturen de nota vóór het zomerreces.", "vóór het zomerreces", "../2025-06-30", "2025-03-10",
	 "2025-06-30", "before-recess"},
	{"2025-03-10", "Kort na het zomerreces komt een voorstel.", "Kort na het zomerreces", "2025-23", "2025-09-01",
	 "2025-11-30", "after-recess"},
	{"2025-03-10", "Rond de zomer komt een voorstel.", "Rond de zomer", "2025-22", "2025-06-01", "2025-08-31",
	 "around"},
	{"2025-03-10", "Rond het zomerreces komt een voorstel.", "Rond het zomerreces", "2025-22", "2025-06-01",
	 "2025-08-31", "around"},
	{"2025-03-10", "Voor het voorjaar komt een voorstel.", "Voor het voorjaar", "../2026-02-28", "2025-03-10",
	 "2026-02-28", "before"},
	{"2025-03-10", "Voor het najaar komt een voorstel.", "Voor het najaar", "../2025-08-31", "2025-03-10",
	 "2025-08-31", "before"},
	{"2025-03-10", "De start is begin 2026.", "begin 2026", "2026-01/2026-03", "2026-01-01", "2026-03-31", "edge"},
	{"2025-03-10", "De start is medio 2026.", "medio 2026", "2026-05/2026-07", "2026-05-01", "2026-07-31", "edge"},
	{"2025-03-10", "De start is eind 2026.", "eind 2026", "2026-10/2026-12", "2026-10-01", "2026-12-31", "edge"},
	{"2025-03-10", "De start is eind dit jaar.", "eind dit jaar", "2025-10/2025-12", "2025-10-01", "2025-12-31",
	 "edge"},
	{"2025-03-10", "De start is begin volgend jaar.", "begin volgend jaar", "2026-01/2026-03", "2026-01-01",
	 "2026-03-31", "edge"},
	{"2025-03-10", "De start is begin mei.", "begin mei", "2025-05-01/2025-05-10", "2025-05-01", "2025-05-10",
	 "edge"},
	{"2025-03-10", "De start is half mei.", "half mei", "2025-05-11/2025-05-20", "2025-05-11", "2025-05-20",
	 "edge"},
	{"2025-03-10", "De start is medio mei.", "medio mei", "2025-05-11/2025-05-20", "2025-05-11", "2025-05-20",
	 "edge"},
	{"2025-03-10", "De start is halverwege mei.", "halverwege mei", "2025-05-11/2025-05-20", "2025-05-11",
	 "2025-05-20", "edge"},
	{"2025-03-10", "De start is eind mei.", "eind mei", "2025-05-21/2025-05-31", "2025-05-21", "2025-05-31",
	 "edge"},
	{"2025-03-10", "De start is eind februari.", "eind februari", "2026-02-21/2026-02-28", "2026-02-21",
	 "2026-02-28", "edge"},
	{"2025-03-10", "De start is eind van het jaar.", "eind van het jaar", "2025-10/2025-12", "2025-10-01",
	 "2025-12-31", "edge"},
	{"2025-03-10", "De start is aan het einde van de maand.", "einde van de maand", "2025-03-21/2025-03-31",
	 "2025-03-21", "2025-03-31", "edge"},
	{"2025-03-10", "De start is begin volgende week.", "begin volgende week", "2025-03-17/2025-03-18", "2025-03-17",
	 "2025-03-18", "edge"},
	{"2025-03-10", "De start is eind Q2.", "eind Q2", "2025-06", "2025-06-01", "2025-06-30", "edge"},
	{"2025-03-10", "De start is begin van het najaar.", "begin van het najaar", "2025-09", "2025-09-01",
	 "2025-09-30", "edge"},
	{"2025-03-10", "In het eerste kwartaal van 2026 volgt een brief.", "eerste kwartaal van 2026", "2026-33",
	 "2026-01-01", "2026-03-31", "quarter"},
	{"2025-03-10", "In het derde kwartaal volgt een brief.", "derde kwartaal", "2025-35", "2025-07-01",
	 "2025-09-30", "quarter"},
	{"2025-03-10", "In het laatste kwartaal van dit jaar volgt een brief.", "laatste kwartaal van dit jaar",
	 "2025-36", "2025-10-01", "2025-12-31", "quarter"},
	{"2025-03-10", "In Q3 volgt een brief.", "Q3", "2025-35", "2025-07-01", "2025-09-30", "quarter"},
	{"2025-03-10", "In K1 2026 volgt een brief.", "K1 2026", "2026-33", "2026-01-01", "2026-03-31", "quarter"},
	{"2025-03-10", "Uiterlijk in Q4 volgt een brief.", "Uiterlijk in Q4", "../2025-36", "2025-03-10", "2025-12-31",
	 "by"},
	{"2025-03-10", "In Q2/Q3 2025 volgt een brief.", "Q2/Q3 2025", "2025-34/2025-35", "2025-04-01", "2025-09-30",
	 "range"},
	{"2025-03-10", "In de eerste helft van 2026 volgt een brief.", "eerste helft van 2026", "2026-40", "2026-01-01",
	 "2026-06-30", "half-year"},
	{"2025-03-10", "In de tweede helft van dit jaar volgt een brief.", "tweede helft van dit jaar", "2025-41",
	 "2025-07-01", "2025-12-31", "half-year"},
	{"2025-03-10", "In het tweede halfjaar van 2025 volgt een brief.", "tweede halfjaar van 2025", "2025-41",
	 "2025-07-01", "2025-12-31", "half-year"},
	{"2025-03-10", "In de tweede helft van mei volgt een brief.", "tweede helft van mei", "2025-05-16/2025-05-31",
	 "2025-05-16", "2025-05-31", "half-month"},
	{"2025-03-10", "Voor 1 juli hoort de raad meer.", "Voor 1 juli", "../2025-06-30", "2025-03-10", "2025-06-30",
	 "before"},
	{"2025-07-05", "Voor 1 juli hoort de raad meer.", "Voor 1 juli", "../2026-06-30", "2025-07-05", "2026-06-30",
	 "before"},
	{"2025-07-01", "Voor 1 juli hoort de raad meer.", "Voor 1 juli", "../2026-06-30", "2025-07-01", "2026-06-30",
	 "before"},
	{"2025-07-01", "Uiterlijk 1 juli hoort de raad meer.", "Uiterlijk 1 juli", "../2025-07-01", "2025-07-01",
	 "2025-07-01", "by"},
	{"2025-03-10", "Uiterlijk op 1 juli 2025 hoort de raad meer.", "Uiterlijk op 1 juli 2025", "../2025-07-01",
	 "2025-03-10", "2025-07-01", "by"},
	{"2025-03-10", "Uiterlijk op dinsdag 1 juli hoort de raad meer.", "Uiterlijk op dinsdag 1 juli",
	 "../2025-07-01", "2025-03-10", "2025-07-01", "by"},
	{"2025-03-10", "Per 1 juli geldt de regeling.", "1 juli", "2025-07-01", "2025-07-01", "2025-07-01", "day"},
	{"2025-03-10", "Vanaf 1 juli geldt de regeling.", "Vanaf 1 juli", "2025-07-01/..", "2025-07-01", "", "from"},
	{"2025-03-10", "Na 1 juli geldt de regeling.", "Na 1 juli", "2025-07-02/..", "2025-07-02", "", "after"},
	{"2025-03-10", "Rond 1 juli geldt de regeling.", "Rond 1 juli", "2025-07-01", "2025-07-01", "2025-07-01",
	 "around"},
	{"2025-03-10", "Tot en met 1 juli geldt de regeling.", "Tot en met 1 juli", "../2025-07-01", "2025-03-10",
	 "2025-07-01", "by"},
	{"2025-03-10", "Tot 1 juli geldt de regeling.", "Tot 1 juli", "../2025-06-30", "2025-03-10", "2025-06-30",
	 "before"},
	{"2025-03-10", "Uiterlijk in mei hoort de raad meer.", "Uiterlijk in mei", "../2025-05", "2025-03-10",
	 "2025-05-31", "by"},
	{"2025-03-10", "Uiterlijk mei 2026 hoort de raad meer.", "Uiterlijk mei 2026", "../2026-05", "2025-03-10",
	 "2026-05-31", "by"},
	{"2025-03-10", "Uiterlijk eind 2025 hoort de raad meer.", "Uiterlijk eind 2025", "../2025-12-31", "2025-03-10",
	 "2025-12-31", "by"},
	{"2025-03-10", "Voor eind april hoort de raad meer.", "Voor eind april", "../2025-04-30", "2025-03-10",
	 "2025-04-30", "before"},
	{"2025-03-10", "Voor Q4 hoort de raad meer.", "Voor Q4", "../2025-09-30", "2025-03-10", "2025-09-30", "before"},
	{"2025-03-10", "Voor het vierde kwartaal hoort de raad meer.", "Voor het vierde kwartaal", "../2025-09-30",
	 "2025-03-10", "2025-09-30", "before"},
	{"2025-03-10", "Voor het einde van het jaar hoort de raad meer.", "Voor het einde van het jaar",
	 "../2025-12-31", "2025-03-10", "2025-12-31", "before"},
	{"2025-03-10", "Uiterlijk aan het einde van dit kalenderjaar hoort de raad meer.",
	 "Uiterlijk aan het einde van dit kalenderjaar", "../2025-12-31", "2025-03-10", "2025-12-31", "by"},
	{"2025-03-10", "Dit jaar hoort de raad meer.", "Dit jaar", "2025", "2025-03-10", "2025-12-31", "relative"},
	{"2025-03-10", "Nog dit jaar hoort de raad meer.", "Nog dit jaar", "2025", "2025-03-10", "2025-12-31",
	 "relative"},
	{"2025-03-10", "Later dit jaar hoort de raad meer.", "Later dit jaar", "2025", "2025-03-10", "2025-12-31",
	 "relative"},
	{"2025-03-10", "Volgend jaar hoort de raad meer.", "Volgend jaar", "2026", "2026-01-01", "2026-12-31",
	 "relative"},
	{"2025-03-10", "Nog dit kwartaal hoort de raad meer.", "Nog dit kwartaal", "2025-33", "2025-03-10",
	 "2025-03-31", "relative"},
	{"2025-03-10", "Volgende maand hoort de raad meer.", "Volgende maand", "2025-04", "2025-04-01", "2025-04-30",
	 "relative"},
	{"2025-12-10", "Volgende maand hoort de raad meer.", "Volgende maand", "2026-01", "2026-01-01", "2026-01-31",
	 "relative"},
	{"2025-03-10", "Uiterlijk volgende week hoort de raad meer.", "Uiterlijk volgende week", "../2025-03-23",
	 "2025-03-10", "2025-03-23", "by"},
	{"2025-03-12", "Volgende week dinsdag hoort de raad meer.", "Volgende week dinsdag", "2025-03-18", "2025-03-18",
	 "2025-03-18", "relative"},
	{"2025-03-12", "Aanstaande dinsdag hoort de raad meer.", "Aanstaande dinsdag", "2025-03-18", "2025-03-18",
	 "2025-03-18", "weekday"},
	{"2025-03-12", "Afgelopen dinsdag hoorde de raad meer.", "Afgelopen dinsdag", "2025-03-11", "2025-03-11",
	 "2025-03-11", "weekday"},
	{"2025-03-12", "Dinsdag jl. hoorde de raad meer.", "Dinsdag jl.", "2025-03-11", "2025-03-11", "2025-03-11",
	 "weekday"},
	{"2025-03-10", "Binnen zes weken volgt antwoord.", "Binnen zes weken", "../2025-04-21", "2025-03-10",
	 "2025-04-21", "within"},
	{"2025-01-31", "Binnen een maand volgt antwoord.", "Binnen een maand", "../2025-02-28", "2025-01-31",
	 "2025-02-28", "within"},
	{"2025-03-10", "Uiterlijk binnen drie maanden volgt antwoord.", "Uiterlijk binnen drie maanden",
	 "../2025-06-10", "2025-03-10", "2025-06-10", "within"},
	{"2025-03-10", "Binnen een half jaar volgt antwoord.", "Binnen een half jaar", "../2025-09-10", "2025-03-10",
	 "2025-09-10", "within"},
	{"2025-03-10", "Binnen een halfjaar volgt antwoord.", "Binnen een halfjaar", "../2025-09-10", "2025-03-10",
	 "2025-09-10", "within"},
	{"2025-03-10", "Binnen anderhalf jaar volgt antwoord.", "Binnen anderhalf jaar", "../2026-09-10", "2025-03-10",
	 "2026-09-10", "within"},
	{"2025-03-10", "Binnen 14 dagen volgt antwoord.", "Binnen 14 dagen", "../2025-03-24", "2025-03-10",
	 "2025-03-24", "within"},
	{"2025-04-16", "Binnen 3 werkdagen volgt antwoord.", "Binnen 3 werkdagen", "../2025-04-23", "2025-04-16",
	 "2025-04-23", "within"},
	{"2025-03-10", "Over drie maanden volgt antwoord.", "Over drie maanden", "2025-06-10", "2025-06-10",
	 "2025-06-10", "term"},
	{"2025-03-10", "Over een jaar volgt antwoord.", "Over een jaar", "2026-03-10", "2026-03-10", "2026-03-10",
	 "term"},
	{"2025-03-10", "De komende drie maanden volgt antwoord.", "komende drie maanden", "2025-03-10/2025-06-10",
	 "2025-03-10", "2025-06-10", "term"},
	{"2025-03-10", "In week 23 volgt antwoord.", "week 23", "2025-06-02/2025-06-08", "2025-06-02", "2025-06-08",
	 "week"},
	{"2026-01-10", "In week 23 van 2026 volgt antwoord.", "week 23 van 2026", "2026-06-01/2026-06-07", "2026-06-01",
	 "2026-06-07", "week"},
	{"2025-03-10", "Voor de kerst volgt antwoord.", "Voor de kerst", "../2025-12-24", "2025-03-10", "2025-12-24",
	 "before-recess"},
	{"2025-03-10", "Voor het kerstreces volgt antwoord.", "Voor het kerstreces", "../2025-12-24", "2025-03-10",
	 "2025-12-24", "before-recess"},
	{"2025-03-10", "Met Prinsjesdag volgt antwoord.", "Prinsjesdag", "2025-09-16", "2025-09-16", "2025-09-16",
	 "holiday"},
	{"2025-03-10", "Voor Prinsjesdag volgt antwoord.", "Voor Prinsjesdag", "../2025-09-15", "2025-03-10",
	 "2025-09-15", "before"},
	{"2025-10-10", "Voor Prinsjesdag volgt antwoord.", "Voor Prinsjesdag", "../2026-09-14", "2025-10-10",
	 "2026-09-14", "before"},
	{"2025-03-10", "Na Pasen volgt antwoord.", "Na Pasen", "2025-04-22/..", "2025-04-22", "", "after"},
	{"2025-03-10", "Op de tweede dinsdag van september volgt antwoord.", "tweede dinsdag van september",
	 "2025-09-09", "2025-09-09", "2025-09-09", "weekday-of-month"},
	{"2025-03-10", "In de eerste week van juni volgt antwoord.", "eerste week van juni", "2025-06-01/2025-06-07",
	 "2025-06-01", "2025-06-07", "week-of-month"},
	{"2025-03-10", "Op 14 februari jl. is de brief verzonden.", "14 februari jl.", "2025-02-14", "2025-02-14",
	 "2025-02-14", "day"},
	{"2025-03-10", "Op 14 februari 2024 is de brief verzonden.", "14 februari 2024", "2024-02-14", "2024-02-14",
	 "2024-02-14", "day"},
	{"2025-03-10", "Op 14 april a.s. wordt de brief verzonden.", "14 april a.s.", "2025-04-14", "2025-04-14",
	 "2025-04-14", "day"},
	{"2025-03-10", "De brief d.d. 14-02-2025 is verzonden.", "14-02-2025", "2025-02-14", "2025-02-14", "2025-02-14",
	 "date"},
	{"2025-03-10", "De brief van 14.2.2025 is verzonden.", "14.2.2025", "2025-02-14", "2025-02-14", "2025-02-14",
	 "date"},
	{"2025-03-10", "De brief van 2025-02-14 is verzonden.", "2025-02-14", "2025-02-14", "2025-02-14", "2025-02-14",
	 "date"},
	{"2025-03-10", "De brief van 14 febr. 2025 is verzonden.", "14 febr. 2025", "2025-02-14", "2025-02-14",
	 "2025-02-14", "day"},
	{"2025-03-10", "De 1e april is geen grap.", "1e april", "2025-04-01", "2025-04-01", "2025-04-01", "day"},
	{"2025-03-10", "De week van 3 tot en met 7 maart 2025 is vol.", "3 tot en met 7 maart 2025",
	 "2025-03-03/2025-03-07", "2025-03-03", "2025-03-07", "range"},
	{"2025-03-10", "De week van maandag 3 tot en met vrijdag 7 maart 2025 is vol.",
	 "maandag 3 tot en met vrijdag 7 maart 2025", "2025-03-03/2025-03-07", "2025-03-03", "2025-03-07", "range"},
	{"2025-03-10", "De periode 4-22 januari 2026 is vol.", "4-22 januari 2026", "2026-01-04/2026-01-22",
	 "2026-01-04", "2026-01-22", "range"},
	{"2025-03-10", "Tussen 1 maart en 1 juni is het vol.", "Tussen 1 maart en 1 juni", "2025-03-01/2025-06-01",
	 "2025-03-01", "2025-06-01", "range"},
	{"2025-03-10", "Van april tot en met juni 2025 is het vol.", "april tot en met juni 2025", "2025-04/2025-06",
	 "2025-04-01", "2025-06-30", "range"},
	{"2025-03-10", "Van december 2025 tot en met februari 2026 is het vol.",
	 "december 2025 tot en met februari 2026", "2025-12/2026-02", "2025-12-01", "2026-02-28", "range"},
	{"2025-03-10", "Tussen 2019 en 2023 was het vol.", "Tussen 2019 en 2023", "2019/2023", "2019-01-01",
	 "2023-12-31", "range"},
	{"2025-03-10", "Tijdens het vergaderjaar 2023-2024 was het vol.", "Tijdens het vergaderjaar 2023-2024",
	 "2023-09-19/2024-09-16", "2023-09-19", "2024-09-16", "parliamentary-year"},
	{"2025-03-10", "Volgend jaar voorjaar is het vol.", "Volgend jaar voorjaar", "2026-21", "2026-03-01",
	 "2026-05-31", "season"},
	{"2025-03-10", "Volgend jaar in mei is het vol.", "Volgend jaar in mei", "2026-05", "2026-05-01", "2026-05-31",
	 "month"},
	{"2025-03-10", "In het najaar van dit jaar is het vol.", "najaar van dit jaar", "2025-23", "2025-09-01",
	 "2025-11-30", "season"},
	{"2025-03-10", "In 2027 is het vol.", "2027", "2027", "2027-01-01", "2027-12-31", "year"},
	{"2025-03-10", "Uiterlijk in 2027 is het vol.", "Uiterlijk in 2027", "../2027", "2025-03-10", "2027-12-31",
	 "by"},
	{"2025-03-10", "Vóór 2027 is het vol.", "Vóór 2027", "../2026-12-31", "2025-03-10", "2026-12-31", "before"},
	{"2025-03-10", "Sinds 2019 is het vol.", "Sinds 2019", "2019-01-01/..", "2019-01-01", "", "from"},
	{"2025-03-10", "Wij melden dit zo snel mogelijk na de zomer.", "zo snel mogelijk na de zomer", "2025-23",
	 "2025-09-01", "2025-11-30", "after-recess"},
	{"2025-03-10", "In de loop van 2026 melden wij dit.", "In de loop van 2026", "2026", "2026-01-01", "2026-12-31",
	 "year"},
	{"2028-02-20", "Op 29 februari melden wij dit.", "29 februari", "2028-02-29", "2028-02-29", "2028-02-29",
	 "day"},
	{"2025-02-20", "Op 29 februari melden wij dit.", "29 februari", "2028-02-29", "2028-02-29", "2028-02-29",
	 "day"},
	{"2025-03-10", "Op 1 juli melden wij dit.", "1 juli", "2025-07-01", "2025-07-01", "2025-07-01", "day"},
	{"2025-03-10", "We shall report by 1 July 2025.", "by 1 July 2025", "../2025-07-01", "2025-03-10", "2025-07-01",
	 "by"},
	{"2025-03-10", "We shall report before 1 July.", "before 1 July", "../2025-06-30", "2025-03-10", "2025-06-30",
	 "before"},
	{"2025-03-10", "We shall report no later than July 1, 2025.", "no later than July 1, 2025", "../2025-07-01",
	 "2025-03-10", "2025-07-01", "by"},
	{"2025-03-10", "We shall report on the 1st of July.", "1st of July", "2025-07-01", "2025-07-01", "2025-07-01",
	 "day"},
	{"2025-03-10", "We shall report in the spring of 2026.", "spring of 2026", "2026-21", "2026-03-01",
	 "2026-05-31", "season"},
	{"2025-03-10", "We shall report before the summer recess.", "before the summer recess", "../2025-06-30",
	 "2025-03-10", "2025-06-30", "before-recess"},
	{"2025-03-10", "We shall report after the summer.", "after the summer", "2025-23", "2025-09-01", "2025-11-30",
	 "after-recess"},
	{"2025-03-10", "We shall report within six weeks.", "within six weeks", "../2025-04-21", "2025-03-10",
	 "2025-04-21", "within"},
	{"2025-03-10", "We shall report in three months.", "in three months", "2025-06-10", "2025-06-10", "2025-06-10",
	 "term"},
	{"2025-03-10", "We shall report next month.", "next month", "2025-04", "2025-04-01", "2025-04-30", "relative"},
	{"2025-03-10", "We shall report by the end of the year.", "by the end of the year", "../2025-12-31",
	 "2025-03-10", "2025-12-31", "by"},
	{"2025-03-10", "We shall report in mid-May 2025.", "mid-May 2025", "2025-05-11/2025-05-20", "2025-05-11",
	 "2025-05-20", "edge"},
	{"2025-03-10", "We shall report in early 2026.", "early 2026", "2026-01/2026-03", "2026-01-01", "2026-03-31",
	 "edge"},
	{"2025-03-10", "We shall report in the third quarter of 2025.", "third quarter of 2025", "2025-35",
	 "2025-07-01", "2025-09-30", "quarter"},
	{"2025-03-10", "We shall report in the second half of 2025.", "second half of 2025", "2025-41", "2025-07-01",
	 "2025-12-31", "half-year"},
	{"2025-03-10", "We shall report between 1 March and 1 June 2026.", "between 1 March and 1 June 2026",
	 "2026-03-01/2026-06-01", "2026-03-01", "2026-06-01", "range"},
	{"2025-03-10", "We shall report in May.", "May", "2025-05", "2025-05-01", "2025-05-31", "month"},
	{"2025-03-10", "We shall report later this year.", "later this year", "2025", "2025-03-10", "2025-12-31",
	 "relative"},
	{"2025-03-10", "We shall report before Christmas.", "before Christmas", "../2025-12-24", "2025-03-10",
	 "2025-12-24", "before-recess"},
};

START_TEST(words_name_these_days)
{
	struct arena *arena = arena_new();
	expect(arena, &dated[_i], NULL);
	arena_free(arena);
}
END_TEST

/* ---- with the calendar of a body ---- */

static const struct line with_calendar[] = {
	{"2025-03-10", "Dit volgt voor de zomer.", "voor de zomer", "../2025-07-11", "2025-03-10", "2025-07-11",
	 "before-recess"},
	{"2025-07-02", "Dit volgt nog voor het zomerreces.", "nog voor het zomerreces", "../2025-07-11", "2025-07-02",
	 "2025-07-11", "before-recess"},
	{"2025-03-10", "Dit volgt na het zomerreces.", "na het zomerreces", "2025-08-25/2025-11-30", "2025-08-25",
	 "2025-11-30", "after-recess"},
	{"2025-03-10", "Dit volgt in het zomerreces.", "zomerreces", "2025-07-12/2025-08-24", "2025-07-12",
	 "2025-08-24", "recess"},
	{"2025-03-10", "Dit volgt in de zomer.", "zomer", "2025-22", "2025-06-01", "2025-08-31", "season"},
	{"2026-03-10", "Dit volgt in de zomer.", "zomer", "2026-07-01/2026-09-15", "2026-07-01", "2026-09-15",
	 "season"},
	{"2025-03-10", "Dit volgt voor het meireces.", "voor het meireces", "../2025-04-25", "2025-03-10", "2025-04-25",
	 "before-recess"},
	{"2025-03-10", "Dit volgt na het meireces.", "na het meireces", "2025-05-05/2025-05-18", "2025-05-05",
	 "2025-05-18", "after-recess"},
	{"2025-03-10", "Dit volgt voor het kerstreces.", "voor het kerstreces", "../2025-12-19", "2025-03-10",
	 "2025-12-19", "before-recess"},
	{"2025-03-10", "Dit volgt voor de kerst.", "voor de kerst", "../2025-12-19", "2025-03-10", "2025-12-19",
	 "before-recess"},
	{"2025-05-20", "Dit volgt na het reces.", "na het reces", "2025-08-25/2025-09-07", "2025-08-25", "2025-09-07",
	 "after-recess"},
	{"2025-03-10", "Dit volgt bij de Voorjaarsnota.", "bij de Voorjaarsnota", "2025-05-28/2025-06-01", "2025-05-28",
	 "2025-06-01", "event"},
	{"2025-03-10", "Dit volgt uiterlijk bij de voorjaarsnota.", "uiterlijk bij de voorjaarsnota", "../2025-06-01",
	 "2025-03-10", "2025-06-01", "event"},
};

START_TEST(a_calendar_overrides_the_defaults)
{
	struct arena *arena = arena_new();
	expect(arena, &with_calendar[_i], calendar_2025(arena));
	arena_free(arena);
}
END_TEST

/* ---- words without a day ---- */

static const struct line undated[] = {
	{"2025-03-10", "Dit volgt zo spoedig mogelijk.", "zo spoedig mogelijk", "", "", "", "vague"},
	{"2025-03-10", "Dit volgt op korte termijn.", "op korte termijn", "", "", "", "vague"},
	{"2025-03-10", "Dit volgt binnenkort.", "binnenkort", "", "", "", "vague"},
	{"2025-03-10", "Dit volgt te zijner tijd.", "te zijner tijd", "", "", "", "vague"},
	{"2025-03-10", "Dit volgt de komende maanden.", "komende maanden", "", "", "", "vague"},
	{"2025-03-10", "Dit volgt de komende tijd.", "komende tijd", "", "", "", "vague"},
	{"2025-03-10", "Dit volgt binnen enkele weken.", "binnen enkele weken", "", "", "", "vague"},
	{"2025-03-10", "Dit volgt binnen afzienbare tijd.", "binnen afzienbare tijd", "", "", "", "vague"},
	{"2025-03-10", "Antwoord volgt binnen zes weken na ontvangst.", "binnen zes weken", "", "", "", "vague"},
	{"2025-03-10", "Dit volgt bij de begroting.", "bij de begroting", "", "", "", "event"},
	{"2025-03-10", "Dit volgt voor de begrotingsbehandeling.", "voor de begrotingsbehandeling", "", "", "",
	 "event"},
	{"2025-03-10", "Dit volgt voor het einde van deze raadsperiode.", "voor het einde van deze raadsperiode", "",
	 "", "", "event"},
	{"2025-03-10", "Dit volgt voor het meireces.", "voor het meireces", "", "", "", "before-recess"},
	{"", "Dit volgt in het najaar.", "najaar", "", "", "", "season"},
	{"", "Dit volgt binnen zes weken.", "binnen zes weken", "", "", "", "within"},
	{"2025-03-10", "This follows as soon as possible.", "as soon as possible", "", "", "", "vague"},
};

START_TEST(words_that_name_no_day_get_none)
{
	struct arena *arena = arena_new();
	expect(arena, &undated[_i], NULL);
	struct moments found = read(arena, undated[_i].on, slice_of(undated[_i].text), NULL);
	ck_assert_int_eq(found.v[0].precision, PRECISION_NONE);
	ck_assert(!found.v[0].recurring);
	arena_free(arena);
}
END_TEST

static const char *const recurring[] = {
	"jaarlijks",      "halfjaarlijks", "maandelijks",      "tweemaal per jaar",  "drie keer per jaar",
	"ieder kwartaal", "elke maand",    "om de twee weken", "elk najaar",         "per kwartaal",
	"twice a year",   "every quarter", "quarterly",        "three times a year", "4 keer per jaar",
};

START_TEST(what_comes_back_is_recurring_and_has_no_day)
{
	struct arena *arena = arena_new();
	char text[100];
	snprintf(text, sizeof text, "Wij doen dit %s.", recurring[_i]);
	struct moments found = read(arena, "2025-03-10", slice_of(text), NULL);
	ck_assert_msg(found.n == 1 && found.v[0].recurring && found.v[0].latest == DATE_NONE, "%s", recurring[_i]);
	ck_assert(slice_is((struct slice){text + found.v[0].start, found.v[0].end - found.v[0].start}, recurring[_i]));
	arena_free(arena);
}
END_TEST

/* ---- what is no moment ---- */

static const char *const none[] = {
	"",
	"De raad neemt het besluit.",
	"RIS 304625",
	"RIS321235 en RIS 321.235",
	"Kamerstuk 34 193 nr. 17",
	"Kamerstukken II 2023/24, 36 410 VI, nr. 80",
	"artikel 273f van het Wetboek van Strafrecht",
	"artikel 12, lid 3",
	"2502 DJ Den Haag",
	"Postbus 2025",
	"Telefoon 070-353 20 25",
	"06-12 05 20 25",
	"+31 6 2025 1234",
	"een bedrag van 2.025 euro",
	"een bedrag van \xe2\x82\xac 2025,-",
	"\xe2\x82\xac 14 mln.",
	"motie 14",
	"moties 14 en 15",
	"om 14.30 uur",
	"van 9.00 tot 12.00 uur",
	"van 9 tot 12 uur",
	"uiterlijk 12 uur",
	"versie 2.0.25",
	"versie 1.12.2",
	"de heer Van Mei",
	"mevrouw De Lente",
	"de familie Zomer",
	"wethouder Maart",
	"April Jansen",
	"de Maartlaan 12",
	"Meistraat 1",
	"de Julianastraat",
	"zomer- en winterbanden",
	"de mini-zomer",
	"www.zomer.nl",
	"info@april.nl",
	"de begroting 2026",
	"het jaarverslag 2024",
	"de begroting van de gemeente",
	"voor de begroting is dekking",
	"project 2030",
	"Agenda 2030",
	"rond 2000 woningen",
	"vanaf 2000 euro",
	"30 februari",
	"31 april 2025",
	"32-01-2025",
	"2025-13-01",
	"12-13-2025",
	"1-2-3",
	"OCW/10064581",
	"kenmerk 2024Z12583",
	"ah-tk-20232024-2502",
	"ECLI:NL:HR:2017:2225",
	"TZ202501-123",
	"gmb-2020-326999",
	"een verhouding van 2025 op 1",
	"de eerste helft van de vorige eeuw",
	"de tweede helft was beter",
	"de eerste vraag",
	"de derde motie",
	"de laatste jaren",
	"de afgelopen maanden",
	"deze periode",
	"deze motie",
	"dit voorstel",
	"volgende vraag",
	"het volgende amendement",
	"een half uur",
	"de halve stad",
	"voor de raad",
	"voor het college",
	"na de vergadering",
	"na overleg",
	"tot slot",
	"tot op heden",
	"over drie onderwerpen",
	"over de motie",
	"binnen de gemeente",
	"binnen het budget",
	"tussen de partijen",
	"tussen 5 en 10 procent",
	"bij de raad",
	"bij de behandeling",
	"rond de tafel",
	"begin met de uitvoering",
	"einde van de vergadering",
	"het einde van de straat",
	"met twee weken vakantie",
	"het reces",
	"wij hebben een kwartaal gewacht",
	"per persoon",
	"10 euro per jaar",
	"elke inwoner",
	"iedere motie",
	"twee keer zo veel",
	"Q5",
	"week 54",
	"weekend",
	"on second thought",
	"you may go",
	"they march on",
	"in the first place",
	"the spring water",
	"after the meeting",
	"within the budget",
	"Mr. March",
	"25 %",
	"45,2%",
	"80 dB(A)",
	"pagina 4 van 12",
	"4/12",
	"12.5",
	"1e verdieping",
	"de 2e motie",
	"groep 1",
	"A12 en N14",
	"het jaar rond",
};

START_TEST(what_only_looks_like_a_moment_is_none)
{
	struct arena *arena = arena_new();
	struct moments found = read(arena, "2025-03-10", slice_of(none[_i]), NULL);
	ck_assert_msg(found.n == 0, "'%s': '%.*s'", none[_i], found.n ? (int)(found.v[0].end - found.v[0].start) : 0,
		      found.n ? none[_i] + found.v[0].start : "");
	arena_free(arena);
}
END_TEST

/* ---- several moments, blanks and lines ---- */

static const struct {
	const char *text;
	const char *latest[4];
} several[] = {
	{"op 6 en 11 november 2014", {"2014-11-06", "2014-11-11"}},
	{"op 1, 2 en 3 mei 2026", {"2026-05-01", "2026-05-02", "2026-05-03"}},
	{"op 1 mei en 1 juli 2027", {"2027-05-01", "2027-07-01"}},
	{"in januari en februari 2027", {"2027-01-31", "2027-02-28"}},
	{"in het derde en vierde kwartaal van 2027", {"2027-09-30", "2027-12-31"}},
	{"voor de zomer of rond 1 juni", {"2025-06-30", "2025-06-01"}},
	{"zo spoedig mogelijk, maar uiterlijk aankomend najaar", {"", "2025-11-30"}},
	{"in het\xc2\xa0voorjaar\xc2\xa0van\xc2\xa0"
	 "2027",
	 {"2027-05-31"}},
	{"uiterlijk 1\njuli 2025", {"2025-07-01"}},
	{"op 1\n\njuli 2025", {"2025-07-31"}},
	{"v\xc3\xb3\xc3\xb3r 1 juli 2025; n\xc3\xa1 1 juli 2025", {"2025-06-30", ""}},
	{"\xe2\x80\x9c"
	 "najaar 2025\xe2\x80\x9d en \xe2\x80\x98voorjaar 2026\xe2\x80\x99",
	 {"2025-11-30", "2026-05-31"}},
	{"1 juli 2025 \xe2\x80\x93 31 augustus 2025", {"2025-08-31"}},
};

START_TEST(each_moment_of_a_text_is_found_in_order)
{
	struct arena *arena = arena_new();
	struct moments found = read(arena, "2025-03-10", slice_of(several[_i].text), NULL);
	for (size_t i = 0; i < found.n; i++) {
		char text[DATE_TEXT];
		ck_assert_msg(i < 4 && several[_i].latest[i], "'%s': too many", several[_i].text);
		ck_assert_str_eq(date_format(found.v[i].latest, text), several[_i].latest[i]);
	}
	ck_assert_msg(!several[_i].latest[found.n], "'%s': too few", several[_i].text);
	arena_free(arena);
}
END_TEST

/* ---- properties ---- */

static void check_invariants(struct slice text, const struct moments *found)
{
	size_t end = 0;
	for (size_t i = 0; i < found->n; i++) {
		const struct moment *m = &found->v[i];
		ck_assert(m->start >= end && m->end > m->start && m->end <= text.n);
		end = m->end;
		ck_assert(m->rule != NULL && m->precision < PRECISION_COUNT);
		if (m->earliest != DATE_NONE && m->latest != DATE_NONE)
			ck_assert(m->earliest <= m->latest);
		ck_assert((m->edtf[0] != '\0') == (m->earliest != DATE_NONE || m->latest != DATE_NONE));
		ck_assert((m->precision == PRECISION_NONE) == (m->edtf[0] == '\0'));
		int first, last;
		if (m->edtf[0] == '\0')
			continue;
		/* What is written reads back as the same end; a beginning may be cut by the anchor. */
		ck_assert_int_eq(edtf_parse(slice_of(m->edtf), &first, &last, NULL), OK);
		ck_assert_int_eq(last, m->latest);
		ck_assert(first == DATE_NONE || first <= m->earliest);
	}
}

/* Copies of exact size, so that a sanitizer sees every byte read too far. */
static void read_exactly(const char *bytes, size_t n)
{
	struct arena *arena = arena_new();
	struct slice text = {arena_text(arena, (struct slice){bytes, n}), n};
	struct moments found = read(arena, "2025-03-10", text, NULL);
	check_invariants(text, &found);
	arena_free(arena);
}

START_TEST(every_prefix_is_read_without_fault)
{
	const char *text = dated[_i].text;
	for (size_t n = 0; n <= strlen(text); n++)
		read_exactly(text, n);
}
END_TEST

START_TEST(every_changed_byte_is_read_without_fault)
{
	static const unsigned char bytes[] = {0, ' ', '-', '.', '9', 'e', 0x80, 0xC2, 0xE2, 0xFF};
	char text[200];
	size_t n = strlen(dated[_i].text);
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < sizeof bytes; k++) {
			memcpy(text, dated[_i].text, n);
			text[i] = (char)bytes[k];
			read_exactly(text, n);
		}
}
END_TEST

/* Moments with a day or month of their own move with the anchor. */
START_TEST(a_year_later_the_same_words_mean_a_year_later)
{
	static const char *const texts[] = {"in het najaar", "voor 1 juli",           "uiterlijk in Q4",
					    "eind dit jaar", "volgend jaar voorjaar", "voor de zomer",
					    "begin mei"};
	struct arena *arena = arena_new();
	for (int day = date_make(2025, 1, 1); day < date_make(2026, 1, 1); day++) {
		struct moment_context now = {day, NULL}, later = {day + 365, NULL};
		struct moments a = {0}, b = {0};
		moment_list(slice_of(texts[_i]), &now, arena, &a);
		moment_list(slice_of(texts[_i]), &later, arena, &b);
		ck_assert(a.n == 1 && b.n == 1);
		ck_assert_int_eq(b.v[0].latest, date_add_months(a.v[0].latest, 12));
	}
	arena_free(arena);
}
END_TEST

/* Two hundred thousand bytes of what makes the grammar look ahead: seconds when each look goes to the end. */
static const char *const hostile[] = {"1, ",
				      "voor ",
				      "nog ",
				      "volgend jaar ",
				      "1-",
				      "zo snel mogelijk ",
				      "1 maart en ",
				      "derde en ",
				      "juli ",
				      "eind ",
				      " ",
				      "a",
				      "Q1/",
				      "tussen 1 maart en ",
				      "maandag 3 tot en met "};

START_TEST(a_text_of_nothing_but_beginnings_is_read_in_linear_time)
{
	size_t n = strlen(hostile[_i]), size = 200000;
	char *text = malloc(size);
	ck_assert_ptr_nonnull(text);
	for (size_t i = 0; i < size; i++)
		text[i] = hostile[_i][i % n];
	read_exactly(text, size);
	free(text);
}
END_TEST

/* ---- the vocabulary ---- */

START_TEST(each_section_is_sorted_in_lower_case_and_of_one_letter)
{
	for (int letter = 0; letter < 32; letter++) {
		const struct section *section = &moment_languages[_i].sections[letter];
		for (size_t i = 0; i < section->count; i++) {
			const char *text = section->words[i].text;
			ck_assert_msg((text[0] & 31) == letter, "'%s' stands under another letter", text);
			for (const char *c = text; *c; c++)
				ck_assert_msg(*c < 'A' || *c > 'Z', "'%s' has a capital", text);
			if (i > 0)
				ck_assert_msg(strcmp(section->words[i - 1].text, text) < 0, "'%s' is out of order",
					      text);
		}
	}
}
END_TEST

static TCase *tables(void)
{
	TCase *tcase = tcase_create("tables");
	tcase_add_loop_test(tcase, words_name_these_days, 0, ARRAY_SIZE(dated));
	tcase_add_loop_test(tcase, a_calendar_overrides_the_defaults, 0, ARRAY_SIZE(with_calendar));
	tcase_add_loop_test(tcase, words_that_name_no_day_get_none, 0, ARRAY_SIZE(undated));
	tcase_add_loop_test(tcase, what_comes_back_is_recurring_and_has_no_day, 0, ARRAY_SIZE(recurring));
	tcase_add_loop_test(tcase, what_only_looks_like_a_moment_is_none, 0, ARRAY_SIZE(none));
	tcase_add_loop_test(tcase, each_moment_of_a_text_is_found_in_order, 0, ARRAY_SIZE(several));
	return tcase;
}

static TCase *properties(void)
{
	TCase *tcase = tcase_create("properties");
	tcase_set_timeout(tcase, 60);
	tcase_add_loop_test(tcase, every_prefix_is_read_without_fault, 0, ARRAY_SIZE(dated));
	tcase_add_loop_test(tcase, every_changed_byte_is_read_without_fault, 0, ARRAY_SIZE(dated));
	tcase_add_loop_test(tcase, a_text_of_nothing_but_beginnings_is_read_in_linear_time, 0, ARRAY_SIZE(hostile));
	tcase_add_loop_test(tcase, a_year_later_the_same_words_mean_a_year_later, 0, 7);
	tcase_add_loop_test(tcase, each_section_is_sorted_in_lower_case_and_of_one_letter, 0, LANGUAGE_COUNT);
	return tcase;
}

int main(void)
{
	Suite *suite = suite_create("moment");
	suite_add_tcase(suite, tables());
	suite_add_tcase(suite, properties());
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failures = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failures != 0;
}
