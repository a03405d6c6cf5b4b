/* test_letter.c: which items a letter settles, in part or not, and where it says so. Each case is a letter of a council that has only a
 * subject and a text; whole letters stand in test_document.c.
 */
#include "core/document.h"

#include <check.h>

static struct arena *arena;
static struct document document;

static void setup(void)
{
	arena = arena_new();
}

static void teardown(void)
{
	arena_free(arena);
}

static void read_signed(const char *subject, const char *text, const char *signature)
{
	const char *raw =
		arena_printf(arena,
			     "Gemeente Waterrijk\n\nAan de gemeenteraad\n\nRIS990777\n\nDatum\n\n8 april 2025\n\n"
			     "Onderwerp\n\n%s\n\n%s\n\n%s\n",
			     subject, text, signature);
	struct document_context context = {.on = DATE_NONE};
	document_read(slice_of(raw), &context, arena, &document);
}

static void read_letter(const char *subject, const char *text)
{
	read_signed(subject, text, "Het college van burgemeester en wethouders,\nde secretaris, de burgemeester,");
}

/* "motion RIS990101 settlement_proposed": kind, number or title, and what the letter itself says, of each item; "" for none. */
static const char *handled(void)
{
	struct buf out;
	buf_init(&out);
	for (size_t i = 0; i < document.mentions.n; i++) {
		const struct mention *m = &document.mentions.v[i];
		if (m->kind == ITEM_LETTER)
			continue;
		const struct event *last = m->events.n ? &m->events.v[m->events.n - 1] : NULL;
		buf_printf(&out, "%s%s %s %s", out.n ? "; " : "", item_kind_to_text(m->kind),
			   m->identifiers.n ? m->identifiers.v[0].value : m->title,
			   last ? state_to_text(last->state) : "nothing");
	}
	const char *text = arena_text(arena, (struct slice){out.p, out.n});
	buf_release(&out);
	return text;
}

static bool has_letter(void)
{
	for (size_t i = 0; i < document.mentions.n; i++)
		if (document.mentions.v[i].kind == ITEM_LETTER)
			return true;
	return false;
}

#define VOTE    "Op 13 februari 2025 heeft uw raad de motie ‘Bankjes langs de kade’ (RIS990101) aangenomen. "
#define SUBJECT "motie ‘Bankjes langs de kade’"

