-- The numbers of papers themselves: a clerk who has a letter in her hand finds by its number what it is about.

CREATE TABLE document_number (
	document INTEGER NOT NULL REFERENCES document (id), -- the paper
	ordinal  INTEGER NOT NULL,                          -- place in the list, from 0
	scheme   TEXT NOT NULL,                             -- "RIS", "kenmerk" and so on
	value    TEXT NOT NULL,                             -- as it stands: "RIS307041"
	folded   TEXT AS (lower(replace(value, ' ', ''))) VIRTUAL,                                         -- "ris307041"
	bare     TEXT AS (ltrim(lower(replace(value, ' ', '')), 'abcdefghijklmnopqrstuvwxyz')) VIRTUAL,    -- "307041"
	PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_number_bare ON document_number (bare);

PRAGMA user_version = 7;
