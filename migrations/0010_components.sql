-- What calendars print of follow-ups, kept so that those that did not change keep their bytes. It is made from the rows of the register and
-- made anew where it is missing or old: no part of the record.

CREATE TABLE rendition (
	id      INTEGER PRIMARY KEY,                           -- ours alone
	name    TEXT NOT NULL UNIQUE,                          -- form, language and base of addresses: "event nl https://raad.example.nl/"
	version INTEGER NOT NULL,                              -- of the writer, when all that is shown was last made
	seq     INTEGER NOT NULL,                              -- of the journal, then
	since   TEXT CHECK (since IS date(since, '+0 days'))   -- what closed before this day was not shown any more, then
) STRICT;

CREATE TABLE component (
	id            INTEGER PRIMARY KEY,                                            -- ours alone
	rendition     INTEGER NOT NULL REFERENCES rendition (id) ON DELETE CASCADE,
	due           TEXT NOT NULL,                                                  -- of the follow-up: the order of calendars
	uid           TEXT NOT NULL,                                                  -- of the component: of an event that of the follow-up
	followup      INTEGER NOT NULL REFERENCES followup (id) ON DELETE CASCADE,
	made_of       TEXT NOT NULL,                                                  -- entries of follow-up and item, and the writer's version
	digest        TEXT NOT NULL CHECK (length(digest) = 64),                      -- SHA-256 of what it says, without stamps
	last_modified INTEGER NOT NULL,                                               -- as it says: seconds since 1970, UTC
	text          TEXT NOT NULL                                                   -- folded, with its line ends
) STRICT;

CREATE UNIQUE INDEX component_due ON component (rendition, due, uid);
CREATE UNIQUE INDEX component_followup ON component (followup, rendition);

PRAGMA user_version = 10;
