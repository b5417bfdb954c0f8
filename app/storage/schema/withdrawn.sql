-- The ninth step: the way back of what had none. A market that was added by mistake counts as never
-- added, as long as nothing stands in it; a hashtag that was confirmed by mistake counts as not
-- looked at. As in tables.sql, history is append-only, and the newest row of a key counts.

CREATE TABLE market_withdrawn(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  market_id TEXT NOT NULL CHECK (market_id <> ''),
  is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1))
) /*STRICT*/;
CREATE INDEX market_withdrawn_by_market ON market_withdrawn(market_id, seq);

-- `confirmation` is the place of the row of hashtag_confirmation.
CREATE TABLE hashtag_withdrawn(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  confirmation INTEGER NOT NULL,
  is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1))
) /*STRICT*/;
CREATE INDEX hashtag_withdrawn_by_confirmation ON hashtag_withdrawn(confirmation, seq);

CREATE VIEW absent_market AS
  SELECT w.market_id FROM market_withdrawn w
  WHERE w.is_withdrawn = 1
    AND w.seq = (SELECT max(n.seq) FROM market_withdrawn n WHERE n.market_id = w.market_id);

CREATE VIEW absent_confirmation AS
  SELECT w.confirmation FROM hashtag_withdrawn w
  WHERE w.is_withdrawn = 1
    AND w.seq = (SELECT max(n.seq) FROM hashtag_withdrawn n WHERE n.confirmation = w.confirmation);
