-- The fifth step: channels that are used no more. A channel's identity never changes, so one that was
-- made in the wrong place is retired and made anew. As in tables.sql, history is append-only, and the
-- newest row of a channel counts.

CREATE TABLE channel_retired(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  channel_id TEXT NOT NULL CHECK (channel_id <> ''),
  is_retired INTEGER NOT NULL CHECK (is_retired IN (0, 1))
) /*STRICT*/;
CREATE INDEX channel_retired_by_channel ON channel_retired(channel_id, seq);
