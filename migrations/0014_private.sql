-- What is not for everybody: calendars whose addresses are known to few.

CREATE TABLE private_feed (
	digest  TEXT PRIMARY KEY CHECK (length(digest) = 64),   -- of its unguessable name, which stands in the published folder alone
	name    TEXT NOT NULL UNIQUE,                           -- how the clerk calls it
	filters TEXT NOT NULL,                                  -- "party=VVD overdue": what stands in it; "" for all
	day     TEXT NOT NULL CHECK (day IS date(day, '+0 days')), -- since when its address holds
	entry   INTEGER NOT NULL REFERENCES journal (seq)       -- that recorded it
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 14;
