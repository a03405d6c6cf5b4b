-- Two keys close an item: the executive proposes, the council, or a rule with a named basis and term, confirms or refuses. Whether it was
-- answered, and whether in the sense of who put it forward, are two judgements of people. No path leads to 'settled' without evidence.

ALTER TABLE hand_transition ADD COLUMN by_rule TEXT;                                              -- "nl/x:tacit": confirmed by a term that ended; NULL
ALTER TABLE hand_transition ADD COLUMN owing INTEGER NOT NULL DEFAULT 0 CHECK (owing IN (0, 1));  -- the decision says so while something is owed
ALTER TABLE hand_transition ADD COLUMN refuses INTEGER NOT NULL DEFAULT 0 CHECK (refuses IN (0, 1)); -- what was proposed is refused; opening 'because'

-- Held by ref, without a foreign key, as all that people record.
CREATE TABLE judgement (
	id      INTEGER PRIMARY KEY,                                       -- order of recording; decides nothing
	item    TEXT NOT NULL,                                             -- ref
	kind    TEXT NOT NULL CHECK (kind IN ('answered', 'sense')),       -- formal; of substance
	verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'partly', 'no') AND (kind = 'sense' OR verdict <> 'partly')),
	part    TEXT,                                                      -- numbers of the requests: "2", "1,3"; NULL for all
	day     TEXT NOT NULL CHECK (day IS date(day, '+0 days')),         -- of the judgement
	entry   INTEGER NOT NULL REFERENCES journal (seq)                  -- its openings: 'who' judged, 'because'
) STRICT;

CREATE INDEX judgement_item ON judgement (item);

CREATE TRIGGER settled_by_somebody
BEFORE INSERT ON hand_transition
WHEN NEW.state = 'settled' AND NEW.document IS NULL AND NEW.by_rule IS NULL
BEGIN
	SELECT raise(ABORT, 'settled without evidence');
END;

CREATE TRIGGER item_settles
BEFORE UPDATE OF state ON item
WHEN NEW.state = 'settled' AND OLD.state IS NOT 'settled'
BEGIN
	SELECT raise(ABORT, 'settled without evidence')
	WHERE NOT EXISTS (SELECT 1 FROM hand_transition AS h
		WHERE h.item = NEW.ref AND h.state = 'settled' AND (h.document IS NOT NULL OR h.by_rule IS NOT NULL));
	SELECT raise(ABORT, 'settled while follow-ups are pending')
	WHERE EXISTS (SELECT 1 FROM followup AS f WHERE f.item = NEW.id AND f.status = 'pending')
	  AND NOT EXISTS (SELECT 1 FROM hand_transition AS h
		WHERE h.item = NEW.ref AND h.state = 'settled' AND h.owing = 1 AND h.document IS NOT NULL);
END;

-- A row that is put in the place of another keeps its follow-ups.
CREATE TRIGGER item_begins_settled
AFTER INSERT ON item
WHEN NEW.state = 'settled'
BEGIN
	SELECT raise(ABORT, 'settled without evidence')
	WHERE NOT EXISTS (SELECT 1 FROM hand_transition AS h
		WHERE h.item = NEW.ref AND h.state = 'settled' AND (h.document IS NOT NULL OR h.by_rule IS NOT NULL));
	SELECT raise(ABORT, 'settled while follow-ups are pending')
	WHERE EXISTS (SELECT 1 FROM followup AS f WHERE f.item = NEW.id AND f.status = 'pending')
	  AND NOT EXISTS (SELECT 1 FROM hand_transition AS h
		WHERE h.item = NEW.ref AND h.state = 'settled' AND h.owing = 1 AND h.document IS NOT NULL);
END;

PRAGMA user_version = 14;
