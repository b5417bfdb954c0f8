-- The eleventh step, for SQLite: no hold of a post bears the id of another hold, so that whoever
-- lifts the one never lifts the other.

CREATE TRIGGER hold_id_free BEFORE INSERT ON hold BEGIN
  SELECT RAISE(ABORT, 'EC409 exists') WHERE EXISTS (SELECT 1 FROM post_hold WHERE id = NEW.id);
END;

CREATE TRIGGER post_hold_id_free BEFORE INSERT ON post_hold BEGIN
  SELECT RAISE(ABORT, 'EC409 exists') WHERE EXISTS (SELECT 1 FROM hold WHERE id = NEW.id);
END;
