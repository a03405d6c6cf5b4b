/* db_facts.c: a comma stands before every value that does not open its array. */
#include "db/db_facts.h"

#include "hash/sha256.h"

static void comma(struct buf *facts)
{
	if (facts->n && facts->p[facts->n - 1] != '[')
		buf_add(facts, ",", 1);
}

void facts_open(struct buf *facts)
{
	comma(facts);
	buf_add(facts, "[", 1);
}

void facts_close(struct buf *facts)
{
	buf_add(facts, "]", 1);
}

/* Control characters stand as they are: the text is hashed, never parsed. */
void facts_text(struct buf *facts, const char *text)
{
	comma(facts);
	if (!text) {
		buf_add_text(facts, "null");
		return;
	}
	buf_add(facts, "\"", 1);
	for (size_t n; *text; text += n) {
		n = strcspn(text, "\"\\");
		buf_add(facts, text, n);
		if (!text[n])
			break;
		buf_add(facts, "\\", 1);
		buf_add(facts, text + n++, 1);
	}
	buf_add(facts, "\"", 1);
}

/* As printf writes it: one of these stands in the way of every follow-up that is compared. */
void facts_number(struct buf *facts, int64_t number)
{
	char digits[24];
	size_t at = sizeof digits;
	uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
	comma(facts);
	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		digits[--at] = '-';
	buf_add(facts, digits + at, sizeof digits - at);
}

void facts_day(struct buf *facts, int day)
{
	char text[DATE_TEXT];
	facts_text(facts, day == DATE_NONE ? NULL : date_format(day, text));
}

void facts_quote(struct buf *facts, const struct quote *quote)
{
	facts_open(facts);
	facts_text(facts, quote->document);
	facts_text(facts, quote->text);
	facts_number(facts, (int64_t)quote->raw.start);
	facts_number(facts, (int64_t)quote->raw.end);
	facts_close(facts);
}

void facts_end(struct buf *facts, char out[SHA256_TEXT])
{
	sha256_text(facts->p, facts->n, out);
	buf_release(facts);
}
