-- The triggers of the ninth step, for SQLite: nothing ever stands in a market that was withdrawn.

-- The code of a market that never had a post is free again once the market is withdrawn.
DROP TRIGGER market_code;
CREATE TRIGGER market_code BEFORE INSERT ON market_version BEGIN
  SELECT RAISE(ABORT, 'EC422 market-code')
   WHERE EXISTS (
     SELECT 1 FROM market_version m WHERE m.code = NEW.code AND m.market_id <> NEW.market_id
       AND m.market_id NOT IN (SELECT market_id FROM absent_market));
END;

CREATE TRIGGER market_withdrawn_unused BEFORE INSERT ON market_withdrawn BEGIN
  SELECT RAISE(ABORT, 'EC404 market')
   WHERE NOT EXISTS (SELECT 1 FROM market_version WHERE market_id = NEW.market_id);
  SELECT RAISE(ABORT, 'EC403 market-in-use')
   WHERE NEW.is_withdrawn = 1 AND (
     EXISTS (SELECT 1 FROM post WHERE market = NEW.market_id)
     OR EXISTS (SELECT 1 FROM hold WHERE scope = 'market' AND target = NEW.market_id)
     OR EXISTS (
       SELECT 1 FROM current_channel c WHERE c.market = NEW.market_id AND NOT coalesce((
         SELECT r.is_retired FROM channel_retired r
         WHERE r.channel_id = c.channel_id ORDER BY r.seq DESC LIMIT 1), 0)));
  SELECT RAISE(ABORT, 'EC422 market-code')
   WHERE NEW.is_withdrawn = 0 AND EXISTS (
     SELECT 1 FROM market_version o JOIN market_version m ON m.code = o.code
     WHERE o.market_id = NEW.market_id AND m.market_id <> NEW.market_id
       AND m.market_id NOT IN (SELECT market_id FROM absent_market));
END;

CREATE TRIGGER post_market_there BEFORE INSERT ON post BEGIN
  SELECT RAISE(ABORT, 'EC404 market')
   WHERE EXISTS (SELECT 1 FROM absent_market WHERE market_id = NEW.market);
END;

CREATE TRIGGER hold_market_there BEFORE INSERT ON hold BEGIN
  SELECT RAISE(ABORT, 'EC404 market')
   WHERE NEW.scope = 'market'
     AND EXISTS (SELECT 1 FROM absent_market WHERE market_id = NEW.target);
END;

CREATE TRIGGER channel_market_there BEFORE INSERT ON channel_version BEGIN
  SELECT RAISE(ABORT, 'EC404 market')
   WHERE EXISTS (SELECT 1 FROM absent_market WHERE market_id = NEW.market);
END;

CREATE TRIGGER channel_used_there BEFORE INSERT ON channel_retired BEGIN
  SELECT RAISE(ABORT, 'EC404 market')
   WHERE NEW.is_retired = 0 AND EXISTS (
     SELECT 1 FROM current_channel c JOIN absent_market a ON a.market_id = c.market
     WHERE c.channel_id = NEW.channel_id);
END;

CREATE TRIGGER hashtag_withdrawn_known BEFORE INSERT ON hashtag_withdrawn BEGIN
  SELECT RAISE(ABORT, 'EC404 confirmation')
   WHERE NOT EXISTS (SELECT 1 FROM hashtag_confirmation WHERE seq = NEW.confirmation);
END;
