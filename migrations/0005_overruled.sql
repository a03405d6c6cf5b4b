-- A vote that a weightier source contradicts is kept without effect, and stays so whatever is recorded later.

ALTER TABLE transition ADD COLUMN overruled INTEGER NOT NULL DEFAULT 0 CHECK (overruled IN (0, 1));

PRAGMA user_version = 5;
