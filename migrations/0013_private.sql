-- What is not for everybody: calendars whose addresses are known to few, and items of which only number and kind are published.

CREATE TABLE private_feed (
	digest  TEXT PRIMARY KEY CHECK (length(digest) = 64),   -- of its unguessable name, which stands in the published folder alone
	name    TEXT NOT NULL UNIQUE,                           -- how the clerk calls it
	filters TEXT NOT NULL,                                  -- "party=VVD overdue": what stands in it; "" for all
	day     TEXT NOT NULL CHECK (day IS date(day, '+0 days')), -- since when its address holds
	entry   INTEGER NOT NULL REFERENCES journal (seq)       -- that recorded it
) STRICT, WITHOUT ROWID;

-- Held by ref, without a foreign key to items: a person's word stays, however the papers are read.
CREATE TABLE secrecy (
	item         TEXT PRIMARY KEY,                                  -- ref
	confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),   -- 0: a person said that it is not
	day          TEXT CHECK (day IS date(day, '+0 days')),          -- of the word
	entry        INTEGER NOT NULL REFERENCES journal (seq)          -- that recorded it; its opening 'because' is the reason
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 13;
