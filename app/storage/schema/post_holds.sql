-- The eighth step: holds of single posts. The scopes of `hold` are checked for good, so these have
-- tables beside `hold` and `hold_lift`. As in tables.sql, history is append-only.

CREATE TABLE post_hold(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  post_id TEXT NOT NULL REFERENCES post(id),
  reason TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX post_hold_by_post ON post_hold(post_id);

CREATE TABLE post_hold_lift(
  seq INTEGER PRIMARY KEY REFERENCES audit(seq),
  hold_id TEXT NOT NULL UNIQUE REFERENCES post_hold(id),
  post_id TEXT NOT NULL,
  reason TEXT NOT NULL
) /*STRICT*/;
CREATE INDEX post_hold_lift_by_post ON post_hold_lift(post_id);

-- Each revision with each hold that covers its content, or its post: what the gate's triggers ask.
DROP VIEW hold_on_revision;
CREATE VIEW hold_on_revision AS
  SELECT r.post_id, r.revision, h.id AS hold_id, h.seq AS placed_seq, l.seq AS lifted_seq
  FROM revision r
  JOIN hold h ON h.scope = 'everything'
    OR (h.scope = 'market' AND h.target = r.market)
    OR (h.scope = 'market' AND EXISTS (
      SELECT 1 FROM current_channel c JOIN current_market m ON m.market_id = h.target
      WHERE c.channel_id = r.channel AND c.reach LIKE '%"' || m.country || '"%'))
    OR (h.scope = 'channel' AND h.target = r.channel)
    OR (h.scope = 'campaign' AND h.target = r.campaign)
    OR (h.scope = 'region' AND h.target = (
      SELECT m.region FROM current_market m WHERE m.market_id = r.market))
    OR (h.scope = 'network' AND h.target = (
      SELECT c.network FROM current_channel c WHERE c.channel_id = r.channel))
  LEFT JOIN hold_lift l ON l.hold_id = h.id
  UNION ALL
  SELECT r.post_id, r.revision, h.id AS hold_id, h.seq AS placed_seq, l.seq AS lifted_seq
  FROM revision r
  JOIN post_hold h ON h.post_id = r.post_id
  LEFT JOIN post_hold_lift l ON l.hold_id = h.id;
