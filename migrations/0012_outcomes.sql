-- What was last derived of an item, so that the same again is seen without a look at its follow-ups. No part of the record: whatever else
-- writes to them, or adds what a person says of them, forgets it.

ALTER TABLE item ADD COLUMN outcome TEXT CHECK (length(outcome) = 64); -- SHA-256; NULL when it must be looked at

CREATE TRIGGER followup_is_added
AFTER INSERT ON followup
BEGIN
	UPDATE item SET outcome = NULL WHERE id = NEW.item AND outcome IS NOT NULL;
END;

CREATE TRIGGER followup_is_changed
AFTER UPDATE ON followup
BEGIN
	UPDATE item SET outcome = NULL WHERE id IN (OLD.item, NEW.item) AND outcome IS NOT NULL;
END;

CREATE TRIGGER followup_is_removed
AFTER DELETE ON followup
BEGIN
	UPDATE item SET outcome = NULL WHERE id = OLD.item AND outcome IS NOT NULL;
END;

CREATE TRIGGER word_is_added
AFTER INSERT ON word
BEGIN
	UPDATE item SET outcome = NULL WHERE ref = NEW.item AND outcome IS NOT NULL;
END;

PRAGMA user_version = 12;
