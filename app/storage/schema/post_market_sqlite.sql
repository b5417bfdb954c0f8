-- The tenth step, for SQLite: a post stays in its market, so that none stands in one withdrawn.

CREATE TRIGGER revision_market BEFORE INSERT ON revision BEGIN
  SELECT RAISE(ABORT, 'EC403 post-market')
   WHERE EXISTS (SELECT 1 FROM post WHERE id = NEW.post_id AND market <> NEW.market);
END;
