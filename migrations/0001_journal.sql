-- The journal: an append-only chain of entries, in which every change of the register stands.

PRAGMA application_id = 0x67726966; -- "grif": refuses any other file

CREATE TABLE journal (
	seq   INTEGER PRIMARY KEY,                       -- 1, 2, 3 and so on, without a gap
	entry TEXT NOT NULL,                             -- canonical JSON (RFC 8785), with its own seq and the hash before it
	hash  TEXT NOT NULL CHECK (length(hash) = 64)    -- SHA-256 of 00, "griffie1", a newline and the entry, hexadecimal
) STRICT;

-- INSERT OR REPLACE deletes a row without asking the triggers on DELETE, unless recursive triggers are on: this one holds always.
CREATE TRIGGER journal_in_order
BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN
	SELECT raise(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_kept
BEFORE DELETE ON journal
BEGIN
	SELECT raise(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_fixed
BEFORE UPDATE ON journal
BEGIN
	SELECT raise(ABORT, 'the journal is append-only');
END;

-- What an entry only commits to: words of people and texts that may name them. Erasing a row leaves the chain whole.
CREATE TABLE opening (
	seq   INTEGER NOT NULL REFERENCES journal (seq), -- the entry
	field TEXT NOT NULL,                             -- the entry holds the commitment as <field>_c
	salt  BLOB NOT NULL CHECK (length(salt) = 32),   -- random; destroyed with the value
	value TEXT NOT NULL,                             -- commitment: SHA-256 of "c1", salt, field, 00 and this
	PRIMARY KEY (seq, field)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER opening_is_new
BEFORE INSERT ON opening
WHEN EXISTS (SELECT 1 FROM opening WHERE seq = NEW.seq AND field = NEW.field)
BEGIN
	SELECT raise(ABORT, 'an opening is written once');
END;

CREATE TRIGGER opening_is_fixed
BEFORE UPDATE ON opening
BEGIN
	SELECT raise(ABORT, 'an opening is written once');
END;

PRAGMA user_version = 1;
