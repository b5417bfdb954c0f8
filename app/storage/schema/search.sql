-- The words of each post as a search reads them: folded, in one column. No part of the history:
-- rows are written beside each version, and made anew where they are missing. `seq` is the post's.

CREATE TABLE post_words(
  seq INTEGER PRIMARY KEY,
  post_id TEXT NOT NULL,
  local TEXT,
  campaign TEXT NOT NULL,
  version INTEGER NOT NULL,
  words TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX post_words_by_campaign ON post_words(campaign);
