/* db_sql.c: one table, and so longer than other files. What two lists have in common stands in a macro, so that the column list keeps
 * its one row mapper; the compiler joins constant texts, nothing is put together while running.
 */
#include "db/db_sql.h"

#include "core/document.h"

#include <stddef.h>

/* A person's word, else what the papers say. As in secrecy_apply. */
#define ITEM_IS_CONFIDENTIAL                                                                                           \
	"coalesce((SELECT y.confidential FROM secrecy AS y WHERE y.item = i.ref),\n"                                   \
	"        EXISTS (SELECT 1 FROM finding AS y WHERE y.item = i.id AND y.name = '" FINDING_CONFIDENTIAL "'))"

/* Read by row_read in db_list.c. */
#define ITEM_COLUMNS                                                                                                   \
	"SELECT i.id, i.ref, i.kind, i.body, i.title, i.day, i.state, i.title_key,\n"                                  \
	"    CASE WHEN i.state = 'settled' THEN (SELECT max(t.day) FROM transition AS t\n"                             \
	"        WHERE t.item = i.id AND t.state = 'settled' AND t.forbidden = 0) END,\n"                              \
	"    (SELECT count(*) FROM followup AS f WHERE f.item = i.id AND f.status = 'pending'),\n"                     \
	"    (SELECT count(*) FROM followup AS f WHERE f.item = i.id AND f.status = 'pending'\n"                       \
	"        AND f.review = 0 AND f.latest < :today),\n"                                                           \
	"    " ITEM_IS_CONFIDENTIAL "\n"

#define ITEM_FILTER                                                                                                    \
	"WHERE (:body IS NULL OR i.body = :body)\n"                                                                    \
	"  AND (:kind IS NULL OR i.kind = :kind)\n"                                                                    \
	"  AND (:party IS NULL OR EXISTS (SELECT 1 FROM person AS p\n"                                                 \
	"      WHERE p.item = i.id AND party_short(p.party) = party_short(:party) COLLATE NOCASE))\n"

/* Whether the number `n`, of an item or of a paper, is the word, with or without the letters of its scheme. */
#define IS_NUMBER                                                                                                      \
	"WHERE n.bare = ltrim(lower(replace(:word, ' ', '')), 'abcdefghijklmnopqrstuvwxyz')\n"                         \
	"  AND (n.bare = lower(replace(:word, ' ', '')) OR n.folded = lower(replace(:word, ' ', '')))\n"

/* Read by gathering_read in db_gathering.c. */
#define GATHERING_COLUMNS                                                                                              \
	"g.kind, d.sha256, g.start, g.stop, g.name, g.text, w.sha256, g.with_start, g.with_stop, g.with_name,\n"       \
	"    g.key, g.was, g.day, o.value"

#define GATHERING_JOINS                                                                                                \
	"CROSS JOIN document AS d ON d.id = g.document\n"                                                              \
	"CROSS JOIN document AS w ON w.id = g.with_document\n"                                                         \
	"LEFT JOIN opening AS o ON o.seq = g.entry AND o.field = 'because'\n"

/* Read by due_read in db_due.c. */
#define FOLLOWUP_COLUMNS                                                                                               \
	"SELECT f.id, f.uid, i.ref, i.kind, i.body, f.title, f.rule, f.rule_sha256, f.source, f.verified, f.key,\n"    \
	"    f.form, f.owed_by, f.date_text, f.edtf, f.earliest, f.latest, f.review, f.status, f.fulfilled_on,\n"      \
	"    CASE WHEN f.status = 'waived' THEN (SELECT o.value FROM word AS w\n"                                      \
	"        JOIN opening AS o ON o.seq = w.entry AND o.field = 'because'\n"                                       \
	"        WHERE w.item = i.ref AND w.rule = f.rule AND w.key = f.key AND w.kind = 'waive'\n"                    \
	"        ORDER BY w.entry DESC LIMIT 1) ELSE f.because END,\n"                                                 \
	"    i.title,\n"                                                                                               \
	"    (SELECT p.party FROM person AS p WHERE p.item = i.id AND p.role = 'submitter'\n"                          \
	"        ORDER BY p.ordinal LIMIT 1),\n"                                                                       \
	"    f.entry, CASE WHEN :stamped THEN (SELECT j.hash FROM journal AS j WHERE j.seq = f.entry) END,\n"          \
	"    f.created, f.last_modified, f.sequence, f.facts, q.text,\n"                                               \
	"    " ITEM_IS_CONFIDENTIAL "\n"                                                                               \
	"FROM followup AS f\n"                                                                                         \
	"CROSS JOIN item AS i ON i.id = f.item\n"                                                                      \
	"LEFT JOIN followup_quote AS q ON q.followup = f.id AND q.ordinal = 0\n"

#define ITEM_IS_WANTED                                                                                                 \
	"  AND (:body IS NULL OR i.body = :body)\n"                                                                    \
	"  AND (:kind IS NULL OR i.kind = :kind)\n"                                                                    \
	"  AND (:portfolio IS NULL OR instr(lower(f.owed_by), lower(:portfolio)) > 0)\n"                               \
	"  AND (:party IS NULL OR EXISTS (SELECT 1 FROM person AS p WHERE p.item = i.id\n"                             \
	"      AND p.role IN ('submitter', 'cosignatory')\n"                                                           \
	"      AND party_short(p.party) = party_short(:party) COLLATE NOCASE))\n"

#define FOLLOWUP_FILTER                                                                                                \
	"  AND (:undated OR f.latest IS NOT NULL)\n"                                                                   \
	"  AND (NOT :overdue OR f.review = 0)\n"                                                                       \
	"  AND (:not_overdue IS NULL OR f.review = 1 OR f.due >= :not_overdue)\n" ITEM_IS_WANTED

/* See struct rendition. */
#define FOLLOWUP_IS_SHOWN                                                                                              \
	"(f.review = 0 AND f.latest IS NOT NULL AND (f.status = 'pending' OR f.fulfilled_on >= :since\n"               \
	"    OR (f.last_modified >= :since_second AND (f.fulfilled_on IS NULL OR f.sequence > 0))))\n"

#define COMPONENT_MADE_OF "f.entry || ' ' || i.entry || ' ' || :version"

/* Of one that is pending, the day on which it is looked at; of one that closed, the day of its end. */
#define FOLLOWUP_STOOD_ON                                                                                              \
	"CASE WHEN f.status = 'pending' THEN :today\n"                                                                 \
	"    ELSE coalesce(f.fulfilled_on, date(f.last_modified, 'unixepoch')) END"

