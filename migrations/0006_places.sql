-- A file whose bytes were corrected is read again as the same paper: what it said before stands for nothing any more.

ALTER TABLE document ADD COLUMN place TEXT;                                                 -- the file itself, links followed; NULL when unknown
ALTER TABLE document ADD COLUMN replaced_by TEXT CHECK (length(replaced_by) = 64);          -- SHA-256 of the paper that took its place; NULL

CREATE INDEX document_place ON document (place) WHERE place IS NOT NULL AND replaced_by IS NULL;

PRAGMA user_version = 6;
