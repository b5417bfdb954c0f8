-- The triggers of the eighth step, for SQLite.

CREATE TRIGGER post_hold_known BEFORE INSERT ON post_hold BEGIN
  SELECT RAISE(ABORT, 'EC404 post') WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = NEW.post_id);
END;

CREATE TRIGGER post_hold_lift_once BEFORE INSERT ON post_hold_lift BEGIN
  SELECT RAISE(ABORT, 'EC404 hold')
   WHERE NOT EXISTS (SELECT 1 FROM post_hold WHERE id = NEW.hold_id AND post_id = NEW.post_id);
  SELECT RAISE(ABORT, 'EC409 lifted')
   WHERE EXISTS (SELECT 1 FROM post_hold_lift WHERE hold_id = NEW.hold_id);
END;
