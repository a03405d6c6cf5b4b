/* moment_words.h: the vocabulary of moments: what each word can do in the grammar, one table a language.
 *
 * A language is a table of words and of fixed expressions, sorted bytewise, each with a kind and a value. The grammar
 * (moment_read.c) knows kinds only, so that another language is another table. Internal to core/moment*.c.
 */
#ifndef GRIFFIE_CORE_MOMENT_WORDS_H
#define GRIFFIE_CORE_MOMENT_WORDS_H

#include "core/base.h"

enum word_kind {
	W_NONE,
	/* words of the language; the value is in brackets */
	W_ARTICLE,
	W_OF,
	W_IN, /* in, op, aan */
	W_AND,
	W_OPERATOR, /* enum operator */
	W_THROUGH,  /* up to and including */
	W_UNTIL,    /* up to */
	W_BETWEEN,
	W_OVER,       /* over drie maanden; 1 when it is also a W_IN: in three months, in May */
	W_AT,         /* bij, before an event */
	W_ADVERB,     /* nog, later, kort: changes nothing that is computed */
	W_EDGE,       /* enum edge */
	W_HALF,       /* the middle of a month, or a number */
	W_HALF_AGAIN, /* one and a half */
	W_HALF_OF,    /* the first or second half */
	W_MONTH,      /* 1 to 12; + W_SHORT for an abbreviation, + W_FAINT for a word that is mostly something else */
	W_SEASON,     /* 0 spring to 3 winter */
	W_QUARTER,    /* 1 to 4: Q1 */
	W_WEEKDAY,    /* 1 to 7 */
	W_ORDINAL,    /* 1 to 31, -1 for the last */
	W_NUMBER,
	W_SOME,    /* enkele, een aantal */
	W_UNIT,    /* enum unit */
	W_PICK,    /* enum pick */
	W_HOLIDAY, /* enum feast */
	W_RECESS,  /* index of moment_recess_names; -1 for any */
	W_EVENT,   /* index of moment_event_names; + W_SHORT for the feast on which a paper appears */
	W_SESSION, /* the same for what is no paper: raadsperiode, begrotingsbehandeling */
	W_SITTING, /* a year that begins in another: 0 vergaderjaar, 1 schooljaar, 2 studiejaar */
	W_TODAY,   /* days from the anchor */
	W_VAGUE,
	W_RECURRING,
	W_EVERY,
	W_TIMES,   /* keer */
	W_OFTEN,   /* tweemaal */
	W_PER,     /* between a number of times and a unit; an operator elsewhere */
	W_ABOUT,   /* maximaal, een termijn van: before a length */
	W_COUNTED, /* what follows a number that is no year: euro, woningen */
	/* what is no word */
	W_DIGITS, /* a number of one or two digits */
	W_YEAR,   /* 1800 to 2199 */
	W_YEARS,  /* 2023-2024: the first of the two */
	W_DATE,   /* a numeric date: its day number */
	W_DAYS,   /* 4-22, 23-24: two days or weeks, the first * 100 + the last */
	W_COMMA,
	W_DASH,
	W_SLASH,
	W_DOT,
	W_OTHER,
	W_END,
	W_KIND_COUNT
};

/* Added to a value: an abbreviation; a word that is mostly something else; a plural. */
enum { W_SHORT = 100, W_FAINT = 200, W_MANY = 100 };

enum operator{ OP_NONE, OP_BEFORE, OP_BY, OP_ON, OP_FROM, OP_AFTER, OP_AROUND, OP_DURING, OP_WITHIN };
/* Thirds of a period, and its first and last day. */
enum edge { EDGE_NONE, EDGE_BEGIN, EDGE_MIDDLE, EDGE_END, EDGE_FIRST, EDGE_LAST };
enum unit {
	UNIT_DAY,
	UNIT_WORKING_DAY,
	UNIT_WEEK,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_THIRD,
	UNIT_HALF,
	UNIT_YEAR,
	UNIT_SPAN
};
enum pick { PICK_FIRST, PICK_THIS, PICK_NEXT, PICK_COMING, PICK_LAST };
enum feast {
	FEAST_CHRISTMAS,
	FEAST_EASTER,
	FEAST_WHITSUN,
	FEAST_ASCENSION,
	FEAST_KING,
	FEAST_LIBERATION,
	FEAST_NEW_YEAR,
	FEAST_NEW_YEARS_EVE,
	FEAST_SINTERKLAAS,
	FEAST_BUDGET_DAY,
	FEAST_ACCOUNTS_DAY,
	FEAST_TURN_OF_YEAR,
	FEAST_CHRISTMAS_EVE,
	FEAST_CHRISTMAS_1,
	FEAST_CHRISTMAS_2,
	FEAST_EASTER_1,
	FEAST_EASTER_2,
	FEAST_WHITSUN_1,
	FEAST_WHITSUN_2,
	FEAST_GOOD_FRIDAY,
	FEAST_REMEMBRANCE
};

/* Kept in place, so that a look-up follows no pointer and a start of the program relocates none. */
enum { MOMENT_WORD_TEXT = 32 };

struct word {
	char text[MOMENT_WORD_TEXT]; /* lower case */
	enum word_kind kind;
	int value;
};

/* The words that begin with one letter, sorted. */
struct section {
	const struct word *words;
	size_t count;
};

struct language {
	const struct section *sections; /* by the low five bits of the first byte */
	unsigned index;                 /* in moment_languages and in the gates */
	bool capitals;                  /* months, weekdays and feasts are written with one */
};

enum { LANGUAGE_COUNT = 2 };
extern const struct language moment_languages[LANGUAGE_COUNT];
/* 1 a letter, 2 a digit, 0 neither. */
extern const unsigned char moment_word_bytes[256];

/* Names of recesses and budget moments in a calendar (calendar.h). */
enum { RECESS_SUMMER, RECESS_CHRISTMAS, RECESS_MAY, RECESS_AUTUMN, RECESS_SPRING, RECESS_COUNT };
enum { EVENT_COUNT = 19 };
extern const char *const moment_recess_names[RECESS_COUNT];
extern const char *const moment_event_names[EVENT_COUNT];

/* Letters, digits, and every byte of UTF-8 but C2 and E2, which begin signs and punctuation. */
static inline bool moment_is_word_byte(unsigned char c)
{
	return moment_word_bytes[c] != 0;
}

/* Whether a word of this kind may begin a moment. */
bool moment_word_starts(enum word_kind kind);
/* The longest entry of `language` that stands at text[at], where a word begins; `*end` is one past it. NULL when
 * there is none; `*end` is then one past the word. */
const struct word *moment_word_find(const struct language *language, struct slice text, size_t at, size_t *end);

/* One past the letters and digits that begin at `at`. */
static inline size_t moment_word_end(struct slice text, size_t at)
{
	while (at < text.n && moment_is_word_byte((unsigned char)text.p[at]))
		at++;
	return at;
}

/* One past the blanks at `at`: spaces, tabs, no-break spaces and at most one line end. */
static inline size_t moment_blank_end(struct slice text, size_t at)
{
	for (bool line = false; at < text.n; at++) {
		unsigned char c = (unsigned char)text.p[at];
		if (c > ' ' && c != 0xC2)
			break;
		if (c == '\n' && !line)
			line = true;
		else if (c == 0xC2 && at + 1 < text.n && (unsigned char)text.p[at + 1] == 0xA0)
			at++;
		else if (c != ' ' && c != '\t' && c != '\r')
			break;
	}
	return at;
}

#endif
