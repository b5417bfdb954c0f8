-- The twelfth step, for SQLite: where the words of a post stand in the index of letters. A place is
-- the day and a number within it, so that places are in the order of time; a post without one is
-- not in the index, and is looked through. Where words or the day change, the place is given up,
-- and what the index still holds under it waits to be taken out. Made bit by bit beside the window.

ALTER TABLE post_words ADD COLUMN place INTEGER;
CREATE UNIQUE INDEX post_words_by_place ON post_words(place);

CREATE TABLE post_words_left(
  place INTEGER PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;

CREATE TRIGGER post_words_changed AFTER UPDATE OF words, local ON post_words
WHEN OLD.place IS NOT NULL AND (
  OLD.words <> NEW.words OR substr(OLD.local, 1, 10) IS NOT substr(NEW.local, 1, 10)
) BEGIN
  INSERT OR REPLACE INTO post_words_left(place, words) VALUES (OLD.place, OLD.words);
  UPDATE post_words SET place = NULL WHERE seq = NEW.seq;
END;

CREATE TRIGGER post_words_gone AFTER DELETE ON post_words WHEN OLD.place IS NOT NULL BEGIN
  INSERT OR REPLACE INTO post_words_left(place, words) VALUES (OLD.place, OLD.words);
END;

-- Posts of the very first calendars: their words are missing, and are made beside the window.

CREATE INDEX post_words_by_version ON post_words(version);
INSERT INTO post_words(seq, post_id, campaign, version, words)
SELECT p.seq, p.id, '', 0, '' FROM post p
WHERE NOT EXISTS (SELECT 1 FROM post_words w WHERE w.seq = p.seq);
