/* promise_reach.h: what an act reaches: the council, an object, a form. Internal to promise. */
#ifndef GRIFFIE_CORE_PROMISE_REACH_H
#define GRIFFIE_CORE_PROMISE_REACH_H

#include "core/promise_act.h"

/* `verb` is NULL for a task ("in gesprek"). */
struct act {
	size_t at;
	size_t governor;
	const struct verb_row *verb;
	bool passive;
	bool finite;
};

/* Collects what the act of `v` reaches; false when it is no act that can be promised. */
bool reach_add(const struct reading *r, const struct act *act, const struct bench *bench, bool pledged,
	       struct verdict *v);
/* The council within the act's part of the sentence: the one that is told, else the one that is addressed; NONE. */
size_t reach_council(const struct reading *r, const struct verdict *v);
/* "Ik zoek dat uit", "dat ga ik na": said of what was just asked. */
bool reach_is_taken_on(const struct reading *r, const struct act *act, const struct verdict *v);
/* "Gaat na of", "laat die vraag uitzoeken", "ik laat uitzoeken": what was asked is looked into. */
bool reach_is_looked_into(const struct reading *r, const struct act *act, const struct verdict *v);
/* Whether the word at `i` opens what is asked: "gaat na OF". */
bool reach_is_asking(const struct reading *r, size_t i);
/* Minutes and lists of promises tell in the present tense what one member of the executive will do. */
bool reach_is_told_of(const struct reading *r, const struct act *act);
/* "Over deze proef rapporteert het college in de jaarlijkse rapportage": in a paper to come, about this matter. */
bool reach_is_report_of(const struct reading *r, const struct act *act, const struct verdict *v);
/* "Wij nemen dit mee in de Kadernota 2026". */
bool reach_is_for_paper(const struct reading *r, const struct act *act, const struct verdict *v);
/* What is informed about is no form; what is sent, is. */
enum promise_form reach_form(const struct reading *r, const struct act *act, const struct verdict *v);

#endif
