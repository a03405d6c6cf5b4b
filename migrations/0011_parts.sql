-- A person records that one part of a motion is settled, apart from the others.

ALTER TABLE hand_transition ADD COLUMN part TEXT; -- numbers of the requests that it is about: "2", "1,3"; NULL for all

PRAGMA user_version = 11;