static const struct {
	const char *subject;
	const char *text;
	enum document_kind kind;
	const char *handled;
} letters[] = {
	/* Whatever the subject, the executive that calls the motion settled proposes it. */
	{"Uitvoering " SUBJECT, VOTE "Er staan twaalf bankjes. Het college beschouwt de motie hiermee als afgedaan.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed"},
	{"Motie ‘Bankjes langs de kade’", VOTE "Hiermee beschouwen wij de motie als afgedaan.", DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed"},
	{"Reactie op " SUBJECT, VOTE "Daarmee is de motie wat ons betreft afgedaan.", DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed"},
	{"Reactie op motie Bankjes langs de kade", VOTE "Wij stellen voor de motie als afgedaan te beschouwen.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed"},
	{"Stand van zaken " SUBJECT, VOTE "Hiermee doen wij de motie af.", DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed"},
	{"Kade", VOTE "De bankjes staan er. Met deze brief is de motie afgedaan.", DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed"},
	{"Kade", VOTE "Wij verzoeken u de motie als afgedaan te beschouwen.", DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed"},
	{"Kade", VOTE "Hiermee kan de motie als afgedaan worden beschouwd.", DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed"},
	{"Kade", VOTE "Indien uw raad hiermee instemt, beschouwen wij de motie als afgedaan.", DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed"},
	{"Kade", VOTE "Wij beschouwen de motie hiermee als afgedaan en zullen u informeren zodra de kade open is.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed"},
	{"Afdoening motie: ‘Niet zonder bankjes’", "Het college beschouwt de motie ‘Niet zonder bankjes’ als afgedaan.",
	 DOC_SETTLEMENT, "motion Niet zonder bankjes settlement_proposed"},
	{"Afdoening " SUBJECT, VOTE "De bankjes zijn geplaatst.", DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed"},
	/* What is denied, put off or done in part is not settled, whatever the subject. */
	{"Afdoening " SUBJECT, VOTE "Het college beschouwt de motie hiermee nog niet als afgedaan.", DOC_INTERIM,
	 "motion RIS990101 in_progress"},
	{"Afdoening " SUBJECT, VOTE "De motie is hiermee nog niet afgedaan.", DOC_INTERIM,
	 "motion RIS990101 in_progress"},
	{"Afdoening " SUBJECT, VOTE "Zodra de bankjes er staan, beschouwt het college de motie als afgedaan.",
	 DOC_INTERIM, "motion RIS990101 in_progress"},
	{"Afdoening " SUBJECT, VOTE "Wij verwachten de motie in juni 2025 als afgedaan te kunnen beschouwen.",
	 DOC_INTERIM, "motion RIS990101 in_progress"},
	{"Uitstel afdoening " SUBJECT, VOTE "Er is meer tijd nodig.", DOC_INTERIM, "motion RIS990101 in_progress"},
	{"Afdoening " SUBJECT, VOTE "Hiermee is de motie gedeeltelijk afgedaan.", DOC_SETTLEMENT,
	 "motion RIS990101 partly_settled"},
	{"Motie ‘Bankjes langs de kade’", VOTE "Onderdeel 1 van de motie beschouwt het college hiermee als afgedaan.",
	 DOC_SETTLEMENT, "motion RIS990101 partly_settled"},
	/* What was said before, or is said by others, settles nothing; nor does a motion that is only mentioned. */
	{"Kade", VOTE "De motie is al bij brief van 3 maart 2025 afgedaan.", DOC_LETTER, ""},
	{"Kade", VOTE "Op 3 maart hebben wij u bericht dat het college de motie daarmee als afgedaan beschouwt.",
	 DOC_LETTER, ""},
	{"Kade", VOTE "De fractie van de indiener beschouwt de motie als afgedaan.", DOC_LETTER, ""},
	{"Kade", VOTE "Beschouwt het college de motie hiermee als afgedaan?", DOC_LETTER, ""},
	{"Kade", VOTE "Het college beschouwt een motie als afgedaan wanneer de raad een brief heeft.", DOC_LETTER, ""},
	{"Kade", VOTE "De bankjes komen er.", DOC_LETTER, ""},
	{"Kade", "Wij beschouwen de zaak hiermee als afgedaan.", DOC_LETTER, ""},
	{"Voortgang afdoening moties", VOTE "Wij werken eraan.", DOC_LETTER, ""},
	{"Afdoening ingekomen brief", VOTE "De bewoners hebben antwoord.", DOC_LETTER, ""},
	/* Several. */
	{"Afdoening moties ‘Bankjes’ (RIS990101) en ‘Bomen’ (RIS990102)", "Wij beschouwen de moties als afgedaan.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed; motion RIS990102 settlement_proposed"},
	{"Moties kade",
	 "Op 13 februari 2025 heeft uw raad de moties ‘Bankjes’ (RIS990101), ‘Bomen’ (RIS990102) en ‘Licht’ "
	 "aangenomen. Het college beschouwt deze moties hiermee als afgedaan.",
	 DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed; motion RIS990102 settlement_proposed; motion Licht "
	 "settlement_proposed"},
	{"Kade",
	 "De motie ‘Bankjes’ (RIS990101) is aangenomen. Het college beschouwt de motie hiermee als afgedaan.\n\n"
	 "De motie ‘Bomen’ (RIS990102) is ook aangenomen. Het college beschouwt de motie hiermee nog niet als "
	 "afgedaan.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed; motion RIS990102 in_progress"},
	{"Afdoening moties kade",
	 "De volgende moties zijn aangenomen:\n\n- ‘Bankjes’ (RIS990101)\n- ‘Bomen’ (RIS990102)\n\nDe kade is klaar.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed; motion RIS990102 settlement_proposed"},
	{"Afdoening diverse moties",
	 "In de tabel staan de moties die zijn aangenomen.\n\nRIS990101\nBankjes\nAfgedaan\n\nRIS990102\nBomen\n"
	 "Nog niet afgedaan",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed; motion RIS990102 in_progress"},
	{"Stand van zaken moties",
	 "Hieronder staan de moties.\n\nRIS990101   Bankjes   Afgedaan\nRIS990102   Bomen     In uitvoering\n\n"
	 "Wij beschouwen bovenstaande moties hiermee als afgedaan.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed; motion RIS990102 in_progress"},
	/* Commitments. */
	{"Afdoening toezegging 412", "Het college beschouwt de toezegging hiermee als afgedaan.", DOC_SETTLEMENT,
	 "commitment 412 settlement_proposed"},
	{"Toezegging bankjes",
	 "In deze brief wordt toezegging TA 2025-000412 “De wethouder telt de bankjes.” afgedaan.", DOC_SETTLEMENT,
	 "commitment TA 2025-000412 settlement_proposed"},
	{"Afdoening toezeggingen 412 en 413", "De bankjes zijn geteld.", DOC_SETTLEMENT,
	 "commitment 412 settlement_proposed; commitment 413 settlement_proposed"},
	{"Tussenbericht toezegging 412", "Wij verwachten de toezegging voor 1 juni 2025 af te doen.", DOC_INTERIM,
	 "commitment 412 open"},
	{"Afdoening " SUBJECT,
	 VOTE "Ook toezegging 412 komt aan de orde. Het college beschouwt de motie hiermee als afgedaan.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed"},
	{"Afdoening " SUBJECT, VOTE "Het college beschouwt de motie en toezegging 412 hiermee als afgedaan.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed; commitment 412 settlement_proposed"},
	{"Afdoening " SUBJECT,
	 VOTE
	 "De wethouder heeft de toezegging gedaan om ‘te bezien of de motie ‘Bankjes langs de kade’ ook voor het park "
	 "kan gelden’ Dat kan. Het college beschouwt de toezegging hiermee als afgedaan.\n\nHet college beschouwt de "
	 "motie hiermee als afgedaan.",
	 DOC_SETTLEMENT,
	 "motion RIS990101 settlement_proposed; commitment te bezien of de motie ‘Bankjes langs de kade’ ook voor het "
	 "park "
	 "kan gelden settlement_proposed"},
	{"Kade",
	 "De wethouder heeft toegezegd dat zij de bankjes telt. Het zijn er twaalf. Hiermee is de toezegging afgedaan.",
	 DOC_SETTLEMENT, "commitment zij de bankjes telt settlement_proposed"},
	{"Kade", "De bankjes zijn geteld. Hiermee is de toezegging afgedaan.", DOC_LETTER, ""},
	{"Afdoening " SUBJECT,
	 VOTE
	 "In deze brief wordt ook toezegging 412 meegenomen: het tellen van de bankjes. Het college beschouwt de motie "
	 "hiermee als afgedaan.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed; commitment 412 open"},
	{"Afdoening " SUBJECT,
	 VOTE "Toezegging 412 is hierbij niet meegenomen. Het college beschouwt de motie hiermee als afgedaan.",
	 DOC_SETTLEMENT, "motion RIS990101 settlement_proposed"},
};

START_TEST(a_letter_settles_what_it_calls_settled)
{
	read_letter(letters[_i].subject, letters[_i].text);
	ck_assert_msg(document.kind == letters[_i].kind, "'%s': kind %s", letters[_i].text,
		      document_kind_to_text(document.kind));
	ck_assert_msg(strcmp(handled(), letters[_i].handled) == 0, "'%s': '%s' in place of '%s'", letters[_i].text,
		      handled(), letters[_i].handled);
}
END_TEST

START_TEST(every_event_of_a_letter_has_its_place)
{
	read_letter(letters[_i].subject, letters[_i].text);
	for (size_t i = 0; i < document.mentions.n; i++)
		for (size_t k = 0; k < document.mentions.v[i].events.n; k++) {
			const struct event *event = &document.mentions.v[i].events.v[k];
			ck_assert_msg(event->raw.end > event->raw.start, "'%s' stands nowhere", event->quote);
			size_t begins = strcspn(event->quote, " \n");
			ck_assert_msg(memcmp(document.text.raw.p + event->raw.start, event->quote, begins) == 0,
				      "'%s' stands elsewhere", event->quote);
		}
}
END_TEST

START_TEST(only_the_executive_proposes)
{
	read_signed("Kade", VOTE "Wij beschouwen de motie hiermee als afgedaan.", "Vereniging Groene Oevers");
	ck_assert_int_eq(document.kind, DOC_LETTER);
	ck_assert_str_eq(handled(), "");
	read_signed("Kade", VOTE "Wij beschouwen de motie hiermee als afgedaan.", "A. Oever, wethouder");
	ck_assert_int_eq(document.kind, DOC_SETTLEMENT);
}
END_TEST

START_TEST(a_letter_that_settles_in_passing_stays_a_letter_and_keeps_its_promises)
{
	read_letter("Voortgang kade", VOTE
		    "Wij beschouwen de motie hiermee als afgedaan. In juni 2025 informeren wij uw raad over de kade.");
	ck_assert(has_letter());
	ck_assert_str_eq(handled(), "motion RIS990101 settlement_proposed");
	ck_assert(document.mentions.v[0].kind == ITEM_LETTER && document.mentions.v[0].takes_promises);
	ck_assert(!document.mentions.v[1].takes_promises);
	read_letter("Uitvoering " SUBJECT, VOTE "Wij beschouwen de motie hiermee als afgedaan.");
	ck_assert(!has_letter());
	ck_assert(document.mentions.v[0].takes_promises);
}
END_TEST

START_TEST(the_own_number_of_a_letter_is_not_that_of_the_item)
{
	read_letter("Afdoening toezegging 412", "Het college beschouwt de toezegging hiermee als afgedaan.");
	ck_assert_str_eq(document.identifiers.v[0].value, "RIS990777");
	ck_assert_uint_eq(document.identifiers.n, 1);
	ck_assert_uint_eq(document.mentions.v[0].identifiers.n, 1);
	ck_assert_str_eq(document.mentions.v[0].identifiers.v[0].scheme, "toezegging");
}
END_TEST

START_TEST(a_number_in_a_sentence_is_not_the_papers_own)
{
	struct document_context context = {.on = DATE_NONE};
	document_read(
		SLICE("Gemeente Waterrijk\n\nAan de gemeenteraad\n\n8 april 2025\nOnderwerp: Kade\n\nGeachte raad,\n\n"
		      "Wij schreven u over zaaknummer 0123-456789. Het college zal u in juni informeren.\n\n"
		      "Hoogachtend,\nburgemeester en wethouders van Waterrijk\n"),
		&context, arena, &document);
	ck_assert_uint_eq(document.identifiers.n, 0);
	document_read(SLICE("Gemeente Waterrijk\n\nAan de gemeenteraad\n\nDatum 8 april 2025 Zaaknummer 0123-456789.\n"
			    "Onderwerp: Kade\n\nGeachte raad,\n\nHet college zal u in juni informeren.\n\n"
			    "Hoogachtend,\nburgemeester en wethouders van Waterrijk\n"),
		      &context, arena, &document);
	ck_assert_uint_eq(document.identifiers.n, 1);
	ck_assert_str_eq(document.identifiers.v[0].value, "0123-456789");
}
END_TEST

static void read_dated(const char *day, const char *subject, const char *text)
{
	const char *raw =
		arena_printf(arena,
			     "Gemeente Waterrijk\n\nContactpersoon\n\nAan de gemeenteraad\n\nPiet Pen\nDienst\n\n"
			     "Kades\n\nDatum\n\n%s\n\n%s%s\n\nGeachte leden,\n\n%s\n\n"
			     "Het college van burgemeester en wethouders,\n",
			     day, subject ? "Onderwerp\n\n" : "", subject ? subject : "", text);
	struct document_context context = {.on = DATE_NONE};
	document_read(slice_of(raw), &context, arena, &document);
}

START_TEST(a_letter_is_received_by_its_subject_or_its_day_and_no_official)
{
	read_dated("8 april 2025", "Preadvies over de kade", "Het voorstel is goed.");
	ck_assert_str_eq(document.mentions.v[0].events.v[0].quote, "Preadvies over de kade");
	const struct event *event = &document.mentions.v[0].events.v[0];
	ck_assert_int_eq(
		memcmp(document.text.raw.p + event->raw.start, event->quote, event->raw.end - event->raw.start), 0);
	read_dated("8 april 2025", NULL, "Het voorstel is goed.");
	ck_assert_str_eq(document.mentions.v[0].events.v[0].quote, "8 april 2025");
	ck_assert(!slice_holds((struct slice){document.text.body, document.text.body_size}, "Piet Pen"));
}
END_TEST

static const struct {
	const char *text;
	const char *detail; /* NULL: no finding */
} told[] = {
	{"Op 22 maart 2025 is het voorstel aangeboden.", "the head says 2015-04-08, the text tells of 2025-03-22"},
	{"Op 22 maart 2025 heeft uw raad de motie aangenomen.",
	 "the head says 2015-04-08, the text tells of 2025-03-22"},
	{"Op 22 maart 2015 is het voorstel aangeboden.", NULL},
	{"Op 22 mei 2015 is er een avond voor bewoners.", NULL},
	{"Op 22 mei 2015 wordt het voorstel aangeboden.", NULL},
};

START_TEST(a_letter_is_not_older_than_what_it_tells)
{
	read_dated("8 april 2015", "Preadvies over de kade", told[_i].text);
	ck_assert_uint_eq(document.findings.n, told[_i].detail != NULL);
	if (told[_i].detail) {
		ck_assert_str_eq(document.findings.v[0].name, "date_contradicts");
		ck_assert_str_eq(document.findings.v[0].detail, told[_i].detail);
	}
}
END_TEST

static const struct {
	const char *reference;
	const char *text;
	const char *number; /* of the motion; NULL when the letter does not say it */
} numbered[] = {
	{"DSO/10990001\n", "Wij verwachten de motie in juni 2025 af te doen.", "RIS990777"},
	{"DSO/10990001\n", VOTE "Wij verwachten de motie in juni 2025 af te doen.", "RIS990101"},
	{"DSO/10990001\n", "Ons bericht (RIS990777) gaat over de motie.", NULL},
	{"", "Wij verwachten de motie in juni 2025 af te doen.", NULL},
};

START_TEST(the_number_beside_the_own_reference_is_that_of_the_motion)
{
	const char *raw =
		arena_printf(arena,
			     "Gemeente Den Haag\n\nAan de gemeenteraad\n\nOns kenmerk\n\n%sRIS990777\n\nDatum\n\n"
			     "8 april 2025\n\nOnderwerp\n\nTussenbericht " SUBJECT "\n\n%s\n\n"
			     "Het college van burgemeester en wethouders,\n",
			     numbered[_i].reference, numbered[_i].text);
	struct document_context context = {.on = DATE_NONE};
	document_read(slice_of(raw), &context, arena, &document);
	ck_assert_int_eq(document.kind, DOC_INTERIM);
	const char *number = document.relations.v[0].value, *want = numbered[_i].number;
	ck_assert_int_eq(document.relations.v[0].type, REL_INTERIM_ON);
	ck_assert_msg(want ? number && strcmp(number, want) == 0 : !number, "'%s': %s", numbered[_i].text,
		      number ? number : "none");
}
END_TEST

START_TEST(a_commitment_was_made_on_the_day_that_the_letter_tells)
{
	read_letter("Afdoening toezegging 412", "Op 3 maart 2025 heeft de wethouder toegezegd de bankjes te tellen. "
						"Hiermee is de toezegging afgedaan.");
	const struct mention *m = &document.mentions.v[0];
	ck_assert_int_eq(m->events.v[0].state, STATE_OPEN);
	ck_assert_int_eq(m->events.v[0].on, date_make(2025, 3, 3));
	ck_assert_int_eq(m->events.v[1].on, date_make(2025, 4, 8));
}
END_TEST

START_TEST(motions_that_are_told_of_at_once_share_the_day_of_their_vote)
{
	read_letter("Afdoening moties ‘Bankjes’ en ‘Bomen’",
		    "Uw raad heeft deze moties aangenomen in de vergadering van 13 februari 2025.");
	ck_assert_uint_eq(document.mentions.n, 2);
	for (size_t i = 0; i < 2; i++)
		ck_assert_int_eq(document.mentions.v[i].meeting, date_make(2025, 2, 13));
}
END_TEST

START_TEST(a_day_named_where_settling_is_refused_is_the_new_term)
{
	read_letter("Afdoening " SUBJECT,
		    VOTE "Het college kan de motie niet als afgedaan beschouwen en komt hier voor 1 september 2025 op "
			 "terug.");
	ck_assert_int_eq(document.kind, DOC_INTERIM);
	ck_assert_uint_eq(document.promises.n, 1);
	ck_assert_int_eq(document.mentions.v[0].notices.v[0].moment.latest, date_make(2025, 8, 31));
}
END_TEST

START_TEST(a_length_that_was_set_counts_from_the_vote)
{
	read_letter("Tussenbericht " SUBJECT,
		    VOTE "Afdoening zal later plaatsvinden dan de gestelde 6 weken. Wij verwachten de motie uiterlijk "
			 "31 mei 2025 af te doen.");
	const struct notice *notice = &document.mentions.v[0].notices.v[0];
	ck_assert_int_eq(notice->was, date_make(2025, 3, 27));
	ck_assert_int_eq(notice->moment.latest, date_make(2025, 5, 31));
	read_letter("Tussenbericht " SUBJECT, "Wij verwachten de motie uiterlijk 31 mei 2025 af te doen.");
	ck_assert_int_eq(document.mentions.v[0].notices.v[0].was, DATE_NONE);
}
END_TEST

START_TEST(a_notice_without_a_moment_stands_where_the_subject_does)
{
	read_letter("Tussenbericht " SUBJECT, "Er is meer overleg nodig.");
	const struct notice *notice = &document.mentions.v[0].notices.v[0];
	ck_assert_uint_gt(notice->raw.end, notice->raw.start);
	ck_assert_int_eq(memcmp(document.text.raw.p + notice->raw.start, notice->quote, strlen(notice->quote)), 0);
}
END_TEST

START_TEST(a_subject_goes_on_until_its_quotation_ends)
{
	struct document_context context = {.on = DATE_NONE};
	document_read(SLICE("Gemeente Waterrijk\n\nDatum: 8 april 2025\nOnderwerp: Afdoening motie ‘Bankjes langs\nde "
			    "kade’ Portefeuillehouder A. Oever\n\nGeachte leden,\n\nDe bankjes staan er.\n"),
		      &context, arena, &document);
	ck_assert_str_eq(document.mentions.v[0].title, "Bankjes langs de kade");
}
END_TEST

/* Whole letters: the head, then the text, then who signs. */
static const struct {
	const char *head;
	const char *text;
	const char *signature;
	const char *body;
	const char *promisors; /* of its promises, in order */
} authors[] = {
	{"Gemeente Waterrijk\n\nAan de gemeenteraad\n\nWaterrijk, 8 april 2025", "Wij sturen u in mei 2025 een brief.",
	 "Hoogachtend,\n\nburgemeester en wethouders van Waterrijk,\nde secretaris, de burgemeester,", "nl/waterrijk",
	 "college"},
	{"Gemeente Waterrijk\n\nAan de gemeenteraad\n\nWaterrijk, 8 april 2025", "Wij sturen u in mei 2025 een brief.",
	 "Met vriendelijke groet,\n\nhet college van Waterrijk", "nl/waterrijk", "college"},
	{"Gemeente Waterrijk\n\nAan de gemeenteraad\n\nWaterrijk, 8 april 2025", "Wij sturen u in mei 2025 een brief.",
	 "Met vriendelijke groet,\n\nA. Oever\nWethouder", "nl/waterrijk", "wethouder"},
	{"Gemeente Waterrijk\n\nGeachte raad,", "Wij sturen u in mei 2025 een brief.", "", "nl/waterrijk", "college"},
	{"Raadsinformatiebrief\nVan: college\nAan: de raad\nDatum: 8 april 2025", "Wij sturen u in mei 2025 een brief.",
	 "", NULL, "college"},
	{"Provincie Zeeland\n\nStatenbrief\n\nAan de leden van Provinciale Staten\n\nMiddelburg, 8 april 2025",
	 "Wij zullen u voor de zomer van 2025 informeren.", "", "nl/provincie/zeeland", "Gedeputeerde Staten"},
	{"Hoogheemraadschap van Delfland\n\nAan de verenigde vergadering\n\nDelft, 8 april 2025",
	 "Wij zullen u voor de zomer van 2025 informeren.",
	 "Met vriendelijke groet,\nnamens dijkgraaf en hoogheemraden,\nA. de Vries, secretaris",
	 "nl/waterschap/delfland", "dagelijks bestuur"},
	{"Waterschap Rivierenland\n\nAan het algemeen bestuur\n\nTiel, 8 april 2025",
	 "Wij sturen u in mei 2025 een brief.", "De heemraad,\nB. Linge", "nl/waterschap/rivierenland", "heemraad"},
	/* Others, who write to a council, speak of its executive and call themselves "wij". */
	{"Bewoners van de Kade\n\nAan de gemeenteraad van Waterrijk\n\n8 april 2025\n\nGeachte raad,",
	 "Het college van burgemeester en wethouders hoort ons niet. Wij sturen u in mei 2025 een brief.",
	 "Met vriendelijke groet,\n\nC. Kade", "nl/waterrijk", ""},
	{"Fractie Nieuw Waterrijk\n\nAan de gemeenteraad van Waterrijk\n\n8 april 2025\n\nGeachte raad,",
	 "Wij sturen u in mei 2025 een voorstel.", "Hoogachtend,\nnamens de fractie van Nieuw Waterrijk,\nD. Dijk",
	 "nl/waterrijk", ""},
	{"Gemeente Waterrijk\n\nAan Gedeputeerde Staten van Zeeland\n\nWaterrijk, 8 april 2025",
	 "Wij vragen uw oordeel.", "Hoogachtend,\nburgemeester en wethouders van Waterrijk", "nl/waterrijk", ""},
};

START_TEST(promises_are_of_who_signs_or_sends)
{
	struct document_context context = {.on = DATE_NONE};
	const char *raw = arena_printf(arena, "%s\n\nOnderwerp: de kade\n\n%s\n\n%s\n", authors[_i].head,
				       authors[_i].text, authors[_i].signature);
	document_read(slice_of(raw), &context, arena, &document);
	const char *promisors = "";
	for (size_t i = 0; i < document.promises.n; i++)
		promisors = arena_printf(arena, "%s%s%s", promisors, i ? ", " : "", document.promises.v[i].promisor);
	ck_assert_msg(strcmp(promisors, authors[_i].promisors) == 0, "'%s': '%s'", raw, promisors);
	ck_assert_msg(authors[_i].body ? document.body && strcmp(document.body, authors[_i].body) == 0 : !document.body,
		      "'%s': %s", raw, document.body);
}
END_TEST

START_TEST(a_society_settles_no_motion)
{
	read_signed("Afdoening " SUBJECT, "De motie is wat ons betreft afgedaan.", "Hoogachtend,\nStichting Kade");
	ck_assert_int_eq(document.kind, DOC_LETTER);
	ck_assert_str_eq(handled(), "");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("letter");
	TCase *tcase = tcase_create("letter");
	tcase_add_checked_fixture(tcase, setup, teardown);
	tcase_add_loop_test(tcase, a_letter_settles_what_it_calls_settled, 0, ARRAY_SIZE(letters));
	tcase_add_loop_test(tcase, every_event_of_a_letter_has_its_place, 0, ARRAY_SIZE(letters));
	tcase_add_test(tcase, only_the_executive_proposes);
	tcase_add_test(tcase, a_letter_that_settles_in_passing_stays_a_letter_and_keeps_its_promises);
	tcase_add_test(tcase, the_own_number_of_a_letter_is_not_that_of_the_item);
	tcase_add_test(tcase, a_number_in_a_sentence_is_not_the_papers_own);
	tcase_add_loop_test(tcase, the_number_beside_the_own_reference_is_that_of_the_motion, 0, ARRAY_SIZE(numbered));
	tcase_add_test(tcase, a_letter_is_received_by_its_subject_or_its_day_and_no_official);
	tcase_add_loop_test(tcase, a_letter_is_not_older_than_what_it_tells, 0, ARRAY_SIZE(told));
	tcase_add_test(tcase, a_commitment_was_made_on_the_day_that_the_letter_tells);
	tcase_add_test(tcase, motions_that_are_told_of_at_once_share_the_day_of_their_vote);
	tcase_add_test(tcase, a_day_named_where_settling_is_refused_is_the_new_term);
	tcase_add_test(tcase, a_length_that_was_set_counts_from_the_vote);
	tcase_add_test(tcase, a_notice_without_a_moment_stands_where_the_subject_does);
	tcase_add_test(tcase, a_subject_goes_on_until_its_quotation_ends);
	tcase_add_loop_test(tcase, promises_are_of_who_signs_or_sends, 0, ARRAY_SIZE(authors));
	tcase_add_test(tcase, a_society_settles_no_motion);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? 1 : 0;
}
