-- Papers that were read, and the keys by which what they mention is brought together.

CREATE TABLE document (
	id         INTEGER PRIMARY KEY,                                 -- ours alone; people use the SHA-256
	sha256     TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),    -- of the bytes of the file
	path       TEXT NOT NULL,                                       -- under which it was first read
	kind       TEXT NOT NULL,                                       -- "motion", "decision_list" and so on
	day        TEXT CHECK (day IS date(day, '+0 days')),            -- date of the paper; NULL when it has none
	title      TEXT,                                                -- NULL when it has none
	pages      INTEGER NOT NULL CHECK (pages >= 0),
	body       TEXT,                                                -- that was given by hand; NULL
	read_on    TEXT CHECK (read_on IS date(read_on, '+0 days')),    -- the day that was given by hand; NULL
	text_hash  TEXT NOT NULL,                                       -- SHA-256 of the extracted text
	facts      TEXT NOT NULL,                                       -- SHA-256 of the columns above and the mentions
	entry      INTEGER NOT NULL REFERENCES journal (seq)            -- that last changed it
) STRICT;

-- Apart from `document`, so that lists of papers do not drag their texts along.
CREATE TABLE document_text (
	document INTEGER PRIMARY KEY REFERENCES document (id), -- the paper
	text     TEXT NOT NULL                                 -- as extracted, UTF-8, pages parted by form feeds
) STRICT;

CREATE TABLE mention (
	document    INTEGER NOT NULL REFERENCES document (id), -- the paper
	ordinal     INTEGER NOT NULL CHECK (ordinal >= 0),     -- of the mention in the paper
	kind        TEXT NOT NULL,                             -- of the item
	meeting_key TEXT,                                      -- mentions of one meeting share it; NULL when it has none
	title_key   TEXT,                                      -- its title reduced to what counts; NULL when it has none
	PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_meeting ON mention (meeting_key, title_key, document) WHERE meeting_key IS NOT NULL;

CREATE TABLE mention_key (
	key      TEXT NOT NULL,    -- mentions that share one hang together
	document INTEGER NOT NULL, -- the paper
	ordinal  INTEGER NOT NULL, -- of the mention
	PRIMARY KEY (key, document, ordinal),
	FOREIGN KEY (document, ordinal) REFERENCES mention (document, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_key_document ON mention_key (document, ordinal, key);

-- Files that could not be read or understood, with the questions to the clerk: a decision list may ask of several rows.
CREATE TABLE quarantine (
	id     INTEGER PRIMARY KEY,                 -- ours alone
	sha256 TEXT CHECK (length(sha256) = 64),    -- of the bytes of the file; NULL when it could not be read
	path   TEXT NOT NULL,                       -- where it was found
	reason TEXT NOT NULL,                       -- what is wrong, and what to do
	entry  INTEGER NOT NULL REFERENCES journal (seq)
) STRICT;

CREATE INDEX quarantine_sha256 ON quarantine (sha256);
CREATE INDEX quarantine_path ON quarantine (path);

PRAGMA user_version = 2;