static const char *const texts[] = {
	[SQL_BEGIN] = "BEGIN IMMEDIATE\n",
	[SQL_READ] = "BEGIN DEFERRED\n",
	[SQL_COMMIT] = "COMMIT\n",
	[SQL_ROLLBACK] = "ROLLBACK\n",
	[SQL_PART_BEGIN] = "SAVEPOINT part\n",
	[SQL_PART_KEEP] = "RELEASE part\n",
	[SQL_PART_UNDO] = "ROLLBACK TO part\n",

	/* The journal. */
	[SQL_JOURNAL_HEAD] = "SELECT seq, hash, entry\n"
			     "FROM journal\n"
			     "ORDER BY seq DESC\n"
			     "LIMIT 1\n",
	[SQL_JOURNAL_INSERT] = "INSERT INTO journal (seq, entry, hash)\n"
			       "VALUES (:seq, :entry, :hash)\n",
	[SQL_JOURNAL_WALK] = "SELECT seq, entry, hash\n"
			     "FROM journal\n"
			     "ORDER BY seq\n",
	[SQL_JOURNAL_AFTER] = "SELECT seq, entry\n"
			      "FROM journal\n"
			      "WHERE seq > :seq\n"
			      "ORDER BY seq\n",
	[SQL_OPENING_INSERT] = "INSERT INTO opening (seq, field, salt, value)\n"
			       "VALUES (:seq, :field, :salt, :value)\n",
	[SQL_OPENING_LIST] = "SELECT field, salt, value\n"
			     "FROM opening\n"
			     "WHERE seq = :seq\n",

	/* Papers. */
	[SQL_DOCUMENT_FIND] = "SELECT id, facts, path\n"
			      "FROM document\n"
			      "WHERE sha256 = :sha256\n",
	[SQL_DOCUMENT_SHA256] = "SELECT sha256\n"
				"FROM document\n"
				"WHERE id = :id\n",
	[SQL_DOCUMENT_INSERT] = "INSERT INTO document (sha256, path, kind, day, title, pages, body, read_on, "
				"text_hash, place, replaced_by, "
				"facts, entry)\n"
				"VALUES (:sha256, :path, :kind, :day, :title, :pages, :body, :read_on, :text_hash, "
				":place, :replaced_by, "
				":facts, :entry)\n",
	[SQL_DOCUMENT_UPDATE] =
		"UPDATE document\n"
		"SET kind = :kind, day = :day, title = :title, pages = :pages, body = :body, read_on = :read_on,\n"
		"    text_hash = :text_hash, place = :place, replaced_by = :replaced_by, facts = :facts, entry = "
		":entry\n"
		"WHERE sha256 = :sha256\n",
	[SQL_DOCUMENT_NUMBER_DELETE] = "DELETE FROM document_number\n"
				       "WHERE document = :document\n",
	[SQL_DOCUMENT_NUMBER_INSERT] = "INSERT INTO document_number (document, ordinal, scheme, value)\n"
				       "VALUES (:document, :ordinal, :scheme, :value)\n",
	[SQL_DOCUMENT_NUMBER_LIST] = "SELECT scheme, value\n"
				     "FROM document_number\n"
				     "WHERE document = :document\n"
				     "ORDER BY ordinal\n",
	[SQL_DOCUMENT_AT] = "SELECT sha256\n"
			    "FROM document\n"
			    "WHERE place = :place AND replaced_by IS NULL AND sha256 <> :but\n"
			    "ORDER BY id\n",
	[SQL_DOCUMENT_LOAD] = "SELECT d.sha256, d.path, t.text, d.pages, d.body, d.read_on, d.place, d.replaced_by\n"
			      "FROM document AS d\n"
			      "JOIN document_text AS t ON t.document = d.id\n"
			      "WHERE d.sha256 >= lower(:from) AND d.sha256 < lower(:to)\n"
			      "LIMIT 2\n",
	[SQL_DOCUMENT_WALK] = "SELECT d.id, d.sha256, d.kind, d.day, d.title, d.pages, d.body, d.read_on, d.text_hash, "
			      "d.facts, d.entry, t.text, d.place, d.replaced_by\n"
			      "FROM document AS d\n"
			      "LEFT JOIN document_text AS t ON t.document = d.id\n"
			      "ORDER BY d.id\n",
	[SQL_DOCUMENT_LIST] = "SELECT sha256\n"
			      "FROM document\n"
			      "ORDER BY id\n",
	[SQL_TEXT_SAVE] = "INSERT INTO document_text (document, text)\n"
			  "VALUES (:document, :text)\n"
			  "ON CONFLICT (document) DO UPDATE SET text = excluded.text\n",
	[SQL_MENTION_DELETE] = "DELETE FROM mention\n"
			       "WHERE document = :document\n",
	[SQL_MENTION_INSERT] = "INSERT INTO mention (document, ordinal, kind, meeting_key, title_key)\n"
			       "VALUES (:document, :ordinal, :kind, :meeting_key, :title_key)\n",
	[SQL_MENTION_LIST] = "SELECT m.ordinal, m.kind, m.meeting_key, m.title_key\n"
			     "FROM document AS d\n"
			     "CROSS JOIN mention AS m ON m.document = d.id\n"
			     "WHERE d.sha256 = :sha256\n"
			     "ORDER BY m.ordinal\n",
	[SQL_MENTION_OF_DOCUMENT] = "SELECT m.document, m.ordinal\n"
				    "FROM document AS d\n"
				    "CROSS JOIN mention AS m ON m.document = d.id\n"
				    "WHERE d.sha256 = :sha256\n",
	[SQL_MENTION_BEFORE] = "SELECT same.document, same.ordinal\n"
			       "FROM document AS d\n"
			       "CROSS JOIN item_mention AS was ON was.document = d.id\n"
			       "CROSS JOIN item_mention AS same ON same.item = was.item\n"
			       "WHERE d.sha256 = :sha256\n",
	[SQL_MENTION_OF_KEY] = "SELECT same.document, same.ordinal\n"
			       "FROM mention_key AS k\n"
			       "CROSS JOIN mention_key AS same ON same.key = k.key\n"
			       "WHERE k.document = :document AND k.ordinal = :ordinal\n",
	[SQL_MENTION_MEETING] = "SELECT meeting_key, title_key\n"
				"FROM mention\n"
				"WHERE document = :document AND ordinal = :ordinal\n"
				"  AND meeting_key IS NOT NULL AND title_key IS NOT NULL\n",
	[SQL_MENTION_OF_MEETING] = "SELECT document, ordinal, title_key\n"
				   "FROM mention\n"
				   "WHERE meeting_key = :meeting_key AND title_key IS NOT NULL\n"
				   "ORDER BY title_key\n",
	[SQL_KEY_INSERT] = "INSERT OR IGNORE INTO mention_key (key, document, ordinal)\n"
			   "VALUES (:key, :document, :ordinal)\n",
	[SQL_KEY_LIST] = "SELECT key\n"
			 "FROM mention_key\n"
			 "WHERE document = :document AND ordinal = :ordinal\n"
			 "ORDER BY key\n",
	[SQL_QUARANTINE_INSERT] = "INSERT INTO quarantine (sha256, path, reason, entry)\n"
				  "VALUES (:sha256, :path, :reason, :entry)\n",
	[SQL_QUARANTINE_DELETE] = "DELETE FROM quarantine\n"
				  "WHERE id = :id\n",
	/* What was asked of this file, and of other bytes at its path. */
	[SQL_QUARANTINE_OF_FILE] = "SELECT id, sha256, path, reason, entry\n"
				   "FROM quarantine\n"
				   "WHERE path = :path OR sha256 = :sha256\n"
				   "ORDER BY id\n",
	[SQL_QUARANTINE_LIST] = "SELECT path, sha256, reason, entry\n"
				"FROM quarantine\n"
				"ORDER BY path, id\n",
	/* Of the items of a paper, the one whose finding the question is, or whose number it begins with; and whether a state by hand
	 * answered what was asked before, or a word on who may read it where that is the question. */
	[SQL_QUARANTINE_ITEM] =
		"SELECT i.ref,\n"
		"    CASE WHEN y.name IS NULL\n"
		"        THEN EXISTS (SELECT 1 FROM hand_transition AS h WHERE h.item = i.ref AND h.entry > :entry)\n"
		"        ELSE EXISTS (SELECT 1 FROM secrecy AS s WHERE s.item = i.ref AND s.entry > :entry) END,\n"
		"    y.name IS NOT NULL\n"
		"FROM document AS d\n"
		"CROSS JOIN item_mention AS m ON m.document = d.id\n"
		"CROSS JOIN item AS i ON i.id = m.item\n"
		"LEFT JOIN finding AS y\n"
		"    ON y.item = i.id AND y.detail = :reason AND y.name = '" FINDING_CONFIDENTIAL "'\n"
		"WHERE d.sha256 = :sha256\n"
		"  AND (EXISTS (SELECT 1 FROM finding AS n WHERE n.item = i.id AND n.detail = :reason)\n"
		"    OR EXISTS (SELECT 1 FROM identifier AS n\n"
		"        WHERE n.item = i.id AND substr(:reason, 1, length(n.value) + 1) = n.value || ':'))\n"
		"ORDER BY m.ordinal\n"
		"LIMIT 1\n",

	/* Items. */
	[SQL_ITEM_FIND] = "SELECT id, facts, sources, by_hand, state, entry\n"
			  "FROM item\n"
			  "WHERE ref = :ref\n",
	[SQL_ITEM_INSERT] =
		"INSERT INTO item (ref, kind, state, title, title_key, body, day, by_hand, sources, facts, entry)\n"
		"VALUES (:ref, :kind, :state, :title, :title_key, :body, :day, :by_hand, :sources, :facts, :entry)\n",
	[SQL_ITEM_UPDATE] = "UPDATE item\n"
			    "SET kind = :kind, state = :state, title = :title, title_key = :title_key, body = :body, "
			    "day = :day, by_hand = :by_hand,\n"
			    "    sources = :sources, facts = :facts, entry = :entry\n"
			    "WHERE ref = :ref\n",
	[SQL_ITEM_RENAME] = "UPDATE item\n"
			    "SET ref = :now\n"
			    "WHERE ref = :ref\n",
	[SQL_ITEM_BY_HAND] = "UPDATE item\n"
			     "SET by_hand = 1\n"
			     "WHERE ref = :ref\n",
	[SQL_ITEM_DELETE] = "DELETE FROM item\n"
			    "WHERE ref = :ref\n",
	[SQL_ITEM_OF_MENTION] = "SELECT i.ref\n"
				"FROM document AS d\n"
				"CROSS JOIN item_mention AS m ON m.document = d.id AND m.ordinal = :ordinal\n"
				"CROSS JOIN item AS i ON i.id = m.item\n"
				"WHERE d.sha256 = :document\n",
	[SQL_ITEM_BY_REF] = "SELECT ref\n"
			    "FROM item\n"
			    "WHERE ref = :ref COLLATE NOCASE\n",
	[SQL_ITEM_BY_NUMBER] = "SELECT DISTINCT i.ref\n"
			       "FROM identifier AS n\n"
			       "CROSS JOIN item AS i ON i.id = n.item\n" IS_NUMBER "ORDER BY i.ref\n",
	[SQL_ITEM_BY_PAPER] = "SELECT DISTINCT i.ref\n"
			      "FROM document_number AS n\n"
			      "CROSS JOIN item_mention AS m ON m.document = n.document\n"
			      "CROSS JOIN item AS i ON i.id = m.item\n" IS_NUMBER "ORDER BY i.ref\n",
	[SQL_ITEM_LOAD] = "SELECT id, ref, kind, state, title, body, day, by_hand, sources, facts, entry, title_key\n"
			  "FROM item\n"
			  "WHERE ref = :ref\n",
	[SQL_ITEM_LIST] = ITEM_COLUMNS "FROM item AS i\n" ITEM_FILTER "ORDER BY i.day, i.ref\n",
	[SQL_ITEM_LIST_STATE] = ITEM_COLUMNS "FROM item AS i\n" ITEM_FILTER "  AND i.state = :state\n"
					     "ORDER BY i.day, i.ref\n",
	[SQL_ITEM_WALK] = "SELECT ref\n"
			  "FROM item\n"
			  "ORDER BY ref\n",
	[SQL_ITEM_COUNT] = "SELECT count(*)\n"
			   "FROM item\n",
	/* For db_walk.c: many items at once, and what belongs to them. */
	[SQL_ITEM_NEXT] = "SELECT id, ref, kind, state, title, body, day, facts || sources, outcome\n"
			  "FROM item\n"
			  "WHERE id > :after\n"
			  "ORDER BY id\n"
			  "LIMIT :most\n",
	[SQL_ITEM_OUTCOME] = "UPDATE item\n"
			     "SET outcome = :outcome\n"
			     "WHERE ref = :item AND outcome IS NOT :outcome\n"
			     "  AND NOT EXISTS (SELECT 1 FROM word AS w WHERE w.item = :item)\n",
	[SQL_IDENTIFIER_NEXT] = "SELECT item, scheme, value\n"
				"FROM identifier\n"
				"WHERE item BETWEEN :first AND :last\n"
				"ORDER BY item, ordinal\n",
	[SQL_PERSON_NEXT] = "SELECT item, name, party, role\n"
			    "FROM person\n"
			    "WHERE item BETWEEN :first AND :last\n"
			    "ORDER BY item, ordinal\n",
	/* With the id it is the order of the keys, and nothing is sorted. */
	[SQL_TRANSITION_NEXT] = "SELECT t.item, t.state, t.day, t.forbidden, t.overruled, coalesce(q.ordinal, 0),\n"
				"    d.sha256, q.text, q.start, q.stop\n"
				"FROM transition AS t\n"
				"LEFT JOIN transition_quote AS q ON q.transition = t.id\n"
				"LEFT JOIN document AS d ON d.id = q.document\n"
				"WHERE t.item BETWEEN :first AND :last\n"
				"ORDER BY t.item, t.ordinal, t.id, q.ordinal\n",
	[SQL_ITEM_MENTION_NEXT] = "SELECT m.item, d.sha256, m.ordinal\n"
				  "FROM item_mention AS m\n"
				  "CROSS JOIN document AS d ON d.id = m.document\n"
				  "WHERE m.item BETWEEN :first AND :last\n"
				  "ORDER BY m.item, d.sha256, m.ordinal\n",
	[SQL_WORD_MET_NEXT] = "SELECT i.id, w.rule, w.key, max(w.day)\n"
			      "FROM item AS i\n"
			      "CROSS JOIN word AS w ON w.item = i.ref\n"
			      "WHERE i.id BETWEEN :first AND :last AND w.kind = 'fulfil'\n"
			      "GROUP BY i.id, w.rule, w.key\n"
			      "ORDER BY i.id, w.rule, w.key\n",
	/* For db_audit.c, in the same way: rows are known by the ref of the item, and by the uid of the follow-up. */
	[SQL_FINDING_NEXT] = "SELECT i.ref, n.name, n.detail\n"
			     "FROM finding AS n\n"
			     "CROSS JOIN item AS i ON i.id = n.item\n"
			     "WHERE n.item BETWEEN :first AND :last\n"
			     "ORDER BY n.item, n.ordinal\n",
	[SQL_FOLLOWUP_NEXT] = "SELECT i.ref, f.uid, f.rule, f.key, f.status, f.title, f.form, f.owed_by, f.date_text, "
			      "f.edtf, f.earliest, f.latest, f.review, f.fulfilled_on\n"
			      "FROM item AS i\n"
			      "CROSS JOIN followup AS f ON f.item = i.id\n"
			      "WHERE i.id BETWEEN :first AND :last\n"
			      "ORDER BY i.id, f.rule, f.key\n",
	[SQL_FOLLOWUP_QUOTE_NEXT] = "SELECT f.uid, d.sha256, q.text, q.start, q.stop\n"
				    "FROM item AS i\n"
				    "CROSS JOIN followup AS f ON f.item = i.id\n"
				    "CROSS JOIN followup_quote AS q ON q.followup = f.id\n"
				    "LEFT JOIN document AS d ON d.id = q.document\n"
				    "WHERE i.id BETWEEN :first AND :last\n"
				    "ORDER BY i.id, f.rule, f.key, q.ordinal\n",
	[SQL_FOLLOWUP_MOVE_NEXT] = "SELECT f.uid, m.was, m.latest, m.day, d.sha256, m.reason\n"
				   "FROM item AS i\n"
				   "CROSS JOIN followup AS f ON f.item = i.id\n"
				   "CROSS JOIN followup_move AS m ON m.followup = f.id\n"
				   "LEFT JOIN document AS d ON d.id = m.document\n"
				   "WHERE i.id BETWEEN :first AND :last\n"
				   "ORDER BY i.id, f.rule, f.key, m.ordinal\n",
	[SQL_WORD_NEXT] = "SELECT f.uid, w.kind, w.day, o.value, w.was, w.latest\n"
			  "FROM item AS i\n"
			  "CROSS JOIN followup AS f ON f.item = i.id\n"
			  "CROSS JOIN word AS w ON w.item = i.ref AND w.rule = f.rule AND w.key = f.key\n"
			  "LEFT JOIN opening AS o ON o.seq = w.entry AND o.field = 'because'\n"
			  "WHERE i.id BETWEEN :first AND :last\n"
			  "ORDER BY i.id, f.rule, f.key, w.entry\n",
	[SQL_PAPER_NEXT] =
		"SELECT d.sha256, d.kind, d.path, d.day\n"
		"FROM document AS d\n"
		"WHERE d.id IN (SELECT m.document FROM item_mention AS m WHERE m.item BETWEEN :first AND :last)\n"
		"   OR d.id IN (SELECT q.document FROM transition AS t CROSS JOIN transition_quote AS q ON "
		"q.transition = "
		"t.id\n"
		"        WHERE t.item BETWEEN :first AND :last)\n"
		"   OR d.id IN (SELECT q.document FROM followup AS f CROSS JOIN followup_quote AS q ON q.followup = "
		"f.id\n"
		"        WHERE f.item BETWEEN :first AND :last)\n"
		"   OR d.id IN (SELECT v.document FROM followup AS f CROSS JOIN followup_move AS v ON v.followup = "
		"f.id\n"
		"        WHERE f.item BETWEEN :first AND :last)\n"
		"ORDER BY d.sha256\n",
	[SQL_IDENTIFIER_DELETE] = "DELETE FROM identifier\n"
				  "WHERE item = :item\n",
	[SQL_IDENTIFIER_INSERT] = "INSERT INTO identifier (item, ordinal, scheme, value)\n"
				  "VALUES (:item, :ordinal, :scheme, :value)\n",
	[SQL_IDENTIFIER_LIST] = "SELECT scheme, value\n"
				"FROM identifier\n"
				"WHERE item = :item\n"
				"ORDER BY ordinal\n",
	[SQL_PERSON_DELETE] = "DELETE FROM person\n"
			      "WHERE item = :item\n",
	[SQL_PERSON_INSERT] = "INSERT INTO person (item, ordinal, name, party, role)\n"
			      "VALUES (:item, :ordinal, :name, :party, :role)\n",
	[SQL_PERSON_LIST] = "SELECT name, party, role\n"
			    "FROM person\n"
			    "WHERE item = :item\n"
			    "ORDER BY ordinal\n",
	[SQL_RELATION_DELETE] = "DELETE FROM relation\n"
				"WHERE item = :item\n",
	[SQL_RELATION_INSERT] = "INSERT INTO relation (item, ordinal, type, scheme, value, title, by_hand)\n"
				"VALUES (:item, :ordinal, :type, :scheme, :value, :title, :by_hand)\n",
	[SQL_RELATION_LIST] = "SELECT type, scheme, value, title, by_hand\n"
			      "FROM relation\n"
			      "WHERE item = :item\n"
			      "ORDER BY by_hand, ordinal\n",
	[SQL_QUESTION_DELETE] = "DELETE FROM question\n"
				"WHERE item = :item\n",
	[SQL_QUESTION_INSERT] = "INSERT INTO question (item, ordinal, number, answered)\n"
				"VALUES (:item, :ordinal, :number, :answered)\n",
	[SQL_QUESTION_LIST] = "SELECT number, answered\n"
			      "FROM question\n"
			      "WHERE item = :item\n"
			      "ORDER BY ordinal\n",
	[SQL_FINDING_DELETE] = "DELETE FROM finding\n"
			       "WHERE item = :item\n",
	[SQL_FINDING_INSERT] = "INSERT INTO finding (item, ordinal, name, detail)\n"
			       "VALUES (:item, :ordinal, :name, :detail)\n",
	[SQL_FINDING_LIST] = "SELECT name, detail\n"
			     "FROM finding\n"
			     "WHERE item = :item\n"
			     "ORDER BY ordinal\n",
	[SQL_ITEM_MENTION_DELETE] = "DELETE FROM item_mention\n"
				    "WHERE item = :item\n",
	[SQL_ITEM_MENTION_SAVE] = "INSERT INTO item_mention (document, ordinal, item)\n"
				  "VALUES ((SELECT id FROM document WHERE sha256 = :document), :ordinal, :item)\n"
				  "ON CONFLICT (document, ordinal) DO UPDATE SET item = excluded.item\n",
	[SQL_ITEM_MENTION_LIST] = "SELECT d.sha256, d.kind, m.ordinal\n"
				  "FROM item_mention AS m\n"
				  "CROSS JOIN document AS d ON d.id = m.document\n"
				  "WHERE m.item = :item\n"
				  "ORDER BY d.sha256, m.ordinal\n",
	[SQL_TRANSITION_DELETE] = "DELETE FROM transition\n"
				  "WHERE id = :id\n",
	[SQL_TRANSITION_INSERT] = "INSERT INTO transition\n"
				  "       (item, ordinal, state, day, forbidden, overruled, recorded, entry)\n"
				  "VALUES (:item, :ordinal, :state, :day, :forbidden, :overruled, :recorded, :entry)\n",
	[SQL_TRANSITION_UPDATE] = "UPDATE transition\n"
				  "SET ordinal = :ordinal, forbidden = :forbidden, overruled = :overruled\n"
				  "WHERE id = :id\n",
	[SQL_TRANSITION_LIST] = "SELECT id, state, day, forbidden, overruled\n"
				"FROM transition\n"
				"WHERE item = :item\n"
				"ORDER BY ordinal\n",
	[SQL_TRANSITION_QUOTE_DELETE] = "DELETE FROM transition_quote\n"
					"WHERE transition = :parent\n",
	[SQL_TRANSITION_QUOTE_INSERT] =
		"INSERT INTO transition_quote (transition, ordinal, document, text, start, stop)\n"
		"VALUES (:parent, :ordinal, (SELECT id FROM document WHERE sha256 = :document), :text, :start, "
		":stop)\n",
	[SQL_TRANSITION_QUOTE_LIST] = "SELECT d.sha256, q.text, q.start, q.stop\n"
				      "FROM transition_quote AS q\n"
				      "LEFT JOIN document AS d ON d.id = q.document\n"
				      "WHERE q.transition = :parent\n"
				      "ORDER BY q.ordinal\n",
	[SQL_HAND_TRANSITION_INSERT] =
		"INSERT INTO hand_transition (item, state, day, document, part, by_rule, owing, refuses, entry)\n"
		"VALUES (:item, :state, :day, (SELECT id FROM document WHERE sha256 = :document), :part, :by_rule,\n"
		"    :owing, :refuses, :entry)\n",
	[SQL_HAND_TRANSITION_FIND] =
		"SELECT h.entry\n"
		"FROM hand_transition AS h\n"
		"LEFT JOIN document AS d ON d.id = h.document\n"
		"WHERE h.item = :item AND h.state = :state AND h.day IS :day AND d.sha256 IS :document\n"
		"  AND h.part IS :part AND h.by_rule IS :by_rule AND h.owing = :owing AND h.refuses = :refuses\n",
	[SQL_HAND_TRANSITION_LIST] = "SELECT h.state, h.day, d.sha256, h.part, h.by_rule, h.owing, h.refuses\n"
				     "FROM hand_transition AS h\n"
				     "LEFT JOIN document AS d ON d.id = h.document\n"
				     "WHERE h.item = :item\n"
				     "ORDER BY h.entry\n",
	[SQL_HAND_TRANSITION_RENAME] = "UPDATE hand_transition\n"
				       "SET item = :now\n"
				       "WHERE item = :ref\n",
	/* Read by decision_read in db_decision.c. */
	[SQL_DECISION_LIST] = "SELECT h.state, h.day, d.sha256, h.part, h.by_rule, h.owing, h.refuses, o.value\n"
			      "FROM hand_transition AS h\n"
			      "LEFT JOIN document AS d ON d.id = h.document\n"
			      "LEFT JOIN opening AS o ON o.seq = h.entry AND o.field = 'because'\n"
			      "WHERE h.item = :item AND (h.refuses = 1 OR h.state IN ('settled', 'partly_settled'))\n"
			      "ORDER BY h.entry\n",
	/* Whether the item is settled; whether somebody's decision settles it, and says so while something is owed; what is owed. Always a row. */
	[SQL_SETTLEMENT_GROUNDS] =
		"SELECT (SELECT i.state = 'settled' FROM item AS i WHERE i.ref = :item),\n"
		"    max(h.document IS NOT NULL OR h.by_rule IS NOT NULL), max(h.owing = 1 AND h.document IS NOT "
		"NULL),\n"
		"    (SELECT count(*) FROM followup AS f\n"
		"        WHERE f.item = (SELECT id FROM item WHERE ref = :item) AND f.status = 'pending')\n"
		"FROM hand_transition AS h\n"
		"WHERE h.item = :item AND h.state = 'settled'\n",
	[SQL_TACIT_TERM] = "SELECT f.latest, f.review, f.source, f.verified\n"
			   "FROM item AS i\n"
			   "CROSS JOIN followup AS f ON f.item = i.id\n"
			   "WHERE i.ref = :item AND f.rule = :rule AND f.key = 'tacit_settlement'\n"
			   "  AND f.status IN ('pending', 'fulfilled')\n",
	[SQL_DOCUMENT_KIND] = "SELECT kind\n"
			      "FROM document\n"
			      "WHERE sha256 = :sha256\n",
	[SQL_DOCUMENT_BY_NUMBER] = "SELECT DISTINCT d.sha256\n"
				   "FROM document_number AS n\n"
				   "CROSS JOIN document AS d ON d.id = n.document AND d.replaced_by IS NULL\n" IS_NUMBER
				   "ORDER BY d.sha256\n",
	[SQL_JUDGEMENT_INSERT] = "INSERT INTO judgement (item, kind, verdict, part, day, entry)\n"
				 "VALUES (:item, :kind, :verdict, :part, :day, :entry)\n",
	[SQL_JUDGEMENT_LIST] = "SELECT g.kind, g.verdict, g.part, g.day, w.value, o.value\n"
			       "FROM judgement AS g\n"
			       "LEFT JOIN opening AS w ON w.seq = g.entry AND w.field = 'who'\n"
			       "LEFT JOIN opening AS o ON o.seq = g.entry AND o.field = 'because'\n"
			       "WHERE g.item = :item\n"
			       "ORDER BY g.entry\n",
	[SQL_JUDGEMENT_RENAME] = "UPDATE judgement\n"
				 "SET item = :now\n"
				 "WHERE item = :ref\n",
	[SQL_HAND_LINK_FIND] = "SELECT entry\n"
			       "FROM hand_link\n"
			       "WHERE item = :item AND type = :type AND other = :other\n",
	[SQL_HAND_LINK_INSERT] = "INSERT INTO hand_link (item, type, other, entry)\n"
				 "VALUES (:item, :type, :other, :entry)\n",
	[SQL_HAND_LINK_LIST] = "SELECT h.type, h.other, (SELECT n.scheme FROM identifier AS n WHERE n.item = i.id AND "
			       "n.value = h.other), i.title\n"
			       "FROM hand_link AS h\n"
			       "LEFT JOIN item AS i ON i.ref = h.other\n"
			       "WHERE h.item = :item\n"
			       "ORDER BY h.type, h.other\n",
	[SQL_HAND_LINK_OF_OTHER] = "SELECT DISTINCT item\n"
				   "FROM hand_link\n"
				   "WHERE other = :other\n",
	/* Two links that become one: the later word stays. */
	[SQL_HAND_LINK_RENAME] = "INSERT INTO hand_link (item, type, other, entry)\n"
				 "SELECT CASE WHEN item = :ref THEN :now ELSE item END, type,\n"
				 "    CASE WHEN other = :ref THEN :now ELSE other END, entry\n"
				 "FROM hand_link\n"
				 "WHERE item = :ref OR other = :ref\n"
				 "ON CONFLICT (item, type, other) DO UPDATE SET entry = max(entry, excluded.entry)\n",
	/* The former names; and what became a link with itself. */
	[SQL_HAND_LINK_DELETE] = "DELETE FROM hand_link\n"
				 "WHERE item = :ref OR other = :ref OR (item = :now AND other = :now)\n",

	/* Who may read it. */
	[SQL_SECRECY_FIND] = "SELECT confidential, day, entry\n"
			     "FROM secrecy\n"
			     "WHERE item = :item\n",
	[SQL_SECRECY_SAVE] = "INSERT INTO secrecy (item, confidential, day, entry)\n"
			     "VALUES (:item, :confidential, :day, :entry)\n"
			     "ON CONFLICT (item) DO UPDATE SET confidential = excluded.confidential,\n"
			     "    day = excluded.day, entry = excluded.entry\n",
	/* Of two words the later stays. */
	[SQL_SECRECY_RENAME] = "INSERT INTO secrecy (item, confidential, day, entry)\n"
			       "SELECT :now, confidential, day, entry\n"
			       "FROM secrecy\n"
			       "WHERE item = :ref\n"
			       "ON CONFLICT (item) DO UPDATE SET confidential = excluded.confidential,\n"
			       "    day = excluded.day, entry = excluded.entry\n"
			       "    WHERE excluded.entry > entry\n",
	[SQL_SECRECY_DELETE] = "DELETE FROM secrecy\n"
			       "WHERE item = :ref\n",

	/* Follow-ups. */
	[SQL_FOLLOWUP_DUE] = "SELECT f.id\n"
			     "FROM followup AS f\n"
			     "WHERE f.status = :status\n"
			     "  AND f.due > :after\n"
			     "  AND f.due < :before\n"
			     "ORDER BY f.due, f.uid\n",
	[SQL_FOLLOWUP_OF_ITEM] = "SELECT f.id\n"
				 "FROM item AS i\n"
				 "CROSS JOIN followup AS f ON f.item = i.id\n"
				 "WHERE i.ref = :item\n"
				 "  AND +f.status = :status\n" /* the item has few; all that are pending are many */
				 "  AND +f.due > :after\n"
				 "  AND +f.due < :before\n"
				 "ORDER BY f.due, f.uid\n",
	[SQL_FOLLOWUP_PENDING] = "SELECT count(*)\n"
				 "FROM item AS i\n"
				 "CROSS JOIN followup AS f ON f.item = i.id\n"
				 "WHERE i.ref = :item AND f.status = 'pending'\n",
	[SQL_FOLLOWUP_ROW] = FOLLOWUP_COLUMNS "WHERE f.id = :id\n" FOLLOWUP_FILTER,
	[SQL_FOLLOWUP_ALL] = FOLLOWUP_COLUMNS "WHERE f.id IN (SELECT n.id FROM followup AS n WHERE n.status = :status\n"
					      "    AND n.due > :after AND n.due < :before)\n" FOLLOWUP_FILTER,
	[SQL_FOLLOWUP_LOAD] = FOLLOWUP_COLUMNS "WHERE f.uid >= lower(:from) AND f.uid < lower(:to)\n"
					       "LIMIT 2\n",
	[SQL_FOLLOWUP_FIND] =
		"SELECT f.id, f.uid, f.facts, f.created, f.last_modified, f.sequence, f.status, f.latest\n"
		"FROM item AS i\n"
		"CROSS JOIN followup AS f ON f.item = i.id\n"
		"WHERE i.ref = :item AND f.rule = :rule AND f.key = :key\n",
	[SQL_FOLLOWUP_INSERT] = "INSERT INTO followup (uid, item, rule, key, status, title, form, owed_by, date_text, "
				"edtf, earliest, latest, due, review,\n"
				"    fulfilled_on, because, rule_sha256, source, verified, facts, created, "
				"last_modified, sequence, entry)\n"
				"VALUES (:uid, (SELECT id FROM item WHERE ref = :item), :rule, :key, :status, :title, "
				":form, :owed_by, :date_text,\n"
				"    :edtf, :earliest, :latest,\n"
				"    coalesce(:latest, '9999-12-31'), :review, :fulfilled_on, :because, :rule_sha256, "
				":source, :verified, :facts, :created,\n"
				"    :last_modified, :sequence, :entry)\n",
	[SQL_FOLLOWUP_UPDATE] = "UPDATE followup\n"
				"SET uid = :uid, status = :status, title = :title, form = :form, owed_by = :owed_by, "
				"date_text = :date_text, edtf = :edtf,\n"
				"    earliest = :earliest, latest = :latest, due = coalesce(:latest, '9999-12-31'), "
				"review = :review, fulfilled_on = "
				":fulfilled_on, because = :because,\n"
				"    rule_sha256 = :rule_sha256, source = :source, verified = :verified, facts = "
				":facts, last_modified = :last_modified,\n"
				"    sequence = :sequence, entry = :entry\n"
				"WHERE id = :id\n",
	[SQL_FOLLOWUP_HOLDER] = "SELECT i.ref, f.rule, f.key\n"
				"FROM followup AS f\n"
				"CROSS JOIN item AS i ON i.id = f.item\n"
				"WHERE f.uid = :uid\n",
	[SQL_FOLLOWUP_DELETE] = "DELETE FROM followup\n"
				"WHERE uid = :uid\n",
	[SQL_FOLLOWUP_UIDS] = "SELECT f.uid, f.rule, f.key\n"
			      "FROM item AS i\n"
			      "CROSS JOIN followup AS f ON f.item = i.id\n"
			      "WHERE i.ref = :item\n"
			      "ORDER BY f.uid\n",
	[SQL_FOLLOWUP_KNOWN] = "SELECT EXISTS (SELECT 1 FROM word AS w WHERE w.item = i.ref), f.uid, f.rule, f.key, "
			       "f.status, f.facts\n"
			       "FROM item AS i\n"
			       "LEFT JOIN followup AS f ON f.item = i.id\n"
			       "WHERE i.ref = :item\n",
	[SQL_FOLLOWUP_STORED] =
		"SELECT f.uid, f.rule, f.key, f.status, f.title, f.form, f.owed_by, f.earliest, f.latest, f.review\n"
		"FROM item AS i\n"
		"CROSS JOIN followup AS f ON f.item = i.id\n"
		"WHERE i.ref = :item\n"
		"ORDER BY f.rule, f.key\n",
	[SQL_FOLLOWUP_OF_RULE] = "SELECT status, count(*), sum(status = 'pending' AND review = 0 AND due < :today)\n"
				 "FROM followup\n"
				 "WHERE rule = :rule\n"
				 "GROUP BY status\n",
	[SQL_FOLLOWUP_REHOME] = "UPDATE OR IGNORE followup\n"
				"SET item = (SELECT id FROM item WHERE ref = :now)\n"
				"WHERE item = (SELECT id FROM item WHERE ref = :ref)\n",
	[SQL_FOLLOWUP_WALK] = "SELECT uid\n"
			      "FROM followup\n"
			      "ORDER BY uid\n",
	[SQL_FOLLOWUP_QUOTE_DELETE] = "DELETE FROM followup_quote\n"
				      "WHERE followup = :parent\n",
	[SQL_FOLLOWUP_QUOTE_INSERT] = "INSERT INTO followup_quote (followup, ordinal, document, text, start, stop)\n"
				      "VALUES (:parent, :ordinal, (SELECT id FROM document WHERE sha256 = :document), "
				      ":text, :start, :stop)\n",
	[SQL_FOLLOWUP_QUOTE_LIST] = "SELECT d.sha256, q.text, q.start, q.stop\n"
				    "FROM followup_quote AS q\n"
				    "LEFT JOIN document AS d ON d.id = q.document\n"
				    "WHERE q.followup = :parent\n"
				    "ORDER BY q.ordinal\n",
	[SQL_FOLLOWUP_STEP_DELETE] = "DELETE FROM followup_step\n"
				     "WHERE followup = :parent\n",
	[SQL_FOLLOWUP_STEP_INSERT] = "INSERT INTO followup_step (followup, ordinal, text)\n"
				     "VALUES (:parent, :ordinal, :text)\n",
	[SQL_FOLLOWUP_STEP_LIST] = "SELECT text\n"
				   "FROM followup_step\n"
				   "WHERE followup = :parent\n"
				   "ORDER BY ordinal\n",
	[SQL_FOLLOWUP_MOVE_DELETE] = "DELETE FROM followup_move\n"
				     "WHERE followup = :parent\n",
	[SQL_FOLLOWUP_MOVE_INSERT] =
		"INSERT INTO followup_move (followup, ordinal, was, latest, day, document, reason)\n"
		"VALUES (:parent, :ordinal, :was, :latest, :day, (SELECT id FROM document WHERE sha256 = :document), "
		":reason)\n",
	[SQL_FOLLOWUP_MOVE_LIST] = "SELECT m.was, m.latest, m.day, d.sha256, m.reason\n"
				   "FROM followup_move AS m\n"
				   "LEFT JOIN document AS d ON d.id = m.document\n"
				   "WHERE m.followup = :parent\n"
				   "ORDER BY m.ordinal\n",
	[SQL_WORD_INSERT] = "INSERT INTO word (item, rule, key, kind, day, document, was, edtf, earliest, latest, "
			    "date_text, entry)\n"
			    "VALUES (:item, :rule, :key, :kind, :day, (SELECT id FROM document WHERE sha256 = "
			    ":document), :was, :edtf, :earliest, :latest,\n"
			    "    :date_text, :entry)\n",
	[SQL_WORD_LIST] =
		"SELECT w.kind, w.day, d.sha256, o.value, w.was, w.edtf, w.earliest, w.latest, w.date_text, j.entry\n"
		"FROM word AS w\n"
		"CROSS JOIN journal AS j ON j.seq = w.entry\n"
		"LEFT JOIN document AS d ON d.id = w.document\n"
		"LEFT JOIN opening AS o ON o.seq = w.entry AND o.field = 'because'\n"
		"WHERE w.item = :item AND w.rule = :rule AND w.key = :key\n"
		"ORDER BY w.entry\n",
	[SQL_WORD_MET] = "SELECT w.rule, w.key, max(w.day)\n"
			 "FROM word AS w\n"
			 "WHERE w.item = :item AND w.kind = 'fulfil'\n"
			 "GROUP BY w.rule, w.key\n"
			 "ORDER BY w.rule, w.key\n",
	[SQL_WORD_RENAME] = "UPDATE word\n"
			    "SET item = :now\n"
			    "WHERE item = :ref\n",
	[SQL_GATHERING_INSERT] =
		"INSERT INTO gathering (item, kind, document, start, stop, name, text, with_document, with_start, "
		"with_stop,\n"
		"    with_name, key, was, day, entry)\n"
		"VALUES (:item, :kind, (SELECT id FROM document WHERE sha256 = :document), :start, :stop, :name, "
		":text,\n"
		"    (SELECT id FROM document WHERE sha256 = :with_document), :with_start, :with_stop, :with_name,\n"
		"    :key, :was, :day, :entry)\n",
	[SQL_GATHERING_LIST] = "SELECT " GATHERING_COLUMNS ", NULL\n"
			       "FROM gathering AS g\n" GATHERING_JOINS "WHERE g.item = :item\n"
			       "ORDER BY g.entry\n",
	[SQL_GATHERING_OF_KEY] = "SELECT " GATHERING_COLUMNS ", f.uid\n"
				 "FROM gathering AS g\n" GATHERING_JOINS
				 "LEFT JOIN followup AS f ON f.item = (SELECT id FROM item WHERE ref = :item)\n"
				 "    AND f.rule = :rule AND f.key = iif(g.key = :key, g.was, g.key)\n"
				 "WHERE g.item = :item AND g.key <> g.was AND (g.key = :key OR g.was = :key)\n"
				 "ORDER BY g.entry\n",
	[SQL_GATHERING_RENAME] = "UPDATE gathering\n"
				 "SET item = :now\n"
				 "WHERE item = :ref\n",

	/* What items and follow-ups were made with. */
	/* What calendars print. */
	[SQL_RENDITION_FIND] = "SELECT id, version, seq, since\n"
			       "FROM rendition\n"
			       "WHERE name = :name\n",
	[SQL_RENDITION_INSERT] = "INSERT INTO rendition (name, version, seq)\n"
				 "VALUES (:name, 0, 0)\n",
	[SQL_RENDITION_UPDATE] = "UPDATE rendition\n"
				 "SET version = :version, since = :since,\n"
				 "    seq = (SELECT coalesce(max(seq), 0) FROM journal)\n"
				 "WHERE id = :rendition\n",
	[SQL_COMPONENT_MISSING] =
		"SELECT f.id, " COMPONENT_MADE_OF ", c.digest, c.last_modified\n"
		"FROM followup AS f\n"
		"CROSS JOIN item AS i ON i.id = f.item\n"
		"LEFT JOIN component AS c ON c.followup = f.id AND c.rendition = :rendition\n"
		"WHERE f.id > :cursor\n"
		"  AND " FOLLOWUP_IS_SHOWN "  AND (c.made_of IS NULL OR c.made_of <> " COMPONENT_MADE_OF ")\n"
		"ORDER BY f.id\n"
		"LIMIT :limit\n",
	[SQL_COMPONENT_DELETE] = "DELETE FROM component\n"
				 "WHERE followup = :followup AND rendition = :rendition\n",
	[SQL_COMPONENT_INSERT] =
		"INSERT INTO component (rendition, due, uid, followup, made_of, digest, last_modified, text)\n"
		"SELECT :rendition, due, :uid, id, :made_of, :digest, :last_modified, :text\n"
		"FROM followup\n"
		"WHERE id = :followup\n",
	[SQL_COMPONENT_FORGET] = "DELETE FROM component\n"
				 "WHERE rendition = :rendition AND NOT EXISTS (SELECT 1 FROM followup AS f\n"
				 "    WHERE f.id = component.followup AND " FOLLOWUP_IS_SHOWN ")\n",
	[SQL_COMPONENT_ALL] = "SELECT text\n"
			      "FROM component\n"
			      "WHERE rendition = :rendition\n"
			      "ORDER BY due, uid\n",
	[SQL_COMPONENT_SOME] =
		"SELECT c.text\n"
		"FROM component AS c\n"
		"CROSS JOIN followup AS f ON f.id = c.followup\n"
		"CROSS JOIN item AS i ON i.id = f.item\n"
		"WHERE c.rendition = :rendition AND c.due > :after AND c.due < :before\n"
		"  AND (:status IS NULL OR f.status = :status)\n"
		"  AND (:item IS NULL OR i.ref = :item)\n"
		"  AND (NOT :late OR f.due < " FOLLOWUP_STOOD_ON ")\n"
		"  AND (NOT :in_time OR f.due >= " FOLLOWUP_STOOD_ON ")\n"
		"  AND (NOT :tells OR NOT " ITEM_IS_CONFIDENTIAL ")\n" ITEM_IS_WANTED "ORDER BY c.due, c.uid\n",
	[SQL_COMPONENT_OF] = "SELECT text\n"
			     "FROM component\n"
			     "WHERE rendition = :rendition AND followup = :followup\n",
	[SQL_COMPONENT_ROWS] = "SELECT f.id, i.id, f.uid, i.ref, i.kind, f.owed_by, f.due < " FOLLOWUP_STOOD_ON
			       ", c.made_of, c.last_modified, " ITEM_IS_CONFIDENTIAL "\n"
			       "FROM component AS c\n"
			       "CROSS JOIN followup AS f ON f.id = c.followup\n"
			       "CROSS JOIN item AS i ON i.id = f.item\n"
			       "WHERE c.rendition = :rendition AND (:body IS NULL OR i.body = :body)\n"
			       "ORDER BY c.due, c.uid\n",
	[SQL_SUPPORTER_LIST] = "SELECT item, name, party, role = 'submitter'\n"
			       "FROM person\n"
			       "WHERE role IN ('submitter', 'cosignatory')\n"
			       "ORDER BY item, ordinal\n",
	[SQL_FOLLOWED_LIST] = "SELECT i.ref, i.entry || ' ' || max(f.entry) || ' ' || count(*)\n"
			      "FROM item AS i\n"
			      "CROSS JOIN followup AS f ON f.item = i.id\n"
			      "WHERE :body IS NULL OR i.body = :body\n"
			      "GROUP BY i.ref\n"
			      "ORDER BY i.ref\n",
	[SQL_DERIVATION_LIST] = "SELECT name, value\n"
				"FROM derivation\n"
				"ORDER BY name\n",
	[SQL_DERIVATION_FIND] = "SELECT value\n"
				"FROM derivation\n"
				"WHERE name = :name\n",
	[SQL_DERIVATION_AFTER] = "SELECT name\n"
				 "FROM derivation\n"
				 "WHERE name >= :name\n"
				 "ORDER BY name\n"
				 "LIMIT 1\n",
	[SQL_DERIVATION_SAVE] = "INSERT INTO derivation (name, value, entry)\n"
				"VALUES (:name, :value, :entry)\n"
				"ON CONFLICT (name) DO UPDATE SET value = excluded.value, entry = excluded.entry\n",
	[SQL_DERIVATION_DELETE] = "DELETE FROM derivation\n"
				  "WHERE name = :name\n",

	/* Calendars whose addresses are known to few. */
	[SQL_PRIVATE_FEED_LIST] = "SELECT digest, name, filters, day\n"
				  "FROM private_feed\n"
				  "ORDER BY name\n",
	[SQL_PRIVATE_FEED_INSERT] = "INSERT INTO private_feed (digest, name, filters, day, entry)\n"
				    "VALUES (:digest, :name, :filters, :day, :entry)\n",
	[SQL_PRIVATE_FEED_DELETE] = "DELETE FROM private_feed\n"
				    "WHERE digest = :digest\n",

	/* Health. */
	/* For db_trace.c: the entry of each row, its text, and the columns that it speaks of. */
	[SQL_CHECK_DOCUMENT] =
		"SELECT d.entry, j.entry, d.sha256, d.kind, d.day, d.body, d.text_hash, d.facts, f.value,\n"
		"    d.path, p.value\n"
		"FROM document AS d\n"
		"LEFT JOIN journal AS j ON j.seq = d.entry\n"
		"LEFT JOIN opening AS f ON f.seq = d.entry AND f.field = 'facts'\n"
		"LEFT JOIN opening AS p ON p.seq = d.entry AND p.field = 'path'\n",
	[SQL_CHECK_ITEM] = "SELECT i.entry, j.entry, i.ref, i.kind, i.body, i.day, i.state, i.facts, f.value\n"
			   "FROM item AS i\n"
			   "LEFT JOIN journal AS j ON j.seq = i.entry\n"
			   "LEFT JOIN opening AS f ON f.seq = i.entry AND f.field = 'facts'\n",
	[SQL_CHECK_TRANSITION] = "SELECT t.entry, j.entry, i.ref, t.state, t.day,\n"
				 "    strftime('%Y-%m-%dT%H:%M:%SZ', t.recorded, 'unixepoch')\n"
				 "FROM transition AS t\n"
				 "LEFT JOIN item AS i ON i.id = t.item\n"
				 "LEFT JOIN journal AS j ON j.seq = t.entry\n",
	[SQL_CHECK_FOLLOWUP] =
		"SELECT u.entry, j.entry, u.uid, i.ref, u.rule, u.rule_sha256, u.key, u.status, u.edtf,\n"
		"    u.earliest, u.latest, u.fulfilled_on, u.sequence, u.created, u.last_modified,\n"
		"    u.facts, f.value\n"
		"FROM followup AS u\n"
		"LEFT JOIN item AS i ON i.id = u.item\n"
		"LEFT JOIN journal AS j ON j.seq = u.entry\n"
		"LEFT JOIN opening AS f ON f.seq = u.entry AND f.field = 'facts'\n",
	[SQL_CHECK_DERIVATION] = "SELECT d.entry, j.entry, d.name, d.value\n"
				 "FROM derivation AS d\n"
				 "LEFT JOIN journal AS j ON j.seq = d.entry\n",
	[SQL_CHECK_HAND_TRANSITION] = "SELECT h.entry, j.entry, h.item, h.state, h.day, d.sha256, h.part,\n"
				      "    h.by_rule, iif(h.owing, 'yes', ''), iif(h.refuses, 'yes', '')\n"
				      "FROM hand_transition AS h\n"
				      "LEFT JOIN document AS d ON d.id = h.document\n"
				      "LEFT JOIN journal AS j ON j.seq = h.entry\n",
	[SQL_CHECK_JUDGEMENT] = "SELECT g.entry, j.entry, g.item, g.kind, g.verdict, g.part, g.day\n"
				"FROM judgement AS g\n"
				"LEFT JOIN journal AS j ON j.seq = g.entry\n",
	[SQL_CHECK_HAND_LINK] = "SELECT h.entry, j.entry, h.item, h.type, h.other\n"
				"FROM hand_link AS h\n"
				"LEFT JOIN journal AS j ON j.seq = h.entry\n",
	[SQL_CHECK_WORD] = "SELECT w.entry, j.entry, w.item, w.rule, w.key, w.kind, w.day, d.sha256, w.was, w.edtf,\n"
			   "    w.earliest, w.latest, w.date_text, o.value\n"
			   "FROM word AS w\n"
			   "LEFT JOIN document AS d ON d.id = w.document\n"
			   "LEFT JOIN journal AS j ON j.seq = w.entry\n"
			   "LEFT JOIN opening AS o ON o.seq = w.entry AND o.field = 'words'\n",
	[SQL_CHECK_GATHERING] =
		"SELECT g.entry, j.entry, g.item, g.kind, d.sha256, g.start, g.stop, g.name, w.sha256,\n"
		"    g.with_start, g.with_stop, g.with_name, g.key, g.was, g.day, g.text, o.value\n"
		"FROM gathering AS g\n"
		"LEFT JOIN document AS d ON d.id = g.document\n"
		"LEFT JOIN document AS w ON w.id = g.with_document\n"
		"LEFT JOIN journal AS j ON j.seq = g.entry\n"
		"LEFT JOIN opening AS o ON o.seq = g.entry AND o.field = 'words'\n",
	[SQL_CHECK_QUARANTINE] = "SELECT q.entry, j.entry, q.sha256, q.path, p.value, q.reason, r.value\n"
				 "FROM quarantine AS q\n"
				 "LEFT JOIN journal AS j ON j.seq = q.entry\n"
				 "LEFT JOIN opening AS p ON p.seq = q.entry AND p.field = 'path'\n"
				 "LEFT JOIN opening AS r ON r.seq = q.entry AND r.field = 'reason'\n",
	[SQL_CHECK_PRIVATE_FEED] = "SELECT x.entry, j.entry, x.digest, x.day, x.name, n.value, x.filters, f.value\n"
				   "FROM private_feed AS x\n"
				   "LEFT JOIN journal AS j ON j.seq = x.entry\n"
				   "LEFT JOIN opening AS n ON n.seq = x.entry AND n.field = 'name'\n"
				   "LEFT JOIN opening AS f ON f.seq = x.entry AND f.field = 'filters'\n",
	[SQL_CHECK_SECRECY] = "SELECT y.entry, j.entry, y.item, y.confidential, y.day\n"
			      "FROM secrecy AS y\n"
			      "LEFT JOIN journal AS j ON j.seq = y.entry\n",
	[SQL_APPLICATION_ID] = "PRAGMA application_id\n",
	[SQL_SCHEMA_VERSION] = "PRAGMA user_version\n",
	[SQL_TABLE_COUNT] = "SELECT count(*)\n"
			    "FROM sqlite_schema\n",
	[SQL_INTEGRITY] = "PRAGMA integrity_check(1)\n",
	[SQL_FOREIGN_KEYS] = "PRAGMA foreign_key_check\n",
};

_Static_assert(sizeof texts / sizeof texts[0] == SQL_COUNT, "a text for each name");

const char *sql_text(enum sql sql)
{
	return texts[sql];
}
