-- Follow-ups that rules derive, and the words of people about them.

CREATE TABLE followup (
	id            INTEGER PRIMARY KEY,                                        -- ours alone
	uid           TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),              -- UUID of item, rule and key
	item          INTEGER NOT NULL REFERENCES item (id),
	rule          TEXT NOT NULL,                                              -- "nl/den-haag:settlement"
	key           TEXT NOT NULL,                                              -- tells apart what one rule derives from one item
	status        TEXT NOT NULL CHECK (status IN ('pending', 'fulfilled', 'waived', 'withdrawn')),
	title         TEXT NOT NULL,                                              -- what is owed
	form          TEXT NOT NULL,                                              -- "report", "letter" and so on
	owed_by       TEXT,                                                       -- "college"; NULL when the rule names nobody
	date_text     TEXT,                                                       -- words of the moment; NULL when a term was computed
	edtf          TEXT NOT NULL,                                              -- the moment; may be empty
	earliest      TEXT CHECK (earliest IS date(earliest, '+0 days')),         -- NULL when no day is named
	latest        TEXT CHECK (latest IS date(latest, '+0 days')),             -- last day, inclusive; NULL: owed without a date
	due           TEXT NOT NULL CHECK (due = coalesce(latest, '9999-12-31')), -- order of lists: those without a day come last
	review        INTEGER NOT NULL CHECK (review IN (0, 1)),                  -- latest is a day to look again
	fulfilled_on  TEXT CHECK (fulfilled_on IS date(fulfilled_on, '+0 days')), -- NULL unless fulfilled
	because       TEXT,                                                       -- why withdrawn; a person's reason is in opening
	rule_sha256   TEXT NOT NULL,                                              -- of the pack
	source        TEXT,                                                       -- article or paper on which the rule rests
	verified      INTEGER NOT NULL CHECK (verified IN (0, 1)),                -- the source was checked
	facts         TEXT NOT NULL,                                              -- SHA-256 of all that is stored of it
	created       INTEGER NOT NULL,                                           -- seconds since 1970, UTC
	last_modified INTEGER NOT NULL,                                           -- the same; later at every change
	sequence      INTEGER NOT NULL,                                           -- raised when the day or the status changes
	entry         INTEGER NOT NULL REFERENCES journal (seq),                  -- that last changed it
	UNIQUE (item, rule, key)
) STRICT;

CREATE INDEX followup_due ON followup (status, due, uid);
CREATE INDEX followup_item ON followup (item, status, review, latest);

CREATE TABLE followup_quote (
	followup INTEGER NOT NULL REFERENCES followup (id) ON DELETE CASCADE,
	ordinal  INTEGER NOT NULL,                 -- place in the list, from 0
	document INTEGER REFERENCES document (id), -- NULL when a person said so
	text     TEXT NOT NULL,                    -- the words
	start    INTEGER NOT NULL,                 -- first byte in the stored text
	stop     INTEGER NOT NULL,                 -- one past the last byte
	PRIMARY KEY (followup, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE followup_step (
	followup INTEGER NOT NULL REFERENCES followup (id) ON DELETE CASCADE,
	ordinal  INTEGER NOT NULL, -- place in the list, from 0
	text     TEXT NOT NULL,    -- one line of the arithmetic
	PRIMARY KEY (followup, ordinal)
) STRICT, WITHOUT ROWID;

-- Moves that papers tell of; those by people are in `word`.
CREATE TABLE followup_move (
	followup INTEGER NOT NULL REFERENCES followup (id) ON DELETE CASCADE,
	ordinal  INTEGER NOT NULL,                                   -- place in the list, from 0
	was      TEXT CHECK (was IS date(was, '+0 days')),           -- last day before; NULL when there was none
	latest   TEXT CHECK (latest IS date(latest, '+0 days')),     -- last day after; NULL when none was named
	day      TEXT CHECK (day IS date(day, '+0 days')),           -- of the paper
	document INTEGER REFERENCES document (id),                   -- the paper
	reason   TEXT,                                               -- the quote
	PRIMARY KEY (followup, ordinal)
) STRICT, WITHOUT ROWID;

-- A person's word. Held by ref, rule and key, without a foreign key: it stays when no rule derives the follow-up any more.
CREATE TABLE word (
	id        INTEGER PRIMARY KEY,                                    -- order of recording
	item      TEXT NOT NULL,                                          -- ref
	rule      TEXT NOT NULL,                                          -- of the follow-up
	key       TEXT NOT NULL,                                          -- of the follow-up
	kind      TEXT NOT NULL CHECK (kind IN ('fulfil', 'waive', 'move')),
	day       TEXT CHECK (day IS date(day, '+0 days')),               -- of the word
	document  INTEGER REFERENCES document (id),                       -- with which it is fulfilled; NULL
	was       TEXT CHECK (was IS date(was, '+0 days')),               -- for a move: last day before
	edtf      TEXT,                                                   -- for a move: the moment
	earliest  TEXT CHECK (earliest IS date(earliest, '+0 days')),     -- for a move
	latest    TEXT CHECK (latest IS date(latest, '+0 days')),         -- for a move
	date_text TEXT,                                                   -- for a move: the words of the moment
	entry     INTEGER NOT NULL REFERENCES journal (seq)               -- its opening 'because' is the reason
) STRICT;

CREATE INDEX word_followup ON word (item, rule, key);

-- What the items and follow-ups above were made with: where it differs from what griffie has now, they are made anew.
CREATE TABLE derivation (
	name  TEXT NOT NULL PRIMARY KEY,                 -- "reader", "pack nl/den-haag" and so on
	value TEXT NOT NULL,                             -- its version, or its SHA-256
	entry INTEGER NOT NULL REFERENCES journal (seq)  -- that last changed it
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
