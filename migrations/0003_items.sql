-- Items, what is known of them, and what people recorded of them by hand.

CREATE TABLE item (
	id        INTEGER PRIMARY KEY,                        -- ours alone; stays when the ref changes
	ref       TEXT NOT NULL UNIQUE,                       -- how people call it: "RIS321238"
	kind      TEXT NOT NULL,                              -- "motion" and so on
	state     TEXT,                                       -- the state that is in force; NULL when not known
	title     TEXT,                                       -- NULL when no paper names one
	title_key TEXT NOT NULL,                              -- the title reduced to what counts, for searching
	body      TEXT,                                       -- "nl/den-haag"; NULL when no paper shows it
	day       TEXT CHECK (day IS date(day, '+0 days')),   -- of its first transition; NULL when none has a day
	by_hand   INTEGER NOT NULL CHECK (by_hand IN (0, 1)), -- recorded without a paper
	sources   TEXT NOT NULL,                              -- SHA-256 of its promises, notices and requests, which stay in the papers
	facts     TEXT NOT NULL,                              -- SHA-256 of all that is stored of it
	entry     INTEGER NOT NULL REFERENCES journal (seq)   -- that last changed it
) STRICT;

CREATE INDEX item_day ON item (day, ref);
CREATE INDEX item_state ON item (state, day, ref);
CREATE INDEX item_ref ON item (ref COLLATE NOCASE);

CREATE TABLE identifier (
	item    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL,                                                          -- place in the list, from 0
	scheme  TEXT NOT NULL,                                                             -- "RIS", "zaaknummer" and so on
	value   TEXT NOT NULL,                                                             -- with its prefix: "RIS321238"
	folded  TEXT AS (lower(replace(value, ' ', ''))) VIRTUAL,                          -- "ris321238"
	bare    TEXT AS (ltrim(lower(replace(value, ' ', '')), 'abcdefghijklmnopqrstuvwxyz')) VIRTUAL, -- "321238"
	PRIMARY KEY (item, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX identifier_bare ON identifier (bare);

CREATE TABLE person (
	item    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- place in the list, from 0
	name    TEXT NOT NULL,    -- public by function only
	party   TEXT,             -- NULL when not said
	role    TEXT NOT NULL,    -- "submitter", "cosignatory", "answerer", "signatory"
	PRIMARY KEY (item, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE transition (
	id        INTEGER PRIMARY KEY,                           -- ours alone
	item      INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
	ordinal   INTEGER NOT NULL,                              -- order of effect, from 0
	state     TEXT NOT NULL,                                 -- the state after it
	day       TEXT CHECK (day IS date(day, '+0 days')),      -- it took effect; NULL when no source says
	forbidden INTEGER NOT NULL CHECK (forbidden IN (0, 1)),  -- reported but not allowed: without effect
	recorded  INTEGER NOT NULL,                              -- when the register learned of it: seconds since 1970, UTC
	entry     INTEGER NOT NULL REFERENCES journal (seq)      -- that recorded it
) STRICT;

CREATE INDEX transition_item ON transition (item, ordinal);

CREATE TABLE transition_quote (
	transition INTEGER NOT NULL REFERENCES transition (id) ON DELETE CASCADE,
	ordinal    INTEGER NOT NULL,                 -- the weightiest first, from 0
	document   INTEGER REFERENCES document (id), -- NULL when a person said so
	text       TEXT NOT NULL,                    -- the words
	start      INTEGER NOT NULL,                 -- first byte in the stored text
	stop       INTEGER NOT NULL,                 -- one past the last byte
	PRIMARY KEY (transition, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE relation (
	item    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- place in the list, from 0
	type    TEXT NOT NULL,    -- "settles" and so on
	scheme  TEXT,             -- of the other's number; NULL when only a title is known
	value   TEXT,             -- its number
	title   TEXT,             -- its title; NULL when not said
	PRIMARY KEY (item, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
	item     INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
	ordinal  INTEGER NOT NULL,                             -- place in the list, from 0
	number   INTEGER NOT NULL,                             -- as the paper counts
	answered INTEGER NOT NULL CHECK (answered IN (0, 1)),
	PRIMARY KEY (item, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
	item    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL, -- place in the list, from 0
	name    TEXT NOT NULL,    -- "outcome_contradicts" and so on
	detail  TEXT NOT NULL,    -- one line
	PRIMARY KEY (item, ordinal)
) STRICT, WITHOUT ROWID;

-- What the items are made of. It outlives the rows in `mention`: a paper that is read anew shows by it what it stood for before.
CREATE TABLE item_mention (
	document INTEGER NOT NULL REFERENCES document (id),                -- the paper
	ordinal  INTEGER NOT NULL CHECK (ordinal >= 0),                    -- of the mention in the paper
	item     INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,  -- the one item that it is part of
	PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX item_mention_item ON item_mention (item);

-- What people recorded. Held by ref, without a foreign key: a person's word stays, whatever the papers make of the item.
CREATE TABLE hand_transition (
	id       INTEGER PRIMARY KEY,                           -- order of recording
	item     TEXT NOT NULL,                                 -- ref
	state    TEXT NOT NULL,                                 -- the state after it
	day      TEXT CHECK (day IS date(day, '+0 days')),      -- it took effect; NULL when not said
	document INTEGER REFERENCES document (id),              -- the evidence; NULL when there is none but the word
	entry    INTEGER NOT NULL REFERENCES journal (seq)      -- that recorded it
) STRICT;

CREATE INDEX hand_transition_item ON hand_transition (item);

CREATE TABLE hand_link (
	item  TEXT NOT NULL,                              -- ref of the one
	type  TEXT NOT NULL,                              -- "settles" and so on
	other TEXT NOT NULL,                              -- ref of the other
	entry INTEGER NOT NULL REFERENCES journal (seq),  -- that recorded it
	PRIMARY KEY (item, type, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX hand_link_other ON hand_link (other);

PRAGMA user_version = 3;
