-- The sixth step: the days ahead that a post's text speaks of, as dates joined by blanks. What a team
-- decides about one of them makes the kept flags stale, and leaves those of all other posts as they are.

ALTER TABLE flag_cache ADD COLUMN days_ahead TEXT NOT NULL DEFAULT '';
