-- Which relations of an item are links by hand, and no paper tells of. A new table in the place of the old one.

CREATE TABLE relation_of (
	item    INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
	ordinal INTEGER NOT NULL,                                     -- place in the list, from 0
	type    TEXT NOT NULL,                                        -- "settles" and so on
	scheme  TEXT,                                                 -- of the other's number; NULL when only a title is known
	value   TEXT,                                                 -- its number
	title   TEXT,                                                 -- its title; NULL when not said
	by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)), -- of hand_link, and in no paper; these stand last
	PRIMARY KEY (item, ordinal)
) STRICT, WITHOUT ROWID;

-- Those of before are marked when their item is next read from its papers.
INSERT INTO relation_of (item, ordinal, type, scheme, value, title)
SELECT item, ordinal, type, scheme, value, title
FROM relation;

DROP TABLE relation;
ALTER TABLE relation_of RENAME TO relation;

-- hand_transition and word are applied in the order of their entries; their ids decide nothing any more.

PRAGMA user_version = 8;
